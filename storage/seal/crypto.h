/* What keys, signatures and verification share of OpenSSL: a library context of our own, which
 * never reads the system's openssl.cnf, SHA-256, and errors turned into ours. */
#ifndef STORAGE_SEAL_CRYPTO_H
#define STORAGE_SEAL_CRYPTO_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "storage/seal/seal.h"

struct crypto {
	OSSL_LIB_CTX *lib;
	EVP_MD *sha256;
};

/* Errors: MEMORY when OpenSSL cannot start. */
int crypto_open(struct crypto *c, struct error *err) MUST_CHECK;
void crypto_close(struct crypto *c); /* safe on a zeroed struct */

/* SHA-256 over the N parts one after another. Errors: KEY. */
int crypto_sha256(const struct crypto *c, const struct str *parts, size_t n, struct hash *out,
	struct error *err) MUST_CHECK;

/* Set ERR to CODE with WHAT as subject and OpenSSL's newest complaint as detail, empty OpenSSL's
 * queue, return -1. */
int crypto_fail(struct error *err, enum error_code code, const char *what);

/* S for showing: control characters and marks of direction become spaces. Owner: A. */
struct str crypto_shown(struct str s, struct arena *a);

/* Overwrites with zeros and gives back; NULL-safe. */
void crypto_wipe(void *p, size_t n);

#endif
