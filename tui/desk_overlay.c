/* What stands over the work area and takes the keys: panels, forms, one-line prompts, help. */
#include "tui/desk.h"

#include "locale/text.h"
#include "model/question.h"
#include "tui/desk_parts.h"
#include "tui/draft.h"

#include <string.h>

void overlay_say(struct desk *d, enum frame_tone tone, struct message m)
{
	desk_say(d, tone, m);
	d->over.said = d->said;
}

void desk_close_overlay(struct desk *d)
{
	struct overlay *o = &d->over;

	draft_leave(d);
	if (o->said && o->said == d->said)
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
	if (o->kind == OVERLAY_FORM)
		form_close(&o->form);
	prompt_close(o->prompt);
	arena_clear(&o->arena);
	*o = (struct overlay){.kind = OVERLAY_NONE, .arena = o->arena, .under = o->under};
}

bool overlay_holds_secret(const struct overlay *o)
{
	for (size_t i = 0; o->kind == OVERLAY_FORM && i < o->form.n; i++)
		if (o->fields[i].kind == FORM_PASSPHRASE)
			return true;
	return o->under && overlay_holds_secret(o->under);
}

/* --- a form waits under the question that came of it --- */

/* What is typed may be asked about before it is recorded: a rule to be confirmed, a reason, a word.
 * Whoever then thinks better of it finds the form as it was left. */
static void put_under(struct desk *d)
{
	struct overlay *form;

	draft_keep(d);
	form = memory_source.take(sizeof *form);
	*form = d->over;
	d->over = (struct overlay){.kind = OVERLAY_NONE, .under = form};
	arena_init(&d->over.arena, &memory_source);
}

/* IT is closed as Esc would close it; panels and forms point into the desk's own overlay. */
void overlay_drop(struct desk *d, struct overlay *it)
{
	struct overlay open = d->over;

	d->over = *it;
	desk_close_overlay(d);
	overlay_drop_under(d);
	arena_clear(&d->over.arena);
	d->over = open;
}

/* A passphrase may have waited in it. */
static void give_form(struct overlay *form)
{
	explicit_bzero(form, sizeof *form);
	memory_source.give(form);
}

void overlay_drop_under(struct desk *d)
{
	struct overlay *form = d->over.under;

	d->over.under = NULL;
	if (!form)
		return;
	overlay_drop(d, form);
	give_form(form);
}

/* After each key: recorded, the form is done with; answered with no, it is there again. */
static void settle_under(struct desk *d)
{
	struct overlay *form = d->over.under;

	if (!form)
		return;
	if (d->acts != form->submitted) {
		overlay_drop_under(d);
	} else if (d->over.kind == OVERLAY_NONE) {
		arena_clear(&d->over.arena);
		d->over = *form;
		d->over.submits = false;
		d->over.opened_ms = 0;
		d->over.answer = 0; /* they were of what was typed then */
		d->over.agreed_n = 0;
		give_form(form);
	}
}

struct overlay *overlay_question(struct desk *d, struct message title)
{
	struct overlay *o;

	bool of_submit = d->over.submits;

	if (of_submit)
		put_under(d);
	o = desk_overlay(d, OVERLAY_PANEL, title);
	o->of_submit = of_submit;
	o->opened_ms = desk_now_ms();
	o->panel.confirm = true;
	return o;
}

#define LINES_FIRST                                                                                \
	4 /* room to begin with; forms that say them anew while one types have no more */

/* Room for N sentences. */
static void lines_grow(struct overlay *o, size_t n)
{
	struct message *more = ARENA_ARRAY(&o->arena, struct message, n);

	if (o->panel.lines_n)
		memcpy(more, o->lines, o->panel.lines_n * sizeof(*more));
	o->lines = more;
	o->lines_room = n;
	o->panel.lines = more;
}

struct overlay *desk_overlay(struct desk *d, enum overlay_kind kind, struct message title)
{
	struct overlay *o = &d->over;
	struct arena keep;
	uint64_t said;

