/* Records as files of the build folder, and what programs say about them. Texts live in A. */
#ifndef TESTS_PDF_FILE_H
#define TESTS_PDF_FILE_H

#include "storage/record/pdf.h"

/* NAME in the folder of these files, which exists then. */
const char *pdf_file_path(const char *name, struct arena *a);
void pdf_file_write(const char *path, const struct bytes *bytes);
/* D with the attachments of the sample, and its signers when it has a head. Fails the test when it
 * cannot be rendered. Owner: the caller frees the bytes. */
struct bytes pdf_file_render(const struct document *d, struct arena *a);
const char *pdf_file_saved(const struct document *d, const char *name, struct arena *a);

/* What the command prints: BEFORE, the quoted PATH, AFTER. Fails the test when it fails. */
struct str pdf_file_output(
	const char *before, const char *path, const char *after, struct arena *a);
int pdf_file_pages(const char *path, struct arena *a);
int pdf_file_count(struct str s, const char *needle);

#endif
