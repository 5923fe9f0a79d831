/* Inside of the room view: what room.c and room_lists.c call of each other. */
#ifndef MODEL_ROOM_PART_H
#define MODEL_ROOM_PART_H

#include "model/room.h"
#include "model/session.h"

/* Empty when the store is full, which no assembly has reached. */
struct room_refs room_store_both(struct room_view *v, struct both b);

/* Who voted how in VOTE, as it stands. */
void room_show_voters(const struct session *s, const struct vote *vote, struct room_view *v);
/* The lines of ITEM with their sums and the balance. */
void room_show_budget(const struct session *s, const struct item *item, struct room_view *v);

/* The parties of ITEM, which says something of an agreement; whichever scene has them. */
void room_show_agreement(const struct session *s, const struct item *item, struct room_view *v);
/* The lines of ITEM that the amendment M changes, as they stand and as moved, and the balance. */
void room_show_transfer(const struct session *s, const struct item *item,
	const struct motion_moved *m, struct room_view *v);

#endif
