/* The questions a command may be asked before it is done, by the names that scripts answer them
 * with: confirm=no-quorum,speakers-wait. A name is the code the question is asked with. */
#ifndef MODEL_QUESTION_H
#define MODEL_QUESTION_H

#include "model/command.h"

/* The argument that answers them, beside those every command has of its own. */
extern const struct field question_field;

/* What TYPE may be asked, ended by NULL; its time can be asked about beside these. */
const char *const *questions_of(enum command_type type);
bool question_known(enum command_type type, struct str name);

/* LIST is names with commas between them, as a command has it. */
bool questions_have(struct str list, const char *name);
/* LIST and those of MORE that it does not have. */
struct str questions_with(struct str list, struct str more, struct arena *a);
/* All that TYPE may be asked, its time too, with BETWEEN between them. */
struct str questions_all(enum command_type type, const char *between, struct arena *a);

#endif
