/* Signals as something to poll for: the handlers only set a flag and write one byte. */
#ifndef TUI_SIGNALS_H
#define TUI_SIGNALS_H

#include <stdbool.h>

/* Takes SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP and SIGCONT; ignores SIGPIPE. Returns
 * the descriptor that becomes readable, or -1 with errno. Once at a time. */
int signals_open(void);
void signals_close(void); /* the former handlers come back */
/* Empties the descriptor; call before signals_take. */
void signals_drain(void);
/* Whether SIGNAL came since it was last asked. */
bool signals_take(int signal);

#endif
