/* What the keys of a vote mean before and after each other: numbers wait for a side, figures for a
 * yes, a block for what is open. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define NAMED_3 DRIVER_ITEM_3 "vote.open kind=named\nvote.all value=for\n"

/* "19n": the number was taken at its last digit, and the letter is for those that follow. */
static void a_letter_behind_a_number_says_that_it_does_not_change_it(void **state)
{
	static const char said[] = "ABSTAINS ○: for the numbers that follow; 07 Youssef Berrada";
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3);
	driver_keys(&t, "07a");
	driver_must_show(&t, said);
	driver_must_not_show(&t, "! ABSTAINS"); /* nothing is wrong */
	assert_int_equal(t.desk->line_tone, TONE_PLAIN);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_AGAINST);
	driver_keys(&t, "n99a"); /* nothing was recorded, the letter has nothing to spare */
	driver_must_show(&t, "ABSTAINS ○: for the numbers that follow.");
	driver_close(&t);
	driver_begin(&t, LANG_AR, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2=19ب");
	driver_must_show(
		&t, "بدون عذر ✗: للأرقام الموالية؛ وما سجل باسم 19 جواد المكناسي لا يتغير.");
	assert_int_equal(session_seat(driver_session(&t), 19)->presence, PRESENCE_EXCUSED);
	driver_close(&t);
}

/* Figures somebody counted do not go by the key that is pressed by habit. */
static void all_for_over_figures_that_are_noted_asks(void **state)
{
	static const char *const keys[] = {"=", " 1"};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		driver_at_item(&t, LANG_FR,
			DRIVER_ITEM_3 "vote.open kind=hands\nvote.count against=15 abstain=2\n");
		driver_keys(&t, keys[i]);
		driver_must_show(&t, "Noté jusqu’ici : 18 pour, 15 contre, 2 abstentions.");
		driver_keys(&t, "2<Enter>");
		assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 15);
		driver_keys(&t, keys[i]);
		driver_keys(&t, "1<Enter>");
		assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.votes_for, 35);
		driver_close(&t);
	}
	driver_at_item(&t, LANG_FR, DRIVER_ITEM_3 "vote.open kind=hands\n");
	driver_keys(&t, "="); /* nothing is lost */
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.votes_for, 35);
	driver_close(&t);
}

/* Before "=" or a letter no number may mean a vote: an against nobody said would stand there. */
static void before_a_side_is_said_a_number_is_no_vote(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;
		size_t acts;

		driver_at_item(&t, lang, DRIVER_ITEM_3 "vote.open kind=named\n");
		acts = driver_session(&t)->log.n;
		driver_keys(&t, "07");
		driver_golden(&t, "vote-side-first");
		assert_int_equal(driver_session(&t)->log.n, acts);
		assert_int_equal(t.desk->entry.digits, 0); /* nor is it the head of the next one */
		driver_keys(&t, "o07");
		assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_FOR);
		driver_keys(&t, "=08");
		assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 8), VALUE_AGAINST);
		driver_close(&t);
	}
}

static const struct election_round *elections(struct driver *t, enum lang lang)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, "item.add kind=election at=3 title_ar=انتخاب title_fr=Bureau\n" DRIVER_QUORUM
			       DRIVER_ITEM_3
		       "election.open post=treasurer candidates=7,12 confirm=other-post\n");
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>3");
	return election_round(session_open_election(driver_session(t)));
}

/* The same of an election by name: whoever opens it has chosen nobody. */
static void before_a_candidate_is_chosen_a_number_is_no_choice(void **state)
{
	static const enum lang langs[] = {LANG_AR, LANG_FR, LANG_EN};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		struct driver t;
		const struct election_round *r = elections(&t, langs[i]);
		size_t acts = driver_session(&t)->log.n;

		driver_keys(&t, "05");
		driver_golden(&t, "election-choice-first");
		driver_keys(&t, "=/debbagh<Enter>");
		assert_int_equal(driver_session(&t)->log.n, acts);
		assert_int_equal(t.desk->entry.digits, 0);
		driver_keys(&t, "o205");
		assert_int_equal(round_choice(r, 5), 2);
		driver_keys(&t, "a06=");
		assert_int_equal(round_choice(r, 6), CHOICE_BLANK);
		assert_int_equal(round_choice(r, 8), CHOICE_BLANK);
		driver_close(&t);
	}
}

