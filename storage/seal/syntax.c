#include "storage/seal/syntax.h"

#include <string.h>

#define DEPTH_MAX 32
#define KEYS_MAX  64 /* of a dictionary that is looked at closely; ours have about twenty */

bool syntax_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' ||
	       c == '}' || c == '/' || c == '%';
}

static bool is_regular(char c)
{
	return !syntax_is_space(c) && !is_delimiter(c);
}

static size_t space_skip(struct str s, size_t at)
{
	while (at < s.n) {
		if (s.p[at] == '%') {
			while (at < s.n && s.p[at] != '\n' && s.p[at] != '\r')
				at++;
		} else if (!syntax_is_space(s.p[at])) {
			break;
		} else {
			at++;
		}
	}
	return at;
}

static size_t regular_end(struct str s, size_t at)
{
	while (at < s.n && is_regular(s.p[at]))
		at++;
	return at;
}

/* Digits only, at most nine, so that every arithmetic on them is safe. */
static bool whole_number(struct str s, uint32_t *n)
{
	*n = 0;
	if (s.n == 0 || s.n > 9)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*n = *n * 10 + (uint32_t)(s.p[i] - '0');
	}
	return true;
}

static bool string_end(struct str s, size_t *at)
{
	int depth = 0;

	for (size_t i = *at; i < s.n; i++) {
		if (s.p[i] == '\\') {
			i++;
		} else if (s.p[i] == '(') {
			depth++;
		} else if (s.p[i] == ')' && --depth == 0) {
			*at = i + 1;
			return true;
		}
	}
	return false;
}

static bool hex_end(struct str s, size_t *at)
{
	for (size_t i = *at + 1; i < s.n; i++) {
		if (s.p[i] == '>') {
			*at = i + 1;
			return true;
		}
		if (hex_digit(s.p[i]) < 0 && !syntax_is_space(s.p[i]))
			return false;
	}
	return false;
}

static bool value_end(struct str s, size_t *at, struct syntax *v, int depth);

/* A dictionary or array: values up to the closing mark. */
static bool group_end(struct str s, size_t *at, const char *close, int depth)
{
	size_t n = strlen(close), i = *at + n;
	struct syntax v;

	for (;;) {
		i = space_skip(s, i);
		if (i + n <= s.n && memcmp(s.p + i, close, n) == 0) {
			*at = i + n;
			return true;
		}
		if (!value_end(s, &i, &v, depth + 1))
			return false;
	}
}

/* After the number just read in V: "0 R" makes it a reference. */
static void reference_try(struct str s, size_t *at, struct syntax *v)
{
	size_t start = space_skip(s, *at), end = regular_end(s, start), r;

	if (!v->whole || end != start + 1 || s.p[start] != '0')
		return;
	r = space_skip(s, end);
	if (r == end || r >= s.n || s.p[r] != 'R' || regular_end(s, r) != r + 1)
		return;
	v->kind = SYNTAX_REF;
	*at = r + 1;
}

/* S[*AT] is the first byte of the value. */
static bool value_end(struct str s, size_t *at, struct syntax *v, int depth)
{
	size_t from = *at;
	bool ok;

	*v = (struct syntax){.kind = SYNTAX_WORD};
	if (from >= s.n || depth > DEPTH_MAX)
		return false;
	if (s.p[from] == '<' && from + 1 < s.n && s.p[from + 1] == '<') {
		v->kind = SYNTAX_DICT;
		ok = group_end(s, at, ">>", depth);
	} else if (s.p[from] == '<') {
		v->kind = SYNTAX_HEX;
		ok = hex_end(s, at);
	} else if (s.p[from] == '[') {
		v->kind = SYNTAX_ARRAY;
		ok = group_end(s, at, "]", depth);
	} else if (s.p[from] == '(') {
		v->kind = SYNTAX_STRING;
		ok = string_end(s, at);
	} else if (s.p[from] == '/') {
		v->kind = SYNTAX_NAME;
		*at = regular_end(s, from + 1);
		ok = true;
	} else {
		*at = regular_end(s, from);
		ok = *at > from;
		if (ok && strchr("+-.0123456789", s.p[from])) {
			v->kind = SYNTAX_NUMBER;
			v->whole = whole_number((struct str){s.p + from, *at - from}, &v->number);
			reference_try(s, at, v);
		}
	}
	v->raw = (struct str){s.p + from, ok ? *at - from : 0};
	return ok;
}

