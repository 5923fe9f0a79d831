/* Deciding: motions, amendments, and an agenda that the assembly changes by its vote. */
#include "model/deciding.h"

#include "model/diff.h"
#include "model/motion.h"

/* --- moving --- */

static bool is_here(struct deciding *d, int64_t number)
{
	const struct seat *seat = session_seat(d->s, number);

	if (!seat)
		return refuse(d, "unknown-member",
			MSG("There is no member no. {n}.", A_SEAT("n", number)));
	if (seat->presence != PRESENCE_HERE)
		return refuse(d, "not-here",
			MSG("{who} is not present and moves nothing; record the arrival first.",
				A_MSG("who", message_keep(d->a, seat_message(d, number)))));
	return true;
}

static bool movers_are_here(struct deciding *d, const struct motion_moved *m)
{
	if (m->member && !is_here(d, m->member))
		return false;
	if (m->seconders.n && !members_named(d, m->seconders))
		return false;
	for (size_t i = 0; i < m->seconders.n; i++) {
		if (m->seconders.at[i] == m->member)
			return refuse(d, "own-second",
				TEXT("Who moves a motion does not second it as well."));
		if (!is_here(d, m->seconders.at[i]))
			return false;
	}
	return true;
}

/* Speaks of the sitting as much as of an item. */
static bool needs_no_item(enum motion_kind kind)
{
	return kind == MOTION_THANKS || kind == MOTION_SUSPEND || kind == MOTION_COUNT;
}

/* What it is about; false after refusing. */
static bool motion_item(struct deciding *d, int64_t number, struct motion_moved *m)
{
	enum motion_kind kind = (enum motion_kind)m->kind;
	const struct item *item;

	if (!number && !d->s->open_item && needs_no_item(kind))
		return true;
	m->item = open_item_key(d, number);
	if (!m->item)
		return false;
	item = session_item(d->s, m->item);
	if (item_decided(item) && !needs_no_item(kind))
		return refuse(d, "decided",
			TEXT("This item is already decided; a vote can be voided and repeated."));
	if (kind == MOTION_CLOSE_DEBATE && item->discussed)
		return refuse(
			d, "discussed", TEXT("The discussion of this item is already closed."));
	return true;
}

static struct str change_of(struct str before, struct str after)
{
	return str_equal(before, after) ? STR("") : after;
}

