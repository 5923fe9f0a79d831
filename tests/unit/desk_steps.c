/* What the desk proposes and asks on the way from the list of members to an item's end, and which
 * field a refusal leads to. */
#include "tests/hand.h"
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/closing_look.h"

#define EVERYBODY "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
#define DIVERS    "item.add kind=free at=1 title_ar=متفرقات title_fr=Divers\n"

static const enum lang all_langs[] = {LANG_AR, LANG_FR, LANG_EN};

/* --- an item of another kind --- */

static void of_another_matter_one_is_asked_what_came_of_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(all_langs); i++) {
		struct driver t;

		driver_begin(&t, all_langs[i], DIVERS EVERYBODY "item.open item=1\n");
		driver_keys(&t, "<F9>3<Enter>");
		driver_keys(&t, "<Enter>");
		driver_golden(&t, "what-came");
		driver_keys(&t, "1"); /* an ordinary act: its digit does it */
		assert_true(
			session_item(driver_session(&t), session_agenda_key(driver_session(&t), 1))
				->noted);
		driver_close(&t);
	}
}

static void another_matter_is_voted_or_ends_without_anything(void **state)
{
	const struct session *s;
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DIVERS EVERYBODY "item.open item=1\nitem.present\n");
	driver_keys(&t, "<F9>3<Enter>2");
	driver_must_show(&t, "Put to the vote");
	driver_keys(&t, "<Esc><Enter>3");
	s = driver_session(&t);
	assert_int_equal(s->open_item, 0);
	assert_false(session_item(s, session_agenda_key(s, 1))->noted);
	assert_int_equal(session_item(s, session_agenda_key(s, 1))->state, ITEM_IS_CLOSED);
	driver_close(&t);
}

/* --- the agenda --- */

static void every_item_that_waits_says_its_kind_in_a_word(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"item.add kind=election at=1 title_ar=انتخاب title_fr=\"Renouvellement du bureau "
		"de la "
		"chambre et de ses commissions permanentes\"\n");
	driver_keys(&t, "<F9>1<End>");
	driver_must_show(&t, "élection");
	driver_must_show(&t, "convention");
	driver_must_show(&t, "budget");
	driver_close(&t);
}

static void the_next_call_has_its_day_on_the_agenda_as_in_the_step(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=2 confirm=minutes-writer\nattendance.present "
		"member=1,2\ncall.fail "
		"confirm=unanswered\ncall.convene date=2025-01-14\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "14/01/2025; notices without a day");
	driver_must_not_show(&t, "day of notices or session not set");
	driver_close(&t);
}

#define VOTED                                                                                      \
	EVERYBODY "item.open item=1\nitem.present\nvote.open kind=hands\n"                         \
		  "vote.count against=0 abstain=0\nvote.close\n"

static void enter_on_the_agenda_announces_what_waits_to_be_announced(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, VOTED);
	driver_keys(&t, "<F9>1<Home><Down>");
	assert_int_equal(t.desk->agenda.focus, 1);
	driver_must_show(&t, "Announce the result and show it to the room");
	driver_must_not_show(&t, "Open item 2");
	driver_keys(&t, "<Enter>");
	assert_true(driver_vote(&t)->announced);
	driver_keys(&t, "<F9>1<Home><Down>");
	driver_must_show(&t, "Open item 2");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->open_item, session_agenda_key(driver_session(&t), 2));
	driver_close(&t);
}

/* The bar on the open item: Enter only goes there, and the step says no more than that. */
static void enter_on_the_open_item_of_the_agenda_goes_to_it(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, EVERYBODY "item.open item=2\nitem.present item=2\n");
	driver_keys(&t, "<F9>1<Home><Down>");
	acts = driver_session(&t)->log.n;
	driver_must_show(&t, "Go to item 2, which is open");
	driver_must_not_show(&t, "Open the");
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void before_the_announcement_the_form_of_the_end_does_not_open(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, VOTED);
	driver_keys(&t, "<F9>1 <End><Up><Up><Up><Enter>");
	assert_int_not_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_must_show(&t, "on the screen of the item Enter");
	driver_close(&t);
}

