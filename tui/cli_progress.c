/* Long work on the command line: how far it is, where somebody sees it, and Ctrl-C as a wish to
 * stop in order rather than in the middle. */
#include "tui/cli_progress.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

static bool go_on(void *context, int64_t done, int64_t all)
{
	(void)context;
	if (isatty(STDERR_FILENO)) {
		fprintf(stderr, done < all ? "\r%lld / %lld" : "\r\033[K", (long long)done,
			(long long)all);
		fflush(stderr);
	}
	return !interrupted;
}

void cli_watch(struct registry *r)
{
	static const struct progress progress = {go_on, NULL};
	struct sigaction action;

	memset(&action, 0, sizeof action);
	(void)sigemptyset(&action.sa_mask);
	action.sa_handler = on_interrupt;
	action.sa_flags = (int)SA_RESETHAND; /* a second one ends it at once */
	interrupted = 0;
	(void)sigaction(SIGINT, &action, NULL);
	journal_watch(register_journal(r), &progress);
}
