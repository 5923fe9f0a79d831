/* The prompter: which act the rules expect next, and the sentence the chair says with it. What
 * Enter does at the desk is this and nothing else. */
#ifndef MODEL_STEP_H
#define MODEL_STEP_H

#include "model/decide.h"

enum step_kind {
	STEP_NONE,    /* nothing is expected; `what` says so and names the nearest choice */
	STEP_COMMAND, /* Enter sends `command` as it is */
	STEP_FORM,    /* `command` needs particulars first (opening a sitting, closing) */
	STEP_CHOICE,  /* 1 … n: the quorum is missing, the side of the chair */
	STEP_ENTRY,   /* members or figures have to be entered */
	STEP_SIGN     /* freezing, or the next signature: outside the model */
};

/* What else can be done than the step, by a key of the screen where the step is at home. */
struct step_way {
	char key;          /* its first Latin letter or sign; a digit: of the Space menu */
	const char *words; /* a message without arguments; NULL ends a list */
};

struct step {
	enum step_kind kind;
	struct command command;
	struct message what;         /* the step line; names no key */
	struct message chair;        /* what the chair says; NO_MESSAGE: nothing */
	const struct step_way *ways; /* NULL: none */
};

/* Of a motion that is put to the vote. */
extern const struct step_way step_vote_ways[];

struct step step_next(const struct world *w, struct arena *a);

/* What the floor waits for: to be given to the next, or the end of the speech. False: nothing. */
bool step_floor(const struct session *s, struct step *step, struct arena *a);

/* What Enter does when a vote of KIND that has these figures may be closed. */
struct message step_close_line(
	enum vote_kind kind, struct ballots b, enum outcome outcome, struct arena *a);
/* The sentence by which the chair announces the result of VOTE. */
struct message step_result_sentence(const struct vote *vote, struct arena *a);

#endif
