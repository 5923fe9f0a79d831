/* Logical text to cells of a terminal that leaves order and shape to us: FriBidi gives the order
 * (UAX #9), the joined forms of Arabic letters and mirrored brackets. What comes out is drawn cell
 * by cell from left to right. Format characters steer the layout and never become cells. A
 * lam-alef is one cell for two letters. Marks ride on their letter's cell.
 * Offsets are bytes of the source text. Text that is not UTF-8 shows U+FFFD; control characters
 * show as blanks. Each field of a screen is its own text with the screen's direction. */
#ifndef LOCALE_LAYOUT_H
#define LOCALE_LAYOUT_H

#include "model/base.h"

/* Who puts letters in order: the program, for a terminal that leaves cells alone; the program, for
 * one that turns each word round once more (tui/cell_order does the turning, the layout is the
 * same); the terminal, which gets logical order and plain letters; nobody. */
enum bidi_mode { BIDI_EXPLICIT, BIDI_WORD, BIDI_IMPLICIT, BIDI_NONE };
enum direction { DIR_LTR, DIR_RTL };

/* How a text in LANG runs. */
static inline enum direction lang_direction(enum lang lang)
{
	return lang == LANG_AR ? DIR_RTL : DIR_LTR;
}

#define GLYPH_CODES 5 /* a letter and at most 4 marks: all that a cell of curses holds */

struct glyph {
	uint32_t code[GLYPH_CODES];
	uint8_t codes;
	uint8_t width; /* cells, 1 or 2 */
	bool rtl;
	uint32_t from, to; /* bytes it stands for, marks on it included */
};

/* Glyphs in visual order, left to right; `width` is their sum in cells. from … to: the bytes of
 * the source, blanks swallowed at a line break included. All zero is a valid empty line. */
struct layout_line {
	const struct glyph *at;
	size_t n;
	int width;
	size_t from, to;
	enum direction base; /* DIR_LTR where letters stay in logical order */
};

struct layout_options {
	enum bidi_mode mode;
	enum direction base;
	bool marks; /* tashkil is left out unless set; marks on other letters always show */
};

/* The whole text on one line; a newline shows as a blank. Owner: the arena. */
struct layout_line layout_line(struct str text, struct layout_options o, struct arena *a);

/* Broken at blanks into lines of at most WIDTH cells (a longer word is cut); a newline begins a
 * new paragraph. Returns how many lines, never 0. WIDTH below 2 counts as 2. */
size_t layout_wrap(struct str text, int width, struct layout_options o, struct arena *a,
	struct layout_line **lines);

/* At most WIDTH cells: when there is more, letters go from the logical end and … takes the place.*/
struct layout_line layout_fit(struct str text, int width, struct layout_options o, struct arena *a);

/* Is the order of cells that of the eye, and the letters joined? */
static inline bool bidi_is_visual(enum bidi_mode mode)
{
	return mode == BIDI_EXPLICIT || mode == BIDI_WORD;
}

/* Cells of the text on one line as BIDI_EXPLICIT shows it. */
int layout_width(struct str text);

/* Where the caret before BYTE stands, in cells from the left of the line: on the letter that
 * begins there. Behind the last letter it is at width in a left-to-right line and at -1, one cell
 * left of it, in a right-to-left one. */
int layout_caret(const struct layout_line *line, size_t byte);

/* The byte whose letter covers CELL; beyond an end of the line, the line's own beginning or end as
 * its direction has them. */
size_t layout_byte_at(const struct layout_line *line, int cell);

#endif
