#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int taken[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGPIPE};

#define TAKEN (sizeof(taken) / sizeof(taken[0]))

static volatile sig_atomic_t came[TAKEN];
static struct sigaction former[TAKEN];
static int ends[2] = {-1, -1};

static void on_signal(int signal)
{
	int kept = errno;

	for (size_t i = 0; i < TAKEN; i++)
		if (taken[i] == signal)
			came[i] = 1;
	/* A full pipe is as good: it is readable already. */
	if (write(ends[1], "", 1) < 0 && errno != EAGAIN)
		_exit(128 + signal);
	errno = kept;
}

int signals_open(void)
{
	struct sigaction action;

	if (ends[0] < 0 && pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
		return -1;
	memset(&action, 0, sizeof(action));
	(void)sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < TAKEN; i++) {
		came[i] = 0;
		action.sa_handler = taken[i] == SIGPIPE ? SIG_IGN : on_signal;
		if (sigaction(taken[i], &action, &former[i]) < 0)
			return -1;
	}
	return ends[0];
}

void signals_close(void)
{
	if (ends[0] < 0)
		return;
	for (size_t i = 0; i < TAKEN; i++)
		(void)sigaction(taken[i], &former[i], NULL);
	(void)close(ends[0]);
	(void)close(ends[1]);
	ends[0] = ends[1] = -1;
}

void signals_drain(void)
{
	char bytes[64];

	while (read(ends[0], bytes, sizeof(bytes)) > 0)
		;
}

bool signals_take(int signal)
{
	for (size_t i = 0; i < TAKEN; i++)
		if (taken[i] == signal && came[i]) {
			came[i] = 0;
			return true;
		}
	return false;
}
