/* From the tree of a document to the flow: typography, block by block. */
#ifndef STORAGE_RECORD_PDF_LAYOUT_H
#define STORAGE_RECORD_PDF_LAYOUT_H

#include "model/document.h"
#include "storage/record/pdf_flow.h"

/* The few colours of a record; it must read as well when printed in grey. */
extern const struct pdf_colour pdf_ink, pdf_green, pdf_grey, pdf_rule, pdf_tint, pdf_red, pdf_white;

struct pdf_layout {
	struct pdf_flow flow;
	struct pdf_text *text;
	struct arena *arena;
	enum lang lang; /* of the document; its pages start at pdf_start(lang) */
};

/* One paragraph of lines in a column. */
struct pdf_block {
	struct pdf_style style;
	struct pdf_colour colour;
	enum lang lang;
	double x, w; /* the column */
	double gap;  /* above the first line */
};

/* Lays out all of DOCUMENT, paginated. L: text and arena given, the rest filled. */
void pdf_layout_document(struct pdf_layout *l, const struct document *document);

/* The lines of WORDS into the last atom, the first one standing LEADING below TOP. Returns the
 * height they take. */
double pdf_layout_lines(
	struct pdf_layout *l, struct str words, const struct pdf_block *b, double top);
/* How many lines, without drawing. */
double pdf_layout_height(struct pdf_layout *l, struct str words, const struct pdf_block *b);

/* WORDS as a paragraph that may go on on the next page: one atom for each line. Neither its first
 * nor its last line stands alone on a page. */
void pdf_layout_paragraph(struct pdf_layout *l, struct str words, const struct pdf_block *b);

/* pdf_table.c */
void pdf_layout_table(struct pdf_layout *l, const struct node *table);
/* pdf_blocks.c: what is more than text */
void pdf_layout_vote(struct pdf_layout *l, const struct node *vote);
int pdf_signature_rows(const struct node *signatures);
void pdf_layout_signatures(struct pdf_layout *l, const struct node *signatures);
void pdf_layout_seal(struct pdf_layout *l, const struct node *seal);

#endif
