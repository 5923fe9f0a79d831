/* Who looks on, on how large a screen and in which language: each room holds two stretches of the
 * file PATH.rooms, empty for ever, for as long as it lives. Nobody has to sign off: the kernel lets
 * go when the process ends, also by kill -9. Where the stretches begin tells the rooms apart; the
 * length of the first tells the size of the screen, that of the second, which stands behind all the
 * first ones, the language. A room without a second one, of an older program, tells only its size.
 * SOURCE: fcntl(2), open file description locks. */
#ifndef STORAGE_SEAT_H
#define STORAGE_SEAT_H

#include "model/base.h"

struct seat;

/* What a room shows its picture with. */
struct seat_screen {
	int rows, cols;
	enum lang lang; /* LANG_COUNT: it does not tell */
};

/* The rooms that look on now. */
struct seats {
	int n;
	bool sized;                  /* the size of one is known at least … */
	struct seat_screen smallest; /* … and this is the smallest, of equal ones the first */
	bool in[LANG_COUNT];         /* there is one that shows this language */
};

#define SEAT_MAX  9   /* more rooms show their picture too, but are not counted */
#define SEAT_SIDE 999 /* rows or columns; more count as many */

/* A seat before the register at PATH; NULL when none can be had: it is no reason not to look on.
 * Owner: the caller closes. */
struct seat *seat_take(const char *path);
void seat_close(struct seat *s); /* NULL-safe */
/* The screen is like this now; NULL-safe. */
void seat_shows(struct seat *s, struct seat_screen screen);
/* Every room before the register at PATH is blank for as long as this is held: for a disk that does
 * not take the order. NULL when it cannot be had. Owner: the caller, who gives it back by
 * seat_close. */
struct seat *seat_blank(const char *path);
bool seat_blanked(const char *path);
/* Who is before the register at PATH. */
struct seats seats_before(const char *path);

#endif
