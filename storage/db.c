#include "storage/db.h"
#include "storage/file.h"
#include "storage/memory.h"
#include "storage/schema.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define DB_SNAPSHOT_MAX ((size_t)1024 * 1024 * 1024)
#define DB_WAIT_MS      2000   /* for a lock somebody holds for a moment */
#define DB_WAL_PAGES    "1000" /* the log is folded in from 4 MiB on */

/* --- failures --- */

int db_error_code(int sql, int sys, const char *subject, const char *detail, struct error *err)
{
	enum error_code code = ERROR_FILE;

	switch (sql & 0xff) {
	case SQLITE_FULL:
	case SQLITE_TOOBIG:
		code = ERROR_DISK_FULL;
		break;
	case SQLITE_NOTADB:
		code = ERROR_NOT_A_REGISTER;
		break;
	case SQLITE_CORRUPT:
	case SQLITE_MISMATCH:
		code = ERROR_DAMAGED;
		break;
	case SQLITE_READONLY:
		code = ERROR_READ_ONLY;
		break;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		code = ERROR_LOCKED;
		break;
	case SQLITE_NOMEM:
		code = ERROR_MEMORY;
		break;
	case SQLITE_AUTH:
		code = ERROR_READ_ONLY;
		break;
	default:
		break;
	}
	if (code == ERROR_FILE && (sys == ENOSPC || sys == EDQUOT || sys == EFBIG))
		code = ERROR_DISK_FULL;
	if (sql == SQLITE_CANTOPEN_SYMLINK)
		sys = ELOOP;
	error_set(err, code, "%s", subject);
	err->sql = sql;
	err->sys = sys;
	snprintf(err->detail, sizeof err->detail, "%s", detail ? detail : sqlite3_errstr(sql));
	return -1;
}

int db_error(sqlite3 *db, const char *subject, struct error *err)
{
	int sql = sqlite3_extended_errcode(db);
	int sys = 0;

	/* The system's number is only meaningful for failures of the file layer. */
	if ((sql & 0xff) == SQLITE_IOERR || (sql & 0xff) == SQLITE_CANTOPEN)
		sys = sqlite3_system_errno(db);
	return db_error_code(sql, sys, subject, sqlite3_errmsg(db), err);
}

static const char *db_path(sqlite3 *db)
{
	const char *path = sqlite3_db_filename(db, "main");

	return path ? path : "";
}

int db_exec(sqlite3 *db, const char *sql, struct error *err)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return db_error(db, db_path(db), err);
	return 0;
}

int db_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **statement, struct error *err)
{
	if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) !=
		SQLITE_OK)
		return db_error(db, db_path(db), err);
	return 0;
}

int db_int(sqlite3 *db, const char *sql, sqlite3_int64 *value, struct error *err)
{
	sqlite3_stmt *s = NULL;
	int result = 0;

	if (db_prepare(db, sql, &s, err) != 0)
		return -1;
	if (sqlite3_step(s) == SQLITE_ROW)
		*value = sqlite3_column_int64(s, 0);
	else
		result = db_error(db, db_path(db), err);
	sqlite3_finalize(s);
	return result;
}

/* --- values --- */

bool db_column_text(sqlite3_stmt *s, int column, struct str *text)
{
	if (sqlite3_column_type(s, column) != SQLITE_TEXT)
		return false;
	text->p = (const char *)sqlite3_column_text(s, column);
	text->n = (size_t)sqlite3_column_bytes(s, column);
	return text->p != NULL;
}

int db_check(sqlite3 *db, const char *pragma, const char *shown, struct error *err)
{
	sqlite3_stmt *s = NULL;
	struct str said = {0};
	int result = 0;

	if (db_prepare(db, pragma, &s, err) != 0)
		return -1;
	if (sqlite3_step(s) != SQLITE_ROW) {
		result = db_error(db, shown, err);
	} else if (!db_column_text(s, 0, &said) || !str_is(said, "ok")) {
		result = error_set(err, ERROR_DAMAGED, "%s", shown);
		snprintf(err->detail, sizeof err->detail, "%.*s", (int)said.n, said.p);
	}
	sqlite3_finalize(s);
	return result;
}

