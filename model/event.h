/* Facts. An event is what the journal stores: who, when it happened, what. Bodies are plain
 * structs; model/event_*.c describe each with a field table. Formats are for ever. */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include "model/names.h"

enum event_type {
#define X(constant, name, member, tag, label) constant,
#include "model/event.def"
#undef X
	EVENT_COUNT
};

#define JOURNAL_FORMAT "mahdar-journal-1"

/* A member as a roster holds one. Seat numbers are what the secretary types. */
#define MEMBER_NUMBER_MAX 99999
struct member {
	int64_t number;
	struct str name_ar, name_fr;
	int office;           /* enum office */
	int gender;           /* enum gender */
	struct date from, to; /* mandate; year 0: not given */
	int64_t weight;       /* votes he has where vote.weights says so; 0: one */
	struct str substitute_ar, substitute_fr; /* who sits for him in his absence; may be empty */
};

struct rule_text { /* a rule with where it comes from; in a list, as a session froze it */
	struct str key, value, source, confirmed_by;
	int certainty;
	struct date confirmed_on;
	struct date from, to; /* in force; year 0: not given */
	struct str note;
};

struct signer {         /* of a record, in order of signing */
	int role;       /* enum signer_role */
	int64_t member; /* 0: not a member */
	struct str name_ar, name_fr;
	struct hash certificate; /* SHA-256 of the DER */
};

/* An earlier session that did not settle an item, and why. */
struct carried {
	int64_t session, item; /* agenda number it had there */
	int kind;
	int64_t year, month;
	int how;
	struct str reason;
	struct date date; /* when it was put off, else when that session ended */
};

/* --- chamber --- */
struct letterhead { /* the chamber as its papers name it; any of it may be empty */
	struct str name_ar, name_fr, region_ar, region_fr, seat_ar, seat_fr;
	struct str ministry_ar, ministry_fr; /* the second line */
	struct str name_zgh;                 /* the name in Tifinagh */
};
struct chamber_created {
	struct str format, genesis, code;
	struct letterhead head;
	int lang;
	bool specimen;
};
struct members_registered {
	struct str source;   /* file name, or empty when typed */
	struct list members; /* struct member */
};
struct key_made {
	struct signer signer;
	struct str file;
};
struct key_retired {
	struct hash certificate;
	struct str reason;
};
struct rules_adopted { /* a whole profile, as the chamber has it from now on */
	struct str profile, title_ar, title_fr;
	struct str source; /* file name, or empty */
	struct list rules; /* struct rule_text */
};

/* --- a session, prepared --- */
struct session_created {
	struct str format, genesis, code;
	struct letterhead head;      /* the chamber's, as it was then */
	int64_t number, year, month; /* the label: month 1 … 12, apart from the real date */
	int kind;
	bool specimen;
};
struct session_described {
	int kind;
	int64_t year, month;
	struct date date, notice; /* planned day; day the notices went out */
	struct str place_ar, place_fr;
};
struct session_set_aside { /* in preparation, and not to be held: nothing is deleted */
	struct str reason;
};
struct session_taken_up {
	struct str reason;
};
struct item_text {
	int64_t item; /* key: stays when the agenda is reordered */
	int kind;
	struct str title_ar, title_fr, short_ar, short_fr, text_ar, text_fr;
	struct list carried; /* struct carried: the sessions that left it, the last one last */
	struct list lines;   /* struct budget_line_set: of a budget that was carried over */
	/* Of an agreement that was carried over: at most one struct agreement_described, and its
	 * struct party_set in their order. */
	struct list agreement, parties;
};
struct item_moved {
	int64_t item, to; /* to: new agenda number */
};
struct item_ref {
	int64_t item;
};
struct item_opened {
	int64_t item;
	struct str warned; /* keys of rules confirmed over, blank between */
};
struct budget_line_set {
	int64_t item;
	struct str code; /* of the line; an existing code is replaced */
	int part;
	struct str title_ar, title_fr;
	int64_t before, amount; /* centimes */
};
/* An agreement belongs to an item of that kind; each telling takes the place of the one before. */
struct agreement_described {
	int64_t item;
	int kind;             /* enum agreement_kind */
	int64_t addendum;     /* number among those of its parent; 0: none */
	struct str reference; /* as the administration files it */
	int link;             /* enum agreement_link */
	/* The parent: session and key of its item there, or 0 when it is in no session of this
	 * register; and its title as it was then. */
	int64_t parent_session, parent_item;
	struct str parent_ar, parent_fr;
	struct str subject_ar, subject_fr;
	int64_t months;  /* it lasts; 0: not said */
	struct str line; /* code of the budget line that bears the chamber's share */
	int64_t year;    /* of that budget; 0: not said */
	int64_t total;   /* centimes; 0: no amount in all is stated */
};
struct party_set {
	int64_t item;
	int64_t party; /* key, from 1; for ever within the agreement */
	int64_t at;    /* place to stand at; 0: at the end, or where it stands */
	struct str name_ar, name_fr;
	int role, also;              /* enum party_role; a second one, or none */
	bool chamber;                /* the chamber itself */
	int64_t amount;              /* centimes; 0: no money */
	struct str kind_ar, kind_fr; /* what it contributes in kind, in words */
};
struct party_removed {
	int64_t item, party;
};
struct agreement_stepped {
	int64_t session, item; /* key there; session 0: the one whose stream this is in */
	int step;              /* enum agreement_step */
	struct date date;
	struct str who_ar, who_fr; /* by whom */
	struct str place_ar, place_fr;
	struct str note;
	struct str title_ar, title_fr; /* of the agreement, when it is not in this stream */
};

