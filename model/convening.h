/* How members were convened to the call to come, as far as it was noted, beside what the rules
 * expect; and the months of ordinary sessions that passed without one. */
#ifndef MODEL_CONVENING_H
#define MODEL_CONVENING_H

#include "model/decide.h"

struct convening {
	int64_t call;              /* the one to come */
	int64_t in_office;         /* members to be convened */
	int64_t noted, told;       /* of them: somebody noted how; and they were notified */
	int64_t without_documents; /* notified, but not with the documents */
	struct date sent;          /* the latest notice, else the planned day; not set: unknown */
	struct date day;           /* of the sitting; not set: unknown */
	bool other_day;            /* not the one members were convened for */
	int64_t days, needed;      /* between the two, and by the rule; needed 0: it says nothing */
	bool working;              /* both are working days */
	bool begun;               /* a sitting of this call was held: nobody is convened any more */
	bool kept;                /* notices are noted in this session: who has none is missing */
	bool late;                /* days < needed */
	bool documents_due;       /* the rule wants them with the notices and some went without */
	enum certainty certainty; /* of the rule on the delay */
	struct str source;
};

/* Notices of CALL are noted, or those of the call before it were: who has none is missing one.
 * Where nobody keeps a list, nothing is said of anybody. */
bool convening_kept(const struct session *s, int64_t call);
/* For a sitting held on DAY (not set: on the day that is planned). */
struct convening convening_now(const struct world *w, struct date day, struct arena *a);
/* "notified: 36 of 36 · delay 18 of 15 days ✓". */
struct message convening_words(const struct convening *c, struct arena *a);

/* The rules of the session that is chosen, or those it would open under; false: none can be read.
 */
bool convening_rules(const struct world *w, struct rules *rules);
/* How many have to sign a request of KIND (REQUEST_DISMISSAL or REQUEST_EXTRAORDINARY). */
enum rule_key request_rule(int kind);
/* Members in office by number: the roster once it is frozen, before that by their mandates on the
 * planned day, or else on DAY. */
struct numbers convening_members(const struct world *w, struct date day, struct arena *a);
/* Days after FROM up to TO, Saturdays and Sundays left out when WORKING; 0 when TO is earlier. */
int64_t convening_days(struct date from, struct date to, bool working);
/* The day DAYS days after FROM, counted the same way. */
struct date convening_after(struct date from, int64_t days, bool working);

/* The newest month for an ordinary session that has passed before DAY without one among SESSIONS
 * (each the first day of its label); month 0: none. */
struct date convening_overdue(
	const struct rules *rules, const struct date *sessions, size_t n, struct date day);

#endif
