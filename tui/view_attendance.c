/* Attendance: everybody at once, then the exceptions by number. */
#include "tui/desk.h"

#include "model/attendance.h"
#include "model/call.h"
#include "model/describe.h"
#include "model/presence.h"
#include "tui/desk_parts.h"
#include "tui/presence_forms.h"

enum { BRUSH_EXCUSED, BRUSH_ABSENT, BRUSH_PRESENT, BRUSH_LEFT };

static unsigned where(const struct desk *d)
{
	(void)d;
	return WHERE_ATTENDANCE | WHERE_LIST;
}

static bool nobody_here(const struct session *s)
{
	return session_count(s, PRESENCE_HERE) + session_count(s, PRESENCE_REMOTE) == 0;
}

/* Unless a key has said else, numbers are exceptions once everybody has an answer, whichever way it
 * was given, and before it, or when it was taken back, those who came. */
static int brush_now(struct desk *d)
{
	const struct session *s = desk_session(d);
	bool called = s->sittings.n && session_sitting(s)->quorum_recorded;

	if (!d->entry.chosen)
		d->entry.brush = called || nobody_here(s) || session_count(s, PRESENCE_UNKNOWN)
					 ? BRUSH_PRESENT
					 : BRUSH_EXCUSED;
	return d->entry.brush;
}

static void open_view(struct desk *d)
{
	d->entry.chosen = false;
	d->attendance.cursor = false;
	d->roll_call = false;
}

struct look_of {
	const char *symbol;
	const struct message *word;
	enum style style;
};

static struct look_of look_of(enum presence presence)
{
	static const struct message excused = {.id = N_("exc.")}, absent = {.id = N_("abs.")},
				    left = {.id = N_("left")}, afar = {.id = N_("afar")};

	switch (presence) {
	case PRESENCE_UNKNOWN:
		return (struct look_of){"·", NULL, STYLE_TEXT};
	case PRESENCE_HERE:
		return (struct look_of){"✓", NULL, STYLE_GOOD};
	case PRESENCE_EXCUSED:
		return (struct look_of){"○", &excused, STYLE_CAUTION};
	case PRESENCE_ABSENT:
		return (struct look_of){"✗", &absent, STYLE_BAD};
	case PRESENCE_LEFT:
		return (struct look_of){"–", &left, STYLE_CAUTION};
	case PRESENCE_REMOTE:
		return (struct look_of){"~", &afar, STYLE_CAUTION};
	case PRESENCE_COUNT:
		break;
	}
	return (struct look_of){"", NULL, STYLE_TEXT};
}

static struct grid_entry entry_at(void *context, size_t i)
{
	static const struct message refused = {.id = N_("refus.")}, replaced = {.id = N_("subst.")};
	struct desk *d = context;
	const struct seat *seat = &desk_session(d)->seats.at[i];
	struct look_of look = look_of(seat->presence);

	if (seat->refused)
		look.word = &refused;
	if (session_substitute(desk_session(d), seat->member.number))
		look.word = &replaced;
	else if (session_proxy_holder(desk_session(d), seat->member.number))
		look.word = desk_by_proxy(
			d, session_proxy_holder(desk_session(d), seat->member.number));
	return (struct grid_entry){
		.number = desk_number(d, seat->member.number),
		.name = both_pick(member_name(&seat->member), d->lang),
		.symbol = look.symbol,
		.word = look.word,
		.style = look.style,
		.candidate = desk_entry_fits(d, seat->member.number),
	};
}

/* Its first row says which of them are in sight, where not all are. */
static void paint_grid(struct desk *d, struct area area)
{
	size_t n = desk_session(d)->seats.n;
	bool whole = !grid_fits(n, area.rows - 1, area.cols) && grid_fits(n, area.rows, area.cols);

	d->attendance.count = n;
	d->attendance.says = desk_grid_says(d, (struct vote_id){0});
	grid_draw(&d->attendance, canvas_sub(area, whole ? 0 : 1, 0, 0, 0), entry_at, d);
	canvas_say(area, 0, 0, 0, STYLE_DONE, ALIGN_END, grid_extent(&d->attendance, entry_at, d));
}

