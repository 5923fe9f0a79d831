/* What the desk orders the rooms to show: one row of working state that every room reads. Nothing
 * is pushed; a room that starts later shows the same. */
#ifndef MODEL_ROOM_ORDER_H
#define MODEL_ROOM_ORDER_H

#include "model/room.h"

/* The key of the row. */
#define ROOM_ORDER_ROW "room/order"

enum room_state {
	ROOM_FOLLOWS,
	ROOM_HOLDS,  /* one scene, until another order or the next announcement */
	ROOM_BLANKED /* the chamber's name */
};

struct room_order {
	enum room_state state;
	/* While it holds: */
	enum room_scene scene;
	int64_t session, acts;    /* the session, and how many acts it had then */
	struct room_text message; /* ROOM_MESSAGE */
};

/* The words a scene is named by on the command line and in the row, with a label for people; ended
 * by NULL. Only scenes that can be asked for. */
struct room_scene_name {
	const char *name;
	enum room_scene scene;
	const char *label;
	bool on_purpose; /* only the desk asks for it, each time anew */
};

extern const struct room_scene_name room_scene_names[];

/* False: no scene is called so. */
bool room_scene_parse(struct str name, enum room_scene *scene);

/* Is this one shown only because the desk sends it? */
bool room_scene_on_purpose(enum room_scene scene);

/* The row as text. Lives in A. */
struct str room_order_text(const struct room_order *o, struct arena *a);
/* False when it is none; then *O follows. */
bool room_order_parse(struct str row, struct room_order *o);
/* The order that holds for S now: a picture that was held follows again after an announcement, and
 * in another session. */
struct room_order room_order_now(const struct room_order *o, const struct session *s);
/* What the room shows of S under O, blanking left out. */
struct room_view room_view_ordered(const struct session *s, const struct room_order *o);
/* Does that differ from what it would show if it followed? */
bool room_order_differs(const struct room_order *o, const struct session *s);

#endif
