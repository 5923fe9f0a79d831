/* Room kept free beside the register for a full disk: a file that is given up so that the sitting
 * can be closed and the record copied. */
#ifndef STORAGE_BALLAST_H
#define STORAGE_BALLAST_H

#include "storage/error.h"

/* Make sure that BYTES stand in PATH.ballast. False when the disk has no room for them (or the
 * file system cannot reserve): then there is simply none. */
bool ballast_take(const char *path, int64_t bytes);
/* Give it up. False when there was none. */
bool ballast_give(const char *path);

#endif
