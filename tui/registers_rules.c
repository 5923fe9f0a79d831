/* The rules of the chamber: which profile, what each rule says, how certain it is, its source.
 * Enter changes or confirms one; sessions that are open keep the rules they froze. */
#include "tui/registers.h"

#include "storage/file.h"
#include "storage/profile.h"
#include "tui/fields.h"

#include <string.h>

static const struct rules_adopted *rules_of(struct desk *d)
{
	return world_rules(register_world(d->r));
}

/* --- the list: the profile, its rules, then what is not set --- */

struct rule_row {
	const struct rule_text *rule; /* NULL: not set */
	enum rule_key key;
};

/* The key of the INDEX-th rule that is not set. */
static bool unset_at(const struct rules_adopted *is, size_t index, enum rule_key *key)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		*key = (enum rule_key)i;
		if (!rule_find(is->rules.at, is->rules.n, rule_key_name(*key)) && index-- == 0)
			return true;
	}
	return false;
}

/* Row INDEX of the list; false: the row of the profile, or none. */
static bool row_at(struct desk *d, size_t index, struct rule_row *out)
{
	const struct rules_adopted *is = rules_of(d);

	*out = (struct rule_row){.rule = NULL};
	if (!is || index == 0)
		return false;
	if (index - 1 >= is->rules.n)
		return unset_at(is, index - 1 - is->rules.n, &out->key);
	out->rule = (const struct rule_text *)is->rules.at + index - 1;
	return rule_key_parse(out->rule->key, &out->key);
}

static size_t count(struct desk *d)
{
	const struct rules_adopted *is = rules_of(d);
	enum rule_key key;
	size_t n = 0;

	while (is && unset_at(is, n, &key))
		n++;
	return 1 + (is ? is->rules.n : 0) + n;
}

static struct message summary(struct desk *d)
{
	(void)d;
	return TEXT("? not confirmed: such a rule warns, it never blocks");
}

static struct message profile_words(struct desk *d)
{
	const struct rules_adopted *is = rules_of(d);
	struct message profile;

	if (!is)
		return TEXT("no profile");
	profile = rules_profile_words(is->profile, (struct both){is->title_ar, is->title_fr});
	return MSG("profile {profile}", A_MSG("profile", message_keep(&d->frame, profile)));
}

/* The rule, or what is applied where nobody has set one, or only what it would be about. */
static struct message row_words(struct desk *d, const struct rule_row *r)
{
	struct rule_text *applied = ARENA_NEW(&d->frame, struct rule_text);

	if (r->rule)
		return rule_words(r->rule, &d->frame);
	return rule_by_default(r->key, applied) ? rule_words(applied, &d->frame)
						: rule_label(r->key);
}

static void row(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	struct rule_row r;
	bool known = row_at(d, index, &r);
	bool unsure = known && r.rule && r.rule->certainty == CERTAINTY_UNCONFIRMED;
	enum style style = focused ? STYLE_FOCUS : unsure ? STYLE_UNSURE : STYLE_TEXT;
	int end = 14, source = known && r.rule && r.rule->source.n ? 14 : 0;

	if (!known) {
		canvas_say(at, 0, 1, 0, focused ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			profile_words(d));
		return;
	}
	if (!r.rule) {
		style = focused ? STYLE_FOCUS : rule_missing(r.key) ? STYLE_UNSURE : STYLE_OFF;
		if (rule_missing(r.key))
			canvas_text(at, 0, 1, 1, style, ALIGN_START, STR("?"));
		canvas_say(at, 0, 3, -end - 2, style, ALIGN_START, row_words(d, &r));
		canvas_say(at, 0, at.cols - end, end, style, ALIGN_END,
			rule_missing(r.key) ? TEXT("by default") : TEXT("not set"));
		return;
	}
	canvas_text(at, 0, 1, 1, style, ALIGN_START, unsure ? STR("?") : STR("·"));
	canvas_say(at, 0, 3, -end - source - 2, style, ALIGN_START, row_words(d, &r));
	canvas_say(at, 0, at.cols - end - source - 1, source, style, ALIGN_START,
		rule_source(r.rule->source));
	canvas_say(at, 0, at.cols - end, end, style, ALIGN_END,
		rule_is_law(r.rule) ? TEXT("law") : name_label(certainty_names, r.rule->certainty));
}

/* --- one rule --- */

enum { V_VALUE, V_SOURCE, V_CERTAINTY, V_BY, V_ON, V_FROM, V_TO };

static const struct name yes_no[] = {{"yes", N_("yes")}, {"no", N_("no")}, {NULL, NULL}};

/* Names to choose among; NULL: the value is typed. */
static const struct name *choices_of(enum rule_key key)
{
	if (rule_kind(key) == RULE_BOOL)
		return yes_no;
	return rule_kind(key) == RULE_ENUM ? rule_names(key) : NULL;
}

static bool submit_rule(struct desk *d)
{
	enum rule_key key = (enum rule_key)d->over.number;
	const struct rules_adopted *is = rules_of(d);
	const struct rule_text *now = rule_find(is->rules.at, is->rules.n, rule_key_name(key));
	int certainty = now ? now->certainty : CERTAINTY_UNCONFIRMED;
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_RULE_SET);
	struct rule_set *set = &c.arg.rule_set;

	set->key = str_of(rule_key_name(key));
	if (choices_of(key))
		set->value = str_of(choices_of(key)[f[V_VALUE].chosen].name);
	else if (!fields_take(d, &f[V_VALUE], &set->value))
		return false;
	if (!set->value.n)
		set->value = STR("none");
	if (!fields_take(d, &f[V_SOURCE], &set->source) ||
		!fields_take(d, &f[V_BY], &set->confirmed_by))
		return false;
	/* Left as it was, it is nobody's claim that a new value is as certain as the old one. */
	if ((int)f[V_CERTAINTY].chosen != certainty || set->confirmed_by.n)
		set->certainty = (int)f[V_CERTAINTY].chosen + 1;
	(void)form_date(&f[V_ON], &set->confirmed_on);
	(void)form_date(&f[V_FROM], &set->from);
	(void)form_date(&f[V_TO], &set->to);
	return fields_act(d, &c);
}

