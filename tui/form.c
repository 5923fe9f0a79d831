/* The fields of a form: what keys do to them, and what is wrong with what was typed. */
#include "tui/form.h"

#include "locale/text.h"

#include <string.h>

static const struct message prose_replaces = {
	.id = N_("typing replaces it, an arrow first mends it")};

void form_open(struct form *form, struct form_field *fields, size_t n)
{
	*form = (struct form){.fields = fields, .n = n};
	for (size_t i = 0; i < n; i++) {
		struct form_field *f = &fields[i];

		if (f->kind == FORM_CHOICE || f->kind == FORM_PASSPHRASE)
			continue;
		f->editor = editor_open(f->kind != FORM_PROSE);
		editor_direction(f->editor, f->base);
	}
}

void form_close(struct form *form)
{
	for (size_t i = 0; i < form->n; i++) {
		editor_close(form->fields[i].editor);
		form->fields[i].editor = NULL;
		form_wipe(&form->fields[i]);
	}
	form->n = 0;
}

struct str form_text(const struct form_field *f)
{
	struct str s = {NULL, 0};

	if (f->kind == FORM_PASSPHRASE)
		return (struct str){f->secret, f->secret_n};
	if (f->editor)
		s = editor_text(f->editor);
	return str_trim(s, " \n");
}

bool form_is_figure(const struct form_field *f)
{
	return f->kind == FORM_DATE || f->kind == FORM_TIME || f->kind == FORM_NUMBER ||
	       f->kind == FORM_MONEY;
}

/* Holds a figure that is rather typed anew than mended. */
static bool short_figure(const struct form_field *f)
{
	return form_text(f).n > 0 && form_is_figure(f);
}

void form_set(struct form_field *f, struct str text)
{
	if (f->editor)
		editor_set(f->editor, text);
	f->proposed = form_text(f).n > 0;
	if (f->proposed && f->kind == FORM_PROSE && !f->note.id)
		f->note = prose_replaces;
}

bool form_date(const struct form_field *f, struct date *date)
{
	return form_read_day(form_text(f), f->near, date) == DAY_READ;
}

bool form_minutes(const struct form_field *f, int *minute_of_day)
{
	return form_read_time(form_text(f), minute_of_day);
}

bool form_number(const struct form_field *f, int64_t *number)
{
	return form_read_number(form_text(f), number);
}

bool form_money(const struct form_field *f, int64_t *centimes)
{
	return form_read_money(form_text(f), centimes);
}

void form_wipe(struct form_field *f)
{
	explicit_bzero(f->secret, sizeof(f->secret));
	f->secret_n = 0;
	f->proposed = false;
}

/* All of it is chosen, removed, or gone as soon as something else is typed: what cannot be seen
 * cannot be mended letter by letter. */
static bool passphrase_whole(struct form_field *f, struct press press)
{
	bool removes = press.code == PRESS_BACKSPACE || press.code == PRESS_DELETE;

	if (press.code == PRESS_CHAR && press.ctrl && press.ch == 'a') {
		f->proposed = f->secret_n > 0;
		return true;
	}
	if ((press.code == PRESS_CHAR && press.ctrl && press.ch == 'u') ||
		(removes && f->proposed)) {
		form_wipe(f);
		return true;
	}
	if (key_is_text(press) && f->proposed)
		form_wipe(f);
	return false;
}

static bool passphrase_key(struct form_field *f, struct press press)
{
	char buf[4];
	size_t n = key_utf8(press, buf);

	if (passphrase_whole(f, press))
		return true;
	if (press.code == PRESS_BACKSPACE) {
		while (f->secret_n > 0 && ((unsigned char)f->secret[--f->secret_n] & 0xC0) == 0x80)
			f->secret[f->secret_n] = '\0';
		f->secret[f->secret_n] = '\0';
		return true;
	}
	if (!key_is_text(press))
		return false;
	if (f->secret_n + n < sizeof(f->secret)) {
		memcpy(f->secret + f->secret_n, buf, n);
		f->secret_n += n;
	}
	explicit_bzero(buf, sizeof(buf));
	return true;
}

