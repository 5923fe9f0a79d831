/* Rule profiles as files: what is shipped, what is read, what is said of a bad line. */
#include "tests/arena.h"

#include "storage/profile.h"

static struct profile_reading read_text(struct arena *a, const char *text)
{
	struct profile_reading r;

	profile_read(str_of(text), a, &r);
	return r;
}

#define NEEDED                                                                                     \
	"profile = mine\nquorum.calls = 1/2\nmajority.threshold = 1/2\n"                           \
	"majority.base = voters\ntie.rule = rejected\n"

static const struct rules_adopted *shipped(struct arena *a, size_t *n)
{
	const struct rules_adopted *list;
	struct error err;

	assert_int_equal(profiles_shipped(a, &list, n, &err), 0);
	return list;
}

static void every_shipped_profile_is_read_and_says_what_it_is(void **state)
{
	static const char *const names[] = {"handicrafts-18.09", "communes-113.14",
		"commerce-38.12", "agriculture-27.08", "associations"};
	struct arena *a = *state;
	const struct rules_adopted *list;
	size_t n;

	list = shipped(a, &n);
	assert_int_equal(n, ARRAY_LEN(names));
	for (size_t i = 0; i < n; i++) {
		struct rules *r = ARENA_NEW(a, struct rules);

		assert_ptr_equal(profile_named(list, n, str_of(names[i])), &list[i]);
		assert_true(list[i].title_ar.n && list[i].title_fr.n);
		assert_true(rules_read(list[i].rules.at, list[i].rules.n, r));
	}
	assert_null(profile_named(list, n, STR("handicrafts")));
}

static void nothing_shipped_is_confirmed_and_a_published_text_names_its_article(void **state)
{
	struct arena *a = *state;
	const struct rules_adopted *list;
	size_t n, laws = 0;

	list = shipped(a, &n);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < list[i].rules.n; k++) {
			const struct rule_text *rule =
				(const struct rule_text *)list[i].rules.at + k;

			assert_int_equal(rule->confirmed_by.n, 0);
			assert_false(rule_is_law(rule));
			if (rule->certainty == CERTAINTY_LAW)
				assert_true(str_starts(rule->source, "art. "));
			laws += rule->certainty == CERTAINTY_LAW;
		}
	}
	assert_int_equal(laws, 4);
}

static void quorum_and_delays_of_18_09_are_never_called_law(void **state)
{
	struct arena *a = *state;
	struct rules *r = ARENA_NEW(a, struct rules);
	const struct rules_adopted *list;
	size_t n;

	list = shipped(a, &n);
	assert_true(rules_read(list[0].rules.at, list[0].rules.n, r));
	assert_int_equal(rules_quorum_certainty(r), CERTAINTY_UNCONFIRMED);
	assert_int_equal(rules_certainty(r, RULE_QUORUM_MEASURED_AT), CERTAINTY_UNCONFIRMED);
	assert_int_equal(rules_certainty(r, RULE_NOTICE_DAYS), CERTAINTY_UNCONFIRMED);
	assert_int_equal(rules_certainty(r, RULE_MAJORITY_BASE), CERTAINTY_PRACTICE);
	assert_int_equal(rules_certainty(r, RULE_MAJORITY_THRESHOLD), CERTAINTY_LAW);
	assert_int_equal(r->calls.n, 2);
	assert_false(r->calls.at[1].known);
	assert_int_equal(r->calls.at[1].days_min, 15);
	assert_int_equal(share_needed(r->calls.at[0].share, 28), 15);
	assert_int_equal(share_needed(r->dismissal_share, 28), 21);
}

static void communes_have_three_calls_and_the_third_takes_any_number(void **state)
{
	struct arena *a = *state;
	struct rules *r = ARENA_NEW(a, struct rules);
	const struct rules_adopted *list;
	size_t n;

	list = shipped(a, &n);
	assert_true(rules_read(list[1].rules.at, list[1].rules.n, r));
	assert_int_equal(r->calls.n, 3);
	assert_int_equal(r->calls.at[1].days_min, 3);
	assert_int_equal(r->calls.at[1].days_max, 5);
	assert_true(r->calls.at[2].share.any);
	assert_true(r->calls.at[2].working_days);
	assert_int_equal(r->majority.base, BASE_EXPRESSED);
	assert_int_equal(r->by_kind[ITEM_BUDGET].base, BASE_IN_OFFICE);
	assert_int_equal(r->absence_consecutive, 3);
	assert_int_equal(r->absence_total, 5);
	assert_int_equal(r->budget_mode, BUDGET_CHAPTERS);
}

static void what_is_printed_is_read_back_alike(void **state)
{
	struct arena *a = *state;
	const struct field *fields = event_spec(EVENT_RULES_ADOPTED)->fields;
	const struct rules_adopted *list;
	size_t n;

	list = shipped(a, &n);
	for (size_t i = 0; i < n; i++) {
		struct profile_reading again;

		profile_read(profile_print(&list[i], a), a, &again);
		assert_int_equal(again.faults, 0);
		assert_true(field_equal(fields, &list[i], &again.is));
	}
}

