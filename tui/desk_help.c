/* F1: the keys of this screen under both faces, what can be done and what the rest waits for, the
 * rules in force. F1 again: the manual, made of the same tables as the desk itself. */
#include "tui/desk.h"

#include "locale/catalog.h"
#include "locale/format.h"
#include "model/describe.h"
#include "model/rule.h"
#include "tui/desk_parts.h"

#include <string.h>

#define FACE_COLS 16

/* One row of the overlay; what is too long goes on in the next ones. */
struct help_row {
	struct str face; /* a key, a digit; may be empty */
	struct layout_line line;
	enum style style;
	bool title;
};

struct help {
	struct desk *d;
	struct area area;
	struct help_row *rows;
	size_t n, room;
};

static struct help_row *row_add(struct help *h)
{
	if (h->n == h->room) {
		size_t room = h->room ? 2 * h->room : 128;
		struct help_row *more = ARENA_ARRAY(&h->d->frame, struct help_row, room);

		for (size_t i = 0; i < h->n; i++)
			more[i] = h->rows[i];
		h->rows = more;
		h->room = room;
	}
	h->rows[h->n] = (struct help_row){.style = STYLE_TEXT};
	return &h->rows[h->n++];
}

static void add(struct help *h, struct str face, enum style style, struct str words)
{
	struct canvas *c = h->area.canvas;
	struct layout_line *lines;
	size_t n = canvas_lines_of(c, words, h->area.cols - FACE_COLS, canvas_base(c), &lines);

	for (size_t i = 0; i < n; i++) {
		struct help_row *r = row_add(h);

		r->face = i == 0 ? face : STR("");
		r->line = lines[i];
		r->style = style;
	}
}

static void say(struct help *h, struct str face, enum style style, struct message words)
{
	add(h, face, style, desk_words(h->d, words));
}

static void title(struct help *h, struct message words)
{
	if (h->n)
		row_add(h);
	say(h, STR(""), STYLE_HERE, words);
	h->rows[h->n - 1].title = true;
}

/* --- keys --- */

static void add_letters(struct builder *b, const uint32_t *letters)
{
	for (; *letters; letters++) {
		char buf[4];

		if (*letters == ' ')
			continue;
		if (b->n)
			builder_add_char(b, ' ');
		builder_add(b, (struct str){buf, key_utf8(PRESS_CHAR_OF(*letters), buf)});
	}
}

/* "F1 ? / ؟", "= t / ك": what to press on each kind of keyboard. */
static struct str faces(struct desk *d, enum bind bind)
{
	struct builder b, arabic;
	bool space = keymap_latin(bind)[0] == ' ';

	builder_init(&b, &d->frame);
	builder_init(&arabic, &d->frame);
	if (keymap_named(bind) != PRESS_NONE || space)
		builder_add(&b, keymap_face(bind, d->lang));
	add_letters(&b, keymap_latin(bind));
	add_letters(&arabic, keymap_arabic(bind));
	if (arabic.n) {
		builder_add_z(&b, " / ");
		builder_add(&b, builder_str(&arabic));
	}
	return builder_str(&b);
}

/* A letter that acts, or one that few screens know: what somebody who asks here looks for. */
static bool is_own(enum bind bind)
{
	unsigned where = keymap_where(bind) & WHERE_SCREENS;
	int n = 0;

	for (; where; where &= where - 1)
		n++;
	return n <= 4 || (keymap_weight(bind) != WEIGHT_LOOK && keymap_latin(bind)[0]);
}

/* Nobody arrives or leaves once the session is over; the manual has these keys all the same. */
static bool applies(const struct help *h, enum bind bind)
{
	const struct session *s = desk_session(h->d);

	return h->d->help.whole ||
	       (bind != BIND_ARRIVED && bind != BIND_LEFT && bind != BIND_WHAT_IF) ||
	       (s && (s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED));
}

