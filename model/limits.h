/* What a field of a command or an event may hold at most: the same for what is typed and for what
 * is kept. Not for other modules. */
#ifndef MODEL_LIMITS_H
#define MODEL_LIMITS_H

#include "model/event.h"

#define LINE        400 /* bytes of a name or title */
#define PROSE       200000
#define MAX_NUMBER  9999 /* of items, sessions, motions */
#define MAX_MEMBER  MEMBER_NUMBER_MAX
#define MAX_COUNT   10000000
#define MAX_WEIGHT  999
#define MAX_SECONDS 86400
#define MAX_MONEY   INT64_C(1000000000000000) /* centimes */

#endif
