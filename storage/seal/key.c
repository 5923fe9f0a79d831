#include "storage/seal/key.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs12err.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#define KEY_BITS                3072
#define KEY_YEARS               10
#define KEY_NAME_MAX            64 /* characters; SOURCE: RFC 5280 appendix A.1, ub-common-name */
#define KEY_SPECIMEN_ITERATIONS 2048
#define KEY_SPECIMEN            "SPECIMEN"
#define KEY_CERTS_MAX           16
#define KEY_P12_SIZE_MAX        (1024 * 1024)

bool key_usable(EVP_PKEY *pkey)
{
	return pkey && EVP_PKEY_is_a(pkey, "RSA") && EVP_PKEY_get_bits(pkey) >= 2048 &&
	       EVP_PKEY_get_bits(pkey) <= 8192;
}

/* ---- making ---------------------------------------------------------------------------------- */

/* S, or its first 63 characters and an ellipsis: X.509 bounds the length of names. */
static struct str name_bounded(struct str s, struct arena *a)
{
	size_t characters = 0, cut = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (((unsigned char)s.p[i] & 0xc0) == 0x80)
			continue;
		if (characters == KEY_NAME_MAX - 1)
			cut = i;
		characters++;
	}
	if (characters <= KEY_NAME_MAX)
		return s;
	return arena_join(a, (struct str[]){{s.p, cut}, STR("…")}, 2);
}

static bool name_add(X509_NAME *name, int nid, struct str s, struct arena *a)
{
	struct str v = name_bounded(s, a);

	/* UTF8String said outright: Arabic stays Arabic, and equal names are equal bytes. */
	return v.n == 0 || X509_NAME_add_entry_by_NID(name, nid, V_ASN1_UTF8STRING,
				   (const unsigned char *)v.p, (int)v.n, -1, 0);
}

static bool extension_add(X509 *x, int nid, const char *value)
{
	X509V3_CTX ctx;
	X509_EXTENSION *e;
	bool ok;

	X509V3_set_ctx(&ctx, x, x, NULL, NULL, 0);
	e = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
	ok = e && X509_add_ext(x, e, -1);
	X509_EXTENSION_free(e);
	return ok;
}

static bool serial_set(X509 *x, OSSL_LIB_CTX *lib)
{
	unsigned char b[16];
	BIGNUM *n;
	bool ok;

	if (RAND_bytes_ex(lib, b, sizeof(b), 0) != 1)
		return false;
	b[0] = (b[0] & 0x7f) | 0x40; /* positive, and always of the same length */
	n = BN_bin2bn(b, sizeof(b), NULL);
	ok = n && BN_to_ASN1_INTEGER(n, X509_get_serialNumber(x));
	BN_free(n);
	return ok;
}

static bool validity_set(X509 *x, const struct seal_subject *s)
{
	struct instant until = s->until;

	if (!instant_is_set(until)) {
		struct date d = instant_date(s->from);

		d.year += KEY_YEARS;
		if (!date_valid(d))
			d.day--; /* 29 February */
		until = instant_at(d, instant_second_of_day(s->from), s->from.offset_minutes);
	}
	return until.seconds > s->from.seconds &&
	       ASN1_TIME_set(X509_getm_notBefore(x), (time_t)s->from.seconds) &&
	       ASN1_TIME_set(X509_getm_notAfter(x), (time_t)until.seconds);
}

