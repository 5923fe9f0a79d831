/* A checked copy: the database page by page, the copy opened and verified, and only then put in the
 * place of the older ones; beside it every stream as lines that need no database to be read. */
#include "storage/file.h"
#include "storage/journal_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGES_AT_ONCE 256 /* a few milliseconds between two questions whether to go on */

struct backup {
	struct journal *from;
	struct arena arena;
	const char *folder, *name; /* resolved; of the register */
	const char *copy;          /* temporary name */
};

static const char *in_folder(
	struct backup *b, const char *before, struct str name, const char *after)
{
	struct str parts[] = {str_of(b->folder), STR("/"), str_of(before), name, str_of(after)};

	return arena_join(&b->arena, parts, ARRAY_LEN(parts)).p;
}

/* --- where to --- */

struct first_line {
	struct hash hash;
	bool found;
};

static bool take_first(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct first_line *first = context;

	(void)n;
	(void)line;
	*first = (struct first_line){hash, true};
	return false;
}

/* The register's first line of all tells registers apart. Not found: an empty register. */
static int first_line(struct journal *j, struct first_line *first, struct error *err)
{
	struct str *streams;
	struct arena a;
	size_t n = 0;
	int result;

	*first = (struct first_line){0};
	arena_init(&a, &memory_source);
	result = journal_streams(j, &a, &streams, &n, err);
	if (result == 0 && n)
		result = journal_read(j, streams[0], 0, take_first, first, err);
	arena_clear(&a);
	return result;
}

/* A copy of another chamber's register must not be pushed out by ours. One that cannot be read any
 * more is no reason to refuse: it moves down a generation like every other. */
static int refuse_other(struct backup *b, const char *older, struct error *err)
{
	static const struct journal_options reading = {.mode = JOURNAL_READ};
	struct first_line ours, theirs;
	struct journal *j;
	struct error unreadable;
	int result = 0;

	if (access(older, F_OK) != 0)
		return 0;
	if (first_line(b->from, &ours, err) != 0)
		return -1;
	j = journal_open(older, &reading, &unreadable);
	if (j && first_line(j, &theirs, &unreadable) == 0 && theirs.found &&
		(!ours.found || !hash_equal(ours.hash, theirs.hash)))
		result = error_set(err, ERROR_EXISTS, "%s", older);
	journal_close(j);
	return result;
}

static int find_folder(struct backup *b, const char *dir, struct error *err)
{
	char *folder;
	const char *older;

	if (file_make_folder(dir, err) != 0)
		return -1;
	folder = realpath(dir, NULL);
	if (!folder)
		return error_sys(err, ERROR_FILE, "%s", dir);
	b->folder = arena_z(&b->arena, str_of(strcmp(folder, "/") == 0 ? "" : folder));
	free(folder);
	b->name = file_name_of(b->from->path);
	older = in_folder(b, "", str_of(b->name), "");
	if (strcmp(older, b->from->path) == 0)
		return error_set(err, ERROR_EXISTS, "%s", older);
	b->copy = in_folder(b, ".", str_of(b->name), ".new");
	return refuse_other(b, older, err);
}

/* --- the database --- */

static void remove_copy(struct backup *b)
{
	static const char *const endings[] = {"", "-journal", "-wal", "-shm"};

	for (size_t i = 0; i < ARRAY_LEN(endings); i++)
		unlink(arena_join(&b->arena, (struct str[]){str_of(b->copy), str_of(endings[i])}, 2)
				.p);
}

static int copy_pages(struct backup *b, struct error *err)
{
	sqlite3 *to = db_open(b->copy, DB_CREATE, b->from->vfs, err);
	sqlite3_backup *pages;
	bool stopped;
	int result = 0;
	int rc, all;

	if (!to)
		return -1;
	pages = sqlite3_backup_init(to, "main", b->from->db, "main");
	if (!pages) {
		result = db_error(to, b->copy, err);
		goto out;
	}
	do {
		rc = sqlite3_backup_step(pages, PAGES_AT_ONCE);
		all = sqlite3_backup_pagecount(pages);
		stopped = progress_step(b->from->watch, all - sqlite3_backup_remaining(pages), all,
				  err) < 0;
	} while (rc == SQLITE_OK && !stopped);
	sqlite3_backup_finish(pages);
	if (stopped) {
		result = -1;
		goto out;
	}
	if (rc != SQLITE_DONE) {
		result = db_error_code(rc, 0, b->copy, NULL, err);
		goto out;
	}
	/* The copy travels: one file without side files. */
	result = db_exec(to, "PRAGMA journal_mode=DELETE", err);
out:
	db_close(to);
	return result;
}

