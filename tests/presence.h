/* Random sessions and who takes part in them: what always holds, what is asked for, and under which
 * rules. */
#ifndef TESTS_PRESENCE_H
#define TESTS_PRESENCE_H

#include "tests/assembly.h"
#include "tests/generate.h"

/* Every seat is as its movements left it, and they add up. */
bool attendance_holds(struct assembly *t);
/* The quorum follows from the seats and from the intervals, proxies from who is there. */
bool presence_holds(struct assembly *t);
/* After an act that opened a vote or a round: voters, members standing aside and those neither
 * there nor represented are all the seats. */
bool voters_hold(struct assembly *t);
/* What was voted while the quorum was missing (BROKEN): if the last act closed it, somebody decided
 * to go on after the departure, and nobody could where the rules stop every vote. */
bool broken_quorum_told(struct assembly *t, bool broken);
/* A recusal, a proxy, a departure with a successor … that makes some sense now. */
struct command presence_command(struct generator *g, const struct assembly *t);
/* The secretary who is not noted is there, or somebody else writes. */
struct command secretary_command(struct generator *g, const struct assembly *t);
/* One member at the roll call. */
struct command attendance_of_one(struct generator *g, const struct assembly *t);

#endif
