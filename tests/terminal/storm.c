/* The whole program in a storm: bytes as keyboards, pastes, broken lines and cats on keyboards send
 * them, and sizes from 1x1 to 500x200, on a real terminal. It goes on answering, and whichever way
 * it is ended the terminal is as it was. STORM_KEYS=100000 makes it long. */
#include "tests/pty.h"
#include "tests/generate.h"
#include "tests/pen.h"
#include "tests/test.h"

#include <poll.h>
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define FEW_KEYS 1200

struct place {
	char *folder;
	char program[4096], path[4096];
};

static size_t keys_wanted(void)
{
	const char *wish = getenv("STORM_KEYS");

	return wish ? (size_t)strtoull(wish, NULL, 10) : FEW_KEYS;
}

static struct pty *start(const struct place *at, const char *lang, const char *room)
{
	char program[4096], file[4096], language[8], place[16],
		words[2][16] = {"--lang", "--register"};
	char *argv[] = {program, words[0], language, words[1], file, NULL, NULL};

	(void)snprintf(program, sizeof program, "%s", at->program);
	(void)snprintf(file, sizeof file, "%s", at->path);
	(void)snprintf(language, sizeof language, "%s", lang);
	if (room) {
		(void)snprintf(place, sizeof place, "%s", room);
		argv[5] = place;
	}
	return pty_start(24, 80, argv, "MAHDAR_ANY_PLACE=1");
}

/* A register with the sample session, its sitting open at item 3. */
static void make_register(const struct place *at)
{
	char command[24000];
	FILE *f;

	(void)snprintf(command, sizeof command,
		"MAHDAR_ANY_PLACE=1 '%s' --register '%s' play '%s/storage/sample/prepare.play' "
		">/dev/null && MAHDAR_ANY_PLACE=1 '%s' --register '%s' play - >/dev/null",
		at->program, at->path, test_srcdir(), at->program, at->path);
	f = popen(command, "we");
	assert_non_null(f);
	assert_true(fputs("sitting.open chair=1 secretary=4 "
			  "confirm=another-day\nattendance.all\nquorum.record\n"
			  "item.open item=3\nitem.present member=4\n",
			    f) >= 0);
	assert_int_equal(pclose(f), 0);
}

static int setup(void **state)
{
	struct place *at = calloc(1, sizeof *at);

	if (!at)
		return -1;
	at->folder = scratch_make();
	(void)snprintf(at->program, sizeof at->program, "%s/mahdar", test_builddir());
	(void)snprintf(at->path, sizeof at->path, "%s/storm.mahdar", at->folder);
	/* What is written beside the register goes where it is taken away again. */
	assert_int_equal(setenv("HOME", at->folder, 1), 0);
	make_register(at);
	assert_int_equal(chdir(at->folder), 0);
	*state = at;
	return 0;
}

static int teardown(void **state)
{
	struct place *at = *state;

	assert_int_equal(chdir(test_builddir()), 0);
	scratch_remove(at->folder);
	free(at);
	return 0;
}

/* --- the storm --- */

static const char *const bytes[] = {"\033", "\r", "\n", "\t", " ", "\177", "\b", "\033[A", "\033OB",
	"\033[C", "\033OD", "\033[H", "\033OF", "\033[5~", "\033[6~", "\033[2~", "\033[3~",
	"\033[Z", "\033OP", "\033OQ", "\033OR", "\033OS", "\033[15~", "\033[17~", "\033[18~",
	"\033[19~", "\033[20~", "\033[21~", "\033[23~", "\033[24~", "\033[1;5C", "\033[1;2D",
	"\033[200~pasted\ntwice\033[201~", "\033[200~\033[201~", "\033[200~never ended",
	"\033[201~", "\033]11;rgb:0/0/0\033\\", "\033[?1;2c", "\033[1;1R", "\033[", "\033O",
	"\033[999;999;999;999~", "\xff", "\xc3\x28", "\xe2\x82", "\xf0\x9f\x98\x80", "\xd9\x85",
	"\xd9\x84\xd8\xa7", "\xef\xbb\xbb", "\x01", "\x03", "\x0c", "\x11", "\x12", "\x13", "\x1a",
	"\x1c", "\x15", "=", "u", "o", "n", "a", "v", "p", "s", "e", "x", "q", ":", "?", "\xc3\xa9",
	"\xc3\xa0", "&", "\"", "'", "(", "-", "_", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
	"\xd9\xa3", "\xe2\xb5\x9f"};

static void press(struct pty *p, struct generator *g)
{
	const char *one = bytes[generate_below(g, sizeof bytes / sizeof *bytes)];
	char noise[8];

	if (generate_chance(g, 4)) {
		size_t n = 1 + (size_t)generate_below(g, sizeof noise);

		/* no stroke: nothing the storm types is to be a path */
		for (size_t i = 0; i < n; i++) {
			noise[i] = (char)generate_below(g, 256);
			if (noise[i] == '/' || noise[i] == 0)
				noise[i] = '.';
		}
		pty_write(p, noise, n);
	} else {
		pty_write(p, one, strlen(one));
	}
	if (generate_chance(g, 3))
		pty_resize(p, (int)generate_between(g, 1, 200), (int)generate_between(g, 1, 500));
	else if (generate_chance(g, 3))
		pty_resize(p, 24, 80);
}

