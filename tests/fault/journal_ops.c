/* Every operation of the file layer fails in turn, once or for good, while acts are recorded; then
 * the process dies without closing anything. Whatever was said to be recorded must be there,
 * whatever was said not to be recorded must not. Each run is a child process: only its death is
 * like the real one. */
#include "tests/test.h"

#include "storage/file.h"
#include "storage/journal_inner.h"
#include "tests/fault/vfs.h"
#include "tests/pen.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define BATCHES 4
#define LINES   3
#define POINTS  400 /* more operations than a run has */
#define BASE    5   /* lines that are there before */

struct told { /* by the child about one batch */
	int result;
	int code;
};

struct report {
	struct told told[BATCHES];
	long faults, operations, syncs;
	bool low;
};

struct run {
	enum fault_kind kind;
	bool for_good, reader, naive;
	int64_t ballast;
};

struct sum {
	int runs, acknowledged, refused, unknown;
	int lost, ghosts, broken;
};

struct place {
	struct arena arena;
	char *folder;
	const char *path;
	struct bytes base;               /* a register at rest */
	struct uuid id[BATCHES * LINES]; /* of the lines every child makes */
};

static int setup(void **state)
{
	struct place *t = calloc(1, sizeof *t);
	struct journal *j;
	struct error err;
	struct pen pen;

	fault_register();
	arena_init(&t->arena, &memory_source);
	t->folder = scratch_make();
	t->path = scratch_path(&t->arena, t->folder, "chamber.mahdar");
	pen_open(&pen, 100);
	j = pen_journal(t->path, JOURNAL_CREATE, &err);
	assert_non_null(j);
	assert_int_equal(pen_append(&pen, j, "s1", BASE, 30, &err), 0);
	journal_close(j);
	pen_close(&pen);
	assert_int_equal(file_read(t->path, 1 << 24, &t->base, &err), 0);
	pen_open(&pen, 200);
	for (size_t i = 0; i < ARRAY_LEN(t->id); i++)
		t->id[i] = pen_line(&pen, &(struct journal_head){0}, 0).id;
	pen_close(&pen);
	*state = t;
	return 0;
}

static int teardown(void **state)
{
	struct place *t = *state;

	bytes_free(&t->base);
	scratch_remove(t->folder);
	arena_clear(&t->arena);
	free(t);
	return 0;
}

/* The naive desk: a commit that fails is "not recorded", and on it goes. */
static int append_naively(struct journal *j, struct pen *pen, struct error *err)
{
	struct journal_head head, after;
	struct journal_head expected;
	struct journal_line lines[LINES];

	if (journal_head(j, STR("s1"), &expected, err) != 0)
		return -1;
	head = expected;
	for (size_t i = 0; i < LINES; i++)
		lines[i] = pen_line(pen, &head, 200);
	if (journal_append_once(j, STR("s1"), expected, lines, LINES, &after, err) == APPEND_DONE)
		return 0;
	return -1;
}

static struct journal *open_layer(struct place *t, int64_t ballast, struct error *err)
{
	struct journal_options options = {.mode = JOURNAL_WRITE,
		.any_place = true,
		.holder = "test",
		.vfs = FAULT_VFS_NAME,
		.ballast_bytes = ballast};

	return journal_open(t->path, &options, err);
}

static void child(struct place *t, const struct run *r, long at, int go, int out)
{
	struct report report = {0};
	struct error err = {0};
	struct journal *j;
	struct pen pen;
	char c;

	pen_open(&pen, 200);
	j = open_layer(t, r->ballast, &err);
	/* The reader comes when the writer is there, as in the hall. */
	if (!j || write(out, "r", 1) != 1 || read(go, &c, 1) != 1)
		_exit(1);
	fault_set(r->kind, r->for_good, at);
	for (int i = 0; i < BATCHES; i++) {
		report.told[i].result = r->naive ? append_naively(j, &pen, &err)
						 : pen_append(&pen, j, "s1", LINES, 200, &err);
		report.told[i].code = report.told[i].result ? (int)err.code : 0;
		if (i == 1 && journal_writable(j) && journal_checkpoint(j, &err) != 0)
			continue;
		if (i == 2 && journal_writable(j) &&
			journal_keep(j, STR("draft/1"), STR("text"), &err) != 0)
			continue;
	}
	report.faults = fault_seen()->faults;
	report.operations = fault_seen()->operations;
	report.syncs = fault_seen()->syncs;
	report.low = journal_low(j);
	if (write(out, &report, sizeof report) != sizeof report)
		_exit(1);
	kill(getpid(), SIGKILL);
}

