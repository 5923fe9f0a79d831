/* A commit that failed may still come back: the frames with the commit mark can be in the log when
 * the sync fails, and a later recovery takes them for good. So the handle is thrown away, the
 * register opened again and looked at, and a marker event committed over whatever was left behind;
 * only then is anything said. */
#include "storage/id.h"
#include "storage/journal_inner.h"

#include <stdio.h>
#include <string.h>

/* Is L stored, letter by letter? */
static int look(struct journal *j, const struct journal_line *l, bool *found, struct error *err)
{
	struct str line;
	int result = 0;
	int rc;

	*found = false;
	db_bind_blob(j->known, 1, l->id.b, sizeof l->id.b);
	rc = sqlite3_step(j->known);
	if (rc == SQLITE_ROW)
		*found = db_column_blob(j->known, 2, &line) && str_equal(line, l->line);
	else if (rc != SQLITE_DONE)
		result = db_error(j->db, j->shown, err);
	sqlite3_reset(j->known);
	sqlite3_clear_bindings(j->known);
	return result;
}

/* A transaction is there as a whole or not at all; anything else is damage. */
static int look_for_all(struct journal *j, const struct journal_line *lines, size_t n, bool *found,
	struct error *err)
{
	size_t there = 0;

	for (size_t i = 0; i < n; i++) {
		bool one = false;

		if (look(j, &lines[i], &one, err) != 0)
			return -1;
		there += one;
	}
	*found = there == n;
	if (there != 0 && there != n)
		return error_set(err, ERROR_DAMAGED, "%s", j->shown);
	return 0;
}

/* The lines are in the log, but its sync failed and the system may have dropped them from memory as
 * "written": carry them into the register itself by way of other pages. */
static int make_durable(struct journal *j, struct error *err)
{
	sqlite3_int64 busy = 1;

	if (db_int(j->db, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, err) != 0)
		return -1;
	return busy ? error_set(err, ERROR_FILE, "%s", j->shown) : 0;
}

/* What a marker says: which acts were in doubt, why, and whether they were found. */
struct doubt {
	struct str stream;
	const struct journal_line *lines;
	size_t n;
	int fault; /* SQLite's code */
	bool found;
};

static struct str marker_line(struct journal *j, const struct doubt *d, struct journal_head head,
	struct uuid id, struct arena *a)
{
	struct str now = instant_text(j->now(), a);
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "{\"actor\":\"mahdar\",\"at\":\"");
	builder_add(&b, now);
	builder_add_z(&b, "\",\"body\":{\"acts\":[");
	for (size_t i = 0; i < d->n; i++) {
		builder_add_z(&b, i ? ",\"" : "\"");
		builder_add(&b, uuid_text(d->lines[i].id, a));
		builder_add_z(&b, "\"");
	}
	builder_add_z(&b, "],\"fault\":");
	builder_add_int(&b, d->fault);
	builder_add_z(
		&b, d->found ? ",\"found\":true,\"stream\":\"" : ",\"found\":false,\"stream\":\"");
	builder_add(&b, d->stream);
	builder_add_z(&b, "\"},\"id\":\"");
	builder_add(&b, uuid_text(id, a));
	builder_add_z(&b, "\",\"n\":");
	builder_add_int(&b, head.next);
	builder_add_z(&b, ",\"prev\":\"");
	builder_add(&b, hash_text(head.hash, a));
	builder_add_z(&b, "\",\"t\":\"");
	builder_add(&b, now);
	builder_add_z(&b, "\",\"type\":\"commit.failed\"}");
	return builder_str(&b);
}

static int mark(
	struct journal *j, const struct doubt *d, struct journal_head *after, struct error *err)
{
	struct str desk = STR("desk");
	struct journal_head head, marked;
	struct journal_line marker;
	struct arena a;
	int result = -1;

	if (journal_head(j, desk, &head, err) != 0)
		return -1;
	arena_init(&a, &memory_source);
	id_random(marker.id.b);
	marker.line = marker_line(j, d, head, marker.id, &a);
	if (journal_append_once(j, desk, head, &marker, 1, &marked, err) == APPEND_DONE) {
		if (str_equal(d->stream, desk))
			*after = marked;
		result = 0;
	}
	arena_clear(&a);
	return result;
}

