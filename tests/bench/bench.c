#include "tests/bench/bench.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/test.h"

#define PAGE 4120 /* bytes of one page in the log of a journal */

double bench_now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) < 0)
		bench_die("the clock", "cannot be read");
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double bench_quantile(double *v, size_t n, int per_thousand)
{
	size_t at = n * (size_t)per_thousand / 1000;

	if (n == 0)
		bench_die("a quantile", "nothing was measured");
	qsort(v, n, sizeof *v, ascending);
	return v[at < n ? at : n - 1];
}

double bench_bare_write(int fd)
{
	char page[PAGE];
	double start = bench_now();

	memset(page, 'x', sizeof page);
	if (write(fd, page, sizeof page) != sizeof page || fdatasync(fd) != 0)
		bench_die("a bare write", "cannot be forced to the disk");
	return (bench_now() - start) * 1000;
}

static char heading[200]; /* over the figures that follow … */
static bool noted;        /* … and it stands over their bars as well */

void bench_heading(const char *title)
{
	printf("\n%s\n", title);
	(void)fflush(stdout);
	(void)snprintf(heading, sizeof heading, "%.*s", (int)strcspn(title, "\n"), title);
	noted = false;
}

/* What is measured against a bar is gathered for the table at the end. */
static void note(const char *row)
{
	const char *path = getenv("MAHDAR_BENCH_BARS");
	FILE *f = path ? fopen(path, "ae") : NULL;

	if (!path)
		return;
	if (!f)
		bench_die(path, "cannot be written");
	if (!noted)
		(void)fprintf(f, "\n%s\n", heading);
	noted = true;
	(void)fputs(row, f);
	if (fclose(f) != 0)
		bench_die(path, "cannot be written");
}

enum judged { HELD, MISSED, MISSED_FOR_GOOD };

static int failed; /* bars that have to hold and do not */

static void line(const char *what, const char *number, const char *bar, enum judged judged)
{
	static const char *const word[] = {"held", "missed", "MISSED"};
	char row[300];

	if (bar[0])
		(void)snprintf(row, sizeof row, "  %-60s %18s   %-14s %s\n", what, number, bar,
			word[judged]);
	else
		(void)snprintf(row, sizeof row, "  %-60s %18s\n", what, number);
	(void)fputs(row, stdout);
	(void)fflush(stdout);
	if (bar[0])
		note(row);
	failed += bar[0] && judged == MISSED_FOR_GOOD;
}

/* MOST: below it the bar is held. FAR: above it the program fails. */
static enum judged judge(double value, double most, double far)
{
	return value <= most ? HELD : value > far ? MISSED_FOR_GOOD : MISSED;
}

static void figure(const char *what, double value, const char *unit, double most, double far)
{
	char number[40], bar[40] = "";

	(void)snprintf(number, sizeof number, "%.2f %s", value, unit);
	if (most > 0)
		(void)snprintf(bar, sizeof bar, "at most %.2f", most);
	line(what, number, bar, judge(value, most, far));
}

void bench_figure(const char *what, double value, const char *unit, double most)
{
	figure(what, value, unit, most, INFINITY);
}

void bench_steady(const char *what, double value, const char *unit, double most)
{
	figure(what, value, unit, most, most * BENCH_FAR);
}

void bench_counted(const char *what, double value, const char *unit, double most)
{
	figure(what, value, unit, most, most);
}

void bench_count(const char *what, long value, const char *unit, long most)
{
	char number[40], bar[40] = "";

	(void)snprintf(number, sizeof number, "%ld %s", value, unit);
	if (most > 0)
		(void)snprintf(bar, sizeof bar, "at most %ld", most);
	line(what, number, bar, judge((double)value, (double)most, (double)most));
}

void bench_skip(const char *what, const char *why)
{
	line(what, why, "", HELD);
}

int bench_status(void)
{
	return failed ? 1 : 0;
}

void bench_die(const char *what, const char *why)
{
	(void)fflush(stdout);
	fprintf(stderr, "bench: %s: %s\n", what, why);
	exit(3);
}

const char *bench_program(void)
{
	static char path[4096];

	(void)snprintf(path, sizeof path, "%s/mahdar", test_builddir());
	return path;
}
