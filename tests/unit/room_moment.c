/* What the room says at one moment and not before: the quorum once it is recorded, the papers once
 * they are counted, who takes no part, who speaks for whom. */
#include <stdio.h>

#include "locale/format.h"
#include "model/ballot.h"
#include "model/room.h"
#include "storage/memory.h"
#include "tests/assembly.h"
#include "tests/test.h"
#include "tui/bigtext.h"
#include "tui/room_paint.h"

static const struct room_look noon = {.now = {1735556040, 60}};

/* The room as it follows, on a screen of its own. */
static struct canvas *shown(struct assembly *t, enum lang lang, int rows, int cols)
{
	static struct room_view v; /* large, and only painted */
	struct canvas *c = canvas_open(&memory_source);

	v = room_view(&t->session);
	canvas_begin(c, rows, cols, lang);
	room_paint(canvas_area(c), &v, &noon);
	return c;
}

static bool says(struct assembly *t, enum lang lang, const char *words)
{
	struct canvas *c = shown(t, lang, 24, 80);
	bool found = canvas_shows(c, str_of(words));

	canvas_close(c);
	return found;
}

static void the_quorum_is_reached_only_once_it_is_recorded(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 9);
	assembly_plan(t);
	given(t, "sitting.open chair=1 secretary=4 confirm=minutes-writer", "attendance.all");
	assert_true(room_view(&t->session).quorum);
	assert_false(says(t, LANG_EN, "reached"));
	assert_false(says(t, LANG_EN, "✓"));
	assert_true(says(t, LANG_EN, "9 of 9 present · quorum 5"));
	assert_true(says(t, LANG_EN, "Attendance is being checked"));
	given(t, "quorum.record");
	assert_true(says(t, LANG_EN, "quorum 5 ✓"));
	given(t, "sitting.suspend reason=break", "sitting.resume");
	assert_false(says(t, LANG_EN, "quorum 5 ✓"));
}

static void who_is_recused_is_named_without_the_reason(void **state)
{
	struct assembly *t = *state;
	struct both name;

	assembly_item(t, 9);
	name = session_seat_name(&t->session, 5);
	assert_int_equal(room_view(&t->session).recused_n, 0);
	given(t, "attendance.recuse member=5,6 reason=cousin");
	assert_int_equal(room_view(&t->session).recused_n, 2);
	assert_true(says(t, LANG_FR, arena_z(&t->scratch, name.fr)));
	assert_false(says(t, LANG_FR, "cousin"));
	given(t, "vote.open kind=hands");
	assert_true(says(t, LANG_FR, "Récusés pour ce point"));
	given(t, "vote.count against=0 abstain=0", "vote.close", "vote.announce");
	assert_true(says(t, LANG_FR, "Récusés pour ce point"));
	given(t, "item.open item=2");
	assert_false(says(t, LANG_FR, "Récusés pour ce point"));
}

static void a_substitute_speaks_by_name_and_without_the_office(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_chamber(t, 9);
	given(t, "member.register number=2 name_fr=\"Le Vice\" office=vice-president");
	assembly_plan(t);
	given(t, "@10:00 sitting.open chair=1 secretary=2 confirm=minutes-writer", "attendance.all",
		"quorum.record");
	given(t, "item.open item=1", "item.present", "floor.give member=2");
	v = room_view(&t->session);
	assert_non_null(v.speech.capacity.id);
	assert_int_equal(v.speech.seat.fr.n, 0);
	given(t, "floor.end", "attendance.left member=2 secretary=3",
		"attendance.replace member=2 name_fr=\"Karima Alaoui\" confirm=not-listed",
		"floor.give member=2");
	v = room_view(&t->session);
	assert_true(str_is(room_str(&v.speech.name.fr), "Karima Alaoui"));
	assert_true(str_is(room_str(&v.speech.seat.fr), "Le Vice"));
	assert_null(v.speech.capacity.id);
	assert_true(says(t, LANG_FR, "Pour : Le Vice, membre titulaire"));
	assert_false(says(t, LANG_FR, "vice-président"));
}

#define SECRET "vote.open kind=secret reason=\"sur une personne\" confirm=public-rule"

