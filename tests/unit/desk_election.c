/* An election at the desk: the form, choices by number, two rounds and the ladder, papers, and the
 * office offered to the register. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#define PUT                                                                                                    \
	"item.add kind=election at=1 title_ar=\"انتخاب المكتب\" title_fr=\"Élection du bureau\" " \
	"short_fr=\"Bureau\"\n"                                                                                \
	"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"                                    \
	"item.open item=1\nitem.present item=1\n"

/* Two rounds that end in the same tie: the ladder is to be gone down. */
#define TIED                                                                                       \
	"election.open post=president candidates=7,12\n"                                           \
	"election.mark member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18 choice=1\n"             \
	"election.mark choice=2\nelection.count\nelection.announce\nelection.open\n"               \
	"election.mark member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18 choice=1\n"             \
	"election.mark choice=2\nelection.count\n"

#define MARKED                                                                                     \
	"election.mark member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17 choice=1\n"                \
	"election.mark member=18 choice=3\nelection.mark member=19 choice=0\n"                     \
	"election.mark choice=2\nelection.count\nelection.announce\n"
#define TIED_OF_THREE                                                                              \
	"election.open post=president candidates=7,12,18\n" MARKED "election.open\n" MARKED

static void begin(struct driver *t, enum lang lang, const char *more)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, PUT);
	driver_play(t, more);
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>3");
}

static const struct election *election(const struct driver *t)
{
	const struct session *s = driver_session(t);

	return item_election(session_item(s, session_agenda_key(s, 1)));
}

static void a_president_is_elected_with_numbers_alone(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_FR, "");
	driver_keys(&t, "<Enter>");
	driver_golden(&t, "election-form");
	driver_keys(&t, "17 12<F4>"); /* the first post, then who stands for it */
	assert_int_equal(election(&t)->state, ELECTION_IS_OPEN);
	driver_keys(&t, "o1=o203040506a07");
	assert_int_equal(round_choice(election_round(election(&t)), 7), CHOICE_BLANK);
	assert_int_equal(round_choice(election_round(election(&t)), 5), 2);
	driver_golden(&t, "election-named");
	driver_keys(&t, "<Enter>");
	assert_int_equal(election(&t)->elected, 1);
	driver_must_show(&t, "Élection de Youssef Berrada au tour 1");
	driver_must_show(&t, "pas encore annoncé");
	driver_keys(&t, "<F5>");
	assert_true(election_round(election(&t))->announced);
	driver_must_show(&t, "Espace 1 élit à un autre poste.");
	driver_golden(&t, "election-over");
	driver_close(&t);
}

/* What is missing is asked for in its own field, and what is typed then stands there. */
static void a_refused_opening_leads_to_its_field(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, "");
	driver_keys(&t, "<Enter>Délégué");
	assert_int_equal(t.desk->over.form.focus, 0); /* letters choose no post */
	driver_keys(&t, "1légué<F4>");
	driver_must_show(&t, "Say who stands");
	assert_int_equal(t.desk->over.form.focus, 1);
	assert_non_null(t.desk->over.fields[1].problem.id);
	driver_keys(&t, "<C-a>7 12<Tab>2<F4>");
	driver_must_show(&t, "Give the reason");
	assert_int_equal(t.desk->over.form.focus, 3);
	assert_non_null(t.desk->over.fields[3].problem.id);
	driver_keys(&t, "tradition");
	assert_true(str_is(form_text(&t.desk->over.fields[3]), "tradition"));
	driver_close(&t);
}

static void two_rounds_and_the_ladder(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_AR,
		"election.open post=president candidates=7,12,15 endorsed=7\n"
		"election.mark member=1,2,3,4,5,6,7,8,9,10,11,12 choice=1\n"
		"election.mark member=13,14,15,16,17,18,19,20,21,22,23,24 choice=2\n"
		"election.mark choice=3\n");
	driver_keys(&t, "a<Enter>"); /* the next numbers would have been blank */
	assert_int_equal(election(&t)->state, ELECTION_WAITS);
	driver_golden(&t, "election-unannounced");
	driver_keys(&t, "<Enter>");
	driver_golden(&t, "election-waits");
	driver_keys(&t, " 8<Left><F4>");
	assert_int_equal(election_running(election(&t)), 2);
	driver_keys(&t, "<Enter>");
	assert_int_equal(election(&t)->rounds.n, 2);
	driver_keys(&t, "05"); /* … but not in another round */
	assert_int_equal(round_choice(election_round(election(&t)), 5), CHOICE_NONE);
	driver_close(&t);
}

#define SECRETLY                                                                                   \
	"attendance.left member=19\nelection.open post=president candidates=7,12 secret=yes "      \
	"reason=x confirm=public-rule\n"
#define PUBLICLY "attendance.left member=19\nelection.open post=president candidates=7,12\n"

