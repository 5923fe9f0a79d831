#include "model/rule.h"

#include <assert.h>

/* --- the table --- */

#define END                                                                                        \
	{                                                                                          \
		NULL, NULL                                                                         \
	}

const struct name quorum_base_names[] = {
	{"in-office", N_("members in office")},
	{"entitled", N_("members entitled to vote")},
	END,
};
const struct name measured_at_names[] = {
	{"opening", N_("the opening of the sitting")},
	{"sitting", N_("the whole sitting")},
	{"vote", N_("each vote")},
	END,
};
const struct name vote_mode_names[] = {
	{"public", N_("public")},
	{"roll-call", N_("public, by roll call")},
	{"secret", N_("secret")},
	{"hands", N_("public, by show of hands")},
	END,
};
const struct name unanimous_names[] = {
	{"all-present", N_("all members present are for")},
	{"no-opposition", N_("nobody is against")},
	END,
};
const struct name election_ballot_names[] = {
	{"single-name", N_("single-name ballot")},
	{"list", N_("list ballot")},
	END,
};
const struct name election_majority_names[] = {
	{"absolute", N_("absolute majority")},
	{"relative", N_("relative majority")},
	END,
};
const struct name election_tie_names[] = {
	{"age", N_("the oldest")},
	{"youngest", N_("the youngest")},
	{"seniority", N_("the longest in office")},
	{"lot", N_("lot")},
	END,
};
const struct name minutes_writer_names[] = {
	{"rapporteur", N_("rapporteur")},
	{"secretary", N_("secretary of the sitting")},
	END,
};
const struct name recipient_names[] = {
	{"tutelage", N_("the tutelage authority")},
	{"wali", N_("the wali")},
	{"governor", N_("the governor")},
	{"members", N_("the members")},
	END,
};
const struct name budget_mode_names[] = {
	{"whole", N_("as a whole")},
	{"chapters", N_("revenue as a whole, expenditure by chapter")},
	END,
};

const struct name room_votes_names[] = {
	{"live", N_("names as they vote")},
	{"announced", N_("names with the announced result")},
	{"result", N_("figures without names")},
	{"none", N_("nothing")},
	END,
};

struct spec {
	const char *key;
	enum rule_kind kind;
	size_t offset; /* in struct rules */
	const struct name *names;
	int64_t min, max;
	const char *missing;
};

static const struct spec specs[RULE_COUNT] = {
#define RULE(constant, key, kind, member, names, min, max, missing, label)                         \
	[constant] = {key, kind, offsetof(struct rules, member), names, min, max, missing},
#include "model/rule.def"
#undef RULE
};

bool rule_key_parse(struct str s, enum rule_key *key)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		if (str_is(s, specs[i].key)) {
			*key = (enum rule_key)i;
			return true;
		}
	}
	return false;
}

const char *rule_key_name(enum rule_key key)
{
	return specs[key].key;
}

bool rule_among(enum rule_key key, struct str keys)
{
	const char *name = rule_key_name(key);
	size_t from = 0;

	for (size_t i = 0; i <= keys.n; i++) {
		if (i < keys.n && keys.p[i] != ' ')
			continue;
		if (str_is((struct str){keys.p + from, i - from}, name))
			return true;
		from = i + 1;
	}
	return false;
}

enum rule_kind rule_kind(enum rule_key key)
{
	return specs[key].kind;
}

const struct name *rule_names(enum rule_key key)
{
	return specs[key].names;
}

const char *rule_missing(enum rule_key key)
{
	return specs[key].missing;
}

bool rule_by_default(enum rule_key key, struct rule_text *out)
{
	if (!specs[key].missing)
		return false;
	*out = (struct rule_text){
		.key = str_of(specs[key].key),
		.value = str_of(specs[key].missing),
		.certainty = CERTAINTY_UNCONFIRMED,
	};
	return true;
}

bool rule_dismissal_by_default(const struct rules *r, struct rule_text *out, struct arena *a)
{
	struct str value[3] = {STR(""), STR(" "), STR("")};

	if (r->own_majority[ITEM_DISMISSAL] || !r->text[RULE_MAJORITY_THRESHOLD] ||
		!r->text[RULE_MAJORITY_BASE])
		return false;
	value[0] = r->text[RULE_MAJORITY_THRESHOLD]->value;
	value[2] = r->text[RULE_MAJORITY_BASE]->value;
	*out = (struct rule_text){
		.key = str_of(specs[RULE_DISMISSAL_MAJORITY].key),
		.value = arena_join(a, value, ARRAY_LEN(value)),
		.certainty = CERTAINTY_UNCONFIRMED,
	};
	return true;
}

/* --- reading values --- */

/* What stands before the first STOP, trimmed; REST begins behind it. False at the end. */
static bool take_part(struct str *rest, char stop, struct str *part)
{
	size_t i = 0;

	if (!rest->p)
		return false;
	while (i < rest->n && rest->p[i] != stop)
		i++;
	*part = str_trim((struct str){rest->p, i}, " ");
	*rest = i < rest->n ? (struct str){rest->p + i + 1, rest->n - i - 1}
			    : (struct str){NULL, 0};
	return true;
}

