/* Deciding: votes, from their opening to the close. The result is computed by the rule from what
 * was marked or counted, never typed. */
#include "model/deciding.h"
#include "model/roll.h"

#include "model/ballot.h"
#include "model/budget.h"
#include "model/motion.h"
#include "model/presence.h"

struct numbers vote_voters(struct deciding *d, int64_t key)
{
	int32_t *list = ARENA_ARRAY(d->a, int32_t, d->s->seats.n + 1);

	return (struct numbers){list, session_entitled_list(d->s, key, list)};
}

/* The open item as a whole can be voted. */
static bool can_whole(struct deciding *d)
{
	const struct item *item;

	if (!can_item(d))
		return false;
	item = session_item(d->s, d->s->open_item);
	if (!item->presented)
		return refuse(d, "not-presented",
			TEXT("The vote waits for the item to be presented; Enter records it."));
	if (!elections_over(d, item))
		return false;
	if (item->is.kind == ITEM_ELECTION && !item_election(item) && !item->noted)
		return refuse(d, "election-first",
			TEXT("An election begins with its post and its candidates: Enter opens "
			     "the form."));
	if (item_decided(item))
		return refuse(d, "decided",
			TEXT("This item is already decided; a vote can be voided and repeated."));
	if (vote_voters(d, item->is.item).n == 0)
		return refuse(d, "nobody", TEXT("Nobody is present who could vote."));
	return true;
}

/* While a motion waits there is something to vote, whatever becomes of the item. */
static bool can_vote(struct deciding *d)
{
	if (!can_treat(d))
		return false;
	if (!motion_next(d->s, d->a))
		return can_whole(d);
	if (session_count(d->s, PRESENCE_HERE) == 0)
		return refuse(d, "nobody", TEXT("Nobody is present who could vote."));
	return true;
}

/* What is voted: a motion, or the open item as a whole with the words as they stand. */
static bool what_is_voted(struct deciding *d, const struct vote_open *c, int64_t *key,
	int64_t *motion, struct both *text)
{
	*motion = c->motion;
	if (c->motion && c->chapter.n)
		return refuse(d, "two-matters",
			TEXT("A vote is on a motion or on a chapter, not on both."));
	if (c->motion)
		return motion_to_vote(d, c->motion, c->item, key, text);
	/* A chapter that is named waits for what touches it, not for other motions. */
	if ((!c->chapter.n || str_is(c->chapter, "whole")) && !motions_may_lapse(d))
		return false;
	*key = can_whole(d) ? open_item_key(d, c->item) : 0;
	if (!*key)
		return false;
	*text = (struct both){{0}, {0}};
	if (!budget_put(d, session_item(d->s, *key), motion))
		return false;
	if (!*motion)
		*text = whole_text(d->s, session_item(d->s, *key));
	return true;
}

static int32_t next_vote(const struct session *s, int64_t key)
{
	const struct item *item = session_item(s, key);

	return item ? (int32_t)item->votes.n + 1 : 1;
}

/* The rule wants a tie to be voted on a second time: this is that time, and there is no third. */
static bool second_vote(const struct vote *first)
{
	return first && first->state == VOTE_IS_CLOSED && first->outcome == OUTCOME_TIE_AGAIN;
}

const struct vote *vote_latest_on(const struct session *s, int64_t motion, int64_t key)
{
	const struct motion *moved = session_motion(s, motion);

	/* A chapter is put by the vote itself: then it is not there yet. */
	if (motion)
		return moved ? motion_vote(s, moved) : NULL;
	return item_vote(session_item(s, key));
}

bool votes_are_weighed(struct deciding *d)
{
	return d->s->rules.weights &&
	       !refuse(d, "weighed",
		       TEXT("The votes of the members are weighed: hands and papers count the "
			    "same. Vote by name."));
}

