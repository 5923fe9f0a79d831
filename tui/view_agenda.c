/* The agenda: what is done, open, next. Looking at an item does not open it; opening is the step.
 */
#include "tui/desk.h"

#include "model/describe.h"
#include "model/mark.h"
#include "tui/convening.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"
#include "tui/item_motion.h"
#include "tui/prepare.h"
#include "tui/title.h"
#include "tui/voting.h"

static unsigned where(const struct desk *d)
{
	(void)d;
	return WHERE_AGENDA | WHERE_LIST;
}

static int64_t focused(struct desk *d)
{
	return session_agenda_key(desk_session(d), (int64_t)d->agenda.focus + 1);
}

static size_t first_waiting(const struct session *s)
{
	size_t first = 0;

	while (first < s->agenda.n &&
		session_item(s, s->agenda.at[first])->state != ITEM_IS_WAITING)
		first++;
	return first;
}

/* The ceremony, or the vote on the agenda, comes before any item. */
static bool steps_before_items(const struct step *step)
{
	return step->command.type == CMD_CEREMONY_NOTE || step->command.type == CMD_AGENDA_ADOPT;
}

static void open_view(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct step step = step_next(register_world(d->r), &d->frame);
	int64_t number = session_agenda_number(s, s->open_item);

	if (step.kind == STEP_COMMAND && step.command.type == CMD_ITEM_OPEN)
		number = step.command.arg.item_open.item;
	/* Wherever the bar was left before the sitting: it skips nothing of its beginning. */
	if (steps_before_items(&step) && first_waiting(s) < s->agenda.n)
		number = (int64_t)first_waiting(s) + 1;
	d->agenda.count = s->agenda.n;
	if (number)
		list_focus(&d->agenda, (size_t)number - 1);
	d->agenda_set = d->agenda.focus;
}

/* The kind in a word. */
static struct message short_kind(enum item_kind kind)
{
	switch (kind) {
	case ITEM_MINUTES:
		return TEXT(CTX("kind", "minutes"));
	case ITEM_REPORT:
		return TEXT(CTX("kind", "report"));
	case ITEM_AGREEMENT:
		return TEXT(CTX("kind", "agreement"));
	case ITEM_REGULATIONS:
		return TEXT(CTX("kind", "regulations"));
	case ITEM_BUDGET:
		return TEXT(CTX("kind", "budget"));
	case ITEM_FREE:
		return TEXT(CTX("kind", "other"));
	case ITEM_ACCOUNT:
		return TEXT(CTX("kind", "account"));
	case ITEM_ELECTION:
		return TEXT(CTX("kind", "election"));
	case ITEM_DISMISSAL:
		return TEXT(CTX("kind", "dismissal"));
	case ITEM_KIND_COUNT:
		break;
	}
	return NO_MESSAGE;
}

/* Of one that waits the kind: it tells what will be asked. In a word where that saves
 * the whole title. */
static struct message row_state(struct desk *d, const struct item *item, int cols)
{
	struct message kind = name_label(item_kind_names, item->is.kind);
	struct message title = MSG("{it}", A_BOTH("it", item_title(item)));
	struct message brief = short_kind((enum item_kind)item->is.kind);
	int room = cols - 10 - canvas_say_width(d->canvas, title);

	if (item->state != ITEM_IS_WAITING)
		return describe_item_state(desk_session(d), item);
	if (item_is_bare(item)) /* what is to be voted is still to be written */
		return MSG(
			"! {kind}: only its title", A_MSG("kind", message_keep(&d->frame, brief)));
	return canvas_say_width(d->canvas, kind) > room &&
			       canvas_say_width(d->canvas, brief) <= room
		       ? brief
		       : kind;
}

/* The state of an item takes so many cells at the end of a row of COLS, and one before it. */
static int state_cells(struct desk *d, const struct item *item, int cols)
{
	int width = canvas_say_width(d->canvas, row_state(d, item, cols));

	return width + (width > 0);
}

/* The short title where the whole one would be cut: two agreements often begin alike. */
static struct both row_title(struct desk *d, const struct item *item, int cols)
{
	return title_within(d->canvas, item, cols - 7 - state_cells(d, item, cols) - 1);
}

