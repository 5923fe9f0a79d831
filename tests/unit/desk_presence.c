/* Presence at the desk beyond the marks: recusals, the chair that passes on, proxies, members from
 * afar, excuses refused, the roll call by cursor. */
#include "model/attendance.h"
#include "model/floor.h"
#include "model/presence.h"
#include "model/secretary.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

#define OPENED                                                                                     \
	"sitting.open chair=1 secretary=4\nattendance.all\n"                                       \
	"attendance.absent member=15 excused=yes\nattendance.absent member=19 excused=no\n"        \
	"quorum.record\n"
#define NO_PROXIES "rule.set key=proxy.max value=0 certainty=law confirmed_by=Naima\n"
#define ITEM_3     "item.open item=3\nitem.present member=4\n"
#define NAMED_3    ITEM_3 "vote.open kind=named\n"

/* --- arrivals during a vote --- */

/* The arrival is recorded whatever the answer is; the vote is joined only after yes. */
static void who_arrives_during_a_show_of_hands_is_asked_about(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin_at(
			&t, lang, OPENED ITEM_3 "vote.open kind=hands\n", "<F9>3p19<Enter>");
		assert_int_equal(driver_presence(&t, 19), PRESENCE_HERE);
		assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
		driver_golden(&t, "presence-joins-hands");
		driver_keys(&t, "<Esc>");
		assert_int_equal(driver_presence(&t, 19), PRESENCE_HERE);
		assert_int_equal(session_open_vote(driver_session(&t))->voters.n, 34);
		driver_keys(&t, "p19<Enter>1<Enter>");
		assert_int_equal(session_open_vote(driver_session(&t))->voters.n, 35);
		driver_close(&t);
	}
}

/* --- recusals --- */

static void r_and_a_number_recuse_for_the_item_with_a_reason(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin_at(&t, lang, OPENED NAMED_3, "<F9>3r12");
		driver_golden(&t, "presence-recuse");
		driver_keys(&t, "1");
		assert_false(
			session_recused(driver_session(&t), 3, 12)); /* the digit only chooses */
		driver_keys(&t, "<Enter>");
		assert_true(session_recused(driver_session(&t), 3, 12));
		assert_int_equal(session_open_vote(driver_session(&t))->voters.n, 33);
		driver_golden(&t, "presence-recused");
		driver_close(&t);
	}
}

static void a_recused_member_comes_back_by_the_same_key(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>3r122<Enter>");
	assert_true(session_recused(driver_session(&t), 3, 12));
	driver_keys(&t, "r121");
	assert_true(session_recused(driver_session(&t), 3, 12));
	driver_keys(&t, "<Enter>");
	assert_false(session_recused(driver_session(&t), 3, 12));
	driver_keys(&t, "r12");
	driver_must_show(&t, "Récusation pour ce point");
	driver_keys(&t, "<Esc>ت12"); /* the Arabic face */
	driver_must_show(&t, "Récusation pour ce point");
	driver_keys(&t, "<Esc>r99");
	driver_must_show(&t, "Tapez le numéro");
	driver_close(&t);
}

static void without_an_item_nobody_is_recused(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, OPENED, "<F9>3r");
	driver_must_show(&t, "No item is open: open one first.");
	driver_close(&t);
}

static void who_has_voted_is_not_recused(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, OPENED NAMED_3 "vote.all value=for\n", "<F9>3r121<Enter>");
	driver_must_show(&t, "has voted in the open vote");
	assert_false(session_recused(driver_session(&t), 3, 12));
	driver_close(&t);
}

static void the_chair_that_is_recused_hands_over_in_the_order_of_the_bureau(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		const struct session *s;
		struct driver t;

		driver_begin_at(&t, lang, OPENED ITEM_3, "<F9>3r011<Enter>");
		driver_golden(&t, "presence-chair");
		driver_keys(&t, "1"); /* weighty: the digit selects, Enter does it */
		assert_false(session_recused(driver_session(&t), 3, 1));
		driver_keys(&t, "<Enter>");
		s = driver_session(&t);
		assert_true(session_recused(s, 3, 1));
		assert_int_equal(session_sitting(s)->chair, 2);
		assert_int_equal(s->log.at[s->log.n - 1].type, EVENT_MEMBER_RECUSED);
		assert_int_equal(s->log.at[s->log.n - 2].type, EVENT_CHAIR_CHANGED);
		driver_close(&t);
	}
}

