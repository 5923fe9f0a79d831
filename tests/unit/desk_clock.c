/* A clock that jumps during a sitting: it is seen, said, and a person says which time is right. */
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

#define OPENED                                                                                     \
	"sitting.open chair=1 secretary=4\nattendance.all\n"                                       \
	"attendance.absent member=19 excused=no\nquorum.record\n"

static int64_t since_boot;

static int64_t boot_ms(void)
{
	return since_boot;
}

static void begin(struct driver *t)
{
	since_boot = 1000000;
	driver_begin(t, LANG_EN, OPENED);
	t->desk->clock = (struct clock_look){.watched = true,
		.now_ms = boot_ms,
		.wall = t->script.now.seconds,
		.boot_ms = since_boot};
	driver_keys(t, "<F9>2");
}

/* So much time goes by, and the clock says it was so much. */
static void pass(struct driver *t, int64_t seconds, int64_t says)
{
	since_boot += seconds * 1000;
	t->script.now.seconds += says;
	driver_keys(t, "<F9><Esc>");
}

static int minute_of_last(struct driver *t)
{
	const struct session *s = driver_session(t);

	return instant_minute_of_day(s->log.at[s->log.n - 1].at);
}

static void time_that_passes_is_no_jump(void **state)
{
	struct driver t;

	(void)state;
	begin(&t);
	pass(&t, 3600, 3600);
	pass(&t, 60, 58);
	pass(&t, 60, 110);
	driver_must_not_show(&t, "≈");
	driver_keys(&t, "s07");
	assert_int_equal(minute_of_last(&t), 11 * 60 + 2);
	driver_close(&t);
}

static void a_jump_is_said_and_marks_the_time(void **state)
{
	struct driver t;

	(void)state;
	begin(&t);
	pass(&t, 60, 60 - 1800);
	driver_must_show(&t, "! The clock jumped back by 30 minutes: check the time, then Space.");
	driver_must_show(&t, "09:31≈");
	pass(&t, 60, 60 + 1800);
	driver_must_show(&t, "● The clock goes as it went before the jump.");
	driver_must_not_show(&t, "≈");
	pass(&t, 60, 60 + 7200);
	driver_must_show(
		&t, "! The clock jumped forward by 120 minutes: check the time, then Space.");
	driver_close(&t);
}

static void the_next_act_asks_which_time_is_right(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	begin(&t);
	pass(&t, 60, 60 - 1800);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "s07");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "Which time is right?");
	driver_must_show(&t, "09:31: the clock is right now");
	driver_must_show(&t, "10:01: it was right before; this sitting goes on by that");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(minute_of_last(&t), 10 * 60 + 1);
	driver_must_show(&t, "10:01");
	driver_must_not_show(&t, "≈");
	/* Asked once; and when the computer's clock is set right, nothing jumps. */
	pass(&t, 60, 60 + 1800);
	driver_must_show(&t, "● The clock of the computer is right again.");
	driver_keys(&t, "s08");
	assert_int_equal(driver_session(&t)->log.n, acts + 2);
	assert_int_equal(minute_of_last(&t), 10 * 60 + 2);
	driver_close(&t);
}

static void the_earlier_time_is_recorded_when_it_is_the_right_one(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	begin(&t);
	pass(&t, 60, 60 - 1800);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "s07<Esc>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "09:31≈");
	driver_keys(&t, "s071<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(minute_of_last(&t), 9 * 60 + 31);
	driver_keys(&t, "<F9>8<Enter>");
	driver_must_show(&t, "≈ earlier than the act before it, of 10:00");
	driver_keys(&t, "<F9>2s08");
	assert_int_equal(driver_session(&t)->log.n, acts + 2);
	driver_close(&t);
}

static void space_confirms_the_time_without_an_act(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	begin(&t);
	pass(&t, 60, 60 + 7200);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, " 1<Enter>");
	driver_must_show(&t, "● The time is 12:01.");
	driver_must_not_show(&t, "≈");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, " ");
	driver_must_not_show(&t, "Which time is right?");
	driver_close(&t);
}

/* The desk was started again meanwhile: nothing jumped, but the last act is later than now. */
static void an_act_before_the_last_one_is_asked_about_after_a_restart(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_leave(&t);
	t.script.now.seconds -= 1800;
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>2s07");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "record it at the earlier time; the history shows it");
	driver_keys(&t, "1<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(minute_of_last(&t), 9 * 60 + 30);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(time_that_passes_is_no_jump),
	cmocka_unit_test(a_jump_is_said_and_marks_the_time),
	cmocka_unit_test(the_next_act_asks_which_time_is_right),
	cmocka_unit_test(the_earlier_time_is_recorded_when_it_is_the_right_one),
	cmocka_unit_test(space_confirms_the_time_without_an_act),
	cmocka_unit_test(an_act_before_the_last_one_is_asked_about_after_a_restart),
};

TEST_MAIN(cases)
