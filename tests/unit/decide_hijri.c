/* The Hijri calendar: the table of months against ICU's, the days of the Moroccan sighting against
 * months as a chamber states them, and what becomes of a sitting's date. */
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "locale/format.h"
#include "model/hijri.h"
#include "tests/minuted.h"

static void the_table_is_the_one_of_umm_al_qura(void **state)
{
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *c;
	UChar zone[8];

	(void)state;
	u_uastrcpy(zone, "UTC");
	c = ucal_open(zone, -1, "ar_MA@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
	assert_true(U_SUCCESS(status));
	for (int year = HIJRI_FIRST_YEAR; year <= HIJRI_LAST_YEAR; year++) {
		for (int month = 1; month <= 12; month++) {
			double ms;

			ucal_clear(c);
			ucal_setDateTime(c, year, month - 1, 1, 0, 0, 0, &status);
			ms = ucal_getMillis(c, &status);
			assert_true(U_SUCCESS(status));
			assert_int_equal(date_days(hijri_umm_al_qura(year, month)),
				(int64_t)(ms / 86400000.0));
		}
	}
	ucal_close(c);
	assert_int_equal(hijri_umm_al_qura(HIJRI_FIRST_YEAR - 1, 1).year, 0);
	assert_int_equal(hijri_umm_al_qura(HIJRI_LAST_YEAR + 1, 1).year, 0);
	assert_int_equal(hijri_umm_al_qura(1446, 13).year, 0);
}

static void assert_hijri(struct assembly *t, struct date day, int y, int m, int n, bool stated)
{
	bool is;
	struct hijri h = hijri_of(&t->chamber, day, &is);

	if (h.year != y || h.month != m || h.day != n || is != stated)
		fail_msg("%d-%02d-%02d is %d/%d/%d%s, not %d/%d/%d", (int)day.year, (int)day.month,
			(int)day.day, (int)h.day, (int)h.month, (int)h.year, is ? " stated" : "", n,
			m, y);
}

/* Each line: the day; what Umm al-Qura says; what was seen in Morocco. */
static void a_month_as_it_was_seen_moves_the_ones_after_it(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	assert_hijri(t, (struct date){2025, 3, 1}, 1446, 9, 1, false);
	assert_hijri(t, (struct date){2025, 3, 31}, 1446, 10, 2, false);
	assert_hijri(t, (struct date){2025, 6, 7}, 1446, 12, 11, false);
	assert_hijri(t, (struct date){2024, 6, 17}, 1445, 12, 11, false);
	then(t, "hijri.state year=1446 month=9 first=2025-03-02", "hijri.stated");
	assert_hijri(t, (struct date){2025, 3, 1}, 1446, 8, 30, false);
	assert_hijri(t, (struct date){2025, 3, 2}, 1446, 9, 1, true);
	assert_hijri(t, (struct date){2025, 3, 30}, 1446, 9, 29, true);
	assert_hijri(t, (struct date){2025, 3, 31}, 1446, 10, 1, false);
	assert_hijri(t, (struct date){2025, 6, 7}, 1446, 12, 10, false);
	assert_hijri(t, (struct date){2024, 6, 17}, 1445, 12, 11, false);
	then(t, "hijri.state year=1445 month=12 first=2024-06-08", "hijri.stated");
	assert_hijri(t, (struct date){2024, 6, 17}, 1445, 12, 10, true);
	assert_hijri(t, (struct date){2025, 3, 2}, 1446, 9, 1, true);
}

/* Dates that stand in Moroccan laws; none is further than a day from Umm al-Qura, and stating the
 * month makes each right. */
static void official_dates_come_out_once_their_month_is_stated(void **state)
{
	static const struct {
		int day, month, year;
		struct date is;
	} rows[] = {
		{25, 7, 1423, {2002, 10, 3}},
		{22, 2, 1430, {2009, 2, 18}},
		{16, 9, 1432, {2011, 8, 17}},
		{10, 4, 1434, {2013, 2, 21}},
		{20, 9, 1436, {2015, 7, 7}},
		{17, 10, 1436, {2015, 8, 3}},
		{18, 10, 1436, {2015, 8, 4}},
		{4, 1, 1438, {2016, 10, 6}},
		{4, 3, 1439, {2017, 11, 23}},
		{23, 11, 1439, {2018, 8, 6}},
		{21, 4, 1444, {2022, 11, 16}},
	};
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct command c = command_of(CMD_HIJRI_STATE);

		c.arg.hijri_state = (struct hijri_stated){rows[i].year, rows[i].month,
			date_of_days(date_days(rows[i].is) - rows[i].day + 1)};
		assert_int_equal(assembly_send(t, &c), VERDICT_DONE);
		assembly_whole(t);
		assert_hijri(t, rows[i].is, rows[i].year, rows[i].month, rows[i].day, true);
	}
}

