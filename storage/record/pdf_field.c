#include "storage/record/pdf_field.h"

#include <math.h>

void pdf_add_length(struct builder *b, double v)
{
	int64_t hundredths = llround(v * 100);

	if (hundredths < 0)
		builder_add_char(b, '-');
	hundredths = hundredths < 0 ? -hundredths : hundredths;
	builder_add_int(b, hundredths / 100);
	builder_add_char(b, '.');
	builder_add_padded(b, hundredths % 100, 2);
}

static void point(struct builder *b, const cairo_path_data_t *at, double h)
{
	pdf_add_length(b, at->point.x);
	builder_add_char(b, ' ');
	pdf_add_length(b, h - at->point.y);
	builder_add_char(b, ' ');
}

/* The current path of CR as operators, turned from down to up. */
static void add_path(struct builder *b, cairo_t *cr, double h)
{
	cairo_path_t *path = cairo_copy_path(cr);

	for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
		const cairo_path_data_t *d = &path->data[i];

		switch (d->header.type) {
		case CAIRO_PATH_MOVE_TO:
			point(b, d + 1, h);
			builder_add_z(b, "m\n");
			break;
		case CAIRO_PATH_LINE_TO:
			point(b, d + 1, h);
			builder_add_z(b, "l\n");
			break;
		case CAIRO_PATH_CURVE_TO:
			point(b, d + 1, h);
			point(b, d + 2, h);
			point(b, d + 3, h);
			builder_add_z(b, "c\n");
			break;
		case CAIRO_PATH_CLOSE_PATH:
			builder_add_z(b, "h\n");
			break;
		}
	}
	cairo_path_destroy(path);
}

static void add_line(struct builder *b, struct pdf_layout *l, cairo_t *cr, struct str words,
	double size, double w, double h, double y)
{
	struct pdf_style s = {.face = PDF_REGULAR, .size = size, .leading = size, .edge = PDF_LEFT};
	PangoLayoutLine *line = pango_layout_get_line_readonly(
		pdf_text_layout(l->text, words, l->lang, &s, w - 12), 0);

	cairo_new_path(cr);
	pdf_text_path(cr, line, (w - pdf_line_width(line)) / 2, y);
	add_path(b, cr, h);
}

struct str pdf_field_appearance(struct pdf_layout *l, const struct pdf_input *in,
	const struct pdf_signer *signer, double w, double h)
{
	cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
	cairo_t *cr = cairo_create(surface);
	double y = h - 9;
	struct builder b;

	builder_init(&b, l->arena);
	builder_add_z(&b, "q 0.30 0.36 0.33 rg\n");
	if (in->signature_note.n > 0) {
		add_line(&b, l, cr, in->signature_note, 7.5, w, h, y);
		y -= 12;
	}
	if (signer->name.n > 0) {
		add_line(&b, l, cr, signer->name, 9, w, h, y);
		y -= 13;
	}
	if (signer->function.n > 0)
		add_line(&b, l, cr, signer->function, 9, w, h, y);
	builder_add_z(&b, "f\nQ\n");
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return arena_str(l->arena, builder_str(&b));
}
