/* Deciding votes, what is beyond the ordinary: a tie voted on again, the roll called in an order,
 * several items in one vote, explanations and reservations. */
#include "model/roll.h"
#include "tests/assembly.h"
#include "tests/minuted.h"

/* A vote under a rule the profile of the sample does not have. */
static void opened_with(struct assembly *t, int64_t members, enum tie_rule tie)
{
	int32_t voters[32];
	struct vote_opened o = {.vote = {1, 1},
		.kind = VOTE_HANDS,
		.voters = {voters, (size_t)members},
		.base = BASE_VOTERS,
		.tie = (int)tie,
		.threshold_num = 1,
		.threshold_den = 2};

	for (int i = 0; i < members; i++)
		voters[i] = i + 1;
	assert_true(assembly_force(t, EVENT_VOTE_OPENED, &o));
}

static void a_tie_to_be_voted_on_again_leaves_the_item_undecided(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	opened_with(t, 6, TIE_SECOND_VOTE);
	given(t, "vote.count for=3 against=3 abstain=0", "vote.close", "vote.announce");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_TIE_AGAIN);
	assert_false(item_decided(session_item(&t->session, 1)));
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_VOTE_OPEN);
	refused(t, "item.close", "undecided");
}

static void the_second_vote_has_no_third(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	opened_with(t, 6, TIE_SECOND_VOTE);
	given(t, "vote.count for=3 against=3 abstain=0", "vote.close", "vote.open kind=hands");
	assert_int_equal(session_open_vote(&t->session)->rule.tie, TIE_REJECTED);
	given(t, "vote.count for=3 against=3 abstain=0", "vote.close");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_REJECTED);
	assert_true(item_decided(session_item(&t->session, 1)));
	refused(t, "vote.open kind=hands", "decided");
	/* One matter, one result that counts. */
	refused(t, "vote.correct vote=1/1 for=4 against=2 reason=r", "voted-again");
	given(t, "vote.void vote=1/2 reason=r", "vote.correct vote=1/1 for=4 against=2 reason=r");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_ADOPTED);
}

/* --- roll call --- */

static void called(const struct assembly *t, const char *order)
{
	const struct vote *vote = session_open_vote(&t->session);
	char text[64] = "";

	assert_non_null(vote);
	for (size_t i = 0; i < vote->voters.n; i++) {
		char number[8];

		(void)snprintf(number, sizeof number, "%s%d", i ? " " : "", (int)roll_at(vote, i));
		strncat(text, number, sizeof text - strlen(text) - 1);
	}
	assert_string_equal(text, order);
}

static void again(struct assembly *t, const char *open, const char *order)
{
	given(t, open);
	called(t, order);
	given(t, "vote.void reason=r");
}

static void a_roll_is_called_by_number_from_a_seat_the_chair_last(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	again(t, "vote.open kind=roll-call", "1 2 3 4 5");
	again(t, "vote.open kind=roll-call first=4", "4 5 1 2 3");
	again(t, "vote.open kind=roll-call chair_last=yes", "2 3 4 5 1");
	again(t, "vote.open kind=roll-call first=4 chair_last=yes", "4 5 2 3 1");
	/* Who is not there is not called; voters still stand by number. */
	given(t, "attendance.left member=2 secretary=3", "vote.open kind=roll-call first=4");
	called(t, "4 5 1 3");
	assert_int_equal(session_open_vote(&t->session)->voters.at[0], 1);
}

static void named(struct assembly *t, int number, const char *ar, const char *fr)
{
	struct command c = command_of(CMD_MEMBER_REGISTER);

	c.arg.member_register =
		(struct member){.number = number, .name_ar = str_of(ar), .name_fr = str_of(fr)};
	c.arg.member_register.office = number == 2 ? OFFICE_RAPPORTEUR : OFFICE_MEMBER;
	assert_int_equal(assembly_send(t, &c), VERDICT_DONE);
}

