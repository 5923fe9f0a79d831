#include "tui/room_stack.h"

#include <stdio.h>
#include <string.h>

#include "tui/mark.h"
#include "tui/room_code.h"
#include "tui/room_list.h"
#include "tui/room_names.h"

#define LINE_MAX_COLS 100 /* longer lines are hard to follow */
#define GAP_MAX       3
#define TALL_ROWS     34 /* areas from here on have high bands and lines set apart */
#define WIDE_COLS     110
#define MANY_NAMES    60
#define CODE_GAP      2
#define AGENDA_GAP    3 /* between the words and the signs */

#define FIGURES_LOW  8
#define TITLE_LINES  6 /* in ordinary letters */
#define BAND_EDGE    2 /* rows above and under large letters in a band */
#define SIGN_ROWS    5 /* at most, of a sign that is drawn beside large letters in a band */
#define LIST_KEEP    6 /* rows that a list leaves to a heading in large letters */
#define WORD_ROWS    5 /* of large letters under figures */
#define FIGURES_KEEP 5 /* rows that letters leave to figures, where there are as many */

void room_stack_begin(struct room_stack *s, struct area area, const struct room_view *view,
	struct bigtext *letters)
{
	s->area = area;
	s->view = view;
	s->letters = letters;
	s->dense = view->voters_n > MANY_NAMES;
	s->code = false;
	s->n = 0;
}

bool room_stack_tall(const struct room_stack *s)
{
	return s->area.rows >= TALL_ROWS && !s->dense;
}

static struct room_block *add(struct room_stack *s, enum room_block_kind kind, enum style style)
{
	struct room_block *b = &s->block[s->n < ROOM_BLOCKS_MAX ? s->n++ : ROOM_BLOCKS_MAX - 1];

	*b = (struct room_block){.kind = kind, .style = style, .most = 1};
	b->base = canvas_rtl(s->area.canvas) ? DIR_RTL : DIR_LTR;
	return b;
}

void room_stack_text(
	struct room_stack *s, enum style style, int most, enum direction base, struct str text)
{
	struct room_block *b;

	if (text.n == 0)
		return;
	b = add(s, ROOM_BLOCK_TEXT, style);
	b->text = text;
	b->most = most;
	b->base = base;
}

/* Messages are parts of sentences elsewhere; here they stand alone. */
static struct str sentence(struct canvas *c, struct message message)
{
	struct str s = canvas_words(c, message);
	char *copy;

	if (s.n == 0 || s.p[0] < 'a' || s.p[0] > 'z')
		return s;
	copy = arena_copy(canvas_arena(c), s.p, s.n);
	copy[0] = (char)(copy[0] - 'a' + 'A');
	return (struct str){copy, s.n};
}

void room_stack_say(struct room_stack *s, enum style style, int most, struct message message)
{
	room_stack_text(s, style, most, canvas_rtl(s->area.canvas) ? DIR_RTL : DIR_LTR,
		sentence(s->area.canvas, message));
}

void room_stack_both(
	struct room_stack *s, enum style style, int most, const struct room_both *t, bool bilingual)
{
	struct str ar = room_str(&t->ar), fr = room_str(&t->fr);
	bool arabic = canvas_lang(s->area.canvas) == LANG_AR;

	if (arabic && ar.n) {
		room_stack_text(s, style, most, DIR_RTL, ar);
		if (fr.n && bilingual) {
			room_stack_text(s, STYLE_TEXT, room_stack_tall(s) ? most : (most + 1) / 2,
				DIR_LTR, fr);
			room_stack_tight(s);
		}
	} else if (fr.n) {
		room_stack_text(s, style, most, DIR_LTR, fr);
	} else {
		room_stack_text(s, style, most, DIR_RTL, ar);
	}
}

void room_stack_large(struct room_stack *s, int lines, int rows)
{
	if (s->n == 0)
		return;
	s->block[s->n - 1].lines_large = lines;
	s->block[s->n - 1].tallest = rows;
}

void room_stack_title(struct room_stack *s, enum style style, const struct room_both *title,
	const struct room_both *shorter, bool bilingual, int lines, int rows)
{
	int first = s->n;
	struct room_block *b;

	room_stack_both(s, style, TITLE_LINES, title, bilingual);
	if (s->n == first)
		return;
	b = &s->block[first];
	b->lines_large = lines;
	b->tallest = rows;
	b->shorter = room_str(b->base == DIR_RTL ? &shorter->ar : &shorter->fr);
}

