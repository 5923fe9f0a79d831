/* Rules that act: each asks, proposes or reminds as its value says, and says nothing otherwise. */
#include "model/call.h"
#include "model/convening.h"
#include "model/follow_up.h"
#include "model/presence.h"
#include "tests/minuted.h"

static const struct session *s_of(const struct assembly *t)
{
	return &t->session;
}

/* MEMBERS of whom those from LATE on are still on their way, a vote of KIND open on item 1. */
static void voting(struct assembly *t, const char *rule, const char *kind)
{
	char line[80];

	assembly_session(t, 7);
	given(t, rule, "@10:00 sitting.open chair=1 secretary=2",
		"attendance.present member=1,2,3,5,6", "attendance.absent member=4,7",
		"quorum.record", "item.open item=1", "item.present");
	snprintf(line, sizeof line, "vote.open kind=%s", kind);
	given(t, line);
}

static void who_arrives_late_votes_only_where_the_rules_say_so(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.late_arrival value=no", "named");
	then(t, "attendance.present member=4", "member.arrived");
	assert_int_equal(session_open_vote(s_of(t))->voters.n, 5);
	asked(t, "vote.cast member=4 value=for", "came-later");
	then(t, "vote.cast member=3,4 value=for confirm=came-later", "vote.joined vote.marked");
	assert_true(str_is(t->last.event[0].body.vote_joined.warned, "vote.late_arrival"));
	assert_int_equal(session_open_vote(s_of(t))->voters.n, 6);
}

static void a_rule_nobody_set_bars_nobody_who_arrives_late(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.abstention value=yes", "named");
	given(t, "attendance.present member=4");
	asked(t, "vote.cast member=4 value=for", "came-later");
	then(t, "vote.cast member=4 value=for confirm=came-later", "vote.joined vote.marked");
}

static void a_confirmed_rule_keeps_who_arrives_late_out_of_the_vote(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.late_arrival value=no certainty=law confirmed_by=Naima",
		"named");
	given(t, "attendance.present member=4");
	refused(t, "vote.cast member=4 value=for confirm=came-later", "came-later");
}

static void who_arrives_late_may_join_a_vote_by_name(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	voting(t, "rule.set key=vote.late_arrival value=yes", "named");
	given(t, "vote.cast member=5 value=against");
	then(t, "attendance.present member=4", "member.arrived vote.joined");
	vote = session_open_vote(s_of(t));
	assert_int_equal(vote->voters.n, 6);
	assert_int_equal(vote->voters.at[3], 4);
	assert_int_equal(vote_mark(vote, 5), VALUE_AGAINST);
	assert_int_equal(vote_mark(vote, 4), VALUE_NONE);
	given(t, "vote.all value=for", "vote.close");
	vote = item_vote(session_item(s_of(t), 1));
	assert_int_equal(vote->ballots.votes_for, 5);
	assert_int_equal(vote->ballots.against, 1);
	assert_int_equal(t->session.findings.n, 0);
	then(t, "attendance.present member=7", "member.arrived"); /* nothing is open any more */
}

static void a_show_of_hands_is_counted_again_with_who_joined(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.late_arrival value=yes", "hands");
	given(t, "vote.count against=1 abstain=0", "attendance.present member=7");
	assert_false(session_open_vote(s_of(t))->counted);
	given(t, "vote.count against=1 abstain=0", "vote.close");
	assert_int_equal(item_vote(session_item(s_of(t), 1))->ballots.votes_for, 5);
}

static void who_came_to_a_show_of_hands_joins_it_over_the_rule(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.late_arrival value=no", "hands");
	refused(t, "attendance.present member=3 confirm=came-later", "is-here");
	given(t, "vote.count against=1 abstain=0");
	then(t, "attendance.present member=4", "member.arrived");
	assert_true(session_open_vote(s_of(t))->counted);
	asked(t, "attendance.present member=4", "came-later");
	then(t, "attendance.present member=4 confirm=came-later", "vote.joined");
	assert_true(str_is(t->last.event[0].body.vote_joined.warned, "vote.late_arrival"));
	assert_false(session_open_vote(s_of(t))->counted);
	refused(t, "attendance.present member=4 confirm=came-later", "is-here");
	given(t, "vote.count against=1 abstain=0", "vote.close");
	assert_int_equal(item_vote(session_item(s_of(t), 1))->ballots.votes_for, 5);
	assert_minuted(t, LANG_EN, "Had arrived after the vote was opened: ");
}

