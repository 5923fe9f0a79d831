/* Facts of votes. A closed vote never changes silently: a correction keeps what was before. */
#include "model/apply.h"

#include <string.h>

static struct vote *vote_of(const struct session *s, struct vote_id id, enum vote_state state)
{
	struct vote *vote = session_vote(s, id);

	return vote && vote->state == state ? vote : NULL;
}

static long voter_at(const struct vote *vote, int64_t member)
{
	for (size_t i = 0; i < vote->voters.n; i++) {
		if (vote->voters.at[i] == member)
			return (long)i;
	}
	return -1;
}

bool apply_vote_departure(struct session *s, int64_t member)
{
	struct vote *vote = session_open_vote(s);
	long at = vote ? voter_at(vote, member) : -1;
	size_t after;

	/* A paper may be in the box already: who was there at the opening stays a voter. */
	if (at < 0 || vote->kind == VOTE_SECRET)
		return true;
	if (vote->marks[at] != VALUE_NONE)
		return false;
	if (vote->kind == VOTE_HANDS) { /* the count was of the voters before */
		vote->counted = false;
		vote->ballots = (struct ballots){0, 0, 0};
		vote->side = VALUE_NONE;
	}
	after = vote->voters.n - 1 - (size_t)at;
	memmove(&vote->voters.at[at], &vote->voters.at[at + 1], after * sizeof vote->voters.at[0]);
	memmove(&vote->marks[at], &vote->marks[at + 1], after * sizeof vote->marks[0]);
	vote->voters.n--;
	return true;
}

static bool apply_opened(struct session *s, const struct event *e)
{
	const struct vote_opened *o = &e->body.vote_opened;
	struct item *item;
	struct vote *vote;

	if (!apply_motion_votable(s, o))
		return false;
	item = session_item(s, o->vote.item);
	if (!item || (s->open_item != o->vote.item && o->vote.item != OWN_MATTERS) ||
		s->open_vote.item || s->phase != PHASE_SITTING ||
		o->vote.n != (int32_t)item->votes.n + 1)
		return false;
	vote = LIST_PUSH(s->arena, &item->votes);
	*vote = (struct vote){
		.id = o->vote,
		.kind = (enum vote_kind)o->kind,
		.rule = vote_opened_rule(o),
		.in_office = session_in_office(s),
		.chair = session_sitting(s)->chair,
		.opened = e->at,
		.n_opened = e->n,
		.warned = o->warned.n > 0,
		.secret_reason = o->reason,
		.motion = o->motion,
		.text = {o->text_ar, o->text_fr},
	};
	for (size_t i = 0; i < o->voters.n; i++) {
		const struct seat *seat = session_seat(s, o->voters.at[i]);

		if (!seat || seat->presence != PRESENCE_HERE ||
			voter_at(vote, o->voters.at[i]) >= 0)
			return false;
		*LIST_PUSH(s->arena, &vote->voters) = o->voters.at[i];
	}
	vote->barred = session_count(s, PRESENCE_HERE) - (int64_t)o->voters.n;
	vote->marks = ARENA_ARRAY(s->arena, enum vote_value, o->voters.n + 1);
	s->open_vote = o->vote;
	return true;
}

static bool apply_all_marked(struct session *s, const struct event *e)
{
	struct vote *vote = vote_of(s, e->body.vote_all_marked.vote, VOTE_IS_OPEN);

	if (!vote || vote_by_figures(vote))
		return false;
	for (size_t i = 0; i < vote->voters.n; i++)
		vote->marks[i] = (enum vote_value)e->body.vote_all_marked.value;
	return true;
}

static bool apply_marked(struct session *s, const struct event *e)
{
	const struct vote_marked *m = &e->body.vote_marked;
	struct vote *vote = vote_of(s, m->vote, VOTE_IS_OPEN);

	if (!vote || vote->kind != VOTE_NAMED)
		return false;
	for (size_t i = 0; i < m->members.n; i++) {
		long at = voter_at(vote, m->members.at[i]);

		if (at < 0)
			return false;
		vote->marks[at] = (enum vote_value)m->value;
	}
	return true;
}

static bool apply_counted(struct session *s, const struct event *e)
{
	const struct vote_counted *c = &e->body.vote_counted;
	struct vote *vote = vote_of(s, c->vote, VOTE_IS_OPEN);

	if (!vote || vote->kind != VOTE_HANDS ||
		c->votes_for + c->against + c->abstain > (int64_t)vote->voters.n)
		return false;
	vote->ballots = (struct ballots){c->votes_for, c->against, c->abstain};
	vote->remainder = c->remainder;
	vote->counted = true;
	vote->side = VALUE_NONE; /* other figures, another question */
	return true;
}

static bool apply_sided(struct session *s, const struct event *e)
{
	struct vote *vote = vote_of(s, e->body.vote_sided.vote, VOTE_IS_OPEN);

	if (!vote || !vote_by_figures(vote) || !vote->counted)
		return false;
	vote->side = (enum vote_value)e->body.vote_sided.value;
	return true;
}

