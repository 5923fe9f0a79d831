#include "model/rules_applied.h"

#include "model/call.h"

struct seen { /* what was done in the session */
	bool abstained, unopposed, secret, budget, late;
	bool round, ladder;
	bool account, recused, remote, dismissal, dismissed, unnamed_call;
};

/* Somebody came while the vote was open and had no part in it. */
static bool came_late(const struct session *s, const struct vote *vote)
{
	for (size_t i = 0; i < s->movements.n; i++) {
		const struct movement *move = &s->movements.at[i];

		if (move->n > vote->n_opened && move->n < vote->n_closed &&
			move->presence == PRESENCE_HERE && !vote_has(vote, move->member))
			return true;
	}
	return false;
}

static bool was_recused(const struct recusal *r, const struct vote *vote)
{
	return r->item == vote->id.item && r->n < vote->n_closed &&
	       (!r->n_back || r->n_back > vote->n_opened);
}

static void see_votes(const struct session *s, const struct item *item, struct seen *seen)
{
	for (size_t i = 0; i < item->votes.n; i++) {
		const struct vote *vote = &item->votes.at[i];

		if (vote->state != VOTE_IS_CLOSED)
			continue;
		seen->abstained |= vote->kind != VOTE_SECRET && vote->ballots.abstain > 0;
		seen->unopposed |= vote->kind != VOTE_SECRET && vote->ballots.abstain > 0 &&
				   vote->ballots.votes_for > 0 && vote->ballots.against == 0;
		seen->secret |= vote->kind == VOTE_SECRET;
		seen->budget |= item->is.kind == ITEM_BUDGET;
		seen->account |= item->is.kind == ITEM_ACCOUNT && !vote->motion;
		seen->dismissed |= item->is.kind == ITEM_DISMISSAL && !vote->motion;
		seen->late |= came_late(s, vote);
		for (size_t k = 0; k < s->recusals.n; k++)
			seen->recused |= was_recused(&s->recusals.at[k], vote);
	}
}

static void see_elections(const struct item *item, struct seen *seen)
{
	for (size_t i = 0; i < item->elections.n; i++) {
		const struct election *e = &item->elections.at[i];

		if (e->state == ELECTION_IS_VOID)
			continue;
		seen->round |= e->rounds.n > 0 && e->rounds.at[0].counted;
		seen->secret |= e->is.secret;
		seen->ladder |= e->by_ladder;
	}
}

static struct seen look(const struct session *s)
{
	struct seen seen = {.abstained = false};

	for (size_t i = 0; i < session_holders(s); i++) {
		see_votes(s, session_holder(s, i), &seen);
		see_elections(session_holder(s, i), &seen);
	}
	for (size_t i = 0; i < s->movements.n; i++)
		seen.remote |= s->movements.at[i].presence == PRESENCE_REMOTE;
	for (size_t i = 0; i < s->requests.n; i++)
		seen.dismissal |= s->requests.at[i].is.kind == REQUEST_DISMISSAL;
	for (size_t i = 0; i < s->calls.n; i++)
		seen.unnamed_call |= s->calls.at[i].n_convened &&
				     call_delay_key(s, s->calls.at[i].is.call) == RULE_CALL_DAYS;
	return seen;
}

static bool rests(const struct session *s, enum rule_key key, const struct seen *seen)
{
	switch ((int)key) {
	case RULE_QUORUM_MEASURED_AT:
		return s->quorums.n > 0;
	case RULE_CALL_DAYS:
		return seen->unnamed_call;
	case RULE_DISMISSAL_SHARE:
		return seen->dismissal;
	case RULE_DISMISSAL_MAJORITY:
		return seen->dismissed;
	case RULE_ACCOUNT_CHAIR:
		return seen->account;
	case RULE_VOTE_MODE:
		return seen->secret;
	case RULE_UNANIMOUS:
		return seen->unopposed;
	case RULE_ABSTENTION:
		return seen->abstained;
	case RULE_LATE_ARRIVAL:
		return seen->late;
	case RULE_ELECTION_BALLOT:
	case RULE_ELECTION_MAJORITY:
		return seen->round;
	case RULE_ELECTION_TIE:
		return seen->ladder;
	case RULE_REMOTE_QUORUM:
	case RULE_REMOTE_VOTE:
		return seen->remote;
	case RULE_RECUSAL_BASE:
	case RULE_RECUSAL_QUORUM:
		return seen->recused;
	case RULE_NOTICE_WORKING:
		return s->rules.notice_days > 0;
	case RULE_MINUTES_WRITER:
	case RULE_MINUTES_SIGNERS:
		return true;
	case RULE_BUDGET_MODE:
		return seen->budget;
	}
	return false;
}

bool rules_applied_by_default(
	const struct session *s, enum rule_key key, struct rule_text *rule, struct arena *a)
{
	struct seen seen = look(s);

	if (!s->opened || s->rules.text[key] || !rests(s, key, &seen))
		return false;
	return key == RULE_DISMISSAL_MAJORITY ? rule_dismissal_by_default(&s->rules, rule, a)
					      : rule_by_default(key, rule);
}
