/* Votes in one short sentence: what is voted on, who votes, figures and results. */
#include "model/describe_part.h"

#include "model/ballot.h"
#include "model/motion.h"

struct message describe_voter(
	const struct session *s, const struct vote *vote, size_t at, struct arena *a)
{
	struct message who = describe_member(s, vote->voters.at[at]);

	if (!vote->rule.weighed)
		return who;
	return MSGN_WITH("{who} ({n} vote)", "{who} ({n} votes)", vote->weights[at],
		A_MSG("who", keep(a, who)));
}

struct message describe_joined(
	const struct session *s, struct numbers members, bool over, struct arena *a)
{
	return MSG(over ? N_("voting over the rules: {members}")
			: N_("{members} may vote as well: arrived while the vote was open"),
		A_MSG("members", keep(a, describe_members(s, members, a))));
}

struct message describe_vote_matter(const struct session *s, struct vote_id id, struct arena *a)
{
	const struct vote *vote = session_vote(s, id);
	const struct motion *motion = vote ? session_motion(s, vote->motion) : NULL;

	return motion ? motion_name(motion, a) : describe_item_number(s, id.item);
}

struct message describe_outcome(enum outcome outcome)
{
	return name_label(outcome_names, (int)outcome);
}

struct message describe_result(
	const struct vote *vote, enum outcome outcome, struct ballots b, struct arena *a)
{
	return MSG("{outcome}: {ballots}", A_MSG("outcome", keep(a, describe_outcome(outcome))),
		A_MSG("ballots", keep(a, ballot_totals(vote->kind, b))));
}

static struct message about_marks(
	const struct session *s, const struct vote_marked *m, uint32_t n, struct arena *a)
{
	const struct message *who = keep(a, describe_sitters(s, m->members, n, a));
	struct arg it = A_MSG("members", who);

	switch ((enum vote_value)m->value) {
	case VALUE_NONE:
		return MSG("{members}: mark taken back", it);
	case VALUE_FOR:
		return m->members.n == 1 ? MSG("{members} votes for", it)
					 : MSG("{members} vote for", it);
	case VALUE_AGAINST:
		return m->members.n == 1 ? MSG("{members} votes against", it)
					 : MSG("{members} vote against", it);
	case VALUE_ABSTAIN:
		return m->members.n == 1 ? MSG("{members} abstains", it)
					 : MSG("{members} abstain", it);
	}
	return NO_MESSAGE;
}

static enum vote_kind kind_of(const struct session *s, struct vote_id id)
{
	const struct vote *vote = session_vote(s, id);

	return vote ? vote->kind : VOTE_NAMED;
}

/* What act N announced: the result before the first correction after it. */
static struct message about_announced(
	const struct session *s, const struct event *e, struct arena *a)
{
	const struct vote *vote = session_vote(s, e->body.vote_announced.vote);
	const struct message *item =
		keep(a, describe_vote_matter(s, e->body.vote_announced.vote, a));
	enum outcome outcome;
	struct ballots ballots;

	if (!vote || vote->state == VOTE_IS_OPEN)
		return MSG("{item}: result announced", A_MSG("item", item));
	outcome = vote->outcome;
	ballots = vote->ballots;
	for (size_t i = vote->mends.n; i-- > 0;) {
		if (vote->mends.at[i].n > e->n) {
			outcome = vote->mends.at[i].outcome_before;
			ballots = vote->mends.at[i].before;
		}
	}
	return MSG("{item}: announced, {result}", A_MSG("item", item),
		A_MSG("result", keep(a, describe_result(vote, outcome, ballots, a))));
}

static struct message about_correction(
	const struct session *s, const struct vote_corrected *c, struct arena *a)
{
	struct ballots b = {c->votes_for, c->against, c->abstain};
	const struct message *ballots = keep(a, ballot_totals(kind_of(s, c->vote), b));

	if (c->member)
		return describe_with_reason(
			MSG("vote of {member} corrected to {value}, now {ballots}",
				A_MSG("member", keep(a, describe_member(s, c->member))),
				A_MSG("value", keep(a, name_label(vote_value_names, c->value))),
				A_MSG("ballots", ballots)),
			c->reason, a);
	return describe_with_reason(
		MSG("figures corrected, now {ballots}", A_MSG("ballots", ballots)), c->reason, a);
}

struct message describe_block(const struct session *s, struct numbers block, struct arena *a)
{
	struct message *items = ARENA_ARRAY(a, struct message, block.n + 1);

	for (size_t i = 0; i < block.n; i++)
		items[i] = MSG("{n}", A_INT("n", session_agenda_number(s, block.at[i])));
	return MSG("items {list}", A_LIST("list", items, block.n));
}

static struct message about_opened_vote(
	const struct session *s, const struct vote_opened *o, struct arena *a)
{
	const struct motion *motion = session_motion(s, o->motion);

	if (o->block.n)
		return MSGN_WITH("{items}: one vote opened on all of them, {kind}, {n} voter",
			"{items}: one vote opened on all of them, {kind}, {n} voters",
			(int64_t)o->voters.n,
			A_MSG("items", keep(a, describe_block(s, o->block, a))),
			A_MSG("kind", keep(a, name_label(vote_kind_names, o->kind))));
	return describe_with_reason(
		MSGN_WITH("{item}: vote opened, {kind}, {n} voter",
			"{item}: vote opened, {kind}, {n} voters", (int64_t)o->voters.n,
			A_MSG("item", keep(a, motion ? motion_name(motion, a)
						     : describe_item_number(s, o->vote.item))),
			A_MSG("kind", keep(a, name_label(vote_kind_names, o->kind)))),
		o->reason, a);
}

