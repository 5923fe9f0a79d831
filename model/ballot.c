#include "model/ballot.h"

#include "model/motion.h"

bool ballot_public_rule(const struct session *s)
{
	return s->rules.vote_mode != MODE_SECRET;
}

static bool of_procedure(const struct motion *motion)
{
	enum motion_kind kind;

	if (!motion)
		return false;
	kind = (enum motion_kind)motion->is.kind;
	return kind == MOTION_COUNT || motion_is_procedural(kind) || motion_is_agenda(kind);
}

enum vote_kind ballot_usual_kind(const struct session *s, const struct motion *motion)
{
	switch ((enum vote_mode)s->rules.vote_mode) {
	case MODE_PUBLIC:
		return VOTE_NAMED;
	case MODE_ROLL_CALL:
		return VOTE_ROLL_CALL;
	case MODE_SECRET:
		return s->rules.weights || of_procedure(motion) ? VOTE_NAMED : VOTE_SECRET;
	case MODE_HANDS:
		return s->rules.weights ? VOTE_NAMED : VOTE_HANDS;
	}
	return VOTE_NAMED;
}

bool ballot_unusual(const struct session *s, enum vote_kind kind, const struct motion *motion)
{
	enum vote_kind usual = ballot_usual_kind(s, motion);

	if (kind == VOTE_SECRET)
		return usual != VOTE_SECRET;
	if (usual == VOTE_NAMED) /* any vote in public */
		return false;
	return kind != usual && !(usual == VOTE_HANDS && kind == VOTE_UNANIMOUS);
}

static struct message secret_totals(struct ballots b)
{
	struct arg yes = A_INT("for", b.votes_for), no = A_INT("against", b.against);
	struct arg n = A_INT("n", b.abstain);

	if (!b.abstain && !b.against)
		return MSG("{for} for, none against, no paper blank or void", yes);
	if (!b.abstain && !b.votes_for)
		return MSG("none for, {against} against, no paper blank or void", no);
	if (!b.abstain)
		return MSG("{for} for, {against} against, no paper blank or void", yes, no);
	if (!b.votes_for && !b.against)
		return MSG("none for or against, {n} blank or void", n);
	if (!b.votes_for)
		return MSG("none for, {against} against, {n} blank or void", no, n);
	if (!b.against)
		return MSG("{for} for, none against, {n} blank or void", yes, n);
	return MSG("{for} for, {against} against, {n} blank or void", yes, no, n);
}

struct message ballot_totals(enum vote_kind kind, struct ballots b)
{
	struct arg yes = A_INT("for", b.votes_for), no = A_INT("against", b.against);

	if (!b.votes_for && !b.against && !b.abstain)
		return TEXT("no vote");
	if (kind == VOTE_SECRET)
		return secret_totals(b);
	if (!b.against && !b.abstain)
		return MSG("{for} for, none against or abstaining", yes);
	if (!b.votes_for && !b.abstain)
		return MSG("none for, {against} against, none abstaining", no);
	if (!b.abstain)
		return MSG("{for} for, {against} against, none abstaining", yes, no);
	if (!b.votes_for && !b.against)
		return MSGN("none for or against, {n} abstains", "none for or against, {n} abstain",
			b.abstain);
	if (!b.votes_for)
		return MSGN_WITH("none for, {against} against, {n} abstains",
			"none for, {against} against, {n} abstain", b.abstain, no);
	if (!b.against)
		return MSGN_WITH("{for} for, none against, {n} abstains",
			"{for} for, none against, {n} abstain", b.abstain, yes);
	return MSGN_WITH("{for} for, {against} against, {n} abstains",
		"{for} for, {against} against, {n} abstain", b.abstain, yes, no);
}

struct message ballot_figures(const struct vote *vote, struct ballots b, struct arena *a)
{
	const struct papers *p = &vote->papers;
	struct arg yes = A_MSG("for",
		message_keep(a,
			b.votes_for ? MSGN("{n} vote in favour", "{n} votes in favour", b.votes_for)
				    : TEXT("no vote in favour")));
	struct arg no = A_MSG("against",
		message_keep(a, b.against ? MSGN("{n} vote opposed", "{n} votes opposed", b.against)
					  : TEXT("no vote opposed")));

	if (vote->kind != VOTE_SECRET && !b.against && !b.abstain)
		return MSG("{for}, no opposition and no abstention", yes);
	if (vote->kind != VOTE_SECRET)
		return MSG("{for}, {against}, {abstentions}", yes, no,
			A_MSG("abstentions",
				message_keep(
					a, b.abstain ? MSGN("{n} member abstaining",
							       "{n} members abstaining", b.abstain)
						     : TEXT("no abstention"))));
	if (!p->blank && !p->spoiled)
		return MSG("{for}, {against}, no blank or void paper", yes, no);
	return MSG("{for}, {against}, {blank}, {void}", yes, no,
		A_MSG("blank", message_keep(a, p->blank ? MSGN("{n} blank paper",
								  "{n} blank papers", p->blank)
							: TEXT("no blank paper"))),
		A_MSG("void", message_keep(a, p->spoiled ? MSGN("{n} void paper", "{n} void papers",
								   p->spoiled)
							 : TEXT("no void paper"))));
}

/* Voters are known by their papers here; every other base is said as in any vote. */
static struct message papers_base(struct tally t, struct vote_rule rule)
{
	if (rule.base == BASE_VOTERS)
		return MSGN("{n} paper found, blank and void ones counted",
			"{n} papers found, blank and void ones counted", t.base);
	if (rule.base == BASE_EXPRESSED)
		return MSGN("{n} vote cast, blank and void papers not counted",
			"{n} votes cast, blank and void papers not counted", t.base);
	return vote_base_words(t, rule);
}

struct message ballot_base(enum vote_kind kind, struct tally t, struct vote_rule rule)
{
	return kind == VOTE_SECRET ? papers_base(t, rule) : vote_base_words(t, rule);
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

struct message ballot_base_decides(const struct vote *vote, struct arena *a)
{
	struct poll poll = vote_poll_of(vote);
	bool differs;
	struct message other = vote_other_reading(&poll, vote->rule, vote->side, &differs, a);

	return differs && vote->kind != VOTE_SECRET ? other
						    : NO_MESSAGE; /* nobody abstains there */
}

struct message ballot_side_excluded(
	const struct vote *vote, struct ballots b, enum vote_value value)
{
	bool votes = vote_has(vote, vote->chair);
	/* Whoever put no paper in the box is on no side either. */
	bool all = b.votes_for + b.against + b.abstain == (int64_t)vote->voters.n;

	if (value != VALUE_ABSTAIN)
		return votes ? NO_MESSAGE
			     : TEXT("The chair has no vote here and is on neither side.");
	if (!votes || !all || b.abstain)
		return NO_MESSAGE;
	return vote->kind == VOTE_SECRET
		       ? TEXT("Every voter's paper is for or against, the chair's as well.")
		       : TEXT("Nobody abstained: the chair voted for or against.");
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
