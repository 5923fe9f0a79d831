#include "storage/record/pdf_layout.h"

#include <string.h>

#define PAD_SIDE    5.5
#define PAD_ABOVE   2.2
#define PAD_BELOW   2.6
#define ROW_MAX     560.0 /* leaves room on a page for a tall header */
#define HAND_HEIGHT 30.0  /* of a row with room to sign in */
#define LONG_WORD   130.0 /* wider than any word but a hash or an address */

struct table {
	int columns;
	double *x, *w;  /* left edges and widths, in reading order */
	double *digits; /* how wide the figures of a column are that end it from right to left */
	bool by_hand;
	bool right;             /* reads from right to left */
	enum node_align *align; /* of the first row below the header, which follows it */
	const struct pdf_atom *head;
	int head_rows;
};

/* A figure, alone or with its currency: its digits must stand under those of the next row. */
static bool is_figure(struct str s)
{
	static const char *const between[] = {
		"\u00a0", "\u202f", "\u2212", "\u2066", "\u2068", "\u2069"};
	bool digit = false, word = false;

	while (s.n > 0) {
		size_t n = strchr("+-.,% ", *s.p) ? 1 : 0;

		for (size_t i = 0; i < ARRAY_LEN(between) && n == 0; i++)
			n = str_starts(s, between[i]) ? strlen(between[i]) : 0;
		if (n == 0 && *s.p >= '0' && *s.p <= '9') {
			if (word)
				return false;
			digit = true;
		} else if (n == 0) {
			if (!digit)
				return false;
			word = true;
		}
		n = n ? n : 1;
		s = (struct str){s.p + n, s.n - n};
	}
	return digit;
}

static struct pdf_style cell_style(const struct node *row, const struct node *cell)
{
	return (struct pdf_style){
		.face = row->header || row->strong ? PDF_BOLD : PDF_REGULAR,
		.size = cell->lang == LANG_AR ? 11.5 : 10.3,
		.leading = cell->lang == LANG_AR ? 16.5 : 14,
	};
}

static double words_width(
	struct pdf_layout *l, const struct node *row, const struct node *cell, struct str words)
{
	struct pdf_style style = cell_style(row, cell);

	return pdf_line_width(pango_layout_get_line_readonly(
		pdf_text_layout(l->text, words, cell->lang, &style, 0), 0));
}

/* How wide CELL is on one line. */
static double cell_width(struct pdf_layout *l, const struct node *row, const struct node *cell)
{
	return words_width(l, row, cell, cell->words);
}

static struct str longest_word(struct str s)
{
	struct str longest = {s.p, 0};

	while (s.n > 0) {
		const char *blank = memchr(s.p, ' ', s.n);
		size_t n = blank ? (size_t)(blank - s.p) : s.n;

		if (n > longest.n)
			longest = (struct str){s.p, n};
		n += blank ? 1 : 0;
		s = (struct str){s.p + n, s.n - n};
	}
	return longest;
}

struct need {
	double width;
	bool words; /* there are some in the column: they keep half of what they had */
};

/* What the columns must have: a figure is never broken, and WORDS: nor is a word, unless it is as
 * long as a hash. */
static struct need *columns_need(
	struct pdf_layout *l, const struct node *table, const struct table *t, bool words)
{
	struct need *need = ARENA_ARRAY(l->arena, struct need, t->columns);

	for (const struct node *r = table->first; r; r = r->next) {
		int i = 0;

		for (const struct node *c = r->first; c; c = c->next, i++) {
			double w = 0;

			/* A cell that spans to the end is no measure of its first column. */
			if (!c->next && i != t->columns - 1)
				continue;
			if (is_figure(c->words))
				w = cell_width(l, r, c);
			else if (words && c->words.n)
				w = words_width(l, r, c, longest_word(c->words));
			if (!is_figure(c->words) && !r->header)
				need[i].words = true;
			if (w >= LONG_WORD && !is_figure(c->words))
				w = 0;
			w += w > 0 ? 2 * PAD_SIDE + 1 : 0;
			need[i].width = w > need[i].width ? w : need[i].width;
		}
	}
	return need;
}

static double least_width(const struct need *need, double w)
{
	return (need->words || need->width <= 0) && need->width < w / 2 ? w / 2 : need->width;
}

/* A column that is too narrow for what it needs takes what is missing from those that have more
 * than they need. False: there is not so much, and nothing was changed. */
static bool columns_fit(const struct need *need, struct table *t)
{
	double missing = 0, spare = 0;

	for (int i = 0; i < t->columns; i++) {
		double least = least_width(&need[i], t->w[i]);

		missing += need[i].width > t->w[i] ? need[i].width - t->w[i] : 0;
		spare += t->w[i] > least ? t->w[i] - least : 0;
	}
	if (missing > spare)
		return false;
	for (int i = 0; i < t->columns && missing > 0; i++) {
		double least = least_width(&need[i], t->w[i]);

		t->w[i] = t->w[i] > least ? t->w[i] - missing * (t->w[i] - least) / spare : least;
	}
	return true;
}

