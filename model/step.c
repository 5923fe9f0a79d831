#include "model/step_parts.h"

#include "model/ballot.h"
#include "model/call.h"
#include "model/chair_says.h"
#include "model/floor.h"
#include "model/budget.h"
#include "model/motion.h"
#include "model/describe.h"
#include "model/roll.h"
#include "model/presence.h"
#include "model/secretary.h"
#include "model/rule.h"

struct step step_of(
	enum step_kind kind, enum command_type type, struct message what, struct message chair)
{
	return (struct step){kind, command_of(type), what, chair, NULL};
}

struct step step_with(struct step step, const struct step_way *ways)
{
	step.ways = ways;
	return step;
}

const struct step_way step_vote_ways[] = {
	{'u', N_("unanimity")}, {'v', N_("another kind")}, {'\0', NULL}};

static const struct step_way all_for[] = {{'=', N_("all for")}, {'\0', NULL}};

static struct step step_quorum_lost(void)
{
	return step_of(STEP_CHOICE, CMD_QUORUM_CONTINUE,
		TEXT("Choose: go on, suspend, or close for lack of quorum"),
		TEXT("The quorum is no longer there; I consult the assembly."));
}

/* What was decided once covers no vote where confirmed rules measure the quorum at each. */
static struct step step_quorum_for_vote(void)
{
	return step_of(STEP_CHOICE, CMD_QUORUM_CONTINUE,
		TEXT("No vote without quorum: suspend, close, or note an arrival"),
		TEXT("No vote can be held: the quorum is not there."));
}

/* STEP, which closes what is voted; while the quorum is missing the assembly is asked first. */
static struct step step_closes(const struct session *s, struct step step)
{
	if (!presence_quorum_unsettled(s))
		return step;
	return presence_quorum_stops(s)
		       ? step_of(STEP_CHOICE, CMD_QUORUM_CONTINUE,
				 TEXT("No result without quorum: note who comes back, or void the "
				      "vote"),
				 TEXT("The vote cannot be closed: the quorum is no longer there."))
		       : step_of(STEP_CHOICE, CMD_QUORUM_CONTINUE,
				 TEXT("The quorum is gone: go on, or note who comes back"),
				 TEXT("The quorum is no longer there; I consult the assembly."));
}

/* In the order of the rules; "for" at the end is the rest and is not asked. */
static struct message hands_sentence(const struct rule_list *order, struct arena *a)
{
	static const char *const ask[] = {[VALUE_FOR] = N_("Who votes for?"),
		[VALUE_AGAINST] = N_("Who votes against?"),
		[VALUE_ABSTAIN] = N_("Who abstains?")};
	const struct message *said = NULL;

	for (size_t i = 0; i < order->n; i++) {
		const struct message *next = message_keep(a, TEXT(ask[order->at[i]]));

		if (i + 1 == order->n && order->at[i] == VALUE_FOR && i > 0)
			break;
		said = said ? message_keep(a, MSG("{first} … {second}", A_MSG("first", said),
						      A_MSG("second", next)))
			    : next;
	}
	return said ? MSG("{questions} … Thank you.", A_MSG("questions", said))
		    : TEXT("Who votes against? … Who abstains? … Thank you.");
}

/* Those for are the rest where the hands for come last or are not asked for; asked for before
 * others, they are counted as the others are. */
static struct message hands_entry(const struct rule_list *order, struct arena *a)
{
	static const char *const hands[] = {[VALUE_FOR] = N_("votes for"),
		[VALUE_AGAINST] = N_("votes against"),
		[VALUE_ABSTAIN] = N_("abstentions")};
	struct message *list = ARENA_ARRAY(a, struct message, order->n + 1);
	bool counted = false;

	for (size_t i = 0; i < order->n; i++) {
		list[i] = TEXT(hands[order->at[i]]);
		counted = counted || (order->at[i] == VALUE_FOR && i + 1 < order->n);
	}
	return counted ? MSG("Enter the hands as they are counted: {values}",
				 A_LIST("values", list, order->n))
		       : TEXT("Enter against and abstentions; the rest is for");
}

