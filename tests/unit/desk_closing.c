#include "storage/file.h"
#include "tests/desk_driver.h"
#include "tui/desk_parts.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "storage/record/record.h"
#include "tests/watcher.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

/* Closing at the desk: reading through, freezing, two signatures, the folder; and every way in
 * which one of them is refused. */

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
			driver_read_minutes(&t);
			driver_golden(&t, "closing-read");
			driver_keys(&t, "<Enter>");
			driver_golden(&t, "closing-secretary");
			driver_keys(&t, "<Esc> 3freeze<Enter>");
			driver_wait(&t);
			driver_golden(&t, "closing-frozen");
			driver_keys(&t, "<Enter>specimen<Enter>");
			driver_golden(&t, "closing-president");
			driver_keys(&t, "<Esc>");
			driver_golden(&t, "closing-half");
			driver_keys(&t, "<Enter>specimen<Enter>");
			assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
			driver_keys(&t, "<Esc>");
			driver_golden(&t, "closing-signed");
			driver_close(&t);
		}
	}
}

/* Stopped anywhere, there is no verdict. */
static void stop_everywhere(struct str pdf)
{
	struct watcher w;
	const struct progress progress = watcher_start(&w, 0);
	const struct record_how how = {.draw = true, .progress = &progress};
	struct error err = {.code = ERROR_NONE};
	struct record_check check;
	struct arena a;
	int64_t questions;

	arena_init(&a, &memory_source);
	assert_int_equal(record_verify(pdf, &how, &check, &a, &err), 0);
	assert_true(check.holds && check.rendered_again);
	questions = w.asked;
	assert_true(questions > check.acts + 2); /* each act, and pages */
	for (int64_t k = 1; k <= questions; k += k < 3 || k > check.acts ? 1 : 23) {
		(void)watcher_start(&w, k);
		err.code = ERROR_NONE;
		assert_int_equal(record_verify(pdf, &how, &check, &a, &err), -1);
		assert_int_equal(err.code, ERROR_CANCELLED);
		assert_int_equal(w.asked, k);
		arena_clear(&a);
	}
}

static void the_folder_is_written_where_it_is_asked_for_and_holds(void **state)
{
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0};
	const struct record_how how = {.draw = false};
	struct record_check check;
	struct driver t;
	char keys[600];
	const char *dir, *path;

	(void)state;
	open_closing(&t, LANG_FR);
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter>specimen<Enter>");
	dir = scratch_path(&t.arena, t.folder, "record");
	assert_int_equal(mkdir(dir, 0700), 0);
	path = scratch_path(&t.arena, dir, "stranger");
	assert_int_equal(file_write(path, "x", 1, 0600, FILE_NEW, &err), 0);
	driver_keys(&t, "<C-Home>");
	/* The default goes, ours comes. */
	driver_keys(&t, "<C-k>");
	(void)snprintf(keys, sizeof keys, "%s<Enter>", dir);
	driver_keys(&t, keys);
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM); /* not empty: said in the field */
	assert_true(t.desk->over.fields[0].problem.id != NULL);
	assert_int_equal(unlink(path), 0);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "✓ chaque chiffre découle des actes ; le procès-verbal est valable");
	path = scratch_path(&t.arena, dir, "carfm-ag-2024-12-30-1.pdf");
	assert_int_equal(file_read(path, (size_t)64 << 20, &pdf, &err), 0);
	assert_int_equal(record_verify((struct str){(const char *)pdf.p, pdf.n}, &how, &check,
				 &t.arena, &err),
		0);
	assert_true(check.holds);
	stop_everywhere((struct str){(const char *)pdf.p, pdf.n});
	bytes_free(&pdf);
	driver_must_show(&t, "Copier le registre sur un support USB");
	/* The next start knows of it. */
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "Copier le registre sur un support USB");
	/* Wherever one is, the step is the same, and Enter does it. */
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "Copier le registre sur un support USB");
	driver_must_not_show(&t, "il ne reste rien à faire");
	driver_must_not_show(&t, "F8");
	driver_keys(&t, "<F8>");
	driver_must_show(&t, "✗ Le procès-verbal est signé par tous");
	(void)snprintf(keys, sizeof keys, "<Enter><C-k>%s<Enter>",
		scratch_path(&t.arena, t.folder, "stick"));
	driver_keys(&t, keys);
	driver_must_show(&t, "il ne reste rien à faire");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "il ne reste rien à faire");
	driver_leave(&t);
	driver_reopen(&t); /* the copy is remembered as well */
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "il ne reste rien à faire");
	driver_must_not_show(&t, "Copier le registre");
	driver_close(&t);
}

