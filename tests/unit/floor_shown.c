/* The floor as people read it: in the list of acts, in the minutes, on the room's screen. */
#include "locale/format.h"
#include "model/describe.h"
#include "model/room.h"
#include "storage/memory.h"
#include "tests/golden.h"
#include "tests/minuted.h"
#include "tui/room_paint.h"

/* A wali before the items; on item 1 two speeches, one on behalf of a committee, a point of order
 * and a reply; somebody who is never reached. */
static void debate(struct assembly *t)
{
	assembly_sitting(t, 9);
	given(t,
		"guest.note capacity=wali title_ar=\"السيد والي جهة فاس – مكناس\" "
		"title_fr=\"Monsieur le wali\"",
		"@10:10:00 floor.give guest=1", "@10:14:30 floor.end", "item.open item=1",
		"item.present member=2", "floor.limit seconds=180", "floor.ask member=4",
		"floor.ask member=5 behalf_ar=\"لجنة المالية والبرمجة\" "
		"behalf_fr=\"la commission des finances\"",
		"@10:20:00 floor.give", "@10:21:00 floor.ask member=6 kind=order",
		"@10:23:10 floor.give", "@10:23:40 floor.give", "floor.ask member=4 kind=reply",
		"@10:25:40 floor.give", "floor.ask member=7", "@10:26:41 floor.end",
		"vote.unanimous confirm=speakers-wait", "vote.announce", "item.open item=2");
}

static struct str minutes(struct assembly *t, enum lang lang)
{
	return str_of(minuted(t, lang));
}

/* From the words BEGIN to the words END: what the floor has to do with. */
static void add_part(struct builder *b, struct str text, const char *begin, const char *end)
{
	const char *from = strstr(text.p, begin), *to = from ? strstr(from, end) : NULL;

	if (!to)
		fail_msg("no %s … %s in: %s", begin, end, text.p);
	builder_add(b, (struct str){from, (size_t)(to - from)});
}

static bool reads(struct assembly *t, enum lang lang, const char *words)
{
	return strstr(arena_z(&t->arena, minutes(t, lang)), words) != NULL;
}

/* --- acts --- */

static void the_acts_of_a_debate_read_well(void **state)
{
	struct assembly *t = *state;
	struct builder b;

	debate(t);
	given(t, "floor.ask member=4", "floor.ask member=5", "floor.move member=5 to=1",
		"floor.withdraw member=4", "floor.limit seconds=0");
	builder_init(&b, &t->arena);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		for (size_t i = 0; i < t->session.log.n; i++) {
			const struct event *e = &t->session.log.at[i];
			struct message m = describe_event(&t->session, e, &t->arena);

			if (!str_starts(str_of(event_spec(e->type)->name), "floor."))
				continue;
			builder_add(&b, format_plain(&m, (enum lang)lang, &t->arena));
			builder_add_char(&b, '\n');
		}
	}
	golden_check("floor-acts", builder_str(&b));
}

/* --- minutes --- */

static void the_minutes_tell_who_spoke_when_and_how_long(void **state)
{
	struct assembly *t = *state;
	struct builder b;
	struct str text;

	debate(t);
	builder_init(&b, &t->arena);
	text = minutes(t, LANG_AR);
	add_part(&b, text, "## الكلمات", "التصويت");
	add_part(&b, text, "# ملحق: مدة التدخلات", "# ملحق: القواعد");
	text = minutes(t, LANG_FR);
	add_part(&b, text, "## Allocutions", "Vote public");
	add_part(&b, text, "# Annexe : temps de parole", "# Annexe : règles");
	golden_check("floor-minutes", builder_str(&b));
}

static void without_speeches_the_minutes_say_nothing_of_them(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.limit seconds=60", "floor.ask member=4", "floor.withdraw member=4");
	assert_false(reads(t, LANG_FR, "Temps de parole"));
	assert_false(reads(t, LANG_FR, "Discussion"));
	given(t, "floor.ask member=4");
	assert_false(reads(t, LANG_FR, "Discussion")); /* may still be heard */
}

static void who_still_speaks_is_in_the_draft_without_a_duration(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "@11:00:00 floor.give member=4");
	assert_true(reads(t, LANG_FR, "11:00 : intervention de"));
	assert_false(reads(t, LANG_FR, "Temps de parole"));
}

static void a_speech_taken_back_is_not_told(void **state)
{
	struct assembly *t = *state;
	char line[100];

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.give");
	(void)snprintf(line, sizeof line, "correction.make event=%u reason=x",
		(unsigned)t->session.log.n - 1);
	given(t, line);
	assert_false(reads(t, LANG_FR, "intervention de"));
}

/* --- the room --- */

