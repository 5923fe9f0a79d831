#include "locale/words.h"

#include <assert.h>
#include <string.h>

#include "locale/words_ar.h"

/* ---- French ---- */

static const char *const fr_small[20] = {"zéro", "un", "deux", "trois", "quatre", "cinq", "six",
	"sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
	"dix-sept", "dix-huit", "dix-neuf"};
static const char *const fr_tens[10] = {"", "dix", "vingt", "trente", "quarante", "cinquante",
	"soixante", "soixante", "quatre-vingt", "quatre-vingt"};

/* 1 to 99. FINAL: no numeral follows, so quatre-vingts has its s. */
static void fr_below_hundred(struct builder *b, int n, bool feminine, bool final)
{
	int ten = n / 10, unit = n % 10;

	if (n < 20) {
		builder_add_z(b, n == 1 && feminine ? "une" : fr_small[n]);
		return;
	}
	if (ten == 7 || ten == 9)
		unit += 10;
	builder_add_z(b, fr_tens[ten]);
	if (unit == 0) {
		if (ten == 8 && final)
			builder_add_z(b, "s");
		return;
	}
	/* soixante et onze, but quatre-vingt-un and quatre-vingt-onze */
	builder_add_z(b, ten < 8 && (unit == 1 || unit == 11) ? " et " : "-");
	fr_below_hundred(b, unit, feminine, final);
}

static void fr_below_thousand(struct builder *b, int n, bool feminine, bool final)
{
	int hundred = n / 100, rest = n % 100;

	if (hundred > 1) {
		builder_add_z(b, fr_small[hundred]);
		builder_add_z(b, " ");
	}
	if (hundred) {
		builder_add_z(b, "cent");
		if (hundred > 1 && rest == 0 && final)
			builder_add_z(b, "s");
	}
	if (rest) {
		if (hundred)
			builder_add_z(b, " ");
		fr_below_hundred(b, rest, feminine, final);
	}
}

#define MILLIARD 1000000000u
#define MILLION  1000000u

static void fr_number(struct builder *b, uint64_t n, bool feminine)
{
	static const struct {
		uint64_t size;
		const char *name;
	} nouns[] = {{MILLIARD, "milliard"}, {MILLION, "million"}};
	bool before = false;

	if (n == 0)
		builder_add_z(b, fr_small[0]);
	for (size_t i = 0; i < ARRAY_LEN(nouns); i++) {
		uint64_t count = n / nouns[i].size;

		n %= nouns[i].size;
		if (!count)
			continue;
		if (before)
			builder_add_z(b, " ");
		fr_number(b, count, false); /* above 999 milliards: mille milliards */
		builder_add_z(b, " ");
		builder_add_z(b, nouns[i].name);
		if (count > 1)
			builder_add_z(b, "s");
		before = true;
	}
	if (n >= 1000) {
		if (before)
			builder_add_z(b, " ");
		if (n >= 2000) {
			fr_below_thousand(b, (int)(n / 1000), false, false);
			builder_add_z(b, " ");
		}
		builder_add_z(b, "mille");
		n %= 1000;
		before = true;
	}
	if (n) {
		if (before)
			builder_add_z(b, " ");
		fr_below_thousand(b, (int)n, feminine, true);
	}
}

static bool ends(struct str s, const char *tail, size_t *stem)
{
	size_t n = strlen(tail);

	*stem = s.n - n;
	return s.n >= n && memcmp(s.p + s.n - n, tail, n) == 0;
}

static void fr_ordinal(struct builder *b, int64_t n, enum words_gender gender)
{
	struct builder cardinal;
	size_t stem;

	if (n == 1) {
		builder_add_z(b, gender == FEMININE ? "première" : "premier");
		return;
	}
	builder_init(&cardinal, b->arena);
	fr_number(&cardinal, (uint64_t)n, false);

	struct str s = builder_str(&cardinal);

	if (ends(s, "neuf", &stem)) {
		builder_add(b, (struct str){s.p, stem});
		builder_add_z(b, "neuv");
	} else if (ends(s, "cinq", &stem)) {
		builder_add(b, s);
		builder_add_z(b, "u");
	} else if (ends(s, "e", &stem) || ends(s, "cents", &stem) || ends(s, "vingts", &stem) ||
		   ends(s, "millions", &stem) || ends(s, "milliards", &stem)) {
		builder_add(b, (struct str){s.p, s.n - 1});
	} else {
		builder_add(b, s);
	}
	builder_add_z(b, "ième");
}

/* ---- English ---- */