static void the_chair_that_leaves_hands_over_too(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>3s01");
	driver_must_show(&t, "Qui prend la présidence ?");
	driver_keys(&t, "<Esc>");
	assert_int_equal(driver_presence(&t, 1), PRESENCE_HERE);
	driver_keys(&t, "s012<Enter>");
	assert_int_equal(driver_presence(&t, 1), PRESENCE_LEFT);
	assert_int_equal(session_sitting(driver_session(&t))->chair, 3);
	driver_close(&t);
}

static void the_secretary_who_is_excused_or_leaves_is_followed_by_another(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin_at(
			&t, lang, "sitting.open chair=1 secretary=4\nattendance.all\n", "<F9>2e04");
		driver_golden(&t, "presence-secretary");
		driver_keys(&t, "<Esc>");
		assert_int_equal(driver_presence(&t, 4), PRESENCE_HERE);
		driver_keys(&t, "e041<Enter>");
		assert_int_equal(driver_presence(&t, 4), PRESENCE_EXCUSED);
		assert_int_not_equal(secretary_member(driver_session(&t)), 4);
		assert_true(secretary_member(driver_session(&t)) > 1);
		driver_close(&t);
	}
}

static void somebody_who_is_no_member_may_write(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>3s046<Enter>");
	driver_must_show(&t, "Qui assure le secrétariat de séance ?");
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "Désignez le secrétaire de séance");
	driver_keys(&t, "<Tab><Tab>Mme Alaoui<F4>");
	assert_int_equal(driver_presence(&t, 4), PRESENCE_LEFT);
	assert_int_equal(secretary_member(driver_session(&t)), 0);
	driver_keys(&t, "<F9>2 <End><Up><Enter>4");
	driver_must_show(&t, "Mme Alaoui");
	driver_keys(&t, "05<Tab><Tab><Tab>fatigue<F4>");
	assert_int_equal(secretary_member(driver_session(&t)), 5);
	driver_close(&t);
}

static void who_leaves_is_asked_for_again_though_the_secretary_was(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>3s046<Enter><Tab><Tab>Mme Alaoui<F4>");
	assert_int_equal(driver_presence(&t, 4), PRESENCE_LEFT);
	driver_keys(&t, " 08");
	assert_int_equal(driver_presence(&t, 8), PRESENCE_LEFT);
	driver_close(&t);
}

static void the_quorum_waits_for_somebody_who_writes(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR,
		"sitting.open chair=1 secretary=4\nattendance.present "
		"member=1,2,3,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22\n",
		"<F9>2<Enter>");
	driver_must_show(&t, "Qui assure le secrétariat de séance ?");
	driver_keys(&t, "1<Enter>");
	assert_true(secretary_member(driver_session(&t)) > 1);
	assert_int_not_equal(secretary_member(driver_session(&t)), 4);
	driver_close(&t);
}

static void a_vote_keeps_its_chair(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, OPENED NAMED_3, "<F9>3r011<Enter>");
	driver_must_show(&t, "is in the chair: say who takes it");
	assert_false(session_recused(driver_session(&t), 3, 1));
	driver_close(&t);
}

/* --- attendance --- */

static void the_roll_is_called_one_after_the_other(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, "sitting.open chair=1 secretary=4\n", "<F9>2 3");
	driver_must_show(&t, "APPEL ▸ 01");
	driver_keys(&t, "<Enter>pxe1<Enter>"); /* present, present, absent, excused: who writes? */
	assert_int_equal(driver_presence(&t, 1), PRESENCE_HERE);
	assert_int_equal(driver_presence(&t, 2), PRESENCE_HERE);
	assert_int_equal(driver_presence(&t, 3), PRESENCE_ABSENT);
	assert_int_equal(driver_presence(&t, 4), PRESENCE_EXCUSED);
	driver_golden(&t, "presence-roll");
	driver_keys(&t, "<Esc>=");
	assert_int_equal(driver_presence(&t, 5), PRESENCE_HERE);
	driver_keys(&t, " 3");
	driver_must_show(&t, "L’appel est complet");
	driver_close(&t);
}

