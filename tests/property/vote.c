/* The arithmetic of a vote against an oracle written another way: people are seated one by one,
 * and the answer is looked for by counting and trying, not by formula. */
#include "tests/arena.h"

#include "model/rule.h"
#include "model/vote.h"

/* Where the people of an assembly are. */
enum { AYE, NO, ABSTAINS, SILENT, RECUSED, AWAY, BLANK, SPOILT, PLACES };

struct oracle {
	int base, needed, missing, excess;
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

/* The same where reaching the share is enough; nobody's vote is never enough. */
static int least_for(int base, const struct vote_rule *rule)
{
	int votes = 1;

	if (!rule->at_least)
		return least_more_than(base, (int)rule->num, (int)rule->den);
	while (votes * (int)rule->den < base * (int)rule->num)
		votes++;
	return votes;
}

static bool counts(int place, enum vote_base base)
{
	static const bool table[][PLACES] = {
		[BASE_VOTERS] = {[AYE] = 1, [NO] = 1, [ABSTAINS] = 1, [BLANK] = 1, [SPOILT] = 1},
		[BASE_EXPRESSED] = {[AYE] = 1, [NO] = 1},
		[BASE_PRESENT] = {1, 1, 1, 1, 1, 0, 1, 1},
		[BASE_IN_OFFICE] = {1, 1, 1, 1, 1, 1, 1, 1},
		[BASE_ENTITLED] = {1, 1, 1, 1, 0, 0, 1, 1},
		[BASE_FIXED] = {0},
	};

	return table[base][place];
}

static int seated(const int *crowd, enum vote_base base)
{
	int n = 0;

	for (int place = 0; place < PLACES; place++) {
		for (int who = 0; who < crowd[place]; who++)
			n += counts(place, base);
	}
	return n;
}

static bool half_of_the_room(const struct vote_rule *rule)
{
	switch (rule->base) {
	case BASE_VOTERS:
	case BASE_EXPRESSED:
	case BASE_PRESENT:
	case BASE_ENTITLED:
		return !rule->at_least && rule->num + rule->num == rule->den;
	case BASE_IN_OFFICE:
	case BASE_FIXED:
		break;
	}
	return false;
}

static enum outcome equal_sides(
	const int *crowd, const struct vote_rule *rule, enum vote_value side, bool *asks)
{
	static const enum outcome by_side[] = {
		[VALUE_NONE] = OUTCOME_TIE_NO_SIDE,
		[VALUE_FOR] = OUTCOME_ADOPTED_SIDE,
		[VALUE_AGAINST] = OUTCOME_REJECTED_SIDE,
		[VALUE_ABSTAIN] = OUTCOME_TIE_NO_SIDE,
	};
	bool sides = crowd[AYE] > 0;

	if (rule->tie == TIE_SECOND_VOTE)
		return sides ? OUTCOME_TIE_AGAIN : OUTCOME_REJECTED;
	if (rule->tie == TIE_REJECTED || !half_of_the_room(rule))
		return OUTCOME_REJECTED;
	*asks = sides;
	return sides ? by_side[side] : OUTCOME_TIE_NO_SIDE;
}

/* EXTRA: votes nobody could have cast, put on the side of those for. */
static struct oracle ask_oracle(
	const int *crowd, const struct vote_rule *rule, enum vote_value side, int extra)
{
	int spoke = seated(crowd, BASE_VOTERS);
	struct oracle o = {.outcome = OUTCOME_NO_VOTERS};

	o.base = rule->base == BASE_FIXED ? (int)rule->fixed : seated(crowd, rule->base);
	if (extra && (rule->base == BASE_VOTERS || rule->base == BASE_EXPRESSED))
		o.base += extra;
	o.needed = least_for(o.base, rule);
	for (int votes = crowd[AYE] + extra; votes < o.needed; votes++)
		o.missing++;
	o.excess = spoke + extra > seated(crowd, BASE_ENTITLED)
			   ? spoke + extra - seated(crowd, BASE_ENTITLED)
			   : 0;
	if (spoke + extra == 0)
		return o;
	if (o.excess) {
		o.outcome = OUTCOME_REJECTED;
		return o;
	}
	if (crowd[AYE] + extra < o.needed) {
		o.outcome = OUTCOME_REJECTED;
		if (crowd[AYE] + extra == crowd[NO]) {
			o.tie = true;
			o.outcome = equal_sides(crowd, rule, side, &o.asks);
		}
		return o;
	}
	if (rule->unopposed_is_unanimous ? crowd[NO] + crowd[SPOILT] == 0
					 : spoke == crowd[AYE] && crowd[SILENT] == 0)
		o.outcome = OUTCOME_UNANIMOUS;
	else if (crowd[NO] + crowd[SPOILT] + crowd[SILENT] == 0)
		o.outcome = OUTCOME_UNOPPOSED;
	else
		o.outcome = OUTCOME_ADOPTED;
	return o;
}

static struct poll poll_of(const int *crowd, int extra)
{
	return (struct poll){
		.votes = {crowd[AYE] + extra, crowd[NO], crowd[ABSTAINS]},
		.blank = crowd[BLANK],
		.spoilt = crowd[SPOILT],
		.entitled = seated(crowd, BASE_ENTITLED),
		.present = seated(crowd, BASE_PRESENT),
		.in_office = seated(crowd, BASE_IN_OFFICE),
	};
}

static uint64_t checked;

static void compare(const int *crowd, const struct vote_rule *rule, enum vote_value side, int extra)
{
	struct poll p = poll_of(crowd, extra);
	struct oracle o = ask_oracle(crowd, rule, side, extra);
	struct tally t = vote_poll(&p, *rule, side);

	checked++;
	if (t.needed == o.needed && t.tie == o.tie && t.needs_side == o.asks &&
		t.outcome == o.outcome && t.base == o.base && t.missing == o.missing &&
		t.excess == o.excess && t.voters == seated(crowd, BASE_VOTERS) + extra)
		return;
	fail_msg("%d for, %d against, %d abstaining, %d silent, %d recused, %d away, %d blank, %d "
		 "void, %d too many; base %d, tie rule %d, %s %d/%d, side %d: outcome %d instead "
		 "of %d, needed %d instead of %d, base %d instead of %d",
		crowd[AYE], crowd[NO], crowd[ABSTAINS], crowd[SILENT], crowd[RECUSED], crowd[AWAY],
		crowd[BLANK], crowd[SPOILT], extra, (int)rule->base, (int)rule->tie,
		rule->at_least ? "at least" : "more than", (int)rule->num, (int)rule->den,
		(int)side, (int)t.outcome, (int)o.outcome, (int)t.needed, o.needed, (int)t.base,
		o.base);
}

static const struct {
	int num, den;
} thresholds[] = {{1, 2}, {2, 3}, {3, 4}, {1, 3}, {0, 1}, {1, 1}};

static uint64_t under_every_rule(const int *crowd, int extra)
{
	uint64_t rules = 0;

	for (int base = BASE_VOTERS; base <= BASE_FIXED; base++) {
		for (int tie = TIE_CHAIR_SIDE; tie <= TIE_SECOND_VOTE; tie++) {
			for (size_t k = 0; k < 4 * ARRAY_LEN(thresholds); k++) {
				struct vote_rule rule = {.base = (enum vote_base)base,
					.tie = (enum tie_rule)tie,
					.num = thresholds[k / 4].num,
					.den = thresholds[k / 4].den,
					.at_least = k % 2,
					.unopposed_is_unanimous = k / 2 % 2,
					.fixed = base == BASE_FIXED ? 7 : 0};

				for (int side = VALUE_NONE; side <= VALUE_ABSTAIN; side++) {
					compare(crowd, &rule, (enum vote_value)side, extra);
					rules++;
				}
			}
		}
	}
	return rules;
}

/* Every way to seat up to MOST people in the N places of PLACE. */
static uint64_t every_crowd(
	int *crowd, const int *place, size_t n, int most, uint64_t (*each)(const int *crowd))
{
	uint64_t crowds = 0;

	if (n == 0)
		return each(crowd);
	for (int here = 0; here <= most; here++) {
		crowd[place[0]] = here;
		crowds += every_crowd(crowd, place + 1, n - 1, most - here, each);
	}
	crowd[place[0]] = 0;
	return crowds;
}

static uint64_t as_it_is(const int *crowd)
{
	(void)under_every_rule(crowd, 0);
	return 1;
}

static void every_vote_of_up_to_twelve_members_is_as_counted_by_hand(void **state)
{
	static const int places[] = {AYE, NO, ABSTAINS, SILENT, RECUSED, AWAY};
	int crowd[PLACES] = {0};
	uint64_t crowds;

	(void)state;
	checked = 0;
	crowds = every_crowd(crowd, places, ARRAY_LEN(places), 12, as_it_is);
	print_message("# %llu votes of %llu assemblies\n", (unsigned long long)checked,
		(unsigned long long)crowds);
	/* 12 people and nobody in six places: 18 over 6; 6 bases, 3 tie rules, 12 thresholds,
	 * 2 readings of unanimity, 4 sides. */
	assert_int_equal(crowds, 18564);
	assert_int_equal(checked, UINT64_C(18564) * 6 * 3 * 24 * 4);
}

static void every_secret_vote_of_up_to_eight_papers_is_as_counted_by_hand(void **state)
{
	static const int places[] = {AYE, NO, BLANK, SPOILT, SILENT, RECUSED, AWAY};
	int crowd[PLACES] = {0};

	(void)state;
	checked = 0;
	assert_int_equal(every_crowd(crowd, places, ARRAY_LEN(places), 8, as_it_is), 6435);
	assert_int_equal(checked, UINT64_C(6435) * 6 * 3 * 24 * 4);
}

/* As many votes too many as make it one to three more than there are voters. */
static uint64_t too_many(const int *crowd)
{
	for (int extra = 1; extra <= 3; extra++)
		(void)under_every_rule(crowd, crowd[SILENT] + extra);
	return 1;
}

static void more_votes_than_voters_never_give_a_result(void **state)
{
	static const int places[] = {AYE, NO, ABSTAINS, SILENT, RECUSED, AWAY};
	int crowd[PLACES] = {0};

	(void)state;
	assert_int_equal(every_crowd(crowd, places, ARRAY_LEN(places), 6, too_many), 924);
}

static struct arena *readings;

static uint64_t read_otherwise(const int *crowd)
{
	struct poll p = poll_of(crowd, 0);

	for (int base = BASE_VOTERS; base <= BASE_FIXED; base++) {
		struct vote_rule rule = {.base = (enum vote_base)base, .num = 1, .den = 2};
		struct vote_rule swapped = rule;
		bool differs, reading, two;

		swapped.base = base == BASE_VOTERS ? BASE_EXPRESSED : BASE_VOTERS;
		two = base <= BASE_EXPRESSED && crowd[ABSTAINS] + crowd[BLANK] > 0;
		reading = vote_other_reading(&p, rule, VALUE_FOR, &differs, readings).id != NULL;
		assert_int_equal(reading, two);
		assert_int_equal(differs,
			two && outcome_adopted(vote_poll(&p, rule, VALUE_FOR).outcome) !=
					outcome_adopted(vote_poll(&p, swapped, VALUE_FOR).outcome));
		arena_clear(readings);
	}
	return 1;
}

static void the_other_reading_is_given_where_it_is_another_number(void **state)
{
	static const int places[] = {AYE, NO, ABSTAINS, SILENT, BLANK};
	int crowd[PLACES] = {0};

	readings = *state;
	assert_int_equal(every_crowd(crowd, places, ARRAY_LEN(places), 9, read_otherwise), 2002);
}

static void more_than_a_share_is_the_least_number_above_it(void **state)
{
	(void)state;
	for (int base = 0; base <= 400; base++) {
		for (int den = 1; den <= 7; den++) {
			for (int num = 0; num <= den; num++) {
				struct vote_rule rule = {.num = num, .den = den, .at_least = true};

				assert_int_equal(rule_more_than(base, num, den),
					least_more_than(base, num, den));
				assert_int_equal(vote_needed(base, rule), least_for(base, &rule));
			}
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
				struct vote_rule rule = {.tie = TIE_REJECTED, .num = 1, .den = 2};
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
		cmocka_unit_test(every_secret_vote_of_up_to_eight_papers_is_as_counted_by_hand),
		cmocka_unit_test(more_votes_than_voters_never_give_a_result),
		cmocka_unit_test(the_other_reading_is_given_where_it_is_another_number),
		cmocka_unit_test(more_than_a_share_is_the_least_number_above_it),
		cmocka_unit_test(one_more_vote_for_never_turns_adoption_into_refusal),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}
