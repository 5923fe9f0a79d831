#include "tests/golden.h"
#include "tests/test.h"

#include "storage/memory.h"
#include "tui/frame.h"

#include <string.h>

/* A screen of the sample session, drawn in any language and size. */

static const struct frame_item items[] = {
	{1, MARK_ADOPTED},
	{2, MARK_ADOPTED},
	{3, MARK_ADOPTED},
	{4, MARK_ADOPTED},
	{5, MARK_OPEN},
	{6, MARK_WAITING},
	{7, MARK_WAITING},
	{8, MARK_WAITING},
	{9, MARK_WAITING},
	{10, MARK_WAITING},
};

static struct message typed(const char *ar, const char *fr, const char *en, enum lang lang)
{
	const char *z = lang == LANG_AR ? ar : lang == LANG_FR ? fr : en;

	return MSG("{s}", A_STR("s", str_of(z)));
}

static struct frame sample(enum lang l)
{
	struct frame f = {
		.session = typed("دورة أكتوبر 2024", "session oct. 2024", "session Oct. 2024", l),
		.chamber = typed("غرفة فاس–مكناس", "Chambre Fès–Meknès", "Fès–Meknès chamber", l),
		.date = MSG("{d}", A_DATE("d", ((struct date){2024, 12, 30}))),
		.items = items,
		.items_n = ARRAY_LEN(items),
		.open_item = 4,
		.keys_n = 5,
		.chair = typed("نعرض مشروع الاتفاقية للتصويت العلني.",
			"« Je mets aux voix le projet de convention. »",
			"“I put the draft agreement to the vote.”", l),
		.step = typed("فتح التصويت العلني بالاسم", "Ouvrir le vote public nominal",
			"Open the vote by name", l),
		.message = typed("14:31 سجل: انتهت المناقشة (3 متدخلين)",
			"14:31 noté: discussion close (3 intervenants)",
			"14:31 recorded: debate closed (3 speakers)", l),
		.message_tone = TONE_GOOD,
		.quorum = {typed("النصاب 32 من 36 · يلزم 19 ✓", "QUORUM 32/36 · il faut 19 ✓",
				   "QUORUM 32/36 · needs 19 ✓", l),
			TONE_GOOD},
		.time = {typed("14:31", "14:31", "14:31", l), TONE_PLAIN},
		.saved = {typed("● سجل رقم 211", "● noté n° 211", "● saved 211", l), TONE_GOOD},
		.copy = {typed("مفتاح ✓", "clé ✓", "key ✓", l), TONE_GOOD},
		.room = {typed("القاعة ▶ النقطة 5", "SALLE ▶ point 5", "ROOM ▶ item 5", l),
			TONE_HERE},
		.small_item = typed("النقطة 5 · 32 من 36", "POINT 5 · 32/36", "ITEM 5 · 32/36", l),
	};

	f.keys[0] = (struct key_hint){.bind = BIND_UNANIMOUS, .label = keymap_help(BIND_UNANIMOUS)};
	f.keys[1] = (struct key_hint){.bind = BIND_FOR, .label = keymap_help(BIND_FOR)};
	f.keys[2] = (struct key_hint){.bind = BIND_AGAINST, .label = keymap_help(BIND_AGAINST)};
	f.keys[3] = (struct key_hint){.bind = BIND_DO, .label = TEXT("menu")};
	f.keys[4] = (struct key_hint){.bind = BIND_UNDO, .label = TEXT("help")};
	return f;
}

/* The rectangles the frame gives back, filled so that their edges are seen. */
static void outline(struct area a, const char *name)
{
	if (a.rows < 2)
		return;
	canvas_text(a, 0, 0, 0, STYLE_STRONG, ALIGN_START, str_of(name));
	canvas_text(a, 0, 0, 0, STYLE_DONE, ALIGN_END, STR("·"));
	canvas_hline(a, a.rows - 1, 0, 0, STYLE_DONE);
}

static void picture(enum lang lang, int rows, int cols, bool big)
{
	struct canvas *c = canvas_open(&memory_source);
	struct frame f = sample(lang);
	struct frame_areas at;
	struct arena a;
	char name[64];

	arena_init(&a, &memory_source);
	canvas_begin(c, rows, cols, lang);
	f.wants_width = f.wants_all = big;
	at = frame_draw(c, &f);
	assert_int_equal(at.small, rows < 24 || cols < 80);
	outline(at.work, "work");
	outline(at.rail, "rail");
	outline(at.side, "side");
	outline(at.strip, "strip");
	(void)snprintf(name, sizeof(name), "frame-%s-%dx%d%s", lang_code(lang), cols, rows,
		big ? "-grid" : "");
	golden_check(name, canvas_dump(c, &a));
	arena_clear(&a);
	canvas_close(c);
}

