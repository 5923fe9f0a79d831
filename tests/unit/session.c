/* The fold of a session's stream: what it refuses, what it only remarks, what is read from it. */
#include "tests/assembly.h"

#include "tests/dump.h"

static struct session *s_of(struct assembly *t)
{
	return &t->session;
}

/* --- what contradicts the acts before it --- */

static void a_stream_begins_with_the_creation_and_is_counted(void **state)
{
	struct assembly *t = *state;
	struct event e = {.type = EVENT_CEREMONY_HELD};
	struct session s;

	session_init(&s, &t->arena);
	assert_false(session_apply(&s, &e));
	session_init(&s, &t->arena);
	e = (struct event){.type = EVENT_SESSION_CREATED, .n = 1};
	assert_false(session_apply(&s, &e));
	session_init(&s, &t->arena);
	e.n = 0;
	assert_true(session_apply(&s, &e));
	assert_true(s.exists);
	e.n = 1; /* a second creation */
	assert_false(session_apply(&s, &e));
}

static void a_number_left_out_is_noticed(void **state)
{
	struct assembly *t = *state;
	struct event e = {.type = EVENT_ITEM_ADDED, .n = 99};

	assembly_session(t, 3);
	e.body.item_added = (struct item_text){.item = 6, .title_fr = STR("A")};
	assert_false(session_apply(s_of(t), &e));
}

static void facts_of_the_chamber_do_not_belong_here(void **state)
{
	struct assembly *t = *state;
	const struct key_retired r = {.certificate = {{1}}, .reason = STR("r")};

	assembly_session(t, 3);
	assert_false(assembly_force(t, EVENT_KEY_RETIRED, &r));
}

