/* Deciding: who is there, who takes part, who is in the chair. */
#include "model/deciding.h"

#include "model/attendance.h"
#include "model/presence.h"

/* --- attendance --- */

struct numbers members_with(struct deciding *d, enum presence presence)
{
	int32_t *list = ARENA_ARRAY(d->a, int32_t, d->s->seats.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < d->s->seats.n; i++) {
		if (d->s->seats.at[i].presence == presence)
			list[n++] = (int32_t)d->s->seats.at[i].member.number;
	}
	return (struct numbers){list, n};
}

static bool mark_all(struct deciding *d)
{
	struct numbers unknown = members_with(d, PRESENCE_UNKNOWN);

	if (unknown.n == 0)
		return refuse(d, "all-noted",
			TEXT("Everybody is already noted; type a number to change one."));
	fact(d, EVENT_ALL_PRESENT)->all_present.members = unknown;
	return true;
}

const struct seat *seat_or_refuse(struct deciding *d, int64_t number)
{
	const struct seat *seat = session_seat(d->s, number);
	size_t n = d->s->seats.n;

	if (!seat)
		(void)refuse(d, "unknown-member",
			MSG("No member no. {n}; numbers run from {first} to {last}.",
				A_SEAT("n", number),
				A_SEAT("first", n ? d->s->seats.at[0].member.number : 0),
				A_SEAT("last", n ? d->s->seats.at[n - 1].member.number : 0)));
	return seat;
}

/* His own vote in the open vote, or one he gave as a proxy, is marked already. */
static bool leaves_a_mark(struct deciding *d, int64_t number)
{
	const struct vote *vote = session_open_vote(d->s);

	if (election_holds(d, number))
		return true;
	for (size_t i = 0; vote && i < vote->voters.n; i++) {
		if ((vote->voters.at[i] != number && vote->holders[i] != number) ||
			vote->marks[i] == VALUE_NONE)
			continue;
		(void)refuse(d, "has-voted",
			MSG("{who} has voted in the open vote: close it or take the mark back "
			    "first.",
				A_MSG("who",
					message_keep(d->a, seat_message(d, vote->voters.at[i])))));
		return true;
	}
	return false;
}

/* --- the chair --- */

static bool refuse_chairing(struct deciding *d, int64_t number, const char *code, const char *id)
{
	return refuse(d, code, MSG(id, A_MSG("who", message_keep(d->a, seat_message(d, number)))));
}

/* NUMBER may take the chair while LEAVING go and the open item is KEY (0: not looked at). */
static bool may_chair(struct deciding *d, int64_t number, struct numbers leaving, int64_t key)
{
	const struct seat *seat = session_seat(d->s, number);

	if (!seat || seat->presence != PRESENCE_HERE || numbers_have(leaving, (int32_t)number))
		return refuse(d, "not-here",
			MSG("Member {n} is not present and cannot take the chair.",
				A_SEAT("n", number)));
	if (session_substitute(d->s, number))
		return refuse_chairing(d, number, "is-substitute",
			N_("{who} is represented by a substitute, who cannot take the chair."));
	if (session_sitting(d->s)->chair == number)
		return refuse(d, "is-chair",
			MSG("Member {n} is already in the chair.", A_SEAT("n", number)));
	if (key && session_recused(d->s, key, number))
		return refuse_chairing(d, number, "recused",
			N_("{who} is recused for this item and cannot take the chair for it."));
	if (d->s->open_vote.item)
		return refuse(d, "vote-open", TEXT("A vote is open: close it first."));
	return true;
}

static int64_t undecided_item(const struct session *s)
{
	const struct item *item = session_item(s, s->open_item);

	return item && !item_decided(item) ? s->open_item : 0;
}

