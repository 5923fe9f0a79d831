#include "tui/panel.h"

#include "tui/list.h"

#define BEFORE 3 /* cells of the area before the box */
#define EDGES  4 /* frame and blank on both sides of the text */

#define LINES_LEAST 3 /* rows of facts, though there are many choices */

static bool off(const struct panel_choice *c)
{
	return c->reason.id;
}

bool panel_waits(const struct panel *p)
{
	return (p->confirm || p->weighs) && !p->picked;
}

bool panel_unread(const struct panel *p)
{
	return p->confirm && p->below > 0 && !p->read;
}

/* The facts go up or down by what is seen of them. */
static bool turn(struct panel *p, bool down)
{
	if (p->top + p->below == 0)
		return false;
	if (down)
		p->top += p->below < p->page ? p->below : p->page;
	else
		p->top -= p->top < p->page ? p->top : p->page;
	p->below = 0; /* until it is drawn anew */
	return true;
}

static enum panel_result choose(struct panel *p, bool enter)
{
	if (p->choices_n == 0)
		return enter ? PANEL_CHOSEN : PANEL_IGNORED;
	if (off(&p->choices[p->focus]))
		return PANEL_REFUSED;
	if (p->confirm && !enter) {
		p->picked = true;
		return PANEL_TAKEN;
	}
	/* Enter after Enter must not do. */
	if (enter && panel_waits(p))
		return PANEL_WAITS;
	if (enter && panel_unread(p) && turn(p, true))
		return PANEL_TAKEN;
	return PANEL_CHOSEN;
}

/* Nothing is to be chosen: the facts go up and down, where they are more than the box holds. */
static bool scroll(struct panel *p, struct press press)
{
	if (press.code == PRESS_HOME)
		p->top = 0;
	else if (press.code == PRESS_UP)
		p->top -= p->top > 0;
	else if (press.code == PRESS_DOWN)
		p->top += p->below > 0;
	else if (press.code == PRESS_END)
		p->top += p->below;
	else
		return false;
	p->below = 0; /* until it is drawn anew */
	return true;
}

/* The arrows reach every choice, those that are off too, to read their whole reason. */
static bool move(struct panel *p, struct press press)
{
	size_t last = p->choices_n ? p->choices_n - 1 : 0, to = p->focus;

	if (press.code == PRESS_UP)
		to = to > 0 ? to - 1 : 0;
	else if (press.code == PRESS_DOWN)
		to = to < last ? to + 1 : last;
	else if (press.code == PRESS_HOME)
		to = 0;
	else if (press.code == PRESS_END)
		to = last;
	else
		return false;
	if (!panel_waits(p)) /* else the first arrow only shows the bar */
		p->focus = to;
	p->picked = p->choices_n > 0;
	return true;
}

enum panel_result panel_key(struct panel *p, struct press press)
{
	int digit = key_digit(press);

	if (press.code == PRESS_ESC)
		return PANEL_LEFT;
	if (press.code == PRESS_ENTER)
		return choose(p, true);
	if ((press.code == PRESS_PAGE_UP || press.code == PRESS_PAGE_DOWN) &&
		turn(p, press.code == PRESS_PAGE_DOWN))
		return PANEL_TAKEN;
	if (p->choices_n == 0 ? scroll(p, press) : move(p, press))
		return PANEL_TAKEN;
	if (digit < 0)
		return PANEL_IGNORED;
	for (size_t i = 0; i < p->choices_n; i++)
		if (p->choices[i].digit == digit) {
			p->focus = i;
			p->picked = false;
			return choose(p, false);
		}
	return PANEL_IGNORED;
}

/* "3  take note   — this item needs a vote": how wide. */
static int choice_width(struct canvas *c, const struct panel_choice *choice)
{
	int n = 3 + canvas_say_width(c, choice->label);

	if (off(choice))
		n += 4 + canvas_say_width(c, choice->reason);
	if (choice->face.n)
		n += 3 + canvas_width(c, choice->face);
	return n;
}

