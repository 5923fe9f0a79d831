#include "tests/arena.h"

#include "locale/layout.h"
#include "locale/text.h"

static const struct layout_options rtl = {.mode = BIDI_EXPLICIT, .base = DIR_RTL};
static const struct layout_options ltr = {.mode = BIDI_EXPLICIT, .base = DIR_LTR};
static const struct layout_options none = {.mode = BIDI_NONE, .base = DIR_RTL};

/* The cells of LINE from left to right as text, without marks. */
static const char *cells(const struct layout_line *line, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < line->n; i++)
		text_encode(&b, line->at[i].code[0]);
	return arena_z(a, builder_str(&b));
}

#define assert_cells(text, options, expected)                                                      \
	do {                                                                                       \
		struct layout_line line_ = layout_line(str_of(text), options, a);                  \
                                                                                                   \
		assert_string_equal(cells(&line_, a), expected);                                   \
	} while (0)

static void arabic_stands_in_visual_order_with_joined_forms(void **state)
{
	struct arena *a = *state;

	assert_cells("محضر", rtl, "\uFEAE\uFEC0\uFEA4\uFEE3");
	assert_cells("محضر", ltr, "\uFEAE\uFEC0\uFEA4\uFEE3");
	assert_cells("عدد 28", rtl, "28 \uFEA9\uFEAA\uFECB");
	assert_cells("سلام", rtl, "\uFEE1\uFEFC\uFEB3");
}

static void latin_stays_as_it_is(void **state)
{
	struct arena *a = *state;

	assert_cells("procès-verbal (1/2)", ltr, "procès-verbal (1/2)");
	assert_cells("abc", rtl, "abc");
	assert_cells("", ltr, "");
	assert_cells("", rtl, "");
}

static void the_letters_of_morocco_are_joined(void **state)
{
	struct arena *a = *state;

	assert_cells("ڭا", rtl, "\uFE8E\uFBD5");
	assert_cells("\u0763ا", rtl, "\uFE8E\uFBD5"); /* its twin is shown by the same sign */
	assert_cells("ڤا", rtl, "\uFE8E\uFB6C");
}

static void brackets_are_mirrored(void **state)
{
	struct arena *a = *state;

	assert_cells("(ا)", rtl, "(\uFE8D)");
	assert_cells("ا)", rtl, "(\uFE8D");
	assert_cells("«ا»", rtl, "«\uFE8D»");
}

static void an_amount_in_an_isolate_keeps_its_order(void **state)
{
	struct arena *a = *state;

	assert_cells("\u2066-45.000,00\u2069 درهم", rtl, "\uFEE2\uFEEB\uFEAD\uFEA9 -45.000,00");
	assert_cells("ب \u2066\u221245.000,00\u2069 ج", rtl, "\uFE9D \u221245.000,00 \uFE8F");
	assert_cells("ب \u206630/12/2024\u2069", rtl, "30/12/2024 \uFE8F");
	assert_cells("ب \u206666,67%\u2069", rtl, "66,67% \uFE8F");
}

static void a_no_break_blank_holds_an_amount_together_and_is_sent_as_a_blank(void **state)
{
	struct arena *a = *state;

	assert_cells("7\u00A0683\u00A0000,00\u00A0DH", ltr, "7 683 000,00 DH");
	assert_cells("ب 7\u00A0683 ج", rtl, "\uFE9D 7 683 \uFE8F");
}

static void a_typed_text_does_not_disturb_the_sentence_around_it(void **state)
{
	struct arena *a = *state;

	/* The full stop belongs to the Arabic sentence: at its left end. */
	assert_cells("ب \u2068liste.csv\u2069.", rtl, ".liste.csv \uFE8F");
	assert_cells("x \u2068ب 1\u2069 y", ltr, "x 1 \uFE8F y");
}

