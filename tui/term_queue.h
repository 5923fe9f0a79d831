/* What a terminal sent and nobody asked for yet: keys, pastes, what the mouse did. Characters of a
 * paste and numbers of the mouse come one by one and are one input each. No terminal is touched. */
#ifndef TUI_TERM_QUEUE_H
#define TUI_TERM_QUEUE_H

#include "storage/memory.h"
#include "tui/term.h"

#define TERM_QUEUE_MAX 256

struct term_queue { /* zeroed: empty */
	struct input at[TERM_QUEUE_MAX];
	size_t first, n;
	bool pasting, paste_waits;  /* in the middle of one; one is in the queue */
	struct bytes paste, pasted; /* being read; handed out */
	bool mousing;               /* numbers of what the mouse did are coming */
	char numbers[32];
	size_t numbers_n;
};

void term_queue_clear(struct term_queue *q); /* wipes what was pasted */
/* There is room for whatever one more character comes to. */
bool term_queue_has_room(const struct term_queue *q);
/* A full queue takes nothing more. */
void term_queue_put(struct term_queue *q, enum input_kind kind);
void term_queue_press(struct term_queue *q, struct press press);
/* The same for a press that may be the key of lam-alef, which comes as one presentation form or as
 * two letters at once: both are marked. */
void term_queue_character(struct term_queue *q, struct press press);
void term_queue_drop(struct term_queue *q); /* the input put last */

void term_queue_paste(struct term_queue *q); /* one begins */
void term_queue_pasted(struct term_queue *q, uint32_t ch);
void term_queue_paste_end(struct term_queue *q);
void term_queue_mouse(struct term_queue *q); /* the mouse did something: numbers follow */
/* One more character of it; only its last one is no digit and no semicolon. */
void term_queue_moused(struct term_queue *q, uint32_t ch);

/* The oldest one; false: there is none. The text of a paste lives until the next one is taken. */
bool term_queue_take(struct term_queue *q, struct input *input);

#endif
