/* The one place where the state moves. Facts that were accepted are never judged again by rules
 * (those change); only what would make the fold meaningless is refused. */
#include "model/apply.h"

#include <string.h>

#include "model/call.h"

void apply_finding(struct session *s, uint32_t n, struct message what)
{
	struct fold_finding *f = LIST_PUSH(s->arena, &s->findings);

	*f = (struct fold_finding){n, what};
}

static bool sitting_is_open(const struct session *s)
{
	return s->phase == PHASE_SITTING;
}

/* --- opening --- */

static void add_seat(struct session *s, const struct event *e, const struct member *m, bool added)
{
	size_t i = session_place(s, m->number);

	(void)LIST_PUSH(s->arena, &s->seats);
	memmove(&s->seats.at[i + 1], &s->seats.at[i], (s->seats.n - 1 - i) * sizeof s->seats.at[0]);
	s->seats.at[i] = (struct seat){.member = *m, .added = added, .n = e->n};
}

static bool apply_session_opened(struct session *s, const struct event *e)
{
	const struct session_opened *o = &e->body.session_opened;

	if (s->opened || s->phase != PHASE_PREPARING ||
		!rules_read(o->rules.at, o->rules.n, &s->rules))
		return false;
	s->opening = *o;
	s->opened = true;
	call_first(s, o->call);
	for (size_t i = 0; i < s->agenda.n; i++)
		*LIST_PUSH(s->arena, &s->called) = s->agenda.at[i];
	for (size_t i = 0; i < o->roster.n; i++) {
		const struct member *m = (const struct member *)o->roster.at + i;

		if (session_seat(s, m->number))
			return false;
		add_seat(s, e, m, false);
	}
	return true;
}

static bool apply_sitting_opened(struct session *s, const struct event *e)
{
	const struct sitting_opened *o = &e->body.sitting_opened;
	struct sitting *sitting;

	if (!s->opened || (s->phase != PHASE_PREPARING && s->phase != PHASE_BETWEEN) ||
		call_awaited(s) || o->sitting != (int64_t)s->sittings.n + 1 ||
		!session_seat(s, o->chair) || (o->secretary && !session_seat(s, o->secretary)))
		return false;
	sitting = LIST_PUSH(s->arena, &s->sittings);
	*sitting = (struct sitting){
		.is = *o,
		.chair = o->chair,
		.first_secretary = {.member = o->secretary,
			.name_ar = o->secretary_ar,
			.name_fr = o->secretary_fr},
		.opened = e->at,
		.n_opened = e->n,
		.call = session_call(s)->is.call,
	};
	for (size_t i = 0; i < s->seats.n; i++)
		s->seats.at[i].presence = PRESENCE_UNKNOWN;
	apply_proxies_end(s, e->n);
	apply_substitutes_end(s, e->n);
	s->phase = PHASE_SITTING;
	return true;
}

static bool apply_chair_changed(struct session *s, const struct event *e)
{
	struct sitting *sitting = session_sitting(s);

	if (!sitting_is_open(s) || !session_seat(s, e->body.chair_changed.member))
		return false;
	sitting->chair = e->body.chair_changed.member;
	*LIST_PUSH(s->arena, &sitting->chairs) = e->body.chair_changed;
	return true;
}

static bool apply_secretary_changed(struct session *s, const struct event *e)
{
	const struct secretary_changed *c = &e->body.secretary_changed;
	bool named = c->name_ar.n || c->name_fr.n;

	if (!sitting_is_open(s) || (c->member ? !session_seat(s, c->member) : !named))
		return false;
	*LIST_PUSH(s->arena, &session_sitting(s)->secretaries) = (struct secretary_act){e->n, *c};
	return true;
}

static bool apply_guest(struct session *s, const struct event *e)
{
	if (e->body.guest_noted.guest != (int64_t)s->guests.n + 1 || !session_sitting(s))
		return false;
	*LIST_PUSH(s->arena, &s->guests) =
		(struct guest){e->body.guest_noted, session_sitting(s)->is.sitting};
	return true;
}

static bool apply_member_added(struct session *s, const struct event *e)
{
	if (!sitting_is_open(s) || session_seat(s, e->body.member_added.member.number))
		return false;
	add_seat(s, e, &e->body.member_added.member, true);
	return true;
}

/* --- what else is noted of a sitting --- */

