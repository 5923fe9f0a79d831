/* What reaches everything: F9, the palette, help. */
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/desk_parts.h"
#include "tui/screen_test.h"

#include <signal.h>
#include <string.h>

#define OPENED                                                                                     \
	"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n@10:05 attendance.all\n"     \
	"@10:08 quorum.record\n"

static void letters_find_a_row_of_the_menu_in_any_language(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, OPENED);
	driver_keys(&t, "<F9>1<F9>cloture"); /* French, without its accent, on an Arabic screen */
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_CLOSING);
	driver_keys(&t, "<F9>الحضور<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_ATTENDANCE);
	/* A letter too many, Backspace, then Esc shows all again and once more leaves. */
	driver_keys(&t, "<F9>floorz");
	driver_must_show(&t, "▸ floorz: لا شيء بهذا الاسم · ⌫ حرف أقل");
	driver_keys(&t, "<BS>");
	driver_must_not_show(&t, "▸ floorz: لا شيء بهذا الاسم · ⌫ حرف أقل");
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_keys(&t, "<F9>4"); /* the digits stay */
	assert_int_equal(t.desk->screen, SCREEN_FLOOR);
	driver_close(&t);
}

static void every_act_of_the_screen_stands_in_the_menu_greyed_with_its_reason(void **state)
{
	struct action actions[ACTIONS_ALL];
	struct driver t;
	size_t n;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	for (int screen = 0; screen < SCREEN_COUNT; screen++) {
		const struct view *view = desk_view((enum screen)screen);

		if (!view || !view->actions)
			continue;
		desk_go(t.desk, (enum screen)screen);
		n = desk_actions_here(t.desk, actions);
		driver_keys(&t, "<F9>");
		for (size_t i = 0; i < n; i++) {
			bool there = actions[i].bind == BIND_FLOOR; /* a row of all screens */

			for (size_t k = 0; k < t.desk->over.panel.choices_n; k++)
				there = there || t.desk->over.choices[k].id == 100 + (int)i;
			assert_true(there);
		}
		driver_keys(&t, "<Esc>");
	}
	driver_keys(&t, "<F9>9<F9>sign");
	assert_non_null(t.desk->over.choices[0].reason.id);
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->line_tone, TONE_BAD);
	driver_close(&t);
}

static void the_menu_changes_language_and_colours_and_blanks_the_room(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>colours<Enter>");
	assert_int_equal(term_theme(t.term), THEME_LIGHT);
	driver_must_show(&t, "Colours: for a light background.");
	driver_keys(&t, "<F9>blank<Enter>");
	driver_must_show(&t, "ROOM ■ blanked");
	driver_keys(&t, "<F9>next lang<Enter>");
	assert_int_not_equal(t.desk->lang, LANG_EN);
	driver_close(&t);
}

static void letters_of_the_room_find_first_what_changes_nothing_there(void **state)
{
	static const struct {
		enum lang lang;
		const char *typed;
	} of[] = {{LANG_AR, "<F9>القاعة<Enter>"}, {LANG_FR, "<F9>la salle<Enter>"},
		{LANG_EN, "<F9>the room<Enter>"}};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(of); i++) {
		driver_begin(&t, of[i].lang, OPENED);
		driver_keys(&t, of[i].typed);
		assert_false(desk_room_blanked(t.desk));
		assert_int_equal(t.desk->over.kind, OVERLAY_ROOM);
		driver_close(&t);
	}
}

/* What Space offers on another screen is found from here, and shown there with its reason. */
static void letters_find_the_acts_of_the_other_screens(void **state)
{
	static const struct {
		enum lang lang;
		const char *keys, *election;
	} of[] = {{LANG_AR, "<F9>مفات<Enter>", "<F9>انتخاب<Enter>"},
		{LANG_FR, "<F9>clé<Enter>", "<F9>une election<Enter>"},
		{LANG_EN, "<F9>key<Enter>", "<F9>election<Enter>"}};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(of); i++) {
		driver_begin(&t, of[i].lang, OPENED);
		driver_keys(&t, "<F9>9");
		driver_keys(&t, of[i].keys);
		assert_int_equal(t.desk->screen, SCREEN_REGISTER);
		assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
		assert_int_equal(t.desk->over.choices[t.desk->over.panel.focus].digit, 7);
		driver_keys(&t, "<Esc><F9>9");
		driver_keys(&t, of[i].election);
		assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
		assert_int_equal(t.desk->over.fields[0].chosen, ITEM_ELECTION);
		driver_close(&t);
	}
}

