/* The rehearsal: the whole of a session tried out on a copy of the register, in a temporary folder
 * that is removed when it ends, or at the next start when it could not end. The register itself is
 * only read. A chamber without members rehearses with the sample. */
#ifndef TUI_REHEARSAL_H
#define TUI_REHEARSAL_H

#include "tui/desk.h"

struct rehearsal;

/* Copy FROM (NULL, or without members: the sample) and choose the session to rehearse: one that is
 * prepared, else one made for it. Removes what earlier ones left behind. *MADE is NULL when it
 * fails, and nothing is left. Owner: rehearsal_end. Errors: FILE, DISK_FULL, those of a register.
 */
int rehearsal_begin(struct cli *cli, struct registry *from, struct rehearsal **made,
	struct error *err) MUST_CHECK;
struct registry *rehearsal_register(const struct rehearsal *re);
const char *rehearsal_path(const struct rehearsal *re);
/* Close it and remove all of it. NULL: nothing. Errors: FILE, the folder is still there. */
int rehearsal_end(struct rehearsal *re, struct error *err);

/* Remove the folders of rehearsals that no process holds any more; how many. */
int rehearsal_sweep(void);
/* The register of a rehearsal that is going on now, for the room; NULL: none. */
const char *rehearsal_find(struct arena *a);

/* Is J the journal of one? Kept in the copy itself, so every program that opens it knows. */
bool rehearsal_is(struct journal *j);

/* What to try next, numbered *STEP of REHEARSAL_STEPS; read off the acts, so it never runs ahead of
 * what was done. Keys have their faces of LANG. */
#define REHEARSAL_STEPS 9
struct message rehearsal_guide(const struct session *s, enum lang lang, int *step);

/* Space 3 on the screen of the register: rehearse, then go on here. */
void registers_rehearse(struct desk *d);

#endif
