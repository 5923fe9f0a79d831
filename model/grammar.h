/* The text form of commands: `[@TIME] noun.verb key=value …`. One line is one command is one
 * commit. TIME is RFC 3339, or HH:MM[:SS] of the sitting's day. Values are bare words or JSON
 * strings; lists are joined by commas; votes are item/n. Blank lines and lines beginning with # are
 * nothing. */
#ifndef MODEL_GRAMMAR_H
#define MODEL_GRAMMAR_H

#include "model/command.h"
#include "model/message.h"

struct grammar_day { /* what HH:MM is relative to */
	struct date day;
	int32_t offset_minutes;
};

enum grammar_result { GRAMMAR_NOTHING, GRAMMAR_COMMAND, GRAMMAR_WRONG };

/* Read LINE. On GRAMMAR_WRONG *WHY is a sentence naming the word that is wrong.
 * Owner: texts and lists live in A. */
enum grammar_result grammar_parse(struct str line, struct grammar_day day, struct command *out,
	struct message *why, struct arena *a);
/* The line that grammar_parse reads back to the same command. */
struct str grammar_print(const struct command *c, struct arena *a);

/* What could follow the last word of LINE: names of commands, then of arguments, then of values
 * of closed lists. For the prompt's completion. Returns how many; at most MAX. */
size_t grammar_complete(struct str line, struct str *found, size_t max, struct arena *a);

#endif