static struct step step_hands(
	const struct session *s, const struct vote *vote, struct tally t, struct arena *a)
{
	if (!vote->counted || t.voters != (int64_t)vote->voters.n)
		return step_with(
			step_of(STEP_ENTRY, CMD_VOTE_COUNT, hands_entry(&s->rules.hands_order, a),
				hands_sentence(&s->rules.hands_order, a)),
			all_for);
	if (t.needs_side && vote->side == VALUE_NONE)
		return step_of(STEP_CHOICE, CMD_VOTE_SIDE,
			TEXT("Tie: choose the side of the chair's own vote"),
			TEXT("There is a tie."));
	return step_of(STEP_COMMAND, CMD_VOTE_CLOSE, NO_MESSAGE,
		TEXT("No correction? … The vote is closed."));
}

struct message step_close_line(
	enum vote_kind kind, struct ballots b, enum outcome outcome, struct arena *a)
{
	return MSG("Close: {figures} = {outcome}",
		A_MSG("figures", message_keep(a, ballot_totals(kind, b))),
		A_MSG("outcome", message_keep(a, name_label(outcome_names, (int)outcome))));
}

/* The chair's side in a tie is taken down only when the chair declares it. */
static struct step step_papers(const struct vote *vote, struct tally t, struct arena *a)
{
	struct step step;

	if (!vote->counted)
		return step_of(STEP_FORM, CMD_VOTE_BALLOTS,
			TEXT("Count the papers: issued, found, for, against, blank, void"),
			TEXT("We vote by secret ballot; the papers are counted once all have "
			     "voted."));
	step = step_of(STEP_COMMAND, CMD_VOTE_CLOSE,
		step_close_line(VOTE_SECRET, vote->ballots, t.outcome, a),
		t.needs_side && vote->side == VALUE_NONE
			? TEXT("There is a tie.")
			: TEXT("No correction? … The vote is closed."));
	/* The line says what comes of it. */
	if (t.needs_side && vote->side == VALUE_NONE)
		step.command.confirm = STR("tie");
	return step;
}

static struct step step_roll_call(const struct session *s, const struct vote *vote, struct arena *a)
{
	int64_t next = roll_next(vote, vote->last_marked);

	return step_of(STEP_ENTRY, CMD_VOTE_CAST,
		MSGN_WITH("Call {member}: for, against or abstaining ({n} is missing)",
			"Call {member}: for, against or abstaining ({n} are missing)",
			vote_missing(vote),
			A_MSG("member", message_keep(a, describe_member(s, next)))),
		MSG("{name}?", A_BOTH("name", session_seat_name(s, next))));
}

/* What the chair says of the vote that is open: on the item, or on a motion. */
static struct message open_sentence(const struct session *s, const struct vote *vote)
{
	const struct motion *motion = session_motion(s, vote->motion);

	return motion ? motion_sentence((enum motion_kind)motion->is.kind)
		      : TEXT("I put the item to the public vote.");
}

static struct step step_open_vote(const struct session *s, const struct vote *vote, struct arena *a)
{
	struct tally t = session_tally(s, vote);
	struct ballots b = vote_ballots(vote);
	struct step step;

	if (vote->kind == VOTE_SECRET) {
		step = step_papers(vote, t, a);
		return step.kind == STEP_COMMAND ? step_closes(s, step) : step;
	}
	if (vote->kind == VOTE_HANDS) {
		step = step_hands(s, vote, t, a);
	} else if (vote->kind == VOTE_ROLL_CALL && vote_missing(vote)) {
		return step_roll_call(s, vote, a);
	} else if (vote_missing(vote)) {
		return step_with(
			step_of(STEP_ENTRY, CMD_VOTE_CAST,
				MSGN("Enter the vote that is missing ({n})",
					"Enter the {n} votes that are missing", vote_missing(vote)),
				open_sentence(s, vote)),
			all_for);
	} else {
		step = step_of(STEP_COMMAND, CMD_VOTE_CLOSE, NO_MESSAGE,
			TEXT("No correction? … The vote is closed."));
	}
	if (step.kind != STEP_COMMAND)
		return step;
	step.what = step_close_line(vote->kind, b, t.outcome, a);
	return step_closes(s, step);
}

struct message step_result_sentence(const struct vote *vote, struct arena *a)
{
	struct message figures = ballot_figures(vote, vote->ballots, a);

