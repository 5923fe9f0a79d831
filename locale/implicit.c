#include "locale/implicit.h"

#include <stdlib.h>

#include <fribidi.h>

struct row {
	uint32_t *code;
	size_t *moved;
	size_t n;
	FriBidiParType base;
	struct arena *arena;
};

static bool is_blank(uint32_t code)
{
	return code == ' ';
}

/* Pictures made of blocks: their cells are a drawing, not a text. */
static bool is_block(uint32_t code)
{
	return (code >= 0x2580 && code <= 0x259F) || (code >= 0x2800 && code <= 0x28FF) ||
	       (code >= 0x1FB00 && code <= 0x1FBFF);
}

static FriBidiCharType type_of(uint32_t code)
{
	return fribidi_get_bidi_type(code);
}

static bool is_digit(uint32_t code)
{
	return type_of(code) == FRIBIDI_TYPE_EN || type_of(code) == FRIBIDI_TYPE_AN;
}

static void swap(struct row *r, size_t a, size_t b)
{
	uint32_t code = r->code[a];

	r->code[a] = r->code[b];
	r->code[b] = code;
	if (r->moved) {
		size_t from = r->moved[a];

		r->moved[a] = r->moved[b];
		r->moved[b] = from;
	}
}

/* ---- figures ---- */

/* How the terminal will order the N characters at CODE behind a letter of type BEFORE: MAP[i] is
 * the one that stands at i, from the left. */
static void order(const struct row *r, FriBidiCharType before, const uint32_t *code, size_t n,
	FriBidiStrIndex *map)
{
	FriBidiChar *s = ARENA_ARRAY(r->arena, FriBidiChar, n + 1);
	FriBidiCharType *type = ARENA_ARRAY(r->arena, FriBidiCharType, n + 1);
	FriBidiLevel *level = ARENA_ARRAY(r->arena, FriBidiLevel, n + 1);
	FriBidiStrIndex *all = ARENA_ARRAY(r->arena, FriBidiStrIndex, n + 1);
	FriBidiStrIndex length = (FriBidiStrIndex)n + 1;
	FriBidiParType base = r->base;
	size_t k = 0;

	s[0] = before == FRIBIDI_TYPE_LTR ? 'a' : before == FRIBIDI_TYPE_RTL ? 0x5D0 : 0x627;
	for (size_t i = 0; i < n; i++)
		s[i + 1] = code[i];
	fribidi_get_bidi_types(s, length, type);
	if (!fribidi_get_par_embedding_levels_ex(type, NULL, length, &base, level))
		abort(); /* out of memory */
	for (FriBidiStrIndex i = 0; i < length; i++)
		all[i] = i;
	if (!fribidi_reorder_line(0, type, length, 0, base, level, NULL, all))
		abort();
	for (FriBidiStrIndex i = 0; i < length; i++)
		if (all[i] != 0)
			map[k++] = all[i] - 1;
}

/* The word FROM … TO has digits and no letters: it is to stand as it is, read from the left.
 * Turning it as the terminal will turn it, before the terminal does, gives that. */
static void turn_figure(struct row *r, size_t from, size_t to, FriBidiCharType before)
{
	size_t n = to - from;
	FriBidiStrIndex *first = ARENA_ARRAY(r->arena, FriBidiStrIndex, n);
	FriBidiStrIndex *then = ARENA_ARRAY(r->arena, FriBidiStrIndex, n);
	uint32_t *code = ARENA_ARRAY(r->arena, uint32_t, n);
	size_t *moved = ARENA_ARRAY(r->arena, size_t, n);

	order(r, before, r->code + from, n, first);
	for (size_t i = 0; i < n; i++) {
		code[i] = r->code[from + (size_t)first[i]];
		moved[i] = r->moved ? r->moved[from + (size_t)first[i]] : 0;
	}
	order(r, before, code, n, then);
	for (size_t i = 0; i < n; i++)
		if (code[then[i]] != r->code[from + i])
			return; /* it cannot be said to this terminal */
	for (size_t i = 0; i < n; i++) {
		r->code[from + i] = code[i];
		if (r->moved)
			r->moved[from + i] = moved[i];
	}
}

/* Signs that are part of an amount, a percentage, a date or a reference. */
static bool is_figure(uint32_t code)
{
	return is_digit(code) || code == '+' || code == '-' || code == 0x2212 || code == '%' ||
	       code == '/' || code == '.' || code == ',' || code == ':' || code == 0xD7;
}

/* At the ends of a figure these belong to the sentence. */
static bool is_punctuation(uint32_t code)
{
	return code == '.' || code == ',' || code == ':' || code == '/';
}