bool db_column_blob(sqlite3_stmt *s, int column, struct str *bytes)
{
	if (sqlite3_column_type(s, column) != SQLITE_BLOB)
		return false;
	bytes->p = sqlite3_column_blob(s, column);
	bytes->n = (size_t)sqlite3_column_bytes(s, column);
	/* An empty blob is a NULL pointer. */
	if (!bytes->p)
		bytes->p = "";
	return true;
}

static bool column_exact(sqlite3_stmt *s, int column, void *into, size_t n)
{
	struct str bytes;

	if (!db_column_blob(s, column, &bytes) || bytes.n != n)
		return false;
	memcpy(into, bytes.p, n);
	return true;
}

bool db_column_hash(sqlite3_stmt *s, int column, struct hash *hash)
{
	return column_exact(s, column, hash->b, sizeof hash->b);
}

bool db_column_uuid(sqlite3_stmt *s, int column, struct uuid *id)
{
	return column_exact(s, column, id->b, sizeof id->b);
}

bool db_column_n(sqlite3_stmt *s, int column, uint32_t *n)
{
	sqlite3_int64 v = sqlite3_column_int64(s, column);

	if (sqlite3_column_type(s, column) != SQLITE_INTEGER || v < 0 || v >= UINT32_MAX)
		return false;
	*n = (uint32_t)v;
	return true;
}

/* Binding fails only for a column that is not there or on exhausted memory: both end the program.
 */
void db_bind_text(sqlite3_stmt *s, int column, struct str text)
{
	int rc = sqlite3_bind_text64(
		s, column, text.n ? text.p : "", text.n, SQLITE_STATIC, SQLITE_UTF8);

	assert(rc == SQLITE_OK);
}

void db_bind_blob(sqlite3_stmt *s, int column, const void *p, size_t n)
{
	int rc = sqlite3_bind_blob64(s, column, n ? p : "", n, SQLITE_STATIC);

	assert(rc == SQLITE_OK);
}

void db_bind_int(sqlite3_stmt *s, int column, int64_t value)
{
	int rc = sqlite3_bind_int64(s, column, value);

	assert(rc == SQLITE_OK);
}

/* --- opening --- */

/* SQLite answers a setting it refuses without an error: set, then ask. */
static int set_pragma(
	sqlite3 *db, const char *name, const char *value, const char *expected, struct error *err)
{
	char sql[96];
	sqlite3_stmt *s = NULL;
	struct str got = {0};
	int result = 0;

	snprintf(sql, sizeof sql, "PRAGMA %s=%s", name, value);
	if (db_exec(db, sql, err) != 0)
		return -1;
	snprintf(sql, sizeof sql, "PRAGMA %s", name);
	if (db_prepare(db, sql, &s, err) != 0)
		return -1;
	if (sqlite3_step(s) == SQLITE_ROW) {
		got.p = (const char *)sqlite3_column_text(s, 0);
		got.n = (size_t)sqlite3_column_bytes(s, 0);
	}
	if (!got.p || !str_is(got, expected)) {
		result = error_set(err, ERROR_FILE, "%s", db_path(db));
		snprintf(err->detail, sizeof err->detail, "PRAGMA %s is %.*s, not %s", name,
			(int)got.n, got.p ? got.p : "", expected);
	}
	sqlite3_finalize(s);
	return result;
}

