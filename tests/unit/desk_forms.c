/* Forms and figures at the desk as a newcomer meets them: where a form begins, what is proposed, a
 * count of hands that ends in a tie. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define EVERYBODY "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
#define PUT       EVERYBODY "item.open item=3\nitem.present item=3 member=4\n"
#define HANDS     PUT "vote.open kind=hands\n"
#define SECRET    PUT "vote.open kind=secret reason=\"sur une personne\" confirm=public-rule\n"

static const enum lang all_langs[] = {LANG_AR, LANG_FR, LANG_EN};

/* --- the opening --- */

static void a_sitting_is_not_opened_at_a_time_to_come(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	t.script.now = instant_at((struct date){2024, 12, 30}, 10 * 3600, 60);
	driver_keys(&t, "<F9>1<Enter><C-a>2359<F4>");
	driver_must_show(&t, "This time is still to come.");
	assert_null(session_sitting(driver_session(&t)));
	driver_keys(&t, "<C-a>0955<F4>");
	assert_non_null(session_sitting(driver_session(&t)));
	driver_close(&t);
}

/* All of it stands there, so Enter opens the sitting: what was passed over is ticked off. */
static void what_a_form_passes_over_is_ticked_off(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>1<Enter>");
	driver_must_show(&t, "chair: member no.     ✓ 1");
	driver_must_show(&t, "✓ stands there already, ↑ goes to it");
	driver_keys(&t, "<Up><Up><Up>");
	driver_must_show(&t, "chair: member no.     ▸ 1");
	driver_close(&t);
}

/* --- titles in two languages --- */

static void a_title_missing_in_one_language_is_said_while_it_can_be_added(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>1 81<Down>Les comptes<F4>");
	assert_int_equal(driver_session(&t)->agenda.n, 11);
	driver_must_show(&t, "! Item 11 has no Arabic title; Space 7 on the agenda adds it.");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "! Item 11 has no Arabic title; Space 7 on the agenda adds it.");
	driver_keys(&t, "<Esc>11 7<Down>!<F4>");
	driver_must_show(&t, "! Item 11 has no Arabic title; Space 7 on the agenda adds it.");
	driver_keys(&t, " 7الحسابات<F4>");
	driver_must_not_show(&t, "has no Arabic title");
	driver_keys(&t, "<Enter>");
	driver_must_not_show(&t, "has no Arabic title");
	driver_close(&t);
}

/* --- the secret ballot --- */

static void a_secret_ballot_looks_like_no_form_until_there_is_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(all_langs); i++) {
		struct driver t;

		driver_begin(&t, all_langs[i], SECRET);
		driver_keys(&t, "<F9>3");
		driver_golden(&t, "ballot-going-on");
		driver_close(&t);
	}
}

static void figures_typed_from_the_first_row_on_stand_in_their_rows(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, SECRET);
	driver_keys(&t, "<F9>3<Enter>");
	driver_must_show(&t, "typing replaces it");
	driver_keys(&t, "35<Enter>35<Enter>20<Enter>10<Enter>3<Enter>2<F4>");
	assert_true(driver_vote(&t)->counted);
	assert_int_equal(driver_vote(&t)->papers.issued, 35);
	assert_int_equal(driver_vote(&t)->ballots.votes_for, 20);
	assert_int_equal(driver_vote(&t)->papers.spoiled, 2);
	driver_close(&t);
}

static void the_first_digit_opens_the_form_of_the_papers(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, SECRET);
	driver_keys(&t, "<F9>334<Enter>34<Enter>20<Enter>10<Enter>4<Enter>0<F4>");
	assert_int_equal(driver_vote(&t)->papers.issued, 34);
	assert_int_equal(driver_vote(&t)->papers.found, 34);
	assert_int_equal(driver_vote(&t)->papers.blank, 4);
	driver_close(&t);
}

static void of_a_secret_ballot_figures_are_corrected_not_a_vote(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		SECRET "vote.ballots found=36 for=20 against=16 blank=0 void=0\nvote.close\n");
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "A mistake? Space 3 corrects the figures, before or after the "
			     "announcement.");
	driver_keys(&t, " ");
	driver_must_show(&t, "correct the figures…");
	driver_close(&t);
}

