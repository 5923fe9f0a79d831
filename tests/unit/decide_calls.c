/* Deciding: calls that fail, the next one, sittings of a session that stays open. */
#include <string.h>

#include "model/call.h"
#include "model/minutes.h"
#include "tests/minuted.h"

static const struct session *s_of(const struct assembly *t)
{
	return &t->session;
}

/* MEMBERS in office, of whom those in HERE came. */
static void few_came(struct assembly *t, int members, const char *here)
{
	char line[200];

	assembly_session(t, members);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	snprintf(line, sizeof line, "attendance.present member=%s", here);
	given(t, line);
}

static void failed_once(struct assembly *t, int members, const char *here)
{
	few_came(t, members, here);
	then(t, "@10:30 call.fail next=2025-01-14 confirm=unanswered", "call.failed call.convened");
}

/* --- the failure --- */

static void eight_of_twenty_eight_are_no_quorum(void **state)
{
	struct assembly *t = *state;
	const struct call_failed *f;

	few_came(t, 28, "1,2,3,4,5,6,7,8");
	given(t, "attendance.absent member=9,10 excused=yes");
	asked(t, "call.fail", "unanswered");
	then(t, "@10:30 call.fail confirm=unanswered", "call.failed");
	f = &t->session.calls.at[0].failed;
	assert_int_equal(f->present, 8);
	assert_int_equal(f->in_office, 28);
	assert_int_equal(f->needed, 15);
	assert_int_equal(f->here.n, 8);
	assert_int_equal(f->excused.n, 2);
	assert_int_equal(f->absent.n, 18);
	assert_int_equal(f->certainty, CERTAINTY_UNCONFIRMED);
	assert_int_equal(t->session.phase, PHASE_BETWEEN);
	assert_int_equal(t->session.findings.n, 0);
	assert_int_equal(session_sitting(s_of(t))->cause, CLOSED_NO_QUORUM);
}

static void more_than_half_is_never_half_plus_one_rounded_up(void **state)
{
	struct assembly *t = *state;

	few_came(t, 11, "1,2,3,4,5");
	assert_int_equal(session_quorum_needed(s_of(t)), 6);
	assert_int_equal(call_needed(session_call(s_of(t)), 28), 15);
	assert_int_equal(call_needed(session_call(s_of(t)), 75), 38);
	assert_int_equal(call_needed(session_call(s_of(t)), 15), 8);
	given(t, "attendance.present member=6");
	refused(t, "call.fail confirm=unanswered", "has-quorum");
}

static void a_call_fails_only_before_anything_is_treated(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	refused(t, "call.fail", "no-sitting");
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present", "vote.open kind=named",
		"attendance.left member=3,4,5");
	refused(t, "call.fail", "vote-open");
	given(t, "vote.all value=for", "vote.close confirm=no-quorum", "vote.announce");
	refused(t, "call.fail", "treated");
	then(t, "sitting.close cause=no-quorum", "item.closed sitting.closed");
}

static void a_failure_counts_who_arrived_after_the_quorum_was_looked_at(void **state)
{
	struct assembly *t = *state;

	few_came(t, 9, "1,2");
	given(t, "quorum.record confirm=unanswered", "attendance.present member=3");
	then(t, "call.fail note=\"à la demande du président\"", "call.failed");
	assert_int_equal(t->session.calls.at[0].failed.present, 3);
	assert_int_equal(t->session.findings.n, 0);
}

static void the_chair_of_a_failed_call_is_there_unless_nobody_is(void **state)
{
	struct assembly *t = *state;

	few_came(t, 9, "2,3");
	refused(t, "call.fail confirm=unanswered", "chair-missing");
	given(t, "attendance.left member=2,3 secretary_fr=Alaoui");
	then(t, "call.fail confirm=unanswered", "call.failed");
	assert_int_equal(t->session.calls.at[0].failed.present, 0);
	assert_int_equal(t->session.calls.at[0].failed.left.n, 2);
}