static void a_roll_is_called_in_the_order_of_the_arabic_alphabet(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 7);
	named(t, 1, "يوسف برادة", "Youssef Berrada");
	named(t, 2, "أحمد الوزاني", "Ahmed Ouazzani");
	named(t, 3, "إبراهيم قصري", "Brahim Kasri");
	named(t, 4, "بوشعيب حرفي", "Bouchaïb Hirafi");
	named(t, 5, "", "Élise Amrani");
	named(t, 6, "مُحمد الدباغ", "Mohamed Debbagh");
	named(t, 7, "محسن ترزي", "Mohcine Terzi");
	given(t, "sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present");
	/* Forms of alif and vowel signs make no difference; a name in French comes after. */
	again(t, "vote.open kind=roll-call order=name", "3 2 4 7 6 1 5");
	again(t, "vote.open kind=roll-call letter=م", "7 6 1 5 3 2 4");
	again(t, "vote.open kind=roll-call letter=ح", "7 6 1 5 3 2 4");
	again(t, "vote.open kind=roll-call letter=é", "5 3 2 4 7 6 1");
	again(t, "vote.open kind=roll-call order=name first=4 chair_last=yes", "4 7 6 5 3 2 1");
}

static void a_list_of_names_is_that_of_a_moroccan_clerk(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 8);
	named(t, 1, "الحسين الوردي", "");
	named(t, 2, "حسن برادة", "");
	named(t, 3, "عبدالله بناني", "");
	named(t, 4, "عبد الله العلوي", "");
	named(t, 5, "عبد الرحيم تازي", "");
	named(t, 6, "العربي زروال", "");
	named(t, 7, "فاطمة أوحدو", "");
	named(t, 8, "فاطمه اوحدا", "");
	given(t, "sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present");
	/* al- does not count, عبد الله is عبدالله, ta marbuta is ha, hamza is its alif. */
	again(t, "vote.open kind=roll-call order=name", "2 1 5 3 4 6 8 7");
}

static void an_order_that_cannot_be_is_refused(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	refused(t, "vote.open kind=named first=3", "not-roll-call");
	refused(t, "vote.open kind=hands chair_last=yes", "not-roll-call");
	refused(t, "vote.open kind=roll-call first=3 letter=م", "two-starts");
	refused(t, "vote.open kind=roll-call letter=مح", "bad-letter");
	refused(t, "vote.open kind=roll-call letter=7", "bad-letter");
	refused(t, "vote.open kind=roll-call first=9", "unknown-member");
	given(t, "attendance.left member=3");
	refused(t, "vote.open kind=roll-call first=3", "not-here");
}

static void the_call_goes_round_those_who_are_missing(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_item(t, 4);
	given(t, "vote.open kind=roll-call first=3");
	vote = session_open_vote(&t->session);
	assert_int_equal(roll_next(vote, 0), 3);
	given(t, "vote.cast member=3 value=for");
	vote = session_open_vote(&t->session);
	assert_int_equal(roll_next(vote, vote->last_marked), 4);
	given(t, "vote.cast member=1 value=against"); /* out of turn */
	vote = session_open_vote(&t->session);
	assert_int_equal(roll_next(vote, vote->last_marked), 2);
	given(t, "vote.cast member=2 value=abstain");
	vote = session_open_vote(&t->session);
	assert_int_equal(roll_next(vote, vote->last_marked), 4);
	refused(t, "vote.close", "missing");
	given(t, "vote.cast member=4 value=for", "vote.close");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_REJECTED); /* 2 of 4 */
}

static void an_order_that_names_no_voter_is_no_fact(void **state)
{
	struct assembly *t = *state;
	const int32_t voters[] = {1, 2, 3}, twice[] = {1, 2, 2};
	const struct vote_opened o = {.vote = {1, 1},
		.kind = VOTE_ROLL_CALL,
		.voters = {voters, 3},
		.threshold_num = 1,
		.threshold_den = 2,
		.order = {twice, 3}};

	assembly_item(t, 3);
	assert_false(assembly_force(t, EVENT_VOTE_OPENED, &o));
}

/* --- blocks --- */

