/* Rules as data: what is read, what is refused, what the profile says of itself. */
#include "tests/test.h"

#include "model/rule.h"
#include "storage/memory.h"

/* Keys and values as the first version froze them into its sessions. */
#define R(k, v, s, c)                                                                              \
	{                                                                                          \
		.key = STR(k), .value = STR(v), .source = STR(s), .certainty = CERTAINTY_##c       \
	}

static struct rule_text list[16];
static size_t length;

/* A list that a test may spoil. */
static void copy_profile(void)
{
	const struct rule_text profile[] = {
		R("quorum.threshold", "1/2", "", UNCONFIRMED),
		R("quorum.base", "in-office", "", UNCONFIRMED),
		R("quorum.measured_at", "opening", "", UNCONFIRMED),
		R("notice.days_min", "15", "", UNCONFIRMED),
		R("ordinary.months", "2,6,10", "art. 11", PRACTICE),
		R("vote.mode", "public", "art. 2 bis", LAW),
		R("majority.threshold", "1/2", "art. 14", LAW),
		R("majority.base", "voters", "art. 14", PRACTICE),
		R("tie.rule", "chair-side", "art. 14", LAW),
		R("minutes.signers", "secretary,president", "", PRACTICE),
	};

	length = ARRAY_LEN(profile);
	memcpy(list, profile, sizeof profile);
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

static void the_list_of_the_first_version_is_read(void **state)
{
	struct rules r;

	(void)state;
	copy_profile();
	assert_true(rules_read(list, length, &r));
	assert_int_equal(share_needed(rules_call(&r, 1)->share, 28), 15);
	assert_int_equal(rules_quorum_certainty(&r), CERTAINTY_UNCONFIRMED);
	assert_int_equal(r.majority.share.num, 1);
	assert_int_equal(r.majority.share.den, 2);
	assert_int_equal(r.majority.base, BASE_VOTERS);
	assert_int_equal(r.tie, TIE_CHAIR_SIDE);
	assert_int_equal(r.notice_days, 15);
	assert_int_equal(r.months.n, 3);
	assert_int_equal(r.months.at[0], 2);
	assert_int_equal(r.months.at[1], 6);
	assert_int_equal(r.months.at[2], 10);
	assert_true(str_is(rules_source(&r, RULE_MAJORITY_THRESHOLD), "art. 14"));
	assert_true(str_is(rules_source(&r, RULE_TIE), "art. 14"));
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
	assert_false(reads_with("majority.base", "everybody"));
	assert_false(reads_with("tie.rule", "coin"));
	assert_false(reads_with("notice.days_min", "soon"));
	assert_false(reads_with("ordinary.months", "2,,10"));
	assert_true(reads_with("ordinary.months", "1,2,3,4,5,6,7,8,9,10,11,12"));
}

/* For every kind of value what is one and what is none; a NULL ends the lists. */
static void every_kind_of_value_is_read_or_refused(void **state)
{
	static const struct {
		enum rule_key key;
		const char *good[8], *bad[12];
	} cases[] = {
		{RULE_NOTICE_DAYS, {"0", "15", "366"},
			{"", "-1", "367", "1.5", "ten", "1234567890"}},
		{RULE_LATE_ARRIVAL, {"yes", "no"}, {"", "true", "Yes", "1"}},
		{RULE_DISMISSAL_SHARE, {"1/2", ">1/2", ">=3/4", "9", "any", "1/1"},
			{"", "0", "1/0", "5/4", "/2", "1/", "1/2/3", "=1/2", "half", "-1/2",
				"99999999999/2"}},
		{RULE_MAJORITY_BASE, {"voters", "entitled"}, {"", "fixed", "all"}},
		{RULE_TIE, {"chair-side", "rejected"}, {"", "coin", "Chair-side", "rejected "}},
		{RULE_ORDINARY_MONTHS, {"2", "2,6,10", "2, 6, 10"},
			{"", "0", "13", "2,,10", "6,2", "2,2", "x", "2,"}},
		{RULE_HANDS_ORDER, {"for,against", "abstain"}, {"", "none", "for,none"}},
		{RULE_MINUTES_SIGNERS,
			{"secretary,president", "president", "wali,drawn-1,president"},
			{"", "president,president", "president,", "governor"}},
		{RULE_ELECTION_MAJORITY, {"absolute", "absolute,absolute,relative"},
			{"", "absolute,", "two-thirds"}},
		{RULE_DISMISSAL_MAJORITY, {"2/3", ">=2/3 in-office", "9 present"},
			{"", "any", "2/3 nobody", "2/3 in-office now", "in-office"}},
		{RULE_QUORUM_CALLS,
			{"1/2", "1/2 in-office", "1/2 in-office; unset in-office 15+",
				">=1/2 entitled; 1/3 3-5 working; any 3+ working", "9; any 8"},
			{"", ";", "unset", "1/2;", "1/2 5-3", "1/2 working", "1/2; any x",
				"1/2 in-office 400", "1/2 in-office 3+ working days",
				"1;1;1;1;1;1;1"}},
		{RULE_MAJORITY_BY_KIND,
			{"budget: 1/2 in-office", "budget: 1/2 in-office; agreement: >=2/3"},
			{"", "budget", "budget:", "nothing: 1/2", "budget: any",
				"budget: 1/2; budget: 2/3", "budget: 1/2;"}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct rules r = {.text = {NULL}};

		for (size_t k = 0; k < ARRAY_LEN(cases[i].good) && cases[i].good[k]; k++) {
			if (!rule_parse(cases[i].key, str_of(cases[i].good[k]), &r))
				fail_msg("%s = %s", rule_key_name(cases[i].key), cases[i].good[k]);
		}
		for (size_t k = 0; k < ARRAY_LEN(cases[i].bad) && cases[i].bad[k]; k++) {
			if (rule_parse(cases[i].key, str_of(cases[i].bad[k]), &r))
				fail_msg("%s = %s", rule_key_name(cases[i].key), cases[i].bad[k]);
		}
	}
}

static void calls_are_read_with_threshold_base_and_delay(void **state)
{
	struct rules r = {.text = {NULL}};

	(void)state;
	assert_true(rule_parse(RULE_QUORUM_CALLS,
		STR("1/2 in-office; unset entitled 15+; 3 entitled 3-5; any 3+ working"), &r));
	assert_int_equal(r.calls.n, 4);
	assert_true(rules_call(&r, 1)->known);
	assert_int_equal(rules_call(&r, 1)->base, QUORUM_IN_OFFICE);
	assert_false(rules_call(&r, 2)->known);
	assert_int_equal(share_needed(rules_call(&r, 2)->share, 28), 15);
	assert_int_equal(rules_call(&r, 2)->base, QUORUM_ENTITLED);
	assert_int_equal(rules_call(&r, 2)->days_min, 15);
	assert_int_equal(rules_call(&r, 2)->days_max, 0);
	assert_int_equal(share_needed(rules_call(&r, 3)->share, 28), 3);
	assert_int_equal(rules_call(&r, 3)->days_min, 3);
	assert_int_equal(rules_call(&r, 3)->days_max, 5);
	assert_false(rules_call(&r, 3)->working_days);
	assert_true(rules_call(&r, 4)->share.any);
	assert_true(rules_call(&r, 4)->working_days);
	assert_ptr_equal(rules_call(&r, 9), rules_call(&r, 4));
}

static void a_kind_of_item_may_have_its_own_majority(void **state)
{
	struct rules r;

	(void)state;
	copy_profile();
	list[length++] = (struct rule_text){
		.key = STR("majority.by_kind"), .value = STR("budget: >=2/3 in-office")};
	assert_true(rules_read(list, length, &r));
	assert_int_equal(r.by_kind[ITEM_BUDGET].share.num, 2);
	assert_true(r.by_kind[ITEM_BUDGET].share.at_least);
	assert_int_equal(r.by_kind[ITEM_BUDGET].base, BASE_IN_OFFICE);
	assert_int_equal(r.by_kind[ITEM_AGREEMENT].share.den, 2);
	assert_int_equal(r.by_kind[ITEM_AGREEMENT].base, BASE_VOTERS);
}

static void a_list_that_says_nothing_holds_what_held_before(void **state)
{
	struct rules r;

	(void)state;
	copy_profile();
	assert_true(rules_read(list, length, &r));
	assert_int_equal(r.vote_mode, MODE_PUBLIC);
	assert_int_equal(r.unanimous, UNANIMOUS_ALL_PRESENT);
	assert_true(r.abstention);
	assert_false(r.late_arrival);
	assert_int_equal(r.proxy_max, 0);
	assert_false(r.remote_counts_quorum);
	assert_false(r.remote_may_vote);
	assert_true(r.recusal_lowers_base);
	assert_false(r.notice_working_days);
	assert_int_equal(r.absence_total, 0);
	assert_int_equal(share_needed(r.dismissal_share, 28), 21);
	assert_null(r.text[RULE_PROXY_MAX]);
	assert_int_equal(rules_certainty(&r, RULE_PROXY_MAX), CERTAINTY_UNCONFIRMED);
	assert_int_equal(rules_source(&r, RULE_PROXY_MAX).n, 0);
}

static void the_rule_of_calls_goes_before_the_old_threshold(void **state)
{
	struct rules r;

	(void)state;
	copy_profile();
	list[length++] = (struct rule_text){.key = STR("quorum.calls"), .value = STR("2/3; any")};
	assert_true(rules_read(list, length, &r));
	assert_int_equal(share_needed(rules_call(&r, 1)->share, 30), 21);
	assert_true(rules_call(&r, 2)->share.any);
	*rule("quorum.threshold") = list[--length];
	assert_true(rules_read(list, length, &r));
}

static void only_a_confirmed_published_text_is_law(void **state)
{
	struct rule_text r = {.certainty = CERTAINTY_LAW};

	(void)state;
	assert_false(rule_is_law(NULL));
	assert_false(rule_is_law(&r));
	assert_string_equal(rule_certainty_words(&r).id, "published text, to be confirmed");
	r.confirmed_by = STR("Naïma Kadiri");
	assert_true(rule_is_law(&r));
	assert_string_equal(rule_certainty_words(&r).id, "law, confirmed by {name}");
	r.confirmed_on = (struct date){2026, 3, 2};
	assert_string_equal(rule_certainty_words(&r).id, "law, confirmed by {name} on {day}");
	r.certainty = CERTAINTY_PRACTICE;
	assert_false(rule_is_law(&r));
	assert_string_equal(rule_certainty_words(&r).id, "practice, confirmed by {name} on {day}");
	r.certainty = CERTAINTY_UNCONFIRMED;
	assert_false(rule_is_law(&r));
	assert_string_equal(rule_certainty_words(&r).id, "not confirmed");
}

/* What stands behind a question about a rule is said as it is, whoever asks. */
static void a_question_about_a_rule_says_what_the_rule_is(void **state)
{
	struct rules r = {.text = {NULL}};
	struct rule_text rule = {.certainty = CERTAINTY_LAW};
	struct arena arena, *a = &arena;

	(void)state;
	arena_init(a, &memory_source);
	assert_string_equal(
		rules_standing(&r, RULE_NOTICE_DAYS, a).id, "by default, the rule not being set");
	r.text[RULE_NOTICE_DAYS] = &rule;
	assert_string_equal(rules_standing(&r, RULE_NOTICE_DAYS, a).id, "rule not confirmed");
	rule.source = STR("art. 12");
	assert_string_equal(rule_standing(&rule, a).id, "{source}, not confirmed");
	rule.confirmed_by = STR("Naïma Kadiri");
	assert_string_equal(rule_standing(&rule, a).id, "law, {source}, confirmed by {name}");
	rule.certainty = CERTAINTY_PRACTICE;
	assert_string_equal(rule_standing(&rule, a).id, "practice, {source}, confirmed by {name}");
	rule.source = STR("");
	assert_string_equal(rule_standing(&rule, a).id, "practice, confirmed by {name}");
	rule.certainty = CERTAINTY_UNCONFIRMED;
	assert_string_equal(rule_standing(&rule, a).id, "rule not confirmed");
	arena_clear(a);
}

/* A result names its article as law only when the majority and what it is counted on are. */
static void a_result_rests_on_law_only_when_somebody_confirmed_it(void **state)
{
	struct rules r;
	struct arena arena, *a = &arena;

	(void)state;
	arena_init(a, &memory_source);
	copy_profile();
	assert_true(rules_read(list, length, &r));
	assert_string_equal(rules_article(&r, false, -1, a).id, "{source}, not confirmed");
	assert_string_equal(rules_article(&r, true, -1, a).id, "{source}, not confirmed");
	rule("majority.threshold")->confirmed_by = STR("Naïma Kadiri");
	rule("tie.rule")->confirmed_by = STR("Naïma Kadiri");
	assert_true(rules_read(list, length, &r));
	assert_string_equal(rules_article(&r, true, -1, a).id, "law, {source}");
	assert_string_equal(rules_article(&r, false, -1, a).id, "{source}, not confirmed");
	rule("majority.base")->confirmed_by = STR("Naïma Kadiri"); /* a practice, still no law */
	assert_true(rules_read(list, length, &r));
	assert_string_equal(rules_article(&r, false, -1, a).id, "article {number}");
	rule("majority.base")->certainty = CERTAINTY_LAW;
	assert_true(rules_read(list, length, &r));
	assert_string_equal(rules_article(&r, false, ITEM_BUDGET, a).id, "law, {source}");
	list[length++] = (struct rule_text){
		.key = STR("majority.by_kind"), .value = STR("budget: 2/3 in-office")};
	assert_true(rules_read(list, length, &r));
	assert_string_equal(rules_article(&r, false, ITEM_BUDGET, a).id, "rule not confirmed");
	assert_string_equal(rules_article(&r, false, ITEM_REPORT, a).id, "law, {source}");
	arena_clear(a);
}

static void a_rule_is_in_force_between_its_dates(void **state)
{
	struct rule_text r = {.from = {2015, 8, 4}, .to = {2018, 8, 22}};

	(void)state;
	assert_false(rule_in_force(&r, (struct date){2015, 8, 3}));
	assert_true(rule_in_force(&r, (struct date){2015, 8, 4}));
	assert_true(rule_in_force(&r, (struct date){2018, 8, 22}));
	assert_false(rule_in_force(&r, (struct date){2018, 8, 23}));
	r = (struct rule_text){.certainty = CERTAINTY_LAW};
	assert_true(rule_in_force(&r, (struct date){1999, 1, 1}));
}

static struct share share(const char *text)
{
	struct rules r = {.text = {NULL}};

	assert_true(rule_parse(RULE_DISMISSAL_SHARE, str_of(text), &r));
	return r.dismissal_share;
}

static void three_quarters_of_28_is_21_and_23_signers_are_enough(void **state)
{
	(void)state;
	assert_int_equal(share_needed(share(">=3/4"), 28), 21);
	assert_true(23 >= share_needed(share(">=3/4"), 28));
	assert_int_equal(share_needed(share(">3/4"), 28), 22);
	assert_int_equal(share_needed(share(">=3/4"), 29), 22);
	assert_int_equal(share_needed(share(">=1/3"), 0), 0);
	assert_int_equal(share_needed(share("any"), 28), 1);
	assert_int_equal(share_needed(share("9"), 28), 9);
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

static void every_rule_of_the_table_has_words_and_a_default_that_reads(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a, &memory_source);
	for (int i = 0; i < RULE_COUNT; i++) {
		enum rule_key key = (enum rule_key)i, found;
		struct rule_text r = {.key = str_of(rule_key_name(key))};
		struct rules *rules = ARENA_NEW(&a, struct rules);

		assert_true(rule_key_parse(r.key, &found));
		assert_int_equal(found, key);
		if (rule_missing(key))
			assert_true(rule_parse(key, str_of(rule_missing(key)), rules));
		r.value = rule_missing(key) ? str_of(rule_missing(key)) : STR("?");
		assert_string_not_equal(rule_words(&r, &a).id, "{rule}: {value}");
		assert_non_null(rule_value_words(&r, &a).id);
		assert_non_null(rule_expected(key, &a).id);
	}
	assert_string_equal(
		rule_words(&(struct rule_text){.key = STR("new.rule"), .value = STR("1")}, &a).id,
		"{rule}: {value}");
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_list_of_the_first_version_is_read),
		cmocka_unit_test(a_needed_rule_that_is_missing_is_noticed),
		cmocka_unit_test(an_unreadable_rule_is_noticed),
		cmocka_unit_test(every_kind_of_value_is_read_or_refused),
		cmocka_unit_test(calls_are_read_with_threshold_base_and_delay),
		cmocka_unit_test(a_kind_of_item_may_have_its_own_majority),
		cmocka_unit_test(a_list_that_says_nothing_holds_what_held_before),
		cmocka_unit_test(the_rule_of_calls_goes_before_the_old_threshold),
		cmocka_unit_test(only_a_confirmed_published_text_is_law),
		cmocka_unit_test(a_question_about_a_rule_says_what_the_rule_is),
		cmocka_unit_test(a_result_rests_on_law_only_when_somebody_confirmed_it),
		cmocka_unit_test(a_rule_is_in_force_between_its_dates),
		cmocka_unit_test(three_quarters_of_28_is_21_and_23_signers_are_enough),
		cmocka_unit_test(eight_of_fifteen_is_an_absolute_majority),
		cmocka_unit_test(more_than_half_is_never_half_plus_one_rounded_up),
		cmocka_unit_test(every_rule_of_the_table_has_words_and_a_default_that_reads),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