/* A second reading that is broken off leaves the times of the first. */
static void a_reading_broken_off_changes_no_time(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_EN);
	driver_read_minutes(&t);
	driver_must_show(&t, "✓ read through, from 14:20 to 14:20");
	t.script.now.seconds += 9 * 60;
	driver_keys(&t, "<F9>9 2<Enter><Esc>");
	driver_must_show(&t, "✓ read through, from 14:20 to 14:20");
	driver_keys(&t, " 2");
	t.script.now.seconds += 60;
	for (int page = 0; !driver_shows(&t, "✓ read through, from 14:29 to 14:30"); page++) {
		driver_keys(&t, "<Enter>");
		assert_true(page < 100);
	}
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
		&t, "✗ Phrase secrète fausse trois fois ; rien n’est signé. Entrée recommence.");
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
	driver_keys(&t, "<Enter>specimen<Enter><Esc>");
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

/* Read through, Enter and the passphrase: frozen and signed, and the president is asked. A wrong
 * passphrase freezes nothing. */
static void the_first_passphrase_freezes_as_well(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_read_minutes(&t);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! Le document signé est en arabe");
	driver_keys(&t, "faux<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_keys(&t, "specimen<Enter>");
	driver_wait(&t);
	assert_int_equal(driver_session(&t)->phase, PHASE_FROZEN);
	assert_int_equal(driver_session(&t)->signatures.n, 1);
	driver_must_show(&t, "TOURNEZ LE CLAVIER");
	driver_keys(&t, "specimen<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM); /* where the folder goes */
	driver_close(&t);
}

/* Why it ends is said by whoever closes it, as long as items wait. */
static void a_reason_is_proposed_only_when_all_is_treated(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=1\nitem.present item=1\nitem.note item=1\n");
	driver_keys(&t, "<F9>9 1");
	driver_must_show(&t, "Not dealt with yet: items 2, 3, 4, 5, 6, 7, 8, 9 and 10.");
	driver_must_show(&t, "1  the session ends, its agenda not completed");
	driver_golden(&t, "closing-untreated");
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "to be chosen");
	assert_int_equal(driver_session(&t)->phase, PHASE_SITTING);
	driver_keys(&t, "3CLOSE<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_BETWEEN);
	driver_close(&t);
}

/* Every line below the heading is counted: those to settle, and those that stay. */
static void what_stays_is_counted_beside_what_can_be_settled(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
			"text.keep item=1 part=discussion lang=fr content=\"Une remarque.\"\n"
			"sitting.close cause=done confirm=untreated\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "! 1 point à régler avant de signer, ou à laisser tel quel :");
	driver_must_show(&t, "· et 10 points qui demeurent tels quels au procès-verbal :");
	driver_close(&t);
}

/* With nothing left to settle the reading begins with the closing and ends in the passphrase. */
static void closing_leads_to_the_reading_and_that_to_the_passphrase(void **state)
{
	struct driver t;
	int pages = 0;

	(void)state;
	driver_begin(&t, LANG_FR,
		"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		"@10:05 attendance.present member=1,2,3,4,5,6,7,8\n"
		"@10:30 quorum.record confirm=unanswered\n");
	driver_keys(&t, "<F9>9 12CLORE<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_must_show(&t, "LECTURE AVANT SIGNATURE");
	while (t.desk->over.kind == OVERLAY_NONE) {
		driver_keys(&t, "<Enter>");
		assert_true(++pages < 100);
	}
	driver_must_show(&t, "Cette signature fige le procès-verbal");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
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
	driver_keys(&t, "<Enter>specimen<Enter><Esc>");
	driver_keys(&t, " 91<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	assert_int_equal(driver_session(&t)->withdrawals.n, 1);
	assert_false(hash_is_zero(driver_session(&t)->withdrawals.at[0].file));
	/* Frozen anew, it names the file it replaces, and is signed as usual. */
	freeze(&t);
	assert_false(hash_is_zero(driver_session(&t)->frozen.replaces));
	driver_keys(&t, "<Enter>specimen<Enter>specimen<Enter>");
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
		&t, "✗ Les pages n’ont pas pu être préparées : le programme qui les dessine");
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
	driver_must_show(&t, "✗ Les pages n’ont pas pu être préparées : Il manque une police.");
	driver_close(&t);
}

static void an_open_point_leads_to_where_it_is_settled(void **state)
{
	struct driver t;
	int kept = 0;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, "1");
	assert_int_equal(t.desk->screen, SCREEN_MINUTES);
	/* The side that is missing is open, and what is typed goes into it. */
	driver_must_show(&t, "▸ en français");
	driver_must_show(&t, "non rédigé");
	driver_keys(&t, "Allocution.<F4>");
	for (size_t i = 0; i < driver_session(&t)->passages.n; i++)
		kept += str_is(driver_session(&t)->passages.at[i].content.fr, "Allocution.");
	assert_int_equal(kept, 1);
	driver_close(&t);
}

static void a_point_nothing_can_be_done_about_has_no_digit(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		"@10:05 attendance.all\n@10:06 quorum.record\n");
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "1-9 régler un point");
	driver_keys(&t, "2");
	assert_int_equal(
		t.desk->screen, SCREEN_AGENDA); /* the sitting goes on: it can be treated */
	assert_int_equal(t.desk->agenda.focus, 1);
	driver_leave(&t);
	driver_play(&t, "@10:30 sitting.close cause=done confirm=untreated\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "non traité");
	driver_must_not_show(&t, "régler un point");
	driver_keys(&t, "1");
	assert_int_equal(t.desk->screen, SCREEN_CLOSING);
	driver_close(&t);
}

static void an_act_after_the_reading_asks_for_another(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_read_minutes(&t);
	driver_must_show(&t, "Figer et signer : ");
	driver_play(&t, "text.keep part=note lang=fr content=\"Une note.\"\n");
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "! le texte a changé depuis la lecture : pages à relire : ");
	driver_must_show(&t, "Continuer la lecture du procès-verbal : page ");
	for (int pages = 0; !driver_shows(&t, "Figer et signer : "); pages++) {
		driver_keys(&t, "<Enter>");
		assert_true(pages < 4); /* the way in, and the pages of the note */
	}
	driver_close(&t);
}