/* One step ALONG, or the one that DIGIT chooses; false: neither. */
static bool turn(struct form_field *f, int along, int digit)
{
	if (f->choices_n == 0)
		return false;
	if (f->chosen >= f->choices_n && along)
		f->chosen = along > 0 ? 0 : f->choices_n - 1;
	else if (along > 0)
		f->chosen = (f->chosen + 1) % f->choices_n;
	else if (along < 0)
		f->chosen = (f->chosen + f->choices_n - 1) % f->choices_n;
	else if (digit >= 1 && (size_t)digit <= f->choices_n)
		f->chosen = (size_t)digit - 1;
	else
		return false;
	return true;
}

static bool choice_key(struct form *form, struct form_field *f, struct press press, bool rtl)
{
	if (press.code == PRESS_BACKSPACE && form->letters)
		f->chosen = form->before;
	else if (!turn(f, key_along(press, rtl), key_digit(press)))
		return false;
	form->letters = 0;
	form->word_n = 0;
	return true;
}

/* The first of its words that is a number: "2.1 Dues", "list 3 (…)". */
static struct str code_in(struct str words)
{
	struct str code = {words.p, 0};

	while (words.n && (words.p[0] < '0' || words.p[0] > '9'))
		words = (struct str){words.p + 1, words.n - 1};
	code.p = words.p;
	while (code.n < words.n && words.p[code.n] > ' ' && words.p[code.n] <= '~')
		code.n++;
	return code;
}

/* WORD is the code, or begins it; a member's may be typed without the zero before it. */
static bool code_fits(struct str code, struct str word, bool whole)
{
	for (bool more = true; more && code.n; code = (struct str){code.p + 1, code.n - 1}) {
		if (whole ? str_equal(code, word)
			  : code.n > word.n && memcmp(code.p, word.p, word.n) == 0)
			return true;
		more = code.p[0] == '0';
	}
	return false;
}

/* The first choice whose code is the word typed, else begins with it; choices_n: none. */
static size_t coded(const struct form *form, const struct form_field *f)
{
	struct str word = text_western_digits(
		(struct str){form->word, form->word_n}, canvas_arena(f->seen.canvas));

	for (int whole = 1; whole >= 0; whole--) {
		for (size_t i = 0; i < f->choices_n; i++) {
			struct str words = canvas_words(f->seen.canvas, f->choices[i]);

			if (code_fits(code_in(words), word, whole))
				return i;
		}
	}
	return f->choices_n;
}

/* The first whose name has words that begin like the word typed; choices_n: none. As it was drawn:
 * what nobody has seen yet has no name. */
static size_t named(const struct form *form, const struct form_field *f)
{
	struct canvas *canvas = f->seen.canvas;
	struct str word = {form->word, form->word_n};
	size_t i = f->choices_n;

	if (!canvas || !text_fold(word, canvas_arena(canvas)).n)
		return f->choices_n;
	if (f->coded)
		i = coded(form, f);
	if (i < f->choices_n)
		return i;
	i = 0;
	while (i < f->choices_n &&
		!text_matches(word, canvas_words(canvas, f->choices[i]), canvas_arena(canvas)))
		i++;
	return i;
}

/* One letter more of the name of a choice; false: none is called so, and what was chosen before the
 * word stands there again. One of the digit row alone is its digit; before another letter it is a
 * letter, too. */
static bool choice_letter(struct form *form, struct form_field *f, struct press press)
{
	char bytes[4];
	size_t n = key_utf8(press, bytes), found;

	if (form->letters == 0)
		form->before = f->chosen;
	if (form->word_n + n > sizeof(form->word)) {
		f->chosen = form->before;
		return false;
	}
	memcpy(form->word + form->word_n, bytes, n);
	form->word_n += n;
	form->letters++;
	if (!f->coded && form->letters == 1 && turn(f, 0, key_digit(press)))
		return true;
	found = named(form, f);
	if (f->coded && found == f->choices_n && key_digit(press) >= 0) {
		form->word_n -= n;
		form->word[form->word_n++] = (char)('0' + key_digit(press));
		found = named(form, f);
	}
	f->chosen = found < f->choices_n ? found : form->before;
	return found < f->choices_n;
}

