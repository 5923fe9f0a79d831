/* When two messages are the same words. */
#include "model/message.h"

#include "storage/memory.h"
#include "tests/arena.h"
#include "tests/test.h"

static bool same(const struct message *x, const struct message *y)
{
	struct arena a;
	struct builder b, c;
	bool equal;

	arena_init(&a, &memory_source);
	builder_init(&b, &a);
	builder_init(&c, &a);
	message_bytes(&b, x);
	message_bytes(&c, y);
	equal = str_equal(builder_str(&b), builder_str(&c));
	arena_clear(&a);
	return equal;
}

static void assert_other(struct message a, struct message b)
{
	assert_true(same(&a, &a));
	assert_true(same(&b, &b));
	assert_false(same(&a, &b));
}

static void another_source_string_name_count_or_kind_is_another_message(void **state)
{
	(void)state;
	assert_other(NO_MESSAGE, TEXT("a"));
	assert_other(TEXT("a"), TEXT("b"));
	assert_other(TEXT("{n} item"), MSGN("{n} item", "{n} items", 1));
	assert_other(MSGN("{n} item", "{n} items", 1), MSGN("{n} item", "{n} items", 2));
	assert_other(TEXT("{n}"), MSG("{n}", A_INT("n", 0)));
	assert_other(MSG("{n}", A_INT("n", 3)), MSG("{n}", A_SEAT("n", 3)));
	assert_other(MSG("{n}", A_INT("n", 3)), MSG("{n}", A_INT("k", 3)));
}

static void every_kind_of_value_counts(void **state)
{
	const struct date day = {2024, 12, 30}, next = {2024, 12, 31};
	const struct instant at = {1735549200, 60}, elsewhere = {1735549200, 0};
	const struct both x = {STR("a"), STR("b")}, y = {STR("a"), STR("c")};
	const struct hash h = {{1}}, k = {{2}};
	struct message one = TEXT("one"), two = TEXT("two");
	struct message list[] = {one, two}, other[] = {one, one};

	(void)state;
	assert_other(MSG("{v}", A_INT("v", 1)), MSG("{v}", A_INT("v", 2)));
	assert_other(MSG("{v}", A_MONEYW("v", 1)), MSG("{v}", A_MONEYW("v", 2)));
	assert_other(MSG("{v}", A_STR("v", STR("a"))), MSG("{v}", A_STR("v", STR("ab"))));
	assert_other(MSG("{v}", A_BOTH("v", x)), MSG("{v}", A_BOTH("v", y)));
	assert_other(MSG("{v}", A_HASH("v", h)), MSG("{v}", A_HASH("v", k)));
	assert_other(MSG("{v}", A_DATE("v", day)), MSG("{v}", A_DATE("v", next)));
	assert_other(MSG("{v}", A_TIME("v", at)), MSG("{v}", A_TIME("v", elsewhere)));
	assert_other(MSG("{v}", A_MSG("v", &one)), MSG("{v}", A_MSG("v", &two)));
	assert_other(MSG("{v}", A_MSG("v", &one)), MSG("{v}", A_MSG("v", NULL)));
	assert_other(MSG("{v}", A_LIST("v", list, 1)), MSG("{v}", A_LIST("v", list, 2)));
	assert_other(MSG("{v}", A_LIST("v", list, 2)), MSG("{v}", A_LIST("v", other, 2)));
}

static void a_copy_is_the_same_message_elsewhere(void **state)
{
	struct arena *a = *state;
	char typed[] = "محضر";
	struct message inside = MSG("{s}", A_STR("s", str_of(typed)));
	struct message list[] = {inside, TEXT("b")};
	struct message m =
		MSG("{m} {l} {n}", A_MSG("m", &inside), A_LIST("l", list, 2), A_MSG("n", NULL));
	struct message copy = message_copy(a, m);

	assert_true(same(&m, &copy));
	typed[0]++;
	assert_false(same(&m, &copy));
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(another_source_string_name_count_or_kind_is_another_message),
	cmocka_unit_test(every_kind_of_value_counts),
	cmocka_unit_test(a_copy_is_the_same_message_elsewhere),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
