#include "model/profile.h"

struct reading {
	struct arena *a;
	struct profile_reading *out;
	struct rule_text *rule; /* room for PROFILE_RULES_MAX */
	uint32_t *at;           /* line of each */
	uint32_t line;
	bool below; /* indented lines belong to the last rule */
};

static void fault(struct reading *r, uint32_t line, struct message what)
{
	if (r->out->faults < PROFILE_FAULTS_MAX)
		r->out->fault[r->out->faults++] = (struct profile_fault){line, what};
}

static const char blanks[] = " \t\r";

static bool take_line(struct str *rest, struct str *line)
{
	size_t i = 0;

	if (rest->n == 0)
		return false;
	while (i < rest->n && rest->p[i] != '\n')
		i++;
	*line = (struct str){rest->p, i};
	i += i < rest->n;
	*rest = (struct str){rest->p + i, rest->n - i};
	return true;
}

static bool name_is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'))
			return false;
	}
	return s.n >= 1 && s.n <= 40;
}

static void unfit(struct reading *r, struct str value, struct message expected)
{
	fault(r, r->line,
		MSG("“{value}” does not fit: expected is {what}", A_STR("value", value),
			A_MSG("what", message_keep(r->a, expected))));
}

/* What the file says of itself. False: KEY is none of these. */
static bool take_head(struct reading *r, struct str key, struct str value)
{
	struct rules_adopted *is = &r->out->is;

	if (str_is(key, "profile")) {
		if (!name_is_plain(value))
			unfit(r, value,
				TEXT("a name of small Latin letters, digits, dots and hyphens"));
		is->profile = value;
	} else if (str_is(key, "title_ar")) {
		is->title_ar = value;
	} else if (str_is(key, "title_fr")) {
		is->title_fr = value;
	} else {
		return false;
	}
	return true;
}

static void take_rule(struct reading *r, struct str key, struct str value)
{
	struct list *rules = &r->out->is.rules;
	struct rules *read = ARENA_NEW(r->a, struct rules);
	const struct rule_text *before;
	enum rule_key known;

	r->below = false;
	if (take_head(r, key, value))
		return;
	if (!rule_key_parse(key, &known)) {
		fault(r, r->line,
			MSG("there is no rule “{key}”; mahdar rules --keys lists them",
				A_STR("key", key)));
		return;
	}
	before = rule_find(r->rule, rules->n, rule_key_name(known));
	if (before) {
		fault(r, r->line,
			MSG("the rule “{key}” stands on line {line} already", A_STR("key", key),
				A_DIGITS("line", r->at[before - r->rule])));
		return;
	}
	r->below = true;
	if (!rule_parse(known, value, read))
		unfit(r, value, rule_expected(known, r->a));
	r->at[rules->n] = r->line;
	r->rule[rules->n++] =
		(struct rule_text){.key = key, .value = value, .certainty = CERTAINTY_UNCONFIRMED};
}

static void take_day(struct reading *r, struct str value, struct date *day)
{
	if (!date_parse(value, day))
		unfit(r, value, TEXT("a day such as 2026-03-20"));
}

static void take_property(struct reading *r, struct str key, struct str value)
{
	struct rule_text *rule = &r->rule[r->out->is.rules.n - 1];

	if (str_is(key, "source")) {
		rule->source = value;
	} else if (str_is(key, "certainty")) {
		if (!field_enum_parse(certainty_names, value, &rule->certainty))
			unfit(r, value, TEXT("law, practice or unconfirmed"));
	} else if (str_is(key, "confirmed_by")) {
		rule->confirmed_by = value;
	} else if (str_is(key, "confirmed_on")) {
		take_day(r, value, &rule->confirmed_on);
	} else if (str_is(key, "from")) {
		take_day(r, value, &rule->from);
	} else if (str_is(key, "to")) {
		take_day(r, value, &rule->to);
	} else if (str_is(key, "note")) {
		rule->note = value;
	} else {
		fault(r, r->line,
			MSG("a rule has no “{key}”: source, certainty, confirmed_by, confirmed_on, "
			    "from, to and note are what it has",
				A_STR("key", key)));
	}
}

#define VALUE_MOST 400 /* bytes, as the journal keeps them */

