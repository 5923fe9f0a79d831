/* How wide the columns of a table are on a screen: as the document shares them out, then so that no
 * word is broken that need not be, and the table takes as few rows as it can. */
#ifndef TUI_READING_COLUMNS_H
#define TUI_READING_COLUMNS_H

#include "model/document.h"

#define READING_COLUMNS_MAX 12

/* The cells of each column of TABLE into COLUMNS, which has room for READING_COLUMNS_MAX; WIDTH
 * cells in all, GAP of them between two columns. Returns how many there are. A: for measuring. */
int reading_columns(const struct node *table, int width, int gap, int *columns, struct arena *a);

#endif