void room_stack_yield(struct room_stack *s)
{
	if (s->n)
		s->block[s->n - 1].yields = true;
}

void room_stack_tight(struct room_stack *s)
{
	if (s->n > 1)
		s->block[s->n - 1].tight = true;
}

void room_stack_band(
	struct room_stack *s, enum style style, const char *sign, struct message message)
{
	struct str parts[] = {str_of(sign), STR(" "), sentence(s->area.canvas, message)};
	struct room_block *b = add(s, ROOM_BLOCK_BAND, style);

	b->text = arena_join(canvas_arena(s->area.canvas), parts, ARRAY_LEN(parts));
	b->words = parts[2];
	if (strcmp(sign, "✓") == 0)
		b->drawn = "v";
	else if (strcmp(sign, "✗") == 0)
		b->drawn = "x";
}

struct room_column room_column(int64_t value, enum style style, struct message word)
{
	struct room_column c = {.style = style, .word = word, .value = value};

	(void)snprintf(c.figure, sizeof(c.figure), "%d",
		value < 0        ? 0
		: value > 999999 ? 999999
				 : (int)value);
	return c;
}

void room_stack_figures(struct room_stack *s, const struct room_column *columns, int n, int most)
{
	struct room_block *b = add(s, ROOM_BLOCK_FIGURES, STYLE_TEXT);

	/* In low areas the words beside figures are to be read as well. */
	b->most = s->letters && !room_stack_tall(s) && most > FIGURES_LOW ? FIGURES_LOW : most;
	b->columns = n < ROOM_COLUMNS_MAX ? n : ROOM_COLUMNS_MAX;
	memcpy(b->column, columns, (size_t)b->columns * sizeof(*columns));
}

void room_stack_bar(
	struct room_stack *s, enum style style, int64_t value, int64_t total, int64_t mark)
{
	struct room_block *b = add(s, ROOM_BLOCK_BAR, style);

	b->columns = 1;
	b->column[0] =
		(struct room_column){.style = style, .value = value, .total = total, .mark = mark};
}

void room_stack_agenda(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct room_block *b = add(s, ROOM_BLOCK_AGENDA, STYLE_HERE);

	if (v->item)
		b->text = canvas_words(s->area.canvas,
			MSG("Item {n} of {all}", A_INT("n", v->item), A_INT("all", v->items)));
}

void room_stack_head(struct room_stack *s)
{
	(void)add(s, ROOM_BLOCK_HEAD, STYLE_STRONG);
}

void room_stack_code(struct room_stack *s)
{
	s->code = true;
	s->area.cols -= ROOM_CODE_COLS + CODE_GAP;
}

void room_stack_list(struct room_stack *s, const struct room_line *line, size_t n, size_t focus)
{
	struct room_block *b;

	if (n == 0)
		return;
	b = add(s, ROOM_BLOCK_LIST, STYLE_TEXT);
	b->line = line;
	b->lines = n;
	b->focus = focus;
}

void room_stack_list_large(struct room_stack *s, bool focus)
{
	struct room_block *b = &s->block[s->n > 0 ? s->n - 1 : 0];

	if (s->n == 0 || b->kind != ROOM_BLOCK_LIST)
		return;
	b->lines_large = 1;
	b->focus_large = focus;
}

void room_stack_names(struct room_stack *s, struct str instead)
{
	if (s->view->voters_n)
		add(s, ROOM_BLOCK_NAMES, STYLE_TEXT)->text = instead;
}

void room_stack_pair(struct room_stack *s, enum direction base, const struct message heads[2],
	const struct str texts[2])
{
	struct room_block *b = add(s, ROOM_BLOCK_PAIR, STYLE_TEXT);

	b->base = base;
	b->text = texts[0];
	b->other = texts[1];
	for (int i = 0; i < 2; i++)
		b->head[i] = sentence(s->area.canvas, heads[i]);
}

/* --- measuring --- */

int room_stack_text_cols(const struct room_stack *s)
{
	return s->area.cols < LINE_MAX_COLS ? s->area.cols : LINE_MAX_COLS;
}

static int count_lines(const struct room_stack *s, const struct room_block *b)
{
	struct canvas *c = s->area.canvas;
	struct layout_line *lines;
	size_t n = canvas_lines_of(c, b->text, room_stack_text_cols(s), b->base, &lines);

	return n > (size_t)b->most ? b->most : (int)n;
}

static int column_cols(const struct room_stack *s, const struct room_block *b)
{
	return s->area.cols / (b->columns > 1 ? b->columns : 1);
}

