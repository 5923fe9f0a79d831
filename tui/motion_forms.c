/* The forms of motions: an amendment or another motion on the item, an urgent item, a change of the
 * agenda. What is needed comes first, in the order it is said in the room. */
#include "tui/item_motion.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/describe.h"
#include "tui/fields.h"
#include "tui/prepare.h"

static void put(enum lang lang, struct str text, struct str *ar, struct str *fr)
{
	*(lang == LANG_AR ? ar : fr) = text;
}

/* --- a motion --- */

enum {
	MOVE_KIND,
	MOVE_MEMBER,
	MOVE_TEXT,
	MOVE_TITLE,
	MOVE_GROUNDS,
	MOVE_SECOND,
	MOVE_OTHER /* the text in the other language, when the item has one */
};

static bool is_here(const struct session *s, int64_t number)
{
	const struct seat *seat = session_seat(s, number);

	return seat && seat->presence == PRESENCE_HERE;
}

/* Recorded, or what was refused stands at the field it is about. */
static bool motion_act(struct desk *d, const struct command *c)
{
	const struct motion_move *m = &c->arg.motion_move;
	bool of_mover = m->member && !is_here(desk_session(d), m->member);
	int person = of_mover ? MOVE_MEMBER : MOVE_SECOND;
	const struct field_code codes[] = {
		{"not-here", person},
		{"unknown-member", person},
		{"own-second", MOVE_SECOND},
		{"no-mover", MOVE_MEMBER},
		{"no-change", MOVE_TEXT},
		{"overlap", MOVE_TEXT},
		{"no-text", MOVE_TITLE},
		{"no-reason", MOVE_GROUNDS},
	};

	return fields_act_in(d, c, codes, ARRAY_LEN(codes));
}

static bool submit_motion(struct desk *d)
{
	struct form_field *f = d->over.fields;
	enum lang lang = desk_record_lang(d), other = lang_other(lang);
	struct command c = command_of(CMD_MOTION_MOVE);
	struct motion_move *m = &c.arg.motion_move;
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->open_item);
	struct str title, grounds, text, second = STR("");

	m->kind = (int)f[MOVE_KIND].chosen;
	if (!fields_take(d, &f[MOVE_TITLE], &title) ||
		!fields_take(d, &f[MOVE_GROUNDS], &grounds) ||
		!fields_take_members(d, &f[MOVE_SECOND], &m->seconders) ||
		!fields_take(d, &f[MOVE_TEXT], &text) ||
		(f[MOVE_OTHER].label.id && !fields_take(d, &f[MOVE_OTHER], &second)))
		return false;
	if (!form_number(&f[MOVE_MEMBER], &m->member))
		m->member = 0;
	if (m->member && !session_seat(s, m->member)) {
		f[MOVE_MEMBER].problem = message_copy(
			&d->over.arena, MSG("There is no member no. {n}.", A_SEAT("n", m->member)));
		return false;
	}
	/* Words left as they were belong to an amendment only. */
	if (item && m->kind != MOTION_AMENDMENT) {
		struct both now = motion_text(s, item);

		if (str_equal(text, lang == LANG_AR ? now.ar : now.fr))
			text = STR("");
		if (str_equal(second, lang == LANG_AR ? now.fr : now.ar))
			second = STR("");
	}
	put(lang, title, &m->title_ar, &m->title_fr);
	put(lang, grounds, &m->grounds_ar, &m->grounds_fr);
	put(lang, text, &m->text_ar, &m->text_fr);
	put(other, second, &m->text_ar, &m->text_fr);
	return motion_act(d, &c);
}

static struct message text_label(enum lang lang)
{
	return lang == LANG_AR ? TEXT("text, Arabic") : TEXT("text, French");
}

static struct message title_label(enum lang lang)
{
	return lang == LANG_AR ? TEXT("title, Arabic") : TEXT("title, French");
}

