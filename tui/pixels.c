#include "tui/pixels.h"

#include "locale/text.h"

int pixels_wide(enum pixels kind)
{
	return kind >= PIXELS_QUADRANT ? 2 : 1;
}

int pixels_high(enum pixels kind)
{
	return kind == PIXELS_SEXTANT ? 3 : 2;
}

int pixels_shape(enum pixels kind)
{
	return 500 * pixels_high(kind) / pixels_wide(kind);
}

/* Sextants stand in the order of their bits, without those that were characters already. */
static uint32_t sextant(unsigned bits)
{
	switch (bits) {
	case 0:
		return ' ';
	case 0x15:
		return 0x258C; /* left half */
	case 0x2A:
		return 0x2590; /* right half */
	case 0x3F:
		return 0x2588;
	default:
		return 0x1FB00 + bits - 1 - (bits > 0x15) - (bits > 0x2A);
	}
}

uint32_t pixels_code(enum pixels kind, unsigned bits)
{
	static const uint16_t quadrants[] = {' ', 0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E,
		0x259B, 0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588};
	static const uint16_t halves[] = {' ', 0x2580, 0x2584, 0x2588};

	switch (kind) {
	case PIXELS_NONE:
		break;
	case PIXELS_HALF:
		return halves[bits & 3];
	case PIXELS_QUADRANT:
		return quadrants[bits & 15];
	case PIXELS_SEXTANT:
		return sextant(bits & 63);
	}
	return ' ';
}

void pixels_row(struct area area, int row, int left, int whole, enum pixels kind, enum style style,
	const unsigned char *bits, int n)
{
	for (int from = 0; from < n; from++) {
		struct builder text;
		int to = from, at;

		builder_init(&text, canvas_arena(area.canvas));
		while (to < n && bits[to])
			text_encode(&text, pixels_code(kind, bits[to++]));
		if (to == from)
			continue;
		at = canvas_runs_left(area.canvas) ? whole - left - to : left + from;
		canvas_latin(area, row, at, to - from, style, ALIGN_START, builder_str(&text));
		from = to;
	}
}
