#include "tui/clipboard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "storage/file.h"

/* Terminals cut longer sequences off. */
#define TERMINAL_MAX 70000
#define PROGRAM_MS   3000
#define FILE_NAME    "mahdar-copy.txt"

static bool set(const char *name)
{
	const char *value = getenv(name);

	return value && value[0];
}

/* Wait for the child; one that takes too long is ended. True when it did its work. */
static bool ended_well(pid_t child)
{
	const struct timespec pause = {0, 5000000};
	int status;

	for (int ms = 0; ms < PROGRAM_MS; ms += 5) {
		pid_t done = waitpid(child, &status, WNOHANG);

		if (done == child)
			return WIFEXITED(status) && WEXITSTATUS(status) == 0;
		if (done < 0 && errno != EINTR)
			return false;
		(void)nanosleep(&pause, NULL);
	}
	(void)kill(child, SIGKILL);
	(void)waitpid(child, &status, 0);
	return false;
}

/* Run ARGV with the file PATH as what it reads; silent. */
static bool run(const char *const *argv, const char *path)
{
	union {
		const char *const *read;
		char *const *write; /* as exec wants it; it does not write */
	} args = {.read = argv};
	posix_spawn_file_actions_t actions;
	pid_t child;
	bool started;

	if (posix_spawn_file_actions_init(&actions) != 0)
		return false;
	started =
		posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0) == 0 &&
		posix_spawn_file_actions_addopen(
			&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
		posix_spawn_file_actions_addopen(
			&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
		posix_spawnp(&child, argv[0], &actions, NULL, args.write, environ) == 0;
	(void)posix_spawn_file_actions_destroy(&actions);
	return started && ended_well(child);
}

static bool by_program(const char *path)
{
	static const char *const wayland[] = {"wl-copy", NULL};
	static const char *const xclip[] = {"xclip", "-selection", "clipboard", NULL};
	static const char *const xsel[] = {"xsel", "--clipboard", "--input", NULL};

	if (set("WAYLAND_DISPLAY") && run(wayland, path))
		return true;
	return set("DISPLAY") && (run(xclip, path) || run(xsel, path));
}

int clipboard_put(struct term *term, struct str text, enum clipboard_way *way, struct str *path,
	struct arena *a, struct error *err)
{
	const char *home = getenv("HOME"), *file;
	struct str parts[] = {str_of(home && home[0] ? home : "."), STR("/" FILE_NAME)};
	bool taken = text.n <= TERMINAL_MAX && term_copy(term, text);

	*way = CLIPBOARD_TERMINAL;
	if (taken)
		return 0;
	*path = arena_join(a, parts, ARRAY_LEN(parts));
	file = arena_z(a, *path);
	if (file_write(file, text.p, text.n, 0600, FILE_REPLACE, err) < 0)
		return -1;
	*way = CLIPBOARD_FILE;
	if (home && home[0]) /* short enough for a line, and as people know it */
		*path = STR("~/" FILE_NAME);
	if (by_program(file)) {
		*way = CLIPBOARD_PROGRAM;
		(void)unlink(file);
	}
	return 0;
}
