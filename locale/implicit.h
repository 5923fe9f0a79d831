/* A row of cells for a terminal that orders letters itself and sees the row as one paragraph. What
 * stands apart on the screen must not run together: between two neighbours that run against the
 * row a sign of the row's own direction takes one of the blanks. Amounts, percentages and dates are
 * turned so that they come out the right way round. Nothing invisible is used: terminals give such
 * characters a cell or none as they please. */
#ifndef LOCALE_IMPLICIT_H
#define LOCALE_IMPLICIT_H

#include "locale/layout.h"

/* Stand between two fields or before a row: letters for the terminal, strokes for the eye. */
#define IMPLICIT_RTL_STROKE 0x0640u /* tatweel */
#define IMPLICIT_LTR_STROKE 0x01C0u /* a letter that looks like a bar */

/* CODE: the first code point of each of N cells in logical order, 0 for the right half of a wide
 * one; changed in place. MOVED[i] (may be NULL) is the cell CODE[i] came from. */
void implicit_row(
	uint32_t *code, size_t *moved, size_t n, enum direction base, struct arena *scratch);

#endif
