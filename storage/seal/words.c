/* What a verification found, as sentences for a person. */
#include "storage/seal/seal.h"

struct message seal_finding_message(enum seal_finding finding)
{
	switch (finding) {
	case SEAL_OK:
		return TEXT("The file is intact and carries all its signatures.");
	case SEAL_NOT_PDF:
		return TEXT("This is no PDF that can be read.");
	case SEAL_NO_SIGNATURE:
		return TEXT("The file carries no signature.");
	case SEAL_DIGEST:
		return TEXT("The file was changed after it was signed.");
	case SEAL_SIGNATURE:
		return TEXT("A signature does not hold.");
	case SEAL_COVERAGE:
		return TEXT("The file was cut, or something was added after its last signature.");
	case SEAL_INCREMENT:
		return TEXT("A signature came with changes that no signature may make.");
	case SEAL_FOREIGN:
		return TEXT("The file is intact, but a signature was not made by mahdar.");
	case SEAL_MISSING:
		return TEXT("A signature is still missing.");
	case SEAL_SIGNER:
		return TEXT("A signature is by another certificate than the record names.");
	}
	return (struct message){0};
}
