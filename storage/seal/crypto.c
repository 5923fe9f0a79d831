#include "storage/seal/crypto.h"

#include <stdio.h>
#include <stdlib.h>

#include <openssl/crypto.h>
#include <openssl/err.h>

int crypto_open(struct crypto *c, struct error *err)
{
	*c = (struct crypto){0};
	/* Once for the process and before anything else of OpenSSL: a broken or hostile
	 * openssl.cnf must not decide how records are signed. */
	if (OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL) != 1)
		return crypto_fail(err, ERROR_MEMORY, "OpenSSL");
	c->lib = OSSL_LIB_CTX_new();
	if (!c->lib)
		return crypto_fail(err, ERROR_MEMORY, "OpenSSL");
	c->sha256 = EVP_MD_fetch(c->lib, "SHA256", NULL);
	if (!c->sha256) {
		crypto_close(c);
		return crypto_fail(err, ERROR_MEMORY, "OpenSSL: SHA-256");
	}
	return 0;
}

void crypto_close(struct crypto *c)
{
	EVP_MD_free(c->sha256);
	OSSL_LIB_CTX_free(c->lib);
	*c = (struct crypto){0};
}

int crypto_sha256(const struct crypto *c, const struct str *parts, size_t n, struct hash *out,
	struct error *err)
{
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	unsigned size = 0;
	bool ok = md && EVP_DigestInit_ex2(md, c->sha256, NULL);

	for (size_t i = 0; ok && i < n; i++)
		ok = parts[i].n == 0 || EVP_DigestUpdate(md, parts[i].p, parts[i].n);
	ok = ok && EVP_DigestFinal_ex(md, out->b, &size) && size == sizeof(out->b);
	EVP_MD_CTX_free(md);
	return ok ? 0 : crypto_fail(err, ERROR_KEY, "SHA-256");
}

int crypto_fail(struct error *err, enum error_code code, const char *what)
{
	unsigned long e = ERR_peek_last_error();
	char detail[sizeof(err->detail)] = "";

	if (e)
		ERR_error_string_n(e, detail, sizeof(detail));
	ERR_clear_error();
	error_set(err, code, "%s", what);
	snprintf(err->detail, sizeof(err->detail), "%s", detail);
	return -1;
}

void crypto_wipe(void *p, size_t n)
{
	if (!p)
		return;
	OPENSSL_cleanse(p, n);
	free(p);
}