static void paint_row(void *ctx, struct area row, size_t index, bool focus)
{
	struct desk *d = ctx;
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->agenda.at[index]);
	int width = state_cells(d, item, row.cols);
	enum item_mark mark = item_mark(item);
	enum style style = focus ? STYLE_FOCUS : mark_style(mark);

	canvas_text(row, 0, 1, 1, style, ALIGN_START, str_of(mark_sign(mark)));
	canvas_say(row, 0, 3, 3, focus ? STYLE_FOCUS : STYLE_TEXT, ALIGN_END,
		MSG("{n}", A_INT("n", (int64_t)index + 1)));
	canvas_text(row, 0, 7, -width - 1, focus ? STYLE_FOCUS : STYLE_TEXT, ALIGN_START,
		both_pick(row_title(d, item, row.cols), d->lang));
	if (width)
		canvas_say(row, 0, row.cols - width, width, style, ALIGN_END,
			row_state(d, item, row.cols));
}

/* What the notices are judged by, as bytes: the rules ask how many days are left. */
static struct str today_says(struct desk *d)
{
	struct date today = fields_today(d);
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add(&b, desk_heads(d));
	builder_put(&b, date_days(today));
	return builder_str(&b);
}

/* On the last row, before a sitting how members were convened, in it what else keys do here. The
 * rows left for the list; 0: all. */
static int paint_foot(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	struct area row = canvas_sub(work, work.rows - 1, 1, 1, 0);
	struct convening c;
	struct str says;

	if (s->phase == PHASE_SITTING && (int)s->agenda.n <= work.rows - 4) {
		desk_paint_keys_here(d, work);
		return work.rows - 4;
	}
	if ((s->phase != PHASE_PREPARING && s->phase != PHASE_BETWEEN) || work.rows < 6)
		return 0;
	says = today_says(d);
	if (canvas_again(row, says))
		return work.rows - 4;
	c = convening_of_desk(d);
	if (c.begun)
		return 0;
	canvas_say(row, 0, 0, 0, convening_warns(&c) ? STYLE_CAUTION : STYLE_DONE, ALIGN_START,
		convening_line(d, &c));
	canvas_keep(row, says);
	return work.rows - 4;
}

/* "1_": a digit more may come. */
static struct str typed_so_far(struct desk *d)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_padded(&b, d->entry.number, d->entry.digits);
	builder_add_z(&b, "_");
	return builder_str(&b);
}

/* Under a list that leaves room: the whole title the bar is on, where its row has the short one. */
static void paint_whole_title(struct desk *d, struct area list)
{
	const struct session *s = desk_session(d);
	int used = (int)s->agenda.n + 1;
	const struct item *item;

	if (!desk_bar(d) || d->agenda.focus >= s->agenda.n || list.rows - used < 1)
		return;
	item = session_item(s, s->agenda.at[d->agenda.focus]);
	if (row_title(d, item, list.cols).ar.p != item->is.title_ar.p)
		canvas_wrap(canvas_sub(list, used, 7, list.rows - used, -8), 0, 3, STYLE_DONE,
			both_pick(item_title(item), d->lang));
}

static void paint(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	struct area list = canvas_sub(work, 2, 0, paint_foot(d, work), 0);
	struct message items = MSGN("{n} item", "{n} items", (int64_t)s->agenda.n);
	struct mark_tally tally = agenda_tally(s);
	int at = 2 + canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, TEXT("AGENDA"));

	if (d->entry.digits)
		canvas_latin(work, 0, at, 4, STYLE_ENTRY_GOOD, ALIGN_START, typed_so_far(d));
	canvas_say(work, 0, 20, 0, STYLE_DONE, ALIGN_END,
		mark_tally_words(
			MSGN_WITH("{items} · {n} dealt with", "{items} · {n} dealt with",
				tally.treated, A_MSG("items", message_keep(&d->frame, items))),
			&tally, &d->frame));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	d->agenda.count = s->agenda.n;
	if (s->agenda.n == 0)
		canvas_say(work, 3, 1, 0, STYLE_TEXT, ALIGN_START,
			TEXT("No item yet. Enter adds the first one."));
	d->agenda.says = desk_heads(d);
	list_draw(&d->agenda, list, desk_bar(d), paint_row, d);
	paint_whole_title(d, list);
	list_more(&d->agenda, canvas_sub(work, 1, 0, 1, 0));
}

/* The item that is open is put to the vote where it stands. */
static bool vote(struct desk *d, struct press press, struct meaning meaning)
{
	const struct item *item = session_item(desk_session(d), focused(d));

	if (!item || item->state != ITEM_IS_OPEN) {
		desk_hint(d, TEXT("! Only the item that is open is put to the vote."));
		return true;
	}
	desk_go(d, SCREEN_ITEM);
	return view_item.key(d, press, meaning);
}

/* --- an item by its number --- */

