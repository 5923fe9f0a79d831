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

/* The length of the character at P (up to N bytes) if it must not reach a terminal, else 0. */
static size_t unfit(const unsigned char *p, size_t n)
{
	if (p[0] < 0x20 || p[0] == 0x7f)
		return 1;
	if (n >= 2 && ((p[0] == 0xc2 && p[1] < 0xa0) ||        /* U+0080 … U+009F */
			      (p[0] == 0xd8 && p[1] == 0x9c))) /* U+061C */
		return 2;
	if (n >= 3 && p[0] == 0xe2 &&
		((p[1] == 0x80 && (p[2] == 0x8e || p[2] == 0x8f)) ||      /* U+200E, U+200F */
			(p[1] == 0x80 && p[2] >= 0xa8 && p[2] <= 0xae) || /* U+2028 … U+202E */
			(p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9)))  /* U+2066 … U+2069 */
		return 3;
	return 0;
}

struct str crypto_shown(struct str s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		size_t n = unfit((const unsigned char *)s.p + i, s.n - i);

		builder_add_char(&b, n ? ' ' : s.p[i]);
		i += n ? n : 1;
	}
	return arena_str(a, builder_str(&b));
}

void crypto_wipe(void *p, size_t n)
{
	if (!p)
		return;
	OPENSSL_cleanse(p, n);
	free(p);
}
