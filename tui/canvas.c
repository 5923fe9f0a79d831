#include "tui/canvas.h"

#include <string.h>

#include "locale/text.h"
#include "tui/kept.h"
#include "tui/laid.h"
#include "tui/signs.h"

/* All that the same picture may look different by. */
struct way {
	int rows, cols;
	enum lang lang;
	enum bidi_mode bidi;
	bool ascii, marks;
};

/* What stands on letters: each sequence once, for as long as the canvas is there. */
struct marks {
	uint32_t code[CELL_CODES_MAX - 1];
	size_t n;
};

struct canvas {
	const struct arena_source *memory;
	struct arena frame; /* until the next canvas_begin */
	struct laid *laid;
	struct kept *kept;
	struct way way; /* in which the kept pieces were painted */
	struct cell *cells;
	struct field_box *fields;
	struct marks *marks_of; /* a cell has the place of its own, counted from 1 */
	size_t marks_n, marks_room;
	size_t cells_room, fields_n, fields_room;
	int rows, cols;
	enum lang lang; /* of what is painted now; that of the whole is in WAY */
	enum bidi_mode bidi;
	bool ascii, marks, lines, cursor;
	int cursor_row, cursor_col;
	uint64_t state; /* the number of STATE_SAYS; 0: there was none yet */
	char state_says[CANVAS_STATE_MAX];
	size_t state_says_n;
};

struct canvas *canvas_open(const struct arena_source *memory)
{
	struct canvas *c = memory->take(sizeof(*c));

	memset(c, 0, sizeof(*c));
	c->memory = memory;
	arena_init(&c->frame, memory);
	c->laid = laid_open(memory);
	c->kept = kept_open(memory);
	return c;
}

void canvas_close(struct canvas *c)
{
	if (!c)
		return;
	arena_clear(&c->frame);
	laid_close(c->laid);
	kept_close(c->kept);
	if (c->cells)
		c->memory->give(c->cells);
	if (c->fields)
		c->memory->give(c->fields);
	if (c->marks_of)
		c->memory->give(c->marks_of);
	c->memory->give(c);
}

void canvas_options(struct canvas *c, enum bidi_mode bidi, bool ascii, bool marks)
{
	c->bidi = bidi;
	c->ascii = ascii;
	c->marks = marks;
}

void canvas_set_lines(struct canvas *c, bool lines)
{
	c->lines = lines;
}

bool canvas_lines(const struct canvas *c)
{
	return c->lines;
}

int canvas_at_most(struct area area, int most)
{
	return canvas_lines(area.canvas) || area.cols < most ? area.cols : most;
}

static struct cell blank(enum style style)
{
	return (struct cell){.code = ' ', .width = 1, .style = style};
}

static bool same_way(struct way a, struct way b)
{
	return a.rows == b.rows && a.cols == b.cols && a.lang == b.lang && a.bidi == b.bidi &&
	       a.ascii == b.ascii && a.marks == b.marks;
}

void canvas_begin(struct canvas *c, int rows, int cols, enum lang lang)
{
	struct way way;
	size_t n;

	rows = rows < 1 ? 1 : rows;
	cols = cols < 1 ? 1 : cols;
	n = (size_t)rows * (size_t)cols;
	if (n > c->cells_room) {
		if (c->cells)
			c->memory->give(c->cells);
		c->cells = c->memory->take(n * sizeof(*c->cells));
		c->cells_room = n;
	}
	for (int i = 0; i < cols; i++)
		c->cells[i] = blank(STYLE_TEXT);
	for (int i = 1; i < rows; i++)
		memcpy(c->cells + (size_t)i * (size_t)cols, c->cells,
			(size_t)cols * sizeof(*c->cells));
	c->rows = rows;
	c->cols = cols;
	c->lang = lang;
	c->cursor = false;
	c->fields_n = 0;
	arena_clear(&c->frame);
	laid_turn(c->laid);
	way = (struct way){rows, cols, lang, c->bidi, c->ascii, c->marks};
	kept_turn(c->kept, same_way(way, c->way));
	c->way = way;
}

struct area canvas_area(struct canvas *c)
{
	return (struct area){c, 0, 0, c->rows, c->cols};
}

int canvas_rows(const struct canvas *c)
{
	return c->rows;
}