/* The next word, blanks between. */
static bool take_word(struct str *rest, struct str *word)
{
	*rest = str_trim(*rest, " ");
	return rest->n && take_part(rest, ' ', word);
}

/* Digits and nothing else, nine at most. */
static bool number(struct str s, int64_t *v)
{
	*v = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*v = *v * 10 + (s.p[i] - '0');
	}
	return s.n > 0 && s.n < 10;
}

#define SHARE_MOST 1000 /* of a numerator or denominator, as votes keep them */

static bool parse_share(struct str s, struct share *out)
{
	struct str part, rest;

	*out = (struct share){.num = 0};
	if (str_is(s, "any")) {
		out->any = true;
		return true;
	}
	if (number(s, &out->count))
		return out->count > 0 && out->count <= 100000;
	out->count = 0;
	if (str_starts(s, ">=")) {
		out->at_least = true;
		s = (struct str){s.p + 2, s.n - 2};
	} else if (str_starts(s, ">")) {
		s = (struct str){s.p + 1, s.n - 1};
	}
	rest = s;
	return take_part(&rest, '/', &part) && number(part, &out->num) && rest.p &&
	       number(rest, &out->den) && out->den > 0 && out->num <= out->den &&
	       out->den <= SHARE_MOST;
}

static bool parse_majority(struct str s, struct majority *out)
{
	struct str word;

	out->base = BASE_VOTERS;
	if (!take_word(&s, &word) || !parse_share(word, &out->share) || out->share.any)
		return false;
	if (!take_word(&s, &word))
		return true;
	return field_enum_parse(vote_base_names, word, &out->base) && out->base != BASE_FIXED &&
	       str_trim(s, " ").n == 0;
}

/* 15, 15+ or 3-5. */
static bool parse_days(struct str s, struct call_rule *call)
{
	struct str part;

	if (s.n && s.p[s.n - 1] == '+')
		return number((struct str){s.p, s.n - 1}, &call->days_min) && call->days_min <= 366;
	if (!take_part(&s, '-', &part) || !number(part, &call->days_min))
		return false;
	call->days_max = call->days_min;
	if (s.p && !number(s, &call->days_max))
		return false;
	return call->days_min <= call->days_max && call->days_max <= 366;
}

static bool parse_call(struct str s, const struct call_rule *before, struct call_rule *call)
{
	struct str word;
	bool more;

	*call = (struct call_rule){.known = true, .base = before ? before->base : QUORUM_IN_OFFICE};
	if (!take_word(&s, &word))
		return false;
	if (str_is(word, "unset") && before) {
		call->share = before->share;
		call->known = false;
	} else if (!parse_share(word, &call->share)) {
		return false;
	}
	more = take_word(&s, &word);
	if (more && field_enum_parse(quorum_base_names, word, &call->base))
		more = take_word(&s, &word);
	if (!more)
		return true;
	if (!parse_days(word, call))
		return false;
	if (!take_word(&s, &word))
		return true;
	call->working_days = true;
	return str_is(word, "working") && str_trim(s, " ").n == 0;
}

static bool parse_calls(struct str s, struct calls *out)
{
	struct str part;

	out->n = 0;
	while (take_part(&s, ';', &part)) {
		if (out->n == RULE_CALLS_MAX ||
			!parse_call(part, out->n ? &out->at[out->n - 1] : NULL, &out->at[out->n]))
			return false;
		out->n++;
	}
	return out->n > 0;
}

static bool parse_majorities(struct str s, struct rules *out)
{
	struct str part, name;
	int kind;

	for (int i = 0; i < ITEM_KIND_COUNT; i++)
		out->own_majority[i] = false;
	while (take_part(&s, ';', &part)) {
		if (!take_part(&part, ':', &name) || !part.p ||
			!field_enum_parse(item_kind_names, name, &kind) ||
			out->own_majority[kind] || !parse_majority(part, &out->by_kind[kind]))
			return false;
		out->own_majority[kind] = true;
	}
	return true;
}

static bool in_range(const struct spec *spec, int64_t v)
{
	return (spec->min == 0 && spec->max == 0) || (v >= spec->min && v <= spec->max);
}

static bool list_has(const struct rule_list *list, int v)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i] == v)
			return true;
	}
	return false;
}

/* Names, or with no names rising numbers. */
static bool parse_list(const struct spec *spec, struct str s, struct rule_list *out)
{
	struct str part;

	out->n = 0;
	while (take_part(&s, ',', &part)) {
		int64_t v = 0;
		int named = 0;

		if (out->n == RULE_LIST_MAX)
			return false;
		if (!spec->names) {
			if (!number(part, &v) || !in_range(spec, v) ||
				(out->n && out->at[out->n - 1] >= v))
				return false;
			named = (int)v;
		} else if (!field_enum_parse(spec->names, part, &named) || !in_range(spec, named) ||
			   (spec->kind == RULE_NAMES && list_has(out, named))) {
			return false;
		}
		out->at[out->n++] = named;
	}
	return out->n > 0;
}