static void format_characters_never_become_cells(void **state)
{
	struct arena *a = *state;

	assert_cells("a\u200Eb\u200Fc\uFEFFd\u2060e\u200D", ltr, "abcde");
	assert_cells("\u061Cب\u200Cب", rtl, "\uFE8F\uFE8F"); /* a non-joiner keeps them apart */
	assert_cells("\u2068\u2069", rtl, "");
}

static void a_lam_alef_is_one_cell_for_two_letters(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("لا"), rtl, a);

	assert_int_equal(line.n, 1);
	assert_int_equal(line.width, 1);
	assert_int_equal(line.at[0].code[0], 0xFEFB);
	assert_int_equal(line.at[0].from, 0);
	assert_int_equal(line.at[0].to, 4);
	assert_cells("لأ", rtl, "\uFEF7");
	assert_cells("لإ", rtl, "\uFEF9");
	assert_cells("لآ", rtl, "\uFEF5");
	assert_cells("بلا", rtl, "\uFEFC\uFE91");
}

static void marks_ride_on_their_letter_when_wanted(void **state)
{
	struct layout_options with = {.base = DIR_RTL, .marks = true};
	struct arena *a = *state;
	struct layout_line off = layout_line(STR("مُحَ"), rtl, a);
	struct layout_line on = layout_line(STR("مُحَ"), with, a);

	assert_int_equal(off.width, 2);
	assert_int_equal(on.width, 2);
	assert_int_equal(off.at[1].codes, 1);
	assert_int_equal(off.at[1].to, 4); /* the mark belongs to the letter's bytes all the same */
	assert_int_equal(on.at[1].codes, 2);
	assert_int_equal(on.at[1].code[0], 0xFEE3);
	assert_int_equal(on.at[1].code[1], 0x064F);
	on = layout_line(STR("لَّا"), with, a);
	assert_int_equal(on.n, 1);
	assert_int_equal(on.at[0].codes, 3);
	assert_int_equal(on.at[0].code[0], 0xFEFB);
	assert_int_equal(on.at[0].code[2], 0x0651);
}

static void a_cell_never_holds_more_than_curses_can(void **state)
{
	struct layout_options with = {.base = DIR_RTL, .marks = true};
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("مًٌٍَُِّ"), with, a);

	assert_int_equal(line.n, 1);
	assert_int_equal(line.at[0].codes, GLYPH_CODES);
	assert_int_equal(line.at[0].to, 16);
}

static void a_mark_without_a_letter_has_a_cell_of_its_own(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("\u064Eب"), rtl, a);

	assert_int_equal(line.width, 2);
	assert_int_equal(line.at[1].code[0], 0x25CC);
	assert_int_equal(line.at[1].code[1], 0x064E);
}

static void accents_that_do_not_compose_are_kept_without_being_asked_for(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("q\u0301"), ltr, a);

	assert_int_equal(line.n, 1);
	assert_int_equal(line.at[0].codes, 2);
	assert_int_equal(line.at[0].code[1], 0x301);
}

static void logical_order_is_left_alone_when_asked(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("لا 12"), none, a);

	assert_string_equal(cells(&line, a), "لا 12");
	assert_int_equal(line.base, DIR_LTR);
	assert_false(line.at[0].rtl);
	assert_int_equal(line.width, 5);
}

static void bytes_that_are_no_text_still_have_cells(void **state)
{
	struct arena *a = *state;

	assert_cells("a\xFF\tb\x01", ltr, "a\uFFFD b ");
	assert_cells("a\nb", ltr, "a b");
}

static void wide_signs_take_two_cells(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("中x"), ltr, a);

	assert_int_equal(line.width, 3);
	assert_int_equal(line.at[0].width, 2);
	assert_int_equal(layout_caret(&line, 3), 2);
	assert_int_equal(layout_byte_at(&line, 1), 0);
}

/* ---- the caret ---- */

static void the_caret_walks_leftwards_in_arabic_and_ends_left_of_the_line(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("محضر"), rtl, a);

	assert_int_equal(layout_caret(&line, 0), 3);
	assert_int_equal(layout_caret(&line, 2), 2);
	assert_int_equal(layout_caret(&line, 6), 0);
	assert_int_equal(layout_caret(&line, 8), -1);
}

