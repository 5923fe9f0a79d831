#include "tui/first_start.h"

#include "locale/format.h"
#include "locale/text.h"
#include "storage/file.h"
#include "storage/profile.h"
#include "tui/fields.h"
#include "tui/first_draft.h"
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/screen_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEEP_MS 150 /* after the last key, what is typed is kept */

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
	F_NAME_ZGH,
	F_PROFILE,
	F_COPY,
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
	bool by_digit; /* it chose the language just now: an Enter of habit behind it is done */
	bool helping;  /* F1: the next key goes back */
	bool left;
	const char *path;
	const struct journal_options *options;
	struct registry *r;
	bool done;
	struct arena arena; /* profiles, and where the draft lies */
	const struct rules_adopted *profiles;
	const char *draft; /* NULL: nowhere to keep one */
	bool typed;        /* something is not kept yet */
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
			lang_direction((enum lang)l), format(&ask, (enum lang)l, &f->frame));
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
		canvas_text_in(work, row, 8, -6, style, ALIGN_START, lang_direction((enum lang)l),
			str_of(tongues[l]));
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
		TEXT("The rules are those of a law or of statutes; a second copy goes at once "
		     "into a folder of a stick, if one is given. Both can be left for later."),
		TEXT("To look around first: leave, and start “mahdar demo”, which opens a sample."),
	};
	int row = 1;

	canvas_say(work, 0, 2, -2, STYLE_STRONG, ALIGN_START, TEXT("Help"));
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		row += 1 + canvas_wrap_say(
				   canvas_sub(work, row + 1, 2, work.rows - row - 1, work.cols - 4),
				   0, 0, STYLE_TEXT, lines[i]);
}

/* The rows of what is said: a reason cut off is none, and a path may be long. */
static int said_rows(struct first *f, struct area whole)
{
	int rows = f->message.id ? canvas_wrap_rows(whole.canvas, f->message, whole.cols - 2) : 1;

	return rows < whole.rows / 3 ? rows : whole.rows / 3;
}

