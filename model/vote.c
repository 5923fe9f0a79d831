#include "model/vote.h"

#include <assert.h>

#include "model/rule.h"

bool outcome_adopted(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_UNANIMOUS:
	case OUTCOME_UNOPPOSED:
	case OUTCOME_ADOPTED:
	case OUTCOME_ADOPTED_SIDE:
		return true;
	case OUTCOME_REJECTED:
	case OUTCOME_REJECTED_SIDE:
	case OUTCOME_TIE_NO_SIDE:
	case OUTCOME_NO_VOTERS:
		return false;
	}
	return false;
}

static int64_t base_of(struct ballots b, int64_t entitled, int64_t in_office, enum vote_base base)
{
	switch (base) {
	case BASE_VOTERS:
		return b.votes_for + b.against + b.abstain;
	case BASE_EXPRESSED:
		return b.votes_for + b.against;
	case BASE_PRESENT:
		return entitled;
	case BASE_IN_OFFICE:
		return in_office;
	}
	return 0;
}

/* A tie is for = against; then the side of the chair's own vote decides instead of the threshold
 * (a reading of "the side the president voted with prevails", and marked as one). A chair who
 * abstained, did not vote or is not among the voters has no side: nothing is invented. */
static enum outcome tie_outcome(enum tie_rule rule, enum vote_value side)
{
	if (rule == TIE_REJECTED)
		return OUTCOME_REJECTED;
	if (side == VALUE_FOR)
		return OUTCOME_ADOPTED_SIDE;
	if (side == VALUE_AGAINST)
		return OUTCOME_REJECTED_SIDE;
	return OUTCOME_TIE_NO_SIDE;
}

struct tally vote_tally(struct ballots b, int64_t entitled, int64_t in_office,
	struct vote_rule rule, enum vote_value side)
{
	struct tally t = {.voters = b.votes_for + b.against + b.abstain};

	assert(b.votes_for >= 0 && b.against >= 0 && b.abstain >= 0);
	assert(t.voters <= entitled && entitled <= in_office);
	t.base = base_of(b, entitled, in_office, rule.base);
	t.needed = rule_more_than(t.base, rule.num, rule.den);
	if (t.voters == 0) {
		t.outcome = OUTCOME_NO_VOTERS;
	} else if (b.votes_for == b.against) {
		t.tie = true;
		/* All abstained: nobody, the chair included, has a side to be asked for. */
		t.needs_side = rule.tie == TIE_CHAIR_SIDE && b.votes_for > 0;
		t.outcome = tie_outcome(rule.tie, t.needs_side ? side : VALUE_NONE);
	} else if (b.votes_for == entitled) {
		t.outcome = OUTCOME_UNANIMOUS;
	} else if (b.votes_for < t.needed) {
		t.outcome = OUTCOME_REJECTED;
	} else if (b.against == 0 && b.votes_for + b.abstain == entitled) {
		t.outcome = OUTCOME_UNOPPOSED;
	} else {
		t.outcome = OUTCOME_ADOPTED;
	}
	return t;
}

static struct message base_phrase(struct tally t, enum vote_base base)
{
	switch (base) {
	case BASE_VOTERS:
		return MSGN("{n} voter, abstentions counted", "{n} voters, abstentions counted",
			t.base);
	case BASE_EXPRESSED:
		return MSGN("{n} vote cast, abstentions not counted",
			"{n} votes cast, abstentions not counted", t.base);
	case BASE_PRESENT:
		return MSGN("{n} member present", "{n} members present", t.base);
	case BASE_IN_OFFICE:
		return MSGN("{n} member in office", "{n} members in office", t.base);
	}
	return NO_MESSAGE;
}

struct message vote_reason(struct ballots b, struct tally t, struct vote_rule rule,
	struct str source_text, struct arena *a)
{
	const struct message *base = message_keep(a, base_phrase(t, rule.base));
	struct message figures = MSG("{for} for; {needed} needed of {base}",
		A_INT("for", b.votes_for), A_INT("needed", t.needed), A_MSG("base", base));

	if (t.outcome == OUTCOME_NO_VOTERS)
		return TEXT("nobody voted, so there is no majority");
	if (t.tie && t.outcome == OUTCOME_ADOPTED_SIDE)
		figures = MSG("tie {for} to {against}; the chair voted for and that side prevails",
			A_INT("for", b.votes_for), A_INT("against", b.against));
	else if (t.tie && t.outcome == OUTCOME_REJECTED_SIDE)
		figures = MSG(
			"tie {for} to {against}; the chair voted against and that side prevails",
			A_INT("for", b.votes_for), A_INT("against", b.against));
	else if (t.tie && t.outcome == OUTCOME_TIE_NO_SIDE)
		figures = MSG("tie {for} to {against}; the chair has no side, so it is not adopted",
			A_INT("for", b.votes_for), A_INT("against", b.against));
	else if (t.tie)
		figures = MSG("tie {for} to {against}: not adopted", A_INT("for", b.votes_for),
			A_INT("against", b.against));
	if (source_text.n == 0)
		return figures;
	return MSG("{reason}; {source}", A_MSG("reason", message_keep(a, figures)),
		A_MSG("source", message_keep(a, rule_source(source_text))));
}
