/* What the correction of a closed vote makes of it: before and after beside each other, so that
 * nobody records one without having seen its result. */
#ifndef TUI_CORRECTION_H
#define TUI_CORRECTION_H

#include "tui/desk.h"

#define CORRECTION_ROWS 7

/* The correction d->question.mend of the vote d->question.mend_vote, recomputed at each painting;
 * what would be refused has no figures yet. */
void correction_paint(struct desk *d, struct area area);
/* O shows it: a panel between its facts and its choices, a form below its fields, a line above
 * itself. */
void correction_show(struct overlay *o);

#endif