struct vote_opened *open_vote_fact(
	struct deciding *d, int64_t key, int64_t motion, enum vote_kind kind)
{
	const struct rules *rules = &d->s->rules;
	const struct item *item = session_item(d->s, key);
	/* Majorities of a kind are for what is decided on the item, not for its motions. */
	const struct majority *majority = motion && !motion_is_chapter(motion)
						  ? &rules->majority
						  : &rules->by_kind[item->is.kind];
	const struct vote *before = vote_latest_on(d->s, motion, key);
	bool by_number = majority->share.count > 0;
	bool chapters = !motion && rules->budget_mode == BUDGET_CHAPTERS &&
			item->is.kind == ITEM_BUDGET &&
			(!item->lines.n || budget_refused(d->s, item, d->a));
	bool asked, missing = quorum_missing(d, &asked);
	/* A secret ballot under a public rule has its own question, and a reason. */
	bool unusual =
		kind != VOTE_SECRET && ballot_unusual(d->s, kind, session_motion(d->s, motion));
	/* A block of items may be the first of the agenda that is treated. */
	bool agenda = !motion && motion_agenda_unadopted(d->s);
	struct str warned = STR("");
	struct vote_opened *o;

	if (asked || (agenda && !agenda_may_begin(d)) || !floor_is_clear(d) ||
		((kind == VOTE_HANDS || kind == VOTE_SECRET) && votes_are_weighed(d)))
		return NULL;
	if (!motion && (!account_may_be_voted(d, item, &warned) ||
			       !dismissal_may_be_voted(d, item, &warned)))
		return NULL;
	if (chapters &&
		!ask(d, "by-chapter",
			MSG("The rules have a budget voted chapter by chapter ({rule}). Put it to "
			    "the vote as a whole? The minutes will say so.",
				a_rule(d, rules, RULE_BUDGET_MODE))))
		return NULL;
	if (unusual && !ballot_as_usual(d))
		return NULL;
	if (missing || session_sitting(d->s)->quorum_waived)
		add_rule_key(d, &warned, rules_quorum_key(rules));
	if (chapters)
		add_rule_key(d, &warned, RULE_BUDGET_MODE);
	if (unusual)
		add_rule_key(d, &warned, RULE_VOTE_MODE);
	if (agenda)
		add_rule_key(d, &warned, RULE_AGENDA_VOTE);
	o = &fact(d, EVENT_VOTE_OPENED)->vote_opened;
	*o = (struct vote_opened){
		.vote = {(int32_t)key, next_vote(d->s, key)},
		.kind = kind,
		.voters = vote_voters(d, key),
		.base = by_number ? (int)BASE_FIXED : majority->base,
		.tie = second_vote(before) ? (int)TIE_REJECTED : rules->tie,
		.threshold_num = by_number ? 1 : majority->share.num,
		.threshold_den = by_number ? 1 : majority->share.den,
		.at_least = by_number || majority->share.at_least,
		.fixed = majority->share.count,
		.warned = warned,
	};
	return o;
}

static struct vote_opened *put_to_vote(struct deciding *d, enum vote_kind kind)
{
	const struct vote_open *c = &d->c->arg.vote_open;
	struct vote_opened *o;
	struct numbers bare = {NULL, 0};
	struct both text;
	int64_t key, motion;

	if (!what_is_voted(d, c, &key, &motion, &text) ||
		(!motion && !vote_bare_one(d, (int32_t)key, &bare)))
		return NULL;
	o = open_vote_fact(d, key, motion, kind);
	if (!o || (kind == VOTE_SECRET && !ballot_secret_allowed(d, c->reason)))
		return NULL;
	o->reason = kind == VOTE_SECRET ? c->reason : STR("");
	o->motion = motion;
	o->bare = bare;
	o->text_ar = text.ar;
	o->text_fr = text.fr;
	return o;
}

static bool roll_call_wrong(struct deciding *d, struct numbers here)
{
	const struct vote_open *c = &d->c->arg.vote_open;

	if (c->first && c->letter.n)
		return refuse(d, "two-starts",
			TEXT("A roll call begins with a seat or with a letter, not with both."));
	if (c->letter.n && !roll_is_letter(c->letter, d->a))
		return refuse(d, "bad-letter", TEXT("The letter drawn is one letter."));
	if (c->first && !numbers_have(here, (int32_t)c->first))
		return refuse_voter(d, c->first);
	return true;
}

