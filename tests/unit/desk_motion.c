/* Amendments, motions and a changed agenda under the fingers of a test. */
#include "model/motion.h"

#include "tests/desk_driver.h"
#include "tests/test.h"

#define OPENED "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
#define TEXTED                                                                                     \
	"item.change item=5 text_fr=\"La Chambre met à disposition les stands pour les artisans " \
	"de la région.\" text_ar=\"تضع الغرفة رهن الإشارة الأروقة لفائدة صناع الجهة.\"\n"
#define ITEM_5 OPENED TEXTED "item.open item=5\nitem.present item=5 member=4\n"
#define MOVED                                                                                                             \
	ITEM_5                                                                                                            \
	"motion.move kind=amendment member=10 title_fr=\"article 4, alinéa 2\" title_ar=\"المادة "                 \
	"4\" "                                                                                                            \
	"text_fr=\"La Chambre met à disposition les stands pour les artisans de la région, dont "                       \
	"un quart au moins pour les coopératives.\" text_ar=\"تضع الغرفة رهن الإشارة الأروقة " \
	"لفائدة صناع الجهة، منها الربع على الأقل للتعاونيات.\" "               \
	"grounds_fr=\"équité entre coopératives et entreprises\" "                                                     \
	"grounds_ar=\"الإنصاف بين التعاونيات والمقاولات\"\n"                                \
	"motion.move kind=amendment member=22 text_fr=\"La Chambre met à disposition des "                               \
	"stands.\"\n"

#define ARTICLE_FR                                                                                  \
	"La Chambre met à disposition les stands pour les artisans de la région et en assure la " \
	"tenue. "
#define ARTICLE_AR "تضع الغرفة الأروقة رهن إشارة صناع الجهة وتسهر على حسن تدبيرها طيلة السنة. "
#define LONG_TEXT                                                                                  \
	"item.change item=5 text_fr=\"" ARTICLE_FR ARTICLE_FR ARTICLE_FR ARTICLE_FR ARTICLE_FR     \
		ARTICLE_FR "\" text_ar=\"" ARTICLE_AR ARTICLE_AR ARTICLE_AR ARTICLE_AR ARTICLE_AR  \
			ARTICLE_AR ARTICLE_AR "\"\n"

#define LONG_ITEM                                                                                  \
	OPENED LONG_TEXT                                                                           \
		"item.open item=5\nitem.present item=5 member=4\n"                                 \
		"motion.move kind=amendment member=10 text_fr=\"La Chambre met à disposition.\" " \
		"text_ar=\"تضع الغرفة الأروقة.\" "                                 \
		"grounds_fr=\"équité entre coopératives et entreprises\" "                      \
		"grounds_ar=\"الإنصاف بين التعاونيات والمقاولات\"\n"

static void open_desk(struct driver *t, enum lang lang, const char *played, int rows, int cols)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, played);
	driver_desk(t, rows, cols);
}

static const struct item *item_5(struct driver *t)
{
	return session_item(driver_session(t), 5);
}

/* Typed over, the text of the item would be nowhere. */
static void the_text_as_it_stands_is_seen_while_another_is_typed(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, ITEM_5, 24, 80);
	driver_keys(&t, "<F9>3 610Rien de tout cela.");
	driver_must_show(&t, "texte actuel : La Chambre met à disposition les stands pour les");
	driver_must_show(&t, "Rien de tout cela.");
	driver_close(&t);
}

