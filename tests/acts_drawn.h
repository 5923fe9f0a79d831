/* What is asked of a random session next: mostly what a secretary would do, some of it what makes
 * little sense at that moment. */
#ifndef TESTS_ACTS_DRAWN_H
#define TESTS_ACTS_DRAWN_H

#include "tests/assembly.h"
#include "tests/generate.h"

struct command act_drawn(struct generator *g, struct assembly *t);

#endif
