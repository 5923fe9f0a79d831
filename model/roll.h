/* The order in which a roll is called: by number or by name, from a seat or a letter that was
 * drawn, the chair last. */
#ifndef MODEL_ROLL_H
#define MODEL_ROLL_H

#include "model/session.h"

struct roll_how {
	enum calling calling;
	int64_t first;     /* begin with this seat; 0: not drawn */
	struct str letter; /* begin with the names of this letter, or after it; empty: not drawn */
	int64_t last;      /* called after all others: the chair; 0: nobody */
};

/* Put the seats of NUMBERS (ascending) into the order of the call, in place. A is for scratch. */
void roll_sort(const struct session *s, const struct roll_how *how, int32_t *numbers, size_t n,
	struct arena *a);
/* Exactly one letter, Arabic or Latin. */
bool roll_is_letter(struct str s, struct arena *a);

/* The one to be called after member AFTER (0: from the beginning) whose vote is still missing, once
 * around; 0: nobody is missing. For a vote without an order, that of the numbers. */
int64_t roll_next(const struct vote *vote, int64_t after);
/* Who is called at place I of VOTE, from 0. */
int64_t roll_at(const struct vote *vote, size_t i);

#endif
