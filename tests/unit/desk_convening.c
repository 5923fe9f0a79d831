/* Convening at the desk: notices with their exceptions, written requests that become items, and
 * what is missing seen before the sitting opens. */
#include "model/call.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

static void prepared(struct driver *t, enum lang lang, const char *lines)
{
	driver_open(t, lang, DRIVER_PREPARED);
	if (lines)
		driver_play(t, lines);
	driver_desk(t, 24, 80);
}

static void all_by_post_then_the_exceptions_by_number(void **state)
{
	const struct session *s;
	struct driver t;

	(void)state;
	prepared(&t, LANG_FR, NULL);
	driver_keys(
		&t, "<F9>1 <End><Up><Enter>52<Down>4<Down>12/12/2024<Down>2<Down>cahier<Enter>");
	s = driver_session(&t);
	assert_int_equal(s->notices.n, 36);
	assert_int_equal(s->notices.at[35].channel, CHANNEL_POST);
	assert_int_equal(s->notices.at[35].date.day, 12);
	assert_true(s->notices.at[35].documents);
	driver_keys(&t, " <End><Up><Enter>523, 14 20-22<Down>9<Enter><Enter><Enter><Enter>");
	s = driver_session(&t);
	assert_int_equal(s->notices.n, 36);
	assert_int_equal(s->notices.at[2].channel, CHANNEL_NONE);
	assert_int_equal(s->notices.at[13].channel, CHANNEL_NONE);
	assert_int_equal(s->notices.at[20].channel, CHANNEL_NONE);
	assert_int_equal(s->notices.at[22].channel, CHANNEL_POST);
	driver_must_show(&t, "31 sur 36");
	driver_close(&t);
}

static void the_list_shows_who_how_and_on_which_day(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		prepared(&t, lang,
			"notice.record channel=registered date=2024-12-12 documents=yes\n"
			"notice.record member=3 channel=bailiff date=2024-12-16 proof=cahier\n"
			"notice.record member=5 channel=none date=2024-12-16\n");
		driver_keys(&t, "<F9>1");
		driver_golden(&t, "convening-agenda");
		driver_keys(&t, " <End><Up><Enter>5");
		driver_golden(&t, "convening-panel");
		driver_keys(&t, "1<Down><Down><Down>");
		driver_golden(&t, "convening-notices");
		driver_keys(&t, "<Enter>");
		driver_golden(&t, "convening-notice");
		driver_keys(
			&t, "<Down>2<Enter><Enter><Enter>"); /* the first field is the member's */
		driver_keys(&t, "<Esc><Esc>");
		driver_close(&t);
	}
}

static void a_row_of_the_list_is_one_member(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t, LANG_EN, "notice.record channel=post date=2024-12-12\n");
	driver_keys(&t, "<F9>1 <End><Up><Enter>51<Down><Down>");
	driver_must_show(&t, "Note how 02");
	driver_keys(&t, "<Enter>1<Enter><Enter><Enter>signature<Enter>");
	assert_int_equal(driver_session(&t)->notices.n, 36);
	assert_int_equal(driver_session(&t)->notices.at[1].channel, CHANNEL_HAND);
	assert_true(str_is(driver_session(&t)->notices.at[1].proof, "signature"));
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "AGENDA");
	driver_close(&t);
}

/* Held late, members still had the delay they were told of; held early, they have less. */
static void the_delay_before_the_opening_is_the_one_of_the_agenda_unless_it_is_less(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t, LANG_EN, NULL);
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "delay in days: 17 (15 expected)");
	driver_keys(&t, "<Enter>");
	assert_false(driver_shows(&t, "for a sitting held on"));
	driver_keys(&t, "<Esc>");
	t.script.now.seconds += 3 * 86400;
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! It was convened for another day: Monday 30 December 2024.");
	driver_must_show(&t, "delay in days: 17 (15 expected)");
	assert_false(driver_shows(&t, "for a sitting held on"));
	driver_keys(&t, "<Esc>");
	t.script.now.seconds -= 6 * 86400;
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! It was convened for another day: Monday 30 December 2024.");
	driver_must_show(&t, "delay in days: 14");
	driver_must_show(&t, "for a sitting held on 27/12/2024");
	driver_close(&t);
}

