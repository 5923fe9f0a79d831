/* What the README and the manual page show is what the program has: its keys, its commands, its
 * screens. A part that went stale is written to documents/ below the build folder as it should be,
 * to be copied in. */
#include <sys/stat.h>

#include "locale/format.h"
#include "locale/text.h"
#include "model/grammar.h"
#include "model/question.h"
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/keymap.h"

static char *file_text(const char *name)
{
	char path[4096], *text;
	long size;
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/%s", test_srcdir(), name);
	f = fopen(path, "r");
	if (!f || fseek(f, 0, SEEK_END) != 0)
		fail_msg("%s cannot be read", path);
	size = ftell(f);
	assert_true(size >= 0);
	rewind(f);
	text = malloc((size_t)size + 1);
	assert_non_null(text);
	assert_int_equal(fread(text, 1, (size_t)size, f), size);
	text[size] = '\0';
	(void)fclose(f);
	return text;
}

static void write_seen(const char *part, struct str text)
{
	char path[4096];
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/documents", test_builddir());
	(void)mkdir(path, 0777);
	(void)snprintf(path, sizeof path, "%s/documents/%s", test_builddir(), part);
	f = fopen(path, "w");
	if (!f || fwrite(text.p, 1, text.n, f) != text.n || fclose(f) != 0)
		fail_msg("%s cannot be written", path);
	print_message("# as it should be: %s\n", path);
}

/* Between the lines BEGIN and END, FILE has WANT. */
static void part_is(
	const char *file, const char *part, const char *begin, const char *end, struct str want)
{
	char *text = file_text(file), *from = strstr(text, begin), *to;

	if (!from)
		fail_msg("%s has no %s", file, begin);
	from += strlen(begin);
	to = strstr(from, end);
	if (!to)
		fail_msg("%s: nothing ends %s", file, begin);
	if ((size_t)(to - from) != want.n || memcmp(from, want.p, want.n) != 0) {
		write_seen(part, want);
		fail_msg("%s: %s is not what the program has", file, part);
	}
	free(text);
}

/* --- keys --- */

static const struct {
	enum where where;
	const char *name;
} places[] = {
	{WHERE_AGENDA, "agenda"},
	{WHERE_ATTENDANCE, "attendance"},
	{WHERE_ITEM, "item"},
	{WHERE_VOTE, "named vote"},
	{WHERE_HANDS, "show of hands"},
	{WHERE_TIE, "tie"},
	{WHERE_FLOOR, "floor"},
	{WHERE_BUDGET, "budget"},
	{WHERE_AGREEMENT, "agreement"},
	{WHERE_MINUTES, "minutes"},
	{WHERE_HISTORY, "history"},
	{WHERE_CLOSING, "closing"},
	{WHERE_REGISTER, "register"},
	{WHERE_LIST, "lists"},
	{WHERE_TEXT, "text"},
};

static void add_places(struct builder *b, unsigned where)
{
	const char *between = "";

	if ((where & (WHERE_SCREENS | WHERE_TEXT)) == (WHERE_SCREENS | WHERE_TEXT)) {
		builder_add_z(b, "everywhere");
		return;
	}
	if ((where & WHERE_SCREENS) == WHERE_SCREENS) {
		builder_add_z(b, "all but text");
		return;
	}
	if ((where & WHERE_SCREENS) == (WHERE_SCREENS & ~WHERE_TIE)) {
		builder_add_z(b, "all but text and tie");
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		if (!(where & places[i].where))
			continue;
		builder_add_z(b, between);
		builder_add_z(b, places[i].name);
		between = ", ";
	}
}

/* Letters and the key with a name, as they are printed on it. */
static void add_faces(struct builder *b, enum bind bind, const uint32_t *letters, enum lang lang)
{
	const char *between = "";

	if (keymap_named(bind) != PRESS_NONE) {
		struct str face = keymap_face(bind, lang);

		builder_add_z(b, "`");
		builder_add(b, face);
		builder_add_z(b, "`");
		between = " ";
	}
	for (; *letters; letters++) {
		builder_add_z(b, between);
		builder_add_z(b, "`");
		if (*letters == ' ')
			builder_add_z(b, lang == LANG_AR ? "مسافة" : "Space");
		else
			text_encode(b, *letters);
		builder_add_z(b, "`");
		between = " ";
	}
}

static void the_readme_has_the_table_of_keys(void **state)
{
	struct arena a;
	struct builder b;

	(void)state;
	arena_init(&a, &memory_source);
	builder_init(&b, &a);
	builder_add_z(&b, "| key | in Arabic | what it does | where |\n|---|---|---|---|\n");
	for (int i = BIND_NONE + 1; i < BIND_DIGIT; i++) {
		enum bind bind = (enum bind)i;
		struct message help = keymap_help(bind);

		builder_add_z(&b, "| ");
		add_faces(&b, bind, keymap_latin(bind), LANG_FR);
		builder_add_z(&b, " | ");
		if (*keymap_arabic(bind))
			add_faces(&b, bind, keymap_arabic(bind), LANG_AR);
		else
			builder_add_z(&b, "same");
		builder_add_z(&b, " | ");
		builder_add(&b, format_plain(&help, LANG_EN, &a));
		if (keymap_weight(bind) == WEIGHT_HEAVY)
			builder_add_z(&b, " (asks first)");
		builder_add_z(&b, " | ");
		add_places(&b, keymap_where(bind));
		builder_add_z(&b, " |\n");
	}
	part_is("README.md", "keys", "<!-- keys -->\n", "<!-- /keys -->", builder_str(&b));
	arena_clear(&a);
}

/* --- commands --- */

