/* Deciding votes: opening, marking, counting, closing, announcing, correcting, voiding. */
#include <string.h>

#include "locale/format.h"
#include "tests/assembly.h"

static const struct vote *last_vote(const struct assembly *t)
{
	const struct vote *vote = session_vote(&t->session, t->session.last_vote);

	assert_non_null(vote);
	return vote;
}

static void figures(const struct vote *vote, int64_t yes, int64_t no, int64_t abstain)
{
	assert_int_equal(vote->ballots.votes_for, yes);
	assert_int_equal(vote->ballots.against, no);
	assert_int_equal(vote->ballots.abstain, abstain);
}

/* --- opening --- */

static void a_vote_waits_for_the_presentation(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "vote.open kind=named", "no-item");
	given(t, "item.open item=1");
	refused(t, "vote.open kind=named", "not-presented");
	given(t, "item.present");
	then(t, "vote.open kind=named", "vote.opened");
	refused(t, "vote.open kind=named", "vote-open");
}

static void unanimity_is_no_kind_to_open(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	refused(t, "vote.open kind=unanimous", "bad-kind");
}

static void nobody_present_is_nobody_to_vote(void **state)
{
	struct assembly *t = *state;
	const struct members_ref all = {{(const int32_t[]){1, 2, 3}, 3}};

	/* Such a register is not made here, but it can be read. */
	assembly_item(t, 3);
	assert_true(assembly_force(t, EVENT_MEMBER_LEFT, &all));
	refused(t, "vote.open kind=hands", "nobody");
	refused(t, "vote.unanimous", "nobody");
}

static void the_voters_are_those_present_at_the_opening(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=4", "vote.open kind=named", "attendance.present member=4");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 4);
	asked(t, "vote.cast member=4 value=for", "came-later");
	refused(t, "vote.cast member=9 value=for", "unknown-member");
	given(t, "attendance.left member=4");
	refused(t, "vote.cast member=3,4 value=for", "not-here");
	assert_int_equal(vote_missing(session_open_vote(&t->session)), 4);
}

static void without_an_open_vote_nothing_is_marked(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	refused(t, "vote.all value=for", "no-open-vote");
	refused(t, "vote.cast member=1 value=for", "no-open-vote");
	refused(t, "vote.count against=1", "no-open-vote");
	refused(t, "vote.side value=for", "no-open-vote");
	refused(t, "vote.close", "no-open-vote");
	refused(t, "vote.announce", "no-vote");
	refused(t, "vote.correct member=1 value=for reason=r", "no-vote");
	refused(t, "vote.void reason=r", "no-vote");
}

/* --- by name --- */

static void all_for_then_the_exceptions(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 7);
	given(t, "vote.open kind=named", "vote.all value=for", "vote.cast member=3,4 value=against",
		"vote.cast member=5 value=abstain");
	then(t, "vote.close", "vote.closed");
	figures(last_vote(t), 4, 2, 1);
	assert_int_equal(last_vote(t)->needed, 4);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED);
	assert_int_equal(vote_mark(last_vote(t), 4), VALUE_AGAINST);
}

static void all_are_those_who_have_not_voted_yet(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.cast member=2,3 value=against",
		"vote.cast member=4 value=abstain", "vote.all value=for");
	refused(t, "vote.all value=for", "all-marked");
	then(t, "vote.close", "vote.closed");
	figures(last_vote(t), 2, 2, 1);
}

static void a_vote_by_name_closes_when_no_mark_is_missing(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "vote.open kind=named", "vote.cast member=1,2,3 value=for");
	refused(t, "vote.close", "missing");
	assert_int_equal(t->last.why.n, 1);
	given(t, "vote.all value=none");
	refused(t, "vote.close", "missing");
	assert_int_equal(t->last.why.n, 4);
	given(t, "vote.all value=for");
	then(t, "vote.close", "vote.closed");
}

static void who_leaves_unmarked_votes_no_more(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.cast member=1,2,3,4 value=for",
		"attendance.left member=5");
	assert_int_equal(vote_missing(session_open_vote(&t->session)), 0);
	then(t, "vote.close", "vote.closed");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNANIMOUS);
}

