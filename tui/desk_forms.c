/* Forms of the sitting: opening, closing, guests, a member at the door, an item, the copy. */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "tui/convening.h"
#include "model/describe.h"
#include "model/call.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"
#include "tui/prepare.h"

#include <string.h>

/* "HH:MM" of today's (or the sitting's) clock as an instant. */
static struct instant at_minute(struct desk *d, int minute)
{
	struct source source = register_source(d->r);
	struct instant now = source.now(source.context);

	if (minute == instant_minute_of_day(now))
		return now;
	return instant_at(instant_date(now), minute * 60, now.offset_minutes);
}

/* Nothing has happened yet at a time the clock has not reached. */
static bool is_to_come(struct desk *d, struct instant at)
{
	struct source source = register_source(d->r);

	return instant_is_set(at) && at.seconds > source.now(source.context).seconds;
}

/* "6" for 16: an opening so far back is asked about, for it stands in the record. */
static bool is_long_ago(struct desk *d, struct instant at)
{
	struct source source = register_source(d->r);

	return instant_is_set(at) && source.now(source.context).seconds - at.seconds > 3 * 3600;
}

static int64_t office_holder(const struct chamber *c, enum office office)
{
	for (size_t i = 0; i < c->members.n; i++) {
		if (c->members.at[i].office == (int)office)
			return c->members.at[i].number;
	}
	return 0;
}

/* --- opening --- */

enum { OPEN_PLACE_AR, OPEN_PLACE_FR, OPEN_CHAIR, OPEN_SECRETARY, OPEN_SECRETARY_NAME, OPEN_TIME };

static bool submit_opening(struct desk *d)
{
	static const struct field_code codes[] = {
		{"no-place", OPEN_PLACE_AR}, {"no-secretary", OPEN_SECRETARY_NAME}};
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_SITTING_OPEN);
	struct sitting_open *arg = &c.arg.sitting_open;
	struct str name;
	int minute = 0;

	if (!fields_take(d, &f[OPEN_PLACE_AR], &arg->place) ||
		!fields_take(d, &f[OPEN_PLACE_FR], &arg->place_fr) ||
		!fields_take(d, &f[OPEN_SECRETARY_NAME], &name))
		return false;
	(void)form_number(&f[OPEN_CHAIR], &arg->chair);
	if (!form_number(&f[OPEN_SECRETARY], &arg->secretary))
		arg->secretary = 0;
	if (desk_record_lang(d) == LANG_AR)
		arg->secretary_ar = name;
	else
		arg->secretary_fr = name;
	if (form_minutes(&f[OPEN_TIME], &minute))
		c.at = at_minute(d, minute);
	if (is_to_come(d, c.at)) {
		f[OPEN_TIME].problem = TEXT("This time is still to come.");
		form_focus(&d->over.form, OPEN_TIME);
		return false;
	}
	if (is_long_ago(d, c.at) && d->over.number != minute + 1) {
		d->over.number = minute + 1;
		f[OPEN_TIME].problem = TEXT("This is hours ago; F4 again if it is right.");
		form_focus(&d->over.form, OPEN_TIME);
		return false;
	}
	if (!fields_act_in(d, &c, codes, ARRAY_LEN(codes)))
		return false; /* nothing typed is lost */
	d->step_ms = desk_now_ms();
	return true;
}

/* The first field that is not filled in; when all are, Enter on the last one confirms. */
static size_t to_be_said(const struct form_field *f)
{
	if (!form_text(&f[OPEN_PLACE_AR]).n && !form_text(&f[OPEN_PLACE_FR]).n)
		return OPEN_PLACE_AR;
	if (!form_text(&f[OPEN_CHAIR]).n)
		return OPEN_CHAIR;
	if (!form_text(&f[OPEN_SECRETARY]).n && !form_text(&f[OPEN_SECRETARY_NAME]).n)
		return OPEN_SECRETARY;
	return OPEN_TIME;
}

