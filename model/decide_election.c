/* Deciding: an election goes on: papers and choices, the result of a round, what breaks a tie. */
#include "model/deciding.h"

static bool can_round(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (!d->s->open_election.item)
		return refuse(d, "no-round", TEXT("No round of an election is open."));
	return true;
}

static bool runs(const struct election_round *r, int64_t candidate)
{
	return numbers_have((struct numbers){r->running.at, r->running.n}, (int32_t)candidate);
}

static bool refuse_candidate(struct deciding *d, const struct election_round *r, int64_t k)
{
	return refuse(d, "not-candidate",
		MSG("There is no candidate {n}; {count} stand, 0 is a blank paper.", A_INT("n", k),
			A_INT("count", (int64_t)r->running.n)));
}

/* Those who have not chosen yet. */
static struct numbers undecided(struct deciding *d, const struct election_round *r)
{
	int32_t *at = ARENA_ARRAY(d->a, int32_t, r->voters.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < r->voters.n; i++) {
		if (r->choices[i] == CHOICE_NONE)
			at[n++] = r->voters.at[i];
	}
	return (struct numbers){at, n};
}

static bool refuse_no_voter(struct deciding *d, int64_t member)
{
	return refuse(d, "not-voter",
		MSG("{who} was not present when the round was opened and does not vote in it.",
			A_MSG("who", message_keep(d->a, seat_message(d, member)))));
}

/* A blank paper is a choice like others: nobody is given one unasked. */
static bool said_choice(struct deciding *d, int64_t choice)
{
	return choice >= 0 ||
	       refuse(d, "no-choice",
		       TEXT("Say the candidate’s number of order, or 0 for a blank paper."));
}

/* A number the chair repeats changes no choice. */
static bool choices_same(struct deciding *d, const struct election *e, struct numbers members)
{
	const struct election_mark *c = &d->c->arg.election_mark;
	const struct election_round *r = election_round(e);
	int64_t choice = c->none ? CHOICE_NONE : c->choice;
	struct arg who = A_MSG("who", message_keep(d->a, seat_message(d, members.at[0])));
	struct message what;

	for (size_t i = 0; i < members.n; i++) {
		if (!round_voter(r, members.at[i]) || round_choice(r, members.at[i]) != choice)
			return false;
	}
	what = choice == CHOICE_BLANK  ? (struct message){.id = CTX("choice", "blank")}
	       : choice == CHOICE_NONE ? NO_MESSAGE
				       : election_candidate(d->s, e, choice, d->a);
	(void)refuse(d, "same",
		members.n > 1 || !what.id
			? MSG("{who} is already noted so.", who)
			: MSG("{who}: already {choice}; choose anew, then the number.", who,
				  A_MSG("choice", message_keep(d->a, what))));
	return true;
}

static bool mark(struct deciding *d)
{
	const struct election_mark *c = &d->c->arg.election_mark;
	const struct election *e = session_open_election(d->s);
	const struct election_round *r = election_round(e);
	struct numbers members = c->members;

	if (e->is.secret)
		return refuse(
			d, "secret", TEXT("This ballot is secret: only its totals are recorded."));
	if (!c->none && !said_choice(d, c->choice))
		return false;
	if (!c->none && c->choice != CHOICE_BLANK && !runs(r, c->choice))
		return refuse_candidate(d, r, c->choice);
	if (members.n == 0) {
		members = undecided(d, r);
		if (members.n == 0)
			return refuse(d, "all-marked",
				TEXT("Everybody has a vote already; type a number to change one."));
	}
	if (!members_named(d, members))
		return false;
	for (size_t i = 0; i < members.n; i++) {
		if (!seat_or_refuse(d, members.at[i]))
			return false;
		if (c->none && !round_voter(r, members.at[i]))
			return refuse_no_voter(d, members.at[i]);
	}
	if (choices_same(d, e, members) || !voters_join(d, members))
		return false;
	fact(d, EVENT_ELECTION_MARKED)->election_marked = (struct election_marked){
		e->id, members, c->none ? CHOICE_BLANK : c->choice, c->none};
	return true;
}

bool election_announced(struct deciding *d)
{
	if (session_election_unannounced(d->s))
		return refuse_not_announced(d);
	return true;
}

bool election_holds(struct deciding *d, int64_t member)
{
	const struct election *e = session_open_election(d->s);

	if (!e || round_choice(election_round(e), member) == CHOICE_NONE)
		return false;
	(void)refuse(d, "has-voted",
		MSG("{who} has voted in the open vote: close it or take the mark back first.",
			A_MSG("who", message_keep(d->a, seat_message(d, member)))));
	return true;
}

/* --- counting --- */

