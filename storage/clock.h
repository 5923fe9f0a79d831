/* The two clocks: the wall, as an observation with the offset in use, and the time since boot,
 * which only goes forward and goes on during suspend. Order in the journal is never by time. */
#ifndef STORAGE_CLOCK_H
#define STORAGE_CLOCK_H

#include "model/base.h"

/* The wall clock in the system's zone, to the second. */
struct instant clock_now(void);
/* Milliseconds since boot, suspend included. SOURCE: clock_gettime(2), CLOCK_BOOTTIME. */
int64_t clock_monotonic_ms(void);

#endif