void form_open_sitting(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct source source = register_source(d->r);
	struct instant now = source.now(source.context);
	struct overlay *o;
	struct form_field *f;
	struct both place;
	struct convening notices;
	struct date planned = call_day(s), counted = instant_date(now);
	struct rules rules;

	if (!desk_offered(d, CMD_SITTING_OPEN))
		return;
	/* The day members were told of, as everywhere else; only one before it leaves them less. */
	if (planned.year && date_compare(planned, instant_date(now)) < 0)
		counted = planned;
	notices = convening_now(register_world(d->r), counted, &d->frame);
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Open the sitting"));
	overlay_line(
		o, d->clock.staged
			   ? MSG("A try-out: the clock shows the session's day, {day}, {time}.",
				     A_DATE("day", instant_date(now)), A_TIME("time", now))
			   : MSG("The clock of this machine: {day}, {time}. Is it right?",
				     A_DATE("day", instant_date(now)), A_TIME("time", now)));
	if (planned.year && date_compare(planned, instant_date(now)) != 0)
		overlay_line(o,
			MSG("! It was convened for another day: {day}.", A_DATE("day", planned)));
	if (!notices.begun && (notices.kept || notices.sent.year))
		overlay_line(o, convening_line(d, &notices));
	for (int lang = LANG_AR; lang <= LANG_FR; lang++) {
		struct message untitled = prepare_untitled(s, (enum lang)lang, &d->frame);

		if (untitled.id)
			overlay_line(o, untitled);
	}
	f = o->fields;
	f[OPEN_PLACE_AR] = fields_text(TEXT("place, Arabic"), DIR_RTL, false);
	f[OPEN_PLACE_FR] = fields_text(TEXT("place, French"), DIR_LTR, false);
	f[OPEN_CHAIR] = fields_number(TEXT("chair: member no."), true);
	f[OPEN_SECRETARY] = fields_number(TEXT("secretary: member no."), false);
	f[OPEN_SECRETARY_NAME] =
		fields_text(TEXT("or secretary's name"), lang_direction(d->lang), false);
	f[OPEN_TIME] = (struct form_field){
		.kind = FORM_TIME, .label = TEXT("opened at"), .required = true};
	overlay_form_ready(o);
	place = s->sittings.n ? (struct both){session_sitting(s)->is.place_ar,
					session_sitting(s)->is.place_fr}
			      : (struct both){s->plan.place_ar, s->plan.place_fr};
	form_set(&f[OPEN_PLACE_AR], place.ar);
	form_set(&f[OPEN_PLACE_FR], place.fr);
	fields_set_number(
		d, &f[OPEN_CHAIR], office_holder(register_chamber(d->r), OFFICE_PRESIDENT));
	if (!convening_rules(register_world(d->r), &rules) ||
		rules.minutes_writer == WRITER_RAPPORTEUR)
		fields_set_number(d, &f[OPEN_SECRETARY],
			office_holder(register_chamber(d->r), OFFICE_RAPPORTEUR));
	form_set(&f[OPEN_TIME], format_time(now, &d->frame));
	o->form.focus = to_be_said(f);
	o->submit = submit_opening;
}

/* --- closing: the word is typed --- */

static bool is_closing_word(struct str s)
{
	static const char *const words[] = {"clore", "close", "رفع"};

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (str_is(s, words[i]))
			return true;
	}
	return false;
}

static struct str lowered(struct desk *d, struct str s)
{
	char *p = arena_copy(&d->frame, s.p, s.n);

	for (size_t i = 0; i < s.n; i++) {
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] - 'A' + 'a');
	}
	return (struct str){p, s.n};
}

static bool submit_closing(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_SITTING_CLOSE);

	if (!is_closing_word(lowered(d, form_text(&f[1])))) {
		f[1].problem = TEXT("Type the word CLOSE, CLORE or رفع.");
		return false;
	}
	c.arg.sitting_close.cause = (int)f[0].chosen;
	return fields_act(d, &c);
}

/* The items nobody has come to, by their numbers. */
static struct message untreated_words(const struct session *s, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, s->agenda.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->agenda.n; i++) {
		int64_t key = s->agenda.at[i];

		if (session_item(s, key)->state == ITEM_IS_WAITING)
			list[n++] = MSG("{n}", A_INT("n", session_agenda_number(s, key)));
	}
	return MSGN_WITH("Not dealt with yet: item {items}.", "Not dealt with yet: items {items}.",
		(int64_t)n, A_LIST("items", list, n));
}

/* Why it ends is proposed only where nothing speaks against it. */
static bool closes_done(const struct session *s)
{
	return session_untreated(s) == 0 &&
	       (s->phase == PHASE_BETWEEN ||
		       (session_has_quorum(s) && !session_sitting(s)->quorum_waived));
}

void form_close_sitting(struct desk *d)
{
	static const struct message causes[] = {
		{.id = N_("the agenda is completed")},
		{.id = N_("no quorum")},
		{.id = N_("left open: another sitting follows")},
	};
	static const struct message ending[] = {
		{.id = N_("the session ends, its agenda not completed")},
		{.id = N_("no quorum")},
		{.id = N_("left open: another sitting follows")},
	};
	const struct session *s = desk_session(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_SITTING_CLOSE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Close the sitting"));
	overlay_line(o, TEXT("After this no vote and no arrival can be recorded; prose and "
			     "corrections still can."));
	if (session_untreated(s))
		overlay_line(o, untreated_words(s, &d->frame));
	o->fields[0] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("why"),
		.stacked = true,
		.digits = 1,
		.choices = session_untreated(s) ? ending : causes,
		.choices_n = ARRAY_LEN(causes),
		.chosen = closes_done(s) ? (size_t)CLOSED_DONE : ARRAY_LEN(causes)};
	o->fields[1] = fields_code(TEXT("to confirm, type CLOSE"), true);
	overlay_form_ready(o);
	o->form.focus = closes_done(s); /* else it is asked first */
	o->submit = submit_closing;
}

