/* The terminal of a screen reader: see term_plain.c. Opened by term_open. */
#ifndef TUI_TERM_PLAIN_H
#define TUI_TERM_PLAIN_H

#include "tui/term.h"

/* Standard input need not be a terminal. Errors: NO_TERMINAL. Owner: the caller. */
int term_plain_open(struct term **term, struct error *err) MUST_CHECK;

#endif
