#include "tests/test.h"

#include "storage/memory.h"
#include "tui/canvas.h"

static struct canvas *blank(int rows, int cols, enum lang lang)
{
	struct canvas *c = canvas_open(&memory_source);

	canvas_begin(c, rows, cols, lang);
	return c;
}

static uint32_t code(const struct canvas *c, int row, int col)
{
	return canvas_cell(c, row, col)->code;
}

static void assert_row(struct canvas *c, int row, const char *want)
{
	struct str all = canvas_dump(c, canvas_arena(c));
	const char *p = all.p, *end;

	for (; row > 0; row--)
		p = strchr(p, '\n') + 1;
	end = strchr(p, '\n');
	if ((size_t)(end - p) != strlen(want) || memcmp(p, want, strlen(want)) != 0)
		fail_msg("\"%.*s\" instead of \"%s\"", (int)(end - p), p, want);
}

static void text_stands_where_its_alignment_says(void **state)
{
	struct canvas *c = blank(4, 20, LANG_FR);
	struct area a = canvas_area(c);

	(void)state;
	assert_int_equal(canvas_text(a, 0, 2, 10, STYLE_TEXT, ALIGN_START, STR("abc")), 3);
	assert_int_equal(canvas_text(a, 1, 2, 10, STYLE_TEXT, ALIGN_END, STR("abc")), 3);
	canvas_text(a, 2, 2, 9, STYLE_TEXT, ALIGN_CENTER, STR("abc"));
	canvas_text(a, 3, 2, 10, STYLE_TEXT, ALIGN_RIGHT, STR("abc"));
	assert_row(c, 0, "  abc");
	assert_row(c, 1, "         abc");
	assert_row(c, 2, "     abc");
	assert_row(c, 3, "         abc");
	canvas_close(c);
}

static void an_arabic_screen_starts_at_the_right(void **state)
{
	struct canvas *c = blank(4, 20, LANG_AR);
	struct area a = canvas_area(c);

	(void)state;
	canvas_text(a, 0, 2, 10, STYLE_TEXT, ALIGN_START, STR("محضر"));
	assert_int_equal(code(c, 0, 17), 0xFEE3);
	assert_int_equal(code(c, 0, 14), 0xFEAE);
	canvas_text(a, 1, 2, 10, STYLE_TEXT, ALIGN_END, STR("محضر"));
	assert_int_equal(code(c, 1, 11), 0xFEE3);
	assert_int_equal(code(c, 1, 8), 0xFEAE);
	canvas_number(a, 2, 2, 10, STYLE_TEXT, STR("1.234,00"));
	assert_row(c, 2, "          1.234,00"); /* the right edge of the field stays right */
	canvas_latin(a, 3, 0, 0, STYLE_TEXT, ALIGN_START, STR("ab ▶"));
	assert_row(c, 3, "                ab ▶");
	canvas_close(c);
}

static void amounts_and_fractions_keep_their_order_on_an_arabic_screen(void **state)
{
	struct canvas *c = blank(3, 20, LANG_AR);
	struct area a = canvas_area(c);

	(void)state;
	canvas_latin(a, 0, 0, 0, STYLE_TEXT, ALIGN_START,
		STR("\xE2\x88\x92"
		    "45.000,00"));
	assert_row(c, 0,
		"          \xE2\x88\x92"
		"45.000,00");
	canvas_say(a, 1, 0, 0, STYLE_TEXT, ALIGN_START,
		MSG("{s}", A_DAY("s", ((struct date){2024, 12, 30}))));
	assert_row(c, 1, "          30/12/2024");
	canvas_close(c);
}

static void what_is_too_long_is_cut_at_its_logical_end(void **state)
{
	struct canvas *c = blank(2, 20, LANG_FR);

	(void)state;
	assert_int_equal(
		canvas_text(canvas_area(c), 0, 0, 6, STYLE_TEXT, ALIGN_START, STR("Benjelloun")),
		6);
	assert_row(c, 0, "Benje…");
	canvas_close(c);
	c = blank(2, 20, LANG_AR);
	canvas_text(canvas_area(c), 0, 0, 4, STYLE_TEXT, ALIGN_START, STR("محضر الدورة"));
	assert_int_equal(code(c, 0, 19), 0xFEE3); /* the beginning is kept, at the right */
	assert_int_equal(code(c, 0, 16), 0x2026);
	canvas_close(c);
}

