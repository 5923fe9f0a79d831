/* A PDF as it stands at the end of one of its revisions: the table of objects that its newest
 * trailer gives. Only what our own pipeline writes is read, and what poppler adds to it when it
 * signs: classic tables, a file that ends with %%EOF and the end of that line. Everything is
 * borrowed from the file or lives in the arena. SOURCE: ISO 32000-1 7.5. */
#ifndef STORAGE_SEAL_REVISION_H
#define STORAGE_SEAL_REVISION_H

#include "storage/error.h"
#include "storage/seal/syntax.h"

#define REVISION_UPDATES_MAX 8
#define REVISION_FILE_MAX    ((size_t)900000000) /* nine digits in a byte range */

struct revision {
	struct str file;
	size_t table;     /* where the newest table of objects stands */
	unsigned updates; /* 0: the base */
	struct syntax trailer;
	uint32_t size; /* object numbers are below it */
	uint32_t root;
	const size_t *offsets; /* by object number; 0: free, or not of generation 0 */
	const bool *newest;    /* by object number: does the newest table name it? */
	bool generations;      /* there are objects of another generation, which are not read */
};

/* FILE ends where the revision ends. ERR's subject is the part of the file that cannot be read.
 * Errors: PDF. */
int revision_read(
	struct str file, struct revision *r, struct arena *a, struct error *err) MUST_CHECK;

/* Object N. *AFTER, when not NULL, gets the place behind its value. */
bool revision_object(const struct revision *r, uint32_t n, struct syntax *v, size_t *after);

/* KEY of DICT, a reference followed to its object. */
bool revision_entry(
	const struct revision *r, struct syntax dict, const char *key, struct syntax *v);

bool revision_catalog(const struct revision *r, struct syntax *v);

/* The signature fields of the form, in order: exactly those named signer1, signer2 … and nothing
 * else. Gives at most ROOM object numbers. Errors: PDF. */
int revision_fields(const struct revision *r, uint32_t *numbers, size_t room, size_t *n,
	struct error *err) MUST_CHECK;

/* The bytes of the one embedded file called NAME, inflated into A. *FOUND false when there is none.
 * Errors: PDF. */
int revision_attachment(const struct revision *r, const char *name, struct str *bytes, bool *found,
	struct arena *a, struct error *err) MUST_CHECK;

#endif