/* --- the show of hands --- */

static void panel_chair_and_step_all_say_that_it_is_a_tie(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(all_langs); i++) {
		struct driver t;

		driver_begin(&t, all_langs[i], HANDS);
		driver_keys(&t, "<F9>3n17a2");
		driver_golden(&t, "hands-tie-typed");
		driver_keys(&t, "<Enter>");
		driver_golden(&t, "hands-tie-asked");
		driver_keys(&t, "o");
		assert_int_equal(driver_vote(&t)->state, VOTE_IS_CLOSED);
		assert_int_equal(driver_vote(&t)->side, VALUE_FOR);
		driver_close(&t);
	}
}

static void a_side_nobody_took_is_off_in_a_tie(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(all_langs); i++) {
		struct driver t;

		driver_begin(&t, all_langs[i], HANDS);
		driver_keys(&t, "<F9>3n18<Enter><Enter>a");
		driver_golden(&t, "hands-tie-no-abstention");
		assert_int_equal(driver_vote(&t)->state, VOTE_IS_OPEN);
		assert_int_equal(driver_vote(&t)->side, VALUE_NONE);
		driver_keys(&t, "n");
		assert_int_equal(driver_vote(&t)->side, VALUE_AGAINST);
		driver_close(&t);
	}
}

static void half_against_is_no_tie_while_abstentions_may_come(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, HANDS);
	driver_keys(&t, "<F9>3n18a2<Enter>");
	assert_int_equal(driver_vote(&t)->ballots.against, 18);
	assert_int_equal(driver_vote(&t)->ballots.abstain, 2);
	assert_int_equal(driver_vote(&t)->side, VALUE_NONE);
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote(&t)->outcome, OUTCOME_REJECTED);
	driver_close(&t);
	/* The same with Enter between the two figures: the digits are the other one. */
	driver_begin(&t, LANG_EN, HANDS);
	driver_keys(&t, "<F9>3n18<Enter>");
	driver_must_show(
		&t, "! Recorded: a tie so far. Now abstentions, or Enter: the chair's side.");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(driver_vote(&t)->ballots.abstain, 2);
	assert_int_equal(driver_vote(&t)->state, VOTE_IS_CLOSED);
	driver_close(&t);
	driver_begin(&t, LANG_EN, HANDS);
	driver_keys(&t, "<F9>3n18<Enter><Enter>");
	driver_must_show(&t, "How did the chair vote?");
	driver_keys(&t, "n");
	assert_int_equal(driver_vote(&t)->side, VALUE_AGAINST);
	driver_close(&t);
}

static void one_figure_and_enter_records_as_the_step_says(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, HANDS);
	driver_keys(&t, "<F9>3n3");
	driver_must_show(&t, "Record 33 for, 3 against, none abstaining; then the other figure");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote(&t)->state, VOTE_IS_OPEN);
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote(&t)->state, VOTE_IS_CLOSED);
	driver_close(&t);
}

static void figures_that_are_too_many_stay_until_they_are_corrected(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, HANDS);
	driver_keys(&t, "<F9>3n20a18");
	driver_must_show(&t, "38 against or abstaining, voters 36: too many");
	driver_must_show(&t, "Correct the figures: they are more than the voters");
	driver_must_show(&t, "One moment, please; the hands are being counted.");
	for (int i = 0; i < 2; i++) { /* a second Enter closes nothing either */
		driver_keys(&t, "<Enter>");
		assert_int_equal(t.desk->line_tone, TONE_BAD);
		assert_int_equal(driver_vote(&t)->state, VOTE_IS_OPEN);
		assert_int_equal(driver_vote(&t)->ballots.abstain, 0);
		driver_must_show(&t, "38 against or abstaining, voters 36: too many");
	}
	driver_keys(&t, "<BS><BS>3");
	driver_must_show(&t, "Close: 13 for, 20 against, 3 abstain");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote(&t)->state, VOTE_IS_CLOSED);
	assert_int_equal(driver_vote(&t)->ballots.votes_for, 13);
	assert_int_equal(driver_vote(&t)->ballots.abstain, 3);
	driver_close(&t);
}

