#include "tests/desk_driver.h"
#include "tests/test.h"

#include "storage/journal.h"

/* The floor at the desk: enrolling, giving, the timer and its alarm, what a power cut leaves. */

#define SAT                                                                                        \
	"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"                        \
	"item.open item=3\nitem.present item=3 member=4\n"

static int64_t clock_ms;

static int64_t fake_ms(void)
{
	return clock_ms;
}

/* The clock of the timer stands still unless a test moves it. */
static void sit_down(struct driver *t, int rows, int cols)
{
	driver_desk(t, rows, cols);
	t->desk->floor.now_ms = fake_ms;
}

static void open_floor(struct driver *t, enum lang lang, const char *more, int rows, int cols)
{
	clock_ms = 1000000;
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, SAT);
	if (more[0])
		driver_play(t, more);
	sit_down(t, rows, cols);
	driver_keys(t, "<F7>");
}

/* Time goes by, and the desk sees it. */
static void pass(struct driver *t, int seconds)
{
	for (; seconds > 0; seconds -= 5) {
		clock_ms += seconds < 5 ? seconds * 1000 : 5000;
		t->script.now.seconds += seconds < 5 ? seconds : 5;
		driver_keys(t, "<Up>");
	}
}

static const struct speech *last_speech(const struct driver *t)
{
	const struct session *s = driver_session(t);

	return &s->speeches.at[s->speeches.n - 1];
}

/* --- flow --- */

/* Who presents may need the floor for it: what the chair says is what Enter does here. */
static void before_the_presentation_the_chair_gives_the_floor_that_enter_gives(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
			"item.open item=3\n");
	sit_down(&t, 24, 80);
	driver_keys(&t, "<F7>");
	driver_must_show(&t, "Nous écoutons la présentation du point.");
	driver_keys(&t, "10");
	driver_must_show(&t, "Donner la parole : 10 Saïd Haddadi");
	driver_must_show(&t, "La parole est à Monsieur Saïd Haddadi.");
	driver_must_not_show(&t, "Nous écoutons la présentation du point.");
	driver_close(&t);
}

static void six_keys_time_a_speech(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80); /* F7 */
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "· discuté");
	driver_keys(&t, "<F7>");
	driver_must_show(&t, "Aucun inscrit ; le numéro d’un membre l’inscrit.");
	driver_keys(&t, "10<Enter>");
	driver_must_show(&t, "parle");
	driver_must_show(&t, "La parole est à Monsieur Saïd Haddadi.");
	pass(&t, 190);
	driver_must_show(&t, "03:10");
	driver_must_show(&t, "Fin de parole : noter 03:10");
	driver_keys(&t, "<Enter>");
	assert_int_equal(last_speech(&t)->state, SPEECH_IS_OVER);
	assert_int_equal(last_speech(&t)->seconds, 190);
	driver_must_show(&t, "ont parlé : 10 Saïd Haddadi 03:10");
	driver_keys(&t, "<Esc>");
	assert_int_equal(t.desk->screen, SCREEN_ITEM);
	driver_must_show(&t, "✓ discuté");
	driver_close(&t);
}

static void enter_ends_and_calls_the_next(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "102214<Enter>");
	pass(&t, 60);
	driver_must_show(&t, "noter 01:00, puis 22 Ilham Bouziane");
	driver_keys(&t, "<Enter>");
	s = driver_session(&t);
	assert_int_equal(floor_speaking(s)->is.member, 22);
	assert_int_equal(s->speeches.at[0].seconds, 60);
	driver_must_show(&t, "00:00");
	driver_keys(&t, "<F8>1<Enter>"); /* not Bouziane yet */
	assert_null(floor_speaking(driver_session(&t)));
	assert_int_equal(floor_next(driver_session(&t))->is.member, 22);
	driver_close(&t);
}

