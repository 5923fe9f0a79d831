/* The quorum as it is recorded, and what a departure does to what is voted: nothing is closed over
 * a broken quorum without a word, by the rules that measure it at the opening, at each vote, and at
 * each vote with a name behind it. */
#include "tests/minuted.h"

#include "model/describe.h"
#include "model/presence.h"
#include "locale/format.h"

/* --- recording it --- */

static void the_quorum_needs_an_attendance(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	refused(t, "quorum.record", "no-attendance");
	given(t, "attendance.present member=2");
	refused(t, "quorum.record", "chair-missing");
	given(t, "attendance.present member=1");
	asked(t, "quorum.record", "unanswered");
	then(t, "quorum.record confirm=unanswered", "quorum.recorded");
	assert_int_equal(session_seat(&t->session, 3)->presence, PRESENCE_ABSENT);
}

/* MEMBERS in office, HERE present; what the recorded quorum says. */
static void quorum_of(void **state, int members, int here, int needed, bool met)
{
	struct assembly *t = *state;
	const struct quorum_recorded *q;
	char line[200];
	int n = 0;

	assembly_session(t, members);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	n = snprintf(line, sizeof line, "attendance.present member=1");
	for (int i = 2; i <= here; i++)
		n += snprintf(line + n, sizeof line - (size_t)n, ",%d", i);
	given(t, line, "quorum.record confirm=unanswered");
	q = &t->session.quorums.at[0].is;
	assert_int_equal(q->present, here);
	assert_int_equal(q->in_office, members);
	assert_int_equal(q->needed, needed);
	assert_int_equal(q->met, met);
	assert_int_equal(q->certainty, CERTAINTY_UNCONFIRMED);
	assert_int_equal(session_has_quorum(&t->session), met);
}

static void eight_of_twenty_eight_are_no_quorum(void **state)
{
	quorum_of(state, 28, 8, 15, false);
}

static void fifteen_of_twenty_eight_are_a_quorum(void **state)
{
	quorum_of(state, 28, 15, 15, true);
}

static void six_of_eleven_are_a_quorum(void **state)
{
	quorum_of(state, 11, 6, 6, true);
}

static void eight_of_seventy_five_are_no_quorum_and_thirty_eight_would_be(void **state)
{
	quorum_of(state, 75, 8, 38, false);
}

static void half_the_members_are_not_more_than_half(void **state)
{
	quorum_of(state, 8, 4, 5, false);
}

static void before_the_quorum_nothing_is_treated(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all");
	refused(t, "item.open item=1", "no-quorum-act");
	refused(t, "item.postpone item=1 reason=temps", "no-quorum-act");
	refused(t, "quorum.continue", "no-quorum-act");
	refused(t, "sitting.close cause=no-quorum", "has-quorum");
}

/* Five members, two present, recorded. */
static void short_of_quorum(struct assembly *t)
{
	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"quorum.record confirm=unanswered");
}

static void a_missing_quorum_asks_before_every_item_and_vote(void **state)
{
	struct assembly *t = *state;

	short_of_quorum(t);
	asked(t, "item.open item=1", "no-quorum");
	then(t, "item.open item=1 confirm=no-quorum", "quorum.lost item.opened");
	assert_true(session_sitting(&t->session)->quorum_waived);
	assert_true(t->session.quorums.at[1].lost);
	/* Decided once, it is not asked again. */
	given(t, "item.present item=1");
	then(t, "vote.open kind=hands", "vote.opened");
	assert_true(session_open_vote(&t->session)->warned);
}

static void the_assembly_may_decide_to_go_on(void **state)
{
	struct assembly *t = *state;

	short_of_quorum(t);
	then(t, "quorum.continue", "quorum.lost");
	refused(t, "quorum.continue", "goes-on");
	then(t, "item.open item=1", "item.opened");
}

static void what_was_waived_counts_until_the_quorum_is_back(void **state)
{
	struct assembly *t = *state;

	short_of_quorum(t);
	given(t, "quorum.continue", "attendance.present member=3");
	assert_false(session_sitting(&t->session)->quorum_waived);
	refused(t, "quorum.continue", "has-quorum");
	given(t, "attendance.left member=3");
	asked(t, "item.open item=1", "no-quorum");
}

