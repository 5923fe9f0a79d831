/* What storage/codec.c and its quick reader share. */
#ifndef STORAGE_CODEC_INNER_H
#define STORAGE_CODEC_INNER_H

#include "model/event.h"

/* The field whose name follows LAST's bytewise (LAST NULL: the first); NULL at the end. The
 * tables stand in the order people read, the lines in the order of the bytes. */
const struct field *codec_next_field(const struct field *fields, const struct field *last);

/* Read LINE as codec_encode would have written it, in one pass. False when it is anything else:
 * then nothing is said about why, the general reader finds that out; what was put into E and A is
 * of no use. Whether the event is writable is not asked. */
bool codec_read_canonical(struct str line, struct event *e, struct hash *prev, struct arena *a);

#endif