/* The storm typed its end: it is gone, or has given the terminal back and is about to be. */
static bool leaves(struct pty *p)
{
	return pty_ended(p) || pty_given_back(p);
}

/* It is there and answers: F2 changes the language everywhere. False: the storm has ended it, in
 * order and with the terminal as it was. */
static bool answers(struct pty *p)
{
	int status;

	if (!pty_ended(p)) {
		pty_resize(p, 24, 80);
		/* out of whatever was half typed: the end of a paste, of a sequence */
		pty_write(p, "\033[201~\033\\", 8);
		pty_quiet(p);
	}
	if (!leaves(p)) {
		size_t before = pty_received_bytes(p);

		for (int i = 0; i < 20 && pty_received_bytes(p) == before && !leaves(p); i++) {
			pty_write(p, "\033OQ", 3);
			pty_quiet(p);
		}
		/* What comes from one that leaves is its farewell and the kernel's echo. */
		if (!leaves(p) && pty_received_bytes(p) > before)
			return true;
	}
	status = pty_wait_exit(p);
	/* Once the terminal is given back, what the storm still types is the kernel's again: ^C and
	 * ^\ may end what is leaving already. */
	if (WIFSIGNALED(status))
		assert_true(WTERMSIG(status) == SIGINT || WTERMSIG(status) == SIGQUIT);
	else
		assert_int_equal(WEXITSTATUS(status), 0);
	/* What it sent last travels through the kernel after its end. */
	for (int i = 0; i < 20 && !pty_given_back(p); i++) {
		(void)poll(NULL, 0, 50);
		pty_quiet(p);
	}
	if (!pty_given_back(p))
		fail_msg("the terminal is not as it was; status %x", (unsigned)status);
	return false;
}

static void storm(const struct place *at, struct generator *g, const char *room, size_t keys)
{
	static const char *const langs[] = {"ar", "fr", "en"};
	struct pty *p = start(at, langs[generate_below(g, 3)], room);

	for (size_t i = 0; i < keys; i++) {
		if (!pty_ended(p))
			press(p, g);
		if (i % 100 != 99 && !pty_ended(p))
			continue;
		if (!answers(p)) {
			pty_close(p);
			p = start(at, langs[generate_below(g, 3)], room);
		}
	}
	if (answers(p)) {
		int status;

		pty_signal(p, SIGTERM);
		status = pty_wait_exit(p);
		/* On its way out already it has let go of the signals with the terminal. */
		assert_true(WIFEXITED(status) || WTERMSIG(status) == SIGTERM);
		assert_true(pty_given_back(p));
	}
	pty_close(p);
}

static void the_desk_goes_on_answering(void **state)
{
	struct generator g = generator_of(generate_seed(20241230), NULL);

	storm(*state, &g, NULL, keys_wanted());
}

static void the_room_goes_on_answering(void **state)
{
	struct generator g = generator_of(generate_seed(20241231), NULL);

	storm(*state, &g, "room", keys_wanted() / 4);
}

/* --- the ways out, in the middle of whatever the storm has begun --- */

static struct pty *in_the_middle(const struct place *at, struct generator *g)
{
	struct pty *p = start(at, "fr", NULL);

	for (int i = 0; i < 12 && !pty_ended(p); i++)
		press(p, g);
	pty_quiet(p);
	if (!leaves(p))
		return p;
	pty_close(p);
	p = start(at, "fr", NULL);
	pty_quiet(p);
	return p;
}

static void every_signal_gives_the_terminal_back(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGABRT};
	struct generator g = generator_of(generate_seed(20241232), NULL);

	for (size_t i = 0; i < 2 * sizeof signals / sizeof *signals; i++) {
		int signal = signals[i % (sizeof signals / sizeof *signals)], status;
		struct pty *p = in_the_middle(*state, &g);

		pty_signal(p, signal);
		status = pty_wait_exit(p);
		if (signal == SIGABRT)
			assert_true(WIFSIGNALED(status));
		else
			assert_true(WIFEXITED(status));
		if (!pty_given_back(p))
			fail_msg("signal %d leaves the terminal changed", signal);
		pty_close(p);
	}
}

static void stopped_and_continued_it_takes_the_terminal_again(void **state)
{
	struct generator g = generator_of(generate_seed(20241233), NULL);

	for (int i = 0; i < 3; i++) {
		struct pty *p = in_the_middle(*state, &g);
		size_t stopped;

		pty_signal(p, SIGTSTP);
		pty_wait_stop(p);
		assert_true(pty_given_back(p));
		stopped = pty_received_bytes(p);
		pty_signal(p, SIGCONT);
		pty_settle(p);
		assert_true(pty_received(p, "\033[?1049h", stopped) >= 0);
		assert_true(answers(p));
		pty_close(p);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct CMUnitTest cases[] = {
	CASE(every_signal_gives_the_terminal_back),
	CASE(stopped_and_continued_it_takes_the_terminal_again),
	CASE(the_room_goes_on_answering),
	CASE(the_desk_goes_on_answering),
};

TEST_MAIN(cases)