static int configure(sqlite3 *db, struct error *err)
{
	static const struct {
		int option, on;
	} switches[] = {
		{SQLITE_DBCONFIG_DEFENSIVE, 1},
		{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
		{SQLITE_DBCONFIG_DQS_DML, 0},
		{SQLITE_DBCONFIG_DQS_DDL, 0},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
		{SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
	};

	for (size_t i = 0; i < ARRAY_LEN(switches); i++) {
		int now = -1;

		if (sqlite3_db_config(db, switches[i].option, switches[i].on, &now) != SQLITE_OK ||
			now != switches[i].on)
			return db_error(db, db_path(db), err);
	}
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, DB_BYTES_MAX);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_busy_timeout(db, DB_WAIT_MS);
	return 0;
}

static int set_common(sqlite3 *db, struct error *err)
{
	if (set_pragma(db, "recursive_triggers", "ON", "1", err) != 0 ||
		set_pragma(db, "cell_size_check", "ON", "1", err) != 0 ||
		set_pragma(db, "temp_store", "MEMORY", "2", err) != 0)
		return -1;
	/* A stray pointer must not write the file, and a bad sector must not be a SIGBUS. A file
	 * layer without mapping answers this pragma with no row at all, which is as good. */
	return db_exec(db, "PRAGMA mmap_size=0", err);
}

int db_become_writer(sqlite3 *db, struct error *err)
{
	if (set_pragma(db, "journal_mode", "WAL", "wal", err) != 0 ||
		set_pragma(db, "synchronous", "EXTRA", "3", err) != 0 ||
		set_pragma(db, "wal_autocheckpoint", DB_WAL_PAGES, DB_WAL_PAGES, err) != 0)
		return -1;
	return 0;
}

sqlite3 *db_open(const char *path, enum db_use use, const char *vfs, struct error *err)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
	sqlite3 *db = NULL;
	int rc;

	flags |= use == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (use == DB_CREATE)
		flags |= SQLITE_OPEN_CREATE;
	rc = sqlite3_open_v2(path, &db, flags, vfs);
	if (rc != SQLITE_OK) {
		if (db)
			db_error(db, path, err);
		else
			db_error_code(rc, 0, path, NULL, err);
		goto fail;
	}
	if (configure(db, err) != 0 || set_common(db, err) != 0)
		goto fail;
	if (use == DB_READ && set_pragma(db, "query_only", "ON", "1", err) != 0)
		goto fail;
	return db;
fail:
	db_close(db);
	return NULL;
}

void db_close(sqlite3 *db)
{
	int rc = sqlite3_close(db);

	/* SQLITE_BUSY would mean a statement that nobody finalized. */
	assert(rc == SQLITE_OK);
}

/* --- the snapshot --- */

/* Bytes 18 and 19 say "write-ahead log"; memory has none. SOURCE: sqlite.org/fileformat2.html. */
static void forget_wal(unsigned char *image, sqlite3_int64 n)
{
	if (n >= 20 && image[18] == 2 && image[19] == 2)
		image[18] = image[19] = 1;
}

sqlite3 *db_open_snapshot(const char *path, struct error *err)
{
	struct bytes file = {0};
	unsigned char *image = NULL;
	sqlite3 *db = NULL;

	if (file_read(path, DB_SNAPSHOT_MAX, &file, err) != 0)
		goto out;
	image = sqlite3_malloc64(file.n ? file.n : 1);
	if (!image) {
		error_set(err, ERROR_MEMORY, "%s", path);
		goto out;
	}
	if (file.n)
		memcpy(image, file.p, file.n);
	forget_wal(image, (sqlite3_int64)file.n);
	db = db_open(":memory:", DB_WRITE, NULL, err);
	if (!db)
		goto out;
	/* From here on SQLite owns the image, also when this fails. */
	if (sqlite3_deserialize(db, "main", image, (sqlite3_int64)file.n, (sqlite3_int64)file.n,
		    SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
		image = NULL;
		db_error(db, path, err);
		db_close(db);
		db = NULL;
		goto out;
	}
	image = NULL;
out:
	sqlite3_free(image);
	bytes_free(&file);
	return db;
}

/* --- identity --- */

int db_make_schema(sqlite3 *db, struct error *err)
{
	static const char *const schema[] = SCHEMA_ALL;
	char sql[96];

	if (db_exec(db, "BEGIN IMMEDIATE", err) != 0)
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(schema); i++)
		if (db_exec(db, schema[i], err) != 0)
			return -1;
	snprintf(sql, sizeof sql, "PRAGMA application_id=%d", SCHEMA_APPLICATION_ID);
	if (db_exec(db, sql, err) != 0)
		return -1;
	snprintf(sql, sizeof sql, "PRAGMA user_version=%d", SCHEMA_VERSION);
	if (db_exec(db, sql, err) != 0)
		return -1;
	return db_exec(db, "COMMIT", err);
}

