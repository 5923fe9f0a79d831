/* Reading what this program wrote: the keys of a canonical line are known and sorted, so that a
 * register of ten thousand acts opens without a tree of every line being built, and without each
 * being written again to see whether it was canonical. Whatever is not exactly as codec_encode
 * writes it is left to the general reader. */
#include "storage/codec_inner.h"

#include <string.h>

struct reader {
	const char *p, *end;
	struct arena *arena;
};

static bool take_char(struct reader *r, char c)
{
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	return true;
}

static bool take_word(struct reader *r, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(r->end - r->p) < n || memcmp(r->p, word, n) != 0)
		return false;
	r->p += n;
	return true;
}

/* A string without an escape in it, borrowed. */
static bool take_plain(struct reader *r, struct str *s)
{
	const char *start;

	if (!take_char(r, '"'))
		return false;
	start = r->p;
	while (r->p < r->end && *r->p != '"' && *r->p != '\\' && (unsigned char)*r->p >= 0x20)
		r->p++;
	*s = (struct str){start, (size_t)(r->p - start)};
	return take_char(r, '"');
}

/* A text: a copy, with the three escapes that are written. */
static bool take_text(struct reader *r, struct str *s)
{
	const char *start, *p;
	size_t n = 0;
	char *copy;

	if (!take_char(r, '"'))
		return false;
	start = r->p;
	for (p = start; p < r->end && *p != '"'; p++, n++) {
		if ((unsigned char)*p < 0x20)
			return false;
		if (*p == '\\' && (++p == r->end || (*p != '"' && *p != '\\' && *p != 'n')))
			return false;
	}
	copy = arena_take(r->arena, n + 1);
	*s = (struct str){copy, n};
	for (p = start; n; n--, p++) {
		bool escaped = *p == '\\';

		p += escaped;
		*copy++ = escaped && *p == 'n' ? '\n' : *p;
	}
	r->p = p;
	return take_char(r, '"');
}

static bool take_integer(struct reader *r, int64_t least, int64_t most, int64_t *v)
{
	bool minus = take_char(r, '-');
	const char *start = r->p;
	int64_t n = 0;

	while (r->p < r->end && *r->p >= '0' && *r->p <= '9' && n <= FIELD_INT_MOST)
		n = n * 10 + (*r->p++ - '0');
	if (r->p == start || (*start == '0' && (minus || r->p != start + 1)))
		return false;
	*v = minus ? -n : n;
	return *v >= least && *v <= most;
}

static bool take_instant(struct reader *r, struct instant *t)
{
	struct str s;

	return take_plain(r, &s) && s.n == 25 && memcmp(s.p + 19, "-00:00", 6) != 0 &&
	       instant_parse(s, t);
}

/* N things of SIZE bytes in the arena, with room for one more. */
static void *room_for(struct reader *r, void *at, size_t n, size_t size)
{
	void *more;

	if (n && (n < 8 || (n & (n - 1))))
		return at;
	more = arena_take(r->arena, (n ? 2 * n : 8) * size);
	if (n)
		memcpy(more, at, n * size);
	return more;
}

static bool take_numbers(struct reader *r, struct numbers *numbers)
{
	int32_t *at = NULL;
	size_t n = 0;
	int64_t v;

	if (!take_char(r, '['))
		return false;
	if (!take_char(r, ']')) {
		do {
			if (!take_integer(r, INT32_MIN, INT32_MAX, &v))
				return false;
			at = room_for(r, at, n, sizeof *at);
			at[n++] = (int32_t)v;
		} while (take_char(r, ','));
		if (!take_char(r, ']'))
			return false;
	}
	*numbers = (struct numbers){at, n};
	return true;
}

static bool take_object(struct reader *r, const struct field *fields, void *object);

static bool take_list(struct reader *r, const struct field *f, struct list *list)
{
	char *at = NULL;
	size_t n = 0;

	if (!take_char(r, '['))
		return false;
	if (!take_char(r, ']')) {
		do {
			at = room_for(r, at, n, f->sub_size);
			if (!take_object(r, f->sub, at + n++ * f->sub_size))
				return false;
		} while (take_char(r, ','));
		if (!take_char(r, ']'))
			return false;
	}
	*list = (struct list){at, n};
	return true;
}