static void nothing_is_counted_in_a_vote_by_name(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "vote.open kind=named");
	refused(t, "vote.count against=1", "not-hands");
	refused(t, "vote.side value=for", "side-known");
	refused(t, "vote.cast member=2,2 value=for", "double-number");
}

static void in_a_tie_by_name_the_mark_of_the_chair_decides(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "vote.open kind=named", "vote.cast member=1,2 value=for",
		"vote.cast member=3,4 value=against");
	then(t, "vote.close", "vote.closed");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
	assert_int_equal(last_vote(t)->side, VALUE_FOR);
}

static void the_side_is_of_who_is_in_the_chair_at_the_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "chair.change member=3 reason=intérêt", "vote.open kind=named",
		"vote.cast member=1,2 value=for", "vote.cast member=3,4 value=against",
		"vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED_SIDE);
}

static void six_for_with_the_president_and_six_against_is_adopted(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 12);
	given(t, "vote.open kind=named", "vote.all value=against",
		"vote.cast member=1,2,3,4,5,6 value=for", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
}

static void six_to_six_with_the_president_abstaining_is_not_adopted(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 13);
	given(t, "vote.open kind=named", "vote.all value=against",
		"vote.cast member=2,3,4,5,6,7 value=for", "vote.cast member=1 value=abstain",
		"vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_TIE_NO_SIDE);
	assert_false(outcome_adopted(last_vote(t)->outcome));
}

/* --- hands --- */

static void what_is_not_against_and_not_abstaining_is_for(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 10);
	given(t, "vote.open kind=hands");
	refused(t, "vote.close", "not-counted");
	then(t, "vote.count against=2 abstain=1", "vote.counted");
	assert_true(session_open_vote(&t->session)->remainder);
	then(t, "vote.count against=3", "vote.counted"); /* the abstention stays */
	then(t, "vote.close", "vote.closed");
	figures(last_vote(t), 6, 3, 1);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED);
}

static void more_votes_than_voters_are_refused(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 10);
	given(t, "vote.open kind=hands");
	refused(t, "vote.count against=11", "too-many");
	refused(t, "vote.count against=6 abstain=5", "too-many");
	refused(t, "vote.count for=5 against=4 abstain=2", "too-many");
	given(t, "vote.count for=5 against=5 abstain=0");
	refused(t, "vote.count abstain=1", "too-many");
	assert_int_equal(vote_missing(session_open_vote(&t->session)), 0);
}

static void a_count_that_does_not_add_up_does_not_close(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 10);
	given(t, "vote.open kind=hands", "vote.count for=5 against=2 abstain=1");
	assert_int_equal(vote_missing(session_open_vote(&t->session)), 2);
	refused(t, "vote.close", "sum");
	given(t, "vote.count for=7");
	then(t, "vote.close", "vote.closed");
}

static void one_word_counts_everybody(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands");
	refused(t, "vote.all value=none", "no-value");
	given(t, "vote.all value=against");
	figures(session_open_vote(&t->session), 0, 5, 0);
	given(t, "vote.all value=for", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNANIMOUS);
	refused(t, "vote.close", "no-open-vote");
}

static void hands_have_no_names(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands");
	refused(t, "vote.cast member=2 value=for", "not-named");
}

static void a_departure_makes_the_count_void(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands", "vote.all value=for", "attendance.left member=5");
	vote = session_open_vote(&t->session);
	assert_false(vote->counted);
	assert_int_equal(vote->voters.n, 4);
	assert_int_equal(vote_missing(vote), 4);
	assert_int_equal(session_tally(&t->session, vote).voters, 0);
	refused(t, "vote.close", "not-counted");
	given(t, "vote.count against=1");
	figures(session_open_vote(&t->session), 3, 1, 0);
	then(t, "vote.close", "vote.closed");
}

