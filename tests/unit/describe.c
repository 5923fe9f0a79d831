/* Every act in one sentence, in every language. */
#include "model/describe.h"

#include "locale/format.h"
#include "tests/arena.h"
#include "tests/generate.h"
#include "tests/given.h"
#include "tests/golden.h"
#include "tests/test.h"

static struct str said(const struct given *g, uint32_t n, enum lang lang)
{
	struct message m = describe_event(&g->s, &g->s.log.at[n], g->a);

	return format_plain(&m, lang, g->a);
}

static struct str last(const struct given *g, enum lang lang)
{
	return said(g, (uint32_t)g->s.log.n - 1, lang);
}

static struct str history(const struct given *g, enum lang lang)
{
	struct builder b;

	builder_init(&b, g->a);
	for (uint32_t n = 0; n < g->s.log.n; n++) {
		builder_add_int(&b, n);
		builder_add_z(&b, " ");
		builder_add(&b, said(g, n, lang));
		builder_add_char(&b, '\n');
	}
	return arena_str(g->a, builder_str(&b));
}

static void the_history_of_a_session_reads_well(void **state)
{
	struct given g;

	given_whole(&g, *state);
	given_frozen(&g);
	given_signed(&g, SIGNER_SECRETARY);
	golden_check("history-ar", history(&g, LANG_AR));
	golden_check("history-fr", history(&g, LANG_FR));
	golden_check("history-en", history(&g, LANG_EN));
}

static void every_kind_of_act_has_a_sentence(void **state)
{
	struct arena *a = *state;
	struct generator rnd = generator_of(generate_seed(17), a);
	struct session empty;

	session_init(&empty, a);
	for (int type = 0; type < EVENT_COUNT; type++) {
		for (int i = 0; i < 40; i++) {
			struct event e = generate_event_of(&rnd, (enum event_type)type);
			struct message m = describe_event(&empty, &e, a);

			for (int lang = 0; lang < LANG_COUNT; lang++) {
				struct str s = format_plain(&m, (enum lang)lang, a);

				if (s.n < 3)
					fail_msg("%s says nothing in %s", event_spec(e.type)->name,
						lang_code((enum lang)lang));
			}
		}
	}
}

static void a_mark_names_who_and_what(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;

	given_met(&g, a, 30);
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(&g, 2, VOTE_NAMED);
	given_mark(&g, vote, GIVEN_MEMBERS(24), VALUE_ABSTAIN);
	assert_text(a, last(&g, LANG_EN), "24 Membre 24 abstains");
	assert_text(a, last(&g, LANG_AR), "24 العضو 24: امتناع");
	given_mark(&g, vote, GIVEN_MEMBERS(3, 4), VALUE_AGAINST);
	assert_text(a, last(&g, LANG_EN), "03 Membre 3 and 04 Membre 4 vote against");
	given_mark(&g, vote, GIVEN_MEMBERS(3), VALUE_NONE);
	assert_text(a, last(&g, LANG_EN), "03 Membre 3: mark taken back");
	given_mark(&g, vote, GIVEN_MEMBERS(1, 2, 3, 5, 6, 7, 8), VALUE_FOR);
	assert_text(a, last(&g, LANG_EN), "7 members vote for");
	given_closed(&g, vote);
	assert_text(a, last(&g, LANG_EN), "vote closed: 7 for, 1 against, 1 abstains");
}

/* Figures are typed one by one, and "for" is the rest until it is counted: nobody counted what
 * stands there in between. Only what the vote is closed with is said to be a count. */
static void figures_of_a_show_of_hands_are_a_count_once_it_is_closed(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;
	uint32_t n;

	given_met(&g, a, 30);
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(&g, 2, VOTE_HANDS);
	n = (uint32_t)g.s.log.n;
	given_count(&g, vote, (struct ballots){15, 13, 0});
	assert_text(a, last(&g, LANG_EN), "show of hands, figures so far: for 15 and against 13");
	given_count(&g, vote, (struct ballots){15, 15, 0});
	assert_text(a, last(&g, LANG_EN), "show of hands, figures so far: for 15 and against 15");
	given_closed(&g, vote);
	assert_text(
		a, said(&g, n, LANG_EN), "show of hands, figures so far: for 15 and against 13");
	assert_text(
		a, said(&g, n + 1, LANG_EN), "show of hands: 15 for, 15 against, none abstaining");
}