/* The wordings as they stand and as they would; false after refusing. */
static bool motion_words(struct deciding *d, struct motion_moved *m)
{
	enum motion_kind kind = (enum motion_kind)m->kind;

	if (kind == MOTION_AMENDMENT) {
		struct both now = motion_text(d->s, session_item(d->s, m->item));

		m->before_ar = now.ar;
		m->before_fr = now.fr;
		m->after_ar = change_of(now.ar, m->after_ar);
		m->after_fr = change_of(now.fr, m->after_fr);
		if (!m->after_ar.n && !m->after_fr.n)
			return refuse(d, "no-change",
				TEXT("The amendment changes nothing: write the text as it would "
				     "then read."));
	}
	if (!m->member && (motion_amends(kind) || kind == MOTION_PROPOSAL))
		return refuse(d, "no-mover", TEXT("Say who moves it: a member's number."));
	if ((kind == MOTION_PROPOSAL || kind == MOTION_THANKS) && !m->after_ar.n &&
		!m->after_fr.n && !m->title_ar.n && !m->title_fr.n)
		return refuse(d, "no-text", TEXT("Give the motion a title or its words."));
	if ((kind == MOTION_POSTPONE || kind == MOTION_COMMITTEE) && !m->grounds_ar.n &&
		!m->grounds_fr.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	return true;
}

static bool move_motion(struct deciding *d)
{
	const struct motion_move *c = &d->c->arg.motion_move;
	struct motion_moved m = {
		.motion = motion_new_number(d->s, (enum motion_kind)c->kind),
		.kind = c->kind,
		.member = c->member,
		.seconders = c->seconders,
		.title_ar = c->title_ar,
		.title_fr = c->title_fr,
		.after_ar = c->text_ar,
		.after_fr = c->text_fr,
		.grounds_ar = c->grounds_ar,
		.grounds_fr = c->grounds_fr,
	};

	if (motion_is_agenda((enum motion_kind)c->kind))
		return refuse(d, "agenda-kind",
			TEXT("The agenda has acts of its own: adopt, insert, move, withdraw."));
	if (c->kind == MOTION_CHAPTER)
		return refuse(d, "chapter-kind",
			TEXT("A chapter is put to the vote by its own vote: chapter=2."));
	if (!motion_item(d, c->item, &m) || !motion_words(d, &m) || !movers_are_here(d, &m) ||
		!budget_transfer(d, &m) || !agreement_share(d, &m))
		return false;
	fact(d, EVENT_MOTION_MOVED)->motion_moved = m;
	return true;
}

static const struct motion *waiting_motion(struct deciding *d, int64_t n)
{
	const struct motion *motion = session_motion(d->s, n);

	if (!motion) {
		(void)refuse(
			d, "unknown-motion", MSG("There is no motion no. {n}.", A_DIGITS("n", n)));
		return NULL;
	}
	if (motion_state(d->s, motion) != MOTION_WAITS) {
		struct message state = motion_state_words(motion_state(d->s, motion));

		(void)refuse(d, "motion-done",
			MSG("{motion}: {state}; nothing is left to vote.",
				A_MSG("motion", message_keep(d->a, motion_name(motion, d->a))),
				A_MSG("state", message_keep(d->a, state))));
		return NULL;
	}
	return motion;
}

static bool withdraw_motion(struct deciding *d)
{
	const struct motion_reason *c = &d->c->arg.motion_withdraw;

	if (!waiting_motion(d, c->motion))
		return false;
	if (!c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	fact(d, EVENT_MOTION_WITHDRAWN)->motion_withdrawn = *c;
	return true;
}

/* --- the agenda --- */

static bool can_adopt_agenda(struct deciding *d)
{
	if (!can_treat(d))
		return false;
	if (d->s->open_item || d->s->last_item)
		return refuse(d, "agenda-begun",
			TEXT("The items of the agenda are already being taken."));
	for (size_t i = 0; i < d->s->motions.n; i++) {
		const struct motion *motion = &d->s->motions.at[i];

		if (motion->is.kind == MOTION_AGENDA && !motion->withdrawn &&
			motion_state(d->s, motion) != MOTION_IS_LAPSED)
			return refuse(d, "agenda-put",
				TEXT("The agenda was already put to the assembly."));
	}
	return true;
}

static bool adopt_agenda(struct deciding *d)
{
	fact(d, EVENT_MOTION_MOVED)->motion_moved = (struct motion_moved){
		.motion = motion_new_number(d->s, MOTION_AGENDA), .kind = MOTION_AGENDA};
	return true;
}

bool agenda_may_begin(struct deciding *d)
{
	return ask(d, "agenda-vote",
		MSG("The agenda was not adopted by a vote, which the rules expect ({rule}). "
		    "Take its items all the same? The minutes will say so.",
			a_rule(d, &d->s->rules, RULE_AGENDA_VOTE)));
}

static bool has_grounds(struct deciding *d, const struct motion_moved *m)
{
	if (!m->grounds_ar.n && !m->grounds_fr.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	return movers_are_here(d, m);
}

/* The last agenda number from LOW to HIGH under which an item was begun; 0: none. It was said in
 * the room and stands in what was announced, so it does not change any more. */
static int64_t begun_between(const struct session *s, int64_t low, int64_t high)
{
	for (int64_t n = high; n >= low; n--) {
		const struct item *item = session_item(s, session_agenda_key(s, n));

		if (item && (item->n_opened || item->n_ended))
			return n;
	}
	return 0;
}

static bool numbers_stand(struct deciding *d, int64_t low, int64_t high)
{
	int64_t n = begun_between(d->s, low, high);

	if (!n)
		return true;
	return refuse(d, "numbers-stand",
		MSG("Item {n} was begun under this number, which would change; choose a place "
		    "after it.",
			A_INT("n", n)));
}

static bool insert_item(struct deciding *d)
{
	const struct agenda_insert *c = &d->c->arg.agenda_insert;
	int64_t last = (int64_t)d->s->agenda.n + 1;
	int64_t begun = begun_between(d->s, 1, last - 1);
	struct motion_moved m = {
		.motion = motion_new_number(d->s, MOTION_INSERT),
		.item = (int64_t)d->s->items.n + 1,
		.kind = MOTION_INSERT,
		.member = c->member,
		.title_ar = c->title_ar,
		.title_fr = c->title_fr,
		.grounds_ar = c->grounds_ar,
		.grounds_fr = c->grounds_fr,
		.to = c->at   ? c->at
		      : begun ? begun + 1
			      : last,
	};

	if (!c->title_ar.n && !c->title_fr.n)
		return refuse(d, "no-title", TEXT("Give the item a title in Arabic or in French."));
	if (c->at > last)
		return refuse(d, "bad-place",
			MSG("The item cannot stand at {n}: the agenda has {count}.",
				A_INT("n", c->at), A_INT("count", last - 1)));
	if (!numbers_stand(d, m.to, last - 1) || !has_grounds(d, &m))
		return false;
	fact(d, EVENT_ITEM_ADDED)->item_added = (struct item_text){
		.item = m.item,
		.kind = c->kind,
		.title_ar = c->title_ar,
		.title_fr = c->title_fr,
		.text_ar = c->text_ar,
		.text_fr = c->text_fr,
	};
	if (m.to < last)
		fact(d, EVENT_ITEM_MOVED)->item_moved = (struct item_moved){m.item, m.to};
	fact(d, EVENT_MOTION_MOVED)->motion_moved = m;
	return true;
}

/* An item that still waits, and about whose place nothing waits; NULL after refusing. */
static const struct item *item_to_change(struct deciding *d, int64_t number)
{
	int64_t key = item_key(d, number);
	const struct item *item = key ? session_item(d->s, key) : NULL;

	if (!item)
		return NULL;
	if (item->state != ITEM_IS_WAITING) {
		(void)refuse(d, "item-treated",
			MSG("Item {n} is already dealt with.", A_INT("n", number)));
		return NULL;
	}
	for (size_t i = 0; i < d->s->motions.n; i++) {
		const struct motion *motion = &d->s->motions.at[i];

		if (motion->is.item == key && motion_state(d->s, motion) == MOTION_WAITS) {
			(void)refuse(d, "motion-waits",
				MSG("{motion} waits for its vote on this item.",
					A_MSG("motion",
						message_keep(d->a, motion_name(motion, d->a)))));
			return NULL;
		}
	}
	return item;
}

static bool change_agenda(struct deciding *d, const struct agenda_move *c, enum motion_kind kind)
{
	const struct item *item = item_to_change(d, c->item);
	struct motion_moved m = {
		.motion = motion_new_number(d->s, kind),
		.kind = kind,
		.member = c->member,
		.grounds_ar = c->grounds_ar,
		.grounds_fr = c->grounds_fr,
		.to = kind == MOTION_SHIFT ? c->to : 0,
	};

	if (!item)
		return false;
	m.item = item->is.item;
	if (kind == MOTION_SHIFT && (c->to < 1 || c->to > (int64_t)d->s->agenda.n))
		return refuse(d, "bad-place",
			MSG("The item cannot stand at {n}: the agenda has {count}.",
				A_INT("n", c->to), A_INT("count", (int64_t)d->s->agenda.n)));
	if (kind == MOTION_SHIFT && c->to == c->item)
		return refuse(d, "same-place", TEXT("The item stands there already."));
	if (kind == MOTION_SHIFT && !numbers_stand(d, c->to < c->item ? c->to : c->item,
					    c->to < c->item ? c->item : c->to))
		return false;
	if (!has_grounds(d, &m))
		return false;
	fact(d, EVENT_MOTION_MOVED)->motion_moved = m;
	return true;
}

static bool move_item(struct deciding *d)
{
	return change_agenda(d, &d->c->arg.agenda_move, MOTION_SHIFT);
}

static bool withdraw_item(struct deciding *d)
{
	return change_agenda(d, &d->c->arg.agenda_withdraw, MOTION_TAKE_OFF);
}

/* --- votes on motions --- */

bool motion_to_vote(struct deciding *d, int64_t n, int64_t number, int64_t *key, struct both *text)
{
	const struct motion *motion = waiting_motion(d, n);
	const struct item *item = motion ? session_item(d->s, motion->is.item) : NULL;

	if (!motion)
		return false;
	*key = motion_place(motion);
	*text = (struct both){{0}, {0}};
	if (number && session_agenda_key(d->s, number) != motion->is.item)
		return refuse(d, "other-item",
			MSG("Motion no. {n} is not about item {item}.", A_DIGITS("n", n),
				A_INT("item", number)));
	if (motion->is.kind == MOTION_COUNT)
		return refuse(d, "count-only",
			TEXT("The quorum is counted, not voted: record it again."));
	if (!motion_amends((enum motion_kind)motion->is.kind))
		return true;
	if (!item->presented)
		return refuse(d, "not-presented",
			TEXT("The vote waits for the item to be presented; Enter records it."));
	if (motion->is.kind == MOTION_TRANSFER)
		return budget_transfer_votable(d, motion);
	if (motion->is.kind == MOTION_SHARE)
		return true;
	if (!motion_result(d->s, motion, text, d->a))
		return refuse(d, "overlap",
			MSG("{motion} changes the same words as an amendment adopted before: have "
			    "it withdrawn, and moved again on the text as it stands.",
				A_MSG("motion", message_keep(d->a, motion_name(motion, d->a)))));
	return true;
}

bool motions_may_lapse(struct deciding *d)
{
	size_t n;

	(void)motions_waiting(d->s, d->a, &n);
	if (n == 0)
		return true;
	return ask(d, "motions-wait",
		MSGN("{n} motion was not put to the vote. Go on without it? The minutes will say "
		     "so.",
			"{n} motions were not put to the vote. Go on without them? The minutes "
			"will "
			"say so.",
			(int64_t)n));
}

struct both whole_text(const struct session *s, const struct item *item)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		if (s->motions.at[i].is.item == item->is.item &&
			s->motions.at[i].is.kind == MOTION_AMENDMENT)
			return motion_text(s, item);
	}
	return (struct both){{0}, {0}};
}

/* Something was voted on the words VOTE gave, after it. */
static bool voted_on(const struct session *s, const struct vote *vote)
{
	const struct item *item = session_item(s, vote->id.item);

	for (size_t i = 0; i < item->votes.n; i++) {
		const struct vote *later = &item->votes.at[i];

		if (later->state != VOTE_IS_VOID && later->n_opened > vote->n_closed)
			return true;
	}
	return false;
}

bool motion_vote_may_turn(struct deciding *d, const struct vote *vote)
{
	const struct motion *motion = session_motion(d->s, vote->motion);
	const struct item *item = motion ? session_item(d->s, motion->is.item) : NULL;

	if (!item || vote->state != VOTE_IS_CLOSED)
		return true;
	if ((motion_amends((enum motion_kind)motion->is.kind) && voted_on(d->s, vote)) ||
		(motion->is.kind == MOTION_CHAPTER && item_vote(item)))
		return refuse(d, "voted-on",
			TEXT("A later vote was taken on the words this one gave: void that one "
			     "first."));
	if (motion_is_agenda((enum motion_kind)motion->is.kind) &&
		(item->state == ITEM_IS_OPEN || item->state == ITEM_IS_CLOSED ||
			item->state == ITEM_IS_POSTPONED ||
			(item->state == ITEM_IS_WITHDRAWN && !motion->effective)))
		return refuse(d, "item-treated",
			MSG("Item {n} is already dealt with.",
				A_INT("n", session_agenda_number(d->s, item->is.item))));
	return true;
}

const struct decider deciders_motion[CMD_COUNT] = {
	[CMD_MOTION_MOVE] = {can_treat, move_motion},
	[CMD_MOTION_WITHDRAW] = {can_treat, withdraw_motion},
	[CMD_AGENDA_ADOPT] = {can_adopt_agenda, adopt_agenda, true},
	[CMD_AGENDA_INSERT] = {can_treat, insert_item},
	[CMD_AGENDA_MOVE] = {can_treat, move_item},
	[CMD_AGENDA_WITHDRAW] = {can_treat, withdraw_item},
};
