/* Votes at the desk beyond the marks: a roll called in an order, who is missing, a block, a mark
 * taken back, a correction that turns the result round, an explanation. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define NAMED_3 DRIVER_ITEM_3 "vote.open kind=named\nvote.all value=for\n"

/* The rule has votes of MODE: item 3 is to be voted. */
static void at_item_where(struct driver *t, const char *mode)
{
	driver_open(t, LANG_FR, DRIVER_PREPARED);
	driver_play(t, mode);
	driver_play(t, DRIVER_QUORUM DRIVER_ITEM_3);
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>3");
}

static void where_hands_are_the_rule_enter_opens_a_show_of_hands(void **state)
{
	struct driver t;

	(void)state;
	at_item_where(&t, "rule.set key=vote.mode value=hands\n");
	driver_must_show(&t, "La discussion est ouverte ; qui demande la parole ?");
	driver_must_show(&t, "Ouvrir le vote à main levée");
	driver_keys(&t, "<Enter>n2a1<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->kind, VOTE_HANDS);
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_CLOSED);
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 2);
	driver_close(&t);
}

static void where_a_secret_ballot_is_the_rule_enter_opens_one_and_v3_asks(void **state)
{
	struct driver t;

	(void)state;
	at_item_where(&t, "rule.set key=vote.mode value=secret\n");
	driver_must_show(&t, "Ouvrir le scrutin secret");
	driver_keys(&t, "v3");
	driver_must_show(&t, "La règle est");
	driver_keys(&t, "<Esc><Esc>");
	assert_false(session_voting(driver_session(&t)));
	driver_keys(&t, "v<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->kind, VOTE_SECRET);
	driver_close(&t);
}

static void a_roll_is_walked_with_one_key_a_member(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3);
	driver_keys(&t, "v5");
	driver_must_show(&t, "Vote by roll call");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "PUBLIC VOTE BY ROLL CALL");
	driver_must_show(&t, "Call 01");
	driver_keys(&t, "ona");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 1), VALUE_FOR);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 2), VALUE_AGAINST);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 3), VALUE_ABSTAIN);
	driver_must_show(&t, "Call 04");
	/* Out of turn by number, and by a part of the name; the call goes on behind. */
	driver_keys(&t, "12o");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_FOR);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 4), VALUE_NONE);
	driver_must_show(&t, "Call 13");
	driver_keys(&t, "/berrada<Enter>n");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_AGAINST);
	driver_golden(&t, "roll-call");
	driver_close(&t);
}

static void a_roll_call_in_arabic_goes_by_the_letter_drawn(void **state)
{
	struct driver t;
	const struct vote *vote;

	(void)state;
	driver_at_item(&t, LANG_AR, DRIVER_ITEM_3);
	driver_keys(&t, "ص5<Up>م<F4>");
	vote = session_open_vote(driver_session(&t));
	assert_non_null(vote);
	assert_int_equal(vote->kind, VOTE_ROLL_CALL);
	driver_keys(&t, "نلم");
	vote = session_open_vote(driver_session(&t));
	assert_int_equal(vote_mark(vote, vote->order.at[0]), VALUE_FOR);
	assert_int_equal(vote_mark(vote, vote->order.at[1]), VALUE_AGAINST);
	assert_int_equal(vote_mark(vote, vote->order.at[2]), VALUE_ABSTAIN);
	driver_golden(&t, "roll-call");
	driver_close(&t);
}

static void who_is_missing_is_listed_by_name(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR,
		DRIVER_ITEM_3 "vote.open kind=named\nvote.all value=for\n"
			      "vote.cast member=7,31 value=none\n");
	driver_keys(&t, " 2");
	driver_must_show(&t, "2 votes manquent");
	driver_must_show(&t, "07 Youssef Berrada");
	driver_keys(&t, "<Enter> 1 2");
	driver_must_show(&t, "Tout le monde a voté.");
	driver_close(&t);
}

/* The calculation, both bases and the rule stand with the question; Esc leads back to the figures.
 */
