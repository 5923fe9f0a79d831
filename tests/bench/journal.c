/* What an act costs on this disk, as ratios within one run: a commit against a bare loop of write
 * and fdatasync, and verifying against hashing the same bytes. Figures of one run only compare
 * with each other. Not part of the tests. */
#include "storage/chain.h"
#include "storage/journal.h"
#include "tests/pen.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS  9
#define COMMITS 400
#define FRAME   4120 /* bytes of one page in the log */
#define LINES   60000

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void die(const char *what, const struct error *err)
{
	fprintf(stderr, "%s: %d %s %s\n", what, (int)err->code, err->subject, err->detail);
	exit(3);
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *v)
{
	qsort(v, ROUNDS, sizeof *v, ascending);
	return v[ROUNDS / 2];
}

static double bare_loop(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	char frame[FRAME];
	double start;

	memset(frame, 'x', sizeof frame);
	start = now();
	for (int i = 0; i < COMMITS; i++) {
		if (write(fd, frame, sizeof frame) != sizeof frame || fdatasync(fd) != 0) {
			perror(path);
			exit(3);
		}
	}
	start = now() - start;
	close(fd);
	return start;
}

static double commits(struct journal *j, struct pen *pen)
{
	struct journal_head head;
	struct error err;
	double start;

	if (journal_head(j, STR("s1"), &head, &err) != 0)
		die("head", &err);
	start = now();
	for (int i = 0; i < COMMITS; i++) {
		struct journal_head expected = head;
		struct journal_line line = pen_line(pen, &head, 160);

		if (journal_append(j, STR("s1"), expected, &line, 1, NULL, &err) != 0)
			die("append", &err);
	}
	return now() - start;
}

struct hashing {
	struct chain *chain;
	uint64_t bytes;
};

static bool hash_line(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct hashing *h = context;
	struct hash again;
	struct error err;

	(void)n;
	h->bytes += line.n;
	if (chain_hash(h->chain, line.p, line.n, &again, &err) != 0 || !hash_equal(again, hash))
		die("hash", &err);
	return true;
}

/* Reading with all its checks, against the same reading with every line hashed once more: the
 * difference is the price of hashing alone. */
static void verifying(struct journal *j)
{
	double alone[ROUNDS], checked[ROUNDS], a, c;
	struct hashing h = {0};
	struct error err;

	h.chain = chain_open(&err);
	for (int i = 0; i < ROUNDS; i++) {
		double start = now();

		if (journal_read(j, STR("many"), 0, NULL, NULL, &err) != 0)
			die("read", &err);
		checked[i] = now() - start;
		start = now();
		if (journal_read(j, STR("many"), 0, hash_line, &h, &err) != 0)
			die("read", &err);
		alone[i] = now() - start - checked[i];
	}
	chain_close(h.chain);
	a = median(alone);
	c = median(checked);
	printf("verifying %d lines: %.1f x the time of SHA-256 alone (%.0f lines/s)\n", LINES,
		c / a, LINES / c);
}

int main(void)
{
	double bare[ROUNDS], commit[ROUNDS], b, c;
	char *folder = scratch_make();
	struct arena a;
	struct error err;
	struct journal *j;
	struct pen pen;

	arena_init(&a, &memory_source);
	pen_open(&pen, 1);
	j = pen_journal(scratch_path(&a, folder, "bench.mahdar"), JOURNAL_CREATE, &err);
	if (!j)
		die("open", &err);
	for (int i = 0; i < ROUNDS; i++) {
		bare[i] = bare_loop(scratch_path(&a, folder, "bare"));
		commit[i] = commits(j, &pen);
	}
	b = median(bare);
	c = median(commit);
	printf("an act: %.2f x a bare write + fdatasync (%.0f and %.0f a second)\n", c / b,
		COMMITS / c, COMMITS / b);
	for (int i = 0; i < LINES / 1000; i++)
		if (pen_append(&pen, j, "many", 1000, 160, &err) != 0)
			die("append", &err);
	verifying(j);
	journal_close(j);
	pen_close(&pen);
	arena_clear(&a);
	scratch_remove(folder);
	return 0;
}
