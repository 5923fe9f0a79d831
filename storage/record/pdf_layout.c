#include "storage/record/pdf_layout.h"

#include <string.h>

const struct pdf_colour pdf_ink = {0.08, 0.09, 0.09};
const struct pdf_colour pdf_green = {0.05, 0.31, 0.20};
const struct pdf_colour pdf_grey = {0.38, 0.40, 0.40};
const struct pdf_colour pdf_rule = {0.70, 0.75, 0.72};
const struct pdf_colour pdf_tint = {0.935, 0.960, 0.945};
const struct pdf_colour pdf_red = {0.70, 0.12, 0.14};
const struct pdf_colour pdf_white = {1, 1, 1};

#define HEADING_ROOM 60.0 /* above a list that is kept whole */
#define TEXT_HELD    90.0 /* of the text before the signatures: about five lines */

/* Sizes of letters: Arabic in Amiri reads smaller than Latin of the same size. */
struct scale {
	double ar, fr, ar_leading, fr_leading;
};

static const struct scale body_scale = {13, 12, 21.5, 17.5};
static const struct scale title_scale = {25, 22, 36, 29};
static const struct scale subtitle_scale = {14.5, 13, 23, 19};
static const struct scale heading_scale[] = {
	{17, 15.5, 26, 21}, {14.5, 13.5, 23, 19}, {13, 12, 21, 18}};
static const struct scale decision_scale = {13, 12, 21.5, 18};
static const struct scale note_scale = {10, 9.3, 16, 13};
static const struct scale letterhead_scale = {11.5, 9.6, 17, 13.2};

static struct pdf_block block_of(const struct scale *s, enum pdf_face face, enum lang lang)
{
	struct pdf_block b = {
		.style = {.face = face,
			.size = lang == LANG_AR ? s->ar : s->fr,
			.leading = lang == LANG_AR ? s->ar_leading : s->fr_leading,
			.edge = pdf_start(lang)},
		.colour = pdf_ink,
		.lang = lang,
		.x = PDF_MARGIN,
		.w = PDF_TEXT_WIDTH,
	};

	return b;
}

/* Where letters stand in the height of their line. */
static double baseline(const struct pdf_style *s)
{
	return s->leading / 2 + s->size * 0.22;
}

/* The narrowest width in which WORDS take no more lines than in B: centred lines of nearly the
 * same length instead of a last one with a single word. */
static void balance(struct pdf_layout *l, struct str words, struct pdf_block *b)
{
	double most = pdf_layout_height(l, words, b), least = b->w / 3;
	struct pdf_block tried = *b;

	if (most <= b->style.leading * 1.5)
		return;
	for (int i = 0; i < 7; i++) {
		tried.w = (least + b->w) / 2;
		if (pdf_layout_height(l, words, &tried) > most) {
			least = tried.w;
		} else {
			b->x += (b->w - tried.w) / 2;
			b->w = tried.w;
		}
	}
}

/* ---- lines -------------------------------------------------------------------------------- */

double pdf_layout_lines(
	struct pdf_layout *l, struct str words, const struct pdf_block *b, double top)
{
	PangoLayout *layout = pdf_text_layout(l->text, words, b->lang, &b->style, b->w);
	PangoLayoutIter *i = pango_layout_get_iter(layout);
	double y = top;

