/* Searching: one way in every list of the desk. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#include <string.h>

#define ASKED  "request.file kind=item date=2024-11-20 member=7 title_fr=\"Souk de Sefrou\"\n"
#define OPENED ASKED "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
#define VOTING OPENED "item.open item=3\nitem.present member=4\nvote.open kind=named\n"

/* The screen without its message line. */
static struct str seen(struct driver *t)
{
	struct str all = canvas_dump(t->desk->canvas, &t->arena);
	size_t row = 0, i = 0, from, message = (size_t)canvas_rows(t->desk->canvas) - 2;
	struct str parts[2];

	for (; i < all.n && row < message; i++)
		row += all.p[i] == '\n';
	from = i;
	for (; i < all.n && row == message; i++)
		row += all.p[i] == '\n';
	parts[0] = (struct str){all.p, from};
	parts[1] = (struct str){all.p + i, all.n - i};
	return arena_join(&t->arena, parts, 2);
}

static const struct place {
	const char *name, *lines, *keys, *needle;
	bool takes; /* Enter records */
	bool once;  /* there is one hit only */
} places[] = {
	{"agenda", OPENED, "<F9>1", "convention", false, false},
	{"attendance", "sitting.open chair=1 secretary=4\n", "<F9>2", "me", true, false},
	{"named vote", VOTING, "<F9>3n", "ab", true, false},
	{"floor", VOTING, "<F9>4", "sa", true, false},
	{"budget", OPENED, "<F9>5", "depenses", false, false},
	{"agreements", OPENED, "<F9>6", "programme", false, false},
	{"minutes", OPENED, "<F9>7", "chambre", false, false},
	{"what to write", OPENED, "<F9>7<F4>", "point", false, false},
	{"history", OPENED, "<F9>8", "point", false, false},
	{"points to settle", OPENED, "<F9>9", "point", false, false},
	{"sessions", OPENED, "<F9>0", "octobre", false, true},
	{"members", OPENED, "<F9>0 4", "ha", false, false},
	{"rules", OPENED, "<F9>0 5", "vote", false, false},
	{"keys", OPENED, "<F9>0 7", "secretaire", false, true},
	{"Hijri months", OPENED, "<F9>0<F9>hijri<Enter>", "1446", false, false},
	{"notices", ASKED, "<F9>1 <End><Up><Enter>51", "ha", false, false},
	{"requests", ASKED, "<F9>1 <End><Up><Enter>53", "souk", false, true},
};

static void every_list_is_searched_in_the_same_way(void **state)
{
	struct driver t;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		const struct place *p = &places[i];
		struct str before;
		size_t acts, first;

		driver_begin(&t, LANG_FR, p->lines);
		driver_keys(&t, p->keys);
		print_message("%s\n", p->name);
		acts = driver_session(&t)->log.n;
		before = seen(&t);
		/* Nothing found is said, and Enter does not fall through to the step. */
		driver_keys(&t, "/zzzz");
		assert_true(t.desk->find.open);
		driver_must_show(&t, "« zzzz »");
		driver_keys(&t, "<Enter>");
		assert_true(t.desk->find.open);
		driver_keys(&t, "<Esc>");
		assert_false(t.desk->find.open);
		assert_true(str_equal(seen(&t), before));
		/* The first hit while one types, the next with F3, back with Esc. */
		driver_keys(&t, "<F3>");
		driver_keys(&t, p->needle);
		assert_true(t.desk->find.found);
		first = t.desk->find.hit;
		driver_keys(&t, "<F3>");
		assert_true(t.desk->find.found);
		assert_true((t.desk->find.hit == first) == p->once);
		driver_keys(&t, "<Esc>");
		assert_true(str_equal(seen(&t), before));
		assert_int_equal(driver_session(&t)->log.n, acts);
		/* Enter takes the hit; F3 then goes on and records nothing. */
		driver_keys(&t, "/");
		driver_keys(&t, p->needle);
		driver_keys(&t, "<Enter>");
		assert_false(t.desk->find.open);
		assert_int_equal(t.desk->find.hit, first);
		assert_int_equal(driver_session(&t)->log.n, acts + (p->takes ? 1 : 0));
		acts = driver_session(&t)->log.n;
		driver_keys(&t, "<F3>");
		assert_false(t.desk->find.open);
		assert_true((t.desk->find.hit == first) == p->once);
		assert_int_equal(driver_session(&t)->log.n, acts);
		driver_close(&t);
	}
}

