/* The keys of a terminal that curses knows: names, and those terminfo has only as extensions, whose
 * codes are given out at run time. */
#ifndef TUI_TERM_KEYS_H
#define TUI_TERM_KEYS_H

#include "tui/term.h"

#define TERM_KEYS_EXTRA 32

struct term_keys {
	int paste, pasted; /* codes of the brackets round pasted text */
	int mouse;         /* the beginning of what the mouse did */
	int extra[TERM_KEYS_EXTRA];
};

/* After curses has been started. */
void term_keys_find(struct term_keys *keys);
/* A function key by its code; PRESS_NONE when it is none that is used. */
struct press term_keys_press(const struct term_keys *keys, int code);
/* What the mouse did: the numbers between its beginning and END. False: nothing that counts. */
bool term_keys_mouse(const char *numbers, size_t n, uint32_t end, struct mouse *mouse);
/* A character; Enter, Tab, Esc and control letters come as characters too. */
struct press term_keys_character(uint32_t ch);

#endif
