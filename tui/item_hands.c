/* The show of hands: against, abstaining, and the rest is for; on a tie the chair's side is asked.
 */
#include "tui/item_parts.h"

#include "model/ballot.h"
#include "model/describe.h"
#include "model/step.h"
#include "tui/desk_parts.h"

/* What the figures are with the one being typed. */
static struct vote_count typed(const struct desk *d)
{
	struct vote_count c = {-1, -1, -1};

	if (!d->entry.digits)
		return c;
	if (d->hands_letter == VALUE_FOR)
		c.votes_for = d->entry.number;
	else if (d->hands_letter == VALUE_AGAINST)
		c.against = d->entry.number;
	else if (d->hands_letter == VALUE_ABSTAIN)
		c.abstain = d->entry.number;
	return c;
}

/* The figures as they would stand; "for" is the rest unless it was counted. */
static struct ballots figures(const struct desk *d, const struct vote *vote, bool *rest)
{
	struct vote_count c = typed(d);
	struct ballots b = vote->counted ? vote->ballots : (struct ballots){0, 0, 0};

	*rest = c.votes_for < 0 && (!vote->counted || vote->remainder);
	if (c.against >= 0)
		b.against = c.against;
	if (c.abstain >= 0)
		b.abstain = c.abstain;
	if (c.votes_for >= 0)
		b.votes_for = c.votes_for;
	else if (*rest)
		b.votes_for = (int64_t)vote->voters.n - b.against - b.abstain;
	return b;
}

static int64_t sum_of(struct ballots b)
{
	return b.votes_for + b.against + b.abstain;
}

/* Is it a tie as the figures stand, with the one being typed, and the chair's side open? Panel,
 * chair's line and step line all ask here. */
static bool tied(const struct desk *d, const struct vote *vote)
{
	bool rest;
	struct ballots b = figures(d, vote, &rest);

	if (vote->kind != VOTE_HANDS || vote->side != VALUE_NONE ||
		(!vote->counted && !d->entry.digits))
		return false;
	return b.votes_for >= 0 && sum_of(b) == (int64_t)vote->voters.n &&
	       vote_tally_with(vote, b, VALUE_NONE).needs_side;
}

/* Not while a figure may still come: 16 of 32 against is no tie with two abstentions to follow. */
bool hands_tie(const struct desk *d, const struct vote *vote)
{
	return vote->counted && !d->entry.digits && d->hands_letter == VALUE_NONE && tied(d, vote);
}

static void paint_figure(struct desk *d, struct area box, int row, enum vote_value value, int64_t n,
	bool known, struct message note)
{
	static const char *const words[] = {
		"", CTX("vote", "for"), CTX("vote", "against"), CTX("vote", "abstaining")};
	static const enum bind binds[] = {BIND_NONE, BIND_FOR, BIND_AGAINST, BIND_ABSTAIN};
	bool typing = d->hands_letter == (int)value;
	enum style style = typing ? STYLE_FOCUS : STYLE_TEXT;

	canvas_text(box, row, 2, 2, STYLE_KEY, ALIGN_START, keymap_face(binds[value], d->lang));
	canvas_say(
		box, row, 6, 14, STYLE_STRONG, ALIGN_START, (struct message){.id = words[value]});
	canvas_fill(box, row, 22, 1, 7, style);
	if (known)
		canvas_say(box, row, 22, 6, style, ALIGN_END, MSG("{n}", A_INT("n", n)));
	canvas_say(box, row, 31, 0, STYLE_DONE, ALIGN_START, note);
	if (typing)
		canvas_cursor(box, row, 27);
}

/* The calculation on the reading the rule does not use, where it is another number. */
static void hands_other_reading(struct desk *d, struct area work, int row, int rows,
	const struct vote *vote, struct ballots b)
{
	struct poll poll = vote_poll_of(vote);
	bool differs;
	struct message other;

	poll.votes = b;
	other = vote_other_reading(&poll, vote->rule, vote->side, &differs, &d->frame);
	if (other.id)
		(void)canvas_wrap_say(work, row, rows, differs ? STYLE_CAUTION : STYLE_DONE, other);
}

