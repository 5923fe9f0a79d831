/* Long work on the command line: how far it is, where somebody sees it, and Ctrl-C as a wish to
 * stop in order rather than in the middle. */
#include "tui/cli_progress.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SAY_MS 100 /* between two times of saying it */

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

static int64_t now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct long_work {
	struct progress progress;
	int64_t said_ms;
	bool shown; /* the line stands there */
};

static bool go_on(void *context, int64_t done, int64_t all)
{
	struct long_work *w = context;
	int64_t now;

	if (interrupted)
		return false;
	if (done >= all || !isatty(STDERR_FILENO))
		return true;
	now = now_ms();
	if (now < w->said_ms + SAY_MS)
		return true;
	fprintf(stderr, "\r%lld / %lld\033[K", (long long)done, (long long)all);
	fflush(stderr);
	w->said_ms = now;
	w->shown = true;
	return true;
}

void cli_clear_line(const struct cli *cli)
{
	if (!cli->long_work || !cli->long_work->shown)
		return;
	fputs("\r\033[K", stderr);
	fflush(stderr);
	cli->long_work->shown = false;
}

const struct progress *cli_long_work(struct cli *cli)
{
	struct sigaction action;

	if (cli->long_work)
		return &cli->long_work->progress;
	cli->long_work = ARENA_NEW(cli->arena, struct long_work);
	cli->long_work->progress = (struct progress){go_on, cli->long_work};
	memset(&action, 0, sizeof action);
	(void)sigemptyset(&action.sa_mask);
	action.sa_handler = on_interrupt;
	/* What is being read or written goes on; a second one ends it at once. */
	action.sa_flags = (int)SA_RESETHAND | SA_RESTART;
	interrupted = 0;
	(void)sigaction(SIGINT, &action, NULL);
	return &cli->long_work->progress;
}

void cli_watch(struct cli *cli, struct registry *r)
{
	journal_watch(register_journal(r), cli_long_work(cli));
}
