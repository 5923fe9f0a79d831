/* What the chair says at moments that are no act of their own, or that follow one: the ceremony,
 * the welcome, the opening of a discussion, a recusal, a correction, the signature. */
#ifndef MODEL_CHAIR_SAYS_H
#define MODEL_CHAIR_SAYS_H

#include "model/motion.h"

/* What the rules have at this moment and nobody has noted: at the beginning of the session before
 * any item is treated, at its end once all are. False: nothing, or it is gone by. */
bool ceremony_due(const struct session *s, bool ending, enum ceremony *kind);
struct message ceremony_sentence(enum ceremony kind);
struct message ceremony_noting(enum ceremony kind); /* that it took place, for the step line */
/* A motion of KIND is put to the vote. */
struct message motion_sentence(enum motion_kind kind);
/* ITEM was refused and comes before the assembly again, said until something else is done; no id:
 * it was not, or the chair has gone on. */
struct message comes_again_sentence(const struct session *s, const struct item *item);
/* To the guests, by the first of them in rank; no id: there are none. */
struct message welcome_sentence(const struct session *s);
/* Nothing was said on ITEM yet, nor voted: the discussion is to be opened. */
bool discussion_due(const struct session *s, const struct item *item);
/* The last act recused members for the open item: they leave. No id: it did not. */
struct message recusal_sentence(const struct session *s, struct arena *a);
/* A correction of VOTE, whose result the room has heard; no id: there is none to tell. */
struct message correction_sentence(
	const struct session *s, const struct vote *vote, struct arena *a);
/* A vote or an election was just voided: that nobody goes home with its result. */
struct message void_sentence(const struct session *s, struct arena *a);
struct message signing_sentence(enum signer_role role);

#endif
