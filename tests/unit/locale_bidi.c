/* Unicode's own tests of the bidirectional algorithm, through the layout every field goes through:
 * order and direction of each cell. SOURCE: BidiTest.txt and BidiCharacterTest.txt of the Unicode
 * Character Database, in Debian's package unicode-data.
 * Left out, for a field of a screen never has them: texts with a tab or a paragraph separator (they
 * show as blanks), and the direction "auto" (a field always has one). */
#include <stdio.h>
#include <stdlib.h>

#include "locale/layout.h"
#include "storage/memory.h"
#include "tests/test.h"

#define FOLDER    "/usr/share/unicode/"
#define CODES_MAX 256

struct text {
	uint32_t code[CODES_MAX];
	int level[CODES_MAX]; /* -1: removed by the algorithm */
	uint32_t from[CODES_MAX];
	size_t n;
	size_t order[CODES_MAX];
	size_t order_n;
};

struct run {
	struct arena arena;
	size_t tried, failed;
	const char *file;
	unsigned long line;
};

static size_t utf8(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 63));
		out[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 63));
	out[2] = (char)(0x80 | (c >> 6 & 63));
	out[3] = (char)(0x80 | (c & 63));
	return 4;
}

/* Has no cell of its own: a mark shares its letter's, a format character only steers the order. */
static bool no_cell(uint32_t c)
{
	return (c >= 0x0300 && c <= 0x036F) || (c >= 0x20D0 && c <= 0x20FF) || c == 0xAD ||
	       c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2069);
}

static long index_at(const struct text *t, uint32_t from)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->from[i] == from)
			return (long)i;
	return -1;
}

/* The cells as the file has them. A mark shares its letter's cell, so it has no place of its own.
 */
static bool as_expected(const struct text *t, const struct layout_line *line)
{
	size_t k = 0;

	for (size_t i = 0; i < line->n; i++) {
		long at = index_at(t, line->at[i].from);

		while (k < t->order_n && no_cell(t->code[t->order[k]]) &&
			(at < 0 || t->order[k] != (size_t)at))
			k++;
		if (at < 0 || k == t->order_n || t->order[k] != (size_t)at)
			return false;
		if (line->at[i].rtl != ((t->level[at] & 1) != 0))
			return false;
		k++;
	}
	while (k < t->order_n && no_cell(t->code[t->order[k]]))
		k++;
	return k == t->order_n; /* every letter has its cell */
}

static void try(struct run *run, struct text *t, enum direction base)
{
	char bytes[CODES_MAX * 4];
	struct layout_line line;
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++) {
		t->from[i] = (uint32_t)n;
		n += utf8(t->code[i], bytes + n);
	}
	line = layout_line((struct str){bytes, n},
		(struct layout_options){.base = base, .marks = true}, &run->arena);
	run->tried++;
	if (!as_expected(t, &line)) {
		if (run->failed++ < 20)
			print_message("# %s:%lu, %s\n", run->file, run->line,
				base == DIR_RTL ? "right to left" : "left to right");
	}
	arena_clear(&run->arena);
}

static FILE *open_file(struct run *run, const char *name)
{
	char path[256];
	FILE *f;

	run->file = name;
	run->line = 0;
	arena_init(&run->arena, &memory_source);
	(void)snprintf(path, sizeof(path), FOLDER "%s", name);
	f = fopen(path, "r");
	if (!f)
		fail_msg("%s: install the package unicode-data", path);
	return f;
}

static bool is_separator(uint32_t c)
{
	return c == 0x2029 || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85;
}

/* "05D0 05D1;0;0;1 1;1 0": code points, direction, its level, levels, order. */
static bool read_characters(char *line, struct text *t, int *direction)
{
	char *at = line, *end;

	t->n = t->order_n = 0;
	for (uint32_t c; *at != ';' && t->n < CODES_MAX; at = end + (*end == ' ')) {
		c = (uint32_t)strtoul(at, &end, 16);
		if (end == at)
			return false;
		t->code[t->n++] = c;
	}
	*direction = (int)strtol(at + 1, &end, 10);
	(void)strtol(end + 1, &end, 10);
	at = end + 1;
	for (size_t i = 0; i < t->n; i++) {
		while (*at == ' ')
			at++;
		if (*at == 'x') {
			t->level[i] = -1;
			at++;
		} else {
			t->level[i] = (int)strtol(at, &at, 10);
		}
	}
	if (*at != ';')
		return false;
	for (at++; *at && *at != '\n'; at = end) {
		t->order[t->order_n++] = strtoul(at, &end, 10);
		if (end == at)
			return false;
	}
	return true;
}

