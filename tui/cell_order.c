#include "tui/cell_order.h"

#include <string.h>

#include "locale/implicit.h"

bool cell_is_arabic(const struct cell *cell)
{
	uint32_t c = cell->code;

	return cell->width > 0 && ((c >= 0x0600 && c <= 0x06FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
					  (c >= 0xFE70 && c <= 0xFEFC));
}

/* ڭ is missing in common fonts; from another font it would be a stretch of its own anyway, and so
 * it always is. */
static bool stands_alone(const struct cell *cell)
{
	return cell->code == 0x06AD || (cell->code >= 0xFBD3 && cell->code <= 0xFBD6);
}

bool cell_ends_stretch(const struct cell *cells, int col, int n)
{
	const struct cell *cell = &cells[col];

	if (cell->width == 0 || cell->code == ' ' || (cell_is_arabic(cell) && !stands_alone(cell)))
		return false;
	return (col > 0 && cell_is_arabic(cell - 1)) || (col + 1 < n && cell_is_arabic(cell + 1));
}

/* The styles stay where they are: only letters move. */
static void put_letter(struct cell *to, const struct cell *from)
{
	enum style style = to->style;

	*to = *from;
	to->style = style;
}

/* Marks are left out: the terminal would draw them on the wrong letter. */
static void turn_words(const struct cell *from, struct cell *to, int n)
{
	int begin = 0;

	while (begin < n) {
		int end = begin;

		while (end < n && cell_is_arabic(&from[end]) && !stands_alone(&from[end]))
			end++;
		for (int i = begin; i < end; i++) {
			put_letter(&to[i], &from[begin + end - 1 - i]);
			to[i].marks = 0;
		}
		begin = end + 1;
	}
}

static void part_fields(
	const struct canvas *c, const struct cell *from, struct cell *to, struct arena *scratch)
{
	size_t n = (size_t)canvas_cols(c);
	uint32_t *code = ARENA_ARRAY(scratch, uint32_t, n);
	size_t *moved = ARENA_ARRAY(scratch, size_t, n);

	for (size_t i = 0; i < n; i++)
		code[i] = from[i].code;
	implicit_row(code, moved, n, lang_direction(canvas_lang(c)), scratch);
	for (size_t i = 0; i < n; i++) {
		put_letter(&to[i], &from[moved[i]]);
		if (to[i].width)
			to[i].code = code[i];
	}
}

void cell_order(const struct canvas *c, int row, struct cell *cells, struct arena *scratch)
{
	const struct cell *from = canvas_cell(c, row, 0);

	arena_clear(scratch);
	memcpy(cells, from, (size_t)canvas_cols(c) * sizeof(*cells));
	switch (canvas_bidi(c)) {
	case BIDI_WORD:
		turn_words(from, cells, canvas_cols(c));
		break;
	case BIDI_IMPLICIT:
		part_fields(c, from, cells, scratch);
		break;
	case BIDI_EXPLICIT:
	case BIDI_NONE:
		break;
	}
}
