/* Ten thousand members: numbers of five digits, attendance, votes, the tally and the minutes are
 * right, and the screen shows a window on them. How quick it is, `make bench` says. */
#include "tests/many.h"

#include "locale/resolve.h"
#include "model/minutes.h"
#include "model/room.h"
#include "storage/record/text.h"
#include "tests/test.h"

#define MEMBERS 10000
#define OPENED                                                                                     \
	"@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\nattendance.all\n"            \
	"attendance.absent member=15,27 excused=yes\n"                                             \
	"attendance.absent member=9999,10000 excused=no\nquorum.record\n"
#define ITEM_1 OPENED "item.open item=1\nitem.present item=1 member=4\n"

static void begin(struct driver *t, enum lang lang, const char *lines)
{
	many_open(t, lang, MEMBERS, 3);
	driver_play(t, lines);
	driver_desk(t, 24, 80);
}

static const struct vote *vote_of(const struct driver *t)
{
	const struct vote *vote = session_vote(driver_session(t), (struct vote_id){1, 1});

	assert_non_null(vote);
	return vote;
}

static bool in_minutes(struct driver *t, enum lang lang, const char *text)
{
	const struct minutes_options o = {.lang = lang, .draft = true};
	struct document *doc = minutes_build(driver_session(t), &o, &t->arena);
	struct bytes out = {0};
	bool found;

	document_resolve(doc, lang, &t->arena);
	text_render(doc, &out);
	bytes_add(&out, "", 1);
	found = strstr((const char *)out.p, text) != NULL;
	bytes_free(&out);
	return found;
}

/* --- cases --- */

static void attendance_is_all_and_exceptions_of_five_digits(void **state)
{
	struct driver t;
	struct quorum_figures now;

	(void)state;
	begin(&t, LANG_FR, "@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2=e00015");
	assert_int_equal(driver_presence(&t, 15), PRESENCE_EXCUSED);
	driver_keys(&t, "1000");
	assert_int_equal(driver_presence(&t, 1000), PRESENCE_HERE); /* not before the fifth digit */
	driver_keys(&t, "0");
	assert_int_equal(driver_presence(&t, 10000), PRESENCE_EXCUSED);
	driver_keys(&t, "x09999<Enter>");
	now = session_quorum(driver_session(&t));
	assert_int_equal(now.present, 9997);
	assert_int_equal(now.in_office, 10000);
	assert_int_equal(now.needed, 5001);
	assert_true(now.met);
	driver_must_show(&t, "quorum atteint : 9997 présents sur 10 000");
	driver_keys(&t, "p10000");
	assert_int_equal(driver_presence(&t, 10000), PRESENCE_HERE);
	driver_keys(&t, "s00001");
	assert_int_equal(driver_presence(&t, 1), PRESENCE_HERE); /* the chair passes on first */
	driver_close(&t);
}

static void the_grid_shows_a_window_and_walks_to_the_last(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>2");
	driver_must_show(&t, "00001 ✓ Membre 1");
	driver_must_not_show(&t, "10000 ✗");
	driver_keys(&t, "<End><End>");
	driver_must_show(&t, "10000 ✗ Membre 10000");
	driver_must_not_show(&t, "00001 ✓");
	driver_keys(&t, "<Home>");
	driver_must_show(&t, "00001 ✓ Membre 1");
	driver_close(&t);
}

static void a_named_vote_takes_exceptions_and_reads_them_back(void **state)
{
	struct driver t;
	struct tally tally;

	(void)state;
	begin(&t, LANG_FR, ITEM_1 "vote.open kind=named\n");
	driver_keys(&t, "=000070001209998a00024");
	tally = session_tally(driver_session(&t), vote_of(&t));
	assert_int_equal(tally.voters, 9996);
	assert_int_equal(vote_ballots(vote_of(&t)).votes_for, 9992);
	assert_int_equal(vote_ballots(vote_of(&t)).against, 3);
	assert_int_equal(vote_ballots(vote_of(&t)).abstain, 1);
	assert_int_equal(tally.needed, 4999);
	assert_int_equal(tally.outcome, OUTCOME_ADOPTED);
	assert_int_equal(vote_mark(vote_of(&t), 9998), VALUE_AGAINST);
	assert_int_equal(vote_mark(vote_of(&t), 10000), VALUE_NONE); /* absent: no voter */
	assert_false(vote_has(vote_of(&t), 10000));
	driver_must_show(&t, "9998 Membre 9998");
	driver_keys(&t, "<Enter><Enter>");
	assert_int_equal(vote_of(&t)->state, VOTE_IS_CLOSED);
	assert_true(vote_of(&t)->announced);
	assert_true(in_minutes(&t, LANG_FR, "9992 voix pour, 3 voix contre, 1 abstention"));
	assert_true(in_minutes(&t, LANG_FR, "Membre 9998"));
	assert_true(in_minutes(&t, LANG_AR, "العضو 9998"));
	driver_close(&t);
}