static void in_a_tie_of_hands_the_side_of_the_chair_is_asked_for(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, "vote.open kind=hands", "vote.count against=2");
	refused(t, "vote.side value=for", "no-tie");
	given(t, "vote.count against=3");
	refused(t, "vote.close", "tie");
	refused(t, "vote.side value=none", "no-value");
	then(t, "vote.side value=against", "vote.sided");
	then(t, "vote.close", "vote.closed");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED_SIDE);
}

static void other_figures_ask_for_the_side_again(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, "vote.open kind=hands", "vote.count against=3", "vote.side value=for",
		"vote.count for=2 against=2 abstain=2");
	refused(t, "vote.close", "tie");
	given(t, "vote.side value=for", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
}

static void a_chair_who_abstained_has_no_side(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 7);
	given(t, "vote.open kind=hands", "vote.count against=3 abstain=1",
		"vote.side value=abstain", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_TIE_NO_SIDE);
}

static void the_side_of_the_chair_fits_the_figures(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, "vote.open kind=hands", "vote.count against=3");
	refused(t, "vote.side value=abstain", "side-figures");
	given(t, "vote.count against=2 abstain=2", "vote.side value=abstain", "vote.close");
	/* The side declared then is none of the figures as they are corrected. */
	refused(t, "vote.correct for=3 against=3 abstain=0 reason=r", "side-figures");
	refused(t, "vote.correct for=3 against=3 abstain=0 side=abstain reason=r", "side-figures");
	then(t, "vote.correct for=3 against=3 abstain=0 side=against reason=r", "vote.corrected");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED_SIDE);
}

static void all_abstaining_is_a_tie_nobody_is_asked_about(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "vote.open kind=hands", "vote.all value=abstain");
	refused(t, "vote.side value=for", "no-tie");
	then(t, "vote.close", "vote.closed");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_TIE_NO_SIDE);
}

static void seven_for_and_twenty_nine_against_is_refused(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 36);
	given(t, "item.open item=4", "item.present", "vote.open kind=hands",
		"vote.count against=29", "vote.close");
	figures(last_vote(t), 7, 29, 0);
	assert_int_equal(last_vote(t)->needed, 19);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED);
	assert_int_equal(session_decision_number(&t->session, last_vote(t)), 0);
}

static void four_for_and_eleven_abstaining_is_not_adopted(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 15);
	given(t, "vote.open kind=hands", "vote.count against=0 abstain=11", "vote.close");
	figures(last_vote(t), 4, 0, 11);
	assert_int_equal(last_vote(t)->needed, 8);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED);
}

/* --- unanimity --- */

static void unanimity_is_one_act_of_all_who_are_present(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=5");
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
	figures(last_vote(t), 4, 0, 0);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNANIMOUS);
	refused(t, "vote.unanimous", "decided");
}

static void with_an_abstention_it_is_without_opposition(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands", "vote.count against=0 abstain=1", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNOPPOSED);
}

static void everybody_for_is_unanimous_in_any_kind_of_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.all value=for", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNANIMOUS);
}

/* --- announcing, correcting, voiding --- */

static void a_result_is_announced_once(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "vote.open kind=hands");
	refused(t, "vote.announce", "vote-open");
	given(t, "vote.all value=for", "vote.close");
	refused(t, "vote.announce vote=2/1", "unknown-vote");
	refused(t, "vote.announce vote=1/2", "unknown-vote");
	then(t, "vote.announce", "vote.announced");
	refused(t, "vote.announce", "announced");
	refused(t, "vote.announce vote=1/1", "announced");
	figures(last_vote(t), 3, 0, 0);
	assert_int_equal(last_vote(t)->announced_ballots.votes_for, 3);
}

