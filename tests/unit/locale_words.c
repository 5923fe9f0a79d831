#include "tests/arena.h"

#include <inttypes.h>

#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "locale/words.h"

/* The columns of words.tsv. */
enum column { N, AR, AR_FEMININE, AR_OBLIQUE, FR, EN, AR_MONEY, COLUMNS };

static int rows_checked(
	struct arena *a, enum column column, struct str say(int64_t n, enum column, struct arena *))
{
	char path[4096], line[4096];
	int rows = 0;
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/tests/unit/words.tsv", test_srcdir());
	f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f)) {
		const char *field[COLUMNS];
		char *rest = line;

		line[strcspn(line, "\n")] = 0;
		if (*line == '#')
			continue;
		for (int i = 0; i < COLUMNS; i++) {
			field[i] = rest;
			rest += strcspn(rest, "\t");
			if (i < COLUMNS - 1)
				assert_int_equal(*rest, '\t');
			*rest++ = 0;
		}
		assert_text(a, say(strtoll(field[N], NULL, 10), column, a), field[column]);
		rows++;
	}
	assert_int_equal(fclose(f), 0);
	return rows;
}

static struct str say_number(int64_t n, enum column column, struct arena *a)
{
	enum lang lang = column == FR ? LANG_FR : column == EN ? LANG_EN : LANG_AR;
	struct words_form form = {.gender = column == AR_FEMININE ? FEMININE : MASCULINE,
		.word_case = column == AR_OBLIQUE ? OBLIQUE : NOMINATIVE};

	return words_number(lang, n, form, a);
}

static struct str say_money(int64_t n, enum column column, struct arena *a)
{
	(void)column;
	return words_money(LANG_AR, n * 100, a);
}

static void arabic_numbers_are_as_written_out(void **state)
{
	assert_true(rows_checked(*state, AR, say_number) >= 200);
}

static void arabic_numbers_follow_a_feminine_noun(void **state)
{
	assert_true(rows_checked(*state, AR_FEMININE, say_number) >= 200);
}

static void arabic_numbers_have_their_oblique_case(void **state)
{
	assert_true(rows_checked(*state, AR_OBLIQUE, say_number) >= 200);
}

static void french_numbers_are_as_written_out(void **state)
{
	assert_true(rows_checked(*state, FR, say_number) >= 200);
}

static void english_numbers_are_as_written_out(void **state)
{
	assert_true(rows_checked(*state, EN, say_number) >= 200);
}

static void arabic_dirhams_are_as_written_out(void **state)
{
	assert_true(rows_checked(*state, AR_MONEY, say_money) >= 200);
}

/* A second opinion: ICU spells French with more hyphens and English without "and". */
static void agrees_with_icu(struct arena *a, enum lang lang, const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UNumberFormat *f = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
	struct arena scratch;

	(void)a;
	assert_true(U_SUCCESS(status));
	if (lang == LANG_FR) {
		UChar rules[64];

		u_uastrcpy(rules, "%spellout-cardinal-masculine");
		unum_setTextAttribute(f, UNUM_DEFAULT_RULESET, rules, -1, &status);
		assert_true(U_SUCCESS(status));
	}
	arena_init(&scratch, &memory_source);
	for (int64_t n = 0; n < 3000000; n += n < 2500 ? 1 : n < 30000 ? 97 : 9973) {
		UChar wide[512];
		char theirs[1024], ours[1024];
		struct str s = words_number(lang, n, (struct words_form){0}, &scratch);
		size_t k = 0;

		unum_formatInt64(f, n, wide, 512, NULL, &status);
		u_strToUTF8(theirs, sizeof theirs, NULL, wide, -1, &status);
		assert_true(U_SUCCESS(status));
		for (char *p = theirs; *p; p++) {
			if (*p == '-')
				*p = ' ';
		}
		for (size_t i = 0; i < s.n; i++) {
			struct str rest = {s.p + i, s.n - i};

			if (lang == LANG_EN && str_starts(rest, " and "))
				i += 4;
			ours[k++] = s.p[i] == '-' ? ' ' : s.p[i];
		}
		ours[k] = 0;
		assert_string_equal(ours, theirs);
		arena_clear(&scratch);
	}
	unum_close(f);
}

