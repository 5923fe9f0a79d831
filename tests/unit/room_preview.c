/* What the desk reads of the room in words is what stands in the room's picture: every scene, in
 * every language, whatever the size of the room. */
#include <string.h>

#include "tests/arena.h"
#include "tests/desk_driver.h"
#include "tests/test.h"
#include "tui/room_paint.h"

#define SAT     "sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"
#define ITEM(n) "item.open item=" n "\nitem.present item=" n " member=4\n"
#define MARKED                                                                                     \
	"vote.open item=5 kind=named\nvote.cast member=7,12,31 value=against\n"                    \
	"vote.cast member=24 value=abstain\nvote.cast member=1,2,3 value=for\n"
#define MOVED                                                                                      \
	"item.change item=5 text_fr=\"La Chambre prête les stands aux artisans.\" "               \
	"text_ar=\"تضع الغرفة الأروقة رهن إشارة الصناع.\"\n" SAT ITEM(                             \
		"5") "motion.move kind=amendment member=3 text_fr=\"La Chambre "                   \
		     "loue les stands.\" text_ar=\"تكتري الغرفة الأروقة.\"\n"

static const struct room_look noon = {.now = {1735556040, 60}, .spoken = 70};

static const struct picture {
	const char *lines;
	enum room_scene asked, seen; /* asked: ROOM_SCENES while it follows */
} pictures[] = {
	{"", ROOM_SCENES, ROOM_REST},
	{"sitting.open chair=1 secretary=4\n", ROOM_SCENES, ROOM_QUORUM},
	{SAT, ROOM_SCENES, ROOM_AGENDA},
	{SAT ITEM("5"), ROOM_SCENES, ROOM_ITEM},
	{MOVED, ROOM_SCENES, ROOM_ITEM},
	{SAT ITEM("5") MARKED, ROOM_SCENES, ROOM_VOTE},
	{SAT ITEM("5") MARKED "vote.all value=for\nvote.close\nvote.announce vote=5/1\n",
		ROOM_SCENES, ROOM_RESULT},
	{SAT ITEM("5") "floor.ask member=7\nfloor.ask member=9\nfloor.give\n", ROOM_SCENES,
		ROOM_SPEAKER},
	{"item.add kind=election at=1 title_ar=\"انتخاب\" title_fr=\"Élection\"\n" SAT ITEM(
		 "1") "election.open post=president candidates=7,12 endorsed=7\n"
		      "election.mark choice=1\n"
		      "election.count\n"
		      "election.announce\n",
		ROOM_SCENES, ROOM_ELECTED},
	{SAT "sitting.suspend reason=prayer\n", ROOM_SCENES, ROOM_PAUSE},
	{SAT ITEM("5") "vote.unanimous item=5\nvote.announce vote=5/1\n"
		       "sitting.close cause=done confirm=untreated\n",
		ROOM_SCENES, ROOM_CLOSING},
	{"agreement.describe item=5 kind=special total=12000000\n"
	 "agreement.party item=5 chamber=yes role=host amount=1500000\n" SAT ITEM("5"),
		ROOM_SCENES, ROOM_ITEM},
	{SAT, ROOM_CLOCK, ROOM_CLOCK},
	{SAT, ROOM_MESSAGE, ROOM_MESSAGE},
	{"item.change item=5 text_fr=\"Un texte de quelques mots.\"\n" SAT ITEM("5"), ROOM_WORDS,
		ROOM_WORDS},
	{SAT ITEM("10"), ROOM_BUDGET, ROOM_BUDGET},
	{"agreement.describe item=5 kind=special total=12000000\n"
	 "agreement.party item=5 chamber=yes role=host amount=1500000\n" SAT ITEM("5"),
		ROOM_AGREEMENT, ROOM_AGREEMENT},
};

/* Words between blanks, and whether each is to be looked for. */
struct words {
	struct str at[4000];
	size_t n;
};

/* Letters and digits are; what is drawn, and what was cut off or spans cells, is not. */
static bool is_read(struct str word)
{
	for (size_t i = 0; i + 2 < word.n; i++) {
		unsigned char a = (unsigned char)word.p[i], b = (unsigned char)word.p[i + 1];

		if (a == 0xE2 &&
			((b >= 0x94 && b <= 0x96) || (b == 0x80 && word.p[i + 2] == '\xA6')))
			return false; /* lines, blocks; … */
	}
	return !str_is(word, "11:54") && !str_starts(word, "··"); /* clock, bar */
}

