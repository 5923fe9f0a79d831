/* Opening, heads and appending. What happens when a commit fails: journal_mend.c. */
#include "storage/journal.h"
#include "storage/ballast.h"
#include "storage/clock.h"
#include "storage/file.h"
#include "storage/journal_inner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

/* --- the place of the file --- */

/* The folder without symbolic links, the name as it is. */
static int resolve(struct journal *j, const char *path, struct error *err)
{
	char *folder = realpath(file_folder_of(path, &j->arena), NULL);
	struct str parts[3] = {{0}, STR("/"), str_of(file_name_of(path))};

	if (!folder)
		return error_sys(err, errno == ENOENT ? ERROR_NO_FILE : ERROR_FILE, "%s", path);
	parts[0] = str_of(strcmp(folder, "/") == 0 ? "" : folder);
	j->path = arena_join(&j->arena, parts, 3).p;
	free(folder);
	return 0;
}

/* Network, removable and memory file systems: locks, shared memory or syncs of these are not what
 * a write-ahead log needs. SOURCE: statfs(2); sqlite.org/howtocorrupt.html. */
static int refuse_bad_place(const struct journal *j, struct error *err)
{
	static const uint32_t bad[] = {
		0x6969,     /* NFS */
		0x517b,     /* SMB */
		0xff534d42, /* CIFS */
		0xfe534d42, /* SMB2 */
		0x01021997, /* 9p */
		0x65735546, /* FUSE */
		0x4d44,     /* FAT */
		0x2011bab0, /* exFAT */
		0x01021994, /* tmpfs */
		0x858458f6, /* ramfs */
		0x00c36400, /* Ceph */
		0x5346414f, /* AFS */
		0x786f4256  /* a virtual machine's shared folder */
	};
	struct arena a;
	struct statfs fs;
	int result = 0;

	arena_init(&a, &memory_source);
	if (statfs(file_folder_of(j->path, &a), &fs) != 0)
		result = error_sys(err, ERROR_FILE, "%s", j->shown);
	for (size_t i = 0; result == 0 && i < ARRAY_LEN(bad); i++)
		if ((uint32_t)fs.f_type == bad[i])
			result = error_set(err, ERROR_BAD_PLACE, "%s", j->shown);
	arena_clear(&a);
	return result;
}

static int must_exist(const struct journal *j, struct error *err)
{
	struct stat st;

	if (lstat(j->path, &st) != 0)
		return error_sys(err, errno == ENOENT ? ERROR_NO_FILE : ERROR_FILE, "%s", j->shown);
	if (S_ISREG(st.st_mode))
		return 0;
	errno = S_ISDIR(st.st_mode) ? EISDIR : S_ISLNK(st.st_mode) ? ELOOP : EINVAL;
	return error_sys(err, ERROR_FILE, "%s", j->shown);
}

/* A new register grows under another name and gets its own when it is complete and synced, so that
 * a kill on the way leaves nothing that has to be explained. */
static int create(struct journal *j, struct error *err)
{
	struct str parts[2] = {str_of(j->path), STR(".new")};
	const char *path = arena_join(&j->arena, parts, 2).p;
	struct stat st;
	sqlite3 *db;
	int result;
	int fd;

	if (lstat(j->path, &st) == 0)
		return error_set(err, ERROR_EXISTS, "%s", j->shown);
	/* What an earlier, killed attempt left; the lock says that nobody is at it. */
	unlink(path);
	unlink(arena_join(&j->arena, (struct str[]){str_of(path), STR("-journal")}, 2).p);
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return error_sys(err, ERROR_FILE, "%s", j->shown);
	close(fd);
	db = db_open(path, DB_CREATE, j->vfs, err);
	if (!db)
		return -1;
	result = db_exec(db, "PRAGMA synchronous=EXTRA", err);
	if (result == 0)
		result = db_make_schema(db, err);
	db_close(db);
	if (result == 0 && file_rename(path, j->path, FILE_NEW) != 0)
		result =
			error_sys(err, errno == EEXIST ? ERROR_EXISTS : ERROR_FILE, "%s", j->shown);
	if (result != 0) {
		unlink(path);
		return -1;
	}
	return file_sync_folder(file_folder_of(j->path, &j->arena), err);
}

