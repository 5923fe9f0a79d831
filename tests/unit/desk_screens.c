/* Every screen of the desk in every language at every size the layout knows, in the middle of the
 * sample session: what is on none of them cut off, and what each of them must show. */
#include "tests/desk_driver.h"
#include "tests/many.h"
#include "tests/test.h"

static const struct {
	char digit;
	const char *name;
} screens[] = {
	{'1', "agenda"},
	{'2', "attendance"},
	{'3', "item"},
	{'4', "floor"},
	{'5', "budget"},
	{'6', "agreements"},
	{'7', "minutes"},
	{'8', "history"},
	{'9', "closing"},
	{'0', "register"},
};

static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {30, 100}, {45, 160}};

/* An item decided, the next one being voted on by name, somebody excused and somebody absent. */
static void in_the_middle(struct driver *t, enum lang lang)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, "@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		       "attendance.all\nattendance.absent member=15,27 excused=yes\n"
		       "attendance.absent member=19,33\nquorum.record\n"
		       "item.open item=1\nitem.present member=4\nitem.note\n"
		       "item.open item=3\nitem.present member=4\n"
		       "floor.ask member=10\nfloor.ask member=22\n"
		       "vote.open kind=named confirm=yes\nvote.all value=for\n"
		       "vote.cast member=7 value=against\nvote.cast member=24 value=abstain\n");
}

static void go_to(struct driver *t, char digit)
{
	const char keys[] = {'<', 'F', '9', '>', digit, 0};

	driver_keys(t, keys);
}

static void every_screen_in_every_language_at_every_size(void **state)
{
	struct driver t;

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, (enum lang)lang);
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			driver_desk(&t, sizes[i].rows, sizes[i].cols);
			for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
				char name[64];

				go_to(&t, screens[k].digit);
				(void)snprintf(name, sizeof name, "screen-%s", screens[k].name);
				driver_golden(&t, name);
			}
			driver_leave(&t);
		}
		driver_close(&t);
	}
}

/* What must happen next, who is here, is it saved, what the room sees: on all of them. */
static void the_rows_below_answer_on_every_screen(void **state)
{
	static const char *const fields[] = {"QUORUM 32/36", "10:", "noté n°", "SALLE"};
	struct driver t;

	(void)state;
	in_the_middle(&t, LANG_FR);
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		driver_desk(&t, sizes[i].rows, sizes[i].cols);
		for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
			go_to(&t, screens[k].digit);
			for (size_t n = 0; n < ARRAY_LEN(fields); n++)
				driver_must_show(&t, fields[n]);
		}
		driver_leave(&t);
	}
	driver_close(&t);
}

/* Painted once more, SECONDS later. */
static struct str later(struct driver *t, int64_t seconds)
{
	t->script.now.seconds += seconds;
	term_memory_resize(t->term, canvas_rows(t->desk->canvas), canvas_cols(t->desk->canvas));
	driver_keys(t, "");
	return canvas_dump(t->desk->canvas, &t->arena);
}

/* Rows in which A and B are not the same. */
static size_t rows_that_differ(struct str a, struct str b, size_t *row)
{
	size_t n = 0, i = 0, k = 0;

	for (size_t at = 0; i < a.n && k < b.n; at++) {
		size_t a_end = i, b_end = k;

		while (a_end < a.n && a.p[a_end] != '\n')
			a_end++;
		while (b_end < b.n && b.p[b_end] != '\n')
			b_end++;
		if (!str_equal(
			    (struct str){a.p + i, a_end - i}, (struct str){b.p + k, b_end - k})) {
			n++;
			*row = at;
		}
		i = a_end + 1;
		k = b_end + 1;
	}
	return n;
}

