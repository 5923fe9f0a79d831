#include "model/room_order.h"

#include "model/session.h"

const struct room_scene_name room_scene_names[] = {
	{"agenda", ROOM_AGENDA, N_("agenda"), false},
	{"quorum", ROOM_QUORUM, N_("attendance and quorum"), false},
	{"item", ROOM_ITEM, N_("item"), false},
	{"text", ROOM_WORDS, N_("text of the item"), true},
	{"vote", ROOM_VOTE, N_("vote or last result"), false},
	{"speaker", ROOM_SPEAKER, N_("speaker"), false},
	{"budget", ROOM_BUDGET, N_("budget"), true},
	{"clock", ROOM_CLOCK, N_("clock"), false},
	{"rest", ROOM_REST, CTX("room", "rest"), false},
	{"agreement", ROOM_AGREEMENT, N_("parties of the agreement"), true},
	{NULL, ROOM_SCENES, NULL, false},
};

bool room_scene_parse(struct str name, enum room_scene *scene)
{
	for (const struct room_scene_name *n = room_scene_names; n->name; n++) {
		if (str_is(name, n->name)) {
			*scene = n->scene;
			return true;
		}
	}
	return false;
}

bool room_scene_on_purpose(enum room_scene scene)
{
	for (const struct room_scene_name *n = room_scene_names; n->name; n++) {
		if (n->scene == scene)
			return n->on_purpose;
	}
	return false;
}

static const char *scene_name(enum room_scene scene)
{
	for (const struct room_scene_name *n = room_scene_names; n->name; n++) {
		if (n->scene == scene)
			return n->name;
	}
	return "message";
}

/* "follow", "blank", or "hold SESSION ACTS SCENE", then the words of a message. */
struct str room_order_text(const struct room_order *o, struct arena *a)
{
	struct builder b;

	if (o->state != ROOM_HOLDS)
		return o->state == ROOM_BLANKED ? STR("blank") : STR("follow");
	builder_init(&b, a);
	builder_add_z(&b, "hold ");
	builder_add_int(&b, o->session);
	builder_add_z(&b, " ");
	builder_add_int(&b, o->acts);
	builder_add_z(&b, " ");
	builder_add_z(&b, scene_name(o->scene));
	if (o->scene == ROOM_MESSAGE) {
		builder_add_z(&b, " ");
		builder_add(&b, room_str(&o->message));
	}
	return builder_str(&b);
}

/* What stands before the next blank; REST begins behind it. */
static struct str word(struct str *rest)
{
	struct str w = *rest;
	size_t n = 0;

	while (n < rest->n && rest->p[n] != ' ')
		n++;
	w.n = n;
	n += n < rest->n;
	*rest = (struct str){rest->p + n, rest->n - n};
	return w;
}

static bool number(struct str *rest, int64_t *v)
{
	struct str w = word(rest);

	*v = 0;
	if (w.n == 0 || w.n >= 16)
		return false;
	for (size_t i = 0; i < w.n; i++) {
		if (w.p[i] < '0' || w.p[i] > '9')
			return false;
		*v = *v * 10 + (w.p[i] - '0');
	}
	return true;
}

static bool parse_hold(struct str rest, struct room_order *o)
{
	struct str name;

	if (!str_is(word(&rest), "hold") || !number(&rest, &o->session) || !number(&rest, &o->acts))
		return false;
	name = word(&rest);
	o->state = ROOM_HOLDS;
	if (!str_is(name, "message"))
		return room_scene_parse(name, &o->scene) && rest.n == 0;
	o->scene = ROOM_MESSAGE;
	o->message = room_text(rest);
	return rest.n > 0;
}

bool room_order_parse(struct str row, struct room_order *o)
{
	*o = (struct room_order){.state = ROOM_FOLLOWS};
	if (str_is(row, "follow"))
		return true;
	if (str_is(row, "blank")) {
		o->state = ROOM_BLANKED;
		return true;
	}
	if (parse_hold(row, o))
		return true;
	*o = (struct room_order){.state = ROOM_FOLLOWS};
	return false;
}

static bool announces(const struct event *e)
{
	return e->type == EVENT_VOTE_ANNOUNCED || e->type == EVENT_VOTE_VOIDED ||
	       e->type == EVENT_ELECTION_ANNOUNCED || e->type == EVENT_ELECTION_VOIDED;
}

struct room_order room_order_now(const struct room_order *o, const struct session *s)
{
	const struct room_order follows = {.state = ROOM_FOLLOWS};

	if (o->state != ROOM_HOLDS)
		return *o;
	if (!s || !s->exists || s->is.number != o->session)
		return follows;
	for (size_t i = (size_t)o->acts; i < s->log.n; i++) {
		if (announces(&s->log.at[i]))
			return follows;
	}
	return *o;
}

struct room_view room_view_ordered(const struct session *s, const struct room_order *o)
{
	struct room_order now = room_order_now(o, s);
	struct room_view v;

	if (now.state != ROOM_HOLDS)
		return room_view(s);
	v = room_view_scene(s, now.scene);
	v.message = now.message;
	return v;
}

bool room_order_differs(const struct room_order *o, const struct session *s)
{
	struct room_view shown = room_view_ordered(s, o), follows = room_view(s);

	return shown.scene != follows.scene || shown.item != follows.item;
}
