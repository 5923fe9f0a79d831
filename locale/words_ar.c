/* Rules, in the order of the code: 1 and 2 agree with the noun; 3 to 10 take the opposite gender;
 * 11 and 12 agree, 13 to 19 have the unit opposed and the ten agreeing; tens do not change with
 * gender but with case; hundreds are written in one word. A thousand, a million and a milliard are
 * themselves counted nouns. Two-word endings drop their nun before a noun (مائتا درهم). */
#include "locale/words_ar.h"

#include <assert.h>

/* [gender of the counted noun][n] */
static const char *const units[2][11] = {
	{"صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"},
	{"صفر", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"},
};
static const char *const two_oblique[2] = {"اثنين", "اثنتين"};
static const char *const eleven[2] = {"أحد عشر", "إحدى عشرة"};
static const char *const twelve[2][2] = {{"اثنا عشر", "اثنتا عشرة"}, {"اثني عشر", "اثنتي عشرة"}};
static const char *const ten_of_teens[2] = {"عشر", "عشرة"};
/* [case][n / 10] */
static const char *const tens[2][10] = {
	{"", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"},
	{"", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"},
};
static const char *const hundreds[10] = {"", "مائة", "", "ثلاثمائة", "أربعمائة", "خمسمائة",
	"ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"};
static const char *const two_hundred[2][2] = {{"مائتان", "مائتا"}, {"مائتين", "مائتي"}};

#define AND " و"

static struct words_form plain(enum words_case word_case)
{
	return (struct words_form){.gender = MASCULINE, .word_case = word_case};
}

/* 1 to 99. */
static void below_hundred(struct builder *b, int n, struct words_form form)
{
	int unit = n % 10;

	if (n == 8 && form.gender == FEMININE && form.construct) {
		builder_add_z(b, "ثماني");
	} else if (n == 2 && form.word_case == OBLIQUE) {
		builder_add_z(b, two_oblique[form.gender]);
	} else if (n <= 10) {
		builder_add_z(b, units[form.gender][n]);
	} else if (n == 11) {
		builder_add_z(b, eleven[form.gender]);
	} else if (n == 12) {
		builder_add_z(b, twelve[form.word_case][form.gender]);
	} else if (n < 20) {
		builder_add_z(
			b, n == 18 && form.gender == FEMININE ? "ثماني" : units[form.gender][unit]);
		builder_add_z(b, " ");
		builder_add_z(b, ten_of_teens[form.gender]);
	} else {
		if (unit == 1 && form.gender == FEMININE)
			builder_add_z(b, "إحدى" AND);
		else if (unit) {
			form.construct = false;
			below_hundred(b, unit, form);
			builder_add_z(b, AND);
		}
		builder_add_z(b, tens[form.word_case][n / 10]);
	}
}

/* 1 to 999. */
static void below_thousand(struct builder *b, int n, struct words_form form)
{
	int rest = n % 100;

	if (n / 100 == 2)
		builder_add_z(b, two_hundred[form.word_case][form.construct && !rest]);
	else
		builder_add_z(b, hundreds[n / 100]);
	if (rest) {
		if (n >= 100)
			builder_add_z(b, AND);
		below_hundred(b, rest, form);
	}
}

/* The nouns one counts big numbers with. */
struct scale {
	uint64_t size;
	const char *one;
	const char *two[2][2]; /* [case][construct] */
	const char *few;
	const char *many; /* 11 to 99, before nothing; before a noun it is `one` */
};

static const struct scale scales[] = {
	{1000000000, "مليار", {{"ملياران", "مليارا"}, {"مليارين", "ملياري"}}, "ملايير", "مليارا"},
	{1000000, "مليون", {{"مليونان", "مليونا"}, {"مليونين", "مليوني"}}, "ملايين", "مليونا"},
	{1000, "ألف", {{"ألفان", "ألفا"}, {"ألفين", "ألفي"}}, "آلاف", "ألفا"},
};

static void number(struct builder *b, uint64_t n, struct words_form form);

static void scaled(struct builder *b, uint64_t count, const struct scale *s, struct words_form form)
{
	struct words_form counting = plain(form.word_case);
	int rest = (int)(count % 100);

	/* 101 and 102 of them: a hundred of them and one, and two. */
	if (count > 100 && (rest == 1 || rest == 2)) {
		counting.construct = true;
		number(b, count - (uint64_t)rest, counting);
		builder_add_z(b, " ");
		builder_add_z(b, s->one);
		builder_add_z(b, AND);
		count = (uint64_t)rest;
	}
	if (count == 1) {
		builder_add_z(b, s->one);
	} else if (count == 2) {
		builder_add_z(b, s->two[form.word_case][form.construct]);
	} else {
		bool few = rest >= 3 && rest <= 10;

		counting.construct = rest == 0;
		number(b, count, counting);
		builder_add_z(b, " ");
		if (few)
			builder_add_z(b, s->few);
		else
			builder_add_z(b, rest == 0 || form.construct ? s->one : s->many);
	}
}

static void number(struct builder *b, uint64_t n, struct words_form form)
{
	bool before = false;

	for (size_t i = 0; i < ARRAY_LEN(scales); i++) {
		uint64_t count = n / scales[i].size;

		n %= scales[i].size;
		if (!count)
			continue;

		struct words_form part = form;

		part.construct = form.construct && n == 0;
		if (before)
			builder_add_z(b, AND);
		scaled(b, count, &scales[i], part);
		before = true;
	}
	if (n) {
		if (before)
			builder_add_z(b, AND);
		below_thousand(b, (int)n, form);
	} else if (!before) {
		builder_add_z(b, units[form.gender][0]);
	}
}

static uint64_t size_of(struct builder *b, int64_t n)
{
	if (n >= 0)
		return (uint64_t)n;
	builder_add_z(b, "ناقص ");
	return (uint64_t)0 - (uint64_t)n;
}

void words_ar_number(struct builder *b, int64_t n, struct words_form form)
{
	uint64_t size = size_of(b, n);

	number(b, size, form);
}

void words_ar_counted(
	struct builder *b, int64_t n, const struct words_noun *noun, enum words_case word_case)
{
	uint64_t size = size_of(b, n);
	int rest = (int)(size % 100);
	const char *two = word_case == OBLIQUE ? noun->two_oblique : noun->two;
	struct words_form form = {.gender = noun->gender, .word_case = word_case};

	if (size == 1) {
		builder_add_z(b, noun->one);
		builder_add_z(b, " ");
		builder_add_z(b, units[noun->gender][1]);
	} else if (size == 2) {
		builder_add_z(b, two);
	} else if (size > 100 && (rest == 1 || rest == 2)) {
		form.construct = true;
		number(b, size - (uint64_t)rest, form);
		builder_add_z(b, " ");
		builder_add_z(b, noun->one);
		builder_add_z(b, AND);
		builder_add_z(b, rest == 1 ? noun->one : two);
	} else {
		form.construct = rest < 11;
		number(b, size, form);
		builder_add_z(b, " ");
		builder_add_z(b, rest == 0 ? noun->one : rest < 11 ? noun->many : noun->accusative);
	}
}

/* ---- ordinals ---- */

static const char *const ordinals[2][11] = {
	{"", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن",
		"التاسع", "العاشر"},
	{"", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة",
		"التاسعة", "العاشرة"},
};
static const char *const ordinal_one[2] = {"الحادي", "الحادية"}; /* in 11, 21, 31 … */

static void ordinal_below_hundred(struct builder *b, int n, struct words_form form)
{
	int unit = n % 10;

	if (n <= 10) {
		builder_add_z(b, ordinals[form.gender][n]);
		return;
	}
	if (unit)
		builder_add_z(
			b, unit == 1 ? ordinal_one[form.gender] : ordinals[form.gender][unit]);
	if (n < 20) {
		builder_add_z(b, " ");
		builder_add_z(b, ten_of_teens[form.gender]);
		return;
	}
	if (unit)
		builder_add_z(b, AND);
	builder_add_z(b, "ال");
	builder_add_z(b, tens[form.word_case][n / 10]);
}

/* A cardinal with the article on each of its joined parts: الألف والمائتين. */
static void definite(struct builder *b, uint64_t n, struct words_form form)
{
	struct builder words;

	builder_init(&words, b->arena);
	number(&words, n, form);

	struct str s = builder_str(&words);
	const size_t and = sizeof AND - 1;
	size_t begin = 0;

	builder_add_z(b, "ال");
	for (size_t i = 0; i + and <= s.n; i++) {
		struct str here = {s.p + i, s.n - i};

		/* One numeral begins with this letter itself, واحد; in whole hundreds it stands
		 * first or behind another و, never behind a mere blank. */
		if (str_starts(here, AND)) {
			builder_add(b, (struct str){s.p + begin, i + and-begin});
			builder_add_z(b, "ال");
			begin = i + and;
		}
	}
	builder_add(b, (struct str){s.p + begin, s.n - begin});
}

void words_ar_ordinal(struct builder *b, int64_t n, struct words_form form)
{
	int rest = (int)(n % 100);

	assert(n >= 1);
	form.construct = false;
	if (rest)
		ordinal_below_hundred(b, rest, form);
	if (rest && n > 100) {
		builder_add_z(b, " بعد ");
		form.word_case = OBLIQUE; /* after a preposition */
	}
	if (n >= 100)
		definite(b, (uint64_t)(n - rest), plain(form.word_case));
}
