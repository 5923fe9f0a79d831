/* A disk that refuses: the desk says so for as long as it is so, asks again by itself, and says
 * which of the two is true of the act in doubt. */
#include "storage/seat.h"
#include "tests/desk_driver.h"
#include "tests/fault/vfs.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

#define RED   "✗ not recorded"
#define DOUBT "✗ The disk fails: whether the last act was recorded is not known yet."

/* A desk in a sitting, on a disk that can be made to fail. One act is recorded: a log that is only
 * begun would fail before it holds any. */
static size_t begin(struct driver *t, enum lang lang, int rows, int cols)
{
	fault_register();
	fault_set(FAULT_NONE, false, 0);
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, DRIVER_QUORUM);
	t->vfs = FAULT_VFS_NAME;
	driver_reopen(t);
	driver_desk(t, rows, cols);
	driver_keys(t, "<F9>2s05");
	return driver_session(t)->log.n;
}

static void finish(struct driver *t)
{
	fault_set(FAULT_NONE, false, 0);
	driver_close(t);
}

static void disk_fails(enum fault_kind kind)
{
	fault_set(kind, true, 1);
}

static void disk_is_well(void)
{
	fault_set(FAULT_NONE, false, 0);
}

/* The clock has come to where the disk is asked again. */
static void wait_for_the_disk(struct driver *t)
{
	t->desk->disk.retry_ms = 0;
	(void)desk_turn(t->desk);
}

static void a_desk_that_cannot_record_says_so_on_every_screen(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	acts = begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_EIO);
	driver_keys(&t, "s07");
	driver_must_show(&t, RED);
	assert_int_equal(t.desk->line_tone, TONE_BAD);
	for (const char *screen = "1234567890"; *screen; screen++) {
		const char keys[] = {'<', 'F', '9', '>', *screen, '\0'};

		driver_keys(&t, keys);
		driver_must_show(&t, RED);
	}
	driver_keys(&t, "<F1>");
	driver_must_show(&t, RED);
	assert_int_equal(driver_session(&t)->log.n, acts);
	finish(&t);
}

static void the_refusal_stands_until_the_disk_has_answered(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_EIO);
	driver_keys(&t, "s07");
	driver_keys(&t, "<Down><Up>");
	driver_must_show(&t, DOUBT);
	wait_for_the_disk(&t); /* which still refuses */
	driver_must_show(&t, DOUBT);
	driver_must_show(&t, RED);
	finish(&t);
}

static void an_act_that_was_lost_is_said_to_be_and_can_be_done_again(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	acts = begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_EIO);
	driver_keys(&t, "s07");
	disk_is_well();
	wait_for_the_disk(&t);
	driver_must_show(&t, "The last act was not recorded: do it again.");
	driver_must_not_show(&t, RED);
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "s07");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	driver_must_show(&t, "● recorded");
	finish(&t);
}

/* The sync failed, but what was written is there: it comes back, and is told of. */
static void an_act_that_came_back_is_said_to_be_recorded(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	acts = begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "s07");
	driver_must_show(&t, DOUBT);
	assert_int_equal(driver_session(&t)->log.n, acts);
	disk_is_well();
	wait_for_the_disk(&t);
	driver_must_show(&t, "● The disk answers again, and the act was recorded");
	driver_must_not_show(&t, RED);
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	driver_leave(&t);
	driver_reopen(&t);
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	finish(&t);
}

static void what_comes_after_an_act_in_doubt_comes_when_it_is_known(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	driver_keys(&t, "<F9>2 9");
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "1<Enter>");
	driver_must_show(&t, DOUBT);
	driver_must_not_show(&t, "Copy the register");
	disk_is_well();
	wait_for_the_disk(&t);
	driver_must_show(&t, "● The disk answers again, and the act was recorded");
	driver_must_show(&t, "Copy the register");
	finish(&t);
}

static void what_comes_after_a_form_in_doubt_comes_when_it_is_known(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	s = driver_session(&t);
	driver_keys(&t, "<F9>1s046<Enter><Tab><Tab>Mme Alaoui");
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "<F4>");
	driver_must_show(&t, DOUBT);
	disk_is_well();
	wait_for_the_disk(&t);
	assert_int_equal(session_seat(s, 4)->presence, PRESENCE_LEFT);
	driver_keys(&t, " 08"); /* and the next one, as after any s */
	assert_int_equal(session_seat(s, 8)->presence, PRESENCE_LEFT);
	finish(&t);
}

