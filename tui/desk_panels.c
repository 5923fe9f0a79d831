/* The panels every screen has: actions, undo, reasons, one member, leaving. */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"

#include <string.h>

/* --- Space: what can be done here --- */

static bool moves_chosen(struct desk *d, int digit)
{
	if (digit == 1)
		desk_ask_member(d, TEXT("arrived"), CMD_ATTENDANCE_PRESENT);
	else
		desk_ask_member(d, TEXT("left"), CMD_ATTENDANCE_LEFT);
	return false; /* its line took the place of the question */
}

static void ask_move(struct desk *d)
{
	static const enum bind keys[] = {BIND_ARRIVED, BIND_LEFT};
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Arrival or departure"));

	overlay_choice(o, 1, TEXT("a member has arrived…"));
	overlay_choice(o, 2, TEXT("a member has left…"));
	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		o->choices[i].face = keymap_face(keys[i], d->lang);
	o->chosen = moves_chosen;
}

void desk_go_floor(struct desk *d)
{
	desk_go(d, SCREEN_FLOOR);
}

/* What keys do on every screen while the assembly sits. */
static size_t common_actions(struct desk *d, struct action *a)
{
	const struct session *s = desk_session(d);
	size_t n = 0;

	if (!s || s->phase != PHASE_SITTING || desk_where(d) & WHERE_TIE)
		return 0;
	if (d->screen != SCREEN_ATTENDANCE)
		a[n++] = (struct action){-1, TEXT("arrival, departure…"), BIND_ARRIVED,
			CMD_ATTENDANCE_PRESENT, false, ask_move};
	if (d->screen != SCREEN_FLOOR)
		a[n++] = (struct action){
			-1, TEXT("the floor"), BIND_FLOOR, CMD_FLOOR_ASK, true, desk_go_floor};
	return n;
}

size_t desk_actions_here(struct desk *d, struct action *a)
{
	const struct view *view = desk_view(d->screen);
	size_t n = view->actions ? view->actions(d, a) : 0, at = 0, more;
	struct action common[ACTIONS_ALL - ACTIONS_MAX];

	if (n == 0)
		return 0;
	more = common_actions(d, common);
	while (at < n && a[at].digit >= 0)
		at++;
	memmove(a + at + more, a + at, (n - at) * sizeof *a);
	memcpy(a + at, common, more * sizeof *a);
	return n + more;
}

struct str desk_action_keys(struct desk *d, const struct action *a)
{
	struct str both[] = {
		keymap_face(BIND_ARRIVED, d->lang), STR(" "), keymap_face(BIND_LEFT, d->lang)};

	if (a->run == ask_move)
		return arena_join(&d->frame, both, ARRAY_LEN(both));
	return a->bind == BIND_NONE ? STR("") : keymap_face(a->bind, d->lang);
}

static bool action_chosen(struct desk *d, int digit);

bool desk_action_key(struct desk *d, struct press press)
{
	enum bind bind = keymap_find(press, d->keyboard, desk_where(d)).bind;
	struct action actions[ACTIONS_ALL];
	size_t n;

	/* Enter takes the row in focus. */
	if (d->over.kind != OVERLAY_PANEL || d->over.chosen != action_chosen || d->help.open ||
		bind == BIND_NONE || bind == BIND_STEP)
		return false;
	n = desk_actions_here(d, actions);
	for (size_t i = 0; i < n; i++) {
		if (actions[i].bind == bind || (actions[i].run == ask_move && bind == BIND_LEFT))
			return true;
	}
	return false;
}

static bool action_chosen(struct desk *d, int digit)
{
	struct action actions[ACTIONS_ALL];
	size_t n = desk_actions_here(d, actions), at = d->over.panel.focus;

	desk_close_overlay(d);
	if (digit == 0)
		desk_menu(d);
	else if (at < n)
		actions[at].run(d);
	return false;
}

bool desk_action_on(struct desk *d, const struct action *a, struct message *why)
{
	const struct view *view = desk_view(d->screen);

	*why = view->off ? view->off(d, a) : NO_MESSAGE;
	return !why->id && (a->always || desk_offers(d, a->offered, why));
}

