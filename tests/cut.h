/* What must be read whole on every screen of the desk. */
#ifndef TESTS_CUT_H
#define TESTS_CUT_H

#include "tui/canvas.h"

/* Fails the test, printing the screen, when the line of the next step or what the chair says ends
 * in "…". */
void cut_check(const struct canvas *canvas, struct arena *a);

#endif