	/* TITLE may borrow from the overlay that is closed now. */
	arena_init(&keep, &memory_source);
	title = message_copy(&keep, title);
	if (o->submits && o->submitted == d->acts && !overlay_holds_secret(o))
		put_under(d);
	said = o->said; /* the line is of what follows from it as well */
	o->said = 0;
	desk_close_overlay(d);
	o->said = said;
	arena_clear(&o->arena);
	/* What was refused before has nothing to do with this; a disk that refuses has. */
	if (d->line_tone == TONE_BAD && !d->disk.stuck)
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
	o->arena = keep;
	o->kind = kind;
	o->title = title;
	lines_grow(o, LINES_FIRST);
	if (kind == OVERLAY_PANEL) {
		o->panel = (struct panel){.title = title, .lines = o->lines, .choices = o->choices};
		o->panel.footer = TEXT("a digit does it · Esc leaves it as it is");
	}
	return o;
}

void overlay_line(struct overlay *o, struct message m)
{
	if (o->panel.lines_n == o->lines_room)
		lines_grow(o, 2 * o->lines_room);
	o->lines[o->panel.lines_n++] = message_copy(&o->arena, m);
}

void overlay_secret(struct overlay *o)
{
	o->secret = o->alone = true;
	overlay_line(o, TEXT("On the disk only once F4 has recorded them: keep the count sheet "
			     "till then."));
}

void overlay_chair(struct overlay *o, struct message said)
{
	o->chair = message_copy(&o->arena, said);
}

void overlay_choice(struct overlay *o, int digit, struct message label)
{
	overlay_choice_off(o, digit, label, NO_MESSAGE);
}

void overlay_choice_off(struct overlay *o, int digit, struct message label, struct message reason)
{
	if (o->panel.choices_n == OVERLAY_CHOICES_MAX)
		return;
	o->choices[o->panel.choices_n++] = (struct panel_choice){
		.digit = digit,
		.label = message_copy(&o->arena, label),
		.reason = message_copy(&o->arena, reason),
	};
}

/* Words come first to people's fingers: the choices before the first text keep what they propose,
 * ticked off, one Shift-Tab up. Figures are not what a form is about. */
static size_t first_text(const struct overlay *o, size_t n)
{
	size_t i = 0;

	while (i < n && o->fields[i].kind == FORM_CHOICE) {
		if (o->fields[i].chosen >= o->fields[i].choices_n)
			return i; /* it proposes nothing */
		i++;
	}
	return i < n && (o->fields[i].kind == FORM_TEXT || o->fields[i].kind == FORM_PROSE) ? i : 0;
}

void overlay_form_ready(struct overlay *o)
{
	size_t n = 0;

	while (n < OVERLAY_FIELDS_MAX && o->fields[n].label.id)
		n++;
	form_open(&o->form, o->fields, n);
	o->form.focus = first_text(o, n);
}

/* --- keys --- */

static void leave(struct desk *d)
{
	void (*left)(struct desk *) = d->over.left;

	desk_close_overlay(d);
	if (left)
		left(d);
}

/* The key of a side as the digit it stands for in the panel. */
static struct press side_digit(const struct desk *d, struct press press)
{
	static const enum bind sides[] = {BIND_FOR, BIND_AGAINST, BIND_ABSTAIN};
	struct meaning meaning = keymap_find(press, d->keyboard, WHERE_TIE);

	for (uint32_t i = 0; i < ARRAY_LEN(sides); i++) {
		if (meaning.bind == sides[i])
			return PRESS_CHAR_OF('1' + i);
	}
	return press;
}

/* The digits of the panel's choices in words; NO_MESSAGE: they have none. */
static struct message wanted_digits(const struct panel *p)
{
	int low = 10, high = 0;
	bool zero = false;

	for (size_t i = 0; i < p->choices_n; i++) {
		int digit = p->choices[i].digit;

		zero = zero || digit == 0;
		low = digit > 0 && digit < low ? digit : low;
		high = digit > high ? digit : high;
	}
	if (high == 0)
		return NO_MESSAGE;
	if (zero)
		return MSG("a digit from {low} to {high}, or 0", A_DIGITS("low", low),
			A_DIGITS("high", high));
	if (low == high)
		return MSG("the digit {n}", A_DIGITS("n", low));
	return MSG("a digit from {low} to {high}", A_DIGITS("low", low), A_DIGITS("high", high));
}