struct count {
	const struct place *place;
	int there[BATCHES];
};

static bool count_batches(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct count *count = context;
	struct chain_place place;
	bool known = false;

	(void)hash;
	assert_true(chain_place_of(line, &place));
	for (size_t i = 0; i < BATCHES * LINES; i++) {
		if (memcmp(count->place->id[i].b, place.id.b, sizeof place.id.b) == 0) {
			count->there[i / LINES]++;
			known = true;
		}
	}
	assert_true(known || n < BASE);
	return true;
}

/* After the death: open as the next start does, and compare with what was said. */
static void judge(struct place *t, const struct report *report, struct sum *sum)
{
	struct count count = {.place = t};
	struct error err = {0};
	struct journal *j;

	fault_set(FAULT_NONE, false, 0);
	j = open_layer(t, 0, &err);
	if (!j || journal_verify(j, &err) != 0 ||
		journal_read(j, STR("s1"), 0, count_batches, &count, &err) != 0) {
		print_error("after the death: %d %s %s\n", (int)err.code, err.subject, err.detail);
		sum->broken++;
		journal_close(j);
		return;
	}
	for (int i = 0; i < BATCHES; i++) {
		if (count.there[i] != 0 && count.there[i] != LINES)
			sum->broken++;
		if (report->told[i].result == 0) {
			sum->acknowledged++;
			sum->lost += count.there[i] == 0;
		} else if (report->told[i].code == ERROR_COMMIT_UNKNOWN) {
			sum->unknown++;
		} else {
			sum->refused++;
			sum->ghosts += count.there[i] != 0;
		}
	}
	journal_close(j);
}

/* One run; false when the point lies behind the last operation. */
static bool one_run(struct place *t, const struct run *r, long at, struct sum *sum)
{
	struct journal *reader = NULL;
	struct report report = {0};
	struct error err = {0};
	int go[2], out[2], status;
	char c = 0;
	pid_t pid;
	FILE *f;

	for (size_t i = 0; i < 3; i++)
		unlink(scratch_path(&t->arena, t->folder,
			(const char *const[]){"chamber.mahdar-wal", "chamber.mahdar-shm",
				"chamber.mahdar.ballast"}[i]));
	f = fopen(t->path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(t->base.p, 1, t->base.n, f), t->base.n);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(pipe(go), 0);
	assert_int_equal(pipe(out), 0);
	pid = fork();
	if (pid == 0)
		child(t, r, at, go[0], out[1]);
	assert_int_equal(read(out[0], &c, 1), 1);
	if (r->reader) {
		struct journal_head head;

		reader = pen_journal(t->path, JOURNAL_READ, &err);
		assert_non_null(reader);
		assert_int_equal(journal_head(reader, STR("s1"), &head, &err), 0);
	}
	assert_int_equal(write(go[1], "g", 1), 1);
	assert_int_equal(read(out[0], &report, sizeof report), sizeof report);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	journal_close(reader);
	for (int i = 0; i < 2; i++) {
		close(go[i]);
		close(out[i]);
	}
	sum->runs++;
	judge(t, &report, sum);
	return report.operations >= at;
}

static struct sum every_point(struct place *t, struct run r)
{
	struct sum sum = {0};
	long at = 1;

	while (at < POINTS && one_run(t, &r, at, &sum))
		at++;
	print_message("# %d runs: %d acknowledged, %d refused, %d unknown; lost %d, ghosts %d\n",
		sum.runs, sum.acknowledged, sum.refused, sum.unknown, sum.lost, sum.ghosts);
	assert_in_range(at, 15, POINTS - 1);
	assert_int_equal(sum.broken, 0);
	return sum;
}

static struct sum nothing_lost_nothing_invented(void **state, struct run r)
{
	struct sum sum = every_point(*state, r);

	assert_int_equal(sum.lost, 0);
	assert_int_equal(sum.ghosts, 0);
	assert_true(sum.acknowledged > 0);
	return sum;
}

static void a_write_that_fails_once(void **state)
{
	struct sum sum = nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_EIO});

	/* The desk goes on: most acts are recorded, and nobody is left in doubt for long. */
	assert_true(sum.acknowledged > sum.refused);
	assert_true(sum.refused > 0);
}

static void a_write_that_fails_once_beside_a_reader(void **state)
{
	nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_EIO, .reader = true});
}

