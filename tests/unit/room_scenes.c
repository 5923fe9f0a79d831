/* The pictures for the room, from sessions made by hand: every scene in three languages and two
 * sizes, and what must hold at any size. */
#include "model/chamber.h"
#include "model/room.h"
#include "tests/arena.h"
#include "tests/given.h"
#include "tests/golden.h"
#include "tests/pdf_file.h"
#include "tests/test.h"
#include "tui/room_code.h"
#include "tui/room_figure.h"
#include "tui/room_paint.h"
#include "tui/room_scene.h"

static const struct room_look noon = {.now = {1735556040, 60}}; /* 30 December 2024, 11:54 */

/* --- sessions --- */

static void prepare(struct given *g, struct arena *a)
{
	given_session(g, a);
	given_item(g, ITEM_MINUTES, "محضر دورة يونيو 2024",
		"Procès-verbal de la session de juin 2024");
	given_item(g, ITEM_AGREEMENT,
		"مشروع اتفاقية خاصة تتعلق بإحداث وتدبير المعرض الجهوي الدائم لمنتوجات الصناعة "
		"التقليدية بمدينة فاس",
		"Projet de convention particulière relative à la création et à la gestion de "
		"l'exposition régionale permanente des produits de l'artisanat à Fès");
	given_item(
		g, ITEM_REGULATIONS, "تعديل النظام الداخلي", "Modification du règlement intérieur");
	given_item(g, ITEM_AGREEMENT, "ملحق اتفاقية مركب صفرو", "Avenant du complexe de Sefrou");
	given_item(g, ITEM_BUDGET, "مشروع ميزانية 2025", "Projet de budget 2025");
}

static void sitting(struct given *g, struct arena *a)
{
	prepare(g, a);
	given_opened(g, 36);
	given_quorum(g, GIVEN_MEMBERS(15, 19, 27, 33));
}

static void scene_rest(struct given *g, struct arena *a)
{
	prepare(g, a);
}

static void scene_roll_call(struct given *g, struct arena *a)
{
	prepare(g, a);
	given_opened(g, 36);
	given_presence(g, EVENT_MEMBER_ARRIVED, GIVEN_MEMBERS(1, 2, 3, 4, 5, 6, 7));
}

static void scene_quorum(struct given *g, struct arena *a)
{
	int32_t here[30];

	prepare(g, a);
	given_opened(g, 36);
	for (int32_t i = 0; i < 30; i++)
		here[i] = i + 1;
	given_presence(g, EVENT_ALL_PRESENT, (struct numbers){here, 30});
}

static void scene_agenda(struct given *g, struct arena *a)
{
	sitting(g, a);
}

static void scene_item(struct given *g, struct arena *a)
{
	sitting(g, a);
	given_adopted(g, 1);
	given_treated(g, EVENT_ITEM_OPENED, 2);
}

static void scene_postponed(struct given *g, struct arena *a)
{
	scene_item(g, a);
	given_put_off(g, EVENT_ITEM_POSTPONED, 2, "عدم اكتمال الملف");
}

static struct vote_id named_vote(struct given *g, struct arena *a)
{
	struct vote_id vote;

	scene_item(g, a);
	vote = given_vote(g, 2, VOTE_NAMED);
	given_mark(g, vote, GIVEN_MEMBERS(1, 2, 3, 4, 5, 6, 8, 9, 10, 11), VALUE_FOR);
	given_mark(g, vote, GIVEN_MEMBERS(7, 12), VALUE_AGAINST);
	return vote;
}

static void scene_vote(struct given *g, struct arena *a)
{
	(void)named_vote(g, a);
}

static void scene_hands(struct given *g, struct arena *a)
{
	scene_item(g, a);
	(void)given_vote(g, 2, VOTE_HANDS);
}

static struct vote_id closed_vote(struct given *g, struct arena *a)
{
	struct vote_id vote = named_vote(g, a);

	given_all(g, vote, VALUE_FOR);
	given_mark(g, vote, GIVEN_MEMBERS(24), VALUE_ABSTAIN);
	given_mark(g, vote, GIVEN_MEMBERS(31), VALUE_AGAINST);
	given_closed(g, vote);
	return vote;
}

