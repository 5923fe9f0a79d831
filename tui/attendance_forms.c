/* Forms of the attendance: a substitute, and a time that was noted late or early. */
#include "tui/presence_forms.h"

#include "locale/format.h"
#include "model/attendance.h"
#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"

#include <string.h>

static const struct message *keep(struct desk *d, struct message m)
{
	return message_keep(&d->frame, m);
}

/* Whose number stands in the first field; NULL: nobody's yet. */
static const struct seat *seat_typed(struct desk *d)
{
	int64_t number;

	if (!form_number(&d->over.fields[0], &number))
		return NULL;
	return session_seat(desk_session(d), number);
}

/* --- substitutes --- */

enum { S_MEMBER, S_NAME_AR, S_NAME_FR };

static void substitute_live(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct seat *seat = seat_typed(d);
	struct overlay *o = &d->over;
	struct both name;

	o->panel.lines_n = 1;
	o->lines[0] =
		TEXT("The substitute counts and votes in the member's seat, until he leaves or "
		     "the member comes.");
	if (!seat)
		return;
	name = (struct both){seat->member.substitute_ar, seat->member.substitute_fr};
	o->lines[0] = message_copy(&d->frame,
		both_pick(name, d->lang).n
			? MSG("{who}: the roster names {substitute}",
				  A_MSG("who", keep(d, describe_member(s, seat->member.number))),
				  A_BOTH("substitute", name))
			: MSG("{who}: the roster names no substitute",
				  A_MSG("who", keep(d, describe_member(s, seat->member.number)))));
}

static bool submit_substitute(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ATTENDANCE_REPLACE);
	struct attendance_replace *r = &c.arg.attendance_replace;

	if (!fields_take(d, &f[S_NAME_AR], &r->name_ar) ||
		!fields_take(d, &f[S_NAME_FR], &r->name_fr))
		return false;
	(void)form_number(&f[S_MEMBER], &r->member);
	return fields_act(d, &c);
}

void presence_substitute(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_ATTENDANCE_REPLACE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A substitute"));
	o->fields[S_MEMBER] = fields_number(TEXT("absent member: no."), true);
	o->fields[S_NAME_AR] =
		fields_text(TEXT("another substitute: name in Arabic"), DIR_RTL, false);
	o->fields[S_NAME_FR] =
		fields_text(TEXT("another substitute: name in French"), DIR_LTR, false);
	overlay_form_ready(o);
	o->live = substitute_live;
	o->submit = submit_substitute;
}

/* --- times --- */

enum { T_MEMBER, T_TIME, T_ACT };

static const struct movement *movement_typed(struct desk *d)
{
	const struct seat *seat = seat_typed(d);
	int64_t act;

	if (!seat)
		return NULL;
	if (!form_number(&d->over.fields[T_ACT], &act))
		act = 0;
	return attendance_movement(desk_session(d), seat->member.number, (uint32_t)act);
}

/* The minute typed as an instant of MOVE's day; false: none is typed. */
static bool time_typed(struct desk *d, const struct movement *move, struct instant *at)
{
	int minute;

	if (!form_minutes(&d->over.fields[T_TIME], &minute))
		return false;
	*at = instant_at(instant_date(move->at), minute * 60, move->at.offset_minutes);
	return true;
}

static struct instant clock_of(struct desk *d)
{
	struct source source = register_source(d->r);

	return source.now(source.context);
}

/* What would be decided of MOVE having been AT that time, whatever the reason will be. */
static struct decision time_would(struct desk *d, const struct movement *move, struct instant at)
{
	struct command c = command_of(CMD_ATTENDANCE_TIME);

	c.arg.attendance_time = (struct attendance_time){
		.member = move->member, .time = at, .act = move->n, .reason = STR("…")};
	return desk_would(d, &c);
}

/* The time it has now is one of those that can be. */
static bool time_can_be(struct desk *d, const struct movement *move, struct instant at)
{
	struct decision would = time_would(d, move, at);

	return would.verdict != VERDICT_REFUSED || strcmp(would.code, "same") == 0;
}

/* From one minute to the other, without those at either end that would be refused: a vote the
 * member took part in stands there. */
static struct message possible_words(struct desk *d, const struct movement *move)
{
	struct instant low, high;

