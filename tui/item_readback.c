/* Who voted otherwise, read aloud before a vote by name is closed and after: in the rows there are
 * when they hold every name whole, else counted, and Tab lists them all. */
#include "tui/item_parts.h"

#include "model/attendance.h"
#include "model/describe.h"
#include "model/presence.h"

#define FEW      5 /* so many are read without being counted first */
#define READ_MAX 6 /* rows under a grid that leaves some free */

/* The voter in place I, and who votes in that name. */
static struct message read_voter(struct desk *d, const struct vote *vote, size_t i)
{
	const struct session *s = desk_session(d);

	if (session_substitute(s, vote->voters.at[i]))
		return describe_sitter(s, vote->voters.at[i], ATTENDANCE_NOW);
	if (!vote->holders[i])
		return describe_voter(s, vote, i, &d->frame);
	return MSG("{absent} by {holder}",
		A_MSG("absent", message_keep(&d->frame, describe_voter(s, vote, i, &d->frame))),
		A_MSG("holder", message_keep(&d->frame, describe_member(s, vote->holders[i]))));
}

/* Those who voted VALUE, N of them. */
static struct message *voters(
	struct desk *d, const struct vote *vote, enum vote_value value, size_t n)
{
	struct message *list = ARENA_ARRAY(&d->frame, struct message, n + 1);
	size_t at = 0;

	for (size_t i = 0; at < n && i < vote->voters.n; i++) {
		if (vote->marks[i] == value)
			list[at++] = read_voter(d, vote, i);
	}
	return list;
}

static size_t count(const struct vote *vote, enum vote_value value)
{
	size_t n = 0;

	for (size_t i = 0; i < vote->voters.n; i++)
		n += vote->marks[i] == value;
	return n;
}

/* "against 07 Berrada, 12 Idrissi"; counted first where they are more than FEW. */
static const struct message *side(struct desk *d, const struct vote *vote, enum vote_value value)
{
	size_t n = count(vote, value);
	struct arg who = A_LIST("who", voters(d, vote, value, n), n), many = A_INT("n", (int64_t)n);

	if (n > FEW)
		return message_keep(&d->frame, value == VALUE_AGAINST
						       ? MSG("against ({n}): {who}", many, who)
						       : MSG("abstaining ({n}): {who}", many, who));
	return message_keep(&d->frame,
		value == VALUE_AGAINST ? MSG("against {who}", who) : MSG("abstaining {who}", who));
}

static struct message all_names(struct desk *d, const struct vote *vote, size_t no, size_t none)
{
	if (no && none)
		return MSG("Read: {side} · {other}", A_MSG("side", side(d, vote, VALUE_AGAINST)),
			A_MSG("other", side(d, vote, VALUE_ABSTAIN)));
	return MSG(
		"Read: {side}", A_MSG("side", side(d, vote, no ? VALUE_AGAINST : VALUE_ABSTAIN)));
}

struct message item_readback(struct desk *d, const struct vote *vote, int cols, int rows)
{
	size_t no = count(vote, VALUE_AGAINST), none = count(vote, VALUE_ABSTAIN);
	struct arg against = A_INT("against", (int64_t)no),
		   abstain = A_INT("abstain", (int64_t)none);

	if (no + none == 0)
		return NO_MESSAGE;
	/* A name takes six cells at the very least: no list of hundreds is laid out in vain. */
	if ((no + none) * 6 <= (size_t)(cols * rows)) {
		struct message all = all_names(d, vote, no, none);

		if (canvas_wrap_rows(d->canvas, all, cols) <= rows)
			return all;
	}
	/* A line, a question or the search takes the key itself. */
	if (d->over.kind != OVERLAY_NONE)
		return MSG("Read: {against} against, {abstain} abstaining", against, abstain);
	return MSG("Read: {against} against, {abstain} abstaining · Tab lists the names", against,
		abstain);
}

int item_readback_rows(const struct desk *d, struct area grid)
{
	size_t seats = desk_session(d)->seats.n;
	int rows = 1;

	while (rows < READ_MAX && grid_fits(seats, grid.rows - rows, grid.cols))
		rows++;
	return grid_fits(seats, grid.rows, grid.cols) ? rows : 2; /* it scrolls all the same */
}

/* --- the list of them all --- */

/* The vote by name whose names are in sight; NULL: none is. */
static const struct vote *read_here(struct desk *d)
{
	const struct vote *vote = item_vote_shown(d);

	return vote && vote_by_name(vote) && count(vote, VALUE_AGAINST) + count(vote, VALUE_ABSTAIN)
		       ? vote
		       : NULL;
}

