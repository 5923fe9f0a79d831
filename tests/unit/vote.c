/* The arithmetic of a vote: the cases that ended in court, in the press, or in doubt. The property
 * test beside this one counts them all. */
#include "tests/arena.h"

#include "model/rule.h"
#include "model/vote.h"

static const struct vote_rule voters_rule = {.base = BASE_VOTERS, .num = 1, .den = 2};
static const struct vote_rule expressed_rule = {.base = BASE_EXPRESSED, .num = 1, .den = 2};

/* Everybody present votes and is in office. */
static struct tally tally(
	int64_t yes, int64_t no, int64_t abstain, struct vote_rule rule, enum vote_value side)
{
	int64_t all = yes + no + abstain;

	return vote_tally((struct ballots){yes, no, abstain}, all, all, rule, side);
}

static void seven_five_three_depends_on_the_base(void **state)
{
	struct tally voters = tally(7, 5, 3, voters_rule, VALUE_NONE);
	struct tally expressed = tally(7, 5, 3, expressed_rule, VALUE_NONE);

	(void)state;
	assert_int_equal(voters.base, 15);
	assert_int_equal(voters.needed, 8);
	assert_int_equal(voters.outcome, OUTCOME_REJECTED);
	assert_int_equal(expressed.base, 12);
	assert_int_equal(expressed.needed, 7);
	assert_int_equal(expressed.outcome, OUTCOME_ADOPTED);
}

static void eleven_abstentions_weigh_with_one_base_and_not_with_the_other(void **state)
{
	(void)state;
	assert_int_equal(tally(4, 0, 11, voters_rule, VALUE_NONE).outcome, OUTCOME_REJECTED);
	assert_int_equal(tally(4, 0, 11, expressed_rule, VALUE_NONE).outcome, OUTCOME_UNOPPOSED);
}

static void a_tie_goes_with_the_side_of_the_chair(void **state)
{
	(void)state;
	assert_int_equal(tally(6, 6, 0, voters_rule, VALUE_FOR).outcome, OUTCOME_ADOPTED_SIDE);
	assert_int_equal(tally(6, 6, 0, voters_rule, VALUE_AGAINST).outcome, OUTCOME_REJECTED_SIDE);
	/* For = against, although for is below half of all who voted. */
	assert_int_equal(tally(6, 6, 5, voters_rule, VALUE_FOR).outcome, OUTCOME_ADOPTED_SIDE);
}

static void a_chair_without_a_side_adopts_nothing(void **state)
{
	struct tally abstained = tally(6, 6, 1, voters_rule, VALUE_ABSTAIN);
	struct tally absent = tally(6, 6, 0, voters_rule, VALUE_NONE);

	(void)state;
	assert_true(abstained.tie);
	assert_true(abstained.needs_side);
	assert_int_equal(abstained.outcome, OUTCOME_TIE_NO_SIDE);
	assert_int_equal(absent.outcome, OUTCOME_TIE_NO_SIDE);
	assert_false(outcome_adopted(OUTCOME_TIE_NO_SIDE));
}

static void a_rule_may_refuse_every_tie(void **state)
{
	struct vote_rule rule = voters_rule;
	struct tally t;

	(void)state;
	rule.tie = TIE_REJECTED;
	t = tally(6, 6, 0, rule, VALUE_FOR);
	assert_int_equal(t.outcome, OUTCOME_REJECTED);
	assert_true(t.tie);
	assert_false(t.needs_side);
}

static void nobody_voting_is_no_majority(void **state)
{
	(void)state;
	for (int base = BASE_VOTERS; base <= BASE_FIXED; base++) {
		struct vote_rule rule = voters_rule;
		struct tally t;

		rule.base = (enum vote_base)base;
		t = vote_tally((struct ballots){0, 0, 0}, 0, 0, rule, VALUE_FOR);
		assert_int_equal(t.outcome, OUTCOME_NO_VOTERS);
		assert_false(t.tie);
		assert_false(outcome_adopted(t.outcome));
		t = vote_tally((struct ballots){0, 0, 0}, 12, 30, rule, VALUE_NONE);
		assert_int_equal(t.outcome, OUTCOME_NO_VOTERS);
	}
}