	switch (vote->outcome) {
	case OUTCOME_UNANIMOUS:
		return TEXT("The general assembly adopts unanimously.");
	case OUTCOME_UNOPPOSED:
		return MSG("Adopted without opposition: {figures}.",
			A_MSG("figures", message_keep(a, figures)));
	case OUTCOME_ADOPTED:
		return MSG("Adopted: {figures}.", A_MSG("figures", message_keep(a, figures)));
	case OUTCOME_ADOPTED_SIDE:
		return TEXT("There is a tie; I voted for, and that side prevails: adopted.");
	case OUTCOME_REJECTED_SIDE:
		return TEXT(
			"There is a tie; I voted against, and that side prevails: not adopted.");
	case OUTCOME_REJECTED:
		return MSG("Not adopted: {figures}.", A_MSG("figures", message_keep(a, figures)));
	case OUTCOME_TIE_NO_SIDE:
		return TEXT("There is a tie, and the chair declares no side: not adopted.");
	case OUTCOME_NO_VOTERS:
		return TEXT("Nobody voted: not adopted.");
	case OUTCOME_TIE_AGAIN:
		return TEXT("There is a tie; a second vote decides.");
	}
	return NO_MESSAGE;
}

static struct step step_ceremony(enum ceremony kind)
{
	struct step step = step_of(
		STEP_COMMAND, CMD_CEREMONY_NOTE, ceremony_noting(kind), ceremony_sentence(kind));

	step.command.arg.ceremony_note.kind = (int)kind;
	return step;
}

static struct step step_next_item(const struct session *s, struct arena *a)
{
	struct message welcome = welcome_sentence(s);
	enum ceremony kind;

	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);
		struct step step;

		if (item->state != ITEM_IS_WAITING)
			continue;
		step = step_of(STEP_COMMAND, CMD_ITEM_OPEN,
			MSG("Open item {n}: {title}", A_INT("n", (int64_t)i + 1),
				A_BOTH("title", item_short(item))),
			MSG("We come to the {nth} item of the agenda.",
				A_ORDINAL("nth", (int64_t)i + 1)));
		step.command.arg.item_open.item = (int64_t)i + 1;
		if (welcome.id)
			step.chair =
				MSG("{first} {second}", A_MSG("first", message_keep(a, welcome)),
					A_MSG("second", message_keep(a, step.chair)));
		return step;
	}
	if (ceremony_due(s, true, &kind))
		return step_ceremony(kind);
	return step_of(STEP_FORM, CMD_SITTING_CLOSE, TEXT("Close the sitting"),
		TEXT("The sitting is closed."));
}

/* Whose own account it is takes no part in the vote on it. False: nothing to propose. */
static bool step_recusal(const struct session *s, struct arena *a, struct step *step)
{
	const struct item *item = session_item(s, s->open_item);
	int64_t number = item && item->presented && !item_decided(item)
				 ? session_own_account(s, s->open_item)
				 : 0;
	const struct message *who;
	int32_t *list;

	/* Still in the chair: nobody is there to take it. */
	if (!number || number == session_sitting(s)->chair)
		return false;
	list = ARENA_ARRAY(a, int32_t, 1);
	list[0] = (int32_t)number;
	who = message_keep(a, MSG("{seat} {name}", A_SEAT("seat", number),
				      A_BOTH("name", session_seat_name(s, number))));
	*step = step_of(STEP_COMMAND, CMD_ATTENDANCE_RECUSE,
		MSG("The president's own account: recuse {who}", A_MSG("who", who)),
		TEXT("The president leaves the room for the vote on this account."));
	step->command.arg.attendance_recuse = (struct attendance_recuse){
		.members = {list, 1}, .reason = STR("personal interest in the matter")};
	return true;
}

/* The chair has to be handed over, or can be taken back. STEP_NONE: neither. */
static struct step step_chair(const struct session *s, struct arena *a)
{
	int64_t next = session_chair_returns(s);
	enum chair_cause cause = next ? CHAIR_RETURNED : session_chair_goes(s);
	struct message what, chair;
	const struct message *who;
	struct step step;

