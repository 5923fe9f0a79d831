/* A call whose quorum is missing, at the desk: the failure and the next call in a few keys. */
#include "model/call.h"
#include "model/room.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

#include <unistd.h>

#define OPENED "sitting.open chair=1 secretary=2 confirm=minutes-writer\n"
#define AGAIN  "sitting.open chair=1 secretary=2 confirm=minutes-writer,not-notified\n"
#define EIGHT  "<F9>2p0102030405060708"

static void opened(struct driver *t, enum lang lang, const char *more)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, OPENED);
	driver_play(t, more);
	driver_desk(t, 24, 80);
}

static void the_failure_and_the_next_call_take_twenty_keys(void **state)
{
	const struct call *call;
	struct driver t;

	(void)state;
	opened(&t, LANG_FR, "");
	driver_keys(&t, EIGHT "<Enter>"); /* p, eight numbers of two digits, Enter … */
	driver_golden(&t, "calls-panel");
	driver_keys(&t, "1<Enter>"); /* … a digit, Enter: 20 */
	call = session_call(driver_session(&t));
	assert_int_equal(call->is.call, 2);
	assert_int_equal(driver_session(&t)->calls.at[0].failed.present, 8);
	assert_int_equal(driver_session(&t)->calls.at[0].failed.absent.n, 28);
	assert_int_equal(date_days(call->is.date),
		date_days(instant_date(driver_session(&t)->calls.at[0].ended)) + 15);
	driver_golden(&t, "calls-convened");
	/* Nobody sits now; and the form of the sitting says that it is not the day. */
	driver_must_show(&t, "pas de séance en cours");
	driver_keys(&t, "<F9>2<F9>1<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_must_show(&t, "! Elle est convoquée pour un autre jour : ");
	driver_close(&t);
}

static void the_room_is_told_the_day_of_the_next_call(void **state)
{
	struct room_view v;
	struct driver t;

	(void)state;
	opened(&t, LANG_EN, "attendance.present member=1,2\ncall.fail confirm=unanswered\n");
	v = room_view(driver_session(&t));
	assert_int_equal(v.scene, ROOM_CLOSING);
	assert_int_equal(v.again.year, 0); /* nobody set one yet */
	driver_play(&t, "call.convene date=2025-01-14\n");
	v = room_view(driver_session(&t));
	assert_int_equal(date_compare(v.again, (struct date){2025, 1, 14}), 0);
	driver_close(&t);
}

static void a_quorum_that_never_was_is_not_lost(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_EN, "attendance.present member=1,2\n");
	driver_keys(&t, "<F9>2<Enter>4<Enter><F9>8");
	driver_must_show(&t, "no quorum: 2 present of 36, 19 needed");
	driver_must_not_show(&t, "quorum lost");
	driver_close(&t);
}

/* Beside the quorum "not confirmed" alone would be read as said of the quorum. */
static void what_is_not_confirmed_is_the_rule_of_the_quorum(void **state)
{
	static const char *const said[LANG_COUNT] = {
		[LANG_AR] = "النصاب: 3 من 36، والمطلوب 19 (أكثر من النصف) ? قاعدة غير مؤكدة",
		[LANG_FR] = "Quorum : 3/36, requis 19 (plus de la moitié) ? règle non confirmée",
		[LANG_EN] = "Quorum: 3 of 36, 19 needed (more than half) ? rule not confirmed"};

	(void)state;
	for (enum lang l = 0; l < LANG_COUNT; l++) {
		struct driver t;

		opened(&t, l, "attendance.present member=1,2,3\n");
		driver_keys(&t, "<F9>2");
		driver_must_show(&t, said[l]);
		driver_close(&t);
	}
}

static void the_panel_reads_well_in_arabic_and_in_english(void **state)
{
	static const enum lang langs[] = {LANG_AR, LANG_EN};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		struct driver t;

		opened(&t, langs[i], "attendance.present member=1,2,3,4,5,6,7,8\n");
		driver_keys(&t, "<F9>2<Enter>");
		driver_golden(&t, "calls-panel");
		driver_keys(&t, "2<Enter>");
		assert_int_equal(driver_session(&t)->phase, PHASE_BETWEEN);
		assert_true(call_awaited(driver_session(&t)));
		driver_keys(&t, "<Enter>");
		driver_golden(&t, "calls-form");
		driver_close(&t);
	}
}

static void a_day_too_early_is_asked_about_and_keeps_the_form(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_FR, "attendance.present member=1,2\ncall.fail confirm=unanswered\n");
	driver_keys(&t, "<F9>1<Enter>02/01/2025<Enter><Enter><Enter><Enter>");
	driver_must_show(&t, "Convoquer avant ?");
	driver_keys(&t, "1<Enter>");
	assert_true(str_is(session_call(driver_session(&t))->is.warned, "quorum.calls"));
	driver_close(&t);
}

static void a_session_left_open_is_ended_with_the_word(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_FR,
		"attendance.all\nquorum.record\nitem.open item=1\nitem.present\n"
		"sitting.close cause=left-open\n");
	driver_keys(&t, "<F9>1 <End><Up><Enter>");
	driver_must_show(&t, "terminer la session sans autre séance…");
	driver_keys(&t, "81clore<Enter>1<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	assert_true(instant_is_set(driver_session(&t)->over));
	driver_close(&t);
}

static void an_open_item_waits_for_the_next_sitting(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_FR,
		"attendance.all\nquorum.record\nitem.open item=1\nitem.present\n"
		"sitting.close cause=left-open\n");
	driver_keys(&t, "<F9>1<Enter><Enter>");
	assert_int_equal(driver_session(&t)->sittings.n, 2);
	driver_keys(&t, "=<Enter>");
	assert_true(session_sitting(driver_session(&t))->quorum_recorded);
	driver_must_show(&t, "POINT 1"); /* the one that was being treated */
	driver_close(&t);
}

