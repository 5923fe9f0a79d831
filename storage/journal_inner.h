/* What the files of the journal share with each other and with the tests of faults; nobody else
 * includes this. */
#ifndef STORAGE_JOURNAL_INNER_H
#define STORAGE_JOURNAL_INNER_H

#include "storage/chain.h"
#include "storage/db.h"
#include "storage/journal.h"
#include "storage/lock.h"

#include <sys/stat.h>

/* Lines of which nobody could say whether they are on the disk. */
struct journal_doubt {
	struct arena arena;
	struct str stream;
	struct journal_line *lines;
	size_t n;  /* 0: there is no doubt */
	int fault; /* SQLite's code of the commit that failed */
};

struct journal {
	struct arena arena; /* the texts below */
	const char *path;   /* folder resolved: SQLite refuses symbolic links anywhere in it */
	const char *shown;  /* as the caller named it, for messages */
	const char *vfs;    /* or NULL */
	struct instant (*now)(void);
	const struct progress *watch; /* or NULL */
	struct lock *lock;            /* writers only */
	struct chain *chain;
	sqlite3 *db;     /* NULL after it could not be opened again */
	unsigned opened; /* how often it was opened: data_version starts anew with each */
	sqlite3_stmt *begin, *commit, *rollback, *head, *known, *last, *insert, *stored;
	bool writer; /* opened for writing */
	bool dead;   /* a commit failed and nobody can say what is on disk: no more writing */
	struct journal_doubt doubt;
	int64_t reserve; /* how large one is wanted; 0: none */
	bool ballast;    /* the reserve stands beside the register */
	bool low;        /* it was wanted and is not there */
	bool snapshot;   /* db is a copy in memory of a file nobody was writing */
	struct stat snapshot_of;
};

/* Close and open the database under the lock that is held; a reader likewise. On failure j->db is
 * NULL and every later call fails with ERROR_FILE. */
int journal_reopen(struct journal *j, struct error *err) MUST_CHECK;
/* Before any reading: is there a database, and is a snapshot still true? */
int journal_ready(struct journal *j, struct error *err) MUST_CHECK;
/* Before any writing. */
int journal_may_write(const struct journal *j, struct error *err) MUST_CHECK;

/* One try of an append, without mending. AFTER is the head it leads to. */
enum append_result {
	APPEND_DONE,
	APPEND_REFUSED, /* nothing was written: err says why */
	APPEND_FAILED   /* the commit failed: what is on disk is not known */
};
enum append_result journal_append_once(struct journal *j, struct str stream,
	struct journal_head expected, const struct journal_line *lines, size_t n,
	struct journal_head *after, struct error *err) MUST_CHECK;

/* After a failed commit, whose error is in ERR: find out what is true and make it stay true. 0: the
 * lines are recorded (AFTER is only changed when the marker has moved that head). */
int journal_mend(struct journal *j, struct str stream, const struct journal_line *lines, size_t n,
	struct journal_head *after, struct error *err) MUST_CHECK;

/* Wake the followers: a datagram to each socket beside the register. */
void follower_wake(const char *path);

#endif
