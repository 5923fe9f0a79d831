/* The whole state as text, to the last flag: two states are the same when their dumps are. */
#ifndef TESTS_DUMP_H
#define TESTS_DUMP_H

#include "model/session.h"

/* Owner: A. */
struct str dump_session(const struct session *s, struct arena *a);
struct str dump_chamber(const struct chamber *c, struct arena *a);

#endif
