/* The Hijri calendar as the chamber keeps it: months begin on sighting, so no reckoning is right
 * for Morocco. The table of Umm al-Qura is where a month is proposed from; the chamber states the
 * day a month began (fact hijri.stated), what follows it moves along, and only a date of a month
 * that was stated is put into minutes.
 * SOURCE of the table: CLDR's islamic-umalqura as ICU 72 has it; a test compares the two. */
#ifndef MODEL_HIJRI_H
#define MODEL_HIJRI_H

#include "model/chamber.h"

#define HIJRI_FIRST_YEAR 1420
#define HIJRI_LAST_YEAR  1499

struct hijri {
	int64_t year, month, day; /* month 1 … 12; year 0: not known */
};

/* The day month MONTH of YEAR begins by Umm al-Qura; year 0 outside the table. */
struct date hijri_umm_al_qura(int64_t year, int64_t month);
/* The same by the table of the chamber: as stated, else moved along with the stated one before. */
struct date hijri_first(const struct chamber *c, int64_t year, int64_t month);
/* The date of DAY; year 0 outside the table. *STATED (may be NULL): its month was. */
struct hijri hijri_of(const struct chamber *c, struct date day, bool *stated);
/* Days in the month by the table of the chamber. */
int64_t hijri_length(const struct chamber *c, int64_t year, int64_t month);
/* The first day that was stated for the month; NULL: none was. */
const struct hijri_stated *hijri_stated(const struct chamber *c, int64_t year, int64_t month);

/* محرم … ذو الحجة. */
struct message hijri_month(int64_t month);
/* What the facts hijri.stated and hijri.noted say. */
struct message hijri_describe(const struct event *e, struct arena *a);
/* 28 جمادى الآخرة 1446 */
struct message hijri_words(struct hijri h, struct arena *a);

#endif
