#include "tui/room_list.h"

#include <string.h>

#define COLS_MAX    120 /* wider ones are hard to follow from the name to the amount */
#define SIGN_COLS   3
#define AMOUNT_GAP  2
#define LARGE_MIN   3 /* rows of a line in large letters */
#define LARGE_MAX   7
#define LARGE_MANY  20 /* more lines never are */
#define FOCUS_ROWS  12 /* of the line in focus, where only that one is large */
#define FOCUS_LINES 2

/* Cells of the widest amount in column K. */
static int amount_cols(struct canvas *c, const struct room_block *b, int k)
{
	int most = 0;

	for (size_t i = 0; i < b->lines; i++) {
		int width = canvas_width(c, b->line[i].amount[k]);

		if (width > most)
			most = width;
	}
	return most;
}

/* Line I in at most ROWS rows of large letters, beside all AMOUNTS. Returns the rows it takes; 0:
 * it cannot be. */
static int enlarge_line(struct area area, struct bigtext *letters, struct room_block *b, size_t i,
	int rows, int lines)
{
	const struct room_line *line = &b->line[i];
	int cols = area.cols - SIGN_COLS;

	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++) {
		int amount = amount_cols(area.canvas, b, k);

		cols -= amount ? amount + AMOUNT_GAP : 0;
	}
	b->large_line[i] = bigtext_fit(letters, line->text, line->base, rows, cols, lines);
	return b->large_line[i] ? b->large_line[i]->rows : 0;
}

/* Every line in at most ROWS rows, all of them in as many; a row between them where one is left.
 * False: one of them cannot be. */
static bool enlarge_all(struct area area, struct bigtext *letters, struct room_block *b, int rows)
{
	b->large_rows = 0;
	for (size_t i = 0; i < b->lines; i++) {
		int taken = enlarge_line(area, letters, b, i, rows, 1);

		if (!taken)
			return false;
		b->large_rows = taken > b->large_rows ? taken : b->large_rows;
	}
	b->large_rows += b->large_rows < rows;
	return true;
}

/* All lines as large as SPARE rows allow, or none. */
static bool enlarge(struct area area, struct bigtext *letters, struct room_block *b, int spare)
{
	int n = (int)b->lines, rows = spare / n < LARGE_MAX ? spare / n : LARGE_MAX;

	for (; rows >= LARGE_MIN; rows--)
		if (enlarge_all(area, letters, b, rows))
			return true;
	return false;
}

/* The line in focus alone; the others set apart where that leaves it rows enough. */
static bool enlarge_focus(
	struct area area, struct bigtext *letters, struct room_block *b, int spare)
{
	int others = (int)b->lines - 1, rows;

	for (b->step = 2; b->step > 0; b->step--) {
		rows = spare - b->step * others;
		rows = rows < FOCUS_ROWS ? rows : FOCUS_ROWS;
		if (rows < LARGE_MIN)
			continue;
		memset(b->large_line, 0, b->lines * sizeof(b->large_line[0]));
		b->large_rows = enlarge_line(area, letters, b, b->focus, rows, FOCUS_LINES);
		if (b->large_rows)
			return true;
	}
	return false;
}

int room_list_rows(struct area area, struct bigtext *letters, struct room_block *b, int spare,
	int crowded, int keep)
{
	int n = (int)b->lines;

	b->large_line = NULL;
	b->step = 1;
	if (spare < 1)
		return 1;
	if (b->lines_large && letters && n <= LARGE_MANY) {
		b->large_line = ARENA_ARRAY(
			canvas_arena(area.canvas), const struct bigtext_cells *, b->lines);
		if (enlarge(area, letters, b, spare) ||
			(crowded > spare && enlarge(area, letters, b, crowded)))
			return b->large_rows * n;
		if (b->focus_large && enlarge_focus(area, letters, b, spare))
			return b->large_rows + b->step * (n - 1);
		b->large_line = NULL;
	}
	b->step = n > 1 && 2 * n - 1 <= spare - keep ? 2 : 1;
	return b->step * (n - 1) + 1 <= spare ? b->step * (n - 1) + 1 : spare;
}

