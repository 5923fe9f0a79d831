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
static char also_text[128];
static size_t also_n;
static int terminal = -1, also = -1;
static volatile sig_atomic_t armed;

static void write_all(int fd, const char *from, size_t n)
{
	size_t done = 0;

	while (done < n) {
		ssize_t some = write(fd, from + done, n - done);

		if (some < 0 && errno == EINTR)
			continue;
		if (some <= 0)
			break; /* the terminal is gone; what else is to be done is tried all the
				  same */
		done += (size_t)some;
	}
}

/* Once; nothing when it is not armed. */
static void panic_restore(void)
{
	if (!armed)
		return;
	armed = 0;
	write_all(terminal, text, text_n);
	if (also >= 0)
		write_all(also, also_text, also_n);
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

void panic_arm_also(int fd, const char *restore, size_t n)
{
	also_n = n < sizeof(also_text) ? n : sizeof(also_text);
	memcpy(also_text, restore, also_n);
	also = fd;
}

void panic_disarm(void)
{
	if (terminal < 0)
		return;
	armed = 0;
	for (size_t i = 0; i < FATAL; i++)
		(void)sigaction(fatal[i], &former[i], NULL);
	terminal = also = -1;
}