static void too_many_exceptions_are_counted_not_read(void **state)
{
	struct driver t;
	struct builder b;

	(void)state;
	begin(&t, LANG_EN, ITEM_1 "vote.open kind=named\nvote.all value=for\n");
	builder_init(&b, &t.arena);
	builder_add_z(&b, "vote.cast value=against member=1");
	for (int i = 30; i < 330; i++) {
		builder_add_char(&b, ',');
		builder_add_int(&b, i);
	}
	builder_add_char(&b, '\n');
	driver_play(&t, builder_str(&b).p);
	driver_keys(&t, "<F2><F2><F2>");
	driver_must_show(&t, "Read: 301 against, 0 abstaining · Tab lists the names");
	driver_close(&t);
}

static void a_roll_call_goes_on_and_takes_one_out_of_turn(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, ITEM_1 "vote.open kind=roll-call\n");
	driver_must_show(&t, "Call 01");
	driver_keys(&t, "onoa");
	assert_int_equal(vote_mark(vote_of(&t), 2), VALUE_AGAINST);
	assert_int_equal(vote_mark(vote_of(&t), 4), VALUE_ABSTAIN);
	driver_must_show(&t, "Call 05");
	driver_keys(&t, "09998n");
	assert_int_equal(vote_mark(vote_of(&t), 9998), VALUE_AGAINST);
	assert_int_equal(vote_missing(vote_of(&t)), 9996 - 5);
	driver_must_show(&t, "Call 05"); /* nobody is behind 9998: round again */
	driver_keys(&t, "/membre 77<Enter>o");
	assert_int_equal(vote_mark(vote_of(&t), 77), VALUE_FOR);
	driver_close(&t);
}

static void the_room_counts_them_too(void **state)
{
	struct driver t;
	struct room_view view;

	(void)state;
	begin(&t, LANG_EN, ITEM_1 "vote.unanimous\nvote.announce\n");
	view = room_view(driver_session(&t));
	assert_int_equal(view.scene, ROOM_RESULT);
	assert_int_equal(view.votes_for, 9996);
	assert_int_equal(view.in_office, 10000);
	driver_close(&t);
}

static void decisions_are_listed_in_the_order_of_their_numbers(void **state)
{
	const struct vote **list;
	struct driver t;
	size_t n;

	(void)state;
	many_open(&t, LANG_FR, 20, 6);
	driver_play(&t, "@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\n"
			"attendance.all\nquorum.record\n"
			"item.open item=5\nitem.present member=4\nvote.unanimous\nvote.announce\n"
			"vote.block item=4,2,3\nvote.announce\n"
			"item.open item=1\nitem.present member=4\n"
			"vote.open kind=hands\nvote.count against=15 abstain=0\nvote.close\n"
			"vote.announce\nitem.open item=6\nitem.present member=4\n"
			"vote.unanimous\n");
	list = session_decisions(driver_session(&t), &n, &t.arena);
	assert_int_equal(n, 5); /* item 1 was not adopted */
	assert_int_equal(session_decision_count(driver_session(&t)), 5);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(session_decision_number(driver_session(&t), list[i]), i + 1);
	assert_int_equal(list[0]->id.item, 5);
	assert_int_equal(list[1]->id.item, 4);
	assert_int_equal(list[3]->id.item, 3);
	assert_int_equal(list[4]->id.item, 6);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(decisions_are_listed_in_the_order_of_their_numbers),
	cmocka_unit_test(attendance_is_all_and_exceptions_of_five_digits),
	cmocka_unit_test(the_grid_shows_a_window_and_walks_to_the_last),
	cmocka_unit_test(a_named_vote_takes_exceptions_and_reads_them_back),
	cmocka_unit_test(too_many_exceptions_are_counted_not_read),
	cmocka_unit_test(a_roll_call_goes_on_and_takes_one_out_of_turn),
	cmocka_unit_test(the_room_counts_them_too),
};

TEST_MAIN(cases)
