#include "tui/room_list.h"

#define COLS_MAX   120 /* wider ones are hard to follow from the name to the amount */
#define SIGN_COLS  3
#define AMOUNT_GAP 2
#define LARGE_MIN  3 /* rows of a line in large letters */
#define LARGE_MAX  5
#define LARGE_MANY 20 /* more lines never are */

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

/* Large lines without an amount have nothing at their end that is to be followed. */
static int list_cols(struct area area, bool large, const int amounts[])
{
	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		large = large && !amounts[k];
	return large || area.cols < COLS_MAX ? area.cols : COLS_MAX;
}

/* Cells from the first that is not empty to the last. */
static int ink_cols(const struct bigtext_cells *cells)
{
	int first = cells->cols, last = -1;

	for (int i = 0; i < cells->rows * cells->cols; i++) {
		int col = i % cells->cols;

		if (!cells->bits[i])
			continue;
		first = col < first ? col : first;
		last = col > last ? col : last;
	}
	return last < first ? 0 : last - first + 1;
}

/* Every line in ROWS rows of large letters; false: one of them cannot be. */
static bool enlarge(struct area area, struct bigtext *letters, struct room_block *b, int rows)
{
	int amounts[ROOM_AMOUNTS_MAX], cols;

	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		amounts[k] = amount_cols(area.canvas, b, k);
	cols = list_cols(area, true, amounts) - SIGN_COLS;
	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		cols -= amounts[k] ? amounts[k] + AMOUNT_GAP : 0;
	for (size_t i = 0; i < b->lines; i++) {
		const struct room_line *line = &b->line[i];
		const struct bigtext_cells *whole =
			bigtext_fit(letters, line->text, line->base, rows, cols, 1);

		if (!whole)
			return false;
		/* Once more without the empty cells beside it, to begin where reading begins. */
		b->large_line[i] =
			bigtext_fit(letters, line->text, line->base, rows, ink_cols(whole) + 1, 1);
		if (!b->large_line[i])
			b->large_line[i] = whole;
	}
	return true;
}

int room_list_rows(
	struct area area, struct bigtext *letters, struct room_block *b, int spare, int keep)
{
	int n = (int)b->lines;

	if (spare < 1)
		return 1;
	if (b->lines_large && letters && n <= LARGE_MANY) {
		b->large_line = ARENA_ARRAY(
			canvas_arena(area.canvas), const struct bigtext_cells *, b->lines);
		/* What is listed is large before the words over it are. */
		for (int rest = spare - keep; rest <= spare; rest += keep > 0 ? keep : 1) {
			int rows = rest / n > LARGE_MAX ? LARGE_MAX : rest / n;

			if (rows >= LARGE_MIN && enlarge(area, letters, b, rows))
				return rows * n;
		}
		b->large_line = NULL;
	}
	return 2 * n - 1 <= spare - keep ? 2 * n - 1 : n <= spare ? n : spare;
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

/* Each line begins where reading begins, its sign and its words in the middle of the rows. */
static void draw_enlarged(struct area area, const struct bigtext *letters,
	const struct room_block *b, const int amounts[])
{
	int rows = b->rows / (int)b->lines;

	for (size_t i = 0; i < b->lines; i++) {
		const struct bigtext_cells *cells = b->large_line[i];
		int row = (int)i * rows, free = rows - cells->rows;

		draw_line(area, row + rows / 2, &b->line[i], amounts, false, false);
		bigtext_paint(area, row + free / 2, SIGN_COLS, b->line[i].style, letters, cells);
	}
}

static int step_of(const struct room_block *b)
{
	return b->rows >= 2 * (int)b->lines - 1 && b->lines > 1 ? 2 : 1;
}

/* Lines that have a place, a … at either end among them; *FIRST is the first of them. */
static size_t places(const struct room_block *b, size_t *first)
{
	int step = step_of(b);
	size_t room = (size_t)(b->rows + step - 1) / (size_t)step;

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

void room_list_draw(struct area area, const struct bigtext *letters, const struct room_block *b)
{
	int step = step_of(b), amounts[ROOM_AMOUNTS_MAX], cols;
	size_t first, last, top;

	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		amounts[k] = amount_cols(area.canvas, b, k);
	cols = list_cols(area, b->large_line != NULL, amounts);
	area = canvas_sub(area, b->row, (area.cols - cols) / 2, b->rows, cols);
	if (b->large_line) {
		draw_enlarged(area, letters, b, amounts);
		return;
	}
	(void)places(b, &top);
	room_list_window(b, &first, &last);
	if (first > top)
		canvas_text(area, 0, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
	for (size_t i = first; i < last; i++)
		draw_line(area, (int)(i - top) * step, &b->line[i], amounts,
			is_figure(b->line[b->lines - 1].amount[0]), true);
	if (last < b->lines)
		canvas_text(
			area, (int)(last - top) * step, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
}