static void scene_closed(struct given *g, struct arena *a)
{
	(void)closed_vote(g, a);
}

static void scene_adopted(struct given *g, struct arena *a)
{
	given_announced(g, closed_vote(g, a));
}

static void scene_rejected(struct given *g, struct arena *a)
{
	struct vote_id vote;

	scene_item(g, a);
	vote = given_vote(g, 2, VOTE_HANDS);
	given_count(g, vote, (struct ballots){9, 21, 2});
	given_closed(g, vote);
	given_announced(g, vote);
}

static void scene_corrected(struct given *g, struct arena *a)
{
	struct vote_id vote;

	scene_item(g, a);
	vote = given_vote(g, 2, VOTE_HANDS);
	given_count(g, vote, (struct ballots){28, 3, 1});
	given_closed(g, vote);
	given_announced(g, vote);
	given_corrected(g, vote, 0, 0, (struct ballots){28, 2, 2}, "خطأ في العد");
	given_announced(g, vote);
}

static void scene_pause(struct given *g, struct arena *a)
{
	sitting(g, a);
	given_adopted(g, 1);
	given_suspended(g, SUSPENDED_PRAYER);
}

static void scene_closing(struct given *g, struct arena *a)
{
	sitting(g, a);
	given_adopted(g, 1);
	given_adopted(g, 2);
	given_treated(g, EVENT_ITEM_OPENED, 3);
	given_put_off(g, EVENT_ITEM_POSTPONED, 3, "عدم اكتمال الملف");
	given_closing(g, CLOSED_DONE);
}

static void scene_failed(struct given *g, struct arena *a)
{
	prepare(g, a);
	given_opened(g, 5);
	given_quorum(g, GIVEN_MEMBERS(2, 4, 5));
	given_closing(g, CLOSED_NO_QUORUM);
}

static void scene_signed(struct given *g, struct arena *a)
{
	scene_closing(g, a);
	given_frozen(g);
	given_signed(g, SIGNER_SECRETARY);
}

static const struct {
	const char *name;
	void (*make)(struct given *g, struct arena *a);
} scenes[] = {
	{"rest", scene_rest},
	{"roll call", scene_roll_call},
	{"quorum", scene_quorum},
	{"item", scene_item},
	{"item postponed", scene_postponed},
	{"vote", scene_vote},
	{"vote by hands", scene_hands},
	{"vote closed", scene_closed},
	{"adopted", scene_adopted},
	{"rejected", scene_rejected},
	{"corrected", scene_corrected},
	{"pause", scene_pause},
	{"closing", scene_closing},
	{"no quorum", scene_failed},
	{"frozen", scene_signed},
	{"agenda", scene_agenda},
};

static struct room_view view_of(void (*make)(struct given *g, struct arena *a), struct arena *a)
{
	struct given g;

	make(&g, a);
	return room_view(&g.s);
}

/* --- pictures --- */

static void all_scenes(struct arena *a, enum lang lang, int rows, int cols)
{
	struct canvas *c = canvas_open(&memory_source);
	struct builder b;
	char name[64];

	builder_init(&b, a);
	for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
		struct room_view v = view_of(scenes[i].make, a);

		v.specimen = i % 2;
		canvas_begin(c, rows, cols, lang);
		room_paint(canvas_area(c), &v, &noon);
		builder_add_z(&b, "--- ");
		builder_add_z(&b, scenes[i].name);
		builder_add_char(&b, '\n');
		builder_add(&b, canvas_dump(c, a));
	}
	(void)snprintf(name, sizeof(name), "room-%s-%dx%d", lang_code(lang), cols, rows);
	golden_check(name, builder_str(&b));
	canvas_close(c);
}

static void the_scenes_in_arabic(void **state)
{
	all_scenes(*state, LANG_AR, 24, 80);
	all_scenes(*state, LANG_AR, 45, 160);
}

static void the_scenes_in_french(void **state)
{
	all_scenes(*state, LANG_FR, 24, 80);
	all_scenes(*state, LANG_FR, 45, 160);
}

static void the_scenes_in_english(void **state)
{
	all_scenes(*state, LANG_EN, 24, 80);
	all_scenes(*state, LANG_EN, 45, 160);
}

/* --- what must hold --- */

