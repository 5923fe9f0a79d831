/* Keys that are named are keys that work: the step line over all its steps and screens, the footer;
 * and what panels and forms say to a key they have no use for. */
#include "locale/format.h"
#include "tests/desk_driver.h"
#include "tui/desk_parts.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

#include <string.h>

#define HERE "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"

/* What is played one after the other; the step line is looked at behind each. */
static const char *const stages[] = {
	"",
	"item.add kind=minutes at=1 title_ar=محضر title_fr=PV\n",
	"sitting.open chair=1 secretary=4\n",
	"attendance.all\n",
	"quorum.record\n",
	"item.open item=1\n",
	"item.present\n",
	"item.note\n",
	"item.open item=4\n",
	"item.present\n",
	"floor.ask member=7\n",
	"floor.give member=7\n",
	"floor.end\n",
	"vote.open kind=named\n",
	"vote.all value=for\n",
	"vote.close\n",
	"vote.announce\n",
	"item.open item=5\n",
	"item.present\n",
	"motion.move kind=suspend member=7 grounds_ar=سبب\n",
	"vote.open kind=hands motion=1\n",
	"vote.count for=16 against=16 abstain=4\n",
};

/* The step line of the screen that is shown, in English. */
static const char *step_words(struct driver *t)
{
	return arena_z(&t->arena,
		format_strip(format(&t->desk->shown.step, LANG_EN, &t->arena), &t->arena));
}

/* The next key that WORDS names from *AT on, as the driver types it: "u", "=", " 8". */
static bool named_key(const char *words, size_t *at, char key[16])
{
	for (; words[*at]; ++*at) {
		const char *w = words + *at;
		bool begins = *at == 0 || w[-1] == ' ' || w[-1] == '(';

		if (!begins)
			continue;
		if (strncmp(w, "Space ", 6) == 0)
			(void)snprintf(key, 16, " %c", w[6]);
		else if (((w[0] >= 'a' && w[0] <= 'z') || w[0] == '=') && w[1] == ':')
			(void)snprintf(key, 16, "%c", w[0]);
		else if (w[0] >= '1' && w[0] <= '9' && w[1] == ' ' && *at > 1 &&
			 strchr(",:?", w[-2]))
			(void)snprintf(key, 16, "%c", w[0]); /* "Choose: 1 go on, 2 suspend" */
		else if (w[0] == '=' && w[1] == ' ' && strncmp(w, "= adopted", 9) != 0 &&
			 strncmp(w, "= not", 5) != 0)
			(void)snprintf(key, 16, "=");
		else
			continue;
		++*at;
		return true;
	}
	return false;
}

static void reach(struct driver *t, size_t stage)
{
	driver_open(t, LANG_EN, DRIVER_PREPARED);
	for (size_t i = 0; i <= stage; i++)
		driver_play(t, stages[i]);
	driver_desk(t, 24, 80);
}

static void look_at(struct driver *t, int screen)
{
	char keys[24];

	(void)snprintf(keys, sizeof keys, "<Esc><F9>%d", screen);
	driver_keys(t, keys);
}

/* How many keys the step line of SCREEN names; each is pressed in a desk of its own. */
static size_t press_the_named(struct driver *t, size_t stage, int screen)
{
	size_t at = 0, named = 0;
	char key[16], words[256];

	look_at(t, screen);
	(void)snprintf(words, sizeof words, "%s", step_words(t));
	assert_true(words[0] != '\0');
	for (; named_key(words, &at, key); named++) {
		driver_keys(t, key);
		if (driver_shows(t, "does nothing here"))
			fail_msg("screen %d names %s: %s", screen, key, words);
		driver_close(t);
		reach(t, stage);
		look_at(t, screen);
	}
	return named;
}

static void every_key_a_step_line_names_works_on_its_screen(void **state)
{
	size_t named = 0;

	(void)state;
	for (size_t stage = 0; stage < ARRAY_LEN(stages); stage++) {
		struct driver t;

		reach(&t, stage);
		for (int screen = 0; screen < 10; screen++)
			named += press_the_named(&t, stage, screen);
		driver_close(&t);
	}
	assert_int_equal(named, 21); /* else they are not found any more */
}

static void the_ways_of_a_vote_are_named_where_it_is_opened(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, HERE "item.open item=3\nitem.present\n");
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "(ج: إجماع، ص: طريقة أخرى)");
	driver_keys(&t, "<F9>6");
	driver_must_not_show(&t, "ج: إجماع");
	driver_keys(&t, "<F9>2");
	driver_must_not_show(&t, "ج: إجماع");
	driver_close(&t);
}

/* --- Enter from elsewhere --- */

