#include "model/hijri.h"

#include "model/message.h"

/* One year each: bit M is set when month M + 1 has 30 days. */
static const uint16_t long_months[HIJRI_LAST_YEAR - HIJRI_FIRST_YEAR + 1] = {
	0xbd2,
	0xbc4,
	0xb89,
	0xa95,
	0x52d,
	0x5ad,
	0xb6a,
	0x6d4,
	0xdc9,
	0xd92,
	0xaa6,
	0x956,
	0x2ae,
	0x56d,
	0x36a,
	0xb55,
	0xaaa,
	0x94d,
	0x49d,
	0x95d,
	0x2ba,
	0x5b5,
	0x5aa,
	0xd55,
	0xa9a,
	0x92e,
	0x26e,
	0x55d,
	0xada,
	0x6d4,
	0x6a5,
	0xb27,
	0xa4d,
	0x4ad,
	0x56d,
	0xb5a,
	0x754,
	0xf49,
	0xe92,
	0xd26,
	0xa56,
	0x356,
	0x6b5,
	0xbaa,
	0xb92,
	0xb25,
	0x68b,
	0xa9b,
	0x55a,
	0xada,
	0x5b4,
	0xda9,
	0xb52,
	0xa9a,
	0x536,
	0x276,
	0x575,
	0xaf2,
	0x6d4,
	0x6a9,
	0x555,
	0x2ad,
	0x4bd,
	0x9ba,
	0x574,
	0xb69,
	0xb52,
	0xa95,
	0x52d,
	0xa5d,
	0x4da,
	0xad9,
	0x6b2,
	0xe95,
	0xe2a,
	0xc96,
	0x92e,
	0xaad,
	0x56a,
	0xd65,
};
#define FIRST_DAY 10698 /* 1 Muharram of the first year, in days since 1970 */

static bool in_table(int64_t year, int64_t month)
{
	return year >= HIJRI_FIRST_YEAR && year <= HIJRI_LAST_YEAR && month >= 1 && month <= 12;
}

static int64_t days_of(int64_t year, int64_t month)
{
	return 29 + (long_months[year - HIJRI_FIRST_YEAR] >> (month - 1) & 1);
}

/* Days since 1970. */
static int64_t reckoned(int64_t year, int64_t month)
{
	int64_t day = FIRST_DAY;

	for (int64_t y = HIJRI_FIRST_YEAR; y < year; y++) {
		for (int64_t m = 1; m <= 12; m++)
			day += days_of(y, m);
	}
	for (int64_t m = 1; m < month; m++)
		day += days_of(year, m);
	return day;
}

struct date hijri_umm_al_qura(int64_t year, int64_t month)
{
	if (!in_table(year, month))
		return (struct date){0, 0, 0};
	return date_of_days(reckoned(year, month));
}

const struct hijri_stated *hijri_stated(const struct chamber *c, int64_t year, int64_t month)
{
	for (size_t i = c->hijri.n; i-- > 0;) {
		if (c->hijri.at[i].year == year && c->hijri.at[i].month == month)
			return &c->hijri.at[i];
	}
	return NULL;
}

/* By how many days the newest month stated up to this one was moved. */
static int64_t moved(const struct chamber *c, int64_t year, int64_t month)
{
	int64_t newest = 0, days = 0;

	for (size_t i = 0; i < c->hijri.n; i++) {
		const struct hijri_stated *is = &c->hijri.at[i];
		int64_t at = is->year * 12 + is->month;

		/* The last word on a month counts. */
		if (at > year * 12 + month || at < newest)
			continue;
		newest = at;
		days = date_days(is->first) - reckoned(is->year, is->month);
	}
	return days;
}

struct date hijri_first(const struct chamber *c, int64_t year, int64_t month)
{
	if (!in_table(year, month))
		return (struct date){0, 0, 0};
	return date_of_days(reckoned(year, month) + moved(c, year, month));
}

int64_t hijri_length(const struct chamber *c, int64_t year, int64_t month)
{
	int64_t next_year = month == 12 ? year + 1 : year, next = month == 12 ? 1 : month + 1;

	if (!in_table(year, month) || !in_table(next_year, next))
		return 0;
	return date_days(hijri_first(c, next_year, next)) - date_days(hijri_first(c, year, month));
}

struct hijri hijri_of(const struct chamber *c, struct date day, bool *stated)
{
	struct hijri found = {0, 0, 0};

	if (stated)
		*stated = false;
	/* A month has at most 30 days and nothing is moved by more than a few: begin there. */
	int64_t passed = (date_days(day) - FIRST_DAY) / 30 - 1;
	int64_t at = HIJRI_FIRST_YEAR * 12 + (passed > 0 ? passed : 0);

	for (; at <= HIJRI_LAST_YEAR * 12 + 11; at++) {
		int64_t year = at / 12, month = at % 12 + 1;
		int64_t since = date_days(day) - date_days(hijri_first(c, year, month));

		if (since < 0)
			break;
		found = (struct hijri){year, month, since + 1};
	}
	if (found.day > 30)
		return (struct hijri){0, 0, 0};
	if (stated)
		*stated = found.year && hijri_stated(c, found.year, found.month);
	return found;
}

struct message hijri_month(int64_t month)
{
	static const char *const names[] = {CTX("hijri month", "Muharram"),
		CTX("hijri month", "Safar"), CTX("hijri month", "Rabi I"),
		CTX("hijri month", "Rabi II"), CTX("hijri month", "Jumada I"),
		CTX("hijri month", "Jumada II"), CTX("hijri month", "Rajab"),
		CTX("hijri month", "Shaban"), CTX("hijri month", "Ramadan"),
		CTX("hijri month", "Shawwal"), CTX("hijri month", "Dhu al-Qida"),
		CTX("hijri month", "Dhu al-Hijja")};

	return month >= 1 && month <= 12 ? TEXT(names[month - 1]) : NO_MESSAGE;
}

struct message hijri_words(struct hijri h, struct arena *a)
{
	struct message day =
		h.day == 1 ? TEXT(CTX("day of a month", "1")) : MSG("{n}", A_INT("n", h.day));

	return MSG("{day} {month} {year}", A_MSG("day", message_keep(a, day)),
		A_MSG("month", message_keep(a, hijri_month(h.month))), A_DIGITS("year", h.year));
}

struct message hijri_describe(const struct event *e, struct arena *a)
{
	const struct hijri_stated *is = &e->body.hijri_stated;
	const struct hijri_noted *noted = &e->body.hijri_noted;
	struct message date;

	if (e->type == EVENT_HIJRI_STATED)
		return MSG("{month} {year} began on {date}",
			A_MSG("month", message_keep(a, hijri_month(is->month))),
			A_DIGITS("year", is->year), A_DATE("date", is->first));
	date = hijri_words((struct hijri){noted->year, noted->month, noted->day}, a);
	return MSG("Hijri date: {hijri}", A_MSG("hijri", message_keep(a, date)));
}
