/* Slips of preparing and opening, at the desk: a session created by mistake, days and hours that
 * cannot be meant. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#include "storage/memory.h"
#include "tui/registers.h"

#define CHAMBER                                                                                    \
	"@2024-09-02T09:00:00+00:00 chamber.create code=cat name_ar=غرفة name_fr=Chambre "     \
	"genesis=00112233445566778899aabbccddeeff\n"                                               \
	"member.register number=1 name_ar=عضو office=president gender=man\n"                    \
	"member.register number=2 name_ar=كاتب office=member gender=man\n"

static void a_mistaken_session_gets_another_kind_and_month(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_EN, CHAMBER "session.create kind=ordinary year=2024 month=2\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F8>");
	driver_must_show(&t, "The session itself: list of sessions, Space.");
	driver_keys(&t, "<F9>0 <End><Up><Up><Enter>");
	driver_must_show(&t, "Session 1: kind and month");
	driver_keys(&t, "2<Tab><BS>13<F4>");
	driver_must_show(&t, "write a number from 1 to 12");
	driver_keys(&t, "<BS><BS>11<F4>");
	assert_int_equal(driver_session(&t)->plan.month, 11);
	assert_int_equal(driver_session(&t)->plan.kind, SESSION_EXTRAORDINARY);
	assert_int_equal(driver_session(&t)->plan.year, 2024);
	driver_close(&t);
}

static void a_session_put_aside_waits_on_the_list_and_is_taken_up_again(void **state)
{
	struct error err = {.code = ERROR_NONE};
	int64_t work = 0;
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_EN,
		CHAMBER "session.create kind=ordinary year=2024 month=10\n"
			"session.create kind=extraordinary year=2025 month=3\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>0 <End><Up><Enter>");
	driver_must_show(&t, "Put session 2 aside");
	driver_keys(&t, "1<Enter>");
	driver_must_show(&t, "put aside");
	assert_int_equal(driver_session(&t)->phase, PHASE_ASIDE);
	driver_keys(&t, " <End><Up><Up>");
	driver_must_show(&t, "take it up again first");
	driver_keys(&t, "<Esc>");
	assert_int_equal(cli_session_at_work(t.r, &t.arena, &work, &err), 0);
	assert_int_equal(work, 1);
	driver_keys(&t, " <End><Up><Enter>");
	assert_int_equal(driver_session(&t)->is.number, 2);
	assert_int_equal(driver_session(&t)->phase, PHASE_PREPARING);
	driver_close(&t);
}

static void a_session_that_began_is_not_put_aside(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>0 <End><Up>");
	driver_must_show(&t, "before its first sitting");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SITTING);
	driver_close(&t);
}

static void a_slip_in_the_names_of_the_chamber_is_mended_in_every_session_not_frozen(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_EN,
		CHAMBER "session.create kind=ordinary year=2024 month=2\n"
			"session.create kind=ordinary year=2024 month=6\n"
			"session.create kind=ordinary year=2024 month=10\n"
			"session.set_aside reason=X\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>0<F9>names of<Enter>");
	driver_must_show(&t, "The names of the chamber");
	driver_must_show(&t, "Chambre");
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "Nothing was changed");
	driver_keys(&t, "<F9>names of<Enter><C-u><F4>");
	driver_must_show(&t, "A text can be replaced, not emptied.");
	driver_keys(&t, "غرفة فاس<Tab><C-u>La chambre<F4>");
	driver_must_show(
		&t, "● Recorded, and in all sessions not frozen; the others keep their names.");
	assert_true(str_is(register_chamber(t.r)->is.head.name_fr, "La chambre"));
	assert_true(str_is(register_chamber(t.r)->is.head.name_ar, "غرفة فاس"));
	assert_int_equal(driver_session(&t)->is.number, 3);
	assert_true(driver_session_is_called(&t, 1, "La chambre"));
	assert_true(driver_session_is_called(&t, 2, "La chambre"));
	assert_true(driver_session_is_called(&t, 3, "Chambre")); /* put aside */
	/* Taken up again it has them by the same form, in which nothing is changed. */
	driver_keys(&t, "<F9>take this session<Enter><F9>names of<Enter><F4>");
	assert_true(driver_session_is_called(&t, 3, "La chambre"));
	driver_keys(&t, "<F9>8<Enter>");
	driver_must_show(&t, "name (fr) “La chambre”");
	driver_close(&t);
}

