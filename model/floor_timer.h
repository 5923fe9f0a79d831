/* The time of the speech that is going on: working state beside the journal, so that the room and
 * the next start of the program know it. The record has only how long it was in the end. */
#ifndef MODEL_FLOOR_TIMER_H
#define MODEL_FLOOR_TIMER_H

#include "model/base.h"

/* What the room does when nobody writes any more: it counts so long, then stands still. */
#define FLOOR_STALE_MS 15000

struct floor_timer {
	int64_t session, request; /* 0: none */
	bool running;
	int64_t spoken_ms; /* at the mark */
	int64_t mark_ms;   /* on the clock that counts since the machine started */
	int64_t wall;      /* the same moment on the wall, seconds since 1970 */
};

/* Spoken until NOW_MS of that clock; a mark that is too old or in the future counts no further. */
int64_t floor_timer_ms(const struct floor_timer *timer, int64_t now_ms);
struct str floor_timer_text(const struct floor_timer *timer, struct arena *a);
bool floor_timer_parse(struct str text, struct floor_timer *timer);

enum floor_alarm { FLOOR_IN_TIME, FLOOR_NEARLY, FLOOR_OVER };
/* From 80 % of LIMIT seconds on nearly, from 100 % on over. */
enum floor_alarm floor_alarm(int64_t seconds, int64_t limit);

#endif