static const char *kind_word(enum field_kind kind)
{
	switch (kind) {
	case FIELD_INT:
	case FIELD_NUMBERS:
		return "N";
	case FIELD_BOOL:
		return "yes|no";
	case FIELD_TEXT:
		return "TEXT";
	case FIELD_ENUM:
		return "WORD";
	case FIELD_TIME:
		return "TIME";
	case FIELD_DATE:
		return "DATE";
	case FIELD_MONEY:
		return "AMOUNT";
	case FIELD_HASH:
	case FIELD_UUID:
		return "HEX";
	case FIELD_VOTE:
		return "ITEM/N";
	case FIELD_LIST:
		return "LIST";
	}
	return "";
}

/* Words of an enumeration are few: they are all named. */
static void add_value(struct builder *b, const struct field *f)
{
	if (f->kind != FIELD_ENUM) {
		builder_add_z(b, kind_word(f->kind));
		return;
	}
	for (size_t i = 0; f->names[i].name; i++) {
		builder_add_z(b, i ? "|" : "");
		builder_add_z(b, f->names[i].name);
	}
}

static void add_questions(struct builder *b, enum command_type type)
{
	for (const char *const *q = questions_of(type); *q; q++) {
		builder_add_z(b, q == questions_of(type) ? " [confirm=" : ",");
		builder_add_z(b, *q);
	}
	builder_add_z(b, *questions_of(type) ? "]" : "");
}

/* roff takes a bare hyphen for a typographic one, and breaks a long word only where it may. */
static struct str roff(struct str s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '-' || s.p[i] == '\\')
			builder_add_z(&b, "\\");
		builder_add(&b, (struct str){s.p + i, 1});
		if (s.p[i] == '|' || (s.p[i] == ',' && i + 1 < s.n && s.p[i + 1] != ' '))
			builder_add_z(&b, "\\:");
	}
	return builder_str(&b);
}

static void the_manual_has_every_command_with_its_arguments(void **state)
{
	struct arena a;
	struct builder b;

	(void)state;
	arena_init(&a, &memory_source);
	builder_init(&b, &a);
	for (int i = 0; i < CMD_COUNT; i++) {
		const struct command_spec *spec = command_spec((enum command_type)i);
		const struct field *f = command_fields((enum command_type)i);
		struct message help = {.id = spec->help};
		struct builder line;

		if (!f)
			continue;
		builder_init(&line, &a);
		builder_add_z(&line, spec->name);
		for (; f->name; f++) {
			builder_add_z(&line, f->optional ? " [" : " ");
			builder_add_z(&line, f->name);
			builder_add_z(&line, "=");
			add_value(&line, f);
			builder_add_z(&line, f->optional ? "]" : "");
		}
		add_questions(&line, (enum command_type)i);
		builder_add_z(&b, ".TP\n.B ");
		builder_add(&b, roff(builder_str(&line), &a));
		builder_add_z(&b, "\n");
		builder_add(&b, roff(format_plain(&help, LANG_EN, &a), &a));
		builder_add_z(&b, "\n");
	}
	part_is("tui/mahdar.1", "commands", ".\\\" commands\n", ".\\\" /commands\n",
		builder_str(&b));
	arena_clear(&a);
}

/* --- pictures --- */

#define VOTE                                                                                       \
	"sitting.open chair=1 secretary=4\nattendance.all\n"                                       \
	"attendance.absent member=15,27 excused=yes\nattendance.absent member=19,33 excused=no\n"  \
	"quorum.record\nitem.open item=5\nitem.present item=5 member=4\n"                          \
	"vote.open item=5 kind=named\nvote.all value=for\n"                                        \
	"vote.cast member=7,12,31 value=against\nvote.cast member=24 value=abstain\n"

/* The screen as a fenced block. Arabic is in the order of the cells already; a reader that orders
 * it once more is told not to by an override around each line. */
static struct str fenced(struct driver *t, bool override)
{
	struct str screen = canvas_dump(term_memory_canvas(t->term), &t->arena);
	struct builder b;

	builder_init(&b, &t->arena);
	builder_add_z(&b, "```text\n");
	while (screen.n) {
		const char *end = memchr(screen.p, '\n', screen.n);
		size_t n = end ? (size_t)(end - screen.p) : screen.n;

		if (override)
			text_encode(&b, 0x202D);
		builder_add(&b, (struct str){screen.p, n});
		if (override)
			text_encode(&b, 0x202C);
		builder_add_z(&b, "\n");
		n += end != NULL;
		screen.p += n;
		screen.n -= n;
	}
	builder_add_z(&b, "```\n");
	return builder_str(&b);
}

static void picture(enum lang lang, const char *part, const char *begin, const char *end)
{
	struct driver t;

	driver_begin(&t, lang, VOTE);
	part_is("README.md", part, begin, end, fenced(&t, lang == LANG_AR));
	driver_close(&t);
}

static void the_picture_of_the_desk_is_the_desk(void **state)
{
	(void)state;
	picture(LANG_FR, "picture-fr", "<!-- picture -->\n", "<!-- /picture -->");
}

static void the_arabic_picture_of_the_desk_is_the_desk(void **state)
{
	(void)state;
	picture(LANG_AR, "picture-ar", "<!-- picture-ar -->\n", "<!-- /picture-ar -->");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_readme_has_the_table_of_keys),
	cmocka_unit_test(the_manual_has_every_command_with_its_arguments),
	cmocka_unit_test(the_picture_of_the_desk_is_the_desk),
	cmocka_unit_test(the_arabic_picture_of_the_desk_is_the_desk),
};

TEST_MAIN(cases)