	if (cause == CHAIR_OTHER || (!next && !session_chair_choices(s, s->open_item,
						      (struct numbers){NULL, 0}, &next, 1)))
		return step_of(STEP_NONE, CMD_CHAIR_CHANGE, NO_MESSAGE, NO_MESSAGE);
	who = message_keep(a, MSG("{seat} {name}", A_SEAT("seat", next),
				      A_BOTH("name", session_seat_name(s, next))));
	if (cause == CHAIR_RETURNED) {
		what = MSG("The chair goes back to {who}", A_MSG("who", who));
		chair = MSG("I hand the chair back to {who}.", A_MSG("who", who));
	} else if (cause == CHAIR_ACCOUNT) {
		what = MSG(
			"The president's own account: hand the chair to {who}", A_MSG("who", who));
		chair = MSG("My own account is before the assembly; I hand the chair to {who}.",
			A_MSG("who", who));
	} else {
		what = MSG(
			"The chair is recused for this item: hand it to {who}", A_MSG("who", who));
		chair = MSG("I am recused for this item; I hand the chair to {who}.",
			A_MSG("who", who));
	}
	step = step_of(STEP_COMMAND, CMD_CHAIR_CHANGE, what, chair);
	step.command.arg.chair_change = (struct chair_changed){.member = next, .cause = (int)cause};
	return step;
}

static struct step step_noted(const struct session *s, const struct item *item)
{
	return step_of(STEP_COMMAND, CMD_ITEM_NOTE, TEXT("Take note, without a vote"),
		discussion_due(s, item)
			? TEXT("The discussion is open … The general assembly takes note.")
			: TEXT("The general assembly takes note."));
}

/* STEP, which votes on ITEM or asks what came of it: the members are heard before. */
static struct step step_debated(const struct session *s, const struct item *item, struct step step)
{
	if (discussion_due(s, item))
		step.chair = TEXT("The discussion is open; who asks for the floor?");
	return step;
}

static struct step step_round(const struct session *s, const struct election *e, struct arena *a)
{
	const struct election_round *r = election_round(e);

	if (e->is.secret)
		return step_of(STEP_FORM, CMD_ELECTION_COUNT,
			TEXT("Count the papers of the round: for each candidate, blank, void"),
			TEXT("We vote by secret ballot; the papers are counted once all have "
			     "voted."));
	if (round_missing(e, r))
		return step_of(STEP_ENTRY, CMD_ELECTION_MARK,
			MSGN("Enter the choice that is missing ({n})",
				"Enter the {n} choices that are missing", round_missing(e, r)),
			TEXT("Each member names a choice in public."));
	return step_closes(
		s, step_of(STEP_COMMAND, CMD_ELECTION_COUNT,
			   MSG("Count round {round}: {figures}", A_INT("round", r->n),
				   A_MSG("figures",
					   message_keep(a, election_round_figures(s, e, r, a)))),
			   TEXT("No correction? … The round is closed.")));
}

static struct step step_election(const struct session *s, const struct item *item, struct arena *a)
{
	const struct election *e = item_election(item);

	if (!e)
		return step_of(STEP_FORM, CMD_ELECTION_OPEN,
			TEXT("Open an election: the post and the candidates"),
			TEXT("Who stands as a candidate?"));
	if (e->state == ELECTION_WAITS)
		return step_of(STEP_COMMAND, CMD_ELECTION_OPEN,
			MSG("Open round {round} with {n} candidates",
				A_INT("round", (int64_t)e->rounds.n + 1),
				A_INT("n", election_running(e))),
			election_sentence(s, e, a));
	if (e->state == ELECTION_IS_TIED)
		return step_of(STEP_CHOICE, CMD_ELECTION_DECIDE,
			TEXT("Tie: say what decides and who is elected"),
			election_sentence(s, e, a));
	return step_next_item(s, a);
}

/* The record is signed: a session that refused its budget waits for the one that votes it again. */
static struct step step_after(const struct world *w)
{
	const struct session *s = w->session;

	for (size_t i = 0; i < s->agenda.n && w->last_number == s->is.number; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		if (item_comes_again(item))
			return step_of(STEP_FORM, CMD_SESSION_CREATE,
				MSG("Prepare the session that comes back to: {title}",
					A_BOTH("title", item_short(item))),
				NO_MESSAGE);
	}
	return step_of(STEP_NONE, CMD_SESSION_CREATE,
		TEXT("The record is signed; nothing is left to do"), TEXT("The record is signed."));
}

