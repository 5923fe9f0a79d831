#include "model/message.h"

const struct message *message_keep(struct arena *a, struct message m)
{
	return arena_copy(a, &m, sizeof m);
}

static struct arg arg_copy(struct arena *a, struct arg arg)
{
	switch (arg.kind) {
	case ARG_STR:
		arg.u.s = arena_str(a, arg.u.s);
		break;
	case ARG_BOTH:
		arg.u.both.ar = arena_str(a, arg.u.both.ar);
		arg.u.both.fr = arena_str(a, arg.u.both.fr);
		break;
	case ARG_MSG:
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
