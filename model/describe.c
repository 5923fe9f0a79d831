/* One sentence per act. Arabic has no word here that depends on who is a man and who a woman:
 * translations use nouns ("امتناع") where English and French have verbs. */
#include "model/describe_part.h"

#include "model/agreement.h"
#include "model/election.h"
#include "model/floor.h"
#include "model/hijri.h"

/* A message that is nothing but its argument needs no translation. */
static const char whole[] = "{it}";

/* More members than this are counted, not named. */
#define NAMED_MAX 6

static struct message named(int64_t number, struct both name)
{
	if (name.ar.n == 0 && name.fr.n == 0)
		return MSG(whole, A_SEAT("it", number));
	return MSG("{number} {name}", A_SEAT("number", number), A_BOTH("name", name));
}

struct message describe_member(const struct session *s, int64_t number)
{
	return named(number, session_seat_name(s, number));
}

struct message describe_members(const struct session *s, struct numbers members, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, members.n + 1);

	for (size_t i = 0; i < members.n; i++)
		list[i] = describe_member(s, members.at[i]);
	return MSG(whole, A_LIST("it", list, members.n));
}

struct message describe_members_short(
	const struct session *s, struct numbers members, struct arena *a)
{
	if (members.n > NAMED_MAX)
		return MSGN("{n} member", "{n} members", (int64_t)members.n);
	return describe_members(s, members, a);
}

struct message describe_item(const struct session *s, int64_t key)
{
	const struct item *item = session_item(s, key);
	int64_t number = session_agenda_number(s, key);

	if (!item)
		return MSG("item {number}", A_INT("number", key));
	if (number == 0)
		return MSG(whole, A_BOTH("it", item_short(item)));
	return MSG("item {number}, {title}", A_INT("number", number),
		A_BOTH("title", item_short(item)));
}

struct message describe_item_number(const struct session *s, int64_t key)
{
	int64_t number = session_agenda_number(s, key);

	return number ? MSG("item {number}", A_INT("number", number)) : describe_item(s, key);
}

static struct message session_label(int kind, int64_t year, int64_t month)
{
	struct date label = {(int32_t)year, (int32_t)month, 1};

	if (kind == SESSION_EXTRAORDINARY)
		return MSG("extraordinary session, {month}", A_MONTH("month", label));
	return MSG("ordinary session, {month}", A_MONTH("month", label));
}

struct message describe_session(const struct session *s)
{
	return session_label(s->plan.kind, s->plan.year, s->plan.month);
}

struct message describe_item_state(const struct session *s, const struct item *item)
{
	const struct vote *vote = item_vote(item);

	if (item->state == ITEM_IS_POSTPONED)
		return TEXT("postponed");
	if (item->state == ITEM_IS_WITHDRAWN)
		return TEXT("withdrawn");
	if (item->state == ITEM_IS_PROPOSED)
		return TEXT("proposed, inclusion to be voted");
	if (item->state == ITEM_IS_REFUSED)
		return TEXT("inclusion refused");
	if (item_election(item))
		return describe_elections(item);
	if (vote && vote->state == VOTE_IS_OPEN)
		return TEXT("vote open");
	if (vote)
		return describe_outcome(vote->outcome);
	if (item->noted)
		return TEXT("note taken");
	if (item->state == ITEM_IS_OPEN)
		return TEXT("open");
	if (item->state == ITEM_IS_CLOSED || s->phase >= PHASE_CLOSED)
		return TEXT("not decided");
	return TEXT("waiting");
}

/* --- preparing, opening --- */

static struct message about_plan(const struct session_described *d, struct arena *a)
{
	const struct message *session = keep(a, session_label(d->kind, d->year, d->month));
	struct both place = {d->place_ar, d->place_fr};

	if (d->date.year && both_any(place))
		return MSG("{session}, planned for {date}: {place}", A_MSG("session", session),
			A_DATE("date", d->date), A_BOTH("place", place));
	if (d->date.year)
		return MSG("{session}, planned for {date}", A_MSG("session", session),
			A_DATE("date", d->date));
	return *session;
}