static void forget_number(struct desk *d)
{
	list_focus(&d->agenda, d->agenda_was);
	desk_entry_clear(d);
}

static void refuse_number(struct desk *d)
{
	int64_t number = d->entry.number;

	forget_number(d);
	desk_say(d, TONE_BAD,
		MSG("✗ There is no item {n}; the agenda goes from 1 to {last}.", A_INT("n", number),
			A_INT("last", (int64_t)d->agenda.count)));
	d->entry.refused = d->said;
}

/* The bar follows each digit, so that one is enough where it says which; where there are ten and
 * more a second one may follow. */
static void digit(struct desk *d, int value)
{
	struct entry *e = &d->entry;
	size_t last = d->agenda.count;

	e->refused = 0;
	if (!e->digits)
		d->agenda_was = d->agenda.focus;
	e->number = e->number * 10 + value;
	e->digits++;
	if ((size_t)e->number > last || (!e->number && (e->digits > 1 || last < 10))) {
		refuse_number(d);
		return;
	}
	if (e->number)
		list_focus(&d->agenda, (size_t)e->number - 1);
	if (last < 10 || e->digits > 1)
		desk_entry_clear(d);
}

/* What is done with a number half typed; false: the key means what it always does. */
static bool number_ends(struct desk *d, struct meaning meaning)
{
	struct entry *e = &d->entry;

	if (meaning.bind == BIND_BACK && e->digits) {
		forget_number(d);
		return true;
	}
	if (meaning.bind == BIND_STEP && desk_number_refused(d))
		return true;
	if (meaning.bind == BIND_STEP && e->digits && !e->number) {
		refuse_number(d);
		return true;
	}
	desk_entry_clear(d);
	return false;
}

static bool key(struct desk *d, struct press press, struct meaning meaning)
{
	if (meaning.bind == BIND_DIGIT) {
		digit(d, meaning.digit);
		return true;
	}
	if (number_ends(d, meaning))
		return true;
	if (meaning.bind == BIND_VOTE)
		return vote(d, press, meaning);
	return list_key(&d->agenda, press);
}

/* The ceremony and the vote on the agenda come before any item: Enter is for them as long as the
 * bar stands at the first that waits. Whoever moves it, by an arrow or a number, goes on without.
 */
static bool before_items(struct desk *d)
{
	struct step next = step_next(register_world(d->r), &d->frame);

	return steps_before_items(&next) && d->agenda.focus == first_waiting(desk_session(d));
}

/* Nothing is left to open, only to see what became of it. */
static bool is_over(const struct item *item)
{
	return item && item->state != ITEM_IS_WAITING && item->state != ITEM_IS_OPEN;
}

/* The item under the bar, where somebody moved it onto one that is dealt with: it is meant, not the
 * step of another. */
static const struct item *dealt_with(struct desk *d)
{
	const struct item *item = session_item(desk_session(d), focused(d));

	return is_over(item) && d->agenda.focus != d->agenda_set ? item : NULL;
}

/* What the step tells the room is a result of the item under the bar: that goes before looking at
 * it. */
static bool to_be_told(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct item *item = dealt_with(d);
	const struct vote *vote = item ? item_vote(item) : NULL;
	struct step next = step_next(register_world(d->r), &d->frame);

	return vote && next.command.type == CMD_VOTE_ANNOUNCE &&
	       session_lead(s, vote) == session_unannounced(s);
}

static struct command opening(struct desk *d)
{
	struct command c = command_of(CMD_ITEM_OPEN);

	c.arg.item_open.item = (int64_t)d->agenda.focus + 1;
	return c;
}

/* Enter opens the item under the bar when it waits; on the one the step names it is the step. */
static bool open_focused(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, focused(d));
	struct command c = opening(d);
	struct message why;

	if (!item)
		return false;
	if (item->state == ITEM_IS_OPEN && s->phase != PHASE_BETWEEN) {
		desk_go(d, SCREEN_ITEM);
		return true;
	}
	if (dealt_with(d)) {
		desk_look_at(d, d->agenda.focus);
		return true;
	}
	if (item->state != ITEM_IS_WAITING || !desk_offers(d, CMD_ITEM_OPEN, &why))
		return false;
	if (desk_act(d, &c))
		d->step_ms = desk_now_ms();
	return true;
}

static bool step(struct desk *d)
{
	return !before_items(d) && !to_be_told(d) && open_focused(d);
}

