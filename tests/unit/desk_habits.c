/* What people who had never seen the desk stumbled over. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define OPENED                                                                                     \
	"sitting.open chair=1 secretary=4\nattendance.all\n"                                       \
	"attendance.absent member=19 excused=no\nquorum.record\n"
#define ITEM_3 OPENED "item.open item=3\nitem.present member=4\n"

static void leaving_the_text_opened_on_the_floor_goes_back_to_the_floor(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3);
	driver_keys(&t, "<F9>4<F4>note<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_FLOOR);
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "note");
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_close(&t);
}

static void a_form_begins_where_words_are_typed(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>2 2");
	driver_must_show(&t, "A guest or an official");
	driver_keys(&t, "مدير");
	driver_must_show(&t, "مدير");
	driver_must_not_show(&t, "←→ or a digit chooses here");
	driver_close(&t);
}

static void a_refusal_is_gone_with_the_next_good_key(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>1k");
	driver_must_show(&t, "✗ “k” does nothing here; Space shows what can be done.");
	driver_keys(&t, "<Down>");
	driver_must_not_show(&t, "✗ “k” does nothing here; Space shows what can be done.");
	/* What was recorded stays. */
	driver_keys(&t, "<F9>2s07");
	driver_must_show(&t, "07");
	assert_int_equal(t.desk->line_tone, TONE_GOOD);
	driver_keys(&t, "<Down><Up>");
	assert_int_equal(t.desk->line_tone, TONE_GOOD);
	driver_close(&t);
}

static const struct vote *open_vote(const struct driver *t)
{
	return session_open_vote(driver_session(t));
}

static const char begun[] = "! A number has begun with 1: end it or take it back (⌫) first.";

static void half_a_number_is_not_dropped_by_a_letter(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=roll-call\n");
	driver_keys(&t, "<F9>31n");
	driver_must_show(&t, begun);
	assert_int_equal(vote_missing(open_vote(&t)), (int64_t)open_vote(&t)->voters.n);
	driver_keys(&t, "2n");
	assert_int_equal(vote_mark(open_vote(&t), 12), VALUE_AGAINST);
	driver_close(&t);
}

/* A stray digit before "all for" would become the head of each number that follows. */
static void half_a_number_does_not_outlive_everyone_for(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=named\n");
	driver_keys(&t, "<F9>3n1=");
	driver_must_show(&t, begun);
	assert_int_equal(vote_missing(open_vote(&t)), (int64_t)open_vote(&t)->voters.n);
	driver_keys(&t, "<BS>=07");
	assert_int_equal(vote_missing(open_vote(&t)), 0);
	assert_int_equal(vote_mark(open_vote(&t), 7), VALUE_AGAINST);
	assert_int_equal(vote_ballots(open_vote(&t)).against, 1);
	driver_close(&t);
}

static void in_a_roll_call_everyone_for_asks_first(void **state)
{
	struct driver t;
	size_t missing;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=roll-call\n");
	driver_keys(&t, "<F9>3nn");
	missing = (size_t)vote_missing(open_vote(&t));
	driver_keys(&t, "=");
	driver_must_show(&t, "33 members have not been called.");
	driver_keys(&t, "<Enter><Esc>"); /* Enter alone is no answer */
	assert_int_equal(vote_missing(open_vote(&t)), missing);
	driver_keys(&t, "=1<Enter>");
	assert_int_equal(vote_missing(open_vote(&t)), 0);
	assert_int_equal(vote_ballots(open_vote(&t)).against, 2);
	driver_close(&t);
}

static void missing_papers_are_asked_about(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		ITEM_3 "vote.open kind=secret reason=\"demande\" confirm=public-rule\n");
	driver_keys(&t, "<F9>3<Enter><Tab>33<Tab>20<Tab>10<Tab>3<Tab>0<F4>");
	driver_must_show(&t, "2 papers are missing: 35 issued, 33 found.");
	assert_false(open_vote(&t)->counted);
	driver_keys(&t, "<Esc>"); /* the figures are back */
	driver_must_show(&t, "Papers of the secret ballot");
	driver_must_show(&t, "33");
	assert_false(open_vote(&t)->counted);
	driver_keys(&t, "<F4>1");
	assert_false(open_vote(&t)->counted);
	driver_keys(&t, "<Enter>");
	assert_true(open_vote(&t)->counted);
	assert_int_equal(open_vote(&t)->papers.found, 33);
	driver_close(&t);
}

static void the_kind_of_a_waiting_item_stands_beside_it(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		OPENED "item.add kind=agreement title_fr=\"Question urgente\" text_fr=Texte\n");
	driver_keys(&t, "<F9>1<End>");
	driver_must_show(&t, "Question urgente");
	driver_must_show(&t, item_kind_names[ITEM_AGREEMENT].label);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(leaving_the_text_opened_on_the_floor_goes_back_to_the_floor),
	cmocka_unit_test(a_form_begins_where_words_are_typed),
	cmocka_unit_test(a_refusal_is_gone_with_the_next_good_key),
	cmocka_unit_test(half_a_number_is_not_dropped_by_a_letter),
	cmocka_unit_test(half_a_number_does_not_outlive_everyone_for),
	cmocka_unit_test(in_a_roll_call_everyone_for_asks_first),
	cmocka_unit_test(missing_papers_are_asked_about),
	cmocka_unit_test(the_kind_of_a_waiting_item_stands_beside_it),
};

TEST_MAIN(cases)
