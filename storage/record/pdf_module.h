/* How the program and its private module find out that they fit, and the calls between them. */
#ifndef STORAGE_RECORD_PDF_MODULE_H
#define STORAGE_RECORD_PDF_MODULE_H

#include "storage/record/letters.h"
#include "storage/record/pdf.h"

struct pdf_letters; /* of the module: fonts for letters_draw */

struct pdf_module {
	const char *version; /* PACKAGE_VERSION of the build */
	size_t sizes[4];     /* of struct pdf_input, document, node, letters_order */
	int (*render)(const struct pdf_input *in, struct bytes *out, struct error *err);
	int (*letters_open)(struct pdf_letters **l, struct error *err);
	void (*letters_close)(struct pdf_letters *l);
	bool (*letters_draw)(struct pdf_letters *l, const struct letters_order *order,
		struct letters_bits *bits);
};

#define PDF_MODULE_SIZES                                                                           \
	{                                                                                          \
		sizeof(struct pdf_input), sizeof(struct document), sizeof(struct node),            \
			sizeof(struct letters_order)                                               \
	}
#define PDF_MODULE_FILE "mahdar-pdf.so"
#define PDF_MODULE_NAME "pdf_module"

/* The module, loaded by the first call and never unloaded; NULL and ERR (MODULE) when it is missing
 * or another one's. */
const struct pdf_module *pdf_module_load(struct error *err) MUST_CHECK;

/* In the module only; the program looks it up by name. */
extern const struct pdf_module pdf_module;

#endif
