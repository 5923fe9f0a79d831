/* Deciding: notices to members, and what members ask for in writing. */
#include <string.h>

#include "locale/format.h"
#include "model/convening.h"
#include "tests/minuted.h"

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
	given(t, "@10:00 sitting.open chair=1 secretary=2 confirm=not-notified");
	refused(t, "notice.record channel=hand date=2024-12-10", "begun");
}

static void the_latest_notice_counts_for_the_delay(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "notice.record channel=hand date=2024-12-01",
		"notice.record member=3 channel=post date=2024-12-20");
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "notice-short");
	then(t, "@10:00 sitting.open chair=1 secretary=2 confirm=notice-short",
		"session.opened sitting.opened");
	assert_true(str_is(session_sitting(s_of(t))->is.warned, "notice.days_min"));
}

static void says(struct assembly *t, struct message words, const char *part)
{
	const char *text = arena_z(&t->arena, format_plain(&words, LANG_EN, &t->arena));

	if (!strstr(text, part))
		fail_msg("“%s” is not in: %s", part, text);
}

/* 12 of the 18 days up to Monday 30 December are no Saturdays and Sundays. */
static void working_days_are_called_so(void **state)
{
	struct assembly *t = *state;
	struct convening c;

	assembly_session(t, 3);
	given(t, "rule.set key=notice.days_min value=15",
		"rule.set key=notice.working_days value=yes",
		"notice.record channel=hand date=2024-12-12");
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "notice-short");
	says(t, t->last.why, "The notices went out 12 working days before, 15 are expected");
	c = convening_now(&t->world, (struct date){0}, &t->arena);
	says(t, convening_words(&c, &t->arena), "delay in working days: 12 (15 expected) ✗");
}

static void every_call_has_notices_of_its_own(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "notice.record channel=hand date=2024-12-01",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"call.fail next=2025-01-20 confirm=unanswered");
	refused(t, "notice.record channel=hand date=2025-01-21", "notice-after");
	given(t, "notice.record channel=bailiff date=2025-01-15");
	assert_int_equal(t->session.notices.n, 10);
	assert_int_equal(t->session.notices.at[9].call, 2);
	asked(t, "@2025-01-20T10:00:00+01:00 sitting.open chair=1 secretary=2", "notice-short");
}

/* The second call of five members, of which the first had its notices by NOTICES. */
static void convened_again(struct assembly *t, const char *notices)
{
	assembly_session(t, 5);
	given(t, notices, "@10:00 sitting.open chair=1 secretary=2",
		"attendance.present member=1,2", "call.fail next=2025-01-20 confirm=unanswered");
}

#define OPEN_AGAIN "@2025-01-20T10:00:00+01:00 sitting.open chair=1 secretary=2"

static void a_later_call_without_notices_is_asked_about_and_minuted(void **state)
{
	struct assembly *t = *state;

	convened_again(t, "notice.record channel=hand date=2024-12-01");
	asked(t, OPEN_AGAIN, "not-notified");
	says(t, t->last.why, "5 members in office are not noted as notified.");
	given(t, OPEN_AGAIN " confirm=not-notified");
	assert_minuted(t, LANG_FR, "Aucun membre n’est noté comme convoqué");
}

static void the_day_of_the_first_notices_is_not_that_of_a_later_call(void **state)
{
	struct assembly *t = *state;

	convened_again(t, "session.describe notice=2024-12-01");
	asked(t, OPEN_AGAIN, "not-notified");
}

static void who_has_no_notice_of_a_later_call_is_named_in_the_minutes(void **state)
{
	struct assembly *t = *state;

	convened_again(t, "notice.record channel=hand date=2024-12-01");
	given(t, "notice.record channel=hand date=2025-01-01 member=1,2,3,4");
	asked(t, OPEN_AGAIN, "not-notified");
	given(t, OPEN_AGAIN " confirm=not-notified");
	assert_minuted(t, LANG_FR, "4 membres convoqués le mercredi 1er janvier 2025");
	assert_minuted(t, LANG_FR, "1 membre non noté comme convoqué : ");
}

