/* An election on the item's screen: the choices by name, or the round table with its figures; the
 * forms are in election_forms.c. */
#include "tui/item_parts.h"

#include "model/attendance.h"
#include "model/describe.h"

#define SHOWN_ROUNDS 3

unsigned election_where(const struct election *e)
{
	return e->state == ELECTION_IS_OPEN && !e->is.secret ? WHERE_VOTE : WHERE_ITEM;
}

static struct message heading(struct desk *d, const struct election *e)
{
	return MSG("ELECTION: {post} — round {round}",
		A_MSG("post", message_keep(&d->frame, election_post(&e->is, &d->frame))),
		A_INT("round", election_round(e)->n));
}

static struct message choice_name(struct desk *d, const struct election *e, int64_t k)
{
	if (k == CHOICE_BLANK)
		return TEXT("[0] blank");
	return MSG("[{k}] {candidate}", A_INT("k", k),
		A_MSG("candidate", message_keep(&d->frame,
					   election_candidate(desk_session(d), e, k, &d->frame))));
}

/* The candidate the next numbers choose; CHOICE_NONE: nothing was said yet, and no number may mean
 * a choice. */
static int64_t brush(const struct desk *d)
{
	return d->entry.chosen ? d->entry.brush : CHOICE_NONE;
}

static void choose(struct desk *d, int64_t candidate)
{
	const struct election *e = session_open_election(desk_session(d));

	said_keep(d, (int)candidate);
	desk_entry_turned(d, choice_name(d, e, candidate));
}

/* --- painting --- */

static const struct message *choice_word(struct desk *d, int32_t choice)
{
	static const struct message blank = {.id = CTX("choice", "blank")};

	if (choice == CHOICE_NONE)
		return NULL;
	if (choice == CHOICE_BLANK)
		return &blank;
	return message_keep(&d->frame, MSG("[{k}]", A_INT("k", choice)));
}

struct shown {
	struct desk *d;
	const struct election_round *r;
};

static struct grid_entry entry_at(void *context, size_t i)
{
	static const struct message replaced = {.id = N_("subst.")};
	const struct shown *shown = context;
	struct desk *d = shown->d;
	const struct member *m = &desk_session(d)->seats.at[i].member;
	int32_t choice = round_choice(shown->r, m->number);
	bool votes = round_voter(shown->r, m->number);
	bool stands_in = session_substitute(desk_session(d), m->number) != NULL;

	return (struct grid_entry){
		.number = desk_number(d, m->number),
		.name = both_pick(
			attendance_name(desk_session(d), m->number, ATTENDANCE_NOW), d->lang),
		.symbol = !votes                  ? "–"
			  : choice == CHOICE_NONE ? "·"
						  : "✓",
		.word = votes && choice != CHOICE_NONE ? choice_word(d, choice)
			: votes && stands_in           ? &replaced
						       : NULL,
		.style = !votes                   ? STYLE_OFF
			 : choice == CHOICE_NONE  ? STYLE_TEXT
			 : choice == CHOICE_BLANK ? STYLE_CAUTION
						  : STYLE_GOOD,
		.candidate = desk_entry_fits(d, m->number),
	};
}

static void paint_grid(struct desk *d, struct area area, const struct election_round *r)
{
	struct shown shown = {d, r};

	d->votes.count = desk_session(d)->seats.n;
	d->votes.says = STR("");
	grid_draw(&d->votes, area, entry_at, &shown);
}

/* "1 Berrada: 12 votes, 2 Idrissi: 9 votes, blank: 1", with the numbers to be typed. */
static struct message standings(struct desk *d, const struct election *e)
{
	const struct election_round *r = election_round(e);
	struct round_ballots b = round_ballots(e, r, &d->frame);
	struct message *list = ARENA_ARRAY(&d->frame, struct message, r->running.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < r->running.n; i++)
		list[n++] = MSG("[{k}] {candidate}: {n}", A_INT("k", r->running.at[i]),
			A_MSG("candidate",
				message_keep(&d->frame, election_candidate(desk_session(d), e,
								r->running.at[i], &d->frame))),
			A_INT("n", i < b.votes.n ? b.votes.at[i] : 0));
	list[n++] = MSG("[0] blank: {n}", A_INT("n", b.blank));
	return MSG("{it}", A_LIST("it", list, n));
}

/* The bar says what the next number does; and what to say first, before it may do anything. */
static void paint_entry(struct desk *d, struct area work, int row, const struct election *e)
{
	bool said = brush(d) != CHOICE_NONE;
	int at = desk_paint_entry(d, work, row, said ? STYLE_ENTRY_GOOD : STYLE_ENTRY,
		said ? choice_name(d, e, brush(d))
		     : MSG("FIRST {choose} A CANDIDATE OR {blank} BLANK",
			       A_STR("choose", keymap_face(BIND_FOR, d->lang)),
			       A_STR("blank", keymap_face(BIND_ABSTAIN, d->lang))));

	canvas_cursor(work, row, at);
}