/* Those of this place before those of all. */
static void keys(struct help *h, unsigned where)
{
	for (int pass = 0; pass < 2; pass++)
		for (int i = 1; i < BIND_DIGIT; i++)
			if ((keymap_where((enum bind)i) & where) && applies(h, (enum bind)i) &&
				is_own((enum bind)i) == (pass == 0))
				say(h, faces(h->d, (enum bind)i), STYLE_TEXT,
					keymap_help((enum bind)i));
	if (canvas_lines(h->d->canvas) && (where & keymap_where(BIND_PALETTE)))
		say(h, desk_status_word(h->d->lang, &h->d->frame), STYLE_TEXT,
			TEXT("say the state: quorum, time, what is recorded, room"));
}

static void text_keys(struct help *h)
{
	title(h, TEXT("In texts and fields"));
	say(h, STR("Shift-←→↑↓"), STYLE_TEXT, TEXT("select; Ctrl-←→ goes by words"));
	say(h, STR("Ins"), STYLE_TEXT,
		TEXT("begin to select, for keyboards without it; then copy what is selected"));
	say(h, STR("Alt-⌫ Alt-Del"), STYLE_TEXT, TEXT("take typing back; type it again"));
	say(h, STR("Esc"), STYLE_TEXT, TEXT("leave the selection, then the text; nothing is lost"));
}

/* --- what can be done here, and what waits for what --- */

static void acts(struct help *h)
{
	struct desk *d = h->d;
	const struct view *view = desk_view(d->screen);
	struct action actions[ACTIONS_MAX];
	size_t n = view->actions ? view->actions(d, actions) : 0;

	if (n)
		title(h, TEXT("What can be done here"));
	for (size_t i = 0; i < n; i++) {
		struct message why = NO_MESSAGE, line = actions[i].label;
		bool on = desk_action_on(d, &actions[i], &why);

		if (!on)
			line = MSG("{what}: not now. {why}",
				A_MSG("what", message_keep(&d->frame, actions[i].label)),
				A_MSG("why", message_keep(&d->frame, why)));
		say(h, desk_action_face(d, &actions[i]), on ? STYLE_TEXT : STYLE_OFF, line);
	}
	if (n)
		say(h, desk_action_face(d, &(struct action){.digit = 0}), STYLE_TEXT,
			TEXT("go to another screen…"));
}

/* --- rules --- */

static void rule_row(struct help *h, const struct rule_text *rule)
{
	struct desk *d = h->d;
	struct message words = rule_words(rule, &d->frame);
	bool unsure = rule->certainty == CERTAINTY_UNCONFIRMED;
	struct message line =
		MSG("{rule} · {certainty}", A_MSG("rule", message_keep(&d->frame, words)),
			A_MSG("certainty", message_keep(&d->frame, rule_certainty_words(rule))));

	say(h, unsure ? STR("?") : STR("·"), unsure ? STYLE_UNSURE : STYLE_TEXT, line);
}

static void rules(struct help *h)
{
	const struct session *s = desk_session(h->d);
	const struct rules_adopted *of_chamber = world_rules(register_world(h->d->r));

	title(h, TEXT("Rules in force"));
	if (s && s->rules.text[rules_quorum_key(&s->rules)]) {
		for (int i = 0; i < RULE_COUNT; i++)
			if (s->rules.text[i])
				rule_row(h, s->rules.text[i]);
		return;
	}
	for (size_t i = 0; of_chamber && i < of_chamber->rules.n; i++)
		rule_row(h, (const struct rule_text *)of_chamber->rules.at + i);
	if (!of_chamber)
		say(h, STR(""), STYLE_DONE, TEXT("no profile"));
}

/* --- what stands over the screen: a form, a line to type, a question --- */

static struct message field_takes(const struct form_field *f)
{
	switch (f->kind) {
	case FORM_TEXT:
		return TEXT("words");
	case FORM_PROSE:
		return TEXT("text of several lines; Enter begins a new one");
	case FORM_CHOICE:
		return f->coded ? TEXT("one of these: ←→, its number or a part of its name")
				: TEXT("one of these: ←→, its digit or a part of its name");
	case FORM_DATE:
		return f->near.year ? TEXT("a day, as 30/12/2024 or 30/12")
				    : TEXT("a day, as 30/12/2024");
	case FORM_TIME:
		return TEXT("a time, as 14:32");
	case FORM_NUMBER:
		return TEXT("a whole number");
	case FORM_MONEY:
		return TEXT("an amount, as 1.234.567,89");
	case FORM_PASSPHRASE:
		return TEXT("a passphrase: neither it nor its length is shown");
	}
	return NO_MESSAGE;
}

