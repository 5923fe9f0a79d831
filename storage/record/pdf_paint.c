#include "storage/record/pdf_paint.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <qrencode.h>

#define DEPTH_MAX   16
#define LEVELS_MAX  3
#define QUIET_ZONE  4 /* modules around a QR code; source: ISO/IEC 18004 */
#define HEADER_LINE 50.0
#define FOOTER_LINE 791.0

static const struct pdf_colour mark_light = {0.925, 0.925, 0.92};

struct painter {
	cairo_surface_t *surface;
	cairo_t *cr;
	struct pdf_layout *l;
	const struct pdf_input *in;
	struct pdf_pages *out;
	struct pdf_element *last;
	const struct pdf_tag *open[DEPTH_MAX];
	int depth;
	int outline[LEVELS_MAX + 1]; /* the last entry of each level */
	int page;
	bool failed; /* the QR code or the depth of the tree */
	bool stopped;
};

/* ---- structure ---------------------------------------------------------------------------- */

static void element_begin(struct painter *p, const struct pdf_tag *tag)
{
	struct pdf_element *e = ARENA_NEW(p->l->arena, struct pdf_element);

	e->tag = tag;
	builder_init(&e->words, p->l->arena);
	if (p->last)
		p->last->next = e;
	else
		p->out->elements = e;
	p->last = e;
	cairo_tag_begin(p->cr, tag->name, "");
}

static void tag_open(struct painter *p, const struct pdf_tag *tag)
{
	if (p->depth == DEPTH_MAX) {
		p->failed = true;
		return;
	}
	p->open[p->depth++] = tag;
	element_begin(p, tag);
}

static void tag_close(struct painter *p)
{
	if (p->depth == 0) {
		p->failed = true;
		return;
	}
	cairo_tag_end(p->cr, p->open[--p->depth]->name);
}

static const struct pdf_tag *open_leaf(const struct painter *p)
{
	const struct pdf_tag *tag = p->depth > 0 ? p->open[p->depth - 1] : NULL;

	return tag && tag->leaf ? tag : NULL;
}

/* What is drawn now is content of the open leaf: its words are kept for the one who listens. */
static void tell(struct painter *p, PangoLayoutLine *line)
{
	struct str words;

	if (!open_leaf(p))
		return;
	words = pdf_line_words(line, p->l->arena);
	if (words.n == 0)
		return;
	if (p->last->words.n > 0)
		builder_add_char(&p->last->words, ' ');
	builder_add(&p->last->words, words);
}

/* ---- items -------------------------------------------------------------------------------- */

static void colour(struct painter *p, struct pdf_colour c)
{
	cairo_set_source_rgb(p->cr, c.r, c.g, c.b);
}

static void fill(struct painter *p, double x, double y, double w, double h, struct pdf_colour c)
{
	colour(p, c);
	cairo_rectangle(p->cr, x, y, w, h);
	cairo_fill(p->cr);
}

static void star(struct painter *p, double x, double y, double r, struct pdf_colour c)
{
	const double turn = 2 * 3.14159265358979 / 5;

	colour(p, c);
	cairo_set_line_width(p->cr, r * 0.10);
	cairo_set_line_join(p->cr, CAIRO_LINE_JOIN_MITER);
	for (int i = 0; i < 5; i++) {
		double angle = 2 * i * turn;

		cairo_line_to(p->cr, x + r * sin(angle), y - r * cos(angle));
	}
	cairo_close_path(p->cr);
	cairo_stroke(p->cr);
}

/* Dark squares on white, joined along each row; they meet exactly, so that no hair of white shows
 * between them on a screen. */
