#include "locale/text.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

/* ---- UTF-8 ---- */

#define REPLACEMENT 0xFFFDu

/* The code point at *AT, or UINT32_MAX when these bytes are none; *AT moves on in any case. */
static uint32_t decode(struct str s, size_t *at)
{
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char first = (unsigned char)s.p[*at];
	size_t n = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	uint32_t code = n == 1 ? first : n ? first & (0x7Fu >> n) : 0;

	if (n == 0 || first > 0xF4 || s.n - *at < n) {
		(*at)++;
		return UINT32_MAX;
	}
	for (size_t i = 1; i < n; i++) {
		unsigned char c = (unsigned char)s.p[*at + i];

		if ((c & 0xC0) != 0x80) {
			(*at)++;
			return UINT32_MAX;
		}
		code = code << 6 | (c & 0x3Fu);
	}
	if (code < smallest[n] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
		(*at)++;
		return UINT32_MAX;
	}
	*at += n;
	return code;
}

uint32_t text_decode(struct str s, size_t *at)
{
	uint32_t code = decode(s, at);

	return code == UINT32_MAX ? REPLACEMENT : code;
}

void text_encode(struct builder *b, uint32_t code)
{
	char z[4];
	size_t n = 0;

	if (code < 0x80) {
		z[n++] = (char)code;
	} else if (code < 0x800) {
		z[n++] = (char)(0xC0 | code >> 6);
		z[n++] = (char)(0x80 | (code & 0x3F));
	} else if (code < 0x10000) {
		z[n++] = (char)(0xE0 | code >> 12);
		z[n++] = (char)(0x80 | (code >> 6 & 0x3F));
		z[n++] = (char)(0x80 | (code & 0x3F));
	} else {
		z[n++] = (char)(0xF0 | code >> 18);
		z[n++] = (char)(0x80 | (code >> 12 & 0x3F));
		z[n++] = (char)(0x80 | (code >> 6 & 0x3F));
		z[n++] = (char)(0x80 | (code & 0x3F));
	}
	builder_add(b, (struct str){z, n});
}

/* ---- classes ---- */

/* These run for every letter of every frame: ICU's slower look-ups come last and seldom. */
bool text_is_mark(uint32_t code)
{
	int8_t type;

	if (code < 0x300)
		return false;
	type = u_charType((UChar32)code);
	return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool text_is_format(uint32_t code)
{
	if (code < 0xAD)
		return false;
	switch (u_charType((UChar32)code)) {
	case U_FORMAT_CHAR:
		/* The signs of number and of verse are of this class too, but are seen. */
		return !u_hasBinaryProperty((UChar32)code, UCHAR_PREPENDED_CONCATENATION_MARK);
	case U_NON_SPACING_MARK:
		return code >= 0x180B &&
		       u_hasBinaryProperty((UChar32)code, UCHAR_VARIATION_SELECTOR);
	default:
		return false;
	}
}

static bool has_letter(struct str s, UScriptCode script)
{
	for (size_t at = 0; at < s.n;) {
		UChar32 code = (UChar32)text_decode(s, &at);
		UErrorCode ignored = U_ZERO_ERROR; /* of arguments that cannot be wrong */

		if (u_isalpha(code) && uscript_getScript(code, &ignored) == script)
			return true;
	}
	return false;
}

bool text_has_arabic(struct str s)
{
	return has_letter(s, USCRIPT_ARABIC);
}

bool text_has_latin(struct str s)
{
	return has_letter(s, USCRIPT_LATIN);
}

int text_code_width(uint32_t code)
{
	if (code >= 0x20 && code < 0x7F)
		return 1;
	if (text_is_mark(code) || text_is_format(code) || code == 0)
		return 0;
	if (code < 0x1100)
		return 1;

	int32_t wide = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);

	return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

uint32_t text_digit(uint32_t code)
{
	if (code >= 0x0660 && code <= 0x0669)
		return '0' + code - 0x0660;
	if (code >= 0x06F0 && code <= 0x06F9)
		return '0' + code - 0x06F0;
	return code;
}

struct str text_western_digits(struct str s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t at = 0; at < s.n;)
		text_encode(&b, text_digit(text_decode(s, &at)));
	return builder_str(&b);
}