static void letters_are_compared_as_people_type_them(void **state)
{
	static const struct {
		const char *needle;
		size_t seat; /* of the member, from 0 */
	} typed[] = {
		{"الهام", 21},      /* no hamza */
		{"إلْهَام", 21},      /* tashkil nobody wrote */
		{"ابراهيم", 32},    /* alif for alif with hamza */
		{"فاطمه", 2},       /* ha for ta marbuta */
		{"سلمي", 35},       /* ya for alif maqsura */
		{"القـادري", 19},   /* a tatweel */
		{"MERYEM idr", 11}, /* case, and the other script */
		{"nAÏMA", 19},
		{"naima", 19}, /* no accent */
		{"saïd", 9},
	};
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, OPENED);
	driver_keys(&t, "<F9>2");
	for (size_t i = 0; i < ARRAY_LEN(typed); i++) {
		driver_keys(&t, "<F3>");
		driver_keys(&t, typed[i].needle);
		assert_true(t.desk->find.found);
		assert_int_equal(t.desk->attendance.focus, typed[i].seat);
		driver_keys(&t, "<Esc>");
	}
	driver_close(&t);
}

static void a_name_marks_only_with_enter(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_begin(&t, LANG_EN, "sitting.open chair=1 secretary=4\n");
	driver_keys(&t, "<F9>2x/ben");
	driver_must_show(&t, "Fatima-Zahra Bennis · Enter takes this one");
	driver_keys(&t, "<F3>");
	driver_must_show(&t, "Latifa Benjelloun · Enter takes this one");
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_session(&t)->log.n, acts + 1);
	assert_int_equal(driver_session(&t)->seats.at[14].presence, PRESENCE_ABSENT);
	assert_false(t.desk->attendance.cursor);
	driver_close(&t);
}

static void one_letter_less_looks_from_where_one_was(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>2/ha");
	assert_int_equal(t.desk->find.hit, 1); /* Hamid Ouazzani */
	driver_keys(&t, "lima");
	assert_int_equal(t.desk->find.hit, 31);
	driver_keys(&t, "<BS><BS><BS><BS>");
	assert_int_equal(t.desk->find.hit, 1);
	driver_keys(&t, "<BS><BS>");
	assert_false(t.desk->attendance.cursor);
	driver_keys(&t, "<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_close(&t);
}

static void the_pages_read_before_signing_are_searched(void **state)
{
	struct driver t;
	struct str before;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9 2<PgDn><PgDn>");
	assert_int_equal(t.desk->screen, SCREEN_CLOSING);
	before = seen(&t);
	driver_keys(&t, "<F3>telegramme");
	assert_true(t.desk->find.found);
	driver_must_show(&t, "élégramme");
	driver_keys(&t, "<Esc>");
	assert_true(str_equal(seen(&t), before));
	driver_keys(&t, "<F3>telegramme<Enter>");
	driver_must_show(&t, "élégramme");
	driver_close(&t);
}

static void the_choices_of_an_election_are_found_by_name(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"item.add kind=election at=1 title_fr=\"Élection\" title_ar=\"انتخاب\"\n"
		"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
		"item.open item=1\nitem.present item=1\n"
		"election.open post=president candidates=7,12\n");
	driver_keys(&t, "<F9>3o1/kettani<Enter>");
	assert_int_equal(
		round_choice(election_round(session_open_election(driver_session(&t))), 36), 1);
	driver_close(&t);
}

static void the_menu_and_the_palette_find_by_letters_and_f3_goes_on(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, OPENED);
	driver_keys(&t, "<F9>the");
	assert_int_equal(t.desk->over.panel.focus, 0);
	driver_keys(&t, "<F3>");
	assert_int_equal(t.desk->over.panel.focus, 1);
	driver_keys(&t, "<Esc><Esc>:unanim<F3>");
	driver_must_show(&t, "vote.unanimous");
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(every_list_is_searched_in_the_same_way),
		cmocka_unit_test(letters_are_compared_as_people_type_them),
		cmocka_unit_test(a_name_marks_only_with_enter),
		cmocka_unit_test(one_letter_less_looks_from_where_one_was),
		cmocka_unit_test(the_pages_read_before_signing_are_searched),
		cmocka_unit_test(the_choices_of_an_election_are_found_by_name),
		cmocka_unit_test(the_menu_and_the_palette_find_by_letters_and_f3_goes_on),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