static void a_failure_can_be_taken_back(void **state)
{
	struct assembly *t = *state;

	failed_once(t, 9, "1,2,3");
	refused(t, "correction.make event=10 reason=erreur", "needed");
	given(t, "correction.make event=11 reason=erreur",
		"correction.make event=10 reason=\"deux membres sont arrivés\"");
	assert_int_equal(t->session.phase, PHASE_SITTING);
	given(t, "attendance.present member=4,5");
	then(t, "quorum.record confirm=unanswered", "quorum.recorded");
	assert_true(session_has_quorum(s_of(t)));
}

/* --- the next call --- */

static void the_next_call_has_a_day_a_place_and_a_quorum_of_its_own(void **state)
{
	struct assembly *t = *state;
	const struct call_convened *c;

	few_came(t, 28, "1,2,3,4,5,6,7,8");
	given(t, "@10:30 call.fail confirm=unanswered");
	refused(t, "sitting.open chair=1 secretary=2", "no-call");
	refused(t, "call.convene date=2024-12-29", "call-before");
	refused(t, "call.convene date=2025-01-20 threshold=3/2", "bad-threshold");
	refused(t, "call.convene date=2025-01-20 threshold=half", "bad-threshold");
	asked(t, "call.convene date=2025-01-13 threshold=1/3", "call-early");
	then(t, "call.convene date=2025-01-14 threshold=1/3 place_fr=Meknès", "call.convened");
	c = &session_call(s_of(t))->is;
	assert_int_equal(c->call, 2);
	assert_int_equal(date_days(c->earliest) - date_days(t->session.plan.date), 15);
	assert_true(str_is(c->place_fr, "Meknès"));
	asked(t, "@2025-01-13T10:00:00+01:00 sitting.open chair=1 secretary=2", "another-day");
	given(t,
		"@2025-01-14T10:00:00+01:00 sitting.open place=مكناس chair=1 secretary=2 "
		"confirm=not-notified",
		"attendance.present member=1,2,3,4,5,6,7,8,9");
	assert_int_equal(session_quorum_needed(s_of(t)), 10); /* more than a third of 28 */
	refused(t, "item.open item=1", "no-quorum-act");
	given(t, "attendance.present member=10", "quorum.record confirm=unanswered");
	assert_true(t->session.quorums.at[0].is.met);
	then(t, "item.open item=1", "item.opened");
}

static void the_quorum_of_a_failed_call_is_recorded(void **state)
{
	struct assembly *t = *state;
	struct open_point points[40];
	size_t n;

	failed_once(t, 28, "1,2,3,4,5,6,7,8");
	given(t, "@2025-01-14T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified",
		"attendance.all", "quorum.record", "sitting.close cause=done confirm=untreated");
	n = minutes_open_points(&t->session, points, ARRAY_LEN(points), &t->arena);
	assert_in_range(n, 1, ARRAY_LEN(points));
	for (size_t i = 0; i < n; i++)
		assert_string_not_equal(
			points[i].what.id, "sitting {sitting}: no quorum was recorded");
}

static void days_to_a_call_that_is_not_named_are_a_rule(void **state)
{
	struct assembly *t = *state;
	struct rule_text own[] = {{.key = STR("quorum.calls"), .value = STR("1/2")},
		{.key = STR("call.days"), .value = STR("8")}};

	assembly_session(t, 9);
	assembly_rules(t, own, ARRAY_LEN(own));
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"@10:30 call.fail confirm=unanswered");
	asked(t, "call.convene date=2025-01-06", "call-early");
	then(t, "call.convene date=2025-01-07", "call.convened");
}

/* Call 2 is named without a delay, call 3 is not named and the last one has no delay. */
static void a_session_frozen_without_call_days_keeps_its_delays(void **state)
{
	struct assembly *t = *state;
	struct rule_text own[] = {{.key = STR("quorum.calls"), .value = STR("1/2; unset 4+")}};

	assembly_session(t, 9);
	given(t, "rules.adopt profile=communes-113.14"); /* which has no call.days */
	assembly_rules(t, own, ARRAY_LEN(own));
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"@10:30 call.fail confirm=unanswered");
	asked(t, "call.convene date=2025-01-02", "call-early");
	given(t, "call.convene date=2025-01-03",
		"@2025-01-03T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified",
		"attendance.present member=1,2",
		"@2025-01-03T10:30:00+01:00 call.fail confirm=unanswered");
	asked(t, "call.convene date=2025-01-06", "call-early"); /* as the call before */
	then(t, "call.convene date=2025-01-07", "call.convened");
}

