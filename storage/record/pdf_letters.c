#include "storage/record/pdf_letters.h"

#include <limits.h>

#include <pango/pangofc-fontmap.h>

#include "storage/record/pdf_text.h"

/* Bold and without serifs: thinner strokes are lost on few pixels. */
static const struct face {
	const char *file, *family;
	bool rtl;    /* for words in Arabic */
	int leading; /* from line to line, in percent of what the face asks for */
} faces[] = {
	{"NotoKufiArabic-Bold.ttf", "Noto Kufi Arabic", true, 72}, /* its dots stay apart longest */
	{"DejaVuSans-Bold.ttf", "DejaVu Sans", false, 96},         /* has everything else */
};
#define LAST (G_N_ELEMENTS(faces) - 1)

#define STEPS  2  /* sizes are tried by half pixels */
#define CLEAR  40 /* pixels high, where nothing that is apart runs together */
#define SIZES  6  /* how many sizes are tried for one at which dots stay apart */
#define PHASES 3  /* and how many places of the first line between two rows of pixels */
#define FINE   6  /* times finer is what the pixels are compared with; a multiple of PHASES */

/* A pixel is drawn when this much of 255 is covered: what suits most letters comes first. */
static const unsigned char inks[] = {110, 140, 85};

/* Percent of its width that a letter may have. */
static const int widths[] = {100, 75, 60};

/* What goes wrong with a piece, in parts per thousand of it: a dot that is gone makes another
 * letter, a stroke that falls apart still reads. */
#define LOST  1000
#define SPLIT 300
#define WRONG 100000 /* never to be shown */

/* Parts per thousand of its pieces, from which on a word is hard to read. */
#define BLURRED_LATIN  100
#define BLURRED_ARABIC 70
#define HOPELESS       2 /* times as blurred: smaller letters will not be clear either */

struct pdf_letters {
	FcConfig *config;
	PangoFontMap *map;
	PangoLayout *layout[2]; /* left to right, right to left */
	bool has[G_N_ELEMENTS(faces)];
};

/* Pixels, and how many pieces they make: an Arabic word keeps its meaning only while its dots
 * neither run together with it nor vanish. */
struct raster {
	unsigned char *pixel; /* of g_new, 1: ink */
	int width, height, pieces, holes;
};

#define PAPER (-1) /* seen, and no ink */

/* The same words so fine that nothing runs together, and of which piece each place is. */
struct fine {
	int *piece;          /* of g_new, from 1; PAPER: no ink; NULL: not drawn yet */
	unsigned char *mark; /* of g_new, by piece: a dot or a hamza, no stroke of a letter */
	int width, height, pieces;
};

static PangoLayout *layout_new(PangoFontMap *map, PangoDirection direction)
{
	PangoContext *context = pdf_context(map, direction);
	PangoLayout *layout = pango_layout_new(context);

	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
	g_object_unref(context);
	return layout;
}

int pdf_letters_open(struct pdf_letters **letters, struct error *err)
{
	struct pdf_letters *l = g_new0(struct pdf_letters, 1);

	*letters = l;
	l->config = FcConfigCreate();
	for (size_t i = 0; l->config && i <= LAST; i++)
		l->has[i] = pdf_font_add(l->config, pdf_font_folders, faces[i].file);
	if (!l->has[LAST]) {
		error_set(err, ERROR_FONT, "%s", "DejaVu Sans Bold");
		goto out;
	}
	if (FcConfigSetCurrent(l->config))
		l->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	if (!l->map) {
		error_set(err, ERROR_PDF, "fontconfig");
		goto out;
	}
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(l->map), l->config);
	l->layout[0] = layout_new(l->map, PANGO_DIRECTION_LTR);
	l->layout[1] = layout_new(l->map, PANGO_DIRECTION_RTL);
	return 0;
out:
	pdf_letters_close(l);
	*letters = NULL;
	return -1;
}

void pdf_letters_close(struct pdf_letters *l)
{
	if (!l)
		return;
	for (int i = 0; i < 2; i++) {
		if (l->layout[i])
			g_object_unref(l->layout[i]);
	}
	if (l->map)
		g_object_unref(l->map);
	if (l->config)
		FcConfigDestroy(l->config);
	g_free(l);
}

static void set_size(PangoLayout *layout, const struct face *f, int size)
{
	PangoFontDescription *face = pango_font_description_new();
	PangoFontMetrics *metrics;
	int height;

	pango_font_description_set_family(face, f->family);
	pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD);
	pango_font_description_set_absolute_size(face, (double)size * PANGO_SCALE / STEPS);
	pango_layout_set_font_description(layout, face);
	/* All lines stand alike between the rows of pixels. */
	metrics = pango_context_get_metrics(pango_layout_get_context(layout), face, NULL);
	height = pango_font_metrics_get_height(metrics);
	pango_layout_set_line_spacing(
		layout, (float)(PANGO_PIXELS_CEIL(height * f->leading / 100) * PANGO_SCALE) /
				(float)height);
	pango_font_metrics_unref(metrics);
	pango_font_description_free(face);
}

