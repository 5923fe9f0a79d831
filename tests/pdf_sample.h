/* A record written by hand, as model and locale would hand it to the writer: three pages and more
 * in Arabic or in French, with everything that a document can hold. */
#ifndef TESTS_PDF_SAMPLE_H
#define TESTS_PDF_SAMPLE_H

#include "storage/record/pdf.h"

#define PDF_SAMPLE_HEAD "7043934ccfc864acf017f2a80143a1e3cc87ae750dd2e8d381e8dfe7539d3c31"

/* Everything lives in A. */
struct document *pdf_sample_document(enum lang lang, struct arena *a);
/* Two attachments and two signers around it. */
struct pdf_input pdf_sample_input(const struct document *document, struct arena *a);

#endif
