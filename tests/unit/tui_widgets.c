#include "tests/golden.h"
#include "tests/test.h"

#include "storage/memory.h"
#include "tui/grid.h"
#include "tui/list.h"
#include "tui/panel.h"
#include "tui/prompt.h"

static struct press key(enum press_code code)
{
	return PRESS_OF(code);
}

static void golden(const char *name, const struct canvas *c)
{
	struct arena a;

	arena_init(&a, &memory_source);
	golden_check(name, canvas_dump(c, &a));
	arena_clear(&a);
}

static struct message said(const char *z)
{
	return MSG("{s}", A_STR("s", str_of(z)));
}

/* ---- list ---- */

static void draw_row(void *ctx, struct area row, size_t index, bool focused)
{
	char buf[32];

	(void)ctx;
	(void)snprintf(buf, sizeof(buf), "entry %zu", index + 1);
	canvas_text(row, 0, 1, 0, focused ? STYLE_FOCUS : STYLE_TEXT, ALIGN_START, str_of(buf));
}

static void a_list_scrolls_to_keep_its_focus_in_sight(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct list_look l = {.count = 50};

	(void)state;
	for (int i = 0; i < 200; i++) {
		static const enum press_code keys[] = {PRESS_DOWN, PRESS_PAGE_DOWN, PRESS_UP,
			PRESS_END, PRESS_PAGE_UP, PRESS_HOME, PRESS_DOWN};
		int row, col;

		canvas_begin(c, 10, 30, LANG_FR);
		list_draw(&l, canvas_area(c), true, draw_row, NULL);
		assert_true(l.focus >= l.top && l.focus < l.top + 10);
		assert_true(l.top + 10 <= 50);
		assert_true(canvas_cursor_at(c, &row, &col));
		assert_int_equal(row, l.focus - l.top);
		assert_int_equal(canvas_cell(c, row, 29)->style, STYLE_FOCUS);
		assert_true(list_key(&l, key(keys[(i * i + i / 7) % 7])));
	}
	assert_false(list_key(&l, PRESS_CHAR_OF('x')));
	canvas_close(c);
}

static void a_list_that_shrinks_keeps_a_valid_focus(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct list_look l = {.count = 20, .focus = 19};

	(void)state;
	l.count = 3;
	canvas_begin(c, 10, 30, LANG_FR);
	list_draw(&l, canvas_area(c), true, draw_row, NULL);
	assert_int_equal(l.focus, 2);
	assert_int_equal(l.top, 0);
	l.count = 0;
	list_draw(&l, canvas_area(c), true, draw_row, NULL);
	assert_true(list_key(&l, key(PRESS_DOWN)));
	assert_int_equal(l.focus, 0);
	canvas_close(c);
}

/* ---- grid ---- */

static struct grid_entry members[150];
static char numbers[150][8];
static struct message beside[2];

static void fill_members(size_t n, enum lang lang)
{
	for (size_t i = 0; i < n; i++) {
		(void)snprintf(numbers[i], sizeof(numbers[i]), n > 99 ? "%03zu" : "%02zu", i + 1);
		members[i] = (struct grid_entry){
			.number = str_of(numbers[i]),
			.name = lang == LANG_AR ? STR("فاطمة الزهراء بنيس")
						: STR("Abderrahim Sekkat"),
			.symbol = "✓",
			.style = STYLE_GOOD,
		};
	}
	members[6].symbol = "✗";
	members[6].style = STYLE_BAD_ROW;
	beside[0] = said(lang == LANG_AR ? "لا" : "contre");
	members[6].word = &beside[0];
	members[14].symbol = "○";
	members[14].style = STYLE_CAUTION;
	beside[1] = said(lang == LANG_AR ? "ممتنع" : "abst.");
	members[14].word = &beside[1];
	members[15].symbol = "–";
	members[15].style = STYLE_OFF;
}

static struct grid_entry member_at(void *context, size_t i)
{
	return ((struct grid_entry *)context)[i];
}

static void draw_grid(struct grid *g, enum lang lang, int rows, int cols, const char *name)
{
	struct canvas *c = canvas_open(&memory_source);

	canvas_begin(c, rows, cols, lang);
	grid_draw(g, canvas_area(c), member_at, members);
	golden(name, c);
	canvas_close(c);
}

