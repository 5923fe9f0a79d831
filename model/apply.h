/* Inside of session_apply: the facts of votes have a file of their own. Not for other modules. */
#ifndef MODEL_APPLY_H
#define MODEL_APPLY_H

#include "model/session.h"

/* Each returns false when the fact contradicts S. */
bool apply_vote_fact(struct session *s, const struct event *e);
bool apply_ballot_fact(struct session *s, const struct event *e); /* a secret ballot counted */
bool apply_floor_fact(struct session *s, const struct event *e);
/* A member who has not voted leaves while a vote is open: no longer a voter. False when the
 * member's vote is already marked. */
bool apply_vote_departure(struct session *s, int64_t member);
/* Facts of calls and their convening. */
bool apply_call_fact(struct session *s, const struct event *e);
/* NUMBER is TO from E on, in the newest sitting. */
bool apply_move(struct session *s, const struct event *e, int64_t number, enum presence to);
/* model/apply_motion.c. What is voted may be voted: also makes the keeper of own matters. */
bool apply_motion_fact(struct session *s, const struct event *e);
bool apply_motion_votable(struct session *s, const struct vote_opened *o);
/* What a vote on a motion changes on the agenda, after it was closed, corrected or voided. False
 * when the item was treated meanwhile. */
bool apply_motion_outcome(struct session *s, const struct event *e, const struct vote *vote);
/* Remember that a recorded figure does not follow from the acts. */
void apply_finding(struct session *s, uint32_t n, struct message what);

#endif
