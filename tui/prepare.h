/* Preparing a session at the desk: its day and place, its items, the budget's lines. */
#ifndef TUI_PREPARE_H
#define TUI_PREPARE_H

#include "tui/desk.h"

/* KEY is the item's key, not its number. Each says why when it cannot be done now. */
void prepare_change_item(struct desk *d, int64_t key);
void prepare_move_item(struct desk *d, int64_t key);
void prepare_remove_item(struct desk *d, int64_t key);
void prepare_budget(struct desk *d, int64_t key);
void prepare_describe(struct desk *d);
/* Which items have no title in LANG yet, and how it is added; no message: all have one. */
struct message prepare_untitled(const struct session *s, enum lang lang, struct arena *a);
/* The same as a remark, after an act that gave an item TITLE. */
void prepare_remark_title(struct desk *d, struct both title);
/* The sheet to be signed at the door, as a PDF: drawn by a child, so that the desk stays light. */
void prepare_sheet(struct desk *d);
/* The records of calls that failed, as PDF files in a folder. */
void prepare_failures(struct desk *d);
/* What prepares the session and has no digit on the agenda, and the ending without a sitting. */
void panel_prepare(struct desk *d);

#endif