static void members_stand_in_columns_filled_downwards(void **state)
{
	struct grid g = {.count = 36};

	(void)state;
	fill_members(36, LANG_FR);
	draw_grid(&g, LANG_FR, 12, 78, "grid-fr-36");
	assert_int_equal(g.columns, 3);
	assert_null(grid_extent(&g, member_at, members).id);
	fill_members(36, LANG_AR);
	draw_grid(&g, LANG_AR, 12, 78, "grid-ar-36");
}

static void columns_are_as_many_as_fit_at_24_cells(void **state)
{
	(void)state;
	assert_int_equal(grid_columns(78), 3);
	assert_int_equal(grid_columns(158), 6);
	assert_int_equal(grid_columns(98), 3);
	assert_int_equal(grid_columns(24), 1);
	assert_int_equal(grid_columns(10), 1);
	assert_true(grid_fits(180, 30, 158));
	assert_false(grid_fits(181, 30, 158));
}

static void a_grid_of_150_scrolls_by_whole_columns(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct grid g = {.count = 150};
	struct message m;

	(void)state;
	fill_members(150, LANG_FR);
	for (size_t i = 0; i < 150; i++) {
		canvas_begin(c, 12, 78, LANG_FR);
		grid_draw(&g, canvas_area(c), member_at, members);
		assert_int_equal(g.first % 12, 0);
		grid_show(&g, (i * 37) % 150);
		assert_true((i * 37) % 150 >= g.first && (i * 37) % 150 < g.first + 36);
	}
	grid_show(&g, 0);
	canvas_begin(c, 12, 78, LANG_FR);
	m = grid_extent(&g, member_at, members);
	assert_true(str_is(canvas_words(c, m), "\xE2\x81\xA8"
					       "001\xE2\x81\xA9–\xE2\x81\xA8"
					       "036\xE2\x81\xA9 de 150 ▸"));
	canvas_close(c);
}

/* Whatever changes between two pictures: a canvas that keeps what stood there paints the same as
 * one that has never painted. */
static void a_grid_painted_again_is_the_one_painted_anew(void **state)
{
	static const struct message word = {.id = N_("left")};
	static const enum bidi_mode modes[] = {
		BIDI_EXPLICIT, BIDI_EXPLICIT, BIDI_EXPLICIT, BIDI_IMPLICIT};
	struct canvas *kept = canvas_open(&memory_source);
	struct grid g = {.count = 150}, h;
	uint32_t at = 12345;

	(void)state;
	fill_members(150, LANG_FR);
	for (int i = 0; i < 400; i++) {
		struct canvas *fresh = canvas_open(&memory_source);
		struct grid_entry *e = &members[(at = at * 1103515245 + 12345) / 65536 % 150];
		enum lang lang = i % 50 < 40 ? LANG_FR : LANG_AR;
		int rows = i % 90 < 80 ? 20 : 33, cols = i % 70 < 60 ? 158 : 100;

		e->style = i % 3 ? STYLE_BAD_ROW : STYLE_GOOD;
		e->symbol = i % 3 ? "✗" : "✓";
		e->word = i % 5 ? NULL : i % 2 ? &word : &beside[0];
		e->name = i % 7 ? STR("Naïma 中 Ouazzani") : STR("نعيمة الوزاني");
		e->candidate = i % 11 == 0;
		(void)grid_key(&g, key(i % 4 ? PRESS_DOWN : PRESS_PAGE_DOWN), false);
		g.cursor = i % 6 != 0;
		h = g;
		canvas_options(kept, modes[i % 60 / 15], i % 40 > 35, false);
		canvas_options(fresh, modes[i % 60 / 15], i % 40 > 35, false);
		canvas_begin(kept, rows, cols, lang);
		canvas_begin(fresh, rows, cols, lang);
		grid_draw(&g, canvas_area(kept), member_at, members);
		grid_draw(&h, canvas_area(fresh), member_at, members);
		assert_memory_equal(canvas_cell(kept, 0, 0), canvas_cell(fresh, 0, 0),
			(size_t)(rows * cols) * sizeof(struct cell));
		canvas_close(fresh);
	}
	canvas_close(kept);
}

