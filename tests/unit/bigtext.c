/* Large letters: pixels into cells, and words as pictures that a person can read. */
#include "tui/bigtext.h"

#include <unistd.h>

#include "storage/memory.h"
#include "tests/arena.h"
#include "tests/golden.h"
#include "tests/test.h"
#include "tui/room_paint.h"

static const enum pixels kinds[] = {PIXELS_HALF, PIXELS_QUADRANT, PIXELS_SEXTANT};

/* --- pixels --- */

static void pixels_become_the_character_that_shows_them(void **state)
{
	static const struct {
		enum pixels kind;
		unsigned bits;
		uint32_t code;
	} table[] = {
		{PIXELS_HALF, 0, ' '},
		{PIXELS_HALF, 1, 0x2580},
		{PIXELS_HALF, 2, 0x2584},
		{PIXELS_HALF, 3, 0x2588},
		{PIXELS_QUADRANT, 0, ' '},
		{PIXELS_QUADRANT, 1, 0x2598},
		{PIXELS_QUADRANT, 2, 0x259D},
		{PIXELS_QUADRANT, 3, 0x2580},
		{PIXELS_QUADRANT, 4, 0x2596},
		{PIXELS_QUADRANT, 5, 0x258C},
		{PIXELS_QUADRANT, 6, 0x259E},
		{PIXELS_QUADRANT, 7, 0x259B},
		{PIXELS_QUADRANT, 8, 0x2597},
		{PIXELS_QUADRANT, 9, 0x259A},
		{PIXELS_QUADRANT, 10, 0x2590},
		{PIXELS_QUADRANT, 11, 0x259C},
		{PIXELS_QUADRANT, 12, 0x2584},
		{PIXELS_QUADRANT, 13, 0x2599},
		{PIXELS_QUADRANT, 14, 0x259F},
		{PIXELS_QUADRANT, 15, 0x2588},
		/* The first and the last one, and those round the four that have another place:
		 * BLOCK SEXTANT-1, -3, -35, -135 is the left half, -235, -246, -12356, -23456. */
		{PIXELS_SEXTANT, 0, ' '},
		{PIXELS_SEXTANT, 1, 0x1FB00},
		{PIXELS_SEXTANT, 4, 0x1FB03},
		{PIXELS_SEXTANT, 0x14, 0x1FB13},
		{PIXELS_SEXTANT, 0x15, 0x258C},
		{PIXELS_SEXTANT, 0x16, 0x1FB14},
		{PIXELS_SEXTANT, 0x29, 0x1FB27},
		{PIXELS_SEXTANT, 0x2A, 0x2590},
		{PIXELS_SEXTANT, 0x2B, 0x1FB28},
		{PIXELS_SEXTANT, 0x37, 0x1FB34},
		{PIXELS_SEXTANT, 0x3E, 0x1FB3B},
		{PIXELS_SEXTANT, 0x3F, 0x2588},
		{PIXELS_NONE, 5, ' '},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(table); i++)
		if (pixels_code(table[i].kind, table[i].bits) != table[i].code)
			fail_msg("kind %d, bits %x: U+%04X", (int)table[i].kind, table[i].bits,
				(unsigned)pixels_code(table[i].kind, table[i].bits));
	assert_int_equal(pixels_shape(PIXELS_HALF), 1000);
	assert_int_equal(pixels_shape(PIXELS_QUADRANT), 500);
	assert_int_equal(pixels_shape(PIXELS_SEXTANT), 750);
}

/* The first cell of each row that a picture of three cells, one of them blank, is painted to. */
static void a_picture_is_never_mirrored(void **state)
{
	static const unsigned char bits[] = {1, 0, 15};
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		for (int bidi = BIDI_EXPLICIT; bidi <= BIDI_WORD; bidi++) {
			canvas_begin(c, 1, 9, (enum lang)lang);
			canvas_options(c, (enum bidi_mode)bidi, false, false);
			pixels_row(canvas_sub(canvas_area(c), 0, 2, 1, 5), 0, 1, 5, PIXELS_QUADRANT,
				STYLE_TEXT, bits, 3);
			assert_int_equal(canvas_cell(c, 0, 3)->code, 0x2598);
			assert_int_equal(canvas_cell(c, 0, 4)->code, ' ');
			assert_int_equal(canvas_cell(c, 0, 5)->code, 0x2588);
		}
	canvas_close(c);
}

/* --- words --- */

static unsigned bit_at(const struct bigtext_cells *cells, enum pixels kind, int x, int y)
{
	int wide = pixels_wide(kind), high = pixels_high(kind);

	return cells->bits[y / high * cells->cols + x / wide] >> (y % high * wide + x % wide) & 1;
}

/* The leftmost and rightmost column of pixels with ink; false: there is none. */
static bool ink(const struct bigtext_cells *cells, enum pixels kind, int *left, int *right)
{
	int width = cells->cols * pixels_wide(kind);

	*left = width;
	*right = -1;
	for (int y = 0; y < cells->rows * pixels_high(kind); y++)
		for (int x = 0; x < width; x++)
			if (bit_at(cells, kind, x, y)) {
				*left = x < *left ? x : *left;
				*right = x > *right ? x : *right;
			}
	return *right >= 0;
}

