/* One press of a key, whatever the keyboard: a character or a named key. Letters reach commands
 * first by the character itself, then by the physical key under it, so that the desk obeys with an
 * Arabic, AZERTY, QWERTY or Tifinagh layout alike. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include "model/base.h"

enum press_code {
	PRESS_NONE,
	PRESS_CHAR, /* ch is the character; Space is ' ' */
	PRESS_ENTER,
	PRESS_ESC,
	PRESS_TAB,
	PRESS_BACK_TAB,
	PRESS_BACKSPACE,
	PRESS_DELETE,
	PRESS_UP,
	PRESS_DOWN,
	PRESS_LEFT, /* the direction seen on the screen; see press_along */
	PRESS_RIGHT,
	PRESS_WORD_LEFT, /* Ctrl-Left */
	PRESS_WORD_RIGHT,
	PRESS_HOME,
	PRESS_END,
	PRESS_TOP,    /* Ctrl-Home */
	PRESS_BOTTOM, /* Ctrl-End */
	PRESS_PAGE_UP,
	PRESS_PAGE_DOWN,
	PRESS_INSERT,
	PRESS_F1,
	PRESS_F2,
	PRESS_F3,
	PRESS_F4,
	PRESS_F5,
	PRESS_F6,
	PRESS_F7,
	PRESS_F8,
	PRESS_F9,
	PRESS_F10,
	PRESS_F11,
	PRESS_F12,
	PRESS_CODE_COUNT
};

struct press {
	enum press_code code;
	uint32_t ch; /* PRESS_CHAR: the code point; for ctrl the lower-case letter */
	bool ctrl;   /* a convenience only: an Arabic layout sends the bare letter */
	bool alt;
	bool shift;    /* with a move: it selects */
	bool lam_alef; /* half of the lam-alef key: text in a text field, nothing elsewhere */
};

#define PRESS_OF(c)      ((struct press){.code = (c)})
#define PRESS_CHAR_OF(c) ((struct press){.code = PRESS_CHAR, .ch = (uint32_t)(c)})

/* Which Latin letters stand on the keys. AZERTY until a sign shows otherwise. */
enum keyboard { KEYBOARD_AZERTY, KEYBOARD_QWERTY, KEYBOARD_COUNT };

/* The keyboard after this press: é è ç à and the rest of the unshifted row prove AZERTY. */
enum keyboard key_learn(enum keyboard keyboard, struct press press);

/* The Latin character of the physical key that gives this one under an Arabic or Tifinagh layout;
 * the same character (lower case) when it is Latin already; 0 for none. Source: xkb-data, ara/ma.
 */
uint32_t key_letter(struct press press, enum keyboard keyboard);

/* 0 … 9 for an ASCII, Arabic-Indic or Persian digit, or a key of the AZERTY digit row; else -1. */
int key_digit(struct press press);

/* Left and Right as "on" (+1) and "back" (-1) along the text; 0 for other keys. */
int key_along(struct press press, bool rtl);

/* True for a character that may stand in a text field. */
bool key_is_text(struct press press);

/* The press as UTF-8 in BUF; how many bytes. */
size_t key_utf8(struct press press, char buf[4]);

/* "F5", "⏎", "q": how a key is named on the screen. Borrowed or in A. */
struct str key_face(struct press press, struct arena *a);

#endif