static void a_short_delay_is_seen_before_the_opening(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t, LANG_EN, "notice.record channel=post date=2024-12-20\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "delay in days: 10 (15 expected)");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "delay in days: 10 (15 expected)");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "The minutes will say so");
	driver_keys(&t, "1<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SITTING);
	driver_close(&t);
}

/* Nobody was noted as notified: no tick beside it, and no claim in the minutes. */
static void a_day_of_notices_is_no_receipt(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t, LANG_EN, "session.describe notice=2024-12-13\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "13/12/2024, receipt not recorded");
	driver_must_show(&t, "expected)");
	assert_false(driver_shows(&t, "expected) ✓"));
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "13/12/2024, receipt not recorded");
	driver_close(&t);
}

static void numbers_that_are_none_are_said_at_the_field(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t, LANG_EN, NULL);
	driver_keys(&t, "<F9>1 <End><Up><Enter>523,x<Enter><Enter><Enter><Enter><Enter>");
	driver_must_show(&t, "numbers with commas");
	driver_keys(&t, "<Esc>");
	driver_keys(&t,
		"<F9>1 <End><Up><Enter>52<F9>empty<Enter>99<Enter><Enter><Enter><Enter><Enter>");
	driver_must_show(&t, "No member 99");
	assert_int_equal(driver_session(&t)->notices.n, 0);
	driver_close(&t);
}

static void a_request_becomes_an_item_in_one_act(void **state)
{
	const struct session *s;
	struct driver t;
	size_t items;

	(void)state;
	prepared(&t, LANG_FR, NULL);
	items = driver_session(&t)->agenda.n;
	driver_keys(&t, "<F9>1 <End><Up><Enter>54<Down><Down>7<Down><Down>Convention "
			"Driouch<Enter><Enter>");
	s = driver_session(&t);
	assert_int_equal(s->requests.n, 1);
	assert_int_equal(s->requests.at[0].is.members.at[0], 7);
	driver_keys(&t, "<F9>1 <End><Up><Enter>53<Down>");
	driver_must_show(&t, "sans réponse");
	driver_keys(&t, "<Enter><Enter><Enter><Enter><Enter>");
	s = driver_session(&t);
	assert_int_equal(s->agenda.n, items + 1);
	assert_int_equal(s->requests.at[0].answer.outcome, REQUEST_ENTERED);
	assert_int_equal(session_agenda_number(s, s->requests.at[0].answer.item), items + 1);
	assert_true(str_is(
		session_item(s, s->requests.at[0].answer.item)->is.title_fr, "Convention Driouch"));
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "inscrit");
	driver_close(&t);
}

static void a_refusal_wants_its_reason_and_keeps_the_form(void **state)
{
	struct driver t;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		prepared(&t, lang,
			"request.file kind=item date=2024-12-02 member=3 title_ar=\"اتفاقية "
			"الدريوش\" "
			"title_fr=\"Convention Driouch\"\n"
			"request.file kind=dismissal date=2024-12-03 member=4,5,6 "
			"confirm=too-few-signers\n");
		driver_keys(&t, "<F9>1 <End><Up><Enter>53<Down>");
		driver_golden(&t, "convening-requests");
		driver_keys(&t, "<Enter>");
		driver_golden(&t, "convening-answer");
		driver_keys(&t, "2<Enter><Enter><Enter><Enter>");
		assert_int_equal(driver_session(&t)->requests.at[0].n_answered, 0);
		driver_keys(&t, "hors sujet<Enter>");
		assert_int_equal(
			driver_session(&t)->requests.at[0].answer.outcome, REQUEST_REFUSED);
		driver_close(&t);
	}
}

static void without_a_session_there_is_nothing_to_convene(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_EN,
		"@2026-03-02T09:00:00+00:00 chamber.create code=abc lang=fr name_fr=Chambre "
		"genesis=00112233445566778899aabbccddeeff\n"
		"member.register number=1 name_fr=A office=president\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>0 8");
	driver_must_show(&t, "Choose a session first");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(all_by_post_then_the_exceptions_by_number),
	cmocka_unit_test(the_list_shows_who_how_and_on_which_day),
	cmocka_unit_test(a_row_of_the_list_is_one_member),
	cmocka_unit_test(the_delay_before_the_opening_is_the_one_of_the_agenda_unless_it_is_less),
	cmocka_unit_test(a_short_delay_is_seen_before_the_opening),
	cmocka_unit_test(a_day_of_notices_is_no_receipt),
	cmocka_unit_test(numbers_that_are_none_are_said_at_the_field),
	cmocka_unit_test(a_request_becomes_an_item_in_one_act),
	cmocka_unit_test(a_refusal_wants_its_reason_and_keeps_the_form),
	cmocka_unit_test(without_a_session_there_is_nothing_to_convene),
};

TEST_MAIN(cases)
