/* What is said is what is so: a rule that warns is confirmed by somebody or not, an agenda was
 * treated or was not, those counted were present or represented; in the question and in the minutes
 * alike. */
#include <string.h>

#include "locale/format.h"
#include "tests/minuted.h"

#define OPENING "sitting.open chair=1 secretary=2"

static const struct {
	const char *rule[2]; /* as rule.set takes it */
	const char *before[9];
	const char *line, *code, *minuted;
} cases[] = {
	{{"key=notice.days_min value=15"}, {"notice.record date=2024-12-20 channel=hand"},
		"@10:00 " OPENING, "notice-short",
		"The notices had gone out later than expected; it was asked whether to open "
		"sitting "
		"1 all the same, and answered with yes. In view of: notices at least 15 days "
		"before"},
	{{"key=ordinary.months value=2,6"}, {NULL}, "@10:00 " OPENING, "other-month",
		"The session was not in one of the months of the rule; it was asked whether to "
		"open "
		"sitting 1 all the same, and answered with yes. In view of: months of the ordinary "
		"sessions: February and June"},
	{{"key=minutes.writer value=rapporteur"}, {NULL}, "@10:00 sitting.open chair=1 secretary=3",
		"minutes-writer",
		"The secretary of the sitting was not the rapporteur; it was asked"},
	{{"key=agenda.vote value=yes"}, {"@10:00 " OPENING, "attendance.all", "quorum.record"},
		"item.open item=1", "agenda-vote",
		"The agenda had not been adopted by a vote; it was asked whether to take the item "
		"all "
		"the same, and answered with yes. In view of: the agenda is adopted by a vote"},
	{{"key=agenda.vote value=yes"}, {"@10:00 " OPENING, "attendance.all", "quorum.record"},
		"vote.block item=1,4", "agenda-vote",
		"The agenda had not been adopted by a vote; it was asked whether to open the vote "
		"all "
		"the same, and answered with yes. In view of: the agenda is adopted by a vote"},
	{{"key=notice.documents value=yes"},
		{"notice.record date=2024-12-01 channel=hand documents=no"}, "@10:00 " OPENING,
		"no-documents", "Notices had gone out without the documents; it was asked whether"},
	{{"key=ordinary.max_days value=3"},
		{"@10:00 " OPENING, "attendance.all", "quorum.record",
			"sitting.close cause=left-open"},
		"@2025-01-09T10:00:00+01:00 " OPENING, "session-long",
		"The session had lasted longer than it may; it was asked whether to open sitting "
		"2 "},
	{{"key=ordinary.max_days value=3", "key=ordinary.extension_days value=30"},
		{"@10:00 " OPENING, "attendance.all", "quorum.record",
			"sitting.close cause=left-open"},
		"@2025-01-09T10:00:00+01:00 " OPENING, "session-prolonged",
		"The days of the session were over and it was prolonged; it was asked whether to "
		"open sitting 2 all the same, and answered with yes. In view of: it may be "
		"prolonged "
		"by 30 days"},
	{{"key=notice.days_min value=15", "key=notice.working_days value=yes"},
		{"notice.record date=2024-12-12 channel=hand"}, "@10:00 " OPENING, "notice-short",
		"days of the notices are working days: yes (law, article 12, confirmed"},
	{{"key=quorum.calls value=1/2"},
		{"@10:00 " OPENING, "attendance.all", "quorum.record",
			"attendance.left member=3,4,5", "item.open item=1 confirm=no-quorum",
			"item.present", "vote.open kind=named", "vote.all value=for", "vote.close"},
		NULL, NULL,
		"The quorum was not there when the vote was opened; that the assembly goes on "
		"without it was recorded at "},
	{{"key=quorum.calls value=1/2"},
		{"@10:00 " OPENING, "attendance.all", "quorum.record",
			"attendance.left member=3,4,5"},
		"item.open item=1", "no-quorum", NULL},
	{{"key=budget.mode value=chapters"},
		{"@10:00 " OPENING, "attendance.all", "quorum.record", "item.open item=4",
			"item.present"},
		"vote.open kind=named", "by-chapter", NULL},
	{{"key=quorum.calls value=\"1/2; unset in-office 15+\"", "key=call.days value=15"},
		{"@10:00 " OPENING, "attendance.present member=1,2",
			"attendance.absent member=3,4,5", "call.fail"},
		"call.convene date=2025-01-03", "call-early",
		"That call was convened for an earlier day than the rule expects (law, article 12, "
		"confirmed by Naïma Kadiri)"},
};

static void begun(struct assembly *t, size_t i, bool firm)
{
	char line[200];

	assembly_session(t, 5);
	for (size_t k = 0; k < ARRAY_LEN(cases[i].rule) && cases[i].rule[k]; k++) {
		snprintf(line, sizeof line, "rule.set %s source=\"art. 12\" certainty=%s",
			cases[i].rule[k], firm ? "law confirmed_by=\"Naïma Kadiri\"" : "practice");
		given(t, line);
	}
	for (size_t k = 0; k < ARRAY_LEN(cases[i].before) && cases[i].before[k]; k++)
		given(t, cases[i].before[k]);
}

static const char *question(struct assembly *t)
{
	return arena_z(&t->arena, format_plain(&t->last.why, LANG_EN, &t->arena));
}