static void a_tie_shows_what_it_comes_of_and_escape_corrects_the_figures(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR,
		DRIVER_ITEM_3 "vote.open kind=hands\nvote.count for=15 against=15 abstain=5\n");
	driver_must_show(&t, "Qu’a voté le président ? Ce côté l’emporte (");
	driver_must_show(&t, "article 14");
	driver_must_show(&t, "Esc : corriger les chiffres.");
	driver_golden(&t, "tie");
	driver_keys(&t, " 8");
	driver_must_show(&t, "Quelque chose est déjà noté");
	driver_keys(&t, "<Esc><Esc>");
	driver_must_show(&t, "Compter");
	driver_keys(&t, "14<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 14);
	driver_close(&t);
}

static void enter_names_whose_vote_is_missing(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR,
		DRIVER_ITEM_3 "vote.open kind=named\nvote.all value=for\n"
			      "vote.cast member=7,31 value=none\n");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "07 Youssef Berrada");
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_OPEN);
	driver_close(&t);
}

static void a_cursor_walks_the_named_vote(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=named\n");
	driver_keys(&t, "<Down>on");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 1), VALUE_FOR);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 2), VALUE_AGAINST);
	/* The same value once more is no mark taken back: it goes on. */
	driver_keys(&t, "<Up>n");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 2), VALUE_AGAINST);
	driver_close(&t);
}

static void a_name_marks_with_the_brush(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, NAMED_3);
	driver_keys(&t, "n/berrada<Enter>");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_AGAINST);
	driver_keys(&t, "/nobody<Enter>");
	driver_must_show(&t, "! Personne ici ne s’appelle");
	driver_close(&t);
}

static void a_mark_of_an_open_vote_goes_back_without_a_reason(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, NAMED_3 "vote.cast member=7 value=against\n");
	driver_keys(&t, "<F8>");
	driver_must_show(&t, "07 Youssef Berrada");
	driver_keys(&t, "<Enter>");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 7), VALUE_FOR);
	driver_close(&t);
}

static void the_act_of_opening_still_asks_for_a_reason(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_at_item(&t, LANG_FR, DRIVER_ITEM_3 "vote.open kind=named\n");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F8><Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void a_correction_is_seven_keys_and_takes_the_key_of_the_side(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, NAMED_3 "vote.cast member=12 value=against\nvote.close\n");
	driver_keys(&t, " 312o2<Enter>");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_FOR);
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 1);
	driver_close(&t);
}

/* 35 voters: 18 for, 17 against; one vote turned round turns the result round. */
static void a_correction_that_turns_the_result_asks_for_the_word(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR,
		DRIVER_ITEM_3
		"vote.open kind=named\n"
		"vote.cast member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18 value=for\n"
		"vote.all value=against\nvote.close\n");
	assert_int_equal(driver_vote_of(&t, 3, 1)->outcome, OUTCOME_ADOPTED);
	driver_keys(&t, " 312n2<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 0);
	driver_must_show(&t, "Tapez REJETÉ");
	driver_keys(&t, "adopte<Enter>");
	driver_must_show(&t, "Tapez le mot REJETÉ");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 0);
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 0);
	driver_keys(&t, " 312n2<Enter>rejeté<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 1);
	assert_int_equal(driver_vote_of(&t, 3, 1)->outcome, OUTCOME_REJECTED);
	driver_close(&t);
}

#define ITEM_4 "item.open item=4\nitem.present member=4\nitem.discuss\n"

