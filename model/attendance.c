#include "model/attendance.h"

#include "model/call.h"
#include "model/presence.h"

/* --- substitutes --- */

const struct substitution *session_substitute(const struct session *s, int64_t member)
{
	for (size_t i = s->substitutions.n; i-- > 0;) {
		const struct substitution *one = &s->substitutions.at[i];

		if (one->member == member && !one->n_end)
			return one;
	}
	return NULL;
}

const struct substitution *session_substitute_at(
	const struct session *s, int64_t member, uint32_t n)
{
	for (size_t i = s->substitutions.n; i-- > 0;) {
		const struct substitution *one = &s->substitutions.at[i];

		if (one->member == member && one->n <= n && (!one->n_end || one->n_end > n))
			return one;
	}
	return NULL;
}

struct both attendance_name(const struct session *s, int64_t member, uint32_t n)
{
	const struct substitution *one = session_substitute_at(s, member, n);

	return one ? one->name : session_seat_name(s, member);
}

/* --- times --- */

struct movement *attendance_movement(const struct session *s, int64_t member, uint32_t n)
{
	for (size_t i = s->movements.n; i-- > 0;) {
		struct movement *move = &s->movements.at[i];

		if (move->member == member && (n ? move->n == n : move->after_quorum))
			return move;
	}
	return NULL;
}

const struct timing *session_timing(const struct session *s, uint32_t n)
{
	for (size_t i = 0; i < s->timings.n; i++) {
		if (s->timings.at[i].n == n)
			return &s->timings.at[i];
	}
	return NULL;
}

static const struct sitting *sitting_of(const struct session *s, const struct movement *move)
{
	return &s->sittings.at[move->sitting - 1];
}

static void later(struct instant *low, struct instant at)
{
	if (at.seconds > low->seconds)
		*low = at;
}

static void earlier(struct instant *high, struct instant at)
{
	if (at.seconds < high->seconds)
		*high = at;
}

void attendance_bounds(const struct session *s, const struct movement *move, struct instant now,
	struct instant *low, struct instant *high)
{
	const struct sitting *sitting = sitting_of(s, move);

	*low = sitting->opened;
	*high = instant_is_set(sitting->closed) ? sitting->closed : now;
	for (size_t i = 0; i < s->quorums.n; i++) {
		const struct quorum_act *q = &s->quorums.at[i];

		if (q->sitting != move->sitting)
			continue;
		if (q->n < move->n)
			later(low, q->at);
		else
			earlier(high, q->at);
	}
	for (size_t i = 0; i < s->movements.n; i++) {
		const struct movement *other = &s->movements.at[i];

		if (other->sitting != move->sitting || other->member != move->member)
			continue;
		if (other->n < move->n)
			later(low, other->at);
		else if (other->n > move->n)
			earlier(high, other->at);
	}
}

/* Whole minutes: times are typed and printed so. */
static int64_t minute(struct instant t)
{
	return t.seconds / 60;
}

enum time_fit attendance_time_fit(const struct session *s, const struct movement *move,
	struct instant typed, struct instant now, struct instant *at)
{
	struct instant low, high;

	*at = typed;
	attendance_bounds(s, move, now, &low, &high);
	if (minute(typed) == minute(move->at))
		return TIME_SAME;
	if (minute(typed) < minute(low) || typed.seconds > high.seconds)
		return TIME_OUTSIDE;
	later(at, low);
	return TIME_POSSIBLE;
}

static struct instant when(
	const struct movement *one, const struct movement *move, struct instant to)
{
	return one == move ? to : one->at;
}

/* As MEMBER's last movement up to AT left him. */
static enum presence presence_when(const struct session *s, int64_t member,
	const struct movement *move, struct instant to, struct instant at)
{
	enum presence presence = PRESENCE_UNKNOWN;

	for (size_t i = 0; i < s->movements.n; i++) {
		const struct movement *one = &s->movements.at[i];

		if (one->member == member && one->sitting == move->sitting &&
			when(one, move, to).seconds <= at.seconds)
			presence = one->presence;
	}
	return presence;
}

static bool is_open_when(const struct item *item, struct instant at)
{
	return item && instant_is_set(item->opened) && item->opened.seconds <= at.seconds &&
	       (!instant_is_set(item->ended) || item->ended.seconds > at.seconds);
}

static bool is_recused_when(const struct session *s, const struct recusal *r, struct instant at)
{
	return r->at.seconds <= at.seconds &&
	       (!r->n_back || s->log.at[r->n_back].at.seconds > at.seconds) &&
	       is_open_when(session_item(s, r->item), at);
}

struct quorum_figures attendance_quorum_when(
	const struct session *s, const struct movement *move, struct instant to, struct instant at)
{
	struct quorum_figures q = {0, (int64_t)s->seats.n, 0, false};

	/* A member's movements never change their order in time: what each changed adds up. */
	for (size_t i = 0; i < s->movements.n; i++) {
		const struct movement *one = &s->movements.at[i];

		if (one->sitting == move->sitting && when(one, move, to).seconds <= at.seconds)
			q.present +=
				presence_counts(s, one->presence) - presence_counts(s, one->before);
	}
	for (size_t i = 0; s->rules.recusal_lowers_quorum && i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (!is_recused_when(s, r, at))
			continue;
		q.in_office--;
		q.present -= presence_counts(s, presence_when(s, r->member, move, to, at));
	}
	q.needed = call_needed(session_call_number(s, sitting_of(s, move)->call), q.in_office);
	q.met = q.present >= q.needed;
	return q;
}

static enum time_doubt doubt_of_vote(const struct session *s, const struct movement *move,
	struct instant to, const struct vote *vote)
{
	bool comes = presence_votes(s, move->presence);
	bool moves = comes != presence_votes(s, move->before);
	long place = vote_place(vote, move->member);
	bool voted = place >= 0 && !vote->holders[place];
	bool before = vote->n_opened < move->n; /* as the acts stand */
	bool then = minute(vote->opened) < minute(to);

	if (moves && minute(vote->opened) != minute(to) && then == comes && before != comes &&
		voted)
		return TIME_VOTED;
	if (moves && minute(vote->opened) != minute(to) && then != comes && before == comes &&
		!voted)
		return TIME_MISSED;
	if (!attendance_quorum_when(s, move, to, vote->opened).met &&
		attendance_quorum_when(s, move, move->at, vote->opened).met)
		return TIME_NO_QUORUM;
	return TIME_FITS;
}

enum time_doubt attendance_doubt(const struct session *s, const struct movement *move,
	struct instant to, const struct vote **vote)
{
	enum time_doubt worst = TIME_FITS;
	const struct sitting *sitting = sitting_of(s, move);

	*vote = NULL;
	for (size_t i = 0; i < session_holders(s); i++) {
		const struct item *item = session_holder(s, i);

		for (size_t k = 0; k < item->votes.n; k++) {
			const struct vote *one = &item->votes.at[k];
			enum time_doubt doubt;

			if (one->state == VOTE_IS_VOID || one->n_opened < sitting->n_opened ||
				(sitting->n_closed && one->n_opened > sitting->n_closed))
				continue;
			doubt = doubt_of_vote(s, move, to, one);
			if (doubt != TIME_FITS && (worst == TIME_FITS || doubt < worst)) {
				worst = doubt;
				*vote = one;
			}
		}
	}
	return worst;
}