/* What is typed next takes the place of all that stands there; undoing brings it back. */
static void select_proposed(struct form_field *f)
{
	const struct press all = {.code = PRESS_CHAR, .ch = 'a', .ctrl = true};

	if (f->proposed)
		(void)editor_key(f->editor, all);
	f->proposed = false;
}

/* Somebody who types over what is proposed means something else, not more letters behind it. */
static bool editor_key_on(struct form_field *f, struct press press)
{
	bool taken;

	if (key_is_text(press))
		select_proposed(f);
	/* From the first row up and from the last one down it goes on to another field. */
	taken = !editor_leaves(f->editor, press) && editor_key(f->editor, press);
	f->proposed = f->proposed && !taken;
	return taken;
}

/* How the figure F is written. */
static struct message unreadable(const struct form_field *f)
{
	if (f->kind == FORM_DATE)
		return TEXT(N_("write the day as 30/12/2024"));
	if (f->kind == FORM_TIME)
		return TEXT(N_("write the time as 14:32"));
	if (f->kind == FORM_MONEY)
		return TEXT(N_("write the amount as 1.234.567,89"));
	return TEXT(N_("write a whole number"));
}

/* A digit of any script, not a letter that stands for one. */
static bool is_digit(struct press press)
{
	uint32_t c = text_digit(press.ch);

	return key_is_text(press) && c >= '0' && c <= '9';
}

/* A letter that no figure is written with, or one of the digit row within a word that was begun in
 * a choice or a figure. */
static bool is_foreign(const struct form *form, const struct form_field *f, struct press press)
{
	if (!key_is_text(press) || (is_digit(press) && !f->coded))
		return false;
	return form_is_figure(f) ? form->astray || !form_reads(f->kind, press.ch)
				 : form->astray && f->kind == FORM_CHOICE;
}

/* Letters meant for another field must not vanish without a word. */
static bool refuse_letter(struct form *form, struct form_field *f)
{
	form->astray = true;
	f->problem =
		f->coded ? TEXT("no number and no name here begins so; ←→ chooses")
		: f->kind == FORM_CHOICE
			? MSG("←→ or a digit from {low} to {high} chooses here", A_DIGITS("low", 1),
				  A_DIGITS("high", f->choices_n < FORM_DIGITS_MAX
							   ? (int64_t)f->choices_n
							   : FORM_DIGITS_MAX))
			: unreadable(f);
	return true;
}

static bool field_key(struct form *form, struct form_field *f, struct press press, bool rtl)
{
	bool taken;

	/* Taking letters back is no more meant for this field than they were; a number that is none
	 * here is taken back whole. */
	if (f->coded ? !key_is_text(press)
		     : is_digit(press) || (!key_is_text(press) && press.code != PRESS_BACKSPACE))
		form->astray = false;
	if (is_foreign(form, f, press))
		return refuse_letter(form, f);
	if (f->kind == FORM_CHOICE)
		taken = key_is_text(press) && (f->coded || !is_digit(press))
				? choice_letter(form, f, press)
				: choice_key(form, f, press, rtl);
	else if (f->kind == FORM_PASSPHRASE)
		taken = passphrase_key(f, press);
	else
		taken = editor_key_on(f, press);
	if (taken)
		f->problem = (struct message){.id = NULL};
	if (!taken && f->kind == FORM_CHOICE && key_is_text(press))
		return refuse_letter(form, f);
	return taken;
}

/* Only letters of the other language than the field's stand in it. */
static bool other_script(const struct form_field *f)
{
	struct str s = form_text(f);

	if (f->any_script || (f->kind != FORM_TEXT && f->kind != FORM_PROSE))
		return false;
	return f->base == DIR_RTL ? text_has_latin(s) && !text_has_arabic(s)
				  : text_has_arabic(s) && !text_has_latin(s);
}

