/* Elections in the minutes: who stood, each round with its figures, how a tie was decided, who is
 * elected; and the choices by name in an annex. */
#include "model/ballot.h"
#include "model/minutes_part.h"

static struct message post(const struct minutes *m, const struct election *e)
{
	return election_post(&e->is, m->a);
}

/* Names of candidates K with ENDORSED or all of them. */
static struct message candidates(
	const struct minutes *m, const struct election *e, bool endorsed, size_t *n)
{
	struct message *list = ARENA_ARRAY(m->a, struct message, e->candidates.n + 1);

	*n = 0;
	for (size_t i = 0; i < e->candidates.n; i++) {
		if (!endorsed || e->candidates.at[i].is.endorsed)
			list[(*n)++] = election_candidate(m->s, e, (int64_t)i + 1, m->a);
	}
	return MSG(minutes_whole, A_LIST("it", list, *n));
}

static void manner(const struct minutes *m, struct node *parent, const struct election *e)
{
	if (!e->is.secret) {
		minutes_text(m, parent,
			TEXT("The election was held by public vote, each member present naming a "
			     "choice."));
		return;
	}
	if (m->s->rules.vote_mode == MODE_SECRET && !e->is.reason.n) {
		minutes_text(m, parent, TEXT("The election was held by secret ballot."));
		return;
	}
	minutes_text(m, parent,
		m->s->rules.vote_mode == MODE_SECRET
			? MSG("The election was held by secret ballot. Reason: {reason}.",
				  A_REASON("reason", e->is.reason))
			: MSG("Votes are public by the rule; the election was held by secret "
			      "ballot "
			      "as an exception. Reason: {reason}.",
				  A_REASON("reason", e->is.reason)));
}

static void standing(const struct minutes *m, struct node *parent, const struct election *e)
{
	size_t n;
	struct message list = candidates(m, e, false, &n);

	minutes_text(
		m, parent, MSG("Candidates: {members}.", A_MSG("members", minutes_keep(m, list))));
	list = candidates(m, e, true, &n);
	if (n)
		minutes_text(m, parent,
			MSG("An endorsement was shown by: {members}.",
				A_MSG("members", minutes_keep(m, list))));
}

/* What a majority is counted on: papers, or the votes named in public. */
static struct message base_of(
	const struct election *e, const struct election_round *round, int64_t base)
{
	struct vote_rule rule = {.base = round->base};
	struct tally t = {.base = base};

	if (rule.base == BASE_FIXED) /* that number is for decisions */
		rule.base = BASE_VOTERS;
	if (!e->is.secret && rule.base == BASE_VOTERS)
		return MSGN("{n} vote, blank ones counted", "{n} votes, blank ones counted", base);
	if (!e->is.secret && rule.base == BASE_EXPRESSED)
		return MSGN("{n} vote cast, blank ones not counted",
			"{n} votes cast, blank ones not counted", base);
	return ballot_base(VOTE_SECRET, t, rule);
}

/* Which majority the round took, and what that rests on. */
static struct message base_words(const struct minutes *m, const struct election *e,
	const struct election_round *round, const struct round_result *r)
{
	struct message words = TEXT("relative majority");

	if (r->needed)
		words = MSG("absolute majority: {needed} of {base}", A_INT("needed", r->needed),
			A_MSG("base", minutes_keep(m, base_of(e, round, r->base))));
	return vote_rests_on(
		words, rules_rest_on(&m->s->rules, RULE_ELECTION_MAJORITY, m->a), m->a);
}

static void papers(const struct minutes *m, struct node *parent, const struct election_round *r)
{
	minutes_text(m, parent,
		MSG("Papers issued: {issued}; found in the box: {found}; blank: {blank}; void: "
		    "{void}.",
			A_INT("issued", r->is.issued), A_INT("found", r->is.found),
			A_INT("blank", r->is.blank), A_INT("void", r->is.spoiled)));
	if (r->is.issued > r->is.found)
		minutes_text(m, parent,
			MSGN("{n} paper issued was not found in the box.",
				"{n} papers issued were not found in the box.",
				r->is.issued - r->is.found));
}

static void warning(const struct minutes *m, struct node *parent, const struct election_round *r)
{
	minutes_joined(m, parent, r->n_opened, r->n_counted);
	minutes_asked_vote(m, parent, r->warned, r->n_opened);
}

static struct message chooser(
	const struct minutes *m, const struct election_round *r, int64_t member)
{
	long at = round_place(r, member);

	return minutes_through(m, describe_member(m->s, member), member,
		at < 0 ? 0 : r->holders[at], r->n_counted);
}

