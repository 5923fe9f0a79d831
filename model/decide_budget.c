/* Deciding: a budget voted chapter by chapter, and amendments of its lines. */
#include "model/deciding.h"

#include "model/budget.h"

/* --- amendments of lines --- */

static const struct budget_chapter *chapter_of(
	struct deciding *d, const struct item *item, struct str code)
{
	size_t n;
	const struct budget_chapter *list = budget_chapters(d->s, item, d->a, &n);

	for (size_t i = 0; i < n; i++) {
		if (str_equal(list[i].code, code))
			return &list[i];
	}
	return NULL;
}

/* A line of the budget whose chapter was not voted; false after refusing. */
static bool may_change(struct deciding *d, const struct item *item, struct str code)
{
	const struct budget_line_set *line = budget_line(item, code);
	const struct budget_chapter *chapter;

	if (!code.n)
		return true;
	if (!line)
		return refuse(d, "unknown-line",
			MSG("The budget has no line {code}.", A_STR("code", code)));
	chapter = chapter_of(d, item, budget_chapter_of(line));
	if (budget_by_chapters(d->s, item) && chapter->state != MOTION_WAITS)
		return refuse(d, "chapter-voted",
			MSG("{chapter}: already voted; nothing in it changes any more.",
				A_MSG("chapter",
					message_keep(d->a, budget_chapter_name(chapter->code)))));
	return true;
}

/* The line has what is taken from it; false after refusing. */
static bool has_enough(struct deciding *d, const struct item *item, const struct motion_moved *m)
{
	const struct budget_line_set *from = budget_line(item, m->line);
	int64_t amount = from ? budget_amount(d->s, from, BUDGET_NOW) : 0;

	if (from && amount < m->amount)
		return refuse(d, "too-much",
			MSG("Line {code} has {amount}: less than is taken from it.",
				A_STR("code", m->line), A_MONEY("amount", amount)));
	return true;
}

bool budget_transfer(struct deciding *d, struct motion_moved *m)
{
	const struct motion_move *c = &d->c->arg.motion_move;
	const struct item *item = session_item(d->s, m->item);
	int64_t balance, after;

	if (c->kind != MOTION_TRANSFER)
		return (!c->line.n && !c->to_line.n && (!c->amount || c->kind == MOTION_SHARE)) ||
		       refuse(d, "not-a-transfer",
			       TEXT("Lines and an amount belong to an amendment of the budget: "
				    "kind=transfer."));
	if (item->is.kind != ITEM_BUDGET || !item->lines.n)
		return refuse(d, "no-budget",
			TEXT("The open item is not a budget with lines: there is nothing to "
			     "transfer."));
	if (!c->line.n && !c->to_line.n)
		return refuse(d, "no-line", TEXT("Say which line gives, or which one receives."));
	if (str_equal(c->line, c->to_line))
		return refuse(d, "same-line",
			TEXT("The amount goes to the line it comes from: choose another line."));
	if (c->amount <= 0)
		return refuse(d, "no-amount", TEXT("Write an amount above zero."));
	m->line = c->line;
	m->to_line = c->to_line;
	m->amount = c->amount;
	if (!may_change(d, item, m->line) || !may_change(d, item, m->to_line) ||
		!has_enough(d, item, m))
		return false;
	balance = budget_balance(d->s, item, BUDGET_NOW);
	after = balance + budget_tilt(item, m);
	if (after && after != balance &&
		!ask(d, "unbalanced",
			MSG("With this amendment the balance goes from {before} to {after}. Put it "
			    "all the same? The minutes will say so.",
				A_MONEY("before", balance), A_MONEY("after", after))))
		return false;
	return true;
}

bool budget_transfer_votable(struct deciding *d, const struct motion *motion)
{
	return has_enough(d, session_item(d->s, motion->is.item), &motion->is);
}

/* --- chapters --- */

static bool put_chapter(struct deciding *d, const struct item *item,
	const struct budget_chapter *chapter, int64_t *n)
{
	const struct motion *transfer = budget_transfer_on(d->s, item, chapter->code);
	const struct message *name = message_keep(d->a, budget_chapter_name(chapter->code));

	if (chapter->state != MOTION_WAITS)
		return refuse(d, "chapter-voted",
			MSG("{chapter}: already voted; nothing in it changes any more.",
				A_MSG("chapter", name)));
	if (transfer)
		return refuse(d, "transfer-waits",
			MSG("{chapter} waits for the vote on {motion}.", A_MSG("chapter", name),
				A_MSG("motion", message_keep(d->a, motion_name(transfer, d->a)))));
	if (session_unannounced(d->s))
		return refuse_not_announced(d);
	if (chapter->motion) {
		*n = chapter->motion->is.motion;
		return true;
	}
	*n = motion_new_number(d->s, MOTION_CHAPTER);
	fact(d, EVENT_MOTION_MOVED)->motion_moved = (struct motion_moved){
		.motion = *n, .item = item->is.item, .kind = MOTION_CHAPTER, .line = chapter->code};
	return true;
}

bool budget_put(struct deciding *d, const struct item *item, int64_t *motion)
{
	const struct vote_open *c = &d->c->arg.vote_open;
	const struct budget_chapter *due = budget_due(d->s, item, d->a), *meant;
	struct str code = str_is(c->chapter, "revenue") ? STR("") : c->chapter;

	*motion = 0;
	if (c->chapter.n && !budget_by_chapters(d->s, item))
		return refuse(d, "no-chapters",
			TEXT("This item is not voted by chapter under the rules of the session, or "
			     "has no lines."));
	if (str_is(c->chapter, "whole") || (!c->chapter.n && !due)) {
		int64_t refused = budget_refused(d->s, item, d->a);

		if (due)
			return refuse(d, "chapters-due",
				MSG("{chapter} is still to be voted: the whole comes after all "
				    "chapters.",
					A_MSG("chapter", message_keep(d->a,
								 budget_chapter_name(due->code)))));
		return !refused || !budget_by_chapters(d->s, item) ||
		       ask(d, "chapter-refused",
			       MSGN("{n} chapter was refused. Put the whole to the vote all the "
				    "same? The minutes will say so.",
				       "{n} chapters were refused. Put the whole to the vote all "
				       "the same? The minutes will say so.",
				       refused));
	}
	meant = c->chapter.n ? chapter_of(d, item, code) : due;
	if (!meant)
		return refuse(d, "unknown-chapter",
			MSG("The budget has no chapter {code}.", A_STR("code", code)));
	return put_chapter(d, item, meant, motion);
}
