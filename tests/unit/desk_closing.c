#include "storage/file.h"
#include "tests/desk_driver.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "storage/record/record.h"

#include <sys/stat.h>
#include <unistd.h>

/* Closing at the desk: reading through, freezing, two signatures, the folder; and every way in
 * which one of them is refused. */

/* Reads the minutes to their last page. */
static void read_all(struct driver *t)
{
	int pages = 0;

	driver_keys(t, "<Enter>");
	while (t->desk->step_ms >= 0 && !driver_shows(t, "✓ Le procès-verbal a été relu.") &&
		!driver_shows(t, "✓ تمت قراءة المحضر.") &&
		!driver_shows(t, "✓ The minutes were read through.")) {
		driver_keys(t, "<Enter>");
		assert_true(++pages < 100);
	}
}

static void freeze(struct driver *t)
{
	driver_keys(t, "<F9>9 3figer<Enter>");
	assert_int_equal(driver_session(t)->phase, PHASE_FROZEN);
	driver_wait(t);
}

static void open_closing(struct driver *t, enum lang lang)
{
	driver_open(t, lang, DRIVER_HELD);
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>9");
}

static void the_way_to_the_signed_record_stands_on_every_screen(void **state)
{
	static const int sizes[][2] = {{24, 80}, {45, 160}};

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			struct driver t;

			driver_open(&t, (enum lang)lang, DRIVER_HELD);
			driver_desk(&t, sizes[i][0], sizes[i][1]);
			driver_keys(&t, "<F9>9");
			driver_golden(&t, "closing-points");
			driver_keys(&t, "<Enter><Enter>");
			driver_golden(&t, "closing-page");
			read_all(&t);
			driver_golden(&t, "closing-read");
			driver_keys(&t, "<Enter>freeze<Enter>");
			driver_wait(&t);
			driver_golden(&t, "closing-frozen");
			driver_keys(&t, "<Enter>");
			driver_golden(&t, "closing-secretary");
			driver_keys(&t, "specimen<Enter>");
			driver_golden(&t, "closing-half");
			driver_keys(&t, "<Enter>");
			driver_golden(&t, "closing-president");
			driver_keys(&t, "specimen<Enter>");
			assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
			driver_golden(&t, "closing-signed");
			driver_close(&t);
		}
	}
}

static void the_folder_is_written_where_it_is_asked_for_and_holds(void **state)
{
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0};
	struct record_check check;
	struct driver t;
	char keys[600];
	const char *dir, *path;

	(void)state;
	open_closing(&t, LANG_FR);
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter><Enter>specimen<Enter>");
	dir = scratch_path(&t.arena, t.folder, "record");
	assert_int_equal(mkdir(dir, 0700), 0);
	path = scratch_path(&t.arena, dir, "stranger");
	assert_int_equal(file_write(path, "x", 1, 0600, FILE_NEW, &err), 0);
	driver_keys(&t, "<Enter><C-Home>");
	/* The default goes, ours comes. */
	driver_keys(&t, "<C-k>");
	(void)snprintf(keys, sizeof keys, "%s<Enter>", dir);
	driver_keys(&t, keys);
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM); /* not empty: said in the field */
	assert_true(t.desk->over.fields[0].problem.id != NULL);
	assert_int_equal(unlink(path), 0);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "✓ chaque chiffre découle des actes ; le procès-verbal tient");
	path = scratch_path(&t.arena, dir, "carfm-ag-2024-12-30-1.pdf");
	assert_int_equal(file_read(path, (size_t)64 << 20, &pdf, &err), 0);
	assert_int_equal(record_verify((struct str){(const char *)pdf.p, pdf.n}, STR(""), false,
				 &check, &t.arena, &err),
		0);
	assert_true(check.holds);
	bytes_free(&pdf);
	driver_must_show(&t, "Copier le registre sur une clé");
	driver_close(&t);
}

static void nothing_is_frozen_without_its_word(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, " 3<Enter>");
	driver_must_show(&t, "! Tapez le mot « figer », ou Esc laisse le procès-verbal ouvert.");
	driver_keys(&t, "oui<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_close(&t);
}

