/* The Arabic half of locale/words.h: all the grammar of counting. */
#ifndef LOCALE_WORDS_AR_H
#define LOCALE_WORDS_AR_H

#include "locale/words.h"

void words_ar_number(struct builder *b, int64_t n, struct words_form form);
void words_ar_ordinal(struct builder *b, int64_t n, struct words_form form);
void words_ar_counted(
	struct builder *b, int64_t n, const struct words_noun *noun, enum words_case word_case);

#endif