static int inner_width(const struct panel *p, struct area area)
{
	struct canvas *c = area.canvas;
	int most = area.cols - BEFORE - EDGES - 1, want = 34, n;

	if (p->extra && p->extra_cols > want)
		want = p->extra_cols;
	if (p->title.id && (n = canvas_say_width(c, p->title) + 4) > want)
		want = n;
	for (size_t i = 0; i < p->lines_n; i++)
		if ((n = canvas_say_width(c, p->lines[i])) > want)
			want = n;
	for (size_t i = 0; i < p->choices_n; i++)
		if ((n = choice_width(c, &p->choices[i])) > want)
			want = n;
	if (p->footer.id && (n = canvas_say_width(c, p->footer)) > want)
		want = n;
	if (!canvas_lines(c) && most > 72)
		most = 72;
	return want > most ? most : want;
}

/* The rows of line I, at this width. */
static int line_rows(
	const struct panel *p, struct canvas *c, int width, size_t i, struct layout_line **lines)
{
	return (int)canvas_lines_of(c, canvas_words(c, p->lines[i]), width, canvas_base(c), lines);
}

static int lines_rows(const struct panel *p, struct canvas *c, int width)
{
	struct layout_line *lines;
	int rows = 0;

	for (size_t i = 0; i < p->lines_n; i++)
		rows += line_rows(p, c, width, i, &lines);
	return rows;
}

/* ROOM rows of the facts, from the one on that they were moved to, of ROWS in all. Returns ROOM. */
static int draw_lines_from(struct panel *p, struct area in, int room, int rows)
{
	enum direction base = canvas_base(in.canvas);
	int row;

	if (p->top > (size_t)(rows - room)) /* the box has become higher */
		p->top = (size_t)(rows - room);
	p->below = (size_t)(rows - room) - p->top;
	p->page = (size_t)room;
	p->read = p->read || p->below == 0;
	row = -(int)p->top;
	for (size_t i = 0; i < p->lines_n; i++) {
		struct layout_line *lines;
		int n = line_rows(p, in.canvas, in.cols, i, &lines);

		for (int k = 0; k < n; k++, row++)
			if (row >= 0 && row < room)
				canvas_glyphs(canvas_sub(in, row, 0, 1, 0), 0, STYLE_TEXT, base,
					&lines[k]);
	}
	return room;
}

/* PICKED: it was chosen and waits for Enter, which a sign says too. */
static void draw_choice(
	struct area at, const struct panel_choice *choice, bool focused, bool picked)
{
	enum style style = focused ? STYLE_FOCUS : off(choice) ? STYLE_OFF : STYLE_TEXT;
	enum style key = focused ? STYLE_FOCUS : off(choice) ? STYLE_OFF : STYLE_KEY;
	int face = 0, col = 3;
	char digit;

	if (focused) {
		canvas_fill(at, 0, 0, 1, at.cols, STYLE_FOCUS);
		canvas_cursor(at, 0, 0);
	}
	if (focused && picked)
		canvas_text(at, 0, 1, 1, key, ALIGN_START, STR("▸"));
	if (choice->digit >= 0) {
		digit = (char)('0' + choice->digit);
		canvas_text(at, 0, 0, 1, key, ALIGN_START, (struct str){&digit, 1});
	}
	if (choice->face.n) {
		face = canvas_width(at.canvas, choice->face);
		canvas_text(at, 0, at.cols - face, face, key, ALIGN_END, choice->face);
		face += 2;
	}
	col += canvas_say(at, 0, col, -face, style, ALIGN_START, choice->label);
	if (off(choice) && at.cols - face - col > 6) {
		canvas_text(at, 0, col + 1, 1, style, ALIGN_START, STR("—"));
		canvas_say(at, 0, col + 3, -face, style, ALIGN_START, choice->reason);
	}
}

static int draw_choices(struct panel *p, struct area in, int row, int room)
{
	size_t top = 0;
	int shown = 0;

	if (room < 1)
		return 0;
	if (p->focus >= (size_t)room)
		top = p->focus - (size_t)room + 1;
	p->first = top;
	p->seen = canvas_sub(in, row, 0, room, 0);
	for (size_t i = top; i < p->choices_n && shown < room; i++, shown++)
		draw_choice(canvas_sub(in, row + shown, 0, 1, in.cols), &p->choices[i],
			i == p->focus && !panel_waits(p), p->picked);
	return shown;
}

