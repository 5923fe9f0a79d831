/* How a form stands on the screen: rows, columns, scrolling; each field and what is said of it. */
#include "tui/form.h"

#define FIGURE_COLS 12 /* a figure stands by its label in either direction */
#define MONEY_COLS  18
#define LINE_COLS   20 /* what is left of a line at least */

static const struct message typing_replaces = {.id = N_("typing replaces it")};
static const struct message not_needed = {.id = N_("may be left as it is:")};

/* The digit that chooses choice I stands before it. */
static bool has_digit(const struct form_field *f, size_t i)
{
	return i < FORM_DIGITS_MAX && !f->coded;
}

/* Columns of choice I, brackets and gap with it. */
static int choice_cols(const struct form_field *f, struct canvas *canvas, size_t i)
{
	return canvas_say_width(canvas, f->choices[i]) + 3 + (has_digit(f, i) ? 3 : 0);
}

/* In focus all of them are seen, on as many rows as they take; else, and of a longer list, as many
 * as one row holds. */
static bool is_spread(const struct form_field *f, bool focused)
{
	return focused && f->choices_n > 0 && f->choices_n <= FORM_DIGITS_MAX;
}

/* Where choice I stands when choices follow each other on rows of COLS. */
static void choice_spot(
	const struct form_field *f, struct canvas *canvas, int cols, size_t i, int *row, int *col)
{
	*row = *col = 0;
	for (size_t k = 0; k <= i; k++) {
		int n = choice_cols(f, canvas, k);

		if (*col > 0 && *col + n - 1 > cols) {
			++*row;
			*col = 0;
		}
		if (k < i)
			*col += n;
	}
}

static int value_rows(const struct form_field *f, struct canvas *canvas, int cols, bool focused)
{
	int row, col;

	if (f->kind != FORM_CHOICE)
		return f->kind == FORM_PROSE && f->rows > 0 ? f->rows : 1;
	if (f->stacked)
		return (int)f->choices_n;
	if (!is_spread(f, focused))
		return 1;
	choice_spot(f, canvas, cols, f->choices_n - 1, &row, &col);
	return row + 1;
}

/* What is wrong, else the note: whole, on as many rows as it needs. */
static int words_rows(const struct form_field *f, struct canvas *canvas, int width)
{
	struct message words = f->problem.id ? f->problem : f->note;

	return words.id ? canvas_wrap_rows(canvas, words, width) : 0;
}

static int field_rows(const struct form_field *f, struct canvas *canvas, int width, bool focused)
{
	return value_rows(f, canvas, width, focused) + words_rows(f, canvas, width);
}

/* Of field I with the heading before it. */
static int rows_at(const struct form *form, size_t i, struct canvas *canvas, int width)
{
	return field_rows(&form->fields[i], canvas, width, i == form->focus) +
	       (i > 0 && i == form->enough);
}

/* The column of the labels. */
static int label_cols(const struct form *form, struct canvas *canvas, int cols)
{
	int label = 8, most = cols / 2 - 4; /* the values keep the larger part */
	bool figures = true;

	for (size_t i = 0; i < form->n; i++) {
		int n = canvas_say_width(canvas, form->fields[i].label) + 1;

		label = n > label ? n : label;
		figures = figures && form_is_figure(&form->fields[i]);
	}
	if (figures) /* … but figures need little: the names beside them are shown whole */
		most = cols * 2 / 3;
	return label > most ? most : label;
}

int form_rows(const struct form *form, struct canvas *canvas, int cols)
{
	int width = cols - label_cols(form, canvas, cols) - 2, rows = 0;

	for (size_t i = 0; i < form->n; i++)
		rows += rows_at(form, i, canvas, width);
	return rows;
}

/* The first choice shown, so that the chosen one is in sight: as many before it as there is room.
 */
static size_t first_choice(const struct form_field *f, struct area at)
{
	size_t first = f->chosen;
	int room = at.cols - 2;

	if (first >= f->choices_n)
		return 0;
	room -= choice_cols(f, at.canvas, first);
	while (first > 0) {
		room -= choice_cols(f, at.canvas, first - 1);
		if (room < 0)
			break;
		first--;
	}
	return first;
}

