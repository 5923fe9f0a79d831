#include "tests/test.h"

#include "storage/memory.h"
#include "tui/editor.h"

struct desk {
	struct editor *e;
	struct canvas *c;
	int rows, cols;
};

static struct desk opened(bool one_line, enum direction base, int rows, int cols)
{
	struct desk d = {editor_open(one_line), canvas_open(&memory_source), rows, cols};

	editor_direction(d.e, base);
	return d;
}

static void closed(struct desk d)
{
	editor_close(d.e);
	canvas_close(d.c);
}

static void press(struct desk d, enum press_code code)
{
	assert_true(editor_key(d.e, PRESS_OF(code)));
}

static void type(struct desk d, const char *text)
{
	struct str s = str_of(text);

	/* one code point after another, as keys come */
	for (size_t at = 0; at < s.n;) {
		unsigned char c = (unsigned char)s.p[at];
		int n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
		uint32_t ch = n == 1 ? c : c & (0x3FU >> (n - 1));

		for (int i = 1; i < n; i++)
			ch = ch << 6 | ((unsigned char)s.p[at + (size_t)i] & 0x3F);
		assert_true(
			editor_key(d.e, ch == '\n' ? PRESS_OF(PRESS_ENTER) : PRESS_CHAR_OF(ch)));
		at += (size_t)n;
	}
}

static void assert_text(struct desk d, const char *want)
{
	struct str s = editor_text(d.e);

	if (!str_is(s, want))
		fail_msg("\"%.*s\" instead of \"%s\"", (int)s.n, s.p, want);
}

/* Where the caret is seen. */
static void assert_caret(struct desk d, int row, int col)
{
	int r, c;

	canvas_begin(d.c, d.rows, d.cols, LANG_FR);
	editor_draw(d.e, canvas_area(d.c), STYLE_TEXT, true);
	assert_true(canvas_cursor_at(d.c, &r, &c));
	assert_int_equal(r, row);
	assert_int_equal(c, col);
}

static uint32_t code_at(struct desk d, int row, int col)
{
	return canvas_cell(d.c, row, col)->code;
}

static void typing_puts_letters_at_the_caret(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 20);

	(void)state;
	type(d, "chmbre");
	press(d, PRESS_LEFT);
	press(d, PRESS_LEFT);
	press(d, PRESS_LEFT);
	press(d, PRESS_LEFT);
	type(d, "a");
	assert_text(d, "chambre");
	assert_caret(d, 0, 3);
	press(d, PRESS_HOME);
	assert_caret(d, 0, 0);
	press(d, PRESS_DELETE);
	assert_text(d, "hambre");
	press(d, PRESS_END);
	press(d, PRESS_BACKSPACE);
	assert_text(d, "hambr");
	assert_caret(d, 0, 5);
	closed(d);
}

static void control_u_empties_the_line_up_to_the_caret_and_can_be_undone(void **state)
{
	const struct press u = {.code = PRESS_CHAR, .ch = 'u', .ctrl = true};
	struct desk d = opened(false, DIR_RTL, 10, 40);

	(void)state;
	type(d, "أول\nثان ثالث");
	assert_true(editor_key(d.e, u));
	assert_text(d, "أول\n");
	assert_true(editor_key(d.e, u)); /* nothing before the caret on its line */
	assert_text(d, "أول\n");
	editor_undo(d.e);
	assert_text(d, "أول\nثان ثالث");
	closed(d);
}

static void arabic_runs_from_the_right_and_left_is_forward(void **state)
{
	struct desk d = opened(false, DIR_RTL, 5, 20);

	(void)state;
	type(d, "محضر");
	assert_caret(d, 0, 15); /* one cell left of the last letter */
	assert_int_equal(code_at(d, 0, 19), 0xFEE3);
	assert_int_equal(code_at(d, 0, 16), 0xFEAE);
	press(d, PRESS_RIGHT);
	assert_int_equal(editor_caret(d.e), 6);
	assert_caret(d, 0, 16);
	press(d, PRESS_HOME);
	assert_caret(d, 0, 19);
	assert_int_equal(editor_caret(d.e), 0);
	press(d, PRESS_LEFT);
	assert_int_equal(editor_caret(d.e), 2);
	assert_caret(d, 0, 18);
	press(d, PRESS_END);
	assert_int_equal(editor_caret(d.e), 8);
	closed(d);
}

