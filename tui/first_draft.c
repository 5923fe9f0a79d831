#include "tui/first_draft.h"

#include "locale/text.h"
#include "storage/file.h"
#include "tui/cli.h"

#include <stdlib.h>
#include <unistd.h>

#define FILE_MAX ((size_t)256 * 1024)

const char *first_draft_place(const char *path, struct arena *a)
{
	char *folder = realpath(file_folder_of(path, a), NULL);
	struct str parts[] = {str_of(folder ? folder : file_folder_of(path, a)), STR("/"),
		str_of(file_name_of(path))};
	struct str whole = arena_join(a, parts, ARRAY_LEN(parts));
	uint64_t hash = 14695981039346656037u; /* FNV-1a */
	struct builder b;

	free(folder);
	for (size_t i = 0; i < whole.n; i++)
		hash = (hash ^ (unsigned char)whole.p[i]) * 1099511628211u;
	builder_init(&b, a);
	builder_add_z(&b, "first-");
	for (int shift = 60; shift >= 0; shift -= 4)
		builder_add_char(&b, "0123456789abcdef"[hash >> shift & 15]);
	return cli_state_place(builder_str(&b), a);
}

/* One line for each field: its text, or the number of what is chosen. */
static void add_field(struct builder *b, const struct form_field *f, bool *typed)
{
	struct str text;

	if (f->kind == FORM_CHOICE) {
		builder_add_int(b, (int64_t)f->chosen);
		*typed = *typed || f->chosen != 0;
	} else {
		text = editor_text(f->editor);
		for (size_t i = 0; i < text.n; i++)
			builder_add_char(b, text.p[i] == '\n' ? ' ' : text.p[i]);
		*typed = *typed || text.n;
	}
	builder_add_char(b, '\n');
}

int first_draft_keep(const char *place, const struct form *form, enum lang lang, struct arena *a,
	struct error *err)
{
	bool typed = false;
	struct builder b;
	struct str s;

	builder_init(&b, a);
	builder_add_z(&b, lang_code(lang));
	builder_add_char(&b, '\n');
	builder_add_int(&b, (int64_t)form->focus);
	builder_add_char(&b, '\n');
	for (size_t i = 0; i < form->n; i++)
		add_field(&b, &form->fields[i], &typed);
	if (!typed) {
		first_draft_drop(place);
		return 0;
	}
	s = builder_str(&b);
	if (cli_make_folders(place, a, err) < 0)
		return -1;
	return file_write(place, s.p, s.n, 0600, FILE_REPLACE, err);
}

/* The next line of S, which becomes what follows it; false: no more. */
static bool next(struct str *s, struct str *line)
{
	size_t n = 0;

	while (n < s->n && s->p[n] != '\n')
		n++;
	if (n == s->n)
		return false;
	*line = (struct str){s->p, n};
	*s = (struct str){s->p + n + 1, s->n - n - 1};
	return true;
}

static void put_back(struct form_field *f, struct str line, struct arena *a)
{
	struct str clean;
	int64_t chosen;
	size_t bad;

	if (f->kind == FORM_CHOICE) {
		if (form_read_number(line, &chosen) && (size_t)chosen < f->choices_n)
			f->chosen = (size_t)chosen;
	} else if (line.n && text_clean(line, a, &clean, &bad) == 0) {
		form_set(f, clean);
		f->proposed = false;
	}
}

bool first_draft_recall(const char *place, struct form *form, enum lang *lang, struct arena *a)
{
	struct error ignored; /* no such file: nothing was typed */
	struct bytes file = {NULL, 0, 0};
	struct str s, line;
	int64_t focus;
	bool found = false;

	if (file_read(place, FILE_MAX, &file, &ignored) == 0) {
		s = (struct str){(const char *)file.p, file.n};
		found = next(&s, &line) && lang_parse(line, lang) && next(&s, &line) &&
			form_read_number(line, &focus);
		for (size_t i = 0; found && i < form->n && next(&s, &line); i++)
			put_back(&form->fields[i], line, a);
		if (found && focus >= 0 && (size_t)focus < form->n)
			form->focus = (size_t)focus;
	}
	bytes_free(&file);
	return found;
}

void first_draft_drop(const char *place)
{
	(void)unlink(place);
}
