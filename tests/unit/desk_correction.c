/* The correction of a closed vote shows what it makes of it, before it is recorded: the figures,
 * what is needed on both bases and the result, before and after. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define OPENED DRIVER_QUORUM DRIVER_ITEM_3
/* 35 voters, 18 for: one of them less and it is not adopted. */
#define NARROW                                                                                     \
	OPENED                                                                                     \
	"vote.open kind=named\n"                                                                   \
	"vote.cast member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18 value=for\n"                \
	"vote.cast member=36 value=abstain\nvote.all value=against\nvote.close\n"

static void at_vote(struct driver *t, enum lang lang, const char *lines, int rows, int cols)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, lines);
	driver_desk(t, rows, cols);
	driver_keys(t, "<F9>3");
}

static void before_and_after_stand_beside_each_other_in_each_language_and_size(void **state)
{
	struct driver t;

	(void)state;
	for (int i = 0; i < DRIVER_LOOKS; i++) {
		struct driver_look look = driver_look(i);

		at_vote(&t, look.lang, NARROW, look.rows, look.cols);
		driver_keys(&t, " 3123");
		driver_golden(&t, "vote-correction");
		assert_int_equal(driver_vote(&t)->mends.n, 0);
		driver_keys(&t, "2<Enter>"); /* 17 of 35: the word is asked for */
		driver_golden(&t, "vote-correction-word");
		assert_int_equal(driver_vote(&t)->mends.n, 0);
		driver_close(&t);
	}
}

/* The result that may be another in a moment does not stand beside what is made of it. */
static void the_old_result_is_not_seen_under_a_correction(void **state)
{
	struct driver t;

	(void)state;
	at_vote(&t, LANG_EN, NARROW, 45, 160);
	driver_must_show(&t, "The minutes will say:");
	driver_keys(&t, " 3123");
	driver_must_show(&t, "needed of the votes cast");
	driver_must_not_show(&t, "The minutes will say:");
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "The minutes will say:");
	driver_close(&t);
	at_vote(&t, LANG_EN,
		OPENED "vote.open kind=hands\nvote.count for=20 against=15 abstain=0\nvote.close\n",
		24, 80);
	driver_must_show(&t, "A mistake? Space 3 corrects the figures");
	driver_keys(&t, " 3");
	driver_must_show(&t, "Correct the figures");
	driver_must_not_show(&t, "A mistake?");
	driver_close(&t);
}

static void a_tie_says_what_comes_before_and_after_its_figures_are_recorded(void **state)
{
	struct driver t;

	(void)state;
	at_vote(&t, LANG_EN, OPENED "attendance.present member=19\nvote.open kind=hands\n", 24, 80);
	driver_keys(&t, "a0n18");
	driver_must_show(&t, "Once the figures are recorded");
	driver_keys(&t, "<Enter><Enter>");
	driver_must_show(&t, "How did the chair vote?");
	driver_keys(&t, "<Esc>"); /* the figures, which are recorded */
	driver_must_show(&t, "a tie. Enter asks for the side");
	driver_must_not_show(&t, "Once the figures are recorded");
	driver_must_not_show(&t, "only in a tie");
	driver_close(&t);
}

