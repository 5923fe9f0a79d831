#include "tui/render_child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PDF_MAX ((size_t)512 << 20)

struct render_child {
	pid_t pid; /* 0: reaped */
	int out, said;
	struct bytes pdf, words;
	char why[400];
	int status;
};

/* Two ends that no other child inherits; ours does not block. */
static int open_pipe(int ends[2], struct error *err)
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

static int spawn(const struct render_order *order, int out, int said, pid_t *pid)
{
	const char *program = order->program ? order->program : "/proc/self/exe";
	char number[24], path[4096];
	char name[] = "mahdar", reg[] = "--register", lang[] = "--lang", render[] = "render";
	char draft[] = "--draft", says[3], pages[3];
	char *argv[] = {name, reg, path, lang, says, render, number, order->draft ? draft : NULL,
		pages, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int rc;

	if ((size_t)snprintf(path, sizeof path, "%s", order->register_path) >= sizeof path)
		return ENAMETOOLONG;
	(void)snprintf(number, sizeof number, "%lld", (long long)order->session);
	(void)snprintf(says, sizeof says, "%s", lang_code(order->says));
	(void)snprintf(pages, sizeof pages, "%s", lang_code(order->lang));
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

struct render_child *render_start(const struct render_order *order, struct error *err)
{
	struct render_child *c;
	int out[2], said[2], rc;
	pid_t pid = 0;

	if (open_pipe(out, err) < 0)
		return NULL;
	if (open_pipe(said, err) < 0) {
		close(out[0]);
		close(out[1]);
		return NULL;
	}
	rc = spawn(order, out[1], said[1], &pid);
	close(out[1]);
	close(said[1]);
	if (rc != 0) {
		close(out[0]);
		close(said[0]);
		errno = rc;
		(void)error_sys(
			err, ERROR_FILE, "%s", order->program ? order->program : "/proc/self/exe");
		return NULL;
	}
	c = memory_source.take(sizeof *c);
	*c = (struct render_child){.pid = pid, .out = out[0], .said = said[0]};
	return c;
}

int render_fd(const struct render_child *c)
{
	return c->out;
}

/* 1: end of it, 0: nothing more for now, -1: cannot be read, or there is no end to it. */
static int drain(int fd, struct bytes *into, size_t max)
{
	char buf[65536];

	for (;;) {
		ssize_t n = read(fd, buf, sizeof buf);

		if (n > 0) {
			if (into->n + (size_t)n > max)
				return -1;
			bytes_add(into, buf, (size_t)n);
		} else if (n == 0) {
			return 1;
		} else if (errno != EINTR) {
			return errno == EAGAIN ? 0 : -1;
		}
	}
}

static void reap(struct render_child *c)
{
	while (c->pid && waitpid(c->pid, &c->status, 0) < 0 && errno == EINTR)
		;
	c->pid = 0;
}

/* The last line the child said, without the name of the program before it. */
static void take_words(struct render_child *c)
{
	static const char name[] = "mahdar: ";
	size_t from, to;

	(void)drain(c->said, &c->words, 65536);
	to = c->words.n;
	while (to > 0 && c->words.p[to - 1] == '\n')
		to--;
	for (from = to; from > 0 && c->words.p[from - 1] != '\n'; from--)
		;
	if (to - from > sizeof name - 1 && memcmp(c->words.p + from, name, sizeof name - 1) == 0)
		from += sizeof name - 1;
	if (to - from > sizeof RENDER_PAGE - 1 &&
		memcmp(c->words.p + from, RENDER_PAGE, sizeof RENDER_PAGE - 1) == 0)
		return; /* it broke off between two pages, without a word */
	if (to > from)
		(void)snprintf(c->why, sizeof c->why, "%.*s", (int)(to - from),
			(const char *)c->words.p + from);
}

bool render_pages(struct render_child *c, int64_t *done, int64_t *all)
{
	char line[64];
	size_t from, to;
	long long n, of;

	(void)drain(c->said, &c->words, 65536);
	for (to = c->words.n; to > 0 && c->words.p[to - 1] != '\n'; to--)
		;
	if (to == 0)
		return false;
	for (from = to - 1; from > 0 && c->words.p[from - 1] != '\n'; from--)
		;
	if (to - from >= sizeof line)
		return false;
	memcpy(line, c->words.p + from, to - from);
	line[to - from] = '\0';
	if (sscanf(line, RENDER_PAGE "%lld %lld", &n, &of) != 2)
		return false;
	*done = n;
	*all = of;
	return true;
}

enum render_state render_take(struct render_child *c)
{
	int rc = drain(c->out, &c->pdf, PDF_MAX);

	if (rc == 0)
		return RENDER_GOES_ON;
	if (rc < 0 && c->pid)
		(void)kill(c->pid, SIGKILL);
	reap(c);
	if (rc > 0 && WIFEXITED(c->status) && WEXITSTATUS(c->status) == 0 && c->pdf.n)
		return RENDER_DONE;
	take_words(c);
	return RENDER_FAILED;
}

struct str render_pdf(const struct render_child *c)
{
	return (struct str){(const char *)c->pdf.p, c->pdf.n};
}

struct message render_why(const struct render_child *c)
{
	if (c->why[0])
		return MSG("The pages could not be drawn: {why}", A_STR("why", str_of(c->why)));
	return TEXT(
		"The pages could not be drawn: the program that draws them broke off. Try again.");
}

void render_close(struct render_child *c)
{
	if (!c)
		return;
	if (c->pid) {
		(void)kill(c->pid, SIGKILL);
		reap(c);
	}
	close(c->out);
	close(c->said);
	bytes_free(&c->pdf);
	bytes_free(&c->words);
	memory_source.give(c);
}
