#include "storage/record/pdf_flow.h"

void pdf_flow_init(struct pdf_flow *f, struct arena *a)
{
	*f = (struct pdf_flow){.arena = a};
}

static void atom_take(struct pdf_atom *atom, struct pdf_item *item)
{
	if (atom->last)
		atom->last->next = item;
	else
		atom->first = item;
	atom->last = item;
}

struct pdf_atom *pdf_flow_atom(struct pdf_flow *f, double gap, double height)
{
	struct pdf_atom *atom = ARENA_NEW(f->arena, struct pdf_atom);

	atom->gap = gap;
	atom->height = height;
	atom->first = f->waiting;
	atom->last = f->waiting_last;
	f->waiting = f->waiting_last = NULL;
	if (f->last)
		f->last->next = atom;
	else
		f->first = atom;
	f->last = atom;
	return atom;
}

struct pdf_item *pdf_flow_item(struct pdf_flow *f, enum pdf_item_kind kind)
{
	struct pdf_item *item = ARENA_NEW(f->arena, struct pdf_item);

	item->kind = kind;
	atom_take(f->last, item);
	return item;
}

void pdf_flow_line(
	struct pdf_flow *f, PangoLayoutLine *line, double x, double y, struct pdf_colour c)
{
	struct pdf_item *item = pdf_flow_item(f, PDF_ITEM_LINE);

	item->line = line;
	item->x = x;
	item->y = y;
	item->colour = c;
}

void pdf_flow_fill(struct pdf_flow *f, double x, double y, double w, double h, struct pdf_colour c)
{
	struct pdf_item *item = pdf_flow_item(f, PDF_ITEM_FILL);

	item->x = x;
	item->y = y;
	item->w = w;
	item->h = h;
	item->colour = c;
}

void pdf_flow_frame(struct pdf_flow *f, double x, double y, double w, double h, double thick,
	struct pdf_colour c)
{
	struct pdf_item *item = pdf_flow_item(f, PDF_ITEM_FRAME);

	item->x = x;
	item->y = y;
	item->w = w;
	item->h = h;
	item->size = thick;
	item->colour = c;
}

static struct pdf_tag *tag_new(
	struct pdf_flow *f, struct pdf_item *item, const char *name, bool leaf, enum lang lang)
{
	struct pdf_tag *tag = ARENA_NEW(f->arena, struct pdf_tag);

	tag->name = name;
	tag->leaf = leaf;
	tag->lang = lang;
	item->tag = tag;
	return tag;
}

struct pdf_tag *pdf_flow_open(struct pdf_flow *f, const char *name, bool leaf, enum lang lang)
{
	return tag_new(f, pdf_flow_item(f, PDF_ITEM_OPEN), name, leaf, lang);
}

struct pdf_tag *pdf_flow_start(struct pdf_flow *f, const char *name, bool leaf, enum lang lang)
{
	struct pdf_item *item = ARENA_NEW(f->arena, struct pdf_item);

	item->kind = PDF_ITEM_OPEN;
	if (f->waiting_last)
		f->waiting_last->next = item;
	else
		f->waiting = item;
	f->waiting_last = item;
	return tag_new(f, item, name, leaf, lang);
}

/* An element without content leaves no trace: its opening is taken back. */
static bool take_back(struct pdf_flow *f)
{
	struct pdf_item *before = NULL, *i = f->waiting;

	if (!i)
		return false;
	for (; i->next; i = i->next)
		before = i;
	if (before)
		before->next = NULL;
	else
		f->waiting = NULL;
	f->waiting_last = before;
	return true;
}

void pdf_flow_close(struct pdf_flow *f)
{
	if (!take_back(f))
		pdf_flow_item(f, PDF_ITEM_CLOSE);
}

struct pdf_panel *pdf_flow_panel(struct pdf_flow *f, struct pdf_atom *first, struct pdf_atom *last)
{
	struct pdf_panel *panel = ARENA_NEW(f->arena, struct pdf_panel);

	panel->first = first;
	panel->last = last;
	panel->next = f->panels;
	f->panels = panel;
	return panel;
}

/* ---- pages -------------------------------------------------------------------------------- */

static double head_height(const struct pdf_atom *atom)
{
	const struct pdf_atom *row = atom->head;
	double h = 0;

	for (int i = 0; i < atom->head_rows && row; i++, row = row->next)
		h += row->height;
	return h;
}

/* The height of ATOM and all that must stay with it; *after is the first that need not. */
static double chunk_height(struct pdf_atom *atom, struct pdf_atom **after)
{
	double h = atom->height;

	while (atom->keep && atom->next) {
		atom = atom->next;
		h += atom->gap + atom->height;
	}
	*after = atom->next;
	return h;
}

/* What can never stand on one page is broken where the page ends; what begins it, a heading, still
 * holds on to what comes first. */
static void break_up(struct pdf_atom *atom, const struct pdf_atom *after)
{
	for (int i = 0; atom->next != after; atom = atom->next, i++)
		atom->keep = i < 2;
}

static bool page_holds(const struct pdf_atom *atom, double h)
{
	return h + head_height(atom) <= PDF_BOTTOM - PDF_TOP;
}

/* PLACED is false only before the first atom of a page. */
static void place(struct pdf_atom *atom, int page, double *y, bool placed, bool new_page)
{
	if (new_page && atom->head) {
		atom->headed = true;
		*y += head_height(atom);
	} else if (placed) {
		*y += atom->gap;
	}
	atom->page = page;
	atom->y = *y;
	*y += atom->height;
}

void pdf_flow_paginate(struct pdf_flow *f)
{
	struct pdf_atom *atom = f->first;
	double y = PDF_TOP;
	bool placed = false;
	int page = 0;

	while (atom) {
		struct pdf_atom *after;
		double h = chunk_height(atom, &after);
		bool fresh = false;

		if (!page_holds(atom, h)) {
			break_up(atom, after);
			h = chunk_height(atom, &after);
		}
		if (!page_holds(atom, h))
			after = atom->next;
		if (after == atom->next)
			h = atom->height;
		if (placed && y + atom->gap + h > PDF_BOTTOM) {
			page++;
			y = PDF_TOP;
			placed = false;
			fresh = true;
		}
		for (; atom != after; atom = atom->next) {
			place(atom, page, &y, placed, fresh);
			placed = true;
			fresh = false;
		}
	}
	f->pages = page + 1;
}
