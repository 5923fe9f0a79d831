/* What an act says, in one short sentence: for the history, the message line and the annex of
 * corrections. Only sentences are made here; whether an act counts is the session's business.
 * All messages borrow from the session, the event and the arena. */
#ifndef MODEL_DESCRIBE_H
#define MODEL_DESCRIBE_H

#include "model/session.h"

/* "24 Zineb Alami abstains", "vote closed: 28 for, 3 against, 1 abstains", "act 41 taken back: …".
 * S is any state of the session that knows what E speaks of (the newest does); an act that S no
 * longer knows about is named by its numbers. Events of the chamber need no S: NULL. */
struct message describe_event(const struct session *s, const struct event *e, struct arena *a);

/* --- people --- */

/* "24 Zineb Alami"; the number alone when there is no such seat. */
struct message describe_member(const struct session *s, int64_t number);
/* Members by number and name, as a list. Owner: A. */
struct message describe_members(const struct session *s, struct numbers members, struct arena *a);
/* The same; more than six are only counted. */
struct message describe_members_short(
	const struct session *s, struct numbers members, struct arena *a);
/* Whoever sat in that seat when act N was recorded: the member, or the substitute. */
struct message describe_sitter(const struct session *s, int64_t number, uint32_t n);
/* So for one; of several as describe_members_short. */
struct message describe_sitters(
	const struct session *s, struct numbers members, uint32_t n, struct arena *a);

/* --- sessions, items --- */

/* "ordinary session, October 2024": the label, which is not the real date. */
struct message describe_session(const struct session *s);
/* "last act: no. 116": acts are numbered from 0 on, so their number is not how many there are, and
 * only the number is ever shown. */
struct message describe_last_act(int64_t n);
/* "item 5, Exhibition in Fès" with the number of the agenda; the title alone when it is not on it.
 */
struct message describe_item(const struct session *s, int64_t key);
/* Where an item stands: waiting, open, adopted …, note taken, postponed, withdrawn, not decided. */
struct message describe_item_state(const struct session *s, const struct item *item);

/* --- votes: model/describe_vote.c --- */

/* What a vote is about: a motion, or the item. */
struct message describe_vote_matter(const struct session *s, struct vote_id id, struct arena *a);
/* "items 2, 3 and 5": keys of items by their numbers on the agenda. Owner: A. */
struct message describe_block(const struct session *s, struct numbers block, struct arena *a);
/* The voter at place AT of VOTE, with his votes where they are weighed: "07 Driss Amghar (3
 * votes)". */
struct message describe_voter(
	const struct session *s, const struct vote *vote, size_t at, struct arena *a);
/* MEMBERS came to a vote, or a round, while it was open: by the rule or OVER it. */
struct message describe_joined(
	const struct session *s, struct numbers members, bool over, struct arena *a);
/* The outcome of a vote in a few words: "adopted unanimously". */
struct message describe_outcome(enum outcome outcome);
/* "adopted by the majority: 28 for, 3 against, 1 abstains". */
struct message describe_result(
	const struct vote *vote, enum outcome outcome, struct ballots b, struct arena *a);

/* --- motions: model/describe_motion.c --- */

/* "amendment no. 3 (10 Saïd Haddadi)". */
struct message describe_motion(
	const struct session *s, const struct motion *motion, struct arena *a);
/* "the amendment no. 3": what the assembly approved or not. */
struct message describe_motion_voted(
	const struct session *s, const struct motion *motion, struct arena *a);

#endif
