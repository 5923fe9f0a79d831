/* A disk that is really full: a small file system of its own where that is allowed, a limit on the
 * size of files everywhere. */
#include "tests/test.h"

#include "storage/journal.h"
#include "tests/pen.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_MOUNT 77

struct told {
	uint32_t recorded; /* lines */
	int refusals, unknown, other, resumed, low;
};

/* Writes until the disk is full, goes on trying, then gets room again. */
static void fill(const char *path, int64_t ballast, int out)
{
	struct journal_options options = {.mode = JOURNAL_CREATE,
		.any_place = true,
		.holder = "test",
		.ballast_bytes = ballast};
	struct rlimit before, small;
	struct told told = {0};
	struct error err = {0};
	struct journal *j;
	struct pen pen;

	signal(SIGXFSZ, SIG_IGN);
	pen_open(&pen, 1);
	j = journal_open(path, &options, &err);
	if (!j || getrlimit(RLIMIT_FSIZE, &before) != 0)
		_exit(1);
	small = before;
	small.rlim_cur = 300000;
	if (setrlimit(RLIMIT_FSIZE, &small) != 0)
		_exit(1);
	for (int i = 0; i < 400 && told.refusals + told.unknown < 10; i++) {
		if (pen_append(&pen, j, "s1", 1, 2000, &err) == 0)
			told.recorded++;
		else if (err.code == ERROR_DISK_FULL || err.code == ERROR_COMMIT_LOST)
			told.refusals++;
		else if (err.code == ERROR_COMMIT_UNKNOWN || err.code == ERROR_READ_ONLY)
			told.unknown++;
		else
			told.other = (int)err.code;
	}
	if (setrlimit(RLIMIT_FSIZE, &before) != 0)
		_exit(1);
	if (journal_writable(j) && pen_append(&pen, j, "s1", 1, 2000, &err) == 0) {
		told.recorded++;
		told.resumed = 1;
	}
	if (write(out, &told, sizeof told) != sizeof told)
		_exit(1);
	kill(getpid(), SIGKILL);
}

static void a_full_disk_loses_nothing_that_was_recorded(void **state)
{
	struct scratch *t = *state;
	struct journal_head head;
	struct told told;
	struct journal *j;
	int said[2];
	pid_t pid;

	assert_int_equal(pipe(said), 0);
	pid = fork();
	if (pid == 0)
		fill(t->path, 0, said[1]);
	assert_int_equal(read(said[0], &told, sizeof told), sizeof told);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	close(said[0]);
	close(said[1]);
	print_message("# %u recorded, %d refused, %d unknown, went on: %d\n", told.recorded,
		told.refusals, told.unknown, told.resumed);
	assert_true(told.recorded > 20);
	assert_int_equal(told.other, 0);
	assert_true(told.refusals + told.unknown >= 10);
	j = pen_journal(t->path, JOURNAL_WRITE, &t->err);
	assert_non_null(j);
	assert_int_equal(journal_verify(j, &t->err), 0);
	assert_int_equal(journal_head(j, STR("s1"), &head, &t->err), 0);
	/* The limit is no "disk full" to SQLite but a fault of the disk, which may end in doubt. */
	if (told.unknown == 0)
		assert_int_equal(head.next, told.recorded);
	else
		assert_in_range(head.next, told.recorded, told.recorded + 1);
	assert_true(told.resumed || told.unknown);
	journal_close(j);
}

/* --- a file system of 3 MiB --- */

static bool mount_small(const char *folder)
{
	/* As root, or as anybody where user namespaces are allowed. */
	if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
		return false;
	if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
		return false;
	return mount("small", folder, "tmpfs", 0, "size=3m,mode=0700") == 0;
}

/* Fill the disk with acts, then with somebody's film, then close the sitting: thirty acts more.
 * The exit code says which step failed. */
static int close_the_sitting(const char *folder, const char *path, int64_t ballast)
{
	struct journal_options options = {.mode = JOURNAL_CREATE,
		.any_place = true,
		.holder = "test",
		.ballast_bytes = ballast};
	struct error err = {0};
	struct journal_head head;
	uint32_t recorded = 0;
	struct journal *j;
	struct arena a;
	struct pen pen;
	FILE *film;

	if (!mount_small(folder))
		return NO_MOUNT;
	arena_init(&a, &memory_source);
	pen_open(&pen, 1);
	j = journal_open(path, &options, &err);
	if (!j)
		return 1;
	if (journal_low(j))
		return 2;
	for (; recorded < 60; recorded++)
		if (pen_append(&pen, j, "s1", 1, 500, &err) != 0)
			return 3;
	film = fopen(scratch_path(&a, folder, "film"), "w");
	setvbuf(film, NULL, _IONBF, 0);
	while (fputc('x', film) != EOF)
		for (int i = 0; i < 4095; i++)
			if (fputc('x', film) == EOF)
				break;
	for (int i = 0; i < 30; i++) {
		if (pen_append(&pen, j, "s1", 1, 500, &err) == 0)
			recorded++;
		else if (err.code != ERROR_DISK_FULL)
			return 4;
	}
	if (journal_head(j, STR("s1"), &head, &err) != 0 || head.next != recorded)
		return 5;
	if (journal_verify(j, &err) != 0)
		return 6;
	if (journal_low(j) != (ballast > 0))
		return 7;
	journal_close(j);
	j = pen_journal(path, JOURNAL_READ, &err);
	if (!j || journal_verify(j, &err) != 0 || journal_head(j, STR("s1"), &head, &err) != 0 ||
		head.next != recorded)
		return 8;
	/* Without the reserve the disk is full for the acts, too: the test tests something. */
	return ballast ? (recorded == 90 ? 0 : 9) : (recorded < 90 ? 0 : 10);
}

static void on_a_small_disk(void **state, int64_t ballast)
{
	struct scratch *t = *state;
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(close_the_sitting(t->folder, t->path, ballast));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NO_MOUNT) {
		print_message("no small file system can be mounted here: not tried\n");
		skip();
	}
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void with_the_reserve_the_sitting_can_be_closed_on_a_full_disk(void **state)
{
	on_a_small_disk(state, 1 << 20);
}

static void without_a_reserve_a_full_disk_refuses_and_stays_true(void **state)
{
	on_a_small_disk(state, 0);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	CASE(a_full_disk_loses_nothing_that_was_recorded),
	CASE(with_the_reserve_the_sitting_can_be_closed_on_a_full_disk),
	CASE(without_a_reserve_a_full_disk_refuses_and_stays_true),
};

TEST_MAIN(cases)
