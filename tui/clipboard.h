/* Text for other programs: through the terminal (OSC 52) when it is known to take it, else through
 * wl-copy, xclip or xsel where there is a screen and one of them, else into a file. What goes out
 * is always in reading order, whatever order the cells of the screen are in. */
#ifndef TUI_CLIPBOARD_H
#define TUI_CLIPBOARD_H

#include "tui/term.h"

enum clipboard_way { CLIPBOARD_TERMINAL, CLIPBOARD_PROGRAM, CLIPBOARD_FILE };

/* CLIPBOARD_FILE: *PATH is the file, in A. Errors: FILE, DISK_FULL when not even that can be
 * written. */
int clipboard_put(struct term *term, struct str text, enum clipboard_way *way, struct str *path,
	struct arena *a, struct error *err) MUST_CHECK;

#endif
