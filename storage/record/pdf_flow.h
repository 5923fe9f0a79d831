/* What is drawn, before it is known on which page: the document as a list of atoms, pieces that
 * are never split (a line, a table row, a signature block), and their distribution over pages.
 * Lengths are points; y grows downwards. Everything lives in the arena of the flow. */
#ifndef STORAGE_RECORD_PDF_FLOW_H
#define STORAGE_RECORD_PDF_FLOW_H

#include "storage/record/pdf_text.h"

/* A4, and where text may stand on it. */
#define PDF_PAGE_WIDTH  595.28
#define PDF_PAGE_HEIGHT 841.89
#define PDF_MARGIN      57.0
#define PDF_TOP         64.0
#define PDF_BOTTOM      778.0
#define PDF_TEXT_WIDTH  (PDF_PAGE_WIDTH - 2 * PDF_MARGIN)

struct pdf_colour {
	double r, g, b;
};

enum pdf_item_kind {
	PDF_ITEM_LINE,     /* a line of text with its left end at x, standing on y */
	PDF_ITEM_FILL,     /* a rectangle */
	PDF_ITEM_FRAME,    /* its outline, `size` thick */
	PDF_ITEM_STAR,     /* the five-pointed star, centre x, y, radius `size` */
	PDF_ITEM_CODE,     /* a QR code of `words` in a square of width w, quiet zone included */
	PDF_ITEM_FIELD,    /* where the next signature goes */
	PDF_ITEM_BOOKMARK, /* an entry of the outline: `words`, `level` from 1 */
	PDF_ITEM_OPEN,     /* an element of the structure begins … */
	PDF_ITEM_CLOSE     /* … and ends */
};

/* An element of the tagged structure, named as in ISO 32000-1 14.8.4. */
struct pdf_tag {
	const char *name;
	bool leaf;      /* holds what is drawn; others hold elements */
	struct str alt; /* a figure in words */
	enum lang lang;
	bool column; /* a table header cell that heads its column */
	int span;    /* columns a table cell takes, when more than one */
};

struct pdf_item {
	struct pdf_item *next;
	enum pdf_item_kind kind;
	double x, y, w, h, size; /* y from the top of the atom */
	struct pdf_colour colour;
	PangoLayoutLine *line;
	struct str words;
	int level;
	const struct pdf_tag *tag;
};

struct pdf_atom {
	struct pdf_atom *next;
	struct pdf_item *first, *last;
	double gap; /* above it; none at the top of a page */
	double height;
	bool keep;                   /* stays on one page with the next atom */
	const struct pdf_atom *head; /* first row of the table's header, repeated on a new page */
	int head_rows;
	int page;    /* from 0; placed by pdf_flow_paginate */
	double y;    /* of its top */
	bool headed; /* the header stands once more right above it */
};

/* A ground behind atoms FIRST to LAST, and a bar at its side. */
struct pdf_panel {
	struct pdf_panel *next;
	struct pdf_atom *first, *last;
	double x, w;
	double above, below; /* how far it reaches over the atoms */
	bool ground;
	struct pdf_colour fill, bar;
	double bar_x, bar_w;
	PangoLayoutLine *label; /* small, at label_x beside the first line; or NULL */
	double label_x;
};

struct pdf_flow {
	struct arena *arena;
	struct pdf_atom *first, *last;
	struct pdf_panel *panels;
	struct pdf_item *waiting, *waiting_last; /* elements opened since the last atom */
	int pages;
	int fields;
};

void pdf_flow_init(struct pdf_flow *f, struct arena *a);
/* A new last atom. What follows is added to it. */
struct pdf_atom *pdf_flow_atom(struct pdf_flow *f, double gap, double height);
/* A new item of the last atom. */
struct pdf_item *pdf_flow_item(struct pdf_flow *f, enum pdf_item_kind kind);
void pdf_flow_line(
	struct pdf_flow *f, PangoLayoutLine *line, double x, double y, struct pdf_colour c);
void pdf_flow_fill(struct pdf_flow *f, double x, double y, double w, double h, struct pdf_colour c);
void pdf_flow_frame(struct pdf_flow *f, double x, double y, double w, double h, double thick,
	struct pdf_colour c);

/* An element that begins inside the last atom, or (start) with the next one. */
struct pdf_tag *pdf_flow_open(struct pdf_flow *f, const char *name, bool leaf, enum lang lang);
struct pdf_tag *pdf_flow_start(struct pdf_flow *f, const char *name, bool leaf, enum lang lang);
/* The innermost element ends with the last atom. */
void pdf_flow_close(struct pdf_flow *f);

struct pdf_panel *pdf_flow_panel(struct pdf_flow *f, struct pdf_atom *first, struct pdf_atom *last);

/* Gives every atom its page and place. */
void pdf_flow_paginate(struct pdf_flow *f);

#endif
