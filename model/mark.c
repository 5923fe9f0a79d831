#include "model/mark.h"

#include "model/election.h"
#include "model/session.h"

static enum item_mark decided(bool adopted)
{
	return adopted ? MARK_ADOPTED : MARK_REJECTED;
}

/* By its state alone; MARK_DONE: it is closed, and what was decided tells. */
static enum item_mark by_state(const struct item *item)
{
	switch (item->state) {
	case ITEM_IS_WAITING:
		return MARK_WAITING;
	case ITEM_IS_OPEN:
		return MARK_OPEN;
	case ITEM_IS_POSTPONED:
		return MARK_POSTPONED;
	case ITEM_IS_WITHDRAWN:
		return MARK_WITHDRAWN;
	case ITEM_IS_PROPOSED:
		return MARK_PROPOSED;
	case ITEM_IS_REFUSED:
		return MARK_REJECTED;
	case ITEM_IS_CLOSED:
		break;
	}
	return MARK_DONE;
}

enum item_mark item_mark(const struct item *item)
{
	enum item_mark mark = by_state(item);
	const struct vote *vote = item_vote(item);

	if (mark != MARK_DONE)
		return mark;
	if (item_elected(item))
		return decided(item_election(item)->elected != 0);
	if (vote && vote->state == VOTE_IS_CLOSED)
		return decided(outcome_adopted(vote->outcome));
	return item->noted ? MARK_NOTED : MARK_DONE;
}

enum item_mark item_mark_public(const struct item *item, bool shown)
{
	enum item_mark mark = by_state(item);
	const struct vote *vote = item_vote(item);

	if (mark != MARK_DONE)
		return mark;
	if (item_elected(item)) {
		const struct election_round *r = election_round(item_election(item));

		return r->ever_announced ? decided(r->said_elected != 0) : MARK_DONE;
	}
	if (vote && vote->state == VOTE_IS_CLOSED)
		return shown && vote->ever_announced
			       ? decided(outcome_adopted(vote->announced_outcome))
			       : MARK_DONE;
	return item->noted ? MARK_NOTED : MARK_DONE;
}

static void count(struct mark_tally *tally, enum item_mark mark)
{
	if (mark == MARK_POSTPONED)
		tally->postponed++;
	else if (mark == MARK_WITHDRAWN)
		tally->withdrawn++;
	else if (mark != MARK_WAITING && mark != MARK_OPEN && mark != MARK_PROPOSED)
		tally->treated++;
}

struct mark_tally agenda_tally(const struct session *s)
{
	struct mark_tally tally = {0};

	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		count(&tally, item_mark(item));
		tally.treated += item->state == ITEM_IS_OPEN && item_decided(item);
	}
	return tally;
}
