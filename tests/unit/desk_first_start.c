#include "storage/file.h"
#include "tests/hand.h"
#include "tests/pen.h"
#include "tests/test.h"

#include "tui/first_draft.h"
#include "tui/first_start.h"

#include <signal.h>
#include <sys/wait.h>

#include <sys/stat.h>
#include <unistd.h>

#define NAMES "غرفة الصناعة التقليدية<Tab>Chambre d'artisanat<Tab>"

static int setup(void **state)
{
	struct hand *h = calloc(1, sizeof *h);

	hand_open(h, LANG_FR);
	*state = h;
	return 0;
}

static int teardown(void **state)
{
	hand_close(*state);
	free(*state);
	return 0;
}

/* Type KEYS at a first start that finds what one before it left; what first_start answered. */
static int start_again(struct hand *h, int rows, int cols, const char *keys)
{
	struct journal_options options = {.any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};
	struct term *term = hand_terminal(h, rows, cols);

	term_memory_type(term, keys);
	term_memory_leave(term, 0);
	return first_start(&h->cli, term, h->path, &options, &h->r, &err);
}

/* The same with nothing left from before. */
static int start(struct hand *h, int rows, int cols, const char *keys)
{
	first_draft_drop(first_draft_place(h->path, &h->arena));
	return start_again(h, rows, cols, keys);
}

/* The screen names the file: for pictures of it the folder must not show. */
static void picture(struct hand *h, int rows, int cols, const char *keys, const char *name)
{
	const char *path = h->path;

	assert_int_equal(chdir(h->folder), 0);
	h->path = h->cli.register_path = "chamber.mahdar";
	assert_int_equal(start(h, rows, cols, keys), 0);
	assert_int_equal(chdir(test_builddir()), 0);
	h->path = h->cli.register_path = path;
	hand_golden(h, name);
}

static bool no_trace(struct hand *h)
{
	return rmdir(h->folder) == 0 && mkdir(h->folder, 0700) == 0;
}

static void the_language_is_chosen_by_three_words_in_its_own_script(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, ""), 0);
	hand_assert_shows(h, "Français · session · procès-verbal");
	hand_assert_shows(h, "English · session · minutes");
	picture(h, 24, 80, "", "first-language-fr-80x24");
	picture(h, 24, 80, "<Up>", "first-language-ar-80x24");
	assert_int_equal(h->cli.lang, LANG_AR);
}

static void f1_explains_and_any_key_goes_back(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "<F1>"), 0);
	hand_assert_shows(h, "mahdar demo");
	assert_int_equal(start(h, 24, 80, "<F1><Enter>"), 0); /* which only goes back */
	hand_assert_shows(h, "English · session · minutes");
	assert_int_equal(start(h, 24, 80, "<Enter><F1>"), 0);
	hand_assert_shows(h, "mahdar demo");
	assert_true(no_trace(h));
}

/* The digit has gone on already: Enter behind it must not leave the first name out. */
static void an_enter_of_habit_behind_the_digit_leaves_no_name_out(void **state)
{
	struct hand *h = *state;

	picture(h, 24, 80, "1<Enter>" NAMES "cafm", "first-chamber-ar-80x24");
	h->cli.lang = LANG_AR;
}

static void digits_arrows_and_f2_choose_the_language(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "1"), 0);
	assert_int_equal(h->cli.lang, LANG_AR);
	hand_assert_shows(h, "اسم الغرفة بالعربية");
	assert_int_equal(start(h, 24, 80, "3"), 0);
	assert_int_equal(h->cli.lang, LANG_EN);
	h->cli.lang = LANG_AR;
	assert_int_equal(start(h, 24, 80, "<Up><Down><Down><Down><Down><Enter>"), 0);
	assert_int_equal(h->cli.lang, LANG_EN); /* the last one stays */
	h->cli.lang = LANG_AR;
	assert_int_equal(start(h, 24, 80, "<F2>"), 0);
	assert_int_equal(h->cli.lang, LANG_FR);
	assert_int_equal(start(h, 24, 80, "2<F2>"), 0);
	assert_int_equal(h->cli.lang, LANG_EN);
	hand_assert_shows(h, "chamber, Arabic");
}

static void arabic_digits_choose_the_language_too(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "٢"), 0);
	assert_int_equal(h->cli.lang, LANG_FR);
	assert_int_equal(start(h, 24, 80, "&"), 0); /* the key of 1 on AZERTY */
	assert_int_equal(h->cli.lang, LANG_AR);
}

