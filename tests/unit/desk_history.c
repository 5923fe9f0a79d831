#include "locale/format.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

/* The history at the desk: every act in words, one act whole, and taking one back. */

static void open_history(struct driver *t, enum lang lang, int rows, int cols)
{
	driver_open(t, lang, DRIVER_HELD);
	driver_desk(t, rows, cols);
	driver_keys(t, "<F9>8");
}

static void the_acts_stand_on_every_screen(void **state)
{
	(void)state;
	for (int i = 0; i < DRIVER_LOOKS; i++) {
		struct driver_look look = driver_look(i);
		struct driver t;

		open_history(&t, look.lang, look.rows, look.cols);
		driver_golden(&t, "history");
		driver_keys(&t, "<Home><Down><Down><Down><Enter>");
		driver_golden(&t, "history-whole");
		driver_close(&t);
	}
}

static void the_newest_act_is_last_and_in_focus(void **state)
{
	struct driver t;

	(void)state;
	open_history(&t, LANG_FR, 24, 80);
	assert_int_equal(t.desk->history.focus, driver_session(&t)->log.n - 1);
	driver_must_show(&t, "Montrer l’acte n° 136 en entier");
	driver_close(&t);
}

static void acts_of_several_days_stand_under_their_day(void **state)
{
	static const int sizes[][2] = {{24, 80}, {30, 100}, {45, 160}};

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			struct driver t;

			driver_open(&t, lang, DRIVER_PREPARED);
			driver_desk(&t, sizes[i][0], sizes[i][1]);
			driver_keys(&t, "<F9>8");
			driver_must_not_show(
				&t, "30/12"); /* all of one day: its hours are enough */
			driver_leave(&t);
			driver_play(&t,
				"@2024-12-31T10:00:00+01:00 session.describe place_fr=Fès\n"
				"@2025-01-02T10:00:00+01:00 session.describe place_fr=Fez\n");
			driver_desk(&t, sizes[i][0], sizes[i][1]);
			driver_keys(&t, "<F9>8");
			driver_must_show(&t, "13/12/2024"); /* at the top of what is seen */
			driver_must_show(&t, "31/12/2024");
			driver_must_show(&t, "02/01/2025");
			driver_golden(&t, "history-days");
			driver_close(&t);
		}
	}
}

static void an_act_shows_its_fields_and_its_hash(void **state)
{
	struct driver t;
	struct error err = {.code = ERROR_NONE};
	struct bytes lines = {NULL, 0, 0};
	struct hash hash;
	const char *text;

	(void)state;
	open_history(&t, LANG_FR, 45, 160);
	driver_keys(&t, "<Enter>");
	assert_int_equal(
		register_lines(t.r, (uint32_t)driver_session(&t)->log.n - 1, &lines, &hash, &err),
		0);
	/* As it stands there: sixteen groups of four digits, here the first twelve. */
	text = arena_z(&t.arena, (struct str){format_hash(hash, &t.arena).p, 12 * 5 - 1});
	driver_must_show(&t, text);
	driver_must_show(&t, "sitting.closed");
	driver_must_show(&t, "lundi 30 décembre 2024, 14:15:00");
	bytes_free(&lines);
	driver_keys(&t, "<Esc>");
	driver_must_not_show(&t, text);
	driver_close(&t);
}

static void every_act_can_be_shown_whole(void **state)
{
	struct driver t;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		open_history(&t, lang, 24, 80);
		driver_keys(&t, "<Home><Enter>");
		for (size_t i = 0; i < driver_session(&t)->log.n; i++) {
			assert_int_equal(t.desk->history.focus, i);
			assert_true(t.desk->act.whole);
			driver_keys(&t, lang == LANG_AR ? "<PgDn><Left>" : "<PgDn><Right>");
		}
		driver_close(&t);
	}
}

