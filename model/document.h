/* The tree of a document (minutes, failure record, attendance sheet, draft): what is written,
 * in which order, as messages and values. model/minutes.c builds it from the state, locale
 * turns the messages into words of one language, the writers in storage/record/ draw it.
 * Nothing in here knows paper, fonts or XML. */
#ifndef MODEL_DOCUMENT_H
#define MODEL_DOCUMENT_H

#include "model/message.h"

enum node_kind {
	NODE_DOCUMENT,   /* root */
	NODE_LETTERHEAD, /* children: NODE_TEXT lines; `lang` of each says Arabic or French side */
	NODE_TITLE,
	NODE_SUBTITLE,
	NODE_SECTION, /* children; groups a heading with what belongs to it */
	NODE_HEADING, /* level 1 … 3 */
	NODE_TEXT,    /* a paragraph generated from acts */
	NODE_PROSE,   /* a paragraph somebody wrote; `lang`; `foreign` when no translation */
	NODE_LIST,
	NODE_LIST_ITEM,
	NODE_TABLE,    /* `widths`: relative column widths, `columns` of them */
	NODE_ROW,      /* `header`, `strong` (sums); the last cell takes the columns left */
	NODE_CELL,     /* `align` */
	NODE_VOTE,     /* `tally` for, against, abstain; children: their three labels, then lines */
	NODE_DECISION, /* a numbered decision of the assembly, set off */
	NODE_NOTE,     /* small print: unconfirmed rules, corrections */
	NODE_SIGNATURES, /* children: NODE_SIGNATURE */
	NODE_SIGNATURE,  /* text: function; children NODE_TEXT: name, fingerprint; room for ink;
			    `by_hand`: nobody signs there in the file */
	NODE_SEAL        /* head of the journal and QR; text: explanation; `hash` */
};

enum node_align { NODE_START, NODE_CENTRE, NODE_END };

struct node {
	enum node_kind kind;
	struct message text; /* before resolving; id NULL: none */
	struct str prose;    /* NODE_PROSE: as typed */
	enum lang lang;      /* after resolving: language of `words`; NODE_PROSE: of `prose` */
	bool foreign;        /* prose shown in another language than the document's */
	int level;           /* headings */
	int columns;         /* tables */
	const int *widths;
	bool header, strong;   /* rows */
	bool by_hand;          /* signatures */
	enum node_align align; /* cells */
	int64_t tally[3];      /* votes */
	struct hash hash;      /* seals */
	uint32_t from, to;     /* acts (n) this comes from; 0,0: none */
	struct message mends;  /* later acts that corrected it; id NULL: none */
	struct str words;      /* filled by document_resolve (locale/resolve.h) */
	struct node *first, *last, *next;
};

struct document {
	struct node *root;
	struct message title, subject; /* for the file's own description */
	struct str title_words, subject_words;
	struct both chamber;
	struct instant date; /* the file's creation date: never the clock of rendering */
	bool draft, specimen, translation; /* marks on every page */
	struct message mark;               /* what that mark says, id NULL: none */
	struct str mark_words;
	struct hash head; /* zero in a draft */
	enum lang lang;   /* filled by document_resolve */
};

/* A new last child of PARENT (NULL: a root). Owner: the arena. */
struct node *node_add(
	struct arena *a, struct node *parent, enum node_kind kind, struct message text);

#endif
