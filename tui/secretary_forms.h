/* Who writes the minutes: the question when the secretary of the sitting goes, and the change by
 * hand. */
#ifndef TUI_SECRETARY_FORMS_H
#define TUI_SECRETARY_FORMS_H

#include "tui/desk.h"

bool secretary_asked(const char *code); /* an act was refused until somebody writes */
/* Asks who does, and records that with C, which was refused; false: C cannot say it. */
bool panel_secretary(struct desk *d, const struct command *c);
void panel_secretary_missing(struct desk *d); /* before the quorum is recorded */
void panel_secretary_by_hand(struct desk *d);

#endif
