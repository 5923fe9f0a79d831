#include "model/agreement.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

/* Agreements at the desk: the families with their amounts, the forms that say and correct them, the
 * amendment of an amount, and what is still to be followed. */

/* Items 3 to 8 of the sample are agreements: 5 a special one with a gap, 8 an addendum. */
#define PARTIES                                                                                          \
	"agreement.describe item=5 kind=special link=implements total=12000000 months=48 "               \
	"parent_ar=\"اتفاقية إطار\" parent_fr=\"Convention-cadre\"\n"                         \
	"agreement.party item=5 name_ar=\"كتابة الدولة\" name_fr=\"Secrétariat d’État\" " \
	"role=funder amount=6000000\n"                                                                   \
	"agreement.party item=5 name_ar=\"مجلس الجهة\" name_fr=\"Conseil régional\" "          \
	"role=funder amount=4000000\n"                                                                   \
	"agreement.party item=5 chamber=yes role=host also=partner amount=1500000\n"                     \
	"agreement.describe item=8 kind=addendum parent=5\n"
#define OPENED                                                                                     \
	"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"                            \
	"attendance.all\nquorum.record\nitem.open item=5\nitem.present member=3\n"

static const struct item *item_of(struct driver *t, int64_t number)
{
	const struct session *s = driver_session(t);

	return session_item(s, session_agenda_key(s, number));
}

static void the_families_stand_on_every_screen(void **state)
{
	(void)state;
	for (int i = 0; i < DRIVER_LOOKS; i++) {
		struct driver_look look = driver_look(i);
		struct driver t;

		driver_open(&t, look.lang, DRIVER_PREPARED);
		driver_play(&t, PARTIES OPENED);
		driver_desk(&t, look.rows, look.cols);
		driver_keys(&t, "<F9>6");
		driver_golden(&t, "agreements");
		driver_keys(&t, "<F9>3");
		driver_golden(&t, "agreement-item");
		driver_close(&t);
	}
}

static void a_register_without_agreements_says_so(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_FR,
		"@2024-12-13T09:00:00+01:00 chamber.create code=c lang=fr name_fr=Chambre\n"
		"session.create kind=ordinary year=2024 month=10\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>6");
	driver_must_show(&t, "Aucune session du registre");
	driver_keys(&t, " 4");
	assert_int_not_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_keys(&t, "<Esc> 7");
	assert_int_equal(t.desk->line_tone, TONE_CAUTION);
	driver_close(&t);
}

static void what_it_is_is_said_in_a_form(void **state)
{
	struct driver t;
	const struct agreement_described *is;

	(void)state;
	driver_begin(&t, LANG_FR, PARTIES);
	driver_keys(&t, "<F9>6<F3>Protocole<Enter> 3");
	driver_golden(&t, "agreement-form");
	/* From the kind to the reference, then subject, months, line, year and total. */
	driver_keys(&t, "7<Tab><Tab><Tab><Tab><Tab><Tab>17/2024<Tab>formation<Tab>24<Tab>3.2<Tab>"
			"2025<Tab>1.250.000,50<F4>");
	is = &item_of(&t, 3)->about;
	assert_int_equal(is->kind, AGREEMENT_PROTOCOL);
	assert_true(str_is(is->reference, "17/2024"));
	assert_true(str_is(is->subject_fr, "formation"));
	assert_int_equal(is->months, 24);
	assert_true(str_is(is->line, "3.2"));
	assert_int_equal(is->year, 2025);
	assert_int_equal(is->total, 125000050);
	driver_close(&t);
}

static void a_wrong_amount_stays_in_its_form(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, PARTIES);
	driver_keys(&t, "<F9>6<F3>Protocole<Enter> 49");
	driver_keys(&t, "<Tab>Association<Tab>3<Tab><Tab><Tab>12x<F4>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	assert_int_equal(item_of(&t, 3)->parties.n, 0);
	driver_keys(&t, "1200,5<F4>");
	assert_int_equal(item_of(&t, 3)->parties.n, 1);
	assert_int_equal(item_of(&t, 3)->parties.at[0].amount, 120050);
	driver_close(&t);
}