static void draw_stacked(const struct form_field *f, struct area at, bool focused)
{
	for (size_t i = 0; i < f->choices_n; i++) {
		bool chosen = i == f->chosen;
		enum style style = chosen ? focused ? STYLE_FOCUS : STYLE_STRONG : STYLE_TEXT;
		int row = (int)i, n = canvas_say_width(at.canvas, f->choices[i]);

		if (n > at.cols - 4)
			n = at.cols - 4;
		canvas_say(at, row, 0, 1, STYLE_KEY, ALIGN_START,
			MSG("{n}", A_INT("n", (int64_t)i + 1)));
		if (chosen) {
			canvas_fill(at, row, 2, 1, n + 2, style);
			canvas_text(at, row, 2, 1, style, ALIGN_START, STR("["));
			canvas_text(at, row, 3 + n, 1, style, ALIGN_START, STR("]"));
		}
		canvas_say(at, row, 3, n, style, ALIGN_START, f->choices[i]);
		if (focused && (chosen || (i == 0 && f->chosen >= f->choices_n)))
			canvas_cursor(at, row, chosen ? 2 : 0);
	}
}

static void draw_one(
	const struct form_field *f, struct area at, int row, int col, size_t i, bool focused)
{
	bool chosen = i == f->chosen;
	enum style style = chosen ? focused ? STYLE_FOCUS : STYLE_STRONG : STYLE_DONE;
	int words = col + (has_digit(f, i) ? 4 : 1), end = col + choice_cols(f, at.canvas, i) - 2;

	if (end > at.cols - 1)
		end = at.cols - 1;
	if (chosen) {
		canvas_fill(at, row, col, 1, end - col + 1, style);
		canvas_text(at, row, col, 1, style, ALIGN_START, STR("["));
		canvas_text(at, row, end, 1, style, ALIGN_START, STR("]"));
		if (focused)
			canvas_cursor(at, row, col);
	}
	if (has_digit(f, i)) { /* what it names may begin with a number itself */
		canvas_text(at, row, col + 2, 1, style, ALIGN_START, STR(":"));
		canvas_say(at, row, col + 1, 1, chosen ? style : STYLE_KEY, ALIGN_START,
			MSG("{n}", A_INT("n", (int64_t)i + 1)));
	}
	canvas_say(at, row, words, end - words, style, ALIGN_START, f->choices[i]);
}

