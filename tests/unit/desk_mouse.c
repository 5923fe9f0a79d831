/* The mouse: what one click does, one key does; and the other way round in Arabic. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define OPENED "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"

/* COL from the side where lines begin. */
static void click(struct driver *t, int row, int col)
{
	int at = t->desk->lang == LANG_AR ? 79 - col : col;

	term_memory_mouse(t->term, (struct mouse){.row = row, .col = at});
	driver_keys(t, "");
}

static void turn_wheel(struct driver *t, int way)
{
	term_memory_mouse(t->term, (struct mouse){.row = 8, .col = 8, .wheel = way});
	driver_keys(t, "");
}

/* Where TEXT begins on the screen, counted from the side where lines begin. */
static void place_of(struct driver *t, const char *text, int *row, int *col)
{
	for (*row = 0; *row < 24; ++*row)
		if (canvas_row_shows(t->desk->canvas, *row, str_of(text)))
			break;
	assert_true(*row < 24);
	for (*col = 0; *col < 80; ++*col) {
		int at = t->desk->lang == LANG_AR ? 79 - *col : *col;

		if (at < 79 &&
			canvas_cell(t->desk->canvas, *row, at)->code == (unsigned char)text[0] &&
			canvas_cell(t->desk->canvas, *row, at + 1)->code == (unsigned char)text[1])
			return;
	}
	fail_msg("%s begins nowhere", text);
}

static void a_click_on_a_row_brings_the_bar_there(void **state)
{
	static const enum lang langs[] = {LANG_FR, LANG_AR};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		struct driver t;

		driver_begin(&t, langs[i], OPENED);
		driver_keys(&t, "<F9>1");
		click(&t, 6, 20);
		assert_int_equal(t.desk->agenda.focus, 2);
		click(&t, 16, 20); /* below the last one */
		assert_int_equal(t.desk->agenda.focus, 2);
		driver_keys(&t, "<F9>2");
		click(&t, t.desk->attendance.seen.row + 1, 3);
		assert_int_equal(t.desk->attendance.focus, 1);
		click(&t, t.desk->attendance.seen.row + 1, 40); /* the next column */
		assert_int_equal(t.desk->attendance.focus, 1 + t.desk->attendance.rows);
		driver_close(&t);
	}
}

static void the_wheel_is_the_arrows(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>1<Home>");
	turn_wheel(&t, 1);
	assert_int_equal(t.desk->agenda.focus, 3);
	turn_wheel(&t, -1);
	assert_int_equal(t.desk->agenda.focus, 0);
	driver_keys(&t, " ");
	turn_wheel(&t, 1);
	assert_int_equal(t.desk->over.panel.focus, 3);
	/* Where arrows mean nothing it is silent. */
	driver_keys(&t, "<Esc><F9>3<Esc><Esc><Esc>");
	t.desk->line_tone = TONE_PLAIN;
	turn_wheel(&t, 1);
	assert_int_not_equal(t.desk->line_tone, TONE_BAD);
	driver_close(&t);
}

static void the_keys_that_are_named_can_be_clicked(void **state)
{
	static const enum lang langs[] = {LANG_EN, LANG_AR};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		struct driver t;
		int row, col;

		driver_begin(&t, langs[i], OPENED "item.open item=3\nitem.present member=4\n");
		place_of(&t, "F9", &row, &col);
		click(&t, row, col);
		assert_true(t.desk->over.filters); /* the menu */
		driver_keys(&t, "<Esc>");
		place_of(&t, "F1 ", &row, &col);
		click(&t, 1, 79 - 4);
		assert_true(t.desk->help.open);
		driver_keys(&t, "<Esc>");
		place_of(&t, "F8", &row, &col);
		assert_int_equal(row, 19);
		click(&t, row, col);
		assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
		driver_close(&t);
	}
}

static void a_click_in_a_menu_does_no_more_than_its_digit(void **state)
{
	struct driver t;
	size_t acts;
	int row, col;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED "item.open item=3\nitem.present member=4\n");
	acts = driver_session(&t)->log.n;
	/* A weighty act: the digit is taken, Enter is still asked for. */
	driver_keys(&t, "<F8>");
	place_of(&t, "misheard", &row, &col);
	click(&t, row, 12);
	assert_true(t.desk->over.panel.picked);
	assert_int_equal(t.desk->over.panel.focus, 1);
	assert_int_equal(driver_session(&t)->log.n, acts);
	click(&t, row, 12);
	click(&t, row, 12);
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	/* A row of the menu that has no digit. */
	driver_keys(&t, "<F9>next<BS><BS><BS><BS>lang");
	place_of(&t, "next language", &row, &col);
	click(&t, row, 12);
	assert_int_not_equal(t.desk->lang, LANG_EN);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(a_click_on_a_row_brings_the_bar_there),
		cmocka_unit_test(the_wheel_is_the_arrows),
		cmocka_unit_test(the_keys_that_are_named_can_be_clicked),
		cmocka_unit_test(a_click_in_a_menu_does_no_more_than_its_digit),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
