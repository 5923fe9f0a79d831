/* A motion that waits: its words beside those of the item, what is added and removed marked with
 * signs, and the order in which the motions are proposed to be voted. */
#include "tui/agreements.h"
#include "tui/item_motion.h"

#include "model/ballot.h"
#include "model/budget.h"
#include "model/describe.h"
#include "model/diff.h"
#include "tui/desk_parts.h"
#include "tui/item_parts.h"
#include "tui/title.h"

#define SIDE_BY_SIDE 80 /* columns from which both wordings stand beside each other */

const struct vote *motion_closed_vote(const struct desk *d)
{
	const struct vote *vote = session_unannounced(desk_session(d));

	return vote && vote->motion ? vote : NULL;
}

static const struct motion **waiting(struct desk *d, size_t *n)
{
	return motions_waiting(desk_session(d), &d->frame, n);
}

const struct motion *motion_shown(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct motion **list;
	size_t n;

	if (!s || s->phase != PHASE_SITTING || session_open_vote(s) || session_unannounced(s))
		return NULL;
	list = waiting(d, &n);
	for (size_t i = 0; i < n; i++) {
		if (list[i]->is.motion == d->motion)
			return list[i];
	}
	return n ? list[0] : NULL;
}

/* --- both wordings --- */

static struct str side(struct both text, enum lang lang)
{
	return lang == LANG_AR ? text.ar : text.fr;
}

/* The language in which it is shown: the desk's when the motion has it. */
static enum lang motion_lang(const struct desk *d, const struct motion_moved *m)
{
	enum lang lang = desk_record_lang(d);

	if (!side((struct both){m->after_ar, m->after_fr}, lang).n)
		return lang_other(lang);
	return lang;
}

static void paint_wordings(struct desk *d, struct area area, const struct motion_moved *m)
{
	enum lang lang = motion_lang(d, m);
	enum direction base = lang_direction(lang);
	struct str before = side((struct both){m->before_ar, m->before_fr}, lang);
	struct str after = side((struct both){m->after_ar, m->after_fr}, lang);
	struct str was = diff_signed(before, after, DIFF_REMOVED, "−", &d->frame);
	struct str is = diff_signed(before, after, DIFF_ADDED, "+", &d->frame);
	int row = 0;

	if (area.cols >= SIDE_BY_SIDE && !canvas_lines(area.canvas)) {
		struct area left = canvas_sub(area, 0, 0, 0, area.cols / 2 - 1);
		struct area right = canvas_sub(area, 0, area.cols / 2 + 1, 0, 0);

		canvas_say(left, 0, 0, 0, STYLE_DONE, ALIGN_START, TEXT("text as it stands"));
		canvas_say(right, 0, 0, 0, STYLE_DONE, ALIGN_START, TEXT("text as moved"));
		canvas_vline(area, 0, area.cols / 2, area.rows, STYLE_DONE);
		(void)canvas_wrap_in(left, 1, 0, STYLE_TEXT, base, was);
		(void)canvas_wrap_in(right, 1, 0, STYLE_TEXT, base, is);
		return;
	}
	/* One under the other; Tab gives the other one the room. */
	canvas_say(area, row++, 0, 0, STYLE_DONE, ALIGN_START,
		d->motion_before ? TEXT("text as it stands") : TEXT("text as moved"));
	row += canvas_wrap_in(area, row, area.rows - row > 4 ? area.rows - row - 2 : 0, STYLE_TEXT,
		base, d->motion_before ? was : is);
	if (row + 1 >= area.rows)
		return;
	canvas_say(area, row++, 0, 0, STYLE_DONE, ALIGN_START,
		d->motion_before ? TEXT("text as moved") : TEXT("text as it stands"));
	(void)canvas_wrap_in(area, row, 0, STYLE_DONE, base, d->motion_before ? is : was);
}

/* --- the screen --- */

static int paint_order(struct desk *d, struct area area, const struct motion *shown)
{
	const struct session *s = desk_session(d);
	size_t n;
	const struct motion **list = waiting(d, &n);
	int row = 0;

	canvas_say(area, row++, 0, 0, STYLE_DONE, ALIGN_START,
		TEXT("Order of the votes, proposed; ↑↓ choose another"));
	for (size_t i = 0; i < n && row < area.rows; i++, row++) {
		bool focus = list[i] == shown;

		canvas_text(area, row, 0, 1, focus ? STYLE_HERE : STYLE_TEXT, ALIGN_START,
			focus ? STR("▶") : STR("·"));
		canvas_say(area, row, 2, 0, focus ? STYLE_STRONG : STYLE_TEXT, ALIGN_START,
			MSG("{place}. {motion}", A_INT("place", (int64_t)i + 1),
				A_MSG("motion", message_keep(&d->frame,
							describe_motion(s, list[i], &d->frame)))));
	}
	if (row < area.rows && shown->is.item && s->open_item == shown->is.item)
		canvas_say(area, row++, 2, 0, STYLE_DONE, ALIGN_START,
			MSG("{place}. the item as a whole, with what is adopted",
				A_INT("place", (int64_t)n + 1)));
	return row;
}

