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

/* "1n15" of somebody whose finger slipped: the letter is obeyed, and 15 is 15, not 11. */
static void a_letter_drops_half_a_number_and_says_so(void **state)
{
	static const struct {
		const char *prepared, *keys, *said;
	} places[] = {
		{ITEM_3 "vote.open kind=named\nvote.all value=for\n", "<F9>31n",
			"! 1 dropped, not recorded. AGAINST ✗: for the numbers that follow."},
		{ITEM_3 "vote.open kind=named\nvote.all value=for\n", "<F9>31<Down>n",
			"! 1 dropped, not recorded. AGAINST ✗: for the numbers that follow."},
		{ITEM_3 "vote.open kind=named\nvote.all value=for\n", "<F9>31s",
			"! 1 dropped, not recorded."},
		{ITEM_3 "vote.open kind=roll-call\n", "<F9>31n",
			"! 1 dropped, not recorded. 01 Le président (spécimen): for, against"},
		{"sitting.open chair=1 secretary=4\n", "<F9>21x",
			"! 1 dropped, not recorded. WITHOUT EXCUSE ✗: for the numbers that"},
		{ITEM_3, "<F9>41/", "! 1 dropped, not recorded."},
		{ITEM_3, "<F9>41p", "! 1 dropped, not recorded."},
		{"item.add kind=election at=3 title_ar=انتخاب title_fr=Bureau\n" ITEM_3
		 "election.open post=treasurer candidates=7,12 confirm=other-post\n",
			"<F9>3o11a",
			"! 1 dropped, not recorded. [0] blank: for the numbers that follow."},
	};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		size_t acts;

		driver_begin(&t, LANG_EN, places[i].prepared);
		acts = driver_session(&t)->log.n;
		driver_keys(&t, places[i].keys);
		driver_must_show(&t, places[i].said);
		assert_int_equal(driver_session(&t)->log.n, acts);
		assert_int_equal(t.desk->entry.digits, 0);
		driver_close(&t);
	}
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=named\nvote.all value=for\n");
	driver_keys(&t, "<F9>31n15");
	assert_int_equal(vote_mark(open_vote(&t), 15), VALUE_AGAINST);
	assert_int_equal(vote_ballots(open_vote(&t)).against, 1);
	driver_close(&t);
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=roll-call\n");
	driver_keys(&t, "<F9>31nn"); /* dropped, then the vote of who is called */
	assert_int_equal(vote_mark(open_vote(&t), 1), VALUE_AGAINST);
	assert_int_equal(vote_missing(open_vote(&t)), (int64_t)open_vote(&t)->voters.n - 1);
	driver_close(&t);
}

/* A Latin n under an Arabic screen is "against", however much it sounds like the other word. */
static void what_numbers_mean_from_now_on_is_said(void **state)
{
	static const struct {
		enum lang lang;
		const char *keys, *said;
	} turns[] = {
		{LANG_AR, "n", "لا ✗: للأرقام الموالية."},
		{LANG_AR, "ن", "نعم ✓: للأرقام الموالية."},
		{LANG_FR, "a", "ABSTENTION ○ : pour les numéros suivants."},
		{LANG_EN, "<F9>2s", "LEFT –: for the numbers that follow."},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(turns); i++) {
		struct driver t;

		driver_begin(&t, turns[i].lang, ITEM_3 "vote.open kind=named\n");
		driver_keys(&t, "<F9>3");
		driver_keys(&t, turns[i].keys);
		driver_must_show(&t, turns[i].said);
		assert_int_equal(t.desk->line_tone, TONE_PLAIN);
		driver_close(&t);
	}
}

/* Nothing in the footer told that a letter and a number note an arrival there as well. */
static void agenda_and_item_say_what_other_keys_do_there(void **state)
{
	static const char *const said[LANG_COUNT] = {
		[LANG_AR] = "هنا أيضا: ح07 التحق 07 · س07 غادر 07 · F7 الكلمة",
		[LANG_FR] = "Ici aussi : p07 le 07 arrive · s07 le 07 sort · F7 la parole",
		[LANG_EN] = "Here too: p07 07 has arrived · s07 07 has left · F7 the floor"};
	struct driver t;

	(void)state;
	for (enum lang l = 0; l < LANG_COUNT; l++) {
		driver_begin(&t, l, ITEM_3);
		driver_keys(&t, "<F9>1");
		driver_must_show(&t, said[l]);
		driver_keys(&t, "<F9>3");
		driver_must_show(&t, said[l]);
		driver_close(&t);
	}
	driver_begin(&t, LANG_EN, ""); /* before the sitting they would only be refused */
	driver_keys(&t, "<F9>1");
	driver_must_not_show(&t, "Here too");
	driver_close(&t);
}

