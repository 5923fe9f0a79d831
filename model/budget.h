/* A budget as it stands: its lines with the amendments adopted, and its chapters with their votes.
 * The lines of the item stay as they were submitted; what was adopted is read from the motions. */
#ifndef MODEL_BUDGET_H
#define MODEL_BUDGET_H

#include "model/motion.h"

/* Revenue is one matter; expenditure has a chapter for what its codes begin with before a dot. */
struct budget_chapter {
	struct str code;             /* empty: the revenue as a whole */
	struct both title;           /* of the line that has this very code; else empty */
	int64_t before, sum;         /* centimes; with the amendments adopted */
	const struct motion *motion; /* under which it was put to the vote; NULL: not yet */
	enum motion_state state;     /* MOTION_WAITS: to be voted */
};

/* Of the line; empty for revenue. */
struct str budget_chapter_of(const struct budget_line_set *line);
/* The rules have this item voted chapter by chapter, and it has lines. */
bool budget_by_chapters(const struct session *s, const struct item *item);
/* Revenue first, then the chapters as their lines stand. Owner: A. */
const struct budget_chapter *budget_chapters(
	const struct session *s, const struct item *item, struct arena *a, size_t *n);
/* The first that is still to be voted; NULL: none, or not voted by chapters. */
const struct budget_chapter *budget_due(
	const struct session *s, const struct item *item, struct arena *a);
/* How many were refused. */
int64_t budget_refused(const struct session *s, const struct item *item, struct arena *a);

/* NULL: none of this code. */
const struct budget_line_set *budget_line(const struct item *item, struct str code);
#define BUDGET_NOW UINT32_MAX
/* What a line amounts to after the amendments adopted before act N; centimes. */
int64_t budget_amount(const struct session *s, const struct budget_line_set *line, uint32_t n);
/* Revenue less expenditure, likewise. */
int64_t budget_balance(const struct session *s, const struct item *item, uint32_t n);
/* What an amendment adds to the balance. */
int64_t budget_tilt(const struct item *item, const struct motion_moved *m);
/* An amendment that waits and touches the chapter CODE; NULL: none. */
const struct motion *budget_transfer_on(
	const struct session *s, const struct item *item, struct str code);
/* "chapter 2 of the budget", "the revenue of the budget". */
struct message budget_chapter_name(struct str code);

#endif