static void all_abstaining_leaves_no_side_to_prefer(void **state)
{
	struct tally t = tally(0, 0, 9, voters_rule, VALUE_FOR);

	(void)state;
	assert_true(t.tie);
	assert_false(t.needs_side);
	assert_int_equal(t.outcome, OUTCOME_TIE_NO_SIDE);
}

static void unanimous_is_everybody_entitled_and_present(void **state)
{
	struct tally silent;

	(void)state;
	assert_int_equal(tally(12, 0, 0, voters_rule, VALUE_NONE).outcome, OUTCOME_UNANIMOUS);
	assert_int_equal(tally(1, 0, 0, voters_rule, VALUE_NONE).outcome, OUTCOME_UNANIMOUS);
	assert_int_equal(tally(11, 0, 1, voters_rule, VALUE_NONE).outcome, OUTCOME_UNOPPOSED);
	/* Somebody was there and said nothing: neither of the two. */
	silent = vote_tally((struct ballots){11, 0, 0}, 12, 12, voters_rule, VALUE_NONE);
	assert_int_equal(silent.outcome, OUTCOME_ADOPTED);
}

static void the_base_may_be_those_present_or_those_in_office(void **state)
{
	struct vote_rule rule = voters_rule;
	struct ballots b = {10, 5, 3};

	(void)state;
	rule.base = BASE_PRESENT;
	assert_int_equal(vote_tally(b, 20, 36, rule, VALUE_NONE).needed, 11);
	assert_int_equal(vote_tally(b, 20, 36, rule, VALUE_NONE).outcome, OUTCOME_REJECTED);
	rule.base = BASE_IN_OFFICE;
	assert_int_equal(vote_tally(b, 20, 36, rule, VALUE_NONE).needed, 19);
	rule.num = 1;
	rule.den = 4;
	assert_int_equal(vote_tally(b, 20, 36, rule, VALUE_NONE).needed, 10);
	assert_int_equal(vote_tally(b, 20, 36, rule, VALUE_NONE).outcome, OUTCOME_ADOPTED);
}

static void a_budget_with_29_against_is_refused(void **state)
{
	(void)state;
	assert_int_equal(tally(7, 29, 0, voters_rule, VALUE_FOR).outcome, OUTCOME_REJECTED);
}

static void which_outcomes_adopt_is_settled(void **state)
{
	(void)state;
	assert_true(outcome_adopted(OUTCOME_UNANIMOUS));
	assert_true(outcome_adopted(OUTCOME_UNOPPOSED));
	assert_true(outcome_adopted(OUTCOME_ADOPTED));
	assert_true(outcome_adopted(OUTCOME_ADOPTED_SIDE));
	assert_false(outcome_adopted(OUTCOME_REJECTED));
	assert_false(outcome_adopted(OUTCOME_REJECTED_SIDE));
	assert_false(outcome_adopted(OUTCOME_TIE_NO_SIDE));
	assert_false(outcome_adopted(OUTCOME_NO_VOTERS));
	assert_false(outcome_adopted(OUTCOME_TIE_AGAIN));
}

static int64_t figure(const struct message *m, const char *name)
{
	for (size_t i = 0; i < MESSAGE_ARGS_MAX && m->arg[i].kind != ARG_END; i++) {
		if (strcmp(m->arg[i].name, name) == 0 && m->arg[i].kind == ARG_INT)
			return m->arg[i].u.i;
	}
	return -1;
}

static void the_reason_gives_the_figures_and_the_source(void **state)
{
	struct ballots b = {7, 5, 3};
	struct tally t = tally(7, 5, 3, voters_rule, VALUE_NONE);
	struct message m = vote_reason(b, t, voters_rule, rule_source(STR("art. 14")), *state);

	assert_string_equal(m.id, "{reason}; {source}");
	assert_string_equal(m.arg[1].u.msg->id, "article {number}");
	assert_text(*state, m.arg[1].u.msg->arg[0].u.s, "14");
	assert_string_equal(m.arg[0].u.msg->id, "{for} for; {needed} needed of {base}");
	assert_int_equal(figure(m.arg[0].u.msg, "for"), 7);
	assert_int_equal(figure(m.arg[0].u.msg, "needed"), 8);
	m = vote_reason(b, t, voters_rule, NO_MESSAGE, *state);
	assert_string_equal(m.id, "{for} for; {needed} needed of {base}");
}