static struct message brush_word(const struct session *s, int brush)
{
	static const char *const words[] = {
		N_("WITH EXCUSE ○"), N_("WITHOUT EXCUSE ✗"), N_("ARRIVED ✓"), N_("LEFT –")};

	if (brush == BRUSH_PRESENT && !session_sitting(s)->quorum_recorded)
		return TEXT("PRESENT ✓");
	return (struct message){.id = words[brush]};
}

static void paint_entry(struct desk *d, struct area work, int row)
{
	static const enum style styles[] = {
		STYLE_ENTRY_CAUTION, STYLE_ENTRY_BAD, STYLE_ENTRY_GOOD, STYLE_ENTRY_CAUTION};
	int brush = brush_now(d);
	int at = desk_paint_entry(d, work, row, styles[brush], brush_word(desk_session(d), brush));

	canvas_cursor(work, row, at);
}

static void paint_roll(struct desk *d, struct area work, int row)
{
	const struct session *s = desk_session(d);
	const struct member *m = &s->seats.at[d->attendance.focus].member;
	int64_t left = session_count(s, PRESENCE_UNKNOWN);

	canvas_fill(work, row, 0, 1, 0, STYLE_ENTRY);
	canvas_say(work, row, 1, 0, STYLE_ENTRY, ALIGN_START,
		MSG("ROLL CALL ▸ {who}",
			A_MSG("who", message_keep(&d->frame, describe_member(s, m->number)))));
	canvas_say(work, row, 0, -1, STYLE_ENTRY, ALIGN_END,
		MSG("still to call: {n}", A_INT("n", left)));
}

/* The quorum as the call that goes on has it. */
static struct message quorum_words(struct desk *d, const struct session *s)
{
	const struct call *call = session_call(s);
	struct quorum_figures now = session_quorum(s);
	struct message words = MSG("Quorum: {here} of {all}, {needed} needed ({share})",
		A_INT("here", now.present), A_INT("all", now.in_office),
		A_INT("needed", now.needed),
		A_MSG("share", message_keep(&d->frame, share_words(call->share))));

	return call_confirmed(s, call) ? words
				       : MSG("{quorum} ? rule not confirmed",
						 A_MSG("quorum", message_keep(&d->frame, words)));
}

/* Which sitting, and of which call where there was one before it. */
static struct message heading(const struct sitting *sitting)
{
	if (!sitting)
		return TEXT("ATTENDANCE — no sitting yet");
	if (sitting->call > 1)
		return MSG("ATTENDANCE — sitting {n}, call {call}, opened at {time}",
			A_INT("n", sitting->is.sitting), A_INT("call", sitting->call),
			A_TIME("time", sitting->opened));
	return MSG("ATTENDANCE — sitting {n}, opened at {time}", A_INT("n", sitting->is.sitting),
		A_TIME("time", sitting->opened));
}

static void paint(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	const struct sitting *sitting = session_sitting(s);
	int bottom = work.rows - 2;

	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, heading(sitting));
	canvas_say(work, 1, 0, 0, STYLE_TEXT, ALIGN_START,
		MSG("present {here} · with excuse {excused} · without {absent} · left {left} · in "
		    "office {all}",
			A_INT("here", session_count(s, PRESENCE_HERE)),
			A_INT("excused", session_count(s, PRESENCE_EXCUSED)),
			A_INT("absent", session_count(s, PRESENCE_ABSENT)),
			A_INT("left", session_count(s, PRESENCE_LEFT)),
			A_INT("all", session_in_office(s))));
	paint_grid(d, canvas_sub(work, 2, 0, bottom - 2, 0));
	if (!sitting)
		return;
	if (d->roll_call)
		paint_roll(d, work, bottom);
	else
		paint_entry(d, work, bottom);
	canvas_say(work, bottom + 1, 0, 0,
		call_confirmed(s, session_call(s)) ? STYLE_TEXT : STYLE_UNSURE, ALIGN_START,
		quorum_words(d, s));
}

