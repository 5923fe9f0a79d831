/* Inside of session_apply: facts of one matter have a file of their own. Not for other modules. */
#ifndef MODEL_APPLY_H
#define MODEL_APPLY_H

#include "model/session.h"

/* Each returns false when the fact contradicts S. First preparing: what the session is, its agenda,
 * the lines of its budgets. */
bool apply_prepare_fact(struct session *s, const struct event *e);
/* False: it is not on the agenda. */
bool apply_agenda_take_out(struct session *s, int64_t key);
/* Wherever KEY was before: now at NUMBER, or at the end where there is no such place. */
void apply_agenda_put(struct session *s, int64_t key, int64_t number);
bool apply_vote_fact(struct session *s, const struct event *e);
bool apply_ballot_fact(struct session *s, const struct event *e); /* a secret ballot counted */
bool apply_floor_fact(struct session *s, const struct event *e);
bool apply_election_fact(struct session *s, const struct event *e);
/* A member who has not chosen leaves while a named round is open; like the next one. */
bool apply_election_departure(struct session *s, int64_t member);
/* A member who has not voted leaves while a vote is open: no longer a voter. False when the
 * member's vote is already marked. */
bool apply_vote_departure(struct session *s, int64_t member);
/* Facts of calls and their convening. */
bool apply_call_fact(struct session *s, const struct event *e);
/* Facts of agreements; what item_added carried over of one, act N. */
bool apply_agreement_fact(struct session *s, const struct event *e);
bool apply_agreement_carried(struct session *s, struct item *item, uint32_t n);
/* Facts of convening: notices and written requests. */
bool apply_convening_fact(struct session *s, const struct event *e);
/* Attendance and quorum. */
bool apply_attendance_fact(struct session *s, const struct event *e);
/* NUMBER is TO from E on, in the newest sitting. */
bool apply_move(struct session *s, const struct event *e, int64_t number, enum presence to);
/* model/apply_motion.c. What is voted may be voted: also makes the keeper of own matters. */
bool apply_motion_fact(struct session *s, const struct event *e);
bool apply_motion_votable(struct session *s, const struct vote_opened *o);
/* What a vote on a motion changes on the agenda, after it was closed, corrected or voided. False
 * when the item was treated meanwhile. */
bool apply_motion_outcome(struct session *s, const struct event *e, const struct vote *vote);
/* --- apply_presence.c --- */
bool apply_presence_fact(struct session *s, const struct event *e);
/* A member stops being there to vote: he and whose proxies he holds leave the open vote. False when
 * one of these votes is already marked. */
bool apply_presence_departure(struct session *s, int64_t member);
/* Act N moved MEMBER: proxies that it ends, bases of the open vote that it changes. */
void apply_presence_moved(struct session *s, uint32_t n, int64_t member);
void apply_proxies_end(struct session *s, uint32_t n); /* all of them: a new sitting */
void apply_substitutes_end(struct session *s, uint32_t n);
/* Act N moved MEMBER: who sat for him does no longer; true when somebody did. */
bool apply_substitute_goes(struct session *s, uint32_t n, int64_t member);
/* Remember that a recorded figure does not follow from the acts. */
void apply_finding(struct session *s, uint32_t n, struct message what);

#endif
