#include "tui/reading.h"

#include "locale/format.h"
#include "locale/resolve.h"
#include "locale/text.h"
#include "model/describe.h"
#include "model/minutes.h"
#include "storage/memory.h"
#include "tui/reading_columns.h"

#include <stdio.h>

#define INDENT      2 /* of paragraphs under a heading */
#define LIST_INDENT 4
#define MARK_COL    0
#define CHAPTERS    2 /* levels of headings that stand apart, by a blank row and without indent */
#define FIGURE      6 /* of a vote, and the blank behind it */
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
	const int64_t *tally; /* for, against, abstain, with their bars; the cells are the words */
	bool latin;           /* the same direction in every language: hashes */
	bool joins; /* no page ends behind this row: a heading, part of a row of a table */
	size_t paragraph;
};

struct making {
	struct reading *r;
	struct canvas *canvas;
	enum direction base;
	size_t paragraph; /* that is drawn */
	bool gap;         /* a table ended: what is no heading stands apart from it */
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
	*row = (struct reading_row){.cols = m->r->cols, .base = m->base, .paragraph = m->paragraph};
	return row;
}

static bool is_blank(const struct reading_row *row)
{
	return row->line.n + row->cells_n == 0 && !row->rule && !row->note.n;
}

/* Not between a heading and what it heads. */
static void blank(struct making *m)
{
	const struct reading_row *last = m->r->n ? &m->r->rows[m->r->n - 1] : NULL;

	if (last && last->line.n + last->cells_n > 0 && !last->joins)
		row_add(m);
}

/* The rows from FIRST on stay with what comes next. */
static void join(struct making *m, size_t first)
{
	for (size_t i = first; i < m->r->n; i++)
		m->r->rows[i].joins = true;
}

/* The acts a paragraph comes from, at the end of its last line when there is room. */
static void note_acts(struct making *m, const struct node *n)
{
	struct reading_row *last = &m->r->rows[m->r->n - 1];
	struct arg from = A_DIGITS("from", n->from), to = A_DIGITS("to", n->to);
	struct arg mends = A_MSG("mends", &n->mends);
	struct message acts;
	int width;

	if (!n->to)
		return;
	if (n->mends.id)
		acts = n->from < n->to
			       ? MSG("(acts {from} to {to}; corrected: {mends})", from, to, mends)
			       : MSG("(act {to}; corrected: {mends})", to, mends);
	else
		acts = n->from < n->to ? MSG("(acts {from} to {to})", from, to)
				       : MSG("(act {n})", A_DIGITS("n", n->to));
	last->note = format(&acts, m->r->lang, &m->r->arena);
	width = layout_width(last->note);
	if (last->cells_n || last->col + last->line.width + GAP + width > m->r->cols) {
		last = row_add(m);
		last->note = m->r->rows[m->r->n - 2].note;
		m->r->rows[m->r->n - 2].note = STR("");
		m->r->rows[m->r->n - 2].joins = true;
	}
}