static void the_caret_walks_rightwards_in_latin_and_ends_behind_the_line(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("été"), ltr, a);

	assert_int_equal(layout_caret(&line, 0), 0);
	assert_int_equal(layout_caret(&line, 2), 1);
	assert_int_equal(layout_caret(&line, 5), 3);
}

static void both_letters_of_a_lam_alef_have_the_caret_on_one_cell(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("سلام"), rtl, a);

	assert_int_equal(layout_caret(&line, 2), 1);
	assert_int_equal(layout_caret(&line, 4), 1);
	assert_int_equal(layout_caret(&line, 6), 0);
	assert_int_equal(layout_byte_at(&line, 1), 2);
}

static void a_number_inside_arabic_has_its_caret_from_left_to_right(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("ب 123"), rtl, a);

	/* Cells: 1 2 3 blank ba. */
	assert_int_equal(layout_caret(&line, 0), 4);
	assert_int_equal(layout_caret(&line, 2), 3);
	assert_int_equal(layout_caret(&line, 3), 0);
	assert_int_equal(layout_caret(&line, 5), 2);
	assert_int_equal(layout_caret(&line, 6), -1);
}

static void an_empty_field_has_a_caret(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR(""), rtl, a);
	struct layout_line nothing = {0};

	assert_int_equal(layout_caret(&line, 0), -1);
	assert_int_equal(layout_caret(&nothing, 0), 0);
	assert_int_equal(layout_byte_at(&line, 0), 0);
	assert_int_equal(layout_byte_at(&nothing, 5), 0);
}

static void beyond_an_end_of_the_line_is_its_beginning_or_its_end(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_line(STR("ب 123"), rtl, a);

	assert_int_equal(layout_byte_at(&line, -1), 6);
	assert_int_equal(layout_byte_at(&line, 5), 0);
	assert_int_equal(layout_byte_at(&line, 1), 4);
	line = layout_line(STR("abc"), ltr, a);
	assert_int_equal(layout_byte_at(&line, -1), 0);
	assert_int_equal(layout_byte_at(&line, 9), 3);
}

/* ---- lines ---- */

static void text_is_broken_at_blanks(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;
	size_t n = layout_wrap(STR("un deux trois quatre"), 9, ltr, a, &lines);

	assert_int_equal(n, 3);
	assert_string_equal(cells(&lines[0], a), "un deux");
	assert_string_equal(cells(&lines[1], a), "trois");
	assert_string_equal(cells(&lines[2], a), "quatre");
	assert_int_equal(lines[0].from, 0);
	assert_int_equal(lines[0].to, 8); /* the blank at the break belongs to the first */
	assert_int_equal(lines[1].from, 8);
	assert_int_equal(lines[2].to, 20);
}

static void arabic_lines_begin_at_the_right_one_after_another(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;
	size_t n = layout_wrap(STR("باب (12) دار"), 8, rtl, a, &lines);

	assert_int_equal(n, 2);
	assert_string_equal(cells(&lines[0], a), "(12) \uFE8F\uFE8E\uFE91");
	assert_string_equal(cells(&lines[1], a), "\uFEAD\uFE8D\uFEA9");
}

static void a_word_longer_than_the_line_is_cut(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;

	assert_int_equal(layout_wrap(STR("abcdefgh"), 3, ltr, a, &lines), 3);
	assert_string_equal(cells(&lines[2], a), "gh");
	/* A lam-alef is not cut in two. */
	assert_int_equal(layout_wrap(STR("بلالالا"), 2, rtl, a, &lines), 2);
	assert_string_equal(cells(&lines[0], a), "\uFEFC\uFE91");
}

static void every_newline_begins_a_paragraph(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;

	assert_int_equal(layout_wrap(STR("a\n\nb\n"), 10, ltr, a, &lines), 4);
	assert_string_equal(cells(&lines[0], a), "a");
	assert_int_equal(lines[1].n, 0);
	assert_int_equal(lines[1].from, 2);
	assert_string_equal(cells(&lines[2], a), "b");
	assert_int_equal(lines[3].from, 5);
	assert_int_equal(lines[3].to, 5);
}

