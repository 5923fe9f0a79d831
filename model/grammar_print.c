/* Commands as lines: printing one, and completing one that is being typed. */
#include "model/grammar.h"

#include "model/question.h"
#include "model/session.h"

#include <assert.h>
#include <string.h>

static bool needs_quotes(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
			    memchr("-_.,/:+@", c, 8)))
			return true;
	}
	return s.n == 0;
}

static void print_text(struct builder *b, struct str s)
{
	if (!needs_quotes(s)) {
		builder_add(b, s);
		return;
	}
	builder_add_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '"' || c == '\\' || c == '\n')
			builder_add_char(b, '\\');
		builder_add_char(b, c == '\n' ? 'n' : c);
	}
	builder_add_char(b, '"');
}

static void print_money(struct builder *b, int64_t centimes)
{
	if (centimes < 0)
		builder_add_char(b, '-');
	builder_add_int(b, centimes < 0 ? -(centimes / 100) : centimes / 100);
	builder_add_char(b, '.');
	builder_add_padded(b, centimes < 0 ? -(centimes % 100) : centimes % 100, 2);
}

static void print_numbers(struct builder *b, const struct numbers *numbers)
{
	for (size_t i = 0; i < numbers->n; i++) {
		if (i)
			builder_add_char(b, ',');
		builder_add_int(b, numbers->at[i]);
	}
}

static void print_value(struct builder *b, const struct field *f, const void *value)
{
	switch (f->kind) {
	case FIELD_INT:
		builder_add_int(b, *(const int64_t *)value);
		break;
	case FIELD_MONEY:
		print_money(b, *(const int64_t *)value);
		break;
	case FIELD_BOOL:
		builder_add_z(b, *(const bool *)value ? "yes" : "no");
		break;
	case FIELD_TEXT:
		print_text(b, *(const struct str *)value);
		break;
	case FIELD_ENUM:
		builder_add_z(b, f->names[*(const int *)value].name);
		break;
	case FIELD_TIME:
		builder_add(b, instant_text(*(const struct instant *)value, b->arena));
		break;
	case FIELD_DATE:
		builder_add(b, date_text(*(const struct date *)value, b->arena));
		break;
	case FIELD_HASH:
		builder_add(b, hash_text(*(const struct hash *)value, b->arena));
		break;
	case FIELD_UUID:
		builder_add(b, uuid_text(*(const struct uuid *)value, b->arena));
		break;
	case FIELD_NUMBERS:
		print_numbers(b, value);
		break;
	case FIELD_VOTE: {
		const struct vote_id *v = value;

		if (v->item == OWN_MATTERS)
			builder_add(b, STR("agenda"));
		else
			builder_add_int(b, v->item);
		builder_add_char(b, '/');
		builder_add_int(b, v->n);
		break;
	}
	case FIELD_LIST:
		assert(!"a list has no text form");
	}
}

struct str grammar_print(const struct command *c, struct arena *a)
{
	const struct field *fields = command_fields(c->type);
	struct command bare = command_of(c->type);
	struct builder b;

	builder_init(&b, a);
	if (!fields)
		return builder_str(&b);
	if (instant_is_set(c->at)) {
		builder_add_char(&b, '@');
		builder_add(&b, instant_text(c->at, a));
		builder_add_char(&b, ' ');
	}
	builder_add_z(&b, command_spec(c->type)->name);
	for (const struct field *f = fields; f->name; f++) {
		struct field one[2] = {*f};

		if (f->optional && field_equal(one, &c->arg, &bare.arg))
			continue;
		builder_add_char(&b, ' ');
		builder_add_z(&b, f->name);
		builder_add_char(&b, '=');
		print_value(&b, f, (const char *)&c->arg + f->offset);
	}
	if (c->confirm.n) {
		builder_add_z(&b, " confirm=");
		builder_add(&b, c->confirm);
	}
	return builder_str(&b);
}

/* --- completing --- */

static size_t skip_blanks(struct str line, size_t at)
{
	while (at < line.n && (line.p[at] == ' ' || line.p[at] == '\t'))
		at++;
	return at;
}

