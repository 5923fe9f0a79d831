/* The prompter: what Enter does at every point of a session. */
#include <string.h>

#include "locale/format.h"
#include "tests/assembly.h"

static struct step next(struct assembly *t)
{
	struct step step = step_next(&t->world, &t->arena);

	assert_non_null(step.what.id);
	return step;
}

static void proposes(struct assembly *t, enum step_kind kind, enum command_type type)
{
	struct step step = next(t);

	if (step.kind != kind || step.command.type != type)
		fail_msg("step of kind %d, %s: %s", (int)step.kind,
			command_spec(step.command.type)->name, step.what.id);
}

/* Press Enter: the step sends a command, which is done. */
static void enter(struct assembly *t, enum command_type type)
{
	struct step step = next(t);

	proposes(t, STEP_COMMAND, type);
	if (assembly_send(t, &step.command) != VERDICT_DONE)
		fail_msg("%s: %s", command_spec(type)->name, t->last.code);
	assembly_whole(t);
}

static void without_a_session_there_is_one_to_choose(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	assert_int_equal(next(t).kind, STEP_NONE);
}

static void an_empty_agenda_asks_for_its_first_item(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	given(t, "session.create kind=ordinary year=2024 month=10");
	proposes(t, STEP_FORM, CMD_ITEM_ADD);
	given(t, "item.add kind=minutes title_fr=A");
	proposes(t, STEP_FORM, CMD_SESSION_DESCRIBE);
	given(t, "session.describe date=2024-10-28");
	proposes(t, STEP_FORM, CMD_SITTING_OPEN);
}

/* The session that votes it again is the step, until there is a later one. */
static void a_refused_budget_leads_to_the_next_session(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=4", "item.present", "vote.open kind=named",
		"vote.all value=against", "vote.close", "vote.announce");
	assert_string_equal(
		next(t).chair.id, "The budget is refused; a further session is convened for it.");
	given(t, "attendance.left member=3"); /* that is no word of the chair's */
	assert_string_equal(
		next(t).chair.id, "The budget is refused; a further session is convened for it.");
	given(t, "ceremony.note kind=telegram"); /* the chair has gone on */
	assert_string_not_equal(
		next(t).chair.id, "The budget is refused; a further session is convened for it.");
	given(t, "sitting.close cause=done confirm=untreated");
	t->session.phase = PHASE_SEALED; /* as if all had signed */
	proposes(t, STEP_FORM, CMD_SESSION_CREATE);
	t->world.last_number++;
	assert_int_equal(next(t).kind, STEP_NONE);
}

static void refused_minutes_are_said_to_come_back(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=5", "item.present", "vote.open kind=named",
		"vote.all value=against", "vote.close", "vote.announce");
	assert_true(strstr(next(t).chair.id, "before the next session") != NULL);
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
}

static void a_whole_session_can_be_led_with_enter(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	proposes(t, STEP_FORM, CMD_SITTING_OPEN);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	enter(t, CMD_ATTENDANCE_ALL);
	enter(t, CMD_QUORUM_RECORD);
	enter(t, CMD_CEREMONY_NOTE);
	assert_int_equal(t->session.ceremonies.at[0].kind, CEREMONY_QURAN);
	enter(t, CMD_CEREMONY_NOTE);
	enter(t, CMD_ITEM_OPEN);
	enter(t, CMD_ITEM_PRESENT);
	enter(t, CMD_VOTE_OPEN);
	proposes(t, STEP_ENTRY, CMD_VOTE_CAST);
	given(t, "vote.all value=for");
	enter(t, CMD_VOTE_CLOSE);
	enter(t, CMD_VOTE_ANNOUNCE);
	/* A report is noted, the budget is voted; of the free matter one is asked. */
	enter(t, CMD_ITEM_OPEN);
	enter(t, CMD_ITEM_PRESENT);
	enter(t, CMD_ITEM_NOTE);
	enter(t, CMD_ITEM_OPEN);
	enter(t, CMD_ITEM_PRESENT);
	proposes(t, STEP_CHOICE, CMD_ITEM_NOTE);
	given(t, "item.note");
	enter(t, CMD_ITEM_OPEN);
	enter(t, CMD_ITEM_PRESENT);
	given(t, "vote.unanimous");
	enter(t, CMD_VOTE_ANNOUNCE);
	enter(t, CMD_ITEM_OPEN);
	enter(t, CMD_ITEM_PRESENT);
	/* Minutes are approved, or, where they are only presented, noted. */
	proposes(t, STEP_COMMAND, CMD_VOTE_OPEN);
	given(t, "item.note");
	enter(t, CMD_CEREMONY_NOTE);
	assert_int_equal(t->session.ceremonies.at[2].kind, CEREMONY_TELEGRAM);
	proposes(t, STEP_FORM, CMD_SITTING_CLOSE);
	given(t, "sitting.close");
	proposes(t, STEP_SIGN, CMD_RECORD_FREEZE);
}