static bool has_word(const struct room_block *b)
{
	return b->column[0].word.id != NULL;
}

static bool has_bar(const struct room_block *b)
{
	return b->column[0].total > 0;
}

/* The words under the figures: large when all of them can be. */
static void enlarge_words(const struct room_stack *s, struct room_block *b)
{
	struct canvas *c = s->area.canvas;
	int rows = 0;

	b->word_rows = has_word(b) ? 1 : 0;
	if (!has_word(b) || !room_stack_tall(s))
		return;
	for (int i = 0; i < b->columns; i++) {
		b->word[i] = bigtext_fit(s->letters, canvas_words(c, b->column[i].word), b->base,
			WORD_ROWS, column_cols(s, b) - 4, 1);
		if (!b->word[i]) {
			b->word[0] = NULL;
			return;
		}
		rows = b->word[i]->rows > rows ? b->word[i]->rows : rows;
	}
	b->word_rows = rows;
}

/* What stands under the figures: the words, the bars. A blank row divides in tall areas. */
static int under_figures(const struct room_stack *s, const struct room_block *b)
{
	int apart = room_stack_tall(s) ? 1 : 0;

	return (b->word_rows ? b->word_rows + apart : 0) + (has_bar(b) ? 1 + apart : 0);
}

static int fixed_rows(const struct room_stack *s, const struct room_block *b)
{
	bool tall = room_stack_tall(s);

	switch (b->kind) {
	case ROOM_BLOCK_TEXT:
		return count_lines(s, b);
	case ROOM_BLOCK_BAND:
		return tall ? 5 : b->tight ? 1 : 3;
	case ROOM_BLOCK_FIGURES:
		return under_figures(s, b);
	case ROOM_BLOCK_BAR:
	case ROOM_BLOCK_AGENDA:
		return 1;
	case ROOM_BLOCK_HEAD:
		return tall ? 2 * ROOM_HEAD_LINES - 1 : ROOM_HEAD_LINES;
	case ROOM_BLOCK_LIST:
	case ROOM_BLOCK_NAMES:
	case ROOM_BLOCK_PAIR:
		return 0; /* what is left, if that is enough */
	}
	return 0;
}

/* The greatest height up to ROWS at which the widest figure keeps to its column. */
static int fitting_height(const struct room_stack *s, const struct room_block *b, int rows)
{
	int room = column_cols(s, b) - 2;

	for (; rows > ROOM_FIGURE_ROWS_MIN; rows--) {
		bool fits = true;

		for (int i = 0; i < b->columns; i++)
			if (room_figure_width(b->column[i].figure, rows) > room)
				fits = false;
		if (fits)
			break;
	}
	return rows;
}

/* The least that figures can do with, which no other block may take from them. */
static int figures_least(const struct room_stack *s)
{
	for (int i = 0; i < s->n; i++) {
		if (s->block[i].kind == ROOM_BLOCK_FIGURES && !s->block[i].yields)
			return ROOM_FIGURE_ROWS_MIN;
	}
	return 0;
}

/* Rows above and under large letters; in low areas only under them, where fewer strokes end. */
static int band_edge(const struct room_stack *s)
{
	return room_stack_tall(s) ? 2 : 1;
}

/* Cells at the start of a band that its drawn sign takes from the letters. */
static int sign_cols(const struct room_block *b)
{
	return b->drawn ? room_figure_width(b->drawn, SIGN_ROWS) + 4 : 0;
}

/* The letters of B in ROWS rows at most, by its text or by the shorter one. False: as it was. */
static bool enlarge(const struct room_stack *s, struct room_block *b, int rows)
{
	int edge = b->kind == ROOM_BLOCK_BAND ? band_edge(s) : 0, under = 0;
	int cols = s->area.cols - 2 * edge - sign_cols(b);
	const struct bigtext_cells *cells = bigtext_fit(s->letters, b->drawn ? b->words : b->text,
		b->base, rows - edge, cols, b->lines_large);

	if (!cells && b->shorter.n && !str_equal(b->shorter, b->text)) {
		under = 1 + count_lines(s, b);
		cells = bigtext_fit(
			s->letters, b->shorter, b->base, rows - under, cols, b->lines_large);
	}
	if (!cells)
		return false;
	b->large = cells;
	b->shortened = under > 0;
	b->rows = cells->rows + edge + under;
	if (b->drawn && b->rows < SIGN_ROWS) /* letters of three rows */
		b->rows = rows < SIGN_ROWS ? rows : SIGN_ROWS;
	return true;
}

