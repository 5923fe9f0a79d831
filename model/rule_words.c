/* Rules in words, for the minutes, the desk and the command line alike. */
#include "model/rule.h"

static const char whole[] = "{it}";

static const char *const labels[RULE_COUNT] = {
#define RULE(constant, key, kind, member, names, min, max, missing, label) [constant] = label,
#include "model/rule.def"
#undef RULE
};

static struct message as_written(struct str s)
{
	return MSG(whole, A_STR("it", s));
}

/* A file of rules has its title in Arabic and French; those the program carries are known by it in
 * English too. */
static const struct {
	const char *fr;
	struct message words;
} titles[] = {
	{"Chambres d’artisanat, loi n° 18.09",
		{.id = N_("Chambers of handicrafts, law no. 18.09")}},
	{"Chambres d’agriculture, loi n° 27.08",
		{.id = N_("Chambers of agriculture, law no. 27.08")}},
	{"Chambres de commerce, d’industrie et de services, loi n° 38.12",
		{.id = N_("Chambers of commerce, industry and services, law no. 38.12")}},
	{"Conseils communaux, loi organique n° 113.14",
		{.id = N_("Communal councils, organic law no. 113.14")}},
	{"Associations, selon leurs statuts", {.id = N_("Associations, under their statutes")}},
};

struct message rules_title(struct both title)
{
	for (size_t i = 0; i < ARRAY_LEN(titles); i++)
		if (str_equal(title.fr, str_of(titles[i].fr)))
			return titles[i].words;
	return MSG(whole, A_BOTH("it", title));
}

struct message rules_profile_words(struct str profile, struct both title)
{
	if (!both_any(title))
		return as_written(profile);
	for (size_t i = 0; i < ARRAY_LEN(titles); i++)
		if (str_equal(title.fr, str_of(titles[i].fr)))
			return MSG("“{title}” ({profile})", A_MSG("title", &titles[i].words),
				A_STR("profile", profile));
	return MSG("“{title}” ({profile})", A_BOTH("title", title), A_STR("profile", profile));
}

/* --- sources --- */

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
		return as_written(source);
	number = (struct str){source.p + article.n, source.n - article.n};
	if (ends_with(number, bis)) {
		number.n -= bis.n;
		return MSG("article {number} bis", A_STR("number", number));
	}
	return MSG("article {number}", A_STR("number", number));
}

static bool confirmed(const struct rule_text *rule)
{
	return !rule || rule->confirmed_by.n;
}

static bool law(const struct rule_text *rule)
{
	return !rule || rule_is_law(rule);
}

/* How what is not confirmed is said: in words, or on paper by a sign that the annex explains. */
enum doubt { DOUBT_IN_WORDS, DOUBT_BY_SIGN };

/* RULE, and beside it the rule of its base (NULL: there is none to look at). */
static struct message rests_on(const struct rule_text *rule, const struct rule_text *base,
	enum doubt doubt, struct arena *a)
{
	const struct message *source;

	if (!rule->source.n && confirmed(rule) && confirmed(base))
		return NO_MESSAGE;
	if (!rule->source.n)
		return doubt == DOUBT_BY_SIGN ? TEXT("see the annex*") : TEXT("rule not confirmed");
	source = message_keep(a, rule_source(rule->source));
	if (law(rule) && law(base))
		return MSG("law, {source}", A_MSG("source", source));
	if (confirmed(rule) && confirmed(base))
		return *source;
	if (doubt == DOUBT_BY_SIGN)
		return MSG("{source}*", A_MSG("source", source));
	return MSG("{source}, not confirmed", A_MSG("source", source));
}

struct message rules_rest_on(const struct rules *r, enum rule_key key, struct arena *a)
{
	return r->text[key] ? rests_on(r->text[key], NULL, DOUBT_IN_WORDS, a)
			    : TEXT("by default, the rule not being set");
}

struct message rule_standing(const struct rule_text *rule, struct arena *a)
{
	struct arg source = A_MSG("source", message_keep(a, rule_source(rule->source)));
	struct arg name = A_STR("name", rule->confirmed_by);

