#include "tui/room_words.h"

#include <stdio.h>

#include "tui/mark.h"
#include "tui/room_list.h"
#include "tui/room_names.h"

#define SIGN_COLS  2
#define AMOUNT_GAP 2

static bool seen(const struct room_words *w, int row)
{
	return row >= w->from && row < w->from + w->area.rows;
}

/* TEXT from COL on, at most MOST rows of it (0: all). */
static void wrapped(struct room_words *w, int col, int most, enum style style, enum direction base,
	struct str text)
{
	struct canvas *c = w->area.canvas;
	struct layout_line *lines;
	int n = (int)canvas_lines_of(c, text, w->area.cols - col, base, &lines);

	for (int i = 0; i < n && (most == 0 || i < most); i++, w->rows++) {
		if (seen(w, w->rows))
			canvas_glyphs(canvas_sub(w->area, w->rows - w->from, col, 1, 0), 0, style,
				base, &lines[i]);
	}
}

void room_words_text(struct room_words *w, enum style style, enum direction base, struct str text)
{
	if (text.n)
		wrapped(w, 0, 0, style, base, text);
}

static void latin(struct room_words *w, enum style style, struct str text)
{
	if (seen(w, w->rows))
		canvas_latin(w->area, w->rows - w->from, 0, 0, style, ALIGN_START, text);
	w->rows++;
}

static enum direction own(const struct room_words *w)
{
	return canvas_rtl(w->area.canvas) ? DIR_RTL : DIR_LTR;
}

/* TEXT as the first ROWS rows of COLS cells show it. */
static struct str cut(
	struct room_words *w, struct str text, enum direction base, int rows, int cols)
{
	struct canvas *c = w->area.canvas;
	struct layout_line *lines;
	size_t n = canvas_lines_of(c, text, cols, base, &lines);
	struct str parts[] = {text, STR("…")};

	if (rows < 1 || n <= (size_t)rows)
		return text;
	parts[0].n = lines[rows - 1].to;
	return arena_join(canvas_arena(c), parts, ARRAY_LEN(parts));
}

static void text_block(struct room_words *w, const struct room_stack *s, const struct room_block *b)
{
	int cols = room_stack_text_cols(s);

	if (b->large && b->shortened)
		room_words_text(w, b->style, b->base, b->shorter);
	if (b->large && !b->shortened)
		room_words_text(w, b->style, b->base, b->text);
	else
		room_words_text(w, b->style, b->base,
			cut(w, b->text, b->base, b->rows - (b->large ? b->large->rows + 1 : 0),
				cols));
}

static void figures(struct room_words *w, const struct room_block *b)
{
	struct canvas *c = w->area.canvas;

	for (int i = 0; i < b->columns && b->rows; i++) {
		const struct room_column *column = &b->column[i];
		struct str parts[] = {str_of(column->figure), STR(" "), STR("")};

		if (column->word.id)
			parts[2] = canvas_words(c, column->word);
		if (b->yields) /* an ornament, or the number that the line over it says */
			continue;
		room_words_text(w, column->style, own(w),
			arena_join(canvas_arena(c), parts, column->word.id ? 3 : 1));
	}
}

/* "Item 5 of 10", and a sign for each of them where the picture has them. */
static void agenda(struct room_words *w, const struct room_stack *s, const struct room_block *b)
{
	struct builder signs;

	room_words_text(w, b->style, b->base, b->text);
	if (room_stack_agenda_cols(s, b) > s->area.cols)
		return;
	builder_init(&signs, canvas_arena(w->area.canvas));
	for (int64_t i = 0; i < s->view->items && i < ROOM_ITEMS_MAX; i++) {
		builder_add_z(&signs, i ? " " : "");
		builder_add_z(&signs, mark_sign((enum item_mark)s->view->marks[i]));
	}
	room_words_text(w, STYLE_DONE, own(w), builder_str(&signs));
}

static void head(struct room_words *w, const struct room_stack *s)
{
	for (int line = 0; line < ROOM_HEAD_LINES; line++)
		latin(w, STYLE_STRONG, room_stack_head_line(s, line));
}

