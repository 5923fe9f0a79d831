/* Elections: who may stand, rounds and their majorities, ties and the ladder, withdrawals, papers
 * that add up; and what the minutes and the room say. */
#include <string.h>

#include "locale/format.h"
#include "model/describe.h"
#include "model/room.h"
#include "tests/minuted.h"

/* An item of the kind election, open and presented. */
static void item(struct assembly *t, int members)
{
	assembly_sitting(t, members);
	given(t, "item.add kind=election title_fr=\"Élection du bureau\"", "item.open item=6",
		"item.present");
}

static const struct election *election(struct assembly *t)
{
	return item_election(session_item(&t->session, 6));
}

static struct round_result result(
	int64_t majority, bool last, int64_t blank, int n, const int32_t *votes)
{
	struct round_ballots b = {{votes, (size_t)n}, blank, 0, 20, 30};

	return election_result(&b, (enum election_majority)majority, BASE_VOTERS, last);
}
#define RESULT(majority, last, blank, ...)                                                         \
	result(majority, last, blank, sizeof((int32_t[]){__VA_ARGS__}) / sizeof(int32_t),          \
		(const int32_t[]){__VA_ARGS__})

static void minutes_have(struct assembly *t, enum lang lang, const char *text)
{
	struct str all = format_strip(str_of(minuted(t, lang)), &t->arena);

	if (!strstr(arena_z(&t->arena, all), text))
		fail_msg("no “%s” in\n%s", text, arena_z(&t->arena, all));
}

/* --- arithmetic --- */

static void the_absolute_majority_is_more_than_half_of_the_base(void **state)
{
	(void)state;
	assert_int_equal(RESULT(ELECTION_ABSOLUTE, false, 0, 8, 7).outcome, ROUND_ELECTED);
	assert_int_equal(RESULT(ELECTION_ABSOLUTE, false, 0, 8, 7).needed, 8);
	assert_int_equal(RESULT(ELECTION_ABSOLUTE, false, 1, 8, 7).outcome, ROUND_NEXT);
	assert_int_equal(RESULT(ELECTION_ABSOLUTE, true, 1, 8, 7).outcome, ROUND_NOBODY);
}

static void the_relative_majority_is_the_most_votes_and_a_tie_is_a_tie(void **state)
{
	struct round_result r = RESULT(ELECTION_RELATIVE, true, 5, 4, 6, 3);

	(void)state;
	assert_int_equal(r.outcome, ROUND_ELECTED);
	assert_int_equal(r.winner, 1);
	r = RESULT(ELECTION_RELATIVE, true, 0, 6, 3, 6);
	assert_int_equal(r.outcome, ROUND_TIE);
	assert_int_equal(r.tied, 2);
	assert_int_equal(RESULT(ELECTION_RELATIVE, true, 9, 0, 0).outcome, ROUND_NOBODY);
}

static void without_a_single_paper_nobody_is_elected(void **state)
{
	struct round_ballots none = {{NULL, 0}, 0, 0, 0, 0};

	(void)state;
	assert_int_equal(RESULT(ELECTION_ABSOLUTE, true, 0, 0, 0).outcome, ROUND_NOBODY);
	assert_int_equal(RESULT(ELECTION_ABSOLUTE, false, 0, 0).outcome, ROUND_NEXT);
	assert_int_equal(election_result(&none, ELECTION_ABSOLUTE, BASE_VOTERS, false).outcome,
		ROUND_NOBODY);
	assert_int_equal(election_result(&none, ELECTION_RELATIVE, BASE_IN_OFFICE, true).outcome,
		ROUND_NOBODY);
}

/* The oracle counts otherwise: by trying every candidate against all others. */
static void every_small_round_is_counted_like_the_oracle(void **state)
{
	(void)state;
	for (int a = 0; a < 6; a++)
		for (int b = 0; b < 6; b++)
			for (int c = 0; c < 6; c++)
				for (int blank = 0; blank < 4; blank++) {
					int32_t v[] = {a, b, c};
					int all = a + b + c + blank, best = -1, beaten = 0;
					struct round_result abs =
						result(ELECTION_ABSOLUTE, false, blank, 3, v);
					struct round_result rel =
						result(ELECTION_RELATIVE, true, blank, 3, v);

					for (int i = 0; i < 3; i++) {
						if (2 * v[i] > all)
							best = i;
						beaten += (v[i] > v[(i + 1) % 3]) &&
							  (v[i] > v[(i + 2) % 3]);
					}
					assert_int_equal(abs.outcome == ROUND_ELECTED, best >= 0);
					if (best >= 0)
						assert_int_equal(abs.winner, best);
					assert_int_equal(rel.outcome == ROUND_ELECTED, beaten == 1);
				}
}

