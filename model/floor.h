/* The floor: who waits for it, who has it, how long everybody spoke. Points of order come first,
 * then rights of reply, then the list in the order of asking; the chair may give it otherwise.
 * What waits belongs to a matter: the open item, or the session as a whole while none is open. */
#ifndef MODEL_FLOOR_H
#define MODEL_FLOOR_H

#include "model/floor_timer.h"
#include "model/session.h"

struct speech *floor_request(const struct session *s, int64_t request); /* NULL: none */
/* Who has the floor; NULL: nobody. */
struct speech *floor_speaking(const struct session *s);
/* The I-th who waits in the present matter, from 0; NULL: no more. */
struct speech *floor_waiting(const struct session *s, size_t i);
size_t floor_waiting_count(const struct session *s);
/* Can be given the floor now: a guest, or a member who is present. Who left keeps the place. */
bool floor_may_speak(const struct session *s, const struct speech *speech);
/* The first who waits and may speak; NULL: nobody. */
struct speech *floor_next(const struct session *s);
/* Place in floor_queue of the one who asks for KIND: before all that come after it. */
size_t floor_place(const struct session *s, enum speech_kind kind);

/* Seconds a speech may take in the matter of ITEM (0: the session); 0: as long as it takes. What
 * was set for it, else the rule speech.seconds, else five minutes. */
int64_t floor_limit(const struct session *s, int64_t item);
/* Seconds between the giving of the floor and AT, without suspensions; never below 0. */
int64_t floor_seconds(const struct session *s, const struct speech *speech, struct instant at);

struct floor_total {
	int64_t speeches, seconds;
};
/* Of one speaker (MEMBER or GUEST), of an item in SITTING, of a whole sitting: what is over. */
struct floor_total floor_total_of(const struct session *s, int64_t member, int64_t guest);
struct floor_total floor_total_item(const struct session *s, int64_t item, int64_t sitting);
struct floor_total floor_total_sitting(const struct session *s, int64_t sitting);

/* The discussion of ITEM is closed or written, or somebody spoke on it. */
bool floor_discussed(const struct session *s, const struct item *item);

/* --- words --- */
struct both floor_name(const struct session *s, const struct speech *speech);
/* Whoever sits for the member speaks. */
bool floor_substitute(const struct session *s, const struct speech *speech);
/* "10 Saïd Haddadi"; a guest by name, else title, else capacity. */
struct message floor_who(const struct session *s, const struct speech *speech);
/* As the chair addresses the speaker: "Mr Saïd Haddadi". */
struct message floor_address(const struct session *s, const struct speech *speech, struct arena *a);
bool floor_has_behalf(const struct speech *speech);
/* "03:10". Owner: A. */
struct str floor_clock(int64_t seconds, struct arena *a);
/* "3 minutes and 10 seconds". */
struct message floor_duration(int64_t seconds, struct arena *a);

#endif
