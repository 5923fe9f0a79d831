/* Pieces of the picture before, kept with what they say: where the same piece is asked
 * for again at the same place, its cells are there and nothing is laid out or painted. Pieces come
 * in the same order in every picture of a view, so that each is found by its turn. */
#ifndef TUI_KEPT_H
#define TUI_KEPT_H

#include "tui/canvas.h"

struct kept;

struct kept_place {
	int row, x, rows, cols; /* physical */
};

/* Owner: the caller, who closes it. */
struct kept *kept_open(const struct arena_source *memory);
void kept_close(struct kept *kept); /* NULL-safe */

/* A new picture begins. Not SAME: another size, language or way of drawing; all is forgotten. */
void kept_turn(struct kept *kept, bool same);
/* The cells of the piece whose turn it is, row by row, when it stood at PLACE and said SAYS; else
 * NULL, and kept_put must follow. SAYS: bytes, everything the look of the piece depends on; none:
 * it is never found again. STATE: a number for all that it is painted from; 0: none is known. */
const struct cell *kept_find(
	struct kept *kept, struct kept_place place, struct str says, uint64_t state);
/* The same without asking what it says: for one that was put, or found, in STATE. */
const struct cell *kept_still(struct kept *kept, struct kept_place place, uint64_t state);
/* Room for the cells of the piece. */
struct cell *kept_put(struct kept *kept, struct kept_place place, struct str says, uint64_t state);

#endif