static void code(struct painter *p, struct str words, double x, double y, double w)
{
	char text[128];
	QRcode *qr;
	double module;

	if (words.n >= sizeof text) {
		p->failed = true;
		return;
	}
	memcpy(text, words.p, words.n);
	text[words.n] = '\0';
	qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (!qr) {
		p->failed = true;
		return;
	}
	module = w / (qr->width + 2 * QUIET_ZONE);
	fill(p, x, y, w, w, pdf_white);
	cairo_set_source_rgb(p->cr, 0, 0, 0);
	for (int row = 0; row < qr->width; row++) {
		const unsigned char *m = qr->data + row * qr->width;

		for (int i = 0, k; i < qr->width; i = k + 1) {
			for (k = i; k < qr->width && m[k] & 1; k++)
				;
			if (k > i)
				cairo_rectangle(p->cr, x + (i + QUIET_ZONE) * module,
					y + (row + QUIET_ZONE) * module, (k - i) * module, module);
		}
	}
	cairo_fill(p->cr);
	QRcode_free(qr);
}

static void field(struct painter *p, const struct pdf_item *i, double top)
{
	p->out->fields[i->level - 1] = (struct pdf_field){
		.page = p->page,
		.left = i->x,
		.right = i->x + i->w,
		.top = PDF_PAGE_HEIGHT - top - i->y,
		.bottom = PDF_PAGE_HEIGHT - top - i->y - i->h,
	};
}

static void bookmark(struct painter *p, const struct pdf_item *i, double top)
{
	int level = i->level > LEVELS_MAX ? LEVELS_MAX : i->level, parent = CAIRO_PDF_OUTLINE_ROOT;
	struct builder b;

	for (int k = 1; k < level; k++)
		parent = p->outline[k] ? p->outline[k] : parent;
	builder_init(&b, p->l->arena);
	builder_add_z(&b, "page=");
	builder_add_int(&b, p->page + 1);
	builder_add_z(&b, " pos=[0 ");
	builder_add_int(&b, top > 12 ? (int64_t)top - 12 : 0);
	builder_add_z(&b, "]");
	p->outline[level] = cairo_pdf_surface_add_outline(p->surface, parent,
		arena_z(p->l->arena, pdf_plain(i->words, p->l->arena)),
		arena_z(p->l->arena, builder_str(&b)),
		level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int k = level + 1; k <= LEVELS_MAX; k++)
		p->outline[k] = 0;
}

/* AGAIN: a table header repeated, which is no part of the structure. */
static void item(struct painter *p, const struct pdf_item *i, double top, bool again)
{
	switch (i->kind) {
	case PDF_ITEM_LINE:
		colour(p, i->colour);
		pdf_text_draw(p->cr, i->line, i->x, top + i->y);
		if (!again)
			tell(p, i->line);
		break;
	case PDF_ITEM_FILL:
		fill(p, i->x, top + i->y, i->w, i->h, i->colour);
		break;
	case PDF_ITEM_FRAME:
		colour(p, i->colour);
		cairo_set_line_width(p->cr, i->size);
		cairo_rectangle(p->cr, i->x + i->size / 2, top + i->y, i->w - i->size, i->h);
		cairo_stroke(p->cr);
		break;
	case PDF_ITEM_STAR:
		star(p, i->x, top + i->y, i->size, i->colour);
		break;
	case PDF_ITEM_CODE:
		code(p, i->words, i->x, top + i->y, i->w);
		break;
	case PDF_ITEM_FIELD:
		field(p, i, top);
		break;
	case PDF_ITEM_BOOKMARK:
		bookmark(p, i, top);
		break;
	case PDF_ITEM_OPEN:
		if (!again)
			tag_open(p, i->tag);
		break;
	case PDF_ITEM_CLOSE:
		if (!again)
			tag_close(p);
		break;
	}
}

static void atom_items(struct painter *p, const struct pdf_atom *atom, double y, bool again)
{
	for (const struct pdf_item *i = atom->first; i; i = i->next)
		item(p, i, y, again);
}

static void head_again(struct painter *p, const struct pdf_atom *atom)
{
	const struct pdf_atom *row = atom->head;
	double y = atom->y;

	for (int i = 0; i < atom->head_rows; i++, row = row->next)
		y -= row->height;
	row = atom->head;
	for (int i = 0; i < atom->head_rows; i++, row = row->next) {
		atom_items(p, row, y, true);
		y += row->height;
	}
}