static void a_mark_is_corrected_with_what_was_before(void **state)
{
	struct assembly *t = *state;
	const struct vote_mend *mend;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.all value=for", "vote.cast member=3 value=against",
		"vote.close", "vote.announce");
	refused(t, "vote.correct member=9 value=for reason=r", "unknown-member");
	refused(t, "vote.correct value=for reason=r", "unknown-member");
	refused(t, "vote.correct member=3 reason=r", "no-value");
	refused(t, "vote.correct member=3 value=against reason=r", "same");
	refused(t, "vote.correct member=3 value=for for=5 reason=r", "not-hands");
	refused(t, "vote.correct member=3 value=for side=for reason=r", "not-hands");
	then(t, "vote.correct member=3 value=for reason=\"خطأ في العد\"", "vote.corrected");
	figures(last_vote(t), 5, 0, 0);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNANIMOUS);
	assert_int_equal(vote_mark(last_vote(t), 3), VALUE_FOR);
	assert_false(last_vote(t)->announced);
	assert_true(last_vote(t)->ever_announced);
	mend = &last_vote(t)->mends.at[0];
	assert_int_equal(mend->before.against, 1);
	assert_int_equal(mend->value_before, VALUE_AGAINST);
	assert_int_equal(mend->outcome_before, OUTCOME_ADOPTED);
	then(t, "vote.announce", "vote.announced");
}

static void who_did_not_vote_cannot_have_voted_wrongly(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=4", "vote.unanimous");
	refused(t, "vote.correct member=4 value=for reason=r", "not-here");
	given(t, "attendance.present member=4");
	refused(t, "vote.correct member=4 value=for reason=r", "came-later");
}

static void hands_are_corrected_by_figures_that_add_up(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 8);
	given(t, "vote.open kind=hands", "vote.count against=3 abstain=1", "vote.close");
	refused(t, "vote.correct against=2 reason=r", "sum");
	refused(t, "vote.correct against=30 reason=r", "sum");
	assert_string_equal(
		t->last.why.id, "Sum {sum}, voters {voters}: {off} too many; correct one figure.");
	refused(t, "vote.correct member=3 value=for reason=r", "not-named");
	refused(t, "vote.correct value=for reason=r", "not-named");
	refused(t, "vote.correct reason=r", "same");
	refused(t, "vote.correct for=4 against=3 abstain=1 reason=r", "same");
	then(t, "vote.correct against=2 abstain=2 reason=r", "vote.corrected");
	figures(last_vote(t), 4, 2, 2);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED);
	/* "For" was the rest of the voters, until somebody counted again. */
	assert_true(last_vote(t)->remainder);
	given(t, "vote.correct for=5 against=2 abstain=1 reason=r");
	assert_false(last_vote(t)->remainder);
}

static void a_correction_into_a_tie_asks_for_the_side(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 8);
	given(t, "vote.open kind=hands", "vote.count against=3", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED);
	refused(t, "vote.correct for=4 against=4 reason=r", "tie");
	then(t, "vote.correct for=4 against=4 side=against reason=r", "vote.corrected");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED_SIDE);
	/* The side itself was noted wrongly. */
	then(t, "vote.correct side=for reason=r", "vote.corrected");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
}

static void a_correction_out_of_a_tie_goes_by_the_threshold(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 8);
	given(t, "vote.open kind=hands", "vote.count against=4", "vote.side value=against",
		"vote.close", "vote.correct for=5 against=3 reason=r");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED);
	assert_int_equal(last_vote(t)->mends.at[0].outcome_before, OUTCOME_REJECTED_SIDE);
}

static void a_corrected_mark_leads_into_a_tie_and_out_of_it(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "vote.open kind=named", "vote.all value=for", "vote.cast member=4 value=against",
		"vote.close");
	given(t, "vote.correct member=3 value=against reason=r");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
	/* The chair's own mark is the side. */
	given(t, "vote.correct member=1 value=against reason=r");
	figures(last_vote(t), 1, 3, 0);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED);
	given(t, "vote.correct member=4 value=for reason=r");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED_SIDE);
	given(t, "vote.correct member=1 value=abstain reason=r");
	figures(last_vote(t), 2, 1, 1);
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED);
	assert_int_equal(last_vote(t)->mends.n, 4);
}