/* --- candidates --- */

static void an_election_needs_its_item_and_its_candidates(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	refused(t, "election.open post=president candidates=1,2", "not-election");
	refused(t, "election.mark choice=1", "no-round");
	refused(t, "election.count", "no-round");
	refused(t, "election.void reason=r", "no-election");
	given(t, "vote.unanimous", "vote.announce", "item.add kind=election title_fr=E",
		"item.open item=6");
	refused(t, "election.open post=president candidates=1,2", "not-presented");
	given(t, "item.present");
	refused(t, "election.open", "no-candidates");
	refused(t, "election.open candidates=1,2", "no-post");
	refused(t, "vote.unanimous", "election-first"); /* nobody is elected by a show of consent */
	refused(t, "vote.open kind=named", "election-first");
	assert_string_equal(assembly_offer(t, CMD_VOTE_UNANIMOUS), "election-first");
	refused(t, "election.open post=president candidates=1,9", "unknown-member");
	refused(t, "election.open post=president candidates=2,2", "double-number");
	refused(t, "election.open post=president candidates=1,2 endorsed=3", "not-candidate");
	refused(t, "election.open post=president candidates=1 list1=2,3", "two-ways");
	refused(t, "election.open post=president list1=1,2 list2=2,3", "two-lists");
	refused(t, "election.open post=committee-president candidates=1", "no-name");
	refused(t, "election.open post=president secret=yes candidates=1,2", "no-reason");
	asked(t, "election.open post=president secret=yes reason=r candidates=1,2", "public-rule");
	refused(t, "election.decide by=lot elected=1 note=n", "no-tie");
	refused(t, "election.leave candidate=1", "no-wait");
	then(t, "election.open post=president candidates=1,2 endorsed=2", "election.opened");
	assert_true(election(t)->candidates.at[1].is.endorsed);
	assert_false(election(t)->candidates.at[0].is.endorsed);
	refused(t, "election.open post=president candidates=3", "election-open");
	refused(t, "vote.open kind=named", "election-open");
	refused(t, "sitting.suspend reason=break", "election-open");
}

static void too_many_candidates_are_refused(void **state)
{
	struct assembly *t = *state;
	char line[400] = "election.open post=president candidates=1";
	size_t n = strlen(line);

	item(t, 45);
	for (int i = 2; i <= ELECTION_MOST + 1; i++)
		n += (size_t)snprintf(line + n, sizeof line - n, ",%d", i);
	refused(t, line, "too-many-candidates");
}

/* --- rounds by name --- */

static void a_president_is_elected_in_the_first_round(void **state)
{
	struct assembly *t = *state;

	item(t, 9);
	given(t, "election.open post=president candidates=1,4", "election.mark choice=1");
	refused(t, "election.mark choice=2", "all-marked");
	refused(t, "election.mark member=3 choice=3", "not-candidate");
	refused(t, "election.mark member=3", "no-choice");
	refused(t, "election.mark", "no-choice");
	refused(t, "election.mark member=12 choice=1", "unknown-member");
	given(t, "election.mark member=4,5,6 choice=2", "election.mark member=7 choice=0",
		"election.mark member=8 none=yes");
	refused(t, "election.count", "missing");
	refused(t, "item.close", "election-open");
	refused(t, "attendance.left member=7", "has-voted");
	given(t, "election.mark member=8 choice=1");
	refused(t, "election.count votes=1,2", "not-secret");
	then(t, "election.count", "election.counted");
	assert_int_equal(election(t)->state, ELECTION_IS_OVER);
	assert_int_equal(election(t)->elected, 1);
	assert_int_equal(election_round(election(t))->is.needed, 5);
	refused(t, "item.close", "not-announced");
	then(t, "election.announce", "election.announced");
	refused(t, "election.announce", "announced");
	then(t, "item.close", "item.closed");
}

