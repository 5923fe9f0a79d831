#include "tests/test.h"

#include <unistd.h>

#include "storage/memory.h"
#include "tests/pen.h"
#include "tui/screen_test.h"
#include "tui/term.h"
#include "tui/term_kind.h"
#include "tui/term_known.h"
#include "tui/term_switch.h"

static struct term_answers asked(const char *answer)
{
	struct term_answers a = {.brand = BRAND_OTHER};

	term_ask_read(answer, strlen(answer), &a);
	return a;
}

static void a_terminal_is_known_by_its_answers(void **state)
{
	(void)state;
	/* as real ones answered: VTE, Konsole, kitty, mlterm, foot, tmux, screen, PuTTY, QTerminal,
	 * urxvt, xterm */
	assert_int_equal(asked("\033[8;1$y\033[>65;7006;1c\033[?65;1;9c").brand, BRAND_VTE);
	assert_int_equal(asked("\033[8;2$y\033[?1c").brand, BRAND_VTE);
	assert_int_equal(asked("\033P>|Konsole 22.12.3\033\\\033[>1;115;0c\033[?62;1;4c").brand,
		BRAND_KONSOLE);
	assert_int_equal(asked("\033P>|kitty(0.26.5)\033\\\033[?62;c").brand, BRAND_KITTY);
	assert_int_equal(asked("\033[>24;279;0c\033[?63;1;2;3;4;7;29c").brand, BRAND_MLTERM);
	assert_int_equal(asked("\033P>|foot(1.13.1)\033\\\033[>1;011301;0c\033[?62;4;22c").brand,
		BRAND_FOOT);
	assert_int_equal(asked("\033P>|tmux 3.3a\033\\\033[>84;0;0c\033[?1;2c").wrap, WRAP_TMUX);
	assert_int_equal(asked("\033[>83;40900;0c\033[?1;2c").wrap, WRAP_SCREEN);
	assert_int_equal(asked("\033[>0;136;0c\033[?6c").brand, BRAND_PUTTY);
	assert_int_equal(asked("\033[>0;115;0c\033[?1;2c").brand, BRAND_QTERMINAL);
	assert_int_equal(asked("\033[>85;95;0c\033[?1;2c").brand, BRAND_URXVT);
	assert_int_equal(
		asked("\033P>|XTerm(379)\033\\\033[>41;379;0c\033[?64c").brand, BRAND_XTERM);
	assert_int_equal(asked("\033P>|XTerm(379)\033\\\033[?64c").wrap, WRAP_NONE);
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
	char name[96];

	(void)state;
	assert_return_code(setenv("TMUX", "/tmp/x,1,0", 1), 0);
	assert_return_code(setenv("KONSOLE_VERSION", "221203", 1), 0);
	assert_return_code(setenv("COLORFGBG", "0;15", 1), 0);
	term_ask_environment(&a);
	assert_int_equal(a.wrap, WRAP_TMUX);
	assert_int_equal(a.brand, BRAND_KONSOLE); /* that it runs in */
	assert_true(a.light);
	term_ask_name(&a, name, sizeof(name));
	assert_string_equal(name, "tmux/konsole");
	term_ask_environment(&b); /* answered: the variables are leftovers */
	assert_int_equal(b.wrap, WRAP_NONE);
	assert_int_equal(b.brand, BRAND_VTE);
	term_ask_name(&b, name, sizeof(name));
	assert_string_equal(name, "vte");
	assert_return_code(unsetenv("KONSOLE_VERSION"), 0);
	assert_return_code(unsetenv("TMUX"), 0);
	assert_return_code(setenv("COLORFGBG", "15;0", 1), 0);
	term_ask_environment(&c);
	assert_true(c.background_known);
	assert_false(c.light);
	assert_return_code(unsetenv("COLORFGBG"), 0);
}

static void tmux_tells_what_it_runs_in(void **state)
{
	struct term_answers a = {.wrap = WRAP_TMUX}, b = a, c = a;

	(void)state;
	term_ask_read_tmux("/dev/pts/7 xterm-kitty kitty(0.26.5)\n", &a);
	assert_int_equal(a.brand, BRAND_KITTY);
	assert_string_equal(a.outer_tty, "/dev/pts/7");
	b.brand = BRAND_VTE; /* from the environment; this VTE says nothing of itself */
	term_ask_read_tmux("/dev/pts/3 xterm-256color \n", &b);
	assert_int_equal(b.brand, BRAND_VTE);
	assert_string_equal(b.outer_tty, "/dev/pts/3");
	term_ask_read_tmux("no server running on /tmp/x\n", &c);
	assert_string_equal(c.outer_tty, "");
	assert_int_equal(c.brand, BRAND_OTHER);
}

