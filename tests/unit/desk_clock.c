/* A clock that jumps during a sitting: it is seen, said, and a person says which time is right. */
#include "storage/file.h"
#include "tests/desk_driver.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

static int64_t since_boot;

static int64_t boot_ms(void)
{
	return since_boot;
}

static void begin_with(struct driver *t, const char *script)
{
	since_boot = 1000000;
	driver_begin(t, LANG_EN, script);
	t->desk->clock = (struct clock_look){.watched = true,
		.now_ms = boot_ms,
		.wall = t->script.now.seconds,
		.boot_ms = since_boot};
	driver_keys(t, "<F9>2");
}

static void begin(struct driver *t)
{
	begin_with(t, DRIVER_QUORUM);
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

static void the_next_who_leaves_is_asked_for_after_the_question(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	begin(&t);
	s = driver_session(&t);
	driver_keys(&t, "<F9>1");
	pass(&t, 60, 60 - 1800);
	driver_keys(&t, "s07");
	driver_must_show(&t, "Which time is right?");
	driver_keys(&t, "1<Enter>");
	assert_int_equal(session_seat(s, 7)->presence, PRESENCE_LEFT);
	driver_keys(&t, " 08");
	assert_int_equal(session_seat(s, 8)->presence, PRESENCE_LEFT);
	driver_close(&t);
}

static void the_roll_goes_on_after_the_question(void **state)
{
	struct driver t;

	(void)state;
	begin_with(&t, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, " 3<Enter>");
	driver_must_show(&t, "ROLL CALL ▸ 02");
	pass(&t, 60, 60 - 1800);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "Which time is right?");
	driver_keys(&t, "1<Enter>");
	driver_must_show(&t, "ROLL CALL ▸ 03");
	driver_close(&t);
}

static void who_was_passed_over_is_told_of_after_the_question(void **state)
{
	struct driver t;

	(void)state;
	begin_with(&t, DRIVER_QUORUM "item.open item=1\nitem.present item=1 member=2\n"
				     "floor.ask member=8\nfloor.ask member=9\n"
				     "attendance.left member=8\n");
	driver_keys(&t, "<F7>");
	pass(&t, 60, 60 - 1800);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "Which time is right?");
	driver_keys(&t, "1<Enter>");
	driver_must_show(&t, "is not in the room and was passed over");
	driver_close(&t);
}

static void a_list_of_members_read_in_goes_on_to_the_sessions(void **state)
{
	struct str csv = STR("number,name_ar,name_fr,office,gender,from,to\n"
			     "5,محمد,Mohamed,member,man,2021-08-20,2027-08-19\n");
	struct error err = {.code = ERROR_NONE};
	struct driver t;
	uint32_t acts;
	const char *path;

	(void)state;
	begin(&t);
	path = scratch_path(&t.arena, t.folder, "members.csv");
	assert_int_equal(file_write(path, csv.p, csv.n, 0600, FILE_REPLACE, &err), 0);
	for (int jumps = 0; jumps < 2; jumps++) {
		struct str keys[] = {STR(" 2"), str_of(path), STR("<Enter>")};

		driver_keys(&t, "<F9>0");
		driver_keys(&t, arena_z(&t.arena, arena_join(&t.arena, keys, ARRAY_LEN(keys))));
		if (jumps)
			pass(&t, 60, 60 - 1800);
		acts = register_chamber(t.r)->next;
		driver_keys(&t, "<Enter>1<Enter>");
		if (jumps) {
			driver_must_show(&t, "Which time is right?");
			assert_int_equal(register_chamber(t.r)->next, acts);
			driver_keys(&t, "2<Enter>");
		}
		assert_int_equal(register_chamber(t.r)->next, acts + 1);
		driver_must_show(&t, "● 1 member recorded; Space 4 is the list.");
		driver_must_show(&t, "SESSIONS");
	}
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

/* What a room has open: the same register, and the same clock of the computer. */
static struct registry *begin_reading(struct driver *t)
{
	const struct journal_options options = {
		.mode = JOURNAL_READ, .any_place = true, .holder = "room"};
	struct error err;
	struct registry *r = register_open(t->path, &options, source_of_script(&t->script), &err);

	assert_non_null(r);
	return r;
}

static void a_reader_tells_the_time_of_the_desk(void **state)
{
	struct registry *reader;
	struct source source;
	struct driver t;

	(void)state;
	begin(&t);
	reader = begin_reading(&t);
	pass(&t, 60, 60 - 1800);
	assert_false(register_follow_shift(reader));
	driver_keys(&t, " 2<Enter>");
	driver_must_show(&t, "● The time is 10:01.");
	assert_true(register_follow_shift(reader));
	assert_false(register_follow_shift(reader));
	source = register_source(reader);
	assert_int_equal(instant_minute_of_day(source.now(source.context)), 10 * 60 + 1);
	pass(&t, 60, 60 + 1800);
	driver_must_show(&t, "● The clock of the computer is right again.");
	assert_true(register_follow_shift(reader));
	assert_int_equal(instant_minute_of_day(source.now(source.context)), 10 * 60 + 2);
	/* The desk ends, and with it what was said there. */
	pass(&t, 60, 60 + 7200);
	driver_keys(&t, " 2<Enter>");
	assert_true(register_follow_shift(reader));
	assert_int_equal(instant_minute_of_day(source.now(source.context)), 10 * 60 + 3);
	driver_leave(&t);
	assert_true(register_follow_shift(reader));
	assert_int_equal(instant_minute_of_day(source.now(source.context)), 12 * 60 + 3);
	register_close(reader);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_close(&t);
}

/* The desk was started again meanwhile: nothing jumped, but the last act is later than now. */
static void an_act_before_the_last_one_is_asked_about_after_a_restart(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM);
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
	cmocka_unit_test(a_list_of_members_read_in_goes_on_to_the_sessions),
	cmocka_unit_test(the_next_who_leaves_is_asked_for_after_the_question),
	cmocka_unit_test(the_roll_goes_on_after_the_question),
	cmocka_unit_test(who_was_passed_over_is_told_of_after_the_question),
	cmocka_unit_test(time_that_passes_is_no_jump),
	cmocka_unit_test(a_jump_is_said_and_marks_the_time),
	cmocka_unit_test(the_next_act_asks_which_time_is_right),
	cmocka_unit_test(the_earlier_time_is_recorded_when_it_is_the_right_one),
	cmocka_unit_test(space_confirms_the_time_without_an_act),
	cmocka_unit_test(a_reader_tells_the_time_of_the_desk),
	cmocka_unit_test(an_act_before_the_last_one_is_asked_about_after_a_restart),
};

TEST_MAIN(cases)