static void paint(struct canvas *c, const struct room_view *v, const struct room_look *look,
	enum lang lang, int rows, int cols)
{
	canvas_begin(c, rows, cols, lang);
	room_paint(canvas_area(c), v, look);
}

static void every_scene_fits_from_80x24_up(void **state)
{
	static room_scene_fill *const fills[] = {room_scene_rest, room_scene_quorum,
		room_scene_item, room_scene_vote, room_scene_result, room_scene_pause,
		room_scene_closing, room_scene_agenda, room_scene_clock};
	struct canvas *c = canvas_open(&memory_source);

	for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
		struct room_view v = view_of(scenes[i].make, *state);

		for (int rows = 24; rows <= 60; rows += 4)
			for (int cols = 80; cols <= 200; cols += 15)
				for (size_t f = 0; f < ARRAY_LEN(fills); f++) {
					struct room_stack s;
					int used;

					canvas_begin(c, rows, cols, (enum lang)(i % LANG_COUNT));
					room_stack_begin(&s,
						canvas_sub(
							canvas_area(c), 2, 2, rows - 4, cols - 4),
						&v, NULL);
					fills[f](&s, &noon);
					used = room_stack_draw(&s);
					if (used > rows - 4)
						fail_msg("%s, scene %zu at %dx%d: %d rows",
							scenes[i].name, f, cols, rows, used);
				}
	}
	canvas_close(c);
}

/* Two sessions that differ only in what was voted: one picture until the announcement. */
static void nothing_of_a_vote_is_seen_before_the_announcement(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct arena *a = *state;
	struct str seen[2][3];

	for (int k = 0; k < 2; k++) {
		enum vote_value value = k ? VALUE_AGAINST : VALUE_FOR;
		struct vote_id vote;
		struct room_view v;
		struct given g;

		scene_item(&g, a);
		vote = given_vote(&g, 2, VOTE_NAMED);
		given_mark(&g, vote, GIVEN_MEMBERS(1, 2, 3, 4, 5), value);
		for (int step = 0; step < 3; step++) {
			if (step == 1) {
				given_all(&g, vote, value);
				given_closed(&g, vote);
			} else if (step == 2) {
				given_announced(&g, vote);
			}
			v = room_view(&g.s);
			paint(c, &v, &noon, LANG_FR, 45, 160);
			seen[k][step] = canvas_dump(c, a);
		}
	}
	assert_true(str_equal(seen[0][0], seen[1][0]));
	assert_true(str_equal(seen[0][1], seen[1][1]));
	assert_false(str_equal(seen[0][2], seen[1][2]));
	canvas_close(c);
}

/* The first and the last column where a style stands in row ROW. */
static bool style_span(const struct canvas *c, int row, enum style style, int *first, int *last)
{
	*first = -1;
	for (int col = 0; col < canvas_cols(c); col++) {
		if (canvas_cell(c, row, col)->style != style ||
			canvas_cell(c, row, col)->code == ' ')
			continue;
		if (*first < 0)
			*first = col;
		*last = col;
	}
	return *first >= 0;
}

static void the_figures_stand_in_order_from_where_reading_starts(void **state)
{
	struct room_view v = view_of(scene_corrected, *state);
	struct canvas *c = canvas_open(&memory_source);

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		int checked = 0;

		paint(c, &v, &noon, (enum lang)lang, 24, 80);
		for (int row = 6; row < 15; row++) {
			int good[2], bad[2], caution[2];

			if (!style_span(c, row, STYLE_GOOD, &good[0], &good[1]) ||
				!style_span(c, row, STYLE_BAD, &bad[0], &bad[1]) ||
				!style_span(c, row, STYLE_CAUTION, &caution[0], &caution[1]))
				continue;
			checked++;
			if (lang == LANG_AR) {
				assert_true(good[0] > bad[1]);
				assert_true(bad[0] > caution[1]);
			} else {
				assert_true(good[1] < bad[0]);
				assert_true(bad[1] < caution[0]);
			}
		}
		assert_true(checked >= 5);
	}
	canvas_close(c);
}

