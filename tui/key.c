#include "tui/key.h"

#include <string.h>

/* One physical key: what the Arabic layouts give on it, and the Latin letters of the two usual
 * keyboards. The Arabic letters of xkb's "ara" and "ma" stand on the same keys. */
struct position {
	uint32_t arabic;
	char latin[KEYBOARD_COUNT];
};

static const struct position positions[] = {
	{0x0636, {'a', 'q'}},
	{0x0635, {'z', 'w'}},
	{0x062B, {'e', 'e'}},
	{0x0642, {'r', 'r'}},
	{0x0641, {'t', 't'}},
	{0x063A, {'y', 'y'}},
	{0x0639, {'u', 'u'}},
	{0x0647, {'i', 'i'}},
	{0x062E, {'o', 'o'}},
	{0x062D, {'p', 'p'}},
	{0x062C, {'^', '['}},
	{0x062F, {'$', ']'}},
	{0x0634, {'q', 'a'}},
	{0x0633, {'s', 's'}},
	{0x064A, {'d', 'd'}},
	{0x0628, {'f', 'f'}},
	{0x0644, {'g', 'g'}},
	{0x0627, {'h', 'h'}},
	{0x062A, {'j', 'j'}},
	{0x0646, {'k', 'k'}},
	{0x0645, {'l', 'l'}},
	{0x0643, {'m', ';'}},
	{0x0637, {0, '\''}},
	{0x0626, {'w', 'z'}},
	{0x0621, {'x', 'x'}},
	{0x0624, {'c', 'c'}},
	{0x0631, {'v', 'v'}},
	{0x0649, {'n', 'n'}},
	{0x0629, {',', 'm'}},
	{0x0648, {';', ','}},
	{0x0632, {':', '.'}},
	{0x0638, {'!', '/'}},
};

/* Tifinagh stands on AZERTY keys, one to one, from a to z. */
static const uint32_t tifinagh[26] = {
	0x2D30,
	0x2D31,
	0x2D5B,
	0x2D37,
	0x2D3B,
	0x2D3C,
	0x2D33,
	0x2D40,
	0x2D49,
	0x2D4A,
	0x2D3D,
	0x2D4D,
	0x2D4E,
	0x2D4F,
	0x2D44,
	0x2D43,
	0x2D47,
	0x2D54,
	0x2D59,
	0x2D5C,
	0x2D53,
	0x2D56,
	0x2D61,
	0x2D45,
	0x2D62,
	0x2D63,
};

/* The unshifted digit row of AZERTY and of the Moroccan layout: à & é " ' ( - è _ ç. */
static const uint32_t azerty_digits[10] = {
	0xE0,
	'&',
	0xE9,
	'"',
	'\'',
	'(',
	'-',
	0xE8,
	'_',
	0xE7,
};

static const char *const named_faces[PRESS_CODE_COUNT] = {
	[PRESS_NONE] = "",
	[PRESS_CHAR] = "",
	[PRESS_ENTER] = "⏎",
	[PRESS_ESC] = "Esc",
	[PRESS_TAB] = "Tab",
	[PRESS_BACK_TAB] = "Shift-Tab",
	[PRESS_BACKSPACE] = "⌫",
	[PRESS_DELETE] = "Del",
	[PRESS_UP] = "↑",
	[PRESS_DOWN] = "↓",
	[PRESS_LEFT] = "←",
	[PRESS_RIGHT] = "→",
	[PRESS_WORD_LEFT] = "Ctrl-←",
	[PRESS_WORD_RIGHT] = "Ctrl-→",
	[PRESS_HOME] = "Home",
	[PRESS_END] = "End",
	[PRESS_TOP] = "Ctrl-Home",
	[PRESS_BOTTOM] = "Ctrl-End",
	[PRESS_PAGE_UP] = "PgUp",
	[PRESS_PAGE_DOWN] = "PgDn",
	[PRESS_INSERT] = "Ins",
	[PRESS_F1] = "F1",
	[PRESS_F2] = "F2",
	[PRESS_F3] = "F3",
	[PRESS_F4] = "F4",
	[PRESS_F5] = "F5",
	[PRESS_F6] = "F6",
	[PRESS_F7] = "F7",
	[PRESS_F8] = "F8",
	[PRESS_F9] = "F9",
	[PRESS_F10] = "F10",
	[PRESS_F11] = "F11",
	[PRESS_F12] = "F12",
};