static void arrows_walk_the_grid_as_it_is_seen(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct grid g = {.count = 36};

	(void)state;
	fill_members(36, LANG_AR);
	canvas_begin(c, 12, 78, LANG_AR);
	grid_draw(&g, canvas_area(c), member_at, members);
	assert_true(grid_key(&g, key(PRESS_DOWN), true)); /* the first one shows where one is */
	assert_int_equal(g.focus, 0);
	assert_true(grid_key(&g, key(PRESS_LEFT), true));
	assert_int_equal(g.focus, 12);
	assert_true(grid_key(&g, key(PRESS_RIGHT), true));
	assert_int_equal(g.focus, 0);
	assert_true(grid_key(&g, key(PRESS_RIGHT), true));
	assert_int_equal(g.focus, 0);
	assert_true(grid_key(&g, key(PRESS_END), true));
	assert_int_equal(g.focus, 35);
	assert_true(grid_key(&g, key(PRESS_DOWN), true));
	assert_int_equal(g.focus, 35);
	assert_false(grid_key(&g, PRESS_CHAR_OF('n'), true));
	canvas_close(c);
}

/* ---- panel ---- */

static struct panel sample_panel(struct panel_choice *choices, struct message *line)
{
	*line = said("Le vote a été clos à 14:33 avec 28 voix pour, 3 contre et une abstention.");
	choices[0] = (struct panel_choice){.digit = 1, .label = said("faute de frappe")};
	choices[1] = (struct panel_choice){.digit = 2,
		.label = said("prendre acte"),
		.reason = said("ce point exige un vote"),
		.face = STR("v")};
	choices[2] =
		(struct panel_choice){.digit = 0, .label = said("autre écran"), .face = STR("F9")};
	return (struct panel){.title = said("Annuler"),
		.lines = line,
		.lines_n = 1,
		.choices = choices,
		.choices_n = 3,
		.footer = said("1-2 puis ⏎ · Esc laisser")};
}

static void a_panel_shows_facts_choices_and_reasons(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct panel_choice choices[3];
	struct message line;
	struct panel p = sample_panel(choices, &line);
	struct area rest;

	(void)state;
	canvas_begin(c, 17, 78, LANG_FR);
	rest = panel_draw(&p, canvas_area(c));
	assert_int_equal(rest.rows, 0);
	golden("panel-fr", c);
	p.extra = 2;
	canvas_begin(c, 17, 78, LANG_AR);
	rest = panel_draw(&p, canvas_area(c));
	assert_int_equal(rest.rows, 2);
	golden("panel-ar", c);
	p.extra = 0;
	canvas_begin(c, 6, 40, LANG_FR); /* choices come before facts when room is short */
	(void)panel_draw(&p, canvas_area(c));
	assert_true(canvas_shows(c, STR("faute de frappe")));
	assert_true(canvas_shows(c, STR("↑↓ 2/3"))); /* and that there are more is said */
	canvas_begin(c, 17, 78, LANG_FR);
	(void)panel_draw(&p, canvas_area(c));
	assert_false(canvas_shows(c, STR("↑↓")));
	canvas_close(c);
}

/* Whoever orders the letters: no terminal turns these signs. */
static void signs_among_facts_point_where_reading_goes(void **state)
{
	static const enum bidi_mode modes[] = {BIDI_EXPLICIT, BIDI_IMPLICIT};
	struct message lines[12];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		lines[i] = said("▸ نقطة");
	for (size_t m = 0; m < ARRAY_LEN(modes); m++) {
		struct panel p = {.lines = lines, .lines_n = ARRAY_LEN(lines)};
		struct canvas *c = canvas_open(&memory_source);
		int turned = 0;

		canvas_options(c, modes[m], false, false);
		canvas_begin(c, 8, 40, LANG_AR);
		(void)panel_draw(&p, canvas_area(c)); /* more than there are rows: it scrolls */
		for (int i = 0; i < 8 * 40; i++) {
			assert_int_not_equal(canvas_cell(c, i / 40, i % 40)->code, 0x25B8);
			turned += canvas_cell(c, i / 40, i % 40)->code == 0x25C2;
		}
		assert_int_equal(turned, 6);
		canvas_close(c);
	}
}

