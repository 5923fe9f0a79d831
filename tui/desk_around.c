/* Round the work area: rail and side column of wide screens, the strip, help, what is remembered.
 */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/call.h"
#include "model/describe.h"
#include "model/mark.h"
#include "tui/desk_clock.h"
#include "tui/desk_disk.h"
#include "tui/desk_parts.h"
#include "tui/desk_reader.h"
#include "tui/desk_safety.h"
#include "tui/draft.h"
#include "tui/rehearsal.h"

#include <string.h>

struct str desk_heads(struct desk *d)
{
	struct register_heads heads = register_heads(d->r);

	return (struct str){arena_copy(&d->frame, &heads, sizeof heads), sizeof heads};
}

struct str desk_grid_says(struct desk *d, struct vote_id vote)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add(&b, desk_heads(d));
	builder_put(&b, d->entry.digits);
	builder_put(&b, d->entry.number);
	builder_put(&b, d->screen);
	builder_put(&b, vote.item);
	builder_put(&b, vote.n);
	return builder_str(&b);
}

struct str desk_number(struct desk *d, int64_t number)
{
	const struct session *s = desk_session(d);
	char digits[20], *p = digits + sizeof digits;
	int width = s ? desk_number_width(s) : 2;

	for (; number > 0 || width > 0; number /= 10, width--)
		*--p = (char)('0' + number % 10);
	return arena_str(&d->frame, (struct str){p, (size_t)(digits + sizeof digits - p)});
}

int desk_number_width(const struct session *s)
{
	int64_t last = s->seats.n ? s->seats.at[s->seats.n - 1].member.number : 0;

	return last > 9999 ? 5 : last > 999 ? 4 : last > 99 ? 3 : 2;
}

void desk_entry_clear(struct desk *d)
{
	d->entry.digits = 0;
	d->entry.number = 0;
	d->entry.refused = 0;
}

const struct message *desk_by_proxy(struct desk *d, int64_t holder)
{
	return message_keep(
		&d->frame, MSG(CTX("proxy", "by {n}"), A_STR("n", desk_number(d, holder))));
}

int64_t desk_digit(struct desk *d, int digit)
{
	struct entry *e = &d->entry;
	int64_t number;

	e->number = e->number * 10 + digit;
	e->digits++;
	e->last_ms = desk_now_ms();
	if (e->digits < desk_number_width(desk_session(d)))
		return 0;
	number = e->number;
	desk_entry_clear(d);
	return number;
}

bool desk_entry_fits(const struct desk *d, int64_t number)
{
	int left;

	if (!d->entry.digits)
		return false;
	left = desk_number_width(desk_session(d)) - d->entry.digits;
	for (; left > 0; left--)
		number /= 10;
	return number == d->entry.number;
}

static struct str digits_typed(struct desk *d)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_padded(&b, d->entry.number, d->entry.digits);
	return builder_str(&b);
}

struct str desk_number_waits(struct desk *d)
{
	const struct overlay *o = &d->over;
	struct str typed = STR("");
	int64_t n;

	if (o->kind == OVERLAY_PROMPT && o->digits)
		typed = text_western_digits(prompt_text(o->prompt), &d->frame);
	else if (o->kind == OVERLAY_NONE && d->entry.digits && d->screen != SCREEN_AGENDA &&
		 !(desk_where(d) & WHERE_HANDS))
		return digits_typed(d);
	return typed.n < (size_t)o->digits && form_read_number(typed, &n) ? typed : STR("");
}

static void say_begun(struct desk *d, struct str digits)
{
	desk_hint(d, MSG("! A number has begun with {digits}: end it or take it back (⌫) first.",
			     A_STR("digits", digits)));
}

bool desk_number_half(struct desk *d)
{
	struct str digits = desk_number_waits(d);

	if (digits.n)
		say_begun(d, digits);
	return digits.n > 0;
}

bool desk_number_begun(struct desk *d)
{
	if (d->entry.digits)
		say_begun(d, digits_typed(d));
	return d->entry.digits > 0;
}