int canvas_cols(const struct canvas *c)
{
	return c->cols;
}

enum lang canvas_lang(const struct canvas *c)
{
	return c->lang;
}

bool canvas_rtl(const struct canvas *c)
{
	return c->lang == LANG_AR && bidi_is_visual(c->bidi);
}

enum bidi_mode canvas_bidi(const struct canvas *c)
{
	return c->bidi;
}

bool canvas_runs_left(const struct canvas *c)
{
	return c->lang == LANG_AR && c->bidi != BIDI_NONE;
}

struct arena *canvas_arena(struct canvas *c)
{
	return &c->frame;
}

enum direction canvas_base(const struct canvas *c)
{
	return canvas_runs_left(c) ? DIR_RTL : DIR_LTR;
}

struct layout_options canvas_layout(const struct canvas *c, enum direction base)
{
	return (struct layout_options){.mode = c->bidi, .base = base, .marks = c->marks};
}

bool canvas_holds(struct area a, int row, int col)
{
	return row >= a.row && row < a.row + a.rows && col >= a.col && col < a.col + a.cols;
}

struct area canvas_sub(struct area a, int row, int col, int rows, int cols)
{
	struct area s = a;

	if (rows < 1)
		rows = a.rows - row + rows;
	if (cols < 1)
		cols = a.cols - col + cols;
	if (row < 0) {
		rows += row;
		row = 0;
	}
	if (col < 0) {
		cols += col;
		col = 0;
	}
	rows = rows > a.rows - row ? a.rows - row : rows;
	cols = cols > a.cols - col ? a.cols - col : cols;
	s.row = a.row + row;
	s.col = a.col + col;
	s.rows = rows < 0 ? 0 : rows;
	s.cols = cols < 0 ? 0 : cols;
	return s;
}

/* TEXT as this screen can show the faces of keys in it. */
static struct str keys_named(struct canvas *c, struct str text)
{
	return c->ascii ? signs_keys_named(text, c->lang, &c->frame) : text;
}

/* A terminal that orders letters mirrors the rows of an Arabic screen, whatever stands in them. */
static bool turned_later(const struct canvas *c)
{
	return c->way.lang == LANG_AR && c->bidi == BIDI_IMPLICIT;
}

/* The physical column of the left edge of COLS logical cells from COL of the canvas on. */
static int left_edge(const struct canvas *c, int col, int cols)
{
	return canvas_runs_left(c) != turned_later(c) ? c->cols - col - cols : col;
}

struct area canvas_in(struct area a, enum lang lang)
{
	struct canvas *c = a.canvas;
	int x = left_edge(c, a.col, a.cols);

	c->lang = lang;
	a.col = left_edge(c, x, a.cols); /* the mirror of the mirror is the column itself */
	return a;
}

static struct cell *cell_at(struct canvas *c, int row, int x)
{
	return &c->cells[(size_t)row * (size_t)c->cols + (size_t)x];
}

/* Room for one element more of an array that grows. */
static void *grown(
	const struct arena_source *memory, void *old, size_t n, size_t *room, size_t size)
{
	void *more;

	if (n < *room)
		return old;
	*room = *room ? 2 * *room : 64;
	more = memory->take(*room * size);
	if (old) {
		memcpy(more, old, n * size);
		memory->give(old);
	}
	return more;
}

/* Marks beyond what fits into a cell's number are left out: no text has so many different ones. */
static uint16_t marks_of(struct canvas *c, const struct glyph *g)
{
	struct marks m = {.n = (size_t)g->codes - 1};

	memcpy(m.code, g->code + 1, m.n * sizeof(*m.code));
	for (size_t i = 0; i < c->marks_n; i++)
		if (memcmp(&c->marks_of[i], &m, sizeof(m)) == 0)
			return (uint16_t)(i + 1);
	if (c->marks_n == UINT16_MAX)
		return 0;
	c->marks_of = grown(c->memory, c->marks_of, c->marks_n, &c->marks_room, sizeof(m));
	c->marks_of[c->marks_n++] = m;
	return (uint16_t)c->marks_n;
}

