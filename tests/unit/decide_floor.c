/* The floor: asking for it, giving it, ending a speech, and what waits for that. */
#include "model/floor.h"
#include "tests/minuted.h"

#include "tests/assembly.h"

static int64_t next(const struct assembly *t)
{
	const struct speech *speech = floor_next(&t->session);

	return speech ? speech->is.member : 0;
}

static int64_t speaking(const struct assembly *t)
{
	const struct speech *speech = floor_speaking(&t->session);

	return speech ? speech->is.member : 0;
}

static int64_t spoken(const struct assembly *t, int64_t request)
{
	return floor_request(&t->session, request)->seconds;
}

/* --- the list --- */

static void the_floor_is_given_in_the_order_of_asking(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	then(t, "floor.ask member=4", "floor.asked");
	given(t, "floor.ask member=3", "floor.ask member=9");
	assert_int_equal(next(t), 4);
	then(t, "floor.give", "floor.given");
	assert_int_equal(speaking(t), 4);
	assert_int_equal(next(t), 3);
	then(t, "floor.give", "floor.ended floor.given");
	assert_int_equal(speaking(t), 3);
	given(t, "floor.give", "floor.end");
	assert_int_equal(speaking(t), 0);
	refused(t, "floor.give", "no-speakers");
}

static void a_point_of_order_comes_first_and_a_reply_second(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.ask member=5 kind=reply", "floor.ask member=6",
		"floor.ask member=7 kind=order", "floor.ask member=8 kind=order",
		"floor.ask member=9 kind=reply");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(
			floor_waiting(&t->session, i)->is.member, ((int[]){7, 8, 5, 9, 4, 6})[i]);
	assert_null(floor_waiting(&t->session, 6));
}

static void one_stands_once_on_the_list_but_may_raise_a_point_of_order(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4");
	refused(t, "floor.ask member=4", "on-list");
	refused(t, "floor.ask member=4 behalf_fr=Untel", "on-list");
	then(t, "floor.ask member=4 kind=order", "floor.asked");
	refused(t, "floor.ask member=4 kind=order", "on-list");
}

static void only_who_is_here_is_heard(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "attendance.left member=9");
	refused(t, "floor.ask member=9", "not-here");
	refused(t, "floor.give member=9", "not-here");
	refused(t, "floor.ask member=77", "unknown-member");
	refused(t, "floor.ask", "no-speaker");
	refused(t, "floor.ask guest=1", "unknown-guest");
	given(t, "guest.note capacity=wali title_fr=\"Monsieur le wali\"");
	refused(t, "floor.ask guest=1 member=3", "no-speaker");
	then(t, "floor.ask guest=1", "floor.asked");
	then(t, "floor.give", "floor.given");
}

static void who_left_is_skipped_and_keeps_the_place(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.ask member=5", "attendance.left member=4");
	assert_int_equal(next(t), 5);
	given(t, "floor.give");
	assert_int_equal(speaking(t), 5);
	refused(t, "floor.give", "no-speakers");
	given(t, "attendance.present member=4");
	assert_int_equal(next(t), 4);
	then(t, "floor.give", "floor.ended floor.given");
}

static void one_may_come_off_the_list_or_be_moved_on_it(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	refused(t, "floor.withdraw member=4", "no-speakers");
	refused(t, "floor.move member=4 to=1", "no-speakers");
	given(t, "floor.ask member=4", "floor.ask member=5", "floor.ask member=6");
	refused(t, "floor.withdraw member=7", "not-on-list");
	refused(t, "floor.move member=4 to=4", "bad-place");
	then(t, "floor.move member=6 to=1", "floor.moved");
	assert_int_equal(next(t), 6);
	then(t, "floor.move member=6 to=3", "floor.moved");
	assert_int_equal(floor_waiting(&t->session, 2)->is.member, 6);
	assert_int_equal(next(t), 4);
	then(t, "floor.withdraw member=4", "floor.withdrawn");
	assert_int_equal(next(t), 5);
	assert_int_equal(floor_waiting_count(&t->session), 2);
}