/* ---- the door ---- */

/* ICU's data is linked in; when it cannot be read, the machine is not one to write records on. */
static const UNormalizer2 *normaliser(const UNormalizer2 *get(UErrorCode *))
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *n = get(&status);

	if (U_FAILURE(status))
		abort();
	return n;
}

/* The 16-bit text ICU works on; *N units. Owner: the arena. */
static UChar *to_utf16(struct str s, struct arena *a, int32_t *n)
{
	UChar *u = ARENA_ARRAY(a, UChar, s.n + 1);
	size_t k = 0;

	for (size_t at = 0; at < s.n;) {
		uint32_t code = text_decode(s, &at);

		if (code > 0xFFFF) {
			u[k++] = (UChar)(0xD7C0 + (code >> 10));
			u[k++] = (UChar)(0xDC00 + (code & 0x3FF));
		} else {
			u[k++] = (UChar)code;
		}
	}
	*n = (int32_t)k;
	return u;
}

static void add_utf16(struct builder *b, const UChar *u, int32_t n)
{
	for (int32_t i = 0; i < n; i++) {
		uint32_t code = u[i];

		if (code >= 0xD800 && code < 0xDC00 && i + 1 < n)
			code = (code << 10) + u[++i] - 0x35FDC00u;
		text_encode(b, code);
	}
}

static struct str normalise(struct str s, const UNormalizer2 *get(UErrorCode *), struct arena *a)
{
	const UNormalizer2 *form = normaliser(get);
	UErrorCode status = U_ZERO_ERROR;
	int32_t n;
	UChar *u = to_utf16(s, a, &n);

	if (unorm2_spanQuickCheckYes(form, u, n, &status) == n && U_SUCCESS(status))
		return s;

	/* No code point grows more than eighteenfold. */
	int32_t room = n * 18 + 1;
	UChar *out = ARENA_ARRAY(a, UChar, room);
	struct builder b;

	status = U_ZERO_ERROR;
	n = unorm2_normalize(form, u, n, out, room, &status);
	if (U_FAILURE(status))
		abort();
	builder_init(&b, a);
	add_utf16(&b, out, n);
	return builder_str(&b);
}

static bool is_presentation_form(uint32_t code)
{
	if (code >= 0xFDFA && code <= 0xFDFF) /* formulas people mean as one sign: ﷺ ﷽ */
		return false;
	return (code >= 0xFB50 && code < 0xFE00) || (code >= 0xFE70 && code < 0xFEFF);
}

static void add_letters_of(struct builder *b, uint32_t code)
{
	UChar u[32];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = unorm2_getDecomposition(
		normaliser(unorm2_getNFKCInstance), (UChar32)code, u, 32, &status);
	struct str marks;

	if (n < 0 || U_FAILURE(status)) {
		text_encode(b, code);
		return;
	}
	/* A form of a mark alone is the mark on a blank or a tatweel. */
	marks = (struct str){0};
	if (n > 1 && (u[0] == ' ' || u[0] == 0x0640))
		marks.n = 1;
	add_utf16(b, u + marks.n, n - (int32_t)marks.n);
}

static bool is_dropped(uint32_t code)
{
	return code == 0xFEFF || (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069);
}

int text_clean(struct str in, struct arena *a, struct str *out, size_t *bad_offset)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t at = 0; at < in.n;) {
		size_t begin = at;
		uint32_t code = decode(in, &at);

		if (code == '\r') {
			if (at < in.n && in.p[at] == '\n')
				at++;
			code = '\n';
		} else if (code == 0x2028 || code == 0x2029) {
			code = '\n';
		} else if (code == '\t') {
			code = ' ';
		}
		if (code == UINT32_MAX || (code < 0x20 && code != '\n') ||
			(code >= 0x7F && code < 0xA0)) {
			*bad_offset = begin;
			return -1;
		}
		if (is_dropped(code))
			continue;
		if (is_presentation_form(code))
			add_letters_of(&b, code);
		else
			text_encode(&b, code);
	}
	*out = normalise(builder_str(&b), unorm2_getNFCInstance, a);
	return 0;
}