static void there_is_always_a_line(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;

	assert_int_equal(layout_wrap(STR(""), 10, rtl, a, &lines), 1);
	assert_int_equal(lines[0].n, 0);
	assert_int_equal(layout_wrap((struct str){NULL, 0}, 0, ltr, a, &lines), 1);
	assert_int_equal(layout_wrap(STR("中"), -5, ltr, a, &lines), 1);
}

static void blanks_typed_at_the_end_are_kept_as_far_as_they_fit(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;

	assert_int_equal(layout_wrap(STR("ab   "), 4, ltr, a, &lines), 1);
	assert_int_equal(lines[0].width, 4);
	assert_int_equal(lines[0].to, 5);
	assert_int_equal(layout_caret(&lines[0], 3), 3);
}

static void french_punctuation_does_not_begin_a_line(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;

	assert_int_equal(layout_wrap(STR("qui vote contre ?"), 15, ltr, a, &lines), 2);
	assert_string_equal(cells(&lines[0], a), "qui vote");
	assert_string_equal(cells(&lines[1], a), "contre ?");
	assert_int_equal(layout_wrap(STR("il dit « oui »"), 9, ltr, a, &lines), 2);
	assert_string_equal(cells(&lines[1], a), "« oui »");
}

static void an_isolate_over_a_break_keeps_its_direction(void **state)
{
	struct arena *a = *state;
	struct layout_line *lines;
	size_t n = layout_wrap(STR("ب \u2066ab cd (e\u2069 ج"), 7, rtl, a, &lines);

	assert_int_equal(n, 2);
	assert_string_equal(cells(&lines[0], a), "ab cd \uFE8F");
	assert_string_equal(cells(&lines[1], a), "\uFE9D (e");
}

/* ---- truncation ---- */

static void what_fits_is_not_touched(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_fit(STR("محضر"), 4, rtl, a);

	assert_int_equal(line.width, 4);
	assert_string_equal(cells(&line, a), "\uFEAE\uFEC0\uFEA4\uFEE3");
}

static void letters_go_from_the_logical_end(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_fit(STR("procès-verbal"), 7, ltr, a);

	assert_string_equal(cells(&line, a), "procès…");
	line = layout_fit(STR("محضر"), 3, rtl, a);
	assert_string_equal(cells(&line, a), "…\uFEA2\uFEE3");
	assert_int_equal(line.at[0].from, 4);
	assert_int_equal(line.at[0].to, 8);
	line = layout_fit(STR("ب 12345678"), 6, rtl, a);
	assert_string_equal(cells(&line, a), "…\uFE8F"); /* 123 is another figure */
	line = layout_fit(STR("un deux"), 4, ltr, a);
	assert_string_equal(cells(&line, a), "un…"); /* no blank before it */
}

static void a_figure_is_shown_whole_or_not_at_all(void **state)
{
	static const struct {
		const char *text, *shown;
		int width;
	} cases[] = {
		{"vote: 20 for", "vote: 20 …", 10}, /* a blank says that it is all of it */
		{"vote: 20 for", "vote:…", 9},
		{"vote: 120 for", "vote:…", 9},
		{"1.234.567,50 DH", "…", 10},
		{"à 10:05 précises", "à 10:05 …", 9},
		{"à 10:05 précises", "à…", 6},
		{"36\u202F784 DH", "…", 5},
		{"le 14/01/2025 à", "le…", 9},
		{"salle 3, étage", "salle 3 …", 9},
	};
	struct arena *a = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct layout_line line = layout_fit(str_of(cases[i].text), cases[i].width, ltr, a);

		assert_string_equal(cells(&line, a), cases[i].shown);
	}
}

static void the_ellipsis_stands_outside_of_a_cut_isolate(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_fit(STR("ب \u2066abcdef\u2069 ج"), 6, rtl, a);

	assert_string_equal(cells(&line, a), "…abc \uFE8F");
}

