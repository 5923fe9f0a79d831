/* The rules of the chamber at the desk: looked at, changed, confirmed, exchanged. */
#include "tests/hand.h"
#include "tests/test.h"

static void keys(struct hand *h, const char *typed)
{
	hand_type(h, 24, 80, typed);
}

static const struct rules_adopted *rules(struct hand *h)
{
	return world_rules(register_world(h->r));
}

static const struct rule_text *rule(struct hand *h, const char *key)
{
	return rule_find(rules(h)->rules.at, rules(h)->rules.n, key);
}

static void the_rules_are_shown_with_profile_source_and_certainty(void **state)
{
	static const char *const names[] = {"rules-ar-80x24", "rules-fr-80x24", "rules-en-80x24"};
	static const char *const forms[] = {"rule-ar-80x24", "rule-fr-80x24", "rule-en-80x24"};
	struct hand *h = *state;

	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		h->cli.lang = lang;
		keys(h, " 5");
		hand_golden(h, names[lang]);
		keys(h, " 5<Down><Down><Down><Down><Enter>");
		hand_golden(h, forms[lang]);
	}
	assert_int_equal(register_chamber(h->r)->rules.profile.n, 0);
}

static void a_rule_nobody_set_shows_what_is_applied(void **state)
{
	struct hand *h = *state;

	keys(h, " 5/each round of an election<Enter>");
	hand_assert_shows(h, "each round of an election: absolute");
	hand_assert_shows(h, "by default");
	keys(h, " 5/each round of an election<Enter><Enter>");
	hand_assert_shows(h, "not set: applied by default");
	keys(h, " 5/the visa is given<Enter>"); /* without this one nothing holds */
	hand_assert_shows(h, "not set");
}

static void another_profile_is_adopted_by_its_digit_and_enter(void **state)
{
	struct hand *h = *state;

	keys(h, " 5<Enter>");
	hand_assert_shows(h, "Another rule profile");
	keys(h, " 5<Enter><Esc>");
	assert_int_equal(register_chamber(h->r)->rules.profile.n, 0);
	keys(h, " 5<Enter>2");
	assert_int_equal(register_chamber(h->r)->rules.profile.n, 0); /* it only selects */
	keys(h, " 5<Enter>2<Enter>");
	assert_true(str_is(rules(h)->profile, "communes-113.14"));
	hand_assert_shows(h, "communes-113.14");
}

static void a_rule_is_confirmed_by_a_named_person_and_then_called_law(void **state)
{
	struct hand *h = *state;

	keys(h, " 5/in a tie<Enter><Enter>");
	hand_assert_shows(h, "published text, to be confirmed");
	keys(h, " 5/in a tie<Enter><Enter><Tab><Tab><Tab>Naima Kadiri<Tab>02/12/2024<F4>");
	assert_true(rule_is_law(rule(h, "tie.rule")));
	assert_true(str_is(rule(h, "tie.rule")->confirmed_by, "Naima Kadiri"));
	assert_int_equal(rule(h, "tie.rule")->confirmed_on.day, 2);
	assert_true(str_is(rule(h, "tie.rule")->source, "art. 14"));
	keys(h, " 5/in a tie<Enter><Enter>");
	hand_assert_shows(h, "law, confirmed by Naima Kadiri on 02/12/2024");
}

static void law_without_a_name_is_refused_and_the_form_stays(void **state)
{
	struct hand *h = *state;

	keys(h, " 5<Down><Enter><Tab><Tab><Left><Left><F4>");
	hand_assert_shows(h, "Only what a named person has confirmed");
	assert_int_equal(register_chamber(h->r)->rules.profile.n, 0);
}

static void a_value_that_is_none_is_refused_with_what_is_expected(void **state)
{
	struct hand *h = *state;

	keys(h, " 5<Down><Enter><C-Home><C-k>half<F4>");
	hand_assert_shows(h, "“half” does not fit");
	assert_int_equal(register_chamber(h->r)->rules.profile.n, 0);
}

static void a_new_value_loses_the_confirmation_of_the_old_one(void **state)
{
	struct hand *h = *state;

	hand_play(h, "rule.set key=notice.days_min confirmed_by=Naima certainty=practice\n");
	keys(h, " 5/notices at least<Enter><Enter><C-Home><C-k>10<F4>");
	assert_true(str_is(rule(h, "notice.days_min")->value, "10"));
	assert_int_equal(rule(h, "notice.days_min")->confirmed_by.n, 0);
	assert_int_equal(rule(h, "notice.days_min")->certainty, CERTAINTY_UNCONFIRMED);
	keys(h, " 5/notices at least<Enter><Enter><C-Home><C-k><F4>");
	assert_null(rule(h, "notice.days_min"));
}

static void a_rule_that_is_not_set_is_set_from_the_list(void **state)
{
	struct hand *h = *state;

	keys(h, " 5/the visa is given<Enter><Enter>30<F4>");
	assert_true(str_is(rule(h, "visa.days")->value, "30"));
}

static void a_file_is_taken_or_its_first_fault_is_said(void **state)
{
	struct hand *h = *state;
	const char *bad = hand_file(h, "bad.rules", "profile = mine\ntie.rule = coin\n");
	const char *good = hand_file(h, "good.rules",
		"profile = mine\nquorum.calls = 1/2\nmajority.threshold = 1/2\n"
		"majority.base = voters\ntie.rule = rejected\n");
	struct str typed[] = {STR(" 5<Enter>6<Enter>"), str_of(bad), STR("<F4>")};

	keys(h, arena_join(&h->arena, typed, ARRAY_LEN(typed)).p);
	hand_assert_shows(h, "line 2:");
	assert_int_equal(register_chamber(h->r)->rules.profile.n, 0);
	typed[0] = STR(" 5<Enter>6<Enter><F9>empty<Enter>");
	typed[1] = str_of(good);
	keys(h, arena_join(&h->arena, typed, ARRAY_LEN(typed)).p);
	assert_true(str_is(rules(h)->profile, "mine"));
	assert_true(str_is(rules(h)->source, "good.rules"));
}

static void an_open_session_keeps_its_rules_whatever_the_desk_changes(void **state)
{
	struct hand *h = *state;

	hand_play(h, "session.create kind=ordinary year=2024 month=10\n"
		     "item.add kind=report title_fr=Rapport\n"
		     "sitting.open chair=1 secretary=2 place=x\n");
	keys(h, "<F9>0 5<Enter>5<Enter>");
	assert_true(str_is(rules(h)->profile, "associations"));
	assert_true(str_is(register_session(h->r)->opening.profile, "handicrafts-18.09"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, hand_five, hand_done)

static const struct CMUnitTest cases[] = {
	CASE(the_rules_are_shown_with_profile_source_and_certainty),
	CASE(a_rule_nobody_set_shows_what_is_applied),
	CASE(another_profile_is_adopted_by_its_digit_and_enter),
	CASE(a_rule_is_confirmed_by_a_named_person_and_then_called_law),
	CASE(law_without_a_name_is_refused_and_the_form_stays),
	CASE(a_value_that_is_none_is_refused_with_what_is_expected),
	CASE(a_new_value_loses_the_confirmation_of_the_old_one),
	CASE(a_rule_that_is_not_set_is_set_from_the_list),
	CASE(a_file_is_taken_or_its_first_fault_is_said),
	CASE(an_open_session_keeps_its_rules_whatever_the_desk_changes),
};

TEST_MAIN(cases)
