#include "storage/encoding.h"

#include "locale/text.h"

#include <limits.h>
#include <unicode/ucnv.h>

/* Bytes of the letter of UTF-8 that begins at AT; 0: none does. */
static size_t letter_of_utf8(struct str s, size_t at)
{
	size_t next = at;

	/* A replacement character that was written counts as damage too. */
	return text_decode(s, &next) == 0xFFFD ? 0 : next - at;
}

/* Arabic in Windows-1256 comes in runs, accents of French in Windows-1252 stand alone between
 * letters of ASCII. What is mostly UTF-8 is neither. */
const char *encoding_guess(struct str s)
{
	size_t letters = 0, strange = 0, beside = 0;

	for (size_t i = 0; i < s.n;) {
		size_t n = (unsigned char)s.p[i] < 0x80 ? 1 : letter_of_utf8(s, i);

		letters += n > 1;
		strange += n == 0;
		i += n ? n : 1;
	}
	if (strange == 0 || letters > strange)
		return NULL;
	strange = 0;
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < 0x80)
			continue;
		strange++;
		beside += (i > 0 && (unsigned char)s.p[i - 1] >= 0x80) ||
			  (i + 1 < s.n && (unsigned char)s.p[i + 1] >= 0x80);
	}
	return beside * 2 > strange ? "Windows-1256" : "Windows-1252";
}

bool encoding_read(struct str text, const char *encoding, struct arena *a, struct str *out)
{
	UErrorCode status = U_ZERO_ERROR;
	size_t room = text.n * 3 + 1; /* no letter of one byte needs more in UTF-8 */
	char *p;
	int32_t n;

	if (room > INT32_MAX)
		return false;
	p = arena_take(a, room);
	n = ucnv_convert("UTF-8", encoding, p, (int32_t)room, text.p, (int32_t)text.n, &status);
	if (U_FAILURE(status) || n < 0)
		return false;
	*out = (struct str){p, (size_t)n};
	return true;
}