static bool apply_hijri(struct session *s, const struct event *e)
{
	for (size_t i = 0; i < s->sittings.n; i++) {
		if (s->sittings.at[i].is.sitting != e->body.hijri_noted.sitting)
			continue;
		s->sittings.at[i].hijri = e->body.hijri_noted;
		return true;
	}
	return false;
}

static bool apply_ceremony(struct session *s, const struct event *e)
{
	if (!session_sitting(s))
		return false;
	*LIST_PUSH(s->arena, &s->ceremonies) =
		(struct held){e->n, (enum ceremony)e->body.ceremony_held.kind, e->at};
	return true;
}

/* --- items --- */

/* The item of a fact that may only happen to the open one, while the sitting goes on. */
static struct item *open_item(const struct session *s, int64_t key)
{
	return key && key == s->open_item && sitting_is_open(s) ? session_item(s, key) : NULL;
}

/* Who was recused for an item counts again after it: with the quorum there, what was decided about
 * a missing one is over. */
static void quorum_back(struct session *s)
{
	if (session_sitting(s) && session_has_quorum(s))
		session_sitting(s)->quorum_waived = false;
}

static bool apply_item_opened(struct session *s, const struct event *e)
{
	struct item *item = session_item(s, e->body.item_opened.item);

	if (!item || !sitting_is_open(s) || s->open_item || s->speaking ||
		item->state != ITEM_IS_WAITING || !session_agenda_number(s, item->is.item))
		return false;
	item->state = ITEM_IS_OPEN;
	item->opened = e->at;
	item->n_opened = e->n;
	s->open_item = item->is.item;
	quorum_back(s);
	return true;
}

static bool end_item(
	struct session *s, const struct event *e, struct item *item, enum item_state state)
{
	if (!item || session_voting(s) || (s->speaking && s->open_item == item->is.item))
		return false;
	item->state = state;
	item->ended = e->at;
	item->n_ended = e->n;
	if (s->open_item == item->is.item)
		s->open_item = 0;
	s->last_item = item->is.item;
	quorum_back(s);
	return true;
}

/* Postponed or withdrawn: the open item, or one that still waits. */
static bool apply_item_put_off(struct session *s, const struct event *e,
	const struct item_reason *r, enum item_state state)
{
	struct item *item = session_item(s, r->item);

	if (!item || !sitting_is_open(s) ||
		(item->state != ITEM_IS_OPEN && item->state != ITEM_IS_WAITING))
		return false;
	item->reason = r->reason;
	return end_item(s, e, item, state);
}

static bool apply_item_postponed(struct session *s, const struct event *e)
{
	const struct item_postponed *p = &e->body.item_postponed;
	struct item_reason r = {p->item, p->reason};

	if (!apply_item_put_off(s, e, &r, ITEM_IS_POSTPONED))
		return false;
	session_item(s, p->item)->postponed_to = p->to;
	return true;
}

/* A sitting that is suspended can be closed, and its open item with it; so can a session between
 * two sittings. */
static bool apply_item_closed(struct session *s, const struct event *e)
{
	int64_t key = e->body.item_closed.item;
	bool now = s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED ||
		   s->phase == PHASE_BETWEEN;

	return now && key == s->open_item && end_item(s, e, session_item(s, key), ITEM_IS_CLOSED);
}

static bool apply_item_presented(struct session *s, const struct event *e)
{
	struct item *item = open_item(s, e->body.item_presented.item);

	if (!item ||
		(e->body.item_presented.member && !session_seat(s, e->body.item_presented.member)))
		return false;
	item->presented = true;
	item->presenter = e->body.item_presented.member;
	return true;
}

static bool apply_item_discussed(struct session *s, const struct event *e)
{
	struct item *item = open_item(s, e->body.item_discussed.item);

	if (!item)
		return false;
	item->discussed = true;
	return true;
}

static bool apply_item_noted(struct session *s, const struct event *e)
{
	struct item *item = open_item(s, e->body.item_noted.item);

	if (!item || session_voting(s))
		return false;
	item->noted = true;
	item->n_noted = e->n;
	return true;
}

