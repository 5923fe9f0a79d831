#include "storage/codec.h"
#include "storage/codec_inner.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

/* --- writing --- */

/* Quotes, backslashes and newlines escaped; other control characters are not let in. */
static void put_text(struct builder *b, struct str s)
{
	size_t start = 0;

	builder_add_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c != '"' && c != '\\' && c != '\n')
			continue;
		builder_add(b, (struct str){s.p + start, i - start});
		builder_add_char(b, '\\');
		builder_add_char(b, c == '\n' ? 'n' : c);
		start = i + 1;
	}
	builder_add(b, (struct str){s.p + start, s.n - start});
	builder_add_char(b, '"');
}

const struct field *codec_next_field(const struct field *fields, const struct field *last)
{
	const struct field *best = NULL;

	for (const struct field *f = fields; f->name; f++) {
		if (last && strcmp(f->name, last->name) <= 0)
			continue;
		if (!best || strcmp(f->name, best->name) < 0)
			best = f;
	}
	return best;
}

static void put_numbers(struct builder *b, const struct numbers *numbers)
{
	builder_add_char(b, '[');
	for (size_t i = 0; i < numbers->n; i++) {
		if (i)
			builder_add_char(b, ',');
		builder_add_int(b, numbers->at[i]);
	}
	builder_add_char(b, ']');
}

static void put_vote(struct builder *b, const struct vote_id *v)
{
	builder_add_char(b, '"');
	builder_add_int(b, v->item);
	builder_add_char(b, '/');
	builder_add_int(b, v->n);
	builder_add_char(b, '"');
}

static void put_object(struct builder *b, const struct field *fields, const void *object);

static void put_list(struct builder *b, const struct field *f, const struct list *list)
{
	builder_add_char(b, '[');
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			builder_add_char(b, ',');
		put_object(b, f->sub, (const char *)list->at + i * f->sub_size);
	}
	builder_add_char(b, ']');
}

static void put_value(struct builder *b, const struct field *f, const void *value)
{
	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		builder_add_int(b, *(const int64_t *)value);
		break;
	case FIELD_BOOL:
		builder_add_z(b, *(const bool *)value ? "true" : "false");
		break;
	case FIELD_TEXT:
		put_text(b, *(const struct str *)value);
		break;
	case FIELD_ENUM:
		put_text(b, str_of(f->names[*(const int *)value].name));
		break;
	case FIELD_TIME:
		put_text(b, instant_text(*(const struct instant *)value, b->arena));
		break;
	case FIELD_DATE:
		put_text(b, date_text(*(const struct date *)value, b->arena));
		break;
	case FIELD_HASH:
		put_text(b, hash_text(*(const struct hash *)value, b->arena));
		break;
	case FIELD_UUID:
		put_text(b, uuid_text(*(const struct uuid *)value, b->arena));
		break;
	case FIELD_NUMBERS:
		put_numbers(b, value);
		break;
	case FIELD_VOTE:
		put_vote(b, value);
		break;
	case FIELD_LIST:
		put_list(b, f, value);
		break;
	}
}

static void put_object(struct builder *b, const struct field *fields, const void *object)
{
	bool first = true;

	builder_add_char(b, '{');
	for (const struct field *f = codec_next_field(fields, NULL); f;
		f = codec_next_field(fields, f)) {
		const char *value = (const char *)object + f->offset;

		if (f->optional && field_unset(f, value))
			continue;
		if (!first)
			builder_add_char(b, ',');
		first = false;
		put_text(b, str_of(f->name));
		builder_add_char(b, ':');
		put_value(b, f, value);
	}
	builder_add_char(b, '}');
}

static bool actor_valid(struct str actor)
{
	return actor.n <= 400 && str_valid(actor);
}

bool codec_writable(const struct event *e)
{
	return (int)e->type >= 0 && e->type < EVENT_COUNT && actor_valid(e->actor) &&
	       instant_valid(e->at) && instant_valid(e->t) &&
	       !field_wrong(event_spec(e->type)->fields, &e->body);
}

