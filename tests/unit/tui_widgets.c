#include "tests/golden.h"
#include "tests/test.h"

#include "storage/memory.h"
#include "tui/form.h"
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
	assert_true(canvas_shows(c, STR("↑↓  2 / 3"))); /* and that there are more is said */
	canvas_begin(c, 17, 78, LANG_FR);
	(void)panel_draw(&p, canvas_area(c));
	assert_false(canvas_shows(c, STR("↑↓")));
	canvas_close(c);
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

static void type_into(struct form *f, const char *text)
{
	for (; *text; text++)
		assert_int_equal(form_key(f, PRESS_CHAR_OF(*text), false), FORM_TAKEN);
}

/* A habitual Tab behind the last digit must not carry what is typed next into a third field. */
static void a_tab_after_a_whole_figure_is_where_it_leads(void **state)
{
	struct form_field f[] = {
		{.kind = FORM_NUMBER, .label = said("Membre"), .digits = 2},
		{.kind = FORM_TEXT, .label = said("Texte")},
		{.kind = FORM_TEXT, .label = said("Motif")},
	};
	struct form form;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	type_into(&form, "07");
	assert_int_equal(form.focus, 1);
	assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
	assert_int_equal(form.focus, 1);
	type_into(&form, "abc");
	assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
	assert_int_equal(form.focus, 2);
	assert_int_equal(form_text(&f[1]).n, 3);
	form_close(&form);
}

static void a_form_is_filled_field_by_field(void **state)
{
	const struct message kinds[] = {said("ordinaire"), said("extraordinaire")};
	struct form_field f[] = {
		{.kind = FORM_TEXT, .label = said("Lieu"), .required = true},
		{.kind = FORM_CHOICE, .label = said("Genre"), .choices = kinds, .choices_n = 2},
		{.kind = FORM_DATE, .label = said("Jour"), .required = true},
		{.kind = FORM_TIME, .label = said("Heure")},
		{.kind = FORM_MONEY, .label = said("Montant")},
		{.kind = FORM_PROSE,
			.label = said("Objet"),
			.rows = 2,
			.note = said("deux lignes")},
		{.kind = FORM_PASSPHRASE, .label = said("Phrase secrète")},
	};
	struct canvas *c = canvas_open(&memory_source);
	struct form form;
	struct date date;
	int64_t amount;
	int minute;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	assert_false(form_check(&form));
	assert_int_equal(form.focus, 0);
	type_into(&form, "Siege ");
	assert_null(f[0].problem.id);
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_TAKEN);
	type_into(&form, "2");
	assert_int_equal(f[1].chosen, 1);
	assert_int_equal(form_key(&form, key(PRESS_RIGHT), true), FORM_TAKEN); /* back, in Arabic */
	assert_int_equal(f[1].chosen, 0);
	assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
	type_into(&form, "31/2/2024");
	assert_int_equal(form_key(&form, key(PRESS_DOWN), false), FORM_TAKEN);
	type_into(&form, "9h05");
	assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
	type_into(&form, "1.234,5");
	assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
	type_into(&form, "Objet");
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_TAKEN); /* a new line */
	assert_int_equal(form.focus, 5);
	assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
	type_into(&form, "secret");
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_SUBMIT);
	assert_false(form_check(&form));
	assert_int_equal(form.focus, 2);
	canvas_begin(c, 12, 70, LANG_FR);
	form_draw(&form, canvas_area(c));
	golden("form-fr", c);
	assert_false(canvas_shows(c, STR("secret")));
	form_set(&f[2], STR("30/12/2024"));
	assert_true(form_check(&form));
	assert_true(form_date(&f[2], &date));
	assert_int_equal(date.day, 30);
	assert_true(form_minutes(&f[3], &minute));
	assert_int_equal(minute, 9 * 60 + 5);
	assert_true(form_money(&f[4], &amount));
	assert_int_equal(amount, 123450);
	assert_true(str_is(form_text(&f[0]), "Siege"));
	assert_true(str_is(form_text(&f[6]), "secret"));
	form_close(&form);
	for (size_t i = 0; i < sizeof(f[6].secret); i++)
		assert_int_equal(f[6].secret[i], 0);
	canvas_close(c);
}

