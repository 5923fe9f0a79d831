/* Preparing a session: its day and place, its items, the lines of a budget. Each form is kept open
 * when the act is refused, so that nothing typed is lost. */
#include "tui/prepare.h"

#include "locale/format.h"
#include "tui/fields.h"

/* An item in the order of the form; its texts follow each other. */
enum {
	ITEM_KIND,
	ITEM_TITLE_AR,
	ITEM_TITLE_FR,
	ITEM_SHORT_AR,
	ITEM_SHORT_FR,
	ITEM_TEXT_AR,
	ITEM_TEXT_FR,
	ITEM_FIELDS
};

static const struct item *item_of(struct desk *d, int64_t key)
{
	const struct session *s = desk_session(d);
	const struct item *item = s ? session_item(s, key) : NULL;

	if (!item)
		desk_say(d, TONE_BAD, TEXT("✗ Choose an item of the agenda first."));
	return item;
}

static struct message item_line(struct desk *d, const struct item *item)
{
	return MSG("item {n}: {title}",
		A_INT("n", session_agenda_number(desk_session(d), item->is.item)),
		A_BOTH("title", item_title(item)));
}

/* --- the session's day and place --- */

enum { PLAN_DATE, PLAN_NOTICE, PLAN_PLACE_AR, PLAN_PLACE_FR };

static bool submit_plan(struct desk *d)
{
	static const struct field_code codes[] = {{"notice-after", PLAN_NOTICE}};
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_SESSION_DESCRIBE);
	struct session_describe *plan = &c.arg.session_describe;

	/* An empty day stays as it was: form_check has refused what is no day. */
	(void)form_date(&f[PLAN_DATE], &plan->date);
	(void)form_date(&f[PLAN_NOTICE], &plan->notice);
	if (!fields_take(d, &f[PLAN_PLACE_AR], &plan->place_ar) ||
		!fields_take(d, &f[PLAN_PLACE_FR], &plan->place_fr))
		return false;
	return fields_act_in(d, &c, codes, ARRAY_LEN(codes));
}

void prepare_describe(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_SESSION_DESCRIBE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Day, place and notices"));
	overlay_line(o, TEXT("The planned day may differ from the month of the label."));
	f = o->fields;
	f[PLAN_DATE] = fields_date(TEXT("planned day"), fields_near(d), false);
	f[PLAN_NOTICE] = fields_date(TEXT("notices sent on"), fields_near(d), false);
	f[PLAN_PLACE_AR] = fields_text(TEXT("place, Arabic"), DIR_RTL, false);
	f[PLAN_PLACE_FR] = fields_text(TEXT("place, French"), DIR_LTR, false);
	overlay_form_ready(o);
	fields_set_date(d, &f[PLAN_DATE], s->plan.date);
	fields_set_date(d, &f[PLAN_NOTICE], s->plan.notice);
	form_set(&f[PLAN_PLACE_AR], s->plan.place_ar);
	form_set(&f[PLAN_PLACE_FR], s->plan.place_fr);
	o->submit = submit_plan;
}

/* --- an item's words --- */

static void item_texts(const struct item_text *is, struct str out[ITEM_FIELDS])
{
	out[ITEM_TITLE_AR] = is->title_ar;
	out[ITEM_TITLE_FR] = is->title_fr;
	out[ITEM_SHORT_AR] = is->short_ar;
	out[ITEM_SHORT_FR] = is->short_fr;
	out[ITEM_TEXT_AR] = is->text_ar;
	out[ITEM_TEXT_FR] = is->text_fr;
}

struct message prepare_untitled(const struct session *s, enum lang lang, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, s->agenda.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->agenda.n; i++) {
		struct both title = item_title(session_item(s, s->agenda.at[i]));

