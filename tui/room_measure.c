/* How many rows every block gets, and which stand in large letters: what must be there first, what
 * is left then shared out. */
#include "tui/room_measure.h"

#include "tui/room_list.h"
#include "tui/room_names.h"

#define LINE_MAX_COLS 100 /* longer lines are hard to follow */

#define LIST_KEEP 6 /* rows that a list leaves to a heading in large letters */
#define WORD_ROWS 5 /* of large letters under figures */

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

int room_column_cols(const struct room_stack *s, const struct room_block *b)
{
	return s->area.cols / (b->columns > 1 ? b->columns : 1);
}

static bool has_word(const struct room_block *b)
{
	return b->column[0].word.id != NULL;
}

bool room_has_bar(const struct room_block *b)
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
			WORD_ROWS, room_column_cols(s, b) - 4, 1);
		if (!b->word[i]) {
			b->word[0] = NULL;
			return;
		}
		rows = b->word[i]->rows > rows ? b->word[i]->rows : rows;
	}
	b->word_rows = rows;
}

int room_under_figures(const struct room_stack *s, const struct room_block *b)
{
	int apart = room_stack_tall(s) ? 1 : 0;

	return (b->word_rows ? b->word_rows + apart : 0) + (room_has_bar(b) ? 1 + apart : 0);
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
		return room_under_figures(s, b);
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
	int room = room_column_cols(s, b) - 2;

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

int room_sign_cols(const struct room_block *b)
{
	return b->drawn ? room_figure_width(b->drawn, ROOM_SIGN_ROWS) + 4 : 0;
}

/* The letters of B in ROWS rows at most, by its text or by the shorter one. False: as it was. */
static bool enlarge(const struct room_stack *s, struct room_block *b, int rows)
{
	int edge = b->kind == ROOM_BLOCK_BAND ? band_edge(s) : 0, under = 0;
	int cols = s->area.cols - 2 * edge - room_sign_cols(b);
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
	if (b->drawn && b->rows < ROOM_SIGN_ROWS) /* letters of three rows */
		b->rows = rows < ROOM_SIGN_ROWS ? rows : ROOM_SIGN_ROWS;
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

int room_stack_measure(struct room_stack *s)
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
