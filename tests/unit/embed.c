#include "tests/test.h"

#include "locale/embed.h"

static void a_carried_file_is_found_by_its_path(void **state)
{
	size_t size = 0;
	const unsigned char *mo = embed_find("locale/ar.mo", &size);

	(void)state;
	assert_non_null(mo);
	assert_true(size >= 28);
	assert_memory_equal(mo, "\xde\x12\x04\x95", 4);
	assert_int_equal(mo[size], 0);
}

static void a_file_that_is_not_carried_is_not_found(void **state)
{
	(void)state;
	assert_null(embed_find("locale/none.mo", NULL));
}

static void the_list_ends_with_a_null_name_and_every_file_has_contents(void **state)
{
	int n = 0;

	(void)state;
	for (const struct embed_file *f = embed_files; f->name; f++, n++)
		assert_true(f->end > f->begin);
	assert_true(n >= 2);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_carried_file_is_found_by_its_path),
	cmocka_unit_test(a_file_that_is_not_carried_is_not_found),
	cmocka_unit_test(the_list_ends_with_a_null_name_and_every_file_has_contents),
};

TEST_MAIN(cases)
