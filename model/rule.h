/* Rules of the assembly as data with provenance. A profile is a list of rules, each with its
 * source and how certain it is; a session freezes a copy when it opens and runs under that copy.
 * An unconfirmed rule warns, asks and is minuted; it never blocks.
 *
 * A rule is one line of model/rule.def and a member of struct rules: reading, checking and the
 * words for people follow from its kind. Values as text:
 *   share       1/2 or >1/2 (more than), >=3/4 (at least), 9 (that many), any
 *   majority    share [base]
 *   calls       call; call …   call = share|unset [base] [DAYS | MIN+ | MIN-MAX [working]]
 *   majorities  kind of item: majority; …
 *   yes, no, whole numbers, names; lists are joined by commas. */
#ifndef MODEL_RULE_H
#define MODEL_RULE_H

#include "model/event.h"
#include "model/message.h"

enum rule_kind {
	RULE_INT,        /* int64_t; 0 is also "not set" */
	RULE_DAYS,       /* the same, a number of days */
	RULE_BOOL,       /* bool */
	RULE_SHARE,      /* struct share */
	RULE_ENUM,       /* int; `names` */
	RULE_INTS,       /* struct rule_list of numbers, rising */
	RULE_NAMES,      /* struct rule_list of `names`, none twice */
	RULE_LADDER,     /* the same, one may stand again */
	RULE_MAJORITY,   /* struct majority */
	RULE_CALLS,      /* struct calls */
	RULE_MAJORITIES, /* struct majority [ITEM_KIND_COUNT] */
};

enum rule_key {
#define RULE(constant, key, kind, member, names, min, max, missing, label) constant,
#include "model/rule.def"
#undef RULE
	RULE_COUNT
};

enum quorum_base { QUORUM_IN_OFFICE, QUORUM_ENTITLED };
enum measured_at { MEASURED_OPENING, MEASURED_SITTING, MEASURED_VOTE };
enum vote_mode { MODE_PUBLIC, MODE_ROLL_CALL, MODE_SECRET, MODE_HANDS };
enum unanimous_reading {
	UNANIMOUS_ALL_PRESENT,  /* every entitled present member is for */
	UNANIMOUS_NO_OPPOSITION /* nobody is against; abstentions do not hinder */
};
enum election_ballot { ELECTION_SINGLE_NAME, ELECTION_LIST };
enum election_majority { ELECTION_ABSOLUTE, ELECTION_RELATIVE };
enum election_tie { ELECTION_OLDEST, ELECTION_YOUNGEST, ELECTION_SENIORITY, ELECTION_LOT };
enum minutes_writer { WRITER_RAPPORTEUR, WRITER_SECRETARY };
enum recipient { TO_TUTELAGE, TO_WALI, TO_GOVERNOR, TO_MEMBERS };
enum budget_mode { BUDGET_WHOLE, BUDGET_CHAPTERS };
enum room_votes {
	ROOM_VOTES_LIVE,      /* names as they are noted, never a running total */
	ROOM_VOTES_ANNOUNCED, /* names with the announced result */
	ROOM_VOTES_RESULT,    /* the announced figures without names */
	ROOM_VOTES_NONE       /* nothing of any vote */
};

extern const struct name quorum_base_names[], measured_at_names[], vote_mode_names[],
	unanimous_names[], election_ballot_names[], election_majority_names[], election_tie_names[],
	minutes_writer_names[], recipient_names[], budget_mode_names[], room_votes_names[];

/* A part of a base. den == 0 and count == 0 and not any: not set. */
struct share {
	int64_t num, den;
	bool at_least; /* num/den or more; else more than num/den */
	int64_t count; /* so many, whatever the base; 0: the fraction counts */
	bool any;      /* any number will do */
};

struct majority {
	struct share share;
	int base; /* enum vote_base */
};

/* One call. Where a profile says "unset" the share is that of the call before it, and `known` is
 * false: nobody has said what the rule is. */
struct call_rule {
	struct share share;
	bool known;
	int base;                   /* enum quorum_base */
	int64_t days_min, days_max; /* after the call before it; 0: not said */
	bool working_days;
};

#define RULE_CALLS_MAX 6
#define RULE_LIST_MAX  12

struct calls {
	struct call_rule at[RULE_CALLS_MAX];
	size_t n;
};

struct rule_list {
	int at[RULE_LIST_MAX];
	size_t n;
};

/* The rules this version acts on, read from a list. `text` is where each comes from: NULL when the
 * list does not have it. Borrows from the list. */
struct rules {
	const struct rule_text *text[RULE_COUNT];
	struct calls calls; /* at least one */
	struct share quorum_threshold;
	int quorum_base, measured_at;
	struct majority majority;
	struct majority by_kind[ITEM_KIND_COUNT]; /* complete: the default where none is named */
	bool own_majority[ITEM_KIND_COUNT];       /* named in majority.by_kind */
	int tie, vote_mode, unanimous;
	bool abstention, late_arrival, weights;
	struct rule_list hands_order; /* enum vote_value */
	int election_ballot;
	struct rule_list election_majority, election_tie;
	int64_t proxy_max;
	bool remote_counts_quorum, remote_may_vote, recusal_lowers_base, recusal_lowers_quorum;
	bool agenda_vote, account_chair_leaves;
	int64_t agenda_request_days, notice_days;
	int64_t call_days; /* to a call whose delay `calls` does not say */
	bool notice_working_days, notice_documents;
	struct rule_list months; /* of ordinary sessions, 1 … 12 */
	int64_t ordinary_max_days, ordinary_extension_days;
	struct share extraordinary_share, dismissal_share;
	struct majority dismissal_majority;
	int minutes_writer;
	struct rule_list minutes_signers; /* enum signatory, in order */
	int64_t minutes_send_days;
	bool minutes_working_days;
	struct rule_list minutes_send_to; /* enum recipient */
	struct rule_list visa_kinds;      /* enum item_kind */
	int64_t visa_days, absence_consecutive, absence_total, speech_seconds;
	int budget_mode, room_votes;
	/* enum ceremony: what the step line proposes; who goes on without is not asked */
	struct rule_list ceremony_opening, ceremony_closing;
};