static void a_block_decides_each_of_its_items(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 5);
	then(t, "vote.block item=1,3,4", "vote.opened vote.all_marked vote.closed");
	for (int64_t number = 1; number <= 4; number++) {
		const struct item *item = session_item(s, session_agenda_key(s, number));

		if (number == 2)
			continue;
		assert_int_equal(item->state, ITEM_IS_CLOSED);
		assert_int_equal(item_vote(item)->outcome, OUTCOME_UNANIMOUS);
		assert_int_equal(
			session_decision_number(s, item_vote(item)), number == 1 ? 1 : number - 1);
	}
	assert_false(item_decided(session_item(s, session_agenda_key(s, 2))));
	assert_int_equal(step_next(&t->world, &t->scratch).command.type, CMD_VOTE_ANNOUNCE);
	refused(t, "vote.block item=2,5", "not-announced");
	given(t, "vote.announce");
	assert_true(item_vote(session_item(s, 4))->announced);
	then(t, "item.open item=2", "item.opened");
}

/* Nobody could read in the minutes what was adopted: asked once, and minuted. A line, a party or a
 * text is enough. */
static void a_matter_of_a_title_alone_is_asked_about_and_minuted(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=budget title_ar=ميزانية title_fr=\"Budget nu\"",
		"item.add kind=agreement title_ar=اتفاقية title_fr=\"Convention nue\"",
		"item.add kind=agreement title_ar=اتفاقية title_fr=Autre",
		"item.add kind=budget title_ar=ميزانية title_fr=Lignes",
		"agreement.party item=8 name_ar=جهة name_fr=Région role=funder",
		"budget.line item=9 code=10 part=revenue "
		"title_ar=موارد title_fr=Ressources amount=1000");
	assembly_meet(t);
	given(t, "item.open item=6", "item.present item=6");
	asked(t, "vote.open kind=hands", "bare");
	asked(t, "vote.unanimous", "bare");
	given(t, "vote.unanimous confirm=bare", "vote.announce");
	assert_int_equal(item_vote(session_item(&t->session, 6))->outcome, OUTCOME_UNANIMOUS);
	asked(t, "vote.block item=3,7,8", "bare");
	given(t, "vote.block item=3,7,8 confirm=bare", "vote.announce", "item.open item=9",
		"item.present item=9", "vote.unanimous");
	assert_minuted(t, LANG_EN,
		"nothing but the title was registered of item 6 of the agenda: Budget nu.");
	assert_minuted(t, LANG_EN,
		"nothing but the title was registered of item 7 of the agenda: Convention nue.");
}

static void a_block_is_voided_and_taken_back_as_a_whole(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 5);
	given(t, "vote.block item=1,3", "vote.announce", "vote.void vote=3/1 reason=r");
	assert_int_equal(session_item(s, 1)->state, ITEM_IS_WAITING);
	assert_int_equal(session_item(s, 3)->state, ITEM_IS_WAITING);
	assert_int_equal(session_vote(s, (struct vote_id){1, 1})->state, VOTE_IS_VOID);
	assert_int_equal(session_vote(s, (struct vote_id){3, 1})->state, VOTE_IS_VOID);
	given(t, "vote.block item=3,1");
	assert_int_equal(session_decision_number(s, item_vote(session_item(s, 3))), 1);
	assert_int_equal(session_decision_number(s, item_vote(session_item(s, 1))), 2);
	then(t, "correction.make event=16 reason=r", "act.corrected act.corrected act.corrected");
	assert_int_equal(session_item(s, 1)->state, ITEM_IS_WAITING);
	assert_int_equal(s->open_vote.item, 0);
}

static void a_vote_of_a_block_is_corrected_for_all_of_it(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 5);
	given(t, "vote.block item=1,3", "vote.correct vote=3/1 member=2 value=against reason=r");
	assert_int_equal(item_vote(session_item(s, 1))->ballots.against, 1);
	assert_int_equal(item_vote(session_item(s, 3))->ballots.against, 1);
	assert_int_equal(item_vote(session_item(s, 3))->outcome, OUTCOME_ADOPTED);
	assert_int_equal(item_vote(session_item(s, 3))->mends.n, 1);
}

static void what_is_no_block_is_refused(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	refused(t, "vote.block item=1,2", "no-sitting");
	given(t, "sitting.open chair=1 secretary=2", "attendance.all");
	refused(t, "vote.block item=1,2", "no-quorum-act");
	given(t, "quorum.record");
	refused(t, "vote.block item=1", "one-item");
	refused(t, "vote.block item=1,2,1", "double-number");
	refused(t, "vote.block item=1,9", "unknown-item");
	given(t, "item.open item=1", "item.present");
	refused(t, "vote.block item=2,3", "undecided");
	given(t, "vote.unanimous", "vote.announce");
	refused(t, "vote.block item=1,2", "block-open");
	then(t, "vote.block item=2,3", "item.closed vote.opened vote.all_marked vote.closed");
	given(t, "vote.announce");
	refused(t, "vote.block item=3,4", "item-treated");
}