static void set(
	struct canvas *c, struct cell *cell, const struct glyph *g, bool turn, enum style style)
{
	*cell = (struct cell){.code = g->code[0], .width = g->width, .style = style};
	if (g->codes > 1)
		cell->marks = marks_of(c, g);
	cell->code = signs_shown(cell->code, turn, c->ascii);
}

/* One glyph at physical X of a row that is there; what it half covers becomes blank. */
static void put(
	struct canvas *c, int row, int x, const struct glyph *g, bool turn, enum style style)
{
	struct cell *cell;

	if (x < 0 || x + g->width > c->cols || g->width == 0)
		return;
	cell = cell_at(c, row, x);
	if (cell->width == 0 && x > 0)
		cell[-1] = blank(cell[-1].style);
	if (cell[g->width - 1].width == 2 && x + g->width < c->cols)
		cell[g->width] = blank(cell[g->width].style);
	set(c, cell, g, turn, style);
	if (g->width == 2)
		cell[1] = (struct cell){.width = 0, .style = style};
}

/* The same character in COLS cells from physical X on. */
static void repeat(struct canvas *c, int row, int x, int cols, uint32_t code, enum style style)
{
	const struct glyph g = {.code = {code}, .codes = 1, .width = 1};
	struct cell *cell, one;

	if (row < 0 || row >= c->rows || x < 0 || cols > c->cols - x)
		return;
	cell = cell_at(c, row, x);
	set(c, &one, &g, canvas_runs_left(c), style);
	for (int k = 0; k < cols; k++) {
		if (cell[k].width == 1) /* nearly always: no neighbour is touched */
			cell[k] = one;
		else
			put(c, row, x + k, &g, canvas_runs_left(c), style);
	}
}

static void put_code(struct area a, int row, int col, uint32_t code, enum style style)
{
	if (row < 0 || row >= a.rows || col < 0 || col >= a.cols)
		return;
	repeat(a.canvas, a.row + row, left_edge(a.canvas, a.col + col, 1), 1, code, style);
}

static void put_line(struct canvas *c, int row, int x, const struct layout_line *line, bool turn,
	enum style style)
{
	const struct glyph *g = line->at, *end = g + line->n;

	if (row < 0 || row >= c->rows)
		return;
	for (; g < end; x += g->width, g++) {
		if (g->width == 1 && x >= 0 && x < c->cols && cell_at(c, row, x)->width == 1)
			set(c, cell_at(c, row, x), g, turn, style);
		else
			put(c, row, x, g, turn, style);
	}
}

static void note_field(struct canvas *c, int row, int col, int cols)
{
	c->fields = grown(c->memory, c->fields, c->fields_n, &c->fields_room, sizeof(*c->fields));
	c->fields[c->fields_n++] = (struct field_box){row, col, cols};
}

/* WIDTH of a field that begins at COL, below 1: to the end of the area less that many. */
static int field_width(struct area a, int col, int width)
{
	if (width <= 0)
		width = a.cols - col + width;
	if (col < 0 || width > a.cols - col)
		width = col < 0 ? 0 : a.cols - col;
	return width;
}

static int put_field(struct area a, int row, int col, int width, enum style style, enum align align,
	enum direction base, const struct layout_line *line)
{
	struct canvas *c = a.canvas;
	int x, shift = 0;

	switch (align) {
	case ALIGN_START:
		break;
	case ALIGN_CENTER:
		shift = (width - line->width) / 2;
		break;
	case ALIGN_END:
		shift = width - line->width;
		break;
	case ALIGN_RIGHT:
		shift = canvas_runs_left(c) ? 0 : width - line->width;
		break;
	}
	x = left_edge(c, a.col + col + shift, line->width);
	if (row >= 0 && row < a.rows) {
		put_line(c, a.row + row, x, line, canvas_runs_left(c) && base == DIR_RTL, style);
		note_field(c, a.row + row, left_edge(c, a.col + col, width), width);
	}
	return line->width;
}

int canvas_text_in(struct area a, int row, int col, int width, enum style style, enum align align,
	enum direction base, struct str text)
{
	struct layout_line line;

	width = field_width(a, col, width);
	if (width <= 0 || text.n == 0)
		return 0;
	text = keys_named(a.canvas, text);
	line = laid_fit(a.canvas->laid, text, width, canvas_layout(a.canvas, base));
	return put_field(a, row, col, width, style, align, base, &line);
}