	if (!rule_confirmed(rule))
		return rule->source.n ? MSG("{source}, not confirmed", source)
				      : TEXT("rule not confirmed");
	if (!rule->source.n)
		return rule_certainty_words(rule);
	return rule_is_law(rule) ? MSG("law, {source}, confirmed by {name}", source, name)
				 : MSG("practice, {source}, confirmed by {name}", source, name);
}

struct message rules_standing(const struct rules *r, enum rule_key key, struct arena *a)
{
	return r->text[key] ? rule_standing(r->text[key], a)
			    : TEXT("by default, the rule not being set");
}

static struct message article(
	const struct rules *r, bool tie, int kind, enum doubt doubt, struct arena *a)
{
	bool own = !tie && kind >= 0 && kind < ITEM_KIND_COUNT && r->own_majority[kind];
	bool dismissal = kind == ITEM_DISMISSAL && r->text[RULE_DISMISSAL_MAJORITY];
	const struct rule_text *rule = r->text[tie                ? RULE_TIE
					       : own && dismissal ? RULE_DISMISSAL_MAJORITY
					       : own              ? RULE_MAJORITY_BY_KIND
								  : RULE_MAJORITY_THRESHOLD];
	const struct rule_text *base = tie || own ? NULL : r->text[RULE_MAJORITY_BASE];

	return rule ? rests_on(rule, base, doubt, a) : NO_MESSAGE;
}

struct message rules_article(const struct rules *r, bool tie, int kind, struct arena *a)
{
	return article(r, tie, kind, DOUBT_IN_WORDS, a);
}

struct message rules_article_signed(const struct rules *r, bool tie, int kind, struct arena *a)
{
	return article(r, tie, kind, DOUBT_BY_SIGN, a);
}

/* --- values --- */

/* Whole phrases: what goes before a fraction changes with it in French. */
static const struct fraction {
	int64_t num, den;
	const char *more_than, *at_least;
} fractions[] = {
	{1, 2, N_("more than half"), N_("at least half")},
	{1, 3, N_("more than a third"), N_("at least a third")},
	{2, 3, N_("more than two thirds"), N_("at least two thirds")},
	{1, 4, N_("more than a quarter"), N_("at least a quarter")},
	{3, 4, N_("more than three quarters"), N_("at least three quarters")},
};

struct message share_words(struct share s)
{
	if (s.any)
		return TEXT("any number");
	if (s.count)
		return MSG(whole, A_INT("it", s.count));
	for (size_t i = 0; i < ARRAY_LEN(fractions); i++) {
		if (s.num == fractions[i].num && s.den == fractions[i].den)
			return TEXT(s.at_least ? fractions[i].at_least : fractions[i].more_than);
	}
	if (s.at_least)
		return MSG("at least {num}/{den}", A_DIGITS("num", s.num), A_DIGITS("den", s.den));
	return MSG("more than {num}/{den}", A_DIGITS("num", s.num), A_DIGITS("den", s.den));
}

/* SHARE and whose it is. */
static struct message share_of(struct message share, struct message base, struct arena *a)
{
	return MSG("{share} of the {base}", A_MSG("share", message_keep(a, share)),
		A_MSG("base", message_keep(a, base)));
}

static struct message majority_words(struct majority m, struct arena *a)
{
	struct message share = share_words(m.share), base = name_label(vote_base_names, m.base);

	return m.base == BASE_FIXED
		       ? MSG("{share} ({base})", A_MSG("share", message_keep(a, share)),
				 A_MSG("base", message_keep(a, base)))
		       : share_of(share, base, a);
}