/* The arrival stays recorded after a no; the paper is given after a yes. */
static void who_arrives_during_a_secret_round_is_asked_about(void **state)
{
	static const enum lang langs[] = {LANG_AR, LANG_FR, LANG_EN};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		struct driver t;

		begin(&t, langs[i], SECRETLY);
		assert_int_equal(election_round(election(&t))->voters.n, 35);
		driver_keys(&t, "p19");
		driver_golden(&t, "election-joins");
		driver_keys(&t, "<Esc>");
		assert_int_equal(session_seat(driver_session(&t), 19)->presence, PRESENCE_HERE);
		assert_int_equal(election_round(election(&t))->voters.n, 35);
		driver_keys(&t, "p191<Enter>");
		assert_int_equal(election_round(election(&t))->voters.n, 36);
		driver_close(&t);
	}
}

static void who_arrives_during_a_public_round_is_asked_about_when_marked(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_FR, PUBLICLY);
	driver_keys(&t, "p19o119");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_keys(&t, "1<Enter>");
	assert_int_equal(round_choice(election_round(election(&t)), 19), 1);
	driver_close(&t);
}

static void who_arrives_recused_during_a_round_is_told_why_he_has_no_vote(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, "attendance.recuse member=19 reason=x\n" SECRETLY);
	driver_keys(&t, "p19");
	driver_must_show(&t, "The arrival is recorded.");
	driver_must_show(&t, "is recused for this item");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(election_round(election(&t))->voters.n, 35);
	driver_close(&t);
}

static void the_form_of_a_tie_says_who_is_elected_in_french_too(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_FR, TIED);
	driver_keys(&t, "<Enter><Enter>");
	driver_keys(&t, "2<Tab>7"); /* his number; he is the first of two */
	driver_must_show(&t, "→ élection de Youssef Berrada, au bénéfice du plus jeune âge");
	driver_keys(&t, "<F4>"); /* the rule does not have this way */
	driver_must_show(&t, "élection de Youssef Berrada, au bénéfice du plus jeune");
	driver_must_show(&t, "Continuer");
	assert_int_equal(election(&t)->elected, 0);
	driver_close(&t);
}

/* Nobody is announced as elected whom the register will refuse. */
static void the_form_of_a_tie_names_nobody_who_is_behind(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_EN, TIED_OF_THREE);
	driver_keys(&t, "<Enter>1<Tab>18");
	driver_must_show(&t, "✗ Candidate 3 does not share the first place.");
	driver_must_not_show(&t, "is elected, as");
	driver_close(&t);
}

static void a_tie_opens_the_form_of_the_ladder(void **state)
{
	struct driver t;
	int was;

	(void)state;
	begin(&t, LANG_EN, TIED);
	driver_keys(&t, "<Enter><Enter>");
	driver_golden(&t, "election-tie");
	driver_keys(&t, "<F4>"); /* nobody is elected by leaving things as they are */
	assert_int_equal(election(&t)->elected, 0);
	driver_must_show(&t, "to be chosen");
	driver_keys(&t, "1<F4>");
	assert_int_equal(election(&t)->elected, 0);
	driver_must_show(&t, "[the oldest]");
	driver_must_show(&t, "to be chosen");
	driver_must_not_show(&t, "is elected, as");
	driver_keys(&t, "07");
	driver_must_show(&t, "→ Youssef Berrada is elected, as the oldest");
	driver_keys(&t, "<Tab>tirage<F4>"); /* of a lot that does not decide */
	assert_int_equal(election(&t)->elected, 0);
	driver_must_show(&t, "no lot decides here");
	driver_keys(&t, "<C-u><F4>");
	assert_int_equal(election(&t)->elected, 1);
	assert_true(election(&t)->by_ladder);
	driver_must_show(&t, "the decision of the tie is not announced yet");
	driver_keys(&t, "<Enter>");
	assert_true(election_round(election(&t))->announced);
	was = session_seat(driver_session(&t), 7)->member.office;
	driver_keys(&t, " 2");
	driver_must_show(&t, "The office in the register");
	driver_keys(&t, "1");
	assert_int_equal(session_seat(driver_session(&t), 7)->member.office, was);
	driver_must_show(&t, "Recorded in the chamber's register");
	driver_close(&t);
}

static void a_secret_round_is_reconciled_in_its_form(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_FR,
		"election.open post=treasurer candidates=7,12 secret=yes reason=tradition "
		"confirm=public-rule,other-post\n");
	driver_keys(&t, "<Enter>36<Tab>20<Tab>13<Tab>2<Tab>2");
	driver_golden(&t, "election-papers");
	driver_keys(&t, "<F4>");
	assert_int_equal(election(&t)->state, ELECTION_IS_OPEN);
	driver_keys(&t, "<BS>1<F4>");
	assert_int_equal(election(&t)->elected, 1);
	assert_int_equal(round_votes(election_round(election(&t)), 1), 20);
	assert_int_equal(round_votes(election_round(election(&t)), 2), 13);
	driver_close(&t);
}

