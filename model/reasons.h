/* Reasons offered to choose from, one table: nobody needs to type what is said every day. A reason
 * is stored in words, those of the language of the desk; a document of another language says a
 * reason of this table in its own. */
#ifndef MODEL_REASONS_H
#define MODEL_REASONS_H

#include "model/message.h"

enum reasons_for {
	REASONS_SLIP,       /* an act is taken back, a vote by name corrected */
	REASONS_TIME,       /* a time of the attendance is corrected */
	REASONS_PUT_OFF,    /* an item is postponed or withdrawn */
	REASONS_SECRET,     /* a public vote is held by secret ballot */
	REASONS_VOID,       /* a vote, an election is void */
	REASONS_MOTION,     /* a motion is withdrawn */
	REASONS_RECUSED,    /* a member is recused */
	REASONS_EXCUSE,     /* an excuse is not accepted */
	REASONS_FROZEN,     /* the frozen record is withdrawn */
	REASONS_KEY,        /* a key is retired */
	REASONS_ASIDE,      /* a session is put aside */
	REASONS_OTHER_KIND, /* a vote is opened anew, of another kind */
	REASONS_COUNT
};

struct reasons {
	const struct message *at;
	size_t n;
};

struct reasons reasons_for(enum reasons_for what);

#endif