	do {
		PangoLayoutLine *line = pango_layout_iter_get_line_readonly(i);
		PangoRectangle box;

		pango_layout_iter_get_line_extents(i, NULL, &box);
		pdf_flow_line(&l->flow, line, b->x + box.x / (double)PANGO_SCALE,
			y + baseline(&b->style), b->colour);
		y += b->style.leading;
	} while (pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
	return y - top;
}

double pdf_layout_height(struct pdf_layout *l, struct str words, const struct pdf_block *b)
{
	PangoLayout *layout = pdf_text_layout(l->text, words, b->lang, &b->style, b->w);
	double h = pango_layout_get_line_count(layout) * b->style.leading;

	pdf_text_forget(l->text);
	return h;
}

void pdf_layout_paragraph(struct pdf_layout *l, struct str words, const struct pdf_block *b)
{
	PangoLayout *layout = pdf_text_layout(l->text, words, b->lang, &b->style, b->w);
	int n = pango_layout_get_line_count(layout), k = 0;
	PangoLayoutIter *i = pango_layout_get_iter(layout);

	do {
		PangoLayoutLine *line = pango_layout_iter_get_line_readonly(i);
		struct pdf_atom *atom =
			pdf_flow_atom(&l->flow, k == 0 ? b->gap : 0, b->style.leading);
		PangoRectangle box;

		pango_layout_iter_get_line_extents(i, NULL, &box);
		pdf_flow_line(&l->flow, line, b->x + box.x / (double)PANGO_SCALE,
			baseline(&b->style), b->colour);
		atom->keep = k < n - 1 && (k == 0 || k == n - 2);
		k++;
	} while (pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
}

static bool next_paragraph(struct str *rest, struct str *one)
{
	while (rest->n > 0) {
		const char *end = memchr(rest->p, '\n', rest->n);
		size_t n = end ? (size_t)(end - rest->p) : rest->n;

		*one = (struct str){rest->p, n};
		n += end != NULL;
		*rest = (struct str){rest->p + n, rest->n - n};
		if (one->n > 0)
			return true;
	}
	return false;
}

/* WORDS as paragraphs of the element NAME, one for each line somebody typed. */
static void paragraphs(struct pdf_layout *l, struct str words, struct pdf_block b, const char *name)
{
	struct str one;

	while (next_paragraph(&words, &one)) {
		pdf_flow_start(&l->flow, name, true, b.lang);
		pdf_layout_paragraph(l, one, &b);
		pdf_flow_close(&l->flow);
		b.gap = b.style.leading * 0.22;
	}
}

/* ---- blocks ------------------------------------------------------------------------------- */

static void bookmark(struct pdf_layout *l, struct str words, int level)
{
	struct pdf_item *item = pdf_flow_item(&l->flow, PDF_ITEM_BOOKMARK);

	item->words = words;
	item->level = level;
}

/* Headings hold on to what follows them. */
static void keep_from(struct pdf_atom *atom)
{
	for (; atom; atom = atom->next)
		atom->keep = true;
}

static void heading(struct pdf_layout *l, const struct node *n)
{
	static const char *const names[] = {"H2", "H3", "H4"};
	static const double gaps[] = {17, 12, 8};
	int level = n->level < 1 ? 0 : n->level > 3 ? 2 : n->level - 1;
	struct pdf_block b = block_of(&heading_scale[level], PDF_BOLD, n->lang);
	struct pdf_atom *before = l->flow.last;
	double rule;

	if (n->words.n == 0)
		return;
	b.gap = gaps[level];
	b.colour = level == 2 ? pdf_ink : pdf_green;
	pdf_flow_start(&l->flow, names[level], true, n->lang);
	pdf_layout_paragraph(l, n->words, &b);
	bookmark(l, n->words, level + 1);
	pdf_flow_close(&l->flow);
	if (level == 0) {
		rule = l->flow.last->height + 1;
		pdf_flow_fill(&l->flow, PDF_MARGIN, rule, PDF_TEXT_WIDTH, 0.6, pdf_rule);
		l->flow.last->height += 5;
	}
	keep_from(before ? before->next : l->flow.first);
}

static void centred(struct pdf_layout *l, const struct node *n, const struct scale *s,
	const char *name, double gap)
{
	struct pdf_block b = block_of(s, PDF_BOLD, n->lang);
	struct pdf_atom *before = l->flow.last;

	b.style.edge = PDF_MIDDLE;
	b.colour = pdf_green;
	b.gap = gap;
	balance(l, n->words, &b);
	paragraphs(l, n->words, b, name);
	keep_from(before ? before->next : l->flow.first);
}

static void text(struct pdf_layout *l, const struct node *n)
{
	struct pdf_block b = block_of(&body_scale, PDF_REGULAR, n->lang);

	b.style.justify = true;
	b.gap = 5;
	paragraphs(l, n->words, b, "P");
	/* "Mr So-and-so:" does not end a page before what he said. */
	if (l->flow.last && n->next &&
		(n->next->kind == NODE_PROSE || n->next->kind == NODE_LIST ||
			n->next->kind == NODE_TABLE))
		l->flow.last->keep = true;
}

/* What was said in the other language stands at its own side, with a bar and the language's name.
 */
static void foreign_prose(struct pdf_layout *l, const struct node *n)
{
	struct pdf_block b = block_of(&body_scale, PDF_REGULAR, n->lang);
	bool right = pdf_start(n->lang) == PDF_RIGHT;
	struct pdf_atom *before = l->flow.last;
	struct pdf_panel *panel;
	struct pdf_style small = {.face = PDF_REGULAR, .size = 8, .leading = 10};
	PangoLayout *mark;

	b.style.justify = true;
	b.gap = 7;
	b.w -= 34;
	b.x += right ? 0 : 34;
	paragraphs(l, n->words, b, "P");
	if (l->flow.last == before)
		return;
	panel = pdf_flow_panel(&l->flow, before ? before->next : l->flow.first, l->flow.last);
	panel->bar = pdf_rule;
	panel->bar_w = 1.6;
	panel->bar_x = right ? PDF_MARGIN + b.w + 9 : PDF_MARGIN + 23;
	mark = pdf_text_layout(l->text, str_of(lang_code(n->lang)), LANG_EN, &small, 0);
	panel->label = pango_layout_get_line_readonly(mark, 0);
	panel->label_x =
		right ? PDF_PAGE_WIDTH - PDF_MARGIN - pdf_line_width(panel->label) : PDF_MARGIN;
}

static void prose(struct pdf_layout *l, const struct node *n)
{
	if (n->foreign)
		foreign_prose(l, n);
	else
		text(l, n);
}

static void note(struct pdf_layout *l, const struct node *n)
{
	struct pdf_block b = block_of(&note_scale, PDF_REGULAR, n->lang);

	b.colour = pdf_grey;
	b.gap = 4;
	paragraphs(l, n->words, b, "P");
}

static void list_item(struct pdf_layout *l, const struct node *n)
{
	struct pdf_block b = block_of(&body_scale, PDF_REGULAR, n->lang);
	bool right = pdf_start(l->lang) == PDF_RIGHT;
	struct pdf_atom *before = l->flow.last, *first;
	struct pdf_item *dot;

	b.w -= 20;
	b.x += right ? 0 : 20;
	b.style.edge = pdf_start(l->lang);
	b.gap = 2;
	pdf_flow_start(&l->flow, "LI", false, n->lang);
	pdf_flow_start(&l->flow, "LBody", true, n->lang);
	pdf_layout_paragraph(l, n->words, &b);
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->words.n > 0)
			pdf_layout_paragraph(l, c->words, &b);
	}
	pdf_flow_close(&l->flow);
	first = before ? before->next : l->flow.first;
	dot = ARENA_NEW(l->arena, struct pdf_item);
	*dot = (struct pdf_item){.kind = PDF_ITEM_FILL,
		.next = first->first,
		.x = right ? PDF_PAGE_WIDTH - PDF_MARGIN - 10 : PDF_MARGIN + 6.5,
		.y = baseline(&b.style) - b.style.size * 0.36,
		.w = 3.4,
		.h = 3.4,
		.colour = pdf_green};
	first->first = dot;
	pdf_flow_close(&l->flow);
}