static void paint_named(
	struct desk *d, struct area work, const struct item *item, const struct election *e)
{
	const struct election_round *r = election_round(e);
	int64_t missing = round_missing(e, r);
	struct message yet = MSG("not voted yet: {n}", A_INT("n", missing));

	(void)item_heading(d, canvas_sub(work, 0, 0, 1, -2 - canvas_say_width(d->canvas, yet)), 0,
		1, item, heading(d, e));
	canvas_say(work, 0, 0, 0, missing ? STYLE_CAUTION : STYLE_GOOD, ALIGN_END, yet);
	paint_grid(d, canvas_sub(work, 1, 0, work.rows - 4, 0), r);
	canvas_wrap_say(work, work.rows - 3, 2, STYLE_STRONG, standings(d, e));
	paint_entry(d, work, work.rows - 1, e);
}

static int paint_candidate(
	struct desk *d, struct area work, int row, const struct election *e, int64_t k)
{
	const struct candidate *c = &e->candidates.at[k - 1];
	size_t first = e->rounds.n > SHOWN_ROUNDS ? e->rounds.n - SHOWN_ROUNDS : 0;
	int col = 46;

	canvas_say(work, row, 2, 42, c->withdrawn ? STYLE_OFF : STYLE_TEXT, ALIGN_START,
		MSG("[{k}] {candidate}", A_INT("k", k),
			A_MSG("candidate",
				message_keep(&d->frame,
					election_candidate(desk_session(d), e, k, &d->frame)))));
	for (size_t i = first; i < e->rounds.n; i++, col += 10) {
		const struct election_round *r = &e->rounds.at[i];
		bool runs = numbers_have((struct numbers){r->running.at, r->running.n}, (int32_t)k);

		if (r->counted && runs)
			canvas_say(work, row, col, 8, e->elected == k ? STYLE_GOOD : STYLE_STRONG,
				ALIGN_END, MSG("{n}", A_INT("n", round_votes(r, k))));
	}
	if (e->elected == k)
		canvas_text(work, row, 0, 1, STYLE_GOOD, ALIGN_START, STR("✓"));
	return row + 1;
}

static void paint_table(
	struct desk *d, struct area work, const struct item *item, const struct election *e)
{
	const struct session *s = desk_session(d);
	const struct election_round *r = election_round(e);
	size_t first = e->rounds.n > SHOWN_ROUNDS ? e->rounds.n - SHOWN_ROUNDS : 0;
	int row = 2, col = 46;

	(void)item_heading(d, work, 0, 1, item, heading(d, e));
	if (r->counted)
		canvas_say(work, 1, 0, 0, r->announced ? STYLE_DONE : STYLE_CAUTION, ALIGN_START,
			r->announced ? TEXT("RESULT — announced")
			: r->ever_announced && e->by_ladder
				? TEXT("RESULT — the decision of the tie is not announced yet")
			: r->ever_announced ? TEXT("RESULT — the correction is not announced yet")
					    : TEXT("RESULT — not yet announced"));
	for (size_t i = first; i < e->rounds.n; i++, col += 10)
		canvas_say(work, row, col, 9, STYLE_DONE, ALIGN_END,
			MSG("round {n}", A_INT("n", e->rounds.at[i].n)));
	row++;
	for (size_t k = 1; k <= e->candidates.n && row < work.rows - 7; k++)
		row = paint_candidate(d, work, row, e, (int64_t)k);
	row++;
	if (!r->counted) {
		canvas_say(work, row, 0, 0, STYLE_TEXT, ALIGN_START,
			MSG("secret ballot — open since {time} · voters: {n}",
				A_TIME("time", r->opened), A_INT("n", (int64_t)r->voters.n)));
		canvas_wrap_say(work, row + 1, 2, STYLE_DONE,
			TEXT("Nothing of a single paper is ever recorded, only the totals."));
		return;
	}
	row += canvas_wrap_say(
		work, row, 4, STYLE_TEXT, election_round_figures(s, e, r, &d->frame));
	row += canvas_wrap_say(work, row, 3,
		e->elected                     ? STYLE_GOOD
		: e->state == ELECTION_IS_OVER ? STYLE_BAD
					       : STYLE_CAUTION,
		election_sentence(s, e, &d->frame));
	if (r->mends.n)
		canvas_say(work, row++, 0, 0, STYLE_CAUTION, ALIGN_START,
			MSGN("corrected {n} time; the first result stays in the record",
				"corrected {n} times; the earlier results stay in the record",
				(int64_t)r->mends.n));
	if (!r->announced) {
		canvas_wrap_say(work, row + 1, 2, STYLE_DONE,
			TEXT("A mistake? Space 3 corrects the round, before or after the "
			     "announcement."));
		return;
	}
	canvas_wrap_say(work, row + 1, 2, STYLE_DONE,
		e->state == ELECTION_IS_OVER ? TEXT("Space 1 elects to another post.")
					     : TEXT("Space 8: a candidate withdraws."));
}

