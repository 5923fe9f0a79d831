/* The pages of the reading before signing: nothing is left out, no heading stands at the end of a
 * page, no row of a table is torn. */
#include "tests/desk_driver.h"
#include "tests/given.h"
#include "tests/test.h"
#include "tui/closing_look.h"
#include "tui/desk_parts.h"

static enum style style_at(struct canvas *c, int row, int *first)
{
	int cols = canvas_cols(c);

	for (*first = 0; *first < cols; ++*first) {
		const struct cell *cell = canvas_cell(c, row, *first);

		if (cell->code && cell->code != ' ')
			return cell->style;
	}
	return STYLE_TEXT;
}

/* ROW of the reading, drawn alone; where its first letter stands, -1: it is blank. */
static enum style drawn(struct canvas *c, const struct reading *r, size_t row, int *first)
{
	enum style style;

	canvas_begin(c, 1, r->cols, r->lang);
	reading_draw(r, canvas_area(c), row);
	style = style_at(c, 0, first);
	*first = *first < r->cols ? *first : -1;
	return style;
}

/* Of the sample's minutes; totals of a table are bold too. */
static bool is_heading(struct str text)
{
	static const char *const begins[] = {"Point n°", "Présentation", "Texte soumis",
		"Discussion", "Allocution", "Ordre du jour", "Délibération n°", "Annexe", "Suivi"};

	for (size_t i = 0; i < ARRAY_LEN(begins); i++)
		if (text.n >= strlen(begins[i]) &&
			memcmp(text.p, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

#define TEXT_COL 6 /* what is no cell of a table begins before it, or is Arabic prose */

static void check_pages(struct canvas *c, const struct reading *r, size_t rows)
{
	size_t next = 0;
	int64_t number = 0;

	while (next < r->n) {
		struct reading_page page = reading_page(r, next, rows);
		size_t last = page.end - 1;
		int first;

		assert_int_equal(page.top, next);
		assert_int_equal(page.number, ++number);
		assert_true(page.end > page.top);
		for (size_t row = page.top; row < page.end; row++) {
			assert_int_equal(reading_page(r, row, rows).number, number);
			if (row >= page.top + rows) { /* only a blank is not shown */
				(void)drawn(c, r, row, &first);
				assert_int_equal(first, -1);
			}
		}
		(void)drawn(c, r, page.top, &first);
		assert_true(first >= 0);
		assert_true(first <= TEXT_COL || reading_text(r, page.top).n ||
			    canvas_cell(c, 0, r->cols - 2)->code > ' ');
		while (last > page.top && drawn(c, r, last, &first) != STYLE_STRONG && first < 0)
			last--;
		if (page.end < r->n && drawn(c, r, last, &first) == STYLE_STRONG)
			assert_false(is_heading(reading_text(r, last)));
		next = page.end;
		if (next == r->n)
			assert_int_equal(page.count, number);
	}
}

static void no_page_tears_a_row_or_ends_with_a_heading(void **state)
{
	struct driver t;
	struct reading r;
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	for (int cols = 68; cols <= 90; cols += 5) {
		canvas_begin(c, 24, cols, LANG_FR);
		reading_init(&r);
		reading_make(&r, driver_session(&t), c, cols);
		for (size_t rows = 12; rows <= 38; rows++)
			check_pages(c, &r, rows);
		reading_clear(&r);
	}
	canvas_close(c);
	driver_close(&t);
}

/* Who recomputes a vote from its acts needs the one that came after its closing. */
static void acts_that_corrected_a_vote_are_named_with_its_own(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct reading r;
	struct given g;
	struct arena a;

	(void)state;
	arena_init(&a, &memory_source);
	given_whole(&g, &a);
	canvas_begin(c, 400, 90, LANG_EN);
	reading_init(&r);
	reading_make(&r, &g.s, c, 90);
	assert_true(r.n < 400);
	reading_draw(&r, canvas_area(c), 0);
	assert_non_null(strstr(arena_z(&a, canvas_dump(c, &a)), "(acts 30 to 34; corrected: 36)"));
	reading_clear(&r);
	canvas_close(c);
	arena_clear(&a);
}

/* Enter turns every page once, PageUp goes the same way back. */
static void every_page_is_turned_and_turned_back(void **state)
{
	struct driver t;
	struct closing_look *look;
	size_t tops[100], n = 0;

	(void)state;
	driver_open(&t, LANG_AR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9<Enter><Home>");
	look = t.desk->closing;
	assert_true(look->reading);
	for (tops[n++] = look->top;
		reading_page(&look->pages, look->top, (size_t)look->page).end < look->pages.n;
		tops[n++] = look->top) {
		driver_keys(&t, "<Enter>");
		assert_true(n < ARRAY_LEN(tops) && look->top > tops[n - 1]);
	}
	driver_keys(&t, "<PgDn>");
	assert_int_equal(look->top, tops[n - 1]);
	while (--n) {
		driver_keys(&t, "<PgUp>");
		assert_int_equal(look->top, tops[n - 1]);
	}
	driver_keys(&t, "<PgUp>");
	assert_int_equal(look->top, 0);
	driver_close(&t);
}

/* In the language and at the size of a hand-over, the whole is this many pages at the most. */
static void the_sample_is_read_in_few_pages(void **state)
{
	static const int64_t most[] = {31, 36, 36};

	(void)state;
	for (int lang = 0; lang < 3; lang++) {
		struct driver t;

		driver_open(&t, (enum lang)lang, DRIVER_HELD);
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<F9>9<Enter><Home>");
		assert_true(reading_page(&t.desk->closing->pages, 0, 16).count <= most[lang]);
		driver_close(&t);
	}
}

/* What was read is kept by what the paragraphs of the document say, and found again by the numbers
 * their rows have. */
static void a_paragraph_has_one_number_where_it_is_drawn_and_where_it_is_kept(void **state)
{
	(void)state;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		struct driver t;
		const struct reading *r;
		const uint64_t *says;
		size_t n, drawn = 0;

		driver_open(&t, lang, DRIVER_HELD);
		driver_desk(&t, 24, 80);
		driver_keys(&t, "<F9>9<Enter><Home>");
		r = &t.desk->closing->pages;
		says = reading_says(
			reading_document(driver_session(&t), lang, &t.arena), &n, &t.arena);
		for (size_t row = 0; row < r->n; row++) {
			size_t paragraph = reading_paragraph(r, row);

			assert_true(paragraph < n);
			if (paragraph && !reading_blank(r, row))
				assert_true(says[paragraph] != 0);
			drawn = paragraph > drawn ? paragraph : drawn;
		}
		assert_int_equal(drawn + 1, n);
		driver_close(&t);
	}
}

/* --- what counts as read --- */

static void begin_reading(struct driver *t, enum lang lang)
{
	driver_open(t, lang, DRIVER_HELD);
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>9<Enter>");
	assert_true(t->desk->closing->reading);
}

/* KEY by somebody who looked at the page, or as from a key held down, however slow we are. */
static void key(struct driver *t, const char *key, bool looked)
{
	t->desk->patient = true;
	t->desk->enter_ms = 0;
	t->desk->closing->stand.since_ms = desk_now_ms() + (looked ? -60000 : 60000);
	driver_keys(t, key);
	t->desk->patient = false;
}

static struct reading_page standing(const struct driver *t)
{
	const struct closing_look *look = t->desk->closing;

	return reading_page(&look->pages, look->top, (size_t)look->page);
}

static void a_page_that_just_came_up_is_not_read(void **state)
{
	struct driver t;

	(void)state;
	begin_reading(&t, LANG_EN);
	key(&t, "<Enter>", false);
	assert_int_equal(standing(&t).number, 1);
	driver_must_show(&t, "! This page has only just come up");
	key(&t, "<Enter>", true);
	assert_int_equal(standing(&t).number, 2);
	driver_must_not_show(&t, "just come up");
	driver_close(&t);
}

/* To the last page by a key held down, or by a leap: nothing is read but where one stood. */
static void what_was_leapt_over_is_named_and_shown(void **state)
{
	static const char *const says[] = {"الصفحات من 2 إلى 30 لم تعرض بعد: الانتقال إلى الصفحة 2",
		"Pages 2 à 35 pas encore affichées : aller à la page 2",
		"Pages 2 to 35 have not been shown yet: to page 2"};

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct driver t;

		begin_reading(&t, (enum lang)lang);
		key(&t, "<PgDn>", true);
		while (standing(&t).end < t.desk->closing->pages.n)
			key(&t, "<PgDn>", false);
		driver_must_show(&t, says[lang]);
		driver_golden(&t, "closing-leapt");
		key(&t, "<Enter>", false);
		assert_true(t.desk->closing->reading);
		assert_int_equal(standing(&t).number, 2);
		driver_golden(&t, "closing-led-back");
		key(&t, "<End>", false);
		driver_must_show(&t, says[lang]);
		key(&t, "<F3>SPECIMEN<Enter>", false);
		key(&t, "<Enter>", false);
		assert_int_equal(standing(&t).number, 2);
		driver_close(&t);
	}
}

static void a_page_under_a_panel_or_left_does_not_stand(void **state)
{
	struct driver t;

	(void)state;
	begin_reading(&t, LANG_FR);
	key(&t, " ", false);
	key(&t, "<Esc>", true);
	key(&t, "<Enter>", false);
	assert_int_equal(standing(&t).number, 1);
	key(&t, "<F9>4", false);
	key(&t, "<Up>", true);
	key(&t, "<F9>9", true);
	driver_must_show(&t, "· pas encore relu");
	driver_close(&t);
}

/* Left, started again, in another language and at another size: the reading goes on there. */
static void what_was_read_stays_read(void **state)
{
	struct driver t;
	size_t paragraph;

	(void)state;
	begin_reading(&t, LANG_AR);
	for (int page = 0; page < 12; page++)
		driver_keys(&t, "<Enter>");
	paragraph = reading_paragraph(&t.desk->closing->pages, t.desk->closing->top);
	driver_keys(&t, "<PgUp><F9>7<F9>9");
	driver_must_show(&t, "· الصفحات المقروءة إلى الآن: 13 من 31");
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	/* The paragraph that goes on behind page 13 is read whole. */
	driver_must_show(&t, "متابعة قراءة المحضر: الصفحة 13");
	driver_keys(&t, "<Enter><PgUp><F2>");
	assert_true(reading_paragraph(&t.desk->closing->pages, t.desk->closing->top) <= paragraph);
	term_memory_resize(t.term, 45, 160);
	driver_keys(&t, "<Enter>");
	assert_true(standing(&t).number > 4);
	assert_true(reading_paragraph(&t.desk->closing->pages, standing(&t).end - 1) > paragraph);
	assert_false(shown_ever(&t.desk->closing->shown));
	driver_keys(&t, "<Esc>");
	driver_must_show(&t, "· pages relues jusqu’ici : ");
	driver_close(&t);
}

/* What is gone cannot be shown; what closed the gap is read again. */
static void a_passage_that_went_away_is_noticed(void **state)
{
	struct driver t;
	char undo[96];

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_play(&t, "text.keep part=note lang=fr content=\"Une note de trop.\"\n");
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_read_minutes(&t);
	driver_must_show(&t, "Figer et signer : ");
	(void)snprintf(undo, sizeof undo, "correction.make event=%d reason=\"double\"\n",
		(int)driver_session(&t)->log.n - 1);
	driver_play(&t, undo);
	driver_keys(&t, "<Enter>");
	assert_true(t.desk->closing->reading);
	driver_must_show(&t, "Liste des délibérations"); /* behind the note, and unchanged */
	driver_must_not_show(&t, "Une note de trop.");
	for (int pages = 0; t.desk->closing->reading; pages++) {
		driver_keys(&t, "<Enter>");
		assert_true(pages < 3);
	}
	driver_must_show(&t, "Figer et signer : ");
	driver_close(&t);
}

/* The document that is signed is in Arabic: a reading in French is told as one, whatever the screen
 * speaks later, until all of it stood there in Arabic. */
static void a_reading_in_another_language_is_told_as_one(void **state)
{
	struct driver t;

	(void)state;
	begin_reading(&t, LANG_FR);
	driver_keys(&t, "<Esc>");
	driver_read_minutes(&t);
	driver_leave(&t);
	driver_reopen(&t);
	t.cli.lang = LANG_AR;
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9<Enter>");
	driver_must_show(&t, "بلغة أخرى");
	driver_keys(&t, "<Esc> 2");
	assert_int_equal(standing(&t).number, 1);
	driver_keys(&t, "<F2><F2><F2>"); /* back to Arabic: the others take nothing away */
	for (int pages = 0; t.desk->closing->reading; pages++) {
		driver_keys(&t, "<Enter>");
		assert_true(pages < 100);
	}
	driver_keys(&t, "<Enter>");
	driver_must_not_show(&t, "بلغة أخرى");
	driver_close(&t);
}

static void a_reading_of_two_days_names_the_first(void **state)
{
	struct driver t;

	(void)state;
	begin_reading(&t, LANG_FR);
	driver_keys(&t, "<Enter><Esc>");
	t.script.now.seconds += 24 * 3600;
	driver_read_minutes(&t);
	driver_must_show(&t, "✓ relu, du 30/12/2024 à 14:20 jusqu’à 14:20");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "Le procès-verbal a été lu du 30/12/2024 à 14:20 jusqu’à 14:20.");
	driver_close(&t);
}

/* All words but those of one passage are the same: its page is read again, and no other. */
static void a_change_asks_for_its_own_page(void **state)
{
	struct driver t;

	(void)state;
	begin_reading(&t, LANG_FR);
	driver_keys(&t, "<Esc>");
	driver_read_minutes(&t);
	driver_play(&t, "text.keep part=discussion item=2 lang=fr content=\"Autre chose.\"\n");
	driver_keys(&t, "<Enter>");
	assert_int_equal(standing(&t).number, 9);
	driver_must_show(&t, "Autre chose.");
	driver_keys(&t, "<Enter>");
	assert_false(t.desk->closing->reading);
	driver_must_show(&t, "Figer et signer : ");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(no_page_tears_a_row_or_ends_with_a_heading),
	cmocka_unit_test(acts_that_corrected_a_vote_are_named_with_its_own),
	cmocka_unit_test(every_page_is_turned_and_turned_back),
	cmocka_unit_test(the_sample_is_read_in_few_pages),
	cmocka_unit_test(a_paragraph_has_one_number_where_it_is_drawn_and_where_it_is_kept),
	cmocka_unit_test(a_page_that_just_came_up_is_not_read),
	cmocka_unit_test(what_was_leapt_over_is_named_and_shown),
	cmocka_unit_test(a_page_under_a_panel_or_left_does_not_stand),
	cmocka_unit_test(what_was_read_stays_read),
	cmocka_unit_test(a_passage_that_went_away_is_noticed),
	cmocka_unit_test(a_reading_in_another_language_is_told_as_one),
	cmocka_unit_test(a_reading_of_two_days_names_the_first),
	cmocka_unit_test(a_change_asks_for_its_own_page),
};

TEST_MAIN(cases)
