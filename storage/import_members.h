/* The list of members from a CSV file: header names in Arabic, French or English, every row looked
 * at, everything that is wrong said line by line. Nothing is imported here: the caller shows the
 * findings, asks, and gives the members to the command members.import when there is no error. */
#ifndef STORAGE_IMPORT_MEMBERS_H
#define STORAGE_IMPORT_MEMBERS_H

#include "model/event.h"
#include "storage/progress.h"

/* Something to say about one place of the file. */
struct finding {
	uint32_t line, column; /* from 1; 0: about the file, or the whole line */
	bool error;            /* else a warning, which hinders nothing */
	struct message what;   /* without the place */
};

struct members_list {
	struct member *member; /* candidates in the order of the file, also beside errors */
	uint32_t *line;        /* where each of them stands */
	size_t n;
	struct finding *finding; /* in the order of the lines */
	size_t findings, errors;
};

/* Read the members from the BYTES of a file. What is wrong with its contents, bad CSV included,
 * becomes a finding. Columns: number, name_ar, name_fr, office, gender, from, to; number and one of
 * the names are needed. P is asked row by row. Owner: everything lives in A. Errors: CANCELLED. */
int import_members(struct str bytes, const struct progress *p, struct arena *a,
	struct members_list *list, struct error *err) MUST_CHECK;

/* The same from the file PATH. Errors besides: NO_FILE, FILE (cannot be read at all). */
int import_members_file(const char *path, const struct progress *p, struct arena *a,
	struct members_list *list, struct error *err) MUST_CHECK;

/* A remark on each member whose mandate is over TODAY: he does not sit. */
void import_members_ended(struct members_list *list, struct date today, struct arena *a);

/* The whole sentence: where, then what. */
struct message finding_message(const struct finding *f, struct arena *a);

#endif
