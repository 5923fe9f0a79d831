/* Keys over the help, the help of what stands over a screen, and F9 over a form half filled in:
 * nothing that is typed is lost or means something else. */
#include "model/attendance.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

/* --- the brush of the attendance --- */

static void the_numbers_of_those_who_came_make_them_present(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin(&t, lang, "sitting.open chair=1 secretary=4\n");
		driver_keys(&t, "<F9>2");
		driver_golden(&t, "attendance-first");
		driver_keys(&t, "0412");
		assert_int_equal(driver_presence(&t, 4), PRESENCE_HERE);
		assert_int_equal(driver_presence(&t, 12), PRESENCE_HERE);
		driver_keys(&t, "<F9>1<F9>207"); /* looking elsewhere changes nothing */
		assert_int_equal(driver_presence(&t, 7), PRESENCE_HERE);
		driver_close(&t);
	}
}

static void after_all_present_numbers_are_the_excused(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2=15");
	assert_int_equal(driver_presence(&t, 15), PRESENCE_EXCUSED);
	driver_keys(&t, "<F9>1<F9>227");
	assert_int_equal(driver_presence(&t, 27), PRESENCE_EXCUSED);
	driver_keys(&t, "x33");
	assert_int_equal(driver_presence(&t, 33), PRESENCE_ABSENT);
	driver_close(&t);
}

static void enter_for_all_present_leads_to_the_exceptions_as_well(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2<Enter>15");
	assert_int_equal(driver_presence(&t, 1), PRESENCE_HERE);
	assert_int_equal(driver_presence(&t, 15), PRESENCE_EXCUSED);
	driver_close(&t);
}

static void all_present_taken_back_leaves_numbers_for_those_who_came(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2=<F8><Enter>");
	assert_int_equal(session_count(driver_session(&t), PRESENCE_HERE), 0);
	driver_keys(&t, "05");
	assert_int_equal(driver_presence(&t, 5), PRESENCE_HERE);
	driver_close(&t);
}

/* --- keys over the help --- */

static void a_key_over_the_help_means_what_it_means_without_it(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2=<F1>ب07"); /* absent: the key closes the help and is obeyed */
	assert_int_equal(driver_presence(&t, 7), PRESENCE_ABSENT);
	driver_keys(&t, "<F1>x<F1>08");
	assert_int_equal(driver_presence(&t, 8), PRESENCE_ABSENT);
	driver_close(&t);
}

static void a_number_half_typed_goes_on_after_the_help(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>21<F1>2");
	assert_int_equal(driver_presence(&t, 12), PRESENCE_HERE);
	driver_keys(&t, "1<F1><PgDn><Esc>3");
	assert_int_equal(driver_presence(&t, 13), PRESENCE_HERE);
	assert_int_equal(session_count(driver_session(&t), PRESENCE_HERE), 2);
	driver_close(&t);
}

static void enter_over_the_help_records_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM DRIVER_ITEM_3);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>3<F1><Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_not_show(&t, "What can be done here");
	driver_keys(&t, "<Enter>"); /* and the next one does */
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	driver_close(&t);
}

static void the_own_keys_of_a_screen_come_first(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM);
	driver_keys(&t, "<F9>2<F1>");
	driver_must_show(&t, "everyone present, or all for");
	driver_must_show(&t, "absent without excuse");
	driver_must_show(&t, "left the sitting");
	driver_close(&t);
}

/* --- help of what stands over the screen --- */

static void a_form_has_its_own_help_and_keeps_what_is_typed(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin(&t, lang, DRIVER_QUORUM);
		driver_keys(&t, "<F9>2 2Zineb<F1>");
		driver_golden(&t, "help-form");
		driver_keys(&t, "<Esc>");
		driver_must_show(&t, "Zineb");
		driver_keys(&t, "<F1>b"); /* goes into the field, behind what was there */
		driver_must_show(&t, "Zinebb");
		driver_close(&t);
	}
}