/* --- the database --- */

static int prepare_all(struct journal *j, struct error *err)
{
	const struct {
		sqlite3_stmt **statement;
		const char *sql;
		bool writes;
	} all[] = {
		{&j->head, "SELECT n, hash FROM event WHERE stream = ?1 ORDER BY n DESC LIMIT 1",
			false},
		{&j->known, "SELECT stream, n, line FROM event WHERE id = ?1", false},
		{&j->last, "SELECT coalesce(max(seq), 0) FROM event", false},
		{&j->stored, "SELECT stream, n, id, line, prev, hash FROM event WHERE seq = ?1",
			false},
		{&j->begin, "BEGIN IMMEDIATE", true},
		{&j->commit, "COMMIT", true},
		{&j->rollback, "ROLLBACK", true},
		{&j->insert,
			"INSERT INTO event(seq, stream, n, id, line, prev, hash) "
			"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
			true},
	};

	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		if ((j->writer || !all[i].writes) &&
			db_prepare(j->db, all[i].sql, all[i].statement, err) != 0)
			return -1;
	return 0;
}

static void close_database(struct journal *j)
{
	sqlite3_stmt **all[] = {&j->head, &j->known, &j->last, &j->stored, &j->begin, &j->commit,
		&j->rollback, &j->insert};

	for (size_t i = 0; i < ARRAY_LEN(all); i++) {
		sqlite3_finalize(*all[i]);
		*all[i] = NULL;
	}
	db_close(j->db);
	j->db = NULL;
	j->snapshot = false;
}

static const char *side_file(struct journal *j, const char *ending)
{
	return arena_join(&j->arena, (struct str[]){str_of(j->path), str_of(ending)}, 2).p;
}

/* Is everything in the file itself, and which state of the file is it? */
static bool at_rest(struct journal *j, struct stat *st)
{
	struct stat log;

	if (stat(side_file(j, "-wal"), &log) == 0 && log.st_size > 0)
		return false;
	return stat(j->path, st) == 0;
}

