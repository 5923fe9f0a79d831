/* Votes that are weighed: bases, needed votes, results, words and elections count votes, the quorum
 * persons; and without the rule a weight means nothing. */
#include "model/presence.h"
#include "model/room.h"
#include "tests/minuted.h"

/* Five members; 2 has three votes, 3 has two, 5 is not there. Eight votes in office, seven here. */
static void weighed(struct assembly *t, const char *base)
{
	char rule[80];

	(void)snprintf(rule, sizeof rule, "rule.set key=majority.base value=%s", base);
	assembly_chamber(t, 5);
	given(t,
		"member.register number=2 name_ar=\"عضو 2\" name_fr=\"Membre 2\" weight=3 "
		"office=rapporteur",
		"member.register number=3 name_ar=\"عضو 3\" name_fr=\"Membre 3\" weight=2",
		"rule.set key=vote.weights value=yes", rule);
	assembly_plan(t);
	assembly_meet(t);
	given(t, "attendance.left member=5", "item.open item=1", "item.present");
}

static const struct vote *last(const struct assembly *t)
{
	return session_vote(&t->session, t->session.last_vote);
}

static void a_result_counts_votes(void **state)
{
	struct assembly *t = *state;

	weighed(t, "voters");
	assert_int_equal(session_quorum(&t->session).present, 4);
	assert_int_equal(session_votes_in_office(&t->session), 8);
	given(t, "vote.open kind=named", "vote.cast member=2 value=for",
		"vote.cast member=1,3,4 value=against", "vote.close", "vote.announce");
	assert_int_equal(last(t)->ballots.votes_for, 3);
	assert_int_equal(last(t)->ballots.against, 4);
	assert_int_equal(last(t)->needed, 4);
	assert_false(outcome_adopted(last(t)->outcome));
	then(t, "vote.correct member=3 value=for reason=x", "vote.corrected");
	assert_int_equal(last(t)->ballots.votes_for, 5);
	assert_int_equal(last(t)->ballots.against, 2);
	assert_true(outcome_adopted(last(t)->outcome));
	assert_int_equal(t->session.findings.n, 0);
}

static void every_base_is_in_votes(void **state)
{
	struct assembly *t = *state;

	weighed(t, "in-office");
	given(t, "vote.open kind=named", "vote.cast member=2,1 value=for",
		"vote.cast member=3,4 value=abstain");
	assert_int_equal(vote_poll_of(session_open_vote(&t->session)).in_office, 8);
	assert_int_equal(vote_poll_of(session_open_vote(&t->session)).entitled, 7);
	given(t, "vote.close");
	assert_int_equal(last(t)->needed, 5);
	assert_false(outcome_adopted(last(t)->outcome));
}

static void unanimity_and_all_for_are_weighed(void **state)
{
	struct assembly *t = *state;

	weighed(t, "voters");
	given(t, "vote.unanimous");
	assert_int_equal(last(t)->ballots.votes_for, 7);
	assert_int_equal(last(t)->outcome, OUTCOME_UNANIMOUS);
	given(t, "vote.announce", "item.close", "item.open item=3", "item.present",
		"vote.open kind=named", "vote.cast member=3 value=abstain", "vote.all value=for",
		"vote.close");
	assert_int_equal(last(t)->ballots.votes_for, 5);
	assert_int_equal(last(t)->ballots.abstain, 2);
}

static void who_is_missing_is_counted_by_head(void **state)
{
	struct assembly *t = *state;

	weighed(t, "voters");
	given(t, "vote.open kind=named", "vote.cast member=2 value=for");
	assert_int_equal(vote_missing(session_open_vote(&t->session)), 3);
	refused(t, "vote.close", "missing");
	given(t, "attendance.left member=3");
	assert_int_equal(vote_missing(session_open_vote(&t->session)), 2);
	assert_int_equal(vote_voices(session_open_vote(&t->session)), 5);
}

static void a_recusal_takes_its_votes_from_the_base(void **state)
{
	struct assembly *t = *state;

	weighed(t, "in-office");
	given(t, "attendance.recuse member=2 reason=x", "vote.open kind=named",
		"vote.all value=for");
	assert_int_equal(vote_poll_of(session_open_vote(&t->session)).in_office, 5);
	given(t, "vote.close");
	assert_int_equal(last(t)->ballots.votes_for, 4);
	assert_int_equal(last(t)->needed, 3);
}

static void hands_and_papers_are_not_weighed(void **state)
{
	struct assembly *t = *state;

	weighed(t, "voters");
	refused(t, "vote.open kind=hands", "weighed");
	refused(t, "vote.open kind=secret reason=x confirm=public-rule", "weighed");
}

static void an_election_is_weighed(void **state)
{
	struct assembly *t = *state;

	weighed(t, "voters");
	given(t, "item.postpone to=next-session reason=x", "item.add kind=election title_fr=Bureau",
		"item.open item=6", "item.present");
	refused(t,
		"election.open post=president candidates=2,4 secret=yes reason=x "
		"confirm=public-rule",
		"weighed");
	given(t, "election.open post=president candidates=2,4", "election.mark member=2 choice=1",
		"election.mark member=1,3 choice=2", "election.mark member=4 choice=0",
		"election.count");
	assert_int_equal(
		round_votes(election_round(item_election(session_item(&t->session, 6))), 1), 3);
	assert_int_equal(
		round_votes(election_round(item_election(session_item(&t->session, 6))), 2), 3);
	assert_int_equal(item_election(session_item(&t->session, 6))->state, ELECTION_WAITS);
	assert_int_equal(t->session.findings.n, 0);
	assert_minuted(t, LANG_FR, "Membre 2 (3 voix)");
}

static void words_are_of_votes(void **state)
{
	struct assembly *t = *state;
	struct room_view view;

	weighed(t, "voters");
	given(t, "vote.open kind=named", "vote.cast member=2 value=against", "vote.all value=for",
		"vote.close", "vote.announce");
	assert_minuted(t, LANG_FR, "il en faut 4 sur 7 voix, abstentions comptées");
	assert_minuted(t, LANG_FR, "02 Membre 2 (3 voix)");
	assert_minuted(t, LANG_FR, "ces chiffres sont des voix, non des personnes");
	assert_minuted(t, LANG_AR, "02 عضو 2 (3 أصوات)");
	assert_minuted(t, LANG_AR, "هذه الأرقام أصوات لا أشخاص");
	view = room_view(&t->session);
	assert_string_equal(view.base.id, "{n} vote, abstentions counted");
}

static void without_the_rule_a_weight_means_nothing(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	given(t, "member.register number=2 name_fr=\"Membre 2\" weight=3 office=rapporteur");
	assert_string_equal(
		assembly_say(t, "member.register number=2 name_fr=\"Membre 2\" weight=1000"),
		"grammar");
	assembly_plan(t);
	assembly_meet(t);
	given(t, "item.open item=1", "item.present", "vote.unanimous");
	assert_int_equal(last(t)->ballots.votes_for, 3);
	assert_false(last(t)->rule.weighed);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_result_counts_votes),
		CASE(every_base_is_in_votes),
		CASE(unanimity_and_all_for_are_weighed),
		CASE(who_is_missing_is_counted_by_head),
		CASE(a_recusal_takes_its_votes_from_the_base),
		CASE(hands_and_papers_are_not_weighed),
		CASE(an_election_is_weighed),
		CASE(words_are_of_votes),
		CASE(without_the_rule_a_weight_means_nothing),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
