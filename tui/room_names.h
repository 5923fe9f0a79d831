/* Blocks of the wall that are as wide as the screen: the names of the voters in columns, and two
 * texts beside each other. */
#ifndef TUI_ROOM_NAMES_H
#define TUI_ROOM_NAMES_H

#include "tui/room_stack.h"

/* Rows that all names take, when SPARE are enough for them; else those of B's text, at most two. */
int room_names_rows(
	struct area area, const struct room_view *v, const struct room_block *b, int spare);
void room_names_draw(struct area area, const struct room_view *v, const struct room_block *b);

/* Rows of the pair B with its headings, at most SPARE; two at least. */
int room_pair_rows(struct area area, const struct room_block *b, int spare);
void room_pair_draw(struct area area, const struct room_block *b);

#endif