int canvas_text(struct area a, int row, int col, int width, enum style style, enum align align,
	struct str text)
{
	return canvas_text_in(a, row, col, width, style, align, canvas_base(a.canvas), text);
}

int canvas_latin(struct area a, int row, int col, int width, enum style style, enum align align,
	struct str text)
{
	return canvas_text_in(a, row, col, width, style, align, DIR_LTR, text);
}

struct str canvas_words(struct canvas *c, struct message message)
{
	if (!message.id)
		return (struct str){NULL, 0};
	return keys_named(c, laid_words(c->laid, &message, c->lang, NULL));
}

int canvas_say(struct area a, int row, int col, int width, enum style style, enum align align,
	struct message message)
{
	struct canvas *c = a.canvas;
	struct layout_line line;

	width = field_width(a, col, width);
	if (width <= 0 || !message.id)
		return 0;
	if (c->ascii)
		return canvas_text(a, row, col, width, style, align, canvas_words(c, message));
	line = laid_say(c->laid, &message, c->lang, width, canvas_layout(c, canvas_base(c)));
	return line.n ? put_field(a, row, col, width, style, align, canvas_base(c), &line) : 0;
}

int canvas_width(struct canvas *c, struct str text)
{
	text = keys_named(c, text);
	if (bidi_is_visual(c->bidi))
		return layout_width(text);
	return layout_line(text, canvas_layout(c, DIR_LTR), &c->frame).width;
}

int canvas_say_width(struct canvas *c, struct message message)
{
	struct str words = {NULL, 0};
	int width = 0;

	if (c->ascii)
		return canvas_width(c, canvas_words(c, message));
	if (message.id)
		words = laid_words(c->laid, &message, c->lang, &width);
	return bidi_is_visual(c->bidi) ? width : canvas_width(c, words);
}

int canvas_number(struct area a, int row, int col, int width, enum style style, struct str number)
{
	return canvas_text_in(a, row, col, width, style, ALIGN_RIGHT, DIR_LTR, number);
}

int canvas_glyphs(struct area a, int row, enum style style, enum direction base,
	const struct layout_line *line)
{
	int x = base == DIR_RTL && !turned_later(a.canvas) ? a.cols - line->width : 0;
	int left = left_edge(a.canvas, a.col, a.cols);

	if (row >= 0 && row < a.rows)
		put_line(a.canvas, a.row + row, left + x, line,
			canvas_runs_left(a.canvas) && base == DIR_RTL, style);
	return x;
}

void canvas_restyle(struct area a, int row, int x, int cols, enum style style)
{
	struct canvas *c = a.canvas;
	int left = left_edge(c, a.col, a.cols);

	for (int i = x < 0 ? 0 : x; i < x + cols && i < a.cols; i++)
		if (row >= 0 && row < a.rows && left + i >= 0 && left + i < c->cols &&
			a.row + row < c->rows)
			c->cells[(size_t)(a.row + row) * (size_t)c->cols + (size_t)(left + i)]
				.style = style;
}

int canvas_wrap_in(
	struct area a, int row, int max, enum style style, enum direction base, struct str text)
{
	struct canvas *c = a.canvas;
	struct layout_line *lines;
	size_t n, last;

	if (max <= 0 || max > a.rows - row)
		max = a.rows - row;
	if (max <= 0 || a.cols < 2 || row < 0 || text.n == 0)
		return 0;
	text = keys_named(c, text);
	n = canvas_lines_of(c, text, a.cols, base, &lines);
	last = n > (size_t)max ? (size_t)max - 1 : n;
	for (size_t i = 0; i < last; i++)
		canvas_glyphs(a, row + (int)i, style, base, &lines[i]);
	if (last < n) { /* the rest on one line, cut with … */
		struct str rest = {text.p + lines[last].from, text.n - lines[last].from};
		struct layout_line line = laid_fit(c->laid, rest, a.cols, canvas_layout(c, base));

		canvas_glyphs(a, row + (int)last, style, base, &line);
		last++;
	}
	note_field(c, a.row + row, left_edge(c, a.col, a.cols), a.cols);
	return (int)last;
}

int canvas_wrap(struct area a, int row, int max, enum style style, struct str text)
{
	return canvas_wrap_in(a, row, max, style, canvas_base(a.canvas), text);
}

