/* The sessions of the register, newest first; opening one; making a new one. */
#include "tui/registers.h"

#include "locale/format.h"
#include "model/convening.h"
#include "model/follow_up.h"
#include "tui/agreements.h"
#include "tui/fields.h"
#include "tui/prepare.h"

#include <assert.h>

/* Cells where the columns begin; the last is held against the end. */
enum { COL_MARK = 1, COL_LABEL = 3, COL_KIND = 21, COL_HELD = 37, COL_STATE = 50 };
#define COLS_DECISIONS 10

static struct message label_of(const struct session_line *line)
{
	return MSG("{month}",
		A_MONTH("month", ((struct date){(int32_t)line->year, (int32_t)line->month, 1})));
}

static struct message state_of(enum phase phase)
{
	switch (phase) {
	case PHASE_ASIDE:
		return TEXT("put aside");
	case PHASE_PREPARING:
		return TEXT("in preparation");
	case PHASE_SITTING:
		return TEXT("running");
	case PHASE_SUSPENDED:
		return TEXT("suspended");
	case PHASE_BETWEEN:
		return TEXT("left open");
	case PHASE_CLOSED:
		return TEXT("to be signed");
	case PHASE_FROZEN:
		return TEXT("being signed");
	case PHASE_SEALED:
		return TEXT("signed");
	}
	return NO_MESSAGE;
}

static const char *mark_of(enum phase phase)
{
	switch (phase) {
	case PHASE_ASIDE:
		return "–";
	case PHASE_PREPARING:
		return "·";
	case PHASE_SITTING:
		return "▶";
	case PHASE_SUSPENDED:
	case PHASE_BETWEEN:
	case PHASE_CLOSED:
	case PHASE_FROZEN:
		return "○";
	case PHASE_SEALED:
		return "✓";
	}
	return "";
}

static enum style style_of(enum phase phase)
{
	switch (phase) {
	case PHASE_ASIDE:
	case PHASE_PREPARING:
		return STYLE_DONE;
	case PHASE_SITTING:
		return STYLE_HERE;
	case PHASE_SUSPENDED:
	case PHASE_BETWEEN:
	case PHASE_CLOSED:
	case PHASE_FROZEN:
		return STYLE_CAUTION;
	case PHASE_SEALED:
		return STYLE_GOOD;
	}
	return STYLE_TEXT;
}

uint64_t registers_stamp(struct desk *d)
{
	const struct session *s = desk_session(d);
	uint64_t stamp = 1 + register_chamber(d->r)->next;

	stamp = stamp * 10007 + (uint64_t)register_world(d->r)->last_number;
	return stamp * 100003 + (s ? (uint64_t)s->is.number * 1009 + s->log.n : 0);
}

static void list_again(struct desk *d)
{
	struct register_look *look = registers_look(d);
	struct error err = {.code = ERROR_NONE};
	uint64_t stamp = registers_stamp(d);

	if (look->sessions_stamp == stamp)
		return;
	arena_clear(&look->sessions_arena);
	look->sessions_n = 0;
	look->sessions_stamp = stamp;
	if (register_list(d->r, &look->sessions_arena, &look->sessions, &look->sessions_n, &err) <
		0) {
		look->sessions_n = 0;
		desk_fail(d, &err);
	}
}

static size_t count(struct desk *d)
{
	list_again(d);
	return registers_look(d)->sessions_n;
}

/* The newest stands first. */
static const struct session_line *line_at(struct desk *d, size_t index)
{
	struct register_look *look = registers_look(d);

	assert(index < look->sessions_n);
	return &look->sessions[look->sessions_n - 1 - index];
}

static struct message summary(struct desk *d)
{
	return MSGN("{n} session", "{n} sessions", (int64_t)count(d));
}

