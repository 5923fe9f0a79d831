/* What the benchmarks share: a clock, medians, and one line per figure with the bar beside it.
 * Figures of one run only compare with each other. What is counted (keys, bytes, syncs) is the same
 * on every machine: a bar missed there makes the program fail at its end. What is steady (processor
 * time, medians of one run over each other) fails it at BENCH_FAR times the bar, which neither a
 * slower machine nor company on it explains. The bar of any other time is a line to read, since a
 * busy machine misses it by any factor. */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stddef.h>

/* Seconds since some moment. */
double bench_now(void);

/* The value below which PER_THOUSAND of them lie; sorts V. 500: the median. */
double bench_quantile(double *v, size_t n, int per_thousand);

/* Append one page to FD and force it to the disk: what any program pays that loses nothing, on this
 * disk, with whoever else is writing at this moment. In ms. */
double bench_bare_write(int fd);

#define BENCH_FAR 4

/* A heading over the figures that follow. */
void bench_heading(const char *title);
/* One figure. MOST is the bar it must not pass; 0: there is none, the figure is for comparison. */
void bench_figure(const char *what, double value, const char *unit, double most);
/* The same of what is steady. */
void bench_steady(const char *what, double value, const char *unit, double most);
/* The same of what is counted. */
void bench_count(const char *what, long value, const char *unit, long most);
/* The same of a count over another. */
void bench_counted(const char *what, double value, const char *unit, double most);
/* A figure that could not be taken, and why. */
void bench_skip(const char *what, const char *why);

/* What main returns: 0, or 1 when a bar was missed that has to hold. */
int bench_status(void);

/* Stop the run: it is no figure when something failed. WHAT failed and why; status 3. */
void bench_die(const char *what, const char *why) __attribute__((noreturn));

/* The program under test, absolute. Static. */
const char *bench_program(void);

#endif
