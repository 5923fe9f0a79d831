/* Inside of the sentences about acts: what describe_event takes from the files of one matter each,
 * and what these have in common. */
#ifndef MODEL_DESCRIBE_PART_H
#define MODEL_DESCRIBE_PART_H

#include "model/describe.h"

static inline const struct message *keep(struct arena *a, struct message m)
{
	return message_keep(a, m);
}

/* --- model/describe.c --- */
struct message describe_with_reason(struct message what, struct str reason, struct arena *a);
/* By its number alone, as long as it is on the agenda: in lists of acts the verb must be in sight.
 */
struct message describe_item_number(const struct session *s, int64_t key);

/* --- one file each --- */
struct message describe_chamber(const struct session *s, const struct event *e, struct arena *a);
struct message describe_item_event(const struct session *s, const struct event *e, struct arena *a);
struct message describe_call_event(const struct event *e, struct arena *a);
/* An item that an earlier session left. */
struct message describe_carried(const struct item_text *item, struct arena *a);
struct message describe_vote_event(const struct session *s, const struct event *e, struct arena *a);
struct message describe_motion_event(
	const struct session *s, const struct event *e, struct arena *a);
/* An act of an election (model/election_words.c). */
struct message describe_election(const struct session *s, const struct event *e, struct arena *a);

/* --- model/describe_presence.c --- */
struct message describe_presence(const struct session *s, const struct event *e, struct arena *a);
/* WHAT act E did, and what that took with it: proxies that lapsed, hands to be counted again. */
struct message describe_effects(
	const struct session *s, const struct event *e, struct message what, struct arena *a);
struct message describe_secretary(
	const struct session *s, const struct secretary_changed *c, struct arena *a);
/* MEMBER takes the chair, and why. */
struct message describe_chair(const struct message *member, enum chair_cause cause);

#endif