/* ---- around the text ---------------------------------------------------------------------- */

static PangoLayoutLine *one_line(struct painter *p, struct str words, enum lang lang,
	enum pdf_face face, double size, double width)
{
	struct pdf_style s = {.face = face, .size = size, .leading = size, .edge = PDF_LEFT};

	return pango_layout_get_line_readonly(
		pdf_text_layout(p->l->text, words, lang, &s, width), 0);
}

static void at_edge(struct painter *p, PangoLayoutLine *line, enum pdf_edge edge, double y)
{
	double w = pdf_line_width(line), x = PDF_MARGIN;

	switch (edge) {
	case PDF_LEFT:
		break;
	case PDF_MIDDLE:
		x = (PDF_PAGE_WIDTH - w) / 2;
		break;
	case PDF_RIGHT:
		x = PDF_PAGE_WIDTH - PDF_MARGIN - w;
		break;
	}
	pdf_text_draw(p->cr, line, x, y);
}

/* The word across the page, as an outline under everything else: it is seen, never extracted. */
static void mark_across(struct painter *p)
{
	struct str words = p->in->document->mark_words;
	double size = 96, w;
	PangoLayoutLine *line = one_line(p, words, p->l->lang, PDF_BOLD, size, 0);

	w = pdf_line_width(line);
	if (w > 640) {
		size *= 640 / w;
		line = one_line(p, words, p->l->lang, PDF_BOLD, size, 0);
		w = pdf_line_width(line);
	}
	cairo_save(p->cr);
	cairo_translate(p->cr, PDF_PAGE_WIDTH / 2, PDF_PAGE_HEIGHT / 2);
	cairo_rotate(p->cr, -0.88);
	cairo_new_path(p->cr);
	pdf_text_path(p->cr, line, -w / 2, size * 0.25);
	colour(p, mark_light);
	cairo_fill(p->cr);
	cairo_restore(p->cr);
}

static void mark_above(struct painter *p)
{
	PangoLayoutLine *line = one_line(
		p, p->in->document->mark_words, p->l->lang, PDF_BOLD, 10.5, PDF_TEXT_WIDTH - 24);
	double w = pdf_line_width(line) + 22;

	colour(p, pdf_red);
	cairo_set_line_width(p->cr, 0.8);
	cairo_rectangle(p->cr, (PDF_PAGE_WIDTH - w) / 2, 14, w, 17);
	cairo_stroke(p->cr);
	at_edge(p, line, PDF_MIDDLE, 26);
}

static void header(struct painter *p)
{
	const struct document *d = p->in->document;
	enum lang lang = p->l->lang;
	double half = PDF_TEXT_WIDTH / 2 - 10;

	if (p->page == 0)
		return;
	colour(p, pdf_grey);
	if (d->title_words.n > 0)
		at_edge(p, one_line(p, d->title_words, lang, PDF_REGULAR, 9, half), pdf_start(lang),
			HEADER_LINE - 5);
	if (both_pick(d->chamber, lang).n > 0)
		at_edge(p, one_line(p, both_pick(d->chamber, lang), lang, PDF_REGULAR, 9, half),
			pdf_end(lang), HEADER_LINE - 5);
	fill(p, PDF_MARGIN, HEADER_LINE, PDF_TEXT_WIDTH, 0.5, pdf_rule);
}

static struct str page_of(struct painter *p)
{
	struct str rest = p->in->page_of;
	struct builder b;

	builder_init(&b, p->l->arena);
	while (rest.n > 0) {
		size_t n = 1;

		if (str_starts(rest, "{pages}")) {
			builder_add_int(&b, p->l->flow.pages);
			n = strlen("{pages}");
		} else if (str_starts(rest, "{page}")) {
			builder_add_int(&b, p->page + 1);
			n = strlen("{page}");
		} else {
			builder_add_char(&b, *rest.p);
		}
		rest = (struct str){rest.p + n, rest.n - n};
	}
	return builder_str(&b);
}

