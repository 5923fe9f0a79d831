/* What the desk orders for the rooms: one row, read the same by every room at any time. */
#include "model/room_order.h"

#include "tests/arena.h"
#include "tests/generate.h"
#include "tests/given.h"
#include "tests/test.h"

static struct room_order hold(const struct session *s, enum room_scene scene)
{
	return (struct room_order){.state = ROOM_HOLDS,
		.scene = scene,
		.session = s->is.number,
		.acts = (int64_t)s->log.n};
}

static void sit(struct given *g, struct arena *a)
{
	given_met(g, a, 5);
}

static enum room_scene shown(const struct session *s, enum room_scene scene)
{
	struct room_view v = room_view_scene(s, scene);

	return v.scene;
}

static void every_order_survives_its_row(void **state)
{
	struct room_order o = {.state = ROOM_HOLDS, .session = 7, .acts = 214}, back;

	for (size_t i = 0; room_scene_names[i].name; i++) {
		o.scene = room_scene_names[i].scene;
		assert_true(room_order_parse(room_order_text(&o, *state), &back));
		assert_int_equal(back.state, ROOM_HOLDS);
		assert_int_equal(back.scene, o.scene);
		assert_int_equal(back.session, 7);
		assert_int_equal(back.acts, 214);
	}
	o.scene = ROOM_MESSAGE;
	o.message = room_text(STR("استراحة 15 دقيقة"));
	assert_text(*state, room_order_text(&o, *state), "hold 7 214 message استراحة 15 دقيقة");
	assert_true(room_order_parse(room_order_text(&o, *state), &back));
	assert_int_equal(back.scene, ROOM_MESSAGE);
	assert_text(*state, room_str(&back.message), "استراحة 15 دقيقة");
	o.state = ROOM_BLANKED;
	assert_text(*state, room_order_text(&o, *state), "blank");
	o.state = ROOM_FOLLOWS;
	assert_text(*state, room_order_text(&o, *state), "follow");
}

static void a_row_that_is_no_order_lets_the_room_follow(void **state)
{
	static const char *const rows[] = {"", "hold", "hold 1", "hold 1 2", "hold 1 2 nothing",
		"hold x 2 agenda", "hold 1 2 agenda x", "hold 1 2 message", "hold 1 2 message ",
		"hold 1 -2 agenda", "hold 1 99999999999999999999 agenda", "Blank", "follow ",
		"hold 1 2 message\nx"};
	struct room_order o;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		o.state = ROOM_BLANKED;
		assert_false(room_order_parse(str_of(rows[i]), &o));
		assert_int_equal(o.state, ROOM_FOLLOWS);
	}
}

static void a_picture_is_held_until_the_next_announcement(void **state)
{
	struct vote_id vote;
	struct room_order o;
	struct given g;

	sit(&g, *state);
	given_adopted(&g, 1);
	o = hold(&g.s, ROOM_QUORUM);
	assert_int_equal(room_view_ordered(&g.s, &o).scene, ROOM_QUORUM);
	assert_true(room_order_differs(&o, &g.s));
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(&g, 2, VOTE_NAMED);
	given_all(&g, vote, VALUE_FOR);
	given_closed(&g, vote);
	assert_int_equal(room_view_ordered(&g.s, &o).scene, ROOM_QUORUM);
	given_announced(&g, vote);
	assert_int_equal(room_order_now(&o, &g.s).state, ROOM_FOLLOWS);
	assert_int_equal(room_view_ordered(&g.s, &o).scene, ROOM_RESULT);
	assert_false(room_order_differs(&o, &g.s));
}

static void a_picture_of_one_session_is_not_held_over_another(void **state)
{
	struct room_order o;
	struct given g;

	sit(&g, *state);
	o = hold(&g.s, ROOM_QUORUM);
	o.session++;
	assert_int_equal(room_order_now(&o, &g.s).state, ROOM_FOLLOWS);
	assert_int_equal(room_order_now(&o, NULL).state, ROOM_FOLLOWS);
	o.state = ROOM_BLANKED; /* but blank is blank */
	assert_int_equal(room_order_now(&o, &g.s).state, ROOM_BLANKED);
	assert_int_equal(room_order_now(&o, NULL).state, ROOM_BLANKED);
}

