#include "tui/render_child.h"

#include "tui/child.h"

#include <errno.h>
#include <signal.h>
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

static int start(const struct render_order *order, int out, int said, pid_t *pid, struct error *err)
{
	char number[24], path[4096];
	char name[] = "mahdar", reg[] = "--register", lang[] = "--lang", render[] = "render";
	char draft[] = "--draft", says[3], pages[3];
	char *argv[] = {name, reg, path, lang, says, render, number, order->draft ? draft : NULL,
		pages, NULL};

	if ((size_t)snprintf(path, sizeof path, "%s", order->register_path) >= sizeof path) {
		errno = ENAMETOOLONG;
		return error_sys(err, ERROR_FILE, "%s", order->register_path);
	}
	(void)snprintf(number, sizeof number, "%lld", (long long)order->session);
	(void)snprintf(says, sizeof says, "%s", lang_code(order->says));
	(void)snprintf(pages, sizeof pages, "%s", lang_code(order->lang));
	return child_start(order->program, argv, out, said, pid, err);
}

struct render_child *render_start(const struct render_order *order, struct error *err)
{
	struct render_child *c;
	int out[2], said[2], rc;
	pid_t pid = 0;

	if (child_pipe(out, err) < 0)
		return NULL;
	if (child_pipe(said, err) < 0) {
		close(out[0]);
		close(out[1]);
		return NULL;
	}
	rc = start(order, out[1], said[1], &pid, err);
	close(out[1]);
	close(said[1]);
	if (rc != 0) {
		close(out[0]);
		close(said[0]);
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
	child_reap(&c->pid, &c->status);
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
		child_reap(&c->pid, &c->status);
	}
	close(c->out);
	close(c->said);
	bytes_free(&c->pdf);
	bytes_free(&c->words);
	memory_source.give(c);
}
