/* What people write for days, times and amounts. */
#include "locale/text.h"
#include "tui/form.h"

#define DIGITS_MAX 17

/* S as western digits and plain letters in BUF, blanks around cut off; -1 when too long. */
static int plain(struct str s, char *buf, size_t room)
{
	size_t at = 0, n = 0;

	while (at < s.n) {
		uint32_t c = text_digit(text_decode(s, &at));

		if (c == 0xA0 || c == 0x202F || text_is_format(c))
			c = ' ';
		else if (c == 0x2212)
			c = '-';
		else if (c == 0x66B || c == 0x60C)
			c = ',';
		else if (c == 0x66C)
			c = '.';
		if (c == ' ' && n == 0)
			continue;
		if (c >= 0x80 || n + 1 >= room)
			return -1;
		buf[n++] = (char)c;
	}
	while (n > 0 && buf[n - 1] == ' ')
		n--;
	buf[n] = '\0';
	return (int)n;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number at *P, of at most MOST digits; moves behind it. -1 when there is none. */
static int number(const char **p, int most)
{
	int n = 0, count = 0;

	while (digit(**p) && count < most) {
		n = n * 10 + (**p - '0');
		(*p)++;
		count++;
	}
	return count ? n : -1;
}

static bool parts_of_day(char c)
{
	return c == '/' || c == '-' || c == '.' || c == ' ';
}

static int64_t apart(struct date a, struct date b)
{
	int64_t days = date_days(a) - date_days(b);

	return days < 0 ? -days : days;
}

/* The year that brings the day and month of D next to NEAR; it stays without one when there is no
 * such day in those years. */
static void nearest_year(struct date near, struct date *d)
{
	struct date best = {0, 0, 0};

	for (int year = near.year - 1; year <= near.year + 1; year++) {
		struct date it = {year, d->month, d->day};

		if (date_valid(it) && (!best.year || apart(it, near) < apart(best, near)))
			best = it;
	}
	d->year = best.year;
}

/* Day, month and year as they stand there; year -1: none. */
static bool take_day(const char *p, struct date *d)
{
	const char *from = p;
	int first = number(&p, 4);
	bool year_first = p - from == 4;

	if (first < 0 || !parts_of_day(*p))
		return false;
	p++;
	d->month = number(&p, 2);
	d->day = d->year = -1;
	if (parts_of_day(*p)) {
		from = ++p;
		*(year_first ? &d->day : &d->year) = number(&p, year_first ? 2 : 4);
		/* Two digits are of this century: the day is shown with its whole year. */
		if (!year_first && p - from == 2)
			d->year += 2000;
		else if (p - from == 0 || (!year_first && p - from != 4))
			return false;
	}
	*(year_first ? &d->year : &d->day) = first;
	return *p == '\0' && d->month >= 0 && d->day >= 0;
}

enum day_read form_read_day(struct str s, struct date near, struct date *date)
{
	char buf[32];
	struct date d;

	if (plain(s, buf, sizeof(buf)) < 3 || !take_day(buf, &d) || d.year == 0)
		return DAY_UNREADABLE;
	*date = d;
	if (d.month < 1 || d.month > 12)
		return DAY_NO_MONTH;
	if (d.year < 0 && !near.year) {
		date->year = 2000; /* leap: may be a day of some year */
		if (!date_valid(*date))
			return DAY_NO_SUCH;
		return DAY_NO_YEAR;
	}
	if (d.year < 0)
		nearest_year(near, date);
	if (!date->year)
		date->year = near.year;
	if (date->year < 1000)
		return DAY_UNREADABLE;
	return date_valid(*date) ? DAY_READ : DAY_NO_SUCH;
}

bool form_read_time(struct str s, int *minute_of_day)
{
	char buf[16];
	const char *p = buf;
	int n = plain(s, buf, sizeof(buf)), hour, minute = 0;

	if (n < 1)
		return false;
	if (n == 4 && digit(buf[0]) && digit(buf[1]) && digit(buf[2]) && digit(buf[3])) {
		hour = number(&p, 2);
		minute = number(&p, 2);
	} else {
		hour = number(&p, 2);
		if (*p == ':' || *p == 'h' || *p == 'H' || *p == '.') {
			p++;
			if (*p != '\0')
				minute = number(&p, 2);
			else if (p[-1] != 'h' && p[-1] != 'H')
				return false;
		}
	}
	if (*p != '\0' || hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return false;
	*minute_of_day = hour * 60 + minute;
	return true;
}

/* Digits of PLACES decimals after the comma; groups of three may be set apart by '.' or ' '. */
static bool read_fixed(struct str s, int places, int64_t *value)
{
	char buf[64];
	const char *p = buf;
	int64_t v = 0;
	int digits = 0, decimals = 0, group = -1; /* digits since the last mark of a group */
	bool minus = false;

	if (plain(s, buf, sizeof(buf)) < 1)
		return false;
	if (*p == '-') {
		minus = true;
		p++;
	}
	for (; digit(*p) || ((*p == '.' || *p == ' ') && digit(p[1]) && digits > 0); p++) {
		if (!digit(*p)) {
			if (group >= 0 ? group != 3 : digits > 3)
				return false;
			group = 0;
			continue;
		}
		if (++digits > DIGITS_MAX - 2)
			return false;
		v = v * 10 + (*p - '0');
		group += group >= 0;
	}
	/* 12.50 is twelve and a half when it cannot be a group of thousands */
	if (digits == 0 || (group >= 0 && group != 3))
		return false;
	if (*p == ',' && places > 0)
		for (p++; digit(*p) && decimals < places; p++, decimals++)
			v = v * 10 + (*p - '0');
	if (*p != '\0' || (p > buf && p[-1] == ','))
		return false;
	for (; decimals < places; decimals++)
		v *= 10;
	*value = minus ? -v : v;
	return true;
}

bool form_read_number(struct str s, int64_t *n)
{
	return read_fixed(s, 0, n);
}

/* 1.234.567,89 · 1 234 567,89 · 1234567.89: a point before the last one or two digits is a comma
 * when there is no other. */
bool form_read_money(struct str s, int64_t *centimes)
{
	char buf[64];
	int n = plain(s, buf, sizeof(buf)), points = 0, last = -1;

	for (int i = 0; i < n; i++) {
		if (buf[i] == ',')
			points = 2; /* a comma decides */
		if (buf[i] == '.') {
			points++;
			last = i;
		}
	}
	if (points == 1 && last > 0 && (n - last == 2 || n - last == 3))
		buf[last] = ',';
	return n > 0 && read_fixed((struct str){buf, (size_t)n}, 2, centimes);
}

bool form_reads(enum form_kind kind, uint32_t letter)
{
	static const uint32_t marks[] = {
		' ', '.', ',', '-', '/', ':', 0xA0, 0x202F, 0x2212, 0x60C, 0x66B, 0x66C};

	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (letter == marks[i])
			return true;
	return text_is_format(letter) || (kind == FORM_TIME && (letter == 'h' || letter == 'H'));
}