static void parties_are_added_corrected_and_taken_out(void **state)
{
	struct driver t;
	const struct item *item;

	(void)state;
	driver_begin(&t, LANG_FR, PARTIES);
	driver_keys(&t, "<F9>6<F3>Exposition<Enter> 4");
	driver_golden(&t, "agreement-parties");
	driver_must_show(&t, "à mobiliser");
	driver_keys(&t, "9");
	driver_must_show(&t, "rang"); /* in the list, and not where it is */
	driver_must_not_show(&t, "lieu  ");
	driver_keys(&t, "<Tab>Ville de Fès<Tab>5<Tab><Tab><Tab>500 000<F4>");
	item = item_of(&t, 5);
	assert_int_equal(item->parties.n, 4);
	assert_true(str_is(item->parties.at[3].name_fr, "Ville de Fès"));
	assert_int_equal(item->parties.at[3].amount, 50000000);
	driver_must_show(
		&t, "contributions 12 000 000,00"); /* the panel again, with the new sums */
	driver_keys(&t, "1");                       /* the first party */
	driver_keys(&t, "<Tab><Tab><Tab><Tab><Tab><C-a>7000000<F4>");
	assert_int_equal(item_of(&t, 5)->parties.at[0].amount, 700000000);
	driver_must_show(&t, "au-delà du montant total");
	/* Taking one out has no digit of its own, and asks which one. */
	driver_keys(&t, "<End><Enter>4");
	assert_int_equal(item_of(&t, 5)->parties.n, 4);
	driver_keys(&t, "<Enter>");
	assert_int_equal(item_of(&t, 5)->parties.n, 3);
	assert_null(agreement_party_at(item_of(&t, 5), 4));
	driver_close(&t);
}

static void an_amount_is_amended_and_the_gap_follows(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin(&t, lang, PARTIES OPENED);
		driver_keys(&t, "<F9>6 6<Tab>10");
		driver_keys(&t, "4500000");
		driver_golden(&t, "agreement-amend");
		driver_keys(&t, "<F4>");
		assert_int_equal(driver_session(&t)->motions.n, 1);
		driver_golden(&t, "agreement-motion");
		driver_keys(&t, "u<Enter>");
		assert_int_equal(
			agreement_sums(driver_session(&t), item_of(&t, 5), AGREEMENT_NOW).gap,
			200000000);
		/* Nothing is corrected by hand any more. */
		driver_keys(&t, "<F9>6 49<Tab>X<Tab>3<F4>");
		assert_int_equal(item_of(&t, 5)->parties.n, 3);
		driver_keys(&t, "<Esc><Esc>u");
		assert_true(item_decided(item_of(&t, 5)));
		driver_close(&t);
	}
}

static void a_step_is_recorded_with_its_day_and_who(void **state)
{
	struct driver t;
	const struct agreement_stepped *is;

	(void)state;
	driver_begin(&t, LANG_FR, PARTIES OPENED);
	driver_keys(&t, "<F9>6 7");
	driver_golden(&t, "agreement-step");
	driver_keys(&t, "3<Tab><Tab><F4>"); /* signed, by nobody */
	assert_int_equal(t.desk->line_tone, TONE_BAD);
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_keys(&t, "le président<Tab>Fès<F4>");
	assert_int_equal(item_of(&t, 5)->steps.n, 1);
	is = &item_of(&t, 5)->steps.at[0].is;
	assert_int_equal(is->step, STEP_SIGNED);
	assert_int_equal(is->date.day, 30);
	assert_true(str_is(is->who_fr, "le président"));
	assert_true(str_is(is->place_fr, "Fès"));
	driver_must_show(&t, "signée");
	driver_close(&t);
}