void item_sides(struct desk *d, struct area box, int row, const struct vote *vote, struct ballots b)
{
	static const struct message effects[] = {
		{.id = NULL},
		{.id = N_("for: adopted")},
		{.id = N_("against: not adopted")},
		{.id = N_("abstained: no side, not adopted")},
	};
	static const enum bind binds[] = {BIND_NONE, BIND_FOR, BIND_AGAINST, BIND_ABSTAIN};

	for (int value = VALUE_FOR; value <= VALUE_ABSTAIN; value++) {
		struct message why = ballot_side_excluded(vote, b, (enum vote_value)value);

		canvas_text(box, row + value - 1, 4, 3, why.id ? STYLE_DONE : STYLE_KEY,
			ALIGN_START, keymap_face(binds[value], d->lang));
		canvas_say(box, row + value - 1, 8, -2, why.id ? STYLE_DONE : STYLE_TEXT,
			ALIGN_START, why.id ? why : effects[value]);
	}
}

/* What is asked, and below it what it comes of: the calculation, and the other reading of it. */
static void paint_tie(struct desk *d, struct area work, const struct vote *vote)
{
	struct area box =
		canvas_sub(work, 3, 2, 9, canvas_at_most(canvas_sub(work, 0, 2, 0, -2), 72));
	const struct rules *rules = &desk_session(d)->rules;
	struct ballots b = vote->ballots;
	struct tally t = vote_tally_with(vote, b, VALUE_NONE);
	int row = 13;

	canvas_box(box, STYLE_CAUTION, TEXT("TIE"));
	item_bars(d, canvas_sub(box, 0, 2, 0, box.cols - 4), 1, b, (int64_t)vote->voters.n);
	canvas_wrap_say(canvas_sub(box, 0, 2, 0, box.cols - 4), 2, 2, STYLE_STRONG,
		MSG("How did the chair vote? That side prevails ({rule}).",
			A_MSG("rule", message_keep(&d->frame,
					      rules_standing(rules, RULE_TIE, &d->frame)))));
	item_sides(d, box, 4, vote, b);
	canvas_say(box, 7, 2, -2, STYLE_DONE, ALIGN_START,
		TEXT("The vote is not closed without an answer. Esc: correct the figures."));
	row += canvas_wrap_say(work, row, 2, STYLE_TEXT,
		MSG("{needed}; {for} for, {against} against: no majority",
			A_MSG("needed", message_keep(&d->frame,
						vote_needed_phrase(t.needed, t.base, vote->rule))),
			A_INT("for", b.votes_for), A_INT("against", b.against)));
	hands_other_reading(d, work, row, work.rows - row, vote, b);
}

/* In the order in which the rules have the hands asked for. */
static void paint_figures(
	struct desk *d, struct area box, const struct vote *vote, struct ballots b, bool rest)
{
	static const struct rule_list usual = {
		.at = {VALUE_AGAINST, VALUE_ABSTAIN, VALUE_FOR}, .n = 3};
	const struct rule_list *order = &desk_session(d)->rules.hands_order;

	if (order->n != 3)
		order = &usual;
	for (int row = 1; row <= 3; row++) {
		enum vote_value value = (enum vote_value)order->at[row - 1];

		if (value == VALUE_FOR)
			paint_figure(d, box, row, value, b.votes_for,
				(vote->counted || d->entry.digits > 0) && b.votes_for >= 0,
				rest ? TEXT("the rest of the voters, unless counted") : NO_MESSAGE);
		else
			paint_figure(d, box, row, value,
				value == VALUE_AGAINST ? b.against : b.abstain,
				vote->counted || d->hands_letter == (int)value,
				TEXT("the key, then the number"));
	}
}

