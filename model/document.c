#include "model/document.h"

struct node *node_add(
	struct arena *a, struct node *parent, enum node_kind kind, struct message text)
{
	struct node *n = ARENA_NEW(a, struct node);

	n->kind = kind;
	n->text = text;
	if (!parent)
		return n;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
	return n;
}