static bool parse(const struct spec *spec, struct str s, struct rules *out)
{
	void *at = (char *)out + spec->offset;

	switch (spec->kind) {
	case RULE_INT:
	case RULE_DAYS:
		return number(s, at) && in_range(spec, *(int64_t *)at);
	case RULE_BOOL:
		*(bool *)at = str_is(s, "yes");
		return str_is(s, "yes") || str_is(s, "no");
	case RULE_SHARE:
		return parse_share(s, at);
	case RULE_ENUM:
		return field_enum_parse(spec->names, s, at) && in_range(spec, *(int *)at);
	case RULE_INTS:
	case RULE_NAMES:
	case RULE_LADDER:
		return parse_list(spec, s, at);
	case RULE_MAJORITY:
		return parse_majority(s, at);
	case RULE_CALLS:
		return parse_calls(s, at);
	case RULE_MAJORITIES:
		return parse_majorities(s, out);
	}
	return false;
}

bool rule_parse(enum rule_key key, struct str value, struct rules *out)
{
	return parse(&specs[key], value, out);
}

bool rule_name_allowed(enum rule_key key, int name)
{
	return in_range(&specs[key], name);
}

void rule_range(enum rule_key key, int64_t *min, int64_t *max)
{
	*min = specs[key].min;
	*max = specs[key].max;
}

/* --- reading a list --- */

const struct rule_text *rule_find(const struct rule_text *list, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++) {
		if (str_is(list[i].key, key))
			return &list[i];
	}
	return NULL;
}

/* Lists of old sessions know one call only, in two keys. */
static void complete(struct rules *r)
{
	if (!r->text[RULE_QUORUM_CALLS])
		r->calls = (struct calls){
			{{.share = r->quorum_threshold, .known = true, .base = r->quorum_base}}, 1};
	if (share_is_set(r->dismissal_majority.share) && !r->own_majority[ITEM_DISMISSAL]) {
		r->by_kind[ITEM_DISMISSAL] = r->dismissal_majority;
		r->own_majority[ITEM_DISMISSAL] = true;
	}
	for (int i = 0; i < ITEM_KIND_COUNT; i++) {
		if (!r->own_majority[i])
			r->by_kind[i] = r->majority;
	}
}

bool rules_read(const struct rule_text *list, size_t n, struct rules *out)
{
	*out = (struct rules){.text = {NULL}};
	for (int i = 0; i < RULE_COUNT; i++) {
		const struct rule_text *rule = rule_find(list, n, specs[i].key);

		out->text[i] = rule;
		if (rule ? !parse(&specs[i], rule->value, out)
			 : specs[i].missing && !parse(&specs[i], str_of(specs[i].missing), out))
			return false;
	}
	if ((!out->text[RULE_QUORUM_CALLS] && !out->text[RULE_QUORUM_THRESHOLD]) ||
		!out->text[RULE_MAJORITY_THRESHOLD] || !out->text[RULE_MAJORITY_BASE] ||
		!out->text[RULE_TIE])
		return false;
	complete(out);
	return true;
}

enum certainty rules_certainty(const struct rules *r, enum rule_key key)
{
	return r->text[key] ? (enum certainty)r->text[key]->certainty : CERTAINTY_UNCONFIRMED;
}

struct str rules_source(const struct rules *r, enum rule_key key)
{
	return r->text[key] ? r->text[key]->source : STR("");
}

enum rule_key rules_quorum_key(const struct rules *r)
{
	return r->text[RULE_QUORUM_CALLS] ? RULE_QUORUM_CALLS : RULE_QUORUM_THRESHOLD;
}

enum certainty rules_quorum_certainty(const struct rules *r)
{
	return rules_certainty(r, rules_quorum_key(r));
}

const struct call_rule *rules_call(const struct rules *r, int64_t call)
{
	size_t i = call < 1 ? 0 : (size_t)call - 1;

	return &r->calls.at[i < r->calls.n ? i : r->calls.n - 1];
}

bool rule_confirmed(const struct rule_text *rule)
{
	return rule->certainty != CERTAINTY_UNCONFIRMED && rule->confirmed_by.n;
}

bool rule_is_law(const struct rule_text *rule)
{
	return rule && rule->certainty == CERTAINTY_LAW && rule->confirmed_by.n;
}

bool rule_in_force(const struct rule_text *rule, struct date day)
{
	return !(rule->from.year && date_compare(day, rule->from) < 0) &&
	       !(rule->to.year && date_compare(day, rule->to) > 0);
}

/* --- arithmetic --- */

bool share_is_set(struct share s)
{
	return s.den > 0 || s.count > 0 || s.any;
}

int64_t rule_more_than(int64_t base, int64_t num, int64_t den)
{
	assert(base >= 0 && num >= 0 && den > 0);
	return base * num / den + 1;
}

int64_t share_needed(struct share s, int64_t base)
{
	assert(share_is_set(s) && base >= 0);
	if (s.any)
		return 1;
	if (s.count)
		return s.count;
	return s.at_least ? (base * s.num + s.den - 1) / s.den : rule_more_than(base, s.num, s.den);
}
