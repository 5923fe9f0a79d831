/* What the register refuses, asked from inside (its own handle) and from outside (another program),
 * and what verification finds when somebody got past all of it. */
#include "tests/test.h"

#include "storage/file.h"
#include "storage/journal_inner.h"
#include "storage/schema.h"
#include "tests/pen.h"
#include "tests/watcher.h"

#include <fcntl.h>
#include <unistd.h>

static int setup(void **state)
{
	struct scratch *t = scratch_new();
	struct journal *j;

	j = pen_journal(t->path, JOURNAL_CREATE, &t->err);
	assert_non_null(j);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(pen_append(&t->pen, j, "chamber", 2, 20, &t->err), 0);
		assert_int_equal(pen_append(&t->pen, j, "s1", 3, 20, &t->err), 0);
	}
	assert_int_equal(journal_keep(j, STR("draft/1"), STR("text"), &t->err), 0);
	journal_close(j);
	*state = t;
	return 0;
}

#define ok(expression) assert_int_equal((expression), 0)

/* --- from inside --- */

/* Most of these are refused when prepared, the others when they run; none changes a row. */
static void refused_inside(
	struct scratch *t, enum journal_mode mode, const char *const *sql, size_t n)
{
	struct journal *j = pen_journal(t->path, mode, &t->err);

	assert_non_null(j);
	for (size_t i = 0; i < n; i++)
		if (sqlite3_exec(j->db, sql[i], NULL, NULL, NULL) == SQLITE_OK)
			fail_msg("allowed: %s", sql[i]);
	journal_close(j);
	j = pen_journal(t->path, JOURNAL_READ, &t->err);
	ok(journal_verify(j, &t->err));
	journal_close(j);
}

static void the_writers_own_handle_is_guarded(void **state)
{
	static const char *const sql[] = {
		"DELETE FROM event",
		"DELETE FROM event WHERE seq = 1",
		"UPDATE event SET line = x'00' WHERE seq = 1",
		"UPDATE event SET seq = seq + 100",
		"INSERT INTO event(seq, stream, n, id, line, prev, hash) "
		"SELECT 1, stream, n, id, line, prev, hash FROM event WHERE seq = 1",
		"INSERT OR REPLACE INTO event(seq, stream, n, id, line, prev, hash) "
		"SELECT max(seq) + 1, 'x', 0, id, line, zeroblob(32), hash FROM event",
		"REPLACE INTO event(seq, stream, n, id, line, prev, hash) "
		"SELECT 3, 'x', 0, randomblob(16), line, zeroblob(32), hash FROM event LIMIT 1",
		"DROP TABLE event",
		"DROP TRIGGER event_update",
		"ALTER TABLE event RENAME TO other",
		"ALTER TABLE event ADD COLUMN more TEXT",
		"CREATE TABLE other(a)",
		"CREATE TEMP TABLE other(a)",
		"CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
		"CREATE TEMP TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
		"CREATE VIEW v AS SELECT 1",
		"CREATE INDEX i ON event(line)",
		"ATTACH ':memory:' AS other",
		"VACUUM",
		"VACUUM INTO '/nowhere/copy'",
		"PRAGMA writable_schema=ON",
		"PRAGMA journal_mode=DELETE",
		"PRAGMA synchronous=OFF",
		"PRAGMA recursive_triggers=OFF",
		"PRAGMA ignore_check_constraints=ON",
		"PRAGMA user_version=9",
		"PRAGMA application_id=9",
		"DELETE FROM sqlite_schema",
		"UPDATE sqlite_schema SET sql = ''",
		"SELECT load_extension('x')",
		"REINDEX",
		"ANALYZE",
	};

	refused_inside(*state, JOURNAL_WRITE, sql, ARRAY_LEN(sql));
}

static void a_readers_handle_changes_nothing_at_all(void **state)
{
	static const char *const sql[] = {
		"INSERT INTO kept(key, value) VALUES ('a', x'00')",
		"DELETE FROM kept",
		"UPDATE kept SET value = x'00'",
		"INSERT INTO event(seq, stream, n, id, line, prev, hash) VALUES "
		"(16, 'x', 0, randomblob(16), x'00', zeroblob(32), zeroblob(32))",
		"DELETE FROM event",
		"DROP TABLE kept",
		"PRAGMA query_only=OFF",
		"PRAGMA user_version=9",
		"PRAGMA journal_mode=DELETE",
	};

	refused_inside(*state, JOURNAL_READ, sql, ARRAY_LEN(sql));
}

