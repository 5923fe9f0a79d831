#include "model/base.h"

#include <assert.h>
#include <string.h>

struct str str_of(const char *z)
{
	return (struct str){z ? z : "", z ? strlen(z) : 0};
}

bool str_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_is(struct str a, const char *z)
{
	return str_equal(a, str_of(z));
}

bool str_starts(struct str a, const char *z)
{
	size_t n = strlen(z);

	return a.n >= n && (n == 0 || memcmp(a.p, z, n) == 0);
}

static bool is_one_of(const char *blanks, char c)
{
	return c && strchr(blanks, c);
}

struct str str_trim(struct str s, const char *blanks)
{
	while (s.n && is_one_of(blanks, s.p[0]))
		s = (struct str){s.p + 1, s.n - 1};
	while (s.n && is_one_of(blanks, s.p[s.n - 1]))
		s.n--;
	return s;
}

int str_compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int r = n ? memcmp(a.p, b.p, n) : 0;

	if (r)
		return r;
	return a.n < b.n ? -1 : a.n > b.n;
}

bool str_decode(struct str s, size_t *at, uint32_t *code)
{
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t left = s.n - *at;
	size_t more = p[0] < 0x80 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;

	if ((p[0] >= 0x80 && p[0] < 0xc2) || p[0] > 0xf4 || left < more + 1)
		return false;
	*code = more ? p[0] & (0x3fU >> more) : p[0];
	for (size_t i = 1; i <= more; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return false;
		*code = *code << 6 | (p[i] & 0x3fU);
	}
	*at += more + 1;
	/* Longer than needed, half of a UTF-16 pair, behind the last code point. */
	return *code >= least[more] && (*code < 0xd800 || *code > 0xdfff) && *code <= 0x10ffff;
}

bool str_valid(struct str s)
{
	uint32_t code;

	for (size_t at = 0; at < s.n;) {
		if (!str_decode(s, &at, &code) || (code < 0x20 && code != '\n') ||
			(code >= 0x7f && code < 0xa0))
			return false;
	}
	return true;
}

static const char *const lang_codes[LANG_COUNT] = {"ar", "fr", "en"};

const char *lang_code(enum lang lang)
{
	return lang_codes[lang];
}

bool lang_parse(struct str s, enum lang *lang)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		if (str_is(s, lang_codes[i])) {
			*lang = (enum lang)i;
			return true;
		}
	}
	return false;
}

enum lang lang_other(enum lang lang)
{
	return lang == LANG_AR ? LANG_FR : LANG_AR;
}

bool both_any(struct both b)
{
	return b.ar.n || b.fr.n;
}

struct str both_pick(struct both b, enum lang lang)
{
	if (lang == LANG_AR)
		return b.ar.n ? b.ar : b.fr;
	return b.fr.n ? b.fr : b.ar;
}

/* --- arena --- */

#define ARENA_BLOCK_BYTES ((size_t)64 * 1024)
#define ARENA_ALIGN       (_Alignof(max_align_t))

struct arena_block {
	struct arena_block *older;
	size_t room;
	_Alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *a, const struct arena_source *source)
{
	*a = (struct arena){.source = source};
}

void arena_clear(struct arena *a)
{
	while (a->block) {
		struct arena_block *older = a->block->older;

		a->source->give(a->block);
		a->block = older;
	}
	a->used = 0;
}

void *arena_take(struct arena *a, size_t bytes)
{
	assert(bytes < SIZE_MAX / 2);
	bytes = (bytes + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
	if (!a->block || a->block->room - a->used < bytes) {
		size_t room = bytes > ARENA_BLOCK_BYTES ? bytes : ARENA_BLOCK_BYTES;
		struct arena_block *block = a->source->take(sizeof(struct arena_block) + room);

		block->older = a->block;
		block->room = room;
		a->block = block;
		a->used = 0;
	}

	void *p = a->block->bytes + a->used;

	a->used += bytes;
	memset(p, 0, bytes);
	return p;
}

void *arena_copy(struct arena *a, const void *p, size_t bytes)
{
	void *copy = arena_take(a, bytes);

	if (bytes)
		memcpy(copy, p, bytes);
	return copy;
}

struct str arena_str(struct arena *a, struct str s)
{
	return (struct str){arena_z(a, s), s.n};
}

const char *arena_z(struct arena *a, struct str s)
{
	char *p = arena_take(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return p;
}

struct str arena_join(struct arena *a, const struct str *parts, size_t n)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < n; i++)
		builder_add(&b, parts[i]);
	return builder_str(&b);
}

