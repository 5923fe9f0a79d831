/* Deciding: secret ballots. Papers are counted and have to add up; no command and no fact here
 * has room for what somebody put on one. */
#include "model/ballot.h"
#include "model/deciding.h"
#include "model/election.h"

bool ballot_secret_allowed(struct deciding *d, struct str reason)
{
	if (!ballot_public_rule(d->s))
		return true;
	if (!reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	return ask(d, "public-rule",
		TEXT("The rule is a public vote. A secret ballot is an exception; the minutes will "
		     "give the reason."));
}

bool ballot_as_usual(struct deciding *d)
{
	struct rule_text fallen_back;
	const struct rule_text *rule = d->s->rules.text[RULE_VOTE_MODE];

	if (!rule) {
		(void)rule_by_default(RULE_VOTE_MODE, &fallen_back);
		rule = &fallen_back;
	}
	return ask(d, "vote-mode",
		MSG("The rule is “{what}” ({rule}). Open this vote differently? The minutes "
		    "will say so.",
			A_MSG("what", message_keep(d->a, rule_words(rule, d->a))),
			a_rule(d, &d->s->rules, RULE_VOTE_MODE)));
}

bool ballot_round_in_public(const struct deciding *d, const struct election_opened *o)
{
	return !o->secret && ballot_usual_kind(d->s, NULL) == VOTE_SECRET;
}

struct str ballot_round_warned(struct deciding *d, const struct election_opened *o, bool no_quorum)
{
	const struct election_candidate *c = o->candidates.at;
	bool lists = d->s->rules.election_ballot == ELECTION_LIST;
	struct str warned = STR("");

	if (no_quorum)
		add_rule_key(d, &warned, rules_quorum_key(&d->s->rules));
	if (ballot_round_in_public(d, o))
		add_rule_key(d, &warned, RULE_VOTE_MODE);
	if (d->s->rules.text[RULE_ELECTION_BALLOT] &&
		(lists ? d->c->arg.election_open.candidates.n > 0 : c[0].members.n > 1))
		add_rule_key(d, &warned, RULE_ELECTION_BALLOT);
	return warned;
}

bool ballot_refuse_secret(struct deciding *d)
{
	return refuse(d, "secret", TEXT("This ballot is secret: only its totals are recorded."));
}

bool ballot_refuse_public(struct deciding *d)
{
	return refuse(d, "not-secret", TEXT("This vote is public: there are no papers to count."));
}

bool ballot_papers_possible(struct deciding *d, int64_t voters, int64_t issued, int64_t found)
{
	if (issued > voters)
		return refuse(d, "too-many-issued",
			MSG("{issued} papers issued, {voters} voters: one paper for each voter at "
			    "most.",
				A_INT("issued", issued), A_INT("voters", voters)));
	if (found > issued)
		return refuse(d, "too-many-found",
			MSG("{found} papers found, {issued} issued: count again, or void the vote "
			    "and repeat it.",
				A_INT("found", found), A_INT("issued", issued)));
	return true;
}

/* Papers that add up and come from the voters; false after refusing. */
static bool add_up(
	struct deciding *d, const struct vote *vote, const struct papers *p, struct ballots b)
{
	int64_t sum = b.votes_for + b.against + p->blank + p->spoiled;

	if (!ballot_papers_possible(d, (int64_t)vote->voters.n, p->issued, p->found))
		return false;
	if (sum != p->found)
		return refuse(d, "papers",
			MSG("For, against, blank and void make {sum}, found are {found}: off by "
			    "{off}; correct one figure.",
				A_INT("sum", sum), A_INT("found", p->found),
				A_INT("off", p->found > sum ? p->found - sum : sum - p->found)));
	return true;
}

static bool can_count(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (!d->s->open_vote.item)
		return refuse(d, "no-open-vote", TEXT("No vote is open."));
	if (session_open_vote(d->s)->kind != VOTE_SECRET)
		return ballot_refuse_public(d);
	return true;
}

static bool count(struct deciding *d)
{
	const struct vote_ballots *c = &d->c->arg.vote_ballots;
	const struct vote *vote = session_open_vote(d->s);
	int64_t issued = c->issued >= 0 ? c->issued : (int64_t)vote->voters.n;
	struct papers p = {issued, c->found, c->blank, c->spoiled, c->note};

	if (!add_up(d, vote, &p, (struct ballots){c->votes_for, c->against, 0}))
		return false;
	if (issued && !c->found && !c->note.n)
		return refuse(d, "no-note",
			MSGN("{n} paper was handed out and the box is empty: say why in the "
			     "remark (note=).",
				"{n} papers were handed out and the box is empty: say why in the "
				"remark (note=).",
				issued));
	fact(d, EVENT_BALLOT_COUNTED)->ballot_counted = (struct ballot_counted){
		.vote = vote->id,
		.issued = issued,
		.found = c->found,
		.votes_for = c->votes_for,
		.against = c->against,
		.blank = c->blank,
		.spoiled = c->spoiled,
		.note = c->note,
	};
	return true;
}

/* The paper of the chair is secret like any other: a side counts only as declared. No id: it is not
 * asked for. */
static struct message undeclared(const struct vote *vote, struct tally t)
{
	return t.needs_side && vote->side == VALUE_NONE
		       ? MSG("Tie {for} to {against}: the side of the chair's own vote decides "
			     "where the chair declares it. Close without it? Then it is not "
			     "adopted.",
				 A_INT("for", vote->ballots.votes_for),
				 A_INT("against", vote->ballots.against))
		       : NO_MESSAGE;
}

bool ballot_close(struct deciding *d, const struct vote *vote)
{
	struct tally t = session_tally(d->s, vote);

	if (!vote->counted)
		return refuse(d, "not-counted",
			TEXT("The papers are not counted yet: issued, found, and what is on "
			     "them."));
	if (!quorum_lets_close(d, "tie", undeclared(vote, t)))
		return false;
	vote_close_fact(d, vote->id, vote->ballots, t);
	return true;
}

bool ballot_hands_add_up(struct deciding *d, struct ballots b, int64_t voters)
{
	int64_t sum = b.votes_for + b.against + b.abstain;
	struct arg is = A_INT("sum", sum), all = A_INT("voters", voters);
	struct arg off = A_INT("off", sum > voters ? sum - voters : voters - sum);

	if (sum == voters)
		return true;
	return refuse(d, "sum",
		sum > voters
			? MSG("Sum {sum}, voters {voters}: {off} too many; correct one figure.", is,
				  all, off)
			: MSG("Sum {sum}, voters {voters}: {off} missing; correct one figure.", is,
				  all, off));
}

bool ballot_side_fits(struct deciding *d, const struct vote *vote, struct ballots b, int value)
{
	struct message why = ballot_side_excluded(vote, b, (enum vote_value)value);

	return value == VALUE_NONE || !why.id || refuse(d, "side-figures", why);
}

static int64_t given(int64_t value, int64_t was)
{
	return value >= 0 ? value : was;
}

bool ballot_correct(struct deciding *d, const struct vote *vote, struct vote_corrected *c)
{
	const struct vote_correct *arg = &d->c->arg.vote_correct;
	struct papers p = vote->papers;
	struct ballots b = vote->ballots;

	if (arg->member || arg->value || arg->abstain >= 0)
		return ballot_refuse_secret(d);
	p.issued = given(arg->issued, p.issued);
	p.found = given(arg->found, p.found);
	p.blank = given(arg->blank, p.blank);
	p.spoiled = given(arg->spoiled, p.spoiled);
	b.votes_for = given(arg->votes_for, b.votes_for);
	b.against = given(arg->against, b.against);
	if (!add_up(d, vote, &p, b))
		return false;
	if (p.issued == vote->papers.issued && p.blank == vote->papers.blank &&
		p.spoiled == vote->papers.spoiled && b.votes_for == vote->ballots.votes_for &&
		b.against == vote->ballots.against &&
		(arg->side == VALUE_NONE || arg->side == (int)vote->side))
		return refuse(d, "same", TEXT("These are the figures as they are already noted."));
	c->votes_for = b.votes_for;
	c->against = b.against;
	c->abstain = p.blank + p.spoiled;
	c->issued = p.issued;
	c->blank = p.blank;
	c->spoiled = p.spoiled;
	return true;
}

const struct decider deciders_ballot[CMD_COUNT] = {
	[CMD_VOTE_BALLOTS] = {can_count, count},
};

/* Several are elected to a post without a rank; one person to the others. */
bool ballot_list_fits(struct deciding *d, const struct list *lists)
{
	const struct election_open *c = &d->c->arg.election_open;
	const struct election_candidate *at = lists->at;
	bool one = c->rank || c->post == POST_PRESIDENT || c->post == POST_TREASURER ||
		   c->post == POST_RAPPORTEUR || c->post == POST_COMMITTEE_PRESIDENT;

	for (size_t i = 0; one && i < lists->n; i++) {
		if (at[i].members.n > 1)
			return refuse(d, "one-post",
				TEXT("This post is for one person: a list for it has one name."));
	}
	return true;
}

/* A way the ladder has not, or only after others: whether these left the tie is asked. */
bool ballot_way_fits(struct deciding *d, int by, struct message outcome, struct str *warned)
{
	const struct rules *r = &d->s->rules;
	int place = election_ladder_place(r, by);
	struct message ways;
	struct arg first = A_MSG("outcome", message_keep(d->a, outcome));

	if (place == 0)
		return true;
	*warned = str_of(rule_key_name(RULE_ELECTION_TIE));
	if (place < 0)
		return ask(d, "not-in-ladder",
			MSG("{outcome}. This way of deciding a tie is not among those of the rule "
			    "({rule}). Go on all the same? The minutes will say so.",
				first, a_rule(d, r, RULE_ELECTION_TIE)));
	ways = election_ladder_before(r, by, d->a);
	return ask(d, "earlier-in-ladder",
		MSG("{outcome}. Before this way the rule ({rule}) has: {ways}. Was the tie left as "
		    "it is? The minutes will say so.",
			first, a_rule(d, r, RULE_ELECTION_TIE),
			A_MSG("ways", message_keep(d->a, ways))));
}