/* What a correction found and what stood before it. */
static void mended(const struct minutes *m, struct node *parent, const struct election *e,
	const struct election_round *r, const struct election_mend *mend)
{
	struct election_round before = *r;
	struct message why;
	struct node *n;

	before.is = mend->before;
	why = mend->is.member
		      ? MSG("{who}, {choice}: {reason}",
				A_MSG("who", minutes_keep(m, chooser(m, r, mend->is.member))),
				A_MSG("choice",
					minutes_keep(m, mend->is.choice == CHOICE_BLANK
								? TEXT(CTX("choice", "blank"))
								: election_candidate(m->s, e,
									  mend->is.choice, m->a))),
				A_REASON("reason", mend->is.reason))
		      : MSG(minutes_whole, A_REASON("it", mend->is.reason));
	n = minutes_text(m, parent,
		MSG("The count of round {round} was corrected at {time} ({why}); it had been: "
		    "{figures}.",
			A_INT("round", r->n), A_TIME("time", mend->at),
			A_MSG("why", minutes_keep(m, why)),
			A_MSG("figures",
				minutes_keep(m, election_round_figures(m->s, e, &before, m->a)))));
	minutes_acts(n, mend->n, mend->n);
}

/* The acts that corrected R. */
static struct message round_mends(const struct minutes *m, const struct election_round *r)
{
	struct message *list = ARENA_ARRAY(m->a, struct message, r->mends.n + 1);

	for (size_t i = 0; i < r->mends.n; i++)
		list[i] = MSG(minutes_whole, A_DIGITS("it", r->mends.at[i].n));
	return r->mends.n ? MSG(minutes_whole, A_LIST("it", list, r->mends.n)) : NO_MESSAGE;
}

static void one_round(const struct minutes *m, struct node *parent, const struct election *e,
	const struct election_round *r)
{
	struct round_result result = round_result(e, r, m->a);
	struct node *n;

	if (!r->counted) {
		minutes_note(m, parent, MSG("Round {round} is open.", A_INT("round", r->n)));
		return;
	}
	n = minutes_text(m, parent,
		MSGN_WITH("Round {round}, closed at {time}; {n} member entitled to vote "
			  "({majority}): "
			  "{figures}.",
			"Round {round}, closed at {time}; {n} members entitled to vote "
			"({majority}): "
			"{figures}.",
			(int64_t)r->voters.n, A_INT("round", r->n), A_TIME("time", r->closed),
			A_MSG("majority", minutes_keep(m, base_words(m, e, r, &result))),
			A_MSG("figures",
				minutes_keep(m, election_round_figures(m->s, e, r, m->a)))));
	minutes_acts(n, r->n_opened, r->n_counted);
	n->mends = round_mends(m, r);
	if (e->is.secret)
		papers(m, parent, r);
	else
		minutes_represented(m, parent,
			&(struct represented){
				{r->voters.at, r->voters.n}, r->holders, r->n_counted});
	for (size_t i = 0; i < r->mends.n; i++)
		mended(m, parent, e, r, &r->mends.at[i]);
	if (r->is.outcome == ROUND_NEXT)
		minutes_text(m, parent,
			TEXT("No candidate having the majority, another round was to follow."));
	warning(m, parent, r);
	minutes_closed_without(m, parent, r->n_opened, r->n_counted);
}

static void withdrawals(const struct minutes *m, struct node *parent, const struct election *e)
{
	for (size_t i = 0; i < e->candidates.n; i++) {
		const struct candidate *c = &e->candidates.at[i];
		const struct message *who;

		if (!c->withdrawn)
			continue;
		who = minutes_keep(m, election_candidate(m->s, e, (int64_t)i + 1, m->a));
		minutes_text(m, parent,
			c->reason.n ? MSG("{who} withdrew between the rounds: {reason}.",
					      A_MSG("who", who), A_REASON("reason", c->reason))
				    : MSG("{who} withdrew between the rounds.", A_MSG("who", who)));
	}
}

/* Whoever is elected and had a post of the bureau already: the desk asked, and it is minuted. */
static void other_posts(const struct minutes *m, struct node *parent, const struct election *e)
{
	struct numbers who = {NULL, 0};

	if (e->elected)
		who = e->candidates.at[e->elected - 1].is.members;
	for (size_t i = 0; i < who.n; i++) {
		struct message post =
			election_other_post(m->s, &e->is, who.at[i], e->n_ended, m->a);

		if (post.id)
			minutes_note(m, parent,
				MSG("{who} already held a post of the bureau: {post}.",
					A_MSG("who",
						minutes_keep(m, describe_member(m->s, who.at[i]))),
					A_MSG("post", minutes_keep(m, post))));
	}
}