static void a_digit_chooses_and_what_is_off_refuses(void **state)
{
	struct panel_choice choices[3];
	struct message line;
	struct panel p = sample_panel(choices, &line);

	(void)state;
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF('1')), PANEL_CHOSEN);
	assert_int_equal(p.focus, 0);
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF(0x662)), PANEL_REFUSED);
	assert_int_equal(p.focus, 1);
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF(0xE0)), PANEL_CHOSEN); /* à is the 0 key */
	assert_int_equal(p.focus, 2);
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF('7')), PANEL_IGNORED);
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF('x')), PANEL_IGNORED);
	assert_int_equal(panel_key(&p, key(PRESS_ESC)), PANEL_LEFT);
	assert_int_equal(panel_key(&p, key(PRESS_UP)), PANEL_TAKEN);
	assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_REFUSED);
}

/* Fourteen facts in a box that has rows for nine: pages turn them, and nothing is confirmed before
 * the last one was seen. */
static void facts_over_choices_are_all_seen_before_enter_confirms(void **state)
{
	struct message facts[14];
	struct panel_choice choices[2] = {
		{.digit = 1, .label = said("noter")}, {.digit = 2, .label = said("laisser")}};
	struct panel p = {.lines = facts,
		.lines_n = ARRAY_LEN(facts),
		.choices = choices,
		.choices_n = 2,
		.footer = said("Échap"),
		.confirm = true};
	struct canvas *c = canvas_open(&memory_source);
	static char words[ARRAY_LEN(facts)][16];

	(void)state;
	for (int i = 0; i < (int)ARRAY_LEN(facts); i++) {
		(void)snprintf(words[i], sizeof(words[i]), "fait %c", 'A' + i);
		facts[i] = said(words[i]);
	}
	for (int turn = 0; turn < 4; turn++) {
		canvas_begin(c, 16, 60, LANG_FR);
		(void)panel_draw(&p, canvas_area(c));
		assert_true(canvas_shows(c, STR("noter")));
		assert_true(canvas_shows(c, STR("PgUp PgDn")));
		assert_int_equal(canvas_shows(c, STR("fait A")), turn < 2);
		assert_int_equal(canvas_shows(c, STR("fait N")), turn >= 2);
		assert_int_equal(panel_unread(&p), turn < 2);
		if (turn == 0) {
			assert_int_equal(panel_key(&p, PRESS_CHAR_OF('1')), PANEL_TAKEN);
		} else if (turn == 1) {
			assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_TAKEN);
		} else if (turn == 2) {
			assert_int_equal(panel_key(&p, key(PRESS_PAGE_UP)), PANEL_TAKEN);
			canvas_begin(c, 16, 60, LANG_FR);
			(void)panel_draw(&p, canvas_area(c));
			assert_true(canvas_shows(c, STR("fait A")));
			assert_int_equal(panel_key(&p, key(PRESS_PAGE_DOWN)), PANEL_TAKEN);
		} else {
			assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_CHOSEN);
		}
	}
	/* Where all of them have room there is nothing to turn. */
	canvas_begin(c, 24, 60, LANG_FR);
	(void)panel_draw(&p, canvas_area(c));
	assert_false(canvas_shows(c, STR("PgDn")));
	assert_int_equal(panel_key(&p, key(PRESS_PAGE_DOWN)), PANEL_IGNORED);
	canvas_close(c);
}

static void a_panel_that_confirms_wants_its_digit_before_enter(void **state)
{
	struct panel_choice choices[3];
	struct message line;
	struct panel p = sample_panel(choices, &line);

	(void)state;
	p.confirm = true;
	assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_WAITS);
	assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_WAITS);
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF('1')), PANEL_TAKEN);
	assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_CHOSEN);
	assert_int_equal(p.focus, 0);
	p.picked = false;
	assert_int_equal(panel_key(&p, PRESS_CHAR_OF('2')), PANEL_REFUSED);
	assert_int_equal(panel_key(&p, key(PRESS_ENTER)), PANEL_REFUSED);
}

/* ---- form ---- */