static void a_block_has_one_majority(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	t->session.rules.by_kind[ITEM_BUDGET].base = BASE_IN_OFFICE; /* no such profile here */
	refused(t, "vote.block item=1,2,4", "block-majority");
	t->session.rules.by_kind[ITEM_BUDGET].base = BASE_VOTERS;
	then(t, "vote.block item=1,2", "vote.opened vote.all_marked vote.closed");
}

static void a_block_without_quorum_asks(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "attendance.left member=3,4,5");
	asked(t, "vote.block item=1,2", "no-quorum");
	then(t, "vote.block item=1,2 confirm=no-quorum",
		"quorum.lost vote.opened vote.all_marked vote.closed");
}

static void nobody_present_adopts_no_block(void **state)
{
	struct assembly *t = *state;
	const struct members_ref all = {{(const int32_t[]){1, 2, 3}, 3}};

	assembly_sitting(t, 3);
	assert_true(assembly_force(t, EVENT_MEMBER_LEFT, &all));
	refused(t, "vote.block item=1,2 confirm=no-quorum", "nobody");
}

static void a_block_of_the_same_item_is_no_fact(void **state)
{
	struct assembly *t = *state;
	const int32_t voters[] = {1, 2, 3}, items[] = {1, 2, 2};
	const struct vote_opened o = {.vote = {1, 1},
		.voters = {voters, 3},
		.threshold_num = 1,
		.threshold_den = 2,
		.block = {items, 3}};

	assembly_sitting(t, 3);
	assert_false(assembly_force(t, EVENT_VOTE_OPENED, &o));
}

/* --- explanations and reservations --- */

static void what_a_member_explains_stays_with_the_vote(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_item(t, 4);
	given(t, "attendance.left member=4", "vote.open kind=named", "vote.all value=for",
		"vote.explain kind=explanation member=2 lang=fr content=\"Je vote pour.\"",
		"vote.close", "vote.explain kind=reservation member=4 lang=ar content=\"أتحفظ.\"");
	refused(t, "vote.explain lang=ar kind=explanation member=4 content=x", "not-voter");
	refused(t, "vote.explain lang=ar kind=reservation member=9 content=x", "unknown-member");
	vote = session_vote(&t->session, (struct vote_id){1, 1});
	assert_int_equal(vote->statements.n, 2);
	assert_int_equal(vote->statements.at[1].is.member, 4);
	given(t, "vote.void reason=r");
	refused(t, "vote.explain lang=ar kind=reservation member=2 content=x", "no-vote");
	refused(t, "vote.explain lang=ar vote=1/1 kind=reservation member=2 content=x", "no-vote");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_tie_to_be_voted_on_again_leaves_the_item_undecided),
		CASE(the_second_vote_has_no_third),
		CASE(a_roll_is_called_by_number_from_a_seat_the_chair_last),
		CASE(a_roll_is_called_in_the_order_of_the_arabic_alphabet),
		CASE(a_list_of_names_is_that_of_a_moroccan_clerk),
		CASE(an_order_that_cannot_be_is_refused),
		CASE(the_call_goes_round_those_who_are_missing),
		CASE(an_order_that_names_no_voter_is_no_fact),
		CASE(a_block_decides_each_of_its_items),
		CASE(a_matter_of_a_title_alone_is_asked_about_and_minuted),
		CASE(a_block_is_voided_and_taken_back_as_a_whole),
		CASE(a_vote_of_a_block_is_corrected_for_all_of_it),
		CASE(what_is_no_block_is_refused),
		CASE(a_block_has_one_majority),
		CASE(a_block_without_quorum_asks),
		CASE(nobody_present_adopts_no_block),
		CASE(a_block_of_the_same_item_is_no_fact),
		CASE(what_a_member_explains_stays_with_the_vote),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