bool desk_number_refused(struct desk *d)
{
	if (!d->entry.refused || d->entry.refused != d->said)
		return false;
	desk_entry_clear(d);
	desk_hint(d, TEXT("! That number was refused, so nothing is done; Enter again does what "
			  "the step line says."));
	return true;
}

void desk_entry_ended(struct desk *d, int64_t number, uint64_t acts)
{
	bool recorded = d->acts != acts;

	d->entry.ended = recorded ? number : 0;
	d->entry.ended_said = d->said;
	d->entry.refused = recorded || d->over.kind != OVERLAY_NONE ? 0 : d->said;
}

void desk_entry_turned(struct desk *d, struct message word)
{
	int64_t number = d->entry.ended_said == d->said ? d->entry.ended : 0;
	const struct message *side = message_keep(&d->frame, word);

	d->entry.ended = 0;
	desk_hint(
		d, number ? MSG("{side}: for the numbers that follow; {who} is not changed.",
				    A_MSG("side", side),
				    A_MSG("who", message_keep(&d->frame,
							 describe_member(desk_session(d), number))))
			  : MSG("{side}: for the numbers that follow.", A_MSG("side", side)));
}

/* "▸ no. (2 digits)" before the number being typed. */
static struct message entry_label(const struct desk *d)
{
	return MSGN("▸ no. ({n} digit)", "▸ no. ({n} digits)", desk_number_width(desk_session(d)));
}

int desk_paint_entry(
	struct desk *d, struct area work, int row, enum style style, struct message word)
{
	int at = 1;

	canvas_fill(work, row, 0, 1, 0, STYLE_ENTRY);
	at += canvas_say(work, row, at, 40, style, ALIGN_START, word) + 1;
	at += canvas_say(work, row, at, 0, STYLE_ENTRY, ALIGN_START, entry_label(d)) + 1;
	if (d->entry.digits)
		canvas_latin(work, row, at, 6, STYLE_ENTRY_GOOD, ALIGN_START, digits_typed(d));
	return at + d->entry.digits;
}

/* --- the last acts --- */

/* 14:32, or 30/12 for an act of another day than the last one. */
static struct str hour_or_day(struct desk *d, const struct session *s, const struct event *e)
{
	struct date day = instant_date(e->at);

	if (date_compare(day, instant_date(s->log.at[s->log.n - 1].at)) == 0)
		return format_time(e->at, &d->frame);
	return (struct str){format_day(day, &d->frame).p, 5};
}

#define ACT_AT   7 /* column of what was done, after its time */
#define ACT_ROWS 2 /* of one act: what its sentence ends with is often what matters */

/* Newest first, for the strip and the rail. */
static void paint_acts_anew(struct desk *d, struct area area)
{
	const struct session *s = desk_session(d);
	struct area text = canvas_sub(area, 0, ACT_AT, area.rows, area.cols - ACT_AT);
	int row = 1;

	canvas_say(area, 0, 0, 0, STYLE_HERE, ALIGN_START, TEXT("LAST ACTS"));
	for (size_t i = s->log.n; i > 0 && row < area.rows; i--) {
		const struct event *e = &s->log.at[i - 1];
		struct message what = describe_event(s, e, &d->frame);
		int left = area.rows - row;

		canvas_latin(area, row, 0, 5, STYLE_DONE, ALIGN_START, hour_or_day(d, s, e));
		row += canvas_wrap_say(text, row, left < ACT_ROWS ? left : ACT_ROWS,
			s->struck.at[i - 1] ? STYLE_OFF
			: i == s->log.n     ? STYLE_TEXT
					    : STYLE_DONE,
			what);
	}
}

static void paint_acts(struct desk *d, struct area area)
{
	struct str says = desk_heads(d);

	if (canvas_again(area, says))
		return;
	paint_acts_anew(d, area);
	canvas_keep(area, says);
}

/* --- the rail: the agenda as a column --- */