static void french_agrees_with_icu_but_for_hyphens(void **state)
{
	agrees_with_icu(*state, LANG_FR, "fr");
}

static void english_agrees_with_icu_but_for_and(void **state)
{
	agrees_with_icu(*state, LANG_EN, "en");
}

static void the_greatest_and_the_smallest_number_have_words(void **state)
{
	struct arena *a = *state;

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct words_form form = {0};

		assert_true(words_number((enum lang)lang, INT64_MAX, form, a).n > 100);
		assert_true(words_number((enum lang)lang, INT64_MIN, form, a).n > 100);
		assert_true(words_money((enum lang)lang, INT64_MIN, a).n > 100);
	}
}

static void no_arabic_number_has_a_diacritic_or_a_double_blank(void **state)
{
	struct arena scratch;

	(void)state;
	arena_init(&scratch, &memory_source);
	for (int64_t n = 0; n < 120000; n += n < 3000 ? 1 : 211) {
		struct str s = words_number(LANG_AR, n, (struct words_form){0}, &scratch);

		assert_null(strstr(arena_z(&scratch, s), "  "));
		for (size_t i = 0; i + 1 < s.n; i++) {
			unsigned char c = (unsigned char)s.p[i], d = (unsigned char)s.p[i + 1];

			assert_false(c == 0xD9 && d >= 0x8B && d <= 0x9F);
		}
		arena_clear(&scratch);
	}
}

static void arabic_items_are_numbered_in_words(void **state)
{
	static const struct {
		int n;
		const char *feminine, *masculine;
	} rows[] = {
		{1, "الأولى", "الأول"},
		{2, "الثانية", "الثاني"},
		{3, "الثالثة", "الثالث"},
		{5, "الخامسة", "الخامس"},
		{6, "السادسة", "السادس"},
		{8, "الثامنة", "الثامن"},
		{10, "العاشرة", "العاشر"},
		{11, "الحادية عشرة", "الحادي عشر"},
		{12, "الثانية عشرة", "الثاني عشر"},
		{13, "الثالثة عشرة", "الثالث عشر"},
		{19, "التاسعة عشرة", "التاسع عشر"},
		{20, "العشرون", "العشرون"},
		{21, "الحادية والعشرون", "الحادي والعشرون"},
		{27, "السابعة والعشرون", "السابع والعشرون"},
		{40, "الأربعون", "الأربعون"},
		{99, "التاسعة والتسعون", "التاسع والتسعون"},
		{100, "المائة", "المائة"},
		{101, "الأولى بعد المائة", "الأول بعد المائة"},
		{111, "الحادية عشرة بعد المائة", "الحادي عشر بعد المائة"},
		{122, "الثانية والعشرون بعد المائة", "الثاني والعشرون بعد المائة"},
		{200, "المائتان", "المائتان"},
		{203, "الثالثة بعد المائتين", "الثالث بعد المائتين"},
		{1205, "الخامسة بعد الألف والمائتين", "الخامس بعد الألف والمائتين"},
	};
	struct arena *a = *state;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct words_form form = {.gender = FEMININE};

		assert_text(a, words_ordinal(LANG_AR, rows[i].n, form, a), rows[i].feminine);
		form.gender = MASCULINE;
		assert_text(a, words_ordinal(LANG_AR, rows[i].n, form, a), rows[i].masculine);
	}
}

