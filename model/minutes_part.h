/* The parts the minutes are put together from; used by model/minutes*.c only. Every part adds its
 * nodes below a parent and reads the state through model/session.h. */
#ifndef MODEL_MINUTES_PART_H
#define MODEL_MINUTES_PART_H

#include "model/describe.h"
#include "model/minutes.h"

struct minutes {
	const struct session *s;
	struct arena *a;
	struct document *doc;
	enum lang lang;
	bool draft, translation;
	const struct sitting
		*only;    /* the document is of this sitting's end; NULL: of the last act */
	bool agenda_told; /* once, with the first sitting that could treat it */
	/* The movements of every seat: those of seats.at[i] are moves[moves_from[i]] … */
	const struct movement **moves;
	size_t *moves_from;
};

/* A message that is nothing but its argument {it}: typed texts and figures need no translation. */
extern const char minutes_whole[];

/* --- model/minutes_presence.c: the movements of one member, in order --- */
struct moves {
	const struct movement *const *at;
	size_t n;
};

void minutes_index_moves(struct minutes *m); /* once, before anything asks */
struct moves minutes_moves(const struct minutes *m, int64_t member);

/* --- model/minutes_words.c: what parts have in common --- */
const struct message *minutes_keep(const struct minutes *m, struct message text);
/* Nodes. minutes_acts notes which acts a node comes from. */
struct node *minutes_heading(
	const struct minutes *m, struct node *parent, int level, struct message text);
struct node *minutes_text(const struct minutes *m, struct node *parent, struct message text);
struct node *minutes_note(const struct minutes *m, struct node *parent, struct message text);
void minutes_acts(struct node *n, uint32_t from, uint32_t to);
/* Typed text in the language of the document, or in the other one, which the writer marks; nothing
 * when both are empty. */
void minutes_prose(const struct minutes *m, struct node *parent, struct both content);
/* A table with its header row; WIDTHS and HEADER have COLUMNS entries. */
struct node *minutes_table(const struct minutes *m, struct node *parent, int columns,
	const int *widths, const char *const *header);
struct node *minutes_row(const struct minutes *m, struct node *table);
struct node *minutes_cell(
	const struct minutes *m, struct node *row, enum node_align align, struct message text);

/* The office alone stands for MEMBER: for the president of a specimen, or one without a name. */
bool minutes_by_office_alone(const struct minutes *m, const struct member *member);
/* Whoever acts, by office and name, with the form of address where the sex is known: السيد(ة) … */
struct message minutes_address(const struct minutes *m, int64_t member);
/* A guest by the title that was given, else by capacity. */
struct message minutes_guest(const struct guest_noted *guest);
/* The one who speaks in a passage; no id when nobody is named. */
struct message minutes_speaker(const struct minutes *m, const struct text_kept *t);
/* "Ordinary session of October for the year 2024". */
struct message minutes_session(const struct minutes *m);
/* The same within a sentence. */
struct message minutes_in_session(const struct minutes *m);
/* Names of members of a vote with VALUE; how many there are in *N. */
struct message minutes_names(
	const struct minutes *m, const struct vote *vote, enum vote_value value, int64_t *n);
/* The office of a member, in the gender of its holder: "the president of the chamber". */
struct message minutes_office(const struct member *member);

/* --- model/minutes_sitting.c --- */
/* Presence at act N of a sitting, and how many are so. */
enum presence minutes_presence(
	const struct minutes *m, const struct sitting *sitting, int64_t member, uint32_t n);
int64_t minutes_presence_count(
	const struct minutes *m, const struct sitting *sitting, enum presence presence, uint32_t n);
/* The act at which the attendance of a sitting is taken down: its quorum, else its last act. */
uint32_t minutes_roll_act(const struct minutes *m, const struct sitting *sitting);
const struct quorum_act *minutes_quorum(const struct minutes *m, const struct sitting *sitting);
void minutes_opening(const struct minutes *m, struct node *parent, const struct sitting *sitting);
void minutes_attendance(
	const struct minutes *m, struct node *parent, const struct sitting *sitting);
void minutes_speeches(const struct minutes *m, struct node *parent, const struct sitting *sitting);
void minutes_course(const struct minutes *m, struct node *parent, const struct sitting *sitting);
void minutes_closing(const struct minutes *m, struct node *parent, const struct sitting *sitting);
/* The last act that can belong to SITTING: before the next one opens. */
uint32_t minutes_last_act(const struct minutes *m, const struct sitting *sitting);

