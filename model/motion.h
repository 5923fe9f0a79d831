/* Motions and amendments, read from the session: where each stands, which one comes next, and what
 * the text of an item says now. The order is only proposed; any motion that waits may be voted. */
#ifndef MODEL_MOTION_H
#define MODEL_MOTION_H

#include "model/session.h"

enum motion_state {
	MOTION_WAITS,
	MOTION_IS_VOTED, /* its vote is open */
	MOTION_IS_ADOPTED,
	MOTION_IS_REJECTED,
	MOTION_IS_WITHDRAWN,
	MOTION_IS_COUNTED, /* a call for a count, and the count was taken */
	MOTION_IS_LAPSED   /* what it speaks of was decided or ended without it */
};

/* Changes of the agenda are numbered from here on, so that amendments count from 1. */
#define MOTION_AGENDA_BASE 1000
/* And chapters of a budget from here on. */
#define MOTION_CHAPTER_BASE 2000

struct motion *session_motion(const struct session *s, int64_t n); /* NULL: none */
/* An amendment to a text in both languages that changes only one of them. */
bool motion_in_one_language(const struct motion *motion);
/* The number of the next motion of KIND. */
int64_t motion_new_number(const struct session *s, enum motion_kind kind);

enum motion_state motion_state(const struct session *s, const struct motion *motion);
/* Its last vote that is not void; NULL: none. */
struct vote *motion_vote(const struct session *s, const struct motion *motion);
/* Can what a void vote was on still be voted: motion N, or with N 0 the item KEY? */
bool motion_matter_waits(const struct session *s, int64_t key, int64_t n);
/* The key under which it is voted: of its item, else OWN_MATTERS. */
int64_t motion_place(const struct motion *motion);
/* It asks for another course of the sitting, or another agenda: before the matter itself. */
bool motion_is_procedural(enum motion_kind kind);
bool motion_is_agenda(enum motion_kind kind);
/* It changes words, lines or amounts of the item before the item is voted. */
bool motion_amends(enum motion_kind kind);
/* Of a number: a chapter of a budget, whose majority is that of the item. */
bool motion_is_chapter(int64_t n);

/* The motions that can be put to the vote now, in the order proposed: on the agenda and on
 * procedure as they were moved, then amendments, the furthest from the text first, then the rest.
 * Owner: A. */
const struct motion **motions_waiting(const struct session *s, struct arena *a, size_t *n);
/* The first of them that can still be voted: an amendment of words that another one changed cannot.
 * NULL: none. */
const struct motion *motion_next(const struct session *s, struct arena *a);
/* How many amendments and proposals on the item KEY wait. */
int64_t motions_on(const struct session *s, int64_t key);
/* An adopted motion on procedure whose consequence was not drawn yet; NULL: none. */
const struct motion *motion_consequence(const struct session *s);

/* The text of ITEM as it stands: as submitted, with what was adopted since. */
struct both motion_text(const struct session *s, const struct item *item);
/* The text if MOTION were adopted now. False: something adopted since changed the same words. */
bool motion_result(
	const struct session *s, const struct motion *motion, struct both *text, struct arena *a);
/* The wording the assembly voted with the item as a whole; empty: as submitted. */
struct both motion_voted_text(const struct item *item);

/* The profile asks for a vote on the agenda, and there was none. */
bool motion_agenda_due(const struct session *s);
/* … and nothing of it was treated yet, so whoever begins goes over that rule. */
bool motion_agenda_unadopted(const struct session *s);

/* "amendment no. 3", "urgent item, “Aid”". */
struct message motion_name(const struct motion *motion, struct arena *a);
/* The same without the title: "urgent item". */
struct message motion_named_briefly(const struct motion *motion, struct arena *a);
/* Where it stands, in a few words. */
struct message motion_state_words(enum motion_state state);

#endif