static bool apply_text(struct session *s, const struct event *e)
{
	const struct text_kept *t = &e->body.text_kept;
	struct passage *p;

	if ((t->item && !session_item(s, t->item)) || (t->member && !session_seat(s, t->member)) ||
		t->guest > (int64_t)s->guests.n)
		return false;
	if (t->text == (int64_t)s->passages.n + 1) {
		p = LIST_PUSH(s->arena, &s->passages);
		p->original = (enum lang)t->lang;
		p->n = e->n;
	} else if (t->text >= 1 && (size_t)t->text <= s->passages.n) {
		p = &s->passages.at[t->text - 1];
	} else {
		return false;
	}
	p->is = *t;
	if (t->lang == LANG_AR)
		p->content.ar = t->content;
	else
		p->content.fr = t->content;
	return true;
}

/* --- ending --- */

static bool apply_suspended(struct session *s, const struct event *e)
{
	struct sitting *sitting = session_sitting(s);

	if (!sitting_is_open(s) || session_voting(s))
		return false;
	*LIST_PUSH(s->arena, &sitting->pauses) = (struct pause){
		.from = e->at,
		.reason = e->body.sitting_suspended.reason,
		.note = e->body.sitting_suspended.note,
	};
	s->phase = PHASE_SUSPENDED;
	return true;
}

static bool apply_resumed(struct session *s, const struct event *e)
{
	struct sitting *sitting = session_sitting(s);

	if (s->phase != PHASE_SUSPENDED)
		return false;
	sitting->pauses.at[sitting->pauses.n - 1].to = e->at;
	sitting->quorum_recorded = false; /* who came back is looked at again */
	s->phase = PHASE_SITTING;
	return true;
}

/* Between two sittings nothing is left to close but the session itself. */
static bool close_between(struct session *s, const struct event *e)
{
	if (e->body.sitting_closed.cause == CLOSED_LEFT_OPEN || s->open_item)
		return false;
	s->over = e->at;
	s->over_note = e->body.sitting_closed.note;
	s->phase = PHASE_CLOSED;
	return true;
}

static bool apply_sitting_closed(struct session *s, const struct event *e)
{
	struct sitting *sitting = session_sitting(s);

	if (s->phase == PHASE_BETWEEN)
		return close_between(s, e);

	if ((s->phase != PHASE_SITTING && s->phase != PHASE_SUSPENDED) || session_voting(s) ||
		(s->open_item && e->body.sitting_closed.cause != CLOSED_LEFT_OPEN) || s->speaking)
		return false;
	sitting->closed = e->at;
	sitting->n_closed = e->n;
	sitting->cause = e->body.sitting_closed.cause;
	sitting->note = e->body.sitting_closed.note;
	s->phase = sitting->cause == CLOSED_LEFT_OPEN ? PHASE_BETWEEN : PHASE_CLOSED;
	return true;
}

static bool apply_frozen(struct session *s, const struct event *e)
{
	if (s->phase != PHASE_CLOSED || e->body.record_frozen.signers.n == 0)
		return false;
	s->frozen = e->body.record_frozen;
	s->signatures.n = 0;
	s->phase = PHASE_FROZEN;
	return true;
}

static bool apply_signed(struct session *s, const struct event *e)
{
	const struct record_signed *sig = &e->body.record_signed;
	const struct signer *signer;

	if (s->phase != PHASE_FROZEN || s->signatures.n >= s->frozen.signers.n)
		return false;
	signer = (const struct signer *)s->frozen.signers.at + s->signatures.n;
	if (signer->role != sig->role || !hash_equal(signer->certificate, sig->certificate))
		return false;
	*LIST_PUSH(s->arena, &s->signatures) = *sig;
	if (s->signatures.n == s->frozen.signers.n)
		s->phase = PHASE_SEALED;
	return true;
}

static bool apply_withdrawn(struct session *s, const struct event *e)
{
	if (s->phase != PHASE_FROZEN)
		return false;
	*LIST_PUSH(s->arena, &s->withdrawals) = e->body.record_withdrawn;
	s->signatures.n = 0;
	s->frozen_head = (struct hash){{0}};
	s->phase = PHASE_CLOSED;
	return true;
}

static bool apply_phase(struct session *s, enum phase from, enum phase to)
{
	if (s->phase != from)
		return false;
	s->phase = to;
	return true;
}

