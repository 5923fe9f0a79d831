/* Marks of the content of a page: what belongs to no element of the structure is an artifact. */
#ifndef STORAGE_RECORD_PDF_CONTENT_H
#define STORAGE_RECORD_PDF_CONTENT_H

#include "storage/memory.h"

/* The page content IN with every painting outside marked content wrapped in /Artifact BMC … EMC.
 * Returns -1 when IN is not content as cairo writes it (unbalanced marks, an inline image). OUT is
 * added to. Source: ISO 32000-1 7.2, 14.6. */
int pdf_content_artifacts(const unsigned char *in, size_t n, struct bytes *out);

#endif
