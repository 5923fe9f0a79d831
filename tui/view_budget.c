/* The budget: the lines of the budget item in their three parts, with sums and the balance. The
 * vote itself is the item's. */
#include "tui/desk.h"

#include "locale/format.h"
#include "model/budget.h"
#include "model/describe.h"
#include "tui/budget_forms.h"
#include "tui/desk_parts.h"
#include "tui/title.h"

#define CODE_COLS   7
#define AMOUNT_COLS 16
#define PARTS       3

/* The open item when it is a budget, else the first budget of the agenda; NULL: none. */
static const struct item *budget_item(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct item *open = s ? session_item(s, s->open_item) : NULL;

	if (open && open->is.kind == ITEM_BUDGET)
		return open;
	for (size_t i = 0; s && i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		if (item->is.kind == ITEM_BUDGET)
			return item;
	}
	return NULL;
}

/* Rows of the table: a heading, its lines, its sum; after the parts the balance. */
enum row_kind { ROW_PART, ROW_LINE, ROW_SUM, ROW_BALANCE };

struct row {
	enum row_kind kind;
	int part;
	const struct budget_line_set *line;
	int64_t before, amount;
};

struct table {
	struct desk *d;
	struct row *rows;
	size_t n;
};

static void add_part(struct table *t, const struct item *item, int part, struct row *balance)
{
	struct row sum = {.kind = ROW_SUM, .part = part};

	t->rows[t->n++] = (struct row){.kind = ROW_PART, .part = part};
	for (size_t i = 0; i < item->lines.n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];
		int64_t amount;

		if (line->part != part)
			continue;
		amount = budget_amount(desk_session(t->d), line, BUDGET_NOW);
		t->rows[t->n++] = (struct row){ROW_LINE, part, line, line->before, amount};
		sum.before += line->before;
		sum.amount += amount;
	}
	t->rows[t->n++] = sum;
	/* Revenue against what is spent. */
	balance->before += part == BUDGET_REVENUE ? sum.before : -sum.before;
	balance->amount += part == BUDGET_REVENUE ? sum.amount : -sum.amount;
}

static struct table make_table(struct desk *d, const struct item *item)
{
	struct table t = {.d = d};
	struct row balance = {.kind = ROW_BALANCE};

	t.rows = ARENA_ARRAY(&d->frame, struct row, item->lines.n + 2 * PARTS + 1);
	for (int part = 0; part < PARTS; part++)
		add_part(&t, item, part, &balance);
	t.rows[t.n++] = balance;
	d->budget.count = t.n;
	return t;
}

static struct message part_label(int part)
{
	return name_label(budget_part_names, part);
}

static enum style row_style(const struct row *row, bool focused)
{
	if (focused)
		return STYLE_FOCUS;
	switch (row->kind) {
	case ROW_PART:
	case ROW_SUM:
		return STYLE_STRONG;
	case ROW_LINE:
		return STYLE_TEXT;
	case ROW_BALANCE:
		return row->amount ? STYLE_BAD : STYLE_GOOD;
	}
	return STYLE_TEXT;
}

static struct message row_words(struct desk *d, const struct row *row)
{
	struct message part = part_label(row->part), title;

	switch (row->kind) {
	case ROW_PART:
		return part;
	case ROW_LINE:
		title = MSG("{it}",
			A_BOTH("it", ((struct both){row->line->title_ar, row->line->title_fr})));
		/* Amended: both amounts are told. */
		return row->amount == row->line->amount
			       ? title
			       : MSG("(proposed: {amount}) {title}",
					 A_MSG("title", message_keep(&d->frame, title)),
					 A_MONEY("amount", row->line->amount));
	case ROW_SUM:
		return MSG("sum: {part}", A_MSG("part", message_keep(&d->frame, part)));
	case ROW_BALANCE:
		return row->amount ? TEXT("✗ balance") : TEXT("✓ balance");
	}
	return NO_MESSAGE;
}