/* --- the roll call by cursor --- */

/* The next seat nobody answered for, from FROM on and round; the count when there is none. */
static size_t next_unanswered(const struct session *s, size_t from)
{
	for (size_t i = 0; i < s->seats.n; i++) {
		size_t at = (from + i) % s->seats.n;

		if (s->seats.at[at].presence == PRESENCE_UNKNOWN)
			return at;
	}
	return s->seats.n;
}

static void roll_on(struct desk *d, size_t from)
{
	const struct session *s = desk_session(d);
	size_t next = next_unanswered(s, from);

	if (next == s->seats.n) {
		d->roll_call = d->attendance.cursor = false;
		desk_say(d, TONE_GOOD,
			TEXT("● The roll is complete: everybody has been answered for."));
		return;
	}
	d->attendance.cursor = true;
	d->attendance.focus = next;
	grid_show(&d->attendance, next);
}

void attendance_roll_answered(struct desk *d)
{
	const struct session *s = desk_session(d);
	size_t at = d->attendance.focus;

	if (d->roll_call && at < s->seats.n && s->seats.at[at].presence != PRESENCE_UNKNOWN)
		roll_on(d, at + 1);
}

static void act_roll(struct desk *d)
{
	if (!desk_offered(d, CMD_ATTENDANCE_PRESENT))
		return;
	desk_entry_clear(d);
	d->roll_call = true;
	roll_on(d, 0);
}

static bool back(struct desk *d)
{
	if (!d->roll_call)
		return false;
	d->roll_call = d->attendance.cursor = false;
	return true;
}

static void mark(struct desk *d, int64_t number)
{
	int32_t *one = arena_take(&d->frame, sizeof *one);
	struct numbers members = {one, 1};
	const struct seat *seat = session_seat(desk_session(d), number);
	struct command c = command_of(CMD_ATTENDANCE_PRESENT);
	int brush = brush_now(d);
	struct message who;

	*one = (int32_t)number;
	/* Without a word about the excuse that was not accepted it would be lost. */
	if (seat && brush == BRUSH_ABSENT && seat->presence == PRESENCE_ABSENT) {
		who = describe_member(desk_session(d), number);
		who = MSG("{who} is already noted as absent.",
			A_MSG("who", message_keep(&d->frame, who)));
		desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", message_keep(&d->frame, who))));
		return;
	}
	if (seat && brush == BRUSH_ABSENT && seat->presence == PRESENCE_EXCUSED) {
		panel_excuse(d, number);
		return;
	}
	if (brush == BRUSH_PRESENT) {
		c.arg.attendance_present.members = members;
	} else if (brush == BRUSH_LEFT) {
		c = command_of(CMD_ATTENDANCE_LEFT);
		c.arg.attendance_left.members = members;
	} else {
		c = command_of(CMD_ATTENDANCE_ABSENT);
		c.arg.attendance_absent.members = members;
		c.arg.attendance_absent.excused = brush == BRUSH_EXCUSED;
	}
	desk_act_then(d, &c, attendance_roll_answered);
}

static void digit(struct desk *d, int value)
{
	int64_t number = desk_digit(d, value);
	uint64_t acts = d->acts;

	if (!number)
		return;
	mark(d, number); /* the same again changes nothing, and is told */
	desk_entry_ended(d, number, acts);
}

static void act_all(struct desk *d)
{
	desk_entry_clear(d);
	if (desk_act_plain(d, CMD_ATTENDANCE_ALL))
		d->entry.chosen = false; /* what follows are the exceptions */
}

static void erase(struct desk *d)
{
	if (d->entry.digits)
		desk_entry_clear(d);
	else
		desk_undo(d);
}

