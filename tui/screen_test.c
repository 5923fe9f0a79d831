#include "tui/screen_test.h"

#include <stdio.h>
#include <string.h>

#include "locale/format.h"
#include "storage/memory.h"
#include "tui/frame.h"
#include "tui/term_known.h"

#define BOX_ROWS 10

struct screen_test {
	struct term *term;
	struct canvas *canvas;
	struct arena words; /* of the message */
	enum lang lang;
	struct message message;
	enum screen_test_end end;
	bool over;
};

#define SIGNS_DIGIT 5 /* behind the ways */

/* What is shown, the same in every language: the question is what the terminal makes of it. */
static const struct sample {
	const char *text;
	enum direction base;
} samples[] = {
	{"محضر الدورة العادية للجمعية العامة", DIR_RTL},
	{"لا · إلا · الأعضاء · الآن · الإدارة", DIR_RTL},
	{"أڭادير · ڤيلا · ݣلميم", DIR_RTL},
	{"«القرار (12)» [نعم]، 31 من 36؛ هل؟", DIR_RTL},
	{"ⴰⵣⵓⵍ · ⵜⴰⵏⴻⴱⴱⴰⴹⵜ", DIR_LTR},
	{"0123456789 · ٠١٢٣٤٥٦٧٨٩", DIR_LTR},
	{"✓ ✗ ○ ● ◐ ▶ ▸ ⏎ ⌫ ▆▆▆▆··· — …", DIR_LTR},
};

/* Figures that stand in a column, with lines beside them: an edge that is not straight shows a
 * letter wider than its cell. */
static const struct figure {
	const char *words, *amount, *share;
} figures[] = {
	{"الاعتمادات المفتوحة", "36.000.000,00", "66,67%"},
	{"الباقي", "-45.000,00", "0,13%"},
};

static const struct way {
	enum term_bidi bidi;
	struct message label;
} ways[] = {
	{TERM_BIDI_EXPLICIT, {.id = N_("the program orders letters, the terminal leaves them")}},
	{TERM_BIDI_WORD, {.id = N_("each word turned once more (kitty)")}},
	{TERM_BIDI_IMPLICIT, {.id = N_("the terminal orders letters")}},
	{TERM_BIDI_NONE, {.id = N_("nobody orders letters")}},
};

/* The way that is shown now. */
static size_t way_now(const struct term *term)
{
	static const enum term_bidi of[] = {
		[BIDI_EXPLICIT] = TERM_BIDI_EXPLICIT,
		[BIDI_WORD] = TERM_BIDI_WORD,
		[BIDI_IMPLICIT] = TERM_BIDI_IMPLICIT,
		[BIDI_NONE] = TERM_BIDI_NONE,
	};

	for (size_t i = 0; i < ARRAY_LEN(ways); i++)
		if (ways[i].bidi == of[term_bidi(term)])
			return i;
	return 0;
}

/* --- painting --- */

static void paint_figures(struct area box, int row)
{
	int end = box.cols - 1, share = end - 9, amount = share - 17;

	for (size_t i = 0; i < ARRAY_LEN(figures); i++, row++) {
		canvas_text_in(box, row, 2, amount - 3, STYLE_TEXT, ALIGN_START, DIR_RTL,
			str_of(figures[i].words));
		canvas_vline(box, row, amount, 1, STYLE_DONE);
		canvas_number(box, row, amount + 1, 15, STYLE_TEXT, str_of(figures[i].amount));
		canvas_vline(box, row, share, 1, STYLE_DONE);
		canvas_number(box, row, share + 1, 8, STYLE_TEXT, str_of(figures[i].share));
	}
}

static void paint_box(struct area work, int row)
{
	int cols = work.cols < 74 ? work.cols : 74;
	struct area box = canvas_sub(work, row, (work.cols - cols) / 2, BOX_ROWS + 1, cols);
	int at = 1;

	canvas_box(box, STYLE_DONE, TEXT("test of the screen"));
	for (size_t i = 0; i < ARRAY_LEN(samples); i++, at++)
		canvas_text_in(box, at, 2, -2, i == 0 ? STYLE_STRONG : STYLE_TEXT, ALIGN_START,
			samples[i].base, str_of(samples[i].text));
	paint_figures(box, at);
}

static void paint_ways(const struct screen_test *t, struct area work, int row)
{
	size_t now = way_now(t->term);

	for (size_t i = 0; i < ARRAY_LEN(ways); i++, row++) {
		bool here = i == now;
		enum style style = here ? STYLE_FOCUS : STYLE_TEXT;
		char digit = (char)('1' + i);

		if (here)
			canvas_fill(work, row, 2, 1, work.cols - 4, STYLE_FOCUS);
		canvas_text(work, row, 3, 1, here ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			(struct str){&digit, 1});
		canvas_say(work, row, 6, -4, style, ALIGN_START, ways[i].label);
	}
	canvas_text(work, row, 3, 1, STYLE_KEY, ALIGN_START, STR("5"));
	canvas_say(work, row, 6, -4, STYLE_TEXT, ALIGN_START,
		term_ascii(t->term)
			? TEXT("signs as the font has them")
			: TEXT("plain signs of ASCII, if boxes or blanks stand for signs"));
}

