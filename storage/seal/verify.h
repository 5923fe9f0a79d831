/* seal_check for many files in one go: what OpenSSL loads for the first signature serves all. */
#ifndef STORAGE_SEAL_VERIFY_H
#define STORAGE_SEAL_VERIFY_H

#include "storage/seal/crypto.h"

int verify_file(const struct crypto *crypto, struct str pdf, struct seal_report *report,
	struct arena *a, struct error *err) MUST_CHECK;

#endif
