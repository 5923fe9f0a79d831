#include "tui/frame.h"

#include <stdio.h>

#define BOTTOM_ROWS    5  /* keys, chair, step, message, status; one each at the least */
#define TITLE_COL      9  /* behind the program's name */
#define TITLE_CHAMBER  12 /* fewer cells for the chamber's name: none */
#define HEAD_ROWS      2  /* title, and the rail's line or a blank */
#define RAIL_NARROW    28
#define RAIL_WIDE      40
#define WORK_COLS      80
#define WORK_COLS_MAX  90
#define SIDE_COLS_MIN  30
#define SIDE_COLS      34
#define STRIP_ROWS     6
#define ITEM_PITCH     5
#define KEYS_NARROW    7
#define QUORUM_COLS    28
#define COPY_COLS      8
#define COPY_COLS_WIDE 12

static const enum style status_styles[] = {
	[TONE_PLAIN] = STYLE_STATUS,
	[TONE_GOOD] = STYLE_STATUS_GOOD,
	[TONE_BAD] = STYLE_STATUS_BAD,
	[TONE_CAUTION] = STYLE_STATUS_CAUTION,
	[TONE_HERE] = STYLE_STATUS_HERE,
};

static const enum style message_styles[] = {
	[TONE_PLAIN] = STYLE_TEXT,
	[TONE_GOOD] = STYLE_GOOD,
	[TONE_BAD] = STYLE_BAD,
	[TONE_CAUTION] = STYLE_CAUTION,
	[TONE_HERE] = STYLE_HERE,
};