static X509 *certificate_new(
	const struct crypto *c, const struct seal_subject *s, EVP_PKEY *pkey, struct arena *a)
{
	X509 *x = X509_new_ex(c->lib, NULL);
	X509_NAME *name = X509_NAME_new();
	bool ok = x && name && X509_set_version(x, X509_VERSION_3) && serial_set(x, c->lib) &&
		  validity_set(x, s) && X509_set_pubkey(x, pkey);

	ok = ok && name_add(name, NID_organizationName, s->organisation, a) &&
	     name_add(name, NID_organizationalUnitName, s->role, a);
	if (ok && s->specimen)
		ok = name_add(name, NID_organizationalUnitName, STR(KEY_SPECIMEN), a);
	ok = ok && name_add(name, NID_commonName, s->name, a) && X509_set_subject_name(x, name) &&
	     X509_set_issuer_name(x, name);
	ok = ok && extension_add(x, NID_basic_constraints, "critical,CA:FALSE") &&
	     extension_add(x, NID_key_usage, "critical,digitalSignature,nonRepudiation") &&
	     extension_add(x, NID_subject_key_identifier, "hash");
	ok = ok && X509_sign(x, pkey, c->sha256) > 0;
	X509_NAME_free(name);
	if (ok)
		return x;
	X509_free(x);
	return NULL;
}

/* PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256; the MAC is set apart because only there can its
 * digest be named. SOURCE: RFC 7292, RFC 8018. */
static int p12_encode(const struct crypto *c, EVP_PKEY *pkey, X509 *x, const char *passphrase,
	const struct seal_subject *subject, unsigned char **der, struct arena *a, struct error *err)
{
	/* The passphrase of a specimen is public: there is nothing to protect, only time to lose.
	 */
	int iterations = subject->specimen ? KEY_SPECIMEN_ITERATIONS : SEAL_PKCS12_ITERATIONS;
	PKCS12 *p12 = PKCS12_create_ex(passphrase, arena_z(a, subject->name), pkey, x, NULL,
		NID_aes_256_cbc, NID_aes_256_cbc, iterations, -1, 0, c->lib, NULL);
	int n = -1;

	*der = NULL;
	if (p12 && PKCS12_set_mac(p12, passphrase, -1, NULL, 0, iterations, c->sha256))
		n = i2d_PKCS12(p12, der);
	PKCS12_free(p12);
	return n > 0 ? n : crypto_fail(err, ERROR_KEY, "PKCS#12");
}

static int folder_sync(const char *path, struct arena *a, struct error *err)
{
	struct str s = str_of(path);
	const char *dir;
	int fd, r;

	while (s.n && s.p[s.n - 1] != '/')
		s.n--;
	dir = s.n ? arena_z(a, s) : ".";
	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return error_sys(err, ERROR_FILE, "%s", dir);
	r = fsync(fd);
	if (r)
		error_sys(err, ERROR_FILE, "%s", dir);
	close(fd);
	return r;
}

