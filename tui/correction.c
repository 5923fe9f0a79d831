#include "tui/correction.h"

#include "model/describe.h"

#include <string.h>

#define VALUE_MOST 30 /* columns of what it was, and of what it becomes */

/* One of the two columns. */
struct column {
	bool known;
	struct ballots b;
	enum vote_value side;
	enum outcome outcome;
};

struct table {
	const struct vote *vote;
	struct column at[2]; /* before, after */
	struct area area;
	int label, width; /* cells of the labels, and of each column */
	int row;
};

/* Refused as no change at all, it stays what it was; as anything else, nobody knows yet. */
static struct column after_of(struct desk *d, struct column before)
{
	const struct decision would = desk_would(d, &d->question.mend);
	const struct vote_corrected *c = &would.event[0].body.vote_corrected;

	if (would.verdict == VERDICT_REFUSED) {
		before.known = would.code && strcmp(would.code, "same") == 0;
		return before;
	}
	return (struct column){.known = true,
		.b = {c->votes_for, c->against, c->abstain},
		.side = (enum vote_value)c->side,
		.outcome = (enum outcome)c->outcome};
}

/* The area of column I in the next row. */
static struct area cell(struct table *t, size_t i, int rows)
{
	return canvas_sub(t->area, t->row, t->label + 1 + (int)i * (t->width + 2), rows, t->width);
}

static void say_label(struct table *t, struct message label)
{
	canvas_say(t->area, t->row, 0, t->label, STYLE_DONE, ALIGN_START, label);
}

static enum style changed(const struct table *t, bool differs)
{
	return t->at[1].known && differs ? STYLE_STRONG : STYLE_TEXT;
}

/* The last two cells are for the sign of a majority, so that figures stand below each other. */
static void say_value(
	struct table *t, size_t i, enum style style, struct message value, const char *sign)
{
	struct area at = cell(t, i, 1);

	if (!t->at[i].known) {
		canvas_text(at, 0, 0, t->width - 2, style, ALIGN_END, STR("–"));
		return;
	}
	canvas_say(at, 0, 0, t->width - 2, style, ALIGN_END, value);
	if (sign)
		canvas_text(at, 0, t->width - 1, 1, style, ALIGN_START, str_of(sign));
}

/* Of a vote by name with the side of the one member it is about. */
static void head_row(struct table *t, int64_t member, int value)
{
	struct message before = {.id = CTX("field of an act", "before")},
		       after = {.id = CTX("field of an act", "after")};
	struct message was, is = name_label(vote_value_names, value);

	if (member) {
		was = name_label(vote_value_names, vote_mark(t->vote, member));
		before = MSG("before: {value}", A_MSG("value", &was));
		after = MSG("after: {value}", A_MSG("value", &is));
	}
	canvas_say(cell(t, 0, 1), 0, 0, t->width - 2, STYLE_DONE, ALIGN_END, before);
	canvas_say(cell(t, 1, 1), 0, 0, t->width - 2, STYLE_DONE, ALIGN_END, after);
	t->row++;
}

static void figure_row(struct table *t, const char *label, int64_t before, int64_t after)
{
	say_label(t, (struct message){.id = label});
	say_value(t, 0, STYLE_TEXT, MSG("{n}", A_INT("n", before)), NULL);
	say_value(t, 1, changed(t, before != after), MSG("{n}", A_INT("n", after)), NULL);
	t->row++;
}

static struct message base_label(enum vote_base base)
{
	if (base == BASE_VOTERS)
		return TEXT("needed of the voters");
	if (base == BASE_EXPRESSED)
		return TEXT("needed of the votes cast");
	return (struct message){.id = CTX("field of an act", "needed")};
}