static void has(const char *text, const char *words)
{
	if (!strstr(text, words)) {
		puts(text);
		fail_msg("“%s” is not in: %s", words, text);
	}
}

static void has_not(const char *text, const char *words)
{
	if (strstr(text, words))
		fail_msg("“%s” is in: %s", words, text);
}

static void told(bool firm)
{
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *words = firm ? "law, article 12, confirmed by Naïma Kadiri"
					 : "article 12, not confirmed";
		struct assembly *t;
		char answer[40];
		void *state;

		assert_int_equal(assembly_setup(&state), 0);
		t = state;
		begun(t, i, firm);
		if (cases[i].line) {
			snprintf(answer, sizeof answer, "ask %s", cases[i].code);
			then(t, cases[i].line, answer);
			has(question(t), words);
			has_not(question(t), firm ? "not confirmed" : "confirmed by");
		}
		assembly_teardown(&state);
	}
}

static void a_confirmed_rule_is_called_confirmed_when_it_asks(void **state)
{
	(void)state;
	told(true);
}

static void a_rule_nobody_confirmed_is_called_so_when_it_asks(void **state)
{
	(void)state;
	told(false);
}

static void what_was_confirmed_over_is_minuted_with_what_the_rule_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct assembly *t;
		char line[160];
		void *of;

		if (!cases[i].minuted)
			continue;
		assert_int_equal(assembly_setup(&of), 0);
		t = of;
		begun(t, i, true);
		if (cases[i].line) {
			snprintf(line, sizeof line, "%s confirm=%s", cases[i].line, cases[i].code);
			given(t, line);
		}
		has(minuted(t, LANG_EN), cases[i].minuted);
		has(minuted(t, LANG_EN), "(law, article 12, confirmed by Naïma Kadiri)");
		assembly_teardown(&of);
	}
}

/* A rule that had run out, and one that was broken as well; each is told once, with its own words.
 */
static void each_question_at_an_opening_is_told_by_itself(void **state)
{
	struct assembly *t = *state;
	const char *text;

	assembly_session(t, 5);
	given(t, "rule.set key=notice.days_min value=15 from=2020-01-01 to=2020-12-31",
		"rule.set key=minutes.writer value=rapporteur",
		"notice.record date=2024-12-20 channel=hand",
		"@10:00 sitting.open chair=1 secretary=3 "
		"confirm=notice-short,rule-dated,minutes-writer");
	text = minuted(t, LANG_EN);
	has(text, "The notices had gone out later than expected; it was asked");
	has(text, "Rules of the session were not in force on that day; it was asked");
	has(text, "The secretary of the sitting was not the rapporteur; it was asked");
}

/* What the minutes say of the end follows from what was done, not from what was ticked. */
static void a_session_that_left_items_never_says_its_agenda_was_treated(void **state)
{
	struct assembly *t = *state;
	const char *text;

	assembly_session(t, 5);
	given(t, "@10:00 " OPENING, "attendance.all", "quorum.record", "item.open item=1",
		"item.present", "vote.unanimous", "vote.announce", "item.close");
	asked(t, "sitting.close cause=done", "untreated");
	given(t, "sitting.close cause=done confirm=untreated");
	text = minuted(t, LANG_EN);
	has(text, "The session having ended before its agenda was completed, the sitting rose at");
	has_not(text, "The business of the agenda being concluded");
	has_not(minuted(t, LANG_FR), "L’ordre du jour étant épuisé");
	has_not(minuted(t, LANG_AR), "وبعد استنفاد جدول الأعمال");
}

static void a_session_that_treated_all_says_so(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 " OPENING, "attendance.all", "quorum.record",
		"item.postpone item=1 reason=x", "item.postpone item=2 reason=x",
		"item.withdraw item=3 reason=x", "item.postpone item=4 reason=x",
		"item.postpone item=5 reason=x", "sitting.close cause=done");
	has(minuted(t, LANG_EN), "The business of the agenda being concluded, the sitting rose at");
}

static void those_represented_are_named_where_they_are_counted(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "rule.set key=proxy.max value=1", "rule.set key=majority.base value=present",
		"@10:00 " OPENING, "attendance.present member=1,2,3,4,5,6,7",
		"attendance.absent member=8,9 excused=yes", "proxy.give from=8 to=1",
		"proxy.give from=9 to=2", "quorum.record", "item.open item=1", "item.present",
		"vote.open kind=named", "vote.all value=for", "vote.close");
	has(minuted(t, LANG_EN), "of 9 members present or represented");
	has(minuted(t, LANG_FR), "9 membres présents ou représentés");
	has_not(minuted(t, LANG_EN), "9 members present;");
}

int main(void)
{
	const struct CMUnitTest list[] = {
		cmocka_unit_test(a_confirmed_rule_is_called_confirmed_when_it_asks),
		cmocka_unit_test(a_rule_nobody_confirmed_is_called_so_when_it_asks),
		cmocka_unit_test(what_was_confirmed_over_is_minuted_with_what_the_rule_is),
		CASE(each_question_at_an_opening_is_told_by_itself),
		CASE(a_session_that_left_items_never_says_its_agenda_was_treated),
		CASE(a_session_that_treated_all_says_so),
		CASE(those_represented_are_named_where_they_are_counted),
	};

	return cmocka_run_group_tests(list, NULL, NULL);
}