/* Five digits each do not fit into the field: the short form stands there, whole. */
static void a_long_quorum_is_said_shorter(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct frame f = sample(LANG_FR);
	struct arena a;
	struct str seen;

	(void)state;
	arena_init(&a, &memory_source);
	f.quorum_short = TEXT("QUORUM 10001/20000 ≥10001 ✓");
	canvas_begin(c, 24, 80, LANG_FR);
	(void)frame_draw(c, &f);
	seen = canvas_dump(c, &a);
	assert_non_null(strstr(seen.p, "QUORUM 32/36"));
	f.quorum.text = TEXT("QUORUM 10001/20000 · il faut 10001 ✓");
	canvas_begin(c, 24, 80, LANG_FR);
	(void)frame_draw(c, &f);
	seen = canvas_dump(c, &a);
	assert_non_null(strstr(seen.p, "QUORUM 10001/20000 ≥10001 ✓"));
	arena_clear(&a);
	canvas_close(c);
}

static void the_frame_stands_at_80x24_in_three_languages(void **state)
{
	(void)state;
	picture(LANG_AR, 24, 80, false);
	picture(LANG_FR, 24, 80, false);
	picture(LANG_EN, 24, 80, false);
}

static void the_rail_is_a_column_at_100x30(void **state)
{
	(void)state;
	picture(LANG_AR, 30, 100, false);
	picture(LANG_FR, 30, 100, false);
	picture(LANG_FR, 36, 100, false);
}

static void rail_and_side_stand_beside_the_work_at_160x45(void **state)
{
	(void)state;
	picture(LANG_AR, 45, 160, false);
	picture(LANG_FR, 45, 160, false);
	picture(LANG_FR, 45, 160, true);
}

static void a_screen_too_small_says_so(void **state)
{
	(void)state;
	picture(LANG_AR, 20, 72, false);
	picture(LANG_FR, 20, 72, false);
	picture(LANG_EN, 2, 19, false);
}

static void the_widths_of_the_columns_keep_their_bounds(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	const struct frame plain = {.wants_all = false};

	(void)state;
	for (int cols = 80; cols <= 240; cols++) {
		struct frame_areas f, g;

		canvas_begin(c, 45, cols, LANG_FR);
		f = frame_layout(c, &plain);
		g = frame_layout(c, &(struct frame){.wants_width = true, .wants_all = true});
		assert_false(f.small);
		assert_true(f.work.cols >= 68);
		assert_int_equal(g.work.cols, cols - 2);
		assert_int_equal(g.rail.rows + g.side.rows + g.strip.rows, 0);
		assert_int_equal(f.rail.rows > 0, cols >= 100);
		assert_int_equal(f.side.rows > 0, cols >= 140);
		assert_int_equal(f.strip.rows > 0, cols >= 100 && cols < 140);
		if (cols >= 140) {
			assert_true(f.work.cols >= 76 && f.work.cols <= 90);
			assert_true(f.side.cols >= 30);
			assert_int_equal(f.side.col + f.side.cols, cols - 1);
		}
	}
	canvas_begin(c, 45, 160, LANG_FR);
	assert_int_equal(frame_layout(c, &plain).work.cols, 80);
	assert_int_equal(frame_layout(c, &plain).side.cols, 34);
	canvas_close(c);
}

/* The fields of the Arabic frame are the French ones reflected. Keys, and what follows a text, are
 * as wide as their words; so only fields of fixed places are compared, and of the title, which the
 * date shares, the edges. */
