/* The screen as cells in memory, before any terminal. Views paint fields into areas, in logical
 * coordinates: column 0 is where reading starts. On an Arabic screen the canvas mirrors every
 * rectangle (x' = columns - x - width), lays out each field as a paragraph of its own and turns
 * directed signs round; views never ask which way the screen runs. */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include "locale/layout.h"
#include "model/message.h"
#include "tui/style.h"

struct canvas;

/* Small, and no byte is left over: whole pictures of them are copied and compared at every key. */
struct cell {
	uint32_t code;  /* the letter */
	uint16_t marks; /* 0: none stand on it; canvas_codes() has them */
	uint8_t width;  /* 0: right half of a wide character, without a letter */
	enum style style : 8;
};

#define CELL_CODES_MAX GLYPH_CODES

/* A rectangle to paint into; everything outside is cut off. Passed by value. */
struct area {
	struct canvas *canvas;
	int row, col, rows, cols; /* logical, on the whole canvas */
};

enum align {
	ALIGN_START, /* where reading starts */
	ALIGN_CENTER,
	ALIGN_END,
	ALIGN_RIGHT /* the right-hand side in both directions: numbers in a column */
};

/* Owner: the caller, who closes it. */
struct canvas *canvas_open(const struct arena_source *memory);
void canvas_close(struct canvas *canvas); /* NULL-safe */

/* Empty, of this size, in this language; called before each painting. Cells are kept. */
void canvas_begin(struct canvas *canvas, int rows, int cols, enum lang lang);
/* Choices that stay: who puts letters in order (logical order is also that of the fields); ASCII
 * stand-ins for symbols and lines; marks (tashkil) shown. */
void canvas_options(struct canvas *canvas, enum bidi_mode bidi, bool ascii, bool marks);
/* The rows are read out as lines, one fact in each: nothing stands beside anything, nothing is cut
 * for the looks. */
void canvas_set_lines(struct canvas *canvas, bool lines);
bool canvas_lines(const struct canvas *canvas);
/* How wide to make what stands in AREA: MOST columns, but all of it where rows are lines. */
int canvas_at_most(struct area area, int most);

struct area canvas_area(struct canvas *canvas);
int canvas_rows(const struct canvas *canvas);
int canvas_cols(const struct canvas *canvas);
enum lang canvas_lang(const struct canvas *canvas);
bool canvas_rtl(const struct canvas *canvas);
/* Is the picture seen the mirrored one? A terminal that orders letters mirrors the rows as well;
 * then columns of the canvas are not mirrored. */
bool canvas_runs_left(const struct canvas *canvas);
enum bidi_mode canvas_bidi(const struct canvas *canvas);
/* A picture of another language within this one: until the next call everything is painted in LANG,
 * and AREA, which is returned, is counted as LANG counts it. Back with the language of before. */
struct area canvas_in(struct area area, enum lang lang);
/* How fields and sentences in the language of the screen run. */
enum direction canvas_base(const struct canvas *canvas);
/* How texts of this direction are laid out here. */
struct layout_options canvas_layout(const struct canvas *canvas, enum direction base);
/* Memory that lasts until the next canvas_begin: for texts made while painting. */
struct arena *canvas_arena(struct canvas *canvas);

/* Is this cell, counted as areas are, inside of AREA? */
bool canvas_holds(struct area area, int row, int col);
/* The part of AREA at ROW, COL; ROWS or COLS below 1 mean "to the end, less that many". */
struct area canvas_sub(struct area area, int row, int col, int rows, int cols);

/* Text in WIDTH cells of one row (0 or less: to the end of the area, less that many), cut
 * logically with … when it is too long. Returns the cells the text takes (not the padding), so
 * that a next field can follow it. The cells of the field beside the text are left alone. */
int canvas_text(struct area area, int row, int col, int width, enum style style, enum align align,
	struct str text);
/* The same for what runs left to right in every language: amounts, hashes, paths, times. */
int canvas_latin(struct area area, int row, int col, int width, enum style style, enum align align,
	struct str text);
/* The same with the direction given: a French text on an Arabic screen. */
int canvas_text_in(struct area area, int row, int col, int width, enum style style,
	enum align align, enum direction base, struct str text);
/* The same for a message, in the language of the screen. Message without id: nothing, 0. */
int canvas_say(struct area area, int row, int col, int width, enum style style, enum align align,
	struct message message);
/* The message as text in the language of the screen, lasting until canvas_begin. */
struct str canvas_words(struct canvas *canvas, struct message message);
/* How many cells a text or message takes. */
int canvas_width(struct canvas *canvas, struct str text);
int canvas_say_width(struct canvas *canvas, struct message message);
/* A number right-aligned physically, base left to right. */
int canvas_number(
	struct area area, int row, int col, int width, enum style style, struct str number);