/* Papers C of a secret round; false after refusing. */
static bool papers(struct deciding *d, const struct election_round *r,
	const struct election_count *c, struct election_counted *out)
{
	int64_t sum = c->blank + c->spoiled, voters = (int64_t)r->voters.n;

	if (c->votes.n != r->running.n)
		return refuse(d, "figures",
			MSG("{n} candidates stand: give the papers for each, in their order.",
				A_INT("n", (int64_t)r->running.n)));
	for (size_t i = 0; i < c->votes.n; i++)
		sum += c->votes.at[i];
	out->issued = c->issued >= 0 ? c->issued : voters;
	out->found = c->found >= 0 ? c->found : sum;
	out->blank = c->blank;
	out->spoiled = c->spoiled;
	out->votes = c->votes;
	if (!ballot_papers_possible(d, voters, out->issued, out->found))
		return false;
	if (sum != out->found)
		return refuse(d, "papers",
			MSG("The papers make {sum}, found are {found}: off by {off}; correct one "
			    "figure.",
				A_INT("sum", sum), A_INT("found", out->found),
				A_INT("off",
					sum > out->found ? sum - out->found : out->found - sum)));
	return true;
}

static bool choices(struct deciding *d, const struct election *e, struct election_counted *out)
{
	const struct election_count *c = &d->c->arg.election_count;
	const struct election_round *r = election_round(e);
	struct round_ballots b = round_ballots(e, r, d->a);
	int64_t missing = round_missing(e, r);

	if (c->votes.n || c->issued >= 0 || c->found >= 0 || c->blank || c->spoiled)
		return refuse(d, "not-secret",
			TEXT("This vote is public: there are no papers to count."));
	if (missing)
		return refuse(d, "missing",
			MSGN("{n} choice is still missing: enter it or record the departure.",
				"{n} choices are still missing: enter them or record the "
				"departures.",
				missing));
	out->issued = out->found = round_voices(r);
	out->blank = b.blank;
	out->votes = b.votes;
	return true;
}

/* What the figures of C give. */
static void result_of(const struct election_round *r, struct election_counted *c)
{
	struct round_ballots b = {c->votes, c->blank, c->spoiled, round_voices(r), r->in_office};
	struct round_result result = election_result(&b, r->majority, r->base, r->last);

	c->needed = result.needed;
	c->outcome = result.outcome;
	c->elected = result.outcome == ROUND_ELECTED ? r->running.at[result.winner] : 0;
}

static bool count(struct deciding *d)
{
	const struct election *e = session_open_election(d->s);
	const struct election_round *r = election_round(e);
	struct election_counted c = {.election = e->id, .round = r->n};

	if (!(e->is.secret ? papers(d, r, &d->c->arg.election_count, &c) : choices(d, e, &c)))
		return false;
	if (!quorum_lets_close(d, NULL, NO_MESSAGE))
		return false;
	result_of(r, &c);
	fact(d, EVENT_ELECTION_COUNTED)->election_counted = c;
	return true;
}

/* --- announcing, correcting --- */

/* The newest election of any item: the one that is not over, or ended last. */
static const struct election *newest(const struct session *s)
{
	const struct election *found = NULL;

	for (size_t i = 0; i < s->items.n; i++) {
		const struct election *e = item_election(&s->items.at[i]);

		if (e && (!found || election_round(e)->n_opened > election_round(found)->n_opened))
			found = e;
	}
	return found;
}

static bool can_void(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (!newest(d->s))
		return refuse(d, "no-election", TEXT("No election was held yet."));
	return true;
}

/* The election ID, or the newest; NULL after refusing. */
static const struct election *meant(struct deciding *d, struct vote_id id)
{
	const struct election *e = newest(d->s);

	if (id.item)
		e = session_election(
			d->s, (struct vote_id){(int32_t)session_agenda_key(d->s, id.item), id.n});
	if (!e) {
		(void)refuse(d, "unknown-election", TEXT("There is no such election."));
		return NULL;
	}
	if (e->state == ELECTION_IS_VOID) {
		(void)refuse(d, "void", TEXT("That vote is void."));
		return NULL;
	}
	return e;
}

/* … and its newest round was counted. */
static const struct election *counted(struct deciding *d, struct vote_id id)
{
	const struct election *e = meant(d, id);

	if (e && !election_round(e)->counted) {
		(void)refuse(d, "round-open", TEXT("The round is open: count it first."));
		return NULL;
	}
	return e;
}

static bool can_announce(struct deciding *d)
{
	if (!can_void(d))
		return false;
	if (d->s->open_election.item)
		return refuse(d, "round-open", TEXT("The round is open: count it first."));
	if (!session_election_unannounced(d->s))
		return refuse(d, "announced", TEXT("This result was already announced."));
	return true;
}

