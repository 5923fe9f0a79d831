/* What the room is about: the item that is treated, or what was told last of another one. */
#include "model/room_part.h"

#include "model/motion.h"

const struct item *room_item_at_hand(const struct session *s)
{
	return session_item(s, s->open_item ? s->open_item : s->last_item);
}

static uint32_t later(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* --- the item at hand --- */

/* The newest vote on ITEM since it was opened, void or not: none that came before it is the result
 * of what stands in the title. NULL: none. */
static const struct vote *newest_vote(const struct item *item)
{
	const struct vote *vote = item && item->votes.n ? &item->votes.at[item->votes.n - 1] : NULL;

	return vote && vote->n_opened >= item->n_opened ? vote : NULL;
}

static const struct election *newest_election(const struct item *item)
{
	const struct election *e =
		item && item->elections.n ? &item->elections.at[item->elections.n - 1] : NULL;

	return e && e->rounds.at[0].n_opened >= item->n_opened ? e : NULL;
}

/* The newest vote that is no item's, as long as it is newer than what was done on ITEM. */
static const struct vote *own_vote(const struct session *s, const struct item *item)
{
	const struct vote *own = newest_vote(session_item(s, OWN_MATTERS));
	const struct vote *on_item = newest_vote(item);
	uint32_t since = !item ? 0 : item->state == ITEM_IS_OPEN ? item->n_opened : item->n_ended;

	return own && own->state != VOTE_IS_VOID && own->n_opened > since &&
			       (!on_item || own->n_opened > on_item->n_opened)
		       ? own
		       : NULL;
}

struct room_matter room_matter_at_hand(const struct session *s)
{
	const struct item *item = room_item_at_hand(s);
	const struct election *e = newest_election(item);
	const struct vote *vote = own_vote(s, item);

	if (vote)
		return (struct room_matter){
			.item = session_item(s, OWN_MATTERS), .vote = vote, .n = vote->n_opened};
	vote = newest_vote(item);
	if (e && (!vote || e->rounds.at[0].n_opened > vote->n_opened))
		vote = NULL;
	else
		e = NULL;
	return (struct room_matter){
		.item = item,
		.vote = vote && vote->state != VOTE_IS_VOID ? vote : NULL,
		.election = e && e->state != ELECTION_IS_VOID ? e : NULL,
		.n = item ? later(later(item->n_opened, item->n_ended), vote ? vote->n_opened : 0)
			  : 0,
	};
}

/* --- what was told --- */

/* What is seen to go on in the assembly: what was told before is over. */
static const enum event_type goings_on[] = {EVENT_SITTING_OPENED, EVENT_SITTING_RESUMED,
	EVENT_ITEM_OPENED, EVENT_ITEM_PRESENTED, EVENT_ITEM_DISCUSSED, EVENT_ITEM_NOTED,
	EVENT_ITEM_CLOSED, EVENT_FLOOR_GIVEN, EVENT_FLOOR_ENDED, EVENT_VOTE_OPENED,
	EVENT_VOTE_CLOSED, EVENT_MOTION_MOVED, EVENT_MOTION_WITHDRAWN, EVENT_ELECTION_OPENED,
	EVENT_ELECTION_COUNTED, EVENT_ELECTION_DECIDED, EVENT_ELECTION_LEFT};

static bool goes_on(const struct session *s, enum event_type type)
{
	/* While an item is open, one that was put off is another. */
	if (type == EVENT_ITEM_POSTPONED || type == EVENT_ITEM_WITHDRAWN)
		return !s->open_item;
	for (size_t i = 0; i < ARRAY_LEN(goings_on); i++) {
		if (goings_on[i] == type)
			return true;
	}
	return false;
}

/* What E announces or declares void; NULL as the item: neither. */
static struct room_matter told(const struct session *s, const struct event *e)
{
	bool voided = e->type == EVENT_VOTE_VOIDED || e->type == EVENT_ELECTION_VOIDED;
	/* Their bodies begin with which one it is. */
	struct vote_id id = e->body.vote_announced.vote;
	struct room_matter m = {.told = true, .voided = voided, .n = e->n};

	if (e->type == EVENT_VOTE_ANNOUNCED || e->type == EVENT_VOTE_VOIDED)
		m.vote = session_vote(s, id);
	else if (e->type == EVENT_ELECTION_ANNOUNCED || e->type == EVENT_ELECTION_VOIDED)
		m.election = session_election(s, id);
	if (m.vote || m.election)
		m.item = session_item(s, id.item);
	return m;
}

struct room_matter room_matter(const struct session *s)
{
	for (size_t i = session_voting(s) ? 0 : s->log.n; i-- > 0;) {
		const struct event *e = &s->log.at[i];
		struct room_matter m = told(s, e);

		if (s->struck.at[i])
			continue;
		if (m.item)
			return m;
		if (goes_on(s, e->type))
			break;
	}
	return room_matter_at_hand(s);
}

int64_t room_item(const struct session *s)
{
	struct room_matter m = room_matter(s);

	return m.item ? session_agenda_number(s, m.item->is.item) : 0;
}
