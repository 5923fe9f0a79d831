/* The vote by name: all for, then the exceptions; the names are read back before it is closed. */
#include "tui/item_parts.h"

#include "model/attendance.h"
#include "model/describe.h"
#include "model/presence.h"
#include "model/roll.h"
#include "tui/title.h"

#include <string.h>

struct look_of {
	const char *symbol;
	const struct message *word;
	enum style style;
};

static struct look_of look_of(enum vote_value value)
{
	static const struct message against = {.id = CTX("vote", "against")},
				    abstains = {.id = CTX("vote", "abst.")};

	switch (value) {
	case VALUE_NONE:
		return (struct look_of){"·", NULL, STYLE_TEXT};
	case VALUE_FOR:
		return (struct look_of){"✓", NULL, STYLE_GOOD};
	case VALUE_AGAINST:
		return (struct look_of){"✗", &against, STYLE_BAD_ROW};
	case VALUE_ABSTAIN:
		return (struct look_of){"○", &abstains, STYLE_CAUTION_ROW};
	}
	return (struct look_of){"", NULL, STYLE_TEXT};
}

/* Why somebody on the list does not vote. */
static struct look_of no_voter(const struct session *s, const struct vote *vote, int64_t number)
{
	static const struct message recused = {.id = N_("recused")};

	if (session_recused(s, vote->id.item, number))
		return (struct look_of){"⊘", &recused, STYLE_OFF};
	return (struct look_of){"–", NULL, STYLE_OFF};
}

/* The members as the grid has them: by number; in a roll call as they are called, then who has no
 * vote. Both lists go up by number, so that one walk finds who is in the one and not in the other.
 */
static const int32_t *rows(struct desk *d, const struct vote *vote)
{
	const struct session *s = desk_session(d);
	int32_t *list = ARENA_ARRAY(&d->frame, int32_t, s->seats.n + 1);
	bool all_there = vote->order.n == vote->voters.n; /* nobody of the order has left */
	size_t n = 0, v = 0;

	if (all_there && vote->order.n) {
		memcpy(list, vote->order.at, vote->order.n * sizeof *list);
		n = vote->order.n;
	}
	for (size_t i = 0; !all_there && i < vote->order.n; i++) {
		if (vote_has(vote, vote->order.at[i]))
			list[n++] = vote->order.at[i];
	}
	for (size_t i = 0; i < s->seats.n; i++) {
		int32_t number = (int32_t)s->seats.at[i].member.number;

		while (vote->sorted && v < vote->voters.n && vote->voters.at[v] < number)
			v++;
		if (!vote->order.n ||
			!(vote->sorted ? v < vote->voters.n && vote->voters.at[v] == number
				       : vote_has(vote, number)))
			list[n++] = number;
	}
	return list;
}

static void show_cursor(struct desk *d, const int32_t *list, int64_t number)
{
	for (size_t i = 0; i < desk_session(d)->seats.n; i++) {
		if (list[i] == number) {
			d->votes.focus = i;
			d->votes.cursor = true;
			return;
		}
	}
}

/* A roll call always stands at somebody: whoever is called next. */
static void follow_call(struct desk *d, const struct vote *vote)
{
	bool new = d->votes_of.item != vote->id.item || d->votes_of.n != vote->id.n;

	if (new) {
		d->votes.cursor = false;
		d->votes_of = vote->id;
	}
	if (vote->kind == VOTE_ROLL_CALL && !d->votes.cursor && !d->entry.digits)
		show_cursor(d, rows(d, vote), roll_next(vote, vote->last_marked));
}

/* Where votes are weighed, how many the member has stands behind the name. PLACE: among those who
 * vote, or below 0. */
static struct str voter_name(struct desk *d, const struct vote *vote, int64_t number, long place)
{
	struct str name =
		both_pick(attendance_name(desk_session(d), number, ATTENDANCE_NOW), d->lang);
	struct builder b;

	if (!vote->rule.weighed || place < 0)
		return name;
	builder_init(&b, &d->frame);
	builder_add(&b, STR("×"));
	builder_add_int(&b, vote->weights[place]);
	builder_add(&b, STR(" "));
	builder_add(&b, name);
	return builder_str(&b);
}

struct shown {
	struct desk *d;
	const struct vote *vote;
	const int32_t *rows;
};

static struct grid_entry entry_at(void *context, size_t i)
{
	static const struct message replaced = {.id = N_("subst.")};
	const struct shown *shown = context;
	const struct vote *vote = shown->vote;
	int64_t number = shown->rows[i];
	long place = vote_place(vote, number);
	struct look_of look = place >= 0 ? look_of(vote->marks[place])
					 : no_voter(desk_session(shown->d), vote, number);

