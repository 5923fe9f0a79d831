/* Rule profiles where they are kept: inside the program (storage/profiles/), or in somebody's file.
 */
#ifndef STORAGE_PROFILE_H
#define STORAGE_PROFILE_H

#include "model/profile.h"
#include "storage/error.h"

/* The profiles the program carries; the first is the one of a chamber that has adopted none.
 * Owner: A. Errors: DAMAGED (a carried file that cannot be read: the build lets none through). */
int profiles_shipped(struct arena *a, const struct rules_adopted **list, size_t *n,
	struct error *err) MUST_CHECK;
/* The one called NAME of a list, or NULL. */
const struct rules_adopted *profile_named(
	const struct rules_adopted *list, size_t n, struct str name);
/* Read the file PATH; what is wrong in it becomes a fault. Owner: A. Errors: NO_FILE, FILE. */
int profile_file(const char *path, struct arena *a, struct profile_reading *out,
	struct error *err) MUST_CHECK;

#endif
