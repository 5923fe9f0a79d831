/* The one table of keys: which command a key means, and where. Footer, help, menus and dispatch
 * all read it, so they cannot disagree (keymap.def). */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "model/message.h"
#include "tui/key.h"

/* Places where letters mean something; a view says where it is. In a text field there are no
 * letters, only WHERE_TEXT. */
enum where {
	WHERE_TEXT = 1 << 0, /* a text field has the focus */
	WHERE_AGENDA = 1 << 1,
	WHERE_ATTENDANCE = 1 << 2,
	WHERE_ITEM = 1 << 3,
	WHERE_VOTE = 1 << 4,  /* the named grid */
	WHERE_HANDS = 1 << 5, /* counting hands */
	WHERE_TIE = 1 << 6,
	WHERE_FLOOR = 1 << 7,
	WHERE_BUDGET = 1 << 8,
	WHERE_AGREEMENT = 1 << 9,
	WHERE_MINUTES = 1 << 10,
	WHERE_HISTORY = 1 << 11,
	WHERE_CLOSING = 1 << 12,
	WHERE_REGISTER = 1 << 13,
	WHERE_LIST = 1 << 14, /* with others: this screen has a list to search */
	WHERE_OTHER = 1 << 15 /* panels, help, preview */
};
#define WHERE_SCREENS 0xBFFE /* all but text and the list mark */

enum weight {
	WEIGHT_LOOK,   /* records nothing */
	WEIGHT_ACT,    /* one key, can be undone */
	WEIGHT_HEAVY,  /* panel, reason digit, Enter */
	WEIGHT_FOREVER /* typed word or passphrase */
};

enum bind { /* commands bound to keys */
	BIND_NONE,
#define BIND(name, weight, where, named, latin, arabic, help) BIND_##name,
#include "tui/keymap.def"
#undef BIND
	BIND_DIGIT, /* a digit; which one is in the meaning */
	BIND_COUNT
};

struct meaning {
	enum bind bind;
	int digit; /* BIND_DIGIT: 0 … 9 */
};

/* What PRESS means at WHERE (an OR of enum where). BIND_NONE: nothing. */
struct meaning keymap_find(struct press press, enum keyboard keyboard, unsigned where);
enum weight keymap_weight(enum bind bind);
/* What the command does, in a few words, for help and menus. */
struct message keymap_help(enum bind bind);
/* The face of its key in this language: "o", "y", "ن", "F8", "⏎". Static. */
struct str keymap_face(enum bind bind, enum lang lang);
/* All letters of a command, code points ended by 0; NAMED its function key or PRESS_NONE. */
const uint32_t *keymap_latin(enum bind bind);
const uint32_t *keymap_arabic(enum bind bind);
enum press_code keymap_named(enum bind bind);
unsigned keymap_where(enum bind bind);

/* One key of the footer: its face and a word. */
struct key_hint {
	enum bind bind;       /* whose face; BIND_NONE: use FACE */
	struct message label; /* "for", "erase", … as short as possible */
	struct str face;
};

#endif