/* Page x of y at the start; at the end the whole head of the journal, which is never shortened. */
static void footer(struct painter *p)
{
	enum lang lang = p->l->lang;
	PangoLayoutLine *page = one_line(p, page_of(p), lang, PDF_REGULAR, 9, 0);
	PangoLayoutLine *label, *digits;
	double label_w, digits_w, x, y = FOOTER_LINE + 12;

	fill(p, PDF_MARGIN, FOOTER_LINE, PDF_TEXT_WIDTH, 0.5, pdf_rule);
	colour(p, pdf_grey);
	at_edge(p, page, pdf_start(lang), y);
	if (hash_is_zero(p->in->document->head))
		return;
	label = one_line(p, p->in->head_label, lang, PDF_REGULAR, 8.5, 0);
	digits = one_line(
		p, hash_text(p->in->document->head, p->l->arena), LANG_EN, PDF_MONO, 6.3, 0);
	label_w = pdf_line_width(label);
	digits_w = pdf_line_width(digits);
	if (pdf_line_width(page) + label_w + digits_w + 20 > PDF_TEXT_WIDTH)
		y += 11;
	x = pdf_end(lang) == PDF_LEFT ? PDF_MARGIN : PDF_PAGE_WIDTH - PDF_MARGIN - digits_w;
	pdf_text_draw(p->cr, digits, x, y - 0.4);
	x += pdf_end(lang) == PDF_LEFT ? digits_w + 6 : -label_w - 6;
	pdf_text_draw(p->cr, label, x, y);
}

static void panel(struct painter *p, const struct pdf_panel *panel)
{
	const struct pdf_atom *last = NULL, *first = NULL;
	double top, bottom;

	for (const struct pdf_atom *a = panel->first; a; a = a->next) {
		if (a->page == p->page) {
			first = first ? first : a;
			last = a;
		}
		if (a == panel->last)
			break;
	}
	if (!first)
		return;
	top = first->y - panel->above;
	bottom = last->y + last->height + panel->below;
	if (panel->ground)
		fill(p, panel->x, top, panel->w, bottom - top, panel->fill);
	fill(p, panel->bar_x, top, panel->bar_w, bottom - top, panel->bar);
	if (panel->label) {
		colour(p, pdf_grey);
		pdf_text_draw(p->cr, panel->label, panel->label_x, first->y + 14);
	}
}

/* ---- pages -------------------------------------------------------------------------------- */

static void page_begin(struct painter *p)
{
	const struct document *d = p->in->document;

	if (d->mark_words.n > 0 && (d->draft || d->specimen || d->translation)) {
		mark_across(p);
		mark_above(p);
	}
	header(p);
	for (const struct pdf_panel *q = p->l->flow.panels; q; q = q->next)
		panel(p, q);
	footer(p);
}

/* A leaf ends with the page and goes on as a new element; what holds elements stays open. */
static void page_turn(struct painter *p)
{
	const struct pdf_tag *leaf = open_leaf(p);

	if (!progress_go_on(p->in->progress, p->page + 1, p->l->flow.pages)) {
		p->stopped = true;
		return;
	}
	if (leaf)
		cairo_tag_end(p->cr, leaf->name);
	cairo_show_page(p->cr);
	p->page++;
	page_begin(p);
	if (leaf)
		element_begin(p, leaf);
}

static void pages(struct painter *p)
{
	page_begin(p);
	for (const struct pdf_atom *a = p->l->flow.first; a; a = a->next) {
		while (a->page > p->page && !p->stopped)
			page_turn(p);
		if (p->stopped)
			return;
		if (a->headed)
			head_again(p, a);
		atom_items(p, a, a->y, false);
	}
	cairo_show_page(p->cr);
}