static void the_bureau_is_elected_in_two_rounds_with_a_ladder(void **state)
{
	struct assembly *t = *state;

	item(t, 10);
	given(t, "election.open post=vice-president rank=1 candidates=2,3,4 confirm=other-post",
		"election.mark member=1,2,3,4 choice=1", "election.mark member=5,6,7,8 choice=2",
		"election.mark member=9,10 choice=3");
	then(t, "election.count", "election.counted");
	assert_int_equal(election(t)->state, ELECTION_WAITS);
	refused(t, "election.open", "not-announced");
	refused(t, "election.leave candidate=3", "not-announced");
	given(t, "election.announce");
	refused(t, "item.close", "undecided");
	refused(t, "election.open post=president candidates=5", "round-waits");
	refused(t, "election.leave candidate=7", "not-candidate");
	refused(t, "vote.unanimous", "election-waits");
	refused(t, "item.note", "election-waits");
	given(t, "election.leave candidate=3 reason=désistement");
	refused(t, "election.leave candidate=3", "not-candidate");
	then(t, "election.open", "election.opened");
	refused(t, "election.mark member=1 choice=3", "not-candidate");
	given(t, "election.mark member=1,2,3,4,9 choice=1", "election.mark choice=2");
	then(t, "election.count", "election.counted");
	assert_int_equal(election(t)->state, ELECTION_IS_TIED);
	refused(t, "election.decide by=age elected=2", "not-announced");
	given(t, "election.announce");
	refused(t, "election.open post=president candidates=6", "tied");
	refused(t, "election.decide by=age elected=3", "not-tied");
	refused(t, "election.decide by=lot elected=2", "no-procedure");
	refused(t, "election.decide by=age elected=2 note=tirage", "not-by-lot");
	asked(t, "election.decide by=seniority elected=2", "not-in-ladder");
	then(t, "election.decide by=age elected=2", "election.decided");
	assert_int_equal(election(t)->elected, 2);
	assert_true(election(t)->by_ladder);
	refused(t, "election.open post=treasurer candidates=7", "not-announced");
	refused(t, "election.correct member=1 choice=1 reason=r", "tie-decided");
	given(t, "election.announce");
	asked(t, "election.open post=vice-president rank=2 candidates=3,7", "other-post");
	given(t, "election.open post=treasurer candidates=7", "election.mark choice=1",
		"election.count");
	assert_int_equal(session_item(&t->session, 6)->elections.n, 2);
	assert_int_equal(election(t)->is.post, POST_TREASURER);
}

/* Two posts of the bureau: asked about, never refused, and minuted when it comes to that. */
static void a_second_post_of_the_bureau_is_asked_about_and_minuted(void **state)
{
	struct assembly *t = *state;
	const struct seat *president;

	item(t, 6);
	president = session_seat(&t->session, 1);
	assert_int_equal(president->member.office, OFFICE_PRESIDENT);
	asked(t, "election.open post=treasurer candidates=1,3", "other-post");
	asked(t, "election.open post=treasurer secret=yes reason=x candidates=1,3", "public-rule");
	assert_int_equal(t->last.why.arg[1].kind, ARG_MSG); /* both questions in one */
	given(t, "election.open post=treasurer candidates=1,3 confirm=other-post",
		"election.mark choice=1", "election.count", "election.announce");
	minutes_have(t, LANG_FR, "avait déjà une fonction au bureau : président.");
	/* The one who lost it has no second post; a committee is none of the bureau. */
	given(t, "election.open post=rapporteur candidates=3", "election.mark choice=1",
		"election.count", "election.announce",
		"election.open post=committee-president name_fr=Foires candidates=3",
		"election.mark choice=1", "election.count", "election.announce");
	asked(t, "election.open post=deputy-treasurer candidates=3", "other-post");
	/* With a president the whole bureau is elected: the roster's offices end. */
	given(t, "election.open post=president candidates=4", "election.mark choice=1",
		"election.count", "election.announce",
		"election.open post=vice-president candidates=2");
}

static void one_candidate_needs_the_majority_as_well(void **state)
{
	struct assembly *t = *state;

	item(t, 6);
	given(t, "election.open post=president candidates=2", "election.mark member=1,2,3 choice=1",
		"election.mark choice=0", "election.count", "election.announce");
	assert_int_equal(election(t)->state, ELECTION_WAITS);
	given(t, "election.open", "election.mark member=1 choice=1", "election.mark choice=0",
		"election.count");
	assert_int_equal(election(t)->elected, 1);
}

