/* What the room sees, and above all what it does not. */
#include "model/room.h"

#include "locale/format.h"
#include "tests/arena.h"
#include "tests/generate.h"
#include "tests/given.h"
#include "tests/test.h"

static void begin(struct given *g, struct arena *a, int64_t members)
{
	given_prepared(g, a);
	given_opened(g, members);
	given_quorum(g, (struct numbers){0});
}

static struct vote_id vote_on(struct given *g, int64_t item, enum vote_kind kind)
{
	given_treated(g, EVENT_ITEM_OPENED, item);
	return given_vote(g, item, kind);
}

static void assert_figures(
	const struct room_view *v, int64_t votes_for, int64_t against, int64_t abstain)
{
	assert_int_equal(v->scene, ROOM_RESULT);
	assert_int_equal(v->votes_for, votes_for);
	assert_int_equal(v->against, against);
	assert_int_equal(v->abstain, abstain);
}

/* Nothing of a result in the view. */
static void assert_no_result(const struct room_view *v)
{
	assert_int_not_equal(v->scene, ROOM_RESULT);
	assert_true(v->votes_for == 0 && v->against == 0 && v->abstain == 0);
	assert_true(!v->outcome.id && !v->reason.id && !v->corrected);
}

/* --- scenes --- */

static void before_the_opening_the_room_rests(void **state)
{
	struct given g;
	struct room_view v;

	given_prepared(&g, *state);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_REST);
	assert_false(v.attendance);
	assert_int_equal(v.items, 0); /* the agenda is public once the assembly sits */
	assert_text(*state, room_str(&v.chamber.fr), "Chambre d'artisanat de Fès–Meknès");
	assert_text(*state, format_plain(&v.session, LANG_FR, *state),
		"session ordinaire d’octobre 2024");
}

static void a_session_that_is_not_there_shows_nothing(void **state)
{
	struct session s;
	struct room_view v;

	session_init(&s, *state);
	v = room_view(&s);
	assert_int_equal(v.scene, ROOM_REST);
	assert_int_equal(v.chamber.ar.n, 0);
}

static void the_roll_call_shows_who_is_needed(void **state)
{
	struct given g;
	struct room_view v;

	given_prepared(&g, *state);
	given_opened(&g, 5);
	given_presence(&g, EVENT_MEMBER_ARRIVED, GIVEN_MEMBERS(1, 2));
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_QUORUM);
	assert_true(v.attendance);
	assert_int_equal(v.here, 2);
	assert_int_equal(v.in_office, 5);
	assert_int_equal(v.needed, 3);
	assert_false(v.quorum);
	given_quorum(&g, (struct numbers){0});
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_AGENDA); /* until the first item is opened */
	assert_true(v.quorum);
	assert_text(*state, room_stored(&v, v.names[2].fr), "Modification du règlement intérieur");
}

static void an_item_shows_its_place_and_title(void **state)
{
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	given_treated(&g, EVENT_ITEM_OPENED, 3);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_int_equal(v.item, 3);
	assert_int_equal(v.items, 5);
	assert_text(*state, room_str(&v.title.fr), "Modification du règlement intérieur");
	assert_null(v.item_state.id);
	assert_int_equal(v.marks[2], MARK_OPEN);
	assert_int_equal(v.marks[0], MARK_WAITING);
	given_treated(&g, EVENT_ITEM_NOTED, 3);
	given_treated(&g, EVENT_ITEM_CLOSED, 3);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_string_equal(v.item_state.id, "note taken");
	assert_int_equal(v.marks[2], MARK_NOTED);
	given_put_off(&g, EVENT_ITEM_POSTPONED, 4, "x");
	v = room_view(&g.s);
	assert_int_equal(v.item, 4);
	assert_string_equal(v.item_state.id, "postponed");
}

static void an_open_vote_shows_how_many_have_voted_and_no_more(void **state)
{
	struct vote_id vote;
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	vote = vote_on(&g, 1, VOTE_NAMED);
	given_mark(&g, vote, GIVEN_MEMBERS(2, 3), VALUE_AGAINST);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_VOTE);
	assert_int_equal(v.voters, 5);
	assert_int_equal(v.voted, 2);
	assert_false(v.vote_over);
	assert_no_result(&v);
	given_all(&g, vote, VALUE_FOR);
	given_closed(&g, vote);
	v = room_view(&g.s);
	assert_true(v.vote_over);
	assert_no_result(&v);
}

