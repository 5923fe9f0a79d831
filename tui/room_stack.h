/* What all scenes are made of: blocks one under the other, centred, with the room that is left
 * shared out between them; the large figures take what they can get. Scenes say what stands there
 * and in which order; only here is it decided where. */
#ifndef TUI_ROOM_STACK_H
#define TUI_ROOM_STACK_H

#include "model/room.h"
#include "tui/bigtext.h"
#include "tui/canvas.h"
#include "tui/room_figure.h"

#define ROOM_BLOCKS_MAX  16
#define ROOM_COLUMNS_MAX 3
#define ROOM_HEAD_LINES  4

enum room_block_kind {
	ROOM_BLOCK_TEXT,
	ROOM_BLOCK_BAND,    /* a verdict over the whole width */
	ROOM_BLOCK_FIGURES, /* one to three, each with its word and its bar */
	ROOM_BLOCK_BAR,
	ROOM_BLOCK_AGENDA, /* "item 5 of 10" and a mark for each item */
	ROOM_BLOCK_HEAD,   /* the fingerprint, four lines of four groups */
	ROOM_BLOCK_LIST,   /* one under the other, as many as there is room for */
	ROOM_BLOCK_NAMES,  /* the voters in columns, all of them or none */
	ROOM_BLOCK_PAIR    /* two texts beside each other, each under its heading */
};

#define ROOM_AMOUNTS_MAX 3

/* One row of a list: a sign, a text, amounts at the end. Texts last until room_stack_draw. */
struct room_line {
	const char *sign; /* NULL: none */
	enum style style;
	struct str text;
	enum direction base;
	struct str amount[ROOM_AMOUNTS_MAX];
};

/* A large figure with what it counts. */
struct room_column {
	char figure[ROOM_FIGURE_TEXT_MAX];
	enum style style;
	struct message word;  /* without id: none */
	int64_t value, total; /* of the bar; total 0: no bar */
	int64_t mark;         /* the threshold on the bar, 0: none */
};

struct room_block {
	enum room_block_kind kind;
	enum style style;
	struct str text;
	enum direction base;
	int most;                 /* lines of a text, rows of figures */
	bool tight;               /* stands right under the block before */
	bool yields;              /* takes what the letters leave, or nothing */
	int lines_large, tallest; /* of a text in large letters; 0: always in ordinary ones */
	struct str shorter;       /* stands large over the text where that is too long for it */
	struct room_column column[ROOM_COLUMNS_MAX];
	int columns;
	struct str words;  /* of a band: TEXT without its sign */
	const char *drawn; /* of a band: the sign as a figure; NULL: a letter of TEXT */
	const struct room_line *line;
	size_t lines, focus;                     /* of a list; the line in focus is always shown */
	bool focus_large;                        /* even where not all lines can be */
	const struct bigtext_cells **large_line; /* one a line; NULL: ordinary letters */
	int large_rows, step;                    /* from a line to the next, large and ordinary */
	struct str head[2], other;           /* of a pair: TEXT and OTHER under their headings */
	const struct bigtext_cells *pair[2]; /* both or none of them in large letters */
	/* found by room_stack_draw */
	int rows, row;
	const struct bigtext_cells *large; /* the text or the shorter one; NULL: ordinary */
	bool shortened;
	/* under the figures, with the rows they take; NULL: ordinary letters */
	const struct bigtext_cells *word[ROOM_COLUMNS_MAX];
	int word_rows;
};

struct room_stack {
	struct area area;
	bool code;  /* beside the area */
	bool dense; /* many names: everything else keeps small */
	const struct room_view *view;
	struct bigtext *letters; /* may be NULL */
	struct room_block block[ROOM_BLOCKS_MAX];
	int n;
};

void room_stack_begin(struct room_stack *s, struct area area, const struct room_view *view,
	struct bigtext *letters);
/* Is there room to be generous: high bands, blank rows between what belongs together? */
bool room_stack_tall(const struct room_stack *s);

/* A message as a sentence, with a capital where the script has them, at most MOST lines. Without
 * id: nothing. */
void room_stack_say(struct room_stack *s, enum style style, int most, struct message message);
/* A text, which must last until room_stack_draw; empty: nothing. */
void room_stack_text(
	struct room_stack *s, enum style style, int most, enum direction base, struct str text);
/* A text of the record in the language of the screen; under an Arabic one its French, when there
 * is one and BILINGUAL. T must last until room_stack_draw. */
void room_stack_both(struct room_stack *s, enum style style, int most, const struct room_both *t,
	bool bilingual);
/* The last block, a text or a band, in letters as large as there is room for, up to LINES lines and
 * ROWS rows. Where they would not be clear the text stands as it would have stood. */
void room_stack_large(struct room_stack *s, int lines, int rows);
/* The title like room_stack_both, large up to LINES lines and ROWS rows; where it is too long for
 * that the shorter one over the whole in ordinary letters. */
void room_stack_title(struct room_stack *s, enum style style, const struct room_both *title,
	const struct room_both *shorter, bool bilingual, int lines, int rows);
/* The last block is less than the letters: figures take the room behind them, words and bars
 * leave theirs to a list that can so be large. */
void room_stack_yield(struct room_stack *s);
/* The last block follows the one before it without a gap. */
void room_stack_tight(struct room_stack *s);
void room_stack_band(
	struct room_stack *s, enum style style, const char *sign, struct message message);
/* At most MOST rows high, without the words. */
void room_stack_figures(struct room_stack *s, const struct room_column *columns, int n, int most);
void room_stack_bar(
	struct room_stack *s, enum style style, int64_t value, int64_t total, int64_t mark);
void room_stack_agenda(struct room_stack *s);
/* "2, 3 and 5": the numbers of a block, in A. */
struct message room_stack_items(const struct room_view *v, struct arena *a);
void room_stack_head(struct room_stack *s);
/* The code of the head beside all blocks, at the end of the rows: before any of them. In the lowest
 * area it takes the row under that as well. */
void room_stack_code(struct room_stack *s);

/* N lines, which must last until room_stack_draw; FOCUS: one that must be seen. */
void room_stack_list(struct room_stack *s, const struct room_line *line, size_t n, size_t focus);
/* The last block, a list, in large letters where all lines can be; FOCUS: else that one alone. */
void room_stack_list_large(struct room_stack *s, bool focus);

/* All voters of the view with their signs; where not all fit, INSTEAD (may be empty), which must
 * last until room_stack_draw. */
void room_stack_names(struct room_stack *s, struct str instead);
/* TEXTS, which must last until room_stack_draw, in BASE, the first where reading starts. */
void room_stack_pair(struct room_stack *s, enum direction base, const struct message heads[2],
	const struct str texts[2]);

/* Decide what stands how large, and paint nothing: rows of every block, those that are left go to
 * the figures and to large letters. Returns the sum. */
int room_stack_measure(struct room_stack *s);
/* For what is read from the blocks: cells of an ordinary line, of the line of the agenda with its
 * signs, and the groups of a line of the fingerprint. */
int room_stack_text_cols(const struct room_stack *s);
int room_stack_agenda_cols(const struct room_stack *s, const struct room_block *b);
struct str room_stack_head_line(const struct room_stack *s, int line);

/* Place and paint everything. Returns the row under the last block: more than the area has rows
 * when it did not fit. */
int room_stack_draw(struct room_stack *s);

/* VALUE as the text of a figure. */
struct room_column room_column(int64_t value, enum style style, struct message word);

#endif
