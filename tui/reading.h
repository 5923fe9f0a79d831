/* The minutes as rows of the screen: built from the acts, laid out once for a width and a language,
 * then scrolled, searched and read page by page. What was written by hand carries the pencil; what
 * comes from acts names them at the end of its last line. */
#ifndef TUI_READING_H
#define TUI_READING_H

#include "model/session.h"
#include "tui/canvas.h"

struct reading_row;
struct document;

struct reading {
	struct arena arena; /* the document and its rows */
	struct reading_row *rows;
	size_t n, room;
	/* what they were made of: another value of any makes them again */
	int64_t session;
	size_t acts;
	enum lang lang;
	int cols;
};

void reading_init(struct reading *r);
void reading_clear(struct reading *r);
/* The minutes of S as they are read on a screen in LANG, every word in its place. Owner: A. */
struct document *reading_document(const struct session *s, enum lang lang, struct arena *a);
/* What each paragraph of DOCUMENT says and shows, as a number: N of them, the first (0) is none.
 * It follows from the words of the paragraph, of the one before and of the heading they stand
 * under, so that one more or one less changes what comes behind it. 0: nothing. Owner: A. */
uint64_t *reading_says(const struct document *document, size_t *n, struct arena *a);
/* The rows of S in COLS cells of CANVAS, in its language; nothing is done when they are there.
 * True: they were made. */
bool reading_make(struct reading *r, const struct session *s, struct canvas *canvas, int cols);
/* Rows from TOP on, as many as AREA has. */
void reading_draw(const struct reading *r, struct area area, size_t top);
struct reading_page {
	size_t top, end;       /* its rows, END not among them */
	int64_t number, count; /* from 1; 0 of 0 when there is no row */
};

/* The page of at most ROWS rows that ROW stands on. No page ends behind a heading or in a row of a
 * table, and none begins with a blank. */
struct reading_page reading_page(const struct reading *r, size_t row, size_t rows);
/* Which paragraph ROW is of, in the order of the document and the same in every language and width
 * (table rows one each, a vote one with all its lines); 0: none. */
size_t reading_paragraph(const struct reading *r, size_t row);
/* The first row of PARAGRAPH, or of the next that has one. */
size_t reading_row(const struct reading *r, size_t paragraph);
/* Nothing stands in ROW. */
bool reading_blank(const struct reading *r, size_t row);
/* The paragraphs that begin in ROWS rows from TOP on, each with a newline; the one TOP stands in
 * when none does. Owner: A. */
struct str reading_words(const struct reading *r, size_t top, size_t rows, struct arena *a);
/* The next row after FROM (from the beginning again at the end) where a paragraph begins in which
 * NEEDLE is found, as a search compares; false: nowhere. FROM may be the number of rows. */
bool reading_find(const struct reading *r, struct str needle, size_t from, size_t *row);
/* The paragraph that begins in ROW, as it is searched; empty: none does. Borrowed. */
struct str reading_text(const struct reading *r, size_t row);

#endif