/* The vote on the item as a whole, of the kind the rules have. */
static struct step step_vote(enum vote_kind kind, bool again)
{
	static const struct {
		const char *what, *chair, *second;
	} words[] = {
		[VOTE_HANDS] = {N_("Open the vote by show of hands"),
			N_("I put the item to the vote by show of hands."),
			N_("I put the item to the vote by show of hands a second time.")},
		[VOTE_NAMED] = {N_("Open the public vote by name"),
			N_("I put the item to the public vote."),
			N_("I put the item to the public vote a second time.")},
		[VOTE_ROLL_CALL] = {N_("Open the vote by roll call"),
			N_("I put the item to the vote by roll call."),
			N_("I put the item to the vote by roll call a second time.")},
		[VOTE_SECRET] = {N_("Open the secret ballot"),
			N_("I put the item to a secret ballot."),
			N_("I put the item to a secret ballot a second time.")},
	};
	struct step step = step_of(STEP_COMMAND, CMD_VOTE_OPEN,
		TEXT(again ? N_("Open the second vote: the first one was a tie")
			   : words[kind].what),
		TEXT(again ? words[kind].second : words[kind].chair));

	step.ways = step_vote_ways;
	step.command.arg.vote_open.kind = (int)kind;
	return step;
}

/* The minutes of the session before are approved or refused; where they are only presented, note is
 * taken of them. */
static struct step step_minutes(const struct session *s, const struct item *item, bool again)
{
	static const struct step_way ways[] = {
		{'u', N_("unanimity")}, {'3', N_("take note")}, {'\0', NULL}};
	struct step step = step_vote(ballot_usual_kind(s, NULL), again);

	if (again)
		return step;
	step.ways = ways;
	step.chair = discussion_due(s, item)
			     ? TEXT("Are there remarks on the minutes of the previous session?")
			     : TEXT("I put the approval of these minutes to the vote.");
	return step;
}

static struct step step_item(const struct session *s, const struct item *item, struct arena *a)
{
	const struct vote *last = item_vote(item);
	bool again = last && last->outcome == OUTCOME_TIE_AGAIN;
	const struct budget_chapter *due;
	struct message again_said;
	struct step step;

	if (!item->presented && !item->noted)
		return step_of(STEP_COMMAND, CMD_ITEM_PRESENT, TEXT("The item is presented"),
			TEXT("We hear the presentation of the item."));
	if (item_election(item) || (item->is.kind == ITEM_ELECTION && !item->noted))
		return step_election(s, item, a);
	if (item_decided(item)) {
		step = step_next_item(s, a);
		again_said = comes_again_sentence(s, item);
		if (again_said.id)
			step.chair = again_said;
		return step;
	}
	if (!again && item->is.kind == ITEM_REPORT)
		return step_noted(s, item);
	if (!again && item->is.kind == ITEM_FREE)
		return step_debated(s, item,
			step_of(STEP_CHOICE, CMD_ITEM_NOTE,
				TEXT("What came of it? Note taken, a vote, or nothing to decide"),
				NO_MESSAGE));
	if (!session_entitled_list(s, item->is.item, NULL))
		return step_of(STEP_ENTRY, CMD_ITEM_POSTPONE,
			TEXT("Nobody present votes on this item: postpone or withdraw it"),
			NO_MESSAGE);
	if (item->is.kind == ITEM_MINUTES)
		return step_minutes(s, item, again);
	due = budget_due(s, item, a);
	if (due) {
		step = step_of(STEP_COMMAND, CMD_VOTE_OPEN,
			MSG("Open the vote on {motion}",
				A_MSG("motion", message_keep(a, budget_chapter_name(due->code)))),
			motion_sentence(MOTION_CHAPTER));
		step.ways = step_vote_ways;
		step.command.arg.vote_open.kind = (int)ballot_usual_kind(s, NULL);
		return step_debated(s, item, step);
	}
	return step_debated(s, item, step_vote(ballot_usual_kind(s, NULL), again));
}

bool step_floor(const struct session *s, struct step *step, struct arena *a)
{
	const struct speech *speech = floor_speaking(s), *next = floor_next(s);
	struct message chair;

	if (!speech && !next)
		return false;
	chair = MSG("{person} has the floor.",
		A_MSG("person", message_keep(a, floor_address(s, speech ? speech : next, a))));
	if (!speech)
		*step = step_of(STEP_COMMAND, CMD_FLOOR_GIVE,
			MSG("Give the floor to {who}",
				A_MSG("who", message_keep(a, floor_who(s, next)))),
			chair);
	else if (next)
		*step = step_of(STEP_COMMAND, CMD_FLOOR_GIVE,
			MSG("End of the speech; then {who}",
				A_MSG("who", message_keep(a, floor_who(s, next)))),
			chair);
	else
		*step = step_of(STEP_COMMAND, CMD_FLOOR_END, TEXT("End of the speech"), chair);
	return true;
}

