/* Elections: posts filled by a ballot in rounds, each candidate a member (single-name ballot) or a
 * list of members. Named rounds keep each voter's choice, secret ones totals only.
 * SOURCE: law 18.09, art. 2 bis and 19 as restated by law 61.15 (text seen as of 2015): public vote
 * for the organs too, single-name ballot, a party's endorsement shown. Which party is never kept.
 */
#ifndef MODEL_ELECTION_H
#define MODEL_ELECTION_H

#include "model/chamber.h"
#include "model/rule.h"

#define CHOICE_NONE   (-1) /* not voted yet */
#define CHOICE_BLANK  0    /* else the number of a candidate */
#define ELECTION_MOST 40   /* candidates of one election */

struct candidate {
	struct election_candidate is;
	bool withdrawn;
	struct str reason; /* of the withdrawal */
};

struct election_mend { /* one correction, the record shows both */
	uint32_t n;
	struct instant at;
	struct election_counted before;
	int32_t choice_before;
	struct election_corrected is;
};

struct election_round {
	int64_t n;
	enum election_majority majority;
	enum vote_base base;
	bool last;               /* no other round follows */
	LIST_OF(int32_t) voters; /* seats; who leaves a named round unmarked is no voter any more */
	int32_t *choices;        /* named: one a voter */
	int32_t *holders;        /* one a voter: who votes for him by proxy; 0: nobody */
	int32_t *weights;        /* one a voter: his votes */
	LIST_OF(int32_t) running; /* numbers of the candidates, in order */
	int64_t in_office;
	bool counted;
	struct election_counted is; /* votes in the order of `running` */
	LIST_OF(struct election_mend) mends;
	bool announced; /* the figures as they are now were announced, or who won the tie */
	bool ever_announced;
	struct election_counted said; /* the figures announced last */
	int64_t said_elected;
	bool said_over; /* nothing follows what was announced last */
	struct instant opened, closed;
	uint32_t n_opened, n_counted;
	struct str warned;
};

enum election_state {
	ELECTION_IS_OPEN, /* a round is being voted on */
	ELECTION_WAITS,   /* nobody has the majority: another round follows */
	ELECTION_IS_TIED, /* the ladder of the rule decides */
	ELECTION_IS_OVER, /* somebody is elected, or nobody is and no round follows */
	ELECTION_IS_VOID
};

struct election {
	struct vote_id id;
	struct election_opened is; /* of the first round */
	enum election_state state;
	LIST_OF(struct candidate) candidates; /* candidate k is at [k - 1] */
	LIST_OF(struct election_round) rounds;
	int64_t elected; /* candidate's number, 0: nobody */
	bool by_ladder;
	struct election_decided decided; /* by_ladder */
	struct str void_reason;
	uint32_t n_ended;
};

/* What VOTES (one figure a candidate), with blank and void papers, give under the majority. */
struct round_result {
	int64_t cast, papers; /* for candidates; with blank and void */
	int64_t base, needed; /* needed: 0 in a relative majority */
	enum round_outcome outcome;
	size_t winner; /* place in VOTES, when elected */
	size_t tied;   /* how many share the first place */
};

struct round_ballots {
	struct numbers votes;
	int64_t blank, spoiled;
	int64_t entitled, in_office;
};

struct round_result election_result(const struct round_ballots *b, enum election_majority majority,
	enum vote_base base, bool last);

struct session;
struct item;

struct election *session_election(const struct session *s, struct vote_id id); /* NULL: none */
struct election *session_open_election(const struct session *s);               /* NULL: none */
/* The newest round of all, when it was counted and what it gave is not announced; NULL: none. */
struct election *session_election_unannounced(const struct session *s);
/* The newest election of an item that is not void; NULL: none. */
struct election *item_election(const struct item *item);
/* The election of the open item when it is in STATE; NULL: none. */
const struct election *session_election_in(const struct session *s, enum election_state state);
/* All elections begun on the item are over. */
bool item_elected(const struct item *item);

struct election_round *election_round(const struct election *e); /* the newest */
int64_t election_running(const struct election *e); /* candidates who did not withdraw */
int64_t round_missing(const struct election *e, const struct election_round *r);
int64_t round_voices(const struct election_round *r); /* all the votes there are in it */
/* The place of MEMBER among the voters, or -1. */
long round_place(const struct election_round *r, int64_t member);
int32_t round_choice(const struct election_round *r, int64_t member);
int32_t round_weight(const struct election_round *r, int64_t member); /* 0: no voter */
bool round_voter(const struct election_round *r, int64_t member);
/* The ballots of R as marked or counted. Owner of the figures: A. */
struct round_ballots round_ballots(
	const struct election *e, const struct election_round *r, struct arena *a);
/* The figures that CORRECTED leaves. */
struct election_counted election_figures(const struct election_corrected *corrected);
struct round_result round_result(
	const struct election *e, const struct election_round *r, struct arena *a);
/* Votes of candidate K in R. */
int64_t round_votes(const struct election_round *r, int64_t k);

/* The office of the bureau that POST is; OFFICE_MEMBER: it is none of the bureau. */
enum office post_office(int post);
/* What MEMBER held in the bureau when act N was recorded, beside the post of O: another post he was
 * elected to in this session, or the office the roster gives him. With a president the whole bureau
 * is elected: then, and once the session has filled that office anew, the roster says nothing. In
 * words that live in A; no id: nothing. */
struct message election_other_post(const struct session *s, const struct election_opened *o,
	int64_t member, uint32_t n, struct arena *a);

/* --- words (model/election_words.c) --- */
/* How the elections of an item stand. */
struct message describe_elections(const struct item *item);
struct message election_post(const struct election_opened *o, struct arena *a);
struct message election_candidate(const struct session *s, const struct election *e, int64_t k,
	struct arena *a); /* "2 Youssef Berrada" by seat, or the names of a list */
struct message election_round_figures(const struct session *s, const struct election *e,
	const struct election_round *r, struct arena *a);
/* Who is elected, how; or that nobody is. */
struct message election_sentence(
	const struct session *s, const struct election *e, struct arena *a);
/* Who would be elected if candidate K were by way BY (enum election_tie) of deciding the tie. */
struct message election_by(
	const struct session *s, const struct election *e, int64_t k, int by, struct arena *a);

/* The place of way BY (enum election_tie) in the ladder of ties, from 0; -1: it is not there. */
int election_ladder_place(const struct rules *r, int by);
/* The ways the ladder tries before it. */
struct message election_ladder_before(const struct rules *r, int by, struct arena *a);

#endif
