/* What went wrong outside the model: a file, the machine, somebody's input. The caller gives the
 * struct; every function that fails fills it. The sentence for the user comes from `code` and
 * the arguments (storage/error.c: error_message); `detail` is for the log. */
#ifndef STORAGE_ERROR_H
#define STORAGE_ERROR_H

#include "model/message.h"

enum error_code {
	ERROR_NONE,
	ERROR_NO_FILE,          /* subject: path */
	ERROR_NO_FOLDER,        /* subject: path */
	ERROR_FILE,             /* reading or writing failed; subject: path; sys */
	ERROR_DISK_FULL,        /* subject: path */
	ERROR_EXISTS,           /* would overwrite; subject: path */
	ERROR_FOLDER_NOT_EMPTY, /* subject: path */
	ERROR_NOT_A_REGISTER,   /* subject: path */
	ERROR_NEWER_REGISTER,   /* made by a newer version; subject: path */
	ERROR_DAMAGED,          /* chain or database broken; subject: where, first bad place */
	ERROR_LOCKED,           /* subject: the holder, "pid on host since when" */
	ERROR_BAD_PLACE,        /* live register on a file system that does not keep promises */
	ERROR_READ_ONLY,        /* a write through a read-only handle */
	ERROR_CONFLICT,         /* somebody else wrote: the expected head is not the head */
	ERROR_DUPLICATE_ID,     /* this act is already recorded */
	ERROR_COMMIT_LOST,      /* the commit failed and is known not to be there */
	ERROR_COMMIT_UNKNOWN,   /* the commit failed and storage cannot say; stay read-only */
	ERROR_BAD_EVENT,        /* a stored line that is no event; subject: stream/n */
	ERROR_BAD_CSV,          /* subject: what; line, column */
	ERROR_BAD_TEXT,         /* not UTF-8, or a control character; line, column */
	ERROR_PASSPHRASE,       /* wrong passphrase */
	ERROR_KEY,              /* not a usable key or certificate; subject */
	ERROR_SPECIMEN_KEY,     /* a SPECIMEN key outside a sample register, or the reverse */
	ERROR_WRONG_SIGNER,     /* not the certificate the record was frozen for */
	ERROR_FONT,             /* subject: the font that is missing */
	ERROR_MODULE,           /* mahdar-pdf.so missing or of another version */
	ERROR_PDF,              /* subject: what */
	ERROR_NO_SESSION,       /* subject: the name asked for */
	ERROR_NOT_FROZEN,
	ERROR_NO_UTF8, /* no UTF-8 locale to be had */
	ERROR_NO_TERMINAL,
	ERROR_CANCELLED, /* somebody watched long work and said no */
	ERROR_MEMORY,
	ERROR_USAGE /* subject: the word that is wrong */
};

struct error {
	enum error_code code;
	int sys;           /* errno, or 0 */
	int sql;           /* SQLite's extended code, or 0 */
	long line, column; /* of an input file; 0: none */
	char subject[256];
	char detail[256]; /* English, for the log */
};

/* Fill ERR and return -1, so that failing reads `return error_set(err, …)`. The format is for
 * `subject`; pass "" for none. */
int error_set(struct error *err, enum error_code code, const char *subject_format, ...)
	__attribute__((format(printf, 3, 4)));
/* The same, with errno kept; ENOSPC and EDQUOT become ERROR_DISK_FULL. */
int error_sys(struct error *err, enum error_code code, const char *subject_format, ...)
	__attribute__((format(printf, 3, 4)));
/* One sentence: what, and what to do. Borrows from ERR and A. */
struct message error_message(const struct error *err, struct arena *a);
/* What is wrong with an input file (BAD_CSV, BAD_TEXT), without the place and the full stop: for
 * lists that have a place of their own. Owner: A. */
struct message error_phrase(const struct error *err, struct arena *a);
/* The exit code of the command line: 1 refused or does not hold, 2 usage, 3 a file or the machine,
 * 4 stopped as asked. */
int error_exit_code(const struct error *err);

#endif
