/* A word somebody types to say that an act is meant: freezing, throwing away. */
#ifndef TUI_TYPED_WORD_H
#define TUI_TYPED_WORD_H

#include "tui/key.h"

/* Is TEXT one of the N words? Case, hamza and accents do not count, and a Latin word may be typed
 * on its keys while they give Arabic letters. */
bool typed_word(struct str text, const char *const *words, size_t n, enum keyboard keyboard,
	struct arena *a);

#endif
