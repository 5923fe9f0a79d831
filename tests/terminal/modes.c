/* What each kind of terminal is sent so that Arabic stands in order, and that it is given back on
 * every way out. The pseudo-terminal answers as the real ones answered when they were tried. */
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/pen.h"
#include "tests/pty.h"
#include "tests/test.h"

#define ENTER_SCREEN "\033[?1049h"
#define LEAVE_SCREEN "\033[?1049l"
#define LEAVE_ALONE  "\033[8l\033[1 k"
#define AS_BEFORE    "\033[8h\033[0 k"

#define KONSOLE_ON  "\033]50;BidiRenderingEnabled=false\a"
#define KONSOLE_OFF "\033]50;BidiRenderingEnabled=true\a"
#define MLTERM_ON   "\033]5379;use_bidi=false\a\033]5379;use_ctl=false\a"
#define MLTERM_OFF  "\033]5379;use_bidi=true\a\033]5379;use_ctl=true\a"
#define TMUX_ON     "\033Ptmux;\033\033[8l\033\\"
#define TMUX_OFF    "\033Ptmux;\033\033[8h\033\\"
#define SCREEN_ON   "\033P\033[8l\033\\"
#define SCREEN_OFF  "\033P\033[8h\033\\"

enum order { VISUAL, WORDS };

/* A terminal: what it answers, what its program sees around it, and what it is to be sent. */
static const struct terminal {
	const char *name, *answers, *env, *on, *off;
	enum order order;
} terminals[] = {
	{"VTE", "\033[8;1$y\033[>65;7006;1c\033[?65;1;9c", NULL, LEAVE_ALONE, AS_BEFORE, VISUAL},
	{"Konsole", "\033P>|Konsole 22.12.3\033\\\033[>1;115;0c\033[?62;1;4c", NULL, KONSOLE_ON,
		KONSOLE_OFF, VISUAL},
	{"mlterm", "\033[>24;279;0c\033[?63;1;2;3;4;7;29c", NULL, MLTERM_ON, MLTERM_OFF, VISUAL},
	{"kitty", "\033P>|kitty(0.26.5)\033\\\033[?62;c", NULL, LEAVE_ALONE, AS_BEFORE, WORDS},
	{"xterm", "\033P>|XTerm(379)\033\\\033[>41;379;0c\033[?64c", NULL, LEAVE_ALONE, AS_BEFORE,
		VISUAL},
	{"foot", "\033P>|foot(1.13.1)\033\\\033[>1;011301;0c\033[?62;4;22c", NULL, LEAVE_ALONE,
		AS_BEFORE, VISUAL},
	{"tmux", "\033P>|tmux 3.3a\033\\\033[>84;0;0c\033[?1;2c", "PATH=/nowhere", TMUX_ON,
		TMUX_OFF, VISUAL},
	{"screen", "\033[>83;40900;0c\033[?1;2c", NULL, SCREEN_ON, SCREEN_OFF, VISUAL},
	{"screen in Konsole", "\033[>83;40900;0c\033[?1;2c", "KONSOLE_VERSION=221203",
		"\033P" KONSOLE_ON "\033\\", "\033P" KONSOLE_OFF "\033\\", VISUAL},
	{"screen in kitty", "\033[>83;40900;0c\033[?1;2c", "KITTY_WINDOW_ID=1", SCREEN_ON,
		SCREEN_OFF, WORDS},
	{"PuTTY", "\033[>0;136;0c\033[?6c", NULL, LEAVE_ALONE, AS_BEFORE, VISUAL},
	{"an unknown one", "\033[?6c", NULL, LEAVE_ALONE, AS_BEFORE, VISUAL},
	{"a silent one", "", NULL, LEAVE_ALONE, AS_BEFORE, VISUAL},
};

#define TERMINALS (sizeof(terminals) / sizeof(terminals[0]))

static struct pty *start(const char *mode, const char *env, const char *answers)
{
	char path[4096], word[32];
	char *argv[] = {path, word, NULL};