static void the_first_key_replaces_what_is_proposed(void **state)
{
	struct form_field f[] = {{.kind = FORM_TIME, .label = said("Heure")},
		{.kind = FORM_TEXT, .label = said("Lieu")}};
	struct form form;

	(void)state;
	form_open(&form, f, 2);
	form_set(&f[0], STR("14:32"));
	form_set(&f[1], STR("Fès"));
	type_into(&form, "9h05");
	assert_true(str_is(form_text(&f[0]), "9h05"));
	form_set(&f[0], STR("14:32"));
	assert_int_equal(form_key(&form, key(PRESS_BACKSPACE), false), FORM_TAKEN);
	type_into(&form, "1"); /* somebody who began to mend it goes on mending */
	assert_true(str_is(form_text(&f[0]), "14:31"));
	form_set(&f[0], STR("14:32"));
	assert_true(form_paste(&form, STR("10:00")));
	assert_true(str_is(form_text(&f[0]), "10:00"));
	form.focus = 1;
	type_into(&form, "Rabat");
	assert_true(str_is(form_text(&f[1]), "Rabat"));
	form_set(&f[1], STR("Fès"));
	assert_int_equal(form_key(&form, key(PRESS_END), false), FORM_TAKEN);
	type_into(&form, "!"); /* who goes to its end goes on with it */
	assert_true(str_is(form_text(&f[1]), "Fès!"));
	form_set(&f[1], STR("Fès"));
	type_into(&form, "R");
	assert_int_equal(
		form_key(&form, (struct press){.code = PRESS_BACKSPACE, .alt = true}, false),
		FORM_TAKEN);
	assert_true(str_is(form_text(&f[1]), "Fès")); /* nothing is lost by a key too many */
	form_close(&form);
}

static void letters_never_turn_a_choice(void **state)
{
	const struct message kinds[] = {said("un"), said("deux"), said("trois")};
	struct form_field f[] = {
		{.kind = FORM_CHOICE, .label = said("Nature"), .choices = kinds, .choices_n = 3}};
	struct form form;

	(void)state;
	form_open(&form, f, 1);
	type_into(&form, "un titre entier");
	assert_int_equal(f[0].chosen, 0);
	assert_non_null(f[0].problem.id);
	type_into(&form, "3");
	assert_int_equal(f[0].chosen, 2);
	assert_null(f[0].problem.id);
	assert_int_equal(form_key(&form, key(PRESS_RIGHT), false), FORM_TAKEN);
	assert_int_equal(f[0].chosen, 0);
	form_close(&form);
}

static void the_row_of_dots_says_nothing_of_the_length(void **state)
{
	struct form_field f[] = {{.kind = FORM_PASSPHRASE, .label = said("Phrase")}};
	struct canvas *a = canvas_open(&memory_source), *b = canvas_open(&memory_source);
	struct form form;

	(void)state;
	form_open(&form, f, 1);
	canvas_begin(a, 2, 60, LANG_FR);
	form_draw(&form, canvas_area(a));
	assert_false(canvas_shows(a, STR("·"))); /* an empty field does not look filled */
	type_into(&form, "u");
	canvas_begin(a, 2, 60, LANG_FR);
	form_draw(&form, canvas_area(a));
	type_into(&form, "ne phrase tres longue");
	canvas_begin(b, 2, 60, LANG_FR);
	form_draw(&form, canvas_area(b));
	assert_true(str_equal(canvas_dump(a, canvas_arena(a)), canvas_dump(b, canvas_arena(b))));
	for (int i = 0; i < 300; i++)
		assert_int_equal(form_key(&form, PRESS_CHAR_OF(0xE9), false), FORM_TAKEN);
	assert_true(form_text(&f[0]).n < FORM_SECRET_MAX);
	assert_int_equal(form_key(&form, key(PRESS_BACKSPACE), false), FORM_TAKEN);
	assert_int_equal(f[0].secret[f[0].secret_n - 1], '\xA9'); /* a whole letter went */
	assert_true(form_paste(&form, STR("\n")));
	form_close(&form);
	canvas_close(a);
	canvas_close(b);
}

static void a_passphrase_is_replaced_or_emptied_as_a_whole(void **state)
{
	struct form_field f[] = {{.kind = FORM_PASSPHRASE, .label = said("Phrase")}};
	const struct press all = {.code = PRESS_CHAR, .ch = 'a', .ctrl = true};
	const struct press empty = {.code = PRESS_CHAR, .ch = 'u', .ctrl = true};
	struct form form;

	(void)state;
	form_open(&form, f, 1);
	type_into(&form, "faute");
	assert_int_equal(form_key(&form, all, false), FORM_TAKEN);
	assert_int_equal(f[0].secret_n, 5); /* nothing is gone before something is typed */
	type_into(&form, "juste");
	assert_true(str_is(form_text(&f[0]), "juste"));
	assert_int_equal(form_key(&form, all, false), FORM_TAKEN);
	assert_int_equal(form_paste(&form, STR("collee")), PASTE_DONE);
	assert_true(str_is(form_text(&f[0]), "collee"));
	assert_int_equal(form_key(&form, all, false), FORM_TAKEN);
	assert_int_equal(form_key(&form, key(PRESS_BACKSPACE), false), FORM_TAKEN);
	assert_int_equal(f[0].secret_n, 0);
	type_into(&form, "encore");
	assert_int_equal(form_key(&form, empty, false), FORM_TAKEN);
	assert_int_equal(f[0].secret_n, 0);
	form_close(&form);
}

