/* Who looks on: each room holds one byte of the file PATH.rooms, empty for ever, for as long as it
 * lives. Nobody has to sign off: the kernel lets go when the process ends, also by kill -9.
 * SOURCE: fcntl(2), open file description locks. */
#ifndef STORAGE_SEAT_H
#define STORAGE_SEAT_H

struct seat;

#define SEAT_MAX 9 /* more rooms show their picture too, but are not counted */

/* A seat before the register at PATH; NULL when none can be had: it is no reason not to look on.
 * Owner: the caller closes. */
struct seat *seat_take(const char *path);
void seat_close(struct seat *s); /* NULL-safe */
/* How many look on now. */
int seat_count(const char *path);

#endif
