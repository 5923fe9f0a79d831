#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/pty.h"
#include "tests/test.h"

#define ENTER_SCREEN "\033[?1049h"
#define LEAVE_SCREEN "\033[?1049l"
#define LEAVE_ALONE  "\033[8l\033[1 k"
#define AS_BEFORE    "\033[8h\033[0 k"

static struct pty *start_with(const char *arg, const char *env)
{
	char path[4096], word[32];
	char *argv[] = {path, word, NULL};

	(void)snprintf(path, sizeof(path), "%s/tests/terminal/demo", test_builddir());
	(void)snprintf(word, sizeof(word), "%s", arg);
	return pty_start(24, 80, argv, env);
}

static struct pty *start(void)
{
	return start_with("auto", NULL);
}

/* Each way out gives back order, paste mode and screen, in this order, once. */
static void assert_given_back(const struct pty *p, size_t from)
{
	long order = pty_received(p, AS_BEFORE, from);
	long paste = pty_received(p, "\033[?2004l", from), screen;

	assert_true(order >= 0);
	assert_true(paste > order);
	screen = pty_received(p, LEAVE_SCREEN, (size_t)order);
	assert_true(screen > paste);
	assert_true(pty_received(p, "\033[?1006l\033[?1000l", from) > order);
	assert_int_equal(pty_received(p, AS_BEFORE, (size_t)order + 1), -1);
}

static void the_terminal_is_told_to_leave_cells_alone_before_anything_is_painted(void **state)
{
	struct pty *p = start();
	long screen = pty_received(p, ENTER_SCREEN, 0), alone = pty_received(p, LEAVE_ALONE, 0);

	(void)state;
	assert_true(screen >= 0);
	assert_true(alone > screen);
	/* The first letter of the program's name, as it is joined on the screen: ﻣ. */
	assert_true(pty_received(p, "\xEF\xBB\xA3", 0) > alone);
	assert_true(pty_received(p, "\033[?2004h", 0) > screen);
	pty_close(p);
}

static void arabic_stands_in_visual_order_at_the_right_edge(void **state)
{
	struct pty *p = start();

	(void)state;
	/* محضر from column 78 to the left, in joined forms */
	assert_int_equal(pty_code(p, 0, 78), 0xFEE3);
	assert_int_equal(pty_code(p, 0, 77), 0xFEA4);
	assert_int_equal(pty_code(p, 0, 76), 0xFEC0);
	assert_int_equal(pty_code(p, 0, 75), 0xFEAE);
	pty_close(p);
}

static void leaving_gives_the_terminal_back(void **state)
{
	struct pty *p = start();
	int status;

	(void)state;
	pty_write(p, "\033[21~", 5);
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_given_back(p, 0);
	pty_close(p);
}

static void killed_by(int signal)
{
	struct pty *p = start();
	char want[64];
	int status;

	pty_signal(p, signal);
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_given_back(p, 0);
	(void)snprintf(want, sizeof(want), "left by signal %d", signal);
	assert_true(pty_received(p, want, 0) > pty_received(p, LEAVE_SCREEN, 0));
	pty_close(p);
}

static void sigterm_sighup_and_sigint_leave_in_order(void **state)
{
	(void)state;
	killed_by(SIGTERM);
	killed_by(SIGHUP);
	killed_by(SIGINT);
}

static void a_crash_gives_the_terminal_back(void **state)
{
	struct pty *p = start();
	int status;

	(void)state;
	pty_write(p, "\033[20~", 5);
	status = pty_wait_exit(p);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	assert_given_back(p, 0);
	pty_close(p);
}

static void the_end_of_the_terminal_ends_the_program(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_hang_up(p);
	(void)pty_wait_exit(p);
	pty_close(p);
}