void desk_actions(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	struct action actions[ACTIONS_ALL];
	size_t n = desk_actions_here(d, actions);
	struct overlay *o;

	if (n == 0) {
		desk_menu(d);
		return;
	}
	o = desk_overlay(
		d, OVERLAY_PANEL, MSG("What can be done: {screen}", A_MSG("screen", &view->title)));
	for (size_t i = 0; i < n; i++) {
		struct message why;
		bool on = desk_action_on(d, &actions[i], &why);

		overlay_choice_off(o, actions[i].digit, actions[i].label, on ? NO_MESSAGE : why);
		o->choices[o->panel.choices_n - 1].face =
			arena_str(&o->arena, desk_action_keys(d, &actions[i]));
	}
	overlay_choice(o, 0, TEXT("go to another screen…"));
	o->choices[o->panel.choices_n - 1].face = keymap_face(BIND_MENU, d->lang);
	o->panel.focus = view->likely ? view->likely(d) : 0;
	o->chosen = action_chosen;
}

/* --- reasons --- */

static bool reason_typed(struct desk *d, struct str text)
{
	void (*done)(struct desk *, struct str) = d->question.reason_done;
	struct str clean;
	size_t bad;

	if (text_clean(text, &d->frame, &clean, &bad) < 0 || clean.n == 0) {
		desk_hint(d, TEXT("! Type the reason: it stands in the record."));
		return false;
	}
	desk_close_overlay(d);
	done(d, clean);
	return false;
}

static bool reason_chosen(struct desk *d, int digit)
{
	struct overlay *o = &d->over;
	void (*done)(struct desk *, struct str) = d->question.reason_done;
	struct message said = message_copy(&d->frame, o->chair);
	void (*beside)(struct desk *, struct area) = o->beside;
	int beside_rows = o->beside_rows;
	struct str reason;

	if (digit == (int)o->panel.choices_n) {
		o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Reason"));
		overlay_chair(o, said);
		o->beside = beside;
		o->beside_rows = beside_rows;
		o->prompt = prompt_open(TEXT("Reason:"), NULL, NULL);
		o->typed = reason_typed;
		o->keeps = true;
		desk_say(d, TONE_PLAIN,
			TEXT("Minutes in Arabic, with a French translation; the reason stays as "
			     "typed."));
		return false;
	}
	reason = format_plain(&o->choices[o->panel.focus].label, desk_record_lang(d), &d->frame);
	desk_close_overlay(d);
	done(d, reason);
	return false;
}

void desk_ask_reason(struct desk *d, struct message title, struct message fact,
	enum reasons_for reasons, void (*done)(struct desk *d, struct str reason))
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, title);
	struct reasons of = reasons_for(reasons);

	if (fact.id)
		overlay_line(o, fact);
	for (size_t i = 0; i < of.n; i++)
		overlay_choice(o, (int)i + 1, of.at[i]);
	overlay_choice(o, (int)of.n + 1, TEXT("another reason, to be typed"));
	o->panel.confirm = true;
	o->panel.footer = TEXT("a digit, then Enter · Esc leaves it as it is");
	o->chosen = reason_chosen;
	d->question.reason_done = done;
}

/* --- F8: taking an act back --- */

#define FRESH_SECONDS 60

static void undo_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_CORRECTION_MAKE);

	c.arg.correction_make = (struct correction_make){d->question.undo_act, reason};
	(void)desk_act(d, &c);
}

/* A mark of the attendance a minute old at most: a slip of the fingers. */
static bool is_fresh_mark(struct desk *d, const struct event *e)
{
	static const enum event_type marks[] = {EVENT_ALL_PRESENT, EVENT_MEMBER_ARRIVED,
		EVENT_MEMBER_LEFT, EVENT_MEMBER_EXCUSED, EVENT_MEMBER_ABSENT,
		EVENT_MEMBER_CONNECTED};
	struct source source = register_source(d->r);
	int64_t age = source.now(source.context).seconds - e->t.seconds;

	for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
		if (e->type == marks[i])
			return age >= 0 && age <= FRESH_SECONDS;
	}
	return false;
}

