/* The pictures with lists: who voted how, budgets, texts, elections, what is sent on purpose. From
 * sessions that were played, in the languages by turns. */
#include "tests/arena.h"
#include "tests/desk_driver.h"
#include "tests/given.h"
#include "tests/golden.h"
#include "tests/test.h"
#include "tui/room_paint.h"

#define SAT     "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
#define ITEM(n) "item.open item=" n "\nitem.present item=" n " member=4\n"
#define MARKED                                                                                     \
	"vote.open item=5 kind=named\nvote.cast member=7,12,31 value=against\n"                    \
	"vote.cast member=24 value=abstain\nvote.cast member=1,2,3 value=for\n"
#define BUREAU                                                                                        \
	"item.add kind=election at=1 title_ar=\"انتخاب المكتب\" title_fr=\"Élection du " \
	"bureau\" short_fr=\"Bureau\"\n"
#define ROUND                                                                                      \
	"election.open post=president candidates=7,12,15 endorsed=7\n"                             \
	"election.mark member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20 choice=1\n"       \
	"election.mark member=21,22,23,24 choice=2\n"

#define AGREED                                                                                                           \
	"agreement.describe item=5 kind=special total=12000000\n"                                                        \
	"agreement.party item=5 name_ar=\"كتابة الدولة المكلفة بالصناعة التقليدية\" " \
	"name_fr=\"Secrétariat d’État chargé de l’artisanat\" role=funder amount=6000000\n"                       \
	"agreement.party item=5 name_ar=\"مجلس الجهة\" name_fr=\"Conseil régional\" "                          \
	"role=funder amount=4000000\n"                                                                                   \
	"agreement.party item=5 name_ar=\"الجماعة\" name_fr=\"la Commune\" role=beneficiary "                     \
	"kind_ar=\"الوعاء العقاري\" kind_fr=\"le terrain\"\n"                                               \
	"agreement.party item=5 chamber=yes role=host also=partner amount=1500000\n"

static const struct room_look noon = {.now = {1735556040, 60}};

struct picture {
	const char *name, *lines;
	enum room_scene scene; /* ROOM_SCENES: it follows */
	int votes;             /* enum room_votes */
};

static const struct picture pictures[] = {
	{"live", SAT ITEM("5") MARKED, ROOM_SCENES, ROOM_VOTES_LIVE},
	{"named", SAT ITEM("5") MARKED "vote.all value=for\nvote.close\nvote.announce vote=5/1\n",
		ROOM_SCENES, ROOM_VOTES_ANNOUNCED},
	{"figures", SAT ITEM("5") MARKED "vote.all value=for\nvote.close\nvote.announce vote=5/1\n",
		ROOM_SCENES, ROOM_VOTES_RESULT},
	{"nothing", SAT ITEM("5") MARKED "vote.all value=for\nvote.close\nvote.announce vote=5/1\n",
		ROOM_SCENES, ROOM_VOTES_NONE},
	{"budget", SAT ITEM("10"), ROOM_BUDGET, ROOM_VOTES_ANNOUNCED},
	{"round", BUREAU SAT ITEM("1") ROUND, ROOM_SCENES, ROOM_VOTES_ANNOUNCED},
	{"elected",
		BUREAU SAT ITEM("1") ROUND
		"election.mark choice=3\nelection.count\nelection.announce\n",
		ROOM_SCENES, ROOM_VOTES_ANNOUNCED},
	{"clock", SAT, ROOM_CLOCK, ROOM_VOTES_ANNOUNCED},
	{"agreement", AGREED SAT ITEM("5"), ROOM_AGREEMENT, ROOM_VOTES_ANNOUNCED},
};

static void draw(struct canvas *c, const struct room_view *v, enum lang lang, int rows, int cols)
{
	canvas_begin(c, rows, cols, lang);
	room_paint(canvas_area(c), v, &noon);
}

static struct room_view view_of(struct driver *t, const struct picture *p)
{
	struct session s;

	driver_open(t, LANG_FR, DRIVER_PREPARED);
	driver_play(t, p->lines);
	s = *driver_session(t);
	s.rules.room_votes = p->votes;
	return p->scene == ROOM_SCENES ? room_view(&s) : room_view_scene(&s, p->scene);
}