/* Each of these is refused in a sitting of three with item 1 open and presented. */
static void a_fact_that_cannot_be_is_refused(void **state)
{
	const int32_t nine[] = {9}, one[] = {1}, twice[] = {1, 1};
	const struct {
		enum event_type type;
		union event_body body;
	} wrong[] = {
		{EVENT_SESSION_OPENED, {.session_opened = {.call = 1, .profile = STR("18.09")}}},
		{EVENT_SITTING_OPENED, {.sitting_opened = {.sitting = 2, .chair = 1}}},
		{EVENT_CHAIR_CHANGED, {.chair_changed = {9, STR("r")}}},
		{EVENT_SECRETARY_CHANGED, {.secretary_changed = {.member = 9}}},
		{EVENT_SECRETARY_CHANGED, {.secretary_changed = {.reason = STR("r")}}},
		{EVENT_GUEST_NOTED, {.guest_noted = {.guest = 2}}},
		{EVENT_MEMBER_ADDED, {.member_added = {{.number = 3}, STR("r")}}},
		{EVENT_MEMBER_ARRIVED, {.member_arrived = {{nine, 1}}}},
		{EVENT_MEMBER_LEFT, {.member_left = {{twice, 2}}}},
		{EVENT_ITEM_ADDED, {.item_added = {.item = 7, .title_fr = STR("A")}}},
		{EVENT_ITEM_CHANGED, {.item_changed = {.item = 7, .title_fr = STR("A")}}},
		{EVENT_ITEM_MOVED, {.item_moved = {1, 6}}},
		{EVENT_ITEM_MOVED, {.item_moved = {7, 1}}},
		{EVENT_ITEM_REMOVED, {.item_removed = {1}}},
		{EVENT_BUDGET_LINE_SET, {.budget_line_set = {.item = 1, .code = STR("1")}}},
		{EVENT_ITEM_OPENED, {.item_opened = {2}}},
		{EVENT_ITEM_PRESENTED, {.item_presented = {2, 0}}},
		{EVENT_ITEM_PRESENTED, {.item_presented = {1, 9}}},
		{EVENT_ITEM_DISCUSSED, {.item_discussed = {2}}},
		{EVENT_ITEM_NOTED, {.item_noted = {2}}},
		{EVENT_ITEM_CLOSED, {.item_closed = {2}}},
		{EVENT_ITEM_POSTPONED, {.item_postponed = {7, STR("r"), 0}}},
		{EVENT_TEXT_KEPT, {.text_kept = {.text = 2, .content = STR("x")}}},
		{EVENT_TEXT_KEPT, {.text_kept = {.text = 1, .item = 7, .content = STR("x")}}},
		{EVENT_TEXT_KEPT, {.text_kept = {.text = 1, .guest = 1, .content = STR("x")}}},
		{EVENT_TEXT_KEPT, {.text_kept = {.text = 1, .member = 9, .content = STR("x")}}},
		{EVENT_VOTE_OPENED,
			{.vote_opened = {.vote = {2, 1}, .voters = {one, 1}, .threshold_den = 2}}},
		{EVENT_VOTE_OPENED,
			{.vote_opened = {.vote = {1, 2}, .voters = {one, 1}, .threshold_den = 2}}},
		{EVENT_VOTE_OPENED,
			{.vote_opened = {.vote = {1, 1}, .voters = {nine, 1}, .threshold_den = 2}}},
		{EVENT_VOTE_OPENED, {.vote_opened = {.vote = {1, 1},
					     .voters = {twice, 2},
					     .threshold_den = 2}}},
		{EVENT_VOTE_ALL_MARKED, {.vote_all_marked = {{1, 1}, VALUE_FOR}}},
		{EVENT_VOTE_MARKED, {.vote_marked = {{1, 1}, {one, 1}, VALUE_FOR}}},
		{EVENT_VOTE_COUNTED, {.vote_counted = {.vote = {1, 1}}}},
		{EVENT_VOTE_SIDED, {.vote_sided = {{1, 1}, VALUE_FOR}}},
		{EVENT_VOTE_CLOSED, {.vote_closed = {.vote = {1, 1}}}},
		{EVENT_VOTE_ANNOUNCED, {.vote_announced = {{1, 1}}}},
		{EVENT_VOTE_CORRECTED, {.vote_corrected = {.vote = {1, 1}, .reason = STR("r")}}},
		{EVENT_VOTE_VOIDED, {.vote_voided = {{1, 1}, STR("r")}}},
		{EVENT_SITTING_RESUMED, {.sitting_resumed = {1}}},
		{EVENT_SITTING_CLOSED, {.sitting_closed = {CLOSED_DONE, STR("")}}},
		{EVENT_RECORD_SIGNED, {.record_signed = {.certificate = {{1}}, .file = {{1}}}}},
		{EVENT_RECORD_WITHDRAWN, {.record_withdrawn = {.reason = STR("r")}}},
		{EVENT_ACT_CORRECTED, {.act_corrected = {999, STR("r")}}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct assembly t;
		bool taken;

		assembly_open(&t);
		assembly_item(&t, 3);
		taken = assembly_force(&t, wrong[i].type, &wrong[i].body);
		assembly_close(&t);
		if (taken)
			fail_msg("fact %zu, %s, was taken", i, event_spec(wrong[i].type)->name);
	}
}

/* Each of these is refused while a vote by hands of three is open. */
static void a_vote_takes_only_its_own_facts(void **state)
{
	const int32_t one[] = {1}, two[] = {2};
	const struct {
		enum event_type type;
		union event_body body;
	} wrong[] = {
		{EVENT_VOTE_COUNTED, {.vote_counted = {.vote = {1, 1}, .votes_for = 4}}},
		{EVENT_VOTE_ALL_MARKED, {.vote_all_marked = {{1, 1}, VALUE_FOR}}},
		{EVENT_VOTE_MARKED, {.vote_marked = {{1, 1}, {one, 1}, VALUE_FOR}}},
		{EVENT_VOTE_SIDED, {.vote_sided = {{1, 1}, VALUE_FOR}}}, /* nothing counted */
		{EVENT_VOTE_CLOSED, {.vote_closed = {.vote = {1, 1}, .votes_for = 4}}},
		{EVENT_VOTE_ANNOUNCED, {.vote_announced = {{1, 1}}}},
		{EVENT_VOTE_CORRECTED, {.vote_corrected = {.vote = {1, 1}, .reason = STR("r")}}},
		{EVENT_VOTE_OPENED,
			{.vote_opened = {.vote = {1, 2}, .voters = {two, 1}, .threshold_den = 2}}},
		{EVENT_ITEM_CLOSED, {.item_closed = {1}}},
		{EVENT_ITEM_NOTED, {.item_noted = {1}}},
		{EVENT_ITEM_POSTPONED, {.item_postponed = {1, STR("r"), 0}}},
		{EVENT_SITTING_SUSPENDED, {.sitting_suspended = {SUSPENDED_BREAK, STR("")}}},
		{EVENT_SITTING_CLOSED, {.sitting_closed = {CLOSED_DONE, STR("")}}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct assembly t;
		bool taken;

		assembly_open(&t);
		assembly_item(&t, 3);
		given(&t, "vote.open kind=hands");
		taken = assembly_force(&t, wrong[i].type, &wrong[i].body);
		assembly_close(&t);
		if (taken)
			fail_msg("fact %zu, %s, was taken", i, event_spec(wrong[i].type)->name);
	}
}

static void a_roster_holds_nobody_twice(void **state)
{
	struct assembly *t = *state;
	struct member twice[] = {{.number = 1}, {.number = 1}};
	struct session_opened o = {.call = 1, .profile = STR("18.09")};

	assembly_session(t, 3);
	o.rules = world_rules(&t->world)->rules;
	o.roster = (struct list){twice, 2};
	assert_false(assembly_force(t, EVENT_SESSION_OPENED, &o));
}

static void rules_that_cannot_be_read_open_no_session(void **state)
{
	struct assembly *t = *state;
	struct member one[] = {{.number = 1}};
	struct rule_text rules[] = {{.key = STR("quorum.threshold"), .value = STR("half")}};
	const struct session_opened o = {
		.call = 1, .profile = STR("x"), .roster = {one, 1}, .rules = {rules, 1}};

	assembly_session(t, 3);
	assert_false(assembly_force(t, EVENT_SESSION_OPENED, &o));
}

static void a_frozen_record_stands_still(void **state)
{
	struct assembly *t = *state;
	struct signer signer[] = {{.role = SIGNER_SECRETARY, .certificate = {{1}}}};
	const struct record_frozen f = {.signers = {signer, 1}};
	const struct ceremony_held c = {CEREMONY_QURAN};

	assembly_sitting(t, 3);
	given(t, "sitting.close confirm=untreated");
	assert_true(assembly_force(t, EVENT_RECORD_FROZEN, &f));
	assert_false(assembly_force(t, EVENT_CEREMONY_HELD, &c));
}

static void a_signature_is_of_the_next_signer_and_certificate(void **state)
{
	struct signer signer[] = {{.role = SIGNER_SECRETARY, .certificate = {{1}}}};
	const struct record_frozen f = {.signers = {signer, 1}};
	const struct record_signed wrong[] = {
		{.role = SIGNER_PRESIDENT, .certificate = {{1}}, .file = {{1}}},
		{.role = SIGNER_SECRETARY, .certificate = {{2}}, .file = {{1}}},
	};
	const struct record_signed right = {
		.role = SIGNER_SECRETARY, .certificate = {{1}}, .file = {{1}}};

	(void)state;
	for (size_t i = 0; i <= ARRAY_LEN(wrong); i++) {
		struct assembly t;
		bool taken;

		assembly_open(&t);
		assembly_sitting(&t, 3);
		given(&t, "sitting.close confirm=untreated");
		assert_true(assembly_force(&t, EVENT_RECORD_FROZEN, &f));
		taken = assembly_force(
			&t, EVENT_RECORD_SIGNED, i < ARRAY_LEN(wrong) ? &wrong[i] : &right);
		assert_int_equal(taken, i == ARRAY_LEN(wrong));
		assert_int_equal(taken, t.session.phase == PHASE_SEALED);
		assembly_close(&t);
	}
}

/* --- what does not follow is remarked and stands --- */

static void a_recorded_outcome_that_does_not_follow_stands_and_is_a_finding(void **state)
{
	struct assembly *t = *state;
	const struct vote_closed c = {.vote = {1, 1},
		.votes_for = 3,
		.voters = 3,
		.needed = 2,
		.outcome = OUTCOME_REJECTED};

	assembly_item(t, 3);
	given(t, "vote.open kind=named", "vote.all value=for");
	assert_true(assembly_force(t, EVENT_VOTE_CLOSED, &c));
	assert_int_equal(t->session.findings.n, 1);
	assert_int_equal(t->session.findings.at[0].n, t->session_lines.n - 1);
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_REJECTED);
}

static void a_recorded_quorum_that_does_not_follow_is_a_finding(void **state)
{
	struct assembly *t = *state;
	const struct quorum_recorded q = {.present = 3, .in_office = 3, .needed = 2, .met = true};

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2");
	assert_true(assembly_force(t, EVENT_QUORUM_RECORDED, &q));
	assert_int_equal(t->session.findings.n, 1);
}

static void a_correction_that_does_not_follow_is_a_finding(void **state)
{
	struct assembly *t = *state;
	const struct vote_corrected c = {.vote = {1, 1},
		.member = 2,
		.value = VALUE_AGAINST,
		.votes_for = 2,
		.against = 1,
		.needed = 2,
		.outcome = OUTCOME_UNANIMOUS,
		.reason = STR("r")};

	assembly_item(t, 3);
	given(t, "vote.unanimous");
	assert_true(assembly_force(t, EVENT_VOTE_CORRECTED, &c));
	assert_int_equal(t->session.findings.n, 1);
}

static void a_vote_closed_with_a_voter_missing_is_a_finding(void **state)
{
	struct assembly *t = *state;
	const struct vote_closed c = {.vote = {1, 1},
		.votes_for = 2,
		.voters = 2,
		.needed = 2,
		.outcome = OUTCOME_ADOPTED};

	assembly_item(t, 3);
	given(t, "vote.open kind=hands", "vote.count for=2 against=0 abstain=0");
	assert_true(assembly_force(t, EVENT_VOTE_CLOSED, &c));
	assert_int_equal(t->session.findings.n, 1);
}

/* --- reading --- */

static void what_is_not_there_is_not_found(void **state)
{
	struct assembly *t = *state;
	const struct session *s = s_of(t);

	assembly_session(t, 3);
	assert_null(session_item(s, 0));
	assert_null(session_item(s, 6));
	assert_null(session_item(s, -1));
	assert_int_equal(session_agenda_number(s, 9), 0);
	assert_int_equal(session_agenda_key(s, 0), 0);
	assert_int_equal(session_agenda_key(s, 6), 0);
	assert_null(session_vote(s, (struct vote_id){1, 1}));
	assert_null(session_vote(s, (struct vote_id){1, 0}));
	assert_null(session_open_vote(s));
	assert_null(session_seat(s, 1));
	assert_null(session_sitting(s));
	assert_null(session_unannounced(s));
	assert_int_equal(session_seat_name(s, 1).ar.n, 0);
	assert_int_equal(session_quorum_needed(s), 0);
	assert_false(session_has_quorum(s));
	assert_null(item_vote(session_item(s, 1)));
}

static void a_title_stands_in_for_a_short_one(void **state)
{
	struct assembly *t = *state;
	const struct item *item;

	assembly_session(t, 3);
	given(t, "item.change item=1 short_fr=Conv");
	item = session_item(s_of(t), 1);
	assert_true(str_is(item_short(item).fr, "Conv"));
	assert_true(str_is(item_short(item).ar, "اتفاقية"));
	assert_true(str_is(item_title(item).fr, "Convention"));
}

static void presences_are_counted(void **state)
{
	struct assembly *t = *state;
	const struct session *s = s_of(t);

	assembly_session(t, 7);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2,3",
		"attendance.absent member=4", "attendance.absent member=5,6 excused=yes",
		"attendance.left member=3");
	assert_int_equal(session_count(s, PRESENCE_HERE), 2);
	assert_int_equal(session_count(s, PRESENCE_LEFT), 1);
	assert_int_equal(session_count(s, PRESENCE_ABSENT), 1);
	assert_int_equal(session_count(s, PRESENCE_EXCUSED), 2);
	assert_int_equal(session_count(s, PRESENCE_UNKNOWN), 1);
	assert_int_equal(session_in_office(s), 7);
	assert_int_equal(session_quorum_needed(s), 4);
}

