/* ":" the palette: the grammar itself, found by its own names or by what the commands are called
 * in any of the languages; what was typed before comes back with the arrow up. */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/grammar.h"
#include "model/question.h"
#include "tui/desk_parts.h"

#include <string.h>

#define FOUND_MAX 32

/* --- what a word could become --- */

/* What no journal is asked for: not in the grammar. The screens by their names, which F9 shows with
 * their digits, and what else is not recorded. */
static const struct own {
	const char *name, *french, *arabic;
	const char *help;
	void (*run)(struct desk *d); /* NULL: it goes to … */
	enum screen screen;
} own[] = {
	{"agenda", "ordre-du-jour", "جدول-الأعمال", N_("go to: Agenda"), NULL, SCREEN_AGENDA},
	{"attendance", "présence", "الحضور", N_("go to: Attendance"), NULL, SCREEN_ATTENDANCE},
	{"item", "point", "النقطة", N_("go to: Item"), NULL, SCREEN_ITEM},
	{"floor", "parole", "الكلمة", N_("go to: Floor"), NULL, SCREEN_FLOOR},
	{"budget", "budget", "الميزانية", N_("go to: Budget"), NULL, SCREEN_BUDGET},
	{"agreements", "conventions", "الاتفاقيات", N_("go to: Agreements"), NULL,
		SCREEN_AGREEMENTS},
	{"minutes", "procès-verbal", "المحضر", N_("go to: Minutes"), NULL, SCREEN_MINUTES},
	{"history", "actes", "السجل", N_("go to: History"), NULL, SCREEN_HISTORY},
	{"closing", "clôture", "الاختتام", N_("go to: Closing"), NULL, SCREEN_CLOSING},
	{"sessions", "sessions", "الدورات", N_("go to: Sessions"), NULL, SCREEN_REGISTER},
	{"help", "aide", "مساعدة", N_("help"), desk_help, 0},
	{"menu", "menu", "قائمة", N_("everything that can be reached from here"), desk_menu, 0},
	{"language", "langue", "لغة", N_("next language"), desk_next_language, 0},
	{"preview", "aperçu", "معاينة", N_("see what the room sees"), desk_preview, 0},
	{"blank", "masquer", "حجب", N_("blank the room"), desk_room_blank, 0},
	{"send", "montrer", "عرض", N_("send to the room"), desk_room_send, 0},
	{"quit", "quitter", "خروج", N_("leave the desk"), desk_quit, 0},
	{"status", "état", "الحالة", N_("say the state: quorum, time, what is recorded, room"),
		desk_status, 0},
	{"test-screen", "essai-écran", "تجربة-الشاشة", N_("test of the screen"), desk_test_screen,
		0},
};

static const char *own_name(const struct own *o, enum lang lang)
{
	return lang == LANG_FR ? o->french : lang == LANG_AR ? o->arabic : o->name;
}

struct str desk_status_word(enum lang lang, struct arena *a)
{
	const struct own *o = own;

	while (o->run != desk_status)
		o++;
	return arena_join(a, (struct str[]){STR(":"), str_of(own_name(o, lang))}, 2);
}

/* For comparing: an accent or a hamza left out, or a blank for the hyphen, is no other name. */
static struct str loose(struct str s, struct arena *a)
{
	char *p = ARENA_ARRAY(a, char, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] == '-' ? ' ' : s.p[i];
	return text_fold((struct str){p, s.n}, a);
}

static bool same_name(struct str typed, const char *name, struct arena *a)
{
	return str_equal(typed, loose(str_of(name), a));
}

/* Called so in any of the languages. */
static const struct own *find_own(struct str s, struct arena *a)
{
	struct str typed;

	while (s.n && s.p[s.n - 1] == ' ') /* a completion ends in one */
		s.n--;
	typed = loose(s, a);
	for (size_t i = 0; typed.n && i < ARRAY_LEN(own); i++)
		if (same_name(typed, own[i].name, a) || same_name(typed, own[i].french, a) ||
			same_name(typed, own[i].arabic, a))
			return &own[i];
	return NULL;
}

static void run_own(struct desk *d, const struct own *mine)
{
	if (mine->run)
		mine->run(d);
	else if (mine->screen != SCREEN_REGISTER && !desk_session(d))
		desk_say(
			d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &TEXT("choose a session first"))));
	else
		desk_go(d, mine->screen);
}

/* The first word of S, and whether anything follows it. */
static struct str first_word(struct str s, bool *alone)
{
	struct str word = {s.p, 0};

	while (word.n < s.n && s.p[word.n] != ' ')
		word.n++;
	*alone = word.n == s.n;
	return word;
}

static bool called(struct str needle, const char *words, struct arena *a)
{
	struct message help = {.id = words};
	bool found = false;

	for (int l = 0; l < LANG_COUNT && !found; l++)
		found = text_matches(needle, format_plain(&help, (enum lang)l, a), a);
	return found;
}

static struct completion command_row(const struct desk *d, enum command_type type, struct arena *a)
{
	struct message help = {.id = command_spec(type)->help};

	return (struct completion){
		.text = str_of(command_spec(type)->name), .note = format_plain(&help, d->lang, a)};
}

static bool begins_own(struct str text, const struct own *o, struct arena *a)
{
	struct str typed = loose(text, a);
	bool begins = false;

	for (int l = 0; l < LANG_COUNT && !begins; l++)
		begins = typed.n &&
			 str_starts(loose(str_of(own_name(o, (enum lang)l)), a), arena_z(a, typed));
	return begins;
}

