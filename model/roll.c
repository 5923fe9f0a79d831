#include "model/roll.h"

#include <string.h>

/* --- alphabetical order ---
 * Every letter becomes one byte: a blank first, then the Arabic letters in their order with the
 * forms of alif together, then the Latin ones without accents and case. Vowel signs and the stretch
 * are no letters; the article ال does not count at the head of a word, nor the blank after عبد. */

enum { KEY_BLANK = 1, KEY_ARABIC = 2, KEY_LATIN = 40, KEY_OTHER = 80 };

/* The code point at S[*I], which moves on. Texts of the journal are valid UTF-8. */
static uint32_t take(struct str s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p + *i;
	size_t more = p[0] < 0x80 ? 0 : p[0] < 0xE0 ? 1 : p[0] < 0xF0 ? 2 : 3;
	uint32_t c = more == 0 ? p[0] : p[0] & (0x3Fu >> more);

	for (size_t k = 1; k <= more && *i + k < s.n; k++)
		c = c << 6 | (p[k] & 0x3F);
	*i += more + 1;
	return c;
}

static int arabic_letter(uint32_t c)
{
	/* From U+0621 on; 0: no letter. Hamza goes with what carries it, ta marbuta with ha. */
	static const unsigned char order[] = {1, 1, 1, 27, 1, 28, 1, 2, 26, 3, 4, 5, 6, 7, 8, 9, 10,
		11, 12, 13, 14, 15, 16, 17, 18, 19, 0, 0, 0, 0, 0, 0, 20, 21, 22, 23, 24, 25, 26,
		27, 28, 28};

	if (c == 0x0671) /* alif wasla */
		return 1;
	return c >= 0x0621 && c - 0x0621 < sizeof order ? order[c - 0x0621] : 0;
}

static int latin_letter(uint32_t c)
{
	static const char plain[] = "aaaaaaaceeeeiiiidnooooo*ouuuuyty";

	if (c >= 'A' && c <= 'Z')
		c += 'a' - 'A';
	if (c >= 0xC0 && c <= 0xFF)
		c = (unsigned char)plain[(c - 0xC0) % 32];
	return c >= 'a' && c <= 'z' ? (int)c - 'a' + 1 : 0;
}

static bool is_silent(uint32_t c)
{
	return c == 0x0640 || c == 0x0670 || (c >= 0x064B && c <= 0x065F);
}

/* Where the word at FROM goes on: behind its article, when two letters or more follow it. */
static size_t behind_article(struct str name, size_t from)
{
	static const char al[] = "ال";
	const size_t n = sizeof al - 1;
	size_t end = from;

	while (end < name.n && name.p[end] != ' ')
		end++;
	if (end - from < n + 4 || memcmp(name.p + from, al, n) != 0)
		return from;
	return from + n;
}

/* The word that ends before AT is عبد: what follows belongs to it. */
static bool servant_before(struct str name, size_t at)
{
	static const char abd[] = "عبد";
	const size_t n = sizeof abd - 1;

	return at >= n && memcmp(name.p + at - n, abd, n) == 0 &&
	       (at == n || name.p[at - n - 1] == ' ');
}

static struct str key_of(struct str name, struct arena *a)
{
	char *key = arena_take(a, name.n + 1);
	size_t n = 0, kept = 0; /* up to KEPT an article is part of the word: عبدالله */

	for (size_t i = 0; i < name.n;) {
		if ((i == 0 || name.p[i - 1] == ' ') && i >= kept)
			i = behind_article(name, i);
		if (name.p[i] == ' ' && servant_before(name, i)) {
			kept = ++i + 1;
			continue;
		}
		uint32_t c = take(name, &i);
		int arabic = arabic_letter(c), latin = latin_letter(c);

		if (is_silent(c))
			continue;
		key[n++] = (char)(arabic  ? KEY_ARABIC + arabic
				  : latin ? KEY_LATIN + latin
				  : c == ' ' || c == '-' || c == 0x2019 || c == '\'' ? KEY_BLANK
										     : KEY_OTHER);
	}
	return (struct str){key, n};
}