static struct term_switch switched(enum term_brand brand, enum term_wrap wrap, enum term_bidi wish)
{
	const struct term_answers a = {.brand = brand, .wrap = wrap};
	const struct term_options o = {.bidi = wish, .marks = TERM_MARKS_ON};

	return term_switch_of(&a, &o, TERM_BIDI_AUTO);
}

static void what_was_chosen_before_counts_unless_something_else_is_asked_for(void **state)
{
	const struct term_answers kitty = {.brand = BRAND_KITTY};
	const struct term_options automatic = {.bidi = TERM_BIDI_AUTO};
	const struct term_options none = {.bidi = TERM_BIDI_NONE};

	(void)state;
	assert_int_equal(term_switch_of(&kitty, &automatic, TERM_BIDI_AUTO).mode, BIDI_WORD);
	assert_int_equal(
		term_switch_of(&kitty, &automatic, TERM_BIDI_EXPLICIT).mode, BIDI_EXPLICIT);
	assert_int_equal(term_switch_of(&kitty, &none, TERM_BIDI_WORD).mode, BIDI_NONE);
}

static void a_terminal_that_would_swap_figures_is_never_left_to_order_them(void **state)
{
	(void)state;
	assert_int_equal(switched(BRAND_MLTERM, WRAP_NONE, TERM_BIDI_IMPLICIT).mode, BIDI_EXPLICIT);
	assert_int_equal(switched(BRAND_PUTTY, WRAP_NONE, TERM_BIDI_IMPLICIT).mode, BIDI_IMPLICIT);
}

static void terminals_that_cannot_be_told_get_a_hint_unless_somebody_chose(void **state)
{
	const struct term_answers putty = {.brand = BRAND_PUTTY};
	const struct term_options automatic = {.bidi = TERM_BIDI_AUTO};

	(void)state;
	assert_non_null(switched(BRAND_PUTTY, WRAP_NONE, TERM_BIDI_AUTO).hint.id);
	assert_non_null(switched(BRAND_QTERMINAL, WRAP_NONE, TERM_BIDI_AUTO).hint.id);
	assert_non_null(switched(BRAND_MACOS, WRAP_NONE, TERM_BIDI_AUTO).hint.id);
	assert_null(switched(BRAND_VTE, WRAP_NONE, TERM_BIDI_AUTO).hint.id);
	assert_null(switched(BRAND_PUTTY, WRAP_NONE, TERM_BIDI_EXPLICIT).hint.id);
	assert_null(term_switch_of(&putty, &automatic, TERM_BIDI_IMPLICIT).hint.id);
}

static void marks_show_only_when_asked_for_and_where_they_hold(void **state)
{
	const struct term_answers xterm = {.brand = BRAND_XTERM};
	const struct term_options silent = {.marks = TERM_MARKS_AUTO};

	(void)state;
	assert_false(term_switch_of(&xterm, &silent, TERM_BIDI_AUTO).marks);
	assert_true(switched(BRAND_XTERM, WRAP_NONE, TERM_BIDI_AUTO).marks);
	assert_true(switched(BRAND_VTE, WRAP_NONE, TERM_BIDI_AUTO).marks);
	assert_false(switched(BRAND_KITTY, WRAP_NONE, TERM_BIDI_AUTO).marks);
	assert_false(switched(BRAND_KITTY, WRAP_NONE, TERM_BIDI_EXPLICIT).marks);
	assert_false(switched(BRAND_ALACRITTY, WRAP_NONE, TERM_BIDI_AUTO).marks);
	assert_false(switched(BRAND_ST, WRAP_NONE, TERM_BIDI_AUTO).marks);
}

