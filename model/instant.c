/* Days and instants without a clock and without a zone database. */
#include "model/base.h"

static bool leap(int64_t y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int32_t month_days(int32_t year, int32_t month)
{
	static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && leap(year));
}

bool date_valid(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= month_days(d.year, d.month);
}

/* Exactly N digits at P. */
static bool digits(const char *p, int n, int32_t *v)
{
	*v = 0;
	for (int i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return false;
		*v = *v * 10 + (p[i] - '0');
	}
	return true;
}

bool date_parse(struct str s, struct date *d)
{
	return s.n == 10 && digits(s.p, 4, &d->year) && s.p[4] == '-' &&
	       digits(s.p + 5, 2, &d->month) && s.p[7] == '-' && digits(s.p + 8, 2, &d->day) &&
	       date_valid(*d);
}

static void add_date(struct builder *b, struct date d)
{
	builder_add_padded(b, d.year, 4);
	builder_add_char(b, '-');
	builder_add_padded(b, d.month, 2);
	builder_add_char(b, '-');
	builder_add_padded(b, d.day, 2);
}

struct str date_text(struct date d, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	add_date(&b, d);
	return builder_str(&b);
}

int date_compare(struct date a, struct date b)
{
	int64_t x = date_days(a), y = date_days(b);

	return x < y ? -1 : x > y;
}

/* SOURCE: the civil-from-days algorithms for the proleptic Gregorian calendar: years begin in
 * March so that the leap day is the last of its year; 719 468 days lie before 1970-01-01. */
int64_t date_days(struct date d)
{
	int64_t y = d.month <= 2 ? (int64_t)d.year - 1 : d.year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct date date_of_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t day_of_era = z - era * 146097;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t shifted_month = (5 * day_of_year + 2) / 153;
	int64_t month = shifted_month + (shifted_month < 10 ? 3 : -9);

	return (struct date){
		.year = (int32_t)(year_of_era + era * 400 + (month <= 2)),
		.month = (int32_t)month,
		.day = (int32_t)(day_of_year - (153 * shifted_month + 2) / 5 + 1),
	};
}

int date_weekday(struct date d)
{
	int64_t w = (date_days(d) + 3) % 7; /* 1970-01-01 was a Thursday */

	return (int)(w < 0 ? w + 7 : w);
}

bool instant_is_set(struct instant t)
{
	return t.seconds != 0;
}

bool instant_valid(struct instant t)
{
	/* About the years 0 to 10000, so that the exact test below cannot overflow. */
	if (!instant_is_set(t) || t.seconds < -INT64_C(62200000000) ||
		t.seconds > INT64_C(253500000000) || t.offset_minutes < -899 ||
		t.offset_minutes > 899)
		return false;
	return date_valid(instant_date(t));
}

static int64_t local_seconds(struct instant t)
{
	return t.seconds + (int64_t)t.offset_minutes * 60;
}

static int64_t floor_days(int64_t seconds)
{
	return (seconds >= 0 ? seconds : seconds - 86399) / 86400;
}

struct date instant_date(struct instant t)
{
	return date_of_days(floor_days(local_seconds(t)));
}

int instant_second_of_day(struct instant t)
{
	int64_t s = local_seconds(t);

	return (int)(s - floor_days(s) * 86400);
}

int instant_minute_of_day(struct instant t)
{
	return instant_second_of_day(t) / 60;
}

struct instant instant_at(struct date d, int second_of_day, int32_t offset_minutes)
{
	return (struct instant){
		.seconds = date_days(d) * 86400 + second_of_day - (int64_t)offset_minutes * 60,
		.offset_minutes = offset_minutes,
	};
}

struct str instant_text(struct instant t, struct arena *a)
{
	struct date d = instant_date(t);
	int second = instant_second_of_day(t);
	int32_t offset = t.offset_minutes < 0 ? -t.offset_minutes : t.offset_minutes;
	struct builder b;

	builder_init(&b, a);
	add_date(&b, d);
	builder_add_char(&b, 'T');
	builder_add_padded(&b, second / 3600, 2);
	builder_add_char(&b, ':');
	builder_add_padded(&b, second / 60 % 60, 2);
	builder_add_char(&b, ':');
	builder_add_padded(&b, second % 60, 2);
	builder_add_char(&b, t.offset_minutes < 0 ? '-' : '+');
	builder_add_padded(&b, offset / 60, 2);
	builder_add_char(&b, ':');
	builder_add_padded(&b, offset % 60, 2);
	return builder_str(&b);
}

bool instant_parse(struct str s, struct instant *t)
{
	struct date d;
	int32_t h, m, sec, oh = 0, om = 0;
	bool zulu = s.n == 20 && s.p[19] == 'Z';

	if (!(zulu || s.n == 25) || !date_parse((struct str){s.p, 10}, &d) || s.p[10] != 'T' ||
		!digits(s.p + 11, 2, &h) || s.p[13] != ':' || !digits(s.p + 14, 2, &m) ||
		s.p[16] != ':' || !digits(s.p + 17, 2, &sec) || h > 23 || m > 59 || sec > 59)
		return false;
	if (!zulu && ((s.p[19] != '+' && s.p[19] != '-') || !digits(s.p + 20, 2, &oh) ||
			     s.p[22] != ':' || !digits(s.p + 23, 2, &om) || oh > 14 || om > 59))
		return false;

	int32_t offset = oh * 60 + om;

	*t = instant_at(d, h * 3600 + m * 60 + sec, !zulu && s.p[19] == '-' ? -offset : offset);
	return true;
}
