/* Deciding: the list of speakers, giving the floor and ending a speech. */
#include "model/deciding.h"
#include "model/floor.h"
#include "model/presence.h"

static struct message who(struct deciding *d, const struct speech *speech)
{
	return floor_who(d->s, speech);
}

/* --- asking --- */

/* A member who is here, or a guest who was noted; false after refusing. */
static bool can_be_heard(struct deciding *d, int64_t member, int64_t guest)
{
	const struct seat *seat = session_seat(d->s, member);

	if ((member == 0) == (guest == 0))
		return refuse(d, "no-speaker", TEXT("Say who speaks: a member or a guest."));
	if (guest > (int64_t)d->s->guests.n)
		return refuse(d, "unknown-guest", MSG("There is no guest {n}.", A_INT("n", guest)));
	if (member && !seat)
		return refuse(
			d, "unknown-member", MSG("There is no member {n}.", A_SEAT("n", member)));
	if (member && session_recused(d->s, d->s->open_item, member))
		return refuse(d, "recused",
			MSG("{who} is recused for this item and does not speak on it.",
				A_MSG("who", message_keep(d->a, seat_message(d, member)))));
	if (member && seat->presence != PRESENCE_HERE && seat->presence != PRESENCE_REMOTE)
		return refuse(d, "not-here",
			MSG("{who} is not noted as present.",
				A_MSG("who", message_keep(d->a, seat_message(d, member)))));
	return true;
}

/* The first who waits and is this member or guest; with KIND only one of that kind. */
static struct speech *waiting(
	struct deciding *d, int64_t member, int64_t guest, const enum speech_kind *kind)
{
	struct speech *speech;

	for (size_t i = 0; (speech = floor_waiting(d->s, i)) != NULL; i++) {
		if (speech->is.member == member && speech->is.guest == guest &&
			(!kind || speech->is.kind == (int)*kind))
			return speech;
	}
	return NULL;
}

static bool floor_asks(struct deciding *d)
{
	const struct floor_ask *c = &d->c->arg.floor_ask;
	enum speech_kind kind = (enum speech_kind)c->kind;
	const struct speech *there;

	if (!can_be_heard(d, c->member, c->guest))
		return false;
	there = waiting(d, c->member, c->guest, &kind);
	if (there)
		return refuse(d, "on-list",
			MSG("{who} is already on the list of speakers.",
				A_MSG("who", message_keep(d->a, who(d, there)))));
	fact(d, EVENT_FLOOR_ASKED)->floor_asked = (struct floor_asked){
		.request = (int64_t)d->s->speeches.n + 1,
		.item = d->s->open_item,
		.member = c->member,
		.guest = c->guest,
		.kind = c->kind,
		.behalf_ar = c->behalf_ar,
		.behalf_fr = c->behalf_fr,
	};
	return true;
}

/* --- giving and ending --- */

static bool can_give(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	return nothing_is_voted(d);
}

static void end_speech(struct deciding *d, int64_t seconds)
{
	const struct speech *speech = floor_speaking(d->s);

	if (!speech)
		return;
	if (seconds < 0)
		seconds = floor_seconds(d->s, speech, d->at);
	fact(d, EVENT_FLOOR_ENDED)->floor_ended =
		(struct floor_ended){speech->is.request, seconds < 86400 ? seconds : 86400};
}

/* The one named, who need not be on the list; without a name the next who is here. 0 after
 * refusing. */
static int64_t who_is_next(struct deciding *d, const struct floor_give *c)
{
	const struct speech *speech = floor_speaking(d->s), *next = floor_next(d->s);

	if (!c->member && !c->guest) {
		if (next)
			return next->is.request;
		(void)refuse(d, "no-speakers",
			floor_waiting_count(d->s)
				? TEXT("Nobody on the list of speakers is in the room.")
				: TEXT("Nobody is on the list of speakers: a number enrols."));
		return 0;
	}
	if (!can_be_heard(d, c->member, c->guest))
		return 0;
	next = waiting(d, c->member, c->guest, NULL);
	if (next)
		return next->is.request;
	if (speech && speech->is.member == c->member && speech->is.guest == c->guest) {
		(void)refuse(d, "has-floor",
			MSG("{who} has the floor already.",
				A_MSG("who", message_keep(d->a, who(d, speech)))));
		return 0;
	}
	return (int64_t)d->s->speeches.n + 1;
}

