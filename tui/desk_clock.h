/* Whether the time can be trusted that acts are stamped with (desk_clock.c). Not for views. */
#ifndef TUI_DESK_CLOCK_H
#define TUI_DESK_CLOCK_H

#include "tui/desk.h"

void desk_clock_begin(struct desk *d);
/* The shift ends with the desk, for the rooms as well. */
void desk_clock_leave(struct desk *d);
/* Before each thing that comes in: has the clock jumped since the one before? Says so once. */
void desk_clock_look(struct desk *d);
/* While it is not known which time is right: asks, and records C then; NULL: nothing waits for the
 * answer. False: the time is known. */
bool desk_clock_asks(struct desk *d, const struct command *c);
struct frame_field desk_time_field(struct desk *d, struct instant now);

#endif