	if (!look.word && place >= 0 && vote->holders[place])
		look.word = desk_by_proxy(shown->d, vote->holders[place]);
	else if (!look.word && session_substitute(desk_session(shown->d), number))
		look.word = &replaced;
	return (struct grid_entry){
		.number = desk_number(shown->d, number),
		.name = voter_name(shown->d, vote, number, place),
		.symbol = look.symbol,
		.word = look.word,
		.style = look.style,
		.candidate = desk_entry_fits(shown->d, number),
	};
}

static void paint_grid(struct desk *d, struct area area, const struct vote *vote)
{
	struct shown shown = {d, vote, rows(d, vote)};

	follow_call(d, vote);
	d->votes.count = desk_session(d)->seats.n;
	d->votes.says = desk_grid_says(d, vote->id);
	grid_draw(&d->votes, area, entry_at, &shown);
}

/* What the next number votes: what a letter has said; without one, once everybody has voted,
 * numbers are exceptions to "all for". VALUE_NONE: nothing was said yet, and no number may mean a
 * vote. In a roll call each is asked. */
static enum vote_value side_on(const struct desk *d, const struct vote *vote)
{
	if (vote->kind == VOTE_ROLL_CALL)
		return VALUE_NONE;
	if (d->entry.chosen)
		return (enum vote_value)d->entry.brush;
	return vote_missing(vote) ? VALUE_NONE : VALUE_AGAINST;
}

static struct message side_word(enum vote_value side)
{
	static const char *const words[] = {
		"", CTX("brush", "FOR ✓"), CTX("brush", "AGAINST ✗"), CTX("brush", "ABSTAINS ○")};

	return (struct message){.id = words[side]};
}

/* The bar says what the next number does; and what to say first, before it may do anything. */
static struct message entry_word(const struct desk *d, const struct vote *vote)
{
	enum vote_value side = side_on(d, vote);

	if (vote->kind == VOTE_ROLL_CALL)
		return TEXT(CTX("out of turn", "CALL"));
	if (side != VALUE_NONE)
		return side_word(side);
	return MSG("FIRST {all}, {for}, {against} OR {abstain}",
		A_STR("all", keymap_face(BIND_ALL, d->lang)),
		A_STR("for", keymap_face(BIND_FOR, d->lang)),
		A_STR("against", keymap_face(BIND_AGAINST, d->lang)),
		A_STR("abstain", keymap_face(BIND_ABSTAIN, d->lang)));
}

static void say_side_first(struct desk *d)
{
	desk_hint(d, MSG("! First the vote: {all} all for · {for} for, {against} against, "
			 "{abstain} abstains; then the number.",
			     A_STR("all", keymap_face(BIND_ALL, d->lang)),
			     A_STR("for", keymap_face(BIND_FOR, d->lang)),
			     A_STR("against", keymap_face(BIND_AGAINST, d->lang)),
			     A_STR("abstain", keymap_face(BIND_ABSTAIN, d->lang))));
}

static void paint_entry(struct desk *d, struct area work, int row, const struct vote *vote)
{
	static const enum style styles[] = {
		STYLE_ENTRY, STYLE_ENTRY_GOOD, STYLE_ENTRY_BAD, STYLE_ENTRY_CAUTION};
	int at = desk_paint_entry(d, work, row, styles[side_on(d, vote)], entry_word(d, vote));

	canvas_cursor(work, row, at);
	item_needed(d, work, row, at + 2, vote, vote_ballots(vote));
}

/* What is voted: in rows that the grid leaves, else in the line under it where there is one. Of
 * an amendment the heading tells. Returns the rows of its own. */
static int paint_matter(struct desk *d, struct area work, const struct item *item, int line)
{
	size_t n = desk_session(d)->seats.n;
	int at = 4, rows = line - 1;

	if (grid_fits(n, rows - 1, work.cols))
		return title_wrap(
			work, 1, grid_fits(n, rows - 2, work.cols) ? 2 : 1, STYLE_STRONG, item);
	at += canvas_text(work, line, at, -at, STYLE_TEXT, ALIGN_START,
		both_pick(title_within(d->canvas, item, work.cols - 2 * at), d->lang));
	canvas_fill(work, line, 3, 1, 1, STYLE_TEXT);
	canvas_fill(work, line, at, 1, 1, STYLE_TEXT);
	return 0;
}