#define NO_DIGIT 10

static void numbered(struct help *h, size_t n, enum style style, struct message words)
{
	char digit[2] = {(char)('0' + n), '\0'};

	say(h, n < NO_DIGIT ? arena_str(&h->d->frame, str_of(digit)) : STR("·"), style, words);
}

static void field_help(struct help *h, const struct form_field *f, bool here)
{
	struct arena *a = &h->d->frame;
	const struct message *label = message_keep(a, f->label);
	const struct message *takes = message_keep(a, field_takes(f));

	say(h, here ? STR("▸") : STR("·"), here ? STYLE_STRONG : STYLE_TEXT,
		f->required ? MSG("{field}: {what}; has to be filled in", A_MSG("field", label),
				      A_MSG("what", takes))
			    : MSG("{field}: {what}", A_MSG("field", label), A_MSG("what", takes)));
	for (size_t i = 0; f->kind == FORM_CHOICE && i < f->choices_n; i++)
		numbered(h, f->coded ? NO_DIGIT : i + 1, i == f->chosen ? STYLE_GOOD : STYLE_DONE,
			f->choices[i]);
	if (f->note.id)
		say(h, STR(""), STYLE_DONE, f->note);
	if (f->problem.id)
		say(h, STR("✗"), STYLE_BAD, f->problem);
}

static void mouse(struct help *h)
{
	if (h->d->cli->no_mouse)
		return;
	say(h, catalog_text(h->d->lang, CTX("key", "Mouse")), STYLE_TEXT,
		TEXT("a click does what that key does, goes to a row or a field; the wheel "
		     "scrolls"));
}

static bool has_prose(const struct form *form)
{
	bool found = false;

	for (size_t i = 0; i < form->n; i++)
		found = found || form->fields[i].kind == FORM_PROSE;
	return found;
}

static void form_help(struct help *h)
{
	const struct form *form = &h->d->over.form;

	title(h, TEXT("What goes into the fields"));
	for (size_t i = 0; i < form->n; i++)
		field_help(h, &form->fields[i], i == form->focus);
	title(h, TEXT("Keys of a form"));
	say(h, STR("Tab ↓"), STYLE_TEXT, TEXT("next field"));
	say(h, STR("Shift-Tab ↑"), STYLE_TEXT, TEXT("the field before"));
	if (has_prose(form))
		say(h, STR("↑↓"), STYLE_TEXT,
			TEXT("in a text of several lines they go through its lines; Tab and "
			     "Shift-Tab leave it"));
	say(h, STR("F4"), STYLE_TEXT,
		TEXT("done: what is missing or wrong is named and gets the bar, else it is "
		     "recorded"));
	say(h, STR("F8"), STYLE_TEXT, TEXT("empties it; once more brings back what was typed"));
	say(h, STR("⏎"), STYLE_TEXT,
		TEXT("next field, but not past one that is to be filled in; on the last one the "
		     "same as F4"));
	say(h, STR("Esc"), STYLE_TEXT, TEXT("leaves the form; nothing is recorded"));
	say(h, STR("F9"), STYLE_TEXT,
		TEXT("look at another screen; the form waits with what was typed, Esc comes back "
		     "to it"));
	text_keys(h);
	mouse(h);
}

static void panel_help(struct help *h)
{
	const struct panel *p = &h->d->over.panel;
	struct arena *a = &h->d->frame;

	for (size_t i = 0; i < p->lines_n; i++)
		say(h, STR(""), STYLE_TEXT, p->lines[i]);
	title(h, TEXT("The answers"));
	for (size_t i = 0; i < p->choices_n; i++) {
		const struct panel_choice *c = &p->choices[i];
		struct message words = c->label;

		if (c->reason.id)
			words = MSG("{what}: not now. {why}", A_MSG("what", &c->label),
				A_MSG("why", &c->reason));
		numbered(h, c->digit >= 0 ? (size_t)c->digit : NO_DIGIT,
			c->reason.id ? STYLE_OFF : STYLE_TEXT, message_copy(a, words));
	}
	title(h, TEXT("Keys of a question"));
	say(h, STR("1 … 9"), STYLE_TEXT,
		p->confirm ? TEXT("choose an answer; Enter then takes it")
			   : TEXT("take this answer"));
	say(h, STR("↑↓ ⏎"), STYLE_TEXT, TEXT("go to an answer and take it"));
	if (h->d->over.filters)
		say(h, STR("a … z"), STYLE_TEXT, TEXT("look for an answer by its words"));
	say(h, STR("Esc"), STYLE_TEXT, TEXT("leaves everything as it is"));
}

