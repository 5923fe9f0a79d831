#define NCURSES_WIDECHAR       1
#define _XOPEN_SOURCE_EXTENDED 1

#include "tui/term_cells.h"

#include <curses.h>
#include <string.h>

#include "storage/memory.h"

#define STRETCH_MAX 64

/* How everything is drawn. */
struct brush {
	attr_t attributes[STYLE_COUNT];
	bool colours, word;
};

void term_cells_colours(enum theme theme)
{
	if (!has_colors())
		return;
	for (int s = 0; s < STYLE_COUNT; s++) {
		struct look look = style_look((enum style)s, theme);

		(void)init_pair((short)(s + 1), look.fg, look.bg);
	}
}

static attr_t attributes(struct look look)
{
	attr_t a = A_NORMAL;

	a |= look.bold ? A_BOLD : 0;
	a |= look.dim ? A_DIM : 0;
	a |= look.underline ? A_UNDERLINE : 0;
	a |= look.reverse ? A_REVERSE : 0;
	return a;
}

static struct brush brush_of(enum theme theme, bool word)
{
	struct brush brush = {.colours = has_colors(), .word = word};

	for (int s = 0; s < STYLE_COUNT; s++)
		brush.attributes[s] = attributes(style_look((enum style)s, theme));
	return brush;
}

static bool arabic(uint32_t c)
{
	return (c >= 0x0600 && c <= 0x06FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
	       (c >= 0xFE70 && c <= 0xFEFC);
}

static bool arabic_cell(const struct canvas *c, int row, int col)
{
	return col >= 0 && col < canvas_cols(c) && arabic(canvas_cell(c, row, col)->code[0]);
}

/* The cell to show at COL where each stretch of Arabic letters will be turned round. */
static int turned(const struct canvas *c, int row, int col)
{
	int from = col, to = col;

	if (!arabic_cell(c, row, col))
		return col;
	while (arabic_cell(c, row, from - 1))
		from--;
	while (arabic_cell(c, row, to + 1))
		to++;
	return from + to - col;
}

/* One character in the width everybody gives it: Latin, Arabic, and nothing above U+2DFF. */
static bool surely_narrow(const struct cell *cell)
{
	return cell->width == 1 && (cell->code[0] < 0x2E80 || arabic(cell->code[0]));
}

/* What curses is to hold for COL: 1, or 0 for the right half of the one before. */
static int to_curses(
	const struct canvas *c, int row, int col, const struct brush *brush, cchar_t *cc)
{
	const struct cell *cell = canvas_cell(c, row, brush->word ? turned(c, row, col) : col);
	attr_t a = brush->attributes[cell->style];
	wchar_t text[CCHARW_MAX + 1];
	int n = 0;

	if (cell->codes == 0)
		return 0;
	for (int i = 0; i < cell->codes && i < CCHARW_MAX; i++)
		if (i == 0 || !brush->word)
			text[n++] = (wchar_t)cell->code[i];
	text[n] = 0;
	/* Bold is another font, so kitty ends its run of letters here and does not take a
	 * bracket or a digit along. */
	if (brush->word && text[0] != L' ' && !arabic((uint32_t)text[0]) &&
		(arabic_cell(c, row, col - 1) || arabic_cell(c, row, col + 1)))
		a ^= A_BOLD;
	return setcchar(cc, text, a, (short)(brush->colours ? cell->style + 1 : 0), NULL) == OK;
}

/* Rows go to curses in stretches, which costs it half as much as cell by cell. A stretch ends
 * behind a cell whose width curses may see otherwise than we do, so that the next one stands
 * where it should. */
static void show_row(const struct canvas *c, int row, int cols, const struct brush *brush)
{
	cchar_t stretch[STRETCH_MAX];
	int n = 0;

	for (int col = 0; col < cols; col++) {
		int some = to_curses(c, row, col, brush, &stretch[n]);

		n += some;
		if (n && (!some || n == STRETCH_MAX || col + 1 == cols ||
				 !surely_narrow(canvas_cell(c, row, col)))) {
			(void)mvadd_wchnstr(row, col + some - n, stretch, n);
			n = 0;
		}
	}
}

void term_cells_forget(struct shown *shown)
{
	if (shown->cells)
		memory_source.give(shown->cells);
	*shown = (struct shown){NULL, 0, 0};
}

/* Giving curses a cell costs more than painting it, so only rows that changed are given. */
void term_cells_show(struct shown *shown, const struct canvas *c, int rows, int cols,
	enum theme theme, bool word)
{
	struct brush brush = brush_of(theme, word);
	size_t stride = (size_t)canvas_cols(c), line = stride * sizeof(struct cell);
	bool all;

	if (shown->rows != canvas_rows(c) || shown->cols != canvas_cols(c))
		term_cells_forget(shown);
	all = !shown->cells;
	if (all) {
		shown->cells = memory_source.take((size_t)canvas_rows(c) * line);
		shown->rows = canvas_rows(c);
		shown->cols = canvas_cols(c);
		(void)erase();
	}
	for (int row = 0; row < rows && row < shown->rows; row++) {
		const struct cell *now = canvas_cell(c, row, 0);
		struct cell *was = shown->cells + (size_t)row * stride;

		if (!all && memcmp(was, now, line) == 0)
			continue;
		memcpy(was, now, line);
		show_row(c, row, cols < shown->cols ? cols : shown->cols, &brush);
	}
	/* Painted before the window changed its size: this much of it is not the whole. */
	if (rows != shown->rows || cols != shown->cols)
		term_cells_forget(shown);
}
