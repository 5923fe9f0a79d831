/* The session: the fold of one session's stream. Everything the desk, the room, the minutes and
 * the record show is computed from this and from nothing else. `apply` is the only place that
 * changes it. Agenda numbers are places in `agenda`; keys of items never change. */
#ifndef MODEL_SESSION_H
#define MODEL_SESSION_H

#include "model/chamber.h"
#include "model/election.h"
#include "model/rule.h"
#include "model/vote.h"

enum presence {
	PRESENCE_UNKNOWN,
	PRESENCE_HERE,
	PRESENCE_EXCUSED,
	PRESENCE_ABSENT,
	PRESENCE_LEFT,
	PRESENCE_REMOTE, /* connected from afar: whether that counts is a rule */
	PRESENCE_COUNT
};

struct seat {
	struct member member;
	bool added;             /* at the door, after the roster was frozen */
	enum presence presence; /* in the newest sitting */
	bool refused;           /* absent, and the excuse was not accepted */
	struct instant since;
	uint32_t n; /* the act that seated him */
};

/* One change of presence, in order: the intervals of attendance. */
struct movement {
	uint32_t n; /* the act */
	int64_t sitting, member;
	enum presence before, presence;
	struct instant at;
	bool refused;      /* absent, and the excuse was not accepted */
	bool after_quorum; /* after the quorum was recorded: an arrival or departure to minute */
	bool replaced;     /* a substitute sits from then on … */
	bool was_replaced; /* … and sat until then */
	uint32_t n_timed;  /* the act that corrected `at`; 0: none */
};

/* A substitute in a member's seat; ends when either of them goes or the member comes. */
struct substitution {
	uint32_t n, n_end; /* the acts; n_end 0: he sits */
	int64_t member;
	struct both name;
	bool unlisted; /* the roster names another one, or none */
	struct instant at;
};

/* The time of an arrival or departure, corrected. */
struct timing {
	uint32_t n, act; /* the correction, and the movement's act */
	int64_t member;
	struct instant before, at;
	struct str reason;
};

struct quorum_act {
	uint32_t n;
	int64_t sitting;
	struct quorum_recorded is;
	struct instant at;
	bool lost; /* the assembly went on without */
};

/* Somebody takes no part in the votes of one item. */
struct recusal {
	uint32_t n, n_back; /* the acts; n_back 0: not readmitted */
	int64_t item, member;
	struct str reason;
	struct instant at;
};

/* An absent member's vote, held by one who is there; ends when one of them leaves or comes. */
struct proxy {
	uint32_t n, n_end; /* the acts; n_end 0: held */
	int64_t from, to;
	struct instant at;
};

struct guest {
	struct guest_noted is;
	int64_t sitting;
};

struct held { /* a ceremony */
	uint32_t n;
	enum ceremony kind;
	struct instant at;
};

struct papers { /* of a secret ballot: found = for + against + blank + void */
	int64_t issued, found, blank, spoiled;
	struct str note;
};

enum vote_state { VOTE_IS_OPEN, VOTE_IS_CLOSED, VOTE_IS_VOID };

struct vote_mend { /* one correction, the record shows both */
	uint32_t n;
	struct instant at;
	struct ballots before;
	enum outcome outcome_before;
	struct vote_corrected is;
	enum vote_value value_before;
	struct papers papers_before;
};

struct statement { /* an explanation of vote or a reservation */
	uint32_t n;
	struct instant at;
	struct vote_explained is;
};

struct vote {
	struct vote_id id; /* item key, n */
	enum vote_kind kind;
	enum vote_state state;
	struct vote_rule rule;
	LIST_OF(int32_t) voters; /* seat numbers, as at the opening less those who left unmarked */
	int64_t barred;          /* present at the opening without a vote in this matter */
	int64_t in_office;       /* at the opening */
	enum vote_value *marks;  /* one a voter; named votes and unanimity */
	int32_t *holders;        /* one a voter: who votes for him by proxy; 0: nobody */
	int32_t *weights;        /* one a voter: his votes */
	bool counted, remainder; /* show of hands */
	struct ballots ballots;  /* final once closed */
	enum vote_value side;    /* of the chair, in a tie */
	int64_t needed;          /* as recorded at closing */
	enum outcome outcome;
	bool announced; /* the figures as they are now were announced */
	bool ever_announced;
	struct ballots announced_ballots;
	enum outcome announced_outcome;
	LIST_OF(struct vote_mend) mends;
	struct str void_reason;
	int64_t chair; /* who was in the chair when it was opened */
	struct instant opened, closed;
	uint32_t n_opened, n_closed, n_announced;
	bool warned; /* opened over a warning */
	/* a secret ballot: totals and why; abstentions in `ballots` are blank and void papers */
	struct papers papers;
	struct str secret_reason;
	int64_t motion;       /* what is voted; 0: the item as a whole */
	struct both text;     /* the wording voted, where motions changed it */
	bool sorted;          /* voters ascend, as they always did */
	struct numbers order; /* roll call: the order of the call; who left stays in it */
	int64_t last_marked;  /* the member marked last; 0: none, or several at once */
	/* Several items decided by one vote: each has this vote among its own, and `lead` says
	 * which of them the facts name. */
	struct numbers block;
	struct vote_id lead;
	LIST_OF(struct statement) statements;
};