static void paint_row(void *ctx, struct area at, size_t index, bool focused)
{
	const struct table *t = ctx;
	const struct row *row = &t->rows[index];
	enum style style = row_style(row, focused);
	int amounts = at.cols - 2 * AMOUNT_COLS - 3;
	bool heading = row->kind == ROW_PART;

	if (row->kind == ROW_LINE)
		canvas_latin(at, 0, 1, CODE_COLS - 1, focused ? style : STYLE_DONE, ALIGN_START,
			row->line->code);
	canvas_say(at, 0, row->kind == ROW_LINE ? CODE_COLS + 1 : 1,
		amounts - (row->kind == ROW_LINE ? CODE_COLS + 2 : 2), style, ALIGN_START,
		row_words(t->d, row));
	if (heading)
		return;
	canvas_number(at, 0, amounts, AMOUNT_COLS, focused ? style : STYLE_DONE,
		format_amount(row->before, t->d->lang, &t->d->frame));
	canvas_number(at, 0, amounts + AMOUNT_COLS + 2, AMOUNT_COLS, style,
		format_amount(row->amount, t->d->lang, &t->d->frame));
}

static void paint_heads(struct area at)
{
	int amounts = at.cols - 2 * AMOUNT_COLS - 3;

	canvas_say(at, 0, 1, CODE_COLS, STYLE_DONE, ALIGN_START, TEXT("code"));
	canvas_say(at, 0, CODE_COLS + 1, 20, STYLE_DONE, ALIGN_START, TEXT("title"));
	canvas_say(at, 0, amounts, AMOUNT_COLS, STYLE_DONE, ALIGN_RIGHT, TEXT("year before"));
	canvas_say(at, 0, amounts + AMOUNT_COLS + 2, AMOUNT_COLS, STYLE_DONE, ALIGN_RIGHT,
		TEXT("draft budget"));
}

/* How the item stands; under way, each chapter with the sign of its vote. */
static void paint_state(struct desk *d, struct area at, const struct item *item)
{
	static const char *const signs[] = {
		[MOTION_IS_VOTED] = " ▶", [MOTION_IS_ADOPTED] = " ✓", [MOTION_IS_REJECTED] = " ✗"};
	const struct session *s = desk_session(d);
	const struct message revenue = part_label(BUDGET_REVENUE);
	const struct budget_chapter *list;
	struct builder b;
	size_t n;

	if (!budget_by_chapters(s, item) || item_decided(item)) {
		canvas_say(at, 0, 0, 0, STYLE_DONE, ALIGN_START, describe_item_state(s, item));
		return;
	}
	builder_init(&b, &d->frame);
	list = budget_chapters(s, item, &d->frame, &n);
	for (size_t i = 0; i < n; i++) {
		const char *sign = list[i].state < ARRAY_LEN(signs) ? signs[list[i].state] : NULL;

		if (i)
			builder_add_z(&b, "  ");
		builder_add(&b,
			list[i].code.n ? list[i].code : format_plain(&revenue, d->lang, &d->frame));
		builder_add_z(&b, sign ? sign : " ·");
	}
	canvas_text(at, 0, 0, 0, STYLE_TEXT, ALIGN_START, builder_str(&b));
}

static void budget_paint(struct desk *d, struct area work)
{
	const struct item *item = budget_item(d);
	struct table t;

	if (!item) {
		canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("No item of the agenda is a budget."));
		return;
	}
	t = make_table(d, item);
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START,
		title_numbered(d->canvas, desk_session(d), item, work.cols));
	paint_heads(canvas_sub(work, 1, 0, 1, 0));
	canvas_hline(work, 2, 0, 0, STYLE_DONE);
	list_draw(&d->budget, canvas_sub(work, 3, 0, work.rows - 5, 0), true, paint_row, &t);
	canvas_hline(work, work.rows - 2, 0, 0, STYLE_DONE);
	list_more(&d->budget, canvas_sub(work, work.rows - 2, 0, 1, 0));
	paint_state(d, canvas_sub(work, work.rows - 1, 0, 1, 0), item);
	canvas_say(work, work.rows - 1, 0, -1, t.rows[t.n - 1].amount ? STYLE_BAD : STYLE_GOOD,
		ALIGN_END, MSG("balance {amount}", A_MONEY("amount", t.rows[t.n - 1].amount)));
}

