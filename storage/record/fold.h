/* A session folded from the lines of its journal alone, as a record embeds them: no register. */
#ifndef STORAGE_RECORD_FOLD_H
#define STORAGE_RECORD_FOLD_H

#include "model/session.h"
#include "storage/progress.h"

struct record_fold {
	struct session session;
	uint32_t acts;     /* lines */
	struct hash head;  /* hash of the last line */
	bool frozen_last;  /* the last line is the freeze, as in every record */
	uint32_t bad_line; /* from 1; 0: every line holds */
	struct message why;
};

/* Fold JSONL into F (in A): each line must be canonical, name the hash of the line before, and not
 * contradict what was. P is asked line by line. What is wrong with the lines is in F; errors only
 * when the machine fails, and CANCELLED. */
int record_fold(struct str jsonl, const struct progress *p, struct record_fold *f, struct arena *a,
	struct error *err) MUST_CHECK;

#endif
