/* Forms of an agreement: what it is, its parties, an amendment of an amount, and what happened to
 * it outside the vote. A form stays as it is when the act is refused. */
#include "tui/agreements.h"

#include "locale/format.h"
#include "model/describe.h"
#include "tui/fields.h"

static struct message title_of(const struct item *item)
{
	return MSG("{it}", A_BOTH("it", item_short(item)));
}

static struct message sums_of(struct desk *d, const struct item *item)
{
	struct agreement_sums sums = agreement_sums(desk_session(d), item, AGREEMENT_NOW);

	if (!sums.total)
		return MSG("contributions in money: {sum}", A_MONEY("sum", sums.sum));
	return MSG("total {total} · contributions {sum} · {gap}", A_MONEY("total", sums.total),
		A_MONEY("sum", sums.sum),
		A_MSG("gap", message_keep(&d->frame, agreement_gap_words(sums))));
}

/* --- what it is --- */

enum {
	IS_KIND,
	IS_LINK,
	IS_PARENT,
	IS_PARENT_AR,
	IS_PARENT_FR,
	IS_ADDENDUM,
	IS_REFERENCE,
	IS_SUBJECT,
	IS_MONTHS,
	IS_LINE,
	IS_YEAR,
	IS_TOTAL
};

/* The agreements that can stand above KEY, in the order of the choice; frame memory. */
static const struct agreement_row **parents(struct desk *d, int64_t key, size_t *n)
{
	struct agreement_rows rows = agreements_rows(d);
	const struct agreement_row **list =
		ARENA_ARRAY(&d->frame, const struct agreement_row *, rows.n + 1);

	*n = 0;
	for (size_t i = 0; i < rows.n; i++) {
		if (rows.at[i].item &&
			(rows.at[i].s != desk_session(d) || rows.at[i].item->is.item != key))
			list[(*n)++] = &rows.at[i];
	}
	return list;
}

static struct form_field parent_field(struct overlay *o, struct desk *d, const struct item *item)
{
	size_t n;
	const struct agreement_row **list = parents(d, item->is.item, &n);
	struct message *choices = ARENA_ARRAY(&o->arena, struct message, n + 1);
	struct form_field field = {.kind = FORM_CHOICE,
		.label = TEXT("parent agreement"),
		.choices = choices,
		.choices_n = n + 1};

	choices[0] = TEXT("none, or in no session: its title below");
	for (size_t i = 0; i < n; i++) {
		choices[i + 1] = message_copy(&o->arena,
			MSG("{session}: {title}",
				A_MSG("session",
					message_keep(&d->frame, describe_session(list[i]->s))),
				A_BOTH("title", item_short(list[i]->item))));
		if (item->about.parent_item &&
			list[i]->s->is.number == item->about.parent_session &&
			list[i]->item->is.item == item->about.parent_item)
			field.chosen = i + 1;
	}
	return field;
}

/* What a number field says; 0 when it is empty. */
static int64_t number_of(const struct form_field *field)
{
	int64_t n;

	return form_number(field, &n) ? n : 0;
}

static bool submit_agreement(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, d->over.number);
	struct command c = command_of(CMD_AGREEMENT_DESCRIBE);
	struct agreement_describe *is = &c.arg.agreement_describe;
	bool ar = desk_record_lang(d) == LANG_AR;
	size_t n;
	const struct agreement_row **list = parents(d, d->over.number, &n);

	is->item = session_agenda_number(s, d->over.number);
	is->kind = (int)f[IS_KIND].chosen;
	is->link = (int)f[IS_LINK].chosen;
	is->addendum = number_of(&f[IS_ADDENDUM]);
	is->months = number_of(&f[IS_MONTHS]);
	is->year = number_of(&f[IS_YEAR]);
	(void)form_money(&f[IS_TOTAL], &is->total);
	is->subject_ar = item->about.subject_ar;
	is->subject_fr = item->about.subject_fr;
	if (!fields_take(d, &f[IS_PARENT_AR], &is->parent_ar) ||
		!fields_take(d, &f[IS_PARENT_FR], &is->parent_fr) ||
		!fields_take(d, &f[IS_REFERENCE], &is->reference) ||
		!fields_take(d, &f[IS_SUBJECT], ar ? &is->subject_ar : &is->subject_fr) ||
		!fields_take(d, &f[IS_LINE], &is->line))
		return false;
	if (f[IS_PARENT].chosen && f[IS_PARENT].chosen <= n) {
		const struct agreement_row *parent = list[f[IS_PARENT].chosen - 1];

		is->session = parent->s->is.number;
		is->parent = session_agenda_number(parent->s, parent->item->is.item);
		is->parent_ar = is->parent_fr = STR("");
	}
	return fields_act(d, &c);
}

