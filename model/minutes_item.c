/* An item of the agenda: what was put before the assembly, what was said, what became of it. */
#include "model/minutes_part.h"

#include "model/agreement.h"
#include "model/call.h"

static struct message heading(const struct minutes *m, const struct item *item)
{
	int64_t number = session_agenda_number(m->s, item->is.item);
	struct both title = item_title(item);

	if (number == 0)
		return MSG(minutes_whole, A_BOTH("it", title));
	return MSG("Item {number:digits}: {title}", A_ORDINAL("number", number),
		A_BOTH("title", title));
}

void minutes_agenda(const struct minutes *m, struct node *parent)
{
	struct node *section, *list;

	if (m->s->agenda.n == 0)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 2, TEXT("Agenda"));
	if (minutes_agenda_changed(m)) {
		minutes_agenda_called(m, section);
		return;
	}
	list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);
	for (size_t i = 0; i < m->s->agenda.n; i++)
		node_add(m->a, list, NODE_LIST_ITEM,
			heading(m, session_item(m->s, m->s->agenda.at[i])));
}

static bool within(const struct minutes *m, const struct sitting *sitting, uint32_t n)
{
	return n && n > sitting->n_opened && n <= minutes_last_act(m, sitting);
}

static const struct sitting *sitting_of(const struct minutes *m, uint32_t n)
{
	for (size_t i = m->s->sittings.n; i-- > 0;) {
		if (n > m->s->sittings.at[i].n_opened)
			return &m->s->sittings.at[i];
	}
	return NULL;
}

/* An item that was opened in one sitting and ended, or is still open, in a later one is told whole
 * in that one, first of all; the sitting before says that it went on. */
static const struct sitting *home_of(const struct minutes *m, const struct item *item)
{
	uint32_t first = item->n_opened ? item->n_opened : item->n_ended;

	if (item->state == ITEM_IS_OPEN)
		return m->s->sittings.n ? &m->s->sittings.at[m->s->sittings.n - 1] : NULL;
	return sitting_of(m, item->n_ended > first ? item->n_ended : first);
}

uint32_t minutes_item_act(
	const struct minutes *m, const struct item *item, const struct sitting *sitting)
{
	uint32_t first = item->n_opened ? item->n_opened : item->n_ended;

	if (first == 0)
		return 0;
	if (within(m, sitting, first))
		return first;
	return home_of(m, item) == sitting ? sitting->n_opened + 1 : 0;
}

bool minutes_item_goes_on(
	const struct minutes *m, const struct item *item, const struct sitting *sitting)
{
	return home_of(m, item) != sitting;
}

/* --- prose --- */

/* Passages of one part of an item (key 0: of the session), each after who said it. */
static bool passages(
	const struct minutes *m, struct node *parent, int64_t item, enum text_part part)
{
	bool any = false;

	for (size_t i = 0; i < m->s->passages.n; i++) {
		const struct passage *p = &m->s->passages.at[i];
		struct message who = minutes_speaker(m, &p->is);

		if (p->is.item != item || p->is.part != (int)part || !both_any(p->content))
			continue;
		if (who.id)
			minutes_text(m, parent,
				part == TEXT_SPEECH
					? MSG("Speech of {speaker}:",
						  A_MSG("speaker", minutes_keep(m, who)))
					: MSG("{speaker}:",
						  A_MSG("speaker", minutes_keep(m, who))));
		minutes_prose(m, parent, p->content);
		any = true;
	}
	return any;
}

static bool has_passages(const struct minutes *m, int64_t item, enum text_part part)
{
	for (size_t i = 0; i < m->s->passages.n; i++) {
		const struct passage *p = &m->s->passages.at[i];

		if (p->is.item == item && p->is.part == (int)part && both_any(p->content))
			return true;
	}
	return false;
}

static void passages_under(const struct minutes *m, struct node *parent, int64_t item,
	enum text_part part, struct message title)
{
	if (!has_passages(m, item, part))
		return;
	minutes_heading(m, parent, 3, title);
	passages(m, parent, item, part);
}

static void presentation(const struct minutes *m, struct node *parent, const struct item *item)
{
	int64_t key = item->is.item;
	struct both text = {item->is.text_ar, item->is.text_fr};

	if (item->presented || has_passages(m, key, TEXT_PRESENTATION)) {
		minutes_heading(m, parent, 3, TEXT("Presentation"));
		if (item->presenter)
			minutes_text(m, parent,
				MSG("The item was presented by {person}.",
					A_MSG("person",
						minutes_keep(
							m, minutes_address(m, item->presenter)))));
		else if (item->presented)
			minutes_text(m, parent, TEXT("The item was presented to the assembly."));
		passages(m, parent, key, TEXT_PRESENTATION);
	}
	if (both_any(text)) {
		/* What is decided with others in a block was put before it unopened. */
		minutes_heading(m, parent, 3,
			item->n_opened || item_vote(item) ? TEXT("Text put before the assembly")
							  : TEXT("Text prepared for the item"));
		minutes_prose(m, parent, text);
	}
}

