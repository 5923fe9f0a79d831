/* An assembly in memory: a chamber, its members and one session, led by lines of the grammar and
 * folded as a register folds them: decide, encode, decode, apply. Every refusal is checked to have
 * changed nothing, every accepted act to be what a second fold of the lines gives. */
#ifndef TESTS_ASSEMBLY_H
#define TESTS_ASSEMBLY_H

#include "model/decide.h"
#include "model/step.h"
#include "storage/chain.h"
#include "tests/test.h"

struct assembly_stream {
	struct str *line;
	uint32_t n, room;
	struct hash head;
};

struct assembly {
	struct arena arena;   /* states and lines */
	struct arena scratch; /* emptied by every act */
	struct chain *chain;
	struct chamber chamber;
	struct session session;
	struct world world;
	struct assembly_stream chamber_lines, session_lines;
	struct instant now; /* one second later with every act */
	uint64_t ids;
	struct decision last;
	unsigned fold_every; /* acts between two folds of all lines; 1 unless changed */
	const char *broken;  /* the first thing found that must never be; NULL: nothing */
};

/* A register without a chamber. */
void assembly_open(struct assembly *t);
void assembly_close(struct assembly *t);

/* Hand C to decide and fold what it gives. What every act must keep is looked at; T->broken says
 * what was not kept, and nothing more is done with T then. */
enum verdict assembly_send(struct assembly *t, const struct command *c);
/* Note what must never be; the first one stands. Returns false. */
bool assembly_break(struct assembly *t, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* The lines folded anew are the state in memory. */
bool assembly_folds(struct assembly *t);
/* Fails the test when T is broken. */
void assembly_whole(const struct assembly *t);
/* The same for a line. The answer: names of the facts with a blank between, "refused CODE",
 * "ask CODE", "grammar". Lives until the next call. */
const char *assembly_say(struct assembly *t, const char *line);
/* Fold FACT directly, as a foreign or future program could have written it: false when refused.
 * Nothing else is possible with T afterwards when it was. */
bool assembly_force(struct assembly *t, enum event_type type, const void *body);

/* Beginnings. Seat 1 is the president; the day is Monday 30 December 2024, 10:00. */
void assembly_chamber(struct assembly *t, int members); /* created, MEMBERS registered */
void assembly_plan(struct assembly *t);                 /* session 1 with items 1 to 5 */
void assembly_meet(struct assembly *t); /* the sitting: opened, all present, quorum recorded */
void assembly_session(struct assembly *t, int members); /* … session 1 with items 1 to 5 */
void assembly_sitting(struct assembly *t, int members); /* … opened, all present, quorum recorded */
void assembly_item(struct assembly *t, int members);    /* … item 1 opened and presented */
/* Items of assembly_session: an agreement, a report, a free matter, a budget, minutes. */

/* The session is opened under the profile with the N rules of OWN changed or added, as another
 * register could have frozen them; the sitting is still to be opened. */
void assembly_rules(struct assembly *t, const struct rule_text *own, size_t n);

/* All lines are accepted. */
void given_lines(struct assembly *t, const char *const *lines, size_t n, const char *at, int line);
#define given(t, ...)                                                                              \
	given_lines((t), (const char *const[]){__VA_ARGS__},                                       \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), __FILE__,       \
		__LINE__)
/* LINE is answered with ANSWER (the head of it, when ANSWER ends in "*"). */
void then_answered(struct assembly *t, const char *line, const char *answer, const char *at, int n);
#define then(t, line, answer)  then_answered((t), (line), (answer), __FILE__, __LINE__)
#define refused(t, line, code) then((t), (line), "refused " code)
#define asked(t, line, code)   then((t), (line), "ask " code)
/* What offer says of TYPE: NULL when it is on offer, else the code of the refusal. */
const char *assembly_offer(struct assembly *t, enum command_type type);

/* A copy of the session's dump; owner: T's arena. */
const char *assembly_dump(struct assembly *t);
/* The outcome of the last vote of agenda item NUMBER. */
enum outcome assembly_outcome(struct assembly *t, int64_t number);

/* Fixtures of one case: a struct assembly in *state. */
int assembly_setup(void **state);
int assembly_teardown(void **state);
#define CASE(name) cmocka_unit_test_setup_teardown(name, assembly_setup, assembly_teardown)

#endif