	attendance_bounds(desk_session(d), move, clock_of(d), &low, &high);
	while (low.seconds < high.seconds && !time_can_be(d, move, low))
		low.seconds += 60 - low.seconds % 60;
	while (low.seconds < high.seconds && !time_can_be(d, move, high))
		high.seconds -= 60;
	return MSG("possible: from {from} to {to}", A_TIME("from", low), A_TIME("to", high));
}

/* What speaks against the time typed; no id: nothing, and it is *AT. */
static struct message time_problem(struct desk *d, const struct movement *move, struct instant *at)
{
	struct decision would;

	if (!time_typed(d, move, at) ||
		attendance_time_fit(desk_session(d), move, *at, clock_of(d), at) == TIME_OUTSIDE)
		return possible_words(d, move);
	would = time_would(d, move, *at);
	return would.verdict == VERDICT_REFUSED ? would.why : NO_MESSAGE;
}

static struct message moved_words(struct desk *d, const struct movement *move)
{
	const char *id = N_("{who}: departure at {time}, act no. {n}");

	if (move->presence == PRESENCE_HERE || move->presence == PRESENCE_REMOTE)
		id = N_("{who}: arrival at {time}, act no. {n}");
	return MSG(id, A_MSG("who", keep(d, describe_member(desk_session(d), move->member))),
		A_TIME("time", move->at), A_DIGITS("n", move->n));
}

static void time_live(struct desk *d)
{
	const struct movement *move = movement_typed(d);
	struct overlay *o = &d->over;
	struct quorum_figures q;
	struct message problem;
	struct instant at;

	o->panel.lines_n = 2;
	o->lines[0] =
		TEXT("Of an arrival or departure after the roll: the number, then the time as it "
		     "was.");
	o->lines[1] = TEXT("Both times stay in the record, with the reason.");
	if (!move || !move->after_quorum) {
		if (seat_typed(d))
			o->lines[1] =
				TEXT("✗ No arrival or departure after the roll is noted there.");
		return;
	}
	o->lines[0] = message_copy(&d->frame, moved_words(d, move));
	problem = time_problem(d, move, &at);
	if (problem.id) { /* of a time that cannot be, no quorum */
		o->lines[1] = message_copy(&d->frame, problem);
		return;
	}
	q = attendance_quorum_when(desk_session(d), move, at, at);
	o->lines[1] = message_copy(
		&d->frame, MSG(q.met ? N_("Quorum at {time}: {here} of {all}, {needed} needed ✓")
				     : N_("Quorum at {time}: {here} of {all}, {needed} needed ✗"),
				   A_TIME("time", at), A_INT("here", q.present),
				   A_INT("all", q.in_office), A_INT("needed", q.needed)));
}

static void time_reason(struct desk *d, struct str reason)
{
	d->question.timing.arg.attendance_time.reason = reason;
	(void)desk_act(d, &d->question.timing);
	d->question.timing = (struct command){0};
}

static bool submit_time(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const struct movement *move = movement_typed(d);
	struct instant at;
	struct message fact, problem;

	if (!move || !move->after_quorum) {
		f[T_MEMBER].problem =
			TEXT("No arrival or departure after the roll is noted there.");
		return false;
	}
	problem = time_problem(d, move, &at);
	if (problem.id) {
		f[T_TIME].problem = message_copy(&d->over.arena, problem);
		return false;
	}
	d->question.timing = command_of(CMD_ATTENDANCE_TIME);
	d->question.timing.arg.attendance_time =
		(struct attendance_time){.member = move->member, .time = at, .act = move->n};
	fact = MSG("{what} → {time}", A_MSG("what", keep(d, moved_words(d, move))),
		A_TIME("time", at));
	desk_ask_reason(d, TEXT("Why the time is corrected"), fact, REASONS_TIME, time_reason);
	return false; /* the panel has taken the form's place */
}

void presence_time(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_ATTENDANCE_TIME))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Correct a time"));
	o->fields[T_MEMBER] = fields_number(TEXT("member no."), true);
	o->fields[T_TIME] = (struct form_field){
		.kind = FORM_TIME, .label = TEXT("it was at"), .required = true};
	o->fields[T_ACT] = fields_number(TEXT("act no., for an earlier one"), false);
	o->fields[T_ACT].note =
		TEXT("empty: the last arrival or departure; the history (F9 8) has the numbers");
	overlay_form_ready(o);
	o->live = time_live;
	o->submit = submit_time;
}