static void paint_keys(struct first *f, struct area whole, int rows)
{
	struct message keys =
		f->helping ? TEXT("Esc or Enter goes back")
		: f->step == STEP_LANGUAGE
			? TEXT("1–3 or ↑↓ choose · Enter goes on · F1 help · Esc leaves")
			: TEXT("Tab moves · F4 makes the register · F2 language · F1 help · Esc "
			       "leaves");

	/* The keys, which F1 has too, give way to a reason. */
	if (rows == 1)
		canvas_say(whole, whole.rows - 4, 1, -1, STYLE_TEXT, ALIGN_START, keys);
	canvas_fill(whole, whole.rows - 2 - rows, 0, 1, 0, STYLE_STEP);
	canvas_say(whole, whole.rows - 2 - rows, 1, -1, STYLE_STEP, ALIGN_START,
		f->step == STEP_LANGUAGE ? TEXT("Choose the language")
					 : TEXT("Fill in the chamber, then make its register"));
	if (f->message.id)
		canvas_wrap_say(canvas_sub(whole, whole.rows - 1 - rows, 1, rows, -1), 0, rows,
			strncmp(f->message.id, "✗", 3) != 0 ? STYLE_CAUTION : STYLE_BAD,
			f->message);
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
	struct area whole, work;
	int rows, cols, said;

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
	said = said_rows(f, whole);
	work = canvas_sub(whole, 2, 1, rows - 7 - (said > 2 ? said - 2 : 0), cols - 2);
	if (f->helping)
		paint_help(work);
	else if (f->step == STEP_LANGUAGE)
		paint_languages(f, work);
	else
		paint_chamber(f, work);
	paint_keys(f, whole, said);
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
	struct str *const to[F_PROFILE] = {
		[F_NAME_AR] = &a->head.name_ar,
		[F_NAME_FR] = &a->head.name_fr,
		[F_CODE] = &a->code,
		[F_REGION_AR] = &a->head.region_ar,
		[F_REGION_FR] = &a->head.region_fr,
		[F_SEAT_AR] = &a->head.seat_ar,
		[F_SEAT_FR] = &a->head.seat_fr,
		[F_MINISTRY_AR] = &a->head.ministry_ar,
		[F_MINISTRY_FR] = &a->head.ministry_fr,
		[F_NAME_ZGH] = &a->head.name_zgh,
	};

	for (int i = 0; i < F_PROFILE; i++) {
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

static void say_why(struct first *f, const struct error *err)
{
	say(f, MSG("✗ {why}",
		       A_MSG("why", message_keep(&f->frame, error_message(err, &f->frame)))));
}

/* Open, or made now. */
static bool have_file(struct first *f, struct error *err)
{
	struct journal_options options = *f->options;

	if (f->r)
		return true;
	options.mode = JOURNAL_CREATE;
	if (!f->cli->register_path && cli_make_folders(f->path, f->cli->arena, err) < 0)
		return false;
	f->r = register_open(f->path, &options, source_live, err);
	return f->r != NULL;
}

static bool record(struct first *f, const struct command *c, struct error *err)
{
	struct answer answer;

	if (register_act(f->r, c, STR("desk"), &answer, &f->frame, err) < 0) {
		say_why(f, err);
		return false;
	}
	if (answer.verdict == VERDICT_DONE)
		return true;
	say(f, MSG("✗ {why}", A_MSG("why", message_keep(&f->frame, answer.why))));
	return false;
}

static bool make_chamber(struct first *f)
{
	struct command c = command_of(CMD_CHAMBER_CREATE);
	struct error err = {.code = ERROR_NONE};
	bool ours = !f->r;

	if (!take_all(f, &c) || !acceptable(f, &c))
		return false;
	if (!have_file(f, &err)) {
		say_why(f, &err);
		return false;
	}
	if (record(f, &c, &err))
		return true;
	if (ours && err.code != ERROR_COMMIT_UNKNOWN) {
		register_close(f->r);
		f->r = NULL;
		remove_files(f);
	}
	return false;
}

/* The first profile is the one of a chamber that has adopted none. */
static bool adopt_profile(struct first *f)
{
	struct command c = command_of(CMD_RULES_ADOPT);
	const struct rules_adopted *is = world_rules(register_world(f->r));
	const struct rules_adopted *wanted = &f->profiles[f->fields[F_PROFILE].chosen];
	struct error err = {.code = ERROR_NONE};

	if (is ? str_equal(is->profile, wanted->profile) : f->fields[F_PROFILE].chosen == 0)
		return true;
	c.arg.rules_adopt.profile = wanted->profile;
	return record(f, &c, &err);
}

/* Asked before there is a register: a folder that is not there would be made on this disk. */
static bool copy_place_is_well(struct first *f)
{
	struct form_field *field = &f->fields[F_COPY];
	const char *dir = arena_z(&f->frame, form_text(field));
	struct stat is;

	if (!*dir || (stat(dir, &is) == 0 && S_ISDIR(is.st_mode) && access(dir, W_OK) == 0))
		return true;
	field->problem = TEXT("there is no such folder, or nothing may be written into it");
	f->form.focus = F_COPY;
	return false;
}

/* The first copy, and where the desk finds it. */
static bool make_copy(struct first *f)
{
	struct journal *j = register_journal(f->r);
	const char *dir = arena_z(&f->frame, form_text(&f->fields[F_COPY]));
	struct error err = {.code = ERROR_NONE};
	char *whole = NULL;
	bool made;

	if (!*dir)
		return true;
	made = journal_backup(j, dir, &err) == 0 && (whole = realpath(dir, NULL)) != NULL &&
	       journal_keep(j, STR("desk/backup"), str_of(whole), &err) == 0;
	free(whole);
	if (made)
		return true;
	f->form.focus = F_COPY;
	say(f, MSG("✗ The register is made, the copy is not: {why} Without a folder here it can "
		   "wait.",
		       A_MSG("why", message_keep(&f->frame, error_message(&err, &f->frame)))));
	return false;
}

static void make_register(struct first *f)
{
	bool made = f->r && register_chamber(f->r)->exists;

	if (!form_check(&f->form) || !copy_place_is_well(f) || (!made && !make_chamber(f))) {
		form_to_problem(&f->form);
		if (!f->message.id)
			say(f, form_problem(&f->form, &f->frame));
		return;
	}
	f->done = adopt_profile(f) && make_copy(f);
}

/* --- what is typed and not made yet --- */

/* What a crash, a power cut or Esc left half filled in. */
static void recall(struct first *f)
{
	enum lang lang = f->lang;

	f->draft = first_draft_place(f->path, &f->arena);
	if (!f->draft || !first_draft_recall(f->draft, &f->form, &lang, &f->frame))
		return;
	f->lang = f->cli->lang_given ? f->lang : lang;
	f->step = STEP_CHAMBER;
	say(f, TEXT("✎ What was typed here and not recorded is back."));
}

static void keep_typed(struct first *f)
{
	struct error err = {.code = ERROR_NONE};

	if (!f->typed || !f->draft)
		return;
	f->typed = false;
	if (first_draft_keep(f->draft, &f->form, f->lang, &f->frame, &err) < 0)
		say_why(f, &err);
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
		f->by_digit = press.code != PRESS_ENTER;
		/* A terminal nobody has looked at yet: before names are typed into it. */
		if (term_untried(f->term))
			f->left = screen_test(f->term, &f->lang) == SCREEN_TEST_GONE;
	}
}

static void form_press(struct first *f, struct press press)
{
	bool habit = f->by_digit && press.code == PRESS_ENTER;

	f->by_digit = false;
	if (habit)
		return;
	if (press.code == PRESS_ESC) {
		f->step = STEP_LANGUAGE; /* one level back; once more leaves */
	} else if (press.code == PRESS_F10) {
		f->left = true;
	} else if (press.code == PRESS_F2) {
		f->lang = (enum lang)((f->lang + 1) % LANG_COUNT);
	} else {
		f->message = NO_MESSAGE;
		f->typed = true;
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
			f->typed = form_paste(&f->form, in->paste) != PASTE_NONE;
		break;
	case INPUT_MOUSE:
		break;
	case INPUT_LEAVE:
		f->left = true;
		break;
	case INPUT_TIMEOUT:
		keep_typed(f);
		break;
	case INPUT_RESIZE:
	case INPUT_READY:
		break;
	}
}

static void set_up_fields(struct first *f)
{
	static const struct {
		struct message label;
		enum direction base;
		bool required;
	} table[F_PROFILE] = {
		[F_NAME_AR] = {{.id = N_("chamber, Arabic")}, DIR_RTL, true},
		[F_NAME_FR] = {{.id = N_("chamber, French")}, DIR_LTR, false},
		[F_CODE] = {{.id = N_("short code")}, DIR_LTR, true},
		[F_REGION_AR] = {{.id = N_("region, Arabic")}, DIR_RTL, false},
		[F_REGION_FR] = {{.id = N_("region, French")}, DIR_LTR, false},
		[F_SEAT_AR] = {{.id = N_("seat (town), Arabic")}, DIR_RTL, false},
		[F_SEAT_FR] = {{.id = N_("seat (town), French")}, DIR_LTR, false},
		[F_MINISTRY_AR] = {{.id = N_("ministry, Arabic")}, DIR_RTL, false},
		[F_MINISTRY_FR] = {{.id = N_("ministry, French")}, DIR_LTR, false},
		[F_NAME_ZGH] = {{.id = N_("chamber, Tifinagh")}, DIR_LTR, false},
	};

	for (int i = 0; i < F_PROFILE; i++)
		f->fields[i] = (struct form_field){.kind = FORM_TEXT,
			.label = table[i].label,
			.base = table[i].base,
			.required = table[i].required};
	f->fields[F_CODE].note = TEXT("small Latin letters and digits, as cafm");
	f->fields[F_COPY] = fields_code(TEXT("second copy (folder)"), false);
}

/* Which law, by the names of the profiles the program carries. */
static int set_up_profiles(struct first *f, struct error *err)
{
	struct message *labels;
	size_t n;

	if (profiles_shipped(&f->arena, &f->profiles, &n, err) < 0)
		return -1;
	labels = ARENA_ARRAY(&f->arena, struct message, n);
	for (size_t i = 0; i < n; i++)
		labels[i] = rules_title(
			(struct both){f->profiles[i].title_ar, f->profiles[i].title_fr});
	f->fields[F_PROFILE] = (struct form_field){
		.kind = FORM_CHOICE, .label = TEXT("rules"), .choices = labels, .choices_n = n};
	return 0;
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

	arena_init(&f.frame, &memory_source);
	arena_init(&f.words, &memory_source);
	arena_init(&f.arena, &memory_source);
	set_up_fields(&f);
	if (set_up_profiles(&f, err) < 0) {
		arena_clear(&f.arena);
		return -1;
	}
	f.canvas = canvas_open(&memory_source);
	f.message = term_hint(term);
	form_open(&f.form, f.fields, F_COUNT);
	recall(&f);
	paint(&f);
	while (!f.left && !f.done) {
		struct input in;

		term_wait(term, f.typed ? KEEP_MS : -1, NULL, 0, &in);
		take_input(&f, &in);
		if (!f.left && !f.done)
			paint(&f);
	}
	keep_typed(&f);
	if (f.draft && f.r && register_chamber(f.r)->exists)
		first_draft_drop(f.draft);
	form_close(&f.form);
	canvas_close(f.canvas);
	arena_clear(&f.frame);
	arena_clear(&f.words);
	arena_clear(&f.arena);
	cli->lang = f.lang;
	*r = f.r;
	return f.done ? 1 : 0;
}
