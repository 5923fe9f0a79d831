/* The arithmetic of a vote against an oracle written another way: people are seated one by one,
 * and the answer is looked for by counting, not by formula. */
#include "tests/test.h"

#include "model/rule.h"
#include "model/vote.h"

struct oracle {
	int needed;
	bool tie, asks;
	enum outcome outcome;
};

/* The least whole number that is more than NUM/DEN of BASE, found by trying. */
static int least_more_than(int base, int num, int den)
{
	int votes = 0;

	while (votes * den <= base * num)
		votes++;
	return votes;
}

static int base_by_hand(enum vote_base base, const int *crowd)
{
	/* crowd: for, against, abstaining, present without voting, in office but not here */
	switch (base) {
	case BASE_EXPRESSED:
		return crowd[0] + crowd[1];
	case BASE_VOTERS:
		return crowd[0] + crowd[1] + crowd[2];
	case BASE_PRESENT:
		return crowd[0] + crowd[1] + crowd[2] + crowd[3];
	case BASE_IN_OFFICE:
		return crowd[0] + crowd[1] + crowd[2] + crowd[3] + crowd[4];
	}
	return -1;
}

static struct oracle ask_oracle(const int *crowd, struct vote_rule rule, enum vote_value side)
{
	int ayes = crowd[0], noes = crowd[1], silent = crowd[3], spoke = ayes + noes + crowd[2];
	struct oracle o = {0, false, false, OUTCOME_NO_VOTERS};

	o.needed = least_more_than(base_by_hand(rule.base, crowd), (int)rule.num, (int)rule.den);
	if (spoke == 0)
		return o;
	if (ayes == noes) {
		o.tie = true;
		o.asks = ayes > 0 && rule.tie == TIE_CHAIR_SIDE;
		o.outcome = rule.tie == TIE_REJECTED ? OUTCOME_REJECTED : OUTCOME_TIE_NO_SIDE;
		if (o.asks && side == VALUE_FOR)
			o.outcome = OUTCOME_ADOPTED_SIDE;
		if (o.asks && side == VALUE_AGAINST)
			o.outcome = OUTCOME_REJECTED_SIDE;
		return o;
	}
	if (noes == 0 && crowd[2] == 0 && silent == 0) {
		o.outcome = OUTCOME_UNANIMOUS;
		return o;
	}
	if (ayes < o.needed)
		o.outcome = OUTCOME_REJECTED;
	else
		o.outcome = noes == 0 && silent == 0 ? OUTCOME_UNOPPOSED : OUTCOME_ADOPTED;
	return o;
}

static const struct {
	int num, den;
} thresholds[] = {{1, 2}, {2, 3}, {3, 4}, {1, 3}, {0, 1}};

static uint64_t checked;

static void compare(const int *crowd, struct vote_rule rule, enum vote_value side)
{
	struct ballots b = {crowd[0], crowd[1], crowd[2]};
	int here = crowd[0] + crowd[1] + crowd[2] + crowd[3];
	struct oracle o = ask_oracle(crowd, rule, side);
	struct tally t = vote_tally(b, here, here + crowd[4], rule, side);

	checked++;
	if (t.needed == o.needed && t.tie == o.tie && t.needs_side == o.asks &&
		t.outcome == o.outcome && t.voters == crowd[0] + crowd[1] + crowd[2] &&
		t.base == base_by_hand(rule.base, crowd))
		return;
	fail_msg(
		"%d for, %d against, %d abstaining, %d silent, %d away; base %d, tie rule %d, more "
		"than %d/%d, side %d: outcome %d instead of %d, needed %d instead of %d",
		crowd[0], crowd[1], crowd[2], crowd[3], crowd[4], (int)rule.base, (int)rule.tie,
		(int)rule.num, (int)rule.den, (int)side, (int)t.outcome, (int)o.outcome,
		(int)t.needed, o.needed);
}

static void under_every_rule(const int *crowd)
{
	for (int base = BASE_VOTERS; base <= BASE_IN_OFFICE; base++) {
		for (int tie = TIE_CHAIR_SIDE; tie <= TIE_REJECTED; tie++) {
			for (size_t k = 0; k < sizeof thresholds / sizeof thresholds[0]; k++) {
				struct vote_rule rule = {(enum vote_base)base, (enum tie_rule)tie,
					thresholds[k].num, thresholds[k].den};

				for (int side = VALUE_NONE; side <= VALUE_ABSTAIN; side++)
					compare(crowd, rule, (enum vote_value)side);
			}
		}
	}
}

static void every_vote_of_up_to_twelve_members_is_as_counted_by_hand(void **state)
{
	int crowd[5];

	(void)state;
	for (int all = 0; all <= 12; all++) {
		for (crowd[0] = 0; crowd[0] <= all; crowd[0]++) {
			for (crowd[1] = 0; crowd[0] + crowd[1] <= all; crowd[1]++) {
				int left = all - crowd[0] - crowd[1];

				for (crowd[2] = 0; crowd[2] <= left; crowd[2]++) {
					for (crowd[3] = 0; crowd[3] <= left - crowd[2];
						crowd[3]++) {
						crowd[4] = left - crowd[2] - crowd[3];
						under_every_rule(crowd);
					}
				}
			}
		}
	}
	print_message("# %llu votes\n", (unsigned long long)checked);
	/* 13 assemblies, all their divisions into five, under 4 bases, 2 tie rules, 5 thresholds
	 * and 4 sides. */
	assert_int_equal(checked, UINT64_C(6188) * 4 * 2 * 5 * 4);
}

static void more_than_a_share_is_the_least_number_above_it(void **state)
{
	(void)state;
	for (int base = 0; base <= 400; base++) {
		for (int den = 1; den <= 7; den++) {
			for (int num = 0; num <= den; num++)
				assert_int_equal(rule_more_than(base, num, den),
					least_more_than(base, num, den));
		}
	}
}

static void one_more_vote_for_never_turns_adoption_into_refusal(void **state)
{
	(void)state;
	for (int n = 1; n <= 40; n++) {
		for (int abstain = 0; abstain < n; abstain++) {
			bool adopted = false;

			for (int ayes = 0; ayes + abstain <= n; ayes++) {
				struct ballots b = {ayes, n - abstain - ayes, abstain};
				struct vote_rule rule = {BASE_VOTERS, TIE_REJECTED, 1, 2};
				struct tally t = vote_tally(b, n, n, rule, VALUE_NONE);

				assert_false(adopted && !outcome_adopted(t.outcome));
				adopted = outcome_adopted(t.outcome);
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(every_vote_of_up_to_twelve_members_is_as_counted_by_hand),
		cmocka_unit_test(more_than_a_share_is_the_least_number_above_it),
		cmocka_unit_test(one_more_vote_for_never_turns_adoption_into_refusal),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
