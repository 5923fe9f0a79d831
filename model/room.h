/* What the room may see. A copy that points to nothing, so that the display cannot reach what is
 * not public; it carries no figure of a vote before the vote was announced, and while a correction
 * is not announced yet it carries the figures that were. Blanking and holding a picture are the
 * desk's working state, not the session's. */
#ifndef MODEL_ROOM_H
#define MODEL_ROOM_H

#include "model/base.h"
#include "model/floor_timer.h"
#include "model/mark.h"
#include "model/message.h"

#define ROOM_TEXT_MAX  480 /* bytes; longer texts end with an ellipsis */
#define ROOM_ITEMS_MAX 99
#define ROOM_NEXT_MAX  3

struct chamber;
struct session;

enum room_scene {
	ROOM_REST,   /* chamber and session: before the opening, between sittings */
	ROOM_QUORUM, /* roll call: who is here, how many are needed */
	ROOM_ITEM,   /* an item without a vote, or what became of it */
	ROOM_VOTE,   /* a vote is open, or closed and not announced */
	ROOM_RESULT, /* announced */
	ROOM_SPEAKER,
	ROOM_ELECTED, /* a round was counted */
	ROOM_PAUSE,
	ROOM_CLOSING, /* the sitting rose; then head and signatures */
	ROOM_AGENDA,  /* every item with what became of it */
	ROOM_CLOCK,
	ROOM_MESSAGE,   /* words of the desk to the room */
	ROOM_WORDS,     /* the text of an item, sent on purpose */
	ROOM_BUDGET,    /* lines, before and after, with the balance */
	ROOM_AGREEMENT, /* parties with what each brings, the total, what is to be raised */
	ROOM_SCENES
};

enum room_verdict { ROOM_ADOPTED, ROOM_REJECTED };

struct room_text {
	size_t n;
	char p[ROOM_TEXT_MAX];
};

struct room_both {
	struct room_text ar, fr;
};

/* Who has the floor, ROOM_SPEAKER only. The seconds spoken are not here: they are the desk's
 * working state (model/floor.h), for which SESSION and REQUEST are the key. */
struct room_speech {
	int64_t session, request;
	struct room_both name, title, behalf; /* title: of a guest */
	struct room_both seat;                /* the member whose substitute speaks; else empty */
	struct message capacity; /* office or capacity; no id: a member without one, a substitute */
	struct message kind;     /* point of order, right of reply; no id: a speech */
	struct instant since;
	int64_t limit; /* seconds; 0: none */
	struct room_both next[ROOM_NEXT_MAX];
	size_t waiting; /* how many wait; at most ROOM_NEXT_MAX of them in NEXT */
};

/* A text in the view's own store, by place: lists of names would be large with a place for the
 * longest in each. */
struct room_ref {
	uint16_t at, n;
};

struct room_refs {
	struct room_ref ar, fr;
};

/* One vote by name: of a member, as the room may know it. */
enum room_side { ROOM_SIDE_NONE, ROOM_SIDE_FOR, ROOM_SIDE_AGAINST, ROOM_SIDE_ABSTAIN };

struct room_name {
	struct room_refs name;
	int32_t number;
	unsigned char side; /* enum room_side */
};

enum room_amount { ROOM_AMOUNT_LINE, ROOM_AMOUNT_SUM, ROOM_AMOUNT_BALANCE };

struct room_budget {
	struct room_refs title; /* of a line */
	struct message part;    /* of a sum */
	int64_t before, amount; /* centimes */
	unsigned char kind;     /* enum room_amount */
};

struct room_party {
	struct room_refs name, kind; /* kind: what is brought in kind; may be empty */
	int64_t amount;              /* centimes; 0: no money */
	unsigned char role, also;    /* for room_party_roles */
	bool chamber;
};

#define ROOM_PARTIES_MAX 99

#define ROOM_VOTERS_MAX  400 /* of more no names are shown */
#define ROOM_RECUSED_MAX 12  /* more are counted */
#define ROOM_BUDGET_MAX  60  /* of more lines the sums alone */
#define ROOM_STORE_MAX   40000

struct room_store {
	size_t n;
	char p[ROOM_STORE_MAX];
};

#define ROOM_SIGNERS_MAX 4

struct room_signer {
	struct room_refs name;
	struct message role;
	bool has_signed;
	struct instant at; /* then: when */
};

#define ROOM_CANDIDATES_MAX 8 /* more are not shown */

struct room_candidate {
	struct room_both name;
	int64_t votes;
	bool elected;
	bool list; /* the name is its first member's */
};

struct room_view {
	enum room_scene scene;
	bool specimen;
	struct room_both chamber;
	struct room_text chamber_zgh; /* its name in Tifinagh, or empty */
	struct message session;       /* "ordinary session, October 2024" */
	struct date day;              /* of the newest sitting, else the planned one */

	bool attendance; /* the figures below count: a sitting has begun */
	int64_t here, in_office, needed;
	bool quorum;     /* here >= needed */
	bool determined; /* the act of the quorum is recorded: only now may it be called reached */

