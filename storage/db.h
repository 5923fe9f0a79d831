/* SQLite opened the way a register needs it: every setting made and read back, no statement but
 * those the journal uses. Only storage/ includes this. */
#ifndef STORAGE_DB_H
#define STORAGE_DB_H

#include "storage/error.h"

#include <sqlite3.h>

#define DB_BYTES_MAX (16 * 1024 * 1024) /* a row, and so every value that is bound */

enum db_use {
	DB_READ, /* never writes the register or its log */
	DB_WRITE,
	DB_CREATE /* the same, and the file is made when it is not there */
};

/* Open PATH (absolute, without symbolic links) through the file layer VFS (NULL: SQLite's own).
 * Owner: the caller closes. Errors: FILE, NOT_A_REGISTER, DAMAGED, DISK_FULL … */
sqlite3 *db_open(const char *path, enum db_use use, const char *vfs, struct error *err) MUST_CHECK;
void db_close(sqlite3 *db);

/* A copy of the register at PATH in memory, for a folder where SQLite may not make its side files.
 * Refused while a log with contents lies beside it. Errors: FILE … */
sqlite3 *db_open_snapshot(const char *path, struct error *err) MUST_CHECK;

/* Identity: application_id, user_version and the schema, letter by letter.
 * Errors: NOT_A_REGISTER, NEWER_REGISTER, DAMAGED. SHOWN is the path for the message. */
int db_identify(sqlite3 *db, const char *shown, struct error *err) MUST_CHECK;
/* Make the tables of an empty file, in one transaction. */
int db_make_schema(sqlite3 *db, struct error *err) MUST_CHECK;

/* WAL, synchronous=EXTRA and a small log, each asked back. After db_identify: a file that is no
 * register is not touched. */
int db_become_writer(sqlite3 *db, struct error *err) MUST_CHECK;

/* From here on only what the journal needs: no ATTACH, DROP, ALTER, CREATE, no UPDATE or DELETE of
 * events, only harmless pragmas. */
int db_guard(sqlite3 *db, enum db_use use, struct error *err) MUST_CHECK;

/* Fill ERR from the handle's last failure; returns -1. SUBJECT is a path or a place. */
int db_error(sqlite3 *db, const char *subject, struct error *err);
int db_error_code(int sql, int sys, const char *subject, const char *detail, struct error *err);

int db_exec(sqlite3 *db, const char *sql, struct error *err) MUST_CHECK;
/* Owner: the caller finalizes. */
int db_prepare(
	sqlite3 *db, const char *sql, sqlite3_stmt **statement, struct error *err) MUST_CHECK;

/* The first value of the first row of SQL as an integer. */
int db_int(sqlite3 *db, const char *sql, sqlite3_int64 *value, struct error *err) MUST_CHECK;

/* Whether PRAGMA (a check of SQLite's own) finds nothing wrong; else DAMAGED with its first
 * finding. SHOWN is the path as the user knows it. */
int db_check(sqlite3 *db, const char *pragma, const char *shown, struct error *err) MUST_CHECK;

/* Columns of a row, every length and NULL checked: a damaged page respects no constraint.
 * False when the column is not of that type or length. Texts are borrowed until the next step. */
bool db_column_text(sqlite3_stmt *s, int column, struct str *text);
bool db_column_blob(sqlite3_stmt *s, int column, struct str *bytes);
bool db_column_hash(sqlite3_stmt *s, int column, struct hash *hash);
bool db_column_uuid(sqlite3_stmt *s, int column, struct uuid *id);
bool db_column_n(sqlite3_stmt *s, int column, uint32_t *n);

void db_bind_text(sqlite3_stmt *s, int column, struct str text);
void db_bind_blob(sqlite3_stmt *s, int column, const void *p, size_t n);
void db_bind_int(sqlite3_stmt *s, int column, int64_t value);

#endif
