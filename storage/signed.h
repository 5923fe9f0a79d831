/* With which key the records before were signed: another one now is no fault, but is to be known.
 */
#ifndef STORAGE_SIGNED_H
#define STORAGE_SIGNED_H

#include "storage/register.h"

struct signed_before {
	int64_t session;       /* 0: nobody signed any in that role */
	struct message record; /* which that was */
	struct signer who;
};

/* Who signed the newest record before session NUMBER in ROLE, in A. Errors: as register_fold. */
int signed_before(struct registry *r, int64_t number, enum signer_role role, struct arena *a,
	struct signed_before *out, struct error *err) MUST_CHECK;

#endif
