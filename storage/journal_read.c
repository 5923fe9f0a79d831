/* Reading with proof: every line's number, claimed place, hash and the hash of the line before are
 * checked as it goes by. Reads are one statement each and finished before returning, so that a
 * reader never holds back the log of the writer. */
#include "storage/journal_inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- streams --- */

struct named {
	struct str name;
	sqlite3_int64 seq; /* of its first line */
};

static int by_seq(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	return x->seq < y->seq ? -1 : x->seq > y->seq;
}

/* Jump from name to name over the index instead of reading every row. */
static int collect_streams(
	struct journal *j, struct arena *a, struct named **names, size_t *n, struct error *err)
{
	struct str name = STR("");
	size_t room = 16;
	sqlite3_stmt *s = NULL;
	int result = 0;
	int rc;

	*n = 0;
	*names = ARENA_ARRAY(a, struct named, room);
	if (db_prepare(j->db,
		    "SELECT stream, seq FROM event WHERE stream > ?1 ORDER BY stream, n LIMIT 1",
		    &s, err) != 0)
		return -1;
	for (;;) {
		struct named *old = *names;

		db_bind_text(s, 1, name);
		rc = sqlite3_step(s);
		if (rc != SQLITE_ROW)
			break;
		if (!db_column_text(s, 0, &name)) {
			result = error_set(err, ERROR_DAMAGED, "%s", j->shown);
			break;
		}
		name = arena_str(a, name);
		if (*n == room) {
			room *= 2;
			*names = ARENA_ARRAY(a, struct named, room);
			memcpy(*names, old, *n * sizeof *old);
		}
		(*names)[(*n)++] = (struct named){name, sqlite3_column_int64(s, 1)};
		sqlite3_reset(s);
	}
	if (result == 0 && rc != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_finalize(s);
	qsort(*names, *n, sizeof **names, by_seq);
	return result;
}

int journal_streams(
	struct journal *j, struct arena *a, struct str **names, size_t *n, struct error *err)
{
	struct named *found;

	*names = NULL;
	*n = 0;
	if (journal_ready(j, err) != 0 || collect_streams(j, a, &found, n, err) != 0)
		return -1;
	*names = ARENA_ARRAY(a, struct str, *n);
	for (size_t i = 0; i < *n; i++)
		(*names)[i] = found[i].name;
	return 0;
}

/* --- lines --- */

static int damaged(struct error *err, struct str stream, uint32_t n, const char *what)
{
	error_set(err, ERROR_DAMAGED, "%.*s/%lu", (int)stream.n, stream.p, (unsigned long)n);
	snprintf(err->detail, sizeof err->detail, "%s", what);
	return -1;
}

/* The row under S must be line N on PREV; gives its line and its hash. */
static int check_row(struct journal *j, sqlite3_stmt *s, struct str stream, uint32_t n,
	struct hash prev, struct str *line, struct hash *hash, struct error *err)
{
	struct chain_place place;
	struct hash stored_prev, stored;
	struct uuid id;
	uint32_t stored_n = 0;

	if (!db_column_n(s, 0, &stored_n) || stored_n != n)
		return damaged(err, stream, n, "a line is missing");
	if (!db_column_uuid(s, 1, &id) || !db_column_blob(s, 2, line) ||
		!db_column_hash(s, 3, &stored_prev) || !db_column_hash(s, 4, &stored))
		return damaged(err, stream, n, "a column of another kind");
	if (!chain_place_of(*line, &place) || place.n != n || memcmp(place.id.b, id.b, 16) != 0)
		return damaged(err, stream, n, "the line claims another place");
	if (!hash_equal(stored_prev, prev) || !hash_equal(place.prev, prev))
		return damaged(err, stream, n, "not on the line before");
	if (chain_hash(j->chain, line->p, line->n, hash, err) != 0)
		return -1;
	if (!hash_equal(*hash, stored))
		return damaged(err, stream, n, "the hash is another");
	return 0;
}

/* The hash a line FROM must name: of the bytes of the line before, not of the column. */
static int hash_before(
	struct journal *j, struct str stream, uint32_t from, struct hash *prev, struct error *err)
{
	sqlite3_stmt *s = NULL;
	struct str line;
	int result = 0;
	int rc;

	*prev = (struct hash){0};
	if (from == 0)
		return 0;
	if (db_prepare(j->db, "SELECT line FROM event WHERE stream = ?1 AND n = ?2", &s, err) != 0)
		return -1;
	db_bind_text(s, 1, stream);
	db_bind_int(s, 2, (int64_t)from - 1);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW)
		result = db_column_blob(s, 0, &line)
				 ? chain_hash(j->chain, line.p, line.n, prev, err)
				 : damaged(err, stream, from - 1, "a column of another kind");
	else if (rc == SQLITE_DONE)
		result = damaged(err, stream, from - 1, "a line is missing");
	else
		result = db_error(j->db, j->shown, err);
	sqlite3_finalize(s);
	return result;
}

