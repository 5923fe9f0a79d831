#include "tui/room_names.h"

#include <stdio.h>

#define COLUMNS_MAX 6
#define BESIDE_NAME 4  /* cells of its sign and of blanks */
#define GUTTER      4  /* between two texts */
#define PAIR_LINES  12 /* of large letters */

static const struct {
	const char *sign;
	enum style style;
} sides[] = {
	[ROOM_SIDE_NONE] = {"·", STYLE_DONE},
	[ROOM_SIDE_FOR] = {"✓", STYLE_GOOD},
	[ROOM_SIDE_AGAINST] = {"✗", STYLE_BAD},
	[ROOM_SIDE_ABSTAIN] = {"○", STYLE_CAUTION},
};

/* As few columns as SPARE rows allow; 0: they do not fit. */
static int columns_for(struct area area, const struct room_view *v, int spare)
{
	for (int columns = 1; columns <= COLUMNS_MAX; columns++) {
		if (area.cols / columns < ROOM_NAME_COLS)
			break;
		if (((int)v->voters_n + columns - 1) / columns <= spare)
			return columns;
	}
	return 0;
}

static int text_rows(struct area area, struct str text, enum direction base, int cols)
{
	struct canvas *c = area.canvas;
	struct layout_line *lines;

	return (int)canvas_lines_of(c, text, cols, base, &lines);
}

/* How many digits a number has here, the last one being the highest. */
static int digits_of(const struct room_view *v)
{
	return v->voter[v->voters_n - 1].number > 99 ? 3 : 2;
}

static struct str name_of(struct area area, const struct room_view *v, size_t i)
{
	const struct room_name *voter = &v->voter[i];
	struct both name = {room_stored(v, voter->name.ar), room_stored(v, voter->name.fr)};

	return both_pick(name, canvas_lang(area.canvas));
}

/* Would a name be cut in so many columns? */
static bool cuts(struct area area, const struct room_view *v, int columns)
{
	int room = area.cols / columns - digits_of(v) - BESIDE_NAME;

	for (size_t i = 0; i < v->voters_n; i++)
		if (canvas_width(area.canvas, name_of(area, v, i)) > room)
			return true;
	return false;
}

int room_names_rows(struct area area, const struct room_view *v, const struct room_block *b,
	int spare, int more)
{
	int columns = columns_for(area, v, spare), whole = columns_for(area, v, more), rows;

	if (whole && (!columns || (cuts(area, v, columns) && !cuts(area, v, whole))))
		columns = whole;
	if (columns) { /* three at least, where names fit: a list down one side looks lost */
		while (columns < 3 && area.cols / (columns + 1) >= ROOM_NAME_COLS)
			columns++;
		return ((int)v->voters_n + columns - 1) / columns;
	}
	rows = b->text.n ? text_rows(area, b->text, b->base, area.cols) : 0;
	return rows <= spare ? rows : spare > 0 ? spare : 0;
}

void room_names_one(
	struct area area, int row, int col, int cols, const struct room_view *v, size_t i)
{
	const struct room_name *voter = &v->voter[i];
	int digits = digits_of(v);
	enum style style = sides[voter->side].style;
	char number[16];

	(void)snprintf(number, sizeof number, "%0*d", digits, (int)voter->number);
	canvas_text(area, row, col, 1, style, ALIGN_START, str_of(sides[voter->side].sign));
	canvas_latin(area, row, col + 2, digits, STYLE_DONE, ALIGN_START, str_of(number));
	canvas_text(area, row, col + 3 + digits, cols - digits - BESIDE_NAME, style, ALIGN_START,
		name_of(area, v, i));
}

static int columns_drawn(const struct room_view *v, const struct room_block *b)
{
	return ((int)v->voters_n + b->rows - 1) / b->rows;
}

bool room_names_all(struct area area, const struct room_view *v, const struct room_block *b)
{
	return b->rows > 0 && area.cols / columns_drawn(v, b) >= ROOM_NAME_COLS;
}

void room_names_draw(struct area area, const struct room_view *v, const struct room_block *b)
{
	int rows = b->rows, cols;

	if (rows == 0)
		return;
	if (!room_names_all(area, v, b)) {
		(void)canvas_wrap_in(
			canvas_sub(area, b->row, 0, rows, 0), 0, rows, b->style, b->base, b->text);
		return;
	}
	cols = area.cols / columns_drawn(v, b);
	for (size_t i = 0; i < v->voters_n; i++)
		room_names_one(area, b->row + (int)i % rows, (int)i / rows * cols, cols, v, i);
}

int room_pair_cols(struct area area)
{
	return (area.cols - GUTTER) / 2;
}

/* Both texts in at most ROWS rows, letters about as large in the one as in the other. */
static bool enlarge_pair(struct area area, struct bigtext *letters, struct room_block *b, int rows)
{
	const struct str texts[] = {b->text, b->other};
	int cells[2], most;

	for (int i = 0; i < 2; i++)
		cells[i] = canvas_width(area.canvas, texts[i]);
	most = cells[0] > cells[1] ? cells[0] : cells[1];
	for (int i = 0; i < 2; i++) {
		b->pair[i] = bigtext_fit(letters, texts[i], b->base,
			(rows * cells[i] + most - 1) / (most ? most : 1), room_pair_cols(area),
			PAIR_LINES);
		if (!b->pair[i]) {
			b->pair[0] = NULL;
			return false;
		}
	}
	return true;
}

int room_pair_rows(struct area area, struct bigtext *letters, struct room_block *b, int spare)
{
	int first = text_rows(area, b->text, b->base, room_pair_cols(area));
	int second = text_rows(area, b->other, b->base, room_pair_cols(area));
	int rows;

	if (letters && spare > 2 && enlarge_pair(area, letters, b, spare - 2)) {
		first = b->pair[0]->rows;
		second = b->pair[1]->rows;
	}
	rows = 2 + (first > second ? first : second);
	return rows < spare ? rows : spare < 2 ? 2 : spare;
}

void room_pair_draw(struct area area, const struct bigtext *letters, const struct room_block *b)
{
	const struct str texts[] = {b->text, b->other};
	int cols = room_pair_cols(area);

	for (int i = 0; i < 2; i++) {
		struct area half = canvas_sub(area, b->row, i * (cols + GUTTER), b->rows, cols);
		enum style style = i ? STYLE_STRONG : STYLE_TEXT;

		canvas_text(half, 0, 0, 0, STYLE_HERE, ALIGN_START, b->head[i]);
		canvas_hline(half, 1, 0, 0, STYLE_DONE);
		if (b->pair[i])
			bigtext_paint(
				half, 2, (cols - b->pair[i]->cols) / 2, style, letters, b->pair[i]);
		else if (b->rows > 2)
			(void)canvas_wrap_in(half, 2, b->rows - 2, style, b->base, texts[i]);
	}
	if (b->rows > 2)
		canvas_vline(area, b->row, cols + GUTTER / 2, b->rows, STYLE_DONE);
}
