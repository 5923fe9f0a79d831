#include "model/secretary.h"

#include "model/attendance.h"

#define RANKS 6

struct both secretary_name(const struct session *s, const struct secretary_changed *who)
{
	if (who->member)
		return session_seat_name(s, who->member);
	return (struct both){who->name_ar, who->name_fr};
}

const struct secretary_changed *secretary_at(const struct sitting *sitting, uint32_t n)
{
	const struct secretary_changed *found = &sitting->first_secretary;

	for (size_t i = 0; i < sitting->secretaries.n; i++) {
		if (sitting->secretaries.at[i].n <= n)
			found = &sitting->secretaries.at[i].is;
	}
	return found;
}

int64_t secretary_member(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);

	return sitting ? secretary_at(sitting, UINT32_MAX)->member : 0;
}

bool secretary_here(const struct session *s)
{
	int64_t now = secretary_member(s);

	return !now || session_seat(s, now)->presence == PRESENCE_HERE;
}

bool secretary_can_be(const struct session *s, struct numbers leaving, const struct seat *seat)
{
	int64_t number = seat->member.number;

	return (seat->presence == PRESENCE_HERE || seat->presence == PRESENCE_UNKNOWN) &&
	       !session_substitute(s, number) && !numbers_have(leaving, (int32_t)number);
}

/* Neither writes already nor presides. */
static bool is_free(const struct session *s, const struct seat *seat)
{
	return seat->member.number != session_sitting(s)->chair &&
	       seat->member.number != secretary_member(s);
}

/* The rapporteur, the deputy, the others; first of those who are there. */
static size_t rank_of(const struct seat *seat)
{
	size_t rank = seat->member.office == OFFICE_RAPPORTEUR          ? 0
		      : seat->member.office == OFFICE_DEPUTY_RAPPORTEUR ? 1
									: 2;

	return rank + (seat->presence == PRESENCE_HERE ? 0 : RANKS / 2);
}

size_t secretary_choices(const struct session *s, struct numbers leaving, int64_t *out, size_t max)
{
	size_t n = 0;

	for (size_t rank = 0; rank < RANKS; rank++) {
		for (size_t i = 0; i < s->seats.n && n < max; i++) {
			const struct seat *seat = &s->seats.at[i];

			if (rank_of(seat) == rank && is_free(s, seat) &&
				secretary_can_be(s, leaving, seat))
				out[n++] = seat->member.number;
		}
	}
	return n;
}