	(void)snprintf(path, sizeof(path), "%s/tests/terminal/demo", test_builddir());
	(void)snprintf(word, sizeof(word), "%s", mode);
	return pty_start_as(24, 80, argv, env, answers);
}

/* The program's name stands at the right edge of the first row, ending in this order. */
static void assert_order(struct pty *p, enum order order)
{
	/* محضر: its first letter ﻣ stands rightmost, but for a terminal that turns words */
	assert_int_equal(pty_code(p, 0, 78), order == VISUAL ? 0xFEE3 : 0xFEAE);
	assert_int_equal(pty_code(p, 0, 75), order == VISUAL ? 0xFEAE : 0xFEE3);
}

/* ON once, between entering the screen and the first letter. */
static void assert_switched(const struct pty *p, const char *on, size_t from)
{
	long screen = pty_received(p, ENTER_SCREEN, from), at = pty_received(p, on, from);

	assert_true(screen >= 0);
	assert_true(at > screen);
	assert_true(pty_received(p, "\xEF\xBB\xA3", (size_t)screen) > at);
}

/* OFF once, then the order of letters and of pasting, then the screen. */
static void assert_given_back(const struct pty *p, const char *off, size_t from)
{
	long switched = pty_received(p, off, from), order = pty_received(p, AS_BEFORE, from);
	long paste = pty_received(p, "\033[?2004l", from), screen;

	assert_true(switched >= 0 && order >= switched);
	screen = pty_received(p, LEAVE_SCREEN, (size_t)switched);
	assert_true(paste > order && screen > paste);
	assert_int_equal(pty_received(p, off, (size_t)switched + 1), -1);
}

static void each_terminal_is_told_in_its_own_way_and_told_back_on_leaving(void **state)
{
	(void)state;
	for (size_t i = 0; i < TERMINALS; i++) {
		const struct terminal *t = &terminals[i];
		struct pty *p = start("auto", t->env, t->answers);

		print_message("# %s\n", t->name);
		assert_switched(p, t->on, 0);
		assert_order(p, t->order);
		pty_write(p, "\033[21~", 5);
		assert_int_equal(pty_wait_exit(p), 0);
		assert_given_back(p, t->off, 0);
		pty_close(p);
	}
}

static void each_terminal_is_told_back_by_a_signal_and_by_a_crash(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGSEGV};

	(void)state;
	for (size_t i = 0; i < TERMINALS; i++)
		for (size_t k = 0; k < sizeof(signals) / sizeof(signals[0]); k++) {
			const struct terminal *t = &terminals[i];
			struct pty *p = start("auto", t->env, t->answers);

			print_message("# %s, signal %d\n", t->name, signals[k]);
			pty_signal(p, signals[k]);
			(void)pty_wait_exit(p);
			assert_given_back(p, t->off, 0);
			pty_close(p);
		}
}

static void each_terminal_is_told_back_while_the_program_is_stopped(void **state)
{
	(void)state;
	for (size_t i = 0; i < TERMINALS; i++) {
		const struct terminal *t = &terminals[i];
		struct pty *p = start("auto", t->env, t->answers);
		size_t before = pty_received_bytes(p), stopped;

		print_message("# %s\n", t->name);
		pty_signal(p, SIGTSTP);
		pty_wait_stop(p);
		assert_given_back(p, t->off, before);
		stopped = pty_received_bytes(p);
		pty_signal(p, SIGCONT);
		pty_settle(p);
		assert_switched(p, t->on, stopped);
		stopped = pty_received_bytes(p);
		pty_write(p, "\033[21~", 5);
		assert_int_equal(pty_wait_exit(p), 0);
		assert_given_back(p, t->off, stopped);
		pty_close(p);
	}
}

static void the_console_without_windows_is_sent_nothing_it_would_print(void **state)
{
	struct pty *p = start("auto", "TERM=linux", "\033[?6c");

	(void)state;
	assert_int_equal(pty_received(p, " k", 0), -1);
	assert_int_equal(pty_received(p, "\033[8l", 0), -1);
	assert_order(p, VISUAL);
	pty_close(p);
}

