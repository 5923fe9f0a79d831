/* Deciding: the result of a vote that was closed. It is announced, and until the freeze it is
 * corrected or voided with a reason; it never changes silently. */
#include "model/deciding.h"

#include "model/presence.h"

/* "3/1" as a command names it. */
static struct str vote_name(struct deciding *d, struct vote_id id)
{
	struct vote_id named = session_vote_named(d->s, id);
	struct builder b;

	builder_init(&b, d->a);
	if (named.item == OWN_MATTERS)
		builder_add_z(&b, "agenda");
	else
		builder_add_int(&b, named.item);
	builder_add_char(&b, '/');
	builder_add_int(&b, named.n);
	return builder_str(&b);
}

/* While a vote is open "the vote" may be that one or the one before. */
static bool refuse_which(struct deciding *d, struct vote_id closed)
{
	return refuse(d, "which-vote",
		MSG("Vote {open} is open, and {closed} was closed before it: say with vote= which "
		    "one is meant.",
			A_STR("open", vote_name(d, d->s->open_vote)),
			A_STR("closed", vote_name(d, closed))));
}

const struct vote *vote_meant(struct deciding *d, struct vote_id named)
{
	struct vote_id id = d->s->last_vote;
	const struct vote *vote;

	if (named.item)
		id = (struct vote_id){named.item == OWN_MATTERS
					      ? OWN_MATTERS
					      : (int32_t)session_agenda_key(d->s, named.item),
			named.n};
	vote = session_vote(d->s, id);
	if (!vote)
		(void)refuse(d, "unknown-vote", TEXT("There is no such vote."));
	else if (vote->state == VOTE_IS_VOID)
		(void)refuse(d, "void", TEXT("That vote is void."));
	else
		return session_lead(d->s, vote);
	return NULL;
}

static const struct vote *closed_vote(struct deciding *d, struct vote_id named)
{
	const struct vote *vote = vote_meant(d, named);

	if (vote && !named.item && d->s->open_vote.item) {
		(void)refuse_which(d, vote->id);
		return NULL;
	}
	if (vote && vote->state == VOTE_IS_OPEN) {
		(void)refuse(d, "vote-open", TEXT("A vote is open: close it first."));
		return NULL;
	}
	return vote;
}

static bool announce(struct deciding *d)
{
	struct vote_id named = d->c->arg.vote_announce.vote;
	const struct vote *vote = named.item ? closed_vote(d, named) : session_unannounced(d->s);

	if (!vote)
		return false;
	if (vote->announced)
		return refuse(d, "announced", TEXT("This result was already announced."));
	fact(d, EVENT_VOTE_ANNOUNCED)->vote_announced = (struct vote_ref){vote->id};
	return true;
}

static void shift(struct ballots *b, enum vote_value value, int64_t by)
{
	b->votes_for += value == VALUE_FOR ? by : 0;
	b->against += value == VALUE_AGAINST ? by : 0;
	b->abstain += value == VALUE_ABSTAIN ? by : 0;
}

/* Corrected figures of VOTE in C; false after refusing. */
static bool correct_figures(struct deciding *d, const struct vote *vote, struct vote_corrected *c)
{
	const struct vote_correct *arg = &d->c->arg.vote_correct;
	struct ballots b = vote->ballots;

	if (vote->kind == VOTE_SECRET)
		return ballot_correct(d, vote, c);
	if (arg->issued >= 0 || arg->found >= 0 || arg->blank >= 0 || arg->spoiled >= 0)
		return ballot_refuse_public(d);
	if (vote->kind != VOTE_HANDS) {
		enum vote_value was = vote_mark(vote, arg->member);

		if (arg->votes_for >= 0 || arg->against >= 0 || arg->abstain >= 0 || arg->side)
			return refuse(d, "not-hands",
				TEXT("This vote is by name: enter the members' votes."));
		if (!vote_has(vote, arg->member))
			return refuse_voter(d, arg->member);
		if (arg->value == VALUE_NONE)
			return refuse(d, "no-value", TEXT("Say for, against or abstain."));
		if (was == (enum vote_value)arg->value)
			return refuse(d, "same",
				MSG("{who} is already noted so.",
					A_MSG("who",
						message_keep(d->a, seat_message(d, arg->member)))));
		shift(&b, was, -session_weight(d->s, arg->member));
		shift(&b, (enum vote_value)arg->value, session_weight(d->s, arg->member));
		c->member = arg->member;
		c->value = arg->value;
	} else {
		if (arg->member || arg->value)
			return refuse(d, "not-named",
				TEXT("This vote is by show of hands: count, do not name."));
		b.votes_for = arg->votes_for >= 0 ? arg->votes_for : b.votes_for;
		b.against = arg->against >= 0 ? arg->against : b.against;
		b.abstain = arg->abstain >= 0 ? arg->abstain : b.abstain;
		if (!ballot_hands_add_up(d, b, (int64_t)vote->voters.n))
			return false;
	}
	c->votes_for = b.votes_for;
	c->against = b.against;
	c->abstain = b.abstain;
	return true;
}

