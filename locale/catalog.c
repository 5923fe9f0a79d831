#include "locale/catalog.h"

#include <string.h>

#include "locale/embed.h"

#define MAGIC      0x950412deu
#define HEADER     28u
#define ENTRY      8u /* length and offset */
#define CONTEXT_AT '\004'

static uint32_t word_at(const struct catalog *c, size_t at)
{
	const unsigned char *p = c->p + at;
	uint32_t little =
		(uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;

	return c->swapped ? __builtin_bswap32(little) : little;
}

bool catalog_open(const void *p, size_t size, struct catalog *c)
{
	struct catalog open = {.p = p, .size = size};

	*c = (struct catalog){0};
	if (!p || size < HEADER)
		return false;
	if (word_at(&open, 0) != MAGIC) {
		open.swapped = true;
		if (word_at(&open, 0) != MAGIC)
			return false;
	}
	if (word_at(&open, 4) >> 16 > 1) /* major revision */
		return false;
	open.n = word_at(&open, 8);
	open.originals = word_at(&open, 12);
	open.translations = word_at(&open, 16);

	uint64_t table = (uint64_t)open.n * ENTRY;

	if (open.originals + table > size || open.translations + table > size)
		return false;
	open.hash_n = word_at(&open, 20);
	open.hash = word_at(&open, 24);
	if (open.hash_n < 3 || open.hash + (uint64_t)open.hash_n * 4 > size)
		open.hash_n = 0;
	*c = open;
	return true;
}

/* Entry I of one of the two tables; the empty text where the file lies about its place. */
static struct str string_at(const struct catalog *c, uint32_t table, uint32_t i)
{
	uint64_t length = word_at(c, table + (size_t)i * ENTRY);
	uint64_t offset = word_at(c, table + (size_t)i * ENTRY + 4);

	if (offset + length >= c->size || c->p[offset + length] != 0)
		return STR("");
	return (struct str){(const char *)c->p + offset, (size_t)length};
}

static struct str first_part(struct str s)
{
	return (struct str){s.p, strlen(s.p)};
}

void catalog_entry(const struct catalog *c, uint32_t i, struct str *original, struct str *forms)
{
	*original = string_at(c, c->originals, i);
	*forms = string_at(c, c->translations, i);
}

static bool find_by_order(const struct catalog *c, struct str key, struct str *forms)
{
	uint32_t low = 0, high = c->n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = str_compare(key, first_part(string_at(c, c->originals, middle)));

		if (order == 0) {
			*forms = string_at(c, c->translations, middle);
			return true;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

/* P. J. Weinberger's hash, which msgfmt uses. SOURCE: the GNU gettext manual, "The Format of GNU
 * MO Files". */
static uint32_t hash_of(struct str key)
{
	uint32_t h = 0;

	for (size_t i = 0; i < key.n; i++) {
		h = (h << 4) + (unsigned char)key.p[i];
		h ^= (h & 0xF0000000u) >> 24;
		h &= 0x0FFFFFFFu;
	}
	return h;
}

/* The table is open: an empty place ends the search. */
static bool find_by_hash(const struct catalog *c, struct str key, struct str *forms)
{
	uint32_t h = hash_of(key), at = h % c->hash_n, step = 1 + h % (c->hash_n - 2);

	for (uint32_t tried = 0; tried < c->hash_n; tried++) {
		uint32_t i = word_at(c, c->hash + (size_t)at * 4);

		if (i == 0 || i > c->n)
			return false;
		if (str_equal(key, first_part(string_at(c, c->originals, i - 1)))) {
			*forms = string_at(c, c->translations, i - 1);
			return true;
		}
		at = (uint32_t)(((uint64_t)at + step) % c->hash_n);
	}
	return false;
}

bool catalog_find(const struct catalog *c, struct str key, struct str *forms)
{
	*forms = STR("");
	return c->hash_n ? find_by_hash(c, key, forms) : find_by_order(c, key, forms);
}

/* ---- plural forms: a C expression over n, as gettext's tools write it ---- */

struct expression {
	const char *p, *end;
	uint64_t n;
	bool bad;
	int depth;
};

static uint64_t ternary(struct expression *e);

static void skip_blanks(struct expression *e)
{
	while (e->p < e->end && (*e->p == ' ' || *e->p == '\t' || *e->p == '\\'))
		e->p++;
}

static bool take(struct expression *e, const char *operator)
{
	size_t n = strlen(operator);

	skip_blanks(e);
	if ((size_t)(e->end - e->p) < n || memcmp(e->p, operator, n) != 0)
		return false;
	/* "<" is not the beginning of "<=", nor "!" of "!=". */
	if (n == 1 && strchr("<>!", *operator) && e->p + 1 < e->end && e->p[1] == '=')
		return false;
	e->p += n;
	return true;
}

static uint64_t primary(struct expression *e)
{
	uint64_t value = 0;

	if (++e->depth > 64) {
		e->bad = true;
	} else if (take(e, "!")) {
		value = !primary(e);
	} else if (take(e, "(")) {
		value = ternary(e);
		if (!take(e, ")"))
			e->bad = true;
	} else if (take(e, "n")) {
		value = e->n;
	} else if (e->p < e->end && *e->p >= '0' && *e->p <= '9') {
		while (e->p < e->end && *e->p >= '0' && *e->p <= '9')
			value = value * 10 + (uint64_t)(*e->p++ - '0');
	} else {
		e->bad = true;
	}
	e->depth--;
	return value;
}

/* The two-sided operators from the loosest to the tightest; longer ones before their beginnings. */
static const struct {
	int level;
	char text[3];
} operators[] = {
	{0, "||"},
	{1, "&&"},
	{2, "=="},
	{2, "!="},
	{3, "<="},
	{3, ">="},
	{3, "<"},
	{3, ">"},
	{4, "+"},
	{4, "-"},
	{5, "*"},
	{5, "/"},
	{5, "%"},
};
#define LEVELS 6

static uint64_t compute(struct expression *e, size_t which, uint64_t a, uint64_t b)
{
	if (b == 0 && operators[which].level == 5 && operators[which].text[0] != '*') {
		e->bad = true;
		return 0;
	}
	switch (which) {
	case 0:
		return a || b;
	case 1:
		return a && b;
	case 2:
		return a == b;
	case 3:
		return a != b;
	case 4:
		return a <= b;
	case 5:
		return a >= b;
	case 6:
		return a < b;
	case 7:
		return a > b;
	case 8:
		return a + b;
	case 9:
		return a - b;
	case 10:
		return a * b;
	case 11:
		return a / b;
	default:
		return a % b;
	}
}

static uint64_t binary(struct expression *e, int level)
{
	if (level == LEVELS)
		return primary(e);

	uint64_t value = binary(e, level + 1);

	for (;;) {
		size_t which = 0;

		while (which < ARRAY_LEN(operators) &&
			!(operators[which].level == level && take(e, operators[which].text)))
			which++;
		if (which == ARRAY_LEN(operators) || e->bad)
			return value;
		value = compute(e, which, value, binary(e, level + 1));
	}
}

static uint64_t ternary(struct expression *e)
{
	uint64_t condition = binary(e, 0);

	if (!take(e, "?"))
		return condition;

	uint64_t yes = ternary(e);

	if (!take(e, ":"))
		e->bad = true;

	uint64_t no = e->bad ? 0 : ternary(e);

	return condition ? yes : no;
}

int catalog_form(const struct catalog *c, int64_t n)
{
	struct str header;
	const char *at;

	if (!catalog_find(c, STR(""), &header) || !(at = strstr(header.p, "Plural-Forms:")))
		return 0;

	const char *line_end = strchr(at, '\n');
	const char *expression = strstr(at, "plural=");

	if (!line_end)
		line_end = header.p + header.n;
	if (!expression || expression > line_end)
		return 0;

	struct expression e = {.p = expression + strlen("plural="), .end = line_end};

	e.n = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;

	uint64_t form = ternary(&e);

	return e.bad || form > 15 ? 0 : (int)form;
}

/* ---- the carried catalogues ---- */

struct catalog catalog_of(enum lang lang)
{
	static const char *const names[LANG_COUNT] = {
		[LANG_AR] = "locale/ar.mo", [LANG_FR] = "locale/fr.mo"};
	struct catalog c = {0};

	if (names[lang]) {
		size_t size = 0;
		const unsigned char *p = embed_find(names[lang], &size);

		if (p && !catalog_open(p, size, &c))
			c = (struct catalog){0};
	}
	return c;
}

static const char *without_context(const char *id)
{
	const char *at = strchr(id, CONTEXT_AT);

	return at ? at + 1 : id;
}

/* Form number FORM of FORMS, which stand one after another with NULs between them. */
static struct str pick_form(struct str forms, int form)
{
	const char *p = forms.p, *end = forms.p + forms.n;

	while (form > 0 && p < end) {
		p += strlen(p) + 1;
		form--;
	}
	return p <= end ? str_of(p) : STR("");
}

struct str catalog_text(enum lang lang, const char *id)
{
	struct catalog c = catalog_of(lang);
	struct str forms;

	if (*id && catalog_find(&c, str_of(id), &forms) && forms.n)
		return first_part(forms);
	return str_of(without_context(id));
}

struct str catalog_plural(enum lang lang, const char *id, const char *plural, int64_t n)
{
	struct catalog c = catalog_of(lang);
	struct str forms;

	if (catalog_find(&c, str_of(id), &forms) && forms.n) {
		struct str form = pick_form(forms, catalog_form(&c, n));

		if (form.n)
			return form;
	}
	return str_of(n == 1 ? without_context(id) : plural);
}
