/* What the room is told of a result: its correction, whatever else is being treated, and that it no
 * longer counts. No result ever stands under a title it is not that of. */
#include "model/mark.h"
#include "model/room.h"
#include "storage/memory.h"
#include "tests/assembly.h"
#include "tests/test.h"
#include "tui/room_paint.h"

static const struct room_look noon = {.now = {1735556040, 60}};

#define ADOPTED_1   "vote.open kind=named", "vote.all value=for", "vote.close", "vote.announce"
#define CORRECTED_1 "vote.correct vote=1/1 member=3 value=against reason=erreur"

static struct room_view *seen(struct assembly *t)
{
	static struct room_view v;

	v = room_view(&t->session);
	return &v;
}

static bool says(struct assembly *t, const char *words)
{
	struct canvas *c = canvas_open(&memory_source);
	bool found;

	canvas_begin(c, 24, 80, LANG_EN);
	room_paint(canvas_area(c), seen(t), &noon);
	found = canvas_shows(c, str_of(words));
	canvas_close(c);
	return found;
}

static void result_of(struct assembly *t, int64_t item, int64_t votes_for, bool corrected)
{
	const struct room_view *v = seen(t);

	assert_int_equal(v->scene, ROOM_RESULT);
	assert_int_equal(v->item, item);
	assert_int_equal(v->votes_for, votes_for);
	assert_int_equal(v->corrected, corrected);
	assert_int_equal(room_item(&t->session), item);
}

/* The title of ITEM and nothing of any vote. */
static void only_title(struct assembly *t, int64_t item)
{
	const struct room_view *v = seen(t);

	assert_int_equal(v->scene, ROOM_ITEM);
	assert_int_equal(v->item, item);
	assert_null(v->motion.id);
	assert_null(v->item_state.id);
	assert_false(v->voided);
}

static void void_of(struct assembly *t, int64_t item, bool motion, bool repeated)
{
	const struct room_view *v = seen(t);

	assert_int_equal(v->scene, ROOM_ITEM);
	assert_int_equal(v->item, item);
	assert_true(v->voided);
	assert_int_equal(v->motion.id != NULL, motion);
	assert_int_equal(v->repeated.id != NULL, repeated);
	assert_true(says(t, "is declared void"));
	assert_int_equal(says(t, "again."), repeated);
}

/* --- blocks --- */

/* The small screen has sentences for it. */
static void a_block_is_told_with_all_its_items(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = {{10, 60}, {24, 80}, {30, 100}, {45, 160}};
	struct assembly *t = *state;
	struct canvas *c = canvas_open(&memory_source);

	assembly_sitting(t, 5);
	given(t, "vote.block item=1,3,4", "vote.announce");
	result_of(t, 1, 5, false);
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		canvas_begin(c, sizes[i].rows, sizes[i].cols, LANG_FR);
		room_paint(canvas_area(c), seen(t), &noon);
		assert_true(canvas_shows(c, STR("oints 1, 3 et 4")));
		assert_true(canvas_shows(c, STR("Convention")));
		assert_true(canvas_shows(c, STR("Divers")));
		assert_true(canvas_shows(c, STR("Budget")));
	}
	given(t, "vote.void vote=1/1 reason=x");
	assert_true(says(t, "Items 1, 3 and 4 of 5"));
	assert_true(says(t, "3. Divers"));
	given(t, "item.open item=2"); /* the next item is told alone */
	assert_true(says(t, "Item 2 of 5"));
	canvas_close(c);
}

/* --- corrections --- */

static void a_correction_of_an_earlier_item_is_seen_until_something_goes_on(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, ADOPTED_1, "item.open item=2");
	only_title(t, 2);
	given(t, CORRECTED_1);
	only_title(t, 2); /* nobody was told yet */
	given(t, "vote.announce");
	result_of(t, 1, 4, true);
	assert_true(says(t, "corrected: other figures"));
	given(t, "attendance.left member=5");
	result_of(t, 1, 4, true);
	/* A room that starts now folds the same acts. */
	assert_true(assembly_folds(t));
	given(t, "item.present");
	only_title(t, 2);
	given(t, "vote.correct vote=1/1 member=4 value=against reason=erreur", "vote.announce");
	result_of(t, 1, 3, true);
	given(t, "vote.open kind=hands");
	assert_int_equal(seen(t)->scene, ROOM_VOTE);
	assert_int_equal(seen(t)->item, 2);
}

static void a_correction_is_seen_while_somebody_speaks_and_then_the_speaker(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, ADOPTED_1, "item.open item=2", "item.present", "floor.ask member=2",
		"floor.ask member=3", "floor.give", CORRECTED_1);
	assert_int_equal(seen(t)->scene, ROOM_SPEAKER);
	given(t, "vote.announce vote=1/1");
	result_of(t, 1, 4, true);
	given(t, "floor.give");
	assert_int_equal(seen(t)->scene, ROOM_SPEAKER);
	given(t, "floor.end");
	only_title(t, 2);
}

