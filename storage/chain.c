#include "storage/chain.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>

struct chain {
	OSSL_LIB_CTX *library;
	EVP_MD *digest;
	EVP_MD_CTX *context;
};

struct chain *chain_open(struct error *err)
{
	struct chain *c = calloc(1, sizeof *c);

	/* The default context must not read the system's configuration either. */
	if (!c || !OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL))
		goto out;
	c->library = OSSL_LIB_CTX_new();
	if (!c->library)
		goto out;
	c->digest = EVP_MD_fetch(c->library, "SHA256", NULL);
	c->context = EVP_MD_CTX_new();
	if (!c->digest || !c->context)
		goto out;
	return c;
out:
	chain_close(c);
	error_set(err, ERROR_MEMORY, "SHA-256");
	return NULL;
}

void chain_close(struct chain *c)
{
	if (!c)
		return;
	EVP_MD_CTX_free(c->context);
	EVP_MD_free(c->digest);
	OSSL_LIB_CTX_free(c->library);
	free(c);
}

int chain_hash(struct chain *c, const void *p, size_t n, struct hash *hash, struct error *err)
{
	if (!EVP_DigestInit_ex2(c->context, c->digest, NULL) ||
		!EVP_DigestUpdate(c->context, p, n) ||
		!EVP_DigestFinal_ex(c->context, hash->b, NULL))
		return error_set(err, ERROR_MEMORY, "SHA-256");
	return 0;
}

/* --- the place of a line: a scanner that knows strings and brackets, nothing else --- */

static bool skip_string(const char *p, size_t n, size_t *i)
{
	for (size_t k = *i + 1; k < n; k++) {
		if (p[k] == '\\') {
			k++;
		} else if (p[k] == '"') {
			*i = k + 1;
			return true;
		} else if ((unsigned char)p[k] < 0x20) {
			return false;
		}
	}
	return false;
}

/* A value up to the comma or brace that ends it, at least one character long. */
static bool skip_value(const char *p, size_t n, size_t *i)
{
	size_t start = *i;
	size_t depth = 0;

	while (*i < n) {
		char c = p[*i];

		if (c == '"') {
			if (!skip_string(p, n, i))
				return false;
			continue;
		}
		if (depth == 0 && (c == ',' || c == '}'))
			return *i > start;
		if ((unsigned char)c <= 0x20)
			return false;
		if (c == '{' || c == '[')
			depth++;
		if (c == '}' || c == ']')
			depth--;
		(*i)++;
	}
	return false;
}

static bool read_number(struct str s, uint32_t *n)
{
	uint64_t v = 0;

	if (!s.n || s.n > 10 || (s.p[0] == '0' && s.n > 1))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	}
	*n = (uint32_t)v;
	return v <= UINT32_MAX;
}

static bool unquote(struct str *s)
{
	if (s->n < 2 || s->p[0] != '"')
		return false;
	s->p++;
	s->n -= 2;
	return true;
}

bool chain_place_of(struct str line, struct chain_place *place)
{
	static const char *const keys[] = {"{\"actor\":", ",\"at\":", ",\"body\":", ",\"id\":",
		",\"n\":", ",\"prev\":", ",\"t\":", ",\"type\":"};
	struct str value[ARRAY_LEN(keys)];
	size_t i = 0;

	for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
		size_t length = strlen(keys[k]);
		size_t start;

		if (line.n - i < length || memcmp(line.p + i, keys[k], length) != 0)
			return false;
		i += length;
		start = i;
		if (!skip_value(line.p, line.n, &i))
			return false;
		value[k] = (struct str){line.p + start, i - start};
	}
	if (i + 1 != line.n || line.p[i] != '}')
		return false;
	return unquote(&value[3]) && uuid_parse(value[3], &place->id) &&
	       read_number(value[4], &place->n) && unquote(&value[5]) &&
	       hash_parse(value[5], &place->prev);
}
