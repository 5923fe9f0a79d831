/* The facts of the floor. */
#include "model/apply.h"

#include <string.h>

#include "model/floor.h"

static void put_in(struct session *s, size_t at, int64_t request)
{
	(void)LIST_PUSH(s->arena, &s->floor_queue);
	memmove(&s->floor_queue.at[at + 1], &s->floor_queue.at[at],
		(s->floor_queue.n - 1 - at) * sizeof s->floor_queue.at[0]);
	s->floor_queue.at[at] = request;
}

/* False when REQUEST does not wait. */
static bool take_out(struct session *s, int64_t request)
{
	size_t at = 0;

	while (at < s->floor_queue.n && s->floor_queue.at[at] != request)
		at++;
	if (at == s->floor_queue.n)
		return false;
	memmove(&s->floor_queue.at[at], &s->floor_queue.at[at + 1],
		(s->floor_queue.n - at - 1) * sizeof s->floor_queue.at[0]);
	s->floor_queue.n--;
	return true;
}

static bool apply_asked(struct session *s, const struct event *e)
{
	const struct floor_asked *is = &e->body.floor_asked;
	size_t place;

	if (s->phase != PHASE_SITTING || is->request != (int64_t)s->speeches.n + 1 ||
		is->item != s->open_item || (is->member == 0) == (is->guest == 0) ||
		(is->member && !session_seat(s, is->member)) || is->guest > (int64_t)s->guests.n)
		return false;
	place = floor_place(s, (enum speech_kind)is->kind);
	*LIST_PUSH(s->arena, &s->speeches) = (struct speech){
		.is = *is,
		.sitting = session_sitting(s)->is.sitting,
		.asked = e->at,
		.n_asked = e->n,
	};
	put_in(s, place, is->request);
	return true;
}

/* What waits for another matter, or from another sitting, is not given the floor. */
static bool apply_given(struct session *s, const struct event *e)
{
	int64_t request = e->body.floor_given.request;
	struct speech *speech = floor_request(s, request);

	if (s->phase != PHASE_SITTING || s->speaking || !speech ||
		speech->is.item != s->open_item || speech->sitting != (int64_t)s->sittings.n ||
		!take_out(s, request))
		return false;
	speech->state = SPEECH_RUNS;
	speech->given = e->at;
	speech->n_given = e->n;
	s->speaking = request;
	return true;
}

static bool apply_ended(struct session *s, const struct event *e)
{
	struct speech *speech = floor_speaking(s);

	if (!speech || speech->is.request != e->body.floor_ended.request)
		return false;
	speech->state = SPEECH_IS_OVER;
	speech->ended = e->at;
	speech->n_ended = e->n;
	speech->seconds = e->body.floor_ended.seconds;
	s->speaking = 0;
	return true;
}

static bool apply_withdrawn(struct session *s, const struct event *e)
{
	struct speech *speech = floor_request(s, e->body.floor_withdrawn.request);

	if (!speech || !take_out(s, speech->is.request))
		return false;
	speech->state = SPEECH_IS_WITHDRAWN;
	speech->n_ended = e->n;
	return true;
}

/* TO counts those who wait in the same matter; the others stay where they are. */
static bool apply_moved(struct session *s, const struct event *e)
{
	const struct floor_moved *moved = &e->body.floor_moved;
	const struct speech *before;
	size_t at = 0;

	if (!floor_request(s, moved->request) || !take_out(s, moved->request))
		return false;
	before = floor_waiting(s, (size_t)moved->to - 1);
	while (at < s->floor_queue.n && (!before || s->floor_queue.at[at] != before->is.request))
		at++;
	put_in(s, at, moved->request);
	return true;
}

static bool apply_limited(struct session *s, const struct event *e)
{
	const struct floor_limited *is = &e->body.floor_limited;

	if (is->item && !session_item(s, is->item))
		return false;
	*LIST_PUSH(s->arena, &s->speech_limits) = *is;
	return true;
}

bool apply_floor_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_FLOOR_ASKED)
		return apply_asked(s, e);
	if (e->type == EVENT_FLOOR_GIVEN)
		return apply_given(s, e);
	if (e->type == EVENT_FLOOR_ENDED)
		return apply_ended(s, e);
	if (e->type == EVENT_FLOOR_WITHDRAWN)
		return apply_withdrawn(s, e);
	if (e->type == EVENT_FLOOR_MOVED)
		return apply_moved(s, e);
	return apply_limited(s, e);
}
