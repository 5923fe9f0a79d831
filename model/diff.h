/* Two wordings of a text, word by word. Only a view, and a way to see whether two amendments can
 * stand together: what is recorded are always whole texts. Pure; everything lives in the arena. */
#ifndef MODEL_DIFF_H
#define MODEL_DIFF_H

#include "model/base.h"

enum diff_kind { DIFF_SAME, DIFF_REMOVED, DIFF_ADDED };

struct diff_span {
	enum diff_kind kind;
	struct str text; /* borrows from one of the two texts */
};

/* From BEFORE to AFTER, in reading order; what was removed stands before what was added in its
 * place. The spans that are not ADDED are BEFORE, those that are not REMOVED are AFTER. */
struct diff_span *diff_words(struct str before, struct str after, struct arena *a, size_t *n);

/* BEFORE (KIND removed) or AFTER (KIND added), what is of KIND standing between two of SIGN. The
 * blanks at its ends stay outside: a sign touches words. */
struct str diff_signed(struct str before, struct str after, enum diff_kind kind, const char *sign,
	struct arena *a);

/* Words that were removed or added. */
int64_t diff_distance(struct str before, struct str after, struct arena *a);

/* TEXT with the change from BEFORE to AFTER made in it, TEXT being BEFORE changed elsewhere. False
 * when both changed the same place: then OUT is not set. */
bool diff_merge(
	struct str before, struct str after, struct str text, struct str *out, struct arena *a);

#endif
