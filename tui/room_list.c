#include "tui/room_list.h"

#define COLS_MAX   120 /* wider ones are hard to follow from the name to the amount */
#define SIGN_COLS  3
#define AMOUNT_GAP 2

int room_list_rows(const struct room_block *b, int spare)
{
	int n = (int)b->lines;

	if (spare < 1)
		return 1;
	return 2 * n - 1 <= spare ? 2 * n - 1 : n <= spare ? n : spare;
}

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

static bool is_figure(struct str amount)
{
	return amount.n && amount.p[amount.n - 1] >= '0' && amount.p[amount.n - 1] <= '9';
}

/* Figures and the words over them keep to the right in both directions, other words to the end. */
static void draw_amount(struct area area, int row, int col, int cols, enum style style,
	struct str amount, bool figures)
{
	canvas_text_in(area, row, col, cols, style, figures ? ALIGN_RIGHT : ALIGN_END,
		is_figure(amount) || !canvas_rtl(area.canvas) ? DIR_LTR : DIR_RTL, amount);
}

static void draw_line(
	struct area area, int row, const struct room_line *line, const int amounts[], bool figures)
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
	canvas_text_in(area, row, SIGN_COLS, at - SIGN_COLS, line->style, ALIGN_START, line->base,
		line->text);
}

void room_list_draw(struct area area, const struct room_block *b)
{
	int cols = area.cols < COLS_MAX ? area.cols : COLS_MAX;
	int step = b->rows >= 2 * (int)b->lines - 1 && b->lines > 1 ? 2 : 1;
	size_t room = (size_t)(b->rows + step - 1) / (size_t)step, first = 0;
	int amounts[ROOM_AMOUNTS_MAX];

	area = canvas_sub(area, b->row, (area.cols - cols) / 2, b->rows, cols);
	for (int k = 0; k < ROOM_AMOUNTS_MAX; k++)
		amounts[k] = amount_cols(area.canvas, b, k);
	if (b->lines > room && b->focus + 2 > room) /* one more is kept in sight behind it */
		first = b->focus + 2 > b->lines ? b->lines - room : b->focus + 2 - room;
	for (size_t i = 0; i < room && first + i < b->lines; i++) {
		bool cut = (i == 0 && first > 0) ||
			   (i + 1 == room && first + room < b->lines && room > 1);

		if (cut)
			canvas_text(area, (int)i * step, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
		else
			draw_line(area, (int)i * step, &b->line[first + i], amounts,
				is_figure(b->line[b->lines - 1].amount[0]));
	}
}
