/* The same program once more, as another process: for work that must not stop the desk's loop, or
 * whose libraries must not come into the process that holds the register. */
#ifndef TUI_CHILD_H
#define TUI_CHILD_H

#include "storage/error.h"

#include <sys/types.h>

/* Two ends that no other child inherits; ours, the first, does not block. Errors: FILE. */
int child_pipe(int ends[2], struct error *err) MUST_CHECK;
/* Start PROGRAM (NULL: this very program) with ARGV, nothing to read, OUT and SAID for what it
 * writes and complains about. Errors: FILE. */
int child_start(const char *program, char *const argv[], int out, int said, pid_t *pid,
	struct error *err) MUST_CHECK;
/* Wait for its end; *PID is 0 then. A *PID of 0 has ended already. */
void child_reap(pid_t *pid, int *status);

#endif
