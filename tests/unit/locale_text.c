#include "tests/arena.h"

#include "locale/text.h"

static const char *clean(struct arena *a, const char *in)
{
	struct str out;
	size_t bad;

	assert_int_equal(text_clean(str_of(in), a, &out, &bad), 0);
	return arena_z(a, out);
}

static size_t bad_at(struct arena *a, struct str in)
{
	struct str out;
	size_t bad = SIZE_MAX;

	assert_int_equal(text_clean(in, a, &out, &bad), -1);
	return bad;
}

static void text_that_is_no_utf8_is_refused_where_it_breaks(void **state)
{
	struct arena *a = *state;

	assert_int_equal(bad_at(a, STR("caf\xE9")), 3);
	assert_int_equal(bad_at(a, STR("\xC0\xAF")), 0);         /* overlong */
	assert_int_equal(bad_at(a, STR("ab\xE0\x80\xAF")), 2);   /* overlong */
	assert_int_equal(bad_at(a, STR("\xED\xA0\x80")), 0);     /* a surrogate */
	assert_int_equal(bad_at(a, STR("\xF4\x90\x80\x80")), 0); /* beyond Unicode */
	assert_int_equal(bad_at(a, STR("x\xD8")), 1);            /* cut off */
	assert_int_equal(bad_at(a, STR("x\x80")), 1);
	assert_int_equal(bad_at(a, STR("\xFF")), 0);
}

static void control_characters_are_refused(void **state)
{
	struct arena *a = *state;

	assert_int_equal(bad_at(a, STR("ab\x1B[2J")), 2);
	assert_int_equal(bad_at(a, ((struct str){"a\0b", 3})), 1);
	assert_int_equal(bad_at(a, STR("\x7F")), 0);
	assert_int_equal(bad_at(a, STR("\xC2\x9B")), 0);
}

static void text_leaves_the_door_composed(void **state)
{
	struct arena *a = *state;

	assert_string_equal(clean(a, "e\u0301te\u0301"), "été");
	assert_string_equal(clean(a, "\u0627\u0654"), "أ");
	assert_string_equal(clean(a, "محضر الجمعية"), "محضر الجمعية");
	assert_string_equal(clean(a, ""), "");
	assert_string_equal(clean(a, "\U0001F600"), "\U0001F600");
}

static void line_ends_and_tabs_become_newlines_and_blanks(void **state)
{
	struct arena *a = *state;

	assert_string_equal(clean(a, "a\r\nb\rc\u2028d\u2029e\tf"), "a\nb\nc\nd\ne f");
}

static void presentation_forms_become_letters_again(void **state)
{
	struct arena *a = *state;

	assert_string_equal(clean(a, "\uFEE3\uFEA4\uFEC0\uFEAE"), "محضر");
	assert_string_equal(clean(a, "\uFEFB"), "لا");
	assert_string_equal(clean(a, "\uFEF7"), "لأ");
	assert_string_equal(clean(a, "\uFDF2"), "الله");
	assert_string_equal(clean(a, "\uFBD3"), "ڭ");
	assert_string_equal(clean(a, "\u0628\uFE76"), "ب\u064E"); /* a fatha on a blank */
	assert_string_equal(clean(a, "\u0628\uFE7D"), "ب\u0651"); /* a shadda on a tatweel */
	assert_string_equal(clean(a, "\uFDFA"), "\uFDFA");        /* meant as one sign */
}

static void characters_that_reorder_a_record_are_dropped(void **state)
{
	struct arena *a = *state;

	assert_string_equal(clean(a, "\uFEFFa\u202Eb\u202Cc\u2066d\u2069"), "abcd");
	assert_string_equal(clean(a, "a\u200Fb"), "a\u200Fb"); /* a mark of direction may stay */
}

static void what_went_through_the_door_goes_through_unchanged(void **state)
{
	static const char *const parts[] = {"\u0627\u0654", "e\u0301", "\uFEFB", "\uFE76", "\r",
		"\n", "\t", "\u202E", "\u1100\u1161", "\u0344", "\u064E\u0651", "\u0651\u064E",
		"\uFDFA", "\U0001F600", "ب", "\uFB1D", "\u2126"};
	struct arena *a = *state;
	uint32_t seed = 7;

	for (int i = 0; i < 500; i++) {
		struct builder b;
		const char *once;

		builder_init(&b, a);
		for (int k = 0; k < 12; k++) {
			seed = seed * 1664525u + 1013904223u;
			builder_add_z(&b, parts[(seed >> 8) % ARRAY_LEN(parts)]);
		}
		once = clean(a, arena_z(a, builder_str(&b)));
		assert_string_equal(clean(a, once), once);
	}
}

