/* Deciding in a sitting: opening, attendance, items, suspension, closing. */
#include "tests/minuted.h"

static const struct session *s_of(const struct assembly *t)
{
	return &t->session;
}

static enum presence presence(const struct assembly *t, int64_t member)
{
	return session_seat(s_of(t), member)->presence;
}

/* --- opening --- */

static void opening_freezes_roster_and_rules(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "member.register number=10 name_fr=Ancien office=member gender=man to=2023-01-01",
		"member.register number=11 name_fr=Futur office=member gender=man "
		"from=2025-01-01");
	then(t, "@10:00 sitting.open chair=1 secretary=2", "session.opened sitting.opened");
	assert_int_equal(t->session.seats.n, 9);
	assert_true(str_is(t->session.opening.profile, "handicrafts-18.09"));
	given(t, "member.register number=12 name_fr=Tard office=member gender=man");
	assert_int_equal(t->session.seats.n, 9);
	refused(t, "sitting.open chair=1 secretary=2", "sitting-open");
	given(t, "sitting.suspend reason=break");
	refused(t, "sitting.open chair=1 secretary=2", "sitting-open");
}

static void a_sitting_needs_an_agenda_and_members(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 0);
	given(t, "session.create kind=ordinary year=2024 month=10");
	refused(t, "sitting.open place=فاس chair=1 secretary=2", "no-agenda");
	given(t, "item.add kind=minutes title_fr=A");
	refused(t, "sitting.open place=فاس chair=1 secretary=2", "no-members");
}

static void a_sitting_needs_a_place_a_chair_and_a_secretary(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	given(t, "session.create kind=ordinary year=2024 month=10",
		"item.add kind=minutes title_fr=A");
	refused(t, "sitting.open chair=1 secretary=2", "no-place");
	refused(t, "sitting.open place=فاس chair=4 secretary=2", "unknown-member");
	refused(t, "sitting.open place=فاس chair=1 secretary=4", "unknown-member");
	refused(t, "sitting.open place=فاس chair=1", "no-secretary");
	then(t, "sitting.open place=فاس chair=1 secretary_fr=\"Mme Alaoui\" confirm=minutes-writer",
		"session.opened sitting.opened");
	assert_true(str_is(session_sitting(s_of(t))->is.secretary_fr, "Mme Alaoui"));
}

static void who_is_not_in_office_on_the_day_cannot_chair(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "member.register number=4 name_fr=Ancien office=member gender=man to=2024-12-29");
	refused(t, "@10:00 sitting.open chair=4 secretary=2", "unknown-member");
	then(t, "@2024-12-29T10:00:00+01:00 sitting.open chair=4 secretary=2 confirm=another-day",
		"session.opened sitting.opened");
}

static void another_day_than_the_one_convened_is_asked_about(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	asked(t, "@2024-12-29T23:59:00+01:00 sitting.open chair=1 secretary=2", "another-day");
	asked(t, "@2026-11-22T10:00:00+01:00 sitting.open chair=1 secretary=2", "another-day");
	then(t, "@2026-11-22T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=another-day",
		"session.opened sitting.opened");
	assert_int_equal(session_sitting(s_of(t))->is.warned.n, 0);
}

static void the_next_sitting_of_a_session_has_no_convened_day(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"@12:00 sitting.close cause=left-open");
	then(t, "@2024-12-31T10:00:00+01:00 sitting.open chair=1 secretary=2", "sitting.opened");
}

static void one_question_says_all_that_warns_at_an_opening(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "session.describe notice=2024-12-29");
	asked(t, "@2024-12-31T10:00:00+01:00 sitting.open chair=1 secretary=2", "another-day");
	assert_string_equal(t->last.why.id, "{first} {second}");
	then(t,
		"@2024-12-31T10:00:00+01:00 sitting.open chair=1 secretary=2 "
		"confirm=another-day,notice-short",
		"session.opened sitting.opened");
	assert_true(str_is(session_sitting(s_of(t))->is.warned, "notice.days_min"));
}

static void short_notices_are_asked_about_and_minuted(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "session.describe notice=2024-12-16");
	asked(t, "@10:00 sitting.open chair=1 secretary=2", "notice-short");
	then(t, "@10:00 sitting.open chair=1 secretary=2 confirm=notice-short",
		"session.opened sitting.opened");
	assert_true(str_is(session_sitting(s_of(t))->is.warned, "notice.days_min"));
}

static void fifteen_days_of_notice_are_enough(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "session.describe notice=2024-12-15");
	then(t, "@10:00 sitting.open chair=1 secretary=2", "session.opened sitting.opened");
	assert_int_equal(session_sitting(s_of(t))->is.warned.n, 0);
}

