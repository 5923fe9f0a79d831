/* Ten thousand members and a thousand items, which no chamber has: what a key costs at the desk
 * with the disk in it, what the quorum and the tally cost, and how long the minutes take. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "locale/resolve.h"
#include "model/minutes.h"
#include "storage/record/text.h"
#include "tests/bench/bench.h"
#include "tests/bench/meter.h"
#include "tests/many.h"
#include "tests/pen.h"

#define MEMBERS 10000
#define ITEMS   1000
#define MARKS   400
#define ROUNDS  200
#define ROWS    45
#define COLS    160

/* Processor time of this process, in ms. */
static double cpu_ms(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t) < 0)
		bench_die("the processor's clock", "cannot be read");
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void begin(struct driver *t, const char *kind)
{
	struct builder b;

	many_open(t, LANG_FR, MEMBERS, ITEMS);
	builder_init(&b, &t->arena);
	builder_add_z(&b,
		"@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\n"
		"attendance.all\nattendance.absent member=15,27 excused=yes\n"
		"quorum.record\nitem.open item=1\nitem.present member=4\nvote.open kind=");
	builder_add_z(&b, kind);
	builder_add_char(&b, '\n');
	driver_play(t, builder_str(&b).p);
}

struct keys {
	const char *what;
	const char *const *keys; /* one after the other, again and again … */
	size_t n;
	bool records; /* … and every one of them is an act */
};

/* An act is on the disk before it is on the screen, so the slowest of a hundred is the disk's as
 * much as the desk's. What the disk takes is measured between the keys and allowed for; what the
 * desk takes, its processor time, is held to the bar by itself. */
static void slowest(const char *what, double *took, double *work, double *bare, size_t n)
{
	char title[120];
	double disk = bare ? bench_quantile(bare, n, 990) : 0;

	(void)snprintf(title, sizeof title, "%s: p99", what);
	bench_figure(title, bench_quantile(took, n, 990), "ms", 5 + disk);
	if (bare)
		bench_figure("… bare write + fdatasync between the keys: p99", disk, "ms", 0);
	(void)snprintf(title, sizeof title, "%s: p99, processor time", what);
	bench_steady(title, bench_quantile(work, n, 990), "ms", 5);
}

static void press(const struct program *desk, const struct keys *k, const char *beside)
{
	double took[MARKS], work[MARKS], bare[MARKS];
	int fd = open(beside, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	size_t done = 0;
	struct pane s;
	char title[120];

	if (fd < 0)
		bench_die(beside, "cannot be written");
	pane_start(&s, desk, ROWS, COLS);
	if (pane_settle(&s, METER_QUIET_START, METER_PATIENCE) <= 0)
		bench_die("the desk", "does not start");
	for (size_t i = 0; done < MARKS && i < 3 * MARKS; i++) {
		double cpu = pane_cpu_ms(&s);
		double ms = pane_press(&s, k->keys[i % k->n], METER_QUIET_KEY);

		if (ms < 0)
			continue;
		work[done] = pane_cpu_ms(&s) - cpu;
		bare[done] = k->records ? bench_bare_write(fd) : 0;
		took[done++] = ms;
	}
	pane_end(&s);
	(void)close(fd);
	(void)unlink(beside);
	if (done < MARKS)
		bench_die(k->what, "keys are not answered");
	(void)snprintf(title, sizeof title, "%s: median", k->what);
	bench_figure(title, bench_quantile(took, done, 500), "ms", 5);
	slowest(k->what, took, work, k->records ? bare : NULL, done);
}

static void keys_at_the_desk(struct driver *t)
{
	static const char *const roll[] = {"o", "o", "o", "n", "o", "a"};
	static const char *const numbers[] = {"0", "4", "2", "1", "7", "0", "9", "0", "3", "3"};
	static const char *const moves[] = {METER_DOWN, METER_DOWN, "\033[6~", METER_UP};
	const struct program desk = {"the desk",
		{bench_program(), "--lang", "fr", "--register", t->path}, METER_DOWN, METER_UP,
		NULL, false};
	static const struct keys all[] = {
		{"a mark of the roll call", roll, 6, true},
		{"a number of five digits", numbers, 10, false},
		{"moving in the grid", moves, 4, false},
	};
	const char *beside = scratch_path(&t->arena, t->folder, "bare");
	struct pane s;
	double start = bench_now();

	pane_start(&s, &desk, ROWS, COLS);
	bench_figure("start to first full paint",
		(pane_settle(&s, METER_QUIET_START, METER_PATIENCE) - start) * 1000, "ms", 0);
	pane_end(&s);
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		press(&desk, &all[i], beside);
}

/* Figures the screen needs at every key, as processor time of one. */
static void figures(struct driver *t)
{
	const struct session *s = driver_session(t);
	const struct vote *vote = session_open_vote(s);
	int64_t present = 0, votes = 0;
	double start = cpu_ms(), quorum;

	for (int i = 0; i < ROUNDS; i++)
		present += session_quorum(s).present;
	quorum = (cpu_ms() - start) / ROUNDS;
	start = cpu_ms();
	for (int i = 0; i < ROUNDS; i++)
		votes += session_tally(s, vote).voters;
	if (present != (int64_t)ROUNDS * (MEMBERS - 2) || votes < 0)
		bench_die("the quorum", "is wrong");
	bench_steady("quorum, processor time", quorum, "ms", 1);
	bench_steady("tally of an open vote, processor time", (cpu_ms() - start) / ROUNDS, "ms", 1);
}

/* A thousand decisions, ten thousand names at the roll. */
static void minutes(struct driver *t)
{
	const struct minutes_options o = {.lang = LANG_FR, .draft = true};
	struct builder b;
	struct bytes out = {0};
	struct document *doc;
	const struct session *s = driver_session(t);
	double start;

	/* The desk that was measured went by the real clock. */
	t->script.now = s->log.at[s->log.n - 1].at;
	builder_init(&b, &t->arena);
	builder_add_z(&b, "vote.all value=for\nvote.close\nvote.announce\n");
	for (int i = 2; i <= ITEMS; i++) {
		builder_add_z(&b, "item.open item=");
		builder_add_int(&b, i);
		builder_add_z(&b, "\nitem.present member=4\nvote.open kind=hands\n"
				  "vote.count against=3 abstain=1\nvote.close\nvote.announce\n");
	}
	driver_play(t, builder_str(&b).p);
	start = cpu_ms();
	doc = minutes_build(driver_session(t), &o, &t->arena);
	bench_steady("minutes of 1 000 decisions, built", cpu_ms() - start, "ms", 2000);
	start = cpu_ms();
	document_resolve(doc, LANG_FR, &t->arena);
	text_render(doc, &out);
	bench_figure("… put into words and written as text", cpu_ms() - start, "ms", 0);
	bench_count("… bytes of text", (long)out.n, "bytes", 0);
	bytes_free(&out);
}

int main(void)
{
	struct driver t;
	struct error err = {.code = ERROR_NONE};

	if (setenv("MAHDAR_ANY_PLACE", "1", 1) != 0)
		bench_die("the environment", "cannot be set");
	bench_heading("10 000 members, 1 000 items, 160x45");
	begin(&t, "roll-call");
	figures(&t);
	register_close(t.r);
	t.r = NULL;
	keys_at_the_desk(&t);
	driver_reopen(&t);
	if (register_choose(t.r, 1, &err) < 0)
		bench_die("the session", err.subject);
	minutes(&t);
	driver_close(&t);
	return bench_status();
}