static bool change_chair(struct deciding *d)
{
	const struct chair_changed *c = &d->c->arg.chair_change;

	if (!may_chair(d, c->member, (struct numbers){NULL, 0}, undecided_item(d->s)))
		return false;
	if (c->cause == CHAIR_OTHER && !c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	if (c->cause == CHAIR_RETURNED && c->member != session_sitting(d->s)->is.chair)
		return refuse_chairing(d, c->member, "not-chair",
			N_("{who} did not open the sitting in the chair and cannot take it back."));
	fact(d, EVENT_CHAIR_CHANGED)->chair_changed = *c;
	return true;
}

/* When the chair is among MEMBERS it is handed to NEXT in the same act; refused when nobody is
 * named, so that no sitting is ever without a chair. KEY: the item concerned, 0: none. */
static bool hand_over(struct deciding *d, struct numbers members, int64_t next,
	enum chair_cause cause, int64_t key)
{
	int64_t chair = session_sitting(d->s)->chair, best;
	struct message who;

	if (!numbers_have(members, (int32_t)chair))
		return !next || refuse(d, "not-chair",
					TEXT("None of the members named here is in the chair."));
	if (next) {
		if (!may_chair(d, next, members, key))
			return false;
		fact(d, EVENT_CHAIR_CHANGED)->chair_changed =
			(struct chair_changed){next, STR(""), cause};
		return true;
	}
	who = seat_message(d, chair);
	if (!session_chair_choices(d->s, key, members, &best, 1))
		return refuse(d, "is-chair",
			MSG("{who} is in the chair, and nobody else is there to take it.",
				A_MSG("who", message_keep(d->a, who))));
	return refuse(d, "is-chair",
		MSG("{who} is in the chair: say who takes it, {other} for example.",
			A_MSG("who", message_keep(d->a, who)),
			A_MSG("other", message_keep(d->a, seat_message(d, best)))));
}

/* --- coming and going --- */

static bool mark_present(struct deciding *d)
{
	struct numbers members = d->c->arg.attendance_present.members;

	if (!members_named(d, members))
		return false;
	if (arrived_before(d, members))
		return arrived_joins(d, members);
	for (size_t i = 0; i < members.n; i++) {
		const struct seat *seat = seat_or_refuse(d, members.at[i]);

		if (!seat)
			return false;
		if (session_substitute(d->s, members.at[i])) {
			if (!nothing_is_voted(d))
				return false;
		} else if (seat->presence == PRESENCE_HERE) {
			return refuse(d, "is-here",
				MSG("{who} is already noted as present.",
					A_MSG("who", message_keep(d->a,
							     seat_message(d, members.at[i])))));
		}
	}
	fact(d, EVENT_MEMBER_ARRIVED)->member_arrived.members = members;
	arrivals_join(d, members);
	return true;
}

static bool mark_left(struct deciding *d)
{
	const struct attendance_left *c = &d->c->arg.attendance_left;
	struct numbers members = c->members;

	if (!members_named(d, members))
		return false;
	for (size_t i = 0; i < members.n; i++) {
		const struct seat *seat = seat_or_refuse(d, members.at[i]);

		if (!seat)
			return false;
		if (seat->presence != PRESENCE_HERE && seat->presence != PRESENCE_REMOTE)
			return refuse(d, "not-here",
				MSG("{who} is not noted as present.",
					A_MSG("who", message_keep(d->a,
							     seat_message(d, members.at[i])))));
		if (leaves_a_mark(d, members.at[i]))
			return false;
	}
	if (!hand_over(d, members, c->chair, CHAIR_LEFT, undecided_item(d->s)) ||
		!secretary_hands_over(d, members, c->next, SECRETARY_LEFT))
		return false;
	fact(d, EVENT_MEMBER_LEFT)->member_left.members = members;
	return true;
}

static bool mark_absent(struct deciding *d)
{
	const struct attendance_absent *c = &d->c->arg.attendance_absent;
	enum presence to = c->excused ? PRESENCE_EXCUSED : PRESENCE_ABSENT;

	if (!members_named(d, c->members))
		return false;
	if (c->excused && c->refused)
		return refuse(d, "excuse-both",
			TEXT("An excuse is either accepted or not: give one of the two."));
	if (c->reason.n && !c->refused)
		return refuse(d, "not-refused",
			TEXT("A reason is given only for an excuse that is not accepted."));
	for (size_t i = 0; i < c->members.n; i++) {
		const struct seat *seat = seat_or_refuse(d, c->members.at[i]);

		if (!seat)
			return false;
		if (seat->presence == to && seat->refused == c->refused)
			return refuse(d, "same",
				MSG(c->excused ? N_("{who} is already noted as excused.")
					       : N_("{who} is already noted as absent."),
					A_MSG("who", message_keep(d->a,
							     seat_message(d, c->members.at[i])))));
		if ((seat->presence == PRESENCE_HERE || seat->presence == PRESENCE_LEFT ||
			    seat->presence == PRESENCE_REMOTE) &&
			session_had_quorum_act(d->s))
			return refuse(d, "was-here",
				MSG("Note a departure (s) or take back the act (F8): {who} was "
				    "present when the quorum was recorded.",
					A_MSG("who", message_keep(d->a,
							     seat_message(d, c->members.at[i])))));
		if (leaves_a_mark(d, c->members.at[i]))
			return false;
	}
	if (!hand_over(d, c->members, c->chair, CHAIR_LEFT, undecided_item(d->s)) ||
		!secretary_hands_over(d, c->members, c->next, SECRETARY_ABSENT))
		return false;
	if (c->excused)
		fact(d, EVENT_MEMBER_EXCUSED)->member_excused.members = c->members;
	else
		fact(d, EVENT_MEMBER_ABSENT)->member_absent =
			(struct member_absent){c->members, c->refused, c->reason};
	return true;
}

static bool add_member(struct deciding *d)
{
	const struct attendance_add *c = &d->c->arg.attendance_add;

	if (session_seat(d->s, c->member.number))
		return refuse(d, "number-taken",
			MSG("Number {n} already belongs to a member.",
				A_SEAT("n", c->member.number)));
	if (!c->member.name_ar.n && !c->member.name_fr.n)
		return refuse(d, "no-name",
			MSG("Member {n} has no name: give it in Arabic or in French.",
				A_INT("n", c->member.number)));
	fact(d, EVENT_MEMBER_ADDED)->member_added = (struct member_added){c->member, c->reason};
	return true;
}

static bool connect(struct deciding *d)
{
	const struct attendance_left *c = &d->c->arg.attendance_remote;

	if (!members_named(d, c->members))
		return false;
	for (size_t i = 0; i < c->members.n; i++) {
		const struct seat *seat = seat_or_refuse(d, c->members.at[i]);

		if (!seat)
			return false;
		if (seat->presence == PRESENCE_REMOTE)
			return refuse(d, "same",
				MSG("{who} is already noted so.",
					A_MSG("who", message_keep(d->a,
							     seat_message(d, c->members.at[i])))));
		if (leaves_a_mark(d, c->members.at[i]))
			return false;
	}
	if (!hand_over(d, c->members, c->chair, CHAIR_LEFT, undecided_item(d->s)) ||
		!secretary_hands_over(d, c->members, c->next, SECRETARY_LEFT))
		return false;
	fact(d, EVENT_MEMBER_CONNECTED)->member_connected.members = c->members;
	return true;
}

/* --- recusals --- */

static bool recuse(struct deciding *d)
{
	const struct attendance_recuse *c = &d->c->arg.attendance_recuse;
	int64_t key = item_key(d, c->item);
	const struct item *item = key ? session_item(d->s, key) : NULL;

	if (!item || !members_named(d, c->members))
		return false;
	if (item->state != ITEM_IS_WAITING && item->state != ITEM_IS_OPEN)
		return refuse(d, "item-treated",
			MSG("Item {n} is already dealt with.",
				A_INT("n", session_agenda_number(d->s, key))));
	if (d->s->open_vote.item == key && session_open_vote(d->s)->kind == VOTE_SECRET)
		return refuse(d, "vote-open", TEXT("A vote is open: close it first."));
	if (d->s->open_election.item == key)
		return refuse(d, "election-waits",
			TEXT("An election on this item is not over: finish or void it first."));
	if (!c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	for (size_t i = 0; i < c->members.n; i++) {
		int64_t number = c->members.at[i];

		if (!seat_or_refuse(d, number))
			return false;
		if (session_recused(d->s, key, number))
			return refuse(d, "is-recused",
				MSG("{who} is already recused for this item.",
					A_MSG("who", message_keep(d->a, seat_message(d, number)))));
		if (d->s->open_vote.item == key && leaves_a_mark(d, number))
			return false;
	}
	if (key == d->s->open_item) {
		if (!hand_over(d, c->members, c->chair, CHAIR_RECUSED, key))
			return false;
	} else if (c->chair) {
		return refuse(d, "not-open",
			MSG("Item {n} is not open.", A_INT("n", session_agenda_number(d->s, key))));
	}
	fact(d, EVENT_MEMBER_RECUSED)->member_recused =
		(struct member_recused){key, c->members, c->reason};
	return true;
}

static bool readmit(struct deciding *d)
{
	const struct attendance_readmit *c = &d->c->arg.attendance_readmit;
	int64_t key = item_key(d, c->item);

	if (!key || !members_named(d, c->members))
		return false;
	if (d->s->open_vote.item == key)
		return refuse(d, "vote-open", TEXT("A vote is open: close it first."));
	for (size_t i = 0; i < c->members.n; i++) {
		int64_t number = c->members.at[i];

		if (!seat_or_refuse(d, number))
			return false;
		if (!session_recused(d->s, key, number))
			return refuse(d, "not-recused",
				MSG("{who} is not recused for this item.",
					A_MSG("who", message_keep(d->a, seat_message(d, number)))));
	}
	fact(d, EVENT_MEMBER_READMITTED)->member_readmitted =
		(struct member_readmitted){key, c->members};
	return true;
}

/* --- proxies --- */

static bool can_proxy(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (d->s->rules.proxy_max == 0 && d->s->rules.text[RULE_PROXY_MAX] &&
		rule_confirmed(d->s->rules.text[RULE_PROXY_MAX]))
		return refuse(d, "no-proxies",
			TEXT("The rules of this session allow no proxies. The rule “proxies a "
			     "member may hold” (proxy.max) is set before the sitting is opened: "
			     "Sessions, rules."));
	return nothing_is_voted(d);
}

/* HOLDER has as many proxies as the rules allow, or they allow none; true: gone over. */
static bool over_proxies(struct deciding *d, int64_t holder)
{
	int64_t held = session_proxies_held(d->s, holder);

	if (d->s->rules.proxy_max == 0)
		return over_rule(d, RULE_PROXY_MAX, "no-proxies",
			TEXT("The rules of this session allow no proxies."));
	return over_rule(d, RULE_PROXY_MAX, "too-many-proxies",
		MSGN_WITH("{who} holds {n} proxy already, as many as the rules allow.",
			"{who} holds {n} proxies already, as many as the rules allow.", held,
			A_MSG("who", message_keep(d->a, seat_message(d, holder)))));
}

static bool give_proxy(struct deciding *d)
{
	const struct proxy_give *c = &d->c->arg.proxy_give;
	const struct seat *from = seat_or_refuse(d, c->from);
	const struct seat *to = from ? seat_or_refuse(d, c->to) : NULL;
	bool over = session_proxies_held(d->s, c->to) >= d->s->rules.proxy_max;
	struct message who;

	if (!to)
		return false;
	who = seat_message(d, presence_votes(d->s, from->presence) ? c->from : c->to);
	if (presence_votes(d->s, from->presence))
		return refuse(d, "is-here",
			MSG("{who} is present and votes in person.",
				A_MSG("who", message_keep(d->a, who))));
	if (!presence_votes(d->s, to->presence))
		return refuse(d, "not-here",
			MSG("{who} is not present and cannot hold a proxy.",
				A_MSG("who", message_keep(d->a, who))));
	if (session_proxy_holder(d->s, c->from))
		return refuse(d, "has-proxy",
			MSG("{who} has already given a proxy.",
				A_MSG("who", message_keep(d->a, seat_message(d, c->from)))));
	if (over && !over_proxies(d, c->to))
		return false;
	fact(d, EVENT_PROXY_GIVEN)->proxy_given = (struct proxy_given){
		c->from, c->to, over ? str_of(rule_key_name(RULE_PROXY_MAX)) : STR("")};
	return true;
}

static bool end_proxy(struct deciding *d)
{
	int64_t from = d->c->arg.proxy_end.from;

	if (!seat_or_refuse(d, from))
		return false;
	if (!session_proxy_holder(d->s, from))
		return refuse(d, "no-proxy",
			MSG("{who} has given no proxy.",
				A_MSG("who", message_keep(d->a, seat_message(d, from)))));
	fact(d, EVENT_PROXY_ENDED)->proxy_ended = (struct proxy_ended){from};
	return true;
}

/* The chair passes on while a sitting goes on; a vote keeps the chair it was opened under. */
static bool can_chair(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (d->s->open_vote.item)
		return refuse(d, "vote-open", TEXT("A vote is open: close it first."));
	return true;
}

/* Who sits in a seat does not change while it votes. */
static bool can_replace(struct deciding *d)
{
	return can_sitting(d) && nothing_is_voted(d);
}

const struct decider deciders_presence[CMD_COUNT] = {
	[CMD_CHAIR_CHANGE] = {can_chair, change_chair},
	[CMD_ATTENDANCE_ALL] = {can_sitting, mark_all, true},
	[CMD_ATTENDANCE_PRESENT] = {can_sitting, mark_present},
	[CMD_ATTENDANCE_LEFT] = {can_sitting, mark_left},
	[CMD_ATTENDANCE_ABSENT] = {can_sitting, mark_absent},
	[CMD_ATTENDANCE_REPLACE] = {can_replace, attendance_replaces},
	[CMD_ATTENDANCE_TIME] = {attendance_can_time, attendance_times},
	[CMD_ATTENDANCE_ADD] = {can_sitting, add_member},
	[CMD_ATTENDANCE_REMOTE] = {can_sitting, connect},
	[CMD_ATTENDANCE_RECUSE] = {can_sitting, recuse},
	[CMD_ATTENDANCE_READMIT] = {can_sitting, readmit},
	[CMD_PROXY_GIVE] = {can_proxy, give_proxy},
	[CMD_PROXY_END] = {can_proxy, end_proxy},
};