static void paint_head(struct desk *d, struct area row)
{
	(void)d;
	canvas_say(row, 0, COL_LABEL, COL_KIND - COL_LABEL - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of sessions", "label")));
	canvas_say(
		row, 0, COL_KIND, COL_HELD - COL_KIND - 1, STYLE_DONE, ALIGN_START, TEXT("kind"));
	canvas_say(row, 0, COL_HELD, COL_STATE - COL_HELD - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of sessions", "day")));
	canvas_say(row, 0, COL_STATE, -COLS_DECISIONS - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of sessions", "state")));
	canvas_say(row, 0, row.cols - COLS_DECISIONS, COLS_DECISIONS, STYLE_DONE, ALIGN_END,
		TEXT(CTX("column of sessions", "decisions")));
}

static void row(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct session_line *line = line_at(d, index);
	const struct session *s = desk_session(d);
	bool chosen = s && s->is.number == line->number;
	enum style text = focused ? STYLE_FOCUS : chosen ? STYLE_STRONG : STYLE_TEXT;
	enum style state = focused ? STYLE_FOCUS : style_of(line->phase);

	canvas_text(at, 0, COL_MARK, 1, state, ALIGN_START, str_of(mark_of(line->phase)));
	canvas_say(at, 0, COL_LABEL, COL_KIND - COL_LABEL - 1, text, ALIGN_START, label_of(line));
	canvas_say(at, 0, COL_KIND, COL_HELD - COL_KIND - 1, text, ALIGN_START,
		line->kind == SESSION_ORDINARY ? TEXT(CTX("session", "ordinary"))
					       : TEXT(CTX("session", "extraordinary")));
	if (line->date.year)
		canvas_latin(at, 0, COL_HELD, COL_STATE - COL_HELD - 1, text, ALIGN_START,
			format_day(line->date, &d->frame));
	else
		canvas_text(at, 0, COL_HELD, 1, text, ALIGN_START, STR("–"));
	canvas_say(
		at, 0, COL_STATE, -COLS_DECISIONS - 1, state, ALIGN_START, state_of(line->phase));
	canvas_say(at, 0, at.cols - COLS_DECISIONS, COLS_DECISIONS, text, ALIGN_END,
		MSG("{n}", A_INT("n", line->decisions)));
}

/* --- opening one --- */

/* What the other screens look at belongs to the session that was chosen until now. */
static void forget_looks(struct desk *d)
{
	minutes_leave(d);
	closing_leave(d);
	desk_entry_clear(d);
	d->agenda = d->history = d->budget = (struct list_look){.count = 0};
	d->attendance = d->votes = (struct grid){.count = 0};
	d->act = (struct act_look){.whole = false};
	d->hands_letter = 0;
}

static enum screen screen_of(const struct session *s)
{
	switch (s->phase) {
	case PHASE_ASIDE:
	case PHASE_PREPARING:
	case PHASE_BETWEEN:
	case PHASE_SUSPENDED:
		return SCREEN_AGENDA;
	case PHASE_SITTING:
		return s->open_item                          ? SCREEN_ITEM
		       : session_sitting(s)->quorum_recorded ? SCREEN_AGENDA
							     : SCREEN_ATTENDANCE;
	case PHASE_CLOSED:
	case PHASE_FROZEN:
	case PHASE_SEALED:
		return SCREEN_CLOSING;
	}
	return SCREEN_AGENDA;
}

/* Which session was looked at last is no fact: losing it costs one key. */
static void remember(struct desk *d, int64_t number)
{
	struct error err = {.code = ERROR_NONE};
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_int(&b, number);
	if (!d->read_only && journal_keep(register_journal(d->r), STR("desk/session"),
				     builder_str(&b), &err) < 0)
		desk_fail(d, &err);
}

bool registers_choose(struct desk *d, int64_t number)
{
	const struct session *s = desk_session(d);
	struct error err = {.code = ERROR_NONE};

	if (s && s->is.number == number)
		return true;
	forget_looks(d);
	if (register_choose(d->r, number, &err) < 0) {
		desk_fail(d, &err);
		return false;
	}
	remember(d, number);
	return true;
}

/* Make NUMBER the chosen session and go where it stands. */
static void choose(struct desk *d, int64_t number)
{
	if (registers_choose(d, number))
		desk_go(d, screen_of(desk_session(d)));
}

static bool no_members(const struct desk *d)
{
	return register_chamber(d->r)->members.n == 0;
}

static void enter(struct desk *d, size_t index)
{
	if (count(d) == 0 && no_members(d))
		registers_import(d);
	else if (count(d) == 0)
		registers_new_session(d);
	else
		choose(d, line_at(d, index)->number);
}

static struct message step_line(struct desk *d, size_t index)
{
	const struct session_line *line;
	const struct message *label;

	if (count(d) == 0)
		return no_members(d) ? TEXT("Import the members: the list as a CSV file (Space 4: "
					    "one by one)")
				     : TEXT("Prepare the first session");
	line = line_at(d, index);
	label = message_keep(&d->frame, label_of(line));
	if (line->phase == PHASE_SITTING || line->phase == PHASE_SUSPENDED)
		return MSG("Go on with the running session, {session}", A_MSG("session", label));
	return MSG("Open the session of {session}", A_MSG("session", label));
}

static struct both name(struct desk *d, size_t index)
{
	const struct session_line *line = line_at(d, index);
	struct message label = label_of(line);

	return (struct both){
		format_plain(&label, LANG_AR, &d->frame), format_plain(&label, LANG_FR, &d->frame)};
}

static const struct message *empty(const struct desk *d, size_t *n)
{
	static const struct message no_session[] = {
		{.id = N_("No session yet. Enter, or Space 1, prepares the first one.")},
	};
	static const struct message nothing[] = {
		{.id = N_("Members come first: Enter, or Space 2, imports their list from a CSV "
			  "file, Space 4 takes them one by one.")},
		{.id = N_("Then Space 1 prepares the first session.")},
	};

	*n = no_members(d) ? ARRAY_LEN(nothing) : ARRAY_LEN(no_session);
	return no_members(d) ? nothing : no_session;
}

/* --- the month that passed without its session --- */

static struct date overdue(struct desk *d)
{
	struct source source = register_source(d->r);
	const struct rules_adopted *is = world_rules(register_world(d->r));
	struct date *labels;
	struct rules rules;
	size_t n = 0, all = count(d);

	/* The months of an example are long past: nobody is reminded of them. */
	if (register_chamber(d->r)->is.specimen)
		return (struct date){0};
	if (!is || !rules_read(is->rules.at, is->rules.n, &rules))
		return (struct date){0};
	labels = ARENA_ARRAY(&d->frame, struct date, all + 1);
	for (size_t i = 0; i < all; i++) {
		const struct session_line *line = line_at(d, i);

		if (line->kind == SESSION_ORDINARY && line->phase != PHASE_ASIDE)
			labels[n++] = (struct date){(int32_t)line->year, (int32_t)line->month, 1};
	}
	return convening_overdue(&rules, labels, n, instant_date(source.now(source.context)));
}

static struct message overdue_words(struct date month)
{
	return MSG("! The ordinary session of {month} is overdue: it can still be held, under that "
		   "month’s name.",
		A_MONTH("month", month));
}

static struct message foot(struct desk *d)
{
	struct date month = overdue(d);
	const struct session *s = desk_session(d);
	struct due *due = ARENA_ARRAY(&d->frame, struct due, DUE_MAX);
	struct message *words = ARENA_ARRAY(&d->frame, struct message, DUE_MAX + 1);
	size_t all = s ? follow_up(s, due, DUE_MAX, &d->frame) : 0, n = 0;

	if (month.year)
		return overdue_words(month);
	words[n] = agreements_due(d);
	n += words[n].id != NULL;
	for (size_t i = 0; i < all; i++)
		words[n++] = follow_up_words(&due[i], &d->frame);
	return n ? MSG("To follow up: {list}", A_LIST("list", words, n)) : NO_MESSAGE;
}

const struct page page_sessions = {
	.title = {.id = N_("SESSIONS")},
	.summary = summary,
	.count = count,
	.row = row,
	.paint_head = paint_head,
	.empty = empty,
	.enter = enter,
	.step_line = step_line,
	.name = name,
	.foot = foot,
};

/* --- a new one --- */

enum { NEW_KIND, NEW_MONTH, NEW_YEAR, NEW_NUMBER };

bool registers_number(
	struct form_field *field, int64_t low, int64_t high, struct overlay *o, int64_t *n)
{
	if (form_number(field, n) && *n >= low && *n <= high)
		return true;
	field->problem =
		message_copy(&o->arena, MSG("write a number from {low} to {high}",
						A_DIGITS("low", low), A_DIGITS("high", high)));
	return false;
}

static void session_made(struct desk *d)
{
	remember(d, desk_session(d)->is.number);
	desk_go(d, SCREEN_AGENDA);
	prepare_describe(d);
}

static bool submit_session(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_SESSION_CREATE);
	struct session_create *arg = &c.arg.session_create;

	arg->kind = (int)f[NEW_KIND].chosen;
	if (!registers_number(&f[NEW_MONTH], 1, 12, &d->over, &arg->month) ||
		!registers_number(&f[NEW_YEAR], 1900, 2999, &d->over, &arg->year) ||
		!registers_number(&f[NEW_NUMBER], register_world(d->r)->last_number + 1, 9999,
			&d->over, &arg->number))
		return false;
	forget_looks(d); /* drafts are kept while their session is still the chosen one */
	(void)desk_form_act(d, &c, session_made);
	return false;
}

/* The next month in which the rules expect an ordinary session. */
static void next_month(struct desk *d, int64_t *year, int64_t *month)
{
	struct source source = register_source(d->r);
	struct date today = instant_date(source.now(source.context));
	const struct rules_adopted *is = world_rules(register_world(d->r));
	struct rules rules;
	struct date late = overdue(d);

	*year = late.year ? late.year : today.year;
	*month = late.year ? late.month : today.month;
	if (late.year || !is || !rules_read(is->rules.at, is->rules.n, &rules) ||
		rules.months.n == 0)
		return;
	for (size_t i = 0; i < rules.months.n; i++) {
		if (rules.months.at[i] >= today.month) {
			*month = rules.months.at[i];
			return;
		}
	}
	*month = rules.months.at[0];
	*year = today.year + 1;
}

/* An ordinary session in a month the rules do not name is possible, and pointed out. */
static void live_session(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const struct rules_adopted *is = world_rules(register_world(d->r));
	struct date late = overdue(d);
	struct rules rules;
	int64_t month;
	bool named = false;

	d->over.lines[0] = late.year
				   ? overdue_words(late)
				   : TEXT("The label is the month the session belongs to; the day "
					  "comes next.");
	if (f[NEW_KIND].chosen != SESSION_ORDINARY || !form_number(&f[NEW_MONTH], &month) ||
		month < 1 || month > 12 || !is || !rules_read(is->rules.at, is->rules.n, &rules) ||
		!rules.months.n)
		return;
	for (size_t i = 0; i < rules.months.n; i++)
		named = named || rules.months.at[i] == month;
	if (!named)
		d->over.lines[0] = MSG("! Not a month of the rules: {rule}. It can be held all the "
				       "same, for instance as extraordinary.",
			A_MSG("rule",
				message_keep(&d->frame,
					rule_words(rules.text[RULE_ORDINARY_MONTHS], &d->frame))));
}

void registers_new_session(struct desk *d)
{
	struct overlay *o;
	int64_t year, month;

	if (!desk_offered(d, CMD_SESSION_CREATE))
		return;
	next_month(d, &year, &month);
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A new session"));
	overlay_line(o, TEXT("The label is the month the session belongs to; the day comes next."));
	o->fields[NEW_KIND] = fields_choice(o, TEXT("kind"), session_kind_names);
	o->fields[NEW_MONTH] = fields_number(TEXT("month, 1 to 12"), true);
	o->fields[NEW_YEAR] = fields_number(TEXT("year"), true);
	o->fields[NEW_NUMBER] = fields_number(TEXT("number of the session"), true);
	overlay_form_ready(o);
	fields_set_number(d, &o->fields[NEW_MONTH], month);
	fields_set_number(d, &o->fields[NEW_YEAR], year);
	fields_set_number(d, &o->fields[NEW_NUMBER], register_world(d->r)->last_number + 1);
	o->live = live_session;
	o->submit = submit_session;
}