static void draw_choice(const struct form_field *f, struct area at, bool focused)
{
	size_t first = is_spread(f, focused) ? 0 : first_choice(f, at);
	int row = 0, col = 0;

	if (focused && f->chosen >= f->choices_n)
		canvas_cursor(at, 0, 0);
	if (is_spread(f, focused)) {
		for (size_t i = 0; i < f->choices_n; i++) {
			choice_spot(f, at.canvas, at.cols, i, &row, &col);
			draw_one(f, at, row, col, i, focused);
		}
		return;
	}
	if (first > 0) {
		canvas_text(at, 0, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
		col = 2;
	}
	for (size_t i = first; i < f->choices_n; i++) {
		if (col + choice_cols(f, at.canvas, i) - 1 > at.cols && i > first) {
			canvas_text(at, 0, at.cols - 1, 1, STYLE_DONE, ALIGN_START, STR("…"));
			break;
		}
		draw_one(f, at, 0, col, i, focused);
		col += choice_cols(f, at.canvas, i);
	}
}

/* The same row of dots whatever is typed, nothing while nothing is: the length stays secret. */
static void draw_secret(const struct form_field *f, struct area at, bool focused)
{
	static const char dots[] = "························";

	canvas_fill(at, 0, 0, 1, at.cols, focused ? STYLE_ENTRY : STYLE_TEXT);
	if (f->secret_n)
		canvas_text(at, 0, 0, 24, focused ? STYLE_ENTRY : STYLE_DONE, ALIGN_START,
			str_of(dots));
	if (focused)
		canvas_cursor(at, 0, 0);
}

/* Columns of the value; a line that typing replaces leaves some to say so. */
static int value_cols(const struct form_field *f, struct area at, int room, bool focused)
{
	int said = canvas_say_width(at.canvas, typing_replaces) + 1;

	if (f->kind == FORM_MONEY)
		return MONEY_COLS < room ? MONEY_COLS : room;
	if (form_is_figure(f))
		return FIGURE_COLS < room ? FIGURE_COLS : room;
	if (f->kind == FORM_PROSE) /* its note says so: its rows stay as wide as they are */
		return room;
	return focused && f->proposed && room - said >= LINE_COLS ? room - said : room;
}

/* Behind the value: that typing replaces it, else the day as it was read, with its year. */
static void draw_aside(const struct form_field *f, struct area at, int col, bool focused)
{
	struct message words = typing_replaces;
	struct date day;

	if (f->problem.id || f->kind == FORM_PROSE)
		return;
	if (!(focused && f->proposed)) {
		if (f->kind != FORM_DATE || !form_date(f, &day))
			return;
		words = MSG("{day}", A_DATE("day", day));
		if (canvas_say_width(at.canvas, words) > at.cols - col)
			words = MSG("{day}", A_DAY("day", day));
	}
	canvas_say(at, 0, col, 0, STYLE_DONE, ALIGN_START, words);
}

static bool is_filled(const struct form_field *f)
{
	return f->kind == FORM_CHOICE ? f->chosen < f->choices_n : form_text(f).n > 0;
}

/* PASSED: the form began behind it. What stands there already is ticked off. */
static void draw_field(struct form_field *f, struct area at, int label, bool focused, bool passed)
{
	int rows = value_rows(f, at.canvas, at.cols - label - 2, focused);
	int wants = value_cols(f, at, at.cols - label - 2, focused);
	struct area value = canvas_sub(at, 0, label + 2, rows, wants);

	f->seen = at;
	canvas_say(at, 0, 0, label, focused ? STYLE_KEY : STYLE_DONE, ALIGN_START, f->label);
	canvas_text(at, 0, label, 1, focused ? STYLE_HERE : STYLE_DONE, ALIGN_START,
		passed && !focused && is_filled(f) ? STR("✓") : STR("▸"));
	if (f->kind == FORM_CHOICE && f->stacked)
		draw_stacked(f, value, focused);
	else if (f->kind == FORM_CHOICE)
		draw_choice(f, value, focused);
	else if (f->kind == FORM_PASSPHRASE)
		draw_secret(f, value, focused);
	else
		editor_draw(f->editor, value,
			!focused      ? STYLE_TEXT
			: f->proposed ? STYLE_FOCUS
				      : STYLE_ENTRY,
			focused);
	draw_aside(f, at, label + 2 + value.cols + 1, focused);
	if (f->problem.id || f->note.id)
		canvas_wrap_say(canvas_sub(at, rows, label + 2, at.rows - rows, 0), 0, 0,
			f->problem.id ? STYLE_BAD : STYLE_DONE,
			f->problem.id ? f->problem : f->note);
}

bool form_at(const struct form *form, int row, int col, size_t *index)
{
	for (*index = 0; *index < form->n; ++*index) {
		if (canvas_holds(form->fields[*index].seen, row, col))
			return true;
	}
	return false;
}

size_t form_end(const struct form *form)
{
	size_t end = form->top;

	while (end < form->n && form->fields[end].seen.rows > 0)
		end++;
	return end;
}

void form_draw(struct form *form, struct area area)
{
	int label = label_cols(form, area.canvas, area.cols), width = area.cols - label - 2;
	int before = 0, row = 0;

	form_begin(form);
	for (size_t i = 0; i < form->n; i++)
		form->fields[i].seen = (struct area){.rows = 0};
	for (size_t i = 0; i < form->n && i <= form->focus; i++)
		before += rows_at(form, i, area.canvas, width);
	/* Scroll by whole fields until the one in focus is in sight. */
	if (form->top > form->focus)
		form->top = form->focus;
	for (size_t i = 0; i < form->top; i++)
		before -= rows_at(form, i, area.canvas, width);
	while (before > area.rows && form->top < form->focus)
		before -= rows_at(form, form->top++, area.canvas, width);
	for (size_t i = form->top; i < form->n && row < area.rows; i++) {
		int rows = field_rows(&form->fields[i], area.canvas, width, i == form->focus);

		if (i > 0 && i == form->enough)
			canvas_say(area, row++, 0, 0, STYLE_DONE, ALIGN_START, not_needed);
		draw_field(&form->fields[i], canvas_sub(area, row, 0, rows, area.cols), label,
			i == form->focus, i < form->first);
		row += rows;
	}
}
