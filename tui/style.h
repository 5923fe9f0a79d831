/* How things look, named by what they mean: a view says "this is a caution", never "yellow".
 * Only here do meanings become colours and attributes, for each kind of terminal.
 * Colour is the third sign: the word and the symbol stand beside it always. */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>

enum style {
	STYLE_TEXT,        /* ordinary */
	STYLE_STRONG,      /* headings, names read aloud */
	STYLE_GOOD,        /* for, adopted, present, quorum, recorded */
	STYLE_GOOD_ROW,    /* the same as a whole row */
	STYLE_BAD,         /* against, rejected, absent, quorum lost, not recorded */
	STYLE_BAD_ROW,     /* the same as a whole row */
	STYLE_CAUTION,     /* abstain, excused, postponed, caution, draft */
	STYLE_CAUTION_ROW, /* the same as a whole row */
	STYLE_HERE,        /* open now, here */
	STYLE_FOCUS,       /* the row with the focus */
	STYLE_UNSURE,      /* an unconfirmed rule */
	STYLE_OFF,         /* cannot be done now; its reason stands beside it */
	STYLE_DONE,        /* secondary, finished, frames and thin lines */
	STYLE_KEY,         /* the face of a key in a list of keys */
	STYLE_CHAIR,       /* what the chair says */
	STYLE_CHAIR_LABEL,
	STYLE_TITLE,        /* the bar on top */
	STYLE_TITLE_STRONG, /* the chamber and the session in it */
	STYLE_STEP,         /* the blue bar: what Enter does */
	STYLE_STEP_LABEL,
	STYLE_ENTRY, /* the entry bar of grids, the line somebody types in */
	STYLE_ENTRY_GOOD,
	STYLE_ENTRY_BAD,
	STYLE_ENTRY_CAUTION,
	STYLE_STATUS, /* the bottom bar and its fields */
	STYLE_STATUS_GOOD,
	STYLE_STATUS_BAD,
	STYLE_STATUS_CAUTION,
	STYLE_STATUS_HERE,
	STYLE_CODE,     /* black on white in every theme: cameras read it */
	STYLE_SELECTED, /* text marked to be copied or removed */
	STYLE_COUNT
};

/* What the terminal can show. */
enum theme {
	THEME_DARK,
	THEME_LIGHT,
	THEME_8,
	THEME_NONE,
	THEME_8_LIGHT, /* eight colours on a light background */
	THEME_COUNT
};

#define COLOUR_DEFAULT (-1)

struct look {
	short fg, bg; /* colour of the xterm palette, or COLOUR_DEFAULT */
	bool bold, dim, underline, reverse;
};

/* The look of a meaning. */
struct look style_look(enum style style, enum theme theme);

#endif