static void an_arabic_picture_is_the_french_one_mirrored(void **state)
{
	struct canvas *ar = canvas_open(&memory_source), *fr = canvas_open(&memory_source);
	struct room_view v = view_of(scene_corrected, *state);
	int bars = 0;

	v.title.fr.n = v.short_title.fr.n = 0; /* no line of another language */
	paint(ar, &v, &noon, LANG_AR, 45, 160);
	paint(fr, &v, &noon, LANG_FR, 45, 160);
	for (int row = 0; row < 45; row++) {
		for (int col = 0; col < 160; col++) {
			const struct cell *x = canvas_cell(ar, row, col);
			const struct cell *y = canvas_cell(fr, row, 159 - col);

			if (x->code != 0x2586)
				continue;
			assert_int_equal(y->code, 0x2586);
			assert_int_equal(x->style, y->style);
			bars++;
		}
	}
	assert_true(bars > 40);
	canvas_close(ar);
	canvas_close(fr);
}

static void a_specimen_is_marked_on_every_picture(void **state)
{
	static const int sizes[][2] = {{24, 80}, {45, 160}, {10, 60}, {3, 30}};
	struct canvas *c = canvas_open(&memory_source);

	for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
		struct room_view v = view_of(scenes[i].make, *state);

		for (size_t z = 0; z < ARRAY_LEN(sizes); z++)
			for (int blank = 0; blank < 2; blank++) {
				struct room_look look = {.now = noon.now, .blank = blank};
				enum lang lang = (enum lang)((i + z) % LANG_COUNT);

				v.specimen = true;
				paint(c, &v, &look, lang, sizes[z][0], sizes[z][1]);
				assert_true(canvas_shows(c, STR("SPÉCIMEN")));
				assert_true(canvas_shows(c, STR("نموذج")));
				v.specimen = false;
				paint(c, &v, &look, lang, sizes[z][0], sizes[z][1]);
				assert_false(canvas_shows(c, STR("SPÉCIMEN")));
			}
	}
	canvas_close(c);
}

static void a_blanked_room_sees_the_chamber_and_nothing_of_the_sitting(void **state)
{
	struct room_look look = {.now = noon.now, .blank = true};
	struct canvas *c = canvas_open(&memory_source);
	struct arena *a = *state;
	struct str first = {NULL, 0};

	for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
		struct room_view v = view_of(scenes[i].make, a);
		struct str seen;

		if (v.scene == ROOM_REST)
			continue; /* its day is the planned one */
		paint(c, &v, &look, LANG_FR, 24, 80);
		seen = canvas_dump(c, a);
		if (!first.n)
			first = seen;
		v.day = (struct date){2024, 12, 30};
		assert_true(str_equal(seen, first));
		assert_true(canvas_row_shows(c, 14, STR("Chambre d'artisanat de Fès–Meknès")) ||
			    canvas_row_shows(c, 13, STR("Chambre d'artisanat de Fès–Meknès")));
	}
	canvas_close(c);
}

static void a_desk_that_died_is_a_small_sign_beside_the_clock(void **state)
{
	struct room_look look = {.now = noon.now, .alone = true};
	struct canvas *c = canvas_open(&memory_source), *d = canvas_open(&memory_source);

	for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
		struct room_view v = view_of(scenes[i].make, *state);
		bool quiet = v.scene == ROOM_REST || v.scene == ROOM_CLOSING;
		int other = 0;

		paint(c, &v, &noon, LANG_FR, 24, 80);
		paint(d, &v, &look, LANG_FR, 24, 80);
		for (int row = 0; row < 24; row++)
			for (int col = 0; col < 80; col++)
				other += canvas_cell(c, row, col)->code !=
					 canvas_cell(d, row, col)->code;
		if (quiet) {
			assert_int_equal(other, 0);
		} else {
			assert_int_equal(canvas_cell(d, 0, 71)->code, 0x2026);
			assert_int_equal(other, 1);
		}
	}
	canvas_close(c);
	canvas_close(d);
}

