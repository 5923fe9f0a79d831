#include "tui/bigtext.h"

#include <string.h>

#include "storage/record/letters.h"

/* Pixels from line to line. Small letters of Latin lose their shape where joined ones do not yet.
 */
#define LEAST_LATIN  8
#define LEAST_ARABIC 6

/* What was asked for and what came of it; without bits: nothing. */
struct kept {
	char *text; /* owned; NULL: nothing kept here */
	size_t n;
	enum direction base;
	int rows, cols, lines;
	struct bigtext_cells cells;
	unsigned char *bits; /* owned */
	unsigned used;       /* when it was wanted last */
};

struct bigtext {
	enum pixels kind;
	struct letters *letters;
	bool tried; /* to open them */
	unsigned turn;
	struct kept kept[BIGTEXT_KEPT];
};

struct bigtext *bigtext_open(enum pixels kind)
{
	struct bigtext *b = memory_source.take(sizeof *b);

	memset(b, 0, sizeof *b);
	b->kind = kind;
	return b;
}

static void forget(struct kept *k)
{
	memory_source.give(k->text);
	memory_source.give(k->bits);
	*k = (struct kept){.used = 0};
}

void bigtext_close(struct bigtext *b)
{
	if (!b)
		return;
	for (int i = 0; i < BIGTEXT_KEPT; i++)
		forget(&b->kept[i]);
	letters_close(b->letters);
	memory_source.give(b);
}

enum pixels bigtext_pixels(const struct bigtext *b)
{
	return b ? b->kind : PIXELS_NONE;
}

/* The columns of pixels that have ink: the first, and how many there are from it to the last. */
static int ink_cols(const struct letters_bits *from, int *first)
{
	int last = -1;

	*first = from->width;
	for (int i = 0; i < from->height * from->width; i++) {
		int x = i % from->width;

		if (!from->pixel.p[i])
			continue;
		*first = x < *first ? x : *first;
		last = x > last ? x : last;
	}
	return last < 0 ? 0 : last - *first + 1;
}

/* Pixels into cells, nothing empty beside them, the first and the last row filled up alike. */
static void pack(struct kept *k, enum pixels kind, const struct letters_bits *from)
{
	int wide = pixels_wide(kind), high = pixels_high(kind), first;
	int rows = (from->height + high - 1) / high, above = (rows * high - from->height) / 2;
	int ink = ink_cols(from, &first), cols = (ink + wide - 1) / wide;

	if (ink == 0)
		return;
	k->bits = memory_source.take((size_t)rows * (size_t)cols);
	memset(k->bits, 0, (size_t)rows * (size_t)cols);
	k->cells = (struct bigtext_cells){rows, cols, k->bits};
	for (int y = 0; y < from->height; y++) {
		int row = (y + above) / high, line = (y + above) % high;

		for (int x = 0; x < ink; x++) {
			if (from->pixel.p[(size_t)y * (size_t)from->width + (size_t)(first + x)])
				k->bits[row * cols + x / wide] |=
					(unsigned char)(1U << (line * wide + x % wide));
		}
	}
}

static void draw(struct bigtext *b, struct kept *k)
{
	struct letters_order order = {.text = {k->text, k->n},
		.rtl = k->base == DIR_RTL,
		.width = k->cols * pixels_wide(b->kind),
		.height = k->rows * pixels_high(b->kind),
		.lines = k->lines,
		.shape = pixels_shape(b->kind),
		.least = k->base == DIR_RTL ? LEAST_ARABIC : LEAST_LATIN};
	struct letters_bits drawn;

	if (letters_draw(b->letters, &order, &drawn)) {
		pack(k, b->kind, &drawn);
		bytes_free(&drawn.pixel);
	}
}

/* Are there letters at all? What is missing to draw them is no news for a room. */
static bool has_letters(struct bigtext *b)
{
	struct error ignored;

	if (!b->tried && letters_open(&b->letters, &ignored) < 0)
		b->letters = NULL;
	b->tried = true;
	return b->letters != NULL;
}

static bool is_it(
	const struct kept *k, struct str text, enum direction base, int rows, int cols, int lines)
{
	return k->text && k->base == base && k->rows == rows && k->cols == cols &&
	       k->lines == lines && str_equal((struct str){k->text, k->n}, text);
}

const struct bigtext_cells *bigtext_fit(
	struct bigtext *b, struct str text, enum direction base, int rows, int cols, int lines)
{
	struct kept *oldest;

	if (!b || b->kind == PIXELS_NONE || text.n == 0 || rows < 1 || cols < 1 || !has_letters(b))
		return NULL;
	oldest = &b->kept[0];
	b->turn++;
	for (int i = 0; i < BIGTEXT_KEPT; i++) {
		struct kept *k = &b->kept[i];

		if (is_it(k, text, base, rows, cols, lines)) {
			k->used = b->turn;
			return k->bits ? &k->cells : NULL;
		}
		if (k->used < oldest->used)
			oldest = k;
	}
	forget(oldest);
	*oldest = (struct kept){.text = memory_source.take(text.n),
		.n = text.n,
		.base = base,
		.rows = rows,
		.cols = cols,
		.lines = lines,
		.used = b->turn};
	memcpy(oldest->text, text.p, text.n);
	draw(b, oldest);
	return oldest->bits ? &oldest->cells : NULL;
}

void bigtext_paint(struct area area, int row, int col, enum style style, const struct bigtext *b,
	const struct bigtext_cells *cells)
{
	area = canvas_sub(area, row, col, cells->rows, cells->cols);
	for (int i = 0; i < cells->rows; i++)
		pixels_row(area, i, 0, cells->cols, b->kind, style,
			cells->bits + (size_t)i * (size_t)cells->cols, cells->cols);
}