/* Speakers are heard while the matter is debated: not before it is presented, not once it is
 * decided; who has the floor is heard to the end. */
static bool is_debated(const struct session *s, const struct item *item)
{
	return s->speaking || !item || (item->presented && !item_decided(item));
}

/* --- motions --- */

/* The vote on a motion that waits, or only on one that goes before the debate; false: the matter
 * itself goes on. */
static bool step_motion(
	const struct session *s, bool procedural, struct arena *a, struct step *step)
{
	const struct motion *motion = motion_next(s, a);
	const struct item *item = motion ? session_item(s, motion->is.item) : NULL;
	const struct seat *chair = session_seat(s, session_sitting(s)->chair);
	enum motion_kind kind;

	if (!motion)
		return false;
	kind = (enum motion_kind)motion->is.kind;
	if (procedural && !motion_is_procedural(kind))
		return false;
	if (kind == MOTION_COUNT) {
		*step = step_of(STEP_COMMAND, CMD_QUORUM_RECORD, TEXT("Count the quorum again"),
			TEXT("A count of the quorum is asked for."));
		return chair && chair->presence == PRESENCE_HERE && secretary_here(s);
	}
	if (motion_amends(kind) && !item->presented)
		return false;
	*step = step_of(STEP_COMMAND, CMD_VOTE_OPEN,
		MSG("Open the vote on {motion}",
			A_MSG("motion", message_keep(a, motion_named_briefly(motion, a)))),
		motion_sentence(kind));
	step->ways = step_vote_ways;
	step->command.arg.vote_open.kind = (int)ballot_usual_kind(s, motion);
	step->command.arg.vote_open.motion = motion->is.motion;
	return session_count(s, PRESENCE_HERE) > 0;
}

/* What an adopted motion on procedure asks for. */
static bool step_consequence(const struct session *s, struct step *step)
{
	const struct motion *motion = motion_consequence(s);
	struct str why;

	if (!motion)
		return false;
	why = motion->is.grounds_ar.n ? motion->is.grounds_ar : motion->is.grounds_fr;
	if (motion->is.kind == MOTION_CLOSE_DEBATE) {
		*step = step_of(STEP_COMMAND, CMD_ITEM_DISCUSS,
			TEXT("Close the discussion, as voted"), TEXT("The discussion is closed."));
	} else if (motion->is.kind == MOTION_SUSPEND) {
		*step = step_of(STEP_COMMAND, CMD_SITTING_SUSPEND,
			TEXT("Suspend the sitting, as voted"), TEXT("The sitting is suspended."));
		step->command.arg.sitting_suspend = (struct sitting_reason){SUSPENDED_OTHER, why};
	} else {
		*step = step_of(STEP_COMMAND, CMD_ITEM_POSTPONE,
			TEXT("Postpone the item, as voted"),
			TEXT("The item is postponed to a later session."));
		step->command.arg.item_postpone =
			(struct item_postponed){.reason = why, .to = POSTPONED_LATER_SESSION};
	}
	return true;
}

/* Nothing is being voted, and there is a quorum or it was waived: what comes next. */
static struct step step_matter(const struct session *s, struct arena *a)
{
	const struct item *item = session_item(s, s->open_item);
	struct step step, chair;
	enum ceremony kind;

	if (s->speaking && step_floor(s, &step, a))
		return step;
	chair = step_chair(s, a);
	if (chair.kind != STEP_NONE)
		return chair;
	if (step_recusal(s, a, &step))
		return step;
	if (step_consequence(s, &step) || step_motion(s, true, a, &step))
		return step;
	if (is_debated(s, item) && step_floor(s, &step, a))
		return step;
	if (step_motion(s, false, a, &step))
		return step;
	if (ceremony_due(s, false, &kind))
		return step_ceremony(kind);
	if (motion_agenda_due(s))
		return step_of(STEP_COMMAND, CMD_AGENDA_ADOPT,
			TEXT("Put the agenda to the assembly"),
			TEXT("I submit the agenda to your approval."));
	return item ? step_item(s, item, a) : step_next_item(s, a);
}

