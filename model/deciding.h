/* Inside of decide(): what the files decide_*.c share. Not for other modules. */
#ifndef MODEL_DECIDING_H
#define MODEL_DECIDING_H

#include "model/decide.h"

struct deciding {
	const struct world *w;
	const struct session *s; /* w->session */
	const struct command *c;
	const struct envelope *env;
	struct instant at;
	struct arena *a;
	struct decision out;
};

/* `can` looks only at the world, `act` at the arguments as well and adds the facts. Both return
 * false after refusing or asking. `bare`: without arguments `act` depends on the world alone, so
 * what it refuses is known before the key is pressed. */
struct decider {
	bool (*can)(struct deciding *d);
	bool (*act)(struct deciding *d);
	bool bare;
};

extern const struct decider deciders_prepare[CMD_COUNT], deciders_sitting[CMD_COUNT],
	deciders_presence[CMD_COUNT], deciders_vote[CMD_COUNT], deciders_voting[CMD_COUNT],
	deciders_record[CMD_COUNT], deciders_ballot[CMD_COUNT], deciders_calls[CMD_COUNT],
	deciders_floor[CMD_COUNT], deciders_motion[CMD_COUNT], deciders_rules[CMD_COUNT],
	deciders_convening[CMD_COUNT], deciders_election[CMD_COUNT], deciders_hijri[CMD_COUNT],
	deciders_agreement[CMD_COUNT], deciders_secretary[CMD_COUNT], deciders_result[CMD_COUNT],
	deciders_round[CMD_COUNT];

bool refuse(struct deciding *d, const char *code, struct message why);
/* The question CODE, which question.c knows; true: the command confirms it by that name. */
bool ask(struct deciding *d, const char *code, struct message why);

/* Questions that are asked together, for one look at all of them. */
struct questions {
	const char *code; /* of the first; NULL: none */
	struct str all;
	struct message why;
};
/* What was just asked, put to those before; false when it was a refusal. */
bool gathered(struct deciding *d, struct questions *q);
/* False after asking what was gathered. */
bool all_answered(struct deciding *d, const struct questions *q);
/* The rule KEY speaks against it, and WHY says so in a sentence: refused where a named person
 * stands for the rule, else asked about. True: it is gone over, which the fact has to record. */
bool over_rule(struct deciding *d, enum rule_key key, const char *code, struct message why);
/* KEY stands behind the KEYS of rules that are gone over, as facts have them. */
void add_rule_key(struct deciding *d, struct str *keys, enum rule_key key);
/* The next fact, to be filled in. */
union event_body *fact(struct deciding *d, enum event_type type);

bool can_chamber(struct deciding *d); /* the register belongs to a chamber */

/* Preconditions that several commands share; each refuses with its own sentence. */
bool can_session(struct deciding *d);      /* a session is chosen and its record is not frozen */
bool can_note(struct deciding *d);         /* … and a sitting was opened, also one that is over */
bool can_sitting(struct deciding *d);      /* … and it goes on */
bool can_treat(struct deciding *d);        /* … and its quorum was recorded and no vote is open */
bool nothing_is_voted(struct deciding *d); /* no vote and no round of an election is open */
bool can_item(struct deciding *d);         /* … and an item is open */
/* Results are told to the assembly before it goes on. */
bool all_announced(struct deciding *d);
bool refuse_not_announced(struct deciding *d);
/* No election on ITEM waits for its next round or its tie. */
bool elections_over(struct deciding *d, const struct item *item);

/* The key of agenda number NUMBER, or of the open item when it is 0; 0 after refusing. */
int64_t item_key(struct deciding *d, int64_t number);
/* The same, and it is the open one; 0 after refusing. */
int64_t open_item_key(struct deciding *d, int64_t number);
/* {rule}: what the rule KEY is, for a question about it. */
struct arg a_rule(const struct deciding *d, const struct rules *rules, enum rule_key key);
/* … and what the quorum of the call that goes on is. */
struct arg a_quorum_rule(const struct deciding *d);
/* False when the quorum is there, or was waived; else the fact that the assembly goes on without,
 * or asks. *ASKED tells that it asked. */
bool quorum_missing(struct deciding *d, bool *asked);
/* What is voted may be closed: the quorum is there, or it goes on without, and the fact is added.
 * False after refusing, or after asking; OTHER is another question there is, of CODE (no id: none),
 * asked together with this one. */