/* The letters of all blocks; each may grow by its part of SPARE, which others WANT too, and by more
 * where less would not be clear, but not into the rows that figures KEEP. Returns what is left. */
static int enlarge_all(struct room_stack *s, int spare, int wanted, int keep)
{
	int left = spare;

	for (int i = 0; i < s->n; i++) {
		struct room_block *b = &s->block[i];
		int most = b->tallest - b->rows, more = most, before = b->rows;

		if (most > left - keep)
			most = left - keep;
		if (b->tallest == 0 || most <= 0)
			continue;
		if (wanted > spare)
			more = spare * more / wanted;
		if (more > most)
			more = most;
		/* Three tries: finding out what is not clear takes long. */
		for (int k = 0; k <= 2 && !enlarge(s, b, before + more + (most - more) * k / 2);)
			k += more == most ? 3 : 1;
		left -= b->rows - before;
	}
	return left;
}

/* Rows of figures out of SPARE; those that yield keep away rather than take too much. */
static int figure_rows(const struct room_stack *s, const struct room_block *b, int spare)
{
	if (spare < ROOM_FIGURE_ROWS_MIN)
		return b->yields ? 0 : ROOM_FIGURE_ROWS_MIN;
	return fitting_height(s, b, spare > b->most ? b->most : spare);
}

/* SPARE rows among large letters and figures. Returns how many were taken. */
static int share(struct room_stack *s, int spare)
{
	int wanted = 0, keep = 0, left;

	for (int i = 0; i < s->n; i++) {
		const struct room_block *b = &s->block[i];

		if (b->tallest > b->rows)
			wanted += b->tallest - b->rows;
		if (b->kind != ROOM_BLOCK_FIGURES || b->yields)
			continue;
		wanted += b->most;
		keep = ROOM_FIGURE_ROWS_MIN;
	}
	left = enlarge_all(s, spare, wanted, keep);
	for (int i = 0; i < s->n; i++) {
		struct room_block *b = &s->block[i];
		int rows;

		if (b->kind != ROOM_BLOCK_FIGURES)
			continue;
		rows = figure_rows(s, b, left);
		b->rows = rows ? b->rows + rows : 0;
		left -= rows;
	}
	return spare - enlarge_all(s, left, 0, 0);
}

/* Names are not cut for the sake of a high band. Returns what is added to the sum. */
static int measure_names(struct room_stack *s, struct room_block *names, int spare)
{
	int low = 0;

	for (int i = 0; i < s->n; i++)
		low += s->block[i].kind == ROOM_BLOCK_BAND ? s->block[i].rows - 1 : 0;
	names->rows = room_names_rows(s->area, s->view, names, spare, spare + low);
	if (names->rows <= spare)
		return names->rows;
	for (int i = 0; i < s->n; i++)
		if (s->block[i].kind == ROOM_BLOCK_BAND)
			s->block[i].rows = 1;
	return names->rows - low;
}

/* A list below blocks of SUM rows and GAPS between them, which it may do without, as without the
 * blocks that yield, where that makes it large. Returns the sum with it. */
static int measure_list(struct room_stack *s, struct room_block *list, int sum, int gaps)
{
	int spare = s->area.rows - sum - gaps, yielding = 0;

	for (int i = 0; i < s->n; i++)
		yielding += s->block[i].yields ? s->block[i].rows : 0;
	list->rows = room_list_rows(s->area, s->letters, list, spare, spare + yielding + gaps,
		list->lines_large ? LIST_KEEP : 0);
	if (list->rows <= spare)
		return sum + list->rows;
	for (int i = 0; i < s->n; i++) {
		if (s->block[i].yields)
			s->block[i].rows = 0;
	}
	return sum - yielding + list->rows;
}

/* Rows of every block; those that are left go to the figures and to large letters. Returns the
 * sum. */
static int measure(struct room_stack *s)
{
	int sum = 0, loose = 0, least = figures_least(s);

	for (int i = 0; i < s->n; i++) {
		if (s->block[i].kind == ROOM_BLOCK_FIGURES)
			enlarge_words(s, &s->block[i]);
		s->block[i].rows = fixed_rows(s, &s->block[i]);
		sum += s->block[i].rows;
		loose += !s->block[i].tight;
	}
	for (int i = 0; i < s->n; i++) {
		struct room_block *b = &s->block[i];
		int spare = s->area.rows - sum - least;

		if (b->kind == ROOM_BLOCK_NAMES) {
			sum += measure_names(s, b, spare);
			continue;
		}
		if (b->kind == ROOM_BLOCK_PAIR)
			sum += b->rows = room_pair_rows(s->area,
				room_stack_tall(s) ? s->letters : NULL, b, spare - (loose - 1));
	}
	for (int i = 0; i < s->n; i++) {
		if (s->block[i].kind == ROOM_BLOCK_LIST)
			sum = measure_list(s, &s->block[i], sum, loose - 1);
	}
	return sum + share(s, s->area.rows - sum - (loose - 1));
}

