#include "model/message.h"

#include <string.h>

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

/* Names and source strings are literals: mostly the same one. */
static bool same_literal(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_date(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

static bool same_list(const struct arg *a, const struct arg *b)
{
	if (a->u.list.n != b->u.list.n)
		return false;
	for (size_t i = 0; i < a->u.list.n; i++)
		if (!message_equal(&a->u.list.at[i], &b->u.list.at[i]))
			return false;
	return true;
}

static bool same_value(const struct arg *a, const struct arg *b)
{
	switch (a->kind) {
	case ARG_END:
		return true;
	case ARG_INT:
	case ARG_DIGITS:
	case ARG_SEAT:
	case ARG_WORDS:
	case ARG_ORDINAL:
	case ARG_MONEY:
	case ARG_MONEY_WORDS:
		return a->u.i == b->u.i;
	case ARG_STR:
		return str_equal(a->u.s, b->u.s);
	case ARG_BOTH:
		return str_equal(a->u.both.ar, b->u.both.ar) &&
		       str_equal(a->u.both.fr, b->u.both.fr);
	case ARG_HASH:
		return hash_equal(a->u.hash, b->u.hash);
	case ARG_DATE:
	case ARG_DAY:
	case ARG_MONTH:
		return same_date(a->u.date, b->u.date);
	case ARG_TIME:
	case ARG_CLOCK:
		return a->u.instant.seconds == b->u.instant.seconds &&
		       a->u.instant.offset_minutes == b->u.instant.offset_minutes;
	case ARG_MSG:
		return a->u.msg && b->u.msg ? message_equal(a->u.msg, b->u.msg)
					    : a->u.msg == b->u.msg;
	case ARG_LIST:
		return same_list(a, b);
	}
	return false;
}

bool message_equal(const struct message *a, const struct message *b)
{
	if (!same_literal(a->id, b->id) || !same_literal(a->plural, b->plural) || a->n != b->n)
		return false;
	for (size_t i = 0; i < MESSAGE_ARGS_MAX; i++) {
		const struct arg *x = &a->arg[i], *y = &b->arg[i];

		if (x->kind != y->kind)
			return false;
		if (x->kind == ARG_END)
			break;
		if (!same_literal(x->name, y->name) || !same_value(x, y))
			return false;
	}
	return true;
}
