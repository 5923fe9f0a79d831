#include "tui/laid.h"

#include <string.h>

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

struct generation {
	struct arena arena;
	size_t bytes; /* about */
	struct entry *bucket[BUCKETS];
};

struct laid {
	const struct arena_source *memory;
	struct arena scratch; /* while one text is laid out */
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
	l->now = old;
}

/* FNV-1a; only a place in the table depends on it. */
static size_t place(const struct entry *e)
{
	uint32_t h = 2166136261u ^ (uint32_t)e->width;

	for (size_t i = 0; i < e->text.n; i++)
		h = (h ^ (unsigned char)e->text.p[i]) * 16777619u;
	return (h ^ h >> 16) & (BUCKETS - 1);
}

static bool same(const struct entry *a, const struct entry *b)
{
	return a->wrap == b->wrap && a->width == b->width && a->options.mode == b->options.mode &&
	       a->options.base == b->options.base && a->options.marks == b->options.marks &&
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