static bool apply_fact(struct session *s, const struct event *e)
{
	switch (e->type) {
	case EVENT_SESSION_CREATED:
	case EVENT_SESSION_DESCRIBED:
	case EVENT_LETTERHEAD_TAKEN:
	case EVENT_ITEM_ADDED:
	case EVENT_ITEM_CHANGED:
	case EVENT_ITEM_MOVED:
	case EVENT_ITEM_REMOVED:
	case EVENT_BUDGET_LINE_SET:
		return apply_prepare_fact(s, e);
	case EVENT_SESSION_SET_ASIDE:
		return apply_phase(s, PHASE_PREPARING, PHASE_ASIDE);
	case EVENT_SESSION_TAKEN_UP:
		return apply_phase(s, PHASE_ASIDE, PHASE_PREPARING);
	case EVENT_AGREEMENT_DESCRIBED:
	case EVENT_PARTY_SET:
	case EVENT_PARTY_REMOVED:
	case EVENT_AGREEMENT_STEPPED:
		return apply_agreement_fact(s, e);
	case EVENT_SESSION_OPENED:
		return apply_session_opened(s, e);
	case EVENT_SITTING_OPENED:
		return apply_sitting_opened(s, e);
	case EVENT_CHAIR_CHANGED:
		return apply_chair_changed(s, e);
	case EVENT_SECRETARY_CHANGED:
		return apply_secretary_changed(s, e);
	case EVENT_GUEST_NOTED:
		return apply_guest(s, e);
	case EVENT_MEMBER_ADDED:
		return apply_member_added(s, e);
	case EVENT_ALL_PRESENT:
	case EVENT_MEMBER_ARRIVED:
	case EVENT_MEMBER_LEFT:
	case EVENT_MEMBER_EXCUSED:
	case EVENT_MEMBER_ABSENT:
	case EVENT_MEMBER_CONNECTED:
	case EVENT_QUORUM_RECORDED:
	case EVENT_QUORUM_LOST:
		return apply_attendance_fact(s, e);
	case EVENT_MEMBER_RECUSED:
	case EVENT_MEMBER_READMITTED:
	case EVENT_PROXY_GIVEN:
	case EVENT_PROXY_ENDED:
	case EVENT_MEMBER_REPLACED:
	case EVENT_MEMBER_TIMED:
		return apply_presence_fact(s, e);
	case EVENT_HIJRI_NOTED:
		return apply_hijri(s, e);
	case EVENT_CEREMONY_HELD:
		return apply_ceremony(s, e);
	case EVENT_NOTICES_RECORDED:
	case EVENT_REQUEST_FILED:
	case EVENT_REQUEST_ANSWERED:
		return apply_convening_fact(s, e);
	case EVENT_CALL_FAILED:
	case EVENT_CALL_CONVENED:
		return apply_call_fact(s, e);
	case EVENT_ITEM_OPENED:
		return apply_item_opened(s, e);
	case EVENT_ITEM_PRESENTED:
		return apply_item_presented(s, e);
	case EVENT_ITEM_DISCUSSED:
		return apply_item_discussed(s, e);
	case EVENT_ITEM_NOTED:
		return apply_item_noted(s, e);
	case EVENT_ITEM_POSTPONED:
		return apply_item_postponed(s, e);
	case EVENT_ITEM_WITHDRAWN:
		return apply_item_put_off(s, e, &e->body.item_withdrawn, ITEM_IS_WITHDRAWN);
	case EVENT_ITEM_CLOSED:
		return apply_item_closed(s, e);
	case EVENT_TEXT_KEPT:
		return apply_text(s, e);
	case EVENT_FLOOR_ASKED:
	case EVENT_FLOOR_GIVEN:
	case EVENT_FLOOR_ENDED:
	case EVENT_FLOOR_WITHDRAWN:
	case EVENT_FLOOR_MOVED:
	case EVENT_FLOOR_LIMITED:
		return apply_floor_fact(s, e);
	case EVENT_VOTE_OPENED:
	case EVENT_VOTE_ALL_MARKED:
	case EVENT_VOTE_JOINED:
	case EVENT_VOTE_MARKED:
	case EVENT_VOTE_COUNTED:
	case EVENT_VOTE_SIDED:
	case EVENT_VOTE_CLOSED:
	case EVENT_VOTE_ANNOUNCED:
	case EVENT_VOTE_CORRECTED:
	case EVENT_VOTE_EXPLAINED:
	case EVENT_VOTE_VOIDED:
	case EVENT_BALLOT_COUNTED:
		return apply_vote_fact(s, e);
	case EVENT_MOTION_MOVED:
	case EVENT_MOTION_WITHDRAWN:
		return apply_motion_fact(s, e);
	case EVENT_ELECTION_OPENED:
	case EVENT_ELECTION_JOINED:
	case EVENT_ELECTION_MARKED:
	case EVENT_ELECTION_COUNTED:
	case EVENT_ELECTION_ANNOUNCED:
	case EVENT_ELECTION_CORRECTED:
	case EVENT_ELECTION_DECIDED:
	case EVENT_ELECTION_LEFT:
	case EVENT_ELECTION_VOIDED:
		return apply_election_fact(s, e);
	case EVENT_SITTING_SUSPENDED:
		return apply_suspended(s, e);
	case EVENT_SITTING_RESUMED:
		return apply_resumed(s, e);
	case EVENT_SITTING_CLOSED:
		return apply_sitting_closed(s, e);
	case EVENT_RECORD_FROZEN:
		return apply_frozen(s, e);
	case EVENT_RECORD_SIGNED:
		return apply_signed(s, e);
	case EVENT_RECORD_WITHDRAWN:
		return apply_withdrawn(s, e);
	case EVENT_ACT_CORRECTED: /* handled before: the log is folded again */
	case EVENT_CHAMBER_CREATED:
	case EVENT_CHAMBER_DESCRIBED:
	case EVENT_MEMBERS_REGISTERED:
	case EVENT_KEY_MADE:
	case EVENT_KEY_RETIRED:
	case EVENT_RULES_ADOPTED:
	case EVENT_HIJRI_STATED:
	case EVENT_COUNT:
		return false;
	}
	return false;
}