static void a_quorum_lost_on_the_way_is_noticed(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=3,4,5");
	assert_false(session_has_quorum(&t->session));
	asked(t, "vote.open kind=hands", "no-quorum");
	asked(t, "vote.unanimous", "no-quorum");
	then(t, "vote.unanimous confirm=no-quorum",
		"quorum.lost vote.opened vote.all_marked vote.closed");
	assert_true(session_item(&t->session, 1)->votes.at[0].warned);
}

static void no_quorum_is_recorded_during_a_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "vote.open kind=hands");
	refused(t, "quorum.record", "vote-open");
	refused(t, "quorum.continue", "has-quorum"); /* without one the assembly may go on */
}

static void a_sitting_without_quorum_is_closed_with_a_failure_record(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 28);
	given(t, "@10:00 sitting.open chair=1 secretary=2",
		"attendance.present member=1,2,3,4,5,6");
	refused(t, "sitting.close cause=no-quorum", "no-quorum-act");
	given(t, "quorum.record confirm=unanswered");
	then(t, "@10:45 sitting.close cause=no-quorum note=\"استدعاء ثان\"", "sitting.closed");
	assert_int_equal(t->session.phase, PHASE_CLOSED);
	assert_int_equal(session_sitting(&t->session)->cause, CLOSED_NO_QUORUM);
	assert_null(assembly_offer(t, CMD_RECORD_FREEZE));
}

/* --- what is voted --- */

#define RULE(k, v)                                                                                 \
	{                                                                                          \
		.key = STR(k), .value = STR(v), .certainty = CERTAINTY_UNCONFIRMED                 \
	}

/* Five members, all there, item 1 presented; the quorum is measured AT, and NAME stands for it. */
static void measured(struct assembly *t, const char *at, const char *name)
{
	struct rule_text own[] = {
		RULE("quorum.measured_at", "vote"), RULE("quorum.calls", "1/2 in-office")};

	own[0].value = str_of(at);
	for (size_t i = 0; name && i < ARRAY_LEN(own); i++) {
		own[i].certainty = CERTAINTY_LAW;
		own[i].confirmed_by = str_of(name);
	}
	assembly_session(t, 5);
	assembly_rules(t, own, ARRAY_LEN(own));
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present item=1 member=2");
}

static enum command_type step_of_enter(struct assembly *t)
{
	return step_next(&t->world, &t->scratch).command.type;
}

static void a_vote_closed_over_a_broken_quorum_is_asked_about_and_minuted(void **state)
{
	struct assembly *t = *state;

	measured(t, "opening", NULL);
	given(t, "vote.open kind=named", "@10:20 attendance.left member=3,4,5",
		"vote.all value=for");
	assert_int_equal(step_of_enter(t), CMD_QUORUM_CONTINUE);
	asked(t, "vote.close", "no-quorum");
	then(t, "vote.close confirm=no-quorum", "quorum.lost vote.closed");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_UNANIMOUS);
	given(t, "vote.announce");
	assert_minuted(t, LANG_FR,
		"Le quorum a été rompu à 10:20, pendant que le vote était ouvert : 2 présents sur "
		"5, il en fallait 3. Le vote a été clos malgré tout.");
	assert_minuted(t, LANG_AR,
		"انكسر النصاب على الساعة 10:20 والتصويت مفتوح: الحاضرون 2 من 5، ويلزم 3. وأغلق باب "
		"التصويت مع ذلك.");
}

static void an_assembly_that_decides_to_go_on_is_not_asked_again(void **state)
{
	struct assembly *t = *state;

	measured(t, "opening", NULL);
	given(t, "vote.open kind=hands", "attendance.left member=3,4,5");
	assert_null(assembly_offer(t, CMD_QUORUM_CONTINUE));
	then(t, "quorum.continue", "quorum.lost");
	refused(t, "quorum.continue", "goes-on");
	given(t, "vote.count against=0");
	assert_int_equal(step_of_enter(t), CMD_VOTE_CLOSE);
	then(t, "vote.close", "vote.closed");
	assert_minuted(t, LANG_FR, "pendant que le vote était ouvert : 2 présents sur 5");
}

static void a_quorum_that_came_back_before_the_closing_is_no_question(void **state)
{
	struct assembly *t = *state;

	measured(t, "vote", "N. Kadiri");
	given(t, "vote.open kind=named", "attendance.left member=3,4,5",
		"attendance.present member=3", "vote.all value=for");
	then(t, "vote.close", "vote.closed");
	assert_null(strstr(minuted(t, LANG_FR), "pendant que le vote était ouvert"));
}