bool quorum_lets_close(struct deciding *d, const char *code, struct message other);
void quorum_lost_fact(struct deciding *d, struct quorum_figures now);
/* The assembly goes on without, also while something is voted. */
bool quorum_can_continue(struct deciding *d);
bool quorum_continues(struct deciding *d);
bool refuse_no_quorum_act(struct deciding *d);
/* Keys, with blanks between, of rules that do not hold on the day of the opening, and the rules in
 * words; empty once the session was opened: its rules are frozen. */
struct str rules_not_in_force(struct deciding *d, const struct message **words);
/* The fact of the Hijri date of a sitting opened on DAY, when its month was stated. */
void hijri_fact(struct deciding *d, int64_t sitting, struct date day);
/* The seat of NUMBER; NULL after refusing. */
const struct seat *seat_or_refuse(struct deciding *d, int64_t number);
struct numbers members_with(struct deciding *d, enum presence presence);
struct message seat_message(struct deciding *d, int64_t number); /* "07 Youssef Berrada" */
bool is_genesis(struct str s);
/* Somebody, and nobody twice; false after refusing. */
bool members_named(struct deciding *d, struct numbers members);
/* Asks before item KEY is voted when nothing of it but the title is registered; *BARE: then it. */
bool vote_bare_one(struct deciding *d, int32_t key, struct numbers *bare);
/* The fact that opens a vote of KIND on item KEY, or on a MOTION of it, under the rules; NULL after
 * asking. */
struct vote_opened *open_vote_fact(
	struct deciding *d, int64_t key, int64_t motion, enum vote_kind kind);
/* The facts that make an opened vote unanimous: all for, closed. */
void unanimous_facts(struct deciding *d, const struct vote_opened *o);
/* The vote a command means, void ones excepted: the one named (agenda number), else the last one
 * closed. NULL after refusing. */
const struct vote *vote_meant(struct deciding *d, struct vote_id named);
/* The refusal of a member who is not among the voters, with the reason. */
bool refuse_voter(struct deciding *d, int64_t number);
bool can_mend(struct deciding *d); /* a vote was taken, and the record is not frozen */

/* Another item may be come to: nobody speaks, and of the open one something was decided. */
bool can_leave_item(struct deciding *d);
/* Close the open item as part of another act; false after refusing because it cannot be left. */
bool close_open_item(struct deciding *d);

/* decide_vote.c: the last vote on the same matter that is not void, a motion's, or that of item KEY
 * as a whole; the closing fact of a vote; who may vote on the item of KEY. */
const struct vote *vote_latest_on(const struct session *s, int64_t motion, int64_t key);
void vote_close_fact(struct deciding *d, struct vote_id id, struct ballots b, struct tally t);
struct numbers vote_voters(struct deciding *d, int64_t key);
/* decide_voting.c: no president chairs or votes on the own account, or the rule is gone over, whose
 * key stands behind *WARNED. False after asking. */
bool account_may_be_voted(struct deciding *d, const struct item *item, struct str *warned);
/* The rules weigh votes, which only a vote by name can: true after refusing. */
bool votes_are_weighed(struct deciding *d);

/* decide_joining.c: those of MEMBERS who are not among the voters of the vote, or of the round of
 * an election, that is open join them, over the rules; false after refusing or asking. */
bool voters_join(struct deciding *d, struct numbers members);
/* MEMBERS arrive just now: they join what is open where the rule lets them. */
void arrivals_join(struct deciding *d, struct numbers members);
/* MEMBERS arrived while a vote or a round without names was open and are not among its voters, or
 * are barred from any that is; then arrived_joins makes them voters of it, by the rule or over it;
 * false after refusing or asking. */
bool arrived_before(struct deciding *d, struct numbers members);
bool arrived_joins(struct deciding *d, struct numbers members);

