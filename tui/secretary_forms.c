#include "tui/secretary_forms.h"

#include "model/describe.h"
#include "model/grammar.h"
#include "model/secretary.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"
#include "tui/presence_forms.h"

#include <string.h>

#define CHOICES 5

bool secretary_asked(const char *code)
{
	return strcmp(code, "is-secretary") == 0 || strcmp(code, "secretary-missing") == 0;
}

/* Where C names who writes; NULL: it never does. */
static struct secretary_next *next_of(struct command *c, struct numbers *leaving)
{
	*leaving = (struct numbers){NULL, 0};
	if (c->type == CMD_ATTENDANCE_LEFT) {
		*leaving = c->arg.attendance_left.members;
		return &c->arg.attendance_left.next;
	}
	if (c->type == CMD_ATTENDANCE_REMOTE) {
		*leaving = c->arg.attendance_remote.members;
		return &c->arg.attendance_remote.next;
	}
	if (c->type == CMD_ATTENDANCE_ABSENT) {
		*leaving = c->arg.attendance_absent.members;
		return &c->arg.attendance_absent.next;
	}
	return NULL;
}

/* NEXT writes: said with the act that waits, or by itself before the quorum; *C is what is done.
 * *THEN comes after the act that waits; without it the roll goes on. */
static void name_next(struct command *c, struct secretary_next next, struct str reason,
	void (**then)(struct desk *d))
{
	struct numbers leaving;
	struct secretary_next *said = next_of(c, &leaving);
	bool by_hand = c->type == CMD_SECRETARY_CHANGE;

	if (!said || !*then)
		*then = attendance_roll_answered;
	if (said) {
		*said = next;
	} else {
		*c = command_of(CMD_SECRETARY_CHANGE);
		c->arg.secretary_change = (struct secretary_changed){.member = next.secretary,
			.name_ar = next.secretary_ar,
			.name_fr = next.secretary_fr,
			.reason = reason,
			.cause = by_hand ? SECRETARY_OTHER : SECRETARY_ABSENT};
	}
}

static bool waiting(struct str line, struct command *c, struct arena *a)
{
	struct grammar_day day = {{0, 0, 0}, 0};
	struct message why;

	return grammar_parse(line, day, c, &why, a) == GRAMMAR_COMMAND;
}

/* --- somebody else --- */

enum { F_MEMBER, F_NAME_AR, F_NAME_FR, F_REASON };

static bool submit_other(struct desk *d)
{
	static const struct field_code codes[] = {{"no-secretary", F_NAME_AR},
		{"unknown-member", F_MEMBER}, {"writer-not-here", F_MEMBER},
		{"same-secretary", F_MEMBER}, {"no-reason", F_REASON}};
	struct form_field *f = d->over.fields;
	struct secretary_next next = {.secretary = 0};
	void (*then)(struct desk * d) = d->over.then;
	struct str reason = STR("");
	struct command c;

	if (!fields_take(d, &f[F_NAME_AR], &next.secretary_ar) ||
		!fields_take(d, &f[F_NAME_FR], &next.secretary_fr) ||
		(d->over.form.n > F_REASON && !fields_take(d, &f[F_REASON], &reason)))
		return false;
	if (!form_number(&f[F_MEMBER], &next.secretary) && !next.secretary_ar.n &&
		!next.secretary_fr.n) {
		f[F_MEMBER].problem = TEXT("Name the secretary of the sitting: a member's number "
					   "or a name.");
		form_focus(&d->over.form, F_MEMBER);
		return false;
	}
	if (!waiting(arena_str(&d->frame, d->over.command), &c, &d->frame))
		return true;
	name_next(&c, next, reason, &then);
	if (desk_form_act(d, &c, then))
		return false;
	fields_refused(d, codes, ARRAY_LEN(codes));
	return false;
}