/* --- what the chair says between two acts --- */

static void says(struct assembly *t, const char *words)
{
	struct message chair = next(t).chair;

	assert_non_null(chair.id);
	assert_string_equal(arena_z(&t->arena, format_plain(&chair, LANG_EN, &t->arena)), words);
}

static void who_goes_on_without_the_ceremony_is_not_asked_for_it_again(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	proposes(t, STEP_COMMAND, CMD_CEREMONY_NOTE);
	says(t, "We hear verses of the Holy Quran.");
	given(t, "item.open item=4", "item.present", "vote.unanimous", "vote.announce");
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
}

static void the_ceremony_waits_for_the_call_that_has_its_quorum(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"@10:30 call.fail next=2025-01-14 confirm=unanswered",
		"@2025-01-14T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified",
		"attendance.all", "quorum.record");
	says(t, "We hear verses of the Holy Quran.");
}

static void without_the_rule_there_is_no_ceremony(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	t->session.rules.ceremony_opening.n = 0;
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
}

static void guests_are_welcomed_before_the_first_item(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "ceremony.note kind=quran", "ceremony.note kind=anthem",
		"guest.note capacity=press title_fr=Presse",
		"guest.note capacity=wali title_fr=Wali");
	says(t, "We welcome the wali and all who are here. We come to the first item of the "
		"agenda.");
	given(t, "item.open item=1", "item.present", "vote.unanimous", "vote.announce");
	says(t, "We come to the second item of the agenda.");
}

static void the_discussion_is_opened_before_the_vote(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "item.open item=4", "item.present");
	says(t, "The discussion is open; who asks for the floor?");
	proposes(t, STEP_COMMAND, CMD_VOTE_OPEN);
	given(t, "item.discuss");
	says(t, "I put the item to the public vote.");
	t->session.rules.vote_mode = MODE_HANDS;
	says(t, "I put the item to the vote by show of hands.");
}

static void what_was_noted_is_not_to_be_presented_any_more(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=2", "item.note");
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
	assert_int_equal(next(t).command.arg.item_open.item, 1);
}

static void a_president_nobody_can_replace_is_not_sent_out(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 1);
	given(t, "session.create kind=ordinary year=2024 month=10",
		"item.add kind=account title_fr=A", "session.describe date=2024-10-28",
		"sitting.open place=Fès chair=1 secretary=1 confirm=another-day,minutes-writer",
		"attendance.present member=1", "quorum.record", "item.open item=1", "item.present");
	proposes(t, STEP_COMMAND, CMD_VOTE_OPEN);
}

static void who_is_recused_is_said_to_leave(void **state)
{
	struct assembly *t = *state;
	struct message chair;
	char words[200];

	assembly_sitting(t, 5);
	given(t, "item.open item=4", "item.present", "item.discuss",
		"attendance.recuse member=3 reason=kin");
	chair = next(t).chair;
	(void)snprintf(words, sizeof words, "%s",
		arena_z(&t->arena, format_plain(&chair, LANG_EN, &t->arena)));
	assert_true(strstr(words, "leaves the room during this item.") != NULL);
	assert_true(strstr(words, "03") != NULL);
	enter(t, CMD_VOTE_OPEN);
	says(t, "I put the item to the public vote.");
}

static void a_correction_is_told_as_one_once_the_result_was_heard(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "item.open item=4", "item.present", "vote.open kind=named", "vote.all value=for",
		"vote.close", "vote.correct member=2 value=against reason=typo");
	says(t, "Adopted: 4 votes in favour, 1 vote opposed, no abstention.");
	given(t, "vote.announce", "vote.correct member=2 value=for reason=typo");
	says(t, "The secretary corrects the vote of Membre 2: for, not against. The general "
		"assembly adopts unanimously.");
	given(t, "vote.announce");
	assert_true(strstr(next(t).chair.id, "The secretary") == NULL);
}

static void what_a_correction_turned_is_announced_with_its_new_result(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "item.open item=4", "item.present", "vote.open kind=hands",
		"vote.count for=2 against=3 abstain=0", "vote.close", "vote.announce",
		"vote.correct for=3 against=2 abstain=0 reason=typo");
	says(t, "The secretary corrects the figures. Adopted: 3 votes in favour, 2 votes opposed, "
		"no abstention.");
}

static void the_chair_is_noted_before_the_quorum(void **state)
{
	struct assembly *t = *state;
	struct step step;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=3 secretary=2", "attendance.present member=1,2");
	step = next(t);
	assert_int_equal(step.command.type, CMD_ATTENDANCE_PRESENT);
	assert_int_equal(step.command.arg.attendance_present.members.at[0], 3);
	enter(t, CMD_ATTENDANCE_PRESENT);
	proposes(t, STEP_COMMAND, CMD_QUORUM_RECORD);
}

