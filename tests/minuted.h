/* What the draft minutes of an assembly say, as plain text. */
#ifndef TESTS_MINUTED_H
#define TESTS_MINUTED_H

#include "tests/assembly.h"

/* The whole text, marks of direction and all; lives in T's arena. */
const char *minuted(struct assembly *t, enum lang lang);
/* Fails the test, with the whole text, when WORDS do not stand in it. */
void assert_minuted(struct assembly *t, enum lang lang, const char *words);

#endif