static void paint_whole(struct screen_test *t, struct area whole)
{
	struct area text = canvas_sub(whole, 0, 3, 0, -3);
	int row = 2;

	canvas_fill(whole, 0, 0, 1, 0, STYLE_TITLE);
	canvas_say(whole, 0, 1, 0, STYLE_TITLE, ALIGN_START, TEXT("mahdar"));
	canvas_say(whole, 0, 9, -6, STYLE_TITLE_STRONG, ALIGN_START, TEXT("test of the screen"));
	canvas_say(whole, 0, whole.cols - 5, 4, STYLE_TITLE, ALIGN_END,
		TEXT(CTX("language of the screen", "[EN]")));
	paint_box(whole, row);
	row += BOX_ROWS + 1;
	row += canvas_wrap_say(text, row, 2, STYLE_TEXT,
		TEXT("Right: the first word begins at the right with م and ends at the left with "
		     "ر."));
	row += canvas_wrap_say(text, row, 2, STYLE_TEXT,
		TEXT("If letters overlap or stand apart, choose the font DejaVu Sans Mono."));
	/* Beside the ways one row for plain signs; a blank row where one is left. */
	row += row + (int)ARRAY_LEN(ways) + 2 <= whole.rows - 3;
	paint_ways(t, whole, row);
	canvas_fill(whole, whole.rows - 3, 0, 1, 0, STYLE_STEP);
	canvas_say(whole, whole.rows - 3, 1, -1, STYLE_STEP, ALIGN_START,
		TEXT("⏎ it looks right: keep this · 1–5 try another way · F2 language · Esc "
		     "leaves"));
	canvas_say(whole, whole.rows - 2, 1, -1, STYLE_BAD, ALIGN_START, t->message);
}

static void paint(struct screen_test *t)
{
	struct area whole;
	int rows, cols;

	term_size(t->term, &rows, &cols);
	term_canvas(t->term, t->canvas);
	canvas_begin(t->canvas, rows, cols, t->lang);
	whole = canvas_area(t->canvas);
	if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN)
		(void)frame_draw(t->canvas, &(struct frame){.keys_n = 0}); /* says so */
	else
		paint_whole(t, whole);
	term_show(t->term, t->canvas);
}

/* --- keys --- */

static void keep(struct screen_test *t)
{
	struct error err;

	if (term_remember(t->term, &err) == 0) {
		t->end = SCREEN_TEST_KEPT;
		t->over = true;
		return;
	}
	arena_clear(&t->words);
	t->message = MSG(
		"✗ {why}", A_MSG("why", message_keep(&t->words, error_message(&err, &t->words))));
}

static void take_press(struct screen_test *t, struct press press)
{
	size_t way = way_now(t->term);
	int digit = key_digit(press);

	t->message = NO_MESSAGE;
	if (press.code == PRESS_ESC || press.code == PRESS_F10)
		t->over = true;
	else if (press.code == PRESS_ENTER)
		keep(t);
	else if (press.code == PRESS_F2)
		t->lang = (enum lang)((t->lang + 1) % LANG_COUNT);
	else if (digit >= 1 && digit <= (int)ARRAY_LEN(ways))
		term_set_bidi(t->term, ways[digit - 1].bidi);
	else if (digit == SIGNS_DIGIT)
		term_set_ascii(t->term, !term_ascii(t->term));
	else if (press.code == PRESS_UP && way > 0)
		term_set_bidi(t->term, ways[way - 1].bidi);
	else if (press.code == PRESS_DOWN && way + 1 < ARRAY_LEN(ways))
		term_set_bidi(t->term, ways[way + 1].bidi);
}

enum screen_test_end screen_test(struct term *term, enum lang *lang)
{
	struct screen_test t = {
		.term = term, .lang = *lang, .message = NO_MESSAGE, .end = SCREEN_TEST_LEFT};
	enum term_bidi before = ways[way_now(term)].bidi;
	bool ascii = term_ascii(term);

	arena_init(&t.words, &memory_source);
	t.canvas = canvas_open(&memory_source);
	while (!t.over) {
		struct input in;

		paint(&t);
		term_wait(term, -1, NULL, 0, &in);
		if (in.kind == INPUT_KEY) {
			take_press(&t, in.press);
		} else if (in.kind == INPUT_LEAVE) {
			t.end = SCREEN_TEST_GONE;
			t.over = true;
		}
	}
	if (t.end == SCREEN_TEST_LEFT && ways[way_now(term)].bidi != before)
		term_set_bidi(term, before);
	if (t.end == SCREEN_TEST_LEFT)
		term_set_ascii(term, ascii);
	canvas_close(t.canvas);
	arena_clear(&t.words);
	*lang = t.lang;
	return t.end;
}

int cli_screen_test(struct cli *cli)
{
	struct term_options how = cli_term_options(cli);
	struct error err = {.code = ERROR_NONE};
	enum screen_test_end end;
	struct term *term;
	const char *way;

	if (cli->argc > 0)
		return cli_usage(cli, cli->argv[0]);
	if (term_open(&how, &term, &err) < 0)
		return cli_fail(cli, &err);
	end = screen_test(term, &cli->lang);
	way = term_bidi_word(ways[way_now(term)].bidi);
	term_close(term);
	if (end == SCREEN_TEST_KEPT)
		cli_say(cli, stdout,
			MSG("Kept for this kind of terminal: {way}", A_STR("way", str_of(way))));
	return CLI_DONE;
}