bool syntax_read(struct str s, size_t *at, struct syntax *v)
{
	*at = space_skip(s, *at);
	return value_end(s, at, v, 0);
}

/* The next key and value of the inside of a dictionary; false at its end, *OK false on nonsense. */
static bool pair_read(struct str inside, size_t *at, struct syntax *key, struct syntax *v, bool *ok)
{
	if (space_skip(inside, *at) >= inside.n)
		return false;
	*ok = syntax_read(inside, at, key) && key->kind == SYNTAX_NAME &&
	      !memchr(key->raw.p, '#', key->raw.n) && syntax_read(inside, at, v);
	return *ok;
}

static struct str dict_inside(struct syntax dict)
{
	if (dict.kind != SYNTAX_DICT || dict.raw.n < 4)
		return STR("");
	return (struct str){dict.raw.p + 2, dict.raw.n - 4};
}

bool syntax_entry(struct syntax dict, const char *key, struct syntax *v)
{
	struct str inside = dict_inside(dict);
	struct syntax k, found = {.kind = SYNTAX_WORD}, each;
	bool ok = true, there = false;
	size_t at = 0;

	*v = found;
	while (pair_read(inside, &at, &k, &each, &ok)) {
		if (!str_is(k.raw, key))
			continue;
		if (there)
			return false;
		there = true;
		found = each;
	}
	if (ok && there)
		*v = found;
	return ok && there;
}

bool syntax_sound(struct syntax dict)
{
	struct str inside = dict_inside(dict), seen[KEYS_MAX];
	struct syntax k, v;
	bool ok = dict.kind == SYNTAX_DICT;
	size_t at = 0, n = 0;

	while (ok && pair_read(inside, &at, &k, &v, &ok)) {
		if (n == KEYS_MAX)
			return false;
		for (size_t i = 0; i < n; i++)
			if (str_equal(seen[i], k.raw))
				return false;
		seen[n++] = k.raw;
	}
	return ok;
}

/* ---- text strings ---------------------------------------------------------------------------- */

static bool hex_bytes(struct str raw, struct builder *b)
{
	int high = -1;

	for (size_t i = 1; i + 1 < raw.n; i++) {
		int d = hex_digit(raw.p[i]);

		if (syntax_is_space(raw.p[i]))
			continue;
		if (d < 0)
			return false;
		if (high < 0) {
			high = d;
		} else {
			builder_add_char(b, (char)(unsigned char)(high << 4 | d));
			high = -1;
		}
	}
	return high < 0;
}

static bool string_bytes(struct str raw, struct builder *b)
{
	static const char names[] = "nrtbf()\\", bytes[] = "\n\r\t\b\f()\\";

	for (size_t i = 1; i + 1 < raw.n; i++) {
		const char *name;
		int octal = 0, digits = 0;

		if (raw.p[i] != '\\') {
			builder_add_char(b, raw.p[i]);
			continue;
		}
		i++;
		for (; digits < 3 && i < raw.n && raw.p[i] >= '0' && raw.p[i] <= '7'; digits++)
			octal = octal * 8 + (raw.p[i++] - '0');
		if (digits) {
			i--;
			builder_add_char(b, (char)(unsigned char)(octal & 0xff));
			continue;
		}
		name = raw.p[i] ? strchr(names, raw.p[i]) : NULL;
		if (!name)
			return false;
		builder_add_char(b, bytes[name - names]);
	}
	return true;
}

static void utf8_add(struct builder *b, uint32_t c)
{
	char u[4];
	size_t n = 0;

	if (c < 0x80) {
		u[n++] = (char)c;
	} else {
		int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;

		u[n++] = (char)(unsigned char)((0xff00u >> (more + 1) & 0xffu) | c >> (6 * more));
		while (more--)
			u[n++] = (char)(unsigned char)(0x80 | (c >> (6 * more) & 0x3f));
	}
	builder_add(b, (struct str){u, n});
}

