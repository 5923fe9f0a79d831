#include "tests/desk_driver.h"
#include "tests/test.h"

/* The minutes at the desk: they grow, they are read and searched, and passages are written. */

static const struct passage *last_passage(const struct driver *t)
{
	const struct session *s = driver_session(t);

	assert_true(s->passages.n > 0);
	return &s->passages.at[s->passages.n - 1];
}

static void assert_is(struct str s, const char *text)
{
	assert_int_equal(s.n, strlen(text));
	assert_memory_equal(s.p, text, s.n);
}

/* On 80 columns too: every amount of the Arabic table, to its currency. */
static void an_amount_is_not_broken_in_its_column(void **state)
{
	static const char *const amounts[] = {"12.000.000,00", "4.000.000,00", "1.500.000,00"};
	struct driver t;

	(void)state;
	driver_open(&t, LANG_AR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>7");
	for (size_t i = 0; i < ARRAY_LEN(amounts); i++) {
		driver_keys(&t, i == 0   ? "/12.000.000<Enter>"
				: i == 1 ? "/4.000.000<Enter>"
					 : "/1.500.000<Enter>");
		driver_must_show(&t, amounts[i]);
	}
	driver_close(&t);
}

/* The sample up to its fifth item, open and presented. */
static const char until_item_5[] = "@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
				   "guest.note capacity=wali title_fr=\"wali de la région\" "
				   "title_ar=\"والي الجهة\"\n"
				   "@10:05 attendance.all\n"
				   "@10:08 quorum.record\n"
				   "@10:40 item.open item=5\n"
				   "item.present item=5 member=4\n";

static void at_item_5(struct driver *t, enum lang lang)
{
	driver_begin(t, lang, until_item_5);
}

static void the_minutes_stand_on_every_screen(void **state)
{
	(void)state;
	for (int i = 0; i < DRIVER_LOOKS; i++) {
		struct driver_look look = driver_look(i);
		struct driver t;

		driver_open(&t, look.lang, DRIVER_HELD);
		driver_desk(&t, look.rows, look.cols);
		driver_keys(&t, "<F9>7");
		driver_golden(&t, "minutes-top");
		driver_keys(&t, "<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>");
		driver_golden(&t, "minutes-votes");
		driver_keys(&t, "<F4>");
		driver_golden(&t, "minutes-choose");
		driver_close(&t);
	}
}

static void opening_and_reading_record_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>7<Down><Down><PgDn><End><Home><PgUp><Up>/sefrou<Enter><F3><F3>");
	driver_keys(&t, "<F4><Down><Down><Right><Left><Esc><F2><F2><F2><Esc><Esc><Esc>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void a_search_goes_from_hit_to_hit_and_says_when_there_is_none(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>7/haddadi<Enter>");
	driver_must_show(&t, "Saïd Haddadi");
	driver_keys(&t, "/chercheur d'or<Enter>");
	driver_must_show(&t, "! Rien ici ne contient « chercheur d'or ».");
	driver_close(&t);
	driver_open(&t, LANG_AR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	/* Without hamza and with another ya: as people type. */
	driver_keys(&t, "<F9>7/الهام بوزيان<Enter>");
	driver_must_show(&t, "إلهام بوزيان");
	driver_close(&t);
}

static void a_passage_is_written_and_kept_in_two_languages(void **state)
{
	struct driver t;
	const struct passage *p;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>3<F4>Un membre demande un délai.<Tab>");
	driver_keys(&t, "طلب أحد الأعضاء أجلا.");
	driver_golden(&t, "minutes-write");
	driver_keys(&t, "<F4>");
	p = last_passage(&t);
	assert_int_equal(p->is.item, 5);
	assert_int_equal(p->is.part, TEXT_DISCUSSION);
	assert_is(p->content.fr, "Un membre demande un délai.");
	assert_is(p->content.ar, "طلب أحد الأعضاء أجلا.");
	assert_int_equal(p->original, LANG_FR); /* begun in French */
	assert_int_equal(driver_session(&t)->passages.n, 1);
	driver_must_show(&t, "Un membre demande un délai.");
	driver_close(&t);
}

static void keeping_a_passage_again_replaces_its_words(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>3<F4>Premier jet.<F4>");
	assert_is(last_passage(&t)->content.fr, "Premier jet.");
	driver_keys(&t, "<F9>3<F4><BS>, puis mieux.<F4>");
	assert_int_equal(driver_session(&t)->passages.n, 1);
	assert_is(last_passage(&t)->content.fr, "Premier jet, puis mieux.");
	driver_close(&t);
}

/* Where it was begun, the next keys mean what they meant: u is a vote there, and nothing here. */
static void a_passage_kept_leads_back_to_its_item(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, until_item_5);
	driver_keys(&t, "<F9>3<F4>Premier jet.<F4>");
	driver_must_show(&t, "ITEM 5");
	driver_must_show(&t, "recorded no.");
	driver_keys(&t, "<F9>7<F4><Down><Down><Down><Down><Enter>Le wali répond.<F4>");
	driver_must_not_show(&t, "ITEM 5"); /* begun in the minutes */
	driver_close(&t);
}

