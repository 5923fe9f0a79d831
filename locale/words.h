/* Numbers, ordinals and money in words. Arabic follows the counted noun: gender, case, construct
 * before a noun, dual, plural from 3 to 10, accusative from 11 to 99; French has its spelling
 * before 1990 (vingt et un, quatre-vingts). Any int64_t works. No diacritics. */
#ifndef LOCALE_WORDS_H
#define LOCALE_WORDS_H

#include "model/base.h"

enum words_gender { MASCULINE, FEMININE };
enum words_case { NOMINATIVE, OBLIQUE }; /* ثلاثون / ثلاثين; no difference in French and English */

/* How a number is to be inflected. */
struct words_form {
	enum words_gender gender; /* of what is counted */
	enum words_case word_case;
	bool construct; /* Arabic: a noun in the genitive follows (مائتا عضو) */
};

/* What is counted. Arabic uses all fields, French and English `one` and `many`. */
struct words_noun {
	enum words_gender gender;
	const char *one;         /* عضو; membre */
	const char *two;         /* عضوان, nominative */
	const char *two_oblique; /* عضوين */
	const char *many;        /* أعضاء, 3 to 10; membres */
	const char *accusative;  /* عضوا, 11 to 99 */
};

/* 27: سبعة وعشرون; vingt-sept; twenty-seven. Owner of all results: the arena. */
struct str words_number(enum lang lang, int64_t n, struct words_form form, struct arena *a);
/* Definite in Arabic: الخامسة, الحادية عشرة; cinquième; fifth. n >= 1. */
struct str words_ordinal(enum lang lang, int64_t n, struct words_form form, struct arena *a);
/* In words with the noun: ثلاثة أعضاء; trois membres. The noun must be of LANG. */
struct str words_counted(enum lang lang, int64_t n, const struct words_noun *noun,
	enum words_case word_case, struct arena *a);
/* ستمائة ألف درهم; six cent mille dirhams; with centimes when there are any. */
struct str words_money(enum lang lang, int64_t centimes, struct arena *a);

#endif
