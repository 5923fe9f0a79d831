/* Motions in one short sentence, and in the words of a decision. */
#include "model/describe_part.h"

#include "model/agreement.h"

static struct both motion_title(const struct motion_moved *m)
{
	return (struct both){m->title_ar, m->title_fr};
}

/* The item an agenda motion speaks of, by its title. */
static struct both item_of(const struct session *s, const struct motion_moved *m)
{
	const struct item *item = session_item(s, m->item);

	return item ? item_title(item) : motion_title(m);
}

/* NAME, with what goes where. */
static struct message transfer_words(const struct message *name, const struct motion_moved *m)
{
	struct arg motion = A_MSG("motion", name), amount = A_MONEY("amount", m->amount);

	if (!m->to_line.n)
		return MSG("{motion}, line {line} less {amount}", motion, amount,
			A_STR("line", m->line));
	if (!m->line.n)
		return MSG("{motion}, line {to} more {amount}", motion, amount,
			A_STR("to", m->to_line));
	return MSG("{motion}, {amount} from line {line} to line {to}", motion, amount,
		A_STR("line", m->line), A_STR("to", m->to_line));
}

/* "amendment no. 3", with what tells it from others. */
static struct message about_moved(
	const struct session *s, const struct motion_moved *m, struct arena *a)
{
	bool agenda = motion_is_agenda((enum motion_kind)m->kind);
	const struct motion as = {
		.is = *m, .about = agenda && m->item ? item_of(s, m) : (struct both){{0}, {0}}};
	const struct message *name = keep(a, motion_name(&as, a));

	if (m->kind == MOTION_CHAPTER)
		return MSG("{motion}: put to the vote", A_MSG("motion", name));
	if (m->kind == MOTION_TRANSFER)
		name = keep(a, transfer_words(name, m));
	if (m->kind == MOTION_SHARE)
		name = keep(a, agreement_share_words(s, name, m, a));
	if (!agenda && both_any(motion_title(m)))
		name = keep(a, MSG("{motion}, {title}", A_MSG("motion", name),
				       A_BOTH("title", motion_title(m))));
	if (!m->member)
		return MSG("{motion}: moved", A_MSG("motion", name));
	return MSG("{motion}: moved by {member}", A_MSG("motion", name),
		A_MSG("member", keep(a, describe_member(s, m->member))));
}

struct message describe_motion_event(
	const struct session *s, const struct event *e, struct arena *a)
{
	const struct motion_reason *r = &e->body.motion_withdrawn;
	const struct motion *motion;
	const struct message *name;

	if (e->type == EVENT_MOTION_MOVED)
		return about_moved(s, &e->body.motion_moved, a);
	motion = session_motion(s, r->motion);
	name = motion ? keep(a, motion_name(motion, a))
		      : keep(a, MSG("motion no. {n}", A_DIGITS("n", r->motion)));
	if (!r->reason.n)
		return MSG("{motion}: withdrawn", A_MSG("motion", name));
	return MSG("{motion}: withdrawn, {reason}", A_MSG("motion", name),
		A_REASON("reason", r->reason));
}

struct message describe_motion(
	const struct session *s, const struct motion *motion, struct arena *a)
{
	const struct message *name = keep(a, motion_name(motion, a));

	if (motion->is.kind == MOTION_TRANSFER)
		name = keep(a, transfer_words(name, &motion->is));
	if (motion->is.kind == MOTION_SHARE)
		name = keep(a, agreement_share_words(s, name, &motion->is, a));
	if (!motion->is.member)
		return *name;
	return MSG("{motion} ({member})", A_MSG("motion", name),
		A_MSG("member", keep(a, describe_member(s, motion->is.member))));
}

/* After "approved": what was, with its article. */
struct message describe_motion_voted(
	const struct session *s, const struct motion *motion, struct arena *a)
{
	const struct motion_moved *m = &motion->is;
	struct arg n = A_DIGITS("n", m->motion), title = A_BOTH("title", item_of(s, m));

	switch ((enum motion_kind)m->kind) {
	case MOTION_AMENDMENT:
		return MSG("the amendment no. {n}", n);
	case MOTION_PROPOSAL:
		return both_any(motion_title(m)) ? MSG("the proposal no. {n}: {title}", n,
							   A_BOTH("title", motion_title(m)))
						 : MSG("the proposal no. {n}", n);
	case MOTION_THANKS:
		return both_any(motion_title(m)) ? MSG("the motion of thanks no. {n}: {title}", n,
							   A_BOTH("title", motion_title(m)))
						 : MSG("the motion of thanks no. {n}", n);
	case MOTION_POSTPONE:
		return MSG("the motion no. {n} to postpone the item", n);
	case MOTION_COMMITTEE:
		return MSG("the motion no. {n} to refer the item to the committee", n);
	case MOTION_CLOSE_DEBATE:
		return MSG("the motion no. {n} to close the debate", n);
	case MOTION_SUSPEND:
		return MSG("the motion no. {n} to suspend the sitting", n);
	case MOTION_COUNT:
		return MSG("the call no. {n} for a count of the quorum", n);
	case MOTION_AGENDA:
		return TEXT("the agenda");
	case MOTION_INSERT:
		return MSG("the inclusion of the item “{title}” on the agenda", title);
	case MOTION_SHIFT:
		return MSG("the move of the item “{title}” to place {to} of the agenda", title,
			A_INT("to", m->to));
	case MOTION_TAKE_OFF:
		return MSG("the withdrawal of the item “{title}” from the agenda", title);
	case MOTION_TRANSFER:
		return transfer_words(keep(a, MSG("the budget amendment no. {n}", n)), m);
	case MOTION_CHAPTER:
		return m->line.n ? MSG("the chapter {code} of the budget", A_STR("code", m->line))
				 : TEXT("the revenue of the budget");
	case MOTION_SHARE:
		return agreement_share_words(
			s, keep(a, MSG("the amendment no. {n} of the amounts", n)), m, a);
	case MOTION_KIND_COUNT:
		break;
	}
	return NO_MESSAGE;
}
