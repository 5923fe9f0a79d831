/* The agreements: families as a tree, how far each has come, what it amounts to and what is still
 * to be raised; under the list the parties of the one in focus. The vote itself is the item's. */
#include "tui/agreements.h"

#include "locale/format.h"
#include "model/describe.h"
#include "tui/item_parts.h"
#include "tui/title.h"

#define STATE_COLS       16
#define AMOUNT_COLS      15
#define TITLE_COLS(area) ((area).cols - STATE_COLS - 2 * AMOUNT_COLS - 1)

/* The row in focus; NULL: there is none. */
static const struct agreement_row *focused(struct desk *d)
{
	struct agreement_rows rows = agreements_rows(d);
	struct list_look *list = &agreements_look(d)->list;

	return list->focus < rows.n ? &rows.at[list->focus] : NULL;
}

static struct message state_of(const struct agreement_row *row)
{
	if (!row->item)
		return TEXT("in no session");
	if (row->item->state == ITEM_IS_POSTPONED || row->item->state == ITEM_IS_WITHDRAWN)
		return describe_item_state(row->s, row->item);
	return agreement_state_words(&row->standing);
}

static enum style style_of(const struct agreement_row *row)
{
	if (!row->item || row->standing.refused)
		return STYLE_DONE;
	if (agreement_unsigned(&row->standing) || agreement_awaits_visa(&row->standing))
		return STYLE_CAUTION;
	return row->standing.on[STEP_APPROVED].year ? STYLE_GOOD : STYLE_TEXT;
}

/* What is to be followed is marked as well as coloured. */
static const char *mark_of(const struct agreement_row *row)
{
	enum item_mark mark = row->item ? item_mark(row->item) : MARK_WAITING;

	if (mark != MARK_ADOPTED && mark != MARK_DONE)
		return mark_sign(row->standing.refused ? MARK_REJECTED : mark);
	if (row->standing.refused)
		return mark_sign(MARK_REJECTED);
	if (agreement_unsigned(&row->standing) || agreement_awaits_visa(&row->standing))
		return "!";
	return mark_sign(row->standing.on[STEP_APPROVED].year ? MARK_ADOPTED : mark);
}

static void paint_amount(struct desk *d, struct area at, int col, enum style style, int64_t amount)
{
	canvas_number(at, 0, col, AMOUNT_COLS, style,
		amount ? format_amount(amount, d->lang, &d->frame) : STR("–"));
}

/* Of an agreement without any amount: a party brings something else. */
static bool brings_kind(const struct item *item)
{
	for (size_t i = 0; i < item->parties.n; i++) {
		if (agreement_brings_kind(&item->parties.at[i]))
			return true;
	}
	return false;
}

static void paint_row(void *ctx, struct area at, size_t index, bool focus)
{
	struct desk *d = ctx;
	struct agreement_rows rows = agreements_rows(d);
	const struct agreement_row *row = &rows.at[index];
	enum style style = focus ? STYLE_FOCUS : style_of(row);
	enum style text = focus ? STYLE_FOCUS : row->item ? STYLE_TEXT : STYLE_DONE;
	int depth = row->depth < 4 ? row->depth : 4, title = TITLE_COLS(at);
	struct both name =
		row->item ? title_within(d->canvas, row->item, title - 4 - 2 * depth) : row->title;
	struct agreement_sums sums;

	canvas_text(at, 0, 1, 1, style, ALIGN_START, str_of(mark_of(row)));
	if (depth)
		canvas_text(at, 0, 1 + 2 * depth, 1, text, ALIGN_START, STR("└"));
	canvas_say(at, 0, 3 + 2 * depth, title - 4 - 2 * depth, text, ALIGN_START,
		MSG("{it}", A_BOTH("it", name)));
	canvas_say(at, 0, title, STATE_COLS - 1, style, ALIGN_START, state_of(row));
	if (!row->item)
		return;
	sums = agreement_sums(row->s, row->item, AGREEMENT_NOW);
	if (!sums.total && !sums.sum && brings_kind(row->item)) {
		canvas_say(at, 0, at.cols - 2 * AMOUNT_COLS, AMOUNT_COLS, text, ALIGN_RIGHT,
			TEXT("in kind"));
		return;
	}
	paint_amount(d, at, at.cols - 2 * AMOUNT_COLS, text, sums.total);
	paint_amount(
		d, at, at.cols - AMOUNT_COLS, sums.gap && !focus ? STYLE_CAUTION : text, sums.gap);
}

