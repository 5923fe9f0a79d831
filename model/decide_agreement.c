/* Deciding: what an agreement is, its parties and amounts, and what happens to it outside the vote.
 * The contributions are never held against the total: what is missing is shown and minuted. */
#include "model/deciding.h"

#include "model/agreement.h"

static bool can_agree(struct deciding *d)
{
	if (!can_change_agenda(d))
		return false;
	for (size_t i = 0; i < d->s->agenda.n; i++) {
		if (session_item(d->s, d->s->agenda.at[i])->is.kind == ITEM_AGREEMENT)
			return true;
	}
	return refuse(d, "no-agreement", TEXT("No item of the agenda is an agreement."));
}

/* An agreement that was not put to the vote; NULL after refusing. */
static const struct item *changeable(struct deciding *d, int64_t number)
{
	const struct item *item = changeable_item(d, number);
	const struct motion *motion;

	if (!item)
		return NULL;
	if (item->is.kind != ITEM_AGREEMENT) {
		(void)refuse(d, "not-agreement",
			MSG("Item {n} is not an agreement.", A_INT("n", number)));
		return NULL;
	}
	motion = agreement_share_waits(d->s, item);
	if (motion) {
		(void)refuse(d, "motion-waits",
			MSG("{motion} waits for its vote on this item.",
				A_MSG("motion", message_keep(d->a, motion_name(motion, d->a)))));
		return NULL;
	}
	return item;
}

/* --- kind and parent --- */

/* The session a command names: the chosen one for 0 or its own number; NULL after refusing. */
static const struct session *session_or_refuse(struct deciding *d, int64_t number)
{
	if (d->s && (!number || number == d->s->is.number))
		return d->s;
	if (d->w->from && d->w->from->is.number == number)
		return d->w->from;
	(void)refuse(d, "unknown-session",
		MSG("There is no session {n} in this register.", A_DIGITS("n", number)));
	return NULL;
}

static bool is_parent(const struct agreement_described *a, const struct agreement_described *b)
{
	return a->parent_session == b->parent_session && a->parent_item == b->parent_item &&
	       (a->parent_item || (str_equal(a->parent_ar, b->parent_ar) &&
					  str_equal(a->parent_fr, b->parent_fr)));
}

/* ITEM would stand above itself. */
static bool goes_round(
	const struct deciding *d, const struct item *item, const struct agreement_described *is)
{
	for (size_t i = 0; i <= d->s->items.n; i++) {
		const struct item *parent;

		if (is->parent_session != d->s->is.number)
			return false;
		if (is->parent_item == item->is.item)
			return true;
		parent = session_item(d->s, is->parent_item);
		if (!parent)
			return false;
		is = &parent->about;
	}
	return true;
}

/* The parent, taken into IS; false after refusing. */
static bool take_parent(struct deciding *d, const struct item *item, struct agreement_described *is)
{
	const struct agreement_describe *c = &d->c->arg.agreement_describe;
	const struct session *s;
	const struct item *parent;

	if (!c->parent)
		return true;
	s = session_or_refuse(d, c->session);
	if (!s)
		return false;
	parent = session_item(s, session_agenda_key(s, c->parent));
	if (!parent || parent->is.kind != ITEM_AGREEMENT)
		return refuse(d, "parent-kind",
			MSG("Item {n} of session {session} is not an agreement: it cannot be a "
			    "parent.",
				A_INT("n", c->parent), A_DIGITS("session", s->is.number)));
	is->parent_session = s->is.number;
	is->parent_item = parent->is.item;
	is->parent_ar = parent->is.title_ar;
	is->parent_fr = parent->is.title_fr;
	return !goes_round(d, item, is) ||
	       refuse(d, "own-parent",
		       TEXT("An agreement cannot stand above itself: choose another parent."));
}

static bool take_number(struct deciding *d, const struct item *item, struct agreement_described *is)
{
	int64_t last = 0;

	if (is->kind != AGREEMENT_ADDENDUM)
		return !is->addendum || refuse(d, "addendum-kind",
						TEXT("Only an addendum has a number among those of "
						     "its parent: kind=addendum."));
	for (size_t i = 0; i < d->s->items.n; i++) {
		const struct item *other = &d->s->items.at[i];

		if (other == item || other->about.kind != AGREEMENT_ADDENDUM ||
			!is_parent(&other->about, is))
			continue;
		if (is->addendum && other->about.addendum == is->addendum)
			return refuse(d, "addendum-taken",
				MSG("The agenda already has an addendum no. {n} to this agreement.",
					A_DIGITS("n", is->addendum)));
		if (other->about.addendum > last)
			last = other->about.addendum;
	}
	if (!is->addendum)
		is->addendum = last + 1;
	return true;
}