static void prompt_help(struct help *h)
{
	say(h, STR("⏎"), STYLE_TEXT, TEXT("takes what was typed"));
	say(h, STR("Tab"), STYLE_TEXT, TEXT("completes it, where there is a list above the line"));
	say(h, STR("↑↓"), STYLE_TEXT, TEXT("through that list, else what was typed before"));
	say(h, STR("Esc"), STYLE_TEXT, TEXT("leaves everything as it is"));
	if (h->d->over.digits)
		say(h, STR("0 … 9"), STYLE_TEXT,
			TEXT("a member's number: its last digit takes it, without Enter"));
	text_keys(h);
}

static void room_help(struct help *h)
{
	say(h, STR("F12"), STYLE_TEXT, TEXT("blank every room at once"));
	say(h, STR("↑↓"), STYLE_TEXT, TEXT("choose what the room shall see"));
	say(h, STR("PgUp PgDn"), STYLE_TEXT,
		TEXT("the rest of what the room reads, where its picture has no place here"));
	say(h, STR("F5"), STYLE_TEXT, TEXT("send it; it stays until F5 or the next announcement"));
	say(h, STR("Esc"), STYLE_TEXT, TEXT("leaves everything as it is"));
}

static void over(struct help *h)
{
	switch (h->d->over.kind) {
	case OVERLAY_FORM:
		form_help(h);
		break;
	case OVERLAY_PANEL:
		panel_help(h);
		break;
	case OVERLAY_PROMPT:
		prompt_help(h);
		break;
	case OVERLAY_ROOM:
		room_help(h);
		break;
	case OVERLAY_NONE:
		break;
	}
}

/* --- the two pages --- */

/* What the page is about: the form or the question, else the screen. */
static const struct message *subject(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	struct message title = view->title;
	size_t n;

	if (d->over.kind != OVERLAY_NONE && d->over.title.id)
		return &d->over.title;
	if (view->about)
		(void)view->about(d, &title, &n);
	return message_keep(&d->frame, title);
}

static void about(struct help *h, const struct view *view)
{
	struct message title_of = view->title;
	const struct message *lines;
	size_t n = 0;

	lines = view->about ? view->about(h->d, &title_of, &n) : NULL;
	for (size_t i = 0; i < n; i++)
		say(h, STR(""), STYLE_TEXT, lines[i]);
}

static void signs(struct help *h)
{
	title(h, TEXT("Signs of the items, on the desk and in the room"));
	for (int i = 0; i < MARK_COUNT; i++)
		say(h, str_of(mark_sign((enum item_mark)i)), mark_style((enum item_mark)i),
			mark_word((enum item_mark)i));
}

static void context(struct help *h)
{
	const struct view *view = desk_view(h->d->screen);

	say(h, STR(""), STYLE_DONE,
		TEXT("Enter does what the blue line says. Space shows what can be done. Esc goes "
		     "back."));
	about(h, view);
	for (size_t i = 0; i < h->n; i++)
		h->rows[i].title = true;
	title(h, MSG("Keys: {screen}", A_MSG("screen", &view->title)));
	keys(h, desk_where(h->d));
	if (view->where(h->d) & (WHERE_TEXT | WHERE_MINUTES))
		text_keys(h);
	if (desk_session(h->d))
		say(h, STR("Tab"), STYLE_TEXT,
			TEXT("to the agenda beside the screen: look at any item without opening "
			     "it"));
	acts(h);
	if (h->d->screen == SCREEN_AGENDA)
		signs(h);
	rules(h);
	mouse(h);
}