static struct message step_line(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, focused(d));
	struct command c = opening(d);
	struct decision would;
	struct message why;

	if (before_items(d) || to_be_told(d))
		return NO_MESSAGE;
	if (dealt_with(d))
		return MSG("Look at item {n}: {title}", A_INT("n", (int64_t)d->agenda.focus + 1),
			A_BOTH("title", item_short(item)));
	if (item && item->state == ITEM_IS_OPEN && s->phase != PHASE_BETWEEN)
		return MSG("Go to item {n}, which is open: {title}",
			A_INT("n", (int64_t)d->agenda.focus + 1),
			A_BOTH("title", item_short(item)));
	if (!item || item->state != ITEM_IS_WAITING || !desk_offers(d, CMD_ITEM_OPEN, &why))
		return NO_MESSAGE;
	would = desk_would(d, &c);
	if (would.verdict == VERDICT_REFUSED)
		return MSG("Not yet: {why}", A_MSG("why", message_keep(&d->frame, would.why)));
	return MSG("Open item {n}: {title}", A_INT("n", (int64_t)d->agenda.focus + 1),
		A_BOTH("title", item_short(item)));
}

/* Of the item that Enter opens, where the step would go on with something else. */
static struct message chair_line(struct desk *d)
{
	struct step next = step_next(register_world(d->r), &d->frame);
	const struct item *item = session_item(desk_session(d), focused(d));
	struct command c = opening(d);
	struct message why;

	if (before_items(d) || !item || item->state != ITEM_IS_WAITING ||
		(next.command.type == CMD_ITEM_OPEN &&
			next.command.arg.item_open.item == c.arg.item_open.item) ||
		!desk_offers(d, CMD_ITEM_OPEN, &why) ||
		desk_would(d, &c).verdict == VERDICT_REFUSED)
		return NO_MESSAGE;
	return MSG(
		"We come to the {nth} item of the agenda.", A_ORDINAL("nth", c.arg.item_open.item));
}

/* --- what can be done here --- */

static void act_open(struct desk *d)
{
	(void)open_focused(d);
}

static void act_look(struct desk *d)
{
	desk_look_at(d, d->agenda.focus);
}

static void act_postpone(struct desk *d)
{
	panel_put_off(d, CMD_ITEM_POSTPONE, focused(d));
}

static void act_withdraw(struct desk *d)
{
	panel_put_off(d, CMD_ITEM_WITHDRAW, focused(d));
}

static void act_move(struct desk *d)
{
	prepare_move_item(d, focused(d));
}

static void act_change_agenda(struct desk *d)
{
	form_change_agenda(d, (int64_t)d->agenda.focus + 1);
}

static void act_change(struct desk *d)
{
	prepare_change_item(d, focused(d));
}

static void act_remove(struct desk *d)
{
	prepare_remove_item(d, focused(d));
}

static void act_note(struct desk *d)
{
	(void)desk_act_plain(d, CMD_ITEM_NOTE);
}

/* The last vote on the item under the bar; NULL: none, or the item is not dealt with. */
static const struct vote *voted_here(struct desk *d)
{
	const struct item *item = dealt_with(d);

	return item ? item_vote(item) : NULL;
}

static void act_correct(struct desk *d)
{
	item_correct(d, voted_here(d));
}

/* What is refused for sure for the item under the bar is off before anything is asked. */
static struct message off(struct desk *d, const struct action *a)
{
	int64_t number = (int64_t)d->agenda.focus + 1;
	struct command c = command_of(a->offered);
	struct decision would;

	if (a->run == act_postpone || a->run == act_withdraw)
		return put_off_off(d, a->offered, focused(d));
	if (a->run == act_change)
		c.arg.item_change.item = number;
	else if (a->run == act_move)
		c.arg.item_move = (struct item_move){number, number};
	else if (a->run == act_remove)
		c.arg.item_remove.item = number;
	else
		return NO_MESSAGE;
	would = desk_would(d, &c);
	return would.verdict == VERDICT_REFUSED ? would.why : NO_MESSAGE;
}

/* A digit means the same before, in and between the sittings; how it is done then may differ. What
 * has no digit of its own stands below. */
