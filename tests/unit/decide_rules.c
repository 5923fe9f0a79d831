/* Deciding about the rules of the chamber, and what a session makes of them. */
#include "tests/assembly.h"

static const struct rule_text *rule(struct assembly *t, const char *key)
{
	const struct rules_adopted *is = world_rules(&t->world);

	return rule_find(is->rules.at, is->rules.n, key);
}

static void a_chamber_that_adopted_nothing_has_the_default(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	assert_int_equal(t->chamber.rules.profile.n, 0);
	assert_true(str_is(world_rules(&t->world)->profile, "handicrafts-18.09"));
}

static void a_profile_is_adopted_by_its_name(void **state)
{
	struct assembly *t = *state;

	refused(t, "rules.adopt profile=communes-113.14", "no-chamber");
	assembly_chamber(t, 3);
	refused(t, "rules.adopt profile=communes", "unknown-profile");
	then(t, "rules.adopt profile=communes-113.14", "rules.adopted");
	assert_true(str_is(t->chamber.rules.profile, "communes-113.14"));
	assert_true(str_is(rule(t, "majority.base")->value, "expressed"));
	then(t, "rules.adopt profile=associations", "rules.adopted");
	assert_true(str_is(world_rules(&t->world)->profile, "associations"));
}

static void a_new_value_is_confirmed_by_nobody_yet(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	then(t, "rule.set key=tie.rule confirmed_by=Naima certainty=law", "rules.adopted");
	assert_true(rule_is_law(rule(t, "tie.rule")));
	assert_true(str_is(rule(t, "tie.rule")->source, "art. 14"));
	assert_int_equal(rule(t, "tie.rule")->confirmed_on.year, 2024);
	then(t, "rule.set key=tie.rule value=chair-side note=same", "rules.adopted");
	assert_true(rule_is_law(rule(t, "tie.rule")));
	then(t, "rule.set key=tie.rule value=rejected", "rules.adopted");
	assert_false(rule_is_law(rule(t, "tie.rule")));
	assert_int_equal(rule(t, "tie.rule")->certainty, CERTAINTY_UNCONFIRMED);
	assert_int_equal(rule(t, "tie.rule")->source.n, 0);
	assert_int_equal(rule(t, "tie.rule")->confirmed_by.n, 0);
	assert_true(str_is(t->chamber.rules.profile, "handicrafts-18.09"));
}

static void only_a_named_person_makes_a_rule_law(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	refused(t, "rule.set key=quorum.calls certainty=law", "law-unconfirmed");
	refused(t, "rule.set key=quorum.calls confirmed_on=2026-03-02", "no-confirmer");
	then(t,
		"rule.set key=quorum.calls certainty=law confirmed_by=Naima "
		"confirmed_on=2024-03-02",
		"rules.adopted");
	assert_true(rule_is_law(rule(t, "quorum.calls")));
	assert_int_equal(rule(t, "quorum.calls")->confirmed_on.month, 3);
}

static void what_cannot_be_a_rule_is_refused(void **state)
{
	struct assembly *t = *state;

	refused(t, "rule.set key=tie.rule value=rejected", "no-chamber");
	assembly_chamber(t, 3);
	refused(t, "rule.set key=no.rule value=1", "unknown-rule");
	refused(t, "rule.set key=tie.rule value=coin", "bad-rule");
	refused(t, "rule.set key=tie.rule value=none", "bad-rules");
	refused(t, "rule.set key=speech.seconds value=none", "not-set");
	refused(t, "rule.set key=speech.seconds source=x", "no-value");
	refused(t, "rule.set key=tie.rule from=2026-01-01 to=2025-01-01", "bad-dates");
	assert_int_equal(t->chamber.rules.profile.n, 0);
}

static void a_rule_comes_and_goes(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	assert_null(rule(t, "speech.seconds"));
	then(t, "rule.set key=speech.seconds value=180 source=\"art. 20\" certainty=practice",
		"rules.adopted");
	assert_true(str_is(rule(t, "speech.seconds")->value, "180"));
	assert_int_equal(rule(t, "speech.seconds")->certainty, CERTAINTY_PRACTICE);
	then(t, "rule.set key=speech.seconds value=none", "rules.adopted");
	assert_null(rule(t, "speech.seconds"));
}