static void the_form_of_the_chamber_is_shown_in_three_languages(void **state)
{
	struct hand *h = *state;

	picture(h, 24, 80, "1" NAMES "cafm", "first-chamber-ar-80x24");
	picture(h, 24, 80, "2" NAMES "cafm", "first-chamber-fr-80x24");
	picture(h, 45, 160, "3" NAMES "cafm", "first-chamber-en-160x45");
}

static void leaving_leaves_no_trace(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "<Esc>"), 0);
	assert_int_equal(start(h, 24, 80, "1" NAMES "cafm<Esc><Esc>"), 0);
	assert_int_equal(start(h, 24, 80, "2" NAMES "cafm<F10>"), 0);
	assert_null(h->r);
	assert_true(no_trace(h));
}

static void going_back_to_the_language_keeps_what_was_typed(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "2" NAMES "cafm<Esc>3"), 0);
	hand_assert_shows(h, "Chambre d'artisanat");
	assert_int_equal(h->cli.lang, LANG_EN);
}

static void a_register_is_made_with_all_that_was_typed(void **state)
{
	struct hand *h = *state;
	const struct chamber_created *is;

	assert_int_equal(start(h, 24, 80,
				 "2" NAMES "cafm<Tab>فاس مكناس<Tab>Fès-Meknès<Tab>فاس<Tab>Fès<Tab>"
				 "كتابة الدولة<Tab>Secrétariat d'État<Tab>ⵜⴰⵅⵅⴰⵎⵜ<F4>"),
		1);
	assert_non_null(h->r);
	is = &register_chamber(h->r)->is;
	assert_true(str_is(is->head.name_ar, "غرفة الصناعة التقليدية"));
	assert_true(str_is(is->head.name_fr, "Chambre d'artisanat"));
	assert_true(str_is(is->code, "cafm"));
	assert_true(str_is(is->head.region_ar, "فاس مكناس"));
	assert_true(str_is(is->head.region_fr, "Fès-Meknès"));
	assert_true(str_is(is->head.seat_ar, "فاس"));
	assert_true(str_is(is->head.seat_fr, "Fès"));
	assert_true(str_is(is->head.ministry_ar, "كتابة الدولة"));
	assert_true(str_is(is->head.ministry_fr, "Secrétariat d'État"));
	assert_true(str_is(is->head.name_zgh, "ⵜⴰⵅⵅⴰⵎⵜ"));
	assert_int_equal(is->lang, LANG_FR);
	assert_false(is->specimen);
}

static void a_wrong_code_is_said_before_anything_is_written(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "3" NAMES "CAFM<F4>"), 0);
	hand_assert_shows(h, "✗ short code: 1 to 16 small Latin letters or digits");
	assert_true(no_trace(h));
	assert_int_equal(start(h, 24, 80, "3" NAMES "CAFM<F4><BS><BS><BS><BS>cafm<F4>"), 1);
}

static void a_name_and_a_code_are_asked_for(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "3<F4>"), 0);
	hand_assert_shows(h, "to be filled in");
	assert_int_equal(start(h, 24, 80, "3اسم<F4>"), 0);
	hand_assert_shows(h, "to be filled in");
	assert_true(no_trace(h));
}

static void a_register_that_cannot_be_made_is_said_and_leaves_no_trace(void **state)
{
	struct hand *h = *state;
	struct str parts[] = {str_of(h->folder), STR("/missing/chamber.mahdar")};

	h->path = arena_join(&h->arena, parts, ARRAY_LEN(parts)).p;
	h->cli.register_path = h->path;
	assert_int_equal(start(h, 24, 80, "3" NAMES "cafm<F4>"), 0);
	hand_assert_shows(h, "✗");
	hand_assert_shows(h, "Chambre d'artisanat"); /* nothing typed is lost */
	assert_null(h->r);
	assert_true(no_trace(h));
}

/* A reason is read to its end, however long the path in it is. That is named from the folder the
 * program runs in: where the tests are built moves no break.
 */
