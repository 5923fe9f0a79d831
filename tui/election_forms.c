/* Forms of an election: opening one, counting papers, deciding a tie, withdrawing, voiding, and
 * putting the office into the chamber's register. */
#include "tui/item_parts.h"

#include "locale/text.h"
#include "model/ballot.h"
#include "model/describe.h"
#include "tui/fields.h"
#include "tui/voting.h"

#include <string.h>

#define PAPERS_MOST 99999

static const struct election *shown(const struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct item *item =
		s ? session_item(s, s->open_item ? s->open_item : s->last_item) : NULL;

	return item ? item_election(item) : NULL;
}

/* Numbers with anything but digits between them, up to STOP or the end; false: too many or too
 * large. *AT moves behind what was read. */
static bool take_numbers(
	struct desk *d, struct str text, size_t *at, char stop, struct numbers *out)
{
	int32_t *list = ARENA_ARRAY(&d->frame, int32_t, ELECTION_MOST);
	size_t n = 0;

	while (*at < text.n && text.p[*at] != stop) {
		int64_t v = 0;
		char c = text.p[*at];

		if (c < '0' || c > '9') {
			++*at;
			continue;
		}
		for (; *at < text.n && text.p[*at] >= '0' && text.p[*at] <= '9'; ++*at)
			v = v > 99999 ? v : v * 10 + (text.p[*at] - '0');
		if (n == ELECTION_MOST || v > 99999)
			return false;
		list[n++] = (int32_t)v;
	}
	if (*at < text.n)
		++*at;
	*out = (struct numbers){list, n};
	return true;
}

static bool numbers_field(
	struct desk *d, struct form_field *f, char stop, size_t *at, struct numbers *out)
{
	if (take_numbers(d, text_western_digits(form_text(f), &d->frame), at, stop, out))
		return true;
	f->problem = TEXT("Numbers only, with blanks between.");
	return false;
}

/* --- opening --- */

enum { POST, CANDIDATES, BALLOT, REASON, ENDORSED, RANK, NAME_AR, NAME_FR };

/* Alone, or lists with a stroke between them. */
static bool take_candidates(struct desk *d, struct form_field *f, struct election_open *c)
{
	struct numbers *const lists[] = {&c->list1, &c->list2, &c->list3, &c->list4};
	struct str text = text_western_digits(form_text(f), &d->frame);
	size_t at = 0, n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '/';
	if (n == 0)
		return numbers_field(d, f, '\0', &at, &c->candidates);
	if (n >= ARRAY_LEN(lists)) {
		f->problem = TEXT("At most four lists.");
		return false;
	}
	for (size_t i = 0; i <= n; i++) {
		if (!numbers_field(d, f, '/', &at, lists[i]))
			return false;
	}
	return true;
}

static bool submit_opening(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ELECTION_OPEN);
	struct election_open *o = &c.arg.election_open;
	const struct field_code codes[] = {
		{"no-post", POST},
		{"no-candidates", CANDIDATES},
		{"too-many-candidates", CANDIDATES},
		{"unknown-member", CANDIDATES},
		{"two-lists", CANDIDATES},
		{"no-reason", REASON},
		{"not-candidate", ENDORSED},
		{"no-name", NAME_AR},
	};
	size_t at = 0;

	o->post = (int)f[POST].chosen;
	if (!form_number(&f[RANK], &o->rank))
		o->rank = 0;
	o->secret = f[BALLOT].chosen == 1;
	if (!fields_take(d, &f[NAME_AR], &o->name_ar) ||
		!fields_take(d, &f[NAME_FR], &o->name_fr) ||
		!take_candidates(d, &f[CANDIDATES], o) ||
		!numbers_field(d, &f[ENDORSED], '\0', &at, &o->endorsed) ||
		!fields_take(d, &f[REASON], &o->reason))
		return false;
	return fields_act_in(d, &c, codes, ARRAY_LEN(codes));
}

