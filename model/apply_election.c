/* Facts of elections. Rounds follow each other with the candidates who did not withdraw. */
#include "model/apply.h"

#include <string.h>

#include "model/presence.h"

static bool runs(const struct election_round *r, int64_t candidate)
{
	for (size_t i = 0; i < r->running.n; i++) {
		if (r->running.at[i] == candidate)
			return true;
	}
	return false;
}

/* The candidates of the first round: numbered from 1, each a seat or several. */
static bool take_candidates(struct session *s, struct election *e, const struct election_opened *o)
{
	const struct election_candidate *c = o->candidates.at;

	for (size_t i = 0; i < o->candidates.n; i++) {
		if (c[i].number != (int64_t)i + 1 || c[i].members.n == 0)
			return false;
		for (size_t k = 0; k < c[i].members.n; k++) {
			if (!session_seat(s, c[i].members.at[k]))
				return false;
		}
		*LIST_PUSH(s->arena, &e->candidates) = (struct candidate){.is = c[i]};
	}
	return o->candidates.n > 0;
}

/* Who runs now: all who stand, and nobody else. */
static bool take_running(struct session *s, const struct election *e, struct election_round *r,
	const struct election_opened *o)
{
	const struct election_candidate *c = o->candidates.at;

	if ((int64_t)o->candidates.n != election_running(e))
		return false;
	for (size_t i = 0; i < o->candidates.n; i++) {
		if (c[i].number < 1 || (size_t)c[i].number > e->candidates.n ||
			e->candidates.at[c[i].number - 1].withdrawn || runs(r, c[i].number))
			return false;
		*LIST_PUSH(s->arena, &r->running) = (int32_t)c[i].number;
	}
	return true;
}

static bool take_voters(
	struct session *s, struct election_round *r, int64_t item, struct numbers voters)
{
	for (size_t i = 0; i < voters.n; i++) {
		if (!session_entitled(s, item, voters.at[i]) || round_voter(r, voters.at[i]))
			return false;
		*LIST_PUSH(s->arena, &r->voters) = voters.at[i];
	}
	r->choices = ARENA_ARRAY(s->arena, int32_t, voters.n + 1);
	r->holders = ARENA_ARRAY(s->arena, int32_t, voters.n + 1);
	r->weights = ARENA_ARRAY(s->arena, int32_t, voters.n + 1);
	for (size_t i = 0; i < voters.n; i++) {
		r->choices[i] = CHOICE_NONE;
		r->holders[i] = (int32_t)session_proxy_holder(s, voters.at[i]);
		r->weights[i] = (int32_t)session_weight(s, voters.at[i]);
	}
	return true;
}

static bool apply_opened(struct session *s, const struct event *e)
{
	const struct election_opened *o = &e->body.election_opened;
	struct item *item = session_item(s, o->election.item);
	struct election *election;
	struct election_round *r;

	if (!item || s->open_item != o->election.item || session_voting(s) ||
		s->phase != PHASE_SITTING)
		return false;
	if (o->round == 1) {
		if (o->election.n != (int32_t)item->elections.n + 1)
			return false;
		election = LIST_PUSH(s->arena, &item->elections);
		election->id = o->election;
		election->is = *o;
		if (!take_candidates(s, election, o))
			return false;
	} else {
		election = session_election(s, o->election);
		if (!election || election->state != ELECTION_WAITS ||
			o->round != (int64_t)election->rounds.n + 1)
			return false;
	}
	r = LIST_PUSH(s->arena, &election->rounds);
	*r = (struct election_round){
		.n = o->round,
		.majority = (enum election_majority)o->majority,
		.base = (enum vote_base)o->base,
		.last = o->last,
		.in_office = session_votes_in_office(s),
		.opened = e->at,
		.n_opened = e->n,
		.warned = o->warned,
	};
	election->state = ELECTION_IS_OPEN;
	s->open_election = o->election;
	return take_running(s, election, r, o) && take_voters(s, r, o->election.item, o->voters);
}

static struct election *in_state(
	const struct session *s, struct vote_id id, enum election_state state)
{
	struct election *e = session_election(s, id);

	return e && e->state == state ? e : NULL;
}

/* One voter more, without a choice yet. */
static bool join(
	struct session *s, struct election_round *r, int64_t item, int32_t member, bool over)
{
	size_t n = r->voters.n, at = n;

	if (round_voter(r, member) || !session_may_join(s, item, member, over))
		return false;
	while (at > 0 && r->voters.at[at - 1] > member)
		at--;
	r->choices = list_gap(s->arena, r->choices, n, at, sizeof *r->choices);
	r->holders = list_gap(s->arena, r->holders, n, at, sizeof *r->holders);
	r->weights = list_gap(s->arena, r->weights, n, at, sizeof *r->weights);
	r->voters.at = list_gap(s->arena, r->voters.at, n, at, sizeof *r->voters.at);
	r->voters.n = r->voters.room = n + 1;
	r->voters.at[at] = member;
	r->choices[at] = CHOICE_NONE;
	r->holders[at] = (int32_t)session_proxy_holder(s, member);
	r->weights[at] = (int32_t)session_weight(s, member);
	return true;
}

