#include "tui/convening.h"

#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"
#include "tui/prepare.h"
#include "tui/registers.h"

struct convening convening_of_desk(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct convening c;
	bool planned = s->plan.date.year && !s->opened;

	c = convening_now(
		register_world(d->r), planned ? s->plan.date : (struct date){0}, &d->frame);
	if (!planned)
		c.in_office =
			(int64_t)convening_members(register_world(d->r), fields_today(d), &d->frame)
				.n;
	return c;
}

int64_t convening_unanswered(const struct session *s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->requests.n; i++)
		n += !s->requests.at[i].n_answered;
	return n;
}

struct message convening_signers(struct desk *d, const struct request_filed *r)
{
	const struct session *s = desk_session(d);
	const struct member *m;

	if (r->members.n != 1)
		return r->needed ? MSG("signers: {n}, {needed} needed",
					   A_INT("n", (int64_t)r->members.n),
					   A_INT("needed", r->needed))
				 : MSG("signers: {n}", A_INT("n", (int64_t)r->members.n));
	if (s->opened)
		return describe_member(s, r->members.at[0]);
	m = chamber_member(register_chamber(d->r), r->members.at[0]);
	return m ? MSG("{seat} {name}", A_SEAT("seat", m->number), A_BOTH("name", member_name(m)))
		 : NO_MESSAGE;
}

struct message convening_line(struct desk *d, const struct convening *c)
{
	return MSG("Notices: {figures}",
		A_MSG("figures", message_keep(&d->frame, convening_words(c, &d->frame))));
}

bool convening_warns(const struct convening *c)
{
	return c->late || c->documents_due || !c->sent.year || (c->noted && c->told < c->in_office);
}

/* --- the panel --- */

static void show(struct desk *d, enum registers_page page)
{
	desk_go(d, SCREEN_REGISTER);
	registers_show(d, page);
}

static bool convening_chosen(struct desk *d, int digit)
{
	desk_close_overlay(d);
	switch (digit) {
	case 1:
		show(d, PAGE_NOTICES);
		break;
	case 2:
		form_notice(d, 0, NULL);
		break;
	case 3:
		show(d, PAGE_REQUESTS);
		break;
	case 4:
		form_request(d);
		break;
	case 5:
		form_convene(d);
		break;
	default:
		prepare_failures(d);
	}
	return false;
}

static void choice(
	struct desk *d, struct overlay *o, int digit, struct message label, enum command_type type)
{
	struct message why;

	if (desk_offers(d, type, &why))
		overlay_choice(o, digit, label);
	else
		overlay_choice_off(o, digit, label, message_copy(&o->arena, why));
}

void panel_convening(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct convening c;
	struct overlay *o;

	if (!s) {
		desk_say(d, TONE_BAD, TEXT("✗ Choose a session first."));
		return;
	}
	c = convening_of_desk(d);
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Convening"));
	if (!c.begun)
		overlay_line(o, convening_words(&c, &d->frame));
	overlay_line(o, MSG("written requests: {n}, not answered: {open}",
				A_INT("n", (int64_t)s->requests.n),
				A_INT("open", convening_unanswered(s))));
	overlay_choice(o, 1, TEXT("the list of notices: who, how, on which day"));
	choice(d, o, 2, TEXT("notify all, or several members at once…"), CMD_NOTICE_RECORD);
	overlay_choice(o, 3, TEXT("the list of written requests"));
	choice(d, o, 4, TEXT("a written request that came in…"), CMD_REQUEST_FILE);
	choice(d, o, 5, TEXT("the next call: day and place…"), CMD_CALL_CONVENE);
	overlay_choice(o, 6, TEXT("record of the failed call, to print…"));
	o->chosen = convening_chosen;
}

/* --- notices --- */

enum { NOTICE_MEMBERS, NOTICE_CHANNEL, NOTICE_DATE, NOTICE_DOCUMENTS, NOTICE_PROOF };

static const struct name no_yes[] = {{"no", N_("no")}, {"yes", N_("yes")}, {NULL, NULL}};

static bool submit_notice(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_NOTICE_RECORD);
	struct notices_recorded *n = &c.arg.notice_record;

	if (!fields_take_members(d, &f[NOTICE_MEMBERS], &n->members) ||
		!form_date(&f[NOTICE_DATE], &n->date) ||
		!fields_take(d, &f[NOTICE_PROOF], &n->proof))
		return false;
	n->channel = (int)f[NOTICE_CHANNEL].chosen;
	n->documents = f[NOTICE_DOCUMENTS].chosen == 1;
	return fields_act(d, &c);
}