		if (lang == LANG_AR ? !title.ar.n : !title.fr.n)
			list[n++] = MSG("{n}", A_INT("n", (int64_t)i + 1));
	}
	if (n == 0)
		return NO_MESSAGE;
	return lang == LANG_AR ? MSGN_WITH("! Item {items} has no Arabic title; Space 7 on the "
					   "agenda adds it.",
					 "! Items {items} have no Arabic title; Space 7 on the "
					 "agenda adds it.",
					 (int64_t)n, A_LIST("items", list, n))
			       : MSGN_WITH("! Item {items} has no French title; Space 7 on the "
					   "agenda adds it.",
					 "! Items {items} have no French title; Space 7 on the "
					 "agenda adds it.",
					 (int64_t)n, A_LIST("items", list, n));
}

void prepare_remark_title(struct desk *d, struct both title)
{
	if (title.ar.n && title.fr.n)
		return;
	desk_say(d, TONE_CAUTION,
		prepare_untitled(desk_session(d), title.ar.n ? LANG_FR : LANG_AR, &d->frame));
}

static void remark_titles(struct desk *d)
{
	prepare_remark_title(d, item_title(session_item(desk_session(d), d->question.then_of)));
}

static bool submit_change(struct desk *d)
{
	static const struct field_code codes[] = {
		{"kind-stands", ITEM_KIND}, {"kind-holds", ITEM_KIND}};
	struct form_field *f = d->over.fields;
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, d->over.number);
	struct command c = command_of(CMD_ITEM_CHANGE);
	struct item_change *i = &c.arg.item_change;
	struct str *const to[ITEM_FIELDS] = {[ITEM_TITLE_AR] = &i->title_ar,
		[ITEM_TITLE_FR] = &i->title_fr,
		[ITEM_SHORT_AR] = &i->short_ar,
		[ITEM_SHORT_FR] = &i->short_fr,
		[ITEM_TEXT_AR] = &i->text_ar,
		[ITEM_TEXT_FR] = &i->text_fr};
	struct str before[ITEM_FIELDS];
	bool changed;

	i->kind = (int)f[ITEM_KIND].chosen;
	changed = i->kind != item->is.kind;
	item_texts(&item->is, before);
	for (size_t k = ITEM_TITLE_AR; k < ITEM_FIELDS; k++) {
		if (!fields_take(d, &f[k], to[k]))
			return false;
		if (before[k].n && !to[k]->n) {
			f[k].problem = TEXT("A text can be replaced, not emptied.");
			d->over.form.focus = k;
			return false;
		}
		changed = changed || !str_equal(before[k], *to[k]);
	}
	if (!changed) {
		desk_say(d, TONE_PLAIN, TEXT("Nothing was changed, so nothing was recorded."));
		return true;
	}
	i->item = session_agenda_number(s, d->over.number);
	d->question.then_of = item->is.item;
	if (!desk_form_act(d, &c, remark_titles))
		fields_refused(d, codes, ARRAY_LEN(codes));
	return false;
}

void prepare_change_item(struct desk *d, int64_t key)
{
	const struct item *item;
	struct str texts[ITEM_FIELDS];
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_ITEM_CHANGE) || !(item = item_of(d, key)))
		return;
	o = desk_overlay(d, OVERLAY_FORM,
		MSG("Change item {n}", A_INT("n", session_agenda_number(desk_session(d), key))));
	f = o->fields;
	f[ITEM_KIND] = fields_choice(o, TEXT("kind"), item_kind_names);
	f[ITEM_TITLE_AR] = fields_text(TEXT("title, Arabic"), DIR_RTL, false);
	f[ITEM_TITLE_FR] = fields_text(TEXT("title, French"), DIR_LTR, false);
	f[ITEM_SHORT_AR] = fields_text(TEXT("short title, Arabic"), DIR_RTL, false);
	f[ITEM_SHORT_FR] = fields_text(TEXT("short title, French"), DIR_LTR, false);
	f[ITEM_TEXT_AR] = fields_prose(TEXT("text, Arabic"), DIR_RTL, 3);
	f[ITEM_TEXT_FR] = fields_prose(TEXT("text, French"), DIR_LTR, 3);
	overlay_form_ready(o);
	f[ITEM_KIND].chosen = (size_t)item->is.kind;
	item_texts(&item->is, texts);
	for (size_t k = ITEM_TITLE_AR; k < ITEM_FIELDS; k++)
		form_set(&f[k], texts[k]);
	o->number = key;
	o->submit = submit_change;
}

