/* A document as PDF. The drawing itself is in the private module mahdar-pdf.so (Pango, cairo, qpdf,
 * QR), which is loaded here on the first call, so that the live desk never carries it. It stands
 * beside the program or in PKGLIBDIR; the tests name its folder in MAHDAR_MODULE_DIR.
 * The same input gives the same bytes with the same versions of fonts and libraries. */
#ifndef STORAGE_RECORD_PDF_H
#define STORAGE_RECORD_PDF_H

#include "model/document.h"
#include "storage/error.h"
#include "storage/memory.h"
#include "storage/progress.h"

struct pdf_attachment {
	const char *name;        /* journal.jsonl */
	const char *mime;        /* application/jsonl */
	const char *description; /* ASCII */
	const char *relation;    /* AFRelationship: Source, Data */
	struct str bytes;
};

/* One signature field, in order of signing; named signer1, signer2 … in the file. Its box on the
 * page is that of the n-th NODE_SIGNATURE of the document that is not by hand; its appearance is
 * final. */
struct pdf_signer {
	struct str name; /* in the document's language */
	struct str function;
};

struct pdf_input {
	const struct document *document; /* resolved */
	struct str page_of;              /* "page {page} of {pages}" in words, filled in per page */
	struct str head_label;           /* before the 64 digits in each footer */
	struct str signature_note; /* small in each box to sign: where to see it checked; may be
				      empty */
	struct str creator;        /* "mahdar 0.1" */
	const struct pdf_attachment *attachments;
	size_t attachments_n;
	const struct pdf_signer *signers;
	size_t signers_n;                /* 0: a draft, a sheet: no signature fields */
	const struct progress *progress; /* asked before each page; NULL: nobody is */
};

/* Errors: MODULE, FONT, PDF, CANCELLED. Owner: the caller frees OUT. */
int pdf_render(const struct pdf_input *in, struct bytes *out, struct error *err) MUST_CHECK;

#endif
