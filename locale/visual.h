/* Arabic that was copied from cells: from a terminal, a PDF, an old program. There the letters
 * stand as they are seen from left to right, often in their joined forms, not as they are read. */
#ifndef LOCALE_VISUAL_H
#define LOCALE_VISUAL_H

#include "model/base.h"

/* Whether S stands in the order of the screen. Joined forms tell it by what each of them joins to;
 * without them a word that begins with ة or ى does, since none is written so. Without evidence
 * it is taken for reading order. */
bool visual_is(struct str s);

/* S, which stands in the order of the screen, in reading order, line by line; the forms of letters
 * stay as they are. Latin words and figures in it keep theirs, brackets are turned round. */
struct str visual_logical(struct str s, struct arena *a);

#endif