/* Does the layout, wrapped at WIDTH, keep to it and to the order? */
static bool keeps(PangoLayout *layout, const struct letters_order *o, int width)
{
	PangoRectangle ink;

	pango_layout_set_width(layout, width);
	if (pango_layout_get_line_count(layout) > o->lines)
		return false;
	pango_layout_get_extents(layout, &ink, NULL);
	return ink.width <= width && ink.height <= o->height * PANGO_SCALE;
}

/* The narrowest width at which there are no more lines: lines of about one length instead of a
 * last one with a single word. */
static void balance(PangoLayout *layout, const struct letters_order *o, int width)
{
	int lines = pango_layout_get_line_count(layout), least = width / 3, most = width;
	PangoRectangle ink;

	while (lines > 1 && most - least > PANGO_SCALE) {
		int middle = (least + most) / 2;

		if (keeps(layout, o, middle) && pango_layout_get_line_count(layout) == lines)
			most = middle;
		else
			least = middle;
	}
	pango_layout_set_width(layout, most);
	pango_layout_get_extents(layout, &ink, NULL);
}

/* The largest size at which the layout keeps to the order; 0: none that is worth it. */
static int largest(
	PangoLayout *layout, const struct face *face, const struct letters_order *o, int width)
{
	int least = o->least * STEPS, most = o->height * STEPS * 2, best = 0;

	while (least <= most) {
		int size = (least + most) / 2;

		set_size(layout, face, size);
		if (keeps(layout, o, width)) {
			best = size;
			least = size + 1;
		} else {
			most = size - 1;
		}
	}
	return best;
}

/* ---- pixels ------------------------------------------------------------------------------- */

/* Marks the piece of one colour round pixel AT as PIECE: ink hangs together by corners too. */
static void flood(const struct raster *r, int *seen, int *queue, int at, int piece)
{
	int n = 0, colour = r->pixel[at];

	queue[n++] = at;
	seen[at] = piece;
	while (n > 0) {
		int here = queue[--n], x = here % r->width, y = here / r->width;

		for (int k = 0; k < 9; k++) {
			int dx = k % 3 - 1, dy = k / 3 - 1;
			int next = (y + dy) * r->width + x + dx;

			if (x + dx < 0 || x + dx >= r->width || y + dy < 0 || y + dy >= r->height ||
				seen[next] || r->pixel[next] != colour || (!colour && dx && dy))
				continue;
			seen[next] = piece;
			queue[n++] = next;
		}
	}
}

/* Of which piece each pixel is, as in `struct fine`, all others PAPER. Owner: the caller, g_free.
 */
static int *find_pieces(struct raster *r)
{
	int all = r->width * r->height;
	int *seen = g_new0(int, all), *queue = g_new(int, all);

	r->pieces = r->holes = 0;
	for (int i = 0; i < all; i++) { /* what reaches the edge is no hole */
		int x = i % r->width, y = i / r->width;
		bool edge = x == 0 || y == 0 || x == r->width - 1 || y == r->height - 1;

		if (edge && !r->pixel[i] && !seen[i])
			flood(r, seen, queue, i, PAPER);
	}
	for (int i = 0; i < all; i++) {
		if (seen[i])
			continue;
		*(r->pixel[i] ? &r->pieces : &r->holes) += 1;
		flood(r, seen, queue, i, r->pixel[i] ? r->pieces : PAPER);
	}
	g_free(queue);
	return seen;
}

/* The layout on pixels of this SHAPE, its ink in the middle, PHASE parts of a row further down;
 * each of them drawn as FINER × FINER. */
static cairo_surface_t *draw(
	PangoLayout *layout, int width, int height, int shape, double phase, int finer)
{
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_A8, width * finer, height * finer);
	cairo_t *cr = cairo_create(surface);
	PangoRectangle ink;

	pango_layout_get_extents(layout, &ink, NULL);
	cairo_scale(cr, finer * 1000.0 / shape, finer);
	cairo_translate(cr,
		(width * shape / 1000.0 - ink.width / (double)PANGO_SCALE) / 2 -
			ink.x / (double)PANGO_SCALE,
		phase - ink.y / (double)PANGO_SCALE);
	pango_cairo_show_layout(cr, layout);
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	return surface;
}