static bool give(struct deciding *d)
{
	const struct floor_give *c = &d->c->arg.floor_give;
	int64_t request = who_is_next(d, c);

	if (!request)
		return false;
	end_speech(d, c->seconds);
	if (request > (int64_t)d->s->speeches.n)
		fact(d, EVENT_FLOOR_ASKED)->floor_asked = (struct floor_asked){
			.request = request,
			.item = d->s->open_item,
			.member = c->member,
			.guest = c->guest,
		};
	fact(d, EVENT_FLOOR_GIVEN)->floor_given = (struct floor_ref){request};
	return true;
}

/* A suspended sitting does not keep a speech from being ended. */
static bool can_end(struct deciding *d)
{
	if (!can_session(d) || (d->s->phase != PHASE_SUSPENDED && !can_sitting(d)))
		return false;
	if (!d->s->speaking)
		return refuse(d, "nobody-speaks", TEXT("Nobody has the floor."));
	return true;
}

static bool end(struct deciding *d)
{
	end_speech(d, d->c->arg.floor_end.seconds);
	return true;
}

/* --- the list --- */

static bool can_list(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (!floor_waiting(d->s, 0))
		return refuse(d, "no-speakers",
			TEXT("Nobody is on the list of speakers: a number enrols."));
	return true;
}

static struct speech *on_list(struct deciding *d, int64_t member, int64_t guest)
{
	struct speech *speech = waiting(d, member, guest, NULL);

	if (!speech)
		(void)refuse(d, "not-on-list", TEXT("That speaker is not on the list."));
	return speech;
}

static bool withdraw(struct deciding *d)
{
	const struct floor_who *c = &d->c->arg.floor_withdraw;
	const struct speech *speech = on_list(d, c->member, c->guest);

	if (!speech)
		return false;
	fact(d, EVENT_FLOOR_WITHDRAWN)->floor_withdrawn = (struct floor_ref){speech->is.request};
	return true;
}

static bool move(struct deciding *d)
{
	const struct floor_move *c = &d->c->arg.floor_move;
	const struct speech *speech = on_list(d, c->member, c->guest);
	int64_t n = (int64_t)floor_waiting_count(d->s);

	if (!speech)
		return false;
	if (c->to > n)
		return refuse(d, "bad-place",
			MSGN("The list of speakers has {n} place.",
				"The list of speakers has {n} places.", n));
	fact(d, EVENT_FLOOR_MOVED)->floor_moved = (struct floor_moved){speech->is.request, c->to};
	return true;
}

static bool limit(struct deciding *d)
{
	fact(d, EVENT_FLOOR_LIMITED)->floor_limited =
		(struct floor_limited){d->s->open_item, d->c->arg.floor_limit.seconds};
	return true;
}

/* --- what others ask --- */

bool nobody_speaks(struct deciding *d)
{
	const struct speech *speech = floor_speaking(d->s);

	if (!speech)
		return true;
	return refuse(d, "speaking",
		MSG("{who} has the floor: end the speech first (F7).",
			A_MSG("who", message_keep(d->a, who(d, speech)))));
}

bool floor_is_clear(struct deciding *d)
{
	const struct speech *speech = floor_speaking(d->s);
	size_t n = floor_waiting_count(d->s);

	if (!speech && !floor_next(d->s))
		return true;
	if (speech)
		return ask(d, "speakers-wait",
			MSG("{who} has the floor. Put to the vote all the same?",
				A_MSG("who", message_keep(d->a, who(d, speech)))));
	return ask(d, "speakers-wait",
		MSGN("{n} speaker is still on the list. Put to the vote all the same?",
			"{n} speakers are still on the list. Put to the vote all the same?",
			(int64_t)n));
}

const struct decider deciders_floor[CMD_COUNT] = {
	[CMD_FLOOR_ASK] = {can_sitting, floor_asks},
	[CMD_FLOOR_GIVE] = {can_give, give},
	[CMD_FLOOR_END] = {can_end, end, true},
	[CMD_FLOOR_WITHDRAW] = {can_list, withdraw},
	[CMD_FLOOR_MOVE] = {can_list, move},
	[CMD_FLOOR_LIMIT] = {can_sitting, limit},
};