static bool correct(struct deciding *d)
{
	const struct vote_correct *arg = &d->c->arg.vote_correct;
	const struct vote *vote = closed_vote(d, arg->vote);
	struct vote_corrected c = {.reason = arg->reason};
	struct tally t;

	if (!vote)
		return false;
	/* Otherwise one matter could end with two results that both count. */
	if (vote_latest_on(d->s, vote->motion, vote->id.item) != vote)
		return refuse(d, "voted-again",
			TEXT("The matter was voted on again after this vote: void the later vote "
			     "first."));
	if (!correct_figures(d, vote, &c))
		return false;
	c.vote = vote->id;
	if (vote_by_figures(vote))
		c.side = arg->side != VALUE_NONE ? arg->side : (int)vote->side;
	else
		c.side = arg->member == vote->chair ? arg->value : (int)vote->side;
	t = vote_tally_with(
		vote, (struct ballots){c.votes_for, c.against, c.abstain}, (enum vote_value)c.side);
	if (t.needs_side && vote->kind == VOTE_HANDS && c.side == VALUE_NONE)
		return refuse(d, "tie",
			MSG("Tie {for} to {against}: give the side of the chair's own vote.",
				A_INT("for", c.votes_for), A_INT("against", c.against)));
	if (t.needs_side && vote_by_figures(vote) &&
		!ballot_side_fits(
			d, vote, (struct ballots){c.votes_for, c.against, c.abstain}, c.side))
		return false;
	if (vote->kind == VOTE_HANDS && c.votes_for == vote->ballots.votes_for &&
		c.against == vote->ballots.against && c.side == (int)vote->side)
		return refuse(d, "same", TEXT("These are the figures as they are already noted."));
	if (outcome_adopted(t.outcome) != outcome_adopted(vote->outcome) &&
		!motion_vote_may_turn(d, vote))
		return false;
	c.needed = t.needed;
	c.outcome = t.outcome;
	fact(d, EVENT_VOTE_CORRECTED)->vote_corrected = c;
	return true;
}

static bool void_vote(struct deciding *d)
{
	const struct vote_void *arg = &d->c->arg.vote_void;
	const struct vote *vote, *last = session_vote(d->s, d->s->last_vote);

	if (arg->vote.item || !d->s->open_vote.item)
		vote = vote_meant(d, arg->vote);
	else if (last && last->state == VOTE_IS_CLOSED)
		return refuse_which(d, last->id);
	else
		vote = session_open_vote(d->s);
	if (!vote)
		return false;
	if (!arg->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	if (!motion_vote_may_turn(d, vote))
		return false;
	fact(d, EVENT_VOTE_VOIDED)->vote_voided = (struct vote_reason){vote->id, arg->reason};
	return true;
}

/* After the sitting a closed vote may still be corrected, until the freeze. */
bool can_mend(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (!d->s->last_vote.item && !d->s->open_vote.item)
		return refuse(d, "no-vote", TEXT("No vote was taken yet."));
	return true;
}

static bool can_announce(struct deciding *d)
{
	if (!can_mend(d))
		return false;
	if (!d->s->last_vote.item)
		return refuse(d, "vote-open", TEXT("A vote is open: close it first."));
	if (!session_unannounced(d->s))
		return refuse(d, "announced", TEXT("This result was already announced."));
	return true;
}

const struct decider deciders_result[CMD_COUNT] = {
	[CMD_VOTE_ANNOUNCE] = {can_announce, announce, true},
	[CMD_VOTE_CORRECT] = {can_mend, correct},
	[CMD_VOTE_VOID] = {can_mend, void_vote},
};
