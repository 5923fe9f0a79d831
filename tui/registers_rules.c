/* The rules of the chamber's profile, to be read: what each says, how certain it is, its source. */
#include "tui/registers.h"

#include <assert.h>

static const struct rule_text *rule_at(struct desk *d, size_t index)
{
	const struct rules_adopted *is = world_rules(register_world(d->r));

	assert(is && index < is->rules.n);
	return (const struct rule_text *)is->rules.at + index;
}

static size_t count(struct desk *d)
{
	const struct rules_adopted *is = world_rules(register_world(d->r));

	return is ? is->rules.n : 0;
}

static struct message summary(struct desk *d)
{
	(void)d;
	return TEXT("? not confirmed: such a rule warns, it never blocks");
}

static void row(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct rule_text *rule = rule_at(d, index);
	bool unsure = rule->certainty == CERTAINTY_UNCONFIRMED;
	enum style style = focused ? STYLE_FOCUS : unsure ? STYLE_UNSURE : STYLE_TEXT;
	int end = 14, source = rule->source.n ? 14 : 0;

	canvas_text(at, 0, 1, 1, style, ALIGN_START, unsure ? STR("?") : STR("·"));
	canvas_say(at, 0, 3, -end - source - 2, style, ALIGN_START, rule_words(rule, &d->frame));
	canvas_say(at, 0, at.cols - end - source - 1, source, style, ALIGN_START,
		rule_source(rule->source));
	canvas_say(at, 0, at.cols - end, end, style, ALIGN_END,
		rule_is_law(rule) ? TEXT("law") : TEXT(certainty_names[rule->certainty].label));
}

/* The whole rule, for those that do not fit into a row. */
static void enter(struct desk *d, size_t index)
{
	const struct rule_text *rule = rule_at(d, index);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("A rule"));

	overlay_line(o, rule_words(rule, &d->frame));
	overlay_line(o, rule_certainty_words(rule));
	overlay_line(o,
		rule->source.n
			? MSG("source: {text}",
				  A_MSG("text", message_keep(&d->frame, rule_source(rule->source))))
			: TEXT("no source is known"));
	overlay_line(o, rule->confirmed_by.n
				? MSG("confirmed by {who}", A_STR("who", rule->confirmed_by))
				: TEXT("nobody has confirmed it for this chamber"));
	o->panel.footer = TEXT("Esc goes back");
}

static struct message step_line(struct desk *d, size_t index)
{
	(void)d;
	(void)index;
	return TEXT("Read the whole rule");
}

static struct both name(struct desk *d, size_t index)
{
	struct message m = rule_words(rule_at(d, index), &d->frame);
	struct str text = desk_words(d, m);

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
