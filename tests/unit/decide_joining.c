/* Who comes to a vote, or to a round of an election, while it is open; and who never does. */
#include <stdio.h>
#include <string.h>

#include "locale/format.h"
#include "model/election.h"
#include "model/presence.h"
#include "tests/minuted.h"

static void again(struct assembly *t)
{
	assembly_close(t);
	assembly_open(t);
}

/* --- the president's own account, and the recused --- */

/* The account is before the assembly under VP 4, the president (1) having gone out. */
static void account(struct assembly *t, const char *rule)
{
	assembly_session(t, 6);
	given(t, "item.add kind=account title_fr=\"Compte administratif\" at=1",
		"item.change item=1 text_fr=a text_ar=ا",
		"member.register number=4 name_fr=V office=vice-president", rule,
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present");
}

static const struct vote *vote(struct assembly *t)
{
	return session_open_vote(&t->session);
}

static void keeps_the_president_out(struct assembly *t, const char *rule, const char *kind)
{
	char line[80];

	account(t, rule);
	given(t, "attendance.left member=1 chair=4");
	snprintf(line, sizeof line, "vote.open kind=%s", kind);
	given(t, line);
	assert_int_equal(vote(t)->voters.n, 5);
	then(t, "attendance.present member=1", "member.arrived");
	refused(t, "attendance.present member=1 confirm=came-later", "own-account");
	assert_false(vote_has(vote(t), 1));
}

static void a_president_who_comes_back_does_not_join_the_vote_on_his_own_account(void **state)
{
	static const char *const rules[] = {"rule.set key=vote.late_arrival value=yes",
		"rule.set key=vote.late_arrival value=no"};
	struct assembly *t = *state;

	for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
		keeps_the_president_out(t, rules[i], "named");
		refused(t, "vote.cast member=1 value=for", "own-account");
		refused(t, "vote.cast member=1 value=for confirm=came-later", "own-account");
		given(t, "vote.all value=for");
		assert_int_equal(vote(t)->voters.n, 5);
		given(t, "vote.close");
		refused(t, "vote.correct member=1 value=for reason=r", "own-account");
		again(t);
		keeps_the_president_out(t, rules[i], "roll-call");
		refused(t, "vote.cast member=1 value=for confirm=came-later", "own-account");
		again(t);
		keeps_the_president_out(t, rules[i], "hands");
		again(t);
		keeps_the_president_out(t, rules[i], "secret reason=x confirm=public-rule");
		again(t);
	}
}

static void opened_over_the_rule_the_president_joins_as_others_do(void **state)
{
	struct assembly *t = *state;

	account(t, "rule.set key=vote.late_arrival value=yes");
	given(t, "chair.change member=4 cause=account", "vote.open kind=named confirm=own-account",
		"attendance.left member=1");
	assert_false(vote_has(vote(t), 1));
	then(t, "attendance.present member=1", "member.arrived vote.joined");
}

static void where_no_rule_has_the_president_leave_he_joins(void **state)
{
	struct assembly *t = *state;

	account(t, "rule.set key=account.chair_leaves value=no");
	given(t, "attendance.left member=1 chair=4", "vote.open kind=named",
		"attendance.present member=1");
	asked(t, "vote.cast member=1 value=for", "came-later");
}

static void an_amendment_to_the_account_is_voted_with_the_president(void **state)
{
	struct assembly *t = *state;

	account(t, "rule.set key=vote.late_arrival value=yes");
	given(t, "attendance.left member=1 chair=4",
		"motion.move kind=amendment member=3 text_fr=b", "vote.open kind=named motion=1");
	then(t, "attendance.present member=1", "member.arrived vote.joined");
}

static void an_absent_president_has_no_proxy_in_the_vote_on_his_own_account(void **state)
{
	struct assembly *t = *state;

	account(t, "rule.set key=proxy.max value=2");
	given(t, "attendance.left member=1 chair=4", "proxy.give from=1 to=3");
	asked(t, "vote.open kind=named", "own-account");
	given(t, "attendance.recuse member=1 reason=x", "vote.open kind=named");
	assert_false(vote_has(vote(t), 1));
}

