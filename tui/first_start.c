#include "tui/first_start.h"

#include "locale/format.h"
#include "locale/text.h"
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/screen_test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
	F_NAME_AR,
	F_NAME_FR,
	F_CODE,
	F_REGION_AR,
	F_REGION_FR,
	F_SEAT_AR,
	F_SEAT_FR,
	F_MINISTRY_AR,
	F_MINISTRY_FR,
	F_COUNT
};

enum first_step { STEP_LANGUAGE, STEP_CHAMBER };

struct first {
	struct cli *cli;
	struct term *term;
	struct canvas *canvas;
	struct arena frame; /* emptied each turn */
	struct arena words; /* of the message; emptied with each new one */
	enum first_step step;
	enum lang lang;
	struct form form;
	struct form_field fields[F_COUNT];
	struct message message;
	bool helping; /* F1: the next key goes back */
	bool left;
	const char *path;
	const struct journal_options *options;
	struct registry *r;
	bool done;
};

/* --- painting --- */

/* Three words of each language, in its own script: whoever cannot read the rest reads these. */
static const char *const tongues[LANG_COUNT] = {
	[LANG_AR] = "العربية · الدورة · المحضر",
	[LANG_FR] = "Français · session · procès-verbal",
	[LANG_EN] = "English · session · minutes",
};

static void paint_languages(struct first *f, struct area work)
{
	int row = 2;

	/* In all three, since nobody has chosen yet. */
	for (int l = 0; l < LANG_COUNT; l++) {
		struct message ask = TEXT("Choose the language");

		canvas_text_in(work, row++, 4, -4, STYLE_STRONG, ALIGN_START,
			l == LANG_AR ? DIR_RTL : DIR_LTR, format(&ask, (enum lang)l, &f->frame));
	}
	row++;
	for (int l = 0; l < LANG_COUNT; l++, row += 2) {
		bool here = (enum lang)l == f->lang;
		enum style style = here ? STYLE_FOCUS : STYLE_TEXT;
		char digit = (char)('1' + l);

		if (here) {
			canvas_fill(work, row, 4, 1, work.cols - 8, STYLE_FOCUS);
			canvas_cursor(work, row, 4);
		}
		canvas_text(work, row, 5, 1, here ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			(struct str){&digit, 1});
		canvas_text_in(work, row, 8, -6, style, ALIGN_START,
			l == LANG_AR ? DIR_RTL : DIR_LTR, str_of(tongues[l]));
	}
}

static void paint_chamber(struct first *f, struct area work)
{
	struct area box = canvas_sub(work, 0, 0, work.rows, work.cols < 78 ? work.cols : 78), in;
	int row;

	canvas_box(box, STYLE_DONE, TEXT("The chamber"));
	in = canvas_sub(box, 1, 2, box.rows - 2, box.cols - 4);
	row = canvas_wrap_say(in, 0, 2, STYLE_TEXT,
		TEXT("These names stand at the head of every record. Nothing is written before you "
		     "say "
		     "so."));
	form_draw(&f->form, canvas_sub(in, row + 1, 0, in.rows - row - 1, 0));
}

static void paint_help(struct area work)
{
	const struct message lines[] = {
		TEXT("This makes the register of one chamber: a single file that keeps its "
		     "members, its sessions and their records."),
		TEXT("Choose the language with 1, 2 or 3, then fill in the names of the chamber; "
		     "Tab goes from field to field, F4 makes the register."),
		TEXT("F2 changes the language at any time; Esc goes one step back and then "
		     "leaves. Nothing is written before F4."),
		TEXT("To look around first: leave, and start “mahdar demo”, which opens a sample."),
	};
	int row = 1;

	canvas_say(work, 0, 2, -2, STYLE_STRONG, ALIGN_START, TEXT("Help"));
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		row += 1 + canvas_wrap_say(
				   canvas_sub(work, row + 1, 2, work.rows - row - 1, work.cols - 4),
				   0, 0, STYLE_TEXT, lines[i]);
}

