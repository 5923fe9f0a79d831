/* The table of counted nouns, against it the Arabic catalogue and the numbers in words. */
#include "tests/arena.h"

#include "locale/catalog.h"
#include "locale/format.h"
#include "locale/words.h"
#include "model/message.h"

/* The columns of nouns.tsv and of words.tsv. */
enum noun_column { GENDER, ONE, TWO, TWO_OBLIQUE, FEW, MANY, NOUN_COLUMNS };
enum word_column { N, AR, AR_FEMININE, AR_OBLIQUE, FR, EN, AR_MONEY, WORD_COLUMNS };

#define FORMS      6
#define MOST_NOUNS 64

struct table {
	FILE *f;
	char line[4096];
	const char *field[WORD_COLUMNS];
};

static void table_open(struct table *t, const char *name)
{
	char path[4096];

	(void)snprintf(path, sizeof path, "%s/%s", test_srcdir(), name);
	t->f = fopen(path, "r");
	assert_non_null(t->f);
}

static bool table_row(struct table *t, int columns)
{
	do {
		if (!fgets(t->line, sizeof t->line, t->f)) {
			assert_int_equal(fclose(t->f), 0);
			return false;
		}
	} while (*t->line == '#');
	t->line[strcspn(t->line, "\n")] = 0;

	char *rest = t->line;

	for (int i = 0; i < columns; i++) {
		t->field[i] = rest;
		rest += strcspn(rest, "\t");
		if (i < columns - 1)
			assert_int_equal(*rest, '\t');
		*rest++ = 0;
	}
	return true;
}

struct nouns {
	struct words_noun at[MOST_NOUNS];
	int n;
};

static const char *kept(struct arena *a, const char *z)
{
	return arena_z(a, str_of(z));
}

static void nouns_read(struct nouns *nouns, struct arena *a)
{
	struct table t;

	nouns->n = 0;
	table_open(&t, "locale/nouns.tsv");
	while (table_row(&t, NOUN_COLUMNS)) {
		assert_true(nouns->n < MOST_NOUNS);
		nouns->at[nouns->n++] = (struct words_noun){
			*t.field[GENDER] == 'f' ? FEMININE : MASCULINE, kept(a, t.field[ONE]),
			kept(a, t.field[TWO]), kept(a, t.field[TWO_OBLIQUE]), kept(a, t.field[FEW]),
			kept(a, t.field[MANY])};
	}
	assert_true(nouns->n >= 30);
}

/* ---- the catalogue ---- */

static bool ends_here(const char *after)
{
	return *after == 0 || strchr(" .:)", *after) || strncmp(after, "،", 2) == 0 ||
	       strncmp(after, "؛", 2) == 0 || strncmp(after, "…", 3) == 0;
}

/* Whether FORM has NOUN as a word of its own, و or ب before it allowed. */
static bool has_word(const char *form, const char *noun)
{
	for (const char *p = strstr(form, noun); p; p = strstr(p + 1, noun)) {
		bool joined = p - form >= 2 &&
			      (strncmp(p - 2, "و", 2) == 0 || strncmp(p - 2, "ب", 2) == 0);
		const char *before = joined ? p - 2 : p;

		if ((before == form || strchr(" (", before[-1])) && ends_here(p + strlen(noun)))
			return true;
	}
	return false;
}

/* What stands behind the number in FORM, or NULL. */
static const char *behind_number(const char *form)
{
	const char *at = strstr(form, "{n} ");

	return at && (at[4] & 0x80) ? at + 4 : NULL;
}

static bool begins_with(const char *text, const char *noun)
{
	size_t n = strlen(noun);

	return strncmp(text, noun, n) == 0 && ends_here(text + n);
}

/* The whole of one entry agrees with NOUN. */
static bool agrees(const char *const form[FORMS], const struct words_noun *noun)
{
	const char *few = behind_number(form[3]), *many = behind_number(form[4]),
		   *hundred = behind_number(form[5]);

	return few && many && hundred && begins_with(few, noun->many) &&
	       begins_with(many, noun->accusative) && begins_with(hundred, noun->one);
}

/* One and two are said without a figure; a count behind "from … to" keeps it. */
static bool small_agree(const char *const form[FORMS], const struct words_noun *noun)
{
	if (behind_number(form[1]))
		return begins_with(behind_number(form[1]), noun->one);
	return has_word(form[1], noun->one) &&
	       (has_word(form[2], noun->two) || has_word(form[2], noun->two_oblique));
}

