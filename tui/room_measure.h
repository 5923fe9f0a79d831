/* What painting has to know of how the blocks of a stack were measured. */
#ifndef TUI_ROOM_MEASURE_H
#define TUI_ROOM_MEASURE_H

#include "tui/room_stack.h"

#define ROOM_SIGN_ROWS 5 /* at most, of a sign that is drawn beside large letters in a band */

/* Cells of each of the columns of figures. */
int room_column_cols(const struct room_stack *s, const struct room_block *b);
bool room_has_bar(const struct room_block *b);
/* Rows of what stands under the figures: the words, the bars. A blank row divides in tall areas. */
int room_under_figures(const struct room_stack *s, const struct room_block *b);
/* Cells at the start of a band that its drawn sign takes from the letters. */
int room_sign_cols(const struct room_block *b);

#endif
