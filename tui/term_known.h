/* What somebody said about the kinds of terminal that were tried: one line each in
 * $XDG_STATE_HOME/mahdar/terminals, "NAME MODE" and, where they were chosen,
 * the colours and "ascii" behind it. MODE "told" says only that the hint was shown. */
#ifndef TUI_TERM_KNOWN_H
#define TUI_TERM_KNOWN_H

#include "storage/error.h"
#include "tui/term.h"

struct term_known {
	enum term_bidi bidi;   /* TERM_BIDI_AUTO: nothing was chosen */
	bool told;             /* the hint was shown once, or somebody chose */
	enum term_theme theme; /* TERM_THEME_AUTO: nobody chose colours */
	bool ascii;            /* its font lacks the signs */
};

/* A file that is missing or holds something else counts as nothing known. */
struct term_known term_known_read(const char *name);
/* Keep it. Errors: USAGE (no folder is known), FILE, DISK_FULL. */
int term_known_write(const char *name, struct term_known known, struct error *err);
/* "auto", "explicit" … as --bidi takes them; false: no such word. */
bool term_bidi_parse(const char *word, enum term_bidi *bidi);
const char *term_bidi_word(enum term_bidi bidi);

#endif