static void a_confirmed_rule_keeps_who_came_late_out_of_a_show_of_hands(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.late_arrival value=no certainty=law confirmed_by=Naima",
		"hands");
	given(t, "attendance.present member=4");
	refused(t, "attendance.present member=4 confirm=came-later", "came-later");
	assert_int_equal(session_open_vote(s_of(t))->voters.n, 5);
}

static void who_arrives_gets_a_paper_until_the_papers_are_counted(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	voting(t, "rule.set key=vote.late_arrival value=no",
		"secret reason=\"a person\" confirm=public-rule");
	refused(t, "vote.ballots issued=6 found=6 for=4 against=2 blank=0 void=0",
		"too-many-issued");
	given(t, "attendance.present member=4");
	asked(t, "attendance.present member=4", "came-later");
	then(t, "attendance.present member=4 confirm=came-later", "vote.joined");
	given(t, "vote.ballots issued=6 found=6 for=4 against=2 blank=0 void=0",
		"attendance.present member=7");
	refused(t, "attendance.present member=7 confirm=came-later", "came-later");
	given(t, "vote.close");
	vote = item_vote(session_item(s_of(t), 1));
	assert_int_equal(vote->voters.n, 6);
	assert_int_equal(vote->papers.issued, 6);
	assert_int_equal(t->session.findings.n, 0);
	assert_minuted(t, LANG_EN, "Had arrived after the vote was opened: ");
}

static void where_the_rule_lets_him_who_arrives_gets_a_paper_unasked(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.late_arrival value=yes",
		"secret reason=\"a person\" confirm=public-rule");
	then(t, "attendance.present member=4", "member.arrived vote.joined");
	given(t, "vote.ballots issued=6 found=6 for=4 against=2 blank=0 void=0");
	then(t, "attendance.present member=7", "member.arrived");
	assert_int_equal(session_open_vote(s_of(t))->voters.n, 6);
}

static void a_fact_that_adds_a_voter_to_counted_papers_is_refused(void **state)
{
	struct assembly *t = *state;
	struct vote_joined joined = {{1, 1}, {(const int32_t[]){4}, 1}, STR("")};

	voting(t, "rule.set key=vote.late_arrival value=no",
		"secret reason=\"a person\" confirm=public-rule");
	given(t, "attendance.present member=4",
		"vote.ballots issued=5 found=5 for=4 against=1 blank=0 void=0");
	assert_false(assembly_force(t, EVENT_VOTE_JOINED, &joined));
}

static void a_roll_call_calls_who_joined_last(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	voting(t, "rule.set key=vote.late_arrival value=yes", "roll-call");
	given(t, "attendance.present member=4");
	vote = session_open_vote(s_of(t));
	assert_int_equal(vote->order.n, 6);
	assert_int_equal(vote->order.at[5], 4);
}

static void who_is_recused_does_not_join(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "rule.set key=vote.late_arrival value=yes",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present", "attendance.recuse member=5 reason=parent",
		"attendance.left member=5", "vote.open kind=named");
	then(t, "attendance.present member=5", "member.arrived");
}

static void a_fact_that_lets_somebody_vote_twice_is_refused(void **state)
{
	struct assembly *t = *state;
	struct vote_joined joined = {{1, 1}, {(const int32_t[]){3}, 1}, STR("")};

	voting(t, "rule.set key=vote.late_arrival value=yes", "named");
	assert_false(assembly_force(t, EVENT_VOTE_JOINED, &joined));
}