/* "=" does nothing over half a number; and a letter behind a whole one says whom it is about. */
static void the_keys_of_an_election_say_what_they_are_about(void **state)
{
	struct driver t;
	const struct election_round *r = elections(&t, LANG_EN);

	(void)state;
	driver_keys(&t, "o10=");
	driver_must_show(&t, "! A number has begun with 0");
	driver_keys(&t, "5a");
	driver_must_show(&t, "[0] blank: for the numbers that follow; 05 Mohamed Debbagh");
	assert_int_equal(round_choice(r, 5), 1);
	driver_close(&t);
}

/* A reason that is typed is printed as it is, in minutes of two languages. */
static void a_reason_to_be_typed_says_in_which_language_the_minutes_are(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, NAMED_3 "vote.close\n");
	driver_keys(&t, "<F8>");
	driver_keys(&t, (const char[]){(char)('0' + t.desk->over.panel.choices_n), '\0'});
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PROMPT);
	driver_must_show(
		&t, "PV en arabe, traduit en français ; le motif y reste tel qu’il est tapé.");
	driver_close(&t);
}

/* After a power cut the candidate is the one that was chosen; a round that is opened again, or the
 * next one, begins without. */
static void the_candidate_that_was_chosen_lasts_for_its_round(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	(void)elections(&t, LANG_EN);
	driver_leave(&t);
	driver_killed(&t, "<F9>3o205");
	t.script.count += 1000; /* the killed one had numbered its acts from there */
	driver_keys(&t, "<F9>2<F9>306");
	assert_int_equal(
		round_choice(election_round(session_open_election(driver_session(&t))), 6), 2);
	driver_keys(&t, "=<Enter>"); /* counted, and opened again */
	assert_null(session_open_election(driver_session(&t)));
	driver_keys(&t, "<F8>1<Enter>");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "07");
	driver_must_show(&t, "! First the choice");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

/* A name is whom the letter behind it is about, as in a roll call. */
static void a_name_before_a_side_is_said_waits_for_the_letter(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=named\n");
	driver_keys(&t, "/berrada");
	driver_must_not_show(&t, "AGAINST");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "07 Youssef Berrada: for, against or abstaining?");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_NONE);
	driver_keys(&t, "a");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_ABSTAIN);
	driver_close(&t);
}

/* What "=" made of numbers goes back with it; and a letter lasts for its own vote alone. */
static void what_numbers_mean_ends_with_what_was_said(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=named\n");
	driver_keys(&t, "=<F8><Enter>07");
	driver_must_show(&t, "! First the vote");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_NONE);
	driver_keys(&t, "=a24<Enter>"); /* closed, and opened anew */
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_CLOSED);
	driver_keys(&t, "<F8>1<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_OPEN);
	driver_must_not_show(&t, "ABSTAINS ○");
	driver_keys(&t, "12");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_AGAINST);
	driver_keys(&t, "a<Enter><Enter><F9>14<Enter><Enter>v"); /* nor in the next one */
	driver_keys(&t, "<Enter>08");
	assert_int_equal(session_open_vote(driver_session(&t))->kind, VOTE_NAMED);
	driver_must_show(&t, "! First the vote");
	driver_close(&t);
}

static void a_block_is_listed_then_recorded(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, "");
	driver_keys(&t, "<F9>1 23 5-7<Enter>");
	driver_must_show(&t, "4 délibérations");
	assert_int_equal(driver_session(&t)->last_vote.item, 0);
	driver_keys(&t, "1<Enter>");
	assert_int_equal(session_decision_number(driver_session(&t), driver_vote_of(&t, 3, 1)), 1);
	assert_int_equal(session_decision_number(driver_session(&t), driver_vote_of(&t, 7, 1)), 4);
	assert_int_equal(session_item(driver_session(&t), 4)->votes.n, 0);
	driver_keys(&t, "<Enter>");
	assert_true(driver_vote_of(&t, 6, 1)->announced);
	driver_close(&t);
}