static void the_word_may_be_typed_on_an_arabic_keyboard(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_AR);
	driver_keys(&t, " 3تجميد<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_FROZEN);
	driver_wait(&t);
	driver_close(&t);
	/* "figer" on the keys of an AZERTY keyboard that gives Arabic: ب ه ل ث ق */
	open_closing(&t, LANG_AR);
	driver_keys(&t, " 3بهلثق<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_FROZEN);
	driver_wait(&t);
	driver_close(&t);
}

static void a_wrong_passphrase_has_three_tries_and_signs_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	open_closing(&t, LANG_FR);
	freeze(&t);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<Enter>faux<Enter>");
	driver_must_show(&t, "✗ Phrase secrète fausse ; encore 2 essais.");
	driver_must_not_show(&t, "faux");
	driver_keys(&t, "encore<Enter>");
	driver_must_show(&t, "✗ Phrase secrète fausse ; encore 1 essai.");
	driver_keys(&t, "non<Enter>");
	driver_must_show(
		&t, "✗ Phrase secrète fausse trois fois ; rien n'est signé. Entrée recommence.");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<Enter>specimen<Enter>");
	assert_int_equal(driver_session(&t)->signatures.n, 1);
	driver_close(&t);
}

static void the_length_of_a_passphrase_is_not_seen(void **state)
{
	struct driver t;
	struct str one, two;

	(void)state;
	open_closing(&t, LANG_FR);
	freeze(&t);
	driver_keys(&t, "<Enter>a");
	one = canvas_dump(term_memory_canvas(t.term), &t.arena);
	driver_keys(&t, "bcdefghij");
	two = canvas_dump(term_memory_canvas(t.term), &t.arena);
	assert_true(str_equal(one, two));
	driver_close(&t);
}

static void the_president_may_sign_on_another_day(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter><Enter><Esc>");
	driver_must_show(&t, "Pas signé maintenant ; cela se fait plus tard, même un autre jour.");
	driver_leave(&t);
	driver_reopen(&t);
	assert_true(instant_parse(STR("2025-01-06T09:00:00+01:00"), &t.script.now));
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9<Enter>specimen<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_must_show(&t, "● Signé par tous et vérifié ; reste le dossier du procès-verbal.");
	driver_close(&t);
}

/* The passphrase is there before the pages: signing waits for them. */
static void a_signature_waits_for_the_pages(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, " 3figer<Enter>");
	assert_true(closing_watch(t.desk) >= 0);
	term_memory_type(t.term, "<Enter>specimen<Enter>");
	driver_keys(&t, "");
	driver_wait(&t);
	assert_int_equal(driver_session(&t)->signatures.n, 1);
	driver_close(&t);
}

static void a_frozen_record_is_withdrawn_with_a_reason(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, " 9");
	driver_keys(&t, "<Esc>");
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter>");
	driver_keys(&t, " 91<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	assert_int_equal(driver_session(&t)->withdrawals.n, 1);
	assert_false(hash_is_zero(driver_session(&t)->withdrawals.at[0].file));
	/* Frozen anew, it names the file it replaces, and is signed as usual. */
	freeze(&t);
	assert_false(hash_is_zero(driver_session(&t)->frozen.replaces));
	driver_keys(&t, "<Enter>specimen<Enter><Enter>specimen<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_close(&t);
}

static void a_program_that_cannot_draw_is_one_clear_message(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	t.cli.program = "/bin/false";
	driver_keys(&t, " 3figer<Enter>");
	driver_wait(&t);
	driver_must_show(
		&t, "✗ Les pages n'ont pas pu être préparées : le programme qui les dessine");
	t.cli.program = "/nowhere/mahdar";
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(driver_session(&t)->signatures.n, 0);
	t.cli.program = scratch_path(&t.arena, test_builddir(), "mahdar");
	driver_keys(&t, "<Enter>specimen<Enter>");
	driver_wait(&t);
	assert_int_equal(driver_session(&t)->signatures.n, 1);
	driver_close(&t);
}

static void what_the_child_complains_about_is_said(void **state)
{
	struct driver t;
	const char *script;
	struct error err = {.code = ERROR_NONE};
	static const char text[] = "#!/bin/sh\necho 'mahdar: Il manque une police.' >&2\nexit 3\n";

	(void)state;
	open_closing(&t, LANG_FR);
	script = scratch_path(&t.arena, t.folder, "child.sh");
	assert_int_equal(file_write(script, text, sizeof text - 1, 0700, FILE_NEW, &err), 0);
	t.cli.program = script;
	driver_keys(&t, " 3figer<Enter>");
	driver_wait(&t);
	driver_must_show(&t, "✗ Les pages n'ont pas pu être préparées : Il manque une police.");
	driver_close(&t);
}

static void an_open_point_leads_to_where_it_is_settled(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, "1");
	assert_int_equal(t.desk->screen, SCREEN_MINUTES);
	driver_must_show(&t, "QUE RÉDIGER");
	driver_close(&t);
}