static void paint_keys(struct first *f, struct area whole)
{
	struct message keys =
		f->helping ? TEXT("Esc or Enter goes back")
		: f->step == STEP_LANGUAGE
			? TEXT("1–3 or ↑↓ choose · Enter goes on · F1 help · Esc leaves")
			: TEXT("Tab moves · F4 makes the register · F2 language · F1 help · Esc "
			       "leaves");

	canvas_say(whole, whole.rows - 4, 1, -1, STYLE_TEXT, ALIGN_START, keys);
	canvas_fill(whole, whole.rows - 3, 0, 1, 0, STYLE_STEP);
	canvas_say(whole, whole.rows - 3, 1, -1, STYLE_STEP, ALIGN_START,
		f->step == STEP_LANGUAGE ? TEXT("Choose the language")
					 : TEXT("Fill in the chamber, then make its register"));
	canvas_say(whole, whole.rows - 2, 1, -1, STYLE_BAD, ALIGN_START, f->message);
	canvas_fill(whole, whole.rows - 1, 0, 1, 0, STYLE_STATUS);
	canvas_latin(whole, whole.rows - 1, 1, -1, STYLE_STATUS, ALIGN_START, str_of(f->path));
}

static void paint_small(struct area whole)
{
	char here[32];

	(void)snprintf(here, sizeof(here), "%d×%d", whole.cols, whole.rows);
	canvas_wrap_say(whole, 0, 0, STYLE_CAUTION,
		MSG("{needed} needed, here {here}: enlarge the window, or Ctrl −",
			A_STR("needed", STR("80×24")), A_STR("here", str_of(here))));
}

static void paint(struct first *f)
{
	struct area whole;
	int rows, cols;

	arena_clear(&f->frame);
	term_size(f->term, &rows, &cols);
	term_canvas(f->term, f->canvas);
	canvas_begin(f->canvas, rows, cols, f->lang);
	whole = canvas_area(f->canvas);
	if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN) {
		paint_small(whole);
		term_show(f->term, f->canvas);
		return;
	}
	canvas_fill(whole, 0, 0, 1, 0, STYLE_TITLE);
	canvas_say(whole, 0, 1, 0, STYLE_TITLE, ALIGN_START, TEXT("mahdar"));
	canvas_say(whole, 0, 9, -6, STYLE_TITLE_STRONG, ALIGN_START,
		TEXT("first start: a new register"));
	canvas_say(whole, 0, cols - 5, 4, STYLE_TITLE, ALIGN_END,
		TEXT(CTX("language of the screen", "[EN]")));
	if (f->helping)
		paint_help(canvas_sub(whole, 2, 1, rows - 7, cols - 2));
	else if (f->step == STEP_LANGUAGE)
		paint_languages(f, canvas_sub(whole, 2, 1, rows - 7, cols - 2));
	else
		paint_chamber(f, canvas_sub(whole, 2, 1, rows - 7, cols - 2));
	paint_keys(f, whole);
	term_show(f->term, f->canvas);
}

static void say(struct first *f, struct message m)
{
	struct arena fresh;

	arena_init(&fresh, &memory_source);
	f->message = message_copy(&fresh, m);
	arena_clear(&f->words);
	f->words = fresh;
}

/* --- making the register --- */

static bool take(struct first *f, int field, struct str *out)
{
	size_t bad;

	if (text_clean(form_text(&f->fields[field]), &f->frame, out, &bad) == 0)
		return true;
	f->fields[field].problem = TEXT("There is a character in it that cannot be recorded.");
	f->form.focus = (size_t)field;
	return false;
}

static bool take_all(struct first *f, struct command *c)
{
	struct chamber_create *a = &c->arg.chamber_create;
	struct str *const to[F_COUNT] = {
		[F_NAME_AR] = &a->name_ar,
		[F_NAME_FR] = &a->name_fr,
		[F_CODE] = &a->code,
		[F_REGION_AR] = &a->region_ar,
		[F_REGION_FR] = &a->region_fr,
		[F_SEAT_AR] = &a->seat_ar,
		[F_SEAT_FR] = &a->seat_fr,
		[F_MINISTRY_AR] = &a->ministry_ar,
		[F_MINISTRY_FR] = &a->ministry_fr,
	};

	for (int i = 0; i < F_COUNT; i++) {
		if (!take(f, i, to[i]))
			return false;
	}
	a->lang = (int)f->lang;
	return true;
}