enum item_state {
	ITEM_IS_WAITING,
	ITEM_IS_OPEN,
	ITEM_IS_CLOSED,
	ITEM_IS_POSTPONED,
	ITEM_IS_WITHDRAWN,
	ITEM_IS_PROPOSED, /* its inclusion is not voted yet */
	ITEM_IS_REFUSED   /* its inclusion was: no longer on the agenda */
};

struct item {
	struct item_text is;
	enum item_state state;
	bool presented, discussed, noted;
	int64_t presenter;
	int postponed_to;  /* enum postponed_to */
	struct str reason; /* postponed, withdrawn */
	struct instant opened, ended;
	uint32_t n_opened, n_ended, n_noted; /* n_noted: while NOTED */
	LIST_OF(struct budget_line_set) lines;
	/* of an agreement: model/agreement.h reads these */
	struct agreement_described about;
	uint32_t n_about;                  /* the act that said it last; 0: nothing said */
	LIST_OF(struct party_set) parties; /* in their order */
	int64_t last_party;                /* highest key ever */
	LIST_OF(struct agreement_act) steps;
	LIST_OF(struct vote) votes;
	LIST_OF(struct election) elections;
};

/* A passage of prose: one part, up to two languages. */
struct passage {
	struct text_kept is; /* the newest keeping; content in `content` */
	struct both content;
	enum lang original; /* language it was first written in */
	uint32_t n;
};

struct pause {
	struct instant from, to; /* to not set: still suspended */
	int reason;
	struct str note;
};

enum speech_state { SPEECH_WAITS, SPEECH_RUNS, SPEECH_IS_OVER, SPEECH_IS_WITHDRAWN };

struct speech { /* from asking for the floor to the end of it; model/floor.h reads them */
	struct floor_asked is;
	int64_t sitting;
	enum speech_state state;
	struct instant asked, given, ended;
	int64_t seconds; /* once it is over */
	uint32_t n_asked, n_given, n_ended;
};

struct secretary_act {
	uint32_t n;
	struct secretary_changed is;
};

struct sitting {
	struct sitting_opened is;
	int64_t chair; /* now */
	struct instant opened, closed;
	LIST_OF(struct pause) pauses;
	LIST_OF(struct chair_changed) chairs;
	/* model/secretary.h reads these */
	struct secretary_changed first_secretary;
	LIST_OF(struct secretary_act) secretaries;
	int cause; /* of closing */
	struct str note;
	bool quorum_recorded; /* since the opening or the last resumption */
	bool quorum_waived;   /* the assembly decided to go on without */
	uint32_t n_opened, n_closed;
	int64_t call;             /* the attempt this sitting belongs to */
	struct hijri_noted hijri; /* its Hijri date; year 0: not noted */
};

/* One attempt to hold the session. The first is the opening's; each further one was convened after
 * the one before failed. */
struct call {
	struct call_convened is; /* the first: what the rules say of it */
	struct share share;      /* its threshold */
	uint32_t n_convened;     /* 0: the first */
	struct call_failed failed;
	struct instant ended; /* when it failed */
	uint32_t n_failed;    /* 0: it did not */
};

/* The last notice of one member for one call. */
struct notice {
	uint32_t n;
	int64_t call, member;
	int channel;
	struct date date;
	bool documents;
	struct str proof;
};

struct request {
	struct request_filed is;
	struct request_answered answer;
	uint32_t n, n_answered; /* 0: not answered */
};

enum phase {
	PHASE_ASIDE = -1, /* prepared, and put aside: nothing but taking it up again */
	PHASE_PREPARING,  /* no sitting yet */
	PHASE_SITTING,
	PHASE_SUSPENDED,
	PHASE_BETWEEN, /* left open, waiting for the next sitting */
	PHASE_CLOSED,  /* prose and corrections may still follow */
	PHASE_FROZEN,  /* signatures only */
	PHASE_SEALED   /* every signer has signed */
};

struct fold_finding { /* a recorded figure that does not follow from the acts */
	uint32_t n;
	struct message what;
};

/* Votes that belong to no item: on the agenda, on the course of the sitting. They are kept by an
 * item that is on no agenda, under a key no other can have. */