static void a_search_finds_the_act(void **state)
{
	struct driver t;

	(void)state;
	open_history(&t, LANG_FR, 24, 80);
	driver_keys(&t, "/quorum<Enter>");
	assert_int_equal(
		driver_session(&t)->log.at[t.desk->history.focus].type, EVENT_QUORUM_RECORDED);
	driver_keys(&t, "/introuvable<Enter>");
	driver_must_show(&t, "! Rien ici ne contient « introuvable ».");
	driver_close(&t);
}

static void an_act_is_taken_back_with_a_reason_and_stays_in_the_list(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	open_history(&t, LANG_FR, 24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F8><Esc>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<F8>1<Enter>"); /* the closing of the sitting */
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(driver_session(&t)->phase, PHASE_SITTING);
	driver_must_show(&t, "annulé");
	driver_keys(&t, "<Up><Up><Up><End><Up><Enter>");
	driver_must_show(&t, "par l’acte 137 : faute de frappe");
	driver_close(&t);
}

/* F8 once more takes back the act before, not the taking back; the arrows reach every act. */
static void f8_again_goes_further_back(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_FR,
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=1\nitem.present item=1 member=4\n");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F8>");
	assert_int_equal(t.desk->question.undo_act, acts - 1);
	driver_must_show(&t, "↓ acte précédent : n°");
	driver_keys(&t, "<Down>");
	assert_int_equal(t.desk->question.undo_act, acts - 2);
	driver_keys(&t, "<Up><Up>");
	assert_int_equal(t.desk->question.undo_act, acts - 1);
	driver_keys(&t, "1<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	driver_keys(&t, "<F8>");
	assert_int_equal(t.desk->question.undo_act, acts - 2);
	driver_keys(&t, "<Up>"); /* the taking back itself */
	assert_int_equal(t.desk->question.undo_act, acts);
	driver_keys(&t, "1<Enter>");
	assert_false(driver_session(&t)->struck.at[acts - 1]);
	driver_close(&t);
}

static void an_act_others_depend_on_is_refused_with_that_act(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>8/séance ouverte<Enter>");
	assert_int_equal(
		driver_session(&t)->log.at[t.desk->history.focus].type, EVENT_SITTING_OPENED);
	driver_keys(&t, "<F8>1<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

/* What bars it is said before a reason is asked for; the arrows go on from there. */
static void a_barred_act_asks_for_no_reason(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=1\nitem.present item=1 member=4\n");
	driver_keys(&t, "<F8><Down>");
	driver_must_show(&t, "cannot be taken back: act");
	driver_must_not_show(&t, "typing mistake");
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "typing mistake");
	driver_close(&t);
}

static void it_is_said_how_many_acts_go_back(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=3\nitem.present item=3 member=4\n");
	driver_keys(&t, "<F8>");
	driver_must_not_show(&t, "as one");
	driver_keys(&t, "<Esc><F9>3u<F8>");
	driver_must_show(&t, "3 acts go back, as one.");
	driver_close(&t);
}

static void looking_records_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	open_history(&t, LANG_AR, 24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<Enter><Down><PgDn><Up><Home><Left><Right><Enter><Home><End><PgUp>");
	driver_keys(&t, "<F3>لا<Esc> <Esc>1234567890<Esc>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_acts_stand_on_every_screen),
		cmocka_unit_test(the_newest_act_is_last_and_in_focus),
		cmocka_unit_test(acts_of_several_days_stand_under_their_day),
		cmocka_unit_test(an_act_shows_its_fields_and_its_hash),
		cmocka_unit_test(every_act_can_be_shown_whole),
		cmocka_unit_test(a_search_finds_the_act),
		cmocka_unit_test(an_act_is_taken_back_with_a_reason_and_stays_in_the_list),
		cmocka_unit_test(f8_again_goes_further_back),
		cmocka_unit_test(an_act_others_depend_on_is_refused_with_that_act),
		cmocka_unit_test(a_barred_act_asks_for_no_reason),
		cmocka_unit_test(it_is_said_how_many_acts_go_back),
		cmocka_unit_test(looking_records_nothing),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
