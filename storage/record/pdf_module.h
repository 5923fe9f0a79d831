/* How the program and its private module find out that they fit, and the one call between them. */
#ifndef STORAGE_RECORD_PDF_MODULE_H
#define STORAGE_RECORD_PDF_MODULE_H

#include "storage/record/pdf.h"

struct pdf_module {
	const char *version; /* PACKAGE_VERSION of the build */
	size_t sizes[3];     /* of struct pdf_input, struct document, struct node */
	int (*render)(const struct pdf_input *in, struct bytes *out, struct error *err);
};

#define PDF_MODULE_SIZES                                                                           \
	{                                                                                          \
		sizeof(struct pdf_input), sizeof(struct document), sizeof(struct node)             \
	}
#define PDF_MODULE_FILE "mahdar-pdf.so"
#define PDF_MODULE_NAME "pdf_module"

/* In the module only; the program looks it up by name. */
extern const struct pdf_module pdf_module;

#endif
