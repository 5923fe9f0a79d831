/* Months of the Hijri calendar, and the Hijri date of a sitting. */
#include "model/deciding.h"
#include "model/hijri.h"

#define MOST_DAYS_OFF 2 /* sighting and Umm al-Qura never were further apart */

/* Every month keeps 29 or 30 days, with what was stated around it. */
static bool lengths_hold(struct deciding *d, const struct hijri_stated *is)
{
	struct chamber after = *d->w->chamber;
	int64_t before_year = is->month == 1 ? is->year - 1 : is->year;
	int64_t before = is->month == 1 ? 12 : is->month - 1, length;

	after.hijri.at = ARENA_ARRAY(d->a, struct hijri_stated, after.hijri.n + 1);
	for (size_t i = 0; i < after.hijri.n; i++)
		after.hijri.at[i] = d->w->chamber->hijri.at[i];
	after.hijri.at[after.hijri.n++] = *is;
	length = hijri_length(&after, before_year, before);
	if (length && hijri_stated(&after, before_year, before) && (length < 29 || length > 30))
		return refuse(d, "hijri-length",
			MSG("The month before would have {n} days: it has 29 or 30.",
				A_INT("n", length)));
	length = hijri_length(&after, is->year, is->month);
	if (length && (length < 29 || length > 30))
		return refuse(d, "hijri-length",
			MSG("This month would have {n} days: it has 29 or 30.",
				A_INT("n", length)));
	return true;
}

static bool state_month(struct deciding *d)
{
	const struct hijri_stated *is = &d->c->arg.hijri_state;
	struct date reckoned = hijri_umm_al_qura(is->year, is->month);
	int64_t off;

	if (!reckoned.year)
		return refuse(d, "hijri-year",
			MSG("The table of months goes from {from} to {to}.",
				A_DIGITS("from", HIJRI_FIRST_YEAR),
				A_DIGITS("to", HIJRI_LAST_YEAR)));
	off = date_days(is->first) - date_days(reckoned);
	if (off < -MOST_DAYS_OFF || off > MOST_DAYS_OFF)
		return refuse(d, "hijri-far",
			MSG("By Umm al-Qura this month begins on {date}; two days off at most.",
				A_DATE("date", reckoned)));
	if (!lengths_hold(d, is))
		return false;
	fact(d, EVENT_HIJRI_STATED)->hijri_stated = *is;
	return true;
}

void hijri_fact(struct deciding *d, int64_t sitting, struct date day)
{
	bool stated;
	struct hijri h = hijri_of(d->w->chamber, day, &stated);

	if (stated)
		fact(d, EVENT_HIJRI_NOTED)->hijri_noted =
			(struct hijri_noted){sitting, h.year, h.month, h.day};
}

static bool note_date(struct deciding *d)
{
	const struct sitting *sitting = session_sitting(d->s);

	hijri_fact(d, sitting->is.sitting, instant_date(sitting->opened));
	if (d->out.n == 0)
		return refuse(d, "hijri-unknown",
			TEXT("The chamber has not stated when this Hijri month began."));
	return true;
}

const struct decider deciders_hijri[CMD_COUNT] = {
	[CMD_HIJRI_STATE] = {can_chamber, state_month},
	[CMD_HIJRI_NOTE] = {can_note, note_date, true},
};
