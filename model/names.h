/* The closed lists of the field: offices, kinds of items, votes, outcomes … Each list is an enum
 * and a table of its stored names and of the words people read. Stored names are for ever. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include "model/field.h"
#include "model/message.h"

enum office {
	OFFICE_MEMBER,
	OFFICE_PRESIDENT,
	OFFICE_VICE_PRESIDENT,
	OFFICE_TREASURER,
	OFFICE_DEPUTY_TREASURER,
	OFFICE_RAPPORTEUR,
	OFFICE_DEPUTY_RAPPORTEUR,
	OFFICE_COUNT
};

enum gender { GENDER_UNKNOWN, GENDER_MAN, GENDER_WOMAN };

enum session_kind { SESSION_ORDINARY, SESSION_EXTRAORDINARY };

enum item_kind {
	ITEM_MINUTES, /* minutes of the previous session */
	ITEM_REPORT,
	ITEM_AGREEMENT,
	ITEM_REGULATIONS, /* internal regulations */
	ITEM_BUDGET,
	ITEM_FREE,
	ITEM_ACCOUNT,   /* administrative account: the president's own */
	ITEM_ELECTION,  /* posts are filled */
	ITEM_DISMISSAL, /* of the bureau, or of some of its members */
	ITEM_KIND_COUNT
};

enum agreement_kind {
	AGREEMENT_FRAMEWORK,
	AGREEMENT_SPECIAL,
	AGREEMENT_PROGRAMME,        /* programme contract */
	AGREEMENT_PROGRAMME_YEARLY, /* special programme contract of one year */
	AGREEMENT_PARTNERSHIP,
	AGREEMENT_COOPERATION,
	AGREEMENT_PROTOCOL,
	AGREEMENT_SUPERVISION, /* cooperation and delegated supervision */
	AGREEMENT_MULTI_PARTY,
	AGREEMENT_ADDENDUM, /* numbered per parent */
	AGREEMENT_MEMORANDUM,
	AGREEMENT_OTHER
};

/* What an agreement is to its parent. */
enum agreement_link { LINK_NONE, LINK_IMPLEMENTS, LINK_AMENDS, LINK_REPLACES, LINK_ANNEX };

enum party_role {
	ROLE_NONE,
	ROLE_PARTNER,
	ROLE_FUNDER,
	ROLE_HOST,
	ROLE_BENEFICIARY,
	ROLE_OWNER,     /* contracting authority: the project is his */
	ROLE_DELEGATED, /* contracting authority by delegation */
	ROLE_EXECUTING,
	ROLE_SUPERVISING
};

/* What happens to an agreement outside the vote; each may be recorded in any order. */
enum agreement_step {
	STEP_SUBMITTED,
	STEP_APPROVED, /* never typed: the vote of the assembly says it */
	STEP_INITIALLED,
	STEP_SIGNED,
	STEP_VISA_ASKED,
	STEP_VISA_GIVEN,
	STEP_VISA_REFUSED,
	STEP_IN_FORCE,
	STEP_COMPLETED,
	STEP_TERMINATED,
	AGREEMENT_STEPS
};

enum budget_part { BUDGET_REVENUE, BUDGET_OPERATING, BUDGET_INVESTMENT };

enum capacity { /* of a guest */
	CAPACITY_WALI,
	CAPACITY_GOVERNOR,
	CAPACITY_AUTHORITY, /* representative of the authorities */
	CAPACITY_ELECTED,   /* presidents of councils, members of parliament */
	CAPACITY_DIRECTOR,
	CAPACITY_STAFF,
	CAPACITY_PARTNER,
	CAPACITY_PRESS,
	CAPACITY_GUEST
};

enum ceremony { CEREMONY_QURAN, CEREMONY_ANTHEM, CEREMONY_FATIHA, CEREMONY_TELEGRAM };

/* Why somebody else writes the minutes of the sitting. */
enum secretary_cause { SECRETARY_OTHER, SECRETARY_LEFT, SECRETARY_ABSENT };

/* Why the chair changed hands. */
enum chair_cause { CHAIR_OTHER, CHAIR_LEFT, CHAIR_RECUSED, CHAIR_ACCOUNT, CHAIR_RETURNED };

enum text_part {
	TEXT_SPEECH, /* of the session (item 0) or on an item; has a speaker */
	TEXT_PRESENTATION,
	TEXT_DISCUSSION,
	TEXT_RECOMMENDATION,
	TEXT_NOTE
};

enum vote_kind { VOTE_UNANIMOUS, VOTE_HANDS, VOTE_NAMED, VOTE_SECRET, VOTE_ROLL_CALL };
enum calling { CALLED_BY_NUMBER, CALLED_BY_NAME }; /* order of a roll call */
enum statement_kind { STATEMENT_EXPLANATION, STATEMENT_RESERVATION };
enum speech_kind {
	SPEECH_SPEECH,
	SPEECH_REPLY, /* right of reply */
	SPEECH_ORDER  /* point of order: before everybody else */
};

enum vote_value { VALUE_NONE, VALUE_FOR, VALUE_AGAINST, VALUE_ABSTAIN };
enum vote_base {
	BASE_VOTERS,    /* who took part: abstentions counted */
	BASE_EXPRESSED, /* for and against only */
	BASE_PRESENT,   /* in the room, those without a vote in this matter too */
	BASE_IN_OFFICE,
	BASE_ENTITLED, /* in the room and entitled to vote */
	BASE_FIXED     /* a number the rule names */
};
enum tie_rule { TIE_CHAIR_SIDE, TIE_REJECTED, TIE_SECOND_VOTE };

