/* The cells of a row in the order a terminal is to get them. Under BIDI_EXPLICIT and BIDI_NONE that
 * is the canvas as it is. Under BIDI_WORD each stretch of Arabic letters is turned round, because
 * the terminal turns it once more. Under BIDI_IMPLICIT the canvas is in logical order and
 * locale/implicit parts what would run together. */
#ifndef TUI_CELL_ORDER_H
#define TUI_CELL_ORDER_H

#include "tui/canvas.h"

/* ROW of the canvas into CELLS, canvas_cols of them. SCRATCH is emptied. */
void cell_order(const struct canvas *canvas, int row, struct cell *cells, struct arena *scratch);
/* Whether a terminal sees this as a letter of the Arabic script. */
bool cell_is_arabic(const struct cell *cell);
/* Under BIDI_WORD: must CELLS[COL] of N stand in another font than its neighbours (bold will do),
 * so that the terminal ends there the stretch that it turns? */
bool cell_ends_stretch(const struct cell *cells, int col, int n);

#endif