/* Item 1 is to be voted, where the rule is that votes are MODE. */
static void votes_are(struct assembly *t, const char *rule)
{
	assembly_session(t, 5);
	given(t, rule, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present");
}

static enum vote_kind proposed(struct assembly *t)
{
	struct step step = step_next(&t->world, &t->scratch);

	assert_int_equal(step.command.type, CMD_VOTE_OPEN);
	return (enum vote_kind)step.command.arg.vote_open.kind;
}

static void the_step_opens_the_kind_of_vote_the_rule_has(void **state)
{
	struct assembly *t = *state;

	votes_are(t, "rule.set key=vote.mode value=roll-call");
	assert_int_equal(proposed(t), VOTE_ROLL_CALL);
	asked(t, "vote.open kind=named", "vote-mode");
	asked(t, "vote.unanimous", "vote-mode");
	then(t, "vote.open kind=roll-call", "vote.opened");
	assert_int_equal(t->last.event[0].body.vote_opened.warned.n, 0);
}

static void where_hands_are_the_rule_unanimity_is_no_exception(void **state)
{
	struct assembly *t = *state;

	votes_are(t, "rule.set key=vote.mode value=hands");
	assert_int_equal(proposed(t), VOTE_HANDS);
	asked(t, "vote.open kind=secret reason=x", "public-rule");
	asked(t, "vote.open kind=named", "vote-mode");
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
}

static void a_public_vote_where_the_rule_is_a_secret_one_is_asked_about(void **state)
{
	struct assembly *t = *state;

	votes_are(t, "rule.set key=vote.mode value=secret");
	assert_int_equal(proposed(t), VOTE_SECRET);
	asked(t, "vote.open kind=named", "vote-mode");
	then(t, "vote.open kind=named confirm=vote-mode", "vote.opened");
	assert_true(str_is(t->last.event[0].body.vote_opened.warned, "vote.mode"));
	given(t, "vote.void reason=x");
	then(t, "vote.open kind=secret", "vote.opened"); /* no exception: no reason */
	given(t, "vote.void reason=x", "motion.move kind=suspend member=3");
	assert_int_equal(proposed(t), VOTE_NAMED); /* procedure is voted in public */
}

static void a_public_election_where_the_rule_is_a_secret_one_is_asked_about(void **state)
{
	struct assembly *t = *state;

	votes_are(t, "rule.set key=vote.mode value=secret");
	given(t, "item.add kind=election title_fr=E", "item.postpone reason=x", "item.open item=6",
		"item.present");
	asked(t, "election.open post=treasurer candidates=3,4", "vote-mode");
	then(t, "election.open post=treasurer candidates=3,4 confirm=vote-mode", "election.opened");
	assert_true(str_is(t->last.event[0].body.election_opened.warned, "vote.mode"));
	given(t, "election.void reason=x");
	then(t, "election.open post=treasurer candidates=3,4 secret=yes", "election.opened");
}

static void abstentions_are_asked_about_where_the_rules_know_none(void **state)
{
	struct assembly *t = *state;

	voting(t, "rule.set key=vote.abstention value=no", "named");
	given(t, "vote.all value=for", "vote.cast member=3 value=abstain");
	asked(t, "vote.close", "abstention");
	then(t, "vote.close confirm=abstention", "vote.closed");
}

static void a_budget_by_chapters_is_asked_about_as_a_whole(void **state)
{
	struct assembly *t = *state;
	const struct event *opened;

	assembly_session(t, 5);
	given(t, "rule.set key=budget.mode value=chapters",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present", "vote.unanimous", "vote.announce",
		"item.open item=4", "item.present");
	asked(t, "vote.open kind=named", "by-chapter");
	asked(t, "vote.unanimous", "by-chapter");
	given(t, "vote.open kind=named confirm=by-chapter");
	opened = &t->session.log.at[session_open_vote(s_of(t))->n_opened];
	assert_true(str_is(opened->body.vote_opened.warned, "budget.mode"));
}

static void lists_are_asked_about_where_the_rules_have_single_names(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 7);
	given(t, "item.add kind=election title_fr=Bureau",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=6", "item.present");
	asked(t, "election.open post=vice-president list1=1,2 list2=3,4", "other-ballot");
	then(t,
		"election.open post=vice-president list1=1,2 list2=3,4 "
		"confirm=other-ballot,other-post",
		"election.opened");
	assert_true(str_is(t->last.event[0].body.election_opened.warned, "election.ballot"));
	given(t, "election.void reason=x", "election.open post=vice-president candidates=3,4");
	assert_int_equal(t->last.event[0].body.election_opened.warned.n, 0);
}

static void a_show_of_hands_is_asked_for_in_the_order_of_the_rules(void **state)
{
	struct assembly *t = *state;
	struct step step;

	voting(t, "rule.set key=vote.hands_order value=for,against,abstain", "hands");
	step = step_next(&t->world, &t->arena);
	assert_string_equal(step.chair.id, "{questions} … Thank you.");
	assert_string_equal(step.chair.arg[0].u.msg->arg[1].u.msg->id, "Who abstains?");
	assert_string_equal(step.what.id, "Enter the hands as they are counted: {values}");
	assert_int_equal(step.what.arg[0].u.list.n, 3);
	assert_string_equal(step.what.arg[0].u.list.at[0].id, "votes for");
}

static void the_usual_order_leaves_those_for_as_the_rest(void **state)
{
	struct assembly *t = *state;
	struct step step;

	voting(t, "rule.set key=vote.late_arrival value=no", "hands");
	step = step_next(&t->world, &t->arena);
	assert_string_equal(step.chair.arg[0].u.msg->arg[0].u.msg->id, "Who votes against?");
	assert_string_equal(step.chair.arg[0].u.msg->arg[1].u.msg->id, "Who abstains?");
	assert_string_equal(step.what.id, "Enter against and abstentions; the rest is for");
}

static void a_base_of_those_entitled_leaves_recusals_out_of_the_quorum(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 6);
	given(t, "rule.set key=quorum.calls value=\"1/2 entitled\"",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "attendance.recuse member=5,6 reason=parent");
	assert_int_equal(session_quorum(s_of(t)).in_office, 4);
	assert_int_equal(session_quorum(s_of(t)).needed, 3);
	assert_int_equal(session_quorum_at(s_of(t), (uint32_t)t->session.log.n).in_office, 4);
}