/* A key the panel has no use for is answered with what it waits for. */
static void say_wanted(struct desk *d)
{
	const struct panel *p = &d->over.panel;
	const struct message *digits = message_keep(&d->frame, wanted_digits(p));

	if (p->choices_n == 0)
		desk_hint(d, TEXT("! Here: Enter, or Esc to leave."));
	else if (!digits->id)
		desk_hint(d, TEXT("! Here: ↑↓ and Enter; Esc leaves."));
	else if (p->confirm)
		desk_hint(d,
			MSG("! Here: {digits}, then Enter; Esc leaves.", A_MSG("digits", digits)));
	else
		desk_hint(d, MSG("! Here: {digits}; Esc leaves.", A_MSG("digits", digits)));
}

static void panel_press(struct desk *d, struct press press)
{
	struct overlay *o = &d->over;
	enum panel_result result;

	if (desk_filter_key(d, press))
		return;
	if (o->walk && (press.code == PRESS_UP || press.code == PRESS_DOWN) &&
		o->walk(d, press.code == PRESS_UP))
		return;
	if (o->sides)
		press = side_digit(d, press);
	result = panel_key(&o->panel, press);
	if (result == PANEL_IGNORED || result == PANEL_WAITS)
		say_wanted(d);

	if (result == PANEL_LEFT) {
		leave(d);
	} else if (result == PANEL_CHOSEN) {
		if (o->panel.choices_n == 0 ||
			(o->chosen && o->chosen(d, o->choices[o->panel.focus].digit)))
			desk_close_overlay(d);
	} else if (result == PANEL_REFUSED) {
		desk_say(d, TONE_BAD,
			MSG("✗ {why}", A_MSG("why", &o->choices[o->panel.focus].reason)));
	}
}

static void submit(struct desk *d)
{
	struct overlay *o = &d->over;
	uint64_t acts = d->acts;
	bool done;

	o->submits = true;
	o->submitted = acts;
	done = o->submit(d);
	o->submits = false;
	if (done) {
		struct str key = arena_str(&d->frame, draft_key(d));

		desk_close_overlay(d);
		if (d->acts == acts) /* a file was written: nothing is left to record */
			draft_done(d, key);
	} else if (o->kind == OVERLAY_FORM) {
		form_to_problem(&o->form);
	}
}

/* The form under the question is back, and submitted with what was answered. */
static void submit_again(struct desk *d, int64_t answer, const struct agreed *agreed, size_t n)
{
	desk_close_overlay(d);
	settle_under(d);
	if (d->over.kind != OVERLAY_FORM)
		return;
	d->over.answer = answer;
	for (d->over.agreed_n = 0; d->over.agreed_n < n; d->over.agreed_n++)
		d->over.agreed[d->over.agreed_n] = agreed[d->over.agreed_n];
	submit(d);
	d->over.answer = 0; /* it was of what was typed then */
	d->over.agreed_n = 0;
}

void overlay_answer(struct desk *d, int64_t answer)
{
	submit_again(d, answer, NULL, 0);
}

bool overlay_agree(struct desk *d, struct agreed agreed)
{
	struct overlay *form = d->over.under;
	struct agreed all[OVERLAY_AGREED_MAX];
	size_t n = 0;

	if (!form || !d->over.of_submit || form->agreed_n == OVERLAY_AGREED_MAX)
		return false;
	for (; n < form->agreed_n; n++)
		all[n] = form->agreed[n];
	if (agreed.names.n)
		all[n++] = (struct agreed){agreed.type, arena_str(&form->arena, agreed.names)};
	submit_again(d, form->answer, all, n);
	return true;
}

struct str overlay_agreed(struct desk *d, enum command_type type)
{
	struct str names = STR("");

	for (size_t i = 0; d->over.submits && i < d->over.agreed_n; i++) {
		if (d->over.agreed[i].type == type)
			names = questions_with(names, d->over.agreed[i].names, &d->frame);
	}
	return names;
}

/* A refusal takes the cursor to the field at fault and says there and below what is wrong; what
 * the act itself has said of it stands. */
static void try_submit(struct desk *d)
{
	struct overlay *o = &d->over;

	if (d->line_tone == TONE_BAD && !d->disk.stuck)
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
	if (form_check(&o->form))
		submit(d);
	if (o->kind == OVERLAY_FORM && d->line_tone != TONE_BAD) {
		struct message fault = form_problem(&o->form, &d->frame);

		if (fault.id)
			desk_say(d, TONE_BAD, fault);
	}
}