static void manual(struct help *h)
{
	struct desk *d = h->d;
	char digit[2] = {'0', '\0'};

	title(h, TEXT("Screens: F9, then the digit"));
	for (int i = 1; i <= SCREEN_COUNT; i++) {
		const struct view *view = desk_view((enum screen)(i % SCREEN_COUNT));

		digit[0] = (char)('0' + i % SCREEN_COUNT);
		if (view)
			say(h, arena_str(&d->frame, str_of(digit)), STYLE_TEXT, view->title);
	}
	signs(h);
	title(h, TEXT("All keys"));
	keys(h, WHERE_SCREENS | WHERE_TEXT | WHERE_LIST);
	text_keys(h);
	mouse(h);
	title(h, TEXT("All commands, for the line that begins with :"));
	for (int i = 0; i < CMD_COUNT; i++) {
		const struct command_spec *spec = command_spec((enum command_type)i);

		if (!command_fields((enum command_type)i))
			continue;
		add(h, STR(""), STYLE_KEY, str_of(spec->name));
		say(h, STR(""), STYLE_TEXT, (struct message){.id = spec->help});
	}
	rules(h);
}

static void help_page(struct desk *d, bool whole)
{
	d->help = (struct help_look){.open = true, .whole = whole};
}

void desk_help(struct desk *d)
{
	help_page(d, false);
}

void desk_manual(struct desk *d)
{
	help_page(d, true);
}

bool desk_help_key(struct desk *d, struct press press)
{
	struct help_look *o = &d->help;
	size_t page = o->page > 1 ? (size_t)o->page - 1 : 1;

	if (press.code == PRESS_DOWN || press.code == PRESS_PAGE_DOWN)
		o->top += press.code == PRESS_DOWN ? 1 : page;
	else if (press.code == PRESS_UP)
		o->top -= o->top > 0;
	else if (press.code == PRESS_PAGE_UP)
		o->top = o->top > page ? o->top - page : 0;
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		o->top = 0;
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		o->top = SIZE_MAX / 2; /* painting knows the last one */
	else if (press.code == PRESS_F1)
		help_page(d, !o->whole);
	else
		o->open = false;
	/* Enter does not record what the help has hidden from view. */
	return o->open || press.code == PRESS_ESC || press.code == PRESS_ENTER;
}

void desk_paint_help(struct desk *d, struct area work)
{
	struct help_look *o = &d->help;
	struct area inside = canvas_sub(work, 1, 2, work.rows - 2, work.cols - 4);
	struct help h = {.d = d, .area = inside};
	int room = inside.rows - 1;

	canvas_box(work, STYLE_DONE,
		o->whole ? TEXT("The manual") : MSG("Help: {screen}", A_MSG("screen", subject(d))));
	if (o->whole)
		manual(&h);
	else if (d->over.kind != OVERLAY_NONE)
		over(&h);
	else
		context(&h);
	o->page = room;
	if (room > 0 && o->top + (size_t)room > h.n)
		o->top = h.n > (size_t)room ? h.n - (size_t)room : 0;
	for (int i = 0; i < room && o->top + (size_t)i < h.n; i++) {
		const struct help_row *r = &h.rows[o->top + (size_t)i];
		int col = r->title ? 0 : FACE_COLS;

		if (r->face.n)
			canvas_text(inside, i, 0, FACE_COLS - 1, STYLE_KEY, ALIGN_START, r->face);
		if (r->line.n)
			canvas_glyphs(canvas_sub(inside, i, col, 1, inside.cols - col), 0, r->style,
				canvas_base(inside.canvas), &r->line);
	}
	canvas_say(inside, inside.rows - 1, 0, 0, STYLE_DONE, ALIGN_START,
		o->whole ? TEXT("↑↓ PgDn more · F1 this screen · Esc or Enter goes back")
			 : TEXT("↑↓ PgDn more · F1 the whole manual · Esc or Enter goes back"));
	list_extent(
		canvas_sub(work, 0, 1, 1, -1), o->top, o->top + (size_t)(room > 0 ? room : 0), h.n);
	canvas_cursor(inside, 0, 0);
}