static int file_write(int fd, const unsigned char *p, size_t n)
{
	while (n) {
		ssize_t w = write(fd, p, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return -1;
		p += w;
		n -= (size_t)w;
	}
	return 0;
}

/* A file that only its owner can read, never over an existing one, on disk when we return. */
static int file_new(
	const char *path, const unsigned char *p, size_t n, struct arena *a, struct error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	int r;

	if (fd < 0 && errno == EEXIST)
		return error_set(err, ERROR_EXISTS, "%s", path);
	if (fd < 0)
		return error_sys(err, ERROR_FILE, "%s", path);
	r = fchmod(fd, 0600) || file_write(fd, p, n) || fsync(fd) ? -1 : 0;
	if (r)
		error_sys(err, ERROR_FILE, "%s", path);
	if (close(fd) && !r)
		r = error_sys(err, ERROR_FILE, "%s", path);
	if (!r)
		r = folder_sync(path, a, err);
	if (r)
		unlink(path); /* half a key is no key; the first error is the one reported */
	return r;
}

int seal_key_new(const struct seal_subject *subject, struct str passphrase, const char *path,
	struct seal_certificate *made, struct arena *a, struct error *err)
{
	struct crypto c = {0};
	EVP_PKEY *pkey = NULL;
	X509 *x = NULL;
	unsigned char *der = NULL;
	char *pass = NULL;
	int der_n = -1, r = -1;

	if (passphrase.n == 0 || memchr(passphrase.p, 0, passphrase.n))
		return error_set(err, ERROR_PASSPHRASE, "%s", "");
	if (subject->name.n == 0)
		return error_set(err, ERROR_KEY, "%s", path);
	/* Said before the seconds that making a key takes; file_new checks again. */
	if (access(path, F_OK) == 0)
		return error_set(err, ERROR_EXISTS, "%s", path);
	if (crypto_open(&c, err))
		return -1;
	pkey = EVP_PKEY_Q_keygen(c.lib, NULL, "RSA", (size_t)KEY_BITS);
	x = pkey ? certificate_new(&c, subject, pkey, a) : NULL;
	if (!x) {
		crypto_fail(err, ERROR_KEY, path);
		goto out;
	}
	pass = strndup(passphrase.p, passphrase.n);
	if (!pass) {
		error_set(err, ERROR_MEMORY, "%s", "");
		goto out;
	}
	der_n = p12_encode(&c, pkey, x, pass, subject, &der, a, err);
	if (der_n < 0)
		goto out;
	if (key_describe(&c, x, made, a, err))
		goto out;
	r = file_new(path, der, (size_t)der_n, a, err);
out:
	crypto_wipe(pass, passphrase.n);
	OPENSSL_free(der);
	X509_free(x);
	EVP_PKEY_free(pkey);
	crypto_close(&c);
	return r;
}

/* ---- opening --------------------------------------------------------------------------------- */

/* Why PKCS12_parse failed: the passphrase, or the file. */
static int parse_failed(struct error *err)
{
	unsigned long e = ERR_peek_last_error();
	bool mac = ERR_GET_LIB(e) == ERR_LIB_PKCS12 &&
		   ERR_GET_REASON(e) == PKCS12_R_MAC_VERIFY_FAILURE;

	return crypto_fail(err, mac ? ERROR_PASSPHRASE : ERROR_KEY, "");
}

static int p12_open(
	struct seal_key *k, const void *p12, size_t n, const char *pass, struct error *err)
{
	const unsigned char *p = p12;
	PKCS12 *box = PKCS12_init_ex(NID_pkcs7_data, k->crypto.lib, NULL);
	STACK_OF(X509) *others = NULL;
	int r = -1;

	if (n > KEY_P12_SIZE_MAX || !box || !d2i_PKCS12(&box, &p, (long)n) ||
		!PKCS12_mac_present(box)) {
		crypto_fail(err, ERROR_KEY, "PKCS#12");
		goto out;
	}
	if (!PKCS12_parse(box, pass, &k->pkey, &k->certificate, &others)) {
		parse_failed(err);
		goto out;
	}
	if (!k->certificate || !key_usable(k->pkey) ||
		X509_check_private_key(k->certificate, k->pkey) != 1) {
		crypto_fail(err, ERROR_KEY, "RSA");
		goto out;
	}
	r = 0;
out:
	sk_X509_pop_free(others, X509_free);
	PKCS12_free(box);
	return r;
}

int seal_key_open(
	const void *p12, size_t n, struct str passphrase, struct seal_key **key, struct error *err)
{
	struct seal_key *k;
	char *pass;
	int r;

	*key = NULL;
	if (passphrase.n == 0 || memchr(passphrase.p, 0, passphrase.n))
		return error_set(err, ERROR_PASSPHRASE, "%s", "");
	k = calloc(1, sizeof(*k));
	pass = strndup(passphrase.p, passphrase.n);
	if (!k || !pass)
		r = error_set(err, ERROR_MEMORY, "%s", "");
	else
		r = crypto_open(&k->crypto, err) || p12_open(k, p12, n, pass, err) ? -1 : 0;
	crypto_wipe(pass, passphrase.n);
	if (r) {
		seal_key_close(k);
		return -1;
	}
	*key = k;
	return 0;
}

void seal_key_close(struct seal_key *key)
{
	if (!key)
		return;
	EVP_PKEY_free(key->pkey); /* clears the private numbers */
	X509_free(key->certificate);
	crypto_close(&key->crypto);
	crypto_wipe(key, sizeof(*key));
}

/* ---- describing ------------------------------------------------------------------------------ */

/* The entries NID of NAME: the first that is not the specimen mark; *MARK whether that was met. */
static struct str name_get(const X509_NAME *name, int nid, bool *mark, struct arena *a)
{
	struct str found = STR("");

	for (int i = X509_NAME_get_index_by_NID(name, nid, -1); i >= 0;
		i = X509_NAME_get_index_by_NID(name, nid, i)) {
		unsigned char *u = NULL;
		int n = ASN1_STRING_to_UTF8(
			&u, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, i)));
		struct str s = {(const char *)u, n > 0 ? (size_t)n : 0};

		if (nid == NID_organizationalUnitName && str_is(s, KEY_SPECIMEN))
			*mark = true;
		else if (found.n == 0 && s.n)
			found = crypto_shown(s, a);
		OPENSSL_free(u);
	}
	return found;
}