static void a_form_higher_than_its_place_scrolls(void **state)
{
	struct form_field f[20];
	struct canvas *c = canvas_open(&memory_source);
	struct form form;

	(void)state;
	for (size_t i = 0; i < 20; i++)
		f[i] = (struct form_field){.kind = FORM_NUMBER, .label = said("n")};
	form_open(&form, f, 20);
	for (int i = 0; i < 60; i++) {
		int row, col;

		canvas_begin(c, 5, 40, LANG_FR);
		form_draw(&form, canvas_area(c));
		assert_true(canvas_cursor_at(c, &row, &col));
		assert_int_equal(row, form.focus - form.top);
		(void)form_key(&form, key(i < 40 ? PRESS_TAB : PRESS_BACK_TAB), false);
	}
	form_close(&form);
	canvas_close(c);
}

static void dates_are_read_in_any_usual_writing(void **state)
{
	static const struct {
		const char *text;
		int year, month, day;
	} dates[] = {
		{"30/12/2024", 2024, 12, 30},
		{"2024-12-30", 2024, 12, 30},
		{" 3.1.2025 ", 2025, 1, 3},
		{"٣٠/١٢/٢٠٢٤", 2024, 12, 30},
		{"29/2/2024", 2024, 2, 29},
		{"29/2/2023", 0, 0, 0},
		{"30/13/2024", 0, 0, 0},
		{"30/12/24", 0, 0, 0},
		{"30/12/2024x", 0, 0, 0},
		{"", 0, 0, 0},
		{"30-12", 0, 0, 0},
		{"0/1/2024", 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(dates); i++) {
		struct date d = {0, 0, 0};

		assert_int_equal(form_read_date(str_of(dates[i].text), &d), dates[i].year != 0);
		assert_int_equal(d.year, dates[i].year);
		assert_int_equal(d.month, dates[i].month);
		assert_int_equal(d.day, dates[i].day);
	}
}

static void times_are_read_in_any_usual_writing(void **state)
{
	static const struct {
		const char *text;
		int minute;
	} times[] = {
		{"14:32", 872},
		{"1432", 872},
		{"14h32", 872},
		{"9:05", 545},
		{"9h", 540},
		{"09", 540},
		{"١٤:٣٢", 872},
		{"24:00", -1},
		{"12:60", -1},
		{"12:", -1},
		{"x", -1},
		{"", -1},
		{"123", -1},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(times); i++) {
		int m = -1;

		assert_int_equal(form_read_time(str_of(times[i].text), &m), times[i].minute >= 0);
		assert_int_equal(m, times[i].minute);
	}
}

static void amounts_are_read_in_any_usual_writing(void **state)
{
	static const struct {
		const char *text;
		int64_t centimes;
	} amounts[] = {
		{"1.234.567,89", 123456789},
		{"1 234 567,89", 123456789},
		{"1234567,89", 123456789},
		{"1234567.89", 123456789},
		{"1234", 123400},
		{"1.234", 123400},
		{"12,5", 1250},
		{"12.5", 1250},
		{"\xE2\x88\x92"
		 "50.000,00",
			-5000000},
		{"٦٠٠٠٠٠", 60000000},
		{"0", 0},
		{"12.34.567", -1},
		{"12.3456", -1},
		{"1,234,5", -1},
		{"12,", -1},
		{",5", -1},
		{"", -1},
		{"12a", -1},
		{"1..2", -1},
		{"12,345", -1},
		{"999999999999999999", -1},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(amounts); i++) {
		int64_t n = -1;

		assert_int_equal(
			form_read_money(str_of(amounts[i].text), &n), amounts[i].centimes != -1);
		assert_int_equal(n, amounts[i].centimes);
	}
}

/* ---- prompt ---- */

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
	cmocka_unit_test(a_digit_chooses_and_what_is_off_refuses),
	cmocka_unit_test(a_panel_that_confirms_wants_its_digit_before_enter),
	cmocka_unit_test(a_tab_after_a_whole_figure_is_where_it_leads),
	cmocka_unit_test(a_form_is_filled_field_by_field),
	cmocka_unit_test(the_first_key_replaces_what_is_proposed),
	cmocka_unit_test(letters_never_turn_a_choice),
	cmocka_unit_test(the_row_of_dots_says_nothing_of_the_length),
	cmocka_unit_test(a_passphrase_is_replaced_or_emptied_as_a_whole),
	cmocka_unit_test(a_form_higher_than_its_place_scrolls),
	cmocka_unit_test(dates_are_read_in_any_usual_writing),
	cmocka_unit_test(times_are_read_in_any_usual_writing),
	cmocka_unit_test(amounts_are_read_in_any_usual_writing),
	cmocka_unit_test(a_prompt_completes_and_remembers),
};

TEST_MAIN(cases)
