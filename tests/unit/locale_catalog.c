#include "tests/arena.h"

#include "locale/catalog.h"
#include "locale/format.h"

/* ---- a small catalogue put together by hand ---- */

#define CTX_MAY "month\004May"

struct entry {
	const char *original;
	size_t original_n;
	const char *forms;
	size_t forms_n;
};

#define ENTRY(original, forms)                                                                     \
	{                                                                                          \
		original, sizeof(original) - 1, forms, sizeof(forms) - 1                           \
	}

static const struct entry entries[] = {
	ENTRY("", "Content-Type: text/plain; charset=UTF-8\n"
		  "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;\n"),
	ENTRY("a\004same", "premier"),
	ENTRY("b\004same", "second"),
	ENTRY("empty", ""),
	ENTRY("one thing\0things", "une\0quelques\0beaucoup"),
	ENTRY("same", "pareil"),
};

static void put_word(unsigned char *p, size_t v, bool big)
{
	for (int i = 0; i < 4; i++)
		p[big ? 3 - i : i] = (unsigned char)(v >> (8 * i));
}

static size_t build(unsigned char *mo, bool big)
{
	size_t n = ARRAY_LEN(entries), at = 28 + n * 16;

	put_word(mo, 0x950412de, big);
	put_word(mo + 4, 0, big);
	put_word(mo + 8, n, big);
	put_word(mo + 12, 28, big);
	put_word(mo + 16, 28 + n * 8, big);
	put_word(mo + 20, 0, big);
	put_word(mo + 24, 0, big);
	for (size_t i = 0; i < n; i++) {
		put_word(mo + 28 + i * 8, entries[i].original_n, big);
		put_word(mo + 28 + i * 8 + 4, at, big);
		memcpy(mo + at, entries[i].original, entries[i].original_n + 1);
		at += entries[i].original_n + 1;
		put_word(mo + 28 + (n + i) * 8, entries[i].forms_n, big);
		put_word(mo + 28 + (n + i) * 8 + 4, at, big);
		memcpy(mo + at, entries[i].forms, entries[i].forms_n + 1);
		at += entries[i].forms_n + 1;
	}
	return at;
}

static void finds_all_entries(struct arena *a, bool big)
{
	unsigned char mo[1024];
	size_t size = build(mo, big);
	struct catalog c;
	struct str forms;

	assert_true(catalog_open(mo, size, &c));
	assert_int_equal(c.n, ARRAY_LEN(entries));
	for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
		assert_true(catalog_find(&c, str_of(entries[i].original), &forms));
		assert_int_equal(forms.n, entries[i].forms_n);
		assert_memory_equal(forms.p, entries[i].forms, forms.n);
	}
	assert_false(catalog_find(&c, STR("other"), &forms));
	assert_false(catalog_find(&c, STR("zzz"), &forms));
	assert_text(a, forms, "");
}

static void every_entry_of_a_small_catalogue_is_found(void **state)
{
	finds_all_entries(*state, false);
}

static void the_other_byte_order_is_read_as_well(void **state)
{
	finds_all_entries(*state, true);
}

static void plural_forms_follow_the_header(void **state)
{
	static const struct {
		int64_t n;
		int form;
	} rows[] = {{0, 2}, {1, 0}, {2, 1}, {4, 1}, {5, 2}, {12, 1}, {21, 2}, {-3, 1}};
	unsigned char mo[1024];
	struct catalog c;

	(void)state;
	assert_true(catalog_open(mo, build(mo, false), &c));
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(catalog_form(&c, rows[i].n), rows[i].form);
}

static void bytes_that_are_no_catalogue_are_refused(void **state)
{
	unsigned char mo[1024];
	size_t size = build(mo, false);
	struct catalog c;

	(void)state;
	assert_false(catalog_open(NULL, 0, &c));
	assert_false(catalog_open(mo, 27, &c));
	assert_false(catalog_open(mo, 60, &c)); /* the tables do not fit */
	mo[0] ^= 1;
	assert_false(catalog_open(mo, size, &c));
	assert_int_equal(c.n, 0);
}

static void a_string_outside_of_the_file_reads_as_empty(void **state)
{
	unsigned char mo[1024];
	size_t size = build(mo, false);
	struct catalog c;
	struct str original, forms;

	for (size_t at = 28; at < 28 + ARRAY_LEN(entries) * 16; at += 4) {
		unsigned char keep[4];

		memcpy(keep, mo + at, 4);
		memset(mo + at, 0xFF, 4);
		assert_true(catalog_open(mo, size, &c));
		for (uint32_t i = 0; i < c.n; i++) {
			catalog_entry(&c, i, &original, &forms);
			assert_true(original.n < size && forms.n < size);
		}
		catalog_find(&c, STR("same"), &forms);
		memcpy(mo + at, keep, 4);
	}
	assert_text(*state, original, "same");
}