/* All atoms behind BEFORE on one page, with room for a heading above them; when that is too much,
 * two at either end. */
static void keep_whole(struct pdf_layout *l, const struct pdf_atom *before)
{
	struct pdf_atom *first = before ? before->next : l->flow.first;
	double h = 0;

	for (const struct pdf_atom *a = first; a; a = a->next)
		h += a->gap + a->height;
	for (struct pdf_atom *a = first; a && a->next; a = a->next)
		a->keep = a->keep || a == first || !a->next->next ||
			  h + HEADING_ROOM <= PDF_BOTTOM - PDF_TOP;
}

static void list(struct pdf_layout *l, const struct node *n)
{
	const struct pdf_atom *before = l->flow.last;

	if (!n->first)
		return;
	pdf_flow_start(&l->flow, "L", false, n->lang);
	for (const struct node *c = n->first; c; c = c->next)
		list_item(l, c);
	pdf_flow_close(&l->flow);
	keep_whole(l, before);
}

static void decision(struct pdf_layout *l, const struct node *n)
{
	struct pdf_block b = block_of(&decision_scale, PDF_BOLD, n->lang);
	bool right = pdf_start(l->lang) == PDF_RIGHT;
	struct pdf_atom *before = l->flow.last;
	struct pdf_panel *panel;

	b.w -= 30;
	b.x += 15;
	b.gap = 15;
	b.colour = pdf_green;
	pdf_flow_start(&l->flow, "Sect", false, n->lang);
	paragraphs(l, n->words, b, "P");
	/* "Decision no. 2" does not end a page before what was decided. */
	if (n->first && l->flow.last != before)
		keep_from(before ? before->next : l->flow.first);
	for (const struct node *c = n->first; c; c = c->next) {
		struct pdf_block inner = block_of(&body_scale, PDF_REGULAR, c->lang);

		inner.w = b.w;
		inner.x = b.x;
		inner.style.justify = true;
		inner.gap = l->flow.last == before ? 15 : 2;
		paragraphs(l, c->words, inner, "P");
	}
	pdf_flow_close(&l->flow);
	if (l->flow.last == before)
		return;
	panel = pdf_flow_panel(&l->flow, before ? before->next : l->flow.first, l->flow.last);
	panel->ground = true;
	panel->fill = pdf_tint;
	panel->bar = pdf_green;
	panel->x = PDF_MARGIN;
	panel->w = PDF_TEXT_WIDTH;
	panel->above = 6;
	panel->bar_w = 3;
	panel->bar_x = right ? PDF_PAGE_WIDTH - PDF_MARGIN - 3 : PDF_MARGIN;
	l->flow.last->height += 8;
	panel->below = -2;
}

