/* Ten thousand members and a thousand items, which no chamber has: what a key costs at the desk
 * with the disk in it, what the quorum and the tally cost, and how long the minutes take. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "locale/resolve.h"
#include "model/minutes.h"
#include "storage/record/text.h"
#include "tests/bench/bench.h"
#include "tests/bench/meter.h"
#include "tests/many.h"

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

/* One key after the other of KEYS, again and again, until there are N figures. */
static void press(const struct program *desk, const char *what, const char *const *keys, size_t n)
{
	double took[MARKS];
	size_t done = 0;
	struct pane s;
	char title[120];
	double cpu;

	pane_start(&s, desk, ROWS, COLS);
	if (pane_settle(&s, METER_QUIET_START, METER_PATIENCE) <= 0)
		bench_die("the desk", "does not start");
	cpu = pane_cpu_ms(&s);
	for (size_t i = 0; done < MARKS && i < 3 * MARKS; i++) {
		double ms = pane_press(&s, keys[i % n], METER_QUIET_KEY);

		if (ms >= 0)
			took[done++] = ms;
	}
	cpu = pane_cpu_ms(&s) - cpu;
	pane_end(&s);
	if (done < MARKS)
		bench_die(what, "keys are not answered");
	(void)snprintf(title, sizeof title, "%s: median", what);
	bench_figure(title, bench_quantile(took, done, 500), "ms", 5);
	(void)snprintf(title, sizeof title, "%s: p99", what);
	bench_figure(title, bench_quantile(took, done, 990), "ms", 5);
	(void)snprintf(title, sizeof title, "%s: processor time", what);
	bench_figure(title, cpu / (double)done, "ms", 0);
}

static void keys_at_the_desk(struct driver *t)
{
	static const char *const roll[] = {"o", "o", "o", "n", "o", "a"};
	static const char *const numbers[] = {"0", "4", "2", "1", "7", "0", "9", "0", "3", "3"};
	static const char *const moves[] = {METER_DOWN, METER_DOWN, "\033[6~", METER_UP};
	const struct program desk = {"the desk",
		{bench_program(), "--lang", "fr", "--register", t->path}, METER_DOWN, METER_UP,
		NULL, false};
	struct pane s;
	double start = bench_now();

	pane_start(&s, &desk, ROWS, COLS);
	bench_figure("start to first full paint",
		(pane_settle(&s, METER_QUIET_START, METER_PATIENCE) - start) * 1000, "ms", 0);
	pane_end(&s);
	press(&desk, "roll call, a mark a key, recorded and painted", roll, 6);
	press(&desk, "roll call, a number of five digits", numbers, 10);
	press(&desk, "moving in the grid", moves, 4);
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
	bench_figure("quorum, processor time", quorum, "ms", 1);
	bench_figure("tally of an open vote, processor time", (cpu_ms() - start) / ROUNDS, "ms", 1);
}

/* A thousand decisions, ten thousand names at the roll. */
static void minutes(struct driver *t)
{
	const struct minutes_options o = {.lang = LANG_FR, .draft = true};
	struct builder b;
	struct bytes out = {0};
	struct document *doc;
	double start;

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
	bench_figure("minutes of 1 000 decisions, built", cpu_ms() - start, "ms", 2000);
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
	return 0;
}
