/* Events as lines and back. A line is canonical JSON (RFC 8785: keys sorted, integers only, minimal
 * escapes, UTF-8 as it is) with exactly the keys actor, at, body, id, n, prev, t, type; decoding
 * refuses anything else, so that encode(decode(line)) = line.
 * SOURCE: RFC 8785; the field tables of model/event.c. */
#ifndef STORAGE_CODEC_H
#define STORAGE_CODEC_H

#include "model/event.h"
#include "storage/error.h"

/* The line of E, whose n is E->n and whose prev is PREV. Owner: A. */
struct str codec_encode(const struct event *e, struct hash prev, struct arena *a);
/* Owner: texts live in A. Errors: BAD_EVENT. */
int codec_decode(struct str line, struct event *e, struct hash *prev, struct arena *a, struct error *err);
/* The body alone as canonical JSON: for digests and comparing in tests. */
struct str codec_body(const struct event *e, struct arena *a);

#endif
