/* What the floor's menu asks for: a number, a place, a time, on whose behalf. */
#include "tui/floor_look.h"

#include "locale/text.h"
#include "tui/desk.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"

static bool read_number(struct desk *d, struct str text, int64_t most, int64_t *n)
{
	if (form_read_number(text_western_digits(text, &d->frame), n) && *n >= 0 && *n <= most)
		return true;
	desk_say(d, TONE_BAD, TEXT("✗ Type a number."));
	return false;
}

static struct overlay *ask_number(
	struct desk *d, struct message title, bool (*typed)(struct desk *d, struct str text))
{
	struct overlay *o = desk_overlay(d, OVERLAY_PROMPT, title);

	o->prompt = prompt_open(MSG("{what}, number:", A_MSG("what", &o->title)), NULL, NULL);
	o->typed = typed;
	return o;
}

/* --- a point of order, a right of reply --- */

static bool asked(struct desk *d, struct str text)
{
	struct command c = command_of(CMD_FLOOR_ASK);

	c.arg.floor_ask.kind = (int)d->over.number;
	if (!read_number(d, text, MEMBER_NUMBER_MAX, &c.arg.floor_ask.member))
		return false;
	desk_prompt_done(d, desk_act(d, &c));
	return false;
}

static void ask_kind(struct desk *d, enum speech_kind kind)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_FLOOR_ASK))
		return;
	o = ask_number(d, name_label(speech_kind_names, kind), asked);
	o->number = kind;
	o->digits = desk_number_width(desk_session(d));
}

void floor_ask_order(struct desk *d)
{
	ask_kind(d, SPEECH_ORDER);
}

void floor_ask_reply(struct desk *d)
{
	ask_kind(d, SPEECH_REPLY);
}

/* --- on behalf of somebody --- */

static bool submit_behalf(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_FLOOR_ASK);
	struct floor_ask *arg = &c.arg.floor_ask;

	(void)form_number(&f[0], &arg->member);
	if (!fields_take(d, &f[1], &arg->behalf_ar) || !fields_take(d, &f[2], &arg->behalf_fr))
		return false;
	if (!arg->behalf_ar.n && !arg->behalf_fr.n) {
		f[1].problem = TEXT("Say on whose behalf, in Arabic or in French.");
		return false;
	}
	return fields_act(d, &c);
}

void floor_ask_behalf(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_FLOOR_ASK))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A speech on behalf of somebody"));
	o->fields[0] = fields_number(TEXT("speaker: member no."), true);
	o->fields[1] = fields_text(TEXT("on behalf of, Arabic"), DIR_RTL, false);
	o->fields[2] = fields_text(TEXT("on behalf of, French"), DIR_LTR, false);
	overlay_form_ready(o);
	o->submit = submit_behalf;
}

/* --- the time of a speech --- */

static bool limit_typed(struct desk *d, struct str text)
{
	struct command c = command_of(CMD_FLOOR_LIMIT);
	int64_t minutes;

	if (!read_number(d, text, 600, &minutes))
		return false;
	c.arg.floor_limit.seconds = minutes * 60;
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

void floor_ask_limit(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_FLOOR_LIMIT))
		return;
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Time of a speech"));
	o->prompt = prompt_open(TEXT("Minutes each (0: no limit):"), NULL, NULL);
	o->typed = limit_typed;
}

/* --- another place on the list --- */

static bool place_typed(struct desk *d, struct str text)
{
	const struct speech *one = floor_focus(d);
	struct command c = command_of(CMD_FLOOR_MOVE);

	if (!one || !read_number(d, text, 9999, &c.arg.floor_move.to))
		return false;
	c.arg.floor_move.member = one->is.member;
	c.arg.floor_move.guest = one->is.guest;
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

void floor_ask_place(struct desk *d)
{
	const struct speech *one = floor_focus(d);
	struct message who;

	if (!desk_offered(d, CMD_FLOOR_MOVE) || !one)
		return;
	who = floor_who(desk_session(d), one);
	(void)ask_number(
		d, MSG("place of {who}", A_MSG("who", message_keep(&d->frame, who))), place_typed);
}

/* --- a guest --- */

static bool guest_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_FLOOR_ASK);

	(void)digit;
	c.arg.floor_ask.guest = (int64_t)d->over.panel.focus + 1;
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

void floor_ask_guest(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_FLOOR_ASK))
		return;
	if (s->guests.n == 0) {
		form_guest(d);
		return;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("A guest asks for the floor"));
	for (size_t i = 0; i < s->guests.n && i < OVERLAY_CHOICES_MAX; i++) {
		struct speech speech = {.is = {.guest = (int64_t)i + 1}};

		overlay_choice(o, i < 9 ? (int)i + 1 : -1, floor_who(s, &speech));
	}
	o->chosen = guest_chosen;
}
