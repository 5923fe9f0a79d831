/* The secret ballot: papers issued, found and what is on them, reconciled while they are typed; and
 * the side the chair declares in a tie, when there is one. */
#include "tui/item_parts.h"

#include "model/ballot.h"
#include "model/describe.h"
#include "model/grammar.h"
#include "tui/draft.h"
#include "tui/fields.h"
#include "tui/voting.h"

enum { ISSUED, FOUND, FOR, AGAINST, BLANK, SPOILED, FIGURES, SIDE = FIGURES, REASON };

/* For = against and nobody said how the chair voted. */
static bool tied(const struct session *s, const struct vote *vote)
{
	return vote->counted && vote->side == VALUE_NONE && session_tally(s, vote).needs_side;
}

unsigned secret_where(const struct session *s, const struct vote *vote)
{
	return tied(s, vote) ? WHERE_TIE : WHERE_ITEM;
}

static int64_t difference(int64_t a, int64_t b)
{
	return a > b ? a - b : b - a;
}

/* "for + against + blank + void = 32 = found 32 ✓ · issued 32". */
static struct message reconciled(int64_t issued, int64_t found, int64_t sum, int64_t voters)
{
	if (sum != found)
		return MSG("for + against + blank + void = {sum}, found {found}: off by {off} ✗",
			A_INT("sum", sum), A_INT("found", found),
			A_INT("off", difference(sum, found)));
	if (found > issued)
		return MSG("found {found}, issued {issued}: more papers than were handed out ✗",
			A_INT("found", found), A_INT("issued", issued));
	if (issued > voters)
		return MSG("issued {issued}, voters {voters}: more papers than voters ✗",
			A_INT("issued", issued), A_INT("voters", voters));
	if (found < issued)
		return MSG("sum {sum} = found {found} ✓ · issued {issued}: {off} not in the box, "
			   "the minutes say so",
			A_INT("sum", sum), A_INT("found", found), A_INT("issued", issued),
			A_INT("off", issued - found));
	return MSG("sum {sum} = found {found} = issued {issued} ✓", A_INT("sum", sum),
		A_INT("found", found), A_INT("issued", issued));
}

static void paint_bars(struct area box, const struct vote *vote)
{
	const struct {
		int64_t n;
		struct message word;
		enum style style;
	} bars[] = {
		{vote->ballots.votes_for, {.id = CTX("vote", "for")}, STYLE_GOOD},
		{vote->ballots.against, {.id = CTX("vote", "against")}, STYLE_BAD},
		{vote->ballots.abstain, TEXT("blank or void"), STYLE_CAUTION},
	};

	for (int i = 0; i < (int)ARRAY_LEN(bars); i++) {
		canvas_say(box, 1 + i, 2, 5, bars[i].style, ALIGN_END,
			MSG("{n}", A_INT("n", bars[i].n)));
		canvas_say(box, 1 + i, 8, 16, bars[i].style, ALIGN_START, bars[i].word);
		canvas_bar(box, 1 + i, 25, 40, bars[i].style, bars[i].n, vote->papers.found, -1);
	}
}

/* As of hands, but the chair's paper is secret like any other: what the chair declares, or nothing.
 */
static void paint_tie(struct desk *d, struct area work, const struct vote *vote)
{
	struct area box =
		canvas_sub(work, 3, 2, 11, canvas_at_most(canvas_sub(work, 0, 2, 0, -2), 74));
	const struct session *s = desk_session(d);
	const struct papers *p = &vote->papers;
	struct ballots b = vote->ballots;
	struct tally t = session_tally(s, vote);
	int row = 14;

	canvas_box(box, STYLE_CAUTION, TEXT("TIE"));
	paint_bars(box, vote);
	(void)canvas_wrap_say(canvas_sub(box, 0, 2, 0, box.cols - 4), 4, 2, STYLE_STRONG,
		MSG("Does the chair say which side their own vote was on? Then it prevails "
		    "({rule}).",
			A_MSG("rule", message_keep(&d->frame,
					      rules_standing(&s->rules, RULE_TIE, &d->frame)))));
	item_sides(d, box, 6, vote, b);
	canvas_say(box, 9, 2, -2, STYLE_DONE, ALIGN_START,
		TEXT("Not declared: Enter closes the vote, and it is not adopted."));
	row += canvas_wrap_say(work, row, work.rows - row, STYLE_TEXT,
		MSG("{for} for; {needed} needed of {base}", A_INT("for", b.votes_for),
			A_INT("needed", t.needed),
			A_MSG("base",
				message_keep(&d->frame, ballot_base(VOTE_SECRET, t, vote->rule)))));
	if (row < work.rows)
		(void)canvas_wrap_say(work, row, 1, STYLE_GOOD,
			reconciled(p->issued, p->found,
				b.votes_for + b.against + p->blank + p->spoiled,
				(int64_t)vote->voters.n));
}