static void the_arabic_frame_is_the_french_one_mirrored(void **state)
{
	static const int sizes[][2] = {{24, 80}, {30, 100}, {45, 160}};

	(void)state;
	for (size_t s = 0; s < ARRAY_LEN(sizes); s++) {
		struct canvas *ar = canvas_open(&memory_source), *fr = canvas_open(&memory_source);
		struct frame fa = sample(LANG_AR), ff = sample(LANG_FR);
		int rows = sizes[s][0], cols = sizes[s][1], matched = 0;
		const struct field_box *x, *y;
		size_t nx, ny;

		canvas_begin(ar, rows, cols, LANG_AR);
		canvas_begin(fr, rows, cols, LANG_FR);
		fa.keys_n = ff.keys_n = 0;
		fa.session = ff.session = NO_MESSAGE;
		(void)frame_draw(ar, &fa);
		(void)frame_draw(fr, &ff);
		x = canvas_fields(ar, &nx);
		y = canvas_fields(fr, &ny);
		assert_int_equal(nx, ny);
		for (size_t i = 0; i < nx; i++) {
			assert_int_equal(x[i].row, y[i].row);
			if (x[i].row != 0 && x[i].row != rows - 1 && x[i].row != rows - 2)
				continue;
			matched++;
			if (x[i].row == 0 && x[i].cols != y[i].cols) {
				assert_true(x[i].col == cols - y[i].col - y[i].cols ||
					    x[i].col + x[i].cols == cols - y[i].col);
				continue;
			}
			assert_int_equal(x[i].cols, y[i].cols);
			assert_int_equal(x[i].col, cols - y[i].col - y[i].cols);
		}
		assert_true(matched >= 10);
		canvas_close(ar);
		canvas_close(fr);
	}
}

static void a_long_agenda_keeps_the_open_item_in_sight(void **state)
{
	static struct frame_item many[40];
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (int i = 0; i < 40; i++)
		many[i] = (struct frame_item){i + 1, MARK_WAITING};
	for (size_t open = 0; open < 40; open++) {
		struct frame f = sample(LANG_FR);
		char here[16];

		many[open].mark = MARK_OPEN;
		f.items = many;
		f.items_n = 40;
		f.open_item = open;
		canvas_begin(c, 24, 80, LANG_FR);
		(void)frame_draw(c, &f);
		(void)snprintf(here, sizeof(here), "▶%zu", open + 1);
		assert_true(canvas_row_shows(c, 1, str_of(here)));
		many[open].mark = MARK_WAITING;
	}
	canvas_close(c);
}

/* The whole refusal is on the screen; what merely tells keeps the keys. */
static void a_long_refusal_takes_two_rows_and_the_keys_give_way(void **state)
{
	static const char *const ends[] = {
		[LANG_AR] = "صوته", [LANG_FR] = "vote", [LANG_EN] = "vote"};
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct frame f = sample((enum lang)lang);

		f.message = typed(
			"✗ العضو رقم 07 يوسف برادة غير حاضر منذ الساعة 15:10؛ سجل رجوعه إلى القاعة "
			"أولا ثم صوته",
			"✗ le membre n° 07 Youssef Berrada est parti à 15 h 10: notez d'abord son "
			"retour, puis son vote",
			"✗ member no. 07 Youssef Berrada left the hall at 15:10: note the return "
			"first, "
			"then the vote",
			(enum lang)lang);
		f.message_tone = TONE_BAD;
		canvas_begin(c, 24, 80, (enum lang)lang);
		(void)frame_draw(c, &f);
		assert_true(canvas_row_shows(c, 22, str_of(ends[lang])));
		assert_false(canvas_row_shows(c, 19, canvas_words(c, keymap_help(BIND_FOR))));
		f.message_tone = TONE_GOOD;
		canvas_begin(c, 24, 80, (enum lang)lang);
		(void)frame_draw(c, &f);
		assert_false(canvas_row_shows(c, 22, str_of(ends[lang])));
		assert_true(canvas_row_shows(c, 19, canvas_words(c, keymap_help(BIND_FOR))));
	}
	canvas_close(c);
}

/* What Enter does and what is read aloud are whole, and the keys stand above them all the same. */
static void long_lines_take_a_row_of_the_work_area_and_the_keys_stay(void **state)
{
	static const char *const ends[] = {
		[LANG_AR] = "النهاية", [LANG_FR] = "finie", [LANG_EN] = "end"};
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct frame f = sample((enum lang)lang);
		struct message lines = typed(
			"جملة طويلة جدا يقولها الرئيس وتقرأ كاملة في القاعة أمام "
			"الأعضاء والوالي والصحافة حتى النهاية",
			"une phrase très longue que le président lit en entier devant les membres, "
			"le wali et la presse : finie",
			"a very long sentence that the chair reads in full to the members, the "
			"wali "
			"and the press, to its end",
			(enum lang)lang);
		struct message *const longer[] = {&f.chair, &f.step};

		for (int n = 0; n <= 2; n++) {
			struct frame_areas at;

			if (n)
				*longer[n - 1] = lines;
			canvas_begin(c, 24, 80, (enum lang)lang);
			at = frame_draw(c, &f);
			assert_int_equal(at.work.rows, 17 - n);
			assert_true(canvas_row_shows(
				c, 19 - n, canvas_words(c, keymap_help(BIND_FOR))));
			assert_int_equal(canvas_row_shows(c, 21 - n, str_of(ends[lang])), n > 0);
			assert_int_equal(canvas_row_shows(c, 21, str_of(ends[lang])), n > 1);
		}
	}
	canvas_close(c);
}