/* Set, call.days is of every call that has no delay of its own. */
static void call_days_are_of_each_call_without_a_delay(void **state)
{
	struct assembly *t = *state;
	struct rule_text own[] = {{.key = STR("quorum.calls"), .value = STR("1/2; unset; any 3+")},
		{.key = STR("call.days"), .value = STR("8")}};

	assembly_session(t, 9);
	assembly_rules(t, own, ARRAY_LEN(own));
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"@10:30 call.fail confirm=unanswered");
	asked(t, "call.convene date=2025-01-06", "call-early");
	given(t, "call.convene date=2025-01-06 confirm=call-early");
	assert_true(str_is(session_call(s_of(t))->is.warned, "call.days"));
	assert_int_equal(call_delay_key(s_of(t), 3), RULE_QUORUM_CALLS);
	assert_int_equal(call_delay_key(s_of(t), 4), RULE_CALL_DAYS);
}

static void an_early_call_is_asked_about_and_minuted(void **state)
{
	struct assembly *t = *state;

	few_came(t, 9, "1,2");
	/* Two questions: each is answered by its own name. */
	asked(t, "call.fail next=2025-01-02", "unanswered");
	asked(t, "call.fail next=2025-01-02 confirm=call-early", "unanswered");
	asked(t, "call.fail next=2025-01-02 confirm=unanswered", "call-early");
	then(t, "call.fail next=2025-01-02 confirm=unanswered,call-early",
		"call.failed call.convened");
	assert_true(str_is(session_call(s_of(t))->is.warned, "quorum.calls"));
}

static void the_third_call_is_counted_from_the_planned_day_of_a_second_held_early(void **state)
{
	struct assembly *t = *state;

	failed_once(t, 28, "1,2,3,4,5,6,7,8");
	given(t,
		"@2025-01-06T10:00:00+01:00 sitting.open chair=1 secretary=2 "
		"confirm=another-day,not-notified",
		"attendance.present member=1,2", "call.fail confirm=unanswered");
	asked(t, "call.convene date=2025-01-28", "call-early");
	then(t, "call.convene date=2025-01-29", "call.convened");
}

static void a_third_call_may_hold_with_any_number(void **state)
{
	struct assembly *t = *state;

	failed_once(t, 28, "1,2,3,4,5,6,7,8");
	given(t, "@2025-01-14T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified",
		"attendance.present member=1,2,3");
	assert_int_equal(session_quorum_needed(s_of(t)), 15);
	given(t, "call.fail confirm=unanswered", "call.convene date=2025-01-29 threshold=any");
	given(t, "@2025-01-29T10:00:00+01:00 sitting.open chair=1 "
		 "secretary_fr=Alaoui "
		 "confirm=minutes-writer,not-notified");
	assert_int_equal(session_call(s_of(t))->is.call, 3);
	assert_minuted(t, LANG_FR, "Convocation n° 3");
	assert_int_equal(session_quorum_needed(s_of(t)), 1);
	assert_false(session_has_quorum(s_of(t)));
	given(t, "attendance.present member=1");
	then(t, "quorum.record confirm=unanswered", "quorum.recorded");
	then(t, "item.open item=1", "item.opened");
}

static void between_two_calls_nothing_is_treated_or_voted(void **state)
{
	struct assembly *t = *state;

	failed_once(t, 9, "1,2");
	refused(t, "item.open item=1", "no-sitting");
	refused(t, "vote.open item=1 kind=named", "no-sitting");
	refused(t, "attendance.all", "no-sitting");
	refused(t, "quorum.record", "no-sitting");
	refused(t, "item.postpone item=1 reason=x", "no-sitting");
}

static void the_roster_stays_the_one_of_the_first_call(void **state)
{
	struct assembly *t = *state;

	failed_once(t, 9, "1,2");
	given(t, "member.register number=10 name_fr=Nouveau",
		"@2025-01-14T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified");
	assert_int_equal(t->session.seats.n, 9);
	refused(t, "attendance.present member=10", "unknown-member");
}

