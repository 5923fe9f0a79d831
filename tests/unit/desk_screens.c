/* Every screen of the desk in every language at every size the layout knows, in the middle of the
 * sample session: what is on none of them cut off, and what each of them must show. */
#include "tests/desk_driver.h"
#include "tests/many.h"
#include "tests/test.h"

#include <string.h>

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
		       "vote.open kind=named confirm=speakers-wait\nvote.all value=for\n"
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
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, lang);
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

/* Nothing was decided on it. */
static void what_was_only_noted_is_not_ticked_as_decided(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_EN, DRIVER_PREPARED);
	driver_play(&t, "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
			"item.open item=1\nitem.present member=4\nitem.note\n");
	driver_desk(&t, 24, 80);
	go_to(&t, '3');
	driver_must_show(&t, "✓ note taken");
	driver_must_not_show(&t, "✓ decision");
	driver_close(&t);
}

/* What must happen next, who is here, is it saved, what the room sees: on all of them. */
static struct str row_of(struct str dump, int row)
{
	size_t from = 0, end;

	for (; row > 0; row--) {
		while (from < dump.n && dump.p[from] != '\n')
			from++;
		from++;
	}
	for (end = from; end < dump.n && dump.p[end] != '\n';)
		end++;
	return (struct str){dump.p + from, end - from};
}

/* The field of the status row that says TEXT, from COL on as it is read. */
static void field_at(struct driver *t, int rows, int cols, int col, int width, struct message text)
{
	struct canvas *c = term_memory_canvas(t->term);
	int left = canvas_rtl(c) ? cols - col - width : col;
	const struct field_box *boxes;
	bool there = false;
	size_t n;

	assert_true(canvas_row_shows(c, rows - 1, canvas_words(c, text)));
	boxes = canvas_fields(c, &n);
	for (size_t i = 0; i < n; i++)
		there = there || (boxes[i].row == rows - 1 && boxes[i].col == left &&
					 boxes[i].cols == width);
	assert_true(there);
}

/* Who is here and whether there is quorum, the time, is it saved and copied, what the room sees:
 * in the last row; what comes next above it, and what is open in the agenda. */
static void seven_answers(struct driver *t, int rows, int cols)
{
	const struct frame *f = &t->desk->shown;
	struct str all = canvas_dump(term_memory_canvas(t->term), &t->arena);

	field_at(t, rows, cols, 1, 28,
		canvas_say_width(term_memory_canvas(t->term), f->quorum.text) > 28
			? f->quorum_short
			: f->quorum.text);
	field_at(t, rows, cols, 30, 6, f->time.text);
	field_at(t, rows, cols, cols - 28, 8, f->copy.text);
	field_at(t, rows, cols, cols - 20, 19, f->room.text);
	assert_true(canvas_row_shows(term_memory_canvas(t->term), rows - 1, STR("●")));
	assert_true(strstr(arena_z(&t->arena, row_of(all, rows - 3)), "⏎") ||
		    strstr(arena_z(&t->arena, row_of(all, rows - 4)), "⏎"));
	assert_true(canvas_row_shows(term_memory_canvas(t->term), 0, STR("نموذج")) ||
		    canvas_row_shows(term_memory_canvas(t->term), 0, STR("SPECIMEN")) ||
		    canvas_row_shows(term_memory_canvas(t->term), 0, STR("SPÉCIMEN")));
}

/* Over what lies on the screen as well: a panel, the help, the palette, a text being written. */
static void the_seven_answers_stand_at_their_cells_on_every_screen(void **state)
{
	static const char *const over[] = {"", " ", "<F9>", "<F1>", ":", "<F8>", "<F6>"};
	struct driver t;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, lang);
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			int rows = sizes[i].rows, cols = sizes[i].cols;
			struct str status, now;

			driver_desk(&t, rows, cols);
			now = canvas_dump(term_memory_canvas(t.term), &t.arena);
			status = row_of(now, rows - 1);
			for (size_t k = 0; k < ARRAY_LEN(screens) * ARRAY_LEN(over); k++) {
				go_to(&t, screens[k / ARRAY_LEN(over)].digit);
				driver_keys(&t, over[k % ARRAY_LEN(over)]);
				seven_answers(&t, rows, cols);
				now = canvas_dump(term_memory_canvas(t.term), &t.arena);
				assert_true(str_equal(row_of(now, rows - 1), status));
				driver_keys(&t, "<Esc>");
			}
			go_to(&t, '7');
			driver_keys(&t, "<F4><Enter>");
			assert_true(desk_view(t.desk->screen)->where(t.desk) & WHERE_TEXT);
			seven_answers(&t, rows, cols);
			driver_keys(&t, "<Esc><Esc>");
			driver_leave(&t);
		}
		driver_close(&t);
	}
}

/* Tab goes to the agenda beside the screen; what is looked at there is neither opened nor written.
 */