static void the_room_sees_who_speaks_and_who_comes_next(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_item(t, 9);
	given(t, "floor.ask member=4 behalf_fr=Untel", "floor.ask member=5", "floor.ask member=6",
		"floor.ask member=7", "floor.ask member=8", "floor.ask member=9 kind=order",
		"attendance.left member=5");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_ITEM);
	given(t, "floor.give", "floor.give");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_SPEAKER);
	assert_int_equal(v.item, 1);
	assert_int_equal(v.speech.request, 1);
	assert_int_equal(v.speech.limit, 300);
	assert_null(v.speech.kind.id);
	assert_true(str_is(room_str(&v.speech.behalf.fr), "Untel"));
	assert_int_equal(v.speech.waiting, 3); /* who left is not called */
	assert_true(
		str_equal(room_str(&v.speech.next[0].fr), session_seat_name(&t->session, 6).fr));
	given(t, "vote.open kind=hands confirm=speakers-wait");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	given(t, "vote.count against=0 abstain=0", "vote.close", "floor.end");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_int_equal(v.speech.request, 0);
}

static void a_speech_before_the_announcement_shows_nothing_of_the_vote(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_item(t, 9);
	given(t, "floor.give member=4", "vote.unanimous confirm=speakers-wait");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_SPEAKER);
	assert_true(v.votes_for == 0 && !v.base.id && !v.outcome.id);
	given(t, "vote.announce"); /* "and show it to the room" */
	assert_int_equal(room_view(&t->session).scene, ROOM_RESULT);
}

static void add_picture(struct assembly *t, struct canvas *c, struct builder *b, int64_t spoken,
	bool paused, enum lang lang, int rows, int cols)
{
	struct room_look look = {.now = t->now, .spoken = spoken, .paused = paused};
	struct room_view v = room_view(&t->session);

	canvas_begin(c, rows, cols, lang);
	room_paint(canvas_area(c), &v, &look);
	builder_add(b, canvas_dump(c, &t->arena));
	builder_add_z(b, "---\n");
}

static void the_speaker_stands_large_on_the_rooms_screen(void **state)
{
	struct assembly *t = *state;
	struct canvas *c = canvas_open(&memory_source);

	assembly_item(t, 9);
	given(t, "guest.note capacity=wali title_ar=\"السيد والي الجهة\" title_fr=\"M. le wali\"",
		"floor.ask member=4 behalf_ar=\"لجنة المالية\" behalf_fr=\"la commission\"",
		"floor.ask member=5", "floor.ask member=6", "floor.ask member=7",
		"floor.ask member=8", "floor.give");
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		char name[40];
		struct builder b;

		builder_init(&b, &t->arena);
		add_picture(t, c, &b, 190, false, (enum lang)lang, 24, 80);
		add_picture(t, c, &b, 241, true, (enum lang)lang, 24, 80);
		add_picture(t, c, &b, 312, false, (enum lang)lang, 45, 160);
		add_picture(t, c, &b, 312, false, (enum lang)lang, 10, 60);
		(void)snprintf(name, sizeof name, "room-speaker-%s", lang_code((enum lang)lang));
		golden_check(name, builder_str(&b));
	}
	canvas_close(c);
}

static void a_guest_is_shown_by_title_and_capacity(void **state)
{
	struct assembly *t = *state;
	struct canvas *c = canvas_open(&memory_source);
	struct builder b;

	assembly_sitting(t, 9);
	given(t, "guest.note capacity=wali title_fr=\"M. le wali\" title_ar=\"السيد الوالي\"",
		"guest.note capacity=director name_fr=\"Aziz Lahlou\" name_ar=\"عزيز لحلو\"",
		"floor.give guest=1");
	builder_init(&b, &t->arena);
	add_picture(t, c, &b, 0, false, LANG_FR, 24, 80);
	given(t, "floor.limit seconds=0", "floor.give guest=2");
	add_picture(t, c, &b, 61, false, LANG_AR, 24, 80);
	golden_check("room-speaker-guest", builder_str(&b));
	canvas_close(c);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(the_acts_of_a_debate_read_well),
		CASE(the_minutes_tell_who_spoke_when_and_how_long),
		CASE(without_speeches_the_minutes_say_nothing_of_them),
		CASE(who_still_speaks_is_in_the_draft_without_a_duration),
		CASE(a_speech_taken_back_is_not_told),
		CASE(the_room_sees_who_speaks_and_who_comes_next),
		CASE(a_speech_before_the_announcement_shows_nothing_of_the_vote),
		CASE(the_speaker_stands_large_on_the_rooms_screen),
		CASE(a_guest_is_shown_by_title_and_capacity),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
