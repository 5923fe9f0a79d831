/* Lists on the wall: rows with a sign and amounts, scrolled so that the one in focus is seen. */
#ifndef TUI_ROOM_LIST_H
#define TUI_ROOM_LIST_H

#include "tui/room_stack.h"

/* Rows the list of B takes when SPARE are free; at least one. With LETTERS large where all lines
 * can be, for which it may take up to CROWDED, else the line in focus if that may be. Ordinary
 * lines are set apart where that fits without the KEEP rows that a heading would be large in. */
int room_list_rows(struct area area, struct bigtext *letters, struct room_block *b, int spare,
	int crowded, int keep);
/* Into the B->rows rows from B->row on. */
void room_list_draw(struct area area, const struct bigtext *letters, const struct room_block *b);

/* The lines that are seen: FIRST to LAST, LAST not among them. */
void room_list_window(const struct room_block *b, size_t *first, size_t *last);
/* How an amount is laid out: figures run to the right, words as the screen does. */
enum direction room_list_base(const struct canvas *c, struct str amount);

#endif