static void a_correction_that_is_not_announced_leaves_a_motion_on_the_screen(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, ADOPTED_1, "item.open item=2", "item.present",
		"motion.move kind=proposal member=3 text_fr=Texte", "vote.unanimous motion=1",
		"vote.announce");
	assert_non_null(seen(t)->motion.id);
	given(t, CORRECTED_1);
	assert_int_equal(seen(t)->scene, ROOM_RESULT);
	assert_int_equal(seen(t)->item, 2);
	assert_non_null(seen(t)->motion.id);
}

static void a_corrected_election_is_seen_with_its_own_post(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 5);
	assembly_plan(t);
	given(t, "item.add kind=election at=1 title_fr=Bureau title_ar=المكتب");
	assembly_meet(t);
	given(t, "item.open item=1", "item.present",
		"election.open post=president candidates=1,3 endorsed=1,3",
		"election.mark member=1,2,3 choice=1", "election.mark choice=2", "election.count",
		"election.announce", "item.open item=2");
	only_title(t, 2);
	given(t, "election.correct election=1/1 member=5 choice=1 reason=erreur");
	only_title(t, 2);
	given(t, "election.announce");
	assert_int_equal(seen(t)->scene, ROOM_ELECTED);
	assert_int_equal(seen(t)->item, 1);
	assert_int_equal(seen(t)->candidate[0].votes, 4);
	assert_true(seen(t)->corrected);
	given(t, "item.present");
	only_title(t, 2);
	given(t, "election.void election=1/1 reason=erreur");
	void_of(t, 1, false, true);
	assert_true(says(t, "The election will be held again."));
}

/* --- void votes --- */

static void a_void_vote_is_told_and_its_result_does_not_come_back(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, ADOPTED_1, "vote.void vote=1/1 reason=erreur");
	void_of(t, 1, false, true);
	given(t, "floor.give member=2", "floor.end");
	only_title(t, 1);
	given(t, ADOPTED_1);
	result_of(t, 1, 5, false);
}

static void a_void_vote_of_an_earlier_item_is_told_and_the_open_one_comes_back(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, ADOPTED_1, "item.open item=2", "vote.void vote=1/1 reason=erreur");
	void_of(t, 1, false, true);
	given(t, "item.postpone item=1 reason=temps"); /* it is the one on the screen */
	assert_int_equal(seen(t)->item, 1);
	assert_string_equal(seen(t)->item_state.id, "postponed");
	assert_false(seen(t)->voided);
	given(t, "item.present");
	only_title(t, 2);
}

static void under_a_budget_no_amendment_stands_for_the_whole(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "budget.line item=4 part=revenue code=1 title_fr=Recettes amount=100",
		"budget.line item=4 part=operating code=2 title_fr=Achats amount=60",
		"budget.line item=4 part=operating code=3 title_fr=Stands amount=40",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=4", "item.present",
		"motion.move kind=transfer member=3 line=2 to_line=3 amount=15",
		"vote.unanimous motion=1", "vote.announce");
	assert_non_null(seen(t)->motion.id);
	given(t, ADOPTED_1);
	result_of(t, 4, 5, false);
	given(t, "vote.void vote=4/2 reason=erreur");
	void_of(t, 4, false, true);
	given(t, "floor.give member=2", "floor.end");
	only_title(t, 4);
	/* The one on the amendment: its words wait again. */
	given(t, "vote.void vote=4/1 reason=erreur");
	void_of(t, 4, true, true);
	given(t, "floor.give member=2", "floor.end");
	assert_int_equal(seen(t)->scene, ROOM_ITEM);
	assert_non_null(seen(t)->motion.id);
	assert_int_equal(seen(t)->budget_n, 3);
}

static void under_a_budget_by_chapters_no_chapter_stands_for_another(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 5);
	assembly_plan(t);
	given(t, "rule.set key=budget.mode value=chapters",
		"budget.line item=4 part=revenue code=1.1 title_fr=Recettes amount=100",
		"budget.line item=4 part=operating code=2.1 title_fr=Achats amount=60",
		"budget.line item=4 part=investment code=3 title_fr=Travaux amount=40");
	assembly_meet(t);
	given(t, "item.open item=4", "item.present", "vote.unanimous chapter=revenue",
		"vote.announce", "vote.unanimous chapter=2", "vote.announce");
	assert_int_equal(seen(t)->scene, ROOM_RESULT);
	assert_true(says(t, "Chapter 2 of the budget"));
	given(t, "vote.void vote=4/2 reason=erreur");
	void_of(t, 4, true, true);
	assert_true(says(t, "Chapter 2 of the budget"));
	given(t, "floor.give member=2", "floor.end");
	assert_int_equal(seen(t)->scene, ROOM_ITEM);
	assert_false(says(t, "Adopted"));
	/* The revenue is corrected: that result is the revenue's. */
	given(t, "vote.void vote=4/1 reason=erreur", "vote.open kind=named chapter=revenue",
		"vote.all value=for", "vote.close", "vote.announce",
		"vote.open kind=named chapter=2", "vote.all value=for", "vote.close",
		"vote.announce", "vote.correct vote=4/3 member=2 value=against reason=erreur");
	assert_true(says(t, "Chapter 2 of the budget"));
	given(t, "vote.announce");
	assert_true(says(t, "The revenue of the budget"));
	assert_int_equal(seen(t)->votes_for, 4);
	given(t, "floor.give member=2", "floor.end");
	assert_true(says(t, "Chapter 2 of the budget"));
	assert_int_equal(seen(t)->votes_for, 5);
}

