/* Attendance beyond the marks: who sits for an absent member, and times that were corrected. Reads
 * the session and changes nothing.
 *
 * A seat is one vote whoever sits in it: a substitute takes the seat of a member who is not there,
 * for that sitting, until he leaves or the member comes. He counts and votes as the member would,
 * but neither the chair nor an office passes to him. */
#ifndef MODEL_ATTENDANCE_H
#define MODEL_ATTENDANCE_H

#include "model/session.h"

/* Who sits for MEMBER now, or as act N found it; NULL: nobody. */
const struct substitution *session_substitute(const struct session *s, int64_t member);
const struct substitution *session_substitute_at(
	const struct session *s, int64_t member, uint32_t n);
/* The name of whoever sat in the seat of MEMBER when act N was recorded, or sits there now. */
#define ATTENDANCE_NOW UINT32_MAX
struct both attendance_name(const struct session *s, int64_t member, uint32_t n);

/* The movement of MEMBER by act N; 0: the last arrival or departure after the roll of his newest
 * sitting. NULL: there is none. */
struct movement *attendance_movement(const struct session *s, int64_t member, uint32_t n);
/* The correction act N made; NULL: none, or it was taken back. */
const struct timing *session_timing(const struct session *s, uint32_t n);

/* Between which instants MOVE can have happened: the opening, the quorum acts and the member's
 * other movements beside it, the closing or NOW. */
void attendance_bounds(const struct session *s, const struct movement *move, struct instant now,
	struct instant *low, struct instant *high);

enum time_fit {
	TIME_POSSIBLE,
	TIME_SAME,   /* as it is noted already */
	TIME_OUTSIDE /* of the bounds */
};

/* Can MOVE have happened in the minute TYPED? Bounds have seconds, what is typed has none: *AT is
 * the instant of that minute that lies within them. */
enum time_fit attendance_time_fit(const struct session *s, const struct movement *move,
	struct instant typed, struct instant now, struct instant *at);

/* The quorum at AT in the sitting MOVE belongs to, from the times alone, were MOVE at TO. */
struct quorum_figures attendance_quorum_when(
	const struct session *s, const struct movement *move, struct instant to, struct instant at);

enum time_doubt {
	TIME_FITS,
	TIME_VOTED,    /* the member voted in that vote, and would not have been there */
	TIME_MISSED,   /* he would have been there, and was not among its voters */
	TIME_NO_QUORUM /* the quorum would have been missing at it */
};

/* What a vote says against MOVE having been at TO, the gravest first; that vote in *VOTE. */
enum time_doubt attendance_doubt(const struct session *s, const struct movement *move,
	struct instant to, const struct vote **vote);

#endif
