/* A vote at the desk where votes are weighed: hands and papers are off with the reason, the grid
 * shows who has how many, the figures are votes. */
#include "tests/desk_driver.h"
#include "tests/test.h"

static const char session[] =
	"@2024-12-30T09:00:00+01:00 chamber.create code=c name_ar=غرفة name_fr=Chambre\n"
	"rule.set key=vote.weights value=yes\n"
	"member.register number=1 name_ar=\"أحمد أوبلا\" name_fr=\"Ahmed Oubella\" "
	"office=president\n"
	"member.register number=2 name_ar=\"نادية الصويري\" name_fr=\"Nadia Souiri\" weight=3\n"
	"member.register number=3 name_ar=\"إدريس أمغار\" name_fr=\"Driss Amghar\" weight=2\n"
	"session.create kind=ordinary year=2024 month=10\n"
	"session.describe date=2024-12-30 notice=2024-12-10 place_ar=فاس place_fr=Fès\n"
	"item.add kind=agreement title_ar=اتفاقية title_fr=Convention text_fr=Texte\n"
	"@10:00 sitting.open chair=1 secretary=1 confirm=minutes-writer\n"
	"attendance.all\nquorum.record\nitem.open item=1\nitem.present\n";

static void hands_and_papers_are_off(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_FR, session);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "v");
	driver_must_show(&t, "les voix sont pondérées");
	driver_keys(&t, "25");
	assert_int_equal(driver_session(&t)->open_vote.item, 0);
	driver_close(&t);
}

static void the_grid_and_the_figures_show_votes(void **state)
{
	static const char *const words[LANG_COUNT] = {
		[LANG_AR] = "02 نادية الصويري (3 أصوات)",
		[LANG_FR] = "02 Nadia Souiri (3 voix)",
		[LANG_EN] = "02 Nadia Souiri (3 votes)",
	};

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_open_played(&t, lang, session);
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<Enter>=02");
		driver_must_show(&t, words[lang]);
		driver_golden(&t, "weights");
		driver_keys(&t, "<Enter>");
		assert_int_equal(driver_session(&t)->last_vote.item, 1);
		assert_int_equal(session_vote(driver_session(&t), driver_session(&t)->last_vote)
					 ->ballots.against,
			3);
		driver_close(&t);
	}
}

static void the_form_of_a_member_asks_for_votes_only_where_they_are_weighed(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_EN, session);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>0 4<Down><Down><Enter>");
	driver_must_show(&t, "votes              ▸ 3");
	driver_keys(&t, "<S-Tab><S-Tab>7<F4>");
	assert_int_equal(chamber_member(register_chamber(t.r), 2)->weight, 7);
	driver_play(&t, "rule.set key=vote.weights value=no\n");
	driver_keys(&t, "<Esc><F9>0 4<Down><Down><Enter>");
	driver_must_not_show(&t, "votes    ");
	driver_keys(&t, " X<F4>");
	assert_int_equal(chamber_member(register_chamber(t.r), 2)->weight, 7);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(hands_and_papers_are_off),
		cmocka_unit_test(the_grid_and_the_figures_show_votes),
		cmocka_unit_test(the_form_of_a_member_asks_for_votes_only_where_they_are_weighed),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
