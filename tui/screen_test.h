/* The test of the screen: words, a box, figures, Tifinagh and signs as this terminal draws them.
 * The user looks, tries who should order Arabic letters, and says when it looks right; that is kept
 * for all terminals of the kind. */
#ifndef TUI_SCREEN_TEST_H
#define TUI_SCREEN_TEST_H

#include "tui/cli.h"

enum screen_test_end {
	SCREEN_TEST_KEPT,
	SCREEN_TEST_LEFT, /* nothing was chosen: as before */
	SCREEN_TEST_GONE  /* a signal, or the terminal has gone: close in order */
};

/* Takes the whole screen until it is answered. F2 changes *LANG. */
enum screen_test_end screen_test(struct term *term, enum lang *lang);

#endif