void hands_paint(struct desk *d, struct area work, const struct item *item, const struct vote *vote)
{
	struct area box =
		canvas_sub(work, 3, 2, 7, canvas_at_most(canvas_sub(work, 0, 2, 0, -2), 72));
	int64_t voters = (int64_t)vote->voters.n, sum;
	bool rest;
	int row;
	struct ballots b = figures(d, vote, &rest);

	/* The row of who is recused is spare while nobody is. */
	row = item_heading(d, work, 0, item_recused(d, item).id ? 1 : 2, item, NO_MESSAGE);
	canvas_say(work, row, 0, 0, STYLE_TEXT, ALIGN_START,
		MSG("public vote by show of hands — open since {time} · voters: {n}",
			A_TIME("time", vote->opened), A_INT("n", voters)));
	if (item_recused(d, item).id)
		canvas_say(work, 2, 0, 0, STYLE_CAUTION, ALIGN_START, item_recused(d, item));
	if (hands_tie(d, vote)) {
		paint_tie(d, work, vote);
		return;
	}
	canvas_box(box, STYLE_DONE, TEXT("Count"));
	paint_figures(d, box, vote, b, rest);
	sum = sum_of(b);
	if (b.votes_for < 0) /* the rest of less than nothing */
		canvas_say(box, 5, 2, -2, STYLE_BAD, ALIGN_START,
			MSG("{sum} against or abstaining, voters {voters}: too many ✗",
				A_INT("sum", b.against + b.abstain), A_INT("voters", voters)));
	else if (d->entry.digits)
		canvas_say(box, 5, 2, -2, STYLE_CAUTION, ALIGN_START,
			MSG("sum {sum}, voters {voters}; not recorded yet: Enter, or the next key",
				A_INT("sum", sum), A_INT("voters", voters)));
	else if (vote->counted)
		canvas_say(box, 5, 2, 0, sum == voters ? STYLE_GOOD : STYLE_BAD, ALIGN_START,
			sum == voters ? MSG("sum {sum} = voters {voters} ✓", A_INT("sum", sum),
						A_INT("voters", voters))
				      : MSG("sum {sum}, voters {voters}: off by {off} ✗",
						A_INT("sum", sum), A_INT("voters", voters),
						A_INT("off", voters - sum)));
	if (tied(d, vote)) {
		canvas_wrap_say(work, 11, 2, STYLE_CAUTION,
			MSG(d->entry.digits
					? N_("{for} for, {against} against: a tie. Once the "
					     "figures are recorded, the side of the chair's own "
					     "vote is asked for.")
					: N_("{for} for, {against} against: a tie. Enter asks for "
					     "the side of the chair's own vote."),
				A_INT("for", b.votes_for), A_INT("against", b.against)));
	} else if (sum == voters && b.votes_for >= 0 && (vote->counted || d->entry.digits)) {
		canvas_wrap_say(work, 11, 2, STYLE_TEXT, item_reason(d, vote, b, vote->side));
		hands_other_reading(d, work, 13, 2, vote, b);
	} else if (sum != voters && vote->counted && !d->entry.digits) {
		canvas_wrap_say(work, 11, 3, STYLE_TEXT,
			TEXT("Count again: each voter is for, against or abstains. Who went out "
			     "is recorded as left (F9 2)."));
	}
	if (!tied(d, vote))
		canvas_say(work, 15, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("The chair's own vote is asked for only in a tie."));
}

/* Record the figure being typed; false when it was refused: it stays, to be corrected. */
static bool commit(struct desk *d)
{
	struct command c = command_of(CMD_VOTE_COUNT);

	if (!d->entry.digits)
		return true;
	c.arg.vote_count = typed(d);
	d->entry.refused = !desk_act(d, &c);
	if (d->entry.refused)
		return false;
	desk_entry_clear(d);
	return true;
}

void hands_leave(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct vote *vote = s ? session_open_vote(s) : NULL;

	if (vote && vote->kind == VOTE_HANDS && d->hands_letter != VALUE_NONE)
		(void)commit(d);
}