enum outcome {
	OUTCOME_UNANIMOUS,    /* every entitled present member for */
	OUTCOME_UNOPPOSED,    /* adopted, nobody against, some abstained */
	OUTCOME_ADOPTED,      /* by the majority */
	OUTCOME_ADOPTED_SIDE, /* tie, the chair's side was for */
	OUTCOME_REJECTED,
	OUTCOME_REJECTED_SIDE, /* tie, the chair's side was against */
	OUTCOME_TIE_NO_SIDE,   /* tie, the chair has no side: not adopted, flagged */
	OUTCOME_NO_VOTERS,     /* nobody voted: not adopted, flagged */
	OUTCOME_TIE_AGAIN      /* tie, and the rule wants a second vote: nothing decided yet */
};

enum motion_kind {
	MOTION_AMENDMENT, /* other words for the item's text */
	MOTION_PROPOSAL,  /* a decision of its own */
	MOTION_THANKS,    /* a motion of thanks, or any other address */
	MOTION_POSTPONE,
	MOTION_COMMITTEE, /* back to the committee */
	MOTION_CLOSE_DEBATE,
	MOTION_SUSPEND,
	MOTION_COUNT,  /* is the quorum still there: counted, not voted */
	MOTION_AGENDA, /* the agenda as it was sent out */
	MOTION_INSERT, /* an item to put on the agenda */
	MOTION_SHIFT,  /* an item to another place */
	MOTION_TAKE_OFF,
	MOTION_TRANSFER, /* an amount from one line of a budget to another */
	MOTION_CHAPTER,  /* a chapter of a budget, put by the chair */
	MOTION_SHARE,    /* another amount of a party, or in all, of an agreement */
	MOTION_KIND_COUNT
};
enum post { /* what somebody is elected to */
	POST_PRESIDENT,
	POST_VICE_PRESIDENT,
	POST_TREASURER,
	POST_DEPUTY_TREASURER,
	POST_RAPPORTEUR,
	POST_DEPUTY_RAPPORTEUR,
	POST_COMMITTEE_PRESIDENT,
	POST_COMMITTEE_DEPUTY,
	POST_OTHER,
	POST_COUNT
};
enum round_outcome {
	ROUND_ELECTED,
	ROUND_NEXT, /* nobody has the majority, another round follows */
	ROUND_TIE,  /* the ladder of the rule decides */
	ROUND_NOBODY
};

enum suspension {
	SUSPENDED_BREAK,
	SUSPENDED_PRAYER,
	SUSPENDED_CONSULTATION,
	SUSPENDED_QUORUM,
	SUSPENDED_OTHER
};
enum closing { CLOSED_DONE, CLOSED_NO_QUORUM, CLOSED_LEFT_OPEN };
enum channel { /* of a notice */
	CHANNEL_HAND,
	CHANNEL_BAILIFF,
	CHANNEL_REGISTERED,
	CHANNEL_POST,
	CHANNEL_EMAIL,
	CHANNEL_PHONE,
	CHANNEL_AUTHORITY, /* through the local authority */
	CHANNEL_OTHER,
	CHANNEL_NONE /* not notified */
};
enum request_kind { REQUEST_ITEM, REQUEST_EXTRAORDINARY, REQUEST_DISMISSAL };
enum request_outcome { REQUEST_ENTERED, REQUEST_REFUSED, REQUEST_LATER, REQUEST_WITHDRAWN };
enum postponed_to { POSTPONED_UNSAID, POSTPONED_NEXT_SESSION, POSTPONED_LATER_SESSION };
enum left_how {
	LEFT_POSTPONED,
	LEFT_UNTREATED,
	LEFT_REFUSED
}; /* an item an earlier session did not settle */
enum certainty { CERTAINTY_LAW, CERTAINTY_PRACTICE, CERTAINTY_UNCONFIRMED };

/* Who signs in the file, with a key. */
enum signer_role { SIGNER_SECRETARY, SIGNER_PRESIDENT, SIGNER_ROLE_COUNT };
/* Whom a rule may name to sign: those above, then those who sign on the printed copy. */
enum signatory {
	SIGNATORY_SECRETARY,
	SIGNATORY_PRESIDENT,
	SIGNATORY_VICE_PRESIDENT,
	SIGNATORY_RAPPORTEUR,
	SIGNATORY_TREASURER,
	SIGNATORY_WALI,
	SIGNATORY_DRAWN_FIRST,
	SIGNATORY_DRAWN_SECOND
};

extern const struct name channel_names[], request_kind_names[], request_outcome_names[];
extern const struct name agreement_kind_names[], agreement_link_names[], party_role_names[],
	agreement_step_names[];
extern const struct name post_names[], round_outcome_names[];
extern const struct name postponed_to_names[], left_how_names[];
extern const struct name office_names[], gender_names[], session_kind_names[], item_kind_names[],
	budget_part_names[], capacity_names[], ceremony_names[], chair_cause_names[],
	secretary_cause_names[], text_part_names[], vote_kind_names[], calling_names[],
	statement_names[], vote_value_names[], vote_base_names[], tie_rule_names[], outcome_names[],
	speech_kind_names[], motion_kind_names[], suspension_names[], closing_names[],
	certainty_names[], signer_role_names[], signatory_names[], lang_names[];

/* What people read for VALUE; no message for what is none of NAMES. */
struct message name_label(const struct name *names, int value);

#endif