static void both_carets_of_a_lam_alef_stand_on_its_cell(void **state)
{
	struct desk d = opened(false, DIR_RTL, 5, 20);

	(void)state;
	type(d, "بلاد");
	/* ب at 19, لا at 18, د at 17; the caret behind at 16 */
	assert_caret(d, 0, 16);
	assert_int_equal(code_at(d, 0, 18), 0xFEFC);
	press(d, PRESS_RIGHT);
	assert_caret(d, 0, 17);
	press(d, PRESS_RIGHT); /* between lam and alef */
	assert_caret(d, 0, 18);
	press(d, PRESS_RIGHT); /* before lam */
	assert_caret(d, 0, 18);
	press(d, PRESS_RIGHT);
	assert_caret(d, 0, 19);
	press(d, PRESS_END);
	press(d, PRESS_RIGHT);
	press(d, PRESS_BACKSPACE); /* the alef alone */
	assert_text(d, "بلد");
	closed(d);
}

static void a_latin_word_in_arabic_is_walked_in_reading_order(void **state)
{
	struct desk d = opened(false, DIR_RTL, 5, 20);
	/* logical: مع DGAPR غدا · seen: ادغ RPAGD عم with the Latin word the right way round */
	static const int cols[] = {19, 18, 17, 12, 13, 14, 15, 16, 11, 10, 9, 8, 7};

	(void)state;
	type(d, "مع DGAPR غدا");
	press(d, PRESS_HOME);
	for (size_t i = 0; i < ARRAY_LEN(cols); i++) {
		assert_caret(d, 0, cols[i]);
		if (i + 1 < ARRAY_LEN(cols))
			press(d, PRESS_LEFT);
	}
	assert_int_equal(code_at(d, 0, 12), 'D');
	assert_int_equal(code_at(d, 0, 16), 'R');
	closed(d);
}

static void text_wraps_and_the_caret_moves_by_rows_as_seen(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 11);

	(void)state;
	type(d, "un deux trois quatre cinq"); /* ten cells and one for the caret */
	assert_caret(d, 3, 4);                /* un deux, trois, quatre, cinq */
	press(d, PRESS_UP);
	assert_caret(d, 2, 4);
	press(d, PRESS_UP);
	assert_caret(d, 1, 4);
	press(d, PRESS_UP);
	assert_caret(d, 0, 4);
	press(d, PRESS_DOWN);
	press(d, PRESS_DOWN);
	assert_caret(d, 2, 4);
	press(d, PRESS_TOP);
	assert_int_equal(editor_caret(d.e), 0);
	press(d, PRESS_BOTTOM);
	assert_int_equal(editor_caret(d.e), 25);
	closed(d);
}

static void the_column_is_kept_over_a_short_line(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 20);

	(void)state;
	type(d, "une ligne\nab\nune autre");
	assert_caret(d, 2, 9);
	press(d, PRESS_UP);
	assert_caret(d, 1, 2);
	press(d, PRESS_UP);
	assert_caret(d, 0, 9);
	closed(d);
}

static void pages_scroll_and_the_caret_stays_in_sight(void **state)
{
	struct desk d = opened(false, DIR_LTR, 4, 20);
	int row, col;

	(void)state;
	for (int i = 0; i < 40; i++)
		type(d, "ligne\n");
	for (int i = 0; i < 20; i++) {
		assert_true(editor_key(d.e, PRESS_OF(i % 3 ? PRESS_PAGE_UP : PRESS_UP)));
		canvas_begin(d.c, 4, 20, LANG_FR);
		editor_draw(d.e, canvas_area(d.c), STYLE_TEXT, true);
		assert_true(canvas_cursor_at(d.c, &row, &col));
		assert_in_range(row, 0, 3);
	}
	assert_int_equal(editor_caret(d.e), 0);
	press(d, PRESS_PAGE_DOWN);
	assert_int_equal(editor_caret(d.e), 3 * 6);
	closed(d);
}

static void undo_takes_words_back_and_redo_brings_them_again(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 40);
	struct press z = {.code = PRESS_CHAR, .ch = 'z', .ctrl = true};
	struct press y = {.code = PRESS_CHAR, .ch = 'y', .ctrl = true};

	(void)state;
	type(d, "un deux");
	editor_undo(d.e);
	assert_text(d, "un ");
	assert_true(editor_key(d.e, z));
	assert_text(d, "");
	editor_undo(d.e);
	assert_text(d, "");
	assert_true(editor_key(d.e, y));
	assert_text(d, "un ");
	editor_redo(d.e);
	assert_text(d, "un deux");
	editor_redo(d.e);
	assert_text(d, "un deux");
	press(d, PRESS_BACKSPACE);
	editor_undo(d.e);
	assert_text(d, "un deux");
	assert_int_equal(editor_caret(d.e), 7);
	editor_undo(d.e);
	type(d, "x"); /* what could be redone is gone */
	editor_redo(d.e);
	assert_text(d, "un x");
	closed(d);
}