static void a_broken_plural_rule_gives_the_first_form(void **state)
{
	static const char *const rules[] = {"plural=n/0;", "plural=(n;", "plural=n ? 1;",
		"plural=;", "plural=n>1 ? 99 : 0;", "plural=n&&;", "plural=x;"};
	unsigned char mo[1024];
	struct catalog c;
	struct str header;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
		size_t size = build(mo, false);
		char *rule;

		assert_true(catalog_open(mo, size, &c));
		assert_true(catalog_find(&c, STR(""), &header));
		rule = strstr((char *)mo + (header.p - (const char *)mo), "plural=n==1");
		assert_non_null(rule);
		memset(rule, ' ', strcspn(rule, "\n"));
		memcpy(rule, rules[i], strlen(rules[i]));
		assert_int_equal(catalog_form(&c, 5), 0);
	}
}

/* ---- the catalogues of the program ---- */

static void arabic_has_its_six_plural_forms(void **state)
{
	static const struct {
		int64_t n;
		int form;
	} rows[] = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {10, 3}, {11, 4}, {99, 4}, {100, 5}, {101, 5},
		{102, 5}, {103, 3}, {111, 4}, {1000000, 5}};
	struct catalog c = catalog_of(LANG_AR);

	(void)state;
	assert_true(c.n > 0);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(catalog_form(&c, rows[i].n), rows[i].form);
}

static void french_counts_zero_and_one_as_singular(void **state)
{
	struct catalog c = catalog_of(LANG_FR);

	(void)state;
	assert_int_equal(catalog_form(&c, 0), 0);
	assert_int_equal(catalog_form(&c, 1), 0);
	assert_int_equal(catalog_form(&c, 2), 1);
}

static void a_context_tells_two_meanings_apart_and_is_never_shown(void **state)
{
	struct arena *a = *state;

	assert_text(a, catalog_text(LANG_FR, CTX_MAY), "mai");
	assert_text(a, catalog_text(LANG_AR, CTX_MAY), "ماي");
	assert_text(a, catalog_text(LANG_EN, CTX_MAY), "May");
	assert_text(a, catalog_text(LANG_AR, "no context\004Never Translated"), "Never Translated");
}

static void a_string_without_translation_stays_english(void **state)
{
	struct arena *a = *state;

	assert_text(a, catalog_text(LANG_AR, "Nobody translates this."), "Nobody translates this.");
	assert_text(a, catalog_plural(LANG_FR, "one {n} nothing", "many {n} nothings", 1),
		"one {n} nothing");
	assert_text(a, catalog_plural(LANG_FR, "one {n} nothing", "many {n} nothings", 2),
		"many {n} nothings");
	assert_text(a, catalog_text(LANG_AR, ""), "");
}

static void check_places(struct arena *a, enum lang lang)
{
	struct catalog c = catalog_of(lang);

	assert_true(c.n > 100);
	for (uint32_t i = 1; i < c.n; i++) {
		struct str original, forms;
		const char *plural, *form;
		bool has_plural;

		catalog_entry(&c, i, &original, &forms);
		plural = original.p + strlen(original.p) + 1;
		has_plural = strlen(original.p) < original.n;
		for (form = forms.p; form < forms.p + forms.n; form += strlen(form) + 1) {
			struct str source = str_of(has_plural ? plural : original.p);

			if (!format_same_places(source, str_of(form), has_plural))
				fail_msg("%s: the places of \"%s\" are not those of \"%s\"",
					lang_code(lang), form, arena_z(a, source));
		}
	}
}

static void every_arabic_translation_has_the_places_of_its_source(void **state)
{
	check_places(*state, LANG_AR);
}

static void every_french_translation_has_the_places_of_its_source(void **state)
{
	check_places(*state, LANG_FR);
}

static void every_plural_has_as_many_forms_as_its_language(void **state)
{
	static const int forms_of[] = {[LANG_AR] = 6, [LANG_FR] = 2};

	(void)state;
	for (int lang = LANG_AR; lang <= LANG_FR; lang++) {
		struct catalog c = catalog_of((enum lang)lang);

		for (uint32_t i = 1; i < c.n; i++) {
			struct str original, forms;
			int n = 1;

			catalog_entry(&c, i, &original, &forms);
			if (strlen(original.p) == original.n)
				continue;
			for (size_t k = 0; k < forms.n; k++)
				n += forms.p[k] == 0;
			assert_int_equal(n, forms_of[lang]);
		}
	}
}