static int clamp(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

static struct area none(struct area whole)
{
	return (struct area){whole.canvas, 0, 0, 0, 0};
}

/* Rail, line, work, line, side: the columns from 140 on. */
static void wide(struct frame_areas *f, struct area whole, int height, bool side)
{
	int cols = whole.cols;
	int rail = clamp(cols - 6 - WORK_COLS - SIDE_COLS_MIN, RAIL_NARROW, RAIL_WIDE), work, at;

	f->rail = canvas_sub(whole, HEAD_ROWS, 1, height, rail - 2);
	at = rail + 2;
	if (!side) {
		f->work = canvas_sub(whole, HEAD_ROWS, at, height, cols - at - 1);
		return;
	}
	work = clamp(cols - 6 - rail - SIDE_COLS, WORK_COLS, WORK_COLS_MAX);
	if (cols - 6 - rail - work < SIDE_COLS_MIN)
		work = cols - 6 - rail - SIDE_COLS_MIN;
	f->work = canvas_sub(whole, HEAD_ROWS, at, height, work);
	at += work + 3;
	f->side = canvas_sub(whole, HEAD_ROWS, at, height, cols - at - 1);
}

static bool chair_needs_two(struct area whole, const struct frame *f)
{
	int label = canvas_say_width(whole.canvas, TEXT(N_("Chair ▸")));

	return f->chair.id && canvas_say_width(whole.canvas, f->chair) > whole.cols - label - 4;
}

static struct message step_label(const struct frame *f)
{
	return f->step_here ? TEXT(N_("⏎ Here")) : TEXT(N_("⏎ Next"));
}

static bool step_needs_two(struct area whole, const struct frame *f)
{
	int label = canvas_say_width(whole.canvas, step_label(f));

	return f->step.id && canvas_say_width(whole.canvas, f->step) > whole.cols - label - 3;
}

/* What Enter does and what is read aloud are said whole, in two rows where one does not hold them;
 * the work area makes place, for the keys are looked for where they always stand. */
static int bottom_rows(struct area whole, const struct frame *f)
{
	return BOTTOM_ROWS + step_needs_two(whole, f) + chair_needs_two(whole, f);
}

struct frame_areas frame_layout(struct canvas *canvas, const struct frame *frame)
{
	struct area whole = canvas_area(canvas);
	struct frame_areas f = {none(whole), none(whole), none(whole), none(whole), false};
	int height = whole.rows - HEAD_ROWS - bottom_rows(whole, frame);
	bool wants_width = frame->wants_width, wants_all = frame->wants_all;

	if (whole.rows < FRAME_ROWS_MIN || whole.cols < FRAME_COLS_MIN) {
		f.small = true;
	} else if (whole.cols < 100 || wants_all || canvas_lines(canvas)) {
		f.work = canvas_sub(whole, HEAD_ROWS, 1, height, whole.cols - 2);
	} else if (whole.cols < 140) {
		f.rail = canvas_sub(whole, HEAD_ROWS, 1, height, RAIL_NARROW - 2);
		if (whole.rows >= 36 && !wants_width) {
			f.strip = canvas_sub(whole, HEAD_ROWS + height - STRIP_ROWS,
				RAIL_NARROW + 2, STRIP_ROWS, whole.cols - RAIL_NARROW - 3);
			height -= STRIP_ROWS + 1;
		}
		f.work = canvas_sub(
			whole, HEAD_ROWS, RAIL_NARROW + 2, height, whole.cols - RAIL_NARROW - 3);
	} else {
		wide(&f, whole, height, !wants_width);
	}
	return f;
}

/* The cells below which the chamber's name would be a stump. */
static int title_chamber(struct area whole, const struct frame *f)
{
	int n = canvas_say_width(whole.canvas, f->chamber);

	return n < TITLE_CHAMBER ? n : TITLE_CHAMBER;
}

/* The session's month and the date are never cut: what yields is the chamber's name, then the
 * program's, then the day of the week. */
static void draw_title(struct area whole, const struct frame *f)
{
	const struct message lead = f->session.id ? f->session : f->chamber;
	int need = canvas_say_width(whole.canvas, lead) + 2, col = TITLE_COL;
	int date_n = canvas_say_width(whole.canvas, f->date), end = whole.cols - 6 - date_n;
	struct message date = f->date;

	if (f->session.id && col + need > end)
		col = 1;
	if (f->session.id && col + need > end && f->date_short.id) {
		date = f->date_short;
		date_n = canvas_say_width(whole.canvas, date);
		end = whole.cols - 6 - date_n;
	}
	canvas_fill(whole, 0, 0, 1, 0, STYLE_TITLE);
	if (col == TITLE_COL)
		canvas_say(whole, 0, 1, 7, STYLE_TITLE, ALIGN_START, TEXT(N_("mahdar")));
	col += canvas_say(whole, 0, col, end - 2 - col, STYLE_TITLE_STRONG, ALIGN_START, lead);
	if (f->session.id && end - 2 - (col + 3) >= title_chamber(whole, f)) {
		canvas_text(whole, 0, col + 1, 1, STYLE_TITLE_STRONG, ALIGN_START, STR("·"));
		canvas_say(whole, 0, col + 3, end - 2 - (col + 3), STYLE_TITLE_STRONG, ALIGN_START,
			f->chamber);
	}
	canvas_say(whole, 0, end, date_n, STYLE_TITLE, ALIGN_END, date);
	canvas_say(whole, 0, whole.cols - 5, 4, STYLE_TITLE, ALIGN_END,
		TEXT(CTX("language of the screen", "[EN]")));
}

/* "F9 menu · F1 help", on every screen. */
static int ways_width(struct area whole)
{
	return canvas_say_width(whole.canvas, TEXT(N_("menu"))) +
	       canvas_say_width(whole.canvas, TEXT(N_("help"))) + 9;
}

static int draw_ways(struct area whole, int row)
{
	struct message menu = TEXT(N_("menu")), help = TEXT(N_("help"));
	int menu_n = canvas_say_width(whole.canvas, menu);
	int help_n = canvas_say_width(whole.canvas, help);
	int width = ways_width(whole), col = whole.cols - 1 - width;

	canvas_latin(whole, row, col, 2, STYLE_KEY, ALIGN_START, STR("F9"));
	canvas_say(whole, row, col + 3, menu_n, STYLE_DONE, ALIGN_START, menu);
	col += 3 + menu_n;
	canvas_text(whole, row, col + 1, 1, STYLE_DONE, ALIGN_START, STR("·"));
	canvas_latin(whole, row, col + 3, 2, STYLE_KEY, ALIGN_START, STR("F1"));
	canvas_say(whole, row, col + 6, help_n, STYLE_DONE, ALIGN_START, help);
	return width;
}

static void draw_item(struct area whole, int col, const struct frame_item *item, bool focus)
{
	struct builder b;

	builder_init(&b, canvas_arena(whole.canvas));
	if (item->mark == MARK_OPEN)
		builder_add_z(&b, mark_sign(item->mark));
	builder_add_int(&b, item->number);
	if (item->mark != MARK_OPEN && item->mark != MARK_WAITING)
		builder_add_z(&b, mark_sign(item->mark));
	canvas_text(whole, 1, col, ITEM_PITCH - 1, focus ? STYLE_FOCUS : mark_style(item->mark),
		ALIGN_END, builder_str(&b));
	if (focus)
		canvas_cursor(whole, 1, col);
}

/* What a rehearsal tries next takes the row under the title. */
static void draw_guide(struct area whole, const struct frame *f, int end)
{
	int n = canvas_say(whole, 1, 1, 24, STYLE_CHAIR_LABEL, ALIGN_START,
		MSG("{n}/{all} ▸", A_INT("n", f->guide_step), A_INT("all", f->guide_steps)));

	canvas_say(whole, 1, n + 2, end - n - 3, STYLE_CHAIR, ALIGN_START, f->guide);
}

/* So many items are left out here. */
static void draw_left_out(struct area whole, int col, size_t n)
{
	struct builder b;

	builder_init(&b, canvas_arena(whole.canvas));
	builder_add_z(&b, "+");
	builder_add_int(&b, (int64_t)n);
	canvas_text(whole, 1, col, ITEM_PITCH - 1, STYLE_DONE, ALIGN_END, builder_str(&b));
}

/* The agenda as one line: 1✓ 2✓ ▶3 4 +7, scrolled so that the open item and the next are on it. */
static void draw_rail(struct area whole, const struct frame *f)
{
	int room = (whole.cols - 8 - draw_ways(whole, 1) - 2) / ITEM_PITCH;
	size_t n = room > 0 ? (size_t)room : 0, first = 0, next = f->open_item + 1;

	canvas_say(whole, 1, 1, 7, f->rail_on ? STYLE_HERE : STYLE_DONE, ALIGN_START,
		TEXT(CTX("label of the rail", "Agenda")));
	if (n < 4)
		return;
	if (f->items_n > n && next + 2 > n) /* the last cell tells what is left out */
		first = next + 2 > f->items_n ? f->items_n - n : next + 2 - n;
	for (size_t i = 0; i < n && first + i < f->items_n; i++) {
		int col = 8 + (int)i * ITEM_PITCH;

		if (i == 0 && first > 0)
			draw_left_out(whole, col, first + 1);
		else if (i == n - 1 && first + n < f->items_n)
			draw_left_out(whole, col, f->items_n - first - i);
		else
			draw_item(whole, col, &f->items[first + i],
				f->rail_on && first + i == f->open_item);
	}
}

/* The keys of the footer, drawn or, with AT, looked up: the one that is named in that column. */
static const struct key_hint *walk_keys(
	struct area whole, int row, const struct frame *f, bool ways, const int *at)
{
	int end = whole.cols - 1, col = 1;
	size_t most = whole.cols < 140 ? KEYS_NARROW : FRAME_KEYS_MAX;

	if (ways)
		end -= ways_width(whole) + 2;
	for (size_t i = 0; i < f->keys_n && i < most; i++) {
		const struct key_hint *k = &f->keys[i];
		enum lang lang = canvas_lang(whole.canvas);
		struct str face = k->face.n ? k->face : keymap_face(k->bind, lang);
		int face_n = canvas_width(whole.canvas, face);
		int label_n = canvas_say_width(whole.canvas, k->label);

		if (col + face_n + 1 + label_n > end)
			break;
		if (at && *at >= col && *at <= col + face_n + label_n)
			return k;
		if (!at) {
			canvas_text(whole, row, col, face_n, STYLE_KEY, ALIGN_START, face);
			canvas_say(whole, row, col + face_n + 1, label_n, STYLE_TEXT, ALIGN_START,
				k->label);
		}
		col += face_n + 1 + label_n + 3;
	}
	return NULL;
}

static void draw_keys(struct area whole, int row, const struct frame *f, bool ways)
{
	if (ways)
		(void)draw_ways(whole, row);
	(void)walk_keys(whole, row, f, ways, NULL);
}

/* "[QUORUM 32/36 · needs 19 ✓] [14:32] [● recorded no. 217] …", for who hears it before each
 * answer.
 */
static void draw_facts(struct area whole, int row, const struct frame *f)
{
	const struct frame_field *const facts[] = {
		&f->quorum, &f->time, &f->saved, &f->copy, &f->room};
	int col = 1;

	for (size_t i = 0; i < ARRAY_LEN(facts); i++) {
		canvas_text(whole, row, col++, 1, STYLE_STATUS, ALIGN_START, STR("["));
		col += canvas_say(whole, row, col, -1, STYLE_STATUS, ALIGN_START, facts[i]->text);
		canvas_text(whole, row, col, 1, STYLE_STATUS, ALIGN_START, STR("]"));
		col += 2;
	}
}

static void draw_status(struct area whole, int row, const struct frame *f)
{
	int saved = clamp(whole.cols - 66, 14, 30);
	/* A long one begins earlier where there is room for it. */
	int copy = whole.cols < 100 || canvas_say_width(whole.canvas, f->copy.text) <= COPY_COLS
			   ? COPY_COLS
			   : COPY_COLS_WIDE;
	const struct {
		const struct frame_field *field;
		const struct message *narrow;
		int col, cols;
		enum align align;
	} at[] = {
		{&f->quorum, &f->quorum_short, 1, QUORUM_COLS, ALIGN_START},
		{&f->time, NULL, 30, 6, ALIGN_START},
		{&f->saved, &f->saved_narrow, 37, saved, ALIGN_START},
		{&f->copy, &f->copy_narrow, whole.cols - 20 - copy, copy, ALIGN_START},
		{&f->room, NULL, whole.cols - 20, 19, ALIGN_END},
	};

	canvas_fill(whole, row, 0, 1, 0, STYLE_STATUS);
	if (canvas_lines(whole.canvas)) {
		draw_facts(whole, row, f);
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(at); i++) {
		struct message text = at[i].field->text;

		if (at[i].narrow && at[i].narrow->id &&
			canvas_say_width(whole.canvas, text) > at[i].cols)
			text = *at[i].narrow;
		canvas_say(whole, row, at[i].col, at[i].cols, status_styles[at[i].field->tone],
			at[i].align, text);
	}
}

/* A refusal or a warning too long for its row takes the one above as well and the keys give way: a
 * reason cut off in the middle is worse than hints that F1 has too. */
static bool needs_two_rows(struct area whole, const struct frame *f)
{
	return f->message.id && (f->message_tone == TONE_BAD || f->message.id[0] == '!') &&
	       canvas_say_width(whole.canvas, f->message) > whole.cols - 2;
}

/* What the chair says is read aloud, so it is not cut. The rows it took. */
static int draw_chair(struct area whole, int row, const struct frame *f)
{
	int rows = chair_needs_two(whole, f) ? 2 : 1;
	int n = canvas_say(whole, row, 1, 20, STYLE_CHAIR_LABEL, ALIGN_START, TEXT(N_("Chair ▸")));

	if (!f->chair.id)
		canvas_text(whole, row, n + 2, 1, STYLE_CHAIR, ALIGN_START, STR("—"));
	else
		(void)canvas_wrap_say(
			canvas_sub(whole, row, n + 2, rows, -1), 0, rows, STYLE_CHAIR, f->chair);
	return rows;
}

static int draw_step(struct area whole, int row, const struct frame *f)
{
	int rows = step_needs_two(whole, f) ? 2 : 1, n;

	canvas_fill(whole, row, 0, rows, 0, STYLE_STEP);
	n = canvas_say(whole, row, 1, 20, STYLE_STEP_LABEL, ALIGN_START, step_label(f));
	(void)canvas_wrap_say(
		canvas_sub(whole, row, n + 2, rows, -1), 0, rows, STYLE_STEP, f->step);
	return rows;
}

static void draw_bottom(struct area whole, const struct frame *f, bool ways)
{
	int row = whole.rows - bottom_rows(whole, f),
	    message_rows = needs_two_rows(whole, f) ? 2 : 1;

	if (message_rows == 1)
		draw_keys(whole, row++, f, ways);
	row += draw_chair(whole, row, f);
	row += draw_step(whole, row, f);
	if (f->message.id)
		(void)canvas_wrap_say(canvas_sub(whole, row, 1, message_rows, -1), 0, message_rows,
			message_styles[f->message_tone], f->message);
	draw_status(whole, whole.rows - 1, f);
}

static void draw_small(struct area whole, const struct frame *f)
{
	char here[32];
	int row = 0;

	if (whole.rows < 3 || whole.cols < 20) {
		canvas_latin(whole, 0, 0, 0, STYLE_STRONG, ALIGN_START, STR("80×24"));
		return;
	}
	(void)snprintf(here, sizeof(here), "%d×%d", whole.cols, whole.rows);
	if (f->small_item.id)
		canvas_say(whole, row++, 0, 0, STYLE_STRONG, ALIGN_START, f->small_item);
	if (f->small_state.id)
		canvas_say(whole, row++, 0, 0, STYLE_HERE, ALIGN_START, f->small_state);
	canvas_wrap_say(whole, row, 0, STYLE_CAUTION,
		MSG("{needed} needed, here {here}: enlarge the window, or Ctrl −",
			A_STR("needed", STR("80×24")), A_STR("here", str_of(here))));
}

/* --- what both parts say, so that they are drawn only when it is something else --- */

static void say_field(struct builder *b, const struct frame_field *field)
{
	message_bytes(b, &field->text);
	builder_put(b, field->tone);
}

static struct str head_says(struct canvas *canvas, const struct frame *f, bool rail)
{
	struct builder b;

	builder_init(&b, canvas_arena(canvas));
	message_bytes(&b, &f->session);
	message_bytes(&b, &f->chamber);
	message_bytes(&b, &f->guide);
	builder_put(&b, f->guide_step);
	builder_put(&b, f->guide_steps);
	message_bytes(&b, &f->date);
	message_bytes(&b, &f->date_short);
	builder_put(&b, rail ? -1 : (int64_t)f->items_n);
	for (size_t i = 0; !rail && i < f->items_n; i++) {
		builder_put(&b, f->items[i].number);
		builder_put_text(&b, str_of(mark_sign(f->items[i].mark)));
	}
	builder_put(&b, (int64_t)f->open_item);
	builder_put(&b, f->rail_on);
	return builder_str(&b);
}

static struct str bottom_says(struct canvas *canvas, const struct frame *f, bool ways)
{
	const struct frame_field *fields[] = {&f->quorum, &f->time, &f->saved, &f->copy, &f->room};
	struct builder b;

	builder_init(&b, canvas_arena(canvas));
	builder_put(&b, ways);
	for (size_t i = 0; i < f->keys_n; i++) {
		builder_put(&b, f->keys[i].bind);
		builder_put_text(&b, f->keys[i].face);
		message_bytes(&b, &f->keys[i].label);
	}
	message_bytes(&b, &f->chair);
	message_bytes(&b, &f->step);
	builder_put(&b, f->step_here);
	message_bytes(&b, &f->message);
	builder_put(&b, f->message_tone);
	message_bytes(&b, &f->quorum_short);
	message_bytes(&b, &f->saved_narrow);
	message_bytes(&b, &f->copy_narrow);
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		say_field(&b, fields[i]);
	return builder_str(&b);
}

/* Title, and below it a guide or, where the agenda has no column, its line. */
static void draw_head(struct area whole, const struct frame *f, bool rail)
{
	draw_title(whole, f);
	if (f->guide.id)
		draw_guide(whole, f, whole.cols - (rail ? 1 : draw_ways(whole, 1) + 2));
	else if (!rail)
		draw_rail(whole, f);
}

struct frame_areas frame_draw(struct canvas *canvas, const struct frame *f)
{
	struct area whole = canvas_area(canvas), head, bottom;
	struct frame_areas at = frame_layout(canvas, f);
	int bottom_n = bottom_rows(whole, f), height = whole.rows - HEAD_ROWS - bottom_n;
	struct str says;

	if (at.small) {
		draw_small(whole, f);
		return at;
	}
	head = canvas_sub(whole, 0, 0, HEAD_ROWS, 0);
	says = head_says(canvas, f, at.rail.rows > 0);
	if (!canvas_again(head, says)) {
		draw_head(whole, f, at.rail.rows > 0);
		canvas_keep(head, says);
	}
	bottom = canvas_sub(whole, whole.rows - bottom_n, 0, 0, 0);
	says = bottom_says(canvas, f, at.rail.rows > 0);
	if (!canvas_again(bottom, says)) {
		draw_bottom(whole, f, at.rail.rows > 0);
		canvas_keep(bottom, says);
	}
	if (at.rail.rows)
		canvas_vline(whole, HEAD_ROWS, at.rail.cols + 2, height, STYLE_DONE);
	if (at.side.rows)
		canvas_vline(whole, HEAD_ROWS, at.side.col - 2, height, STYLE_DONE);
	if (at.strip.rows)
		canvas_hline(whole, at.strip.row - 1, at.strip.col, at.strip.cols, STYLE_DONE);
	return at;
}

/* The press behind a hint: its own key, or the letter that everybody has. */
static struct press press_of(const struct key_hint *k)
{
	if (k->bind == BIND_NONE)
		return PRESS_OF(PRESS_NONE);
	if (keymap_named(k->bind) != PRESS_NONE)
		return PRESS_OF(keymap_named(k->bind));
	return PRESS_CHAR_OF(keymap_latin(k->bind)[0]);
}

struct press frame_press_at(struct canvas *canvas, const struct frame *f, int row, int col)
{
	struct area whole = canvas_area(canvas);
	struct frame_areas at = frame_layout(canvas, f);
	int keys_at = whole.rows - bottom_rows(whole, f);
	bool rail = at.rail.rows > 0, keys = row == keys_at;
	int ways = whole.cols - 1 - ways_width(whole);
	const struct key_hint *hint;

	if (at.small || (keys && needs_two_rows(whole, f)))
		return PRESS_OF(PRESS_NONE);
	if (row == (rail ? keys_at : 1) && col >= ways && col < whole.cols - 1)
		return PRESS_OF(col < ways + 4 + canvas_say_width(canvas, TEXT(N_("menu")))
					? PRESS_F9
					: PRESS_F1);
	hint = keys ? walk_keys(whole, row, f, rail, &col) : NULL;
	return hint ? press_of(hint) : PRESS_OF(PRESS_NONE);
}