void secret_paint(
	struct desk *d, struct area work, const struct item *item, const struct vote *vote)
{
	struct area box =
		canvas_sub(work, 3, 2, 8, canvas_at_most(canvas_sub(work, 0, 2, 0, -2), 74));
	const struct papers *p = &vote->papers;
	const struct session *s = desk_session(d);
	const struct {
		int64_t n;
		struct message word;
	} rows[] = {
		{p->issued, TEXT("papers issued")},
		{p->found, TEXT("papers found")},
		{vote->ballots.votes_for, (struct message){.id = CTX("vote", "for")}},
		{vote->ballots.against, (struct message){.id = CTX("vote", "against")}},
		{p->blank, TEXT("blank")},
		{p->spoiled, TEXT("void")},
	};
	int row;

	/* The row of who is recused is spare while nobody is. */
	row = item_heading(d, work, 0, item_recused(d, item).id ? 1 : 2, item, NO_MESSAGE);
	canvas_say(work, row, 0, 0, STYLE_TEXT, ALIGN_START,
		MSG("secret ballot — open since {time} · voters: {n}", A_TIME("time", vote->opened),
			A_INT("n", (int64_t)vote->voters.n)));
	if (item_recused(d, item).id)
		canvas_say(work, 2, 0, 0, STYLE_CAUTION, ALIGN_START, item_recused(d, item));
	if (!vote->counted) { /* nothing that looks like a field before there is one */
		canvas_wrap_say(work, 3, 4, STYLE_TEXT,
			TEXT("The ballot is going on. Once it is closed and the papers are "
			     "counted, Enter opens their form; so does the first figure typed: "
			     "papers issued, papers found, then for, against, blank, void."));
		canvas_wrap_say(work, 8, 2, STYLE_DONE,
			TEXT("Nothing of a single paper is ever recorded, only the totals."));
		return;
	}
	if (tied(s, vote)) {
		paint_tie(d, work, vote);
		return;
	}
	canvas_box(box, STYLE_DONE, TEXT("Papers"));
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		int at = (int)i + 1;

		canvas_say(box, at, 2, 20, STYLE_STRONG, ALIGN_START, rows[i].word);
		canvas_say(
			box, at, 22, 6, STYLE_TEXT, ALIGN_END, MSG("{n}", A_INT("n", rows[i].n)));
	}
	row = 11;
	row += canvas_wrap_say(work, row, 2, STYLE_GOOD,
		reconciled(p->issued, p->found,
			vote->ballots.votes_for + vote->ballots.against + p->blank + p->spoiled,
			(int64_t)vote->voters.n));
	row += row + 5 <= work.rows; /* a blank row where all of it is seen all the same */
	row += canvas_wrap_say(work, row, 2, STYLE_TEXT,
		ballot_reason(vote->ballots, session_tally(s, vote), vote->rule, &d->frame));
	(void)canvas_wrap_say(work, row, 2, STYLE_DONE,
		TEXT("Nothing of a single paper is ever recorded, only the totals."));
}

/* --- the form --- */

static bool figure(const struct form_field *f, int64_t *n)
{
	*n = 0;
	return form_text(f).n == 0 || form_number(f, n);
}

