/* Random sessions and their votes: what always holds of each, open or closed. */
#ifndef TESTS_VOTES_H
#define TESTS_VOTES_H

#include "tests/assembly.h"

/* Marks, figures, outcomes, corrections and the chair's side fit, and one vote is open at most. */
bool votes_hold(struct assembly *t);

#endif
