/* Long work says how far it is and asks whether to go on. Who answers no gets ERROR_CANCELLED, and
 * nothing half done is left. */
#ifndef STORAGE_PROGRESS_H
#define STORAGE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
	bool (*go_on)(void *context, int64_t done, int64_t all); /* pages, of paper or of a file */
	void *context;
};

/* P may be NULL: nobody watches. */
static inline bool progress_go_on(const struct progress *p, int64_t done, int64_t all)
{
	return !p || p->go_on(p->context, done, all);
}

#endif