/* --- model/minutes_convening.c --- */
/* The notices of the call SITTING opened, in groups; false when none is recorded. */
bool minutes_notices(const struct minutes *m, struct node *parent, const struct sitting *sitting);
void minutes_follow_up(const struct minutes *m, struct node *parent);
void minutes_requests(const struct minutes *m, struct node *parent);

/* --- model/minutes_calls.c --- */
/* The failure record of CALL, or of every call of a session that never had its quorum (0). */
struct document *minutes_failure(struct minutes *m, int64_t call);
/* Names and figures of a sitting that failed, and what follows from it. */
void minutes_failed(const struct minutes *m, struct node *parent, const struct sitting *sitting);
/* Under the title, when the session did not succeed at its first call. */
void minutes_call_number(const struct minutes *m, struct node *parent);
/* How a further call was convened; nothing for a sitting of the first. */
void minutes_convened(const struct minutes *m, struct node *parent, const struct sitting *sitting);
/* ITEM, named by IT, was postponed to a session that was named. */
struct message minutes_postponed(const struct item *item, struct arg it, struct arena *a);
/* Which sessions left ITEM before this one, and why. */
void minutes_carried(const struct minutes *m, struct node *parent, const struct item *item);
/* The session was closed between two sittings. */
void minutes_session_over(const struct minutes *m, struct node *parent);

/* --- model/minutes_presence.c --- */
/* That the excuse of MEMBER, absent at act N, was not accepted, and why; no id: it was, or none. */
struct message minutes_refusal(
	const struct minutes *m, const struct sitting *sitting, int64_t member, uint32_t n);
/* WHAT act N did, and that it broke the quorum or brought it back, if it did. */
struct message minutes_and_quorum(
	const struct minutes *m, const struct sitting *sitting, uint32_t n, struct message what);
/* That the quorum was gone when what was opened by act FROM was closed by act TO. */
void minutes_closed_without(
	const struct minutes *m, struct node *parent, uint32_t from, uint32_t to);
/* A recusal, a readmission, a proxy, in the course of the sitting; no id: none of these. */
struct message minutes_presence_act(
	const struct minutes *m, const struct sitting *sitting, const struct event *e);
/* Who was charged with the minutes when SITTING was opened, the roll included. */
void minutes_secretary(const struct minutes *m, struct node *parent, const struct sitting *sitting);
/* … and who after it, as what happened. */
struct message minutes_secretary_change(const struct minutes *m, const struct secretary_changed *c);
struct message minutes_chair(const struct minutes *m, const struct chair_changed *c);
/* Who was recused for an item, and who was in the chair when it was not the usual one. */
void minutes_takes_part(const struct minutes *m, struct node *parent, const struct item *item);
/* The voters of a public vote or round, one holder of a proxy each (0: none), and the act that
 * ended it. Of a secret one nobody is told to have voted for another: that he sat there, or held
 * the proxy, stands with the attendance. */
struct represented {
	struct numbers members;
	const int32_t *holders;
	uint32_t n;
};

/* For whom others voted, two sentences at most. */
void minutes_represented(
	const struct minutes *m, struct node *parent, const struct represented *voters);
/* IT with who voted for MEMBER behind it ("substitute: Karima Alaoui"), whose proxy HOLDER had (0:
 * nobody); IT alone when he did himself. */
struct message minutes_through(
	const struct minutes *m, struct message it, int64_t member, int64_t holder, uint32_t n);

/* --- model/minutes_asked.c: what stood against an opening and was asked about, by the KEYS of the
 * rules it was gone over --- */
void minutes_asked_vote(
	const struct minutes *m, struct node *parent, struct str keys, uint32_t n_opened);
void minutes_asked_item(const struct minutes *m, struct node *parent, struct str keys);
void minutes_asked_sitting(
	const struct minutes *m, struct node *parent, const struct sitting *sitting);
/* Who came over a rule to what was voted on between the acts FROM and TO (0: it is open still). */
void minutes_joined(const struct minutes *m, struct node *block, uint32_t from, uint32_t to);