/* "s07" from any screen: recorded after all, its line is closed, and the next number may follow. */
static void the_line_of_one_number_is_closed_when_the_disk_answers(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	for (int again = 0; again < 2; again++) {
		(void)begin(&t, LANG_EN, 24, 80);
		s = driver_session(&t);
		driver_keys(&t, "p05<F9>1s");
		disk_fails(FAULT_SYNC);
		driver_keys(&t, "07");
		driver_must_show(&t, DOUBT);
		assert_int_equal(t.desk->over.kind, OVERLAY_PROMPT);
		disk_is_well();
		if (again) /* the same Enter asks the disk, and is no second departure */
			driver_keys(&t, "<Enter>");
		else
			wait_for_the_disk(&t);
		(void)desk_turn(t.desk);
		driver_must_show(&t, "the act was recorded");
		assert_int_equal(session_seat(s, 7)->presence, PRESENCE_LEFT);
		assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
		driver_keys(&t, " 08"); /* one more who left, not one who came */
		assert_int_equal(session_seat(s, 8)->presence, PRESENCE_LEFT);
		finish(&t);
	}
}

/* Another number typed meanwhile is no part of it, and waits for its Enter. */
static void a_number_typed_meanwhile_stays_in_the_line(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	driver_keys(&t, "<F9>1s");
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "07<BS>8");
	disk_is_well();
	wait_for_the_disk(&t);
	(void)desk_turn(t.desk);
	assert_int_equal(t.desk->over.kind, OVERLAY_PROMPT);
	driver_keys(&t, "<Enter>");
	assert_int_equal(session_seat(driver_session(&t), 7)->presence, PRESENCE_LEFT);
	assert_int_equal(session_seat(driver_session(&t), 8)->presence, PRESENCE_LEFT);
	finish(&t);
}

/* Who arrives during a vote by hands is asked about then, too. */
static void who_arrived_in_doubt_is_asked_into_the_vote(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	driver_play(&t, "item.open item=3\nitem.present member=4\nvote.open kind=hands\n");
	driver_keys(&t, "<F9>1p");
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "19");
	disk_is_well();
	wait_for_the_disk(&t);
	(void)desk_turn(t.desk);
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_must_show(&t, "Please confirm");
	driver_must_show(&t, "19 ");
	finish(&t);
}

/* The names of the chamber go into every session, also when the disk answers late: of the first act
 * or of one in between. The session at hand stays the one it was. */
static void names_of_the_chamber_go_on_into_the_sessions_when_the_disk_answers(void **state)
{
	(void)state;
	for (long fails = 1; fails <= 3; fails++) {
		struct driver t;

		fault_register();
		fault_set(FAULT_NONE, false, 0);
		driver_open_played(&t, LANG_EN,
			"@2024-09-02T09:00:00+00:00 chamber.create code=cat name_ar=غرفة "
			"name_fr=Chambre genesis=00112233445566778899aabbccddeeff\n"
			"member.register number=1 name_ar=عضو office=president gender=man\n"
			"member.register number=2 name_ar=كاتب office=member gender=man\n"
			"session.create kind=ordinary year=2024 month=2\n"
			"session.create kind=ordinary year=2024 month=6\n");
		t.vfs = FAULT_VFS_NAME;
		driver_reopen(&t);
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<F9>0<F9>names of<Enter><Tab><C-u>La chambre");
		fault_set(FAULT_SYNC, true, fails);
		driver_keys(&t, "<F4>");
		driver_must_show(&t, DOUBT);
		assert_int_equal(driver_session(&t)->is.number, 2);
		disk_is_well();
		wait_for_the_disk(&t);
		(void)desk_turn(t.desk);
		driver_must_show(&t, "● Recorded, and in all sessions not frozen");
		assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
		assert_true(driver_session_is_called(&t, 1, "La chambre"));
		assert_true(driver_session_is_called(&t, 2, "La chambre"));
		assert_int_equal(driver_session(&t)->is.number, 2);
		finish(&t);
	}
}

/* Else F4, pressed once more, would put the same words into the minutes a second time. */
static void a_passage_in_doubt_is_kept_once(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	driver_keys(&t, "<F9>7<F4><Enter>The hall is full.");
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "<F4>");
	driver_must_show(&t, DOUBT);
	disk_is_well();
	wait_for_the_disk(&t);
	assert_int_equal(driver_session(&t)->passages.n, 1);
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "WHAT TO WRITE"); /* the editor was left */
	assert_int_equal(driver_session(&t)->passages.n, 1);
	finish(&t);
}

static void no_act_is_taken_before_it_is_said_what_became_of_the_last(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	acts = begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "s07");
	disk_is_well();
	driver_keys(&t, "s08"); /* the disk is asked at once: 07 has left, and 08 not yet */
	driver_must_show(&t, "the act was recorded");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	finish(&t);
}

