/* A budget in the minutes beside its table: what an amendment moves from line to line, what a
 * chapter amounts to, and the lines as they were amended. */
#include "model/minutes_part.h"

#include "model/budget.h"

static struct message line_words(const struct minutes *m, const struct budget_line_set *line)
{
	return MSG("{code} {title}", A_STR("code", line->code),
		A_MSG("title", minutes_keep(m, MSG(minutes_whole,
						       A_BOTH("it", ((struct both){line->title_ar,
									    line->title_fr}))))));
}

static void changes(const struct minutes *m, struct node *parent, const struct item *item,
	struct str code, int64_t by, uint32_t n)
{
	const struct budget_line_set *line = budget_line(item, code);
	int64_t was = line ? budget_amount(m->s, line, n) : 0;

	if (line)
		minutes_text(m, parent,
			MSG("Line {line}: {before} becomes {after}.",
				A_MSG("line", minutes_keep(m, line_words(m, line))),
				A_MONEY("before", was), A_MONEY("after", was + by)));
}

static void transfer(const struct minutes *m, struct node *parent, const struct motion *motion,
	const struct item *item)
{
	const struct motion_moved *is = &motion->is;
	const struct vote *vote = motion_vote(m->s, motion);
	/* As things stood when it was voted. */
	uint32_t n = vote && vote->state == VOTE_IS_CLOSED ? vote->n_closed : BUDGET_NOW;
	int64_t balance = budget_balance(m->s, item, n);

	minutes_text(m, parent,
		MSG("Amount: {amount} ({words}).", A_MONEY("amount", is->amount),
			A_MONEYW("words", is->amount)));
	if (is->line.n)
		changes(m, parent, item, is->line, -is->amount, n);
	if (is->to_line.n)
		changes(m, parent, item, is->to_line, is->amount, n);
	minutes_text(m, parent,
		MSG("Balance before the amendment: {before}; with it: {after}.",
			A_MONEY("before", balance),
			A_MONEY("after", balance + budget_tilt(item, is))));
}

void minutes_budget_motion(
	const struct minutes *m, struct node *parent, const struct motion *motion)
{
	const struct item *item = session_item(m->s, motion->is.item);
	size_t n;
	const struct budget_chapter *list;

	if (motion->is.kind == MOTION_TRANSFER)
		transfer(m, parent, motion, item);
	if (motion->is.kind != MOTION_CHAPTER)
		return;
	list = budget_chapters(m->s, item, m->a, &n);
	for (size_t i = 0; i < n; i++) {
		if (str_equal(list[i].code, motion->is.line))
			minutes_text(m, parent,
				MSG("Amount: {amount} ({words}).", A_MONEY("amount", list[i].sum),
					A_MONEYW("words", list[i].sum)));
	}
}

bool minutes_budget_voted(const struct minutes *m, const struct item *item)
{
	for (size_t i = 0; i < m->s->motions.n; i++) {
		if (m->s->motions.at[i].is.item == item->is.item &&
			m->s->motions.at[i].is.kind == MOTION_CHAPTER)
			return true;
	}
	return false;
}

void minutes_budget_amended(const struct minutes *m, struct node *parent, const struct item *item)
{
	bool any = false;

	for (size_t i = 0; i < item->lines.n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];
		int64_t now = budget_amount(m->s, line, BUDGET_NOW);

		if (now == line->amount)
			continue;
		if (!any)
			minutes_heading(m, parent, 3, TEXT("Lines of the budget as amended"));
		any = true;
		minutes_text(m, parent,
			MSG("Line {line}: {before} proposed, {after} as amended.",
				A_MSG("line", minutes_keep(m, line_words(m, line))),
				A_MONEY("before", line->amount), A_MONEY("after", now)));
	}
	if (any)
		minutes_text(m, parent,
			MSG("Balance of the budget as amended: {amount}.",
				A_MONEY("amount", budget_balance(m->s, item, BUDGET_NOW))));
}