/* Item 3 is voted and announced; nothing done from the open vote on item 4 reaches it. */
static void while_a_vote_is_open_only_that_one_is_corrected(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN,
		NAMED_3 "vote.close\nvote.announce\nitem.close\n" ITEM_4 "vote.open kind=hands\n"
			"vote.count against=3 abstain=1\n");
	driver_keys(&t, " 3");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_must_show(&t, "This vote is open");
	driver_keys(&t, "12n<Tab>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 0);
	assert_int_equal(session_open_vote(driver_session(&t))->ballots.against, 12);
	driver_close(&t);
	/* By name it is one of its marks, and no reason is asked for. */
	driver_at_item(&t, LANG_EN,
		NAMED_3 "vote.close\nvote.announce\nitem.close\n" ITEM_4 "vote.open kind=named\n"
			"vote.all value=for\n");
	driver_keys(&t, " 3");
	driver_must_show(&t, "Item 4, vote 1 · Correct a vote");
	driver_keys(&t, "12n");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(vote_mark(driver_vote_of(&t, 4, 1), 12), VALUE_AGAINST);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_FOR);
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 0);
	driver_close(&t);
	/* The first vote of a session: there is something to do, and it is done. */
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=hands\n");
	driver_keys(&t, " 3");
	driver_must_not_show(&t, "No vote was taken yet");
	driver_must_show(&t, "This vote is open");
	driver_close(&t);
}

static void a_correction_names_its_item_and_vote(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3 "vote.close\nvote.announce\n");
	driver_keys(&t, " 3");
	driver_must_show(&t, "Item 3, vote 1 · Correct a vote");
	driver_keys(&t, "12");
	driver_must_show(&t, "Item 3, vote 1 · Correct a vote");
	driver_keys(&t, "n");
	driver_must_show(&t, "Item 3, vote 1 · Correct a vote");
	driver_close(&t);
	driver_at_item(&t, LANG_EN,
		DRIVER_ITEM_3 "vote.open kind=hands\nvote.count against=3 abstain=1\n"
			      "vote.close\n");
	driver_keys(&t, " 3");
	driver_must_show(&t, "Item 3, vote 1 · Correct the figures");
	driver_close(&t);
}

/* Items 3 and 4 have changed places: keys and numbers differ, and both were voted. */
static void a_correction_reaches_the_vote_it_names_after_items_were_moved(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		"item.move item=3 to=4\n" DRIVER_QUORUM NAMED_3
		"vote.close\nvote.announce\nitem.close\n" ITEM_4 "vote.open kind=named\n"
		"vote.all value=for\nvote.close\n");
	driver_keys(&t, "<F9>3 3");
	driver_must_show(&t, "Item 4, vote 1 · Correct a vote");
	driver_keys(&t, "12n2<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 1);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_AGAINST);
	assert_int_equal(driver_vote_of(&t, 4, 1)->mends.n, 0);
	driver_keys(&t, " 4");
	driver_must_show(&t, "Item 4, vote 1 · Void the vote");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_VOID);
	assert_int_equal(driver_vote_of(&t, 4, 1)->state, VOTE_IS_CLOSED);
	driver_close(&t);
}

/* 35 voters: 33 figures turn the result round and are refused before that is asked about. */
static void figures_are_added_up_before_the_result_is_asked_about(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN,
		DRIVER_ITEM_3 "vote.open kind=hands\nvote.count against=3 abstain=1\n"
			      "vote.close\n");
	driver_keys(&t, " 3<C-a>3<Tab><C-a>29<Tab><C-a>1<Tab><Tab>recount<F4>");
	driver_must_not_show(&t, "REJECTED");
	driver_must_show(&t, "33, voters 35: 2 missing");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_must_show(&t, "29");
	driver_must_show(&t, "recount");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 0);
	driver_close(&t);
}

static void enter_in_the_panel_of_kinds_is_no_unanimity(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3);
	driver_keys(&t, "v<Enter>");
	assert_non_null(session_open_vote(driver_session(&t)));
	assert_int_equal(session_open_vote(driver_session(&t))->kind, VOTE_NAMED);
	driver_close(&t);
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3);
	driver_keys(&t, "v1");
	assert_int_equal(driver_vote(&t)->kind, VOTE_UNANIMOUS);
	driver_close(&t);
}

static void a_key_held_down_marks_once(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "1111111111111111");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 11), VALUE_AGAINST);
	driver_keys(&t, "12"); /* another member at once */
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_AGAINST);
	driver_close(&t);
}