/* The session's month and the date stand whole on the narrowest screen, whatever else there is: the
 * chamber's name yields, then the program's, then the day of the week. */
static void the_title_keeps_the_month_and_the_date(void **state)
{
	static const char *const sessions[][3] = {{"أكتوبر 2024", "oct. 2024", "Oct. 2024"},
		{"نموذج · الدورة العادية لشهر أكتوبر 2024",
			"SPÉCIMEN · session ordinaire d’octobre 2024",
			"SPECIMEN · ordinary session, September 2024"},
		{"تمرين · الدورة الاستثنائية لشهر شتنبر 2024",
			"RÉPÉTITION · session extraordinaire de septembre 2024",
			"REHEARSAL · extraordinary session, September 2024"}};
	const struct message date = MSG("{d}", A_DATE("d", ((struct date){2026, 9, 30})));
	const struct message day = MSG("{d}", A_DAY("d", ((struct date){2026, 9, 30})));
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (int l = 0; l < 3; l++)
		for (size_t i = 0; i < ARRAY_LEN(sessions); i++) {
			struct frame f = sample((enum lang)l);
			struct str program, chamber, whole, brief;
			bool named;

			f.session =
				typed(sessions[i][0], sessions[i][1], sessions[i][2], (enum lang)l);
			f.date = date, f.date_short = day;
			canvas_begin(c, 24, 80, (enum lang)l);
			(void)frame_draw(c, &f);
			program = canvas_words(c, TEXT(N_("mahdar")));
			chamber = canvas_words(c, f.chamber);
			whole = canvas_words(c, date), brief = canvas_words(c, day);
			assert_true(canvas_row_shows(c, 0, str_of(sessions[i][l])));
			assert_true(canvas_row_shows(c, 0, whole) || canvas_row_shows(c, 0, brief));
			assert_false(canvas_row_shows(c, 0, STR("…")));
			named = canvas_row_shows(c, 0, program);
			assert_int_equal(named, i == 0 || l == LANG_AR);
			assert_int_equal(canvas_row_shows(c, 0, chamber), i == 0);
			if (named)
				assert_true(canvas_row_shows(c, 0, whole));
		}
	canvas_close(c);
}

/* The agenda in one line is longer than the line: where the assembly is and what comes next are on
 * it, and how many are not. */
static void the_line_of_a_long_agenda_shows_what_matters_and_counts_the_rest(void **state)
{
	static const size_t lengths[] = {11, 17, 40};
	struct canvas *c = canvas_open(&memory_source);

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(lengths); k++)
		for (size_t open = 0; open < lengths[k]; open++) {
			struct frame_item many[40];
			struct frame f = sample(LANG_EN);
			size_t n = lengths[k], seen = 0, left = 0;

			for (size_t i = 0; i < n; i++)
				many[i] = (struct frame_item){(int)i + 100, MARK_WAITING};
			f.items = many, f.items_n = n, f.open_item = open;
			canvas_begin(c, 24, 80, LANG_EN);
			(void)frame_draw(c, &f);
			for (size_t i = 0; i < n; i++) {
				char text[8];
				bool shows;

				(void)snprintf(text, sizeof text, " %zu ", i + 100);
				shows = canvas_row_shows(c, 1, str_of(text));
				if (i == open || i == open + 1)
					assert_true(shows);
				seen += shows;
				(void)snprintf(text, sizeof text, " +%zu ", i + 1);
				if (canvas_row_shows(c, 1, str_of(text)))
					left += i + 1;
			}
			/* Where both ends leave out the same number it is found once. */
			assert_true(seen + left == n || seen + 2 * left == n);
		}
	canvas_close(c);
}