void form_notice(struct desk *d, int64_t member, const struct notice *notice)
{
	const struct session *s = desk_session(d);
	struct convening c;
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_NOTICE_RECORD))
		return;
	c = convening_of_desk(d);
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Notices"));
	overlay_line(o, convening_words(&c, &d->frame));
	overlay_line(o, TEXT("Without numbers: all in office; then the exceptions by number, as "
			     "3, 14 or 5-9. No address and no telephone number is kept."));
	f = o->fields;
	f[NOTICE_MEMBERS] = fields_code(TEXT("members, or empty: all"), false);
	f[NOTICE_CHANNEL] = fields_choice(o, TEXT("how"), channel_names);
	f[NOTICE_DATE] = fields_date(TEXT("on"), fields_near(d), true);
	f[NOTICE_DOCUMENTS] = fields_choice(o, TEXT("with the documents"), no_yes);
	f[NOTICE_PROOF] = fields_text(TEXT("proof"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	fields_set_number(d, &f[NOTICE_MEMBERS], member);
	fields_set_date(d, &f[NOTICE_DATE],
		notice                      ? notice->date
		: !s->opened && c.sent.year ? c.sent
					    : fields_today(d));
	if (notice) {
		f[NOTICE_CHANNEL].chosen = (size_t)notice->channel;
		f[NOTICE_DOCUMENTS].chosen = notice->documents;
		form_set(&f[NOTICE_PROOF], notice->proof);
	}
	if (member)
		o->form.focus = NOTICE_CHANNEL;
	o->submit = submit_notice;
}

/* --- written requests --- */

enum { R_KIND, R_DATE, R_MEMBERS, R_TITLE_AR, R_TITLE_FR, R_PROOF };

static bool submit_request(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_REQUEST_FILE);
	struct request_file *r = &c.arg.request_file;

	if (!form_date(&f[R_DATE], &r->date) ||
		!fields_take_members(d, &f[R_MEMBERS], &r->members) ||
		!fields_take(d, &f[R_TITLE_AR], &r->title_ar) ||
		!fields_take(d, &f[R_TITLE_FR], &r->title_fr) ||
		!fields_take(d, &f[R_PROOF], &r->proof))
		return false;
	r->kind = (int)f[R_KIND].chosen;
	return fields_act(d, &c);
}

void form_request(struct desk *d)
{
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_REQUEST_FILE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A written request"));
	f = o->fields;
	f[R_KIND] = fields_choice(o, TEXT("what is asked for"), request_kind_names);
	f[R_DATE] = fields_date(TEXT("came in on"), fields_near(d), true);
	f[R_MEMBERS] = fields_code(TEXT("signed by members no."), true);
	f[R_TITLE_AR] = fields_text(TEXT("subject, Arabic"), DIR_RTL, false);
	f[R_TITLE_FR] = fields_text(TEXT("subject, French"), DIR_LTR, false);
	f[R_PROOF] = fields_text(TEXT("how it was served"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	fields_set_date(d, &f[R_DATE], fields_today(d));
	o->submit = submit_request;
}

enum { A_OUTCOME, A_KIND, A_ITEM, A_REASON };

static bool submit_answer(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_REQUEST_ANSWER);
	struct request_answer *r = &c.arg.request_answer;

	r->request = d->over.number;
	r->outcome = (int)f[A_OUTCOME].chosen;
	if (!fields_take(d, &f[A_REASON], &r->reason))
		return false;
	if (!form_number(&f[A_ITEM], &r->item))
		r->item = 0;
	/* Entered without a number: it becomes an item in this one act. */
	r->add = r->outcome == REQUEST_ENTERED && !r->item;
	r->kind = (int)f[A_KIND].chosen;
	if (r->outcome != REQUEST_ENTERED)
		r->item = 0;
	return fields_act(d, &c);
}

void form_answer(struct desk *d, const struct request *request)
{
	const struct request_filed *is = &request->is;
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_REQUEST_ANSWER))
		return;
	o = desk_overlay(d, OVERLAY_FORM, MSG("Answer to request {n}", A_INT("n", is->request)));
	overlay_line(o,
		MSG("{what}: {title} ({members})",
			A_MSG("what",
				message_keep(&d->frame, name_label(request_kind_names, is->kind))),
			A_BOTH("title", ((struct both){is->title_ar, is->title_fr})),
			A_MSG("members", message_keep(&d->frame, convening_signers(d, is)))));
	overlay_line(o, TEXT("Entered: a new item with this title, unless you give the number of "
			     "one. Refused or later: with the reason."));
	f = o->fields;
	f[A_OUTCOME] = fields_choice(o, TEXT("outcome"), request_outcome_names);
	f[A_KIND] = fields_choice(o, TEXT("kind of the new item"), item_kind_names);
	f[A_ITEM] = fields_number(TEXT("or item no."), false);
	f[A_REASON] = fields_text(TEXT("reason"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	f[A_KIND].chosen = is->kind == REQUEST_DISMISSAL ? ITEM_DISMISSAL : ITEM_AGREEMENT;
	o->number = is->request;
	o->submit = submit_answer;
}
