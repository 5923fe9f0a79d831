/* Whether what is done on the desk can be recorded (desk_disk.c). Not for views. */
#ifndef TUI_DESK_DISK_H
#define TUI_DESK_DISK_H

#include "tui/desk.h"

void desk_disk_begin(struct desk *d);
/* C was not recorded, or (NULL) something beside the acts: says why. For the disk's sake, the desk
 * asks the disk again from now on. */
void desk_act_failed(struct desk *d, const struct command *c, const struct error *err);
/* Nothing can be recorded now, and that was said. */
bool desk_disk_refuses(struct desk *d);
/* Ask the disk, and say what became of the act in doubt; false: it refuses still. */
bool desk_disk_settle(struct desk *d);
/* The act in doubt; false: it is not known any more. */
bool desk_disk_command(const struct desk *d, struct command *c, struct arena *a);
/* What comes after the act in doubt, which was recorded; once. */
void desk_disk_then(struct desk *d);
/* At each turn. */
void desk_disk_tick(struct desk *d);
/* How long to wait for a key before the disk is asked again; 0: it is well. */
int desk_disk_patience_ms(const struct desk *d);
/* *NARROW: where the field is too narrow for it. */
struct frame_field desk_saved_field(
	struct desk *d, const struct session *s, struct message *narrow);

#endif