/* Marks of a vote that is still open were never more than what is being taken down. */
static bool is_open_mark(const struct session *s, uint32_t n)
{
	enum event_type type = s->log.at[n].type;

	return s->open_vote.item && n > session_open_vote(s)->n_opened &&
	       (type == EVENT_VOTE_MARKED || type == EVENT_VOTE_ALL_MARKED ||
		       type == EVENT_VOTE_COUNTED);
}

static bool undo_chosen(struct desk *d, int digit)
{
	(void)digit;
	desk_close_overlay(d);
	undo_done(d, STR(""));
	return false;
}

/* The act that counts before or behind N, the opening of the session aside; 0: there is none. */
static uint32_t act_beside(const struct session *s, uint32_t n, bool later)
{
	do {
		n += later ? 1 : UINT32_MAX;
	} while (n > 0 && n < s->log.n && s->struck.at[n]);
	return n < s->log.n ? n : 0;
}

/* ↓ one act further back, ↑ towards the newest; a reason is chosen by its digit. */
static bool undo_walk(struct desk *d, bool up)
{
	uint32_t n = act_beside(desk_session(d), d->question.undo_act, up);

	if (n)
		desk_undo_act(d, n);
	return true;
}

/* "↓ before: no. 217, …", below what is asked. */
static void undo_hint(struct desk *d)
{
	const struct session *s = desk_session(d);
	uint32_t before = act_beside(s, d->question.undo_act, false);

	d->over.walk = undo_walk;
	if (!before)
		return;
	overlay_line(&d->over,
		MSG("↓ the act before: no. {n}, {what}", A_DIGITS("n", before),
			A_MSG("what", message_keep(&d->frame,
					      describe_event(s, &s->log.at[before], &d->frame)))));
}

/* What must go back first; there is nothing to choose and no reason to be typed for nothing. */
static void undo_barred(struct desk *d, const struct message *what, struct message why)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("F8: take back an act"));

	overlay_line(o, MSG("Act no. {n}, {time}: {what}.", A_DIGITS("n", d->question.undo_act),
				A_CLOCK("time", desk_session(d)->log.at[d->question.undo_act].at),
				A_MSG("what", what)));
	overlay_line(o, why);
	o->panel.footer = TEXT("Enter or Esc leaves it as it is");
}

void desk_undo_act(struct desk *d, uint32_t n)
{
	const struct session *s = desk_session(d);
	struct command c = command_of(CMD_CORRECTION_MAKE);
	struct decision would;
	struct message what;

	if (!desk_offered(d, CMD_CORRECTION_MAKE))
		return;
	what = describe_event(s, &s->log.at[n], &d->frame);
	d->question.undo_act = n;
	c.arg.correction_make.event = n;
	would = desk_would(d, &c);
	if (would.verdict != VERDICT_DONE)
		undo_barred(d, &what, would.why);
	else if (is_open_mark(s, n) || is_fresh_mark(d, &s->log.at[n])) {
		struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("F8: take back an act"));

		overlay_line(o, MSG("Act no. {n}, {time}: {what}.", A_DIGITS("n", n),
					A_CLOCK("time", s->log.at[n].at),
					A_MSG("what", message_keep(&d->frame, what))));
		overlay_choice(o, 1,
			is_open_mark(s, n) ? TEXT("take it back; the vote is still open")
					   : TEXT("take it back; it was noted a moment ago"));
		o->panel.footer = TEXT("Enter takes it back · Esc leaves it as it is");
		o->chosen = undo_chosen;
	} else {
		desk_ask_reason(d, TEXT("F8: take back an act"),
			MSG("Act no. {n}, {time}: {what}. It stays in the record, struck out, with "
			    "the reason.",
				A_DIGITS("n", n), A_CLOCK("time", s->log.at[n].at),
				A_MSG("what", message_keep(&d->frame, what))),
			REASONS_SLIP, undo_done);
	}
	if (would.verdict == VERDICT_DONE && would.n > 1)
		overlay_line(&d->over, MSGN("{n} act goes back, as one.",
					       "{n} acts go back, as one.", (int64_t)would.n));
	undo_hint(d);
}