static void arabic_ordinals_of_tens_follow_the_case(void **state)
{
	struct words_form form = {.gender = FEMININE, .word_case = OBLIQUE};
	struct arena *a = *state;

	assert_text(a, words_ordinal(LANG_AR, 21, form, a), "الحادية والعشرين");
	assert_text(a, words_ordinal(LANG_AR, 11, form, a), "الحادية عشرة");
	assert_text(a, words_ordinal(LANG_AR, 200, form, a), "المائتين");
}

static void french_and_english_ordinals_bend_their_endings(void **state)
{
	static const struct {
		int n;
		const char *fr, *en;
	} rows[] = {
		{1, "premier", "first"},
		{2, "deuxième", "second"},
		{3, "troisième", "third"},
		{4, "quatrième", "fourth"},
		{5, "cinquième", "fifth"},
		{8, "huitième", "eighth"},
		{9, "neuvième", "ninth"},
		{11, "onzième", "eleventh"},
		{12, "douzième", "twelfth"},
		{20, "vingtième", "twentieth"},
		{21, "vingt et unième", "twenty-first"},
		{30, "trentième", "thirtieth"},
		{71, "soixante et onzième", "seventy-first"},
		{80, "quatre-vingtième", "eightieth"},
		{81, "quatre-vingt-unième", "eighty-first"},
		{99, "quatre-vingt-dix-neuvième", "ninety-ninth"},
		{100, "centième", "one hundredth"},
		{200, "deux centième", "two hundredth"},
		{1000, "millième", "one thousandth"},
	};
	struct arena *a = *state;
	struct words_form form = {0};

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		assert_text(a, words_ordinal(LANG_FR, rows[i].n, form, a), rows[i].fr);
		assert_text(a, words_ordinal(LANG_EN, rows[i].n, form, a), rows[i].en);
	}
	form.gender = FEMININE;
	assert_text(a, words_ordinal(LANG_FR, 1, form, a), "première");
}

static const struct words_noun member = {MASCULINE, "عضو", "عضوان", "عضوين", "أعضاء", "عضوا"};
static const struct words_noun item = {FEMININE, "نقطة", "نقطتان", "نقطتين", "نقط", "نقطة"};

static void arabic_members_are_counted_as_the_grammar_wants(void **state)
{
	static const struct {
		int n;
		const char *words;
	} rows[] = {
		{0, "صفر عضو"},
		{1, "عضو واحد"},
		{2, "عضوان"},
		{3, "ثلاثة أعضاء"},
		{10, "عشرة أعضاء"},
		{11, "أحد عشر عضوا"},
		{26, "ستة وعشرون عضوا"},
		{99, "تسعة وتسعون عضوا"},
		{100, "مائة عضو"},
		{101, "مائة عضو وعضو"},
		{102, "مائة عضو وعضوان"},
		{105, "مائة وخمسة أعضاء"},
		{200, "مائتا عضو"},
		{2000, "ألفا عضو"},
	};
	struct arena *a = *state;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_text(a, words_counted(LANG_AR, rows[i].n, &member, NOMINATIVE, a),
			rows[i].words);
	assert_text(a, words_counted(LANG_AR, 2, &member, OBLIQUE, a), "عضوين");
	assert_text(a, words_counted(LANG_AR, 26, &member, OBLIQUE, a), "ستة وعشرين عضوا");
	assert_text(a, words_counted(LANG_AR, 200, &member, OBLIQUE, a), "مائتي عضو");
}

static void arabic_items_take_numbers_of_the_other_gender(void **state)
{
	struct arena *a = *state;

	assert_text(a, words_counted(LANG_AR, 1, &item, NOMINATIVE, a), "نقطة واحدة");
	assert_text(a, words_counted(LANG_AR, 3, &item, NOMINATIVE, a), "ثلاث نقط");
	assert_text(a, words_counted(LANG_AR, 8, &item, NOMINATIVE, a), "ثماني نقط");
	assert_text(a, words_counted(LANG_AR, 11, &item, NOMINATIVE, a), "إحدى عشرة نقطة");
	assert_text(a, words_counted(LANG_AR, 15, &item, NOMINATIVE, a), "خمس عشرة نقطة");
}

