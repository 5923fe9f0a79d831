/* play is fed line by line and killed at random moments, also right after an answer: every act that
 * was answered with ok is there afterwards, at most the one in flight besides, and the next play
 * goes on from it. KILLS=N does it that often. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/register.h"
#include "tests/arena.h"
#include "tests/generate.h"
#include "tests/pen.h"

#define KILLS 60

struct place {
	struct arena a;
	char *folder;
	const char *path, *program;
	struct generator g;
	struct error err;
};

struct player {
	pid_t pid;
	int to;
	FILE *from;
};

static int setup(void **state)
{
	struct place *t = calloc(1, sizeof *t);

	if (!t)
		return -1;
	arena_init(&t->a, &memory_source);
	t->folder = scratch_make();
	t->path = scratch_path(&t->a, t->folder, "chamber.mahdar");
	t->program = scratch_path(&t->a, test_builddir(), "mahdar");
	t->g = generator_of(generate_seed(2024), &t->a);
	(void)signal(SIGPIPE, SIG_IGN);
	(void)setenv("MAHDAR_ANY_PLACE", "1", 1);
	*state = t;
	return 0;
}

static int teardown(void **state)
{
	struct place *t = *state;

	scratch_remove(t->folder);
	arena_clear(&t->a);
	free(t);
	return 0;
}

static void player_start(struct place *t, struct player *p)
{
	int in[2], out[2];

	assert_int_equal(pipe2(in, O_CLOEXEC), 0);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	p->pid = fork();
	assert_true(p->pid >= 0);
	if (p->pid == 0) {
		if (dup2(in[0], STDIN_FILENO) < 0 || dup2(out[1], STDOUT_FILENO) < 0)
			_exit(126);
		(void)execl(t->program, "mahdar", "--register", t->path, "--lang", "en", "play",
			"--keep-going", "-", (char *)NULL);
		_exit(127);
	}
	(void)close(in[0]);
	(void)close(out[1]);
	p->to = in[1];
	p->from = fdopen(out[0], "r");
	assert_non_null(p->from);
}

static void player_end(struct player *p, bool kill_it)
{
	int status;

	if (kill_it)
		(void)kill(p->pid, SIGKILL);
	(void)close(p->to);
	(void)fclose(p->from);
	assert_int_equal(waitpid(p->pid, &status, 0), p->pid);
	if (!kill_it && (!WIFEXITED(status) || WEXITSTATUS(status) > 1))
		fail_msg("play ended with status %d", status);
}

static bool player_say(struct player *p, const char *line)
{
	size_t n = strlen(line);

	return write(p->to, line, n) == (ssize_t)n;
}

/* The answer to the last line: how many facts were recorded; 0: refused; -1: no answer came. */
static int player_hear(struct player *p, char *answer, size_t room)
{
	int facts = -1;

	if (!fgets(answer, (int)room, p->from))
		return -1;
	if (strncmp(answer, "ok ", 3) != 0)
		return 0;
	for (const char *c = answer; *c; c++)
		facts += *c == ' ';
	return facts;
}

static struct registry *open_register(struct place *t, enum journal_mode mode)
{
	const struct journal_options options = {.mode = mode, .any_place = true, .holder = "test"};
	struct registry *r = register_open(t->path, &options, source_live, &t->err);

	if (!r)
		fail_msg("the register cannot be opened: %d %s", (int)t->err.code, t->err.subject);
	return r;
}

/* Acts of the session as the file has them; the chain of every stream is verified. */
static uint32_t acts_in_file(struct place *t)
{
	struct registry *r = open_register(t, JOURNAL_READ);
	uint32_t acts;

	assert_int_equal(journal_verify(register_journal(r), &t->err), 0);
	assert_int_equal(register_choose(r, 1, &t->err), 0);
	acts = (uint32_t)register_session(r)->log.n;
	register_close(r);
	return acts;
}

static void prepare(struct place *t)
{
	static const char *const lines[] = {
		"chamber.create code=x name_fr=X specimen=yes\n",
		"member.register number=1 name_fr=A office=president gender=man\n",
		"member.register number=2 name_fr=B office=rapporteur gender=man\n",
		"session.create kind=ordinary year=2024 month=10\n",
		"item.add kind=agreement title_fr=Convention text_fr=Texte\n",
		"sitting.open place=Fès chair=1 secretary=2\n",
		"attendance.all\n",
		"quorum.record\n",
	};
	struct player p;
	char answer[400];

	player_start(t, &p);
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		assert_true(player_say(&p, lines[i]));
		if (player_hear(&p, answer, sizeof answer) < 1)
			fail_msg("%s%s", lines[i], answer);
	}
	player_end(&p, false);
}

