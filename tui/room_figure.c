#include "tui/room_figure.h"

#include <string.h>

/* Lengths are in units of which a pixel has 64 in height and 32 in width: a cell is twice as high
 * as it is wide and has two pixels each way. */
#define PIXEL_HEIGHT 64
#define PIXEL_WIDTH  32
#define PIXELS_WIDE  (4 * ROOM_FIGURE_ROWS_MAX) /* the star: as wide as it is high */
#define TURN         32                         /* steps of a full circle */
#define SMALL_ROWS   6                          /* under these a thick pen closes what is open */
#define PEN_SMALL    12

/* One movement of the pen. Places are in thousandths of the box the pen's tip moves in, from its
 * upper left corner; angles in steps, counter-clockwise, 0 where three o'clock is. */
enum stroke_kind {
	STROKE_END,
	STROKE_BAR,  /* x, y to a, b, with square ends: upright or level only */
	STROKE_LINE, /* x, y to a, b, with round ends */
	STROKE_ARC   /* round x, y with radii a, b, from step `from` to `to` */
};

struct stroke {
	enum stroke_kind kind;
	short x, y, a, b, from, to;
};

struct shape {
	short width; /* in percent of the height */
	short pen;   /* in percent of the height */
	struct stroke stroke[9];
};

/* clang-format off */
#define BAR(x, y, a, b)            {STROKE_BAR, x, y, a, b, 0, 0}
#define LINE(x, y, a, b)           {STROKE_LINE, x, y, a, b, 0, 0}
#define ARC(x, y, a, b, from, to)  {STROKE_ARC, x, y, a, b, from, to}

static const struct shape shapes[] = {
	{60, 20, {ARC(500, 380, 500, 380, 0, 16), ARC(500, 620, 500, 380, 16, 32),
		LINE(0, 380, 0, 620), LINE(1000, 380, 1000, 620)}},
	{60, 20, {BAR(560, 0, 560, 1000), LINE(540, 20, 100, 230), BAR(120, 1000, 1000, 1000)}},
	{60, 20, {ARC(500, 300, 500, 300, -3, 16), LINE(915, 470, 30, 985),
		BAR(0, 1000, 1000, 1000)}},
	{60, 20, {ARC(460, 245, 490, 245, -8, 13), ARC(460, 745, 540, 255, -13, 8),
		LINE(330, 490, 480, 490)}},
	{60, 20, {LINE(680, 20, 10, 690), BAR(0, 710, 1000, 710), BAR(720, 0, 720, 1000)}},
	{60, 20, {BAR(80, 0, 930, 0), BAR(80, 0, 60, 440), ARC(450, 680, 550, 320, -13, 13)}},
	{60, 20, {ARC(500, 700, 500, 300, 0, 32), LINE(0, 380, 0, 700), ARC(500, 380, 500, 380, 5, 16)}},
	{60, 20, {BAR(0, 0, 1000, 0), LINE(990, 30, 360, 1000)}},
	{60, 20, {ARC(500, 240, 450, 240, 0, 32), ARC(500, 740, 500, 260, 0, 32)}},
	{60, 20, {ARC(500, 300, 500, 300, 0, 32), LINE(1000, 300, 1000, 620),
		ARC(500, 620, 500, 380, 21, 32)}},
	{22, 20, {LINE(500, 280, 500, 290), LINE(500, 780, 500, 790)}},
	{80, 20, {LINE(0, 560, 330, 1000), LINE(330, 1000, 1000, 0)}},
	{80, 20, {LINE(0, 0, 1000, 1000), LINE(0, 1000, 1000, 0)}},
	{100, 8, {BAR(146, 146, 854, 146), BAR(146, 854, 854, 854), BAR(146, 146, 146, 854),
		BAR(854, 146, 854, 854), LINE(500, 0, 1000, 500), LINE(1000, 500, 500, 1000),
		LINE(500, 1000, 0, 500), LINE(0, 500, 500, 0)}},
};
/* clang-format on */

/* Thousandths of the cosine of 0 … 8 steps. */
static const short cosines[] = {1000, 981, 924, 831, 707, 556, 383, 195, 0};

static int cosine(int step)
{
	step = (step % TURN + TURN) % TURN;
	if (step > TURN / 2)
		step = TURN - step;
	return step > TURN / 4 ? -cosines[TURN / 2 - step] : cosines[step];
}

static int sine(int step)
{
	return cosine(step - TURN / 4);
}

static const struct shape *shape_of(char c)
{
	if (c >= '0' && c <= '9')
		return &shapes[c - '0'];
	switch (c) {
	case ':':
		return &shapes[10];
	case 'v':
		return &shapes[11];
	case 'x':
		return &shapes[12];
	case '*':
		return &shapes[13];
	}
	return NULL;
}

static int clamp_rows(int rows)
{
	return rows < ROOM_FIGURE_ROWS_MIN   ? ROOM_FIGURE_ROWS_MIN
	       : rows > ROOM_FIGURE_ROWS_MAX ? ROOM_FIGURE_ROWS_MAX
					     : rows;
}

/* Cells of one shape: a cell is half as wide as it is high. */
static int shape_cols(const struct shape *s, int rows)
{
	return (2 * rows * s->width + 50) / 100;
}

static int gap_cols(int rows)
{
	return rows < 10 ? 1 : 2;
}

int room_figure_width(const char *text, int rows)
{
	int cols = 0;

	rows = clamp_rows(rows);
	for (; *text; text++) {
		const struct shape *s = shape_of(*text);

		if (s)
			cols += shape_cols(s, rows) + (cols ? gap_cols(rows) : 0);
	}
	return cols;
}

