/* A call whose quorum is missing, and the next one. */
#include "locale/format.h"
#include "model/call.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"

/* --- the failure --- */

static struct date today(struct desk *d)
{
	struct source source = register_source(d->r);

	return instant_date(source.now(source.context));
}

static struct date proposed_day(struct desk *d)
{
	const struct session *s = desk_session(d);

	return call_earliest(s, session_call(s)->is.call + 1, today(d));
}

/* What has to be known before the next call is convened where no rule speaks of its quorum. */
static void say_quorum(struct desk *d, struct overlay *o, int64_t number)
{
	const struct session *s = desk_session(d);
	struct call next = {.share = rules_call(&s->rules, number)->share};
	int64_t needed = call_needed(&next, session_in_office(s));
	const struct call *before = session_call_number(s, number - 1);

	if (call_has_rule(s, number))
		return;
	if (before && str_equal(before->is.threshold, call_threshold(next.share, &d->frame)))
		overlay_line(o,
			MSG("Quorum of call {call:digits}, as at the call before: {needed} needed.",
				A_ORDINAL("call", number), A_INT("needed", needed)));
	else
		overlay_line(o, MSG("The quorum of that call: {quorum}.",
					A_MSG("quorum", message_keep(&d->frame,
								call_quorum_message(&next, needed,
									&d->frame)))));
}

static void continue_without(struct desk *d)
{
	desk_close_overlay(d);
	(void)desk_act_plain(d, CMD_QUORUM_CONTINUE);
}

/* Recorded as missing, and the assembly goes on: two acts, or none. */
static void go_on_without(struct desk *d)
{
	struct command c = command_of(CMD_QUORUM_RECORD);

	c.confirm = STR("unanswered");
	if (session_sitting(desk_session(d))->quorum_recorded)
		continue_without(d);
	else
		desk_act_then(d, &c, continue_without);
}

/* Closing names the quorum act, so that comes first. */
static void close_here(struct desk *d)
{
	struct command c = command_of(CMD_QUORUM_RECORD);

	c.confirm = STR("unanswered");
	if (session_sitting(desk_session(d))->quorum_recorded)
		form_close_no_quorum(d);
	else
		desk_act_then(d, &c, form_close_no_quorum);
}

static bool failure_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_CALL_FAIL);

	desk_close_overlay(d);
	if (digit == 3) {
		close_here(d);
		return false;
	}
	if (digit == 4) {
		go_on_without(d);
		return false;
	}
	/* The panel has said who was not noted. */
	c.confirm = STR("unanswered");
	if (digit == 1)
		c.arg.call_fail.next.date = proposed_day(d);
	if (desk_act(d, &c))
		d->step_ms = desk_now_ms();
	return false;
}

void panel_call_failed(struct desk *d)
{
	const struct session *s = desk_session(d);
	int64_t unknown, next;
	struct overlay *o;

	if (!desk_offered(d, CMD_CALL_FAIL))
		return;
	unknown = session_count(s, PRESENCE_UNKNOWN);
	next = session_call(s)->is.call + 1;
	o = desk_overlay(
		d, OVERLAY_PANEL, unknown ? TEXT("Is the roll call over?") : TEXT("NO QUORUM"));
	overlay_line(o, MSG("present {here} of {all}, {needed} needed",
				A_INT("here", session_count(s, PRESENCE_HERE)),
				A_INT("all", session_in_office(s)),
				A_INT("needed", session_quorum_needed(s))));
	if (unknown)
		overlay_line(o, MSGN("{n} member is not noted yet and is recorded as absent "
				     "without excuse.",
					"{n} members are not noted yet and are recorded as absent "
					"without excuse.",
					unknown));
	overlay_line(o, quorum_rule_line(d));
	say_quorum(d, o, next);
	overlay_choice(o, 1,
		MSG("record the failure; call number {call:digits} on {date}",
			A_ORDINAL("call", next), A_DATE("date", proposed_day(d))));
	overlay_choice(o, 2, TEXT("record the failure; the day of the next call comes later"));
	overlay_choice(o, 3, TEXT("close the session for lack of quorum, with a record of it…"));
	overlay_choice(o, 4, TEXT("go on; the fact stands in the minutes"));
	o->panel.confirm = true;
	o->chosen = failure_chosen;
}

/* --- the next call --- */

enum { NEXT_DAY, NEXT_PLACE_AR, NEXT_PLACE_FR, NEXT_THRESHOLD };

static bool submit_convening(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_CALL_CONVENE);
	struct call_convene *next = &c.arg.call_convene;

	if (!form_date(&f[NEXT_DAY], &next->date) ||
		!fields_take(d, &f[NEXT_PLACE_AR], &next->place_ar) ||
		!fields_take(d, &f[NEXT_PLACE_FR], &next->place_fr) ||
		!fields_take(d, &f[NEXT_THRESHOLD], &next->threshold))
		return false;
	return fields_act(d, &c);
}

void form_convene(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct call *call = session_call(s), *failed;
	const struct sitting *sitting;
	struct date earliest;
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_CALL_CONVENE))
		return;
	failed = call->n_failed ? call : session_call_number(s, call->is.call - 1);
	sitting = session_sitting(s);
	earliest = call_earliest(s, failed->is.call + 1, instant_date(failed->ended));
	o = desk_overlay(d, OVERLAY_FORM,
		MSG("Convene call number {call:digits}", A_ORDINAL("call", failed->is.call + 1)));
	overlay_line(
		o, MSG("The earliest day is {date} ({rule}).", A_DATE("date", earliest),
			   A_MSG("rule", message_keep(&d->frame,
						 rules_standing(&s->rules,
							 call_delay_key(s, failed->is.call + 1),
							 &d->frame)))));
	say_quorum(d, o, failed->is.call + 1);
	f = o->fields;
	f[NEXT_DAY] = fields_date(TEXT("planned day"), earliest, true);
	f[NEXT_PLACE_AR] = fields_text(TEXT("place, Arabic"), DIR_RTL, false);
	f[NEXT_PLACE_FR] = fields_text(TEXT("place, French"), DIR_LTR, false);
	f[NEXT_THRESHOLD] = fields_code(TEXT("quorum: 1/2, 1/3, any"), false);
	f[NEXT_THRESHOLD].note = TEXT("any: whoever comes is enough");
	overlay_form_ready(o);
	fields_set_date(d, &f[NEXT_DAY], call->n_failed ? earliest : call->is.date);
	form_set(&f[NEXT_PLACE_AR], call->n_failed ? sitting->is.place_ar : call->is.place_ar);
	form_set(&f[NEXT_PLACE_FR], call->n_failed ? sitting->is.place_fr : call->is.place_fr);
	if (!call->n_failed)
		form_set(&f[NEXT_THRESHOLD], call->is.threshold);
	o->submit = submit_convening;
}