static void form_press(struct desk *d, struct press press)
{
	struct overlay *o = &d->over;
	enum form_result result;

	if (press.code == PRESS_ESC) {
		leave(d);
		return;
	}
	if (press.code == PRESS_F8) {
		draft_empty(d);
		return;
	}
	result = form_key(&o->form, press, d->lang == LANG_AR);
	if (o->typing)
		o->typing(d, press);
	if (o->form.remark.id)
		desk_hint(d, o->form.remark);
	if (result == FORM_IGNORED)
		desk_hint(d, MSG("! “{key}” does nothing in a form: F4 records it, Esc leaves it.",
				     A_STR("key", key_face(press, &d->frame))));
	if (result == FORM_SUBMIT)
		try_submit(d);
}

/* A member's number has as many digits everywhere, so that its last one ends it. */
static bool number_whole(struct desk *d)
{
	const struct overlay *o = &d->over;
	struct str digits = text_western_digits(prompt_text(o->prompt), &d->frame);
	int64_t n;

	return o->digits && digits.n == (size_t)o->digits && form_read_number(digits, &n);
}

static void prompt_press(struct desk *d, struct press press)
{
	struct overlay *o = &d->over;
	enum prompt_result result;

	if (press.code == PRESS_F8 && o->keeps) {
		draft_empty(d);
		return;
	}
	if (press.code == PRESS_ENTER && desk_number_half(d))
		return;
	if (o->digits && key_digit(press) >= 0) /* é is 2 on AZERTY, as in the grids */
		press = PRESS_CHAR_OF('0' + (uint32_t)key_digit(press));
	result = prompt_key(o->prompt, press);
	if (result == PROMPT_GOES_ON && number_whole(d))
		result = PROMPT_DONE;
	if (result == PROMPT_GOES_ON && o->typing)
		o->typing(d, press);
	else if (result == PROMPT_LEFT)
		leave(d);
	else if (result == PROMPT_DONE && o->typed(d, prompt_text(o->prompt)))
		desk_close_overlay(d);
}

void desk_prompt_done(struct desk *d, bool done)
{
	if (d->over.kind != OVERLAY_PROMPT)
		return; /* a question has taken its place */
	if (done)
		desk_close_overlay(d);
	else if (!d->disk.stuck && !d->disk.found) /* the register refused it, not the disk */
		prompt_begin(d->over.prompt, MSG("{what}, number:", A_MSG("what", &d->over.title)),
			STR(""));
}

static void take_key(struct desk *d, struct press press)
{
	switch (d->over.kind) {
	case OVERLAY_PANEL:
		panel_press(d, press);
		break;
	case OVERLAY_FORM:
		form_press(d, press);
		break;
	case OVERLAY_PROMPT:
		prompt_press(d, press);
		break;
	case OVERLAY_ROOM:
		desk_room_key(d, press);
		break;
	case OVERLAY_NONE:
		break;
	}
}

/* What was recorded is no draft any more; while a question or a reason stands between, it waits. */
void desk_overlay_key(struct desk *d, struct press press)
{
	uint64_t acts = d->acts;
	struct str form, asked;
	struct arena a; /* long work paints, which empties the frame's */

	arena_init(&a, &memory_source);
	form = arena_str(&a, draft_key(d));
	asked = arena_str(&a, d->over.typed_as);
	take_key(d, press);
	settle_under(d);
	if (d->acts != acts) {
		draft_done(d, form);
		draft_done(d, asked);
	} else if ((d->over.kind == OVERLAY_PANEL || d->over.kind == OVERLAY_PROMPT) &&
		   !d->over.typed_as.n && (asked.n || !str_equal(draft_key(d), form))) {
		d->over.typed_as = arena_str(&d->over.arena, asked.n ? asked : form);
	}
	arena_clear(&a);
}

enum paste desk_overlay_paste(struct desk *d, struct str text)
{
	if (d->over.kind == OVERLAY_FORM)
		return form_paste(&d->over.form, text);
	if (d->over.kind == OVERLAY_PROMPT) {
		enum paste done = prompt_paste(d->over.prompt, text);

		if (d->over.typing)
			d->over.typing(d, PRESS_OF(PRESS_NONE));
		return done;
	}
	return PASTE_NONE;
}

/* --- painting --- */

