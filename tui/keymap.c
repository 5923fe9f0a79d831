#include "tui/keymap.h"

#include "locale/catalog.h"

struct row {
	enum weight weight;
	unsigned where;
	enum press_code named;
	const char *latin, *arabic;
	const char *help;
};

/* The same table once more with wide letters: C turns UTF-8 literals into code points for us. */
struct letters {
	const uint32_t *latin, *arabic;
};

static const struct row rows[BIND_COUNT] = {
	[BIND_NONE] = {WEIGHT_LOOK, 0, PRESS_NONE, "", "", ""},
#define BIND(name, weight, where, named, latin, arabic, help)                                      \
	[BIND_##name] = {weight, (unsigned)(where), named, latin, arabic, help},
#include "tui/keymap.def"
#undef BIND
	[BIND_DIGIT] = {WEIGHT_ACT, WHERE_SCREENS, PRESS_NONE, "", "", ""},
};

_Static_assert(sizeof(U"") == sizeof(uint32_t), "UTF-32 literals");

static const struct letters letters[BIND_COUNT] = {
	[BIND_NONE] = {(const uint32_t *)U"", (const uint32_t *)U""},
#define BIND(name, weight, where, named, latin, arabic, help)                                      \
	[BIND_##name] = {(const uint32_t *)U##latin, (const uint32_t *)U##arabic},
#include "tui/keymap.def"
#undef BIND
	[BIND_DIGIT] = {(const uint32_t *)U"", (const uint32_t *)U""},
};

static bool has(const uint32_t *set, uint32_t c)
{
	for (; *set; set++)
		if (*set == c)
			return true;
	return false;
}

/* The command of C among those of WHERE; LATIN says which of the two lists to read. */
static enum bind find_letter(uint32_t c, bool latin, unsigned where)
{
	if (c == 0)
		return BIND_NONE;
	for (int i = BIND_NONE + 1; i < BIND_DIGIT; i++)
		if ((rows[i].where & where) && has(latin ? letters[i].latin : letters[i].arabic, c))
			return (enum bind)i;
	return BIND_NONE;
}

static uint32_t lower(uint32_t c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

struct meaning keymap_find(struct press press, enum keyboard keyboard, unsigned where)
{
	const struct meaning nothing = {BIND_NONE, 0};
	enum bind bind;
	int digit;

	if (press.code != PRESS_CHAR) {
		for (int i = BIND_NONE + 1; i < BIND_DIGIT; i++)
			if (press.code != PRESS_NONE && rows[i].named == press.code &&
				(rows[i].where & where))
				return (struct meaning){(enum bind)i, 0};
		return nothing;
	}
	if ((where & WHERE_TEXT) || press.ctrl || press.alt || press.lam_alef)
		return nothing;
	bind = find_letter(press.ch, false, where); /* mnemonics win over positions */
	if (bind == BIND_NONE)
		bind = find_letter(lower(press.ch), true, where);
	if (bind == BIND_NONE) {
		digit = key_digit(press);
		if (digit >= 0)
			return (struct meaning){BIND_DIGIT, digit};
		bind = find_letter(key_letter(press, keyboard), true, where);
	}
	return (struct meaning){bind, 0};
}

enum weight keymap_weight(enum bind bind)
{
	return rows[bind].weight;
}

struct message keymap_help(enum bind bind)
{
	return rows[bind].help[0] ? TEXT(rows[bind].help) : (struct message){.id = NULL};
}

/* The bytes of the first or last character of Z. */
static struct str one_letter(const char *z, bool last)
{
	struct str s = str_of(z);
	size_t n = 1, at = 0;

	if (s.n == 0)
		return s;
	if (last)
		for (at = s.n - 1; at > 0 && ((unsigned char)z[at] & 0xC0) == 0x80; at--)
			;
	while (at + n < s.n && ((unsigned char)z[at + n] & 0xC0) == 0x80)
		n++;
	return (struct str){z + at, n};
}

struct str keymap_face(enum bind bind, enum lang lang)
{
	const struct row *r = &rows[bind];

	if (r->latin[0] == '=') /* the same on every layout */
		return STR("=");
	if (r->named != PRESS_NONE)
		return key_face(PRESS_OF(r->named), NULL);
	if (lang == LANG_AR && r->arabic[0])
		return one_letter(r->arabic, false);
	if (r->latin[0] == ' ')
		return catalog_text(lang, CTX("key", "Space"));
	return one_letter(r->latin, lang == LANG_EN);
}

const uint32_t *keymap_latin(enum bind bind)
{
	return letters[bind].latin;
}

const uint32_t *keymap_arabic(enum bind bind)
{
	return letters[bind].arabic;
}

enum press_code keymap_named(enum bind bind)
{
	return rows[bind].named;
}

unsigned keymap_where(enum bind bind)
{
	return rows[bind].where;
}
