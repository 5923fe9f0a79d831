/* Memory for arenas, and bytes that grow. Running out of it ends the program: every act is on
 * disk already. */
#ifndef STORAGE_MEMORY_H
#define STORAGE_MEMORY_H

#include "model/base.h"

extern const struct arena_source memory_source;

/* Bytes that grow. Owner: the caller, who calls bytes_free. */
struct bytes {
	unsigned char *p;
	size_t n, room;
};

void bytes_add(struct bytes *b, const void *p, size_t n);
void bytes_free(struct bytes *b);
/* Overwrites with zeros first: for passphrases and keys. */
void bytes_wipe(struct bytes *b);

#endif