static void an_answer_that_comes_late_is_not_taken_for_keys(void **state)
{
	struct pty *p = start("auto", NULL, "\033[8;1$y\033[>65;7006;1c\033[?65;1;9c");

	(void)state;
	assert_false(pty_shows(p, "key"));
	pty_type(p, "x");
	pty_wait_for(p, "bytes 1");
	pty_close(p);
}

/* An answer comes after nobody waited for it any more. Between its bytes stands a pause, as on a
 * line that stalls. */
static void answers_that_come_too_late_are_no_keys_and_still_count(void **state)
{
	static const char *const parts[] = {"\033P>|kitty(0.26",
		".5)\033\\\033[8;0$y\033]11;rgb:1d1d/1f1f", "/2121\033\\", "\033[>1;4000;26c",
		"\033[?62;c"};
	struct pty *p = start("auto", NULL, "");

	(void)state;
	assert_order(p, VISUAL);
	for (size_t i = 0; i < 4; i++) {
		pty_write(p, parts[i], strlen(parts[i]));
		pty_quiet(p);
	}
	assert_false(pty_shows(p, "key"));
	pty_type(p, "x"); /* keys get through between them */
	assert_true(pty_shows(p, "key x"));
	pty_type(p, "\033");
	assert_true(pty_shows(p, "key Esc"));
	pty_write(p, parts[4], strlen(parts[4]));
	pty_settle(p);
	assert_order(p, WORDS); /* known now */
	assert_true(pty_shows(p, "key Esc"));
	pty_type(p, "\033n");
	assert_true(pty_shows(p, "key Alt-n"));
	pty_close(p);
}

static void what_is_asked_for_counts_more_than_what_answers(void **state)
{
	struct pty *p = start("explicit", NULL, "\033P>|kitty(0.26.5)\033\\\033[?62;c");

	(void)state;
	assert_order(p, VISUAL);
	pty_close(p);
	p = start("word", NULL, "\033[?6c");
	assert_order(p, WORDS);
	pty_close(p);
	p = start("auto", "MAHDAR_BIDI=word", "\033[?6c");
	assert_order(p, WORDS);
	pty_close(p);
}

static void a_terminal_that_orders_letters_gets_them_as_they_are_read(void **state)
{
	struct pty *p = start("implicit", NULL, "\033[8;1$y\033[?65;1;9c");
	long order = pty_received(p, "\033[8h", 0), base = pty_received(p, "\033[2 k", 0);
	size_t before;

	(void)state;
	assert_true(order > pty_received(p, ENTER_SCREEN, 0));
	assert_true(base > order);
	assert_true(pty_received(p, "محضر", 0) > base);
	assert_int_equal(pty_received(p, "\033[8l", 0), -1);
	/* from the first column on, which it shows at the right */
	assert_int_equal(pty_code(p, 0, 1), 0x645);
	before = pty_received_bytes(p);
	pty_type(p, "\033OQ"); /* French: rows run to the right */
	assert_true(pty_received(p, "\033[1 k", before) >= 0);
	before = pty_received_bytes(p);
	pty_write(p, "\033[21~", 5);
	(void)pty_wait_exit(p);
	assert_given_back(p, AS_BEFORE, before);
	pty_close(p);
}

/* The whole program with this option, its state in FOLDER. */
static struct pty *start_program(const char *folder, const char *answers)
{
	char path[4096], env[8192], test[] = "--test-screen", lang[] = "--lang", word[] = "ar";
	char *argv[] = {path, test, lang, word, NULL};

	(void)snprintf(path, sizeof(path), "%s/mahdar", test_builddir());
	(void)snprintf(env, sizeof(env), "XDG_STATE_HOME=%s", folder);
	return pty_start_as(24, 80, argv, env, answers);
}