static void erase_held_down_takes_back_one_mark(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3);
	driver_keys(&t, "n071113");
	assert_int_equal(vote_ballots(driver_vote_of(&t, 3, 1)).against, 3);
	t.desk->patient = true;
	/* What is being typed goes first, and the same press takes no mark with it. */
	driver_keys(&t, "1<BS><BS><BS><BS>");
	assert_int_equal(vote_ballots(driver_vote_of(&t, 3, 1)).against, 3);
	driver_must_show(&t, "came too soon");
	t.desk->entry.marked_ms -= 10000;
	driver_keys(&t, "<BS><BS><BS><BS><BS><BS>");
	assert_int_equal(vote_ballots(driver_vote_of(&t, 3, 1)).against, 2);
	driver_must_show(&t, "came too soon");
	driver_close(&t);
}

/* Under the cursor a letter marks and goes on: held down it would mark everybody. */
static void a_letter_held_down_under_the_cursor_marks_one(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=named\n");
	t.desk->patient = true;
	driver_keys(&t, "<Down>nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 1), VALUE_AGAINST);
	assert_int_equal(vote_ballots(driver_vote_of(&t, 3, 1)).against, 1);
	driver_must_show(&t, "“n” came too soon");
	/* Another letter at once, and the same one after a while. */
	driver_keys(&t, "o");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 2), VALUE_FOR);
	t.desk->entry.marked_ms -= 1000;
	driver_keys(&t, "o");
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 3), VALUE_FOR);
	driver_close(&t);
}

/* Each figure is recorded as it was typed, by whatever key it is ended. */
static void a_figure_being_typed_is_never_lost(void **state)
{
	static const char *const ends[] = {"<Enter>", "<F9>2", "n", "<F7>"};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=hands\n");
		driver_keys(&t, "n16a3");
		driver_must_show(&t, "not recorded yet");
		driver_keys(&t, ends[i]);
		assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 16);
		assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.abstain, 3);
		assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.votes_for, 16);
		driver_close(&t);
	}
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=hands\n");
	driver_keys(&t, "n16=");
	driver_must_show(&t, "A figure is being typed");
	assert_false(driver_vote_of(&t, 3, 1)->counted);
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 16);
	driver_close(&t);
}

static void digits_never_join_a_figure_that_was_refused(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=hands\n");
	driver_keys(&t, "n99a");
	driver_must_show(&t, "more votes than voters");
	driver_keys(&t, "5");
	driver_must_show(&t, "99 was refused: ⌫ mends it, “n” begins it anew.");
	driver_must_not_show(&t, "995");
	driver_keys(&t, "<BS>a5<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 9);
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.abstain, 5);
	driver_close(&t);
	driver_at_item(&t, LANG_EN, DRIVER_ITEM_3 "vote.open kind=hands\n");
	driver_keys(&t, "n99an4a5<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.against, 4);
	assert_int_equal(driver_vote_of(&t, 3, 1)->ballots.abstain, 5);
	driver_close(&t);
}

static void an_explanation_stands_with_its_vote(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, NAMED_3 "vote.close\n");
	driver_keys(&t, " 7");
	driver_must_show(&t, "Explication de vote");
	driver_keys(&t, "12<F4>");
	driver_must_show(&t, "Écrivez ce qui doit figurer au procès-verbal.");
	driver_keys(&t, "Je vote pour.<F4>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->statements.n, 1);
	assert_int_equal(driver_vote_of(&t, 3, 1)->statements.at[0].is.member, 12);
	driver_close(&t);
}

/* Thirty-three against: no name is cut, and each of them can be read. */
static void many_exceptions_are_counted_and_tab_lists_every_name(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		const struct session *s;
		struct driver t;
		size_t acts;

		driver_at_item(&t, lang,
			DRIVER_ITEM_3 "vote.open kind=named\nvote.all value=against\n"
				      "vote.cast value=abstain member=7,36\n");
		s = driver_session(&t);
		acts = s->log.n;
		driver_golden(&t, "readback-counted");
		driver_keys(&t, "<Tab>");
		driver_golden(&t, "readback-names");
		for (size_t k = 1; k < s->seats.n; k++) {
			struct both name = {
				s->seats.at[k].member.name_ar, s->seats.at[k].member.name_fr};
			const char *whole = arena_z(&t.arena, both_pick(name, lang));

			if (s->seats.at[k].member.number == 19) /* absent */
				continue;
			driver_keys(&t, "<Home>");
			if (!driver_shows(&t, whole))
				driver_keys(&t, "<End>");
			driver_must_show(&t, whole);
		}
		assert_int_equal(s->log.n, acts); /* reading records nothing */
		/* A number is a vote all the same, and the vote is in sight again. */
		driver_keys(&t, "07");
		assert_int_equal(t.desk->readback.open, false);
		driver_keys(&t, "<Tab><Esc>");
		assert_int_equal(t.desk->screen, SCREEN_ITEM);
		assert_int_equal(t.desk->readback.open, false);
		driver_keys(&t, "<Enter>"); /* closed: the result has them too */
		assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_CLOSED);
		driver_golden(&t, "readback-result");
		driver_keys(&t, "<Tab><End>");
		driver_must_show(&t,
			arena_z(&t.arena, both_pick((struct both){s->seats.at[35].member.name_ar,
							    s->seats.at[35].member.name_fr},
						  lang)));
		driver_close(&t);
	}
}