static void a_question_and_a_line_have_their_own_help(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM DRIVER_ITEM_3);
	driver_keys(&t, "<F9>3 <F1>");
	driver_must_show(&t, "The answers");
	driver_keys(&t, "<Esc>4<F1>");
	driver_must_show(&t, "choose an answer; Enter then takes it");
	driver_keys(&t, "<Esc><Esc>:<F1>");
	driver_must_show(&t, "takes what was typed");
	driver_keys(&t, "<Esc>chair<F1>.");
	driver_must_show(&t, "chair.");
	driver_keys(&t, "<Esc><F6>?");
	driver_must_show(&t, "choose what the room shall see");
	driver_close(&t);
}

/* --- F9 over a form --- */

static void f9_over_a_form_comes_back_to_it(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM);
	driver_keys(&t, "<F9>2 2Zineb<F9>");
	driver_must_show(&t, "Go to");
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "Zineb");
	driver_keys(&t, "<F9>1");
	assert_int_equal(t.desk->screen, SCREEN_AGENDA);
	driver_must_show(&t, "✎ What you were typing waits as it is: Esc comes back to it.");
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_ATTENDANCE);
	driver_must_show(&t, "Zineb");
	driver_keys(&t, "<F4>");
	assert_int_equal(driver_session(&t)->guests.n, 1);
	driver_close(&t);
}

static void an_answer_given_meanwhile_is_not_the_one_that_waits(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM DRIVER_ITEM_3);
	/* The reason for postponing is half typed; a recusal asks for a reason of its own. */
	driver_keys(&t, "<F9>3 44<Enter>not ready<F9>3r121<Enter>");
	assert_true(driver_session(&t)->open_item == 3);
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "not ready");
	driver_keys(&t, "<Enter>");
	assert_true(driver_session(&t)->open_item != 3);
	driver_close(&t);
}

static void a_reason_that_waits_is_for_the_item_it_was_asked_for(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM DRIVER_ITEM_3);
	driver_keys(&t, "<F9>1<End> 44<Enter>not ready<F9>1<Up> 4<Esc>");
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "not ready");
	driver_keys(&t, "<Enter>");
	assert_int_equal(session_item(driver_session(&t), 10)->state, ITEM_IS_POSTPONED);
	assert_int_equal(session_item(driver_session(&t), 9)->state, ITEM_IS_WAITING);
	driver_close(&t);
}

static void leaving_the_desk_shows_what_still_waits(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM);
	driver_keys(&t, "<F9>2 2Zineb<F9>1<F10>");
	driver_must_show(&t, "! This is not recorded yet: F4 records it, Esc leaves it.");
	driver_must_show(&t, "Zineb");
	driver_keys(&t, "<Esc><F10>");
	driver_must_show(&t, "Leave the desk?");
	driver_close(&t);
}

static void a_question_gives_way_to_another_screen(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM DRIVER_ITEM_3);
	driver_keys(&t, "<F9>3 4<F9>2<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_keys(&t, " 4<F9><F2>"); /* a look from the menu, and the question is there again */
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_numbers_of_those_who_came_make_them_present),
	cmocka_unit_test(after_all_present_numbers_are_the_excused),
	cmocka_unit_test(enter_for_all_present_leads_to_the_exceptions_as_well),
	cmocka_unit_test(all_present_taken_back_leaves_numbers_for_those_who_came),
	cmocka_unit_test(a_key_over_the_help_means_what_it_means_without_it),
	cmocka_unit_test(a_number_half_typed_goes_on_after_the_help),
	cmocka_unit_test(enter_over_the_help_records_nothing),
	cmocka_unit_test(the_own_keys_of_a_screen_come_first),
	cmocka_unit_test(a_form_has_its_own_help_and_keeps_what_is_typed),
	cmocka_unit_test(a_question_and_a_line_have_their_own_help),
	cmocka_unit_test(f9_over_a_form_comes_back_to_it),
	cmocka_unit_test(an_answer_given_meanwhile_is_not_the_one_that_waits),
	cmocka_unit_test(a_reason_that_waits_is_for_the_item_it_was_asked_for),
	cmocka_unit_test(leaving_the_desk_shows_what_still_waits),
	cmocka_unit_test(a_question_gives_way_to_another_screen),
};

TEST_MAIN(cases)
