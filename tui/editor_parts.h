/* The inside of an editor, shared by editor.c (text, undo, keys) and editor_view.c (lines). */
#ifndef TUI_EDITOR_PARTS_H
#define TUI_EDITOR_PARTS_H

#include "tui/editor.h"

/* One change that can be taken back: at AT, OLD_TEXT went and NEW_TEXT came. */
struct change {
	size_t at;
	char *old_text, *new_text;
	size_t old_n, new_n;
	size_t caret; /* before it */
	bool typed;   /* a letter; the next one may join it */
};

#define CHANGES_MAX 1000

/* A paragraph between newlines; rows 0: not laid out yet at this width. */
struct paragraph {
	size_t from, to; /* `to` is at the newline or the end */
	int rows;
};

struct editor {
	char *p;
	size_t n, room, caret;
	size_t anchor;           /* where the selection began; the caret is its other end */
	bool selecting, marking; /* there is an anchor; every move selects */
	bool one_line;
	enum direction base;
	uint64_t version;

	struct change *changes;
	size_t done, changes_n; /* done <= changes_n: the rest can be redone */
	bool join;              /* the next letter joins the last change */

	struct paragraph *paragraphs;
	size_t paragraphs_n, paragraphs_room;
	struct layout_options layout; /* as drawn last */
	int width, page, top;         /* top: first row seen */
	int goal;                     /* column kept while moving up and down; -1: none */
	size_t left;                  /* one line: first byte seen */
	struct arena scratch;
};

/* The selection as bytes; from == to: none. */
void editor_selection(const struct editor *editor, size_t *from, size_t *to);
/* BYTES from AT on were replaced: keep what is known of the other paragraphs. */
void editor_lines_changed(struct editor *editor, size_t at, size_t bytes);
/* Up, Down, pages, Home and End along the lines as they are seen. */
bool editor_move_rows(struct editor *editor, struct press press);

#endif
