/* Inside of the prompter: what step.c and step_opening.c share. */
#ifndef MODEL_STEP_PARTS_H
#define MODEL_STEP_PARTS_H

#include "model/step.h"

struct step step_of(
	enum step_kind kind, enum command_type type, struct message what, struct message chair);
/* The same with its WAYS, which live as long as the program. */
struct step step_with(struct step step, const struct step_way *ways);

/* Before a sitting, and between two. */
struct step step_preparing(const struct session *s);
/* A sitting whose quorum is not recorded yet. */
struct step step_attendance(const struct session *s, struct arena *a);

#endif
