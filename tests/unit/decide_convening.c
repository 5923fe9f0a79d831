/* Deciding: notices to members, and what members ask for in writing. */
#include "tests/assembly.h"

static const struct session *s_of(const struct assembly *t)
{
	return &t->session;
}

static void all_are_notified_at_once_then_the_exceptions(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	refused(t, "notice.record member=1,9 channel=hand date=2024-12-10", "unknown-member");
	refused(t, "notice.record channel=hand date=2024-12-31", "notice-after");
	then(t, "notice.record channel=hand date=2024-12-10 documents=yes proof=\"cahier\"",
		"notices.recorded");
	assert_int_equal(t->session.notices.n, 5);
	then(t, "notice.record member=4 channel=bailiff date=2024-12-12", "notices.recorded");
	then(t, "notice.record member=5 channel=none date=2024-12-12", "notices.recorded");
	assert_int_equal(t->session.notices.n, 5);
	assert_int_equal(t->session.notices.at[3].channel, CHANNEL_BAILIFF);
	assert_true(t->session.notices.at[0].documents);
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "not-notified");
	given(t, "@10:00 sitting.open chair=1 secretary=2 confirm=yes");
	refused(t, "notice.record channel=hand date=2024-12-10", "begun");
}

static void the_latest_notice_counts_for_the_delay(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "notice.record channel=hand date=2024-12-01",
		"notice.record member=3 channel=post date=2024-12-20");
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "notice-short");
	then(t, "@10:00 sitting.open chair=1 secretary=2 confirm=yes",
		"session.opened sitting.opened");
	assert_true(str_is(session_sitting(s_of(t))->is.warned, "notice.days_min"));
}

static void every_call_has_notices_of_its_own(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "notice.record channel=hand date=2024-12-01",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"call.fail next=2025-01-20 confirm=yes");
	refused(t, "notice.record channel=hand date=2025-01-21", "notice-after");
	given(t, "notice.record channel=bailiff date=2025-01-15");
	assert_int_equal(t->session.notices.n, 10);
	assert_int_equal(t->session.notices.at[9].call, 2);
	asked(t, "@2025-01-20T10:00:00+01:00 sitting.open chair=1 secretary=2", "notice-short");
}

static void a_written_request_is_answered_with_a_reason(void **state)
{
	struct assembly *t = *state;
	struct command empty = command_of(CMD_REQUEST_ANSWER); /* as an empty form would send it */

	assembly_session(t, 5);
	assert_int_equal(assembly_send(t, &empty), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "unknown-request");
	refused(t, "request.file date=2024-12-02 member=3", "no-title");
	refused(t, "request.file date=2024-12-02 member=8 title_fr=x", "unknown-member");
	then(t, "request.file date=2024-12-02 member=3,4 title_fr=\"Deux conventions\"",
		"request.filed");
	given(t, "request.file date=2024-12-03 member=5 title_fr=Autre");
	refused(t, "request.answer request=3 outcome=refused reason=x", "unknown-request");
	refused(t, "request.answer request=1 outcome=refused", "no-reason");
	refused(t, "request.answer request=1 outcome=entered item=9", "unknown-item");
	then(t, "request.answer request=1 outcome=entered item=2", "request.answered");
	assert_int_equal(t->session.requests.at[0].answer.item, 2);
	refused(t, "request.answer request=1 outcome=later reason=x", "answered");
	then(t, "request.answer request=2 outcome=refused reason=\"hors compétence\"",
		"request.answered");
}

static void twenty_three_of_twenty_eight_may_ask_for_a_dismissal(void **state)
{
	struct assembly *t = *state;
	const struct request_filed *r;

	assembly_session(t, 28);
	asked(t,
		"request.file kind=dismissal date=2024-12-02 "
		"member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20",
		"too-few-signers");
	then(t,
		"request.file kind=dismissal date=2024-12-02 proof=\"exploit d’huissier\" "
		"member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23",
		"request.filed");
	r = &t->session.requests.at[0].is;
	assert_int_equal(r->in_office, 28);
	assert_int_equal(r->needed, 21);
	assert_int_equal(r->members.n, 23);
	assert_int_equal(r->warned.n, 0);
	assert_true(str_is(r->threshold, ">=3/4"));
}

static void a_late_request_is_asked_about_where_a_rule_says_so(void **state)
{
	struct assembly *t = *state;
	const struct rules_adopted *profile = world_rules(&t->world);
	size_t n = profile->rules.n;
	struct rule_text *rules = ARENA_ARRAY(&t->arena, struct rule_text, n + 1);
	struct member one = {.number = 1, .name_fr = STR("Un")};
	struct session_opened o = {.call = 1, .profile = STR("x"), .roster = {&one, 1}};

	assembly_session(t, 1);
	memcpy(rules, profile->rules.at, n * sizeof *rules);
	rules[n] = (struct rule_text){.key = STR("agenda.request_days"),
		.value = STR("20"),
		.certainty = CERTAINTY_UNCONFIRMED};
	o.rules = (struct list){rules, n + 1};
	assert_true(assembly_force(t, EVENT_SESSION_OPENED, &o));
	asked(t, "request.file date=2024-12-20 member=1 title_fr=x", "request-late");
	then(t, "request.file date=2024-12-20 member=1 title_fr=x confirm=yes", "request.filed");
	assert_true(str_is(t->session.requests.at[0].is.warned, "agenda.request_days"));
	then(t, "request.file date=2024-12-01 member=1 title_fr=x", "request.filed");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(all_are_notified_at_once_then_the_exceptions),
		CASE(the_latest_notice_counts_for_the_delay),
		CASE(every_call_has_notices_of_its_own),
		CASE(a_written_request_is_answered_with_a_reason),
		CASE(twenty_three_of_twenty_eight_may_ask_for_a_dismissal),
		CASE(a_late_request_is_asked_about_where_a_rule_says_so),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