void election_paint(
	struct desk *d, struct area work, const struct item *item, const struct election *e)
{
	if (e->state == ELECTION_IS_OPEN && !e->is.secret)
		paint_named(d, work, item, e);
	else
		paint_table(d, work, item, e);
}

/* --- keys --- */

static void say_choice_first(struct desk *d)
{
	desk_hint(
		d, MSG("! First the choice: {choose} a candidate, {blank} blank; then the number, "
		       "{all} for the rest.",
			   A_STR("choose", keymap_face(BIND_FOR, d->lang)),
			   A_STR("blank", keymap_face(BIND_ABSTAIN, d->lang)),
			   A_STR("all", keymap_face(BIND_ALL, d->lang))));
}

/* NUMBER, or 0: whoever has no choice yet. */
static void mark(struct desk *d, int64_t number)
{
	int32_t *one = arena_take(&d->frame, sizeof *one);
	struct command c = command_of(CMD_ELECTION_MARK);

	if (brush(d) == CHOICE_NONE) {
		say_choice_first(d);
		return;
	}
	*one = (int32_t)number;
	c.arg.election_mark.members = (struct numbers){one, number ? 1 : 0};
	c.arg.election_mark.choice = brush(d);
	(void)desk_act(d, &c);
}

static bool candidate_chosen(struct desk *d, int digit)
{
	choose(d, digit);
	return true;
}

static void choose_candidate(struct desk *d, const struct election *e)
{
	const struct election_round *r = election_round(e);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("For whom are the next numbers?"));

	for (size_t i = 0; i < r->running.n && i < OVERLAY_CHOICES_MAX - 1; i++)
		overlay_choice(o, r->running.at[i],
			election_candidate(desk_session(d), e, r->running.at[i], &d->frame));
	overlay_choice(o, 0, (struct message){.id = CTX("choice", "blank")});
	o->chosen = candidate_chosen;
}

static void take_digit(struct desk *d, int digit)
{
	uint64_t acts = d->acts;
	int64_t number;

	d->votes.cursor = false;
	if (brush(d) == CHOICE_NONE) {
		say_choice_first(d);
		return;
	}
	number = desk_digit(d, digit);
	if (!number)
		return;
	mark(d, number);
	desk_entry_ended(d, number, acts);
}

bool election_key(
	struct desk *d, struct press press, struct meaning meaning, const struct election *e)
{
	if (e->state != ELECTION_IS_OPEN || e->is.secret) {
		if (meaning.bind == BIND_VOTE) {
			election_next(d);
			return true;
		}
		return false;
	}
	if (meaning.bind == BIND_FOR || meaning.bind == BIND_AGAINST) {
		choose_candidate(d, e);
	} else if (meaning.bind == BIND_ABSTAIN) {
		choose(d, CHOICE_BLANK);
	} else if (meaning.bind == BIND_DIGIT) {
		take_digit(d, meaning.digit);
	} else if (meaning.bind == BIND_ALL) {
		if (!desk_number_begun(d))
			mark(d, 0);
	} else if (meaning.bind == BIND_ERASE) {
		if (!desk_erased_just_now(d, press))
			item_erase(d);
	} else {
		return grid_key(&d->votes, press, d->lang == LANG_AR);
	}
	return true;
}

static void take(struct desk *d, size_t i)
{
	mark(d, desk_session(d)->seats.at[i].member.number);
}

static struct message does(struct desk *d, size_t i)
{
	int64_t k = brush(d);

	if (k == CHOICE_NONE)
		return NO_MESSAGE;
	return MSG("{who}: {what}", A_MSG("who", message_keep(&d->frame, desk_seats(d).hit(d, i))),
		A_MSG("what", message_keep(&d->frame,
				      choice_name(d, session_open_election(desk_session(d)), k))));
}

struct finder election_finder(struct desk *d)
{
	struct finder f = desk_seats(d);

	f.grid = &d->votes;
	f.take = take;
	f.does = does;
	return f;
}

size_t election_hints(const struct election *e, struct key_hint *h)
{
	size_t n = 0;

	if (e->state != ELECTION_IS_OPEN || e->is.secret)
		return 0;
	h[n++] = (struct key_hint){.bind = BIND_FOR, .label = TEXT("candidate…")};
	h[n++] = (struct key_hint){.bind = BIND_ABSTAIN, .label = {.id = CTX("choice", "blank")}};
	h[n++] = (struct key_hint){.bind = BIND_ALL, .label = TEXT("the rest")};
	h[n++] = (struct key_hint){.bind = BIND_ERASE, .label = TEXT("erase")};
	return n;
}
