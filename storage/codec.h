/* Events as lines and back. A line is canonical JSON (RFC 8785: keys sorted, integers only, minimal
 * escapes, UTF-8 as it is) with exactly the keys actor, at, body, id, n, prev, t, type; decoding
 * refuses anything else, so that encode(decode(line)) = line.
 * A body has the keys of its field table: a required field always stands there, an optional one
 * only when it is not zero or empty. Hashes are 64 hex digits, enums their names, votes "item/n",
 * instants RFC 3339, money centimes.
 * SOURCE: RFC 8785; the field tables of model/event.c. */
#ifndef STORAGE_CODEC_H
#define STORAGE_CODEC_H

#include "model/event.h"
#include "storage/error.h"

/* Whether E can become a line that reads back: instants set, actor and body valid (field_wrong). */
bool codec_writable(const struct event *e);
/* The line of E, whose n is E->n and whose prev is PREV, without newline. E must be writable: what
 * `decide` makes is, so anything else is a bug and ends the program before it reaches the file.
 * Owner: A. */
struct str codec_encode(const struct event *e, struct hash prev, struct arena *a);
/* Owner: texts and lists live in A. Errors: BAD_EVENT, MEMORY; the subject is the line's number as
 * far as it could be read (the caller, who knows the stream, may better it), the detail says what
 * is wrong. */
int codec_decode(struct str line, struct event *e, struct hash *prev, struct arena *a,
	struct error *err) MUST_CHECK;
/* The body alone as canonical JSON: for digests and comparing in tests. Owner: A. */
struct str codec_body(const struct event *e, struct arena *a);

#endif