/* Did the log have no room for a frame? A sync that says so is another matter. */
static bool no_room(const struct error *err)
{
	return err->sql == SQLITE_FULL ||
	       (err->sql == SQLITE_IOERR_WRITE && err->code == ERROR_DISK_FULL);
}

/* What is still to be found out, kept until journal_settle can. */
static void keep_doubt(struct journal *j, const struct doubt *d)
{
	struct journal_doubt *kept = &j->doubt;

	arena_clear(&kept->arena);
	kept->stream = arena_str(&kept->arena, d->stream);
	kept->lines = ARENA_ARRAY(&kept->arena, struct journal_line, d->n);
	kept->n = d->n;
	kept->fault = d->fault;
	for (size_t i = 0; i < d->n; i++)
		kept->lines[i] = (struct journal_line){
			arena_str(&kept->arena, d->lines[i].line), d->lines[i].id};
}

static int unknown(
	struct journal *j, const struct doubt *d, const struct error *why, struct error *err)
{
	char detail[sizeof err->detail];
	int sql = why->sql, sys = why->sys;

	snprintf(detail, sizeof detail, "%s", why->detail);
	j->dead = true;
	keep_doubt(j, d);
	error_set(err, ERROR_COMMIT_UNKNOWN, "%s", j->shown);
	err->sql = sql;
	err->sys = sys;
	memcpy(err->detail, detail, sizeof detail);
	return -1;
}

static int settle_doubt(struct journal *j, enum journal_settled *what, struct error *err)
{
	struct doubt d = {.stream = j->doubt.stream,
		.lines = j->doubt.lines,
		.n = j->doubt.n,
		.fault = j->doubt.fault};
	struct journal_head unused;

	if (look_for_all(j, d.lines, d.n, &d.found, err) != 0 ||
		(d.found && make_durable(j, err) != 0) || mark(j, &d, &unused, err) != 0)
		return -1;
	*what = d.found ? JOURNAL_FOUND : JOURNAL_LOST;
	arena_clear(&j->doubt.arena);
	j->doubt.n = 0;
	return 0;
}

int journal_settle(struct journal *j, enum journal_settled *what, struct error *err)
{
	*what = JOURNAL_SOUND;
	if (!j->writer)
		return error_set(err, ERROR_READ_ONLY, "%s", j->shown);
	if (journal_reopen(j, err) != 0 || (j->doubt.n && settle_doubt(j, what, err) != 0))
		return -1;
	j->dead = false;
	/* The marker of a doubt was written already; else a row is what shows it. */
	return *what == JOURNAL_SOUND ? journal_keep(j, STR("desk/opened"), STR("1"), err) : 0;
}

int journal_mend(struct journal *j, struct str stream, const struct journal_line *lines, size_t n,
	struct journal_head *after, struct error *err)
{
	struct error why = *err, more = {0};
	struct doubt d = {.stream = stream, .lines = lines, .n = n, .fault = why.sql};

	if (journal_reopen(j, &more) != 0 || look_for_all(j, lines, n, &d.found, &more) != 0)
		return unknown(j, &d, &why, err);
	if (d.found && make_durable(j, &more) != 0)
		return unknown(j, &d, &why, err);
	if (mark(j, &d, after, &more) != 0) {
		/* A log that had no room for a frame holds no commit mark, whatever comes later:
		 * the one case where "not recorded" is certain without the marker. */
		if (d.found || !no_room(&why) || !no_room(&more) || journal_reopen(j, &more) != 0)
			return unknown(j, &d, &why, err);
		error_set(err, ERROR_DISK_FULL, "%s", j->shown);
		err->sql = why.sql;
		err->sys = why.sys;
		return -1;
	}
	if (d.found)
		return 0;
	error_set(err, why.code == ERROR_DISK_FULL ? ERROR_DISK_FULL : ERROR_COMMIT_LOST, "%s",
		j->shown);
	err->sql = why.sql;
	err->sys = why.sys;
	return -1;
}
