/* Convening at the desk: notices to members, their written requests, and what is missing of both
 * before the sitting opens. */
#ifndef TUI_CONVENING_H
#define TUI_CONVENING_H

#include "model/convening.h"
#include "tui/desk.h"

/* Of the chosen session, for the day that is planned, else for today. */
struct convening convening_of_desk(struct desk *d);
int64_t convening_unanswered(const struct session *s);
/* "07 Youssef Berrada", or how many signed and how many of them it needs. */
struct message convening_signers(struct desk *d, const struct request_filed *r);
/* "Notices: …", where nothing else says what it is about. */
struct message convening_line(struct desk *d, const struct convening *c);
/* Something of it is missing, so that the line about it warns. */
bool convening_warns(const struct convening *c);

/* What the Space menu opens. */
void panel_convening(struct desk *d);
/* MEMBER 0: all or several; NOTICE: what is noted of the member, or NULL. */
void form_notice(struct desk *d, int64_t member, const struct notice *notice);
void form_request(struct desk *d);
void form_answer(struct desk *d, const struct request *request);

#endif