static void a_convened_call_can_be_put_on_another_day(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "call.convene date=2025-01-20", "no-failure");
	assert_string_equal(assembly_offer(t, CMD_CALL_CONVENE), "no-failure");
	given(t, "attendance.left member=2,3 secretary=1", "call.fail next=2025-01-14");
	then(t, "call.convene date=2025-01-21", "call.convened");
	assert_int_equal(t->session.calls.n, 2);
	assert_int_equal(session_call(s_of(t))->is.date.day, 21);
	given(t,
		"@2025-01-21T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified");
	refused(t, "call.convene date=2025-01-28", "no-failure");
	given(t, "attendance.all", "quorum.record", "sitting.close cause=left-open");
	refused(t, "call.convene date=2025-01-28", "no-failure");
}

/* --- sittings of a session that stays open --- */

static void an_undecided_item_goes_on_in_the_next_sitting(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	then(t, "sitting.close cause=left-open note=\"heure tardive\"", "sitting.closed");
	assert_int_equal(t->session.open_item, 1);
	refused(t, "vote.open kind=named", "no-sitting");
	given(t, "@2025-01-20T10:00:00+01:00 sitting.open chair=3 secretary_fr=\"Mme Alaoui\" "
		 "confirm=minutes-writer");
	refused(t, "vote.open kind=named", "no-quorum-act");
	given(t, "attendance.present member=3,4,5", "quorum.record confirm=unanswered",
		"vote.open kind=named", "vote.all value=for", "vote.close");
	assert_int_equal(session_item(s_of(t), 1)->votes.at[0].voters.n, 3);
	assert_int_equal(session_item(s_of(t), 1)->votes.at[0].chair, 3);
	assert_int_equal(t->session.sittings.at[0].chair, 1);
	assert_int_equal(t->session.findings.n, 0);
}

/* An item that the first sitting had opened: the second one treated it, though without quorum and
 * closed for lack of it. */
static void what_a_sitting_without_quorum_treated_stands_in_the_minutes(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "sitting.close cause=left-open",
		"@2025-01-20T10:00:00+01:00 sitting.open chair=1 secretary=2",
		"attendance.present member=1,2", "attendance.absent member=3,4,5",
		"quorum.record confirm=unanswered", "quorum.continue", "vote.unanimous",
		"vote.announce", "sitting.close cause=no-quorum");
	assert_false(sitting_failed(s_of(t), session_sitting(s_of(t))));
	assert_false(minutes_is_failure(s_of(t)));
	assert_null(strstr(minuted(t, LANG_FR), "aucun point de l’ordre du jour"));
	assert_minuted(t, LANG_FR, "Délibération n° 1");
}

static void a_later_call_does_not_head_the_record_of_earlier_sittings(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "sitting.close cause=left-open",
		"@2025-01-20T10:00:00+01:00 sitting.open chair=1 secretary=2",
		"attendance.present member=1,2", "call.fail confirm=unanswered",
		"call.convene date=2025-02-20",
		"@2025-02-20T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified");
	assert_int_equal(session_call(s_of(t))->is.call, 2);
	assert_null(strstr(minuted(t, LANG_FR), "Convocation n° 2"));
}

static void a_decided_item_is_closed_with_its_sitting(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce");
	then(t, "sitting.close cause=left-open", "item.closed sitting.closed");
	assert_int_equal(t->session.open_item, 0);
}

static void a_session_between_sittings_can_be_ended(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "sitting.close cause=left-open");
	refused(t, "sitting.close cause=left-open", "between");
	asked(t, "sitting.close cause=done", "no-sitting-more");
	then(t, "@2025-02-03T09:00:00+01:00 sitting.close cause=done confirm=no-sitting-more",
		"item.closed sitting.closed");
	assert_int_equal(t->session.phase, PHASE_CLOSED);
	assert_int_equal(t->session.sittings.at[0].cause, CLOSED_LEFT_OPEN);
	assert_true(instant_is_set(t->session.over));
}

/* --- items that an earlier session left --- */

