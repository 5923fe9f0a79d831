/* A desk that only reads: it offers what works there, and takes the register over once nobody holds
 * it any more. */
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

#define HOLDER "desk 4711@office, 14:32"

static struct registry *open_as(struct driver *t, enum journal_mode mode)
{
	struct journal_options options = {.mode = mode, .any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};
	struct registry *r = register_open(t->path, &options, source_of_script(&t->script), &err);

	assert_non_null(r);
	assert_int_equal(register_choose(r, register_world(r)->last_number, &err), 0);
	return r;
}

/* T is the reader; the holder is returned. */
static struct registry *begin(struct driver *t, enum lang lang, const char *lines)
{
	struct registry *holder;

	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, lines);
	register_close(t->r);
	holder = open_as(t, JOURNAL_WRITE);
	t->r = open_as(t, JOURNAL_READ);
	t->cli.held_by = STR(HOLDER);
	t->term = term_memory_open(24, 80);
	t->desk = desk_open(&t->cli, t->r, t->term, true);
	t->desk->patient = false;
	(void)desk_turn(t->desk);
	return holder;
}

#define OPENED "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\nitem.open item=1\n"

static void a_reader_is_not_offered_what_it_cannot_do(void **state)
{
	struct driver t;
	struct registry *holder = begin(&t, LANG_EN, OPENED);

	(void)state;
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "Nothing is recorded here: " HOLDER " holds the register");
	driver_must_not_show(&t, "unanimous");
	driver_must_not_show(&t, "put to the vote");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "✗ The register is held by " HOLDER);
	driver_keys(&t, "<F9>2");
	driver_must_not_show(&t, "all present");
	driver_must_show(&t, "Nothing is recorded here");
	driver_keys(&t, "<F9>8");
	driver_must_not_show(&t, "Nothing is recorded here"); /* Enter shows the whole act */
	register_close(holder);
	driver_close(&t);
}

static void a_holder_that_is_gone_is_said_and_the_register_can_be_taken_over(void **state)
{
	struct driver t;
	struct registry *holder = begin(&t, LANG_EN, OPENED);

	(void)state;
	register_close(holder);
	(void)desk_turn(t.desk);
	(void)desk_turn(t.desk);
	driver_must_show(&t, HOLDER " no longer holds the register: Enter takes it over.");
	driver_must_show(&t, "Take the register over, whose holder is gone");
	driver_keys(&t, "<Enter>2<Enter>");
	assert_false(t.desk->leaving);
	driver_keys(&t, "<Enter>1<Enter>");
	assert_true(t.desk->leaving);
	assert_true(t.cli.take_over);
	driver_close(&t);
}

static void a_register_that_found_another_holder_is_not_taken_over(void **state)
{
	struct driver t;
	struct registry *holder = begin(&t, LANG_EN, OPENED);

	(void)state;
	register_close(holder);
	(void)desk_turn(t.desk);
	(void)desk_turn(t.desk);
	driver_keys(&t, "<Enter>");
	holder = open_as(&t, JOURNAL_WRITE);
	driver_keys(&t, "1<Enter>");
	assert_false(t.desk->leaving);
	driver_must_show(&t, "✗ Somebody else holds the register");
	register_close(holder);
	driver_close(&t);
}

static void a_reader_looks_the_same_way_in_every_language(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;
		struct registry *holder = begin(&t, lang, OPENED);

		driver_keys(&t, "<F9>3");
		driver_golden(&t, "reader-item");
		register_close(holder);
		(void)desk_turn(t.desk);
		driver_keys(&t, "<Enter>");
		driver_golden(&t, "reader-take-over");
		driver_close(&t);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_reader_is_not_offered_what_it_cannot_do),
	cmocka_unit_test(a_holder_that_is_gone_is_said_and_the_register_can_be_taken_over),
	cmocka_unit_test(a_register_that_found_another_holder_is_not_taken_over),
	cmocka_unit_test(a_reader_looks_the_same_way_in_every_language),
};

TEST_MAIN(cases)
