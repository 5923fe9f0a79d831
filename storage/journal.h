/* The journal: one SQLite file per chamber, append-only, one hash chain per stream. It stores and
 * gives back canonical lines and knows nothing of their meaning (storage/codec.h does).
 * One read-write handle in the world, held by a lock beside the file; everybody else reads.
 * SOURCE: the design's reliability measurements: WAL, synchronous=EXTRA, every pragma read back. */
#ifndef STORAGE_JOURNAL_H
#define STORAGE_JOURNAL_H

#include "storage/error.h"
#include "storage/memory.h"
#include "storage/progress.h"

struct journal;

enum journal_mode { JOURNAL_READ, JOURNAL_WRITE, JOURNAL_CREATE };

struct journal_options {
	enum journal_mode mode;
	bool any_place;     /* accept tmpfs and network file systems: demo and tests only */
	const char *vfs;    /* NULL: SQLite's own; tests inject faults */
	const char *holder; /* written into the lock: who holds it ("desk", "play"); not NULL */
	/* Room reserved beside the register and given up when the disk is full, so that the sitting
	 * can still be closed: JOURNAL_BALLAST_BYTES for the desk, 0 (none) for demo and tests. */
	int64_t ballast_bytes;
	struct instant (*now)(void); /* NULL: clock_now; of the marker event and the lock */
};

#define JOURNAL_BALLAST_BYTES ((int64_t)16 * 1024 * 1024)

/* A stream's newest place: the next line's number and the hash it must name. */
struct journal_head {
	uint32_t next;    /* 0: the stream has no line yet */
	struct hash hash; /* of the last line; zero when next is 0 */
};

/* One line to append. `line` is canonical JSON without newline whose n, prev and id are those
 * given. */
struct journal_line {
	struct str line;
	struct uuid id;
};

/* Open PATH. JOURNAL_CREATE fails if it exists. Owner: the caller closes.
 * Errors: LOCKED, NOT_A_REGISTER, NEWER_REGISTER, DAMAGED (quick check), BAD_PLACE, FILE … */
struct journal *journal_open(
	const char *path, const struct journal_options *options, struct error *err) MUST_CHECK;
void journal_close(struct journal *j);
const char *journal_path(const struct journal *j);
/* P is asked during long work on J from now on: copying, verifying, drawing its records. NULL:
 * nobody is. Borrowed. */
void journal_watch(struct journal *j, const struct progress *p);
const struct progress *journal_watched(const struct journal *j);
/* May this handle append? False for readers, and after COMMIT_UNKNOWN. */
bool journal_writable(const struct journal *j);
/* Is the disk full or nearly so: the reserve has been given up or could not be made, or opening
 * found no room? The sitting can be closed and copied; free space before anything long. */
bool journal_low(const struct journal *j);
/* There is room again: the reserve that was given up is made anew, if one was wanted. */
void journal_reserve(struct journal *j);

int journal_head(struct journal *j, struct str stream, struct journal_head *head,
	struct error *err) MUST_CHECK;
/* Names of all streams, in order of their first line. */
int journal_streams(struct journal *j, struct arena *a, struct str **names, size_t *n,
	struct error *err) MUST_CHECK;

/* Stream names are 1 to 80 of a-z, A-Z, 0-9, "-", "_", ".", not beginning with ".": they become
 * names of files in a backup. */
bool journal_stream_valid(struct str stream);

/* Append N lines to STREAM in one transaction and one sync, provided its head is still EXPECTED.
 * Each line's hash is computed from the stored bytes, read back and compared before commit.
 * Errors: CONFLICT, DUPLICATE_ID; on a failed commit the handle is reopened and looked at
 * (close, reopen, look, marker event `commit.failed` in the `desk` stream): COMMIT_LOST or
 * DISK_FULL say certainly not recorded, 0 that it is recorded after all, COMMIT_UNKNOWN that the
 * handle is now read-only. AFTER may be NULL; a marker may have moved the head of `desk`.
 * Errors besides: READ_ONLY, BAD_EVENT (a line that does not claim its place), LOCKED (a foreign
 * program holds the file). */
int journal_append(struct journal *j, struct str stream, struct journal_head expected,
	const struct journal_line *lines, size_t n, struct journal_head *after,
	struct error *err) MUST_CHECK;

/* After a commit failed: the register is opened again, what was in doubt is looked for and stays as
 * it was found; else a row is written, to see that the disk takes it. The handle writes again from
 * then on. Also where nothing was in doubt. Errors: nobody can say yet; ask again later. */
enum journal_settled {
	JOURNAL_SOUND, /* no act was in doubt */
	JOURNAL_FOUND, /* the act in doubt is recorded */
	JOURNAL_LOST   /* it is not, and never will be */
};
int journal_settle(struct journal *j, enum journal_settled *what, struct error *err) MUST_CHECK;

/* Call BACK for each line of STREAM with number >= FROM, in order, verifying number, prev and hash
 * as it goes. BACK returns false to stop. Errors: DAMAGED with the first bad place. */
typedef bool journal_visit(void *context, uint32_t n, struct str line, struct hash hash);
int journal_read(struct journal *j, struct str stream, uint32_t from, journal_visit *back,
	void *context, struct error *err) MUST_CHECK;

/* Every stream verified from its first line, and SQLite's integrity check. Open the register with
 * JOURNAL_READ for this: a writer already refuses a damaged one when opening. Errors: DAMAGED with
 * the first bad place, CANCELLED: then nothing is known. */
int journal_verify(struct journal *j, struct error *err) MUST_CHECK;

/* Fold the side file of recent commits into the register: when nothing was typed for two seconds,
 * and before a stick is pulled. Not needed for safety. */
int journal_checkpoint(struct journal *j, struct error *err) MUST_CHECK;

/* --- Working state beside the journal: never hashed, survives a kill (drafts, cursor, the room's
 * picture, settings). Keys are "draft/…", "desk/…", "room/…", "setting/…". --- */
int journal_keep(struct journal *j, struct str key, struct str value, struct error *err) MUST_CHECK;
int journal_drop(struct journal *j, struct str key, struct error *err) MUST_CHECK;
/* VALUE is empty and *FOUND false when there is none. */
int journal_kept(struct journal *j, struct str key, struct arena *a, struct str *value, bool *found,
	struct error *err) MUST_CHECK;
int journal_kept_keys(struct journal *j, struct str prefix, struct arena *a, struct str **keys,
	size_t *n, struct error *err) MUST_CHECK;

/* --- Following: a datagram after each commit wakes readers; `data_version` is asked every 250 ms
 * as well, so a lost one costs no more. --- */
struct follower;
struct follower *follower_open(struct journal *j, struct error *err) MUST_CHECK;
void follower_close(struct follower *f);
int follower_fd(const struct follower *f); /* readable: something may have changed */
/* Did anything change since the last call? Drains the descriptor. */
bool follower_changed(struct follower *f);

/* --- A checked copy: the database (to a temporary name, verified, synced, renamed; three
 * generations kept: NAME, NAME.1, NAME.2) and each stream as STREAM.jsonl, all in DIR, which is
 * made when it is not there. What is in DIR already is replaced only by a copy that was verified.
 * Errors: EXISTS when NAME in DIR is the live register itself or the copy of another one,
 * DISK_FULL, FILE, DAMAGED, CANCELLED. --- */
int journal_backup(struct journal *j, const char *dir, struct error *err) MUST_CHECK;

#endif