static void a_small_screen_says_it_in_sentences(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct arena *a = *state;
	struct room_view v = view_of(scene_adopted, a);

	paint(c, &v, &noon, LANG_FR, 10, 60);
	golden_check("room-fr-60x10", canvas_dump(c, a));
	paint(c, &v, &noon, LANG_AR, 10, 60);
	golden_check("room-ar-60x10", canvas_dump(c, a));
	for (size_t i = 0; i < ARRAY_LEN(scenes); i++) {
		v = view_of(scenes[i].make, a);
		for (int rows = 1; rows < 26; rows += 3)
			for (int cols = 1; cols < 84; cols += 4)
				paint(c, &v, &noon, LANG_AR, rows, cols);
	}
	canvas_close(c);
}

static void a_hundred_votes_and_ninety_nine_items_still_fit(void **state)
{
	struct room_view v = view_of(scene_corrected, *state);
	struct canvas *c = canvas_open(&memory_source);

	v.votes_for = 148;
	v.against = 150;
	v.abstain = 101;
	v.items = 99;
	v.item = 98;
	for (int cols = 80; cols <= 160; cols += 20) {
		paint(c, &v, &noon, LANG_FR, 24, cols);
		assert_true(canvas_row_shows(c, 2, STR("Point 98 sur 99")));
		for (int row = 5; row < 13; row++) {
			int good[2], bad[2];

			if (style_span(c, row, STYLE_GOOD, &good[0], &good[1]) &&
				style_span(c, row, STYLE_BAD, &bad[0], &bad[1]))
				assert_true(good[1] + 1 < bad[0]);
		}
	}
	canvas_close(c);
}

static void a_chamber_without_a_session_rests_under_its_name(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct chamber chamber;
	struct room_view v;

	chamber_init(&chamber, *state);
	chamber.is.head.name_fr = STR("Chambre d'essai");
	v = room_view_chamber(&chamber);
	paint(c, &v, &noon, LANG_AR, 24, 80);
	assert_true(canvas_row_shows(c, 0, STR("Chambre d'essai")));
	assert_true(canvas_row_shows(c, 0, STR("11:54")));
	canvas_close(c);
}

static void the_rest_screen_names_the_chamber_in_tifinagh_too(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct chamber chamber;
	struct room_view v;

	chamber_init(&chamber, *state);
	chamber.is.head.name_fr = STR("Chambre d'essai");
	chamber.is.head.name_zgh = STR("ⵜⴰⵅⵅⴰⵎⵜ");
	v = room_view_chamber(&chamber);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		int found = 0;

		paint(c, &v, &noon, (enum lang)lang, 24, 80);
		for (int row = 0; row < 24; row++)
			found += canvas_row_shows(c, row, STR("ⵜⴰⵅⵅⴰⵎⵜ"));
		assert_int_equal(found, 1);
	}
	canvas_close(c);
}

/* --- figures --- */

static void figures_of_every_height(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct arena *a = *state;
	struct builder b;

	builder_init(&b, a);
	for (int rows = 4; rows <= 14; rows += 2) {
		canvas_begin(c, rows + 1, 200, LANG_EN);
		room_figure(
			canvas_area(c), 0, 0, rows, PIXELS_QUADRANT, STYLE_GOOD, "0123456789:*");
		builder_add(&b, canvas_dump(c, a));
	}
	golden_check("room-figures", builder_str(&b));
	canvas_close(c);
}

static void no_two_digits_look_alike(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	struct arena *a = *state;

	for (int rows = ROOM_FIGURE_ROWS_MIN; rows <= ROOM_FIGURE_ROWS_MAX; rows++) {
		struct str seen[10];

		for (int d = 0; d < 10; d++) {
			const char text[2] = {(char)('0' + d), 0};
			int first, last;

			canvas_begin(c, rows, room_figure_width(text, rows), LANG_EN);
			room_figure(canvas_area(c), 0, 0, rows, PIXELS_QUADRANT, STYLE_GOOD, text);
			seen[d] = canvas_dump(c, a);
			/* as high as it was asked for */
			assert_true(style_span(c, 0, STYLE_GOOD, &first, &last));
			assert_true(style_span(c, rows - 1, STYLE_GOOD, &first, &last));
			for (int k = 0; k < d; k++)
				assert_false(str_equal(seen[d], seen[k]));
		}
	}
	canvas_close(c);
}