static void a_speech_ended_by_mistake_goes_on(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "10<Enter>");
	pass(&t, 60);
	driver_keys(&t, "<Enter>");
	pass(&t, 8);
	driver_keys(&t, "<F8>1<Enter>");
	assert_int_equal(floor_speaking(driver_session(&t))->is.member, 10);
	driver_must_show(&t, "01:08");
	driver_close(&t);
}

static void the_same_number_again_comes_off_the_list(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "1022");
	assert_int_equal(floor_waiting_count(driver_session(&t)), 2);
	driver_keys(&t, "10");
	assert_int_equal(floor_waiting_count(driver_session(&t)), 1);
	driver_must_show(&t, "10 Saïd Haddadi : retrait");
	driver_keys(&t, "99");
	driver_must_show(&t, "✗");
	driver_keys(&t, "/bouz<Enter>");
	assert_int_equal(floor_waiting_count(driver_session(&t)), 0);
	driver_close(&t);
}

static void who_left_stands_aside_and_is_not_called(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "1022s10");
	driver_must_show(&t, "a quitté");
	driver_keys(&t, "<Enter>");
	assert_int_equal(floor_speaking(driver_session(&t))->is.member, 22);
	driver_must_show(&t, "! 10 Saïd Haddadi n’est pas dans la salle");
	driver_close(&t);
}

/* --- the menu --- */

static void the_menu_has_orders_replies_and_behalf(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	open_floor(&t, LANG_FR, "guest.note capacity=wali title_fr=\"M. le wali\"\n", 24, 80);
	driver_keys(&t, "10 422 314");
	s = driver_session(&t);
	assert_int_equal(floor_waiting(s, 0)->is.member, 14);
	assert_int_equal(floor_waiting(s, 0)->is.kind, SPEECH_ORDER);
	assert_int_equal(floor_waiting(s, 1)->is.kind, SPEECH_REPLY);
	driver_keys(&t, " 512<Tab><Tab>la commission<F4>");
	assert_true(str_is(last_speech(&t)->is.behalf_fr, "la commission"));
	driver_must_show(&t, "au nom de : la commission");
	driver_keys(&t, " 81");
	assert_int_equal(last_speech(&t)->is.guest, 1);
	driver_keys(&t, " 63<Enter>");
	assert_int_equal(floor_limit(driver_session(&t), 3), 180);
	driver_must_show(&t, "03:00 par orateur");
	driver_keys(&t, "<Home><End> 71<Enter>");
	assert_int_equal(floor_waiting(driver_session(&t), 0)->is.guest, 1);
	driver_keys(&t, "<Home><Down> 1");
	assert_int_equal(floor_speaking(driver_session(&t))->is.member, 14);
	driver_keys(&t, " 2");
	assert_null(floor_speaking(driver_session(&t)));
	driver_keys(&t, " 5<F4>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM); /* nobody was named */
	driver_close(&t);
}

static void a_vote_is_asked_about_while_somebody_waits(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "floor.ask member=10\n", 24, 80);
	driver_keys(&t, "<Esc>u");
	driver_must_show(&t, "Passer au vote quand même");
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_session(&t)->open_vote.item, 0);
	driver_keys(&t, "u1<Enter>");
	assert_int_not_equal(session_unannounced(driver_session(&t)), NULL);
	driver_close(&t);
}

/* Each question of one act is asked in its turn, and a no to the second leaves all as it was. */
static void a_vote_without_quorum_is_asked_about_while_somebody_waits_too(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	open_floor(&t, LANG_EN,
		"floor.ask member=10\nattendance.left "
		"member=16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34\n",
		24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<Esc>u");
	driver_must_show(&t, "No quorum: 17 of 36");
	driver_must_not_show(&t, "still on the list");
	driver_keys(&t, "1<Enter>");
	driver_must_show(&t, "still on the list");
	driver_must_not_show(&t, "No quorum: 17 of 36");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_keys(&t, "u1<Enter>1<Enter>");
	assert_int_not_equal(session_unannounced(driver_session(&t)), NULL);
	assert_int_equal(driver_session(&t)->log.at[acts].type, EVENT_QUORUM_LOST);
	driver_close(&t);
}

/* --- the timer --- */

static void f7_stops_the_time_and_lets_it_go_on(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "<F7>");
	driver_must_show(&t, "Personne n’a la parole");
	driver_keys(&t, "10<Enter>");
	pass(&t, 20);
	driver_keys(&t, "<F7>");
	driver_must_show(&t, "en pause");
	pass(&t, 300);
	driver_must_show(&t, "00:20");
	driver_keys(&t, "<F7>");
	pass(&t, 5);
	driver_must_show(&t, "00:25");
	driver_keys(&t, "<Enter>");
	assert_int_equal(last_speech(&t)->seconds, 25);
	driver_close(&t);
}

