/* From a PDF as cairo writes it to PDF/A-3a with the record's attachments and signature fields.
 * Nothing is signed here. Source: ISO 19005-3, ISO 32000-1. */
#ifndef STORAGE_RECORD_PDF_ARCHIVE_H
#define STORAGE_RECORD_PDF_ARCHIVE_H

#include "storage/record/pdf_paint.h"

/* Errors: PDF. */
int pdf_archive(const struct pdf_pages *pages, const struct pdf_input *in, struct pdf_layout *l,
	struct bytes *out, struct error *err) MUST_CHECK;

#endif
