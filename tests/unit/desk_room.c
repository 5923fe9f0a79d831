/* The room from the desk: F5 sends, F6 looks and chooses, F12 blanks; the status line tells. */
#include "tests/arena.h"
#include "tests/desk_driver.h"
#include "tests/test.h"

#include <string.h>

#include "storage/journal.h"
#include "storage/seat.h"
#include "tui/desk_parts.h"
#include "tui/room_paint.h"

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
	driver_must_show(&t, "AUCUNE SALLE OUVERTE ▶ aperçu");
	driver_must_not_show(&t, "LA SALLE VOIT");
	driver_must_show(&t, "Aucune salle n’est ouverte : lancez mahdar room sur");
	t.desk->cli->called = "build/mahdar";
	driver_keys(&t, "<Up>");
	driver_must_show(&t, "lancez build/mahdar room sur le second écran");
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

/* Without a vote or a result the item would be sent under their name. */
static void a_result_is_sent_only_where_there_is_one(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_EN, SAT "item.open item=1\n", 24, 80);
	driver_keys(&t, "<F6>6");
	driver_must_show(&t, "F5 SENDS NOTHING");
	driver_keys(&t, "<F5>");
	driver_must_show(&t, "✗ There is no vote and no result to show now.");
	ordered(&t, "none");
	driver_leave(&t);
	driver_play(&t, "item.present item=1\nvote.unanimous item=1\nvote.announce\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F6>6");
	driver_must_show(&t, "F5 WOULD SEND");
	driver_keys(&t, "<F5>");
	driver_must_show(&t, "Sent to the room: vote or last result");
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
	seat_shows(t.seat, (struct seat_screen){24, 80, LANG_FR});
	driver_keys(&t, "<F6>8");
	driver_must_show(&t, "Point 10 sur 10");
	driver_must_not_show(&t, "en mots, comme une salle de");
	seat_shows(t.seat, (struct seat_screen){45, 160, LANG_FR});
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

/* Is the picture in ROOM, 24×80, what DESK shows from these cells on? */
static void must_be_shown(const struct canvas *desk, int row, int col, struct canvas *room)
{
	uint32_t here[CELL_CODES_MAX], there[CELL_CODES_MAX];

	for (int i = 0; i < 24 * 80; i++) {
		const struct cell *a = canvas_cell(desk, row + i / 80, col + i % 80);
		const struct cell *b = canvas_cell(room, i / 80, i % 80);
		size_t n = canvas_codes(desk, a, here);

		if (n != canvas_codes(room, b, there) ||
			memcmp(here, there, n * sizeof(*here)) != 0 || a->style != b->style)
			fail_msg("row %d, column %d: U+%04X is U+%04X in the room", i / 80, i % 80,
				(unsigned)a->code, (unsigned)b->code);
	}
}

/* Whatever the language of either, the picture at the desk is the one in the room, cell for cell.
 */
static void the_picture_at_the_desk_is_that_of_the_room(void **state)
{
	struct canvas *room = canvas_open(&memory_source);
	static struct room_view v;
	struct driver t;

	(void)state;
	open_desk(&t, LANG_AR, SAT "item.open item=10\n", 45, 160);
	v = room_view_ordered(driver_session(&t), &t.desk->room);
	for (int i = 0; i < LANG_COUNT * LANG_COUNT; i++) {
		enum lang desk = (enum lang)(i / LANG_COUNT), other = (enum lang)(i % LANG_COUNT);
		struct room_look look = {.now = t.script.now};

		seat_shows(t.seat, (struct seat_screen){24, 80, other});
		t.desk->lang = desk;
		t.desk->rooms_ms = 0;
		driver_keys(&t, "<F6>");
		look.letters = t.desk->letters;
		canvas_begin(room, 24, 80, other);
		room_paint(canvas_area(room), &v, &look);
		must_be_shown(term_memory_canvas(t.term), 3, desk == LANG_AR ? 80 : 0, room);
		driver_keys(&t, "<Esc>");
	}
	canvas_close(room);
	driver_close(&t);
}