/* --- its place --- */

static bool submit_move(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const struct session *s = desk_session(d);
	struct command c = command_of(CMD_ITEM_MOVE);

	(void)form_number(&f[0], &c.arg.item_move.to);
	if (c.arg.item_move.to < 1 || c.arg.item_move.to > (int64_t)s->agenda.n) {
		f[0].problem = message_copy(&d->over.arena,
			MSG("write a number from 1 to {n}", A_INT("n", (int64_t)s->agenda.n)));
		return false;
	}
	c.arg.item_move.item = session_agenda_number(s, d->over.number);
	return fields_act(d, &c);
}

void prepare_move_item(struct desk *d, int64_t key)
{
	const struct item *item;
	struct overlay *o;

	if (!desk_offered(d, CMD_ITEM_MOVE) || !(item = item_of(d, key)))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Move an item"));
	overlay_line(o, item_line(d, item));
	o->fields[0] = fields_number(TEXT("new place on the agenda"), true);
	overlay_form_ready(o);
	o->number = key;
	o->submit = submit_move;
}

static bool remove_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_ITEM_REMOVE);

	c.arg.item_remove.item = session_agenda_number(desk_session(d), d->over.number);
	desk_close_overlay(d);
	if (digit == 1)
		(void)desk_act(d, &c);
	return false;
}

void prepare_remove_item(struct desk *d, int64_t key)
{
	const struct item *item;
	struct overlay *o;

	if (!desk_offered(d, CMD_ITEM_REMOVE) || !(item = item_of(d, key)))
		return;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Take an item off the agenda"));
	overlay_line(o, item_line(d, item));
	overlay_choice(o, 1, TEXT("take it off; the items after it move up"));
	overlay_choice(o, 2, TEXT("leave it"));
	o->panel.confirm = true;
	o->panel.footer = TEXT("a digit, then Enter · Esc leaves it as it is");
	o->number = key;
	o->chosen = remove_chosen;
}

/* --- the lines of a budget --- */

#define LINES_A_PANEL 12

enum { LINE_CODE, LINE_PART, LINE_TITLE_AR, LINE_TITLE_FR, LINE_BEFORE, LINE_AMOUNT };

static void sum_up(const struct item *item, int64_t *revenue, int64_t *spending)
{
	*revenue = *spending = 0;
	for (size_t i = 0; i < item->lines.n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];

		*(line->part == BUDGET_REVENUE ? revenue : spending) += line->amount;
	}
}

static struct message sums(struct desk *d, const struct item *item)
{
	int64_t revenue, spending;

	sum_up(item, &revenue, &spending);
	if (revenue == spending)
		return MSG("revenue {revenue} · spending {spending} · ✓ it balances",
			A_MONEY("revenue", revenue), A_MONEY("spending", spending));
	return MSG("revenue {revenue} · spending {spending} · ! {gap}", A_MONEY("revenue", revenue),
		A_MONEY("spending", spending),
		A_MSG("gap", message_keep(&d->frame,
				     revenue > spending
					     ? MSG("{amount} are left over",
						       A_MONEY("amount", revenue - spending))
					     : MSG("{amount} are missing",
						       A_MONEY("amount", spending - revenue)))));
}

/* The next line, with the new sums. */
static void lines_again(struct desk *d)
{
	prepare_budget(d, d->question.then_of);
}

/* A failed reading leaves the amount at zero, which form_check has made impossible. */
static bool submit_line(struct desk *d)
{
	struct form_field *f = d->over.fields;
	int64_t key = d->over.number;
	struct command c = command_of(CMD_BUDGET_LINE);
	struct budget_line_set *line = &c.arg.budget_line;

	line->part = (int)f[LINE_PART].chosen;
	(void)form_money(&f[LINE_BEFORE], &line->before);
	(void)form_money(&f[LINE_AMOUNT], &line->amount);
	if (!fields_take(d, &f[LINE_CODE], &line->code) ||
		!fields_take(d, &f[LINE_TITLE_AR], &line->title_ar) ||
		!fields_take(d, &f[LINE_TITLE_FR], &line->title_fr))
		return false;
	line->item = session_agenda_number(desk_session(d), key);
	d->question.then_of = key;
	(void)desk_form_act(d, &c, lines_again);
	return false;
}

