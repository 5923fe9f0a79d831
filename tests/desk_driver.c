#include "tests/desk_driver.h"

#include "storage/file.h"
#include "storage/seat.h"
#include "tests/cut.h"
#include "tests/golden.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "tui/desk_parts.h"
#include "tui/sample.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define REGISTER_MAX ((size_t)64 << 20)
#define WAIT_MS      60000

/* --- the sample register, made once a process and kept in memory --- */

static struct bytes sample_bytes[2];

static void forget_samples(void)
{
	for (size_t i = 0; i < ARRAY_LEN(sample_bytes); i++)
		bytes_free(&sample_bytes[i]);
}

static void make_sample(struct driver *t, enum driver_stage stage)
{
	const char *path = scratch_path(&t->arena, t->folder, "sample.mahdar");
	struct error err = {.code = ERROR_NONE};
	struct sample sample;

	if (sample_bytes[stage].n)
		return;
	assert_int_equal(sample_create(&t->cli, path, &sample), CLI_DONE);
	if (stage == DRIVER_HELD)
		assert_int_equal(sample_play(&t->cli, &sample), CLI_DONE);
	register_close(sample.r);
	if (!sample_bytes[0].n && !sample_bytes[1].n)
		(void)atexit(forget_samples);
	assert_int_equal(file_read(path, REGISTER_MAX, &sample_bytes[stage], &err), 0);
}

/* --- opening --- */

static void begin(struct driver *t, enum lang lang)
{
	*t = (struct driver){.folder = scratch_make()};
	arena_init(&t->arena, &memory_source);
	t->path = scratch_path(&t->arena, t->folder, "register.mahdar");
	t->cli = (struct cli){.lang = lang, .lang_given = true, .arena = &t->arena};
	t->cli.program = scratch_path(&t->arena, test_builddir(), "mahdar");
	t->cli.register_path = t->path;
}

static void open_register(struct driver *t)
{
	struct journal_options options = {
		.mode = JOURNAL_WRITE, .any_place = true, .holder = "test", .vfs = t->vfs};
	struct error err = {.code = ERROR_NONE};

	t->r = register_open(t->path, &options, source_of_script(&t->script), &err);
	assert_non_null(t->r);
	assert_int_equal(register_choose(t->r, register_world(t->r)->last_number, &err), 0);
}

static void put_register(struct driver *t, const void *p, size_t n, const char *now)
{
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(file_write(t->path, p, n, 0600, FILE_NEW, &err), 0);
	assert_true(instant_parse(str_of(now), &t->script.now));
	t->script.count = 1000000; /* beyond the ids of the sample */
	open_register(t);
}

void driver_open(struct driver *t, enum lang lang, enum driver_stage stage)
{
	begin(t, lang);
	make_sample(t, stage);
	put_register(t, sample_bytes[stage].p, sample_bytes[stage].n,
		stage == DRIVER_HELD ? "2024-12-30T14:20:00+01:00" : "2024-12-30T10:00:00+01:00");
}

void driver_open_played(struct driver *t, enum lang lang, const char *lines)
{
	struct journal_options options = {
		.mode = JOURNAL_CREATE, .any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};

	begin(t, lang);
	t->r = register_open(t->path, &options, source_of_script(&t->script), &err);
	assert_non_null(t->r);
	driver_play(t, lines);
}

void driver_close(struct driver *t)
{
	driver_leave(t);
	register_close(t->r);
	scratch_remove(t->folder);
	arena_clear(&t->arena);
}

void driver_play(struct driver *t, const char *lines)
{
	char *answers = NULL;
	size_t n;
	FILE *f = open_memstream(&answers, &n);
	int status;

	assert_non_null(f);
	status = cli_play_text(&t->cli, t->r, str_of(lines), &t->script, false, f);
	assert_int_equal(fclose(f), 0);
	if (status != CLI_DONE) {
		(void)fputs(answers, stderr);
		fail();
	}
	free(answers);
}

/* The disk of the machine that runs the tests is none of theirs. */
static int64_t plenty(const char *path)
{
	(void)path;
	return (int64_t)1 << 40;
}

void driver_desk(struct driver *t, int rows, int cols)
{
	t->seat = seat_take(t->path);
	t->term = term_memory_open(rows, cols);
	t->desk = desk_open(&t->cli, t->r, t->term, false);
	t->desk->patient = false;
	t->desk->safety.free_bytes = plenty;
}

struct driver_look driver_look(int i)
{
	bool wide = i % 2 == 1;

	return (struct driver_look){(enum lang)(i / 2), wide ? 45 : 24, wide ? 160 : 80};
}