#define OWN_MATTERS 9999

struct motion {
	struct motion_moved is;
	uint32_t n, n_withdrawn;
	struct instant at;
	bool withdrawn;
	struct str reason; /* of withdrawing */
	int64_t sitting;   /* in which it was moved */
	int64_t from;      /* agenda number before the move or the taking off */
	struct both about; /* title of the item an agenda motion speaks of */
	bool effective;    /* an agenda motion whose vote has changed the agenda */
};

struct session {
	struct arena *arena;
	bool exists;
	struct session_created is;
	struct session_described plan;
	struct session_opened opening; /* roster and rules as frozen */
	struct rules rules;
	bool opened;
	LIST_OF(struct seat) seats; /* by number */
	LIST_OF(struct movement) movements;
	/* presence: model/presence.h reads these */
	LIST_OF(struct recusal) recusals;
	LIST_OF(struct proxy) proxies;
	/* model/attendance.h reads these */
	LIST_OF(struct substitution) substitutions;
	LIST_OF(struct timing) timings;
	LIST_OF(struct quorum_act) quorums;
	LIST_OF(struct guest) guests;
	LIST_OF(struct held) ceremonies;
	LIST_OF(struct item) items; /* in order of keys: items.at[key - 1] */
	LIST_OF(int64_t) agenda;    /* keys in order */
	LIST_OF(struct passage) passages;
	LIST_OF(struct sitting) sittings;
	LIST_OF(struct call) calls; /* from the opening on; model/call.h reads them */
	LIST_OF(struct notice) notices;
	LIST_OF(struct request) requests;
	LIST_OF(struct agreement_act) followed; /* agreements of earlier sessions */
	struct instant over;                    /* the session was closed between two sittings */
	struct str over_note;
	/* the floor */
	LIST_OF(struct speech) speeches; /* in order of keys: speeches.at[request - 1] */
	LIST_OF(int64_t) floor_queue;    /* requests that wait, next first */
	LIST_OF(struct floor_limited) speech_limits; /* the newest of an item counts */
	int64_t speaking;                            /* request; 0: nobody has the floor */
	int64_t open_item;                           /* key; 0: none */
	int64_t last_item;                           /* key of the item treated last; 0: none */
	struct vote_id open_vote;                    /* item 0: none */
	struct vote_id last_vote;                    /* closed last and not void */
	struct vote_id open_election; /* whose round is being voted on; item 0: none */
	enum phase phase;
	struct record_frozen frozen;
	struct hash frozen_head; /* set by who folds: hash of the record.frozen line */
	LIST_OF(struct record_signed) signatures;
	LIST_OF(struct record_withdrawn) withdrawals;
	LIST_OF(struct fold_finding) findings;
	LIST_OF(struct event) log; /* every fact, in order */
	LIST_OF(bool) struck;      /* taken back by a correction; one a fact */
	uint32_t blocked_by;       /* after a refused strike: the act that depends on it */
	/* motions: model/motion.h reads them */
	LIST_OF(struct motion) motions;
	LIST_OF(struct item) own; /* one, once there was a vote on OWN_MATTERS */
	LIST_OF(int64_t) called;  /* keys, the agenda as at the opening of the session */
};

void session_init(struct session *s, struct arena *a);

/* Add fact E to S. Borrows its texts. Returns false when E contradicts S: then S is unusable and
 * the journal is corrupt at E->n. A recorded figure that does not follow becomes a finding. */
MUST_CHECK bool session_apply(struct session *s, const struct event *e);

/* Fold S's log again with act N taken back as well (or, when N is a correction, given back), into
 * OUT in A. False when a later act depends on it: then OUT->blocked_by names that act. */
MUST_CHECK bool session_without(
	const struct session *s, uint32_t n, struct session *out, struct arena *a);

/* --- reading --- */
struct item *session_item(const struct session *s, int64_t key); /* NULL: none */
/* How a command names vote or election ID: by the agenda number of its item;
 * when that is no longer on the agenda, by none there is. */
struct vote_id session_vote_named(const struct session *s, struct vote_id id);
int64_t session_agenda_number(const struct session *s, int64_t key);   /* 0: none */
int64_t session_agenda_key(const struct session *s, int64_t number);   /* 0: none */
struct vote *session_vote(const struct session *s, struct vote_id id); /* NULL: none */
struct vote *session_open_vote(const struct session *s);               /* NULL: none */
struct seat *session_seat(const struct session *s, int64_t number);    /* NULL: none */
/* Where NUMBER stands among the seats, or would stand. */
size_t session_place(const struct session *s, int64_t number);
struct sitting *session_sitting(const struct session *s); /* newest; NULL: none */
struct both session_seat_name(const struct session *s, int64_t number);
/* Every item that was ever there, then what keeps the votes on own matters: 0 … session_holders. */
size_t session_holders(const struct session *s);
struct item *session_holder(const struct session *s, size_t i);
/* A closed vote whose result the assembly was not told: the last one, else the oldest; NULL: none.
 */
