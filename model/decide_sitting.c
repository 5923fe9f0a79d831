/* Deciding: opening, attendance, quorum, items, suspension and closing of a sitting. */
#include "model/call.h"
#include "model/convening.h"
#include "model/deciding.h"
#include "model/motion.h"

/* --- opening --- */

static bool can_open_sitting(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase == PHASE_SITTING || d->s->phase == PHASE_SUSPENDED)
		return refuse(d, "sitting-open", TEXT("A sitting is already open."));
	if (d->s->phase == PHASE_CLOSED)
		return refuse(d, "closed", TEXT("The session is over."));
	if (call_awaited(d->s))
		return refuse(d, "no-call",
			TEXT("The last call failed: convene the next one first, with its day."));
	if (d->s->agenda.n == 0)
		return refuse(d, "no-agenda", TEXT("The agenda is empty: add an item first."));
	if (!d->s->opened && !world_rules(d->w))
		return refuse(
			d, "no-rules", TEXT("The chamber has no rules yet: adopt a profile."));
	if (!d->s->opened && d->w->chamber->members.n == 0)
		return refuse(d, "no-members",
			TEXT("The chamber has no members yet: import or register them first."));
	return true;
}

/* The roster of the day: in office by their mandates. */
static struct list roster(struct deciding *d)
{
	const struct chamber *c = d->w->chamber;
	struct member *list = ARENA_ARRAY(d->a, struct member, c->members.n);
	size_t n = 0;

	for (size_t i = 0; i < c->members.n; i++) {
		if (member_in_office(&c->members.at[i], instant_date(d->at)))
			list[n++] = c->members.at[i];
	}
	return (struct list){list, n};
}

static bool on_roster(struct deciding *d, struct list list, int64_t number)
{
	const struct member *m = list.at;

	if (d->s->opened)
		return session_seat(d->s, number) != NULL;
	for (size_t i = 0; i < list.n; i++) {
		if (m[i].number == number)
			return true;
	}
	return false;
}

static void open_session(struct deciding *d, struct list list)
{
	const struct rules_adopted *is = world_rules(d->w);
	struct session_opened *o = &fact(d, EVENT_SESSION_OPENED)->session_opened;

	*o = (struct session_opened){
		.call = 1,
		.profile = is->profile,
		.roster = list,
		.rules = is->rules,
		.previous = d->w->previous,
		.previous_head = d->w->previous_head,
		.title_ar = is->title_ar,
		.title_fr = is->title_fr,
	};
}

/* What warns at an opening: keys of rules, and what is asked of it, all at once. */
struct warnings {
	struct str keys;
	struct questions asks;
};

static void warn(struct deciding *d, struct warnings *w, const char *code, struct str keys,
	struct message why)
{
	const struct str both[] = {w->keys, w->keys.n && keys.n ? STR(" ") : STR(""), keys};

	if (!ask(d, code, why))
		(void)gathered(d, &w->asks);
	w->keys = arena_join(d->a, both, ARRAY_LEN(both));
}

/* On another day than the one convened nobody has to come. */
static void warn_day(struct deciding *d, struct warnings *w)
{
	struct date set = call_day(d->s), today = instant_date(d->at);

	if (set.year && date_compare(today, set) != 0)
		warn(d, w, "another-day", STR(""),
			MSG("The sitting is convened for {date}, and it is {today}. Open all the "
			    "same? The minutes will say so.",
				A_DATE("date", set), A_DATE("today", today)));
}

/* Without a list of notices nothing is said of anybody; every call has notices of its own. */
static void warn_told(struct deciding *d, struct warnings *w, const struct convening *c)
{
	int64_t missing = c->kept && !c->begun ? c->in_office - c->told : 0;

	if (missing)
		warn(d, w, "not-notified", STR(""),
			MSGN("{n} member in office is not noted as notified. Open all the same? "
			     "The minutes will say so.",
				"{n} members in office are not noted as notified. Open all the "
				"same? The minutes will say so.",
				missing));
}

