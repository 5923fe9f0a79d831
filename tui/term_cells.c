#define NCURSES_WIDECHAR       1
#define _XOPEN_SOURCE_EXTENDED 1

#include "tui/term_cells.h"

#include <curses.h>
#include <string.h>

#include "storage/memory.h"
#include "locale/implicit.h"
#include "tui/cell_order.h"

#define STRETCH_MAX 64

/* How everything is drawn. */
struct brush {
	const struct canvas *canvas;
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

static struct brush brush_of(const struct canvas *c, enum theme theme)
{
	struct brush brush = {
		.canvas = c, .colours = has_colors(), .word = canvas_bidi(c) == BIDI_WORD};

	for (int s = 0; s < STYLE_COUNT; s++)
		brush.attributes[s] = attributes(style_look((enum style)s, theme));
	return brush;
}

/* One character in the width everybody gives it: Latin, Arabic, and nothing above U+2DFF. */
static bool surely_narrow(const struct cell *cell)
{
	return cell->width == 1 && (cell->code < 0x2E80 || cell_is_arabic(cell));
}

/* What curses is to hold for cell COL of N: 1, or 0 for the right half of the one before. */
static int to_curses(
	const struct cell *cells, int col, int n, const struct brush *brush, cchar_t *cc)
{
	const struct cell *cell = &cells[col];
	attr_t a = brush->attributes[cell->style];
	uint32_t codes[CELL_CODES_MAX];
	wchar_t text[CCHARW_MAX + 1];
	size_t n_codes = canvas_codes(brush->canvas, cell, codes), i;

	if (n_codes == 0)
		return 0;
	for (i = 0; i < n_codes && i < CCHARW_MAX; i++)
		text[i] = (wchar_t)codes[i];
	text[i] = 0;
	/* Bold is another font, so a terminal that turns words ends its run of letters here and
	 * does not take a bracket or a digit along. */
	if (brush->word && cell_ends_stretch(cells, col, n))
		a ^= A_BOLD;
	/* Before a row it tells the terminal where that begins, and nobody else. */
	if (col == 0 && (cell->code == IMPLICIT_RTL_STROKE || cell->code == IMPLICIT_LTR_STROKE))
		a |= A_INVIS;
	return setcchar(cc, text, a, (short)(brush->colours ? cell->style + 1 : 0), NULL) == OK;
}

struct span {
	int from, to; /* the column behind the last one */
};

/* Cells go to curses in stretches, which costs it half as much as one by one. A stretch ends
 * behind a cell whose width curses may see otherwise than we do, so that the next one stands
 * where it should. */
static void show_cells(
	const struct cell *cells, int row, struct span span, int n_cells, const struct brush *brush)
{
	cchar_t stretch[STRETCH_MAX];
	int n = 0;

	for (int col = span.from; col < span.to; col++) {
		int some = to_curses(cells, col, n_cells, brush, &stretch[n]);

		n += some;
		if (n && (!some || n == STRETCH_MAX || col + 1 == span.to ||
				 !surely_narrow(&cells[col]))) {
			(void)mvadd_wchnstr(row, col + some - n, stretch, n);
			n = 0;
		}
	}
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

/* The part of a row that differs, with its neighbours as long as curses may see them wider than we
 * do. Where letters are put in order again behind us, all of it. */
static struct span changed(
	const struct cell *was, const struct cell *now, int cols, enum bidi_mode mode)
{
	struct span s = {0, cols};

	if (mode == BIDI_WORD || mode == BIDI_IMPLICIT)
		return s;
	while (s.from < s.to && same_cell(&was[s.from], &now[s.from]))
		s.from++;
	while (s.to > s.from && same_cell(&was[s.to - 1], &now[s.to - 1]))
		s.to--;
	while (s.from > 0 && !(surely_narrow(&was[s.from - 1]) && surely_narrow(&now[s.from - 1])))
		s.from--;
	while (s.to < cols && !(surely_narrow(&was[s.to - 1]) && surely_narrow(&now[s.to - 1])))
		s.to++;
	return s;
}

void term_cells_forget(struct shown *shown)
{
	if (shown->cells)
		memory_source.give(shown->cells);
	*shown = (struct shown){.cells = NULL};
}

/* What rows are given in depends on these as much as on their cells. */
static bool same_way(const struct shown *shown, const struct canvas *c)
{
	return shown->canvas == c && shown->rows == canvas_rows(c) &&
	       shown->cols == canvas_cols(c) && shown->bidi == canvas_bidi(c) &&
	       shown->runs_left == canvas_runs_left(c);
}

/* Giving curses a cell costs more than painting it, so only rows that changed are given. */
void term_cells_show(
	struct shown *shown, const struct canvas *c, int rows, int cols, enum theme theme)
{
	struct brush brush = brush_of(c, theme);
	size_t stride = (size_t)canvas_cols(c), line = stride * sizeof(struct cell);
	struct arena scratch;
	struct cell *ordered;
	bool all;

	if (!same_way(shown, c))
		term_cells_forget(shown);
	all = !shown->cells;
	if (all) {
		*shown = (struct shown){
			.cells = memory_source.take((size_t)(canvas_rows(c) + 1) * line),
			.canvas = c,
			.rows = canvas_rows(c),
			.cols = canvas_cols(c),
			.bidi = canvas_bidi(c),
			.runs_left = canvas_runs_left(c),
		};
		(void)erase();
	}
	arena_init(&scratch, &memory_source);
	ordered = shown->cells + (size_t)shown->rows * stride;
	for (int row = 0; row < rows && row < shown->rows; row++) {
		const struct cell *now = canvas_cell(c, row, 0);
		struct cell *was = shown->cells + (size_t)row * stride;
		struct span span = {0, shown->cols};

		if (!all && memcmp(was, now, line) == 0)
			continue;
		if (!all)
			span = changed(was, now, shown->cols, shown->bidi);
		memcpy(was, now, line);
		cell_order(c, row, ordered, &scratch);
		span.to = span.to < cols ? span.to : cols;
		show_cells(ordered, row, span, shown->cols, &brush);
	}
	arena_clear(&scratch);
	/* Painted before the window changed its size: this much of it is not the whole. */
	if (rows != shown->rows || cols != shown->cols)
		term_cells_forget(shown);
}