struct message motion_balance(
	const struct session *s, const struct item *item, const struct motion_moved *m)
{
	int64_t balance = budget_balance(s, item, BUDGET_NOW);

	return MSG("balance {before}, with the amendment {after}", A_MONEY("before", balance),
		A_MONEY("after", balance + budget_tilt(item, m)));
}

void motion_paint(struct desk *d, struct area work, const struct motion *motion)
{
	const struct session *s = desk_session(d);
	const struct motion_moved *m = &motion->is;
	struct both title = {m->title_ar, m->title_fr};
	struct both grounds = {m->grounds_ar, m->grounds_fr};
	const struct item *item = session_item(s, m->item);
	size_t n;
	int row = 1, order;

	(void)waiting(d, &n);
	order = (int)n + 3 > work.rows / 2 ? work.rows / 2 : (int)n + 3;
	(void)item_heading(d, work, 0, 1, item, describe_motion(s, motion, &d->frame));
	canvas_hline(work, row++, 0, 0, STYLE_DONE);
	if (both_pick(title, d->lang).n)
		row += canvas_wrap(work, row, 2, STYLE_STRONG, both_pick(title, d->lang));
	else if (item && motion_is_agenda((enum motion_kind)m->kind))
		row += title_wrap(work, row, 2, STYLE_STRONG, item);
	if (both_pick(grounds, d->lang).n)
		row += canvas_wrap_say(work, row, 2, STYLE_TEXT,
			MSG("grounds: {grounds}", A_BOTH("grounds", grounds)));
	if (item && m->kind == MOTION_TRANSFER)
		canvas_say(work, row++, 0, 0, STYLE_TEXT, ALIGN_START, motion_balance(s, item, m));
	if (item && m->kind == MOTION_SHARE)
		canvas_say(
			work, row++, 0, 0, STYLE_TEXT, ALIGN_START, agreement_change(d, item, m));
	if (motion_in_one_language(motion))
		canvas_say(work, row++, 0, 0, STYLE_CAUTION, ALIGN_START,
			m->after_ar.n ? TEXT("! The French text stays as it is.")
				      : TEXT("! The Arabic text stays as it is."));
	if (m->after_ar.n || m->after_fr.n)
		paint_wordings(d, canvas_sub(work, row, 0, work.rows - row - order, 0), m);
	(void)paint_order(d, canvas_sub(work, work.rows - order + 1, 0, 0, 0), motion);
}

int motion_list(struct desk *d, struct area work, int row, int64_t item)
{
	const struct session *s = desk_session(d);

	for (size_t i = 0; i < s->motions.n && row < work.rows; i++) {
		const struct motion *motion = &s->motions.at[i];
		struct message what = describe_motion(s, motion, &d->frame);
		struct message state = motion_state_words(motion_state(s, motion));

		if (motion->is.item != item)
			continue;
		canvas_say(work, row++, 0, 0, STYLE_TEXT, ALIGN_START,
			MSG("{motion}: {state}", A_MSG("motion", message_keep(&d->frame, what)),
				A_MSG("state", message_keep(&d->frame, state))));
	}
	return row;
}

/* --- keys --- */

bool motion_key(struct desk *d, struct press press)
{
	const struct motion *shown = motion_shown(d);
	size_t n, at = 0;
	const struct motion **list = waiting(d, &n);

	if (!shown)
		return false;
	while (at + 1 < n && list[at] != shown)
		at++;
	if (press.code == PRESS_TAB)
		d->motion_before = !d->motion_before;
	else if (press.code == PRESS_DOWN && at + 1 < n)
		d->motion = list[at + 1]->is.motion;
	else if (press.code == PRESS_UP && at > 0)
		d->motion = list[at - 1]->is.motion;
	else
		return false;
	return true;
}

/* The step speaks of the first motion; another one was chosen. */
static const struct motion *chosen_instead(struct desk *d)
{
	const struct motion *shown = motion_shown(d);

	if (!shown || shown == motion_next(desk_session(d), &d->frame) ||
		shown->is.kind == MOTION_COUNT)
		return NULL;
	return shown;
}

bool motion_step(struct desk *d)
{
	const struct motion *motion = chosen_instead(d);
	struct command c = command_of(CMD_VOTE_OPEN);

	if (!motion)
		return false;
	c.arg.vote_open.kind = (int)ballot_usual_kind(desk_session(d), motion);
	c.arg.vote_open.motion = motion->is.motion;
	if (desk_act(d, &c))
		d->step_ms = desk_now_ms();
	return true;
}

struct message motion_step_line(struct desk *d)
{
	const struct motion *motion = chosen_instead(d);

	if (!motion)
		return NO_MESSAGE;
	return desk_step_ways(d,
		MSG("Open the vote on {motion}",
			A_MSG("motion",
				message_keep(&d->frame, motion_named_briefly(motion, &d->frame)))),
		step_vote_ways);
}
