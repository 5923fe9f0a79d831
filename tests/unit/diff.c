/* Two wordings compared word by word, and two changes of one text made together. */
#include "model/diff.h"

#include "tests/arena.h"
#include "tests/generate.h"
#include "tests/test.h"

/* "+added+", "-removed-" and the rest as it is. */
static struct str shown(const char *before, const char *after, struct arena *a)
{
	size_t n;
	struct diff_span *s = diff_words(str_of(before), str_of(after), a, &n);
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		const char *mark = s[i].kind == DIFF_ADDED     ? "+"
				   : s[i].kind == DIFF_REMOVED ? "-"
							       : "";

		builder_add_z(&b, mark);
		builder_add(&b, s[i].text);
		builder_add_z(&b, mark);
	}
	return builder_str(&b);
}

static void reads(struct str s, const char *expected)
{
	if (!str_is(s, expected))
		fail_msg("“%.*s” instead of “%s”", (int)s.n, s.p, expected);
}

static void one_word_for_another_is_one_change(void **state)
{
	reads(shown("un quart des stands", "un tiers des stands", *state),
		"un -quart-+tiers+ des stands");
}

static void a_sign_is_a_word_of_its_own(void **state)
{
	reads(shown("de la région.", "de la région, dont un quart.", *state),
		"de la région+, dont un quart+.");
	reads(shown("في الجهة.", "في الجهة، منها الربع.", *state), "في الجهة+، منها الربع+.");
}

static void signs_touch_words_not_blanks(void **state)
{
	struct str before = STR("Il les suit."), after = STR("Il les suit. Elle en rend compte.");

	reads(diff_signed(before, after, DIFF_ADDED, "+", *state),
		"Il les suit. +Elle en rend compte.+");
	reads(diff_signed(before, after, DIFF_REMOVED, "−", *state), "Il les suit.");
	reads(diff_signed(
		      STR("un quart des stands"), STR("un des stands"), DIFF_REMOVED, "−", *state),
		"un −quart− des stands");
	reads(diff_signed(STR("a b"), STR("a  b"), DIFF_ADDED, "+", *state), "a  b");
}

static void equal_texts_have_no_change(void **state)
{
	reads(shown("الفصل الأول", "الفصل الأول", *state), "الفصل الأول");
	assert_int_equal(diff_distance(STR("a b"), STR("a b"), *state), 0);
	reads(shown("", "", *state), "");
}

static void the_distance_counts_words_not_signs(void **state)
{
	assert_int_equal(diff_distance(STR("a b c"), STR("a x y c"), *state), 3);
	assert_int_equal(diff_distance(STR("a b"), STR("a, b"), *state), 0);
}

static void changes_in_two_places_stand_together(void **state)
{
	struct str out;

	assert_true(diff_merge(STR("one two three four five"), STR("one 2 three four five"),
		STR("one two three four 5"), &out, *state));
	reads(out, "one 2 three four 5");
	assert_true(diff_merge(STR("one two three four five"), STR("one two three four 5"),
		STR("one 2 three four five"), &out, *state));
	reads(out, "one 2 three four 5");
}

static void changes_of_the_same_words_do_not(void **state)
{
	struct str out = STR("untouched");

	assert_false(diff_merge(
		STR("one two three"), STR("one 2 three"), STR("one deux three"), &out, *state));
	assert_false(
		diff_merge(STR("one two"), STR("one two three"), STR("one two 3"), &out, *state));
	assert_false(diff_merge(
		STR("one two three"), STR("one three"), STR("one 2 three"), &out, *state));
	reads(out, "untouched");
}

static struct str random_words(struct generator *g, struct arena *a)
{
	static const char *const words[] = {"a", "b", "c", " ", ", ", "\n", "نص", " ", "é"};
	struct builder b;

	builder_init(&b, a);
	for (uint64_t n = generate_below(g, 24); n > 0; n--)
		builder_add_z(&b, words[generate_below(g, ARRAY_LEN(words))]);
	return builder_str(&b);
}

/* Whatever the texts: the spans are both of them again. */
static void the_spans_are_both_texts_again(void **state)
{
	struct arena *a = *state;
	struct generator g = generator_of(generate_seed(59), a);

	for (int i = 0; i < 2000; i++) {
		struct str before = random_words(&g, a), after = random_words(&g, a);
		struct builder was, is;
		size_t n;
		struct diff_span *s = diff_words(before, after, a, &n);

		builder_init(&was, a);
		builder_init(&is, a);
		for (size_t k = 0; k < n; k++) {
			assert_true(s[k].text.n > 0);
			if (s[k].kind != DIFF_ADDED)
				builder_add(&was, s[k].text);
			if (s[k].kind != DIFF_REMOVED)
				builder_add(&is, s[k].text);
		}
		assert_true(str_equal(builder_str(&was), before));
		assert_true(str_equal(builder_str(&is), after));
	}
}

/* A change made in the text it was made from is the change; one made twice over nothing is it. */
static void merging_into_the_unchanged_text_is_the_change(void **state)
{
	struct arena *a = *state;
	struct generator g = generator_of(generate_seed(61), a);

	for (int i = 0; i < 2000; i++) {
		struct str before = random_words(&g, a), after = random_words(&g, a), out;

		assert_true(diff_merge(before, after, before, &out, a));
		assert_true(str_equal(out, after));
		assert_true(diff_merge(before, before, after, &out, a));
		assert_true(str_equal(out, after));
	}
}

static void a_text_beyond_the_table_is_one_change(void **state)
{
	struct arena *a = *state;
	struct builder x, y;
	size_t n;

	builder_init(&x, a);
	builder_init(&y, a);
	for (int i = 0; i < 9000; i++) {
		builder_add_z(&x, "x ");
		builder_add_z(&y, "y ");
	}
	(void)diff_words(builder_str(&x), builder_str(&y), a, &n);
	assert_int_equal(n, 3); /* the last blank is the same */
	assert_int_equal(diff_distance(builder_str(&x), builder_str(&y), a), 18000);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(one_word_for_another_is_one_change),
		cmocka_unit_test(a_sign_is_a_word_of_its_own),
		cmocka_unit_test(signs_touch_words_not_blanks),
		cmocka_unit_test(equal_texts_have_no_change),
		cmocka_unit_test(the_distance_counts_words_not_signs),
		cmocka_unit_test(changes_in_two_places_stand_together),
		cmocka_unit_test(changes_of_the_same_words_do_not),
		cmocka_unit_test(the_spans_are_both_texts_again),
		cmocka_unit_test(merging_into_the_unchanged_text_is_the_change),
		cmocka_unit_test(a_text_beyond_the_table_is_one_change),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}