/* --- convening: no address and no telephone number is ever kept --- */
struct notices_recorded {
	int64_t call;
	struct numbers members; /* a later notice of a member takes the place of an earlier one */
	int channel;
	struct date date;
	bool documents; /* went out with it */
	struct str proof;
};
struct request_filed {
	int64_t request;
	int kind;
	struct date date;
	struct numbers members; /* its authors, or who signed it */
	struct str title_ar, title_fr;
	int64_t in_office, needed; /* needed 0: no rule says how many */
	struct str threshold, source, proof;
	int certainty;
	struct str warned;
};
struct request_answered {
	int64_t request;
	int outcome;
	int64_t item; /* key of the item that was entered; 0: none */
	struct str reason;
};

/* --- opening --- */
struct session_opened {
	int64_t call;
	struct str profile;
	struct list roster; /* struct member */
	struct list rules;  /* struct rule_text */
	int64_t previous;   /* number of the last sealed session, 0: none */
	struct hash previous_head;
	struct str title_ar, title_fr; /* of the profile; empty in sessions of older versions */
};
struct sitting_opened {
	int64_t sitting;
	struct str place_ar, place_fr;
	int64_t chair;     /* member */
	int64_t secretary; /* member, 0: then by name */
	struct str secretary_ar, secretary_fr;
	struct str warned; /* keys of unconfirmed rules that were confirmed over, blank between */
};
struct chair_changed {
	int64_t member;
	struct str reason;
	int cause; /* enum chair_cause */
};
struct secretary_changed {
	int64_t member; /* 0: then by name */
	struct str name_ar, name_fr;
	struct str reason;
	int cause; /* enum secretary_cause */
};
struct guest_noted {
	int64_t guest;
	int capacity;
	struct str name_ar, name_fr, title_ar, title_fr;
};
struct member_added {
	struct member member;
	struct str reason;
};
struct members_ref {
	struct numbers members;
};
struct member_absent {
	struct numbers members;
	bool refused;      /* an excuse was given and not accepted */
	struct str reason; /* why not; may be empty */
};
struct member_recused {
	int64_t item; /* key */
	struct numbers members;
	struct str reason;
};
struct member_readmitted {
	int64_t item;
	struct numbers members;
};
struct proxy_given {
	int64_t from, to;  /* the absent member, the one who votes for him */
	struct str warned; /* the key of the rule that was gone over */
};
struct proxy_ended {
	int64_t from;
};
struct member_replaced {
	int64_t member;
	struct str name_ar, name_fr; /* of the substitute */
	bool unlisted;               /* the roster names another one, or none */
};
struct member_timed {
	int64_t act, member;
	struct instant time;
	struct str reason;
};
struct quorum_recorded {
	int64_t present, in_office, needed;
	bool met;
	struct numbers absent; /* not answered until now: absent without excuse */
	int certainty;
};
struct hijri_stated { /* the chamber says on which day the month began */
	int64_t year, month;
	struct date first;
};
struct hijri_noted { /* of the day a sitting was opened */
	int64_t sitting, year, month, day;
};
struct ceremony_held {
	int kind;
};
struct call_failed { /* ends its sitting; who did not answer is absent without excuse */
	int64_t call, sitting;
	int64_t present, in_office, needed;
	struct str threshold; /* a share as rules write it: 1/2, >=1/3, 9, any */
	struct numbers here, excused, absent, left;
	struct str source; /* of the rule, as the profile has it */
	int certainty;
	struct str note;
};
struct call_convened {
	int64_t call;
	struct date date;
	struct str place_ar, place_fr;
	struct str threshold; /* of this call */
	struct str source;
	int certainty;
	struct date earliest; /* by the profile; not set: it says nothing */
	struct str warned;    /* keys of rules confirmed over, blank between */
};