static bool take_value(struct reader *r, const struct field *f, void *value)
{
	struct str s;

	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		return take_integer(r, -FIELD_INT_MOST, FIELD_INT_MOST, value);
	case FIELD_BOOL:
		*(bool *)value = take_word(r, "true");
		return *(bool *)value || take_word(r, "false");
	case FIELD_TEXT:
		return take_text(r, value);
	case FIELD_ENUM:
		return take_plain(r, &s) && field_enum_parse(f->names, s, value);
	case FIELD_TIME:
		return take_instant(r, value);
	case FIELD_DATE:
		return take_plain(r, &s) && date_parse(s, value);
	case FIELD_HASH:
		return take_plain(r, &s) && hash_parse(s, value);
	case FIELD_UUID:
		return take_plain(r, &s) && uuid_parse(s, value);
	case FIELD_NUMBERS:
		return take_numbers(r, value);
	case FIELD_VOTE:
		return take_plain(r, &s) && field_vote_parse(s, value);
	case FIELD_LIST:
		return take_list(r, f, value);
	}
	return false;
}

/* "name": of F next. */
static bool take_key(struct reader *r, const struct field *f)
{
	size_t n = strlen(f->name);

	if ((size_t)(r->end - r->p) < n + 3 || r->p[0] != '"' ||
		memcmp(r->p + 1, f->name, n) != 0 || r->p[n + 1] != '"' || r->p[n + 2] != ':')
		return false;
	r->p += n + 3;
	return true;
}

static bool take_object(struct reader *r, const struct field *fields, void *object)
{
	bool first = true;

	if (!take_char(r, '{'))
		return false;
	for (const struct field *f = codec_next_field(fields, NULL); f;
		f = codec_next_field(fields, f)) {
		void *value = (char *)object + f->offset;
		const char *before = r->p;

		if ((!first && !take_char(r, ',')) || !take_key(r, f)) {
			r->p = before;
			if (!f->optional)
				return false;
			continue;
		}
		/* An optional field that says nothing is not written. */
		if (!take_value(r, f, value) || (f->optional && field_unset(f, value)))
			return false;
		first = false;
	}
	return take_char(r, '}');
}

/* The type stands last but says what the body is. */
static bool type_of(struct str line, enum event_type *type)
{
	size_t to = line.n, from;

	if (to < 2 || line.p[to - 1] != '}' || line.p[to - 2] != '"')
		return false;
	to -= 2;
	for (from = to; from > 0 && line.p[from - 1] != '"'; from--)
		;
	return event_type_parse((struct str){line.p + from, to - from}, type);
}

bool codec_read_canonical(struct str line, struct event *e, struct hash *prev, struct arena *a)
{
	struct reader r = {line.p, line.p + line.n, a};
	struct str s;
	int64_t n = 0;

	*e = (struct event){0};
	if (!type_of(line, &e->type) || !take_word(&r, "{\"actor\":") ||
		!take_text(&r, &e->actor) || !take_word(&r, ",\"at\":") ||
		!take_instant(&r, &e->at) || !take_word(&r, ",\"body\":") ||
		!take_object(&r, event_spec(e->type)->fields, &e->body) ||
		!take_word(&r, ",\"id\":") || !take_plain(&r, &s) || !uuid_parse(s, &e->id) ||
		!take_word(&r, ",\"n\":") || !take_integer(&r, 0, UINT32_MAX, &n) ||
		!take_word(&r, ",\"prev\":") || !take_plain(&r, &s) || !hash_parse(s, prev) ||
		!take_word(&r, ",\"t\":") || !take_instant(&r, &e->t) ||
		!take_word(&r, ",\"type\":") || !take_plain(&r, &s) || !take_char(&r, '}'))
		return false;
	e->n = (uint32_t)n;
	return r.p == r.end && str_is(s, event_spec(e->type)->name);
}
