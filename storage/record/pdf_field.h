/* How the box of a signature looks. The appearance is final before anybody signs. */
#ifndef STORAGE_RECORD_PDF_FIELD_H
#define STORAGE_RECORD_PDF_FIELD_H

#include "storage/record/pdf_paint.h"

/* Page content in a box of W by H: who signs here, as outlines that need no font.
 * Owner of the text: the arena of L. */
struct str pdf_field_appearance(struct pdf_layout *l, const struct pdf_input *in,
	const struct pdf_signer *signer, double w, double h);

/* A length with two decimals and a point, whatever the locale. */
void pdf_add_length(struct builder *b, double v);

#endif