static void the_kind_of_an_item_is_mended_before_the_sitting_and_not_after(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_EN, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	assert_int_equal(session_item(driver_session(&t), 2)->is.kind, ITEM_REPORT);
	driver_keys(&t, "<F9>1<Home><Down> 7<S-Tab>3<F4>");
	assert_int_equal(session_item(driver_session(&t), 2)->is.kind, ITEM_AGREEMENT);
	driver_play(&t, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>1<Home><Down> 7<S-Tab>2<F4>");
	driver_must_show(&t, "stands since the first sitting was opened");
	driver_must_show(&t, "Change item 2");
	assert_int_equal(session_item(driver_session(&t), 2)->is.kind, ITEM_AGREEMENT);
	driver_close(&t);
}

/* A session of October, not yet dated, and its one item. */
static void prepared(struct driver *t)
{
	driver_open_played(t, LANG_EN,
		CHAMBER "session.create kind=ordinary year=2024 month=10\n"
			"item.add kind=report title_fr=A\n");
	driver_desk(t, 24, 80);
}

static void notices_after_the_session_are_mended_where_they_stand(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t);
	driver_keys(&t, "<F9>1<Enter>22/11/2024<Tab>25/12/2024<Tab><Tab>siège<F4>");
	driver_must_show(&t, "cannot go out after the session");
	driver_keys(&t, "1/11/2024<F4>");
	assert_int_equal(driver_session(&t)->plan.notice.month, 11);
	assert_true(str_is(driver_session(&t)->plan.place_fr, "siège"));
	driver_close(&t);
}

static void a_day_far_from_the_month_of_the_session_is_asked_about(void **state)
{
	struct driver t;

	(void)state;
	prepared(&t);
	driver_keys(&t, "<F9>1<Enter>10/07/2024<Tab><Tab><Tab>siège<F4>");
	driver_must_show(&t, "before that month. Is that meant?");
	assert_int_equal(driver_session(&t)->plan.date.year, 0);
	driver_keys(&t, "<Esc><Home>");
	driver_must_show(&t, "siège"); /* the form is there as it was typed */
	driver_keys(&t, "<F4>1<Enter>");
	assert_int_equal(driver_session(&t)->plan.date.month, 7);
	driver_close(&t);
}

static void an_opening_hours_ago_is_typed_twice(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_EN, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>1<Enter>6<F4>");
	driver_must_show(&t, "hours ago");
	assert_int_equal(driver_session(&t)->sittings.n, 0);
	driver_keys(&t, "<F4>");
	assert_int_equal(driver_session(&t)->sittings.n, 1);
	driver_close(&t);
}

static void a_vote_opened_as_another_kind_is_changed_by_the_same_key(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=3\nitem.present item=3\nvote.open kind=named\n");
	driver_keys(&t, "<F9>3v");
	driver_must_show(&t, "Another kind of vote");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(driver_vote(&t)->kind, VOTE_HANDS);
	driver_keys(&t, "n3<Enter>v");
	driver_must_show(&t, "Something is noted already");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_vote_opened_as_another_kind_is_changed_by_the_same_key),
	cmocka_unit_test(a_day_far_from_the_month_of_the_session_is_asked_about),
	cmocka_unit_test(an_opening_hours_ago_is_typed_twice),
	cmocka_unit_test(notices_after_the_session_are_mended_where_they_stand),
	cmocka_unit_test(a_slip_in_the_names_of_the_chamber_is_mended_in_every_session_not_frozen),
	cmocka_unit_test(the_kind_of_an_item_is_mended_before_the_sitting_and_not_after),
	cmocka_unit_test(a_mistaken_session_gets_another_kind_and_month),
	cmocka_unit_test(a_session_put_aside_waits_on_the_list_and_is_taken_up_again),
	cmocka_unit_test(a_session_that_began_is_not_put_aside),
};

TEST_MAIN(cases)
