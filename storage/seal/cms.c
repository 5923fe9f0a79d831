#include "storage/seal/cms.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/objects.h>

/* ---- writing DER ----------------------------------------------------------------------------- */

enum {
	DER_INTEGER = 0x02,
	DER_OCTETS = 0x04,
	DER_SEQUENCE = 0x30,
	DER_SET = 0x31,
	DER_CONTEXT_0 = 0xa0,
	DER_CONTEXT_4 = 0xa4
};

/* Object identifiers and algorithms, ready encoded. */
#define OID_DATA          "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
#define OID_SIGNED_DATA   "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
#define OID_CONTENT_TYPE  "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03"
#define OID_DIGEST        "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04"
#define OID_CERTIFICATE   "\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x2f"
#define ALG_SHA256        "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"
#define ALG_RSA_SHA256    "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b\x05\x00"
#define VERSION_1         "\x02\x01\x01"
#define SIGNED_ATTRIBUTES DER_CONTEXT_0

/* One element: TAG, length, and the N parts as its contents. */
static void der_add(struct bytes *out, unsigned char tag, const struct str *parts, size_t n)
{
	unsigned char head[2 + sizeof(size_t)];
	size_t size = 0, used = 0;

	for (size_t i = 0; i < n; i++)
		size += parts[i].n;
	head[used++] = tag;
	if (size < 0x80) {
		head[used++] = (unsigned char)size;
	} else {
		int octets = 1;

		while (size >> (8 * octets))
			octets++;
		head[used++] = (unsigned char)(0x80 | octets);
		while (octets--)
			head[used++] = (unsigned char)(size >> (8 * octets) & 0xff);
	}
	bytes_add(out, head, used);
	for (size_t i = 0; i < n; i++)
		bytes_add(out, parts[i].p, parts[i].n);
}

static struct str der_str(const struct bytes *b)
{
	return (struct str){(const char *)b->p, b->n};
}

/* B becomes one element with its old contents. */
static void der_wrap(struct bytes *b, unsigned char tag)
{
	struct bytes out = {0};
	struct str s = der_str(b);

	der_add(&out, tag, &s, 1);
	bytes_free(b);
	*b = out;
}

/* An attribute: its type and one value. */
static void attribute_add(struct bytes *out, struct str oid, struct str value)
{
	struct bytes set = {0};

	der_add(&set, DER_SET, &value, 1);
	der_add(out, DER_SEQUENCE, (struct str[]){oid, der_str(&set)}, 2);
	bytes_free(&set);
}

/* ---- the parts that come from the certificate ------------------------------------------------ */

/* Issuer and serial number as they stand in the certificate. */
static int issuer_serial(X509 *cert, struct bytes *issuer, struct bytes *serial, struct error *err)
{
	unsigned char *p = NULL, *q = NULL;
	int n = i2d_X509_NAME(X509_get_issuer_name(cert), &p);
	int m = i2d_ASN1_INTEGER(X509_get_serialNumber(cert), &q);

	if (n > 0 && m > 0) {
		bytes_add(issuer, p, (size_t)n);
		bytes_add(serial, q, (size_t)m);
	}
	OPENSSL_free(p);
	OPENSSL_free(q);
	return n > 0 && m > 0 ? 0 : crypto_fail(err, ERROR_KEY, "X.509");
}