/* What changed beside what was typed: another choice by its digit, another language. */
static struct message remark_on(const struct form_field *f, size_t chosen, bool other)
{
	if (f->kind == FORM_CHOICE && f->chosen != chosen && f->chosen < f->choices_n)
		return MSG("{field}: {choice}", A_MSG("field", &f->label),
			A_MSG("choice", &f->choices[f->chosen]));
	if (other || !other_script(f))
		return (struct message){.id = NULL};
	return f->base == DIR_RTL
		       ? TEXT("! This field is for Arabic; what you type stays as it is.")
		       : TEXT("! This field is for French; what you type stays as it is.");
}

/* The last digit of a value that has a fixed number of them. */
static bool is_whole(const struct form *form, const struct form_field *f, struct press press)
{
	if (!f->digits || key_digit(press) < 0 || f->problem.id)
		return false;
	return f->kind == FORM_CHOICE ? form->letters <= 1 : form_text(f).n >= (size_t)f->digits;
}

/* Why a day is none: nobody has to guess which part of it was wrong. */
static struct message day_problem(const struct form_field *f)
{
	struct date d, month;
	int days = 28;

	switch (form_read_day(form_text(f), f->near, &d)) {
	case DAY_READ:
		break;
	case DAY_UNREADABLE:
		return unreadable(f);
	case DAY_NO_YEAR:
		return TEXT(N_("with its year, as in 30/12/2024"));
	case DAY_NO_MONTH:
		return MSG("there is no month {n}: day, month and year stand in this order",
			A_DIGITS("n", d.month));
	case DAY_NO_SUCH:
		month = (struct date){d.year, d.month, 1};
		while (date_valid((struct date){d.year, d.month, days + 1}))
			days++;
		return MSG("{month} has {n} days", A_MONTH("month", month), A_DIGITS("n", days));
	}
	return (struct message){.id = NULL};
}

static struct message problem_of(const struct form_field *f)
{
	bool fine = true;
	int64_t number;
	int minute;

	if (f->kind == FORM_CHOICE && f->choices_n && f->chosen >= f->choices_n)
		return f->coded ? TEXT(N_("to be chosen: ←→ or its number"))
				: TEXT(N_("to be chosen: ←→ or a digit"));
	if (f->kind != FORM_CHOICE && form_text(f).n == 0)
		return f->required ? TEXT(N_("to be filled in")) : (struct message){.id = NULL};
	switch (f->kind) {
	case FORM_DATE:
		return day_problem(f);
	case FORM_TIME:
		fine = form_minutes(f, &minute);
		break;
	case FORM_NUMBER:
		fine = form_number(f, &number);
		break;
	case FORM_MONEY:
		fine = form_money(f, &number);
		break;
	case FORM_TEXT:
	case FORM_PROSE:
	case FORM_CHOICE:
	case FORM_PASSPHRASE:
		break;
	}
	return fine ? (struct message){.id = NULL} : unreadable(f);
}

/* Nothing stands where something must: Enter does not pass it, other keys do. */
static bool is_missing(const struct form_field *f)
{
	return f->required && f->kind != FORM_CHOICE && form_text(f).n == 0;
}

/* The focus goes from F to another field: a figure that cannot be one says so at once. */
static void leave_field(struct form_field *f, bool astray)
{
	if (astray) /* the letters are gone: what stands there may be fine */
		f->problem = (struct message){.id = NULL};
	if (short_figure(f) && !f->problem.id)
		f->problem = problem_of(f);
}

/* A figure that is entered anew is rather another one than gone on with. */
static void enter_field(struct form *form, size_t index)
{
	struct form_field *f = &form->fields[index];

	f->proposed = f->proposed || (index != form->focus && short_figure(f));
	form->focus = index;
	form->letters = 0;
	form->word_n = 0;
}

const struct form_field *form_last(const struct form *form)
{
	return &form->fields[(form->focus < form->enough ? form->enough : form->n) - 1];
}

/* Before its first key, or its first picture: where it begins. */
void form_begin(struct form *form)
{
	if (!form->begun)
		form->first = form->focus;
	form->begun = true;
}

enum form_result form_key(struct form *form, struct press press, bool rtl)
{
	struct form_field *f;
	bool last, other, astray = form->astray;
	size_t chosen;

