/* The quorum at the desk: what if these leave, the departure that breaks it, a vote that has lost
 * it. */
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/term.h"

#define BARELY                                                                                     \
	"sitting.open chair=1 secretary=4\n"                                                       \
	"attendance.present member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19\n"              \
	"attendance.absent member=20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36\n"            \
	"quorum.record\n"
#define NAMED_3 DRIVER_ITEM_3 "vote.open kind=named\n"

static void what_if_these_leave_is_answered_and_not_recorded(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;
		size_t acts;

		driver_begin_at(&t, lang, BARELY, "<F9>2 7");
		acts = driver_session(&t)->log.n;
		driver_keys(&t, "0708");
		driver_golden(&t, "presence-what-if");
		driver_keys(&t, "<Enter>");
		assert_int_equal(driver_session(&t)->log.n, acts);
		assert_int_equal(driver_presence(&t, 7), PRESENCE_HERE);
		driver_close(&t);
	}
}

static void what_if_is_one_key_from_every_screen(void **state)
{
	static const char *const keys[] = {"i0708", "ه0708", "0i708", "<Home><Down><Down>i08"};
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin_at(&t, LANG_EN, BARELY DRIVER_ITEM_3, "<F9>2");
	driver_must_show(&t, "i what if");
	acts = driver_session(&t)->log.n;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		driver_keys(&t, "<F9>2");
		driver_keys(&t, keys[i]);
		driver_must_show(&t, i < 3 ? "07 Youssef Berrada" : "03 Fatima-Zahra Bennis");
		driver_must_show(&t, "08 Omar Chraibi");
		driver_must_show(&t, "no quorum ✗");
		driver_keys(&t, i & 1 ? "<Esc>" : "<Enter>");
		assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
		assert_int_equal(t.desk->entry.digits, 0);
	}
	for (const char *screen = "1345678"; *screen; screen++) {
		char way[] = {'<', 'F', '9', '>', *screen, 'i', '0', '7', '\0'};

		driver_keys(&t, way);
		driver_must_show(&t, "07 Youssef Berrada");
		driver_keys(&t, "<Esc>i"); /* a question, not a draft */
		driver_must_not_show(&t, "07 Youssef Berrada");
		assert_false(t.desk->over.draft.begun);
		driver_keys(&t, "<Esc>");
	}
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void what_if_waits_for_a_sitting(void **state)
{
	static const char *const lines[] = {"",
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"sitting.close cause=left-open\n"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		struct driver t;

		driver_begin_at(&t, LANG_EN, lines[i], "<F9>2i");
		assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
		driver_must_show(&t, "No sitting is open: open it first.");
		driver_close(&t);
	}
}

static void the_departure_that_breaks_the_quorum_rings_and_asks(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;
		int bells;

		driver_begin_at(&t, lang, BARELY DRIVER_ITEM_3, "<F9>3");
		bells = term_memory_bells(t.term);
		driver_keys(&t, "s17");
		assert_int_equal(term_memory_bells(t.term), bells + 1);
		driver_golden(&t, "presence-quorum-lost");
		driver_keys(&t, "<Enter><Enter>"); /* what is first is not what is meant */
		assert_false(session_sitting(driver_session(&t))->quorum_waived);
		driver_keys(&t, "417"); /* back again */
		assert_true(session_has_quorum(driver_session(&t)));
		driver_keys(&t, "s175<Enter>"); /* and once more, by mistake */
		assert_true(session_has_quorum(driver_session(&t)));
		driver_keys(&t, "s171");
		assert_true(session_sitting(driver_session(&t))->quorum_waived);
		driver_close(&t);
	}
}

static void a_vote_is_not_closed_over_a_broken_quorum_before_the_assembly_was_asked(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin_at(&t, lang, BARELY NAMED_3, "<F9>3s17");
		driver_golden(&t, "presence-quorum-vote");
		driver_keys(&t, "<Esc>=<Enter>"); /* the step line keeps asking */
		assert_int_equal(driver_vote(&t)->state, VOTE_IS_OPEN);
		driver_keys(&t, "2<Esc>"); /* nothing is suspended over an open vote */
		assert_int_equal(driver_session(&t)->phase, PHASE_SITTING);
		driver_keys(&t, "<Enter>1");
		assert_true(session_sitting(driver_session(&t))->quorum_waived);
		assert_int_equal(driver_vote(&t)->state, VOTE_IS_OPEN);
		t.script.now.seconds += 60;
		driver_keys(&t, "<Enter>");
		assert_int_equal(driver_vote(&t)->state, VOTE_IS_CLOSED);
		driver_close(&t);
	}
}

static void a_vote_that_lost_its_quorum_can_be_voided_from_the_question(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, BARELY NAMED_3, "<F9>3s1761<Enter>");
	assert_int_equal(session_item(driver_session(&t), 3)->votes.at[0].state, VOTE_IS_VOID);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(what_if_these_leave_is_answered_and_not_recorded),
	cmocka_unit_test(what_if_is_one_key_from_every_screen),
	cmocka_unit_test(what_if_waits_for_a_sitting),
	cmocka_unit_test(the_departure_that_breaks_the_quorum_rings_and_asks),
	cmocka_unit_test(a_vote_is_not_closed_over_a_broken_quorum_before_the_assembly_was_asked),
	cmocka_unit_test(a_vote_that_lost_its_quorum_can_be_voided_from_the_question),
};

TEST_MAIN(cases)
