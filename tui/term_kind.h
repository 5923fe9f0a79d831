/* What a kind of terminal has to provide; only term*.c look in here. See term.h for the meaning. */
#ifndef TUI_TERM_KIND_H
#define TUI_TERM_KIND_H

#include <poll.h>

#include "tui/term.h"

struct term_kind {
	void (*close)(struct term *term);
	void (*size)(const struct term *term, int *rows, int *cols);
	void (*show)(struct term *term, const struct canvas *canvas);
	void (*bell)(struct term *term);
	bool (*copy)(struct term *term, struct str text);
	void (*wait)(struct term *term, int timeout, const int *fds, size_t n, struct input *input);
	void (*set_theme)(struct term *term);
	void (*set_bidi)(struct term *term, enum term_bidi bidi);
};

/* The first member of each kind's own struct. */
struct term {
	const struct term_kind *kind;
	enum bidi_mode bidi;
	enum theme theme;
	enum pixels pixels;
	enum term_bells bells;
	bool ascii, marks;
	bool lines;    /* of text, for a screen reader */
	bool untried;  /* nobody chose who orders letters on such a terminal */
	char name[96]; /* of its kind; empty: nothing is kept about it */
	struct message hint;
};

/* --- shared by the kinds that have a terminal --- */

/* Write all of it to the terminal, as far as it is still there. */
void term_kind_send(const char *s, size_t n);
/* A signal that asks to leave came, and is in *INPUT now. */
bool term_kind_leaving(struct input *input);
/* What a wait looks at: the terminal, signals, and what the desk watches of the rest. */
#define TERM_WATCHED_MAX 16
struct term_watch {
	struct pollfd p[2 + TERM_WATCHED_MAX];
	nfds_t n;
};
void term_kind_watch(struct term_watch *w, int signals, const int *fds, size_t n);
/* After poll: one of the rest can be read, and is in *INPUT now. */
bool term_kind_ready(const struct term_watch *w, struct input *input);
/* Milliseconds of a clock that only goes forward. */
long term_kind_now_ms(void);

#endif