/* SigningCertificateV2 with the default digest SHA-256: which certificate the signer meant. */
static int certificate_reference(
	const struct crypto *c, X509 *cert, struct bytes *out, struct error *err)
{
	struct bytes issuer = {0}, serial = {0}, names = {0};
	unsigned char hash[32];
	unsigned size = 0;
	int r = issuer_serial(cert, &issuer, &serial, err);

	if (!r && (!X509_digest(cert, c->sha256, hash, &size) || size != sizeof(hash)))
		r = crypto_fail(err, ERROR_KEY, "X.509");
	if (!r) {
		struct str h = {(const char *)hash, sizeof(hash)};

		der_wrap(&issuer, DER_CONTEXT_4); /* GeneralName: directoryName */
		der_wrap(&issuer, DER_SEQUENCE);
		der_add(&names, DER_SEQUENCE, (struct str[]){der_str(&issuer), der_str(&serial)},
			2);
		der_add(out, DER_OCTETS, &h, 1);
		bytes_add(out, names.p, names.n);
		der_wrap(out, DER_SEQUENCE); /* ESSCertIDv2 */
		der_wrap(out, DER_SEQUENCE); /* the list of one */
		der_wrap(out, DER_SEQUENCE);
	}
	bytes_free(&issuer);
	bytes_free(&serial);
	bytes_free(&names);
	return r;
}

int cms_attributes(const struct crypto *c, X509 *cert, struct hash digest, struct bytes *out,
	struct error *err)
{
	struct bytes reference = {0}, octets = {0};
	struct str d = {(const char *)digest.b, sizeof(digest.b)};

	if (certificate_reference(c, cert, &reference, err)) {
		bytes_free(&reference);
		return -1;
	}
	der_add(&octets, DER_OCTETS, &d, 1);
	/* DER sorts a SET OF by its encodings. These three always stand in this order: their
	 * second octets are 0x18, 0x2f and, for a reference with a name, at least 0x40. */
	attribute_add(out, STR(OID_CONTENT_TYPE), STR(OID_DATA));
	attribute_add(out, STR(OID_DIGEST), der_str(&octets));
	attribute_add(out, STR(OID_CERTIFICATE), der_str(&reference));
	der_wrap(out, DER_SET);
	bytes_free(&reference);
	bytes_free(&octets);
	return 0;
}

/* ---- the whole object ------------------------------------------------------------------------ */

static void signer_info(struct bytes *out, struct str issuer, struct str serial,
	const struct bytes *attributes, struct str signature)
{
	struct bytes sid = {0}, value = {0};
	struct str attrs = der_str(attributes);

	der_add(&sid, DER_SEQUENCE, (struct str[]){issuer, serial}, 2);
	der_add(&value, DER_OCTETS, &signature, 1);
	der_add(out, DER_SEQUENCE,
		(struct str[]){STR(VERSION_1), der_str(&sid), STR(ALG_SHA256), attrs,
			STR(ALG_RSA_SHA256), der_str(&value)},
		6);
	bytes_free(&sid);
	bytes_free(&value);
}

static void signed_data(struct bytes *out, struct str cert, const struct bytes *signer)
{
	struct bytes algorithms = {0}, content = {0}, certs = {0}, signers = {0};
	struct str alg = STR(ALG_SHA256), data = STR(OID_DATA), info = der_str(signer);

	der_add(&algorithms, DER_SET, &alg, 1);
	der_add(&content, DER_SEQUENCE, &data, 1);
	der_add(&certs, DER_CONTEXT_0, &cert, 1);
	der_add(&signers, DER_SET, &info, 1);
	der_add(out, DER_SEQUENCE,
		(struct str[]){STR(VERSION_1), der_str(&algorithms), der_str(&content),
			der_str(&certs), der_str(&signers)},
		5);
	der_wrap(out, DER_CONTEXT_0);
	bytes_free(&algorithms);
	bytes_free(&content);
	bytes_free(&certs);
	bytes_free(&signers);
}

int cms_template(const struct crypto *c, X509 *cert, struct hash digest, struct str signature,
	struct bytes *out, struct error *err)
{
	struct bytes attributes = {0}, issuer = {0}, serial = {0}, signer = {0}, data = {0};
	struct str oid = STR(OID_SIGNED_DATA);
	unsigned char *der = NULL;
	int n = i2d_X509(cert, &der);
	int r = n > 0 ? 0 : crypto_fail(err, ERROR_KEY, "X.509");

