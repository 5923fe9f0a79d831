/* From starting a program to the last byte of its first picture, and from a key to the last byte of
 * the repaint, on pseudo-terminals of two sizes; the desk on the sample session beside htop and
 * whatever else of its kind is installed, in turn, so that all meet the same disturbances.
 * A picture is complete when nothing has come for a while; that wait is not part of the figure. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/pen.h"
#include "tests/test.h"

#define STARTS         15
#define KEYS           300
#define QUIET_START_MS 200
#define QUIET_KEY_MS   12
#define PATIENCE_MS    5000
#define DOWN           "\033OB"
#define UP             "\033OA"

struct program {
	const char *name;
	const char *argv[8];
	const char *forth, *back; /* keys pressed by turns, so that there is always room to move */
	const char *before;       /* pressed once, unmeasured: opens the session; NULL: nothing */
	bool absent;
};

struct screen {
	pid_t pid;
	int master;
	char tail[64]; /* the end of what came, where a question may have been cut in two */
	size_t tail_n;
	size_t bytes;
};

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

static void answer(struct screen *s, const char *text, size_t n)
{
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		const char *q = answers[i].question, *a = answers[i].answer;

		if (memmem(text, n, q, strlen(q)) && write(s->master, a, strlen(a)) < 0)
			bench_die("the terminal", strerror(errno));
	}
}

/* Look for questions in what came and in the seam to what came before. */
static void listen(struct screen *s, const char *text, size_t n)
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

