/* The power goes behind every single file operation of three sittings at the desk, and leaves each
 * of many disks behind. Whatever was told to be recorded must be there, nothing that was never
 * begun, acts whole, and the register must open and take the next act. Three weaker ways of
 * writing are run as well and must be caught: else this test would show nothing. */
#include "tests/test.h"

#include "storage/journal_inner.h"
#include "tests/fault/disk.h"
#include "tests/pen.h"

#include <unistd.h>

#define BASE  4                 /* lines that are there before */
#define DISKS (DISK_RANDOM + 6) /* the last six are drawn */

struct place {
	struct arena arena;
	char *folder;
	const char *path, *after;
	struct error err;
	struct pen pen;
};

struct way {                 /* of writing */
	const char *pragmas; /* NULL: as the product does */
	bool told_early;
};

struct sum {
	int disks, lost, invented, refused;
};

static int setup(void **state)
{
	struct place *t = calloc(1, sizeof *t);
	struct journal *j;

	arena_init(&t->arena, &memory_source);
	t->folder = scratch_make();
	t->path = scratch_path(&t->arena, t->folder, "chamber.mahdar");
	t->after = scratch_path(&t->arena, t->folder, "after.mahdar");
	pen_open(&t->pen, 500);
	j = pen_journal(t->path, JOURNAL_CREATE, &t->err);
	assert_non_null(j);
	assert_int_equal(pen_append(&t->pen, j, "s1", BASE, 60, &t->err), 0);
	journal_close(j);
	*state = t;
	return 0;
}

static int teardown(void **state)
{
	struct place *t = *state;

	pen_close(&t->pen);
	scratch_remove(t->folder);
	arena_clear(&t->arena);
	free(t);
	return 0;
}

/* Act K has one to four lines. */
static uint32_t lines_of_act(uint32_t k)
{
	return k * 5 % 4 + 1;
}

static struct journal *open_on_disk(struct place *t, const char *path)
{
	struct journal_options options = {
		.mode = JOURNAL_WRITE, .any_place = true, .holder = "test", .vfs = DISK_VFS_NAME};

	return journal_open(path, &options, &t->err);
}

static struct journal *desk(struct place *t, const struct way *way)
{
	struct journal *j = open_on_disk(t, t->path);

	assert_non_null(j);
	if (way->pragmas) {
		/* Take the guard away, to write as the product never does. */
		assert_int_equal(sqlite3_set_authorizer(j->db, NULL, NULL), SQLITE_OK);
		if (sqlite3_exec(j->db, way->pragmas, NULL, NULL, NULL) != SQLITE_OK)
			fail_msg("%s: %s", way->pragmas, sqlite3_errmsg(j->db));
	}
	return j;
}

/* Three sittings: open, acts, drafts, folding in, close. */
static void work(struct place *t, const struct way *way)
{
	uint32_t k = 0;

	disk_begin(t->path);
	for (int sitting = 0; sitting < 3; sitting++) {
		struct journal *j = desk(t, way);

		for (int i = 0; i < 6; i++, k++) {
			disk_note_begun(k);
			if (way->told_early)
				disk_note_told(k);
			assert_int_equal(
				pen_append(&t->pen, j, "s1", lines_of_act(k), 900, &t->err), 0);
			if (!way->told_early)
				disk_note_told(k);
			if (i == 2)
				assert_int_equal(journal_keep(j, STR("draft/1"), STR("half a word"),
							 &t->err),
					0);
			if (i == 3 && !way->pragmas)
				assert_int_equal(journal_checkpoint(j, &t->err), 0);
		}
		journal_close(j);
	}
	disk_end();
}

/* The acts that N lines are, or -1: half an act. */
static int acts_of(uint32_t n)
{
	uint32_t lines = BASE;
	int k = 0;

	for (; lines < n; k++)
		lines += lines_of_act((uint32_t)k);
	return lines == n ? k : -1;
}

static void judge(struct place *t, struct sum *sum)
{
	struct journal *j = open_on_disk(t, t->after);
	struct journal_head head;
	int acts;

	sum->disks++;
	if (!j || journal_verify(j, &t->err) != 0 ||
		journal_head(j, STR("s1"), &head, &t->err) != 0) {
		sum->refused++;
		journal_close(j);
		return;
	}
	acts = acts_of(head.next);
	if (acts < 0)
		sum->refused++;
	else if ((uint32_t)acts < disk_told())
		sum->lost++;
	else if ((uint32_t)acts > disk_begun())
		sum->invented++;
	/* Life goes on, also through a close and a start. */
	if (pen_append(&t->pen, j, "s1", 1, 10, &t->err) != 0 || journal_verify(j, &t->err) != 0)
		sum->refused++;
	journal_close(j);
}

static struct sum cut_everywhere(struct place *t, struct way way, const unsigned *states, size_t n)
{
	struct sum sum = {0};

	work(t, &way);
	disk_rewind();
	for (size_t cut = 0; cut <= disk_operations(); cut++) {
		for (size_t i = 0; i < n; i++) {
			disk_cut(cut, states[i], t->after);
			judge(t, &sum);
		}
	}
	print_message("# %zu operations, %d disks: lost %d, invented %d, refused %d\n",
		disk_operations(), sum.disks, sum.lost, sum.invented, sum.refused);
	return sum;
}

static void no_cut_of_the_power_loses_or_invents_an_act(void **state)
{
	unsigned states[DISKS];
	struct sum sum;

	for (unsigned i = 0; i < DISKS; i++)
		states[i] = i;
	sum = cut_everywhere(*state, (struct way){0}, states, DISKS);
	assert_true(sum.disks > 4000);
	assert_int_equal(sum.lost, 0);
	assert_int_equal(sum.invented, 0);
	assert_int_equal(sum.refused, 0);
}

/* One disk is enough to catch each of the weaker ways. */
static void caught_losing(void **state, struct way way, unsigned disk)
{
	struct sum sum = cut_everywhere(*state, way, &disk, 1);

	assert_true(sum.lost > 0);
}

static void the_usual_advice_synchronous_normal_is_caught_losing_acts(void **state)
{
	caught_losing(state, (struct way){.pragmas = "PRAGMA synchronous=NORMAL"}, DISK_NOTHING);
}

static void the_default_of_sqlite_is_caught_losing_acts(void **state)
{
	caught_losing(state,
		(struct way){.pragmas = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL"},
		DISK_NAMES);
}

static void a_desk_that_tells_before_the_commit_is_caught(void **state)
{
	caught_losing(state, (struct way){.told_early = true}, DISK_NOTHING);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	CASE(no_cut_of_the_power_loses_or_invents_an_act),
	CASE(the_usual_advice_synchronous_normal_is_caught_losing_acts),
	CASE(the_default_of_sqlite_is_caught_losing_acts),
	CASE(a_desk_that_tells_before_the_commit_is_caught),
};

TEST_MAIN(cases)