static void known_words_are_drawn_as_they_were_looked_at(void **state)
{
	static const struct {
		const char *text;
		enum direction base;
		int rows, cols, lines;
	} words[] = {
		{"صودق عليه", DIR_RTL, 8, 60, 1},
		{"لا", DIR_RTL, 6, 20, 1},
		{"جدول الأعمال", DIR_RTL, 3, 60, 1},
		{"جدول الأعمال", DIR_RTL, 5, 60, 1},
		{"المغربية", DIR_RTL, 4, 60, 1},
		{"غرفة الصناعة التقليدية", DIR_RTL, 14, 76, 2},
		{"ADOPTÉ", DIR_LTR, 8, 60, 1},
		{"Exposition permanente à Fès", DIR_LTR, 14, 76, 3},
	};
	struct canvas *c = canvas_open(&memory_source);
	struct builder b;

	builder_init(&b, *state);
	for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
		struct bigtext *t = bigtext_open(kinds[k]);

		for (size_t i = 0; i < ARRAY_LEN(words); i++) {
			const struct bigtext_cells *cells = bigtext_fit(t, str_of(words[i].text),
				words[i].base, words[i].rows, words[i].cols, words[i].lines);

			if (!cells) {
				builder_add_z(&b, "too small to be clear\n\n");
				continue;
			}
			canvas_begin(c, cells->rows, cells->cols, LANG_FR);
			bigtext_paint(canvas_area(c), 0, 0, STYLE_TEXT, t, cells);
			builder_add(&b, canvas_dump(c, *state));
			builder_add_char(&b, '\n');
		}
		bigtext_close(t);
	}
	golden_check("bigtext", builder_str(&b));
	canvas_close(c);
}

/* Arabic begins at the right: letters with a tail under the line tell which end is which. */
static void nothing_empty_stands_beside_words_and_arabic_begins_at_the_right(void **state)
{
	struct bigtext *t = bigtext_open(PIXELS_QUADRANT);
	const struct bigtext_cells *one, *two;
	int left, right, heavy = 0, light = 0;

	(void)state;
	one = bigtext_fit(t, STR("م"), DIR_RTL, 8, 41, 1);
	assert_non_null(one);
	assert_true(ink(one, PIXELS_QUADRANT, &left, &right));
	assert_int_equal(left, 0);
	assert_in_range(right, 2 * one->cols - 2, 2 * one->cols - 1);
	/* First a word of three letters, then a long one: the right half is the short one. */
	two = bigtext_fit(t, STR("أ ـــــــــــــــ"), DIR_RTL, 8, 60, 1);
	assert_non_null(two);
	assert_true(ink(two, PIXELS_QUADRANT, &left, &right));
	for (int y = 0; y < two->rows * 2; y++) { /* the alef is high, the line is low */
		heavy += (int)bit_at(two, PIXELS_QUADRANT, right - 1, y);
		light += (int)bit_at(two, PIXELS_QUADRANT, left + 1, y);
	}
	assert_true(heavy > light);
	bigtext_close(t);
}

static void letters_keep_to_their_box_and_say_so_when_they_cannot(void **state)
{
	static const char *const texts[] = {"صودق على النقطة بالأغلبية المطلقة",
		"LA SÉANCE EST LEVÉE", "Ⴀ", "a", "", " ", "ⵜⴰⴷⴰ", "محضر PV 2024 – ١٢"};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
		struct bigtext *t = bigtext_open(kinds[k]);

		for (size_t i = 0; i < ARRAY_LEN(texts); i++)
			for (int rows = 1; rows <= 40; rows += 13)
				for (int cols = 1; cols <= 200; cols += 37) {
					const struct bigtext_cells *cells =
						bigtext_fit(t, str_of(texts[i]),
							(enum direction)(i % 2), rows, cols, 3);

					if (!cells)
						continue;
					assert_in_range(cells->rows, 1, rows);
					assert_in_range(cells->cols, 1, cols);
				}
		bigtext_close(t);
	}
}

static void what_was_drawn_is_kept(void **state)
{
	struct bigtext *t = bigtext_open(PIXELS_SEXTANT);
	const struct bigtext_cells *first = bigtext_fit(t, STR("ADOPTÉ"), DIR_LTR, 6, 60, 1);

	(void)state;
	assert_non_null(first);
	for (int i = 1; i < BIGTEXT_KEPT; i++)
		(void)bigtext_fit(t, STR("x"), DIR_LTR, 1, 1 + i, 1);
	assert_ptr_equal(bigtext_fit(t, STR("ADOPTÉ"), DIR_LTR, 6, 60, 1), first);
	assert_null(bigtext_fit(NULL, STR("ADOPTÉ"), DIR_LTR, 6, 60, 1));
	bigtext_close(t);
	t = bigtext_open(PIXELS_NONE);
	assert_null(bigtext_fit(t, STR("ADOPTÉ"), DIR_LTR, 6, 60, 1));
	bigtext_close(t);
	bigtext_close(NULL);
}

static void without_the_module_there_are_ordinary_letters(void **state)
{
	const char *folder = getenv("MAHDAR_MODULE_DIR");
	char kept[4096];
	struct bigtext *t = bigtext_open(PIXELS_SEXTANT);

	(void)state;
	(void)snprintf(kept, sizeof kept, "%s", folder ? folder : "");
	assert_return_code(setenv("MAHDAR_MODULE_DIR", "/nowhere", 1), 0);
	assert_null(bigtext_fit(t, STR("ADOPTÉ"), DIR_LTR, 6, 60, 1));
	assert_return_code(setenv("MAHDAR_MODULE_DIR", kept, 1), 0);
	assert_null(bigtext_fit(t, STR("REJETÉ"), DIR_LTR, 6, 60, 1)); /* asked for once */
	bigtext_close(t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(pixels_become_the_character_that_shows_them),
	cmocka_unit_test(a_picture_is_never_mirrored),
	cmocka_unit_test(known_words_are_drawn_as_they_were_looked_at),
	cmocka_unit_test(nothing_empty_stands_beside_words_and_arabic_begins_at_the_right),
	cmocka_unit_test(letters_keep_to_their_box_and_say_so_when_they_cannot),
	cmocka_unit_test(what_was_drawn_is_kept),
	cmocka_unit_test(without_the_module_there_are_ordinary_letters),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