static void the_settings_are_in_force(void **state)
{
	static const struct {
		const char *sql;
		int value;
	} expected[] = {
		{"PRAGMA synchronous", 3},
		{"PRAGMA recursive_triggers", 1},
		{"PRAGMA cell_size_check", 1},
		{"PRAGMA temp_store", 2},
		{"PRAGMA mmap_size", 0},
		{"PRAGMA application_id", SCHEMA_APPLICATION_ID},
		{"PRAGMA user_version", SCHEMA_VERSION},
		{"SELECT (SELECT journal_mode FROM pragma_journal_mode) = 'wal'", 1},
	};
	struct scratch *t = *state;
	struct journal *j = pen_journal(t->path, JOURNAL_WRITE, &t->err);
	sqlite3_int64 value = -1;

	assert_non_null(j);
	for (size_t i = 0; i + 1 < ARRAY_LEN(expected); i++) {
		ok(db_int(j->db, expected[i].sql, &value, &t->err));
		assert_int_equal(value, expected[i].value);
	}
	assert_int_equal(sqlite3_limit(j->db, SQLITE_LIMIT_ATTACHED, -1), 0);
	assert_int_equal(sqlite3_limit(j->db, SQLITE_LIMIT_LENGTH, -1), 16 * 1024 * 1024);
	journal_close(j);
	j = pen_journal(t->path, JOURNAL_READ, &t->err);
	ok(db_int(j->db, "PRAGMA query_only", &value, &t->err));
	assert_int_equal(value, 1);
	journal_close(j);
}

/* --- from outside --- */

static int outside(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	int rc;

	ok(sqlite3_open(path, &db));
	rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	ok(sqlite3_close(db));
	return rc;
}

static void another_program_may_not_rewrite_events(void **state)
{
	static const char *const sql[] = {
		"DELETE FROM event WHERE seq = 1",
		"DELETE FROM event",
		"UPDATE event SET line = x'00' WHERE seq = 15",
		"UPDATE OR REPLACE event SET n = n + 1",
		/* A known id, a used seq, a used n: without the trigger REPLACE would delete. */
		"INSERT OR REPLACE INTO event SELECT 16, stream, n + 1, id, line, hash, "
		"randomblob(32) "
		"FROM event WHERE stream = 's1' ORDER BY n DESC LIMIT 1",
		"INSERT OR REPLACE INTO event SELECT 3, stream, n + 1, randomblob(16), line, hash, "
		"randomblob(32) FROM event WHERE stream = 's1' ORDER BY n DESC LIMIT 1",
		"INSERT OR REPLACE INTO event SELECT 16, stream, n, randomblob(16), line, prev, "
		"randomblob(32) FROM event WHERE stream = 's1' ORDER BY n DESC LIMIT 1",
		"INSERT OR REPLACE INTO event SELECT 16, stream, n + 1, randomblob(16), line, "
		"prev, "
		"randomblob(32) FROM event WHERE stream = 's1' ORDER BY n DESC LIMIT 1",
		"INSERT OR IGNORE INTO event SELECT 16, stream, n + 2, randomblob(16), line, hash, "
		"randomblob(32) FROM event WHERE stream = 's1' ORDER BY n DESC LIMIT 1",
		"INSERT INTO event VALUES (16, 'new', 1, randomblob(16), x'00', zeroblob(32), "
		"randomblob(32))",
		"INSERT INTO event VALUES (16, 'new', 0, randomblob(16), x'00', randomblob(32), "
		"randomblob(32))",
		"INSERT INTO event VALUES (17, 'new', 0, randomblob(16), x'00', zeroblob(32), "
		"randomblob(32))",
		"INSERT INTO event VALUES (16, 'new', 0, randomblob(15), x'00', zeroblob(32), "
		"randomblob(32))",
		"INSERT INTO event VALUES (16, 'new', 0, randomblob(16), 'text', zeroblob(32), "
		"randomblob(32))",
		"INSERT INTO event VALUES (16, NULL, 0, randomblob(16), x'00', zeroblob(32), "
		"randomblob(32))",
	};
	struct scratch *t = *state;
	struct journal *j;

	for (size_t i = 0; i < ARRAY_LEN(sql); i++)
		if ((outside(t->path, sql[i]) & 0xff) != SQLITE_CONSTRAINT)
			fail_msg("allowed: %s", sql[i]);
	/* The same shape with everything right passes: the refusals above are not by accident. */
	ok(outside(t->path, "INSERT INTO event VALUES (16, 'new', 0, randomblob(16), x'00', "
			    "zeroblob(32), randomblob(32))"));
	j = pen_journal(t->path, JOURNAL_READ, &t->err);
	assert_int_equal(journal_verify(j, &t->err), -1);
	assert_string_equal(t->err.subject, "new/0");
	journal_close(j);
}

