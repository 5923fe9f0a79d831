/* Words as pixels, for letters that are read from the last row of a room. Shaping and drawing are
 * the private module's (storage/record/pdf.h); without it, or without its fonts, there are none and
 * the caller shows ordinary letters. */
#ifndef STORAGE_RECORD_LETTERS_H
#define STORAGE_RECORD_LETTERS_H

#include "storage/error.h"
#include "storage/memory.h"

struct letters;

struct letters_order {
	struct str text;   /* one paragraph */
	bool rtl;          /* its direction, whatever its first letter */
	int width, height; /* pixels to keep to */
	int lines;         /* at most */
	int shape;         /* width of a pixel in thousandths of its height */
	int least;         /* pixels from line to line; smaller letters are not worth drawing */
};

struct letters_bits {
	int width, height;  /* WIDTH as ordered, HEIGHT what the letters take of it */
	struct bytes pixel; /* row by row, 1: drawn */
};

/* Errors: MODULE, FONT, PDF. Owner: the caller closes. */
int letters_open(struct letters **l, struct error *err) MUST_CHECK;
void letters_close(struct letters *l); /* NULL-safe */
/* The largest letters at which the words, none of them broken, keep to the order, each line in the
 * middle. True and *BITS, which the caller frees (bytes_free of its pixels); false: smaller than
 * the least, or nothing to draw. */
bool letters_draw(struct letters *l, const struct letters_order *order, struct letters_bits *bits);

#endif
