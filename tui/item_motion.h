/* Motions on the item's screen: what waits, both wordings, and the forms that make them. For the
 * views of the desk. */
#ifndef TUI_ITEM_MOTION_H
#define TUI_ITEM_MOTION_H

#include "model/motion.h"
#include "tui/desk.h"

/* The motion the screen shows: the one chosen, else the first that waits; NULL: none waits, a vote
 * is open or a result is not announced. */
const struct motion *motion_shown(struct desk *d);
/* The vote on a motion that was closed and is not announced; NULL: none. */
const struct vote *motion_closed_vote(const struct desk *d);

/* The balance of the budget ITEM, as it is and with the amendment. */
struct message motion_balance(
	const struct session *s, const struct item *item, const struct motion_moved *m);
void motion_paint(struct desk *d, struct area work, const struct motion *motion);
bool motion_key(struct desk *d, struct press press);
/* Enter: the vote on the one that was chosen. False when the step says the same. */
bool motion_step(struct desk *d);
struct message motion_step_line(struct desk *d);
/* What was moved on ITEM and what became of it, a line each, from ROW on; the row after it. */
int motion_list(struct desk *d, struct area work, int row, int64_t item);

/* Space 6 of the item; withdraws the one that is shown; changes of the agenda by a vote. */
void form_motion(struct desk *d);
void motion_withdraw(struct desk *d);
void form_insert_item(struct desk *d);
void form_change_agenda(struct desk *d, int64_t item);

#endif