	int64_t items, item; /* how many on the agenda; number of the one shown, 0: none */
	unsigned char marks[ROOM_ITEMS_MAX];    /* enum item_mark by agenda number - 1 */
	struct mark_tally tally;                /* the figures of the desk; of no outcome */
	struct room_refs names[ROOM_ITEMS_MAX]; /* ROOM_AGENDA: short titles, in the same order */
	/* The items one vote decided together, by agenda number, ITEM the first; their NAMES. */
	size_t block_n;
	unsigned char block[ROOM_ITEMS_MAX];
	struct room_both title, short_title;
	struct message item_state; /* no id while it is simply open */
	bool voided;               /* a vote or an election on it just was; ITEM_STATE says it */
	struct message repeated;   /* then: that it comes again; no id: it does not */
	/* Who takes no part in the item, by name; never why. */
	struct room_refs recused[ROOM_RECUSED_MAX];
	size_t recused_n; /* all of them, at most ROOM_RECUSED_MAX of them named */

	bool vote_over;        /* ROOM_VOTE: closed, the announcement is awaited */
	int64_t voters, voted; /* ROOM_VOTE; voted is 0 while hands are counted */
	bool by_hands;         /* ROOM_VOTE, ROOM_RESULT: figures only, no marks */
	bool secret;           /* the same: papers in a box */
	bool counted;          /* ROOM_VOTE, secret: the papers are, and these figures of them: */
	int64_t issued, found;
	/* ROOM_VOTE, ROOM_RESULT: the least number for it, and what it is needed of. 0: that is not
	 * known, or would tell of the votes. CONDITION: "if all vote"; no id: none. */
	int64_t majority;
	struct message base, condition;

	/* ROOM_RESULT only; zero everywhere else. */
	int64_t votes_for, against, abstain;
	enum room_verdict verdict;
	struct message outcome; /* "adopted by the majority" */
	struct message reason;  /* in a tie; no id: majority and base say it */
	bool corrected;         /* other figures were announced before */

	/* ROOM_VOTE, ROOM_RESULT: who voted how, as far as the rules show it and it is public. */
	size_t voters_n;
	struct room_name voter[ROOM_VOTERS_MAX];

	/* A motion that is voted, was voted last, or waits: no id where it is the item as a whole.
	 * In ROOM_ITEM with its two wordings, in full or from where they differ. */
	struct message motion;
	struct room_both before, after;

	struct room_speech speech;

	/* An election on the item; figures in ROOM_ELECTED only. */
	bool election;
	struct message post;
	int64_t rank, round;
	struct room_both post_name;
	size_t candidates;
	struct room_candidate candidate[ROOM_CANDIDATES_MAX];
	int64_t blank, needed_votes; /* blank and void; 0: relative majority */
	bool elected;
	struct message election_state; /* "elected", "no majority, another round", … */

	struct message pause; /* ROOM_PAUSE: why */
	struct instant since; /* ROOM_PAUSE, ROOM_CLOSING: from when */

	/* ROOM_CLOSING */
	bool left_open, failed; /* another sitting follows; no quorum */
	struct date again;      /* the day it was convened for; year 0: not yet */
	int64_t acts, decisions, elections;
	bool sealed_head; /* the record is frozen: HEAD counts */
	struct hash head;
	size_t signers_n; /* in the order they sign */
	struct room_signer signer[ROOM_SIGNERS_MAX];

	struct room_text message; /* ROOM_MESSAGE */
	struct room_refs words;   /* ROOM_WORDS */

	/* ROOM_BUDGET: before is the year before. ROOM_ITEM with an amendment of lines: what it
	 * changes, before is as they stand. */
	size_t budget_n;
	struct room_budget budget[ROOM_BUDGET_MAX + 4];

	/* ROOM_AGREEMENT, and ROOM_ITEM of an item that has them */
	struct message agreement; /* its kind */
	size_t parties_n;
	struct room_party party[ROOM_PARTIES_MAX];
	int64_t total, raised, gap; /* centimes; total 0: none is stated, and no gap */

	struct room_store store; /* what refs of this view are in */
};

/* What the room sees when it follows. */
struct room_view room_view(const struct session *s);
/* The item it is about then, by its number on the agenda; 0: none. */
int64_t room_item(const struct session *s);
/* One scene whatever goes on, as far as it is public and there is anything to show: else the scene
 * nearest to it. Rest, quorum, agenda, item, vote (the open one, else what was announced last),
 * speaker, budget, agreement, clock, and the text of the item at hand, which is public only because
 * it is asked for; any other: what room_view gives. */
struct room_view room_view_scene(const struct session *s, enum room_scene scene);
/* The rest scene while there is no session. */
struct room_view room_view_chamber(const struct chamber *c);
/* "partner and host", in A; no id: no role. */
struct message room_party_roles(const struct room_party *party, struct arena *a);
/* A text of the view, borrowed from T. */
struct str room_str(const struct room_text *t);
struct str room_stored(const struct room_view *v, struct room_ref r);
/* TEXT as a text of the view, cut with … where it is too long. */
struct room_text room_text(struct str text);

/* The announced figures of the vote in one sentence, as desk and history say them. */
struct message room_figures(const struct room_view *v);

#endif