static void a_number_in_the_list_writes_what_that_member_said(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>7<F4>10Il propose un comité.<F4>");
	assert_int_equal(last_passage(&t)->is.member, 10);
	assert_int_equal(last_passage(&t)->is.item, 5);
	assert_int_equal(last_passage(&t)->is.part, TEXT_DISCUSSION);
	driver_keys(&t, "<F4>99");
	driver_must_show(&t, "✗ Il n’y a pas de membre n° 99 ici.");
	driver_close(&t);
}

static void the_speeches_of_chair_and_guest_are_in_the_list(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	/* Four rows of the item, then the chair, then the guest. */
	driver_keys(&t, "<F9>7<F4><Down><Down><Down><Down><Enter>Le président salue.<F4>");
	assert_int_equal(last_passage(&t)->is.item, 0);
	assert_int_equal(last_passage(&t)->is.part, TEXT_SPEECH);
	assert_int_equal(last_passage(&t)->is.member, 1);
	driver_keys(&t, "<F4><Down><Down><Down><Down><Down><Enter>Le wali répond.<F4>");
	assert_int_equal(last_passage(&t)->is.guest, 1);
	driver_close(&t);
}

static void left_and_right_choose_the_item(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>7<F4><Right><Enter>Au point six.<F4>");
	assert_int_equal(last_passage(&t)->is.item, 6);
	driver_close(&t);
	at_item_5(&t, LANG_AR); /* left is forward in Arabic */
	driver_keys(&t, "<F9>7<F4><Left><Enter>في النقطة السادسة.<F4>");
	assert_int_equal(last_passage(&t)->is.item, 6);
	driver_close(&t);
}

static void leaving_keeps_the_draft_and_records_nothing(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	at_item_5(&t, LANG_FR);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>3<F4>À moitié dit<Esc>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_must_show(&t, "✎ Brouillon gardé à 10:40:00 ; pas encore dans le procès-verbal.");
	driver_keys(&t, "<F9>7");
	driver_must_show(&t, "✎ 1 brouillon attend");
	driver_must_not_show(&t, "À moitié dit");
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "À moitié dit");
	driver_keys(&t, "<Enter>"); /* the draft is the first row */
	driver_must_show(&t, "✎ Votre texte non gardé est revenu (10:40:00) ; F4 le garde.");
	driver_keys(&t, " enfin.<F4>");
	assert_is(last_passage(&t)->content.fr, "À moitié dit enfin.");
	driver_keys(&t, "<F9>7");
	driver_must_not_show(&t, "brouillon attend");
	driver_close(&t);
}

/* The point of the closing leads to what can be written, past a text that was left open. */
static void a_text_left_open_is_kept_when_another_is_chosen(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>7<F4><Enter>Pas encore fini");
	driver_must_show(&t, "Pas encore fini");
	driver_keys(&t, "<F9>91");
	driver_must_show(&t, "✎ la session · allocution · wali");
	driver_keys(&t, "<Esc><F9>7");
	driver_must_show(&t, "✎ 1 brouillon attend");
	driver_close(&t);
}