/* The desk's Arabic has no tashkil, no tatweel and no digits but 0-9. */
static void arabic_translations_are_plain_letters(void **state)
{
	struct catalog c = catalog_of(LANG_AR);

	(void)state;
	for (uint32_t i = 1; i < c.n; i++) {
		struct str original, forms;

		catalog_entry(&c, i, &original, &forms);
		for (size_t k = 0; k + 1 < forms.n; k++) {
			unsigned char x = (unsigned char)forms.p[k],
				      y = (unsigned char)forms.p[k + 1];
			bool tashkil = x == 0xD9 && y >= 0x8B && y <= 0x9F;
			bool digit = x == 0xD9 && y >= 0xA0 && y <= 0xA9;

			if (tashkil || digit)
				fail_msg("\"%s\" has a diacritic or an eastern digit", forms.p);
		}
	}
}

/* The carried catalogue with words of its header changed. Owner: the caller frees. */
static unsigned char *changed_copy(
	const struct catalog *is, struct catalog *copy, size_t at, uint32_t value)
{
	unsigned char *p = malloc(is->size);

	assert_non_null(p);
	memcpy(p, is->p, is->size);
	put_word(p + at, value, is->swapped);
	assert_true(catalog_open(p, is->size, copy));
	return p;
}

static void the_hash_finds_what_the_order_finds(void **state)
{
	static const enum lang langs[] = {LANG_AR, LANG_FR};

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(langs); k++) {
		struct catalog c = catalog_of(langs[k]), ordered;
		unsigned char *p = changed_copy(&c, &ordered, 20, 0);
		struct str key, all, one, two;

		assert_true(c.n > 100);
		assert_true(c.hash_n >= c.n);
		assert_int_equal(ordered.hash_n, 0);
		for (uint32_t i = 0; i < c.n; i++) {
			catalog_entry(&c, i, &key, &all);
			key.n = strlen(key.p);
			assert_true(catalog_find(&c, key, &one));
			assert_true(catalog_find(&ordered, key, &two));
			assert_ptr_equal(one.p, all.p);
			assert_int_equal(one.n, all.n);
			assert_true(str_equal(one, two));
			if (key.n) { /* one letter less, or another last letter, is no key */
				char other[2000];

				assert_true(key.n < sizeof(other));
				memcpy(other, key.p, key.n);
				other[key.n - 1] = '\001';
				assert_false(catalog_find(&c, (struct str){other, key.n}, &one));
				assert_int_equal(one.n, 0);
			}
		}
		free(p);
	}
}

static void a_hash_table_that_lies_is_survived(void **state)
{
	struct catalog c = catalog_of(LANG_FR), lying;
	unsigned char *p;
	struct str key, forms;

	(void)state;
	catalog_entry(&c, c.n / 2, &key, &forms);
	key.n = strlen(key.p);
	/* outside the file: the order is used */
	p = changed_copy(&c, &lying, 24, (uint32_t)c.size - 8);
	assert_true(catalog_find(&lying, key, &forms));
	free(p);
	p = changed_copy(&c, &lying, 20, 0xFFFFFFFFu);
	assert_true(catalog_find(&lying, key, &forms));
	free(p);
	/* full of one entry, or of entries that are not there: found nowhere, and it ends */
	p = changed_copy(&c, &lying, 20, c.hash_n);
	for (uint32_t fill = 1; fill < 3; fill++) {
		for (uint32_t i = 0; i < c.hash_n; i++)
			put_word(p + c.hash + (size_t)i * 4, fill == 1 ? 1 : c.n + 1, c.swapped);
		assert_false(catalog_find(&lying, key, &forms));
		assert_int_equal(forms.n, 0);
	}
	free(p);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_hash_finds_what_the_order_finds),
	cmocka_unit_test(a_hash_table_that_lies_is_survived),
	cmocka_unit_test(every_entry_of_a_small_catalogue_is_found),
	cmocka_unit_test(the_other_byte_order_is_read_as_well),
	cmocka_unit_test(plural_forms_follow_the_header),
	cmocka_unit_test(bytes_that_are_no_catalogue_are_refused),
	cmocka_unit_test(a_string_outside_of_the_file_reads_as_empty),
	cmocka_unit_test(a_broken_plural_rule_gives_the_first_form),
	cmocka_unit_test(arabic_has_its_six_plural_forms),
	cmocka_unit_test(french_counts_zero_and_one_as_singular),
	cmocka_unit_test(a_context_tells_two_meanings_apart_and_is_never_shown),
	cmocka_unit_test(a_string_without_translation_stays_english),
	cmocka_unit_test(every_arabic_translation_has_the_places_of_its_source),
	cmocka_unit_test(every_french_translation_has_the_places_of_its_source),
	cmocka_unit_test(every_plural_has_as_many_forms_as_its_language),
	cmocka_unit_test(arabic_translations_are_plain_letters),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