static void who_is_recused_joins_in_no_way_and_is_told_why(void **state)
{
	static const char *const kinds[] = {
		"named", "roll-call", "hands", "secret reason=x confirm=public-rule"};
	struct assembly *t = *state;

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		char line[80];

		assembly_session(t, 5);
		given(t, "rule.set key=vote.late_arrival value=yes",
			"@10:00 sitting.open chair=1 secretary=2", "attendance.all",
			"quorum.record", "item.open item=1", "item.present",
			"attendance.recuse member=5 reason=parent");
		snprintf(line, sizeof line, "vote.open kind=%s", kinds[i]);
		given(t, line);
		refused(t, "attendance.present member=5 confirm=came-later", "recused");
		given(t, "attendance.left member=5");
		then(t, "attendance.present member=5", "member.arrived");
		refused(t, "attendance.present member=5", "recused");
		if (i < 2)
			refused(t, "vote.cast member=5 value=for confirm=came-later", "recused");
		refused(t, "attendance.readmit member=5", "vote-open");
		assert_false(vote_has(vote(t), 5));
		again(t);
	}
}

/* --- who is away --- */

/* As the message of a vote by MEMBER says it. */
static void says_since(struct assembly *t, int member, const char *words)
{
	char line[80];
	const char *said;

	snprintf(line, sizeof line, "vote.cast member=%d value=for", member);
	refused(t, line, "not-here");
	said = arena_z(&t->arena, format_plain(&t->last.why, LANG_EN, &t->arena));
	if (!strstr(said, words))
		fail_msg("“%s” does not say “%s”", said, words);
}

/* Who never came was not "away since" anything. */
static void who_left_is_said_to_be_away_since_when(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=3",
		"@10:04 attendance.absent member=4 excused=yes", "attendance.all", "quorum.record",
		"@10:20 item.open item=1", "item.present", "@10:30 attendance.left member=5",
		"vote.open kind=named");
	says_since(t, 3, "is not present and does not vote");
	says_since(t, 4, "is not present and does not vote");
	says_since(t, 5, "has been away since 10:30");
}

static void over_an_interruption_no_hour_is_said_of_the_absent(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=3",
		"attendance.all", "quorum.record", "sitting.suspend reason=break", "sitting.resume",
		"quorum.record", "item.open item=1", "item.present", "vote.open kind=named");
	says_since(t, 3, "is not present and does not vote");
}

/* --- elections --- */

/* A round is open, members 4 and 7 still on their way. */
static void round_open(struct assembly *t, const char *rule, const char *how)
{
	char line[160];

	assembly_session(t, 7);
	given(t, "item.add kind=election title_fr=Bureau at=1", rule,
		"@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2,3,5,6",
		"attendance.absent member=4,7", "quorum.record", "item.open item=1",
		"item.present");
	snprintf(line, sizeof line, "election.open post=vice-president %s", how);
	given(t, line);
}

static const struct election_round *now(struct assembly *t)
{
	return election_round(item_election(session_item(&t->session, t->session.open_item)));
}

#define NO     "rule.set key=vote.late_arrival value=no"
#define YES    "rule.set key=vote.late_arrival value=yes"
#define SECRET "candidates=1,3 secret=yes reason=x confirm=public-rule,other-post"
#define PUBLIC "candidates=1,3 confirm=other-post"
#define LISTS  "list1=1,2 list2=3,5 secret=yes reason=x confirm=other-ballot,public-rule,other-post"

static void who_comes_to_a_secret_round_gets_a_paper_until_it_is_counted(void **state)
{
	static const char *const ways[] = {SECRET, LISTS};
	struct assembly *t = *state;

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		round_open(t, NO, ways[i]);
		refused(t, "election.count issued=6 votes=4,2", "too-many-issued");
		then(t, "attendance.present member=4", "member.arrived");
		refused(t, "election.count issued=6 votes=4,2", "too-many-issued");
		asked(t, "attendance.present member=4", "came-later");
		then(t, "attendance.present member=4 confirm=came-later", "election.joined");
		assert_true(
			str_is(t->last.event[0].body.election_joined.warned, "vote.late_arrival"));
		refused(t, "attendance.present member=4 confirm=came-later", "is-here");
		given(t, "election.count issued=6 votes=4,2");
		assert_int_equal(now(t)->voters.n, 6);
		assert_int_equal(now(t)->voters.at[3], 4);
		then(t, "attendance.present member=7", "member.arrived");
		refused(t, "attendance.present member=7 confirm=came-later", "is-here");
		refused(t,
			"election.correct issued=7 found=7 votes=5,2 reason=r confirm=turns-round",
			"too-many-issued");
		assert_int_equal(t->session.findings.n, 0);
		assert_minuted(t, LANG_EN, "6 members entitled to vote");
		assert_minuted(t, LANG_EN, "Had arrived after the vote was opened: ");
		again(t);
	}
}

