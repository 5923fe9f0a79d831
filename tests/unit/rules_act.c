/* Every rule acts: a session that goes against it is asked and told which rule it is, or does
 * something else under another value of it. A rule without a row here fails. */
#include <stdio.h>
#include <string.h>

#include "locale/format.h"
#include "tests/minuted.h"

#define SEATS    5
#define OPENING  "@10:00 sitting.open chair=1 secretary=2"
#define MEET     OPENING, "attendance.all", "quorum.record"
#define ITEM     MEET, "item.open item=1", "item.present"
#define VOTE     ITEM, "vote.open kind=named"
#define ELECTION MEET, "item.open item=6", "item.present"
#define CLOSED   "vote.close", "vote.announce"

static const struct row {
	const char *key, *value, *other;
	const char *before[14]; /* lines that are accepted under both values */
	const char *line;       /* … and what it is answered; "minutes": whether they say it */
	const char *answer, *otherwise;
} rows[] = {
	{"quorum.calls", "1/2", "1/5", {MEET, "attendance.left member=3,4,5"}, "item.open item=1",
		"ask no-quorum", "item.opened"},
	{"quorum.measured_at", "vote", "opening",
		{"rule.set key=quorum.calls value=1/2 source=\"art. 12\"", ITEM,
			"attendance.left member=3,4,5", "quorum.continue"},
		"vote.open kind=named", "ask no-quorum", "vote.opened"},
	{"call.days", "15", "3",
		{"rule.set key=quorum.calls value=\"1/2; unset in-office\"", OPENING,
			"attendance.present member=1,2", "attendance.absent member=3,4,5",
			"call.fail"},
		"call.convene date=2025-01-03", "ask call-early", "call.convened"},
	{"majority.threshold", ">=3/4", "1/2",
		{VOTE, "vote.all value=for", "vote.cast member=4,5 value=against", CLOSED},
		"minutes", "did not approve", "The general assembly approved by"},
	{"majority.base", "voters", "expressed",
		{VOTE, "vote.cast member=1,2 value=for", "vote.cast member=3 value=against",
			"vote.cast member=4,5 value=abstain", CLOSED},
		"minutes", "did not approve", "The general assembly approved by"},
	{"majority.by_kind", "\"agreement: >=3/4 voters\"", "\"budget: >=3/4 voters\"",
		{VOTE, "vote.all value=for", "vote.cast member=4,5 value=against", CLOSED},
		"minutes", "did not approve", "The general assembly approved by"},
	{"tie.rule", "rejected", "chair-side",
		{VOTE, "vote.all value=for", "vote.cast member=4,5 value=against",
			"vote.cast member=3 value=abstain", CLOSED},
		"minutes", "did not approve", "the side of the chair"},
	{"vote.mode", "secret", "public", {ITEM}, "vote.open kind=named", "ask vote-mode",
		"vote.opened"},
	{"vote.unanimous", "no-opposition", "all-present",
		{VOTE, "vote.all value=for", "vote.cast member=5 value=abstain", CLOSED}, "minutes",
		"unanimously", "without opposition"},
	{"vote.abstention", "no", "yes",
		{VOTE, "vote.all value=for", "vote.cast member=5 value=abstain"}, "vote.close",
		"ask abstention", "vote.closed"},
	{"vote.weights", "yes", "no", {ITEM}, "vote.open kind=hands", "refused weighed",
		"vote.opened"},
	{"vote.late_arrival", "no", "yes",
		{OPENING, "attendance.present member=1,2,3,4", "quorum.record confirm=unanswered",
			"item.open item=1", "item.present", "vote.open kind=named",
			"attendance.present member=5"},
		"vote.cast member=5 value=for", "ask came-later", "vote.marked"},
	{"election.ballot", "list", "single-name", {ELECTION},
		"election.open post=vice-president candidates=3,4", "ask other-ballot",
		"election.opened"},
	{"election.majority", "relative", "absolute,relative",
		{ELECTION, "election.open post=vice-president candidates=3,4,5",
			"election.mark choice=1 member=1,2", "election.mark choice=2 member=3",
			"election.mark choice=3 member=4,5", "election.count", "election.announce"},
		"election.open", "refused tied", "election.opened"},
	{"election.tie", "age,lot", "lot",
		{"rule.set key=election.majority value=relative", ELECTION,
			"election.open post=vice-president candidates=3,4",
			"election.mark choice=1 member=1,2", "election.mark choice=2 member=3,4",
			"attendance.left member=5", "election.count", "election.announce"},
		"election.decide by=lot elected=1 note=x", "ask earlier-in-ladder",
		"election.decided"},
	{"proxy.max", "0", "1",
		{OPENING, "attendance.present member=1,2,3,4",
			"attendance.absent member=5 excused=yes"},
		"proxy.give from=5 to=1", "ask no-proxies", "proxy.given"},
	{"remote.counts_quorum", "no", "yes",
		{"rule.set key=quorum.calls value=1/2 source=\"art. 12\"", OPENING,
			"attendance.present member=1,2", "attendance.remote member=3,4,5",
			"quorum.record"},
		"item.open item=1", "ask no-quorum", "item.opened"},
	{"remote.may_vote", "no", "yes",
		{OPENING, "attendance.present member=1,2,3,4", "attendance.remote member=5",
			"quorum.record", "item.open item=1", "item.present",
			"vote.open kind=named"},
		"vote.cast member=5 value=for", "ask remote", "vote.*"},
	{"recusal.lowers_base", "no", "yes",
		{"rule.set key=majority.base value=in-office", MEET,
			"attendance.recuse item=1 member=4,5 reason=x", "item.open item=1",
			"item.present", "vote.open kind=named", "vote.all value=for",
			"vote.cast member=3 value=against", CLOSED},
		"minutes", "did not approve", "The general assembly approved by"},
	{"recusal.lowers_quorum", "yes", "no",
		{"rule.set key=quorum.calls value=1/2 source=\"art. 12\"", MEET, "item.open item=1",
			"item.present", "attendance.left member=4,5",
			"attendance.recuse item=1 member=2,3 reason=x"},
		"vote.open kind=named", "ask no-quorum", "vote.opened"},
	{"account.chair_leaves", "yes", "no",
		{"item.add kind=account title_fr=Compte", MEET, "item.open item=7", "item.present"},
		"vote.open kind=named", "ask own-account", "vote.opened"},
	{"agenda.vote", "yes", "no", {MEET}, "item.open item=1", "ask agenda-vote", "item.opened"},
	{"agenda.request_days", "30", "3", {NULL},
		"@2024-12-20T10:00:00+01:00 request.file kind=item date=2024-12-20 member=3 "
		"title_fr=x",
		"ask request-late", "request.filed"},
	{"notice.days_min", "15", "3", {"notice.record date=2024-12-20 channel=hand"}, OPENING,
		"ask notice-short", "session.opened sitting.opened"},
	{"notice.working_days", "yes", "no",
		{"rule.set key=notice.days_min value=15 source=\"art. 12\"",
			"notice.record date=2024-12-12 channel=hand"},
		OPENING, "ask notice-short", "session.opened sitting.opened"},
	{"notice.documents", "yes", "no",
		{"notice.record date=2024-12-01 channel=hand documents=no"}, OPENING,
		"ask no-documents", "session.opened sitting.opened"},
	{"ordinary.months", "2,6", "2,10", {NULL}, OPENING, "ask other-month",
		"session.opened sitting.opened"},
	{"ordinary.max_days", "3", "30", {MEET, "sitting.close cause=left-open"},
		"@2025-01-09T10:00:00+01:00 sitting.open chair=1 secretary=2", "ask session-long",
		"sitting.opened"},
	{"ordinary.extension_days", "2", "30",
		{"rule.set key=ordinary.max_days value=3 source=\"art. 12\"", MEET,
			"sitting.close cause=left-open"},
		"@2025-01-09T10:00:00+01:00 sitting.open chair=1 secretary=2", "ask session-long",
		"ask session-prolonged"},
	{"extraordinary.request_share", "1/2", "any", {NULL},
		"request.file kind=extraordinary date=2024-12-20 member=3,4 title_fr=x",
		"ask too-few-signers", "request.filed"},
	{"dismissal.request_share", ">=3/4", "1/5", {NULL},
		"request.file kind=dismissal date=2024-12-20 member=3,4 title_fr=x",
		"ask too-few-signers", "request.filed"},
	{"minutes.writer", "rapporteur", "secretary", {NULL},
		"@10:00 sitting.open chair=1 secretary=3", "ask minutes-writer",
		"session.opened sitting.opened"},
	{"budget.mode", "chapters", "whole", {MEET, "item.open item=4", "item.present"},
		"vote.open kind=named", "ask by-chapter", "vote.opened"},
};