static void attendance_shows_the_quorum_of_its_own_call(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, "@2024-12-30T10:00:00+01:00 " OPENED
			"attendance.present member=1,2\ncall.fail confirm=unanswered\n"
			"call.convene date=2025-01-20 threshold=1/3\n"
			"@2025-01-20T10:00:00+01:00 " AGAIN "attendance.present member=1,2,3\n");
	t.script.now = driver_session(&t)->log.at[driver_session(&t)->log.n - 1].at;
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>2");
	driver_must_show(&t, "Quorum : 3/36, requis 13 (plus d’un tiers) ? règle non confirmée");
	driver_must_not_show(&t, "moitié");
	driver_must_show(&t, "PRÉSENCES — séance 2, convocation 2, ouverte à 10:00");
	driver_close(&t);
}

static void going_on_without_is_still_possible_and_written_down(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_FR, "attendance.present member=1,2\n");
	driver_keys(&t, "<F9>2<Enter>4<Enter>");
	assert_true(session_sitting(driver_session(&t))->quorum_waived);
	assert_int_equal(driver_session(&t)->phase, PHASE_SITTING);
	driver_close(&t);
}

static void closing_the_session_for_lack_of_quorum_asks_for_the_word(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_FR, "attendance.present member=1,2\n");
	driver_keys(&t, "<F9>2<Enter>3<Enter>clore<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	assert_int_equal(session_sitting(driver_session(&t))->cause, CLOSED_NO_QUORUM);
	driver_close(&t);
}

/* Session 1 leaves items 2 to 10, session 2 is being prepared. */
static void what_was_left_is_picked_from_a_list(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		const struct session *s;
		struct driver t;

		driver_open(&t, lang, DRIVER_PREPARED);
		driver_play(&t, OPENED "attendance.all\nquorum.record\n"
				       "item.postpone item=4 reason=incomplet to=next-session\n"
				       "sitting.close cause=done confirm=untreated\n"
				       "session.create kind=ordinary year=2025 month=2\n"
				       "item.add kind=minutes title_ar=تقرير title_fr=Rapport\n");
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<F9>1 <End><Up><Enter>4");
		driver_golden(&t, "calls-left");
		driver_keys(&t, "4");
		s = driver_session(&t);
		assert_int_equal(s->agenda.n, 2);
		assert_int_equal(session_item(s, 2)->is.carried.n, 1);
		driver_keys(&t, "4"); /* the list has come again, without it */
		assert_int_equal(driver_session(&t)->agenda.n, 3);
		driver_keys(&t, "<Esc>");
		driver_close(&t);
	}
}

static void the_record_of_the_failure_is_printed_from_the_desk(void **state)
{
	struct driver t;
	char folder[600], keys[800];
	size_t n;

	(void)state;
	opened(&t, LANG_FR, "attendance.present member=1,2\ncall.fail confirm=unanswered\n");
	n = strlen(t.path);
	while (n && t.path[n - 1] != '/')
		n--;
	snprintf(folder, sizeof folder, "%.*sfailures", (int)n, t.path);
	driver_keys(&t, "<F9>1 <End><Up><Enter>7");
	driver_must_show(&t, "PV de la convocation sans quorum");
	driver_keys(&t, "<BS><BS>");
	snprintf(keys, sizeof keys, "%s<Enter>", folder);
	driver_keys(&t, keys);
	driver_must_show(&t, "● À signer à la main :");
	driver_must_show(&t, "carfm-ag-2024-12-30-1-sans-quorum-1-fr.pdf");
	snprintf(keys, sizeof keys, "%s/carfm-ag-2024-12-30-1-sans-quorum-1-fr.pdf", folder);
	assert_int_equal(access(keys, R_OK), 0);
	driver_keys(&t, "<Enter>"); /* what comes next is the next call */
	driver_must_show(&t, "n° 2");
	driver_close(&t);
}

static void without_a_failure_there_is_no_record_of_one(void **state)
{
	struct driver t;

	(void)state;
	opened(&t, LANG_FR, "attendance.all\nquorum.record\nsitting.close cause=left-open\n");
	driver_keys(&t, "<F9>1 <End><Up><Enter>7");
	driver_must_show(&t, "Aucune convocation de cette session");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_record_of_the_failure_is_printed_from_the_desk),
	cmocka_unit_test(without_a_failure_there_is_no_record_of_one),
	cmocka_unit_test(the_failure_and_the_next_call_take_twenty_keys),
	cmocka_unit_test(the_room_is_told_the_day_of_the_next_call),
	cmocka_unit_test(a_quorum_that_never_was_is_not_lost),
	cmocka_unit_test(what_is_not_confirmed_is_the_rule_of_the_quorum),
	cmocka_unit_test(the_panel_reads_well_in_arabic_and_in_english),
	cmocka_unit_test(a_day_too_early_is_asked_about_and_keeps_the_form),
	cmocka_unit_test(a_session_left_open_is_ended_with_the_word),
	cmocka_unit_test(an_open_item_waits_for_the_next_sitting),
	cmocka_unit_test(what_was_left_is_picked_from_a_list),
	cmocka_unit_test(attendance_shows_the_quorum_of_its_own_call),
	cmocka_unit_test(going_on_without_is_still_possible_and_written_down),
	cmocka_unit_test(closing_the_session_for_lack_of_quorum_asks_for_the_word),
};

TEST_MAIN(cases)
