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
	int64_t num, den; /* adopted when for > num/den of the base */
};

struct tally {
	int64_t voters;       /* for + against + abstain */
	int64_t base;         /* what the majority is counted on */
	int64_t needed;       /* least number of votes for */
	bool tie;             /* for = against, and somebody voted */
	bool needs_side;      /* the chair's own vote decides and is asked for */
	enum outcome outcome; /* with needs_side and no side given: OUTCOME_TIE_NO_SIDE */
};

/* ENTITLED: members present and entitled to vote; IN_OFFICE: members in office. SIDE: the chair's
 * own vote, VALUE_NONE when not known. Total: zero voters have a defined outcome. */
struct tally vote_tally(struct ballots b, int64_t entitled, int64_t in_office,
	struct vote_rule rule, enum vote_value side);

bool outcome_adopted(enum outcome outcome);
/* The reason in one sentence: "28 for; 17 needed of 32 voters, abstentions counted; art. 14".
 * SOURCE_TEXT is the article, may be empty. */
struct message vote_reason(struct ballots b, struct tally t, struct vote_rule rule,
	struct str source_text, struct arena *a);

#endif