static void a_disk_that_fails_for_good(void **state)
{
	struct sum sum = nothing_lost_nothing_invented(
		state, (struct run){.kind = FAULT_EIO, .for_good = true});

	assert_true(sum.unknown > 0);
}

static void a_disk_that_fails_for_good_beside_a_reader(void **state)
{
	nothing_lost_nothing_invented(
		state, (struct run){.kind = FAULT_EIO, .for_good = true, .reader = true});
}

static void a_disk_that_is_full_for_a_moment(void **state)
{
	nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_ENOSPC});
}

static void a_disk_that_is_full_for_a_moment_beside_a_reader(void **state)
{
	nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_ENOSPC, .reader = true});
}

static void a_disk_that_stays_full(void **state)
{
	nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_ENOSPC, .for_good = true});
}

static void a_disk_that_stays_full_beside_a_reader(void **state)
{
	nothing_lost_nothing_invented(
		state, (struct run){.kind = FAULT_ENOSPC, .for_good = true, .reader = true});
}

static void a_sync_that_fails_once(void **state)
{
	nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_SYNC});
}

static void a_sync_that_fails_once_beside_a_reader(void **state)
{
	nothing_lost_nothing_invented(state, (struct run){.kind = FAULT_SYNC, .reader = true});
}

static void syncs_that_fail_for_good_beside_a_reader(void **state)
{
	nothing_lost_nothing_invented(
		state, (struct run){.kind = FAULT_SYNC, .for_good = true, .reader = true});
}

static void with_a_reserve_a_full_disk_refuses_no_act(void **state)
{
	struct sum sum = nothing_lost_nothing_invented(
		state, (struct run){.kind = FAULT_ENOSPC, .ballast = 1 << 16, .reader = true});

	/* Only writes answer "full"; a failing sync or opening is a failing disk. */
	assert_true(sum.acknowledged > 8 * sum.refused);
}

/* The harness must be able to see what it looks for: a desk that believes the first answer tells
 * the user "not recorded" about acts that are there after the next start. */
static void the_harness_sees_the_ghosts_of_a_naive_desk(void **state)
{
	struct sum sum = every_point(
		*state, (struct run){.kind = FAULT_SYNC, .naive = true, .reader = true});

	assert_true(sum.ghosts > 0);
}

static void an_act_costs_one_sync(void **state)
{
	struct place *t = *state;
	struct journal *j;
	struct error err;
	struct pen pen;
	int commits = 3000;

	pen_open(&pen, 300);
	j = open_layer(t, 0, &err);
	assert_non_null(j);
	fault_set(FAULT_NONE, false, 0);
	for (int i = 0; i < commits; i++)
		assert_int_equal(pen_append(&pen, j, "s1", 1, 200, &err), 0);
	print_message("# %ld syncs and %ld writes for %d commits\n", fault_seen()->syncs,
		fault_seen()->writes, commits);
	assert_true(fault_seen()->syncs >= commits);
	assert_true(fault_seen()->syncs * 100 <= commits * 102L);
	journal_close(j);
	pen_close(&pen);
}

static void a_roll_call_costs_one_sync(void **state)
{
	struct place *t = *state;
	struct journal *j;
	struct error err;
	struct pen pen;

	pen_open(&pen, 300);
	j = open_layer(t, 0, &err);
	assert_int_equal(pen_append(&pen, j, "s1", 1, 200, &err), 0);
	fault_set(FAULT_NONE, false, 0);
	assert_int_equal(pen_append(&pen, j, "s1", 395, 200, &err), 0);
	assert_int_equal(fault_seen()->syncs, 1);
	journal_close(j);
	pen_close(&pen);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	CASE(a_write_that_fails_once),
	CASE(a_write_that_fails_once_beside_a_reader),
	CASE(a_disk_that_fails_for_good),
	CASE(a_disk_that_fails_for_good_beside_a_reader),
	CASE(a_disk_that_is_full_for_a_moment),
	CASE(a_disk_that_is_full_for_a_moment_beside_a_reader),
	CASE(a_disk_that_stays_full),
	CASE(a_disk_that_stays_full_beside_a_reader),
	CASE(a_sync_that_fails_once),
	CASE(a_sync_that_fails_once_beside_a_reader),
	CASE(syncs_that_fail_for_good_beside_a_reader),
	CASE(with_a_reserve_a_full_disk_refuses_no_act),
	CASE(the_harness_sees_the_ghosts_of_a_naive_desk),
	CASE(an_act_costs_one_sync),
	CASE(a_roll_call_costs_one_sync),
};

TEST_MAIN(cases)