static void tab_looks_at_an_item_without_opening_it(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, lang);
		acts = driver_session(&t)->log.n;
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			driver_desk(&t, sizes[i].rows, sizes[i].cols);
			go_to(&t, '2');
			driver_keys(
				&t, lang == LANG_AR ? "<Tab><Left><Left>" : "<Tab><Right><Right>");
			assert_int_equal(t.desk->rail.at, 4); /* item 3 is open */
			driver_golden(&t, "rail-bar");
			driver_keys(&t, "<Home><Enter>");
			assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
			if (i == 0)
				driver_golden(&t, "rail-look");
			driver_keys(&t, "<Enter><End><Enter><Esc>"); /* Enter goes back, too */
			assert_int_equal(t.desk->rail.at, driver_session(&t)->agenda.n - 1);
			assert_int_equal(t.desk->screen, SCREEN_ATTENDANCE);
			driver_keys(&t, "<Tab>");
			assert_false(t.desk->rail.on);
			/* What is not for the agenda is for the screen. */
			driver_keys(&t, "<Tab>1");
			assert_false(t.desk->rail.on);
			assert_int_equal(t.desk->entry.digits, 1);
			driver_leave(&t);
		}
		assert_int_equal(driver_session(&t)->log.n, acts);
		driver_close(&t);
	}
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
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, lang);
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

/* Letters, and under them the styles. */
static struct str picture(struct driver *t)
{
	struct str both[] = {canvas_dump(t->desk->canvas, &t->arena),
		canvas_dump_styles(t->desk->canvas, &t->arena)};

	return arena_join(&t->arena, both, ARRAY_LEN(both));
}

/* Another size and this one again: nothing of the picture before is left to be used again. */
static struct str anew(struct driver *t)
{
	int rows = canvas_rows(t->desk->canvas), cols = canvas_cols(t->desk->canvas);

	term_memory_resize(t->term, rows, cols + 1);
	driver_keys(t, "");
	term_memory_resize(t->term, rows, cols);
	driver_keys(t, "");
	return picture(t);
}

/* Whatever happens, here or elsewhere, what stands beside the work area is of now. */
static void what_is_kept_of_a_picture_is_never_old(void **state)
{
	static const struct {
		const char *keys, *play;
		int64_t seconds;
	} moments[] = {{.keys = "<F12>"}, {.keys = "<F5>"}, {.keys = "<F6>2<F5><Esc>"},
		{.keys = "<F6>3<F5><Esc>"}, {.keys = "<F5>"}, {.keys = "o12"}, {.keys = "1"},
		{.keys = "<BS>"}, {.keys = "<Down>"}, {.keys = "<Down>"}, {.keys = "n10"},
		{.keys = "<F8>"}, {.keys = "<Esc>"},
		{.play = "vote.cast member=30 value=against\n"},
		{.play = "vote.close\nvote.announce\n"}, {.seconds = 1}, {.seconds = 61},
		{.keys = "<F9>1"}, {.play = "item.open item=5\nitem.present member=4\n"},
		{.keys = "<Down>"}, {.seconds = 86400}, {.keys = "<F9>2"}, {.keys = "<Down>"},
		{.keys = "1"}, {.keys = "<BS>"}, {.play = "attendance.left member=32\n"},
		{.keys = "<F2>"}, {.keys = "<F2>"}, {.keys = "<F9>3"}};
	struct driver t;

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, lang);
		driver_desk(&t, 45, 160);
		go_to(&t, '3');
		for (size_t i = 0; i < ARRAY_LEN(moments); i++) {
			struct str kept;
			size_t row = 0;

			t.script.now.seconds += moments[i].seconds;
			if (moments[i].play)
				driver_play(&t, moments[i].play);
			term_memory_resize(t.term, 45, 160); /* it is painted, whatever it shows */
			driver_keys(&t, moments[i].keys ? moments[i].keys : "");
			kept = picture(&t);
			if (rows_that_differ(kept, anew(&t), &row))
				fail_msg("moment %zu: row %zu is old", i, row);
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

/* What stands beside the screen is whole with hundreds of members, and nothing stands there twice.
 */
static void the_columns_beside_the_screen_are_whole_and_say_nothing_twice(void **state)
{
	static const char *const quorum[] = {[LANG_AR] = "150 من 150 · يلزم 76",
		[LANG_FR] = "150 sur 150 · requis : 76",
		[LANG_EN] = "150 present of 150 · 76 needed"};
	static const char *const acts[] = {
		[LANG_AR] = "آخر ما سجل", [LANG_FR] = "DERNIERS ACTES", [LANG_EN] = "LAST ACTS"};

	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;
		int strips = 0;

		many_open(&t, lang, 150, 4);
		driver_play(&t, "@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\n"
				"attendance.all\nquorum.record\n");
		driver_desk(&t, 45, 160);
		go_to(&t, '1');
		driver_must_show(&t, quorum[lang]);
		driver_leave(&t);
		driver_desk(&t, 36, 100);
		go_to(&t, '1');
		for (int row = 0; row < 31; row++) /* above the fixed rows */
			strips += canvas_row_shows(
				term_memory_canvas(t.term), row, str_of(acts[lang]));
		assert_int_equal(strips, 1);
		driver_leave(&t);
		driver_close(&t);
	}
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
		cmocka_unit_test(what_was_only_noted_is_not_ticked_as_decided),
		cmocka_unit_test(the_seven_answers_stand_at_their_cells_on_every_screen),
		cmocka_unit_test(tab_looks_at_an_item_without_opening_it),
		cmocka_unit_test(the_columns_beside_the_screen_are_whole_and_say_nothing_twice),
		cmocka_unit_test(the_rail_shows_where_the_assembly_is),
		cmocka_unit_test(nothing_moves_by_itself),
		cmocka_unit_test(what_is_kept_of_a_picture_is_never_old),
		cmocka_unit_test(no_screen_needs_its_colours),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