static size_t actions(struct desk *d, struct action *a)
{
	enum phase phase = desk_session(d)->phase;
	bool preparing = phase == PHASE_PREPARING, before = preparing || phase == PHASE_BETWEEN;
	const struct action off = {
		5, TEXT("take the item off…"), BIND_NONE, CMD_ITEM_REMOVE, false, act_remove};
	const struct action withdraw = {
		5, TEXT("withdraw…"), BIND_NONE, CMD_ITEM_WITHDRAW, false, act_withdraw};
	const struct action move = {
		6, TEXT("move the item…"), BIND_NONE, CMD_ITEM_MOVE, false, act_move};
	const struct action voted = {6, TEXT("move, or take off, by a vote…"), BIND_NONE,
		CMD_AGENDA_MOVE, false, act_change_agenda};
	const struct action add = {
		8, TEXT("add an item…"), BIND_NONE, CMD_ITEM_ADD, false, form_add_item};
	const struct action insert = {8, TEXT("insert an urgent item…"), BIND_NONE,
		CMD_AGENDA_INSERT, false, form_insert_item};
	const struct action begin = {-1, TEXT("open the sitting…"), BIND_STEP, CMD_SITTING_OPEN,
		false, form_open_sitting};
	const struct action end = {-1, TEXT("close the sitting…"), BIND_NONE, CMD_SITTING_CLOSE,
		false, form_close_sitting};
	const struct action note = {
		3, TEXT("take note without a vote"), BIND_NONE, CMD_ITEM_NOTE, false, act_note};
	const struct action correct = {
		3, TEXT("correct its vote…"), BIND_NONE, CMD_VOTE_CORRECT, false, act_correct};
	const struct action open = {1, TEXT("open the item"), before ? BIND_NONE : BIND_STEP,
		CMD_ITEM_OPEN, false, act_open};
	const struct action look = {
		1, TEXT("look at the item"), BIND_NONE, CMD_ITEM_OPEN, true, act_look};
	const struct action list[] = {
		is_over(session_item(desk_session(d), focused(d))) ? look : open,
		{2, TEXT("unanimous block…"), BIND_NONE, CMD_VOTE_BLOCK, false, voting_block},
		voted_here(d) ? correct : note,
		{4, TEXT("postpone…"), BIND_NONE, CMD_ITEM_POSTPONE, false, act_postpone},
		preparing ? off : withdraw,
		before ? move : voted,
		{7, TEXT("change the item…"), BIND_NONE, CMD_ITEM_CHANGE, false, act_change},
		before ? add : insert,
		{9, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
		before ? begin : end,
		{-1, TEXT("verses, anthem, telegram…"), BIND_NONE, CMD_CEREMONY_NOTE, false,
			panel_ceremony},
		{-1, TEXT("preparing: day, budget, sheet, calls…"), BIND_NONE, CMD_SESSION_DESCRIBE,
			true, panel_prepare},
	};

	return desk_fill_actions(a, list, ARRAY_LEN(list));
}

/* "Space 8": a key and a digit of its menu. */
static struct str faces_of(struct desk *d, enum bind bind, const char *digit)
{
	struct str parts[] = {keymap_face(bind, d->lang), str_of(digit)};

	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

static size_t hints(struct desk *d, struct key_hint *h)
{
	const struct item *item = session_item(desk_session(d), focused(d));
	enum phase phase = desk_session(d)->phase;
	bool before = phase == PHASE_PREPARING || phase == PHASE_BETWEEN;
	size_t n = 0;

	if (step_line(d).id || (item && item->state == ITEM_IS_OPEN && !before))
		h[n++] = (struct key_hint){.bind = BIND_STEP, .label = {.id = CTX("key", "open")}};
	h[n++] = (struct key_hint){.face = STR("↑↓"), .label = TEXT("choose")};
	h[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
	if (before)
		h[n++] = (struct key_hint){
			.face = faces_of(d, BIND_DO, " 8"), .label = TEXT("add an item")};
	return n;
}

static struct str words(struct desk *d, size_t i)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->agenda.at[i]);
	struct str parts[] = {desk_both(d, item_title(item)), STR(" "),
		desk_words(d, describe_item_state(s, item))};

	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

static bool finds(struct desk *d, struct finder *f)
{
	d->agenda.count = desk_session(d)->agenda.n;
	*f = (struct finder){.count = d->agenda.count, .words = words, .list = &d->agenda};
	return true;
}

static struct str copy(struct desk *d)
{
	const struct session *s = desk_session(d);

	if (d->agenda.focus >= s->agenda.n)
		return STR("");
	return desk_item_words(d, session_item(s, s->agenda.at[d->agenda.focus]));
}

const struct view view_agenda = {
	.screen = SCREEN_AGENDA,
	.title = {.id = N_("Agenda")},
	.where = where,
	.open = open_view,
	.paint = paint,
	.key = key,
	.copy = copy,
	.finds = finds,
	.hints = hints,
	.actions = actions,
	.off = off,
	.step = step,
	.step_line = step_line,
	.chair_line = chair_line,
};
