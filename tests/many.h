/* Registers of a size no chamber has: what must stay right, and quick, with ten thousand members.
 */
#ifndef TESTS_MANY_H
#define TESTS_MANY_H

#include "tests/desk_driver.h"

/* A register of its own with MEMBERS seats, numbered from 1, seat 1 the president and seat 4 the
 * rapporteur, and session 1 with ITEMS agreements, its sitting still to be opened. No desk yet. */
void many_open(struct driver *t, enum lang lang, int members, int items);

#endif
