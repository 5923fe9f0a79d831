#include "locale/resolve.h"

#include "locale/format.h"

static void resolve_node(struct node *n, enum lang lang, bool own_language, struct arena *a)
{
	if (n->kind == NODE_PROSE) {
		n->words = n->prose;
		n->foreign = n->lang != lang;
		return;
	}
	if (!own_language)
		n->lang = lang;
	n->words = format(&n->text, n->lang, a);
	for (struct node *child = n->first; child; child = child->next)
		resolve_node(child, lang, n->kind == NODE_LETTERHEAD, a);
}

void document_resolve(struct document *d, enum lang lang, struct arena *a)
{
	d->lang = lang;
	d->title_words = format_plain(&d->title, lang, a);
	d->subject_words = format_plain(&d->subject, lang, a);
	d->mark_words = format(&d->mark, lang, a);
	if (d->root)
		resolve_node(d->root, lang, false, a);
}
