/* What curses holds after many pictures given by what changed in them. */
#define NCURSES_WIDECHAR       1
#define _XOPEN_SOURCE_EXTENDED 1

#include "tests/test.h"

#include <curses.h>
#include <locale.h>

#include "storage/memory.h"
#include "tui/canvas.h"
#include "tui/term_cells.h"

#define ROWS 4
#define COLS 24

struct held {
	wchar_t text[CCHARW_MAX + 1];
	attr_t look;
	short pair;
};

static void hold(struct held *out)
{
	cchar_t row_of[COLS + 1];

	memset(out, 0, sizeof(*out) * ROWS * COLS);
	for (int row = 0; row < ROWS; row++) {
		memset(row_of, 0, sizeof(row_of));
		assert_int_not_equal(mvin_wchnstr(row, 0, row_of, COLS), ERR);
		for (int col = 0; col < COLS; col++) {
			struct held *cell = &out[row * COLS + col];

			(void)getcchar(&row_of[col], cell->text, &cell->look, &cell->pair, NULL);
		}
	}
}

static uint32_t drawn(uint32_t *at, uint32_t n)
{
	*at = *at * 1103515245 + 12345;
	return *at / 65536 % n;
}

/* Letters of one cell and of two, one that terminals do not agree about, Arabic, marks. */
static const char *const words[] = {"a", "日", "日本", "x日y", "✓", "é", "محضر", "⏎", "🙂",
	"e\xCC\x81", "·", "12", "  ", "ڭ", "abc", "䷀", "🇲", "🪉", "㉈", "〰", "꥟"};

static void draw(struct canvas *c, uint32_t *at)
{
	int row = (int)drawn(at, ROWS), col = (int)drawn(at, COLS);
	enum style style = (enum style)drawn(at, STYLE_COUNT);

	/* Where curses has no room for what it takes to be wide, it leaves what was there. */
	canvas_text(canvas_sub(canvas_area(c), 0, 1, 0, COLS - 2), row, col, 0, style, ALIGN_START,
		str_of(words[drawn(at, ARRAY_LEN(words))]));
}

static void pictures_given_in_parts_are_those_given_whole(void **state)
{
	static const enum bidi_mode modes[] = {BIDI_EXPLICIT, BIDI_WORD, BIDI_IMPLICIT, BIDI_NONE};
	struct canvas *c = canvas_open(&memory_source);
	struct shown shown = {.cells = NULL};
	struct held parts[ROWS * COLS], whole[ROWS * COLS];
	FILE *out = fopen("/dev/null", "we"), *in = fopen("/dev/null", "re");
	SCREEN *screen;

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	screen = newterm("xterm-256color", out, in);
	assert_non_null(screen);
	assert_int_equal(resizeterm(ROWS, COLS), OK);
	for (int i = 0; i < 6000; i++) {
		uint32_t same = (uint32_t)i / 20, other = (uint32_t)i * 7919;

		canvas_options(c, modes[i / 100 % (int)ARRAY_LEN(modes)], false, i / 30 % 3 == 0);
		canvas_begin(c, ROWS, COLS, i / 500 % 2 ? LANG_AR : LANG_FR);
		for (int k = 0; k < 12; k++)
			draw(c, k < 10 ? &same : &other);
		term_cells_show(&shown, c, ROWS, COLS, THEME_DARK);
		if (i % 5)
			continue;
		hold(parts);
		term_cells_forget(&shown);
		term_cells_show(&shown, c, ROWS, COLS, THEME_DARK);
		hold(whole);
		assert_memory_equal(parts, whole, sizeof(whole));
	}
	term_cells_forget(&shown);
	canvas_close(c);
	(void)endwin();
	delscreen(screen);
	(void)fclose(in);
	(void)fclose(out);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(pictures_given_in_parts_are_those_given_whole),
};

TEST_MAIN(cases)
