/* Telling the room at the desk: the correction of an earlier item is the step from where it was
 * made, and a result that was announced is not voided in passing. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define VOTED_3 DRIVER_QUORUM DRIVER_ITEM_3 "vote.open kind=named\nvote.all value=for\nvote.close\n"
#define TOLD_3  VOTED_3 "vote.announce\n"

static void a_correction_is_announced_from_the_agenda_where_it_was_made(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, TOLD_3 "item.open item=4\n", "<F9>13");
	driver_must_show(&t, "ROOM ▶ item 4");
	driver_must_show(&t, "Look at item 3: ");
	driver_keys(&t, " 312<Enter>2<Enter>1<Enter>");
	if (driver_vote_of(&t, 3, 1)->mends.n != 1)
		driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 1);
	driver_must_not_show(&t, "Look at item 3: ");
	driver_must_show(&t, "Announce the correction on item 3 and show it to the room");
	driver_must_show(&t, "Item 3. The secretary corrects the vote of");
	driver_must_show(&t, "ROOM ▶ item 4");
	driver_keys(&t, "<Enter>");
	assert_true(driver_vote_of(&t, 3, 1)->announced);
	/* The screen of the item would show another one. */
	assert_int_equal(t.desk->screen, SCREEN_AGENDA);
	driver_must_show(&t, "ROOM ▶ item 3");
	driver_must_show(&t, "Look at item 3: ");
	driver_play(&t, "item.present\n");
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "ROOM ▶ item 4");
	driver_close(&t);
}

/* Where the bar was moved on, what is under it is meant. */
static void another_item_is_still_looked_at(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN,
		TOLD_3 "item.postpone item=2 reason=x\nitem.open item=4\n"
		       "vote.correct vote=3/1 member=12 value=against reason=x\n",
		"<F9>12");
	driver_must_show(&t, "Look at item 2: ");
	driver_close(&t);
}

static void a_result_that_was_announced_is_voided_by_a_typed_word(void **state)
{
	static const struct {
		enum lang lang;
		const char *asked, *again, *wrong, *word, *said;
	} cases_of[] = {
		{LANG_EN, "Type VOID:", "Type the word VOID", "adopted", "void",
			"is declared void"},
		{LANG_FR, "Tapez NUL", "Tapez le mot NUL", "adopté", "nul", "est déclaré nul"},
		{LANG_AR, "اكتب «ملغى»", "اكتب كلمة «ملغى»", "مصادق", "ملغى", "أعلن إلغاء التصويت"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases_of); i++) {
		struct driver t;

		driver_begin_at(&t, cases_of[i].lang, TOLD_3, "<F9>3 41<Enter>");
		driver_must_show(&t, cases_of[i].asked);
		assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_CLOSED);
		driver_keys(&t, cases_of[i].wrong);
		driver_keys(&t, "<Enter>");
		driver_must_show(&t, cases_of[i].again);
		driver_keys(&t, "<Esc>");
		assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_CLOSED);
		driver_keys(&t, " 41<Enter>");
		driver_keys(&t, cases_of[i].word);
		driver_keys(&t, "<Enter>");
		assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_VOID);
		assert_true(driver_vote_of(&t, 3, 1)->void_reason.n > 0);
		driver_must_show(&t, cases_of[i].said);
		driver_close(&t);
	}
}

static void a_result_nobody_was_told_is_voided_with_a_reason(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, VOTED_3, "<F9>3 41<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_VOID);
	driver_close(&t);
}

static void an_election_that_was_announced_is_voided_by_the_same_word(void **state)
{
	struct driver t;
	const struct election *e;

	(void)state;
	driver_begin_at(&t, LANG_EN,
		"item.add kind=election at=1 title_fr=Bureau title_ar=المكتب\n"
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\nitem.open "
		"item=1\n"
		"item.present\nelection.open post=president candidates=7,12\n"
		"election.mark member=1,2,3 choice=2\nelection.mark choice=1\nelection.count\n"
		"election.announce\n",
		"<F9>3 61<Enter>");
	e = &session_item(driver_session(&t), driver_session(&t)->open_item)->elections.at[0];
	driver_must_show(&t, "Type VOID:");
	assert_int_equal(e->state, ELECTION_IS_OVER);
	driver_keys(&t, "void<Enter>");
	e = &session_item(driver_session(&t), driver_session(&t)->open_item)->elections.at[0];
	assert_int_equal(e->state, ELECTION_IS_VOID);
	driver_must_show(&t, "The election is declared void; it will be held again.");
	driver_close(&t);
}

/* Nobody votes again on an item that another election has decided. */
static void an_election_that_does_not_come_again_is_not_promised(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN,
		"item.add kind=election at=1 title_fr=Bureau title_ar=المكتب\n"
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=1\nitem.present\n"
		"election.open post=president candidates=7,12\nelection.mark choice=1\n"
		"election.count\nelection.announce\n"
		"election.open post=rapporteur candidates=4,9\nelection.mark choice=1\n"
		"election.count\nelection.announce\nitem.open item=2\n"
		"election.void election=1/1 reason=erreur\n",
		"<F9>3");
	driver_must_show(&t, "The election is declared void.");
	driver_must_not_show(&t, "will be held again");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_correction_is_announced_from_the_agenda_where_it_was_made),
	cmocka_unit_test(another_item_is_still_looked_at),
	cmocka_unit_test(a_result_that_was_announced_is_voided_by_a_typed_word),
	cmocka_unit_test(a_result_nobody_was_told_is_voided_with_a_reason),
	cmocka_unit_test(an_election_that_was_announced_is_voided_by_the_same_word),
	cmocka_unit_test(an_election_that_does_not_come_again_is_not_promised),
};

TEST_MAIN(cases)