static void a_dismissal_has_the_majority_of_its_own_rule(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_session(t, 9);
	given(t, "rule.set key=dismissal.majority value=\"2/3 in-office\"",
		"item.add kind=dismissal title_fr=Destitution",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=6", "item.present", "vote.open kind=named", "vote.all value=for",
		"vote.cast member=1,2,3 value=against", "vote.close");
	vote = item_vote(session_item(s_of(t), 6));
	assert_int_equal(vote->needed, 7);
	assert_int_equal(vote->outcome, OUTCOME_REJECTED);
}

static enum outcome dismissed(int against)
{
	struct assembly *t;
	enum outcome outcome;
	char line[80];
	void *of;

	assert_int_equal(assembly_setup(&of), 0);
	t = of;
	assembly_session(t, 28);
	given(t, "rule.set key=dismissal.majority value=\">=3/4 in-office\"",
		"item.add kind=dismissal title_fr=Destitution",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=6", "item.present", "vote.open kind=named", "vote.all value=for");
	for (int i = 0; i < against; i++) {
		snprintf(line, sizeof line, "vote.cast member=%d value=against", 28 - i);
		given(t, line);
	}
	given(t, "vote.close", "vote.announce");
	assert_int_equal(item_vote(session_item(s_of(t), 6))->needed, 21);
	outcome = assembly_outcome(t, 6);
	assert_int_equal(t->session.findings.n, 0);
	assembly_teardown(&of);
	return outcome;
}

/* Three quarters of 28 are 21. */
static void a_dismissal_passes_at_its_share_and_fails_one_below(void **state)
{
	(void)state;
	assert_true(outcome_adopted(dismissed(7)));
	assert_int_equal(dismissed(8), OUTCOME_REJECTED);
}

static void a_dismissal_without_a_majority_of_its_own_is_asked_about(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 28);
	given(t, "item.add kind=dismissal title_fr=Destitution",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=6", "item.present");
	asked(t, "vote.open kind=named", "dismissal-majority");
	asked(t, "vote.unanimous", "dismissal-majority");
	given(t, "vote.open kind=named confirm=dismissal-majority", "vote.all value=for",
		"vote.cast member=16,17,18,19,20,21,22,23,24,25,26,27,28 value=against",
		"vote.close");
	assert_true(outcome_adopted(assembly_outcome(t, 6)));
	assert_minuted(t, LANG_EN,
		"No rule said by which majority a dismissal is voted, and the one of every "
		"decision "
		"was taken; it was asked whether to open the vote all the same, and answered with "
		"yes. In view of: majority of a dismissal: more than half of the voters (by "
		"default, "
		"the "
		"rule not being set)");
	/* … and the annex has it among what holds without a rule. */
	assert_minuted(t, LANG_EN,
		"| majority of a dismissal: more than half of the voters | not set: applied by "
		"default |");
}

static void a_request_with_too_few_signers_is_told_of_its_item_and_its_vote(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 28);
	given(t, "rule.set key=dismissal.majority value=\"1/2 in-office\"",
		"item.add kind=dismissal title_fr=Destitution",
		"request.file kind=dismissal date=2024-12-01 member=3,4,5,6 title_fr=x "
		"confirm=too-few-signers",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
	asked(t, "item.open item=6", "too-few-signers");
	then(t, "item.open item=1", "item.opened");
	given(t, "item.present", "vote.unanimous", "vote.announce", "item.close",
		"item.open item=6 confirm=too-few-signers", "item.present");
	asked(t, "vote.open kind=named", "too-few-signers");
	given(t, "vote.open kind=named confirm=too-few-signers,dismissal-majority",
		"vote.all value=for", "vote.close");
	assert_minuted(t, LANG_EN,
		"The request for this dismissal had fewer signers than are needed; it was asked "
		"whether to take the item all the same, and answered with yes. In view of: members "
		"who may ask for a dismissal: ");
	assert_minuted(t, LANG_EN,
		"The request for this dismissal had fewer signers than are needed; it was asked "
		"whether to open the vote all the same, and answered with yes. In view of: members "
		"who may ask for a dismissal: ");
}

static void a_request_with_its_signers_is_not(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 4);
	given(t, "rule.set key=dismissal.majority value=\"1/2 in-office\"",
		"item.add kind=dismissal title_fr=Destitution",
		"request.file kind=dismissal date=2024-12-01 member=3 title_fr=x "
		"confirm=too-few-signers",
		"request.file kind=dismissal date=2024-12-02 member=2,3,4 title_fr=x",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=6", "item.present", "vote.open kind=named");
}

static void signers_are_those_of_the_rules_in_their_order(void **state)
{
	struct assembly *t = *state;
	struct rule_list signers;

	assembly_session(t, 3);
	given(t, "rule.set key=minutes.signers value=president,secretary",
		"@10:00 sitting.open chair=1 secretary=2");
	signers = record_signers(s_of(t));
	assert_int_equal(signers.n, 2);
	assert_int_equal(signers.at[0], SIGNER_PRESIDENT);
	assert_int_equal(record_signers(NULL).at[0], SIGNER_SECRETARY);
}

static void who_signs_by_hand_is_no_signer_of_the_file(void **state)
{
	struct assembly *t = *state;
	struct rule_list keys, paper;

	assembly_session(t, 3);
	given(t, "rule.set key=minutes.signers value=wali,secretary,drawn-1,drawn-2",
		"@10:00 sitting.open chair=1 secretary=2");
	keys = record_signers(s_of(t));
	paper = record_signs_on_paper(s_of(t));
	assert_int_equal(keys.n, 1);
	assert_int_equal(keys.at[0], SIGNER_SECRETARY);
	assert_int_equal(paper.n, 3);
	assert_int_equal(paper.at[0], SIGNATORY_WALI);
	assert_int_equal(paper.at[2], SIGNATORY_DRAWN_SECOND);
	assert_int_equal(record_signs_on_paper(NULL).n, 0);
}

static void where_a_rule_names_hands_only_the_two_keys_sign_besides(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "rule.set key=minutes.signers value=rapporteur,treasurer",
		"@10:00 sitting.open chair=1 secretary=2");
	assert_int_equal(record_signers(s_of(t)).n, 2);
	assert_int_equal(record_signs_on_paper(s_of(t)).n, 2);
}