void form_motion(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->open_item);
	struct both now = item ? motion_text(s, item) : (struct both){{0}, {0}};
	enum lang lang = desk_record_lang(d), other = lang_other(lang);
	struct str mine = lang == LANG_AR ? now.ar : now.fr;
	struct str theirs = lang == LANG_AR ? now.fr : now.ar;
	struct message *kinds;
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_MOTION_MOVE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Amendment or motion"));
	if (item)
		overlay_line(o, describe_item(s, item->is.item));
	if (mine.n) /* the field below has it only until something is typed over it */
		overlay_line(o, MSG("as it stands: {text}", A_STR("text", mine)));
	f = o->fields;
	kinds = ARENA_ARRAY(&o->arena, struct message, MOTION_AGENDA);
	for (int i = 0; i < MOTION_AGENDA; i++)
		kinds[i] = name_label(motion_kind_names, i);
	f[MOVE_KIND] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("kind"),
		.choices = kinds,
		.choices_n = MOTION_AGENDA,
		.chosen = item && !item_decided(item) ? MOTION_AMENDMENT : MOTION_THANKS};
	f[MOVE_TITLE] = fields_text(TEXT("place, or title"), lang_direction(lang), false);
	f[MOVE_GROUNDS] = fields_text(TEXT("grounds"), lang_direction(lang), false);
	f[MOVE_SECOND] = fields_code(TEXT("seconded by no."), false);
	f[MOVE_MEMBER] = fields_number(TEXT("mover: member no."), false);
	f[MOVE_MEMBER].digits = desk_number_width(s);
	f[MOVE_TEXT] = fields_prose(text_label(lang), lang_direction(lang), 4);
	f[MOVE_TEXT].note =
		mine.n ? TEXT("the whole text as it would then read: typing replaces it, an arrow "
			      "first mends it; F4 keeps it")
		       : TEXT("the whole text as it would then read; F4 keeps it");
	if (theirs.n)
		f[MOVE_OTHER] = fields_prose(text_label(other), lang_direction(other), 3);
	overlay_form_ready(o);
	form_set(&f[MOVE_TEXT], mine);
	if (theirs.n)
		form_set(&f[MOVE_OTHER], theirs);
	o->form.focus = MOVE_MEMBER;
	o->number = item ? item->is.item : 0;
	o->submit = submit_motion;
}

/* --- withdrawing --- */

static void withdraw_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_MOTION_WITHDRAW);

	c.arg.motion_withdraw = (struct motion_reason){d->motion, reason};
	(void)desk_act(d, &c);
}

void motion_withdraw(struct desk *d)
{
	const struct motion *motion = motion_shown(d);

	if (!motion)
		return;
	d->motion = motion->is.motion;
	desk_ask_reason(d, TEXT("Withdraw the motion"),
		describe_motion(desk_session(d), motion, &d->frame), REASONS_MOTION, withdraw_done);
}

/* --- the agenda, by a vote --- */

static const struct message why_now[] = {
	{.id = N_("it cannot wait for the next session")},
	{.id = N_("asked by members")},
	{.id = N_("asked by the authority")},
};

/* The reason that was written, else the one that was chosen, in both languages of the record. */
static bool take_grounds(struct desk *d, struct form_field *words, const struct form_field *chosen,
	struct str *ar, struct str *fr)
{
	const struct message *why = &chosen->choices[chosen->chosen];
	struct str written;

	if (!fields_take(d, words, &written))
		return false;
	*ar = format_plain(why, LANG_AR, &d->frame);
	*fr = format_plain(why, LANG_FR, &d->frame);
	if (written.n) {
		*ar = *fr = STR("");
		put(desk_record_lang(d), written, ar, fr);
	}
	return true;
}

static struct form_field grounds_choice(void)
{
	return (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("grounds"),
		.choices = why_now,
		.choices_n = ARRAY_LEN(why_now)};
}

enum {
	INSERT_KIND,
	INSERT_TITLE,
	INSERT_REASON,
	INSERT_ENOUGH,
	INSERT_WORDS = INSERT_ENOUGH,
	INSERT_OTHER, /* the title in the other language */
	INSERT_TEXT,
	INSERT_TEXT_OTHER,
	INSERT_MEMBER,
	INSERT_PLACE
};

static bool submit_insert(struct desk *d)
{
	static const struct field_code codes[] = {{"not-here", INSERT_MEMBER},
		{"unknown-member", INSERT_MEMBER}, {"no-title", INSERT_TITLE},
		{"bad-place", INSERT_PLACE}, {"no-reason", INSERT_WORDS}};
	struct form_field *f = d->over.fields;
	enum lang lang = desk_record_lang(d), other = lang_other(lang);
	struct command c = command_of(CMD_AGENDA_INSERT);
	struct agenda_insert *i = &c.arg.agenda_insert;
	struct str title, translated, text, text_too;

	i->kind = (int)f[INSERT_KIND].chosen;
	if (!fields_take(d, &f[INSERT_TITLE], &title) ||
		!fields_take(d, &f[INSERT_OTHER], &translated) ||
		!fields_take(d, &f[INSERT_TEXT], &text) ||
		!fields_take(d, &f[INSERT_TEXT_OTHER], &text_too) ||
		!take_grounds(
			d, &f[INSERT_WORDS], &f[INSERT_REASON], &i->grounds_ar, &i->grounds_fr))
		return false;
	if (!form_number(&f[INSERT_PLACE], &i->at))
		i->at = 0;
	if (!form_number(&f[INSERT_MEMBER], &i->member))
		i->member = 0;
	put(lang, title, &i->title_ar, &i->title_fr);
	put(other, translated, &i->title_ar, &i->title_fr);
	put(lang, text, &i->text_ar, &i->text_fr);
	put(other, text_too, &i->text_ar, &i->text_fr);
	if (!fields_act_in(d, &c, codes, ARRAY_LEN(codes)))
		return false;
	prepare_remark_title(d, (struct both){i->title_ar, i->title_fr});
	return true;
}

