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
	case OUTCOME_TIE_AGAIN:
		return false;
	}
	return false;
}

static int64_t voters_of(const struct poll *p)
{
	return p->votes.votes_for + p->votes.against + p->votes.abstain + p->blank + p->spoilt;
}

static int64_t base_of(const struct poll *p, struct vote_rule rule)
{
	switch (rule.base) {
	case BASE_VOTERS:
		return voters_of(p);
	case BASE_EXPRESSED:
		return p->votes.votes_for + p->votes.against;
	case BASE_PRESENT:
		return p->present;
	case BASE_IN_OFFICE:
		return p->in_office;
	case BASE_ENTITLED:
		return p->entitled;
	case BASE_FIXED:
		return rule.fixed;
	}
	return 0;
}

int64_t vote_needed(int64_t base, struct vote_rule rule)
{
	int64_t needed = rule.at_least ? (base * rule.num + rule.den - 1) / rule.den
				       : rule_more_than(base, rule.num, rule.den);

	return needed > 0 ? needed : 1;
}

/* The chair's side settles a vote that takes more than half of those who came to it. A rule that
 * asks for more than that, or for a share of people who may not even be in the room, asks for
 * votes, and a tie does not give them. */
static bool side_can_settle(struct vote_rule rule)
{
	return !rule.at_least && rule.num * 2 == rule.den && rule.base != BASE_IN_OFFICE &&
	       rule.base != BASE_FIXED;
}

/* A tie is for = against; then the side of the chair's own vote decides instead of the threshold
 * (a reading of "the side the president voted with prevails", and marked as one). A chair who
 * abstained, did not vote or is not among the voters has no side: nothing is invented. All
 * abstaining is a tie too, but neither the chair nor a second vote has anything to settle then. */
static enum outcome tie_outcome(
	const struct poll *p, struct vote_rule rule, enum vote_value side, bool *needs_side)
{
	bool nobody = p->votes.votes_for == 0;

	if (rule.tie == TIE_SECOND_VOTE && !nobody)
		return OUTCOME_TIE_AGAIN;
	if (rule.tie != TIE_CHAIR_SIDE || !side_can_settle(rule))
		return OUTCOME_REJECTED;
	*needs_side = !nobody;
	if (nobody)
		return OUTCOME_TIE_NO_SIDE;
	if (side == VALUE_FOR)
		return OUTCOME_ADOPTED_SIDE;
	if (side == VALUE_AGAINST)
		return OUTCOME_REJECTED_SIDE;
	return OUTCOME_TIE_NO_SIDE;
}

struct tally vote_poll(const struct poll *p, struct vote_rule rule, enum vote_value side)
{
	const struct ballots *b = &p->votes;
	struct tally t = {.voters = voters_of(p)};

	assert(b->votes_for >= 0 && b->against >= 0 && b->abstain >= 0 && p->blank >= 0 &&
		p->spoilt >= 0 && rule.den > 0);
	t.base = base_of(p, rule);
	t.needed = vote_needed(t.base, rule);
	t.missing = t.needed > b->votes_for ? t.needed - b->votes_for : 0;
	t.excess = t.voters > p->entitled ? t.voters - p->entitled : 0;
	if (t.voters == 0) {
		t.outcome = OUTCOME_NO_VOTERS;
	} else if (t.excess) {
		t.outcome = OUTCOME_REJECTED;
	} else if (t.missing) {
		t.tie = b->votes_for == b->against;
		t.outcome = t.tie ? tie_outcome(p, rule, side, &t.needs_side) : OUTCOME_REJECTED;
	} else if (b->votes_for == p->entitled ||
		   (rule.unopposed_is_unanimous && b->against == 0 && p->spoilt == 0)) {
		t.outcome = OUTCOME_UNANIMOUS;
	} else if (b->against == 0 && p->spoilt == 0 && t.voters == p->entitled) {
		t.outcome = OUTCOME_UNOPPOSED;
	} else {
		t.outcome = OUTCOME_ADOPTED;
	}
	return t;
}

struct tally vote_tally(struct ballots b, int64_t entitled, int64_t in_office,
	struct vote_rule rule, enum vote_value side)
{
	const struct poll p = {
		.votes = b, .entitled = entitled, .present = entitled, .in_office = in_office};

	return vote_poll(&p, rule, side);
}

static struct message weighed_phrase(struct tally t, enum vote_base base)
{
	switch (base) {
	case BASE_PRESENT:
		return MSGN("{n} vote of members present", "{n} votes of members present", t.base);
	case BASE_IN_OFFICE:
		return MSGN(
			"{n} vote of members in office", "{n} votes of members in office", t.base);
	case BASE_VOTERS:
		return MSGN(
			"{n} vote, abstentions counted", "{n} votes, abstentions counted", t.base);
	case BASE_ENTITLED:
		return MSGN("{n} vote of members entitled to vote",
			"{n} votes of members entitled to vote", t.base);
	case BASE_EXPRESSED:
	case BASE_FIXED:
		break;
	}
	return NO_MESSAGE;
}

/* What N is the number of. */
static struct message base_phrase(int64_t n, enum vote_base base)
{
	switch (base) {
	case BASE_VOTERS:
		return MSGN("{n} voter, abstentions counted", "{n} voters, abstentions counted", n);
	case BASE_EXPRESSED:
		return MSGN("{n} vote cast, abstentions not counted",
			"{n} votes cast, abstentions not counted", n);
	case BASE_PRESENT:
		return MSGN("{n} member present", "{n} members present", n);
	case BASE_IN_OFFICE:
		return MSGN("{n} member in office", "{n} members in office", n);
	case BASE_ENTITLED:
		return MSGN("{n} member entitled to vote", "{n} members entitled to vote", n);
	case BASE_FIXED:
		return MSGN("{n}, the number the rule names", "{n}, the number the rule names", n);
	}
	return NO_MESSAGE;
}

