#include "tui/reading.h"

#include "locale/format.h"
#include "locale/resolve.h"
#include "locale/text.h"
#include "model/describe.h"
#include "model/minutes.h"
#include "storage/memory.h"

#include <stdio.h>

#define INDENT      4 /* of paragraphs under a heading */
#define LIST_INDENT 6
#define MARK_COL    2
#define BAR_COLS    30
#define GAP         2 /* between columns of a table, and before the number of an act */

struct reading_cell {
	struct layout_line line;
	int col, cols;
	enum align align;
};

struct reading_row {
	enum style style;
	int col, cols; /* where the line may stand, in reading direction */
	enum direction base;
	struct layout_line line;
	const char *mark; /* in the margin, NULL: none */
	enum style mark_style;
	struct str note; /* at the end of the row */
	struct str text; /* of the whole paragraph, on its first row only: for searching */
	const struct reading_cell *cells;
	size_t cells_n;
	bool rule;            /* a thin line */
	const int64_t *tally; /* a bar of for, against, abstain */
	int tally_at;
	bool latin; /* the same direction in every language: hashes */
};

struct making {
	struct reading *r;
	struct canvas *canvas;
	enum direction base;
};

void reading_init(struct reading *r)
{
	*r = (struct reading){.rows = NULL};
	arena_init(&r->arena, &memory_source);
}

void reading_clear(struct reading *r)
{
	arena_clear(&r->arena);
	reading_init(r);
}

static struct reading_row *row_add(struct making *m)
{
	struct reading_row *row;

	if (m->r->n == m->r->room) {
		size_t room = m->r->room ? 2 * m->r->room : 256;
		struct reading_row *rows = ARENA_ARRAY(&m->r->arena, struct reading_row, room);

		for (size_t i = 0; i < m->r->n; i++)
			rows[i] = m->r->rows[i];
		m->r->rows = rows;
		m->r->room = room;
	}
	row = &m->r->rows[m->r->n++];
	*row = (struct reading_row){.cols = m->r->cols, .base = m->base};
	return row;
}

static void blank(struct making *m)
{
	if (m->r->n && m->r->rows[m->r->n - 1].line.n + m->r->rows[m->r->n - 1].cells_n > 0)
		row_add(m);
}

/* The acts a paragraph comes from, at the end of its last line when there is room. */
static void note_acts(struct making *m, const struct node *n)
{
	struct reading_row *last = &m->r->rows[m->r->n - 1];
	struct message acts;
	int width;

	if (!n->to)
		return;
	acts = n->from < n->to ? MSG("(acts {from} to {to})", A_DIGITS("from", n->from),
					 A_DIGITS("to", n->to))
			       : MSG("(act {n})", A_DIGITS("n", n->to));
	last->note = format(&acts, m->r->lang, &m->r->arena);
	width = layout_width(last->note);
	if (last->col + last->line.width + GAP + width > m->r->cols) {
		last = row_add(m);
		last->note = m->r->rows[m->r->n - 2].note;
		m->r->rows[m->r->n - 2].note = STR("");
	}
}

/* A paragraph at COL; MARK stands in the margin of its first row. */
static void paragraph(struct making *m, int col, enum style style, enum direction base,
	const char *mark, struct str text)
{
	int width = m->r->cols - col - 1;
	struct layout_line *lines;
	size_t n;

	if (!text.n)
		return;
	n = layout_wrap(text, width, canvas_layout(m->canvas, base), &m->r->arena, &lines);
	for (size_t i = 0; i < n; i++) {
		struct reading_row *row = row_add(m);

		row->style = style;
		row->col = col;
		row->cols = width;
		row->base = base;
		row->line = lines[i];
		if (i == 0) {
			row->mark = mark;
			row->mark_style = STYLE_CAUTION;
			row->text = text;
		}
	}
}

static void centred(struct making *m, enum style style, struct str text)
{
	size_t first = m->r->n;

	paragraph(m, INDENT, style, m->base, NULL, text);
	for (size_t i = first; i < m->r->n; i++) {
		struct reading_row *row = &m->r->rows[i];

		row->col = (m->r->cols - row->line.width) / 2;
		row->cols = row->line.width;
	}
}

static void prose(struct making *m, const struct node *n)
{
	enum direction base = n->lang == LANG_AR ? DIR_RTL : DIR_LTR;

	if (n->foreign) {
		struct message original = n->lang == LANG_AR
						  ? TEXT("original in Arabic, not translated")
						  : TEXT("original in French, not translated");

		paragraph(m, INDENT, STYLE_CAUTION, m->base, "!",
			format(&original, m->r->lang, &m->r->arena));
	}
	paragraph(m, INDENT, STYLE_TEXT, base, "✎", n->words);
}