static bool apply_joined(struct session *s, const struct event *e)
{
	const struct election_joined *j = &e->body.election_joined;
	struct election *election = in_state(s, j->election, ELECTION_IS_OPEN);

	for (size_t i = 0; election && i < j->members.n; i++) {
		if (!join(s, election_round(election), election->id.item, j->members.at[i],
			    j->warned.n > 0))
			return false;
	}
	return election != NULL;
}

static bool apply_marked(struct session *s, const struct event *e)
{
	const struct election_marked *m = &e->body.election_marked;
	struct election *election = in_state(s, m->election, ELECTION_IS_OPEN);
	struct election_round *r;

	if (!election || election->is.secret)
		return false;
	r = election_round(election);
	if (m->choice != CHOICE_BLANK && !runs(r, m->choice))
		return false;
	for (size_t i = 0; i < m->members.n; i++) {
		size_t at = 0;

		while (at < r->voters.n && r->voters.at[at] != m->members.at[i])
			at++;
		if (at == r->voters.n)
			return false;
		r->choices[at] = m->taken_back ? CHOICE_NONE : (int32_t)m->choice;
	}
	return true;
}

static bool same_votes(struct numbers a, struct numbers b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n * sizeof a.at[0]) == 0);
}

/* What the choices, or the papers written down, give. */
static bool follows(
	struct session *s, const struct election *election, const struct election_counted *c)
{
	const struct election_round *r = election_round(election);
	struct round_ballots b = {c->votes, c->blank, c->spoiled, round_voices(r), r->in_office};
	struct round_result result;

	if (!election->is.secret) {
		b = round_ballots(election, r, s->arena);
		if (round_missing(election, r) || !same_votes(b.votes, c->votes) ||
			b.blank != c->blank || c->spoiled)
			return false;
	}
	result = election_result(&b, r->majority, r->base, r->last);
	return result.needed == c->needed && (int)result.outcome == c->outcome &&
	       c->elected == (result.outcome == ROUND_ELECTED ? r->running.at[result.winner] : 0);
}

/* Figures that a round of ELECTION can have. */
static bool possible(const struct election_round *r, const struct election_counted *c)
{
	int64_t sum = c->blank + c->spoiled;

	if (c->round != r->n || c->votes.n != r->running.n || c->found > c->issued ||
		c->issued > round_voices(r) || (c->elected && !runs(r, c->elected)) ||
		(c->outcome == ROUND_ELECTED) != (c->elected != 0))
		return false;
	for (size_t i = 0; i < c->votes.n; i++)
		sum += c->votes.at[i];
	return sum == c->found;
}

static void take_result(struct session *s, struct election *election, const struct event *e,
	const struct election_counted *c)
{
	struct election_round *r = election_round(election);

	if (!follows(s, election, c))
		apply_finding(s, e->n,
			MSG("Act {act}: the recorded result does not follow from the votes.",
				A_DIGITS("act", e->n)));
	r->is = *c;
	r->announced = false;
	election->elected = c->elected;
	election->n_ended = e->n;
	election->state = c->outcome == ROUND_NEXT  ? ELECTION_WAITS
			  : c->outcome == ROUND_TIE ? ELECTION_IS_TIED
						    : ELECTION_IS_OVER;
}

static bool apply_counted(struct session *s, const struct event *e)
{
	const struct election_counted *c = &e->body.election_counted;
	struct election *election = in_state(s, c->election, ELECTION_IS_OPEN);
	struct election_round *r = election ? election_round(election) : NULL;

	if (!r || !possible(r, c))
		return false;
	take_result(s, election, e, c);
	r->counted = true;
	r->closed = e->at;
	r->n_counted = e->n;
	s->open_election = (struct vote_id){0, 0};
	return true;
}

/* The newest round of the election ID, when it was counted. */
static struct election *counted(const struct session *s, struct vote_id id, int64_t round)
{
	struct election *e = session_election(s, id);

	return e && e->state != ELECTION_IS_VOID && election_round(e)->counted &&
			       election_round(e)->n == round
		       ? e
		       : NULL;
}

static bool apply_announced(struct session *s, const struct event *e)
{
	const struct election_ref *a = &e->body.election_announced;
	struct election *election = counted(s, a->election, a->round);
	struct election_round *r = election ? election_round(election) : NULL;

	if (!r || r->announced)
		return false;
	r->announced = r->ever_announced = true;
	r->said = r->is;
	r->said_elected = election->elected;
	r->said_over = election->state == ELECTION_IS_OVER;
	return true;
}