/* seq counts from 1 without a gap: then none is below 1 or above their number. */
static int check_order(struct journal *j, struct error *err)
{
	sqlite3_stmt *s = NULL;
	struct str stream;
	uint32_t n;
	int result = 0;
	int rc;

	if (db_prepare(j->db,
		    "SELECT stream, n FROM event WHERE seq < 1 OR "
		    "seq > (SELECT count(*) FROM event) ORDER BY seq LIMIT 1",
		    &s, err) != 0)
		return -1;
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW && db_column_text(s, 0, &stream) && db_column_n(s, 1, &n))
		result = damaged(err, stream, n, "out of the order of writing");
	else if (rc == SQLITE_ROW)
		result = error_set(err, ERROR_DAMAGED, "%s", j->shown);
	else if (rc != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_finalize(s);
	return result;
}

/* The same as journal_read; COUNT grows by the lines seen. */
static int read_stream(struct journal *j, struct str stream, uint32_t from, journal_visit *back,
	void *context, sqlite3_int64 *count, struct error *err)
{
	struct hash prev, hash;
	struct journal_head head;
	sqlite3_int64 seq = INT64_MIN;
	sqlite3_stmt *s = NULL;
	struct str line;
	int result = 0;
	int rc;

	if (journal_head(j, stream, &head, err) != 0)
		return -1;
	if (from >= head.next)
		return 0;
	if (hash_before(j, stream, from, &prev, err) != 0 ||
		db_prepare(j->db,
			"SELECT n, id, line, prev, hash, seq FROM event "
			"WHERE stream = ?1 AND n >= ?2 ORDER BY n",
			&s, err) != 0)
		return -1;
	db_bind_text(s, 1, stream);
	db_bind_int(s, 2, from);
	for (uint32_t n = from; (rc = sqlite3_step(s)) == SQLITE_ROW; n++) {
		result = check_row(j, s, stream, n, prev, &line, &hash, err);
		if (result == 0 && sqlite3_column_int64(s, 5) <= seq)
			result = check_order(j, err) != 0
					 ? -1
					 : damaged(err, stream, n, "out of the order of writing");
		if (result != 0)
			break;
		seq = sqlite3_column_int64(s, 5);
		++*count;
		if (back && !back(context, n, line, hash))
			break;
		prev = hash;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_finalize(s);
	return result;
}

int journal_read(struct journal *j, struct str stream, uint32_t from, journal_visit *back,
	void *context, struct error *err)
{
	sqlite3_int64 count = 0;

	if (journal_ready(j, err) != 0)
		return -1;
	return read_stream(j, stream, from, back, context, &count, err);
}

/* --- verifying --- */

/* Who watches, while all lines of all streams go by and then SQLite's own check. */
struct watched {
	const struct progress *progress;
	sqlite3_int64 seen, stored;
	bool stopped;
};

static bool watch_line(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct watched *w = context;

	(void)n;
	(void)line;
	(void)hash;
	w->stopped = !progress_go_on(w->progress, w->seen, w->stored);
	return !w->stopped;
}

static int watch_check(void *context)
{
	struct watched *w = context;

	w->stopped = !progress_go_on(w->progress, w->stored, w->stored);
	return w->stopped;
}

/* Statements of SQLite's machine between two questions: a few milliseconds. */
#define STATEMENTS_AT_ONCE 100000

int journal_verify(struct journal *j, struct error *err)
{
	struct watched w = {.progress = j->watch};
	struct named *names;
	struct arena a;
	size_t n = 0;
	int result = -1;

	if (journal_ready(j, err) != 0)
		return -1;
	arena_init(&a, &memory_source);
	/* One transaction: a writer at work must not look like damage. */
	if (db_exec(j->db, "BEGIN", err) != 0 || collect_streams(j, &a, &names, &n, err) != 0 ||
		db_int(j->db, "SELECT count(*) FROM event", &w.stored, err) != 0)
		goto out;
	for (size_t i = 0; i < n && !w.stopped; i++)
		if (read_stream(j, names[i].name, 0, watch_line, &w, &w.seen, err) != 0)
			goto out;
	if (w.stopped || check_order(j, err) != 0)
		goto out;
	if (w.seen != w.stored) {
		error_set(err, ERROR_DAMAGED, "%s", j->shown);
		snprintf(err->detail, sizeof err->detail, "%lld of %lld lines are in a stream",
			(long long)w.seen, (long long)w.stored);
		goto out;
	}
	sqlite3_progress_handler(j->db, STATEMENTS_AT_ONCE, watch_check, &w);
	result = db_check(j->db, "PRAGMA integrity_check(1)", j->shown, err);
	sqlite3_progress_handler(j->db, 0, NULL, NULL);
out:
	if (w.stopped)
		result = error_set(err, ERROR_CANCELLED, "%s", "");
	if (!sqlite3_get_autocommit(j->db)) {
		struct error ignored;
		int ended = db_exec(j->db, "ROLLBACK", &ignored);

		(void)ended; /* nothing was written */
	}
	arena_clear(&a);
	return result;
}
