/* What a person (or a script) asks for. Arguments are plain structs described by field tables, as
 * event bodies are; items are named by their agenda number here and by their key in events.
 * `confirm` names the questions that are answered with yes. */
#ifndef MODEL_COMMAND_H
#define MODEL_COMMAND_H

#include "model/event.h"

enum stream_kind { STREAM_CHAMBER, STREAM_NEW, STREAM_SESSION };

enum command_type {
#define X(constant, name, member, tag, weight, stream, help) constant,
#include "model/command.def"
#undef X
	CMD_COUNT
};

struct no_arguments {
	char nothing; /* C knows no empty struct */
};
struct chamber_create {
	struct str code, genesis;
	struct letterhead head;
	int lang;
	bool specimen;
};
struct rules_adopt {
	struct str profile;
};
struct rule_set { /* what is not given stays; a new value is confirmed by nobody yet */
	struct str key, value, source, confirmed_by, note;
	int certainty; /* enum certainty + 1; 0: not given */
	struct date confirmed_on, from, to;
};
struct session_create {
	int64_t number, year, month;
	int kind;
	struct str genesis;
};
struct session_describe {
	int kind;            /* -1: unchanged */
	int64_t year, month; /* 0: unchanged */
	struct date date, notice;
	struct str place_ar, place_fr;
};
struct item_add {
	int kind;
	int64_t at; /* agenda number to stand at; 0: at the end */
	struct str title_ar, title_fr, short_ar, short_fr, text_ar, text_fr;
};
struct agreement_describe { /* takes the place of what was said before */
	int64_t item;       /* agenda number */
	int kind;
	int64_t addendum; /* 0: the next one of its parent */
	struct str reference;
	int link;
	int64_t session, parent; /* of the parent: session (0: this one) and agenda number there */
	struct str parent_ar, parent_fr; /* its title, when it is in no session of the register */
	struct str subject_ar, subject_fr;
	int64_t months;
	struct str line;
	int64_t year, total;
};
struct agreement_party {
	int64_t item, party; /* party: its place; 0: a new one */
	int64_t at;
	struct str name_ar, name_fr;
	int role, also;
	bool chamber;
	int64_t amount;
	struct str kind_ar, kind_fr;
};
struct agreement_follow {
	int64_t session, item; /* session 0: the chosen one; agenda number there */
	int step;
	struct date date; /* year 0: today */
	struct str who_ar, who_fr, place_ar, place_fr, note;
};
struct request_file {
	int kind;
	struct date date;
	struct numbers members;
	struct str title_ar, title_fr, proof;
};
struct request_answer {
	int64_t request;
	int outcome;
	int64_t item; /* agenda number of the item it became; 0: none */
	bool add;     /* it becomes a new item, of KIND */
	int kind;
	struct str reason;
};
struct item_carry {
	int64_t session, item; /* where it was left, and its agenda number there */
	int64_t at;            /* agenda number to stand at; 0: at the end */
};
struct item_change { /* empty text: unchanged */
	int64_t item;
	int kind; /* enum item_kind; -1: unchanged */
	struct str title_ar, title_fr, short_ar, short_fr, text_ar, text_fr;
};
struct item_move {
	int64_t item, to;
};
struct item_one {
	int64_t item; /* agenda number; 0: the open item */
};
struct sitting_open {
	struct str place, place_fr; /* empty: as described */
	int64_t chair, secretary;
	struct str secretary_ar, secretary_fr;
};
struct guest_note {
	int capacity;
	struct str name_ar, name_fr, title_ar, title_fr;
};
/* Who writes the minutes when one of the members is the secretary of the sitting. */
struct secretary_next {
	int64_t secretary; /* a member; 0: by name, or nobody is named */
	struct str secretary_ar, secretary_fr;
};
struct attendance_left {
	struct numbers members;
	int64_t chair; /* who takes the chair when one of them holds it; 0: nobody is named */
	struct secretary_next next;
};
struct attendance_absent {
	struct numbers members;
	bool excused, refused; /* refused: an excuse was given and not accepted */
	int64_t chair;
	struct secretary_next next;
	struct str reason; /* why it was not; may be empty */
};
struct attendance_recuse {
	int64_t item; /* agenda number; 0: the open item */
	struct numbers members;
	struct str reason;
	int64_t chair;
};
struct attendance_readmit {
	int64_t item;
	struct numbers members;
};
struct attendance_replace {
	int64_t member;
	struct str name_ar, name_fr; /* of the substitute; empty: as the roster names him */
};
struct attendance_time {
	int64_t member;
	struct instant time;
	int64_t act; /* which of his arrivals and departures; 0: the last */
	struct str reason;
};
struct attendance_add {
	struct member member;
	struct str reason;
};
struct call_convene { /* as an argument of call_fail: no date, not yet convened */
	struct date date;
	struct str place_ar, place_fr; /* empty: as the sitting that failed */
	struct str threshold;          /* as rules write a share; empty: as the rules say */
};
struct call_fail {
	struct call_convene next;
	struct str note;
};
struct proxy_give {
	int64_t from, to; /* the absent member, the one who votes for him */
};
struct text_keep {
	int64_t text; /* 0: a new passage */
	int64_t item; /* agenda number; 0: of the session */
	int part, lang;
	int64_t member, guest;
	struct str content;
};
struct floor_ask {
	int64_t member, guest; /* one of them */
	int kind;
	struct str behalf_ar, behalf_fr;
};
struct floor_give {
	int64_t member, guest; /* neither: the next */
	int64_t seconds;       /* of the speech that ends; -1: from the times of the acts */
};
struct floor_end {
	int64_t seconds; /* -1: from the times of the acts */
};
struct floor_who {
	int64_t member, guest;
};
struct floor_move {
	int64_t member, guest, to;
};
struct floor_limit {
	int64_t seconds;
};
struct vote_open {
	int64_t item; /* 0: the open item */
	int kind;
	struct str reason; /* secret: why */
	int64_t motion;    /* 0: the item as a whole */
	int order;         /* of a roll call: enum calling */
	int64_t first;
	struct str letter;
	bool chair_last;
	struct str chapter; /* of a budget; empty: the next one, then the whole */
};
struct vote_block {
	struct numbers items; /* agenda numbers */
};
struct vote_explain {
	struct vote_id vote; /* none: the open one, else the last closed */
	int kind;
	int64_t member;
	int lang;
	struct str content;
};
struct vote_all {
	int value;
};
struct attendance_present {
	struct numbers members;
};
struct vote_cast {
	struct numbers members;
	int value;
};
struct vote_count { /* -1: not counted; "for" then is the rest */
	int64_t votes_for, against, abstain;
};
struct vote_one {
	struct vote_id vote; /* none: the last closed vote */
};
struct vote_correct {
	struct vote_id vote;
	int64_t member;
	int value;
	int side;
	int64_t votes_for, against, abstain;   /* -1: as they were */
	int64_t issued, found, blank, spoiled; /* secret ballot; -1: as they were */
	struct str reason;
};
struct vote_void {
	struct vote_id vote;
	struct str reason;
};
struct vote_ballots { /* issued -1: one for each voter */
	int64_t issued, found, votes_for, against, blank, spoiled;
	struct str note;
};
struct motion_move {
	int64_t item; /* agenda number; 0: the open item, else the sitting */
	int kind;
	int64_t member;
	struct numbers seconders;
	struct str title_ar, title_fr, text_ar, text_fr, grounds_ar, grounds_fr;
	struct str line, to_line; /* codes of lines of a budget */
	int64_t amount;           /* centimes */
	int64_t party;            /* of an agreement: its place; 0: the total */
};
struct agenda_insert {
	int kind;
	int64_t at; /* agenda number; 0: after the open item, else at the end */
	struct str title_ar, title_fr, text_ar, text_fr;
	int64_t member;
	struct str grounds_ar, grounds_fr;
};
struct agenda_move { /* also for taking off: then TO is not asked for */
	int64_t item, to, member;
	struct str grounds_ar, grounds_fr;
};
struct election_open { /* of the next round nothing is said again */
	int64_t item;  /* 0: the open item */
	int post;
	int64_t rank;
	struct str name_ar, name_fr;
	struct numbers candidates, endorsed; /* members */
	struct numbers list1, list2, list3, list4;
	bool secret;
	struct str reason;
};
struct election_mark { /* nobody named: all who have not voted yet */
	struct numbers members;
	int64_t choice; /* candidate's number, 0: blank, -1: not said */
	bool none;
};
struct election_count { /* secret only; -1: issued one for each voter, found the sum */
	int64_t issued, found, blank, spoiled;
	struct numbers votes;
};
struct election_one {
	struct vote_id election; /* item 0: the newest */
};
struct election_correct { /* -1, and no votes: as they were noted */
	struct vote_id election;
	int64_t member, choice;
	int64_t issued, found, blank, spoiled;
	struct numbers votes;
	struct str reason;
};
struct election_decide {
	int by;
	int64_t elected;
	struct str note;
};
struct election_leave {
	int64_t candidate;
	struct str reason;
};
struct correction_make {
	int64_t event;
	struct str reason;
};
struct sitting_close {
	int cause;
	struct str note;
};

struct command {
	enum command_type type;
	struct instant at;  /* @TIME; not set: now */
	struct str confirm; /* names of questions (model/question.h), commas between them */
	union {
#define X(constant, name, member, tag, weight, stream, help) struct tag member;
#include "model/command.def"
#undef X
	} arg;
};

struct command_spec {
	const char *name, *help;
	size_t size;
	int weight;
	enum stream_kind stream;
};

const struct command_spec *command_spec(enum command_type type);
/* The arguments, ended by a NULL name; NULL: has no text form, the program itself sends it. */
const struct field *command_fields(enum command_type type);
bool command_type_parse(struct str name, enum command_type *type);

/* A command with its defaults: -1 where a count is "not given", the rest zero. */
struct command command_of(enum command_type type);

#endif
