#include "tests/votes.h"

#include "model/presence.h"

static bool mends_hold(struct assembly *t, const struct vote *v)
{
	struct ballots b = v->mends.n ? v->mends.at[0].before : v->ballots;

	for (size_t i = 0; i < v->mends.n; i++) {
		const struct vote_mend *m = &v->mends.at[i];

		if (m->before.votes_for != b.votes_for || m->before.against != b.against ||
			m->before.abstain != b.abstain)
			return assembly_break(
				t, "a correction does not begin where the last ended");
		b = (struct ballots){m->is.votes_for, m->is.against, m->is.abstain};
	}
	if (b.votes_for != v->ballots.votes_for || b.against != v->ballots.against ||
		b.abstain != v->ballots.abstain)
		return assembly_break(t, "the corrections do not lead to the figures");
	return true;
}

/* Nobody is on a side that nobody took, and who voted is on one of those taken. */
static bool side_holds(struct assembly *t, const struct vote *v, struct tally tally)
{
	int64_t sum = v->ballots.votes_for + v->ballots.against + v->ballots.abstain;

	if (!tally.needs_side || v->side == VALUE_NONE)
		return true;
	if (v->side == VALUE_ABSTAIN && vote_has(v, v->chair) && v->ballots.abstain == 0 &&
		sum == (int64_t)v->voters.n)
		return assembly_break(t, "the chair abstained where nobody did");
	if (v->side != VALUE_ABSTAIN && !vote_has(v, v->chair))
		return assembly_break(t, "the chair is on a side without a vote");
	return true;
}

static bool closed_vote_holds(struct assembly *t, const struct vote *v)
{
	struct tally tally;
	int64_t marks[VALUE_ABSTAIN + 1] = {0};

	if (v->kind == VOTE_SECRET ? v->papers.found > v->papers.issued : vote_missing(v) != 0)
		return assembly_break(t, "a closed vote lacks %d marks", (int)vote_missing(v));
	tally = vote_tally_with(v, v->ballots, v->side);
	if (tally.outcome != v->outcome || tally.needed != v->needed)
		return assembly_break(t, "a recorded outcome does not follow from the figures");
	if (!side_holds(t, v, tally))
		return false;
	for (size_t i = 0; i < v->voters.n; i++)
		marks[v->marks[i]]++;
	if (!vote_by_figures(v) && (marks[VALUE_FOR] != v->ballots.votes_for ||
					   marks[VALUE_AGAINST] != v->ballots.against ||
					   marks[VALUE_ABSTAIN] != v->ballots.abstain))
		return assembly_break(t, "the figures are not those of the marks");
	for (size_t i = 0; i < v->block.n; i++) {
		const struct item *item = session_item(&t->session, v->block.at[i]);
		const struct vote *other = item_vote(item);

		if (item->state != ITEM_IS_CLOSED || !other || other->outcome != v->outcome ||
			other->n_closed != v->n_closed)
			return assembly_break(t, "the items of a block have parted");
	}
	return mends_hold(t, v);
}

/* Did MEMBER, who follows from afar, come to V over the rule, asked about and recorded? */
static bool joined_over_rule(const struct session *s, const struct vote *v, int64_t member)
{
	for (size_t n = v->n_opened; n < s->log.n; n++) {
		const struct event *e = &s->log.at[n];

		if (e->type != EVENT_VOTE_JOINED || s->struck.at[n] ||
			!e->body.vote_joined.warned.n)
			continue;
		for (size_t i = 0; i < e->body.vote_joined.members.n; i++) {
			if (e->body.vote_joined.members.at[i] == member)
				return true;
		}
	}
	return false;
}

/* The president votes on the own account only where a warning was gone over. */
static bool account_holds(struct assembly *t, const struct vote *v)
{
	const struct item *item = session_item(&t->session, v->id.item);

	for (size_t i = 0; i < v->voters.n; i++) {
		const struct seat *seat = session_seat(&t->session, v->voters.at[i]);

		if (seat && seat->member.office == OFFICE_PRESIDENT && item &&
			item->is.kind == ITEM_ACCOUNT && !v->motion && !v->warned &&
			t->session.rules.account_chair_leaves)
			return assembly_break(t, "the president votes on the own account");
	}
	return true;
}

/* A round has voters who are there, none of them recused and none twice. */
static bool open_round_holds(struct assembly *t, const struct election *e)
{
	const struct election_round *r = election_round(e);

	for (size_t i = 0; i < r->voters.n; i++) {
		int32_t member = r->voters.at[i];

		if (session_recused(&t->session, e->id.item, member) ||
			round_place(r, member) != (long)i || r->weights[i] < 1)
			return assembly_break(t, "%d is no voter of the round", (int)member);
		if (!e->is.secret && !session_entitled(&t->session, e->id.item, member) &&
			session_seat(&t->session, member)->presence != PRESENCE_REMOTE)
			return assembly_break(t, "%d votes in the round from away", (int)member);
	}
	return true;
}

static bool open_vote_holds(struct assembly *t, const struct vote *v)
{
	struct ballots b = vote_ballots(v);
	struct tally tally = session_tally(&t->session, v);

	if (vote_missing(v) < 0 ||
		b.votes_for + b.against + b.abstain + vote_missing(v) != (int64_t)v->voters.n)
		return assembly_break(t, "marks and what is missing are not the voters");
	if (tally.base < 0 || tally.needed < 1)
		return assembly_break(t, "an open vote has no threshold");
	for (size_t i = 0; i < v->voters.n; i++) {
		int64_t number = v->voters.at[i];
		const struct seat *seat = session_seat(&t->session, number);

		/* Whoever left during a secret ballot may have voted. */
		if (!seat || (!session_entitled(&t->session, v->id.item, number) &&
				     v->kind != VOTE_SECRET &&
				     !(seat->presence == PRESENCE_REMOTE &&
					     joined_over_rule(&t->session, v, number))))
			return assembly_break(t, "%d is a voter and not entitled", (int)number);
	}
	return true;
}

bool votes_hold(struct assembly *t)
{
	const struct session *s = &t->session;
	int64_t decisions = 0, highest = 0, open = 0;

	for (size_t i = 0; i < session_holders(s); i++) {
		for (size_t k = 0; k < session_holder(s, i)->votes.n; k++) {
			const struct vote *v = &session_holder(s, i)->votes.at[k];
			int64_t number = session_decision_number(s, v);

			if (v->state == VOTE_IS_OPEN &&
				(!open_vote_holds(t, v) || !account_holds(t, v)))
				return false;
			if (v->state == VOTE_IS_CLOSED && !closed_vote_holds(t, v))
				return false;
			open += v->state == VOTE_IS_OPEN;
			decisions += number > 0;
			highest = number > highest ? number : highest;
		}
	}
	if (s->open_election.item && !open_round_holds(t, session_open_election(s)))
		return false;
	if (open != (s->open_vote.item != 0) || (open && !session_open_vote(s)))
		return assembly_break(t, "the open vote is not the one that is open");
	if (decisions != highest)
		return assembly_break(t, "the numbers of the decisions have gaps");
	return true;
}
