/* Rules drawn at random among values that are legal, as another chamber could have confirmed them.
 */
#ifndef TESTS_RULES_DRAWN_H
#define TESTS_RULES_DRAWN_H

#include "tests/assembly.h"

/* The session is opened under rules drawn from SEED; some seeds leave it to be opened under the
 * profile. */
void rules_drawn(struct assembly *t, uint64_t seed);

#endif