struct str codec_encode(const struct event *e, struct hash prev, struct arena *a)
{
	struct builder b;

	assert(codec_writable(e));
	builder_init(&b, a);
	builder_add_z(&b, "{\"actor\":");
	put_text(&b, e->actor);
	builder_add_z(&b, ",\"at\":");
	put_text(&b, instant_text(e->at, a));
	builder_add_z(&b, ",\"body\":");
	put_object(&b, event_spec(e->type)->fields, &e->body);
	builder_add_z(&b, ",\"id\":");
	put_text(&b, uuid_text(e->id, a));
	builder_add_z(&b, ",\"n\":");
	builder_add_int(&b, e->n);
	builder_add_z(&b, ",\"prev\":");
	put_text(&b, hash_text(prev, a));
	builder_add_z(&b, ",\"t\":");
	put_text(&b, instant_text(e->t, a));
	builder_add_z(&b, ",\"type\":");
	put_text(&b, str_of(event_spec(e->type)->name));
	builder_add_char(&b, '}');
	return builder_str(&b);
}

struct str codec_body(const struct event *e, struct arena *a)
{
	struct builder b;

	assert(!field_wrong(event_spec(e->type)->fields, &e->body));
	builder_init(&b, a);
	put_object(&b, event_spec(e->type)->fields, &e->body);
	return builder_str(&b);
}

/* --- reading --- */

/* The bytes of a JSON string (borrowed from J); false: it is something else. */
static bool get_string(const json_t *j, struct str *s)
{
	if (!json_is_string(j))
		return false;
	*s = (struct str){json_string_value(j), json_string_length(j)};
	return true;
}

static bool get_integer(const json_t *j, int64_t min, int64_t max, int64_t *v)
{
	if (!json_is_integer(j))
		return false;
	*v = json_integer_value(j);
	return *v >= min && *v <= max;
}

static bool get_numbers(const json_t *j, struct numbers *numbers, struct arena *a)
{
	size_t n = json_array_size(j);
	int32_t *at = ARENA_ARRAY(a, int32_t, n);

	if (!json_is_array(j))
		return false;
	for (size_t i = 0; i < n; i++) {
		int64_t v;

		if (!get_integer(json_array_get(j, i), INT32_MIN, INT32_MAX, &v))
			return false;
		at[i] = (int32_t)v;
	}
	*numbers = (struct numbers){at, n};
	return true;
}

static const char *get_object(
	const json_t *j, const struct field *fields, void *object, struct arena *a);

static bool get_list(const json_t *j, const struct field *f, struct list *list, struct arena *a)
{
	size_t n = json_array_size(j);
	char *at = arena_take(a, n * f->sub_size);

	if (!json_is_array(j))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (get_object(json_array_get(j, i), f->sub, at + i * f->sub_size, a))
			return false;
	}
	*list = (struct list){at, n};
	return true;
}

/* A value of the right shape; whether it may be written is asked once, of the whole body. */
static bool get_value(const json_t *j, const struct field *f, void *value, struct arena *a)
{
	struct str s = {0};

	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		return get_integer(j, -FIELD_INT_MOST, FIELD_INT_MOST, value);
	case FIELD_BOOL:
		*(bool *)value = json_is_true(j);
		return json_is_boolean(j);
	case FIELD_TEXT:
		if (!get_string(j, &s))
			return false;
		*(struct str *)value = arena_str(a, s);
		return true;
	case FIELD_ENUM:
		return get_string(j, &s) && field_enum_parse(f->names, s, value);
	case FIELD_TIME:
		return get_string(j, &s) && instant_parse(s, value);
	case FIELD_DATE:
		return get_string(j, &s) && date_parse(s, value);
	case FIELD_HASH:
		return get_string(j, &s) && hash_parse(s, value);
	case FIELD_UUID:
		return get_string(j, &s) && uuid_parse(s, value);
	case FIELD_NUMBERS:
		return get_numbers(j, value, a);
	case FIELD_VOTE:
		return get_string(j, &s) && field_vote_parse(s, value);
	case FIELD_LIST:
		return get_list(j, f, value, a);
	}
	return false;
}