static void the_chair_may_give_the_floor_to_anybody_who_is_here(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.ask member=5");
	then(t, "floor.give member=5", "floor.given");
	then(t, "floor.give member=8", "floor.ended floor.asked floor.given");
	assert_int_equal(speaking(t), 8);
	refused(t, "floor.give member=8", "has-floor");
	assert_int_equal(next(t), 4);
}

/* --- time --- */

static void a_speech_takes_the_time_between_its_acts(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "@11:00:00 floor.give member=4");
	given(t, "@11:03:10 floor.end");
	assert_int_equal(spoken(t, 1), 190);
	given(t, "@11:04:00 floor.give member=5");
	given(t, "@11:09:00 floor.end seconds=240");
	assert_int_equal(spoken(t, 2), 240);
	given(t, "@11:10:00 floor.give member=6");
	given(t, "@11:09:00 floor.end confirm=earlier"); /* the clock went back */
	assert_int_equal(spoken(t, 3), 0);
}

static void a_suspension_is_not_spoken(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "@11:00:00 floor.give member=4", "@11:01:00 sitting.suspend reason=prayer",
		"@11:21:00 sitting.resume", "@11:22:30 floor.end");
	assert_int_equal(spoken(t, 1), 150);
	given(t, "@11:30:00 floor.give member=5", "@11:31:00 sitting.suspend reason=break",
		"@11:50:00 floor.end");
	assert_int_equal(spoken(t, 2), 60);
}

static void the_speaking_time_is_set_item_by_item(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_item(t, 9);
	assert_int_equal(floor_limit(s, s->open_item), 300);
	then(t, "floor.limit seconds=180", "floor.limited");
	assert_int_equal(floor_limit(s, s->open_item), 180);
	given(t, "floor.limit seconds=0");
	assert_int_equal(floor_limit(s, s->open_item), 0);
	assert_int_equal(floor_limit(s, 2), 300);
}

static void the_alarm_rises_at_four_fifths_and_at_the_end(void **state)
{
	(void)state;
	assert_int_equal(floor_alarm(239, 300), FLOOR_IN_TIME);
	assert_int_equal(floor_alarm(240, 300), FLOOR_NEARLY);
	assert_int_equal(floor_alarm(299, 300), FLOOR_NEARLY);
	assert_int_equal(floor_alarm(300, 300), FLOOR_OVER);
	assert_int_equal(floor_alarm(9000, 0), FLOOR_IN_TIME);
}

static void totals_are_of_the_speaker_the_item_and_the_sitting(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 9);
	given(t, "floor.give member=4", "floor.end seconds=20", "item.open item=1", "item.present",
		"floor.give member=4", "floor.end seconds=100", "floor.give member=5",
		"floor.end seconds=60", "floor.give member=4");
	assert_int_equal(floor_total_of(s, 4, 0).seconds, 120);
	assert_int_equal(floor_total_of(s, 4, 0).speeches, 2);
	assert_int_equal(floor_total_item(s, s->open_item, 1).seconds, 160);
	assert_int_equal(floor_total_item(s, 0, 1).seconds, 20);
	assert_int_equal(floor_total_sitting(s, 1).seconds, 180);
	assert_int_equal(floor_total_sitting(s, 2).seconds, 0);
}

/* --- with the rest of the sitting --- */

static void a_vote_warns_of_speakers_and_is_not_held_up_by_them(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4");
	asked(t, "vote.open kind=named", "speakers-wait");
	asked(t, "vote.unanimous", "speakers-wait");
	given(t, "floor.give");
	asked(t, "vote.open kind=hands", "speakers-wait");
	then(t, "vote.open kind=named confirm=speakers-wait", "vote.opened");
	refused(t, "floor.give member=5", "vote-open");
	then(t, "floor.ask member=5", "floor.asked");
	then(t, "floor.end", "floor.ended");
	given(t, "vote.all value=for", "vote.close", "vote.announce", "item.open item=2");
	assert_null(floor_next(&t->session));
}

static void who_left_does_not_make_a_vote_ask(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "attendance.left member=4");
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
}