static void live(struct desk *d)
{
	struct overlay *o = &d->over;
	int64_t n[FIGURES];

	/* Nothing adds up before anything is typed. */
	if (form_text(&o->fields[FOUND]).n == 0)
		return;
	for (int i = 0; i < FIGURES; i++) {
		if (!figure(&o->fields[i], &n[i]))
			return;
	}
	o->lines[0] = message_copy(
		&d->frame, reconciled(n[ISSUED], n[FOUND],
				   n[FOR] + n[AGAINST] + n[BLANK] + n[SPOILED], o->number));
}

static void figure_fields(struct desk *d, struct overlay *o, const struct vote *vote)
{
	const struct message labels[] = {TEXT("papers issued"), TEXT("papers found"),
		(struct message){.id = CTX("vote", "for")},
		(struct message){.id = CTX("vote", "against")}, TEXT("blank"), TEXT("void")};

	o->number = (int64_t)vote->voters.n;
	o->live = live;
	overlay_line(o, TEXT("Nothing of a single paper is ever recorded, only the totals."));
	for (int i = 0; i < FIGURES; i++)
		o->fields[i] = fields_number(labels[i], i < BLANK);
	(void)d;
}

static void set_figures(struct desk *d, struct overlay *o, const struct vote *vote)
{
	const struct papers *p = &vote->papers;

	fields_set_figure(
		d, &o->fields[ISSUED], vote->counted ? p->issued : (int64_t)vote->voters.n);
	if (!vote->counted)
		return;
	fields_set_figure(d, &o->fields[FOUND], p->found);
	fields_set_figure(d, &o->fields[FOR], vote->ballots.votes_for);
	fields_set_figure(d, &o->fields[AGAINST], vote->ballots.against);
	fields_set_figure(d, &o->fields[BLANK], p->blank);
	fields_set_figure(d, &o->fields[SPOILED], p->spoiled);
}

/* The figures that wait for an answer. */
static struct command waiting(struct desk *d)
{
	const struct grammar_day day = {{0, 0, 0}, 0};
	struct command c;
	struct message why;

	if (grammar_parse(arena_str(&d->frame, d->over.command), day, &c, &why, &d->frame) !=
		GRAMMAR_COMMAND)
		c = command_of(CMD_VOTE_BALLOTS);
	return c;
}

static bool missing_chosen(struct desk *d, int digit)
{
	struct command c = waiting(d);

	if (digit != 1)
		return true; /* the form is there again */
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

/* Papers that were given out and are not in the urn: a slip of the finger, or worth a question. */
static void ask_missing(struct desk *d, const struct command *c)
{
	const struct vote_ballots *v = &c->arg.vote_ballots;
	struct str line = grammar_print(c, &d->frame);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Papers are missing"));

	o->command = arena_str(&o->arena, line);
	overlay_line(o, MSGN_WITH("{n} paper is missing: {issued} issued, {found} found.",
				"{n} papers are missing: {issued} issued, {found} found.",
				v->issued - v->found, A_INT("issued", v->issued),
				A_INT("found", v->found)));
	overlay_choice(o, 1, TEXT("it is so: record it"));
	overlay_choice(o, 2, TEXT("correct the figures"));
	o->panel.confirm = true;
	o->chosen = missing_chosen;
}

/* What is no number stays 0: the sums then do not agree, and that is said. */
static struct vote_ballots figures_typed(const struct form_field *f)
{
	struct vote_ballots v = {0};

	(void)figure(&f[ISSUED], &v.issued);
	(void)figure(&f[FOUND], &v.found);
	(void)figure(&f[FOR], &v.votes_for);
	(void)figure(&f[AGAINST], &v.against);
	(void)figure(&f[BLANK], &v.blank);
	(void)figure(&f[SPOILED], &v.spoiled);
	return v;
}

static const struct field_code paper_codes[] = {
	{"too-many-issued", ISSUED}, {"too-many-found", FOUND}, {"no-note", FIGURES},
	{"side-figures", SIDE}, /* of a correction */
};

static bool submit_papers(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_VOTE_BALLOTS);
	struct vote_ballots *v = &c.arg.vote_ballots;

	*v = figures_typed(f);
	if (!fields_take(d, &f[FIGURES], &v->note))
		return false;
	/* Figures that do not add up are refused first: the missing papers may be one of them. */
	if (v->found < v->issued && (v->found || v->note.n) && v->issued <= d->over.number &&
		v->votes_for + v->against + v->blank + v->spoiled == v->found) {
		ask_missing(d, &c);
		return false;
	}
	return fields_act_in(d, &c, paper_codes, ARRAY_LEN(paper_codes));
}