static void a_code_point_is_decoded_and_encoded_alike(void **state)
{
	static const uint32_t codes[] = {
		'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};
	struct arena *a = *state;

	for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
		struct builder b;
		size_t at = 0;

		builder_init(&b, a);
		text_encode(&b, codes[i]);
		assert_int_equal(text_decode(builder_str(&b), &at), codes[i]);
		assert_int_equal(at, b.n);
	}
}

static void bad_bytes_decode_one_at_a_time(void **state)
{
	struct str s = STR("\xE2\x82z");
	size_t at = 0;

	(void)state;
	assert_int_equal(text_decode(s, &at), 0xFFFD);
	assert_int_equal(at, 1);
	assert_int_equal(text_decode(s, &at), 0xFFFD);
	assert_int_equal(text_decode(s, &at), 'z');
	assert_int_equal(at, s.n);
}

/* Steps over all of TEXT forward and back: the borders must be the same, and N of them. */
static void check_letters(const char *text, size_t n)
{
	struct str s = str_of(text);
	size_t borders[64], k = 0, at = 0;

	while (at < s.n) {
		borders[k++] = at;
		at = text_next(s, at);
		assert_true(k < ARRAY_LEN(borders));
	}
	assert_int_equal(k, n);
	while (at > 0) {
		at = text_prev(s, at);
		assert_true(k > 0);
		assert_int_equal(at, borders[--k]);
	}
	assert_int_equal(k, 0);
}

static void a_letter_and_its_marks_are_one_step(void **state)
{
	(void)state;
	check_letters("abc", 3);
	check_letters("محضر", 4);
	check_letters("مُحَضَّر", 4);
	check_letters("e\u0301a", 2);
	check_letters("لا", 2); /* two letters although one cell */
	check_letters("a\nb", 3);
	check_letters("", 0);
}

static void signs_made_of_many_code_points_are_one_step(void **state)
{
	(void)state;
	check_letters("\U0001F1F2\U0001F1E6\U0001F1EB\U0001F1F7", 2);    /* two flags */
	check_letters("\U0001F468\u200D\U0001F469\u200D\U0001F467x", 2); /* a family */
	check_letters("\u1100\u1161\u11A8\uAC00", 2);                    /* Hangul */
	check_letters("\u0915\u093F", 1);                                /* a spacing mark */
	check_letters("\u0600\u0661", 1);                                /* a sign of number */
}

static void steps_stop_at_the_ends(void **state)
{
	struct str s = STR("ab");

	(void)state;
	assert_int_equal(text_next(s, 2), 2);
	assert_int_equal(text_prev(s, 0), 0);
	assert_int_equal(text_prev(s, 99), 1);
	assert_int_equal(text_next_word(s, 2), 2);
	assert_int_equal(text_prev_word(s, 0), 0);
}

static void words_are_stepped_over_whole(void **state)
{
	struct str s = STR("الجمعية، العامة  fin");
	size_t second = strlen("الجمعية، "), third = strlen("الجمعية، العامة  ");

	(void)state;
	assert_int_equal(text_next_word(s, 0), second);
	assert_int_equal(text_next_word(s, second), third);
	assert_int_equal(text_next_word(s, third), s.n);
	assert_int_equal(text_prev_word(s, s.n), third);
	assert_int_equal(text_prev_word(s, third), second);
	assert_int_equal(text_prev_word(s, third - 1), second);
	assert_int_equal(text_prev_word(s, second), 0);
}

