/* Lines laid out for one picture, and what messages say, kept for the next: from one key to the
 * next nearly all texts of a screen stay the same, and putting a message into words, ordering its
 * letters and joining them again is most of the price of painting. When half a megabyte has come
 * together, what the pictures from then on do not ask for is forgotten. */
#ifndef TUI_LAID_H
#define TUI_LAID_H

#include "locale/layout.h"
#include "model/message.h"

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

/* The same words as format(); WIDTH, where it is not NULL, as from layout_width(). Owner: LAID,
 * until the picture is done. */
struct str laid_words(struct laid *laid, const struct message *message, enum lang lang, int *width);
/* The words as laid_fit() has them. */
struct layout_line laid_say(struct laid *laid, const struct message *message, enum lang lang,
	int width, struct layout_options options);

#endif