void form_agreement(struct desk *d, int64_t key)
{
	const struct item *item = session_item(desk_session(d), key);
	const struct agreement_described *is = &item->about;
	enum lang lang = desk_record_lang(d);
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_AGREEMENT_DESCRIBE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("What the agreement is"));
	overlay_line(o, title_of(item));
	f = o->fields;
	f[IS_KIND] = fields_choice(o, TEXT("kind"), agreement_kind_names);
	f[IS_LINK] = fields_choice(o, TEXT("to its parent"), agreement_link_names);
	f[IS_PARENT] = parent_field(o, d, item);
	f[IS_PARENT_AR] = fields_text(TEXT("its title, Arabic"), DIR_RTL, false);
	f[IS_PARENT_FR] = fields_text(TEXT("its title, French"), DIR_LTR, false);
	f[IS_ADDENDUM] = fields_number(TEXT("addendum no."), false);
	f[IS_ADDENDUM].note = TEXT("of an addendum; empty: the next one of its parent");
	f[IS_REFERENCE] = fields_code(TEXT("reference"), false);
	f[IS_SUBJECT] = fields_text(TEXT("subject"), lang_direction(lang), false);
	f[IS_MONTHS] = fields_number(TEXT("duration in months"), false);
	f[IS_LINE] = fields_code(TEXT("budget line"), false);
	f[IS_YEAR] = fields_number(TEXT("of the year"), false);
	f[IS_TOTAL] = (struct form_field){
		.kind = FORM_MONEY, .label = TEXT("total amount"), .base = DIR_LTR};
	f[IS_TOTAL].note = TEXT("empty: no amount in all is stated");
	overlay_form_ready(o);
	/* Nobody has chosen it before it was described: it is asked. */
	f[IS_KIND].chosen = item->n_about ? (size_t)is->kind : f[IS_KIND].choices_n;
	f[IS_LINK].chosen = (size_t)is->link;
	if (!is->parent_item) {
		form_set(&f[IS_PARENT_AR], is->parent_ar);
		form_set(&f[IS_PARENT_FR], is->parent_fr);
	}
	fields_set_number(d, &f[IS_ADDENDUM], is->addendum);
	form_set(&f[IS_REFERENCE], is->reference);
	form_set(&f[IS_SUBJECT], lang == LANG_AR ? is->subject_ar : is->subject_fr);
	fields_set_number(d, &f[IS_MONTHS], is->months);
	form_set(&f[IS_LINE], is->line);
	fields_set_number(d, &f[IS_YEAR], is->year);
	if (is->total)
		fields_set_money(d, &f[IS_TOTAL], is->total);
	o->number = key;
	o->form.focus = IS_KIND;
	o->submit = submit_agreement;
}

/* --- parties --- */

#define PARTIES_A_PANEL 8 /* a digit each; 9 and 0 go on from there */

enum { CHOICE_NEW = -1, CHOICE_MORE = -2, CHOICE_DROP = -3 }; /* else the rank of a party */

enum {
	PARTY_AR,
	PARTY_FR,
	PARTY_ROLE,
	PARTY_ALSO,
	PARTY_CHAMBER,
	PARTY_AMOUNT,
	PARTY_KIND_AR,
	PARTY_KIND_FR,
	PARTY_AT
};

static void panel_from(struct desk *d, int64_t key, size_t from);

/* The next one, or what is left of them, with the new sums. */
static void parties_again(struct desk *d)
{
	panel_parties(d, d->question.then_of);
}

static bool submit_party(struct desk *d)
{
	struct form_field *f = d->over.fields;
	int64_t key = d->over.number;
	struct command c = command_of(CMD_AGREEMENT_PARTY);
	struct agreement_party *is = &c.arg.agreement_party;

	is->item = session_agenda_number(desk_session(d), key);
	is->party = (int64_t)d->over.top;
	is->role = (int)f[PARTY_ROLE].chosen;
	is->also = (int)f[PARTY_ALSO].chosen;
	is->chamber = f[PARTY_CHAMBER].chosen == 1;
	is->at = number_of(&f[PARTY_AT]);
	(void)form_money(&f[PARTY_AMOUNT], &is->amount);
	if (!fields_take(d, &f[PARTY_AR], &is->name_ar) ||
		!fields_take(d, &f[PARTY_FR], &is->name_fr) ||
		!fields_take(d, &f[PARTY_KIND_AR], &is->kind_ar) ||
		!fields_take(d, &f[PARTY_KIND_FR], &is->kind_fr))
		return false;
	d->question.then_of = key;
	(void)desk_form_act(d, &c, parties_again);
	return false;
}

