/* The signed record of a session, from freeze to folder: the base PDF with the journal inside,
 * signatures one after the other, the folder that is handed over, and the judgement of a file
 * somebody else hands back. */
#ifndef STORAGE_RECORD_RECORD_H
#define STORAGE_RECORD_RECORD_H

#include "storage/register.h"
#include "storage/seal/seal.h"

/* BASE of the file names: chamber code, body, date of the first sitting, session number:
 * "carfm-ag-2024-12-30-1". Owner: A. */
const char *record_base_name(const struct session *s, struct arena *a);

/* What the file of record_draft is called: "carfm-ag-2024-12-30-1-projet-fr.pdf", and with CALL
 * "carfm-ag-2024-12-30-1-sans-quorum-1-fr.pdf". Owner: A. */
const char *record_draft_name(
	const struct session *s, int64_t call, enum lang lang, struct arena *a);

/* What the translation of the record is called in its folder:
 * "carfm-ag-2024-12-30-1-traduction-fr.pdf". Owner: A. */
const char *record_translation_name(const struct session *s, struct arena *a);
/* The frozen record S in the other language, to be read: marked so on every page, no signature,
 * no journal inside. The same bytes each time. Owner: the caller frees. */
int record_translation(const struct session *s, const struct progress *progress, struct bytes *pdf,
	struct error *err) MUST_CHECK;

/* A draft of the chosen session's minutes in LANG, marked so on every page; with CALL, the record
 * of the failure of that call: signed by hand, so it is no draft. Owner: the caller frees. */
int record_draft(struct registry *r, enum lang lang, int64_t call, struct bytes *pdf,
	struct error *err) MUST_CHECK;
/* The sheet to be signed at the door. */
int record_sheet(
	struct registry *r, enum lang lang, struct bytes *pdf, struct error *err) MUST_CHECK;
/* The frozen record before any signature: the same bytes each time. Errors: NOT_FROZEN, FONT … */
int record_unsigned(struct registry *r, struct bytes *pdf, struct error *err) MUST_CHECK;
/* The record as it stands: unsigned, half signed or signed. Errors: NOT_FROZEN, DAMAGED when a
 * signature is recorded whose file is not in the register. */
int record_current(struct registry *r, struct bytes *pdf, struct error *err) MUST_CHECK;

/* Record the key of CERTIFICATE for a role (CMD_KEY_RECORD). KEY says whose it is and where it
 * lies; its fingerprint is filled in here. Errors: SPECIMEN_KEY. */
int record_key(struct registry *r, const struct seal_certificate *certificate, struct key_made key,
	struct str actor, struct answer *out, struct arena *a, struct error *err) MUST_CHECK;

/* Freeze the chosen session for the keys in use of secretary and president, in that order. */
int record_freeze(struct registry *r, enum lang lang, struct str actor, struct answer *out,
	struct arena *a, struct error *err) MUST_CHECK;

/* Sign as ROLE with KEY: the half-signed file is kept in the register, then the act is recorded.
 * UNSIGNED is what record_unsigned gives (so that a child may have rendered it), needed for the
 * first signature only. Errors: WRONG_SIGNER, SPECIMEN_KEY, PDF … */
int record_sign(struct registry *r, enum signer_role role, const struct seal_key *key,
	struct str unsigned_pdf, struct str actor, struct answer *out, struct arena *a,
	struct error *err) MUST_CHECK;

/* Whose signature SIG, the I-th, is: in both languages where S was frozen for that certificate,
 * else as the certificate has it. */
struct both record_signer_name(const struct session *s, const struct seal_signature *sig, size_t i);

/* The key of CERTIFICATE, which signs as SIGNER, is in another name than those whose box it is,
 * *BOX the first of them. False too where their names cannot be compared, and for a SPECIMEN key,
 * which is of an office. */
bool record_other_hand(const struct session *s, const struct signer *signer,
	const struct seal_certificate *certificate, struct both *box, struct arena *a);

/* Write BASE.pdf, its translation, signers.pem and VERIFY.txt into DIR (new or empty) and read them
 * back.
 * Errors: FOLDER_NOT_EMPTY, NOT_FROZEN when a signature is missing … */
int record_folder(struct registry *r, const char *dir, struct error *err) MUST_CHECK;

/* What became of checking one file. */
struct record_check {
	bool holds;
	struct seal_report seal;
	struct message why;     /* the first thing that is wrong */
	struct session session; /* the fold of the embedded journal, when it is readable */
	uint32_t acts;
	struct hash head;
	bool rendered_again; /* the pages were drawn again from the journal … */
	bool pages_agree;    /* … and are the same bytes */
};

/* How a record is checked. */
struct record_how {
	struct str pinned; /* certificates (PEM) that must be the signers', or empty */
	bool draw;         /* the pages are drawn again from the journal and compared */
	const struct progress
		*progress; /* asked before the signatures, each act and page; or NULL */
};

/* Check PDF: signatures, increments, embedded journal, its chain and its figures, the signers of
 * the freeze. Errors only when the machine fails, and CANCELLED: then nothing is judged. */
int record_verify(struct str pdf, const struct record_how *how, struct record_check *check,
	struct arena *a, struct error *err) MUST_CHECK;

#endif
