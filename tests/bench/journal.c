/* What an act costs on this disk, as ratios within one run: acts of the sample session and bare
 * commits against a loop of write and fdatasync, syncs counted below SQLite, and verifying against
 * hashing the same bytes. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "locale/embed.h"
#include "model/grammar.h"
#include "storage/chain.h"
#include "storage/register.h"
#include "tests/bench/bench.h"
#include "tests/fault/vfs.h"
#include "tests/pen.h"

#define ROUNDS  9
#define COMMITS 400
#define LINES   60000

static void die(const char *what, const struct error *err)
{
	char why[640];

	(void)snprintf(why, sizeof why, "%d %s %s", (int)err->code, err->subject, err->detail);
	bench_die(what, why);
}

static double bare_loop(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	double ms = 0;

	for (int i = 0; i < COMMITS; i++)
		ms += bench_bare_write(fd);
	close(fd);
	return ms / 1000;
}

static double commits(struct journal *j, struct pen *pen)
{
	struct journal_head head;
	struct error err;
	double start;

	if (journal_head(j, STR("s1"), &head, &err) != 0)
		die("head", &err);
	start = bench_now();
	for (int i = 0; i < COMMITS; i++) {
		struct journal_head expected = head;
		struct journal_line line = pen_line(pen, &head, 160);

		if (journal_append(j, STR("s1"), expected, &line, 1, NULL, &err) != 0)
			die("append", &err);
	}
	return bench_now() - start;
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
		double start = bench_now();

		if (journal_read(j, STR("many"), 0, NULL, NULL, &err) != 0)
			die("read", &err);
		checked[i] = bench_now() - start;
		start = bench_now();
		if (journal_read(j, STR("many"), 0, hash_line, &h, &err) != 0)
			die("read", &err);
		alone[i] = bench_now() - start - checked[i];
	}
	chain_close(h.chain);
	a = bench_quantile(alone, ROUNDS, 500);
	c = bench_quantile(checked, ROUNDS, 500);
	bench_figure("reading 60000 acts with every check / SHA-256 of them alone", c / a, "x", 0);
	bench_figure("reading 50 years, a million acts, with every check", c * 1e6 / LINES, "s", 0);
}

/* The acts of the sample session through the one way all acts go. */
struct acts {
	struct registry *r;
	struct source_script script;
	struct arena arena;
	int done;
};

static void act(struct acts *t, struct str line)
{
	struct grammar_day day = {instant_date(t->script.now), t->script.now.offset_minutes};
	struct command command;
	struct answer answer;
	struct message why;
	struct error err;

	if (grammar_parse(line, day, &command, &why, &t->arena) != GRAMMAR_COMMAND)
		return;
	if (instant_is_set(command.at))
		t->script.now = command.at;
	if (register_act(t->r, &command, STR("bench"), &answer, &t->arena, &err) != 0)
		die("an act", &err);
	if (answer.verdict != VERDICT_DONE)
		bench_die("an act of the sample session", answer.code);
	t->done++;
}

static void act_all(struct acts *t, const char *name)
{
	struct str text = {NULL, 0};

	text.p = (const char *)embed_find(name, &text.n);
	while (text.p && text.n) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t n = end ? (size_t)(end - text.p) : text.n;

		act(t, (struct str){text.p, n});
		text.p += n + (end != NULL);
		text.n -= n + (end != NULL);
	}
}

/* Seconds per act of the sitting, from its opening to its closing, once it has been prepared. The
 * syncs are counted when VFS is the counting one, without those of closing the file. */
static double sitting(
	struct arena *a, const char *folder, int round, const char *vfs, int *acts, long *syncs)
{
	struct journal_options options = {
		.mode = JOURNAL_CREATE, .any_place = true, .vfs = vfs, .holder = "bench"};
	struct acts t = {.r = NULL};
	struct error err;
	char name[40];
	double start;

	(void)snprintf(name, sizeof name, "sitting-%d%s.mahdar", round, vfs ? vfs : "");
	arena_init(&t.arena, &memory_source);
	t.r = register_open(
		scratch_path(a, folder, name), &options, source_of_script(&t.script), &err);
	if (!t.r)
		die("open", &err);
	act_all(&t, "storage/sample/prepare.play");
	t.done = 0;
	fault_set(FAULT_NONE, false, 0);
	start = bench_now();
	act_all(&t, "storage/sample/session.play");
	start = bench_now() - start;
	*acts = t.done;
	*syncs = fault_seen()->syncs;
	register_close(t.r);
	arena_clear(&t.arena);
	if (*acts == 0)
		bench_die("the sample session", "has no acts");
	return start / *acts;
}

/* Syncs of many single commits, and of the sitting, seen below SQLite. */
static void counting(struct arena *a, const char *folder)
{
	struct journal_options options = {.mode = JOURNAL_CREATE,
		.any_place = true,
		.vfs = FAULT_VFS_NAME,
		.holder = "bench"};
	struct error err;
	struct journal *j;
	struct pen pen;
	int acts;
	long syncs;

	fault_register();
	pen_open(&pen, 2);
	j = journal_open(scratch_path(a, folder, "counted.mahdar"), &options, &err);
	if (!j)
		die("open", &err);
	fault_set(FAULT_NONE, false, 0);
	for (int i = 0; i < 3000; i++)
		if (pen_append(&pen, j, "s1", 1, 200, &err) != 0)
			die("append", &err);
	bench_counted("syncs per act, 3000 acts", (double)fault_seen()->syncs / 3000, "", 1.02);
	journal_close(j);
	pen_close(&pen);
	(void)sitting(a, folder, 0, FAULT_VFS_NAME, &acts, &syncs);
	bench_counted("syncs per act, the sample sitting", (double)syncs / acts, "", 1.02);
}

int main(void)
{
	double bare[ROUNDS], commit[ROUNDS], sat[ROUNDS], b, c, s;
	char *folder = scratch_make();
	struct arena a;
	struct error err;
	struct journal *j;
	struct pen pen;
	int acts = 0;
	long syncs;

	arena_init(&a, &memory_source);
	pen_open(&pen, 1);
	j = pen_journal(scratch_path(&a, folder, "bench.mahdar"), JOURNAL_CREATE, &err);
	if (!j)
		die("open", &err);
	for (int i = 0; i < ROUNDS; i++) {
		bare[i] = bare_loop(scratch_path(&a, folder, "bare")) / COMMITS;
		commit[i] = commits(j, &pen) / COMMITS;
		sat[i] = sitting(&a, folder, i, NULL, &acts, &syncs);
	}
	b = bench_quantile(bare, ROUNDS, 500);
	c = bench_quantile(commit, ROUNDS, 500);
	s = bench_quantile(sat, ROUNDS, 500);
	bench_heading("An act: what it costs on this disk, medians of 9 rounds");
	counting(&a, folder);
	bench_figure("bare write + fdatasync, for comparison", b * 1000, "ms", 0);
	bench_steady("a commit / bare write + fdatasync", c / b, "x", 2);
	bench_steady("an act of the sample sitting / bare write + fdatasync", s / b, "x", 2);
	for (int i = 0; i < LINES / 1000; i++)
		if (pen_append(&pen, j, "many", 1000, 160, &err) != 0)
			die("append", &err);
	verifying(j);
	journal_close(j);
	pen_close(&pen);
	arena_clear(&a);
	scratch_remove(folder);
	return bench_status();
}
