#include "storage/record/pdf_text.h"

#include <string.h>
#include <unistd.h>

#include <pango/pangofc-fontmap.h>

#include "storage/memory.h"

struct pdf_text {
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context[2]; /* left to right, right to left */
	PangoFontDescription *face[PDF_FACE_COUNT];
	GPtrArray *layouts;
};

struct font {
	const char *name; /* as the user would look for it */
	const char *file;
	const char
		*family; /* how it is asked for: itself, then what stands in for missing letters */
	const char *own; /* the family that must come back */
	PangoWeight weight;
};

static const struct font fonts[PDF_FACE_COUNT] = {
	[PDF_REGULAR] = {"Amiri", "Amiri-Regular.ttf", "Amiri,DejaVu Sans", "Amiri",
		PANGO_WEIGHT_NORMAL},
	[PDF_BOLD] = {"Amiri Bold", "Amiri-Bold.ttf", "Amiri,DejaVu Sans", "Amiri",
		PANGO_WEIGHT_BOLD},
	[PDF_MONO] = {"DejaVu Sans Mono", "DejaVuSansMono.ttf", "DejaVu Sans Mono",
		"DejaVu Sans Mono", PANGO_WEIGHT_NORMAL},
};

/* Letters that Amiri does not have (Tifinagh, signs) come from here when it is installed. */
static const char *const stand_in = "DejaVuSans.ttf";

const char *const pdf_font_folders[] = {
	"/usr/share/fonts/opentype/fonts-hosny-amiri",
	"/usr/share/fonts/truetype/fonts-hosny-amiri",
	"/usr/share/fonts/truetype/dejavu",
	"/usr/share/fonts/truetype/noto",
	"/usr/share/fonts/noto",
	"/usr/share/fonts/amiri",
	"/usr/share/fonts/dejavu",
	"/usr/share/fonts/TTF",
	"/usr/local/share/fonts",
	NULL,
};

enum pdf_edge pdf_start(enum lang lang)
{
	return lang == LANG_AR ? PDF_RIGHT : PDF_LEFT;
}

enum pdf_edge pdf_end(enum lang lang)
{
	return lang == LANG_AR ? PDF_LEFT : PDF_RIGHT;
}

/* ---- fonts ------------------------------------------------------------------------------- */

bool pdf_font_add(FcConfig *config, const char *const *folders, const char *file)
{
	char path[512];

	for (; *folders; folders++) {
		if ((size_t)g_snprintf(path, sizeof path, "%s/%s", *folders, file) >= sizeof path)
			continue;
		if (access(path, R_OK) == 0 && FcConfigAppFontAddFile(config, (FcChar8 *)path))
			return true;
	}
	return false;
}

/* Fontconfig never fails to find something: only a comparison tells a substitute. */
static bool is_the_font(PangoFont *font, const struct font *wanted)
{
	PangoFontDescription *got;
	bool same;

	if (!font)
		return false;
	got = pango_font_describe(font);
	same = strcmp(pango_font_description_get_family(got), wanted->own) == 0 &&
	       pango_font_description_get_weight(got) == wanted->weight &&
	       pango_font_description_get_style(got) == PANGO_STYLE_NORMAL;
	pango_font_description_free(got);
	return same;
}

static int load_face(struct pdf_text *t, enum pdf_face face, struct error *err)
{
	PangoFontDescription *wanted = pango_font_description_new();
	PangoFont *font;
	bool found;

	pango_font_description_set_family(wanted, fonts[face].family);
	pango_font_description_set_weight(wanted, fonts[face].weight);
	pango_font_description_set_size(wanted, 12 * PANGO_SCALE);
	t->face[face] = wanted;
	font = pango_font_map_load_font(t->map, t->context[0], wanted);
	found = is_the_font(font, &fonts[face]);
	if (font)
		g_object_unref(font);
	return found ? 0 : error_set(err, ERROR_FONT, "%s", fonts[face].name);
}

PangoContext *pdf_context(PangoFontMap *map, PangoDirection direction)
{
	PangoContext *context = pango_font_map_create_context(map);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_base_dir(context, direction);
	pango_context_set_round_glyph_positions(context, FALSE);
	return context;
}

