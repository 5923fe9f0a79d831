/*
 * Files carried inside the program: catalogues, the sample session and whatever else it needs at
 * run time. They are named by their path from the top of the source tree and listed in EMBED_FILES
 * of the makefiles, so that a run from the build folder and an installed run are the same.
 */
#ifndef LOCALE_EMBED_H
#define LOCALE_EMBED_H

#include <stddef.h>

/* One carried file. A zero byte that is not part of the file follows its end. */
struct embed_file {
	const char *name;
	const unsigned char *begin;
	const unsigned char *end;
};

/* All of them, in the order of the list; the last has a null name. */
extern const struct embed_file embed_files[];

/*
 * The contents of the file called name, or NULL when none is carried under it; *size gets its bytes
 * when size is not NULL. Owner: the program, for its whole life. Text may be read as a C string.
 */
const unsigned char *embed_find(const char *name, size_t *size);

#endif