/* What is needed where BASE is what the majority is counted on, and whether it is there. */
static void needed_row(struct table *t, enum vote_base base)
{
	bool own = base == t->vote->rule.base;

	say_label(t, base_label(base));
	for (size_t i = 0; i < 2; i++) {
		struct vote_rule rule = t->vote->rule;
		struct poll poll = vote_poll_of(t->vote);
		struct tally tally;

		rule.base = base;
		poll.votes = t->at[i].b;
		tally = vote_poll(&poll, rule, t->at[i].side);
		say_value(t, i, own ? STYLE_TEXT : STYLE_DONE,
			MSG("{n} of {all}", A_INT("n", tally.needed), A_INT("all", tally.base)),
			tally.missing ? "✗" : "✓");
	}
	t->row++;
}

/* Whole, else what counts of it: why stands where it is asked for, and later in the minutes. */
static struct message result_words(const struct table *t, enum outcome outcome)
{
	struct message words = describe_outcome(outcome), brief = TEXT("adopted (tie-break)");

	if (canvas_say_width(t->area.canvas, words) <= t->width - 2)
		return words;
	/* It stands below a figure that does not reach what is needed. */
	if (outcome == OUTCOME_ADOPTED_SIDE &&
		canvas_say_width(t->area.canvas, brief) <= t->width - 2)
		return brief;
	return outcome_adopted(outcome) ? (struct message){.id = CTX("item", "adopted")}
					: describe_outcome(OUTCOME_REJECTED);
}

static void result_row(struct table *t)
{
	const struct column *at = t->at;
	bool turns =
		at[1].known && outcome_adopted(at[0].outcome) != outcome_adopted(at[1].outcome);

	say_label(t, (struct message){.id = CTX("field of an act", "result")});
	for (size_t i = 0; i < 2; i++) {
		enum style style = i && turns ? STYLE_CAUTION
				   : i        ? changed(t, at[0].outcome != at[1].outcome)
					      : STYLE_TEXT;

		if (!at[i].known)
			say_value(t, i, style, NO_MESSAGE, NULL);
		else
			say_value(t, i, style, result_words(t, at[i].outcome), NULL);
	}
}

static void measure(struct table *t, const struct message *labels, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int width = canvas_say_width(t->area.canvas, labels[i]);

		t->label = width > t->label ? width : t->label;
	}
	t->width = (t->area.cols - t->label - 4) / 2;
	t->width = t->width > VALUE_MOST ? VALUE_MOST : t->width;
}

void correction_paint(struct desk *d, struct area area)
{
	const struct vote *vote = session_vote(desk_session(d), d->question.mend_vote);
	enum vote_base base = vote->rule.base, other = base == BASE_VOTERS      ? BASE_EXPRESSED
						       : base == BASE_EXPRESSED ? BASE_VOTERS
										: base;
	const char *third =
		vote->kind == VOTE_SECRET ? CTX("vote", "blank/void") : CTX("vote", "abstaining");
	const struct message labels[] = {
		base_label(base), base_label(other), {.id = third}, {.id = CTX("vote", "against")}};
	struct table t = {.vote = vote, .area = area};
	const struct ballots *was = &t.at[0].b, *is = &t.at[1].b;

	t.at[0] = (struct column){true, vote->ballots, vote->side, vote->outcome};
	t.at[1] = after_of(d, t.at[0]);
	measure(&t, labels, ARRAY_LEN(labels));
	head_row(&t, d->question.mend.arg.vote_correct.member,
		d->question.mend.arg.vote_correct.value);
	figure_row(&t, CTX("vote", "for"), was->votes_for, is->votes_for);
	figure_row(&t, CTX("vote", "against"), was->against, is->against);
	figure_row(&t, third, was->abstain, is->abstain);
	needed_row(&t, base);
	if (other != base)
		needed_row(&t, other);
	result_row(&t);
}

void correction_show(struct overlay *o)
{
	o->alone = true;
	o->beside = correction_paint;
	o->beside_rows = CORRECTION_ROWS;
	o->panel.extra = CORRECTION_ROWS;
	o->panel.extra_cols = 70;
}