static void what_is_chosen_is_kept_for_each_kind_of_terminal(void **state)
{
	const struct term_known told = {.bidi = TERM_BIDI_AUTO, .told = true};
	struct term_known word = {.bidi = TERM_BIDI_WORD, .told = true};
	const struct term_known none = {.bidi = TERM_BIDI_NONE, .told = true};
	const char *before = getenv("XDG_STATE_HOME");
	char *folder = scratch_make(), kept[4096] = "";
	struct error err;

	(void)state;
	if (before)
		(void)snprintf(kept, sizeof(kept), "%s", before);
	assert_return_code(setenv("XDG_STATE_HOME", folder, 1), 0);
	assert_false(term_known_read("kitty").told);
	assert_int_equal(term_known_read("kitty").bidi, TERM_BIDI_AUTO);
	assert_int_equal(term_known_write("tmux/kitty", told, &err), 0);
	assert_int_equal(term_known_write("kitty", none, &err), 0);
	assert_int_equal(term_known_write("kitty", word, &err), 0); /* another opinion */
	assert_int_equal(term_known_read("kitty").bidi, TERM_BIDI_WORD);
	assert_int_equal(term_known_read("tmux/kitty").bidi, TERM_BIDI_AUTO);
	assert_true(term_known_read("tmux/kitty").told);
	assert_int_equal(term_known_read("kitty").theme, TERM_THEME_AUTO);
	word.theme = TERM_THEME_LIGHT;
	assert_int_equal(term_known_write("kitty", word, &err), 0);
	assert_int_equal(term_known_read("kitty").theme, TERM_THEME_LIGHT);
	assert_int_equal(term_known_read("kitty").bidi, TERM_BIDI_WORD);
	assert_int_equal(term_known_read("tmux/kitty").theme, TERM_THEME_AUTO);
	assert_false(term_known_read("kitty").ascii);
	word.ascii = true;
	assert_int_equal(term_known_write("kitty", word, &err), 0);
	assert_true(term_known_read("kitty").ascii);
	assert_int_equal(term_known_read("kitty").theme, TERM_THEME_LIGHT);
	word.theme = TERM_THEME_AUTO;
	assert_int_equal(term_known_write("kitty", word, &err), 0);
	assert_true(term_known_read("kitty").ascii);
	assert_int_equal(term_known_read("kitty").bidi, TERM_BIDI_WORD);
	assert_false(term_known_read("kit").told);
	assert_false(term_known_read("xterm").told);
	scratch_remove(folder);
	if (kept[0])
		assert_return_code(setenv("XDG_STATE_HOME", kept, 1), 0);
	else
		assert_return_code(unsetenv("XDG_STATE_HOME"), 0);
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

static void the_bell_sounds_as_often_as_was_asked(void **state)
{
	static const struct {
		const char *word;
		int weighty, both;
	} wanted[] = {{"none", 0, 0}, {"no", 0, 0}, {"three", 1, 1}, {"yes", 1, 1}, {"all", 1, 2}};
	enum term_bells bells;

	(void)state;
	assert_false(term_bells_parse("loud", &bells));
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
		struct term *t = term_memory_open(24, 80);

		assert_true(term_bells_parse(wanted[i].word, &t->bells));
		term_bell(t);
		assert_int_equal(term_memory_bells(t), wanted[i].weighty);
		term_bell_also(t);
		assert_int_equal(term_memory_bells(t), wanted[i].both);
		term_close(t);
	}
}

static enum screen_test_end tested(struct term *t, const char *keys)
{
	enum lang lang = LANG_EN;

	term_memory_type(t, keys);
	return screen_test(t, &lang);
}

static void the_test_of_the_screen_chooses_the_signs(void **state)
{
	struct term *t = term_memory_open(24, 80);
	struct canvas *c;

	(void)state;
	assert_int_equal(tested(t, "5<Esc>"), SCREEN_TEST_LEFT);
	assert_false(term_ascii(t)); /* it was not kept */
	c = term_memory_canvas(t);
	assert_true(canvas_shows(c, STR("+ x o * % > >")));
	assert_false(canvas_shows(c, STR("✓")));
	assert_int_equal(tested(t, "5<Enter>"), SCREEN_TEST_KEPT);
	assert_true(term_ascii(t));
	assert_int_equal(tested(t, "5<Enter>"), SCREEN_TEST_KEPT); /* and back */
	assert_false(term_ascii(t));
	term_close(t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_bell_sounds_as_often_as_was_asked),
	cmocka_unit_test(the_test_of_the_screen_chooses_the_signs),
	cmocka_unit_test(a_terminal_is_known_by_its_answers),
	cmocka_unit_test(a_clipboard_is_known_by_name_or_by_its_number),
	cmocka_unit_test(the_background_tells_light_from_dark),
	cmocka_unit_test(the_environment_fills_in_what_was_not_answered),
	cmocka_unit_test(tmux_tells_what_it_runs_in),
	cmocka_unit_test(what_was_chosen_before_counts_unless_something_else_is_asked_for),
	cmocka_unit_test(a_terminal_that_would_swap_figures_is_never_left_to_order_them),
	cmocka_unit_test(terminals_that_cannot_be_told_get_a_hint_unless_somebody_chose),
	cmocka_unit_test(marks_show_only_when_asked_for_and_where_they_hold),
	cmocka_unit_test(what_is_chosen_is_kept_for_each_kind_of_terminal),
	cmocka_unit_test(keys_come_out_of_the_terminal_in_memory_as_they_went_in),
	cmocka_unit_test(sizes_pastes_and_signals_come_too),
	cmocka_unit_test(a_descriptor_is_told_after_the_keys),
	cmocka_unit_test(what_was_shown_stays_when_the_canvas_goes_on),
};

TEST_MAIN(cases)
