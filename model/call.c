#include "model/call.h"

#include "model/convening.h"

const struct call *session_call(const struct session *s)
{
	return s->calls.n ? &s->calls.at[s->calls.n - 1] : NULL;
}

const struct call *session_call_number(const struct session *s, int64_t number)
{
	for (size_t i = 0; i < s->calls.n; i++) {
		if (s->calls.at[i].is.call == number)
			return &s->calls.at[i];
	}
	return NULL;
}

int64_t call_needed(const struct call *call, int64_t in_office)
{
	return call ? share_needed(call->share, in_office) : 0;
}

struct str call_threshold(struct share share, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	if (share.any) {
		builder_add_z(&b, "any");
	} else if (share.count) {
		builder_add_int(&b, share.count);
	} else {
		if (share.at_least)
			builder_add_z(&b, ">=");
		builder_add_int(&b, share.num);
		builder_add_char(&b, '/');
		builder_add_int(&b, share.den);
	}
	return builder_str(&b);
}

bool call_threshold_read(struct str s, struct share *out)
{
	struct rules rules;

	if (!rule_parse(RULE_QUORUM_THRESHOLD, s, &rules))
		return false;
	*out = rules.quorum_threshold;
	return share_is_set(*out);
}

bool call_has_rule(const struct session *s, int64_t number)
{
	return number <= (int64_t)s->rules.calls.n && rules_call(&s->rules, number)->known;
}

enum certainty call_certainty(const struct session *s, int64_t number)
{
	if (!call_has_rule(s, number))
		return CERTAINTY_UNCONFIRMED;
	return rules_quorum_certainty(&s->rules);
}

/* Where the rules know a number for that call, another one was set for it alone. */
static bool set_for_itself(const struct session *s, const struct call *call)
{
	return call->is.certainty == CERTAINTY_UNCONFIRMED &&
	       rules_quorum_certainty(&s->rules) != CERTAINTY_UNCONFIRMED;
}

struct message call_standing(const struct session *s, const struct call *call, struct arena *a)
{
	return set_for_itself(s, call) ? TEXT("set for this call, by no rule")
				       : rules_standing(&s->rules, rules_quorum_key(&s->rules), a);
}

bool call_confirmed(const struct session *s, const struct call *call)
{
	const struct rule_text *rule = s->rules.text[rules_quorum_key(&s->rules)];

	return rule && rule_confirmed(rule) && !set_for_itself(s, call);
}

bool call_awaited(const struct session *s)
{
	const struct call *call = session_call(s);

	return call && call->n_failed;
}

struct date call_day(const struct session *s)
{
	const struct call *call = session_call(s);

	if (!s->sittings.n)
		return s->plan.date;
	return call && call->n_convened && session_sitting(s)->call != call->is.call
		       ? call->is.date
		       : (struct date){0};
}

enum rule_key call_delay_key(const struct session *s, int64_t number)
{
	bool named = number <= (int64_t)s->rules.calls.n;
	bool said = rules_call(&s->rules, number)->days_min > 0;

	/* A list that was frozen without call.days keeps what it meant: a call that is named comes
	 * when one likes, one beyond the last as that one does. */
	if (s->rules.text[RULE_CALL_DAYS] ? named && said : named || said)
		return rules_quorum_key(&s->rules);
	return RULE_CALL_DAYS;
}

/* The day members were convened for to call NUMBER; year 0: none was set. */
static struct date planned_for(const struct session *s, int64_t number)
{
	const struct call *call = session_call_number(s, number);

	return call && call->n_convened ? call->is.date : s->plan.date;
}

struct date call_earliest(const struct session *s, int64_t number, struct date failed)
{
	const struct call_rule *rule = rules_call(&s->rules, number);
	struct date planned = planned_for(s, number - 1);

	if (planned.year && date_compare(planned, failed) > 0)
		failed = planned;
	if (call_delay_key(s, number) == RULE_CALL_DAYS)
		return convening_after(failed, s->rules.call_days, false);
	return convening_after(failed, rule->days_min, rule->working_days);
}

static bool is_treatment(enum event_type type)
{
	return (type >= EVENT_ITEM_OPENED && type <= EVENT_ITEM_CLOSED) ||
	       (type >= EVENT_VOTE_OPENED && type <= EVENT_VOTE_VOIDED) ||
	       (type >= EVENT_ELECTION_OPENED && type <= EVENT_ELECTION_VOIDED);
}

bool sitting_treated(const struct session *s, const struct sitting *sitting, uint32_t n)
{
	for (size_t i = sitting->n_opened; i < s->log.n && i < n; i++) {
		if (!s->struck.at[i] && is_treatment(s->log.at[i].type))
			return true;
	}
	return false;
}

bool sitting_failed(const struct session *s, const struct sitting *sitting)
{
	const struct call *call = session_call_number(s, sitting->call);
	uint32_t until = UINT32_MAX;

	if (call && call->n_failed && call->failed.sitting == sitting->is.sitting)
		return true;
	if (!instant_is_set(sitting->closed) || sitting->cause != CLOSED_NO_QUORUM)
		return false;
	if ((size_t)sitting->is.sitting < s->sittings.n)
		until = s->sittings.at[sitting->is.sitting].n_opened;
	/* An item that an earlier sitting had opened may have been treated in this one. */
	return !sitting_treated(s, sitting, until);
}

struct message call_quorum_message(const struct call *call, int64_t needed, struct arena *a)
{
	struct share share = call->share;

	if (share.any)
		return TEXT("whatever number is present, as this call has it");
	if (share.count)
		return MSG("{needed} members", A_INT("needed", needed));
	if (share.num == 1 && share.den == 2 && !share.at_least)
		return MSG("more than half of the members in office, that is at least {needed}",
			A_INT("needed", needed));
	return MSG("{share} of the members in office, that is at least {needed}",
		A_MSG("share", message_keep(a, share_words(share))), A_INT("needed", needed));
}

bool item_comes_again(const struct item *item)
{
	const struct vote *vote = item_vote(item);

	return (item->is.kind == ITEM_BUDGET || item->is.kind == ITEM_MINUTES ||
		       item->is.kind == ITEM_ACCOUNT) &&
	       item_decided(item) && vote && !outcome_adopted(vote->outcome);
}

enum left_how item_left_how(const struct item *item)
{
	if (item->state == ITEM_IS_POSTPONED)
		return LEFT_POSTPONED;
	return item_comes_again(item) ? LEFT_REFUSED : LEFT_UNTREATED;
}

bool item_left(const struct session *s, const struct item *item)
{
	if (item->state == ITEM_IS_POSTPONED)
		return true;
	if (item_comes_again(item) && s->phase >= PHASE_CLOSED)
		return true;
	return s->phase >= PHASE_CLOSED && item->state != ITEM_IS_WITHDRAWN &&
	       !item_decided(item) && item->is.kind != ITEM_FREE;
}

void call_first(struct session *s, int64_t number)
{
	struct share share = rules_call(&s->rules, number)->share;

	*LIST_PUSH(s->arena, &s->calls) = (struct call){
		.is = {.call = number,
			.threshold = call_threshold(share, s->arena),
			.source = rules_source(&s->rules, rules_quorum_key(&s->rules)),
			.certainty = (int)rules_quorum_certainty(&s->rules)},
		.share = share,
	};
}