static void every_act_of_every_screen_is_found_by_its_name(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED "item.open item=1\n");
	for (int screen = 0; screen < SCREEN_COUNT; screen++) {
		struct action actions[ACTIONS_MAX];
		const struct view *view = desk_view((enum screen)screen);
		size_t n = view->actions ? view->actions(t.desk, actions) : 0;

		for (size_t k = 0; k < n; k++) {
			const struct message label = {.id = actions[k].label.id};
			const struct panel *p = &t.desk->over.panel;
			bool there = false;

			driver_keys(&t, "<F9>8<F9>");
			for (const char *c = label.id; *c > 0 && *c != ',' && *c != ':'; c++)
				driver_keys(&t, (char[]){*c, '\0'});
			for (size_t c = 0; c < p->choices_n; c++)
				there = there || strcmp(p->choices[c].label.id, label.id) == 0;
			assert_true(there);
			driver_keys(&t, "<Esc><Esc>");
		}
	}
	driver_close(&t);
}

/* A keyboard may lack the F-keys, or the terminal keep them. */
static void every_screen_is_reached_without_an_f_key(void **state)
{
	static const struct {
		const char *names[LANG_COUNT]; /* as typed: without an accent too */
	} screens[SCREEN_COUNT] = {
		[SCREEN_REGISTER] = {{"الدورات", "sessions", "sessions"}},
		[SCREEN_AGENDA] = {{"جدول الأعمال", "ordre-du-jour", "agenda"}},
		[SCREEN_ATTENDANCE] = {{"حضور", "presence", "Attendance"}},
		[SCREEN_ITEM] = {{"النقطة", "point", "item"}},
		[SCREEN_FLOOR] = {{"الكلمة", "parole", "floor"}},
		[SCREEN_BUDGET] = {{"الميزانية", "budget", "budget"}},
		[SCREEN_AGREEMENTS] = {{"الاتفاقيات", "conventions", "agreements"}},
		[SCREEN_MINUTES] = {{"المحضر", "procès-verbal", "minutes"}},
		[SCREEN_HISTORY] = {{"السجل", "actes", "history"}},
		[SCREEN_CLOSING] = {{"الاختتام", "cloture", "closing"}},
	};
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, OPENED);
	for (int from = 0; from < SCREEN_COUNT; from++) {
		for (int to = 0; to < SCREEN_COUNT; to++) {
			char keys[64];

			desk_go(t.desk, (enum screen)from);
			(void)snprintf(keys, sizeof(keys), "  0%d", to);
			driver_keys(&t, desk_view((enum screen)from)->actions ? keys + 1 : keys);
			assert_int_equal(t.desk->screen, to);
			(void)snprintf(keys, sizeof(keys), ":%s<Enter>",
				screens[from].names[to % LANG_COUNT]);
			driver_keys(&t, keys);
			assert_int_equal(t.desk->screen, from);
		}
	}
	driver_keys(&t, ":cl");
	driver_must_show(&t, "clôture");
	driver_close(&t);
}

/* Nothing of what it asks to look at is cut at 80 columns. */
static void the_test_of_the_screen_is_whole_in_every_language(void **state)
{
	(void)state;
	for (int l = 0; l < LANG_COUNT; l++) {
		enum lang lang = (enum lang)l;
		struct driver t;

		driver_begin(&t, lang, OPENED);
		term_memory_leave(t.term, SIGTERM); /* once it is painted */
		assert_int_equal(screen_test(t.term, &lang), SCREEN_TEST_GONE);
		driver_golden(&t, "screen-test");
		driver_close(&t);
	}
}

static void the_lam_alef_key_is_named_as_it_is_printed(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, OPENED);
	desk_go(t.desk, SCREEN_AGENDA);
	desk_take_key(t.desk, (struct press){.code = PRESS_CHAR, .ch = 0x644, .lam_alef = true});
	desk_take_key(t.desk, (struct press){.code = PRESS_CHAR, .ch = 0x627, .lam_alef = true});
	assert_non_null(strstr(arena_z(&t.arena, desk_words(t.desk, t.desk->line)), "لا"));
	driver_close(&t);
}