static void discussion(const struct minutes *m, struct node *parent, const struct item *item)
{
	int64_t key = item->is.item;
	bool said = has_passages(m, key, TEXT_DISCUSSION) || has_passages(m, key, TEXT_SPEECH) ||
		    minutes_has_floor(m, key, 0, false);

	if (!said && !item->discussed)
		return;
	minutes_heading(m, parent, 3, TEXT("Discussion"));
	if (!said) {
		minutes_text(m, parent, TEXT("The discussion was opened, then closed."));
		return;
	}
	minutes_floor(m, parent, key, 0, false);
	passages(m, parent, key, TEXT_SPEECH);
	passages(m, parent, key, TEXT_DISCUSSION);
}

/* --- budget --- */

struct sum {
	int64_t before, amount;
};

static struct sum sum_of(const struct item *item, enum budget_part part)
{
	struct sum sum = {0, 0};

	for (size_t i = 0; i < item->lines.n; i++) {
		if (item->lines.at[i].part != (int)part)
			continue;
		sum.before += item->lines.at[i].before;
		sum.amount += item->lines.at[i].amount;
	}
	return sum;
}

static void amounts(const struct minutes *m, struct node *row, struct sum sum)
{
	minutes_cell(m, row, NODE_END, MSG(minutes_whole, A_MONEY("it", sum.before)));
	minutes_cell(m, row, NODE_END, MSG(minutes_whole, A_MONEY("it", sum.amount)));
}

static void sum_row(
	const struct minutes *m, struct node *table, struct message title, struct sum sum)
{
	struct node *row = minutes_row(m, table);

	row->strong = true;
	minutes_cell(m, row, NODE_START, NO_MESSAGE);
	minutes_cell(m, row, NODE_START, title);
	amounts(m, row, sum);
}

static void budget_part(const struct minutes *m, struct node *table, const struct item *item,
	enum budget_part part, struct message total)
{
	bool any = false;

	for (size_t i = 0; i < item->lines.n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];
		struct both title = {line->title_ar, line->title_fr};
		struct node *row;

		if (line->part != (int)part)
			continue;
		any = true;
		row = minutes_row(m, table);
		minutes_cell(m, row, NODE_START, MSG(minutes_whole, A_STR("it", line->code)));
		minutes_cell(m, row, NODE_START, MSG(minutes_whole, A_BOTH("it", title)));
		amounts(m, row, (struct sum){line->before, line->amount});
	}
	if (any)
		sum_row(m, table, total, sum_of(item, part));
}

static void balance(const struct minutes *m, struct node *parent, int64_t revenue, int64_t spent)
{
	if (revenue == spent)
		minutes_text(m, parent,
			MSG("The draft is balanced: revenue and expenditure are each {amount} "
			    "({words}).",
				A_MONEY("amount", revenue), A_MONEYW("words", revenue)));
	else if (revenue > spent)
		minutes_text(m, parent,
			MSG("The draft is not balanced: revenue exceeds expenditure by {amount} "
			    "({words}).",
				A_MONEY("amount", revenue - spent),
				A_MONEYW("words", revenue - spent)));
	else
		minutes_text(m, parent,
			MSG("The draft is not balanced: expenditure exceeds revenue by {amount} "
			    "({words}).",
				A_MONEY("amount", spent - revenue),
				A_MONEYW("words", spent - revenue)));
}

static void budget(const struct minutes *m, struct node *parent, const struct item *item)
{
	static const char *const header[] = {
		N_("Code"), N_("Heading of the budget"), N_("Year before"), N_("Proposed")};
	static const int widths[] = {10, 42, 24, 24};
	struct sum revenue = sum_of(item, BUDGET_REVENUE);
	struct sum operating = sum_of(item, BUDGET_OPERATING);
	struct sum investment = sum_of(item, BUDGET_INVESTMENT);
	struct sum spent = {
		operating.before + investment.before, operating.amount + investment.amount};
	struct node *table;

	if (item->lines.n == 0)
		return;
	minutes_heading(m, parent, 3, TEXT("Figures of the budget"));
	table = minutes_table(m, parent, 4, widths, header);
	budget_part(m, table, item, BUDGET_REVENUE, TEXT("Total revenue"));
	budget_part(m, table, item, BUDGET_OPERATING, TEXT("Total operating expenditure"));
	budget_part(m, table, item, BUDGET_INVESTMENT, TEXT("Total investment expenditure"));
	sum_row(m, table, TEXT("Total expenditure"), spent);
	balance(m, parent, revenue.amount, spent.amount);
}

