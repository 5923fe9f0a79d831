/* ":" the palette: the grammar itself, found by its own names or by what the commands are called
 * in any of the languages; what was typed before comes back with the arrow up. */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/grammar.h"
#include "tui/desk_parts.h"

#include <string.h>

#define FOUND_MAX 32

/* --- what a word could become --- */

/* What no journal is asked for: not in the grammar. */
static const struct own {
	const char *name, *french, *arabic;
	const char *help;
	void (*run)(struct desk *d);
} own[] = {
	{"quit", "quitter", "خروج", N_("leave the desk"), desk_quit},
	{"test-screen", "essai-écran", "تجربة-الشاشة", N_("test of the screen"), desk_test_screen},
};

static const struct own *find_own(struct str s)
{
	while (s.n && s.p[s.n - 1] == ' ') /* a completion ends in one */
		s.n--;
	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		if (str_is(s, own[i].name) || str_is(s, own[i].french) || str_is(s, own[i].arabic))
			return &own[i];
	return NULL;
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

/* Commands that are called so in some language, behind those whose name begins so. */
static size_t find_called(const struct desk *d, struct str text, struct completion *out, size_t n,
	size_t room, struct arena *a)
{
	size_t first = n;

	if (text.n == 0)
		return n;
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
	for (size_t i = 0; i < ARRAY_LEN(own) && n < room; i++) {
		struct str name = str_of(own[i].name);

		if ((text.n <= name.n && memcmp(name.p, text.p, text.n) == 0) ||
			called(text, own[i].help, a))
			out[n++] = (struct completion){
				.text = name, .note = format_plain(&TEXT(own[i].help), d->lang, a)};
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

	mine = find_own(text);
	if (mine) {
		desk_close_overlay(d);
		mine->run(d);
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