/* What is covered by more than INK becomes pixels. R: its size is given. */
static void take(cairo_surface_t *surface, unsigned char ink, struct raster *r)
{
	const unsigned char *data = cairo_image_surface_get_data(surface);
	int stride = cairo_image_surface_get_stride(surface);

	for (int y = 0; data && y < r->height; y++) {
		for (int x = 0; x < r->width; x++)
			r->pixel[y * r->width + x] = data[y * stride + x] >= ink;
	}
}

static int rows_of(PangoLayout *layout)
{
	PangoRectangle ink;

	pango_layout_get_extents(layout, &ink, NULL);
	return (ink.height + PANGO_SCALE - 1) / PANGO_SCALE;
}

/* The same words where nothing runs together. */
static struct raster ideal(PangoLayout *layout, const struct face *face)
{
	struct raster r = {NULL, 1, 1, 0, 0};
	cairo_surface_t *surface;
	PangoRectangle ink;

	set_size(layout, face, CLEAR * STEPS);
	pango_layout_set_width(layout, -1);
	pango_layout_get_extents(layout, &ink, NULL);
	r.width += ink.width / PANGO_SCALE + 1;
	r.height += rows_of(layout);
	r.pixel = g_new0(unsigned char, r.width *r.height);
	surface = draw(layout, r.width, r.height, 1000, 0, 1);
	take(surface, inks[0], &r);
	cairo_surface_destroy(surface);
	g_free(find_pieces(&r));
	g_free(r.pixel);
	r.pixel = NULL;
	return r;
}

/* By how many pieces and holes R differs from what it should be, in parts per thousand of its
 * pieces. What is lost here may be made up for by what falls apart there: see astray. */
static int blur(const struct raster *r, const struct raster *wanted)
{
	int pieces = ABS(r->pieces - wanted->pieces), holes = ABS(r->holes - wanted->holes);

	return (1000 * pieces + 500 * holes) / MAX(1, wanted->pieces);
}

/* A mark is low beside the highest stroke. */
static void find_marks(struct fine *f)
{
	int *top = g_new(int, f->pieces + 1), *high = g_new0(int, f->pieces + 1), most = 0;

	f->mark = g_new0(unsigned char, f->pieces + 1);
	for (int i = 0; i < f->width * f->height; i++) {
		int k = f->piece[i], y = i / f->width;

		if (k < 0)
			continue;
		if (!high[k])
			top[k] = y;
		high[k] = y - top[k] + 1;
		most = MAX(most, high[k]);
	}
	for (int k = 1; k <= f->pieces; k++)
		f->mark[k] = high[k] * 5 < most * 2;
	g_free(top);
	g_free(high);
}

static void draw_fine(struct fine *f, PangoLayout *layout, const struct letters_order *o)
{
	struct raster r = {NULL, o->width * FINE, rows_of(layout) * FINE, 0, 0};
	cairo_surface_t *surface = draw(layout, o->width, rows_of(layout), o->shape, 0, FINE);

	r.pixel = g_new0(unsigned char, r.width *r.height);
	take(surface, 128, &r);
	cairo_surface_destroy(surface);
	*f = (struct fine){find_pieces(&r), NULL, r.width, r.height, r.pieces};
	g_free(r.pixel);
	find_marks(f);
}

/* The piece of F that most of pixel X, Y shows, with F moved down by PHASE; 0: none. */
static int shown(const struct fine *f, int x, int y, int phase)
{
	int top = y * FINE - phase * FINE / PHASES, best = 0, most = 0;

	for (int i = 0; i < FINE * FINE; i++) {
		int row = top + i / FINE, n = 0, piece;

		if (row < 0 || row >= f->height)
			continue;
		piece = f->piece[row * f->width + x * FINE + i % FINE];
		if (piece <= 0 || piece == best)
			continue;
		for (int k = 0; k < FINE * FINE; k++) {
			int at = top + k / FINE;

			n += at >= 0 && at < f->height &&
			     f->piece[at * f->width + x * FINE + k % FINE] == piece;
		}
		if (n > most) {
			most = n;
			best = piece;
		}
	}
	return best;
}

/* How far the pieces of R, which are PIECE, are from being those of F, in parts per thousand of
 * these: each has to be there, on its own and whole. A mark that is gone or has run into a stroke
 * is another word: the Moroccan becomes the Arabised. */