static void columns_place(struct pdf_layout *l, const struct node *n, struct table *t)
{
	double sum = 0, at = 0;

	t->x = ARENA_ARRAY(l->arena, double, t->columns);
	t->w = ARENA_ARRAY(l->arena, double, t->columns);
	t->digits = ARENA_ARRAY(l->arena, double, t->columns);
	for (int i = 0; i < t->columns; i++)
		sum += t->w[i] = n->widths && i < n->columns && n->widths[i] > 0 ? n->widths[i] : 1;
	for (int i = 0; i < t->columns; i++)
		t->w[i] *= PDF_TEXT_WIDTH / sum;
	if (!columns_fit(columns_need(l, n, t, true), t))
		(void)columns_fit(columns_need(l, n, t, false), t);
	for (int i = 0; i < t->columns; i++) {
		t->x[i] = t->right ? PDF_PAGE_WIDTH - PDF_MARGIN - at - t->w[i] : PDF_MARGIN + at;
		at += t->w[i];
	}
}

static int cells_in(const struct node *row)
{
	int n = 0;

	for (const struct node *c = row->first; c; c = c->next)
		n++;
	return n;
}

/* A column without a word below its header is there to be written in. */
static bool has_empty_column(struct pdf_layout *l, const struct node *table, int columns)
{
	bool *filled = ARENA_ARRAY(l->arena, bool, columns);
	int rows = 0;

	for (const struct node *r = table->first; r; r = r->next) {
		int i = 0;

		if (r->header || cells_in(r) < columns)
			continue;
		rows++;
		for (const struct node *c = r->first; c && i < columns; c = c->next, i++)
			filled[i] = filled[i] || c->words.n > 0;
	}
	for (int i = 0; i < columns; i++) {
		if (!filled[i])
			return rows > 0;
	}
	return false;
}

static enum pdf_edge cell_edge(const struct table *t, enum node_align align)
{
	switch (align) {
	case NODE_START:
		return t->right ? PDF_RIGHT : PDF_LEFT;
	case NODE_CENTRE:
		return PDF_MIDDLE;
	case NODE_END:
		return t->right ? PDF_LEFT : PDF_RIGHT;
	}
	return PDF_MIDDLE;
}

static void find_align(struct pdf_layout *l, struct table *t, const struct node *table)
{
	t->align = ARENA_ARRAY(l->arena, enum node_align, t->columns);
	for (const struct node *r = table->first; r; r = r->next) {
		int i = 0;

		if (cells_in(r) < t->columns)
			continue;
		for (const struct node *c = r->first; c && i < t->columns; c = c->next)
			t->align[i++] = c->align;
		if (!r->header)
			return;
	}
}

/* The last cell of a short row takes the columns that are left. */
static int cell_span(const struct table *t, const struct node *cell, int column)
{
	return cell->next ? 1 : t->columns - column;
}

static struct pdf_block cell_block(
	const struct table *t, const struct node *row, const struct node *cell, int column)
{
	int last = column + cell_span(t, cell, column) - 1;
	double left = t->right ? t->x[last] : t->x[column];
	double right = t->right ? t->x[column] + t->w[column] : t->x[last] + t->w[last];
	struct pdf_block b = {
		.style = cell_style(row, cell),
		.colour = row->header ? pdf_green : pdf_ink,
		.lang = cell->lang,
		.x = left + PAD_SIDE,
		.w = right - left - 2 * PAD_SIDE,
	};

	b.style.edge = cell_edge(t, row->header ? t->align[column] : cell->align);
	/* From right to left a column ends at its left; figures are as wide as the widest of them
	 * there, so that units stand under units. */
	if (t->right && cell->align == NODE_END && is_figure(cell->words) &&
		t->digits[column] < b.w) {
		b.w = t->digits[column] > 0 ? t->digits[column] + 0.5 : b.w;
		b.style.edge = PDF_RIGHT;
	}
	return b;
}

static void measure_figures(struct pdf_layout *l, struct table *t, const struct node *table)
{
	for (const struct node *r = table->first; r; r = r->next) {
		int column = 0;

		for (const struct node *c = r->first; c; c = c->next, column++) {
			double w;

			if (!t->right || c->align != NODE_END || !is_figure(c->words))
				continue;
			w = cell_width(l, r, c);
			t->digits[column] = w > t->digits[column] ? w : t->digits[column];
		}
	}
}

static double row_height(struct pdf_layout *l, const struct table *t, const struct node *row)
{
	double h = 14;
	int column = 0;

	for (const struct node *c = row->first; c; c = c->next) {
		struct pdf_block b = cell_block(t, row, c, column++);
		double one = c->words.n > 0 ? pdf_layout_height(l, c->words, &b) : 0;

		if (one > h)
			h = one;
	}
	h += PAD_ABOVE + PAD_BELOW;
	return t->by_hand && !row->header && h < HAND_HEIGHT ? HAND_HEIGHT : h;
}