static void counted_hands_are_no_figure_for_the_room(void **state)
{
	struct vote_id vote;
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	vote = vote_on(&g, 1, VOTE_HANDS);
	given_count(&g, vote, (struct ballots){3, 1, 0});
	v = room_view(&g.s);
	assert_true(v.by_hands);
	assert_int_equal(v.voted, 0);
	assert_no_result(&v);
}

static void an_announced_result_is_shown_with_its_reason(void **state)
{
	struct vote_id vote;
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	vote = vote_on(&g, 1, VOTE_HANDS);
	given_count(&g, vote, (struct ballots){3, 1, 1});
	given_closed(&g, vote);
	given_announced(&g, vote);
	v = room_view(&g.s);
	assert_figures(&v, 3, 1, 1);
	assert_int_equal(v.verdict, ROOM_ADOPTED);
	assert_int_equal(v.majority, 3);
	assert_false(v.corrected);
	assert_null(v.reason.id);
	assert_text(
		*state, format_plain(&v.base, LANG_EN, *state), "5 voters, abstentions counted");
	given_treated(&g, EVENT_ITEM_CLOSED, 1);
	v = room_view(&g.s);
	assert_figures(&v, 3, 1, 1); /* until the next item */
	assert_int_equal(v.marks[0], MARK_ADOPTED);
}

static void a_correction_is_not_seen_before_it_is_announced(void **state)
{
	struct vote_id vote;
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	vote = vote_on(&g, 1, VOTE_HANDS);
	given_count(&g, vote, (struct ballots){3, 2, 0});
	given_closed(&g, vote);
	given_announced(&g, vote);
	given_corrected(&g, vote, 0, VALUE_NONE, (struct ballots){2, 3, 0}, "x");
	v = room_view(&g.s);
	assert_figures(&v, 3, 2, 0);
	assert_int_equal(v.verdict, ROOM_ADOPTED);
	assert_false(v.corrected);
	given_announced(&g, vote);
	v = room_view(&g.s);
	assert_figures(&v, 2, 3, 0);
	assert_int_equal(v.verdict, ROOM_REJECTED);
	assert_true(v.corrected);
	given_corrected(&g, vote, 0, VALUE_NONE, (struct ballots){4, 1, 0}, "x");
	v = room_view(&g.s);
	assert_figures(&v, 2, 3, 0);
	assert_true(v.corrected);
}

static void a_correction_before_the_first_announcement_is_none_for_the_room(void **state)
{
	struct vote_id vote;
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	vote = vote_on(&g, 1, VOTE_HANDS);
	given_count(&g, vote, (struct ballots){3, 2, 0});
	given_closed(&g, vote);
	given_corrected(&g, vote, 0, VALUE_NONE, (struct ballots){4, 1, 0}, "x");
	v = room_view(&g.s);
	assert_no_result(&v);
	given_announced(&g, vote);
	v = room_view(&g.s);
	assert_figures(&v, 4, 1, 0);
	assert_false(v.corrected);
}

static void a_voided_vote_takes_its_result_off_the_screen(void **state)
{
	struct vote_id vote;
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	vote = vote_on(&g, 1, VOTE_UNANIMOUS);
	given_all(&g, vote, VALUE_FOR);
	given_closed(&g, vote);
	given_announced(&g, vote);
	given_void(&g, vote, "x");
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_ITEM);
	assert_no_result(&v);
}

static void a_pause_says_why_and_since_when(void **state)
{
	struct given g;
	struct room_view v;
	struct instant at;

	begin(&g, *state, 5);
	at = g.at;
	given_suspended(&g, SUSPENDED_PRAYER);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_PAUSE);
	assert_string_equal(v.pause.id, "prayer");
	assert_int_equal(v.since.seconds, at.seconds);
	given_resumed(&g);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_QUORUM); /* the roll is called again */
}

static void the_closing_shows_head_and_signatures_once_frozen(void **state)
{
	struct given g;
	struct room_view v;

	given_whole(&g, *state);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_CLOSING);
	assert_int_equal(v.decisions, 3);
	assert_int_equal(v.acts, g.s.log.n);
	assert_false(v.sealed_head);
	assert_true(hash_is_zero(v.head));
	given_frozen(&g);
	given_signed(&g, SIGNER_SECRETARY);
	v = room_view(&g.s);
	assert_true(v.sealed_head && hash_equal(v.head, g.s.frozen_head));
	assert_int_equal(v.signers_n, 2);
	assert_true(v.signer[0].has_signed);
	assert_false(v.signer[1].has_signed);
}

