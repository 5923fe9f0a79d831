/* The arithmetic of a vote: one pure function over exact integers. Who voted what is the session's
 * business (model/session.h); this is what the figures mean under a rule.
 * SOURCE: law 18.09, art. 14 §4 as restated by law 61.15 (text seen as of 2015): absolute majority
 * of the voters; on a tie the side the president voted with prevails. */
#ifndef MODEL_VOTE_H
#define MODEL_VOTE_H

#include "model/message.h"
#include "model/names.h"

struct ballots {
	int64_t votes_for, against, abstain;
};

struct vote_rule {
	enum vote_base base;
	enum tie_rule tie;
	int64_t num, den;            /* adopted when for > num/den of the base */
	bool at_least;               /* … or from num/den of it on: 21 of 28 are three quarters */
	int64_t fixed;               /* BASE_FIXED: the number the rule names */
	bool unopposed_is_unanimous; /* abstentions do not hinder unanimity */
	bool represented;            /* somebody counted is there by a proxy: the words say so */
	bool weighed; /* a member may have several votes: the words are of votes, not of voters */
};

/* Everything the arithmetic looks at, all in one unit: votes. */
struct poll {
	struct ballots votes;
	int64_t blank, spoilt; /* papers of a secret vote that are for nobody's side */
	int64_t entitled;      /* present and entitled to vote */
	int64_t present;       /* those, and who is present without a vote in this matter */
	int64_t in_office;
};

struct tally {
	int64_t voters;       /* for + against + abstain + blank + void */
	int64_t base;         /* what the majority is counted on */
	int64_t needed;       /* least number of votes for; never below 1 */
	int64_t missing;      /* how many of them did not come */
	int64_t excess;       /* votes that nobody could have cast: then there is no result */
	bool tie;             /* for = against, which the threshold does not settle */
	bool needs_side;      /* the chair's own vote decides and is asked for */
	enum outcome outcome; /* with needs_side and no side given: OUTCOME_TIE_NO_SIDE */
};

/* SIDE: the chair's own vote, VALUE_NONE when not known. Total: zero voters, more votes than
 * voters, a base of nobody and a chair without a side all have a defined outcome. */
struct tally vote_poll(const struct poll *p, struct vote_rule rule, enum vote_value side);
/* The same without papers and with nobody present who may not vote. */
struct tally vote_tally(struct ballots b, int64_t entitled, int64_t in_office,
	struct vote_rule rule, enum vote_value side);

/* The least number of votes that is more than (or: at least) the rule's share of BASE; 1 at least.
 */
int64_t vote_needed(int64_t base, struct vote_rule rule);

bool outcome_adopted(enum outcome outcome);
/* The reason in one sentence: "28 for; 17 needed of 32 voters, abstentions counted; art. 14".
 * SOURCE is what it rests on, may be empty. */
struct message vote_reason(struct ballots b, struct tally t, struct vote_rule rule,
	struct message source, struct arena *a);
/* The two parts of it: the reason where it names no base, as in a tie (else no id), and what T's
 * base is the number of: "32 voters, abstentions counted". */
struct message vote_reason_alone(struct ballots b, struct tally t);
struct message vote_base_words(struct tally t, struct vote_rule rule);
/* "17 needed of 32 voters". */
struct message vote_needed_phrase(int64_t needed, int64_t n, struct vote_rule rule);
/* "REASON; SOURCE", or REASON alone. */
struct message vote_rests_on(struct message reason, struct message source, struct arena *a);
/* "Voters" has two readings, those who took part and those who took sides. The one the rule does
 * not use, in one sentence: what it would need and whether the result would be another, which
 * *DIFFERS tells. No id when both are the same number or the base is neither of the two. */
struct message vote_other_reading(const struct poll *p, struct vote_rule rule, enum vote_value side,
	bool *differs, struct arena *a);

#endif
