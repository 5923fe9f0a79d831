/* Deciding: notices sent to members, and what members ask for in writing. */
#include "model/call.h"
#include "model/convening.h"
#include "model/deciding.h"

static struct numbers in_office(struct deciding *d)
{
	return convening_members(d->w, instant_date(d->at), d->a);
}

static bool all_in_office(struct deciding *d, struct numbers members)
{
	struct numbers all = in_office(d);

	if (!members_named(d, members))
		return false;
	for (size_t i = 0; i < members.n; i++) {
		if (!numbers_have(all, members.at[i]))
			return refuse(d, "unknown-member",
				MSG("No member {n} is in office on this day.",
					A_SEAT("n", members.at[i])));
	}
	return true;
}

/* --- notices --- */

static bool can_notify(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase != PHASE_PREPARING && d->s->phase != PHASE_BETWEEN)
		return refuse(d, "begun",
			TEXT("The session has begun: this was possible before its first sitting."));
	return true;
}

static bool record_notices(struct deciding *d)
{
	const struct notices_recorded *c = &d->c->arg.notice_record;
	struct notices_recorded r = *c;
	const struct call *call = session_call(d->s);
	struct date day =
		call && call->n_convened && !call->n_failed ? call->is.date : d->s->plan.date;

	r.call = convening_now(d->w, instant_date(d->at), d->a).call;
	if (r.members.n == 0)
		r.members = in_office(d);
	if (!all_in_office(d, r.members))
		return false;
	if (day.year && (r.call == 1 || (call && call->is.call == r.call)) &&
		date_compare(c->date, day) > 0)
		return refuse(
			d, "notice-after", TEXT("The notices cannot go out after the session."));
	fact(d, EVENT_NOTICES_RECORDED)->notices_recorded = r;
	return true;
}

/* --- written requests --- */

static bool can_file(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase == PHASE_CLOSED)
		return refuse(d, "closed", TEXT("The sitting is closed."));
	return true;
}

static bool too_few(struct deciding *d, struct request_filed *r, const struct rules *rules)
{
	enum rule_key key = request_rule(r->kind);
	struct share share =
		key == RULE_DISMISSAL_SHARE ? rules->dismissal_share : rules->extraordinary_share;

	r->certainty = (int)rules_certainty(rules, key);
	r->source = rules_source(rules, key);
	if (!share_is_set(share))
		return false;
	r->threshold = call_threshold(share, d->a);
	r->needed = share_needed(share, r->in_office);
	return (int64_t)r->members.n < r->needed;
}

static bool is_late(struct deciding *d, struct date date, const struct rules *rules)
{
	return rules->agenda_request_days && d->s->plan.date.year &&
	       date_days(d->s->plan.date) - date_days(date) < rules->agenda_request_days;
}

static bool file_request(struct deciding *d)
{
	const struct request_file *c = &d->c->arg.request_file;
	struct request_filed r = {
		.request = (int64_t)d->s->requests.n + 1,
		.kind = c->kind,
		.date = c->date,
		.members = c->members,
		.title_ar = c->title_ar,
		.title_fr = c->title_fr,
		.in_office = (int64_t)in_office(d).n,
		.proof = c->proof,
		.certainty = CERTAINTY_UNCONFIRMED,
	};
	struct rules rules = {.text = {NULL}};

	if (!all_in_office(d, c->members))
		return false;
	if (c->kind == REQUEST_ITEM && !c->title_ar.n && !c->title_fr.n)
		return refuse(d, "no-title", TEXT("Give the item a title in Arabic or in French."));
	if (convening_rules(d->w, &rules) && c->kind != REQUEST_ITEM && too_few(d, &r, &rules)) {
		r.warned = STR("request");
		if (!ask(d, "too-few-signers",
			    MSG("{signers} of {all} members in office have signed, {needed} "
				"are needed ({rule}). File it all the same? The minutes will "
				"say so.",
				    A_INT("signers", (int64_t)c->members.n),
				    A_INT("all", r.in_office), A_INT("needed", r.needed),
				    a_rule(d, &rules, request_rule(r.kind)))))
			return false;
	}
	if (c->kind == REQUEST_ITEM && is_late(d, c->date, &rules)) {
		r.warned = str_of(rule_key_name(RULE_AGENDA_REQUEST));
		if (!ask(d, "request-late",
			    MSG("The request came less than {days} days before the session "
				"({rule}). File it all the same?",
				    A_INT("days", rules.agenda_request_days),
				    a_rule(d, &rules, RULE_AGENDA_REQUEST))))
			return false;
	}
	fact(d, EVENT_REQUEST_FILED)->request_filed = r;
	return true;
}

/* The request becomes an item: its key, or 0 after refusing. */
static int64_t item_of_request(struct deciding *d, const struct request_filed *is, int kind)
{
	int64_t key = (int64_t)d->s->items.n + 1;

	if (d->s->phase == PHASE_SITTING || d->s->phase == PHASE_SUSPENDED) {
		(void)refuse(d, "by-vote",
			TEXT("During a sitting the assembly votes on a new item: insert it, then "
			     "answer with its number."));
		return 0;
	}
	if (!is->title_ar.n && !is->title_fr.n) {
		(void)refuse(d, "no-title",
			TEXT("The request has no subject to become a title: add the item first, "
			     "then answer with its number."));
		return 0;
	}
	if (kind < 0) {
		(void)refuse(d, "no-kind", TEXT("Say of which kind the new item is."));
		return 0;
	}
	fact(d, EVENT_ITEM_ADDED)->item_added = (struct item_text){
		.item = key, .kind = kind, .title_ar = is->title_ar, .title_fr = is->title_fr};
	return key;
}

static bool answer_request(struct deciding *d)
{
	const struct request_answer *c = &d->c->arg.request_answer;
	struct request_answered r = {
		.request = c->request, .outcome = c->outcome, .reason = c->reason};

	if (c->request < 1 || c->request > (int64_t)d->s->requests.n)
		return refuse(d, "unknown-request",
			MSG("There is no written request {n}.", A_INT("n", c->request)));
	if (d->s->requests.at[c->request - 1].n_answered)
		return refuse(d, "answered",
			MSG("Request {n} is already answered; F8 takes an act back.",
				A_INT("n", c->request)));
	if ((c->outcome == REQUEST_REFUSED || c->outcome == REQUEST_LATER) && !c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	if (c->add && (c->item || c->outcome != REQUEST_ENTERED))
		return refuse(d, "no-item",
			TEXT("A new item is added only for a request that is entered, and without "
			     "the number of another."));
	if (c->item && !(r.item = item_key(d, c->item)))
		return false;
	if (c->add &&
		!(r.item = item_of_request(d, &d->s->requests.at[c->request - 1].is, c->kind)))
		return false;
	fact(d, EVENT_REQUEST_ANSWERED)->request_answered = r;
	return true;
}

const struct decider deciders_convening[CMD_COUNT] = {
	[CMD_NOTICE_RECORD] = {can_notify, record_notices},
	[CMD_REQUEST_FILE] = {can_file, file_request},
	[CMD_REQUEST_ANSWER] = {can_file, answer_request},
};