static void space_lists_what_keys_do_on_every_screen(void **state)
{
	static const char screens[] = "1345";
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3);
	for (size_t i = 0; screens[i]; i++) {
		char keys[] = {'<', 'F', '9', '>', screens[i], ' ', '\0'};

		driver_keys(&t, keys);
		driver_must_show(&t, "arrival, departure…");
		if (screens[i] != '4') /* it is the floor itself */
			driver_must_show(&t, "the floor");
		driver_keys(&t, "<Esc>");
	}
	driver_keys(&t, "<F9>2 ");
	driver_must_not_show(&t, "arrival, departure…"); /* there the keys turn the numbers */
	driver_keys(&t, "<Esc><F9>1 ");
	for (int i = 0; i < 9; i++)
		driver_keys(&t, "<Down>");
	driver_keys(&t, "<Enter>207");
	assert_int_equal(session_seat(driver_session(&t), 7)->presence, PRESENCE_LEFT);
	driver_keys(&t, "<Up> p07"); /* the key beside a row does it from the list, too */
	assert_int_equal(session_seat(driver_session(&t), 7)->presence, PRESENCE_HERE);
	driver_keys(&t, "<Up> <F7>");
	assert_int_equal(t.desk->screen, SCREEN_FLOOR);
	driver_keys(&t, "<F9>1 k");
	driver_must_show(&t, "! Here: a digit from ");
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_close(&t);
}

/* As in the attendance: without Shift the row of digits of AZERTY gives letters. */
static void digits_of_every_keyboard_end_a_number_in_a_line(void **state)
{
	static const char *const keys[] = {"<F9>1s07", "<F9>1sàè", "<F9>1s٠٧"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct driver t;

		driver_begin(&t, LANG_FR, ITEM_3);
		driver_keys(&t, keys[i]);
		assert_int_equal(session_seat(driver_session(&t), 7)->presence, PRESENCE_LEFT);
		driver_close(&t);
	}
}

/* What a line asked is over when it is left. */
static void what_a_line_said_goes_with_it(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=named\nvote.all value=for\nvote.close\n");
	driver_keys(&t, "<F9>3 3");
	driver_must_show(&t, "Item 3, vote 1 · Correct a vote");
	driver_keys(&t, "<Esc>");
	driver_must_not_show(&t, "Correct a vote");
	driver_keys(&t, "<F9>4s<F9>1");
	driver_must_show(&t, "Esc comes back to it");
	driver_keys(&t, "<Esc>");
	driver_must_not_show(&t, "Esc comes back to it");
	driver_close(&t);
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=hands\n");
	driver_keys(&t, "<F9>3<Enter>");
	driver_must_show(&t, "! Enter against and abstentions; the rest is for");
	driver_keys(&t, "<Esc>");
	driver_must_not_show(&t, "! Enter against");
	driver_keys(&t, "n18<Enter>");
	driver_must_show(&t, "! Recorded.");
	driver_keys(&t, "<Esc>");
	driver_must_not_show(&t, "! Recorded.");
	driver_close(&t);
	driver_begin(&t, LANG_EN, ITEM_3); /* what was recorded stays */
	driver_keys(&t, "<F9>2s07<Esc>");
	driver_must_show(&t, "recorded no. ");
	assert_int_equal(t.desk->line_tone, TONE_GOOD);
	driver_close(&t);
}

static void a_key_that_a_line_takes_itself_is_not_promised(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, ITEM_3 "vote.open kind=named\nvote.all value=against\n");
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "35 against, 0 abstaining · Tab lists the names");
	driver_keys(&t, "<F3>");
	driver_must_show(&t, "35 against, 0 abstaining");
	driver_must_not_show(&t, "Tab lists the names");
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "Tab lists the names");
	driver_close(&t);
}

