#include "tui/laid.h"

#include <string.h>

#include "locale/format.h"

#define BUCKETS  512 /* a power of two */
#define KEPT_MAX ((size_t)512 * 1024)

/* What was asked, and the answer. */
struct entry {
	struct entry *next;
	struct str text;
	int width;
	struct layout_options options;
	bool wrap;
	struct layout_line *lines;
	size_t n;
};

/* A message, its words and the line they made last. */
struct saying {
	struct saying *next;
	enum lang lang;
	int width;
	struct str message; /* as bytes */
	struct str words;
	const struct entry *fit; /* of the same generation, or NULL */
};

struct generation {
	struct arena arena;
	size_t bytes; /* about */
	struct entry *bucket[BUCKETS];
	struct saying *sayings[BUCKETS];
};

struct laid {
	const struct arena_source *memory;
	struct arena scratch; /* while one text is laid out or one message put into words */
	struct arena asked;   /* the messages of this picture, as bytes */
	struct generation now, before;
};

struct laid *laid_open(const struct arena_source *memory)
{
	struct laid *l = memory->take(sizeof(*l));

	memset(l, 0, sizeof(*l));
	l->memory = memory;
	arena_init(&l->scratch, memory);
	arena_init(&l->asked, memory);
	arena_init(&l->now.arena, memory);
	arena_init(&l->before.arena, memory);
	return l;
}

void laid_close(struct laid *l)
{
	if (!l)
		return;
	arena_clear(&l->scratch);
	arena_clear(&l->asked);
	arena_clear(&l->now.arena);
	arena_clear(&l->before.arena);
	l->memory->give(l);
}

void laid_turn(struct laid *l)
{
	struct generation old;

	arena_clear(&l->asked);
	if (l->now.bytes < KEPT_MAX)
		return;
	old = l->before;
	l->before = l->now;
	arena_clear(&old.arena);
	old.bytes = 0;
	memset(old.bucket, 0, sizeof(old.bucket));
	memset(old.sayings, 0, sizeof(old.sayings));
	l->now = old;
}

/* Marks to find kept things by: the same bytes give the same one. */
static uint64_t mark_add(uint64_t mark, uint64_t value)
{
	mark = (mark ^ value) * 0x9E3779B97F4A7C15u; /* 2^64 divided by the golden ratio */
	return mark ^ mark >> 32;
}

static uint64_t mark_add_bytes(uint64_t mark, const void *bytes, size_t n)
{
	const char *at = bytes;
	uint64_t eight;

	mark = mark_add(mark, n);
	for (; n >= sizeof(eight); n -= sizeof(eight), at += sizeof(eight)) {
		memcpy(&eight, at, sizeof(eight));
		mark = mark_add(mark, eight);
	}
	if (n == 0)
		return mark;
	eight = 0;
	memcpy(&eight, at, n);
	return mark_add(mark, eight);
}

static size_t place(const struct entry *e)
{
	return mark_add_bytes((uint64_t)e->width, e->text.p, e->text.n) & (BUCKETS - 1);
}

static bool same_options(struct layout_options a, struct layout_options b)
{
	return a.mode == b.mode && a.base == b.base && a.marks == b.marks;
}

static bool same(const struct entry *a, const struct entry *b)
{
	return a->wrap == b->wrap && a->width == b->width && same_options(a->options, b->options) &&
	       str_equal(a->text, b->text);
}

static struct entry *find(const struct generation *g, size_t at, const struct entry *asked)
{
	struct entry *e = g->bucket[at];

	while (e && !same(e, asked))
		e = e->next;
	return e;
}

/* Keep ENTRY, whose text and lines are somebody else's, in the present generation. */
static struct entry *keep(struct laid *l, size_t at, const struct entry *entry)
{
	struct arena *a = &l->now.arena;
	struct entry *e = arena_copy(a, entry, sizeof(*entry));