/* PLACE 0: a new one. */
static void form_party(struct desk *d, int64_t key, int64_t place)
{
	static const struct name chamber[] = {
		{"no", N_("a partner")}, {"yes", N_("the chamber itself")}, {NULL, NULL}};
	const struct item *item = session_item(desk_session(d), key);
	const struct party_set *is = agreement_party_at(item, place);
	struct overlay *o = desk_overlay(d, OVERLAY_FORM,
		is ? TEXT("Change a party to the agreement") : TEXT("A party to the agreement"));
	struct form_field *f = o->fields;

	overlay_line(o, title_of(item));
	f[PARTY_AR] = fields_text(TEXT("name, Arabic"), DIR_RTL, false);
	f[PARTY_FR] = fields_text(TEXT("name, French"), DIR_LTR, false);
	f[PARTY_ROLE] = fields_choice(o, TEXT("role"), party_role_names);
	f[PARTY_ALSO] = fields_choice(o, TEXT("second role"), party_role_names);
	f[PARTY_CHAMBER] = fields_choice(o, TEXT("it is"), chamber);
	f[PARTY_AMOUNT] = (struct form_field){
		.kind = FORM_MONEY, .label = TEXT("contribution"), .base = DIR_LTR};
	f[PARTY_KIND_AR] = fields_text(TEXT("in kind, Arabic"), DIR_RTL, false);
	f[PARTY_KIND_FR] = fields_text(TEXT("in kind, French"), DIR_LTR, false);
	f[PARTY_AT] = fields_number(TEXT("rank in the list"), false);
	f[PARTY_AT].note = TEXT("empty: where it stands, a new one at the end");
	overlay_form_ready(o);
	f[PARTY_ROLE].chosen = is ? (size_t)is->role : ROLE_PARTNER;
	if (is) {
		form_set(&f[PARTY_AR], is->name_ar);
		form_set(&f[PARTY_FR], is->name_fr);
		f[PARTY_ALSO].chosen = (size_t)is->also;
		f[PARTY_CHAMBER].chosen = is->chamber;
		if (is->amount)
			fields_set_money(d, &f[PARTY_AMOUNT], is->amount);
		form_set(&f[PARTY_KIND_AR], is->kind_ar);
		form_set(&f[PARTY_KIND_FR], is->kind_fr);
	}
	o->number = key;
	o->top = (size_t)place;
	o->submit = submit_party;
}

static struct message party_words(struct desk *d, const struct party_set *party)
{
	struct message roles = agreement_roles(party, &d->frame);

	if (!party->amount)
		return MSG("{name}, {roles}", A_BOTH("name", agreement_party_name(party)),
			A_MSG("roles", message_keep(&d->frame, roles)));
	/* First, so that a long name does not cut it. */
	return MSG("{amount}: {name}, {roles}", A_MONEY("amount", party->amount),
		A_BOTH("name", agreement_party_name(party)),
		A_MSG("roles", message_keep(&d->frame, roles)));
}

/* What the parties from FROM on bring in kind stands above the choices, where a long line goes on
 * in the next. */
static void add_kinds(struct desk *d, struct overlay *o, const struct item *item, size_t from)
{
	for (size_t i = from; i < item->parties.n && i < from + PARTIES_A_PANEL; i++) {
		const struct party_set *party = &item->parties.at[i];
		struct message name = MSG("{it}", A_BOTH("it", agreement_party_name(party)));

		if (agreement_brings_kind(party))
			overlay_line(o, MSG("{party}, in kind: {kind}",
						A_MSG("party", message_keep(&d->frame, name)),
						A_BOTH("kind", agreement_in_kind(party))));
	}
}

static bool drop_chosen(struct desk *d, int digit)
{
	int64_t key = d->over.number;
	struct command c = command_of(CMD_AGREEMENT_DROP);

	(void)digit;
	c.arg.agreement_drop.item = session_agenda_number(desk_session(d), key);
	c.arg.agreement_drop.party = d->over.choices[d->over.panel.focus].id;
	d->question.then_of = key;
	desk_act_then(d, &c, parties_again);
	return false;
}

static void add_choice(struct overlay *o, int digit, struct message label, int id)
{
	overlay_choice(o, digit, label);
	o->choices[o->panel.choices_n - 1].id = id;
}

