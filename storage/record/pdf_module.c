#include "config.h"

#include "storage/record/pdf_module.h"

#include "storage/record/pdf_archive.h"
#include "storage/record/pdf_letters.h"
#include "storage/record/pdf_paint.h"

/* Pango warns on standard error about what it survives; the desk owns that terminal. What it does
 * not survive ends this process all the same. */
static void quiet(const gchar *domain, GLogLevelFlags level, const gchar *said, gpointer unused)
{
	(void)domain;
	(void)level;
	(void)said;
	(void)unused;
}

static int render_pages(const struct pdf_input *in, struct pdf_text *text, struct arena *a,
	struct bytes *out, struct error *err)
{
	struct pdf_layout l = {.text = text, .arena = a};
	struct pdf_pages pages;
	int rc;

	pdf_layout_document(&l, in->document);
	if ((size_t)l.flow.fields < in->signers_n)
		return error_set(err, ERROR_PDF, "signer%zu", in->signers_n);
	rc = pdf_paint(&l, in, &pages, err);
	if (rc == 0)
		rc = pdf_archive(&pages, in, &l, out, err);
	bytes_free(&pages.bytes);
	return rc;
}

static int render(const struct pdf_input *in, struct bytes *out, struct error *err)
{
	GLogFunc before = g_log_set_default_handler(quiet, NULL);
	struct pdf_text *text;
	struct arena a;
	int rc;

	arena_init(&a, &memory_source);
	rc = pdf_text_open(pdf_font_folders, &text, err);
	if (rc == 0)
		rc = render_pages(in, text, &a, out, err);
	pdf_text_close(text);
	arena_clear(&a);
	g_log_set_default_handler(before, NULL);
	return rc;
}

const struct pdf_module pdf_module = {.version = PACKAGE_VERSION,
	.sizes = PDF_MODULE_SIZES,
	.render = render,
	.letters_open = pdf_letters_open,
	.letters_close = pdf_letters_close,
	.letters_draw = pdf_letters_draw};
