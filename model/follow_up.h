/* What is left to do after a session, with the day by which the rules expect it; and absences that
 * the rules have reported. Both are reminders: nothing follows from them by itself. */
#ifndef MODEL_FOLLOW_UP_H
#define MODEL_FOLLOW_UP_H

#include "model/session.h"

struct due {
	struct message what;
	struct date by;           /* not set: no rule says when */
	enum certainty certainty; /* of that rule */
};

#define DUE_MAX 64

/* What is still to be done once S was closed, and written requests without an answer before; at
 * most MAX into OUT. Messages live in A. */
size_t follow_up(const struct session *s, struct due *out, size_t max, struct arena *a);
/* Agreements that S approved and that are to be signed, or wait for their visa, likewise. C, when
 * it is not NULL, says what happened to them since. */
size_t follow_up_agreements(
	const struct session *s, const struct chamber *c, struct due *out, size_t max);
/* "…, by 14 January 2025 (rule not confirmed)". */
struct message follow_up_words(const struct due *due, struct arena *a);

/* Absences of one member without an accepted excuse: sessions in all, and in a row up to the last.
 * A session counts once, whatever its sittings; who was there in one of them was there. */
struct absence {
	int64_t member, total, in_row;
};

/* Count session S, which is over, for each of the N in LIST; oldest session first. */
void absence_count(struct absence *list, size_t n, const struct session *s);
/* The rules have it reported. */
bool absence_reported(const struct absence *absence, const struct rules *rules);

#endif
