/* Rules of the assembly as data with provenance. A profile is a list of rules, each with its
 * source and how certain it is; a session freezes a copy when it opens and runs under that copy.
 * An unconfirmed rule warns, asks and is minuted; it never blocks. */
#ifndef MODEL_RULE_H
#define MODEL_RULE_H

#include "model/event.h"

/* The rules this version acts on, read from a frozen list. */
struct rules {
	int64_t quorum_num, quorum_den; /* more than num/den of the members in office */
	int quorum_certainty;
	int64_t majority_num, majority_den; /* more than num/den of the base */
	enum vote_base base;
	enum tie_rule tie;
	struct str majority_source, tie_source; /* the article, for the reason in one sentence */
	int64_t notice_days;                    /* at least, between notice and first sitting */
	int64_t months[12];                     /* of ordinary sessions; 0 ends */
};

/* The profile of law 18.09 (chambers of handicrafts), with what is known of each rule. */
extern const char rule_profile_name[];
size_t rule_profile(const struct rule_text **rules);

/* Read a frozen list; false when a rule that is needed is missing or unreadable. */
bool rules_read(const struct rule_text *list, size_t n, struct rules *out);
/* The rule KEY of a list, or NULL. */
const struct rule_text *rule_find(const struct rule_text *list, size_t n, const char *key);
/* A source typed as "art. 14" in the words of the language; no id when SOURCE is empty. */
struct message rule_source(struct str source);
/* What a rule is about, for people. */
struct message rule_message(const struct rule_text *rule);

/* The least whole number that is more than num/den of BASE. Never "half plus one rounded up".
 * SOURCE: administrative court of appeal of Marrakech, decision 1197 of 30 June 2021: 8 of 15. */
int64_t rule_more_than(int64_t base, int64_t num, int64_t den);

#endif