static bool utf16_text(struct str s, struct builder *b)
{
	for (size_t i = 2; i + 1 < s.n; i += 2) {
		uint32_t c = (uint32_t)(unsigned char)s.p[i] << 8 | (unsigned char)s.p[i + 1], low;

		if (c >= 0xdc00 && c < 0xe000)
			return false;
		if (c >= 0xd800 && c < 0xdc00) {
			i += 2;
			if (i + 1 >= s.n)
				return false;
			low = (uint32_t)(unsigned char)s.p[i] << 8 | (unsigned char)s.p[i + 1];
			if (low < 0xdc00 || low >= 0xe000)
				return false;
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		}
		utf8_add(b, c);
	}
	return s.n % 2 == 0;
}

bool syntax_text(struct syntax v, struct str *out, struct arena *a)
{
	struct builder raw, text;
	struct str s;

	builder_init(&raw, a);
	if (v.kind == SYNTAX_HEX ? !hex_bytes(v.raw, &raw)
				 : v.kind != SYNTAX_STRING || !string_bytes(v.raw, &raw))
		return false;
	s = builder_str(&raw);
	builder_init(&text, a);
	if (str_starts(s, "\xfe\xff")) {
		if (!utf16_text(s, &text))
			return false;
	} else {
		for (size_t i = 0; i < s.n; i++)
			if (s.p[i] < 0x20 || s.p[i] > 0x7e)
				return false;
		builder_add(&text, s);
	}
	*out = arena_str(a, builder_str(&text));
	return true;
}

/* The character at S[*AT]; false when it is not UTF-8. */
static bool utf8_read(struct str s, size_t *at, uint32_t *c)
{
	unsigned char first = (unsigned char)s.p[*at];
	int more = first < 0x80   ? 0
		   : first < 0xc2 ? -1
		   : first < 0xe0 ? 1
		   : first < 0xf0 ? 2
		   : first < 0xf5 ? 3
				  : -1;

	if (more < 0 || (size_t)more >= s.n - *at)
		return false;
	*c = more ? first & (0x3fu >> more) : first;
	for (int i = 1; i <= more; i++) {
		unsigned char next = (unsigned char)s.p[*at + (size_t)i];

		if ((next & 0xc0) != 0x80)
			return false;
		*c = *c << 6 | (next & 0x3f);
	}
	*at += (size_t)more + 1;
	return !(more == 2 && (*c < 0x800 || (*c >= 0xd800 && *c < 0xe000))) &&
	       !(more == 3 && (*c < 0x10000 || *c > 0x10ffff));
}

static void hex_unit(struct builder *b, uint32_t unit)
{
	static const char digits[] = "0123456789abcdef";

	for (int shift = 12; shift >= 0; shift -= 4)
		builder_add_char(b, digits[unit >> shift & 0xf]);
}

bool syntax_write_text(struct str s, struct builder *b)
{
	bool ascii = true;
	uint32_t c;

	for (size_t i = 0; i < s.n; i++)
		ascii = ascii && s.p[i] >= 0x20 && s.p[i] <= 0x7e;
	builder_add_char(b, ascii ? '(' : '<');
	if (!ascii)
		hex_unit(b, 0xfeff);
	for (size_t i = 0; i < s.n;) {
		if (!utf8_read(s, &i, &c))
			return false;
		if (ascii) {
			if (c == '(' || c == ')' || c == '\\')
				builder_add_char(b, '\\');
			builder_add_char(b, (char)c);
		} else if (c < 0x10000) {
			hex_unit(b, c);
		} else {
			hex_unit(b, 0xd800 + ((c - 0x10000) >> 10));
			hex_unit(b, 0xdc00 + ((c - 0x10000) & 0x3ff));
		}
	}
	builder_add_char(b, ascii ? ')' : '>');
	return true;
}