static void stopping_gives_the_terminal_back_and_going_on_takes_it(void **state)
{
	struct pty *p = start();
	size_t before = pty_received_bytes(p), stopped;

	(void)state;
	pty_signal(p, SIGTSTP);
	pty_wait_stop(p);
	assert_given_back(p, before);
	stopped = pty_received_bytes(p);
	pty_signal(p, SIGCONT);
	pty_settle(p);
	assert_true(pty_received(p, ENTER_SCREEN, stopped) >= 0);
	assert_true(pty_received(p, LEAVE_ALONE, stopped) > pty_received(p, ENTER_SCREEN, stopped));
	pty_type(p, "x");
	pty_wait_for(p, "key x");
	pty_close(p);
}

static void a_new_size_is_painted_at_once(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_wait_for(p, "size 80x24");
	pty_resize(p, 45, 160);
	pty_wait_for(p, "size 160x45");
	pty_resize(p, 20, 60);
	pty_wait_for(p, "80×24");
	pty_resize(p, 30, 100);
	pty_wait_for(p, "size 100x30");
	pty_close(p);
}

static void keys_arrive_under_their_names(void **state)
{
	static const char *const keys[][2] = {
		{"\033OP", "key F1"},
		{"\033OR", "key F3"},
		{"\033[<0;12;7M", "mouse 6 11 0"},
		{"\033[<65;1;1M", "mouse 0 0 1"},
		{"\033[<0;12;7m\033[<2;1;1Ma", "key a"},
		{"\033[24~", "key F12"},
		{"\r", "key ⏎"},
		{"\t", "key Tab"},
		{"\033[Z", "key Shift-Tab"},
		{"\177", "key ⌫"},
		{"\033[3~", "key Del"},
		{"\033OA", "key ↑"},
		{"\033[5~", "key PgUp"},
		{"\033OH", "key Home"},
		{"\033OF", "key End"},
		{"\033[1;5D", "key Ctrl-←"},
		{"\033[1;5C", "key Ctrl-→"},
		{"\033[1;2D", "key Shift-←"},
		{"\033[1;6C", "key Shift-Ctrl-→"},
		{"\033\177", "key Alt-⌫"},
		{"\033[3;3~", "key Alt-Del"},
		{"\x13", "key Ctrl-s"},
		{"\033n", "key Alt-n"},
		{"\033", "key Esc"},
		{"é", "key é"},
	};
	struct pty *p = start();

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		pty_type(p, keys[i][0]);
		if (!strstr(pty_row(p, 3), keys[i][1]))
			fail_msg("\"%s\" instead of \"%s\"", pty_row(p, 3), keys[i][1]);
	}
	pty_close(p);
}

static void the_lam_alef_key_is_marked_however_it_comes(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_write(p, "\xEF\xBB\xBB", 3); /* as one form */
	pty_wait_for(p, "lam-alef bytes 4");
	pty_write(p, "\xD9\x84\xD8\xA7", 4); /* as two letters at once */
	pty_wait_for(p, "lam-alef bytes 8");
	pty_type(p, "\xD9\x84"); /* lam alone */
	pty_wait_for(p, "bytes 10");
	assert_false(pty_shows(p, "lam-alef"));
	pty_type(p, "\xD8\xA7"); /* alef, later */
	pty_wait_for(p, "bytes 12");
	assert_false(pty_shows(p, "lam-alef"));
	pty_close(p);
}

static void typed_arabic_joins_and_the_caret_stands_behind_it(void **state)
{
	struct pty *p = start();
	int row, col;

	(void)state;
	pty_type(p, "\xD9\x84"); /* lam */
	assert_int_equal(pty_code(p, 5, 78), 0xFEDD);
	pty_type(p, "\xD8\xA7"); /* and alef: one cell */
	assert_int_equal(pty_code(p, 5, 78), 0xFEFB);
	pty_cursor(p, &row, &col);
	assert_int_equal(row, 5);
	assert_int_equal(col, 77);
	pty_type(p, "\177"); /* takes the alef alone */
	assert_int_equal(pty_code(p, 5, 78), 0xFEDD);
	pty_close(p);
}

