/* A document's messages as words of one language, before a writer draws it. */
#ifndef LOCALE_RESOLVE_H
#define LOCALE_RESOLVE_H

#include "model/document.h"

/* Fills `words` and `lang` of every node, and the words of title, subject and mark. Prose keeps
 * what was typed and its own language; `foreign` is set on it when that is not LANG. A node below
 * a letterhead keeps the language it was built with. Title and subject are plain (they go into the
 * file's description). Owner of the words: A. */
void document_resolve(struct document *d, enum lang lang, struct arena *a);

#endif