/* Whether a tie was decided as the rule has it. */
static struct message way(const struct minutes *m, const struct election_decided *d)
{
	const struct rules *r = &m->s->rules;
	int place = election_ladder_place(r, d->by);
	struct arg rule =
		A_MSG("rule", minutes_keep(m, rules_standing(r, RULE_ELECTION_TIE, m->a)));
	struct arg ways;

	if (place == 0)
		return MSG("The tie was decided in the way the rule ({rule}) has first.", rule);
	if (place < 0)
		return MSG("The tie was decided in a way that is not among those of the rule: "
			   "{rule}.",
			A_MSG("rule", minutes_keep(m, rules_named(r, RULE_ELECTION_TIE, m->a))));
	ways = A_MSG("ways", minutes_keep(m, election_ladder_before(r, d->by, m->a)));
	return d->warned.n
		       ? MSG("Before this way the rule ({rule}) has: {ways}. It was stated that "
			     "this left the tie as it was.",
				 rule, ways)
		       : MSG("Before this way the rule ({rule}) has: {ways}.", rule, ways);
}

static void result(const struct minutes *m, struct node *parent, const struct election *e)
{
	struct node *n;

	if (e->state != ELECTION_IS_OVER) {
		minutes_note(m, parent, TEXT("The election is not over."));
		return;
	}
	n = node_add(m->a, parent, NODE_DECISION,
		e->elected ? TEXT("Result of the election") : TEXT("Nobody elected"));
	minutes_acts(n, e->n_ended, e->n_ended);
	minutes_text(m, n, election_sentence(m->s, e, m->a));
	other_posts(m, parent, e);
	if (e->by_ladder)
		minutes_note(m, parent, way(m, &e->decided));
}

void minutes_elections(const struct minutes *m, struct node *parent, const struct item *item)
{
	for (size_t i = 0; i < item->elections.n; i++) {
		const struct election *e = &item->elections.at[i];

		minutes_heading(m, parent, 3,
			MSG("Election: {post}", A_MSG("post", minutes_keep(m, post(m, e)))));
		if (e->state == ELECTION_IS_VOID) {
			minutes_note(m, parent,
				MSG("This election was voided: {reason}.",
					A_REASON("reason", e->void_reason)));
			continue;
		}
		manner(m, parent, e);
		standing(m, parent, e);
		for (size_t k = 0; k < e->rounds.n; k++)
			one_round(m, parent, e, &e->rounds.at[k]);
		withdrawals(m, parent, e);
		result(m, parent, e);
	}
}

/* --- choices by name --- */

static struct message voter(const struct minutes *m, const struct election_round *r, size_t at)
{
	struct both name = session_seat_name(m->s, r->voters.at[at]);
	struct message it = MSG(minutes_whole, A_BOTH("it", name));

	if (m->s->rules.weights)
		it = MSGN_WITH("{who} ({n} vote)", "{who} ({n} votes)", r->weights[at],
			A_BOTH("who", name));
	return minutes_through(m, it, r->voters.at[at], r->holders[at], r->n_counted);
}

static void roll(const struct minutes *m, struct node *parent, const struct election *e,
	const struct election_round *r)
{
	static const char *const header[] = {N_("No."), N_("Full name"), N_("Choice")};
	static const int widths[] = {10, 45, 45};
	struct node *table;

	minutes_heading(m, parent, 3,
		MSG("Election: {post}, round {round}", A_MSG("post", minutes_keep(m, post(m, e))),
			A_INT("round", r->n)));
	table = minutes_table(m, parent, 3, widths, header);
	for (size_t i = 0; i < r->voters.n; i++) {
		struct node *row = minutes_row(m, table);
		int32_t choice = r->choices[i];

		minutes_cell(
			m, row, NODE_CENTRE, MSG(minutes_whole, A_SEAT("it", r->voters.at[i])));
		minutes_cell(m, row, NODE_START, voter(m, r, i));
		minutes_cell(m, row, NODE_START,
			choice == CHOICE_BLANK ? TEXT(CTX("choice", "blank"))
					       : election_candidate(m->s, e, choice, m->a));
	}
}

void minutes_election_rolls(const struct minutes *m, struct node *parent)
{
	struct node *section = NULL;

	for (size_t i = 0; i < m->s->agenda.n; i++) {
		const struct item *item = session_item(m->s, m->s->agenda.at[i]);

		for (size_t k = 0; k < item->elections.n; k++) {
			const struct election *e = &item->elections.at[k];

			if (e->is.secret || e->state == ELECTION_IS_VOID)
				continue;
			for (size_t r = 0; r < e->rounds.n; r++) {
				if (!e->rounds.at[r].counted)
					continue;
				if (!section) {
					section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
					minutes_heading(m, section, 1,
						TEXT("Annex: choices in public elections"));
				}
				roll(m, section, e, &e->rounds.at[r]);
			}
		}
	}
}