void form_election(struct desk *d)
{
	static const struct message ballots[] = {
		{.id = N_("public, by name")}, {.id = N_("secret, by papers")}};
	struct overlay *o;

	if (!desk_offered(d, CMD_ELECTION_OPEN))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Open an election"));
	o->fields[POST] = fields_choice(o, TEXT("post"), post_names);
	o->fields[POST].chosen = o->fields[POST].choices_n; /* no post is likelier than another */
	o->fields[POST].digits = 1;
	o->fields[RANK] = fields_number(TEXT("which of several"), false);
	o->fields[NAME_AR] = fields_text(TEXT("committee or post, Arabic"), DIR_RTL, false);
	o->fields[NAME_FR] = fields_text(TEXT("committee or post, French"), DIR_LTR, false);
	o->fields[CANDIDATES] = fields_code(TEXT("candidates: numbers"), true);
	o->fields[CANDIDATES].note = TEXT("Members in the order called; lists: 1 2 3 / 4 5 6");
	o->fields[ENDORSED] = fields_code(TEXT("endorsed: numbers"), false);
	o->fields[ENDORSED].note =
		TEXT("Candidates who showed a party's endorsement; which party is never noted.");
	o->fields[BALLOT] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("ballot"),
		.choices = ballots,
		.choices_n = ARRAY_LEN(ballots),
		.chosen = ballot_usual_kind(desk_session(d), NULL) == VOTE_SECRET};
	o->fields[REASON] = fields_text(TEXT("reason, if secret"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	o->submit = submit_opening;
}

/* --- the papers of a secret round --- */

/* Papers issued and found, a figure for each candidate of the round, blank and void papers; after
 * them the reason of a correction. */
enum { ISSUED, FOUND, FIRST };

/* The candidates it was opened for: the form may wait while the round is undone. */
static int64_t candidates_n(const struct desk *d)
{
	return d->over.number % 100;
}

static struct form_field *blank_field(struct desk *d)
{
	return &d->over.fields[FIRST + candidates_n(d)];
}

static int64_t figure(const struct form_field *f)
{
	int64_t n;

	return form_text(f).n && form_number(f, &n) ? n : 0;
}

static void live(struct desk *d)
{
	struct overlay *o = &d->over;
	struct form_field *f = o->fields, *blank = blank_field(d);
	int64_t found = figure(&f[FOUND]), sum = figure(&blank[0]) + figure(&blank[1]), n = 0;

	for (f = &o->fields[FIRST]; f < blank; f++) {
		n += form_text(f).n > 0;
		sum += figure(f);
	}
	o->lines[0] = MSG("{n} of {all} candidates · sum {sum}, found {found} {sign}",
		A_INT("n", n), A_INT("all", candidates_n(d)), A_INT("sum", sum),
		A_INT("found", found), A_STR("sign", sum == found ? STR("✓") : STR("✗")));
}

static bool take_votes(struct desk *d, struct numbers *out)
{
	size_t n = (size_t)candidates_n(d);
	int32_t *list = ARENA_ARRAY(&d->frame, int32_t, n);

	for (size_t i = 0; i < n; i++) {
		struct form_field *f = &d->over.fields[FIRST + i];
		int64_t votes = figure(f);

		if (votes < 0 || votes > PAPERS_MOST) {
			f->problem = MSG("from 0 to {most}", A_INT("most", PAPERS_MOST));
			return false;
		}
		list[i] = (int32_t)votes;
	}
	*out = (struct numbers){list, n};
	return true;
}

static bool submit_papers(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ELECTION_COUNT);
	struct election_count *o = &c.arg.election_count;

	if (!take_votes(d, &o->votes))
		return false;
	o->issued = figure(&f[ISSUED]);
	o->found = figure(&f[FOUND]);
	o->blank = figure(blank_field(d));
	o->spoiled = figure(blank_field(d) + 1);
	return fields_act(d, &c);
}

/* A figure stands beside the name it belongs to: in an order that nobody sees, the votes of one
 * candidate become those of another. */
static struct form_field *papers_fields(struct desk *d, struct overlay *o, const struct election *e)
{
	const struct election_round *r = election_round(e);
	struct form_field *f = &o->fields[FIRST];

	/* One round's figures are not proposed in another. */
	o->number = ((int64_t)e->id.n * 1000 + r->n) * 100 + (int64_t)r->running.n;
	overlay_line(o, TEXT("Nothing of a single paper is ever recorded, only the totals."));
	overlay_line(o, election_round_figures(desk_session(d), e, r, &d->frame));
	o->lines[1] = NO_MESSAGE;
	o->panel.lines_n = 1;
	o->fields[ISSUED] = fields_number(TEXT("papers issued"), true);
	o->fields[FOUND] = fields_number(TEXT("papers found"), true);
	for (size_t i = 0; i < r->running.n; i++)
		*f++ = fields_number(message_copy(&o->arena, election_candidate(desk_session(d), e,
								     r->running.at[i], &d->frame)),
			true);
	*f++ = fields_number(TEXT("blank"), false);
	*f++ = fields_number(TEXT("void"), false);
	return f;
}