static void when_all_withdraw_nobody_is_elected(void **state)
{
	struct assembly *t = *state;

	item(t, 4);
	given(t, "election.open post=president candidates=1,2", "election.mark member=1,2 choice=1",
		"election.mark choice=2", "election.count", "election.announce",
		"election.leave candidate=1", "election.leave candidate=2");
	assert_int_equal(election(t)->state, ELECTION_IS_OVER);
	assert_int_equal(election(t)->elected, 0);
	then(t, "item.close", "item.closed");
	assert_string_equal(describe_item_state(&t->session, session_item(&t->session, 6)).id,
		"nobody was elected");
}

/* The same item under RULE, an act of rule.set. */
static void item_under(struct assembly *t, int members, const char *rule)
{
	assembly_session(t, members);
	given(t, rule, "item.add kind=election title_fr=Bureau",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=6", "item.present item=6 member=2");
}

static void tied(struct assembly *t)
{
	given(t, "election.open post=president candidates=1,2",
		"election.mark member=1,2,3 choice=1", "election.mark choice=2", "election.count",
		"election.announce", "election.open", "election.mark member=1,2,3 choice=1",
		"election.mark choice=2", "election.count", "election.announce");
}

/* The audit's case: a ladder of seniority and lot, and an election by age. */
static void a_tie_decided_against_the_ladder_is_told_as_it_was(void **state)
{
	struct assembly *t = *state;

	item_under(t, 6,
		"rule.set key=election.tie value=seniority,lot source=\"art. 12\" "
		"certainty=law confirmed_by=\"N. Kadiri\"");
	tied(t);
	asked(t, "election.decide by=age elected=2", "not-in-ladder");
	given(t, "election.decide by=age elected=2 confirm=not-in-ladder");
	assert_true(str_is(election(t)->decided.warned, "election.tie"));
	minutes_have(t, LANG_EN,
		"The tie was decided in a way that is not among those of the rule: a tie in an "
		"election goes to: ");
	minutes_have(t, LANG_EN, "(law, article 12, confirmed by N. Kadiri)");
	minutes_have(t, LANG_FR, "un mode qui n’est pas de ceux de la règle");
}

static void a_later_way_of_the_ladder_waits_for_the_earlier_ones(void **state)
{
	struct assembly *t = *state;

	item_under(t, 6, "rule.set key=election.tie value=lot,age");
	tied(t);
	asked(t, "election.decide by=age elected=2", "earlier-in-ladder");
	then(t, "election.decide by=lot elected=2 note=chapeau", "election.decided");
	assert_int_equal(election(t)->decided.warned.n, 0);
	minutes_have(t, LANG_EN,
		"The tie was decided in the way the rule (rule not confirmed) has first.");
}

static void one_post_takes_no_list_of_two(void **state)
{
	struct assembly *t = *state;

	item(t, 8);
	refused(t, "election.open post=vice-president rank=1 list1=1,2 list2=3,4", "one-post");
	refused(t, "election.open post=president list1=1 list2=3,4", "one-post");
	then(t,
		"election.open post=vice-president list1=1,2 list2=3,4 "
		"confirm=other-ballot,other-post",
		"election.opened");
}

static void lists_stand_like_candidates_and_tie_like_them(void **state)
{
	struct assembly *t = *state;

	item(t, 8);
	given(t,
		"election.open post=vice-president list1=1,2 list2=3,4 "
		"confirm=other-ballot,other-post",
		"election.mark member=1,2,3,4 choice=1", "election.mark choice=2", "election.count",
		"election.announce", "election.open", "election.mark member=1,2,3,4 choice=1",
		"election.mark choice=2", "election.count", "election.announce");
	assert_int_equal(election(t)->state, ELECTION_IS_TIED);
	asked(t, "election.decide by=lot elected=2 note=\"deux papiers dans un chapeau\"",
		"earlier-in-ladder");
	given(t, "election.decide by=lot elected=2 note=\"deux papiers dans un chapeau\" "
		 "confirm=earlier-in-ladder");
	assert_int_equal(election(t)->candidates.at[1].is.members.n, 2);
	assert_int_equal(election(t)->elected, 2);
}

static void who_leaves_unmarked_votes_no_more_in_the_round(void **state)
{
	struct assembly *t = *state;

	item(t, 6);
	given(t, "election.open post=president candidates=1,2", "attendance.left member=5");
	refused(t, "election.mark member=5 choice=1", "not-here");
	given(t, "election.mark choice=1", "election.count");
	assert_int_equal(election_round(election(t))->is.found, 5);
}

/* --- secret rounds --- */

static void a_secret_round_is_counted_by_its_papers(void **state)
{
	struct assembly *t = *state;

	item(t, 12);
	given(t, "election.open post=president secret=yes reason=tradition confirm=public-rule "
		 "candidates=1,2,3");
	refused(t, "election.mark member=4 choice=2", "secret");
	refused(t, "election.count votes=6,4", "figures");
	refused(t, "election.count votes=6,4,3", "too-many-found");
	refused(t, "election.count issued=13 votes=6,4,1", "too-many-issued");
	refused(t, "election.count found=12 votes=6,4,1", "papers");
	then(t, "election.count found=12 votes=7,3,1 void=1", "election.counted");
	assert_int_equal(election(t)->elected, 1);
	assert_int_equal(election_round(election(t))->is.spoiled, 1);
	for (uint32_t i = 0; i < t->session_lines.n; i++)
		assert_null(
			strstr(arena_z(&t->arena, t->session_lines.line[i]), "election.marked"));
}

/* --- mending --- */

static void a_count_is_taken_back_and_an_election_voided(void **state)
{
	struct assembly *t = *state;
	char line[80];

	item(t, 5);
	given(t, "election.open post=president candidates=1,2", "election.mark choice=1",
		"election.count");
	(void)snprintf(line, sizeof line, "correction.make event=%u reason=r",
		(unsigned)t->session.log.n - 1);
	given(t, line);
	assert_int_equal(election(t)->state, ELECTION_IS_OPEN);
	given(t, "election.mark member=3 choice=2", "election.count");
	refused(t, "election.void election=6/7 reason=r", "unknown-election");
	then(t, "election.void reason=contestée", "election.voided");
	assert_null(election(t));
	refused(t, "item.close", "undecided");
	then(t, "election.open post=president candidates=2", "election.opened");
	refused(t, "election.void election=6/1 reason=r", "void");
}

static void a_choice_noted_wrongly_is_corrected_after_the_count(void **state)
{
	struct assembly *t = *state;

	item(t, 7);
	given(t, "election.open post=president candidates=1,2",
		"election.mark member=1,2,3 choice=1", "election.mark choice=2");
	refused(t, "election.correct member=4 choice=1 reason=r", "round-open");
	given(t, "election.count", "election.announce");
	assert_int_equal(election(t)->elected, 2);
	refused(t, "election.correct choice=1 reason=r", "no-member");
	refused(t, "election.correct member=4 reason=r", "no-choice");
	refused(t, "election.correct member=4 choice=2 reason=r", "same");
	refused(t, "election.correct member=4 choice=3 reason=r", "not-candidate");
	refused(t, "election.correct votes=3,4 reason=r", "not-secret");
	refused(t, "election.correct election=6/2 member=4 choice=1 reason=r", "unknown-election");
	asked(t, "election.correct member=4 choice=1 reason=r", "turns-round");
	then(t, "election.correct member=4 choice=1 reason=entendue confirm=turns-round",
		"election.corrected");
	assert_int_equal(election(t)->elected, 1);
	assert_int_equal(round_choice(election_round(election(t)), 4), 1);
	assert_false(election_round(election(t))->announced);
	refused(t, "item.close", "not-announced");
	given(t, "election.announce", "election.correct member=5 choice=0 reason=blanc");
	assert_int_equal(election_round(election(t))->is.blank, 1);
	assert_int_equal(election_round(election(t))->mends.n, 2);
	minutes_have(t, LANG_EN, "The count of round 1 was corrected at");
	minutes_have(t, LANG_EN, "it had been:");
	minutes_have(t, LANG_FR, "Le dépouillement du tour 1 a été rectifié à");
	minutes_have(t, LANG_AR, "صحح إحصاء الدور 1");
	then(t, "election.announce", "election.announced");
	then(t, "item.close", "item.closed");
	/* Nobody elected would need another round, and nobody is at the item any more. */
	refused(t, "election.correct member=1 choice=0 reason=r confirm=turns-round", "must-go-on");
}

static void papers_read_wrongly_are_corrected_and_must_add_up(void **state)
{
	struct assembly *t = *state;

	item(t, 12);
	given(t,
		"election.open post=president secret=yes reason=tradition confirm=public-rule "
		"candidates=1,2,3",
		"election.count found=12 votes=6,4,1 void=1");
	assert_int_equal(election(t)->state, ELECTION_WAITS);
	refused(t, "election.correct member=4 choice=1 reason=r", "secret");
	refused(t, "election.correct votes=7,4,1 reason=r", "papers");
	refused(t, "election.correct votes=6,4,1 reason=r", "same");
	then(t, "election.correct votes=7,4,1 void=0 reason=relu confirm=turns-round",
		"election.corrected");
	assert_int_equal(election(t)->state, ELECTION_IS_OVER);
	assert_int_equal(election(t)->elected, 1);
	given(t, "election.correct votes=6,4,1 void=1 reason=r confirm=turns-round",
		"election.announce", "election.leave candidate=3");
	refused(t, "election.correct votes=7,4,1 void=0 reason=r", "left-since");
}

static void a_foreign_correction_that_does_not_follow_is_a_finding(void **state)
{
	struct assembly *t = *state;
	struct election_corrected c = {.election = {6, 1},
		.round = 1,
		.member = 2,
		.choice = 1,
		.issued = 5,
		.found = 5,
		.votes = {(const int32_t[]){2, 3}, 2},
		.needed = 3,
		.outcome = ROUND_ELECTED,
		.elected = 2,
		.reason = STR("r")};

	item(t, 5);
	given(t, "election.open post=president candidates=1,2", "election.mark choice=2",
		"election.count");
	assert_true(assembly_force(t, EVENT_ELECTION_CORRECTED, &c));
	assert_true(t->session.findings.n > 0);
	c.member = 0;
	assert_false(assembly_force(t, EVENT_ELECTION_CORRECTED, &c));
}

static void a_foreign_count_that_does_not_follow_is_a_finding(void **state)
{
	struct assembly *t = *state;
	struct election_counted c = {.election = {6, 1},
		.round = 1,
		.issued = 5,
		.found = 5,
		.votes = {(const int32_t[]){2, 3}, 2},
		.needed = 3,
		.outcome = ROUND_ELECTED,
		.elected = 1};

	item(t, 5);
	given(t, "election.open post=president candidates=1,2", "election.mark choice=2");
	assert_true(assembly_force(t, EVENT_ELECTION_COUNTED, &c));
	assert_true(t->session.findings.n > 0);
}

static void a_foreign_count_that_does_not_add_up_is_refused(void **state)
{
	struct assembly *t = *state;
	struct election_counted c = {.election = {6, 1},
		.round = 1,
		.issued = 5,
		.found = 4,
		.votes = {(const int32_t[]){2, 3}, 2},
		.needed = 3,
		.outcome = ROUND_NEXT};

	item(t, 5);
	given(t, "election.open post=president candidates=1,2", "election.mark choice=2");
	assert_false(assembly_force(t, EVENT_ELECTION_COUNTED, &c));
}

/* --- what people see --- */

static void the_step_leads_through_the_rounds(void **state)
{
	struct assembly *t = *state;

	item(t, 6);
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ELECTION_OPEN);
	assert_int_equal(step_next(&t->world, &t->scratch).kind, STEP_FORM);
	given(t, "election.open post=president candidates=1,2");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ELECTION_MARK);
	given(t, "election.mark member=1,2,3 choice=1", "election.mark choice=2");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ELECTION_COUNT);
	given(t, "election.count");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ELECTION_ANNOUNCE);
	given(t, "election.announce");
	assert_int_equal(step_next(&t->world, &t->scratch).kind, STEP_COMMAND);
	given(t, "election.open", "election.mark member=1,2,3 choice=1", "election.mark choice=2",
		"election.count", "election.announce");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ELECTION_DECIDE);
	given(t, "election.decide by=age elected=1");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ELECTION_ANNOUNCE);
	given(t, "election.announce");
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_ITEM_OPEN);
}