/* Would the chamber be accepted? Asked before there is any file. */
static bool acceptable(struct first *f, const struct command *c)
{
	struct chamber none;
	struct world world = {.chamber = &none};
	struct envelope env = {
		.now = source_live.now(source_live.context),
		.actor = STR("desk"),
		.genesis = STR("00000000000000000000000000000000"),
	};
	struct decision d;
	int field;

	chamber_init(&none, &f->frame);
	d = decide(&world, c, &env, &f->frame);
	if (d.verdict == VERDICT_DONE)
		return true;
	field = strcmp(d.code, "bad-code") == 0  ? F_CODE
		: strcmp(d.code, "no-name") == 0 ? F_NAME_AR
						 : -1;
	if (field < 0) {
		say(f, MSG("✗ {why}", A_MSG("why", &d.why)));
		return false;
	}
	f->fields[field].problem = field == F_CODE ? TEXT("1 to 16 small Latin letters or digits")
						   : TEXT("to be filled in");
	f->form.focus = (size_t)field;
	return false;
}

/* What a register that did not come about left behind. */
static void remove_files(struct first *f)
{
	static const char *const endings[] = {"", "-wal", "-shm", ".lock", ".ballast"};

	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		struct str parts[] = {str_of(f->path), str_of(endings[i])};

		(void)unlink(arena_join(&f->frame, parts, ARRAY_LEN(parts)).p);
	}
}

static void make_register(struct first *f)
{
	struct command c = command_of(CMD_CHAMBER_CREATE);
	struct journal_options options = *f->options;
	struct error err = {.code = ERROR_NONE};
	struct answer answer;
	bool ours = !f->r;

	if (!form_check(&f->form) || !take_all(f, &c) || !acceptable(f, &c)) {
		form_to_problem(&f->form);
		if (!f->message.id)
			say(f, form_problem(&f->form, &f->frame));
		return;
	}
	options.mode = JOURNAL_CREATE;
	if (!f->r && !f->cli->register_path && cli_make_folders(f->path, f->cli->arena, &err) < 0) {
		say(f, MSG("✗ {why}", A_MSG("why", message_keep(&f->frame,
							   error_message(&err, &f->frame)))));
		return;
	}
	if (!f->r && !(f->r = register_open(f->path, &options, source_live, &err))) {
		say(f, MSG("✗ {why}", A_MSG("why", message_keep(&f->frame,
							   error_message(&err, &f->frame)))));
		return;
	}
	if (register_act(f->r, &c, STR("desk"), &answer, &f->frame, &err) == 0 &&
		answer.verdict == VERDICT_DONE) {
		f->done = true;
		return;
	}
	if (err.code == ERROR_NONE)
		say(f, MSG("✗ {why}", A_MSG("why", message_keep(&f->frame, answer.why))));
	else
		say(f, MSG("✗ {why}", A_MSG("why", message_keep(&f->frame,
							   error_message(&err, &f->frame)))));
	if (ours && err.code != ERROR_COMMIT_UNKNOWN) {
		register_close(f->r);
		f->r = NULL;
		remove_files(f);
	}
}

/* --- keys --- */

static void choose(struct first *f, int lang)
{
	if (lang >= 0 && lang < LANG_COUNT)
		f->lang = (enum lang)lang;
}

static void language_press(struct first *f, struct press press)
{
	int digit = key_digit(press);

	if (press.code == PRESS_ESC || press.code == PRESS_F10)
		f->left = true;
	else if (press.code == PRESS_UP)
		choose(f, (int)f->lang - 1);
	else if (press.code == PRESS_DOWN)
		choose(f, (int)f->lang + 1);
	else if (press.code == PRESS_F2)
		f->lang = (enum lang)((f->lang + 1) % LANG_COUNT);
	else if (digit >= 1)
		choose(f, digit - 1);
	if (press.code == PRESS_ENTER || (digit >= 1 && digit <= LANG_COUNT)) {
		f->step = STEP_CHAMBER;
		/* A terminal nobody has looked at yet: before names are typed into it. */
		if (term_untried(f->term))
			f->left = screen_test(f->term, &f->lang) == SCREEN_TEST_GONE;
	}
}

