/* Secret ballots: papers that add up, an exception that is asked for, and no trace of a paper. */
#include <string.h>

#include "locale/format.h"
#include "model/ballot.h"
#include "model/room.h"
#include "tests/minuted.h"

#define OPEN "vote.open kind=secret reason=\"sur une personne\" confirm=public-rule"

static const struct vote *last_vote(struct assembly *t)
{
	return session_vote(&t->session, t->session.last_vote);
}

static void a_secret_ballot_needs_a_reason_and_a_yes(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 12);
	refused(t, "vote.open kind=secret confirm=public-rule", "no-reason");
	refused(t, "vote.open kind=secret confirm=public-rule", "no-reason");
	asked(t, "vote.open kind=secret reason=r", "public-rule");
	then(t, OPEN, "vote.opened");
	assert_true(str_is(session_open_vote(&t->session)->secret_reason, "sur une personne"));
}

static void a_public_vote_keeps_no_reason_of_secrecy(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=named reason=r");
	assert_int_equal(session_open_vote(&t->session)->secret_reason.n, 0);
	refused(t, "vote.ballots found=5 for=5 against=0 blank=0 void=0", "not-secret");
}

static void papers_are_those_found_and_those_found_were_issued(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 12);
	refused(t, "vote.ballots found=1 for=1 against=0 blank=0 void=0", "no-open-vote");
	given(t, OPEN);
	refused(t, "vote.close", "not-counted");
	refused(t, "vote.ballots issued=13 found=12 for=12 against=0 blank=0 void=0",
		"too-many-issued");
	refused(t, "vote.ballots issued=11 found=12 for=12 against=0 blank=0 void=0",
		"too-many-found");
	refused(t, "vote.ballots found=12 for=8 against=2 blank=0 void=1", "papers");
	refused(t, "vote.ballots found=12 for=8 against=2 blank=2 void=1", "papers");
	then(t, "vote.ballots found=11 for=7 against=2 blank=1 void=1", "ballot.counted");
	assert_int_equal(session_open_vote(&t->session)->papers.issued, 12);
	then(t, "vote.close", "vote.closed");
	assert_int_equal(last_vote(t)->papers.found, 11);
	assert_int_equal(last_vote(t)->ballots.abstain, 2);
	assert_int_equal(last_vote(t)->needed, 6); /* of eleven papers */
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED);
}

static void a_secret_ballot_takes_no_names_and_no_hands(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, OPEN);
	refused(t, "vote.cast member=3 value=against", "secret");
	refused(t, "vote.all value=for", "secret");
	refused(t, "vote.count against=1", "secret");
	refused(t, "vote.side value=for", "no-tie");
	for (size_t i = 0; i < session_open_vote(&t->session)->voters.n; i++)
		assert_int_equal(session_open_vote(&t->session)->marks[i], VALUE_NONE);
}

static void in_a_secret_tie_the_chair_may_declare_a_side_and_need_not(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, OPEN, "vote.ballots found=9 for=4 against=4 blank=1 void=0");
	asked(t, "vote.close", "tie");
	given(t, "vote.close confirm=tie");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_TIE_NO_SIDE);
	given(t, "vote.void reason=égalité", OPEN,
		"vote.ballots found=9 for=4 against=4 blank=1 void=0", "vote.side value=for",
		"vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
}

static void the_paper_of_the_chair_is_one_of_those_found(void **state)
{
	struct assembly *t = *state;
	struct vote elsewhere;

	assembly_item(t, 8);
	given(t, OPEN, "vote.ballots found=8 for=4 against=4 blank=0 void=0");
	refused(t, "vote.side value=abstain", "side-figures");
	then(t, "vote.side value=against", "vote.sided");
	/* A paper that is not in the box may be the chair's. */
	given(t, "vote.ballots issued=8 found=6 for=3 against=3 blank=0 void=0");
	then(t, "vote.side value=abstain", "vote.sided");
	/* Who has no vote is on no side. */
	elsewhere = *session_open_vote(&t->session);
	elsewhere.chair = 99;
	assert_non_null(ballot_side_excluded(&elsewhere, elsewhere.ballots, VALUE_FOR).id);
	assert_non_null(ballot_side_excluded(&elsewhere, elsewhere.ballots, VALUE_AGAINST).id);
	assert_null(ballot_side_excluded(&elsewhere, elsewhere.ballots, VALUE_ABSTAIN).id);
	given(t, "vote.side value=abstain", "vote.close");
	refused(t, "vote.correct issued=8 found=8 for=4 against=4 blank=0 void=0 reason=r",
		"side-figures");
	then(t, "vote.correct issued=8 found=8 for=4 against=4 blank=0 void=0 side=for reason=r",
		"vote.corrected");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_ADOPTED_SIDE);
}

