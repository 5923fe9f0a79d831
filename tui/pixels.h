/* Pictures made of block characters: how many pixels a cell has, and which character shows them. */
#ifndef TUI_PIXELS_H
#define TUI_PIXELS_H

#include "tui/canvas.h"

enum pixels {
	PIXELS_NONE,     /* no pictures */
	PIXELS_HALF,     /* one beside the other: consoles have no more */
	PIXELS_QUADRANT, /* two by two: in every font worth the name */
	PIXELS_SEXTANT   /* two by three, where the terminal draws them itself */
};

int pixels_wide(enum pixels kind);
int pixels_high(enum pixels kind);
/* Width of a pixel in thousandths of its height; a cell is twice as high as it is wide. */
int pixels_shape(enum pixels kind);
/* The character that shows BITS, of which bit y * wide + x is the pixel at x, y. */
uint32_t pixels_code(enum pixels kind, unsigned bits);

/* N cells of BITS in physical order, from physical column LEFT of a picture of WHOLE cells that
 * fills AREA. Blank ones are left alone: they would carry underlining where that stands for a
 * colour. */
void pixels_row(struct area area, int row, int left, int whole, enum pixels kind, enum style style,
	const unsigned char *bits, int n);

#endif
