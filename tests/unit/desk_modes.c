/* The desk on terminals that order letters in their own way: what they are sent, and what comes of
 * it there. */
#include "tests/desk_driver.h"
#include "tests/golden.h"
#include "tests/test.h"

#include <fribidi.h>
#include <stdio.h>

#include "locale/implicit.h"
#include "locale/text.h"
#include "tui/canvas.h"
#include "tui/desk_parts.h"

/* Screens with many fields side by side, by the keys that lead to them. */
static const struct {
	const char *name, *keys;
} screens[] = {
	{"agenda", "<F9>1"},
	{"attendance", "<F9>2"},
	{"floor", "<F9>4"},
	{"history", "<F9>8"},
	{"help", "<F9>2<F1>"},
};

#define GOLDEN  4 /* so many of them are kept */
#define SCREENS (sizeof(screens) / sizeof(screens[0]))

/* The screen that KEYS lead to, painted in MODE. */
static void show(struct driver *t, enum term_bidi mode, const char *keys)
{
	driver_keys(t, "<Esc><Esc>");
	term_set_bidi(t->term, mode);
	driver_keys(t, keys);
}

static struct str dump(struct driver *t)
{
	return canvas_dump(term_memory_canvas(t->term), &t->arena);
}

static void golden(struct driver *t, const char *mode, const char *screen, const char *lang)
{
	char name[96];

	(void)snprintf(name, sizeof(name), "mode-%s-%s-%s-80x24", mode, screen, lang);
	golden_check(name, dump(t));
}

static void each_mode_gets_its_cells(void **state)
{
	static const enum lang langs[] = {LANG_AR, LANG_FR};
	static const char *const words[] = {"ar", "fr"};

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		struct driver t;

		driver_open(&t, langs[l], DRIVER_HELD);
		driver_desk(&t, 24, 80);
		for (size_t i = 0; i < GOLDEN; i++) {
			show(&t, TERM_BIDI_WORD, screens[i].keys);
			golden(&t, "word", screens[i].name, words[l]);
			show(&t, TERM_BIDI_IMPLICIT, screens[i].keys);
			golden(&t, "implicit", screens[i].name, words[l]);
		}
		driver_leave(&t);
		driver_close(&t);
	}
}

/* The signs of one row that say whether fields and figures stand in their places: no Arabic
 * letters, whose number differs where lam and alef are one cell, and no blanks. */
static size_t signs(struct str row, uint32_t *to)
{
	size_t n = 0;

	for (size_t at = 0; at < row.n;) {
		uint32_t code = text_decode(row, &at);
		bool arabic = (code >= 0x0600 && code <= 0x06FF) ||
			      (code >= 0xFB50 && code <= 0xFDFF) ||
			      (code >= 0xFE70 && code <= 0xFEFC);

		if (code != ' ' && code != IMPLICIT_LTR_STROKE && !arabic && n < 256)
			to[n++] = code;
	}
	return n;
}

/* What a terminal that orders letters makes of a row. */
static struct str as_the_terminal_shows(struct str row, enum direction base, struct arena *a)
{
	FriBidiChar code[512] = {0};
	FriBidiCharType type[512];
	FriBidiBracketType bracket[512];
	FriBidiLevel level[512];
	FriBidiParType par = base == DIR_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	FriBidiStrIndex n = 0;
	struct builder b;

	for (size_t at = 0; at < row.n && n < 512;)
		code[n++] = text_decode(row, &at);
	fribidi_get_bidi_types(code, n, type);
	fribidi_get_bracket_types(code, n, type, bracket);
	assert_true(fribidi_get_par_embedding_levels_ex(type, bracket, n, &par, level) > 0);
	fribidi_shape_mirroring(level, n, code);
	assert_true(fribidi_reorder_line(0, type, n, 0, par, level, code, NULL) > 0);
	builder_init(&b, a);
	for (FriBidiStrIndex i = 0; i < n; i++)
		text_encode(&b, code[i]);
	return builder_str(&b);
}

static struct str next_row(struct str all, size_t *at)
{
	const char *end = memchr(all.p + *at, '\n', all.n - *at);
	struct str row = {all.p + *at, (size_t)(end - all.p) - *at};

	*at += row.n + 1;
	return row;
}

static bool is_cut(struct str row)
{
	return memmem(row.p, row.n, "…", strlen("…")) != NULL;
}

/* The upper edge of a help that goes on says how many rows it has. */
static bool is_counted(struct str row)
{
	return memmem(row.p, row.n, "┌", strlen("┌")) && memmem(row.p, row.n, "↓↑", strlen("↓↑"));
}

static bool same_row(struct str wanted, struct str shown)
{
	uint32_t a[256], b[256];
	size_t n = signs(wanted, a), m = signs(shown, b);

	return n == m && memcmp(a, b, n * sizeof(*a)) == 0;
}

static void a_terminal_that_orders_letters_shows_the_same_picture(void **state)
{
	int rows = 0, wrong = 0;

	(void)state;
	for (int l = 0; l < LANG_COUNT; l++) {
		struct driver t;

		driver_open(&t, (enum lang)l, DRIVER_HELD);
		driver_desk(&t, 45, 160);
		for (size_t i = 0; i < SCREENS; i++) {
			struct str wanted, sent;
			size_t at = 0, from = 0;

			show(&t, TERM_BIDI_EXPLICIT, screens[i].keys);
			wanted = dump(&t);
			show(&t, TERM_BIDI_IMPLICIT, screens[i].keys);
			sent = dump(&t);
			while (at < wanted.n) {
				struct str row = next_row(wanted, &at);
				struct str shown = as_the_terminal_shows(next_row(sent, &from),
					l == LANG_AR ? DIR_RTL : DIR_LTR, &t.arena);

				rows++;
				/* Lam and alef take two cells: less of a long text is
				 * seen, and one that wraps may have more rows. */
				if (same_row(row, shown) || is_cut(row) || is_cut(shown) ||
					(is_counted(row) && is_counted(shown)))
					continue;
				wrong++;
				print_message("# %s\n# wanted %.*s\n# shown  %.*s\n",
					screens[i].name, (int)row.n, row.p, (int)shown.n, shown.p);
			}
		}
		driver_leave(&t);
		driver_close(&t);
	}
	print_message("# %d of %d rows differ\n", wrong, rows);
	assert_int_equal(wrong, 0);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(each_mode_gets_its_cells),
	cmocka_unit_test(a_terminal_that_orders_letters_shows_the_same_picture),
};

TEST_MAIN(cases)