static void a_written_request_is_answered_with_a_reason(void **state)
{
	struct assembly *t = *state;
	struct command empty = command_of(CMD_REQUEST_ANSWER); /* as an empty form would send it */

	assembly_session(t, 5);
	assert_int_equal(assembly_send(t, &empty), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "unknown-request");
	refused(t, "request.file kind=item date=2024-12-02 member=3", "no-title");
	refused(t, "request.file kind=item date=2024-12-02 member=8 title_fr=x", "unknown-member");
	then(t, "request.file kind=item date=2024-12-02 member=3,4 title_fr=\"Deux conventions\"",
		"request.filed");
	given(t, "request.file kind=item date=2024-12-03 member=5 title_fr=Autre");
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

/* The rules of an association, which say nothing of it. */
static void without_a_rule_three_quarters_are_applied_and_called_a_default(void **state)
{
	struct assembly *t = *state;
	const struct request_filed *r;
	struct str why;

	assembly_session(t, 8);
	given(t, "rules.adopt profile=associations");
	asked(t, "request.file kind=dismissal date=2024-12-02 member=1,2,3,4,5", "too-few-signers");
	why = format_plain(&t->last.why, LANG_EN, &t->arena);
	assert_non_null(strstr(why.p, "6 are needed (by default, the rule not being set)"));
	then(t,
		"request.file kind=dismissal date=2024-12-02 member=1,2,3,4,5 "
		"confirm=too-few-signers",
		"request.filed");
	r = &t->session.requests.at[0].is;
	assert_int_equal(r->needed, 6);
	assert_int_equal(r->source.n, 0); /* article 39 is of another law */
	assert_int_equal(r->certainty, CERTAINTY_UNCONFIRMED);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	assert_minuted(t, LANG_FR,
		"Aucune règle de l’assemblée ne dit quelle part des membres doit signer la demande "
		"1 ; appliqué par défaut : au moins les trois quarts.");
	assert_minuted(
		t, LANG_FR, "5 signataires sur 8 en exercice, 6 requis : nombre non atteint");
	assert_minuted(t, LANG_FR,
		"nombre de membres requis pour demander une révocation : au moins les trois quarts "
		"| "
		"non fixé");
}

static void where_any_member_may_ask_nothing_is_needed(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 8);
	given(t, "rule.set key=dismissal.request_share value=any",
		"rule.set key=dismissal.request_share certainty=practice confirmed_by=Yto",
		"request.file kind=dismissal date=2024-12-02 member=5");
	assert_int_equal(t->session.requests.at[0].is.needed, 1);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	assert_null(strstr(minuted(t, LANG_FR), "doit signer la demande"));
}

static void a_share_nobody_confirmed_is_in_words_in_the_minutes(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "rule.set key=extraordinary.request_share value=>=1/3");
	asked(t, "request.file kind=extraordinary date=2024-12-02 member=1,2", "too-few-signers");
	given(t, "request.file kind=extraordinary date=2024-12-02 member=1,2,3",
		"@10:00 sitting.open chair=1 secretary=2");
	assert_minuted(t, LANG_FR, "est une règle non confirmée : au moins un tiers.");
}

static void where_no_rule_counts_signers_the_minutes_say_so(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "request.file kind=extraordinary date=2024-12-02 member=1",
		"@10:00 sitting.open chair=1 secretary=2");
	assert_int_equal(t->session.requests.at[0].is.needed, 0);
	assert_minuted(
		t, LANG_FR, "Aucune règle ne dit combien de membres doivent signer la demande 1.");
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
	asked(t, "request.file kind=item date=2024-12-20 member=1 title_fr=x", "request-late");
	then(t, "request.file kind=item date=2024-12-20 member=1 title_fr=x confirm=request-late",
		"request.filed");
	assert_true(str_is(t->session.requests.at[0].is.warned, "agenda.request_days"));
	then(t, "request.file kind=item date=2024-12-01 member=1 title_fr=x", "request.filed");
}

static void a_request_becomes_an_item_in_the_same_act(void **state)
{
	struct assembly *t = *state;
	const struct item *item;

	assembly_session(t, 5);
	given(t,
		"request.file kind=item date=2024-12-02 member=3 title_ar=اتفاقية "
		"title_fr=Convention",
		"request.file kind=dismissal date=2024-12-02 member=2,3,4,5",
		"request.file kind=item date=2024-12-02 member=4 title_fr=Autre");
	refused(t, "request.answer request=1 outcome=refused add=yes reason=x", "no-item");
	refused(t, "request.answer request=1 outcome=entered add=yes item=2", "no-item");
	refused(t, "request.answer request=2 outcome=entered add=yes kind=dismissal", "no-title");
	refused(t, "request.answer request=1 outcome=entered add=yes", "no-kind");
	then(t, "request.answer request=1 outcome=entered add=yes kind=agreement",
		"item.added request.answered");
	assert_int_equal(t->session.agenda.n, 6);
	item = session_item(s_of(t), t->session.requests.at[0].answer.item);
	assert_int_equal(item->is.kind, ITEM_AGREEMENT);
	assert_true(str_is(item->is.title_ar, "اتفاقية"));
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	refused(t, "request.answer request=3 outcome=entered add=yes kind=report", "by-vote");
}

