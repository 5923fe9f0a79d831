/* How a terminal is brought to show Arabic in order: who orders letters, what it is sent for that
 * and to take it back, and what a person has to do where nothing can be sent. */
#ifndef TUI_TERM_SWITCH_H
#define TUI_TERM_SWITCH_H

#include "tui/term.h"
#include "tui/term_ask.h"

struct term_switch {
	enum bidi_mode mode;
	bool marks;             /* tashkil is shown */
	struct message hint;    /* without id: nothing to do by hand */
	char on[512], off[512]; /* behind entering and before leaving the screen */
	/* For the terminal outside of tmux, written to its own tty; empty: nothing. */
	char outer_on[128], outer_off[128];
	bool outer_clear; /* it has to be cleared then, and painted anew by tmux */
};

/* KNOWN is what somebody chose in the test of the screen on such a terminal, TERM_BIDI_AUTO if
 * nothing. */
struct term_switch term_switch_of(const struct term_answers *answers,
	const struct term_options *options, enum term_bidi known);
/* What tells a terminal that orders letters itself which way rows run; "" in other modes. */
const char *term_switch_base(enum bidi_mode mode, bool rtl);

#endif
