#include "tui/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

int child_pipe(int ends[2], struct error *err)
{
	if (pipe2(ends, O_CLOEXEC) < 0)
		return error_sys(err, ERROR_FILE, "pipe");
	if (fcntl(ends[0], F_SETFL, O_NONBLOCK) < 0) {
		(void)error_sys(err, ERROR_FILE, "pipe");
		close(ends[0]);
		close(ends[1]);
		return -1;
	}
	return 0;
}

/* As a program finds itself when a shell starts it: no signal blocked or ignored. */
static int set_attributes(posix_spawnattr_t *attributes)
{
	sigset_t none, all;
	int rc;

	sigemptyset(&none);
	sigfillset(&all);
	sigdelset(&all, SIGKILL);
	sigdelset(&all, SIGSTOP);
	rc = posix_spawnattr_setsigmask(attributes, &none);
	if (rc == 0)
		rc = posix_spawnattr_setsigdefault(attributes, &all);
	if (rc == 0)
		rc = posix_spawnattr_setflags(
			attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	return rc;
}

static int spawn(const char *program, char *const argv[], int out, int said, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int rc;

	if ((rc = posix_spawn_file_actions_init(&actions)) != 0)
		return rc;
	if ((rc = posix_spawnattr_init(&attributes)) != 0) {
		posix_spawn_file_actions_destroy(&actions);
		return rc;
	}
	rc = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	if (rc == 0)
		rc = posix_spawn_file_actions_adddup2(&actions, out, 1);
	if (rc == 0)
		rc = posix_spawn_file_actions_adddup2(&actions, said, 2);
	if (rc == 0)
		rc = set_attributes(&attributes);
	if (rc == 0)
		rc = posix_spawn(pid, program, &actions, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return rc;
}

int child_start(
	const char *program, char *const argv[], int out, int said, pid_t *pid, struct error *err)
{
	const char *path = program ? program : "/proc/self/exe";
	int rc = spawn(path, argv, out, said, pid);

	if (rc == 0)
		return 0;
	errno = rc;
	return error_sys(err, ERROR_FILE, "%s", path);
}

void child_reap(pid_t *pid, int *status)
{
	while (*pid && waitpid(*pid, status, 0) < 0 && errno == EINTR)
		;
	*pid = 0;
}
