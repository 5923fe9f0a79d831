/* A hand at a desk in memory: a register in a folder of its own below the build folder, whose clock
 * stands still, and scripts of keys typed on a terminal in memory (tui/term.h says how keys are
 * written). Each script starts the desk anew, as after a power cut. */
#ifndef TESTS_HAND_H
#define TESTS_HAND_H

#include "tui/desk.h"
#include "tui/sample.h"

struct hand {
	struct arena arena;
	struct cli cli;
	struct source_script script; /* 14:32 on 30 December 2024, until a played line moves it */
	struct registry *r;
	struct term *term; /* of the last script */
	bool work_is_long; /* any work, as if it took time: it says how far it is and can be stopped
			    */
	char *folder;
	const char *path;
};

void hand_open(struct hand *h, enum lang lang); /* no register yet */
void hand_close(struct hand *h);
/* A register with its chamber; with MEMBERS of them, number 1 the president, 2 the rapporteur. */
void hand_register(struct hand *h, int members);
/* Lines of the grammar; fails the test when one is refused. */
void hand_play(struct hand *h, const char *lines);
void hand_choose(struct hand *h, int64_t session);
/* For each case of a program: an English desk whose register has five members; and its end. */
int hand_five(void **state);
int hand_done(void **state);

/* Run the desk at this size, type KEYS, stop. The screen stays to be looked at. */
void hand_type(struct hand *h, int rows, int cols, const char *keys);
void hand_type_reading(struct hand *h, const char *keys); /* 80×24, somebody else holds it */
bool hand_shows(struct hand *h, const char *text);        /* in the language of the screen */
void hand_assert_shows(struct hand *h, const char *text); /* prints the screen when it does not */
void hand_golden(struct hand *h, const char *name);
/* A fresh terminal in memory as h->term, for what is not the desk. */
struct term *hand_terminal(struct hand *h, int rows, int cols);
/* A file in the folder; a NULL TEXT writes nothing. Its path. */
const char *hand_file(struct hand *h, const char *name, const char *text);

#endif
