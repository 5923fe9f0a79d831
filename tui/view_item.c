/* The open item: text, debate, vote, result. Vote, tie and result are states of this screen. */
#include "tui/item_parts.h"

#include "model/ballot.h"
#include "model/budget.h"
#include "model/describe.h"
#include "model/floor.h"
#include "model/presence.h"
#include "tui/agreements.h"
#include "tui/item_motion.h"
#include "tui/presence_forms.h"
#include "tui/title.h"

const struct item *item_shown(const struct desk *d)
{
	const struct session *s = desk_session(d);

	/* A vote on the agenda or on the sitting is no item's: it is shown by itself. */
	if (s->open_vote.item == OWN_MATTERS)
		return session_item(s, OWN_MATTERS);
	if (motion_closed_vote(d))
		return session_item(s, motion_closed_vote(d)->id.item);
	return session_item(s, s->open_item ? s->open_item : s->last_item);
}

static const struct vote *open_vote(const struct desk *d)
{
	return session_open_vote(desk_session(d));
}

static const struct election *election_of(const struct desk *d)
{
	const struct item *item = desk_session(d) ? item_shown(d) : NULL;

	return item ? item_election(item) : NULL;
}

/* The item's last vote, closed. */
static const struct vote *closed_vote(const struct desk *d)
{
	const struct item *item = item_shown(d);
	const struct vote *vote = item ? item_vote(item) : NULL;

	if (motion_closed_vote(d))
		return motion_closed_vote(d);
	return vote && vote->state == VOTE_IS_CLOSED ? vote : NULL;
}

const struct vote *item_vote_shown(const struct desk *d)
{
	return open_vote(d) ? open_vote(d) : closed_vote(d);
}

static unsigned where(const struct desk *d)
{
	const struct vote *vote = open_vote(d);

	if (!vote)
		return election_of(d) ? election_where(election_of(d)) : WHERE_ITEM;
	if (vote->kind == VOTE_SECRET)
		return secret_where(desk_session(d), vote);
	if (vote->kind != VOTE_HANDS)
		return WHERE_VOTE | WHERE_LIST;
	return hands_tie(d, vote) ? WHERE_TIE : WHERE_HANDS;
}

static void open_view(struct desk *d)
{
	said_recall(d);
	d->hands_letter = VALUE_NONE;
	d->votes.cursor = false;
}

/* --- shared by the states --- */

#define TITLE_MIN  8 /* cells left of a title that gives way */
#define TITLE_ROWS 3 /* of the item itself; Tab and Enter show all of a longer one */

int item_heading(struct desk *d, struct area work, int row, int max, const struct item *item,
	struct message what)
{
	const struct session *s = desk_session(d);
	const struct vote *vote = session_open_vote(s) ? open_vote(d) : motion_closed_vote(d);
	const struct motion *motion = vote ? session_motion(s, vote->motion) : NULL;
	int64_t number = item ? session_agenda_number(s, item->is.item) : 0;
	int at = -2;

	if (number)
		at = canvas_say(work, row, 0, 0, STYLE_HERE, ALIGN_START,
			MSG("ITEM {n}", A_INT("n", number)));
	/* A long title gives way to what is said of the vote. */
	if (motion && (what.id || !number)) {
		int rest = work.cols - at - 4 - (what.id ? canvas_say_width(work.canvas, what) : 0);

		at += 2 + canvas_say(work, row, at + 2, rest > TITLE_MIN ? rest : TITLE_MIN,
				  STYLE_HERE, ALIGN_START, motion_name(motion, &d->frame));
	} else if (motion)
		what = describe_motion(s, motion, &d->frame);
	if (what.id)
		canvas_say(work, row, at + 2, 0, STYLE_STRONG, ALIGN_START, what);
	else if (item && number)
		return title_wrap(canvas_sub(work, 0, at + 2, 0, 0), row, max, STYLE_STRONG, item);
	return 1;
}

