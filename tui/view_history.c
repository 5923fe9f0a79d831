/* The history: every act, the newest last, in words; Enter shows one whole as it stands in the
 * journal, F8 takes it back. */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/describe.h"
#include "model/field_label.h"
#include "tui/desk_parts.h"

#include <string.h>

#define NUMBER_COLS 5
#define TIME_COL    7
#define TIME_COLS   8
#define DAY_COLS    11 /* 30/12/2024 and a blank, where the acts are of several days */
#define NAME_COLS   16

/* --- the list --- */

static struct message sentence(struct desk *d, const struct session *s, size_t index)
{
	return describe_event(s, &s->log.at[index], &d->frame);
}

static struct date day_of(const struct session *s, size_t index)
{
	return instant_date(s->log.at[index].at);
}

static bool many_days(const struct session *s)
{
	for (size_t i = 1; i < s->log.n; i++) {
		if (date_compare(day_of(s, i), day_of(s, 0)) != 0)
			return true;
	}
	return false;
}

/* The day stands once, above the hours of its acts, and again at the top of the screen. */
static void paint_day(struct desk *d, struct area row, size_t index, enum style style)
{
	const struct session *s = desk_session(d);

	if (index == d->history.top || date_compare(day_of(s, index), day_of(s, index - 1)) != 0)
		canvas_latin(row, 0, TIME_COL, DAY_COLS - 1, style, ALIGN_START,
			format_day(day_of(s, index), &d->frame));
}

static void paint_act(void *ctx, struct area row, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct session *s = desk_session(d);
	const struct event *e = &s->log.at[index];
	bool struck = s->struck.at[index], mends = e->type == EVENT_ACT_CORRECTED;
	enum style plain = focused ? STYLE_FOCUS : STYLE_TEXT;
	enum style quiet = focused ? STYLE_FOCUS : STYLE_DONE;
	enum style caution = focused ? STYLE_FOCUS : STYLE_CAUTION;
	int end = 0, at = TIME_COL;

	canvas_say(row, 0, 0, NUMBER_COLS, quiet, ALIGN_END, MSG("{n}", A_DIGITS("n", e->n)));
	if (d->act.days) {
		paint_day(d, row, index, plain);
		at += DAY_COLS;
	}
	canvas_latin(row, 0, at, TIME_COLS, quiet, ALIGN_START, format_clock(e->at, &d->frame));
	at += TIME_COLS + 2;
	if (struck || mends)
		canvas_text(row, 0, at, 1, caution, ALIGN_START, struck ? STR("○") : STR("!"));
	if (struck) {
		struct message word = TEXT("taken back");

		end = canvas_say_width(row.canvas, word) + 2;
		canvas_say(row, 0, row.cols - end, end - 1, caution, ALIGN_END, word);
	}
	canvas_say(
		row, 0, at + 2, -end, struck ? quiet : plain, ALIGN_START, sentence(d, s, index));
}

static void paint_list(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	struct list_look *list = &d->history;

	list->count = s->log.n;
	d->act.days = many_days(s);
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, TEXT("EVERY ACT, THE NEWEST LAST"));
	canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_END, describe_last_act((int64_t)s->log.n - 1));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	list_draw(list, canvas_sub(work, 2, 0, work.rows - 2, 0), true, paint_act, d);
	list_more(list, canvas_sub(work, 1, 0, 1, 0));
}

/* --- one act, whole --- */

struct detail {
	struct str name; /* Latin, as in the journal, or a word; empty on further rows of a value */
	bool stored;     /* a field of the fact, as the journal has it */
	int indent;
	struct layout_line line;
	enum direction base;
};

struct details {
	struct desk *d;
	int cols;
	struct detail *at;
	size_t n, room;
};

static void detail_row(struct details *t, struct detail row)
{
	if (t->n == t->room) {
		size_t room = t->room ? 2 * t->room : 64;
		struct detail *at = ARENA_ARRAY(&t->d->frame, struct detail, room);

		if (t->n)
			memcpy(at, t->at, t->n * sizeof *at);
		t->at = at;
		t->room = room;
	}
	t->at[t->n++] = row;
}

static void detail_add(
	struct details *t, int indent, bool stored, struct str name, struct str value)
{
	enum direction base = text_has_arabic(value) ? DIR_RTL : DIR_LTR;
	struct layout_line *lines;
	size_t n;