/* Tables and triggers as they were written, in the order of their names. */
static int compare_schema(sqlite3 *db, const char *shown, struct error *err)
{
	static const char *const schema[] = SCHEMA_ALL;
	sqlite3_stmt *s = NULL;
	struct str sql = {0};
	size_t i = 0;
	int rc;

	if (db_prepare(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", &s,
		    err) != 0)
		return -1;
	while ((rc = sqlite3_step(s)) == SQLITE_ROW && i < ARRAY_LEN(schema)) {
		if (!db_column_text(s, 0, &sql) || !str_is(sql, schema[i]))
			break;
		i++;
	}
	sqlite3_finalize(s);
	if (rc == SQLITE_DONE && i == ARRAY_LEN(schema))
		return 0;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		return db_error(db, shown, err);
	error_set(err, ERROR_DAMAGED, "%s", shown);
	snprintf(err->detail, sizeof err->detail, "schema differs at %zu", i);
	return -1;
}

int db_identify(sqlite3 *db, const char *shown, struct error *err)
{
	sqlite3_int64 id = 0, version = 0;

	if (db_int(db, "PRAGMA application_id", &id, err) != 0 ||
		db_int(db, "PRAGMA user_version", &version, err) != 0) {
		/* The path the user typed, not the one it stands for. */
		snprintf(err->subject, sizeof err->subject, "%s", shown);
		return -1;
	}
	if (id != SCHEMA_APPLICATION_ID || version < 1)
		return error_set(err, ERROR_NOT_A_REGISTER, "%s", shown);
	if (version > SCHEMA_VERSION)
		return error_set(err, ERROR_NEWER_REGISTER, "%s", shown);
	return compare_schema(db, shown, err);
}

/* --- the guard --- */

static bool one_of(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; name && i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* What a pragma may be asked; a value only where it is no setting. */
static bool pragma_allowed(const char *name, const char *value)
{
	static const char *const asked[] = {"data_version", "application_id", "user_version",
		"journal_mode", "synchronous", "query_only", "recursive_triggers",
		"cell_size_check", "temp_store", "mmap_size", "wal_autocheckpoint", "page_count"};
	static const char *const told[] = {"quick_check", "integrity_check", "wal_checkpoint"};

	return one_of(name, told, ARRAY_LEN(told)) ||
	       (!value && one_of(name, asked, ARRAY_LEN(asked)));
}

static int authorize(void *writer, int action, const char *first, const char *second,
	const char *database, const char *trigger)
{
	bool allowed = false;

	(void)database;
	(void)trigger;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_TRANSACTION:
		allowed = true;
		break;
	case SQLITE_FUNCTION:
		allowed = !second || strcmp(second, "load_extension") != 0;
		break;
	case SQLITE_PRAGMA:
		allowed = pragma_allowed(first, second);
		break;
	case SQLITE_INSERT:
		allowed = writer && (strcmp(first, "event") == 0 || strcmp(first, "kept") == 0);
		break;
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		allowed = writer && strcmp(first, "kept") == 0;
		break;
	default:
		break;
	}
	return allowed ? SQLITE_OK : SQLITE_DENY;
}

int db_guard(sqlite3 *db, enum db_use use, struct error *err)
{
	if (sqlite3_set_authorizer(db, authorize, use == DB_READ ? NULL : db) != SQLITE_OK)
		return db_error(db, db_path(db), err);
	return 0;
}