/* --- painting --- */

static void draw_large(const struct room_stack *s, const struct room_block *b, int row)
{
	int sign = b->rows < SIGN_ROWS ? b->rows : SIGN_ROWS;

	bigtext_paint(s->area, row, (s->area.cols + sign_cols(b) - b->large->cols) / 2, b->style,
		s->letters, b->large);
	if (b->drawn)
		room_figure(s->area, b->row + (b->rows - sign) / 2, 3, sign,
			bigtext_pixels(s->letters), b->style, b->drawn);
}

static void draw_text(const struct room_stack *s, const struct room_block *b)
{
	struct canvas *c = s->area.canvas;
	int width = room_stack_text_cols(s), left = (s->area.cols - width) / 2;
	struct layout_line *lines;
	size_t n = canvas_lines_of(c, b->text, width, b->base, &lines);
	int rows = b->rows, row = b->row;

	if (b->large) {
		draw_large(s, b, b->row);
		if (!b->shortened)
			return;
		row += b->large->rows + 1;
		rows -= b->large->rows + 1;
	}
	for (int i = 0; i < rows && (size_t)i < n; i++) {
		struct str rest = {b->text.p + lines[i].from, b->text.n - lines[i].from};

		if (i + 1 == rows && n > (size_t)rows) { /* the rest, cut with … */
			canvas_text_in(s->area, row + i, left, width, b->style, ALIGN_CENTER,
				b->base, rest);
			break;
		}
		canvas_glyphs(canvas_sub(s->area, row + i, (s->area.cols - lines[i].width) / 2, 1,
				      lines[i].width),
			0, b->style, b->base, &lines[i]);
	}
}

static void draw_band(const struct room_stack *s, const struct room_block *b)
{
	canvas_fill(s->area, b->row, 0, b->rows, 0, b->style);
	if (b->large)
		draw_large(s, b, b->row + (b->rows - b->large->rows) / 2);
	else
		canvas_text_in(s->area, b->row + b->rows / 2, 1, -1, b->style, ALIGN_CENTER,
			b->base, b->text);
}

static void draw_column(
	const struct room_stack *s, const struct room_block *b, int at, int cols, int i)
{
	const struct room_column *c = &b->column[i];
	int rows = b->rows - under_figures(s, b), row = b->row + rows;
	int apart = room_stack_tall(s) ? 1 : 0;
	int width = room_figure_width(c->figure, rows);

	room_figure(s->area, b->row, at + (cols - width) / 2, rows, bigtext_pixels(s->letters),
		c->style, c->figure);
	if (b->word[0])
		bigtext_paint(s->area, row + apart, at + (cols - b->word[i]->cols) / 2,
			STYLE_STRONG, s->letters, b->word[i]);
	else if (has_word(b))
		canvas_say(s->area, row + apart, at, cols, STYLE_STRONG, ALIGN_CENTER, c->word);
	if (b->word_rows)
		row += b->word_rows + apart;
	if (has_bar(b))
		canvas_bar(s->area, row + apart, at + 2, cols - 4, c->style, c->value, c->total,
			c->mark ? c->mark : -1);
}

static void draw_figures(const struct room_stack *s, const struct room_block *b)
{
	int cols = column_cols(s, b), left = (s->area.cols - cols * b->columns) / 2;

	for (int i = 0; i < b->columns; i++)
		draw_column(s, b, left + i * cols, cols, i);
}

static void draw_bar(const struct room_stack *s, const struct room_block *b)
{
	const struct room_column *c = &b->column[0];
	int cols = s->area.cols - s->area.cols / 4;

	canvas_bar(s->area, b->row, (s->area.cols - cols) / 2, cols, c->style, c->value, c->total,
		c->mark ? c->mark : -1);
}

int room_stack_agenda_cols(const struct room_stack *s, const struct room_block *b)
{
	const struct room_view *v = s->view;
	int items = v->items < ROOM_ITEMS_MAX ? (int)v->items : ROOM_ITEMS_MAX;
	int words = canvas_width(s->area.canvas, b->text);

	return words + (words ? AGENDA_GAP : 0) + 2 * items - 1;
}