static void every_picture_looks_as_it_did(void **state)
{
	static const struct {
		enum lang lang;
		int rows, cols;
	} screens[] = {{LANG_AR, 24, 80}, {LANG_EN, 30, 100}, {LANG_FR, 45, 160}};
	struct canvas *c = canvas_open(&memory_source);
	struct builder b[ARRAY_LEN(screens)];

	for (size_t k = 0; k < ARRAY_LEN(screens); k++)
		builder_init(&b[k], *state);
	for (size_t i = 0; i < ARRAY_LEN(pictures); i++) {
		struct driver t;
		struct room_view v = view_of(&t, &pictures[i]);

		for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
			draw(c, &v, screens[k].lang, screens[k].rows, screens[k].cols);
			builder_add_z(&b[k], "--- ");
			builder_add_z(&b[k], pictures[i].name);
			builder_add_char(&b[k], '\n');
			builder_add(&b[k], canvas_dump(c, *state));
		}
		driver_close(&t);
	}
	golden_check("room-wall-ar-80x24", builder_str(&b[0]));
	golden_check("room-wall-en-100x30", builder_str(&b[1]));
	golden_check("room-wall-fr-160x45", builder_str(&b[2]));
	canvas_close(c);
}

/* A chamber of MEMBERS in a public vote on item 2; all but SAYS_NO are for it. */
static struct vote_id voted(struct given *g, struct arena *a, int64_t members, int votes)
{
	struct vote_id vote;

	given_prepared(g, a);
	given_opened(g, members);
	given_quorum(g, (struct numbers){0});
	g->s.rules.room_votes = votes;
	given_treated(g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(g, 2, VOTE_NAMED);
	given_mark(g, vote, GIVEN_MEMBERS(3), VALUE_AGAINST);
	return vote;
}

static void a_hundred_and_fifty_names_fit_beside_the_result(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct vote_id vote;
	struct room_view v;
	struct given g;

	vote = voted(&g, *state, 150, ROOM_VOTES_ANNOUNCED);
	given_all(&g, vote, VALUE_FOR);
	given_mark(&g, vote, GIVEN_MEMBERS(3), VALUE_AGAINST);
	given_closed(&g, vote);
	given_announced(&g, vote);
	v = room_view(&g.s);
	assert_int_equal(v.voters_n, 150);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		int seen = 0;

		draw(c, &v, (enum lang)lang, 45, 160);
		for (int row = 0; row < 45; row++) {
			for (int col = 0; col < 160; col++) {
				uint32_t code = canvas_cell(c, row, col)->code;

				seen += code == 0x2713 || code == 0x2717;
			}
		}
		assert_true(seen >= 150);
		assert_true(canvas_shows(c, STR("149")));
		assert_true(canvas_shows(c, STR("150")));
	}
	canvas_close(c);
}

/* What is needed for names longer than a sixth of the screen is taken from the band. */
static void long_names_are_cut_only_where_nothing_else_gives_way(void **state)
{
	static const char *const name = "Fatima-Zahra Benjelloun";
	struct canvas *c = canvas_open(&memory_source);
	struct vote_id vote;
	struct room_view v;
	struct given g;

	vote = voted(&g, *state, 150, ROOM_VOTES_ANNOUNCED);
	for (int64_t i = 1; i <= 150; i++)
		g.s.seats.at[i - 1].member.name_fr = str_of(name);
	given_all(&g, vote, VALUE_FOR);
	given_mark(&g, vote, GIVEN_MEMBERS(3), VALUE_AGAINST);
	given_closed(&g, vote);
	given_announced(&g, vote);
	v = room_view(&g.s);
	draw(c, &v, LANG_FR, 45, 160);
	assert_false(canvas_shows(c, STR("…")));
	assert_true(canvas_shows(c, STR("150 Fatima-Zahra Benjelloun")));
	canvas_close(c);
}

/* On a small screen, where there is no room for all: whoever was not for it. */
static void whoever_was_not_for_it_is_named_to_the_last(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct vote_id vote;
	struct room_view v;
	struct given g;

	vote = voted(&g, *state, 36, ROOM_VOTES_ANNOUNCED);
	for (int64_t i = 0; i < 36; i++)
		g.s.seats.at[i].member.name_fr = STR("Fatima-Zahra Benjelloun");
	g.s.seats.at[17].member.name_fr = STR("La Dernière");
	given_all(&g, vote, VALUE_FOR);
	given_mark(&g, vote, GIVEN_MEMBERS(3, 4, 5, 6, 7, 8, 9, 10, 11, 18), VALUE_AGAINST);
	given_closed(&g, vote);
	given_announced(&g, vote);
	v = room_view(&g.s);
	draw(c, &v, LANG_FR, 24, 80);
	assert_true(canvas_shows(c, STR("La Dernière")));
	assert_false(canvas_shows(c, STR("…")));
	canvas_close(c);
}