static void the_session_of_october_may_be_held_in_december(void **state)
{
	struct assembly *t = *state;
	struct date day;

	assembly_sitting(t, 3);
	day = instant_date(session_sitting(s_of(t))->opened);
	assert_int_equal(t->session.plan.month, 10);
	assert_int_equal(t->session.plan.year, 2024);
	assert_int_equal(day.month, 12);
	assert_int_equal(day.day, 30);
	assert_int_equal(date_weekday(day), 0); /* a Monday */
}

static void without_an_open_sitting_nothing_is_treated(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	refused(t, "attendance.all", "no-sitting");
	refused(t, "quorum.record", "no-sitting");
	refused(t, "item.open item=1", "no-sitting");
	refused(t, "guest.note capacity=wali", "no-sitting");
	refused(t, "ceremony.note kind=quran", "no-sitting");
	refused(t, "sitting.close", "no-sitting");
}

static void the_chair_is_handed_to_somebody_who_is_there(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"attendance.absent member=3");
	refused(t, "chair.change member=3 reason=mission", "not-here");
	refused(t, "chair.change member=8 reason=mission", "not-here");
	refused(t, "chair.change member=1 reason=mission", "is-chair");
	then(t, "chair.change member=2 reason=mission", "chair.changed");
	assert_int_equal(session_sitting(s_of(t))->chair, 2);
	then(t, "attendance.left member=1", "member.left");
}

static void the_chair_does_not_change_during_a_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "vote.open kind=named");
	refused(t, "chair.change member=2 reason=mission", "vote-open");
}

static void guests_and_ceremonies_are_noted(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	then(t, "guest.note capacity=wali title_ar=\"السيد الوالي\"", "guest.noted");
	then(t, "guest.note capacity=press name_fr=Journal", "guest.noted");
	then(t, "ceremony.note kind=anthem", "ceremony.held");
	assert_int_equal(t->session.guests.n, 2);
	assert_int_equal(t->session.guests.at[1].is.guest, 2);
	assert_int_equal(t->session.ceremonies.at[0].kind, CEREMONY_ANTHEM);
}

/* --- attendance --- */

static void all_present_means_everybody_not_noted_yet(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2",
		"attendance.absent member=3 excused=yes", "attendance.absent member=4");
	then(t, "attendance.all", "attendance.all_present");
	assert_int_equal(presence(t, 3), PRESENCE_EXCUSED);
	assert_int_equal(presence(t, 4), PRESENCE_ABSENT);
	assert_int_equal(session_count(s_of(t), PRESENCE_HERE), 3);
	refused(t, "attendance.all", "all-noted");
}

static void a_number_nobody_has_is_refused(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "attendance.present member=4", "unknown-member");
	refused(t, "attendance.left member=3,4", "unknown-member");
	refused(t, "attendance.absent member=4", "unknown-member");
	assert_int_equal(presence(t, 3), PRESENCE_HERE);
}

static void nobody_is_noted_the_same_way_twice(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 4);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"attendance.absent member=3", "attendance.absent member=4 excused=yes");
	refused(t, "attendance.present member=2", "is-here");
	refused(t, "attendance.absent member=3", "same");
	refused(t, "attendance.absent member=4 excused=yes", "same");
	then(t, "attendance.absent member=3 excused=yes", "member.excused");
	refused(t, "attendance.left member=4", "not-here");
}

static void a_member_stands_once_in_a_list(void **state)
{
	struct assembly *t = *state;
	struct command c = command_of(CMD_ATTENDANCE_LEFT);

	assembly_sitting(t, 4);
	refused(t, "attendance.left member=3,3", "double-number");
	refused(t, "attendance.present member=3,3", "double-number");
	refused(t, "attendance.absent member=3,4,3", "double-number");
	/* A form left empty. */
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "no-members");
}

static void the_chair_neither_leaves_nor_is_absent(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all");
	refused(t, "attendance.absent member=1", "is-chair");
	refused(t, "attendance.left member=1", "is-chair");
}

static void who_was_there_when_the_quorum_was_recorded_left_later(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all");
	then(t, "attendance.absent member=3", "member.absent");
	given(t, "quorum.record");
	refused(t, "attendance.absent member=4", "was-here");
	given(t, "attendance.left member=4");
	refused(t, "attendance.absent member=4", "was-here");
	/* A break does not undo that they were there. */
	given(t, "sitting.suspend reason=break", "sitting.resume");
	refused(t, "attendance.absent member=5", "was-here");
	then(t, "attendance.left member=5", "member.left");
}

