/* Deciding votes, what is beyond the ordinary: a tie voted on again. */
#include "tests/assembly.h"

/* A vote under a rule the profile of the sample does not have. */
static void opened_with(struct assembly *t, int64_t members, enum tie_rule tie)
{
	int32_t voters[32];
	struct vote_opened o = {.vote = {1, 1},
		.kind = VOTE_HANDS,
		.voters = {voters, (size_t)members},
		.base = BASE_VOTERS,
		.tie = (int)tie,
		.threshold_num = 1,
		.threshold_den = 2};

	for (int i = 0; i < members; i++)
		voters[i] = i + 1;
	assert_true(assembly_force(t, EVENT_VOTE_OPENED, &o));
}

static void a_tie_to_be_voted_on_again_leaves_the_item_undecided(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	opened_with(t, 6, TIE_SECOND_VOTE);
	given(t, "vote.count for=3 against=3 abstain=0", "vote.close", "vote.announce");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_TIE_AGAIN);
	assert_false(item_decided(session_item(&t->session, 1)));
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_VOTE_OPEN);
	refused(t, "item.close", "undecided");
}

static void the_second_vote_has_no_third(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	opened_with(t, 6, TIE_SECOND_VOTE);
	given(t, "vote.count for=3 against=3 abstain=0", "vote.close", "vote.open kind=hands");
	assert_int_equal(session_open_vote(&t->session)->rule.tie, TIE_REJECTED);
	given(t, "vote.count for=3 against=3 abstain=0", "vote.close");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_REJECTED);
	assert_true(item_decided(session_item(&t->session, 1)));
	refused(t, "vote.open kind=hands", "decided");
	/* One matter, one result that counts. */
	refused(t, "vote.correct vote=1/1 for=4 against=2 reason=r", "voted-again");
	given(t, "vote.void vote=1/2 reason=r", "vote.correct vote=1/1 for=4 against=2 reason=r");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_ADOPTED);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_tie_to_be_voted_on_again_leaves_the_item_undecided),
		CASE(the_second_vote_has_no_third),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
