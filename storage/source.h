/* Where clock and chance come from: the machine in a live session, the script when a session is
 * played for equal bytes. */
#ifndef STORAGE_SOURCE_H
#define STORAGE_SOURCE_H

#include "model/base.h"

struct source {
	struct instant (*now)(void *context);
	struct uuid (*id)(void *context);
	void (*genesis)(void *context, unsigned char bytes[16]);
	void *context;
};

extern const struct source source_live;

/* Everything from the script: `now` is what the last line said, ids count up from a fixed seed.
 * For sample registers only: such ids are no proof of anything. */
struct source_script {
	struct instant now;
	uint64_t count;
};
struct source source_of_script(struct source_script *script);

#endif
