/* The months of the Hijri calendar around the session: proposed by Umm al-Qura, stated by the
 * chamber. Enter confirms the first day of one, or corrects it. */
#include "tui/registers.h"

#include "locale/format.h"
#include "model/hijri.h"
#include "tui/fields.h"

#define MONTHS 14
#define BEFORE 3 /* of them before the one of the day */

static struct date reference(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct source source = register_source(d->r);

	if (s && s->sittings.n)
		return instant_date(session_sitting(s)->opened);
	if (s && s->plan.date.year)
		return s->plan.date;
	return instant_date(source.now(source.context));
}

/* Year and month of row INDEX. */
static struct hijri month_at(struct desk *d, size_t index)
{
	struct hijri now = hijri_of(register_chamber(d->r), reference(d), NULL);
	int64_t at = now.year * 12 + now.month - 1 - BEFORE + (int64_t)index;

	return (struct hijri){at / 12, at % 12 + 1, 1};
}

static size_t count(struct desk *d)
{
	return hijri_of(register_chamber(d->r), reference(d), NULL).year ? MONTHS : 0;
}

static struct message summary(struct desk *d)
{
	(void)d;
	return TEXT("✓ stated, and written in the minutes   ? proposed by Umm al-Qura");
}

static struct message words_of(struct desk *d, struct hijri h)
{
	return MSG("{month} {year}", A_MSG("month", message_keep(&d->frame, hijri_month(h.month))),
		A_DIGITS("year", h.year));
}

static void row(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct chamber *c = register_chamber(d->r);
	struct hijri h = month_at(d, index);
	bool stated = hijri_stated(c, h.year, h.month) != NULL;
	enum style style = focused ? STYLE_FOCUS : stated ? STYLE_TEXT : STYLE_UNSURE;

	canvas_text(at, 0, 1, 1, style, ALIGN_START, stated ? STR("✓") : STR("?"));
	canvas_say(at, 0, 3, 22, style, ALIGN_START, words_of(d, h));
	canvas_say(at, 0, 27, 30, style, ALIGN_START,
		MSG("{day}", A_DATE("day", hijri_first(c, h.year, h.month))));
	canvas_say(at, 0, at.cols - 12, 12, style, ALIGN_END,
		MSGN("{n} day", "{n} days", hijri_length(c, h.year, h.month)));
}

/* The sitting that was opened before the month was stated, or corrected. */
static void note_sitting(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct message why;

	if (s && s->sittings.n && desk_offers(d, CMD_HIJRI_NOTE, &why)) {
		struct hijri h = hijri_of(register_chamber(d->r), reference(d), NULL);

		if (h.year * 12 + h.month - 1 == d->question.then_of)
			(void)desk_act_plain(d, CMD_HIJRI_NOTE);
	}
}

static bool submit(struct desk *d)
{
	struct command c = command_of(CMD_HIJRI_STATE);
	struct hijri_stated *is = &c.arg.hijri_state;

	d->question.then_of = d->over.number;
	is->year = d->over.number / 12;
	is->month = d->over.number % 12 + 1;
	if (form_date(&d->over.fields[0], &is->first))
		(void)desk_form_act(d, &c, note_sitting);
	return false;
}

static void enter(struct desk *d, size_t index)
{
	struct hijri h = month_at(d, index);
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, TEXT("When did this month begin?"));
	struct date first = hijri_first(register_chamber(d->r), h.year, h.month);

	o->number = h.year * 12 + h.month - 1;
	overlay_line(o, words_of(d, h));
	overlay_line(o, TEXT("By sighting, as it was announced. From then on its dates stand "
			     "beside the others in the minutes."));
	o->fields[0] = fields_date(TEXT("first day"), first, true);
	overlay_form_ready(o);
	fields_set_date(d, &o->fields[0], first);
	o->submit = submit;
}

static struct message step_line(struct desk *d, size_t index)
{
	if (count(d) == 0)
		return NO_MESSAGE;
	return MSG("Confirm or correct the beginning of {month}",
		A_MSG("month", message_keep(&d->frame, words_of(d, month_at(d, index)))));
}

static struct both name(struct desk *d, size_t index)
{
	struct str text = desk_words(d, words_of(d, month_at(d, index)));

	return (struct both){text, text};
}

const struct page page_hijri = {
	.title = {.id = N_("HIJRI MONTHS")},
	.summary = summary,
	.count = count,
	.row = row,
	.enter = enter,
	.step_line = step_line,
	.name = name,
};

void registers_hijri(struct desk *d)
{
	registers_show(d, PAGE_HIJRI);
}
