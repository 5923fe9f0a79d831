/* Who takes part in what: recusals, proxies, remote members, the quorum as it was, and who takes
 * the chair when it has to be given up. Reads the session and changes nothing.
 *
 * One unit for all bases: a vote. A member has one; where vote.weights says so, as many as the list
 * of members gives, and then bases, needed votes and results all count votes, the quorum persons as
 * ever. A proxy is the vote of the absent member: it adds to
 * those entitled to vote (and so to the base "present" and to the voters), it adds nothing to the
 * quorum, and the absent member stays in office as before. A member who follows from afar counts
 * for the quorum and votes only as far as remote.counts_quorum and remote.may_vote say so. A
 * recused member never votes on the item; recusal.lowers_base says whether he leaves the bases
 * "present" and "in office" of its votes, recusal.lowers_quorum whether he leaves the quorum while
 * it is open. */
#ifndef MODEL_PRESENCE_H
#define MODEL_PRESENCE_H

#include "model/session.h"

/* Does somebody with PRESENCE vote, all else being well? */
bool presence_votes(const struct session *s, enum presence presence);
/* Does he count for the quorum? */
bool presence_counts(const struct session *s, enum presence presence);
/* MEMBER is recused for the item of KEY and was not readmitted. */
bool session_recused(const struct session *s, int64_t key, int64_t member);
/* How many are recused for the item of KEY; the numbers in OUT (room for all seats) unless NULL. */
size_t session_recused_list(const struct session *s, int64_t key, int32_t *out);
/* Take those recused for KEY off the figures: who of them is counted as present, and all of them.
 */
void presence_without_recused(
	const struct session *s, int64_t key, int64_t *present, int64_t *in_office);
/* The holder of MEMBER's proxy; 0: none is held. */
int64_t session_proxy_holder(const struct session *s, int64_t member);
/* Whose proxies ended with act E, which says so only of somebody who came or went. */
size_t presence_lapsed_by(const struct session *s, const struct event *e, int32_t *out);
int64_t session_proxies_held(const struct session *s, int64_t holder);
/* MEMBER has a vote on the item of KEY now: here (or from afar, if that is allowed) or by proxy of
 * one who has, and not recused. */
bool presence_recused_leave_quorum(const struct session *s);
bool session_entitled(const struct session *s, int64_t key, int64_t member);
/* … or follows from afar and may come to the vote OVER the rules. */
bool session_may_join(const struct session *s, int64_t key, int64_t member, bool over);
/* The voters of the item of KEY in order, and how many; OUT has room for all seats, or is NULL. */
size_t session_entitled_list(const struct session *s, int64_t key, int32_t *out);
/* Votes: of MEMBER, of all MEMBERS, of everybody in office. */
int64_t session_weight(const struct session *s, int64_t member);
int64_t session_weights(const struct session *s, struct numbers members);
int64_t session_votes_in_office(const struct session *s);
/* Votes of those recused for the item of KEY: who stays in the base "present" without a vote, and
 * who leaves the base "in office". Which of the two is the rule. */
int64_t presence_barred(const struct session *s, int64_t key);
int64_t presence_lowered(const struct session *s, int64_t key);

/* The quorum is measured at each vote by rules that somebody confirmed: then it stops the vote. */
bool presence_quorum_stops(const struct session *s);
/* What is voted now is not closed without a word: the quorum is missing, and since it was lost
 * nobody decided to go on without; or it stops every vote. */
bool presence_quorum_unsettled(const struct session *s);
/* The quorum after act N, from the intervals alone: nothing of the present state is used. */
struct quorum_figures session_quorum_at(const struct session *s, uint32_t n);
/* The act that took the quorum away last, while it is gone; 0: it is there, or never was. */
uint32_t presence_quorum_lost_by(const struct session *s);
/* … between the acts FROM and TO, when it was still gone at TO. */
uint32_t presence_quorum_lost_in(const struct session *s, uint32_t from, uint32_t to);
/* The same as it would be without MEMBERS: nothing is recorded. */
struct quorum_figures session_quorum_without(const struct session *s, struct numbers members);

/* Who can take the chair, best first: the vice-presidents, then the other offices in their order,
 * then the members, by number; present, not recused for KEY, not one of LEAVING and not in it. */
size_t session_chair_choices(
	const struct session *s, int64_t key, struct numbers leaving, int64_t *out, size_t max);
/* Who opened the sitting in the chair, gave it up for a time and can have it back now; 0: nobody.
 */
int64_t session_chair_returns(const struct session *s);
/* The president, who would vote and is not recused, whose own account the item KEY is; 0: it is
 * not, or the rules let the president chair and vote. */
int64_t session_own_account(const struct session *s, int64_t key);
/* MEMBER takes no part in VOTE whatever the rule of late arrivals says: recused for its matter, or
 * the president whose own account it decides, unless it was opened over that rule. */
bool session_barred(const struct session *s, const struct vote *vote, int64_t member);
bool session_barred_by_account(const struct session *s, const struct vote *vote, int64_t member);
/* The chair has to be handed over for the open item: the president's own account is before the
 * assembly, or who is in the chair is recused for it. CHAIR_OTHER: it has not. */
enum chair_cause session_chair_goes(const struct session *s);

#endif
