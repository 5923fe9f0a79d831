/* A small PDF prepared for signing, written by hand: one page, two empty signature fields with
 * their appearance, journal.jsonl embedded, a classic table of objects. And the keys to sign it. */
#ifndef TESTS_SEAL_BASE_H
#define TESTS_SEAL_BASE_H

#include "storage/seal/seal.h"

#define SEAL_BASE_JOURNAL                                                                          \
	"{\"actor\":\"secretary\",\"n\":0,\"type\":\"session.created\"}\n"                         \
	"{\"actor\":\"secretary\",\"n\":1,\"type\":\"record.frozen\"}\n"

enum seal_base_kind {
	SEAL_BASE_PLAIN,    /* as described above */
	SEAL_BASE_DEFLATED, /* the journal compressed */
	SEAL_BASE_NO_JOURNAL,
	SEAL_BASE_ONE_FIELD,
	SEAL_BASE_NAMES,     /* the fields are called otherwise */
	SEAL_BASE_TWO_FILES, /* journal.jsonl embedded twice */
	SEAL_BASE_WRONG_SIZE /* the journal's /Size is not its length */
};

/* Owner: the caller frees. */
struct bytes seal_base(enum seal_base_kind kind);

/* Like seal_base, with one object replaced: BODY is all between "N 0 obj\n" and "\nendobj\n". */
struct bytes seal_base_with(unsigned number, const char *body);

enum {
	SEAL_BASE_CATALOG = 1,
	SEAL_BASE_PAGE = 3,
	SEAL_BASE_CONTENT = 4,
	SEAL_BASE_FORM = 5,
	SEAL_BASE_FIELD_1 = 6,
	SEAL_BASE_FIELD_2 = 7
};

/* The sample keys of the source tree, opened. The caller closes. */
struct seal_key *seal_base_key(const char *name);

/* All of a file below the source tree or at an absolute path; fails the test when not there. */
struct bytes seal_base_file(const char *path);

/* What signer 1 and 2 say in the tests: Arabic, brackets, a character beyond 16 bits. */
struct seal_act seal_base_act(unsigned signer);

/* BASE signed by the secretary and, for 2, by the president. Owner: the caller. */
struct bytes seal_base_signed(struct str base, unsigned signers, const struct seal_key *secretary,
	const struct seal_key *president);

static inline struct str seal_base_str(const struct bytes *b)
{
	return (struct str){(const char *)b->p, b->n};
}

#endif