/* --- tables --- */

static enum align align_of(enum node_align align)
{
	switch (align) {
	case NODE_START:
		return ALIGN_START;
	case NODE_CENTRE:
		return ALIGN_CENTER;
	case NODE_END:
		return ALIGN_END;
	}
	return ALIGN_START;
}

#define COLUMNS_MAX 12

struct column {
	int col, cols;
	struct layout_line *lines;
	size_t n;
	enum align align;
};

/* The widest run of TEXT between blanks, in cells: of all, or only of those with a figure. */
static int widest(struct str text, bool words)
{
	int most = 0;

	for (size_t from = 0; from < text.n;) {
		size_t to = from;
		bool figure = false;
		int width;

		for (; to < text.n && text.p[to] != ' '; to++)
			figure = figure || (text.p[to] >= '0' && text.p[to] <= '9');
		width = words || figure ? layout_width((struct str){text.p + from, to - from}) : 0;
		most = width > most ? width : most;
		from = to + 1;
	}
	return most;
}

/* A figure or a word is not broken while there is room: a column that is too narrow for its widest
 * one takes what is missing from those that have more than they need. False: there is no room. */
static bool columns_fit(const struct node *table, struct column *columns, int n, bool words)
{
	int least[COLUMNS_MAX], missing = 0, spare = 0;

	for (int i = 0; i < n; i++)
		least[i] = words || columns[i].cols < 6 ? 3 : columns[i].cols / 2;
	for (const struct node *r = table->first; r; r = r->next) {
		int i = 0;

		/* A cell that spans to the end is no measure of its first column. */
		for (const struct node *c = r->first; c && i < n; c = c->next, i++) {
			int w = c->next || i == n - 1 ? widest(c->words, words) : 0;

			least[i] = w > least[i] ? w : least[i];
		}
	}
	for (int i = 0; i < n; i++) {
		missing += least[i] > columns[i].cols ? least[i] - columns[i].cols : 0;
		spare += least[i] < columns[i].cols ? columns[i].cols - least[i] : 0;
	}
	if (missing > spare)
		return false;
	for (int i = 0; i < n; i++) {
		int own = columns[i].cols - least[i], given = own > 0 ? missing * own / spare : own;

		columns[i].cols -= given;
		missing -= own > 0 ? given : 0;
		spare -= own > 0 ? own : 0;
	}
	return true;
}

static int columns_of(const struct making *m, const struct node *table, struct column *columns)
{
	int n = table->columns < COLUMNS_MAX ? table->columns : COLUMNS_MAX, sum = 0;
	int col = MARK_COL, room = m->r->cols - MARK_COL - 1 - GAP * (n - 1);

	for (int i = 0; i < n; i++)
		sum += table->widths[i] > 0 ? table->widths[i] : 1;
	for (int i = 0; i < n; i++) {
		int width = table->widths[i] > 0 ? table->widths[i] : 1;

		columns[i] = (struct column){.cols = room * width / sum};
		columns[i].cols = columns[i].cols < 3 ? 3 : columns[i].cols;
	}
	if (!columns_fit(table, columns, n, true))
		(void)columns_fit(table, columns, n, false);
	for (int i = 0; i < n; i++) {
		columns[i].col = col;
		col += columns[i].cols + GAP;
	}
	return n;
}

static void table_row(
	struct making *m, const struct node *node, struct column *columns, int columns_n)
{
	const struct node *cell = node->first;
	struct builder text;
	size_t height = 1, first = m->r->n;
	int n = 0;

	builder_init(&text, &m->r->arena);
	for (; cell && n < columns_n; cell = cell->next, n++) {
		struct column *c = &columns[n];

		c->n = layout_wrap(cell->words, c->cols, canvas_layout(m->canvas, m->base),
			&m->r->arena, &c->lines);
		c->align = align_of(cell->align);
		height = c->n > height ? c->n : height;
		builder_add(&text, cell->words);
		builder_add_char(&text, ' ');
	}
	for (size_t i = 0; i < height; i++) {
		struct reading_cell *cells =
			ARENA_ARRAY(&m->r->arena, struct reading_cell, (size_t)n + 1);
		struct reading_row *row = row_add(m);

		row->style = node->header ? STYLE_DONE : node->strong ? STYLE_STRONG : STYLE_TEXT;
		row->cells = cells;
		row->cells_n = (size_t)n;
		for (int k = 0; k < n; k++) {
			cells[k] = (struct reading_cell){
				.col = columns[k].col, .cols = columns[k].cols};
			cells[k].align = columns[k].align;
			if (i < columns[k].n)
				cells[k].line = columns[k].lines[i];
		}
	}
	m->r->rows[first].text = builder_str(&text);
}