static void a_letter_held_down_in_the_roll_answers_for_one(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, "sitting.open chair=1 secretary=4\n", "<F9>2 3<Enter>");
	t.desk->patient = true;
	driver_keys(&t, "xxxxxxxxxxxxxxxx");
	assert_int_equal(driver_presence(&t, 2), PRESENCE_ABSENT);
	assert_int_equal(driver_presence(&t, 3), PRESENCE_UNKNOWN);
	driver_keys(&t, "e");
	assert_int_equal(driver_presence(&t, 3), PRESENCE_EXCUSED);
	driver_close(&t);
}

static void an_excuse_that_is_not_accepted_has_its_reason(void **state)
{
	const struct session *s;
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED, "<F9>2x15");
	driver_golden(&t, "presence-excuse");
	driver_keys(&t, "22<Enter>");
	s = driver_session(&t);
	assert_int_equal(driver_presence(&t, 15), PRESENCE_ABSENT);
	assert_true(session_seat(s, 15)->refused);
	assert_true(
		str_is(s->log.at[s->log.n - 1].body.member_absent.reason, "présentée trop tard"));
	driver_must_show(&t, "refus.");
	driver_close(&t);
	driver_begin_at(&t, LANG_FR, OPENED, "<F9>2x151");
	assert_int_equal(driver_presence(&t, 15), PRESENCE_ABSENT);
	assert_false(session_seat(driver_session(&t), 15)->refused);
	driver_close(&t);
}

static void members_from_afar_are_noted_with_what_the_rules_say_of_them(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_AR, OPENED, "<F9>2 <End><Up><Enter>");
	driver_golden(&t, "presence-others");
	driver_keys(&t, "117");
	assert_int_equal(driver_presence(&t, 17), PRESENCE_REMOTE);
	assert_int_equal(session_quorum(driver_session(&t)).present, 33);
	driver_close(&t);
}

static void a_mark_of_a_minute_ago_goes_back_without_a_reason(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, OPENED, "<F9>2s17");
	t.script.now.seconds += 60;
	driver_keys(&t, "<F8>");
	driver_must_show(&t, "it was noted a moment ago");
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_presence(&t, 17), PRESENCE_HERE);
	driver_keys(&t, "s17");
	t.script.now.seconds += 61;
	driver_keys(&t, "<F8><Enter>");
	assert_int_equal(driver_presence(&t, 17), PRESENCE_LEFT); /* a reason is wanted now */
	driver_keys(&t, "1<Enter>");
	assert_int_equal(driver_presence(&t, 17), PRESENCE_HERE);
	driver_close(&t);
}

/* --- substitutes and times --- */

static void a_substitute_is_seated_from_the_menu(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin_at(&t, lang,
			"member.register number=19 name_ar=\"جواد المكناسي\" name_fr=\"Jaouad "
			"Meknassi\" "
			"substitute_ar=\"كريمة العلوي\" substitute_fr=\"Karima Alaoui\"\n" OPENED,
			"<F9>2 619");
		driver_golden(&t, "presence-substitute");
		driver_keys(&t, "<F4>");
		assert_non_null(session_substitute(driver_session(&t), 19));
		driver_golden(&t, "presence-substituted");
		driver_keys(&t, " 615<Tab><Tab>Ali Zahi<F4>");
		assert_null(session_substitute(driver_session(&t), 15)); /* asks first */
		driver_keys(&t, "1<Enter>");
		assert_true(session_substitute(driver_session(&t), 15)->unlisted);
		driver_close(&t);
	}
}