static void an_act_after_the_reading_asks_for_another(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	read_all(&t);
	driver_must_show(&t, "Figer le procès-verbal pour signature : un mot est demandé");
	driver_play(&t, "text.keep part=note lang=fr content=\"Une note.\"\n");
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "! un acte a été noté depuis la lecture : à relire");
	driver_must_show(&t, "Relire le procès-verbal, page par page");
	driver_close(&t);
}

static void before_the_sitting_is_closed_nothing_is_signed(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_golden(&t, "closing-before");
	driver_keys(&t, " 3");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL); /* off, with its reason */
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_session(&t)->phase, PHASE_PREPARING);
	driver_close(&t);
}

static void a_draft_is_written_for_printing(void **state)
{
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0};
	struct driver t;
	const char *path;
	char keys[600];

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	path = scratch_path(&t.arena, t.folder, "projet.pdf");
	(void)snprintf(keys, sizeof keys, "<F9>9 4<C-Home><C-k>%s<Enter>", path);
	driver_keys(&t, keys);
	driver_wait(&t);
	assert_int_equal(file_read(path, (size_t)64 << 20, &pdf, &err), 0);
	assert_true(pdf.n > 5 && memcmp(pdf.p, "%PDF-", 5) == 0);
	bytes_free(&pdf);
	driver_close(&t);
}

static void a_failed_quorum_ends_in_a_signed_record_too(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, "@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
			"@10:05 attendance.present member=1,2,3,4,5,6,7,8\n"
			"@10:30 quorum.record confirm=yes\n"
			"@10:31 sitting.close cause=no-quorum\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "AVANT LA SIGNATURE — procès-verbal de carence");
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter><Enter>specimen<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_way_to_the_signed_record_stands_on_every_screen),
		cmocka_unit_test(the_folder_is_written_where_it_is_asked_for_and_holds),
		cmocka_unit_test(nothing_is_frozen_without_its_word),
		cmocka_unit_test(the_word_may_be_typed_on_an_arabic_keyboard),
		cmocka_unit_test(a_wrong_passphrase_has_three_tries_and_signs_nothing),
		cmocka_unit_test(the_length_of_a_passphrase_is_not_seen),
		cmocka_unit_test(the_president_may_sign_on_another_day),
		cmocka_unit_test(a_signature_waits_for_the_pages),
		cmocka_unit_test(a_frozen_record_is_withdrawn_with_a_reason),
		cmocka_unit_test(a_program_that_cannot_draw_is_one_clear_message),
		cmocka_unit_test(what_the_child_complains_about_is_said),
		cmocka_unit_test(an_open_point_leads_to_where_it_is_settled),
		cmocka_unit_test(an_act_after_the_reading_asks_for_another),
		cmocka_unit_test(before_the_sitting_is_closed_nothing_is_signed),
		cmocka_unit_test(a_draft_is_written_for_printing),
		cmocka_unit_test(a_failed_quorum_ends_in_a_signed_record_too),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