static bool open_roll_call(struct deciding *d)
{
	const struct vote_open *c = &d->c->arg.vote_open;
	struct roll_how how = {.calling = (enum calling)c->order,
		.first = c->first,
		.letter = c->letter,
		.last = c->chair_last ? session_sitting(d->s)->chair : 0};
	struct vote_opened *o;
	int32_t *order;

	if (c->first > 0 || c->letter.n) {
		if (!roll_call_wrong(d, vote_voters(d, d->s->open_item)))
			return false;
	}
	o = put_to_vote(d, VOTE_ROLL_CALL);
	if (!o)
		return false;
	if (c->letter.n) /* a letter says that names are called */
		how.calling = CALLED_BY_NAME;
	order = arena_copy(d->a, o->voters.at, o->voters.n * sizeof *order);
	roll_sort(d->s, &how, order, o->voters.n, d->a);
	o->order = (struct numbers){order, o->voters.n};
	o->calling = (int)how.calling;
	o->first = c->first;
	o->letter = c->letter;
	o->chair_last = c->chair_last;
	return true;
}

static bool open_vote(struct deciding *d)
{
	const struct vote_open *c = &d->c->arg.vote_open;
	enum vote_kind kind = (enum vote_kind)c->kind;

	if (kind == VOTE_ROLL_CALL)
		return open_roll_call(d);
	if (c->order || c->first || c->letter.n || c->chair_last)
		return refuse(d, "not-roll-call",
			TEXT("Only a roll call has an order: choose kind=roll-call."));
	if (kind == VOTE_UNANIMOUS)
		return refuse(d, "bad-kind",
			TEXT("Unanimity is recorded at once, without opening a vote: choose "
			     "another "
			     "kind here."));
	return put_to_vote(d, kind) != NULL;
}

void vote_close_fact(struct deciding *d, struct vote_id id, struct ballots b, struct tally t)
{
	fact(d, EVENT_VOTE_CLOSED)->vote_closed = (struct vote_closed){
		.vote = id,
		.votes_for = b.votes_for,
		.against = b.against,
		.abstain = b.abstain,
		.voters = t.voters,
		.needed = t.needed,
		.outcome = t.outcome,
	};
}

void unanimous_facts(struct deciding *d, const struct vote_opened *o)
{
	struct poll poll = {.votes = {0, 0, 0}};

	poll.votes.votes_for = poll.entitled = session_weights(d->s, o->voters);
	poll.present = poll.entitled + presence_barred(d->s, o->vote.item);
	poll.in_office = session_votes_in_office(d->s) - presence_lowered(d->s, o->vote.item);
	fact(d, EVENT_VOTE_ALL_MARKED)->vote_all_marked = (struct vote_stance){o->vote, VALUE_FOR};
	vote_close_fact(d, o->vote, poll.votes, vote_poll(&poll, vote_opened_rule(o), VALUE_FOR));
}

static bool unanimous(struct deciding *d)
{
	const struct vote_opened *o = put_to_vote(d, VOTE_UNANIMOUS);

	if (!o)
		return false;
	unanimous_facts(d, o);
	return true;
}

static bool can_mark(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (!d->s->open_vote.item)
		return refuse(d, "no-open-vote", TEXT("No vote is open."));
	return true;
}

static bool can_mark_all(struct deciding *d)
{
	return can_mark(d) &&
	       (session_open_vote(d->s)->kind != VOTE_SECRET || ballot_refuse_secret(d));
}

/* What somebody voted already stays: "all" are those whose vote is still missing. */
static bool mark_rest(struct deciding *d, const struct vote *vote, int value)
{
	int32_t *rest = ARENA_ARRAY(d->a, int32_t, vote->voters.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < vote->voters.n; i++) {
		if (vote->marks[i] == VALUE_NONE)
			rest[n++] = vote->voters.at[i];
	}
	if (n == 0)
		return refuse(d, "all-marked",
			TEXT("Everybody has a vote already; type a number to change one."));
	fact(d, EVENT_VOTE_MARKED)->vote_marked = (struct vote_marked){vote->id, {rest, n}, value};
	return true;
}