static void an_announcement_says_what_was_announced_then(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	uint32_t first;
	struct given g;

	given_met(&g, a, 5);
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	vote = given_vote(&g, 1, VOTE_NAMED);
	given_all(&g, vote, VALUE_FOR);
	given_closed(&g, vote);
	given_announced(&g, vote);
	first = (uint32_t)g.s.log.n - 1;
	given_corrected(&g, vote, 4, VALUE_AGAINST, (struct ballots){4, 1, 0}, "misheard");
	assert_text(a, last(&g, LANG_EN),
		"vote of 04 Membre 4 corrected to against, now 4 for, 1 against, none abstaining: "
		"misheard");
	given_announced(&g, vote);
	assert_text(a, said(&g, first, LANG_EN),
		"item 1: announced, adopted unanimously: "
		"5 for, none against or abstaining");
	assert_text(a, last(&g, LANG_EN),
		"item 1: announced, adopted by the "
		"majority: 4 for, 1 against, none abstaining");
}

static void taking_back_names_the_act_and_taking_that_back_says_it_counts(void **state)
{
	struct arena *a = *state;
	struct given g;
	uint32_t act;

	given_met(&g, a, 5);
	given_ceremony(&g, CEREMONY_FATIHA);
	act = (uint32_t)g.s.log.n - 1;
	given_taken_back(&g, act, "not read");
	assert_text(a, last(&g, LANG_EN), "act 15 taken back (reading of the Fatiha): not read");
	given_taken_back(&g, (uint32_t)g.s.log.n - 1, "it was");
	assert_text(a, last(&g, LANG_EN), "act 15 counts again, act 16 taken back: it was");
}

static void an_arrival_after_the_roll_is_not_a_presence_at_it(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	given_presence(&g, EVENT_MEMBER_ARRIVED, GIVEN_MEMBERS(2));
	assert_text(a, last(&g, LANG_EN), "02 Membre 2: present");
	given_quorum(&g, GIVEN_MEMBERS(5));
	given_presence(&g, EVENT_MEMBER_ARRIVED, GIVEN_MEMBERS(5));
	assert_text(a, last(&g, LANG_EN), "05 Membre 5: arrived");
}

static struct str state_of(const struct given *g, int64_t item)
{
	struct message m = describe_item_state(&g->s, session_item(&g->s, item));

	return format_plain(&m, LANG_EN, g->a);
}

static void an_item_says_where_it_stands(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;

	given_met(&g, a, 5);
	assert_text(a, state_of(&g, 1), "waiting");
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	assert_text(a, state_of(&g, 1), "open");
	vote = given_vote(&g, 1, VOTE_HANDS);
	assert_text(a, state_of(&g, 1), "vote open");
	given_count(&g, vote, (struct ballots){2, 3, 0});
	given_closed(&g, vote);
	assert_text(a, state_of(&g, 1), "not adopted");
	given_treated(&g, EVENT_ITEM_CLOSED, 1);
	given_put_off(&g, EVENT_ITEM_WITHDRAWN, 2, "x");
	assert_text(a, state_of(&g, 2), "withdrawn");
	given_put_off(&g, EVENT_ITEM_POSTPONED, 3, "x");
	assert_text(a, state_of(&g, 3), "postponed");
	given_treated(&g, EVENT_ITEM_OPENED, 4);
	given_treated(&g, EVENT_ITEM_NOTED, 4);
	assert_text(a, state_of(&g, 4), "note taken");
	given_treated(&g, EVENT_ITEM_CLOSED, 4);
	given_closing(&g, CLOSED_DONE);
	assert_text(a, state_of(&g, 5), "not decided");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_history_of_a_session_reads_well),
	cmocka_unit_test(every_kind_of_act_has_a_sentence),
	cmocka_unit_test(a_mark_names_who_and_what),
	cmocka_unit_test(figures_of_a_show_of_hands_are_a_count_once_it_is_closed),
	cmocka_unit_test(an_announcement_says_what_was_announced_then),
	cmocka_unit_test(taking_back_names_the_act_and_taking_that_back_says_it_counts),
	cmocka_unit_test(an_arrival_after_the_roll_is_not_a_presence_at_it),
	cmocka_unit_test(an_item_says_where_it_stands),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)