void form_election_papers(struct desk *d)
{
	const struct election *e = session_open_election(desk_session(d));
	struct overlay *o;

	if (!e || !e->is.secret)
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Papers of the round"));
	(void)papers_fields(d, o, e);
	overlay_secret(o);
	overlay_form_ready(o);
	fields_set_number(d, &o->fields[ISSUED], (int64_t)election_round(e)->voters.n);
	o->form.focus = FOUND;
	o->live = live;
	o->submit = submit_papers;
}

/* --- correcting a counted round --- */

enum { WHOSE, CHOICE, WHY };

static bool submit_choice(struct desk *d)
{
	const struct election *e = shown(d);
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ELECTION_CORRECT);
	struct election_correct *o = &c.arg.election_correct;

	if (!e || !fields_take(d, &f[WHY], &o->reason))
		return false;
	(void)form_number(&f[WHOSE], &o->member);
	o->election = session_vote_named(desk_session(d), e->id);
	o->choice = f[CHOICE].chosen < election_round(e)->running.n
			    ? election_round(e)->running.at[f[CHOICE].chosen]
			    : CHOICE_BLANK;
	return fields_act(d, &c);
}

/* What is noted of the member whose number stands there. */
static void live_choice(struct desk *d)
{
	const struct election *e = shown(d);
	const struct session *s = desk_session(d);
	int64_t n = figure(&d->over.fields[WHOSE]);
	int32_t was = e ? round_choice(election_round(e), n) : CHOICE_NONE;

	d->over.lines[0] =
		was == CHOICE_NONE
			? TEXT("Whose choice was noted wrongly, and what it was.")
			: MSG("{who} was noted: {value}",
				  A_MSG("who", message_keep(&d->frame, describe_member(s, n))),
				  A_MSG("value",
					  message_keep(&d->frame,
						  was == CHOICE_BLANK
							  ? (struct message){.id = CTX("choice",
										     "blank")}
							  : election_candidate(
								    s, e, was, &d->frame))));
}

static void correct_choice(struct desk *d, const struct election *e)
{
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("Correct a choice"));
	const struct election_round *r = election_round(e);
	struct message *names = ARENA_ARRAY(&o->arena, struct message, r->running.n + 1);

	for (size_t i = 0; i < r->running.n; i++)
		names[i] = message_copy(&o->arena,
			election_candidate(desk_session(d), e, r->running.at[i], &d->frame));
	names[r->running.n] = (struct message){.id = CTX("choice", "blank")};
	overlay_line(o, TEXT("Whose choice was noted wrongly, and what it was."));
	o->fields[WHOSE] = fields_number(TEXT("member no."), true);
	o->fields[CHOICE] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("the choice was"),
		.choices = names,
		.choices_n = r->running.n + 1,
		.chosen = r->running.n + 1,
		.coded = true};
	o->fields[WHY] = fields_text(TEXT("reason"), lang_direction(d->lang), true);
	overlay_form_ready(o);
	o->live = live_choice;
	o->submit = submit_choice;
}

static bool submit_papers_again(struct desk *d)
{
	const struct election *e = shown(d);
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ELECTION_CORRECT);
	struct election_correct *o = &c.arg.election_correct;

	if (!e || !take_votes(d, &o->votes) || !fields_take(d, blank_field(d) + 2, &o->reason))
		return false;
	o->election = session_vote_named(desk_session(d), e->id);
	o->issued = figure(&f[ISSUED]);
	o->found = figure(&f[FOUND]);
	o->blank = figure(blank_field(d));
	o->spoiled = figure(blank_field(d) + 1);
	return fields_act(d, &c);
}

static void correct_papers(struct desk *d, const struct election *e)
{
	const struct election_counted *was = &election_round(e)->is;
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("Correct the figures"));

	*papers_fields(d, o, e) = fields_text(TEXT("reason"), lang_direction(d->lang), true);
	overlay_secret(o);
	overlay_form_ready(o);
	fields_set_number(d, &o->fields[ISSUED], was->issued);
	fields_set_number(d, &o->fields[FOUND], was->found);
	for (size_t i = 0; i < was->votes.n; i++)
		fields_set_figure(d, &o->fields[FIRST + i], was->votes.at[i]);
	fields_set_number(d, blank_field(d), was->blank);
	fields_set_number(d, blank_field(d) + 1, was->spoiled);
	o->form.focus = FIRST;
	o->live = live;
	o->submit = submit_papers_again;
}

