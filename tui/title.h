/* The title of an item where a screen has little room for it: what is cut cannot be told apart from
 * its neighbours, so that the short title stands where the whole one would be cut. */
#ifndef TUI_TITLE_H
#define TUI_TITLE_H

#include "model/session.h"
#include "tui/canvas.h"

/* The whole title where one row of COLS cells holds it, else the short one. */
struct both title_within(struct canvas *canvas, const struct item *item, int cols);
/* "item 4, its title", of which the same holds. */
struct message title_numbered(
	struct canvas *canvas, const struct session *s, const struct item *item, int cols);
/* At ROW of AREA, wrapped: whole where MAX rows hold it, else the short one, which ends with … when
 * they do not hold that either. Returns the rows used. */
int title_wrap(struct area area, int row, int max, enum style style, const struct item *item);

#endif