static const char *const en_small[20] = {"zero", "one", "two", "three", "four", "five", "six",
	"seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
	"sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const en_tens[10] = {
	"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

/* 1 to 999. BEFORE: something greater stands before it (one thousand and five). */
static void en_below_thousand(struct builder *b, int n, bool before)
{
	if (n >= 100) {
		if (before)
			builder_add_z(b, " ");
		builder_add_z(b, en_small[n / 100]);
		builder_add_z(b, " hundred");
		n %= 100;
		before = true;
	}
	if (!n)
		return;
	if (before)
		builder_add_z(b, " and ");
	if (n < 20) {
		builder_add_z(b, en_small[n]);
		return;
	}
	builder_add_z(b, en_tens[n / 10]);
	if (n % 10) {
		builder_add_z(b, "-");
		builder_add_z(b, en_small[n % 10]);
	}
}

static void en_number(struct builder *b, uint64_t n)
{
	static const struct {
		uint64_t size;
		const char *name;
	} scales[] = {{MILLIARD, " billion"}, {MILLION, " million"}, {1000, " thousand"}};
	bool before = false;

	if (n == 0)
		builder_add_z(b, en_small[0]);
	for (size_t i = 0; i < ARRAY_LEN(scales); i++) {
		uint64_t count = n / scales[i].size;

		n %= scales[i].size;
		if (!count)
			continue;
		if (before)
			builder_add_z(b, " ");
		en_number(b, count);
		builder_add_z(b, scales[i].name);
		before = true;
	}
	en_below_thousand(b, (int)n, before);
}

static void en_ordinal(struct builder *b, int64_t n)
{
	static const struct {
		const char *cardinal, *ordinal;
	} odd[] = {{"one", "first"}, {"two", "second"}, {"three", "third"}, {"five", "fifth"},
		{"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}, {"y", "ieth"}};
	struct builder cardinal;

	builder_init(&cardinal, b->arena);
	en_number(&cardinal, (uint64_t)n);

	struct str s = builder_str(&cardinal);

	for (size_t i = 0; i < ARRAY_LEN(odd); i++) {
		size_t stem;

		if (ends(s, odd[i].cardinal, &stem)) {
			builder_add(b, (struct str){s.p, stem});
			builder_add_z(b, odd[i].ordinal);
			return;
		}
	}
	builder_add(b, s);
	builder_add_z(b, "th");
}

/* ---- all three ---- */

static uint64_t size_of(struct builder *b, enum lang lang, int64_t n)
{
	if (n >= 0)
		return (uint64_t)n;
	builder_add_z(b, lang == LANG_FR ? "moins " : "minus ");
	return (uint64_t)0 - (uint64_t)n;
}

static void add_number(struct builder *b, enum lang lang, int64_t n, struct words_form form)
{
	switch (lang) {
	case LANG_AR:
		words_ar_number(b, n, form);
		break;
	case LANG_FR:
		fr_number(b, size_of(b, lang, n), form.gender == FEMININE);
		break;
	case LANG_EN:
	case LANG_COUNT:
		en_number(b, size_of(b, lang, n));
		break;
	}
}

struct str words_number(enum lang lang, int64_t n, struct words_form form, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	add_number(&b, lang, n, form);
	return builder_str(&b);
}

struct str words_ordinal(enum lang lang, int64_t n, struct words_form form, struct arena *a)
{
	struct builder b;

	assert(n >= 1);
	builder_init(&b, a);
	switch (lang) {
	case LANG_AR:
		words_ar_ordinal(&b, n, form);
		break;
	case LANG_FR:
		fr_ordinal(&b, n, form.gender);
		break;
	case LANG_EN:
	case LANG_COUNT:
		en_ordinal(&b, n);
		break;
	}
	return builder_str(&b);
}

static void add_counted(struct builder *b, enum lang lang, int64_t n, const struct words_noun *noun,
	enum words_case word_case)
{
	if (lang == LANG_AR) {
		words_ar_counted(b, n, noun, word_case);
		return;
	}
	add_number(b, lang, n, (struct words_form){.gender = noun->gender});
	/* French: zero and one are singular, and millions ask for "de". */
	if (lang == LANG_FR) {
		builder_add_z(b, n && n % MILLION == 0 ? " de " : " ");
		builder_add_z(b, n >= -1 && n <= 1 ? noun->one : noun->many);
	} else {
		builder_add_z(b, " ");
		builder_add_z(b, n == 1 ? noun->one : noun->many);
	}
}

struct str words_counted(enum lang lang, int64_t n, const struct words_noun *noun,
	enum words_case word_case, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	add_counted(&b, lang, n, noun, word_case);
	return builder_str(&b);
}

struct str words_money(enum lang lang, int64_t centimes, struct arena *a)
{
	static const struct words_noun dirham[LANG_COUNT] = {
		[LANG_AR] = {MASCULINE, "درهم", "درهمان", "درهمين", "دراهم", "درهما"},
		[LANG_FR] = {.one = "dirham", .many = "dirhams"},
		[LANG_EN] = {.one = "dirham", .many = "dirhams"},
	};
	static const struct words_noun centime[LANG_COUNT] = {
		[LANG_AR] = {MASCULINE, "سنتيم", "سنتيمان", "سنتيمين", "سنتيمات", "سنتيما"},
		[LANG_FR] = {.one = "centime", .many = "centimes"},
		[LANG_EN] = {.one = "centime", .many = "centimes"},
	};
	static const char *const and[LANG_COUNT] = {" و", " et ", " and "};
	int64_t whole = centimes / 100, part = centimes % 100;
	struct builder b;

	builder_init(&b, a);
	if (whole || !part)
		add_counted(&b, lang, whole, &dirham[lang], NOMINATIVE);
	if (whole && part)
		builder_add_z(&b, and[lang]);
	if (part)
		add_counted(&b, lang, whole && part < 0 ? -part : part, &centime[lang], NOMINATIVE);
	return builder_str(&b);
}
