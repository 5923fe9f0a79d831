#include "tests/hand.h"
#include "tests/test.h"

#include "tui/first_start.h"

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

/* Type KEYS at a first start; what first_start answered. */
static int start(struct hand *h, int rows, int cols, const char *keys)
{
	struct journal_options options = {.any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};
	struct term *term = hand_terminal(h, rows, cols);

	term_memory_type(term, keys);
	term_memory_leave(term, 0);
	return first_start(&h->cli, term, h->path, &options, &h->r, &err);
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
				 "كتابة الدولة<Tab>Secrétariat d'État<Enter>"),
		1);
	assert_non_null(h->r);
	is = &register_chamber(h->r)->is;
	assert_true(str_is(is->name_ar, "غرفة الصناعة التقليدية"));
	assert_true(str_is(is->name_fr, "Chambre d'artisanat"));
	assert_true(str_is(is->code, "cafm"));
	assert_true(str_is(is->region_ar, "فاس مكناس"));
	assert_true(str_is(is->region_fr, "Fès-Meknès"));
	assert_true(str_is(is->seat_ar, "فاس"));
	assert_true(str_is(is->seat_fr, "Fès"));
	assert_true(str_is(is->ministry_ar, "كتابة الدولة"));
	assert_true(str_is(is->ministry_fr, "Secrétariat d'État"));
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
	hand_assert_shows(h, "Aucune session encore. Entrée, ou Espace 1, prépare la première.");
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct CMUnitTest cases[] = {
	CASE(the_language_is_chosen_by_three_words_in_its_own_script),
	CASE(f1_explains_and_any_key_goes_back),
	CASE(digits_arrows_and_f2_choose_the_language),
	CASE(arabic_digits_choose_the_language_too),
	CASE(the_form_of_the_chamber_is_shown_in_three_languages),
	CASE(leaving_leaves_no_trace),
	CASE(going_back_to_the_language_keeps_what_was_typed),
	CASE(a_register_is_made_with_all_that_was_typed),
	CASE(a_wrong_code_is_said_before_anything_is_written),
	CASE(a_name_and_a_code_are_asked_for),
	CASE(a_register_that_cannot_be_made_is_said_and_leaves_no_trace),
	CASE(a_register_without_a_chamber_is_completed),
	CASE(what_is_pasted_goes_into_the_field),
	CASE(a_small_terminal_says_so_and_takes_only_esc),
	CASE(the_desk_begins_with_an_empty_register),
};

TEST_MAIN(cases)
