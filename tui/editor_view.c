/* The lines of an editor as they are seen: wrapping, scrolling, moving up and down.
 * Only the number of rows of each paragraph is kept; what is on the screen is laid out afresh. */
#include <string.h>

#include "locale/text.h"
#include "storage/memory.h"
#include "tui/editor_parts.h"

static size_t paragraph_of(const struct editor *e, size_t byte)
{
	size_t low = 0, high = e->paragraphs_n - 1;

	while (low < high) {
		size_t mid = (low + high + 1) / 2;

		if (e->paragraphs[mid].from <= byte)
			low = mid;
		else
			high = mid - 1;
	}
	return low;
}

void editor_lines_changed(struct editor *e, size_t at, size_t bytes)
{
	struct paragraph *old = e->paragraphs;
	size_t old_n = e->paragraphs_n, n = 1, first = 0, kept_end = 0;

	for (size_t i = 0; i < e->n; i++)
		n += e->p[i] == '\n';
	if (old_n) {
		first = paragraph_of(e, at);
		kept_end = old_n - 1 - paragraph_of(e, at + bytes);
	}
	e->paragraphs_room = n + 16;
	e->paragraphs = memory_source.take(e->paragraphs_room * sizeof(*e->paragraphs));
	e->paragraphs_n = 0;
	for (size_t from = 0, i = 0; i < n; i++) {
		const char *end = e->n > from ? memchr(e->p + from, '\n', e->n - from) : NULL;
		size_t to = end ? (size_t)(end - e->p) : e->n;
		int rows = 0;

		if (i < first)
			rows = old[i].rows;
		else if (n - 1 - i < kept_end)
			rows = old[old_n - (n - i)].rows;
		e->paragraphs[e->paragraphs_n++] = (struct paragraph){from, to, rows};
		from = to + 1;
	}
	if (old)
		memory_source.give(old);
}

/* The lines of paragraph I, offsets counted within it; valid until the scratch is cleared. */
static size_t lines_of(struct editor *e, size_t i, struct layout_line **lines)
{
	struct paragraph *p = &e->paragraphs[i];
	struct str text = {e->p ? e->p + p->from : "", p->to - p->from};
	size_t n = layout_wrap(text, e->width, e->layout, &e->scratch, lines);

	p->rows = (int)n;
	return n;
}

static int rows_of(struct editor *e, size_t i)
{
	struct layout_line *lines;

	if (e->paragraphs[i].rows == 0) {
		(void)lines_of(e, i, &lines);
		arena_clear(&e->scratch);
	}
	return e->paragraphs[i].rows;
}

static void set_layout(struct editor *e, struct layout_options layout, int width)
{
	if (width < 2)
		width = 2;
	if (width != e->width || layout.mode != e->layout.mode || layout.base != e->layout.base ||
		layout.marks != e->layout.marks)
		for (size_t i = 0; i < e->paragraphs_n; i++)
			e->paragraphs[i].rows = 0;
	e->width = width;
	e->layout = layout;
}

/* Which line of its paragraph holds the caret: the one it is in front of a letter of. */
static size_t line_of(const struct layout_line *lines, size_t n, size_t byte)
{
	size_t i = 0;

	while (i + 1 < n && byte >= lines[i].to)
		i++;
	return i;
}

/* The column of a line's first cell when it stands against its own edge. */
static int indent(const struct editor *e, const struct layout_line *line)
{
	/* One cell is kept free behind the text for the caret. */
	return e->layout.base == DIR_RTL ? e->width + 1 - line->width : 0;
}

static int row_of_paragraph(struct editor *e, size_t paragraph)
{
	int row = 0;

	for (size_t i = 0; i < paragraph; i++)
		row += rows_of(e, i);
	return row;
}

/* Row and column of the caret, rows counted from the beginning of the text. */
static void find_caret(struct editor *e, int *row, int *col)
{
	size_t i = paragraph_of(e, e->caret), byte = e->caret - e->paragraphs[i].from, n, k;
	struct layout_line *lines;

	*row = row_of_paragraph(e, i);
	n = lines_of(e, i, &lines);
	k = line_of(lines, n, byte);
	*row += (int)k;
	*col = indent(e, &lines[k]) + layout_caret(&lines[k], byte);
	arena_clear(&e->scratch);
}

/* Put the caret on this row, at this column or next to it. */
static void go_to(struct editor *e, int row, int col)
{
	struct layout_line *lines, *line;
	size_t i = 0, n, byte;

	while (i + 1 < e->paragraphs_n && row >= rows_of(e, i))
		row -= rows_of(e, i++);
	n = lines_of(e, i, &lines);
	line = &lines[row < 0 ? 0 : (size_t)row < n ? (size_t)row : n - 1];
	byte = layout_byte_at(line, col - indent(e, line));
	if (byte >= line->to && line != &lines[n - 1]) /* that is the next line's place */
		byte = text_prev((struct str){e->p + e->paragraphs[i].from,
					 e->paragraphs[i].to - e->paragraphs[i].from},
			line->to);
	arena_clear(&e->scratch);
	e->caret = e->paragraphs[i].from + byte;
	e->join = false;
}

