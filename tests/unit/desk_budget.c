#include "model/motion.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

/* The budget at the desk: its lines, their sums, and whether they balance. */

static void the_budget_stands_on_every_screen(void **state)
{
	(void)state;
	for (int i = 0; i < DRIVER_LOOKS; i++) {
		struct driver_look look = driver_look(i);
		struct driver t;

		driver_open(&t, look.lang, DRIVER_PREPARED);
		driver_desk(&t, look.rows, look.cols);
		driver_keys(&t, "<F9>5");
		driver_golden(&t, "budget");
		driver_close(&t);
	}
}

static void the_last_rows_are_reached_and_the_balance_is_always_seen(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>5");
	driver_must_show(&t, "solde 0,00 DH");
	driver_must_not_show(&t, "✓ solde");
	driver_keys(&t, "<End>");
	driver_must_show(&t, "✓ solde");
	driver_must_show(&t, "Complexe artisanal de Sefrou");
	driver_close(&t);
}

static void a_budget_that_does_not_balance_says_so(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"budget.line item=10 code=3.3 part=investment title_ar=\"آلة\" "
		"title_fr=\"Machine\" before=0 amount=1500,50\n");
	driver_keys(&t, "<F9>5<End>");
	driver_must_show(&t, "✗ solde");
	driver_must_show(&t, "Machine");
	driver_close(&t);
}

static void a_line_is_found_by_its_name_or_its_code(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR,
		"budget.line item=10 code=3.3 part=investment title_ar=\"آلة\" "
		"title_fr=\"Équipement neuf\" before=0 amount=1500,50\n");
	driver_keys(&t, "<F9>5<F3>equipement<Enter>");
	driver_must_show(&t, "آلة");
	driver_keys(&t, "<Home>/3.3<Enter>");
	driver_must_show(&t, "آلة");
	driver_keys(&t, "/zzz<Enter>");
	assert_int_equal(t.desk->line_tone, TONE_CAUTION);
	driver_close(&t);
}

static void unanimity_is_refused_until_the_item_is_ready(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_FR,
		"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		"@10:05 attendance.all\n"
		"@10:08 quorum.record\n");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>5u");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_play(&t, "item.open item=10\nitem.present item=10 member=5\n");
	driver_keys(&t, "<F9>5u");
	assert_true(item_decided(session_item(driver_session(&t), 10)));
	driver_close(&t);
}

/* The blue line speaks of the amendment: so does its key, here as on the screen of the item. */
static void unanimity_is_of_what_the_blue_line_names(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		"@10:05 attendance.all\n@10:08 quorum.record\n"
		"item.open item=10\nitem.present item=10 member=5\n"
		"motion.move kind=transfer line=1.1 to_line=1.2 amount=100 member=5\n");
	driver_keys(&t, "<F9>5");
	driver_keys(&t, "u");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(motion_state(driver_session(&t), &driver_session(&t)->motions.at[0]),
		MOTION_IS_ADOPTED);
	assert_false(item_decided(session_item(driver_session(&t), 10)));
	driver_close(&t);
}

/* Item 10 is presented, the rules have it voted by chapters. */
static void by_chapters(struct driver *t, enum lang lang)
{
	driver_begin(t, lang,
		"rule.set key=budget.mode value=chapters\n"
		"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		"@10:05 attendance.all\n"
		"@10:08 quorum.record\n"
		"item.open item=10\nitem.present item=10 member=5\n");
	driver_keys(t, "<F9>5");
}

static void a_line_is_amended_and_the_chapters_are_voted(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		by_chapters(&t, lang);
		driver_keys(&t, "<Down><Down> 6");
		driver_golden(&t, "budget-amend");
		driver_keys(&t, lang == LANG_AR ? "2250000<Tab><Left><Enter>"
						: "2250000<Tab><Right><Enter>");
		assert_int_equal(driver_session(&t)->motions.n, 1);
		driver_keys(&t, "u<Enter>u<Enter>");
		driver_golden(&t, "budget-chapters");
		driver_keys(&t, "u<Enter>u<Enter>");
		assert_false(item_decided(session_item(driver_session(&t), 10)));
		driver_keys(&t, "u<Enter>");
		assert_true(item_decided(session_item(driver_session(&t), 10)));
		driver_close(&t);
	}
}