static void every_text_of_the_character_test_has_its_order(void **state)
{
	struct run run = {.tried = 0};
	FILE *f = open_file(&run, "BidiCharacterTest.txt");
	char line[4096];

	(void)state;
	while (fgets(line, sizeof(line), f)) {
		struct text t;
		int direction = 0;
		bool separated = false;

		run.line++;
		if (line[0] == '#' || line[0] == '\n')
			continue;
		if (!read_characters(line, &t, &direction))
			fail_msg("%s:%lu cannot be read", run.file, run.line);
		for (size_t i = 0; i < t.n; i++)
			separated = separated || is_separator(t.code[i]);
		if (direction < 2 && !separated)
			try(&run, &t, direction ? DIR_RTL : DIR_LTR);
	}
	(void)fclose(f);
	print_message("# %zu texts, %zu differ\n", run.tried, run.failed);
	assert_true(run.tried > 50000);
	assert_int_equal(run.failed, 0);
}

/* One letter for each class of the algorithm; the two separators are left out. */
static const struct {
	const char *name;
	uint32_t code;
} classes[] = {
	{"L", 'a'},
	{"R", 0x05D0},
	{"AL", 0x0648},
	{"EN", '1'},
	{"ES", '+'},
	{"ET", '%'},
	{"AN", 0x0661},
	{"CS", ','},
	{"WS", ' '},
	{"ON", '!'},
	{"BN", 0x00AD},
	{"NSM", 0x0300},
	{"LRE", 0x202A},
	{"LRO", 0x202D},
	{"RLE", 0x202B},
	{"RLO", 0x202E},
	{"PDF", 0x202C},
	{"LRI", 0x2066},
	{"RLI", 0x2067},
	{"FSI", 0x2068},
	{"PDI", 0x2069},
};

static bool read_classes(char *line, struct text *t, unsigned *directions)
{
	char *semicolon = strchr(line, ';'), *word, *rest = NULL;

	if (!semicolon)
		return false;
	*directions = (unsigned)strtoul(semicolon + 1, NULL, 16);
	*semicolon = '\0';
	t->n = 0;
	for (word = strtok_r(line, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		size_t i = 0;

		while (i < ARRAY_LEN(classes) && strcmp(classes[i].name, word) != 0)
			i++;
		if (i == ARRAY_LEN(classes)) {
			if (strcmp(word, "S") != 0 && strcmp(word, "B") != 0)
				fail_msg("the class %s is not known", word);
			return false;
		}
		t->code[t->n++] = classes[i].code;
	}
	return true;
}

static void read_levels(char *at, struct text *t)
{
	size_t n = 0;

	for (char *word, *rest = NULL; (word = strtok_r(n ? NULL : at, " \t\n", &rest)) != NULL;
		n++)
		t->level[n] = word[0] == 'x' ? -1 : (int)strtol(word, NULL, 10);
}

static void read_order(char *at, struct text *t)
{
	char *word, *rest = NULL;

	t->order_n = 0;
	for (word = strtok_r(at, " \t\n", &rest); word; word = strtok_r(NULL, " \t\n", &rest))
		t->order[t->order_n++] = strtoul(word, NULL, 10);
}

static void every_row_of_classes_has_its_order(void **state)
{
	struct run run = {.tried = 0};
	FILE *f = open_file(&run, "BidiTest.txt");
	struct text t = {.n = 0};
	char line[4096];

	(void)state;
	while (fgets(line, sizeof(line), f)) {
		unsigned directions = 0;

		run.line++;
		if (line[0] == '#' || line[0] == '\n')
			continue;
		if (strncmp(line, "@Levels:", 8) == 0) {
			read_levels(line + 8, &t);
		} else if (strncmp(line, "@Reorder:", 9) == 0) {
			read_order(line + 9, &t);
		} else if (read_classes(line, &t, &directions)) {
			if (directions & 2)
				try(&run, &t, DIR_LTR);
			if (directions & 4)
				try(&run, &t, DIR_RTL);
		}
	}
	(void)fclose(f);
	print_message("# %zu texts, %zu differ\n", run.tried, run.failed);
	assert_true(run.tried > 300000);
	assert_int_equal(run.failed, 0);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_text_of_the_character_test_has_its_order),
	cmocka_unit_test(every_row_of_classes_has_its_order),
};

TEST_MAIN(cases)