static void what_a_vote_says_is_read_as_it_grows(void **state)
{
	struct assembly *t = *state;
	const struct vote *vote;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.cast member=1,4 value=for",
		"vote.cast member=2 value=against", "vote.cast member=4 value=abstain");
	vote = session_open_vote(s_of(t));
	assert_int_equal(vote_ballots(vote).votes_for, 1);
	assert_int_equal(vote_ballots(vote).against, 1);
	assert_int_equal(vote_ballots(vote).abstain, 1);
	assert_int_equal(vote_missing(vote), 2);
	assert_int_equal(vote_mark(vote, 4), VALUE_ABSTAIN);
	assert_int_equal(vote_mark(vote, 5), VALUE_NONE);
	assert_int_equal(vote_mark(vote, 99), VALUE_NONE);
	assert_int_equal(session_chair_side(vote), VALUE_FOR);
	assert_false(item_decided(session_item(s_of(t), 1)));
}

static void leaving_out_an_act_leaves_the_session_alone(void **state)
{
	struct assembly *t = *state;
	struct session without;
	const char *before;

	assembly_sitting(t, 3);
	given(t, "attendance.left member=3");
	before = assembly_dump(t);
	assert_true(session_without(s_of(t), (uint32_t)t->session.log.n - 1, &without, &t->arena));
	assert_string_equal(before, assembly_dump(t));
	assert_int_equal(session_count(&without, PRESENCE_HERE), 3);
	assert_false(session_without(s_of(t), 7, &without, &t->arena));
	assert_true(without.blocked_by > 7);
	assert_string_equal(before, assembly_dump(t));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_stream_begins_with_the_creation_and_is_counted),
		CASE(a_number_left_out_is_noticed),
		CASE(facts_of_the_chamber_do_not_belong_here),
		CASE(a_fact_that_cannot_be_is_refused),
		CASE(a_vote_takes_only_its_own_facts),
		CASE(a_roster_holds_nobody_twice),
		CASE(rules_that_cannot_be_read_open_no_session),
		CASE(a_frozen_record_stands_still),
		CASE(a_signature_is_of_the_next_signer_and_certificate),
		CASE(a_recorded_outcome_that_does_not_follow_stands_and_is_a_finding),
		CASE(a_recorded_quorum_that_does_not_follow_is_a_finding),
		CASE(a_correction_that_does_not_follow_is_a_finding),
		CASE(a_vote_closed_with_a_voter_missing_is_a_finding),
		CASE(what_is_not_there_is_not_found),
		CASE(a_title_stands_in_for_a_short_one),
		CASE(presences_are_counted),
		CASE(what_a_vote_says_is_read_as_it_grows),
		CASE(leaving_out_an_act_leaves_the_session_alone),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
