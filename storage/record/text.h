/* A document as plain text, UTF-8 in logical order and without characters of direction: for
 * `show --minutes`, the golden files and whoever reads the record without a PDF viewer. */
#ifndef STORAGE_RECORD_TEXT_H
#define STORAGE_RECORD_TEXT_H

#include "model/document.h"
#include "storage/memory.h"

/* Appends the text of DOCUMENT (resolved, locale/resolve.h) to OUT; lines end with a newline and
 * are not wrapped. Owner: the caller frees OUT. */
void text_render(const struct document *document, struct bytes *out);

#endif
