#include "model/budget.h"

#include <string.h>

struct str budget_chapter_of(const struct budget_line_set *line)
{
	const char *dot = line->code.n ? memchr(line->code.p, '.', line->code.n) : NULL;

	if (line->part == BUDGET_REVENUE)
		return STR("");
	return dot ? (struct str){line->code.p, (size_t)(dot - line->code.p)} : line->code;
}

bool budget_by_chapters(const struct session *s, const struct item *item)
{
	return item && item->is.kind == ITEM_BUDGET && item->lines.n &&
	       s->rules.budget_mode == BUDGET_CHAPTERS;
}

const struct budget_line_set *budget_line(const struct item *item, struct str code)
{
	for (size_t i = 0; i < item->lines.n; i++) {
		if (str_equal(item->lines.at[i].code, code))
			return &item->lines.at[i];
	}
	return NULL;
}

/* --- amounts --- */

int64_t budget_amount(const struct session *s, const struct budget_line_set *line, uint32_t n)
{
	int64_t amount = line->amount;

	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		const struct motion_moved *m = &motion->is;
		const struct vote *vote;

		if (m->kind != MOTION_TRANSFER || m->item != line->item)
			continue;
		vote = motion_vote(s, motion);
		if (!vote || vote->n_closed >= n || motion_state(s, motion) != MOTION_IS_ADOPTED)
			continue;
		if (str_equal(m->line, line->code))
			amount -= m->amount;
		if (str_equal(m->to_line, line->code))
			amount += m->amount;
	}
	return amount;
}

int64_t budget_balance(const struct session *s, const struct item *item, uint32_t n)
{
	int64_t balance = 0;

	for (size_t i = 0; i < item->lines.n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];
		int64_t amount = budget_amount(s, line, n);

		balance += line->part == BUDGET_REVENUE ? amount : -amount;
	}
	return balance;
}

int64_t budget_tilt(const struct item *item, const struct motion_moved *m)
{
	const struct budget_line_set *from = budget_line(item, m->line);
	const struct budget_line_set *to = budget_line(item, m->to_line);
	int64_t tilt = 0;

	if (from)
		tilt += from->part == BUDGET_REVENUE ? -m->amount : m->amount;
	if (to)
		tilt += to->part == BUDGET_REVENUE ? m->amount : -m->amount;
	return tilt;
}

/* --- chapters --- */

/* The motion that put the chapter to the vote last, and may still count. */
static const struct motion *motion_of(
	const struct session *s, const struct item *item, struct str code)
{
	for (size_t i = s->motions.n; i-- > 0;) {
		const struct motion *motion = &s->motions.at[i];
		enum motion_state state;

		if (motion->is.kind != MOTION_CHAPTER || motion->is.item != item->is.item ||
			!str_equal(motion->is.line, code))
			continue;
		state = motion_state(s, motion);
		if (state != MOTION_IS_WITHDRAWN && state != MOTION_IS_LAPSED)
			return motion;
	}
	return NULL;
}

static struct budget_chapter *chapter_at(struct budget_chapter *list, size_t *n, struct str code)
{
	for (size_t i = 0; i < *n; i++) {
		if (str_equal(list[i].code, code))
			return &list[i];
	}
	list[*n] = (struct budget_chapter){.code = code};
	return &list[(*n)++];
}

const struct budget_chapter *budget_chapters(
	const struct session *s, const struct item *item, struct arena *a, size_t *n)
{
	struct budget_chapter *list = ARENA_ARRAY(a, struct budget_chapter, item->lines.n + 1);

	*n = 0;
	for (int part = BUDGET_REVENUE; part <= BUDGET_INVESTMENT; part++) {
		for (size_t i = 0; i < item->lines.n; i++) {
			const struct budget_line_set *line = &item->lines.at[i];
			struct budget_chapter *chapter;

			if (line->part != part)
				continue;
			chapter = chapter_at(list, n, budget_chapter_of(line));
			chapter->before += line->before;
			chapter->sum += budget_amount(s, line, BUDGET_NOW);
			if (chapter->code.n && str_equal(chapter->code, line->code))
				chapter->title = (struct both){line->title_ar, line->title_fr};
		}
	}
	for (size_t i = 0; i < *n; i++) {
		list[i].motion = motion_of(s, item, list[i].code);
		list[i].state = list[i].motion ? motion_state(s, list[i].motion) : MOTION_WAITS;
	}
	return list;
}

const struct budget_chapter *budget_due(
	const struct session *s, const struct item *item, struct arena *a)
{
	size_t n;
	const struct budget_chapter *list;

	if (!budget_by_chapters(s, item))
		return NULL;
	list = budget_chapters(s, item, a, &n);
	for (size_t i = 0; i < n; i++) {
		if (list[i].state == MOTION_WAITS)
			return &list[i];
	}
	return NULL;
}

int64_t budget_refused(const struct session *s, const struct item *item, struct arena *a)
{
	size_t n;
	const struct budget_chapter *list = budget_chapters(s, item, a, &n);
	int64_t refused = 0;

	for (size_t i = 0; i < n; i++)
		refused += list[i].state == MOTION_IS_REJECTED;
	return refused;
}

static bool touches(const struct item *item, struct str line, struct str code)
{
	const struct budget_line_set *is = line.n ? budget_line(item, line) : NULL;

	return is && str_equal(budget_chapter_of(is), code);
}

const struct motion *budget_transfer_on(
	const struct session *s, const struct item *item, struct str code)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];

		if (motion->is.kind == MOTION_TRANSFER && motion->is.item == item->is.item &&
			motion_state(s, motion) == MOTION_WAITS &&
			(touches(item, motion->is.line, code) ||
				touches(item, motion->is.to_line, code)))
			return motion;
	}
	return NULL;
}

struct message budget_chapter_name(struct str code)
{
	if (!code.n)
		return TEXT("the revenue of the budget");
	return MSG("chapter {code} of the budget", A_STR("code", code));
}