bool editor_leaves(struct editor *e, struct press press)
{
	int row, col;

	if (press.shift || (press.code != PRESS_UP && press.code != PRESS_DOWN))
		return false;
	find_caret(e, &row, &col);
	return row == (press.code == PRESS_UP ? 0 : row_of_paragraph(e, e->paragraphs_n) - 1);
}

bool editor_move_rows(struct editor *e, struct press press)
{
	int row, col, goal, total = row_of_paragraph(e, e->paragraphs_n);
	int page = e->page > 2 ? e->page - 1 : 1;

	find_caret(e, &row, &col);
	goal = e->goal >= 0 ? e->goal : col < 0 ? 0 : col;
	if (press.code == PRESS_UP)
		row--;
	else if (press.code == PRESS_DOWN)
		row++;
	else if (press.code == PRESS_PAGE_UP)
		row = row > page ? row - page : row > 0 ? 0 : -1;
	else if (press.code == PRESS_PAGE_DOWN)
		row = row + page < total ? row + page : row < total - 1 ? total - 1 : total;
	else if (press.code == PRESS_HOME || press.code == PRESS_END) {
		bool right = (press.code == PRESS_END) == (e->layout.base == DIR_LTR);

		go_to(e, row, right ? e->width + 1 : -1);
		e->goal = -1;
		return true;
	} else
		return false;
	if (row < 0)
		editor_set_caret(e, 0);
	else if (row >= total)
		editor_set_caret(e, e->n);
	else
		go_to(e, row, goal);
	e->goal = goal;
	return true;
}

/* The cells of LINE that are selected; its bytes count from OFFSET on, its first cell is at X. */
static void draw_selection(const struct editor *e, struct area area, int row,
	const struct layout_line *line, size_t offset, int x)
{
	size_t from, to;

	editor_selection(e, &from, &to);
	for (size_t i = 0; i < line->n && from < to; i++) {
		const struct glyph *g = &line->at[i];

		if (offset + g->from < to && offset + g->to > from)
			canvas_restyle(area, row, x, g->width, STYLE_SELECTED);
		x += g->width;
	}
}

static void draw_rows(struct editor *e, struct area area, enum style style)
{
	int row = -e->top;

	for (size_t i = 0; i < e->paragraphs_n && row < area.rows; i++) {
		struct layout_line *lines;
		int n = rows_of(e, i);

		if (row + n > 0) {
			(void)lines_of(e, i, &lines);
			for (int k = 0; k < n; k++) {
				int x = canvas_glyphs(
					area, row + k, style, e->layout.base, &lines[k]);

				draw_selection(
					e, area, row + k, &lines[k], e->paragraphs[i].from, x);
			}
			arena_clear(&e->scratch);
		}
		row += n;
	}
}

/* Bytes from FROM on that fit into WIDTH cells. */
static size_t fitting(struct str text, size_t from, int width)
{
	size_t at = from;

	while (at < text.n) {
		size_t next = text_next(text, at), code_at = at;
		int cells = text_code_width(text_decode(text, &code_at));

		if (cells > width)
			break;
		width -= cells;
		at = next;
	}
	return at;
}

static void draw_one_line(struct editor *e, struct area area, enum style style, bool focused)
{
	struct str text = editor_text(e), seen;
	struct layout_line line;

	if (e->left > e->caret || e->left > text.n)
		e->left = e->caret;
	/* No letter is hidden before the first while there is room behind the last. */
	while (e->left > 0 && fitting(text, text_prev(text, e->left), e->width) == text.n)
		e->left = text_prev(text, e->left);
	while (e->left < e->caret && fitting(text, e->left, e->width) < e->caret)
		e->left = text_next(text, e->left);
	seen.p = text.p + e->left;
	seen.n = fitting(text, e->left, e->width) - e->left;
	line = layout_line(seen, e->layout, &e->scratch);
	draw_selection(
		e, area, 0, &line, e->left, canvas_glyphs(area, 0, style, e->layout.base, &line));
	if (focused)
		canvas_cursor_physical(
			area, 0, indent(e, &line) + layout_caret(&line, e->caret - e->left));
	arena_clear(&e->scratch);
}

void editor_draw(struct editor *e, struct area area, enum style style, bool focused)
{
	struct layout_options layout = canvas_layout(area.canvas, e->base);
	int row, col, total;

	if (area.rows < 1 || area.cols < 3)
		return;
	/* In logical order all texts run from the left. */
	layout.base = bidi_is_visual(layout.mode) ? layout.base : DIR_LTR;
	set_layout(e, layout, area.cols - 1);
	canvas_fill(area, 0, 0, area.rows, area.cols, style);
	if (e->one_line) {
		draw_one_line(e, area, style, focused);
		return;
	}
	e->page = area.rows;
	find_caret(e, &row, &col);
	total = row_of_paragraph(e, e->paragraphs_n);
	if (row < e->top)
		e->top = row;
	if (row >= e->top + area.rows)
		e->top = row - area.rows + 1;
	if (e->top > 0 && e->top + area.rows > total)
		e->top = total > area.rows ? total - area.rows : 0;
	draw_rows(e, area, style);
	if (focused)
		canvas_cursor_physical(area, row - e->top, col);
}

int editor_rows(struct editor *e, int width)
{
	set_layout(e, e->layout, width - 1);
	return row_of_paragraph(e, e->paragraphs_n);
}