/* Two sessions that differ only in what is on the papers: one picture until the announcement. */
static void papers_are_shown_as_soon_as_they_are_counted_and_never_what_is_on_them(void **state)
{
	static const char *const counted[] = {
		"vote.ballots issued=9 found=8 for=5 against=1 blank=1 void=1",
		"vote.ballots issued=9 found=8 for=2 against=6 blank=0 void=0"};
	struct assembly other, *two[] = {*state, &other};
	struct str seen[2][2];

	assembly_open(&other);
	for (int k = 0; k < 2; k++) {
		struct assembly *t = two[k];

		assembly_item(t, 9);
		given(t, SECRET);
		assert_true(says(t, LANG_FR, "Scrutin secret"));
		assert_true(says(t, LANG_FR, "si tous votent"));
		assert_false(says(t, LANG_FR, "bulletins trouvés"));
		assert_false(says(t, LANG_FR, "bulletins distribués"));
		given(t, counted[k]);
		for (int step = 0; step < 2; step++) {
			struct canvas *c;

			if (step)
				given(t, "vote.close");
			assert_true(says(t, LANG_FR, "bulletins distribués"));
			assert_true(says(t, LANG_FR, "bulletins trouvés"));
			assert_true(says(t, LANG_FR, "Il en faut 5 sur 8 bulletins trouvés"));
			c = shown(t, LANG_FR, 45, 160);
			seen[k][step] = canvas_dump(c, &t->arena);
			canvas_close(c);
		}
	}
	for (int step = 0; step < 2; step++)
		assert_true(str_equal(seen[0][step], seen[1][step]));
	assembly_close(&other);
}

static void what_is_needed_is_sure_once_all_have_voted(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "vote.open kind=named");
	assert_true(says(t, LANG_FR, "si tous votent"));
	given(t, "vote.cast member=1,2,3,4,5,6,7,8 value=abstain");
	assert_true(says(t, LANG_FR, "si tous votent"));
	given(t, "vote.cast member=9 value=against");
	assert_false(says(t, LANG_FR, "si tous votent"));
	assert_true(says(t, LANG_FR, "Il en faut 5 sur 9"));
	given(t, "vote.close");
	assert_true(says(t, LANG_FR, "Il en faut 5 sur 9"));
}

static void the_room_names_the_base_as_the_minutes_do(void **state)
{
	static const char *const opened[] = {SECRET, "vote.open kind=hands"};
	static const char *const counted[] = {
		"vote.ballots issued=9 found=8 for=5 against=1 blank=1 void=1",
		"vote.count against=1 abstain=2"};
	struct assembly other, *two[] = {*state, &other};

	assembly_open(&other);
	for (int k = 0; k < 2; k++) {
		struct assembly *t = two[k];
		const struct vote *vote;
		struct message reason;
		struct tally tally;

		assembly_item(t, 9);
		given(t, opened[k], counted[k], "vote.close", "vote.announce");
		vote = session_vote(&t->session, t->session.last_vote);
		tally = session_tally(&t->session, vote);
		reason = k ? vote_reason(vote->ballots, tally, vote->rule, NO_MESSAGE, &t->scratch)
			   : ballot_reason(vote->ballots, tally, vote->rule, &t->scratch);
		assert_true(says(t, LANG_FR,
			arena_z(&t->scratch, format_plain(&reason, LANG_FR, &t->scratch))));
	}
	assembly_close(&other);
}

/* Where there is room the words under the figures and the sign of the verdict are drawn too. */
static void the_words_of_a_result_are_large_where_there_is_room(void **state)
{
	static const int sizes[][2] = {{24, 80}, {45, 160}};
	struct bigtext *letters = bigtext_open(PIXELS_QUADRANT);
	struct room_look look = {.now = noon.now, .letters = letters};
	struct canvas *c = canvas_open(&memory_source);
	struct assembly *t = *state;
	static struct room_view v;

	assembly_item(t, 9);
	given(t, "vote.open kind=hands", "vote.count against=8 abstain=0", "vote.close",
		"vote.announce");
	v = room_view(&t->session);
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		canvas_begin(c, sizes[i][0], sizes[i][1], LANG_FR);
		room_paint(canvas_area(c), &v, &look);
		assert_int_equal(canvas_shows(c, STR("contre")), i == 0);
		assert_false(canvas_shows(c, STR("✗ Non adopté")));
		assert_false(canvas_shows(c, STR("Non adopté"))); /* large in both */
		look.letters = NULL;
		canvas_begin(c, sizes[i][0], sizes[i][1], LANG_FR);
		room_paint(canvas_area(c), &v, &look);
		assert_true(canvas_shows(c, STR("✗ Non adopté")));
		assert_true(canvas_shows(c, STR("contre")));
		look.letters = letters;
	}
	canvas_close(c);
	bigtext_close(letters);
}

/* How many cells of ROW are in STYLE. */
static int styled(const struct canvas *c, int row, int cols, enum style style)
{
	int n = 0;

	for (int col = 0; col < cols; col++)
		n += canvas_cell(c, row, col)->style == style;
	return n;
}