/* The help of the closing says what its lines and signs are; what was read is not proposed again
 * where one looks meanwhile. */
static void the_closing_explains_itself_and_is_not_begun_again(void **state)
{
	static const char *const about[] = {[LANG_AR] = "يتلى المحضر صفحة صفحة",
		[LANG_FR] = "Le procès-verbal se lit page par page",
		[LANG_EN] = "The minutes are read page by page"};

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_open(&t, (enum lang)lang, DRIVER_HELD);
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<F9>9<F1>");
		driver_must_show(&t, about[lang]);
		driver_keys(&t, "<Esc><Enter>");
		for (int i = 0; i < 200 && t.desk->closing->reading; i++)
			driver_keys(&t, "<Enter>");
		assert_false(t.desk->closing->reading);
		driver_keys(&t, "<F9>1");
		driver_golden(&t, "closing-read-elsewhere");
		driver_keys(&t, "<Enter>");
		assert_int_equal(t.desk->screen, SCREEN_CLOSING);
		driver_close(&t);
	}
}

static void treated_is_what_the_assembly_is_done_with(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, EVERYBODY "item.open item=1\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "10 items · 0 dealt with");
	driver_play(&t, "item.postpone item=3 reason=dossier\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "10 items · 0 dealt with · 1 postponed");
	driver_play(
		&t, "agenda.insert kind=minutes title_fr=Urgent title_ar=عاجل grounds_fr=urgent\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "11 items · 0 dealt with · 1 postponed");
	driver_close(&t);
}

/* The ceremony is Enter and Enter; whoever moves the bar goes on without. */
static void enter_notes_the_ceremony_and_the_bar_goes_past_it(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, EVERYBODY);
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "Nous écoutons des versets du Saint Coran.");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "Noter l’hymne national");
	assert_int_equal(driver_session(&t)->ceremonies.n, 1);
	driver_keys(&t, "<Down>");
	driver_must_show(&t, "Ouvrir le point 2");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->open_item, session_agenda_key(driver_session(&t), 2));
	assert_int_equal(driver_session(&t)->ceremonies.n, 1);
	driver_close(&t);
}

/* The bar was left low on the list before the sitting. */
static void the_first_step_after_the_quorum_skips_nothing(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_EN, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>1<End>");
	driver_play(&t, "sitting.open chair=1 secretary=4\nattendance.all\n");
	driver_keys(&t, "<F9>2<Enter>");
	driver_must_show(&t, "Note the verses of the Holy Quran");
	driver_must_not_show(&t, "Open item");
	driver_close(&t);
}

/* While the reason is chosen, typed or the pause, the chair's words are those of what is done. */
static void a_panel_says_what_the_chair_says_meanwhile(void **state)
{
	static const struct {
		const char *keys, *said;
	} cases[] = {
		{" 4", "Le point est ajourné à la prochaine session."},
		{" 44", "Le point est ajourné à la prochaine session."},
		{" 5", "Le point est retiré de l’ordre du jour."},
		{" 9", "La séance est suspendue."},
		{"r07", "quitte la salle pendant ce point."},
	};
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, EVERYBODY "item.open item=3\nitem.present member=4\n");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		driver_keys(&t, "<F9>3");
		driver_keys(&t, cases[i].keys);
		driver_must_show(&t, cases[i].said);
		driver_keys(&t, "<Esc>");
		driver_must_not_show(&t, cases[i].said);
	}
	driver_close(&t);
}

static void an_item_from_ten_on_is_reached_by_two_digits(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"item.add kind=report title_fr=Onze title_ar=س\n"
		"item.add kind=report title_fr=Douze title_ar=ش\n" EVERYBODY);
	driver_keys(&t, "<F9>111");
	assert_int_equal(t.desk->agenda.focus, 10);
	driver_keys(&t, "5");
	assert_int_equal(t.desk->agenda.focus, 4);
	driver_must_show(&t, "5_");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->open_item, session_agenda_key(driver_session(&t), 5));
	driver_close(&t);
}