static bool mark_all(struct deciding *d)
{
	const struct vote *vote = session_open_vote(d->s);
	int value = d->c->arg.vote_all.value;
	int64_t n = (int64_t)vote->voters.n;

	if (vote->kind == VOTE_HANDS) {
		fact(d, EVENT_VOTE_COUNTED)->vote_counted = (struct vote_counted){
			.vote = vote->id,
			.votes_for = value == VALUE_FOR ? n : 0,
			.against = value == VALUE_AGAINST ? n : 0,
			.abstain = value == VALUE_ABSTAIN ? n : 0,
		};
		return value != VALUE_NONE ||
		       refuse(d, "no-value", TEXT("Say for, against or abstain."));
	}
	if (vote_missing(vote) == n || value == VALUE_NONE) {
		fact(d, EVENT_VOTE_ALL_MARKED)->vote_all_marked =
			(struct vote_stance){vote->id, value};
		return true;
	}
	return mark_rest(d, vote, value);
}

/* The item a vote is about now: open, else the one voted last. */
static int64_t matter_of(const struct session *s)
{
	if (session_voting(s))
		return s->open_vote.item ? s->open_vote.item : s->open_election.item;
	return s->open_item ? s->open_item : s->last_vote.item;
}

/* NUMBER is kept out of the vote by what it is about. */
static bool refuse_barred(struct deciding *d, int64_t number)
{
	const struct vote *vote = session_open_vote(d->s);
	struct arg who = A_MSG("who", message_keep(d->a, seat_message(d, number)));

	if (session_recused(d->s, matter_of(d->s), number))
		return refuse(d, "recused",
			MSG("{who} is recused for this item and does not vote.", who));
	if (!vote && !session_voting(d->s))
		vote = session_vote(d->s, d->s->last_vote);
	if (vote && session_barred_by_account(d->s, vote, number))
		return refuse(d, "own-account",
			MSG("{who} takes no part in the vote on the president's own account "
			    "({rule}).",
				who, a_rule(d, &d->s->rules, RULE_ACCOUNT_CHAIR)));
	return true;
}

bool refuse_voter(struct deciding *d, int64_t number)
{
	const struct seat *seat = session_seat(d->s, number);
	size_t n = d->s->seats.n;

	if (!seat)
		return refuse(d, "unknown-member",
			MSG("No member no. {n}; numbers run from {first} to {last}.",
				A_SEAT("n", number),
				A_SEAT("first", d->s->seats.at[0].member.number),
				A_SEAT("last", d->s->seats.at[n - 1].member.number)));
	if (!refuse_barred(d, number))
		return false;
	if (seat->presence == PRESENCE_REMOTE && !presence_votes(d->s, PRESENCE_REMOTE))
		return refuse(d, "remote",
			MSG("{who} follows from afar and has no vote under the rules of this "
			    "session.",
				A_MSG("who", message_keep(d->a, seat_message(d, number)))));
	if (presence_votes(d->s, seat->presence))
		return refuse(d, "came-later",
			MSG("{who} arrived after the vote was opened and takes part in the next "
			    "one.",
				A_MSG("who", message_keep(d->a, seat_message(d, number)))));
	if (seat->presence == PRESENCE_LEFT)
		return refuse(d, "not-here",
			MSG("{who} has been away since {time} and does not vote; record the "
			    "arrival first.",
				A_MSG("who", message_keep(d->a, seat_message(d, number))),
				A_TIME("time", seat->since)));
	return refuse(d, "not-here",
		MSG("{who} is not present and does not vote; record the arrival first.",
			A_MSG("who", message_keep(d->a, seat_message(d, number)))));
}

/* MEMBERS and those whose proxies they hold: a proxy is marked with the holder's own vote until it
 * is marked apart. */