int canvas_wrap_say(struct area a, int row, int max, enum style style, struct message message)
{
	return canvas_wrap(a, row, max, style, canvas_words(a.canvas, message));
}

size_t canvas_lines_of(struct canvas *c, struct str text, int cols, enum direction base,
	struct layout_line **lines)
{
	return laid_wrap(c->laid, text, cols, canvas_layout(c, base), lines);
}

int canvas_wrap_rows(struct canvas *c, struct message message, int cols)
{
	struct layout_line *lines;

	return (int)canvas_lines_of(c, canvas_words(c, message), cols, canvas_base(c), &lines);
}

void canvas_fill(struct area a, int row, int col, int rows, int cols, enum style style)
{
	struct area s = canvas_sub(a, row, col, rows, cols);

	for (int r = 0; r < s.rows && s.cols > 0; r++)
		repeat(s.canvas, s.row + r, left_edge(s.canvas, s.col, s.cols), s.cols, ' ', style);
}

void canvas_hline(struct area a, int row, int col, int cols, enum style style)
{
	struct area s = canvas_sub(a, row, col, 1, cols);

	if (s.rows > 0 && s.cols > 0)
		repeat(s.canvas, s.row, left_edge(s.canvas, s.col, s.cols), s.cols, 0x2500, style);
}

void canvas_vline(struct area a, int row, int col, int rows, enum style style)
{
	if (rows <= 0)
		rows = a.rows - row + rows;
	for (int r = 0; r < rows; r++)
		put_code(a, row + r, col, 0x2502, style);
}

void canvas_box(struct area a, enum style style, struct message title)
{
	bool rtl = canvas_runs_left(a.canvas);
	int bottom = a.rows - 1, end = a.cols - 1;

	if (a.rows < 2 || a.cols < 2)
		return;
	canvas_fill(a, 0, 0, a.rows, a.cols, STYLE_TEXT);
	canvas_hline(a, 0, 1, end - 1, style);
	canvas_hline(a, bottom, 1, end - 1, style);
	canvas_vline(a, 1, 0, bottom - 1, style);
	canvas_vline(a, 1, end, bottom - 1, style);
	put_code(a, 0, 0, rtl ? 0x2510 : 0x250C, style);
	put_code(a, 0, end, rtl ? 0x250C : 0x2510, style);
	put_code(a, bottom, 0, rtl ? 0x2518 : 0x2514, style);
	put_code(a, bottom, end, rtl ? 0x2514 : 0x2518, style);
	if (title.id && a.cols > 8) {
		int n = canvas_say_width(a.canvas, title);

		n = n > a.cols - 6 ? a.cols - 6 : n;
		canvas_fill(a, 0, 2, 1, n + 2, STYLE_TEXT);
		canvas_say(a, 0, 3, n, STYLE_STRONG, ALIGN_START, title);
	}
}

void canvas_bar(struct area a, int row, int col, int cols, enum style style, int64_t value,
	int64_t total, int64_t mark)
{
	int64_t full = 0, at = -1;

	if (cols <= 0)
		cols = a.cols - col + cols;
	if (total > 0 && value > 0) {
		full = value >= total ? cols : (value * cols + total / 2) / total;
		full = full < 1 ? 1 : full;
		if (value < total && full > cols - 1 && cols > 1)
			full = cols - 1;
	}
	if (total > 0 && mark > 0 && mark <= total)
		at = (mark * cols + total - 1) / total - 1; /* the cell that MARK fills */
	for (int k = 0; k < cols; k++) {
		if (k == at)
			put_code(a, row, col + k, 0x2502, STYLE_STRONG);
		else if (k < full)
			put_code(a, row, col + k, 0x2586, style);
		else
			put_code(a, row, col + k, 0xB7, STYLE_DONE);
	}
}

static struct kept_place place_of(struct area a)
{
	return (struct kept_place){a.row, left_edge(a.canvas, a.col, a.cols), a.rows, a.cols};
}

static bool put_back(struct area a, const struct cell *cells)
{
	struct kept_place place = place_of(a);

	for (int i = 0; cells && i < a.rows; i++, cells += a.cols) {
		memcpy(cell_at(a.canvas, place.row + i, place.x), cells,
			(size_t)a.cols * sizeof(*cells));
		note_field(a.canvas, place.row + i, place.x, a.cols);
	}
	return cells != NULL;
}

