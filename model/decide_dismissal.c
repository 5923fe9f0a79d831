/* Deciding what only a dismissal asks for: a request that enough members signed, and a majority
 * that some rule names. */
#include "model/deciding.h"

/* The request an item of KEY rests on, as far as one was filed: the one that was entered as this
 * item, else the one most members signed. NULL: none, or it has its signers. */
static const struct request_filed *request_short(const struct session *s, int64_t key)
{
	const struct request_filed *most = NULL;

	for (size_t i = 0; i < s->requests.n; i++) {
		const struct request *r = &s->requests.at[i];

		if (r->is.kind != REQUEST_DISMISSAL)
			continue;
		if (r->n_answered && r->answer.item == key) {
			most = &r->is;
			break;
		}
		if (!most || r->is.members.n > most->members.n)
			most = &r->is;
	}
	return most && (int64_t)most->members.n < most->needed ? most : NULL;
}

static bool request_is_short(struct deciding *d, const struct request_filed *r)
{
	return ask(d, "too-few-signers",
		MSG("The request for this dismissal has {signers} signers of {all} members in "
		    "office; {needed} are needed ({rule}). Take it all the same? The minutes will "
		    "say so.",
			A_INT("signers", (int64_t)r->members.n), A_INT("all", r->in_office),
			A_INT("needed", r->needed), a_rule(d, &d->s->rules, RULE_DISMISSAL_SHARE)));
}

bool dismissal_may_begin(struct deciding *d, const struct item *item, struct str *warned)
{
	const struct request_filed *r =
		item->is.kind == ITEM_DISMISSAL ? request_short(d->s, item->is.item) : NULL;

	if (!r)
		return true;
	add_rule_key(d, warned, RULE_DISMISSAL_SHARE);
	return request_is_short(d, r);
}

bool dismissal_may_be_voted(struct deciding *d, const struct item *item, struct str *warned)
{
	struct rule_text rule;

	if (!dismissal_may_begin(d, item, warned))
		return false;
	if (item->is.kind != ITEM_DISMISSAL ||
		!rule_dismissal_by_default(&d->s->rules, &rule, d->a))
		return true;
	add_rule_key(d, warned, RULE_DISMISSAL_MAJORITY);
	return ask(d, "dismissal-majority",
		MSG("No rule says by which majority a dismissal is voted; what holds for "
		    "every "
		    "decision is applied: {rule}. Open the vote all the same? The minutes "
		    "will "
		    "say so.",
			A_MSG("rule", message_keep(d->a, rules_named(&d->s->rules,
								 RULE_DISMISSAL_MAJORITY, d->a)))));
}