/* Read a list; false when a rule that is needed is missing or one is unreadable. Keys of other
 * versions are passed over. */
bool rules_read(const struct rule_text *list, size_t n, struct rules *out);
/* Read VALUE as the rule KEY; false when it is not one: rule_expected says what is. */
bool rule_parse(enum rule_key key, struct str value, struct rules *out);
bool rule_key_parse(struct str s, enum rule_key *key);
const char *rule_key_name(enum rule_key key);
bool rule_among(enum rule_key key, struct str keys); /* KEYS: names of rules, a space between */
enum rule_kind rule_kind(enum rule_key key);
/* Names a value of this rule is made of, ended by NULL; NULL: it has none. */
const struct name *rule_names(enum rule_key key);
/* … and whether this one of them (its place in the list) is. */
bool rule_name_allowed(enum rule_key key, int name);
void rule_range(enum rule_key key, int64_t *min, int64_t *max); /* of a number */
/* What holds when a list says nothing; NULL: nothing does. */
const char *rule_missing(enum rule_key key);

/* … as a rule that nobody has written or confirmed; false: nothing holds then. */
bool rule_by_default(enum rule_key key, struct rule_text *out);

/* The majority of a dismissal is that of every decision, no rule saying another; that as a rule. */
bool rule_dismissal_by_default(const struct rules *r, struct rule_text *out, struct arena *a);

/* The rule KEY of a list, or NULL. */
const struct rule_text *rule_find(const struct rule_text *list, size_t n, const char *key);
/* How certain the rule KEY is; unconfirmed when the list does not have it. */
enum certainty rules_certainty(const struct rules *r, enum rule_key key);
/* Its source as written, or empty. */
struct str rules_source(const struct rules *r, enum rule_key key);
/* The rule of call NUMBER, from 1; beyond the last one the last one. */
const struct call_rule *rules_call(const struct rules *r, int64_t number);
/* The key the quorum of a call is under: lists of old sessions know one call only. */
enum rule_key rules_quorum_key(const struct rules *r);
enum certainty rules_quorum_certainty(const struct rules *r);

/* Only what a published text says AND a named person has confirmed may be called law. */
bool rule_is_law(const struct rule_text *rule);
/* A named person stands for it, as law or as practice. */
bool rule_confirmed(const struct rule_text *rule);
/* In force on DAY as far as the rule says. */
bool rule_in_force(const struct rule_text *rule, struct date day);

bool share_is_set(struct share s);
/* The least whole number that is SHARE of BASE. */
int64_t share_needed(struct share s, int64_t base);
/* The least whole number that is more than num/den of BASE. Never "half plus one rounded up".
 * SOURCE: administrative court of appeal of Marrakech, decision 1197 of 30 June 2021: 8 of 15. */
int64_t rule_more_than(int64_t base, int64_t num, int64_t den);

/* --- words (model/rule_words.c); messages live in A --- */
/* The title of a file of rules, in English too when it is one that the program carries. */
struct message rules_title(struct both title);
/* A profile as people call it, with its name in brackets for who looks it up; the name alone when
 * it has no title. */
struct message rules_profile_words(struct str profile, struct both title);
/* A source typed as "art. 14" in the words of the language; no id when SOURCE is empty. */
struct message rule_source(struct str source);
/* What a result rests on: the rule of ties, or the majority of items of KIND (enum item_kind) and
 * its base. "law: article 14" only where a named person has confirmed each of them; else it says
 * that it is not confirmed. No id when the list says nothing. */
struct message rules_article(const struct rules *r, bool tie, int kind, struct arena *a);
/* The same for the minutes: what is not confirmed has a sign, "article 14*", which their annex of
 * rules explains once. */
struct message rules_article_signed(const struct rules *r, bool tie, int kind, struct arena *a);
/* What rests on the rule KEY alone, in the same words; a rule the list does not have holds by
 * default, and that is said. */
struct message rules_rest_on(const struct rules *r, enum rule_key key, struct arena *a);
/* What a rule is, for a question or a remark about it, never nothing: "law, article 12, confirmed
 * by N. Kadiri", "article 12, not confirmed". */
struct message rule_standing(const struct rule_text *rule, struct arena *a);
/* … of the rule KEY, which a list may not have. */
struct message rules_standing(const struct rules *r, enum rule_key key, struct arena *a);
/* The whole rule KEY and what it is: "in a tie: the side of the chair prevails (article 14, not
 * confirmed)"; its default where the list does not have it. No id when nothing holds. */
struct message rules_named(const struct rules *r, enum rule_key key, struct arena *a);
/* "more than half", "at least three quarters", "9", "any number". */
struct message share_words(struct share s);
/* The value in words; as it stands when this version cannot read it. */
struct message rule_value_words(const struct rule_text *rule, struct arena *a);
/* What a value of this rule looks like: "yes or no", "one of: opening, sitting, vote". */
struct message rule_expected(enum rule_key key, struct arena *a);
/* What the rule is about, with "…" for its value. */
struct message rule_label(enum rule_key key);
/* The whole rule: "in a tie: the side of the chair prevails". */
struct message rule_words(const struct rule_text *rule, struct arena *a);
/* How certain, and who confirmed it. The word "law" only where rule_is_law. */
struct message rule_certainty_words(const struct rule_text *rule);

#endif