static int sync_file(const char *path, struct error *err)
{
	int fd = open(path, O_RDWR | O_CLOEXEC);
	int result = 0;

	if (fd < 0)
		return error_sys(err, ERROR_FILE, "%s", path);
	if (fsync(fd) != 0)
		result = error_sys(err, ERROR_FILE, "%s", path);
	close(fd);
	return result;
}

/* Every stream of the copy as a text file, read from the copy, so that it is proven readable. */
struct text {
	struct bytes bytes;
};

static bool add_line(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct text *t = context;

	(void)n;
	(void)hash;
	bytes_add(&t->bytes, line.p, line.n);
	bytes_add(&t->bytes, "\n", 1);
	return true;
}

static int write_stream(
	struct backup *b, struct journal *copy, struct str stream, struct error *err)
{
	const char *path = in_folder(b, "", stream, ".jsonl");
	struct text t = {0};
	int result = journal_read(copy, stream, 0, add_line, &t, err);

	if (result == 0)
		result = file_write(path, t.bytes.p, t.bytes.n, 0600, FILE_REPLACE, err);
	if (result == 0)
		result = file_check(path, t.bytes.p, t.bytes.n, err);
	bytes_free(&t.bytes);
	return result;
}

/* The copy holds every line of the register, up to the same heads. */
static int compare_heads(struct backup *b, struct journal *copy, const struct str *streams,
	size_t n, struct error *err)
{
	for (size_t i = 0; i < n; i++) {
		struct journal_head here, there;

		if (journal_head(b->from, streams[i], &here, err) != 0 ||
			journal_head(copy, streams[i], &there, err) != 0)
			return -1;
		/* A reader that makes a copy beside a writer may be a few lines behind. */
		if (there.next > here.next ||
			(b->from->writer &&
				(there.next != here.next || !hash_equal(there.hash, here.hash))))
			return error_set(err, ERROR_DAMAGED, "%s", b->copy);
	}
	return 0;
}

static int write_streams(struct backup *b, struct journal *copy, struct error *err)
{
	struct str *streams;
	size_t n = 0;

	if (journal_streams(copy, &b->arena, &streams, &n, err) != 0 ||
		compare_heads(b, copy, streams, n, err) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (!journal_stream_valid(streams[i]) ||
			write_stream(b, copy, streams[i], err) != 0)
			return -1;
	return 0;
}

static int check_copy(struct backup *b, struct error *err)
{
	static const struct journal_options reading = {.mode = JOURNAL_READ};
	struct journal *copy = journal_open(b->copy, &reading, err);
	int result;

	if (!copy)
		return -1;
	journal_watch(copy, b->from->watch);
	result = journal_verify(copy, err);
	if (result == 0)
		result = write_streams(b, copy, err);
	journal_close(copy);
	return result;
}

/* NAME.1 becomes NAME.2, NAME becomes NAME.1, the new copy becomes NAME. */
static int rotate(struct backup *b, struct error *err)
{
	struct str name = str_of(b->name);
	const char *steps[][2] = {
		{in_folder(b, "", name, ".1"), in_folder(b, "", name, ".2")},
		{in_folder(b, "", name, ""), in_folder(b, "", name, ".1")},
		{b->copy, in_folder(b, "", name, "")},
	};

	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		bool older = i + 1 < ARRAY_LEN(steps);

		if (rename(steps[i][0], steps[i][1]) != 0 && !(older && errno == ENOENT))
			return error_sys(err, ERROR_FILE, "%s", steps[i][1]);
	}
	return file_sync_folder(b->folder, err);
}

int journal_backup(struct journal *j, const char *dir, struct error *err)
{
	struct backup b = {.from = j};
	int result = -1;

	if (journal_ready(j, err) != 0)
		return -1;
	arena_init(&b.arena, &memory_source);
	if (find_folder(&b, dir, err) != 0)
		goto out;
	remove_copy(&b);
	if (copy_pages(&b, err) == 0 && sync_file(b.copy, err) == 0 && check_copy(&b, err) == 0 &&
		rotate(&b, err) == 0)
		result = 0;
	else
		remove_copy(&b);
out:
	arena_clear(&b.arena);
	return result;
}
