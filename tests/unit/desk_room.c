/* The room from the desk: F5 sends, F6 looks and chooses, F12 blanks; the status line tells. */
#include "tests/arena.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

#include "storage/journal.h"
#include "storage/seat.h"

#define SAT "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"

static void open_desk(struct driver *t, enum lang lang, const char *lines, int rows, int cols)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, lines);
	driver_desk(t, rows, cols);
}

static void ordered(struct driver *t, const char *row)
{
	struct error err = {0};
	struct str value;
	bool found;

	assert_int_equal(journal_kept(register_journal(t->r), STR(ROOM_ORDER_ROW), &t->arena,
				 &value, &found, &err),
		0);
	assert_text(&t->arena, found ? value : STR("none"), row);
}

static void f12_blanks_again_and_again_and_f5_brings_back(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, SAT, 24, 80);
	driver_must_show(&t, "SALLE ▶ ordre");
	driver_keys(&t, "<F12>");
	driver_must_show(&t, "SALLE ■ masquée");
	driver_keys(&t, "<F12><F12>");
	driver_must_show(&t, "SALLE ■ masquée");
	ordered(&t, "blank");
	driver_keys(&t, "<F5>");
	driver_must_show(&t, "SALLE ▶ ordre");
	ordered(&t, "follow");
	driver_keys(&t, "<F5>");
	ordered(&t, "follow");
	driver_close(&t);
}

/* The driver is one room; the status line says when there is none and when there are more. */
static void the_desk_says_how_many_rooms_look_on(void **state)
{
	struct seat *more;
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, SAT "item.open item=10\n", 24, 80);
	driver_keys(&t, "<F9>1");
	driver_must_show(&t, "SALLE ▶ point 10");
	more = seat_take(t.path);
	assert_non_null(more);
	t.desk->rooms_ms = 0; /* some time has gone by */
	driver_keys(&t, "<F6>");
	driver_must_show(&t, "SALLE ×2 ▶ point 10");
	driver_must_show(&t, "2 salles sont ouvertes.");
	driver_keys(&t, "<F2>");
	driver_must_show(&t, "ROOM ×2 ▶ item 10");
	driver_keys(&t, "<F2>");
	driver_must_show(&t, "القاعة ×2 ◀ نقطة 10");
	seat_close(more);
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<F2>");
	driver_must_show(&t, "SALLE ▶ point 10");
	driver_must_not_show(&t, "salles sont ouvertes");
	seat_close(t.seat);
	t.seat = NULL;
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<Down>");
	driver_must_show(&t, "SALLE ✕ aucune");
	driver_must_show(&t, "Aucune salle n’est ouverte");
	/* What was ordered is told all the same: the next room will show it. */
	driver_keys(&t, "<F12>");
	driver_must_show(&t, "SALLE ■ masquée");
	driver_close(&t);
}

static void f6_chooses_and_f5_sends_it_on_purpose(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, SAT "item.open item=1\n", 24, 80);
	driver_keys(&t, "<F6>");
	driver_must_show(&t, "THE ROOM SHOWS ▶ follows");
	driver_keys(&t, "<Down>");
	ordered(&t, "none"); /* choosing sends nothing */
	driver_keys(&t, "<F5>");
	driver_must_show(&t, "THE ROOM SHOWS ≠ held");
	driver_must_show(&t, "ROOM ≠ agenda");
	driver_keys(&t, "3<F5><Esc>");
	driver_must_show(&t, "ROOM ≠ quorum");
	driver_must_not_show(&t, "F5 WOULD SEND");
	driver_keys(&t, "<F5>");
	driver_must_show(&t, "ROOM ▶ item 1");
	driver_close(&t);
}

static void an_agreement_is_sent_from_the_end_of_the_list(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN,
		"agreement.party item=3 chamber=yes role=host amount=5\n" SAT
		"item.open item=3\nitem.present item=3 member=4\n",
		24, 80);
	driver_keys(&t, "<F6>0<Down><Down>");
	driver_must_show(&t, "· parties of the agreement");
	driver_keys(&t, "<F5><Esc>");
	driver_must_show(&t, "ROOM ≠ agreement");
	driver_close(&t);
}

