/* What is typed at the first start, before there is a register to keep it beside: a small file of
 * this user's, one for each register that is to be made, gone once it is made. */
#ifndef TUI_FIRST_DRAFT_H
#define TUI_FIRST_DRAFT_H

#include "storage/error.h"
#include "tui/form.h"

/* Where the draft of the register at PATH lies, in A; NULL: nobody knows a folder for it. */
const char *first_draft_place(const char *path, struct arena *a);
/* Keep what FORM holds, and the language it is in; a form nothing was typed into has no draft.
 * Errors: FILE, DISK_FULL. */
int first_draft_keep(const char *place, const struct form *form, enum lang lang, struct arena *a,
	struct error *err) MUST_CHECK;
/* Back into FORM, as far as it fits; false: there is none. */
bool first_draft_recall(const char *place, struct form *form, enum lang *lang, struct arena *a);
void first_draft_drop(const char *place);

#endif
