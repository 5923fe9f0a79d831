/* Blocks of the wall that are as wide as the screen: the names of the voters in columns, and two
 * texts beside each other. */
#ifndef TUI_ROOM_NAMES_H
#define TUI_ROOM_NAMES_H

#include "tui/room_stack.h"

#define ROOM_NAME_COLS 22 /* sign, number, and enough of a name to know it by */

/* Rows that all names take when SPARE are enough for them, or MORE where they would be cut with so
 * few; else those of B's text. */
int room_names_rows(struct area area, const struct room_view *v, const struct room_block *b,
	int spare, int more);
/* Have they all their place, rather than B's text? */
bool room_names_all(struct area area, const struct room_view *v, const struct room_block *b);
/* Voter I with sign and number, in COLS cells. */
void room_names_one(
	struct area area, int row, int col, int cols, const struct room_view *v, size_t i);
void room_names_draw(struct area area, const struct room_view *v, const struct room_block *b);

/* Rows of the pair B with its headings, at most SPARE; two at least. Both texts are drawn with
 * LETTERS where they are clear so; NULL: in ordinary ones. */
int room_pair_cols(struct area area);
int room_pair_rows(struct area area, struct bigtext *letters, struct room_block *b, int spare);
void room_pair_draw(struct area area, const struct bigtext *letters, const struct room_block *b);

#endif
