#include "storage/record/text.h"

#include <string.h>

static void node_out(const struct node *n, struct bytes *out);

/* What moves the reader's eye or draws a box: marks of direction, U+FEFF. */
static bool is_mark(uint32_t code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F ||
	       (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
	       code == 0xFEFF;
}

static void add_z(struct bytes *out, const char *z)
{
	bytes_add(out, z, strlen(z));
}

/* S with INDENT at the start of each of its lines; no newline at the end. */
static void add_words(struct bytes *out, const char *indent, struct str s)
{
	size_t at = 0;

	add_z(out, indent);
	while (at < s.n) {
		size_t from = at;
		uint32_t code = 0;

		if (!str_decode(s, &at, &code))
			at = from + 1; /* no UTF-8 there: the byte as it is */
		if (code == '\n') {
			add_z(out, "\n");
			add_z(out, indent);
		} else if (!is_mark(code)) {
			bytes_add(out, s.p + from, at - from);
		}
	}
}

static void line(struct bytes *out, const char *indent, struct str words)
{
	if (words.n == 0)
		return;
	add_words(out, indent, words);
	add_z(out, "\n");
}

static void add_int(struct bytes *out, int64_t v)
{
	char digits[20];
	size_t n = sizeof digits;
	uint64_t rest = v < 0 ? (uint64_t)0 - (uint64_t)v : (uint64_t)v;

	do {
		digits[--n] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (v < 0)
		add_z(out, "-");
	bytes_add(out, digits + n, sizeof digits - n);
}

/* --- blocks --- */

static void paragraph(struct bytes *out, const char *indent, struct str words)
{
	if (words.n == 0)
		return;
	add_z(out, "\n");
	line(out, indent, words);
}

/* One side under the other, an empty line between them. */
static void letterhead(const struct node *n, struct bytes *out)
{
	const struct node *before = NULL;

	for (const struct node *c = n->first; c; before = c, c = c->next) {
		if (before && before->lang != c->lang)
			add_z(out, "\n");
		line(out, "", c->words);
	}
}

static void heading(const struct node *n, struct bytes *out)
{
	static const char *const signs[] = {"# ", "## ", "### "};
	int level = n->level < 1 ? 1 : n->level > 3 ? 3 : n->level;

	paragraph(out, signs[level - 1], n->words);
}

/* What stands in another language than the document says so. */
static void prose(const struct node *n, struct bytes *out)
{
	if (n->foreign) {
		add_z(out, "\n[");
		add_z(out, lang_code(n->lang));
		add_z(out, "]\n");
		line(out, "", n->words);
	} else {
		paragraph(out, "", n->words);
	}
}

static void row(const struct node *n, struct bytes *out)
{
	add_z(out, "|");
	for (const struct node *cell = n->first; cell; cell = cell->next) {
		add_words(out, " ", cell->words);
		add_z(out, cell->words.n ? " |" : "|");
	}
	add_z(out, "\n");
	if (!n->header)
		return;
	add_z(out, "|");
	for (const struct node *cell = n->first; cell; cell = cell->next)
		add_z(out, "---|");
	add_z(out, "\n");
}

static void vote(const struct node *n, struct bytes *out)
{
	int k = 0;

	paragraph(out, "", n->words);
	for (const struct node *c = n->first; c; c = c->next, k++) {
		if (k >= 3) {
			line(out, "  ", c->words);
			continue;
		}
		add_words(out, "  ", c->words);
		add_z(out, n->lang == LANG_FR ? " : " : ": ");
		add_int(out, n->tally[k]);
		add_z(out, "\n");
	}
}

static void under(const struct node *n, struct bytes *out, const char *indent)
{
	for (const struct node *c = n->first; c; c = c->next)
		line(out, indent, c->words);
}

static void signatures(const struct node *n, struct bytes *out)
{
	for (const struct node *c = n->first; c; c = c->next) {
		paragraph(out, "", c->words);
		under(c, out, "  ");
		add_z(out, "  ........................................\n");
	}
}

/* 64 digits in 16 groups over four lines, never reordered. */
static void seal(const struct node *n, struct bytes *out)
{
	static const char hex[] = "0123456789abcdef";

	paragraph(out, "", n->words);
	for (size_t i = 0; i < sizeof n->hash.b; i++) {
		char two[2] = {hex[n->hash.b[i] >> 4], hex[n->hash.b[i] & 15]};

		add_z(out, i % 8 == 0 ? "  " : i % 2 == 0 ? " " : "");
		bytes_add(out, two, 2);
		add_z(out, i % 8 == 7 ? "\n" : "");
	}
	under(n, out, "");
}

static void children(const struct node *n, struct bytes *out)
{
	for (const struct node *c = n->first; c; c = c->next)
		node_out(c, out);
}

static void node_out(const struct node *n, struct bytes *out)
{
	switch (n->kind) {
	case NODE_DOCUMENT:
	case NODE_SECTION:
		children(n, out);
		break;
	case NODE_LETTERHEAD:
		letterhead(n, out);
		break;
	case NODE_HEADING:
		heading(n, out);
		break;
	case NODE_PROSE:
		prose(n, out);
		break;
	case NODE_LIST:
		children(n, out);
		break;
	case NODE_TABLE:
		add_z(out, "\n");
		children(n, out);
		break;
	case NODE_LIST_ITEM:
		line(out, "- ", n->words);
		under(n, out, "  ");
		break;
	case NODE_ROW:
		row(n, out);
		break;
	case NODE_VOTE:
		vote(n, out);
		break;
	case NODE_DECISION:
		paragraph(out, "> ", n->words);
		under(n, out, "> ");
		break;
	case NODE_NOTE:
		line(out, "* ", n->words);
		break;
	case NODE_SIGNATURES:
		signatures(n, out);
		break;
	case NODE_SEAL:
		seal(n, out);
		break;
	case NODE_TITLE:
	case NODE_SUBTITLE:
	case NODE_TEXT:
	case NODE_CELL:
	case NODE_SIGNATURE:
		paragraph(out, "", n->words);
		break;
	}
}

void text_render(const struct document *document, struct bytes *out)
{
	line(out, "", document->mark_words);
	if (document->mark_words.n)
		add_z(out, "\n");
	if (document->root)
		node_out(document->root, out);
}