/* Found by random rules: the tie of a motion waits for its second vote, or for its mover. */
static void a_motion_tied_for_a_second_vote_can_be_withdrawn(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 4);
	given(t, "rule.set key=tie.rule value=second-vote",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present",
		"motion.move kind=amendment member=3 text_fr=\"Autre texte\"",
		"vote.open kind=named motion=1", "vote.all value=for",
		"vote.cast member=3,4 value=against", "vote.close", "vote.announce");
	then(t, "motion.withdraw motion=1 reason=retrait", "motion.withdrawn");
}

/* --- after the session --- */

static void what_is_to_follow_has_its_day(void **state)
{
	struct assembly *t = *state;
	struct due due[DUE_MAX];

	assembly_session(t, 5);
	given(t, "rule.set key=minutes.send_days value=5",
		"rule.set key=minutes.working_days value=yes",
		"rule.set key=minutes.send_to value=tutelage,wali",
		"rule.set key=visa.days value=20",
		"request.file kind=item date=2024-12-20 member=3 title_fr=Autre");
	assert_int_equal(follow_up(s_of(t), due, DUE_MAX, &t->arena), 1); /* the request */
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=4", "item.present", "vote.unanimous", "vote.announce",
		"item.postpone item=2 reason=x", "item.open item=5", "item.present",
		"vote.open kind=named", "vote.all value=against", "vote.close", "vote.announce",
		"sitting.close cause=done confirm=untreated");
	assert_int_equal(follow_up(s_of(t), due, DUE_MAX, &t->arena), 5);
	assert_string_equal(due[0].what.id, "send the minutes to: {recipients}");
	/* Monday 30 December 2024 and five working days. */
	assert_int_equal(date_compare(due[0].by, (struct date){2025, 1, 6}), 0);
	assert_string_equal(due[1].what.id, "postponed to a later session: {title}");
	assert_string_equal(due[2].what.id, "decision No. {n} needs its visa: {title}");
	assert_int_equal(date_compare(due[2].by, (struct date){2025, 1, 19}), 0);
	assert_string_equal(due[3].what.id, "refused, comes before the next session: {title}");
	assert_string_equal(due[4].what.id, "written request {n} is not answered");
	assert_int_equal(follow_up(s_of(t), due, 2, &t->arena), 2);
	assert_string_equal(follow_up_words(&due[0], &t->arena).id, "{what} (rule not confirmed)");
}