static void during_the_roll_call_no_quorum_is_said_to_be_missing_or_there(void **state)
{
	struct assembly *t = *state;
	struct step step;

	assembly_session(t, 7);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2");
	step = next(t);
	assert_int_equal(step.command.type, CMD_CALL_FAIL);
	assert_string_equal(step.what.plural, "End the roll call: {n} members not noted count as "
					      "absent");
	assert_string_equal(step.chair.id, "We proceed to the roll call.");
	given(t, "attendance.present member=3,4");
	step = next(t);
	assert_int_equal(step.command.type, CMD_QUORUM_RECORD);
	assert_string_equal(step.chair.id, "We proceed to the roll call.");
	given(t, "attendance.absent member=5,6,7");
	step = next(t);
	assert_string_equal(step.chair.id, "The quorum is reached; I declare the session open.");
	given(t, "attendance.absent member=4");
	step = next(t);
	assert_int_equal(step.command.type, CMD_CALL_FAIL);
	assert_string_not_equal(step.chair.id, "We proceed to the roll call.");
}

static void a_missing_quorum_is_recorded_then_chosen_about(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"attendance.absent member=3,4,5");
	proposes(t, STEP_CHOICE, CMD_CALL_FAIL);
	given(t, "quorum.record");
	proposes(t, STEP_CHOICE, CMD_QUORUM_CONTINUE);
	given(t, "quorum.continue", "ceremony.note kind=quran", "ceremony.note kind=anthem");
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
}

static void after_a_failed_call_the_next_one_is_convened_then_opened(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"call.fail confirm=unanswered");
	proposes(t, STEP_FORM, CMD_CALL_CONVENE);
	given(t, "call.convene date=2025-01-20");
	proposes(t, STEP_FORM, CMD_SITTING_OPEN);
	given(t,
		"@2025-01-20T10:00:00+01:00 sitting.open chair=1 secretary=2 confirm=not-notified");
	proposes(t, STEP_COMMAND, CMD_ATTENDANCE_ALL);
}

static void a_quorum_lost_is_chosen_about_between_two_acts(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=3,4,5");
	proposes(t, STEP_CHOICE, CMD_QUORUM_CONTINUE);
	given(t, "attendance.present member=3");
	proposes(t, STEP_COMMAND, CMD_VOTE_OPEN);
}

/* The assembly went on without quorum, but confirmed rules measure it at each vote. */
static void no_vote_is_proposed_that_confirmed_rules_refuse(void **state)
{
	struct assembly *t = *state;
	struct rule_text own[] = {{.key = STR("quorum.measured_at"), .value = STR("vote")},
		{.key = STR("quorum.calls"), .value = STR("1/2")}};

	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		own[i].certainty = CERTAINTY_LAW;
		own[i].confirmed_by = STR("المديرة");
	}
	assembly_session(t, 5);
	assembly_rules(t, own, ARRAY_LEN(own));
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present item=1 member=2", "attendance.left member=3,4,5");
	proposes(t, STEP_CHOICE, CMD_QUORUM_CONTINUE);
	given(t, "quorum.continue");
	proposes(t, STEP_CHOICE, CMD_QUORUM_CONTINUE);
	refused(t, "vote.open kind=named confirm=no-quorum", "no-quorum");
	given(t, "attendance.present member=3");
	proposes(t, STEP_COMMAND, CMD_VOTE_OPEN);
	given(t, "vote.unanimous", "vote.announce", "item.add kind=election title_fr=E",
		"item.open item=6", "item.present");
	proposes(t, STEP_FORM, CMD_ELECTION_OPEN);
	given(t, "attendance.left member=3", "quorum.continue");
	proposes(t, STEP_CHOICE, CMD_QUORUM_CONTINUE);
	refused(t, "election.open post=president candidates=1,2 confirm=no-quorum", "no-quorum");
}

static void hands_are_entered_until_they_add_up(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, "vote.open kind=hands");
	proposes(t, STEP_ENTRY, CMD_VOTE_COUNT);
	given(t, "vote.count for=2 against=1 abstain=1");
	proposes(t, STEP_ENTRY, CMD_VOTE_COUNT);
	given(t, "vote.count for=3 against=3 abstain=0");
	proposes(t, STEP_CHOICE, CMD_VOTE_SIDE);
	given(t, "vote.side value=for");
	enter(t, CMD_VOTE_CLOSE);
}

static void what_is_missing_is_counted_in_the_step(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 6);
	given(t, "vote.open kind=named", "vote.cast member=1,2 value=for");
	assert_int_equal(next(t).what.n, 4);
	given(t, "vote.cast member=3,4,5 value=for");
	assert_int_equal(next(t).what.n, 1);
}