static void describe(struct painter *p)
{
	const struct document *d = p->in->document;
	struct arena *a = p->l->arena;
	const char *date = arena_z(a, instant_text(d->date, a));

	cairo_pdf_surface_set_metadata(
		p->surface, CAIRO_PDF_METADATA_TITLE, arena_z(a, pdf_plain(d->title_words, a)));
	cairo_pdf_surface_set_metadata(
		p->surface, CAIRO_PDF_METADATA_SUBJECT, arena_z(a, pdf_plain(d->subject_words, a)));
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_AUTHOR,
		arena_z(a, pdf_plain(both_pick(d->chamber, d->lang), a)));
	cairo_pdf_surface_set_metadata(
		p->surface, CAIRO_PDF_METADATA_CREATOR, arena_z(a, p->in->creator));
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static cairo_status_t write_bytes(void *bytes, const unsigned char *p, unsigned int n)
{
	bytes_add(bytes, p, n);
	return CAIRO_STATUS_SUCCESS;
}

int pdf_paint(
	struct pdf_layout *l, const struct pdf_input *in, struct pdf_pages *out, struct error *err)
{
	struct painter p = {.l = l, .in = in, .out = out};
	cairo_status_t status;
	int rc = 0;

	*out = (struct pdf_pages){.fields_n = l->flow.fields};
	out->fields = ARENA_ARRAY(l->arena, struct pdf_field, l->flow.fields + 1);
	p.surface = cairo_pdf_surface_create_for_stream(
		write_bytes, &out->bytes, PDF_PAGE_WIDTH, PDF_PAGE_HEIGHT);
	cairo_pdf_surface_restrict_to_version(p.surface, CAIRO_PDF_VERSION_1_5);
	describe(&p);
	p.cr = cairo_create(p.surface);
	pages(&p);
	status = cairo_status(p.cr);
	cairo_destroy(p.cr);
	cairo_surface_finish(p.surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(p.surface);
	cairo_surface_destroy(p.surface);
	if (p.stopped)
		rc = error_set(err, ERROR_CANCELLED, "%s", "");
	else if (status != CAIRO_STATUS_SUCCESS)
		rc = error_set(err, ERROR_PDF, "%s", cairo_status_to_string(status));
	else if (p.failed || p.depth != 0)
		rc = error_set(err, ERROR_PDF, "%s", p.depth != 0 ? "structure" : "QR");
	return rc;
}

/* ---- small texts -------------------------------------------------------------------------- */

struct str pdf_date(struct instant t, struct arena *a)
{
	struct date d = instant_date(t);
	int second = instant_second_of_day(t);
	int offset = t.offset_minutes < 0 ? -t.offset_minutes : t.offset_minutes;
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "D:");
	builder_add_padded(&b, d.year, 4);
	builder_add_padded(&b, d.month, 2);
	builder_add_padded(&b, d.day, 2);
	builder_add_padded(&b, second / 3600, 2);
	builder_add_padded(&b, second / 60 % 60, 2);
	builder_add_padded(&b, second % 60, 2);
	builder_add_char(&b, t.offset_minutes < 0 ? '-' : '+');
	builder_add_padded(&b, offset / 60, 2);
	builder_add_char(&b, '\'');
	builder_add_padded(&b, offset % 60, 2);
	builder_add_char(&b, '\'');
	return arena_str(a, builder_str(&b));
}

const char *pdf_language(enum lang lang)
{
	return lang == LANG_AR ? "ar-MA" : lang == LANG_FR ? "fr-MA" : "en";
}

struct str pdf_plain(struct str words, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < words.n; i++) {
		struct str rest = {words.p + i, words.n - i};

		if (rest.n >= 3 && str_starts(rest, "\xe2\x81") &&
			(unsigned char)rest.p[2] >= 0xa6 && (unsigned char)rest.p[2] <= 0xa9)
			i += 2; /* U+2066 … U+2069 */
		else
			builder_add_char(&b, words.p[i]);
	}
	return arena_str(a, builder_str(&b));
}
