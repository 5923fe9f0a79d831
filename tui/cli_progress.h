#ifndef TUI_CLI_PROGRESS_H
#define TUI_CLI_PROGRESS_H

#include "tui/cli.h"

/* From now on long work on R shows how far it is when standard error is a terminal, and Ctrl-C
 * makes it stop with nothing written. */
void cli_watch(struct registry *r);

#endif