	form_begin(form);
	form->remark = (struct message){.id = NULL};
	if (form->n == 0)
		return FORM_IGNORED;
	f = &form->fields[form->focus];
	last = form->focus + 1 == form->n;
	if (press.code == PRESS_F4)
		return FORM_SUBMIT;
	if (press.code == PRESS_TAB && form->went_on) {
		form->went_on = false; /* who types it by habit is where he meant to go */
		return FORM_TAKEN;
	}
	if (press.code == PRESS_ENTER && form->went_on) {
		form->went_on = false; /* the same habit, but it might be meant for this one */
		form->remark = MSG("! It went on by itself to “{field}”; Enter again goes on here.",
			A_MSG("field", &f->label));
		return FORM_TAKEN;
	}
	form->went_on = false;
	chosen = f->chosen;
	other = other_script(f);
	if (field_key(form, f, press, rtl)) {
		form->remark = remark_on(f, chosen, other);
		form->went_on = !last && is_whole(form, f, press);
		if (form->went_on)
			enter_field(form, form->focus + 1);
		return FORM_TAKEN;
	}
	if (press.code == PRESS_ENTER && f == form_last(form)) {
		form->astray = astray;
		return FORM_SUBMIT;
	}
	if (press.code == PRESS_ENTER && is_missing(f)) {
		f->problem = problem_of(f);
		form->remark = MSG("! “{field}” is to be filled in; Tab passes it.",
			A_MSG("field", &f->label));
		return FORM_TAKEN;
	}
	leave_field(f, astray);
	if (press.code == PRESS_ENTER || press.code == PRESS_TAB || press.code == PRESS_DOWN)
		enter_field(form, !last                     ? form->focus + 1
				  : press.code == PRESS_TAB ? 0
							    : form->focus);
	else if (press.code == PRESS_BACK_TAB || press.code == PRESS_UP)
		enter_field(form, form->focus > 0                ? form->focus - 1
				  : press.code == PRESS_BACK_TAB ? form->n - 1
								 : 0);
	else
		return FORM_IGNORED;
	return FORM_TAKEN;
}

enum paste form_paste(struct form *form, struct str text)
{
	struct form_field *f = form->n ? &form->fields[form->focus] : NULL;

	if (!f || f->kind == FORM_CHOICE)
		return PASTE_NONE;
	if (f->kind != FORM_PASSPHRASE) {
		select_proposed(f);
		return editor_paste(f->editor, text);
	}
	while (text.n && (text.p[text.n - 1] == '\n' || text.p[text.n - 1] == '\r'))
		text.n--; /* password managers add one */
	if (f->proposed)
		form_wipe(f);
	if (f->secret_n + text.n >= sizeof(f->secret))
		return PASTE_NONE;
	memcpy(f->secret + f->secret_n, text.p, text.n);
	f->secret_n += text.n;
	return PASTE_DONE;
}

void form_to_problem(struct form *form)
{
	for (size_t i = 0; i < form->n; i++)
		if (form->fields[i].problem.id) {
			form->focus = i;
			form->fields[i].proposed = short_figure(&form->fields[i]);
			return;
		}
}

bool form_check(struct form *form)
{
	bool fine = true;

	for (size_t i = 0; i < form->n; i++) {
		/* Letters refused a moment ago were to change what stands there. */
		if (!form->astray || i != form->focus)
			form->fields[i].problem = problem_of(&form->fields[i]);
		fine = fine && !form->fields[i].problem.id;
	}
	form->astray = false;
	form_to_problem(form);
	return fine;
}

struct message form_problem(const struct form *form, struct arena *a)
{
	for (size_t i = 0; i < form->n; i++) {
		const struct form_field *f = &form->fields[i];

		if (f->problem.id)
			return MSG("✗ {why}",
				A_MSG("why", message_keep(a, MSG("{field}: {what}",
								     A_MSG("field", &f->label),
								     A_MSG("what", &f->problem)))));
	}
	return (struct message){.id = NULL};
}

void form_focus(struct form *form, size_t index)
{
	leave_field(&form->fields[form->focus], form->astray);
	enter_field(form, index);
	form->went_on = form->astray = false;
}