static void form_press(struct first *f, struct press press)
{
	if (press.code == PRESS_ESC) {
		f->step = STEP_LANGUAGE; /* one level back; once more leaves */
	} else if (press.code == PRESS_F10) {
		f->left = true;
	} else if (press.code == PRESS_F2) {
		f->lang = (enum lang)((f->lang + 1) % LANG_COUNT);
	} else {
		f->message = NO_MESSAGE;
		if (form_key(&f->form, press, f->lang == LANG_AR) == FORM_SUBMIT)
			make_register(f);
	}
}

/* Any key that is none of the help's closes it and is obeyed as if it had not been there. */
static bool help_took(struct first *f, struct press press)
{
	bool was = f->helping;

	f->helping = press.code == PRESS_F1 ? !was : was && press.code == PRESS_F2;
	return press.code == PRESS_F1 ||
	       (was && (press.code == PRESS_ESC || press.code == PRESS_ENTER));
}

static void take_input(struct first *f, const struct input *in)
{
	int rows, cols;

	term_size(f->term, &rows, &cols);
	switch (in->kind) {
	case INPUT_KEY:
		if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN)
			f->left = in->press.code == PRESS_ESC;
		else if (help_took(f, in->press))
			break;
		else if (f->step == STEP_LANGUAGE)
			language_press(f, in->press);
		else
			form_press(f, in->press);
		break;
	case INPUT_PASTE:
		if (f->step == STEP_CHAMBER)
			(void)form_paste(&f->form, in->paste);
		break;
	case INPUT_MOUSE:
		break;
	case INPUT_LEAVE:
		f->left = true;
		break;
	case INPUT_RESIZE:
	case INPUT_READY:
	case INPUT_TIMEOUT:
		break;
	}
}

static void set_up_fields(struct first *f)
{
	static const struct {
		struct message label;
		enum direction base;
		bool required;
	} table[F_COUNT] = {
		[F_NAME_AR] = {{.id = N_("chamber, Arabic")}, DIR_RTL, true},
		[F_NAME_FR] = {{.id = N_("chamber, French")}, DIR_LTR, false},
		[F_CODE] = {{.id = N_("short code")}, DIR_LTR, true},
		[F_REGION_AR] = {{.id = N_("region, Arabic")}, DIR_RTL, false},
		[F_REGION_FR] = {{.id = N_("region, French")}, DIR_LTR, false},
		[F_SEAT_AR] = {{.id = N_("seat (town), Arabic")}, DIR_RTL, false},
		[F_SEAT_FR] = {{.id = N_("seat (town), French")}, DIR_LTR, false},
		[F_MINISTRY_AR] = {{.id = N_("ministry, Arabic")}, DIR_RTL, false},
		[F_MINISTRY_FR] = {{.id = N_("ministry, French")}, DIR_LTR, false},
	};

	for (int i = 0; i < F_COUNT; i++)
		f->fields[i] = (struct form_field){.kind = FORM_TEXT,
			.label = table[i].label,
			.base = table[i].base,
			.required = table[i].required};
	f->fields[F_CODE].note = TEXT("small Latin letters and digits, as cafm");
	form_open(&f->form, f->fields, F_COUNT);
}

int first_start(struct cli *cli, struct term *term, const char *path,
	const struct journal_options *options, struct registry **r, struct error *err)
{
	struct first f = {.cli = cli,
		.term = term,
		.lang = cli->lang,
		.path = path,
		.options = options,
		.r = *r};

	(void)err;
	arena_init(&f.frame, &memory_source);
	arena_init(&f.words, &memory_source);
	f.canvas = canvas_open(&memory_source);
	f.message = term_hint(term);
	set_up_fields(&f);
	paint(&f);
	while (!f.left && !f.done) {
		struct input in;

		term_wait(term, -1, NULL, 0, &in);
		take_input(&f, &in);
		if (!f.left && !f.done)
			paint(&f);
	}
	form_close(&f.form);
	canvas_close(f.canvas);
	arena_clear(&f.frame);
	arena_clear(&f.words);
	cli->lang = f.lang;
	*r = f.r;
	return f.done ? 1 : 0;
}