static void a_reason_that_is_typed_does_not_cover_what_it_is_about(void **state)
{
	struct driver t;

	(void)state;
	at_vote(&t, LANG_EN, NARROW, 24, 80);
	driver_keys(&t, " 3123");
	driver_must_show(&t, "needed of the votes cast");
	driver_keys(&t, "5<Enter>");
	if (t.desk->over.kind != OVERLAY_PROMPT)
		driver_keys(&t, "4<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PROMPT);
	driver_must_show(&t, "needed of the votes cast");
	driver_close(&t);
}

static void a_vote_noted_so_already_is_refused_before_a_reason_is_asked_for(void **state)
{
	struct driver t;

	(void)state;
	at_vote(&t, LANG_EN, NARROW, 24, 80);
	driver_keys(&t, " 3121");
	driver_must_show(&t, "is already noted so");
	driver_must_not_show(&t, "slip of the hand");
	assert_int_equal(driver_vote(&t)->mends.n, 0);
	driver_keys(&t, "3"); /* the question stands: the right side can be given at once */
	driver_must_show(&t, "needed of the votes cast");
	driver_close(&t);
}

static void figures_typed_anew_show_their_result_before_they_are_recorded(void **state)
{
	struct driver t;

	(void)state;
	at_vote(&t, LANG_EN,
		OPENED "vote.open kind=hands\nvote.count against=16 for=19\nvote.close\n", 24, 80);
	driver_keys(&t, " 3");
	driver_must_show(&t, "needed of the voters");
	driver_must_not_show(&t, "not adopted");
	driver_keys(&t, "16<Tab>");
	driver_must_show(&t, "–"); /* 32 of 35: there is no result of that */
	driver_keys(&t, "19");
	driver_golden(&t, "vote-correction-figures");
	driver_must_show(&t, "not adopted");
	assert_int_equal(driver_vote(&t)->mends.n, 0);
	driver_close(&t);
}

/* The chair's side settles it, and yet the figure does not reach what is needed. */
static void a_tie_that_is_adopted_does_not_reach_what_is_needed(void **state)
{
	static const struct {
		enum lang lang;
		const char *needed, *result;
	} cases_of[] = {{LANG_EN, "18 of 35 ✗", "adopted (tie-break)"},
		{LANG_FR, "18 sur 35 ✗", "adopté (prépondérance)"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases_of); i++) {
		struct driver t;

		at_vote(&t, cases_of[i].lang,
			OPENED "vote.open kind=hands\nvote.count against=16 for=16 abstain=3\n"
			       "vote.side value=for\nvote.close\n",
			24, 80);
		assert_int_equal(driver_vote(&t)->outcome, OUTCOME_ADOPTED_SIDE);
		driver_keys(&t, " 3");
		driver_must_show(&t, cases_of[i].needed);
		driver_must_show(&t, cases_of[i].result);
		driver_must_not_show(&t, "18 of 35 ✓");
		driver_must_not_show(&t, "18 sur 35 ✓");
		driver_close(&t);
	}
}

/* Of a secret ballot, too: its result does not turn on F4 alone. */
static void papers_that_turn_the_result_ask_for_the_word(void **state)
{
	struct driver t;

	(void)state;
	at_vote(&t, LANG_EN,
		OPENED "vote.open kind=secret reason=loi confirm=public-rule\n"
		       "vote.ballots issued=35 found=35 for=19 against=16 blank=0 void=0\n"
		       "vote.close\n",
		24, 80);
	driver_keys(&t, " 3<Tab><Tab><C-a>16<Tab><C-a>19<Tab><Tab><Tab><Tab>relu<F4>");
	assert_int_equal(driver_vote(&t)->mends.n, 0);
	driver_must_show(&t, "Type REJECTED");
	driver_keys(&t, "rejected<Enter>");
	assert_int_equal(driver_vote(&t)->mends.n, 1);
	assert_int_equal(driver_vote(&t)->outcome, OUTCOME_REJECTED);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(before_and_after_stand_beside_each_other_in_each_language_and_size),
	cmocka_unit_test(the_old_result_is_not_seen_under_a_correction),
	cmocka_unit_test(a_tie_says_what_comes_before_and_after_its_figures_are_recorded),
	cmocka_unit_test(a_reason_that_is_typed_does_not_cover_what_it_is_about),
	cmocka_unit_test(a_vote_noted_so_already_is_refused_before_a_reason_is_asked_for),
	cmocka_unit_test(figures_typed_anew_show_their_result_before_they_are_recorded),
	cmocka_unit_test(a_tie_that_is_adopted_does_not_reach_what_is_needed),
	cmocka_unit_test(papers_that_turn_the_result_ask_for_the_word),
};

TEST_MAIN(cases)