static struct message about_papers(const struct ballot_counted *c, struct arena *a)
{
	return describe_with_reason(
		ballot_papers((struct ballots){c->votes_for, c->against, c->blank + c->spoiled},
			(struct papers){c->issued, c->found, c->blank, c->spoiled, c->note}),
		c->note, a);
}

static struct message about_statement(
	const struct session *s, const struct vote_explained *x, struct arena *a)
{
	return MSG("{item}: {kind} of {who}",
		A_MSG("item", keep(a, describe_item_number(s, x->vote.item))),
		A_MSG("kind", keep(a, name_label(statement_names, x->kind))),
		A_MSG("who", keep(a, describe_member(s, x->member))));
}

/* Was the vote closed with the figures of COUNT? Those before are as far as somebody had got. */
static bool was_the_count(const struct session *s, const struct event *count)
{
	struct vote_id of = count->body.vote_counted.vote;

	if (count->n >= s->log.n || s->struck.at[count->n])
		return false;
	for (size_t n = count->n + 1; n < s->log.n; n++) {
		const struct event *e = &s->log.at[n];
		/* Every body of a vote begins with which one it is. */
		struct vote_id vote = e->body.vote_counted.vote;
		bool counts = e->type == EVENT_VOTE_COUNTED || e->type == EVENT_VOTE_ALL_MARKED;

		if ((counts || e->type == EVENT_VOTE_CLOSED) && !s->struck.at[n] &&
			vote.item == of.item && vote.n == of.n)
			return !counts;
	}
	return false;
}

/* What is still to come is said to be neither nothing nor counted. */
static struct message figures_so_far(const struct vote_counted *c, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, 4);
	size_t n = 0;

	if (!c->remainder)
		list[n++] = MSG(CTX("figure", "for {n}"), A_INT("n", c->votes_for));
	if (c->against)
		list[n++] = MSG(CTX("figure", "against {n}"), A_INT("n", c->against));
	if (c->abstain)
		list[n++] = MSG(CTX("figure", "abstaining {n}"), A_INT("n", c->abstain));
	if (c->remainder)
		list[n++] = (struct message){.id = CTX("figure", "the rest for")};
	return MSG("show of hands, figures so far: {figures}", A_LIST("figures", list, n));
}

static struct message about_count(const struct session *s, const struct event *e, struct arena *a)
{
	const struct vote_counted *c = &e->body.vote_counted;
	struct ballots b = {c->votes_for, c->against, c->abstain};
	const struct message *ballots = keep(a, ballot_totals(VOTE_HANDS, b));

	if (!was_the_count(s, e))
		return figures_so_far(c, a);
	if (c->remainder)
		return MSG("show of hands: {ballots}; those for are the rest",
			A_MSG("ballots", ballots));
	return MSG("show of hands: {ballots}", A_MSG("ballots", ballots));
}

struct message describe_vote_event(const struct session *s, const struct event *e, struct arena *a)
{
	const struct vote_stance *stance = &e->body.vote_sided;
	const struct vote_closed *c = &e->body.vote_closed;
	const struct message *value;

	if (e->type == EVENT_VOTE_OPENED)
		return about_opened_vote(s, &e->body.vote_opened, a);
	if (e->type == EVENT_VOTE_MARKED)
		return about_marks(s, &e->body.vote_marked, e->n, a);
	if (e->type == EVENT_VOTE_COUNTED)
		return about_count(s, e, a);
	if (e->type == EVENT_BALLOT_COUNTED)
		return about_papers(&e->body.ballot_counted, a);
	if (e->type == EVENT_VOTE_CLOSED)
		return MSG("vote closed: {ballots}",
			A_MSG("ballots", keep(a, ballot_totals(kind_of(s, c->vote),
							 (struct ballots){c->votes_for, c->against,
								 c->abstain}))));
	if (e->type == EVENT_VOTE_ANNOUNCED)
		return about_announced(s, e, a);
	if (e->type == EVENT_VOTE_CORRECTED)
		return about_correction(s, &e->body.vote_corrected, a);
	if (e->type == EVENT_VOTE_JOINED)
		return describe_joined(
			s, e->body.vote_joined.members, e->body.vote_joined.warned.n > 0, a);
	if (e->type == EVENT_VOTE_EXPLAINED)
		return about_statement(s, &e->body.vote_explained, a);
	if (e->type == EVENT_VOTE_VOIDED)
		return describe_with_reason(
			MSG("{item}: vote voided",
				A_MSG("item", keep(a, describe_vote_matter(
							      s, e->body.vote_voided.vote, a)))),
			e->body.vote_voided.reason, a);
	value = keep(a, name_label(vote_value_names, stance->value));
	if (e->type == EVENT_VOTE_ALL_MARKED)
		return MSG("all marked: {value}", A_MSG("value", value));
	if (stance->value != VALUE_FOR && stance->value != VALUE_AGAINST)
		return TEXT("the chair has no side");
	return MSG("side of the chair: {value}", A_MSG("value", value));
}