static struct message delay_words(const struct call_rule *c)
{
	if (c->days_max == 0)
		return c->working_days ? MSGN("{n} working day later or more",
						 "{n} working days later or more", c->days_min)
				       : MSGN("{n} day later or more", "{n} days later or more",
						 c->days_min);
	if (c->days_max == c->days_min)
		return c->working_days ? MSGN("{n} working day later", "{n} working days later",
						 c->days_min)
				       : MSGN("{n} day later", "{n} days later", c->days_min);
	return c->working_days ? MSGN_WITH("{min} to {n} working day later",
					 "{min} to {n} working days later", c->days_max,
					 A_INT("min", c->days_min))
			       : MSGN_WITH("{min} to {n} day later", "{min} to {n} days later",
					 c->days_max, A_INT("min", c->days_min));
}

static struct message call_words(const struct call_rule *c, size_t number, struct arena *a)
{
	struct message share = share_words(c->share);
	struct message m;

	if (!c->share.any)
		share = share_of(share, name_label(quorum_base_names, c->base), a);
	if (!c->known) /* nobody has said what it needs: then what is applied */
		share = MSG("{share}, by default as at the call before",
			A_MSG("share", message_keep(a, share)));
	if (number > 1 && (c->days_min || c->days_max))
		share = MSG("{share}, {delay}", A_MSG("share", message_keep(a, share)),
			A_MSG("delay", message_keep(a, delay_words(c))));
	m = MSG("call {number}: {share}", A_INT("number", (int64_t)number),
		A_MSG("share", message_keep(a, share)));
	return m;
}

static struct message calls_words(const struct calls *calls, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, RULE_CALLS_MAX);

	for (size_t i = 0; i < calls->n; i++)
		list[i] = call_words(&calls->at[i], i + 1, a);
	return MSG(whole, A_LIST("it", list, calls->n));
}

static struct message majorities_words(const struct rules *r, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, ITEM_KIND_COUNT);
	size_t n = 0;

	for (int i = 0; i < ITEM_KIND_COUNT; i++) {
		if (r->own_majority[i])
			list[n++] = MSG("{kind}: {majority}",
				A_MSG("kind", message_keep(a, name_label(item_kind_names, i))),
				A_MSG("majority",
					message_keep(a, majority_words(r->by_kind[i], a))));
	}
	return MSG(whole, A_LIST("it", list, n));
}

static struct message list_words(
	const struct rule_list *l, const struct name *names, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, RULE_LIST_MAX);

	for (size_t i = 0; i < l->n; i++) {
		struct date month = {0, l->at[i], 1};

		list[i] = names ? name_label(names, l->at[i]) : MSG(whole, A_MONTH("it", month));
	}
	return MSG(whole, A_LIST("it", list, l->n));
}

/* The member of R that KEY fills. */
static const void *member(const struct rules *r, enum rule_key key)
{
	static const size_t offset[RULE_COUNT] = {
#define RULE(constant, key, kind, member, names, min, max, missing, label)                         \
	[constant] = offsetof(struct rules, member),
#include "model/rule.def"
#undef RULE
	};

	return (const char *)r + offset[key];
}

static struct message words(
	const struct rules *r, enum rule_key key, struct str value, struct arena *a)
{
	int named;

	switch (rule_kind(key)) {
	case RULE_INT:
		return as_written(value);
	case RULE_DAYS:
		return MSGN("{n} day", "{n} days", *(const int64_t *)member(r, key));
	case RULE_BOOL:
		return str_is(value, "yes") ? TEXT("yes") : TEXT("no");
	case RULE_SHARE:
		return share_words(*(const struct share *)member(r, key));
	case RULE_ENUM:
		return field_enum_parse(rule_names(key), value, &named)
			       ? name_label(rule_names(key), named)
			       : as_written(value);
	case RULE_INTS:
	case RULE_NAMES:
	case RULE_LADDER:
		return list_words(member(r, key), rule_names(key), a);
	case RULE_MAJORITY:
		return majority_words(*(const struct majority *)member(r, key), a);
	case RULE_CALLS:
		return calls_words(&r->calls, a);
	case RULE_MAJORITIES:
		return majorities_words(r, a);
	}
	return NO_MESSAGE;
}

struct message rule_value_words(const struct rule_text *rule, struct arena *a)
{
	struct rules *r = ARENA_NEW(a, struct rules);
	enum rule_key key;

