/* The few types everything else is made of: text, memory by lifetime, ids, hashes, instants.
 * Pure C: no allocation but from an arena, no clock, no file. */
#ifndef MODEL_BASE_H
#define MODEL_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MUST_CHECK   __attribute__((warn_unused_result))
#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

/* Text: UTF-8, NFC, not NUL-terminated. Made valid at the door (import, editor, prompt). */
struct str {
	const char *p;
	size_t n;
};

#define STR(lit) ((struct str){(lit), sizeof(lit) - 1})

struct str str_of(const char *z); /* borrows; NULL gives the empty text */
bool str_equal(struct str a, struct str b);
bool str_is(struct str a, const char *z);
bool str_starts(struct str a, const char *z);
struct str str_trim(struct str s, const char *blanks); /* without these at either end */
int str_compare(struct str a, struct str b);           /* bytewise, shorter first */
/* The code point at *AT (< s.n), which moves behind it; false: no UTF-8 there. */
bool str_decode(struct str s, size_t *at, uint32_t *code);
/* May be recorded: UTF-8, and no control character but the newline. */
bool str_valid(struct str s);

int hex_digit(char c); /* its value, large or small; -1: none */

/* The three languages of the product. A text of the record carries one of the first two. */
enum lang { LANG_AR, LANG_FR, LANG_EN, LANG_COUNT };

const char *lang_code(enum lang lang); /* "ar", "fr", "en" */
bool lang_parse(struct str s, enum lang *lang);
/* The record has two languages: the one beside LANG, of English Arabic. */
enum lang lang_other(enum lang lang);

/* A text in Arabic and in French; either may be empty. */
struct both {
	struct str ar, fr;
};

bool both_any(struct both b); /* it says something, in one language at least */
/* The text for LANG, or the other one when it is missing (English reads French first). */
struct str both_pick(struct both b, enum lang lang);

/* Memory by lifetime. An arena takes blocks from a source and gives them back all at once.
 * Source: the caller (storage/memory.h has the one over malloc); it never returns NULL. */
struct arena_source {
	void *(*take)(size_t bytes);
	void (*give)(void *block);
};

struct arena_block;

struct arena {
	const struct arena_source *source;
	struct arena_block *block; /* newest first */
	size_t used;               /* bytes used of the newest block */
};

void arena_init(struct arena *a, const struct arena_source *source);
void arena_clear(struct arena *a);               /* gives everything back; A may be used again */
void *arena_take(struct arena *a, size_t bytes); /* zeroed, aligned for anything */
void *arena_copy(struct arena *a, const void *p, size_t bytes);
struct str arena_str(struct arena *a, struct str s); /* a copy, NUL after the end */
const char *arena_z(struct arena *a, struct str s);  /* a NUL-terminated copy */
struct str arena_join(struct arena *a, const struct str *parts, size_t n); /* one after another */

#define ARENA_NEW(a, type)      ((type *)arena_take((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_take((a), sizeof(type) * (size_t)(n)))

/* A text that grows at its end, inside an arena. */
struct builder {
	struct arena *arena;
	char *p;
	size_t n, room;
};

void builder_init(struct builder *b, struct arena *a);
void builder_add(struct builder *b, struct str s);
void builder_add_z(struct builder *b, const char *z);
void builder_add_char(struct builder *b, char c);
void builder_add_int(struct builder *b, int64_t v);
void builder_add_padded(struct builder *b, int64_t v, int width); /* zeros in front, v >= 0 */
/* As bytes that are only compared while the program runs; a text with its length in front. */
void builder_put(struct builder *b, int64_t v);
void builder_put_text(struct builder *b, struct str s);
struct str builder_str(const struct builder *b); /* borrows until the next add */

struct uuid {
	unsigned char b[16];
};

struct hash { /* SHA-256 */
	unsigned char b[32];
};

struct str uuid_text(struct uuid u, struct arena *a); /* 36 characters, lower case */
bool uuid_parse(struct str s, struct uuid *u);        /* lower case only */
struct str hash_text(struct hash h, struct arena *a); /* 64 hex digits, lower case */
bool hash_parse(struct str s, struct hash *h);        /* lower case only */
bool hash_equal(struct hash a, struct hash b);
bool hash_is_zero(struct hash h);

/* A day of the Gregorian calendar; year 0 means "not given". */
struct date {
	int32_t year, month, day;
};

bool date_valid(struct date d);
bool date_parse(struct str s, struct date *d); /* YYYY-MM-DD */
struct str date_text(struct date d, struct arena *a);
int date_compare(struct date a, struct date b);
int64_t date_days(struct date d); /* days since 1970-01-01 */
struct date date_of_days(int64_t days);
int date_weekday(struct date d); /* 0 Monday … 6 Sunday */

/* A moment as it was read on the wall: seconds since 1970 UTC and the offset in use.
 * Rendering never consults a zone database (Morocco has changed its clock).
 * Source: RFC 3339. */
struct instant {
	int64_t seconds;
	int32_t offset_minutes;
};

bool instant_is_set(struct instant t); /* seconds != 0 */
bool instant_valid(struct instant t);  /* set, and RFC 3339 has words for it */
struct date instant_date(struct instant t);
int instant_minute_of_day(struct instant t); /* 0 … 1439, at its own offset */
int instant_second_of_day(struct instant t);
struct instant instant_at(struct date d, int second_of_day, int32_t offset_minutes);
struct str instant_text(struct instant t, struct arena *a); /* 2024-12-30T10:02:00+01:00 */
bool instant_parse(struct str s, struct instant *t);        /* exactly that shape, or …Z */

#endif