void form_insert_item(struct desk *d)
{
	enum lang lang = desk_record_lang(d), other = lang_other(lang);
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_AGENDA_INSERT))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("An urgent item; its inclusion is voted"));
	f = o->fields;
	f[INSERT_WORDS] = fields_text(TEXT("grounds in words"), lang_direction(lang), false);
	f[INSERT_MEMBER] = fields_number(TEXT("mover: member no."), false);
	f[INSERT_PLACE] = fields_number(TEXT("place on the agenda"), false);
	f[INSERT_TEXT] = fields_prose(text_label(lang), lang_direction(lang), 2);
	f[INSERT_TEXT_OTHER] = fields_prose(text_label(other), lang_direction(other), 2);
	f[INSERT_OTHER] = fields_text(title_label(other), lang_direction(other), false);
	f[INSERT_KIND] = fields_choice(o, TEXT("kind"), item_kind_names);
	f[INSERT_KIND].digits = 1;
	f[INSERT_KIND].chosen = f[INSERT_KIND].choices_n; /* asked, as in any new item */
	f[INSERT_TITLE] = fields_text(title_label(lang), lang_direction(lang), true);
	f[INSERT_REASON] = grounds_choice();
	overlay_form_ready(o);
	o->form.enough = INSERT_ENOUGH;
	o->submit = submit_insert;
}

enum {
	CHANGE_WHAT,
	CHANGE_PLACE,
	CHANGE_REASON,
	CHANGE_ENOUGH,
	CHANGE_WORDS = CHANGE_ENOUGH,
	CHANGE_MEMBER
};

static bool submit_change(struct desk *d)
{
	static const struct field_code codes[] = {{"not-here", CHANGE_MEMBER},
		{"unknown-member", CHANGE_MEMBER}, {"bad-place", CHANGE_PLACE},
		{"same-place", CHANGE_PLACE}, {"no-reason", CHANGE_WORDS}};
	struct form_field *f = d->over.fields;
	bool off = f[CHANGE_WHAT].chosen == 1;
	struct command c = command_of(off ? CMD_AGENDA_WITHDRAW : CMD_AGENDA_MOVE);
	struct agenda_move m = {.item = d->over.number};

	if (!take_grounds(d, &f[CHANGE_WORDS], &f[CHANGE_REASON], &m.grounds_ar, &m.grounds_fr))
		return false;
	if (!form_number(&f[CHANGE_PLACE], &m.to) && !off) {
		f[CHANGE_PLACE].problem = TEXT("to be filled in");
		return false;
	}
	if (!form_number(&f[CHANGE_MEMBER], &m.member))
		m.member = 0;
	if (off)
		c.arg.agenda_withdraw = m;
	else
		c.arg.agenda_move = m;
	return fields_act_in(d, &c, codes, ARRAY_LEN(codes));
}

void form_change_agenda(struct desk *d, int64_t number)
{
	static const struct message whats[] = {
		{.id = N_("to another place")},
		{.id = N_("off the agenda")},
	};
	const struct session *s = desk_session(d);
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_AGENDA_MOVE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Change the agenda by a vote"));
	overlay_line(o, describe_item(s, session_agenda_key(s, number)));
	f = o->fields;
	f[CHANGE_WORDS] =
		fields_text(TEXT("grounds in words"), lang_direction(desk_record_lang(d)), false);
	f[CHANGE_MEMBER] = fields_number(TEXT("mover: member no."), false);
	f[CHANGE_WHAT] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("the item goes"),
		.choices = whats,
		.choices_n = 2};
	f[CHANGE_WHAT].digits = 1;
	f[CHANGE_PLACE] = fields_number(TEXT("new place on the agenda"), false);
	f[CHANGE_REASON] = grounds_choice();
	overlay_form_ready(o);
	o->form.focus = CHANGE_WHAT;
	o->form.enough = CHANGE_ENOUGH;
	o->number = number;
	o->submit = submit_change;
}
