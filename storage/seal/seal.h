/* Keys, signatures and their verification: PAdES baseline B signatures by incremental update over
 * a PDF that pdf_render prepared, with RSA-3072 keys in PKCS#12.
 * SOURCE: ETSI EN 319 142-1 (PAdES), RFC 5652 (CMS), RFC 7292 (PKCS#12), ISO 32000-1 12.8. */
#ifndef STORAGE_SEAL_SEAL_H
#define STORAGE_SEAL_SEAL_H

#include "storage/error.h"
#include "storage/memory.h"

#define SEAL_PKCS12_ITERATIONS 600000

struct seal_key; /* private key and certificate, in memory */

struct seal_subject {
	struct str name;         /* the person or office, UTF-8 */
	struct str organisation; /* the chamber */
	struct str role;         /* "secretary", "president": organisational unit */
	bool specimen;           /* marked SPECIMEN in the certificate's subject */
	struct instant from;     /* start of validity; ten years */
};

/* What a certificate says, for showing and comparing. */
struct seal_certificate {
	struct hash sha256;      /* over the DER */
	struct str name, organisation, role;
	struct instant from, until;
	bool specimen;
	struct str pem;
};

/* A new RSA-3072 key with a self-signed certificate, written to PATH (mode 0600, not overwritten).
 * PASSPHRASE is never stored. Errors: EXISTS, FILE, KEY. */
int seal_key_new(const struct seal_subject *subject, struct str passphrase, const char *path,
	struct seal_certificate *made, struct arena *a, struct error *err);
/* Open a PKCS#12 file's bytes. Errors: PASSPHRASE, KEY. */
int seal_key_open(const void *p12, size_t n, struct str passphrase, struct seal_key **key, struct error *err);
void seal_key_close(struct seal_key *key); /* wipes */
int seal_key_certificate(const struct seal_key *key, struct seal_certificate *out, struct arena *a, struct error *err);
int seal_certificate_parse(struct str pem, struct seal_certificate *out, struct arena *a, struct error *err);

/* Sign field SIGNER (from 1) of PDF; OUT is PDF's bytes followed by one incremental update.
 * The first signature adds DocMDP level 2. Signers sign in order. Errors: PDF, KEY. */
struct seal_act {
	unsigned signer;
	struct str name, reason, place;
	struct instant when; /* /M */
};
int seal_sign(struct str pdf, const struct seal_key *key, const struct seal_act *act,
	struct bytes *out, struct error *err);

/* --- Verification of the file alone: signatures, increments, attachment, nothing of the meaning --- */
enum seal_finding {
	SEAL_OK,
	SEAL_NOT_PDF,
	SEAL_NO_SIGNATURE,
	SEAL_DIGEST,       /* bytes under a signature were changed */
	SEAL_SIGNATURE,    /* the signature value does not hold */
	SEAL_COVERAGE,     /* bytes outside what the last signature covers */
	SEAL_INCREMENT,    /* an update changes more than a signature may */
	SEAL_FOREIGN,      /* intact, but the signature was not made by this program */
	SEAL_MISSING,      /* a prepared field is not signed */
	SEAL_SIGNER        /* another certificate than the one expected */
};

struct seal_signature {
	enum seal_finding finding;
	struct seal_certificate certificate;
	struct str field;
	struct instant when;
	size_t covers; /* bytes from the start of the file */
};

struct seal_report {
	enum seal_finding finding; /* the first that is not OK */
	size_t signatures_n, fields_n;
	struct seal_signature signatures[4];
	struct str journal;        /* bytes of the embedded journal.jsonl, in A */
};

/* Errors only when the machine fails; what is wrong with the file is in the report.
 * Every single-byte change of a finished record must give finding != SEAL_OK. */
int seal_check(struct str pdf, struct seal_report *report, struct arena *a, struct error *err);

#endif