static void nothing_is_painted_outside_its_area(void **state)
{
	struct canvas *c = blank(6, 20, LANG_FR);
	struct area in = canvas_sub(canvas_area(c), 2, 5, 2, 10);

	(void)state;
	canvas_text(in, -1, 0, 0, STYLE_TEXT, ALIGN_START, STR("above"));
	canvas_text(in, 2, 0, 0, STYLE_TEXT, ALIGN_START, STR("below"));
	canvas_text(in, 0, 0, 0, STYLE_TEXT, ALIGN_START, STR("much too long for it"));
	canvas_hline(in, 1, -3, 40, STYLE_DONE);
	canvas_fill(in, 0, 20, 1, 5, STYLE_FOCUS);
	canvas_bar(in, 5, 0, 10, STYLE_GOOD, 1, 2, 1);
	for (int row = 0; row < 6; row++)
		for (int col = 0; col < 20; col++)
			if (row < 2 || row > 3 || col < 5 || col > 14)
				assert_int_equal(code(c, row, col), ' ');
	assert_row(c, 2, "     much too…");
	assert_row(c, 3, "     ──────────");
	canvas_close(c);
}

static void a_sub_area_never_leaves_its_own(void **state)
{
	struct canvas *c = blank(10, 20, LANG_FR);
	struct area a = canvas_sub(canvas_area(c), 2, 3, 5, 10), b;

	(void)state;
	b = canvas_sub(a, 1, 2, 0, 0);
	assert_int_equal(b.rows, 4);
	assert_int_equal(b.cols, 8);
	b = canvas_sub(a, 1, 2, -1, -2);
	assert_int_equal(b.rows, 3);
	assert_int_equal(b.cols, 6);
	b = canvas_sub(a, -2, -1, 20, 20);
	assert_int_equal(b.row, 2);
	assert_int_equal(b.col, 3);
	assert_int_equal(b.rows, 5);
	assert_int_equal(b.cols, 10);
	b = canvas_sub(a, 9, 30, 2, 2);
	assert_int_equal(b.rows, 0);
	assert_int_equal(b.cols, 0);
	canvas_close(c);
}

static void signs_that_point_are_turned_on_an_arabic_screen(void **state)
{
	struct canvas *c = blank(2, 10, LANG_AR);

	(void)state;
	canvas_text(canvas_area(c), 0, 0, 0, STYLE_TEXT, ALIGN_START, STR("▶ ▸ →"));
	assert_int_equal(code(c, 0, 9), 0x25C0);
	assert_int_equal(code(c, 0, 7), 0x25C2);
	assert_int_equal(code(c, 0, 5), 0x2192); /* the face of a key */
	assert_true(canvas_row_shows(c, 0, STR("▶ ▸ →")));
	assert_false(canvas_row_shows(c, 1, STR("▶")));
	canvas_close(c);
}

static void a_bar_grows_from_the_start_and_shows_any_count(void **state)
{
	struct canvas *c = blank(6, 10, LANG_FR);
	struct area a = canvas_area(c);

	(void)state;
	canvas_bar(a, 0, 0, 10, STYLE_GOOD, 1, 1000, -1);
	canvas_bar(a, 1, 0, 10, STYLE_GOOD, 0, 10, -1);
	canvas_bar(a, 2, 0, 10, STYLE_GOOD, 999, 1000, -1);
	canvas_bar(a, 3, 0, 10, STYLE_GOOD, 10, 10, 5);
	canvas_bar(a, 4, 0, 10, STYLE_GOOD, 0, 0, 0);
	assert_row(c, 0, "▆·········");
	assert_row(c, 1, "··········");
	assert_row(c, 2, "▆▆▆▆▆▆▆▆▆·"); /* not full before all are there */
	assert_row(c, 3, "▆▆▆▆│▆▆▆▆▆");
	assert_row(c, 4, "··········");
	canvas_begin(c, 1, 10, LANG_AR);
	canvas_bar(canvas_area(c), 0, 0, 10, STYLE_GOOD, 3, 10, 8);
	assert_row(c, 0, "··│····▆▆▆");
	canvas_close(c);
}