static void the_screen_is_tested_from_the_menu_and_from_the_palette(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>test of the<Enter>3<Enter>"); /* another way; it looks right */
	assert_int_equal(term_bidi(t.term), BIDI_IMPLICIT);
	driver_must_show(&t, "✓ From now on mahdar starts like this in such a terminal.");
	/* Left with Esc all is as before, but the language is the one chosen there. */
	driver_keys(&t, ":test-screen <Enter>1<F2><Esc>");
	assert_int_equal(term_bidi(t.term), BIDI_IMPLICIT);
	assert_int_not_equal(t.desk->lang, LANG_EN);
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	/* The palette finds it by what it is called in any language. */
	driver_keys(&t, ":تجربة الشاشة<Enter>1<Enter>");
	assert_int_equal(term_bidi(t.term), BIDI_EXPLICIT);
	/* Told to go while the test stands: the desk is left in order. */
	driver_keys(&t, ":essai-écran");
	term_memory_type(t.term, "<Enter>");
	term_memory_leave(t.term, SIGTERM);
	while (desk_turn(t.desk))
		;
	assert_true(t.desk->leaving);
	driver_close(&t);
}

static void in_a_text_the_menu_has_what_a_keyboard_may_lack(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED "@10:40 item.open item=5\nitem.present member=4\n");
	driver_keys(&t, "<F4>one two<F9>typing back<Enter>");
	driver_must_show(&t, "one");
	driver_must_not_show(&t, "one two");
	driver_keys(&t, "<F9>type it again<Enter>");
	driver_must_show(&t, "one two");
	driver_close(&t);
}

static void a_command_is_found_by_what_it_is_called(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_FR, OPENED);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>1:suspendre");
	driver_must_show(&t, "sitting.suspend");
	driver_keys(&t, "<Enter>"); /* put into the line, not done */
	assert_int_equal(driver_session(&t)->log.n, acts);
	assert_true(str_is(prompt_text(t.desk->over.prompt), "sitting.suspend "));
	driver_keys(&t, "<Tab>");
	assert_true(str_is(prompt_text(t.desk->over.prompt), "sitting.suspend reason="));
	driver_keys(&t, "<Esc>");
	/* The arrow up has what was typed before, also in another palette. */
	driver_keys(&t, ":ceremony.note kind=anthem<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	driver_keys(&t, ":<Up>");
	assert_true(str_is(prompt_text(t.desk->over.prompt), "ceremony.note kind=anthem"));
	driver_close(&t);
}

static void a_command_is_found_in_arabic(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, OPENED);
	driver_keys(&t, ":تعليق");
	assert_true(t.desk->over.kind == OVERLAY_PROMPT);
	driver_must_show(&t, "sitting.suspend");
	driver_keys(&t, "<Esc>:خروج<Enter>"); /* asks: the sitting is open */
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_close(&t);
}

static void help_names_both_faces_reasons_and_rules_then_the_manual(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, OPENED);
	driver_keys(&t, "<F9>1<F1>");
	driver_must_show(&t, "Touches : Ordre du jour");
	driver_must_show(&t, "v / ص");
	driver_must_show(&t, "F1 ? / ؟");
	driver_keys(&t, "<End>");
	driver_must_show(&t, "non confirmé");
	driver_keys(&t, "<F1>");
	driver_must_show(&t, "Le manuel");
	driver_keys(&t, "<End><PgUp><F1>");
	driver_must_show(&t, "Aide : Ordre du jour");
	driver_keys(&t, "x");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_keys(&t, "<F9>9<F1><PgDn><PgDn>"); /* what cannot be done yet, and why */
	driver_must_show(&t, "pas maintenant.");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(letters_find_a_row_of_the_menu_in_any_language),
	cmocka_unit_test(every_act_of_the_screen_stands_in_the_menu_greyed_with_its_reason),
	cmocka_unit_test(the_menu_changes_language_and_colours_and_blanks_the_room),
	cmocka_unit_test(letters_of_the_room_find_first_what_changes_nothing_there),
	cmocka_unit_test(letters_find_the_acts_of_the_other_screens),
	cmocka_unit_test(every_act_of_every_screen_is_found_by_its_name),
	cmocka_unit_test(every_screen_is_reached_without_an_f_key),
	cmocka_unit_test(the_test_of_the_screen_is_whole_in_every_language),
	cmocka_unit_test(the_lam_alef_key_is_named_as_it_is_printed),
	cmocka_unit_test(the_screen_is_tested_from_the_menu_and_from_the_palette),
	cmocka_unit_test(in_a_text_the_menu_has_what_a_keyboard_may_lack),
	cmocka_unit_test(a_command_is_found_by_what_it_is_called),
	cmocka_unit_test(a_command_is_found_in_arabic),
	cmocka_unit_test(help_names_both_faces_reasons_and_rules_then_the_manual),
};

TEST_MAIN(cases)
