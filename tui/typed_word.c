#include "tui/typed_word.h"

#include "locale/text.h"

/* The Latin letters on the keys that gave TEXT. */
static struct str by_place(struct str text, enum keyboard keyboard, struct arena *a)
{
	struct builder b;
	size_t at = 0;

	builder_init(&b, a);
	while (at < text.n) {
		uint32_t code = text_decode(text, &at);
		uint32_t letter = key_letter(PRESS_CHAR_OF(code), keyboard);

		text_encode(&b, letter ? letter : code);
	}
	return builder_str(&b);
}

bool typed_word(struct str text, const char *const *words, size_t n, enum keyboard keyboard,
	struct arena *a)
{
	struct str folded = text_fold(text, a), placed = text_fold(by_place(text, keyboard, a), a);

	while (folded.n && folded.p[folded.n - 1] == ' ')
		folded.n--;
	for (size_t i = 0; i < n; i++) {
		struct str word = text_fold(str_of(words[i]), a);

		if (str_equal(folded, word) || str_equal(placed, word))
			return true;
	}
	return false;
}