static void names_are_seen_as_they_vote_only_where_the_rules_say_so(void **state)
{
	for (int votes = ROOM_VOTES_LIVE; votes <= ROOM_VOTES_NONE; votes++) {
		struct vote_id vote;
		struct room_view v;
		struct given g;

		vote = voted(&g, *state, 9, votes);
		v = room_view(&g.s);
		assert_int_equal(v.scene, votes == ROOM_VOTES_NONE ? ROOM_ITEM : ROOM_VOTE);
		assert_int_equal(v.voters_n, votes == ROOM_VOTES_LIVE ? 9 : 0);
		assert_int_equal(v.votes_for + v.against, 0); /* and never a running total */
		if (votes == ROOM_VOTES_LIVE)
			assert_int_equal(v.voter[2].side, ROOM_SIDE_AGAINST);
		given_all(&g, vote, VALUE_FOR);
		given_mark(&g, vote, GIVEN_MEMBERS(3), VALUE_AGAINST);
		given_closed(&g, vote);
		v = room_view(&g.s);
		assert_int_equal(v.voters_n, votes == ROOM_VOTES_LIVE ? 9 : 0);
		given_announced(&g, vote);
		v = room_view(&g.s);
		assert_int_equal(v.scene, votes == ROOM_VOTES_NONE ? ROOM_ITEM : ROOM_RESULT);
		assert_int_equal(v.voters_n, votes <= ROOM_VOTES_ANNOUNCED ? 9 : 0);
		assert_int_equal(v.against, votes == ROOM_VOTES_NONE ? 0 : 1);
		given_treated(&g, EVENT_ITEM_CLOSED, 2);
		v = room_view(&g.s);
		assert_int_equal(v.marks[1], votes == ROOM_VOTES_NONE ? MARK_DONE : MARK_ADOPTED);
	}
}

static void a_correction_changes_nothing_until_it_is_announced(void **state)
{
	struct room_view announced, v;
	struct vote_id vote;
	struct given g;

	vote = voted(&g, *state, 9, ROOM_VOTES_ANNOUNCED);
	given_all(&g, vote, VALUE_FOR);
	given_mark(&g, vote, GIVEN_MEMBERS(3), VALUE_AGAINST);
	given_closed(&g, vote);
	given_announced(&g, vote);
	announced = room_view(&g.s);
	given_corrected(&g, vote, 4, VALUE_AGAINST, (struct ballots){7, 2, 0}, "x");
	given_corrected(&g, vote, 4, VALUE_ABSTAIN, (struct ballots){7, 1, 1}, "y");
	v = room_view(&g.s);
	assert_int_equal(v.against, 1);
	assert_int_equal(v.abstain, 0);
	assert_int_equal(v.voters_n, 9);
	for (size_t i = 0; i < v.voters_n; i++)
		assert_int_equal(v.voter[i].side, announced.voter[i].side);
	given_announced(&g, vote);
	v = room_view(&g.s);
	assert_int_equal(v.abstain, 1);
	assert_int_equal(v.voter[3].side, ROOM_SIDE_ABSTAIN);
	/* The next one starts from what was announced last. */
	given_corrected(&g, vote, 3, VALUE_FOR, (struct ballots){8, 0, 1}, "z");
	v = room_view(&g.s);
	assert_int_equal(v.voter[2].side, ROOM_SIDE_AGAINST);
	assert_int_equal(v.voter[3].side, ROOM_SIDE_ABSTAIN);
}

static void hands_and_papers_have_no_names(void **state)
{
	struct room_view v;
	struct given g;

	(void)voted(&g, *state, 9, ROOM_VOTES_LIVE);
	given_prepared(&g, *state);
	given_opened(&g, 9);
	given_quorum(&g, (struct numbers){0});
	g.s.rules.room_votes = ROOM_VOTES_LIVE;
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	(void)given_vote(&g, 2, VOTE_HANDS);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_int_equal(v.voters_n, 0);
}

