#include "tui/grid.h"

#include <string.h>

int grid_columns(int cols)
{
	int n = (cols + 1) / (GRID_COLUMN_MIN + 1); /* one blank between columns */

	return n < 1 ? 1 : n;
}

bool grid_fits(size_t count, int rows, int cols)
{
	return rows > 0 && count <= (size_t)rows * (size_t)grid_columns(cols);
}

static size_t rows_of(const struct grid *g)
{
	return g->rows > 0 ? (size_t)g->rows : 1;
}

static size_t seen(const struct grid *g)
{
	return rows_of(g) * (size_t)(g->columns > 0 ? g->columns : 1);
}

void grid_show(struct grid *g, size_t index)
{
	size_t rows = rows_of(g), room = seen(g);

	if (index >= g->count)
		return;
	if (index < g->first)
		g->first = index / rows * rows;
	else if (index >= g->first + room)
		g->first = index / rows * rows + rows - room;
}

bool grid_key(struct grid *g, struct press press, bool rtl)
{
	size_t rows = rows_of(g), room = seen(g), last = g->count ? g->count - 1 : 0;
	size_t at = g->focus, to = at;
	int along = key_along(press, rtl);

	if (along > 0)
		to = at + rows <= last ? at + rows : at / rows == last / rows ? at : last;
	else if (along < 0)
		to = at >= rows ? at - rows : at;
	else if (press.code == PRESS_UP)
		to = at > 0 ? at - 1 : 0;
	else if (press.code == PRESS_DOWN)
		to = at < last ? at + 1 : last;
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		to = 0;
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		to = last;
	else if (press.code == PRESS_PAGE_UP)
		to = at > room ? at - room : 0;
	else if (press.code == PRESS_PAGE_DOWN)
		to = at + room < last ? at + room : last;
	else
		return false;
	if (g->count == 0)
		return true;
	if (g->cursor) /* the first arrow only shows where one is */
		g->focus = to;
	g->cursor = true;
	grid_show(g, g->focus);
	return true;
}

static bool fills_row(enum style style)
{
	return style == STYLE_BAD_ROW || style == STYLE_CAUTION_ROW;
}

/* "07 ✗ Youssef Ber… against": number, symbol, name, and the word at the end. */
static void draw_entry(struct area at, const struct grid_entry *e, bool focused)
{
	bool bar = focused || fills_row(e->style);
	enum style style = focused ? STYLE_FOCUS : e->style;
	enum style quiet = bar ? style : STYLE_DONE;
	int number = canvas_width(at.canvas, e->number), word = 0, name;
	int col = number + 1;

	if (bar)
		canvas_fill(at, 0, 0, 1, at.cols, style);
	if (e->candidate && !bar)
		quiet = STYLE_KEY;
	canvas_latin(at, 0, 0, number, quiet, ALIGN_START, e->number);
	if (e->symbol && e->symbol[0]) {
		canvas_text(at, 0, col, 1, style, ALIGN_START, str_of(e->symbol));
		col += 2;
	}
	if (e->word) {
		word = canvas_say_width(at.canvas, *e->word);
		if (word > at.cols / 3)
			word = at.cols / 3;
		canvas_say(at, 0, at.cols - word, word, style, ALIGN_END, *e->word);
		word++;
	}
	name = at.cols - col - word;
	if (name > 0)
		canvas_text(at, 0, col, name, !bar && e->style == STYLE_GOOD ? STYLE_TEXT : style,
			ALIGN_START, e->name);
}

/* All that the row of an entry shows, as bytes; literals are told by where they stand. Empty: more
 * than fits. */
static struct str says(const struct grid_entry *e, bool focused, char *room, size_t size)
{
	struct {
		const char *symbol, *word;
		size_t number_n, name_n;
		enum style style;
		bool candidate, focused;
	} look;

	if (sizeof(look) + e->number.n + e->name.n > size ||
		(e->word && (e->word->plural || e->word->arg[0].kind != ARG_END)))
		return (struct str){NULL, 0};
	memset(&look, 0, sizeof(look)); /* what lies between its parts is compared as well */
	look.symbol = e->symbol;
	look.word = e->word ? e->word->id : NULL;
	look.number_n = e->number.n;
	look.name_n = e->name.n;
	look.style = e->style;
	look.candidate = e->candidate;
	look.focused = focused;
	memcpy(room, &look, sizeof(look));
	memcpy(room + sizeof(look), e->number.p, e->number.n);
	memcpy(room + sizeof(look) + e->number.n, e->name.p, e->name.n);
	return (struct str){room, sizeof(look) + e->number.n + e->name.n};
}