	if (!rule_key_parse(rule->key, &key) || !rule_parse(key, rule->value, r))
		return as_written(rule->value);
	return words(r, key, rule->value, a);
}

static struct message names_of(enum rule_key key, struct arena *a)
{
	const struct name *names = rule_names(key);
	struct message *list;
	size_t n = 0, all = 0;

	while (names[all].name)
		all++;
	list = ARENA_ARRAY(a, struct message, all + 1);
	for (size_t i = 0; i < all; i++) {
		if (rule_name_allowed(key, (int)i))
			list[n++] = as_written(str_of(names[i].name));
	}
	return MSG(whole, A_LIST("it", list, n));
}

struct message rule_expected(enum rule_key key, struct arena *a)
{
	int64_t min, max;

	rule_range(key, &min, &max);
	switch (rule_kind(key)) {
	case RULE_INT:
	case RULE_DAYS:
		return MSG(
			"a whole number from {min} to {max}", A_INT("min", min), A_INT("max", max));
	case RULE_BOOL:
		return TEXT("yes or no");
	case RULE_SHARE:
		return TEXT("a share such as 1/2 (more than half), >=3/4 (at least three quarters) "
			    "or 9 (nine members)");
	case RULE_ENUM:
		return MSG("one of {names}", A_MSG("names", message_keep(a, names_of(key, a))));
	case RULE_INTS:
		return MSG("numbers from {min} to {max}, rising, with commas between",
			A_INT("min", min), A_INT("max", max));
	case RULE_NAMES:
	case RULE_LADDER:
		return MSG("with commas between, some of {names}",
			A_MSG("names", message_keep(a, names_of(key, a))));
	case RULE_MAJORITY:
		return TEXT("a share and what it is counted on, such as 2/3 in-office");
	case RULE_CALLS:
		return TEXT("calls with a semicolon between, such as 1/2 in-office; any 3+ "
			    "working");
	case RULE_MAJORITIES:
		return TEXT("kinds of items with their majority, such as budget: 1/2 in-office");
	}
	return NO_MESSAGE;
}

struct message rule_label(enum rule_key key)
{
	return MSG(labels[key], A_STR("value", STR("…")));
}

struct message rule_words(const struct rule_text *rule, struct arena *a)
{
	const struct message *value = message_keep(a, rule_value_words(rule, a));
	enum rule_key key;

	if (!rule_key_parse(rule->key, &key))
		return MSG("{rule}: {value}", A_STR("rule", rule->key), A_MSG("value", value));
	return MSG(labels[key], A_MSG("value", value));
}

struct message rules_named(const struct rules *r, enum rule_key key, struct arena *a)
{
	const struct rule_text *rule = r->text[key];
	struct rule_text missing;

	if (!rule && !rule_by_default(key, &missing) &&
		(key != RULE_DISMISSAL_MAJORITY || !rule_dismissal_by_default(r, &missing, a)))
		return NO_MESSAGE;
	return MSG("{what} ({reason})",
		A_MSG("what", message_keep(a, rule_words(rule ? rule : &missing, a))),
		A_MSG("reason", message_keep(a, rules_standing(r, key, a))));
}

struct message rule_certainty_words(const struct rule_text *rule)
{
	struct arg name = A_STR("name", rule->confirmed_by);
	struct arg day = A_DAY("day", rule->confirmed_on);
	bool dated = rule->confirmed_on.year;

	switch ((enum certainty)rule->certainty) {
	case CERTAINTY_LAW:
		if (!rule_is_law(rule))
			return TEXT("published text, to be confirmed");
		return dated ? MSG("law, confirmed by {name} on {day}", name, day)
			     : MSG("law, confirmed by {name}", name);
	case CERTAINTY_PRACTICE:
		if (!rule->confirmed_by.n)
			return TEXT("practice");
		return dated ? MSG("practice, confirmed by {name} on {day}", name, day)
			     : MSG("practice, confirmed by {name}", name);
	case CERTAINTY_UNCONFIRMED:
		break;
	}
	return TEXT("not confirmed");
}
