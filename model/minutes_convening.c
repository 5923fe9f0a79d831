/* How members were convened, and what they had asked for in writing. */
#include "model/call.h"
#include "model/convening.h"
#include "model/follow_up.h"
#include "model/minutes_part.h"

static bool alike(const struct notice *a, const struct notice *b)
{
	return a->call == b->call && a->channel == b->channel &&
	       date_compare(a->date, b->date) == 0 && a->documents == b->documents;
}

static bool has_notice(const struct session *s, int64_t call, int64_t member)
{
	for (size_t i = 0; i < s->notices.n; i++) {
		if (s->notices.at[i].call == call && s->notices.at[i].member == member)
			return true;
	}
	return false;
}

/* The notices like number FIRST, which is the first of its kind; names when they are few. */
static void notices_like(const struct minutes *m, struct node *list, size_t first)
{
	const struct notice *one = &m->s->notices.at[first];
	struct message *names = ARENA_ARRAY(m->a, struct message, m->s->notices.n + 1);
	const struct message *channel = minutes_keep(m, name_label(channel_names, one->channel));
	struct message what;
	size_t n = 0;

	for (size_t i = first; i < m->s->notices.n; i++) {
		if (alike(one, &m->s->notices.at[i]))
			names[n++] = describe_member(m->s, m->s->notices.at[i].member);
	}
	if (one->channel == CHANNEL_NONE)
		what = MSGN("{n} member not notified", "{n} members not notified", (int64_t)n);
	else if (one->documents)
		what = MSGN_WITH("{n} member notified on {date}, {channel}, with the documents",
			"{n} members notified on {date}, {channel}, with the documents", (int64_t)n,
			A_DATE("date", one->date), A_MSG("channel", channel));
	else
		what = MSGN_WITH("{n} member notified on {date}, {channel}",
			"{n} members notified on {date}, {channel}", (int64_t)n,
			A_DATE("date", one->date), A_MSG("channel", channel));
	if (n * 2 < m->s->seats.n || one->channel == CHANNEL_NONE)
		what = MSG("{title}: {members}", A_MSG("title", minutes_keep(m, what)),
			A_LIST("members", names, n));
	node_add(m->a, list, NODE_LIST_ITEM, what);
}

/* Who has no notice of CALL, where notices are noted: the opening asked about them. */
static void not_noted(const struct minutes *m, struct node *parent, struct node *list, int64_t call)
{
	struct message *names = ARENA_ARRAY(m->a, struct message, m->s->seats.n + 1);
	struct message what;
	size_t n = 0;

	if (!convening_kept(m->s, call))
		return;
	for (size_t i = 0; i < m->s->seats.n; i++) {
		int64_t member = m->s->seats.at[i].member.number;

		if (!has_notice(m->s, call, member))
			names[n++] = describe_member(m->s, member);
	}
	if (!list) {
		minutes_text(m, parent, TEXT("No member is noted as notified of this call."));
	} else if (n) {
		what = MSGN("{n} member not noted as notified", "{n} members not noted as notified",
			(int64_t)n);
		node_add(m->a, list, NODE_LIST_ITEM,
			MSG("{title}: {members}", A_MSG("title", minutes_keep(m, what)),
				A_LIST("members", names, n)));
	}
}

bool minutes_notices(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *list = NULL;

	if (sitting->is.sitting > 1 &&
		m->s->sittings.at[sitting->is.sitting - 2].call == sitting->call)
		return false;
	for (size_t i = 0; i < m->s->notices.n; i++) {
		bool first = m->s->notices.at[i].call == sitting->call;

		for (size_t k = 0; k < i && first; k++)
			first = !alike(&m->s->notices.at[k], &m->s->notices.at[i]);
		if (!first)
			continue;
		if (!list) {
			minutes_text(m, parent, TEXT("Members were convened as follows:"));
			list = node_add(m->a, parent, NODE_LIST, NO_MESSAGE);
		}
		notices_like(m, list, i);
	}
	not_noted(m, parent, list, sitting->call);
	return list;
}

/* Whether a request is admissible is said by a rule somebody answers for; else figures speak. */
static struct message met(const struct request_filed *r)
{
	bool enough = (int64_t)r->members.n >= r->needed;

	if (r->certainty == CERTAINTY_UNCONFIRMED)
		return enough ? TEXT("number reached") : TEXT("number not reached");
	return enough ? TEXT("admissible") : TEXT("not admissible");
}

