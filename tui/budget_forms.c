#include "tui/budget_forms.h"

#include "locale/text.h"
#include "model/budget.h"
#include "tui/fields.h"
#include "tui/item_motion.h"

enum {
	TRANSFER_FROM, /* the line it was opened on */
	TRANSFER_MEMBER,
	TRANSFER_AMOUNT,
	TRANSFER_TO,
	TRANSFER_ENOUGH,
	TRANSFER_UNBALANCED = TRANSFER_ENOUGH,
	TRANSFER_GROUNDS
};

/* The line of the choice; empty: none gives, or none receives. */
static struct str code_of(const struct item *item, const struct form_field *f)
{
	return f->chosen < item->lines.n ? item->lines.at[f->chosen].code : STR("");
}

static void to_budget(struct desk *d)
{
	desk_go(d, SCREEN_BUDGET);
}

/* "3.2: 430.000,00 becomes 380.000,00". */
static struct message line_words(struct desk *d, const struct budget_line_set *line, int64_t more)
{
	int64_t now = budget_amount(desk_session(d), line, BUDGET_NOW);

	return more ? MSG("{code}: {amount} becomes {then}", A_STR("code", line->code),
			      A_MONEY("amount", now), A_MONEY("then", now + more))
		    : MSG("{code}: {amount}", A_STR("code", line->code), A_MONEY("amount", now));
}

/* What the lines have and would have, and the balance, while the amount is typed. */
static void transfer_live(struct desk *d)
{
	const struct form_field *f = d->over.fields;
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, d->over.number);
	struct motion_moved m = {.line = code_of(item, &f[TRANSFER_FROM]),
		.to_line = code_of(item, &f[TRANSFER_TO])};
	const struct budget_line_set *from = budget_line(item, m.line),
				     *to = budget_line(item, m.to_line);
	struct message list[2];
	size_t n = 0;

	if (from == to) /* nothing goes from a line to itself: it is still to be chosen */
		to = NULL;
	else
		(void)form_money(&f[TRANSFER_AMOUNT], &m.amount);
	if (from)
		list[n++] = line_words(d, from, -m.amount);
	if (to)
		list[n++] = line_words(d, to, m.amount);
	for (size_t i = 0; i < n; i++)
		d->over.lines[i] = list[i];
	d->over.lines[n++] =
		m.amount ? motion_balance(s, item, &m)
			 : MSG("balance {amount}",
				   A_MONEY("amount", budget_balance(s, item, BUDGET_NOW)));
	d->over.panel.lines_n = n;
}

static bool submit_transfer(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, d->over.number);
	struct command c = command_of(CMD_MOTION_MOVE);
	struct motion_move *m = &c.arg.motion_move;
	struct str grounds;

	m->kind = MOTION_TRANSFER;
	m->item = session_agenda_number(s, d->over.number);
	m->line = code_of(item, &f[TRANSFER_FROM]);
	m->to_line = code_of(item, &f[TRANSFER_TO]);
	if (f[TRANSFER_UNBALANCED].chosen == 1)
		c.confirm = STR("unbalanced");
	(void)form_money(&f[TRANSFER_AMOUNT], &m->amount);
	if (!fields_take(d, &f[TRANSFER_GROUNDS], &grounds))
		return false;
	*(desk_record_lang(d) == LANG_AR ? &m->grounds_ar : &m->grounds_fr) = grounds;
	if (!form_number(&f[TRANSFER_MEMBER], &m->member))
		m->member = 0;
	(void)desk_form_act(d, &c, to_budget);
	return false;
}

static struct form_field lines(struct overlay *o, struct message label, const struct item *item)
{
	size_t n = item->lines.n;
	struct message *choices = ARENA_ARRAY(&o->arena, struct message, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];

		choices[i] = MSG("{code} {title}", A_STR("code", line->code),
			A_MSG("title",
				message_keep(&o->arena,
					MSG("{it}", A_BOTH("it", ((struct both){line->title_ar,
									 line->title_fr}))))));
		choices[i] = message_copy(&o->arena, choices[i]);
	}
	choices[n] = TEXT("no line");
	return (struct form_field){.kind = FORM_CHOICE,
		.label = label,
		.choices = choices,
		.choices_n = n + 1,
		.coded = true};
}

void form_transfer(struct desk *d, const struct item *item, const struct budget_line_set *line)
{
	static const struct name balance[] = {
		{"kept", N_("is kept")}, {"changed", N_("may change")}, {NULL, NULL}};
	const struct session *s = desk_session(d);
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_MOTION_MOVE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Amendment of the budget"));
	f = o->fields;
	f[TRANSFER_UNBALANCED] = fields_choice(o, TEXT("balance"), balance);
	f[TRANSFER_GROUNDS] =
		fields_text(TEXT("grounds"), lang_direction(desk_record_lang(d)), false);
	f[TRANSFER_FROM] = lines(o, TEXT("from line"), item);
	f[TRANSFER_MEMBER] = fields_number(TEXT("mover: member no."), true);
	f[TRANSFER_MEMBER].digits = desk_number_width(s);
	f[TRANSFER_AMOUNT] = (struct form_field){
		.kind = FORM_MONEY, .label = TEXT("amount"), .base = DIR_LTR, .required = true};
	f[TRANSFER_TO] = lines(o, TEXT("to line"), item);
	f[TRANSFER_TO].note = TEXT("←→ or its code chooses; Enter keeps it");
	overlay_form_ready(o);
	for (size_t i = 0; i < item->lines.n; i++) {
		if (&item->lines.at[i] == line)
			f[TRANSFER_FROM].chosen = f[TRANSFER_TO].chosen = i;
	}
	o->form.focus = TRANSFER_MEMBER;
	o->form.enough = TRANSFER_ENOUGH;
	o->number = item->is.item;
	o->live = transfer_live;
	o->submit = submit_transfer;
}