/* ---- letters and words ---- */

struct cluster {            /* what the rules of UAX #29 need to know of the text so far */
	int32_t last;       /* grapheme cluster break class; -1 at the beginning */
	bool odd_indicator; /* an odd number of regional indicators up to here */
	bool picture;       /* a pictograph, then extenders */
	bool picture_joiner;
};

static bool cluster_ends_before(struct cluster *c, uint32_t code)
{
	int32_t now = u_getIntPropertyValue((UChar32)code, UCHAR_GRAPHEME_CLUSTER_BREAK);
	bool picture = u_hasBinaryProperty((UChar32)code, UCHAR_EXTENDED_PICTOGRAPHIC);
	int32_t last = c->last;
	bool ends = true;

	if (last == -1)
		ends = false;
	else if (last == U_GCB_CR && now == U_GCB_LF)
		ends = false;
	else if (last == U_GCB_CR || last == U_GCB_LF || last == U_GCB_CONTROL)
		ends = true;
	else if (now == U_GCB_EXTEND || now == U_GCB_ZWJ || now == U_GCB_SPACING_MARK)
		ends = false;
	else if (last == U_GCB_PREPEND)
		ends = now == U_GCB_CR || now == U_GCB_LF || now == U_GCB_CONTROL;
	else if (last == U_GCB_L)
		ends = now != U_GCB_L && now != U_GCB_V && now != U_GCB_LV && now != U_GCB_LVT;
	else if (last == U_GCB_LV || last == U_GCB_V)
		ends = now != U_GCB_V && now != U_GCB_T;
	else if (last == U_GCB_LVT || last == U_GCB_T)
		ends = now != U_GCB_T;
	else if (c->picture_joiner && picture)
		ends = false;
	else if (now == U_GCB_REGIONAL_INDICATOR && c->odd_indicator)
		ends = false;
	c->picture_joiner = c->picture && now == U_GCB_ZWJ;
	c->picture = picture || (c->picture && now == U_GCB_EXTEND);
	c->odd_indicator = now == U_GCB_REGIONAL_INDICATOR && !c->odd_indicator;
	c->last = now;
	return ends;
}

size_t text_next(struct str s, size_t at)
{
	struct cluster c = {.last = -1};

	while (at < s.n) {
		size_t next = at;

		if (cluster_ends_before(&c, text_decode(s, &next)))
			break;
		at = next;
	}
	return at;
}

size_t text_prev(struct str s, size_t at)
{
	size_t begin = at;

	/* No cluster crosses a newline: walk forward from there. */
	if (begin > s.n)
		begin = at = s.n;
	if (begin > 0)
		begin--;
	while (begin > 0 && s.p[begin - 1] != '\n')
		begin--;
	for (size_t next = begin; next < at; next = text_next(s, next))
		begin = next;
	return begin;
}

static bool in_word(uint32_t code)
{
	return u_isalnum((UChar32)code) || text_is_mark(code) || code == '_' || code == 0x200C;
}

/* The end of the run of word letters (WORD) or of what stands between words, from AT on. */
static size_t skip_run(struct str s, size_t at, bool word)
{
	while (at < s.n) {
		size_t next = at;

		if (in_word(text_decode(s, &next)) != word)
			break;
		at = next;
	}
	return at;
}

size_t text_next_word(struct str s, size_t at)
{
	return skip_run(s, skip_run(s, at, true), false);
}

size_t text_prev_word(struct str s, size_t at)
{
	size_t found = 0, next = skip_run(s, 0, false);

	/* Text before the first word counts as a place to stop as well: the beginning. */
	while (next < at && next < s.n) {
		found = next;
		next = text_next_word(s, next);
	}
	return found;
}