static void code_points_have_the_width_of_their_cells(void **state)
{
	static const struct {
		uint32_t code;
		int width;
	} rows[] = {{'a', 1}, {0x645, 1}, {0x64E, 0}, {0x200F, 0}, {0x2069, 0}, {0xFEFF, 0},
		{0x4E2D, 2}, {0x1F600, 2}, {0x2D4D, 1}, {0x301, 0}, {0xAD, 0}, {0x600, 1},
		{0xFE0F, 0}, {0x2026, 1}, {0xFEFB, 1}, {0, 0}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_int_equal(text_code_width(rows[i].code), rows[i].width);
}

static void folding_unites_what_people_write_for_one_another(void **state)
{
	struct arena *a = *state;

	assert_text(a, text_fold(STR("الإدريسي"), a), "ادريسي");
	assert_text(a, text_fold(STR("أحمد"), a), "احمد");
	assert_text(a, text_fold(STR("آيت ٱلحاج"), a), "ايت حاج");
	assert_text(a, text_fold(STR("فاطمة"), a), "فاطمه");
	assert_text(a, text_fold(STR("مصطفى"), a), "مصطفي");
	assert_text(a, text_fold(STR("مُحَمَّد"), a), "محمد");
	assert_text(a, text_fold(STR("محـــمد"), a), "محمد");
	assert_text(a, text_fold(STR("أڭادير"), a), "اكادير");
	assert_text(a, text_fold(STR("مسؤول"), a), "مسوول");
	assert_text(a, text_fold(STR("  Fès–Meknès  É "), a), "fes–meknes e");
	assert_text(a, text_fold(STR("Œuvre STRASSE"), a), "oeuvre strasse");
	assert_text(a, text_fold(STR("المادة ١٢"), a), "ماده 12");
	assert_text(a, text_fold(STR("الا"), a), "الا"); /* too short to be an article */
}

static void a_name_is_found_by_any_of_its_words(void **state)
{
	struct arena *a = *state;
	struct str name = STR("مريم الإدريسي"), french = STR("Meryem El Idrissi");

	assert_true(text_matches(STR("مريم"), name, a));
	assert_true(text_matches(STR("ادر"), name, a));
	assert_true(text_matches(STR("الادر"), name, a));
	assert_true(text_matches(STR("ال"), name, a));
	assert_true(text_matches(STR("الادريسي مر"), name, a));
	assert_true(text_matches(STR(""), name, a));
	assert_false(text_matches(STR("ريم"), name, a));
	assert_false(text_matches(STR("مريم العلوي"), name, a));
	assert_true(text_matches(STR("idri"), french, a));
	assert_true(text_matches(STR("MÉRYEM"), french, a));
	assert_false(text_matches(STR("rissi"), french, a));
}

static void a_blank_inside_a_name_does_not_count(void **state)
{
	struct arena *a = *state;

	assert_true(text_matches(STR("عبدالله"), STR("عبد الله"), a));
	assert_true(text_matches(STR("عبد الله"), STR("عبدالله"), a));
	assert_true(text_matches(STR("benali"), STR("Ben Ali"), a));
}

static void eastern_digits_become_western(void **state)
{
	struct arena *a = *state;

	assert_text(a, text_western_digits(STR("٠١٢٣٤٥٦٧٨٩ ۴۵ x9"), a), "0123456789 45 x9");
	assert_int_equal(text_digit(0x0665), '5');
	assert_int_equal(text_digit('x'), 'x');
}

static void a_script_is_known_by_its_letters(void **state)
{
	static const char *const arabic[] = {"م", "ڭ", "ڤيلا", "رقم 5", "\uFEDE"};
	static const char *const latin[] = {"x", "É", "œuf", "n° 5"};
	static const char *const neither[] = {"", "12", "٣", "،", "ـ", "×", "\u064B", "中"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(arabic); i++)
		assert_true(
			text_has_arabic(str_of(arabic[i])) && !text_has_latin(str_of(arabic[i])));
	for (size_t i = 0; i < ARRAY_LEN(latin); i++)
		assert_true(text_has_latin(str_of(latin[i])) && !text_has_arabic(str_of(latin[i])));
	for (size_t i = 0; i < ARRAY_LEN(neither); i++)
		assert_false(
			text_has_latin(str_of(neither[i])) || text_has_arabic(str_of(neither[i])));
	assert_true(text_has_arabic(STR("Fès فاس")) && text_has_latin(STR("Fès فاس")));
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(text_that_is_no_utf8_is_refused_where_it_breaks),
	cmocka_unit_test(control_characters_are_refused),
	cmocka_unit_test(text_leaves_the_door_composed),
	cmocka_unit_test(line_ends_and_tabs_become_newlines_and_blanks),
	cmocka_unit_test(presentation_forms_become_letters_again),
	cmocka_unit_test(characters_that_reorder_a_record_are_dropped),
	cmocka_unit_test(what_went_through_the_door_goes_through_unchanged),
	cmocka_unit_test(a_code_point_is_decoded_and_encoded_alike),
	cmocka_unit_test(bad_bytes_decode_one_at_a_time),
	cmocka_unit_test(a_letter_and_its_marks_are_one_step),
	cmocka_unit_test(signs_made_of_many_code_points_are_one_step),
	cmocka_unit_test(steps_stop_at_the_ends),
	cmocka_unit_test(words_are_stepped_over_whole),
	cmocka_unit_test(code_points_have_the_width_of_their_cells),
	cmocka_unit_test(folding_unites_what_people_write_for_one_another),
	cmocka_unit_test(a_name_is_found_by_any_of_its_words),
	cmocka_unit_test(a_blank_inside_a_name_does_not_count),
	cmocka_unit_test(eastern_digits_become_western),
	cmocka_unit_test(a_script_is_known_by_its_letters),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
