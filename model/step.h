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

struct step {
	enum step_kind kind;
	struct command command;
	struct message what;  /* the step line */
	struct message chair; /* what the chair says; NO_MESSAGE: nothing */
};

struct step step_next(const struct world *w, struct arena *a);

/* What the floor waits for: to be given to the next, or the end of the speech. False: nothing. */
bool step_floor(const struct session *s, struct step *step, struct arena *a);

/* The sentence by which the chair announces the result of VOTE. */
struct message step_result_sentence(const struct vote *vote, struct arena *a);

#endif