static bool announce(struct deciding *d)
{
	const struct election *e = counted(d, d->c->arg.election_announce.election);

	if (!e)
		return false;
	if (election_round(e)->announced)
		return refuse(d, "announced", TEXT("This result was already announced."));
	fact(d, EVENT_ELECTION_ANNOUNCED)->election_announced =
		(struct election_ref){e->id, election_round(e)->n};
	return true;
}

static bool can_correct(struct deciding *d)
{
	if (!can_void(d))
		return false;
	return counted(d, (struct vote_id){0, 0}) != NULL;
}

static bool correct_choice(struct deciding *d, const struct election *e,
	struct election_corrected *m, struct election_counted *c)
{
	const struct election_correct *arg = &d->c->arg.election_correct;
	const struct election_round *r = election_round(e);
	int32_t *votes = arena_copy(d->a, r->is.votes.at, r->is.votes.n * sizeof *votes);
	int32_t was, weight;

	if (arg->votes.n || arg->issued >= 0 || arg->found >= 0 || arg->blank >= 0 ||
		arg->spoiled >= 0)
		return refuse(d, "not-secret",
			TEXT("This vote is public: there are no papers to count."));
	if (!arg->member)
		return refuse(d, "no-member", TEXT("Say whose choice was wrong."));
	if (!seat_or_refuse(d, arg->member))
		return false;
	if (!round_voter(r, arg->member))
		return refuse_no_voter(d, arg->member);
	if (!said_choice(d, arg->choice))
		return false;
	if (arg->choice != CHOICE_BLANK && !runs(r, arg->choice))
		return refuse_candidate(d, r, arg->choice);
	was = round_choice(r, arg->member);
	if (was == arg->choice)
		return refuse(d, "same",
			MSG("{who} is already noted so.",
				A_MSG("who", message_keep(d->a, seat_message(d, arg->member)))));
	weight = round_weight(r, arg->member);
	for (size_t i = 0; i < r->running.n; i++) {
		votes[i] -= r->running.at[i] == was ? weight : 0;
		votes[i] += r->running.at[i] == arg->choice ? weight : 0;
	}
	c->blank += ((arg->choice == CHOICE_BLANK) - (was == CHOICE_BLANK)) * weight;
	c->votes = (struct numbers){votes, r->is.votes.n};
	m->member = arg->member;
	m->choice = arg->choice;
	return true;
}

static bool correct_papers(struct deciding *d, const struct election *e, struct election_counted *c)
{
	const struct election_correct *arg = &d->c->arg.election_correct;
	struct election_counted was = election_round(e)->is;
	struct election_count papers_now = {
		.issued = arg->issued >= 0 ? arg->issued : was.issued,
		.found = arg->found >= 0 ? arg->found : was.found,
		.blank = arg->blank >= 0 ? arg->blank : was.blank,
		.spoiled = arg->spoiled >= 0 ? arg->spoiled : was.spoiled,
		.votes = arg->votes.n ? arg->votes : was.votes,
	};

	if (arg->member || arg->choice >= 0)
		return refuse(
			d, "secret", TEXT("This ballot is secret: only its totals are recorded."));
	if (!papers(d, election_round(e), &papers_now, c))
		return false;
	for (size_t i = 0; i < was.votes.n; i++) {
		if (was.votes.at[i] != c->votes.at[i])
			return true;
	}
	if (was.issued == c->issued && was.found == c->found && was.blank == c->blank &&
		was.spoiled == c->spoiled)
		return refuse(d, "same", TEXT("These are the figures as they are already noted."));
	return true;
}

/* What came after the count rests on it: it is taken back first. */
static bool nothing_rests_on(struct deciding *d, const struct election *e)
{
	const struct election_round *r = election_round(e);

	if (e->by_ladder)
		return refuse(d, "tie-decided",
			TEXT("The tie of this round was decided: take that back first, with F8."));
	for (size_t i = 0; i < r->running.n; i++) {
		if (e->candidates.at[r->running.at[i] - 1].withdrawn)
			return refuse(d, "left-since",
				TEXT("A candidate withdrew after this round: take that back first, "
				     "with F8."));
	}
	return true;
}

