/* How the members of the chosen session were convened, one a row, and what members asked for in
 * writing: two pages of the register's screen that Esc leaves for the agenda. */
#include "tui/registers.h"

#include "locale/format.h"
#include "model/convening.h"
#include "model/describe.h"
#include "tui/convening.h"
#include "tui/fields.h"

enum { COL_NUMBER = 1, COL_NAME = 7, COL_HOW = 32, COL_DATE = 59, COL_DOCUMENTS = 70 };
enum { COL_KIND = 6, COL_FROM = 30, COL_OUTCOME = 52 };

/* --- notices --- */

static struct convening now(struct desk *d)
{
	return convening_of_desk(d);
}

static struct numbers members(struct desk *d)
{
	return convening_members(register_world(d->r), fields_today(d), &d->frame);
}

static const struct notice *notice_of(struct desk *d, int64_t member)
{
	const struct session *s = desk_session(d);
	int64_t call = now(d).call;

	for (size_t i = 0; i < s->notices.n; i++) {
		if (s->notices.at[i].call == call && s->notices.at[i].member == member)
			return &s->notices.at[i];
	}
	return NULL;
}

/* The first row notifies several at once. */
static size_t count_notices(struct desk *d)
{
	return desk_session(d) ? members(d).n + 1 : 0;
}

static struct message summary_notices(struct desk *d)
{
	struct convening c;

	if (!desk_session(d))
		return NO_MESSAGE;
	c = now(d);
	return convening_words(&c, &d->frame);
}

static struct both name_of(struct desk *d, int64_t number)
{
	const struct session *s = desk_session(d);
	const struct member *m;

	if (s->opened)
		return session_seat_name(s, number);
	m = chamber_member(register_chamber(d->r), number);
	return m ? member_name(m) : (struct both){STR(""), STR("")};
}

static void row_notice(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
	const struct notice *n;
	int64_t number;

	if (index == 0) {
		canvas_say(at, 0, COL_NUMBER, 0, focused ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			TEXT("+ notify all, or several members at once…"));
		return;
	}
	number = members(d).at[index - 1];
	n = notice_of(d, number);
	canvas_say(at, 0, COL_NUMBER, 5, style, ALIGN_START, MSG("{n}", A_SEAT("n", number)));
	canvas_text(at, 0, COL_NAME, COL_HOW - COL_NAME - 1, style, ALIGN_START,
		both_pick(name_of(d, number), d->lang));
	if (!n) {
		canvas_text(at, 0, COL_HOW, 1, focused ? STYLE_FOCUS : STYLE_DONE, ALIGN_START,
			STR("–"));
		return;
	}
	canvas_say(at, 0, COL_HOW, COL_DATE - COL_HOW - 1,
		focused                      ? STYLE_FOCUS
		: n->channel == CHANNEL_NONE ? STYLE_BAD
					     : STYLE_TEXT,
		ALIGN_START, name_label(channel_names, n->channel));
	canvas_latin(at, 0, COL_DATE, COL_DOCUMENTS - COL_DATE - 1, style, ALIGN_START,
		format_day(n->date, &d->frame));
	if (n->documents)
		canvas_text(at, 0, COL_DOCUMENTS, 1, style, ALIGN_START, STR("✓"));
	canvas_text(at, 0, COL_DOCUMENTS + 2, 0, style, ALIGN_START, n->proof);
}

