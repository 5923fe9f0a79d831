/* A passphrase: typed on the terminal without echo, or read from a descriptor. Never stored,
 * logged, in the environment or among the arguments. */
#ifndef TUI_SECRET_H
#define TUI_SECRET_H

#include "tui/cli.h"

#define SECRET_MAX 256

struct secret {
	char text[SECRET_MAX];
	size_t n;
};

/* Ask for it on the terminal with PROMPT (twice with TWICE, until both agree), or read the first
 * line from descriptor FD when it is not negative. Owner: the caller wipes.
 * Errors: NO_TERMINAL, USAGE (empty or too long), FILE. */
int secret_read(const struct cli *cli, struct message prompt, bool twice, int fd,
	struct secret *out, struct error *err) MUST_CHECK;
void secret_wipe(struct secret *s);
/* Fewer than eight letters: found by whoever has the file and tries. */
bool secret_is_short(struct str passphrase);
struct str secret_str(const struct secret *s);

#endif
