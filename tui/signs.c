#include "tui/signs.h"

#include <string.h>

#include "locale/catalog.h"
#include "model/message.h"

/* Signs that point, and what they become where reading runs to the left. The arrows are faces of
 * keys, which stay where they are on the keyboard. */
static const uint32_t turned[][2] = {
	{0x25B6, 0x25C0}, /* ▶ */
	{0x25B8, 0x25C2}, /* ▸ */
};

/* Stand-ins for fonts that lack them. */
static const uint32_t ascii_signs[][2] = {
	{0x2713, '+'},
	{0x2717, 'x'},
	{0x2715, 'x'},
	{0x25CB, 'o'},
	{0x25CF, '*'},
	{0x25D0, '%'},
	{0x25A0, '#'},
	{0x25B6, '>'},
	{0x25B8, '>'},
	{0x25C0, '<'},
	{0x25C2, '<'},
	{0x2192, '>'},
	{0x2190, '<'},
	{0x2191, '^'},
	{0x2193, 'v'},
	{0x2586, '#'},
	{0x00B7, '.'},
	{0x2013, '-'},
	{0x2014, '-'},
	{0x2212, '-'},
	{0x2026, '~'},
	{0x2500, '-'},
	{0x2502, '|'},
	{0x250C, '+'},
	{0x2510, '+'},
	{0x2514, '+'},
	{0x2518, '+'},
	{0x270E, '%'},
	{0x2260, '!'},
	{0x2016, '|'},
	{0x2248, '~'},
	{0x2265, '>'},
	{0x2298, '-'},
	{0x00AB, '"'},
	{0x00BB, '"'},
};

static const struct {
	const char *face, *word;
} ascii_keys[] = {{"⏎", CTX("key", "Enter")}, {"⌫", CTX("key", "Bksp")}};

uint32_t signs_shown(uint32_t code, bool turn, bool ascii)
{
	/* Signs are among these; letters, which are not, need not be looked for. */
	if (code < 0xAB || code > 0x27FF)
		return code;
	for (size_t i = 0; turn && i < ARRAY_LEN(turned); i++) {
		if (turned[i][0] == code)
			code = turned[i][1];
	}
	for (size_t i = 0; ascii && i < ARRAY_LEN(ascii_signs); i++) {
		if (ascii_signs[i][0] == code)
			code = ascii_signs[i][1];
	}
	return code;
}

struct str signs_keys_named(struct str text, enum lang lang, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t at = 0; at < text.n;) {
		struct str rest = {text.p + at, text.n - at};
		size_t k = 0;

		while (k < ARRAY_LEN(ascii_keys) && !str_starts(rest, ascii_keys[k].face))
			k++;
		if (k < ARRAY_LEN(ascii_keys)) {
			builder_add(&b, catalog_text(lang, ascii_keys[k].word));
			at += strlen(ascii_keys[k].face);
		} else {
			builder_add_char(&b, text.p[at++]);
		}
	}
	return builder_str(&b);
}
