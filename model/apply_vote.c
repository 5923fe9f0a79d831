/* Facts of votes. A closed vote never changes silently: a correction keeps what was before. */
#include "model/apply.h"

#include "model/presence.h"

#include <string.h>

static struct vote *vote_of(const struct session *s, struct vote_id id, enum vote_state state)
{
	struct vote *vote = session_vote(s, id);

	return vote && vote->state == state ? vote : NULL;
}

/* The votes of a block are one: what happened to the one the facts name happened to all. The marks
 * are shared anyhow. */
static void tell_block(struct session *s, struct vote_id id)
{
	const struct vote *lead = session_vote(s, id);

	for (size_t i = 0; lead && i < lead->block.n; i++) {
		struct item *item = session_item(s, lead->block.at[i]);

		for (size_t k = 0; k < item->votes.n; k++) {
			struct vote *vote = &item->votes.at[k];
			struct vote_id own = vote->id;

			if (vote == lead || vote->lead.item != id.item || vote->lead.n != id.n)
				continue;
			*vote = *lead;
			vote->id = own;
		}
	}
}

/* Whether somebody votes through another decides what the base is called. */
static void tell_represented(struct vote *vote)
{
	vote->rule.represented = false;
	for (size_t i = 0; i < vote->voters.n; i++)
		vote->rule.represented = vote->rule.represented || vote->holders[i];
}

/* Hands that were counted were those of the voters there were. */
static void voters_changed(struct vote *vote)
{
	if (vote->kind != VOTE_HANDS)
		return;
	vote->counted = false;
	vote->ballots = (struct ballots){0, 0, 0};
	vote->side = VALUE_NONE;
}

/* One voter more, without a mark yet. */
static bool join(struct session *s, struct vote *vote, int32_t member, bool over)
{
	size_t n = vote->voters.n, at = n, called = vote->order.n;
	int32_t *order;

	if (vote_has(vote, member) || !session_may_join(s, vote->id.item, member, over))
		return false;
	while (vote->sorted && at > 0 && vote->voters.at[at - 1] > member)
		at--;
	vote->marks = list_gap(s->arena, vote->marks, n, at, sizeof *vote->marks);
	vote->holders = list_gap(s->arena, vote->holders, n, at, sizeof *vote->holders);
	vote->weights = list_gap(s->arena, vote->weights, n, at, sizeof *vote->weights);
	vote->voters.at = list_gap(s->arena, vote->voters.at, n, at, sizeof *vote->voters.at);
	vote->voters.n = vote->voters.room = n + 1;
	vote->voters.at[at] = member;
	vote->holders[at] = (int32_t)session_proxy_holder(s, member);
	vote->weights[at] = (int32_t)session_weight(s, member);
	tell_represented(vote);
	if (called) { /* a roll call calls them last */
		order = list_gap(s->arena, vote->order.at, called, called, sizeof *order);
		order[called] = member;
		vote->order = (struct numbers){order, called + 1};
	}
	return true;
}

static bool apply_joined(struct session *s, const struct event *e)
{
	const struct vote_joined *j = &e->body.vote_joined;
	struct vote *vote = vote_of(s, j->vote, VOTE_IS_OPEN);

	/* Papers that are counted are those of the voters there were. */
	if (!vote || vote->kind == VOTE_UNANIMOUS || (vote->kind == VOTE_SECRET && vote->counted))
		return false;
	for (size_t i = 0; i < j->members.n; i++) {
		if (!join(s, vote, j->members.at[i], j->warned.n > 0))
			return false;
	}
	voters_changed(vote);
	return true;
}

bool apply_vote_departure(struct session *s, int64_t member)
{
	struct vote *vote = session_open_vote(s);
	long at = vote ? vote_place(vote, member) : -1;
	size_t after;

	/* A paper may be in the box already: who was there at the opening stays a voter. */
	if (at < 0 || vote->kind == VOTE_SECRET)
		return true;
	if (vote->marks[at] != VALUE_NONE)
		return false;
	voters_changed(vote);
	after = vote->voters.n - 1 - (size_t)at;
	memmove(&vote->voters.at[at], &vote->voters.at[at + 1], after * sizeof vote->voters.at[0]);
	memmove(&vote->marks[at], &vote->marks[at + 1], after * sizeof vote->marks[0]);
	memmove(&vote->weights[at], &vote->weights[at + 1], after * sizeof vote->weights[0]);
	memmove(&vote->holders[at], &vote->holders[at + 1], after * sizeof vote->holders[0]);
	vote->voters.n--;
	tell_represented(vote);
	tell_block(s, vote->id);
	return true;
}

/* A block is of items that wait on the agenda, each of them once, and the vote is the first one's.
 */