/* A paragraph at COL; MARK stands in the margin of its first row. */
static void paragraph(struct making *m, int col, enum style style, enum direction base,
	const char *mark, struct str text)
{
	int width = m->r->cols - col;
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
	enum direction base = lang_direction(n->lang);

	if (n->foreign) {
		struct message original = n->lang == LANG_AR
						  ? TEXT("original in Arabic, not translated")
						  : TEXT("original in French, not translated");

		paragraph(m, INDENT, STYLE_CAUTION, m->base, "!",
			format(&original, m->r->lang, &m->r->arena));
		join(m, m->r->n - 1);
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

struct column {
	int col, cols;
	struct layout_line *lines;
	size_t n;
	enum align align;
};

static int columns_of(const struct making *m, const struct node *table, struct column *columns)
{
	int cols[READING_COLUMNS_MAX], col = MARK_COL;
	int n = reading_columns(table, m->r->cols - MARK_COL, GAP, cols, &m->r->arena);

	for (int i = 0; i < n; i++) {
		columns[i] = (struct column){.col = col, .cols = cols[i]};
		col += cols[i] + GAP;
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
	join(m, first);
	m->r->rows[m->r->n - 1].joins = node->header;
}

static void table(struct making *m, const struct node *node)
{
	struct column columns[READING_COLUMNS_MAX];
	int n = columns_of(m, node, columns);

	if (m->gap)
		blank(m);
	for (const struct node *row = node->first; row; row = row->next) {
		m->paragraph++;
		table_row(m, row, columns, n);
		if (row->header) {
			struct reading_row *rule = row_add(m);

			rule->rule = rule->joins = true;
		}
	}
	m->gap = true;
}

/* --- the other kinds --- */

/* The three figures side by side, each with its word and its bar. */
static const struct node *tally_row(struct making *m, const struct node *node)
{
	const struct node *child = node->first;
	struct reading_cell *cells = ARENA_ARRAY(&m->r->arena, struct reading_cell, 3);
	int64_t *tally = ARENA_ARRAY(&m->r->arena, int64_t, 3);
	int third = (m->r->cols - INDENT) / 3;
	struct reading_row *row = row_add(m);
	struct builder text;

	builder_init(&text, &m->r->arena);
	for (int i = 0; i < 3; i++) {
		struct layout_line *lines;

		cells[i] = (struct reading_cell){.col = INDENT + i * third + FIGURE,
			.cols = third - FIGURE,
			.align = ALIGN_START};
		tally[i] = node->tally[i];
		if (!child)
			continue;
		if (layout_wrap(child->words, cells[i].cols, canvas_layout(m->canvas, m->base),
			    &m->r->arena, &lines))
			cells[i].line = lines[0];
		builder_add(&text, child->words);
		builder_add_char(&text, ' ');
		child = child->next;
	}
	row->cells = cells;
	row->cells_n = 3;
	row->tally = tally;
	row->text = builder_str(&text);
	return child;
}

/* The three figures with their bars; what else the block says stands under them. */
static void vote(struct making *m, const struct node *node)
{
	size_t first = m->r->n;

	paragraph(m, INDENT, STYLE_STRONG, m->base, NULL, node->words);
	join(m, first);
	for (const struct node *child = tally_row(m, node); child; child = child->next)
		paragraph(m, INDENT, STYLE_TEXT, m->base, NULL, child->words);
	note_acts(m, node);
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
		if (line->lang == side || line->foreign)
			paragraph(m, MARK_COL, STYLE_DONE, m->base, NULL, line->words);
}

static void heading(struct making *m, const struct node *node)
{
	bool chapter = node->level <= CHAPTERS;
	size_t first;

	if (chapter)
		blank(m);
	first = m->r->n;
	paragraph(m, chapter ? 0 : INDENT - 1, STYLE_STRONG, m->base, NULL, node->words);
	join(m, first);
}

/* A bold line that what follows belongs to. */
static void headed(struct making *m, const struct node *node, const char *mark)
{
	size_t first = m->r->n;

	paragraph(m, INDENT, STYLE_STRONG, m->base, mark, node->words);
	if (node->first)
		join(m, first);
	children(m, node);
}

/* It begins with a bold line, which separates enough. */
static bool heads(const struct node *node)
{
	return node->kind == NODE_HEADING || node->kind == NODE_DECISION || node->kind == NODE_VOTE;
}

static void walk(struct making *m, const struct node *node)
{
	m->paragraph++;
	if (m->gap && node->words.n) {
		if (!heads(node))
			blank(m);
		m->gap = false;
	}
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
		headed(m, node, "▸");
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
		headed(m, node, NULL);
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

struct document *reading_document(const struct session *s, enum lang lang, struct arena *a)
{
	struct minutes_options options = {
		.lang = lang == LANG_AR ? LANG_AR : LANG_FR,
		.draft = s->phase < PHASE_FROZEN,
	};
	struct document *document = minutes_build(s, &options, a);

	document_resolve(document, lang, a);
	return document;
}

bool reading_make(struct reading *r, const struct session *s, struct canvas *canvas, int cols)
{
	enum lang lang = canvas_lang(canvas);
	struct document *document;
	struct making m = {.r = r, .canvas = canvas, .base = canvas_base(canvas)};

	if (r->rows && r->session == s->is.number && r->acts == s->log.n && r->lang == lang &&
		r->cols == cols)
		return false;
	reading_clear(r);
	r->session = s->is.number;
	r->acts = s->log.n;
	r->lang = lang;
	r->cols = cols;
	document = reading_document(s, lang, &r->arena);
	if (document->mark_words.n)
		centred(&m, STYLE_CAUTION, document->mark_words);
	walk(&m, document->root);
	if (r->n == 0)
		row_add(&m);
	return true;
}

/* --- drawing --- */

static void draw_cell(const struct reading_row *row, const struct reading_cell *cell,
	enum style style, struct area at)
{
	int shift = cell->cols - cell->line.width;

	if (!cell->line.n)
		return;
	shift = cell->align == ALIGN_START ? 0 : cell->align == ALIGN_CENTER ? shift / 2 : shift;
	at = canvas_sub(at, 0, cell->col + shift, 1, cell->line.width);
	canvas_glyphs(at, 0, style, row->base, &cell->line);
}

static void draw_tally(const struct reading_row *row, struct area at)
{
	static const enum style styles[] = {STYLE_GOOD, STYLE_BAD, STYLE_CAUTION};
	int64_t total = row->tally[0] + row->tally[1] + row->tally[2];
	int word = 0;

	for (size_t i = 0; i < row->cells_n; i++)
		word = row->cells[i].line.width > word ? row->cells[i].line.width : word;
	for (size_t i = 0; i < row->cells_n; i++) {
		const struct reading_cell *cell = &row->cells[i];
		int bar = cell->cols - word - 3;
		char digits[24];
		int n = snprintf(digits, sizeof digits, "%lld", (long long)row->tally[i]);

		canvas_number(at, 0, cell->col - FIGURE, FIGURE - 1, styles[i],
			(struct str){digits, (size_t)n});
		draw_cell(row, cell, styles[i], at);
		if (total > 0 && bar > 0)
			canvas_bar(at, 0, cell->col + word + 1, bar, styles[i], row->tally[i],
				total, -1);
	}
}

static void draw_row(const struct reading_row *row, struct area at)
{
	if (row->rule) {
		canvas_hline(at, 0, MARK_COL, at.cols - MARK_COL, STYLE_DONE);
		return;
	}
	if (row->mark)
		canvas_text(at, 0, MARK_COL, 1, row->mark_style, ALIGN_START, str_of(row->mark));
	if (row->line.n)
		canvas_glyphs(canvas_sub(at, 0, row->col, 1, row->cols), 0, row->style, row->base,
			&row->line);
	if (row->tally)
		draw_tally(row, at);
	for (size_t i = 0; !row->tally && i < row->cells_n; i++)
		draw_cell(row, &row->cells[i], row->style, at);
	if (row->note.n)
		canvas_text(at, 0, 0, -1, STYLE_DONE, ALIGN_END, row->note);
}

void reading_draw(const struct reading *r, struct area area, size_t top)
{
	for (int i = 0; i < area.rows && top + (size_t)i < r->n; i++)
		draw_row(&r->rows[top + (size_t)i], canvas_sub(area, i, 0, 1, area.cols));
}

/* --- pages --- */

/* Where the page that begins in TOP ends; blank rows behind it belong to it. */
static size_t page_end(const struct reading *r, size_t top, size_t rows)
{
	size_t end = top + rows;

	if (end >= r->n)
		return r->n;
	while (end > top && r->rows[end - 1].joins)
		end--;
	end = end > top ? end : top + rows; /* what joins is longer than the page */
	while (end < r->n && is_blank(&r->rows[end]))
		end++;
	return end;
}

struct reading_page reading_page(const struct reading *r, size_t row, size_t rows)
{
	struct reading_page page = {.number = 0};
	int64_t count = 0;

	for (size_t top = 0, end; top < r->n; top = end) {
		end = page_end(r, top, rows);
		count++;
		if (top <= row)
			page = (struct reading_page){.top = top, .end = end, .number = count};
	}
	page.count = count;
	return page;
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

size_t reading_paragraph(const struct reading *r, size_t row)
{
	return r->rows[row].paragraph;
}

size_t reading_row(const struct reading *r, size_t paragraph)
{
	size_t row = 0;

	while (row + 1 < r->n && r->rows[row].paragraph < paragraph)
		row++;
	return row;
}

bool reading_blank(const struct reading *r, size_t row)
{
	return is_blank(&r->rows[row]);
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