/* Rules that bar and ask nothing: what they do is seen by a case of its own. */
static const struct {
	const char *key, *file, *name;
} elsewhere[] = {
	{"quorum.threshold", "rule.c", "the_list_of_the_first_version_is_read"},
	{"quorum.base", "rule.c", "the_list_of_the_first_version_is_read"},
	{"vote.hands_order", "decide_acting.c",
		"a_show_of_hands_is_asked_for_in_the_order_of_the_rules"},
	{"dismissal.majority", "decide_acting.c", "a_dismissal_has_the_majority_of_its_own_rule"},
	{"minutes.signers", "decide_acting.c", "signers_are_those_of_the_rules_in_their_order"},
	{"minutes.send_days", "decide_acting.c", "what_is_to_follow_has_its_day"},
	{"minutes.working_days", "decide_acting.c", "what_is_to_follow_has_its_day"},
	{"minutes.send_to", "decide_acting.c", "what_is_to_follow_has_its_day"},
	{"visa.kinds", "decide_acting.c", "what_is_to_follow_has_its_day"},
	{"visa.days", "decide_acting.c", "what_is_to_follow_has_its_day"},
	{"absence.consecutive", "decide_acting.c",
		"absences_count_once_a_session_and_excuses_do_not"},
	{"absence.total", "decide_acting.c", "absences_count_once_a_session_and_excuses_do_not"},
	{"room.votes", "room_wall.c", "names_are_seen_as_they_vote_only_where_the_rules_say_so"},
	{"ceremony.opening", "step.c", "without_the_rule_there_is_no_ceremony"},
	{"ceremony.closing", "step.c", "a_whole_session_can_be_led_with_enter"},
	{"speech.seconds", "decide_floor.c", "the_speaking_time_is_set_item_by_item"},
};

