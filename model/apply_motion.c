/* Facts of motions, and what their votes change on the agenda. */
#include "model/apply.h"

#include "model/agreement.h"

/* --- the agenda --- */

/* An item that the vote put in, left out, took off or gave back. Treated meanwhile: false. */
static bool insert(struct session *s, struct motion *m, struct item *item, int decided)
{
	if (item->state != ITEM_IS_PROPOSED && item->state != ITEM_IS_WAITING &&
		item->state != ITEM_IS_REFUSED)
		return decided > 0;
	if (decided < 0) {
		(void)apply_agenda_take_out(s, item->is.item);
		item->state = ITEM_IS_REFUSED;
		return true;
	}
	if (!session_agenda_number(s, item->is.item))
		apply_agenda_put(s, item->is.item, m->is.to);
	item->state = decided > 0 ? ITEM_IS_WAITING : ITEM_IS_PROPOSED;
	return true;
}

static bool take_off(struct motion *m, struct item *item, bool adopted, const struct event *e)
{
	if (adopted == m->effective)
		return true;
	if (item->state != (adopted ? ITEM_IS_WAITING : ITEM_IS_WITHDRAWN))
		return false;
	m->effective = adopted;
	item->state = adopted ? ITEM_IS_WITHDRAWN : ITEM_IS_WAITING;
	item->reason = !adopted             ? STR("")
		       : m->is.grounds_ar.n ? m->is.grounds_ar
					    : m->is.grounds_fr;
	item->ended = adopted ? e->at : (struct instant){0, 0};
	item->n_ended = adopted ? e->n : 0;
	return true;
}

static void shift(struct session *s, struct motion *m, bool adopted)
{
	if (adopted == m->effective)
		return;
	m->effective = adopted;
	if (adopted)
		m->from = session_agenda_number(s, m->is.item);
	apply_agenda_put(s, m->is.item, adopted ? m->is.to : m->from);
}

bool apply_motion_outcome(struct session *s, const struct event *e, const struct vote *vote)
{
	struct motion *m = session_motion(s, vote->motion);
	struct item *item = m ? session_item(s, m->is.item) : NULL;
	bool done = vote->state == VOTE_IS_CLOSED && vote->outcome != OUTCOME_TIE_AGAIN;
	int decided = !done ? 0 : outcome_adopted(vote->outcome) ? 1 : -1;

	if (!m || !item)
		return true;
	switch ((enum motion_kind)m->is.kind) {
	case MOTION_INSERT:
		return insert(s, m, item, decided);
	case MOTION_TAKE_OFF:
		return take_off(m, item, decided > 0, e);
	case MOTION_SHIFT:
		shift(s, m, decided > 0);
		return true;
	case MOTION_AMENDMENT:
	case MOTION_PROPOSAL:
	case MOTION_THANKS:
	case MOTION_POSTPONE:
	case MOTION_COMMITTEE:
	case MOTION_CLOSE_DEBATE:
	case MOTION_SUSPEND:
	case MOTION_COUNT:
	case MOTION_AGENDA:
	case MOTION_TRANSFER:
	case MOTION_CHAPTER:
	case MOTION_SHARE:
	case MOTION_KIND_COUNT:
		break;
	}
	return true;
}

bool apply_motion_votable(struct session *s, const struct vote_opened *o)
{
	const struct motion *m = session_motion(s, o->motion);
	struct item *own;

	if (o->motion &&
		(!m || motion_state(s, m) != MOTION_WAITS || motion_place(m) != o->vote.item))
		return false;
	if (o->vote.item != OWN_MATTERS || s->own.n)
		return o->motion || o->vote.item != OWN_MATTERS;
	own = LIST_PUSH(s->arena, &s->own);
	*own = (struct item){.state = ITEM_IS_OPEN,
		.presented = true,
		.is = {.item = OWN_MATTERS,
			.kind = ITEM_FREE,
			.title_ar = STR("جدول الأعمال وسير الجلسة"),
			.title_fr = STR("Ordre du jour et conduite de la séance")}};
	return o->motion != 0;
}

/* --- facts --- */

static bool seats_exist(const struct session *s, const struct motion_moved *m)
{
	if (m->member && !session_seat(s, m->member))
		return false;
	for (size_t i = 0; i < m->seconders.n; i++) {
		if (!session_seat(s, m->seconders.at[i]))
			return false;
	}
	return true;
}

static bool apply_moved(struct session *s, const struct event *e)
{
	const struct motion_moved *m = &e->body.motion_moved;
	struct item *item = session_item(s, m->item);
	struct motion *motion;

	if (s->phase != PHASE_SITTING || m->motion < 1 || session_motion(s, m->motion) ||
		m->item == OWN_MATTERS || (m->item && !item) || !seats_exist(s, m))
		return false;
	if (m->kind == MOTION_INSERT && (!item || item->state != ITEM_IS_WAITING))
		return false;
	if ((m->kind == MOTION_SHIFT || m->kind == MOTION_TAKE_OFF) &&
		!session_agenda_number(s, m->item))
		return false;
	if ((m->kind == MOTION_TRANSFER || m->kind == MOTION_CHAPTER) &&
		(!item || item->is.kind != ITEM_BUDGET))
		return false;
	if (m->kind == MOTION_SHARE && (!item || item->is.kind != ITEM_AGREEMENT ||
					       (m->party && !agreement_party(item, m->party))))
		return false;
	motion = LIST_PUSH(s->arena, &s->motions);
	*motion = (struct motion){
		.is = *m, .n = e->n, .at = e->at, .sitting = session_sitting(s)->is.sitting};
	if (motion_is_agenda((enum motion_kind)m->kind) && item)
		motion->about = item_title(item);
	if (m->kind == MOTION_INSERT)
		item->state = ITEM_IS_PROPOSED;
	return true;
}

static bool apply_motion_withdrawn(struct session *s, const struct event *e)
{
	struct motion *motion = session_motion(s, e->body.motion_withdrawn.motion);
	const struct vote *vote = motion ? motion_vote(s, motion) : NULL;
	struct item *item;

	/* After a tie that a second vote decides it still waits. */
	if (!motion || motion->withdrawn ||
		(vote && (vote->state == VOTE_IS_OPEN || vote->outcome != OUTCOME_TIE_AGAIN)))
		return false;
	motion->withdrawn = true;
	motion->reason = e->body.motion_withdrawn.reason;
	motion->n_withdrawn = e->n;
	item = session_item(s, motion->is.item);
	if (motion->is.kind == MOTION_INSERT && item && item->state == ITEM_IS_PROPOSED) {
		(void)apply_agenda_take_out(s, item->is.item);
		item->state = ITEM_IS_REFUSED;
	}
	return true;
}

bool apply_motion_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_MOTION_MOVED)
		return apply_moved(s, e);
	return e->type == EVENT_MOTION_WITHDRAWN && apply_motion_withdrawn(s, e);
}
