/* A closed vote: what it gave, why, and what the room knows of it; and mending one. */
#include "tui/item_parts.h"

#include "locale/text.h"
#include "model/ballot.h"
#include "model/describe.h"
#include "model/minutes.h"
#include "tui/correction.h"
#include "tui/fields.h"
#include "tui/voting.h"

static enum style outcome_style(enum outcome outcome)
{
	return outcome_adopted(outcome) ? STYLE_GOOD : STYLE_BAD;
}

static int rows_of(const struct desk *d, int cols, struct message what)
{
	return what.id ? canvas_wrap_rows(d->canvas, what, cols) : 0;
}

#define BOX_COLS 74

/* What the box says under the figures: the outcome, why, and that the base of the majority decides,
 * where it does; then without a blank row above. */
struct words_of_result {
	struct message why, base;
	int outcome_row, why_rows, base_rows;
};

static struct words_of_result words_of(struct desk *d, struct area work, const struct vote *vote)
{
	int cols = canvas_at_most(canvas_sub(work, 0, 2, 0, -2), BOX_COLS) - 4;
	struct words_of_result w = {.why = item_reason(d, vote, vote->ballots, vote->side),
		.base = ballot_base_decides(vote, &d->frame)};

	w.outcome_row = w.base.id ? 4 : 5;
	w.why_rows = rows_of(d, cols, w.why);
	w.base_rows = rows_of(d, cols, w.base);
	return w;
}

static int box_rows(struct words_of_result w)
{
	int rows = w.why_rows + w.base_rows;

	return w.outcome_row + 1 + (rows > 2 ? rows : 2) + 1;
}

static int paint_box(struct area work, int at, const struct vote *vote, struct words_of_result w)
{
	struct area box = canvas_sub(
		work, at, 2, box_rows(w), canvas_at_most(canvas_sub(work, 0, 2, 0, -2), BOX_COLS));
	struct area words = canvas_sub(box, 0, 2, 0, box.cols - 4);
	const struct {
		int64_t n;
		const char *word;
		enum style style;
	} rows[] = {
		{vote->ballots.votes_for, CTX("vote", "for"), STYLE_GOOD},
		{vote->ballots.against, CTX("vote", "against"), STYLE_BAD},
		{vote->ballots.abstain,
			vote->kind == VOTE_SECRET ? CTX("vote", "blank/void")
						  : CTX("vote", "abstaining"),
			STYLE_CAUTION},
	};

	canvas_box(box, vote->announced ? STYLE_DONE : STYLE_CAUTION,
		vote->announced        ? TEXT("RESULT — announced")
		: vote->ever_announced ? TEXT("RESULT — the correction is not announced yet")
				       : TEXT("RESULT — not yet announced"));
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		int row = (int)i + 1;

		canvas_say(box, row, 2, 5, rows[i].style, ALIGN_END,
			MSG("{n}", A_INT("n", rows[i].n)));
		canvas_say(box, row, 9, 12, rows[i].style, ALIGN_START,
			(struct message){.id = rows[i].word});
		canvas_bar(box, row, 22, box.cols - 25, rows[i].style, rows[i].n, vote_voices(vote),
			-1);
	}
	canvas_say(box, w.outcome_row, 2, -2, outcome_style(vote->outcome), ALIGN_START,
		describe_outcome(vote->outcome));
	canvas_wrap_say(words, w.outcome_row + 1, w.why_rows, STYLE_TEXT, w.why);
	if (w.base.id)
		canvas_wrap_say(
			words, w.outcome_row + 1 + w.why_rows, w.base_rows, STYLE_CAUTION, w.base);
	return at + box.rows;
}

void result_paint(
	struct desk *d, struct area work, const struct item *item, const struct vote *vote)
{
	const struct session *s = desk_session(d);
	struct message readback =
		vote_by_name(vote) ? item_readback(d, vote, work.cols, 2) : NO_MESSAGE;
	struct message formula = minutes_formula(s, item, vote, &d->frame);
	/* The box, what is said of the vote, and a row before and behind the sentence of the
	 * minutes: none stays blank, and no title takes a second one, where they would be cut. */
	struct words_of_result words = words_of(d, work, vote);
	int need = box_rows(words) + 2 + rows_of(d, work.cols, readback) + (vote->mends.n > 0) +
		   rows_of(d, work.cols, formula);
	bool tight;
	int row;

