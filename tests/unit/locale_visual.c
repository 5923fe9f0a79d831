#include "tests/arena.h"

#include "locale/layout.h"
#include "locale/text.h"
#include "locale/visual.h"

/* The cells a screen shows for TEXT, line by line, as somebody would copy them. */
static struct str seen(const char *text, enum direction base, struct arena *a)
{
	struct layout_options o = {.mode = BIDI_EXPLICIT, .base = base};
	struct str s = str_of(text);
	struct builder b;
	size_t from = 0;

	builder_init(&b, a);
	for (size_t at = 0; at <= s.n; at++) {
		struct layout_line line;

		if (at < s.n && s.p[at] != '\n')
			continue;
		line = layout_line((struct str){s.p + from, at - from}, o, a);
		for (size_t i = 0; i < line.n; i++)
			for (int k = 0; k < line.at[i].codes; k++)
				text_encode(&b, line.at[i].code[k]);
		if (at < s.n)
			builder_add_char(&b, '\n');
		from = at + 1;
	}
	return builder_str(&b);
}

static const char *letters(struct str s, struct arena *a)
{
	struct str clean;
	size_t bad;

	assert_int_equal(text_clean(s, a, &clean, &bad), 0);
	return arena_z(a, clean);
}

static const struct {
	const char *text;
	enum direction base;
} sentences[] = {
	{"المحضر", DIR_RTL},
	{"لا", DIR_RTL},
	{"صادقت الجمعية العامة بـ 28 صوتا مقابل 3 أصوات", DIR_RTL},
	{"الاتفاقية رقم 12/2024 مع ONSSA Maroc (فاس)", DIR_RTL},
	{"بتاريخ 30/12/2024 على الساعة 14:32", DIR_RTL},
	{"المبلغ: 36.000.000,50 درهم", DIR_RTL},
	{"« لا للأولى »، قال الرئيس", DIR_RTL},
	{"البند 1\nالبند 2\n\nالكلمة الأخيرة", DIR_RTL},
	{"ڭلميم وأڭادير", DIR_RTL},
	{"Le mot محضر الجلسة veut dire procès-verbal", DIR_LTR},
	{"Point 5 (المعرض الجهوي) adopté", DIR_LTR},
};

static void what_a_screen_showed_is_read_again_as_it_was_written(void **state)
{
	struct arena *a = *state;

	for (size_t i = 0; i < ARRAY_LEN(sentences); i++) {
		struct str cells = seen(sentences[i].text, sentences[i].base, a);

		/* A lone لا is the same both ways. */
		assert_true(visual_is(cells) == (strcmp(sentences[i].text, "لا") != 0));
		assert_string_equal(letters(visual_logical(cells, a), a), sentences[i].text);
	}
}

/* A PDF gives the forms in reading order. */
static void forms_in_reading_order_are_left_in_it(void **state)
{
	struct arena *a = *state;

	assert_false(visual_is(STR("\uFEE3\uFEA4\uFEC0\uFEAE")));
	assert_false(visual_is(STR("\uFEDB\uFE8E\uFE97\uFE90 \uFEE3\uFEA4\uFEC0\uFEAE 12")));
	assert_string_equal(letters(STR("\uFEE3\uFEA4\uFEC0\uFEAE"), a), "محضر");
}

static void what_was_typed_is_never_taken_for_a_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sentences); i++)
		assert_false(visual_is(str_of(sentences[i].text)));
	assert_false(visual_is(STR("")));
	assert_false(visual_is(STR("مثلا أولا")));
	assert_false(visual_is(STR("Bonjour (1/2)")));
}

/* Old programs turn the letters round without joining them. */
static void without_joined_forms_a_word_that_begins_with_ta_marbuta_tells(void **state)
{
	struct arena *a = *state;
	struct str turned = STR("ةيعمجلا ةقداصم");

	assert_true(visual_is(turned));
	assert_string_equal(letters(visual_logical(turned, a), a), "مصادقة الجمعية");
}

static void marks_stay_on_their_letter(void **state)
{
	struct arena *a = *state;

	assert_string_equal(
		letters(visual_logical(STR("\uFEAA\u0651\uFEA8\uFEE3"), a), a), "مخد\u0651");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(what_a_screen_showed_is_read_again_as_it_was_written),
	cmocka_unit_test(forms_in_reading_order_are_left_in_it),
	cmocka_unit_test(what_was_typed_is_never_taken_for_a_screen),
	cmocka_unit_test(without_joined_forms_a_word_that_begins_with_ta_marbuta_tells),
	cmocka_unit_test(marks_stay_on_their_letter),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