static void a_box_closes_in_both_directions(void **state)
{
	struct canvas *c = blank(3, 14, LANG_FR);

	(void)state;
	canvas_box(canvas_sub(canvas_area(c), 0, 0, 3, 12), STYLE_DONE, TEXT("abc"));
	assert_row(c, 0, "┌─ abc ────┐");
	assert_row(c, 1, "│          │");
	assert_row(c, 2, "└──────────┘");
	canvas_begin(c, 3, 14, LANG_AR);
	canvas_box(canvas_sub(canvas_area(c), 0, 0, 3, 12), STYLE_DONE, TEXT("ab"));
	assert_row(c, 0, "  ┌───── ab ─┐");
	assert_row(c, 2, "  └──────────┘");
	canvas_close(c);
}

static void paragraphs_wrap_and_end_with_an_ellipsis(void **state)
{
	struct canvas *c = blank(4, 10, LANG_FR);
	struct area a = canvas_area(c);

	(void)state;
	assert_int_equal(canvas_wrap(a, 0, 0, STYLE_TEXT, STR("un deux trois quatre")), 3);
	assert_row(c, 0, "un deux");
	assert_row(c, 1, "trois");
	assert_row(c, 2, "quatre");
	canvas_begin(c, 4, 10, LANG_FR);
	assert_int_equal(canvas_wrap(a, 0, 2, STYLE_TEXT, STR("un deux trois quatre")), 2);
	assert_row(c, 1, "trois qua…");
	/* French prose on an Arabic screen stands at its own edge, the left */
	canvas_begin(c, 4, 10, LANG_AR);
	canvas_wrap_in(canvas_area(c), 0, 0, STYLE_TEXT, DIR_LTR, STR("un"));
	assert_row(c, 0, "un");
	canvas_close(c);
}

static void the_cursor_is_mirrored(void **state)
{
	struct canvas *c = blank(4, 20, LANG_AR);
	int row, col;

	(void)state;
	assert_false(canvas_cursor_at(c, &row, &col));
	canvas_cursor(canvas_sub(canvas_area(c), 1, 2, 2, 5), 1, 0);
	assert_true(canvas_cursor_at(c, &row, &col));
	assert_int_equal(row, 2);
	assert_int_equal(col, 17);
	canvas_cursor(canvas_area(c), 9, 0); /* outside: left where it was */
	assert_true(canvas_cursor_at(c, &row, &col));
	assert_int_equal(row, 2);
	canvas_close(c);
}

static void signs_have_stand_ins_of_ascii(void **state)
{
	struct canvas *c = blank(2, 12, LANG_FR);

	(void)state;
	canvas_options(c, BIDI_EXPLICIT, true, false);
	canvas_text(canvas_area(c), 0, 0, 0, STYLE_TEXT, ALIGN_START, STR("✓✗○▶●▆…│"));
	assert_row(c, 0, "+xo>*#~|");
	/* The key and the sign of what is here are two. */
	canvas_text(canvas_area(c), 1, 0, 0, STYLE_TEXT, ALIGN_START, STR("▸ ⏎"));
	assert_row(c, 1, "> Entrée");
	assert_int_equal(canvas_width(c, STR("⏎ x")), 8);
	assert_int_equal(canvas_say_width(c, MSG("{s}", A_STR("s", STR("⏎ x")))), 8);
	canvas_close(c);
}

static void without_bidi_texts_and_fields_are_left_in_logical_order(void **state)
{
	struct canvas *c = blank(1, 12, LANG_AR);

	(void)state;
	canvas_options(c, BIDI_NONE, false, false);
	canvas_text(canvas_area(c), 0, 0, 4, STYLE_TEXT, ALIGN_START, STR("محضر"));
	assert_int_equal(code(c, 0, 0), 0x645);
	assert_int_equal(code(c, 0, 3), 0x631);
	canvas_close(c);
}

