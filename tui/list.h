/* A list with a bar on the row in focus. The state is three numbers; the owner draws the rows. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/canvas.h"
#include "tui/key.h"

struct list_look {
	size_t count; /* the owner keeps it up to date */
	size_t focus;
	size_t top;       /* first row seen */
	int page;         /* rows seen at the last drawing */
	struct area seen; /* where it was drawn last */
	int rows_each;    /* rows of the screen an entry takes; 0 means 1 */
	/* All that the entries are painted from, as bytes for canvas_again(), set for each drawing;
	 * empty: that is not known, and each is painted every time. */
	struct str says;
};

/* Draws entry INDEX into ROW; when FOCUSED the bar is already painted, use STYLE_FOCUS. */
typedef void list_row(void *ctx, struct area row, size_t index, bool focused);

/* Arrows, Home, End, pages. True when the key was for the list. */
bool list_key(struct list_look *list, struct press press);
void list_focus(struct list_look *list, size_t index);
/* ACTIVE: the list has the focus of the screen, so the bar and the cursor are shown. */
void list_draw(struct list_look *list, struct area area, bool active, list_row *row, void *ctx);

/* "↑↓ 6/9" at the end of LINE, a row: up to the 6th of 9 stand in sight. Nothing while FIRST to
 * LAST (counted from 0, LAST not among them) are all of them. */
void list_extent(struct area line, size_t first, size_t last, size_t all);
/* The same where pages are turned. */
void list_pages(struct area line, size_t first, size_t last, size_t all);
/* The same for a list that was drawn. */
void list_more(const struct list_look *list, struct area line);

/* The entry that was drawn at ROW and COL of the canvas; false: none. */
bool list_at(const struct list_look *list, int row, int col, size_t *index);

#endif
