/* What is typed into forms and lines and not recorded: never lost, never in another place. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#include "storage/journal.h"

#define REQUEST "<F9>1 <End><Up><Enter>54" /* the form of a written request */
#define OPENED  "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"

/* Rows of drafts of forms beside the journal. */
static size_t rows(struct driver *t)
{
	struct error err = {.code = ERROR_NONE};
	struct str *keys;
	size_t n;

	assert_int_equal(journal_kept_keys(register_journal(t->r), STR("draft/form/"), &t->arena,
				 &keys, &n, &err),
		0);
	return n;
}

static void a_form_left_by_esc_is_back_until_it_is_recorded(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>2 2مدير<Tab>Directeur<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(rows(&t), 1);
	driver_keys(&t, " 2");
	driver_must_show(&t, "مدير");
	driver_must_show(&t, "✎ Typed at 10:00 and not recorded; F8 empties this.");
	assert_int_equal(t.desk->over.form.focus, 2);
	driver_keys(&t, " général<F4>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(rows(&t), 0);
	driver_keys(&t, " 2");
	assert_int_equal(form_text(&t.desk->over.fields[2]).n, 0);
	driver_close(&t);
}

/* Somebody else's leftover is no proposal: the form says when it was typed, whatever the message
 * line says, and one key empties it; the same key brings it back. */
static void a_leftover_is_told_in_its_form_and_emptied_by_a_key(void **state)
{
	static const enum lang langs[] = {LANG_AR, LANG_FR, LANG_EN};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		driver_begin(&t, langs[i], OPENED);
		driver_keys(&t, "<F9>2 2<S-Tab>3<Tab>مدير<Tab>Directeur<Esc>");
		t.script.now.seconds += 600;
		driver_keys(&t, " 2<Up><F1><F1>x<BS>");
		driver_golden(&t, "form-leftover");
		driver_keys(&t, "<F8>");
		driver_must_not_show(&t, "Directeur");
		driver_must_not_show(&t, "✎ Typed at");
		assert_int_equal(t.desk->over.fields[0].chosen, 0);
		assert_int_equal(rows(&t), 0);
		driver_keys(&t, "<F8>");
		driver_must_show(&t, "Directeur");
		assert_int_equal(t.desk->over.fields[0].chosen, 2);
		assert_int_equal(rows(&t), 1);
		driver_keys(&t, "<F8><Esc> 2"); /* emptied it opens as ever */
		assert_int_equal(form_text(&t.desk->over.fields[2]).n, 0);
		driver_keys(&t, "<F8>");
		if (langs[i] == LANG_EN)
			driver_must_show(&t, "! Nothing was typed here.");
		driver_close(&t);
	}
}

/* A choice nobody had made yet is not made either. */
static void an_emptied_choice_is_to_be_made_again(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>1 83Essai");
	assert_int_equal(t.desk->over.fields[0].chosen, 2);
	driver_keys(&t, "<F8>");
	assert_int_equal(t.desk->over.fields[0].chosen, t.desk->over.fields[0].choices_n);
	driver_close(&t);
}

static void a_form_under_the_fingers_survives_a_kill(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_EN, DRIVER_PREPARED);
	driver_play(&t, OPENED);
	driver_killed(&t, "<F9>2 2<S-Tab><Right><Tab>مدير<Tab>Dir");
	driver_must_show(&t, "✎ What you typed in “A guest or an official” is kept");
	assert_int_equal(t.desk->screen, SCREEN_ATTENDANCE);
	driver_keys(&t, " 2");
	assert_int_equal(t.desk->over.fields[0].chosen, 1);
	driver_must_not_show(&t, "open it again");
	driver_keys(&t, "ecteur");
	driver_must_show(&t, "مدير");
	driver_must_show(&t, "Directeur");
	driver_close(&t);
}

static void a_reason_that_is_asked_for_keeps_the_draft_until_it_is_given(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "@10:00 " OPENED "@10:40 attendance.left member=17\n");
	driver_keys(&t, "<F9>2 417<Tab>1020<F4>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_must_show(&t, "Esc goes back to the form");
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	assert_true(str_is(form_text(&t.desk->over.fields[0]), "17"));
	assert_true(str_is(form_text(&t.desk->over.fields[1]), "1020"));
	/* What is typed as a reason is kept as well. */
	driver_keys(&t, "<F4>4<Enter>la porte<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_keys(&t, "<F4>4<Enter>");
	driver_must_show(&t, "la porte");
	driver_keys(&t, " du fond<Enter>");
	assert_int_equal(driver_session(&t)->timings.n, 1);
	assert_int_equal(rows(&t), 0);
	driver_close(&t);
}

/* A request signed by too few is asked about. */
static void a_question_answered_with_no_leads_back_to_the_form(void **state)
{
	static const char *const noes[] = {
		"<Esc>", "2<Enter>", "<F9><Esc><Esc>", "<F9>2<Esc><Esc>"};
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, REQUEST "3<Tab><Tab>7<Tab><Tab>Driouch<F4>");
	for (size_t i = 0; i < ARRAY_LEN(noes); i++) {
		assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
		driver_must_show(&t, "Please confirm");
		driver_keys(&t, noes[i]);
		assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
		driver_must_show(&t, "Driouch");
		assert_int_equal(driver_session(&t)->log.n, acts);
		driver_keys(&t, "<F4>");
	}
	assert_int_equal(rows(&t), 1);
	driver_keys(&t, "1<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_null(t.desk->over.under);
	assert_int_equal(rows(&t), 0);
	driver_close(&t);
}

static void a_form_under_a_question_survives_the_end_of_the_desk(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, REQUEST "3<Tab><Tab>7<Tab><Tab>Driouch<F4>");
	driver_must_show(&t, "Please confirm");
	driver_leave(&t);
	driver_desk(&t, 24, 80);
	driver_keys(&t, REQUEST);
	driver_must_show(&t, "Driouch");
	driver_keys(&t, "<F4><F9>7"); /* put aside with its question, and the desk is left */
	driver_leave(&t);
	assert_int_equal(rows(&t), 1);
	driver_close(&t);
}