static bool apply_corrected(struct session *s, const struct event *e)
{
	const struct election_corrected *m = &e->body.election_corrected;
	struct election *election = counted(s, m->election, m->round);
	struct election_round *r = election ? election_round(election) : NULL;
	struct election_counted c = election_figures(m);
	struct election_mend *mend;
	size_t at = 0;

	if (!r || election->by_ladder || election->is.secret != (m->member == 0) ||
		!possible(r, &c) || (m->choice != CHOICE_BLANK && !runs(r, m->choice)))
		return false;
	while (m->member && at < r->voters.n && r->voters.at[at] != m->member)
		at++;
	if (m->member && at == r->voters.n)
		return false;
	mend = LIST_PUSH(s->arena, &r->mends);
	*mend = (struct election_mend){.n = e->n, .at = e->at, .before = r->is, .is = *m};
	if (m->member) {
		mend->choice_before = r->choices[at];
		r->choices[at] = (int32_t)m->choice;
	}
	/* What is counted anew is what the choices give now. */
	r->counted = false;
	take_result(s, election, e, &c);
	r->counted = true;
	return true;
}

static bool apply_decided(struct session *s, const struct event *e)
{
	const struct election_decided *d = &e->body.election_decided;
	struct election *election = in_state(s, d->election, ELECTION_IS_TIED);

	if (!election || !runs(election_round(election), d->elected))
		return false;
	election->elected = d->elected;
	election->by_ladder = true;
	election->decided = *d;
	election->n_ended = e->n;
	election->state = ELECTION_IS_OVER;
	election_round(election)->announced = false;
	return true;
}

static bool apply_left(struct session *s, const struct event *e)
{
	const struct election_left *l = &e->body.election_left;
	struct election *election = in_state(s, l->election, ELECTION_WAITS);
	struct candidate *c;

	if (!election || l->candidate < 1 || (size_t)l->candidate > election->candidates.n)
		return false;
	c = &election->candidates.at[l->candidate - 1];
	if (c->withdrawn)
		return false;
	c->withdrawn = true;
	c->reason = l->reason;
	if (election_running(election) == 0) {
		election->state = ELECTION_IS_OVER; /* and nobody is elected */
		election->n_ended = e->n;
	}
	return true;
}

static bool apply_voided(struct session *s, const struct event *e)
{
	struct election *election = session_election(s, e->body.election_voided.vote);
	struct item *item = session_item(s, e->body.election_voided.vote.item);

	if (!election || election->state == ELECTION_IS_VOID)
		return false;
	if (election->state == ELECTION_IS_OPEN)
		s->open_election = (struct vote_id){0, 0};
	election->state = ELECTION_IS_VOID;
	election->void_reason = e->body.election_voided.reason;
	if (item->state == ITEM_IS_CLOSED && s->phase < PHASE_CLOSED && !item_decided(item))
		item->state = ITEM_IS_WAITING;
	return true;
}

bool apply_election_departure(struct session *s, int64_t member)
{
	struct election *election = session_open_election(s);
	struct election_round *r = election ? election_round(election) : NULL;
	size_t at = 0, after;

	/* A paper may be in the box already: who was there stays a voter. */
	if (!r || election->is.secret || !round_voter(r, member))
		return true;
	while (r->voters.at[at] != member)
		at++;
	if (r->choices[at] != CHOICE_NONE)
		return false;
	after = r->voters.n - 1 - at;
	memmove(&r->voters.at[at], &r->voters.at[at + 1], after * sizeof r->voters.at[0]);
	memmove(&r->choices[at], &r->choices[at + 1], after * sizeof r->choices[0]);
	memmove(&r->holders[at], &r->holders[at + 1], after * sizeof r->holders[0]);
	memmove(&r->weights[at], &r->weights[at + 1], after * sizeof r->weights[0]);
	r->voters.n--;
	return true;
}

bool apply_election_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_ELECTION_OPENED)
		return apply_opened(s, e);
	if (e->type == EVENT_ELECTION_JOINED)
		return apply_joined(s, e);
	if (e->type == EVENT_ELECTION_MARKED)
		return apply_marked(s, e);
	if (e->type == EVENT_ELECTION_COUNTED)
		return apply_counted(s, e);
	if (e->type == EVENT_ELECTION_ANNOUNCED)
		return apply_announced(s, e);
	if (e->type == EVENT_ELECTION_CORRECTED)
		return apply_corrected(s, e);
	if (e->type == EVENT_ELECTION_DECIDED)
		return apply_decided(s, e);
	if (e->type == EVENT_ELECTION_LEFT)
		return apply_left(s, e);
	return e->type == EVENT_ELECTION_VOIDED && apply_voided(s, e);
}