static bool block_holds(const struct session *s, const struct vote_opened *o)
{
	if (s->open_item || o->block.n < 2 || o->block.at[0] != o->vote.item)
		return false;
	for (size_t i = 0; i < o->block.n; i++) {
		const struct item *item = session_item(s, o->block.at[i]);

		if (!item || item->state != ITEM_IS_WAITING ||
			!session_agenda_number(s, item->is.item))
			return false;
		for (size_t k = 0; k < i; k++) {
			if (o->block.at[k] == o->block.at[i])
				return false;
		}
	}
	return true;
}

static void open_block(struct session *s, const struct vote *lead)
{
	for (size_t i = 1; i < lead->block.n; i++) {
		struct item *item = session_item(s, lead->block.at[i]);
		struct vote *vote = LIST_PUSH(s->arena, &item->votes);

		*vote = *lead;
		vote->id = (struct vote_id){lead->block.at[i], (int32_t)item->votes.n};
	}
}

/* The order of a roll call names every voter once. */
static bool order_holds(struct session *s, const struct vote *vote, struct numbers order)
{
	bool *seen = ARENA_ARRAY(s->arena, bool, vote->voters.n + 1);

	if (order.n != vote->voters.n)
		return order.n == 0;
	for (size_t i = 0; i < order.n; i++) {
		long at = vote_place(vote, order.at[i]);

		if (at < 0 || seen[at])
			return false;
		seen[at] = true;
	}
	return true;
}

/* A block is never of an item somebody is recused for: what holds for one of its items holds for
 * all. */
static bool take_voters(struct session *s, struct vote *vote, struct numbers voters)
{
	vote->sorted = true;
	for (size_t i = 1; i < voters.n; i++)
		vote->sorted = vote->sorted && voters.at[i - 1] < voters.at[i];
	for (size_t i = 0; i < voters.n; i++) {
		if (!session_entitled(s, vote->id.item, voters.at[i]) ||
			(!vote->sorted && vote_has(vote, voters.at[i])))
			return false;
		*LIST_PUSH(s->arena, &vote->voters) = voters.at[i];
	}
	vote->marks = ARENA_ARRAY(s->arena, enum vote_value, voters.n + 1);
	vote->holders = ARENA_ARRAY(s->arena, int32_t, voters.n + 1);
	vote->weights = ARENA_ARRAY(s->arena, int32_t, voters.n + 1);
	for (size_t i = 0; i < voters.n; i++)
		vote->weights[i] = (int32_t)session_weight(s, voters.at[i]);
	for (size_t i = 0; s->proxies.n && i < voters.n; i++)
		vote->holders[i] = (int32_t)session_proxy_holder(s, voters.at[i]);
	tell_represented(vote);
	return true;
}

/* They are items of this vote. */
static bool bare_holds(const struct vote_opened *o)
{
	for (size_t i = 0; i < o->bare.n; i++) {
		if (o->bare.at[i] != o->vote.item && !numbers_have(o->block, o->bare.at[i]))
			return false;
	}
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
	if (!item || session_voting(s) || s->phase != PHASE_SITTING ||
		o->vote.n != (int32_t)item->votes.n + 1 || !bare_holds(o) ||
		(o->block.n ? !block_holds(s, o)
			    : s->open_item != o->vote.item && o->vote.item != OWN_MATTERS))
		return false;
	vote = LIST_PUSH(s->arena, &item->votes);
	*vote = (struct vote){
		.id = o->vote,
		.kind = (enum vote_kind)o->kind,
		.rule = vote_opened_rule(o),
		.in_office = session_votes_in_office(s) - presence_lowered(s, o->vote.item),
		.barred = presence_barred(s, o->vote.item),
		.chair = session_sitting(s)->chair,
		.opened = e->at,
		.n_opened = e->n,
		.warned = o->warned.n > 0,
		.secret_reason = o->reason,
		.motion = o->motion,
		.text = {o->text_ar, o->text_fr},
		.order = o->order,
		.block = o->block,
		.lead = o->vote,
	};
	vote->rule.weighed = s->rules.weights;
	vote->rule.unopposed_is_unanimous = s->rules.unanimous == UNANIMOUS_NO_OPPOSITION;
	if (!take_voters(s, vote, o->voters) || !order_holds(s, vote, o->order))
		return false;
	open_block(s, vote);
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

	if (!vote || !vote_by_name(vote))
		return false;
	for (size_t i = 0; i < m->members.n; i++) {
		long at = vote_place(vote, m->members.at[i]);

		if (at < 0)
			return false;
		vote->marks[at] = (enum vote_value)m->value;
	}
	vote->last_marked = m->members.n == 1 ? m->members.at[0] : 0;
	return true;
}