static void the_alarm_rings_once(void **state)
{
	struct driver t;
	int bells;

	(void)state;
	open_floor(&t, LANG_FR, "floor.limit seconds=60\n", 24, 80);
	driver_keys(&t, "10<Enter>");
	bells = term_memory_bells(t.term);
	pass(&t, 48);
	driver_must_show(&t, "! reste 00:12");
	assert_int_equal(term_memory_bells(t.term), bells);
	pass(&t, 24);
	driver_must_show(&t, "✗ +00:12");
	assert_int_equal(term_memory_bells(t.term), bells + 1);
	pass(&t, 30);
	assert_int_equal(term_memory_bells(t.term), bells + 1);
	driver_close(&t);
}

static void the_time_is_seen_on_other_screens(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "10<Enter><F9>1");
	pass(&t, 65);
	driver_must_show(&t, "SALLE ▶ 10 01:05");
	driver_keys(&t, "<F7>");
	assert_int_equal(t.desk->screen, SCREEN_FLOOR);
	driver_close(&t);
}

static void a_suspension_stops_the_time(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "10<Enter>");
	pass(&t, 10);
	driver_keys(&t, ":sitting.suspend reason=prayer<Enter>");
	pass(&t, 100);
	driver_keys(&t, "<F7>");
	driver_must_show(&t, "suspendue");
	driver_must_show(&t, "00:10");
	driver_close(&t);
}

static void a_machine_that_slept_is_not_spoken(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "10<Enter>");
	pass(&t, 30);
	clock_ms += 252000;
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "04:12");
	driver_must_show(&t, "interrompu");
	driver_must_show(&t, "00:30");
	driver_keys(&t, "<Enter>");
	assert_int_equal(last_speech(&t)->seconds, 30);
	driver_close(&t);
}

static void after_a_power_cut_the_time_stands_where_it_was(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "10<Enter>");
	pass(&t, 190);
	driver_leave(&t);
	driver_reopen(&t);
	t.script.now.seconds += 252;
	sit_down(&t, 24, 80);
	assert_int_equal(t.desk->screen, SCREEN_FLOOR);
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "! interrompu à 03:10, il y a 04:12");
	pass(&t, 60);
	driver_must_show(&t, "interrompu à 03:10");
	driver_keys(&t, "<F7>");
	pass(&t, 10);
	driver_keys(&t, "<Enter>");
	assert_int_equal(last_speech(&t)->seconds, 200);
	driver_close(&t);
}

static void the_rooms_are_told_the_time(void **state)
{
	struct driver t;
	struct floor_timer timer;
	struct error err = {.code = ERROR_NONE};
	struct str value;
	bool found;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "10<Enter>");
	pass(&t, 20);
	assert_int_equal(journal_kept(register_journal(t.r), STR("room/floor"), &t.arena, &value,
				 &found, &err),
		0);
	assert_true(found && floor_timer_parse(value, &timer));
	assert_true(timer.running);
	assert_int_equal(timer.request, 1);
	assert_int_equal(floor_timer_ms(&timer, clock_ms), 20000);
	driver_keys(&t, "<Enter>");
	assert_int_equal(journal_kept(register_journal(t.r), STR("room/floor"), &t.arena, &value,
				 &found, &err),
		0);
	assert_false(found);
	driver_close(&t);
}

