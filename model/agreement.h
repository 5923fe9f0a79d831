/* Agreements: what an item of that kind says of one, its parties with what each contributes, and
 * how far it has come. Amounts stand as submitted in the item; what the assembly changed is read
 * from the motions. That it was approved is read from the vote and from nothing else. */
#ifndef MODEL_AGREEMENT_H
#define MODEL_AGREEMENT_H

#include "model/motion.h"

#define AGREEMENT_PARTIES_MAX 99

/* ITEM is an agreement and something is known of it: its kind, or a party. */
bool agreement_known(const struct item *item);
/* By key; NULL: none. By place, from 1. */
const struct party_set *agreement_party(const struct item *item, int64_t key);
const struct party_set *agreement_party_at(const struct item *item, int64_t place);
/* The one that is the chamber; NULL: none is marked. */
const struct party_set *agreement_chamber(const struct item *item);
struct both agreement_party_name(const struct party_set *party);
struct both agreement_in_kind(const struct party_set *party);
bool agreement_brings_kind(const struct party_set *party);
struct both agreement_parent(const struct item *item);

#define AGREEMENT_NOW UINT32_MAX
/* What the party KEY contributes with the amendments adopted before act N; 0: the total. Centimes.
 */
int64_t agreement_amount(const struct session *s, const struct item *item, int64_t key, uint32_t n);
struct agreement_sums {
	int64_t total;   /* 0: none is stated, and then there is no gap */
	int64_t sum;     /* of the contributions in money */
	int64_t gap;     /* still to be raised; below zero: more than the total */
	int64_t chamber; /* the chamber's own */
};
struct agreement_sums agreement_sums(const struct session *s, const struct item *item, uint32_t n);
/* The same if MOTION had been adopted then. */
struct agreement_sums agreement_sums_with(const struct session *s, const struct item *item,
	const struct motion_moved *motion, uint32_t n);
/* The assembly changed an amount. */
bool agreement_amended(const struct session *s, const struct item *item);
/* An amendment of its amounts waits; NULL: none. */
const struct motion *agreement_share_waits(const struct session *s, const struct item *item);

/* How far it has come: the newest act of each step. */
struct agreement_standing {
	struct date on[AGREEMENT_STEPS];                     /* year 0: not yet */
	const struct agreement_stepped *by[AGREEMENT_STEPS]; /* NULL: not yet, or voted */
	bool refused;                                        /* the assembly did not approve it */
	int64_t decision; /* number of the decision that approved it; 0: none */
};

/* From the vote and the acts in S and, when it is not NULL, in the register of the chamber. */
struct agreement_standing agreement_standing(
	const struct session *s, const struct item *item, const struct chamber *c);
/* Takes in acts of another stream on item KEY of session NUMBER. */
void agreement_take(struct agreement_standing *standing, const struct agreement_act *acts, size_t n,
	int64_t number, int64_t key);
/* The furthest step reached; AGREEMENT_STEPS: none. */
enum agreement_step agreement_furthest(const struct agreement_standing *standing);
/* Approved, and neither signed nor ended. */
bool agreement_unsigned(const struct agreement_standing *standing);
/* Asked for, and not answered. */
bool agreement_awaits_visa(const struct agreement_standing *standing);
/* Signed on an earlier day than approved, or signed and not approved. */
bool agreement_signed_early(const struct agreement_standing *standing);

/* --- words --- */
/* "special agreement", "addendum no. 2 to “…”". */
struct message agreement_kind_words(const struct item *item, struct arena *a);
/* "partner in the agreement and host"; no id: none. */
struct message agreement_roles(const struct party_set *party, struct arena *a);
/* "draft", "refused", "approved", "visa awaited" … */
struct message agreement_state_words(const struct agreement_standing *standing);
/* "1,100,000.00 to be raised", "nothing to be raised". */
struct message agreement_gap_words(struct agreement_sums sums);
/* "36 months"; no id: not said. */
struct message agreement_duration(const struct agreement_described *is);
/* A step in the history and in the minutes: what, when, by whom, where. */
struct message agreement_step_words(const struct agreement_stepped *is, struct arena *a);
struct message agreement_describe(const struct session *s, const struct event *e, struct arena *a);
/* NAME of an amendment of amounts, with what would become what. */
struct message agreement_share_words(const struct session *s, const struct message *name,
	const struct motion_moved *m, struct arena *a);

#endif
