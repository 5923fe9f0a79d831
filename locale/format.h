/* Messages (model/message.h) and values as text of one language.
 *
 * In a translation, {name} stands for the argument of that name, and {{ for a brace. After a colon
 * the translation may ask for a form of a number in words or of an ordinal: {item:oblique},
 * {item:masculine}, {item:feminine}, alone or several, as in {item:masculine:oblique}; or, instead
 * of the word, for its {item:digits}.
 * French "de {month}" becomes "d'octobre" by itself.
 *
 * Texts are meant for the layout step (locale/layout.h) or a writer that does bidi itself: what
 * somebody typed is isolated (U+2068 … U+2069), and amounts, days, times and hashes keep their
 * order in a right-to-left sentence (U+2066 … U+2069). Pipes, file descriptions and whatever
 * compares text take the plain variant, which has no such character. */
#ifndef LOCALE_FORMAT_H
#define LOCALE_FORMAT_H

#include "model/message.h"

/* The sentence. A message without id gives the empty text. Owner: the arena; NUL-terminated. */
struct str format(const struct message *m, enum lang lang, struct arena *a);
struct str format_plain(const struct message *m, enum lang lang, struct arena *a);

/* One value alone, plain: for table cells and fields. */
struct str format_arg(const struct arg *arg, enum lang lang, struct arena *a);
/* 7.683.000,00 without a currency; U+2212 when negative. Centimes. */
struct str format_amount(int64_t centimes, enum lang lang, struct arena *a);
struct str format_money(int64_t centimes, enum lang lang, struct arena *a); /* with the currency */
struct str format_month(
	struct date d, enum lang lang, struct arena *a); /* أكتوبر 2024; year 0: أكتوبر */
struct str format_day(struct date d, struct arena *a);   /* 30/12/2024 */
struct str format_time(struct instant t, struct arena *a);  /* 14:32 */
struct str format_clock(struct instant t, struct arena *a); /* 14:32:05 */
struct str format_hash(
	struct hash h, struct arena *a); /* 16 groups of 4 digits, one blank between */

/* S without format characters (isolates, marks of direction, joiners, U+FEFF). */
struct str format_strip(struct str s, struct arena *a);
/* S between U+2066 and U+2069, for texts put together by hand: left to right whatever is in it. */
struct str format_isolate_ltr(struct str s, struct arena *a);

/* Whether TRANSLATION uses exactly the placeholders of SOURCE, each once or more, and no unknown
 * form; in a plural form a missing {n} is allowed ("one member"). For the check of the catalogues.
 */
bool format_same_places(struct str source, struct str translation, bool plural_form);

#endif
