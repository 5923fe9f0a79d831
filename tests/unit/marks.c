/* One sign for what became of an item, on the desk, in the room and in the help. */
#include "model/room.h"
#include "tests/assembly.h"
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/mark.h"

static void no_two_signs_of_different_ends_look_alike(void **state)
{
	(void)state;
	for (int i = 0; i < MARK_COUNT; i++) {
		assert_non_null(mark_word((enum item_mark)i).id);
		for (int k = 0; k < i; k++) {
			bool alike = strcmp(mark_sign((enum item_mark)i),
					     mark_sign((enum item_mark)k)) == 0;

			/* What was noted is settled like what was adopted. */
			assert_int_equal(alike, i == MARK_NOTED && k == MARK_ADOPTED);
		}
	}
}

static enum item_mark of(const struct assembly *t, int64_t number)
{
	return item_mark(session_item(&t->session, session_agenda_key(&t->session, number)));
}

static void desk_and_room_say_the_same_of_an_item(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_item(t, 9);
	given(t, "vote.open kind=hands", "vote.count against=9 abstain=0", "vote.close");
	assert_int_equal(room_view(&t->session).marks[0], MARK_OPEN);
	given(t, "vote.announce", "item.open item=2", "item.present", "item.note", "item.close",
		"item.postpone item=3 reason=dossier", "item.withdraw item=4 reason=x");
	v = room_view(&t->session);
	assert_int_equal(of(t, 1), MARK_REJECTED);
	assert_int_equal(of(t, 2), MARK_NOTED);
	assert_int_equal(of(t, 3), MARK_POSTPONED);
	assert_int_equal(of(t, 4), MARK_WITHDRAWN);
	assert_int_equal(of(t, 5), MARK_WAITING);
	for (int64_t i = 1; i <= 5; i++)
		assert_int_equal(v.marks[i - 1], of(t, i));
}

static void what_was_put_off_is_counted_apart_from_what_was_dealt_with(void **state)
{
	struct assembly *t = *state;
	struct mark_tally tally;

	assembly_item(t, 9);
	given(t, "vote.unanimous", "vote.announce", "item.postpone item=2 reason=dossier",
		"item.open item=3", "item.present", "item.note", "item.close", "item.open item=4");
	given(t, "item.postpone item=4 reason=dossier", "item.withdraw item=5 reason=x");
	tally = agenda_tally(&t->session);
	assert_int_equal(tally.treated, 2);
	assert_int_equal(tally.postponed, 2);
	assert_int_equal(tally.withdrawn, 1);
}

/* Its row on the agenda says what became of it, so the count above the rows has it, too. */
static void what_was_decided_is_dealt_with_though_it_is_still_open(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	assert_int_equal(agenda_tally(&t->session).treated, 0);
	given(t, "vote.unanimous", "vote.announce");
	assert_int_equal(of(t, 1), MARK_OPEN);
	assert_int_equal(agenda_tally(&t->session).treated, 1);
	assert_int_equal(room_view_scene(&t->session, ROOM_AGENDA).tally.treated, 1);
	given(t, "item.open item=2");
	assert_int_equal(agenda_tally(&t->session).treated, 1);
	assert_int_equal(room_view_scene(&t->session, ROOM_AGENDA).tally.treated, 1);
}

static void the_desk_shows_a_refused_item_as_the_help_explains_it(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=3\nitem.present item=3 member=4\nvote.open item=3 kind=hands\n"
		"vote.count against=36 abstain=0\nvote.close\nvote.announce\nitem.close\n");
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "3✗");
	driver_must_not_show(&t, "3✓");
	driver_keys(&t, "<F1>");
	driver_must_show(&t, "Help: Agenda");
	for (int row = 0; row < 90 && !driver_shows(&t, "rejected"); row++)
		driver_keys(&t, "<Down>");
	driver_must_show(&t, "Signs of the items");
	driver_must_show(&t, "rejected");
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(no_two_signs_of_different_ends_look_alike),
		CASE(desk_and_room_say_the_same_of_an_item),
		CASE(what_was_put_off_is_counted_apart_from_what_was_dealt_with),
		CASE(what_was_decided_is_dealt_with_though_it_is_still_open),
		CASE(the_desk_shows_a_refused_item_as_the_help_explains_it),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
