/* Deciding: who sits for an absent member, and at what time somebody really came or left. */
#include "model/deciding.h"

#include "model/attendance.h"
#include "model/describe.h"

static const struct message *keep_seat(struct deciding *d, int64_t number)
{
	return message_keep(d->a, seat_message(d, number));
}

/* --- substitutes --- */

static bool is_named_so(struct str roster, struct str given)
{
	return !given.n || str_equal(roster, given);
}

bool attendance_replaces(struct deciding *d)
{
	const struct attendance_replace *c = &d->c->arg.attendance_replace;
	const struct seat *seat = seat_or_refuse(d, c->member);
	const struct member *m;
	struct member_replaced r;

	if (!seat)
		return false;
	m = &seat->member;
	if (session_substitute(d->s, c->member))
		return refuse(d, "has-substitute",
			MSG("A substitute already sits for {who}.",
				A_MSG("who", keep_seat(d, c->member))));
	if (seat->presence == PRESENCE_HERE || seat->presence == PRESENCE_REMOTE)
		return refuse(d, "is-here",
			MSG("{who} is there: a substitute sits only for a member who is absent.",
				A_MSG("who", keep_seat(d, c->member))));
	r = (struct member_replaced){
		.member = c->member, .name_ar = c->name_ar, .name_fr = c->name_fr};
	r.unlisted = (!m->substitute_ar.n && !m->substitute_fr.n) ||
		     !is_named_so(m->substitute_ar, c->name_ar) ||
		     !is_named_so(m->substitute_fr, c->name_fr);
	if (!r.name_ar.n && !r.name_fr.n) {
		r.name_ar = m->substitute_ar;
		r.name_fr = m->substitute_fr;
	}
	if (!r.name_ar.n && !r.name_fr.n)
		return refuse(d, "no-name",
			MSG("The roster names no substitute of {who}: give the name.",
				A_MSG("who", keep_seat(d, c->member))));
	if (r.unlisted &&
		!ask(d, "not-listed",
			MSG("The roster does not name this substitute of {who}. Seat all the same? "
			    "The minutes will say so.",
				A_MSG("who", keep_seat(d, c->member)))))
		return false;
	fact(d, EVENT_MEMBER_REPLACED)->member_replaced = r;
	return true;
}

/* --- times --- */

bool attendance_can_time(struct deciding *d)
{
	if (!can_session(d))
		return false;
	for (size_t i = 0; i < d->s->movements.n; i++) {
		if (d->s->movements.at[i].after_quorum)
			return true;
	}
	return refuse(d, "nothing",
		TEXT("Nobody has come or left since the roll: there is no time to correct."));
}

/* A doubt about MOVE at that time: what the member cannot have voted in is refused, the rest is
 * asked about. */
static bool fits(struct deciding *d, const struct movement *move, struct instant at)
{
	const struct attendance_time *c = &d->c->arg.attendance_time;
	const struct vote *vote;
	enum time_doubt doubt = attendance_doubt(d->s, move, at, &vote);
	struct quorum_figures q;
	struct arg who = A_MSG("who", keep_seat(d, c->member)), item;

	if (doubt == TIME_FITS)
		return true;
	item = A_MSG("item", message_keep(d->a, describe_item(d->s, vote->id.item)));
	if (doubt == TIME_VOTED)
		return refuse(d, "was-voter",
			MSG("{who} voted on {item} at {time}, and would not have been there.", who,
				item, A_TIME("time", vote->opened)));
	if (doubt == TIME_MISSED)
		return ask(d, "missed-vote",
			MSG("{who} would have been there at {time}, without part in the vote on "
			    "{item}. Correct all the same?",
				who, item, A_TIME("time", vote->opened)));
	q = attendance_quorum_when(d->s, move, at, vote->opened);
	return ask(d, "quorum-then",
		MSG("At the vote on {item}, at {time}, the quorum would have been missing: {here} "
		    "of {all}, {needed} needed. Correct all the same? The minutes will say so.",
			item, A_TIME("time", vote->opened), A_INT("here", q.present),
			A_INT("all", q.in_office), A_INT("needed", q.needed)));
}

bool attendance_times(struct deciding *d)
{
	const struct attendance_time *c = &d->c->arg.attendance_time;
	const struct movement *move;
	struct instant at, low, high;

	if (!seat_or_refuse(d, c->member))
		return false;
	move = attendance_movement(d->s, c->member, (uint32_t)c->act);
	if (!move || !move->after_quorum)
		return refuse(d, "no-movement",
			MSG("No arrival or departure of {who} after the roll is noted there.",
				A_MSG("who", keep_seat(d, c->member))));
	if (!c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	switch (attendance_time_fit(d->s, move, c->time, d->at, &at)) {
	case TIME_POSSIBLE:
		break;
	case TIME_SAME:
		return refuse(d, "same",
			MSG("{who} is already noted so.", A_MSG("who", keep_seat(d, c->member))));
	case TIME_OUTSIDE:
		attendance_bounds(d->s, move, d->at, &low, &high);
		return refuse(d, "time-outside",
			MSG("The time has to lie between {from} and {to}: the roll and what else "
			    "is noted of {who} stand there.",
				A_TIME("from", low), A_TIME("to", high),
				A_MSG("who", keep_seat(d, c->member))));
	}
	if (!fits(d, move, at))
		return false;
	fact(d, EVENT_MEMBER_TIMED)->member_timed = (struct member_timed){
		.act = move->n, .member = c->member, .time = at, .reason = c->reason};
	return true;
}