static bool apply_closed(struct session *s, const struct event *e)
{
	const struct vote_closed *c = &e->body.vote_closed;
	struct vote *vote = vote_of(s, c->vote, VOTE_IS_OPEN);
	struct ballots b;
	struct tally t;

	if (!vote || c->votes_for + c->against + c->abstain > (int64_t)vote->voters.n)
		return false;
	b = vote_ballots(vote);
	t = session_tally(s, vote);
	if (b.votes_for != c->votes_for || b.against != c->against || b.abstain != c->abstain ||
		(vote->kind != VOTE_SECRET && t.voters != (int64_t)vote->voters.n) ||
		t.voters != c->voters || t.needed != c->needed || (int)t.outcome != c->outcome)
		apply_finding(s, e->n,
			MSG("Act {act}: the recorded result does not follow from the votes.",
				A_DIGITS("act", e->n)));
	vote->ballots = (struct ballots){c->votes_for, c->against, c->abstain};
	vote->needed = c->needed;
	vote->outcome = (enum outcome)c->outcome;
	vote->side = session_chair_side(vote);
	vote->state = VOTE_IS_CLOSED;
	vote->closed = e->at;
	vote->n_closed = e->n;
	s->open_vote = (struct vote_id){0, 0};
	s->last_vote = c->vote;
	return apply_motion_outcome(s, e, vote);
}

static bool apply_announced(struct session *s, const struct event *e)
{
	struct vote *vote = vote_of(s, e->body.vote_announced.vote, VOTE_IS_CLOSED);

	if (!vote)
		return false;
	vote->announced = vote->ever_announced = true;
	vote->announced_ballots = vote->ballots;
	vote->announced_outcome = vote->outcome;
	vote->n_announced = e->n;
	return true;
}

static bool apply_corrected(struct session *s, const struct event *e)
{
	const struct vote_corrected *c = &e->body.vote_corrected;
	struct vote *vote = vote_of(s, c->vote, VOTE_IS_CLOSED);
	long at = vote && c->member ? voter_at(vote, c->member) : -1;
	struct vote_mend *mend;
	struct tally t;

	if (!vote || (c->member && at < 0) ||
		c->votes_for + c->against + c->abstain > (int64_t)vote->voters.n)
		return false;
	mend = LIST_PUSH(s->arena, &vote->mends);
	*mend = (struct vote_mend){.n = e->n,
		.at = e->at,
		.before = vote->ballots,
		.outcome_before = vote->outcome,
		.is = *c,
		.papers_before = vote->papers};
	if (vote->kind == VOTE_SECRET) {
		vote->papers.issued = c->issued;
		vote->papers.found = c->votes_for + c->against + c->abstain;
		vote->papers.blank = c->blank;
		vote->papers.spoiled = c->spoiled;
	}
	if (at >= 0) {
		mend->value_before = vote->marks[at];
		vote->marks[at] = (enum vote_value)c->value;
	}
	if (c->votes_for != vote->ballots.votes_for)
		vote->remainder = false; /* now somebody counted them */
	vote->ballots = (struct ballots){c->votes_for, c->against, c->abstain};
	if (c->side != VALUE_NONE)
		vote->side = (enum vote_value)c->side;
	vote->needed = c->needed;
	vote->outcome = (enum outcome)c->outcome;
	vote->announced = false;
	t = vote_tally_with(vote, vote->ballots, vote->side);
	if (t.needed != c->needed || (int)t.outcome != c->outcome)
		apply_finding(s, e->n,
			MSG("Act {act}: the recorded result does not follow from the votes.",
				A_DIGITS("act", e->n)));
	s->last_vote = c->vote;
	return apply_motion_outcome(s, e, vote);
}

/* The vote closed or corrected last of those that count. */
static struct vote_id newest_counting(const struct session *s)
{
	struct vote_id newest = {0, 0};
	uint32_t n = 0;

	for (size_t i = 0; i < session_holders(s); i++) {
		for (size_t k = 0; k < session_holder(s, i)->votes.n; k++) {
			const struct vote *v = &session_holder(s, i)->votes.at[k];
			uint32_t last = v->mends.n ? v->mends.at[v->mends.n - 1].n : v->n_closed;

			if (v->state == VOTE_IS_CLOSED && last >= n) {
				newest = v->id;
				n = last;
			}
		}
	}
	return newest;
}

static bool apply_voided(struct session *s, const struct event *e)
{
	struct vote *vote = session_vote(s, e->body.vote_voided.vote);
	struct item *item = session_item(s, e->body.vote_voided.vote.item);

	if (!vote || vote->state == VOTE_IS_VOID)
		return false;
	vote->state = VOTE_IS_VOID;
	vote->void_reason = e->body.vote_voided.reason;
	if (s->open_vote.item == vote->id.item && s->open_vote.n == vote->id.n)
		s->open_vote = (struct vote_id){0, 0};
	s->last_vote = newest_counting(s);
	/* Closed and no longer decided: it waits for a new vote as long as there can be one. */
	if (item->state == ITEM_IS_CLOSED && s->phase < PHASE_CLOSED && !item_decided(item))
		item->state = ITEM_IS_WAITING;
	return apply_motion_outcome(s, e, vote);
}

bool apply_vote_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_VOTE_OPENED)
		return apply_opened(s, e);
	if (e->type == EVENT_VOTE_ALL_MARKED)
		return apply_all_marked(s, e);
	if (e->type == EVENT_VOTE_MARKED)
		return apply_marked(s, e);
	if (e->type == EVENT_VOTE_COUNTED)
		return apply_counted(s, e);
	if (e->type == EVENT_BALLOT_COUNTED)
		return apply_ballot_fact(s, e);
	if (e->type == EVENT_VOTE_SIDED)
		return apply_sided(s, e);
	if (e->type == EVENT_VOTE_CLOSED)
		return apply_closed(s, e);
	if (e->type == EVENT_VOTE_ANNOUNCED)
		return apply_announced(s, e);
	if (e->type == EVENT_VOTE_CORRECTED)
		return apply_corrected(s, e);
	return e->type == EVENT_VOTE_VOIDED && apply_voided(s, e);
}