static void what_is_no_list_of_items_is_said(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, "");
	driver_keys(&t, "<F9>1 2abc<Enter>");
	driver_must_show(&t, "Tapez les numéros des points");
	driver_keys(&t, "<Esc> 23<Enter>"); /* before it is looked through, where it is mended */
	driver_must_show(&t, "Un bloc compte deux points ou plus");
	driver_keys(&t, " 99<Enter>");
	driver_must_show(&t, "99");
	driver_keys(&t, "<BS><BS>5<Enter>");
	driver_must_show(&t, "2 délibérations");
	assert_int_equal(driver_session(&t)->last_vote.item, 0);
	driver_close(&t);
}

/* While an item is open nobody types a block for nothing. */
static void a_block_says_what_is_open_before_its_numbers(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3);
	driver_keys(&t, "<F9>1 ");
	driver_must_show(&t, "Item 3 is still open");
	driver_keys(&t, "2");
	assert_int_not_equal(t.desk->over.kind, OVERLAY_PROMPT);
	driver_close(&t);
}

/* An item that is dealt with is not opened again: its row looks at it. */
static void the_row_that_opens_an_item_looks_at_one_that_is_over(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3 "vote.close\nvote.announce\nitem.close\n");
	driver_keys(&t, "<F9>13");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, " ");
	driver_must_show(&t, "look at the item");
	driver_keys(&t, "1");
	driver_must_show(&t, "only to look: nothing is recorded");
	driver_must_show(&t, "Item 3");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void the_side_that_was_on_is_on_after_a_kill(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3);
	driver_leave(&t);
	driver_killed(&t, "<F9>307a24");
	driver_must_show(&t, "ABSTAINS ○");
	t.script.count += 1000; /* the killed one had numbered its acts from there */
	driver_keys(&t, "12");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_AGAINST);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_ABSTAIN);
	/* Nor does another screen turn it. */
	driver_keys(&t, "<F9>2<F9>314");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 14), VALUE_ABSTAIN);
	driver_close(&t);
}

/* Unanimity is no key of an open vote: whoever presses it is told what is. */
static void a_letter_that_is_no_vote_says_what_to_type(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3);
	driver_keys(&t, "ج");
	driver_must_show(&t, "✗ “ج” is no vote: = all for · y for, n against, a abstains");
	driver_keys(&t, "07");
	driver_must_not_show(&t, "is no vote");
	driver_keys(&t, "j");
	driver_must_show(&t, "✗ “j” is no vote: = all for · y for, n against, a abstains");
	driver_close(&t);
}

/* The chair repeats a number, or the secretary types it twice: no vote turns round. */
static void a_number_repeated_changes_no_vote(void **state)
{
	static const char said[] =
		"✗ 07 Youssef Berrada: already “against”; a letter and the number change it.";
	struct driver t;
	size_t acts;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3);
	driver_keys(&t, "07");
	acts = driver_session(&t)->log.n;
	for (int again = 0; again < 2; again++) {
		driver_keys(&t, "07");
		driver_must_show(&t, said);
	}
	driver_keys(&t, "a24");
	acts++;
	driver_keys(&t, "24o08/berrada<Enter>n/berrada<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 2); /* Berrada for, and against again */
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_AGAINST);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 24), VALUE_ABSTAIN);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 8), VALUE_FOR);
	driver_close(&t);
}

static void a_number_repeated_changes_no_choice(void **state)
{
	const struct election *e;
	struct driver t;
	size_t acts;

	(void)state;
	(void)elections(&t, LANG_EN);
	driver_keys(&t, "o105");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "05");
	driver_must_show(&t, "07 Youssef Berrada; choose anew, then the");
	assert_int_equal(driver_session(&t)->log.n, acts);
	e = session_open_election(driver_session(&t));
	assert_int_equal(round_choice(election_round(e), 5), 1);
	driver_keys(&t, "a05");
	assert_int_equal(round_choice(election_round(e), 5), CHOICE_BLANK);
	driver_keys(&t, "05");
	driver_must_show(&t, "✗ 05 Mohamed Debbagh: already blank; choose anew");
	driver_close(&t);
}

