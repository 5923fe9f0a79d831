/* The form of the budget's screen. */
#ifndef TUI_BUDGET_FORMS_H
#define TUI_BUDGET_FORMS_H

#include "tui/desk.h"

/* An amendment of ITEM that takes an amount from LINE, one of its lines; NULL: from the first. */
void form_transfer(struct desk *d, const struct item *item, const struct budget_line_set *line);

#endif
