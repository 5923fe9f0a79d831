/* The rows that never move: title, agenda rail, keys, prompter, step, message, status. One function
 * draws them from one struct, in every size, and gives back what is left for the view. */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include "tui/canvas.h"
#include "tui/keymap.h"
#include "tui/mark.h"

#define FRAME_ROWS_MIN 24
#define FRAME_COLS_MIN 80
#define FRAME_KEYS_MAX 12 /* seven are shown under 140 columns */

struct frame_item { /* one item of the agenda on the rail's line */
	int number;
	enum item_mark mark;
};

enum frame_tone { TONE_PLAIN, TONE_GOOD, TONE_BAD, TONE_CAUTION, TONE_HERE };

struct frame_field {
	struct message text;
	enum frame_tone tone;
};

struct frame {
	/* The session stands whole; the chamber after it, as far as there is room. Without a
	 * session: NO_MESSAGE, and the chamber alone. */
	struct message session, chamber;
	struct message guide; /* a rehearsal: what to try next, instead of the rail's line */
	int guide_step, guide_steps;
	struct message date, date_short; /* short: where the session leaves no more room */
	const struct frame_item *items;
	size_t items_n, open_item; /* open_item: index to keep in sight */
	bool rail_on;              /* the bar stands on it */
	struct key_hint keys[FRAME_KEYS_MAX];
	size_t keys_n;
	struct message chair; /* what the chair says */
	struct message step;  /* what Enter does; never empty */
	bool step_here; /* it is that of what stands over the screen, no step of the sitting */
	struct message message; /* last act, refusal, error; its own time in front */
	enum frame_tone message_tone;
	/* Where the field is too narrow for it; without id: it never is. */
	struct message quorum_short, saved_narrow, copy_narrow;
	struct frame_field quorum, time, saved, copy, room;
	bool wants_width; /* the work area asks for the side column, then the rail (big grids) */
	bool wants_all;   /* … and for the rail too */
	struct message small_item, small_state; /* the two lines of a screen that is too small */
};

struct frame_areas {
	struct area work;  /* a row less for each of step and chair that takes two */
	struct area rail;  /* rows 0: the rail is one line, drawn by the frame */
	struct area side;  /* rows 0: no side column */
	struct area strip; /* "last acts" under the work area; rows 0: none */
	bool small;        /* too small: only F12, F2 and Esc may be obeyed; nothing to draw */
};

/* Where things stand at the size of CANVAS; draws nothing. */
struct frame_areas frame_layout(struct canvas *canvas, const struct frame *frame);
/* The key that is named at ROW and COL of the canvas FRAME was drawn on; PRESS_NONE: none. */
struct press frame_press_at(struct canvas *canvas, const struct frame *frame, int row, int col);
/* Draws all fixed rows and the lines between columns. */
struct frame_areas frame_draw(struct canvas *canvas, const struct frame *frame);

#endif
