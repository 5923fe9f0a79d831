/* A session of the list that was created by mistake: its kind and month are changed while it is
 * being prepared, or it is put aside, and taken up again. Nothing is deleted. */
#include "tui/registers.h"

#include "tui/fields.h"
#include "tui/prepare.h"

/* The session under the bar becomes the chosen one; false when there is none or it cannot. */
static bool reach(struct desk *d)
{
	struct register_look *look = registers_look(d);
	size_t focus = look->lists[PAGE_SESSIONS].focus;

	return focus < look->sessions_n &&
	       registers_choose(d, look->sessions[look->sessions_n - 1 - focus].number);
}

static enum phase phase_under_bar(struct desk *d)
{
	struct register_look *look = registers_look(d);
	size_t focus = look->lists[PAGE_SESSIONS].focus;

	return focus < look->sessions_n ? look->sessions[look->sessions_n - 1 - focus].phase
					: PHASE_SEALED;
}

bool registers_under_bar_aside(struct desk *d)
{
	return phase_under_bar(d) == PHASE_ASIDE;
}

struct message registers_off(struct desk *d, const struct action *a)
{
	struct register_look *look = registers_look(d);
	enum phase phase;

	if (a->run != registers_relabel && a->run != registers_set_aside &&
		a->run != registers_take_up)
		return NO_MESSAGE;
	if (d->read_only)
		return TEXT("This desk only reads.");
	if (look->page != PAGE_SESSIONS)
		return TEXT("On the list of sessions, with the bar on one of them.");
	if (look->sessions_n == 0)
		return TEXT("There is no session yet.");
	phase = phase_under_bar(d);
	if (phase == PHASE_ASIDE && a->run == registers_relabel)
		return TEXT("This session was put aside: take it up again first.");
	if (phase != PHASE_PREPARING && phase != PHASE_ASIDE)
		return TEXT("The session has begun: this was possible before its first sitting.");
	return NO_MESSAGE;
}

enum { LABEL_KIND, LABEL_MONTH, LABEL_YEAR };

static bool submit_label(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_SESSION_DESCRIBE);
	struct session_describe *arg = &c.arg.session_describe;

	arg->kind = (int)f[LABEL_KIND].chosen;
	if (!registers_number(&f[LABEL_MONTH], 1, 12, &d->over, &arg->month) ||
		!registers_number(&f[LABEL_YEAR], 1900, 2999, &d->over, &arg->year))
		return false;
	return fields_act(d, &c);
}

void registers_relabel(struct desk *d)
{
	const struct session *s;
	struct overlay *o;

	if (!reach(d))
		return;
	s = desk_session(d);
	o = desk_overlay(
		d, OVERLAY_FORM, MSG("Session {n}: kind and month", A_DIGITS("n", s->is.number)));
	overlay_line(o, TEXT("Its day, place and notices are set on the agenda."));
	o->fields[LABEL_KIND] = fields_choice(o, TEXT("kind"), session_kind_names);
	o->fields[LABEL_MONTH] = fields_number(TEXT("month, 1 to 12"), true);
	o->fields[LABEL_YEAR] = fields_number(TEXT("year"), true);
	overlay_form_ready(o);
	o->fields[LABEL_KIND].chosen = (size_t)s->plan.kind;
	fields_set_number(d, &o->fields[LABEL_MONTH], s->plan.month);
	fields_set_number(d, &o->fields[LABEL_YEAR], s->plan.year);
	o->submit = submit_label;
}

static void set_aside(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_SESSION_SET_ASIDE);

	c.arg.session_set_aside.reason = reason;
	(void)desk_act(d, &c);
}

void registers_set_aside(struct desk *d)
{
	const struct session *s;

	if (!reach(d))
		return;
	s = desk_session(d);
	desk_ask_reason(d, MSG("Put session {n} aside", A_DIGITS("n", s->is.number)),
		TEXT("It stays on the list and can be taken up again. Nothing is deleted."),
		REASONS_ASIDE, set_aside);
}

void registers_take_up(struct desk *d)
{
	struct command c = command_of(CMD_SESSION_TAKE_UP);

	if (reach(d))
		(void)desk_act(d, &c);
}
