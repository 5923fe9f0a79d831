/* What stands behind the register: room on its disk, and the second copy (desk_safety.c). */
#ifndef TUI_DESK_SAFETY_H
#define TUI_DESK_SAFETY_H

#include "tui/desk.h"

void desk_safety_begin(struct desk *d); /* and what is kept of the copy from the last time */
/* At each turn: looks at disk and copy when it is time, says what changed, and completes a copy
 * whose place came back. */
void desk_safety_tick(struct desk *d);
/* MS, or less when disk or copy are to be looked at before that. */
int desk_safety_patience_ms(const struct desk *d, int ms);
void desk_safety_leave(struct desk *d);

/* The fields of the status line; *NARROW is what a narrow one says. */
struct frame_field desk_space_field(
	struct desk *d, const struct session *s, struct message *narrow);
struct frame_field desk_copy_field(struct desk *d, struct message *narrow);
/* The rows of the side column. The row after them. */
int desk_paint_safety(struct desk *d, struct area area, int row);

#endif