void form_close_no_quorum(struct desk *d)
{
	form_close_sitting(d);
	if (d->over.kind != OVERLAY_FORM)
		return;
	d->over.fields[0].chosen = CLOSED_NO_QUORUM;
	form_focus(&d->over.form, 1);
}

/* --- suspending; the copy is offered --- */

static bool suspend_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_SITTING_SUSPEND);

	c.arg.sitting_suspend.reason = digit - 1;
	desk_close_overlay(d);
	desk_act_then(d, &c, form_backup);
	return false;
}

void panel_suspend(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_SITTING_SUSPEND))
		return;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Suspend the sitting"));
	overlay_chair(o, TEXT("The sitting is suspended."));
	for (int i = 0; suspension_names[i].name; i++)
		overlay_choice(o, i + 1, name_label(suspension_names, i));
	o->panel.confirm = true;
	o->chosen = suspend_chosen;
}

/* --- guests --- */

static bool submit_guest(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_GUEST_NOTE);
	struct guest_note *g = &c.arg.guest_note;

	g->capacity = (int)f[0].chosen;
	if (!fields_take(d, &f[1], &g->title_ar) || !fields_take(d, &f[2], &g->title_fr) ||
		!fields_take(d, &f[3], &g->name_ar) || !fields_take(d, &f[4], &g->name_fr))
		return false;
	return fields_act(d, &c);
}

static size_t labels_of(const struct name *names, struct message *out, size_t max)
{
	size_t n = 0;

	while (n < max && names[n].name) {
		out[n] = (struct message){.id = names[n].label};
		n++;
	}
	return n;
}

void form_guest(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("A guest or an official"));
	struct message *labels = ARENA_ARRAY(&o->arena, struct message, 16);
	size_t n = labels_of(capacity_names, labels, 16);

	o->fields[0] = (struct form_field){
		.kind = FORM_CHOICE, .label = TEXT("capacity"), .choices = labels, .choices_n = n};
	o->fields[1] = fields_text(TEXT("title, Arabic"), DIR_RTL, false);
	o->fields[2] = fields_text(TEXT("title, French"), DIR_LTR, false);
	o->fields[3] = fields_text(TEXT("name, Arabic"), DIR_RTL, false);
	o->fields[4] = fields_text(TEXT("name, French"), DIR_LTR, false);
	overlay_form_ready(o);
	o->submit = submit_guest;
}

/* --- a member missing from the list, at the door --- */

static bool submit_member(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ATTENDANCE_ADD);
	struct attendance_add *m = &c.arg.attendance_add;

	(void)form_number(&f[0], &m->member.number);
	if (!fields_take(d, &f[1], &m->member.name_ar) ||
		!fields_take(d, &f[2], &m->member.name_fr) || !fields_take(d, &f[3], &m->reason))
		return false;
	return fields_act(d, &c);
}

void form_add_member(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_ATTENDANCE_ADD))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A member missing from the list"));
	o->fields[0] = fields_number(TEXT("number"), true);
	o->fields[1] = fields_text(TEXT("name, Arabic"), DIR_RTL, false);
	o->fields[2] = fields_text(TEXT("name, French"), DIR_LTR, false);
	o->fields[3] = fields_text(TEXT("reason"), lang_direction(d->lang), true);
	overlay_form_ready(o);
	o->submit = submit_member;
}

/* --- ceremony --- */

static bool ceremony_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_CEREMONY_NOTE);

	c.arg.ceremony_note.kind = digit - 1;
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

void panel_ceremony(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("What took place"));

	for (int i = 0; ceremony_names[i].name; i++)
		overlay_choice(o, i + 1, name_label(ceremony_names, i));
	o->chosen = ceremony_chosen;
}

/* --- an item --- */

static bool submit_item(struct desk *d)
{
	static const struct field_code codes[] = {{"no-title", 1}, {"bad-place", 7}};
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ITEM_ADD);
	struct item_add *i = &c.arg.item_add;

	i->kind = (int)f[0].chosen;
	if (!fields_take(d, &f[1], &i->title_ar) || !fields_take(d, &f[2], &i->title_fr) ||
		!fields_take(d, &f[3], &i->short_ar) || !fields_take(d, &f[4], &i->short_fr) ||
		!fields_take(d, &f[5], &i->text_ar) || !fields_take(d, &f[6], &i->text_fr))
		return false;
	if (!form_number(&f[7], &i->at))
		i->at = 0;
	if (!fields_act_in(d, &c, codes, ARRAY_LEN(codes)))
		return false;
	prepare_remark_title(d, (struct both){i->title_ar, i->title_fr});
	return true;
}

