/* The first start: the language, then the chamber, its rules and the place of the second copy, then
 * the register is made. No file is made before the end; what was typed is there at the next start
 * (tui/first_draft.h). */
#ifndef TUI_FIRST_START_H
#define TUI_FIRST_START_H

#include "tui/cli.h"

/* Ask on TERM and make the register at PATH with OPTIONS (the mode is set here), or, when *R is a
 * register without a chamber, complete that one. CLI's language becomes the one chosen.
 * Returns 1: *R is a register with its chamber; 0: the user left; -1: ERR. Owner: the caller
 * closes *R. */
int first_start(struct cli *cli, struct term *term, const char *path,
	const struct journal_options *options, struct registry **r, struct error *err) MUST_CHECK;

#endif
