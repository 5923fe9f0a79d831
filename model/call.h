/* Calls: attempts to hold a session. A call whose quorum is missing fails and the session waits
 * for the next one, which has a day, a place and a quorum of its own. The roster stays the one of
 * the first call. */
#ifndef MODEL_CALL_H
#define MODEL_CALL_H

#include "model/session.h"

/* The call that goes on or was convened last; NULL before the session opened. */
const struct call *session_call(const struct session *s);
/* Call NUMBER; NULL: there is none. */
const struct call *session_call_number(const struct session *s, int64_t number);
/* How many have to be there; 0 without a call. */
int64_t call_needed(const struct call *call, int64_t in_office);
/* A share as rules write it, and back; false when it is none. */
struct str call_threshold(struct share share, struct arena *a);
bool call_threshold_read(struct str s, struct share *out);
/* A rule gives call NUMBER a threshold; else it has the one of the rules' last call. */
bool call_has_rule(const struct session *s, int64_t number);
/* How certain the rule of call NUMBER is. */
enum certainty call_certainty(const struct session *s, int64_t number);
/* What the quorum of CALL rests on, as rules_standing says it. */
struct message call_standing(const struct session *s, const struct call *call, struct arena *a);
/* … and whether a named person has confirmed that rule. */
bool call_confirmed(const struct session *s, const struct call *call);
/* The last call failed and nobody was convened again. */
bool call_awaited(const struct session *s);
/* The day the sitting about to open was convened for; year 0: none was set. */
struct date call_day(const struct session *s);
/* The first day on which call NUMBER may be held by the rules, after the one before FAILED: where
 * that was opened before its planned day, after that day. */
struct date call_earliest(const struct session *s, int64_t number, struct date failed);
/* … and the rule that this rests on. */
enum rule_key call_delay_key(const struct session *s, int64_t number);
/* SITTING ended because its quorum was missing, and treated nothing. */
bool sitting_failed(const struct session *s, const struct sitting *sitting);
/* The agenda was touched in SITTING before act N: it did not fail. */
bool sitting_treated(const struct session *s, const struct sitting *sitting, uint32_t n);
/* "more than half of the members in office, that is at least 15", also for any number. */
struct message call_quorum_message(const struct call *call, int64_t needed, struct arena *a);

/* ITEM was not settled by session S, which will not come back to it: postponed, refused though the
 * assembly cannot do without it, or the session ended before it was treated. */
bool item_left(const struct session *s, const struct item *item);
enum left_how item_left_how(const struct item *item);
/* A budget, an account or the minutes of before, and the vote on it refused: a later session has to
 * come back to it. */
bool item_comes_again(const struct item *item);

/* For session_apply: the session opens with call NUMBER. */
void call_first(struct session *s, int64_t number);

#endif