static void a_field_without_room_shows_nothing_or_an_ellipsis(void **state)
{
	struct arena *a = *state;
	struct layout_line line = layout_fit(STR("abc"), 1, ltr, a);

	assert_string_equal(cells(&line, a), "…");
	line = layout_fit(STR("abc"), 0, ltr, a);
	assert_int_equal(line.width, 0);
	line = layout_fit(STR("中中"), 2, ltr, a);
	assert_string_equal(cells(&line, a), "…");
}

static void the_width_is_known_without_laying_out(void **state)
{
	(void)state;
	assert_int_equal(layout_width(STR("")), 0);
	assert_int_equal(layout_width(STR("procès")), 6);
	assert_int_equal(layout_width(STR("السلام")), 5);
	assert_int_equal(layout_width(STR("مُحَضَّر")), 4);
	assert_int_equal(layout_width(STR("\u206612\u2069")), 2);
	assert_int_equal(layout_width(STR("لَّا")), 1);
}

/* ---- any text ---- */

static struct str random_text(struct arena *a, uint32_t *seed)
{
	static const char *const parts[] = {"ل", "ا", "أ", "م", "د", "ب", "ڭ", "\u064E", "\u0651",
		" ", "a", "é", "1", "(", ")", "-", ".", "/", "\u2066", "\u2068", "\u2069", "\u200F",
		"\u200D", "\uFEFF", "\u00A0", "中", "\n", "\xFF", "«", "?", "\u0301", "\u202B",
		"\u202C"};
	struct builder b;

	builder_init(&b, a);
	*seed = *seed * 1664525u + 1013904223u;
	for (uint32_t n = *seed >> 27; n > 0; n--) {
		*seed = *seed * 1664525u + 1013904223u;
		builder_add_z(&b, parts[(*seed >> 8) % ARRAY_LEN(parts)]);
	}
	return builder_str(&b);
}

/* No byte is covered twice, and all glyphs lie inside of the line. */
static void check_cover(const struct layout_line *line, struct arena *a)
{
	unsigned char *covered = arena_take(a, line->to + 1);
	int width = 0;

	for (size_t i = 0; i < line->n; i++) {
		const struct glyph *g = &line->at[i];

		assert_true(g->codes >= 1 && g->codes <= GLYPH_CODES);
		assert_true(g->from < g->to && g->from >= line->from && g->to <= line->to);
		for (uint32_t k = g->from; k < g->to; k++)
			assert_int_equal(covered[k]++, 0);
		for (int k = 0; k < g->codes; k++)
			assert_false(text_is_format(g->code[k]) || g->code[k] < ' ');
		width += g->width;
	}
	assert_int_equal(width, line->width);
}

static void any_text_keeps_the_promises_of_a_line(void **state)
{
	struct arena scratch;
	uint32_t seed = 20241230;

	(void)state;
	arena_init(&scratch, &memory_source);
	for (int i = 0; i < 4000; i++) {
		struct str text = random_text(&scratch, &seed);
		struct layout_options o = {.base = i & 1 ? DIR_RTL : DIR_LTR,
			.marks = (i & 2) != 0,
			.mode = i % 7 ? BIDI_EXPLICIT : BIDI_NONE};
		struct layout_line line = layout_line(text, o, &scratch);

		check_cover(&line, &scratch);
		if (o.mode == BIDI_EXPLICIT)
			assert_int_equal(line.width, layout_width(text));
		for (size_t k = 0; k < line.n; k++) {
			int cell = layout_caret(&line, line.at[k].from);

			assert_int_equal(layout_byte_at(&line, cell), line.at[k].from);
		}
		arena_clear(&scratch);
	}
}

