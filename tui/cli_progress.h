#ifndef TUI_CLI_PROGRESS_H
#define TUI_CLI_PROGRESS_H

#include "tui/cli.h"

/* From now on Ctrl-C is a wish that long work hears, and how far that is stands in a line of its
 * own where standard error is a terminal. Owner: the arena of CLI. */
const struct progress *cli_long_work(struct cli *cli);
/* The same for long work on R. */
void cli_watch(struct cli *cli, struct registry *r);

#endif
