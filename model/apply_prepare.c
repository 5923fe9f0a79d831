/* Facts of preparing a session: what it is, its agenda, the lines of its budgets. */
#include <string.h>

#include "model/apply.h"

static bool apply_created(struct session *s, const struct event *e)
{
	const struct session_created *c = &e->body.session_created;

	if (e->n != 0)
		return false;
	s->exists = true;
	s->is = *c;
	s->plan = (struct session_described){.kind = c->kind, .year = c->year, .month = c->month};
	return true;
}

static bool set_budget_line(struct item *item, const struct budget_line_set *line, struct arena *a)
{
	if (item->is.kind != ITEM_BUDGET || line->item != item->is.item)
		return false;
	for (size_t i = 0; i < item->lines.n; i++) {
		if (str_equal(item->lines.at[i].code, line->code)) {
			item->lines.at[i] = *line;
			return true;
		}
	}
	*LIST_PUSH(a, &item->lines) = *line;
	return true;
}

static bool apply_item_added(struct session *s, const struct event *e)
{
	struct list lines = e->body.item_added.lines;
	struct item *item;

	if (e->body.item_added.item != (int64_t)s->items.n + 1)
		return false;
	item = LIST_PUSH(s->arena, &s->items);
	item->is = e->body.item_added;
	item->is.lines = (struct list){NULL, 0}; /* from here on they are the item's own */
	for (size_t i = 0; i < lines.n; i++) {
		if (!set_budget_line(item, (const struct budget_line_set *)lines.at + i, s->arena))
			return false;
	}
	*LIST_PUSH(s->arena, &s->agenda) = item->is.item;
	return apply_agreement_carried(s, item, e->n);
}

static bool apply_item_changed(struct session *s, const struct event *e)
{
	struct item *item = session_item(s, e->body.item_changed.item);

	struct list carried;

	if (!item || e->body.item_changed.lines.n || e->body.item_changed.agreement.n ||
		e->body.item_changed.parties.n)
		return false;
	carried = item->is.carried; /* where it comes from does not change */
	item->is = e->body.item_changed;
	item->is.carried = carried;
	return true;
}

bool apply_agenda_take_out(struct session *s, int64_t key)
{
	int64_t at = session_agenda_number(s, key);

	if (at == 0)
		return false;
	memmove(&s->agenda.at[at - 1], &s->agenda.at[at],
		(s->agenda.n - (size_t)at) * sizeof s->agenda.at[0]);
	s->agenda.n--;
	return true;
}

void apply_agenda_put(struct session *s, int64_t key, int64_t number)
{
	size_t at;

	(void)apply_agenda_take_out(s, key);
	(void)LIST_PUSH(s->arena, &s->agenda);
	at = number < 1 || (size_t)number > s->agenda.n ? s->agenda.n : (size_t)number;
	memmove(&s->agenda.at[at], &s->agenda.at[at - 1],
		(s->agenda.n - at) * sizeof s->agenda.at[0]);
	s->agenda.at[at - 1] = key;
}

static bool apply_item_moved(struct session *s, const struct event *e)
{
	const struct item_moved *m = &e->body.item_moved;

	if ((size_t)m->to > s->agenda.n || !session_agenda_number(s, m->item))
		return false;
	apply_agenda_put(s, m->item, m->to);
	return true;
}

static bool apply_item_removed(struct session *s, const struct event *e)
{
	struct item *item = session_item(s, e->body.item_removed.item);

	return item && item->state == ITEM_IS_WAITING && apply_agenda_take_out(s, item->is.item);
}

static bool apply_budget_line(struct session *s, const struct event *e)
{
	const struct budget_line_set *line = &e->body.budget_line_set;
	struct item *item = session_item(s, line->item);

	return item && set_budget_line(item, line, s->arena);
}

bool apply_prepare_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_SESSION_CREATED)
		return apply_created(s, e);
	if (e->type == EVENT_SESSION_DESCRIBED) {
		s->plan = e->body.session_described;
		return true;
	}
	if (e->type == EVENT_LETTERHEAD_TAKEN) {
		letterhead_change(&s->is.head, &e->body.letterhead_taken);
		return true;
	}
	if (e->type == EVENT_ITEM_ADDED)
		return apply_item_added(s, e);
	if (e->type == EVENT_ITEM_CHANGED)
		return apply_item_changed(s, e);
	if (e->type == EVENT_ITEM_MOVED)
		return apply_item_moved(s, e);
	if (e->type == EVENT_ITEM_REMOVED)
		return apply_item_removed(s, e);
	return e->type == EVENT_BUDGET_LINE_SET && apply_budget_line(s, e);
}
