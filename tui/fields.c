#include "tui/fields.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/call.h"

#include <stdlib.h>
#include <string.h>

struct form_field fields_text(struct message label, enum direction base, bool required)
{
	return (struct form_field){
		.kind = FORM_TEXT, .label = label, .base = base, .required = required};
}

struct form_field fields_code(struct message label, bool required)
{
	return (struct form_field){.kind = FORM_TEXT,
		.label = label,
		.base = DIR_LTR,
		.required = required,
		.any_script = true};
}

struct form_field fields_prose(struct message label, enum direction base, int rows)
{
	return (struct form_field){.kind = FORM_PROSE, .label = label, .base = base, .rows = rows};
}

struct form_field fields_number(struct message label, bool required)
{
	return (struct form_field){
		.kind = FORM_NUMBER, .label = label, .base = DIR_LTR, .required = required};
}

struct form_field fields_date(struct message label, struct date near, bool required)
{
	return (struct form_field){.kind = FORM_DATE,
		.label = label,
		.base = DIR_LTR,
		.near = near,
		.required = required};
}

struct date fields_today(struct desk *d)
{
	struct source source = register_source(d->r);

	return instant_date(source.now(source.context));
}

struct date fields_near(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct date day = s ? call_day(s) : (struct date){0, 0, 0};

	if (!s)
		return fields_today(d);
	return day.year ? day : (struct date){(int)s->is.year, (int)s->is.month, 15};
}

struct form_field fields_choice(struct overlay *o, struct message label, const struct name *names)
{
	struct message *labels;
	size_t n = 0;

	while (names[n].name)
		n++;
	labels = ARENA_ARRAY(&o->arena, struct message, n);
	for (size_t i = 0; i < n; i++)
		labels[i] = (struct message){.id = names[i].label};
	return (struct form_field){
		.kind = FORM_CHOICE, .label = label, .choices = labels, .choices_n = n};
}

void fields_set_figure(struct desk *d, struct form_field *field, int64_t n)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_int(&b, n);
	form_set(field, builder_str(&b));
}

void fields_set_number(struct desk *d, struct form_field *field, int64_t n)
{
	if (n)
		fields_set_figure(d, field, n);
}

void fields_set_money(struct desk *d, struct form_field *field, int64_t centimes)
{
	form_set(field, format_strip(format_amount(centimes, LANG_FR, &d->frame), &d->frame));
}

void fields_set_date(struct desk *d, struct form_field *field, struct date day)
{
	if (day.year)
		form_set(field, format_day(day, &d->frame));
}

bool fields_take(struct desk *d, struct form_field *field, struct str *out)
{
	size_t bad;

	if (text_clean(form_text(field), &d->frame, out, &bad) == 0)
		return true;
	field->problem = TEXT("There is a character in it that cannot be recorded.");
	return false;
}

static bool read_number(struct str s, size_t *at, int64_t *number)
{
	size_t from = *at;

	*number = 0;
	while (*at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9' && *number <= MEMBER_NUMBER_MAX)
		*number = *number * 10 + (s.p[(*at)++] - '0');
	return *at > from && *number <= MEMBER_NUMBER_MAX;
}

/* Blanks and commas of either script. */
static void skip_between(struct str s, size_t *at)
{
	struct str comma = STR("،");

	while (*at < s.n) {
		struct str rest = {s.p + *at, s.n - *at};

		if (rest.p[0] == ' ' || rest.p[0] == ',')
			++*at;
		else if (str_starts(rest, comma.p))
			*at += comma.n;
		else
			return;
	}
}

static bool read_members(struct desk *d, struct str s, struct numbers *out)
{
	int32_t *list = NULL;
	size_t n = 0, room = 0, at = 0;

	for (skip_between(s, &at); at < s.n; skip_between(s, &at)) {
		int64_t first, last;

		if (!read_number(s, &at, &first))
			return false;
		last = first;
		if (at < s.n && s.p[at] == '-') {
			at++;
			if (!read_number(s, &at, &last) || last < first)
				return false;
		}
		if (n + (size_t)(last - first) >= room) {
			int32_t *more;

			room = (n + (size_t)(last - first) + 1) * 2;
			more = ARENA_ARRAY(&d->frame, int32_t, room);
			for (size_t i = 0; i < n; i++)
				more[i] = list[i];
			list = more;
		}
		for (int64_t number = first; number <= last; number++)
			list[n++] = (int32_t)number;
	}
	*out = (struct numbers){list, n};
	return true;
}

bool fields_read_members(struct desk *d, struct str text, struct numbers *out)
{
	return read_members(d, text_western_digits(text, &d->frame), out);
}

bool fields_take_members(struct desk *d, struct form_field *field, struct numbers *out)
{
	if (fields_read_members(d, form_text(field), out))
		return true;
	field->problem = TEXT("write members' numbers with commas between them");
	return false;
}

bool fields_take_path(struct desk *d, struct form_field *field, const char **out)
{
	const char *home = getenv("HOME");
	struct str path;

	if (!fields_take(d, field, &path))
		return false;
	if (str_starts(path, "~/") && home && home[0] == '/') {
		struct str parts[] = {str_of(home), {path.p + 1, path.n - 1}};

		path = arena_join(&d->frame, parts, ARRAY_LEN(parts));
	}
	*out = arena_z(&d->frame, path);
	return true;
}

bool fields_act(struct desk *d, const struct command *c)
{
	/* A question about an unconfirmed rule has taken the form's place: it closes itself. */
	return desk_act(d, c) && d->over.kind == OVERLAY_FORM;
}

void fields_refused(struct desk *d, const struct field_code *codes, size_t n)
{
	for (size_t i = 0; d->over.kind == OVERLAY_FORM && d->refused && i < n; i++)
		if (strcmp(d->refused, codes[i].code) == 0 &&
			!d->over.fields[codes[i].field].problem.id)
			d->over.fields[codes[i].field].problem =
				message_copy(&d->over.arena, d->line);
}

bool fields_act_in(
	struct desk *d, const struct command *c, const struct field_code *codes, size_t n)
{
	if (fields_act(d, c))
		return true;
	fields_refused(d, codes, n);
	return false;
}
