/* Rules as data: what is read, what is refused, what the profile says of itself. */
#include "tests/test.h"

#include "model/message.h"
#include "model/rule.h"

static struct rule_text list[16];
static size_t length;

/* A copy of the profile that a test may spoil. */
static void copy_profile(void)
{
	const struct rule_text *profile;

	length = rule_profile(&profile);
	assert_in_range(length, 5, ARRAY_LEN(list));
	memcpy(list, profile, length * sizeof list[0]);
}

static struct rule_text *rule(const char *key)
{
	for (size_t i = 0; i < length; i++) {
		if (str_is(list[i].key, key))
			return &list[i];
	}
	fail_msg("no rule %s", key);
	abort();
}

static bool reads_with(const char *key, const char *value)
{
	struct rules r;

	copy_profile();
	rule(key)->value = str_of(value);
	return rules_read(list, length, &r);
}

static void the_profile_of_law_18_09_is_read(void **state)
{
	struct rules r;

	(void)state;
	copy_profile();
	assert_true(rules_read(list, length, &r));
	assert_int_equal(r.quorum_num, 1);
	assert_int_equal(r.quorum_den, 2);
	assert_int_equal(r.quorum_certainty, CERTAINTY_UNCONFIRMED);
	assert_int_equal(r.majority_num, 1);
	assert_int_equal(r.majority_den, 2);
	assert_int_equal(r.base, BASE_VOTERS);
	assert_int_equal(r.tie, TIE_CHAIR_SIDE);
	assert_int_equal(r.notice_days, 15);
	assert_int_equal(r.months[0], 2);
	assert_int_equal(r.months[1], 6);
	assert_int_equal(r.months[2], 10);
	assert_int_equal(r.months[3], 0);
	assert_true(str_is(r.majority_source, "art. 14"));
	assert_true(str_is(r.tie_source, "art. 14"));
}

static void quorum_and_delays_are_never_called_law(void **state)
{
	(void)state;
	copy_profile();
	assert_int_equal(rule("quorum.threshold")->certainty, CERTAINTY_UNCONFIRMED);
	assert_int_equal(rule("quorum.measured_at")->certainty, CERTAINTY_UNCONFIRMED);
	assert_int_equal(rule("notice.days_min")->certainty, CERTAINTY_UNCONFIRMED);
	for (size_t i = 0; i < length; i++) {
		/* What is law says where it stands; nobody has confirmed anything yet. */
		if (list[i].certainty == CERTAINTY_LAW)
			assert_true(list[i].source.n > 0);
		assert_int_equal(list[i].confirmed_by.n, 0);
	}
}

static void no_rule_stands_twice(void **state)
{
	(void)state;
	copy_profile();
	for (size_t i = 0; i < length; i++) {
		for (size_t k = 0; k < i; k++)
			assert_false(str_equal(list[i].key, list[k].key));
	}
}

static void a_needed_rule_that_is_missing_is_noticed(void **state)
{
	static const char *const needed[] = {
		"quorum.threshold", "majority.threshold", "majority.base", "tie.rule"};
	struct rules r;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(needed); i++) {
		copy_profile();
		*rule(needed[i]) = list[--length];
		assert_null(rule_find(list, length, needed[i]));
		assert_false(rules_read(list, length, &r));
	}
	copy_profile();
	*rule("notice.days_min") = list[--length];
	assert_true(rules_read(list, length, &r));
	assert_int_equal(r.notice_days, 0);
}

static void an_unreadable_rule_is_noticed(void **state)
{
	(void)state;
	assert_true(reads_with("quorum.threshold", "2/3"));
	assert_false(reads_with("quorum.threshold", "1/0"));
	assert_false(reads_with("quorum.threshold", "half"));
	assert_false(reads_with("quorum.threshold", "1"));
	assert_false(reads_with("quorum.threshold", "1/2/3"));
	assert_false(reads_with("quorum.threshold", ""));
	assert_false(reads_with("majority.threshold", "-1/2"));
	assert_false(reads_with("majority.threshold", "99999999999/2"));
	assert_false(reads_with("majority.base", "everybody"));
	assert_false(reads_with("tie.rule", "coin"));
	assert_false(reads_with("notice.days_min", "soon"));
	assert_false(reads_with("ordinary.months", "2,,10"));
	assert_true(reads_with("ordinary.months", "1,2,3,4,5,6,7,8,9,10,11,12"));
}

static void eight_of_fifteen_is_an_absolute_majority(void **state)
{
	(void)state;
	assert_int_equal(rule_more_than(15, 1, 2), 8);
}

static void more_than_half_is_never_half_plus_one_rounded_up(void **state)
{
	(void)state;
	assert_int_equal(rule_more_than(11, 1, 2), 6);
	assert_int_equal(rule_more_than(28, 1, 2), 15);
	assert_int_equal(rule_more_than(75, 1, 2), 38);
	assert_int_equal(rule_more_than(1, 1, 2), 1);
	assert_int_equal(rule_more_than(2, 1, 2), 2);
	assert_int_equal(rule_more_than(0, 1, 2), 1);
	assert_int_equal(rule_more_than(28, 3, 4), 22);
}

static void every_rule_has_words(void **state)
{
	(void)state;
	copy_profile();
	for (size_t i = 0; i < length; i++) {
		struct message m = rule_message(&list[i]);

		assert_non_null(m.id);
		assert_string_not_equal(m.id, "{rule}: {value}");
		assert_true(str_equal(m.arg[0].u.s, list[i].value));
	}
	list[0].key = STR("new.rule");
	assert_string_equal(rule_message(&list[0]).id, "{rule}: {value}");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_profile_of_law_18_09_is_read),
		cmocka_unit_test(quorum_and_delays_are_never_called_law),
		cmocka_unit_test(no_rule_stands_twice),
		cmocka_unit_test(a_needed_rule_that_is_missing_is_noticed),
		cmocka_unit_test(an_unreadable_rule_is_noticed),
		cmocka_unit_test(eight_of_fifteen_is_an_absolute_majority),
		cmocka_unit_test(more_than_half_is_never_half_plus_one_rounded_up),
		cmocka_unit_test(every_rule_has_words),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
