/* Figures large enough for the last row of the room, drawn with a round pen on a grid of quarter
 * cells and shown with block characters, which every terminal of the room has. No font is needed,
 * and all figures of one height have one weight. */
#ifndef TUI_ROOM_FIGURE_H
#define TUI_ROOM_FIGURE_H

#include "tui/pixels.h"

#define ROOM_FIGURE_ROWS_MIN 4
#define ROOM_FIGURE_ROWS_MAX 16
#define ROOM_FIGURE_TEXT_MAX 12

/* Cells that TEXT takes at this height. TEXT is made of 0 … 9, ":", "v" and "x" for a tick and a
 * cross, and "*", the star with eight points; anything else takes no place. */
int room_figure_width(const char *text, int rows);
/* TEXT from logical COL on, ROWS high (kept within the bounds above), of quarters unless KIND is
 * halves. It runs from left to right on every screen; what does not fit into AREA is cut off. */
void room_figure(struct area area, int row, int col, int rows, enum pixels kind, enum style style,
	const char *text);

#endif