static void a_script_may_have_given_the_floor(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "@10:30:00 floor.give member=10\n", 24, 80);
	driver_must_show(&t, "10 Saïd Haddadi");
	driver_must_show(&t, "Le temps reprend"); /* it stood until F7 */
	driver_close(&t);
}

/* --- screens --- */

static void the_floor_stands_on_every_screen(void **state)
{
	(void)state;
	for (int i = 0; i < DRIVER_LOOKS; i++) {
		struct driver_look look = driver_look(i);
		struct driver t;

		open_floor(&t, look.lang, "floor.give member=3\nfloor.end seconds=242\n", look.rows,
			look.cols);
		driver_keys(&t, "102214<Enter> 317");
		pass(&t, 250);
		driver_golden(&t, "floor");
		driver_close(&t);
	}
}

/* The habitual Enter after a refused number must not fall through to the step. */
static void a_refused_number_keeps_the_question_open(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_EN, "floor.ask member=7\nfloor.give\n", 24, 80);
	driver_keys(&t, " 399");
	driver_must_show(&t, "There is no member 99.");
	assert_int_equal(t.desk->over.kind, OVERLAY_PROMPT);
	driver_keys(&t, "<Enter>");
	assert_int_equal(last_speech(&t)->state, SPEECH_RUNS);
	driver_keys(&t, "12");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(last_speech(&t)->is.member, 12);
	driver_close(&t);
}

/* While somebody speaks, Space and Enter end that speech: they do not give the floor to another. */
static void the_menu_of_the_floor_begins_on_what_is_likely(void **state)
{
	struct driver t;

	(void)state;
	open_floor(&t, LANG_FR, "", 24, 80);
	driver_keys(&t, "1022 <Enter>");
	assert_int_equal(floor_speaking(driver_session(&t))->is.member, 10);
	driver_keys(&t, " ");
	assert_int_equal(t.desk->over.panel.focus, 1);
	driver_keys(&t, "<Enter>");
	assert_null(floor_speaking(driver_session(&t)));
	assert_int_equal(floor_next(driver_session(&t))->is.member, 22);
	driver_keys(&t, " "); /* nobody speaks: the next one is likely */
	assert_int_equal(t.desk->over.panel.focus, 0);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_menu_of_the_floor_begins_on_what_is_likely),
	cmocka_unit_test(before_the_presentation_the_chair_gives_the_floor_that_enter_gives),
	cmocka_unit_test(six_keys_time_a_speech),
	cmocka_unit_test(enter_ends_and_calls_the_next),
	cmocka_unit_test(a_speech_ended_by_mistake_goes_on),
	cmocka_unit_test(the_same_number_again_comes_off_the_list),
	cmocka_unit_test(who_left_stands_aside_and_is_not_called),
	cmocka_unit_test(the_menu_has_orders_replies_and_behalf),
	cmocka_unit_test(a_vote_is_asked_about_while_somebody_waits),
	cmocka_unit_test(a_vote_without_quorum_is_asked_about_while_somebody_waits_too),
	cmocka_unit_test(f7_stops_the_time_and_lets_it_go_on),
	cmocka_unit_test(the_alarm_rings_once),
	cmocka_unit_test(the_time_is_seen_on_other_screens),
	cmocka_unit_test(a_suspension_stops_the_time),
	cmocka_unit_test(a_machine_that_slept_is_not_spoken),
	cmocka_unit_test(after_a_power_cut_the_time_stands_where_it_was),
	cmocka_unit_test(the_rooms_are_told_the_time),
	cmocka_unit_test(a_script_may_have_given_the_floor),
	cmocka_unit_test(a_refused_number_keeps_the_question_open),
	cmocka_unit_test(the_floor_stands_on_every_screen),
};

int main(void)
{
	return cmocka_run_group_tests(cases, NULL, NULL);
}