	n = layout_wrap(value, t->cols - NAME_COLS - indent - 1, canvas_layout(t->d->canvas, base),
		&t->d->frame, &lines);
	for (size_t i = 0; i < n; i++)
		detail_row(t, (struct detail){i ? STR("") : name, stored, indent, lines[i], base});
}

static void detail_words(struct details *t, struct message name, struct str value)
{
	detail_add(t, 0, false, desk_words(t->d, name), value);
}

static struct str numbers_text(struct numbers list, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < list.n; i++) {
		if (i)
			builder_add_z(&b, ", ");
		builder_add_int(&b, list.at[i]);
	}
	return builder_str(&b);
}

static struct str vote_text(struct vote_id v, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_int(&b, v.item);
	builder_add_char(&b, '/');
	builder_add_int(&b, v.n);
	return builder_str(&b);
}

static struct str int_text(int64_t n, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_int(&b, n);
	return builder_str(&b);
}

static void detail_fields(
	struct details *t, int indent, const struct field *fields, const void *object);

static void detail_list(
	struct details *t, int indent, const struct field *f, const struct list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		detail_add(t, indent, true, desk_words(t->d, field_label(f->name, &t->d->frame)),
			int_text((int64_t)i + 1, &t->d->frame));
		detail_fields(t, indent + 2, f->sub, (const char *)list->at + i * f->sub_size);
	}
}

static struct str field_value(struct details *t, const struct field *f, const void *at)
{
	struct arena *a = &t->d->frame;

	switch (f->kind) {
	case FIELD_INT:
		return int_text(*(const int64_t *)at, a);
	case FIELD_BOOL:
		return desk_words(t->d, *(const bool *)at ? TEXT("yes") : TEXT("no"));
	case FIELD_TEXT:
		return *(const struct str *)at;
	case FIELD_ENUM:
		return desk_words(t->d, (struct message){.id = f->names[*(const int *)at].label});
	case FIELD_TIME:
		return instant_text(*(const struct instant *)at, a);
	case FIELD_DATE:
		return date_text(*(const struct date *)at, a);
	case FIELD_MONEY:
		return format_money(*(const int64_t *)at, t->d->lang, a);
	case FIELD_HASH:
		return format_hash(*(const struct hash *)at, a);
	case FIELD_UUID:
		return uuid_text(*(const struct uuid *)at, a);
	case FIELD_NUMBERS:
		return numbers_text(*(const struct numbers *)at, a);
	case FIELD_VOTE:
		return vote_text(*(const struct vote_id *)at, a);
	case FIELD_LIST:
		break;
	}
	return STR("");
}

/* What is not set is not in the journal either. */
static void detail_fields(
	struct details *t, int indent, const struct field *fields, const void *object)
{
	for (const struct field *f = fields; f && f->name; f++) {
		const void *at = (const char *)object + f->offset;

		if (f->optional && field_unset(f, at))
			continue;
		if (f->kind == FIELD_LIST)
			detail_list(t, indent, f, at);
		else
			detail_add(t, indent, true,
				desk_words(t->d, field_label(f->name, &t->d->frame)),
				field_value(t, f, at));
	}
}

/* The act that takes act N back, or 0. */
static uint32_t taken_back_by(const struct session *s, uint32_t n)
{
	for (size_t i = s->log.n; i > 0; i--) {
		const struct event *e = &s->log.at[i - 1];

		if (e->type == EVENT_ACT_CORRECTED && !s->struck.at[i - 1] &&
			e->body.act_corrected.act == n)
			return e->n;
	}
	return 0;
}

/* Of the line of act N, written as WRITTEN has it. */
static struct str act_hash(
	struct desk *d, uint32_t n, struct str (*written)(struct hash, struct arena *))
{
	struct error err = {.code = ERROR_NONE};
	struct bytes lines = {NULL, 0, 0};
	struct hash hash;
	struct str words;

	if (register_lines(d->r, n, &lines, &hash, &err) < 0)
		words = desk_words(d, error_message(&err, &d->frame));
	else
		words = written(hash, &d->frame);
	bytes_free(&lines);
	return words;
}

/* Order is by number; the time of an act may all the same lie before that of the one before it. */
static bool goes_back(const struct session *s, uint32_t n)
{
	return n > 0 && s->log.at[n].at.seconds < s->log.at[n - 1].at.seconds;
}