static void a_quorum_that_broke_again_is_asked_about_again(void **state)
{
	struct assembly *t = *state;

	measured(t, "sitting", NULL);
	given(t, "vote.open kind=named", "attendance.left member=3,4,5", "quorum.continue",
		"attendance.present member=3", "attendance.left member=3", "vote.all value=for");
	asked(t, "vote.close", "no-quorum");
}

static void a_confirmed_quorum_of_each_vote_closes_none_without_it(void **state)
{
	struct assembly *t = *state;

	measured(t, "vote", "N. Kadiri");
	given(t, "vote.open kind=named", "attendance.left member=3,4,5", "vote.all value=for");
	refused(t, "vote.close confirm=no-quorum", "no-quorum");
	refused(t, "quorum.continue", "no-quorum");
	assert_string_equal(assembly_offer(t, CMD_VOTE_CLOSE), "no-quorum");
	assert_string_equal(assembly_offer(t, CMD_QUORUM_CONTINUE), "no-quorum");
	assert_int_equal(step_next(&t->world, &t->scratch).kind, STEP_CHOICE);
	given(t, "attendance.present member=4");
	then(t, "vote.close", "vote.closed");
	given(t, "vote.void reason=x", "vote.open kind=named", "attendance.left member=4");
	then(t, "vote.void reason=x", "vote.voided"); /* the other way out */
}

static void an_unconfirmed_quorum_of_each_vote_is_asked_about_once_a_vote(void **state)
{
	struct assembly *t = *state;

	measured(t, "vote", NULL);
	given(t, "attendance.left member=3,4,5", "vote.open kind=named confirm=no-quorum",
		"vote.all value=for");
	then(t, "vote.close", "vote.closed"); /* it was answered when it was opened */
	given(t, "vote.announce", "item.close", "attendance.present member=3,4", "item.open item=4",
		"item.present", "vote.open kind=named", "attendance.left member=3,4");
	then(t, "quorum.continue", "quorum.lost");
	given(t, "vote.all value=for");
	then(t, "vote.close", "vote.closed");
}

static void abstentions_and_a_quorum_are_one_question(void **state)
{
	struct assembly *t = *state;
	const struct rule_text own[] = {RULE("vote.abstention", "no")};

	assembly_session(t, 5);
	assembly_rules(t, own, 1);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present item=1 member=2", "vote.open kind=named",
		"attendance.left member=3,4,5", "vote.cast member=1 value=for",
		"vote.cast member=2 value=abstain");
	/* Both are asked together, and each answer is its own. */
	asked(t, "vote.close", "no-quorum");
	assert_true(str_is(t->last.asks, "no-quorum,abstention"));
	asked(t, "vote.close confirm=no-quorum", "abstention");
	assert_true(str_is(t->last.asks, "abstention"));
	asked(t, "vote.close confirm=abstention", "no-quorum");
	assert_true(str_is(t->last.asks, "no-quorum"));
	then(t, "vote.close confirm=no-quorum,abstention", "quorum.lost vote.closed");
}

static void papers_and_hands_are_closed_over_a_broken_quorum_no_more_than_names(void **state)
{
	struct assembly *t = *state;

	measured(t, "vote", "N. Kadiri");
	given(t, "vote.open kind=secret reason=x confirm=public-rule",
		"attendance.left member=3,4,5",
		"vote.ballots found=5 for=5 against=0 blank=0 void=0");
	refused(t, "vote.close confirm=no-quorum", "no-quorum");
	assert_int_equal(step_of_enter(t), CMD_QUORUM_CONTINUE);
	given(t, "vote.void reason=x", "attendance.present member=3,4,5", "vote.open kind=hands",
		"attendance.left member=3,4,5", "vote.count against=0");
	refused(t, "vote.close confirm=no-quorum", "no-quorum");
}

static void a_round_is_not_counted_over_a_broken_quorum_without_a_word(void **state)
{
	struct assembly *t = *state;

	measured(t, "opening", NULL);
	given(t, "vote.unanimous", "vote.announce", "item.close",
		"item.add kind=election title_fr=Bureau", "item.open item=6", "item.present",
		"election.open post=president candidates=3,4",
		"@10:40 attendance.left member=3,4,5", "election.mark choice=1");
	assert_int_equal(step_of_enter(t), CMD_QUORUM_CONTINUE);
	asked(t, "election.count", "no-quorum");
	then(t, "election.count confirm=no-quorum", "quorum.lost election.counted");
	assert_minuted(t, LANG_FR, "Le quorum a été rompu à 10:40");
}