static void where_the_rule_lets_him_who_comes_votes_in_the_round_unasked(void **state)
{
	struct assembly *t = *state;

	round_open(t, YES, SECRET);
	then(t, "attendance.present member=4", "member.arrived election.joined");
	given(t, "election.count issued=6 votes=4,2");
	then(t, "attendance.present member=7", "member.arrived");
	assert_int_equal(now(t)->voters.n, 6);
}

static void a_public_round_is_joined_with_the_choice_itself(void **state)
{
	struct assembly *t = *state;

	round_open(t, NO, PUBLIC);
	refused(t, "election.mark member=4 choice=1", "not-here");
	given(t, "election.mark member=1,2 choice=1", "attendance.present member=4");
	refused(t, "election.mark member=4 none=yes", "not-voter");
	asked(t, "election.mark member=4 choice=2", "came-later");
	then(t, "election.mark member=4 choice=2 confirm=came-later",
		"election.joined election.marked");
	assert_int_equal(round_choice(now(t), 1), 1);
	assert_int_equal(round_choice(now(t), 4), 2);
	given(t, "election.mark choice=1", "election.count");
	assert_int_equal(now(t)->is.votes.at[0], 5);
	assert_int_equal(now(t)->is.votes.at[1], 1);
	assert_int_equal(t->session.findings.n, 0);
	assert_minuted(t, LANG_EN, "Had arrived after the vote was opened: ");
}

static void a_confirmed_rule_keeps_who_comes_late_out_of_the_round(void **state)
{
	struct assembly *t = *state;

	round_open(t, NO " certainty=law confirmed_by=Naima", SECRET);
	given(t, "attendance.present member=4");
	refused(t, "attendance.present member=4 confirm=came-later", "came-later");
	assert_int_equal(now(t)->voters.n, 5);
}

static void who_is_recused_does_not_join_a_round(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=election title_fr=Bureau at=1", YES,
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present", "attendance.recuse member=5 reason=x",
		"attendance.left member=5", "election.open post=president " PUBLIC);
	then(t, "attendance.present member=5", "member.arrived");
	refused(t, "attendance.present member=5", "recused");
	refused(t, "election.mark member=5 choice=1 confirm=came-later", "recused");
}

static void a_fact_that_lets_somebody_vote_twice_in_a_round_is_refused(void **state)
{
	struct assembly *t = *state;
	struct election_joined joined = {{1, 1}, {(const int32_t[]){3}, 1}, STR("")};

	round_open(t, YES, SECRET);
	joined.election = item_election(session_item(&t->session, t->session.open_item))->id;
	assert_false(assembly_force(t, EVENT_ELECTION_JOINED, &joined));
	joined.members = (struct numbers){(const int32_t[]){4}, 1}; /* not there */
	assert_false(assembly_force(t, EVENT_ELECTION_JOINED, &joined));
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
		CASE(a_president_who_comes_back_does_not_join_the_vote_on_his_own_account),
		CASE(opened_over_the_rule_the_president_joins_as_others_do),
		CASE(where_no_rule_has_the_president_leave_he_joins),
		CASE(an_amendment_to_the_account_is_voted_with_the_president),
		CASE(an_absent_president_has_no_proxy_in_the_vote_on_his_own_account),
		CASE(who_is_recused_joins_in_no_way_and_is_told_why),
		CASE(who_left_is_said_to_be_away_since_when),
		CASE(over_an_interruption_no_hour_is_said_of_the_absent),
		CASE(who_comes_to_a_secret_round_gets_a_paper_until_it_is_counted),
		CASE(where_the_rule_lets_him_who_comes_votes_in_the_round_unasked),
		CASE(a_public_round_is_joined_with_the_choice_itself),
		CASE(a_confirmed_rule_keeps_who_comes_late_out_of_the_round),
		CASE(who_is_recused_does_not_join_a_round),
		CASE(a_fact_that_lets_somebody_vote_twice_in_a_round_is_refused),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