/* Nothing is typed; what was counted a moment ago is not relied on. */
static void an_idle_desk_follows_the_rooms(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_AR, SAT "item.open item=10\n", 45, 160);
	seat_shows(t.seat, (struct seat_screen){45, 160, LANG_FR});
	assert_true(desk_turn(t.desk));
	driver_must_show(&t, "Point 10 sur 10");
	seat_shows(t.seat, (struct seat_screen){45, 160, LANG_EN});
	assert_true(desk_rooms_changed(t.desk));
	assert_false(desk_rooms_changed(t.desk));
	assert_true(desk_turn(t.desk));
	driver_must_show(&t, "Item 10 of 10");
	seat_close(t.seat);
	t.seat = NULL;
	assert_true(desk_turn(t.desk));
	driver_must_show(&t, "القاعة ✕ دون شاشة");
	driver_close(&t);
}

/* Also in words, in the side column and on a narrow screen. */
static void the_words_at_the_desk_are_in_the_language_of_the_room(void **state)
{
	struct driver t;

	(void)state;
	open_desk(&t, LANG_AR, SAT "item.open item=10\n", 45, 160);
	seat_shows(t.seat, (struct seat_screen){45, 160, LANG_FR});
	driver_must_not_show(&t, "Point 10 sur 10");
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<Down>");
	driver_must_show(&t, "Point 10 sur 10");
	driver_must_show(&t, "لا تظهر نتيجة إلا بعد إعلانها");
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	seat_shows(t.seat, (struct seat_screen){45, 160, LANG_FR});
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<F6>");
	driver_must_show(&t, "Point 10 sur 10");
	driver_must_show(&t, "القاعة ترى ◀ تتابع");
	driver_golden(&t, "room-french");
	driver_close(&t);
}

/* The one that is shown is the smallest, and stays it whatever the others turn to. */
static void rooms_of_several_languages_are_told(void **state)
{
	struct seat *wall;
	struct driver t;

	(void)state;
	open_desk(&t, LANG_FR, SAT "item.open item=10\n", 24, 80);
	seat_shows(t.seat, (struct seat_screen){24, 80, LANG_AR});
	wall = seat_take(t.path);
	seat_shows(wall, (struct seat_screen){45, 160, LANG_FR});
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<F6>");
	driver_must_show(&t, "2 salles sont ouvertes. Langues : arabe et français ; ici : arabe.");
	seat_shows(wall, (struct seat_screen){45, 160, LANG_AR});
	t.desk->rooms_ms = 0;
	driver_keys(&t, "<Down>");
	driver_must_show(&t, "2 salles sont ouvertes.");
	driver_must_not_show(&t, "Langues");
	seat_close(wall);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_picture_at_the_desk_is_that_of_the_room),
	cmocka_unit_test(an_idle_desk_follows_the_rooms),
	cmocka_unit_test(the_words_at_the_desk_are_in_the_language_of_the_room),
	cmocka_unit_test(rooms_of_several_languages_are_told),
	cmocka_unit_test(f12_blanks_again_and_again_and_f5_brings_back),
	cmocka_unit_test(the_desk_says_how_many_rooms_look_on),
	cmocka_unit_test(f6_chooses_and_f5_sends_it_on_purpose),
	cmocka_unit_test(a_result_is_sent_only_where_there_is_one),
	cmocka_unit_test(what_is_held_gives_way_to_an_announcement),
	cmocka_unit_test(words_are_typed_seen_and_sent),
	cmocka_unit_test(the_next_start_knows_what_was_sent),
	cmocka_unit_test(f6_shows_two_pictures),
	cmocka_unit_test(f6_knows_how_large_the_room_is),
	cmocka_unit_test(an_agreement_is_sent_from_the_end_of_the_list),
};

TEST_MAIN(cases)
