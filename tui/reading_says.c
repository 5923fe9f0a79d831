/* What each paragraph of the minutes says, as a number, so that what was read is known again after
 * the text has changed elsewhere. Paragraphs are counted as reading.c counts them when it draws. */
#include "tui/reading.h"

#include "locale/format.h"
#include "model/document.h"

#define LEVELS 4 /* of headings */

struct saying {
	struct arena *a;
	enum lang lang;
	uint64_t *says; /* NULL: they are only counted */
	size_t n;
	uint64_t under[LEVELS]; /* the headings it stands under */
	uint64_t before;        /* the words of the paragraph before */
};

static uint64_t add(uint64_t hash, const void *p, size_t n)
{
	const unsigned char *byte = p;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ byte[i]) * 1099511628211u; /* FNV-1a */
	return (hash ^ 0x100) * 1099511628211u;
}

static uint64_t add_number(uint64_t hash, uint64_t number)
{
	return add(hash, &number, sizeof number);
}

static uint64_t own(const struct saying *s, uint64_t hash, const struct node *node)
{
	hash = add_number(hash, (uint64_t)node->kind);
	hash = add(hash, node->words.p, node->words.n);
	hash = add_number(add_number(hash, node->from), node->to);
	if (node->mends.id) {
		struct str mends = format(&node->mends, s->lang, s->a);

		hash = add(hash, mends.p, mends.n);
	}
	for (int i = 0; i < 3; i++)
		hash = add_number(hash, (uint64_t)node->tally[i]);
	return add(hash, node->hash.b, sizeof node->hash.b);
}

static uint64_t whole(const struct saying *s, uint64_t hash, const struct node *node)
{
	hash = own(s, hash, node);
	for (const struct node *child = node->first; child; child = child->next)
		hash = whole(s, hash, child);
	return hash;
}

static void say(struct saying *s, const struct node *node, bool with_children)
{
	uint64_t start = 14695981039346656037u;
	uint64_t words = with_children ? whole(s, start, node) : own(s, start, node);
	int level = node->level < LEVELS ? node->level : LEVELS - 1;

	s->n++;
	if (!with_children && !node->words.n)
		return; /* it only holds others */
	if (s->says) {
		uint64_t hash = add_number(words, s->before);

		for (int i = 0; i < LEVELS; i++)
			hash = add_number(hash, s->under[i]);
		s->says[s->n] = hash;
	}
	s->before = words;
	if (node->kind != NODE_HEADING)
		return;
	s->under[level] = words;
	for (int i = level + 1; i < LEVELS; i++)
		s->under[i] = 0;
}

static void walk(struct saying *s, const struct node *node)
{
	bool is_one = node->kind == NODE_VOTE || node->kind == NODE_LETTERHEAD;

	say(s, node, is_one);
	for (const struct node *child = is_one ? NULL : node->first; child; child = child->next)
		if (node->kind == NODE_TABLE)
			say(s, child, true);
		else
			walk(s, child);
}

uint64_t *reading_says(const struct document *document, size_t *n, struct arena *a)
{
	struct saying count = {.a = a, .lang = document->lang};
	struct saying s = count;

	walk(&count, document->root);
	s.says = ARENA_ARRAY(a, uint64_t, count.n + 1);
	walk(&s, document->root);
	*n = s.n + 1;
	return s.says;
}