static void what_a_session_left_is_carried_over_with_its_history(void **state)
{
	struct assembly *t = *state, earlier;
	const struct carried *from;

	assembly_open(&earlier);
	assembly_sitting(&earlier, 3);
	given(&earlier, "item.postpone item=1 reason=\"dossier incomplet\" to=next-session",
		"item.open item=2", "item.note", "item.withdraw item=3 reason=retrait",
		"sitting.close cause=done confirm=untreated");
	assembly_chamber(t, 3);
	t->world.last_number = 1;
	given(t, "session.create kind=ordinary year=2025 month=2",
		"item.add kind=minutes title_fr=Autre");
	refused(t, "item.carry session=1 item=1", "unknown-session");
	t->world.from = &earlier.session;
	refused(t, "item.carry session=3 item=1", "unknown-session");
	refused(t, "item.carry session=1 item=2", "not-left");
	refused(t, "item.carry session=1 item=3", "not-left");
	refused(t, "item.carry session=1 item=9", "not-left");
	refused(t, "item.carry session=1 item=1 at=3", "bad-place");
	then(t, "item.carry session=1 item=1 at=1", "item.added item.moved");
	then(t, "item.carry session=1 item=4", "item.added");
	refused(t, "item.carry session=1 item=4", "carried");
	given(t, "item.change item=1 title_fr=\"Convention, version complétée\"");
	from = session_item(s_of(t), session_agenda_key(s_of(t), 1))->is.carried.at;
	assert_int_equal(from->session, 1);
	assert_int_equal(from->how, LEFT_POSTPONED);
	assert_true(str_is(from->reason, "dossier incomplet"));
	from = session_item(s_of(t), session_agenda_key(s_of(t), 3))->is.carried.at;
	assert_int_equal(from->how, LEFT_UNTREATED);
	assert_int_equal(from->month, 10);
	assembly_close(&earlier);
}

static void a_history_grows_with_each_session_that_leaves_the_item(void **state)
{
	struct assembly *t = *state, first, second;
	const struct item *item;

	assembly_open(&first);
	assembly_sitting(&first, 3);
	given(&first, "item.postpone item=1 reason=un",
		"sitting.close cause=done confirm=untreated");
	assembly_open(&second);
	assembly_chamber(&second, 3);
	second.world.last_number = 1;
	second.world.from = &first.session;
	given(&second, "session.create kind=ordinary year=2025 month=2",
		"item.carry session=1 item=1", "sitting.open place=فاس chair=1 secretary=2",
		"attendance.all", "quorum.record", "item.postpone item=1 reason=deux",
		"sitting.close cause=done confirm=untreated");
	assembly_chamber(t, 3);
	t->world.last_number = 2;
	t->world.from = &second.session;
	given(t, "session.create kind=ordinary year=2025 month=6", "item.carry session=2 item=1");
	item = session_item(s_of(t), 1);
	assert_int_equal(item->is.carried.n, 2);
	assert_true(str_is(((const struct carried *)item->is.carried.at)[0].reason, "un"));
	assert_true(str_is(((const struct carried *)item->is.carried.at)[1].reason, "deux"));
	assembly_close(&second);
	assembly_close(&first);
}

static void a_carried_budget_brings_its_lines(void **state)
{
	struct assembly *t = *state, earlier;
	const struct item *item;

	assembly_open(&earlier);
	assembly_session(&earlier, 3);
	given(&earlier,
		"budget.line item=4 code=1.1 part=revenue title_fr=Subvention before=90 amount=100",
		"budget.line item=4 code=2.1 part=operating title_ar=أجور amount=60,50",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.postpone item=4 reason=dossier",
		"sitting.close cause=done confirm=untreated");
	assembly_chamber(t, 3);
	t->world.last_number = 1;
	t->world.from = &earlier.session;
	given(t, "session.create kind=ordinary year=2025 month=2",
		"item.add kind=minutes title_fr=Autre");
	then(t, "item.carry session=1 item=4 at=1", "item.added item.moved");
	item = session_item(s_of(t), session_agenda_key(s_of(t), 1));
	assert_int_equal(item->lines.n, 2);
	assert_int_equal(item->lines.at[0].item, item->is.item);
	assert_int_equal(item->lines.at[0].amount, 10000);
	assert_int_equal(item->lines.at[0].before, 9000);
	assert_true(str_is(item->lines.at[1].title_ar, "أجور"));
	/* From here on they are its own: one is replaced, the words change and the lines stay. */
	given(t, "budget.line item=1 code=2.1 part=operating amount=70",
		"item.change item=1 title_fr=Projet");
	item = session_item(s_of(t), session_agenda_key(s_of(t), 1));
	assert_int_equal(item->lines.n, 2);
	assert_int_equal(item->lines.at[1].amount, 7000);
	assembly_close(&earlier);
}

