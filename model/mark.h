/* What became of an item, for the one sign that stands beside it on the desk, on the screens of the
 * room and in lists: the same everywhere (tui/mark.h draws it). */
#ifndef MODEL_MARK_H
#define MODEL_MARK_H

#include "model/base.h"

struct item;
struct session;

enum item_mark {
	MARK_WAITING,
	MARK_OPEN,
	MARK_ADOPTED,
	MARK_REJECTED,
	MARK_NOTED,
	MARK_POSTPONED,
	MARK_WITHDRAWN,
	MARK_PROPOSED, /* whether it comes on the agenda is still to be voted */
	MARK_DONE,     /* closed without a decision, or with one that is not public yet */
	MARK_COUNT
};

/* As the desk knows it: by the result that stands now. */
enum item_mark item_mark(const struct item *item);
/* As the room may know it: by what was announced last, and with SHOWN false not by votes at all. */
enum item_mark item_mark_public(const struct item *item, bool shown);

/* The items of an agenda that are behind the assembly, the one decided last among them though it is
 * still open: its row tells what became of it. One that was put off was not dealt with:
 * whoever reads that nine of ten were would look for nine decisions. */
struct mark_tally {
	int64_t treated, postponed, withdrawn;
};
struct mark_tally agenda_tally(const struct session *s);

#endif