static size_t complete(
	void *ctx, struct str text, struct completion *out, size_t room, struct arena *a)
{
	static const char *const words[] = {"vote.cast", "vote.close", "vote.open"};
	size_t n = 0;

	(void)ctx;
	(void)a;
	for (size_t i = 0; i < ARRAY_LEN(words) && n < room; i++)
		if (text.n && strncmp(words[i], text.p, text.n) == 0)
			out[n++] = (struct completion){0, str_of(words[i]), STR("a command")};
	return n;
}

static void a_prompt_completes_and_remembers(void **state)
{
	struct prompt *p = prompt_open(said(":"), complete, NULL);
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (const char *s = "vote.c"; *s; s++)
		assert_int_equal(prompt_key(p, PRESS_CHAR_OF(*s)), PROMPT_GOES_ON);
	canvas_begin(c, 6, 40, LANG_FR);
	prompt_draw(p, canvas_area(c));
	golden("prompt-fr", c);
	assert_int_equal(prompt_key(p, key(PRESS_TAB)), PROMPT_GOES_ON);
	assert_true(str_is(prompt_text(p), "vote.cast"));
	assert_int_equal(prompt_key(p, key(PRESS_TAB)), PROMPT_GOES_ON);
	assert_true(str_is(prompt_text(p), "vote.close"));
	assert_int_equal(prompt_key(p, key(PRESS_UP)), PROMPT_GOES_ON);
	assert_true(str_is(prompt_text(p), "vote.cast"));
	assert_int_equal(prompt_key(p, key(PRESS_ENTER)), PROMPT_DONE);
	prompt_begin(p, said(":"), STR(""));
	assert_int_equal(prompt_key(p, PRESS_CHAR_OF('x')), PROMPT_GOES_ON);
	assert_int_equal(prompt_key(p, key(PRESS_ENTER)), PROMPT_DONE);
	prompt_begin(p, said(":"), STR(""));
	(void)prompt_key(p, key(PRESS_UP));
	assert_true(str_is(prompt_text(p), "x"));
	(void)prompt_key(p, key(PRESS_UP));
	assert_true(str_is(prompt_text(p), "vote.cast"));
	(void)prompt_key(p, key(PRESS_UP));
	assert_true(str_is(prompt_text(p), "vote.cast"));
	(void)prompt_key(p, key(PRESS_DOWN));
	(void)prompt_key(p, key(PRESS_DOWN));
	assert_true(str_is(prompt_text(p), ""));
	assert_int_equal(prompt_key(p, key(PRESS_ESC)), PROMPT_LEFT);
	assert_true(prompt_paste(p, STR("a\nb")));
	assert_true(str_is(prompt_text(p), "a b"));
	for (int i = 0; i < 120; i++) { /* more than the history holds */
		char word[16];

		(void)snprintf(word, sizeof(word), "w%d", i);
		prompt_begin(p, said(":"), str_of(word));
		(void)prompt_key(p, key(PRESS_ENTER));
	}
	prompt_begin(p, said(":"), STR(""));
	(void)prompt_key(p, key(PRESS_UP));
	assert_true(str_is(prompt_text(p), "w119"));
	prompt_close(p);
	canvas_close(c);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_list_scrolls_to_keep_its_focus_in_sight),
	cmocka_unit_test(a_list_that_shrinks_keeps_a_valid_focus),
	cmocka_unit_test(members_stand_in_columns_filled_downwards),
	cmocka_unit_test(columns_are_as_many_as_fit_at_24_cells),
	cmocka_unit_test(a_grid_of_150_scrolls_by_whole_columns),
	cmocka_unit_test(a_grid_painted_again_is_the_one_painted_anew),
	cmocka_unit_test(arrows_walk_the_grid_as_it_is_seen),
	cmocka_unit_test(a_panel_shows_facts_choices_and_reasons),
	cmocka_unit_test(signs_among_facts_point_where_reading_goes),
	cmocka_unit_test(a_digit_chooses_and_what_is_off_refuses),
	cmocka_unit_test(a_panel_that_confirms_wants_its_digit_before_enter),
	cmocka_unit_test(facts_over_choices_are_all_seen_before_enter_confirms),
	cmocka_unit_test(a_prompt_completes_and_remembers),
};

TEST_MAIN(cases)