/* --- model/minutes_item.c, minutes_vote.c --- */
void minutes_agenda(const struct minutes *m, struct node *parent);
void minutes_item(const struct minutes *m, struct node *parent, const struct item *item);
/* Recommendations and remarks that belong to no item. */
void minutes_session_prose(const struct minutes *m, struct node *parent);
/* N tells of VOTE: the acts that corrected it go with it. */
void minutes_vote_mended(const struct minutes *m, struct node *n, const struct vote *vote);
void minutes_vote(const struct minutes *m, struct node *parent, const struct item *item,
	const struct vote *vote);
/* The act that puts ITEM into its place among those of SITTING; 0: it was not treated there. */
uint32_t minutes_item_act(
	const struct minutes *m, const struct item *item, const struct sitting *sitting);
/* Opened in SITTING, and told whole in a later one. */
bool minutes_item_goes_on(
	const struct minutes *m, const struct item *item, const struct sitting *sitting);
void minutes_item_begun(const struct minutes *m, struct node *parent, const struct item *item);

/* --- model/minutes_floor.c --- */
/* Something is to be told of the floor of an item, or with 0 of what was said outside them in
 * SITTING: what was said before the item was voted as a whole, and what AFTER it. */
bool minutes_has_floor(const struct minutes *m, int64_t item, int64_t sitting, bool after);
void minutes_floor(
	const struct minutes *m, struct node *parent, int64_t item, int64_t sitting, bool after);
void minutes_speaking_time(const struct minutes *m, struct node *parent);

/* --- model/minutes_motion.c --- */
/* Motions on ITEM with their votes, moved before it was voted as a whole or after that; those on
 * the agenda and the sitting itself. */
void minutes_motions(
	const struct minutes *m, struct node *parent, const struct item *item, bool after);
void minutes_own_motions(
	const struct minutes *m, struct node *parent, const struct sitting *sitting);
/* The text the assembly adopted, where amendments changed it. */
void minutes_final_text(const struct minutes *m, struct node *parent, const struct item *item);
/* The agenda is no longer the one the session opened with; both of them as lists. */
bool minutes_agenda_changed(const struct minutes *m);
void minutes_agenda_called(const struct minutes *m, struct node *section);

/* --- model/minutes_agreement.c --- */
void minutes_agreement(const struct minutes *m, struct node *parent, const struct item *item);
/* What an amendment of the amounts changes; nothing for other motions. */
void minutes_agreement_motion(
	const struct minutes *m, struct node *parent, const struct motion *motion);
/* Parties and contributions again, where amendments changed them. */
void minutes_agreement_amended(
	const struct minutes *m, struct node *parent, const struct item *item);
/* What happened to it outside the vote, as far as the record goes; of earlier sessions. */
void minutes_agreement_steps(const struct minutes *m, struct node *parent, const struct item *item);
void minutes_agreements_followed(const struct minutes *m, struct node *parent);
/* The agreements approved with their amounts. */
void minutes_agreements(const struct minutes *m, struct node *parent);

/* --- model/minutes_budget.c --- */
/* What a motion on a budget moves or amounts to; nothing for others. */
void minutes_budget_motion(
	const struct minutes *m, struct node *parent, const struct motion *motion);
/* Chapters of ITEM were put to the vote. */
bool minutes_budget_voted(const struct minutes *m, const struct item *item);
/* Lines that adopted amendments changed. */
void minutes_budget_amended(const struct minutes *m, struct node *parent, const struct item *item);

/* --- model/minutes_election.c --- */
void minutes_elections(const struct minutes *m, struct node *parent, const struct item *item);
void minutes_election_rolls(const struct minutes *m, struct node *parent);

/* --- model/minutes_annex.c --- */
void minutes_decisions(const struct minutes *m, struct node *parent);
void minutes_corrections(const struct minutes *m, struct node *parent);
void minutes_rolls(const struct minutes *m, struct node *parent);
void minutes_rules(const struct minutes *m, struct node *parent);
/* Sittings (of CALL; 0: all) that were opened over the warning of a rule, one note each. */
void minutes_warnings(const struct minutes *m, struct node *parent, int64_t call);
/* The rules of these keys, blanks between, as a list; no id when there is none. */
struct message minutes_rules_named(const struct minutes *m, struct str keys);

/* --- model/minutes_frame.c: letterhead, title, place and date, signatures, seal --- */
struct document *minutes_document(
	struct minutes *m, struct message title, struct message subtitle, bool draft);
void minutes_signatures(const struct minutes *m, struct node *parent);

#endif