void election_correct(struct desk *d)
{
	const struct election *e = shown(d);

	if (!e || !desk_offered(d, CMD_ELECTION_CORRECT))
		return;
	if (!election_round(e)->counted) {
		desk_say(d, TONE_BAD, TEXT("✗ The round is open: count it first."));
		return;
	}
	if (e->is.secret)
		correct_papers(d, e);
	else
		correct_choice(d, e);
}

/* --- ties, withdrawals --- */

/* A choice among the candidates who run; none is likelier than another. */
static struct form_field running_field(
	struct desk *d, struct overlay *o, const struct election *e, struct message label)
{
	struct message *names = ARENA_ARRAY(&o->arena, struct message, e->candidates.n);
	size_t n = 0;

	for (size_t i = 0; i < e->candidates.n; i++) {
		if (!e->candidates.at[i].withdrawn)
			names[n++] = message_copy(&o->arena,
				election_candidate(desk_session(d), e, (int64_t)i + 1, &d->frame));
	}
	return (struct form_field){.kind = FORM_CHOICE,
		.label = label,
		.choices = names,
		.choices_n = n,
		.chosen = n,
		.coded = true};
}

static int64_t running_chosen(const struct election *e, size_t chosen)
{
	for (size_t i = 0; i < e->candidates.n; i++) {
		if (!e->candidates.at[i].withdrawn && chosen-- == 0)
			return (int64_t)i + 1;
	}
	return 0;
}

/* The fields of the form of a tie. */
enum { T_BY, T_WHO, T_NOTE };

/* What the form says, without the note. */
static struct command tie_typed(struct desk *d)
{
	const struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ELECTION_DECIDE);

	c.arg.election_decide.by = (int)f[T_BY].chosen;
	c.arg.election_decide.elected = running_chosen(shown(d), f[T_WHO].chosen);
	return c;
}

/* What comes of it as it is filled in, or why it cannot be; nothing while one of the two is not
 * chosen. */
static void paint_elected(struct desk *d, struct area area)
{
	const struct election *e = shown(d);
	const struct form_field *f = d->over.fields;
	struct command c;
	struct decision would;
	struct message what;

	if (!e || f[T_BY].chosen >= f[T_BY].choices_n || f[T_WHO].chosen >= f[T_WHO].choices_n)
		return;
	c = tie_typed(d);
	c.arg.election_decide.note = form_text(&f[T_NOTE]);
	would = desk_would(d, &c);
	/* How the lot was drawn is the last field. */
	if (would.verdict == VERDICT_REFUSED && strcmp(would.code, "no-procedure") != 0) {
		canvas_wrap_say(
			area, 0, area.rows, STYLE_BAD, MSG("✗ {why}", A_MSG("why", &would.why)));
		return;
	}
	what = election_by(desk_session(d), e, c.arg.election_decide.elected,
		c.arg.election_decide.by, &d->frame);
	canvas_wrap_say(area, 0, area.rows, STYLE_STRONG,
		MSG("→ {what}", A_MSG("what", message_keep(&d->frame, what))));
}

static bool submit_tie(struct desk *d)
{
	static const struct field_code codes[] = {
		{"no-procedure", T_NOTE}, {"not-by-lot", T_NOTE}, {"not-tied", T_WHO}};
	struct form_field *f = d->over.fields;
	struct command c = tie_typed(d);

	if (!fields_take(d, &f[T_NOTE], &c.arg.election_decide.note))
		return false;
	return fields_act_in(d, &c, codes, ARRAY_LEN(codes));
}

/* What the rule names, in its order; nothing when it names nothing. */
static struct message ladder_words(const struct session *s, struct arena *a)
{
	const struct rule_list *ladder = &s->rules.election_tie;
	struct message *list = ARENA_ARRAY(a, struct message, ladder->n + 1);

	for (size_t i = 0; i < ladder->n; i++)
		list[i] = name_label(election_tie_names, ladder->at[i]);
	return ladder->n ? MSG("The rule names, in this order: {list}.",
				   A_LIST("list", list, ladder->n))
			 : TEXT("The rule names nothing that decides.");
}