void desk_undo(struct desk *d)
{
	const struct session *s = desk_session(d);
	size_t n = s ? s->log.n : 0;

	/* The newest act that still counts. A correction is an act too, but nobody who presses F8
	 * again wants the mistake back: ↑ leads to it. */
	while (n > 1 && (s->struck.at[n - 1] || s->log.at[n - 1].type == EVENT_ACT_CORRECTED))
		n--;
	if (n < 2) {
		desk_hint(d, s && s->phase == PHASE_PREPARING
				     ? TEXT("! Nothing to take back. The session itself: list of "
					    "sessions, Space.")
				     : TEXT("! There is nothing to take back."));
		return;
	}
	desk_undo_act(d, (uint32_t)n - 1);
}

/* --- p and s outside the grids: one number --- */

static void member_noted(struct desk *d)
{
	desk_prompt_done(d, true);
	d->goes_on = d->over.kind == OVERLAY_NONE ? d->acted : CMD_COUNT;
}

static bool member_typed(struct desk *d, struct str text)
{
	struct command c = command_of((enum command_type)d->over.number);
	uint64_t acts = d->acts;
	struct numbers members;

	if (!fields_read_members(d, text, &members) || members.n == 0) {
		desk_say(d, TONE_BAD, TEXT("✗ Type the member's number."));
		return false;
	}
	if (c.type == CMD_ATTENDANCE_PRESENT)
		c.arg.attendance_present.members = members;
	else
		c.arg.attendance_left.members = members;
	d->goes_on = CMD_COUNT;
	desk_act_then(d, &c, member_noted);
	if (d->acts == acts)
		desk_prompt_done(d, false);
	return false;
}

bool desk_member_goes_on(struct desk *d, struct press press)
{
	enum command_type type = d->goes_on;

	d->goes_on = CMD_COUNT;
	if (type == CMD_COUNT || d->over.kind != OVERLAY_NONE || press.code != PRESS_CHAR ||
		(press.ch != ' ' && press.ch != ',' && press.ch != 0x60C))
		return false;
	desk_ask_member(d, type == CMD_ATTENDANCE_PRESENT ? TEXT("arrived") : TEXT("left"), type);
	return true;
}

void desk_ask_member(struct desk *d, struct message title, enum command_type type)
{
	struct overlay *o;

	if (!desk_offered(d, type))
		return;
	o = desk_overlay(d, OVERLAY_PROMPT, title);
	o->prompt = prompt_open(MSG("{what}, number:", A_MSG("what", &o->title)), NULL, NULL);
	o->number = type;
	o->typed = member_typed;
	o->digits = desk_number_width(desk_session(d));
}

/* --- leaving --- */

static bool quit_chosen(struct desk *d, int digit)
{
	if (digit == 3) {
		form_backup(d);
		return false; /* which took the place of the question */
	}
	d->leaving = digit == 1;
	return true;
}

/* A part of what is in the register is nowhere else. */
static bool copy_lacks(struct desk *d)
{
	return !d->rehearsal && !d->read_only && (!d->backup_dir.n || desk_copy_behind(d) > 0);
}

static bool sits(const struct desk *d)
{
	const struct session *s = desk_session(d);

	return s && (s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED);
}

bool desk_asks_before_leaving(struct desk *d)
{
	return d->rehearsal || sits(d) || (d->acts && copy_lacks(d));
}

void desk_ask_quit(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL,
		d->rehearsal ? TEXT("End the rehearsal?") : TEXT("Leave the desk?"));

	if (d->rehearsal)
		overlay_line(
			o, TEXT("All that was done in it is removed; the register is as it was."));
	else if (sits(d))
		overlay_line(o, TEXT("The sitting stays open; opening the register again goes "
				     "on here. Nothing is lost."));
	if (copy_lacks(d))
		overlay_line(o,
			d->backup_dir.n
				? MSGN("! The second copy lacks {n} act.",
					  "! The second copy lacks {n} acts.", desk_copy_behind(d))
				: TEXT("! No copy of the register has been made yet: it is on "
				       "this computer alone."));
	overlay_choice(o, 1, TEXT("leave"));
	overlay_choice(o, 2, TEXT("stay"));
	if (copy_lacks(d))
		overlay_choice(o, 3, TEXT("copy the register to a stick…"));
	o->panel.confirm = true;
	o->chosen = quit_chosen;
}
