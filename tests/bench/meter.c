#include "tests/bench/meter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/test.h"

/* --- a terminal just good enough: it answers what programs ask, as xterm does; the answer every
 * terminal gives comes last, for programs wait for that one --- */

static const struct {
	const char *question, *answer;
} answers[] = {
	{"\033[>c", "\033[>41;379;0c"},
	{"\033[>0q", "\033P>|XTerm(379)\033\\"},
	{"\033[8$p", "\033[8;0$y"},
	{"\033]11;?", "\033]11;rgb:0000/0000/0000\033\\"},
	{"\033]10;?", "\033]10;rgb:ffff/ffff/ffff\033\\"},
	{"\033[6n", "\033[1;1R"},
	{"\033[c", "\033[?64;1;2;6;9;15;16;17;18;21;22;28c"},
	{"\033[0c", "\033[?64;1;2;6;9;15;16;17;18;21;22;28c"},
};

static void answer(struct pane *s, const char *text, size_t n)
{
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		const char *q = answers[i].question, *a = answers[i].answer;

		if (memmem(text, n, q, strlen(q)) && write(s->master, a, strlen(a)) < 0)
			bench_die("the terminal", strerror(errno));
	}
}

/* Look for questions in what came and in the seam to what came before. */
static void listen(struct pane *s, const char *text, size_t n)
{
	char seam[128];
	size_t head = n < 16 ? n : 16, keep = s->tail_n < 16 ? s->tail_n : 16;

	/* A question inside the tail was answered then; only one across the seam is new. */
	memcpy(seam, s->tail + s->tail_n - keep, keep);
	memcpy(seam + keep, text, head);
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		const char *q = answers[i].question, *a = answers[i].answer;
		char *at = memmem(seam, keep + head, q, strlen(q));

		if (at && (size_t)(at - seam) < keep && (size_t)(at - seam) + strlen(q) > keep &&
			write(s->master, a, strlen(a)) < 0)
			bench_die("the terminal", strerror(errno));
	}
	answer(s, text, n);
	s->tail_n = n < sizeof s->tail ? n : sizeof s->tail;
	memcpy(s->tail, text + n - s->tail_n, s->tail_n);
}

void pane_start(struct pane *s, const struct program *p, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	*s = (struct pane){.master = -1};
	s->pid = forkpty(&s->master, NULL, NULL, &size);
	if (s->pid < 0)
		bench_die(p->name, strerror(errno));
	if (s->pid == 0) {
		char *argv[sizeof p->argv / sizeof *p->argv];

		for (size_t i = 0; i < sizeof argv / sizeof *argv; i++)
			argv[i] = p->argv[i] ? strdup(p->argv[i]) : NULL;
		(void)unsetenv("LINES");
		(void)unsetenv("COLUMNS");
		(void)unsetenv("TMUX");
		(void)unsetenv("STY");
		(void)unsetenv("NO_COLOR");
		(void)setenv("TERM", "xterm-256color", 1);
		(void)setenv("LC_ALL", "C.UTF-8", 1);
		if (chdir(test_srcdir()) == 0)
			execvp(argv[0], argv);
		_exit(127);
	}
}

double pane_settle(struct pane *s, int quiet_ms, int first_ms)
{
	double last = 0;
	char text[16384];

	for (;;) {
		struct pollfd f = {.fd = s->master, .events = POLLIN};
		int ready = poll(&f, 1, last > 0 ? quiet_ms : first_ms);
		ssize_t n;

		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return last;
		n = read(s->master, text, sizeof text);
		if (n <= 0)
			return last;
		last = bench_now();
		s->bytes += (size_t)n;
		listen(s, text, (size_t)n);
	}
}

bool pane_alive(const struct pane *s)
{
	int status;

	return waitpid(s->pid, &status, WNOHANG) == 0;
}

