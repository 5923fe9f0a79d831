/* A member's number on a line of its own: its last digit ends it, as in the grids. */
#include "tests/desk_driver.h"
#include "tests/test.h"

static void open_sitting(struct driver *t, enum lang lang, const char *more)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, DRIVER_QUORUM);
	driver_play(t, more);
	driver_desk(t, 24, 80);
}

static void an_arrival_is_three_keys(void **state)
{
	struct driver t;

	(void)state;
	open_sitting(&t, LANG_FR, "");
	driver_keys(&t, "p1");
	assert_int_equal(driver_presence(&t, 19), PRESENCE_ABSENT);
	driver_keys(&t, "9");
	assert_int_equal(driver_presence(&t, 19), PRESENCE_HERE);
	driver_must_show(&t, "19 Jaouad Meknassi : arrivée");
	driver_close(&t);
}

static void a_departure_is_three_keys_in_arabic_digits(void **state)
{
	struct driver t;

	(void)state;
	open_sitting(&t, LANG_AR, "");
	driver_keys(&t, "س١٧");
	assert_int_equal(driver_presence(&t, 17), PRESENCE_LEFT);
	driver_close(&t);
}

static void what_is_no_number_waits_for_enter_and_is_refused(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	open_sitting(&t, LANG_FR, "");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "sab");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "Tapez le numéro du membre.");
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void a_correction_asks_for_the_side_after_the_last_digit(void **state)
{
	const struct vote *vote;
	struct driver t;

	(void)state;
	open_sitting(&t, LANG_FR,
		"item.open item=3\nitem.present item=3 member=4\nvote.open item=3 kind=named\n"
		"vote.all value=for\nvote.cast member=12 value=against\nvote.close\n");
	driver_keys(&t, " 31");
	driver_must_not_show(&t, "12 Meryem Idrissi : contre");
	driver_keys(&t, "2");
	driver_must_show(&t, "12 Meryem Idrissi");
	driver_keys(&t, "12<Enter>");
	vote = session_vote(driver_session(&t), driver_session(&t)->last_vote);
	assert_int_equal(vote_mark(vote, 12), VALUE_FOR);
	driver_close(&t);
}

/* 35 voters: 17 for, 17 against, and the one who abstains is counted last. */
static void a_tie_waits_until_everybody_is_counted(void **state)
{
	const struct vote *vote;
	struct driver t;

	(void)state;
	open_sitting(&t, LANG_AR, "item.open item=3\nitem.present\nvote.open item=3 kind=hands\n");
	driver_keys(&t, "<F9>3ن17ل17م");
	driver_must_not_show(&t, "كيف صوت الرئيس؟");
	driver_keys(&t, "1<Enter>");
	driver_must_show(&t, "كيف صوت الرئيس؟");
	driver_keys(&t, "ن");
	vote = session_vote(driver_session(&t), driver_session(&t)->last_vote);
	assert_int_equal(vote->state, VOTE_IS_CLOSED);
	assert_int_equal(vote->ballots.abstain, 1);
	assert_int_equal(vote->outcome, OUTCOME_ADOPTED_SIDE);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(an_arrival_is_three_keys),
	cmocka_unit_test(a_departure_is_three_keys_in_arabic_digits),
	cmocka_unit_test(what_is_no_number_waits_for_enter_and_is_refused),
	cmocka_unit_test(a_correction_asks_for_the_side_after_the_last_digit),
	cmocka_unit_test(a_tie_waits_until_everybody_is_counted),
};

TEST_MAIN(cases)