static void head_notices(struct desk *d, struct area row)
{
	(void)d;
	canvas_say(row, 0, COL_NUMBER, 5, STYLE_DONE, ALIGN_START, TEXT(CTX("column", "no.")));
	canvas_say(row, 0, COL_NAME, COL_HOW - COL_NAME - 1, STYLE_DONE, ALIGN_START, TEXT("name"));
	canvas_say(row, 0, COL_HOW, COL_DATE - COL_HOW - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of notices", "how")));
	canvas_say(row, 0, COL_DATE, COL_DOCUMENTS - COL_DATE - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of notices", "on")));
	canvas_say(row, 0, COL_DOCUMENTS, 0, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of notices", "papers")));
}

static void enter_notice(struct desk *d, size_t index)
{
	int64_t member = index ? members(d).at[index - 1] : 0;

	form_notice(d, member, member ? notice_of(d, member) : NULL);
}

static struct message step_notice(struct desk *d, size_t index)
{
	int64_t number;

	if (index == 0)
		return TEXT("Note the notices: all, or some members by number");
	number = members(d).at[index - 1];
	return MSG("Note how {seat} {name} was notified", A_SEAT("seat", number),
		A_BOTH("name", name_of(d, number)));
}

static struct both notice_name(struct desk *d, size_t index)
{
	return index ? name_of(d, members(d).at[index - 1]) : (struct both){STR(""), STR("")};
}

const struct page page_notices = {
	.title = {.id = N_("NOTICES")},
	.summary = summary_notices,
	.count = count_notices,
	.row = row_notice,
	.paint_head = head_notices,
	.enter = enter_notice,
	.step_line = step_notice,
	.name = notice_name,
};

/* --- written requests: the first row files one --- */

static const struct request *request_at(struct desk *d, size_t index)
{
	const struct session *s = desk_session(d);

	return index > 0 && index <= s->requests.n ? &s->requests.at[index - 1] : NULL;
}

static size_t count_requests(struct desk *d)
{
	return desk_session(d) ? desk_session(d)->requests.n + 1 : 0;
}

static struct message summary_requests(struct desk *d)
{
	const struct session *s = desk_session(d);

	if (!s)
		return NO_MESSAGE;
	return MSG("written requests: {n}, not answered: {open}",
		A_INT("n", (int64_t)s->requests.n), A_INT("open", convening_unanswered(s)));
}

static struct both subject(const struct request *r)
{
	return (struct both){r->is.title_ar, r->is.title_fr};
}

static void row_request(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct request *r = request_at(d, index);
	enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
	struct message what;

	if (!r) {
		canvas_say(at, 0, COL_NUMBER, 0, focused ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			TEXT("+ a written request that came in…"));
		return;
	}
	what = subject(r).ar.n || subject(r).fr.n ? MSG("{it}", A_BOTH("it", subject(r)))
						  : name_label(request_kind_names, r->is.kind);
	canvas_say(
		at, 0, COL_NUMBER, 4, style, ALIGN_START, MSG("{n}", A_DIGITS("n", r->is.request)));
	canvas_say(at, 0, COL_KIND, COL_FROM - COL_KIND - 1, style, ALIGN_START, what);
	canvas_say(at, 0, COL_FROM, COL_OUTCOME - COL_FROM - 1, style, ALIGN_START,
		MSG("{day}: {members}", A_DAY("day", r->is.date),
			A_MSG("members", message_keep(&d->frame, convening_signers(d, &r->is)))));
	if (r->n_answered)
		canvas_say(at, 0, COL_OUTCOME, 0, style, ALIGN_START,
			name_label(request_outcome_names, r->answer.outcome));
	else
		canvas_say(at, 0, COL_OUTCOME, 0, focused ? STYLE_FOCUS : STYLE_CAUTION,
			ALIGN_START, TEXT("! not answered"));
}

static void head_requests(struct desk *d, struct area row)
{
	(void)d;
	canvas_say(row, 0, COL_NUMBER, 4, STYLE_DONE, ALIGN_START, TEXT(CTX("column", "no.")));
	canvas_say(row, 0, COL_KIND, COL_FROM - COL_KIND - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of requests", "subject")));
	canvas_say(row, 0, COL_FROM, COL_OUTCOME - COL_FROM - 1, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of requests", "came in")));
	canvas_say(row, 0, COL_OUTCOME, 0, STYLE_DONE, ALIGN_START,
		TEXT(CTX("column of requests", "outcome")));
}

static void enter_request(struct desk *d, size_t index)
{
	const struct request *r = request_at(d, index);

	if (!r)
		form_request(d);
	else if (!r->n_answered)
		form_answer(d, r);
	else
		desk_say(d, TONE_PLAIN,
			MSG("Request {n} is answered: {outcome}. {reason}",
				A_INT("n", r->is.request),
				A_MSG("outcome",
					message_keep(&d->frame, name_label(request_outcome_names,
									r->answer.outcome))),
				A_REASON("reason", r->answer.reason)));
}

static struct message step_request(struct desk *d, size_t index)
{
	const struct request *r = request_at(d, index);

	if (!r)
		return TEXT("File a written request");
	if (r->n_answered)
		return MSG("Request {n}: what became of it", A_INT("n", r->is.request));
	return MSG("Answer request {n}: an item of the agenda, or a refusal with its reason",
		A_INT("n", r->is.request));
}

static struct both request_name(struct desk *d, size_t index)
{
	const struct request *r = request_at(d, index);

	return r ? subject(r) : (struct both){STR(""), STR("")};
}

const struct page page_requests = {
	.title = {.id = N_("WRITTEN REQUESTS")},
	.summary = summary_requests,
	.count = count_requests,
	.row = row_request,
	.paint_head = head_requests,
	.enter = enter_request,
	.step_line = step_request,
	.name = request_name,
};
