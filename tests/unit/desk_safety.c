/* Room on the disk and the second copy: looked at by the desk itself, said at 80 columns in every
 * language, and a copy that was out of reach is complete again when it comes back. */
#include "storage/file.h"
#include "tests/desk_driver.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int64_t free_bytes; /* what the disk of the tests has */

static int64_t free_here(const char *path)
{
	(void)path;
	return free_bytes;
}

static void look(struct driver *t)
{
	t->desk->safety.free_bytes = free_here;
	t->desk->safety.every_ms = 0;
	(void)desk_turn(t->desk);
	(void)desk_turn(t->desk); /* it is painted before it is looked at again */
}

static void megabytes(struct driver *t, int64_t n)
{
	free_bytes = n * 1000000;
	look(t);
}

static void begin(struct driver *t, enum lang lang, int rows, int cols)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_desk(t, rows, cols);
}

/* --- room --- */

static void little_room_is_said_once_and_stands_in_the_status_line(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	megabytes(&t, 5000);
	driver_must_not_show(&t, "MB");
	megabytes(&t, 140);
	driver_must_show(&t, "Disk almost full (140 MB)");
	driver_must_show(&t, "140 MB left!");
	driver_keys(&t, "<Down>k");
	megabytes(&t, 139);
	driver_must_not_show(&t, "Disk almost full");
	driver_must_show(&t, "139 MB left!");
	megabytes(&t, 40);
	driver_must_show(&t, "Disk almost full (40 MB)");
	driver_must_show(&t, "disk 40 MB!");
	driver_close(&t);
}

static void room_that_was_made_takes_the_warning_away(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	megabytes(&t, 190);
	driver_must_show(&t, "190 MB left!");
	megabytes(&t, 205); /* a little more is not yet room */
	driver_must_show(&t, "205 MB left!");
	megabytes(&t, 900);
	driver_must_not_show(&t, "MB left!");
	driver_must_show(&t, "● recorded");
	megabytes(&t, 190);
	driver_must_show(&t, "Disk almost full (190 MB)");
	driver_close(&t);
}

static void a_disk_that_says_nothing_is_not_said_to_be_full(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	free_bytes = -1;
	look(&t);
	driver_must_not_show(&t, "MB");
	driver_must_show(&t, "● recorded");
	driver_close(&t);
}

/* --- the copy --- */

static const char *copy_place(struct driver *t, const char *name)
{
	return scratch_path(&t->arena, t->folder, name);
}

/* A copy into the folder "stick", as a user makes it. */
static void copy(struct driver *t)
{
	free_bytes = (int64_t)5000 * 1000000;
	look(t);
	form_backup(t->desk);
	term_memory_paste(t->term, copy_place(t, "stick"));
	driver_keys(t, "<F4>");
	driver_must_show(t, "● A checked copy is in");
}

static void pull_the_stick(struct driver *t)
{
	assert_int_equal(rename(copy_place(t, "stick"), copy_place(t, "pulled")), 0);
	look(t);
}

static void put_it_back(struct driver *t)
{
	assert_int_equal(rename(copy_place(t, "pulled"), copy_place(t, "stick")), 0);
	look(t);
	for (int i = 0; t->desk->safety.copier && i < 6000; i++) {
		usleep(10000);
		look(t);
	}
	assert_int_equal(t->desk->safety.copier, 0);
}

static void act(struct driver *t)
{
	struct command c = command_of(CMD_SESSION_DESCRIBE);

	c.arg.session_describe.place_fr = STR("salle des fêtes");
	assert_true(desk_act(t->desk, &c));
}

/* How many acts of the session the copy holds. */
static uint32_t copied(struct driver *t, const char *folder)
{
	struct journal_options options = {.mode = JOURNAL_READ, .any_place = true};
	struct error err = {.code = ERROR_NONE};
	const char *path = scratch_path(&t->arena, copy_place(t, folder), "register.mahdar");
	struct registry *r = register_open(path, &options, source_of_script(&t->script), &err);
	uint32_t n;

	assert_non_null(r);
	assert_int_equal(register_choose(r, register_world(r)->last_number, &err), 0);
	n = (uint32_t)register_session(r)->log.n;
	register_close(r);
	return n;
}

static void a_stick_that_is_pulled_is_said_and_seen(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	driver_must_show(&t, "copy ✓");
	pull_the_stick(&t);
	driver_must_show(&t, "copy ✗");
	driver_must_show(&t, "The second copy is out of reach: put the stick back");
	driver_keys(&t, "<Down>k");
	look(&t);
	driver_must_not_show(&t, "out of reach"); /* said once; the field stays */
	driver_must_show(&t, "copy ✗");
	driver_close(&t);
}

static void a_stick_that_is_back_is_complete_again_by_itself(void **state)
{
	struct driver t;
	uint32_t acts;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	pull_the_stick(&t);
	act(&t);
	act(&t);
	acts = (uint32_t)driver_session(&t)->log.n;
	assert_int_equal(copied(&t, "pulled"), acts - 2);
	put_it_back(&t);
	driver_must_show(&t, "● The second copy is back and was caught up: 2 acts.");
	driver_must_show(&t, "copy ✓");
	assert_int_equal(copied(&t, "stick"), acts);
	driver_close(&t);
}

static void a_stick_that_missed_nothing_is_said_to_be_back(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	pull_the_stick(&t);
	put_it_back(&t);
	driver_must_show(&t, "The second copy is back; it lacks nothing.");
	driver_must_show(&t, "copy ✓");
	driver_close(&t);
}

