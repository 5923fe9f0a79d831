/* One sentence per act of convening. */
#include "model/describe.h"

static struct message about_failed(const struct call_failed *f)
{
	return MSG("call {call} failed: {present} present of {in_office}, {needed} needed",
		A_INT("call", f->call), A_INT("present", f->present),
		A_INT("in_office", f->in_office), A_INT("needed", f->needed));
}

static struct message about_convened(const struct call_convened *c)
{
	struct both place = {c->place_ar, c->place_fr};

	if (place.ar.n || place.fr.n)
		return MSG("call {call} convened for {date}: {place}", A_INT("call", c->call),
			A_DATE("date", c->date), A_BOTH("place", place));
	return MSG(
		"call {call} convened for {date}", A_INT("call", c->call), A_DATE("date", c->date));
}

struct message describe_call_event(const struct event *e, struct arena *a)
{
	struct message what;

	if (e->type == EVENT_CALL_CONVENED)
		return about_convened(&e->body.call_convened);
	what = about_failed(&e->body.call_failed);
	if (e->body.call_failed.note.n)
		return MSG("{what}: {reason}", A_MSG("what", message_keep(a, what)),
			A_STR("reason", e->body.call_failed.note));
	return what;
}

struct message describe_carried(const struct item_text *item, struct arena *a)
{
	const struct carried *from = (const struct carried *)item->carried.at + item->carried.n - 1;
	struct both title = {item->title_ar, item->title_fr};
	struct message how = TEXT(left_how_names[from->how].label);

	return MSG("item carried over from session {session} ({how}): {title}",
		A_DIGITS("session", from->session), A_MSG("how", message_keep(a, how)),
		A_BOTH("title", title));
}
