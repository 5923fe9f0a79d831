#include "tests/test.h"

#include "storage/memory.h"
#include "storage/seal/syntax.h"

static struct arena arena;

static int start(void **state)
{
	(void)state;
	arena_init(&arena, &memory_source);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static struct syntax read_one(const char *z)
{
	struct syntax v;
	size_t at = 0;

	assert_true(syntax_read(str_of(z), &at, &v));
	return v;
}

static void assert_str(struct str s, const char *z)
{
	assert_int_equal(s.n, strlen(z));
	assert_memory_equal(s.p, z, s.n);
}

static void every_kind_of_value_ends_where_it_ends(void **state)
{
	static const struct {
		const char *text, *raw;
		enum syntax_kind kind;
	} cases[] = {
		{" << /A [ 1 (>>) <3E3E> ] /B << >> >> x", "<< /A [ 1 (>>) <3E3E> ] /B << >> >>",
			SYNTAX_DICT},
		{"[1 0 R [] (]) ]]", "[1 0 R [] (]) ]", SYNTAX_ARRAY},
		{"(a(b)\\)c)d", "(a(b)\\)c)", SYNTAX_STRING},
		{"<0a 0B>>", "<0a 0B>", SYNTAX_HEX},
		{"/Name/Other", "/Name", SYNTAX_NAME},
		{"12.5 0 R", "12.5", SYNTAX_NUMBER},
		{"12 0 Rx", "12", SYNTAX_NUMBER},
		{"12 1 R", "12", SYNTAX_NUMBER},
		{"-12 0 R", "-12", SYNTAX_NUMBER},
		{"12 0 R]", "12 0 R", SYNTAX_REF},
		{"% comment\n12\n0\nR", "12\n0\nR", SYNTAX_REF},
		{"true>>", "true", SYNTAX_WORD},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct syntax v = read_one(cases[i].text);

		assert_int_equal(v.kind, cases[i].kind);
		assert_str(v.raw, cases[i].raw);
	}
	assert_int_equal(read_one("12 0 R").number, 12);
	assert_true(read_one("000123 ").whole);
	assert_int_equal(read_one("000123 ").number, 123);
	assert_false(read_one("1234567890").whole);
	assert_false(read_one("1.0").whole);
}

static void an_unfinished_value_is_not_read(void **state)
{
	static const char *const broken[] = {"", "  ", "<< /A 1", "<< /A 1 >", "[ 1", "(a", "(a\\)",
		"<12", "<1(2>", "<46zz>", ")", ">", "% only a comment", "<< /A [ >> ]"};
	struct syntax v;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
		size_t at = 0;

		assert_false(syntax_read(str_of(broken[i]), &at, &v));
	}
}

static void nesting_has_a_bottom(void **state)
{
	char deep[4096];
	struct syntax v;
	size_t at = 0;

	(void)state;
	memset(deep, '[', sizeof(deep) / 2);
	memset(deep + sizeof(deep) / 2, ']', sizeof(deep) / 2);
	assert_false(syntax_read((struct str){deep, sizeof(deep)}, &at, &v));
	at = 0;
	assert_true(syntax_read(STR("[[[[[[[[[[]]]]]]]]]]"), &at, &v));
}

static void an_entry_is_found_by_its_whole_name_at_its_own_level(void **state)
{
	struct syntax d = read_one("<< /AB 1 /C << /A 2 >> /D (/A 3) /A 4 >>"), v;

	(void)state;
	assert_true(syntax_entry(d, "/A", &v));
	assert_int_equal(v.number, 4);
	assert_false(syntax_entry(d, "/B", &v));
	assert_int_equal(v.raw.n, 0);
	assert_false(syntax_entry(read_one("[ /A 1 ]"), "/A", &v));
}

static void a_key_given_twice_or_written_with_escapes_is_refused(void **state)
{
	struct syntax v;

	(void)state;
	assert_false(syntax_entry(read_one("<< /A 1 /A 2 >>"), "/A", &v));
	assert_false(syntax_sound(read_one("<< /A 1 /B 3 /A 2 >>")));
	assert_false(syntax_sound(read_one("<< /A#42 1 >>")));
	assert_false(syntax_sound(read_one("<< 1 /A >>")));
	assert_false(syntax_sound(read_one("<< /A 1 /B >>")));
	assert_false(syntax_sound(read_one("/A")));
	assert_true(syntax_sound(read_one("<< /A /x#42 /B << /A 1 >> >>")));
	assert_true(syntax_sound(read_one("<< >>")));
}

static void round_trip(const char *z, const char *written)
{
	struct builder b;
	struct str back;

	builder_init(&b, &arena);
	assert_true(syntax_write_text(str_of(z), &b));
	assert_str(builder_str(&b), written);
	assert_true(syntax_text(read_one(written), &back, &arena));
	assert_str(back, z);
}

static void a_text_comes_back_as_it_was_written(void **state)
{
	(void)state;
	round_trip("", "()");
	round_trip("Fes", "(Fes)");
	round_trip("a (b) \\ c", "(a \\(b\\) \\\\ c)");
	round_trip("فاس", "<feff064106270633>");
	round_trip("line\nline", "<feff006c0069006e0065000a006c0069006e0065>");
	round_trip("𐤀", "<feffd802dd00>");
	round_trip("é\xf4\x8f\xbf\xbf", "<feff00e9dbffdfff>");
}

static void what_is_not_utf8_is_not_written(void **state)
{
	static const char *const bad[] = {"\x80", "\xc1\x80", "\xed\xa0\x80", "\xe0\x9f\xbf",
		"\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xd9", "a\xff"};
	struct builder b;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		builder_init(&b, &arena);
		assert_false(syntax_write_text(str_of(bad[i]), &b));
	}
}

static void strings_of_other_writers_are_read_or_refused(void **state)
{
	struct str s;

	(void)state;
	assert_true(syntax_text(read_one("(\\101\\n)"), &s, &arena) == false);
	assert_true(syntax_text(read_one("(\\101b\\50)"), &s, &arena));
	assert_str(s, "Ab(");
	assert_true(syntax_text(read_one("<46 65 73>"), &s, &arena));
	assert_str(s, "Fes");
	assert_false(syntax_text(read_one("<466>"), &s, &arena));
	assert_false(syntax_text(read_one("<feffd802>"), &s, &arena));
	assert_false(syntax_text(read_one("<feffdd00d802>"), &s, &arena));
	assert_false(syntax_text(read_one("(\\q)"), &s, &arena));
	assert_false(syntax_text(read_one("/Name"), &s, &arena));
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_kind_of_value_ends_where_it_ends),
	cmocka_unit_test(an_unfinished_value_is_not_read),
	cmocka_unit_test(nesting_has_a_bottom),
	cmocka_unit_test(an_entry_is_found_by_its_whole_name_at_its_own_level),
	cmocka_unit_test(a_key_given_twice_or_written_with_escapes_is_refused),
	cmocka_unit_test(a_text_comes_back_as_it_was_written),
	cmocka_unit_test(what_is_not_utf8_is_not_written),
	cmocka_unit_test(strings_of_other_writers_are_read_or_refused),
};

TEST_MAIN_WITH(cases, start, stop)
