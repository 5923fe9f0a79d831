/* Deciding: calls that fail, and the next one. */
#include "model/call.h"
#include "model/deciding.h"

static struct numbers seats_with(struct deciding *d, enum presence one, enum presence other)
{
	int32_t *list = ARENA_ARRAY(d->a, int32_t, d->s->seats.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < d->s->seats.n; i++) {
		enum presence is = d->s->seats.at[i].presence;

		if (is == one || is == other)
			list[n++] = (int32_t)d->s->seats.at[i].member.number;
	}
	return (struct numbers){list, n};
}

/* Call NUMBER, held at the earliest after FAILED: the fact, or the refusal. */
static bool convene(
	struct deciding *d, const struct call_convene *c, int64_t number, struct date failed)
{
	struct share share = rules_call(&d->s->rules, number)->share;
	struct date earliest = call_earliest(d->s, number, failed);
	const struct sitting *sitting = session_sitting(d->s);
	bool early = date_compare(c->date, earliest) < 0;
	struct str place_ar = c->place_ar, place_fr = c->place_fr;

	if (c->threshold.n && !call_threshold_read(c->threshold, &share))
		return refuse(d, "bad-threshold",
			MSG("“{value}” does not fit: expected is {what}.",
				A_STR("value", c->threshold),
				A_MSG("what",
					message_keep(d->a,
						rule_expected(RULE_QUORUM_THRESHOLD, d->a)))));
	if (date_compare(c->date, failed) < 0)
		return refuse(d, "call-before",
			MSG("The next call cannot be held before {date}, when the last one failed.",
				A_DATE("date", failed)));
	if (early && !ask(d, "call-early",
			     MSG("The next call is expected on {date} at the earliest "
				 "({rule}). Convene it earlier? The minutes will say so.",
				     A_DATE("date", earliest),
				     a_rule(d, &d->s->rules, call_delay_key(d->s, number)))))
		return false;
	if (!place_ar.n && !place_fr.n) {
		place_ar = sitting->is.place_ar;
		place_fr = sitting->is.place_fr;
	}
	fact(d, EVENT_CALL_CONVENED)->call_convened = (struct call_convened){
		.call = number,
		.date = c->date,
		.place_ar = place_ar,
		.place_fr = place_fr,
		.threshold = call_threshold(share, d->a),
		.source = c->threshold.n
				  ? STR("")
				  : rules_source(&d->s->rules, rules_quorum_key(&d->s->rules)),
		.certainty = (int)(c->threshold.n ? CERTAINTY_UNCONFIRMED
						  : call_certainty(d->s, number)),
		.earliest = earliest,
		.warned = early ? str_of(rule_key_name(call_delay_key(d->s, number))) : STR(""),
	};
	return true;
}

static bool can_fail(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (!nothing_is_voted(d))
		return false;
	if (!nobody_speaks(d))
		return false;
	if (session_has_quorum(d->s))
		return refuse(d, "has-quorum", TEXT("The quorum is there."));
	if (sitting_treated(d->s, session_sitting(d->s), UINT32_MAX))
		return refuse(d, "treated",
			TEXT("Items were taken in this sitting: close it for lack of quorum "
			     "instead."));
	return true;
}

static bool fail(struct deciding *d)
{
	const struct call_fail *c = &d->c->arg.call_fail;
	const struct session *s = d->s;
	const struct sitting *sitting = session_sitting(s);
	const struct call *call = session_call(s);
	int64_t unknown = session_count(s, PRESENCE_UNKNOWN);

	if (session_count(s, PRESENCE_HERE) &&
		session_seat(s, sitting->chair)->presence != PRESENCE_HERE)
		return refuse(d, "chair-missing",
			MSG("{who} opened the sitting in the chair but is not noted as present.",
				A_MSG("who", message_keep(d->a, seat_message(d, sitting->chair)))));
	if (session_count(s, PRESENCE_HERE) && !secretary_is_here(d))
		return false;
	if (unknown &&
		!ask(d, "unanswered",
			MSGN("{n} member is not noted yet. Record as absent without excuse?",
				"{n} members are not noted yet. Record them as absent without "
				"excuse?",
				unknown)))
		return false;
	fact(d, EVENT_CALL_FAILED)->call_failed = (struct call_failed){
		.call = call->is.call,
		.sitting = sitting->is.sitting,
		.present = session_quorum(s).present,
		.in_office = session_quorum(s).in_office,
		.needed = session_quorum(s).needed,
		.threshold = call->is.threshold,
		.here = seats_with(d, PRESENCE_HERE, PRESENCE_HERE),
		.excused = seats_with(d, PRESENCE_EXCUSED, PRESENCE_EXCUSED),
		.absent = seats_with(d, PRESENCE_ABSENT, PRESENCE_UNKNOWN),
		.left = seats_with(d, PRESENCE_LEFT, PRESENCE_LEFT),
		.source = call->is.source,
		.certainty = call->is.certainty,
		.note = c->note,
	};
	return !c->next.date.year || convene(d, &c->next, call->is.call + 1, instant_date(d->at));
}