static void an_amendment_then_the_whole_are_nine_keys_and_the_text(void **state)
{
	struct driver t;
	const struct vote *whole;

	(void)state;
	open_desk(&t, LANG_FR, ITEM_5, 24, 80);
	driver_keys(&t, "<F9>3 610");
	driver_keys(&t, "<Right> Et pour leurs coopératives.");
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "texte amendé proposé");
	driver_must_show(&t, "! Le texte arabe reste tel quel.");
	driver_must_show(&t, "Je mets d’abord aux voix l’amendement.");
	driver_keys(&t, "u");
	driver_must_show(&t, "RÉSULTAT — pas encore annoncé");
	driver_must_not_show(&t, "u à l’unanimité"); /* the item waits for the announcement */
	driver_keys(&t, "u");
	driver_must_show(&t, "✗ Le dernier résultat n’est pas encore annoncé");
	driver_keys(&t, "v");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_null(item_vote(item_5(&t)));
	driver_keys(&t, "<Enter>u");
	driver_keys(&t, "<Enter>");
	whole = item_vote(item_5(&t));
	assert_non_null(whole);
	assert_true(whole->announced);
	assert_true(str_is(whole->text.fr, "La Chambre met à disposition les stands pour les "
					   "artisans de la région. Et pour leurs coopératives."));
	assert_int_equal(driver_session(&t)->motions.at[0].is.member, 10);
	driver_close(&t);
}

static void an_urgent_item_is_eight_keys_and_its_title(void **state)
{
	struct driver t;
	const struct session *s;

	(void)state;
	open_desk(&t, LANG_FR, OPENED, 24, 80);
	driver_keys(&t, " 83");
	driver_keys(&t, "Aide aux sinistrés<Enter>2<Enter>");
	s = driver_session(&t);
	assert_int_equal(s->motions.n, 1);
	assert_int_equal(session_item(s, 11)->state, ITEM_IS_PROPOSED);
	assert_int_equal(session_item(s, 11)->is.kind, ITEM_AGREEMENT);
	driver_must_show(&t, "Aide aux sinistrés");
	assert_true(str_is(s->motions.at[0].is.grounds_fr, "à la demande de membres"));
	driver_keys(&t, "u<Enter>");
	s = driver_session(&t);
	assert_int_equal(session_item(s, 11)->state, ITEM_IS_WAITING);
	assert_true(session_vote(s, s->last_vote)->announced);
	driver_close(&t);
}

/* Under what is needed stands what may stay empty; Enter there goes on, on the last one it records.
 */
static void an_urgent_item_begins_with_what_is_needed_and_takes_all_of_it(void **state)
{
	(void)state;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		struct driver t;
		const struct motion_moved *is;

		open_desk(&t, lang, OPENED, 24, 80);
		driver_keys(&t, " 83");
		driver_golden(&t, "urgent-item");
		driver_keys(&t, "titre<Enter>2<Tab>motif<Enter>titre 2<Enter>");
		driver_keys(&t, "texte<Tab>texte 2<Tab>5<Enter>2<Enter>");
		assert_int_equal(driver_session(&t)->motions.n, 1);
		is = &driver_session(&t)->motions.at[0].is;
		assert_int_equal(is->member, 5);
		assert_true(str_is(lang == LANG_AR ? is->grounds_ar : is->grounds_fr, "motif"));
		assert_true(str_is(session_item(driver_session(&t), 11)->is.text_fr,
			lang == LANG_AR ? "texte 2" : "texte"));
		assert_true(str_is(session_item(driver_session(&t), 11)->is.text_ar,
			lang == LANG_AR ? "texte" : "texte 2"));
		assert_int_equal(session_item(driver_session(&t), 11)->state, ITEM_IS_PROPOSED);
		driver_close(&t);
	}
}

static void a_motion_shows_both_texts_and_the_order(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		open_desk(&t, lang, MOVED, 24, 80);
		driver_keys(&t, "<F9>3");
		driver_golden(&t, "motion");
		driver_leave(&t);
		driver_desk(&t, 45, 160);
		driver_keys(&t, "<F9>3");
		driver_golden(&t, "motion");
		driver_close(&t);
	}
}