enum keyboard key_learn(enum keyboard keyboard, struct press press)
{
	if (press.code != PRESS_CHAR || press.ctrl || press.alt)
		return keyboard;
	switch (press.ch) {
	case 0xE0: /* à */
	case 0xE7: /* ç */
	case 0xE8: /* è */
	case 0xE9: /* é */
	case 0xF9: /* ù */
		return KEYBOARD_AZERTY;
	default:
		return keyboard;
	}
}

uint32_t key_letter(struct press press, enum keyboard keyboard)
{
	if (press.code != PRESS_CHAR || press.ctrl || press.alt || press.lam_alef)
		return 0;
	if (press.ch >= 'A' && press.ch <= 'Z')
		return press.ch - 'A' + 'a';
	if (press.ch < 0x80)
		return press.ch;
	for (size_t i = 0; i < ARRAY_LEN(positions); i++)
		if (positions[i].arabic == press.ch)
			return (uint32_t)(unsigned char)positions[i].latin[keyboard];
	for (size_t i = 0; i < ARRAY_LEN(tifinagh); i++)
		if (tifinagh[i] == press.ch)
			return (uint32_t)('a' + i);
	return 0;
}

int key_digit(struct press press)
{
	if (press.code != PRESS_CHAR || press.ctrl || press.alt)
		return -1;
	if (press.ch >= '0' && press.ch <= '9')
		return (int)(press.ch - '0');
	if (press.ch >= 0x660 && press.ch <= 0x669)
		return (int)(press.ch - 0x660);
	if (press.ch >= 0x6F0 && press.ch <= 0x6F9)
		return (int)(press.ch - 0x6F0);
	for (int i = 0; i < 10; i++)
		if (azerty_digits[i] == press.ch)
			return i;
	return -1;
}

int key_along(struct press press, bool rtl)
{
	if (press.code == PRESS_RIGHT || press.code == PRESS_WORD_RIGHT)
		return rtl ? -1 : 1;
	if (press.code == PRESS_LEFT || press.code == PRESS_WORD_LEFT)
		return rtl ? 1 : -1;
	return 0;
}

bool key_is_text(struct press press)
{
	return press.code == PRESS_CHAR && !press.ctrl && !press.alt && press.ch >= 0x20 &&
	       press.ch != 0x7F && !(press.ch >= 0x80 && press.ch < 0xA0) &&
	       !(press.ch >= 0xD800 && press.ch < 0xE000) && press.ch <= 0x10FFFF;
}

size_t key_utf8(struct press press, char buf[4])
{
	uint32_t c = press.code == PRESS_CHAR ? press.ch : 0;
	size_t n = 0;

	if (c == 0)
		return 0;
	if (c < 0x80) {
		buf[n++] = (char)c;
	} else if (c < 0x800) {
		buf[n++] = (char)(0xC0 | (c >> 6));
		buf[n++] = (char)(0x80 | (c & 0x3F));
	} else if (c < 0x10000) {
		buf[n++] = (char)(0xE0 | (c >> 12));
		buf[n++] = (char)(0x80 | ((c >> 6) & 0x3F));
		buf[n++] = (char)(0x80 | (c & 0x3F));
	} else {
		buf[n++] = (char)(0xF0 | (c >> 18));
		buf[n++] = (char)(0x80 | ((c >> 12) & 0x3F));
		buf[n++] = (char)(0x80 | ((c >> 6) & 0x3F));
		buf[n++] = (char)(0x80 | (c & 0x3F));
	}
	return n;
}

struct str key_face(struct press press, struct arena *a)
{
	char buf[8] = "";
	size_t n;

	if (press.lam_alef) /* one key, which sends two letters */
		return STR("لا");
	if (press.code != PRESS_CHAR && (press.shift || press.alt)) {
		const struct str parts[] = {press.shift ? STR("Shift-") : STR(""),
			press.alt ? STR("Alt-") : STR(""), str_of(named_faces[press.code])};

		return arena_join(a, parts, ARRAY_LEN(parts));
	}
	if (press.code != PRESS_CHAR)
		return str_of(named_faces[press.code]);
	if (press.ctrl || press.alt) {
		char c[4];
		const struct str parts[] = {
			press.ctrl ? STR("Ctrl-") : STR("Alt-"), {c, key_utf8(press, c)}};

		return arena_join(a, parts, ARRAY_LEN(parts));
	}
	n = key_utf8(press, buf);
	return arena_str(a, (struct str){buf, n});
}