void form_papers(struct desk *d)
{
	const struct vote *vote = session_open_vote(desk_session(d));
	struct overlay *o;

	if (!vote || vote->kind != VOTE_SECRET)
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Papers of the secret ballot"));
	figure_fields(d, o, vote);
	overlay_secret(o);
	o->fields[FIGURES] = fields_text(TEXT("remark"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	set_figures(d, o, vote);
	o->form.focus = ISSUED; /* where the eye begins: what is proposed there is typed over */
	o->submit = submit_papers;
}

static bool submit_mend(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_VOTE_CORRECT);
	struct vote_correct *v = &c.arg.vote_correct;
	struct vote_ballots n = figures_typed(f);

	v->vote = session_vote_named(desk_session(d), d->question.mend_vote);
	v->issued = n.issued;
	v->found = n.found;
	v->votes_for = n.votes_for;
	v->against = n.against;
	v->blank = n.blank;
	v->spoiled = n.spoiled;
	v->side = (int)f[SIDE].chosen;
	if (!fields_take(d, &f[REASON], &v->reason))
		return false;
	if (voting_correct(d, session_vote(desk_session(d), d->question.mend_vote), &c))
		return true;
	fields_refused(d, paper_codes, ARRAY_LEN(paper_codes));
	return false;
}

void secret_correct(struct desk *d, const struct vote *vote, struct message title)
{
	static const struct message sides[] = {
		{.id = N_("not declared")},
		{.id = CTX("vote", "for")},
		{.id = CTX("vote", "against")},
		{.id = CTX("vote", "abstaining")},
	};
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, title);

	figure_fields(d, o, vote);
	overlay_secret(o);
	o->fields[SIDE] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("chair's side in a tie"),
		.choices = sides,
		.choices_n = ARRAY_LEN(sides),
		.chosen = (size_t)vote->side};
	o->fields[REASON] = fields_text(TEXT("reason"), lang_direction(d->lang), true);
	overlay_form_ready(o);
	set_figures(d, o, vote);
	o->submit = submit_mend;
}

struct message secret_step_line(const struct desk *d)
{
	return d->figures_lost && d->acts == 0 ? TEXT("Type the figures of the count sheet again")
					       : NO_MESSAGE;
}

/* --- keys --- */

/* Whoever begins with a digit counts anew: figures that waited are there, each is typed over. */
static void type_over(struct overlay *o)
{
	o->form.focus = ISSUED;
	for (size_t i = ISSUED; i < FIGURES; i++)
		o->fields[i].proposed = form_text(&o->fields[i]).n > 0;
}

bool secret_key(struct desk *d, struct meaning meaning, const struct vote *vote)
{
	struct command c = command_of(CMD_VOTE_SIDE);

	if (meaning.bind == BIND_DIGIT && !vote->counted) {
		form_papers(d);
		draft_tick(d);
		type_over(&d->over);
		desk_overlay_key(d, PRESS_CHAR_OF((uint32_t)('0' + meaning.digit)));
		return true;
	}
	if (!tied(desk_session(d), vote))
		return false;
	if (meaning.bind == BIND_FOR)
		c.arg.vote_side.value = VALUE_FOR;
	else if (meaning.bind == BIND_AGAINST)
		c.arg.vote_side.value = VALUE_AGAINST;
	else if (meaning.bind == BIND_ABSTAIN)
		c.arg.vote_side.value = VALUE_ABSTAIN;
	else
		return false;
	(void)desk_act(d, &c);
	return true;
}

/* --- opening one --- */

static void opened(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_VOTE_OPEN);

	c.arg.vote_open.kind = VOTE_SECRET;
	c.arg.vote_open.reason = reason;
	(void)desk_act(d, &c);
}

void secret_open(struct desk *d)
{
	desk_ask_reason(d, TEXT("A secret ballot"),
		TEXT("Votes are public by the rule: the reason of the exception stands in the "
		     "minutes."),
		REASONS_SECRET, opened);
}