static void every_outcome_of_a_tie_has_its_own_reason(void **state)
{
	static const enum vote_value sides[] = {VALUE_FOR, VALUE_AGAINST, VALUE_ABSTAIN};
	struct vote_rule rejecting = voters_rule;
	struct ballots b = {6, 6, 0};
	const char *seen[4];

	for (size_t i = 0; i < ARRAY_LEN(sides); i++)
		seen[i] = vote_reason(
			b, tally(6, 6, 0, voters_rule, sides[i]), voters_rule, NO_MESSAGE, *state)
				  .id;
	rejecting.tie = TIE_REJECTED;
	seen[3] =
		vote_reason(b, tally(6, 6, 0, rejecting, VALUE_NONE), rejecting, NO_MESSAGE, *state)
			.id;
	for (size_t i = 0; i < ARRAY_LEN(seen); i++) {
		assert_memory_equal(seen[i], "tie ", 4);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(seen[i], seen[k]);
	}
	assert_string_equal(
		vote_reason((struct ballots){0, 0, 0}, tally(0, 0, 0, voters_rule, VALUE_NONE),
			voters_rule, rule_source(STR("art. 14")), *state)
			.id,
		"nobody voted, so there is no majority");
}

static void a_tie_under_a_stricter_rule_is_not_settled_by_the_chair(void **state)
{
	struct vote_rule rule = voters_rule;
	struct tally t;

	(void)state;
	rule.num = 3;
	rule.den = 4;
	t = tally(6, 6, 0, rule, VALUE_FOR);
	assert_int_equal(t.outcome, OUTCOME_REJECTED);
	assert_true(t.tie);
	assert_false(t.needs_side);
	/* Half of the members in office is asked of people who are not there as well. */
	rule = (struct vote_rule){.base = BASE_IN_OFFICE, .num = 1, .den = 2};
	assert_int_equal(vote_tally((struct ballots){6, 6, 0}, 12, 28, rule, VALUE_FOR).outcome,
		OUTCOME_REJECTED);
}

static void a_tie_may_be_voted_on_a_second_time(void **state)
{
	struct vote_rule rule = voters_rule;
	struct tally t;

	rule.tie = TIE_SECOND_VOTE;
	t = tally(6, 6, 2, rule, VALUE_FOR);
	assert_int_equal(t.outcome, OUTCOME_TIE_AGAIN);
	assert_false(t.needs_side);
	assert_string_equal(vote_reason((struct ballots){6, 6, 2}, t, rule, NO_MESSAGE, *state).id,
		"tie {for} to {against}: a second vote decides");
	/* Nobody took a side: there is nothing to repeat. */
	assert_int_equal(tally(0, 0, 4, rule, VALUE_FOR).outcome, OUTCOME_REJECTED);
}

static void all_of_those_present_may_still_be_too_few(void **state)
{
	struct vote_rule rule = {.base = BASE_IN_OFFICE, .num = 1, .den = 2};
	struct tally t = vote_tally((struct ballots){8, 0, 0}, 8, 28, rule, VALUE_FOR);

	(void)state;
	assert_int_equal(t.needed, 15);
	assert_int_equal(t.missing, 7);
	assert_int_equal(t.outcome, OUTCOME_REJECTED);
}

static void blank_and_void_papers_are_voters_and_no_votes_cast(void **state)
{
	struct poll p = {{7, 5, 0}, .blank = 2, .spoilt = 1, 15, 16, 20};

	(void)state;
	assert_int_equal(vote_poll(&p, voters_rule, VALUE_NONE).needed, 8);
	assert_int_equal(vote_poll(&p, voters_rule, VALUE_NONE).outcome, OUTCOME_REJECTED);
	assert_int_equal(vote_poll(&p, expressed_rule, VALUE_NONE).needed, 7);
	assert_int_equal(vote_poll(&p, expressed_rule, VALUE_NONE).outcome, OUTCOME_ADOPTED);
	p = (struct poll){{13, 0, 0}, .blank = 2, .spoilt = 0, 15, 15, 20};
	assert_int_equal(vote_poll(&p, voters_rule, VALUE_NONE).outcome, OUTCOME_UNOPPOSED);
	/* What is on a void paper nobody knows. */
	p.blank = p.spoilt = 1;
	assert_int_equal(vote_poll(&p, voters_rule, VALUE_NONE).outcome, OUTCOME_ADOPTED);
}