static const char *question(struct assembly *t)
{
	return arena_z(&t->arena, format_plain(&t->last.why, LANG_EN, &t->arena));
}

static void begun(struct assembly *t, const struct row *r, const char *value)
{
	char line[200];

	assembly_session(t, SEATS);
	given(t, "item.add kind=election title_ar=انتخاب title_fr=Élection");
	snprintf(line, sizeof line, "rule.set key=%s value=%s source=\"art. 12\"", r->key, value);
	given(t, line);
	for (size_t i = 0; i < ARRAY_LEN(r->before) && r->before[i]; i++)
		given(t, r->before[i]);
}

static void seen(const struct row *r, const char *value, const char *answer)
{
	struct assembly *t;
	void *state;

	assert_int_equal(assembly_setup(&state), 0);
	t = state;
	begun(t, r, value);
	if (strcmp(r->line, "minutes") == 0)
		assert_minuted(t, LANG_EN, answer);
	else
		then(t, r->line, answer);
	if (strncmp(answer, "ask ", 4) == 0 && value == r->value &&
		!strstr(question(t), "article 12"))
		fail_msg("%s: the question does not name the rule: %s", r->key, question(t));
	assembly_teardown(&state);
}

static void who_goes_against_a_rule_is_told_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		seen(&rows[i], rows[i].value, rows[i].answer);
}

static void under_another_value_it_goes_otherwise(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		if (rows[i].otherwise)
			seen(&rows[i], rows[i].other, rows[i].otherwise);
	}
}

/* The words of a unit test, or "". */
static const char *source(const char *file)
{
	static char text[200000];
	char path[500];
	FILE *f;
	size_t n;

	snprintf(path, sizeof path, "%s/tests/unit/%s", getenv("TOP_SRCDIR"), file);
	f = fopen(path, "r");
	assert_non_null(f);
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	(void)fclose(f);
	return text;
}

static void every_rule_has_a_row(void **state)
{
	(void)state;
	for (int key = 0; key < RULE_COUNT; key++) {
		const char *name = rule_key_name((enum rule_key)key);
		int n = 0;

		for (size_t i = 0; i < ARRAY_LEN(rows); i++)
			n += strcmp(rows[i].key, name) == 0;
		for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++)
			n += strcmp(elsewhere[i].key, name) == 0;
		if (n != 1)
			fail_msg("%s has %d rows", name, n);
	}
}

static void what_is_seen_elsewhere_is_run_there(void **state)
{
	char line[120];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++) {
		snprintf(line, sizeof line, "(%s)", elsewhere[i].name);
		if (!strstr(source(elsewhere[i].file), line))
			fail_msg("%s: %s does not run %s", elsewhere[i].key, elsewhere[i].file,
				elsewhere[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest list[] = {
		cmocka_unit_test(who_goes_against_a_rule_is_told_so),
		cmocka_unit_test(under_another_value_it_goes_otherwise),
		cmocka_unit_test(every_rule_has_a_row),
		cmocka_unit_test(what_is_seen_elsewhere_is_run_there),
	};

	return cmocka_run_group_tests(list, NULL, NULL);
}