static void mark_focus(struct desk *d)
{
	mark(d, desk_session(d)->seats.at[d->attendance.focus].member.number);
}

/* Whose presence the quorum act has counted can only leave from then on. */
static bool anybody_can_be(const struct session *s, enum presence to)
{
	for (size_t i = 0; i < s->seats.n; i++) {
		enum presence is = s->seats.at[i].presence;

		if (is == PRESENCE_UNKNOWN ||
			(is != to && (is == PRESENCE_EXCUSED || is == PRESENCE_ABSENT)))
			return true;
	}
	return !session_had_quorum_act(s);
}

/* False: no number could be marked with it any more, and why is said. */
static bool brush_is_on(struct desk *d, int brush)
{
	enum presence to = brush == BRUSH_EXCUSED ? PRESENCE_EXCUSED : PRESENCE_ABSENT;

	if (brush == BRUSH_PRESENT || brush == BRUSH_LEFT || anybody_can_be(desk_session(d), to))
		return true;
	desk_say(d, TONE_BAD,
		MSG("✗ Everybody was answered for when the quorum was recorded; {key} notes who "
		    "leaves.",
			A_STR("key", keymap_face(BIND_LEFT, d->lang))));
	return false;
}

/* What the numbers that follow mean, and whoever is under the cursor; one that has dropped half a
 * number marks nobody. */
static void take_letter(struct desk *d, struct press press, enum bind bind, int brush)
{
	bool marks = d->attendance.cursor && !d->entry.dropped;
	uint64_t said = d->said;

	d->entry.brush = brush;
	d->entry.chosen = true;
	if (marks && !desk_letter_just_now(d, press, bind))
		mark_focus(d);
	if (d->said == said && d->over.kind == OVERLAY_NONE)
		desk_entry_turned(d, brush_word(desk_session(d), brush));
}

static bool key(struct desk *d, struct press press, struct meaning meaning)
{
	static const struct {
		enum bind bind;
		int brush;
	} brushes[] = {
		{BIND_EXCUSED, BRUSH_EXCUSED},
		{BIND_ABSENT, BRUSH_ABSENT},
		{BIND_ARRIVED, BRUSH_PRESENT},
		{BIND_LEFT, BRUSH_LEFT},
	};

	for (size_t i = 0; i < ARRAY_LEN(brushes); i++) {
		if (meaning.bind == brushes[i].bind) {
			if (!brush_is_on(d, brushes[i].brush))
				return true;
			take_letter(d, press, brushes[i].bind, brushes[i].brush);
			return true;
		}
	}
	if (meaning.bind == BIND_DIGIT) {
		d->attendance.cursor = d->roll_call = false;
		digit(d, meaning.digit);
		return true;
	}
	if (meaning.bind == BIND_ALL) {
		if (!desk_number_begun(d))
			act_all(d);
		return true;
	}
	if (meaning.bind == BIND_ERASE) {
		if (!desk_erased_just_now(d, press))
			erase(d);
		return true;
	}
	return grid_key(&d->attendance, press, d->lang == LANG_AR);
}

/* In the roll call Enter is the answer heard most: present. */
static struct message step_line(struct desk *d)
{
	const struct session *s = desk_session(d);
	int64_t number;

	if (!d->roll_call)
		return NO_MESSAGE;
	number = s->seats.at[d->attendance.focus].member.number;
	return MSG("{who}: present, and on to the next",
		A_MSG("who", message_keep(&d->frame, describe_member(s, number))));
}

static bool step(struct desk *d)
{
	bool chosen = d->entry.chosen;

	if (!d->roll_call)
		return false;
	d->entry.brush = BRUSH_PRESENT;
	d->entry.chosen = true; /* by the roll, for this member alone */
	mark_focus(d);
	d->entry.chosen = chosen;
	d->step_ms = desk_now_ms();
	return true;
}