struct message describe_with_reason(struct message what, struct str reason, struct arena *a)
{
	if (reason.n == 0)
		return what;
	return MSG("{what}: {reason}", A_MSG("what", keep(a, what)), A_REASON("reason", reason));
}

static struct message about_opening(const struct session *s, const struct event *e, struct arena *a)
{
	const struct sitting_opened *o = &e->body.sitting_opened;
	const struct guest_noted *g = &e->body.guest_noted;
	const struct member_added *m = &e->body.member_added;
	struct both name = {g->name_ar, g->name_fr}, title = {g->title_ar, g->title_fr};
	const struct message *it;

	if (e->type == EVENT_SITTING_OPENED) {
		it = keep(a, describe_member(s, o->chair));
		return MSG("sitting {sitting} opened at {time}; in the chair: {chair}",
			A_INT("sitting", o->sitting), A_TIME("time", e->at), A_MSG("chair", it));
	}
	if (e->type == EVENT_CHAIR_CHANGED) {
		it = keep(a, describe_member(s, e->body.chair_changed.member));
		return describe_with_reason(
			describe_chair(it, (enum chair_cause)e->body.chair_changed.cause),
			e->body.chair_changed.reason, a);
	}
	if (e->type == EVENT_SECRETARY_CHANGED)
		return describe_with_reason(describe_secretary(s, &e->body.secretary_changed, a),
			e->body.secretary_changed.reason, a);
	if (e->type == EVENT_MEMBER_ADDED) {
		it = keep(a, named(m->member.number, member_name(&m->member)));
		return describe_with_reason(
			MSG("added at the door, {member}", A_MSG("member", it)), m->reason, a);
	}
	it = keep(a, name_label(capacity_names, g->capacity));
	if (both_any(title))
		it = keep(a, MSG(whole, A_BOTH("it", title)));
	if (both_any(name))
		return MSG(
			"guest: {name}, {capacity}", A_BOTH("name", name), A_MSG("capacity", it));
	return MSG("guest: {capacity}", A_MSG("capacity", it));
}

/* --- quorum --- */

static struct message about_quorum(const struct session *s, const struct event *e)
{
	const struct quorum_recorded *q = &e->body.quorum_recorded;
	const char *id = N_("quorum not met: {present} present of {in_office}, {needed} needed");

	if (q->met)
		id = N_("quorum met: {present} present of {in_office}, {needed} needed");
	if (e->type == EVENT_QUORUM_LOST)
		id = session_quorum_was_met(s, e->n)
			     ? N_("quorum lost: {present} present of {in_office}, {needed} needed; "
				  "the assembly goes on")
			     : N_("no quorum: {present} present of {in_office}, {needed} needed; "
				  "the assembly goes on");
	return MSG(id, A_INT("present", q->present), A_INT("in_office", q->in_office),
		A_INT("needed", q->needed));
}

/* --- items --- */

static struct message about_treatment(
	const struct session *s, const struct event *e, struct arena *a)
{
	/* Every body here begins with the item. */
	const struct message *item = keep(a,
		e->type == EVENT_ITEM_OPENED ? describe_item(s, e->body.item_opened.item)
					     : describe_item_number(s, e->body.item_opened.item));
	int64_t presenter = e->body.item_presented.member;
	struct arg it = A_MSG("item", item);

	if (e->type == EVENT_ITEM_OPENED)
		return MSG("{item}: opened", it);
	if (e->type == EVENT_ITEM_PRESENTED && presenter)
		return MSG("{item}: presented by {member}", it,
			A_MSG("member", keep(a, describe_member(s, presenter))));
	if (e->type == EVENT_ITEM_PRESENTED)
		return MSG("{item}: presented", it);
	if (e->type == EVENT_ITEM_DISCUSSED)
		return MSG("{item}: discussion closed", it);
	if (e->type == EVENT_ITEM_NOTED)
		return MSG("{item}: note taken", it);
	if (e->type == EVENT_ITEM_POSTPONED)
		return describe_with_reason(
			e->body.item_postponed.to
				? MSG("{item}: postponed to {session}", it,
					  A_MSG("session",
						  keep(a, name_label(postponed_to_names,
								  e->body.item_postponed.to))))
				: MSG("{item}: postponed", it),
			e->body.item_postponed.reason, a);
	if (e->type == EVENT_ITEM_WITHDRAWN)
		return describe_with_reason(
			MSG("{item}: withdrawn", it), e->body.item_withdrawn.reason, a);
	return MSG("{item}: closed", it);
}