static void draw_agenda(const struct room_stack *s, const struct room_block *b)
{
	const struct room_view *v = s->view;
	int items = v->items < ROOM_ITEMS_MAX ? (int)v->items : ROOM_ITEMS_MAX;
	int words = canvas_width(s->area.canvas, b->text), gap = words ? AGENDA_GAP : 0;
	int width = room_stack_agenda_cols(s, b), at;

	if (width > s->area.cols) { /* too many for the line: the number says it */
		canvas_text(s->area, b->row, 0, 0, b->style, ALIGN_CENTER, b->text);
		return;
	}
	at = (s->area.cols - width) / 2;
	canvas_text(s->area, b->row, at, words, b->style, ALIGN_START, b->text);
	for (int i = 0; i < items; i++) {
		enum item_mark mark = (enum item_mark)v->marks[i];

		canvas_text(s->area, b->row, at + words + gap + 2 * i, 1, mark_style(mark),
			ALIGN_START, str_of(mark_sign(mark)));
	}
}

struct str room_stack_head_line(const struct room_stack *s, int line)
{
	bool wide = s->area.cols >= WIDE_COLS;
	struct str digits = hash_text(s->view->head, canvas_arena(s->area.canvas));
	struct builder t;

	builder_init(&t, canvas_arena(s->area.canvas));
	for (int i = 0; i < 16; i++) {
		if (i > 0)
			builder_add_z(&t, i % 4 == 0 ? (wide ? "    " : "  ") : wide ? " " : "");
		builder_add_char(&t, digits.p[line * 16 + i]);
	}
	return builder_str(&t);
}

static void draw_head(const struct room_stack *s, const struct room_block *b)
{
	int step = b->rows > ROOM_HEAD_LINES ? 2 : 1;

	for (int line = 0; line < ROOM_HEAD_LINES; line++)
		canvas_latin(s->area, b->row + step * line, 0, 0, b->style, ALIGN_CENTER,
			room_stack_head_line(s, line));
}

static void draw_block(const struct room_stack *s, const struct room_block *b)
{
	switch (b->kind) {
	case ROOM_BLOCK_TEXT:
		draw_text(s, b);
		break;
	case ROOM_BLOCK_BAND:
		draw_band(s, b);
		break;
	case ROOM_BLOCK_FIGURES:
		if (b->rows)
			draw_figures(s, b);
		break;
	case ROOM_BLOCK_BAR:
		if (b->rows)
			draw_bar(s, b);
		break;
	case ROOM_BLOCK_AGENDA:
		draw_agenda(s, b);
		break;
	case ROOM_BLOCK_HEAD:
		draw_head(s, b);
		break;
	case ROOM_BLOCK_LIST:
		room_list_draw(s->area, s->letters, b);
		break;
	case ROOM_BLOCK_NAMES:
		room_names_draw(s->area, s->view, b);
		break;
	case ROOM_BLOCK_PAIR:
		room_pair_draw(s->area, s->letters, b);
		break;
	}
}

void room_stack_measure(struct room_stack *s)
{
	(void)measure(s);
}

static void draw_code(const struct room_stack *s)
{
	struct area beside = s->area;

	beside.col += s->area.cols + CODE_GAP;
	beside.cols = ROOM_CODE_COLS;
	beside.row += s->area.rows > ROOM_CODE_ROWS ? (s->area.rows - ROOM_CODE_ROWS) / 2 : 0;
	beside.rows = ROOM_CODE_ROWS;
	room_code(beside, 0, s->view->head);
}

int room_stack_draw(struct room_stack *s)
{
	int sum = measure(s), free = s->area.rows - sum, gaps = -1, inner, row, seen = 0, used = 0;

	for (int i = 0; i < s->n; i++)
		gaps += !s->block[i].tight;
	if (free < 0)
		free = 0;
	inner = gaps <= 0 ? 0 : free < GAP_MAX * gaps ? free : GAP_MAX * gaps;
	row = (free - inner) / 2;
	for (int i = 0; i < s->n; i++) {
		struct room_block *b = &s->block[i];

		if (i > 0 && !b->tight) {
			int before = inner * ++seen / gaps;

			row += before - used;
			used = before;
		}
		b->row = row;
		draw_block(s, b);
		row += b->rows;
	}
	if (s->code)
		draw_code(s);
	return row;
}
