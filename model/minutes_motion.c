/* Motions in the minutes: who moved what, the words before and after, the vote, what became of
 * the text; and the agenda, as it was sent out and as it was changed. */
#include "model/minutes_part.h"

#include "model/motion.h"

static struct both after_of(const struct motion_moved *m)
{
	return (struct both){m->after_ar, m->after_fr};
}

static void mover(const struct minutes *m, struct node *parent, const struct motion *motion)
{
	const struct motion_moved *is = &motion->is;
	struct arg time = A_TIME("time", motion->at);

	if (!is->member)
		minutes_text(m, parent, MSG("Put by the chair at {time}.", time));
	else if (!is->seconders.n)
		minutes_text(m, parent,
			MSG("Moved at {time} by {person}.", time,
				A_MSG("person", minutes_keep(m, minutes_address(m, is->member)))));
	else
		minutes_text(m, parent,
			MSG("Moved at {time} by {person}, seconded by {members}.", time,
				A_MSG("person", minutes_keep(m, minutes_address(m, is->member))),
				A_MSG("members", minutes_keep(m, describe_members(m->s,
									 is->seconders, m->a)))));
}

static void words(const struct minutes *m, struct node *parent, const struct motion *motion)
{
	const struct motion_moved *is = &motion->is;
	struct both title = {is->title_ar, is->title_fr};
	struct both before = {is->before_ar, is->before_fr}, after = after_of(is);
	struct both grounds = {is->grounds_ar, is->grounds_fr};

	if (both_any(title) && is->kind == MOTION_AMENDMENT)
		minutes_text(m, parent, MSG("Place in the text: {place}.", A_BOTH("place", title)));
	else if (both_any(title))
		minutes_text(m, parent, MSG(minutes_whole, A_BOTH("it", title)));
	if (is->kind == MOTION_AMENDMENT && both_any(before)) {
		minutes_text(m, parent, TEXT("Text before the amendment:"));
		minutes_prose(m, parent, before);
	}
	if (both_any(after)) {
		minutes_text(m, parent,
			is->kind == MOTION_AMENDMENT ? TEXT("Text as moved:") : TEXT("Its words:"));
		minutes_prose(m, parent, after);
	}
	if (both_any(grounds))
		minutes_text(m, parent,
			MSG("Grounds of the motion: {grounds}.", A_BOTH("grounds", grounds)));
}

/* What became of it beside a vote. */
static void fate(const struct minutes *m, struct node *parent, const struct motion *motion)
{
	struct node *n;

	switch (motion_state(m->s, motion)) {
	case MOTION_IS_WITHDRAWN:
		n = minutes_text(m, parent,
			motion->reason.n
				? MSG("It was withdrawn before the vote. Reason: {reason}.",
					  A_REASON("reason", motion->reason))
				: TEXT("It was withdrawn before the vote."));
		minutes_acts(n, motion->n_withdrawn, motion->n_withdrawn);
		break;
	case MOTION_IS_COUNTED:
		minutes_text(m, parent, TEXT("The quorum was counted again."));
		break;
	case MOTION_IS_LAPSED:
		minutes_text(m, parent, TEXT("It was not put to the vote."));
		break;
	case MOTION_WAITS:
		if (m->draft)
			minutes_note(m, parent, TEXT("It is still to be put to the vote."));
		break;
	case MOTION_IS_VOTED:
	case MOTION_IS_ADOPTED:
	case MOTION_IS_REJECTED:
		break;
	}
}

/* The words voted, where an amendment adopted before changed them as well. */
static void merged(const struct minutes *m, struct node *parent, const struct motion *motion,
	const struct vote *vote)
{
	const struct motion_moved *is = &motion->is;
	bool ar = is->after_ar.n && !str_equal(is->after_ar, vote->text.ar);
	bool fr = is->after_fr.n && !str_equal(is->after_fr, vote->text.fr);

	if (is->kind != MOTION_AMENDMENT || (!ar && !fr))
		return;
	minutes_text(m, parent,
		TEXT("Put to the vote on the text as amended before; with it the text would "
		     "read:"));
	minutes_prose(m, parent,
		(struct both){is->after_ar.n ? vote->text.ar : STR(""),
			is->after_fr.n ? vote->text.fr : STR("")});
}

/* Headings begin with a capital letter where there are any. */
static struct message heading(const struct motion *motion)
{
	struct arg n = A_DIGITS("n", motion->is.motion), title = A_BOTH("title", motion->about);

	switch ((enum motion_kind)motion->is.kind) {
	case MOTION_AMENDMENT:
		return MSG("Amendment no. {n}", n);
	case MOTION_PROPOSAL:
		return MSG("Proposal no. {n}", n);
	case MOTION_THANKS:
		return MSG("Motion of thanks no. {n}", n);
	case MOTION_POSTPONE:
		return MSG("Motion to postpone, no. {n}", n);
	case MOTION_COMMITTEE:
		return MSG("Motion to refer to the committee, no. {n}", n);
	case MOTION_CLOSE_DEBATE:
		return MSG("Motion to close the debate, no. {n}", n);
	case MOTION_SUSPEND:
		return MSG("Motion to suspend the sitting, no. {n}", n);
	case MOTION_COUNT:
		return MSG("Call for a count of the quorum, no. {n}", n);
	case MOTION_AGENDA:
		return TEXT("Adoption of the agenda");
	case MOTION_INSERT:
		return MSG("Urgent item: “{title}”", title);
	case MOTION_SHIFT:
		return MSG("Change of place on the agenda: “{title}”", title);
	case MOTION_TAKE_OFF:
		return MSG("Withdrawal from the agenda: “{title}”", title);
	case MOTION_TRANSFER:
		return MSG("Budget amendment no. {n}", n);
	case MOTION_CHAPTER:
		return motion->is.line.n
			       ? MSG("Chapter {code} of the budget", A_STR("code", motion->is.line))
			       : TEXT("Revenue of the budget");
	case MOTION_SHARE:
		return MSG("Amendment of the amounts no. {n}", n);
	case MOTION_KIND_COUNT:
		break;
	}
	return NO_MESSAGE;
}