static void under_an_agreement_no_share_stands_for_the_whole(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "agreement.party item=1 chamber=yes role=host amount=5",
		"agreement.party item=1 name_fr=Centre role=partner amount=7",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present",
		"motion.move kind=share member=3 party=2 amount=9", "vote.unanimous motion=1",
		"vote.announce", ADOPTED_1);
	result_of(t, 1, 5, false);
	given(t, "vote.void vote=1/2 reason=erreur");
	void_of(t, 1, false, true);
	given(t, "floor.give member=2", "floor.end");
	only_title(t, 1);
	assert_int_equal(seen(t)->parties_n, 2);
}

static void a_void_vote_on_the_agenda_leaves_the_item(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue",
		"vote.unanimous motion=1001", "vote.announce",
		"vote.void vote=9999/1 reason=erreur");
	assert_true(seen(t)->voided);
	assert_true(str_is(room_str(&seen(t)->title.fr), "Urgence"));
	given(t, "item.open item=1");
	only_title(t, 1);
}

/* A tie that a second vote decides is no result of it once that one was opened. */
static void a_void_second_vote_does_not_bring_the_first_one_back(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 4);
	assembly_plan(t);
	given(t, "rule.set key=tie.rule value=second-vote");
	assembly_meet(t);
	given(t, "item.open item=1", "item.present", "vote.open kind=hands",
		"vote.count for=2 against=2 abstain=0", "vote.close", "vote.announce",
		"vote.open kind=hands", "vote.count for=4 against=0 abstain=0", "vote.close",
		"vote.announce", "vote.void vote=1/2 reason=erreur", "floor.give member=2",
		"floor.end");
	only_title(t, 1);
}

/* --- items that are put off --- */

static void an_item_put_off_is_said_so_where_it_is_on_the_screen(void **state)
{
	static const char *const acts[] = {
		"item.postpone item=1 reason=temps", "item.withdraw item=1 reason=temps"};
	struct assembly other, *two[] = {*state, &other};

	assembly_open(&other);
	for (int k = 0; k < 2; k++) {
		struct assembly *t = two[k];

		assembly_item(t, 5);
		given(t, acts[k]); /* while it is open */
		assert_int_equal(seen(t)->item, 1);
		assert_true(says(t, k ? "Withdrawn" : "Postponed"));
		/* Another one that nobody opened, and none is. */
		given(t, k ? "item.withdraw item=3 reason=temps"
			   : "item.postpone item=3 reason=temps");
		assert_int_equal(seen(t)->item, 3);
		assert_true(says(t, k ? "Withdrawn" : "Postponed"));
		/* The open one stays where it is treated; the agenda marks the other. */
		given(t, "item.open item=2",
			k ? "item.withdraw item=4 reason=temps"
			  : "item.postpone item=4 reason=temps");
		only_title(t, 2);
		assert_int_equal(seen(t)->marks[3], k ? MARK_WITHDRAWN : MARK_POSTPONED);
	}
	assembly_close(&other);
}

/* --- another sitting --- */

static void an_item_that_goes_on_in_another_sitting_is_seen_with_its_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "sitting.close cause=left-open",
		"@2025-01-06T10:00:00+01:00 sitting.open chair=1 secretary=2");
	assert_int_equal(seen(t)->scene, ROOM_QUORUM);
	given(t, "attendance.all", "quorum.record");
	only_title(t, 1);
	given(t, "vote.open kind=named");
	assert_int_equal(seen(t)->scene, ROOM_VOTE);
	given(t, "vote.all value=for", "vote.close", "vote.announce");
	result_of(t, 1, 5, false);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_block_is_told_with_all_its_items),
		CASE(a_correction_of_an_earlier_item_is_seen_until_something_goes_on),
		CASE(a_correction_is_seen_while_somebody_speaks_and_then_the_speaker),
		CASE(a_correction_that_is_not_announced_leaves_a_motion_on_the_screen),
		CASE(a_corrected_election_is_seen_with_its_own_post),
		CASE(a_void_vote_is_told_and_its_result_does_not_come_back),
		CASE(a_void_vote_of_an_earlier_item_is_told_and_the_open_one_comes_back),
		CASE(under_a_budget_no_amendment_stands_for_the_whole),
		CASE(under_a_budget_by_chapters_no_chapter_stands_for_another),
		CASE(under_an_agreement_no_share_stands_for_the_whole),
		CASE(a_void_vote_on_the_agenda_leaves_the_item),
		CASE(a_void_second_vote_does_not_bring_the_first_one_back),
		CASE(an_item_put_off_is_said_so_where_it_is_on_the_screen),
		CASE(an_item_that_goes_on_in_another_sitting_is_seen_with_its_vote),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