/* Paragraphs wrapped at the width of the area from ROW on, at most MAX rows (0: to the end of the
 * area); the last one ends with … when there is more. Returns the rows used. */
int canvas_wrap(struct area area, int row, int max, enum style style, struct str text);
/* The same with the direction given; the text stands against the edge where that one starts. */
int canvas_wrap_in(
	struct area area, int row, int max, enum style style, enum direction base, struct str text);
int canvas_wrap_say(struct area area, int row, int max, enum style style, struct message message);
/* TEXT as lines of at most COLS cells; how many, never 0. Owner: the canvas, until the picture is
 * done. */
size_t canvas_lines_of(struct canvas *canvas, struct str text, int cols, enum direction base,
	struct layout_line **lines);
/* The rows MESSAGE takes when it is wrapped at COLS. */
int canvas_wrap_rows(struct canvas *canvas, struct message message, int cols);

/* Blanks in this style. Paint the background first, then the text in the same style. */
void canvas_fill(struct area area, int row, int col, int rows, int cols, enum style style);
void canvas_hline(struct area area, int row, int col, int cols, enum style style);
void canvas_vline(struct area area, int row, int col, int rows, enum style style);
/* A frame round the whole area, blank inside, TITLE set into its upper edge. */
void canvas_box(struct area area, enum style style, struct message title);
/* A bar growing from the start: VALUE of TOTAL in COLS cells, at least one cell when VALUE > 0,
 * dots for the rest, a threshold line at MARK of TOTAL (below 0: none). */
void canvas_bar(struct area area, int row, int col, int cols, enum style style, int64_t value,
	int64_t total, int64_t mark);

/* The whole of AREA, blank underneath, said SAYS (bytes: all that its look depends on beside the
 * options, the language and the size of the canvas) at the same turn of the picture before: its
 * cells stand there again; true. False: paint it now, then canvas_keep(). The cursor is not kept.
 */
bool canvas_again(struct area area, struct str says);
void canvas_keep(struct area area, struct str says);

/* For many pieces whose words take as long to make as to compare. SAYS: bytes, all that they are
 * painted from; the number is the same as long as SAYS is, from one picture to the next. 0: there
 * is nothing, or more than CANVAS_STATE_MAX bytes. */
#define CANVAS_STATE_MAX 256
uint64_t canvas_state(struct canvas *canvas, struct str says);
/* True: AREA was painted in STATE; its cells stand there again. */
bool canvas_still(struct area area, uint64_t state);
bool canvas_again_in(struct area area, struct str says, uint64_t state);
void canvas_keep_in(struct area area, struct str says, uint64_t state);

/* Put the terminal's cursor on this cell of AREA (logical). The last call wins. */
void canvas_cursor(struct area area, int row, int col);
bool canvas_cursor_at(const struct canvas *canvas, int *row, int *col); /* physical */

/* A line already laid out, against the edge where its own direction starts: for prose and the
 * editor. Its cells begin at this physical column of the area, which is returned. */
int canvas_glyphs(struct area area, int row, enum style style, enum direction base,
	const struct layout_line *line);
/* Another style for COLS cells from physical column X of the area on. */
void canvas_restyle(struct area area, int row, int x, int cols, enum style style);
/* Put the cursor on physical column X of the area (0 at its left edge). */
void canvas_cursor_physical(struct area area, int row, int x);

/* ---- for the terminal and for tests: physical coordinates ------------------------------------ */

/* TO becomes the same picture as FROM. */
void canvas_copy(struct canvas *to, const struct canvas *from);
const struct cell *canvas_cell(const struct canvas *canvas, int row, int col);
/* The letter of CELL and the marks on it, which only its canvas knows; how many. */
size_t canvas_codes(
	const struct canvas *canvas, const struct cell *cell, uint32_t codes[CELL_CODES_MAX]);
/* All rows as UTF-8 in the order of the cells as the terminal gets them (tui/cell_order.h), blanks
 * at the end of rows cut off. */
struct str canvas_dump(const struct canvas *canvas, struct arena *a);
/* The styles, one letter a cell ('a' + style), for tests of colour. */
struct str canvas_dump_styles(const struct canvas *canvas, struct arena *a);
/* Whether TEXT stands somewhere on one row, laid out as a field of this screen. */
bool canvas_shows(struct canvas *canvas, struct str text);
/* The same for the n-th row only. */
bool canvas_row_shows(struct canvas *canvas, int row, struct str text);
/* Rectangles of the fields painted since canvas_begin, physical; for the mirror test. */
struct field_box {
	int row, col, cols;
};
const struct field_box *canvas_fields(const struct canvas *canvas, size_t *n);

#endif