static void absences_count_once_a_session_and_excuses_do_not(void **state)
{
	struct assembly *t = *state;
	struct absence list[] = {{1, 0, 0}, {3, 0, 0}, {4, 0, 0}, {5, 1, 1}, {9, 2, 2}};
	struct rules rules = {.absence_consecutive = 2, .absence_total = 3};

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2,3",
		"attendance.absent member=4 excused=yes", "attendance.absent member=5",
		"quorum.record", "attendance.left member=3", "sitting.close cause=left-open",
		"@2025-01-05T10:00:00+01:00 sitting.open chair=1 secretary=2",
		"attendance.present member=1,2,4", "attendance.absent member=3,5", "quorum.record",
		"sitting.close cause=done confirm=untreated");
	absence_count(list, ARRAY_LEN(list), s_of(t));
	assert_int_equal(list[0].total, 0);
	assert_int_equal(list[1].total, 0); /* was there in one of the sittings */
	assert_int_equal(list[2].total, 0);
	assert_int_equal(list[3].in_row, 2);
	assert_int_equal(list[4].in_row, 2); /* not in office: as it was */
	assert_true(absence_reported(&list[3], &rules));
	assert_false(absence_reported(&list[0], &rules));
	rules = (struct rules){.absence_consecutive = 0};
	assert_false(absence_reported(&list[3], &rules)); /* no rule, no report */
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(who_arrives_late_votes_only_where_the_rules_say_so),
		CASE(a_rule_nobody_set_bars_nobody_who_arrives_late),
		CASE(a_confirmed_rule_keeps_who_arrives_late_out_of_the_vote),
		CASE(who_arrives_late_may_join_a_vote_by_name),
		CASE(a_show_of_hands_is_counted_again_with_who_joined),
		CASE(who_came_to_a_show_of_hands_joins_it_over_the_rule),
		CASE(a_confirmed_rule_keeps_who_came_late_out_of_a_show_of_hands),
		CASE(who_arrives_gets_a_paper_until_the_papers_are_counted),
		CASE(where_the_rule_lets_him_who_arrives_gets_a_paper_unasked),
		CASE(a_fact_that_adds_a_voter_to_counted_papers_is_refused),
		CASE(a_roll_call_calls_who_joined_last),
		CASE(who_is_recused_does_not_join),
		CASE(a_fact_that_lets_somebody_vote_twice_is_refused),
		CASE(the_step_opens_the_kind_of_vote_the_rule_has),
		CASE(where_hands_are_the_rule_unanimity_is_no_exception),
		CASE(a_public_vote_where_the_rule_is_a_secret_one_is_asked_about),
		CASE(a_public_election_where_the_rule_is_a_secret_one_is_asked_about),
		CASE(abstentions_are_asked_about_where_the_rules_know_none),
		CASE(a_budget_by_chapters_is_asked_about_as_a_whole),
		CASE(lists_are_asked_about_where_the_rules_have_single_names),
		CASE(a_show_of_hands_is_asked_for_in_the_order_of_the_rules),
		CASE(the_usual_order_leaves_those_for_as_the_rest),
		CASE(a_base_of_those_entitled_leaves_recusals_out_of_the_quorum),
		CASE(a_dismissal_has_the_majority_of_its_own_rule),
		cmocka_unit_test(a_dismissal_passes_at_its_share_and_fails_one_below),
		CASE(a_dismissal_without_a_majority_of_its_own_is_asked_about),
		CASE(a_request_with_too_few_signers_is_told_of_its_item_and_its_vote),
		CASE(a_request_with_its_signers_is_not),
		CASE(signers_are_those_of_the_rules_in_their_order),
		CASE(who_signs_by_hand_is_no_signer_of_the_file),
		CASE(where_a_rule_names_hands_only_the_two_keys_sign_besides),
		CASE(a_motion_tied_for_a_second_vote_can_be_withdrawn),
		CASE(what_is_to_follow_has_its_day),
		CASE(absences_count_once_a_session_and_excuses_do_not),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