struct message vote_needed_phrase(int64_t needed, int64_t n, struct vote_rule rule)
{
	struct arg least = A_INT("needed", needed);

	if (rule.weighed && rule.base != BASE_EXPRESSED && rule.base != BASE_FIXED)
		return MSGN_WITH(
			"{needed} needed of {n} vote", "{needed} needed of {n} votes", n, least);
	if (rule.represented && rule.base == BASE_PRESENT)
		return MSGN_WITH("{needed} needed of {n} member present or represented",
			"{needed} needed of {n} members present or represented", n, least);
	switch (rule.base) {
	case BASE_VOTERS:
		return MSGN_WITH(
			"{needed} needed of {n} voter", "{needed} needed of {n} voters", n, least);
	case BASE_EXPRESSED:
		return MSGN_WITH("{needed} needed of {n} vote cast",
			"{needed} needed of {n} votes cast", n, least);
	case BASE_PRESENT:
		return MSGN_WITH("{needed} needed of {n} member present",
			"{needed} needed of {n} members present", n, least);
	case BASE_IN_OFFICE:
		return MSGN_WITH("{needed} needed of {n} member in office",
			"{needed} needed of {n} members in office", n, least);
	case BASE_ENTITLED:
		return MSGN_WITH("{needed} needed of {n} member entitled to vote",
			"{needed} needed of {n} members entitled to vote", n, least);
	case BASE_FIXED:
		break;
	}
	return MSG("{needed} needed", least);
}

struct message vote_base_words(struct tally t, struct vote_rule rule)
{
	struct message weighed = rule.weighed ? weighed_phrase(t, rule.base) : NO_MESSAGE;

	if (!weighed.id && rule.represented && rule.base == BASE_PRESENT)
		return MSGN("{n} member present or represented",
			"{n} members present or represented", t.base);
	return weighed.id ? weighed : base_phrase(t.base, rule.base);
}

struct message vote_rests_on(struct message reason, struct message source, struct arena *a)
{
	if (!source.id)
		return reason;
	return MSG("{reason}; {source}", A_MSG("reason", message_keep(a, reason)),
		A_MSG("source", message_keep(a, source)));
}

struct message vote_reason_alone(struct ballots b, struct tally t)
{
	struct arg yes = A_INT("for", b.votes_for), no = A_INT("against", b.against);

	if (t.outcome == OUTCOME_NO_VOTERS)
		return TEXT("nobody voted, so there is no majority");
	if (t.excess)
		return MSGN("{n} vote more than there are voters, so there is no result",
			"{n} votes more than there are voters, so there is no result", t.excess);
	if (!t.tie)
		return NO_MESSAGE;
	if (t.outcome == OUTCOME_ADOPTED_SIDE)
		return MSG("tie {for} to {against}; the chair voted for and that side prevails",
			yes, no);
	if (t.outcome == OUTCOME_REJECTED_SIDE)
		return MSG("tie {for} to {against}; the chair voted against and that side prevails",
			yes, no);
	if (t.outcome == OUTCOME_TIE_NO_SIDE)
		return MSG("tie {for} to {against}; the chair has no side, so it is not adopted",
			yes, no);
	if (t.outcome == OUTCOME_TIE_AGAIN)
		return MSG("tie {for} to {against}: a second vote decides", yes, no);
	return MSG("tie {for} to {against}: not adopted", yes, no);
}

struct message vote_reason(struct ballots b, struct tally t, struct vote_rule rule,
	struct message source, struct arena *a)
{
	struct message reason = vote_reason_alone(b, t);

	if (t.outcome == OUTCOME_NO_VOTERS || t.excess)
		return reason;
	if (!reason.id)
		reason = MSG("{for} for; {needed} needed of {base}", A_INT("for", b.votes_for),
			A_INT("needed", t.needed),
			A_MSG("base", message_keep(a, vote_base_words(t, rule))));
	return vote_rests_on(reason, source, a);
}

struct message vote_other_reading(const struct poll *p, struct vote_rule rule, enum vote_value side,
	bool *differs, struct arena *a)
{
	struct vote_rule other = rule;
	struct tally here = vote_poll(p, rule, side), there;
	struct arg base, needed;

	*differs = false;
	if (rule.base != BASE_VOTERS && rule.base != BASE_EXPRESSED)
		return NO_MESSAGE;
	other.base = rule.base == BASE_VOTERS ? BASE_EXPRESSED : BASE_VOTERS;
	there = vote_poll(p, other, side);
	if (there.base == here.base || here.voters == 0 || here.excess)
		return NO_MESSAGE;
	base = A_MSG("base", message_keep(a, vote_base_words(there, other)));
	needed = A_INT("needed", there.needed);
	*differs = outcome_adopted(here.outcome) != outcome_adopted(there.outcome);
	if (!*differs)
		return MSG("on the other reading, {base}: {needed} needed, the same result", base,
			needed);
	return outcome_adopted(there.outcome)
		       ? MSG("on the other reading, {base}: {needed} needed, it would be adopted",
				 base, needed)
		       : MSG("on the other reading, {base}: {needed} needed, it would not be "
			     "adopted",
				 base, needed);
}