void driver_begin(struct driver *t, enum lang lang, const char *lines)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, lines);
	driver_desk(t, 24, 80);
}

void driver_begin_at(struct driver *t, enum lang lang, const char *lines, const char *keys)
{
	driver_begin(t, lang, lines);
	driver_keys(t, keys);
}

void driver_at_item(struct driver *t, enum lang lang, const char *lines)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, DRIVER_QUORUM);
	driver_play(t, lines);
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>3");
}

void driver_leave(struct driver *t)
{
	if (t->desk)
		desk_close(t->desk);
	term_close(t->term);
	seat_close(t->seat);
	t->seat = NULL;
	t->desk = NULL;
	t->term = NULL;
}

void driver_reopen(struct driver *t)
{
	register_close(t->r);
	t->script.count += 1000000;
	open_register(t);
}

void driver_killed(struct driver *t, const char *keys)
{
	int status;
	pid_t pid;

	register_close(t->r);
	t->r = NULL;
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		driver_reopen(t);
		driver_desk(t, 24, 80);
		driver_keys(t, keys);
		(void)kill(getpid(), SIGKILL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	driver_reopen(t);
	driver_desk(t, 24, 80);
}

/* --- keys --- */

bool driver_take(struct desk *desk, const struct term *term)
{
	while (!term_memory_idle(term) || desk->ahead_n > desk->ahead_at)
		if (!desk_turn(desk))
			return false;
	return true;
}

void driver_keys(struct driver *t, const char *keys)
{
	term_memory_type(t->term, keys);
	(void)driver_take(t->desk, t->term);
	cut_check(term_memory_canvas(t->term), &t->arena);
}

void driver_wait(struct driver *t)
{
	for (;;) {
		struct pollfd p = {.fd = closing_watch(t->desk), .events = POLLIN};

		if (p.fd < 0)
			return;
		assert_true(poll(&p, 1, WAIT_MS) > 0);
		assert_true(desk_turn(t->desk));
	}
}

/* --- looking --- */

bool driver_shows(struct driver *t, const char *text)
{
	return canvas_shows(term_memory_canvas(t->term), str_of(text));
}

static const char *dump(struct driver *t)
{
	return arena_z(&t->arena, canvas_dump(term_memory_canvas(t->term), &t->arena));
}

void driver_must_show(struct driver *t, const char *text)
{
	if (!driver_shows(t, text))
		fail_msg("\"%s\" is not on the screen:\n%s", text, dump(t));
}

void driver_must_not_show(struct driver *t, const char *text)
{
	if (driver_shows(t, text))
		fail_msg("\"%s\" is on the screen:\n%s", text, dump(t));
}

void driver_golden(struct driver *t, const char *name)
{
	char whole[128];
	int rows, cols;

	term_size(t->term, &rows, &cols);
	(void)snprintf(
		whole, sizeof whole, "%s-%s-%dx%d", name, lang_code(t->desk->lang), cols, rows);
	golden_check(whole, canvas_dump(term_memory_canvas(t->term), &t->arena));
}

const struct session *driver_session(const struct driver *t)
{
	return register_session(t->r);
}

enum presence driver_presence(const struct driver *t, int64_t member)
{
	return session_seat(driver_session(t), member)->presence;
}

const struct vote *driver_vote(const struct driver *t)
{
	const struct session *s = driver_session(t);

	return s->open_vote.item ? session_open_vote(s) : session_vote(s, s->last_vote);
}

const struct vote *driver_vote_of(const struct driver *t, int item, int n)
{
	const struct vote *vote = session_vote(driver_session(t), (struct vote_id){item, n});

	assert_non_null(vote);
	return vote;
}

void driver_read_minutes(struct driver *t)
{
	int pages = 0;

	driver_keys(t, "<Enter>");
	while (t->desk->step_ms >= 0 && !driver_shows(t, "✓ Le procès-verbal a été relu.") &&
		!driver_shows(t, "✓ تمت قراءة المحضر.") &&
		!driver_shows(t, "✓ The minutes were read through.")) {
		driver_keys(t, "<Enter>");
		assert_true(++pages < 100);
	}
}

bool driver_session_is_called(struct driver *t, int64_t number, const char *french)
{
	struct error err = {.code = ERROR_NONE};
	struct arena a;
	struct session s;
	bool so;

	arena_init(&a, &memory_source);
	assert_int_equal(register_fold(t->r, number, &a, &s, &err), 0);
	so = str_is(s.is.head.name_fr, french);
	arena_clear(&a);
	return so;
}
