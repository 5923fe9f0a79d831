/* Text of before UTF-8, as a spreadsheet of a computer set to French or Arabic writes it. */
#ifndef STORAGE_ENCODING_H
#define STORAGE_ENCODING_H

#include "model/base.h"

/* The encoding TEXT most likely is in, as it is called: "Windows-1252" or "Windows-1256". NULL: it
 * is UTF-8, or UTF-8 that was damaged, which nobody can guess back. */
const char *encoding_guess(struct str text);

/* TEXT of the ENCODING as UTF-8, in A; false: it cannot be read so. */
bool encoding_read(struct str text, const char *encoding, struct arena *a, struct str *out);

#endif