/* In each language the figure stands in the row of the name, also of a list whose names are too
 * many for it; a figure left out is asked for beside its name. */
static void each_figure_of_a_secret_round_stands_beside_its_name(void **state)
{
	static const char *const first[] = {[LANG_AR] = "07 يوسف برادة",
		[LANG_FR] = "07 Youssef Berrada",
		[LANG_EN] = "07 Youssef Berrada"};
	struct driver t;

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		begin(&t, (enum lang)lang,
			"election.open post=treasurer candidates=7,12,15 secret=yes "
			"reason=tradition confirm=public-rule,other-post\n");
		driver_keys(&t, "<Enter>36<Enter>20<Enter>13<Enter>");
		driver_must_show(&t, first[lang]);
		driver_keys(&t, "<F4>");
		assert_int_equal(election(&t)->state, ELECTION_IS_OPEN);
		driver_must_show(&t, lang == LANG_AR ? "15 لطيفة بنجلون: يجب ملء هذه الخانة"
				     : lang == LANG_FR ? "15 Latifa Benjelloun : à remplir"
						       : "15 Latifa Benjelloun: to be filled in");
		driver_keys(&t, "0<Enter>3<F4>");
		assert_int_equal(round_votes(election_round(election(&t)), 1), 20);
		assert_int_equal(round_votes(election_round(election(&t)), 2), 13);
		assert_int_equal(round_votes(election_round(election(&t)), 3), 0);
		driver_close(&t);
	}
	begin(&t, LANG_FR,
		"election.open post=vice-president list1=7,12,15 list2=1,2,3 secret=yes "
		"reason=tradition confirm=other-ballot,public-rule,other-post\n");
	driver_keys(&t, "<Enter>36<Enter>20<Enter>16");
	driver_golden(&t, "election-papers-lists");
	driver_keys(&t, "<F4>");
	assert_int_equal(election(&t)->elected, 1);
	driver_close(&t);
}

static void a_choice_of_a_counted_round_is_corrected(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_FR,
		"election.open post=treasurer candidates=7,12 confirm=other-post\n"
		"election.mark member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19 choice=1\n"
		"election.mark choice=2\nelection.count\nelection.announce\n");
	driver_keys(&t, " 33<Tab><Right><Right><Tab>mal entendue");
	driver_golden(&t, "election-correct");
	driver_keys(&t, "<F4>");
	/* It would turn the result: nothing is recorded before the question is answered. */
	assert_int_equal(election_round(election(&t))->mends.n, 0);
	driver_golden(&t, "election-turns");
	driver_keys(&t, "1<Enter>");
	assert_int_equal(election_round(election(&t))->mends.n, 1);
	assert_int_equal(election(&t)->state, ELECTION_WAITS);
	driver_must_show(&t, "rectification pas encore annoncée");
	driver_keys(&t, "<Enter>");
	assert_true(election_round(election(&t))->announced);
	driver_close(&t);
}

static void papers_of_a_counted_round_are_corrected_from_their_figures(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_AR,
		"election.open post=treasurer candidates=7,12 secret=yes reason=tradition "
		"confirm=public-rule,other-post\nelection.count votes=20,13 blank=2 void=1\n");
	driver_keys(&t, " 3<Tab>12<Tab>3<Tab><Tab>relu");
	driver_golden(&t, "election-papers-again");
	driver_keys(&t, "<F4>");
	assert_int_equal(election_round(election(&t))->is.votes.at[1], 12);
	assert_int_equal(election_round(election(&t))->is.blank, 3);
	driver_close(&t);
}

static void an_election_is_voided_with_a_reason(void **state)
{
	struct driver t;

	(void)state;
	begin(&t, LANG_FR, "election.open post=treasurer candidates=7,12 confirm=other-post\n");
	driver_keys(&t, " 62<Enter>");
	assert_null(election(&t));
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(a_president_is_elected_with_numbers_alone),
		cmocka_unit_test(a_refused_opening_leads_to_its_field),
		cmocka_unit_test(two_rounds_and_the_ladder),
		cmocka_unit_test(who_arrives_during_a_secret_round_is_asked_about),
		cmocka_unit_test(who_arrives_during_a_public_round_is_asked_about_when_marked),
		cmocka_unit_test(who_arrives_recused_during_a_round_is_told_why_he_has_no_vote),
		cmocka_unit_test(the_form_of_a_tie_says_who_is_elected_in_french_too),
		cmocka_unit_test(the_form_of_a_tie_names_nobody_who_is_behind),
		cmocka_unit_test(a_tie_opens_the_form_of_the_ladder),
		cmocka_unit_test(a_secret_round_is_reconciled_in_its_form),
		cmocka_unit_test(each_figure_of_a_secret_round_stands_beside_its_name),
		cmocka_unit_test(a_choice_of_a_counted_round_is_corrected),
		cmocka_unit_test(papers_of_a_counted_round_are_corrected_from_their_figures),
		cmocka_unit_test(an_election_is_voided_with_a_reason),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