static void lines_of_a_budget_stand_on_no_other_kind_of_item(void **state)
{
	struct assembly *t = *state;
	struct budget_line_set line = {.item = 6, .code = STR("1"), .part = BUDGET_REVENUE};
	struct item_text text = {
		.item = 6, .kind = ITEM_REPORT, .title_fr = STR("x"), .lines = {&line, 1}};

	assembly_session(t, 3);
	assert_false(assembly_force(t, EVENT_ITEM_ADDED, &text));
}

static void what_the_assembly_refused_but_needs_comes_again(void **state)
{
	struct assembly *t = *state, earlier;
	const struct carried *from;

	assembly_open(&earlier);
	assembly_sitting(&earlier, 3);
	given(&earlier, "item.open item=1", "item.present", "vote.open kind=named",
		"vote.all value=against", "vote.close", "vote.announce", "item.open item=4",
		"item.present", "vote.open kind=named", "vote.all value=against", "vote.close",
		"vote.announce", "item.open item=5", "item.present", "vote.open kind=named",
		"vote.all value=against", "vote.close", "vote.announce");
	assert_false(item_left(&earlier.session, session_item(&earlier.session, 4)));
	given(&earlier, "sitting.close cause=done confirm=untreated");
	assembly_chamber(t, 3);
	t->world.last_number = 1;
	t->world.from = &earlier.session;
	given(t, "session.create kind=extraordinary year=2025 month=1");
	refused(t, "item.carry session=1 item=1", "not-left"); /* an agreement is just refused */
	then(t, "item.carry session=1 item=4", "item.added");
	then(t, "item.carry session=1 item=5", "item.added");
	from = session_item(s_of(t), 1)->is.carried.at;
	assert_int_equal(from->how, LEFT_REFUSED);
	assembly_close(&earlier);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_carried_budget_brings_its_lines),
		CASE(lines_of_a_budget_stand_on_no_other_kind_of_item),
		CASE(what_the_assembly_refused_but_needs_comes_again),
		CASE(eight_of_twenty_eight_are_no_quorum),
		CASE(more_than_half_is_never_half_plus_one_rounded_up),
		CASE(a_call_fails_only_before_anything_is_treated),
		CASE(a_failure_counts_who_arrived_after_the_quorum_was_looked_at),
		CASE(the_chair_of_a_failed_call_is_there_unless_nobody_is),
		CASE(a_failure_can_be_taken_back),
		CASE(the_next_call_has_a_day_a_place_and_a_quorum_of_its_own),
		CASE(the_quorum_of_a_failed_call_is_recorded),
		CASE(days_to_a_call_that_is_not_named_are_a_rule),
		CASE(a_session_frozen_without_call_days_keeps_its_delays),
		CASE(call_days_are_of_each_call_without_a_delay),
		CASE(an_early_call_is_asked_about_and_minuted),
		CASE(the_third_call_is_counted_from_the_planned_day_of_a_second_held_early),
		CASE(a_third_call_may_hold_with_any_number),
		CASE(between_two_calls_nothing_is_treated_or_voted),
		CASE(the_roster_stays_the_one_of_the_first_call),
		CASE(a_convened_call_can_be_put_on_another_day),
		CASE(an_undecided_item_goes_on_in_the_next_sitting),
		CASE(what_a_sitting_without_quorum_treated_stands_in_the_minutes),
		CASE(a_later_call_does_not_head_the_record_of_earlier_sittings),
		CASE(a_decided_item_is_closed_with_its_sitting),
		CASE(a_session_between_sittings_can_be_ended),
		CASE(what_a_session_left_is_carried_over_with_its_history),
		CASE(a_history_grows_with_each_session_that_leaves_the_item),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