void form_add_item(struct desk *d)
{
	struct overlay *o;
	struct message *labels;

	if (!desk_offered(d, CMD_ITEM_ADD))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A new item of the agenda"));
	labels = ARENA_ARRAY(&o->arena, struct message, ITEM_KIND_COUNT);
	o->fields[0] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("kind"),
		.choices = labels,
		.choices_n = labels_of(item_kind_names, labels, ITEM_KIND_COUNT),
		.digits = 1};
	/* No kind is likelier than another: it is asked. */
	o->fields[0].chosen = o->fields[0].choices_n;
	o->fields[1] = fields_text(TEXT("title, Arabic"), DIR_RTL, false);
	o->fields[2] = fields_text(TEXT("title, French"), DIR_LTR, false);
	o->fields[3] = fields_text(TEXT("short title, Arabic"), DIR_RTL, false);
	o->fields[4] = fields_text(TEXT("short title, French"), DIR_LTR, false);
	o->fields[5] = fields_prose(TEXT("text, Arabic"), DIR_RTL, 3);
	o->fields[6] = fields_prose(TEXT("text, French"), DIR_LTR, 3);
	o->fields[7] = fields_number(TEXT("place on the agenda"), false);
	overlay_form_ready(o);
	o->submit = submit_item;
}

void form_add_election(struct desk *d)
{
	form_add_item(d);
	if (d->over.kind != OVERLAY_FORM)
		return;
	d->over.fields[0].chosen = ITEM_ELECTION;
	d->over.form.focus = 1;
}

/* --- the copy --- */

static bool submit_backup(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct error err = {.code = ERROR_NONE};
	const char *dir = arena_z(&d->over.arena, form_text(&f[0]));
	const struct progress progress = desk_long_work(d);
	int status;

	journal_watch(register_journal(d->r), &progress);
	status = journal_backup(register_journal(d->r), dir, &err);
	journal_watch(register_journal(d->r), NULL);
	desk_long_work_done(d);
	if (status < 0) {
		f[0].problem = message_copy(&d->over.arena, error_message(&err, &d->frame));
		return false;
	}
	desk_remember_backup(d, form_text(&f[0]));
	desk_say(d, TONE_GOOD, MSG("● A checked copy is in {path}", A_STR("path", d->backup_dir)));
	return true;
}

void form_backup(struct desk *d)
{
	struct overlay *o;

	if (desk_rehearses(d))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Copy the register"));
	overlay_line(o, TEXT("A checked copy of the register and of each stream, on a stick for "
			     "example. Esc: not now."));
	o->fields[0] = fields_code(TEXT("folder"), true);
	overlay_form_ready(o);
	form_set(&o->fields[0], d->backup_dir);
	o->submit = submit_backup;
}

/* --- an item is not treated today --- */

static void postpone_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_ITEM_POSTPONE);

	c.arg.item_postpone =
		(struct item_postponed){session_agenda_number(desk_session(d), d->question.put_off),
			reason, POSTPONED_NEXT_SESSION};
	(void)desk_act(d, &c);
}

static void withdraw_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_ITEM_WITHDRAW);

	c.arg.item_withdraw = (struct item_reason){
		session_agenda_number(desk_session(d), d->question.put_off), reason};
	(void)desk_act(d, &c);
}

struct message put_off_off(struct desk *d, enum command_type type, int64_t key)
{
	struct command c = command_of(type);
	int64_t number = session_agenda_number(desk_session(d), key);
	struct decision would;

	/* Whatever the reason will be. */
	if (type == CMD_ITEM_POSTPONE)
		c.arg.item_postpone =
			(struct item_postponed){number, STR("…"), POSTPONED_NEXT_SESSION};
	else
		c.arg.item_withdraw = (struct item_reason){number, STR("…")};
	would = desk_would(d, &c);
	return would.verdict == VERDICT_REFUSED ? would.why : NO_MESSAGE;
}

void panel_put_off(struct desk *d, enum command_type type, int64_t key)
{
	bool postpone = type == CMD_ITEM_POSTPONE;
	struct message why = put_off_off(d, type, key);

	if (why.id) {
		desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &why)));
		return;
	}
	d->question.put_off = key;
	desk_ask_reason(d, postpone ? TEXT("Postpone the item") : TEXT("Withdraw the item"),
		describe_item(desk_session(d), key), REASONS_PUT_OFF,
		postpone ? postpone_done : withdraw_done);
	overlay_chair(&d->over, postpone ? TEXT("The item is postponed to the next session.")
					 : TEXT("The item is withdrawn from the agenda."));
}
