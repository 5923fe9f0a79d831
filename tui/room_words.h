/* A picture of the room in words: all that is written in it, row under row, for where there is no
 * room for the picture. It is read from the blocks of the picture itself, so that it cannot say
 * anything else. */
#ifndef TUI_ROOM_WORDS_H
#define TUI_ROOM_WORDS_H

#include "tui/room_stack.h"

struct room_words {
	struct area area;
	int from; /* the row of the words that stands in the first of AREA */
	int rows; /* so far, those out of sight among them */
};

void room_words_text(struct room_words *w, enum style style, enum direction base, struct str text);
/* Everything of S, which was measured. */
void room_words_stack(struct room_words *w, const struct room_stack *s);

#endif
