/* Registers for tests: a scratch folder inside the build folder, and lines as the codec would make
 * them, with ids and contents from a counter. */
#ifndef TESTS_PEN_H
#define TESTS_PEN_H

#include "storage/chain.h"
#include "storage/journal.h"

/* A new folder below the build folder. Owner: the caller, who calls scratch_remove. */
char *scratch_make(void);
void scratch_remove(char *folder);
/* FOLDER/NAME, kept in A. */
const char *scratch_path(struct arena *a, const char *folder, const char *name);

/* Makes lines. Two pens with the same seed make the same ids. */
struct pen {
	struct arena arena;
	struct chain *chain;
	uint64_t seed, count;
};

void pen_open(struct pen *p, uint64_t seed);
void pen_close(struct pen *p);
/* The next line for HEAD, with SIZE letters of text in it; moves HEAD on. */
struct journal_line pen_line(struct pen *p, struct journal_head *head, size_t size);
/* Append N lines of SIZE to STREAM in one transaction, on its present head. */
int pen_append(struct pen *p, struct journal *j, const char *stream, size_t n, size_t size,
	struct error *err);

/* Open as a test does: any place, holder "test". */
struct journal *pen_journal(const char *path, enum journal_mode mode, struct error *err);

/* Where a case writes: a folder of its own, a register in it that is not made yet, and a pen. */
struct scratch {
	struct arena arena;
	char *folder;
	const char *path;
	struct pen pen;
	struct error err;
};

/* Owner: the caller, who gives its address to scratch_teardown. */
struct scratch *scratch_new(void);
/* The same as the fixtures of a case. */
int scratch_setup(void **state);
int scratch_teardown(void **state);

/* Collects what journal_read visits. */
struct reading {
	uint32_t n;        /* lines seen */
	struct hash last;  /* hash of the last one */
	struct bytes text; /* all lines, a newline after each */
};

bool reading_visit(void *reading, uint32_t n, struct str line, struct hash hash);

#endif