static void table(struct making *m, const struct node *node)
{
	struct column columns[COLUMNS_MAX];
	int n = columns_of(m, node, columns);

	for (const struct node *row = node->first; row; row = row->next) {
		table_row(m, row, columns, n);
		if (row->header)
			row_add(m)->rule = true;
	}
	row_add(m);
}

/* --- the other kinds --- */

/* The three figures with their bars; what else the block says stands under them. */
static void vote(struct making *m, const struct node *node)
{
	static const enum style styles[] = {STYLE_GOOD, STYLE_BAD, STYLE_CAUTION};
	const struct node *child = node->first;
	int64_t *tally = ARENA_ARRAY(&m->r->arena, int64_t, 3);

	for (int i = 0; i < 3; i++)
		tally[i] = node->tally[i];
	paragraph(m, INDENT, STYLE_STRONG, m->base, NULL, node->words);
	note_acts(m, node);
	for (int i = 0; i < 3 && child; i++, child = child->next) {
		struct reading_row *row;

		paragraph(m, INDENT + 6, styles[i], m->base, NULL, child->words);
		row = &m->r->rows[m->r->n - 1];
		row->tally = tally;
		row->tally_at = i;
	}
	for (; child; child = child->next)
		paragraph(m, INDENT, STYLE_TEXT, m->base, NULL, child->words);
	row_add(m);
}

static void seal(struct making *m, const struct node *node)
{
	struct str hash = format_hash(node->hash, &m->r->arena);

	paragraph(m, MARK_COL, STYLE_DONE, m->base, NULL, node->words);
	if (hash_is_zero(node->hash))
		return;
	for (size_t at = 0; at < hash.n; at += 40) { /* eight groups of four and their blanks */
		struct str half = {hash.p + at, hash.n - at < 39 ? hash.n - at : 39};

		paragraph(m, INDENT, STYLE_TEXT, DIR_LTR, NULL, half);
	}
}

static void walk(struct making *m, const struct node *node);

static void children(struct making *m, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		walk(m, child);
}

static void letterhead(struct making *m, const struct node *node)
{
	enum lang side = m->r->lang == LANG_AR ? LANG_AR : LANG_FR;

	for (const struct node *line = node->first; line; line = line->next)
		if (line->lang == side)
			paragraph(m, MARK_COL, STYLE_DONE, m->base, NULL, line->words);
	blank(m);
}

static void heading(struct making *m, const struct node *node)
{
	blank(m);
	paragraph(m, node->level > 1 ? MARK_COL : 0, STYLE_STRONG, m->base, NULL, node->words);
}

static void walk(struct making *m, const struct node *node)
{
	switch (node->kind) {
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_LIST:
		children(m, node);
		break;
	case NODE_LETTERHEAD:
		letterhead(m, node);
		break;
	case NODE_TITLE:
		blank(m);
		centred(m, STYLE_STRONG, node->words);
		break;
	case NODE_SUBTITLE:
		centred(m, STYLE_TEXT, node->words);
		break;
	case NODE_HEADING:
		heading(m, node);
		break;
	case NODE_TEXT:
		if (!node->words.n)
			break;
		paragraph(m, INDENT, STYLE_TEXT, m->base, NULL, node->words);
		note_acts(m, node);
		break;
	case NODE_PROSE:
		prose(m, node);
		break;
	case NODE_LIST_ITEM:
		paragraph(m, LIST_INDENT, STYLE_TEXT, m->base, NULL, node->words);
		children(m, node);
		break;
	case NODE_TABLE:
		table(m, node);
		break;
	case NODE_VOTE:
		vote(m, node);
		break;
	case NODE_DECISION:
		paragraph(m, INDENT, STYLE_STRONG, m->base, "▸", node->words);
		children(m, node);
		break;
	case NODE_NOTE:
		paragraph(m, INDENT, STYLE_DONE, m->base, NULL, node->words);
		children(m, node);
		break;
	case NODE_SIGNATURES:
		blank(m);
		children(m, node);
		break;
	case NODE_SIGNATURE:
		paragraph(m, INDENT, STYLE_STRONG, m->base, NULL, node->words);
		children(m, node);
		break;
	case NODE_SEAL:
		blank(m);
		seal(m, node);
		break;
	case NODE_ROW:
	case NODE_CELL:
		break; /* drawn by their table */
	}
}

