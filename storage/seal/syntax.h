/* The little of PDF's syntax that signing needs: where a value begins and ends in the bytes of the
 * file. Nothing is copied or rewritten; what cannot be read strictly is not read at all.
 * SOURCE: ISO 32000-1 7.2, 7.3. */
#ifndef STORAGE_SEAL_SYNTAX_H
#define STORAGE_SEAL_SYNTAX_H

#include "model/base.h"

enum syntax_kind {
	SYNTAX_DICT,
	SYNTAX_ARRAY,
	SYNTAX_STRING, /* (…) */
	SYNTAX_HEX,    /* <…> */
	SYNTAX_NAME,   /* raw with its slash */
	SYNTAX_NUMBER,
	SYNTAX_REF, /* n 0 R */
	SYNTAX_WORD /* true, false, null, obj, stream … */
};

struct syntax {
	enum syntax_kind kind;
	struct str raw;  /* borrowed from the file */
	bool whole;      /* SYNTAX_NUMBER: a whole number that fits */
	uint32_t number; /* SYNTAX_REF: the object; SYNTAX_NUMBER when whole */
};

/* The value at S[*AT] after any white space; *AT moves behind it. False: none, or not readable. */
bool syntax_read(struct str s, size_t *at, struct syntax *v);

/* The value of KEY (with slash) in DICT. False when DICT is no dictionary, cannot be read, has the
 * key twice or not at all; then V is of kind SYNTAX_WORD and empty. */
bool syntax_entry(struct syntax dict, const char *key, struct syntax *v);

/* Is every key of DICT readable, written without #-escapes, and there once? At most 64 of them. */
bool syntax_sound(struct syntax dict);

/* A text string as UTF-8: UTF-16BE with mark, or ASCII. False for anything else. */
bool syntax_text(struct syntax v, struct str *out, struct arena *a);

/* UTF-8 as a text string in the shortest of the two forms that syntax_text reads. False when S is
 * not UTF-8. */
bool syntax_write_text(struct str s, struct builder *b);

bool syntax_is_space(char c);

#endif