static void paint_heads(struct area at)
{
	int title = TITLE_COLS(at);

	canvas_say(at, 0, 3, title - 4, STYLE_DONE, ALIGN_START, TEXT("agreement"));
	canvas_say(at, 0, title, STATE_COLS - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of agreements", "state")));
	canvas_say(at, 0, at.cols - 2 * AMOUNT_COLS, AMOUNT_COLS, STYLE_DONE, ALIGN_RIGHT,
		TEXT("total amount"));
	canvas_say(at, 0, at.cols - AMOUNT_COLS, AMOUNT_COLS, STYLE_DONE, ALIGN_RIGHT,
		TEXT("to be raised"));
}

/* Where it was voted, what it is, who brings what, what happened to it. */
static void paint_focused(struct desk *d, struct area area, const struct agreement_row *row)
{
	int at = 0, steps = 0;
	struct message where;

	if (!row->item) {
		canvas_say(area, 0, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("A parent of no session of this register."));
		return;
	}
	where = describe_session(row->s);
	canvas_say(area, at++, 0, 0, STYLE_STRONG, ALIGN_START,
		MSG("{session}: {item}", A_MSG("session", &where),
			A_MSG("item",
				message_keep(&d->frame,
					title_numbered(d->canvas, row->s, row->item,
						area.cols - 2 -
							canvas_say_width(d->canvas, where))))));
	for (int step = 0; step < AGREEMENT_STEPS; step++)
		steps += row->standing.by[step] != NULL;
	if (steps > 2 && area.rows < 12)
		steps = 2;
	at = agreement_paint(
		d, canvas_sub(area, 0, 0, area.rows - steps, 0), at, row->s, row->item);
	for (int step = AGREEMENT_STEPS; step-- > 0 && steps && at < area.rows;) {
		if (!row->standing.by[step])
			continue;
		canvas_say(area, at++, 0, 0, STYLE_TEXT, ALIGN_START,
			agreement_step_words(row->standing.by[step], &d->frame));
		steps--;
	}
}

static void paint(struct desk *d, struct area work)
{
	struct agreement_rows rows = agreements_rows(d);
	struct list_look *list = &agreements_look(d)->list;
	struct message due = agreements_due(d);
	/* As many rows as there are agreements, while the one in focus keeps some below. */
	int room = work.rows - 4, most = room - (work.rows / 2 - 1);
	int shown = rows.n < (size_t)most ? (int)rows.n : most, below = room - shown;

	list->count = rows.n;
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, TEXT("AGREEMENTS"));
	if (due.id)
		canvas_say(work, 0, 0, -1, STYLE_CAUTION, ALIGN_END,
			MSG("! {what}", A_MSG("what", &due)));
	if (!rows.n) {
		canvas_say(work, 2, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("No session of the register has an agreement on its agenda."));
		return;
	}
	if (list->focus >= rows.n)
		list_focus(list, rows.n - 1);
	paint_heads(canvas_sub(work, 1, 0, 1, 0));
	canvas_hline(work, 2, 0, 0, STYLE_DONE);
	list_draw(list, canvas_sub(work, 3, 0, shown, 0), true, paint_row, d);
	canvas_hline(work, work.rows - below - 1, 0, 0, STYLE_DONE);
	list_more(list, canvas_sub(work, work.rows - below - 1, 0, 1, 0));
	paint_focused(d, canvas_sub(work, work.rows - below, 0, below, 0), &rows.at[list->focus]);
}

/* The bar stands on the open item, or on the first that is still to be voted. */
static void open_view(struct desk *d)
{
	struct agreement_rows rows = agreements_rows(d);
	struct list_look *list = &agreements_look(d)->list;
	const struct session *s = desk_session(d);

	list->count = rows.n;
	for (size_t i = 0; s && i < rows.n; i++) {
		if (rows.at[i].item && rows.at[i].s == s &&
			rows.at[i].item->is.item == s->open_item)
			list_focus(list, i);
	}
}

static unsigned where(const struct desk *d)
{
	(void)d;
	return WHERE_AGREEMENT | WHERE_LIST;
}