static void begin_figure(struct desk *d, enum vote_value value)
{
	if (d->entry.refused && d->hands_letter == (int)value)
		desk_entry_clear(d); /* typed anew instead of mended */
	if (commit(d))
		d->hands_letter = value;
}

/* Digits meant for another figure must not become part of one that was refused. */
static void take_digit(struct desk *d, int digit)
{
	static const enum bind letters[] = {BIND_NONE, BIND_FOR, BIND_AGAINST, BIND_ABSTAIN};

	if (d->hands_letter == VALUE_NONE) {
		desk_hint(d, TEXT("! First say what is counted: against, abstaining or for."));
	} else if (d->entry.refused) {
		desk_hint(d, MSG("! {n} was refused: ⌫ mends it, “{key}” begins it anew.",
				     A_INT("n", d->entry.number),
				     A_STR("key", keymap_face(letters[d->hands_letter], d->lang))));
	} else if (d->entry.number < 1000) {
		d->entry.number = d->entry.number * 10 + digit;
		d->entry.digits++;
	}
}

static void close_with_side(struct desk *d)
{
	if (desk_act_plain(d, CMD_VOTE_CLOSE))
		d->step_ms = desk_now_ms();
}

static void take_side(struct desk *d, enum vote_value value)
{
	struct command c = command_of(CMD_VOTE_SIDE);

	c.arg.vote_side.value = value;
	desk_act_then(d, &c, close_with_side);
}

static enum vote_value value_of(enum bind bind)
{
	if (bind == BIND_FOR)
		return VALUE_FOR;
	if (bind == BIND_AGAINST)
		return VALUE_AGAINST;
	return bind == BIND_ABSTAIN ? VALUE_ABSTAIN : VALUE_NONE;
}

static void all_for(struct desk *d)
{
	struct command c = command_of(CMD_VOTE_ALL);

	c.arg.vote_all.value = VALUE_FOR;
	(void)desk_act(d, &c);
}

static bool all_chosen(struct desk *d, int digit)
{
	desk_close_overlay(d);
	if (digit == 1)
		all_for(d);
	return false;
}

