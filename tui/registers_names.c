/* What the chamber is called on its papers: a slip of the first form, or a new name. Sessions whose
 * record is not frozen take the names over; the others keep those they were signed with. */
#include "tui/registers.h"

#include "tui/fields.h"

enum {
	N_NAME_AR,
	N_NAME_FR,
	N_REGION_AR,
	N_REGION_FR,
	N_SEAT_AR,
	N_SEAT_FR,
	N_MINISTRY_AR,
	N_MINISTRY_FR,
	N_NAME_ZGH,
	N_COUNT
};

static void texts_of(struct letterhead *head, struct str *out[N_COUNT])
{
	out[N_NAME_AR] = &head->name_ar;
	out[N_NAME_FR] = &head->name_fr;
	out[N_REGION_AR] = &head->region_ar;
	out[N_REGION_FR] = &head->region_fr;
	out[N_SEAT_AR] = &head->seat_ar;
	out[N_SEAT_FR] = &head->seat_fr;
	out[N_MINISTRY_AR] = &head->ministry_ar;
	out[N_MINISTRY_FR] = &head->ministry_fr;
	out[N_NAME_ZGH] = &head->name_zgh;
}

static bool take_all(struct desk *d, struct letterhead *typed)
{
	struct letterhead was = register_chamber(d->r)->is.head;
	struct form_field *f = d->over.fields;
	struct str *to[N_COUNT], *before[N_COUNT];

	texts_of(typed, to);
	texts_of(&was, before);
	for (size_t i = 0; i < N_COUNT; i++) {
		if (!fields_take(d, &f[i], to[i]))
			return false;
		if (before[i]->n && !to[i]->n) {
			f[i].problem = TEXT("A text can be replaced, not emptied.");
			d->over.form.focus = i;
			return false;
		}
	}
	return true;
}

/* The first session that may take the names over and has not; 0: none is left. It is chosen. */
static int64_t next_to_take(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	struct session_line *lines;
	struct message why;
	size_t n = 0;

	if (register_list(d->r, &d->frame, &lines, &n, &err) < 0)
		desk_fail(d, &err);
	for (size_t i = 0; i < n; i++) {
		if (lines[i].phase != PHASE_FROZEN && lines[i].phase != PHASE_SEALED &&
			registers_choose(d, lines[i].number) &&
			desk_offers(d, CMD_LETTERHEAD_TAKE, &why))
			return lines[i].number;
	}
	return 0;
}

/* Every session takes the names over by an act of its own; then the one that was chosen,
 * d->question.then_of, is chosen again. A disk that refuses goes on where it stopped. */
static void take_over(struct desk *d)
{
	struct command c = command_of(CMD_LETTERHEAD_TAKE);
	int64_t chosen = d->question.then_of;
	bool next = next_to_take(d) != 0;

	if (next)
		desk_act_then(d, &c, take_over);
	if (chosen)
		(void)registers_choose(d, chosen);
	if (!next && d->acted == CMD_LETTERHEAD_TAKE)
		desk_say(d, TONE_GOOD,
			TEXT("● Recorded, and in all sessions not frozen; the others keep their "
			     "names."));
}

static bool submit(struct desk *d)
{
	struct command c = command_of(CMD_CHAMBER_DESCRIBE);
	const struct session *s = desk_session(d);
	struct letterhead changes;
	uint64_t acts = d->acts;

	if (!take_all(d, &c.arg.chamber_describe))
		return false;
	d->question.then_of = s ? s->is.number : 0;
	if (letterhead_differs(
		    &register_chamber(d->r)->is.head, &c.arg.chamber_describe, &changes)) {
		(void)desk_form_act(d, &c, take_over);
		return false;
	}
	/* An earlier one may have been cut off before all sessions had the names. */
	take_over(d);
	if (d->acts == acts && !d->disk.stuck)
		desk_say(d, TONE_PLAIN, TEXT("Nothing was changed, so nothing was recorded."));
	return !d->disk.stuck;
}

void registers_names(struct desk *d)
{
	struct letterhead head = register_chamber(d->r)->is.head;
	struct str *texts[N_COUNT];
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_CHAMBER_DESCRIBE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("The names of the chamber"));
	overlay_line(o, TEXT("They stand on every screen and paper. Records that are frozen or "
			     "signed keep the names they have."));
	f = o->fields;
	f[N_NAME_AR] = fields_text(TEXT("chamber, Arabic"), DIR_RTL, false);
	f[N_NAME_FR] = fields_text(TEXT("chamber, French"), DIR_LTR, false);
	f[N_REGION_AR] = fields_text(TEXT("region, Arabic"), DIR_RTL, false);
	f[N_REGION_FR] = fields_text(TEXT("region, French"), DIR_LTR, false);
	f[N_SEAT_AR] = fields_text(TEXT("seat (town), Arabic"), DIR_RTL, false);
	f[N_SEAT_FR] = fields_text(TEXT("seat (town), French"), DIR_LTR, false);
	f[N_MINISTRY_AR] = fields_text(TEXT("ministry, Arabic"), DIR_RTL, false);
	f[N_MINISTRY_FR] = fields_text(TEXT("ministry, French"), DIR_LTR, false);
	f[N_NAME_ZGH] = fields_text(TEXT("chamber, Tifinagh"), DIR_LTR, false);
	overlay_form_ready(o);
	texts_of(&head, texts);
	for (size_t i = 0; i < N_COUNT; i++)
		form_set(&f[i], *texts[i]);
	o->submit = submit;
}