/* ---- letterhead --------------------------------------------------------------------------- */

static struct pdf_block letterhead_block(enum lang lang)
{
	struct pdf_block b = block_of(&letterhead_scale, PDF_BOLD, lang);

	b.style.edge = PDF_MIDDLE;
	b.w = 210;
	b.x = lang == LANG_AR ? PDF_PAGE_WIDTH - PDF_MARGIN - b.w : PDF_MARGIN;
	return b;
}

static double letterhead_height(struct pdf_layout *l, const struct node *n, enum lang lang)
{
	struct pdf_block b = letterhead_block(lang);
	double h = 0;

	for (const struct node *c = n->first; c; c = c->next) {
		if ((c->lang == LANG_AR) == (lang == LANG_AR) && c->words.n > 0)
			h += pdf_layout_height(l, c->words, &b);
	}
	return h;
}

static void letterhead_side(struct pdf_layout *l, const struct node *n, enum lang lang, double top)
{
	for (const struct node *c = n->first; c; c = c->next) {
		struct pdf_block b = letterhead_block(lang);

		if ((c->lang == LANG_AR) != (lang == LANG_AR) || c->words.n == 0)
			continue;
		balance(l, c->words, &b);
		pdf_flow_open(&l->flow, "P", true, lang);
		top += pdf_layout_lines(l, c->words, &b, top);
		pdf_flow_close(&l->flow);
	}
}