static void a_new_sitting_does_not_show_the_last_item_of_the_one_before(void **state)
{
	struct given g;
	struct room_view v;

	begin(&g, *state, 5);
	given_adopted(&g, 1);
	given_closing(&g, CLOSED_LEFT_OPEN);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_CLOSING);
	assert_true(v.left_open);
	given_sitting(&g);
	v = room_view(&g.s);
	assert_int_equal(v.scene, ROOM_QUORUM);
	assert_int_equal(v.marks[0], MARK_ADOPTED);
}

static void a_long_title_is_cut_at_a_letter(void **state)
{
	struct arena *a = *state;
	struct builder b;
	struct given g;
	struct room_view v;
	struct str shown;
	size_t at = 0;
	uint32_t code = 0;

	builder_init(&b, a);
	for (int i = 0; i < 300; i++)
		builder_add_z(&b, i % 7 ? "ق" : "x");
	given_session(&g, a);
	given_item(&g, ITEM_FREE, arena_z(a, builder_str(&b)), "");
	given_opened(&g, 3);
	given_quorum(&g, (struct numbers){0});
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	v = room_view(&g.s);
	shown = room_str(&v.title.ar);
	assert_in_range(shown.n, ROOM_TEXT_MAX - 3, ROOM_TEXT_MAX);
	while (at < shown.n)
		assert_true(str_decode(shown, &at, &code));
	assert_int_equal(code, 0x2026);
	/* One that just fits is whole. */
	b.n = ROOM_TEXT_MAX;
	g.s.items.at[0].is.title_ar = builder_str(&b);
	v = room_view(&g.s);
	assert_int_equal(v.title.ar.n, ROOM_TEXT_MAX);
}

/* --- properties --- */

/* What the test itself knows to be public. */
struct witness {
	struct generator *rnd;
	bool announced; /* the last vote of the open item */
	struct ballots public;
};

static void check_view(const struct given *g, const struct witness *w)
{
	struct room_view v = room_view(&g->s);

	if (!w->announced) {
		assert_no_result(&v);
		return;
	}
	if (v.scene != ROOM_RESULT) {
		assert_no_result(&v);
		return;
	}
	assert_figures(&v, w->public.votes_for, w->public.against, w->public.abstain);
}

static struct ballots random_ballots(struct generator *rnd, int64_t voters)
{
	struct ballots b;

	b.against = generate_between(rnd, 0, voters);
	b.abstain = generate_between(rnd, 0, voters - b.against);
	b.votes_for = voters - b.against - b.abstain;
	return b;
}

static void random_mark(struct given *g, struct vote_id vote, struct generator *rnd)
{
	int32_t member = (int32_t)generate_between(rnd, 1, 9);

	given_mark(g, vote, (struct numbers){&member, 1},
		(enum vote_value)generate_between(rnd, VALUE_NONE, VALUE_ABSTAIN));
}

/* One vote with anything that may happen to it, looked at after each act. */
static void random_vote(struct given *g, int64_t item, struct witness *w)
{
	bool hands = generate_chance(w->rnd, 50);
	struct vote_id vote = given_vote(g, item, hands ? VOTE_HANDS : VOTE_NAMED);
	struct witness before = *w;

	w->announced = false;
	check_view(g, w);
	for (int i = 0; i < 6; i++) {
		if (hands)
			given_count(g, vote, random_ballots(w->rnd, 9));
		else
			random_mark(g, vote, w->rnd);
		check_view(g, w);
	}
	given_closed(g, vote);
	check_view(g, w);
	for (int i = 0; i < 6; i++) {
		if (generate_chance(w->rnd, 50)) {
			given_announced(g, vote);
			w->announced = true;
			w->public = session_vote(&g->s, vote)->ballots;
		} else {
			given_corrected(g, vote, 0, VALUE_NONE, random_ballots(w->rnd, 9), "x");
		}
		check_view(g, w);
	}
	if (generate_chance(w->rnd, 30)) {
		given_void(g, vote, "x");
		*w = before; /* the vote before it, if any, counts again */
		check_view(g, w);
	}
}