/* Enter neither takes half a number nor does what it would do without one. */
static void half_a_number_stops_enter(void **state)
{
	static const struct {
		const char *screen, *prepared, *keys;
	} places[] = {
		{"a vote", NAMED_3, "0"},
		{"a vote, somebody", NAMED_3, "1"},
		{"attendance", "", "<F9>21"},
		{"speakers", NAMED_3, "<F9>41"},
		{"who left", DRIVER_ITEM_3, "s1"},
	};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		size_t acts;

		driver_at_item(&t, LANG_EN, places[i].prepared);
		acts = driver_session(&t)->log.n;
		driver_keys(&t, places[i].keys);
		driver_must_show(&t, "is not complete: end it, or take it back (⌫)");
		driver_keys(&t, "<Enter>");
		driver_must_show(&t, "! A number has begun with ");
		assert_int_equal(driver_session(&t)->log.n, acts);
		driver_keys(&t, "<BS>");
		driver_must_not_show(&t, "is not complete");
		driver_close(&t);
	}
}

/* 17 : 16 : 2 of 35: whoever reads the result sees that the base of the majority made it. */
static void a_result_says_where_its_base_decides(void **state)
{
	struct driver t;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		driver_at_item(&t, lang,
			DRIVER_ITEM_3
			"vote.open kind=hands\nvote.count for=17 against=16 abstain=2\n"
			"vote.close\n");
		driver_golden(&t, "result-base-decides");
		driver_close(&t);
	}
	driver_at_item(&t, LANG_EN,
		DRIVER_ITEM_3
		"vote.open kind=hands\nvote.count against=10 abstain=2\nvote.close\n");
	driver_must_not_show(&t, "other reading");
	driver_close(&t);
}

/* Nothing is asked, and no sentence given to the chair, of what will be refused. */
static void what_is_refused_for_sure_is_off_from_the_start(void **state)
{
	static const struct {
		const char *prepared, *keys, *why;
	} acts[] = {
		{"item.close\n", "<F9>13 5", "Item 3 is already dealt with."},
		{"item.close\n", "<F9>13 4", "Item 3 is already dealt with."},
		{"", "<F9>13 7", "Item 3 was already put to the vote or dealt with"},
	};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(acts); i++) {
		driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.unanimous\nvote.announce\n");
		driver_play(&t, acts[i].prepared);
		driver_keys(&t, acts[i].keys);
		driver_must_show(&t, acts[i].why);
		driver_must_show(&t, "What can be done:"); /* no question took its place */
		driver_must_not_show(&t, "The item is ");
		driver_close(&t);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(what_is_refused_for_sure_is_off_from_the_start),
	cmocka_unit_test(a_result_says_where_its_base_decides),
	cmocka_unit_test(a_number_repeated_changes_no_vote),
	cmocka_unit_test(a_number_repeated_changes_no_choice),
	cmocka_unit_test(half_a_number_stops_enter),
	cmocka_unit_test(a_letter_behind_a_number_says_that_it_does_not_change_it),
	cmocka_unit_test(all_for_over_figures_that_are_noted_asks),
	cmocka_unit_test(before_a_side_is_said_a_number_is_no_vote),
	cmocka_unit_test(before_a_candidate_is_chosen_a_number_is_no_choice),
	cmocka_unit_test(a_reason_to_be_typed_says_in_which_language_the_minutes_are),
	cmocka_unit_test(the_keys_of_an_election_say_what_they_are_about),
	cmocka_unit_test(the_candidate_that_was_chosen_lasts_for_its_round),
	cmocka_unit_test(a_name_before_a_side_is_said_waits_for_the_letter),
	cmocka_unit_test(what_numbers_mean_ends_with_what_was_said),
	cmocka_unit_test(a_block_is_listed_then_recorded),
	cmocka_unit_test(what_is_no_list_of_items_is_said),
	cmocka_unit_test(a_block_says_what_is_open_before_its_numbers),
	cmocka_unit_test(the_row_that_opens_an_item_looks_at_one_that_is_over),
	cmocka_unit_test(the_side_that_was_on_is_on_after_a_kill),
	cmocka_unit_test(a_letter_that_is_no_vote_says_what_to_type),
};

TEST_MAIN(cases)