static void an_older_vote_can_be_corrected_by_its_name(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.open item=4", "item.present",
		"vote.unanimous", "vote.announce", "item.close");
	then(t, "vote.correct vote=1/1 member=2 value=abstain reason=r", "vote.corrected");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_UNOPPOSED);
	assert_int_equal(assembly_outcome(t, 4), OUTCOME_UNANIMOUS);
	then(t, "vote.announce", "vote.announced");
	assert_true(session_item(&t->session, 1)->votes.at[0].announced);
}

static void an_open_vote_is_not_corrected(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=named");
	refused(t, "vote.correct vote=1/1 member=2 value=for reason=r", "vote-open");
	refused(t, "vote.correct member=2 value=for reason=r", "unknown-vote");
}

static void a_vote_is_voided_with_a_reason_and_repeated(void **state)
{
	struct assembly *t = *state;
	struct command c = command_of(CMD_VOTE_VOID);

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.all value=against", "vote.close", "vote.announce");
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "no-reason");
	then(t, "vote.void reason=irrégularité", "vote.voided");
	refused(t, "vote.announce vote=1/1", "no-vote");
	then(t, "vote.open kind=hands", "vote.opened");
	refused(t, "vote.void vote=1/1 reason=r", "void");
	given(t, "vote.all value=for", "vote.close");
	refused(t, "vote.correct vote=1/1 member=2 value=for reason=r", "void");
	assert_int_equal(session_item(&t->session, 1)->votes.n, 2);
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_UNANIMOUS);
	assert_int_equal(session_decision_number(&t->session, last_vote(t)), 1);
}

/* "The vote" may then be the open one or the one before it: it has to be named. */
static void while_a_vote_is_open_the_one_meant_is_named(void **state)
{
	struct assembly *t = *state;
	struct str why;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.open item=4", "item.present",
		"vote.open kind=hands");
	refused(t, "vote.void reason=r", "which-vote");
	refused(t, "vote.correct member=2 value=against reason=r", "which-vote");
	why = format_plain(&t->last.why, LANG_EN, &t->arena);
	assert_non_null(strstr(why.p, "Vote 4/1 is open, and 1/1 was closed before it"));
	then(t, "vote.correct vote=1/1 member=2 value=abstain reason=r", "vote.corrected");
	then(t, "vote.void vote=4/1 reason=r", "vote.voided");
	assert_int_equal(t->session.open_vote.item, 0);
	assert_int_equal(session_item(&t->session, 1)->votes.at[0].state, VOTE_IS_CLOSED);
	assert_int_equal(session_item(&t->session, 4)->votes.at[0].state, VOTE_IS_VOID);
}

static void the_only_vote_there_is_need_not_be_named(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands");
	then(t, "vote.void reason=r", "vote.voided");
	given(t, "vote.open kind=hands");
	then(t, "vote.void reason=r", "vote.voided");
}

static void a_void_vote_leaves_the_earlier_ones_within_reach(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.open item=4", "item.present",
		"vote.unanimous", "vote.void reason=r");
	assert_int_equal(t->session.last_vote.item, 1);
	then(t, "vote.correct member=2 value=abstain reason=r", "vote.corrected");
}

static void an_item_whose_vote_fell_waits_for_another(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.close", "vote.void vote=1/1 reason=r");
	assert_int_equal(session_item(&t->session, 1)->state, ITEM_IS_WAITING);
	asked(t, "sitting.close", "untreated");
	then(t, "item.open item=1", "item.opened");
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
}

static void a_vote_may_be_corrected_after_the_sitting(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "sitting.close confirm=untreated");
	then(t, "vote.correct member=3 value=abstain reason=r", "vote.corrected");
	then(t, "vote.void reason=r", "vote.voided");
	assert_int_equal(session_item(&t->session, 1)->state, ITEM_IS_CLOSED);
	refused(t, "vote.open kind=hands", "closed");
}