static struct numbers with_proxies(
	struct deciding *d, const struct vote *vote, struct numbers members)
{
	int32_t *list = ARENA_ARRAY(d->a, int32_t, members.n + vote->voters.n);
	size_t n = members.n;

	if (!d->s->proxies.n)
		return members;
	for (size_t i = 0; i < members.n; i++)
		list[i] = members.at[i];
	for (size_t i = 0; i < vote->voters.n; i++) {
		int32_t holder = vote->holders[i];

		if (holder && numbers_have(members, holder) &&
			!numbers_have(members, vote->voters.at[i]) &&
			(vote->marks[i] == VALUE_NONE || vote->marks[i] == vote_mark(vote, holder)))
			list[n++] = vote->voters.at[i];
	}
	return (struct numbers){list, n};
}

/* A number the chair repeats changes no vote: nothing of MARKED is new. */
static bool marks_same(struct deciding *d, const struct vote *vote, struct numbers marked)
{
	static const struct message sides[] = {[VALUE_FOR] = {.id = CTX("vote", "for")},
		[VALUE_AGAINST] = {.id = CTX("vote", "against")},
		[VALUE_ABSTAIN] = {.id = CTX("vote", "abstaining")}};
	int value = d->c->arg.vote_cast.value;
	struct arg who = A_MSG("who", message_keep(d->a, seat_message(d, marked.at[0])));

	for (size_t i = 0; i < marked.n; i++) {
		if (!vote_has(vote, marked.at[i]) ||
			vote_mark(vote, marked.at[i]) != (enum vote_value)value)
			return false;
	}
	(void)refuse(d, "same",
		marked.n > 1 || value == VALUE_NONE
			? MSG("{who} is already noted so.", who)
			: MSG("{who}: already “{side}”; a letter and the number change it.", who,
				  A_MSG("side", &sides[value])));
	return true;
}

static bool cast(struct deciding *d)
{
	const struct vote_cast *c = &d->c->arg.vote_cast;
	const struct vote *vote = session_open_vote(d->s);
	struct numbers marked;

	if (vote->kind == VOTE_SECRET)
		return ballot_refuse_secret(d);
	if (!vote_by_name(vote))
		return refuse(
			d, "not-named", TEXT("This vote is by show of hands: count, do not name."));
	if (!members_named(d, c->members))
		return false;
	if (c->value == VALUE_NONE) { /* nobody joins to have no mark */
		for (size_t i = 0; i < c->members.n; i++) {
			if (!vote_has(vote, c->members.at[i]))
				return refuse_voter(d, c->members.at[i]);
		}
	}
	marked = with_proxies(d, vote, c->members);
	if (marks_same(d, vote, marked) || !voters_join(d, c->members))
		return false;
	fact(d, EVENT_VOTE_MARKED)->vote_marked = (struct vote_marked){vote->id, marked, c->value};
	return true;
}

/* Figures not given stay as counted before; "for" not given is the rest of the voters. */
static bool count(struct deciding *d)
{
	const struct vote_count *c = &d->c->arg.vote_count;
	const struct vote *vote = session_open_vote(d->s);
	int64_t n = (int64_t)vote->voters.n, against, abstain, votes_for;
	bool rest = c->votes_for < 0 && (!vote->counted || vote->remainder);

	if (vote->kind == VOTE_SECRET)
		return ballot_refuse_secret(d);
	if (vote->kind != VOTE_HANDS)
		return refuse(
			d, "not-hands", TEXT("This vote is by name: enter the members' votes."));
	against = c->against >= 0 ? c->against : vote->counted ? vote->ballots.against : 0;
	abstain = c->abstain >= 0 ? c->abstain : vote->counted ? vote->ballots.abstain : 0;
	votes_for = c->votes_for >= 0 ? c->votes_for
		    : rest            ? n - against - abstain
				      : vote->ballots.votes_for;
	if (against + abstain > n || votes_for + against + abstain > n)
		return refuse(d, "too-many",
			MSG("Sum {sum}, voters {voters}: more votes than voters; correct one "
			    "figure.",
				A_INT("sum", (votes_for > 0 ? votes_for : 0) + against + abstain),
				A_INT("voters", n)));
	fact(d, EVENT_VOTE_COUNTED)->vote_counted =
		(struct vote_counted){vote->id, votes_for, against, abstain, rest};
	return true;
}