static void the_sign_of_a_verdict_stays_in_its_band(void **state)
{
	static const int sizes[][2] = {{24, 80}, {30, 100}, {45, 160}};
	struct room_look look = {.now = noon.now};
	struct canvas *c = canvas_open(&memory_source);
	struct assembly *t = *state;
	static struct room_view v;

	assembly_item(t, 9);
	given(t, "vote.open kind=named", "vote.all value=for", "vote.cast member=3 value=against",
		"vote.cast member=4 value=abstain", "vote.close", "vote.announce");
	v = room_view(&t->session);
	for (enum pixels k = PIXELS_HALF; k <= PIXELS_SEXTANT; k++) {
		look.letters = bigtext_open(k);
		for (size_t i = 0; i < ARRAY_LEN(sizes) * LANG_COUNT; i++) {
			int rows = sizes[i / LANG_COUNT][0], cols = sizes[i / LANG_COUNT][1];
			int whole = cols - (cols < 120 ? 4 : 8);

			canvas_begin(c, rows, cols, (enum lang)(i % LANG_COUNT));
			room_paint(canvas_area(c), &v, &look);
			for (int row = 0; row < rows; row++) {
				int n = styled(c, row, cols, STYLE_GOOD_ROW);

				assert_true(n == 0 || n == whole);
			}
		}
		bigtext_close(look.letters);
	}
	canvas_close(c);
}

static void every_item_of_an_agenda_is_shown_before_its_heading_is_large(void **state)
{
	struct bigtext *letters = bigtext_open(PIXELS_QUADRANT);
	struct room_look look = {.now = noon.now, .letters = letters};
	struct canvas *c = canvas_open(&memory_source);
	struct assembly *t = *state;
	static struct room_view v;

	assembly_chamber(t, 9);
	assembly_plan(t);
	for (int i = 6; i <= 9; i++)
		given(t, "item.add kind=free title_ar=نقطة title_fr=Question");
	given(t, "item.add kind=free title_ar=الأخيرة title_fr=\"La dernière question\"");
	assembly_meet(t);
	v = room_view(&t->session);
	canvas_begin(c, 24, 80, LANG_FR);
	room_paint(canvas_area(c), &v, &look);
	assert_true(canvas_shows(c, STR("10. La dernière question")));
	assert_false(canvas_shows(c, STR("…")));
	/* Where letters are clear in the rows there are, all of it is large. */
	canvas_begin(c, 67, 240, LANG_FR);
	room_paint(canvas_area(c), &v, &look);
	assert_false(canvas_shows(c, STR("La dernière question")));
	canvas_close(c);
	bigtext_close(letters);
}

/* Sextants have pixels for all ten in 41 rows, quadrants for the one that is open. */
static void a_long_agenda_is_as_large_as_the_pixels_allow(void **state)
{
	static const char *const titles[] = {"محضر دورة يونيو 2024 (عرض)", "المصادقة على اتفاقية",
		"أفرنة الجير والفخار: إشراف منتدب", "دعم المتدربين", "مشروع ميزانية 2025"};
	struct room_look look = {.now = noon.now};
	struct canvas *c = canvas_open(&memory_source);
	struct assembly *t = *state;
	static struct room_view v;
	char line[256];

	assembly_chamber(t, 9);
	assembly_plan(t);
	for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
		(void)snprintf(line, sizeof(line), "item.add kind=free title_fr=x title_ar=\"%s\"",
			titles[i]);
		given(t, line);
	}
	assembly_meet(t);
	for (int opened = 0; opened < 2; opened++) {
		if (opened)
			given(t, "item.open item=8");
		v = room_view_scene(&t->session, ROOM_AGENDA);
		for (enum pixels k = PIXELS_QUADRANT; k <= PIXELS_SEXTANT; k++) {
			look.letters = bigtext_open(k);
			canvas_begin(c, 45, 160, LANG_AR);
			room_paint(canvas_area(c), &v, &look);
			assert_true(canvas_shows(c, STR("0 من 10")));
			for (size_t i = 0; i < ARRAY_LEN(titles); i++)
				assert_int_equal(canvas_shows(c, str_of(titles[i])),
					k == PIXELS_QUADRANT && !(opened && i == 2));
			bigtext_close(look.letters);
		}
	}
	canvas_close(c);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(the_quorum_is_reached_only_once_it_is_recorded),
		CASE(who_is_recused_is_named_without_the_reason),
		CASE(a_substitute_speaks_by_name_and_without_the_office),
		CASE(papers_are_shown_as_soon_as_they_are_counted_and_never_what_is_on_them),
		CASE(what_is_needed_is_sure_once_all_have_voted),
		CASE(the_room_names_the_base_as_the_minutes_do),
		CASE(the_words_of_a_result_are_large_where_there_is_room),
		CASE(the_sign_of_a_verdict_stays_in_its_band),
		CASE(every_item_of_an_agenda_is_shown_before_its_heading_is_large),
		CASE(a_long_agenda_is_as_large_as_the_pixels_allow),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