/* Where the word at AT ends: at a blank that is not within a JSON string. */
static size_t word_end(struct str line, size_t at)
{
	bool quoted = false;

	for (char before = 0; at < line.n; before = line.p[at++]) {
		if (quoted) {
			if (line.p[at] == '\\' && at + 1 < line.n)
				at++;
			else if (line.p[at] == '"')
				quoted = false;
		} else if (line.p[at] == ' ' || line.p[at] == '\t') {
			break;
		} else {
			quoted = line.p[at] == '"' && before == '=';
		}
	}
	return at;
}

size_t grammar_last_word(struct str line)
{
	size_t at = skip_blanks(line, 0);

	for (;;) {
		size_t end = word_end(line, at);

		if (end == line.n)
			return at;
		at = skip_blanks(line, end);
	}
}

/* What was found so far, and room for more. */
struct finds {
	struct str *at;
	size_t n, max;
	struct arena *a;
};

/* KEY, then MIDDLE, then NAME, when that continues WORD. */
static void find(
	struct finds *f, struct str word, const char *key, const char *middle, const char *name)
{
	struct str parts[] = {str_of(key), str_of(middle), str_of(name)};
	struct str whole = arena_join(f->a, parts, ARRAY_LEN(parts));

	if (f->n < f->max && whole.n >= word.n && (!word.n || memcmp(whole.p, word.p, word.n) == 0))
		f->at[f->n++] = whole;
}

static void find_commands(struct finds *f, struct str word)
{
	for (int i = 0; i < CMD_COUNT; i++) {
		if (command_fields((enum command_type)i))
			find(f, word, command_spec((enum command_type)i)->name, "", "");
	}
}

static void find_values(struct finds *f, struct str word, const struct field *field)
{
	if (field->kind == FIELD_ENUM) {
		for (size_t i = 0; field->names[i].name; i++)
			find(f, word, field->name, "=", field->names[i].name);
	} else if (field->kind == FIELD_BOOL) {
		find(f, word, field->name, "=", "yes");
		find(f, word, field->name, "=", "no");
	}
}

static bool is_of_field(struct str word, const struct field *f)
{
	size_t n = strlen(f->name);

	return str_starts(word, f->name) && word.n > n && word.p[n] == '=';
}

/* The field whose "name=" WORD begins with. */
static const struct field *field_of_word(const struct field *fields, struct str word)
{
	for (const struct field *f = fields; f->name; f++) {
		if (is_of_field(word, f))
			return f;
	}
	return NULL;
}

/* Another question behind those WORD names already. */
static void find_questions(struct finds *f, struct str word, enum command_type type)
{
	size_t n = word.n;

	while (n && word.p[n - 1] != ',' && word.p[n - 1] != '=')
		n--;
	for (const char *const *q = questions_of(type); *q; q++)
		find(f, word, arena_z(f->a, (struct str){word.p, n}), "", *q);
}

size_t grammar_complete(struct str line, struct str *found, size_t max, struct arena *a)
{
	struct finds f = {found, 0, max, a};
	size_t last = grammar_last_word(line), at = skip_blanks(line, 0);
	struct str word = {line.p + last, line.n - last};
	const struct field *fields, *field;
	enum command_type type;
	uint64_t given = 0;
	bool confirms = false;

	if (at < last && line.p[at] == '@')
		at = skip_blanks(line, word_end(line, at));
	if (at == last) {
		find_commands(&f, word);
		return f.n;
	}

	size_t end = word_end(line, at);

	if (!command_type_parse((struct str){line.p + at, end - at}, &type))
		return 0;
	fields = command_fields(type);
	if (!fields)
		return 0;
	field = field_of_word(fields, word);
	if (field)
		find_values(&f, word, field);
	else if (is_of_field(word, &question_field))
		find_questions(&f, word, type);
	if (field || is_of_field(word, &question_field))
		return f.n;
	for (at = skip_blanks(line, end); at < last; at = skip_blanks(line, end)) {
		end = word_end(line, at);
		field = field_of_word(fields, (struct str){line.p + at, end - at});
		if (field)
			given |= (uint64_t)1 << (field - fields);
		confirms |= is_of_field((struct str){line.p + at, end - at}, &question_field);
	}
	for (int optional = 0; optional <= 1; optional++) {
		for (field = fields; field->name; field++) {
			if (field->optional == optional && !(given >> (field - fields) & 1))
				find(&f, word, field->name, "=", "");
		}
	}
	if (*questions_of(type) && !confirms)
		find(&f, word, question_field.name, "=", "");
	return f.n;
}