static void half_of_a_wide_character_never_stays(void **state)
{
	struct canvas *c = blank(1, 6, LANG_FR);

	(void)state;
	canvas_text(canvas_area(c), 0, 0, 0, STYLE_TEXT, ALIGN_START, STR("a漢b"));
	assert_int_equal(canvas_cell(c, 0, 1)->width, 2);
	assert_int_equal(canvas_cell(c, 0, 2)->width, 0);
	canvas_text(canvas_area(c), 0, 2, 1, STYLE_TEXT, ALIGN_START, STR("x"));
	assert_row(c, 0, "a xb");
	canvas_text(canvas_area(c), 0, 1, 0, STYLE_TEXT, ALIGN_START, STR("漢"));
	canvas_text(canvas_area(c), 0, 1, 1, STYLE_TEXT, ALIGN_START, STR("y"));
	assert_row(c, 0, "ay b");
	canvas_close(c);
}

static void a_copy_is_the_same_picture(void **state)
{
	struct canvas *c = blank(3, 12, LANG_AR), *d = blank(1, 1, LANG_FR);

	(void)state;
	canvas_box(canvas_area(c), STYLE_DONE, TEXT("x"));
	canvas_text(canvas_area(c), 1, 1, 0, STYLE_GOOD, ALIGN_START, STR("لا"));
	canvas_copy(d, c);
	assert_true(str_equal(canvas_dump(c, canvas_arena(c)), canvas_dump(d, canvas_arena(d))));
	assert_true(str_equal(
		canvas_dump_styles(c, canvas_arena(c)), canvas_dump_styles(d, canvas_arena(d))));
	canvas_close(c);
	canvas_close(d);
}

/* Any field painted on an Arabic screen covers the mirrored cells of the same one in French. */
static void every_rectangle_is_mirrored(void **state)
{
	unsigned seed = 3;

	(void)state;
	for (int i = 0; i < 500; i++) {
		struct canvas *ar = blank(10, 60, LANG_AR), *fr = blank(10, 60, LANG_FR);
		int v[6];

		for (int k = 0; k < 6; k++) {
			seed = seed * 1103515245U + 12345U;
			v[k] = (int)(seed >> 16) % 30;
		}
		for (int k = 0; k < 2; k++) {
			struct area a = canvas_sub(
				canvas_area(k ? ar : fr), v[0] % 8, v[1], 1 + v[2] % 9, 1 + v[3]);

			canvas_fill(a, 0, 0, 0, 0, STYLE_FOCUS);
			canvas_fill(a, v[4] % 5, v[5], 1, 1 + v[4], STYLE_BAD_ROW);
		}
		for (int row = 0; row < 10; row++)
			for (int col = 0; col < 60; col++)
				assert_int_equal(canvas_cell(ar, row, col)->style,
					canvas_cell(fr, row, 59 - col)->style);
		canvas_close(ar);
		canvas_close(fr);
	}
}

/* ---- colours ---- */

/* x to the power of 2.4, by Newton's way to the fifth root of x squared. */
static double power_2_4(double x)
{
	double square = x * x, root = 1;

	for (int i = 0; i < 60; i++)
		root -= (root * root * root * root * root - square) /
			(5 * root * root * root * root);
	return square * root;
}

/* Relative luminance of a colour of the xterm palette. Source: WCAG 2.1. */
static double luminance(int colour)
{
	static const int system[16][3] = {{0, 0, 0}, {128, 0, 0}, {0, 128, 0}, {128, 128, 0},
		{0, 0, 128}, {128, 0, 128}, {0, 128, 128}, {192, 192, 192}, {128, 128, 128},
		{255, 0, 0}, {0, 255, 0}, {255, 255, 0}, {0, 0, 255}, {255, 0, 255}, {0, 255, 255},
		{255, 255, 255}};
	static const int steps[6] = {0, 95, 135, 175, 215, 255};
	static const double weight[3] = {0.2126, 0.7152, 0.0722};
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		int v = colour < 16     ? system[colour][i]
			: colour >= 232 ? 8 + 10 * (colour - 232)
					: steps[(colour - 16) /
						  (i == 0          ? 36
							  : i == 1 ? 6
								   : 1) %
						  6];
		double c = v / 255.0;

		sum += weight[i] * (c <= 0.03928 ? c / 12.92 : power_2_4((c + 0.055) / 1.055));
	}
	return sum;
}