/* As much as there can be: the base decides, it was corrected, the names take two rows. */
static void how_a_mistake_is_mended_stands_below_every_result(void **state)
{
	static const char *const said[LANG_COUNT] = {
		[LANG_AR] = "إن كان خطأ: مسافة 3 تصحح صوتا، قبل الإعلان أو بعده.",
		[LANG_FR] = "Une erreur ? Espace 3 corrige une voix, avant ou après l’annonce.",
		[LANG_EN] =
			"A mistake? Space 3 corrects a vote, before or after the announcement."};

	(void)state;
	for (enum lang l = 0; l < LANG_COUNT; l++) {
		struct driver t;

		driver_begin(&t, l,
			ITEM_3 "vote.open kind=named\nvote.all value=for\n"
			       "vote.cast value=against member=2,3\n"
			       "vote.cast value=abstain member=20,21,22,23,24,25,26,27,28,29,30,31,"
			       "32,33,34,35\nvote.close\n"
			       "vote.correct vote=3/1 member=18 value=abstain reason=erreur\n");
		driver_keys(&t, "<F9>3");
		driver_must_show(&t, said[l]);
		driver_close(&t);
	}
}

static void a_tie_says_that_a_choice_comes_before_enter(void **state)
{
	static const char *const said[LANG_COUNT] = {
		[LANG_AR] = "لا شيء بعد: أولا ن أو ل أو م، صوت الرئيس",
		[LANG_FR] = "Rien encore : d’abord o, n ou a, la voix du président",
		[LANG_EN] = "Nothing yet: first y, n or a, the chair's own vote"};
	struct driver t;

	(void)state;
	for (enum lang l = 0; l < LANG_COUNT; l++) {
		driver_begin(&t, l,
			ITEM_3 "vote.open kind=hands\nvote.count for=17 against=17 abstain=1\n");
		driver_keys(&t, "<F9>3");
		driver_must_show(&t, said[l]);
		driver_close(&t);
	}
	driver_begin(&t, LANG_EN,
		ITEM_3 "vote.open kind=hands\nattendance.left member=17\n"
		       "vote.count for=17 against=17 abstain=0\n");
	driver_keys(&t, "<F9>3"); /* nobody abstained, nor did the chair */
	driver_must_show(&t, "Nothing yet: first y or n, the chair's own vote");
	driver_close(&t);
}

/* A stray digit before "all for" would become the head of each number that follows. */
/* "99 ⏎": whoever types it means the number, not the step line. */
static void enter_behind_a_refused_number_takes_no_step(void **state)
{
	static const struct {
		const char *lines, *keys;
	} numbers[] = {
		{OPENED, "<F9>299"},
		{OPENED, "<F9>2p01"},
		{ITEM_3 "vote.open kind=named\nvote.all value=for\n", "<F9>3n99"},
		{ITEM_3 "vote.open kind=named\nvote.all value=for\n", "<F9>3o07"},
		{ITEM_3 "vote.open kind=named\n", "<F9>307"},
	};
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		size_t acts;

		driver_begin(&t, LANG_EN, numbers[i].lines);
		acts = driver_session(&t)->log.n;
		driver_keys(&t, numbers[i].keys);
		driver_keys(&t, "<Enter>");
		driver_must_show(&t, "! That number was refused, so nothing is done");
		assert_int_equal(driver_session(&t)->log.n, acts);
		assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
		driver_close(&t);
	}
}

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
	cmocka_unit_test(a_letter_drops_half_a_number_and_says_so),
	cmocka_unit_test(what_numbers_mean_from_now_on_is_said),
	cmocka_unit_test(agenda_and_item_say_what_other_keys_do_there),
	cmocka_unit_test(space_lists_what_keys_do_on_every_screen),
	cmocka_unit_test(digits_of_every_keyboard_end_a_number_in_a_line),
	cmocka_unit_test(what_a_line_said_goes_with_it),
	cmocka_unit_test(a_key_that_a_line_takes_itself_is_not_promised),
	cmocka_unit_test(how_a_mistake_is_mended_stands_below_every_result),
	cmocka_unit_test(a_tie_says_that_a_choice_comes_before_enter),
	cmocka_unit_test(enter_behind_a_refused_number_takes_no_step),
	cmocka_unit_test(half_a_number_does_not_outlive_everyone_for),
	cmocka_unit_test(in_a_roll_call_everyone_for_asks_first),
	cmocka_unit_test(missing_papers_are_asked_about),
	cmocka_unit_test(the_kind_of_a_waiting_item_stands_beside_it),
};

TEST_MAIN(cases)
