/* Pictures of screens kept in tests/golden, compared cell by cell. */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include "model/base.h"

/* Fails the test unless TEXT is what tests/golden/NAME.txt holds. What was seen instead is written
 * to golden/NAME.txt below the build folder, to be looked at and copied. */
void golden_check(const char *name, struct str text);

#endif