int pdf_text_open(const char *const *folders, struct pdf_text **text, struct error *err)
{
	struct pdf_text *t = g_new0(struct pdf_text, 1);

	*text = t;
	t->layouts = g_ptr_array_new_with_free_func(g_object_unref);
	t->config = FcConfigCreate();
	if (!t->config) {
		error_set(err, ERROR_PDF, "fontconfig");
		goto out;
	}
	for (int i = 0; i < PDF_FACE_COUNT; i++) {
		if (!pdf_font_add(t->config, folders, fonts[i].file)) {
			error_set(err, ERROR_FONT, "%s", fonts[i].name);
			goto out;
		}
	}
	pdf_font_add(t->config, folders, stand_in);
	/* Made current before Pango starts, or else Pango reads the system's configuration. */
	if (FcConfigSetCurrent(t->config))
		t->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	if (!t->map) {
		error_set(err, ERROR_PDF, "fontconfig");
		goto out;
	}
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(t->map), t->config);
	t->context[0] = pdf_context(t->map, PANGO_DIRECTION_LTR);
	t->context[1] = pdf_context(t->map, PANGO_DIRECTION_RTL);
	for (int i = 0; i < PDF_FACE_COUNT; i++) {
		if (load_face(t, (enum pdf_face)i, err) != 0)
			goto out;
	}
	return 0;
out:
	pdf_text_close(t);
	*text = NULL;
	return -1;
}

void pdf_text_close(struct pdf_text *t)
{
	if (!t)
		return;
	g_ptr_array_free(t->layouts, TRUE);
	for (int i = 0; i < PDF_FACE_COUNT; i++) {
		if (t->face[i])
			pango_font_description_free(t->face[i]);
	}
	for (int i = 0; i < 2; i++) {
		if (t->context[i])
			g_object_unref(t->context[i]);
	}
	if (t->map)
		g_object_unref(t->map);
	if (t->config)
		FcConfigDestroy(t->config);
	g_free(t);
}

/* ---- hashes in text ----------------------------------------------------------------------- */

static bool is_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

static size_t blank_at(struct str s, size_t i)
{
	static const char *const blanks[] = {" ", "\u00a0", "\u202f"};

	for (size_t k = 0; k < ARRAY_LEN(blanks); k++) {
		if (str_starts((struct str){s.p + i, s.n - i}, blanks[k]))
			return strlen(blanks[k]);
	}
	return 0;
}

static bool hash_at(struct str s, size_t from, size_t *to, char digits[65])
{
	size_t i = from;
	int n = 0;

	while (n < 64 && i < s.n) {
		if (n > 0 && n % 4 == 0)
			i += blank_at(s, i);
		if (i >= s.n || !is_digit(s.p[i]))
			return false;
		digits[n++] = s.p[i++];
	}
	digits[n] = '\0';
	*to = i;
	return n == 64 && (i == s.n || !is_digit(s.p[i]));
}

bool pdf_hash_find(struct str s, size_t *from, size_t *to, char digits[65])
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]) && (i == 0 || !is_digit(s.p[i - 1])) &&
			hash_at(s, i, to, digits)) {
			*from = i;
			return true;
		}
	}
	return false;
}

/* The words with each hash in groups that may go on in the next line, inside an isolate of its
 * own; its bytes in the result are told to MARK. */
static struct str group_hashes(struct str words, struct arena *a, PangoAttrList *marks, double size)
{
	struct builder b;
	char digits[65];
	size_t from, to;

	builder_init(&b, a);
	while (pdf_hash_find(words, &from, &to, digits)) {
		PangoAttribute *family = pango_attr_family_new(fonts[PDF_MONO].family);
		PangoAttribute *smaller = pango_attr_size_new((int)(size * 0.74 * PANGO_SCALE));

		builder_add(&b, (struct str){words.p, from});
		builder_add_z(&b, "\u2066");
		family->start_index = smaller->start_index = (guint)b.n;
		for (int i = 0; i < 64; i += 4) {
			if (i > 0)
				builder_add_char(&b, ' ');
			builder_add(&b, (struct str){digits + i, 4});
		}
		family->end_index = smaller->end_index = (guint)b.n;
		builder_add_z(&b, "\u2069");
		pango_attr_list_insert(marks, family);
		pango_attr_list_insert(marks, smaller);
		words = (struct str){words.p + to, words.n - to};
	}
	builder_add(&b, words);
	return builder_str(&b);
}

/* ---- lines -------------------------------------------------------------------------------- */

