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
	uint64_t mark; /* of the message: the same one has the same */
	enum lang lang;
	int width;
	struct str words;
	const struct entry *fit; /* of the same generation, or NULL */
	struct message message;
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
	struct generation now, before;
};

struct laid *laid_open(const struct arena_source *memory)
{
	struct laid *l = memory->take(sizeof(*l));

	memset(l, 0, sizeof(*l));
	l->memory = memory;
	arena_init(&l->scratch, memory);
	arena_init(&l->now.arena, memory);
	arena_init(&l->before.arena, memory);
	return l;
}

void laid_close(struct laid *l)
{
	if (!l)
		return;
	arena_clear(&l->scratch);
	arena_clear(&l->now.arena);
	arena_clear(&l->before.arena);
	l->memory->give(l);
}

void laid_turn(struct laid *l)
{
	struct generation old;

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

static uint64_t mark_message(uint64_t mark, const struct message *m);

static uint64_t mark_value(uint64_t mark, const struct arg *g)
{
	switch (g->kind) {
	case ARG_END:
		break;
	case ARG_INT:
	case ARG_DIGITS:
	case ARG_SEAT:
	case ARG_WORDS:
	case ARG_ORDINAL:
	case ARG_MONEY:
	case ARG_MONEY_WORDS:
		return mark_add(mark, (uint64_t)g->u.i);
	case ARG_STR:
		return mark_add_bytes(mark, g->u.s.p, g->u.s.n);
	case ARG_BOTH:
		mark = mark_add_bytes(mark, g->u.both.ar.p, g->u.both.ar.n);
		return mark_add_bytes(mark, g->u.both.fr.p, g->u.both.fr.n);
	case ARG_HASH:
		return mark_add_bytes(mark, g->u.hash.b, sizeof(g->u.hash.b));
	case ARG_DATE:
	case ARG_DAY:
	case ARG_MONTH:
		return mark_add(mark,
			(uint64_t)(g->u.date.year * 512 + g->u.date.month * 32 + g->u.date.day));
	case ARG_TIME:
	case ARG_CLOCK:
		return mark_add(mark, (uint64_t)g->u.instant.seconds);
	case ARG_MSG:
		return mark_message(mark, g->u.msg);
	case ARG_LIST:
		for (size_t i = 0; i < g->u.list.n; i++)
			mark = mark_message(mark, &g->u.list.at[i]);
		return mark;
	}
	return mark;
}

/* Source strings are literals: their address is enough, and one that stands at two addresses is
 * kept twice. */
static uint64_t mark_message(uint64_t mark, const struct message *m)
{
	if (!m)
		return mark;
	mark = mark_add(mark, (uintptr_t)m->id);
	mark = mark_add(mark, (uint64_t)m->n);
	for (size_t i = 0; i < MESSAGE_ARGS_MAX && m->arg[i].kind != ARG_END; i++)
		mark = mark_value(mark, &m->arg[i]);
	return mark;
}

static struct saying *find_saying(
	const struct generation *g, uint64_t mark, const struct message *m, enum lang lang)
{
	struct saying *s = g->sayings[mark & (BUCKETS - 1)];

	while (s && !(s->mark == mark && s->lang == lang && message_equal(&s->message, m)))
		s = s->next;
	return s;
}

/* A copy of SAYING, whose message and words are somebody else's, in the present generation. */
static struct saying *keep_saying(struct laid *l, const struct saying *saying)
{
	struct generation *g = &l->now;
	struct saying *s = arena_copy(&g->arena, saying, sizeof(*saying));

	s->message = message_copy(&g->arena, saying->message);
	s->words = arena_str(&g->arena, saying->words);
	s->fit = NULL;
	s->next = g->sayings[s->mark & (BUCKETS - 1)];
	g->sayings[s->mark & (BUCKETS - 1)] = s;
	g->bytes += sizeof(*s) + 2 * s->words.n; /* the values are about as long as the words */
	return s;
}

static struct saying *say(struct laid *l, const struct message *m, enum lang lang)
{
	uint64_t mark = mark_message(0, m);
	struct saying *s = find_saying(&l->now, mark, m, lang);
	struct saying made;

	if (s)
		return s;
	s = find_saying(&l->before, mark, m, lang);
	if (s)
		return keep_saying(l, s);
	made = (struct saying){.message = *m, .mark = mark, .lang = lang};
	made.words = format(m, lang, &l->scratch);
	made.width = layout_width(made.words);
	s = keep_saying(l, &made);
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
