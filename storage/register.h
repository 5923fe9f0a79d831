/* The register of a chamber, open: the journal and what it folds to. Every act of every user
 * goes through register_act and through nothing else: command, decide, event, journal, apply. */
#ifndef STORAGE_REGISTER_H
#define STORAGE_REGISTER_H

#include "model/decide.h"
#include "storage/journal.h"
#include "storage/source.h"

struct registry;

/* One session of the register, for the list. */
struct session_line {
	int64_t number;
	int kind;
	int64_t year, month;
	struct date date; /* of the first sitting, else planned; year 0: neither */
	enum phase phase;
	int64_t items, decisions;
	uint32_t acts;
	struct hash head; /* when frozen */
};

/* What became of a command. `why` and `code` when it was refused or asks. */
struct answer {
	enum verdict verdict;
	const char *code;
	struct str asks; /* the names of what is asked, with commas */
	struct message why;
	size_t n;        /* facts written */
	int64_t session; /* into the stream of this one; 0: the chamber's */
	uint32_t first;  /* number of the first of them in its stream */
	enum event_type type[DECIDE_EVENTS_MAX];
};

/* Open PATH as journal_open does and fold the chamber's stream. Owner: the caller closes.
 * SOURCE is kept. Errors: as journal_open, and DAMAGED or BAD_EVENT. */
struct registry *register_open(const char *path, const struct journal_options *options,
	struct source source, struct error *err) MUST_CHECK;
void register_close(struct registry *r);

struct journal *register_journal(const struct registry *r);
const struct chamber *register_chamber(const struct registry *r);
/* The chosen session, or NULL. */
const struct session *register_session(const struct registry *r);
const struct world *register_world(const struct registry *r);
/* The heads of the chamber's stream and of the chosen session's, zero where there is none. Both
 * states are folds of what they name: while the heads are the same, so is all that they tell. */
struct register_heads {
	struct hash chamber, session;
};
struct register_heads register_heads(const struct registry *r);
struct source register_source(const struct registry *r);
/* From now on the time is SECONDS more than it would be: somebody says that the clock is wrong. */
void register_shift_clock(struct registry *r, int64_t seconds);
/* Those who only read tell the same time: the shift stands in a row beside the journal. Keep it
 * there, none as well; and take over the one that stands there. True: the time is another one. A
 * row that cannot be read leaves the time as it is. */
int register_keep_shift(struct registry *r, struct error *err) MUST_CHECK;
bool register_follow_shift(struct registry *r);

/* All sessions, oldest first. Owner: A. */
int register_list(struct registry *r, struct arena *a, struct session_line **lines, size_t *n,
	struct error *err) MUST_CHECK;
/* Fold session NUMBER and make it the chosen one. Errors: NO_SESSION, DAMAGED, BAD_EVENT. */
int register_choose(struct registry *r, int64_t number, struct error *err) MUST_CHECK;
/* Fold session NUMBER into S, in A, and leave the chosen one. S does not exist when there is none.
 * Errors: DAMAGED, BAD_EVENT. */
int register_fold(struct registry *r, int64_t number, struct arena *a, struct session *s,
	struct error *err) MUST_CHECK;

/* Decide C now and, if it is granted, record it: when this returns 0 with VERDICT_DONE the facts
 * are on disk and applied. Sentences of OUT live in A. ACTOR is kept in the facts.
 * A new session becomes the chosen one. Errors: nothing was recorded (or, COMMIT_UNKNOWN, nobody
 * can say), the state is as before. */
int register_act(struct registry *r, const struct command *c, struct str actor, struct answer *out,
	struct arena *a, struct error *err) MUST_CHECK;

/* After register_act failed for the disk's sake: journal_settle, and what was found recorded is
 * taken in. OUT is the answer of the act in doubt when it is recorded; its N is 0 when it is not,
 * or when none was in doubt. Errors: as journal_settle. */
int register_settle(struct registry *r, struct answer *out, struct error *err) MUST_CHECK;

/* For readers: take in what others wrote since: the chamber, the chosen session, the number of the
 * newest one. *CHANGED tells whether there was anything. */
int register_refresh(struct registry *r, bool *changed, struct error *err) MUST_CHECK;

/* The chosen session's lines 0 … LAST as the record embeds them, each with its newline, and the
 * hash of line LAST. Owner: the caller frees OUT. */
int register_lines(struct registry *r, uint32_t last, struct bytes *out, struct hash *head,
	struct error *err) MUST_CHECK;

#endif