static void motion_part(const struct minutes *m, struct node *parent, const struct motion *motion)
{
	struct item *item = session_item(m->s, motion_place(motion));
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

	minutes_acts(section, motion->n, motion->n);
	minutes_heading(m, section, 3, heading(motion));
	mover(m, section, motion);
	words(m, section, motion);
	minutes_budget_motion(m, section, motion);
	minutes_agreement_motion(m, section, motion);
	for (size_t i = 0; i < (item ? item->votes.n : 0); i++) {
		const struct vote *vote = &item->votes.at[i];

		if (vote->motion != motion->is.motion)
			continue;
		merged(m, section, motion, vote);
		minutes_vote(m, section, item, vote);
	}
	fate(m, section, motion);
}

void minutes_motions(
	const struct minutes *m, struct node *parent, const struct item *item, bool after)
{
	const struct vote *whole = item_vote(item);

	for (size_t i = 0; i < m->s->motions.n; i++) {
		const struct motion *motion = &m->s->motions.at[i];

		if (motion_place(motion) == item->is.item &&
			(whole && motion->n > whole->n_opened) == after)
			motion_part(m, parent, motion);
	}
}

void minutes_own_motions(
	const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *section = NULL;

	for (size_t i = 0; i < m->s->motions.n; i++) {
		const struct motion *motion = &m->s->motions.at[i];

		if (motion_place(motion) != OWN_MATTERS || motion->sitting != sitting->is.sitting)
			continue;
		if (!section) {
			section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
			minutes_heading(
				m, section, 2, TEXT("Motions on the agenda and on the sitting"));
		}
		motion_part(m, section, motion);
	}
}

/* Amendments adopted on ITEM that touched one language and not the other, though the text has both:
 * *AR and *FR say whose wording stayed behind. */
static void stayed_behind(const struct minutes *m, const struct item *item, bool *ar, bool *fr)
{
	*ar = *fr = false;
	for (size_t i = 0; i < m->s->motions.n; i++) {
		const struct motion *motion = &m->s->motions.at[i];
		const struct motion_moved *is = &motion->is;

		if (is->kind != MOTION_AMENDMENT || is->item != item->is.item ||
			motion_state(m->s, motion) != MOTION_IS_ADOPTED)
			continue;
		*ar = *ar || (!is->after_ar.n && is->before_ar.n);
		*fr = *fr || (!is->after_fr.n && is->before_fr.n);
	}
}

/* Never a wording as the adopted one that an adopted amendment does not stand in. */
void minutes_final_text(const struct minutes *m, struct node *parent, const struct item *item)
{
	const struct vote *vote = item_vote(item);
	struct both text = motion_voted_text(item);
	bool ar, fr;

	if (!vote || vote->state != VOTE_IS_CLOSED || !outcome_adopted(vote->outcome) ||
		!both_any(text) ||
		(str_equal(text.ar, item->is.text_ar) && str_equal(text.fr, item->is.text_fr)))
		return;
	stayed_behind(m, item, &ar, &fr);
	minutes_heading(m, parent, 3, TEXT("Text as adopted"));
	if (ar == fr) {
		minutes_prose(m, parent, text);
		if (ar)
			minutes_prose(m, parent,
				m->lang == LANG_AR ? (struct both){.fr = text.fr}
						   : (struct both){.ar = text.ar});
	} else {
		minutes_prose(m, parent,
			ar ? (struct both){.fr = text.fr} : (struct both){.ar = text.ar});
	}
	if (ar || fr)
		minutes_note(m, parent,
			TEXT("An amendment was adopted in one language only: the wording in the "
			     "other one is still to be brought into line."));
}

/* --- the agenda --- */

static struct message entry(int64_t number, const struct item *item)
{
	return MSG("Item {number:digits}: {title}", A_ORDINAL("number", number),
		A_BOTH("title", item_title(item)));
}

/* Items put on the agenda after the opening stand in the list of changes with their place. */
void minutes_agenda_called(const struct minutes *m, struct node *section)
{
	struct node *list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);

	for (size_t i = 0; i < m->s->called.n; i++)
		node_add(m->a, list, NODE_LIST_ITEM,
			entry((int64_t)i + 1, session_item(m->s, m->s->called.at[i])));
	minutes_text(m, section, TEXT("The agenda as it stood after the changes made in session:"));
	list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);
	for (size_t i = 0; i < m->s->agenda.n; i++) {
		const struct item *item = session_item(m->s, m->s->agenda.at[i]);
		struct message line = entry((int64_t)i + 1, item);

		if (item->state == ITEM_IS_WITHDRAWN)
			line = MSG("{item} (withdrawn)", A_MSG("item", minutes_keep(m, line)));
		else if (item->state == ITEM_IS_PROPOSED)
			line = MSG("{item} (proposed, not voted)",
				A_MSG("item", minutes_keep(m, line)));
		node_add(m->a, list, NODE_LIST_ITEM, line);
	}
}

bool minutes_agenda_changed(const struct minutes *m)
{
	if (!m->s->called.n)
		return false;
	if (m->s->called.n != m->s->agenda.n)
		return true;
	for (size_t i = 0; i < m->s->agenda.n; i++) {
		if (m->s->called.at[i] != m->s->agenda.at[i])
			return true;
	}
	return false;
}