	if (!r)
		r = cms_attributes(c, cert, digest, &attributes, err);
	if (!r)
		r = issuer_serial(cert, &issuer, &serial, err);
	if (!r) {
		/* An implicit tag here; the SET's own is for signing. */
		attributes.p[0] = SIGNED_ATTRIBUTES;
		signer_info(&signer, der_str(&issuer), der_str(&serial), &attributes, signature);
		signed_data(&data, (struct str){(const char *)der, (size_t)n}, &signer);
		der_add(out, DER_SEQUENCE, (struct str[]){oid, der_str(&data)}, 2);
	}
	OPENSSL_free(der);
	bytes_free(&attributes);
	bytes_free(&issuer);
	bytes_free(&serial);
	bytes_free(&signer);
	bytes_free(&data);
	return r;
}

int cms_sign(const struct seal_key *key, struct hash digest, struct bytes *out, struct error *err)
{
	struct bytes attributes = {0};
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	unsigned char *value = NULL;
	size_t n = 0;
	int r = cms_attributes(&key->crypto, key->certificate, digest, &attributes, err);

	if (r)
		goto out;
	r = -1;
	if (!md ||
		EVP_DigestSignInit_ex(md, NULL, "SHA256", key->crypto.lib, NULL, key->pkey, NULL) !=
			1 ||
		EVP_DigestSign(md, NULL, &n, attributes.p, attributes.n) != 1) {
		crypto_fail(err, ERROR_KEY, "RSA");
		goto out;
	}
	value = malloc(n);
	if (!value) {
		error_set(err, ERROR_MEMORY, "%s", "");
		goto out;
	}
	if (EVP_DigestSign(md, value, &n, attributes.p, attributes.n) != 1) {
		crypto_fail(err, ERROR_KEY, "RSA");
		goto out;
	}
	r = cms_template(&key->crypto, key->certificate, digest,
		(struct str){(const char *)value, n}, out, err);
out:
	free(value);
	EVP_MD_CTX_free(md);
	bytes_free(&attributes);
	return r;
}

/* ---- checking -------------------------------------------------------------------------------- */

/* Does VALUE hold over ATTRIBUTES? */
static bool value_holds(
	const struct crypto *c, X509 *cert, const struct bytes *attributes, struct str value)
{
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	EVP_PKEY *pkey = X509_get0_pubkey(cert);
	bool ok = md && key_usable(pkey) &&
		  EVP_DigestVerifyInit_ex(md, NULL, "SHA256", c->lib, NULL, pkey, NULL) == 1 &&
		  EVP_DigestVerify(md, (const unsigned char *)value.p, value.n, attributes->p,
			  attributes->n) == 1;

	EVP_MD_CTX_free(md);
	return ok;
}

/* The digest that the signer's own attribute names; false when there is none of SHA-256. */
static bool digest_named(CMS_SignerInfo *si, struct hash *out)
{
	const ASN1_OCTET_STRING *o = CMS_signed_get0_data_by_OBJ(
		si, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING);

	if (!o || ASN1_STRING_length(o) != (int)sizeof(out->b))
		return false;
	memcpy(out->b, ASN1_STRING_get0_data(o), sizeof(out->b));
	return true;
}

/* A signature that is not ours: does it hold by the general rules? */
static enum seal_finding foreign_check(CMS_ContentInfo *ci, const struct str content[2])
{
	BIO *in = BIO_new(BIO_s_mem()), *read = BIO_new(BIO_f_buffer());
	bool ok = in && read;

