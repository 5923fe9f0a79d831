#include "model/ballot.h"

bool ballot_public_rule(const struct session *s)
{
	return s->rules.vote_mode != MODE_SECRET;
}

struct message ballot_totals(enum vote_kind kind, struct ballots b)
{
	if (kind == VOTE_SECRET)
		return MSG("{for} for, {against} against, {n} blank or void",
			A_INT("for", b.votes_for), A_INT("against", b.against),
			A_INT("n", b.abstain));
	return MSGN_WITH("{for} for, {against} against, {n} abstains",
		"{for} for, {against} against, {n} abstain", b.abstain, A_INT("for", b.votes_for),
		A_INT("against", b.against));
}

struct message ballot_figures(const struct vote *vote, struct ballots b, struct arena *a)
{
	const struct message *yes =
		message_keep(a, MSGN("{n} vote in favour", "{n} votes in favour", b.votes_for));
	const struct message *no =
		message_keep(a, MSGN("{n} vote opposed", "{n} votes opposed", b.against));
	const struct message *none =
		message_keep(a, MSGN("{n} member abstaining", "{n} members abstaining", b.abstain));
	const struct message *blank, *spoiled;

	if (vote->kind != VOTE_SECRET)
		return MSG("{for}, {against}, {abstentions}", A_MSG("for", yes),
			A_MSG("against", no), A_MSG("abstentions", none));
	blank = message_keep(a, MSGN("{n} blank paper", "{n} blank papers", vote->papers.blank));
	spoiled = message_keep(a, MSGN("{n} void paper", "{n} void papers", vote->papers.spoiled));
	return MSG("{for}, {against}, {blank}, {void}", A_MSG("for", yes), A_MSG("against", no),
		A_MSG("blank", blank), A_MSG("void", spoiled));
}

/* Voters are known by their papers here; every other base is said as in any vote. */
static struct message papers_base(struct tally t, enum vote_base base)
{
	if (base == BASE_VOTERS)
		return MSGN("{n} paper found, blank and void ones counted",
			"{n} papers found, blank and void ones counted", t.base);
	if (base == BASE_EXPRESSED)
		return MSGN("{n} vote cast, blank and void papers not counted",
			"{n} votes cast, blank and void papers not counted", t.base);
	return vote_base_phrase(t.base, base);
}

struct message ballot_base(enum vote_kind kind, struct tally t, struct vote_rule rule)
{
	return kind == VOTE_SECRET ? papers_base(t, rule.base) : vote_base_words(t, rule);
}

struct message ballot_reason_alone(enum vote_kind kind, struct ballots b, struct tally t)
{
	struct arg yes = A_INT("for", b.votes_for), no = A_INT("against", b.against);

	if (kind != VOTE_SECRET)
		return vote_reason_alone(b, t);
	if (t.outcome == OUTCOME_TIE_NO_SIDE)
		return MSG("tie {for} to {against}; the ballot was secret and the chair declared "
			   "no side, so it is not adopted",
			yes, no);
	if (t.outcome == OUTCOME_ADOPTED_SIDE)
		return MSG("tie {for} to {against}; the chair declared to have voted for and that "
			   "side prevails",
			yes, no);
	if (t.outcome == OUTCOME_REJECTED_SIDE)
		return MSG("tie {for} to {against}; the chair declared to have voted against and "
			   "that side prevails",
			yes, no);
	if (t.outcome == OUTCOME_NO_VOTERS)
		return TEXT("no paper was found in the box, so there is no majority");
	if (t.outcome == OUTCOME_TIE_AGAIN)
		return MSG("tie {for} to {against}: a second vote decides", yes, no);
	return t.tie ? MSG("tie {for} to {against}: not adopted", yes, no) : NO_MESSAGE;
}

struct message ballot_reason(
	struct ballots b, struct tally t, struct vote_rule rule, struct arena *a)
{
	struct message alone = ballot_reason_alone(VOTE_SECRET, b, t);

	if (alone.id)
		return alone;
	return MSG("{for} for; {needed} needed of {base}", A_INT("for", b.votes_for),
		A_INT("needed", t.needed),
		A_MSG("base", message_keep(a, ballot_base(VOTE_SECRET, t, rule))));
}

struct message ballot_papers(struct ballots b, struct papers p)
{
	return MSG("papers issued {issued}, found {found}: {for} for, {against} against, {blank} "
		   "blank, {void} void",
		A_INT("issued", p.issued), A_INT("found", p.found), A_INT("for", b.votes_for),
		A_INT("against", b.against), A_INT("blank", p.blank), A_INT("void", p.spoiled));
}