void item_bars(struct desk *d, struct area area, int row, struct ballots b, int64_t voters)
{
	const struct {
		int64_t n;
		struct message word;
		enum style style;
	} bars[] = {
		{b.votes_for, {.id = CTX("vote", "for")}, STYLE_GOOD},
		{b.against, {.id = CTX("vote", "against")}, STYLE_BAD},
		{b.abstain, {.id = CTX("vote", "abstaining")}, STYLE_CAUTION},
	};
	int width = area.cols / 3, word = 0;

	(void)d;
	for (size_t i = 0; i < ARRAY_LEN(bars); i++) {
		int cells = canvas_say_width(area.canvas, bars[i].word);

		word = cells > word ? cells : word;
	}
	for (size_t i = 0; i < ARRAY_LEN(bars); i++) {
		int col = (int)i * width;

		canvas_say(area, row, col, 4, bars[i].style, ALIGN_END,
			MSG("{n}", A_INT("n", bars[i].n)));
		canvas_say(area, row, col + 5, word, bars[i].style, ALIGN_START, bars[i].word);
		canvas_bar(area, row, col + 6 + word, width - word - 8, bars[i].style, bars[i].n,
			voters, -1);
	}
}

struct message item_reason(
	struct desk *d, const struct vote *vote, struct ballots b, enum vote_value side)
{
	const struct session *s = desk_session(d);
	struct tally t = vote_tally_with(vote, b, side);
	const struct item *item = session_item(s, vote->id.item);
	int kind = item && !vote->motion ? item->is.kind : -1;
	struct message article = rules_article(&s->rules, t.tie, kind, &d->frame);

	if (vote->kind == VOTE_SECRET)
		return vote_rests_on(
			ballot_reason(b, t, vote->rule, &d->frame), article, &d->frame);
	return vote_reason(b, t, vote->rule, article, &d->frame);
}

struct message item_recused(struct desk *d, const struct item *item)
{
	const struct session *s = desk_session(d);
	size_t n = item ? session_recused_list(s, item->is.item, NULL) : 0;
	struct numbers members = {NULL, n};
	int32_t *list;

	if (n == 0)
		return NO_MESSAGE;
	list = ARENA_ARRAY(&d->frame, int32_t, n);
	(void)session_recused_list(s, item->is.item, list);
	members.at = list;
	return MSG("Recused for this item: {members}",
		A_MSG("members", message_keep(&d->frame, describe_members(s, members, &d->frame))));
}

static bool is_mark(enum event_type type)
{
	return type == EVENT_VOTE_MARKED || type == EVENT_VOTE_ALL_MARKED ||
	       type == EVENT_ELECTION_MARKED;
}

/* The last mark, without a reason: what it belongs to is still open. */
void item_erase(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct command c = command_of(CMD_CORRECTION_MAKE);
	size_t last = s->log.n;

	if (d->entry.digits) {
		desk_entry_clear(d);
		return;
	}
	while (last > 1 &&
		(s->struck.at[last - 1] || s->log.at[last - 1].type == EVENT_ACT_CORRECTED))
		last--;
	c.arg.correction_make.event = (int64_t)last - 1;
	if (is_mark(s->log.at[last - 1].type))
		(void)desk_act(d, &c);
	else
		desk_hint(d, TEXT("! There is no mark to take back."));
}

/* --- the item itself --- */

static void paint_stages(
	struct area work, int row, const struct session *s, const struct item *item, bool voted)
{
	const struct {
		bool done;
		struct message word;
	} stages[] = {
		{item->presented, {.id = N_("presented")}},
		{voted || floor_discussed(s, item), {.id = N_("discussed")}},
		{voted, {.id = N_("vote")}},
		{item_decided(item), voted || !item->noted ? TEXT("decision") : TEXT("note taken")},
	};

	for (size_t i = 0; i < ARRAY_LEN(stages); i++) {
		int col = (int)i * 18;

		canvas_text(work, row, col, 1, stages[i].done ? STYLE_GOOD : STYLE_DONE,
			ALIGN_START, stages[i].done ? STR("✓") : STR("·"));
		canvas_say(work, row, col + 2, 15, stages[i].done ? STYLE_GOOD : STYLE_DONE,
			ALIGN_START, stages[i].word);
	}
}

static int paint_passages(struct desk *d, struct area work, int row, int64_t item)
{
	const struct session *s = desk_session(d);

	for (size_t i = 0; i < s->passages.n && row < work.rows; i++) {
		const struct passage *p = &s->passages.at[i];
		struct str text = both_pick(p->content, d->lang);

		if (p->is.item != item || !text.n)
			continue;
		canvas_say(work, row, 0, 0, STYLE_DONE, ALIGN_START,
			name_label(text_part_names, p->is.part));
		row++;
		row += canvas_wrap(canvas_sub(work, 0, 2, 0, 0), row, 3, STYLE_TEXT, text);
	}
	return row;
}

