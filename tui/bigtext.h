/* Words in large letters, drawn as pixels and shown with block characters. What was drawn is kept,
 * so that a screen is painted again at the cost of ordinary letters. */
#ifndef TUI_BIGTEXT_H
#define TUI_BIGTEXT_H

#include "tui/pixels.h"

struct bigtext;

/* Words in their cells: ROWS rows of COLS, in physical order, nothing empty beside them. */
struct bigtext_cells {
	int rows, cols;
	const unsigned char *bits; /* as pixels_code takes them */
};

/* Loads nothing before the first words are wanted. Owner: the caller closes. */
struct bigtext *bigtext_open(enum pixels kind);
void bigtext_close(struct bigtext *b); /* NULL-safe */
/* PIXELS_NONE for B NULL. */
enum pixels bigtext_pixels(const struct bigtext *b);

/* TEXT as large as it can be in ROWS × COLS cells and on at most LINES lines, no word broken, each
 * line in the middle. NULL when that would be too small to be clear, when letters cannot be drawn
 * here, or for B NULL: then ordinary ones are shown. Lasts while no more than BIGTEXT_KEPT others
 * are asked for. */
const struct bigtext_cells *bigtext_fit(
	struct bigtext *b, struct str text, enum direction base, int rows, int cols, int lines);
#define BIGTEXT_KEPT 64

/* CELLS with their upper corner at ROW and logical COL of AREA. */
void bigtext_paint(struct area area, int row, int col, enum style style, const struct bigtext *b,
	const struct bigtext_cells *cells);

#endif
