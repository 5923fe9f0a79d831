/* The desk on the sample session beside htop and whatever else of its kind is installed: starting,
 * and moving by one line, on terminals of two sizes. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/bench/meter.h"
#include "tests/pen.h"
#include "tests/test.h"

enum { DESK, HTOP, PROGRAMS = 7 };

static void against_htop(
	const struct program *programs, const struct paints *k, const char *slowest)
{
	if (programs[HTOP].absent)
		return;
	bench_steady("the desk / htop, medians", k[DESK].median / k[HTOP].median, "x", 1);
	bench_figure(slowest, k[DESK].slow / k[HTOP].slow, "x", 1);
}

/* The first start makes the sample register as well; a figure of its own, without a bar. */
static void first(const struct program *desk)
{
	struct pane s;
	double start = bench_now(), last;

	pane_start(&s, desk, 24, 80);
	last = pane_settle(&s, 600, METER_PATIENCE);
	if (last <= 0 || !pane_alive(&s))
		bench_die("mahdar demo", "does not start");
	pane_end(&s);
	bench_heading("The very first start");
	bench_figure(
		"mahdar demo, the sample register made on the way", (last - start) * 1000, "ms", 0);
}

static void measure(const struct program *programs, int rows, int cols)
{
	struct paints k[PROGRAMS] = {0};

	meter_starts(programs, PROGRAMS, rows, cols, k);
	against_htop(programs, k, "the desk / htop, slowest");
	meter_keys(programs, PROGRAMS, rows, cols, k);
	against_htop(programs, k, "the desk / htop, p99");
}

int main(void)
{
	char *folder = scratch_make();
	char dir[4096], text[4096], git[4096];
	struct program programs[PROGRAMS] = {
		{"the desk", {bench_program(), "demo", "--dir", dir}, METER_DOWN, METER_UP, "\r",
			false},
		/* no repaints of its own while a key is timed */
		{"htop", {"htop", "--delay=100"}, METER_DOWN, METER_UP, NULL, false},
		{"tig", {"tig"}, METER_DOWN, METER_UP, NULL, false},
		{"less", {"less", text}, "j", "k", NULL, false},
		{"vim", {"vim", "-n", text}, METER_DOWN, METER_UP, NULL, false},
		{"nano", {"nano", "-v", text}, METER_DOWN, METER_UP, NULL, false},
		{"mc", {"mc", "--nosubshell"}, METER_DOWN, METER_UP, NULL, false},
	};

	(void)snprintf(dir, sizeof dir, "%s/sample", folder);
	(void)snprintf(text, sizeof text, "%s/LICENSE", test_srcdir());
	(void)snprintf(git, sizeof git, "%s/.git", test_srcdir());
	for (size_t p = 0; p < PROGRAMS; p++)
		programs[p].absent = !program_installed(programs[p].argv[0]);
	programs[2].absent = programs[2].absent || access(git, F_OK) != 0;
	first(&programs[DESK]);
	measure(programs, 24, 80);
	measure(programs, 45, 160);
	scratch_remove(folder);
	return bench_status();
}