static void screen_start(struct screen *s, const struct program *p, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	*s = (struct screen){.master = -1};
	s->pid = forkpty(&s->master, NULL, NULL, &size);
	if (s->pid < 0)
		bench_die(p->name, strerror(errno));
	if (s->pid == 0) {
		char *argv[8];

		for (size_t i = 0; i < 8; i++)
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

/* Read until nothing came for QUIET_MS; the moment of the last byte, or 0 when none came at all
 * within PATIENCE_MS (FIRST: wait so long for the first byte). */
static double screen_settle(struct screen *s, int quiet_ms, int first_ms)
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

static bool screen_alive(const struct screen *s)
{
	int status;

	return waitpid(s->pid, &status, WNOHANG) == 0;
}

static void screen_end(struct screen *s)
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

/* --- the programs --- */

enum { DESK, HTOP, PROGRAMS = 7 };

static bool installed(const char *name)
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

/* --- figures --- */

static void starts(const struct program *programs, int rows, int cols)
{
	double took[PROGRAMS][STARTS], median[PROGRAMS], slow[PROGRAMS];
	char what[120];

	for (size_t i = 0; i < STARTS; i++) {
		for (size_t p = 0; p < PROGRAMS; p++) {
			struct screen s;
			double start = bench_now(), last;

			if (programs[p].absent)
				continue;
			screen_start(&s, &programs[p], rows, cols);
			last = screen_settle(&s, QUIET_START_MS, PATIENCE_MS);
			if (last <= 0 || !screen_alive(&s))
				bench_die(programs[p].name, "does not start");
			took[p][i] = (last - start) * 1000;
			screen_end(&s);
		}
	}
	(void)snprintf(what, sizeof what,
		"Start to first full paint, %dx%d, median and slowest of %d", cols, rows, STARTS);
	bench_heading(what);
	for (size_t p = 0; p < PROGRAMS; p++) {
		if (programs[p].absent) {
			bench_skip(programs[p].name, "not installed");
			continue;
		}
		median[p] = bench_quantile(took[p], STARTS, 500);
		slow[p] = bench_quantile(took[p], STARTS, 1000);
		(void)snprintf(what, sizeof what, "%s: median", programs[p].name);
		bench_figure(what, median[p], "ms", 0);
		(void)snprintf(what, sizeof what, "%s: slowest", programs[p].name);
		bench_figure(what, slow[p], "ms", 0);
	}
	if (!programs[HTOP].absent) {
		bench_figure("the desk / htop, medians", median[DESK] / median[HTOP], "x", 1);
		bench_figure("the desk / htop, slowest", slow[DESK] / slow[HTOP], "x", 1);
	}
}

/* Milliseconds from the key to the last byte of its repaint; below 0 when nothing is repainted. */
static double press(struct screen *s, const char *key, int quiet_ms)
{
	double start = bench_now(), last;

	if (write(s->master, key, strlen(key)) < 0)
		bench_die("a key", strerror(errno));
	last = screen_settle(s, quiet_ms, 300);
	return last > 0 ? (last - start) * 1000 : -1;
}

struct keys {
	struct screen screen;
	double took[KEYS];
	size_t n, bytes;
};

/* One figure of 300 keys for every program, pressed in turn. */
static void keys(const struct program *programs, int rows, int cols, struct keys *k)
{
	double median[PROGRAMS], slow[PROGRAMS];
	char what[120];

	for (size_t p = 0; p < PROGRAMS; p++) {
		k[p] = (struct keys){.screen = {.master = -1}};
		if (programs[p].absent)
			continue;
		screen_start(&k[p].screen, &programs[p], rows, cols);
		if (screen_settle(&k[p].screen, QUIET_START_MS, PATIENCE_MS) <= 0)
			bench_die(programs[p].name, "does not start");
		if (programs[p].before)
			(void)press(&k[p].screen, programs[p].before, QUIET_START_MS);
	}
	for (size_t i = 0; i < KEYS; i++) {
		for (size_t p = 0; p < PROGRAMS; p++) {
			size_t before = k[p].screen.bytes;
			double ms;

			if (programs[p].absent)
				continue;
			ms = press(&k[p].screen,
				i / 4 % 2 == 0 ? programs[p].forth : programs[p].back,
				QUIET_KEY_MS);
			if (ms < 0)
				continue;
			k[p].took[k[p].n++] = ms;
			k[p].bytes += k[p].screen.bytes - before;
		}
	}
	(void)snprintf(what, sizeof what, "Key to paint, %dx%d, median and p99 of %d keys", cols,
		rows, KEYS);
	bench_heading(what);
	for (size_t p = 0; p < PROGRAMS; p++) {
		if (programs[p].absent) {
			bench_skip(programs[p].name, "not installed");
			continue;
		}
		screen_end(&k[p].screen);
		if (k[p].n < KEYS / 2)
			bench_die(programs[p].name, "does not repaint when a key is pressed");
		median[p] = bench_quantile(k[p].took, k[p].n, 500);
		slow[p] = bench_quantile(k[p].took, k[p].n, 990);
		(void)snprintf(what, sizeof what, "%s: median (%zu bytes a key)", programs[p].name,
			k[p].bytes / k[p].n);
		bench_figure(what, median[p], "ms", 0);
		(void)snprintf(what, sizeof what, "%s: p99", programs[p].name);
		bench_figure(what, slow[p], "ms", 0);
	}
	if (!programs[HTOP].absent) {
		bench_figure("the desk / htop, medians", median[DESK] / median[HTOP], "x", 1);
		bench_figure("the desk / htop, p99", slow[DESK] / slow[HTOP], "x", 1);
	}
}

/* The first start makes the sample register as well; a figure of its own, without a bar. */
static void first(const struct program *desk)
{
	struct screen s;
	double start = bench_now(), last;

	screen_start(&s, desk, 24, 80);
	last = screen_settle(&s, 600, PATIENCE_MS);
	if (last <= 0 || !screen_alive(&s))
		bench_die("mahdar demo", "does not start");
	screen_end(&s);
	bench_heading("The very first start");
	bench_figure(
		"mahdar demo, the sample register made on the way", (last - start) * 1000, "ms", 0);
}

int main(void)
{
	char *folder = scratch_make();
	char dir[4096], text[4096], git[4096];
	struct program programs[PROGRAMS] = {
		{"the desk", {bench_program(), "demo", "--dir", dir}, DOWN, UP, "\r", false},
		/* no repaints of its own while a key is timed */
		{"htop", {"htop", "--delay=100"}, DOWN, UP, NULL, false},
		{"tig", {"tig"}, DOWN, UP, NULL, false},
		{"less", {"less", text}, "j", "k", NULL, false},
		{"vim", {"vim", "-n", text}, DOWN, UP, NULL, false},
		{"nano", {"nano", "-v", text}, DOWN, UP, NULL, false},
		{"mc", {"mc", "--nosubshell"}, DOWN, UP, NULL, false},
	};
	struct keys *k = calloc(PROGRAMS, sizeof *k);

	if (!k)
		bench_die("keys", "no memory");
	(void)snprintf(dir, sizeof dir, "%s/sample", folder);
	(void)snprintf(text, sizeof text, "%s/LICENSE", test_srcdir());
	(void)snprintf(git, sizeof git, "%s/.git", test_srcdir());
	for (size_t p = 0; p < PROGRAMS; p++)
		programs[p].absent = !installed(programs[p].argv[0]);
	programs[2].absent = programs[2].absent || access(git, F_OK) != 0;
	first(&programs[DESK]);
	starts(programs, 24, 80);
	starts(programs, 45, 160);
	keys(programs, 24, 80, k);
	keys(programs, 45, 160, k);
	free(k);
	scratch_remove(folder);
	return 0;
}