	for (int i = 0; ok && i < 2; i++)
		ok = content[i].n == 0 ||
		     (content[i].n <= INT_MAX &&
			     BIO_write(in, content[i].p, (int)content[i].n) == (int)content[i].n);
	/* Read through a buffer: of a memory BIO CMS_verify makes a copy, which it loses where the
	 * digest is none it knows (OpenSSL 3.0). */
	ok = ok && BIO_set_mem_eof_return(in, 0) &&
	     CMS_verify(ci, NULL, NULL, BIO_push(read, in), NULL,
		     CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY | CMS_DETACHED) == 1;
	if (read)
		(void)BIO_pop(read);
	BIO_free(read);
	BIO_free(in);
	return ok ? SEAL_FOREIGN : SEAL_SIGNATURE;
}

/* Is PADDED the object MINE and then nothing but zeros? */
static bool padded_equal(struct str padded, const struct bytes *mine)
{
	if (padded.n < mine->n || memcmp(padded.p, mine->p, mine->n) != 0)
		return false;
	for (size_t i = mine->n; i < padded.n; i++)
		if (padded.p[i])
			return false;
	return true;
}

/* Ours or not, and does it hold? The object is ours when it is, byte for byte, the one we would
 * write for this certificate, digest and value. */
static int signer_check(const struct crypto *c, struct str padded, CMS_ContentInfo *ci, X509 *cert,
	const struct str content[2], enum seal_finding *finding, struct error *err)
{
	CMS_SignerInfo *si = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(ci), 0);
	const ASN1_OCTET_STRING *o = CMS_SignerInfo_get0_signature(si);
	struct str value = {(const char *)ASN1_STRING_get0_data(o), (size_t)ASN1_STRING_length(o)};
	struct bytes mine = {0}, attributes = {0};
	struct hash digest, named;
	int r;

	if (crypto_sha256(c, content, 2, &digest, err))
		return -1;
	if (digest_named(si, &named) && !hash_equal(named, digest)) {
		*finding = SEAL_DIGEST;
		return 0;
	}
	r = cms_template(c, cert, digest, value, &mine, err);
	if (!r)
		r = cms_attributes(c, cert, digest, &attributes, err);
	if (r)
		goto out;
	if (!padded_equal(padded, &mine))
		*finding = foreign_check(ci, content);
	else
		*finding = value_holds(c, cert, &attributes, value) ? SEAL_OK : SEAL_SIGNATURE;
out:
	bytes_free(&mine);
	bytes_free(&attributes);
	return r;
}

/* The certificate in CI that SI names, or NULL. */
static X509 *signer_certificate(CMS_SignerInfo *si, STACK_OF(X509) * certs)
{
	for (int i = 0; i < sk_X509_num(certs); i++)
		if (CMS_SignerInfo_cert_cmp(si, sk_X509_value(certs, i)) == 0)
			return sk_X509_value(certs, i);
	return NULL;
}

int cms_check(const struct crypto *c, struct str padded, const struct str content[2],
	enum seal_finding *finding, X509 **cert, struct error *err)
{
	CMS_ContentInfo *ci = CMS_ContentInfo_new_ex(c->lib, NULL);
	const unsigned char *p = (const unsigned char *)padded.p;
	STACK_OF(CMS_SignerInfo) *signers = NULL;
	STACK_OF(X509) *certs = NULL;
	int r = 0;

	*cert = NULL;
	*finding = SEAL_SIGNATURE;
	if (!ci)
		return crypto_fail(err, ERROR_MEMORY, "CMS");
	if (padded.n > INT_MAX || !d2i_CMS_ContentInfo(&ci, &p, (long)padded.n))
		goto out;
	signers = CMS_get0_SignerInfos(ci);
	certs = CMS_get1_certs(ci);
	if (!signers || !certs || sk_CMS_SignerInfo_num(signers) != 1)
		goto out;
	*cert = signer_certificate(sk_CMS_SignerInfo_value(signers, 0), certs);
	if (!*cert)
		goto out;
	X509_up_ref(*cert);
	r = signer_check(c, padded, ci, *cert, content, finding, err);
out:
	sk_X509_pop_free(certs, X509_free);
	CMS_ContentInfo_free(ci);
	ERR_clear_error();
	return r;
}