/* The parties that the panel shows from FROM on, by their digits. */
static void add_parties(struct desk *d, struct overlay *o, const struct item *item, size_t from)
{
	for (size_t i = from; i < item->parties.n && i < from + PARTIES_A_PANEL; i++)
		add_choice(
			o, (int)(i - from) + 1, party_words(d, &item->parties.at[i]), (int)i + 1);
	o->number = item->is.item;
	o->top = from;
}

static void panel_drop(struct desk *d, int64_t key, size_t from)
{
	const struct item *item = session_item(desk_session(d), key);
	struct overlay *o;

	if (!desk_offered(d, CMD_AGREEMENT_DROP))
		return;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Take a party out of the agreement"));
	overlay_line(o, title_of(item));
	add_parties(d, o, item, from);
	o->panel.confirm = true;
	o->chosen = drop_chosen;
}

static bool party_chosen(struct desk *d, int digit)
{
	const struct item *item = session_item(desk_session(d), d->over.number);
	int id = d->over.choices[d->over.panel.focus].id;
	size_t from = d->over.top;
	size_t next = from + PARTIES_A_PANEL < item->parties.n ? from + PARTIES_A_PANEL : 0;

	(void)digit;
	if (id == CHOICE_DROP)
		panel_drop(d, item->is.item, from);
	else if (id == CHOICE_MORE)
		panel_from(d, item->is.item, next);
	else
		form_party(d, item->is.item, id == CHOICE_NEW ? 0 : id);
	return false;
}

static void panel_from(struct desk *d, int64_t key, size_t from)
{
	const struct item *item = session_item(desk_session(d), key);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Parties and contributions"));

	overlay_line(o, title_of(item));
	overlay_line(o, sums_of(d, item));
	add_kinds(d, o, item, from);
	add_parties(d, o, item, from);
	add_choice(o, 9, TEXT("a new party…"), CHOICE_NEW);
	if (item->parties.n > PARTIES_A_PANEL)
		add_choice(o, 0,
			MSG("the other parties ({n} in all)…",
				A_INT("n", (int64_t)item->parties.n)),
			CHOICE_MORE);
	/* Not beside a digit that is pressed often: the arrows lead there, and it asks. */
	if (item->parties.n)
		add_choice(o, -1, TEXT("take a party out…"), CHOICE_DROP);
	o->panel.footer = TEXT("a digit changes a party · ↑↓ and Enter too · Esc ends");
	o->chosen = party_chosen;
}

void panel_parties(struct desk *d, int64_t key)
{
	if (desk_offered(d, CMD_AGREEMENT_PARTY))
		panel_from(d, key, 0);
}

/* --- an amount that the assembly is to change --- */

enum { SHARE_PARTY, SHARE_MEMBER, SHARE_AMOUNT, SHARE_GROUNDS };

static void share_live(struct desk *d)
{
	const struct form_field *f = d->over.fields;
	const struct item *item = session_item(desk_session(d), d->over.number);
	const struct party_set *party = agreement_party_at(item, (int64_t)f[SHARE_PARTY].chosen);
	struct motion_moved m = {.party = party ? party->party : 0};

	m.amount = agreement_amount(desk_session(d), item, m.party, AGREEMENT_NOW);
	(void)form_money(&f[SHARE_AMOUNT], &m.amount);
	d->over.lines[0] = agreement_change(d, item, &m);
}

static void to_its_vote(struct desk *d)
{
	desk_go(d, SCREEN_ITEM);
}

static bool submit_share(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_MOTION_MOVE);
	struct motion_move *m = &c.arg.motion_move;
	struct str grounds;

	m->kind = MOTION_SHARE;
	m->item = session_agenda_number(desk_session(d), d->over.number);
	m->party = (int64_t)f[SHARE_PARTY].chosen;
	m->member = number_of(&f[SHARE_MEMBER]);
	(void)form_money(&f[SHARE_AMOUNT], &m->amount);
	if (!fields_take(d, &f[SHARE_GROUNDS], &grounds))
		return false;
	*(desk_record_lang(d) == LANG_AR ? &m->grounds_ar : &m->grounds_fr) = grounds;
	(void)desk_form_act(d, &c, to_its_vote);
	return false;
}