static void a_month_that_cannot_be_is_refused(void **state)
{
	struct assembly *t = *state;

	refused(t, "hijri.state year=1446 month=9 first=2025-03-02", "no-chamber");
	assembly_chamber(t, 3);
	refused(t, "hijri.state year=1419 month=9 first=1998-12-20", "hijri-year");
	refused(t, "hijri.state year=1446 month=9 first=2025-03-04", "hijri-far");
	refused(t, "hijri.state year=1446 month=9 first=2025-02-26", "hijri-far");
	given(t, "hijri.state year=1446 month=9 first=2025-03-02");
	/* Ramadan would have 31 days, then 28. */
	refused(t, "hijri.state year=1446 month=10 first=2025-04-02", "hijri-far");
	refused(t, "hijri.state year=1446 month=10 first=2025-03-30", "hijri-length");
	given(t, "hijri.state year=1446 month=10 first=2025-04-01");
	/* corrected: the last word on a month counts */
	given(t, "hijri.state year=1446 month=10 first=2025-03-31");
	assert_hijri(t, (struct date){2025, 3, 31}, 1446, 10, 1, true);
}

static void the_minutes_print_it_once_the_month_is_stated(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "hijri.state year=1446 month=6 first=2024-12-03");
	refused(t, "hijri.note", "no-sitting");
	then(t, "@10:00 sitting.open chair=1 secretary=2",
		"session.opened sitting.opened hijri.noted");
	assert_non_null(strstr(
		minuted(t, LANG_AR), "(الإثنين 30 دجنبر 2024 الموافق 28 جمادى الآخرة 1446 هـ)"));
	assert_non_null(strstr(minuted(t, LANG_FR), "(lundi 30 décembre 2024, correspondant au 28 "
						    "joumada II 1446 de l’hégire)"));
	/* Corrected afterwards: the minutes follow once it is noted again. */
	given(t, "hijri.state year=1446 month=6 first=2024-12-02");
	assert_non_null(strstr(minuted(t, LANG_FR), "au 28 joumada II 1446"));
	then(t, "hijri.note", "hijri.noted");
	assert_non_null(strstr(minuted(t, LANG_FR), "au 29 joumada II 1446"));
}

static void an_unstated_month_is_never_printed(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	assert_null(strstr(minuted(t, LANG_FR), "hégire"));
	refused(t, "hijri.note", "hijri-unknown");
	/* Neither is one that only follows from another. */
	given(t, "hijri.state year=1446 month=5 first=2024-11-03");
	refused(t, "hijri.note", "hijri-unknown");
	given(t, "hijri.state year=1446 month=6 first=2024-12-02");
	then(t, "hijri.note", "hijri.noted");
	assert_non_null(strstr(minuted(t, LANG_AR), "الموافق 29 جمادى الآخرة 1446 هـ"));
}

static void a_date_of_a_sitting_that_is_none_is_damage(void **state)
{
	const struct hijri_noted none = {.sitting = 2, .year = 1446, .month = 6, .day = 1};
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	assert_false(assembly_force(t, EVENT_HIJRI_NOTED, &none));
}

static void assert_words(struct assembly *t, struct hijri h, enum lang lang, const char *want)
{
	struct message m = hijri_words(h, &t->arena);

	assert_string_equal(format_plain(&m, lang, &t->arena).p, want);
}

static void dates_are_written_as_the_official_bulletin_does(void **state)
{
	struct assembly *t = *state;

	assert_words(t, (struct hijri){1432, 9, 16}, LANG_AR, "16 رمضان 1432");
	assert_words(t, (struct hijri){1432, 9, 16}, LANG_FR, "16 ramadan 1432");
	assert_words(t, (struct hijri){1439, 11, 23}, LANG_AR, "23 ذي القعدة 1439");
	assert_words(t, (struct hijri){1439, 11, 23}, LANG_FR, "23 kaada 1439");
	assert_words(t, (struct hijri){1447, 1, 1}, LANG_AR, "فاتح محرم 1447");
	assert_words(t, (struct hijri){1447, 1, 1}, LANG_FR, "1er moharrem 1447");
	assert_words(t, (struct hijri){1444, 4, 21}, LANG_EN, "21 Rabi II 1444");
}

static const struct CMUnitTest cases[] = {
	CASE(the_table_is_the_one_of_umm_al_qura),
	CASE(a_month_as_it_was_seen_moves_the_ones_after_it),
	CASE(official_dates_come_out_once_their_month_is_stated),
	CASE(a_month_that_cannot_be_is_refused),
	CASE(the_minutes_print_it_once_the_month_is_stated),
	CASE(an_unstated_month_is_never_printed),
	CASE(a_date_of_a_sitting_that_is_none_is_damage),
	CASE(dates_are_written_as_the_official_bulletin_does),
};

TEST_MAIN(cases)