static void a_reason_with_a_long_path_is_not_cut(void **state)
{
	struct hand *h = *state;

	assert_int_equal(chdir(h->folder), 0);
	h->path = h->cli.register_path =
		"a folder whose name is longer than most rows of a terminal are, and longer than "
		"two of them together when a stick is named by its number as well/last.mahdar";
	assert_int_equal(start(h, 24, 80, "3" NAMES "cafm<F4>"), 0);
	assert_int_equal(chdir(test_builddir()), 0);
	hand_assert_shows(h, "last.mahdar");
	hand_assert_shows(h, "The chamber"); /* and the form above it is still there */
	assert_true(no_trace(h));
}

static void a_register_without_a_chamber_is_completed(void **state)
{
	struct hand *h = *state;
	struct journal_options options = {
		.mode = JOURNAL_CREATE, .any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};

	h->r = register_open(h->path, &options, source_live, &err);
	assert_non_null(h->r);
	assert_int_equal(start(h, 24, 80, "1" NAMES "cafm<F4>"), 1);
	assert_true(register_chamber(h->r)->exists);
	assert_int_equal(register_chamber(h->r)->is.lang, LANG_AR);
}

static void what_is_pasted_goes_into_the_field(void **state)
{
	struct hand *h = *state;
	struct journal_options options = {.any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};
	struct term *term = hand_terminal(h, 24, 80);

	term_memory_paste(term, "lost"); /* nowhere to go yet */
	term_memory_type(term, "2");
	term_memory_paste(term, "غرفة");
	term_memory_leave(term, 0);
	assert_int_equal(first_start(&h->cli, term, h->path, &options, &h->r, &err), 0);
	assert_false(hand_shows(h, "lost"));
	assert_non_null(strstr(canvas_dump(term_memory_canvas(term), &h->arena).p, "ﺔﻓﺮﻏ"));
}

static void a_small_terminal_says_so_and_takes_only_esc(void **state)
{
	struct hand *h = *state;
	struct journal_options options = {.any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};
	struct term *term = hand_terminal(h, 20, 72);

	term_memory_type(term, "3");
	term_memory_resize(term, 24, 80);
	term_memory_leave(term, 0);
	assert_int_equal(first_start(&h->cli, term, h->path, &options, &h->r, &err), 0);
	assert_int_equal(h->cli.lang, LANG_FR); /* the 3 had no effect */
	hand_assert_shows(h, "English · session · minutes");
	assert_int_equal(start(h, 20, 72, ""), 0);
	hand_assert_shows(h, "80×24 requis, ici 72×20 : agrandir la fenêtre, ou Ctrl −");
}

static void the_desk_begins_with_an_empty_register(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "2" NAMES "cafm<F4>"), 1);
	hand_type(h, 24, 80, "");
	hand_assert_shows(h, "Ensuite Espace 1 prépare la première session.");
	hand_assert_shows(h, "Importer les membres d’un fichier CSV (Espace 4 : un par un)");
	hand_type(h, 24, 80, "<Enter>"); /* which is what Enter does */
	hand_assert_shows(h, "Importer la liste des membres");
}

/* --- what was typed and not made --- */

/* Another process types KEYS at the first start and is killed. */
static void killed(struct hand *h, const char *keys)
{
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		struct journal_options options = {.any_place = true, .holder = "test"};
		struct error err = {.code = ERROR_NONE};
		struct term *term = hand_terminal(h, 24, 80);

		(void)signal(SIGALRM, SIG_DFL);
		term_memory_type(term, keys);
		(void)alarm(1); /* the terminal is idle, the form stands there */
		if (first_start(&h->cli, term, h->path, &options, &h->r, &err) < 0)
			_exit(1);
		for (;;)
			(void)pause();
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
}

static void a_crash_loses_nothing_of_the_first_form(void **state)
{
	struct hand *h = *state;

	h->cli.lang_given = false;
	killed(h, "3" NAMES "cafm<Tab>فاس");
	assert_true(no_trace(h)); /* no register, nothing beside it */
	assert_int_equal(start_again(h, 24, 80, ""), 0);
	hand_assert_shows(h, "✎ What was typed here and not recorded is back.");
	hand_assert_shows(h, "Chambre d'artisanat");
	hand_assert_shows(h, "cafm");
	assert_int_equal(h->cli.lang, LANG_EN);                    /* as it was chosen */
	assert_int_equal(start_again(h, 24, 80, " مكناس<F4>"), 1); /* the caret is where it was */
	assert_true(str_is(register_chamber(h->r)->is.head.name_fr, "Chambre d'artisanat"));
	assert_true(str_is(register_chamber(h->r)->is.head.region_ar, "فاس مكناس"));
}