	if (readback_paint(d, work, vote))
		return;
	row = item_heading(d, work, 0, need + 2 > work.rows ? 1 : 2, item, NO_MESSAGE);
	tight = row + need + 2 > work.rows;
	row = paint_box(work, row + !tight, vote, words) + !tight;
	if (readback.id)
		row += canvas_wrap_say(work, row, 2, STYLE_STRONG, readback);
	if (vote->mends.n)
		canvas_say(work, row++, 0, 0, STYLE_CAUTION, ALIGN_START,
			MSGN("corrected {n} time; the first result stays in the record",
				"corrected {n} times; the earlier results stay in the record",
				(int64_t)vote->mends.n));
	/* How a mistake is mended has its row, whatever else there is to say. */
	if (work.rows - row > 2) {
		canvas_say(
			work, row++, 0, 0, STYLE_DONE, ALIGN_START, TEXT("The minutes will say:"));
		row += canvas_wrap_say(work, row, work.rows - row - 1, STYLE_TEXT, formula);
	}
	canvas_say(work, row < work.rows ? row : work.rows - 1, 0, 0, STYLE_DONE, ALIGN_START,
		vote_by_figures(vote) ? TEXT("A mistake? Space 3 corrects the figures, before or "
					     "after the announcement.")
				      : TEXT("A mistake? Space 3 corrects a vote, before or after "
					     "the announcement."));
}

/* --- mending --- */

static const struct vote *mended(const struct desk *d)
{
	return session_vote(desk_session(d), d->question.mend_vote);
}

/* "Item 3, vote 1 · Correct a vote": nobody corrects another one unseen. */
static struct message mend_title(struct desk *d, struct message what)
{
	int64_t item = session_agenda_number(desk_session(d), d->question.mend_vote.item);
	struct message vote =
		item ? MSG("Item {item}, vote {n}", A_INT("item", item),
			       A_INT("n", d->question.mend_vote.n))
		     : MSG("Vote {n} outside the agenda", A_INT("n", d->question.mend_vote.n));

	return message_copy(
		&d->frame, MSG("{vote} · {what}", A_MSG("vote", &vote), A_MSG("what", &what)));
}

static void correct_done(struct desk *d, struct str reason)
{
	struct command c = d->question.mend;

	c.arg.vote_correct.reason = reason;
	(void)voting_correct(d, mended(d), &c);
}

/* In an open vote it is a mark as any other; no reason is asked for. */
static void mark_anew(struct desk *d, int value)
{
	int32_t *one = arena_take(&d->frame, sizeof *one);
	struct command c = command_of(CMD_VOTE_CAST);

	*one = (int32_t)d->question.mend_member;
	c.arg.vote_cast = (struct vote_cast){{one, 1}, value};
	desk_close_overlay(d);
	(void)desk_act(d, &c);
}

static bool value_chosen(struct desk *d, int digit)
{
	const struct session *s = desk_session(d);
	struct decision would;

	if (mended(d)->state == VOTE_IS_OPEN) {
		mark_anew(d, digit);
		return false;
	}
	d->question.mend = command_of(CMD_VOTE_CORRECT);
	d->question.mend.arg.vote_correct.vote = session_vote_named(s, d->question.mend_vote);
	d->question.mend.arg.vote_correct.member = d->question.mend_member;
	d->question.mend.arg.vote_correct.value = digit;
	would = desk_would(d, &d->question.mend);
	if (would.verdict == VERDICT_REFUSED) { /* no reason is typed for nothing */
		desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &would.why)));
		return false;
	}
	desk_ask_reason(d, mend_title(d, describe_member(s, d->question.mend_member)), NO_MESSAGE,
		REASONS_SLIP, correct_done);
	correction_show(&d->over);
	return false;
}

static bool number_typed(struct desk *d, struct str text)
{
	const struct session *s = desk_session(d);
	int64_t n;
	struct overlay *o;

	if (!form_read_number(text_western_digits(text, &d->frame), &n) || !session_seat(s, n)) {
		desk_say(d, TONE_BAD, TEXT("✗ Type the member's number."));
		return false;
	}
	d->question.mend_member = n;
	o = desk_overlay(d, OVERLAY_PANEL, mend_title(d, TEXT("Correct a vote")));
	overlay_line(o,
		MSG("{who} was noted: {value}",
			A_MSG("who", message_keep(&d->frame, describe_member(s, n))),
			A_MSG("value", message_keep(&d->frame, name_label(vote_value_names,
								       vote_mark(mended(d), n))))));
	for (int value = VALUE_FOR; value <= VALUE_ABSTAIN; value++) {
		static const enum bind binds[] = {BIND_NONE, BIND_FOR, BIND_AGAINST, BIND_ABSTAIN};

		overlay_choice(o, value, name_label(vote_value_names, value));
		o->choices[o->panel.choices_n - 1].face = keymap_face(binds[value], d->lang);
	}
	o->sides = true;
	o->chosen = value_chosen;
	return false;
}

enum { HANDS_FOR, HANDS_AGAINST, HANDS_ABSTAIN, HANDS_SIDE, HANDS_REASON };