struct vote *session_unannounced(const struct session *s);
/* The last vote on an item as a whole that is not void; NULL: none. */
struct vote *item_vote(const struct item *item);
/* Decided: noted, or a closed vote that counts and does not call for a second one. */
bool item_decided(const struct item *item);
struct both item_title(const struct item *item);
/* A budget without a line, an agreement without a party, and no text either: all that is registered
 * of what the assembly would adopt is its title. */
bool item_is_bare(const struct item *item);
struct both item_short(const struct item *item); /* the title when there is no short one */

int64_t session_count(const struct session *s, enum presence presence);
int64_t session_in_office(const struct session *s);
/* The quorum as the rules count it now: who counts as present, of how many, how many are needed. */
struct quorum_figures {
	int64_t present, in_office, needed;
	bool met;
};
struct quorum_figures session_quorum(const struct session *s);
int64_t session_quorum_needed(const struct session *s);
int64_t session_untreated(const struct session *s); /* items nobody has come to */
bool session_has_quorum(const struct session *s);
/* Did the act of the quorum last recorded before act N find one? Otherwise none could be lost. */
bool session_quorum_was_met(const struct session *s, uint32_t n);
/* The quorum of this sitting was recorded before, a suspension notwithstanding. */
bool session_had_quorum_act(const struct session *s);
/* The rule a vote was opened under. */
struct vote_rule vote_opened_rule(const struct vote_opened *o);
/* A vote or a round of an election is open: nobody does anything else meanwhile. */
bool session_voting(const struct session *s);
/* Only figures are known of it, no marks: hands and secret papers. */
bool vote_by_figures(const struct vote *vote);
/* All the votes there are in VOTE, its figures as marked or counted so far, and how many voters
 * have none yet. */
int64_t vote_voices(const struct vote *vote);
struct ballots vote_ballots(const struct vote *vote);
int64_t vote_missing(const struct vote *vote);
enum vote_value vote_mark(const struct vote *vote, int64_t member);
/* The place of MEMBER among the voters, or -1; and whether there is one. */
long vote_place(const struct vote *vote, int64_t member);
bool vote_has(const struct vote *vote, int64_t member);
/* Every voter has a mark of his own: by name or by roll call. */
bool vote_by_name(const struct vote *vote);
/* The vote of a block that the facts name; VOTE itself otherwise. */
const struct vote *session_lead(const struct session *s, const struct vote *vote);
/* One of a block, and not that one: whoever goes through all votes leaves it out. */
bool vote_follows(const struct vote *vote);
/* The chair's own vote as far as it is known: the mark in a named vote, else what was asked. */
enum vote_value session_chair_side(const struct vote *vote);
/* What the arithmetic of VOTE looks at: its figures so far, its voters, those in office then. */
struct poll vote_poll_of(const struct vote *vote);
struct tally session_tally(const struct session *s, const struct vote *vote);
/* The same with other figures or another side of the chair. */
struct tally vote_tally_with(const struct vote *vote, struct ballots figures, enum vote_value side);
/* Decisions are numbered without gaps in the order they were adopted; 0: VOTE gave none. */
int64_t session_decision_number(const struct session *s, const struct vote *vote);
/* VOTE gave a decision of the assembly: closed, not void, adopted, and not on other words or on
 * the course of the sitting. */
bool session_decides(const struct session *s, const struct vote *vote);
int64_t session_decision_count(const struct session *s);
/* All votes that gave one, in the order of their numbers; *N of them. Owner: A. */
const struct vote **session_decisions(const struct session *s, size_t *n, struct arena *a);
/* The first movement of act N or of a later one, as a place in `movements`. */
size_t session_movement(const struct session *s, uint32_t n);
/* Who alone holds OFFICE on the roster; NULL when several do, or nobody. */
const struct member *session_officer(const struct session *s, int office);
/* Who signs the record with a key by its rules, in order, never nobody; enum signer_role. */
struct rule_list record_signers(const struct session *s); /* S may be NULL */
/* Whose box that of ROLE is: who wrote at the end of SITTING, or the one president; empty: nobody.
 */
struct both record_box(
	const struct session *s, const struct sitting *sitting, enum signer_role role);
/* Who signs the printed copy by hand besides them, in order; enum signatory. */
struct rule_list record_signs_on_paper(const struct session *s); /* S may be NULL */
/* All signers of the frozen record have signed. */
bool session_signed_by(const struct session *s, enum signer_role role);

#endif