static int paint_budget(struct desk *d, struct area work, int row, const struct item *item)
{
	int64_t revenue = 0, spending = 0;

	if (item->is.kind != ITEM_BUDGET)
		return row;
	for (size_t i = 0; i < item->lines.n; i++) {
		*(item->lines.at[i].part == BUDGET_REVENUE ? &revenue : &spending) +=
			budget_amount(desk_session(d), &item->lines.at[i], BUDGET_NOW);
	}
	return row +
	       canvas_wrap_say(work, row, 2, revenue == spending ? STYLE_GOOD : STYLE_CAUTION,
		       MSG("Revenue {revenue} · expenditure {spending} · balance {balance} (F9 5: "
			   "lines)",
			       A_MONEY("revenue", revenue), A_MONEY("spending", spending),
			       A_MONEY("balance", revenue - spending)));
}

static void paint_item(struct desk *d, struct area work, const struct item *item)
{
	const struct vote *vote = item_vote(item);
	struct both text = motion_text(desk_session(d), item);
	int row = 1;

	row += canvas_wrap(
		work, row, TITLE_ROWS, STYLE_STRONG, both_pick(item_title(item), d->lang));
	if (!agreement_known(item))
		canvas_say(work, row++, 0, 0, STYLE_DONE, ALIGN_START,
			name_label(item_kind_names, item->is.kind));
	paint_stages(work, row++, desk_session(d), item, vote != NULL);
	canvas_hline(work, row++, 0, 0, STYLE_DONE);
	if (item_recused(d, item).id)
		row += canvas_wrap_say(work, row, 2, STYLE_CAUTION, item_recused(d, item));
	row = paint_budget(d, work, row, item);
	if (agreement_known(item))
		row = agreement_paint(d, canvas_sub(work, 0, 0, work.rows - 4, 0), row,
			      desk_session(d), item) +
		      1;
	if (both_pick(text, d->lang).n)
		row += canvas_wrap(work, row, 6, STYLE_TEXT, both_pick(text, d->lang)) + 1;
	row = motion_list(d, work, row, item->is.item);
	if (paint_passages(d, work, row, item->is.item) < work.rows - 1)
		desk_paint_keys_here(d, work);
}

static void paint(struct desk *d, struct area work)
{
	const struct item *item = item_shown(d);
	const struct vote *vote = open_vote(d), *closed = closed_vote(d);
	const struct motion *motion = motion_shown(d);

	if (motion) {
		motion_paint(d, work, motion);
		return;
	}
	if (!item) {
		canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, TEXT("No item is open."));
		canvas_say(work, 2, 0, 0, STYLE_TEXT, ALIGN_START,
			TEXT("The blue line below says what comes next."));
		return;
	}
	if (vote && vote->kind == VOTE_SECRET) {
		secret_paint(d, work, item, vote);
	} else if (vote && vote->kind == VOTE_HANDS) {
		hands_paint(d, work, item, vote);
	} else if (vote) {
		named_paint(d, work, item, vote);
	} else if (election_of(d)) {
		election_paint(d, work, item, election_of(d));
	} else if (closed) {
		result_paint(d, work, item, closed);
	} else {
		(void)item_heading(d, work, 0, 1, item, describe_item_state(desk_session(d), item));
		paint_item(d, work, item);
	}
}

/* --- keys --- */

static bool key(struct desk *d, struct press press, struct meaning meaning)
{
	const struct vote *vote = open_vote(d);

	if (readback_key(d, press))
		return true;
	if (meaning.bind == BIND_RECUSE) {
		presence_recuse(d);
		return true;
	}
	if (vote && meaning.bind == BIND_VOTE) {
		item_other_kind(d);
		return true;
	}
	if (vote && vote->kind == VOTE_SECRET)
		return secret_key(d, meaning, vote);
	if (vote && vote->kind == VOTE_HANDS)
		return hands_key(d, meaning, vote);
	if (vote)
		return named_key(d, press, meaning, vote);
	if (election_of(d) && election_key(d, press, meaning, election_of(d)))
		return true;
	if (!election_of(d) && meaning.bind == BIND_VOTE && item_is_election(d)) {
		election_next(d);
		return true;
	}
	if (motion_key(d, press))
		return true;
	if (meaning.bind == BIND_VOTE) {
		item_choose_kind(d);
	} else if (meaning.bind == BIND_UNANIMOUS) {
		item_unanimous(d);
	} else if (meaning.bind == BIND_WRITE) {
		if (item_shown(d))
			minutes_write_item(d, item_shown(d)->is.item);
		else
			desk_go(d, SCREEN_MINUTES);
	} else {
		return false;
	}
	return true;
}

