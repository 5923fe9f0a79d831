/* Days and instants: no clock, no zone database. */
#include "tests/arena.h"

static struct date day(const char *text)
{
	struct date d;

	if (!date_parse(str_of(text), &d))
		fail_msg("%s is no day", text);
	return d;
}

static struct instant moment(const char *text)
{
	struct instant t;

	if (!instant_parse(str_of(text), &t))
		fail_msg("%s is no instant", text);
	return t;
}

static void the_session_of_2024_was_held_on_a_monday(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(day("2024-12-30")), 0);
	assert_int_equal(date_weekday(day("2011-08-17")), 2); /* the law, a Wednesday */
	assert_int_equal(date_weekday(day("1970-01-01")), 3);
	assert_int_equal(date_weekday(day("1969-12-31")), 2);
	assert_int_equal(date_weekday(day("0001-01-01")), 0);
}

static void every_day_of_400_years_is_one_after_the_other(void **state)
{
	struct date before = {1899, 12, 31};
	int64_t days = date_days(before);
	int weekday = date_weekday(before);

	(void)state;
	for (int i = 0; i < 146097; i++) {
		struct date d = date_of_days(++days);

		assert_true(date_valid(d));
		assert_int_equal(date_days(d), days);
		assert_int_equal(date_compare(before, d), -1);
		assert_int_equal(date_compare(d, before), 1);
		weekday = (weekday + 1) % 7;
		assert_int_equal(date_weekday(d), weekday);
		/* The next day of the month, or the first of a month. */
		assert_true(d.day == before.day + 1 ? d.month == before.month : d.day == 1);
		before = d;
	}
}

static void a_leap_day_exists_when_it_should(void **state)
{
	(void)state;
	assert_true(date_valid((struct date){2024, 2, 29}));
	assert_true(date_valid((struct date){2000, 2, 29}));
	assert_false(date_valid((struct date){1900, 2, 29}));
	assert_false(date_valid((struct date){2023, 2, 29}));
	assert_false(date_valid((struct date){2024, 4, 31}));
	assert_false(date_valid((struct date){2024, 13, 1}));
	assert_false(date_valid((struct date){2024, 0, 1}));
	assert_false(date_valid((struct date){0, 1, 1}));
	assert_false(date_valid((struct date){10000, 1, 1}));
}

static void what_is_no_day_is_not_read(void **state)
{
	static const char *const wrong[] = {"", "2024-12-3", "2024-12-300", "2024/12/30",
		"30-12-2024", "2024-02-30", "2024-1a-30", "-024-12-30", "2024-12-30 ",
		"٢٠٢٤-12-30"};
	struct date d;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		if (date_parse(str_of(wrong[i]), &d))
			fail_msg("%s was read", wrong[i]);
	}
}

static void a_day_is_written_as_it_is_read(void **state)
{
	assert_text(*state, date_text(day("2024-12-30"), *state), "2024-12-30");
	assert_text(*state, date_text(day("0007-01-02"), *state), "0007-01-02");
}

static void an_instant_keeps_the_offset_it_was_read_with(void **state)
{
	static const char *const texts[] = {"2024-12-30T10:02:00+01:00",
		"2024-12-30T23:59:59-05:30", "1970-01-01T00:00:01+00:00",
		"1969-12-31T23:59:59+00:00", "2025-03-02T00:00:00+00:00",
		"2024-12-31T00:30:00+14:00"};

	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		assert_text(*state, instant_text(moment(texts[i]), *state), texts[i]);
	assert_text(*state, instant_text(moment("2024-12-30T10:02:00Z"), *state),
		"2024-12-30T10:02:00+00:00");
	/* The same moment on two walls. */
	assert_int_equal(moment("2024-12-30T10:02:00+01:00").seconds,
		moment("2024-12-30T09:02:00Z").seconds);
}

static void the_day_and_the_minute_are_those_of_the_wall(void **state)
{
	struct instant t = moment("2024-12-31T00:30:15+01:00"), before;

	(void)state;
	assert_int_equal(instant_date(t).day, 31);
	assert_int_equal(instant_minute_of_day(t), 30);
	assert_int_equal(instant_second_of_day(t), 1815);
	before = moment("1969-12-31T23:00:00-02:00");
	assert_int_equal(instant_date(before).day, 31);
	assert_int_equal(instant_minute_of_day(before), 1380);
}

static void a_day_a_time_and_an_offset_make_an_instant(void **state)
{
	struct instant t = instant_at(day("2024-12-30"), 10 * 3600 + 120, 60);

	assert_text(*state, instant_text(t, *state), "2024-12-30T10:02:00+01:00");
	assert_int_equal(instant_second_of_day(t), 36120);
}

static void what_is_no_instant_is_not_read(void **state)
{
	static const char *const wrong[] = {"", "2024-12-30", "2024-12-30T10:02:00",
		"2024-12-30 10:02:00+01:00", "2024-12-30T24:00:00+01:00",
		"2024-12-30T10:60:00+01:00", "2024-12-30T10:02:60+01:00",
		"2024-12-30T10:02:00+15:00", "2024-12-30T10:02:00+01:60",
		"2024-12-30T10:02:00+0100", "2024-12-30T10:02:00z", "2024-02-30T10:02:00Z",
		"2024-12-30T10:02:00.5Z"};
	struct instant t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		if (instant_parse(str_of(wrong[i]), &t))
			fail_msg("%s was read", wrong[i]);
	}
}

static void an_instant_that_has_no_words_is_not_valid(void **state)
{
	(void)state;
	assert_false(instant_is_set((struct instant){0, 60}));
	assert_false(instant_valid((struct instant){0, 60}));
	assert_true(instant_valid((struct instant){1, 0}));
	assert_false(instant_valid((struct instant){1, 900}));
	assert_false(instant_valid((struct instant){1, -900}));
	assert_false(instant_valid((struct instant){INT64_MAX, 0}));
	assert_false(instant_valid((struct instant){INT64_MIN, 0}));
	assert_true(instant_valid(moment("9999-12-31T23:59:59Z")));
	assert_false(
		instant_valid((struct instant){moment("9999-12-31T23:59:59Z").seconds + 1, 0}));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_session_of_2024_was_held_on_a_monday),
		cmocka_unit_test(every_day_of_400_years_is_one_after_the_other),
		cmocka_unit_test(a_leap_day_exists_when_it_should),
		cmocka_unit_test(what_is_no_day_is_not_read),
		cmocka_unit_test(a_day_is_written_as_it_is_read),
		cmocka_unit_test(an_instant_keeps_the_offset_it_was_read_with),
		cmocka_unit_test(the_day_and_the_minute_are_those_of_the_wall),
		cmocka_unit_test(a_day_a_time_and_an_offset_make_an_instant),
		cmocka_unit_test(what_is_no_instant_is_not_read),
		cmocka_unit_test(an_instant_that_has_no_words_is_not_valid),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}