static bool time_get(const ASN1_TIME *t, struct instant *out)
{
	struct tm tm;
	struct date d;

	if (!ASN1_TIME_to_tm(t, &tm))
		return false;
	d = (struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
	*out = instant_at(d, tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec, 0);
	return true;
}

int key_describe(const struct crypto *c, X509 *cert, struct seal_certificate *out, struct arena *a,
	struct error *err)
{
	const X509_NAME *name = X509_get_subject_name(cert);
	BIO *bio = BIO_new(BIO_s_mem());
	unsigned size = 0;
	char *pem = NULL;
	long pem_n;
	int r = -1;

	*out = (struct seal_certificate){0};
	if (!bio || !X509_digest(cert, c->sha256, out->sha256.b, &size) || size != 32 ||
		!time_get(X509_get0_notBefore(cert), &out->from) ||
		!time_get(X509_get0_notAfter(cert), &out->until) ||
		!PEM_write_bio_X509(bio, cert)) {
		crypto_fail(err, ERROR_KEY, "X.509");
		goto out;
	}
	pem_n = BIO_get_mem_data(bio, &pem);
	out->pem = arena_str(a, (struct str){pem, (size_t)pem_n});
	out->name = name_get(name, NID_commonName, &out->specimen, a);
	out->organisation = name_get(name, NID_organizationName, &out->specimen, a);
	out->role = name_get(name, NID_organizationalUnitName, &out->specimen, a);
	r = 0;
out:
	BIO_free(bio);
	return r;
}

int seal_key_certificate(const struct seal_key *key, struct seal_certificate *out, struct arena *a,
	struct error *err)
{
	return key_describe(&key->crypto, key->certificate, out, a, err);
}

int seal_certificates_parse(struct str pem, struct seal_certificate **out, size_t *n,
	struct arena *a, struct error *err)
{
	struct crypto c;
	BIO *bio = NULL;
	int r = -1;

	*n = 0;
	*out = ARENA_ARRAY(a, struct seal_certificate, KEY_CERTS_MAX);
	if (crypto_open(&c, err))
		return -1;
	bio = pem.n <= INT_MAX ? BIO_new_mem_buf(pem.p, (int)pem.n) : NULL;
	while (bio && *n <= KEY_CERTS_MAX) {
		X509 *x = X509_new_ex(c.lib, NULL);

		if (!x || !PEM_read_bio_X509(bio, &x, NULL, NULL)) {
			X509_free(x);
			break;
		}
		r = *n < KEY_CERTS_MAX ? key_describe(&c, x, &(*out)[*n], a, err) : -1;
		X509_free(x);
		if (r)
			break;
		(*n)++;
	}
	/* Behind the last certificate there is "no start line"; anything else is damage. */
	if (r == 0 && ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE)
		ERR_clear_error();
	else
		r = crypto_fail(err, ERROR_KEY, "PEM");
	BIO_free(bio);
	crypto_close(&c);
	return r;
}

int seal_certificate_parse(
	struct str pem, struct seal_certificate *out, struct arena *a, struct error *err)
{
	struct seal_certificate *all;
	size_t n;

	if (seal_certificates_parse(pem, &all, &n, a, err))
		return -1;
	if (n != 1)
		return error_set(err, ERROR_KEY, "%s", "PEM");
	*out = all[0];
	return 0;
}
