/* Field tables: how a struct is written down. Each event body and each command's arguments has
 * one table; from it come encoding, decoding, parsing of `key=value`, comparing, printing and the
 * random generator of the tests. Names are for ever in events; numbers of enums never reach the
 * disk. */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "model/base.h"

enum field_kind {
	FIELD_INT,     /* int64_t */
	FIELD_BOOL,    /* bool */
	FIELD_TEXT,    /* struct str */
	FIELD_ENUM,    /* int; `names` */
	FIELD_TIME,    /* struct instant; in commands also HH:MM of the sitting's day */
	FIELD_DATE,    /* struct date */
	FIELD_MONEY,   /* int64_t centimes; in commands 1234,56 or 1234.56 */
	FIELD_HASH,    /* struct hash */
	FIELD_UUID,    /* struct uuid */
	FIELD_NUMBERS, /* struct numbers: 12,15,22 */
	FIELD_VOTE,    /* struct vote_id: item/n */
	FIELD_LIST     /* struct list of structs described by `sub` */
};

struct numbers {
	const int32_t *at;
	size_t n;
};

struct list {
	void *at; /* array of structs of the table's `sub_size` */
	size_t n;
};

struct vote_id {
	int32_t item; /* the item's key (in a command: its agenda number); 0: not given */
	int32_t n;    /* from 1, within the item */
};

struct name {
	const char *name;  /* on disk and in commands: ASCII, for ever */
	const char *label; /* for people: catalogue key */
};

struct field {
	const char *name;
	enum field_kind kind;
	size_t offset;
	bool optional;            /* may be missing: then zero */
	const struct name *names; /* FIELD_ENUM: ended by a NULL name */
	const struct field *sub;  /* FIELD_LIST: ended by a NULL name */
	size_t sub_size;
	int64_t min, max; /* FIELD_INT: inclusive; both 0: any. FIELD_TEXT: bytes at most in max.
			   * FIELD_ENUM of a command: min -1 where "nothing was said" is no name */
	const char *help; /* commands: catalogue key */
};

/* Zero, empty, not set: an optional field is then left out. VALUE is OBJECT + offset. */
bool field_unset(const struct field *f, const void *value);
/* The first field (of a list: of its structs) whose value may not be written, or NULL: out of its
 * range, a text too long or not valid, a required one that is empty, a number that names nothing.
 * What passes here can be stored and read back; `decide` and the door of every form ask this. */
const struct field *field_wrong(const struct field *fields, const void *object);
/* Whole numbers beyond this lose digits in other readers of JSON. SOURCE: RFC 8785 appendix D. */
#define FIELD_INT_MOST INT64_C(9007199254740991)

bool field_vote_parse(struct str s, struct vote_id *v); /* item/n, both from 1 */
bool field_enum_parse(const struct name *names, struct str s, int *value);
/* The same contents, field by field; text compared by bytes. */
bool field_equal(const struct field *fields, const void *a, const void *b);
bool numbers_have(struct numbers list, int32_t n);

#endif