static void what_is_held_gives_way_to_an_announcement(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, SAT "item.open item=3\nitem.present item=3 member=4\n", 24, 80);
	driver_keys(&t, "<F6>9<F5><Esc>");
	driver_must_show(&t, "ROOM ≠ clock");
	driver_play(&t, "vote.unanimous item=3\nvote.announce vote=3/1\n");
	driver_keys(&t, "<Up>");
	driver_must_not_show(&t, "ROOM ≠");
	driver_close(&t);
}

static void words_are_typed_seen_and_sent(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, SAT, 24, 80);
	driver_keys(&t, "<F6>0<F5>");
	driver_must_show(&t, "Message à la salle :");
	driver_keys(&t, "Pause à 11 h<Enter>");
	driver_must_show(&t, "Pause à 11 h");
	ordered(&t, "none"); /* seen first */
	driver_keys(&t, "<F5>");
	driver_must_show(&t, "SALLE ≠ message");
	driver_keys(&t, "<F12>"); /* also under F6 */
	driver_must_show(&t, "LA SALLE VOIT ■ masquée");
	driver_keys(&t, "<Enter>"); /* the words come back to be changed */
	driver_must_show(&t, "Pause à 11 h");
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "F5 ENVERRAIT");
	driver_close(&t);
}

static void the_next_start_knows_what_was_sent(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, SAT "item.open item=1\n", 24, 80);
	driver_keys(&t, "<F6>2<F5>");
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_must_show(&t, "ROOM ≠ agenda");
	driver_close(&t);
}

static void f6_shows_two_pictures(void **state)
{
	static const struct {
		enum lang lang;
		int rows, cols;
	} screens[] = {{LANG_FR, 24, 80}, {LANG_AR, 24, 80}, {LANG_EN, 45, 160}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(screens); i++) {
		struct driver t;

		open_desk(&t, screens[i].lang, SAT "item.open item=5\n", screens[i].rows,
			screens[i].cols);
		driver_keys(&t, "<F6>3<F5>2");
		driver_golden(&t, "preview");
		driver_close(&t);
	}
}

/* The size is the room's own: its picture where there is a place for it, else its words, all of
 * them. */
static void f6_knows_how_large_the_room_is(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, SAT "item.open item=10\n", 45, 160);
	seat_resize(t.seat, 24, 80);
	driver_keys(&t, "<F6>8");
	driver_must_show(&t, "Point 10 sur 10");
	driver_must_not_show(&t, "en mots, comme une salle de");
	seat_resize(t.seat, 45, 160);
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<F6><F6>8");
	driver_must_show(&t, "en mots, comme une salle de 160×45 les montre");
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F6>8");
	driver_must_show(&t, "en mots, comme une salle de 80×24 les montre");
	driver_must_show(&t, "Point 10 sur 10");
	driver_must_not_show(&t, "solde");
	for (int i = 0; i < 9; i++)
		driver_keys(&t, "<PgDn>");
	driver_must_show(&t, "session ordinaire d’octobre 2024"); /* the last row stays in sight */
	driver_must_show(&t, "solde");
	driver_must_show(&t, "Projet de budget 2025"); /* the other one ends where it ends */
	driver_keys(&t, "<PgUp><PgUp><PgUp><PgUp>");
	driver_must_show(&t, "Point 10 sur 10");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(f12_blanks_again_and_again_and_f5_brings_back),
	cmocka_unit_test(the_desk_says_how_many_rooms_look_on),
	cmocka_unit_test(f6_chooses_and_f5_sends_it_on_purpose),
	cmocka_unit_test(what_is_held_gives_way_to_an_announcement),
	cmocka_unit_test(words_are_typed_seen_and_sent),
	cmocka_unit_test(the_next_start_knows_what_was_sent),
	cmocka_unit_test(f6_shows_two_pictures),
	cmocka_unit_test(f6_knows_how_large_the_room_is),
	cmocka_unit_test(an_agreement_is_sent_from_the_end_of_the_list),
};

TEST_MAIN(cases)
