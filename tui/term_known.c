#include "tui/term_known.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "storage/file.h"
#include "storage/memory.h"
#include "tui/cli.h"

#define FILE_MAX ((size_t)64 * 1024)
#define TOLD     "told"
#define ASCII    "ascii"

static const char *const words[] = {"auto", "explicit", "word", "implicit", "none"};
static const char *const themes[] = {"auto", "dark", "light", "8", "none"};

bool term_bidi_parse(const char *word, enum term_bidi *bidi)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(word, words[i]) == 0) {
			*bidi = (enum term_bidi)i;
			return true;
		}
	return false;
}

const char *term_bidi_word(enum term_bidi bidi)
{
	return words[bidi];
}

static const char *place(struct arena *a)
{
	return cli_state_place(STR("terminals"), a);
}

/* The next line of the N bytes at *AT, its end cut off; false: no more. */
static bool next_line(const char *text, size_t n, size_t *at, struct str *line)
{
	const char *end;

	if (*at >= n)
		return false;
	end = memchr(text + *at, '\n', n - *at);
	*line = (struct str){text + *at, end ? (size_t)(end - text) - *at : n - *at};
	*at += line->n + 1;
	return true;
}

/* Is this line about NAME? Then *MODE is the rest of it. */
static bool is_about(struct str line, const char *name, struct str *mode)
{
	size_t n = strlen(name);

	if (line.n <= n + 1 || memcmp(line.p, name, n) != 0 || line.p[n] != ' ')
		return false;
	*mode = (struct str){line.p + n + 1, line.n - n - 1};
	return true;
}

/* "word dark ascii": how letters are ordered, then what else was chosen. */
static void read_modes(struct str modes, struct term_known *known, struct arena *a)
{
	for (size_t from = 0, to; from < modes.n; from = to + 1) {
		struct str word = {modes.p + from, 0};

		for (to = from; to < modes.n && modes.p[to] != ' '; to++)
			;
		word.n = to - from;
		if (from == 0)
			(void)term_bidi_parse(arena_z(a, word), &known->bidi);
		for (size_t i = 0; from > 0 && i < ARRAY_LEN(themes); i++)
			if (str_is(word, themes[i]))
				known->theme = (enum term_theme)i;
		known->ascii |= str_is(word, ASCII);
	}
}

struct term_known term_known_read(const char *name)
{
	struct term_known known = {TERM_BIDI_AUTO, false, TERM_THEME_AUTO, false};
	struct error ignored; /* no such file yet */
	struct bytes file = {0};
	struct arena a;
	struct str line, mode;
	const char *path;
	size_t at = 0;

	arena_init(&a, &memory_source);
	path = place(&a);
	if (path && file_read(path, FILE_MAX, &file, &ignored) == 0) {
		while (next_line((const char *)file.p, file.n, &at, &line))
			if (is_about(line, name, &mode)) {
				known.told = true;
				read_modes(mode, &known, &a);
			}
	}
	bytes_free(&file);
	arena_clear(&a);
	return known;
}

int term_known_write(const char *name, struct term_known known, struct error *err)
{
	const char *mode = known.bidi == TERM_BIDI_AUTO ? TOLD : term_bidi_word(known.bidi);
	struct bytes file = {0}, fresh = {0};
	struct error ignored; /* no such file yet, or one that is to be replaced */
	struct str line, rest;
	struct arena a;
	const char *path;
	size_t at = 0;
	int result = -1;

	arena_init(&a, &memory_source);
	path = place(&a);
	if (!path) {
		(void)error_set(err, ERROR_USAGE, "HOME");
		goto out;
	}
	if (file_read(path, FILE_MAX, &file, &ignored) == 0)
		while (next_line((const char *)file.p, file.n, &at, &line))
			if (line.n && !is_about(line, name, &rest)) {
				bytes_add(&fresh, line.p, line.n);
				bytes_add(&fresh, "\n", 1);
			}
	bytes_add(&fresh, name, strlen(name));
	bytes_add(&fresh, " ", 1);
	bytes_add(&fresh, mode, strlen(mode));
	if (known.theme != TERM_THEME_AUTO) {
		bytes_add(&fresh, " ", 1);
		bytes_add(&fresh, themes[known.theme], strlen(themes[known.theme]));
	}
	if (known.ascii)
		bytes_add(&fresh, " " ASCII, sizeof " " ASCII - 1);
	bytes_add(&fresh, "\n", 1);
	if (cli_make_folders(path, &a, err) == 0)
		result = file_write(path, fresh.p, fresh.n, 0600, FILE_REPLACE, err);
out:
	bytes_free(&file);
	bytes_free(&fresh);
	arena_clear(&a);
	return result;
}
