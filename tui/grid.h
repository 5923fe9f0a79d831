/* The members of the assembly, all in sight: columns of 24 to 48 cells filled downwards, in the
 * order of their numbers, never moving while marks change. */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include "tui/canvas.h"
#include "tui/key.h"

#define GRID_COLUMN_MIN 24
#define GRID_COLUMN_MAX 48 /* the word at the end stays near its name */

struct grid_entry {
	struct str number; /* "07" */
	struct str name;
	const char *symbol;         /* "✓" "✗" "○" "–"; "" for none */
	const struct message *word; /* "against", "exc."; NULL: none */
	enum style style; /* of symbol, name and word; BAD_ROW and CAUTION_ROW fill the row */
	bool candidate;   /* its number starts with the digits typed */
};

struct grid {
	size_t count;
	size_t focus;
	bool cursor;       /* the focus is shown (roll call, arrows used) */
	size_t first;      /* first entry seen; a multiple of `rows` */
	int rows, columns; /* of the last drawing */
	int width;         /* of a column, with the blank behind it */
	struct area seen;  /* where it was */
	/* All that the entries are made from, as bytes, set for each drawing; empty: that is not
	 * known, and each is made every time. */
	struct str says;
};

/* Arrows, Home, End, pages; any of them shows the cursor. True when it was for the grid. */
bool grid_key(struct grid *grid, struct press press, bool rtl);
/* Scroll (by whole columns) until INDEX is in sight. */
void grid_show(struct grid *grid, size_t index);
/* The entry that was drawn at ROW and COL of the canvas; false: none. */
bool grid_at(const struct grid *grid, int row, int col, size_t *index);
/* Columns that fit into COLS cells: at least 1. */
int grid_columns(int cols);
/* True when COUNT entries all fit into an area of this size. */
bool grid_fits(size_t count, int rows, int cols);
/* What stands at place I of the grid; asked only of what is in sight, for there may be ten
 * thousand. CONTEXT is the caller's. */
typedef struct grid_entry grid_entry_at(void *context, size_t i);

void grid_draw(struct grid *grid, struct area area, grid_entry_at *at, void *context);
/* "01–36 of 150 ▸" while not everything is in sight; without id when it is. */
struct message grid_extent(const struct grid *grid, grid_entry_at *at, void *context);

#endif