#define RAIL_HEAD 2  /* rows above its first item */
#define RAIL_ACTS 14 /* rows that an agenda too long for the rail leaves to the last acts */

static const struct item *rail_item(const struct session *s, size_t index)
{
	return session_item(s, s->agenda.at[index]);
}

/* Its title, and once it was opened what became of it. */
static int rail_rows(const struct session *s, size_t index)
{
	return rail_item(s, index)->state == ITEM_IS_WAITING ? 1 : 2;
}

/* Where the bar is, else the assembly: the open item, else the next one. */
static size_t rail_here(const struct desk *d)
{
	const struct session *s = desk_session(d);

	if (d->rail.on && d->rail.at < s->agenda.n)
		return d->rail.at;
	for (size_t i = 0; i < s->agenda.n; i++) {
		if (s->agenda.at[i] == s->open_item)
			return i;
	}
	for (size_t i = 0; i < s->agenda.n; i++) {
		if (rail_item(s, i)->state == ITEM_IS_WAITING)
			return i;
	}
	return s->agenda.n ? s->agenda.n - 1 : 0;
}

/* The first item to paint so that where the assembly is stands among ROWS, with what comes next. */
static size_t rail_first(const struct desk *d, int rows)
{
	const struct session *s = desk_session(d);
	size_t here = rail_here(d), last = here + 1 < s->agenda.n ? here + 1 : here;
	size_t first = last;
	int used = s->agenda.n ? rail_rows(s, last) : 0;

	while (first > 0 && used + rail_rows(s, first - 1) <= rows)
		used += rail_rows(s, --first);
	return first;
}

static int paint_rail_item(struct desk *d, struct area area, int row, size_t index)
{
	const struct session *s = desk_session(d);
	const struct item *item = rail_item(s, index);
	bool open = d->shown.rail_on ? index == d->rail.at : item->is.item == s->open_item;
	enum style marked = open ? STYLE_FOCUS : mark_style(item_mark(item));
	enum style style = open                             ? STYLE_FOCUS
			   : item->state == ITEM_IS_WAITING ? STYLE_DONE
							    : STYLE_TEXT;

	if (open)
		canvas_fill(area, row, 0, rail_rows(s, index), 0, STYLE_FOCUS);
	if (open && d->shown.rail_on)
		canvas_cursor(area, row, 0);
	canvas_text(area, row, 0, 1, marked, ALIGN_START, str_of(mark_sign(item_mark(item))));
	canvas_say(area, row, 2, 2, style, ALIGN_END, MSG("{n}", A_INT("n", (int64_t)index + 1)));
	canvas_text(area, row, 5, 0, style, ALIGN_START, both_pick(item_short(item), d->lang));
	if (item->state != ITEM_IS_WAITING)
		canvas_say(area, row + 1, 5, 0, marked, ALIGN_START, describe_item_state(s, item));
	return rail_rows(s, index);
}

/* ACTS: the last ones have no place of their own. */
static void paint_rail(struct desk *d, struct area area, bool acts)
{
	const struct session *s = desk_session(d);
	int all = 0, rows = area.rows - RAIL_HEAD, row = RAIL_HEAD;
	size_t first, i;

	canvas_say(area, 0, 0, 0, STYLE_HERE, ALIGN_START,
		d->shown.rail_on ? TEXT("▸ AGENDA") : TEXT("AGENDA"));
	canvas_say(area, 0, 0, 0, STYLE_DONE, ALIGN_END,
		MSG("{n} of {all}", A_INT("n", agenda_tally(s).treated),
			A_INT("all", (int64_t)s->agenda.n)));
	for (i = 0; i < s->agenda.n; i++)
		all += rail_rows(s, i);
	if (acts && all > rows && rows >= 2 * RAIL_ACTS)
		rows -= RAIL_ACTS;
	first = rail_first(d, rows);
	for (i = first; i < s->agenda.n && row + rail_rows(s, i) <= RAIL_HEAD + rows; i++)
		row += paint_rail_item(d, area, row, i);
	list_extent(canvas_sub(area, 1, 0, 1, 0), first, i, s->agenda.n);
	if (acts && area.rows - row > 6)
		paint_acts(d, canvas_sub(area, row + 1, 0, area.rows - row - 1, 0));
}