static void a_writer_that_got_past_the_lock_is_stopped_by_the_chain(void **state)
{
	struct scratch *t = *state;
	struct journal *j = pen_journal(t->path, JOURNAL_WRITE, &t->err);
	struct journal_head head, next;
	struct journal_line line;

	ok(journal_head(j, STR("s1"), &head, &t->err));
	next = head;
	line = pen_line(&t->pen, &next, 5);
	ok(outside(t->path,
		"INSERT INTO event SELECT 16, stream, n + 1, randomblob(16), line, hash, "
		"randomblob(32) FROM event WHERE stream = 's1' ORDER BY n DESC LIMIT 1"));
	assert_int_equal(journal_append(j, STR("s1"), head, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_CONFLICT);
	journal_close(j);
}

/* --- past all of it --- */

/* Change the file as somebody would who knows how: take the triggers away, and put them back. */
static void tamper(struct scratch *t, const char *sql)
{
	static const char *const schema[] = SCHEMA_ALL;
	sqlite3 *db = NULL;
	char *said = NULL;

	ok(sqlite3_open(t->path, &db));
	ok(sqlite3_exec(db,
		"PRAGMA ignore_check_constraints=ON; DROP TRIGGER event_delete; "
		"DROP TRIGGER event_insert; DROP TRIGGER event_update",
		NULL, NULL, NULL));
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
	for (size_t i = 1; i < 4; i++)
		ok(sqlite3_exec(db, schema[i], NULL, NULL, NULL));
	ok(sqlite3_close(db));
}

static void found_at(struct scratch *t, const char *where)
{
	struct journal *j = pen_journal(t->path, JOURNAL_READ, &t->err);

	assert_non_null(j);
	assert_int_equal(journal_verify(j, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_DAMAGED);
	assert_string_equal(t->err.subject, where);
	journal_close(j);
}

/* s1 holds n 0 … 8 in seq 3-5, 8-10, 13-15. */
static void every_column_of_the_first_middle_and_last_event_is_watched(void **state)
{
	static const struct {
		int seq, n;
	} events[] = {{3, 0}, {9, 4}, {15, 8}};
	static const char *const changes[] = {
		"seq = 100",
		"seq = -3",
		"stream = 'zz'",
		"n = 50",
		"id = randomblob(16)",
		"line = CAST(replace(CAST(line AS TEXT), 'actor', 'actos') AS BLOB)",
		"line = CAST(replace(CAST(line AS TEXT), 'test.done', 'test.dine') AS BLOB)",
		"line = CAST(CAST(line AS TEXT) || ' ' AS BLOB)",
		"prev = randomblob(32)",
		"hash = randomblob(32)",
		"hash = zeroblob(32)",
	};
	char sql[256], where[32];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(events) * ARRAY_LEN(changes); i++) {
		size_t e = i / ARRAY_LEN(changes), c = i % ARRAY_LEN(changes);
		void *fresh = NULL;

		setup(&fresh);
		snprintf(sql, sizeof sql, "UPDATE event SET %s WHERE seq = %d", changes[c],
			events[e].seq);
		tamper(fresh, sql);
		snprintf(where, sizeof where, "s1/%d", events[e].n);
		/* Taken away from the end it leaves no hole, but it does not fit where it is. */
		if (c == 2 && events[e].n == 8)
			snprintf(where, sizeof where, "zz/0");
		found_at(fresh, where);
		scratch_teardown(&fresh);
	}
}

static void a_line_that_was_taken_out_is_found(void **state)
{
	struct scratch *t = *state;

	tamper(t, "DELETE FROM event WHERE seq = 9");
	found_at(t, "s1/4");
}

static void a_first_line_that_was_taken_out_is_found(void **state)
{
	struct scratch *t = *state;

	tamper(t, "DELETE FROM event WHERE seq = 3");
	found_at(t, "s1/0");
}

/* Nothing in the file can show that its very end is missing; the head on paper does. What must
 * show is a tail that was cut in the middle of the order of writing. */
static void a_stream_cut_before_others_went_on_is_found(void **state)
{
	struct scratch *t = *state;

	tamper(t, "DELETE FROM event WHERE seq IN (11, 12)");
	/* 13 lines are left: the first one beyond seq 13 is named. */
	found_at(t, "s1/7");
}

static void two_lines_that_changed_places_are_found(void **state)
{
	struct scratch *t = *state;

	tamper(t, "UPDATE event SET n = 99 WHERE seq = 8; UPDATE event SET n = 3 WHERE seq = 9; "
		  "UPDATE event SET n = 4 WHERE seq = 8");
	found_at(t, "s1/3");
}

static void a_chain_that_was_rewritten_with_matching_hashes_keeps_its_ids(void **state)
{
	struct scratch *t = *state;
	struct journal *j;

	/* The columns agree with each other, the line says another id. */
	tamper(t, "UPDATE event SET id = x'00112233445566778899aabbccddeeff' WHERE seq = 15");
	j = pen_journal(t->path, JOURNAL_WRITE, &t->err);
	assert_non_null(j);
	journal_close(j);
	found_at(t, "s1/8");
}

struct stop {
	uint32_t n;
};

static bool count_only(void *context, uint32_t n, struct str line, struct hash hash)
{
	(void)line;
	(void)hash;
	((struct stop *)context)->n = n;
	return true;
}

static void reading_stops_at_the_first_bad_line(void **state)
{
	struct scratch *t = *state;
	struct stop seen = {99};
	struct journal *j;

	tamper(t, "UPDATE event SET hash = randomblob(32) WHERE seq = 9");
	j = pen_journal(t->path, JOURNAL_READ, &t->err);
	assert_int_equal(journal_read(j, STR("s1"), 0, count_only, &seen, &t->err), -1);
	assert_string_equal(t->err.subject, "s1/4");
	assert_int_equal(seen.n, 3);
	/* A read that begins behind it stands on the bytes of the line, not on the column. */
	ok(journal_read(j, STR("s1"), 5, count_only, &seen, &t->err));
	journal_close(j);
}

static void every_flipped_bit_is_noticed_or_harmless(void **state)
{
	struct scratch *t = *state;
	struct bytes file = {0}, before = {0};
	struct reading good = {0};
	struct journal *j = pen_journal(t->path, JOURNAL_READ, &t->err);
	uint32_t seed = 4711;
	int noticed = 0;

	ok(journal_read(j, STR("s1"), 0, reading_visit, &good, &t->err));
	journal_close(j);
	ok(file_read(t->path, 1 << 24, &file, &t->err));
	bytes_add(&before, file.p, file.n);
	for (int round = 0; round < 300; round++) {
		struct reading now = {0};
		size_t at;

		seed = seed * 1664525 + 1013904223;
		at = (seed >> 4) % file.n;
		file.p[at] ^= (unsigned char)(1 << (seed >> 29));
		ok(file_write(t->path, file.p, file.n, 0600, FILE_REPLACE, &t->err));
		file.p[at] = before.p[at];
		j = pen_journal(t->path, JOURNAL_READ, &t->err);
		if (!j || journal_verify(j, &t->err) != 0) {
			noticed++;
		} else {
			ok(journal_read(j, STR("s1"), 0, reading_visit, &now, &t->err));
			assert_int_equal(now.n, good.n);
			assert_memory_equal(now.text.p, good.text.p, good.text.n);
			bytes_free(&now.text);
		}
		journal_close(j);
	}
	assert_true(noticed > 30);
	bytes_free(&file);
	bytes_free(&before);
	bytes_free(&good.text);
}

static void a_truncated_register_is_refused_by_the_writer(void **state)
{
	struct scratch *t = *state;
	struct journal *j;

	ok(truncate(t->path, 4096 * 3));
	j = pen_journal(t->path, JOURNAL_WRITE, &t->err);
	assert_null(j);
	assert_int_equal(t->err.code, ERROR_DAMAGED);
}

static void verifying_can_be_stopped_at_every_line_and_is_then_no_verdict(void **state)
{
	struct scratch *t = *state;
	struct journal *j = pen_journal(t->path, JOURNAL_READ, &t->err);
	struct watcher w;
	struct progress progress = watcher_start(&w, 0);
	int64_t questions;

	assert_non_null(j);
	journal_watch(j, &progress);
	ok(journal_verify(j, &t->err));
	questions = w.asked;
	assert_true(questions >= 15);
	assert_int_equal(w.all, 15);
	for (int64_t k = 1; k <= questions; k++) {
		(void)watcher_start(&w, k);
		t->err.code = ERROR_NONE;
		assert_int_equal(journal_verify(j, &t->err), -1);
		assert_int_equal(t->err.code, ERROR_CANCELLED);
		assert_int_equal(w.asked, k);
	}
	journal_watch(j, NULL);
	ok(journal_verify(j, &t->err));
	journal_close(j);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, scratch_teardown)
	CASE(the_writers_own_handle_is_guarded),
	CASE(a_readers_handle_changes_nothing_at_all),
	CASE(the_settings_are_in_force),
	CASE(another_program_may_not_rewrite_events),
	CASE(a_writer_that_got_past_the_lock_is_stopped_by_the_chain),
	CASE(every_column_of_the_first_middle_and_last_event_is_watched),
	CASE(a_line_that_was_taken_out_is_found),
	CASE(a_first_line_that_was_taken_out_is_found),
	CASE(a_stream_cut_before_others_went_on_is_found),
	CASE(two_lines_that_changed_places_are_found),
	CASE(a_chain_that_was_rewritten_with_matching_hashes_keeps_its_ids),
	CASE(reading_stops_at_the_first_bad_line),
	CASE(every_flipped_bit_is_noticed_or_harmless),
	CASE(a_truncated_register_is_refused_by_the_writer),
	CASE(verifying_can_be_stopped_at_every_line_and_is_then_no_verdict),
};

TEST_MAIN(cases)