static bool step(struct desk *d)
{
	const struct vote *vote = open_vote(d);

	if (vote && vote->kind == VOTE_HANDS)
		return hands_step(d, vote);
	if (!vote)
		return !election_of(d) && motion_step(d);
	return vote && !vote_by_figures(vote) && named_step(d, vote);
}

static bool back(struct desk *d)
{
	const struct vote *vote = open_vote(d);

	return vote && vote->kind == VOTE_HANDS && hands_back(d, vote);
}

static bool election_papers_wait(const struct desk *d)
{
	const struct election *e = desk_session(d) ? session_open_election(desk_session(d)) : NULL;

	return e && e->is.secret;
}

static struct message step_line(struct desk *d)
{
	const struct vote *vote = open_vote(d);

	if (election_papers_wait(d) || (vote && vote->kind == VOTE_SECRET && !vote->counted))
		return secret_step_line(d);
	if (!vote)
		return motion_step_line(d);
	return vote->kind == VOTE_HANDS ? hands_step_line(d, vote) : NO_MESSAGE;
}

/* What the chair says follows the figures under the fingers. */
static struct message chair_line(struct desk *d)
{
	const struct vote *vote = open_vote(d);

	return vote && vote->kind == VOTE_HANDS ? hands_chair_line(d, vote) : NO_MESSAGE;
}

static size_t hints(struct desk *d, struct key_hint *h)
{
	const struct election *election = election_of(d);
	const struct vote *vote = open_vote(d);
	struct message why;
	size_t n = 0;

	if (!vote && election && election->state == ELECTION_IS_OPEN)
		return election_hints(election, h);
	if (vote && vote->kind == VOTE_SECRET && where(d) != WHERE_TIE)
		return 0;
	if (vote) {
		bool counting = vote->kind != VOTE_SECRET && where(d) != WHERE_TIE;

		if (counting)
			h[n++] = (struct key_hint){.bind = BIND_ALL, .label = TEXT("all for")};
		h[n++] = (struct key_hint){.bind = BIND_FOR, .label = {.id = CTX("vote", "for")}};
		h[n++] = (struct key_hint){
			.bind = BIND_AGAINST, .label = {.id = CTX("vote", "against")}};
		h[n++] = (struct key_hint){
			.bind = BIND_ABSTAIN, .label = {.id = CTX("vote", "abstaining")}};
		if (vote_by_name(vote))
			h[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("name")};
		if (counting)
			h[n++] = (struct key_hint){.bind = BIND_ERASE, .label = TEXT("erase")};
		return n;
	}
	if (motion_shown(d))
		h[n++] = (struct key_hint){
			.face = STR("Tab"), .label = TEXT("other text"), .bind = BIND_NONE};
	if (desk_offers(d, CMD_VOTE_UNANIMOUS, &why)) {
		h[n++] = (struct key_hint){.bind = BIND_UNANIMOUS, .label = TEXT("unanimous")};
		h[n++] = (struct key_hint){.bind = BIND_VOTE, .label = TEXT("vote…")};
	}
	h[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("write")};
	return n;
}

/* Members, where there is a grid of them. */
static bool finds(struct desk *d, struct finder *f)
{
	const struct election *e = election_of(d);
	const struct vote *vote = open_vote(d);

	if (vote && vote_by_name(vote))
		*f = named_finder(d);
	else if (!vote && e && e->state == ELECTION_IS_OPEN && !e->is.secret)
		*f = election_finder(d);
	return f->count > 0;
}

static bool wide(const struct desk *d)
{
	const struct vote *vote = desk_session(d) ? open_vote(d) : NULL;

	return vote && !vote_by_figures(vote) && vote->voters.n > 72;
}

/* Of a named vote the member under the cursor, as painted. */
static struct str copy(struct desk *d)
{
	const struct session *s = desk_session(d);
	int64_t key = s ? s->open_item ? s->open_item : s->last_item : 0;

	return key && !d->votes.cursor ? desk_item_words(d, session_item(s, key)) : STR("");
}

void item_shown_next(struct desk *d)
{
	desk_go(d, SCREEN_ITEM);
}

const struct view view_item = {
	.screen = SCREEN_ITEM,
	.title = {.id = N_("Item")},
	.where = where,
	.open = open_view,
	.paint = paint,
	.key = key,
	.copy = copy,
	.finds = finds,
	.hints = hints,
	.actions = item_actions,
	.off = item_off,
	.step = step,
	.back = back,
	.step_line = step_line,
	.chair_line = chair_line,
	.wide = wide,
};
