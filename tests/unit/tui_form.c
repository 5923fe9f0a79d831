/* Forms: what their fields take, how it is read and what they say of it. */
#include "tests/golden.h"
#include "tests/test.h"

#include "storage/memory.h"
#include "tui/form.h"

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

/* A text of several lines, too; an arrow first, and it is gone on with. */
static void prose_set_by_its_owner_is_typed_over_or_mended(void **state)
{
	struct form_field f[] = {{.kind = FORM_PROSE, .label = said("Texte"), .rows = 3}};
	struct form form;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	type_into(&form, "a");
	assert_null(f[0].note.id); /* nothing was there to be replaced */
	form_set(&f[0], STR("ancien\ntexte"));
	assert_string_equal(f[0].note.id, "typing replaces it, an arrow first mends it");
	type_into(&form, "neuf");
	assert_true(str_is(form_text(&f[0]), "neuf"));
	form_set(&f[0], STR("ancien"));
	assert_int_equal(form_key(&form, key(PRESS_END), false), FORM_TAKEN);
	type_into(&form, "s");
	assert_true(str_is(form_text(&f[0]), "anciens"));
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

/* A word meant for another field: its é and è, the letters of digits 2 and 7 on AZERTY, choose
 * nothing either, until a digit or a key of movement says that a digit is meant. */
static void the_letters_of_a_word_are_no_digits(void **state)
{
	static const uint32_t word[] = {'D', 0xE9, 'l', 0xE9, 'g', 'u', 0xE9};
	const struct message kinds[] = {said("un"), said("deux"), said("trois")};
	struct form_field f[] = {{.kind = FORM_CHOICE,
					 .label = said("Poste"),
					 .choices = kinds,
					 .choices_n = 3,
					 .chosen = 3,
					 .digits = 1},
		{.kind = FORM_NUMBER, .label = said("Rang")}};
	struct form form;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	for (size_t i = 0; i < ARRAY_LEN(word); i++)
		(void)form_key(&form, PRESS_CHAR_OF(word[i]), false);
	assert_int_equal(form.focus, 0);
	assert_int_equal(f[0].chosen, 3);
	assert_string_equal(f[0].problem.id, "←→ or a digit from {low} to {high} chooses here");
	(void)form_key(&form, key(PRESS_BACKSPACE), false);
	(void)form_key(&form, PRESS_CHAR_OF(0xE9), false);
	assert_int_equal(f[0].chosen, 3);
	(void)form_key(&form, key(PRESS_RIGHT), false);
	assert_int_equal(f[0].chosen, 0);
	(void)form_key(&form, PRESS_CHAR_OF(0xE9), false); /* a digit again */
	assert_int_equal(f[0].chosen, 1);
	assert_int_equal(form.focus, 1);
	type_into(&form, "x");
	assert_int_equal(form_text(&f[1]).n, 0);
	assert_string_equal(f[1].problem.id, "write a whole number");
	assert_int_equal(form_key(&form, key(PRESS_F4), false), FORM_SUBMIT);
	assert_false(form_check(&form)); /* the letters were to be the figure: not at once */
	type_into(&form, "12");
	assert_true(str_is(form_text(&f[1]), "12"));
	assert_null(f[1].problem.id);
	type_into(&form, "o");
	(void)form_key(&form, key(PRESS_BACK_TAB), false);
	assert_null(f[1].problem.id); /* what stands there is fine */
	assert_true(form_check(&form));
	form_close(&form);
}

static void type_letters(struct form *form, const uint32_t *letters, size_t n)
{
	for (size_t i = 0; i < n; i++)
		(void)form_key(form, PRESS_CHAR_OF(letters[i]), false);
}

/* Its names are searched as they are drawn. */
static void drawn(struct canvas *c, struct form *form)
{
	canvas_begin(c, 12, 60, LANG_FR);
	form_draw(form, canvas_area(c));
}

/* é alone is the digit 2 of AZERTY, before another letter the beginning of a name. */
static void a_part_of_a_name_chooses(void **state)
{
	static const uint32_t e = 0xE9, rest[] = {'l', 'e'}, other = 'x';
	const struct message kinds[] = {said("Convention"), said("Budget"), said("Élection")};
	struct form_field f[] = {
		{.kind = FORM_CHOICE, .label = said("Nature"), .choices = kinds, .choices_n = 3},
		{.kind = FORM_NUMBER, .label = said("Rang")}};
	struct canvas *c = canvas_open(&memory_source);
	struct form form;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	drawn(c, &form);
	type_letters(&form, &e, 1);
	assert_int_equal(f[0].chosen, 1);
	type_letters(&form, rest, 2);
	assert_int_equal(f[0].chosen, 2);
	assert_null(f[0].problem.id);
	(void)form_key(&form, key(PRESS_BACKSPACE), false);
	assert_int_equal(f[0].chosen, 0);
	type_into(&form, "bud");
	assert_int_equal(f[0].chosen, 1);
	/* None is called so: what stood there before stands there again. */
	type_letters(&form, &other, 1);
	assert_int_equal(f[0].chosen, 0);
	assert_string_equal(f[0].problem.id, "←→ or a digit from {low} to {high} chooses here");
	type_into(&form, "3");
	assert_int_equal(f[0].chosen, 2);
	form_close(&form);
	canvas_close(c);
}

/* What each is called by is a number: that is typed, and its place in the list is none. */
static void a_number_of_its_own_chooses(void **state)
{
	static const struct {
		const char *typed;
		size_t chosen;
	} of[] = {{"2", 1}, {"2.2", 2}, {"2.20", 3}, {"3", 4}, {"03", 4}, {"5", 5}, {"liste", 5},
		{"blanc", 6}, {"1", 0}, {"2.3", 6}, {"2.92", 6}};
	static const uint32_t e = 0xE9, arabic[] = {0x662, '.', 0x662};
	const struct message lines[] = {said("1.2 Taxe"), said("2.1 Salaires"), said("2.2 Foires"),
		said("2.20 Salons"), said("03 Omar Trois"), said("liste 5 (12, 21)"),
		said("blanc")};
	struct form_field f[] = {{.kind = FORM_CHOICE,
		.label = said("Ligne"),
		.choices = lines,
		.choices_n = ARRAY_LEN(lines),
		.coded = true}};
	struct canvas *c = canvas_open(&memory_source);
	struct form form;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	drawn(c, &form);
	for (size_t i = 0; i < ARRAY_LEN(of); i++) {
		f[0].chosen = ARRAY_LEN(lines) - 1;
		type_into(&form, of[i].typed);
		assert_int_equal(f[0].chosen, of[i].chosen);
		assert_int_equal(f[0].problem.id != NULL, i + 2 >= ARRAY_LEN(of));
		(void)form_key(&form, key(PRESS_BACKSPACE), false);
		assert_int_equal(f[0].chosen, ARRAY_LEN(lines) - 1);
	}
	type_letters(&form, &e, 1); /* AZERTY without Shift */
	assert_int_equal(f[0].chosen, 1);
	(void)form_key(&form, key(PRESS_BACKSPACE), false);
	type_letters(&form, arabic, ARRAY_LEN(arabic));
	assert_int_equal(f[0].chosen, 2);
	form_close(&form);
	canvas_close(c);
}

/* Who comes back to a figure means another one: 1, and 1 again, are not 11. */
static void a_figure_gone_back_to_is_typed_over(void **state)
{
	struct form_field f[] = {{.kind = FORM_NUMBER, .label = said("Blancs")},
		{.kind = FORM_NUMBER, .label = said("Nuls")},
		{.kind = FORM_TEXT, .label = said("Motif")}};
	struct form form;

	(void)state;
	form_open(&form, f, ARRAY_LEN(f));
	type_into(&form, "1");
	(void)form_key(&form, key(PRESS_TAB), false);
	(void)form_key(&form, key(PRESS_BACK_TAB), false);
	type_into(&form, "1");
	assert_true(str_is(form_text(&f[0]), "1"));
	form_focus(&form, 1);
	form_focus(&form, 0);
	type_into(&form, "25");
	assert_true(str_is(form_text(&f[0]), "25"));
	form_focus(&form, 0); /* a click where one is already */
	type_into(&form, "1");
	assert_true(str_is(form_text(&f[0]), "251"));
	(void)form_key(&form, key(PRESS_DOWN), false);
	(void)form_key(&form, key(PRESS_UP), false);
	(void)form_key(&form, key(PRESS_BACKSPACE), false);
	assert_true(str_is(form_text(&f[0]), "25")); /* mended */
	form_focus(&form, 2);
	type_into(&form, "a");
	form_focus(&form, 0);
	form_focus(&form, 2);
	type_into(&form, "b");
	assert_true(str_is(form_text(&f[2]), "ab")); /* words are gone on with */
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
		enum day_read read;
		int year, month, day;
	} dates[] = {
		{"30/12/2024", DAY_READ, 2024, 12, 30},
		{"2024-12-30", DAY_READ, 2024, 12, 30},
		{" 3.1.2025 ", DAY_READ, 2025, 1, 3},
		{"٣٠/١٢/٢٠٢٤", DAY_READ, 2024, 12, 30},
		{"29/2/2024", DAY_READ, 2024, 2, 29},
		{"5/11/26", DAY_READ, 2026, 11, 5},
		{"05-11-26", DAY_READ, 2026, 11, 5},
		{"٥/١١/٢٦", DAY_READ, 2026, 11, 5},
		{"30/12/24", DAY_READ, 2024, 12, 30},
		{"5/11", DAY_READ, 2024, 11, 5},
		{"5-11", DAY_READ, 2024, 11, 5},
		{"٥/١١", DAY_READ, 2024, 11, 5},
		{"۵-۱۱", DAY_READ, 2024, 11, 5},
		{"3/1", DAY_READ, 2025, 1, 3}, /* next to 20 December, not eleven months before */
		{"30-12", DAY_READ, 2024, 12, 30},
		{"29/2", DAY_READ, 2024, 2, 29},
		{"29/2/2023", DAY_NO_SUCH, 0, 0, 0},
		{"31/11", DAY_NO_SUCH, 0, 0, 0},
		{"0/1/2024", DAY_NO_SUCH, 0, 0, 0},
		{"30/13/2024", DAY_NO_MONTH, 0, 0, 0},
		{"12/30", DAY_NO_MONTH, 0, 0, 0},
		{"30/12/2024x", DAY_UNREADABLE, 0, 0, 0},
		{"30/12/202", DAY_UNREADABLE, 0, 0, 0},
		{"30/12/", DAY_UNREADABLE, 0, 0, 0},
		{"2024-12", DAY_UNREADABLE, 0, 0, 0},
		{"30", DAY_UNREADABLE, 0, 0, 0},
		{"5/", DAY_UNREADABLE, 0, 0, 0},
		{"", DAY_UNREADABLE, 0, 0, 0},
	};
	const struct date near = {2024, 12, 20}, none = {0, 0, 0};
	struct date d;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(dates); i++) {
		assert_int_equal(form_read_day(str_of(dates[i].text), near, &d), dates[i].read);
		if (dates[i].read != DAY_READ)
			continue;
		assert_int_equal(d.year, dates[i].year);
		assert_int_equal(d.month, dates[i].month);
		assert_int_equal(d.day, dates[i].day);
	}
	/* Where no year goes without saying, none is guessed. */
	assert_int_equal(form_read_day(STR("5/11"), none, &d), DAY_NO_YEAR);
	assert_int_equal(form_read_day(STR("29/2"), none, &d), DAY_NO_YEAR);
	assert_int_equal(form_read_day(STR("30/2"), none, &d), DAY_NO_SUCH);
	assert_int_equal(form_read_day(STR("5/11/26"), none, &d), DAY_READ);
	assert_int_equal(form_read_day(STR("29/2"), (struct date){2026, 6, 1}, &d), DAY_NO_SUCH);
}

