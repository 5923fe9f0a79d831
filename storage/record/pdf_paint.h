/* The flow on paper: a PDF as cairo writes it, and what cairo cannot write but pdf_archive needs
 * to know. */
#ifndef STORAGE_RECORD_PDF_PAINT_H
#define STORAGE_RECORD_PDF_PAINT_H

#include "storage/record/pdf.h"
#include "storage/record/pdf_layout.h"

/* An element as it was begun, in the order of the structure tree. */
struct pdf_element {
	struct pdf_element *next;
	const struct pdf_tag *tag;
	struct builder words; /* what it shows, in the order of reading */
};

/* The box of a signature, in the coordinates of the page (up from the bottom). */
struct pdf_field {
	int page; /* from 0 */
	double left, bottom, right, top;
};

struct pdf_pages {
	struct bytes bytes; /* owner: the caller of pdf_paint */
	struct pdf_element *elements;
	struct pdf_field *fields; /* one for each NODE_SIGNATURE */
	int fields_n;
};

int pdf_paint(struct pdf_layout *l, const struct pdf_input *in, struct pdf_pages *out,
	struct error *err) MUST_CHECK;

/* The instant as PDF writes it: D:20241230125500+01'00'. */
struct str pdf_date(struct instant t, struct arena *a);

/* The language as documents name it: ar-MA, fr-MA, en. */
const char *pdf_language(enum lang lang);

/* WORDS without the characters that only steer their direction: for titles and descriptions. */
struct str pdf_plain(struct str words, struct arena *a);

#endif
