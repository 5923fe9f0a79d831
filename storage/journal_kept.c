/* Rows beside the journal: the last value of each key, never hashed. */
#include "storage/journal_inner.h"

#include <string.h>

/* A commit that failed leaves the handle in doubt: open it again, so that the next act starts from
 * what the disk says. The value itself is only a draft; it is typed again two seconds later. */
static int change(struct journal *j, const char *sql, struct str key, const struct str *value,
	struct error *err)
{
	sqlite3_stmt *s = NULL;
	struct error more;
	int result = 0;

	if (value && value->n > DB_BYTES_MAX)
		return error_set(err, ERROR_FILE, "%s", j->shown);
	if (journal_may_write(j, err) != 0 || db_prepare(j->db, sql, &s, err) != 0)
		return -1;
	db_bind_text(s, 1, key);
	if (value)
		db_bind_blob(s, 2, value->p, value->n);
	if (sqlite3_step(s) != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_finalize(s);
	if (result == 0)
		follower_wake(j->path);
	else if ((err->sql & 0xff) == SQLITE_IOERR && journal_reopen(j, &more) != 0)
		j->dead = true;
	return result;
}

int journal_keep(struct journal *j, struct str key, struct str value, struct error *err)
{
	return change(j,
		"INSERT INTO kept(key, value) VALUES (?1, ?2) "
		"ON CONFLICT(key) DO UPDATE SET value = excluded.value",
		key, &value, err);
}

int journal_drop(struct journal *j, struct str key, struct error *err)
{
	return change(j, "DELETE FROM kept WHERE key = ?1", key, NULL, err);
}

int journal_kept(struct journal *j, struct str key, struct arena *a, struct str *value, bool *found,
	struct error *err)
{
	sqlite3_stmt *s = NULL;
	int result = 0;
	int rc;

	*value = STR("");
	*found = false;
	if (journal_ready(j, err) != 0 ||
		db_prepare(j->db, "SELECT value FROM kept WHERE key = ?1", &s, err) != 0)
		return -1;
	db_bind_text(s, 1, key);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW && db_column_blob(s, 0, value)) {
		*value = arena_str(a, *value);
		*found = true;
	} else if (rc == SQLITE_ROW) {
		result = error_set(err, ERROR_DAMAGED, "%.*s", (int)key.n, key.p);
	} else if (rc != SQLITE_DONE) {
		result = db_error(j->db, j->shown, err);
	}
	sqlite3_finalize(s);
	return result;
}

int journal_kept_keys(struct journal *j, struct str prefix, struct arena *a, struct str **keys,
	size_t *n, struct error *err)
{
	size_t room = 16;
	sqlite3_stmt *s = NULL;
	struct str key;
	int result = 0;
	int rc;

	*n = 0;
	*keys = ARENA_ARRAY(a, struct str, room);
	if (journal_ready(j, err) != 0 ||
		db_prepare(j->db,
			"SELECT key FROM kept WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key",
			&s, err) != 0)
		return -1;
	db_bind_text(s, 1, prefix);
	while ((rc = sqlite3_step(s)) == SQLITE_ROW && result == 0) {
		struct str *old = *keys;

		if (!db_column_text(s, 0, &key)) {
			result = error_set(err, ERROR_DAMAGED, "%s", j->shown);
			break;
		}
		if (*n == room) {
			room *= 2;
			*keys = ARENA_ARRAY(a, struct str, room);
			memcpy(*keys, old, *n * sizeof *old);
		}
		(*keys)[(*n)++] = arena_str(a, key);
	}
	if (rc != SQLITE_DONE && result == 0)
		result = db_error(j->db, j->shown, err);
	sqlite3_finalize(s);
	return result;
}