/* One part of the frame after another becomes something else. */
static void alter(struct frame *f, int part)
{
	static const struct frame_item others[] = {{7, MARK_ADOPTED}, {8, MARK_ADOPTED},
		{9, MARK_ADOPTED}},
				       marked[] = {{7, MARK_ADOPTED}, {8, MARK_POSTPONED},
					       {9, MARK_OPEN}};
	static const struct frame_item many[40] = {{1, MARK_ADOPTED}, {2, MARK_ADOPTED}};
	struct frame_field *const fields[] = {&f->quorum, &f->time, &f->saved, &f->copy, &f->room};
	struct message *const texts[] = {&f->session, &f->chamber, &f->guide, &f->date,
		&f->date_short, &f->chair, &f->step, &f->message, &f->keys[1].label};
	int n = (int)ARRAY_LEN(fields), m = (int)ARRAY_LEN(texts);

	if (part < n)
		fields[part]->tone = TONE_CAUTION;
	else if (part < 2 * n)
		fields[part - n]->text = TEXT("menu");
	else if (part < 2 * n + m)
		*texts[part - 2 * n] = MSG("{s}", A_STR("s", STR("autre chose")));
	if (part < 2 * n + m)
		return;
	switch (part - 2 * n - m) {
	case 0:
		f->message_tone = TONE_BAD;
		break;
	case 1:
		f->keys_n = 2;
		break;
	case 2:
		f->keys[0].face = STR("x");
		break;
	case 3:
		f->keys[0].bind = BIND_WRITE;
		break;
	case 4:
		f->items_n = 3;
		break;
	case 5:
		f->items = others, f->items_n = 3;
		break;
	case 6:
		f->items = marked, f->items_n = 3;
		break;
	case 7:
		f->guide = TEXT("help"), f->guide_step = 2, f->guide_steps = 9;
		break;
	case 8:
		f->guide = TEXT("help"), f->guide_step = 3, f->guide_steps = 9;
		break;
	case 9:
		f->guide = TEXT("help"), f->guide_step = 3, f->guide_steps = 8;
		break;
	case 10:
		f->items = many, f->items_n = ARRAY_LEN(many), f->open_item = 35;
		break;
	case 11:
		f->items = many, f->items_n = ARRAY_LEN(many), f->open_item = 2;
		break;
	case 12:
		f->quorum.text = typed("", "QUORUM 132/136 · il faut en tout 119 ✓", "", LANG_FR),
		f->quorum_short = TEXT("menu");
		break;
	case 13:
		f->wants_width = f->wants_all = true;
		break;
	case 14:
		f->quorum.text = typed("", "QUORUM 132/136 · il faut en tout 119 ✓", "", LANG_FR);
		break;
	}
}

#define PARTS 34

/* What is kept of the frame is not drawn again: nothing of it may be an old one. */
static void a_frame_drawn_again_is_the_one_drawn_anew(void **state)
{
	static const int sizes[][2] = {{24, 80}, {30, 100}, {45, 160}};
	struct canvas *kept = canvas_open(&memory_source);

	(void)state;
	for (size_t s = 0; s < ARRAY_LEN(sizes); s++) {
		int rows = sizes[s][0], cols = sizes[s][1];

		for (int i = 0; i < 3 * PARTS;
			i++) { /* from the sample to each, then from each to the next */
			struct canvas *fresh = canvas_open(&memory_source);
			struct frame f = sample(LANG_FR);

			if (i % 2 || i >= 2 * PARTS)
				alter(&f, i >= 2 * PARTS ? i - 2 * PARTS : i / 2);
			canvas_begin(kept, rows, cols, LANG_FR);
			canvas_begin(fresh, rows, cols, LANG_FR);
			(void)frame_draw(kept, &f);
			(void)frame_draw(fresh, &f);
			assert_memory_equal(canvas_cell(kept, 0, 0), canvas_cell(fresh, 0, 0),
				(size_t)(rows * cols) * sizeof(struct cell));
			canvas_close(fresh);
		}
	}
	canvas_close(kept);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_frame_stands_at_80x24_in_three_languages),
	cmocka_unit_test(a_long_quorum_is_said_shorter),
	cmocka_unit_test(the_line_of_a_long_agenda_shows_what_matters_and_counts_the_rest),
	cmocka_unit_test(the_rail_is_a_column_at_100x30),
	cmocka_unit_test(rail_and_side_stand_beside_the_work_at_160x45),
	cmocka_unit_test(a_screen_too_small_says_so),
	cmocka_unit_test(the_widths_of_the_columns_keep_their_bounds),
	cmocka_unit_test(the_arabic_frame_is_the_french_one_mirrored),
	cmocka_unit_test(a_frame_drawn_again_is_the_one_drawn_anew),
	cmocka_unit_test(the_title_keeps_the_month_and_the_date),
	cmocka_unit_test(a_long_agenda_keeps_the_open_item_in_sight),
	cmocka_unit_test(a_long_refusal_takes_two_rows_and_the_keys_give_way),
	cmocka_unit_test(long_lines_take_a_row_of_the_work_area_and_the_keys_stay),
};

TEST_MAIN(cases)