/* An ordinary session lasts so many days from its first sitting on, prolonged so many more. */
static void warn_length(struct deciding *d, struct warnings *w)
{
	const struct rules *r = &d->s->rules;
	struct date first, today = instant_date(d->at);
	int64_t day, most;

	if (!d->s->opened || !d->s->sittings.n || d->s->plan.kind != SESSION_ORDINARY ||
		!r->ordinary_max_days)
		return;
	first = instant_date(d->s->sittings.at[0].opened);
	day = date_days(today) - date_days(first) + 1;
	most = r->ordinary_max_days;
	if (day > most + r->ordinary_extension_days)
		warn(d, w, "session-long", str_of(rule_key_name(RULE_ORDINARY_DAYS)),
			MSG("This is day {day} of the session, which lasts {most} days at most "
			    "({rule}). Open all the same? The minutes will say so.",
				A_INT("day", day), A_INT("most", most + r->ordinary_extension_days),
				a_rule(d, r, RULE_ORDINARY_DAYS)));
	else if (day > most)
		warn(d, w, "session-prolonged", str_of(rule_key_name(RULE_ORDINARY_EXTENSION)),
			MSG("This is day {day} of a session of {most} days: it is prolonged "
			    "({rule}). Open all the same? The minutes will say so.",
				A_INT("day", day), A_INT("most", most),
				a_rule(d, r, RULE_ORDINARY_EXTENSION)));
}

/* The label of an ordinary session is one of the months of the rules; said when it is opened. */
static void warn_month(struct deciding *d, struct warnings *w, const struct rules *r)
{
	const struct session_described *plan = &d->s->plan;

	if (d->s->opened || plan->kind != SESSION_ORDINARY || !r->text[RULE_ORDINARY_MONTHS])
		return;
	for (size_t i = 0; i < r->months.n; i++) {
		if (r->months.at[i] == plan->month)
			return;
	}
	warn(d, w, "other-month", str_of(rule_key_name(RULE_ORDINARY_MONTHS)),
		MSG("The rules know no ordinary session of {month} ({rule}). Open all the same? "
		    "The minutes will say so.",
			A_MONTH("month", ((struct date){0, (int)plan->month, 1})),
			a_rule(d, r, RULE_ORDINARY_MONTHS)));
}

/* Where the rapporteur writes the minutes, or who deputises, somebody else does so over the rule.
 */
static void warn_writer(struct deciding *d, struct warnings *w, const struct rules *r)
{
	const struct sitting_open *c = &d->c->arg.sitting_open;
	enum office office = OFFICE_MEMBER;
	const struct member *m = NULL;

	if (c->secretary)
		m = d->s->opened ? &session_seat(d->s, c->secretary)->member
				 : chamber_member(d->w->chamber, c->secretary);
	if (m)
		office = (enum office)m->office;
	if (!r->text[RULE_MINUTES_WRITER] || r->minutes_writer != WRITER_RAPPORTEUR ||
		office == OFFICE_RAPPORTEUR || office == OFFICE_DEPUTY_RAPPORTEUR)
		return;
	warn(d, w, "minutes-writer", str_of(rule_key_name(RULE_MINUTES_WRITER)),
		MSG("The secretary of the sitting is not the rapporteur, who writes the minutes "
		    "by the rules ({rule}). Open all the same? The minutes will say so.",
			a_rule(d, r, RULE_MINUTES_WRITER)));
}

static void warn_notices(struct deciding *d, struct warnings *w, const struct rules *rules,
	const struct convening *c)
{
	struct arg needed = A_INT("needed", c->needed), rule = a_rule(d, rules, RULE_NOTICE_DAYS);
	struct str keys = str_of(rule_key_name(RULE_NOTICE_DAYS));

	if (!c->late)
		return;
	if (c->working)
		add_rule_key(d, &keys, RULE_NOTICE_WORKING);
	warn(d, w, "notice-short", keys,
		c->working
			? MSGN_WITH("The notices went out {n} working day before, {needed} are "
				    "expected ({rule}). Open all the same? The minutes will say "
				    "so.",
				  "The notices went out {n} working days before, {needed} are "
				  "expected ({rule}). Open all the same? The minutes will say so.",
				  c->days, needed, rule)
			: MSGN_WITH("The notices went out {n} day before, {needed} are expected "
				    "({rule}). Open all the same? The minutes will say so.",
				  "The notices went out {n} days before, {needed} are expected "
				  "({rule}). Open all the same? The minutes will say so.",
				  c->days, needed, rule));
}