/* What is not in the grammar and called so in some language, N of OUT being there. */
static size_t find_own_called(const struct desk *d, struct str text, struct completion *out,
	size_t n, size_t room, struct arena *a)
{
	for (size_t i = 0; i < ARRAY_LEN(own) && n < room; i++) {
		if (begins_own(text, &own[i], a) || called(text, own[i].help, a))
			out[n++] = (struct completion){.text = str_of(own_name(&own[i], d->lang)),
				.note = format_plain(&TEXT(own[i].help), d->lang, a)};
	}
	return n;
}

/* The same with the commands called so, all behind those whose name begins so. */
static size_t find_called(const struct desk *d, struct str text, struct completion *out, size_t n,
	size_t room, struct arena *a)
{
	size_t first = n;

	if (text.n == 0)
		return n;
	n = find_own_called(d, text, out, n, room, a);
	for (int i = 0; i < CMD_COUNT && n < room; i++) {
		enum command_type type = (enum command_type)i;
		bool there = false;

		if (!command_fields(type) || !called(text, command_spec(type)->help, a))
			continue;
		for (size_t k = 0; k < first; k++)
			there = there || str_is(out[k].text, command_spec(type)->name);
		if (!there)
			out[n++] = command_row(d, type, a);
	}
	return n;
}

/* What an argument is for. */
static struct str field_note(
	const struct desk *d, enum command_type type, struct str found, struct arena *a)
{
	for (const struct field *f = command_fields(type); f && f->name; f++) {
		struct message help = {.id = f->help};

		if (found.n == strlen(f->name) + 1 && found.p[found.n - 1] == '=' &&
			memcmp(found.p, f->name, found.n - 1) == 0 && f->help)
			return format_plain(&help, d->lang, a);
	}
	if (str_is(found, "confirm="))
		return format_plain(&TEXT(question_field.help), d->lang, a);
	return STR("");
}

static size_t complete(
	void *ctx, struct str text, struct completion *out, size_t room, struct arena *a)
{
	const struct desk *d = ctx;
	struct str found[FOUND_MAX], word;
	size_t n = grammar_complete(text, found, room < FOUND_MAX ? room : FOUND_MAX, a);
	size_t last = grammar_last_word(text);
	enum command_type type, given;
	bool alone, known;

	word = first_word(text, &alone);
	known = command_type_parse(word, &given);
	for (size_t i = 0; i < n; i++) {
		out[i] = (struct completion){.text = found[i]};
		if (command_type_parse(found[i], &type))
			out[i] = command_row(d, type, a);
		else if (known)
			out[i].note = field_note(d, given, found[i], a);
		out[i].from = last;
	}
	return known ? n : find_called(d, text, out, n, room, a);
}

/* --- taking it --- */

static struct grammar_day palette_day(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct source source = register_source(d->r);
	struct instant now = source.now(source.context);

	if (s && s->sittings.n)
		now = session_sitting(s)->opened;
	return (struct grammar_day){instant_date(now), now.offset_minutes};
}

/* A name instead of a command: the first one called so is put into the line, to be looked at. */
static bool offer_called(struct desk *d, struct str text)
{
	struct completion found[1];
	struct str whole[2];
	enum command_type type;
	bool alone;

	if (command_type_parse(first_word(text, &alone), &type) ||
		find_called(d, text, found, 0, 1, &d->frame) == 0)
		return false;
	whole[0] = found[0].text;
	whole[1] = STR(" ");
	prompt_begin(d->over.prompt, TEXT(":"), arena_join(&d->frame, whole, 2));
	desk_say(d, TONE_PLAIN,
		MSG("{command}: {what}", A_STR("command", found[0].text),
			A_STR("what", found[0].note)));
	return true;
}

/* Kept while the desk runs and never written: a line may hold what no record may. */
static void remember(struct desk *d, struct str text)
{
	struct past_line *line;

	if (d->past_n == PAST_MAX) {
		arena_clear(&d->past[0].arena);
		memmove(d->past, d->past + 1, (PAST_MAX - 1) * sizeof(*d->past));
		d->past_n--;
	}
	line = &d->past[d->past_n++];
	arena_init(&line->arena, &memory_source);
	line->text = arena_str(&line->arena, text);
}

void desk_forget_commands(struct desk *d)
{
	while (d->past_n)
		arena_clear(&d->past[--d->past_n].arena);
}

static bool typed(struct desk *d, struct str text)
{
	struct command c;
	struct message why;
	struct str clean;
	size_t bad;
	const struct own *mine;

	mine = find_own(text, &d->frame);
	if (mine) {
		desk_close_overlay(d);
		run_own(d, mine);
		return false;
	}
	if (text_clean(text, &d->frame, &clean, &bad) < 0)
		return true;
	switch (grammar_parse(clean, palette_day(d), &c, &why, &d->frame)) {
	case GRAMMAR_NOTHING:
		return true;
	case GRAMMAR_WRONG:
		if (!offer_called(d, clean))
			desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &why)));
		return false;
	case GRAMMAR_COMMAND:
		break;
	}
	desk_close_overlay(d);
	remember(d, clean);
	(void)desk_act(d, &c);
	return false;
}

void desk_palette(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Command"));

	o->prompt = prompt_open(TEXT(":"), complete, d);
	o->typed = typed;
	for (size_t i = 0; i < d->past_n; i++)
		prompt_recall(o->prompt, d->past[i].text);
	prompt_begin(o->prompt, TEXT(":"), STR(""));
}
