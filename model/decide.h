/* From a command to facts, or to a refusal with its reason. Pure: reads the world, writes only
 * into the arena. `offer` asks the same preconditions before a key is pressed, so that what is
 * greyed on the screen and what is refused afterwards can never differ. */
#ifndef MODEL_DECIDE_H
#define MODEL_DECIDE_H

#include "model/command.h"
#include "model/session.h"

#define DECIDE_EVENTS_MAX 8

struct world {
	const struct chamber *chamber;
	const struct session *session; /* NULL: none is chosen */
	const struct session *from;    /* another one, that the command names; NULL: none */
	int64_t last_number;           /* highest number of a session in this register */
	int64_t previous;              /* number of the last sealed session, 0: none */
	struct hash previous_head;
	const struct rules_adopted *profiles; /* what the program carries; the first by default */
	size_t profiles_n;
};

/* The rules the next session will freeze: those of the chamber, else the default; NULL: none. */
const struct rules_adopted *world_rules(const struct world *w);

/* What surrounds a command: who, when, and chance. */
struct envelope {
	struct instant now;
	struct str actor;
	struct str genesis; /* 32 hex digits, used when a stream begins and the command has none */
};

enum verdict {
	VERDICT_DONE,
	VERDICT_REFUSED,
	VERDICT_ASK /* an unconfirmed rule or a doubt: the same command that confirms its name is
		       done */
};

struct decision {
	enum verdict verdict;
	size_t n;
	struct event
		event[DECIDE_EVENTS_MAX]; /* type, at, actor and body; the rest is stamped later */
	const char *code;                 /* refused or asking: short and stable, for scripts */
	struct str asks;                  /* asking: the names of all that is asked, with commas */
	struct message why;
};

struct decision decide(const struct world *w, const struct command *c, const struct envelope *env,
	struct arena *a);

/* Could a command of this type be done now, as far as that does not depend on its arguments (and
 * without any, when it needs none)?
 * VERDICT_DONE with n == 0, or the refusal. */
struct decision offer(const struct world *w, enum command_type type, struct arena *a);

#endif
