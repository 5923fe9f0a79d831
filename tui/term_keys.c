#define NCURSES_WIDECHAR       1
#define _XOPEN_SOURCE_EXTENDED 1

#include "tui/term_keys.h"

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <term.h>

/* Out of the way of the codes that curses gives out itself. */
#define OWN_CODES (KEY_MAX + 100)

#define SHIFT(c)                                                                                   \
	{                                                                                          \
		.code = (c), .shift = true                                                         \
	}
#define ALT(c)                                                                                     \
	{                                                                                          \
		.code = (c), .alt = true                                                           \
	}

static const struct {
	const char *capability, *sequence;
	struct press press;
} extras[] = {
	{"kLFT5", "\033[1;5D", {.code = PRESS_WORD_LEFT}},
	{"kRIT5", "\033[1;5C", {.code = PRESS_WORD_RIGHT}},
	{"kLFT3", "\033[1;3D", {.code = PRESS_WORD_LEFT}},
	{"kRIT3", "\033[1;3C", {.code = PRESS_WORD_RIGHT}},
	{"kHOM5", "\033[1;5H", {.code = PRESS_TOP}},
	{"kEND5", "\033[1;5F", {.code = PRESS_BOTTOM}},
	{"kLFT", "\033[1;2D", SHIFT(PRESS_LEFT)},
	{"kRIT", "\033[1;2C", SHIFT(PRESS_RIGHT)},
	{"kri", "\033[1;2A", SHIFT(PRESS_UP)},
	{"kind", "\033[1;2B", SHIFT(PRESS_DOWN)},
	{"kHOM", "\033[1;2H", SHIFT(PRESS_HOME)},
	{"kEND", "\033[1;2F", SHIFT(PRESS_END)},
	{"kPRV", "\033[5;2~", SHIFT(PRESS_PAGE_UP)},
	{"kNXT", "\033[6;2~", SHIFT(PRESS_PAGE_DOWN)},
	{"kLFT6", "\033[1;6D", SHIFT(PRESS_WORD_LEFT)},
	{"kRIT6", "\033[1;6C", SHIFT(PRESS_WORD_RIGHT)},
	{"kHOM6", "\033[1;6H", SHIFT(PRESS_TOP)},
	{"kEND6", "\033[1;6F", SHIFT(PRESS_BOTTOM)},
	{"kDC3", "\033[3;3~", ALT(PRESS_DELETE)},
};

_Static_assert(ARRAY_LEN(extras) <= TERM_KEYS_EXTRA, "room for all");

/* The code of this key, made when the terminal's description does not have it. */
static int key_code(const char *capability, const char *sequence, int own)
{
	char name[16];
	char *known;
	int code;

	(void)snprintf(name, sizeof(name), "%s", capability);
	known = tigetstr(name);
	if (known && (intptr_t)known != -1 && (code = key_defined(known)) > 0)
		return code;
	code = key_defined(sequence);
	if (code > 0)
		return code;
	return define_key(sequence, own) == OK ? own : 0;
}

void term_keys_find(struct term_keys *keys)
{
	keys->paste = key_code("PS", "\033[200~", OWN_CODES);
	keys->pasted = key_code("PE", "\033[201~", OWN_CODES + 1);
	/* Curses would wait for a mouse of its own. */
	keys->mouse = OWN_CODES + TERM_KEYS_EXTRA + 2;
	if (define_key("\033[<", keys->mouse) != OK)
		keys->mouse = 0;
	for (size_t i = 0; i < ARRAY_LEN(extras); i++)
		keys->extra[i] =
			key_code(extras[i].capability, extras[i].sequence, OWN_CODES + 2 + (int)i);
}

struct press term_keys_press(const struct term_keys *keys, int code)
{
	static const struct {
		int curses;
		enum press_code code;
	} known[] = {
		{KEY_ENTER, PRESS_ENTER},
		{KEY_BACKSPACE, PRESS_BACKSPACE},
		{KEY_DC, PRESS_DELETE},
		{KEY_IC, PRESS_INSERT},
		{KEY_UP, PRESS_UP},
		{KEY_DOWN, PRESS_DOWN},
		{KEY_LEFT, PRESS_LEFT},
		{KEY_RIGHT, PRESS_RIGHT},
		{KEY_HOME, PRESS_HOME},
		{KEY_END, PRESS_END},
		{KEY_PPAGE, PRESS_PAGE_UP},
		{KEY_NPAGE, PRESS_PAGE_DOWN},
		{KEY_BTAB, PRESS_BACK_TAB},
	};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (known[i].curses == code)
			return PRESS_OF(known[i].code);
	for (int f = 1; f <= 12; f++)
		if (code == KEY_F(f))
			return PRESS_OF((enum press_code)(PRESS_F1 + f - 1));
	for (size_t i = 0; i < ARRAY_LEN(extras); i++)
		if (code == keys->extra[i])
			return extras[i].press;
	return PRESS_OF(PRESS_NONE);
}

bool term_keys_mouse(const char *numbers, size_t n, uint32_t end, struct mouse *mouse)
{
	long value[3] = {0, 0, 0};
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (numbers[i] == ';' && k < 2)
			k++;
		else if (numbers[i] >= '0' && numbers[i] <= '9' && value[k] < 100000)
			value[k] = value[k] * 10 + numbers[i] - '0';
		else
			return false;
	}
	if (k != 2 || value[1] < 1 || value[2] < 1 || end != 'M')
		return false;
	*mouse = (struct mouse){.row = (int)value[2] - 1, .col = (int)value[1] - 1};
	if (value[0] == 64 || value[0] == 65)
		mouse->wheel = value[0] == 64 ? -1 : 1;
	return value[0] == 0 || mouse->wheel;
}

struct press term_keys_character(uint32_t ch)
{
	switch (ch) {
	case '\r':
	case '\n':
		return PRESS_OF(PRESS_ENTER);
	case '\t':
		return PRESS_OF(PRESS_TAB);
	case 8:
	case 127:
		return PRESS_OF(PRESS_BACKSPACE);
	case 27:
		return PRESS_OF(PRESS_ESC);
	default:
		break;
	}
	if (ch == 0 || (ch >= 0x80 && ch < 0xA0))
		return PRESS_OF(PRESS_NONE);
	if (ch < 27)
		return (struct press){.code = PRESS_CHAR, .ch = ch + 'a' - 1, .ctrl = true};
	if (ch < 32)
		return (struct press){.code = PRESS_CHAR, .ch = ch + 64, .ctrl = true};
	return PRESS_CHAR_OF(ch);
}