void reading_make(struct reading *r, const struct session *s, struct canvas *canvas, int cols)
{
	enum lang lang = canvas_lang(canvas);
	struct minutes_options options = {
		.lang = lang == LANG_AR ? LANG_AR : LANG_FR,
		.draft = s->phase < PHASE_FROZEN,
	};
	struct document *document;
	struct making m = {r, canvas, canvas_rtl(canvas) ? DIR_RTL : DIR_LTR};

	if (r->rows && r->session == s->is.number && r->acts == s->log.n && r->lang == lang &&
		r->cols == cols)
		return;
	reading_clear(r);
	r->session = s->is.number;
	r->acts = s->log.n;
	r->lang = lang;
	r->cols = cols;
	document = minutes_build(s, &options, &r->arena);
	document_resolve(document, lang, &r->arena);
	if (document->mark_words.n)
		centred(&m, STYLE_CAUTION, document->mark_words);
	walk(&m, document->root);
	if (r->n == 0)
		row_add(&m);
}

/* --- drawing --- */

static void draw_cells(const struct reading *r, const struct reading_row *row, struct area at)
{
	enum direction base = row->base;

	for (size_t i = 0; i < row->cells_n; i++) {
		const struct reading_cell *cell = &row->cells[i];
		int shift = cell->cols - cell->line.width;
		struct area in;

		if (!cell->line.n)
			continue;
		shift = cell->align == ALIGN_START    ? 0
			: cell->align == ALIGN_CENTER ? shift / 2
						      : shift;
		in = canvas_sub(at, 0, cell->col + shift, 1, cell->line.width);
		canvas_glyphs(in, 0, row->style, base, &cell->line);
	}
	(void)r;
}

static void draw_tally(const struct reading_row *row, struct area at)
{
	int64_t total = row->tally[0] + row->tally[1] + row->tally[2];
	char digits[24];
	int n = snprintf(digits, sizeof digits, "%lld", (long long)row->tally[row->tally_at]);
	int col = at.cols - BAR_COLS - 2;

	canvas_number(at, 0, INDENT, 5, row->style, (struct str){digits, (size_t)n});
	if (total > 0 && col > row->col + row->line.width + GAP)
		canvas_bar(at, 0, col, BAR_COLS, row->style, row->tally[row->tally_at], total, -1);
}

static void draw_row(const struct reading *r, const struct reading_row *row, struct area at)
{
	if (row->rule) {
		canvas_hline(at, 0, MARK_COL, at.cols - MARK_COL - 1, STYLE_DONE);
		return;
	}
	if (row->mark)
		canvas_text(at, 0, MARK_COL, 1, row->mark_style, ALIGN_START, str_of(row->mark));
	if (row->line.n)
		canvas_glyphs(canvas_sub(at, 0, row->col, 1, row->cols), 0, row->style, row->base,
			&row->line);
	if (row->cells_n)
		draw_cells(r, row, at);
	if (row->tally)
		draw_tally(row, at);
	if (row->note.n)
		canvas_text(at, 0, 0, -1, STYLE_DONE, ALIGN_END, row->note);
}

void reading_draw(const struct reading *r, struct area area, size_t top)
{
	for (int i = 0; i < area.rows && top + (size_t)i < r->n; i++)
		draw_row(r, &r->rows[top + (size_t)i], canvas_sub(area, i, 0, 1, area.cols));
}

struct str reading_words(const struct reading *r, size_t top, size_t rows, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = top; i < r->n && i < top + rows; i++) {
		if (!r->rows[i].text.n)
			continue;
		builder_add(&b, format_strip(r->rows[i].text, a));
		builder_add_char(&b, '\n');
	}
	for (size_t i = top; !b.n && i > 0; i--)
		if (r->rows[i - 1].text.n)
			builder_add(&b, format_strip(r->rows[i - 1].text, a));
	return builder_str(&b);
}

struct str reading_text(const struct reading *r, size_t row)
{
	return r->rows[row].text;
}

bool reading_find(const struct reading *r, struct str needle, size_t from, size_t *row)
{
	struct arena scratch;
	bool found = false;

	arena_init(&scratch, &memory_source);
	for (size_t i = 1; i <= r->n && !found; i++) {
		size_t at = (from + i) % r->n;

		if (r->rows[at].text.n &&
			text_matches(needle, format_strip(r->rows[at].text, &scratch), &scratch)) {
			*row = at;
			found = true;
		}
	}
	arena_clear(&scratch);
	return found;
}