/* The number ends by itself; an Enter behind it, and one too many, leave the bar at the amount. */
static void the_amount_of_an_amendment_is_not_passed_by_habit(void **state)
{
	struct driver t;

	(void)state;
	by_chapters(&t, LANG_FR);
	driver_keys(&t, "<Down><Down> 6");
	driver_keys(&t, "22<Enter>");
	driver_must_show(&t, "! On est déjà passé à « montant » ; ⏎ encore en sort.");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! « montant » est à remplir ; Tab passe outre.");
	driver_keys(&t, "50000<Enter><Right><Enter>");
	assert_int_equal(driver_session(&t)->motions.n, 1);
	assert_int_equal(driver_session(&t)->motions.at[0].is.amount, 5000000);
	driver_close(&t);
}

/* Whoever says the amount needs what the lines have, what they would have, and the balance. */
static void an_amendment_shows_what_the_lines_have_and_would_have(void **state)
{
	struct driver t;

	(void)state;
	by_chapters(&t, LANG_FR);
	driver_keys(&t, "<Down><Down> 6");
	driver_must_show(&t, "1.2 : 1 413 000,00 DH");
	driver_must_show(&t, "solde 0,00 DH");
	driver_keys(&t, "2250000<Tab><Right>");
	driver_must_show(&t, "1.2 : 1 413 000,00 DH devient 1 363 000,00 DH");
	driver_must_show(&t, "1.3 : 400 000,00 DH devient 450 000,00 DH");
	driver_must_show(&t, "solde 0,00 DH, avec l’amendement 0,00 DH");
	driver_close(&t);
}

/* The code that is printed is typed, whatever the place of its line in the list. */
static void a_line_is_chosen_by_its_code(void **state)
{
	const struct form_field *to;
	const struct item *item;
	struct driver t;

	(void)state;
	by_chapters(&t, LANG_FR);
	driver_keys(&t, "<Down><Down> 62250000<Tab>2.2");
	item = session_item(driver_session(&t), 10);
	to = &t.desk->over.fields[3];
	assert_true(str_is(item->lines.at[to->chosen].code, "2.2"));
	driver_must_show(&t, "à la ligne : 2.2 ");
	/* Taken back, the line it was opened on; a code that is none changes nothing. */
	driver_keys(&t, "<BS>");
	assert_int_equal(to->chosen, t.desk->over.fields[0].chosen);
	driver_keys(&t, "9.2");
	assert_int_equal(to->chosen, t.desk->over.fields[0].chosen);
	driver_must_show(&t, "aucun numéro ni nom ne commence ainsi ici");
	driver_close(&t);
}

static void an_amendment_to_the_same_line_stays_in_its_form(void **state)
{
	struct driver t;

	(void)state;
	by_chapters(&t, LANG_FR);
	driver_keys(&t, "<Down><Down> 62250000<Tab><Enter>");
	assert_int_equal(t.desk->line_tone, TONE_BAD);
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	assert_int_equal(driver_session(&t)->motions.n, 0);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_budget_stands_on_every_screen),
		cmocka_unit_test(the_last_rows_are_reached_and_the_balance_is_always_seen),
		cmocka_unit_test(a_budget_that_does_not_balance_says_so),
		cmocka_unit_test(a_line_is_found_by_its_name_or_its_code),
		cmocka_unit_test(unanimity_is_refused_until_the_item_is_ready),
		cmocka_unit_test(unanimity_is_of_what_the_blue_line_names),
		cmocka_unit_test(the_amount_of_an_amendment_is_not_passed_by_habit),
		cmocka_unit_test(a_line_is_amended_and_the_chapters_are_voted),
		cmocka_unit_test(an_amendment_shows_what_the_lines_have_and_would_have),
		cmocka_unit_test(a_line_is_chosen_by_its_code),
		cmocka_unit_test(an_amendment_to_the_same_line_stays_in_its_form),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
