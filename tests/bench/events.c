/* A long session on a wide terminal: 150 members, 60 items, 10 000 acts, a vote by name open, side
 * by side with tig on as many commits and with htop, vim and nano. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/bench/meter.h"
#include "tests/many.h"

#define MEMBERS 150
#define ITEMS   60
#define ACTS    10000
#define ROWS    45
#define COLS    160

enum { DESK, TIG, HTOP, VIM, NANO, PROGRAMS };

static void add(struct builder *b, const char *before, int number, const char *after)
{
	builder_add_z(b, before);
	builder_add_int(b, number);
	builder_add_z(b, after);
}

/* Every item but the last is voted on by name, mark by mark; the last one's vote stays open. */
static void play_votes(struct driver *t, int item, bool last)
{
	struct builder b;

	builder_init(&b, &t->arena);
	add(&b, "item.open item=", item, "\n");
	add(&b, "item.present item=", item, " member=4\nvote.open kind=named\n");
	for (int i = 1; i <= MEMBERS; i++)
		add(&b, "vote.cast member=", i,
			i % 17 == item % 17 ? " value=against\n" : " value=for\n");
	for (int i = 1; i <= 10; i++) /* somebody changed his mind */
		add(&b, "vote.cast member=", i, " value=abstain\n");
	builder_add_z(&b, last ? "" : "vote.close\nvote.announce\n");
	driver_play(t, builder_str(&b).p);
}

static void make_register(struct driver *t)
{
	many_open(t, LANG_FR, MEMBERS, ITEMS);
	driver_play(t, "@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\n"
		       "attendance.all\nquorum.record\n");
	for (int i = 1; i <= ITEMS; i++)
		play_votes(t, i, i == ITEMS);
	if (driver_session(t)->log.n < ACTS)
		bench_die("the register", "has not enough acts");
	register_close(t->r); /* the desk measured is another process */
	t->r = NULL;
}

/* As many commits as the session has acts, and as many lines. */
static bool make_repository(const char *path)
{
	char command[16000];
	FILE *f;

	if (!program_installed("git") || !program_installed("tig"))
		return false;
	(void)snprintf(command, sizeof command,
		"git init -q '%s' && git -C '%s' fast-import --quiet && git -C '%s' reset -q "
		"--hard "
		"acts",
		path, path, path);
	f = popen(command, "we");
	if (!f)
		return false;
	for (int i = 0; i < ACTS; i++)
		(void)fprintf(f,
			"commit refs/heads/acts\ncommitter Somebody <some@body> %d +0100\n"
			"data <<END\nAct number %d: %d votes for\nEND\nM 644 inline act\n"
			"data <<END\n%d\nEND\n",
			1700000000 + i * 60, i, i % MEMBERS, i);
	return pclose(f) == 0;
}

static void make_text(const char *path)
{
	FILE *f = fopen(path, "we");

	if (!f)
		bench_die(path, "cannot be written");
	for (int i = 0; i < ACTS; i++)
		(void)fprintf(f, "Act number %d: member %d votes for\n", i, i % MEMBERS);
	if (fclose(f) != 0)
		bench_die(path, "cannot be written");
}

static double best(const struct program *programs, const struct paints *k)
{
	double least = 0;

	for (size_t p = DESK + 1; p < PROGRAMS; p++) {
		if (!programs[p].absent && (least <= 0 || k[p].median < least))
			least = k[p].median;
	}
	return least;
}

static void measure(const struct program *programs)
{
	struct paints k[PROGRAMS] = {0};

	meter_starts(programs, PROGRAMS, ROWS, COLS, k);
	if (!programs[TIG].absent)
		bench_steady("the desk / tig, medians", k[DESK].median / k[TIG].median, "x", 1);
	meter_keys(programs, PROGRAMS, ROWS, COLS, k);
	if (best(programs, k) > 0)
		bench_steady("the desk / the best of the others, medians",
			k[DESK].median / best(programs, k), "x", 2);
	bench_figure("the desk: p99", k[DESK].slow, "ms", 5);
	bench_count("bytes for moving by one line, 99 of 100", (long)k[DESK].most, "bytes", 600);
}

int main(void)
{
	struct driver t;
	struct program programs[PROGRAMS] = {0};
	char repository[4096], text[4096];
	bool commits;

	if (setenv("MAHDAR_ANY_PLACE", "1", 1) != 0)
		bench_die("the environment", "cannot be set");
	make_register(&t);
	(void)snprintf(repository, sizeof repository, "%s/commits", t.folder);
	(void)snprintf(text, sizeof text, "%s/text", t.folder);
	commits = make_repository(repository);
	make_text(text);
	bench_heading(
		"A session of 10 000 acts, 150 members, 60 items; tig with 10 000 commits, vim "
		"and\nnano with 10 000 lines");
	programs[DESK] = (struct program){"the desk",
		{bench_program(), "--lang", "fr", "--register", t.path}, METER_DOWN, METER_UP, NULL,
		false};
	programs[TIG] = (struct program){
		"tig", {"tig", "-C", repository}, METER_DOWN, METER_UP, NULL, !commits};
	programs[HTOP] = (struct program){
		"htop", {"htop", "--delay=100"}, METER_DOWN, METER_UP, NULL, false};
	programs[VIM] =
		(struct program){"vim", {"vim", "-n", text}, METER_DOWN, METER_UP, NULL, false};
	programs[NANO] =
		(struct program){"nano", {"nano", "-v", text}, METER_DOWN, METER_UP, NULL, false};
	for (size_t p = 0; p < PROGRAMS; p++)
		programs[p].absent = programs[p].absent || !program_installed(programs[p].argv[0]);
	measure(programs);
	driver_close(&t);
	return bench_status();
}