static void the_room_sees_figures_only_of_an_announced_round(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	item(t, 7);
	given(t, "election.open post=president candidates=1,2",
		"election.mark member=1,2 choice=2");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_true(v.election);
	assert_int_equal(v.voted, 2);
	assert_int_equal(v.candidate[1].votes, 0);
	given(t, "election.mark choice=2", "election.count");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_true(v.vote_over);
	assert_int_equal(v.candidate[1].votes, 0);
	assert_false(v.candidate[1].elected);
	given(t, "election.announce");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_ELECTED);
	assert_int_equal(v.candidate[1].votes, 7);
	assert_true(v.candidate[1].elected);
	assert_true(v.elected);
	/* A correction is not seen before it is announced. */
	given(t, "election.correct member=3 choice=1 reason=entendu");
	v = room_view(&t->session);
	assert_int_equal(v.candidate[1].votes, 7);
	assert_false(v.corrected);
	given(t, "election.announce");
	v = room_view(&t->session);
	assert_int_equal(v.candidate[0].votes, 1);
	assert_int_equal(v.candidate[1].votes, 6);
	assert_true(v.corrected);
}

static void the_minutes_tell_the_rounds_and_the_lot(void **state)
{
	struct assembly *t = *state;

	item(t, 6);
	given(t, "election.open post=president candidates=1,2 endorsed=2",
		"election.mark member=1,2,3 choice=1", "election.mark choice=2", "election.count",
		"election.announce", "election.open", "election.mark member=1,2,3 choice=1",
		"election.mark choice=2", "election.count", "election.announce",
		"election.decide by=lot elected=2 note=chapeau confirm=earlier-in-ladder");
	minutes_have(
		t, LANG_EN, "Before this way the rule (by default, the rule not being set) has: ");
	minutes_have(t, LANG_EN, "It was stated that this left the tie as it was.");
	minutes_have(t, LANG_EN, "An endorsement was shown by:");
	minutes_have(t, LANG_EN, "No candidate having the majority");
	minutes_have(t, LANG_EN, "is elected by lot: president. Procedure: chapeau.");
	minutes_have(t, LANG_EN, "Annex: choices in public elections");
	minutes_have(t, LANG_FR, "tirage au sort");
	minutes_have(t, LANG_AR, "جرى الانتخاب بالاقتراع العلني");
	minutes_have(t, LANG_AR, "لمنصب رئيس بالقرعة");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_absolute_majority_is_more_than_half_of_the_base),
		cmocka_unit_test(the_relative_majority_is_the_most_votes_and_a_tie_is_a_tie),
		cmocka_unit_test(without_a_single_paper_nobody_is_elected),
		cmocka_unit_test(every_small_round_is_counted_like_the_oracle),
		CASE(an_election_needs_its_item_and_its_candidates),
		CASE(too_many_candidates_are_refused),
		CASE(a_president_is_elected_in_the_first_round),
		CASE(the_bureau_is_elected_in_two_rounds_with_a_ladder),
		CASE(a_second_post_of_the_bureau_is_asked_about_and_minuted),
		CASE(one_candidate_needs_the_majority_as_well),
		CASE(when_all_withdraw_nobody_is_elected),
		CASE(a_tie_decided_against_the_ladder_is_told_as_it_was),
		CASE(a_later_way_of_the_ladder_waits_for_the_earlier_ones),
		CASE(one_post_takes_no_list_of_two),
		CASE(lists_stand_like_candidates_and_tie_like_them),
		CASE(who_leaves_unmarked_votes_no_more_in_the_round),
		CASE(a_secret_round_is_counted_by_its_papers),
		CASE(a_count_is_taken_back_and_an_election_voided),
		CASE(a_choice_noted_wrongly_is_corrected_after_the_count),
		CASE(papers_read_wrongly_are_corrected_and_must_add_up),
		CASE(a_foreign_correction_that_does_not_follow_is_a_finding),
		CASE(a_foreign_count_that_does_not_follow_is_a_finding),
		CASE(a_foreign_count_that_does_not_add_up_is_refused),
		CASE(the_step_leads_through_the_rounds),
		CASE(the_room_sees_figures_only_of_an_announced_round),
		CASE(the_minutes_tell_the_rounds_and_the_lot),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