static PangoAlignment alignment(enum pdf_edge edge)
{
	switch (edge) {
	case PDF_LEFT:
		return PANGO_ALIGN_LEFT;
	case PDF_MIDDLE:
		return PANGO_ALIGN_CENTER;
	case PDF_RIGHT:
		return PANGO_ALIGN_RIGHT;
	}
	return PANGO_ALIGN_LEFT;
}

PangoLayout *pdf_text_layout(struct pdf_text *t, struct str words, enum lang lang,
	const struct pdf_style *style, double width)
{
	PangoLayout *layout = pango_layout_new(t->context[lang == LANG_AR]);
	PangoFontDescription *font = pango_font_description_copy(t->face[style->face]);
	PangoAttrList *marks = pango_attr_list_new();
	struct arena a;
	struct str text;

	arena_init(&a, &memory_source);
	g_ptr_array_add(t->layouts, layout);
	pango_font_description_set_size(font, (int)(style->size * PANGO_SCALE));
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_attr_list_insert(
		marks, pango_attr_language_new(pango_language_from_string(lang_code(lang))));
	text = style->face == PDF_MONO ? words : group_hashes(words, &a, marks, style->size);
	pango_layout_set_attributes(layout, marks);
	pango_attr_list_unref(marks);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_alignment(layout, alignment(style->edge));
	pango_layout_set_justify(layout, style->justify);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
	pango_layout_set_text(layout, text.p ? text.p : "", (int)text.n);
	arena_clear(&a);
	return layout;
}

void pdf_text_forget(struct pdf_text *t)
{
	if (t->layouts->len > 0)
		g_ptr_array_remove_index(t->layouts, t->layouts->len - 1);
}

double pdf_line_width(PangoLayoutLine *line)
{
	PangoRectangle box;

	pango_layout_line_get_extents(line, NULL, &box);
	return box.width / (double)PANGO_SCALE;
}

/* g_utf8_next_char, which casts const away. */
static const char *next_letter(const char *p)
{
	return p + g_utf8_skip[*(const unsigned char *)p];
}