static void what_was_typed_into_a_form_stays(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	driver_keys(&t, " 2مدير");
	disk_fails(FAULT_EIO);
	driver_keys(&t, "<F4>");
	driver_must_show(&t, RED);
	driver_must_show(&t, "مدير");
	driver_keys(&t, "ة");
	driver_must_show(&t, "مديرة");
	disk_is_well();
	wait_for_the_disk(&t);
	driver_must_show(&t, "مديرة");
	driver_keys(&t, "<F4>");
	assert_int_equal(driver_session(&t)->guests.n, 1);
	finish(&t);
}

static void a_form_whose_act_came_back_is_closed(void **state)
{
	struct driver t;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	driver_keys(&t, " 2مدير");
	disk_fails(FAULT_SYNC);
	driver_keys(&t, "<F4>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	disk_is_well();
	wait_for_the_disk(&t);
	assert_int_equal(driver_session(&t)->guests.n, 1);
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_keys(&t, " 2");
	driver_must_not_show(&t, "مدير");
	finish(&t);
}

static void a_full_disk_is_red_until_there_is_room(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	acts = begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_ENOSPC);
	driver_keys(&t, "s07");
	driver_must_show(&t, RED);
	wait_for_the_disk(&t);
	driver_must_show(&t, RED);
	disk_is_well();
	wait_for_the_disk(&t);
	driver_must_not_show(&t, RED);
	assert_int_equal(driver_session(&t)->log.n, acts);
	finish(&t);
}

static void the_state_is_red_in_every_language_and_width(void **state)
{
	static const struct {
		enum lang lang;
		int rows, cols;
	} at[] = {{LANG_AR, 24, 80}, {LANG_FR, 24, 80}, {LANG_AR, 45, 160}, {LANG_FR, 45, 160}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(at); i++) {
		struct driver t;

		(void)begin(&t, at[i].lang, at[i].rows, at[i].cols);
		disk_fails(FAULT_EIO);
		driver_keys(&t, "s07<F9>1");
		driver_golden(&t, "disk-refuses");
		finish(&t);
	}
}

/* What must come off the wall does, though the disk takes no order for the rooms. */
static void f12_blanks_the_rooms_though_the_disk_refuses(void **state)
{
	struct driver t;
	struct error err = {.code = ERROR_NONE};
	struct str row;
	bool found;

	(void)state;
	(void)begin(&t, LANG_EN, 24, 80);
	disk_fails(FAULT_EIO);
	driver_keys(&t, "s07");
	assert_false(seat_blanked(t.path));
	driver_keys(&t, "<F12>");
	assert_true(seat_blanked(t.path));
	driver_must_show(&t, "ROOM ■ blanked");
	driver_must_show(&t, RED);
	disk_is_well();
	wait_for_the_disk(&t);
	assert_false(seat_blanked(t.path)); /* the row says it now */
	assert_int_equal(journal_kept(register_journal(t.r), STR(ROOM_ORDER_ROW), &t.arena, &row,
				 &found, &err),
		0);
	assert_true(found && str_is(row, "blank"));
	finish(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(what_comes_after_an_act_in_doubt_comes_when_it_is_known),
	cmocka_unit_test(what_comes_after_a_form_in_doubt_comes_when_it_is_known),
	cmocka_unit_test(the_line_of_one_number_is_closed_when_the_disk_answers),
	cmocka_unit_test(a_number_typed_meanwhile_stays_in_the_line),
	cmocka_unit_test(who_arrived_in_doubt_is_asked_into_the_vote),
	cmocka_unit_test(names_of_the_chamber_go_on_into_the_sessions_when_the_disk_answers),
	cmocka_unit_test(f12_blanks_the_rooms_though_the_disk_refuses),
	cmocka_unit_test(a_desk_that_cannot_record_says_so_on_every_screen),
	cmocka_unit_test(the_refusal_stands_until_the_disk_has_answered),
	cmocka_unit_test(an_act_that_was_lost_is_said_to_be_and_can_be_done_again),
	cmocka_unit_test(an_act_that_came_back_is_said_to_be_recorded),
	cmocka_unit_test(a_passage_in_doubt_is_kept_once),
	cmocka_unit_test(no_act_is_taken_before_it_is_said_what_became_of_the_last),
	cmocka_unit_test(what_was_typed_into_a_form_stays),
	cmocka_unit_test(a_form_whose_act_came_back_is_closed),
	cmocka_unit_test(a_full_disk_is_red_until_there_is_room),
	cmocka_unit_test(the_state_is_red_in_every_language_and_width),
};

TEST_MAIN(cases)