static void the_order_is_only_proposed(void **state)
{
	struct driver t;
	const struct vote *open;

	(void)state;
	open_desk(&t, LANG_EN, MOVED, 24, 80);
	driver_keys(&t, "<F9>3");
	driver_must_show(&t, "amendment no. 1 (10 Saïd Haddadi)");
	driver_keys(&t, "<Down>");
	driver_must_show(&t, "Open the vote on amendment no. 2 (u: unanimity, v: another kind)");
	driver_keys(&t, "<Enter>");
	open = session_open_vote(driver_session(&t));
	assert_non_null(open);
	assert_int_equal(open->motion, 2);
	driver_must_show(&t, "amendment no. 2");
	/* The chair goes on speaking of the amendment while it is voted. */
	driver_must_show(&t, "I first put the amendment to the vote.");
	driver_close(&t);
}

static void the_other_text_comes_first_with_a_key(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, MOVED, 24, 80);
	driver_keys(&t, "<F9>3<Tab>");
	assert_true(t.desk->motion_before);
	driver_keys(&t, "<Tab>");
	assert_false(t.desk->motion_before);
	driver_close(&t);
}

static void a_motion_is_withdrawn_with_a_reason(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, MOVED, 24, 80);
	driver_keys(&t, "<F9>3 51<Enter>");
	assert_true(driver_session(&t)->motions.at[0].withdrawn);
	assert_true(driver_session(&t)->motions.at[0].reason.n > 0);
	assert_false(driver_session(&t)->motions.at[1].withdrawn);
	driver_close(&t);
}

static void what_is_wrong_in_the_form_is_said_and_nothing_is_lost(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, ITEM_5, 24, 80);
	driver_keys(&t, "<F9>3 699");
	driver_keys(&t, "<C-End> And more.<F4>");
	driver_must_show(&t, "There is no member no. 99.");
	assert_int_equal(driver_session(&t)->motions.n, 0);
	driver_keys(&t, "05<F4>"); /* the number is typed anew where it was wrong, not into
					      the text */
	assert_int_equal(driver_session(&t)->motions.n, 1);
	assert_int_equal(driver_session(&t)->motions.at[0].is.member, 5);
	driver_must_show(&t, "gion. +And");
	driver_close(&t);
}

/* The bar goes where the refusal is about; from the first row of a text ↑ leads out of it. */
static void a_mover_who_has_left_is_typed_anew_in_place(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, ITEM_5 "attendance.left member=7\n", 24, 80);
	driver_keys(&t, "<F9>3 607<C-End> And more.<F4>");
	driver_must_show(&t, "is not present and moves nothing");
	driver_keys(&t, "05<F4>");
	assert_int_equal(driver_session(&t)->motions.n, 1);
	assert_int_equal(driver_session(&t)->motions.at[0].is.member, 5);
	driver_keys(&t, " 606<C-End> More still.<C-Home><Up><C-a>08<F4>");
	assert_int_equal(driver_session(&t)->motions.n, 2);
	assert_int_equal(driver_session(&t)->motions.at[1].is.member, 8);
	driver_close(&t);
}

/* Who types the amended text whole must not record it behind the one that stands there. */
static void the_text_that_stands_there_is_replaced_by_what_is_typed(void **state)
{
	(void)state;
	for (int lang = LANG_AR; lang <= LANG_EN; lang++) {
		const struct motion_moved *m;
		struct driver t;

		open_desk(&t, lang, ITEM_5, 24, 80);
		driver_keys(&t, "<F9>3 610");
		driver_keys(&t, "12345 6<F4>");
		assert_int_equal(driver_session(&t)->motions.n, 1);
		m = &driver_session(&t)->motions.at[0].is;
		assert_true(str_is(lang == LANG_AR ? m->after_ar : m->after_fr, "12345 6"));
		driver_close(&t);
	}
}