static void each_scene_can_be_asked_for_at_any_time(void **state)
{
	struct vote_id vote;
	struct given g;

	given_prepared(&g, *state);
	assert_int_equal(shown(&g.s, ROOM_QUORUM), ROOM_REST);
	assert_int_equal(shown(&g.s, ROOM_ITEM), ROOM_REST);
	assert_int_equal(shown(&g.s, ROOM_VOTE), ROOM_REST);
	assert_int_equal(shown(&g.s, ROOM_CLOCK), ROOM_CLOCK);
	sit(&g, *state);
	assert_int_equal(shown(&g.s, ROOM_ITEM), ROOM_REST);
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(&g, 2, VOTE_NAMED);
	assert_int_equal(shown(&g.s, ROOM_VOTE), ROOM_VOTE);
	assert_int_equal(shown(&g.s, ROOM_ITEM), ROOM_ITEM);
	assert_int_equal(shown(&g.s, ROOM_AGENDA), ROOM_AGENDA);
	assert_int_equal(shown(&g.s, ROOM_QUORUM), ROOM_QUORUM);
	assert_int_equal(shown(&g.s, ROOM_SPEAKER), ROOM_ITEM); /* nobody speaks */
	assert_int_equal(shown(&g.s, ROOM_REST), ROOM_REST);
	given_all(&g, vote, VALUE_FOR);
	given_closed(&g, vote);
	assert_int_equal(shown(&g.s, ROOM_RESULT), ROOM_VOTE);
	given_announced(&g, vote);
	assert_int_equal(shown(&g.s, ROOM_VOTE), ROOM_RESULT);
	given_suspended(&g, SUSPENDED_BREAK);
	assert_int_equal(shown(&g.s, ROOM_AGENDA), ROOM_AGENDA);
	assert_int_equal(shown(&g.s, ROOM_PAUSE), ROOM_PAUSE);
}

static void the_agenda_is_public_once_notices_went_out(void **state)
{
	struct given g;

	given_prepared(&g, *state);
	g.s.plan.notice = (struct date){0};
	assert_int_equal(shown(&g.s, ROOM_AGENDA), ROOM_REST);
	assert_int_equal(room_view_scene(&g.s, ROOM_AGENDA).items, 0);
	g.s.plan.notice = (struct date){2024, 12, 10};
	assert_int_equal(shown(&g.s, ROOM_AGENDA), ROOM_AGENDA);
	assert_int_equal(room_view_scene(&g.s, ROOM_AGENDA).items, 5);
}

/* Whatever is asked for, nothing of a vote shows before the announcement. */
static void no_scene_shows_a_vote_before_it_is_announced(void **state)
{
	struct arena *a = *state;

	for (int k = 0; k < 2; k++) {
		for (int scene = 0; scene < ROOM_SCENES; scene++) {
			struct room_view seen[2];

			for (int i = 0; i < 2; i++) {
				struct vote_id vote;
				struct given g;

				sit(&g, a);
				given_treated(&g, EVENT_ITEM_OPENED, 1);
				vote = given_vote(&g, 1, VOTE_NAMED);
				given_mark(&g, vote, GIVEN_MEMBERS(1, 2, 3, 4),
					i ? VALUE_FOR : VALUE_AGAINST);
				if (k) {
					given_all(&g, vote, i ? VALUE_FOR : VALUE_AGAINST);
					given_closed(&g, vote);
				}
				seen[i] = room_view_scene(&g.s, (enum room_scene)scene);
			}
			assert_int_equal(seen[0].scene, seen[1].scene);
			assert_int_equal(seen[0].votes_for + seen[0].against, 0);
			assert_int_equal(seen[1].votes_for + seen[1].against, 0);
			assert_null(seen[0].outcome.id);
			assert_null(seen[1].reason.id);
			assert_memory_equal(seen[0].marks, seen[1].marks, sizeof seen[0].marks);
			assert_memory_equal(&seen[0].store, &seen[1].store, sizeof seen[0].store);
		}
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_order_survives_its_row),
	cmocka_unit_test(a_row_that_is_no_order_lets_the_room_follow),
	cmocka_unit_test(a_picture_is_held_until_the_next_announcement),
	cmocka_unit_test(a_picture_of_one_session_is_not_held_over_another),
	cmocka_unit_test(each_scene_can_be_asked_for_at_any_time),
	cmocka_unit_test(the_agenda_is_public_once_notices_went_out),
	cmocka_unit_test(no_scene_shows_a_vote_before_it_is_announced),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