/* Ground and lines of one row; the lines between columns stop where a cell spans them. */
static void row_grid(struct pdf_layout *l, const struct table *t, const struct node *row, double h)
{
	int column = 0, cells = cells_in(row);

	if (row->header || row->strong)
		pdf_flow_fill(&l->flow, PDF_MARGIN, 0, PDF_TEXT_WIDTH, h, pdf_tint);
	pdf_flow_fill(&l->flow, PDF_MARGIN, 0, 0.45, h, pdf_rule);
	pdf_flow_fill(&l->flow, PDF_PAGE_WIDTH - PDF_MARGIN - 0.45, 0, 0.45, h, pdf_rule);
	for (; column < cells - 1 && column < t->columns - 1; column++) {
		double x = t->right ? t->x[column] : t->x[column] + t->w[column];

		pdf_flow_fill(&l->flow, x - 0.22, 0, 0.45, h, pdf_rule);
	}
	pdf_flow_fill(&l->flow, PDF_MARGIN, 0, PDF_TEXT_WIDTH, row->header ? 1.1 : 0.45,
		row->header ? pdf_green : pdf_rule);
	pdf_flow_fill(&l->flow, PDF_MARGIN, h, PDF_TEXT_WIDTH, row->header ? 0.8 : 0.45,
		row->header ? pdf_green : pdf_rule);
}

static void cell(struct pdf_layout *l, const struct table *t, const struct node *row,
	const struct node *c, int column, double h)
{
	struct pdf_block b = cell_block(t, row, c, column);
	double own = c->words.n > 0 ? pdf_layout_height(l, c->words, &b) : 0;
	struct pdf_tag *tag = pdf_flow_open(&l->flow, row->header ? "TH" : "TD", true, c->lang);

	tag->column = row->header;
	tag->span = cell_span(t, c, column);
	if (own > 0)
		pdf_layout_lines(l, c->words, &b, (h - own + PAD_ABOVE - PAD_BELOW) / 2);
	pdf_flow_close(&l->flow);
}

/* A row that no page can hold: its cells as paragraphs one below the other, so that nothing of
 * them is lost. */
static void tall_row(struct pdf_layout *l, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		struct pdf_block b = {
			.style = cell_style(n, c),
			.colour = pdf_ink,
			.lang = c->lang,
			.x = PDF_MARGIN + PAD_SIDE,
			.w = PDF_TEXT_WIDTH - 2 * PAD_SIDE,
			.gap = 3,
		};

		if (c->words.n == 0)
			continue;
		b.style.edge = pdf_start(c->lang);
		pdf_flow_start(&l->flow, "TD", true, c->lang);
		pdf_layout_paragraph(l, c->words, &b);
		pdf_flow_close(&l->flow);
	}
}

static void row(struct pdf_layout *l, struct table *t, const struct node *n, bool first)
{
	double h = row_height(l, t, n);
	struct pdf_atom *atom;
	int column = 0;

	pdf_flow_start(&l->flow, "TR", false, n->lang);
	if (h > ROW_MAX) {
		tall_row(l, n);
		pdf_flow_close(&l->flow);
		return;
	}
	atom = pdf_flow_atom(&l->flow, first ? 8 : 0, h);
	if (n->header) {
		if (!t->head)
			t->head = atom;
		t->head_rows++;
		atom->keep = true;
	} else {
		atom->head = t->head;
		atom->head_rows = t->head_rows;
	}
	row_grid(l, t, n, h);
	for (const struct node *c = n->first; c; c = c->next, column++)
		cell(l, t, n, c, column, h);
	pdf_flow_close(&l->flow);
}

/* A sum stays with what it sums, a row that spans all with what it announces, and neither the FIRST
 * row below the header nor the last one is ever alone on a page. */
static bool keeps_next(const struct node *r, bool first, int columns)
{
	if (r->header || (first && r->next))
		return true;
	if (!r->next)
		return false;
	return r->next->strong || !r->next->next || (cells_in(r) == 1 && columns > 1);
}

void pdf_layout_table(struct pdf_layout *l, const struct node *n)
{
	struct table t = {.columns = n->columns, .right = pdf_start(l->lang) == PDF_RIGHT};

	for (const struct node *r = n->first; r; r = r->next)
		t.columns = cells_in(r) > t.columns ? cells_in(r) : t.columns;
	if (t.columns < 1 || !n->first)
		return;
	t.by_hand = has_empty_column(l, n, t.columns);
	columns_place(l, n, &t);
	find_align(l, &t, n);
	measure_figures(l, &t, n);
	pdf_flow_start(&l->flow, "Table", false, n->lang);
	for (const struct node *r = n->first, *before = NULL; r; before = r, r = r->next) {
		row(l, &t, r, r == n->first);
		l->flow.last->keep = keeps_next(r, before && before->header, t.columns);
	}
	pdf_flow_close(&l->flow);
	l->flow.last->height += 6;
}