/* Where names are read, it is that of who sits there. */
static void a_substitute_votes_and_speaks_in_his_own_name(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	driver_begin_at(&t, LANG_FR,
		"member.register number=19 name_ar=\"جواد المكناسي\" name_fr=\"Jaouad Meknassi\" "
		"substitute_ar=\"كريمة العلوي\" substitute_fr=\"Karima Alaoui\"\n" OPENED
		"attendance.replace member=19\nitem.open item=3\nitem.present item=3 member=4\n",
		"<F7>19");
	driver_must_show(&t, "19 Karima Alaoui");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "19 Karima Alaoui");
	driver_must_not_show(&t, "Jaouad Meknassi");
	driver_keys(&t, "<Enter><Esc>v3=19");
	driver_must_show(&t, "19 Karima Alaoui : contre");
	driver_must_not_show(&t, "Jaouad Meknassi");
	/* What stands in the record does not change when he leaves. */
	driver_keys(&t, "<Enter><Enter>s19");
	s = driver_session(&t);
	assert_null(session_substitute(s, 19));
	assert_true(str_is(floor_name(s, &s->speeches.at[0]).fr, "Karima Alaoui"));
	driver_close(&t);
}

static void a_time_is_corrected_with_its_reason_and_the_quorum_of_then(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_open(&t, lang, DRIVER_PREPARED);
		driver_play(&t, "@10:00 " OPENED "@10:40 attendance.left member=17\n@11:00 "
				"guest.note capacity=guest name_fr=X\n");
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<F9>2 417<Tab>1020");
		driver_golden(&t, "presence-time");
		driver_keys(&t, "<F4>");
		driver_golden(&t, "presence-time-reason");
		driver_keys(&t, "1");
		assert_int_equal(driver_session(&t)->timings.n, 0);
		driver_keys(&t, "<Enter>");
		assert_int_equal(driver_session(&t)->timings.n, 1);
		assert_int_equal(instant_minute_of_day(session_seat(driver_session(&t), 17)->since),
			10 * 60 + 20);
		driver_keys(&t, " 417<Tab>0800"); /* before the sitting there is no quorum */
		driver_golden(&t, "presence-time-outside");
		driver_keys(&t, "<F4>"); /* and the form stays */
		assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
		driver_keys(&t, "<Esc> 4<F9>empty<Enter>17<Tab>1020<F4>"); /* as it is: no reason is
									      asked for */
		assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
		driver_golden(&t, "presence-time-same");
		driver_close(&t);
	}
}

/* Nobody leaves before a vote he took part in: the times that are offered begin behind it. */
static void a_time_before_an_own_vote_is_not_offered(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_EN, DRIVER_PREPARED);
	driver_play(&t, "@10:00 " OPENED "@10:05 item.open item=3\nitem.present\n@10:10 vote.open "
			"kind=named\nvote.all value=for\n@10:20 vote.close\nvote.announce\n"
			"@10:40 attendance.left member=17\n@11:00 guest.note capacity=guest "
			"name_fr=X\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>2 417<Tab>");
	driver_must_show(&t, "possible: from 10:10 to 11:00");
	driver_keys(&t, "1008");
	driver_must_show(&t, "voted on item 3");
	driver_close(&t);
}

static void without_a_movement_no_time_is_corrected(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, OPENED, "<F9>2 4");
	driver_must_show(&t, "Nobody has come or left since the roll");
	driver_close(&t);
}

static void in_an_election_the_substitute_stands_in_the_list_too(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR,
		"member.register number=19 name_ar=\"جواد المكناسي\" name_fr=\"Jaouad Meknassi\" "
		"substitute_ar=\"كريمة العلوي\" substitute_fr=\"Karima Alaoui\"\n" OPENED
		"attendance.replace member=19\n"
		"item.add kind=election title_ar=\"انتخاب\" title_fr=\"Élection\"\n"
		"item.open item=11\nitem.present\nelection.open post=treasurer candidates=7,12 "
		"confirm=other-post\n",
		"<F9>3");
	driver_must_show(&t, "Karima Alaoui");
	driver_must_show(&t, "suppl.");
	driver_must_not_show(&t, "Jaouad Meknassi");
	driver_keys(&t, "19"); /* the choice takes the word's place; the name says who made it */
	driver_must_show(&t, "Karima Alaoui");
	driver_close(&t);
}

