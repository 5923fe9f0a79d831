/* The register's tables, for ever. A register whose schema differs in one letter is not opened. */
#ifndef STORAGE_SCHEMA_H
#define STORAGE_SCHEMA_H

/* "mhdr" in the file's header; see file(1). */
enum { SCHEMA_APPLICATION_ID = 0x6d686472, SCHEMA_VERSION = 1 };

/* seq is the order in which the file grew. The triggers make the table append-only for every
 * program that opens the file: REPLACE would delete rows without firing a delete trigger, so an
 * insert must name the next seq, the next n, the last hash and an unknown id. */
#define SCHEMA_EVENT                                                                               \
	"CREATE TABLE event("                                                                      \
	"seq INTEGER PRIMARY KEY, "                                                                \
	"stream TEXT NOT NULL CHECK(length(stream) BETWEEN 1 AND 80), "                            \
	"n INTEGER NOT NULL CHECK(n BETWEEN 0 AND 4294967294), "                                   \
	"id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), "                                         \
	"line BLOB NOT NULL CHECK(length(line) > 0), "                                             \
	"prev BLOB NOT NULL CHECK(length(prev) = 32), "                                            \
	"hash BLOB NOT NULL CHECK(length(hash) = 32), "                                            \
	"UNIQUE(stream, n), UNIQUE(stream, prev)) STRICT"

#define SCHEMA_EVENT_DELETE                                                                        \
	"CREATE TRIGGER event_delete BEFORE DELETE ON event BEGIN "                                \
	"SELECT RAISE(ABORT, 'an event is never deleted'); END"

#define SCHEMA_EVENT_INSERT                                                                        \
	"CREATE TRIGGER event_insert BEFORE INSERT ON event BEGIN "                                \
	"SELECT RAISE(ABORT, 'not the next seq') "                                                 \
	"WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event); "                     \
	"SELECT RAISE(ABORT, 'not the next n') WHERE NEW.n IS NOT "                                \
	"(SELECT coalesce(max(n), -1) + 1 FROM event WHERE stream = NEW.stream); "                 \
	"SELECT RAISE(ABORT, 'not on the last hash') WHERE NEW.prev IS NOT coalesce((SELECT hash " \
	"FROM event WHERE stream = NEW.stream ORDER BY n DESC LIMIT 1), zeroblob(32)); "           \
	"SELECT RAISE(ABORT, 'a known id') "                                                       \
	"WHERE EXISTS (SELECT 1 FROM event WHERE id = NEW.id); END"

#define SCHEMA_EVENT_UPDATE                                                                        \
	"CREATE TRIGGER event_update BEFORE UPDATE ON event BEGIN "                                \
	"SELECT RAISE(ABORT, 'an event is never changed'); END"

/* Working state: drafts, cursor, the room's picture, settings. Never hashed. */
#define SCHEMA_KEPT "CREATE TABLE kept(key TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT"

/* In the order of their names, as the file lists them back. */
#define SCHEMA_ALL                                                                                 \
	{                                                                                          \
		SCHEMA_EVENT, SCHEMA_EVENT_DELETE, SCHEMA_EVENT_INSERT, SCHEMA_EVENT_UPDATE,       \
			SCHEMA_KEPT                                                                \
	}

#endif