/* FROM is recorded; then 18 to 18 is typed as what was meant, without a side of the chair. */
static void correct_to_a_tie(const char *from)
{
	struct driver t;

	driver_begin(&t, LANG_EN, HANDS);
	driver_play(&t, from);
	driver_play(&t, "vote.close\n");
	driver_keys(&t, "<F9>3 3<C-a>18<Tab><C-a>18<Tab><C-a>0<Tab><Tab>counted again<F4>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	assert_int_equal(t.desk->over.form.focus, 3); /* the side is what is missing */
	driver_must_show(&t, "give the side");
	assert_int_not_equal(driver_vote(&t)->ballots.votes_for, 18);
	assert_int_equal(driver_vote(&t)->state, VOTE_IS_CLOSED); /* and nothing was announced */
	driver_close(&t);
}

static void a_correction_that_is_a_tie_asks_for_the_side_in_its_form(void **state)
{
	(void)state;
	correct_to_a_tie("vote.count against=19 for=17\n");
	correct_to_a_tie("vote.count against=17 for=19\n"); /* it would turn the result, too */
}

/* --- what a form does after its act --- */

#define BUDGET EVERYBODY "item.open item=10\nitem.present item=10 member=5\n"
#define PARTY  "agreement.party item=3 name_ar=\"ا\" name_fr=\"Région\" role=funder amount=6000000\n"

static bool remarks_on_the_title(struct driver *t)
{
	return driver_shows(t, "has no Arabic title");
}

static bool shows_the_parties(struct driver *t)
{
	return t->desk->over.kind == OVERLAY_PANEL && driver_shows(t, "Ville de Fès");
}

static bool shows_the_item(struct driver *t)
{
	return t->desk->over.kind == OVERLAY_NONE && t->desk->screen == SCREEN_ITEM;
}

static bool shows_the_budget(struct driver *t)
{
	return t->desk->over.kind == OVERLAY_NONE && t->desk->screen == SCREEN_BUDGET;
}

/* Forms that go on after their act. LINES before it, KEYS up to submitting it. */
static const struct going_on {
	const char *lines, *keys;
	bool (*there)(struct driver *t);
} going_on[] = {
	{PUT, "<F9>3 83Urgent", remarks_on_the_title},
	{PUT PARTY, "<F9>6<F3>Protocole<Enter> 49<Tab>Ville de Fès<Tab>5<Tab><Tab><Tab>500 000",
		shows_the_parties},
	{PUT PARTY, "<F9>6<F3>Protocole<Enter> 6<Tab>5<Tab>100", shows_the_item},
	{BUDGET, "<F9>5<Down><Down> 605100000<Tab><Right>", shows_the_budget},
};

static void driver_at(struct driver *t, const struct going_on *it)
{
	driver_begin(t, LANG_EN, it->lines);
	driver_keys(t, it->keys);
	assert_int_equal(t->desk->over.kind, OVERLAY_FORM);
}

/* The act is asked about, for the clock has gone back; yes does all that is done unasked. */
static void a_form_goes_on_after_a_question_as_without_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(going_on); i++) {
		struct driver t;
		size_t n;

		driver_at(&t, &going_on[i]);
		n = driver_session(&t)->log.n;
		driver_keys(&t, "<F4>");
		assert_true(driver_session(&t)->log.n > n);
		assert_true(going_on[i].there(&t));
		driver_close(&t);

		driver_at(&t, &going_on[i]);
		n = driver_session(&t)->log.n;
		t.script.now.seconds -= 1800;
		driver_keys(&t, "<F4>");
		driver_must_show(&t, "Record it at the earlier time?");
		assert_int_equal(driver_session(&t)->log.n, n);
		driver_keys(&t, "1<Enter>");
		assert_true(driver_session(&t)->log.n > n);
		assert_true(going_on[i].there(&t));
		driver_close(&t);
	}
}