static struct message about_text(
	const struct session *s, const struct text_kept *t, struct arena *a)
{
	const struct message *part = keep(a, name_label(text_part_names, t->part));
	const struct message *lang = keep(a, name_label(lang_names, t->lang));

	if (!t->item)
		return MSG("text kept: {part} ({lang})", A_MSG("part", part), A_MSG("lang", lang));
	return MSG("text kept: {part} ({lang}), {item}", A_MSG("part", part), A_MSG("lang", lang),
		A_MSG("item", keep(a, describe_item_number(s, t->item))));
}

/* --- the floor --- */

static struct message behalf(const struct speech *speech, struct message what, struct arena *a)
{
	struct both whom = {speech->is.behalf_ar, speech->is.behalf_fr};

	if (!floor_has_behalf(speech))
		return what;
	return MSG(
		"{what}, on behalf of: {whom}", A_MSG("what", keep(a, what)), A_BOTH("whom", whom));
}

static struct message about_asked(
	const struct session *s, const struct speech *speech, struct arena *a)
{
	struct arg it = A_MSG("who", keep(a, floor_who(s, speech)));

	switch ((enum speech_kind)speech->is.kind) {
	case SPEECH_SPEECH:
		return MSG("{who}: on the list of speakers", it);
	case SPEECH_REPLY:
		return MSG("{who}: right of reply asked for", it);
	case SPEECH_ORDER:
		return MSG("{who}: point of order asked for", it);
	}
	return NO_MESSAGE;
}

static struct message about_floor(const struct session *s, const struct event *e, struct arena *a)
{
	/* Every body but that of a limit begins with the request; asking says it all itself. */
	struct speech asked = {.is = e->body.floor_asked};
	const struct speech *speech = e->type == EVENT_FLOOR_ASKED
					      ? &asked
					      : floor_request(s, e->body.floor_given.request);
	struct arg it;

	if (e->type == EVENT_FLOOR_LIMITED && e->body.floor_limited.seconds == 0)
		return TEXT("speaking time without limit");
	if (e->type == EVENT_FLOOR_LIMITED)
		return MSG("speaking time: {duration} each",
			A_MSG("duration",
				keep(a, floor_duration(e->body.floor_limited.seconds, a))));
	if (!speech)
		return TEXT("an act of the list of speakers");
	if (e->type == EVENT_FLOOR_ASKED)
		return behalf(speech, about_asked(s, speech, a), a);
	it = A_MSG("who", keep(a, floor_who(s, speech)));
	if (e->type == EVENT_FLOOR_GIVEN)
		return behalf(speech, MSG("{who}: has the floor", it), a);
	if (e->type == EVENT_FLOOR_ENDED)
		return MSG("{who}: end of the speech, {duration}", it,
			A_STR("duration", floor_clock(e->body.floor_ended.seconds, a)));
	if (e->type == EVENT_FLOOR_MOVED)
		return MSG("{who}: place {to} on the list of speakers", it,
			A_INT("to", e->body.floor_moved.to));
	return MSG("{who}: off the list of speakers", it);
}

/* --- mending, ending --- */

static struct message about_taking_back(
	const struct session *s, const struct act_corrected *c, struct arena *a)
{
	const struct event *target =
		c->act >= 0 && c->act < (int64_t)s->log.n ? &s->log.at[c->act] : NULL;

	if (!target)
		return describe_with_reason(
			MSG("act {act} taken back", A_DIGITS("act", c->act)), c->reason, a);
	/* Taking back a taking back says so, and goes no deeper. */
	if (target->type == EVENT_ACT_CORRECTED)
		return describe_with_reason(
			MSG("act {act} counts again, act {correction} taken back",
				A_DIGITS("act", target->body.act_corrected.act),
				A_DIGITS("correction", c->act)),
			c->reason, a);
	return describe_with_reason(MSG("act {act} taken back ({what})", A_DIGITS("act", c->act),
					    A_MSG("what", keep(a, describe_event(s, target, a)))),
		c->reason, a);
}

