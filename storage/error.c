#include "storage/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void error_fill(struct error *err, enum error_code code, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));

static void error_fill(struct error *err, enum error_code code, const char *format, va_list args)
{
	size_t end = sizeof err->subject - 1;
	int n;

	*err = (struct error){.code = code};
	n = vsnprintf(err->subject, sizeof err->subject, format, args);

	if (n < 0)
		err->subject[0] = '\0';
	if (n <= (int)end)
		return;
	/* A subject that is too long is cut, between two letters: it only names the thing. */
	while (end > 0 && ((unsigned char)err->subject[end - 1] & 0xc0) == 0x80)
		end--;
	err->subject[end ? end - 1 : 0] = '\0';
}

int error_set(struct error *err, enum error_code code, const char *subject_format, ...)
{
	va_list args;

	va_start(args, subject_format);
	error_fill(err, code, subject_format, args);
	va_end(args);
	return -1;
}

int error_sys(struct error *err, enum error_code code, const char *subject_format, ...)
{
	int sys = errno;
	va_list args;

	if (sys == ENOSPC || sys == EDQUOT || sys == EFBIG)
		code = ERROR_DISK_FULL;
	va_start(args, subject_format);
	error_fill(err, code, subject_format, args);
	va_end(args);
	err->sys = sys;
	snprintf(err->detail, sizeof err->detail, "errno %d (%s)", sys, strerrorname_np(sys));
	return -1;
}

/* Why the system refused, in words that can be translated; the common cases only. */
static struct message error_reason(const struct error *err)
{
	switch (err->sys) {
	case EACCES:
	case EPERM:
		return TEXT("you may not do this there");
	case ENOENT:
		return TEXT("the file or folder does not exist");
	case ENOTDIR:
		return TEXT("a part of the path is not a folder");
	case EISDIR:
		return TEXT("it is a folder");
	case EROFS:
		return TEXT("the disk is write-protected");
	case EIO:
		return TEXT("the disk reports a fault");
	case ELOOP:
		return TEXT("the path leads over a symbolic link");
	case ENAMETOOLONG:
		return TEXT("the name is too long");
	case EFBIG:
		return TEXT("the file is too long");
	case EMFILE:
	case ENFILE:
		return TEXT("too many files are open");
	default:
		break;
	}
	if (err->sys)
		return MSG("system fault {n}", A_DIGITS("n", err->sys));
	if (err->sql)
		return MSG("database fault {n}", A_DIGITS("n", err->sql));
	return TEXT("the contents cannot be used");
}

struct message error_phrase(const struct error *err, struct arena *a)
{
	if (err->code == ERROR_BAD_TEXT)
		return TEXT("the text is not UTF-8 or holds a control character");
	/* The subject is itself a string of the catalogues. */
	return TEXT(arena_z(a, str_of(err->subject)));
}

/* Where in an input file, then what. */
static struct message error_in_file(const struct error *err, struct arena *a)
{
	const struct message *what = message_keep(a, error_phrase(err, a));

	if (err->line && err->column)
		return MSG("Line {line}, column {column}: {what}.", A_DIGITS("line", err->line),
			A_DIGITS("column", err->column), A_MSG("what", what));
	if (err->line)
		return MSG(
			"Line {line}: {what}.", A_DIGITS("line", err->line), A_MSG("what", what));
	return MSG("The file cannot be used: {what}.", A_MSG("what", what));
}