/* After a no the form is there as it was typed, and the next time it asks again. */
static void a_form_answered_with_no_asks_again(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(going_on); i++) {
		struct driver t;
		size_t n;

		driver_at(&t, &going_on[i]);
		n = driver_session(&t)->log.n;
		t.script.now.seconds -= 1800;
		driver_keys(&t, "<F4>2<Enter>");
		assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
		driver_keys(&t, "<F4>");
		driver_must_show(&t, "Record it at the earlier time?");
		assert_int_equal(driver_session(&t)->log.n, n);
		driver_keys(&t, "1<Enter>");
		assert_true(going_on[i].there(&t));
		driver_close(&t);
	}
}

/* --- what a panel does after its act --- */

static bool shows_the_other_kind(struct driver *t)
{
	const struct vote *vote = session_open_vote(driver_session(t));

	return vote && vote->kind == VOTE_HANDS;
}

static bool shows_what_is_left(struct driver *t)
{
	return t->desk->over.kind == OVERLAY_PANEL && driver_shows(t, "Parties and contributions");
}

static bool offers_the_copy(struct driver *t)
{
	return t->desk->over.kind == OVERLAY_FORM && driver_shows(t, "Copy the register");
}

static bool closed_the_vote(struct driver *t)
{
	return !session_open_vote(driver_session(t));
}

/* KEYS up to choosing, which CHOICE does. */
static const struct {
	const char *lines, *keys, *choice;
	bool (*there)(struct driver *t);
} panels[] = {
	{PUT "vote.open kind=named\n", "<F9>3v", "2<Enter>", shows_the_other_kind},
	{PUT PARTY, "<F9>6<F3>Protocole<Enter> 4<Down><Down><Enter>", "1<Enter>",
		shows_what_is_left},
	{EVERYBODY, "<F9>2 9", "1<Enter>", offers_the_copy},
	{HANDS "vote.count against=18 for=18\n", "<F9>3<Enter>", "y", closed_the_vote},
};

static void a_panel_goes_on_after_a_question_as_without_one(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(panels); i++) {
		for (int asked = 0; asked < 2; asked++) {
			struct driver t;

			driver_begin(&t, LANG_EN, panels[i].lines);
			driver_keys(&t, panels[i].keys);
			assert_false(panels[i].there(&t));
			if (asked)
				t.script.now.seconds -= 1800;
			driver_keys(&t, panels[i].choice);
			for (int n = 0; asked && driver_shows(&t, "at the earlier time?"); n++) {
				assert_false(panels[i].there(&t));
				assert_true(n < 2);
				driver_keys(&t, "1<Enter>");
			}
			assert_true(panels[i].there(&t));
			driver_close(&t);
		}
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_panel_goes_on_after_a_question_as_without_one),
	cmocka_unit_test(a_form_goes_on_after_a_question_as_without_one),
	cmocka_unit_test(a_form_answered_with_no_asks_again),
	cmocka_unit_test(a_sitting_is_not_opened_at_a_time_to_come),
	cmocka_unit_test(what_a_form_passes_over_is_ticked_off),
	cmocka_unit_test(a_title_missing_in_one_language_is_said_while_it_can_be_added),
	cmocka_unit_test(a_secret_ballot_looks_like_no_form_until_there_is_one),
	cmocka_unit_test(figures_typed_from_the_first_row_on_stand_in_their_rows),
	cmocka_unit_test(the_first_digit_opens_the_form_of_the_papers),
	cmocka_unit_test(of_a_secret_ballot_figures_are_corrected_not_a_vote),
	cmocka_unit_test(panel_chair_and_step_all_say_that_it_is_a_tie),
	cmocka_unit_test(a_side_nobody_took_is_off_in_a_tie),
	cmocka_unit_test(half_against_is_no_tie_while_abstentions_may_come),
	cmocka_unit_test(one_figure_and_enter_records_as_the_step_says),
	cmocka_unit_test(figures_that_are_too_many_stay_until_they_are_corrected),
	cmocka_unit_test(a_correction_that_is_a_tie_asks_for_the_side_in_its_form),
};

TEST_MAIN(cases)