/* --- what a departure takes with it --- */

static void last_act_says(struct assembly *t, enum lang lang, const char *words)
{
	const struct session *s = &t->session;
	struct message m = describe_event(s, &s->log.at[s->log.n - 1], &t->arena);
	struct str text = format_strip(format_plain(&m, lang, &t->arena), &t->arena);

	if (!strstr(arena_z(&t->arena, text), words))
		fail_msg("“%s” is not in “%s”", words, arena_z(&t->arena, text));
}

static void hands_that_were_counted_do_not_vanish_without_a_word(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "vote.open kind=hands", "vote.count against=2 abstain=1",
		"attendance.left member=9");
	assert_false(session_open_vote(&t->session)->counted);
	last_act_says(t, LANG_FR, "recompter les mains, le compte 6 pour, 2 contre, 1 abstention");
	last_act_says(t, LANG_AR, "تعاد عملية عد الأيدي");
	given(t, "attendance.left member=8"); /* nothing was counted since */
	last_act_says(t, LANG_FR, "départ");
	assert_null(strstr(minuted(t, LANG_FR), "recompter"));
	given(t, "attendance.present member=8", "vote.count against=1", "attendance.left member=8");
	last_act_says(
		t, LANG_FR, "08 Membre 8 : départ"); /* came later: no voter, the count stands */
	assert_true(session_open_vote(&t->session)->counted);
}

static void a_proxy_that_lapses_is_said_in_the_history_and_in_the_minutes(void **state)
{
	struct assembly *t = *state;
	const struct rule_text own[] = {RULE("proxy.max", "1")};

	assembly_session(t, 7);
	assembly_rules(t, own, 1);
	given(t, "@10:00 sitting.open chair=1 secretary=2",
		"attendance.absent member=5 excused=yes", "attendance.all", "quorum.record",
		"proxy.give from=5 to=3", "item.open item=1", "item.present",
		"attendance.left member=3");
	last_act_says(t, LANG_FR, "départ ; fin de la procuration de 05 Membre 5");
	last_act_says(t, LANG_AR, "انتهت وكالة 05");
	assert_minuted(t, LANG_FR, "fin de la procuration de 05 Membre 5");
	assert_minuted(t, LANG_AR, "انتهت وكالة 05");
	given(t, "attendance.present member=3", "proxy.give from=5 to=3", "proxy.end from=5");
	assert_null(strstr(minuted(t, LANG_FR), "05 Membre 5 ; fin de la procuration"));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(the_quorum_needs_an_attendance),
		CASE(eight_of_twenty_eight_are_no_quorum),
		CASE(fifteen_of_twenty_eight_are_a_quorum),
		CASE(six_of_eleven_are_a_quorum),
		CASE(eight_of_seventy_five_are_no_quorum_and_thirty_eight_would_be),
		CASE(half_the_members_are_not_more_than_half),
		CASE(before_the_quorum_nothing_is_treated),
		CASE(a_missing_quorum_asks_before_every_item_and_vote),
		CASE(the_assembly_may_decide_to_go_on),
		CASE(what_was_waived_counts_until_the_quorum_is_back),
		CASE(a_quorum_lost_on_the_way_is_noticed),
		CASE(no_quorum_is_recorded_during_a_vote),
		CASE(a_sitting_without_quorum_is_closed_with_a_failure_record),
		CASE(a_vote_closed_over_a_broken_quorum_is_asked_about_and_minuted),
		CASE(an_assembly_that_decides_to_go_on_is_not_asked_again),
		CASE(a_quorum_that_came_back_before_the_closing_is_no_question),
		CASE(a_quorum_that_broke_again_is_asked_about_again),
		CASE(a_confirmed_quorum_of_each_vote_closes_none_without_it),
		CASE(an_unconfirmed_quorum_of_each_vote_is_asked_about_once_a_vote),
		CASE(abstentions_and_a_quorum_are_one_question),
		CASE(papers_and_hands_are_closed_over_a_broken_quorum_no_more_than_names),
		CASE(a_round_is_not_counted_over_a_broken_quorum_without_a_word),
		CASE(hands_that_were_counted_do_not_vanish_without_a_word),
		CASE(a_proxy_that_lapses_is_said_in_the_history_and_in_the_minutes),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}