static void a_speech_ends_before_its_item_does(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.give member=4");
	refused(t, "item.postpone reason=x", "speaking");
	refused(t, "item.withdraw reason=x", "speaking");
	then(t, "item.postpone item=3 reason=x", "item.postponed");
	given(t, "vote.unanimous confirm=speakers-wait", "vote.announce");
	refused(t, "item.close", "speaking");
	refused(t, "item.open item=2", "speaking");
	refused(t, "sitting.close cause=left-open", "speaking");
	given(t, "sitting.suspend reason=break");
	refused(t, "sitting.close cause=left-open", "speaking");
	then(t, "floor.end", "floor.ended");
	refused(t, "floor.end", "nobody-speaks");
	then(t, "sitting.close cause=left-open", "item.closed sitting.closed");
}

static void a_call_fails_when_nobody_speaks(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"floor.give member=1");
	refused(t, "call.fail confirm=unanswered", "speaking");
}

static void an_address_needs_no_item(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 9);
	given(t, "guest.note capacity=wali", "floor.ask guest=1", "floor.ask member=3",
		"floor.give");
	refused(t, "item.open item=1", "speaking");
	given(t, "floor.end", "item.open item=1", "item.present");
	assert_null(floor_next(&t->session)); /* member 3 asked outside the item */
	assert_int_equal(floor_request(&t->session, 1)->is.item, 0);
}

static void without_a_sitting_nobody_speaks(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	refused(t, "floor.ask member=1", "no-sitting");
	refused(t, "floor.give", "no-sitting");
	refused(t, "floor.end", "no-sitting");
	refused(t, "floor.limit seconds=60", "no-sitting");
}

/* --- taking back --- */

static void take_back(struct assembly *t, uint32_t act)
{
	char line[100];

	(void)snprintf(line, sizeof line, "correction.make event=%u reason=x", act);
	then(t, line, "act.corrected");
}

static void next_can_be_taken_back(void **state)
{
	struct assembly *t = *state;
	uint32_t n;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.ask member=5", "floor.give", "floor.give seconds=9");
	n = (uint32_t)t->session.log.n;
	take_back(t, n - 1); /* 5 waits again … */
	assert_int_equal(speaking(t), 0);
	assert_int_equal(next(t), 5);
	take_back(t, n - 2); /* … and 4 goes on */
	assert_int_equal(speaking(t), 4);
}

static void what_a_later_speech_needs_is_not_taken_back(void **state)
{
	struct assembly *t = *state;
	char line[100];
	uint32_t n;

	assembly_item(t, 9);
	given(t, "floor.give member=4", "floor.end");
	n = (uint32_t)t->session.log.n;
	given(t, "floor.give member=5");
	(void)snprintf(line, sizeof line, "correction.make event=%u reason=x", n - 1);
	refused(t, line, "needed");
}

static void the_step_follows_the_list(void **state)
{
	struct assembly *t = *state;
	struct step step;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.ask member=5");
	step = step_next(&t->world, &t->scratch);
	assert_int_equal(step.kind, STEP_COMMAND);
	assert_int_equal(step.command.type, CMD_FLOOR_GIVE);
	assert_string_equal(step.what.id, "Give the floor to {who}");
	given(t, "floor.give");
	step = step_next(&t->world, &t->scratch);
	assert_int_equal(step.command.type, CMD_FLOOR_GIVE);
	given(t, "floor.give");
	step = step_next(&t->world, &t->scratch);
	assert_int_equal(step.command.type, CMD_FLOOR_END);
	given(t, "floor.end");
	step = step_next(&t->world, &t->scratch);
	assert_int_equal(step.command.type, CMD_VOTE_OPEN);
}

/* --- the timer --- */

