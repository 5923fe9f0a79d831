#include "tui/list.h"

#include <stdio.h>

static size_t page_of(const struct list_look *l)
{
	return l->page > 0 ? (size_t)l->page : 1;
}

void list_focus(struct list_look *l, size_t index)
{
	size_t page = page_of(l);

	if (l->count == 0) {
		l->focus = l->top = 0;
		return;
	}
	l->focus = index >= l->count ? l->count - 1 : index;
	if (l->focus < l->top)
		l->top = l->focus;
	if (l->focus >= l->top + page)
		l->top = l->focus - page + 1;
	if (l->top + page > l->count)
		l->top = l->count > page ? l->count - page : 0;
}

bool list_key(struct list_look *l, struct press press)
{
	size_t page = page_of(l), step;
	size_t to = l->focus;

	if (press.code == PRESS_UP)
		to = to > 0 ? to - 1 : 0;
	else if (press.code == PRESS_DOWN)
		to++;
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		to = 0;
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		to = l->count;
	else if (press.code == PRESS_PAGE_UP || press.code == PRESS_PAGE_DOWN) {
		step = page > 1 ? page - 1 : 1;
		to = press.code == PRESS_PAGE_DOWN ? to + step : to > step ? to - step : 0;
	} else
		return false;
	list_focus(l, to);
	return true;
}

/* What entry INDEX says, from what all of them do. */
static struct str entry_says(
	const struct list_look *l, struct canvas *c, size_t index, bool focused)
{
	struct builder b;

	if (l->says.n == 0)
		return l->says;
	builder_init(&b, canvas_arena(c));
	builder_add(&b, l->says);
	builder_put(&b, (int64_t)index);
	builder_put(&b, focused);
	return builder_str(&b);
}

void list_draw(struct list_look *l, struct area area, bool active, list_row *row, void *ctx)
{
	int each = l->rows_each > 0 ? l->rows_each : 1;

	l->page = area.rows / each;
	l->seen = area;
	if (l->page < 1)
		return;
	list_focus(l, l->focus);
	for (int i = 0; i < l->page && l->top + (size_t)i < l->count; i++) {
		size_t index = l->top + (size_t)i;
		bool focused = active && index == l->focus;
		struct area at = canvas_sub(area, i * each, 0, each, area.cols);
		struct str says = entry_says(l, area.canvas, index, focused);

		if (focused)
			canvas_cursor(at, 0, 0);
		if (says.n && canvas_again(at, says))
			continue;
		if (focused)
			canvas_fill(at, 0, 0, at.rows, at.cols, STYLE_FOCUS);
		row(ctx, at, index, focused);
		if (says.n)
			canvas_keep(at, says);
	}
}

static void extent(struct area line, const char *keys, size_t first, size_t last, size_t all)
{
	char text[64];

	if (first == 0 && last >= all)
		return;
	(void)snprintf(text, sizeof(text), " %s %zu/%zu ", keys, last < all ? last : all, all);
	canvas_text(line, 0, 0, -1, STYLE_CAUTION, ALIGN_END, str_of(text));
}

void list_extent(struct area line, size_t first, size_t last, size_t all)
{
	extent(line, "↑↓", first, last, all);
}

void list_pages(struct area line, size_t first, size_t last, size_t all)
{
	extent(line, "PgUp PgDn", first, last, all);
}

void list_more(const struct list_look *l, struct area line)
{
	if (l->page > 0)
		list_extent(line, l->top, l->top + (size_t)l->page, l->count);
}

bool list_at(const struct list_look *l, int row, int col, size_t *index)
{
	int each = l->rows_each > 0 ? l->rows_each : 1;

	if (!canvas_holds(l->seen, row, col) || (row - l->seen.row) / each >= l->page)
		return false;
	*index = l->top + (size_t)((row - l->seen.row) / each);
	return *index < l->count;
}