static void a_number_of_no_item_is_refused_and_enter_does_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, EVERYBODY);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>1<Home>x40");
	driver_must_show(&t, "There is no item 40; the agenda goes from 1 to 10.");
	assert_int_equal(t.desk->agenda.focus, 0);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! That number was refused, so nothing is done");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1); /* what the step line says */
	driver_close(&t);
}

static void escape_takes_back_a_digit_and_other_keys_end_the_number(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, EVERYBODY);
	driver_keys(&t, "<F9>1<Home><Down>8<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_AGENDA);
	assert_int_equal(t.desk->agenda.focus, 1);
	driver_keys(&t, "1<Down>0"); /* not ten: the bar went on in between */
	assert_int_equal(t.desk->agenda.focus, 1);
	driver_keys(&t, "7");
	assert_int_equal(t.desk->agenda.focus, 6);
	driver_close(&t);
}

/* --- forms --- */

static void an_election_has_no_post_before_one_is_chosen(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"item.add kind=election at=1 title_ar=انتخاب title_fr=Élection\n" EVERYBODY
		"item.open item=1\nitem.present\n");
	driver_keys(&t, "<F9>3<Enter><Tab>20 21<F4>");
	driver_must_show(&t, "to be chosen: ←→ or a digit");
	assert_null(item_election(
		session_item(driver_session(&t), session_agenda_key(driver_session(&t), 1))));
	driver_keys(&t, "3<F4>"); /* the problem has the focus */
	assert_int_equal(session_open_election(driver_session(&t))->is.post, 2);
	driver_close(&t);
}

/* A session prepared but for its place. */
static void without_a_place(struct hand *h)
{
	hand_open(h, LANG_EN);
	hand_register(h, 5);
	hand_play(h, "session.create number=1 kind=ordinary year=2025 month=2\n"
		     "item.add kind=report title_fr=Rapport title_ar=تقرير\n");
	hand_choose(h, 1);
}

static void a_refused_field_gets_the_focus(void **state)
{
	struct hand h;

	(void)state;
	without_a_place(&h);
	/* No place: it is what the form begins with, and where F4 from elsewhere leads back to. */
	hand_type(&h, 24, 80, "<F9>1 <End><Up><Up><Up><Enter><Tab><Tab><Tab><F4>");
	hand_assert_shows(&h, "Say where the sitting takes place.");
	hand_type(&h, 24, 80, "<F9>1 <End><Up><Up><Up><Enter><Tab><Tab><Tab><F4>Fes<F4>");
	hand_assert_shows(&h, "sitting 1");
	hand_close(&h);
}

static void a_sitting_without_a_place_begins_with_it(void **state)
{
	struct hand h;

	(void)state;
	without_a_place(&h);
	hand_type(&h, 24, 80, "<F9>1 <End><Up><Up><Up><Enter>Fes<F4>");
	hand_assert_shows(&h, "sitting 1");
	hand_close(&h);
}

static void the_kind_of_a_new_item_is_asked(void **state)
{
	const struct session *s;
	struct hand h;

	(void)state;
	without_a_place(&h);
	/* The cursor is on the kind, and nothing is recorded without one. */
	hand_type(&h, 24, 80, "<F9>1 8<Tab>نقطة<F4>");
	hand_assert_shows(&h, "✗ kind: to be chosen: ←→ or a digit");
	assert_int_equal(register_session(h.r)->agenda.n, 1);
	hand_type(&h, 24, 80, "<Esc><F9>1 8<Tab>نقطة<F4>5<F4>");
	s = register_session(h.r);
	assert_int_equal(s->agenda.n, 2);
	assert_int_equal(session_item(s, s->agenda.at[1])->is.kind, ITEM_BUDGET);
	hand_type(&h, 24, 80, "<F9>1 82تقرير<F4>"); /* its digit, then the title */
	s = register_session(h.r);
	assert_int_equal(session_item(s, s->agenda.at[2])->is.kind, ITEM_REPORT);
	hand_close(&h);
}

