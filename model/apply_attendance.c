/* Facts of attendance: who came, went and is missing, and the quorum that follows from it. */
#include "model/apply.h"

#include "model/presence.h"

bool apply_move(struct session *s, const struct event *e, int64_t number, enum presence to)
{
	struct seat *seat = session_seat(s, number);
	struct sitting *sitting = session_sitting(s);

	enum presence was = seat ? seat->presence : PRESENCE_UNKNOWN;
	bool refused = e->type == EVENT_MEMBER_ABSENT && e->body.member_absent.refused;

	if (!seat || (to == PRESENCE_LEFT && seat->presence != PRESENCE_HERE &&
			     seat->presence != PRESENCE_REMOTE))
		return false;
	if (presence_votes(s, seat->presence) && !presence_votes(s, to) &&
		!apply_presence_departure(s, number))
		return false;
	seat->presence = to;
	seat->refused = refused;
	seat->since = e->at;
	apply_presence_moved(s, e->n, number);
	*LIST_PUSH(s->arena, &s->movements) = (struct movement){
		.n = e->n,
		.sitting = sitting->is.sitting,
		.member = number,
		.before = was,
		.presence = to,
		.at = e->at,
		.refused = refused,
		.after_quorum = session_had_quorum_act(s),
		.replaced = e->type == EVENT_MEMBER_REPLACED,
		.was_replaced = apply_substitute_goes(s, e->n, number),
	};
	return true;
}

static bool move_all(
	struct session *s, const struct event *e, struct numbers members, enum presence to)
{
	if (s->phase != PHASE_SITTING)
		return false;
	for (size_t i = 0; i < members.n; i++) {
		if (!apply_move(s, e, members.at[i], to))
			return false;
	}
	/* What was decided about a missing quorum holds until the quorum is there again. */
	if (session_has_quorum(s))
		session_sitting(s)->quorum_waived = false;
	return true;
}

static bool quorum_recorded(struct session *s, const struct event *e)
{
	const struct quorum_recorded *q = &e->body.quorum_recorded;
	struct quorum_figures now;

	if (s->phase != PHASE_SITTING || !move_all(s, e, q->absent, PRESENCE_ABSENT))
		return false;
	now = session_quorum(s);
	if (q->present != now.present || q->in_office != now.in_office || q->needed != now.needed ||
		q->met != now.met)
		apply_finding(s, e->n,
			MSG("Act {act}: the recorded quorum does not follow from the attendance.",
				A_DIGITS("act", e->n)));
	*LIST_PUSH(s->arena, &s->quorums) = (struct quorum_act){
		.n = e->n, .sitting = session_sitting(s)->is.sitting, .is = *q, .at = e->at};
	session_sitting(s)->quorum_recorded = true;
	return true;
}

static bool quorum_lost(struct session *s, const struct event *e)
{
	if (s->phase != PHASE_SITTING)
		return false;
	*LIST_PUSH(s->arena, &s->quorums) = (struct quorum_act){
		.n = e->n,
		.sitting = session_sitting(s)->is.sitting,
		.is = e->body.quorum_lost,
		.at = e->at,
		.lost = true,
	};
	session_sitting(s)->quorum_waived = true;
	return true;
}

bool apply_attendance_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_ALL_PRESENT)
		return move_all(s, e, e->body.all_present.members, PRESENCE_HERE);
	if (e->type == EVENT_MEMBER_ARRIVED)
		return move_all(s, e, e->body.member_arrived.members, PRESENCE_HERE);
	if (e->type == EVENT_MEMBER_LEFT)
		return move_all(s, e, e->body.member_left.members, PRESENCE_LEFT);
	if (e->type == EVENT_MEMBER_EXCUSED)
		return move_all(s, e, e->body.member_excused.members, PRESENCE_EXCUSED);
	if (e->type == EVENT_MEMBER_ABSENT)
		return move_all(s, e, e->body.member_absent.members, PRESENCE_ABSENT);
	if (e->type == EVENT_MEMBER_CONNECTED)
		return move_all(s, e, e->body.member_connected.members, PRESENCE_REMOTE);
	if (e->type == EVENT_QUORUM_RECORDED)
		return quorum_recorded(s, e);
	return e->type == EVENT_QUORUM_LOST && quorum_lost(s, e);
}