/* Every figure that does not touch a letter. Behind a Latin letter the run goes on to the right by
 * itself. */
static void turn_figures(struct row *r)
{
	FriBidiCharType before = r->base == FRIBIDI_PAR_RTL ? FRIBIDI_TYPE_RTL : FRIBIDI_TYPE_LTR;
	size_t at = 0;

	while (at < r->n) {
		FriBidiCharType type = type_of(r->code[at]);
		size_t from = at, to;
		bool digits = false;

		if (!is_figure(r->code[at])) {
			before = FRIBIDI_IS_STRONG(type) ? type : before;
			at++;
			continue;
		}
		while (at < r->n && is_figure(r->code[at]))
			digits = is_digit(r->code[at++]) || digits;
		to = at;
		while (from < to && is_punctuation(r->code[from]))
			from++;
		while (to > from && is_punctuation(r->code[to - 1]))
			to--;
		if (digits && to - from > 1 && before != FRIBIDI_TYPE_LTR)
			turn_figure(r, from, to, before);
	}
}

/* ---- strokes between neighbours ---- */

/* Would the terminal draw what is before and behind a gap together, against the row? LEFT: the last
 * letter before the gap; RIGHT: the first letter or digit behind it. */
static bool run_together(const struct row *r, FriBidiCharType left, FriBidiCharType right)
{
	bool digit = right == FRIBIDI_TYPE_EN || right == FRIBIDI_TYPE_AN;

	if (r->base == FRIBIDI_PAR_RTL)
		return left == FRIBIDI_TYPE_LTR && (right == FRIBIDI_TYPE_LTR || digit);
	return (left == FRIBIDI_TYPE_RTL || left == FRIBIDI_TYPE_AL) &&
	       (right == FRIBIDI_TYPE_RTL || right == FRIBIDI_TYPE_AL || digit);
}

static bool separates(uint32_t code)
{
	return code >= 0x2500 && code <= 0x257F;
}

static void part_neighbours(struct row *r)
{
	bool rtl = r->base == FRIBIDI_PAR_RTL;
	FriBidiCharType last = FRIBIDI_TYPE_ON;
	size_t blanks = 0, gap = 0; /* the last blank of a gap since the last letter; 0: none */

	for (size_t i = 0; i < r->n; i++) {
		FriBidiCharType type = type_of(r->code[i]);

		if (is_blank(r->code[i])) {
			if (++blanks >= 2)
				gap = i - 1;
			continue;
		}
		/* A line of a box parts fields for the eye as two blanks do. */
		if (separates(r->code[i]) && blanks && i > 0)
			gap = i - 1;
		blanks = 0;
		if (!FRIBIDI_IS_STRONG(type) && !is_digit(r->code[i]))
			continue;
		if (gap && run_together(r, last, type)) {
			r->code[gap] = rtl ? IMPLICIT_RTL_STROKE : IMPLICIT_LTR_STROKE;
			last = rtl ? FRIBIDI_TYPE_AL : FRIBIDI_TYPE_LTR;
		}
		gap = 0;
		if (FRIBIDI_IS_STRONG(type))
			last = type;
	}
}

/* A terminal may begin each row where its first letter begins, and at the left where there is none:
 * a row whose letters say otherwise begins with a stroke, where its first cell is free. */
static void lead(struct row *r)
{
	FriBidiCharType type = FRIBIDI_TYPE_ON;
	bool rtl = r->base == FRIBIDI_PAR_RTL, empty = true;

	for (size_t i = 0; i < r->n && !FRIBIDI_IS_STRONG(type); i++) {
		type = r->code[i] ? type_of(r->code[i]) : type;
		empty = empty && is_blank(r->code[i]);
	}
	if (!empty && is_blank(r->code[0]) &&
		rtl != (FRIBIDI_IS_STRONG(type) && FRIBIDI_IS_RTL(type)))
		r->code[0] = rtl ? IMPLICIT_RTL_STROKE : IMPLICIT_LTR_STROKE;
}

static void turn_pictures(struct row *r)
{
	for (size_t at = 0; at < r->n; at++) {
		size_t from = at;

		while (at < r->n && is_block(r->code[at]))
			at++;
		for (size_t a = from, b = at; a + 1 < b; a++)
			swap(r, a, --b);
	}
}

void implicit_row(
	uint32_t *code, size_t *moved, size_t n, enum direction base, struct arena *scratch)
{
	struct row r = {
		code, moved, n, base == DIR_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR, scratch};

	for (size_t i = 0; moved && i < n; i++)
		moved[i] = i;
	part_neighbours(&r);
	lead(&r);
	turn_figures(&r);
	if (base == DIR_RTL)
		turn_pictures(&r);
}