void form_share(struct desk *d, int64_t key)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, key);
	struct message *parties;
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_MOTION_MOVE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Amendment of the amounts"));
	parties = ARENA_ARRAY(&o->arena, struct message, item->parties.n + 1);
	parties[0] = TEXT("the total amount");
	for (size_t i = 0; i < item->parties.n; i++)
		parties[i + 1] = message_copy(&o->arena,
			MSG("{it}", A_BOTH("it", agreement_party_name(&item->parties.at[i]))));
	f = o->fields;
	f[SHARE_PARTY] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("whose share"),
		.choices = parties,
		.choices_n = item->parties.n + 1,
		.chosen = item->parties.n > 0};
	f[SHARE_MEMBER] = fields_number(TEXT("mover: member no."), true);
	f[SHARE_MEMBER].digits = desk_number_width(s);
	f[SHARE_AMOUNT] = (struct form_field){
		.kind = FORM_MONEY, .label = TEXT("becomes"), .base = DIR_LTR, .required = true};
	f[SHARE_GROUNDS] = fields_text(TEXT("grounds"), lang_direction(desk_record_lang(d)), false);
	overlay_line(o, title_of(item));
	overlay_form_ready(o);
	o->number = key;
	o->live = share_live;
	o->form.focus = SHARE_PARTY;
	o->submit = submit_share;
}

/* --- outside the vote --- */

enum { STEP_WHAT, STEP_DATE, STEP_WHO, STEP_PLACE, STEP_NOTE, STEP_WHERE };

/* That the assembly approved it is not among the choices. */
static int step_of(size_t chosen)
{
	return (int)chosen + (chosen >= STEP_APPROVED);
}

/* Once the record of its session is closed, the chosen session can have it in its minutes, or the
 * register of the chamber. */
static bool elsewhere(const struct session *s)
{
	return s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED;
}

static bool submit_step(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const struct session *s = desk_session(d);
	int64_t number = d->over.number;
	bool here = f[STEP_WHERE].choices_n == 0 || f[STEP_WHERE].chosen == 1;
	struct command c = command_of(here ? CMD_AGREEMENT_STEP : CMD_AGREEMENT_FOLLOW);
	struct agreement_follow *is = &c.arg.agreement_follow;
	bool ar = desk_record_lang(d) == LANG_AR;

	is->session = number;
	if (here && s && number == s->is.number)
		is->session = 0;
	is->item = (int64_t)d->over.top;
	is->step = step_of(f[STEP_WHAT].chosen);
	(void)form_date(&f[STEP_DATE], &is->date);
	return fields_take(d, &f[STEP_WHO], ar ? &is->who_ar : &is->who_fr) &&
	       fields_take(d, &f[STEP_PLACE], ar ? &is->place_ar : &is->place_fr) &&
	       fields_take(d, &f[STEP_NOTE], &is->note) && fields_act(d, &c);
}

void form_step(struct desk *d, const struct session *s, const struct item *item)
{
	static const struct name places[] = {{"chamber", N_("the register of the chamber")},
		{"session", N_("the minutes of the chosen session")}, {NULL, NULL}};
	enum direction dir = lang_direction(desk_record_lang(d));
	const struct session *chosen = desk_session(d);
	struct message *steps;
	struct overlay *o;
	struct form_field *f;

	if (!elsewhere(s) && s != chosen) {
		desk_hint(d, TEXT("! It belongs to another session: open that one first, F9 0."));
		return;
	}
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A step of the agreement"));
	overlay_line(o, title_of(item));
	f = o->fields;
	steps = ARENA_ARRAY(&o->arena, struct message, AGREEMENT_STEPS);
	for (size_t i = 0; i + 1 < AGREEMENT_STEPS; i++)
		steps[i] = name_label(agreement_step_names, step_of(i));
	f[STEP_WHAT] = (struct form_field){.kind = FORM_CHOICE,
		.label = TEXT("what happened"),
		.choices = steps,
		.choices_n = AGREEMENT_STEPS - 1};
	f[STEP_DATE] = fields_date(TEXT("on which day"), fields_today(d), true);
	f[STEP_WHO] = fields_text(TEXT("by whom"), dir, false);
	f[STEP_PLACE] = fields_text(TEXT("place"), dir, false);
	f[STEP_NOTE] = fields_text(TEXT("visa no., or note"), dir, false);
	if (elsewhere(s)) {
		f[STEP_WHERE] = fields_choice(o, TEXT("written into"), places);
		if (!chosen || elsewhere(chosen))
			f[STEP_WHERE].choices_n = 1;
	}
	overlay_form_ready(o);
	fields_set_date(d, &f[STEP_DATE], fields_today(d));
	o->number = s->is.number;
	o->top = (size_t)session_agenda_number(s, item->is.item);
	o->form.focus = STEP_WHAT;
	o->submit = submit_step;
}