static void a_timer_is_kept_as_a_line(void **state)
{
	struct floor_timer timer = {3, 17, true, 190250, 5000, 1735556040}, back;
	struct arena *a = &((struct assembly *)*state)->arena;
	struct str text = floor_timer_text(&timer, a);

	assert_true(floor_timer_parse(text, &back));
	assert_memory_equal(&back, &timer, sizeof back);
	assert_false(floor_timer_parse(STR(""), &back));
	assert_false(floor_timer_parse(STR("1 2 3 4 5 6"), &back));
	assert_false(floor_timer_parse(STR("1 2 1 4 5"), &back));
	assert_false(floor_timer_parse(STR("1 2 1 4 5 6 7"), &back));
	assert_false(floor_timer_parse(STR("1 2 1 -4 5 6"), &back));
	assert_false(floor_timer_parse(STR("1 2 1 4  6"), &back));
}

static void a_timer_counts_while_it_runs_and_is_fresh(void **state)
{
	struct floor_timer timer = {.running = true, .spoken_ms = 1000, .mark_ms = 5000};

	(void)state;
	assert_int_equal(floor_timer_ms(&timer, 7500), 3500);
	assert_int_equal(floor_timer_ms(&timer, 4000), 1000); /* another start of the machine */
	assert_int_equal(floor_timer_ms(&timer, 900000), 1000 + FLOOR_STALE_MS);
	timer.running = false;
	assert_int_equal(floor_timer_ms(&timer, 7500), 1000);
}

static void a_recused_member_does_not_speak_on_the_item_and_a_remote_one_may(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	given(t, "floor.ask member=4", "floor.ask member=5");
	given(t, "attendance.recuse member=4 reason=x");
	assert_int_equal(next(t), 5); /* passed over, and keeps the place */
	refused(t, "floor.ask member=4 kind=order", "recused");
	given(t, "attendance.readmit member=4");
	assert_int_equal(next(t), 4);
	given(t, "attendance.remote member=6", "floor.ask member=6");
}

/* Nobody reads that a member spoke before a vote that had been taken by then. */
static void who_speaks_after_the_vote_is_told_after_it(void **state)
{
	struct assembly *t = *state;
	const char *all, *before, *heading, *after;

	assembly_sitting(t, 5);
	given(t, "item.open item=2", "item.present", "floor.ask member=3", "floor.give",
		"floor.end", "vote.open kind=named", "vote.all value=for", "vote.close",
		"vote.announce", "floor.ask member=4", "floor.give", "floor.end");
	all = minuted(t, LANG_EN);
	before = strstr(all, "speech of Membre 3");
	heading = strstr(all, "After the vote");
	after = strstr(all, "speech of Membre 4");
	if (!before || !heading || !after)
		fail_msg("%s", all);
	assert_true(before < heading && heading < after);
	assert_null(strstr(heading, "speech of Membre 3"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(who_speaks_after_the_vote_is_told_after_it),
		CASE(the_floor_is_given_in_the_order_of_asking),
		CASE(a_point_of_order_comes_first_and_a_reply_second),
		CASE(one_stands_once_on_the_list_but_may_raise_a_point_of_order),
		CASE(only_who_is_here_is_heard),
		CASE(who_left_is_skipped_and_keeps_the_place),
		CASE(a_recused_member_does_not_speak_on_the_item_and_a_remote_one_may),
		CASE(one_may_come_off_the_list_or_be_moved_on_it),
		CASE(the_chair_may_give_the_floor_to_anybody_who_is_here),
		CASE(a_speech_takes_the_time_between_its_acts),
		CASE(a_suspension_is_not_spoken),
		CASE(the_speaking_time_is_set_item_by_item),
		CASE(the_alarm_rises_at_four_fifths_and_at_the_end),
		CASE(totals_are_of_the_speaker_the_item_and_the_sitting),
		CASE(a_vote_warns_of_speakers_and_is_not_held_up_by_them),
		CASE(who_left_does_not_make_a_vote_ask),
		CASE(a_speech_ends_before_its_item_does),
		CASE(a_call_fails_when_nobody_speaks),
		CASE(an_address_needs_no_item),
		CASE(without_a_sitting_nobody_speaks),
		CASE(next_can_be_taken_back),
		CASE(what_a_later_speech_needs_is_not_taken_back),
		CASE(the_step_follows_the_list),
		CASE(a_timer_is_kept_as_a_line),
		CASE(a_timer_counts_while_it_runs_and_is_fresh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
