#include "tui/room_stack.h"

#include <stdio.h>
#include <string.h>

#include "tui/mark.h"
#include "tui/room_code.h"
#include "tui/room_list.h"
#include "tui/room_measure.h"
#include "tui/room_names.h"

#define GAP_MAX    3
#define TALL_ROWS  34 /* areas from here on have high bands and lines set apart */
#define WIDE_COLS  110
#define MANY_NAMES 60
#define CODE_GAP   2
#define AGENDA_GAP 3 /* between the words and the signs */

#define FIGURES_LOW 8
#define TITLE_LINES 6 /* in ordinary letters */

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

struct message room_stack_items(const struct room_view *v, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, v->block_n + 1);

	for (size_t i = 0; i < v->block_n; i++)
		list[i] = MSG("{n}", A_INT("n", v->block[i]));
	return MSG("{it}", A_LIST("it", list, v->block_n));
}

void room_stack_agenda(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct room_block *b = add(s, ROOM_BLOCK_AGENDA, STYLE_HERE);
	struct message items = room_stack_items(v, canvas_arena(s->area.canvas));

	if (v->block_n)
		b->text = canvas_words(
			s->area.canvas, MSG("Items {list} of {all}", A_MSG("list", &items),
						A_INT("all", v->items)));
	else if (v->item)
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

/* --- painting --- */

static void draw_large(const struct room_stack *s, const struct room_block *b, int row)
{
	int sign = b->rows < ROOM_SIGN_ROWS ? b->rows : ROOM_SIGN_ROWS;

	bigtext_paint(s->area, row, (s->area.cols + room_sign_cols(b) - b->large->cols) / 2,
		b->style, s->letters, b->large);
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
	int rows = b->rows - room_under_figures(s, b), row = b->row + rows;
	int apart = room_stack_tall(s) ? 1 : 0;
	int width = room_figure_width(c->figure, rows);

	room_figure(s->area, b->row, at + (cols - width) / 2, rows, bigtext_pixels(s->letters),
		c->style, c->figure);
	if (b->word[0])
		bigtext_paint(s->area, row + apart, at + (cols - b->word[i]->cols) / 2,
			STYLE_STRONG, s->letters, b->word[i]);
	else if (b->word_rows)
		canvas_say(s->area, row + apart, at, cols, STYLE_STRONG, ALIGN_CENTER, c->word);
	if (b->word_rows)
		row += b->word_rows + apart;
	if (room_has_bar(b))
		canvas_bar(s->area, row + apart, at + 2, cols - 4, c->style, c->value, c->total,
			c->mark ? c->mark : -1);
}

static void draw_figures(const struct room_stack *s, const struct room_block *b)
{
	int cols = room_column_cols(s, b), left = (s->area.cols - cols * b->columns) / 2;

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
	int sum = room_stack_measure(s), free = s->area.rows - sum, gaps = -1, inner, row, seen = 0,
	    used = 0;

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