/* What the opening goes over: keys of rules that warn. False after asking. */
static bool opening_warned(struct deciding *d, const struct convening *c, struct str *warned)
{
	struct warnings w = {.keys = STR("")};
	const struct message *words;
	struct str old = rules_not_in_force(d, &words);
	struct rules rules = {.text = {NULL}};

	(void)convening_rules(d->w, &rules); /* without rules nothing below asks about one */
	warn_day(d, &w);
	warn_notices(d, &w, &rules, c);
	if (c->documents_due && !c->begun)
		warn(d, &w, "no-documents", str_of(rule_key_name(RULE_NOTICE_DOCUMENTS)),
			MSG("Notices without the documents: {n}; they are expected together "
			    "({rule}). Open all the same? The minutes will say so.",
				A_INT("n", c->without_documents),
				a_rule(d, &rules, RULE_NOTICE_DOCUMENTS)));
	if (old.n)
		warn(d, &w, "rule-dated", old,
			MSG("Not in force on this day: {rules}. Open all the same? The minutes "
			    "will say so.",
				A_MSG("rules", words)));
	warn_length(d, &w);
	warn_month(d, &w, &rules);
	warn_writer(d, &w, &rules);
	warn_told(d, &w, c);
	*warned = w.keys;
	return all_answered(d, &w.asks);
}

static bool open_sitting(struct deciding *d)
{
	const struct sitting_open *c = &d->c->arg.sitting_open;
	struct str place = c->place.n ? c->place : d->s->plan.place_ar;
	struct str place_fr = c->place_fr.n ? c->place_fr : d->s->plan.place_fr;
	struct list list = roster(d);
	struct convening notices = convening_now(d->w, instant_date(d->at), d->a);
	struct str warned;

	if (!place.n && !place_fr.n)
		return refuse(d, "no-place", TEXT("Say where the sitting takes place."));
	if (!on_roster(d, list, c->chair))
		return refuse(d, "unknown-member",
			MSG("No member {n} is in office on this day.", A_SEAT("n", c->chair)));
	if (c->secretary && !on_roster(d, list, c->secretary))
		return refuse(d, "unknown-member",
			MSG("No member {n} is in office on this day.", A_SEAT("n", c->secretary)));
	if (!c->secretary && !c->secretary_ar.n && !c->secretary_fr.n)
		return refuse(d, "no-secretary",
			TEXT("Name the secretary of the sitting: a member's number or a name."));
	if (!opening_warned(d, &notices, &warned))
		return false;
	if (!d->s->opened)
		open_session(d, list);
	fact(d, EVENT_SITTING_OPENED)->sitting_opened = (struct sitting_opened){
		.sitting = (int64_t)d->s->sittings.n + 1,
		.place_ar = place,
		.place_fr = place_fr,
		.chair = c->chair,
		.secretary = c->secretary,
		.secretary_ar = c->secretary ? STR("") : c->secretary_ar,
		.secretary_fr = c->secretary ? STR("") : c->secretary_fr,
		.warned = warned,
	};
	hijri_fact(d, (int64_t)d->s->sittings.n + 1, instant_date(d->at));
	return true;
}

static bool note_guest(struct deciding *d)
{
	const struct guest_note *c = &d->c->arg.guest_note;

	fact(d, EVENT_GUEST_NOTED)->guest_noted = (struct guest_noted){
		.guest = (int64_t)d->s->guests.n + 1,
		.capacity = c->capacity,
		.name_ar = c->name_ar,
		.name_fr = c->name_fr,
		.title_ar = c->title_ar,
		.title_fr = c->title_fr,
	};
	return true;
}

static bool note_ceremony(struct deciding *d)
{
	fact(d, EVENT_CEREMONY_HELD)->ceremony_held = d->c->arg.ceremony_note;
	return true;
}

/* --- quorum --- */

static bool can_record_quorum(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	return nothing_is_voted(d);
}