static bool side(struct deciding *d)
{
	const struct vote *vote = session_open_vote(d->s);

	if (!vote_by_figures(vote))
		return refuse(d, "side-known",
			TEXT("In a vote by name the chair's side is the chair's own vote."));
	if (!vote->counted || !session_tally(d->s, vote).needs_side)
		return refuse(d, "no-tie", TEXT("The chair's side is asked for only in a tie."));
	if (d->c->arg.vote_side.value == VALUE_NONE)
		return refuse(d, "no-value", TEXT("Say for, against or abstain."));
	if (!ballot_side_fits(d, vote, vote->ballots, d->c->arg.vote_side.value))
		return false;
	fact(d, EVENT_VOTE_SIDED)->vote_sided =
		(struct vote_stance){vote->id, d->c->arg.vote_side.value};
	return true;
}

/* "Still missing: 07 Berrada, 12 Idrissi": at most eight names. */
static bool refuse_missing(struct deciding *d, const struct vote *vote)
{
	struct message *names = ARENA_ARRAY(d->a, struct message, 8);
	size_t n = 0;

	for (size_t i = 0; i < vote->voters.n && n < 8; i++) {
		if (vote->marks[i] == VALUE_NONE)
			names[n++] = seat_message(d, vote->voters.at[i]);
	}
	return refuse(d, "missing",
		MSGN_WITH("{n} vote is still missing: {names}; enter it or record the departure.",
			"{n} votes are still missing: {names}; enter them or record the "
			"departures.",
			vote_missing(vote), A_LIST("names", names, n)));
}

/* Abstentions where the rules know none are asked about; no id: nothing to ask. */
static struct message abstained(const struct deciding *d, int64_t n)
{
	return n && !d->s->rules.abstention
		       ? MSG("Abstentions: {n}. The rules of this session know none ({rule}). "
			     "Close the vote all the same? The minutes will say so.",
				 A_INT("n", n), a_rule(d, &d->s->rules, RULE_ABSTENTION))
		       : NO_MESSAGE;
}

static bool close_vote(struct deciding *d)
{
	const struct vote *vote = session_open_vote(d->s);
	struct ballots b = vote_ballots(vote);
	struct tally t;

	if (vote->kind == VOTE_SECRET)
		return ballot_close(d, vote);
	if (vote->kind == VOTE_HANDS && !vote->counted)
		return refuse(d, "not-counted",
			TEXT("Nothing is counted yet: enter against and abstentions, or = for "
			     "all."));
	if (vote->kind != VOTE_HANDS && vote_missing(vote))
		return refuse_missing(d, vote);
	if (vote->kind == VOTE_HANDS && !ballot_hands_add_up(d, b, (int64_t)vote->voters.n))
		return false;
	t = session_tally(d->s, vote);
	if (t.needs_side && vote->kind == VOTE_HANDS && vote->side == VALUE_NONE)
		return refuse(d, "tie",
			MSG("Tie {for} to {against}: give the side of the chair's own vote.",
				A_INT("for", b.votes_for), A_INT("against", b.against)));
	if (!quorum_lets_close(d, "abstention", abstained(d, b.abstain)))
		return false;
	vote_close_fact(d, vote->id, b, t);
	return true;
}

const struct decider deciders_vote[CMD_COUNT] = {
	[CMD_VOTE_OPEN] = {can_vote, open_vote},
	[CMD_VOTE_UNANIMOUS] = {can_vote, unanimous, true},
	[CMD_VOTE_ALL] = {can_mark_all, mark_all},
	[CMD_VOTE_CAST] = {can_mark, cast},
	[CMD_VOTE_COUNT] = {can_mark, count},
	[CMD_VOTE_SIDE] = {can_mark, side},
	[CMD_VOTE_CLOSE] = {can_mark, close_vote, true},
};