/* NULL, or what is wrong: the name of a field, or a word for the object itself. */
static const char *get_object(
	const json_t *j, const struct field *fields, void *object, struct arena *a)
{
	size_t known = 0;

	if (!json_is_object(j))
		return "no object";
	for (const struct field *f = fields; f->name; f++) {
		const json_t *member = json_object_get(j, f->name);

		if (member)
			known++;
		else if (f->optional)
			continue;
		if (!member || !get_value(member, f, (char *)object + f->offset, a))
			return f->name;
	}
	return json_object_size(j) == known ? NULL : "an unknown key";
}

static bool get_instant(const json_t *line, const char *key, struct instant *t)
{
	struct str s;

	return get_string(json_object_get(line, key), &s) && instant_parse(s, t);
}

/* NULL, or the key that is wrong. */
static const char *get_event(
	const json_t *line, struct event *e, struct hash *prev, struct arena *a)
{
	struct str s;
	int64_t n;

	if (!json_is_object(line))
		return "no object";
	/* First, because it names the line in every later complaint. */
	if (!get_integer(json_object_get(line, "n"), 0, UINT32_MAX, &n))
		return "n";
	e->n = (uint32_t)n;
	if (json_object_size(line) != 8)
		return "not exactly eight keys";
	if (!get_string(json_object_get(line, "actor"), &s))
		return "actor";
	e->actor = arena_str(a, s);
	if (!get_instant(line, "at", &e->at))
		return "at";
	if (!get_string(json_object_get(line, "id"), &s) || !uuid_parse(s, &e->id))
		return "id";
	if (!get_string(json_object_get(line, "prev"), &s) || !hash_parse(s, prev))
		return "prev";
	if (!get_instant(line, "t", &e->t))
		return "t";
	if (!get_string(json_object_get(line, "type"), &s) || !event_type_parse(s, &e->type))
		return "type";

	const struct field *fields = event_spec(e->type)->fields;
	const char *wrong = get_object(json_object_get(line, "body"), fields, &e->body, a);

	if (wrong)
		return wrong;
	if (codec_writable(e))
		return NULL;

	const struct field *field = field_wrong(fields, &e->body);

	return field ? field->name : "actor, at or t";
}

static bool is_canonical(
	struct str line, const struct event *e, struct hash prev, const struct arena_source *source)
{
	struct arena scratch;
	bool same;

	arena_init(&scratch, source);
	same = str_equal(codec_encode(e, prev, &scratch), line);
	arena_clear(&scratch);
	return same;
}

int codec_decode(
	struct str line, struct event *e, struct hash *prev, struct arena *a, struct error *err)
{
	json_error_t json_error;
	json_t *root;
	const char *wrong;

	if (codec_read_canonical(line, e, prev, a) && codec_writable(e))
		return 0;
	*e = (struct event){0};
	root = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &json_error);
	if (!root) {
		if (json_error_code(&json_error) == json_error_out_of_memory)
			return error_set(err, ERROR_MEMORY, "JSON");
		error_set(err, ERROR_BAD_EVENT, "?");
		snprintf(err->detail, sizeof err->detail, "no JSON from byte %d on",
			json_error.position);
		return -1;
	}
	wrong = get_event(root, e, prev, a);
	json_decref(root);
	if (!wrong && !is_canonical(line, e, *prev, a->source))
		wrong = "not canonical";
	if (!wrong)
		return 0;
	error_set(err, ERROR_BAD_EVENT, "%u", e->n);
	snprintf(err->detail, sizeof err->detail, "%s", wrong);
	return -1;
}