static void an_item_moves_by_a_vote(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, OPENED, 24, 80);
	driver_keys(&t, "<F9>14 61");
	driver_keys(&t, "1<Enter>1<Enter>");
	assert_int_equal(driver_session(&t)->motions.n, 1);
	assert_int_equal(driver_session(&t)->motions.at[0].is.kind, MOTION_SHIFT);
	driver_keys(&t, "u<Enter>");
	assert_int_equal(session_agenda_number(driver_session(&t), 4), 1);
	driver_close(&t);
}

/* More of it than the panel holds is reached with the arrows, to its last word and back. */
static void the_look_at_an_item_has_its_text_and_the_grounds_of_its_motions(void **state)
{
	static const char *const last[] = {"الإنصاف بين التعاونيات والمقاولات",
		"équité entre coopératives et entreprises",
		"équité entre coopératives et entreprises"};
	static const char *const first[] = {"مشروع اتفاقية", "Projet de convention spécifique",
		"Projet de convention spécifique"};
	struct driver t;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		open_desk(&t, lang, LONG_ITEM, 24, 80);
		driver_keys(&t, "<F9>2<Tab><Enter>");
		assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
		driver_golden(&t, "item-look");
		driver_must_show(&t, first[lang]);
		driver_must_not_show(&t, last[lang]);
		driver_keys(&t, "<End>");
		driver_must_show(&t, last[lang]);
		assert_int_not_equal(t.desk->over.panel.top, 0);
		driver_keys(&t, "<PgUp><PgUp><PgUp>");
		driver_must_show(&t, first[lang]);
		assert_int_equal(t.desk->over.panel.top, 0);
		driver_keys(&t, "<Down>");
		driver_golden(&t, "item-look-down");
		driver_keys(&t, "<Up><PgDn><PgDn><PgDn><PgDn>");
		driver_must_show(&t, last[lang]);
		driver_keys(&t, "<Enter>");
		assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
		driver_close(&t);
	}
}

/* However many motions there were, the last one is among them. */
static void the_look_at_an_item_has_all_its_motions(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, ITEM_5, 24, 80);
	for (int i = 0; i < 20; i++)
		driver_play(&t, "motion.move kind=amendment member=10 text_fr=\"Un texte.\" "
				"grounds_fr=\"pour voir\"\n");
	driver_play(&t, "motion.move kind=amendment member=12 text_fr=\"Le dernier.\" "
			"grounds_fr=\"la toute dernière raison\"\n");
	driver_keys(&t, "<F9>2<Tab><Enter>");
	driver_must_not_show(&t, "la toute dernière raison");
	for (int i = 0; i < 3; i++)
		driver_keys(&t, "<End>");
	driver_must_show(&t, "la toute dernière raison");
	driver_must_show(&t, "Meryem Idrissi");
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_look_at_an_item_has_all_its_motions),
		cmocka_unit_test(the_text_as_it_stands_is_seen_while_another_is_typed),
		cmocka_unit_test(the_text_as_it_stands_is_seen_while_another_is_typed),
		cmocka_unit_test(an_amendment_then_the_whole_are_nine_keys_and_the_text),
		cmocka_unit_test(an_urgent_item_is_eight_keys_and_its_title),
		cmocka_unit_test(an_urgent_item_begins_with_what_is_needed_and_takes_all_of_it),
		cmocka_unit_test(a_motion_shows_both_texts_and_the_order),
		cmocka_unit_test(the_order_is_only_proposed),
		cmocka_unit_test(the_other_text_comes_first_with_a_key),
		cmocka_unit_test(a_motion_is_withdrawn_with_a_reason),
		cmocka_unit_test(what_is_wrong_in_the_form_is_said_and_nothing_is_lost),
		cmocka_unit_test(a_mover_who_has_left_is_typed_anew_in_place),
		cmocka_unit_test(the_text_that_stands_there_is_replaced_by_what_is_typed),
		cmocka_unit_test(an_item_moves_by_a_vote),
		cmocka_unit_test(the_look_at_an_item_has_its_text_and_the_grounds_of_its_motions),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