/* Arabic at the right, French at the left whatever the document's language; the star between. */
static void letterhead(struct pdf_layout *l, const struct node *n)
{
	double ar = letterhead_height(l, n, LANG_AR), fr = letterhead_height(l, n, LANG_FR);
	double h = ar > fr ? ar : fr;
	struct pdf_item *star;
	struct pdf_atom *atom;

	if (h <= 0)
		return;
	pdf_flow_start(&l->flow, "Sect", false, n->lang);
	atom = pdf_flow_atom(&l->flow, 0, h + 16);
	if (l->lang == LANG_AR)
		letterhead_side(l, n, LANG_AR, (h - ar) / 2);
	letterhead_side(l, n, LANG_FR, (h - fr) / 2);
	if (l->lang != LANG_AR)
		letterhead_side(l, n, LANG_AR, (h - ar) / 2);
	star = pdf_flow_item(&l->flow, PDF_ITEM_STAR);
	star->x = PDF_PAGE_WIDTH / 2;
	star->y = h / 2 + 1;
	star->size = 19;
	star->colour = pdf_green;
	pdf_flow_fill(&l->flow, PDF_MARGIN, h + 9, PDF_TEXT_WIDTH, 1.4, pdf_green);
	pdf_flow_fill(&l->flow, PDF_MARGIN, h + 11.4, PDF_TEXT_WIDTH, 0.5, pdf_red);
	pdf_flow_close(&l->flow);
	atom->keep = true;
}

/* ---- the tree ----------------------------------------------------------------------------- */

static void blocks(struct pdf_layout *l, const struct node *parent);

/* A page with nothing but boxes to sign could be put behind any text: some of the text stands on it
 * too. */
static void hold_text(struct pdf_flow *f)
{
	struct pdf_atom *from = f->first;
	double behind = 0;

	for (const struct pdf_atom *a = f->first; a; a = a->next)
		behind += a->gap + a->height;
	while (from && behind - from->gap - from->height >= TEXT_HELD) {
		behind -= from->gap + from->height;
		from = from->next;
	}
	keep_from(from);
}

/* The signatures of N take one row, so that text has room above them. With more of them place and
 * date are the text that stands on their page. */
static bool is_signed(const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_SIGNATURES)
			return pdf_signature_rows(c) == 1;
	}
	return false;
}

static void section(struct pdf_layout *l, const struct node *n)
{
	if (is_signed(n))
		hold_text(&l->flow);
	pdf_flow_start(&l->flow, "Sect", false, n->lang);
	blocks(l, n);
	pdf_flow_close(&l->flow);
}

static void block(struct pdf_layout *l, const struct node *n)
{
	switch (n->kind) {
	case NODE_DOCUMENT:
	case NODE_SECTION:
		section(l, n);
		break;
	case NODE_LETTERHEAD:
		letterhead(l, n);
		break;
	case NODE_TITLE:
		centred(l, n, &title_scale, "H1", 12);
		break;
	case NODE_SUBTITLE:
		centred(l, n, &subtitle_scale, "P", 1);
		if (n->words.n > 0)
			l->flow.last->height += 5;
		break;
	case NODE_HEADING:
		heading(l, n);
		break;
	case NODE_PROSE:
		prose(l, n);
		break;
	case NODE_LIST:
		list(l, n);
		break;
	case NODE_TABLE:
		pdf_layout_table(l, n);
		break;
	case NODE_VOTE:
		pdf_layout_vote(l, n);
		break;
	case NODE_DECISION:
		decision(l, n);
		break;
	case NODE_NOTE:
		note(l, n);
		break;
	case NODE_SIGNATURES:
		pdf_layout_signatures(l, n);
		break;
	case NODE_SEAL:
		pdf_layout_seal(l, n);
		break;
	case NODE_TEXT:
	case NODE_LIST_ITEM:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_SIGNATURE:
		text(l, n);
		break;
	}
}

static void blocks(struct pdf_layout *l, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next)
		block(l, n);
}

void pdf_layout_document(struct pdf_layout *l, const struct document *document)
{
	l->lang = document->lang;
	pdf_flow_init(&l->flow, l->arena);
	pdf_flow_start(&l->flow, "Document", false, l->lang);
	blocks(l, document->root);
	if (!l->flow.first) /* nothing written: still a page */
		pdf_flow_atom(&l->flow, 0, 1);
	pdf_flow_close(&l->flow);
	pdf_flow_paginate(&l->flow);
}