bool panel_at(const struct panel *p, int row, int col, size_t *index)
{
	if (!canvas_holds(p->seen, row, col))
		return false;
	*index = p->first + (size_t)(row - p->seen.row);
	return *index < p->choices_n;
}

/* The reason of a greyed choice does not fit behind its words. */
static bool cut_reason(const struct panel_choice *choice, struct canvas *c, int width)
{
	return off(choice) && choice_width(c, choice) > width;
}

/* The rows below the choices: of the keys, and of the longest reason that takes their place while
 * its row is in focus. */
static int foot_rows(const struct panel *p, struct canvas *c, int width)
{
	int rows = p->footer.id ? 2 : 0, n;

	for (size_t i = 0; p->footer.id && i < p->choices_n; i++) {
		n = cut_reason(&p->choices[i], c, width)
			    ? canvas_wrap_rows(c, p->choices[i].reason, width)
			    : 0;
		rows = n > rows ? n : rows;
	}
	return rows;
}

static void draw_foot(const struct panel *p, struct area foot)
{
	const struct panel_choice *choice = p->choices_n ? &p->choices[p->focus] : NULL;

	if (choice && !panel_waits(p) && cut_reason(choice, foot.canvas, foot.cols))
		canvas_wrap_say(foot, 0, foot.rows, STYLE_CAUTION, choice->reason);
	else
		canvas_say(foot, foot.rows - 1, 0, 0, STYLE_DONE, ALIGN_START, p->footer);
}

struct area panel_draw(struct panel *p, struct area area)
{
	int width = inner_width(p, area), lines = lines_rows(p, area.canvas, width);
	int gap = (lines || p->extra) && p->choices_n ? 1 : 0,
	    foot = foot_rows(p, area.canvas, width);
	int fixed = 2 + gap + foot + p->extra, rows, row = 0, room, shown;
	struct area box, in, rest;

	if (p->focus >= p->choices_n)
		p->focus = p->choices_n ? p->choices_n - 1 : 0;
	rows = fixed + lines + (int)p->choices_n;
	rows = rows > area.rows ? area.rows : rows;
	box = canvas_sub(area, (area.rows - rows) / 3, BEFORE, rows, width + EDGES);
	canvas_box(box, STYLE_DONE, p->title);
	in = canvas_sub(box, 1, 2, rows - 2, width);
	/* When it is too high, the facts give way before the choices, but for a few rows. */
	room = in.rows - foot - gap - p->extra - (int)p->choices_n;
	if (room < LINES_LEAST && p->choices_n && in.rows - foot - gap - p->extra > LINES_LEAST)
		room = LINES_LEAST;
	if (lines > room && room > 0) {
		row = draw_lines_from(p, in, room, lines);
	} else {
		p->top = p->below = 0;
		for (size_t i = 0; i < p->lines_n && row < room; i++)
			row += canvas_wrap_say(in, row, room - row, STYLE_TEXT, p->lines[i]);
	}
	rest = canvas_sub(in, row, 0, 1, in.cols);
	rest.rows = p->extra < in.rows - row ? p->extra : in.rows - row;
	row += p->extra;
	if (p->choices_n && row && gap)
		list_pages(canvas_sub(in, row, 0, 1, 0), p->top, (size_t)lines - p->below,
			(size_t)lines);
	row += row ? gap : 0;
	shown = draw_choices(p, in, row, in.rows - foot - row);
	if (foot) {
		if (p->choices_n)
			list_extent(canvas_sub(in, in.rows - foot, 0, 1, 0), p->first,
				p->first + (size_t)shown, p->choices_n);
		else
			list_extent(canvas_sub(in, in.rows - foot, 0, 1, 0), p->top,
				(size_t)lines - p->below, (size_t)lines);
		draw_foot(p, canvas_sub(in, in.rows - foot, 0, foot, 0));
	}
	return rest;
}
