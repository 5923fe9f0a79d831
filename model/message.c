#include "model/message.h"

const struct message *message_keep(struct arena *a, struct message m)
{
	return arena_copy(a, &m, sizeof m);
}

static struct arg arg_copy(struct arena *a, struct arg arg)
{
	switch (arg.kind) {
	case ARG_STR:
	case ARG_REASON:
		arg.u.s = arena_str(a, arg.u.s);
		break;
	case ARG_BOTH:
		arg.u.both.ar = arena_str(a, arg.u.both.ar);
		arg.u.both.fr = arena_str(a, arg.u.both.fr);
		break;
	case ARG_MSG:
		if (arg.u.msg)
			arg.u.msg = message_keep(a, message_copy(a, *arg.u.msg));
		break;
	case ARG_LIST: {
		struct message *list = ARENA_ARRAY(a, struct message, arg.u.list.n + 1);

		for (size_t i = 0; i < arg.u.list.n; i++)
			list[i] = message_copy(a, arg.u.list.at[i]);
		arg.u.list.at = list;
		break;
	}
	case ARG_END:
	case ARG_INT:
	case ARG_DIGITS:
	case ARG_SEAT:
	case ARG_WORDS:
	case ARG_ORDINAL:
	case ARG_MONEY:
	case ARG_MONEY_WORDS:
	case ARG_HASH:
	case ARG_DATE:
	case ARG_DAY:
	case ARG_MONTH:
	case ARG_TIME:
	case ARG_CLOCK:
		break;
	}
	return arg;
}

struct message message_copy(struct arena *a, struct message m)
{
	for (size_t i = 0; i < MESSAGE_ARGS_MAX && m.arg[i].kind != ARG_END; i++)
		m.arg[i] = arg_copy(a, m.arg[i]);
	return m;
}

/* --- as bytes --- */

/* Names and source strings are literals: where they stand is enough. */
static void put_literal(struct builder *b, const char *z)
{
	builder_put(b, (int64_t)(intptr_t)z);
}

static void put_value(struct builder *b, const struct arg *g)
{
	switch (g->kind) {
	case ARG_END:
		break;
	case ARG_INT:
	case ARG_DIGITS:
	case ARG_SEAT:
	case ARG_WORDS:
	case ARG_ORDINAL:
	case ARG_MONEY:
	case ARG_MONEY_WORDS:
		builder_put(b, g->u.i);
		break;
	case ARG_STR:
	case ARG_REASON:
		builder_put_text(b, g->u.s);
		break;
	case ARG_BOTH:
		builder_put_text(b, g->u.both.ar);
		builder_put_text(b, g->u.both.fr);
		break;
	case ARG_HASH:
		builder_add(b, (struct str){(const char *)g->u.hash.b, sizeof g->u.hash.b});
		break;
	case ARG_DATE:
	case ARG_DAY:
	case ARG_MONTH:
		builder_put(b, g->u.date.year);
		builder_put(b, g->u.date.month * 32 + g->u.date.day);
		break;
	case ARG_TIME:
	case ARG_CLOCK:
		builder_put(b, g->u.instant.seconds);
		builder_put(b, g->u.instant.offset_minutes);
		break;
	case ARG_MSG:
		builder_put(b, g->u.msg != NULL);
		if (g->u.msg)
			message_bytes(b, g->u.msg);
		break;
	case ARG_LIST:
		builder_put(b, (int64_t)g->u.list.n);
		for (size_t i = 0; i < g->u.list.n; i++)
			message_bytes(b, &g->u.list.at[i]);
		break;
	}
}

void message_bytes(struct builder *b, const struct message *m)
{
	put_literal(b, m->id);
	put_literal(b, m->plural);
	builder_put(b, m->n);
	for (size_t i = 0; i < MESSAGE_ARGS_MAX && m->arg[i].kind != ARG_END; i++) {
		builder_put(b, m->arg[i].kind);
		put_literal(b, m->arg[i].name);
		put_value(b, &m->arg[i]);
	}
	builder_put(b, ARG_END);
}