/* Nobody signs to have read what the record does not say: frozen by its word all the same. */
static void what_is_frozen_unread_says_so(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, " 3");
	driver_must_show(&t, "ont pas encore été affichées");
	driver_keys(&t, "<Esc>");
	driver_read_minutes(&t);
	driver_play(&t, "text.keep part=note lang=fr content=\"Une note.\"\n");
	driver_keys(&t, "<Up> 3");
	driver_must_show(&t, "! ");
	driver_must_show(&t, "pas encore été affichée");
	driver_keys(&t, "figer<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_FROZEN);
	driver_wait(&t);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! Le procès-verbal n’a pas été lu ici jusqu’au bout.");
	driver_must_not_show(&t, "Le procès-verbal a été lu");
	driver_close(&t);
}

static void what_was_read_through_need_not_be_read_again(void **state)
{
	struct driver t;

	(void)state;
	open_closing(&t, LANG_FR);
	driver_keys(&t, "<Enter><Enter><Esc>");
	driver_must_show(&t, "· pages relues jusqu’ici : 2 sur ");
	driver_read_minutes(&t);
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "✓ relu, de 14:20 à 14:20");
	driver_must_show(&t, "Figer et signer : ");
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

static void drawing_says_how_far_it_is_and_escape_stops_it(void **state)
{
	static const char slow[] = "#!/bin/sh\necho 'page 12 40' >&2\nexec sleep 600\n";
	struct error err = {.code = ERROR_NONE};
	struct driver t;
	const char *path, *program;
	char keys[600];

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	program = scratch_path(&t.arena, t.folder, "slow");
	assert_int_equal(file_write(program, slow, sizeof slow - 1, 0700, FILE_NEW, &err), 0);
	t.cli.program = program;
	driver_desk(&t, 24, 80);
	path = scratch_path(&t.arena, t.folder, "projet.pdf");
	(void)snprintf(keys, sizeof keys, "<F9>9 4<C-Home><C-k>%s<Enter>", path);
	driver_keys(&t, keys);
	assert_true(closing_watch(t.desk) >= 0);
	for (int i = 0; i < 200 && !driver_shows(&t, "page 12 sur 40 dessinée · Esc arrête"); i++) {
		assert_int_equal(poll(NULL, 0, 20), 0);
		assert_true(desk_turn(t.desk));
	}
	driver_must_show(&t, "page 12 sur 40 dessinée · Esc arrête");
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "■ Arrêté ; rien n’est écrit.");
	assert_int_equal(closing_watch(t.desk), -1);
	assert_int_equal(access(path, F_OK), -1);
	driver_close(&t);
}

