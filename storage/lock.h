/* The one writer in the world: a lock on a file beside the register (closing any descriptor of the
 * register itself would drop the database's own locks). It dies with the process, also by kill -9;
 * the file only says who holds it. Never fork without exec while holding it.
 * SOURCE: fcntl(2), open file description locks. */
#ifndef STORAGE_LOCK_H
#define STORAGE_LOCK_H

#include "storage/error.h"

struct lock;

/* Take the lock of the register at PATH (the file PATH.lock) and write into it WHO holds it, the
 * process, the machine and NOW. Owner: the caller closes.
 * Errors: LOCKED with the holder's own words as subject, FILE. */
struct lock *lock_take(
	const char *path, const char *who, struct instant now, struct error *err) MUST_CHECK;
void lock_close(struct lock *l);
/* Does anybody hold the lock of the register at PATH now? False when that cannot be found out. */
bool lock_held(const char *path);

#endif
