#include "tui/panic.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS};

#define FATAL (sizeof(fatal) / sizeof(fatal[0]))

static struct termios modes;
static struct sigaction former[FATAL];
static char text[1024];
static size_t text_n;
static int terminal = -1;
static volatile sig_atomic_t armed;

void panic_restore(void)
{
	size_t done = 0;

	if (!armed)
		return;
	armed = 0;
	while (done < text_n) {
		ssize_t n = write(terminal, text + done, text_n - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break; /* the terminal is gone; its modes are tried all the same */
		done += (size_t)n;
	}
	(void)tcsetattr(terminal, TCSANOW, &modes);
}

static void on_crash(int signal)
{
	panic_restore();
	for (size_t i = 0; i < FATAL; i++)
		if (fatal[i] == signal)
			(void)sigaction(signal, &former[i], NULL);
	(void)raise(signal);
}

void panic_arm(int fd, const struct termios *saved, const char *restore, size_t n)
{
	static int registered;
	struct sigaction action;

	if (n > sizeof(text))
		n = sizeof(text);
	memcpy(text, restore, n);
	text_n = n;
	modes = *saved;
	if (terminal < 0) {
		memset(&action, 0, sizeof(action));
		(void)sigemptyset(&action.sa_mask);
		action.sa_handler = on_crash;
		action.sa_flags = SA_NODEFER;
		for (size_t i = 0; i < FATAL; i++)
			(void)sigaction(fatal[i], &action, &former[i]);
	}
	terminal = fd;
	if (!registered)
		registered = atexit(panic_restore) == 0;
	armed = 1;
}

void panic_disarm(void)
{
	if (terminal < 0)
		return;
	armed = 0;
	for (size_t i = 0; i < FATAL; i++)
		(void)sigaction(fatal[i], &former[i], NULL);
	terminal = -1;
}