void named_paint(struct desk *d, struct area work, const struct item *item, const struct vote *vote)
{
	struct message missing = MSG("not voted yet: {n}", A_INT("n", vote_missing(vote)));
	struct shown shown = {d, vote, rows(d, vote)};
	struct message extent;
	int bottom, lines, own = 0;
	struct message readback;
	bool line;

	if (readback_paint(d, work, vote))
		return;
	lines = item_readback_rows(d, canvas_sub(work, 1, 0, work.rows - 4, 0));
	readback = item_readback(d, vote, work.cols, lines);
	lines = readback.id ? canvas_wrap_rows(d->canvas, readback, work.cols) : 1;
	bottom = work.rows - 2 - lines;
	/* The line between gives way: no name may scroll out of sight for it. */
	line = grid_fits(desk_session(d)->seats.n, bottom - 2, work.cols);
	if (line)
		canvas_hline(work, bottom - 1, 0, 0, STYLE_DONE);
	if (line && !vote->motion && item)
		own = paint_matter(d, work, item, bottom - 1);
	paint_grid(d, canvas_sub(work, 1 + own, 0, bottom - 1 - line - own, 0), vote);
	extent = grid_extent(&d->votes, entry_at, &shown);
	if (extent.id)
		missing = MSG("{extent} · {missing}",
			A_MSG("extent", message_keep(&d->frame, extent)),
			A_MSG("missing", message_keep(&d->frame, missing)));
	(void)item_heading(d, canvas_sub(work, 0, 0, 1, -2 - canvas_say_width(d->canvas, missing)),
		0, 1, item,
		vote->kind == VOTE_ROLL_CALL ? MSG("PUBLIC VOTE BY ROLL CALL — open since {time}",
						       A_TIME("time", vote->opened))
					     : MSG("PUBLIC VOTE BY NAME — open since {time}",
						       A_TIME("time", vote->opened)));
	canvas_say(
		work, 0, 0, 0, vote_missing(vote) ? STYLE_CAUTION : STYLE_GOOD, ALIGN_END, missing);
	item_bars(d, work, bottom, vote_ballots(vote), vote_voices(vote));
	if (readback.id)
		(void)canvas_wrap_say(work, bottom + 1, lines, STYLE_STRONG, readback);
	paint_entry(d, work, work.rows - 1, vote);
}

static void cast(struct desk *d, const struct vote *vote, int64_t number)
{
	int32_t *one = arena_take(&d->frame, sizeof *one);
	struct command c = command_of(CMD_VOTE_CAST);

	*one = (int32_t)number;
	c.arg.vote_cast = (struct vote_cast){{one, 1}, side_on(d, vote)};
	(void)desk_act(d, &c);
}

/* The one under the cursor, exactly so; then on to the next: in a roll call to whoever is called
 * next, else one place down. */
static void cast_here(struct desk *d, const struct vote *vote, enum vote_value value)
{
	int32_t *one = arena_take(&d->frame, sizeof *one);
	const int32_t *list = rows(d, vote);
	struct command c = command_of(CMD_VOTE_CAST);

	*one = list[d->votes.focus];
	c.arg.vote_cast = (struct vote_cast){{one, 1}, value};
	if (vote_mark(vote, *one) != value && !desk_act(d, &c))
		return;
	vote = session_open_vote(desk_session(d));
	if (vote->kind != VOTE_ROLL_CALL) {
		if (d->votes.focus + 1 < desk_session(d)->seats.n)
			d->votes.focus++;
	} else if (vote_missing(vote)) {
		show_cursor(d, list, roll_next(vote, *one)); /* a mark moves nobody */
	}
}

static void ask_side(struct desk *d, int64_t number)
{
	const struct message *who =
		message_keep(&d->frame, describe_sitter(desk_session(d), number, ATTENDANCE_NOW));

	desk_hint(d, MSG("{who}: for, against or abstaining?", A_MSG("who", who)));
}

/* A number or a name in a roll call is who is called out of turn; and a name before any side was
 * said is whom the next letter is about. */
static void chosen(struct desk *d, const struct vote *vote, int64_t number)
{
	if (side_on(d, vote) == VALUE_NONE && vote_has(vote, number)) {
		show_cursor(d, rows(d, vote), number);
		ask_side(d, number);
	} else {
		cast(d, vote, number);
	}
}

static struct str words(struct desk *d, size_t i)
{
	const int32_t *list = rows(d, session_open_vote(desk_session(d)));

	return desk_both(d, attendance_name(desk_session(d), list[i], ATTENDANCE_NOW));
}

static struct message hit(struct desk *d, size_t i)
{
	const int32_t *list = rows(d, session_open_vote(desk_session(d)));

	return describe_sitter(desk_session(d), list[i], ATTENDANCE_NOW);
}