static struct message authors(const struct minutes *m, const struct request_filed *r)
{
	if (r->kind == REQUEST_ITEM)
		return describe_members(m->s, r->members, m->a);
	if (!r->needed)
		return MSGN_WITH("{n} signer of {all} in office", "{n} signers of {all} in office",
			(int64_t)r->members.n, A_INT("all", r->in_office));
	return MSGN_WITH("{n} signer of {all} in office, {needed} needed: {met}",
		"{n} signers of {all} in office, {needed} needed: {met}", (int64_t)r->members.n,
		A_INT("all", r->in_office), A_INT("needed", r->needed),
		A_MSG("met", minutes_keep(m, met(r))));
}

static struct message subject(const struct minutes *m, const struct request_filed *r)
{
	struct message kind = name_label(request_kind_names, r->kind);
	struct both title = {r->title_ar, r->title_fr};

	if (r->kind != REQUEST_ITEM && both_any(title))
		kind = MSG("{title}: {members}", A_MSG("title", minutes_keep(m, kind)),
			A_BOTH("members", title));
	else if (both_any(title))
		kind = MSG(minutes_whole, A_BOTH("it", title));
	if (!r->proof.n)
		return kind;
	return MSG("{what} ({reason})", A_MSG("what", minutes_keep(m, kind)),
		A_REASON("reason", r->proof));
}

static struct message outcome(const struct minutes *m, const struct request *r)
{
	struct message what = name_label(request_outcome_names, r->answer.outcome);
	int64_t number = session_agenda_number(m->s, r->answer.item);

	if (!r->n_answered)
		return TEXT("not answered");
	if (number)
		what = MSG("{what} ({reason})", A_MSG("what", minutes_keep(m, what)),
			A_MSG("reason",
				minutes_keep(m, MSG("item {number}", A_INT("number", number)))));
	if (!r->answer.reason.n)
		return what;
	return MSG("{what}: {reason}", A_MSG("what", minutes_keep(m, what)),
		A_REASON("reason", r->answer.reason));
}

/* Where nobody confirmed how many have to sign a request, or nobody said. */
static void signers_rest_on(
	const struct minutes *m, struct node *section, const struct request_filed *r)
{
	struct arg request = A_INT("request", r->request), words;
	struct share share;

	if (r->kind == REQUEST_ITEM || r->certainty != CERTAINTY_UNCONFIRMED)
		return;
	if (!r->needed || !call_threshold_read(r->threshold, &share)) {
		minutes_note(m, section,
			MSG("No rule says how many members have to sign request {request}.",
				request));
		return;
	}
	words = A_MSG("share", minutes_keep(m, share_words(share)));
	if (m->s->opened && !m->s->rules.text[request_rule(r->kind)])
		minutes_note(m, section,
			MSG("No rule of the assembly says which share of the members has to sign "
			    "request {request}; applied by default: {share}.",
				request, words));
	else
		minutes_note(m, section,
			MSG("The share of signers that request {request} needs is a rule not "
			    "confirmed: {share}.",
				request, words));
}

void minutes_requests(const struct minutes *m, struct node *parent)
{
	static const char *const header[] = {
		N_("No."), N_("Date"), N_("From"), N_("Subject"), N_("Outcome")};
	static const int widths[] = {6, 18, 26, 28, 22};
	struct node *section, *table;

	if (m->s->requests.n == 0)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 1, TEXT("Annex: written requests of members"));
	table = minutes_table(m, section, 5, widths, header);
	for (size_t i = 0; i < m->s->requests.n; i++) {
		const struct request *r = &m->s->requests.at[i];
		struct node *row = minutes_row(m, table);

		minutes_cell(
			m, row, NODE_CENTRE, MSG(minutes_whole, A_DIGITS("it", r->is.request)));
		minutes_cell(m, row, NODE_START, MSG(minutes_whole, A_DATE("it", r->is.date)));
		minutes_cell(m, row, NODE_START, authors(m, &r->is));
		minutes_cell(m, row, NODE_START, subject(m, &r->is));
		minutes_cell(m, row, NODE_START, outcome(m, r));
	}
	for (size_t i = 0; i < m->s->requests.n; i++)
		signers_rest_on(m, section, &m->s->requests.at[i].is);
}

/* What the rules have done after the session, and by when. */
void minutes_follow_up(const struct minutes *m, struct node *parent)
{
	struct due *due = ARENA_ARRAY(m->a, struct due, DUE_MAX);
	size_t n = m->s->phase >= PHASE_CLOSED ? follow_up(m->s, due, DUE_MAX, m->a) : 0;
	struct node *section, *list;

	n += follow_up_agreements(m->s, NULL, due + n, DUE_MAX - n);
	if (n == 0)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 1, TEXT("Follow-up"));
	list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);
	for (size_t i = 0; i < n; i++)
		node_add(m->a, list, NODE_LIST_ITEM, follow_up_words(&due[i], m->a));
}