static bool describe_agreement(struct deciding *d)
{
	const struct agreement_describe *c = &d->c->arg.agreement_describe;
	const struct item *item = changeable(d, c->item);
	struct agreement_described is = {
		.kind = c->kind,
		.addendum = c->addendum,
		.reference = c->reference,
		.link = c->link,
		.parent_ar = c->parent_ar,
		.parent_fr = c->parent_fr,
		.subject_ar = c->subject_ar,
		.subject_fr = c->subject_fr,
		.months = c->months,
		.line = c->line,
		.year = c->year,
		.total = c->total,
	};
	bool parent;

	if (!item || !take_parent(d, item, &is))
		return false;
	is.item = item->is.item;
	parent = is.parent_ar.n || is.parent_fr.n;
	if (is.kind == AGREEMENT_ADDENDUM && is.link == LINK_NONE)
		is.link = LINK_AMENDS;
	if (!parent && is.link != LINK_NONE)
		return refuse(d, "no-parent",
			TEXT("Say to which agreement: its agenda number, or its title when it is "
			     "in "
			     "no session of the register."));
	if (parent && is.link == LINK_NONE)
		return refuse(d, "no-link",
			TEXT("Say what it is to its parent: implements, amends, replaces or "
			     "annex."));
	if (!take_number(d, item, &is))
		return false;
	fact(d, EVENT_AGREEMENT_DESCRIBED)->agreement_described = is;
	return true;
}

/* --- parties --- */

static bool unknown_party(struct deciding *d, int64_t number)
{
	return refuse(d, "unknown-party",
		MSG("The agreement has no party no. {n}.", A_DIGITS("n", number)));
}

/* Another one of the same name, or a second chamber; false after refusing. */
static bool stands_alone(struct deciding *d, const struct item *item, const struct party_set *is)
{
	const struct party_set *chamber = agreement_chamber(item);

	if (is->chamber && chamber && chamber->party != is->party)
		return refuse(d, "second-chamber",
			TEXT("Another party is marked as the chamber itself already."));
	for (size_t i = 0; i < item->parties.n; i++) {
		const struct party_set *other = &item->parties.at[i];

		if (other->party != is->party &&
			((is->name_ar.n && str_equal(other->name_ar, is->name_ar)) ||
				(is->name_fr.n && str_equal(other->name_fr, is->name_fr))))
			return refuse(d, "party-known",
				MSG("Party no. {n} is called so already.",
					A_INT("n", (int64_t)i + 1)));
	}
	return true;
}

static bool set_party(struct deciding *d)
{
	const struct agreement_party *c = &d->c->arg.agreement_party;
	const struct item *item = changeable(d, c->item);
	const struct party_set *old = item ? agreement_party_at(item, c->party) : NULL;
	int64_t last = item ? (int64_t)item->parties.n + (old == NULL) : 0;
	struct party_set is = {
		.name_ar = c->name_ar,
		.name_fr = c->name_fr,
		.role = c->role,
		.also = c->also,
		.chamber = c->chamber,
		.amount = c->amount,
		.kind_ar = c->kind_ar,
		.kind_fr = c->kind_fr,
		.at = c->at,
	};

	if (!item)
		return false;
	if (c->party && !old)
		return unknown_party(d, c->party);
	if (!old && item->parties.n == AGREEMENT_PARTIES_MAX)
		return refuse(d, "too-many-parties",
			MSG("An agreement has at most {n} parties here.",
				A_INT("n", AGREEMENT_PARTIES_MAX)));
	if (c->at > last)
		return refuse(d, "bad-party-place",
			MSG("The party cannot stand at {n}: there are {count}.", A_INT("n", c->at),
				A_INT("count", last)));
	is.item = item->is.item;
	is.party = old ? old->party : item->last_party + 1;
	if (c->chamber && !c->name_ar.n && !c->name_fr.n) {
		is.name_ar = d->s->is.head.name_ar;
		is.name_fr = d->s->is.head.name_fr;
	}
	if (!is.name_ar.n && !is.name_fr.n)
		return refuse(
			d, "no-party-name", TEXT("Give the party a name in Arabic or in French."));
	if (is.role == ROLE_NONE)
		return refuse(d, "no-role",
			TEXT("Say what the party does in the agreement: funder, host, partner …"));
	if (is.role == is.also)
		return refuse(d, "same-role", TEXT("The second role is the first one again."));
	if (!stands_alone(d, item, &is))
		return false;
	fact(d, EVENT_PARTY_SET)->party_set = is;
	return true;
}

static bool drop_party(struct deciding *d)
{
	const struct party_removed *c = &d->c->arg.agreement_drop;
	const struct item *item = changeable(d, c->item);
	const struct party_set *party = item ? agreement_party_at(item, c->party) : NULL;

	if (!item)
		return false;
	if (!party)
		return unknown_party(d, c->party);
	fact(d, EVENT_PARTY_REMOVED)->party_removed =
		(struct party_removed){item->is.item, party->party};
	return true;
}

/* --- amounts that the assembly changes --- */

