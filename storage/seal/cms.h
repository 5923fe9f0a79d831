/* The CMS object inside a signature, in one fixed shape: detached SignedData, one signer, its
 * certificate, three signed attributes and no signing time (PAdES keeps the time in the PDF).
 * The DER is written here and not by a library, so that a record signed today has the same bytes,
 * and is compared with the same bytes, under every later version.
 * SOURCE: RFC 5652 (CMS), RFC 5035 (signing-certificate-v2), ETSI EN 319 122-1. */
#ifndef STORAGE_SEAL_CMS_H
#define STORAGE_SEAL_CMS_H

#include "storage/seal/key.h"

/* The signed attributes as the SET that the private key signs. DIGEST is that of the content.
 * Owner of OUT: the caller. Errors: KEY. */
int cms_attributes(const struct crypto *c, X509 *cert, struct hash digest, struct bytes *out,
	struct error *err) MUST_CHECK;

/* The whole object for SIGNATURE over those attributes. Errors: KEY. */
int cms_template(const struct crypto *c, X509 *cert, struct hash digest, struct str signature,
	struct bytes *out, struct error *err) MUST_CHECK;

/* One operation of the private key. Errors: KEY. */
int cms_sign(const struct seal_key *key, struct hash digest, struct bytes *out,
	struct error *err) MUST_CHECK;

/* An object and the zeros behind it against content, of which the two parts are given: SEAL_OK,
 * SEAL_DIGEST, SEAL_SIGNATURE or, when it holds but is not what we would write, SEAL_FOREIGN. The
 * certificate has to fit the signature, not to be trusted; *CERT is NULL when none was found, else
 * owned by the caller. Errors: KEY when the machine fails. */
int cms_check(const struct crypto *c, struct str padded, const struct str content[2],
	enum seal_finding *finding, X509 **cert, struct error *err) MUST_CHECK;

#endif