/* Few are read in full; from six on they are counted first. */
static void a_few_exceptions_are_read_where_the_vote_is(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_FR, NAMED_3 "vote.cast value=against member=2,3,5,6,8,9\n");
	driver_must_show(&t, "Lire : contre (6) : 02 ");
	driver_close(&t);
	driver_at_item(&t, LANG_FR, NAMED_3 "vote.cast value=against member=1\n");
	driver_must_show(&t, "Lire : contre 01 ");
	driver_close(&t);
}

/* Of what is dealt with Enter shows what became of it, and its vote is corrected from there,
 * whatever is open meanwhile. */
static void a_vote_of_an_item_before_is_corrected_from_the_agenda(void **state)
{
	struct driver t;
	uint32_t n;

	(void)state;
	driver_at_item(&t, LANG_EN,
		NAMED_3 "vote.close\nvote.announce\nitem.open item=4\nitem.present member=4\n");
	driver_keys(&t, "<F9>1");
	n = (uint32_t)driver_session(&t)->log.n;
	driver_keys(&t, "3");
	driver_must_show(&t, "Look at item 3: ");
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_must_show(&t, "Item 3");
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_session(&t)->log.n, n);
	driver_keys(&t, " 3");
	driver_must_show(&t, "Item 3, vote 1 · Correct a vote");
	driver_keys(&t, "12<Enter>2<Enter>1<Enter>");
	if (driver_vote_of(&t, 3, 1)->mends.n != 1)
		driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote_of(&t, 3, 1)->mends.n, 1);
	assert_int_equal(vote_mark(driver_vote_of(&t, 3, 1), 12), VALUE_AGAINST);
	driver_close(&t);
}

/* The blue line promises no opening that the open item refuses, and the chair names the item that
 * Enter opens. */
static void a_number_in_the_agenda_is_promised_as_it_will_be_done(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, DRIVER_QUORUM);
	driver_keys(&t, "<F9>15");
	driver_must_show(&t, "Open item 5: ");
	driver_must_show(&t, "We come to the fifth item of the agenda.");
	driver_keys(&t, "<Enter><F9>17");
	assert_int_equal(driver_session(&t)->open_item, 5);
	driver_must_show(&t, "Not yet: ");
	driver_must_not_show(&t, "Open item 7");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->open_item, 5);
	driver_close(&t);
}