static void any_text_keeps_the_promises_of_wrapping_and_fitting(void **state)
{
	struct arena scratch;
	uint32_t seed = 1809;

	(void)state;
	arena_init(&scratch, &memory_source);
	for (int i = 0; i < 4000; i++) {
		struct str text = random_text(&scratch, &seed);
		struct layout_options o = {
			.base = i & 1 ? DIR_RTL : DIR_LTR, .marks = (i & 2) != 0};
		int width = i % 13;
		struct layout_line *lines;
		struct layout_line fit = layout_fit(text, width, o, &scratch);
		size_t n = layout_wrap(text, width, o, &scratch, &lines), at = 0;

		assert_true(fit.width <= width);
		check_cover(&fit, &scratch);
		assert_true(n >= 1);
		for (size_t k = 0; k < n; k++) {
			assert_true(lines[k].width <= (width < 2 ? 2 : width));
			/* The lines follow one another; only newlines stand between them. */
			assert_true(lines[k].from == at || text.p[at] == '\n');
			at = lines[k].to;
			check_cover(&lines[k], &scratch);
		}
		assert_int_equal(at, text.n);
		arena_clear(&scratch);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(arabic_stands_in_visual_order_with_joined_forms),
	cmocka_unit_test(latin_stays_as_it_is),
	cmocka_unit_test(the_letters_of_morocco_are_joined),
	cmocka_unit_test(brackets_are_mirrored),
	cmocka_unit_test(an_amount_in_an_isolate_keeps_its_order),
	cmocka_unit_test(a_no_break_blank_holds_an_amount_together_and_is_sent_as_a_blank),
	cmocka_unit_test(a_typed_text_does_not_disturb_the_sentence_around_it),
	cmocka_unit_test(format_characters_never_become_cells),
	cmocka_unit_test(a_lam_alef_is_one_cell_for_two_letters),
	cmocka_unit_test(marks_ride_on_their_letter_when_wanted),
	cmocka_unit_test(a_cell_never_holds_more_than_curses_can),
	cmocka_unit_test(a_mark_without_a_letter_has_a_cell_of_its_own),
	cmocka_unit_test(accents_that_do_not_compose_are_kept_without_being_asked_for),
	cmocka_unit_test(logical_order_is_left_alone_when_asked),
	cmocka_unit_test(bytes_that_are_no_text_still_have_cells),
	cmocka_unit_test(wide_signs_take_two_cells),
	cmocka_unit_test(the_caret_walks_leftwards_in_arabic_and_ends_left_of_the_line),
	cmocka_unit_test(the_caret_walks_rightwards_in_latin_and_ends_behind_the_line),
	cmocka_unit_test(both_letters_of_a_lam_alef_have_the_caret_on_one_cell),
	cmocka_unit_test(a_number_inside_arabic_has_its_caret_from_left_to_right),
	cmocka_unit_test(an_empty_field_has_a_caret),
	cmocka_unit_test(beyond_an_end_of_the_line_is_its_beginning_or_its_end),
	cmocka_unit_test(text_is_broken_at_blanks),
	cmocka_unit_test(arabic_lines_begin_at_the_right_one_after_another),
	cmocka_unit_test(a_word_longer_than_the_line_is_cut),
	cmocka_unit_test(every_newline_begins_a_paragraph),
	cmocka_unit_test(there_is_always_a_line),
	cmocka_unit_test(blanks_typed_at_the_end_are_kept_as_far_as_they_fit),
	cmocka_unit_test(french_punctuation_does_not_begin_a_line),
	cmocka_unit_test(an_isolate_over_a_break_keeps_its_direction),
	cmocka_unit_test(what_fits_is_not_touched),
	cmocka_unit_test(letters_go_from_the_logical_end),
	cmocka_unit_test(a_figure_is_shown_whole_or_not_at_all),
	cmocka_unit_test(the_ellipsis_stands_outside_of_a_cut_isolate),
	cmocka_unit_test(a_field_without_room_shows_nothing_or_an_ellipsis),
	cmocka_unit_test(the_width_is_known_without_laying_out),
	cmocka_unit_test(any_text_keeps_the_promises_of_a_line),
	cmocka_unit_test(any_text_keeps_the_promises_of_wrapping_and_fitting),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
