/* What the desk keeps of the floor between two acts: the timer of the speech that is going on, and
 * the list it shows. The record gets the seconds when the speech ends; the row "room/floor" beside
 * the journal tells them to the rooms, and to the next start after a power cut. */
#ifndef TUI_FLOOR_LOOK_H
#define TUI_FLOOR_LOOK_H

#include "model/command.h"
#include "model/floor.h"
#include "tui/list.h"

struct desk;
struct key_hint;

#define FLOOR_PAST 4

struct floor_look {
	struct floor_timer timer;            /* request 0: nobody speaks */
	struct floor_timer past[FLOOR_PAST]; /* of the speeches before: taken back, one goes on */
	size_t past_n;
	int64_t session;  /* of which this is */
	bool interrupted; /* the time stands since the program or the machine stopped */
	bool rung;
	int64_t seen_ms, kept_ms; /* the last turn; the last writing of the row */
	struct list_look list;
	int64_t (*now_ms)(void);
};

/* Seconds spoken so far by who has the floor. */
int64_t floor_spoken(const struct desk *d);
/* Each turn: begin, go on, ring, keep the row. */
void floor_tick(struct desk *d);
/* Milliseconds to the next second of the speech; 0: nothing counts. */
int floor_patience_ms(const struct desk *d);
/* F7 on the floor screen: stop the time, or let it go on. */
void floor_pause(struct desk *d);
/* The command with the seconds spoken, when it ends a speech and does not say them. */
struct command floor_timed(const struct desk *d, const struct command *c);
/* Who speaks and for how long, for the status line; no id: nobody. */
struct message floor_status(struct desk *d);
enum floor_alarm floor_desk_alarm(const struct desk *d);
/* What the chair tells the speaker in the last minute, and after it; no id: nothing. */
struct message floor_chair_line(const struct desk *d);
/* What was kept from the last time. */
void floor_recall(struct desk *d);

/* Acts of the floor's menu (floor_forms.c). */
void floor_ask_order(struct desk *d);
void floor_ask_reply(struct desk *d);
void floor_ask_behalf(struct desk *d);
void floor_ask_limit(struct desk *d);
void floor_ask_place(struct desk *d);
void floor_ask_guest(struct desk *d);
/* Who waits and has the focus; NULL: nobody. */
const struct speech *floor_focus(const struct desk *d);

#endif
