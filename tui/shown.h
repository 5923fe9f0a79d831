/* What of the minutes has stood on the screen long enough to count as read. It is kept by
 * paragraph and by what the paragraph says, so that neither the language nor the size of the screen
 * loses it, and a change of the text only what it changed. */
#ifndef TUI_SHOWN_H
#define TUI_SHOWN_H

#include "model/session.h"
#include "tui/reading.h"

/* The document that is signed is the Arabic one. */
enum shown_how { SHOWN_NOT, SHOWN_TRANSLATED, SHOWN_ARABIC };

struct shown_known {
	uint64_t says;
	enum shown_how how;
};

struct shown {
	struct arena arena;
	/* the paragraphs of the text as it is, the first (0) is none; 0 of them: no text yet */
	uint64_t *says;
	enum shown_how *ever; /* in any reading */
	enum shown_how *now;  /* in the reading that goes on */
	size_t n;
	int64_t session;
	size_t acts; /* the text is made of */
	/* of a paragraph on two pages: its rows as they are laid out */
	bool *rows;
	size_t rows_n;
	/* all that was read, whatever the text was then */
	struct shown_known *known;
	size_t known_n, known_room;
};

void shown_init(struct shown *s);
void shown_clear(struct shown *s);
/* The text of SESSION as it is; nothing is done when it is there. */
void shown_of(struct shown *s, const struct session *session);
/* R was laid out anew. */
void shown_laid(struct shown *s, const struct reading *r);
/* Rows TOP … END of R have stood there; true: that was news. */
bool shown_mark(struct shown *s, const struct reading *r, size_t top, size_t end);
/* Is there nothing in rows TOP … END that this reading has not shown? */
bool shown_rows(const struct shown *s, const struct reading *r, size_t top, size_t end);
/* A reading begins: it goes on with what of the text was never shown, or with a second reading that
 * was left. True: with nothing, the last one having come to its end. */
bool shown_begin(struct shown *s);
/* It came to its end: what has no row in this language has nothing to show. */
void shown_end(struct shown *s);
bool shown_now(const struct shown *s);        /* all of it in this reading */
bool shown_ever(const struct shown *s);       /* all of the text as it is */
bool shown_any(const struct shown *s);        /* something of it in this reading */
bool shown_translated(const struct shown *s); /* some of it only in another language */

/* As text for the next start, and back. */
struct str shown_kept(const struct shown *s, struct arena *a);
void shown_recall(struct shown *s, struct str kept);

#endif