static void take(struct desk *d, size_t i)
{
	const struct vote *vote = session_open_vote(desk_session(d));

	chosen(d, vote, rows(d, vote)[i]);
}

static struct message does(struct desk *d, size_t i)
{
	const struct vote *vote = session_open_vote(desk_session(d));

	if (side_on(d, vote) == VALUE_NONE)
		return NO_MESSAGE;
	return MSG("{who}: {what}", A_MSG("who", message_keep(&d->frame, hit(d, i))),
		A_MSG("what", message_keep(&d->frame, side_word(side_on(d, vote)))));
}

struct finder named_finder(struct desk *d)
{
	return (struct finder){.count = desk_session(d)->seats.n,
		.words = words,
		.grid = &d->votes,
		.take = take,
		.hit = hit,
		.does = does};
}

static enum vote_value side_of(enum bind bind)
{
	return bind == BIND_FOR       ? VALUE_FOR
	       : bind == BIND_AGAINST ? VALUE_AGAINST
	       : bind == BIND_ABSTAIN ? VALUE_ABSTAIN
				      : VALUE_NONE;
}

/* A letter: for whoever is under the cursor, and for the numbers that follow. One that has dropped
 * half a number marks nobody. */
static void take_letter(struct desk *d, struct press press, enum bind bind, const struct vote *vote)
{
	bool marks = d->votes.cursor && !d->entry.dropped, turns = vote->kind != VOTE_ROLL_CALL;
	enum vote_value value = side_of(bind);
	uint64_t said = d->said;

	if (turns)
		said_keep(d, value);
	if (marks && !desk_letter_just_now(d, press, bind))
		cast_here(d, vote, value);
	if (turns && d->said == said)
		desk_entry_turned(d, side_word(value));
	else if (!turns && !marks && d->votes.cursor)
		ask_side(d, rows(d, vote)[d->votes.focus]);
}

static void all_marked(struct desk *d)
{
	if (d->entry.chosen)
		said_forget(d);
}

static void all_for(struct desk *d)
{
	struct command c = command_of(CMD_VOTE_ALL);

	c.arg.vote_all.value = VALUE_FOR;
	desk_act_then(d, &c, all_marked);
}

static bool all_chosen(struct desk *d, int digit)
{
	desk_close_overlay(d);
	if (digit == 1)
		all_for(d);
	return false;
}

/* In a roll call each is called: to fill the rest is not what one key does. */
void named_all(struct desk *d, const struct vote *vote)
{
	struct overlay *o;

	if (desk_number_begun(d))
		return;
	if (vote->kind != VOTE_ROLL_CALL || !vote_missing(vote)) {
		all_for(d);
		return;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("The roll call is not over"));
	overlay_line(o, MSGN("{n} member has not been called.", "{n} members have not been called.",
				(int64_t)vote_missing(vote)));
	overlay_choice(o, 1, TEXT("note all of them as “for”"));
	overlay_choice(o, 2, TEXT("go on calling"));
	o->panel.confirm = true;
	o->chosen = all_chosen;
}

static void take_digit(struct desk *d, int digit, const struct vote *vote)
{
	uint64_t acts = d->acts;
	int64_t number;

	d->votes.cursor = false;
	if (vote->kind != VOTE_ROLL_CALL && side_on(d, vote) == VALUE_NONE) {
		say_side_first(d);
		d->entry.refused = d->said;
		return;
	}
	number = desk_digit(d, digit);
	if (!number)
		return;
	chosen(d, vote, number);
	desk_entry_ended(d, number, acts);
}

bool named_key(struct desk *d, struct press press, struct meaning meaning, const struct vote *vote)
{
	follow_call(d, vote);
	if (side_of(meaning.bind) != VALUE_NONE) {
		take_letter(d, press, meaning.bind, vote);
		return true;
	}
	if (meaning.bind == BIND_DIGIT) {
		take_digit(d, meaning.digit, vote);
		return true;
	}
	if (meaning.bind == BIND_ALL) {
		named_all(d, vote);
		return true;
	}
	if (meaning.bind == BIND_ERASE) {
		if (!desk_erased_just_now(d, press))
			item_erase(d);
		return true;
	}
	return grid_key(&d->votes, press, d->lang == LANG_AR);
}

bool named_step(struct desk *d, const struct vote *vote)
{
	if (vote->kind != VOTE_NAMED || !vote_missing(vote) ||
		vote_missing(vote) == (int64_t)vote->voters.n)
		return false;
	return !desk_act_plain(d, CMD_VOTE_CLOSE); /* which says whose vote is missing */
}