/* --- items --- */
struct item_presented {
	int64_t item, member; /* member 0: the chair or not said */
};
struct item_reason {
	int64_t item;
	struct str reason;
};
struct item_postponed {
	int64_t item;
	struct str reason;
	int to;
};
struct text_kept {
	int64_t text; /* key of the passage; keeping it again replaces that language */
	int64_t item; /* 0: of the session */
	int part, lang;
	int64_t member, guest; /* speaker; 0: none */
	struct str content;
};

/* --- the floor --- */
struct floor_asked {
	int64_t request;       /* key, counted from 1 in the session */
	int64_t item;          /* key; 0: of the session, such as an address of the wali */
	int64_t member, guest; /* one of them; the other 0 */
	int kind;              /* enum speech_kind */
	struct str behalf_ar, behalf_fr; /* on whose behalf; empty: the speaker's own */
};
struct floor_ref {
	int64_t request;
};
struct floor_ended {
	int64_t request, seconds; /* that were spoken, pauses left out */
};
struct floor_moved {
	int64_t request, to; /* place among those who wait, from 1 */
};
struct floor_limited {
	int64_t item, seconds; /* a speech; 0: as long as it takes */
};

/* --- votes --- */
struct vote_opened {
	struct vote_id vote;
	int kind;
	struct numbers voters; /* entitled members present */
	int base, tie;
	int64_t threshold_num, threshold_den; /* more than num/den of the base */
	struct str warned;
	bool at_least;     /* at least num/den of it */
	int64_t fixed;     /* the base itself, when the rule names a number; 0: it does not */
	struct str reason; /* of a secret ballot: why it is not public */
	int64_t motion;    /* what is voted; 0: the item as a whole */
	struct str text_ar, text_fr; /* the wording voted, where motions changed it */
	/* Roll call: the voters in the order they are called, and what that order follows. */
	struct numbers order;
	int calling;       /* enum calling */
	int64_t first;     /* the seat drawn to begin with; 0: none */
	struct str letter; /* the letter drawn */
	bool chair_last;
	struct numbers block; /* keys of all items this one vote decides; none: its own alone */
	struct numbers bare;  /* keys of those of which nothing but the title was registered */
};
struct vote_joined { /* who came to it while it was open */
	struct vote_id vote;
	struct numbers members;
	struct str warned; /* keys of the rules that were gone over, blank between */
};
struct vote_explained {
	struct vote_id vote;
	int kind; /* enum statement_kind */
	int64_t member;
	int lang;
	struct str content;
};
struct vote_stance {
	struct vote_id vote;
	int value;
};
struct vote_marked {
	struct vote_id vote;
	struct numbers members;
	int value; /* none: mark taken back */
};
struct vote_counted {
	struct vote_id vote;
	int64_t votes_for, against, abstain;
	bool remainder; /* "for" was taken as the rest */
};
struct vote_closed {
	struct vote_id vote;
	int64_t votes_for, against, abstain, voters, needed;
	int outcome;
};
struct vote_ref {
	struct vote_id vote;
};
struct vote_corrected {
	struct vote_id vote;
	int64_t member; /* named vote: whose mark; 0: figures */
	int value;
	int side; /* of the chair, when the corrected figures tie */
	int64_t votes_for, against, abstain, needed;
	int outcome;
	struct str reason;
	int64_t issued, blank, spoiled; /* secret ballot: as corrected */
};
struct vote_reason {
	struct vote_id vote;
	struct str reason;
};

/* The whole of what a secret ballot leaves behind: found = for + against + blank + void. */
struct ballot_counted {
	struct vote_id vote;
	int64_t issued, found, votes_for, against, blank, spoiled;
	struct str note; /* why papers are missing, if somebody knows */
};