/* --- proxies --- */

static void proxies_are_greyed_where_the_rules_know_none(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_EN, NO_PROXIES OPENED, "<F9>2 5");
	driver_must_show(&t, "allow no proxies");
	driver_close(&t);
}

static void a_proxy_over_a_rule_nobody_confirmed_is_asked_about(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>2 5");
	driver_must_show(&t, "! Les règles de cette session n’admettent aucune procuration");
	driver_keys(&t, "15<Tab>12<F4>");
	driver_must_show(&t, "n’admettent pas de procuration");
	assert_int_equal(session_proxy_holder(driver_session(&t), 15), 0);
	driver_keys(&t, "1<Enter>");
	assert_int_equal(session_proxy_holder(driver_session(&t), 15), 12);
	driver_must_show(&t, "hors règles");
	driver_close(&t);
}

static void who_arrives_during_a_vote_is_asked_about_when_marked(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>3v3=p15n15");
	driver_must_show(&t, "participation au suivant");
	assert_int_equal(session_open_vote(driver_session(&t))->voters.n, 34);
	driver_keys(&t, "1<Enter>");
	assert_int_equal(session_open_vote(driver_session(&t))->voters.n, 35);
	assert_int_equal(vote_mark(session_open_vote(driver_session(&t)), 15), VALUE_AGAINST);
	driver_close(&t);
}

static void what_the_rules_do_not_allow_says_where_they_are(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_AR, NO_PROXIES OPENED, "<F9>2 5");
	driver_golden(&t, "proxies-off");
	driver_keys(&t, "<Esc><F9>قواع<Enter>");
	assert_int_equal(t.desk->screen, SCREEN_REGISTER);
	driver_must_show(&t, "القواعد");
	driver_close(&t);
}

static void the_open_item_has_the_recusal_in_its_menu_and_names_who_is_recused(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED ITEM_3, "<F9>3 ");
	driver_golden(&t, "item-menu");
	driver_keys(&t, "<End><Up><Enter>121<Enter>"); /* above the way to other screens */
	assert_true(session_recused(driver_session(&t), 3, 12));
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "Récusés pour ce point : 12 Meryem Idrissi");
	driver_keys(&t, "v2");
	driver_must_show(&t, "Récusés pour ce point : 12 Meryem Idrissi");
	driver_close(&t);
}

static void a_proxy_is_given_shown_in_the_vote_and_ended(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, "rule.set key=proxy.max value=1\n" OPENED ITEM_3,
		"<F9>2 515<Tab>12<F4>");
	assert_int_equal(session_proxy_holder(driver_session(&t), 15), 12);
	driver_must_show(&t, "par 12"); /* the attendance names the holder, too */
	driver_keys(&t, "<F9>3v3=15");
	driver_must_show(&t, "15 Latifa Benjelloun par 12 Meryem Idrissi");
	driver_keys(&t, "<F8><Enter><F8><Enter>");
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "par 12");
	assert_int_equal(session_open_vote(driver_session(&t))->voters.n, 35);
	driver_keys(&t, "<F8>1<Enter><F9>2 5");
	driver_golden(&t, "presence-proxies");
	driver_keys(&t, "15<F4>");
	assert_int_equal(session_proxy_holder(driver_session(&t), 15), 0);
	driver_close(&t);
}

/* --- marks and votes --- */

