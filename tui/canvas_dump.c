/* What tests read off a canvas. */
#include "locale/text.h"
#include "tui/canvas.h"
#include "tui/cell_order.h"

struct str canvas_dump(const struct canvas *c, struct arena *a)
{
	struct cell *cells = ARENA_ARRAY(a, struct cell, (size_t)canvas_cols(c));
	struct arena scratch;
	uint32_t codes[CELL_CODES_MAX];
	struct builder b;
	size_t n;

	arena_init(&scratch, a->source);
	builder_init(&b, a);
	for (int row = 0; row < canvas_rows(c); row++) {
		size_t end = b.n;

		cell_order(c, row, cells, &scratch);
		for (int col = 0; col < canvas_cols(c); col++) {
			const struct cell *cell = &cells[col];

			n = canvas_codes(c, cell, codes);
			for (size_t k = 0; k < n; k++)
				text_encode(&b, codes[k]);
			if (n > 0 && cell->code != ' ')
				end = b.n;
		}
		b.n = end;
		builder_add_char(&b, '\n');
	}
	arena_clear(&scratch);
	return arena_str(a, builder_str(&b));
}

struct str canvas_dump_styles(const struct canvas *c, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (int row = 0; row < canvas_rows(c); row++) {
		for (int col = 0; col < canvas_cols(c); col++)
			builder_add_char(&b, (char)('a' + (int)canvas_cell(c, row, col)->style));
		builder_add_char(&b, '\n');
	}
	return arena_str(a, builder_str(&b));
}

/* Signs that point are turned round on a screen that runs to the left. */
static bool same_sign(uint32_t shown, uint32_t meant)
{
	return shown == meant || (meant == 0x25B6 && shown == 0x25C0) ||
	       (meant == 0x25B8 && shown == 0x25C2) || (meant == 0x2192 && shown == 0x2190);
}

/* Whether LINE stands at physical COL of ROW. */
static bool stands_at(const struct canvas *c, int row, int col, const struct layout_line *line)
{
	if (col + line->width > canvas_cols(c))
		return false;
	for (size_t i = 0; i < line->n; i++) {
		const struct cell *cell = canvas_cell(c, row, col);

		if (cell->width == 0 || !same_sign(cell->code, line->at[i].code[0]))
			return false;
		col += line->at[i].width;
	}
	return line->n > 0;
}

bool canvas_row_shows(struct canvas *c, int row, struct str text)
{
	for (int base = DIR_LTR; base <= DIR_RTL; base++) {
		const struct layout_options o = {.base = (enum direction)base};
		struct layout_line line = layout_line(text, o, canvas_arena(c));

		for (int col = 0; col + line.width <= canvas_cols(c); col++)
			if (stands_at(c, row, col, &line))
				return true;
	}
	return false;
}

bool canvas_shows(struct canvas *c, struct str text)
{
	for (int row = 0; row < canvas_rows(c); row++)
		if (canvas_row_shows(c, row, text))
			return true;
	return false;
}