static double contrast(int a, int b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static void every_pair_of_colours_can_be_read(void **state)
{
	(void)state;
	for (int t = THEME_DARK; t <= THEME_LIGHT; t++)
		for (int s = 0; s < STYLE_COUNT; s++) {
			struct look l = style_look((enum style)s, (enum theme)t);
			int bg = l.bg >= 0 ? l.bg : t == THEME_DARK ? 16 : 231;
			int fg = l.fg >= 0 ? l.fg : t == THEME_DARK ? 231 : 16;

			if (contrast(fg, bg) < 4.5)
				fail_msg("style %d of theme %d: %.2f", s, t, contrast(fg, bg));
		}
}

static void eight_colours_can_be_read_on_white(void **state)
{
	(void)state;
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct look l = style_look((enum style)s, THEME_8_LIGHT);

		/* black, red, blue, magenta: the others are too light on white */
		if (l.bg == COLOUR_DEFAULT && l.fg != COLOUR_DEFAULT && l.fg != 0 && l.fg != 1 &&
			l.fg != 4 && l.fg != 5)
			fail_msg("style %d: colour %d", s, l.fg);
	}
}

static void good_and_bad_differ_in_lightness_too(void **state)
{
	(void)state;
	for (int t = THEME_DARK; t <= THEME_LIGHT; t++)
		assert_true(contrast(style_look(STYLE_GOOD, (enum theme)t).fg,
				    style_look(STYLE_BAD, (enum theme)t).fg) > 1.25);
}

static void without_colour_the_weighty_meanings_still_differ(void **state)
{
	static const enum style meanings[] = {STYLE_TEXT, STYLE_BAD_ROW, STYLE_CAUTION_ROW};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(meanings); i++)
		for (size_t k = 0; k < i; k++) {
			struct look a = style_look(meanings[i], THEME_NONE);
			struct look b = style_look(meanings[k], THEME_NONE);

			assert_true(a.bold != b.bold || a.underline != b.underline ||
				    a.reverse != b.reverse || a.dim != b.dim);
		}
	for (int s = 0; s < STYLE_COUNT; s++) {
		assert_int_equal(style_look((enum style)s, THEME_NONE).fg, COLOUR_DEFAULT);
		assert_true(style_look((enum style)s, THEME_8).fg < 8);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(text_stands_where_its_alignment_says),
	cmocka_unit_test(an_arabic_screen_starts_at_the_right),
	cmocka_unit_test(amounts_and_fractions_keep_their_order_on_an_arabic_screen),
	cmocka_unit_test(what_is_too_long_is_cut_at_its_logical_end),
	cmocka_unit_test(nothing_is_painted_outside_its_area),
	cmocka_unit_test(a_sub_area_never_leaves_its_own),
	cmocka_unit_test(signs_that_point_are_turned_on_an_arabic_screen),
	cmocka_unit_test(a_bar_grows_from_the_start_and_shows_any_count),
	cmocka_unit_test(a_box_closes_in_both_directions),
	cmocka_unit_test(paragraphs_wrap_and_end_with_an_ellipsis),
	cmocka_unit_test(the_cursor_is_mirrored),
	cmocka_unit_test(signs_have_stand_ins_of_ascii),
	cmocka_unit_test(without_bidi_texts_and_fields_are_left_in_logical_order),
	cmocka_unit_test(half_of_a_wide_character_never_stays),
	cmocka_unit_test(a_copy_is_the_same_picture),
	cmocka_unit_test(every_rectangle_is_mirrored),
	cmocka_unit_test(every_pair_of_colours_can_be_read),
	cmocka_unit_test(eight_colours_can_be_read_on_white),
	cmocka_unit_test(good_and_bad_differ_in_lightness_too),
	cmocka_unit_test(without_colour_the_weighty_meanings_still_differ),
};

TEST_MAIN(cases)