bool readback_key(struct desk *d, struct press press)
{
	struct readback_look *look = &d->readback;
	size_t page = look->page > 1 ? (size_t)look->page - 1 : 1;

	if (!look->open) {
		look->open = press.code == PRESS_TAB && read_here(d);
		look->top = 0;
		return look->open;
	}
	if (press.code == PRESS_DOWN)
		look->top++;
	else if (press.code == PRESS_PAGE_DOWN)
		look->top += page;
	else if (press.code == PRESS_UP)
		look->top -= look->top > 0;
	else if (press.code == PRESS_PAGE_UP)
		look->top = look->top > page ? look->top - page : 0;
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		look->top = 0;
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		look->top = SIZE_MAX / 2; /* painting knows the last one */
	else
		look->open = false;
	/* Any other key is obeyed as if the list were not there: no digit and no letter is lost. */
	return look->open || press.code == PRESS_TAB || press.code == PRESS_ESC;
}

/* A row of the list: a heading, or names from FIRST on. */
struct row {
	enum vote_value value;
	bool heading;
	size_t first;
};

struct names {
	struct message *who[VALUE_ABSTAIN + 1];
	size_t n[VALUE_ABSTAIN + 1], each; /* names in a row … */
	int width;                         /* … of so many cells */
	struct row *rows;
	size_t rows_n;
};

static struct names list_of(struct desk *d, const struct vote *vote, int cols)
{
	static const enum vote_value sides[] = {VALUE_AGAINST, VALUE_ABSTAIN};
	struct names l = {.width = 1, .each = 1};

	for (size_t i = 0; i < ARRAY_LEN(sides); i++) {
		enum vote_value v = sides[i];

		l.n[v] = count(vote, v);
		l.who[v] = voters(d, vote, v, l.n[v]);
		for (size_t k = 0; k < l.n[v]; k++) {
			int width = canvas_say_width(d->canvas, l.who[v][k]) + 2;

			l.width = width > l.width ? width : l.width;
		}
	}
	if (l.width < cols)
		l.each = (size_t)((cols + 2) / l.width);
	l.rows = ARENA_ARRAY(&d->frame, struct row, l.n[VALUE_AGAINST] + l.n[VALUE_ABSTAIN] + 2);
	for (size_t i = 0; i < ARRAY_LEN(sides); i++) {
		if (l.n[sides[i]])
			l.rows[l.rows_n++] = (struct row){sides[i], true, 0};
		for (size_t k = 0; k < l.n[sides[i]]; k += l.each)
			l.rows[l.rows_n++] = (struct row){sides[i], false, k};
	}
	return l;
}

static void paint_names(const struct names *l, struct area area, int at, struct row row)
{
	struct arg n = A_INT("n", (int64_t)l->n[row.value]);

	if (row.heading) {
		canvas_say(area, at, 0, 0, row.value == VALUE_AGAINST ? STYLE_BAD : STYLE_CAUTION,
			ALIGN_START,
			row.value == VALUE_AGAINST ? MSG("✗ against: {n}", n)
						   : MSG("○ abstaining: {n}", n));
		return;
	}
	for (size_t k = 0; k < l->each && row.first + k < l->n[row.value]; k++)
		(void)canvas_wrap_say(canvas_sub(area, at, 2 + (int)k * l->width, 1,
					      l->each > 1 ? l->width - 2 : 0),
			0, 1, STYLE_TEXT, l->who[row.value][row.first + k]);
}

bool readback_paint(struct desk *d, struct area work, const struct vote *vote)
{
	struct readback_look *look = &d->readback;
	struct area area = canvas_sub(work, 2, 0, work.rows - 3, 0);
	struct names l;
	size_t last;

	if (!look->open || !read_here(d)) {
		look->open = false;
		return false;
	}
	l = list_of(d, vote, area.cols - 2);
	look->page = area.rows;
	if (look->top + (size_t)area.rows > l.rows_n)
		look->top = l.rows_n > (size_t)area.rows ? l.rows_n - (size_t)area.rows : 0;
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, TEXT("▸ READ BACK BY NAME"));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	for (last = look->top; last < l.rows_n && last < look->top + (size_t)area.rows; last++)
		paint_names(&l, area, (int)(last - look->top), l.rows[last]);
	list_extent(canvas_sub(work, 1, 0, 1, 0), look->top, last, l.rows_n);
	canvas_say(work, work.rows - 1, 0, 0, STYLE_DONE, ALIGN_START,
		TEXT("↑↓ PgDn more · Tab or Esc goes back to the vote"));
	return true;
}