static bool record_quorum(struct deciding *d)
{
	const struct session *s = d->s;
	struct numbers unknown = members_with(d, PRESENCE_UNKNOWN);
	struct quorum_figures now = session_quorum(s);
	struct quorum_recorded *q;

	if (session_count(s, PRESENCE_HERE) == 0 && unknown.n == s->seats.n)
		return refuse(d, "no-attendance",
			TEXT("Note the attendance first: = for all, then the exceptions."));
	if (session_sitting(s)->chair &&
		session_seat(s, session_sitting(s)->chair)->presence != PRESENCE_HERE)
		return refuse(d, "chair-missing",
			MSG("{who} opened the sitting in the chair but is not noted as present.",
				A_MSG("who", message_keep(d->a,
						     seat_message(d, session_sitting(s)->chair)))));
	if (!secretary_is_here(d))
		return false;
	if (unknown.n &&
		!ask(d, "unanswered",
			MSGN("{n} member is not noted yet. Record as absent without excuse?",
				"{n} members are not noted yet. Record them as absent without "
				"excuse?",
				(int64_t)unknown.n)))
		return false;
	q = &fact(d, EVENT_QUORUM_RECORDED)->quorum_recorded;
	*q = (struct quorum_recorded){
		.present = now.present,
		.in_office = now.in_office,
		.needed = now.needed,
		.met = now.met,
		.absent = unknown,
		.certainty = rules_quorum_certainty(&s->rules),
	};
	return true;
}

/* --- items --- */

bool can_leave_item(struct deciding *d)
{
	const struct item *item = session_item(d->s, d->s->open_item);

	if (!nobody_speaks(d))
		return false;
	if (!item)
		return true;
	if (!nothing_is_voted(d))
		return false;
	if (!item_decided(item) && item->is.kind != ITEM_FREE)
		return refuse(d, "undecided",
			MSG("Item {n} is still open: vote, take note, postpone or withdraw it "
			    "first.",
				A_INT("n", session_agenda_number(d->s, item->is.item))));
	return true;
}

bool close_open_item(struct deciding *d)
{
	const struct item *item = session_item(d->s, d->s->open_item);

	if (!can_leave_item(d))
		return false;
	if (item)
		fact(d, EVENT_ITEM_CLOSED)->item_closed = (struct item_ref){item->is.item};
	return true;
}

static bool can_open_item(struct deciding *d)
{
	return can_treat(d) && all_announced(d);
}

static bool open_item(struct deciding *d)
{
	const struct item_one *c = &d->c->arg.item_open;
	int64_t key = item_key(d, c->item);
	const struct item *item = key ? session_item(d->s, key) : NULL;
	bool asked, agenda = motion_agenda_unadopted(d->s);
	struct str warned = STR("");

	if (!item)
		return false;
	if (item->state == ITEM_IS_PROPOSED)
		return refuse(d, "proposed",
			MSG("Item {n} is only proposed: its inclusion is voted first.",
				A_INT("n", c->item)));
	if (item->state != ITEM_IS_WAITING)
		return refuse(d, "item-treated",
			MSG("Item {n} is already open or dealt with; F8 takes an act back.",
				A_INT("n", c->item)));
	if (!close_open_item(d))
		return false;
	(void)quorum_missing(d, &asked);
	if (asked || (agenda && !agenda_may_begin(d)))
		return false;
	if (agenda)
		add_rule_key(d, &warned, RULE_AGENDA_VOTE);
	if (!dismissal_may_begin(d, item, &warned))
		return false;
	fact(d, EVENT_ITEM_OPENED)->item_opened = (struct item_opened){key, warned};
	return true;
}

static bool present_item(struct deciding *d)
{
	const struct item_presented *c = &d->c->arg.item_present;
	int64_t key = open_item_key(d, c->item);

	if (!key)
		return false;
	if (session_item(d->s, key)->presented)
		return refuse(d, "presented", TEXT("The item was already presented."));
	if (c->member && !seat_or_refuse(d, c->member))
		return false;
	fact(d, EVENT_ITEM_PRESENTED)->item_presented = (struct item_presented){key, c->member};
	return true;
}

static bool discuss_item(struct deciding *d)
{
	const struct item *item = session_item(d->s, d->s->open_item);

	if (!open_item_key(d, d->c->arg.item_discuss.item))
		return false;
	if (item->discussed)
		return refuse(
			d, "discussed", TEXT("The discussion of this item is already closed."));
	fact(d, EVENT_ITEM_DISCUSSED)->item_discussed = (struct item_ref){item->is.item};
	return true;
}

