/* Applying: calls that fail, and those convened after them. */
#include "model/apply.h"
#include "model/call.h"

/* Everybody in MEMBERS was noted as PRESENCE when the call failed. */
static bool all_are(const struct session *s, struct numbers members, enum presence presence)
{
	for (size_t i = 0; i < members.n; i++) {
		const struct seat *seat = session_seat(s, members.at[i]);

		if (!seat || seat->presence != presence)
			return false;
	}
	return members.n == (size_t)session_count(s, presence);
}

static bool figures_follow(
	const struct session *s, const struct call_failed *f, const struct call *call)
{
	struct quorum_figures now = session_quorum(s);

	return all_are(s, f->here, PRESENCE_HERE) && all_are(s, f->excused, PRESENCE_EXCUSED) &&
	       all_are(s, f->absent, PRESENCE_ABSENT) && all_are(s, f->left, PRESENCE_LEFT) &&
	       f->present == now.present && f->in_office == now.in_office &&
	       f->needed == now.needed && str_equal(f->threshold, call->is.threshold) &&
	       f->present < f->needed;
}

static bool apply_failed(struct session *s, const struct event *e)
{
	const struct call_failed *f = &e->body.call_failed;
	struct sitting *sitting = session_sitting(s);
	struct call *call;

	if (s->phase != PHASE_SITTING || session_voting(s) || s->speaking ||
		sitting->is.sitting != f->sitting || sitting->call != f->call ||
		sitting_treated(s, sitting, e->n))
		return false;
	call = &s->calls.at[s->calls.n - 1];
	for (size_t i = 0; i < f->absent.n; i++) {
		const struct seat *seat = session_seat(s, f->absent.at[i]);

		if (!seat || (seat->presence == PRESENCE_UNKNOWN &&
				     !apply_move(s, e, f->absent.at[i], PRESENCE_ABSENT)))
			return false;
	}
	if (!figures_follow(s, f, call))
		apply_finding(s, e->n,
			MSG("Act {act}: the recorded failure does not follow from the attendance.",
				A_DIGITS("act", e->n)));
	call->failed = *f;
	call->ended = e->at;
	call->n_failed = e->n;
	sitting->closed = e->at;
	sitting->n_closed = e->n;
	sitting->cause = CLOSED_NO_QUORUM;
	sitting->note = f->note;
	s->phase = PHASE_BETWEEN;
	return true;
}

/* A call that was convened but not yet held can be convened anew. */
static bool apply_convened(struct session *s, const struct event *e)
{
	const struct call_convened *c = &e->body.call_convened;
	const struct call *last = session_call(s);
	struct call *call;
	struct share share;

	if (s->phase != PHASE_BETWEEN || !last || !call_threshold_read(c->threshold, &share))
		return false;
	if (last->n_failed && c->call == last->is.call + 1)
		call = LIST_PUSH(s->arena, &s->calls);
	else if (last->n_convened && !last->n_failed && c->call == last->is.call &&
		 session_sitting(s)->call != c->call)
		call = &s->calls.at[s->calls.n - 1];
	else
		return false;
	*call = (struct call){.is = *c, .share = share, .n_convened = e->n};
	return true;
}

bool apply_call_fact(struct session *s, const struct event *e)
{
	return e->type == EVENT_CALL_FAILED ? apply_failed(s, e) : apply_convened(s, e);
}

/* --- notices and written requests --- */

static void note_member(struct session *s, const struct event *e, int64_t member)
{
	const struct notices_recorded *r = &e->body.notices_recorded;
	struct notice *to = NULL;

	for (size_t i = 0; i < s->notices.n && !to; i++) {
		if (s->notices.at[i].call == r->call && s->notices.at[i].member == member)
			to = &s->notices.at[i];
	}
	if (!to)
		to = LIST_PUSH(s->arena, &s->notices);
	*to = (struct notice){e->n, r->call, member, r->channel, r->date, r->documents, r->proof};
}

static bool apply_filed(struct session *s, const struct event *e)
{
	if (e->body.request_filed.request != (int64_t)s->requests.n + 1)
		return false;
	*LIST_PUSH(s->arena, &s->requests) =
		(struct request){.is = e->body.request_filed, .n = e->n};
	return true;
}

static bool apply_answered(struct session *s, const struct event *e)
{
	const struct request_answered *a = &e->body.request_answered;
	struct request *r;

	if (a->request < 1 || (size_t)a->request > s->requests.n ||
		(a->item && !session_item(s, a->item)))
		return false;
	r = &s->requests.at[a->request - 1];
	if (r->n_answered)
		return false;
	r->answer = *a;
	r->n_answered = e->n;
	return true;
}

bool apply_convening_fact(struct session *s, const struct event *e)
{
	if (e->type == EVENT_REQUEST_FILED)
		return apply_filed(s, e);
	if (e->type == EVENT_REQUEST_ANSWERED)
		return apply_answered(s, e);
	for (size_t i = 0; i < e->body.notices_recorded.members.n; i++)
		note_member(s, e, e->body.notices_recorded.members.at[i]);
	return true;
}