static bool apply_counted(struct session *s, const struct event *e)
{
	const struct vote_counted *c = &e->body.vote_counted;
	struct vote *vote = vote_of(s, c->vote, VOTE_IS_OPEN);

	if (!vote || vote->kind != VOTE_HANDS ||
		c->votes_for + c->against + c->abstain > vote_voices(vote))
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

/* Nobody opened the items of a block one by one: they are treated by this vote. */
static void close_block(struct session *s, const struct vote *vote)
{
	for (size_t i = 0; i < vote->block.n; i++) {
		struct item *item = session_item(s, vote->block.at[i]);

		item->state = ITEM_IS_CLOSED;
		item->opened = vote->opened;
		item->n_opened = vote->n_opened;
		item->ended = vote->closed;
		item->n_ended = vote->n_closed;
	}
	if (vote->block.n)
		s->last_item = vote->id.item;
}

static bool apply_closed(struct session *s, const struct event *e)
{
	const struct vote_closed *c = &e->body.vote_closed;
	struct vote *vote = vote_of(s, c->vote, VOTE_IS_OPEN);
	struct ballots b;
	struct tally t;

	if (!vote || c->votes_for + c->against + c->abstain > vote_voices(vote))
		return false;
	b = vote_ballots(vote);
	t = session_tally(s, vote);
	if (b.votes_for != c->votes_for || b.against != c->against || b.abstain != c->abstain ||
		(vote->kind != VOTE_SECRET && t.voters != vote_voices(vote)) ||
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
	close_block(s, vote);
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
	long at = vote && c->member ? vote_place(vote, c->member) : -1;
	struct vote_mend *mend;
	struct tally t;

	if (!vote || (c->member && at < 0) ||
		c->votes_for + c->against + c->abstain > vote_voices(vote))
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

			if (v->state == VOTE_IS_CLOSED && !vote_follows(v) && last >= n) {
				newest = v->id;
				n = last;
			}
		}
	}
	return newest;
}

/* Closed and no longer decided: it waits for a new vote as long as there can be one. */
static void wait_again(const struct session *s, struct item *item)
{
	if (item->state == ITEM_IS_CLOSED && s->phase < PHASE_CLOSED && !item_decided(item))
		item->state = ITEM_IS_WAITING;
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
	tell_block(s, vote->id);
	wait_again(s, item);
	for (size_t i = 0; i < vote->block.n; i++)
		wait_again(s, session_item(s, vote->block.at[i]));
	return apply_motion_outcome(s, e, vote);
}

static bool apply_explained(struct session *s, const struct event *e)
{
	const struct vote_explained *x = &e->body.vote_explained;
	struct vote *vote = session_vote(s, x->vote);

	if (!vote || vote->state == VOTE_IS_VOID || !session_seat(s, x->member))
		return false;
	*LIST_PUSH(s->arena, &vote->statements) =
		(struct statement){.n = e->n, .at = e->at, .is = *x};
	return true;
}

static bool apply_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_VOTE_ALL_MARKED)
		return apply_all_marked(s, e);
	if (e->type == EVENT_VOTE_MARKED)
		return apply_marked(s, e);
	if (e->type == EVENT_VOTE_COUNTED)
		return apply_counted(s, e);
	if (e->type == EVENT_BALLOT_COUNTED)
		return apply_ballot_fact(s, e);
	if (e->type == EVENT_VOTE_JOINED)
		return apply_joined(s, e);
	if (e->type == EVENT_VOTE_SIDED)
		return apply_sided(s, e);
	if (e->type == EVENT_VOTE_CLOSED)
		return apply_closed(s, e);
	if (e->type == EVENT_VOTE_ANNOUNCED)
		return apply_announced(s, e);
	if (e->type == EVENT_VOTE_CORRECTED)
		return apply_corrected(s, e);
	if (e->type == EVENT_VOTE_EXPLAINED)
		return apply_explained(s, e);
	return e->type == EVENT_VOTE_VOIDED && apply_voided(s, e);
}

bool apply_vote_fact(struct session *s, const struct event *e)
{
	/* Every body of a vote begins with which one it is. */
	struct vote_id id = e->body.vote_announced.vote;
	const struct vote *vote;

	if (e->type == EVENT_VOTE_OPENED)
		return apply_opened(s, e);
	vote = session_vote(s, id);
	if (vote && vote_follows(vote)) /* a block is spoken of by its first item */
		return false;
	if (!apply_fact(s, e))
		return false;
	if (e->type != EVENT_VOTE_VOIDED)
		tell_block(s, id);
	return true;
}
