#include "tests/cut.h"

#include "tests/test.h"

#define ELLIPSIS 0x2026u

/* The code of the last cell in STYLE on ROW, in the order of reading; 0: there is none. */
static uint32_t last_of(const struct canvas *c, int row, enum style style)
{
	int cols = canvas_cols(c), step = canvas_rtl(c) ? 1 : -1;

	for (int col = canvas_rtl(c) ? 0 : cols - 1; col >= 0 && col < cols; col += step) {
		const struct cell *cell = canvas_cell(c, row, col);

		if (cell->style == style && cell->width && cell->code != ' ')
			return cell->code;
	}
	return 0;
}

void cut_check(const struct canvas *c, struct arena *a)
{
	static const enum style whole[] = {STYLE_STEP, STYLE_CHAIR};

	for (size_t i = 0; i < ARRAY_LEN(whole); i++) {
		uint32_t last = 0;

		for (int row = canvas_rows(c) - 5; row > 0 && row < canvas_rows(c) - 1; row++) {
			uint32_t code = last_of(c, row, whole[i]);

			last = code ? code : last;
		}
		if (last == ELLIPSIS)
			fail_msg("what has to be read whole is cut:\n%s",
				arena_z(a, canvas_dump(c, a)));
	}
}