static void form_line(struct desk *d, int64_t key, const struct budget_line_set *line)
{
	struct overlay *o = desk_overlay(d, OVERLAY_FORM,
		line ? TEXT("Change a line of the budget") : TEXT("A line of the budget"));
	struct form_field *f = o->fields;

	f[LINE_CODE] = fields_code(TEXT("code, as 1.2"), true);
	f[LINE_PART] = fields_choice(o, TEXT("part"), budget_part_names);
	f[LINE_TITLE_AR] = fields_text(TEXT("title, Arabic"), DIR_RTL, false);
	f[LINE_TITLE_FR] = fields_text(TEXT("title, French"), DIR_LTR, false);
	f[LINE_BEFORE] = (struct form_field){
		.kind = FORM_MONEY, .label = TEXT("the year before"), .base = DIR_LTR};
	f[LINE_AMOUNT] = (struct form_field){
		.kind = FORM_MONEY, .label = TEXT("amount"), .base = DIR_LTR, .required = true};
	overlay_form_ready(o);
	if (line) {
		form_set(&f[LINE_CODE], line->code);
		f[LINE_PART].chosen = (size_t)line->part;
		form_set(&f[LINE_TITLE_AR], line->title_ar);
		form_set(&f[LINE_TITLE_FR], line->title_fr);
		fields_set_money(d, &f[LINE_BEFORE], line->before);
		fields_set_money(d, &f[LINE_AMOUNT], line->amount);
	}
	o->number = key;
	o->submit = submit_line;
}

static void panel_lines(struct desk *d, int64_t key, size_t from);

/* Digit 1 is a new line, 2 the lines that did not fit; the lines follow in the order shown. */
static bool line_chosen(struct desk *d, int digit)
{
	const struct item *item = session_item(desk_session(d), d->over.number);
	size_t from = d->over.top, row = d->over.panel.focus;
	bool more = item->lines.n > LINES_A_PANEL;
	size_t next = from + LINES_A_PANEL < item->lines.n ? from + LINES_A_PANEL : 0;

	if (digit == 1)
		form_line(d, item->is.item, NULL);
	else if (digit == 2)
		panel_lines(d, item->is.item, next);
	else
		form_line(d, item->is.item, &item->lines.at[from + row - (more ? 2 : 1)]);
	return false;
}

static void panel_lines(struct desk *d, int64_t key, size_t from)
{
	const struct item *item = session_item(desk_session(d), key);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Lines of the budget"));

	overlay_line(o, item_line(d, item));
	overlay_line(o, sums(d, item));
	overlay_choice(o, 1, TEXT("a new line…"));
	if (item->lines.n > LINES_A_PANEL)
		overlay_choice(o, 2,
			MSG("the other lines ({n} in all)…", A_INT("n", (int64_t)item->lines.n)));
	for (size_t i = from; i < item->lines.n && i < from + LINES_A_PANEL; i++) {
		const struct budget_line_set *line = &item->lines.at[i];

		overlay_choice(o, -1,
			MSG("{code} {title}: {amount}", A_STR("code", line->code),
				A_BOTH("title", ((struct both){line->title_ar, line->title_fr})),
				A_MONEY("amount", line->amount)));
	}
	o->panel.footer = TEXT("↑↓ and Enter change a line · Esc ends");
	o->top = from;
	o->number = key;
	o->chosen = line_chosen;
}

void prepare_budget(struct desk *d, int64_t key)
{
	const struct item *item;

	if (!desk_offered(d, CMD_BUDGET_LINE) || !(item = item_of(d, key)))
		return;
	if (item->is.kind != ITEM_BUDGET) {
		desk_say(d, TONE_BAD,
			MSG("✗ Item {n} is not a budget.",
				A_INT("n", session_agenda_number(desk_session(d), key))));
		return;
	}
	panel_lines(d, key, 0);
}