static void notices_without_the_documents_are_asked_about(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "rule.set key=notice.documents value=yes",
		"notice.record channel=hand date=2024-12-01 documents=yes",
		"notice.record member=3 channel=hand date=2024-12-01");
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "no-documents");
	given(t, "notice.record member=3 channel=hand date=2024-12-01 documents=yes",
		"@10:00 sitting.open chair=1 secretary=2");
	assert_int_equal(session_sitting(s_of(t))->is.warned.n, 0);
}

static void the_shortest_of_warnings_do_not_hide_each_other(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "rule.set key=notice.documents value=yes",
		"notice.record channel=hand date=2024-12-20");
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "notice-short");
	given(t, "@10:00 sitting.open chair=1 secretary=2 confirm=notice-short,no-documents");
	assert_true(
		str_is(session_sitting(s_of(t))->is.warned, "notice.days_min notice.documents"));
}

static void a_session_that_lasts_too_long_is_asked_about(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "rule.set key=ordinary.max_days value=7",
		"rule.set key=ordinary.extension_days value=3",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"sitting.close cause=left-open",
		"@2025-01-05T10:00:00+01:00 sitting.open chair=1 secretary=2", "attendance.all",
		"quorum.record", "sitting.close cause=left-open");
	asked(t, "@2025-01-06T10:00:00+01:00 sitting.open chair=1 secretary=2",
		"session-prolonged");
	asked(t, "@2025-01-09T10:00:00+01:00 sitting.open chair=1 secretary=2", "session-long");
	given(t,
		"@2025-01-09T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=session-long");
	assert_true(str_is(session_sitting(s_of(t))->is.warned, "ordinary.max_days"));
}

/* Months 2, 6 and 10. */
static void a_month_that_passed_without_its_session_is_overdue(void **state)
{
	struct assembly *t = *state;
	const struct date held[] = {{2024, 6, 1}, {2024, 10, 1}, {2025, 1, 1}};
	struct rules rules;

	assembly_session(t, 3);
	assert_true(convening_rules(&t->world, &rules));
	assert_int_equal(convening_overdue(&rules, held, 3, (struct date){2025, 2, 28}).month, 0);
	assert_int_equal(convening_overdue(&rules, held, 3, (struct date){2025, 3, 1}).month, 2);
	assert_int_equal(convening_overdue(&rules, held, 3, (struct date){2026, 1, 31}).year, 2025);
	assert_int_equal(convening_overdue(&rules, held, 3, (struct date){2026, 1, 31}).month, 10);
	assert_int_equal(convening_overdue(&rules, held, 1, (struct date){2024, 12, 1}).month, 10);
	assert_int_equal(convening_overdue(&rules, held, 0, (struct date){2024, 12, 1}).month, 0);
}

static void days_are_counted_with_and_without_the_week_end(void **state)
{
	const struct date friday = {2024, 12, 27}, monday = {2024, 12, 30};

	(void)state;
	assert_int_equal(convening_days(friday, monday, false), 3);
	assert_int_equal(convening_days(friday, monday, true), 1);
	assert_int_equal(convening_days(monday, friday, true), 0);
	assert_int_equal(date_compare(convening_after(friday, 1, true), monday), 0);
	assert_int_equal(date_compare(convening_after(friday, 3, false), monday), 0);
	assert_int_equal(date_compare(convening_after(friday, 0, true), friday), 0);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_request_becomes_an_item_in_the_same_act),
		CASE(notices_without_the_documents_are_asked_about),
		CASE(the_shortest_of_warnings_do_not_hide_each_other),
		CASE(a_session_that_lasts_too_long_is_asked_about),
		CASE(a_month_that_passed_without_its_session_is_overdue),
		CASE(days_are_counted_with_and_without_the_week_end),
		CASE(all_are_notified_at_once_then_the_exceptions),
		CASE(the_latest_notice_counts_for_the_delay),
		CASE(working_days_are_called_so),
		CASE(every_call_has_notices_of_its_own),
		CASE(a_later_call_without_notices_is_asked_about_and_minuted),
		CASE(the_day_of_the_first_notices_is_not_that_of_a_later_call),
		CASE(who_has_no_notice_of_a_later_call_is_named_in_the_minutes),
		CASE(a_written_request_is_answered_with_a_reason),
		CASE(twenty_three_of_twenty_eight_may_ask_for_a_dismissal),
		CASE(without_a_rule_three_quarters_are_applied_and_called_a_default),
		CASE(where_any_member_may_ask_nothing_is_needed),
		CASE(a_share_nobody_confirmed_is_in_words_in_the_minutes),
		CASE(where_no_rule_counts_signers_the_minutes_say_so),
		CASE(a_late_request_is_asked_about_where_a_rule_says_so),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
