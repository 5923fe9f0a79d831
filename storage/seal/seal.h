/* Keys, signatures and their verification: PAdES baseline B signatures by incremental update over
 * a PDF that pdf_render prepared, with RSA-3072 keys in PKCS#12.
 * SOURCE: ETSI EN 319 142-1 (PAdES), RFC 5652 (CMS), RFC 7292 (PKCS#12), ISO 32000-1 12.8. */
#ifndef STORAGE_SEAL_SEAL_H
#define STORAGE_SEAL_SEAL_H

#include "storage/error.h"
#include "storage/memory.h"

#define SEAL_PKCS12_ITERATIONS 600000 /* a key marked SPECIMEN: few, its passphrase is public */
#define SEAL_SIGNERS_MAX       4

struct seal_key; /* private key and certificate, in memory */

struct seal_subject {
	struct str name; /* the person or office; from 65 characters on cut with an ellipsis */
	struct str organisation; /* the chamber */
	struct str role;         /* "secretary", "president": organisational unit */
	bool specimen;           /* marked SPECIMEN in the certificate's subject */
	struct instant from;     /* start of validity */
	struct instant until;    /* its end; not set: ten years after from */
};

/* What a certificate says, for showing and comparing; texts are cleaned as in the report. */
struct seal_certificate {
	struct hash sha256; /* over the DER */
	struct str name, organisation, role;
	struct instant from, until;
	bool specimen;
	struct str pem;
};

/* A new RSA-3072 key with a self-signed certificate, written to PATH (mode 0600, not overwritten).
 * PASSPHRASE is never stored; an empty one is refused. MADE lives in A. Takes a second or two.
 * Errors: EXISTS, FILE, DISK_FULL, KEY, PASSPHRASE. */
int seal_key_new(const struct seal_subject *subject, struct str passphrase, const char *path,
	struct seal_certificate *made, struct arena *a, struct error *err) MUST_CHECK;

/* Open the bytes of a PKCS#12 file with an RSA key. Owner: the caller closes; the passphrase stays
 * the caller's to wipe. Errors: PASSPHRASE (wrong), KEY (anything else). */
int seal_key_open(const void *p12, size_t n, struct str passphrase, struct seal_key **key,
	struct error *err) MUST_CHECK;
void seal_key_close(struct seal_key *key); /* wipes; NULL-safe */
int seal_key_certificate(const struct seal_key *key, struct seal_certificate *out, struct arena *a,
	struct error *err) MUST_CHECK;

/* The one certificate in PEM, or all of them in order (at most 16): signers.pem. Errors: KEY. */
int seal_certificate_parse(struct str pem, struct seal_certificate *out, struct arena *a,
	struct error *err) MUST_CHECK;
int seal_certificates_parse(struct str pem, struct seal_certificate **out, size_t *n,
	struct arena *a, struct error *err) MUST_CHECK;

/* What a signature says of itself; empty texts are left out. */
struct seal_act {
	unsigned signer; /* from 1 */
	struct str name, reason, place;
	struct instant when; /* /M */
};

/* Sign field SIGNER of PDF; OUT (owner: the caller) is PDF's bytes followed by one incremental
 * update. Signers sign in order, and only over signatures that hold. The first signature allows
 * from then on nothing but signing (DocMDP level 2). The same key and input give the same bytes.
 * Errors: PDF (subject: the part of the file that does not fit), BAD_TEXT, KEY. */
int seal_sign(struct str pdf, const struct seal_key *key, const struct seal_act *act,
	struct bytes *out, struct error *err) MUST_CHECK;

/* --- Verification of the file alone: signatures, increments, attachment, nothing of the meaning
 * --- */
enum seal_finding {
	SEAL_OK,
	SEAL_NOT_PDF, /* no PDF, or none that can be read */
	SEAL_NO_SIGNATURE,
	SEAL_DIGEST,    /* bytes under a signature were changed */
	SEAL_SIGNATURE, /* the signature value does not hold */
	SEAL_COVERAGE,  /* bytes outside what the last signature covers */
	SEAL_INCREMENT, /* an update changes more than a signature may */
	SEAL_FOREIGN,   /* intact, but the signature was not made by this program */
	SEAL_MISSING,   /* a prepared field is not signed */
	SEAL_SIGNER     /* another certificate than the one expected: for the caller's checks */
};

struct seal_signature {
	enum seal_finding finding;
	struct seal_certificate certificate; /* all zero when there is none to be read */
	struct str field;    /* signer1 …; empty when the file's structure is not ours */
	struct seal_act act; /* as the signature says; not set when not of our shape */
	size_t covers;       /* bytes from the start of the file */
};

/* All texts come without control characters and without marks that reorder what stands around
 * them: whoever made the file may have meant to fool the reader's terminal. */
struct seal_report {
	enum seal_finding finding; /* the first that is not OK */
	size_t signatures_n, fields_n;
	struct seal_signature signatures[SEAL_SIGNERS_MAX]; /* the earliest first */
	struct str journal; /* the embedded journal.jsonl, in A or in PDF; p NULL: none */
	struct str base;    /* the file before the first signature, in PDF */
};

/* Errors only when the machine fails; what is wrong with the file is in the report. SEAL_OK says
 * that every byte of the file is what seal_sign made of a base and the certificates named here;
 * whose those are is for the caller to compare. */
int seal_check(
	struct str pdf, struct seal_report *report, struct arena *a, struct error *err) MUST_CHECK;

/* One sentence for a finding of the whole file. */
struct message seal_finding_message(enum seal_finding finding);

#endif