static void nothing_moves_by_itself(void **state)
{
	struct driver t;

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, (enum lang)lang);
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			driver_desk(&t, sizes[i].rows, sizes[i].cols);
			for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
				struct str before;
				size_t row = 0;

				go_to(&t, screens[k].digit);
				before = later(&t, 0);
				assert_true(str_equal(before, later(&t, 1)));
				/* A minute later the clock of the status line, and nothing else. */
				assert_true(rows_that_differ(before, later(&t, 60), &row) <= 1);
				if (row)
					assert_int_equal(row, sizes[i].rows - 1);
			}
			driver_leave(&t);
		}
		driver_close(&t);
	}
}

/* The same information without colours: marks, what is off and why, and where one stands, which the
 * cursor tells. */
static void no_screen_needs_its_colours(void **state)
{
	static const char *const lists[] = {"1", "5", "7<F4>", "8<Home>", "0 4", "0 5", "0 8"};
	struct driver t;
	struct str before;

	(void)state;
	in_the_middle(&t, LANG_EN);
	driver_desk(&t, 24, 80);
	for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
		int row, col, then;

		driver_keys(&t, "<Esc><Esc><F9>");
		driver_keys(&t, lists[i]);
		driver_keys(&t, "<Up>");
		assert_true(canvas_cursor_at(t.desk->canvas, &row, &col));
		driver_keys(&t, "<Down>");
		assert_true(canvas_cursor_at(t.desk->canvas, &then, &col));
		assert_int_not_equal(then, row);
	}
	/* A mark is a sign and, where it is an exception, a word. */
	driver_keys(&t, "<Esc><Esc><Esc><F9>3");
	before = canvas_dump(t.desk->canvas, &t.arena);
	driver_keys(&t, "n08");
	assert_false(str_equal(before, canvas_dump(t.desk->canvas, &t.arena)));
	driver_must_show(&t, "08 ✗ Omar Chraibi");
	driver_keys(&t, "<F9>2");
	driver_must_show(&t, "19 ✗ Jaouad Meknassi");
	driver_must_show(&t, "15 ○ Latifa Benje");
	/* What cannot be done says why beside its name. */
	driver_keys(&t, "<F9>1 ");
	driver_must_show(&t, "—");
	driver_keys(&t, "<Esc>");
	/* The digit taken in a panel, the choice taken in a form. */
	driver_keys(&t, "<F8>2");
	before = canvas_dump(t.desk->canvas, &t.arena);
	driver_keys(&t, "1");
	assert_false(str_equal(before, canvas_dump(t.desk->canvas, &t.arena)));
	driver_keys(&t, "<Esc><F9>2 2<S-Tab>");
	before = canvas_dump(t.desk->canvas, &t.arena);
	driver_keys(&t, "<Right>");
	assert_false(str_equal(before, canvas_dump(t.desk->canvas, &t.arena)));
	driver_close(&t);
}

/* Sixty items: the rail goes along with the assembly and leaves the last acts their place. */
static void the_rail_shows_where_the_assembly_is(void **state)
{
	static const struct {
		int rows, cols;
	} terms[] = {{45, 160}, {30, 100}};
	struct driver t;

	(void)state;
	many_open(&t, LANG_FR, 30, 60);
	driver_play(&t, "@2024-12-30T10:00:00+01:00 sitting.open chair=1 "
			"secretary=4\nattendance.all\nquorum.record\n"
			"item.open item=45\n");
	for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
		driver_desk(&t, terms[i].rows, terms[i].cols);
		driver_keys(&t, "<F9>2");
		driver_must_show(&t, "Point 45");
		driver_must_show(&t, "Point 46");
		driver_must_show(&t, "/60");
		if (terms[i].rows > 40)
			driver_must_show(&t, "DERNIERS ACTES");
		driver_leave(&t);
	}
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(every_screen_in_every_language_at_every_size),
		cmocka_unit_test(the_rows_below_answer_on_every_screen),
		cmocka_unit_test(the_rail_shows_where_the_assembly_is),
		cmocka_unit_test(nothing_moves_by_itself),
		cmocka_unit_test(no_screen_needs_its_colours),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