static void take(struct reading *r, struct str line)
{
	bool indented = line.n && (line.p[0] == ' ' || line.p[0] == '\t');
	struct str key, value;
	size_t i = 0;

	line = str_trim(line, blanks);
	if (line.n == 0 || line.p[0] == '#')
		return;
	while (i < line.n && line.p[i] != '=')
		i++;
	key = str_trim((struct str){line.p, i}, blanks);
	value = i < line.n ? str_trim((struct str){line.p + i + 1, line.n - i - 1}, blanks)
			   : STR("");
	if (i == line.n || key.n == 0)
		fault(r, r->line, TEXT("a line is written key = value, or begins with #"));
	else if (value.n == 0)
		fault(r, r->line, MSG("“{key}” has no value", A_STR("key", key)));
	else if (value.n > VALUE_MOST)
		fault(r, r->line, MSG("“{key}” is too long", A_STR("key", key)));
	else if (!indented)
		take_rule(r, key, value);
	else if (r->below)
		take_property(r, key, value);
	else
		fault(r, r->line, TEXT("an indented line belongs below a rule"));
}

/* What only the whole file shows. */
static void look_over(struct reading *r)
{
	const struct rules_adopted *is = &r->out->is;
	struct rules *read = ARENA_NEW(r->a, struct rules);
	size_t before = r->out->faults;

	if (is->profile.n == 0)
		fault(r, 0, TEXT("the profile has no name: write profile = NAME"));
	for (size_t i = 0; i < is->rules.n; i++) {
		const struct rule_text *rule = &r->rule[i];

		if (rule->confirmed_on.year && !rule->confirmed_by.n)
			fault(r, r->at[i],
				MSG("“{key}” was confirmed on a day, but by whom is not said",
					A_STR("key", rule->key)));
		if (rule->from.year && rule->to.year && date_compare(rule->from, rule->to) > 0)
			fault(r, r->at[i],
				MSG("“{key}” ends before it begins", A_STR("key", rule->key)));
	}
	if (r->out->faults == before && before == 0 && !rules_read(r->rule, is->rules.n, read))
		fault(r, 0,
			TEXT("the rules quorum.calls, majority.threshold, majority.base and "
			     "tie.rule are needed"));
}

void profile_read(struct str text, struct arena *a, struct profile_reading *out)
{
	struct reading r = {.a = a, .out = out};
	struct str line;

	*out = (struct profile_reading){
		.fault = ARENA_ARRAY(a, struct profile_fault, PROFILE_FAULTS_MAX)};
	r.rule = ARENA_ARRAY(a, struct rule_text, PROFILE_RULES_MAX);
	r.at = ARENA_ARRAY(a, uint32_t, PROFILE_RULES_MAX);
	out->is.rules.at = r.rule;
	while (take_line(&text, &line)) {
		r.line++;
		take(&r, line);
	}
	look_over(&r);
}

_Static_assert(RULE_COUNT <= PROFILE_RULES_MAX, "no rule stands twice, so they have room");

struct message profile_fault_message(const struct profile_fault *f, struct arena *a)
{
	const struct message *what = message_keep(a, f->what);

	if (f->line == 0)
		return MSG("{what}.", A_MSG("what", what));
	return MSG("line {line}: {what}.", A_DIGITS("line", f->line), A_MSG("what", what));
}

/* --- writing --- */

static void put(struct builder *b, const char *before, const char *key, struct str value)
{
	if (value.n == 0)
		return;
	builder_add_z(b, before);
	builder_add_z(b, key);
	builder_add_z(b, " = ");
	builder_add(b, value);
	builder_add_char(b, '\n');
}

static void put_day(struct builder *b, const char *key, struct date day)
{
	if (day.year)
		put(b, "\t", key, date_text(day, b->arena));
}

struct str profile_print(const struct rules_adopted *p, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	put(&b, "", "profile", p->profile);
	put(&b, "", "title_ar", p->title_ar);
	put(&b, "", "title_fr", p->title_fr);
	for (size_t i = 0; i < p->rules.n; i++) {
		const struct rule_text *rule = (const struct rule_text *)p->rules.at + i;

		put(&b, i ? "" : "\n", arena_z(a, rule->key), rule->value);
		put(&b, "\t", "source", rule->source);
		put(&b, "\t", "certainty", str_of(certainty_names[rule->certainty].name));
		put(&b, "\t", "confirmed_by", rule->confirmed_by);
		put_day(&b, "confirmed_on", rule->confirmed_on);
		put_day(&b, "from", rule->from);
		put_day(&b, "to", rule->to);
		put(&b, "\t", "note", rule->note);
	}
	return builder_str(&b);
}
