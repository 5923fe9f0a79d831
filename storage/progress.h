/* Long work says how far it is and asks whether to go on. Who answers no gets ERROR_CANCELLED, and
 * nothing half done is left. */
#ifndef STORAGE_PROGRESS_H
#define STORAGE_PROGRESS_H

#include "storage/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of what is being done now: pages, lines, rows. Work of several parts counts each from 0. */
struct progress {
	bool (*go_on)(void *context, int64_t done, int64_t all);
	void *context;
};

/* P may be NULL: nobody watches. */
static inline bool progress_go_on(const struct progress *p, int64_t done, int64_t all)
{
	return !p || p->go_on(p->context, done, all);
}

/* The same as a step that fails. Errors: CANCELLED. */
static inline int progress_step(
	const struct progress *p, int64_t done, int64_t all, struct error *err)
{
	return progress_go_on(p, done, all) ? 0 : error_set(err, ERROR_CANCELLED, "%s", "");
}

#endif
