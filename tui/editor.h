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

/* True when the key was for the editor. Not taken: Esc, function keys, Tab, Ins, and Enter, Up and
 * Down in one line. Moves with Shift select, others end the selection; what is typed takes its
 * place. Alt-Backspace and Alt-Delete undo and redo on every layout, Ctrl-Z and Ctrl-Y where they
 * arrive; Ctrl-A selects all, Ctrl-K removes to the end of the line, Ctrl-U to its beginning. */
bool editor_key(struct editor *editor, struct press press);
/* Up on the first row, or Down on the last one: a key that may lead out of the text. */
bool editor_leaves(struct editor *editor, struct press press);

enum paste {
	PASTE_NONE, /* nothing of it can be used, or the text would grow too long: no change */
	PASTE_DONE,
	PASTE_TURNED /* it stood in the order of a screen and was put into reading order; one undo
			gives it as it came */
};

/* Paste: forms of Arabic letters repaired, control characters left out. */
enum paste editor_paste(struct editor *editor, struct str text);

/* What is selected; empty: nothing. Lasts until the next change. */
struct str editor_selected(const struct editor *editor);
/* From here on every move selects, without Shift; until a change or editor_unselect. */
void editor_mark(struct editor *editor);
bool editor_marking(const struct editor *editor); /* or something is selected */
void editor_unselect(struct editor *editor);
void editor_undo(struct editor *editor);
void editor_redo(struct editor *editor);

/* Paint into AREA, scrolled so that the caret is seen; sets the cursor when FOCUSED. One line:
 * scrolls sideways. */
void editor_draw(struct editor *editor, struct area area, enum style style, bool focused);
/* Rows the text takes at this width. */
int editor_rows(struct editor *editor, int width);

#endif
