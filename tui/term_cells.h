/* The picture of a canvas given to curses; only term_curses.c looks in here. */
#ifndef TUI_TERM_CELLS_H
#define TUI_TERM_CELLS_H

#include "tui/canvas.h"

/* What curses holds already. All zero: nothing. */
struct shown {
	struct cell *cells;          /* as the canvas had them, and one row more to put in order */
	const struct canvas *canvas; /* whose marks stand on them */
	int rows, cols;
	enum bidi_mode bidi;
	bool runs_left;
};

/* One colour pair for every style. */
void term_cells_colours(enum theme theme);
/* Give curses C, as far as a window of ROWS x COLS has room, in the order its terminal wants. */
void term_cells_show(
	struct shown *shown, const struct canvas *c, int rows, int cols, enum theme theme);
/* Give everything the next time. */
void term_cells_forget(struct shown *shown);

#endif