/* Facts stand still once the record is frozen, but for what concerns the record itself. */
static bool allowed_now(const struct session *s, enum event_type type)
{
	if (type == EVENT_RECORD_SIGNED || type == EVENT_RECORD_WITHDRAWN)
		return s->phase == PHASE_FROZEN;
	return s->phase != PHASE_FROZEN && s->phase != PHASE_SEALED;
}

/* --- corrections: the log folded again without the acts taken back --- */

/* Which acts do not count: a correction strikes its target unless it is itself struck, so the
 * newest is looked at first. */
static void strike(struct session *s)
{
	memset(s->struck.at, 0, s->struck.n * sizeof s->struck.at[0]);
	for (size_t i = s->log.n; i-- > 0;) {
		if (s->log.at[i].type == EVENT_ACT_CORRECTED && !s->struck.at[i])
			s->struck.at[s->log.at[i].body.act_corrected.act] = true;
	}
}

static void log_fact(struct session *s, const struct event *e)
{
	*LIST_PUSH(s->arena, &s->log) = *e;
	*LIST_PUSH(s->arena, &s->struck) = false;
}

/* Everything but the log starts again; the log is applied anew. */
static bool fold_again(struct session *s)
{
	struct session again;

	session_init(&again, s->arena);
	again.log.at = s->log.at;
	again.log.n = s->log.n;
	again.log.room = s->log.room;
	again.struck.at = s->struck.at;
	again.struck.n = s->struck.n;
	again.struck.room = s->struck.room;
	for (size_t i = 0; i < s->log.n; i++) {
		const struct event *e = &s->log.at[i];

		if (s->struck.at[i] || e->type == EVENT_ACT_CORRECTED)
			continue;
		if (!allowed_now(&again, e->type) || !apply_fact(&again, e)) {
			s->blocked_by = e->n;
			return false;
		}
	}
	*s = again;
	return true;
}

bool session_apply(struct session *s, const struct event *e)
{
	if (e->n != s->log.n || (e->n == 0) != (e->type == EVENT_SESSION_CREATED) ||
		!allowed_now(s, e->type))
		return false;
	log_fact(s, e);
	if (e->type != EVENT_ACT_CORRECTED)
		return apply_fact(s, e);
	if (e->body.act_corrected.act < 1 || e->body.act_corrected.act >= (int64_t)e->n)
		return false;
	strike(s);
	return fold_again(s);
}

bool session_without(const struct session *s, uint32_t n, struct session *out, struct arena *a)
{
	struct event trial = {.type = EVENT_ACT_CORRECTED, .n = (uint32_t)s->log.n};

	session_init(out, a);
	for (size_t i = 0; i < s->log.n; i++)
		log_fact(out, &s->log.at[i]);
	trial.body.act_corrected.act = n;
	log_fact(out, &trial);
	strike(out);
	if (!fold_again(out))
		return false;
	if (out->findings.n > s->findings.n) {
		out->blocked_by = out->findings.at[out->findings.n - 1].n;
		return false;
	}
	return true;
}