static void decisions_are_numbered_in_the_order_of_their_votes(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.open item=4", "item.present",
		"vote.open kind=hands", "vote.all value=against", "vote.close", "vote.announce",
		"item.open item=3", "item.present", "vote.unanimous", "vote.announce");
	assert_int_equal(session_decision_number(s, &session_item(s, 1)->votes.at[0]), 1);
	assert_int_equal(session_decision_number(s, &session_item(s, 4)->votes.at[0]), 0);
	assert_int_equal(session_decision_number(s, &session_item(s, 3)->votes.at[0]), 2);
	given(t, "vote.void vote=1/1 reason=r");
	assert_int_equal(session_decision_number(s, &session_item(s, 3)->votes.at[0]), 1);
}

static void what_the_rule_was_when_the_session_opened_stays(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands");
	vote = session_open_vote(&t->session);
	assert_int_equal(vote->rule.base, BASE_VOTERS);
	assert_int_equal(vote->rule.tie, TIE_CHAIR_SIDE);
	assert_int_equal(vote->rule.num, 1);
	assert_int_equal(vote->rule.den, 2);
	assert_int_equal(vote->chair, 1);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_vote_waits_for_the_presentation),
		CASE(unanimity_is_no_kind_to_open),
		CASE(nobody_present_is_nobody_to_vote),
		CASE(the_voters_are_those_present_at_the_opening),
		CASE(without_an_open_vote_nothing_is_marked),
		CASE(all_for_then_the_exceptions),
		CASE(all_are_those_who_have_not_voted_yet),
		CASE(a_vote_by_name_closes_when_no_mark_is_missing),
		CASE(who_leaves_unmarked_votes_no_more),
		CASE(nothing_is_counted_in_a_vote_by_name),
		CASE(in_a_tie_by_name_the_mark_of_the_chair_decides),
		CASE(the_side_is_of_who_is_in_the_chair_at_the_vote),
		CASE(six_for_with_the_president_and_six_against_is_adopted),
		CASE(six_to_six_with_the_president_abstaining_is_not_adopted),
		CASE(what_is_not_against_and_not_abstaining_is_for),
		CASE(more_votes_than_voters_are_refused),
		CASE(a_count_that_does_not_add_up_does_not_close),
		CASE(one_word_counts_everybody),
		CASE(hands_have_no_names),
		CASE(a_departure_makes_the_count_void),
		CASE(in_a_tie_of_hands_the_side_of_the_chair_is_asked_for),
		CASE(other_figures_ask_for_the_side_again),
		CASE(a_chair_who_abstained_has_no_side),
		CASE(the_side_of_the_chair_fits_the_figures),
		CASE(all_abstaining_is_a_tie_nobody_is_asked_about),
		CASE(seven_for_and_twenty_nine_against_is_refused),
		CASE(four_for_and_eleven_abstaining_is_not_adopted),
		CASE(unanimity_is_one_act_of_all_who_are_present),
		CASE(with_an_abstention_it_is_without_opposition),
		CASE(everybody_for_is_unanimous_in_any_kind_of_vote),
		CASE(a_result_is_announced_once),
		CASE(a_mark_is_corrected_with_what_was_before),
		CASE(who_did_not_vote_cannot_have_voted_wrongly),
		CASE(hands_are_corrected_by_figures_that_add_up),
		CASE(a_correction_into_a_tie_asks_for_the_side),
		CASE(a_correction_out_of_a_tie_goes_by_the_threshold),
		CASE(a_corrected_mark_leads_into_a_tie_and_out_of_it),
		CASE(an_older_vote_can_be_corrected_by_its_name),
		CASE(an_open_vote_is_not_corrected),
		CASE(a_vote_is_voided_with_a_reason_and_repeated),
		CASE(while_a_vote_is_open_the_one_meant_is_named),
		CASE(the_only_vote_there_is_need_not_be_named),
		CASE(a_void_vote_leaves_the_earlier_ones_within_reach),
		CASE(an_item_whose_vote_fell_waits_for_another),
		CASE(a_vote_may_be_corrected_after_the_sitting),
		CASE(decisions_are_numbered_in_the_order_of_their_votes),
		CASE(what_the_rule_was_when_the_session_opened_stays),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