static void no_figure_of_a_vote_is_seen_before_it_was_announced(void **state)
{
	struct arena *a = *state;
	struct generator rnd = generator_of(generate_seed(29), a);
	struct witness w = {.rnd = &rnd};
	struct given g;

	for (int round = 0; round < 60; round++) {
		begin(&g, a, 9);
		for (int64_t item = 1; item <= 5; item++) {
			given_treated(&g, EVENT_ITEM_OPENED, item);
			w.announced = false;
			check_view(&g, &w);
			random_vote(&g, item, &w);
			if (generate_chance(&rnd, 30))
				random_vote(&g, item, &w);
			given_treated(&g, EVENT_ITEM_CLOSED, item);
			check_view(&g, &w);
		}
	}
}

static bool same_text(const struct room_text *x, const struct room_text *y)
{
	return str_equal(room_str(x), room_str(y));
}

/* Every field that could tell how somebody voted. */
static bool same_view(const struct room_view *x, const struct room_view *y)
{
	return x->scene == y->scene && x->vote_over == y->vote_over && x->voters == y->voters &&
	       x->voted == y->voted && x->by_hands == y->by_hands && x->votes_for == y->votes_for &&
	       x->against == y->against && x->abstain == y->abstain && x->majority == y->majority &&
	       x->base.id == y->base.id && x->condition.id == y->condition.id &&
	       x->counted == y->counted && x->verdict == y->verdict &&
	       x->outcome.id == y->outcome.id && x->reason.id == y->reason.id &&
	       x->corrected == y->corrected && x->decisions == y->decisions && x->acts == y->acts &&
	       x->item_state.id == y->item_state.id && same_text(&x->title.ar, &y->title.ar) &&
	       memcmp(x->marks, y->marks, sizeof x->marks) == 0;
}

/* Two sessions that differ only in how members voted look the same until the announcement, even
 * when the item and then the sitting are closed without one. */
static void how_members_vote_does_not_show_before_the_announcement(void **state)
{
	struct arena *a = *state;
	struct generator rnd = generator_of(generate_seed(31), a);
	struct given g[2];
	struct room_view v[2];

	for (int round = 0; round < 40; round++) {
		for (int i = 0; i < 2; i++) {
			struct vote_id vote;

			begin(&g[i], a, 9);
			vote = vote_on(&g[i], 1, VOTE_NAMED);
			for (int32_t member = 1; member <= 9; member++)
				given_mark(&g[i], vote, (struct numbers){&member, 1},
					(enum vote_value)generate_between(
						&rnd, VALUE_FOR, VALUE_ABSTAIN));
			v[i] = room_view(&g[i].s);
		}
		assert_true(same_view(&v[0], &v[1]));
		for (int i = 0; i < 2; i++) {
			given_closed(&g[i], (struct vote_id){1, 1});
			v[i] = room_view(&g[i].s);
		}
		assert_true(same_view(&v[0], &v[1]));
		for (int i = 0; i < 2; i++) {
			given_treated(&g[i], EVENT_ITEM_CLOSED, 1);
			given_closing(&g[i], CLOSED_DONE);
			v[i] = room_view(&g[i].s);
		}
		assert_true(same_view(&v[0], &v[1]));
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(before_the_opening_the_room_rests),
	cmocka_unit_test(a_session_that_is_not_there_shows_nothing),
	cmocka_unit_test(the_roll_call_shows_who_is_needed),
	cmocka_unit_test(an_item_shows_its_place_and_title),
	cmocka_unit_test(an_open_vote_shows_how_many_have_voted_and_no_more),
	cmocka_unit_test(counted_hands_are_no_figure_for_the_room),
	cmocka_unit_test(an_announced_result_is_shown_with_its_reason),
	cmocka_unit_test(a_correction_is_not_seen_before_it_is_announced),
	cmocka_unit_test(a_correction_before_the_first_announcement_is_none_for_the_room),
	cmocka_unit_test(a_voided_vote_takes_its_result_off_the_screen),
	cmocka_unit_test(a_pause_says_why_and_since_when),
	cmocka_unit_test(the_closing_shows_head_and_signatures_once_frozen),
	cmocka_unit_test(a_new_sitting_does_not_show_the_last_item_of_the_one_before),
	cmocka_unit_test(a_long_title_is_cut_at_a_letter),
	cmocka_unit_test(no_figure_of_a_vote_is_seen_before_it_was_announced),
	cmocka_unit_test(how_members_vote_does_not_show_before_the_announcement),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
