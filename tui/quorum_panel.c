/* The quorum as it would be without some, and the panel that asks when it is gone. */
#include "tui/presence_forms.h"

#include "model/call.h"
#include "model/describe.h"
#include "model/presence.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"
#include "tui/item_parts.h"

static const struct message *keep(struct desk *d, struct message m)
{
	return message_keep(&d->frame, m);
}

/* --- what if these leave --- */

static struct message quorum_now(struct quorum_figures q)
{
	if (!q.met)
		return MSG("Now {here} of {all} are present, {needed} needed: no quorum ✗",
			A_INT("here", q.present), A_INT("all", q.in_office),
			A_INT("needed", q.needed));
	return MSG("Now {here} of {all} are present, {needed} needed; may still leave: {n}",
		A_INT("here", q.present), A_INT("all", q.in_office), A_INT("needed", q.needed),
		A_INT("n", q.present - q.needed));
}

static struct message quorum_then(struct quorum_figures q)
{
	const char *id = N_("Then {here} of {all} are present, {needed} needed: the quorum holds "
			    "✓");

	if (!q.met)
		id = N_("Then {here} of {all} are present, {needed} needed: no quorum ✗");
	return MSG(
		id, A_INT("here", q.present), A_INT("all", q.in_office), A_INT("needed", q.needed));
}

static void what_if_live(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o = &d->over;
	struct numbers members = presence_numbers(d, form_text(&o->fields[0]));

	o->panel.lines_n = 3;
	o->lines[0] = message_copy(&d->frame, quorum_now(session_quorum(s)));
	o->lines[1] =
		members.n ? message_copy(&d->frame, quorum_then(session_quorum_without(s, members)))
			  : TEXT("Type the numbers of those who may leave.");
	o->lines[2] = members.n ? message_copy(&d->frame, describe_members(s, members, &d->frame))
				: TEXT("Nothing of this is recorded.");
}

static bool what_if_done(struct desk *d)
{
	(void)d;
	return true; /* nothing is recorded */
}

/* What the question begins with: the number that was begun, else whoever is under the cursor and
 * could leave. */
static struct str asked_about(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct seat *seat = d->attendance.focus < s->seats.n && d->attendance.cursor
					  ? &s->seats.at[d->attendance.focus]
					  : NULL;
	struct builder b;

	builder_init(&b, &d->frame);
	if (d->entry.digits)
		builder_add_padded(&b, d->entry.number, d->entry.digits);
	else if (d->screen == SCREEN_ATTENDANCE && seat && presence_counts(s, seat->presence))
		builder_add(&b, desk_number(d, seat->member.number));
	desk_entry_clear(d);
	return builder_str(&b);
}

void presence_what_if(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;
	struct str numbers;

	if (!s || (s->phase != PHASE_SITTING && s->phase != PHASE_SUSPENDED)) {
		desk_say(d, TONE_BAD, TEXT("✗ No sitting is open: open it first."));
		return;
	}
	numbers = asked_about(d);
	o = desk_overlay(d, OVERLAY_FORM, TEXT("What if these leave?"));
	o->asks = true;
	o->fields[0] = fields_code(TEXT("members' numbers"), false);
	overlay_form_ready(o);
	form_set(&o->fields[0], numbers);
	o->fields[0].proposed = false; /* the next number stands behind it */
	editor_set_caret(o->fields[0].editor, numbers.n);
	o->panel.footer = TEXT("Nothing is recorded · Enter or Esc closes");
	o->live = what_if_live;
	o->submit = what_if_done;
}

/* --- the quorum is gone --- */

static bool quorum_chosen(struct desk *d, int digit)
{
	uint32_t lost = presence_quorum_lost_by(desk_session(d));
	struct message why;

	desk_close_overlay(d);
	if (digit == 1)
		(void)desk_act_plain(d, CMD_QUORUM_CONTINUE);
	else if (digit == 2)
		panel_suspend(d);
	else if (digit == 4)
		desk_ask_member(d, TEXT("arrived"), CMD_ATTENDANCE_PRESENT);
	else if (digit == 5 && lost)
		desk_undo_act(d, lost);
	else if (digit == 6) {
		desk_go(d, SCREEN_ITEM);
		result_void(d);
	} else if (desk_offers(d, CMD_CALL_FAIL, &why))
		panel_call_failed(d); /* nothing was treated: this call failed */
	else
		form_close_no_quorum(d);
	return false;
}

/* Who left and may come back, with the time; how many there are. */
static size_t who_left(struct desk *d, struct message *list)
{
	const struct session *s = desk_session(d);
	size_t n = 0;

	for (size_t i = 0; i < s->seats.n; i++) {
		const struct seat *seat = &s->seats.at[i];

		if (seat->presence == PRESENCE_LEFT)
			list[n++] = MSG("{member} {time}",
				A_MSG("member", keep(d, describe_member(s, seat->member.number))),
				A_TIME("time", seat->since));
	}
	return n;
}

struct message quorum_rule_line(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct call *call = session_call(s);
	struct arg rule = A_MSG("rule", message_keep(&d->frame, call_standing(s, call, &d->frame)));

	if (presence_quorum_stops(s))
		return TEXT("The rules measure it at each vote and are confirmed: no vote until it "
			    "is there again.");
	return call_confirmed(s, call)
		       ? MSG("The quorum ({rule}): mahdar asks and writes the fact down, it does "
			     "not block.",
				 rule)
		       : MSG("? The quorum ({rule}): mahdar warns and writes the fact down, it "
			     "does not block.",
				 rule);
}

void panel_quorum(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct quorum_figures now = session_quorum(s);
	uint32_t lost = presence_quorum_lost_by(s);
	struct message *left = ARENA_ARRAY(&d->frame, struct message, s->seats.n + 1);
	struct message why;
	size_t left_n = who_left(d, left);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL,
		lost ? MSG("QUORUM LOST at {time}", A_CLOCK("time", s->log.at[lost].at))
		     : TEXT("NO QUORUM"));

	o->opened_ms = desk_now_ms();
	overlay_line(o, MSG("present {here} of {all}, {needed} needed", A_INT("here", now.present),
				A_INT("all", now.in_office), A_INT("needed", now.needed)));
	if (lost)
		overlay_line(o, describe_event(s, &s->log.at[lost], &d->frame));
	if (left_n)
		overlay_line(o, MSG("May come back: {members}", A_LIST("members", left, left_n)));
	overlay_line(o, quorum_rule_line(d));
	overlay_choice_off(o, 1, TEXT("go on; the fact stands in the minutes"),
		desk_offers(d, CMD_QUORUM_CONTINUE, &why) ? NO_MESSAGE : why);
	overlay_choice_off(o, 2, TEXT("suspend and wait for somebody to come back…"),
		desk_offers(d, CMD_SITTING_SUSPEND, &why) ? NO_MESSAGE : why);
	overlay_choice_off(o, 3, TEXT("close for lack of quorum, with a record of it…"),
		desk_offers(d, CMD_SITTING_CLOSE, &why) ? NO_MESSAGE : why);
	overlay_choice(o, 4, TEXT("somebody comes back: number…"));
	if (lost)
		overlay_choice(o, 5, TEXT("the act was a mistake: take it back…"));
	if (session_open_vote(s))
		overlay_choice(o, 6, TEXT("void the vote that is open…"));
	o->panel.weighs = true;
	o->chosen = quorum_chosen;
}