static struct str words(struct desk *d, size_t i)
{
	struct agreement_rows rows = agreements_rows(d);
	const struct agreement_row *row = &rows.at[i];
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add(&b, desk_both(d, row->title));
	if (!row->item)
		return builder_str(&b);
	builder_add_z(&b, " ");
	builder_add(&b, row->item->about.reference);
	builder_add_z(&b, " ");
	builder_add(&b, desk_words(d, state_of(row)));
	for (size_t k = 0; k < row->item->parties.n; k++) {
		builder_add_z(&b, " ");
		builder_add(&b, desk_both(d, agreement_party_name(&row->item->parties.at[k])));
	}
	return builder_str(&b);
}

static bool finds(struct desk *d, struct finder *f)
{
	struct list_look *list = &agreements_look(d)->list;

	list->count = agreements_rows(d).n;
	*f = (struct finder){.count = list->count, .words = words, .list = list};
	return list->count > 0;
}

/* --- acts --- */

/* The item in focus, of the chosen session; NULL after saying why not. */
static const struct item *own_item(struct desk *d)
{
	const struct agreement_row *row = focused(d);

	if (row && row->item && row->s == desk_session(d))
		return row->item;
	desk_hint(d, row && row->item
			     ? TEXT("! It belongs to another session: open that one first, F9 0.")
			     : TEXT("! Choose an agreement of the agenda first."));
	return NULL;
}

static void unanimous(struct desk *d)
{
	const struct item *item = own_item(d);
	struct command c = command_of(CMD_VOTE_UNANIMOUS);

	if (!item)
		return;
	c.arg.vote_unanimous.item = session_agenda_number(desk_session(d), item->is.item);
	desk_act_then(d, &c, item_shown_next);
}

/* The item in focus where it is voted; one that is not at hand where it can be opened. */
static void to_item(struct desk *d)
{
	const struct item *item = own_item(d);

	if (!item)
		return;
	if (item == item_shown(d)) {
		desk_go(d, SCREEN_ITEM);
		return;
	}
	desk_go(d, SCREEN_AGENDA);
	list_focus(&d->agenda, (size_t)session_agenda_number(desk_session(d), item->is.item) - 1);
}

static void act_describe(struct desk *d)
{
	const struct item *item = own_item(d);

	if (item)
		form_agreement(d, item->is.item);
}

static void act_parties(struct desk *d)
{
	const struct item *item = own_item(d);

	if (item)
		panel_parties(d, item->is.item);
}

static void act_amend(struct desk *d)
{
	const struct item *item = own_item(d);

	if (item)
		form_share(d, item->is.item);
}

static void act_step(struct desk *d)
{
	const struct agreement_row *row = focused(d);

	if (row && row->item)
		form_step(d, row->s, row->item);
	else
		desk_hint(d, TEXT("! Choose an agreement of the agenda first."));
}

static bool key(struct desk *d, struct press press, struct meaning meaning)
{
	if (meaning.bind == BIND_UNANIMOUS)
		unanimous(d);
	else if (meaning.bind == BIND_VOTE)
		to_item(d);
	else
		return list_key(&agreements_look(d)->list, press);
	return true;
}

static size_t hints(struct desk *d, struct key_hint *h)
{
	(void)d;
	h[0] = (struct key_hint){.face = STR("↑↓"), .label = TEXT("choose")};
	h[1] = (struct key_hint){.bind = BIND_UNANIMOUS, .label = keymap_help(BIND_UNANIMOUS)};
	h[2] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
	return 3;
}

static size_t actions(struct desk *d, struct action *a)
{
	const struct action all[] = {
		{1, TEXT("to the item and its vote"), BIND_VOTE, CMD_VOTE_OPEN, true, to_item},
		{2, TEXT("adopted unanimously"), BIND_UNANIMOUS, CMD_VOTE_UNANIMOUS, false,
			unanimous},
		{3, TEXT("what it is: kind, parent, total…"), BIND_NONE, CMD_AGREEMENT_DESCRIBE,
			false, act_describe},
		{4, TEXT("parties and contributions…"), BIND_NONE, CMD_AGREEMENT_PARTY, false,
			act_parties},
		{6, TEXT("amend an amount…"), BIND_NONE, CMD_MOTION_MOVE, false, act_amend},
		{7, TEXT("record a step: signed, visa…"), BIND_NONE, CMD_AGREEMENT_STEP, true,
			act_step},
	};

	(void)d;
	return desk_fill_actions(a, all, ARRAY_LEN(all));
}

const struct view view_agreements = {
	.screen = SCREEN_AGREEMENTS,
	.title = {.id = N_("Agreements")},
	.where = where,
	.open = open_view,
	.paint = paint,
	.key = key,
	.hints = hints,
	.actions = actions,
	.finds = finds,
};
