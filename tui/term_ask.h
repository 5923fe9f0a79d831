/* What kind of terminal this is: one round trip of questions before the screen is taken. */
#ifndef TUI_TERM_ASK_H
#define TUI_TERM_ASK_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/pixels.h"
#include "tui/term_late.h"

enum term_brand {
	BRAND_OTHER,
	BRAND_VTE,     /* orders unless told not to, and can be told: so can mintty */
	BRAND_KONSOLE, /* orders; a switch exists */
	BRAND_MLTERM,  /* the same */
	BRAND_KITTY,   /* turns each Arabic word round again */
	BRAND_XTERM,   /* from here on: leaves cells alone */
	BRAND_FOOT,
	BRAND_ALACRITTY,
	BRAND_ST,
	BRAND_URXVT,
	BRAND_LINUX, /* the console without windows */
	BRAND_PUTTY, /* from here on: orders, to be switched off by hand */
	BRAND_QTERMINAL,
	BRAND_MACOS,
	BRAND_COUNT
};

/* A program between us and the terminal. */
enum term_wrap { WRAP_NONE, WRAP_TMUX, WRAP_SCREEN };

struct term_answers {
	enum term_brand brand; /* of the terminal outside, where something is in between */
	enum term_wrap wrap;
	bool background_known; /* told its colour */
	bool light;
	bool clipboard;     /* takes OSC 52 */
	char outer_tty[64]; /* of the terminal outside of tmux; empty: not known */
};

/* Asks the terminal on IN and OUT, waiting at most MILLISECONDS. LATE knows what is still owed
 * then. */
void term_ask(
	int in, int out, int milliseconds, struct term_answers *answers, struct term_late *late);
/* Reads the N bytes of an answer; for term_ask and its tests. */
void term_ask_read(const char *answer, size_t n, struct term_answers *answers);
/* What the environment tells, where the terminal did not; tmux is asked what it runs in. */
void term_ask_environment(struct term_answers *answers);
/* The one line tmux answers: "TTY TERM TYPE". For term_ask_environment and its tests. */
void term_ask_read_tmux(const char *line, struct term_answers *answers);
/* The finest pictures it draws well: sextants only those that draw them themselves, since fonts
 * make stripes of them, or empty boxes. */
enum pixels term_ask_pixels(const struct term_answers *answers);
/* A name for this kind of terminal that stays the same from one start to the next: "vte",
 * "tmux/konsole", for an unknown one its TERM. */
void term_ask_name(const struct term_answers *answers, char *name, size_t room);

#endif