/* Nobody comes back to what a session left when it ended. */
static struct message closing_cause(const struct session *s, int cause)
{
	return cause == CLOSED_DONE && session_untreated(s)
		       ? TEXT("session ended before its agenda was completed")
		       : name_label(closing_names, cause);
}

static struct message about_pause(const struct session *s, const struct event *e, struct arena *a)
{
	const struct sitting_reason *r = &e->body.sitting_suspended;
	const struct sitting_closed *c = &e->body.sitting_closed;

	if (e->type == EVENT_SITTING_SUSPENDED)
		return describe_with_reason(
			MSG("sitting suspended ({reason})",
				A_MSG("reason", keep(a, name_label(suspension_names, r->reason)))),
			r->note, a);
	if (e->type == EVENT_SITTING_RESUMED)
		return MSG("sitting resumed at {time}", A_TIME("time", e->at));
	return describe_with_reason(MSG("sitting closed at {time} ({cause})", A_TIME("time", e->at),
					    A_MSG("cause", keep(a, closing_cause(s, c->cause)))),
		c->note, a);
}

static struct message about_record(const struct event *e, struct arena *a)
{
	if (e->type == EVENT_RECORD_FROZEN)
		return MSGN("record frozen for {n} signature", "record frozen for {n} signatures",
			(int64_t)e->body.record_frozen.signers.n);
	if (e->type == EVENT_RECORD_SIGNED)
		return MSG("record signed: {role}",
			A_MSG("role", keep(a, name_label(signer_role_names,
						      e->body.record_signed.role))));
	return describe_with_reason(
		TEXT("frozen record withdrawn"), e->body.record_withdrawn.reason, a);
}

static struct message about_session(const struct event *e, struct arena *a)
{
	const struct session_created *c = &e->body.session_created;
	const struct session_opened *o = &e->body.session_opened;

	if (e->type == EVENT_SESSION_DESCRIBED)
		return about_plan(&e->body.session_described, a);
	if (e->type == EVENT_SESSION_SET_ASIDE)
		return describe_with_reason(
			TEXT("session put aside"), e->body.session_set_aside.reason, a);
	if (e->type == EVENT_SESSION_TAKEN_UP)
		return TEXT("session taken up again");
	if (e->type == EVENT_SESSION_OPENED)
		return MSGN_WITH("session opened, call {call}: {n} member in office",
			"session opened, call {call}: {n} members in office", (int64_t)o->roster.n,
			A_INT("call", o->call));
	return MSG("session {number} created: {session}", A_DIGITS("number", c->number),
		A_MSG("session", keep(a, session_label(c->kind, c->year, c->month))));
}