static void a_file_of_rules_is_adopted_when_it_can_be_used(void **state)
{
	struct assembly *t = *state;
	struct command c = command_of(CMD_RULES_IMPORT);
	struct rule_text list[] = {{.key = STR("tie.rule"), .value = STR("rejected")}};

	assembly_chamber(t, 3);
	c.arg.rules_import =
		(struct rules_adopted){.profile = STR("mine"), .rules = {list, ARRAY_LEN(list)}};
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "bad-rules");
	c.arg.rules_import.rules = world_rules(&t->world)->rules;
	c.arg.rules_import.source = STR("mine.rules");
	assert_int_equal(assembly_send(t, &c), VERDICT_DONE);
	assert_true(str_is(t->chamber.rules.profile, "mine"));
	assert_true(str_is(t->chamber.rules.source, "mine.rules"));
}

static void without_any_rules_nothing_opens(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	t->world.profiles_n = 0;
	refused(t, "sitting.open chair=1 secretary=2 place=x", "no-rules");
	refused(t, "rule.set key=tie.rule value=rejected", "no-rules");
}

static void a_session_freezes_the_rules_it_opened_under(void **state)
{
	struct assembly *t = *state;
	const struct rule_text *frozen;

	assembly_session(t, 3);
	given(t, "rules.adopt profile=communes-113.14",
		"rule.set key=tie.rule certainty=law confirmed_by=Naima",
		"sitting.open chair=1 secretary=2 place=x");
	assert_true(str_is(t->session.opening.profile, "communes-113.14"));
	assert_int_equal(t->session.rules.majority.base, BASE_EXPRESSED);
	given(t, "rules.adopt profile=associations", "rule.set key=majority.base value=present");
	assert_true(str_is(t->session.opening.profile, "communes-113.14"));
	assert_int_equal(t->session.rules.majority.base, BASE_EXPRESSED);
	assert_int_equal(t->session.rules.tie, TIE_CHAIR_SIDE);
	frozen = rule_find(t->session.opening.rules.at, t->session.opening.rules.n, "tie.rule");
	assert_true(rule_is_law(frozen));
	assert_true(str_is(frozen->confirmed_by, "Naima"));
	assert_int_equal(frozen->confirmed_on.year, 2024);
	assembly_whole(t);
	assert_true(assembly_folds(t));
}

static void a_rule_that_is_not_in_force_on_the_day_warns_and_is_written_down(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "rule.set key=tie.rule to=2018-08-22", "rule.set key=vote.mode from=2030-01-01");
	asked(t, "sitting.open chair=1 secretary=2 place=x", "rule-dated");
	given(t, "sitting.open chair=1 secretary=2 place=x confirm=rule-dated,notice-short");
	assert_true(str_is(session_sitting(&t->session)->is.warned, "tie.rule vote.mode"));
}

static void late_notices_and_an_old_rule_are_asked_about_together(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "session.describe notice=2024-12-29", "rule.set key=tie.rule to=2018-08-22");
	asked(t, "sitting.open chair=1 secretary=2 place=x", "notice-short");
	assert_string_equal(t->last.why.id, "{first} {second}");
	given(t, "sitting.open chair=1 secretary=2 place=x confirm=rule-dated,notice-short");
	assert_true(str_is(session_sitting(&t->session)->is.warned, "notice.days_min tie.rule"));
}

static void a_majority_by_kind_and_by_number_reaches_the_vote(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_session(t, 5);
	given(t, "rule.set key=majority.by_kind value=\"agreement: 4\"",
		"sitting.open chair=1 secretary=2 place=x", "attendance.all", "quorum.record",
		"item.open item=1", "item.present item=1", "vote.open kind=hands",
		"vote.count against=2");
	vote = session_open_vote(&t->session);
	assert_int_equal(session_tally(&t->session, vote).needed, 4);
	given(t, "vote.close");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_REJECTED);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_chamber_that_adopted_nothing_has_the_default),
		CASE(a_profile_is_adopted_by_its_name),
		CASE(a_new_value_is_confirmed_by_nobody_yet),
		CASE(only_a_named_person_makes_a_rule_law),
		CASE(what_cannot_be_a_rule_is_refused),
		CASE(a_rule_comes_and_goes),
		CASE(a_file_of_rules_is_adopted_when_it_can_be_used),
		CASE(without_any_rules_nothing_opens),
		CASE(a_session_freezes_the_rules_it_opened_under),
		CASE(a_rule_that_is_not_in_force_on_the_day_warns_and_is_written_down),
		CASE(late_notices_and_an_old_rule_are_asked_about_together),
		CASE(a_majority_by_kind_and_by_number_reaches_the_vote),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