static bool correct(struct deciding *d)
{
	const struct election_correct *arg = &d->c->arg.election_correct;
	const struct election *e = counted(d, arg->election);
	struct election_corrected m = {.reason = arg->reason};
	struct election_counted c;

	if (!e || !nothing_rests_on(d, e))
		return false;
	if (!arg->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	c = election_round(e)->is;
	if (!(e->is.secret ? correct_papers(d, e, &c) : correct_choice(d, e, &m, &c)))
		return false;
	result_of(election_round(e), &c);
	/* Another round, or the ladder, needs the assembly at the item. */
	if ((c.outcome == ROUND_NEXT || c.outcome == ROUND_TIE) &&
		(d->s->phase != PHASE_SITTING || d->s->open_item != e->id.item ||
			item_election(session_item(d->s, e->id.item)) != e))
		return refuse(d, "must-go-on",
			TEXT("So corrected, the election would have to go on, and its item is not "
			     "open any more: void the election instead."));
	if (c.elected != e->elected &&
		!ask(d, "turns-round",
			c.elected ? MSG("The correction changes the result: {who} is elected. "
					"Record it?",
					    A_MSG("who",
						    message_keep(d->a, election_candidate(d->s, e,
									       c.elected, d->a))))
				  : TEXT("The correction changes the result: nobody is elected in "
					 "this round. Record it?")))
		return false;
	m.election = e->id;
	m.round = c.round;
	m.issued = c.issued;
	m.found = c.found;
	m.blank = c.blank;
	m.spoiled = c.spoiled;
	m.votes = c.votes;
	m.needed = c.needed;
	m.outcome = c.outcome;
	m.elected = c.elected;
	fact(d, EVENT_ELECTION_CORRECTED)->election_corrected = m;
	return true;
}

/* --- ties, withdrawals, voiding --- */

static bool can_decide(struct deciding *d)
{
	if (!can_item(d))
		return false;
	if (!session_election_in(d->s, ELECTION_IS_TIED))
		return refuse(d, "no-tie", TEXT("No election is tied."));
	return election_announced(d);
}

static bool decide_tie(struct deciding *d)
{
	const struct election_decide *c = &d->c->arg.election_decide;
	const struct election *e = session_election_in(d->s, ELECTION_IS_TIED);
	const struct election_round *r = election_round(e);
	struct round_result result = round_result(e, r, d->a);
	struct str warned = STR("");

	if (!runs(r, c->elected) || round_votes(r, c->elected) != r->is.votes.at[result.winner])
		return refuse(d, "not-tied",
			MSG("Candidate {n} does not share the first place.",
				A_INT("n", c->elected)));
	if (c->by == ELECTION_LOT && !c->note.n)
		return refuse(d, "no-procedure",
			TEXT("Say how the lot was drawn: it stands in the record."));
	if (c->by != ELECTION_LOT && c->note.n)
		return refuse(d, "not-by-lot",
			TEXT("How a lot was drawn is told, but no lot decides here: choose the "
			     "lot, "
			     "or leave that empty."));
	if (!ballot_way_fits(d, c->by, election_by(d->s, e, c->elected, c->by, d->a), &warned))
		return false;
	fact(d, EVENT_ELECTION_DECIDED)->election_decided =
		(struct election_decided){e->id, c->by, c->elected, c->note, warned};
	return true;
}

static bool can_leave(struct deciding *d)
{
	if (!can_item(d))
		return false;
	if (!session_election_in(d->s, ELECTION_WAITS))
		return refuse(d, "no-wait", TEXT("No election waits for another round."));
	return election_announced(d);
}

static bool leave(struct deciding *d)
{
	const struct election_leave *c = &d->c->arg.election_leave;
	const struct election *e = session_election_in(d->s, ELECTION_WAITS);

	if (c->candidate < 1 || (size_t)c->candidate > e->candidates.n ||
		e->candidates.at[c->candidate - 1].withdrawn)
		return refuse_candidate(d, election_round(e), c->candidate);
	fact(d, EVENT_ELECTION_LEFT)->election_left =
		(struct election_left){e->id, c->candidate, c->reason};
	return true;
}

static bool void_election(struct deciding *d)
{
	const struct vote_void *c = &d->c->arg.election_void;
	const struct election *e = meant(d, c->vote);

	if (!e)
		return false;
	if (!c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	fact(d, EVENT_ELECTION_VOIDED)->election_voided = (struct vote_reason){e->id, c->reason};
	return true;
}

const struct decider deciders_election[CMD_COUNT] = {
	[CMD_ELECTION_MARK] = {can_round, mark},
	[CMD_ELECTION_COUNT] = {can_round, count},
	[CMD_ELECTION_ANNOUNCE] = {can_announce, announce, true},
	[CMD_ELECTION_CORRECT] = {can_correct, correct},
	[CMD_ELECTION_DECIDE] = {can_decide, decide_tie},
	[CMD_ELECTION_LEAVE] = {can_leave, leave},
	[CMD_ELECTION_VOID] = {can_void, void_election},
};