static void a_wide_character_takes_two_cells_and_moves_nothing_else(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_type(p, "x");
	pty_type(p, "日");
	pty_type(p, "日");
	pty_type(p, "y"); /* Latin runs to the right, up to the edge */
	assert_int_equal(pty_code(p, 5, 73), 'x');
	assert_int_equal(pty_code(p, 5, 74), 0x65E5);
	assert_int_equal(pty_code(p, 5, 76), 0x65E5);
	assert_int_equal(pty_code(p, 5, 78), 'y');
	pty_type(p, "\177");
	assert_int_equal(pty_code(p, 5, 73), ' ');
	assert_int_equal(pty_code(p, 5, 74), 'x');
	assert_int_equal(pty_code(p, 5, 75), 0x65E5);
	assert_int_equal(pty_code(p, 5, 77), 0x65E5);
	pty_close(p);
}

static void a_paste_is_one_event(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_type(p, "\033[200~un\rdeux\033[201~");
	pty_wait_for(p, "paste 7 bytes");
	pty_write(p, "\033[200~ab", 8); /* in two halves */
	pty_write(p, "cd\033[201~", 8);
	pty_wait_for(p, "paste 4 bytes");
	pty_close(p);
}

static void no_key_is_lost(void **state)
{
	struct pty *p = start();
	char keys[1000];

	(void)state;
	memset(keys, 'k', sizeof(keys));
	for (size_t at = 0; at < sizeof(keys); at += 100)
		pty_write(p, keys + at, 100);
	pty_wait_for(p, "bytes 1000");
	pty_close(p);
}

static void descriptors_and_time_are_waited_for(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_write(p, "\033[15~", 5);
	pty_wait_for(p, "ready, 1 byte");
	pty_write(p, "\033[19~", 5);
	pty_wait_for(p, "time is over");
	pty_close(p);
}

static void logical_text_goes_to_the_clipboard(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_type(p, "\033[18~");
	assert_true(pty_received(p, "\033]52;c;2YXYrdi22LE=\a", 0) >= 0);
	pty_close(p);
}

static void a_language_is_one_key_away(void **state)
{
	struct pty *p = start();

	(void)state;
	pty_type(p, "\033OQ");
	assert_non_null(strstr(pty_row(p, 0), "[FR]"));
	assert_int_equal(strncmp(pty_row(p, 0), " mahdar", 7), 0);
	pty_type(p, "\033OQ");
	assert_non_null(strstr(pty_row(p, 0), "[EN]"));
	pty_close(p);
}

static void without_bidi_the_terminal_is_not_switched(void **state)
{
	struct pty *p = start_with("none", NULL);

	(void)state;
	assert_int_equal(pty_received(p, "\033[8l", 0), -1);
	/* logical order and plain letters */
	assert_true(pty_received(p, "محضر", 0) >= 0);
	pty_write(p, "\033[21~", 5);
	(void)pty_wait_exit(p);
	assert_int_equal(pty_received(p, "\033[8h", 0), -1);
	pty_close(p);
}

static void konsole_and_mlterm_are_switched_their_own_way(void **state)
{
	struct pty *p = start_with("auto", "KONSOLE_VERSION=221203");

	(void)state;
	assert_true(pty_received(p, "\033]50;BidiRenderingEnabled=false\a", 0) >= 0);
	pty_write(p, "\033[21~", 5);
	(void)pty_wait_exit(p);
	assert_true(pty_received(p, "\033]50;BidiRenderingEnabled=true\a", 0) >= 0);
	pty_close(p);
	p = start_with("auto", "MLTERM=3.9.0");
	assert_true(pty_received(p, "\033]5379;use_ctl=false\a", 0) >= 0);
	pty_write(p, "\033[21~", 5);
	(void)pty_wait_exit(p);
	assert_true(pty_received(p, "\033]5379;use_bidi=true\a", 0) >= 0);
	pty_close(p);
}