static void a_paste_is_repaired(void **state)
{
	struct desk d = opened(false, DIR_RTL, 5, 40);

	(void)state;
	assert_true(editor_paste(d.e, STR("a\r\nb\033c\xFF"
					  "d\te\r")));
	assert_text(d, "a\nbcd e\n");
	editor_set(d.e, STR(""));
	assert_true(editor_paste(d.e, STR("e\xCC\x81"))); /* e and an accent: é */
	assert_text(d, "\xC3\xA9");
	assert_false(editor_paste(d.e, STR("\033\001")));
	assert_text(d, "\xC3\xA9");
	closed(d);
}

/* The forms of محضر in the order of the screen. */
#define TURNED "\uFEAE\uFEC0\uFEA4\uFEE3"

static void a_paste_from_a_screen_is_put_into_reading_order_and_can_be_had_as_it_came(void **state)
{
	struct desk d = opened(false, DIR_RTL, 5, 40);
	const struct press undo = {.code = PRESS_BACKSPACE, .alt = true};

	(void)state;
	type(d, "ال");
	assert_int_equal(editor_paste(d.e, STR(TURNED)), PASTE_TURNED);
	assert_text(d, "المحضر");
	assert_true(editor_key(d.e, undo));
	assert_text(d, "الرضحم");
	assert_true(editor_key(d.e, undo));
	assert_text(d, "ال");
	assert_int_equal(editor_paste(d.e, STR("\uFEE3\uFEA4\uFEC0\uFEAE")), PASTE_DONE);
	assert_text(d, "المحضر");
	closed(d);
}

static void shifted(struct desk d, enum press_code code)
{
	assert_true(editor_key(d.e, (struct press){.code = code, .shift = true}));
}

static void assert_selected(struct desk d, const char *want)
{
	struct str s = editor_selected(d.e);

	if (!str_is(s, want))
		fail_msg("\"%.*s\" is selected instead of \"%s\"", (int)s.n, s.p, want);
}

static void moves_with_shift_select_and_what_is_typed_takes_the_place(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 40);

	(void)state;
	type(d, "un deux\ntrois");
	shifted(d, PRESS_WORD_LEFT);
	assert_selected(d, "trois");
	shifted(d, PRESS_UP);
	assert_selected(d, "un deux\ntrois");
	shifted(d, PRESS_END);
	assert_selected(d, "\ntrois");
	type(d, ".");
	assert_text(d, "un deux.");
	assert_selected(d, "");
	editor_undo(d.e);
	assert_text(d, "un deux\ntrois");
	press(d, PRESS_TOP);
	shifted(d, PRESS_RIGHT);
	shifted(d, PRESS_RIGHT);
	press(d, PRESS_DELETE);
	assert_text(d, " deux\ntrois");
	shifted(d, PRESS_BOTTOM);
	press(d, PRESS_LEFT); /* a move alone ends it */
	assert_selected(d, "");
	press(d, PRESS_BACKSPACE);
	assert_text(d, " deux\ntros");
	assert_true(editor_key(d.e, (struct press){.code = PRESS_CHAR, .ch = 'a', .ctrl = true}));
	assert_int_equal(editor_paste(d.e, STR("tout")), PASTE_DONE);
	assert_text(d, "tout");
	closed(d);
}

/* For keyboards and terminals that have no arrows with Shift. */
static void after_a_mark_every_move_selects_until_it_is_taken_back(void **state)
{
	struct desk d = opened(true, DIR_RTL, 1, 40);

	(void)state;
	type(d, "محضر الجلسة");
	editor_mark(d.e);
	assert_true(editor_marking(d.e));
	press(d, PRESS_WORD_RIGHT);
	press(d, PRESS_RIGHT);
	assert_selected(d, " الجلسة");
	editor_unselect(d.e);
	assert_false(editor_marking(d.e));
	press(d, PRESS_RIGHT);
	assert_selected(d, "");
	editor_mark(d.e);
	type(d, "x"); /* a change ends it */
	assert_false(editor_marking(d.e));
	closed(d);
}