/* Where the stick was mounted an empty folder of the disk may remain: it is no copy. */
static void an_empty_folder_at_its_place_is_not_the_stick(void **state)
{
	struct driver t;
	struct error err = {.code = ERROR_NONE};

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	assert_int_equal(file_make_folder(copy_place(&t, "mount"), &err), 0);
	assert_int_equal(rename(copy_place(&t, "stick"), copy_place(&t, "pulled")), 0);
	assert_int_equal(rename(copy_place(&t, "mount"), copy_place(&t, "stick")), 0);
	act(&t);
	look(&t);
	driver_must_show(&t, "copy ✗");
	assert_int_equal(t.desk->safety.copier, 0);
	driver_close(&t);
}

static void the_next_desk_completes_what_this_one_could_not(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	pull_the_stick(&t);
	act(&t);
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_must_show(&t, "copy ✗");
	put_it_back(&t);
	driver_must_show(&t, "caught up: 1 act.");
	assert_int_equal(copied(&t, "stick"), driver_session(&t)->log.n);
	driver_close(&t);
}

static void a_copy_that_cannot_be_completed_says_so(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	pull_the_stick(&t);
	act(&t);
	t.cli.program = "/bin/false";
	put_it_back(&t);
	driver_must_show(&t, "could not be completed: copy once more (F9)");
	driver_must_show(&t, "copy 1!");
	driver_close(&t);
}

/* --- leaving --- */

static void leaving_without_any_copy_asks_first(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	act(&t);
	driver_keys(&t, "<F10>");
	driver_must_show(&t, "Leave the desk?");
	driver_must_show(&t, "No copy of the register has been made yet");
	driver_keys(&t, "2<Enter>");
	assert_false(t.desk->leaving);
	driver_keys(&t, "<F10>3<Enter>");
	driver_must_show(&t, "Copy the register");
	assert_false(t.desk->leaving);
	driver_keys(&t, "<Esc><F10>1<Enter>");
	assert_true(t.desk->leaving);
	driver_close(&t);
}

static void leaving_a_desk_whose_copy_is_whole_does_not_ask(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	act(&t);
	copy(&t);
	driver_keys(&t, "<F10>");
	assert_true(t.desk->leaving);
	driver_close(&t);
}

static void leaving_a_desk_that_recorded_nothing_does_not_ask(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	driver_keys(&t, "<F10>");
	assert_true(t.desk->leaving);
	driver_close(&t);
}

static void leaving_says_what_the_copy_lacks(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, 24, 80);
	copy(&t);
	act(&t);
	driver_keys(&t, "<F10>");
	driver_must_show(&t, "The second copy lacks 1 act.");
	assert_false(t.desk->leaving);
	driver_close(&t);
}

/* --- what can be read of it --- */

static void behind_then_gone(struct driver *t, enum lang lang, int rows, int cols)
{
	begin(t, lang, rows, cols);
	free_bytes = (int64_t)40 * 1000000;
	form_backup(t->desk);
	term_memory_paste(t->term, copy_place(t, "stick"));
	driver_keys(t, "<F4>");
	for (int n = 0; n < 12; n++)
		act(t);
	driver_keys(t, "<F9>1");
	look(t);
}

static void disk_and_copy_are_readable_on_narrow_screens(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		behind_then_gone(&t, lang, 24, 80);
		driver_golden(&t, "safety-behind");
		free_bytes = (int64_t)140 * 1000000;
		pull_the_stick(&t);
		driver_golden(&t, "safety-gone");
		driver_close(&t);
	}
}

static void disk_and_copy_are_readable_on_wide_screens(void **state)
{
	static const char *const words[LANG_COUNT][4] = {
		[LANG_AR] = {"نسخة 12!", "قرص 40 ميغا!", "نسخة ✗", "القرص: بقي 40 ميغابايت"},
		[LANG_FR] = {"copie 12 !", "disque 40 Mo !", "copie ✗", "disque : 40 Mo libres"},
		[LANG_EN] = {"copy 12!", "disk 40 MB!", "copy ✗", "disk: 40 MB free"},
	};

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		for (int cols = 100; cols <= 160; cols += 60) {
			struct driver t;

			behind_then_gone(&t, lang, 45, cols);
			driver_must_show(&t, words[lang][0]);
			driver_must_show(&t, words[lang][1]);
			pull_the_stick(&t);
			driver_must_show(&t, words[lang][2]);
			if (cols == 160)
				driver_must_show(&t, words[lang][3]);
			driver_close(&t);
		}
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(little_room_is_said_once_and_stands_in_the_status_line),
	cmocka_unit_test(room_that_was_made_takes_the_warning_away),
	cmocka_unit_test(a_disk_that_says_nothing_is_not_said_to_be_full),
	cmocka_unit_test(a_stick_that_is_pulled_is_said_and_seen),
	cmocka_unit_test(a_stick_that_is_back_is_complete_again_by_itself),
	cmocka_unit_test(a_stick_that_missed_nothing_is_said_to_be_back),
	cmocka_unit_test(an_empty_folder_at_its_place_is_not_the_stick),
	cmocka_unit_test(the_next_desk_completes_what_this_one_could_not),
	cmocka_unit_test(a_copy_that_cannot_be_completed_says_so),
	cmocka_unit_test(leaving_without_any_copy_asks_first),
	cmocka_unit_test(leaving_a_desk_whose_copy_is_whole_does_not_ask),
	cmocka_unit_test(leaving_a_desk_that_recorded_nothing_does_not_ask),
	cmocka_unit_test(leaving_says_what_the_copy_lacks),
	cmocka_unit_test(disk_and_copy_are_readable_on_narrow_screens),
	cmocka_unit_test(disk_and_copy_are_readable_on_wide_screens),
};

TEST_MAIN(cases)