static void esc_loses_nothing_of_the_first_form_either(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "3" NAMES "cafm<Esc><Esc>"), 0);
	assert_int_equal(start_again(h, 24, 80, ""), 0);
	hand_assert_shows(h, "Chambre d'artisanat");
	assert_int_equal(start_again(h, 24, 80, "<Esc><Esc>"), 0);
}

static void a_register_that_was_made_leaves_no_draft(void **state)
{
	struct hand *h = *state;
	struct bytes draft = {NULL, 0, 0};
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(start(h, 24, 80, "3" NAMES "cafm<F4>"), 1);
	assert_int_equal(file_read(first_draft_place(h->path, &h->arena), 4096, &draft, &err), -1);
	assert_int_equal(err.code, ERROR_NO_FILE);
}

static void a_form_nothing_was_typed_into_has_no_draft(void **state)
{
	struct hand *h = *state;

	assert_int_equal(start(h, 24, 80, "3a<BS><Esc><Esc>"), 0);
	assert_int_equal(start_again(h, 24, 80, ""), 0);
	hand_assert_shows(h, "English · session · minutes");
}

/* --- rules and second copy --- */

static void the_profile_of_the_rules_is_asked_for(void **state)
{
	struct hand *h = *state;

	assert_int_equal(
		start(h, 24, 80,
			"3" NAMES "cafm<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Right><F4>"),
		1);
	assert_true(str_equal(world_rules(register_world(h->r))->profile,
		register_world(h->r)->profiles[1].profile));
}

static void the_second_copy_is_made_at_once_and_known_to_the_desk(void **state)
{
	struct hand *h = *state;
	const char *stick = scratch_path(&h->arena, h->folder, "stick");
	struct error err = {.code = ERROR_NONE};
	struct builder b;

	assert_int_equal(file_make_folder(stick, &err), 0);
	builder_init(&b, &h->arena);
	builder_add_z(&b, "3" NAMES "cafm<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
	builder_add_z(&b, stick);
	builder_add_z(&b, "<F4>");
	assert_int_equal(start(h, 24, 80, builder_str(&b).p), 1);
	assert_int_equal(access(scratch_path(&h->arena, stick, "chamber.mahdar"), F_OK), 0);
	hand_type(h, 24, 80, "");
	hand_assert_shows(h, "copy ✓");
}

static void a_place_for_the_copy_that_is_not_there_is_said_before_anything_is_made(void **state)
{
	struct hand *h = *state;

	assert_int_equal(
		start(h, 24, 80,
			"3" NAMES "cafm<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>/no/such<F4>"),
		0);
	hand_assert_shows(h, "there is no such folder");
	assert_null(h->r);
	assert_true(no_trace(h));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct CMUnitTest cases[] = {
	CASE(the_language_is_chosen_by_three_words_in_its_own_script),
	CASE(f1_explains_and_any_key_goes_back),
	CASE(an_enter_of_habit_behind_the_digit_leaves_no_name_out),
	CASE(digits_arrows_and_f2_choose_the_language),
	CASE(arabic_digits_choose_the_language_too),
	CASE(the_form_of_the_chamber_is_shown_in_three_languages),
	CASE(leaving_leaves_no_trace),
	CASE(going_back_to_the_language_keeps_what_was_typed),
	CASE(a_register_is_made_with_all_that_was_typed),
	CASE(a_wrong_code_is_said_before_anything_is_written),
	CASE(a_name_and_a_code_are_asked_for),
	CASE(a_register_that_cannot_be_made_is_said_and_leaves_no_trace),
	CASE(a_reason_with_a_long_path_is_not_cut),
	CASE(a_register_without_a_chamber_is_completed),
	CASE(what_is_pasted_goes_into_the_field),
	CASE(a_small_terminal_says_so_and_takes_only_esc),
	CASE(the_desk_begins_with_an_empty_register),
	CASE(a_crash_loses_nothing_of_the_first_form),
	CASE(esc_loses_nothing_of_the_first_form_either),
	CASE(a_register_that_was_made_leaves_no_draft),
	CASE(a_form_nothing_was_typed_into_has_no_draft),
	CASE(the_profile_of_the_rules_is_asked_for),
	CASE(the_second_copy_is_made_at_once_and_known_to_the_desk),
	CASE(a_place_for_the_copy_that_is_not_there_is_said_before_anything_is_made),
};

TEST_MAIN(cases)
