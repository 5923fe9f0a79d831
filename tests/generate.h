/* Random events and commands for property tests, made from the field tables: whatever the tables
 * allow can come, most often something short and ordinary, now and then the longest or largest.
 * A program prints its seed; TEST_SEED=N repeats a run, TEST_SEED=random draws a new one. */
#ifndef TESTS_GENERATE_H
#define TESTS_GENERATE_H

#include "model/command.h"
#include "model/session.h"

struct generator {
	uint64_t state;
	struct arena *arena; /* where texts and lists live */
	/* Ordinary members and items have small numbers: when not 0, integers and members' numbers
	 * lie between their least value and this, and instants in October to December 2024. */
	int64_t small;
};

/* The seed of this run, printed as a TAP comment: FIXED unless the environment says otherwise. */
uint64_t generate_seed(uint64_t fixed);
struct generator generator_of(uint64_t seed, struct arena *a);

uint64_t generate_bits(struct generator *g);
uint64_t generate_below(struct generator *g, uint64_t n);              /* 0 … n - 1 */
int64_t generate_between(struct generator *g, int64_t lo, int64_t hi); /* inclusive */
bool generate_chance(struct generator *g, unsigned percent);

/* Text in NFC of at most MOST bytes, not empty unless MOST is 0: Arabic, French, signs that JSON
 * escapes, emoji, bidi marks; newlines when LINES. */
struct str generate_text(struct generator *g, size_t most, bool lines);
struct uuid generate_uuid(struct generator *g);
struct hash generate_hash(struct generator *g);
struct date generate_date(struct generator *g);
struct instant generate_instant(struct generator *g);

/* Fill OBJECT so that field_wrong finds nothing; optional fields are left as they are half of
 * the time. */
void generate_fields(struct generator *g, const struct field *fields, void *object);
struct event generate_event_of(struct generator *g, enum event_type type);
struct event generate_event(struct generator *g);
/* Some of the questions that TYPE may be asked, each by PERCENT. */
struct str generate_questions(struct generator *g, enum command_type type, unsigned percent);
/* A command that has a text form; lists of members are not empty. */
struct command generate_command_of(struct generator *g, enum command_type type);
struct command generate_command(struct generator *g);

/* An amount of a budget with lines, from one of them to another, or of one alone. */
void generate_transfer(struct generator *g, const struct item *budget, struct motion_move *m);
/* Another amount of a party, or in all, of an agreement. */
void generate_share(struct generator *g, struct motion_move *m);
/* A command about an agreement of the agenda; false: none was hit. */
bool generate_agreement(struct generator *g, const struct session *s, struct command *c);
/* A command of an election, filled as a secretary would; false: it is another one. */
bool generate_election(struct generator *g, struct command *c);

#endif
