/* Programs of a full screen on pseudo-terminals, and how long they take: from starting one to the
 * last byte of its first picture, from a key to the last byte of the repaint. A picture is complete
 * when nothing has come for a while; that wait is no part of a figure. */
#ifndef TESTS_BENCH_METER_H
#define TESTS_BENCH_METER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define METER_DOWN   "\033OB"
#define METER_UP     "\033OA"
#define METER_STARTS 15
#define METER_KEYS   300

/* In ms: how long nothing may come before a picture is complete, and how long it is waited for. */
#define METER_QUIET_START 200
#define METER_QUIET_KEY   12
#define METER_PATIENCE    20000

struct program {
	const char *name;
	const char *argv[10];
	const char *forth, *back; /* keys pressed by turns, so that there is always room to move */
	const char *before;       /* pressed once, unmeasured: opens the session; NULL: nothing */
	bool absent;
};

struct pane {
	pid_t pid;
	int master;
	char tail[64]; /* the end of what came, where a question may have been cut in two */
	size_t tail_n;
	size_t bytes; /* all that came */
};

/* Start PROGRAM in the folder of the sources on a terminal that answers as xterm does. */
void pane_start(struct pane *s, const struct program *program, int rows, int cols);
/* Read until nothing came for QUIET_MS; the moment of the last byte, or 0 when none came at all
 * within FIRST_MS. */
double pane_settle(struct pane *s, int quiet_ms, int first_ms);
/* Milliseconds from the key to the last byte of its repaint; below 0 when nothing is repainted. */
double pane_press(struct pane *s, const char *key, int quiet_ms);
bool pane_alive(const struct pane *s);
double pane_cpu_ms(const struct pane *s); /* processor time it has taken so far */
void pane_end(struct pane *s);            /* kills it */

bool program_installed(const char *name);

struct paints {
	double median, slow; /* ms: of starts the slowest, of keys p99 */
	double work;         /* ms of processor time, of a key: at most for 99 of 100 */
	size_t bytes, most;  /* of a key: on average, and at most for 99 of 100 */
};

/* Start each of the N programs METER_STARTS times, in turn, so that all meet the same disturbances.
 * Prints the figures under a heading; OUT has one for each that is installed. */
void meter_starts(const struct program *programs, size_t n, int rows, int cols, struct paints *out);
/* METER_KEYS keys to each, in turn. */
void meter_keys(const struct program *programs, size_t n, int rows, int cols, struct paints *out);

#endif
