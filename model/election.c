#include "model/election.h"

#include <assert.h>

#include "model/session.h"

/* --- the arithmetic --- */

static int64_t base_of(
	const struct round_ballots *b, const struct round_result *r, enum vote_base base)
{
	switch (base) {
	case BASE_EXPRESSED:
		return r->cast;
	case BASE_PRESENT:
	case BASE_ENTITLED:
		return b->entitled;
	case BASE_IN_OFFICE:
		return b->in_office;
	case BASE_VOTERS:
	case BASE_FIXED: /* a number fixed for decisions says nothing about elections */
		break;
	}
	return r->papers;
}

struct round_result election_result(const struct round_ballots *b, enum election_majority majority,
	enum vote_base base, bool last)
{
	struct round_result r = {.outcome = ROUND_NOBODY};
	int64_t most = 0;

	for (size_t i = 0; i < b->votes.n; i++) {
		int64_t n = b->votes.at[i];

		assert(n >= 0);
		r.cast += n;
		if (n > most) {
			most = n;
			r.winner = i;
			r.tied = 0;
		}
		r.tied += n == most && n > 0;
	}
	r.papers = r.cast + b->blank + b->spoiled;
	r.base = base_of(b, &r, base);
	if (majority == ELECTION_ABSOLUTE) {
		r.needed = rule_more_than(r.base, 1, 2);
		if (most >= r.needed && r.tied == 1)
			r.outcome = ROUND_ELECTED;
		else
			r.outcome = last || b->votes.n == 0 ? ROUND_NOBODY : ROUND_NEXT;
	} else if (most > 0) {
		r.outcome = r.tied == 1 ? ROUND_ELECTED : ROUND_TIE;
	}
	return r;
}

/* --- reading --- */

struct election *session_election(const struct session *s, struct vote_id id)
{
	struct item *item = session_item(s, id.item);

	if (!item || id.n < 1 || (size_t)id.n > item->elections.n)
		return NULL;
	return &item->elections.at[id.n - 1];
}

struct election *session_open_election(const struct session *s)
{
	return session_election(s, s->open_election);
}

struct election *session_election_unannounced(const struct session *s)
{
	struct election *found = NULL;

	for (size_t i = 0; i < s->items.n; i++) {
		struct election *e = item_election(&s->items.at[i]);

		if (e && (!found || election_round(e)->n_opened > election_round(found)->n_opened))
			found = e;
	}
	return found && election_round(found)->counted && !election_round(found)->announced ? found
											    : NULL;
}

struct election_counted election_figures(const struct election_corrected *c)
{
	return (struct election_counted){
		.election = c->election,
		.round = c->round,
		.issued = c->issued,
		.found = c->found,
		.blank = c->blank,
		.spoiled = c->spoiled,
		.votes = c->votes,
		.needed = c->needed,
		.outcome = c->outcome,
		.elected = c->elected,
	};
}

struct election *item_election(const struct item *item)
{
	for (size_t i = item->elections.n; i-- > 0;) {
		if (item->elections.at[i].state != ELECTION_IS_VOID)
			return &item->elections.at[i];
	}
	return NULL;
}

const struct election *session_election_in(const struct session *s, enum election_state state)
{
	const struct item *item = session_item(s, s->open_item);
	const struct election *e = item ? item_election(item) : NULL;

	return e && e->state == state ? e : NULL;
}

bool item_elected(const struct item *item)
{
	bool any = false;

	for (size_t i = 0; i < item->elections.n; i++) {
		enum election_state state = item->elections.at[i].state;

		if (state != ELECTION_IS_OVER && state != ELECTION_IS_VOID)
			return false;
		any = any || state == ELECTION_IS_OVER;
	}
	return any;
}

struct election_round *election_round(const struct election *e)
{
	return &e->rounds.at[e->rounds.n - 1];
}

int64_t election_running(const struct election *e)
{
	int64_t n = 0;

	for (size_t i = 0; i < e->candidates.n; i++)
		n += !e->candidates.at[i].withdrawn;
	return n;
}

long round_place(const struct election_round *r, int64_t member)
{
	for (size_t i = 0; i < r->voters.n; i++) {
		if (r->voters.at[i] == member)
			return (long)i;
	}
	return -1;
}