static void a_departure_and_a_return_are_movements_with_their_time(void **state)
{
	struct assembly *t = *state;
	const struct movement *m;

	assembly_sitting(t, 3);
	given(t, "@10:40 attendance.left member=3", "@11:05 attendance.present member=3");
	assert_int_equal(presence(t, 3), PRESENCE_HERE);
	m = &t->session.movements.at[t->session.movements.n - 2];
	assert_int_equal(m[0].presence, PRESENCE_LEFT);
	assert_int_equal(instant_minute_of_day(m[0].at), 640);
	assert_int_equal(instant_minute_of_day(m[1].at), 665);
	assert_true(m[1].after_quorum);
	assert_false(t->session.movements.at[0].after_quorum);
}

static void a_member_missing_from_the_list_is_added_at_the_door(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "attendance.add number=3 name_fr=X office=member gender=man reason=omission",
		"number-taken");
	refused(t, "attendance.add number=4 office=member gender=man reason=omission", "no-name");
	then(t, "attendance.add number=4 name_fr=X office=member gender=man reason=omission",
		"member.added");
	assert_int_equal(presence(t, 4), PRESENCE_UNKNOWN);
	assert_true(session_seat(s_of(t), 4)->added);
	assert_int_equal(session_in_office(s_of(t)), 4);
	then(t, "attendance.present member=4", "member.arrived");
}

static void a_mark_in_the_open_vote_keeps_a_member_from_leaving(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 4);
	given(t, "vote.open kind=named", "vote.cast member=3 value=for");
	refused(t, "attendance.left member=3", "has-voted");
	given(t, "vote.cast member=3 value=none");
	then(t, "attendance.left member=3", "member.left");
}

/* --- items --- */

static void items_are_treated_one_after_the_other(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "item.present item=1", "no-item");
	refused(t, "item.open item=9", "unknown-item");
	then(t, "item.open item=3", "item.opened");
	refused(t, "item.open item=3", "item-treated");
	/* A free matter may end without a decision: opening the next one closes it. */
	then(t, "item.open item=2", "item.closed item.opened");
	refused(t, "item.open item=1", "undecided");
	then(t, "item.note", "item.noted");
	then(t, "item.close", "item.closed");
	assert_int_equal(session_item(s_of(t), 2)->state, ITEM_IS_CLOSED);
	refused(t, "item.open item=2", "item-treated");
}

static void an_item_that_is_named_must_be_the_open_one(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=2");
	refused(t, "item.present item=1", "not-open");
	refused(t, "item.discuss item=1", "not-open");
	refused(t, "item.note item=1", "not-open");
	refused(t, "item.close item=1", "not-open");
	refused(t, "item.note item=7", "unknown-item");
	refused(t, "vote.open item=1 kind=hands", "not-presented");
	given(t, "item.present");
	refused(t, "vote.open item=1 kind=hands", "not-open");
	refused(t, "vote.unanimous item=1", "not-open");
	then(t, "item.note item=2", "item.noted");
}

static void an_item_is_presented_and_discussed_once(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=1");
	refused(t, "item.present member=9", "unknown-member");
	then(t, "item.present member=2", "item.presented");
	refused(t, "item.present", "presented");
	then(t, "item.discuss", "item.discussed");
	refused(t, "item.discuss", "discussed");
	assert_int_equal(session_item(s_of(t), 1)->presenter, 2);
}

static void what_asks_for_a_vote_is_not_just_noted(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=1");
	refused(t, "item.note", "needs-vote");
	given(t, "item.postpone reason=temps", "item.open item=4");
	refused(t, "item.note", "needs-vote");
	given(t, "item.withdraw reason=temps", "item.open item=5");
	then(t, "item.note", "item.noted");
	refused(t, "item.note", "decided");
	refused(t, "vote.open kind=hands", "not-presented");
	given(t, "item.present");
	refused(t, "vote.open kind=hands", "decided");
}

static void an_item_is_put_off_with_a_reason_before_it_is_decided(void **state)
{
	struct assembly *t = *state;
	struct command c = command_of(CMD_ITEM_POSTPONE);

	assembly_item(t, 3);
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "no-reason");
	then(t, "item.withdraw item=3 reason=retrait", "item.withdrawn");
	refused(t, "item.postpone item=3 reason=temps", "item-treated");
	given(t, "vote.unanimous");
	refused(t, "item.postpone reason=temps", "decided");
	given(t, "vote.announce", "item.close");
	refused(t, "item.withdraw item=1 reason=temps", "item-treated");
	then(t, "item.postpone item=2 reason=temps", "item.postponed");
	assert_true(str_is(session_item(s_of(t), 2)->reason, "temps"));
	assert_minuted(t, LANG_EN, "was withdrawn from the agenda. Reason: ");
	assert_minuted(t, LANG_FR, "Le point n° 3 « ");
	assert_minuted(t, LANG_FR, " » a été retiré de l’ordre du jour. Motif : ");
	assert_minuted(t, LANG_AR, "سحبت النقطة الثالثة «");
}