static void a_day_is_shown_as_it_was_read(void **state)
{
	static const char *const shown[LANG_COUNT] = {[LANG_AR] = "الثلاثاء 5 نونبر 2024",
		[LANG_FR] = "mardi 5 novembre 2024",
		[LANG_EN] = "Tuesday 5 November 2024"};
	static const char *const days[LANG_COUNT] = {[LANG_AR] = "نونبر 2024: 30 يوما",
		[LANG_FR] = "novembre 2024 compte 30 jours",
		[LANG_EN] = "November 2024 has 30 days"};
	struct form_field f[] = {
		{.kind = FORM_DATE, .label = said("Jour"), .near = {2024, 12, 20}},
		{.kind = FORM_TEXT, .label = said("Lieu")},
	};
	struct canvas *c = canvas_open(&memory_source);
	struct form form;

	(void)state;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		form_open(&form, f, ARRAY_LEN(f));
		type_into(&form, "5/11");
		canvas_begin(c, 6, 70, lang);
		form_draw(&form, canvas_area(c));
		assert_true(canvas_shows(c, str_of(shown[lang])));
		form_set(&f[0], STR("31/11"));
		canvas_begin(c, 6, 70, lang);
		form_draw(&form, canvas_area(c));
		assert_false(canvas_shows(c, str_of(days[lang]))); /* more may be typed */
		assert_int_equal(form_key(&form, key(PRESS_TAB), false), FORM_TAKEN);
		canvas_begin(c, 6, 70, lang);
		form_draw(&form, canvas_area(c));
		assert_true(canvas_shows(c, str_of(days[lang])));
		form_close(&form);
	}
	canvas_close(c);
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