static unsigned budget_where(const struct desk *d)
{
	(void)d;
	return WHERE_BUDGET | WHERE_LIST;
}

/* Chapters follow one another here. */
static void to_budget(struct desk *d)
{
	desk_go(d, SCREEN_BUDGET);
}

/* Of the motion the blue line speaks of, when there is one: the same key as there. */
static void unanimous(struct desk *d)
{
	const struct item *item = budget_item(d);
	struct command c = command_of(CMD_VOTE_UNANIMOUS);
	const struct motion *next;
	bool chapters;

	if (!item) {
		desk_say(d, TONE_BAD, TEXT("No item of the agenda is a budget."));
		return;
	}
	chapters = budget_by_chapters(desk_session(d), item);
	next = motion_next(desk_session(d), &d->frame);
	if (next)
		c.arg.vote_unanimous.motion = next->is.motion;
	else
		c.arg.vote_unanimous.item = session_agenda_number(desk_session(d), item->is.item);
	desk_act_then(d, &c, chapters ? to_budget : item_shown_next);
}

static void amend(struct desk *d)
{
	const struct item *item = budget_item(d);
	struct table t;

	if (!item || !item->lines.n)
		return;
	t = make_table(d, item);
	form_transfer(d, item, d->budget.focus < t.n ? t.rows[d->budget.focus].line : NULL);
}

/* Kinds of votes are chosen where they are held. */
static void vote(struct desk *d)
{
	desk_go(d, SCREEN_ITEM);
}

/* Its code and its title in both languages; headings and sums as they are read here. */
static struct str words(struct desk *d, size_t i)
{
	struct table t = make_table(d, budget_item(d));
	const struct budget_line_set *line = t.rows[i].line;
	struct str parts[3];

	if (!line)
		return desk_words(d, row_words(d, &t.rows[i]));
	parts[0] = line->code;
	parts[1] = STR(" ");
	parts[2] = desk_both(d, (struct both){line->title_ar, line->title_fr});
	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

static bool finds(struct desk *d, struct finder *f)
{
	const struct item *item = budget_item(d);

	if (!item)
		return false;
	d->budget.count = make_table(d, item).n;
	*f = (struct finder){.count = d->budget.count, .words = words, .list = &d->budget};
	return true;
}

static bool budget_key(struct desk *d, struct press press, struct meaning meaning)
{
	if (meaning.bind == BIND_UNANIMOUS)
		unanimous(d);
	else if (meaning.bind == BIND_VOTE)
		vote(d);
	else
		return list_key(&d->budget, press);
	return true;
}

static size_t budget_hints(struct desk *d, struct key_hint *hints)
{
	if (!budget_item(d))
		return 0;
	hints[0] = (struct key_hint){.bind = BIND_UNANIMOUS, .label = keymap_help(BIND_UNANIMOUS)};
	hints[1] = (struct key_hint){.bind = BIND_VOTE, .label = TEXT("to the item")};
	hints[2] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
	return 3;
}

static size_t budget_actions(struct desk *d, struct action *actions)
{
	const struct action list[] = {
		{1, TEXT("to the item and its vote"), BIND_VOTE, CMD_VOTE_OPEN, true, vote},
		{2, TEXT("adopted unanimously"), BIND_UNANIMOUS, CMD_VOTE_UNANIMOUS, false,
			unanimous},
		{6, TEXT("amend a line…"), BIND_NONE, CMD_MOTION_MOVE, false, amend},
		{9, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
	};

	(void)d;
	return desk_fill_actions(actions, list, ARRAY_LEN(list));
}

static struct message off(struct desk *d, const struct action *a)
{
	return budget_item(d) || a->run == panel_suspend
		       ? NO_MESSAGE
		       : TEXT("No item of the agenda is a budget.");
}

const struct view view_budget = {
	.screen = SCREEN_BUDGET,
	.title = {.id = N_("Budget")},
	.where = budget_where,
	.paint = budget_paint,
	.key = budget_key,
	.hints = budget_hints,
	.actions = budget_actions,
	.off = off,
	.finds = finds,
};
