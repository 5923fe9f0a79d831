#include "tests/pen.h"

#include <assert.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *scratch_make(void)
{
	const char *build = getenv("TOP_BUILDDIR");
	char path[4096];

	snprintf(path, sizeof path, "%s/tests/scratch-XXXXXX", build ? build : ".");
	if (!mkdtemp(path)) {
		perror(path);
		abort();
	}
	return realpath(path, NULL);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	return remove(path);
}

void scratch_remove(char *folder)
{
	if (folder)
		nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(folder);
}

const char *scratch_path(struct arena *a, const char *folder, const char *name)
{
	return arena_join(a, (struct str[]){str_of(folder), STR("/"), str_of(name)}, 3).p;
}

void pen_open(struct pen *p, uint64_t seed)
{
	struct error err;

	*p = (struct pen){.seed = seed};
	arena_init(&p->arena, &memory_source);
	p->chain = chain_open(&err);
	assert(p->chain);
}

void pen_close(struct pen *p)
{
	chain_close(p->chain);
	arena_clear(&p->arena);
}

struct journal_line pen_line(struct pen *p, struct journal_head *head, size_t size)
{
	uint64_t count[2] = {p->seed, p->count++};
	struct journal_line l;
	struct error err;
	struct hash id;
	struct builder b;

	if (chain_hash(p->chain, count, sizeof count, &id, &err) != 0)
		abort();
	memcpy(l.id.b, id.b, sizeof l.id.b);
	builder_init(&b, &p->arena);
	builder_add_z(&b, "{\"actor\":\"test\",\"at\":\"2024-12-30T10:02:00+01:00\",\"body\":{");
	/* What looks like the place of the line must not be taken for it. */
	builder_add_z(&b, "\"n\":7,\"note\":\"\\\"n\\\":9,");
	for (size_t i = 0; i < size; i++)
		builder_add_char(&b, (char)('a' + (i + p->count) % 26));
	builder_add_z(&b, "\",\"prev\":[1,{\"id\":2}]},\"id\":\"");
	builder_add(&b, uuid_text(l.id, &p->arena));
	builder_add_z(&b, "\",\"n\":");
	builder_add_int(&b, head->next);
	builder_add_z(&b, ",\"prev\":\"");
	builder_add(&b, hash_text(head->hash, &p->arena));
	builder_add_z(&b, "\",\"t\":\"2024-12-30T10:02:03+01:00\",\"type\":\"test.done\"}");
	l.line = builder_str(&b);
	head->next++;
	if (chain_hash(p->chain, l.line.p, l.line.n, &head->hash, &err) != 0)
		abort();
	return l;
}

int pen_append(struct pen *p, struct journal *j, const char *stream, size_t n, size_t size,
	struct error *err)
{
	struct journal_line *lines = ARENA_ARRAY(&p->arena, struct journal_line, n);
	struct journal_head head, expected;

	if (journal_head(j, str_of(stream), &expected, err) != 0)
		return -1;
	head = expected;
	for (size_t i = 0; i < n; i++)
		lines[i] = pen_line(p, &head, size);
	return journal_append(j, str_of(stream), expected, lines, n, NULL, err);
}

struct journal *pen_journal(const char *path, enum journal_mode mode, struct error *err)
{
	struct journal_options options = {.mode = mode, .any_place = true, .holder = "test"};

	return journal_open(path, &options, err);
}

bool reading_visit(void *reading, uint32_t n, struct str line, struct hash hash)
{
	struct reading *r = reading;

	(void)n;
	r->n++;
	r->last = hash;
	bytes_add(&r->text, line.p, line.n);
	bytes_add(&r->text, "\n", 1);
	return true;
}

/* --- fixtures --- */

struct scratch *scratch_new(void)
{
	struct scratch *t = calloc(1, sizeof *t);

	assert(t);
	arena_init(&t->arena, &memory_source);
	t->folder = scratch_make();
	t->path = scratch_path(&t->arena, t->folder, "chamber.mahdar");
	pen_open(&t->pen, 1);
	return t;
}

int scratch_setup(void **state)
{
	*state = scratch_new();
	return 0;
}

int scratch_teardown(void **state)
{
	struct scratch *t = *state;

	pen_close(&t->pen);
	(void)chmod(t->folder, 0700); /* some cases take their right to write away */
	scratch_remove(t->folder);
	arena_clear(&t->arena);
	free(t);
	return 0;
}