/* Figures that were counted and noted do not go by one key. */
void hands_all(struct desk *d, const struct vote *vote)
{
	struct message figures = ballot_totals(VOTE_HANDS, vote->ballots);
	struct overlay *o;

	if (d->entry.digits) {
		desk_hint(d, TEXT("! A figure is being typed: Enter records it, ⌫ takes it "
				  "back; then “=”."));
		return;
	}
	if (!vote->counted || vote->ballots.votes_for == (int64_t)vote->voters.n) {
		all_for(d);
		return;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Figures are noted already"));
	overlay_line(o, MSG("Noted so far: {figures}.",
				A_MSG("figures", message_keep(&d->frame, figures))));
	overlay_choice(o, 1, TEXT("all voters for, in place of them"));
	overlay_choice(o, 2, TEXT("leave the figures as they are"));
	o->panel.confirm = true;
	o->chosen = all_chosen;
}

bool hands_key(struct desk *d, struct meaning meaning, const struct vote *vote)
{
	enum vote_value value = value_of(meaning.bind);

	if (hands_tie(d, vote)) {
		if (value != VALUE_NONE)
			take_side(d, value);
		return value != VALUE_NONE;
	}
	if (value != VALUE_NONE) {
		begin_figure(d, value);
		return true;
	}
	if (meaning.bind == BIND_DIGIT) {
		take_digit(d, meaning.digit);
		return true;
	}
	if (meaning.bind == BIND_ALL) {
		hands_all(d, vote);
		return true;
	}
	if (meaning.bind == BIND_ERASE) {
		if (d->entry.digits) {
			d->entry.number /= 10;
			d->entry.digits--;
			d->entry.refused = false;
		}
		return true;
	}
	return false;
}

/* What may still be typed after the first figure, and where Enter leads without it. */
static struct message next_figure(const struct desk *d, const struct vote *vote)
{
	bool against = d->hands_letter == VALUE_AGAINST;

	if (tied(d, vote) && against)
		return TEXT("! Recorded: a tie so far. Now those against, or Enter: the chair's "
			    "side.");
	if (tied(d, vote))
		return TEXT("! Recorded: a tie so far. Now abstentions, or Enter: the chair's "
			    "side.");
	if (against)
		return TEXT("! Recorded. Now those against, or Enter goes on without them.");
	return TEXT("! Recorded. Now the abstentions, or Enter goes on without them.");
}

bool hands_step(struct desk *d, const struct vote *vote)
{
	bool typing = d->entry.digits > 0, was_counted = vote->counted || typing;
	bool first = !vote->counted;

	if (!commit(d))
		return true;
	/* One figure and Enter: the other one is not given yet, so Enter does not close as well. */
	if (typing && first) {
		d->hands_letter = d->hands_letter == VALUE_AGAINST ? VALUE_ABSTAIN : VALUE_AGAINST;
		desk_hint(d, next_figure(d, session_open_vote(desk_session(d))));
		return true;
	}
	d->hands_letter = VALUE_NONE;
	if (!was_counted || hands_tie(d, session_open_vote(desk_session(d))))
		return false;
	if (desk_act_plain(d, CMD_VOTE_CLOSE))
		d->step_ms = desk_now_ms();
	return true;
}

void hands_correct(struct desk *d)
{
	desk_entry_clear(d);
	d->hands_letter = VALUE_AGAINST;
	desk_hint(
		d, TEXT("! This vote is open: type the figure anew, it takes the place of the one "
			"before."));
}

bool hands_back(struct desk *d, const struct vote *vote)
{
	bool tie = hands_tie(d, vote);

	if (tie)
		hands_correct(d);
	return tie;
}

/* On a tie Enter does nothing: which keys do, without the one that nobody's vote allows. */
static struct message side_first(const struct desk *d, const struct vote *vote)
{
	struct arg votes_for = A_STR("for", keymap_face(BIND_FOR, d->lang));
	struct arg against = A_STR("against", keymap_face(BIND_AGAINST, d->lang));

	if (ballot_side_excluded(vote, vote->ballots, VALUE_ABSTAIN).id)
		return MSG("Nothing yet: first {for} or {against}, the chair's own vote", votes_for,
			against);
	return MSG("Nothing yet: first {for}, {against} or {abstain}, the chair's own vote",
		votes_for, against, A_STR("abstain", keymap_face(BIND_ABSTAIN, d->lang)));
}

struct message hands_step_line(struct desk *d, const struct vote *vote)
{
	bool rest;
	struct ballots b = figures(d, vote, &rest);
	struct tally t;

	if (hands_tie(d, vote))
		return side_first(d, vote);
	if (tied(d, vote))
		return d->entry.digits ? TEXT("Record the figures: a tie; then the chair's side")
				       : TEXT("A tie: on to the side of the chair's own vote");
	if (b.votes_for < 0)
		return TEXT("Correct the figures: they are more than the voters");
	if (!d->entry.digits)
		return NO_MESSAGE;
	if (sum_of(b) != (int64_t)vote->voters.n)
		return MSG("Record the figure; the sum {sum} is not yet that of the voters, "
			   "{voters}",
			A_INT("sum", sum_of(b)), A_INT("voters", (int64_t)vote->voters.n));
	if (!vote->counted)
		return MSG("Record {figures}; then the other figure",
			A_MSG("figures", message_keep(&d->frame, ballot_totals(VOTE_HANDS, b))));
	t = vote_tally_with(vote, b, VALUE_NONE);
	return step_close_line(VOTE_HANDS, b, t.outcome, &d->frame);
}

struct message hands_chair_line(struct desk *d, const struct vote *vote)
{
	bool rest;

	if (figures(d, vote, &rest).votes_for < 0)
		return TEXT("One moment, please; the hands are being counted.");
	return tied(d, vote) ? TEXT("There is a tie.") : NO_MESSAGE;
}
