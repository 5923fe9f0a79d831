/* A desk on a register that somebody else holds: it looks, follows, offers nothing else, and takes
 * the register over once its holder is gone (desk_reader.c). */
#ifndef TUI_DESK_READER_H
#define TUI_DESK_READER_H

#include "tui/desk.h"

/* At each turn: what the holder recorded since, and whether there still is one. */
void desk_reader_tick(struct desk *d);
/* What Enter does; OWN is what the screen would say. */
struct message desk_reader_step_line(struct desk *d, struct message own);
/* Enter; false: the screen's own Enter only looks. */
bool desk_reader_step(struct desk *d);
/* Of the N keys the footer would name, those that only look. */
size_t desk_reader_hints(struct key_hint *keys, size_t n);

#endif
