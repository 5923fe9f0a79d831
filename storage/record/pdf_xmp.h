/* The metadata packet of a record. */
#ifndef STORAGE_RECORD_PDF_XMP_H
#define STORAGE_RECORD_PDF_XMP_H

#include "storage/record/pdf.h"

/* The packet for a document that is PDF/A-3a. Its words are those of the information dictionary,
 * PRODUCER among them. Owner of the text: A. Source: ISO 16684-1, ISO 19005-3 6.6. */
struct str pdf_xmp(const struct pdf_input *in, struct str producer, struct arena *a);

#endif