static void act_quorum(struct desk *d)
{
	(void)desk_act_plain(d, CMD_QUORUM_RECORD);
}

static size_t actions(struct desk *d, struct action *a)
{
	const struct action list[] = {
		{1, TEXT("all present"), BIND_ALL, CMD_ATTENDANCE_ALL, false, act_all},
		{2, TEXT("guests and officials…"), BIND_NONE, CMD_GUEST_NOTE, false, form_guest},
		{3, TEXT("roll call, one after the other"), BIND_NONE, CMD_ATTENDANCE_PRESENT,
			false, act_roll},
		{4, TEXT("correct a time…"), BIND_NONE, CMD_ATTENDANCE_TIME, false, presence_time},
		{5, TEXT("proxies…"), BIND_NONE, CMD_PROXY_GIVE, false, presence_proxies},
		{6, TEXT("a substitute…"), BIND_NONE, CMD_ATTENDANCE_REPLACE, false,
			presence_substitute},
		{7, TEXT("what if these leave…"), BIND_WHAT_IF, CMD_ATTENDANCE_LEFT, true,
			presence_what_if},
		{8, TEXT("record the quorum"), BIND_NONE, CMD_QUORUM_RECORD, false, act_quorum},
		{9, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
		{-1, TEXT("from afar, missing from the list, ceremony…"), BIND_NONE, CMD_GUEST_NOTE,
			true, panel_others},
	};

	(void)d;
	return desk_fill_actions(a, list, ARRAY_LEN(list));
}

static size_t hints(struct desk *d, struct key_hint *h)
{
	const struct session *s = desk_session(d);
	size_t n = 0;
	struct message why;

	if (desk_offers(d, CMD_ATTENDANCE_ALL, &why))
		h[n++] = (struct key_hint){.bind = BIND_ALL, .label = TEXT("all")};
	if (!desk_offers(d, CMD_ATTENDANCE_PRESENT, &why))
		return n;
	h[n++] = (struct key_hint){.bind = BIND_ARRIVED, .label = TEXT("present")};
	if (anybody_can_be(s, PRESENCE_EXCUSED))
		h[n++] = (struct key_hint){.bind = BIND_EXCUSED, .label = TEXT("excused")};
	if (anybody_can_be(s, PRESENCE_ABSENT))
		h[n++] = (struct key_hint){.bind = BIND_ABSENT, .label = TEXT("absent")};
	h[n++] = (struct key_hint){.bind = BIND_LEFT, .label = TEXT("left")};
	if (session_sitting(s)->quorum_recorded) /* before it there is no room on the line */
		h[n++] = (struct key_hint){.bind = BIND_WHAT_IF, .label = TEXT("what if")};
	return n;
}

/* A name does as its number. */
static void take(struct desk *d, size_t i)
{
	mark(d, desk_session(d)->seats.at[i].member.number);
}

static struct message does(struct desk *d, size_t i)
{
	const struct session *s = desk_session(d);

	if (!session_sitting(s))
		return NO_MESSAGE;
	return MSG("{who}: {what}",
		A_MSG("who",
			message_keep(&d->frame, describe_member(s, s->seats.at[i].member.number))),
		A_MSG("what", message_keep(&d->frame, brush_word(s, brush_now(d)))));
}

static bool finds(struct desk *d, struct finder *f)
{
	*f = desk_seats(d);
	f->grid = &d->attendance;
	f->take = take;
	f->does = does;
	return true;
}

static bool wide(const struct desk *d)
{
	return desk_session(d) && desk_session(d)->seats.n > 72;
}

const struct view view_attendance = {
	.screen = SCREEN_ATTENDANCE,
	.title = {.id = N_("Attendance")},
	.where = where,
	.open = open_view,
	.paint = paint,
	.key = key,
	.hints = hints,
	.actions = actions,
	.step = step,
	.step_line = step_line,
	.back = back,
	.finds = finds,
	.wide = wide,
};
