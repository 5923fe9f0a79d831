/* The text form of commands: `[@TIME] noun.verb key=value …`. One line is one command is one
 * commit. TIME is RFC 3339, or H:MM[:SS] of the sitting's day. Words are parted by blanks; values
 * are bare words or JSON strings with all their escapes; lists are joined by commas; votes are
 * item/n; amounts are 1234, 1234,56 or 1234.56; yes and no. Blank lines and lines beginning with #
 * are nothing. */
#ifndef MODEL_GRAMMAR_H
#define MODEL_GRAMMAR_H

#include "model/command.h"
#include "model/message.h"

struct grammar_day { /* what HH:MM is relative to; year 0: there is none */
	struct date day;
	int32_t offset_minutes;
};

enum grammar_result { GRAMMAR_NOTHING, GRAMMAR_COMMAND, GRAMMAR_WRONG };

/* Read LINE. On GRAMMAR_WRONG *WHY is a sentence naming the word that is wrong. What is read is
 * within the limits of the field tables (field_wrong finds nothing). An escape can spell text that
 * is not NFC: the caller's door (locale/text.h) sees to that, of the line and of the texts.
 * Owner: texts and lists live in A. */
enum grammar_result grammar_parse(struct str line, struct grammar_day day, struct command *out,
	struct message *why, struct arena *a);
/* The line that grammar_parse reads back to the same command, whatever the day. Empty for a
 * command that has no text form. C must be within the limits of its table. */
struct str grammar_print(const struct command *c, struct arena *a);

/* What the last word of LINE could become: names of commands, then arguments ("chair=", required
 * ones first, none twice), then values of closed lists ("value=for"). For the prompt's completion.
 * Returns how many; at most MAX. Texts live in A or for ever. */
size_t grammar_complete(struct str line, struct str *found, size_t max, struct arena *a);
/* Where that last word begins: at line.n when a new one would begin. */
size_t grammar_last_word(struct str line);

#endif