/* decide_ballot.c: secret ballots. Each refuses, or asks, and returns false. */
bool ballot_secret_allowed(struct deciding *d, struct str reason);
/* A round is public where the rule has secret ballots; the keys of the rules it is opened over. */
bool ballot_round_in_public(const struct deciding *d, const struct election_opened *o);
struct str ballot_round_warned(struct deciding *d, const struct election_opened *o, bool no_quorum);
/* Asks about a vote that is not of the kind the rule has. */
bool ballot_as_usual(struct deciding *d);
bool ballot_refuse_secret(struct deciding *d); /* no marks and no hands in a secret ballot */
bool ballot_refuse_public(struct deciding *d); /* no papers in a public vote */
/* Not more papers handed out than VOTERS, not more found than handed out; false after refusing. */
bool ballot_papers_possible(struct deciding *d, int64_t voters, int64_t issued, int64_t found);
bool ballot_close(struct deciding *d, const struct vote *vote);
/* Every voter is in one of the figures of a show of hands; false after refusing. */
bool ballot_hands_add_up(struct deciding *d, struct ballots b, int64_t voters);
/* The chair can have voted as VALUE in a tie of the figures B; false after refusing. */
bool ballot_side_fits(struct deciding *d, const struct vote *vote, struct ballots b, int value);
bool ballot_correct(struct deciding *d, const struct vote *vote, struct vote_corrected *c);
/* Nobody has the floor; false after refusing. */
bool nobody_speaks(struct deciding *d);
/* Nobody speaks or waits to; false after asking. */
bool floor_is_clear(struct deciding *d);

/* --- model/decide_motion.c, for the votes --- */
/* Motion N may be put to the vote: under *KEY, giving *TEXT. NUMBER: the item that was named, 0:
 * none. False after refusing. */
bool motion_to_vote(struct deciding *d, int64_t n, int64_t number, int64_t *key, struct both *text);
/* No motion waits; else asks. */
bool motions_may_lapse(struct deciding *d);
/* The words voted with the item as a whole; empty while nobody moved to change them. */
struct both whole_text(const struct session *s, const struct item *item);
/* The outcome of a vote on a motion may still become another one; false after refusing. */
bool motion_vote_may_turn(struct deciding *d, const struct vote *vote);

/* The rules have the agenda adopted by a vote and it was not: asks. */
bool agenda_may_begin(struct deciding *d);

/* --- model/decide_budget.c --- */
/* What a motion says of lines, taken into M; false after refusing or asking. */
bool budget_transfer(struct deciding *d, struct motion_moved *m);
bool budget_transfer_votable(struct deciding *d, const struct motion *motion);
/* The chapter of the open ITEM that is meant, or comes next: *MOTION is its number, and the fact
 * that puts it is there; 0: the item as a whole may be voted. False after refusing or asking. */
bool budget_put(struct deciding *d, const struct item *item, int64_t *motion);

/* --- model/decide_dismissal.c --- */
/* An item that is a dismissal has a request with enough signers; the keys of the rules that are
 * gone over stand behind *WARNED. False after asking. */
bool dismissal_may_begin(struct deciding *d, const struct item *item, struct str *warned);
/* … and a rule says its majority. */
bool dismissal_may_be_voted(struct deciding *d, const struct item *item, struct str *warned);

/* --- model/decide_agreement.c --- */
/* What a motion says of the amounts of an agreement, taken into M; false after refusing. */
bool agreement_share(struct deciding *d, struct motion_moved *m);

/* --- model/decide_prepare.c --- */
/* The agenda may still be changed. */
bool can_change_agenda(struct deciding *d);
/* The item of agenda number NUMBER, not put to the vote yet; NULL after refusing. */
struct item *changeable_item(struct deciding *d, int64_t number);

/* decide_attendance.c: substitutes and corrected times. */
bool attendance_replaces(struct deciding *d);
bool attendance_can_time(struct deciding *d);
bool attendance_times(struct deciding *d);

/* decide_secretary.c: when the secretary of the sitting is among MEMBERS the minutes pass to NEXT
 * in the same act; refused when nobody is named. */
bool secretary_hands_over(struct deciding *d, struct numbers members, struct secretary_next next,
	enum secretary_cause cause);
bool secretary_is_here(struct deciding *d); /* noted as present, or no member; else refuses */

/* decide_election.c: MEMBER has chosen in the open round; then it refuses and is true. */
bool election_holds(struct deciding *d, int64_t member);
/* What the last round gave was told to the assembly; else it refuses. */
bool election_announced(struct deciding *d);

/* A list has one name where its post is for one person. */
bool ballot_list_fits(struct deciding *d, const struct list *lists);
/* What decides a tie is what the ladder of the rule comes to; else asked after OUTCOME, which says
 * who is elected by it, and *WARNED is its key. */
bool ballot_way_fits(struct deciding *d, int by, struct message outcome, struct str *warned);

#endif