static void a_result_is_announced_before_the_assembly_goes_on(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "vote.unanimous");
	refused(t, "item.close", "not-announced");
	refused(t, "item.open item=2", "not-announced");
	refused(t, "sitting.close", "not-announced");
	given(t, "vote.announce");
	then(t, "item.open item=2", "item.closed item.opened");
}

static void no_result_slips_by_because_an_older_one_was_corrected(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.open item=4", "item.present",
		"vote.unanimous", "vote.correct vote=1/1 member=3 value=abstain reason=erreur",
		"vote.announce vote=1/1");
	refused(t, "item.close", "not-announced");
	then(t, "vote.announce", "vote.announced");
	assert_true(session_item(s_of(t), 4)->votes.at[0].announced);
	refused(t, "vote.announce", "announced");
	then(t, "item.close", "item.closed");
}

/* --- prose --- */

static void a_passage_has_a_place_a_speaker_and_two_languages(void **state)
{
	struct assembly *t = *state;
	const struct passage *p;

	assembly_sitting(t, 3);
	given(t, "guest.note capacity=wali title_ar=الوالي");
	refused(t, "text.keep lang=en content=x", "bad-lang");
	refused(t, "text.keep lang=ar content=\"\"", "no-text");
	refused(t, "text.keep lang=ar text=1 content=x", "unknown-text");
	refused(t, "text.keep lang=ar item=9 content=x", "unknown-item");
	refused(t, "text.keep lang=ar member=9 content=x", "unknown-member");
	refused(t, "text.keep lang=ar guest=2 content=x", "unknown-guest");
	then(t, "text.keep lang=ar item=2 part=speech guest=1 content=كلمة", "text.kept");
	then(t, "text.keep lang=fr text=1 item=3 member=2 content=Discours", "text.kept");
	p = &t->session.passages.at[0];
	assert_int_equal(t->session.passages.n, 1);
	assert_int_equal(p->original, LANG_AR);
	assert_int_equal(p->is.item, 2); /* its place and speaker stay */
	assert_int_equal(p->is.guest, 1);
	assert_int_equal(p->is.member, 0);
	assert_true(str_is(p->content.ar, "كلمة"));
	assert_true(str_is(p->content.fr, "Discours"));
	then(t, "text.keep lang=fr text=1 content=\"\"", "text.kept");
	assert_int_equal(t->session.passages.at[0].content.fr.n, 0);
}

static void prose_may_follow_until_the_freeze(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "sitting.close confirm=untreated");
	then(t, "text.keep lang=fr item=1 part=discussion content=Après", "text.kept");
}

/* --- ending --- */

static void a_suspended_sitting_waits(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "sitting.resume", "not-suspended");
	then(t, "@12:10 sitting.suspend reason=prayer", "sitting.suspended");
	refused(t, "sitting.suspend reason=break", "suspended");
	refused(t, "attendance.left member=3", "suspended");
	refused(t, "item.open item=1", "suspended");
	refused(t, "quorum.record", "suspended");
	then(t, "@12:40 sitting.resume", "sitting.resumed");
	assert_int_equal(instant_minute_of_day(session_sitting(s_of(t))->pauses.at[0].from), 730);
	assert_int_equal(instant_minute_of_day(session_sitting(s_of(t))->pauses.at[0].to), 760);
	/* Who came back is looked at again. */
	refused(t, "item.open item=1", "no-quorum-act");
	then(t, "quorum.record", "quorum.recorded");
	then(t, "item.open item=1", "item.opened");
}

static void nobody_leaves_the_table_during_a_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "vote.open kind=hands");
	refused(t, "sitting.suspend reason=break", "vote-open");
	refused(t, "sitting.close", "vote-open");
	refused(t, "item.close", "vote-open");
	refused(t, "item.open item=2", "vote-open");
	refused(t, "item.postpone reason=temps", "vote-open");
}