static void a_budget_is_shown_once_its_item_was_opened_and_balances(void **state)
{
	struct room_view v;
	struct given g;

	given_prepared(&g, *state);
	given_opened(&g, 9);
	given_quorum(&g, (struct numbers){0});
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	v = room_view_scene(&g.s, ROOM_BUDGET);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_int_equal(v.budget_n, 0);
	given_treated(&g, EVENT_ITEM_CLOSED, 2);
	given_treated(&g, EVENT_ITEM_OPENED, 5);
	v = room_view_scene(&g.s, ROOM_BUDGET);
	assert_int_equal(v.scene, ROOM_BUDGET);
	assert_true(v.budget_n > 4);
	assert_int_equal(v.budget[v.budget_n - 1].kind, ROOM_AMOUNT_BALANCE);
	assert_int_equal(v.budget[v.budget_n - 1].amount, 0);
	v = room_view(&g.s); /* never by itself */
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_int_equal(v.budget_n, 0);
}

static void an_agreement_is_shown_once_its_item_was_opened(void **state)
{
	struct canvas *c;
	struct driver t;
	struct room_view v;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, AGREED SAT ITEM("4"));
	v = room_view_scene(driver_session(&t), ROOM_AGREEMENT);
	assert_int_equal(v.scene, ROOM_ITEM); /* what is not opened is not public */
	assert_int_equal(v.parties_n, 0);
	driver_play(&t, "item.postpone item=4 reason=dossier\n" ITEM("5"));
	v = room_view(driver_session(&t));
	assert_int_equal(v.scene, ROOM_ITEM);
	c = canvas_open(&memory_source);
	draw(c, &v, LANG_FR, 24, 80);
	assert_true(canvas_shows(c, STR("Parties : Secrétariat d’État chargé de l’artisanat, ")));
	assert_true(canvas_shows(
		c, STR("Montant total 12 000 000,00 DH · part de la chambre 1 500 000,00 DH")));
	canvas_close(c);
	v = room_view_scene(driver_session(&t), ROOM_AGREEMENT);
	assert_int_equal(v.scene, ROOM_AGREEMENT);
	assert_int_equal(v.parties_n, 4);
	assert_int_equal(v.total - v.raised, v.gap);
	assert_int_equal(v.gap, 50000000);
	assert_true(v.party[3].chamber);
	driver_play(&t, "motion.move kind=share member=3 party=2 amount=4500000\n");
	assert_int_equal(room_view_scene(driver_session(&t), ROOM_AGREEMENT).gap, 50000000);
	driver_play(&t, "vote.unanimous motion=1\nvote.announce\n");
	assert_int_equal(room_view_scene(driver_session(&t), ROOM_AGREEMENT).gap, 0);
	/* By itself with whom, for how much, and what the chamber brings; not what is missing. */
	v = room_view(driver_session(&t));
	assert_int_equal(v.scene, ROOM_RESULT);
	driver_close(&t);
}

static void the_text_of_an_item_is_shown_on_purpose_only(void **state)
{
	struct driver t;
	struct room_view v;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, SAT "item.open item=9\n");
	v = room_view(driver_session(&t));
	assert_int_equal(v.words.fr.n + v.words.ar.n, 0);
	v = room_view_scene(driver_session(&t), ROOM_ITEM);
	assert_int_equal(v.words.fr.n + v.words.ar.n, 0);
	v = room_view_scene(driver_session(&t), ROOM_WORDS);
	if (session_item(driver_session(&t), session_agenda_key(driver_session(&t), 9))
			->is.text_fr.n)
		assert_true(v.scene == ROOM_WORDS && v.words.fr.n > 0);
	else
		assert_int_equal(v.scene, ROOM_ITEM);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_picture_looks_as_it_did),
	cmocka_unit_test(a_hundred_and_fifty_names_fit_beside_the_result),
	cmocka_unit_test(long_names_are_cut_only_where_nothing_else_gives_way),
	cmocka_unit_test(whoever_was_not_for_it_is_named_to_the_last),
	cmocka_unit_test(names_are_seen_as_they_vote_only_where_the_rules_say_so),
	cmocka_unit_test(a_correction_changes_nothing_until_it_is_announced),
	cmocka_unit_test(hands_and_papers_have_no_names),
	cmocka_unit_test(a_budget_is_shown_once_its_item_was_opened_and_balances),
	cmocka_unit_test(an_agreement_is_shown_once_its_item_was_opened),
	cmocka_unit_test(the_text_of_an_item_is_shown_on_purpose_only),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