static void a_failed_quorum_ends_in_a_signed_record_too(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		"@10:05 attendance.present member=1,2,3,4,5,6,7,8\n"
		"@10:30 quorum.record confirm=unanswered\n"
		"@10:31 sitting.close cause=no-quorum\n");
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "AVANT LA SIGNATURE — procès-verbal de carence");
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter>specimen<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_close(&t);
}

static void the_folder_is_proposed_among_the_documents(void **state)
{
	struct driver t;
	struct error err = {.code = ERROR_NONE};
	static const char dirs[] = "#\nXDG_DOCUMENTS_DIR=\"$HOME/المستندات\"\n";
	const char *want, *config;

	(void)state;
	open_closing(&t, LANG_FR);
	freeze(&t);
	driver_keys(&t, "<Enter>specimen<Enter>specimen<Enter>");
	config = scratch_path(&t.arena, t.folder, "user-dirs.dirs");
	assert_int_equal(file_write(config, dirs, sizeof dirs - 1, 0600, FILE_NEW, &err), 0);
	assert_int_equal(mkdir(scratch_path(&t.arena, t.folder, "المستندات"), 0700), 0);
	assert_int_equal(setenv("HOME", t.folder, 1), 0);
	assert_int_equal(setenv("XDG_CONFIG_HOME", t.folder, 1), 0);
	want = scratch_path(&t.arena, t.folder, "carfm-ag-2024-12-30-1");
	assert_true(str_is(form_text(&t.desk->over.fields[0]), want)); /* beside the register */
	t.cli.register_path = NULL; /* at the place nobody named */
	driver_keys(&t, "<Esc><Enter>");
	want = scratch_path(&t.arena, t.folder, "المستندات/carfm-ag-2024-12-30-1");
	assert_true(str_is(form_text(&t.desk->over.fields[0]), want));
	driver_keys(&t, "<Enter>");
	assert_int_equal(access(scratch_path(&t.arena, want, "VERIFY.txt"), R_OK), 0);
	driver_close(&t);
}