/* The sentences that need nothing but the subject; the other codes have none here. */
static const char *const error_sentences[] = {
	[ERROR_NO_FILE] = N_("There is no file {subject}; check the name."),
	[ERROR_NO_FOLDER] = N_("The folder {subject} is missing; make it first, or name another."),
	[ERROR_CANCELLED] = N_("Stopped as asked; nothing was written."),
	[ERROR_DISK_FULL] = N_(
		"The disk is full and {subject} was not written; free some space and try again."),
	[ERROR_EXISTS] =
		N_("{subject} exists already and is not overwritten; choose another name."),
	[ERROR_FOLDER_NOT_EMPTY] =
		N_("The folder {subject} is not empty; choose a new or an empty one."),
	[ERROR_NOT_A_REGISTER] =
		N_("{subject} is not a register of mahdar; nothing was changed in it."),
	[ERROR_NEWER_REGISTER] =
		N_("{subject} was made by a newer version of mahdar; open it with that one."),
	[ERROR_DAMAGED] = N_("The register is damaged ({subject}); nothing is written to it any "
			     "more. Keep the file and go on with the last backup."),
	[ERROR_LOCKED] =
		N_("The register is already open for writing ({subject}); close it there first."),
	[ERROR_BAD_PLACE] = N_("{subject} is on a file system that cannot keep a register safe; "
			       "put it on the internal disk."),
	[ERROR_READ_ONLY] = N_("The register is open for reading only; nothing was recorded."),
	[ERROR_CONFLICT] = N_("Something else was recorded meanwhile, so this was not; look at the "
			      "session and repeat it."),
	[ERROR_DUPLICATE_ID] = N_("This act is already recorded; it was not recorded twice."),
	[ERROR_COMMIT_LOST] = N_(
		"The disk failed and the act was not recorded; check the disk and repeat the act."),
	[ERROR_COMMIT_UNKNOWN] =
		N_("The disk failed and whether the act was recorded is not known; nothing more is "
		   "written. Check the disk and start again."),
	[ERROR_BAD_EVENT] = N_("Line {subject} of the register is not an act that this version "
			       "knows; open it with the version that wrote it."),
	[ERROR_PASSPHRASE] = N_("The passphrase is wrong; type it again."),
	[ERROR_KEY] = N_("{subject} is not a usable key or certificate."),
	[ERROR_SPECIMEN_KEY] = N_("A SPECIMEN key signs only in a sample register, and a sample "
				  "register takes no other key."),
	[ERROR_WRONG_SIGNER] = N_("The record was frozen for another certificate; sign with the "
				  "key it names, or withdraw and freeze it again."),
	[ERROR_FONT] = N_("The font {subject} is missing; install the packages fonts-hosny-amiri "
			  "and fonts-dejavu-core."),
	[ERROR_MODULE] = N_("The part that draws PDF files, mahdar-pdf.so, is missing or of "
			    "another version; install mahdar again."),
	[ERROR_PDF] = N_("The PDF could not be made or read: {subject}."),
	[ERROR_NO_SESSION] = N_("There is no session {subject}; see the list of sessions."),
	[ERROR_NOT_FROZEN] = N_("The record is not frozen yet; freeze it before signing."),
	[ERROR_NO_UTF8] = N_("This system offers no UTF-8 character set; set LANG to C.UTF-8."),
	[ERROR_NO_TERMINAL] = N_(
		"This needs a terminal that can draw (TERM is “{subject}” here); start it in one."),
	[ERROR_MEMORY] = N_("There is not enough memory; close other programs and try again."),
	[ERROR_USAGE] = N_("{subject} is not understood here; mahdar help shows what is."),
	[ERROR_USAGE + 1] = NULL,
};

struct message error_message(const struct error *err, struct arena *a)
{
	const char *sentence = error_sentences[err->code];

	if (err->code == ERROR_NO_SESSION && !err->subject[0])
		return TEXT("This register has no session yet; create one first.");
	if (sentence)
		return (struct message){
			.id = sentence, .arg = {A_STR("subject", str_of(err->subject))}};
	if (err->code == ERROR_FILE)
		return MSG("{subject} could not be read or written: {reason}.",
			A_STR("subject", str_of(err->subject)),
			A_MSG("reason", message_keep(a, error_reason(err))));
	if (err->code == ERROR_BAD_CSV || err->code == ERROR_BAD_TEXT)
		return error_in_file(err, a);
	return (struct message){0};
}

int error_exit_code(const struct error *err)
{
	switch (err->code) {
	case ERROR_NONE:
		return 0;
	case ERROR_USAGE:
		return 2;
	case ERROR_EXISTS:
	case ERROR_FOLDER_NOT_EMPTY:
	case ERROR_LOCKED:
	case ERROR_READ_ONLY:
	case ERROR_CONFLICT:
	case ERROR_DUPLICATE_ID:
	case ERROR_BAD_CSV:
	case ERROR_BAD_TEXT:
	case ERROR_PASSPHRASE:
	case ERROR_SPECIMEN_KEY:
	case ERROR_WRONG_SIGNER:
	case ERROR_NO_SESSION:
	case ERROR_NOT_FROZEN:
		return 1;
	case ERROR_CANCELLED:
		return 4;
	case ERROR_NO_FILE:
	case ERROR_NO_FOLDER:
	case ERROR_FILE:
	case ERROR_DISK_FULL:
	case ERROR_NOT_A_REGISTER:
	case ERROR_NEWER_REGISTER:
	case ERROR_DAMAGED:
	case ERROR_BAD_PLACE:
	case ERROR_COMMIT_LOST:
	case ERROR_COMMIT_UNKNOWN:
	case ERROR_BAD_EVENT:
	case ERROR_KEY:
	case ERROR_FONT:
	case ERROR_MODULE:
	case ERROR_PDF:
	case ERROR_NO_UTF8:
	case ERROR_NO_TERMINAL:
	case ERROR_MEMORY:
		break;
	}
	return 3;
}