static struct details make_details(struct desk *d, const struct event *e, int cols)
{
	const struct session *s = desk_session(d);
	const struct event_spec *spec = event_spec(e->type);
	struct details t = {.d = d, .cols = cols};
	uint32_t by = taken_back_by(s, e->n);

	detail_words(&t, TEXT("what"), desk_words(d, describe_event(s, e, &d->frame)));
	if (by)
		detail_words(&t, TEXT("taken back"),
			desk_words(d, MSG("by act {n}: {reason}", A_DIGITS("n", by),
					      A_REASON("reason",
						      s->log.at[by].body.act_corrected.reason))));
	detail_words(&t, TEXT("happened"),
		desk_words(d, MSG("{day}, {time}", A_DATE("day", instant_date(e->at)),
				      A_CLOCK("time", e->at))));
	if (goes_back(s, e->n))
		detail_words(&t, TEXT("time"),
			desk_words(d, MSG("≈ earlier than the act before it, of {time}",
					      A_CLOCK("time", s->log.at[e->n - 1].at))));
	detail_words(&t, TEXT("written"), instant_text(e->t, &d->frame));
	detail_words(&t, TEXT("who"), e->actor);
	detail_words(&t, TEXT("kind of act"), desk_words(d, (struct message){.id = spec->label}));
	detail_words(&t, TEXT("id"), uuid_text(e->id, &d->frame));
	detail_words(&t, TEXT("hash"), act_hash(d, e->n, format_hash));
	detail_row(&t, (struct detail){.name = STR("")});
	detail_words(&t, TEXT("in the journal"), str_of(spec->name));
	detail_fields(&t, 0, spec->fields, &e->body);
	return t;
}

static void paint_whole(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	const struct event *e = &s->log.at[d->history.focus];
	struct details t = make_details(d, e, work.cols - 1);
	struct area body = canvas_sub(work, 2, 0, work.rows - 2, 0);
	size_t most = t.n > (size_t)body.rows ? t.n - (size_t)body.rows : 0;

	if (d->act.top > most)
		d->act.top = most;
	canvas_say(
		work, 0, 0, 0, STYLE_STRONG, ALIGN_START, MSG("ACT No. {n}", A_DIGITS("n", e->n)));
	canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_END,
		MSG("of {n}", A_DIGITS("n", (int64_t)s->log.n - 1)));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	for (int i = 0; i < body.rows && d->act.top + (size_t)i < t.n; i++) {
		const struct detail *row = &t.at[d->act.top + (size_t)i];
		if (row->stored)
			canvas_text(body, i, row->indent, NAME_COLS - 1, STYLE_KEY, ALIGN_START,
				row->name);
		else
			canvas_text(body, i, 0, NAME_COLS - 1, STYLE_DONE, ALIGN_START, row->name);
		if (row->line.n) /* beside its name, whichever way it runs */
			canvas_glyphs(
				canvas_sub(body, i, NAME_COLS + row->indent, 1, row->line.width), 0,
				STYLE_TEXT, row->base, &row->line);
	}
	list_extent(canvas_sub(work, 1, 0, 1, 0), d->act.top, d->act.top + (size_t)body.rows, t.n);
	canvas_cursor(body, 0, 0);
}

/* --- searching --- */

static struct str words(struct desk *d, size_t i)
{
	return desk_words(d, sentence(d, desk_session(d), i));
}

static bool has_acts(struct desk *d);

static bool finds(struct desk *d, struct finder *f)
{
	if (!has_acts(d))
		return false;
	*f = (struct finder){.count = d->history.count, .words = words, .list = &d->history};
	return true;
}

/* --- the view --- */

static unsigned history_where(const struct desk *d)
{
	(void)d;
	return WHERE_HISTORY | WHERE_LIST;
}

static void history_open(struct desk *d)
{
	const struct session *s = desk_session(d);

	d->act.whole = false;
	d->act.top = 0;
	if (!s)
		return;
	d->history.count = s->log.n;
	list_focus(&d->history, s->log.n);
}

/* Something to look at, and the focus on it. */
static bool has_acts(struct desk *d)
{
	const struct session *s = desk_session(d);

	if (!s || s->log.n == 0)
		return false;
	d->history.count = s->log.n;
	if (d->history.focus >= s->log.n)
		d->history.focus = s->log.n - 1;
	return true;
}