/* Every key of three layouts, pressed once. What it opens is left again. */
static void press_every_key_once(struct driver *t, const char *way_here)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789=/:;,!?*+-&é\"'(_çà) "
				      "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤ٠١٢٣٤٥٦٧٨٩";
	static const char *const named[] = {"<Enter>", "<Esc>", "<Tab>", "<S-Tab>", "<BS>", "<Del>",
		"<Up>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>",
		"<F1>", "<F2>", "<F3>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<F9>", "<F11>",
		"<F12>"};
	struct str s = str_of(letters);
	size_t acts = driver_session(t)->log.n, at = 0, i = 0;

	while (at < s.n || i < ARRAY_LEN(named)) {
		char key[8] = "";
		size_t from = at;
		uint32_t code;

		driver_keys(t, way_here);
		if (at < s.n) {
			assert_true(str_decode(s, &at, &code));
			(void)snprintf(key, sizeof key, "%.*s", (int)(at - from), s.p + from);
			driver_keys(t, key);
		} else {
			driver_keys(t, named[i++]);
		}
		assert_int_equal(driver_session(t)->log.n, acts);
		driver_keys(t, "<Esc><Esc><Esc>");
		assert_int_equal(driver_session(t)->log.n, acts);
	}
}

static void no_single_key_records_anything_here(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	press_every_key_once(&t, "<F9>9");
	press_every_key_once(&t, "<F9>9<Enter>");
	press_every_key_once(&t, "<F9>8");
	press_every_key_once(&t, "<F9>8<Enter>");
	press_every_key_once(&t, "<F9>7");
	press_every_key_once(&t, "<F9>7<F4>");
	press_every_key_once(&t, "<F9>5");
	driver_close(&t);
	open_closing(&t, LANG_AR);
	driver_keys(&t, " 3تجميد<Enter>");
	driver_wait(&t);
	press_every_key_once(&t, "<F9>9");
	press_every_key_once(&t, "<F9>9<Enter>");
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_way_to_the_signed_record_stands_on_every_screen),
		cmocka_unit_test(the_folder_is_written_where_it_is_asked_for_and_holds),
		cmocka_unit_test(a_reading_broken_off_changes_no_time),
		cmocka_unit_test(nothing_is_frozen_without_its_word),
		cmocka_unit_test(the_word_may_be_typed_on_an_arabic_keyboard),
		cmocka_unit_test(a_wrong_passphrase_has_three_tries_and_signs_nothing),
		cmocka_unit_test(the_length_of_a_passphrase_is_not_seen),
		cmocka_unit_test(the_president_may_sign_on_another_day),
		cmocka_unit_test(the_first_passphrase_freezes_as_well),
		cmocka_unit_test(a_reason_is_proposed_only_when_all_is_treated),
		cmocka_unit_test(what_stays_is_counted_beside_what_can_be_settled),
		cmocka_unit_test(closing_leads_to_the_reading_and_that_to_the_passphrase),
		cmocka_unit_test(a_signature_waits_for_the_pages),
		cmocka_unit_test(a_frozen_record_is_withdrawn_with_a_reason),
		cmocka_unit_test(a_program_that_cannot_draw_is_one_clear_message),
		cmocka_unit_test(what_the_child_complains_about_is_said),
		cmocka_unit_test(an_open_point_leads_to_where_it_is_settled),
		cmocka_unit_test(a_point_nothing_can_be_done_about_has_no_digit),
		cmocka_unit_test(an_act_after_the_reading_asks_for_another),
		cmocka_unit_test(what_is_frozen_unread_says_so),
		cmocka_unit_test(what_was_read_through_need_not_be_read_again),
		cmocka_unit_test(before_the_sitting_is_closed_nothing_is_signed),
		cmocka_unit_test(a_draft_is_written_for_printing),
		cmocka_unit_test(drawing_says_how_far_it_is_and_escape_stops_it),
		cmocka_unit_test(a_failed_quorum_ends_in_a_signed_record_too),
		cmocka_unit_test(the_folder_is_proposed_among_the_documents),
		cmocka_unit_test(no_single_key_records_anything_here),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
