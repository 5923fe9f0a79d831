/* A rule profile as a text file: one line "key = value" for a rule, indented lines below it for
 * where it comes from, # for remarks. storage/profiles/handicrafts-18.09.rules explains it to who
 * writes one. Everything that is wrong is said with its line; a file with faults is not used. */
#ifndef MODEL_PROFILE_H
#define MODEL_PROFILE_H

#include "model/rule.h"

struct profile_fault {
	uint32_t line;       /* from 1; 0: about the file */
	struct message what; /* without the place */
};

#define PROFILE_RULES_MAX  200
#define PROFILE_FAULTS_MAX 50

struct profile_reading {
	struct rules_adopted is;
	struct profile_fault *fault; /* in the order of the lines */
	size_t faults;
};

/* TEXT is clean (locale/text.h). Owner: texts are borrowed from TEXT, the rest lives in A. */
void profile_read(struct str text, struct arena *a, struct profile_reading *out);
/* The text that profile_read reads back to the same. */
struct str profile_print(const struct rules_adopted *p, struct arena *a);
/* The whole sentence: where, then what. */
struct message profile_fault_message(const struct profile_fault *fault, struct arena *a);

#endif
