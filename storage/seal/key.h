/* A signer's key as the other files of this folder see it. */
#ifndef STORAGE_SEAL_KEY_H
#define STORAGE_SEAL_KEY_H

#include "storage/seal/crypto.h"

struct seal_key {
	struct crypto crypto;
	EVP_PKEY *pkey;
	X509 *certificate;
};

/* What CERT says; everything in OUT belongs to A. Errors: KEY. */
int key_describe(const struct crypto *c, X509 *cert, struct seal_certificate *out, struct arena *a,
	struct error *err) MUST_CHECK;

/* RSA of a size we sign with (2048 to 8192 bits). */
bool key_usable(EVP_PKEY *pkey);

#endif
