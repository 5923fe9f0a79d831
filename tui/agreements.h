/* The agreements of all sessions of the register as families: each under its parent, with how far
 * it has come. Other sessions are folded once and kept; the chosen one is looked at as it is. */
#ifndef TUI_AGREEMENTS_H
#define TUI_AGREEMENTS_H

#include "model/agreement.h"
#include "tui/desk.h"

struct agreements_look {
	struct list_look list;
	/* The sessions beside the chosen one, as folded at this stamp. */
	struct arena arena;
	struct session *others;
	size_t others_n;
	uint64_t stamp;
};

/* One row of the tree. A parent that is in no session of the register has no item. */
struct agreement_row {
	const struct session *s;
	const struct item *item;
	struct both title;
	int depth;
	struct agreement_standing standing;
};

struct agreement_rows {
	struct agreement_row *at;
	size_t n;
	int64_t unsigned_n,
		awaiting_n; /* approved and not signed; visa asked for and not answered */
};

struct agreements_look *agreements_look(struct desk *d);
/* Parents before children, sessions as they followed. Lives in frame memory. */
struct agreement_rows agreements_rows(struct desk *d);
/* What is to be followed in all of them, in a few words; no id: nothing. */
struct message agreements_due(struct desk *d);

/* Kind, parties, shares and what is to be raised, from ROW on; at most up to the end of AREA. The
 * row after. */
int agreement_paint(struct desk *d, struct area area, int row, const struct session *s,
	const struct item *item);

/* What an amendment of an amount would change. */
struct message agreement_change(
	struct desk *d, const struct item *item, const struct motion_moved *m);

/* --- agreement_forms.c; KEY is an item's, of the chosen session --- */
void form_agreement(struct desk *d, int64_t key);
void panel_parties(struct desk *d, int64_t key);
void form_share(struct desk *d, int64_t key);
/* Of any session. */
void form_step(struct desk *d, const struct session *s, const struct item *item);

#endif
