/* Panels of presence that several screens open. Each says on the message line why it does not. */
#ifndef TUI_PRESENCE_FORMS_H
#define TUI_PRESENCE_FORMS_H

#include "tui/desk.h"

/* C was refused because it takes the chair away: ask who takes it, then record both in one step.
 * False when C is no such command or nobody can take it. */
bool panel_chair(struct desk *d, const struct command *c);
/* r: a number, then the reason; a recused member's number readmits. */
void presence_recuse(struct desk *d);
/* attendance_forms.c: a substitute in an absent member's seat; the time of an arrival or departure,
 * with the quorum as it then was. */
void presence_substitute(struct desk *d);
void presence_time(struct desk *d);
/* quorum_panel.c: numbers, and the quorum as it would be without them; nothing is recorded. */
void presence_what_if(struct desk *d);
void presence_proxies(struct desk *d);
/* Absent is marked over an excuse: was it a slip, or is the excuse not accepted? */
void panel_excuse(struct desk *d, int64_t number);
/* The members in TEXT: numbers with anything between them; digits without a gap are cut by the
 * width of a number. Unknown numbers and repetitions are left out. Frame memory. */
struct numbers presence_numbers(struct desk *d, struct str text);
/* view_attendance.c: the roll goes on when a question answered for its member. */
void attendance_roll_answered(struct desk *d);
/* Members from afar, or missing from the list; the ceremony. */
void panel_others(struct desk *d);

#endif