static void after_an_import_the_session_is_what_comes_next(void **state)
{
	const char *path;
	char keys[400];
	struct hand h;

	(void)state;
	hand_open(&h, LANG_EN);
	hand_register(&h, 0);
	path = hand_file(&h, "list.csv",
		"number,name_ar,name_fr,office,substitute_ar,substitute_fr\n"
		"1,أحمد,Ahmed,president,,\n2,مريم,Meryem,member,كريمة,Karima\n"
		"3,علي,Ali,member,,\n");
	(void)snprintf(keys, sizeof keys, "<F9>0 2%s<Enter>", path);
	hand_type(&h, 24, 80, keys);
	hand_assert_shows(&h, "1 substitute");
	(void)snprintf(keys, sizeof keys, "<F9>0 2%s<Enter><Enter>1<Enter>", path);
	hand_type(&h, 24, 80, keys);
	hand_assert_shows(&h, "● 3 members recorded; Space 4 is the list.");
	(void)snprintf(keys, sizeof keys, "<F9>0<Enter>");
	hand_type(&h, 24, 80, keys);
	hand_assert_shows(&h, "A new session");
	hand_close(&h);
}

/* The step of the sitting is not promised by a key that something else takes. */
static void what_stands_over_the_screen_has_the_step_line(void **state)
{
	static const struct {
		const char *keys, *says;
	} over[] = {
		{" ", "Take “open the item”"},
		{"<F6>", "Send to the room: what is going on"},
		{"<F6>0", "Type the message"},
		{"p", "Take what is typed"},
		{"<F8>", "Nothing yet: a digit comes first"},
		{"<F8>1", "Take “typing mistake”"},
		{"<F9>1 8", "Next field; F4 records"},
		{"<F9>1 8<Tab><Tab>", "Record"},
		{"<Tab><Enter>", "Go back"},
		{"<F1>", "Close the help"},
	};
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, EVERYBODY);
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "⏎ Next");
	for (size_t i = 0; i < ARRAY_LEN(over); i++) {
		driver_keys(&t, over[i].keys);
		driver_must_show(&t, over[i].says);
		driver_must_show(&t, "⏎ Here");
		driver_must_not_show(&t, "⏎ Next");
		driver_keys(&t, "<Esc><Esc>");
		driver_must_show(&t, "⏎ Next");
	}
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(what_stands_over_the_screen_has_the_step_line),
	cmocka_unit_test(of_another_matter_one_is_asked_what_came_of_it),
	cmocka_unit_test(another_matter_is_voted_or_ends_without_anything),
	cmocka_unit_test(every_item_that_waits_says_its_kind_in_a_word),
	cmocka_unit_test(the_next_call_has_its_day_on_the_agenda_as_in_the_step),
	cmocka_unit_test(enter_on_the_agenda_announces_what_waits_to_be_announced),
	cmocka_unit_test(enter_on_the_open_item_of_the_agenda_goes_to_it),
	cmocka_unit_test(before_the_announcement_the_form_of_the_end_does_not_open),
	cmocka_unit_test(the_closing_explains_itself_and_is_not_begun_again),
	cmocka_unit_test(treated_is_what_the_assembly_is_done_with),
	cmocka_unit_test(enter_notes_the_ceremony_and_the_bar_goes_past_it),
	cmocka_unit_test(the_first_step_after_the_quorum_skips_nothing),
	cmocka_unit_test(a_panel_says_what_the_chair_says_meanwhile),
	cmocka_unit_test(an_item_from_ten_on_is_reached_by_two_digits),
	cmocka_unit_test(a_number_of_no_item_is_refused_and_enter_does_nothing),
	cmocka_unit_test(escape_takes_back_a_digit_and_other_keys_end_the_number),
	cmocka_unit_test(an_election_has_no_post_before_one_is_chosen),
	cmocka_unit_test(a_refused_field_gets_the_focus),
	cmocka_unit_test(a_sitting_without_a_place_begins_with_it),
	cmocka_unit_test(the_kind_of_a_new_item_is_asked),
	cmocka_unit_test(after_an_import_the_session_is_what_comes_next),
};

TEST_MAIN(cases)
