#include "tests/test.h"

#include <unistd.h>

#include "storage/memory.h"
#include "tui/term.h"
#include "tui/term_ask.h"

static struct term_answers asked(const char *answer)
{
	struct term_answers a = {.brand = BRAND_OTHER};

	term_ask_read(answer, strlen(answer), &a);
	return a;
}

static void a_terminal_is_known_by_its_answers(void **state)
{
	(void)state;
	/* as real ones answered: VTE, Konsole, kitty, mlterm, tmux, screen, PuTTY, QTerminal, xterm
	 */
	assert_true(asked("\033[8;1$y\033[>65;7006;1c\033[?65;1;9c").obeys);
	assert_int_equal(asked("\033P>|Konsole 22.12.3\033\\\033[>1;115;0c\033[?62;1;4c").brand,
		BRAND_KONSOLE);
	assert_int_equal(asked("\033P>|kitty(0.26.5)\033\\\033[?62;c").brand, BRAND_KITTY);
	assert_int_equal(asked("\033[>24;279;0c\033[?63;1;2;3;4;7;29c").brand, BRAND_MLTERM);
	assert_int_equal(asked("\033P>|tmux 3.3a\033\\\033[>84;0;0c\033[?1;2c").brand, BRAND_TMUX);
	assert_int_equal(asked("\033[>83;40900;0c\033[?1;2c").brand, BRAND_SCREEN);
	assert_int_equal(asked("\033[>0;136;0c\033[?6c").brand, BRAND_STUBBORN);
	assert_int_equal(asked("\033[>0;115;0c\033[?1;2c").brand, BRAND_STUBBORN);
	assert_int_equal(
		asked("\033P>|XTerm(379)\033\\\033[>41;379;0c\033[?64c").brand, BRAND_OTHER);
	assert_false(asked("\033P>|XTerm(379)\033\\\033[?64c").obeys);
	assert_int_equal(asked("").brand, BRAND_OTHER);
}

static void a_clipboard_is_known_by_name_or_by_its_number(void **state)
{
	(void)state;
	assert_true(asked("\033[?62;22;52c").clipboard);
	assert_true(asked("\033P>|foot(1.13.1)\033\\\033[?62;4c").clipboard);
	assert_false(asked("\033P>|XTerm(379)\033\\\033[?64;1;2;521c").clipboard);
	assert_false(asked("\033[>52;1;0c\033[?62;1c").clipboard);
}

static void the_background_tells_light_from_dark(void **state)
{
	(void)state;
	assert_true(asked("\033]11;rgb:ffff/ffff/ffff\033\\\033[?1c").light);
	assert_true(asked("\033]11;rgb:fdfd/f6f6/e3e3\a\033[?1c").light);
	assert_false(asked("\033]11;rgb:0000/0000/0000\033\\").light);
	assert_true(asked("\033]11;rgb:0000/0000/0000\033\\").background_known);
	assert_false(asked("\033]11;rgb:").background_known);
	assert_false(asked("\033]11;rgb:ff/f").background_known);
	assert_false(asked("\033[?1;2c").background_known);
}

static void the_environment_fills_in_what_was_not_answered(void **state)
{
	struct term_answers a = {.brand = BRAND_OTHER}, b = asked("\033[8;1$y"), c = a;

	(void)state;
	assert_return_code(setenv("TMUX", "/tmp/x,1,0", 1), 0);
	assert_return_code(setenv("COLORFGBG", "0;15", 1), 0);
	term_ask_environment(&a);
	assert_int_equal(a.brand, BRAND_TMUX);
	assert_true(a.light);
	term_ask_environment(&b); /* answered: the variable is a leftover */
	assert_int_equal(b.brand, BRAND_OTHER);
	assert_return_code(unsetenv("TMUX"), 0);
	assert_return_code(setenv("COLORFGBG", "15;0", 1), 0);
	term_ask_environment(&c);
	assert_true(c.background_known);
	assert_false(c.light);
	assert_return_code(unsetenv("COLORFGBG"), 0);
}

static struct input next(struct term *t)
{
	struct input in;

	term_wait(t, 0, NULL, 0, &in);
	return in;
}

