/* One sentence per act of convening. */
#include "model/describe_part.h"

static struct message about_failed(const struct call_failed *f)
{
	return MSG("call {call} failed: {present} present of {in_office}, {needed} needed",
		A_INT("call", f->call), A_INT("present", f->present),
		A_INT("in_office", f->in_office), A_INT("needed", f->needed));
}

static struct message about_convened(const struct call_convened *c)
{
	struct both place = {c->place_ar, c->place_fr};

	if (both_any(place))
		return MSG("call {call} convened for {date}: {place}", A_INT("call", c->call),
			A_DATE("date", c->date), A_BOTH("place", place));
	return MSG(
		"call {call} convened for {date}", A_INT("call", c->call), A_DATE("date", c->date));
}

static struct message about_notices(const struct notices_recorded *r, struct arena *a)
{
	int64_t n = (int64_t)r->members.n;

	if (r->channel == CHANNEL_NONE)
		return MSGN("{n} member not notified", "{n} members not notified", n);
	return MSGN_WITH("{n} member notified on {date}, {channel}",
		"{n} members notified on {date}, {channel}", n, A_DATE("date", r->date),
		A_MSG("channel", keep(a, name_label(channel_names, r->channel))));
}

static struct message about_request(const struct request_filed *r, struct arena *a)
{
	const struct message *kind = keep(a, name_label(request_kind_names, r->kind));
	struct both title = {r->title_ar, r->title_fr};

	if (!both_any(title))
		return MSGN_WITH("written request {request} of {n} member: {kind}",
			"written request {request} of {n} members: {kind}", (int64_t)r->members.n,
			A_INT("request", r->request), A_MSG("kind", kind));
	return MSGN_WITH("written request {request} of {n} member: {kind}, {title}",
		"written request {request} of {n} members: {kind}, {title}", (int64_t)r->members.n,
		A_INT("request", r->request), A_MSG("kind", kind), A_BOTH("title", title));
}

static struct message about_answer(const struct request_answered *r, struct arena *a)
{
	return describe_with_reason(
		MSG("written request {request}: {outcome}", A_INT("request", r->request),
			A_MSG("outcome", keep(a, name_label(request_outcome_names, r->outcome)))),
		r->reason, a);
}

struct message describe_call_event(const struct event *e, struct arena *a)
{
	if (e->type == EVENT_NOTICES_RECORDED)
		return about_notices(&e->body.notices_recorded, a);
	if (e->type == EVENT_REQUEST_FILED)
		return about_request(&e->body.request_filed, a);
	if (e->type == EVENT_REQUEST_ANSWERED)
		return about_answer(&e->body.request_answered, a);
	if (e->type == EVENT_CALL_CONVENED)
		return about_convened(&e->body.call_convened);
	return describe_with_reason(
		about_failed(&e->body.call_failed), e->body.call_failed.note, a);
}

struct message describe_carried(const struct item_text *item, struct arena *a)
{
	const struct carried *from = (const struct carried *)item->carried.at + item->carried.n - 1;
	struct both title = {item->title_ar, item->title_fr};
	struct message how = name_label(left_how_names, from->how);

	return MSG("item carried over from session {session} ({how}): {title}",
		A_DIGITS("session", from->session), A_MSG("how", keep(a, how)),
		A_BOTH("title", title));
}

struct message describe_last_act(int64_t n)
{
	return MSG("last act: no. {n}", A_DIGITS("n", n));
}