/* A field that ends by itself goes on: an Enter out of habit is for the field that ended, and
 * passes nothing, whatever comes next. */
static void enter_after_a_field_that_ended_by_itself_passes_nothing(void **state)
{
	struct form_field fields[] = {
		{.kind = FORM_NUMBER, .label = said("Membre"), .digits = 2},
		{.kind = FORM_MONEY, .label = said("Montant"), .required = true},
		{.kind = FORM_TEXT, .label = said("Motif")},
	};
	struct form form;

	(void)state;
	form_open(&form, fields, ARRAY_LEN(fields));
	type_into(&form, "22");
	assert_int_equal(form.focus, 1);
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_TAKEN);
	assert_int_equal(form.focus, 1);
	assert_non_null(form.remark.id);
	/* And one that is to be filled in is not passed by the next one either. */
	assert_null(fields[1].problem.id);
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_TAKEN);
	assert_int_equal(form.focus, 1);
	assert_non_null(fields[1].problem.id);
	assert_non_null(form.remark.id);
	type_into(&form, "500");
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_TAKEN);
	assert_int_equal(form.focus, 2);
	/* The last field is not submitted by it. */
	form_close(&form);
	form_open(&form,
		(struct form_field[]){{.kind = FORM_NUMBER, .digits = 2}, {.kind = FORM_TEXT}}, 2);
	type_into(&form, "22");
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_TAKEN);
	assert_int_equal(form_key(&form, key(PRESS_ENTER), false), FORM_SUBMIT);
	form_close(&form);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(enter_after_a_field_that_ended_by_itself_passes_nothing),
	cmocka_unit_test(a_tab_after_a_whole_figure_is_where_it_leads),
	cmocka_unit_test(a_form_is_filled_field_by_field),
	cmocka_unit_test(the_first_key_replaces_what_is_proposed),
	cmocka_unit_test(prose_set_by_its_owner_is_typed_over_or_mended),
	cmocka_unit_test(letters_never_turn_a_choice),
	cmocka_unit_test(the_letters_of_a_word_are_no_digits),
	cmocka_unit_test(a_part_of_a_name_chooses),
	cmocka_unit_test(a_number_of_its_own_chooses),
	cmocka_unit_test(a_figure_gone_back_to_is_typed_over),
	cmocka_unit_test(the_row_of_dots_says_nothing_of_the_length),
	cmocka_unit_test(a_passphrase_is_replaced_or_emptied_as_a_whole),
	cmocka_unit_test(a_form_higher_than_its_place_scrolls),
	cmocka_unit_test(dates_are_read_in_any_usual_writing),
	cmocka_unit_test(a_day_is_shown_as_it_was_read),
	cmocka_unit_test(times_are_read_in_any_usual_writing),
	cmocka_unit_test(amounts_are_read_in_any_usual_writing),
};

TEST_MAIN(cases)
