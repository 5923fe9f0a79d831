/* A file layer that fails on command: the n-th write, sync, truncation, opening or removal answers
 * with a fault, once or from then on for good; and counts what goes through it. */
#ifndef TESTS_FAULT_VFS_H
#define TESTS_FAULT_VFS_H

#include <stdbool.h>

#define FAULT_VFS_NAME "fault"

enum fault_kind {
	FAULT_NONE,
	FAULT_EIO,    /* nothing is done */
	FAULT_ENOSPC, /* writes only: a part is written */
	FAULT_SYNC    /* syncs only */
};

struct fault_plan {
	enum fault_kind kind;
	bool for_good;
	long at; /* the operation that fails, from 1; 0: none */
	/* counted since fault_set: */
	long operations, writes, syncs, faults;
};

/* Make the layer known to SQLite. */
void fault_register(void);
/* Begin to count anew, with a plan. */
void fault_set(enum fault_kind kind, bool for_good, long at);
const struct fault_plan *fault_seen(void);

#endif
