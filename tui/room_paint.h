/* The picture for the room: a pure function of what the room may see and of the size of the screen.
 * From 80×24 on it has a bar with chamber, session and clock, the scene, and a line with those
 * present; below that it is a sentence or two. */
#ifndef TUI_ROOM_PAINT_H
#define TUI_ROOM_PAINT_H

#include "model/room.h"
#include "tui/canvas.h"

struct bigtext;

#define ROOM_ROWS_MIN 24
#define ROOM_COLS_MIN 80

/* What comes from the display and not from the session. */
struct room_look {
	struct instant now; /* for the clock */
	bool blank;         /* the desk wants the chamber's name and nothing else */
	int64_t spoken;     /* seconds, by who has the floor */
	bool paused;        /* and the time stands still */
	bool rehearsal;     /* of a copy: said where a specimen is named */
	bool alone;         /* nobody writes any more: a small … beside the clock, nothing else */
	struct bigtext *letters; /* what large letters are drawn with; NULL: there are none */
};

/* Paint V into AREA, the whole screen or a part of it, in the canvas's language. */
void room_paint(struct area area, const struct room_view *v, const struct room_look *look);
/* All that is written in the picture of ROWS × COLS, as words in AREA from row FROM of them on: for
 * where that picture has no room. The clock is left out. Returns how many rows it takes in all. */
int room_paint_words(struct area area, int from, const struct room_view *v,
	const struct room_look *look, int rows, int cols);

#endif
