#include "tui/reading_columns.h"

#include "locale/layout.h"

/* The widest run of TEXT between blanks, in cells: of all, or only of those with a figure. */
static int widest(struct str text, bool words)
{
	int most = 0;

	for (size_t from = 0; from < text.n;) {
		size_t to = from;
		bool figure = false;
		int width;

		for (; to < text.n && text.p[to] != ' '; to++)
			figure = figure || (text.p[to] >= '0' && text.p[to] <= '9');
		width = words || figure ? layout_width((struct str){text.p + from, to - from}) : 0;
		most = width > most ? width : most;
		from = to + 1;
	}
	return most;
}

/* LEAST grows to the widest word, or figure, of each column. */
static void columns_least(const struct node *table, int *least, int n, bool words)
{
	for (const struct node *r = table->first; r; r = r->next) {
		int i = 0;

		/* A cell that spans to the end is no measure of its first column. */
		for (const struct node *c = r->first; c && i < n; c = c->next, i++) {
			int w = c->next || i == n - 1 ? widest(c->words, words) : 0;

			least[i] = w > least[i] ? w : least[i];
		}
	}
}

/* A figure or a word is not broken while there is room: a column that is too narrow for its widest
 * one takes what is missing from those that have more than they need. False: there is no room. */
static bool columns_fit(const struct node *table, int *columns, int n, bool words)
{
	int least[READING_COLUMNS_MAX], missing = 0, spare = 0;

	for (int i = 0; i < n; i++)
		least[i] = words || columns[i] < 6 ? 3 : columns[i] / 2;
	columns_least(table, least, n, words);
	for (int i = 0; i < n; i++) {
		missing += least[i] > columns[i] ? least[i] - columns[i] : 0;
		spare += least[i] < columns[i] ? columns[i] - least[i] : 0;
	}
	if (missing > spare)
		return false;
	for (int i = 0; i < n; i++) {
		int own = columns[i] - least[i], given = own > 0 ? missing * own / spare : own;

		columns[i] -= given;
		missing -= own > 0 ? given : 0;
		spare -= own > 0 ? own : 0;
	}
	return true;
}

struct measured { /* how wide the cells are, row after row */
	const int *width;
	int *others; /* for each row, what the other columns take */
	size_t rows;
	int n;
};

static struct measured measure(const struct node *table, int n, struct arena *a)
{
	size_t rows = 0, at = 0;
	int *width, *others;

	for (const struct node *r = table->first; r; r = r->next)
		rows++;
	width = ARENA_ARRAY(a, int, rows *(size_t)n + 1);
	others = ARENA_ARRAY(a, int, rows + 1);
	for (const struct node *r = table->first; r; r = r->next, at++) {
		const struct node *c = r->first;

		for (int i = 0; i < n; i++, c = c ? c->next : NULL)
			width[at * (size_t)n + (size_t)i] = c ? layout_width(c->words) : 0;
	}
	return (struct measured){width, others, rows, n};
}

/* About how many rows of the screen the cell of row R takes in column I of COLS cells. */
static int lines_in(const struct measured *t, size_t r, int i, int cols)
{
	int width = t->width[r * (size_t)t->n + (size_t)i];

	return width <= cols ? 1 : (width + width / 8) / cols + 1;
}

/* The rows that K more cells for column I save, the others being what they are. */
static int saved(const struct measured *t, int i, int cols, int k)
{
	int sum = 0;

	for (size_t r = 0; r < t->rows; r++) {
		int now = lines_in(t, r, i, cols), then = lines_in(t, r, i, cols + k);

		if (now > t->others[r])
			sum += now - (then > t->others[r] ? then : t->others[r]);
	}
	return sum;
}

/* Of the SPARE cells, those given to a column that save most rows for their number; false: none
 * does. */
static bool give_best(const struct measured *t, int *cols, int *spare)
{
	int best = -1, cells = 1, gain = 0;

	for (int i = 0; i < t->n; i++) {
		for (size_t r = 0; r < t->rows; r++) {
			t->others[r] = 1;
			for (int other = 0; other < t->n; other++) {
				int lines = other == i ? 1 : lines_in(t, r, other, cols[other]);

				t->others[r] = lines > t->others[r] ? lines : t->others[r];
			}
		}
		for (int k = 1; k <= *spare; k++) {
			int rows = saved(t, i, cols[i], k);

			if (rows > 0 && rows * cells > gain * k)
				best = i, cells = k, gain = rows;
		}
	}
	if (best < 0)
		return false;
	cols[best] += cells;
	*spare -= cells;
	return true;
}

/* The cells go where they save rows, so that a page holds more of the table; what is left over is
 * shared as the document has it. Every word has its room already. */
static void columns_balance(const struct node *table, int *columns, int n, struct arena *a)
{
	const struct measured t = measure(table, n, a);
	int cols[READING_COLUMNS_MAX] = {0}, whole[READING_COLUMNS_MAX] = {0}, room = 0, spare, all;

	for (int i = 0; i < n; i++) {
		cols[i] = 3;
		room += columns[i];
		for (size_t r = 0; r < t.rows; r++) {
			int w = t.width[r * (size_t)n + (size_t)i];

			whole[i] = w > whole[i] ? w : whole[i];
		}
	}
	columns_least(table, cols, n, true);
	spare = all = room;
	for (int i = 0; i < n; i++) {
		spare -= cols[i];
		all -= whole[i] > cols[i] ? whole[i] : cols[i];
	}
	for (int i = 0; i < n && all >= 0; i++)
		cols[i] = whole[i] > cols[i] ? whole[i] : cols[i];
	if (all >= 0)
		spare = all;
	else
		while (spare > 0 && give_best(&t, cols, &spare))
			;
	for (int i = 0; i < n; i++) {
		int given = room > 0 ? spare * columns[i] / room : 0;

		room -= columns[i];
		spare -= given;
		columns[i] = cols[i] + given;
	}
}

int reading_columns(const struct node *table, int width, int gap, int *columns, struct arena *a)
{
	int n = table->columns < READING_COLUMNS_MAX ? table->columns : READING_COLUMNS_MAX;
	int room = width - gap * (n - 1), sum = 0;

	for (int i = 0; i < n; i++)
		sum += table->widths[i] > 0 ? table->widths[i] : 1;
	for (int i = 0; i < n; i++) {
		int part = table->widths[i] > 0 ? table->widths[i] : 1;

		columns[i] = room * part / sum;
		columns[i] = columns[i] < 3 ? 3 : columns[i];
	}
	if (columns_fit(table, columns, n, true))
		columns_balance(table, columns, n, a);
	else
		(void)columns_fit(table, columns, n, false);
	return n;
}
