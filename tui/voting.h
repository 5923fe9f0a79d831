/* What can be done about a vote besides marking it: the order of a roll call, who is missing, a
 * block of items, an explanation. Panels and forms over the item or the agenda. */
#ifndef TUI_VOTING_H
#define TUI_VOTING_H

#include "tui/desk.h"

void voting_roll_call(struct desk *d); /* in which order, then the vote is opened */
void voting_missing(struct desk *d);   /* whose vote is still missing */
void voting_explain(struct desk *d);   /* an explanation of vote or a reservation */
void voting_block(struct desk *d);     /* several items of the agenda in one unanimous vote */

/* Send C, which voids a vote or an election. What was ANNOUNCED takes a typed word: the room was
 * told a result that no longer counts. */
void voting_void(struct desk *d, const struct command *c, bool announced);
/* Record C, the correction of VOTE. When it turns the result round the new result is typed first.
 * True: a form that asked for it can close. */
bool voting_correct(struct desk *d, const struct vote *vote, const struct command *c);

#endif