static void show_entry(struct area at, const struct grid_entry *e, bool focused, uint64_t state)
{
	char room[256];
	struct str all = says(e, focused, room, sizeof(room));

	if (canvas_again_in(at, all, state))
		return;
	draw_entry(at, e, focused);
	canvas_keep_in(at, all, state);
}

/* No more columns than are needed, of one height: the names have the room that is left. */
static void lay(struct grid *g, struct area area)
{
	size_t most = (size_t)grid_columns(area.cols), rows = (size_t)area.rows, columns = most;

	if (grid_fits(g->count, area.rows, area.cols)) {
		columns = (g->count + rows - 1) / rows;
		columns = columns ? columns : 1;
		rows = (g->count + columns - 1) / columns;
	}
	if ((size_t)g->rows != rows) { /* columns begin elsewhere */
		g->rows = (int)rows;
		g->first = g->first / rows_of(g) * rows_of(g);
	}
	g->columns = (int)columns;
	g->width = (area.cols + 1) / g->columns;
	if (g->width > GRID_COLUMN_MAX + 1 && !canvas_lines(area.canvas))
		g->width = GRID_COLUMN_MAX + 1;
	g->seen = area;
}

/* Of the entries and of which of them stand in sight; where the bar is does not count. */
static uint64_t grid_state(const struct grid *g, struct canvas *c)
{
	struct builder b;

	if (g->says.n == 0)
		return 0;
	builder_init(&b, canvas_arena(c));
	builder_add(&b, g->says);
	builder_put(&b, (int64_t)g->first);
	builder_put(&b, (int64_t)g->count);
	return canvas_state(c, builder_str(&b));
}

void grid_draw(struct grid *g, struct area area, grid_entry_at *at, void *context)
{
	uint64_t state;

	if (area.rows < 1 || area.cols < 1)
		return;
	lay(g, area);
	if (g->first >= g->count)
		g->first = 0;
	if (g->focus >= g->count)
		g->focus = g->count ? g->count - 1 : 0;
	if (g->cursor)
		grid_show(g, g->focus);
	if (g->count <= seen(g))
		g->first = 0;
	state = grid_state(g, area.canvas);
	for (size_t i = g->first; i < g->count && i < g->first + seen(g); i++) {
		int column = (int)((i - g->first) / rows_of(g));
		int row = (int)((i - g->first) % rows_of(g));
		bool focused = g->cursor && i == g->focus;
		struct area place = canvas_sub(area, row, column * g->width, 1, g->width - 1);
		struct grid_entry entry;

		if (focused)
			canvas_cursor(area, row, column * g->width);
		if (!focused && canvas_still(place, state))
			continue;
		entry = at(context, i);
		show_entry(place, &entry, focused, focused ? 0 : state);
	}
}

struct message grid_extent(const struct grid *g, grid_entry_at *at, void *context)
{
	size_t last = g->first + seen(g);
	struct arg from, to;

	if (g->count == 0 || g->count <= seen(g))
		return (struct message){.id = NULL};
	last = last > g->count ? g->count : last;
	from = A_STR("from", at(context, g->first).number);
	to = A_STR("to", at(context, last - 1).number);
	if (last < g->count)
		return MSG("{from}–{to} of {n} ▸", from, to, A_INT("n", (int64_t)g->count));
	return MSG("{from}–{to} of {n}", from, to, A_INT("n", (int64_t)g->count));
}

bool grid_at(const struct grid *g, int row, int col, size_t *index)
{
	int column;

	if (g->width < 1 || !canvas_holds(g->seen, row, col) ||
		(size_t)(row - g->seen.row) >= rows_of(g))
		return false;
	column = (col - g->seen.col) / g->width;
	*index = g->first + (size_t)column * rows_of(g) + (size_t)(row - g->seen.row);
	return column < g->columns && *index < g->count;
}
