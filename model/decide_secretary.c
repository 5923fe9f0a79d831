/* Deciding: who writes the minutes. No sitting goes on without somebody who does. */
#include "model/deciding.h"

#include "model/attendance.h"
#include "model/secretary.h"

static bool refuse_one(struct deciding *d, int64_t number, const char *code, const char *id)
{
	return refuse(d, code, MSG(id, A_MSG("who", message_keep(d->a, seat_message(d, number)))));
}

/* C names somebody who can take the minutes over while LEAVING go. */
static bool can_follow(
	struct deciding *d, const struct secretary_changed *c, struct numbers leaving)
{
	const struct secretary_changed *now = secretary_at(session_sitting(d->s), UINT32_MAX);
	const struct seat *seat;

	if (!c->member) {
		if (!c->name_ar.n && !c->name_fr.n)
			return refuse(d, "no-secretary",
				TEXT("Name the secretary of the sitting: a member's number or a "
				     "name."));
		if (!now->member && str_equal(now->name_ar, c->name_ar) &&
			str_equal(now->name_fr, c->name_fr))
			return refuse(d, "same-secretary",
				TEXT("The secretary of the sitting is named so already."));
		return true;
	}
	seat = seat_or_refuse(d, c->member);
	if (!seat)
		return false;
	if (!secretary_can_be(d->s, leaving, seat))
		return refuse_one(d, c->member, "writer-not-here",
			N_("{who} is not present and cannot be secretary of the sitting."));
	if (now->member == c->member)
		return refuse_one(d, c->member, "same-secretary",
			N_("{who} is the secretary of the sitting already."));
	return true;
}

static void change_fact(struct deciding *d, struct secretary_changed c)
{
	if (c.member)
		c.name_ar = c.name_fr = STR("");
	fact(d, EVENT_SECRETARY_CHANGED)->secretary_changed = c;
}

static bool change_secretary(struct deciding *d)
{
	const struct secretary_changed *c = &d->c->arg.secretary_change;

	if (!can_follow(d, c, (struct numbers){NULL, 0}))
		return false;
	if (c->cause == SECRETARY_OTHER && !c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	change_fact(d, *c);
	return true;
}

bool secretary_hands_over(struct deciding *d, struct numbers members, struct secretary_next next,
	enum secretary_cause cause)
{
	struct secretary_changed c = {.member = next.secretary,
		.name_ar = next.secretary_ar,
		.name_fr = next.secretary_fr,
		.cause = (int)cause};
	bool named = c.member || c.name_ar.n || c.name_fr.n;
	int64_t now = secretary_member(d->s), best;
	const struct message *who;

	if (!now || !numbers_have(members, (int32_t)now))
		return !named || refuse(d, "not-secretary",
					 TEXT("None of the members named here is the secretary of "
					      "the sitting."));
	if (named) {
		if (!can_follow(d, &c, members))
			return false;
		change_fact(d, c);
		return true;
	}
	who = message_keep(d->a, seat_message(d, now));
	if (!secretary_choices(d->s, members, &best, 1))
		return refuse(d, "is-secretary",
			MSG("{who} is the secretary of the sitting: say who writes the minutes, by "
			    "name.",
				A_MSG("who", who)));
	return refuse(d, "is-secretary",
		MSG("{who} is the secretary of the sitting: say who writes the minutes, {other} "
		    "for example.",
			A_MSG("who", who),
			A_MSG("other", message_keep(d->a, seat_message(d, best)))));
}

bool secretary_is_here(struct deciding *d)
{
	return secretary_here(d->s) || refuse_one(d, secretary_member(d->s), "secretary-missing",
					       N_("{who} was named secretary of the sitting but is "
						  "not noted as present: note "
						  "that, or say who writes the minutes."));
}

const struct decider deciders_secretary[CMD_COUNT] = {
	[CMD_SECRETARY_CHANGE] = {can_sitting, change_secretary},
};