/* Rows of the sentences above a form, two at most for each. */
static int lines_rows(const struct overlay *o, struct canvas *canvas, int cols)
{
	int rows = 0;

	for (size_t i = 0; i < o->panel.lines_n; i++) {
		int n = canvas_wrap_rows(canvas, o->lines[i], cols);

		rows += n > 2 ? 2 : n;
	}
	return rows;
}

static struct message form_footer(const struct overlay *o)
{
	if (o->panel.footer.id)
		return o->panel.footer;
	if (o->secret)
		return TEXT("Tab moves · F4 records · Esc leaves, the figures wait here");
	if (o->form.focus < o->form.enough)
		return MSG("Tab moves · Enter on “{field}” or F4 records · Esc leaves",
			A_MSG("field", &form_last(&o->form)->label));
	if (o->form.first > 0)
		return TEXT("✓ stands there already, ↑ goes to it · F4 records · Esc leaves");
	return TEXT("Tab moves · Enter on the last field or F4 records · Esc leaves");
}

/* The rows below its fields, when it keeps any and there is room for them. */
static struct area paint_form(struct desk *d, struct area work)
{
	struct overlay *o = &d->over;
	struct message back = draft_words(d);
	int cols = canvas_at_most(work, 76), rows, row = 0, spare;
	struct area box, inside, beside;

	if (o->live)
		o->live(d);
	rows = form_rows(&o->form, work.canvas, cols - 4) + 4 +
	       lines_rows(o, work.canvas, cols - 4) + (back.id != NULL);
	spare = o->beside && rows + o->beside_rows <= work.rows ? o->beside_rows : 0;
	rows += spare;
	if (rows > work.rows)
		rows = work.rows;
	box = canvas_sub(work, 0, 0, rows, cols);
	canvas_box(box, STYLE_DONE, o->title);
	inside = canvas_sub(box, 1, 2, rows - 2, cols - 4);
	if (back.id) /* before anything else: a leftover must not be taken for what is proposed */
		canvas_say(inside, row++, 0, 0, STYLE_CAUTION, ALIGN_START, back);
	for (size_t i = 0; i < o->panel.lines_n; i++)
		row += canvas_wrap_say(inside, row, 2, STYLE_TEXT, o->lines[i]);
	form_draw(&o->form, canvas_sub(inside, row, 0, inside.rows - row - 1 - spare, 0));
	beside = canvas_sub(inside, inside.rows - 1 - spare, 0, spare, 0);
	beside.rows = spare;
	list_extent(canvas_sub(box, 0, 1, 1, -1), o->form.top, form_end(&o->form), o->form.n);
	canvas_say(inside, inside.rows - 1, 0, 0, STYLE_DONE, ALIGN_START, form_footer(o));
	return beside;
}

/* The box above the line that is typed, for what is beside it. */
static struct area paint_above(struct desk *d, struct area work)
{
	struct overlay *o = &d->over;
	int rows = o->beside_rows + 2, cols = canvas_at_most(work, 76);
	struct area box = canvas_sub(work, 0, 0, rows < work.rows ? rows : work.rows - 1, cols);

	canvas_box(box, STYLE_DONE, o->title);
	return canvas_sub(box, 1, 2, box.rows - 2, cols - 4);
}

void desk_paint_overlay(struct desk *d, struct area work)
{
	struct area beside = {.rows = 0};

	if (d->help.open) {
		desk_paint_help(d, work);
		return;
	}
	if (d->over.alone)
		canvas_fill(work, 0, 0, 0, 0, STYLE_TEXT);
	switch (d->over.kind) {
	case OVERLAY_PANEL:
		if (d->over.panel.confirm)
			d->over.panel.footer =
				d->over.under
					? TEXT("a digit, then Enter · Esc goes back to the form")
					: TEXT("a digit, then Enter · Esc leaves it as it is");
		beside = panel_draw(&d->over.panel, work);
		break;
	case OVERLAY_FORM:
		beside = paint_form(d, work);
		break;
	case OVERLAY_PROMPT:
		if (d->over.beside)
			beside = paint_above(d, work);
		prompt_draw(d->over.prompt, work);
		break;
	case OVERLAY_ROOM:
		desk_paint_rooms(d, work);
		break;
	case OVERLAY_NONE:
		break;
	}
	if (d->over.beside && beside.rows >= d->over.beside_rows)
		d->over.beside(d, beside);
}