/* A member whose paper is not in the box took one; who took none took no part. */
static void a_paper_not_found_is_not_a_member_who_took_no_part(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 8);
	given(t, OPEN, "vote.ballots issued=8 found=7 for=4 against=3 blank=0 void=0", "vote.close",
		"vote.announce");
	assert_minuted(t, LANG_EN, "1 paper issued was not found in the box.");
	assert_null(strstr(minuted(t, LANG_EN), "did not take part in the vote"));
	given(t, "vote.correct issued=7 found=6 for=4 against=2 blank=0 void=0 reason=r");
	assert_minuted(t, LANG_EN, "1 paper issued was not found in the box.");
	assert_minuted(t, LANG_EN, "1 member present did not take part in the vote.");
}

static void an_empty_box_has_no_majority(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, OPEN);
	refused(t, "vote.ballots found=0 for=0 against=0 blank=0 void=0", "no-note");
	given(t, "vote.ballots found=0 for=0 against=0 blank=0 void=0 note=\"urne vide\"",
		"vote.ballots issued=0 found=0 for=0 against=0 blank=0 void=0", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_NO_VOTERS);
}

static void all_papers_for_of_all_who_are_there_is_unanimous(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, OPEN, "vote.ballots found=4 for=4 against=0 blank=0 void=0", "vote.close");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_UNANIMOUS);
}

static void who_leaves_during_a_secret_ballot_may_have_voted(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, OPEN, "attendance.left member=5");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 6);
	then(t, "vote.ballots found=6 for=5 against=1 blank=0 void=0", "ballot.counted");
}

static void papers_are_corrected_and_what_was_before_stays(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 10);
	given(t, OPEN, "vote.ballots found=10 for=6 against=3 blank=1 void=0", "vote.close",
		"vote.announce");
	refused(t, "vote.correct member=3 value=for reason=r", "secret");
	refused(t, "vote.correct abstain=2 reason=r", "secret");
	refused(t, "vote.correct for=5 reason=r", "papers");
	refused(t, "vote.correct found=11 for=7 reason=r", "too-many-found");
	refused(t, "vote.correct for=6 against=3 reason=r", "same");
	then(t, "vote.correct for=5 void=1 reason=illisible", "vote.corrected");
	assert_int_equal(last_vote(t)->outcome, OUTCOME_REJECTED);
	assert_int_equal(last_vote(t)->papers.spoiled, 1);
	assert_int_equal(last_vote(t)->papers.found, 10);
	assert_int_equal(last_vote(t)->mends.at[0].papers_before.spoiled, 0);
	assert_false(last_vote(t)->announced);
}

static void a_public_vote_has_no_papers_to_correct(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "vote.open kind=hands", "vote.count against=1", "vote.close");
	refused(t, "vote.correct found=4 reason=r", "not-secret");
}

/* What the lines of the journal say of a secret ballot: totals. Were somebody's choice planted in
 * a fact, there would have to be a place for it. */
static void no_line_of_a_secret_ballot_names_a_member_and_a_choice(void **state)
{
	struct assembly *t = *state;
	uint32_t before;

	assembly_item(t, 30);
	before = t->session_lines.n;
	given(t, OPEN, "vote.ballots found=30 for=20 against=8 blank=1 void=1", "vote.close",
		"vote.announce", "vote.correct for=19 void=2 reason=r");
	for (uint32_t i = before; i < t->session_lines.n; i++) {
		const char *line = arena_z(&t->arena, t->session_lines.line[i]);
		const struct event *e = &t->session.log.at[i];

		assert_null(strstr(line, "vote.marked"));
		assert_null(strstr(line, "\"members\""));
		if (e->type == EVENT_VOTE_CORRECTED)
			assert_int_equal(e->body.vote_corrected.member, 0);
	}
}

