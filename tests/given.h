/* A session made by hand: one fact after another, a minute between them, and every fact must be
 * accepted by the fold. Members are numbered from 1; number 1 is the president and takes the chair,
 * 2 is the rapporteur and keeps the minutes. The label is October 2024, the day 30 December 2024.
 */
#ifndef TESTS_GIVEN_H
#define TESTS_GIVEN_H

#include "model/session.h"

struct given {
	struct arena *a;
	struct session s;
	struct instant at; /* of the next fact; move it to choose a time */
};

/* Members' numbers: GIVEN_MEMBERS(7, 12). */
#define GIVEN_MEMBERS(...)                                                                         \
	((struct numbers){(const int32_t[]){__VA_ARGS__},                                          \
		sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t)})

/* The session created and described; nothing on its agenda. */
void given_session(struct given *g, struct arena *a);
/* The next fact of TYPE, to be filled and given to given_fact. */
struct event given_event(const struct given *g, enum event_type type);
/* Fails the test when the fold refuses E. */
void given_fact(struct given *g, const struct event *e);
void given_item(struct given *g, enum item_kind kind, const char *title_ar, const char *title_fr);
/* Roster of MEMBERS frozen, sitting opened in Fès. */
void given_opened(struct given *g, int64_t members);
void given_sitting(struct given *g);
void given_presence(struct given *g, enum event_type type, struct numbers members);
/* Everybody present but ABSENT, then the quorum recorded. */
void given_quorum(struct given *g, struct numbers absent);
void given_ceremony(struct given *g, enum ceremony kind);
void given_guest(
	struct given *g, enum capacity capacity, const char *title_ar, const char *title_fr);
/* EVENT_ITEM_OPENED, _DISCUSSED, _NOTED, _CLOSED. */
void given_treated(struct given *g, enum event_type type, int64_t item);
void given_presented(struct given *g, int64_t item, int64_t member);
void given_put_off(struct given *g, enum event_type type, int64_t item, const char *reason);
/* A new passage, or with TEXT its other language. Returns its key. */
int64_t given_text(struct given *g, int64_t text, int64_t item, enum text_part part, enum lang lang,
	const char *content);
void given_line(struct given *g, int64_t item, const char *code, enum budget_part part,
	int64_t before, int64_t amount);

/* Votes are of the members who are here; the figures of closing follow from the rule. */
struct vote_id given_vote(struct given *g, int64_t item, enum vote_kind kind);
void given_all(struct given *g, struct vote_id vote, enum vote_value value);
void given_mark(
	struct given *g, struct vote_id vote, struct numbers members, enum vote_value value);
void given_count(struct given *g, struct vote_id vote, struct ballots b);
void given_side(struct given *g, struct vote_id vote, enum vote_value value);
void given_closed(struct given *g, struct vote_id vote);
void given_announced(struct given *g, struct vote_id vote);
/* Figures corrected, or with MEMBER that member's vote. */
void given_corrected(struct given *g, struct vote_id vote, int64_t member, enum vote_value value,
	struct ballots b, const char *reason);
void given_void(struct given *g, struct vote_id vote, const char *reason);
/* One item from opening to closing, decided unanimously and announced. */
void given_adopted(struct given *g, int64_t item);

void given_taken_back(struct given *g, uint32_t act, const char *reason);
void given_suspended(struct given *g, enum suspension reason);
void given_resumed(struct given *g);
void given_closing(struct given *g, enum closing cause);
void given_frozen(struct given *g);
void given_signed(struct given *g, enum signer_role role);

/* A session with five items: minutes, two agreements, regulations, a budget that balances. */
void given_prepared(struct given *g, struct arena *a);
/* … opened with MEMBERS, all of them there and the quorum recorded. */
void given_met(struct given *g, struct arena *a, int64_t members);
/* The same held, with twelve members, nine at the roll: note taken, a named vote corrected after it
 * was announced, a tie, an item postponed, a vote voided, unanimity; then closed. */
void given_whole(struct given *g, struct arena *a);

#endif
