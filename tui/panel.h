/* A box over the work area that waits for an answer: facts, numbered choices (greyed ones with
 * their reason), and the key that confirms, which is never the key that opened it. */
#ifndef TUI_PANEL_H
#define TUI_PANEL_H

#include "tui/canvas.h"
#include "tui/key.h"

struct panel_choice {
	int digit; /* 1 … 9, 0 for "0"; -1: no digit, reached with the arrows */
	struct message label;
	struct message reason; /* set: greyed, cannot be chosen now, and why */
	int id;                /* the owner's own name for it */
	struct str face;       /* its other key, shown at the end; may be empty */
};

struct panel {
	struct message title;
	const struct message *lines; /* facts above the choices, each wrapped */
	size_t lines_n;
	const struct panel_choice *choices;
	size_t choices_n;
	size_t focus;
	bool confirm;     /* a digit only selects; Enter then confirms */
	bool weighs;      /* a digit acts; Enter does once the bar was moved, not after an Enter */
	bool picked;      /* confirm or weighs: something has been selected */
	struct area seen; /* where the choices were drawn last, from FIRST on */
	size_t first;
	int extra, extra_cols; /* rows kept free before the choices for the owner, so wide */
	/* of facts that are more than the box holds: rows above those seen, seen, below them */
	size_t top, page, below;
	bool read;             /* to their end */
	struct message footer; /* "1-4 then ⏎ undo · Esc leave as it is"; may be empty */
};

/* Enter takes nothing yet, and no bar is shown. */
bool panel_waits(const struct panel *panel);

enum panel_result {
	PANEL_IGNORED,
	PANEL_TAKEN,
	PANEL_WAITS,   /* Enter, and nothing is chosen that it could confirm */
	PANEL_CHOSEN,  /* choices[focus] */
	PANEL_REFUSED, /* choices[focus] is off: say its reason on the message line */
	PANEL_LEFT     /* Esc */
};

/* Facts are still to be read: before a choice that is to be confirmed Enter shows them. */
bool panel_unread(const struct panel *panel);

/* The digit 0 … 9 comes by key_digit: the AZERTY row and Arabic digits count. */
enum panel_result panel_key(struct panel *panel, struct press press);
/* The choice that was drawn at ROW and COL of the canvas; false: none. */
bool panel_at(const struct panel *panel, int row, int col, size_t *index);
/* Draws the box, as small as it can be, at the start side of AREA; gives back the area inside
 * between the lines and the choices (the `extra` rows). Never taller than AREA: choices scroll. */
struct area panel_draw(struct panel *panel, struct area area);

#endif
