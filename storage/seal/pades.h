/* One signature as an incremental update: what is appended to a PDF that is never rewritten.
 * SOURCE: ISO 32000-1 7.5.6, 12.7.4.5, 12.8; ETSI EN 319 142-1 5.3, 6.3. */
#ifndef STORAGE_SEAL_PADES_H
#define STORAGE_SEAL_PADES_H

#include "storage/seal/revision.h"
#include "storage/seal/seal.h"

#define PADES_ROOM     16384 /* octets of CMS that fit: enough for a time stamp beside it */
#define PADES_ROOM_MIN 2048
#define PADES_ROOM_MAX 65536

/* Where the hex digits of the signature stand in PDF + update, with < and >: not signed. */
struct pades_gap {
	size_t from, to;
};

/* The update that signs field ACT->signer of PDF, its signature still all zeros, into UPDATE
 * (owner: the caller). The same input always gives the same bytes; verification relies on it.
 * ROOM: octets of CMS. Errors: PDF, BAD_TEXT. */
int pades_update(struct str pdf, const struct seal_act *act, size_t room, struct bytes *update,
	struct pades_gap *gap, struct error *err) MUST_CHECK;

/* seal_sign with another room and without looking at the signatures that are there. */
int pades_sign(struct str pdf, const struct seal_key *key, const struct seal_act *act, size_t room,
	struct bytes *out, struct error *err) MUST_CHECK;

/* What a signature dictionary of ours says. False when it is not of our shape. */
bool pades_act(struct syntax signature, struct seal_act *act, struct arena *a);

#endif