double pane_cpu_ms(const struct pane *s)
{
	struct timespec t;
	clockid_t id;

	if (clock_getcpuclockid(s->pid, &id) != 0 || clock_gettime(id, &t) < 0)
		bench_die("the clock of a process", "cannot be read");
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void pane_end(struct pane *s)
{
	if (s->pid > 0) {
		(void)kill(s->pid, SIGKILL);
		(void)waitpid(s->pid, NULL, 0);
	}
	if (s->master >= 0)
		(void)close(s->master);
	s->pid = 0;
	s->master = -1;
}

bool program_installed(const char *name)
{
	const char *path = getenv("PATH");
	char file[4096];

	if (name[0] == '/')
		return access(name, X_OK) == 0;
	while (path && *path) {
		size_t n = strcspn(path, ":");

		(void)snprintf(file, sizeof file, "%.*s/%s", (int)n, path, name);
		if (access(file, X_OK) == 0)
			return true;
		path += n + (path[n] == ':');
	}
	return false;
}

double pane_press(struct pane *s, const char *key, int quiet_ms)
{
	double start = bench_now(), last;

	if (write(s->master, key, strlen(key)) < 0)
		bench_die("a key", strerror(errno));
	last = pane_settle(s, quiet_ms, 300);
	return last > 0 ? (last - start) * 1000 : -1;
}

/* --- comparing --- */

static void say(const struct program *p, const struct paints *k, const char *slow, bool keys)
{
	char what[120];

	if (keys)
		(void)snprintf(
			what, sizeof what, "%s: median (%zu bytes a key)", p->name, k->bytes);
	else
		(void)snprintf(what, sizeof what, "%s: median", p->name);
	bench_figure(what, k->median, "ms", 0);
	(void)snprintf(what, sizeof what, "%s: %s", p->name, slow);
	bench_figure(what, k->slow, "ms", 0);
	if (!keys)
		return;
	(void)snprintf(what, sizeof what, "%s: p99 of its own processor time", p->name);
	bench_figure(what, k->work, "ms", 0);
}

void meter_starts(const struct program *programs, size_t n, int rows, int cols, struct paints *out)
{
	double *took = calloc(n * METER_STARTS, sizeof *took);
	char what[120];

	if (!took)
		bench_die("starts", "no memory");
	for (size_t i = 0; i < METER_STARTS; i++) {
		for (size_t p = 0; p < n; p++) {
			struct pane s;
			double start = bench_now(), last;

			if (programs[p].absent)
				continue;
			pane_start(&s, &programs[p], rows, cols);
			last = pane_settle(&s, METER_QUIET_START, METER_PATIENCE);
			if (last <= 0 || !pane_alive(&s))
				bench_die(programs[p].name, "does not start");
			took[p * METER_STARTS + i] = (last - start) * 1000;
			pane_end(&s);
		}
	}
	(void)snprintf(what, sizeof what,
		"Start to first full paint, %dx%d, median and slowest of %d", cols, rows,
		METER_STARTS);
	bench_heading(what);
	for (size_t p = 0; p < n; p++) {
		double *own = took + p * METER_STARTS;

		if (programs[p].absent) {
			bench_skip(programs[p].name, "not installed");
			continue;
		}
		out[p] = (struct paints){
			.median = bench_quantile(own, METER_STARTS, 500),
			.slow = bench_quantile(own, METER_STARTS, 1000),
		};
		say(&programs[p], &out[p], "slowest", false);
	}
	free(took);
}

struct keys {
	struct pane pane;
	double took[METER_KEYS], work[METER_KEYS], bytes[METER_KEYS];
	size_t n, all;
};

static void one_key(struct keys *k, const char *key)
{
	size_t before = k->pane.bytes;
	double cpu = pane_cpu_ms(&k->pane);
	double ms = pane_press(&k->pane, key, METER_QUIET_KEY);

	if (ms < 0)
		return;
	k->bytes[k->n] = (double)(k->pane.bytes - before);
	k->work[k->n] = pane_cpu_ms(&k->pane) - cpu;
	k->took[k->n++] = ms;
	k->all += k->pane.bytes - before;
}

static void begin(const struct program *p, struct keys *k, int rows, int cols)
{
	k->pane.master = -1;
	if (p->absent)
		return;
	pane_start(&k->pane, p, rows, cols);
	if (pane_settle(&k->pane, METER_QUIET_START, METER_PATIENCE) <= 0)
		bench_die(p->name, "does not start");
	if (p->before)
		(void)pane_press(&k->pane, p->before, METER_QUIET_START);
}

void meter_keys(const struct program *programs, size_t n, int rows, int cols, struct paints *out)
{
	struct keys *k = calloc(n, sizeof *k);
	char what[120];

	if (!k)
		bench_die("keys", "no memory");
	for (size_t p = 0; p < n; p++)
		begin(&programs[p], &k[p], rows, cols);
	for (size_t i = 0; i < METER_KEYS; i++) {
		for (size_t p = 0; p < n; p++) {
			if (!programs[p].absent)
				one_key(&k[p],
					i / 4 % 2 == 0 ? programs[p].forth : programs[p].back);
		}
	}
	(void)snprintf(what, sizeof what, "Key to paint, %dx%d, median and p99 of %d keys", cols,
		rows, METER_KEYS);
	bench_heading(what);
	for (size_t p = 0; p < n; p++) {
		if (programs[p].absent) {
			bench_skip(programs[p].name, "not installed");
			continue;
		}
		pane_end(&k[p].pane);
		if (k[p].n < METER_KEYS / 2)
			bench_die(programs[p].name, "does not repaint when a key is pressed");
		out[p] = (struct paints){
			.median = bench_quantile(k[p].took, k[p].n, 500),
			.slow = bench_quantile(k[p].took, k[p].n, 990),
			.work = bench_quantile(k[p].work, k[p].n, 990),
			.bytes = k[p].all / k[p].n,
			.most = (size_t)bench_quantile(k[p].bytes, k[p].n, 990),
		};
		say(&programs[p], &out[p], "p99", true);
	}
	free(k);
}