static void figures_that_do_not_add_up_are_only_recorded(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN,
		DRIVER_ITEM_3 "vote.open kind=hands\nvote.count against=15 abstain=2\n");
	driver_must_show(&t, "Close: ");
	driver_keys(&t, "y15");
	driver_must_show(&t, "Record the figure; the sum 32 is not yet that of the voters, 35");
	driver_must_not_show(&t, "Close: ");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "Count again: each voter is for, against or abstains.");
	assert_int_equal(driver_vote_of(&t, 3, 1)->state, VOTE_IS_OPEN);
	driver_close(&t);
}

static void an_announcement_to_a_hidden_room_says_so(void **state)
{
	struct driver t;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3 "vote.close\n");
	driver_must_not_show(&t, "stays hidden");
	driver_keys(&t, "<F12>");
	driver_must_show(&t, "Announce the result; the room stays hidden until F5");
	driver_keys(&t, "<Enter>");
	assert_true(driver_vote_of(&t, 3, 1)->announced);
	driver_close(&t);
}

/* F5 announces where the blue line says so; elsewhere it only sends to the room. */
static void f5_announces_nothing_that_the_blue_line_does_not_name(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_at_item(&t, LANG_EN, NAMED_3 "vote.close\n");
	driver_keys(&t, "<F9>8"); /* the acts: Enter would look at one */
	driver_must_not_show(&t, "Announce the result");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F5>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "The room follows");
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "Announce the result");
	driver_keys(&t, "<F5>");
	assert_true(driver_vote_of(&t, 3, 1)->announced);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_vote_of_an_item_before_is_corrected_from_the_agenda),
	cmocka_unit_test(a_number_in_the_agenda_is_promised_as_it_will_be_done),
	cmocka_unit_test(figures_that_do_not_add_up_are_only_recorded),
	cmocka_unit_test(an_announcement_to_a_hidden_room_says_so),
	cmocka_unit_test(f5_announces_nothing_that_the_blue_line_does_not_name),
	cmocka_unit_test(where_hands_are_the_rule_enter_opens_a_show_of_hands),
	cmocka_unit_test(many_exceptions_are_counted_and_tab_lists_every_name),
	cmocka_unit_test(a_few_exceptions_are_read_where_the_vote_is),
	cmocka_unit_test(where_a_secret_ballot_is_the_rule_enter_opens_one_and_v3_asks),
	cmocka_unit_test(a_roll_is_walked_with_one_key_a_member),
	cmocka_unit_test(a_roll_call_in_arabic_goes_by_the_letter_drawn),
	cmocka_unit_test(who_is_missing_is_listed_by_name),
	cmocka_unit_test(a_tie_shows_what_it_comes_of_and_escape_corrects_the_figures),
	cmocka_unit_test(enter_names_whose_vote_is_missing),
	cmocka_unit_test(a_cursor_walks_the_named_vote),
	cmocka_unit_test(a_name_marks_with_the_brush),
	cmocka_unit_test(a_mark_of_an_open_vote_goes_back_without_a_reason),
	cmocka_unit_test(the_act_of_opening_still_asks_for_a_reason),
	cmocka_unit_test(a_correction_is_seven_keys_and_takes_the_key_of_the_side),
	cmocka_unit_test(a_correction_that_turns_the_result_asks_for_the_word),
	cmocka_unit_test(while_a_vote_is_open_only_that_one_is_corrected),
	cmocka_unit_test(a_correction_names_its_item_and_vote),
	cmocka_unit_test(a_correction_reaches_the_vote_it_names_after_items_were_moved),
	cmocka_unit_test(figures_are_added_up_before_the_result_is_asked_about),
	cmocka_unit_test(enter_in_the_panel_of_kinds_is_no_unanimity),
	cmocka_unit_test(a_key_held_down_marks_once),
	cmocka_unit_test(erase_held_down_takes_back_one_mark),
	cmocka_unit_test(a_letter_held_down_under_the_cursor_marks_one),
	cmocka_unit_test(a_figure_being_typed_is_never_lost),
	cmocka_unit_test(digits_never_join_a_figure_that_was_refused),
	cmocka_unit_test(an_explanation_stands_with_its_vote),
};

TEST_MAIN(cases)
