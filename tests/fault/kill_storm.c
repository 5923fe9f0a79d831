/* SIGKILL at random moments, also while opening, folding and closing: every line that was
 * acknowledged is there, batches are there whole or not at all, a reader never sees time run back.
 * This says nothing about power cuts (power_cut does). */
#include "tests/test.h"

#include "storage/chain.h"
#include "storage/journal.h"
#include "tests/pen.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 200

/* How many lines batch K has: the count of lines tells how many batches there are. */
static uint32_t batch_size(uint32_t k)
{
	return k * 7 % 5 + 1;
}

static uint32_t lines_of(uint32_t batches)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < batches; k++)
		n += batch_size(k);
	return n;
}

static uint32_t batches_of(uint32_t lines)
{
	uint32_t k = 0;

	while (lines_of(k) < lines)
		k++;
	assert_int_equal(lines_of(k), lines); /* else half a batch */
	return k;
}

/* Appends for ever, and says each batch that is recorded into OUT. */
static void child(const char *path, uint64_t round, int out)
{
	struct journal_head head;
	struct error err = {0};
	struct journal *j;
	struct pen pen;
	uint32_t k;

	pen_open(&pen, 1000 + round);
	for (;;) {
		j = pen_journal(
			path, access(path, F_OK) == 0 ? JOURNAL_WRITE : JOURNAL_CREATE, &err);
		if (!j || journal_head(j, STR("s1"), &head, &err) != 0)
			_exit(1);
		k = batches_of(head.next);
		for (int i = 0; i < 12; i++, k++) {
			if (pen_append(&pen, j, "s1", batch_size(k), 400, &err) != 0)
				_exit(2);
			if (write(out, &k, sizeof k) != sizeof k)
				_exit(3);
			if (i == 5 && journal_keep(j, STR("draft/1"), STR("text"), &err) != 0)
				_exit(4);
			if (i == 8 && journal_checkpoint(j, &err) != 0)
				_exit(5);
		}
		journal_close(j);
	}
}

static uint32_t last_acknowledged(int in, uint32_t before)
{
	uint32_t k, last = before;

	while (read(in, &k, sizeof k) == (ssize_t)sizeof k)
		last = k + 1;
	return last;
}

static void no_kill_loses_an_act_or_halves_one(void **state)
{
	struct scratch *t = *state;
	struct journal *reader = NULL, *j;
	struct journal_head head = {0};
	uint32_t acknowledged = 0, seen = 0, killed_at_work = 0;
	uint32_t seed = 2024;

	for (int round = 0; round < ROUNDS; round++) {
		uint32_t before = acknowledged;
		int said[2], status;
		pid_t pid;

		assert_int_equal(pipe2(said, O_CLOEXEC), 0);
		pid = fork();
		if (pid == 0) {
			close(said[0]);
			child(t->path, (uint64_t)round, said[1]);
		}
		close(said[1]);
		/* Half of them are killed wherever they are, while opening too; the others are at
		 * work first, however slow the machine is. */
		if (round % 2 == 1)
			assert_int_equal(
				poll(&(struct pollfd){.fd = said[0], .events = POLLIN}, 1, 60000),
				1);
		seed = seed * 1664525 + 1013904223;
		usleep((seed >> 8) % 40000);
		if (reader) {
			assert_int_equal(journal_head(reader, STR("s1"), &head, &t->err), 0);
			assert_true(head.next >= seen);
			seen = head.next;
		}
		assert_int_equal(kill(pid, SIGKILL), 0);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFSIGNALED(status));
		acknowledged = last_acknowledged(said[0], acknowledged);
		close(said[0]);
		killed_at_work += acknowledged > before;
		if (access(t->path, F_OK) != 0) {
			assert_int_equal(acknowledged, 0);
			continue;
		}
		/* As the next start does; what it sees is final. */
		j = pen_journal(t->path, JOURNAL_WRITE, &t->err);
		assert_non_null(j);
		assert_int_equal(journal_verify(j, &t->err), 0);
		assert_int_equal(journal_head(j, STR("s1"), &head, &t->err), 0);
		/* The last batch may be there without anybody having heard of it. */
		assert_in_range(batches_of(head.next), acknowledged, acknowledged + 1);
		acknowledged = batches_of(head.next);
		assert_true(head.next >= seen);
		seen = head.next;
		journal_close(j);
		/* Every other stretch of rounds has a reader that stays open through the kills. */
		if (round % 20 == 10) {
			reader = pen_journal(t->path, JOURNAL_READ, &t->err);
			assert_non_null(reader);
		} else if (round % 20 == 0) {
			journal_close(reader);
			reader = NULL;
		}
	}
	journal_close(reader);
	print_message("# %u batches, %u lines; killed at work in %u of %d rounds\n", acknowledged,
		lines_of(acknowledged), killed_at_work, ROUNDS);
	assert_true(killed_at_work >= ROUNDS / 2);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	CASE(no_kill_loses_an_act_or_halves_one),
};

TEST_MAIN(cases)