static bool is_figure(struct str amount)
{
	return amount.n && amount.p[amount.n - 1] >= '0' && amount.p[amount.n - 1] <= '9';
}

enum direction room_list_base(const struct canvas *c, struct str amount)
{
	return is_figure(amount) || !canvas_rtl(c) ? DIR_LTR : DIR_RTL;
}

/* Figures and the words over them keep to the right in both directions, other words to the end. */
static void draw_amount(struct area area, int row, int col, int cols, enum style style,
	struct str amount, bool figures)
{
	canvas_text_in(area, row, col, cols, style, figures ? ALIGN_RIGHT : ALIGN_END,
		room_list_base(area.canvas, amount), amount);
}

static void draw_line(struct area area, int row, const struct room_line *line, const int amounts[],
	bool figures, bool text)
{
	int at = area.cols;

	for (int k = ROOM_AMOUNTS_MAX; k-- > 0;) {
		if (!amounts[k])
			continue;
		at -= amounts[k];
		draw_amount(area, row, at, amounts[k], line->style, line->amount[k], figures);
		at -= AMOUNT_GAP;
	}
	if (line->sign)
		canvas_text(area, row, 0, 1, line->style, ALIGN_START, str_of(line->sign));
	if (text)
		canvas_text_in(area, row, SIGN_COLS, at - SIGN_COLS, line->style, ALIGN_START,
			line->base, line->text);
}

/* Lines that have a place, a … at either end among them; *FIRST is the first of them. */
static size_t places(const struct room_block *b, size_t *first)
{
	size_t room = (size_t)(b->rows + b->step - 1) / (size_t)b->step;

	*first = 0;
	if (!b->large_line && b->lines > room && b->focus + 2 > room) /* one more behind it */
		*first = b->focus + 2 > b->lines ? b->lines - room : b->focus + 2 - room;
	return b->large_line || b->lines < room ? b->lines : room;
}

void room_list_window(const struct room_block *b, size_t *first, size_t *last)
{
	size_t room = places(b, first);

	*last = *first + room;
	if (room > 1 && *last < b->lines)
		--*last;
	if (*first > 0 && *first < *last)
		++*first;
}

/* Returns the rows it took. A large one begins where reading begins, its sign in the middle. */
static int draw_row(struct area area, const struct bigtext *letters, const struct room_block *b,
	size_t i, int row, const int amounts[])
{
	const struct room_line *line = &b->line[i];
	const struct bigtext_cells *large = b->large_line ? b->large_line[i] : NULL;

	draw_line(area, large ? row + b->large_rows / 2 : row, line, amounts,
		is_figure(b->line[b->lines - 1].amount[0]), !large);
	if (!large)
		return b->step;
	bigtext_paint(area, row + (b->large_rows - large->rows) / 2, SIGN_COLS, line->style,
		letters, large);
	return b->large_rows;
}

void room_list_draw(struct area area, const struct bigtext *letters, const struct room_block *b)
{
	int amounts[ROOM_AMOUNTS_MAX], cols, row;
	size_t first, last, top;

	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		amounts[k] = amount_cols(area.canvas, b, k);
	cols = b->large_line || area.cols < COLS_MAX ? area.cols : COLS_MAX;
	area = canvas_sub(area, b->row, (area.cols - cols) / 2, b->rows, cols);
	(void)places(b, &top);
	room_list_window(b, &first, &last);
	row = (int)(first - top) * b->step;
	if (first > top)
		canvas_text(area, 0, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
	for (size_t i = first; i < last; i++)
		row += draw_row(area, letters, b, i, row, amounts);
	if (last < b->lines)
		canvas_text(area, row, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
}