static struct command hands_typed(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_VOTE_CORRECT);
	struct vote_correct *v = &c.arg.vote_correct;

	(void)form_number(&f[HANDS_FOR], &v->votes_for);
	(void)form_number(&f[HANDS_AGAINST], &v->against);
	(void)form_number(&f[HANDS_ABSTAIN], &v->abstain);
	v->side = (int)f[HANDS_SIDE].chosen;
	v->vote = session_vote_named(desk_session(d), d->question.mend_vote);
	return c;
}

/* While figures are typed, what they would make of the vote. */
static void hands_beside(struct desk *d, struct area area)
{
	d->question.mend = hands_typed(d);
	correction_paint(d, area);
}

static bool submit_hands(struct desk *d)
{
	struct command c = hands_typed(d);
	struct vote_correct *v = &c.arg.vote_correct;
	static const struct field_code codes[] = {
		{"tie", HANDS_SIDE}, {"side-figures", HANDS_SIDE}, {"sum", HANDS_FOR}};

	if (!fields_take(d, &d->over.fields[HANDS_REASON], &v->reason))
		return false;
	if (voting_correct(d, mended(d), &c))
		return true;
	fields_refused(d, codes, ARRAY_LEN(codes));
	return false;
}

static void correct_hands(struct desk *d, const struct vote *vote)
{
	struct overlay *o =
		desk_overlay(d, OVERLAY_FORM, mend_title(d, TEXT("Correct the figures")));
	struct message *sides = ARENA_ARRAY(&o->arena, struct message, 4);
	static const char *const labels[] = {
		CTX("vote", "for"), CTX("vote", "against"), CTX("vote", "abstaining")};

	for (int value = VALUE_NONE; value <= VALUE_ABSTAIN; value++)
		sides[value] = (struct message){
			.id = value ? vote_value_names[value].label : N_("no tie")};
	for (int i = HANDS_FOR; i <= HANDS_ABSTAIN; i++)
		o->fields[i] = (struct form_field){.kind = FORM_NUMBER,
			.label = {.id = labels[i]},
			.required = true,
			.base = DIR_LTR};
	o->fields[HANDS_SIDE] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("chair's side in a tie"),
		.choices = sides,
		.choices_n = 4,
		.chosen = (size_t)vote->side};
	o->fields[HANDS_REASON] = (struct form_field){.kind = FORM_TEXT,
		.label = TEXT("reason"),
		.required = true,
		.base = lang_direction(d->lang)};
	overlay_form_ready(o);
	fields_set_figure(d, &o->fields[HANDS_FOR], vote->ballots.votes_for);
	fields_set_figure(d, &o->fields[HANDS_AGAINST], vote->ballots.against);
	fields_set_figure(d, &o->fields[HANDS_ABSTAIN], vote->ballots.abstain);
	o->submit = submit_hands;
	correction_show(o);
	o->beside = hands_beside;
}

void item_correct(struct desk *d, const struct vote *vote)
{
	struct overlay *o;

	d->question.mend_vote = vote->id;
	if (vote_by_figures(vote) && vote->state == VOTE_IS_OPEN) {
		if (vote->kind == VOTE_HANDS)
			hands_correct(d);
		else
			form_papers(d);
		return;
	}
	if (vote->kind == VOTE_SECRET) {
		secret_correct(d, vote, mend_title(d, TEXT("Correct the figures")));
		return;
	}
	if (vote->kind == VOTE_HANDS) {
		correct_hands(d, vote);
		return;
	}
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Correct a vote"));
	o->prompt = prompt_open(TEXT("Whose vote was wrong? number:"), NULL, NULL);
	overlay_say(d, TONE_PLAIN, mend_title(d, TEXT("Correct a vote"))); /* a line has no title */
	o->digits = desk_number_width(desk_session(d));
	o->typed = number_typed;
}

void result_correct(struct desk *d)
{
	const struct vote *vote = item_vote_shown(d);

	if (vote)
		item_correct(d, vote);
	else
		desk_say(d, TONE_BAD, TEXT("✗ No vote was taken yet."));
}

static void void_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_VOTE_VOID);

	c.arg.vote_void.vote = session_vote_named(desk_session(d), d->question.mend_vote);
	c.arg.vote_void.reason = reason;
	voting_void(d, &c, mended(d)->ever_announced);
}

void result_void(struct desk *d)
{
	const struct vote *vote = item_vote_shown(d);

	if (!vote) {
		desk_say(d, TONE_BAD, TEXT("✗ No vote was taken yet."));
		return;
	}
	d->question.mend_vote = vote->id;
	desk_ask_reason(d, mend_title(d, TEXT("Void the vote")),
		TEXT("The vote stays in the record as void; it can then be repeated."),
		REASONS_VOID, void_done);
}