/* A line of a list; the amounts stand on a row of their own where it is too long for both. */
static void list_line(struct room_words *w, const struct room_line *line)
{
	struct canvas *c = w->area.canvas;
	int amounts = 0, at = w->area.cols, text = canvas_width(c, line->text);

	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		if (line->amount[k].n)
			amounts += canvas_width(c, line->amount[k]) + AMOUNT_GAP;
	if (line->sign && seen(w, w->rows))
		canvas_text(w->area, w->rows - w->from, 0, 1, line->style, ALIGN_START,
			str_of(line->sign));
	if (line->text.n)
		wrapped(w, SIGN_COLS, 0, line->style, line->base, line->text);
	if (!amounts)
		return;
	if (line->text.n && SIGN_COLS + text + amounts <= w->area.cols)
		w->rows--; /* beside the text, which took one row */
	for (int k = ROOM_AMOUNTS_MAX; k-- > 0;) {
		int cols = canvas_width(c, line->amount[k]);

		if (!cols)
			continue;
		at -= cols;
		if (seen(w, w->rows))
			canvas_text_in(w->area, w->rows - w->from, at, cols, line->style, ALIGN_END,
				room_list_base(c, line->amount[k]), line->amount[k]);
		at -= AMOUNT_GAP;
	}
	w->rows++;
}

static void list(struct room_words *w, const struct room_block *b)
{
	size_t first, last;

	room_list_window(b, &first, &last);
	if (first > 0)
		room_words_text(w, STYLE_DONE, own(w), STR("…"));
	for (size_t i = first; i < last; i++)
		list_line(w, &b->line[i]);
	if (last < b->lines)
		room_words_text(w, STYLE_DONE, own(w), STR("…"));
}

static void names(struct room_words *w, const struct room_stack *s, const struct room_block *b)
{
	const struct room_view *v = s->view;
	int n = (int)v->voters_n, columns = w->area.cols / ROOM_NAME_COLS, rows;

	if (b->rows == 0)
		return;
	if (!room_names_all(s->area, v, b)) {
		room_words_text(
			w, b->style, b->base, cut(w, b->text, b->base, b->rows, s->area.cols));
		return;
	}
	columns = columns < 1 ? 1 : columns;
	rows = (n + columns - 1) / columns;
	for (int i = 0; i < n; i++)
		if (seen(w, w->rows + i % rows))
			room_names_one(w->area, w->rows + i % rows - w->from,
				i / rows * (w->area.cols / columns), w->area.cols / columns, v,
				(size_t)i);
	w->rows += rows;
}

static void pair(struct room_words *w, const struct room_stack *s, const struct room_block *b)
{
	const struct str texts[] = {b->text, b->other};

	for (int i = 0; i < 2; i++) {
		room_words_text(w, STYLE_HERE, own(w), b->head[i]);
		room_words_text(w, i ? STYLE_STRONG : STYLE_TEXT, b->base,
			b->pair[i]
				? texts[i]
				: cut(w, texts[i], b->base, b->rows - 2, room_pair_cols(s->area)));
	}
}

void room_words_stack(struct room_words *w, const struct room_stack *s)
{
	for (int i = 0; i < s->n; i++) {
		const struct room_block *b = &s->block[i];

		switch (b->kind) {
		case ROOM_BLOCK_TEXT:
			text_block(w, s, b);
			break;
		case ROOM_BLOCK_BAND:
			room_words_text(w, b->style, b->base, b->text);
			break;
		case ROOM_BLOCK_FIGURES:
			figures(w, b);
			break;
		case ROOM_BLOCK_BAR:
			break; /* of what the figures say */
		case ROOM_BLOCK_AGENDA:
			agenda(w, s, b);
			break;
		case ROOM_BLOCK_HEAD:
			head(w, s);
			break;
		case ROOM_BLOCK_LIST:
			list(w, b);
			break;
		case ROOM_BLOCK_NAMES:
			names(w, s, b);
			break;
		case ROOM_BLOCK_PAIR:
			pair(w, s, b);
			break;
		}
	}
	if (s->code)
		room_words_text(w, STYLE_DONE, own(w),
			canvas_words(w->area.canvas, TEXT("and a code to take a picture of")));
}