struct message describe_event(const struct session *s, const struct event *e, struct arena *a)
{
	switch (e->type) {
	case EVENT_CHAMBER_CREATED:
	case EVENT_CHAMBER_DESCRIBED:
	case EVENT_LETTERHEAD_TAKEN:
	case EVENT_MEMBERS_REGISTERED:
	case EVENT_KEY_MADE:
	case EVENT_KEY_RETIRED:
	case EVENT_RULES_ADOPTED:
		return describe_chamber(s, e, a);
	case EVENT_SESSION_CREATED:
	case EVENT_SESSION_DESCRIBED:
	case EVENT_SESSION_SET_ASIDE:
	case EVENT_SESSION_TAKEN_UP:
	case EVENT_SESSION_OPENED:
		return about_session(e, a);
	case EVENT_ITEM_ADDED:
	case EVENT_ITEM_CHANGED:
	case EVENT_ITEM_MOVED:
	case EVENT_ITEM_REMOVED:
	case EVENT_BUDGET_LINE_SET:
		return describe_item_event(s, e, a);
	case EVENT_AGREEMENT_DESCRIBED:
	case EVENT_PARTY_SET:
	case EVENT_PARTY_REMOVED:
	case EVENT_AGREEMENT_STEPPED:
		return agreement_describe(s, e, a);
	case EVENT_SITTING_OPENED:
	case EVENT_CHAIR_CHANGED:
	case EVENT_SECRETARY_CHANGED:
	case EVENT_GUEST_NOTED:
	case EVENT_MEMBER_ADDED:
		return about_opening(s, e, a);
	case EVENT_ALL_PRESENT:
	case EVENT_MEMBER_ARRIVED:
	case EVENT_MEMBER_LEFT:
	case EVENT_MEMBER_EXCUSED:
	case EVENT_MEMBER_ABSENT:
	case EVENT_MEMBER_CONNECTED:
	case EVENT_MEMBER_RECUSED:
	case EVENT_MEMBER_READMITTED:
	case EVENT_PROXY_GIVEN:
	case EVENT_PROXY_ENDED:
	case EVENT_MEMBER_REPLACED:
	case EVENT_MEMBER_TIMED:
		return describe_effects(s, e, describe_presence(s, e, a), a);
	case EVENT_QUORUM_RECORDED:
	case EVENT_QUORUM_LOST:
		return about_quorum(s, e);
	case EVENT_HIJRI_STATED:
	case EVENT_HIJRI_NOTED:
		return hijri_describe(e, a);
	case EVENT_CEREMONY_HELD:
		return name_label(ceremony_names, e->body.ceremony_held.kind);
	case EVENT_NOTICES_RECORDED:
	case EVENT_REQUEST_FILED:
	case EVENT_REQUEST_ANSWERED:
	case EVENT_CALL_FAILED:
	case EVENT_CALL_CONVENED:
		return describe_call_event(e, a);
	case EVENT_ITEM_OPENED:
	case EVENT_ITEM_PRESENTED:
	case EVENT_ITEM_DISCUSSED:
	case EVENT_ITEM_NOTED:
	case EVENT_ITEM_POSTPONED:
	case EVENT_ITEM_WITHDRAWN:
	case EVENT_ITEM_CLOSED:
		return about_treatment(s, e, a);
	case EVENT_TEXT_KEPT:
		return about_text(s, &e->body.text_kept, a);
	case EVENT_FLOOR_ASKED:
	case EVENT_FLOOR_GIVEN:
	case EVENT_FLOOR_ENDED:
	case EVENT_FLOOR_WITHDRAWN:
	case EVENT_FLOOR_MOVED:
	case EVENT_FLOOR_LIMITED:
		return about_floor(s, e, a);
	case EVENT_VOTE_OPENED:
	case EVENT_VOTE_ALL_MARKED:
	case EVENT_VOTE_MARKED:
	case EVENT_VOTE_COUNTED:
	case EVENT_VOTE_SIDED:
	case EVENT_VOTE_CLOSED:
	case EVENT_VOTE_ANNOUNCED:
	case EVENT_VOTE_CORRECTED:
	case EVENT_VOTE_EXPLAINED:
	case EVENT_VOTE_VOIDED:
	case EVENT_BALLOT_COUNTED:
		return describe_vote_event(s, e, a);
	case EVENT_VOTE_JOINED:
		return describe_effects(s, e, describe_vote_event(s, e, a), a);
	case EVENT_MOTION_MOVED:
	case EVENT_MOTION_WITHDRAWN:
		return describe_motion_event(s, e, a);
	case EVENT_ELECTION_OPENED:
	case EVENT_ELECTION_JOINED:
	case EVENT_ELECTION_MARKED:
	case EVENT_ELECTION_COUNTED:
	case EVENT_ELECTION_ANNOUNCED:
	case EVENT_ELECTION_CORRECTED:
	case EVENT_ELECTION_DECIDED:
	case EVENT_ELECTION_LEFT:
	case EVENT_ELECTION_VOIDED:
		return describe_election(s, e, a);
	case EVENT_ACT_CORRECTED:
		return about_taking_back(s, &e->body.act_corrected, a);
	case EVENT_SITTING_SUSPENDED:
	case EVENT_SITTING_RESUMED:
	case EVENT_SITTING_CLOSED:
		return about_pause(s, e, a);
	case EVENT_RECORD_FROZEN:
	case EVENT_RECORD_SIGNED:
	case EVENT_RECORD_WITHDRAWN:
		return about_record(e, a);
	case EVENT_COUNT:
		break;
	}
	return NO_MESSAGE;
}