uint64_t canvas_state(struct canvas *c, struct str says)
{
	if (says.n == 0 || says.n > sizeof(c->state_says))
		return 0;
	if (!str_equal(says, (struct str){c->state_says, c->state_says_n})) {
		memcpy(c->state_says, says.p, says.n);
		c->state_says_n = says.n;
		c->state++;
	}
	return c->state;
}

bool canvas_still(struct area a, uint64_t state)
{
	if (a.rows < 1 || a.cols < 1)
		return true; /* there is nothing to paint */
	return put_back(a, kept_still(a.canvas->kept, place_of(a), state));
}

bool canvas_again_in(struct area a, struct str says, uint64_t state)
{
	if (a.rows < 1 || a.cols < 1)
		return true;
	return put_back(a, kept_find(a.canvas->kept, place_of(a), says, state));
}

void canvas_keep_in(struct area a, struct str says, uint64_t state)
{
	struct kept_place place = place_of(a);
	struct cell *cells = kept_put(a.canvas->kept, place, says, state);

	for (int i = 0; i < a.rows; i++, cells += a.cols)
		memcpy(cells, cell_at(a.canvas, place.row + i, place.x),
			(size_t)a.cols * sizeof(*cells));
}

bool canvas_again(struct area a, struct str says)
{
	return canvas_again_in(a, says, 0);
}

void canvas_keep(struct area a, struct str says)
{
	canvas_keep_in(a, says, 0);
}

void canvas_cursor(struct area a, int row, int col)
{
	canvas_cursor_physical(a, row, canvas_rtl(a.canvas) ? a.cols - 1 - col : col);
}

void canvas_cursor_physical(struct area a, int row, int x)
{
	struct canvas *c = a.canvas;

	if (a.rows < 1 || a.cols < 1 || row < 0 || row >= a.rows)
		return;
	x = x < 0 ? 0 : x >= a.cols ? a.cols - 1 : x;
	c->cursor = true;
	c->cursor_row = a.row + row;
	c->cursor_col = left_edge(c, a.col, a.cols) + x;
}

bool canvas_cursor_at(const struct canvas *c, int *row, int *col)
{
	*row = c->cursor_row;
	*col = c->cursor_col;
	return c->cursor;
}

/* The marks of TO become those of FROM, and what it kept is nothing any more. */
static void copy_marks(struct canvas *to, const struct canvas *from)
{
	kept_turn(to->kept, false);
	to->marks_n = 0;
	for (size_t i = 0; i < from->marks_n; i++) {
		to->marks_of = grown(to->memory, to->marks_of, to->marks_n, &to->marks_room,
			sizeof(*to->marks_of));
		to->marks_of[to->marks_n++] = from->marks_of[i];
	}
}

void canvas_copy(struct canvas *to, const struct canvas *from)
{
	canvas_begin(to, from->rows, from->cols, from->lang);
	copy_marks(to, from);
	memcpy(to->cells, from->cells,
		(size_t)from->rows * (size_t)from->cols * sizeof(*to->cells));
	for (size_t i = 0; i < from->fields_n; i++)
		note_field(to, from->fields[i].row, from->fields[i].col, from->fields[i].cols);
	to->bidi = from->bidi;
	to->ascii = from->ascii;
	to->marks = from->marks;
	to->cursor = from->cursor;
	to->cursor_row = from->cursor_row;
	to->cursor_col = from->cursor_col;
}

const struct cell *canvas_cell(const struct canvas *c, int row, int col)
{
	return &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
}

size_t canvas_codes(const struct canvas *c, const struct cell *cell, uint32_t codes[CELL_CODES_MAX])
{
	const struct marks *m;

	if (cell->width == 0)
		return 0;
	codes[0] = cell->code;
	if (cell->marks == 0)
		return 1;
	m = &c->marks_of[cell->marks - 1];
	memcpy(codes + 1, m->code, m->n * sizeof(*codes));
	return 1 + m->n;
}

const struct field_box *canvas_fields(const struct canvas *c, size_t *n)
{
	*n = c->fields_n;
	return c->fields;
}
