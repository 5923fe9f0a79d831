/* The chamber: the fold of the stream "chamber". Who it is, who sits in it, whose keys sign. */
#ifndef MODEL_CHAMBER_H
#define MODEL_CHAMBER_H

#include "model/event.h"
#include "model/message.h"

#define LIST_OF(type)                                                                              \
	struct {                                                                                   \
		type *at;                                                                          \
		size_t n, room;                                                                    \
	}

/* A new zeroed last element; may move the array, so hold indices, not pointers, across pushes. */
#define LIST_PUSH(a, list)                                                                         \
	((list)->at = list_room((a), (list)->at, (list)->n, &(list)->room, sizeof *(list)->at),    \
		&(list)->at[(list)->n++])
void *list_room(struct arena *a, void *at, size_t n, size_t *room, size_t size);
/* A copy of the N elements of OLD with one more, zeroed, at place AT. */
void *list_gap(struct arena *a, const void *old, size_t n, size_t at, size_t size);

struct signing_key {
	struct signer signer;
	struct str file;
	bool retired;
	struct str reason;
};

/* What happened to an agreement outside the vote. */
struct agreement_act {
	uint32_t n;
	struct instant at;
	struct agreement_stepped is;
};

struct chamber {
	struct arena *arena;
	bool exists;
	struct chamber_created is;
	LIST_OF(struct member) members; /* by number */
	LIST_OF(struct signing_key) keys;
	LIST_OF(struct hijri_stated) hijri;     /* as stated, in order; model/hijri.h reads them */
	struct rules_adopted rules;             /* as adopted last; no profile: none was */
	LIST_OF(struct agreement_act) followed; /* agreements whose session's record is closed */
	uint32_t next;                          /* number of the next event */
};

void chamber_init(struct chamber *c, struct arena *a);
/* Add fact E. Borrows its texts: they must live as long as C. False when E contradicts C. */
MUST_CHECK bool chamber_apply(struct chamber *c, const struct event *e);
const struct member *chamber_member(const struct chamber *c, int64_t number);
/* In office on DAY: mandate begun and not ended. */
bool member_in_office(const struct member *m, struct date day);
/* The key in use for ROLE, the newest; NULL when there is none. */
const struct signing_key *chamber_key(const struct chamber *c, enum signer_role role);

/* The texts that CHANGES has take the place of those in HEAD. */
void letterhead_change(struct letterhead *head, const struct letterhead *changes);
/* What TO has and FROM has not, or has otherwise; false: nothing. */
bool letterhead_differs(
	const struct letterhead *from, const struct letterhead *to, struct letterhead *changes);

struct both chamber_name(const struct chamber *c);
struct both letterhead_name(const struct letterhead *head);
/* The text of HEAD that F describes, one of the fields of EVENT_CHAMBER_DESCRIBED. */
struct str *letterhead_text(struct letterhead *head, const struct field *f);
struct both member_name(const struct member *m);
/* The office, in the gender of who holds it where that is known: "vice-president". */
struct message member_office(const struct member *m);

#endif