static void form_other(struct desk *d, const struct command *c, void (*then)(struct desk *d))
{
	const struct session *s = desk_session(d);
	const struct secretary_changed *now = secretary_at(session_sitting(s), UINT32_MAX);
	struct str line = arena_str(&d->frame, grammar_print(c, &d->frame));
	struct message name = MSG("{it}", A_BOTH("it", secretary_name(s, now)));
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("Who writes the minutes?"));

	o->command = arena_str(&o->arena, line);
	if (now->member || now->name_ar.n || now->name_fr.n)
		overlay_line(o,
			MSG("Until now: {who}",
				A_MSG("who", message_keep(&d->frame,
						     now->member ? describe_member(s, now->member)
								 : name))));
	o->fields[F_MEMBER] = fields_number(TEXT("secretary: member no."), false);
	o->fields[F_NAME_AR] = fields_text(TEXT("or the name, Arabic"), DIR_RTL, false);
	o->fields[F_NAME_FR] = fields_text(TEXT("and French"), DIR_LTR, false);
	if (c->type == CMD_SECRETARY_CHANGE)
		o->fields[F_REASON] = fields_text(TEXT("reason"), lang_direction(d->lang), true);
	overlay_form_ready(o);
	o->then = then;
	o->submit = submit_other;
}

void panel_secretary_by_hand(struct desk *d)
{
	struct command c = command_of(CMD_SECRETARY_CHANGE);

	if (desk_offered(d, CMD_SECRETARY_CHANGE))
		form_other(d, &c, NULL);
}

/* --- the question --- */

static bool chosen(struct desk *d, int digit)
{
	void (*then)(struct desk * d) = d->over.then;
	int64_t choices[CHOICES];
	struct numbers leaving;
	struct command c;
	struct arena a;
	size_t n = 0;

	arena_init(&a, &memory_source);
	if (waiting(arena_str(&a, d->over.command), &c, &a)) {
		(void)next_of(&c, &leaving);
		n = secretary_choices(desk_session(d), leaving, choices, ARRAY_LEN(choices));
		desk_close_overlay(d);
		if (digit >= 1 && (size_t)digit <= n) {
			name_next(&c, (struct secretary_next){.secretary = choices[digit - 1]},
				STR(""), &then);
			desk_act_then(d, &c, then);
		} else if (digit == CHOICES + 1) {
			form_other(d, &c, then);
		}
	}
	arena_clear(&a);
	return false;
}

bool panel_secretary(struct desk *d, const struct command *c)
{
	const struct session *s = desk_session(d);
	int64_t choices[CHOICES], now = secretary_member(s);
	struct command again = *c;
	struct numbers leaving;
	const struct secretary_next *said = next_of(&again, &leaving);
	const struct message *who = message_keep(&d->frame, describe_member(s, now));
	struct overlay *o;
	struct str line;
	size_t n;

	if (said && (said->secretary || said->secretary_ar.n || said->secretary_fr.n))
		return false;
	n = secretary_choices(s, leaving, choices, ARRAY_LEN(choices));
	line = arena_str(&d->frame, grammar_print(&again, &d->frame));
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Who writes the minutes?"));
	o->opened_ms = desk_now_ms();
	o->command = arena_str(&o->arena, line);
	overlay_line(o, said ? MSG("{who} is the secretary of the sitting; both are recorded in "
				   "one step.",
				       A_MSG("who", who))
			     : MSG("{who} was named secretary of the sitting but is not noted as "
				   "present.",
				       A_MSG("who", who)));
	for (size_t i = 0; i < n; i++) {
		const struct seat *seat = session_seat(s, choices[i]);
		const struct member *m = &seat->member;

		overlay_choice(o, (int)i + 1,
			MSG(seat->presence == PRESENCE_HERE ? N_("{who}, {office}")
							    : N_("{who}, {office}: not noted yet"),
				A_MSG("who",
					message_keep(&d->frame, describe_member(s, m->number))),
				A_MSG("office", message_keep(&d->frame, member_office(m)))));
	}
	overlay_choice(o, CHOICES + 1, TEXT("somebody else…"));
	o->panel.confirm = true;
	o->chosen = chosen;
	return true;
}

void panel_secretary_missing(struct desk *d)
{
	struct command c = command_of(CMD_QUORUM_RECORD);

	(void)panel_secretary(d, &c);
}