static void what_is_chosen_in_the_test_of_the_screen_is_how_it_starts_from_then_on(void **state)
{
	const char *const unknown = "\033[?6c";
	char *folder = scratch_make();
	struct pty *p = start_program(folder, unknown);
	size_t before;

	(void)state;
	assert_true(pty_received(p, "\033[8l", 0) >= 0);
	pty_type(p, "\033OQ");
	pty_wait_for(p, "essai de l’écran");
	before = pty_received_bytes(p);
	pty_type(p, "3"); /* the terminal orders letters: it is told so at once */
	assert_true(pty_received(p, "\033[8h", before) >= 0);
	assert_true(pty_received(p, "\033[1 k", before) >= 0);
	assert_true(pty_received(p, "محضر", before) >= 0);
	before = pty_received_bytes(p);
	pty_write(p, "\r", 1);
	assert_int_equal(pty_wait_exit(p), 0);
	assert_given_back(p, AS_BEFORE, before);
	assert_true(pty_received(p, "implicit", before) >= 0);
	pty_close(p);
	p = start_program(folder, unknown);
	assert_int_equal(pty_received(p, "\033[8l", 0), -1);
	assert_true(pty_received(p, "محضر", 0) >= 0);
	pty_write(p, "\033", 1); /* leaves it as it is */
	assert_int_equal(pty_wait_exit(p), 0);
	pty_close(p);
	p = start_program(folder, "\033P>|XTerm(379)\033\\\033[?64c"); /* of another kind */
	assert_true(pty_received(p, "\033[8l", 0) >= 0);
	pty_type(p, "4");
	before = pty_received_bytes(p);
	pty_signal(p, SIGTERM);
	assert_int_equal(pty_wait_exit(p), 0);
	pty_close(p);
	p = start_program(folder, "\033P>|XTerm(379)\033\\\033[?64c"); /* nothing was kept */
	assert_true(pty_received(p, "\033[8l", 0) >= 0);
	pty_close(p);
	scratch_remove(folder);
}

static void a_hint_is_said_once(void **state)
{
	const char *const putty = "\033[>0;136;0c\033[?6c";
	char *folder = scratch_make(), path[4096], env[8192];
	char demo[] = "demo", dir[] = "--dir", lang[] = "--lang", word[] = "en", place[4096];
	char *argv[] = {path, demo, dir, place, lang, word, NULL};
	struct pty *p;

	(void)state;
	(void)snprintf(path, sizeof(path), "%s/mahdar", test_builddir());
	(void)snprintf(place, sizeof(place), "%s/one", folder);
	(void)snprintf(env, sizeof(env), "XDG_STATE_HOME=%s\nMAHDAR_ANY_PLACE=1", folder);
	p = pty_start_as(24, 80, argv, env, putty);
	pty_wait_for(p, "disable bidi and Arabic shaping");
	pty_close(p);
	(void)snprintf(place, sizeof(place), "%s/two", folder);
	p = pty_start_as(24, 80, argv, env, putty);
	pty_wait_for(p, "SESSIONS");
	assert_false(pty_shows(p, "disable bidi"));
	pty_close(p);
	scratch_remove(folder);
}

/* A tmux that says it runs in TERM_TYPE on TTY, and paints there when it is to. */
static char *false_tmux(const char *tty, const char *term_type)
{
	char *folder = scratch_make(), path[4096];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/tmux", folder);
	f = fopen(path, "w");
	assert_non_null(f);
	(void)fprintf(f,
		"#!/bin/sh\n"
		"case $1 in\n"
		"refresh-client) printf painted >'%s' ;;\n"
		"*) echo '%s %s' ;;\n"
		"esac\n",
		tty, tty, term_type);
	assert_int_equal(fclose(f), 0);
	assert_return_code(chmod(path, 0700), 0);
	return folder;
}

/* Reads what came to the terminal outside into TEXT. */
static void read_outer(int master, char *text, size_t room)
{
	ssize_t n = read(master, text, room - 1);

	text[n > 0 ? n : 0] = '\0';
}

