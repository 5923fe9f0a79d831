/* Rules that nobody has set and that a session was held under all the same: what holds by default
 * is as much part of the record as what was confirmed. */
#ifndef MODEL_RULES_APPLIED_H
#define MODEL_RULES_APPLIED_H

#include "model/session.h"

/* The frozen rules of S do not have KEY, and something S recorded rests on what holds without it;
 * that in *RULE, which may live in A. */
bool rules_applied_by_default(
	const struct session *s, enum rule_key key, struct rule_text *rule, struct arena *a);

#endif