void form_election_tie(struct desk *d)
{
	const struct election *e = shown(d);
	struct overlay *o;

	if (!e || !desk_offered(d, CMD_ELECTION_DECIDE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Decide the tie"));
	overlay_line(o, TEXT("What the rule names first decides, unless it is equal as well."));
	overlay_line(o, ladder_words(desk_session(d), &d->frame));
	overlay_line(o, TEXT("No birth dates are registered: who is the oldest or the youngest is "
			     "known to the assembly only."));
	/* Both are the assembly's to say: nothing is chosen for it. */
	o->fields[T_BY] = fields_choice(o, TEXT("what decides"), election_tie_names);
	o->fields[T_BY].chosen = o->fields[T_BY].choices_n;
	o->fields[T_BY].stacked = true;
	o->fields[T_WHO] = running_field(d, o, e, TEXT("who is elected"));
	o->fields[T_NOTE] =
		fields_text(TEXT("a lot: how it was drawn"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	o->beside = paint_elected;
	o->beside_rows = 1; /* as many as there is room for in French on 24 rows */
	o->submit = submit_tie;
}

static bool submit_leave(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_ELECTION_LEAVE);

	c.arg.election_leave.candidate = running_chosen(shown(d), f[0].chosen);
	if (!fields_take(d, &f[1], &c.arg.election_leave.reason))
		return false;
	return fields_act(d, &c);
}

void election_leave(struct desk *d)
{
	const struct election *e = shown(d);
	struct overlay *o;

	if (!e || !desk_offered(d, CMD_ELECTION_LEAVE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A candidate withdraws"));
	o->fields[0] = running_field(d, o, e, TEXT("who withdraws"));
	o->fields[1] = fields_text(TEXT("reason"), lang_direction(d->lang), false);
	overlay_form_ready(o);
	o->submit = submit_leave;
}

/* What comes next in the election: its next round, its tie, or one to another post. */
void election_next(struct desk *d)
{
	const struct election *e = shown(d);

	if (e && e->state == ELECTION_WAITS)
		(void)desk_act_plain(d, CMD_ELECTION_OPEN);
	else if (e && e->state == ELECTION_IS_TIED)
		form_election_tie(d);
	else
		form_election(d);
}

static void void_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_ELECTION_VOID);
	const struct election *e = shown(d);

	if (e)
		c.arg.election_void.vote = session_vote_named(desk_session(d), e->id);
	c.arg.election_void.reason = reason;
	voting_void(d, &c, e && election_round(e)->ever_announced);
}

void election_void(struct desk *d)
{
	if (desk_offered(d, CMD_ELECTION_VOID))
		desk_ask_reason(d, TEXT("Void the election"),
			TEXT("It stays in the record as void; it can then be repeated."),
			REASONS_VOID, void_done);
}

/* --- the office in the register --- */

/* The member elected to an office the register knows, else NULL. */
static const struct member *new_holder(struct desk *d, enum office *office)
{
	const struct election *e = shown(d);
	const struct chamber *c = register_world(d->r)->chamber;
	const struct election_candidate *who;

	if (!e || !e->elected || post_office(e->is.post) == OFFICE_MEMBER || !c)
		return NULL;
	who = &e->candidates.at[e->elected - 1].is;
	*office = post_office(e->is.post);
	for (size_t i = 0; who->members.n == 1 && i < c->members.n; i++) {
		if (c->members.at[i].number == who->members.at[0])
			return &c->members.at[i];
	}
	return NULL;
}

static bool office_chosen(struct desk *d, int digit)
{
	enum office office;
	const struct member *m = new_holder(d, &office);
	struct command c = command_of(CMD_MEMBER_REGISTER);

	desk_close_overlay(d);
	if (digit != 1 || !m)
		return false;
	c.arg.member_register = *m;
	c.arg.member_register.office = (int)office;
	(void)desk_act(d, &c);
	return false;
}

void election_office(struct desk *d)
{
	enum office office;
	const struct member *m = new_holder(d, &office);
	struct member holder;
	struct overlay *o;

	if (!m) {
		desk_say(d, TONE_BAD,
			TEXT("✗ Nobody is elected here to an office the register knows."));
		return;
	}
	holder = *m;
	holder.office = (int)office;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("The office in the register"));
	overlay_line(o, MSG("{who}: {office}",
				A_MSG("who", message_keep(&d->frame,
						     describe_member(desk_session(d), m->number))),
				A_MSG("office", message_keep(&d->frame, member_office(&holder)))));
	overlay_line(
		o, TEXT("From the next session on. Whoever held it until now is changed on the "
			"list of members."));
	overlay_choice(o, 1, TEXT("enter it in the register"));
	overlay_choice(o, 2, TEXT("leave it"));
	o->chosen = office_chosen;
}
