/* The hash chain: SHA-256 over the stored bytes of a line, and the place a line claims for itself.
 * SOURCE: FIPS 180-4 (SHA-256). */
#ifndef STORAGE_CHAIN_H
#define STORAGE_CHAIN_H

#include "storage/error.h"

struct chain;

/* A hasher with its own OpenSSL context, which reads no openssl.cnf of the system; the digest is
 * fetched once. Owner: the caller closes. Errors: MEMORY. */
struct chain *chain_open(struct error *err) MUST_CHECK;
void chain_close(struct chain *c);

/* The SHA-256 of N bytes. Errors: MEMORY (the only way a digest fails). */
int chain_hash(
	struct chain *c, const void *p, size_t n, struct hash *hash, struct error *err) MUST_CHECK;

/* The place a line claims: its id, number and the hash of the line before. */
struct chain_place {
	struct uuid id;
	uint32_t n;
	struct hash prev;
};

/* Read the place from LINE, which must be one object with exactly the keys actor, at, body, id, n,
 * prev, t, type in this order and no blanks between them; what the other values mean is not
 * looked at. False: not such a line. */
bool chain_place_of(struct str line, struct chain_place *place);

#endif
