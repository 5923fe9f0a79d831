#include "model/rule.h"

#include <assert.h>

#include "model/message.h"

const char rule_profile_name[] = "18.09";

#define S(lit)                                                                                     \
	{                                                                                          \
		(lit), sizeof(lit) - 1                                                             \
	}

/* SOURCE: law 18.09, art. 14 §4 and §5 and art. 2 bis as restated by law 61.15 (text seen as of
 * 2015; law 64.18 of 2018 was not seen). Quorum, delay of notices: observed practice and sister
 * statutes only, hence unconfirmed. */
static const struct rule_text profile[] = {
	{S("quorum.threshold"), S("1/2"), S(""), S(""), CERTAINTY_UNCONFIRMED},
	{S("quorum.base"), S("in-office"), S(""), S(""), CERTAINTY_UNCONFIRMED},
	{S("quorum.measured_at"), S("opening"), S(""), S(""), CERTAINTY_UNCONFIRMED},
	{S("notice.days_min"), S("15"), S(""), S(""), CERTAINTY_UNCONFIRMED},
	{S("ordinary.months"), S("2,6,10"), S("art. 11"), S(""), CERTAINTY_PRACTICE},
	{S("vote.mode"), S("public"), S("art. 2 bis"), S(""), CERTAINTY_LAW},
	{S("majority.threshold"), S("1/2"), S("art. 14"), S(""), CERTAINTY_LAW},
	{S("majority.base"), S("voters"), S("art. 14"), S(""), CERTAINTY_PRACTICE},
	{S("tie.rule"), S("chair-side"), S("art. 14"), S(""), CERTAINTY_LAW},
	{S("minutes.signers"), S("secretary,president"), S(""), S(""), CERTAINTY_PRACTICE},
};

size_t rule_profile(const struct rule_text **rules)
{
	*rules = profile;
	return ARRAY_LEN(profile);
}

const struct rule_text *rule_find(const struct rule_text *list, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++) {
		if (str_is(list[i].key, key))
			return &list[i];
	}
	return NULL;
}

/* Digits up to STOP or the end; what is read is cut off the front of S. */
static bool take_number(struct str *s, char stop, int64_t *v)
{
	size_t i = 0;

	*v = 0;
	for (; i < s->n && s->p[i] != stop; i++) {
		if (s->p[i] < '0' || s->p[i] > '9' || i > 9)
			return false;
		*v = *v * 10 + (s->p[i] - '0');
	}
	if (i == 0)
		return false;
	if (i < s->n)
		i++;
	*s = (struct str){s->p + i, s->n - i};
	return true;
}

static bool take_fraction(const struct rule_text *rule, int64_t *num, int64_t *den)
{
	struct str s;

	if (!rule)
		return false;
	s = rule->value;
	return take_number(&s, '/', num) && take_number(&s, '/', den) && s.n == 0 && *den > 0;
}

static bool take_name(const struct rule_text *rule, const struct name *names, int *value)
{
	return rule && field_enum_parse(names, rule->value, value);
}

bool rules_read(const struct rule_text *list, size_t n, struct rules *out)
{
	const struct rule_text *quorum = rule_find(list, n, "quorum.threshold");
	const struct rule_text *majority = rule_find(list, n, "majority.threshold");
	const struct rule_text *tie = rule_find(list, n, "tie.rule");
	const struct rule_text *notice = rule_find(list, n, "notice.days_min");
	const struct rule_text *months = rule_find(list, n, "ordinary.months");
	int base, side;

	*out = (struct rules){.quorum_num = 0};
	if (!take_fraction(quorum, &out->quorum_num, &out->quorum_den) ||
		!take_fraction(majority, &out->majority_num, &out->majority_den) ||
		!take_name(rule_find(list, n, "majority.base"), vote_base_names, &base) ||
		!take_name(tie, tie_rule_names, &side))
		return false;
	out->quorum_certainty = quorum->certainty;
	out->base = (enum vote_base)base;
	out->tie = (enum tie_rule)side;
	out->majority_source = majority->source;
	out->tie_source = tie->source;
	if (notice) {
		struct str s = notice->value;

		if (!take_number(&s, ',', &out->notice_days))
			return false;
	}
	if (months) {
		struct str s = months->value;

		for (size_t i = 0; s.n && i < ARRAY_LEN(out->months); i++) {
			if (!take_number(&s, ',', &out->months[i]))
				return false;
		}
	}
	return true;
}

static const struct name rule_labels[] = {
	{"quorum.threshold", N_("quorum: more than {value} of the members in office")},
	{"quorum.base", N_("base of the quorum: {value}")},
	{"quorum.measured_at", N_("the quorum is measured at: {value}")},
	{"notice.days_min", N_("notices at least {value} days before")},
	{"ordinary.months", N_("months of the ordinary sessions: {value}")},
	{"vote.mode", N_("votes are: {value}")},
	{"majority.threshold", N_("majority: more than {value}")},
	{"majority.base", N_("base of the majority: {value}")},
	{"tie.rule", N_("in a tie: {value}")},
	{"minutes.signers", N_("signers of the minutes: {value}")},
	{NULL, NULL},
};

struct message rule_message(const struct rule_text *rule)
{
	int i;

	if (!field_enum_parse(rule_labels, rule->key, &i))
		return MSG(
			"{rule}: {value}", A_STR("rule", rule->key), A_STR("value", rule->value));
	return MSG(rule_labels[i].label, A_STR("value", rule->value));
}

static bool ends_with(struct str s, struct str end)
{
	return s.n >= end.n && str_equal((struct str){s.p + s.n - end.n, end.n}, end);
}

struct message rule_source(struct str source)
{
	struct str article = STR("art. "), bis = STR(" bis");
	struct str number;

	if (source.n == 0)
		return NO_MESSAGE;
	if (!str_starts(source, article.p))
		return MSG("{it}", A_STR("it", source));
	number = (struct str){source.p + article.n, source.n - article.n};
	if (ends_with(number, bis)) {
		number.n -= bis.n;
		return MSG("article {number} bis", A_STR("number", number));
	}
	return MSG("article {number}", A_STR("number", number));
}

int64_t rule_more_than(int64_t base, int64_t num, int64_t den)
{
	assert(base >= 0 && num >= 0 && den > 0);
	return base * num / den + 1;
}