static bool same_state(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_dev == b->st_dev && a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* A reader needs shared memory beside the register; where it may not make it (a folder of somebody
 * else, a write-protected medium) a register nobody is writing is read whole instead. */
static int open_snapshot(struct journal *j, struct error *err)
{
	struct error why = *err;
	struct stat before, after;

	if (!at_rest(j, &before))
		return -1;
	j->db = db_open_snapshot(j->path, err);
	if (!j->db)
		return -1;
	if (!at_rest(j, &after) || !same_state(&before, &after)) {
		/* Somebody began to write just now: the first reason stands. */
		*err = why;
		return -1;
	}
	j->snapshot = true;
	j->snapshot_of = before;
	return 0;
}

static int open_database(struct journal *j, struct error *err)
{
	enum db_use use = j->writer ? DB_WRITE : DB_READ;
	bool cannot;

	j->opened++;
	j->db = db_open(j->path, use, j->vfs, err);
	if (!j->db)
		return -1;
	if (db_identify(j->db, j->shown, err) != 0) {
		cannot = (err->sql & 0xff) == SQLITE_CANTOPEN ||
			 (err->sql & 0xff) == SQLITE_READONLY;
		if (use != DB_READ || !cannot)
			return -1;
		close_database(j);
		if (open_snapshot(j, err) != 0 || db_identify(j->db, j->shown, err) != 0)
			return -1;
	}
	if (j->writer && (db_become_writer(j->db, err) != 0 ||
				 db_check(j->db, "PRAGMA quick_check(1)", j->shown, err) != 0))
		return -1;
	if (prepare_all(j, err) != 0)
		return -1;
	return db_guard(j->db, use, err);
}

int journal_reopen(struct journal *j, struct error *err)
{
	close_database(j);
	if (open_database(j, err) == 0)
		return 0;
	close_database(j);
	return -1;
}

int journal_ready(struct journal *j, struct error *err)
{
	struct stat now;

	if (j->snapshot && (!at_rest(j, &now) || !same_state(&now, &j->snapshot_of)))
		return journal_reopen(j, err);
	if (!j->db)
		return error_set(err, ERROR_FILE, "%s", j->shown);
	return 0;
}

int journal_may_write(const struct journal *j, struct error *err)
{
	if (!j->writer || j->dead || !j->db)
		return error_set(err, ERROR_READ_ONLY, "%s", j->shown);
	return 0;
}

/* A writer that was killed inside a commit can have left frames in the log that a reader's shared
 * memory does not count: they would come back at the next recovery, after we have said what the
 * last act is. So the log is folded in and emptied, or, where a reader is in the middle of a read,
 * written over by a row that means nothing. */
static int settle_log(struct journal *j, struct error *err)
{
	sqlite3_int64 busy = 1;
	struct stat log;

	if (stat(side_file(j, "-wal"), &log) != 0 || log.st_size == 0)
		return 0;
	if (db_int(j->db, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, err) == 0 && busy)
		busy = journal_keep(j, STR("desk/opened"), STR("1"), err) != 0;
	if (!busy)
		return 0;
	/* With a full disk the register must open all the same. */
	if (err->code == ERROR_DISK_FULL) {
		j->low = true;
		return 0;
	}
	return -1;
}

static int open_all(struct journal *j, const struct journal_options *options, struct error *err)
{
	struct stat st;

	if (resolve(j, j->shown, err) != 0)
		return -1;
	if (options->mode == JOURNAL_CREATE && lstat(j->path, &st) == 0)
		return error_set(err, ERROR_EXISTS, "%s", j->shown);
	if (options->mode != JOURNAL_CREATE && must_exist(j, err) != 0)
		return -1;
	if (j->writer) {
		if (!options->any_place && refuse_bad_place(j, err) != 0)
			return -1;
		j->lock = lock_take(j->path, options->holder, j->now(), err);
		if (!j->lock)
			return -1;
	}
	if (options->mode == JOURNAL_CREATE && create(j, err) != 0)
		return -1;
	j->chain = chain_open(err);
	if (!j->chain || open_database(j, err) != 0)
		return -1;
	if (j->writer && options->ballast_bytes > 0) {
		j->reserve = options->ballast_bytes;
		j->low = true;
		journal_reserve(j);
	}
	return j->writer ? settle_log(j, err) : 0;
}

struct journal *journal_open(
	const char *path, const struct journal_options *options, struct error *err)
{
	struct journal *j = calloc(1, sizeof *j);

	if (!j) {
		error_set(err, ERROR_MEMORY, "%s", path);
		return NULL;
	}
	arena_init(&j->arena, &memory_source);
	arena_init(&j->doubt.arena, &memory_source);
	j->shown = arena_z(&j->arena, str_of(path));
	if (options->vfs)
		j->vfs = arena_z(&j->arena, str_of(options->vfs));
	j->now = options->now ? options->now : clock_now;
	j->writer = options->mode != JOURNAL_READ;
	if (open_all(j, options, err) == 0)
		return j;
	journal_close(j);
	return NULL;
}

void journal_close(struct journal *j)
{
	if (!j)
		return;
	close_database(j);
	chain_close(j->chain);
	lock_close(j->lock);
	arena_clear(&j->doubt.arena);
	arena_clear(&j->arena);
	free(j);
}

void journal_watch(struct journal *j, const struct progress *p)
{
	j->watch = p;
}

const struct progress *journal_watched(const struct journal *j)
{
	return j->watch;
}

const char *journal_path(const struct journal *j)
{
	return j->path;
}

bool journal_writable(const struct journal *j)
{
	return j->writer && !j->dead && j->db;
}

bool journal_low(const struct journal *j)
{
	return j->low;
}

void journal_reserve(struct journal *j)
{
	if (!j->low)
		return;
	j->ballast = j->reserve && ballast_take(j->path, j->reserve);
	j->low = j->reserve && !j->ballast;
}

/* --- heads --- */

bool journal_stream_valid(struct str stream)
{
	if (stream.n < 1 || stream.n > 80 || stream.p[0] == '.')
		return false;
	for (size_t i = 0; i < stream.n; i++) {
		char c = stream.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.')
			return false;
	}
	return true;
}

int journal_head(struct journal *j, struct str stream, struct journal_head *head, struct error *err)
{
	uint32_t n = 0;
	int result = 0;
	int rc;

	*head = (struct journal_head){0};
	if (journal_ready(j, err) != 0)
		return -1;
	db_bind_text(j->head, 1, stream);
	rc = sqlite3_step(j->head);
	if (rc == SQLITE_ROW) {
		if (db_column_n(j->head, 0, &n) && db_column_hash(j->head, 1, &head->hash))
			head->next = n + 1;
		else
			result = error_set(err, ERROR_DAMAGED, "%.*s", (int)stream.n, stream.p);
	} else if (rc != SQLITE_DONE) {
		result = db_error(j->db, j->shown, err);
	}
	sqlite3_reset(j->head);
	sqlite3_clear_bindings(j->head);
	return result;
}

/* --- appending --- */

/* Step a statement that gives no row, and make it ready for the next time. */
static int run(struct journal *j, sqlite3_stmt *s, struct error *err)
{
	int result = 0;

	if (sqlite3_step(s) != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_reset(s);
	return result;
}

static int refuse_known(struct journal *j, struct uuid id, struct error *err)
{
	int result = 0;
	int rc;

	db_bind_blob(j->known, 1, id.b, sizeof id.b);
	rc = sqlite3_step(j->known);
	if (rc == SQLITE_ROW)
		result = error_set(err, ERROR_DUPLICATE_ID, "%s", j->shown);
	else if (rc != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_reset(j->known);
	sqlite3_clear_bindings(j->known);
	return result;
}

/* The row just written, read back and hashed again from what the database gives. */
static int read_back(struct journal *j, sqlite3_int64 seq, struct str stream, struct str line,
	struct hash hash, struct error *err)
{
	struct str got_stream, got_line;
	struct hash got_hash, again;
	bool same = false;
	int result = 0;
	int rc;

	db_bind_int(j->stored, 1, seq);
	rc = sqlite3_step(j->stored);
	if (rc == SQLITE_ROW && db_column_text(j->stored, 0, &got_stream) &&
		db_column_blob(j->stored, 3, &got_line) &&
		db_column_hash(j->stored, 5, &got_hash) &&
		chain_hash(j->chain, got_line.p, got_line.n, &again, err) == 0)
		same = str_equal(got_stream, stream) && str_equal(got_line, line) &&
		       hash_equal(got_hash, hash) && hash_equal(again, hash);
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	else if (!same)
		result = error_set(err, ERROR_DAMAGED, "%.*s", (int)stream.n, stream.p);
	sqlite3_reset(j->stored);
	return result;
}

static int insert_line(struct journal *j, sqlite3_int64 seq, struct str stream,
	const struct journal_head *head, const struct journal_line *l, struct hash *hash,
	struct error *err)
{
	struct chain_place place;

	if (!chain_place_of(l->line, &place) || place.n != head->next ||
		!hash_equal(place.prev, head->hash) || memcmp(place.id.b, l->id.b, 16) != 0)
		return error_set(err, ERROR_BAD_EVENT, "%.*s/%lu", (int)stream.n, stream.p,
			(unsigned long)head->next);
	if (refuse_known(j, l->id, err) != 0 ||
		chain_hash(j->chain, l->line.p, l->line.n, hash, err) != 0)
		return -1;
	db_bind_int(j->insert, 1, seq);
	db_bind_text(j->insert, 2, stream);
	db_bind_int(j->insert, 3, head->next);
	db_bind_blob(j->insert, 4, l->id.b, sizeof l->id.b);
	db_bind_blob(j->insert, 5, l->line.p, l->line.n);
	db_bind_blob(j->insert, 6, head->hash.b, sizeof head->hash.b);
	db_bind_blob(j->insert, 7, hash->b, sizeof hash->b);
	if (run(j, j->insert, err) == 0)
		return read_back(j, seq, stream, l->line, *hash, err);
	/* The triggers are the last fence against a writer that got past the lock. */
	if ((err->sql & 0xff) == SQLITE_CONSTRAINT)
		err->code = ERROR_CONFLICT;
	return -1;
}

static int last_seq(struct journal *j, sqlite3_int64 *seq, struct error *err)
{
	int result = 0;

	if (sqlite3_step(j->last) == SQLITE_ROW)
		*seq = sqlite3_column_int64(j->last, 0);
	else
		result = db_error(j->db, j->shown, err);
	sqlite3_reset(j->last);
	return result;
}

/* Everything between BEGIN and COMMIT. */
static int fill_transaction(struct journal *j, struct str stream, struct journal_head expected,
	const struct journal_line *lines, size_t n, struct journal_head *after, struct error *err)
{
	struct journal_head head;
	sqlite3_int64 seq = 0;

	if (journal_head(j, stream, &head, err) != 0 || last_seq(j, &seq, err) != 0)
		return -1;
	if (head.next != expected.next || !hash_equal(head.hash, expected.hash)) {
		/* An act that is repeated is told so, rather than that the head moved. */
		for (size_t i = 0; i < n; i++)
			if (refuse_known(j, lines[i].id, err) != 0)
				return -1;
		return error_set(err, ERROR_CONFLICT, "%.*s", (int)stream.n, stream.p);
	}
	for (size_t i = 0; i < n; i++) {
		struct hash hash;

		if (insert_line(j, ++seq, stream, &head, &lines[i], &hash, err) != 0)
			return -1;
		head = (struct journal_head){.next = head.next + 1, .hash = hash};
	}
	*after = head;
	return 0;
}

enum append_result journal_append_once(struct journal *j, struct str stream,
	struct journal_head expected, const struct journal_line *lines, size_t n,
	struct journal_head *after, struct error *err)
{
	struct error ignored;

	if (run(j, j->begin, err) != 0)
		return APPEND_REFUSED;
	if (fill_transaction(j, stream, expected, lines, n, after, err) == 0) {
		if (run(j, j->commit, err) == 0)
			return APPEND_DONE;
		/* Busy: the transaction stands, nothing was tried on the disk. */
		if (err->code != ERROR_LOCKED)
			return APPEND_FAILED;
	}
	/* Before COMMIT no frame with a commit mark can have been written. The rollback fails only
	 * where SQLite has rolled back already. */
	if (!sqlite3_get_autocommit(j->db) && run(j, j->rollback, &ignored) != 0)
		return APPEND_FAILED;
	if (err->code == ERROR_FILE)
		err->code = ERROR_COMMIT_LOST;
	return APPEND_REFUSED;
}

/* The disk is full and there is a reserve: give it up and try once more. The second try writes over
 * whatever the first one left behind. */
static enum append_result append_on_reserve(struct journal *j, struct str stream,
	struct journal_head expected, const struct journal_line *lines, size_t n,
	struct journal_head *after)
{
	struct error again = {0};

	j->low = true;
	j->ballast = false;
	if (!ballast_give(j->path) || journal_reopen(j, &again) != 0)
		return APPEND_FAILED;
	if (journal_append_once(j, stream, expected, lines, n, after, &again) == APPEND_DONE)
		return APPEND_DONE;
	return APPEND_FAILED;
}

int journal_append(struct journal *j, struct str stream, struct journal_head expected,
	const struct journal_line *lines, size_t n, struct journal_head *after, struct error *err)
{
	struct journal_head head = {0};
	enum append_result done;

	if (journal_may_write(j, err) != 0)
		return -1;
	if (!journal_stream_valid(stream) || n == 0)
		return error_set(err, ERROR_BAD_EVENT, "%.*s", (int)stream.n, stream.p);
	done = journal_append_once(j, stream, expected, lines, n, &head, err);
	if (done != APPEND_DONE && err->code == ERROR_DISK_FULL && j->ballast)
		done = append_on_reserve(j, stream, expected, lines, n, &head);
	if (done == APPEND_FAILED && journal_mend(j, stream, lines, n, &head, err) == 0)
		done = APPEND_DONE;
	if (done != APPEND_DONE)
		return -1;
	follower_wake(j->path);
	if (after)
		*after = head;
	return 0;
}

int journal_checkpoint(struct journal *j, struct error *err)
{
	if (journal_may_write(j, err) != 0)
		return -1;
	/* A reader in the middle of a read keeps a part of the log: no failure. */
	return db_exec(j->db, "PRAGMA wal_checkpoint(TRUNCATE)", err);
}