static bool can_take_note(struct deciding *d)
{
	const struct item *item;

	if (!can_item(d))
		return false;
	item = session_item(d->s, d->s->open_item);
	if (item->is.kind == ITEM_AGREEMENT || item->is.kind == ITEM_REGULATIONS ||
		item->is.kind == ITEM_BUDGET || item->is.kind == ITEM_ACCOUNT)
		return refuse(d, "needs-vote", TEXT("This item asks for a vote."));
	if (!elections_over(d, item))
		return false;
	if (item_decided(item))
		return refuse(d, "decided", TEXT("This item is already decided."));
	return true;
}

static bool take_note(struct deciding *d)
{
	if (!open_item_key(d, d->c->arg.item_note.item) || !motions_may_lapse(d))
		return false;
	fact(d, EVENT_ITEM_NOTED)->item_noted = (struct item_ref){d->s->open_item};
	return true;
}

static const struct item *item_to_put_off(struct deciding *d, int64_t number, struct str reason)
{
	int64_t key = item_key(d, number);
	const struct item *item = key ? session_item(d->s, key) : NULL;

	if (!item)
		return NULL;
	if (item->state != ITEM_IS_OPEN && item->state != ITEM_IS_WAITING) {
		(void)refuse(d, "item-treated",
			MSG("Item {n} is already dealt with.",
				A_INT("n", session_agenda_number(d->s, key))));
		return NULL;
	}
	if (item_decided(item)) {
		(void)refuse(d, "decided", TEXT("This item is already decided."));
		return NULL;
	}
	if (item->state == ITEM_IS_OPEN && !nobody_speaks(d))
		return NULL;
	if (!reason.n) {
		(void)refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
		return NULL;
	}
	return item;
}

static bool postpone_item(struct deciding *d)
{
	const struct item_postponed *c = &d->c->arg.item_postpone;
	const struct item *item = item_to_put_off(d, c->item, c->reason);

	if (!item)
		return false;
	fact(d, EVENT_ITEM_POSTPONED)->item_postponed =
		(struct item_postponed){item->is.item, c->reason, c->to};
	return true;
}

static bool withdraw_item(struct deciding *d)
{
	const struct item_reason *c = &d->c->arg.item_withdraw;
	const struct item *item = item_to_put_off(d, c->item, c->reason);

	if (!item)
		return false;
	fact(d, EVENT_ITEM_WITHDRAWN)->item_withdrawn =
		(struct item_reason){item->is.item, c->reason};
	return true;
}

static bool close_item(struct deciding *d)
{
	return open_item_key(d, d->c->arg.item_close.item) && all_announced(d) &&
	       close_open_item(d);
}

/* A passage is kept for the session as a whole or for an item, at any time before the freeze. */
static bool keep_text(struct deciding *d)
{
	const struct text_keep *c = &d->c->arg.text_keep;
	const struct session *s = d->s;
	struct text_kept t = {
		.text = c->text ? c->text : (int64_t)s->passages.n + 1,
		.part = c->part,
		.lang = c->lang,
		.member = c->member,
		.guest = c->guest,
		.content = c->content,
	};

	if (c->lang == LANG_EN)
		return refuse(
			d, "bad-lang", TEXT("Passages of the record are in Arabic or in French."));
	if (c->text > (int64_t)s->passages.n)
		return refuse(
			d, "unknown-text", MSG("There is no passage {n}.", A_INT("n", c->text)));
	if (c->text) { /* its place and speaker stay: only the words change */
		const struct text_kept *was = &s->passages.at[c->text - 1].is;

		t.item = was->item;
		t.part = was->part;
		t.member = was->member;
		t.guest = was->guest;
	} else if (!c->content.n) {
		return refuse(
			d, "no-text", TEXT("There is nothing to keep: the passage is empty."));
	} else if (c->item && !(t.item = item_key(d, c->item))) {
		return false;
	}
	if (t.member && !seat_or_refuse(d, t.member))
		return false;
	if (t.guest > (int64_t)s->guests.n)
		return refuse(
			d, "unknown-guest", MSG("There is no guest {n}.", A_INT("n", t.guest)));
	fact(d, EVENT_TEXT_KEPT)->text_kept = t;
	return true;
}

/* --- ending --- */