static enum style style_at(struct desk d, int col)
{
	return canvas_cell(d.c, 0, col)->style;
}

static void a_selection_is_seen_on_its_letters_also_in_a_mixed_line(void **state)
{
	struct desk d = opened(true, DIR_RTL, 1, 20);

	(void)state;
	type(d, "سلام abc");
	press(d, PRESS_HOME);
	shifted(d, PRESS_LEFT);
	shifted(d, PRESS_LEFT); /* one half of the lam-alef marks its cell */
	assert_selected(d, "سل");
	assert_caret(d, 0, 18);
	assert_int_equal(style_at(d, 19), STYLE_SELECTED);
	assert_int_equal(style_at(d, 18), STYLE_SELECTED);
	assert_int_equal(style_at(d, 17), STYLE_TEXT);
	press(d, PRESS_END);
	shifted(d, PRESS_WORD_RIGHT);
	assert_selected(d, "abc");
	assert_caret(d, 0, 13);
	for (int col = 13; col < 16; col++)
		assert_int_equal(style_at(d, col), STYLE_SELECTED);
	assert_int_equal(style_at(d, 16), STYLE_TEXT);
	closed(d);
}

static void an_accent_typed_after_its_letter_makes_one_letter(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 40);

	(void)state;
	type(d, "e\xCC\x81");
	assert_text(d, "\xC3\xA9");
	closed(d);
}

static void one_line_takes_no_enter_and_scrolls_sideways(void **state)
{
	struct desk d = opened(true, DIR_LTR, 1, 11);

	(void)state;
	type(d, "abcdefghijklmnop");
	assert_false(editor_key(d.e, PRESS_OF(PRESS_ENTER)));
	assert_false(editor_key(d.e, PRESS_OF(PRESS_UP)));
	assert_false(editor_key(d.e, PRESS_OF(PRESS_ESC)));
	assert_false(editor_key(d.e, PRESS_OF(PRESS_TAB)));
	assert_caret(d, 0, 10);
	assert_int_equal(code_at(d, 0, 9), 'p');
	press(d, PRESS_HOME);
	assert_caret(d, 0, 0);
	assert_int_equal(code_at(d, 0, 0), 'a');
	assert_true(editor_paste(d.e, STR("1\n2")));
	assert_text(d, "1 2abcdefghijklmnop");
	closed(d);
}

static void a_line_that_grew_shorter_hides_nothing(void **state)
{
	struct desk d = opened(true, DIR_LTR, 1, 11);

	(void)state;
	type(d, "abcdefghijklmnop");
	assert_caret(d, 0, 10);
	assert_true(editor_key(d.e, (struct press){.code = PRESS_CHAR, .ch = 'a', .ctrl = true}));
	type(d, "y");
	assert_caret(d, 0, 1);
	assert_int_equal(code_at(d, 0, 0), 'y');
	type(d, "bcdefghijklmnop");
	for (int i = 0; i < 9; i++)
		press(d, PRESS_BACKSPACE);
	assert_caret(d, 0, 7);
	assert_int_equal(code_at(d, 0, 0), 'y');
	closed(d);
}

static void every_change_is_told_and_nothing_else(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 40);
	uint64_t v = editor_version(d.e);

	(void)state;
	type(d, "a");
	assert_true(editor_version(d.e) > v);
	v = editor_version(d.e);
	press(d, PRESS_LEFT);
	press(d, PRESS_UP);
	assert_caret(d, 0, 0);
	assert_int_equal(editor_version(d.e), v);
	press(d, PRESS_BACKSPACE); /* nothing there */
	assert_int_equal(editor_version(d.e), v);
	closed(d);
}

static void words_are_walked_with_control(void **state)
{
	struct desk d = opened(false, DIR_LTR, 5, 40);

	(void)state;
	type(d, "un deux trois");
	press(d, PRESS_WORD_LEFT);
	assert_int_equal(editor_caret(d.e), 8);
	press(d, PRESS_WORD_LEFT);
	assert_int_equal(editor_caret(d.e), 3);
	press(d, PRESS_WORD_RIGHT);
	assert_int_equal(editor_caret(d.e), 8);
	closed(d);
}