/* --- builder --- */

void builder_init(struct builder *b, struct arena *a)
{
	*b = (struct builder){.arena = a};
}

void builder_add(struct builder *b, struct str s)
{
	if (b->n + s.n + 1 > b->room) {
		size_t room = b->room ? b->room * 2 : 64;

		while (room < b->n + s.n + 1)
			room *= 2;

		char *p = arena_take(b->arena, room);

		if (b->n)
			memcpy(p, b->p, b->n);
		b->p = p;
		b->room = room;
	}
	if (s.n)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = 0;
}

void builder_add_z(struct builder *b, const char *z)
{
	builder_add(b, str_of(z));
}

void builder_add_char(struct builder *b, char c)
{
	builder_add(b, (struct str){&c, 1});
}

void builder_add_int(struct builder *b, int64_t v)
{
	if (v < 0) {
		builder_add_char(b, '-');
		/* INT64_MIN has no positive twin: take the digits from the unsigned value. */
		uint64_t u = (uint64_t)0 - (uint64_t)v;

		if (u >= 10)
			builder_add_int(b, (int64_t)(u / 10));
		builder_add_char(b, (char)('0' + u % 10));
		return;
	}
	builder_add_padded(b, v, 1);
}

void builder_add_padded(struct builder *b, int64_t v, int width)
{
	char digits[32];
	size_t n = sizeof digits;

	assert(v >= 0 && width <= 20);
	do {
		digits[--n] = (char)('0' + v % 10);
		v /= 10;
		width--;
	} while (v || width > 0);
	builder_add(b, (struct str){digits + n, sizeof digits - n});
}

void builder_put(struct builder *b, int64_t v)
{
	if (b->n + sizeof v >= b->room) {
		builder_add(b, (struct str){(const char *)&v, sizeof v});
		return;
	}
	memcpy(b->p + b->n, &v, sizeof v);
	b->n += sizeof v;
	b->p[b->n] = 0;
}

void builder_put_text(struct builder *b, struct str s)
{
	builder_put(b, (int64_t)s.n);
	builder_add(b, s);
}

struct str builder_str(const struct builder *b)
{
	return (struct str){b->p ? b->p : "", b->n};
}

/* --- hex --- */

static const char hex_digits[] = "0123456789abcdef";

int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* What the program writes itself is read as it wrote it. */
static int small_digit(char c)
{
	return c >= 'A' && c <= 'F' ? -1 : hex_digit(c);
}

static bool hex_read(const char *p, unsigned char *out, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		int hi = small_digit(p[2 * i]), lo = small_digit(p[2 * i + 1]);

		if (hi < 0 || lo < 0)
			return false;
		out[i] = (unsigned char)(hi << 4 | lo);
	}
	return true;
}

static const size_t uuid_group[] = {4, 2, 2, 2, 6};

struct str uuid_text(struct uuid u, struct arena *a)
{
	char *p = arena_take(a, 37);
	size_t at = 0, byte = 0;

	for (size_t g = 0; g < ARRAY_LEN(uuid_group); g++) {
		if (g)
			p[at++] = '-';
		for (size_t i = 0; i < uuid_group[g]; i++, byte++) {
			p[at++] = hex_digits[u.b[byte] >> 4];
			p[at++] = hex_digits[u.b[byte] & 15];
		}
	}
	return (struct str){p, 36};
}

bool uuid_parse(struct str s, struct uuid *u)
{
	size_t at = 0, byte = 0;

	if (s.n != 36)
		return false;
	for (size_t g = 0; g < ARRAY_LEN(uuid_group); g++) {
		if (g && s.p[at++] != '-')
			return false;
		if (!hex_read(s.p + at, u->b + byte, uuid_group[g]))
			return false;
		at += 2 * uuid_group[g];
		byte += uuid_group[g];
	}
	return true;
}

struct str hash_text(struct hash h, struct arena *a)
{
	char *p = arena_take(a, 65);

	for (size_t i = 0; i < 32; i++) {
		p[2 * i] = hex_digits[h.b[i] >> 4];
		p[2 * i + 1] = hex_digits[h.b[i] & 15];
	}
	return (struct str){p, 64};
}

bool hash_parse(struct str s, struct hash *h)
{
	return s.n == 64 && hex_read(s.p, h->b, 32);
}

bool hash_equal(struct hash a, struct hash b)
{
	return memcmp(a.b, b.b, sizeof a.b) == 0;
}

bool hash_is_zero(struct hash h)
{
	return hash_equal(h, (struct hash){{0}});
}
