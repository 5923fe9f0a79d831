/* Inside of the item's screen: its states are files of their own. Not for other views. */
#ifndef TUI_ITEM_PARTS_H
#define TUI_ITEM_PARTS_H

#include "tui/desk.h"
#include "tui/desk_parts.h"

/* item_named.c: the vote by name */
void named_paint(
	struct desk *d, struct area work, const struct item *item, const struct vote *vote);
bool named_key(struct desk *d, struct press press, struct meaning meaning, const struct vote *vote);
void named_all(struct desk *d, const struct vote *vote); /* "=": a roll call is asked about */
struct finder named_finder(struct desk *d);
/* Enter: false when the step may go on; else it said what is missing. */
bool named_step(struct desk *d, const struct vote *vote);

/* item_said.c: what the numbers that follow mean, d->entry.brush; nothing was said: not chosen */
void said_keep(struct desk *d, int what);
void said_recall(struct desk *d); /* as it was said in what is open now */

/* item_hands.c: the show of hands, and the tie */
void hands_paint(
	struct desk *d, struct area work, const struct item *item, const struct vote *vote);
bool hands_key(struct desk *d, struct meaning meaning, const struct vote *vote);
void hands_all(struct desk *d, const struct vote *vote); /* "=": figures noted are asked about */
bool hands_step(struct desk *d, const struct vote *vote);
/* The figures of the open vote are typed anew. */
void hands_correct(struct desk *d);
struct message hands_step_line(struct desk *d, const struct vote *vote);
struct message hands_chair_line(struct desk *d, const struct vote *vote);
/* Esc: from the question of a tie back to the figures; false: there is none. */
bool hands_back(struct desk *d, const struct vote *vote);
bool hands_tie(const struct desk *d, const struct vote *vote); /* the chair's side is asked for */

/* item_secret.c: the secret ballot */
unsigned secret_where(const struct session *s, const struct vote *vote);
void secret_paint(
	struct desk *d, struct area work, const struct item *item, const struct vote *vote);
bool secret_key(struct desk *d, struct meaning meaning, const struct vote *vote);
/* After a desk that ended with figures on no disk: they are to be typed again; else no id. */
struct message secret_step_line(const struct desk *d);
void secret_open(struct desk *d); /* asks for the reason first */
void secret_correct(struct desk *d, const struct vote *vote, struct message title);

/* item_election.c, election_forms.c: an election in any of its states */
unsigned election_where(const struct election *e);
void election_paint(
	struct desk *d, struct area work, const struct item *item, const struct election *e);
bool election_key(
	struct desk *d, struct press press, struct meaning meaning, const struct election *e);
struct finder election_finder(struct desk *d); /* of the choices by name */
size_t election_hints(const struct election *e, struct key_hint *h);
void election_next(struct desk *d);
void election_leave(struct desk *d);
void election_void(struct desk *d);
/* Corrects one choice, or the papers, of the round counted last. */
void election_correct(struct desk *d);
void election_office(struct desk *d);

/* item_result.c: a closed vote, and mending one */
void result_paint(
	struct desk *d, struct area work, const struct item *item, const struct vote *vote);
/* A vote of the open one, or of the closed one that is shown. */
void result_correct(struct desk *d);
void result_void(struct desk *d);

/* item_acts.c: what can be done here */
size_t item_actions(struct desk *d, struct action *actions);
struct message item_off(struct desk *d, const struct action *a);
void item_choose_kind(struct desk *d); /* asks which vote the item or its motion is put to */
void item_other_kind(struct desk *d);  /* of the vote that is open already, or says why not */
void item_unanimous(struct desk *d);
bool item_is_election(const struct desk *d);

/* shared */
/* What the screen of the item is about: the open item, else the one treated last. */
const struct item *item_shown(const struct desk *d);
/* The open vote, else the closed one of that item or of its motion; NULL: none was taken. */
const struct vote *item_vote_shown(const struct desk *d);
/* The number of ITEM, and WHAT is said of it or its title on at most MAX rows. The rows used. */
int item_heading(struct desk *d, struct area work, int row, int max, const struct item *item,
	struct message what);
/* Three bars one under the other (WIDE rows) or beside each other on one row. */
void item_bars(struct desk *d, struct area area, int row, struct ballots b, int64_t voters);
/* item_hands.c: what each side of the chair's own vote makes of the tie of B, on three rows. */
void item_sides(
	struct desk *d, struct area box, int row, const struct vote *vote, struct ballots b);
/* item_readback.c: "against 07 Berrada, 12 Idrissi · abstaining 24 Alami", for reading aloud; where
 * ROWS of COLS cells do not hold every name whole, how many they are. No id: nobody. */
struct message item_readback(struct desk *d, const struct vote *vote, int cols, int rows);
/* As many rows as the names may have, of one and those that GRID does not need for its members. */
int item_readback_rows(const struct desk *d, struct area grid);
/* The list of them all in place of the vote: Tab opens it. True: the key was for it. */
bool readback_key(struct desk *d, struct press press);
/* True: it is open and painted. */
bool readback_paint(struct desk *d, struct area work, const struct vote *vote);
/* At the end of ROW, from cell FROM on: what is needed for a majority, and what the other reading
 * of "voters" would need where the two differ. */
void item_needed(struct desk *d, struct area work, int row, int from, const struct vote *vote,
	struct ballots b);
/* Backspace: the digits that are typed, else the last mark of the open vote or round. */
void item_erase(struct desk *d);
/* Who takes no part in its votes; no id: nobody. */
struct message item_recused(struct desk *d, const struct item *item);
struct message item_reason(
	struct desk *d, const struct vote *vote, struct ballots b, enum vote_value side);

#endif