static void what_was_typed_for_one_item_is_not_shown_for_another(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>1<Home> 7<Tab>premier<Esc>");
	driver_keys(&t, "<Down> 7");
	driver_must_show(&t, "Change item 2");
	driver_must_not_show(&t, "premier");
	driver_keys(&t, "<Esc><Up> 7");
	driver_must_show(&t, "premier");
	driver_close(&t);
}

static void the_menu_empties_a_form(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>2 2مدير<Esc> 2<F9>empty<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_must_not_show(&t, "مدير");
	assert_int_equal(rows(&t), 0);
	driver_keys(&t, "<Esc> 2");
	driver_must_not_show(&t, "is back");
	driver_close(&t);
}

static void what_was_merely_proposed_is_no_draft(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>2 2<Tab>ab<BS><BS><S-Tab><S-Tab><Right><Left><Esc>");
	assert_int_equal(rows(&t), 0);
	driver_close(&t);
}

static void a_form_that_waits_beside_the_menu_is_kept_too(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	t.desk->patient = true; /* the pause before a draft is kept is not over */
	driver_keys(&t, "<F9>2 2مدير");
	assert_int_equal(rows(&t), 0);
	driver_keys(&t, "<F9>");
	assert_int_equal(rows(&t), 1);
	driver_close(&t);
}

/* What F2 chose is kept at once, and belongs to who sits here, not to the chamber. */
static void the_language_is_the_one_a_killed_desk_was_left_in(void **state)
{
	struct error err = {.code = ERROR_NONE};
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, "");
	driver_leave(&t);
	t.cli.lang_given = false;
	t.cli.lang = LANG_EN;
	assert_int_equal(cli_desk_language(&t.cli, t.r, &err), 0);
	assert_int_equal(t.cli.lang, register_chamber(t.r)->is.lang);
	/* A sample is nobody's chamber: the language of the environment stands. */
	t.cli.lang = LANG_EN;
	t.cli.sample = true;
	assert_int_equal(cli_desk_language(&t.cli, t.r, &err), 0);
	assert_int_equal(t.cli.lang, LANG_EN);
	/* … and it goes on in it, also where it is opened by its name. */
	t.cli.sample = false;
	t.cli.lang = LANG_AR;
	assert_int_equal(cli_desk_language(&t.cli, t.r, &err), 0);
	assert_int_equal(t.cli.lang, LANG_EN);
	t.cli.lang = LANG_AR;
	driver_killed(&t, "<F2>");
	driver_leave(&t);
	t.cli.lang = LANG_EN;
	assert_int_equal(cli_desk_language(&t.cli, t.r, &err), 0);
	assert_int_equal(t.cli.lang, LANG_FR);
	t.cli.lang = LANG_EN;
	t.cli.lang_given = true; /* who says which one means it */
	assert_int_equal(cli_desk_language(&t.cli, t.r, &err), 0);
	assert_int_equal(t.cli.lang, LANG_EN);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(a_leftover_is_told_in_its_form_and_emptied_by_a_key),
		cmocka_unit_test(an_emptied_choice_is_to_be_made_again),
		cmocka_unit_test(a_form_left_by_esc_is_back_until_it_is_recorded),
		cmocka_unit_test(a_form_under_the_fingers_survives_a_kill),
		cmocka_unit_test(a_reason_that_is_asked_for_keeps_the_draft_until_it_is_given),
		cmocka_unit_test(a_question_answered_with_no_leads_back_to_the_form),
		cmocka_unit_test(a_form_under_a_question_survives_the_end_of_the_desk),
		cmocka_unit_test(what_was_typed_for_one_item_is_not_shown_for_another),
		cmocka_unit_test(the_menu_empties_a_form),
		cmocka_unit_test(what_was_merely_proposed_is_no_draft),
		cmocka_unit_test(a_form_that_waits_beside_the_menu_is_kept_too),
		cmocka_unit_test(the_language_is_the_one_a_killed_desk_was_left_in),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
