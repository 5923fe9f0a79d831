/* The words of the program in its three languages. English is the key itself; Arabic and French
 * come from the catalogues carried inside the program (.mo files made from locale/XX.po). They are
 * read here and not by the C library, because desk, room and export speak different languages at
 * the same time and because it ignores the chosen language under C.UTF-8.
 * A key with a context is written CTX(ctx, id) (model/message.h). */
#ifndef LOCALE_CATALOG_H
#define LOCALE_CATALOG_H

#include "model/base.h"

/* One .mo file in memory. Owner of the bytes: the caller of catalog_open. */
struct catalog {
	const unsigned char *p;
	size_t size;
	uint32_t n;                       /* entries */
	uint32_t originals, translations; /* offsets of the two tables */
	uint32_t hash, hash_n;            /* the hash table and its size; 0: there is none */
	bool swapped;                     /* the other byte order */
};

/* Checks the header and the place of the two tables; a string that would lie outside reads as the
 * empty text later. False: these bytes are no catalogue; *C is then an empty one. */
bool catalog_open(const void *p, size_t size, struct catalog *c);

/* The translation of KEY (context and plural of the key included as in the file's own msgid, the
 * part before the first NUL); all plural forms, NUL between them. False when it is not there. */
bool catalog_find(const struct catalog *c, struct str key, struct str *forms);

/* Which of the forms N takes, by the catalogue's own Plural-Forms; 0 when it has none. */
int catalog_form(const struct catalog *c, int64_t n);

/* Entry I of C, 0 … n - 1 in the file's order: for the checks of the build. */
void catalog_entry(const struct catalog *c, uint32_t i, struct str *original, struct str *forms);

/* The carried catalogue of LANG; an empty one for English. */
struct catalog catalog_of(enum lang lang);

/* ID in LANG, or ID itself (without its context) when it has no translation. The result is NUL-
 * terminated and lives as long as the program, or as long as ID. */
struct str catalog_text(enum lang lang, const char *id);
/* The same where the form depends on N. PLURAL is English. */
struct str catalog_plural(enum lang lang, const char *id, const char *plural, int64_t n);

#endif