static void the_room_sees_that_it_is_secret_and_no_figure_before_the_announcement(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_item(t, 8);
	given(t, OPEN, "vote.ballots found=8 for=5 against=2 blank=1 void=0");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_true(v.secret);
	assert_int_equal(v.voted, 0);
	assert_int_equal(v.votes_for, 0);
	given(t, "vote.close");
	assert_int_equal(room_view(&t->session).votes_for, 0);
	given(t, "vote.announce");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_RESULT);
	assert_int_equal(v.votes_for, 5);
	assert_int_equal(v.abstain, 1);
}

static void the_step_counts_closes_and_announces(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 8);
	given(t, OPEN);
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_VOTE_BALLOTS);
	given(t, "vote.ballots found=8 for=4 against=4 blank=0 void=0");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_VOTE_CLOSE);
	given(t, "vote.close confirm=tie");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_VOTE_ANNOUNCE);
}

static void minutes_have(struct assembly *t, enum lang lang, const char *text)
{
	struct str all = format_strip(str_of(minuted(t, lang)), &t->arena);

	if (!strstr(arena_z(&t->arena, all), text))
		fail_msg("no “%s” in\n%s", text, arena_z(&t->arena, all));
}

static void the_minutes_reconcile_the_papers_and_give_the_reason(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 12);
	given(t, OPEN,
		"vote.ballots found=11 for=7 against=2 blank=1 void=1 note=\"un membre sorti\"",
		"vote.close", "vote.announce");
	minutes_have(t, LANG_EN, "Papers issued: 12; found in the box: 11; blank: 1; void: 1.");
	minutes_have(t, LANG_EN, "1 paper issued was not found in the box.");
	minutes_have(t, LANG_EN, "Remark on the papers: un membre sorti.");
	minutes_have(t, LANG_EN, "the ballot was secret as an exception. Reason: sur une personne");
	minutes_have(t, LANG_FR, "Scrutin secret, clos à");
	minutes_have(t, LANG_FR, "7 voix pour, 2 voix contre, 1 bulletin blanc, 1 bulletin nul");
	minutes_have(t, LANG_AR, "الاقتراع السري، أغلق على الساعة");
	minutes_have(t, LANG_AR, "الأوراق الموزعة: 12؛ الموجودة في الصندوق: 11");
}

static void a_foreign_fact_with_papers_that_do_not_add_up_is_refused(void **state)
{
	struct assembly *t = *state;
	struct ballot_counted c = {
		.vote = {1, 1}, .issued = 5, .found = 5, .votes_for = 3, .against = 1};

	assembly_item(t, 5);
	given(t, OPEN);
	assert_false(assembly_force(t, EVENT_BALLOT_COUNTED, &c));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_secret_ballot_needs_a_reason_and_a_yes),
		CASE(a_public_vote_keeps_no_reason_of_secrecy),
		CASE(papers_are_those_found_and_those_found_were_issued),
		CASE(a_secret_ballot_takes_no_names_and_no_hands),
		CASE(in_a_secret_tie_the_chair_may_declare_a_side_and_need_not),
		CASE(the_paper_of_the_chair_is_one_of_those_found),
		CASE(a_paper_not_found_is_not_a_member_who_took_no_part),
		CASE(an_empty_box_has_no_majority),
		CASE(all_papers_for_of_all_who_are_there_is_unanimous),
		CASE(who_leaves_during_a_secret_ballot_may_have_voted),
		CASE(papers_are_corrected_and_what_was_before_stays),
		CASE(a_public_vote_has_no_papers_to_correct),
		CASE(no_line_of_a_secret_ballot_names_a_member_and_a_choice),
		CASE(the_room_sees_that_it_is_secret_and_no_figure_before_the_announcement),
		CASE(the_step_counts_closes_and_announces),
		CASE(the_minutes_reconcile_the_papers_and_give_the_reason),
		CASE(a_foreign_fact_with_papers_that_do_not_add_up_is_refused),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
