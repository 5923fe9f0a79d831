/* Deciding: the rules of the chamber. The journal gets the whole list every time, so that a fold
 * never depends on what a version of the program carries. */
#include "model/deciding.h"

#include <string.h>

static bool rules_complete(struct deciding *d, const struct list *rules)
{
	struct rules *read = ARENA_NEW(d->a, struct rules);

	if (!rules_read(rules->at, rules->n, read))
		return refuse(d, "bad-rules",
			TEXT("These rules cannot be used: quorum.calls, majority.threshold, "
			     "majority.base and tie.rule are needed, and every value must be "
			     "readable."));
	return true;
}

static bool adopt(struct deciding *d)
{
	const struct rules_adopt *c = &d->c->arg.rules_adopt;
	const struct world *w = d->w;
	struct message *names = ARENA_ARRAY(d->a, struct message, w->profiles_n);

	for (size_t i = 0; i < w->profiles_n; i++) {
		if (str_equal(w->profiles[i].profile, c->profile)) {
			fact(d, EVENT_RULES_ADOPTED)->rules_adopted = w->profiles[i];
			return true;
		}
		names[i] = MSG("{it}", A_STR("it", w->profiles[i].profile));
	}
	return refuse(d, "unknown-profile",
		MSG("There is no profile “{name}”; there are {list}.", A_STR("name", c->profile),
			A_LIST("list", names, w->profiles_n)));
}

static bool import(struct deciding *d)
{
	const struct rules_adopted *c = &d->c->arg.rules_import;

	if (!rules_complete(d, &c->rules))
		return false;
	fact(d, EVENT_RULES_ADOPTED)->rules_adopted = *c;
	return true;
}

static bool can_set(struct deciding *d)
{
	if (!can_chamber(d))
		return false;
	if (!world_rules(d->w))
		return refuse(
			d, "no-rules", TEXT("The chamber has no rules yet: adopt a profile."));
	return true;
}

/* A new value is nobody's finding yet: neither source nor confirmation go with it. */
static bool set_value(struct deciding *d, enum rule_key key, struct rule_text *rule)
{
	struct str value = d->c->arg.rule_set.value;
	struct rules *read = ARENA_NEW(d->a, struct rules);

	if (!rule_parse(key, value, read))
		return refuse(d, "bad-rule",
			MSG("“{value}” does not fit: expected is {what}.", A_STR("value", value),
				A_MSG("what", message_keep(d->a, rule_expected(key, d->a)))));
	if (!str_equal(value, rule->value))
		*rule = (struct rule_text){
			.key = rule->key, .value = value, .certainty = CERTAINTY_UNCONFIRMED};
	return true;
}

static bool confirm(struct deciding *d, struct rule_text *rule)
{
	const struct rule_set *c = &d->c->arg.rule_set;

	if (c->certainty)
		rule->certainty = c->certainty - 1;
	if (c->certainty == CERTAINTY_LAW + 1 && !c->confirmed_by.n)
		return refuse(d, "law-unconfirmed",
			TEXT("Only what a named person has confirmed is called law: say who, with "
			     "confirmed_by."));
	if (c->confirmed_on.year && !c->confirmed_by.n)
		return refuse(d, "no-confirmer", TEXT("Say who has confirmed it on that day."));
	if (c->confirmed_by.n) {
		rule->confirmed_by = c->confirmed_by;
		rule->confirmed_on = c->confirmed_on.year ? c->confirmed_on : instant_date(d->at);
	}
	return true;
}

/* The rule as it becomes; false after refusing. */
static bool change(struct deciding *d, enum rule_key key, struct rule_text *rule)
{
	const struct rule_set *c = &d->c->arg.rule_set;

	if (c->value.n && !set_value(d, key, rule))
		return false;
	if (!rule->value.n)
		return refuse(d, "no-value",
			MSG("“{rule}” is not set yet: give it a value.", A_STR("rule", c->key)));
	if (c->source.n)
		rule->source = c->source;
	if (c->note.n)
		rule->note = c->note;
	if (c->from.year)
		rule->from = c->from;
	if (c->to.year)
		rule->to = c->to;
	if (rule->from.year && rule->to.year && date_compare(rule->from, rule->to) > 0)
		return refuse(d, "bad-dates",
			MSG("“{rule}” would end before it begins.", A_STR("rule", c->key)));
	return confirm(d, rule);
}

static bool set(struct deciding *d)
{
	const struct rule_set *c = &d->c->arg.rule_set;
	struct rules_adopted next = *world_rules(d->w);
	struct rule_text *list = ARENA_ARRAY(d->a, struct rule_text, next.rules.n + 1);
	size_t n = next.rules.n, at = 0;
	enum rule_key key;

	if (!rule_key_parse(c->key, &key))
		return refuse(d, "unknown-rule",
			MSG("There is no rule “{rule}”; mahdar rules --keys lists them.",
				A_STR("rule", c->key)));
	memcpy(list, next.rules.at, n * sizeof *list);
	while (at < n && !str_equal(list[at].key, c->key))
		at++;
	if (str_is(c->value, "none")) {
		if (at == n)
			return refuse(
				d, "not-set", MSG("“{rule}” is not set.", A_STR("rule", c->key)));
		memmove(&list[at], &list[at + 1], (n - at - 1) * sizeof *list);
		n--;
	} else {
		if (at == n)
			list[n++] = (struct rule_text){
				.key = c->key, .certainty = CERTAINTY_UNCONFIRMED};
		if (!change(d, key, &list[at]))
			return false;
	}
	next.rules = (struct list){list, n};
	if (!rules_complete(d, &next.rules))
		return false;
	fact(d, EVENT_RULES_ADOPTED)->rules_adopted = next;
	return true;
}

struct str rules_not_in_force(struct deciding *d, const struct message **words)
{
	const struct rules_adopted *is = world_rules(d->w);
	const struct rule_text *list = is ? is->rules.at : NULL;
	struct message *named = ARENA_ARRAY(d->a, struct message, is ? is->rules.n + 1 : 1);
	struct builder keys;
	size_t n = 0;

	builder_init(&keys, d->a);
	for (size_t i = 0; is && !d->s->opened && i < is->rules.n; i++) {
		if (rule_in_force(&list[i], instant_date(d->at)))
			continue;
		if (n)
			builder_add_char(&keys, ' ');
		builder_add(&keys, list[i].key);
		named[n++] = rule_words(&list[i], d->a);
	}
	*words = message_keep(d->a, MSG("{it}", A_LIST("it", named, n)));
	return builder_str(&keys);
}

const struct decider deciders_rules[CMD_COUNT] = {
	[CMD_RULES_ADOPT] = {can_chamber, adopt},
	[CMD_RULES_IMPORT] = {can_chamber, import},
	[CMD_RULE_SET] = {can_set, set},
};