static void a_megabyte_is_held_and_no_more(void **state)
{
	struct desk d = opened(false, DIR_LTR, 20, 80);
	char *big = malloc(EDITOR_BYTES_MAX);

	(void)state;
	assert_non_null(big);
	for (size_t i = 0; i < EDITOR_BYTES_MAX; i++)
		big[i] = i % 70 == 69 ? '\n' : 'x';
	editor_set(d.e, (struct str){big, EDITOR_BYTES_MAX});
	assert_int_equal(editor_text(d.e).n, EDITOR_BYTES_MAX);
	assert_true(editor_key(d.e, PRESS_CHAR_OF('y')));
	assert_int_equal(editor_text(d.e).n, EDITOR_BYTES_MAX);
	assert_false(editor_paste(d.e, STR("yy")));
	press(d, PRESS_BACKSPACE);
	type(d, "y");
	assert_int_equal(editor_text(d.e).p[EDITOR_BYTES_MAX - 1], 'y');
	canvas_begin(d.c, 20, 80, LANG_FR);
	editor_draw(d.e, canvas_area(d.c), STYLE_TEXT, true);
	assert_int_equal(code_at(d, 18, 0), 'x');
	free(big);
	closed(d);
}

/* The rows kept of unchanged paragraphs must be those a fresh layout gives. */
static void edits_anywhere_leave_the_picture_a_fresh_editor_would_draw(void **state)
{
	struct desk d = opened(false, DIR_RTL, 12, 24), fresh = opened(false, DIR_RTL, 12, 24);
	static const char *const bits[] = {"محضر ", "session ", "\n", "لا", "2024 ", "x"};
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < 400; i++) {
		struct arena a;
		int row, col;

		seed = seed * 1103515245U + 12345U;
		editor_set_caret(d.e, (seed >> 8) % (editor_text(d.e).n + 1));
		if ((seed >> 20) % 4 == 0)
			press(d, PRESS_BACKSPACE);
		else if ((seed >> 20) % 9 == 1)
			editor_undo(d.e);
		else
			type(d, bits[(seed >> 16) % ARRAY_LEN(bits)]);
		arena_init(&a, &memory_source);
		editor_set(fresh.e, editor_text(d.e));
		editor_set_caret(fresh.e, editor_caret(d.e));
		canvas_begin(d.c, 12, 24, LANG_AR);
		editor_draw(d.e, canvas_area(d.c), STYLE_TEXT, true);
		canvas_begin(fresh.c, 12, 24, LANG_AR);
		editor_draw(fresh.e, canvas_area(fresh.c), STYLE_TEXT, true);
		assert_int_equal(editor_rows(d.e, 24), editor_rows(fresh.e, 24));
		assert_true(canvas_cursor_at(d.c, &row, &col));
		if (editor_rows(d.e, 24) <= 12)
			assert_true(str_equal(canvas_dump(d.c, &a), canvas_dump(fresh.c, &a)));
		arena_clear(&a);
	}
	closed(d);
	closed(fresh);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(typing_puts_letters_at_the_caret),
	cmocka_unit_test(arabic_runs_from_the_right_and_left_is_forward),
	cmocka_unit_test(both_carets_of_a_lam_alef_stand_on_its_cell),
	cmocka_unit_test(a_latin_word_in_arabic_is_walked_in_reading_order),
	cmocka_unit_test(text_wraps_and_the_caret_moves_by_rows_as_seen),
	cmocka_unit_test(the_column_is_kept_over_a_short_line),
	cmocka_unit_test(pages_scroll_and_the_caret_stays_in_sight),
	cmocka_unit_test(undo_takes_words_back_and_redo_brings_them_again),
	cmocka_unit_test(a_paste_is_repaired),
	cmocka_unit_test(a_paste_from_a_screen_is_put_into_reading_order_and_can_be_had_as_it_came),
	cmocka_unit_test(moves_with_shift_select_and_what_is_typed_takes_the_place),
	cmocka_unit_test(after_a_mark_every_move_selects_until_it_is_taken_back),
	cmocka_unit_test(a_selection_is_seen_on_its_letters_also_in_a_mixed_line),
	cmocka_unit_test(an_accent_typed_after_its_letter_makes_one_letter),
	cmocka_unit_test(one_line_takes_no_enter_and_scrolls_sideways),
	cmocka_unit_test(a_line_that_grew_shorter_hides_nothing),
	cmocka_unit_test(every_change_is_told_and_nothing_else),
	cmocka_unit_test(words_are_walked_with_control),
	cmocka_unit_test(control_u_empties_the_line_up_to_the_caret_and_can_be_undone),
	cmocka_unit_test(a_megabyte_is_held_and_no_more),
	cmocka_unit_test(edits_anywhere_leave_the_picture_a_fresh_editor_would_draw),
};

TEST_MAIN(cases)
