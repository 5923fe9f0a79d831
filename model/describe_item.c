/* One sentence per fact of the agenda while it is prepared, and of the lines of a budget. */
#include "model/describe_part.h"

/* The kind item KEY had before act N of S; -1: it was not there. */
static int kind_before(const struct session *s, int64_t key, uint32_t n)
{
	int kind = -1;

	for (size_t i = 0; i < s->log.n && i < n; i++) {
		const struct event *e = &s->log.at[i];

		if ((e->type == EVENT_ITEM_ADDED || e->type == EVENT_ITEM_CHANGED) &&
			!s->struck.at[i] && e->body.item_added.item == key)
			kind = e->body.item_added.kind;
	}
	return kind;
}

static struct message changed(const struct session *s, const struct event *e, struct arena *a)
{
	const struct item_text *t = &e->body.item_changed;
	struct both title = {t->title_ar, t->title_fr};
	int before = kind_before(s, t->item, e->n);

	if (before < 0 || before == t->kind)
		return MSG("item changed: {title}", A_BOTH("title", title));
	return MSG("item changed: {title}, now of the kind “{kind}”, before that “{old}”",
		A_BOTH("title", title),
		A_MSG("kind", keep(a, name_label(item_kind_names, t->kind))),
		A_MSG("old", keep(a, name_label(item_kind_names, before))));
}

struct message describe_item_event(const struct session *s, const struct event *e, struct arena *a)
{
	const struct item_text *added = &e->body.item_added;
	const struct item_moved *moved = &e->body.item_moved;
	const struct budget_line_set *line = &e->body.budget_line_set;
	const struct item *item = session_item(s, moved->item);
	struct both title = item ? item_short(item) : (struct both){{0}, {0}};

	if (e->type == EVENT_ITEM_ADDED && added->carried.n)
		return describe_carried(added, a);
	if (e->type == EVENT_ITEM_ADDED)
		return MSG("item added: {title}",
			A_BOTH("title", ((struct both){added->title_ar, added->title_fr})));
	if (e->type == EVENT_ITEM_CHANGED)
		return changed(s, e, a);
	if (e->type == EVENT_ITEM_MOVED)
		return MSG("moved to place {to} of the agenda: {title}", A_INT("to", moved->to),
			A_BOTH("title", title));
	if (e->type == EVENT_ITEM_REMOVED)
		return MSG("taken off the agenda: {title}", A_BOTH("title", title));
	title = (struct both){line->title_ar, line->title_fr};
	return MSG("budget, {part}, line {code} {title}: {amount}", A_STR("code", line->code),
		A_BOTH("title", title), A_MONEY("amount", line->amount),
		A_MSG("part", keep(a, name_label(budget_part_names, line->part))));
}