static void the_menu_leads_to_the_item_of_the_row(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, PARTIES OPENED);
	driver_keys(&t, "<F9>6 1");
	assert_int_equal(t.desk->screen, SCREEN_ITEM); /* the row of the open item */
	driver_keys(&t, "<F9>6<F3>Sefrou<Enter> 1");
	assert_int_equal(t.desk->screen, SCREEN_AGENDA);
	assert_int_equal(t.desk->agenda.focus, 7);
	driver_keys(&t, "<F9>6<F3>Convention-cadre<Enter> 1"); /* a parent that no session has */
	assert_int_equal(t.desk->screen, SCREEN_AGREEMENTS);
	assert_int_equal(t.desk->line_tone, TONE_CAUTION);
	driver_close(&t);
}

static void what_is_brought_in_kind_is_read_everywhere(void **state)
{
	static const struct {
		enum lang lang;
		const char *words, *begin;
	} cases[] = {{LANG_FR, "en nature : stand de vingt mètres carrés", "en nature : stand"},
		{LANG_AR, "عينا: رواق من عشرين مترا مربعا", "عينا: رواق"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct driver t;

		driver_begin(&t, cases[i].lang,
			"agreement.party item=3 chamber=yes role=host "
			"kind_ar=\"رواق من عشرين مترا مربعا\" "
			"kind_fr=\"stand de vingt mètres carrés\"\n");
		driver_keys(&t, "<F9>6<Down><Up>");
		driver_must_show(&t, cases[i].words);
		driver_golden(&t, "agreements-kind");
		driver_keys(&t, " 4");
		driver_must_show(&t, cases[i].begin);
		driver_close(&t);
	}
}

static void all_of_them_are_seen_or_that_there_are_more(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, "");
	driver_keys(&t, "<F9>6");
	driver_must_show(&t, "Avenant");
	driver_must_not_show(&t, "/ 6");
	driver_play(&t, "item.add kind=agreement title_fr=A\nitem.add kind=agreement title_fr=B\n");
	driver_keys(&t, "<F9>1<F9>6");
	driver_must_show(&t, "↑↓ 6/8");
	driver_close(&t);
}

static void what_is_unsigned_is_counted(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN,
		PARTIES OPENED
		"vote.unanimous\nvote.announce\nitem.open item=8\nitem.present member=3\n"
		"vote.unanimous\nvote.announce\n");
	driver_keys(&t, "<F9>6");
	driver_must_show(&t, "2 agreements to be signed");
	driver_keys(&t, "<F9>0");
	driver_must_show(&t, "2 agreements to be signed");
	driver_keys(&t, "<F9>6");
	driver_play(&t, "agreement.step item=8 step=signed who_fr=X\n"
			"agreement.step item=5 step=visa-asked\n");
	driver_keys(&t, "<F9>1<F9>6");
	driver_must_show(&t, "1 agreement to be signed and 1 visa awaited");
	driver_close(&t);
}

static void the_search_finds_a_party(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, PARTIES);
	driver_keys(&t, "<F9>6<F3>conseil regional<Enter>");
	driver_must_show(&t, "6.000.000,00");
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_families_stand_on_every_screen),
		cmocka_unit_test(a_register_without_agreements_says_so),
		cmocka_unit_test(what_it_is_is_said_in_a_form),
		cmocka_unit_test(a_wrong_amount_stays_in_its_form),
		cmocka_unit_test(parties_are_added_corrected_and_taken_out),
		cmocka_unit_test(an_amount_is_amended_and_the_gap_follows),
		cmocka_unit_test(a_step_is_recorded_with_its_day_and_who),
		cmocka_unit_test(the_menu_leads_to_the_item_of_the_row),
		cmocka_unit_test(what_is_brought_in_kind_is_read_everywhere),
		cmocka_unit_test(all_of_them_are_seen_or_that_there_are_more),
		cmocka_unit_test(what_is_unsigned_is_counted),
		cmocka_unit_test(the_search_finds_a_party),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