static void enter_leads_to_where_its_act_stands(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, HERE "item.open item=3\n");
	driver_keys(&t, "<F9>2<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	assert_true(session_item(driver_session(&t), driver_session(&t)->open_item)->presented);
	driver_keys(&t, "<F9>6<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	assert_true(driver_session(&t)->open_vote.item);
	/* What only keys of the vote can do is not done in the attendance. */
	driver_keys(&t, "<F9>2<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_must_show(&t, "! Enter the 36 votes that are missing");
	driver_close(&t);
}

static void v_leads_to_the_vote_from_agenda_and_agreements(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, HERE "item.open item=3\nitem.present\n");
	driver_keys(&t, "<F9>1<Home><Down>v");
	driver_must_show(&t, "! Only the item that is open is put to the vote.");
	driver_keys(&t, "<Down>v");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_must_show(&t, "Put to the vote");
	driver_keys(&t, "<Esc><F9>6v"); /* the row of the open item */
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_close(&t);
}

/* --- the attendance --- */

static void the_attendance_offers_only_what_a_number_can_still_mean(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\nattendance.all\n");
	driver_keys(&t, "<F9>2");
	driver_must_show(&t, "e excused");
	driver_must_show(&t, "x absent");
	driver_leave(&t);
	driver_play(&t, "quorum.record\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>2");
	driver_must_not_show(&t, "e excused");
	driver_must_not_show(&t, "x absent");
	driver_must_show(&t, "p present");
	driver_must_show(&t, "s left");
	driver_keys(&t, "e");
	driver_must_show(&t, "Everybody was answered for when the quorum was recorded");
	driver_must_show(&t, "ARRIVED");
	driver_close(&t);
}

static void who_was_absent_can_still_be_excused(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=4\nattendance.all\n"
		"attendance.absent member=33\nquorum.record\n");
	driver_keys(&t, "<F9>2");
	driver_must_show(&t, "e excused");
	driver_must_not_show(&t, "x absent");
	driver_keys(&t, "e33");
	assert_int_equal(session_seat(driver_session(&t), 33)->presence, PRESENCE_EXCUSED);
	driver_close(&t);
}

/* --- keys without a use --- */

static void a_panel_says_which_digits_it_takes(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, HERE "item.open item=3\nitem.present\n");
	driver_keys(&t, "<F9>3v");
	driver_must_not_show(&t, "! Here:");
	driver_keys(&t, "x");
	driver_must_show(&t, "! Here: a digit from 1 to 5; Esc leaves.");
	driver_keys(&t, "7");
	driver_must_show(&t, "! Here: a digit from 1 to 5; Esc leaves.");
	acts = driver_session(&t)->log.n;
	/* A question that has to be confirmed: Enter alone is no answer, and says so. */
	driver_keys(&t, "<Esc> 4<Enter>");
	driver_must_show(&t, "! Here: a digit from 1 to 4, then Enter; Esc leaves.");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<Esc>");
	driver_must_not_show(&t, "! Here:");
	driver_close(&t);
}

static void an_enter_right_behind_an_act_says_that_it_was_not_taken(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, HERE "item.open item=3\n");
	driver_keys(&t, "<F9>3");
	t.desk->patient = true;
	driver_keys(&t, "<Enter>");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "came too soon");
	driver_close(&t);
}

static void an_enter_held_down_is_one_enter(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, HERE "item.open item=3\n");
	driver_keys(&t, "<F9>3");
	acts = driver_session(&t)->log.n;
	t.desk->patient = true;
	t.desk->enter_ms =
		desk_now_ms() + 60000; /* the one before is not over, however slow we are */
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "came too soon");
	t.desk->enter_ms = 0;
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	/* Lines of a text are as many as are pressed. */
	driver_keys(&t, "<F4>a");
	t.desk->enter_ms = desk_now_ms() + 60000;
	driver_keys(&t, "<Enter><Enter>b<F4>");
	assert_int_equal(driver_session(&t)->log.n, acts + 2);
	driver_must_not_show(&t, "came too soon");
	driver_close(&t);
}

/* Whoever types the number of an item where numbers mean nothing goes on with Enter. */
static void enter_behind_a_digit_of_no_use_does_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, HERE "item.open item=3\n");
	driver_keys(&t, "<F9>3");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "5<Enter>");
	driver_must_show(&t, "That number was refused, so nothing is done");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<Enter>");
	assert_int_not_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

/* --- several members, and a name --- */

static void several_numbers_leave_one_after_the_other(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, HERE);
	driver_keys(&t, "<F9>1s17 18,19");
	for (int i = 17; i <= 19; i++)
		assert_int_equal(session_seat(driver_session(&t), i)->presence, PRESENCE_LEFT);
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	/* Any other key goes on as ever. */
	driver_keys(&t, "<Up> ");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_keys(&t, "<Esc>p");
	assert_int_equal(desk_paste(t.desk, STR("17, 18")), PASTE_DONE);
	driver_keys(&t, "<Enter>");
	assert_int_equal(session_seat(driver_session(&t), 17)->presence, PRESENCE_HERE);
	assert_int_equal(session_seat(driver_session(&t), 18)->presence, PRESENCE_HERE);
	driver_close(&t);
}

