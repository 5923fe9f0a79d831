/* Facts of secret ballots: totals, and nothing else is ever there to be folded. */
#include "model/apply.h"

bool apply_ballot_fact(struct session *s, const struct event *e)
{
	const struct ballot_counted *c = &e->body.ballot_counted;
	struct vote *vote = session_vote(s, c->vote);

	if (!vote || vote->state != VOTE_IS_OPEN || vote->kind != VOTE_SECRET ||
		c->found > c->issued || c->issued > (int64_t)vote->voters.n ||
		c->found != c->votes_for + c->against + c->blank + c->spoiled)
		return false;
	vote->ballots = (struct ballots){c->votes_for, c->against, c->blank + c->spoiled};
	vote->papers = (struct papers){c->issued, c->found, c->blank, c->spoiled, c->note};
	vote->counted = true;
	vote->side = VALUE_NONE; /* other figures, another question */
	return true;
}
