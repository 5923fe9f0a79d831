/* What is said of a vote's figures where it matters whether the ballot was secret: there nobody
 * abstained, there are blank and void papers. */
#ifndef MODEL_BALLOT_H
#define MODEL_BALLOT_H

#include "model/session.h"

/* Votes are public by the rule this session runs under, so a secret one is an exception. */
bool ballot_public_rule(const struct session *s);
/* The kind of vote the rule has for a MOTION, or (NULL) for an item as a whole. Procedure is never
 * voted in secret; weighed votes are always by name. */
enum vote_kind ballot_usual_kind(const struct session *s, const struct motion *motion);
/* A vote of KIND is another one than the rule has. */
bool ballot_unusual(const struct session *s, enum vote_kind kind, const struct motion *motion);
/* "28 for, 3 against, 1 abstains", or "…, 1 blank or void"; nobody is "none", not 0. */
struct message ballot_totals(enum vote_kind kind, struct ballots b);
/* The same in full for the record: "28 votes in favour, 3 votes opposed, 1 blank paper, …". */
struct message ballot_figures(const struct vote *vote, struct ballots b, struct arena *a);
/* "20 for; 17 needed of 32 papers, blank and void ones counted". */
struct message ballot_reason(
	struct ballots b, struct tally t, struct vote_rule rule, struct arena *a);
/* The two parts of it for any KIND, as in model/vote.h: the reason where it names no base (else no
 * id), and what T's base is the number of. */
struct message ballot_reason_alone(enum vote_kind kind, struct ballots b, struct tally t);
struct message ballot_base(enum vote_kind kind, struct tally t, struct vote_rule rule);
/* The reading of "voters" that the rule of a public VOTE does not use, where it would turn the
 * result round; no id: the base decides nothing. */
struct message ballot_base_decides(const struct vote *vote, struct arena *a);
/* Why the chair cannot have voted as VALUE in a tie of the figures B of VOTE, where totals are
 * given; no id: the figures allow it. */
struct message ballot_side_excluded(
	const struct vote *vote, struct ballots b, enum vote_value value);
/* "issued 32, found 31: 20 for, 8 against, 2 blank, 1 void". */
struct message ballot_papers(struct ballots b, struct papers p);

#endif
