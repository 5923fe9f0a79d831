/* Lines laid out for one picture, kept for the next: from one key to the next nearly all texts of a
 * screen stay the same, and ordering and joining them again is most of the price of painting.
 * When half a megabyte has come together, what the pictures from then on do not ask for is
 * forgotten. */
#ifndef TUI_LAID_H
#define TUI_LAID_H

#include "locale/layout.h"

struct laid;

/* Owner: the caller, who closes it. */
struct laid *laid_open(const struct arena_source *memory);
void laid_close(struct laid *laid); /* NULL-safe */

/* A new picture begins. */
void laid_turn(struct laid *laid);

/* The same lines as layout_fit and layout_wrap. Owner: LAID, until the picture is done. */
struct layout_line laid_fit(
	struct laid *laid, struct str text, int width, struct layout_options options);
size_t laid_wrap(struct laid *laid, struct str text, int width, struct layout_options options,
	struct layout_line **lines);

#endif