/* --- motions --- */
struct motion_moved {
	int64_t motion; /* from 1 in the session */
	int64_t item;   /* concerned; 0: the sitting as a whole */
	int kind;       /* enum motion_kind */
	int64_t member; /* mover; 0: the chair or the bureau */
	struct numbers seconders;
	struct str title_ar, title_fr; /* or the place in the text: "article 4" */
	/* Whole wordings; a language without an "after" is not touched. */
	struct str before_ar, before_fr, after_ar, after_fr;
	struct str grounds_ar, grounds_fr;
	int64_t to; /* agenda number to stand at, for an item to be moved or put in */
	/* Of a budget: the chapter that is put (empty: the revenue), or the line that gives. */
	struct str line, to_line; /* codes; TO_LINE receives */
	int64_t amount;           /* centimes */
	int64_t party; /* of an agreement: whose share AMOUNT would become; 0: the total */
};
struct motion_reason {
	int64_t motion;
	struct str reason;
};

/* --- elections --- */
struct election_candidate {
	int64_t number;         /* from 1, as called out; for ever within the election */
	struct numbers members; /* one, or those of a list in their order */
	bool endorsed;          /* an endorsement was shown; whose is never kept */
};
struct election_opened { /* every round says all of it again */
	struct vote_id election;
	int64_t round;
	int post;                    /* enum post */
	int64_t rank;                /* of several alike: second vice-president; 0: none */
	struct str name_ar, name_fr; /* of the committee, or of another post */
	bool secret;
	struct list candidates; /* struct election_candidate: who runs in this round */
	struct numbers voters;
	int majority, base; /* enum election_majority, enum vote_base */
	bool last;          /* no other round follows */
	struct str reason;  /* of a secret ballot */
	struct str warned;
};
struct election_marked {
	struct vote_id election;
	struct numbers members;
	int64_t choice; /* candidate's number, 0: blank */
	bool taken_back;
};
struct election_counted { /* secret: the whole of what a round leaves behind */
	struct vote_id election;
	int64_t round, issued, found, blank, spoiled;
	struct numbers votes; /* in the order of the candidates of the round */
	int64_t needed;
	int outcome; /* enum round_outcome */
	int64_t elected;
};
struct election_ref {
	struct vote_id election;
	int64_t round;
};
struct election_corrected {
	struct vote_id election;
	int64_t round;
	int64_t member, choice; /* public: whose choice, and the one it was; secret: 0 */
	int64_t issued, found, blank, spoiled;
	struct numbers votes;
	int64_t needed;
	int outcome; /* enum round_outcome */
	int64_t elected;
	struct str reason;
};
struct election_decided {
	struct vote_id election;
	int by; /* enum election_tie */
	int64_t elected;
	struct str note;   /* of a lot: how it was drawn */
	struct str warned; /* key of the rule whose ladder was not followed as it stands */
};
struct election_joined { /* who came to the round while it was open */
	struct vote_id election;
	struct numbers members;
	struct str warned; /* keys of the rules that were gone over, blank between */
};
struct election_left {
	struct vote_id election;
	int64_t candidate;
	struct str reason;
};

/* --- mending, ending --- */
struct act_corrected {
	int64_t act; /* number n of the act taken back */
	struct str reason;
};
struct sitting_reason {
	int reason; /* enum suspension */
	struct str note;
};
struct sitting_resumed {
	int64_t sitting;
};
struct sitting_closed {
	int cause;
	struct str note;
};
struct record_frozen {
	struct list signers;  /* struct signer */
	int lang;             /* of the signed document */
	struct hash replaces; /* SHA-256 of a withdrawn half-signed file, or zero */
};
struct record_signed {
	int role;
	struct hash certificate, file; /* file: SHA-256 of the PDF after this signature */
};
struct record_withdrawn {
	struct str reason;
	struct hash file; /* the half-signed file, or zero */
};

struct event {
	enum event_type type;
	uint32_t n; /* place in its stream, from 0 */
	struct uuid id;
	struct str actor;
	struct instant at; /* when it happened */
	struct instant t;  /* when it was written */
	union event_body {
#define X(constant, name, member, tag, label) struct tag member;
#include "model/event.def"
#undef X
	} body;
};

struct event_spec {
	const char *name, *label;
	const struct field *fields;
	size_t size; /* of the body */
};

const struct event_spec *event_spec(enum event_type type);
bool event_type_parse(struct str name, enum event_type *type);
/* The same type and body (not who, when or where). */
bool event_same(const struct event *a, const struct event *b);

extern const struct field carried_fields[];
extern const struct field member_fields[], rule_fields[], signer_fields[];

#endif
