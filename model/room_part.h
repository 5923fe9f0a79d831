/* Inside of the room view: what the files of room_*.c call of each other. */
#ifndef MODEL_ROOM_PART_H
#define MODEL_ROOM_PART_H

#include "model/room.h"
#include "model/session.h"

/* What the room is about when it follows. */
struct room_matter {
	const struct item *item;         /* NULL: nothing yet */
	const struct vote *vote;         /* on it, or on a motion; NULL: none is shown */
	const struct election *election; /* NULL: none is shown */
	bool told;   /* it was announced or voided, and nothing else went on since */
	bool voided; /* that vote or election; only when told */
	uint32_t n;  /* the act that told it, else the last one on the item */
};

struct room_matter room_matter(const struct session *s);
/* Whatever was told of others: the open item, else the one treated last. */
struct room_matter room_matter_at_hand(const struct session *s);
const struct item *room_item_at_hand(const struct session *s); /* NULL: none yet */

#define ROOM_ELLIPSIS "\xE2\x80\xA6" /* where a text is cut */

/* B as texts of a view, cut where they are too long. */
struct room_both room_copy_both(struct both b);
/* The newest round of E as far as it was announced. */
void room_show_election(const struct session *s, const struct election *e, struct room_view *v);

/* Empty when the store is full, which no assembly has reached. */
struct room_refs room_store_both(struct room_view *v, struct both b);

/* Who voted how in VOTE, as it stands. */
void room_show_voters(const struct session *s, const struct vote *vote, struct room_view *v);
/* The lines of ITEM with their sums and the balance. */
void room_show_budget(const struct session *s, const struct item *item, struct room_view *v);

/* The parties of ITEM, which says something of an agreement; whichever scene has them. */
void room_show_agreement(const struct session *s, const struct item *item, struct room_view *v);
/* VOTE on a motion: what was moved, and of a vote that is no item's the title it is about. */
void room_name_motion(const struct session *s, const struct vote *vote, struct room_view *v);
/* The motion that waits on ITEM, if any: what was moved, and both texts. */
void room_show_motion(const struct session *s, const struct item *item, struct room_view *v);
/* The lines of ITEM that the amendment M changes, as they stand and as moved, and the balance. */
void room_show_transfer(const struct session *s, const struct item *item,
	const struct motion_moved *m, struct room_view *v);

#endif