bool agreement_share(struct deciding *d, struct motion_moved *m)
{
	const struct motion_move *c = &d->c->arg.motion_move;
	const struct item *item = session_item(d->s, m->item);
	const struct party_set *party;

	if (c->kind != MOTION_SHARE)
		return !c->party ||
		       refuse(d, "not-a-share",
			       TEXT("A party belongs to an amendment of the amounts: kind=share."));
	if (!agreement_known(item))
		return refuse(d, "no-parties",
			TEXT("The open item is not an agreement with parties or a total: there is "
			     "no amount to change."));
	party = agreement_party_at(item, c->party);
	if (c->party && !party)
		return unknown_party(d, c->party);
	m->party = party ? party->party : 0;
	m->amount = c->amount;
	return agreement_amount(d->s, item, m->party, AGREEMENT_NOW) != m->amount ||
	       refuse(d, "same-amount",
		       TEXT("The amount is this one already: write what it would become."));
}

/* --- what happens outside the vote --- */

/* The act, said of an agreement of session S; false after refusing. */
static bool step(struct deciding *d, const struct session *s, struct agreement_stepped *is)
{
	const struct agreement_follow *c = &d->c->arg.agreement_follow;
	const struct item *item = session_item(s, session_agenda_key(s, c->item));
	struct date today = instant_date(d->at);
	struct agreement_standing standing;

	if (!item || item->is.kind != ITEM_AGREEMENT)
		return refuse(d, "not-agreement",
			MSG("Item {n} is not an agreement.", A_INT("n", c->item)));
	if (c->step == STEP_APPROVED)
		return refuse(d, "voted-not-typed",
			TEXT("That the assembly approved it follows from its vote and is not "
			     "typed."));
	*is = (struct agreement_stepped){
		.item = item->is.item,
		.step = c->step,
		.date = c->date.year ? c->date : today,
		.who_ar = c->who_ar,
		.who_fr = c->who_fr,
		.place_ar = c->place_ar,
		.place_fr = c->place_fr,
		.note = c->note,
	};
	if (date_compare(is->date, today) > 0)
		return refuse(d, "future-date",
			TEXT("That day is still to come: record it when it has happened."));
	if (!c->who_ar.n && !c->who_fr.n &&
		(c->step == STEP_INITIALLED || c->step == STEP_SIGNED ||
			c->step == STEP_VISA_GIVEN || c->step == STEP_VISA_REFUSED))
		return refuse(d, "no-who", TEXT("Say by whom: it stands in the record."));
	standing = agreement_standing(s, item, d->w->chamber);
	if (d->s && d->s != s)
		agreement_take(&standing, d->s->followed.at, d->s->followed.n, s->is.number,
			item->is.item);
	if (standing.on[c->step].year &&
		!ask(d, "step-again",
			MSG("It was already recorded: {step}. Record it again? The newest counts; "
			    "both stay in the record.",
				A_MSG("step",
					message_keep(d->a, agreement_step_words(
								   standing.by[c->step], d->a))))))
		return false;
	return true;
}

/* The session and the title, for a stream that is not that of S. */
static void name_it(const struct session *s, struct agreement_stepped *is)
{
	const struct item *item = session_item(s, is->item);

	is->session = s->is.number;
	is->title_ar = item->is.title_ar;
	is->title_fr = item->is.title_fr;
}

static bool can_step(struct deciding *d)
{
	if (d->s && (d->s->phase == PHASE_FROZEN || d->s->phase == PHASE_SEALED))
		return refuse(d, d->s->phase == PHASE_FROZEN ? "frozen" : "sealed",
			TEXT("The record of this session is closed: what happens to its agreements "
			     "now is recorded in the register of the chamber."));
	return can_session(d);
}

static bool record_step(struct deciding *d)
{
	const struct agreement_follow *c = &d->c->arg.agreement_step;
	const struct session *s = session_or_refuse(d, c->session);
	struct agreement_stepped is;

	if (!s)
		return false;
	if (!step(d, s, &is))
		return false;
	if (s != d->s)
		name_it(s, &is);
	fact(d, EVENT_AGREEMENT_STEPPED)->agreement_stepped = is;
	return true;
}

static bool follow(struct deciding *d)
{
	const struct agreement_follow *c = &d->c->arg.agreement_follow;
	const struct session *s = session_or_refuse(d, c->session);
	struct agreement_stepped is;

	if (!s)
		return false;
	if (s->phase != PHASE_FROZEN && s->phase != PHASE_SEALED)
		return refuse(d, "record-open",
			TEXT("The record of that session is still open: open that session and "
			     "record it there, so that its minutes have it."));
	if (!step(d, s, &is))
		return false;
	name_it(s, &is);
	fact(d, EVENT_AGREEMENT_STEPPED)->agreement_stepped = is;
	return true;
}

const struct decider deciders_agreement[CMD_COUNT] = {
	[CMD_AGREEMENT_DESCRIBE] = {can_agree, describe_agreement},
	[CMD_AGREEMENT_PARTY] = {can_agree, set_party},
	[CMD_AGREEMENT_DROP] = {can_agree, drop_party},
	[CMD_AGREEMENT_STEP] = {can_step, record_step},
	[CMD_AGREEMENT_FOLLOW] = {can_chamber, follow},
};
