/* Answers of a terminal that come when nobody waits for them any more: on a slow line, or while the
 * machine is busy. They look like keys, and a digit in one could mark a vote; so as long as an
 * answer is owed, what looks like one is kept apart from the keys. */
#ifndef TUI_TERM_LATE_H
#define TUI_TERM_LATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct term_late {
	bool owed; /* the last answer (DA1) has not come */
	enum { LATE_IDLE, LATE_ESCAPED, LATE_CONTROL, LATE_STRING, LATE_STRING_ESCAPED } state;
	char text[1024]; /* of the answers, for term_ask_read */
	size_t n;
};

enum term_late_is {
	LATE_IS_KEY,    /* nothing to do with it */
	LATE_IS_ANSWER, /* part of an answer, kept */
	LATE_IS_END,    /* the last byte of the last answer */
	LATE_IS_ESCAPE  /* CH is a key, and before it the Esc key was pressed */
};

/* The next character that came in. Only called while an answer is owed. */
enum term_late_is term_late_take(struct term_late *late, uint32_t ch);
/* Nothing more has come for now: was what came last the Esc key? */
bool term_late_pause(struct term_late *late);

#endif