bool round_voter(const struct election_round *r, int64_t member)
{
	return round_place(r, member) >= 0;
}

int32_t round_choice(const struct election_round *r, int64_t member)
{
	long at = round_place(r, member);

	return at < 0 || !r->choices ? CHOICE_NONE : r->choices[at];
}

int32_t round_weight(const struct election_round *r, int64_t member)
{
	long at = round_place(r, member);

	return at < 0 || !r->weights ? 0 : r->weights[at];
}

int64_t round_missing(const struct election *e, const struct election_round *r)
{
	int64_t n = 0;

	if (e->is.secret)
		return 0;
	for (size_t i = 0; i < r->voters.n; i++)
		n += r->choices[i] == CHOICE_NONE;
	return n;
}

int64_t round_voices(const struct election_round *r)
{
	int64_t n = 0;

	for (size_t i = 0; i < r->voters.n; i++)
		n += r->weights[i];
	return n;
}

struct round_ballots round_ballots(
	const struct election *e, const struct election_round *r, struct arena *a)
{
	struct round_ballots b = {.entitled = round_voices(r), .in_office = r->in_office};
	int32_t *votes;

	if (r->counted || e->is.secret) {
		b.votes = r->is.votes;
		b.blank = r->is.blank;
		b.spoiled = r->is.spoiled;
		return b;
	}
	votes = ARENA_ARRAY(a, int32_t, r->running.n + 1);
	for (size_t i = 0; i < r->voters.n; i++) {
		b.blank += r->choices[i] == CHOICE_BLANK ? r->weights[i] : 0;
		for (size_t k = 0; k < r->running.n; k++)
			votes[k] += r->choices[i] == r->running.at[k] ? r->weights[i] : 0;
	}
	b.votes = (struct numbers){votes, r->running.n};
	return b;
}

struct round_result round_result(
	const struct election *e, const struct election_round *r, struct arena *a)
{
	struct round_ballots b = round_ballots(e, r, a);

	return election_result(&b, r->majority, r->base, r->last);
}

int64_t round_votes(const struct election_round *r, int64_t k)
{
	for (size_t i = 0; i < r->running.n && i < r->is.votes.n; i++) {
		if (r->running.at[i] == k)
			return r->is.votes.at[i];
	}
	return 0;
}

/* --- posts of the bureau --- */

enum office post_office(int post)
{
	return post <= POST_DEPUTY_RAPPORTEUR ? (enum office)(OFFICE_PRESIDENT + post)
					      : OFFICE_MEMBER;
}

static bool stands(const struct election *e, int64_t k, int64_t member)
{
	struct numbers who = e->candidates.at[k - 1].is.members;

	for (size_t i = 0; i < who.n; i++) {
		if (who.at[i] == member)
			return true;
	}
	return false;
}

/* Election E filled a post of the bureau, other than that of O, before act N. */
static bool filled(const struct election *e, const struct election_opened *o, uint32_t n)
{
	return e->state == ELECTION_IS_OVER && e->elected && e->n_ended < n &&
	       post_office(e->is.post) != OFFICE_MEMBER &&
	       (e->id.item != o->election.item || e->id.n != o->election.n);
}

struct message election_other_post(const struct session *s, const struct election_opened *o,
	int64_t member, uint32_t n, struct arena *a)
{
	const struct seat *seat = session_seat(s, member);
	int office = seat ? seat->member.office : OFFICE_MEMBER;
	bool anew = office == OFFICE_MEMBER || office == (int)post_office(o->post) ||
		    o->post == POST_PRESIDENT;

	if (post_office(o->post) == OFFICE_MEMBER)
		return NO_MESSAGE;
	for (size_t i = 0; i < s->items.n; i++) {
		for (size_t k = 0; k < s->items.at[i].elections.n; k++) {
			const struct election *e = &s->items.at[i].elections.at[k];

			if (!filled(e, o, n))
				continue;
			if (stands(e, e->elected, member))
				return election_post(&e->is, a);
			anew = anew || e->is.post == POST_PRESIDENT ||
			       (int)post_office(e->is.post) == office;
		}
	}
	return anew ? NO_MESSAGE : member_office(&seat->member);
}