/* Acts of one fact and of two, and one that is refused, over and over. */
static void next_line(uint32_t k, char *line, size_t room)
{
	if (k % 4 == 0)
		(void)snprintf(line, room, "guest.note capacity=guest name_fr=\"Invité %u\"\n", k);
	else if (k % 4 == 1)
		(void)snprintf(line, room, "item.add kind=free title_fr=\"Point %u\" at=1\n", k);
	else if (k % 4 == 2)
		(void)snprintf(line, room, "vote.close\n");
	else
		(void)snprintf(line, room, "text.keep lang=fr content=\"Passage %u\"\n", k);
}

static void pause_at_most(struct place *t, uint64_t microseconds)
{
	(void)usleep((useconds_t)generate_below(&t->g, microseconds));
}

/* One life of play: some lines, then death. Returns the acts that were acknowledged. */
static uint32_t one_life(struct place *t, uint32_t acts, uint32_t *k, bool *in_flight)
{
	uint64_t lines = generate_below(&t->g, 12);
	struct player p;
	char line[200], answer[400];

	player_start(t, &p);
	*in_flight = false;
	for (uint64_t i = 0; i < lines; i++) {
		int facts;

		next_line((*k)++, line, sizeof line);
		if (!player_say(&p, line))
			break;
		facts = player_hear(&p, answer, sizeof answer);
		if (facts < 0)
			fail_msg("no answer to %s", line);
		acts += (uint32_t)facts;
	}
	if (generate_chance(&t->g, 70)) { /* and one more, whose answer is not waited for */
		next_line((*k)++, line, sizeof line);
		*in_flight = player_say(&p, line);
		pause_at_most(t, 4000);
	} else if (lines == 0) { /* while it opens the register */
		pause_at_most(t, 20000);
	}
	player_end(&p, true);
	return acts;
}

static void what_was_answered_is_there_however_play_died(void **state)
{
	struct place *t = *state;
	const char *wish = getenv("KILLS");
	int kills = wish ? atoi(wish) : KILLS, more = 0;
	uint32_t acts, k = 0;

	prepare(t);
	acts = acts_in_file(t);
	for (int i = 0; i < kills; i++) {
		bool in_flight;
		uint32_t there;

		acts = one_life(t, acts, &k, &in_flight);
		there = acts_in_file(t);
		if (there < acts)
			fail_msg("kill %d: %u acts were answered, %u are there", i, acts, there);
		/* The line in flight counts whole or not at all: one fact, or two. */
		if (there > acts + (in_flight ? 2 : 0))
			fail_msg("kill %d: %u acts were answered, %u are there", i, acts, there);
		more += there > acts;
		acts = there;
	}
	print_message("# %d kills, %u acts, %d of them recorded and not yet answered\n", kills,
		acts, more);
	assert_true(acts > (uint32_t)kills);
}

static void the_next_play_goes_on_where_the_last_one_died(void **state)
{
	struct place *t = *state;
	struct player p;
	struct registry *r;
	char answer[400], want[100];
	uint32_t acts;

	prepare(t);
	player_start(t, &p);
	assert_true(player_say(&p, "item.open item=1\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	assert_true(player_say(&p, "item.present\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	assert_true(player_say(&p, "vote.open kind=named\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	assert_true(player_say(&p, "vote.cast member=1 value=against\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	player_end(&p, true);
	acts = acts_in_file(t);
	r = open_register(t, JOURNAL_READ);
	assert_int_equal(register_choose(r, 1, &t->err), 0);
	assert_int_equal(register_session(r)->open_item, 1);
	assert_int_equal(vote_mark(session_open_vote(register_session(r)), 1), VALUE_AGAINST);
	register_close(r);
	player_start(t, &p);
	assert_true(player_say(&p, "vote.cast member=2 value=for\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	(void)snprintf(want, sizeof want, "ok %u vote.marked\n", acts);
	assert_string_equal(answer, want);
	assert_true(player_say(&p, "vote.close\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	player_end(&p, false);
}

static void a_killed_writer_holds_no_lock(void **state)
{
	struct place *t = *state;
	struct player p;
	struct registry *r;
	char answer[400];

	prepare(t);
	player_start(t, &p);
	assert_true(player_say(&p, "guest.note capacity=press\n"));
	assert_int_equal(player_hear(&p, answer, sizeof answer), 1);
	player_end(&p, true);
	r = open_register(t, JOURNAL_WRITE);
	register_close(r);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(what_was_answered_is_there_however_play_died),
		CASE(the_next_play_goes_on_where_the_last_one_died),
		CASE(a_killed_writer_holds_no_lock),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