static bool is_isolate(gunichar c)
{
	return (c >= 0x2066 && c <= 0x2069) || (c >= 0x200e && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || c == 0x061c;
}

struct str pdf_line_words(PangoLayoutLine *line, struct arena *a)
{
	const char *p = pango_layout_get_text(line->layout) + line->start_index;
	const char *end = p + line->length;
	struct builder b;
	struct str words;

	builder_init(&b, a);
	for (; p < end; p = next_letter(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!is_isolate(c))
			builder_add(&b, (struct str){p, (size_t)(next_letter(p) - p)});
	}
	words = builder_str(&b);
	while (words.n > 0 && words.p[words.n - 1] == ' ')
		words.n--;
	return arena_str(a, words);
}

/* ---- drawing ------------------------------------------------------------------------------ */

#define WORD_GLYPHS 128

/* One word on its way to the page. */
struct word {
	cairo_t *cr;
	cairo_scaled_font_t *font;
	bool outline;
	char text[WORD_GLYPHS * 8];
	cairo_glyph_t glyph[WORD_GLYPHS];
	cairo_text_cluster_t cluster[WORD_GLYPHS];
	int text_n, glyphs_n, clusters_n;
};

static void word_end(struct word *w)
{
	if (w->glyphs_n > 0 && w->outline) {
		cairo_glyph_path(w->cr, w->glyph, w->glyphs_n);
	} else if (w->glyphs_n > 0) {
		cairo_show_text_glyphs(w->cr, w->text, w->text_n, w->glyph, w->glyphs_n, w->cluster,
			w->clusters_n, 0);
	}
	w->text_n = w->glyphs_n = w->clusters_n = 0;
}

static void word_add(
	struct word *w, const char *text, int text_n, const cairo_glyph_t *glyph, int n)
{
	if (n > WORD_GLYPHS || text_n > (int)sizeof w->text)
		return;
	if (w->glyphs_n + n > WORD_GLYPHS || w->text_n + text_n > (int)sizeof w->text)
		word_end(w);
	memcpy(w->text + w->text_n, text, (size_t)text_n);
	memcpy(w->glyph + w->glyphs_n, glyph, (size_t)n * sizeof *glyph);
	w->cluster[w->clusters_n++] = (cairo_text_cluster_t){.num_bytes = text_n, .num_glyphs = n};
	w->text_n += text_n;
	w->glyphs_n += n;
}

/* As many glyphs as letters (a letter with its vowel signs): each gets its own, so that every
 * letter can be copied out. From right to left the first letter is the last glyph. */
static void word_add_each(
	struct word *w, const char *text, const cairo_glyph_t *glyph, int n, bool rtl)
{
	const char *at[WORD_GLYPHS];

	for (int i = 0; i < n; i++) {
		at[rtl ? n - 1 - i : i] = text;
		text = next_letter(text);
	}
	for (int i = 0; i < n; i++)
		word_add(w, at[i], (int)(next_letter(at[i]) - at[i]), &glyph[i], 1);
}

/* No font has this letter: an empty box, drawn, because PDF/A allows no missing glyph. */
static void missing_box(cairo_t *cr, double x, double y, double width, double size, bool outline)
{
	double inset = size * 0.06;

	if (outline || width <= 2 * inset)
		return;
	cairo_save(cr);
	cairo_set_line_width(cr, size * 0.05);
	cairo_rectangle(cr, x + inset, y - size * 0.68, width - 2 * inset, size * 0.72);
	cairo_stroke(cr);
	cairo_restore(cr);
}

static bool is_drawn(PangoGlyph glyph)
{
	return glyph != PANGO_GLYPH_EMPTY && !(glyph & PANGO_GLYPH_UNKNOWN_FLAG);
}

static double run_size(const PangoGlyphItem *run)
{
	PangoFontDescription *d = pango_font_describe(run->item->analysis.font);
	double size = pango_font_description_get_size(d) / (double)PANGO_SCALE;

	pango_font_description_free(d);
	return size;
}

/* Glyphs FROM … TO-1 of RUN, which stand for the TEXT_N bytes at TEXT, starting at X. */
static void draw_cluster(struct word *w, const PangoGlyphItem *run, int from, int to,
	const char *text, int text_n, double x, double y)
{
	cairo_glyph_t glyph[WORD_GLYPHS];
	long letters = g_utf8_strlen(text, text_n);
	int n = 0;

	if (text_n <= 0 || g_unichar_isspace(g_utf8_get_char(text))) {
		word_end(w);
		return;
	}
	for (int i = from; i < to && n < WORD_GLYPHS; i++) {
		const PangoGlyphInfo *g = &run->glyphs->glyphs[i];

		if (g->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
			missing_box(w->cr, x, y, g->geometry.width / (double)PANGO_SCALE,
				run_size(run), w->outline);
		if (is_drawn(g->glyph))
			glyph[n++] = (cairo_glyph_t){.index = g->glyph,
				.x = x + g->geometry.x_offset / (double)PANGO_SCALE,
				.y = y + g->geometry.y_offset / (double)PANGO_SCALE};
		x += g->geometry.width / (double)PANGO_SCALE;
	}
	if (n > 1 && letters == n)
		word_add_each(w, text, glyph, n, run->item->analysis.level % 2 == 1);
	else if (n > 0)
		word_add(w, text, text_n, glyph, n);
}

static double draw_run(
	cairo_t *cr, const PangoGlyphItem *run, const char *text, double x, double y, bool outline)
{
	const PangoItem *item = run->item;
	const PangoGlyphString *s = run->glyphs;
	bool rtl = item->analysis.level % 2 == 1;
	struct word w = {.cr = cr, .outline = outline};
	int i = 0, next = item->length; /* right to left: where the letter read after this one is */

	w.font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item->analysis.font));
	cairo_set_scaled_font(cr, w.font);
	while (i < s->num_glyphs) {
		int start = s->log_clusters[i], end, to = i;
		double width = 0;

		for (; to < s->num_glyphs && s->log_clusters[to] == start; to++)
			width += s->glyphs[to].geometry.width / (double)PANGO_SCALE;
		if (rtl)
			end = next;
		else
			end = to < s->num_glyphs ? s->log_clusters[to] : item->length;
		draw_cluster(&w, run, i, to, text + item->offset + start, end - start, x, y);
		next = start;
		x += width;
		i = to;
	}
	word_end(&w);
	return x;
}

static void draw_line(cairo_t *cr, PangoLayoutLine *line, double x, double y, bool outline)
{
	const char *text = pango_layout_get_text(line->layout);

	for (GSList *l = line->runs; l; l = l->next)
		x = draw_run(cr, l->data, text, x, y, outline);
}

void pdf_text_draw(cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
	draw_line(cr, line, x, y, false);
}

void pdf_text_path(cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
	draw_line(cr, line, x, y, true);
}