static void money_has_its_centimes(void **state)
{
	struct arena *a = *state;

	assert_text(a, words_money(LANG_AR, 60000000, a), "ستمائة ألف درهم");
	assert_text(a, words_money(LANG_AR, 550, a), "خمسة دراهم وخمسون سنتيما");
	assert_text(a, words_money(LANG_AR, 1202, a), "اثنا عشر درهما وسنتيمان");
	assert_text(a, words_money(LANG_AR, 5, a), "خمسة سنتيمات");
	assert_text(a, words_money(LANG_AR, 0, a), "صفر درهم");
	assert_text(a, words_money(LANG_AR, -550, a), "ناقص خمسة دراهم وخمسون سنتيما");
	assert_text(a, words_money(LANG_FR, 60000000, a), "six cent mille dirhams");
	assert_text(a, words_money(LANG_FR, 200000000, a), "deux millions de dirhams");
	assert_text(a, words_money(LANG_FR, 250000000, a), "deux millions cinq cent mille dirhams");
	assert_text(a, words_money(LANG_FR, 768300050, a),
		"sept millions six cent quatre-vingt-trois mille dirhams et cinquante centimes");
	assert_text(a, words_money(LANG_FR, 100, a), "un dirham");
	assert_text(a, words_money(LANG_FR, 0, a), "zéro dirham");
	assert_text(a, words_money(LANG_FR, 101, a), "un dirham et un centime");
	assert_text(a, words_money(LANG_EN, 200, a), "two dirhams");
	assert_text(a, words_money(LANG_EN, 101, a), "one dirham and one centime");
}

static void french_counts_millions_with_de_and_nothing_in_the_singular(void **state)
{
	static const struct words_noun noun = {.gender = FEMININE, .one = "voix", .many = "voix"};
	static const struct words_noun fr_member = {.one = "membre", .many = "membres"};
	struct arena *a = *state;

	assert_text(a, words_counted(LANG_FR, 1, &noun, NOMINATIVE, a), "une voix");
	assert_text(a, words_counted(LANG_FR, 21, &noun, NOMINATIVE, a), "vingt et une voix");
	assert_text(a, words_counted(LANG_FR, 0, &fr_member, NOMINATIVE, a), "zéro membre");
	assert_text(a, words_counted(LANG_FR, 28, &fr_member, NOMINATIVE, a), "vingt-huit membres");
	assert_text(a, words_counted(LANG_FR, 3000000, &fr_member, NOMINATIVE, a),
		"trois millions de membres");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(arabic_numbers_are_as_written_out),
	cmocka_unit_test(arabic_numbers_follow_a_feminine_noun),
	cmocka_unit_test(arabic_numbers_have_their_oblique_case),
	cmocka_unit_test(french_numbers_are_as_written_out),
	cmocka_unit_test(english_numbers_are_as_written_out),
	cmocka_unit_test(arabic_dirhams_are_as_written_out),
	cmocka_unit_test(french_agrees_with_icu_but_for_hyphens),
	cmocka_unit_test(english_agrees_with_icu_but_for_and),
	cmocka_unit_test(the_greatest_and_the_smallest_number_have_words),
	cmocka_unit_test(no_arabic_number_has_a_diacritic_or_a_double_blank),
	cmocka_unit_test(arabic_items_are_numbered_in_words),
	cmocka_unit_test(arabic_ordinals_of_tens_follow_the_case),
	cmocka_unit_test(french_and_english_ordinals_bend_their_endings),
	cmocka_unit_test(arabic_members_are_counted_as_the_grammar_wants),
	cmocka_unit_test(arabic_items_take_numbers_of_the_other_gender),
	cmocka_unit_test(money_has_its_centimes),
	cmocka_unit_test(french_counts_millions_with_de_and_nothing_in_the_singular),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