static bool can_convene(struct deciding *d)
{
	const struct call *call;

	if (!can_session(d))
		return false;
	call = session_call(d->s);
	if (d->s->phase != PHASE_BETWEEN || !call ||
		(!call->n_failed && session_sitting(d->s)->call == call->is.call))
		return refuse(d, "no-failure",
			TEXT("No call has failed: there is nothing to convene again."));
	return true;
}

/* The next call, or the one already convened on another day. */
static bool convene_next(struct deciding *d)
{
	const struct call *call = session_call(d->s);
	const struct call *failed =
		call->n_failed ? call : session_call_number(d->s, call->is.call - 1);

	return convene(
		d, &d->c->arg.call_convene, failed->is.call + 1, instant_date(failed->ended));
}

/* --- items that an earlier session left --- */

static bool already_carried(const struct session *s, int64_t session, int64_t item)
{
	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct list *carried = &session_item(s, s->agenda.at[i])->is.carried;
		const struct carried *last =
			(const struct carried *)carried->at + (carried->n ? carried->n - 1 : 0);

		if (carried->n && last->session == session && last->item == item)
			return true;
	}
	return false;
}

/* Its history there, and the session it is left by now. */
static struct list history(struct deciding *d, const struct session *from, const struct item *item)
{
	size_t n = item->is.carried.n;
	struct carried *list = ARENA_ARRAY(d->a, struct carried, n + 1);
	const struct sitting *last = session_sitting(from);
	struct instant end = instant_is_set(item->ended)  ? item->ended
			     : instant_is_set(from->over) ? from->over
							  : last->closed;

	for (size_t i = 0; i < n; i++)
		list[i] = ((const struct carried *)item->is.carried.at)[i];
	list[n] = (struct carried){
		.session = from->is.number,
		.item = session_agenda_number(from, item->is.item),
		.kind = from->plan.kind,
		.year = from->plan.year,
		.month = from->plan.month,
		.how = (int)item_left_how(item),
		.reason = item->reason,
		.date = instant_date(end),
	};
	return (struct list){list, n + 1};
}

static struct list lines_for(struct deciding *d, const struct item *item, int64_t key)
{
	struct budget_line_set *list = ARENA_ARRAY(d->a, struct budget_line_set, item->lines.n + 1);

	for (size_t i = 0; i < item->lines.n; i++) {
		list[i] = item->lines.at[i];
		list[i].item = key;
	}
	return (struct list){list, item->lines.n};
}

/* What was said of an agreement, and its parties under new keys. */
static void agreement_for(struct deciding *d, const struct item *item, struct item_text *text)
{
	struct agreement_described *about = ARENA_NEW(d->a, struct agreement_described);
	struct party_set *list = ARENA_ARRAY(d->a, struct party_set, item->parties.n + 1);

	*about = item->about;
	about->item = text->item;
	text->agreement = (struct list){about, item->n_about != 0};
	for (size_t i = 0; i < item->parties.n; i++) {
		list[i] = item->parties.at[i];
		list[i].item = text->item;
		list[i].party = (int64_t)i + 1;
	}
	text->parties = (struct list){list, item->parties.n};
}

static bool carry(struct deciding *d)
{
	const struct item_carry *c = &d->c->arg.item_carry;
	const struct session *from = d->w->from;
	const struct item *item;
	struct item_text text;

	if (!from || from->is.number != c->session || from->is.number == d->s->is.number)
		return refuse(d, "unknown-session",
			MSG("There is no other session {n} to carry an item over from.",
				A_DIGITS("n", c->session)));
	item = session_item(from, session_agenda_key(from, c->item));
	if (!item || !item_left(from, item))
		return refuse(d, "not-left",
			MSG("Session {session} left no item {n}: it was dealt with, withdrawn or "
			    "is still to come.",
				A_DIGITS("session", c->session), A_INT("n", c->item)));
	if (already_carried(d->s, c->session, c->item))
		return refuse(d, "carried",
			MSG("Item {n} of session {session} already stands on this agenda.",
				A_DIGITS("session", c->session), A_INT("n", c->item)));
	if (c->at > (int64_t)d->s->agenda.n + 1)
		return refuse(d, "bad-place",
			MSG("The item cannot stand at {n}: the agenda has {count}.",
				A_INT("n", c->at), A_INT("count", (int64_t)d->s->agenda.n)));
	text = item->is;
	text.item = (int64_t)d->s->items.n + 1;
	text.carried = history(d, from, item);
	text.lines = lines_for(d, item, text.item);
	agreement_for(d, item, &text);
	fact(d, EVENT_ITEM_ADDED)->item_added = text;
	if (c->at && c->at <= (int64_t)d->s->agenda.n)
		fact(d, EVENT_ITEM_MOVED)->item_moved = (struct item_moved){text.item, c->at};
	return true;
}

const struct decider deciders_calls[CMD_COUNT] = {
	[CMD_ITEM_CARRY] = {can_change_agenda, carry},
	[CMD_CALL_FAIL] = {can_fail, fail},
	[CMD_CALL_CONVENE] = {can_convene, convene_next},
};
