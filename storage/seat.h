/* Who looks on, and on how large a screen: each room holds a stretch of the file PATH.rooms, empty
 * for ever, for as long as it lives. Nobody has to sign off: the kernel lets go when the process
 * ends, also by kill -9. Where the stretch begins tells the rooms apart, how long it is tells the
 * size of the screen.
 * SOURCE: fcntl(2), open file description locks. */
#ifndef STORAGE_SEAT_H
#define STORAGE_SEAT_H

#include <stdbool.h>

struct seat;

#define SEAT_MAX  9   /* more rooms show their picture too, but are not counted */
#define SEAT_SIDE 999 /* rows or columns; more count as many */

/* A seat before the register at PATH; NULL when none can be had: it is no reason not to look on.
 * Owner: the caller closes. */
struct seat *seat_take(const char *path);
void seat_close(struct seat *s); /* NULL-safe */
/* The screen has this size now; NULL-safe. */
void seat_resize(struct seat *s, int rows, int cols);
/* Every room before the register at PATH is blank for as long as this is held: for a disk that does
 * not take the order. NULL when it cannot be had. Owner: the caller, who gives it back by
 * seat_close. */
struct seat *seat_blank(const char *path);
bool seat_blanked(const char *path);
/* How many look on now. */
int seat_count(const char *path);
/* The smallest screen of those whose size is known; false: of none it is. */
bool seat_smallest(const char *path, int *rows, int *cols);

#endif