/* --- the side column: quorum, the room's picture, safety --- */

static int paint_quorum(struct desk *d, struct area area)
{
	const struct session *s = desk_session(d);
	struct quorum_figures now = session_quorum(s);
	bool met = now.met;
	int64_t here = now.present, all = now.in_office, needed = now.needed;
	struct message rests, figures;

	canvas_say(area, 0, 0, 0, STYLE_HERE, ALIGN_START, TEXT("QUORUM"));
	if (!s->sittings.n) {
		canvas_say(area, 1, 0, 0, STYLE_DONE, ALIGN_START, TEXT("no sitting yet"));
		return 3;
	}
	figures = MSG("{here} present of {all} · {needed} needed", A_INT("here", here),
		A_INT("all", all), A_INT("needed", needed));
	if (canvas_say_width(area.canvas, figures) > area.cols) /* hundreds of members */
		figures = MSG("{here} of {all} · {needed} needed", A_INT("here", here),
			A_INT("all", all), A_INT("needed", needed));
	canvas_say(area, 1, 0, 0, met ? STYLE_GOOD : STYLE_BAD, ALIGN_START, figures);
	canvas_bar(area, 2, 0, area.cols, met ? STYLE_GOOD : STYLE_BAD, here, all, needed);
	canvas_say(area, 3, 0, 0, STYLE_CAUTION, ALIGN_START,
		MSG("with excuse {n}", A_INT("n", session_count(s, PRESENCE_EXCUSED))));
	canvas_say(area, 4, 0, 0, STYLE_BAD, ALIGN_START,
		MSG("without excuse {n}", A_INT("n", session_count(s, PRESENCE_ABSENT))));
	if (met)
		canvas_say(area, 5, 0, 0, STYLE_DONE, ALIGN_START,
			MSGN("lost if {n} member leaves", "lost if {n} members leave",
				here - needed + 1));
	rests = call_standing(s, session_call(s), &d->frame);
	if (call_confirmed(s, session_call(s)))
		return 7 + canvas_wrap_say(area, 6, 2, STYLE_DONE, rests);
	return 7 +
	       canvas_wrap_say(area, 6, 2, STYLE_UNSURE,
		       MSG("? {rule}: only warns", A_MSG("rule", message_keep(&d->frame, rests))));
}

#define ROOM_ROWS_LEAST 10 /* of what the room shows */
#define ROOM_ROWS_MOST  18
#define OTHER_ROWS      23 /* of what stands over and under it */
#define FLOOR_ROWS      4

/* What F6 shows, as far as there is room for it. */
static int paint_room(struct desk *d, struct area area, int row)
{
	int rows = area.rows - OTHER_ROWS;

	rows = rows < ROOM_ROWS_LEAST ? ROOM_ROWS_LEAST : rows;
	rows = rows > ROOM_ROWS_MOST ? ROOM_ROWS_MOST : rows;
	canvas_hline(area, row - 1, 0, 0, STYLE_DONE);
	if (row + rows + 2 > area.rows)
		return row;
	desk_paint_room(d, canvas_sub(area, row, 0, rows, 0));
	canvas_say(area, row + rows, 0, 0, STYLE_DONE, ALIGN_START,
		TEXT("a result shows only if announced"));
	canvas_say(area, row + rows + 1, 0, 0, STYLE_DONE, ALIGN_START,
		TEXT("F5 send  F6 look  F12 blank"));
	return row + rows + 4;
}

