/* What is typed into a form or a line and not recorded yet: kept beside the journal as it is typed,
 * there again when the same form opens, gone once it is recorded or emptied by whoever typed it.
 * Passphrases are never in it. The figures of a secret ballot are kept by the running desk alone
 * and never lie on the disk. */
#ifndef TUI_DRAFT_H
#define TUI_DRAFT_H

#include "tui/desk.h"

/* After each input: a form that has just opened gets its draft, what was typed is kept. */
void draft_tick(struct desk *d);
/* Keep at once what is typed in what takes the keys: it makes place for something else. */
void draft_keep(struct desk *d);
/* The form closes: what it has is kept, and it is no more what the next start tells of. */
void draft_leave(struct desk *d);
/* The key of the draft of what takes the keys, in frame memory; empty: it has none. */
struct str draft_key(const struct desk *d);
/* It was recorded: the draft of KEY is forgotten. */
void draft_done(struct desk *d, struct str key);
/* Of what takes the keys: when what is back in it was typed, and how it is emptied. No id: nothing
 * of before is in it. */
struct message draft_words(const struct desk *d);
/* F8, F9: as it was opened; what was typed is deleted, and there again when this comes next. */
void draft_empty(struct desk *d);
/* The desk is left: what may not lie on the disk is gone with it. */
void draft_forget_all(struct desk *d);
/* At the start: what was under the fingers is told, and where it was. */
void draft_recall(struct desk *d);

#endif
