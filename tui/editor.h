/* Text under the fingers: from one line of a form to a page of minutes. Holds UTF-8 in reading
 * order; the caret is a place between letters, drawn where it is seen in mixed Arabic and Latin.
 * Nothing typed is ever thrown away here: the owner watches editor_version and keeps drafts. */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include "tui/canvas.h"
#include "tui/key.h"

#define EDITOR_BYTES_MAX (1024 * 1024)

struct editor;

/* A text of one line (Enter is not taken) or many. Owner: the caller. */
struct editor *editor_open(bool one_line);
void editor_close(struct editor *editor); /* NULL-safe; overwrites the text */

/* Direction of the paragraphs: of the text's own language, not the screen's. */
void editor_direction(struct editor *editor, enum direction base);
/* Replace everything; the caret goes to the end; undo starts afresh. */
void editor_set(struct editor *editor, struct str text);
/* The text; lasts until the next change. */
struct str editor_text(const struct editor *editor);
/* Grows with each change of the text: compare to know whether to keep a draft. */
uint64_t editor_version(const struct editor *editor);
size_t editor_caret(const struct editor *editor); /* byte */
void editor_set_caret(struct editor *editor, size_t byte);

/* True when the key was for the editor. Not taken: Esc, function keys, Tab, and Enter, Up and Down
 * in one line. Ctrl-Z and Ctrl-Y undo and redo; Ctrl-K cuts to the end of the line,
 * Ctrl-U to its beginning. */
bool editor_key(struct editor *editor, struct press press);
/* Paste: repaired, control characters left out. False when nothing of it can be used or the text
 * would grow beyond the limit; then nothing changed. */
bool editor_paste(struct editor *editor, struct str text);
void editor_undo(struct editor *editor);
void editor_redo(struct editor *editor);

/* Paint into AREA, scrolled so that the caret is seen; sets the cursor when FOCUSED. One line:
 * scrolls sideways. */
void editor_draw(struct editor *editor, struct area area, enum style style, bool focused);
/* Rows the text takes at this width. */
int editor_rows(struct editor *editor, int width);

#endif