/* Several nouns can share their forms (يوم and يوم عمل): one of them has to fit altogether. */
static const char *complaint(const char *const form[FORMS], const struct nouns *nouns)
{
	const char *what = "no noun of locale/nouns.tsv stands behind the number as it should";

	for (int i = 0; i < nouns->n; i++) {
		if (!agrees(form, &nouns->at[i]))
			continue;
		if (small_agree(form, &nouns->at[i]))
			return NULL;
		what = "one and two are not those of the noun";
	}
	return what;
}

static void every_count_in_the_catalogue_agrees_with_its_noun(void **state)
{
	struct arena *a = *state;
	struct catalog ar = catalog_of(LANG_AR);
	struct nouns nouns;
	int counted = 0, wrong = 0;

	nouns_read(&nouns, a);
	for (uint32_t i = 0; i < ar.n; i++) {
		struct str id, all;
		const char *form[FORMS];
		int forms = 0;

		catalog_entry(&ar, i, &id, &all);
		for (size_t at = 0; id.n && at <= all.n && forms < FORMS; forms++) {
			form[forms] = all.p + at;
			at += strlen(form[forms]) + 1;
		}
		if (forms < FORMS || (!behind_number(form[3]) && !behind_number(form[4])))
			continue;
		/* The same words for every count: the number stands behind a colon. */
		if (strcmp(form[3], form[4]) == 0)
			continue;
		counted++;

		const char *what = complaint(form, &nouns);

		if (what) {
			print_message("# \"%s\": %s: %s\n", id.p, form[3], what);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
	assert_true(counted >= 80);
}

static void a_count_that_does_not_agree_is_noticed(void **state)
{
	static const char *const rows[][FORMS] = {
		{"", "عضو واحد", "عضوان", "{n} أعضاء", "{n} عضو", "{n} عضو"},
		{"", "عضو واحد", "عضوان", "{n} عضوا", "{n} عضوا", "{n} عضو"},
		{"", "عضو واحد", "عضوان", "{n} أعضاء", "{n} عضوا", "{n} عضوا"},
		{"", "عضو واحد", "صوتان", "{n} أعضاء", "{n} عضوا", "{n} عضو"},
		{"", "صوت واحد", "عضوان", "{n} أعضاء", "{n} عضوا", "{n} عضو"},
		{"", "كتاب واحد", "كتابان", "{n} كتب", "{n} كتابا", "{n} كتاب"},
	};
	static const char *const right[FORMS] = {
		"", "من عضو واحد.", "وعضوين", "{n} أعضاء.", "{n} عضوا؛", "{n} عضو"};
	struct nouns nouns;

	nouns_read(&nouns, *state);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_non_null(complaint(rows[i], &nouns));
	assert_null(complaint(right, &nouns));
}

/* ---- numbers in words, by the written-out table ---- */

struct pair {
	const char *from, *to;
};

/* The dual before a noun; elsewhere in the table the same letters are the accusative. */
#define TWO_THOUSAND_OF "ألفا م"

/* TEXT with each word that PAIRS names, و before it or not, in its other form; LAST: only the last
 * word. */
static struct str bent(
	struct arena *a, const char *text, const struct pair *pairs, size_t n, bool last)
{
	struct builder b;

	builder_init(&b, a);
	if (!last && strncmp(text, TWO_THOUSAND_OF, strlen(TWO_THOUSAND_OF)) == 0) {
		builder_add_z(&b, "ألفي");
		text += strlen("ألفا");
	}
	while (*text) {
		size_t length = strcspn(text, " ");
		bool final = text[length] == 0;
		const char *word = text;
		size_t size = length;

		if (length > 2 && strncmp(word, "و", 2) == 0 && strncmp(word, "واحد", 8) != 0) {
			builder_add_z(&b, "و");
			word += 2;
			size -= 2;
		}

		struct str s = {word, size};

		for (size_t i = 0; i < n && (final || !last); i++)
			if (str_equal(s, str_of(pairs[i].from))) {
				s = str_of(pairs[i].to);
				break;
			}
		builder_add(&b, s);
		text += length;
		if (*text) {
			builder_add_z(&b, " ");
			text++;
		}
	}
	return builder_str(&b);
}

static const struct pair oblique[] = {
	{"اثنان", "اثنين"},
	{"اثنتان", "اثنتين"},
	{"اثنا", "اثني"},
	{"اثنتا", "اثنتي"},
	{"عشرون", "عشرين"},
	{"ثلاثون", "ثلاثين"},
	{"أربعون", "أربعين"},
	{"خمسون", "خمسين"},
	{"ستون", "ستين"},
	{"سبعون", "سبعين"},
	{"ثمانون", "ثمانين"},
	{"تسعون", "تسعين"},
	{"مائتان", "مائتين"},
	{"مائتا", "مائتي"},
	{"ألفان", "ألفين"},
	{"مليونان", "مليونين"},
	{"ملياران", "مليارين"},
};

/* A noun follows directly: the dual drops its nun, the accusative its alif. */
static const struct pair construct[] = {
	{"مائتان", "مائتا"},
	{"مائتين", "مائتي"},
	{"ألفان", "ألفا"},
	{"ألفين", "ألفي"},
	{"مليونان", "مليونا"},
	{"مليونين", "مليوني"},
	{"ملياران", "مليارا"},
	{"مليارين", "ملياري"},
	{"ألفا", "ألف"},
	{"مليونا", "مليون"},
	{"مليارا", "مليار"},
	{"ثمان", "ثماني"},
};

static void feminine_numbers_have_their_oblique_case(void **state)
{
	struct arena *a = *state;
	struct words_form form = {.gender = FEMININE, .word_case = OBLIQUE};
	struct table t;
	int rows = 0;

	table_open(&t, "tests/unit/words.tsv");
	while (table_row(&t, WORD_COLUMNS)) {
		struct str want = bent(a, t.field[AR_FEMININE], oblique, ARRAY_LEN(oblique), false);

		assert_text(a, words_number(LANG_AR, strtoll(t.field[N], NULL, 10), form, a),
			arena_z(a, want));
		assert_text(a, bent(a, t.field[AR], oblique, ARRAY_LEN(oblique), false),
			t.field[AR_OBLIQUE]);
		rows++;
	}
	assert_true(rows >= 200);
}

/* The count of N things as the written row and the noun's own row have it; "" where two numbers
 * of the table would be needed (a hundred and one). */
static struct str written(struct arena *a, const struct table *t, const struct words_noun *noun,
	enum words_case word_case)
{
	int64_t n = strtoll(t->field[N], NULL, 10), size = n < 0 ? -n : n;
	int rest = (int)(size % 100);
	const char *minus = n < 0 ? "ناقص " : "",
		   *unit = noun->gender == FEMININE ? "واحدة" : "واحد";
	struct str number = str_of(t->field[noun->gender == FEMININE ? AR_FEMININE : AR]);
	struct builder b;

	builder_init(&b, a);
	if (size == 1 || size == 2) {
		builder_add_z(&b, minus);
		builder_add_z(&b, size == 1              ? noun->one
				  : word_case == OBLIQUE ? noun->two_oblique
							 : noun->two);
		if (size == 1) {
			builder_add_z(&b, " ");
			builder_add_z(&b, unit);
		}
		return builder_str(&b);
	}
	if (rest == 1 || rest == 2)
		return STR("");
	if (word_case == OBLIQUE)
		number = bent(a, arena_z(a, number), oblique, ARRAY_LEN(oblique), false);
	if (rest < 11)
		number = bent(a, arena_z(a, number), construct, ARRAY_LEN(construct), true);
	builder_add(&b, number);
	builder_add_z(&b, " ");
	builder_add_z(&b, rest == 0 ? noun->one : rest < 11 ? noun->many : noun->accusative);
	return builder_str(&b);
}

static void each_noun_is_counted_as_written_in_both_cases(void **state)
{
	struct arena *a = *state;
	struct nouns nouns;
	struct table t;
	int rows = 0;

	nouns_read(&nouns, a);
	table_open(&t, "tests/unit/words.tsv");
	while (table_row(&t, WORD_COLUMNS)) {
		int64_t n = strtoll(t.field[N], NULL, 10);

		for (int i = 0; i < nouns.n * 2; i++) {
			const struct words_noun *noun = &nouns.at[i / 2];
			enum words_case word_case = i % 2 ? OBLIQUE : NOMINATIVE;
			struct str want = written(a, &t, noun, word_case);

			if (want.n)
				assert_text(a, words_counted(LANG_AR, n, noun, word_case, a),
					arena_z(a, want));
		}
		rows += written(a, &t, &nouns.at[0], NOMINATIVE).n != 0;
	}
	assert_true(rows >= 200);
}

static void zero_and_one_are_singular_in_french(void **state)
{
	struct arena *a = *state;

	for (int n = 0; n < 3; n++) {
		struct message m = MSGN("{n} member", "{n} members", n);
		static const char *const words[] = {"0 membre", "1 membre", "2 membres"};

		assert_text(a, format_strip(format(&m, LANG_FR, a), a), words[n]);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_count_in_the_catalogue_agrees_with_its_noun),
	cmocka_unit_test(a_count_that_does_not_agree_is_noticed),
	cmocka_unit_test(feminine_numbers_have_their_oblique_case),
	cmocka_unit_test(each_noun_is_counted_as_written_in_both_cases),
	cmocka_unit_test(zero_and_one_are_singular_in_french),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