	e->text = arena_str(a, entry->text);
	e->lines = arena_copy(a, entry->lines, entry->n * sizeof(*entry->lines));
	for (size_t i = 0; i < e->n; i++) {
		size_t bytes = e->lines[i].n * sizeof(*e->lines[i].at);

		if (bytes)
			e->lines[i].at = arena_copy(a, e->lines[i].at, bytes);
		l->now.bytes += bytes;
	}
	l->now.bytes += sizeof(*e) + entry->text.n + entry->n * sizeof(*entry->lines);
	e->next = l->now.bucket[at];
	l->now.bucket[at] = e;
	return e;
}

static const struct entry *look_up(struct laid *l, const struct entry *asked)
{
	size_t at = place(asked);
	struct entry *e = find(&l->now, at, asked);
	struct entry made = *asked;
	struct layout_line line;

	if (e)
		return e;
	e = find(&l->before, at, asked);
	if (e)
		return keep(l, at, e);
	if (asked->wrap) {
		made.n = layout_wrap(
			asked->text, asked->width, asked->options, &l->scratch, &made.lines);
	} else {
		line = layout_fit(asked->text, asked->width, asked->options, &l->scratch);
		made.lines = &line;
		made.n = 1;
	}
	e = keep(l, at, &made);
	arena_clear(&l->scratch);
	return e;
}

struct layout_line laid_fit(struct laid *l, struct str text, int width, struct layout_options o)
{
	struct entry asked = {.text = text, .width = width, .options = o};

	return look_up(l, &asked)->lines[0];
}

size_t laid_wrap(struct laid *l, struct str text, int width, struct layout_options o,
	struct layout_line **lines)
{
	struct entry asked = {.text = text, .width = width, .options = o, .wrap = true};
	const struct entry *e = look_up(l, &asked);

	*lines = e->lines;
	return e->n;
}

/* ---- messages ---- */

static size_t place_of(struct str message)
{
	return mark_add_bytes(0, message.p, message.n) & (BUCKETS - 1);
}

static struct saying *find_saying(
	const struct generation *g, size_t at, struct str message, enum lang lang)
{
	struct saying *s = g->sayings[at];

	while (s && !(s->lang == lang && str_equal(s->message, message)))
		s = s->next;
	return s;
}

/* A copy of SAYING, whose message and words are somebody else's, in the present generation. */
static struct saying *keep_saying(struct laid *l, size_t at, const struct saying *saying)
{
	struct generation *g = &l->now;
	struct saying *s = arena_copy(&g->arena, saying, sizeof(*saying));

	s->message = arena_str(&g->arena, saying->message);
	s->words = arena_str(&g->arena, saying->words);
	s->fit = NULL;
	s->next = g->sayings[at];
	g->sayings[at] = s;
	g->bytes += sizeof(*s) + s->message.n + s->words.n;
	return s;
}

static struct saying *say(struct laid *l, const struct message *m, enum lang lang)
{
	struct saying made = {.lang = lang}, *s;
	struct builder b;
	size_t at;

	builder_init(&b, &l->asked);
	message_bytes(&b, m);
	made.message = builder_str(&b);
	at = place_of(made.message);
	s = find_saying(&l->now, at, made.message, lang);
	if (s)
		return s;
	s = find_saying(&l->before, at, made.message, lang);
	if (s)
		return keep_saying(l, at, s);
	made.words = format(m, lang, &l->scratch);
	made.width = layout_width(made.words);
	s = keep_saying(l, at, &made);
	arena_clear(&l->scratch);
	return s;
}

struct str laid_words(struct laid *l, const struct message *m, enum lang lang, int *width)
{
	const struct saying *s = say(l, m, lang);

	if (width)
		*width = s->width;
	return s->words;
}

struct layout_line laid_say(
	struct laid *l, const struct message *m, enum lang lang, int width, struct layout_options o)
{
	struct saying *s = say(l, m, lang);
	struct entry asked = {.text = s->words, .width = width, .options = o};

	if (!s->fit || s->fit->width != width || !same_options(s->fit->options, o))
		s->fit = look_up(l, &asked);
	return s->fit->lines[0];
}