/* --- the pen --- */

struct pen {
	int half;          /* of the width of its trace */
	int width, height; /* of the box its tip moves in; the box begins at half, half */
};

struct point {
	int x, y;
};

static struct point place(const struct pen *p, int x, int y)
{
	return (struct point){p->half + x * p->width / 1000, p->half + y * p->height / 1000};
}

static int64_t square(int64_t n)
{
	return n * n;
}

/* Does the trace from A to B cover P? */
static bool line_covers(const struct pen *pen, struct point a, struct point b, struct point p)
{
	int64_t dx = b.x - a.x, dy = b.y - a.y, length = square(dx) + square(dy);
	int64_t along = dx * (p.x - a.x) + dy * (p.y - a.y);

	if (along <= 0 || length == 0)
		return square(p.x - a.x) + square(p.y - a.y) <= square(pen->half);
	if (along >= length)
		return square(p.x - b.x) + square(p.y - b.y) <= square(pen->half);
	return square(dx * (p.y - a.y) - dy * (p.x - a.x)) <= square(pen->half) * length;
}

static bool bar_covers(const struct pen *pen, struct point a, struct point b, struct point p)
{
	int left = a.x < b.x ? a.x : b.x, right = a.x < b.x ? b.x : a.x;
	int top = a.y < b.y ? a.y : b.y, bottom = a.y < b.y ? b.y : a.y;

	return p.x >= left - pen->half && p.x < right + pen->half && p.y >= top - pen->half &&
	       p.y < bottom + pen->half;
}

static bool arc_covers(const struct pen *pen, const struct stroke *s, struct point p)
{
	struct point before = {0, 0};

	for (int step = s->from; step <= s->to; step++) {
		struct point at = place(
			pen, s->x + s->a * cosine(step) / 1000, s->y - s->b * sine(step) / 1000);

		if (step > s->from && line_covers(pen, before, at, p))
			return true;
		before = at;
	}
	return false;
}

static bool covers(const struct pen *pen, const struct stroke *s, struct point p)
{
	struct point a = place(pen, s->x, s->y), b = place(pen, s->a, s->b);

	switch (s->kind) {
	case STROKE_END:
		break;
	case STROKE_BAR:
		return bar_covers(pen, a, b, p);
	case STROKE_LINE:
		return line_covers(pen, a, b, p);
	case STROKE_ARC:
		return arc_covers(pen, s, p);
	}
	return false;
}

/* A pixel is set when the trace covers two of its four quarters or more. */
static bool pixel(const struct pen *pen, const struct shape *shape, int row, int col)
{
	int quarters = 0;

	for (int k = 0; k < 4; k++) {
		struct point p = {col * PIXEL_WIDTH + PIXEL_WIDTH * (1 + 2 * (k & 1)) / 4,
			row * PIXEL_HEIGHT + PIXEL_HEIGHT * (1 + 2 * (k >> 1)) / 4};
		bool set = false;

		for (const struct stroke *s = shape->stroke; !set && s->kind != STROKE_END; s++)
			set = covers(pen, s, p);
		quarters += set;
	}
	return quarters >= 2;
}

/* --- cells --- */

/* Bits of a cell: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
struct raster {
	int rows, cols;
	unsigned char cell[ROOM_FIGURE_ROWS_MAX][PIXELS_WIDE / 2];
};

static void draw_shape(const struct shape *shape, int rows, struct raster *r)
{
	bool thin = rows < SMALL_ROWS && shape < &shapes[10]; /* digits, not signs */
	int thick = (2 * rows * (thin ? PEN_SMALL : shape->pen) + 50) / 100;
	struct pen pen;

	r->rows = rows;
	r->cols = shape_cols(shape, rows);
	/* An even number of half units, so that level strokes fill whole pixels. */
	pen.half = (thick < 1 ? 1 : thick) * PIXEL_HEIGHT / 2;
	pen.width = 2 * r->cols * PIXEL_WIDTH - 2 * pen.half;
	pen.height = 2 * rows * PIXEL_HEIGHT - 2 * pen.half;
	memset(r->cell, 0, sizeof(r->cell));
	for (int y = 0; y < 2 * rows; y++)
		for (int x = 0; x < 2 * r->cols; x++)
			if (pixel(&pen, shape, y, x))
				r->cell[y / 2][x / 2] |=
					(unsigned char)(1 << (2 * (y & 1) + (x & 1)));
}

/* Half a cell, where there are no quarters: filled as soon as one of the two is. */
static void make_halves(struct raster *r)
{
	for (int line = 0; line < r->rows; line++) {
		for (int col = 0; col < r->cols; col++) {
			unsigned char c = r->cell[line][col];

			r->cell[line][col] = (unsigned char)((c & 3 ? 1 : 0) | (c & 12 ? 2 : 0));
		}
	}
}

void room_figure(struct area area, int row, int col, int rows, enum pixels kind, enum style style,
	const char *text)
{
	int left = 0, whole;

	rows = clamp_rows(rows);
	whole = room_figure_width(text, rows);
	area = canvas_sub(area, row, col, rows, whole);
	kind = kind == PIXELS_HALF ? kind : PIXELS_QUADRANT;
	for (; *text; text++) {
		const struct shape *shape = shape_of(*text);
		struct raster r;

		if (!shape)
			continue;
		draw_shape(shape, rows, &r);
		if (kind == PIXELS_HALF)
			make_halves(&r);
		for (int line = 0; line < rows; line++)
			pixels_row(area, line, left, whole, kind, style, r.cell[line], r.cols);
		left += r.cols + gap_cols(rows);
	}
}
