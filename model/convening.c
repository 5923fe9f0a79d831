#include "model/convening.h"

#include "model/call.h"

bool convening_rules(const struct world *w, struct rules *rules)
{
	const struct rules_adopted *is = world_rules(w);

	if (w->session && w->session->opened)
		*rules = w->session->rules;
	return (w->session && w->session->opened) ||
	       (is && rules_read(is->rules.at, is->rules.n, rules));
}

enum rule_key request_rule(int kind)
{
	return kind == REQUEST_DISMISSAL ? RULE_DISMISSAL_SHARE : RULE_EXTRAORDINARY_SHARE;
}

struct numbers convening_members(const struct world *w, struct date day, struct arena *a)
{
	const struct session *s = w->session;
	size_t most = s->opened ? s->seats.n : w->chamber->members.n, n = 0;
	int32_t *list = ARENA_ARRAY(a, int32_t, most + 1);

	if (s->plan.date.year)
		day = s->plan.date;
	for (size_t i = 0; i < most; i++) {
		if (s->opened)
			list[n++] = (int32_t)s->seats.at[i].member.number;
		else if (member_in_office(&w->chamber->members.at[i], day))
			list[n++] = (int32_t)w->chamber->members.at[i].number;
	}
	return (struct numbers){list, n};
}

int64_t convening_days(struct date from, struct date to, bool working)
{
	int64_t n = 0;

	for (int64_t day = date_days(from) + 1; day <= date_days(to); day++)
		n += !working || date_weekday(date_of_days(day)) < 5;
	return n;
}

struct date convening_after(struct date from, int64_t days, bool working)
{
	int64_t day = date_days(from);

	while (days > 0) {
		day++;
		if (!working || date_weekday(date_of_days(day)) < 5)
			days--;
	}
	return date_of_days(day);
}

static struct date planned_day(const struct session *s)
{
	const struct call *call = session_call(s);

	if (call && call->n_convened && !call->n_failed)
		return call->is.date;
	return s->opened ? (struct date){0} : s->plan.date;
}

static void look_at_notices(const struct session *s, struct numbers all, struct convening *c)
{
	struct date latest = {0};

	for (size_t i = 0; i < s->notices.n; i++) {
		const struct notice *n = &s->notices.at[i];

		if (n->call != c->call)
			continue;
		/* The latest counts: nobody was convened later. */
		if (n->channel != CHANNEL_NONE &&
			(!latest.year || date_compare(n->date, latest) > 0))
			latest = n->date;
		if (!numbers_have(all, (int32_t)n->member))
			continue;
		c->noted++;
		c->told += n->channel != CHANNEL_NONE;
		c->without_documents += n->channel != CHANNEL_NONE && !n->documents;
	}
	if (latest.year)
		c->sent = latest;
}

bool convening_kept(const struct session *s, int64_t call)
{
	for (size_t i = 0; i < s->notices.n; i++) {
		if (s->notices.at[i].call <= call)
			return true;
	}
	return call > 1 && s->plan.notice.year;
}

struct convening convening_now(const struct world *w, struct date day, struct arena *a)
{
	const struct session *s = w->session;
	const struct sitting *last = session_sitting(s);
	const struct call *call = session_call(s);
	struct convening c = {.call = 1, .day = day, .certainty = CERTAINTY_UNCONFIRMED};
	struct numbers all = convening_members(w, day, a);
	struct rules rules;

	if (call)
		c.call = call->n_failed ? call->is.call + 1 : call->is.call;
	c.begun = last && last->call == c.call;
	c.kept = convening_kept(s, c.call);
	c.in_office = (int64_t)all.n;
	if (!s->opened)
		c.sent = s->plan.notice;
	if (!day.year)
		c.day = planned_day(s);
	c.other_day = c.day.year && planned_day(s).year && date_compare(c.day, planned_day(s));
	look_at_notices(s, all, &c);
	if (!convening_rules(w, &rules))
		return c;
	c.needed = rules.notice_days;
	c.working = rules.notice_working_days;
	c.certainty = rules_certainty(&rules, RULE_NOTICE_DAYS);
	c.source = rules_source(&rules, RULE_NOTICE_DAYS);
	c.documents_due = rules.notice_documents && c.without_documents;
	if (c.sent.year && c.day.year)
		c.days = convening_days(c.sent, c.day, c.working);
	c.late = !c.begun && c.sent.year && c.day.year && c.days < c.needed;
	return c;
}

/* Between the notices and the session, beside what is expected; MARKED: whether it is enough. */
static struct message delay_words(const struct convening *c, bool marked)
{
	struct arg days = A_INT("days", c->days), needed = A_INT("needed", c->needed);

	if (!c->needed)
		return c->working ? MSG("delay in working days: {days}", days)
				  : MSG("delay in days: {days}", days);
	if (!marked)
		return c->working ? MSG("delay in working days: {days} ({needed} expected)", days,
					    needed)
				  : MSG("delay in days: {days} ({needed} expected)", days, needed);
	if (c->late)
		return c->working
			       ? MSG("delay in working days: {days} ({needed} expected) ✗", days,
					 needed)
			       : MSG("delay in days: {days} ({needed} expected) ✗", days, needed);
	return c->working ? MSG("delay in working days: {days} ({needed} expected) ✓", days, needed)
			  : MSG("delay in days: {days} ({needed} expected) ✓", days, needed);
}

struct message convening_words(const struct convening *c, struct arena *a)
{
	struct message told = TEXT("nobody is noted as notified");
	struct message delay = TEXT("day of notices or session not set");

	/* A day of the notices says nothing of who received one. */
	if (!c->noted && c->sent.year)
		told = MSG("{day}, receipt not recorded", A_DAY("day", c->sent));
	if (c->noted)
		told = MSG("notified: {told} of {all}", A_INT("told", c->told),
			A_INT("all", c->in_office));
	if (c->day.year && !c->sent.year)
		delay = MSG("{day}; notices without a day", A_DAY("day", c->day));
	else if (c->sent.year && !c->day.year)
		delay = TEXT("day of the session not set");
	else if (c->sent.year)
		delay = delay_words(c, c->noted || c->late);
	/* Elsewhere the delay is counted to the day that was planned. */
	if (c->sent.year && c->other_day)
		delay = MSG("{delay}, for a sitting held on {day}",
			A_MSG("delay", message_keep(a, delay)), A_DAY("day", c->day));
	return MSG("{told} · {delay}", A_MSG("told", message_keep(a, told)),
		A_MSG("delay", message_keep(a, delay)));
}

struct date convening_overdue(
	const struct rules *rules, const struct date *sessions, size_t n, struct date day)
{
	struct date last = {0};

	/* A month is over on the first day of the next; the year before this one counts too. */
	for (int back = 1; back >= 0; back--) {
		for (size_t i = 0; i < rules->months.n; i++) {
			struct date month = {day.year - back, rules->months.at[i], 1};
			bool over = month.year < day.year || month.month < day.month;

			if (over)
				last = month;
		}
	}
	for (size_t i = 0; i < n; i++) {
		if (sessions[i].year > last.year ||
			(sessions[i].year == last.year && sessions[i].month >= last.month))
			return (struct date){0};
	}
	return n ? last : (struct date){0};
}
