/* What the room sees of motions: the words, that there is a vote, and the result once announced. */
#include "model/room.h"
#include "storage/memory.h"
#include "tests/assembly.h"
#include "tests/golden.h"
#include "tui/room_paint.h"

static const struct room_look noon = {.now = {1735556040, 60}}; /* 30 December 2024, 11:54 */

static void moved(struct assembly *t)
{
	assembly_sitting(t, 5);
	given(t,
		"item.change item=1 text_fr=\"La Chambre met à disposition les stands pour les "
		"artisans.\" text_ar=\"تضع الغرفة الأروقة رهن إشارة الصناع.\"",
		"item.open item=1", "item.present item=1 member=2",
		"motion.move kind=amendment member=3 text_fr=\"La Chambre met à disposition les "
		"stands pour les "
		"artisans, dont un quart pour les coopératives.\" text_ar=\"تضع الغرفة الأروقة رهن "
		"إشارة الصناع، منها الربع للتعاونيات.\"");
}

static void golden(const struct assembly *t, const char *name, enum lang lang, int rows, int cols)
{
	struct canvas *c = canvas_open(&memory_source);
	struct room_view v = room_view(&t->session);
	struct arena a;

	arena_init(&a, &memory_source);
	canvas_begin(c, rows, cols, lang);
	room_paint(canvas_area(c), &v, &noon);
	golden_check(name, canvas_dump(c, &a));
	canvas_close(c);
	arena_clear(&a);
}

static void a_motion_stands_with_both_its_texts(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	moved(t);
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_non_null(v.motion.id);
	assert_true(v.after.fr.n > v.before.fr.n);
	golden(t, "room-motion-fr-80x24", LANG_FR, 24, 80);
	golden(t, "room-motion-ar-80x24", LANG_AR, 24, 80);
	golden(t, "room-motion-en-160x45", LANG_EN, 45, 160);
}

static void a_vote_on_a_motion_shows_no_figure_before_it_is_announced(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	moved(t);
	given(t, "vote.open kind=named motion=1", "vote.all value=for");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_non_null(v.motion.id);
	assert_int_equal(v.voted, 5);
	given(t, "vote.close");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_true(v.vote_over);
	assert_int_equal(v.votes_for, 0);
	given(t, "vote.announce");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_RESULT);
	assert_non_null(v.motion.id);
	assert_int_equal(v.votes_for, 5);
	given(t, "vote.unanimous", "vote.announce");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_RESULT);
	assert_null(v.motion.id);
}

static void a_vote_on_the_agenda_is_seen_until_an_item_is_opened(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_sitting(t, 5);
	given(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue",
		"vote.unanimous motion=1001");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_int_equal(v.item, 0);
	assert_true(str_is(room_str(&v.title.fr), "Urgence"));
	given(t, "vote.announce");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_RESULT);
	given(t, "item.open item=1");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_null(v.motion.id);
}

static void a_change_far_into_the_text_is_in_sight(void **state)
{
	struct assembly *t = *state;
	static char line[3000];
	size_t n = 0;
	struct room_view v;

	assembly_sitting(t, 5);
	n += (size_t)snprintf(line + n, sizeof line - n, "item.change item=1 text_fr=\"");
	for (int i = 0; i < 200; i++)
		n += (size_t)snprintf(line + n, sizeof line - n, "mot%d ", i);
	(void)snprintf(line + n, sizeof line - n, "fin\"");
	given(t, line, "item.open item=1", "item.present item=1 member=2");
	n = (size_t)snprintf(line, sizeof line, "motion.move kind=amendment member=3 text_fr=\"");
	for (int i = 0; i < 200; i++)
		n += (size_t)snprintf(line + n, sizeof line - n, "mot%d ", i);
	(void)snprintf(line + n, sizeof line - n, "nouvelle fin\"");
	given(t, line);
	v = room_view(&t->session);
	assert_true(str_starts(room_str(&v.after.fr), "\u2026mot"));
	assert_true(str_starts((struct str){v.after.fr.p + v.after.fr.n - 12, 12}, "nouvelle fin"));
}

/* Both lines, and the balance that the amendment tilts. */
static void an_amendment_of_a_budget_shows_its_lines_before_and_after(void **state)
{
	struct assembly *t = *state;
	struct room_view v;

	assembly_session(t, 5);
	given(t,
		"budget.line item=4 part=revenue code=1 title_fr=Recettes title_ar=المداخيل "
		"amount=100 before=90",
		"budget.line item=4 part=operating code=2 title_fr=Achats title_ar=المشتريات "
		"amount=60 before=50",
		"budget.line item=4 part=operating code=3 title_fr=Stands title_ar=الأروقة "
		"amount=40 before=40",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=4", "item.present item=4 member=2",
		"motion.move kind=transfer member=3 line=2 to_line=3 amount=15");
	v = room_view(&t->session);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_int_equal(v.budget_n, 3);
	assert_true(str_is(room_stored(&v, v.budget[0].title.fr), "Achats"));
	assert_int_equal(v.budget[0].before, 6000);
	assert_int_equal(v.budget[0].amount, 4500);
	assert_int_equal(v.budget[1].before, 4000);
	assert_int_equal(v.budget[1].amount, 5500);
	assert_int_equal(v.budget[2].kind, ROOM_AMOUNT_BALANCE);
	assert_int_equal(v.budget[2].before, 0);
	assert_int_equal(v.budget[2].amount, 0);
	golden(t, "room-transfer-fr-80x24", LANG_FR, 24, 80);
	golden(t, "room-transfer-ar-80x24", LANG_AR, 24, 80);
	given(t, "vote.unanimous motion=1", "vote.announce");
	v = room_view(&t->session);
	assert_int_equal(v.budget_n, 0);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_motion_stands_with_both_its_texts),
		CASE(a_vote_on_a_motion_shows_no_figure_before_it_is_announced),
		CASE(a_vote_on_the_agenda_is_seen_until_an_item_is_opened),
		CASE(a_change_far_into_the_text_is_in_sight),
		CASE(an_amendment_of_a_budget_shows_its_lines_before_and_after),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