static struct step step_result(const struct session *s, const struct vote *vote, struct arena *a)
{
	struct message corrected = correction_sentence(s, vote, a);
	struct message result = step_result_sentence(vote, a);
	int64_t number = session_agenda_number(s, vote->id.item);

	if (corrected.id) /* the room hears what it comes to, too */
		corrected = MSG("{first} {second}", A_MSG("first", message_keep(a, corrected)),
			A_MSG("second", message_keep(a, result)));
	/* Of an item that is not before the assembly now: which one. */
	if (corrected.id && number && vote->id.item != (s->open_item ? s->open_item : s->last_item))
		return step_of(STEP_COMMAND, CMD_VOTE_ANNOUNCE,
			MSG("Announce the correction on item {n} and show it to the room",
				A_INT("n", number)),
			MSG("Item {n}. {sentence}", A_INT("n", number),
				A_MSG("sentence", message_keep(a, corrected))));
	if (corrected.id)
		return step_of(STEP_COMMAND, CMD_VOTE_ANNOUNCE,
			TEXT("Announce the correction and show it to the room"), corrected);
	return step_of(STEP_COMMAND, CMD_VOTE_ANNOUNCE,
		TEXT("Announce the result and show it to the room"), result);
}

static struct step step_sitting(const struct session *s, struct arena *a)
{
	const struct sitting *sitting = session_sitting(s);
	const struct vote *open = session_open_vote(s), *last = session_unannounced(s);
	const struct election *elected = session_election_unannounced(s);
	struct message leaves, said;
	struct step step;

	if (session_open_election(s))
		return step_round(s, session_open_election(s), a);
	if (!sitting->quorum_recorded && !open)
		return step_attendance(s, a);
	if (open)
		return step_open_vote(s, open, a);
	if (last)
		return step_result(s, last, a);
	if (elected)
		return step_of(STEP_COMMAND, CMD_ELECTION_ANNOUNCE,
			TEXT("Announce the result and show it to the room"),
			election_sentence(s, elected, a));
	if (!session_has_quorum(s) && !sitting->quorum_waived)
		return step_quorum_lost();
	step = step_matter(s, a);
	leaves = recusal_sentence(s, a);
	said = leaves.id ? leaves : void_sentence(s, a);
	step.chair = said.id ? said : step.chair;
	if (!session_has_quorum(s) && presence_quorum_stops(s) &&
		(step.command.type == CMD_VOTE_OPEN || step.command.type == CMD_ELECTION_OPEN))
		return step_quorum_for_vote();
	return step;
}

static struct step step_signing(const struct session *s, struct arena *a)
{
	const struct signer *next = (const struct signer *)s->frozen.signers.at + s->signatures.n;
	struct message role = name_label(signer_role_names, next->role);

	return step_of(STEP_SIGN, CMD_RECORD_SIGN,
		MSG("Sign as {role}", A_MSG("role", message_keep(a, role))),
		signing_sentence((enum signer_role)next->role));
}

struct step step_next(const struct world *w, struct arena *a)
{
	const struct session *s = w->session;

	if (!s)
		return step_of(STEP_NONE, CMD_SESSION_CREATE,
			TEXT("Choose a session, or create one"), NO_MESSAGE);
	switch (s->phase) {
	case PHASE_ASIDE:
		return step_of(STEP_COMMAND, CMD_SESSION_TAKE_UP,
			TEXT("Take up the session again that was put aside"), NO_MESSAGE);
	case PHASE_PREPARING:
	case PHASE_BETWEEN:
		return step_preparing(s);
	case PHASE_SITTING:
		return step_sitting(s, a);
	case PHASE_SUSPENDED:
		return step_of(STEP_COMMAND, CMD_SITTING_RESUME, TEXT("Resume the sitting"),
			TEXT("We resume our work."));
	case PHASE_CLOSED:
		return step_of(STEP_SIGN, CMD_RECORD_FREEZE,
			TEXT("Read the record through, then freeze it for signing"),
			TEXT("The secretary reads the minutes."));
	case PHASE_FROZEN:
		return step_signing(s, a);
	case PHASE_SEALED:
		return step_after(w);
	}
	return step_of(STEP_NONE, CMD_SESSION_CREATE, NO_MESSAGE, NO_MESSAGE);
}
