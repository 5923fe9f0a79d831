/* The long lists of the room view: who voted how, and the lines of a budget. */
#include "model/room_part.h"

#include "model/attendance.h"
#include "model/budget.h"

#define PARTS (BUDGET_INVESTMENT + 1)

static enum room_side side_of(enum vote_value value)
{
	switch (value) {
	case VALUE_NONE:
		return ROOM_SIDE_NONE;
	case VALUE_FOR:
		return ROOM_SIDE_FOR;
	case VALUE_AGAINST:
		return ROOM_SIDE_AGAINST;
	case VALUE_ABSTAIN:
		return ROOM_SIDE_ABSTAIN;
	}
	return ROOM_SIDE_NONE;
}

/* As it was announced: a correction is nobody's business before it is announced in its turn. */
static enum vote_value mark_announced(const struct vote *vote, int64_t member)
{
	for (size_t i = 0; vote->ever_announced && i < vote->mends.n; i++) {
		const struct vote_mend *m = &vote->mends.at[i];

		if (m->n > vote->n_announced && m->is.member == member)
			return m->value_before;
	}
	return vote_mark(vote, member);
}

void room_show_voters(const struct session *s, const struct vote *vote, struct room_view *v)
{
	if (!vote_by_name(vote) || vote->voters.n > ROOM_VOTERS_MAX)
		return;
	for (size_t i = 0; i < vote->voters.n; i++) {
		int32_t member = vote->voters.at[i];
		size_t at = v->voters_n++;

		/* By number, in whatever order the roll is called. */
		for (; at > 0 && v->voter[at - 1].number > member; at--)
			v->voter[at] = v->voter[at - 1];
		v->voter[at] = (struct room_name){
			.name = room_store_both(v, attendance_name(s, member, ATTENDANCE_NOW)),
			.number = member,
			.side = (unsigned char)side_of(mark_announced(vote, member)),
		};
	}
}

/* The sum of PART, and with LINES its lines before it. */
static struct room_budget add_part(const struct session *s, const struct item *item,
	enum budget_part part, bool lines, struct room_view *v)
{
	struct room_budget sum = {.kind = ROOM_AMOUNT_SUM};

	sum.part = name_label(budget_part_names, part);
	for (size_t i = 0; i < item->lines.n; i++) {
		const struct budget_line_set *line = &item->lines.at[i];
		int64_t amount;

		if (line->part != (int)part)
			continue;
		amount = budget_amount(s, line, BUDGET_NOW);
		sum.before += line->before;
		sum.amount += amount;
		if (lines)
			v->budget[v->budget_n++] = (struct room_budget){
				.title = room_store_both(
					v, (struct both){line->title_ar, line->title_fr}),
				.before = line->before,
				.amount = amount,
				.kind = ROOM_AMOUNT_LINE,
			};
	}
	v->budget[v->budget_n++] = sum;
	return sum;
}

static void add_moved(const struct session *s, const struct budget_line_set *line, int64_t change,
	struct room_view *v)
{
	int64_t now;

	if (!line)
		return;
	now = budget_amount(s, line, BUDGET_NOW);
	v->budget[v->budget_n++] = (struct room_budget){
		.title = room_store_both(v, (struct both){line->title_ar, line->title_fr}),
		.before = now,
		.amount = now + change,
		.kind = ROOM_AMOUNT_LINE,
	};
}

void room_show_transfer(const struct session *s, const struct item *item,
	const struct motion_moved *m, struct room_view *v)
{
	int64_t now = budget_balance(s, item, BUDGET_NOW);

	add_moved(s, budget_line(item, m->line), -m->amount, v);
	add_moved(s, budget_line(item, m->to_line), m->amount, v);
	v->budget[v->budget_n++] = (struct room_budget){
		.before = now, .amount = now + budget_tilt(item, m), .kind = ROOM_AMOUNT_BALANCE};
}

void room_show_budget(const struct session *s, const struct item *item, struct room_view *v)
{
	struct room_budget balance = {.kind = ROOM_AMOUNT_BALANCE};

	v->scene = ROOM_BUDGET;
	for (int part = 0; part < PARTS; part++) {
		struct room_budget sum = add_part(
			s, item, (enum budget_part)part, item->lines.n <= ROOM_BUDGET_MAX, v);
		bool revenue = part == BUDGET_REVENUE;

		balance.before += revenue ? sum.before : -sum.before;
		balance.amount += revenue ? sum.amount : -sum.amount;
	}
	v->budget[v->budget_n++] = balance;
}
