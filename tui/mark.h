/* The one table of signs for what became of an item, for the desk and the room. No two of them that
 * mean something else look alike, whatever the colours. */
#ifndef TUI_MARK_H
#define TUI_MARK_H

#include "model/mark.h"
#include "model/message.h"
#include "tui/style.h"

/* One cell wide. */
const char *mark_sign(enum item_mark mark);
/* The style that agrees with it. */
enum style mark_style(enum item_mark mark);
/* The same in a word or two. */
struct message mark_word(enum item_mark mark);
/* TREATED says how many were dealt with; behind it how many were postponed or withdrawn, if any. */
struct message mark_tally_words(
	struct message treated, const struct mark_tally *tally, struct arena *a);

#endif