static void closing_asks_about_what_was_not_treated(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	asked(t, "sitting.close", "untreated");
	then(t, "sitting.close confirm=untreated note=Fin", "sitting.closed");
	assert_int_equal(t->session.phase, PHASE_CLOSED);
	refused(t, "sitting.close", "closed");
	refused(t, "sitting.open chair=1 secretary=2", "closed");
	refused(t, "attendance.left member=2", "closed");
	refused(t, "sitting.resume", "not-suspended");
}

static void an_open_item_is_settled_before_closing(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	refused(t, "sitting.close confirm=untreated", "undecided");
	given(t, "vote.unanimous", "vote.announce");
	then(t, "sitting.close confirm=untreated", "item.closed sitting.closed");
}

static void a_suspended_sitting_can_be_closed_with_its_decided_item(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "sitting.suspend reason=consultation");
	refused(t, "sitting.close confirm=untreated", "undecided");
	given(t, "sitting.resume", "quorum.record", "vote.unanimous", "vote.announce",
		"sitting.suspend reason=prayer");
	then(t, "sitting.close confirm=untreated", "item.closed sitting.closed");
	assert_int_equal(session_item(s_of(t), 1)->state, ITEM_IS_CLOSED);
}

static void a_session_left_open_goes_on_in_another_sitting(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "attendance.left member=5", "sitting.close cause=left-open");
	assert_int_equal(t->session.phase, PHASE_BETWEEN);
	refused(t, "item.open item=1", "no-sitting");
	/* The roster is the one of the first day; the notices were for that one. */
	given(t, "member.register number=6 name_fr=Nouveau office=member gender=man");
	then(t, "@2025-01-20T10:00:00+01:00 sitting.open place=مكناس chair=2 secretary=2",
		"sitting.opened");
	assert_int_equal(t->session.seats.n, 5);
	assert_int_equal(session_count(s_of(t), PRESENCE_UNKNOWN), 5);
	assert_int_equal(session_sitting(s_of(t))->is.sitting, 2);
	refused(t, "item.open item=1", "no-quorum-act");
	given(t, "attendance.all", "quorum.record", "item.open item=1");
	assert_int_equal(t->session.quorums.at[1].sitting, 2);
	refused(t, "sitting.open chair=1 secretary=2", "sitting-open");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(opening_freezes_roster_and_rules),
		CASE(a_sitting_needs_an_agenda_and_members),
		CASE(a_sitting_needs_a_place_a_chair_and_a_secretary),
		CASE(who_is_not_in_office_on_the_day_cannot_chair),
		CASE(another_day_than_the_one_convened_is_asked_about),
		CASE(the_next_sitting_of_a_session_has_no_convened_day),
		CASE(one_question_says_all_that_warns_at_an_opening),
		CASE(short_notices_are_asked_about_and_minuted),
		CASE(fifteen_days_of_notice_are_enough),
		CASE(the_session_of_october_may_be_held_in_december),
		CASE(without_an_open_sitting_nothing_is_treated),
		CASE(the_chair_is_handed_to_somebody_who_is_there),
		CASE(the_chair_does_not_change_during_a_vote),
		CASE(guests_and_ceremonies_are_noted),
		CASE(all_present_means_everybody_not_noted_yet),
		CASE(a_number_nobody_has_is_refused),
		CASE(nobody_is_noted_the_same_way_twice),
		CASE(a_member_stands_once_in_a_list),
		CASE(the_chair_neither_leaves_nor_is_absent),
		CASE(who_was_there_when_the_quorum_was_recorded_left_later),
		CASE(a_departure_and_a_return_are_movements_with_their_time),
		CASE(a_member_missing_from_the_list_is_added_at_the_door),
		CASE(a_mark_in_the_open_vote_keeps_a_member_from_leaving),
		CASE(items_are_treated_one_after_the_other),
		CASE(an_item_that_is_named_must_be_the_open_one),
		CASE(an_item_is_presented_and_discussed_once),
		CASE(what_asks_for_a_vote_is_not_just_noted),
		CASE(an_item_is_put_off_with_a_reason_before_it_is_decided),
		CASE(a_result_is_announced_before_the_assembly_goes_on),
		CASE(no_result_slips_by_because_an_older_one_was_corrected),
		CASE(a_passage_has_a_place_a_speaker_and_two_languages),
		CASE(prose_may_follow_until_the_freeze),
		CASE(a_suspended_sitting_waits),
		CASE(nobody_leaves_the_table_during_a_vote),
		CASE(closing_asks_about_what_was_not_treated),
		CASE(an_open_item_is_settled_before_closing),
		CASE(a_suspended_sitting_can_be_closed_with_its_decided_item),
		CASE(a_session_left_open_goes_on_in_another_sitting),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