static void a_text_as_it_was_leaves_no_draft(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>3<F4>Un mot.<F4>");
	driver_keys(&t, "<F9>3<F4>x<BS><Esc>");
	driver_must_not_show(&t, "brouillon attend");
	driver_keys(&t, "<F9>3<F4><F4>");
	driver_must_show(&t, "Rien n’a été changé");
	driver_close(&t);
}

static void an_empty_passage_is_refused_with_words(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	at_item_5(&t, LANG_FR);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>3<F4>   <F4>");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void a_draft_is_thrown_away_only_by_its_word(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>3<F4>À jeter<Esc><F9>7<F4> 3non<Enter>");
	driver_must_show(&t, "À jeter");
	driver_keys(&t, "<BS><BS><BS>effacer<Enter>");
	driver_must_not_show(&t, "À jeter");
	driver_close(&t);
}

static void a_resize_and_the_language_leave_the_text_alone(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>3<F4>Texte intact");
	term_memory_resize(t.term, 45, 160);
	driver_keys(&t, "<F2>");
	driver_must_show(&t, "Texte intact");
	driver_keys(&t, "<F12>");
	term_memory_resize(t.term, 24, 80);
	driver_keys(&t, " toujours<F4>");
	assert_is(last_passage(&t)->content.fr, "Texte intact toujours");
	driver_close(&t);
}

/* A process writes and is killed without a chance to say anything; the next one goes on. */
static void what_was_being_typed_is_back_after_a_kill(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_AR, DRIVER_PREPARED);
	driver_play(&t, until_item_5);
	driver_killed(&t, "<F9>3<F4>قال العضو إن الأجل");
	driver_must_show(&t, "✎ استرجع نصك غير المحفوظ (10:40:00)؛ F4 للإبقاء.");
	driver_golden(&t, "minutes-recovered");
	driver_keys(&t, " قصير.<F4>");
	assert_is(last_passage(&t)->content.ar, "قال العضو إن الأجل قصير.");
	driver_close(&t);
}

static void pasted_text_is_kept_like_typed_text(void **state)
{
	struct driver t;

	(void)state;
	at_item_5(&t, LANG_FR);
	driver_keys(&t, "<F9>3<F4>");
	term_memory_paste(t.term, "Collé\r\nen deux lignes");
	driver_keys(&t, "<F4>");
	assert_is(last_passage(&t)->content.fr, "Collé\nen deux lignes");
	driver_close(&t);
}

static void a_frozen_record_takes_no_more_prose(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9 3figer<Enter>");
	driver_wait(&t);
	assert_int_equal(driver_session(&t)->phase, PHASE_FROZEN);
	driver_keys(&t, "<F9>7<F4>");
	driver_must_not_show(&t, "QUE RÉDIGER");
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_minutes_stand_on_every_screen),
		cmocka_unit_test(an_amount_is_not_broken_in_its_column),
		cmocka_unit_test(opening_and_reading_record_nothing),
		cmocka_unit_test(a_search_goes_from_hit_to_hit_and_says_when_there_is_none),
		cmocka_unit_test(a_passage_is_written_and_kept_in_two_languages),
		cmocka_unit_test(keeping_a_passage_again_replaces_its_words),
		cmocka_unit_test(a_passage_kept_leads_back_to_its_item),
		cmocka_unit_test(a_number_in_the_list_writes_what_that_member_said),
		cmocka_unit_test(the_speeches_of_chair_and_guest_are_in_the_list),
		cmocka_unit_test(left_and_right_choose_the_item),
		cmocka_unit_test(leaving_keeps_the_draft_and_records_nothing),
		cmocka_unit_test(a_text_left_open_is_kept_when_another_is_chosen),
		cmocka_unit_test(a_text_as_it_was_leaves_no_draft),
		cmocka_unit_test(an_empty_passage_is_refused_with_words),
		cmocka_unit_test(a_draft_is_thrown_away_only_by_its_word),
		cmocka_unit_test(a_resize_and_the_language_leave_the_text_alone),
		cmocka_unit_test(what_was_being_typed_is_back_after_a_kill),
		cmocka_unit_test(pasted_text_is_kept_like_typed_text),
		cmocka_unit_test(a_frozen_record_takes_no_more_prose),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