static void every_outcome_is_announced_in_its_own_words(void **state)
{
	struct assembly *t = *state;
	const char *seen[OUTCOME_NO_VOTERS + 1];

	for (int o = OUTCOME_UNANIMOUS; o <= OUTCOME_NO_VOTERS; o++) {
		struct vote vote = {.outcome = (enum outcome)o, .ballots = {5, 3, 1}};

		seen[o] = step_result_sentence(&vote, &t->arena).id;
		assert_non_null(seen[o]);
		for (int k = 0; k < o; k++)
			assert_string_not_equal(seen[o], seen[k]);
	}
}

static void a_result_nobody_was_told_comes_before_the_next_item(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.unanimous", "vote.announce", "item.open item=4", "item.present",
		"vote.unanimous", "vote.correct vote=1/1 member=3 value=abstain reason=erreur");
	enter(t, CMD_VOTE_ANNOUNCE); /* the corrected one */
	enter(t, CMD_VOTE_ANNOUNCE); /* the newer one */
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
}

static void a_suspended_sitting_is_resumed_and_looked_at_again(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "sitting.suspend reason=prayer");
	enter(t, CMD_SITTING_RESUME);
	enter(t, CMD_QUORUM_RECORD);
	enter(t, CMD_CEREMONY_NOTE);
	enter(t, CMD_CEREMONY_NOTE);
	proposes(t, STEP_COMMAND, CMD_ITEM_OPEN);
	given(t, "sitting.close cause=left-open");
	proposes(t, STEP_FORM, CMD_SITTING_OPEN);
}

static void the_record_is_frozen_then_signed_in_turn(void **state)
{
	struct assembly *t = *state;
	struct signer signers[] = {{.role = SIGNER_SECRETARY, .certificate = {{1}}},
		{.role = SIGNER_PRESIDENT, .certificate = {{2}}}};
	struct command freeze = command_of(CMD_RECORD_FREEZE), sign = command_of(CMD_RECORD_SIGN);

	assembly_sitting(t, 3);
	given(t, "sitting.close confirm=untreated");
	freeze.arg.record_freeze.signers = (struct list){signers, 2};
	assert_int_equal(assembly_send(t, &freeze), VERDICT_DONE);
	for (int role = SIGNER_SECRETARY; role <= SIGNER_PRESIDENT; role++) {
		struct step step = next(t);

		proposes(t, STEP_SIGN, CMD_RECORD_SIGN);
		assert_string_equal(step.what.arg[0].u.msg->id, signer_role_names[role].label);
		sign.arg.record_sign = (struct record_signed){
			.role = role, .certificate = signers[role].certificate, .file = {{1}}};
		assert_int_equal(assembly_send(t, &sign), VERDICT_DONE);
	}
	assert_int_equal(next(t).kind, STEP_NONE);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(without_a_session_there_is_one_to_choose),
		CASE(an_empty_agenda_asks_for_its_first_item),
		CASE(a_refused_budget_leads_to_the_next_session),
		CASE(refused_minutes_are_said_to_come_back),
		CASE(a_whole_session_can_be_led_with_enter),
		CASE(who_goes_on_without_the_ceremony_is_not_asked_for_it_again),
		CASE(the_ceremony_waits_for_the_call_that_has_its_quorum),
		CASE(without_the_rule_there_is_no_ceremony),
		CASE(guests_are_welcomed_before_the_first_item),
		CASE(the_discussion_is_opened_before_the_vote),
		CASE(what_was_noted_is_not_to_be_presented_any_more),
		CASE(a_president_nobody_can_replace_is_not_sent_out),
		CASE(who_is_recused_is_said_to_leave),
		CASE(a_correction_is_told_as_one_once_the_result_was_heard),
		CASE(what_a_correction_turned_is_announced_with_its_new_result),
		CASE(the_chair_is_noted_before_the_quorum),
		CASE(a_missing_quorum_is_recorded_then_chosen_about),
		CASE(during_the_roll_call_no_quorum_is_said_to_be_missing_or_there),
		CASE(after_a_failed_call_the_next_one_is_convened_then_opened),
		CASE(a_quorum_lost_is_chosen_about_between_two_acts),
		CASE(no_vote_is_proposed_that_confirmed_rules_refuse),
		CASE(hands_are_entered_until_they_add_up),
		CASE(what_is_missing_is_counted_in_the_step),
		CASE(every_outcome_is_announced_in_its_own_words),
		CASE(a_result_nobody_was_told_comes_before_the_next_item),
		CASE(a_suspended_sitting_is_resumed_and_looked_at_again),
		CASE(the_record_is_frozen_then_signed_in_turn),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