static void a_figure_runs_to_the_right_on_an_arabic_screen_too(void **state)
{
	struct canvas *ar = canvas_open(&memory_source), *fr = canvas_open(&memory_source);
	int cols = room_figure_width("1072", 6);

	canvas_begin(ar, 6, cols, LANG_AR);
	canvas_begin(fr, 6, cols, LANG_FR);
	room_figure(canvas_area(ar), 0, 0, 6, PIXELS_QUADRANT, STYLE_GOOD, "1072");
	room_figure(canvas_area(fr), 0, 0, 6, PIXELS_QUADRANT, STYLE_GOOD, "10?72");
	assert_true(str_equal(canvas_dump(ar, *state), canvas_dump(fr, *state)));
	canvas_close(ar);
	canvas_close(fr);
}

/* --- the code --- */

/* The white and black squares of the code in C as a picture file, eight dots a square. */
static void save_code(const struct canvas *c, const char *path)
{
	int top = canvas_rows(c), left = canvas_cols(c), seen = 0;
	FILE *f;

	for (int row = 0; row < canvas_rows(c); row++)
		for (int col = 0; col < canvas_cols(c); col++)
			if (canvas_cell(c, row, col)->style == STYLE_CODE) {
				top = row < top ? row : top;
				left = col < left ? col : left;
				seen++;
			}
	assert_int_equal(seen, ROOM_CODE_ROWS * ROOM_CODE_COLS);
	f = fopen(path, "w");
	assert_non_null(f);
	(void)fprintf(f, "P1\n%d %d\n", ROOM_CODE_COLS * 8, ROOM_CODE_ROWS * 2 * 8);
	for (int y = 0; y < ROOM_CODE_ROWS * 2 * 8; y++) {
		for (int x = 0; x < ROOM_CODE_COLS * 8; x++) {
			uint32_t code = canvas_cell(c, top + y / 16, left + x / 8)->code;
			bool lower = y / 8 % 2 == 1;
			bool black = code == 0x2588 || code == (lower ? 0x2584U : 0x2580U);

			(void)fputs(black ? "1 " : "0 ", f);
		}
		(void)fputc('\n', f);
	}
	assert_int_equal(fclose(f), 0);
}

static void a_picture_of_the_wall_gives_the_head(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	const char *path = pdf_file_path("wall.pbm", *state);
	static const int sizes[][2] = {{24, 80}, {30, 100}, {45, 160}};
	struct room_view v = view_of(scene_signed, *state);

	for (int k = 0; k < LANG_COUNT * (int)ARRAY_LEN(sizes); k++) {
		const int *size = sizes[k / LANG_COUNT];

		canvas_begin(c, size[0], size[1], (enum lang)(k % LANG_COUNT));
		room_paint(canvas_area(c), &v, &noon);
		save_code(c, path);
		assert_true(
			str_starts(pdf_file_output("zbarimg -q --raw", path, "2>/dev/null", *state),
				arena_z(*state, hash_text(v.head, *state))));
	}
	canvas_close(c);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_scenes_in_arabic),
	cmocka_unit_test(the_scenes_in_french),
	cmocka_unit_test(the_scenes_in_english),
	cmocka_unit_test(every_scene_fits_from_80x24_up),
	cmocka_unit_test(nothing_of_a_vote_is_seen_before_the_announcement),
	cmocka_unit_test(the_figures_stand_in_order_from_where_reading_starts),
	cmocka_unit_test(an_arabic_picture_is_the_french_one_mirrored),
	cmocka_unit_test(a_specimen_is_marked_on_every_picture),
	cmocka_unit_test(a_blanked_room_sees_the_chamber_and_nothing_of_the_sitting),
	cmocka_unit_test(a_desk_that_died_is_a_small_sign_beside_the_clock),
	cmocka_unit_test(a_small_screen_says_it_in_sentences),
	cmocka_unit_test(a_hundred_votes_and_ninety_nine_items_still_fit),
	cmocka_unit_test(a_chamber_without_a_session_rests_under_its_name),
	cmocka_unit_test(the_rest_screen_names_the_chamber_in_tifinagh_too),
	cmocka_unit_test(figures_of_every_height),
	cmocka_unit_test(no_two_digits_look_alike),
	cmocka_unit_test(a_figure_runs_to_the_right_on_an_arabic_screen_too),
	cmocka_unit_test(a_picture_of_the_wall_gives_the_head),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