/* --- the end of an item --- */

static bool has_closed_vote(const struct item *item)
{
	const struct vote *vote = item_vote(item);

	return vote && vote->state == VOTE_IS_CLOSED;
}

/* Without a vote that counts: what else became of it. */
static void fate(const struct minutes *m, struct node *parent, const struct item *item)
{
	struct node *n;
	uint32_t act;

	if ((has_closed_vote(item) || item_elected(item)) && item->state != ITEM_IS_POSTPONED &&
		item->state != ITEM_IS_WITHDRAWN)
		return;
	if (item->state == ITEM_IS_OPEN && !item->noted) {
		if (m->draft)
			minutes_note(m, parent, TEXT("The item is still open."));
		return;
	}
	n = minutes_text(m, parent, minutes_formula(m->s, item, NULL, m->a));
	act = item->noted && item->state != ITEM_IS_POSTPONED && item->state != ITEM_IS_WITHDRAWN
		      ? item->n_noted
		      : item->n_ended;
	minutes_acts(n, act, act);
}

/* That it was begun over a rule. */
static void begun_over(const struct minutes *m, struct node *parent, const struct item *item)
{
	const struct event *opened = &m->s->log.at[item->n_opened];

	if (item->n_opened && opened->type == EVENT_ITEM_OPENED)
		minutes_asked_item(m, parent, opened->body.item_opened.warned);
}

void minutes_item_begun(const struct minutes *m, struct node *parent, const struct item *item)
{
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

	minutes_acts(section, item->n_opened, item->n_opened);
	minutes_heading(m, section, 2, heading(m, item));
	begun_over(m, section, item);
	minutes_text(m, section,
		MSG("The item was opened at {time}; it goes on in sitting number "
		    "{number:digits}.",
			A_TIME("time", item->opened),
			A_ORDINAL("number", home_of(m, item)->is.sitting)));
}

void minutes_item(const struct minutes *m, struct node *parent, const struct item *item)
{
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

	minutes_acts(section, item->n_opened ? item->n_opened : item->n_ended, item->n_ended);
	minutes_heading(m, section, 2, heading(m, item));
	if (sitting_of(m, item->n_opened) == home_of(m, item))
		begun_over(m, section, item);
	minutes_carried(m, section, item);
	minutes_takes_part(m, section, item);
	presentation(m, section, item);
	budget(m, section, item);
	minutes_agreement(m, section, item);
	discussion(m, section, item);
	minutes_motions(m, section, item, false);
	minutes_budget_amended(m, section, item);
	minutes_agreement_amended(m, section, item);
	if (both_any(motion_voted_text(item)) ||
		((minutes_budget_voted(m, item) || agreement_amended(m->s, item)) &&
			item_vote(item)))
		minutes_heading(m, section, 3, TEXT("Vote on the item as a whole"));
	for (size_t i = 0; i < item->votes.n; i++) {
		if (!item->votes.at[i].motion)
			minutes_vote(m, section, item, &item->votes.at[i]);
	}
	if (item_comes_again(item))
		minutes_text(m, section,
			item->is.kind == ITEM_BUDGET
				? TEXT("The item not being adopted, a further session is to be "
				       "convened for it.")
				: TEXT("The item not being adopted, it comes before the next "
				       "session."));
	if (minutes_has_floor(m, item->is.item, 0, true)) {
		minutes_heading(m, section, 3, TEXT("After the vote"));
		minutes_floor(m, section, item->is.item, 0, true);
	}
	minutes_final_text(m, section, item);
	minutes_motions(m, section, item, true);
	minutes_elections(m, section, item);
	fate(m, section, item);
	minutes_agreement_steps(m, section, item);
	passages_under(m, section, item->is.item, TEXT_RECOMMENDATION, TEXT("Recommendations"));
	passages_under(m, section, item->is.item, TEXT_NOTE, TEXT("Remarks"));
}

void minutes_session_prose(const struct minutes *m, struct node *parent)
{
	struct node *section;

	if (!has_passages(m, 0, TEXT_PRESENTATION) && !has_passages(m, 0, TEXT_DISCUSSION) &&
		!has_passages(m, 0, TEXT_RECOMMENDATION) && !has_passages(m, 0, TEXT_NOTE))
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 2, TEXT("Other matters"));
	passages_under(m, section, 0, TEXT_PRESENTATION, TEXT("Presentation"));
	passages_under(m, section, 0, TEXT_DISCUSSION, TEXT("Discussion"));
	passages_under(m, section, 0, TEXT_RECOMMENDATION, TEXT("Recommendations"));
	passages_under(m, section, 0, TEXT_NOTE, TEXT("Remarks"));
}