static void a_search_says_in_the_step_line_what_enter_does_with_the_hit(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\nattendance.all\n");
	driver_keys(&t, "<F9>2<F3>Kasri");
	assert_string_equal(step_words(&t), "33 Brahim Kasri: WITH EXCUSE ○");
	driver_keys(&t, "<Enter>");
	assert_int_equal(session_seat(driver_session(&t), 33)->presence, PRESENCE_EXCUSED);
	assert_string_not_equal(step_words(&t), "33 Brahim Kasri: WITH EXCUSE ○");
	driver_close(&t);
}

/* --- forms --- */

static void a_form_says_which_choice_a_digit_made_and_what_is_none(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>6<F3>Protocole<Enter> 3<F4>");
	driver_must_show(&t, "to be chosen: ←→ or a digit"); /* nobody has said its kind */
	assert_int_equal(t.desk->over.form.focus, 0);
	driver_keys(&t, "2");
	driver_must_show(&t, "kind: special agreement");
	driver_keys(&t, "x");
	driver_must_show(&t, "←→ or a digit from 1 to");
	driver_keys(&t, "<F7>");
	driver_must_show(&t, "! “F7” does nothing in a form: F4 records it, Esc leaves it.");
	driver_close(&t);
}

/* The word that confirms, typed while the bar is still on the reason above it. */
static void letters_on_the_reason_of_a_closing_are_told(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, HERE);
	form_close_sitting(t.desk);
	driver_keys(&t, "رفع");
	assert_int_equal(t.desk->over.form.focus, 0);
	driver_must_show(&t, "الاختيار هنا بالسهمين ←→ أو برقم من 1");
	driver_close(&t);
}

static void letters_of_the_other_script_stay_and_are_told(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>1 8<Tab><Tab>ت");
	driver_must_show(&t, "! This field is for French; what you type stays as it is.");
	driver_keys(&t, "قرير");
	assert_true(str_is(form_text(&t.desk->over.fields[2]), "تقرير"));
	driver_keys(&t, "<BS><BS><BS><BS><BS>Rapport");
	driver_must_not_show(&t, "! This field is for French");
	driver_close(&t);
}

static void a_click_goes_to_the_field(void **state)
{
	struct driver t;
	int row;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>1 8");
	for (row = 0; row < 24; row++)
		if (canvas_row_shows(t.desk->canvas, row, STR("short title, French")))
			break;
	term_memory_mouse(t.term, (struct mouse){.row = row, .col = 30});
	driver_keys(&t, "");
	assert_int_equal(t.desk->over.form.focus, 4);
	driver_keys(&t, "Bilan");
	assert_true(str_is(form_text(&t.desk->over.fields[4]), "Bilan"));
	term_memory_mouse(t.term, (struct mouse){.row = 0, .col = 30});
	driver_keys(&t, "");
	assert_int_equal(t.desk->over.form.focus, 4);
	driver_keys(&t, "<F1>");
	driver_keys(&t, "<End>");
	driver_must_show(&t, "a click does what that key does");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_key_a_step_line_names_works_on_its_screen),
	cmocka_unit_test(the_ways_of_a_vote_are_named_where_it_is_opened),
	cmocka_unit_test(enter_leads_to_where_its_act_stands),
	cmocka_unit_test(v_leads_to_the_vote_from_agenda_and_agreements),
	cmocka_unit_test(the_attendance_offers_only_what_a_number_can_still_mean),
	cmocka_unit_test(who_was_absent_can_still_be_excused),
	cmocka_unit_test(a_panel_says_which_digits_it_takes),
	cmocka_unit_test(an_enter_right_behind_an_act_says_that_it_was_not_taken),
	cmocka_unit_test(an_enter_held_down_is_one_enter),
	cmocka_unit_test(enter_behind_a_digit_of_no_use_does_nothing),
	cmocka_unit_test(several_numbers_leave_one_after_the_other),
	cmocka_unit_test(a_search_says_in_the_step_line_what_enter_does_with_the_hit),
	cmocka_unit_test(a_form_says_which_choice_a_digit_made_and_what_is_none),
	cmocka_unit_test(letters_on_the_reason_of_a_closing_are_told),
	cmocka_unit_test(letters_of_the_other_script_stay_and_are_told),
	cmocka_unit_test(a_click_goes_to_the_field),
};

TEST_MAIN(cases)