/* A slip: the same mark once more must not turn it round. */
static void the_same_mark_again_changes_nothing_and_is_told(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin_at(&t, LANG_EN, "sitting.open chair=1 secretary=4\nattendance.all\n", "<F9>2");
	driver_keys(&t, "x33e07");
	acts = driver_session(&t)->log.n;
	t.desk->patient = true; /* as under somebody's fingers */
	driver_keys(&t, "x33");
	assert_int_equal(driver_presence(&t, 33), PRESENCE_ABSENT);
	driver_must_show(&t, "is already noted as absent.");
	driver_keys(&t, "e07");
	assert_int_equal(driver_presence(&t, 7), PRESENCE_EXCUSED);
	driver_must_show(&t, "is already noted as excused.");
	driver_keys(&t, "p12");
	driver_must_show(&t, "is already noted as present.");
	/* Who never came cannot leave. */
	driver_keys(&t, "s33");
	assert_int_equal(driver_presence(&t, 33), PRESENCE_ABSENT);
	driver_must_show(&t, "is not noted as present.");
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void another_kind_of_vote_is_chosen_while_nothing_is_marked(void **state)
{
	struct driver t;

	(void)state;
	driver_begin_at(&t, LANG_FR, OPENED NAMED_3, "<F9>3 8");
	driver_golden(&t, "presence-kind");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(session_open_vote(driver_session(&t))->kind, VOTE_HANDS);
	driver_close(&t);
	driver_begin_at(&t, LANG_FR, OPENED NAMED_3 "vote.all value=for\n", "<F9>3 8");
	assert_int_equal(session_open_vote(driver_session(&t))->kind, VOTE_NAMED);
	driver_must_show(&t, "Quelque chose est déjà noté : annulez d’abord le vote.");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(who_arrives_during_a_show_of_hands_is_asked_about),
	cmocka_unit_test(r_and_a_number_recuse_for_the_item_with_a_reason),
	cmocka_unit_test(a_recused_member_comes_back_by_the_same_key),
	cmocka_unit_test(without_an_item_nobody_is_recused),
	cmocka_unit_test(who_has_voted_is_not_recused),
	cmocka_unit_test(the_chair_that_is_recused_hands_over_in_the_order_of_the_bureau),
	cmocka_unit_test(the_chair_that_leaves_hands_over_too),
	cmocka_unit_test(who_leaves_is_asked_for_again_though_the_secretary_was),
	cmocka_unit_test(the_secretary_who_is_excused_or_leaves_is_followed_by_another),
	cmocka_unit_test(somebody_who_is_no_member_may_write),
	cmocka_unit_test(the_quorum_waits_for_somebody_who_writes),
	cmocka_unit_test(a_vote_keeps_its_chair),
	cmocka_unit_test(the_roll_is_called_one_after_the_other),
	cmocka_unit_test(a_letter_held_down_in_the_roll_answers_for_one),
	cmocka_unit_test(an_excuse_that_is_not_accepted_has_its_reason),
	cmocka_unit_test(members_from_afar_are_noted_with_what_the_rules_say_of_them),
	cmocka_unit_test(a_mark_of_a_minute_ago_goes_back_without_a_reason),
	cmocka_unit_test(a_substitute_is_seated_from_the_menu),
	cmocka_unit_test(a_substitute_votes_and_speaks_in_his_own_name),
	cmocka_unit_test(in_an_election_the_substitute_stands_in_the_list_too),
	cmocka_unit_test(a_time_is_corrected_with_its_reason_and_the_quorum_of_then),
	cmocka_unit_test(a_time_before_an_own_vote_is_not_offered),
	cmocka_unit_test(without_a_movement_no_time_is_corrected),
	cmocka_unit_test(proxies_are_greyed_where_the_rules_know_none),
	cmocka_unit_test(a_proxy_over_a_rule_nobody_confirmed_is_asked_about),
	cmocka_unit_test(who_arrives_during_a_vote_is_asked_about_when_marked),
	cmocka_unit_test(what_the_rules_do_not_allow_says_where_they_are),
	cmocka_unit_test(the_open_item_has_the_recusal_in_its_menu_and_names_who_is_recused),
	cmocka_unit_test(a_proxy_is_given_shown_in_the_vote_and_ended),
	cmocka_unit_test(the_same_mark_again_changes_nothing_and_is_told),
	cmocka_unit_test(another_kind_of_vote_is_chosen_while_nothing_is_marked),
};

TEST_MAIN(cases)