static bool can_suspend(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	return nothing_is_voted(d);
}

static bool suspend(struct deciding *d)
{
	fact(d, EVENT_SITTING_SUSPENDED)->sitting_suspended = d->c->arg.sitting_suspend;
	return true;
}

static bool can_resume(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase != PHASE_SUSPENDED)
		return refuse(d, "not-suspended", TEXT("The sitting is not suspended."));
	return true;
}

static bool resume(struct deciding *d)
{
	fact(d, EVENT_SITTING_RESUMED)->sitting_resumed =
		(struct sitting_resumed){session_sitting(d->s)->is.sitting};
	return true;
}

static bool can_close_sitting(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase == PHASE_BETWEEN)
		return true;
	return (d->s->phase == PHASE_SUSPENDED || can_suspend(d)) && all_announced(d);
}

/* The session ends without another sitting. */
static bool close_between(struct deciding *d)
{
	const struct sitting_close *c = &d->c->arg.sitting_close;

	if (c->cause == CLOSED_LEFT_OPEN)
		return refuse(d, "between", TEXT("The session is already left open."));
	if (!ask(d, "no-sitting-more",
		    TEXT("End the session without another sitting? The minutes will say so.")))
		return false;
	if (d->s->open_item)
		fact(d, EVENT_ITEM_CLOSED)->item_closed = (struct item_ref){d->s->open_item};
	fact(d, EVENT_SITTING_CLOSED)->sitting_closed = (struct sitting_closed){c->cause, c->note};
	return true;
}

static bool item_goes_on(const struct session *s)
{
	const struct item *item = session_item(s, s->open_item);

	return item && !item_decided(item) && !session_voting(s);
}

static bool close_sitting(struct deciding *d)
{
	const struct sitting_close *c = &d->c->arg.sitting_close;

	if (d->s->phase == PHASE_BETWEEN)
		return close_between(d);
	if (c->cause == CLOSED_NO_QUORUM && session_has_quorum(d->s))
		return refuse(d, "has-quorum", TEXT("The quorum is there."));
	if (c->cause == CLOSED_NO_QUORUM && !session_sitting(d->s)->quorum_recorded)
		return refuse_no_quorum_act(d);
	/* Left open, the item that is not decided goes on in the next sitting. */
	if (!nobody_speaks(d) ||
		(!(c->cause == CLOSED_LEFT_OPEN && item_goes_on(d->s)) && !close_open_item(d)))
		return false;
	if (c->cause == CLOSED_DONE && session_untreated(d->s) &&
		!ask(d, "untreated",
			MSGN("{n} item was not dealt with. Close all the same? The minutes will "
			     "say so.",
				"{n} items were not treated. Close all the same? The minutes will "
				"say so.",
				session_untreated(d->s))))
		return false;
	fact(d, EVENT_SITTING_CLOSED)->sitting_closed = (struct sitting_closed){c->cause, c->note};
	return true;
}

const struct decider deciders_sitting[CMD_COUNT] = {
	[CMD_SITTING_OPEN] = {can_open_sitting, open_sitting},
	[CMD_GUEST_NOTE] = {can_note, note_guest},
	[CMD_QUORUM_RECORD] = {can_record_quorum, record_quorum, true},
	[CMD_QUORUM_CONTINUE] = {quorum_can_continue, quorum_continues, true},
	[CMD_CEREMONY_NOTE] = {can_note, note_ceremony},
	[CMD_ITEM_OPEN] = {can_open_item, open_item},
	[CMD_ITEM_PRESENT] = {can_item, present_item},
	[CMD_ITEM_DISCUSS] = {can_item, discuss_item, true},
	[CMD_ITEM_NOTE] = {can_take_note, take_note, true},
	[CMD_ITEM_POSTPONE] = {can_treat, postpone_item},
	[CMD_ITEM_WITHDRAW] = {can_treat, withdraw_item},
	[CMD_ITEM_CLOSE] = {can_item, close_item, true},
	[CMD_TEXT_KEEP] = {can_session, keep_text},
	[CMD_SITTING_SUSPEND] = {can_suspend, suspend},
	[CMD_SITTING_RESUME] = {can_resume, resume, true},
	[CMD_SITTING_CLOSE] = {can_close_sitting, close_sitting},
};