static void for_kitty_each_word_is_turned_round_once_more(void **state)
{
	struct pty *p = start_with("auto", "KITTY_WINDOW_ID=1");

	(void)state;
	/* kitty turns each word itself: the first letter stands on the left */
	assert_int_equal(pty_code(p, 0, 75), 0xFEE3);
	assert_int_equal(pty_code(p, 0, 78), 0xFEAE);
	pty_close(p);
}

static void no_terminal_is_an_error_not_a_crash(void **state)
{
	struct pty *p = start_with("auto", "TERM=dumb");
	int status = pty_wait_exit(p);

	(void)state;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	pty_close(p);
	p = start_with("auto", "TERM=no-such-terminal");
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	pty_close(p);
}
static char *whole_screen(struct pty *p, int rows)
{
	static char text[2][64 * 1024];
	static int which;
	char *all = text[which ^= 1];
	size_t n = 0;

	for (int row = 0; row < rows; row++)
		n += (size_t)snprintf(all + n, sizeof(text[0]) - n, "%s\n", pty_row(p, row));
	assert_true(n < sizeof(text[0]));
	return all;
}

static void what_was_painted_bit_by_bit_is_what_painting_it_all_gives(void **state)
{
	static const char *const keys[] = {"\033OQ", "u", "n", "\033OQ", "\033OQ", "ك", "ل", "\177",
		"\033OD", "\033OQ", "\r", "2", "\033OQ", "\033OA", "\033[3~"};
	struct pty *p = start();

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const char *before;

		pty_type(p, keys[i]);
		if (i == 5) {
			pty_resize(p, 30, 110);
			pty_wait_for(p, "size 110x30");
			pty_resize(p, 24, 80);
			pty_wait_for(p, "size 80x24");
		}
		pty_quiet(p);
		before = whole_screen(p, 24);
		pty_signal(p, SIGTSTP); /* going on paints everything */
		pty_wait_stop(p);
		pty_signal(p, SIGCONT);
		pty_settle(p);
		assert_string_equal(before, whole_screen(p, 24));
	}
	pty_close(p);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_terminal_is_told_to_leave_cells_alone_before_anything_is_painted),
	cmocka_unit_test(arabic_stands_in_visual_order_at_the_right_edge),
	cmocka_unit_test(leaving_gives_the_terminal_back),
	cmocka_unit_test(sigterm_sighup_and_sigint_leave_in_order),
	cmocka_unit_test(a_crash_gives_the_terminal_back),
	cmocka_unit_test(the_end_of_the_terminal_ends_the_program),
	cmocka_unit_test(stopping_gives_the_terminal_back_and_going_on_takes_it),
	cmocka_unit_test(a_new_size_is_painted_at_once),
	cmocka_unit_test(what_was_painted_bit_by_bit_is_what_painting_it_all_gives),
	cmocka_unit_test(keys_arrive_under_their_names),
	cmocka_unit_test(the_lam_alef_key_is_marked_however_it_comes),
	cmocka_unit_test(typed_arabic_joins_and_the_caret_stands_behind_it),
	cmocka_unit_test(a_wide_character_takes_two_cells_and_moves_nothing_else),
	cmocka_unit_test(a_paste_is_one_event),
	cmocka_unit_test(no_key_is_lost),
	cmocka_unit_test(descriptors_and_time_are_waited_for),
	cmocka_unit_test(logical_text_goes_to_the_clipboard),
	cmocka_unit_test(a_language_is_one_key_away),
	cmocka_unit_test(without_bidi_the_terminal_is_not_switched),
	cmocka_unit_test(konsole_and_mlterm_are_switched_their_own_way),
	cmocka_unit_test(for_kitty_each_word_is_turned_round_once_more),
	cmocka_unit_test(no_terminal_is_an_error_not_a_crash),
};

TEST_MAIN(cases)
