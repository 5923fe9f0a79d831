/* A program on a pseudo-terminal with libvterm as its screen. It runs with MAHDAR_TEST_MARKER=1, so
 * each repaint ends with a mark to wait for; nothing here sleeps and hopes. */
#ifndef TESTS_PTY_H
#define TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pty;

/* Start ARGV (its path first) on a terminal of this size; EXTRA_ENV is "NAME=value", several of
 * them with a newline between, or NULL. Waits for the first repaint when it can. Fails the test
 * when it cannot start. */
struct pty *pty_start(int rows, int cols, char *const argv[], const char *extra_env);
/* The same on a terminal that gives ANSWERS, and only them, when it is asked what it is (DA1). */
struct pty *pty_start_as(
	int rows, int cols, char *const argv[], const char *extra_env, const char *answers);
/* A program without a screen of its own: nothing is waited for. */
struct pty *pty_start_lines(int rows, int cols, char *const argv[]);
/* Kills what still runs and frees. */
void pty_close(struct pty *pty);

/* Write bytes as keys and wait for the next repaint that knows at least one of them. */
void pty_type(struct pty *pty, const char *keys);
void pty_type_bytes(struct pty *pty, const char *keys, size_t n);
void pty_write(struct pty *pty, const char *keys, size_t n); /* without waiting */
void pty_resize(struct pty *pty, int rows, int cols);
void pty_signal(struct pty *pty, int signal);
/* Wait for one more repaint than seen so far. */
void pty_settle(struct pty *pty);
/* Wait until nothing came for a tenth of a second: before a signal, which curses ignores while it
 * writes. */
void pty_quiet(struct pty *pty);
/* Wait until TEXT stands on some row; fails the test after ten seconds. */
void pty_wait_for(struct pty *pty, const char *text);
/* Wait for the end, reading on; the status of waitpid. */
int pty_wait_exit(struct pty *pty);
/* Wait until it is stopped by a signal. */
void pty_wait_stop(struct pty *pty);
bool pty_ended(struct pty *pty); /* it is no more; pty_wait_exit has its status */
/* The program has left the screen and the terminal takes lines again: echo, signals, newlines. */
bool pty_given_back(const struct pty *pty);
void pty_hang_up(struct pty *pty); /* the terminal goes away */

/* A row as UTF-8 in the order of the cells, blanks at the end cut off; lasts until the next call.
 */
const char *pty_row(struct pty *pty, int row);
bool pty_shows(struct pty *pty, const char *text);
uint32_t pty_code(struct pty *pty, int row, int col); /* first code point of a cell; 0: blank */
void pty_cursor(struct pty *pty, int *row, int *col);
/* Where SEQUENCE stands in all bytes received, from byte FROM on; -1: nowhere. */
long pty_received(const struct pty *pty, const char *sequence, size_t from);
size_t pty_received_bytes(const struct pty *pty);

#endif