/* Who speaks and for how long, and how many wait. */
static int paint_floor(struct desk *d, struct area area, int row)
{
	const struct session *s = desk_session(d);
	const struct speech *speech = floor_speaking(s);
	int64_t waiting = (int64_t)floor_waiting_count(s);
	enum style style = STYLE_TEXT;

	if (!s->sittings.n || row + FLOOR_ROWS > area.rows)
		return row;
	switch (floor_desk_alarm(d)) {
	case FLOOR_IN_TIME:
		break;
	case FLOOR_NEARLY:
		style = STYLE_CAUTION;
		break;
	case FLOOR_OVER:
		style = STYLE_BAD;
		break;
	}
	canvas_hline(area, row - 1, 0, 0, STYLE_DONE);
	canvas_say(area, row, 0, 0, STYLE_HERE, ALIGN_START, TEXT("FLOOR"));
	if (speech) {
		struct message who = floor_who(s, speech);

		canvas_latin(area, row + 1, -6, 6, style, ALIGN_END,
			floor_clock(floor_spoken(d), &d->frame));
		canvas_say(area, row + 1, 0, -7, style, ALIGN_START, who);
	} else {
		canvas_say(area, row + 1, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("Nobody has the floor."));
	}
	if (waiting)
		canvas_say(area, row + 2, 0, 0, STYLE_DONE, ALIGN_START,
			MSGN("{n} on the list", "{n} on the list", waiting));
	return row + FLOOR_ROWS + 1;
}

static void paint_side(struct desk *d, struct area area)
{
	const struct session *s = desk_session(d);
	int row = paint_floor(d, area, paint_room(d, area, paint_quorum(d, area)));

	if (row + 4 > area.rows)
		return;
	canvas_hline(area, row - 1, 0, 0, STYLE_DONE);
	canvas_say(area, row, 0, 0, STYLE_HERE, ALIGN_START, TEXT("SAFETY"));
	canvas_say(area, row + 1, 0, 0, d->disk.stuck ? STYLE_BAD : STYLE_GOOD, ALIGN_START,
		d->disk.stuck
			? TEXT("✗ not recorded")
			: MSG("● last act recorded: no. {n}", A_INT("n", (int64_t)s->log.n - 1)));
	(void)desk_paint_safety(d, area, row + 2);
}

void desk_paint_around(struct desk *d, const struct frame_areas *at)
{
	if (!desk_session(d))
		return;
	if (at->rail.rows)
		paint_rail(d, at->rail, at->strip.rows == 0);
	if (at->side.rows)
		paint_side(d, at->side);
	if (at->strip.rows)
		paint_acts(d, at->strip);
}

/* --- working state from the last time --- */

void desk_recall(struct desk *d)
{
	d->rehearsal = rehearsal_is(register_journal(d->r));
	desk_room_recall(d);
	desk_safety_begin(d);
}

void desk_tick(struct desk *d)
{
	(void)closing_tick(d);
	if (d->read_only)
		desk_reader_tick(d);
	else
		minutes_tick(d);
	draft_tick(d);
	floor_tick(d);
	desk_disk_tick(d);
	desk_room_tick(d);
	desk_safety_tick(d);
}

void desk_next_language(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};

	d->lang = (enum lang)((d->lang + 1) % LANG_COUNT);
	d->cli->lang = d->lang;
	/* At once: a desk that is killed begins again in the language it was left in. */
	if (!d->read_only && cli_keep_language(d->r, d->lang, &err) < 0)
		desk_fail(d, &err);
}

void desk_status(struct desk *d)
{
	const struct frame *f = &d->shown;

	if (!canvas_lines(d->canvas))
		desk_say(d, TONE_PLAIN,
			MSG("{quorum} · {time} · {saved} · {copy} · {room}",
				A_MSG("quorum", &f->quorum.text), A_MSG("time", &f->time.text),
				A_MSG("saved", &f->saved.text), A_MSG("copy", &f->copy.text),
				A_MSG("room", &f->room.text)));
}

void desk_leave(struct desk *d)
{
	minutes_leave(d);
	closing_leave(d);
	registers_leave(d);
	agreements_leave(d);
	desk_safety_leave(d);
	desk_room_leave(d);
	desk_clock_leave(d);
}
