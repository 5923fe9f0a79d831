/* Words as pixels (storage/record/letters.h says what is asked for). Part of the private module. */
#ifndef STORAGE_RECORD_PDF_LETTERS_H
#define STORAGE_RECORD_PDF_LETTERS_H

#include "storage/record/letters.h"

struct pdf_letters;

/* Errors: FONT, PDF. */
int pdf_letters_open(struct pdf_letters **l, struct error *err) MUST_CHECK;
void pdf_letters_close(struct pdf_letters *l); /* NULL-safe */
bool pdf_letters_draw(
	struct pdf_letters *l, const struct letters_order *order, struct letters_bits *bits);

#endif