static void keys_come_out_of_the_terminal_in_memory_as_they_went_in(void **state)
{
	struct term *t = term_memory_open(24, 80);
	struct input in;

	(void)state;
	term_memory_type(t, "aن<F5><Enter><C-z><A-n><lt>");
	assert_int_equal(next(t).press.ch, 'a');
	assert_int_equal(next(t).press.ch, 0x646);
	assert_int_equal(next(t).press.code, PRESS_F5);
	assert_int_equal(next(t).press.code, PRESS_ENTER);
	in = next(t);
	assert_int_equal(in.press.ch, 'z');
	assert_true(in.press.ctrl);
	assert_true(next(t).press.alt);
	assert_int_equal(next(t).press.ch, '<');
	assert_true(term_memory_idle(t));
	assert_int_equal(next(t).kind, INPUT_TIMEOUT);
	term_wait(t, -1, NULL, 0, &in);
	assert_int_equal(in.kind, INPUT_LEAVE);
	term_close(t);
}

static void sizes_pastes_and_signals_come_too(void **state)
{
	struct term *t = term_memory_open(24, 80);
	int rows, cols;
	struct input in;

	(void)state;
	term_memory_resize(t, 45, 160);
	term_memory_paste(t, "un");
	term_memory_leave(t, 15);
	term_size(t, &rows, &cols);
	assert_int_equal(rows, 24); /* not before it is told */
	assert_int_equal(next(t).kind, INPUT_RESIZE);
	term_size(t, &rows, &cols);
	assert_int_equal(rows, 45);
	assert_int_equal(cols, 160);
	in = next(t);
	assert_int_equal(in.kind, INPUT_PASTE);
	assert_true(str_is(in.paste, "un"));
	in = next(t);
	assert_int_equal(in.kind, INPUT_LEAVE);
	assert_int_equal(in.signal, 15);
	term_close(t);
}

static void dropping_keys_keeps_what_is_no_key(void **state)
{
	struct term *t = term_memory_open(24, 80);

	(void)state;
	term_memory_type(t, "abc");
	term_memory_resize(t, 30, 100);
	term_drop_keys(t);
	assert_int_equal(next(t).kind, INPUT_RESIZE);
	assert_true(term_memory_idle(t));
	term_memory_type(t, "abc");
	term_drop_keys(t);
	assert_true(term_memory_idle(t));
	term_memory_type(t, "z");
	assert_int_equal(next(t).press.ch, 'z');
	term_close(t);
}

static void a_descriptor_is_told_after_the_keys(void **state)
{
	struct term *t = term_memory_open(24, 80);
	struct input in;
	int ends[2];

	(void)state;
	assert_return_code(pipe(ends), 0);
	assert_int_equal(write(ends[1], "!", 1), 1);
	term_memory_type(t, "a");
	term_wait(t, 0, ends, 1, &in);
	assert_int_equal(in.kind, INPUT_KEY);
	term_wait(t, 0, ends, 1, &in);
	assert_int_equal(in.kind, INPUT_READY);
	assert_int_equal(in.fd, ends[0]);
	(void)close(ends[0]);
	(void)close(ends[1]);
	term_close(t);
}

static void what_was_shown_stays_when_the_canvas_goes_on(void **state)
{
	struct term *t = term_memory_open(24, 80);
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	assert_null(term_memory_canvas(t));
	canvas_begin(c, 24, 80, LANG_FR);
	canvas_text(canvas_area(c), 3, 3, 0, STYLE_TEXT, ALIGN_START, STR("vu"));
	term_show(t, c);
	canvas_begin(c, 24, 80, LANG_FR);
	assert_true(canvas_shows(term_memory_canvas(t), STR("vu")));
	term_bell(t);
	assert_int_equal(term_memory_bells(t), 1);
	canvas_close(c);
	term_close(t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_terminal_is_known_by_its_answers),
	cmocka_unit_test(a_clipboard_is_known_by_name_or_by_its_number),
	cmocka_unit_test(the_background_tells_light_from_dark),
	cmocka_unit_test(the_environment_fills_in_what_was_not_answered),
	cmocka_unit_test(keys_come_out_of_the_terminal_in_memory_as_they_went_in),
	cmocka_unit_test(sizes_pastes_and_signals_come_too),
	cmocka_unit_test(dropping_keys_keeps_what_is_no_key),
	cmocka_unit_test(a_descriptor_is_told_after_the_keys),
	cmocka_unit_test(what_was_shown_stays_when_the_canvas_goes_on),
};

TEST_MAIN(cases)