struct called {
	struct str key;
	int32_t number;
};

static bool before(const struct called *x, const struct called *y)
{
	size_t n = x->key.n < y->key.n ? x->key.n : y->key.n;
	int order = n ? memcmp(x->key.p, y->key.p, n) : 0;

	if (order == 0 && x->key.n != y->key.n)
		return x->key.n < y->key.n;
	return order ? order < 0 : x->number < y->number;
}

/* Merge sort, bottom up. */
static void sort(struct called *list, size_t n, struct arena *a)
{
	struct called *from = list, *to = ARENA_ARRAY(a, struct called, n + 1);

	for (size_t width = 1; width < n; width *= 2) {
		struct called *swap = from;

		for (size_t at = 0; at < n; at += 2 * width) {
			size_t mid = at + width < n ? at + width : n;
			size_t end = at + 2 * width < n ? at + 2 * width : n;
			size_t i = at, k = mid;

			for (size_t out = at; out < end; out++)
				to[out] = i < mid && (k >= end || !before(&from[k], &from[i]))
						  ? from[i++]
						  : from[k++];
		}
		from = to;
		to = swap;
	}
	if (from != list)
		memcpy(list, from, n * sizeof *list);
}

static struct str name_of(const struct session *s, int64_t number)
{
	struct both name = session_seat_name(s, number);

	return name.ar.n ? name.ar : name.fr;
}

/* The place the call begins at: the seat drawn, or the first name not before the letter. */
static size_t start_of(
	const struct roll_how *how, const struct called *list, size_t n, struct arena *a)
{
	struct str letter = how->letter.n ? key_of(how->letter, a) : (struct str){NULL, 0};

	for (size_t i = 0; i < n; i++) {
		if (how->first ? list[i].number == how->first
			       : letter.n && list[i].key.n && list[i].key.p[0] >= letter.p[0])
			return i;
	}
	return 0;
}

void roll_sort(const struct session *s, const struct roll_how *how, int32_t *numbers, size_t n,
	struct arena *a)
{
	struct called *list = ARENA_ARRAY(a, struct called, n + 1);
	size_t start, out = 0;
	bool has_last = false;

	for (size_t i = 0; i < n; i++) {
		list[i].number = numbers[i];
		if (how->calling == CALLED_BY_NAME)
			list[i].key = key_of(name_of(s, numbers[i]), a);
	}
	if (how->calling == CALLED_BY_NAME)
		sort(list, n, a);
	start = start_of(how, list, n, a);
	for (size_t i = 0; i < n; i++) {
		int32_t number = list[(start + i) % n].number;

		if (number == how->last)
			has_last = true;
		else
			numbers[out++] = number;
	}
	if (has_last)
		numbers[out] = (int32_t)how->last;
}

bool roll_is_letter(struct str s, struct arena *a)
{
	struct str key = s.n ? key_of(s, a) : s;

	return key.n == 1 && key.p[0] != KEY_BLANK && key.p[0] != KEY_OTHER;
}

/* --- walking --- */

int64_t roll_at(const struct vote *vote, size_t i)
{
	return vote->order.n ? vote->order.at[i] : vote->voters.at[i];
}

int64_t roll_next(const struct vote *vote, int64_t after)
{
	size_t n = vote->order.n ? vote->order.n : vote->voters.n, from = 0;

	for (size_t i = 0; after && i < n; i++) {
		if (roll_at(vote, i) == after)
			from = i + 1;
	}
	for (size_t i = 0; i < n; i++) {
		int64_t number = roll_at(vote, (from + i) % n);

		if (vote_has(vote, number) && vote_mark(vote, number) == VALUE_NONE)
			return number;
	}
	return 0;
}