static void take(struct words *w, struct str dump)
{
	size_t from = 0;

	w->n = 0;
	for (size_t i = 0; i <= dump.n; i++) {
		if (i < dump.n && dump.p[i] != ' ' && dump.p[i] != '\n')
			continue;
		if (i > from && is_read((struct str){dump.p + from, i - from})) {
			assert_true(w->n < ARRAY_LEN(w->at));
			w->at[w->n++] = (struct str){dump.p + from, i - from};
		}
		from = i + 1;
	}
}

static bool has(const struct words *w, struct str word)
{
	for (size_t i = 0; i < w->n; i++) {
		if (str_equal(w->at[i], word))
			return true;
	}
	return false;
}

/* A figure is drawn on the wall and written here. */
static bool is_figure(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		if ((word.p[i] < '0' || word.p[i] > '9') && word.p[i] != ':')
			return false;
	}
	return true;
}

/* Does it say of something no more than its beginning? */
static bool is_cut(struct str dump)
{
	for (size_t i = 0; i + 2 < dump.n; i++) {
		if (memcmp(dump.p + i, "…", 3) == 0)
			return true;
	}
	return false;
}

static void compare(struct canvas *c, const struct room_view *v, enum lang lang, int rows, int cols,
	struct arena *a)
{
	static struct words wall, desk;
	struct str picture, words;

	canvas_begin(c, rows, cols, lang);
	room_paint(canvas_area(c), v, &noon);
	picture = canvas_dump(c, a);
	take(&wall, picture);
	canvas_begin(c, 500, 60, lang);
	assert_true(room_paint_words(canvas_area(c), 0, v, &noon, rows, cols) < 500);
	words = canvas_dump(c, a);
	take(&desk, words);
	for (size_t i = 0; i < wall.n; i++)
		if (!has(&desk, wall.at[i]))
			fail_msg("scene %d, %dx%d: \"%s\" stands in the room alone", (int)v->scene,
				cols, rows, arena_z(a, wall.at[i]));
	for (size_t i = 0; i < desk.n; i++)
		if (!has(&wall, desk.at[i]) && !is_figure(desk.at[i]) && !is_cut(picture) &&
			!v->sealed_head)
			fail_msg("scene %d, %dx%d: \"%s\" stands on the desk alone", (int)v->scene,
				cols, rows, arena_z(a, desk.at[i]));
}

static void the_words_on_the_desk_are_those_in_the_room(void **state)
{
	static const int sizes[][2] = {{24, 80}, {30, 100}, {45, 160}};
	static struct room_view v;
	struct canvas *c = canvas_open(&memory_source);
	bool seen[ROOM_SCENES] = {false};

	for (size_t i = 0; i < ARRAY_LEN(pictures); i++) {
		const struct picture *p = &pictures[i];
		struct session s;
		struct driver t;

		driver_open(&t, LANG_FR, DRIVER_PREPARED);
		driver_play(&t, p->lines);
		s = *driver_session(&t);
		v = p->asked == ROOM_SCENES ? room_view(&s) : room_view_scene(&s, p->asked);
		v.message = room_text(STR("Reprise à 15 h"));
		assert_int_equal(v.scene, p->seen);
		seen[v.scene] = true;
		for (size_t k = 0; k < 2 * ARRAY_LEN(sizes); k++) {
			const int *size = sizes[k / 2];

			v.sealed_head = v.scene == ROOM_CLOSING && k % 2;
			for (int lang = 0; lang < LANG_COUNT; lang++)
				compare(c, &v, (enum lang)lang, size[0], size[1], *state);
		}
		driver_close(&t);
	}
	for (int scene = 0; scene < ROOM_SCENES; scene++)
		assert_true(seen[scene]);
	canvas_close(c);
}

/* Rows that are out of sight come into it, and there are as many wherever one begins. */
static void the_words_are_scrolled_to_their_end(void **state)
{
	struct canvas *c = canvas_open(&memory_source);
	static struct room_view v;
	struct driver t;
	int all;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_play(&t, SAT ITEM("10"));
	v = room_view_scene(driver_session(&t), ROOM_BUDGET);
	canvas_begin(c, 8, 36, LANG_FR);
	all = room_paint_words(canvas_area(c), 0, &v, &noon, 24, 80);
	assert_true(all > 16);
	assert_false(canvas_shows(c, STR("session ordinaire d’octobre 2024")));
	canvas_begin(c, 8, 36, LANG_FR);
	assert_int_equal(room_paint_words(canvas_area(c), all - 8, &v, &noon, 24, 80), all);
	assert_true(canvas_shows(c, STR("session ordinaire d’octobre 2024")));
	driver_close(&t);
	canvas_close(c);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_words_on_the_desk_are_those_in_the_room),
	cmocka_unit_test(the_words_are_scrolled_to_their_end),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