static void more_votes_than_voters_are_no_result(void **state)
{
	struct ballots b = {9, 2, 0};
	struct tally t = vote_tally(b, 10, 12, voters_rule, VALUE_FOR);
	struct message m = vote_reason(b, t, voters_rule, rule_source(STR("art. 14")), *state);

	assert_int_equal(t.excess, 1);
	assert_int_equal(t.outcome, OUTCOME_REJECTED);
	assert_string_equal(m.id, "{n} vote more than there are voters, so there is no result");
}

static void a_number_may_be_fixed_by_the_rule(void **state)
{
	struct vote_rule rule = {.base = BASE_FIXED, .num = 1, .den = 2, .fixed = 30};
	struct ballots b = {15, 2, 0};

	(void)state;
	assert_int_equal(vote_tally(b, 17, 28, rule, VALUE_NONE).needed, 16);
	assert_int_equal(vote_tally(b, 17, 28, rule, VALUE_NONE).outcome, OUTCOME_REJECTED);
	rule.at_least = true;
	assert_int_equal(vote_tally(b, 17, 28, rule, VALUE_NONE).outcome, OUTCOME_ADOPTED);
}

static void the_other_reading_says_whether_it_matters(void **state)
{
	struct poll p = {{7, 5, 3}, 0, 0, 15, 15, 20};
	bool differs;
	struct message m = vote_other_reading(&p, voters_rule, VALUE_NONE, &differs, *state);

	assert_true(differs);
	assert_string_equal(
		m.id, "on the other reading, {base}: {needed} needed, it would be adopted");
	assert_int_equal(figure(&m, "needed"), 7);
	m = vote_other_reading(&p, expressed_rule, VALUE_NONE, &differs, *state);
	assert_true(differs);
	assert_string_equal(
		m.id, "on the other reading, {base}: {needed} needed, it would not be adopted");
	assert_int_equal(figure(&m, "needed"), 8);
	p.votes = (struct ballots){12, 2, 1};
	m = vote_other_reading(&p, voters_rule, VALUE_NONE, &differs, *state);
	assert_false(differs);
	assert_string_equal(m.id, "on the other reading, {base}: {needed} needed, the same result");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(seven_five_three_depends_on_the_base),
		cmocka_unit_test(eleven_abstentions_weigh_with_one_base_and_not_with_the_other),
		cmocka_unit_test(a_tie_goes_with_the_side_of_the_chair),
		cmocka_unit_test(a_chair_without_a_side_adopts_nothing),
		cmocka_unit_test(a_rule_may_refuse_every_tie),
		cmocka_unit_test(nobody_voting_is_no_majority),
		cmocka_unit_test(all_abstaining_leaves_no_side_to_prefer),
		cmocka_unit_test(unanimous_is_everybody_entitled_and_present),
		cmocka_unit_test(the_base_may_be_those_present_or_those_in_office),
		cmocka_unit_test(a_budget_with_29_against_is_refused),
		cmocka_unit_test(which_outcomes_adopt_is_settled),
		cmocka_unit_test(the_reason_gives_the_figures_and_the_source),
		cmocka_unit_test(every_outcome_of_a_tie_has_its_own_reason),
		cmocka_unit_test(a_tie_under_a_stricter_rule_is_not_settled_by_the_chair),
		cmocka_unit_test(a_tie_may_be_voted_on_a_second_time),
		cmocka_unit_test(all_of_those_present_may_still_be_too_few),
		cmocka_unit_test(blank_and_void_papers_are_voters_and_no_votes_cast),
		cmocka_unit_test(more_votes_than_voters_are_no_result),
		cmocka_unit_test(a_number_may_be_fixed_by_the_rule),
		cmocka_unit_test(the_other_reading_says_whether_it_matters),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}