static void the_terminal_outside_of_tmux_is_switched_on_its_own_line(void **state)
{
	const char *const inside = "\033P>|tmux 3.3a\033\\\033[>84;0;0c\033[?1;2c";
	char tty[128], env[8192], text[1024];
	int master, slave, status;
	struct termios raw;
	struct pty *p;
	char *folder;

	(void)state;
	memset(&raw, 0, sizeof(raw));
	cfmakeraw(&raw);
	assert_return_code(openpty(&master, &slave, tty, &raw, NULL), 0);
	folder = false_tmux(tty, "xterm-256color Konsole");
	(void)snprintf(env, sizeof(env), "PATH=%s:/usr/bin:/bin\nVTE_VERSION=7006", folder);
	p = start("auto", env, inside);
	read_outer(master, text, sizeof(text));
	assert_string_equal(text, KONSOLE_ON);
	/* and the way through tmux, for whoever allows that: its strings are wrapped */
	assert_true(pty_received(
			    p, "\033Ptmux;\033\033]50;BidiRenderingEnabled=false\a\033\\", 0) >= 0);
	pty_signal(p, SIGTSTP);
	pty_wait_stop(p);
	read_outer(master, text, sizeof(text));
	assert_string_equal(text, KONSOLE_OFF);
	pty_signal(p, SIGCONT);
	pty_settle(p);
	read_outer(master, text, sizeof(text));
	assert_string_equal(text, KONSOLE_ON);
	pty_signal(p, SIGSEGV);
	status = pty_wait_exit(p);
	/* Under a sanitizer it is the sanitizer that ends it. */
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
	read_outer(master, text, sizeof(text));
	assert_string_equal(text, KONSOLE_OFF);
	pty_close(p);
	scratch_remove(folder);
	(void)close(master);
	(void)close(slave);
}

static void what_a_vte_outside_of_tmux_shows_already_is_cleared_and_painted_again(void **state)
{
	char tty[128], env[8192], text[1024];
	int master, slave;
	struct termios raw;
	struct pty *p;
	char *folder;

	(void)state;
	memset(&raw, 0, sizeof(raw));
	cfmakeraw(&raw);
	assert_return_code(openpty(&master, &slave, tty, &raw, NULL), 0);
	folder = false_tmux(tty, "xterm-256color");
	(void)snprintf(env, sizeof(env), "PATH=%s:/usr/bin:/bin\nVTE_VERSION=7006", folder);
	p = start("auto", env, "\033P>|tmux 3.3a\033\\\033[>84;0;0c\033[?1;2c");
	read_outer(master, text, sizeof(text));
	assert_string_equal(text, "\033[8l\033[2Jpainted");
	pty_write(p, "\033[21~", 5);
	assert_int_equal(pty_wait_exit(p), 0);
	read_outer(master, text, sizeof(text));
	assert_string_equal(text, "\033[8h\033[2Jpainted");
	pty_close(p);
	scratch_remove(folder);
	(void)close(master);
	(void)close(slave);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(each_terminal_is_told_in_its_own_way_and_told_back_on_leaving),
	cmocka_unit_test(each_terminal_is_told_back_by_a_signal_and_by_a_crash),
	cmocka_unit_test(each_terminal_is_told_back_while_the_program_is_stopped),
	cmocka_unit_test(the_console_without_windows_is_sent_nothing_it_would_print),
	cmocka_unit_test(an_answer_that_comes_late_is_not_taken_for_keys),
	cmocka_unit_test(answers_that_come_too_late_are_no_keys_and_still_count),
	cmocka_unit_test(what_is_asked_for_counts_more_than_what_answers),
	cmocka_unit_test(a_terminal_that_orders_letters_gets_them_as_they_are_read),
	cmocka_unit_test(what_is_chosen_in_the_test_of_the_screen_is_how_it_starts_from_then_on),
	cmocka_unit_test(a_hint_is_said_once),
	cmocka_unit_test(the_terminal_outside_of_tmux_is_switched_on_its_own_line),
	cmocka_unit_test(what_a_vte_outside_of_tmux_shows_already_is_cleared_and_painted_again),
};

TEST_MAIN(cases)