static void all_that_a_rule_has_is_read_and_printed(void **state)
{
	struct arena *a = *state;
	struct profile_reading r = read_text(a,
		"# a remark\r\n\n" NEEDED "\tsource = المادة 14\n"
		"\tcertainty = law\n  confirmed_by = Naïma Kadiri\n\tconfirmed_on = 2026-03-02\n"
		"\tfrom = 2015-08-04\n\tto = 2030-12-31\n\tnote = a = b # no remark\n");
	const struct rule_text *rule = r.is.rules.at;
	struct profile_reading again;

	assert_int_equal(r.faults, 0);
	assert_int_equal(r.is.rules.n, 4);
	rule += 3;
	assert_true(str_is(rule->source, "المادة 14"));
	assert_true(str_is(rule->confirmed_by, "Naïma Kadiri"));
	assert_true(rule_is_law(rule));
	assert_int_equal(rule->confirmed_on.day, 2);
	assert_int_equal(rule->from.month, 8);
	assert_int_equal(rule->to.year, 2030);
	assert_true(str_is(rule->note, "a = b # no remark"));
	profile_read(profile_print(&r.is, a), a, &again);
	assert_true(field_equal(event_spec(EVENT_RULES_ADOPTED)->fields, &r.is, &again.is));
}

/* The first fault of TEXT stands on LINE and begins like WHAT. */
static void assert_fault(struct arena *a, const char *text, uint32_t line, const char *what)
{
	struct profile_reading r = read_text(a, text);

	if (r.faults == 0)
		fail_msg("nothing is said of: %s", text);
	if (r.fault[0].line != line || strncmp(r.fault[0].what.id, what, strlen(what)) != 0)
		fail_msg("line %u: %s", (unsigned)r.fault[0].line, r.fault[0].what.id);
	assert_non_null(profile_fault_message(&r.fault[0], a).id);
}

static void every_fault_is_said_with_its_line(void **state)
{
	struct arena *a = *state;

	assert_int_equal(read_text(a, NEEDED).faults, 0);
	assert_fault(a, NEEDED "nonsense\n", 6, "a line is written");
	assert_fault(a, NEEDED "= 3\n", 6, "a line is written");
	assert_fault(a, NEEDED "no.rule = 3\n", 6, "there is no rule");
	assert_fault(a, NEEDED "tie.rule = rejected\n", 6, "the rule “{key}” stands on line");
	assert_fault(a, NEEDED "notice.days_min = soon\n", 6, "“{value}” does not fit");
	assert_fault(a, NEEDED "notice.days_min =\n", 6, "“{key}” has no value");
	assert_fault(a, NEEDED "\tcertainty = sure\n", 6, "“{value}” does not fit");
	assert_fault(a, NEEDED "\tfrom = yesterday\n", 6, "“{value}” does not fit");
	assert_fault(a, NEEDED "\tcolour = red\n", 6, "a rule has no");
	assert_fault(a, NEEDED "\tconfirmed_on = 2026-03-02\n", 5, "“{key}” was confirmed on");
	assert_fault(a, NEEDED "\tfrom = 2026-03-02\n\tto = 2026-03-01\n", 5, "“{key}” ends");
	assert_fault(a, "profile = mine\n\tsource = x\n", 2, "an indented line");
	assert_fault(a, "profile = No Name\n", 1, "“{value}” does not fit");
	assert_fault(a, "tie.rule = rejected\n", 0, "the profile has no name");
	assert_fault(a, "profile = mine\ntie.rule = rejected\n", 0, "the rules quorum.calls");
	assert_fault(a, "", 0, "the profile has no name");
}

static void faults_are_all_listed_up_to_a_limit(void **state)
{
	struct arena *a = *state;
	struct builder b;

	assert_int_equal(read_text(a, NEEDED "x\ny\nz\n").faults, 3);
	builder_init(&b, a);
	for (int i = 0; i < 100; i++)
		builder_add_z(&b, "x\n");
	builder_add_z(&b, "");
	assert_int_equal(read_text(a, arena_z(a, builder_str(&b))).faults, PROFILE_FAULTS_MAX);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(every_shipped_profile_is_read_and_says_what_it_is),
		cmocka_unit_test(
			nothing_shipped_is_confirmed_and_a_published_text_names_its_article),
		cmocka_unit_test(quorum_and_delays_of_18_09_are_never_called_law),
		cmocka_unit_test(communes_have_three_calls_and_the_third_takes_any_number),
		cmocka_unit_test(what_is_printed_is_read_back_alike),
		cmocka_unit_test(all_that_a_rule_has_is_read_and_printed),
		cmocka_unit_test(every_fault_is_said_with_its_line),
		cmocka_unit_test(faults_are_all_listed_up_to_a_limit),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}