static void ask_rule(struct desk *d, struct rule_row r)
{
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("A rule"));
	const struct name *choices = choices_of(r.key);
	struct form_field *f = o->fields;
	const char *missing = rule_missing(r.key);
	struct str value = r.rule ? r.rule->value : str_of(missing ? missing : "");

	o->number = r.key;
	overlay_line(o, row_words(d, &r));
	overlay_line(o, r.rule    ? rule_certainty_words(r.rule)
			: missing ? TEXT("not set: applied by default")
				  : TEXT("not set"));
	if (choices) {
		int chosen = 0;

		f[V_VALUE] = fields_choice(o, TEXT("value"), choices);
		(void)field_enum_parse(choices, value, &chosen);
		f[V_VALUE].chosen = (size_t)chosen;
	} else {
		f[V_VALUE] = fields_code(TEXT("value"), false);
		f[V_VALUE].note = message_copy(&o->arena, rule_expected(r.key, &d->frame));
	}
	f[V_SOURCE] = fields_code(TEXT("source"), false);
	f[V_SOURCE].note = TEXT("where it is written, such as art. 14");
	f[V_CERTAINTY] = fields_choice(o, TEXT("certainty"), certainty_names);
	f[V_CERTAINTY].chosen = r.rule ? (size_t)r.rule->certainty : CERTAINTY_UNCONFIRMED;
	f[V_BY] = fields_code(TEXT("confirmed by"), false);
	f[V_BY].note = TEXT("who has checked it; without a name nothing is called law");
	f[V_ON] = fields_date(TEXT("confirmed on"), fields_today(d), false);
	f[V_FROM] = fields_date(TEXT("in force from"), fields_year_too, false);
	f[V_TO] = fields_date(TEXT("in force to"), fields_year_too, false);
	overlay_form_ready(o);
	o->form.focus = V_VALUE;
	if (!choices)
		form_set(&f[V_VALUE], value);
	if (r.rule) {
		form_set(&f[V_SOURCE], r.rule->source);
		fields_set_date(d, &f[V_FROM], r.rule->from);
		fields_set_date(d, &f[V_TO], r.rule->to);
	}
	o->submit = submit_rule;
}

/* --- another profile --- */

static bool submit_file(struct desk *d)
{
	struct command c = command_of(CMD_RULES_IMPORT);
	struct error err = {.code = ERROR_NONE};
	struct form_field *f = d->over.fields;
	struct profile_reading reading;
	const char *path;

	if (!fields_take_path(d, &f[0], &path))
		return false;
	if (profile_file(path, &d->frame, &reading, &err) < 0) {
		f[0].problem = message_copy(&d->over.arena, error_message(&err, &d->frame));
		return false;
	}
	if (reading.faults) {
		f[0].problem = message_copy(
			&d->over.arena, profile_fault_message(&reading.fault[0], &d->frame));
		return false;
	}
	c.arg.rules_import = reading.is;
	c.arg.rules_import.source = str_of(file_name_of(path));
	return fields_act(d, &c);
}

static void ask_file(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("Rules from a file"));

	overlay_line(o, TEXT("mahdar rules --text writes such a file, to be changed and taken "
			     "back."));
	o->fields[0] = fields_code(TEXT("file"), true);
	overlay_form_ready(o);
	o->submit = submit_file;
}

static bool profile_chosen(struct desk *d, int digit)
{
	const struct world *w = register_world(d->r);
	struct command c = command_of(CMD_RULES_ADOPT);

	if ((size_t)digit > w->profiles_n) {
		ask_file(d);
		return false;
	}
	c.arg.rules_adopt.profile = w->profiles[digit - 1].profile;
	(void)desk_act(d, &c);
	return true;
}

static void ask_profile(struct desk *d)
{
	const struct world *w = register_world(d->r);
	struct overlay *o;

	if (!desk_offered(d, CMD_RULES_ADOPT))
		return;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Another rule profile"));
	overlay_line(o, TEXT("It takes the place of all rules of the chamber, confirmed ones too. "
			     "Sessions that are open keep theirs."));
	for (size_t i = 0; i < w->profiles_n; i++) {
		struct both title = {w->profiles[i].title_ar, w->profiles[i].title_fr};

		overlay_choice(o, (int)i + 1, rules_title(title));
	}
	overlay_choice(o, (int)w->profiles_n + 1, TEXT("a file…"));
	o->panel.confirm = true;
	o->chosen = profile_chosen;
}

static void enter(struct desk *d, size_t index)
{
	struct rule_row r;

	if (row_at(d, index, &r))
		ask_rule(d, r);
	else
		ask_profile(d);
}

static struct message step_line(struct desk *d, size_t index)
{
	struct rule_row r;

	return row_at(d, index, &r) ? TEXT("Change this rule, or confirm it")
				    : TEXT("Choose another profile");
}

static struct both name(struct desk *d, size_t index)
{
	struct rule_row r;
	struct str text = desk_words(d, row_at(d, index, &r) ? row_words(d, &r) : profile_words(d));

	return (struct both){text, text};
}

const struct page page_rules = {
	.title = {.id = N_("RULES")},
	.summary = summary,
	.count = count,
	.row = row,
	.enter = enter,
	.step_line = step_line,
	.name = name,
};

void registers_rules(struct desk *d)
{
	registers_show(d, PAGE_RULES);
}
