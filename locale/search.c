/* The loose comparison of text.h: folding and matching. */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "locale/text.h"

/* One letter for each group that people write for one another; 0 drops it. */
static uint32_t same_letter(uint32_t code)
{
	switch (code) {
	case 0x0621: /* ء alone: مسؤول, مسئول, مسءول */
	case 0x0640: /* tatweel */
	case 0x0674: /* high hamza */
		return 0;
	case 0x0622:
	case 0x0623:
	case 0x0625:
	case 0x0671:
		return 0x0627; /* ا */
	case 0x0624:
		return 0x0648; /* و */
	case 0x0626:
	case 0x0649:
	case 0x06CC:
		return 0x064A; /* ي */
	case 0x0629:
	case 0x06C0:
	case 0x06C1:
	case 0x06C2:
	case 0x06C3:
	case 0x06D5:
		return 0x0647; /* ه */
	case 0x06A9:
	case 0x06AD:
	case 0x06AF:
	case 0x0763:           /* the gaf of أكادير has many faces */
		return 0x0643; /* ك */
	case 0x06A4:
	case 0x06A2:
		return 0x0641; /* ف */
	case 0x06A7:
		return 0x0642; /* ق */
	case 0x067E:
		return 0x0628; /* ب */
	case 0x2019:
	case 0x02BC:
		return '\'';
	case 0x00F8:
		return 'o';
	default:
		return text_digit(code);
	}
}

static void add_folded(struct builder *b, uint32_t code)
{
	const UNormalizer2 *nfkc;
	UErrorCode status = U_ZERO_ERROR;
	UChar parts[32];
	int32_t n;

	nfkc = unorm2_getNFKCInstance(&status);
	n = unorm2_getDecomposition(nfkc, (UChar32)code, parts, 32, &status);
	if (n < 0 || U_FAILURE(status)) {
		if (code == 0x0153 || code == 0x0152) { /* œ */
			builder_add_z(b, "oe");
		} else if (code == 0x00E6 || code == 0x00C6) {
			builder_add_z(b, "ae");
		} else if (!text_is_mark(code) && !text_is_format(code)) {
			code = same_letter(
				(uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT));
			if (code)
				text_encode(b, code);
		}
		return;
	}
	for (int32_t i = 0; i < n; i++) {
		uint32_t part = parts[i];

		if (part >= 0xD800 && part < 0xDC00 && i + 1 < n)
			part = (part << 10) + parts[++i] - 0x35FDC00u;
		if (part != code)
			add_folded(b, part);
	}
}

/* Folded, with single blanks between words and none at the ends, articles kept. */
static struct str fold_all(struct str s, struct arena *a)
{
	struct builder b;
	bool blank = false;

	builder_init(&b, a);
	for (size_t at = 0; at < s.n;) {
		uint32_t code = text_decode(s, &at);

		if (u_isUWhiteSpace((UChar32)code) || code < 0x20) {
			blank = b.n > 0;
			continue;
		}
		if (blank)
			builder_add_char(&b, ' ');
		blank = false;
		add_folded(&b, code);
	}
	return builder_str(&b);
}

static size_t word_end(struct str s, size_t at)
{
	while (at < s.n && s.p[at] != ' ')
		at++;
	return at;
}

/* How many bytes the article at the beginning of WORD takes: ال before at least two letters. */
static size_t article(struct str word)
{
	static const char al[] = "\xD8\xA7\xD9\x84";
	const size_t n = sizeof al - 1;

	return word.n >= n + 4 && str_starts(word, al) ? n : 0;
}

struct str text_fold(struct str s, struct arena *a)
{
	struct str kept = fold_all(s, a);
	struct builder b;

	builder_init(&b, a);
	for (size_t at = 0; at < kept.n;) {
		size_t end = word_end(kept, at);
		struct str word = {kept.p + at, end - at};
		size_t skip = article(word);

		if (at)
			builder_add_char(&b, ' ');
		builder_add(&b, (struct str){word.p + skip, word.n - skip});
		at = end + 1;
	}
	return builder_str(&b);
}

/* NEEDLE stands at the beginning of HAY, blanks in either not counting: عبد الله, عبدالله. */
static bool begins_loosely(struct str needle, struct str hay)
{
	size_t k = 0;

	for (size_t i = 0; i < needle.n; i++) {
		if (needle.p[i] == ' ')
			continue;
		while (k < hay.n && hay.p[k] == ' ')
			k++;
		if (k == hay.n || hay.p[k++] != needle.p[i])
			return false;
	}
	return true;
}

/* NEEDLE begins at one of the words of HAY, article or not. */
static bool begins_somewhere(struct str needle, struct str hay)
{
	size_t bare = article(needle);
	struct str without = {needle.p + bare, needle.n - bare};

	for (size_t at = 0; at < hay.n; at = word_end(hay, at) + 1) {
		struct str here = {hay.p + at, hay.n - at};
		struct str word = {here.p, word_end(hay, at) - at};
		size_t skip = article(word);

		if (begins_loosely(needle, here) ||
			begins_loosely(without, (struct str){here.p + skip, here.n - skip}))
			return true;
	}
	return false;
}

bool text_matches(struct str needle, struct str hay, struct arena *a)
{
	struct str n = fold_all(needle, a), h = fold_all(hay, a);

	if (n.n == 0 || begins_somewhere(n, h))
		return true;
	for (size_t at = 0; at < n.n;) {
		size_t end = word_end(n, at);

		if (!begins_somewhere((struct str){n.p + at, end - at}, h))
			return false;
		at = end + 1;
	}
	return true;
}