static void history_paint(struct desk *d, struct area work)
{
	if (!has_acts(d))
		canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("The acts of a session stand here once one is chosen."));
	else if (d->act.whole)
		paint_whole(d, work);
	else
		paint_list(d, work);
}

static void undo_focused(struct desk *d)
{
	if (has_acts(d))
		desk_undo_act(d, (uint32_t)d->history.focus);
}

static bool whole_key(struct desk *d, struct press press)
{
	struct act_look *h = &d->act;

	if (press.code == PRESS_DOWN || press.code == PRESS_PAGE_DOWN)
		h->top += press.code == PRESS_DOWN ? 1 : 10;
	else if (press.code == PRESS_UP)
		h->top -= h->top > 0;
	else if (press.code == PRESS_PAGE_UP)
		h->top = h->top > 10 ? h->top - 10 : 0;
	else if (press.code == PRESS_HOME)
		h->top = 0;
	else
		return false;
	return true;
}

static bool history_key(struct desk *d, struct press press, struct meaning meaning)
{
	int along = key_along(press, d->lang == LANG_AR);

	if (!has_acts(d))
		return false;
	if (meaning.bind == BIND_UNDO) {
		undo_focused(d);
		return true;
	}
	if (!d->act.whole)
		return list_key(&d->history, press);
	if (along) { /* the act before or after, still whole */
		size_t at = d->history.focus;

		d->act.top = 0;
		list_focus(&d->history, along > 0 ? at + 1 : at > 0 ? at - 1 : 0);
		return true;
	}
	return whole_key(d, press);
}

static size_t history_hints(struct desk *d, struct key_hint *hints)
{
	size_t n = 0;

	if (d->act.whole) {
		hints[n++] = (struct key_hint){.face = STR("←→"), .label = TEXT("other acts")};
		hints[n++] = (struct key_hint){.bind = BIND_BACK, .label = TEXT("back")};
	} else {
		hints[n++] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("whole act")};
		hints[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
	}
	return n;
}

static void show_whole(struct desk *d)
{
	d->act.whole = has_acts(d);
	d->act.top = 0;
}

static size_t history_actions(struct desk *d, struct action *actions)
{
	size_t n = 0;

	if (!has_acts(d))
		return 0;
	actions[n++] = (struct action){
		1, TEXT("see the whole act"), BIND_STEP, CMD_CORRECTION_MAKE, true, show_whole};
	actions[n++] = (struct action){2, TEXT("take this act back…"), BIND_UNDO,
		CMD_CORRECTION_MAKE, false, undo_focused};
	actions[n++] = (struct action){3, TEXT("search in the acts"), BIND_SEARCH,
		CMD_CORRECTION_MAKE, true, desk_find_begin};
	return n;
}

static bool history_step(struct desk *d)
{
	if (!has_acts(d))
		return false;
	d->act.whole = !d->act.whole;
	d->act.top = 0;
	return true;
}

static bool history_back(struct desk *d)
{
	bool whole = d->act.whole;

	d->act.whole = false;
	return whole;
}

static struct message history_step_line(struct desk *d)
{
	if (!has_acts(d))
		return NO_MESSAGE;
	if (d->act.whole)
		return TEXT("Back to the list of acts");
	return MSG("Show act no. {n} whole", A_DIGITS("n", (int64_t)d->history.focus));
}

/* The act in words and the hash of its line, which stands in the record. */
static struct str history_copy(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct str parts[3] = {{NULL, 0}, STR("\n"), {NULL, 0}};
	const struct event *e;

	if (!s || d->history.focus >= s->log.n)
		return STR("");
	e = &s->log.at[d->history.focus];
	parts[0] = desk_words(d,
		MSG("Act no. {n}, {day}, {time}: {what}", A_DIGITS("n", e->n),
			A_DATE("day", instant_date(e->at)), A_CLOCK("time", e->at),
			A_MSG("what", message_keep(&d->frame, describe_event(s, e, &d->frame)))));
	parts[2] = act_hash(d, e->n, hash_text);
	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

const struct view view_history = {
	.screen = SCREEN_HISTORY,
	.title = {.id = N_("History")},
	.where = history_where,
	.open = history_open,
	.paint = history_paint,
	.key = history_key,
	.copy = history_copy,
	.finds = finds,
	.hints = history_hints,
	.actions = history_actions,
	.step = history_step,
	.back = history_back,
	.step_line = history_step_line,
};
