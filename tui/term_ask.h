/* What kind of terminal this is: one round trip of questions before the screen is taken. */
#ifndef TUI_TERM_ASK_H
#define TUI_TERM_ASK_H

#include <stdbool.h>
#include <stddef.h>

enum term_brand {
	BRAND_OTHER,
	BRAND_KONSOLE, /* reorders; a switch exists */
	BRAND_MLTERM,  /* the same */
	BRAND_KITTY,   /* turns each Arabic word round again */
	BRAND_TMUX,    /* passes sequences on when wrapped */
	BRAND_SCREEN,
	BRAND_STUBBORN /* PuTTY, QTerminal, macOS: reorders, to be switched off by hand */
};

struct term_answers {
	enum term_brand brand;
	bool obeys;            /* knows CSI 8 l, as ECMA-48 has it */
	bool background_known; /* told its colour */
	bool light;
	bool clipboard; /* takes OSC 52 */
};

/* Asks the terminal on IN and OUT, waiting at most MILLISECONDS; nothing stays in its queue. */
void term_ask(int in, int out, int milliseconds, struct term_answers *answers);
/* Reads the N bytes of an answer; for term_ask and its tests. */
void term_ask_read(const char *answer, size_t n, struct term_answers *answers);
/* What the environment tells, where the terminal did not. */
void term_ask_environment(struct term_answers *answers);

#endif