static int astray(const struct raster *r, const int *piece, const struct fine *f, int phase)
{
	int columns = f->pieces + 1, wrong = 0;
	unsigned char *meet = g_new0(unsigned char, (r->pieces + 1) * columns);

	for (int i = 0; i < r->width * r->height; i++) {
		if (r->pixel[i])
			meet[piece[i] * columns + shown(f, i % r->width, i / r->width, phase)] = 1;
	}
	for (int of = 1; of <= f->pieces; of++) {
		int parts = 0;

		for (int k = 1; k <= r->pieces; k++)
			parts += meet[k * columns + of];
		wrong += parts ? (parts - 1) * SPLIT : WRONG;
	}
	for (int k = 1; k <= r->pieces; k++) {
		int marks = 0, strokes = 0;

		for (int of = 1; of <= f->pieces; of++)
			*(f->mark[of] ? &marks : &strokes) += meet[k * columns + of];
		wrong += marks && strokes ? WRONG : 0;
		wrong += marks > 1 ? (marks - 1) * SPLIT : 0;
		wrong += strokes > 1 ? (strokes - 1) * LOST : 0;
	}
	g_free(meet);
	return wrong / MAX(1, f->pieces);
}

/* The clearest of the ways to put the layout, at this size, on pixels; *BEST gets it when it is
 * clearer than *LEAST, which becomes what it is. Returns how blurred that was; 0 where it is just
 * too high. */
static int clearest(PangoLayout *layout, const struct letters_order *o, const struct raster *wanted,
	int *least, struct raster *best)
{
	struct fine fine = {NULL, NULL, 0, 0, 0};
	int found = INT_MAX;

	for (int phase = 0; phase < PHASES && found; phase++) {
		struct raster r = {NULL, o->width, rows_of(layout) + (phase > 0), 0, 0};
		cairo_surface_t *surface;

		if (r.height > o->height)
			continue;
		surface = draw(layout, r.width, r.height, o->shape, phase / (double)PHASES, 1);
		for (size_t i = 0; i < G_N_ELEMENTS(inks) && found; i++) {
			int now, rough, *piece;

			r.pixel = g_new0(unsigned char, r.width *r.height);
			take(surface, inks[i], &r);
			piece = find_pieces(&r);
			now = rough = blur(&r, wanted);
			if (o->rtl && now < *least) { /* the rest is looked at no closer */
				if (!fine.piece)
					draw_fine(&fine, layout, o);
				now = MAX(now, astray(&r, piece, &fine, phase));
			}
			g_free(piece);
			found = MIN(found, now ? MAX(rough, 1) : 0);
			if (now < *least) {
				g_free(best->pixel);
				*best = r;
				*least = now;
			} else {
				g_free(r.pixel);
			}
		}
		cairo_surface_destroy(surface);
	}
	g_free(fine.piece);
	g_free(fine.mark);
	return found == INT_MAX ? 0 : found;
}

/* The words in this face; without pixels: they are not clear at any size worth it. */
static struct raster words(
	PangoLayout *layout, const struct face *face, const struct letters_order *o)
{
	int width = (int)((int64_t)o->width * o->shape * PANGO_SCALE / 1000);
	struct raster wanted = ideal(layout, face), best = {NULL, 0, 0, 0, 0};
	int limit = o->rtl ? BLURRED_ARABIC : BLURRED_LATIN, blurred = limit;
	int size = largest(layout, face, o, width);

	if (pango_layout_get_unknown_glyphs_count(layout) > 0)
		return best;
	for (int i = 0; i < SIZES && blurred && size - i >= o->least * STEPS; i++) {
		set_size(layout, face, size - i);
		if (!keeps(layout, o, width))
			break;
		balance(layout, o, width);
		if (clearest(layout, o, &wanted, &blurred, &best) > HOPELESS * limit)
			break;
	}
	return best;
}

/* "No" alone is as plain as a U in the first face. */
static bool is_no(const struct letters_order *o)
{
	return str_is(o->text, "لا");
}

/* In the first face, and as wide as they are meant to be, unless only others are clear: pixels are
 * finer across than down, so that narrow letters can be higher. */
static struct raster clear_words(const struct pdf_letters *l, const struct letters_order *o)
{
	struct raster r = {NULL, 0, 0, 0, 0};

	for (size_t k = 0; k < G_N_ELEMENTS(widths) && !r.pixel; k++) {
		struct letters_order narrow = *o;

		narrow.shape = o->shape * 100 / widths[k];
		for (size_t i = 0; i <= LAST && !r.pixel; i++) {
			if (l->has[i] && !(faces[i].rtl && (!o->rtl || is_no(o))))
				r = words(l->layout[o->rtl], &faces[i], &narrow);
		}
	}
	return r;
}

bool pdf_letters_draw(
	struct pdf_letters *l, const struct letters_order *o, struct letters_bits *bits)
{
	struct raster r;

	*bits = (struct letters_bits){.width = 0};
	pango_layout_set_text(l->layout[o->rtl], o->text.p, (int)o->text.n);
	r = clear_words(l, o);
	if (!r.pixel)
		return false;
	*bits = (struct letters_bits){.width = r.width, .height = r.height};
	bytes_add(&bits->pixel, r.pixel, (size_t)r.width * (size_t)r.height);
	g_free(r.pixel);
	return true;
}
